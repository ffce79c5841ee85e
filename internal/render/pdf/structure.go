package pdf

import (
	"fmt"
	"slices"
	"strings"
)

// structure follows what is painted, so that the file can tell of it: which sequence of
// operators is a part of what, where it begins, and what leads where.
type structure struct {
	tags   []Tag
	kids   [][]kid // of each tag
	begins []Box   // where the first text of each tag stands; Page is 0 for none
	titles []string
	pages  [][]int // the tags of the sequences of each page
	height float64 // of the page in hand
	links  []link
	y      float64 // of the text before
}

// kid is a part of a tag: another one, a sequence on a page, or a link.
type kid struct {
	tag        int
	page, mark int // page is 0 for no sequence
	link       int // its object; 0 for none
}

// link is a place that can be clicked.
type link struct {
	tag   int // Link
	at    Box
	text  string
	to    string // ID
	toTag int    // where it is not to an ID
}

func newStructure(l *Layout) *structure {
	s := &structure{tags: slices.Clone(l.Tags)}
	if len(s.tags) == 0 { // frames alone
		s.tags = []Tag{{Role: asDocument}}
	}
	s.kids, s.begins = make([][]kid, len(s.tags)), make([]Box, len(s.tags))
	s.titles = make([]string, len(s.tags))
	for i, t := range s.tags {
		if i > 0 && t.Role != asLink { // those stand among the words
			s.kids[t.Parent] = append(s.kids[t.Parent], kid{tag: i})
		}
	}
	return s
}

// begin turns to a new page.
func (s *structure) begin(p Page) {
	s.pages = append(s.pages, nil)
	s.height = p.Height
}

// sequence begins a sequence of operators that are a part of a tag.
func (s *structure) sequence(tag int) int {
	page := len(s.pages)
	id := len(s.pages[page-1])
	s.pages[page-1] = append(s.pages[page-1], tag)
	if s.tags[tag].Role == asLink {
		parent := s.tags[tag].Parent
		s.kids[parent] = append(s.kids[parent], kid{tag: tag})
	}
	s.kids[tag] = append(s.kids[tag], kid{page: page, mark: id})
	return id
}

// seen notes where a text stands.
func (s *structure) seen(t Text) {
	if t.Tag == 0 {
		return
	}
	const above, below = 0.85, 0.25 // of the size: how far letters reach
	at := Box{Page: len(s.pages), X: t.X, Y: t.Y - above*t.Size, Width: t.Width, Height: (above + below) * t.Size}
	for i := t.Tag; i > 0; i = s.tags[i].Parent {
		if s.begins[i].Page == 0 {
			s.begins[i] = at
		}
		if isHeading(s.tags[i].Role) {
			if s.titles[i] != "" && t.Y != s.y {
				s.titles[i] += " "
			}
			s.titles[i] += t.Text
		}
	}
	s.y = t.Y
	if t.To != "" {
		s.links = append(s.links, link{tag: t.Tag, at: at, text: t.Text, to: t.To})
	}
}

func isHeading(r Role) bool { return r == asHeading1 || r == asHeading2 || r == asHeading3 }

// resolve finds where links lead. One that leads nowhere is none. From the rows of the
// annex that are told of, a link leads back: to the text of their own, which begins with
// its link, or else to the first that tells of them.
func (s *structure) resolve() {
	byID := map[string]int{}
	for i, t := range s.tags {
		if t.ID != "" && s.begins[i].Page > 0 {
			byID[t.ID] = i
		}
	}
	var found, back []link
	var rows []int
	home := map[int]link{}
	for _, l := range s.links {
		row, ok := byID[l.to]
		if !ok {
			s.tags[l.tag].Role = asSpan
			continue
		}
		l.toTag = row
		found = append(found, l)
		if s.tags[row].Role != asRow {
			continue
		}
		if first, ok := home[row]; !ok {
			rows, home[row] = append(rows, row), l
		} else if s.opens(l) && !s.opens(first) {
			home[row] = l
		}
	}
	for _, row := range rows {
		l := home[row]
		if len(s.kids[row]) == 0 {
			continue
		}
		cell := s.kids[row][0].tag
		if s.begins[cell].Page == 0 {
			continue
		}
		s.tags = append(s.tags, Tag{Role: asLink, Parent: cell})
		s.kids = append(s.kids, nil)
		s.begins = append(s.begins, Box{})
		s.titles = append(s.titles, "")
		s.kids[cell] = append(s.kids[cell], kid{tag: len(s.tags) - 1})
		back = append(back, link{tag: len(s.tags) - 1, at: s.begins[cell], text: l.text, toTag: s.tags[l.tag].Parent})
	}
	s.links = append(found, back...)
}

