package correction

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"baocao/internal/ooxml"
	"baocao/internal/viet"
)

// book is the workbook part: which sheets there are, and in what order.
type book struct {
	part   string
	data   []byte
	rels   *relations
	sheets []*sheet
	strict bool // the stricter of the format's two sets of namespaces
	space  string

	root, list element
	children   []element
	windows    []element // in which the workbook is shown
	names      []element // defined names
	namesIn    element
}

// sheet is one sheet of any kind as the workbook lists it.
type sheet struct {
	element
	name   string
	id     int
	rel    string
	kind   string // "worksheet", "chartsheet"...
	part   string
	hidden bool
	note   bool // the list of problems of an earlier copy
}

func (p *parts) book() (*book, error) {
	rels, err := p.relations("")
	if err != nil {
		return nil, err
	}
	b := &book{part: "xl/workbook.xml"}
	if main := rels.Part("officeDocument"); main != "" {
		b.part = main
	}
	s, err := p.scan(b.part)
	if err != nil {
		return nil, err
	}
	b.data = s.Data()
	if b.rels, err = p.relations(b.part); err != nil {
		return nil, err
	}
	if err := b.scan(s); err != nil {
		return nil, fmt.Errorf("%s: %w", b.part, err)
	}
	return b, nil
}

func (b *book) scan(s *scanner) error {
	root, err := s.root("workbook")
	if err != nil {
		return err
	}
	b.space = spreadsheet
	for _, a := range root.attrs {
		if a.prefix == "xmlns" && a.local == root.prefix || root.prefix == "" && a.prefix == "" && a.local == "xmlns" {
			b.space = a.value
		}
	}
	b.strict = strings.HasPrefix(b.space, "http://purl.oclc.org/")
	b.root, err = s.children(root, func(c tag) error {
		var inner []element
		var e element
		var err error
		switch {
		case c.local == "sheets" && b.list.local == "":
			inner, e, err = s.elements(c)
			b.list = e
			b.addSheets(inner)
		case c.local == "definedNames" && b.namesIn.local == "":
			b.names, e, err = s.elements(c)
			b.namesIn = e
		case c.local == "bookViews":
			inner, e, err = s.elements(c)
			for _, view := range inner {
				if view.local == "workbookView" {
					b.windows = append(b.windows, view)
				}
			}
		default:
			e, err = s.skip(c)
		}
		b.children = append(b.children, e)
		return err
	})
	if err != nil {
		return err
	}
	if len(b.sheets) == 0 {
		return errors.New("no sheets")
	}
	seen := map[string]bool{}
	for _, sh := range b.sheets {
		rel := b.rels.ByID(sh.rel)
		if rel == nil || rel.Target == "" {
			return fmt.Errorf("sheet %q has no part", sh.name)
		}
		sh.kind, sh.part = rel.Kind, rel.Target
		if key := ooxml.PartKey(sh.part); seen[key] {
			return fmt.Errorf("%s is two sheets", sh.part)
		} else {
			seen[key] = true
		}
	}
	return nil
}

func (b *book) addSheets(list []element) {
	for _, e := range list {
		if e.local != "sheet" {
			continue
		}
		sh := &sheet{element: e, name: e.text("name")}
		sh.id, _ = strconv.Atoi(e.text("sheetId"))
		sh.hidden = strings.HasSuffix(strings.ToLower(e.text("state")), "hidden")
		for _, a := range e.attrs {
			if a.prefix != "" && a.local == "id" {
				sh.rel = a.value
			}
		}
		b.sheets = append(b.sheets, sh)
	}
}

// find returns the sheet a problem names, or nil.
func (b *book) find(name string) *sheet {
	for _, same := range []func(a, b string) bool{
		func(a, b string) bool { return a == b },
		func(a, b string) bool { return viet.Clean(a) == viet.Clean(b) },
		func(a, b string) bool { return a == TabName(b) },
	} {
		for _, sh := range b.sheets {
			if !sh.note && same(sh.name, name) {
				return sh
			}
		}
	}
	return nil
}

// officeSpace is where the relations of this workbook have their types.
func (b *book) officeSpace() string {
	if b.strict {
		return officeStrict
	}
	return officeSpace
}

