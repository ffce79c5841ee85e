package correction

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"baocao/internal/ooxml"
	"baocao/internal/workbook"
)

// The fills of wrong cells, as Excel itself colours what is bad and doubtful.
const (
	fillGrave   = "FFFFC7CE"
	fillWarning = "FFFFEB9C"
	fillHead    = "FFE7EBF0"
)

// styles is the part with the looks of cells. Looks are only added.
type styles struct {
	part     string
	data     []byte
	guard    *workbook.Guard
	root     element
	sections map[string]*section
	clones   map[clone]int
	based    bool // there are cell styles that a format can point to
}

// section is one list of the part: fonts, fills, borders or formats of cells.
type section struct {
	element
	present bool
	items   []string // as they came, and those added
	came    int
}

// clone is a format of the sender's with another fill.
type clone struct{ base, fill int }

// sectionOrder is how the format wants the lists.
var sectionOrder = []string{"numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs"}

// What a list has to begin with, because formats count on it.
var sectionBase = map[string][]string{
	"fonts":   {`<font/>`},
	"fills":   {`<fill><patternFill patternType="none"/></fill>`, `<fill><patternFill patternType="gray125"/></fill>`},
	"borders": {`<border><left/><right/><top/><bottom/><diagonal/></border>`},
	"cellXfs": {`<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`},
}

func (p *parts) styles(b *book, types *contentTypes) (*styles, error) {
	st := &styles{part: b.rels.Part("styles"), sections: map[string]*section{}, clones: map[clone]int{}}
	if st.part == "" {
		st.part = p.fresh("xl/styles%d.xml", types)
		b.rels.add(b.officeSpace(), "styles", st.part)
		types.override(st.part, typeStyles)
		p.write(st.part, []byte(ooxml.Head+`<styleSheet xmlns="`+escape(b.space)+`"></styleSheet>`))
	}
	s, err := p.scan(st.part)
	if err == nil {
		st.data, st.guard = s.Data(), p.Guard
		err = st.scan(s)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", st.part, err)
	}
	return st, nil
}

func (st *styles) scan(s *scanner) error {
	root, err := s.root("styleSheet")
	if err != nil {
		return err
	}
	for _, name := range sectionOrder {
		st.sections[name] = &section{}
	}
	st.root, err = s.children(root, func(c tag) error {
		sec := st.sections[c.local]
		if sec == nil || sec.present {
			return nil
		}
		children, e, err := s.elements(c)
		sec.element, sec.present = e, true
		for _, item := range children {
			// Formats are counted by their elements; of the other lists nothing
			// else is known either.
			if c.local != "cellXfs" || item.local == "xf" {
				sec.items = append(sec.items, string(st.data[item.from:item.end]))
			}
		}
		sec.came = len(sec.items)
		return err
	})
	if err != nil {
		return err
	}
	st.based = len(st.sections["cellStyleXfs"].items) > 0
	for name, base := range sectionBase {
		sec := st.sections[name]
		for i := len(sec.items); i < len(base); i++ {
			sec.items = append(sec.items, st.prefixed(base[i]))
		}
	}
	return nil
}

// prefixed puts the part's prefix before the names of elements written here.
func (st *styles) prefixed(xml string) string {
	if st.root.prefix == "" {
		return xml
	}
	xml = strings.ReplaceAll(xml, "</", "\x00")
	xml = strings.ReplaceAll(xml, "<", "<"+st.root.prefix+":")
	return strings.ReplaceAll(xml, "\x00", "</"+st.root.prefix+":")
}

// add returns the number of an item of a list, added if it is not there.
func (st *styles) add(list, xml string) int {
	sec := st.sections[list]
	xml = st.prefixed(xml)
	if i := slices.Index(sec.items, xml); i >= 0 {
		return i
	}
	sec.items = append(sec.items, xml)
	return len(sec.items) - 1
}

func (st *styles) fill(colour string) int {
	return st.add("fills", `<fill><patternFill patternType="solid"><fgColor rgb="`+colour+`"/>`+
		`<bgColor indexed="64"/></patternFill></fill>`)
}

// marked is the format of a cell that is wrong: its own, with a fill.
func (st *styles) marked(base int, grave bool) (int, error) {
	if grave {
		return st.filled(base, st.fill(fillGrave))
	}
	return st.filled(base, st.fill(fillWarning))
}

// filled is a format with another fill.
func (st *styles) filled(base, fill int) (int, error) {
	if n, ok := st.clones[clone{base, fill}]; ok {
		return n, nil
	}
	xfs := st.sections["cellXfs"]
	if base < 0 || base >= len(xfs.items) {
		return 0, fmt.Errorf("format %d is not in %s", base, st.part)
	}
	s, err := st.item(xfs, base)
	if err != nil {
		return 0, err
	}
	xf, err := s.root("xf")
	if err != nil {
		return 0, err
	}
	out, err := apply(s.Data(), []edit{xf.set("fillId", strconv.Itoa(fill)), xf.set("applyFill", "1")})
	if err != nil {
		return 0, err
	}
	xfs.items = append(xfs.items, string(out))
	n := len(xfs.items) - 1
	st.clones[clone{base, fill}] = n
	return n, nil
}

// item reads one item of a list.
func (st *styles) item(of *section, n int) (*scanner, error) {
	return scan(st.part, []byte(of.items[n]), st.guard)
}

// isMark tells whether a format has one of the fills of wrong cells.
func (st *styles) isMark(format int) bool {
	xfs, fills := st.sections["cellXfs"], st.sections["fills"]
	if format < 0 || format >= len(xfs.items) {
		return false
	}
	s, err := st.item(xfs, format)
	if err != nil {
		return false
	}
	xf, err := s.root("xf")
	if err != nil {
		return false
	}
	n, err := strconv.Atoi(xf.text("fillId"))
	if err != nil || n < 2 || n >= len(fills.items) {
		return false
	}
	if s, err = st.item(fills, n); err != nil {
		return false
	}
	for {
		t, ok, err := s.next()
		if err != nil || !ok {
			return false
		}
		if t.local == "fgColor" {
			rgb := strings.ToUpper(t.text("rgb"))
			rgb = rgb[max(len(rgb)-6, 0):]
			return rgb != "" && (rgb == fillGrave[2:] || rgb == fillWarning[2:])
		}
		if t.local == "patternFill" && t.kind == opening && t.text("patternType") != "solid" {
			return false
		}
	}
}

// save writes the part with what has been added.
func (st *styles) save(p *parts) error {
	var edits []edit
	missing := ""
	after := st.root.to
	flush := func() {
		if missing != "" {
			edits = append(edits, edit{after, after, missing})
			missing = ""
		}
	}
	if st.root.kind == single {
		return errors.New(st.part + " is empty")
	}
	for _, name := range sectionOrder {
		sec := st.sections[name]
		if sec.present {
			flush()
			after = sec.end
		}
		added := strings.Join(sec.items[sec.came:], "")
		switch {
		case added == "":
		case sec.present:
			edits = append(edits, sec.inside(added))
			if _, ok := sec.attr("count"); ok {
				edits = append(edits, sec.set("count", strconv.Itoa(len(sec.items))))
			}
		default:
			in := st.root.child(name)
			missing += fmt.Sprintf(`<%s count="%d">%s</%s>`, in, len(sec.items), added, in)
		}
	}
	flush()
	return p.edited(st.part, st.data, edits)
}