// opens reports a link that its paragraph begins with.
func (s *structure) opens(l link) bool {
	first := s.kids[s.tags[l.tag].Parent][0]
	return first.tag == l.tag
}

// told reports for each tag whether it has something to tell. A cell has even when it
// is blank, or those beside it would be told of the wrong column.
func (s *structure) told() []bool {
	told := make([]bool, len(s.tags))
	told[0] = true
	for i := len(s.tags) - 1; i > 0; i-- {
		for _, k := range s.kids[i] {
			told[i] = told[i] || k.page > 0 || k.link > 0 || told[k.tag]
		}
		switch s.tags[i].Role {
		case asCell, asHeadCell, asRow:
			told[i] = true
		}
	}
	return told
}

// finisher adds what the library leaves out.
type finisher struct {
	*file
	*structure
	layout *Layout
	page   []int // objects of the pages
}

// to is the place of a box, as something that leads there says it.
func (f *finisher) to(b Box) string {
	p := f.layout.Pages[b.Page-1]
	out := fmt.Appendf(nil, "[%s/XYZ ", ref(f.page[b.Page-1]))
	out = appendLength(out, 0, " ")
	return string(appendLength(out, p.Height-b.Y, " null]"))
}

func (f *finisher) rectangle(b Box) string {
	h := f.layout.Pages[b.Page-1].Height
	out := appendLength([]byte{'['}, b.X, " ")
	out = appendLength(out, h-b.Y-b.Height, " ")
	out = appendLength(out, b.X+b.Width, " ")
	return string(appendLength(out, h-b.Y, "]"))
}

// annotations adds the links and the fields to sign in, and gives those of each page
// and, in the order of their keys, the tags that they belong to. Keys follow those of
// the pages.
func (f *finisher) annotations() (of [][]string, tags []int, fields []string) {
	of = make([][]string, len(f.page))
	put := func(b Box, tag int, value string) int {
		n := f.add(fmt.Sprintf("<</Type/Annot%s/Rect%s/F 4/P %s/StructParent %d>>", value, f.rectangle(b),
			ref(f.page[b.Page-1]), len(f.page)+len(tags)))
		of[b.Page-1] = append(of[b.Page-1], ref(n))
		tags = append(tags, tag)
		f.kids[tag] = append(f.kids[tag], kid{page: b.Page, link: n})
		return n
	}
	for _, l := range f.links {
		put(l.at, l.tag, "/Subtype/Link/Border[0 0 0]/Dest"+f.to(f.begins[l.toTag])+"/Contents"+textString(l.text))
	}
	for i, sign := range f.layout.Sign {
		box := appendLength(appendLength([]byte("/BBox[0 0 "), sign.Width, " "), sign.Height, "]")
		blank := f.addStream("/Type/XObject/Subtype/Form"+string(box)+"/Resources<<>>", nil)
		says := fmt.Sprintf("/Subtype/Widget/FT/Sig/T(ChuKy%d)/TU%s/AP<</N %s>>", i+1, textString(sign.Says),
			ref(blank))
		fields = append(fields, ref(put(sign.Box, sign.Tag, says)))
	}
	return of, tags, fields
}