// putFirst lists the sheet of problems first: in place of those of an earlier
// copy, or as a new one.
func (b *book) putFirst(p *parts, note *sheet, head int) error {
	var edits []edit
	// Where each sheet goes; the sheets of problems of earlier copies go nowhere.
	place := make([]int, len(b.sheets))
	next := 1
	for i, sh := range b.sheets {
		if sh.note {
			place[i] = -1
			edits = append(edits, edit{sh.from, sh.end, ""})
			if sh.rel != note.rel {
				b.rels.remove(sh.rel)
			}
			continue
		}
		place[i] = next
		next++
	}
	entry := fmt.Sprintf(`<%s name="%s" sheetId="%d" `, b.list.child("sheet"), escape(note.name), note.id)
	if prefix, ok := b.root.namespace(officeSpace, officeStrict); ok {
		entry += prefix + `:id="` + escape(note.rel) + `"/>`
	} else {
		entry += `xmlns:r="` + b.officeSpace() + `" r:id="` + escape(note.rel) + `"/>`
	}
	edits = append(edits, edit{b.list.to, b.list.to, entry})

	for _, e := range b.windows {
		for _, name := range []string{"activeTab", "firstSheet"} {
			if _, ok := e.attr(name); ok {
				edits = append(edits, e.set(name, "0"))
			}
		}
	}
	// The names of one sheet say by its place which one it is.
	for i := range b.names {
		e := &b.names[i]
		at, ok := e.attr("localSheetId")
		if !ok {
			continue
		}
		n, err := strconv.Atoi(at)
		if err != nil || n < 0 || n >= len(place) {
			continue // already means nothing
		}
		if place[n] < 0 {
			edits = append(edits, edit{e.from, e.end, ""})
		} else {
			edits = append(edits, e.set("localSheetId", strconv.Itoa(place[n])))
		}
	}
	title := func(parent string) string {
		return fmt.Sprintf(`<%[1]s name="_xlnm.Print_Titles" localSheetId="0">%[2]s!$%[3]d:$%[3]d</%[1]s>`,
			parent, escape(quoted(note.name)), head)
	}
	if b.namesIn.local != "" {
		edits = append(edits, b.namesIn.inside(title(b.namesIn.child("definedName"))))
	} else {
		after := b.list.end
		for _, e := range b.children {
			if slices.Contains([]string{"functionGroups", "externalReferences"}, e.local) {
				after = max(after, e.end)
			}
		}
		in := b.root.child("definedNames")
		edits = append(edits, edit{after, after, "<" + in + ">" + title(b.root.child("definedName")) + "</" + in + ">"})
	}
	return p.edited(b.part, b.data, edits)
}

// freeID is a sheet id no sheet has.
func (b *book) freeID() int {
	used := map[int]bool{}
	last := 0
	for _, sh := range b.sheets {
		used[sh.id] = true
		last = max(last, sh.id)
	}
	if last < 65_534 {
		return last + 1
	}
	for id := 1; ; id++ {
		if !used[id] {
			return id
		}
	}
}

// freeName is SheetName, numbered where a sheet of the sender's has it.
func (b *book) freeName() string {
	name := SheetName
	for n := 2; slices.ContainsFunc(b.sheets, func(sh *sheet) bool { return strings.EqualFold(sh.name, name) }); n++ {
		name = fmt.Sprintf("%s (%d)", SheetName, n)
	}
	return name
}

// quoted is a sheet's name as a reference has it.
func quoted(sheet string) string { return "'" + strings.ReplaceAll(sheet, "'", "''") + "'" }

// maxTab is how long the name of a sheet may be, counted as Excel counts.
const maxTab = 31

// TabName is a sheet's name as Excel takes it: other formats allow longer ones
// and more signs. A long name keeps its end, which often tells two apart.
func TabName(name string) string {
	const refused = `[]:*?/\`
	units := utf16.Encode([]rune(name))
	outer := strings.HasPrefix(name, "'") || strings.HasSuffix(name, "'")
	own := name == "" || strings.EqualFold(name, "History") // Excel keeps that one for itself
	if !outer && !own && len(units) <= maxTab && !strings.ContainsAny(name, refused) && legal(name) == name {
		return name
	}
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(refused, r) {
			return '_'
		}
		return r
	}, viet.Tidy(legal(name)))
	name = strings.Trim(name, "' ")
	if name == "" || own {
		name = strings.TrimSpace("Sheet " + name)
	}
	if units = utf16.Encode([]rune(name)); len(units) > maxTab {
		name = whole(units[:maxTab-11]) + "…" + whole(units[len(units)-10:])
	}
	return name
}

// whole is text cut out of a longer one, without the half letters at its ends.
func whole(units []uint16) string {
	return strings.ReplaceAll(string(utf16.Decode(units)), "\uFFFD", "")
}