// tree adds the structure, with each tag an object, and gives the number of its root.
func (f *finisher) tree(annotated []int) int {
	told := f.told()
	numbers := make([]int, len(f.tags))
	root := f.reserve()
	for i := range f.tags {
		if told[i] {
			numbers[i] = f.reserve()
		}
	}
	for i, t := range f.tags {
		if !told[i] {
			continue
		}
		out := fmt.Appendf(nil, "<</Type/StructElem/S/%s/P ", t.Role)
		parent := root
		if i > 0 {
			parent = numbers[t.Parent]
		}
		out = append(out, ref(parent)...)
		out = append(out, t.attributes()...)
		home := 0 // the page of most of its parts
		for _, k := range f.kids[i] {
			if k.page > 0 && home == 0 {
				home = k.page
				out = append(append(out, "/Pg "...), ref(f.page[home-1])...)
			}
		}
		out = append(out, "/K["...)
		for _, k := range f.kids[i] {
			switch {
			case k.link > 0:
				out = fmt.Appendf(out, "<</Type/OBJR/Obj %s/Pg %s>>", ref(k.link), ref(f.page[k.page-1]))
			case k.page == 0 && told[k.tag]:
				out = append(append(out, ref(numbers[k.tag])...), ' ')
			case k.page == 0:
			case k.page == home:
				out = fmt.Appendf(out, "%d ", k.mark)
			default:
				out = fmt.Appendf(out, "<</Type/MCR/Pg %s/MCID %d>>", ref(f.page[k.page-1]), k.mark)
			}
		}
		f.set(numbers[i], append(out, "]>>"...))
	}
	parents := []byte("<</Nums[")
	for page, tags := range f.pages {
		parents = fmt.Appendf(parents, "%d[", page)
		for _, t := range tags {
			parents = append(append(parents, ref(numbers[t])...), ' ')
		}
		parents = append(parents, ']')
	}
	for i, t := range annotated {
		parents = fmt.Appendf(parents, "%d %s ", len(f.pages)+i, ref(numbers[t]))
	}
	parents = append(parents, "]>>"...)
	f.set(root, fmt.Appendf(nil, "<</Type/StructTreeRoot/K %s/ParentTree %s/ParentTreeNextKey %d>>",
		ref(numbers[0]), ref(f.add(string(parents))), len(f.pages)+len(annotated)))
	return root
}

// attributes are what is said of a cell beside its text, or of a picture in place of it.
func (t Tag) attributes() string {
	out := ""
	if t.ColSpan > 1 {
		out += fmt.Sprintf("/ColSpan %d", t.ColSpan)
	}
	if t.RowSpan > 1 {
		out += fmt.Sprintf("/RowSpan %d", t.RowSpan)
	}
	if t.Role == asHeadCell {
		out += "/Scope/Column"
	}
	if out != "" {
		out = "/A<</O/Table" + out + ">>"
	}
	if t.Says != "" {
		out += "/Alt" + textString(t.Says)
	}
	return out
}

// outline adds the headings as bookmarks and gives the number of their root; 0 where
// there is none.
func (f *finisher) outline() int {
	type entry struct {
		number, parent, level int
		tag                   int
		kids                  []int // of entries
	}
	entries := []entry{{}}
	for i, t := range f.tags {
		if !isHeading(t.Role) || f.begins[i].Page == 0 {
			continue
		}
		level := int(t.Role[1] - '0')
		parent := len(entries) - 1
		for entries[parent].level >= level {
			parent = entries[parent].parent
		}
		entries = append(entries, entry{parent: parent, level: level, tag: i})
		entries[parent].kids = append(entries[parent].kids, len(entries)-1)
	}
	if len(entries) == 1 {
		return 0
	}
	for i := range entries {
		entries[i].number = f.reserve()
	}
	number := func(i int) string { return ref(entries[i].number) }
	for i, e := range entries {
		out := "<</Type/Outlines"
		if i > 0 {
			title := strings.Join(strings.Fields(f.titles[e.tag]), " ")
			out = "<</Title" + textString(title) + "/Parent " + number(e.parent) + "/Dest" + f.to(f.begins[e.tag])
			beside := entries[e.parent].kids
			at := slices.Index(beside, i)
			if at > 0 {
				out += "/Prev " + number(beside[at-1])
			}
			if at < len(beside)-1 {
				out += "/Next " + number(beside[at+1])
			}
		}
		if len(e.kids) > 0 {
			count := len(entries) - 1 // all are open
			if i > 0 {
				count = 0
				for k := i + 1; k < len(entries) && entries[k].level > e.level; k++ {
					count++
				}
			}
			out += fmt.Sprintf("/First %s/Last %s/Count %d", number(e.kids[0]), number(e.kids[len(e.kids)-1]), count)
		}
		f.set(e.number, []byte(out+">>"))
	}
	return entries[0].number
}

// labels are the numbers of the pages as they are counted. Those that begin anew are
// told from the first.
func (f *finisher) labels() string {
	out, before := "<</Nums[", 0
	for i, p := range f.layout.Pages {
		if i == 0 || p.Number != before+1 {
			prefix := ""
			if i > 0 {
				prefix = "/P(PL-)"
			}
			out += fmt.Sprintf("%d<</S/D%s/St %d>>", i, prefix, max(p.Number, 1))
		}
		before = p.Number
	}
	return out + "]>>"
}
