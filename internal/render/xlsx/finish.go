package xlsx

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"baocao/internal/ooxml"
	"baocao/internal/workbook"
)

// finisher is the one step over the parts that the library makes, on their way into
// the archive. Each part is gone through once, as it comes; what is held back is small.
//
// What it mends: properties have the prefixes of their namespaces, since there are
// readers that take no others; columns stand in ascending order; a text that Excel would
// take for a formula or a number when somebody opens its cell and closes it again has
// the mark that keeps it a text; and neither those texts nor formulas that differ from
// their neighbours, as those of an annex do, get a green corner.
type finisher struct {
	*ooxml.Writer
	core   string              // the properties
	ours   bool                // the content is; of somebody else's the green corners may be of use to him
	styles int                 // of cells; each may get a twin that marks its text as one
	rows   map[string]*spooled // of sheets, by their parts, that the library does not have
	shared *texts              // the shared strings, where the library does not have them
	files  map[string]*links   // that lead to files, by the parts of their relations

	name  string
	part  bytes.Buffer
	texts []likeness // of the shared strings
	late  []held
	twins bool // some are used
}

// held is a part that waits for another.
type held struct {
	name string
	data []byte
}

// likeness is what a program may take a text for.
type likeness int

const (
	plain likeness = iota
	likeFormula
	likeNumber
)

// maxStyles is how many styles of cells Excel reads.
const maxStyles = 64_000

// Create ends the part before and starts one.
func (f *finisher) Create(name string) (io.Writer, error) {
	if err := f.end(); err != nil {
		return nil, err
	}
	f.name = name
	f.part.Reset()
	return &f.part, nil
}

// Close writes what waits.
func (f *finisher) Close() error {
	if err := f.end(); err != nil {
		return err
	}
	late := f.late
	slices.SortStableFunc(late, func(a, b held) int { return cmp.Compare(phase(a.name), phase(b.name)) })
	for _, p := range late {
		if err := f.finish(p.name, p.data); err != nil {
			return err
		}
	}
	if f.shared != nil {
		if _, err := f.Part(textsPart).Write(f.shared.part()); err != nil {
			return err
		}
	}
	return f.Writer.Close()
}

// phase: a sheet is read when the texts are known, the styles when the sheets are.
func phase(name string) int {
	switch {
	case name == stylesPart:
		return 2
	case isSheet(name):
		return 1
	}
	return 0
}

const (
	stylesPart        = "xl/styles.xml"
	textsPart         = "xl/sharedStrings.xml"
	bookRelationsPart = "xl/_rels/workbook.xml.rels"
)

func isSheet(name string) bool {
	return strings.HasPrefix(name, "xl/worksheets/") && !strings.HasPrefix(name, "xl/worksheets/_rels/")
}

func (f *finisher) end() error {
	name := f.name
	f.name = ""
	if name == stylesPart || isSheet(name) && bytes.Contains(f.part.Bytes(), []byte(` t="s"`)) {
		f.late = append(f.late, held{name, bytes.Clone(f.part.Bytes())})
		return nil
	}
	if name == "" {
		return nil
	}
	return f.finish(name, f.part.Bytes())
}

func (f *finisher) finish(name string, data []byte) error {
	if isSheet(name) {
		return f.sheet(name, data, f.Part(name))
	}
	out, err := f.Writer.Create(name)
	if err != nil {
		return err
	}
	switch {
	case name == ooxml.CorePart:
		data = []byte(ooxml.Head + f.core)
	case name == textsPart:
		err = f.readTexts(data)
	case f.shared != nil && (name == ooxml.ContentTypes || name == bookRelationsPart):
		data, err = f.shared.declare(data)
	case name == stylesPart && f.twins:
		data, err = f.addTwins(data)
	case f.files[name] != nil:
		data, err = f.files[name].addTo(data)
	}
	if err != nil {
		return err
	}
	_, err = out.Write(data)
	return err
}

func scan(name string, data []byte) (*ooxml.Scanner, error) {
	return ooxml.NewScanner(name, data, workbook.NewGuard(context.Background(), // our own: nothing to guard against
		workbook.Limits{Deadline: 24 * time.Hour, MaxDepth: workbook.DefaultLimits().MaxDepth}))
}

// readTexts notes of the shared strings which is what.
func (f *finisher) readTexts(data []byte) error {
	x, err := scan(textsPart, data)
	if err != nil {
		return err
	}
	if err := x.Root("sst"); err != nil {
		return err
	}
	var text []byte
	return x.Elements(func() (err error) {
		text, err = appendText(x, text[:0])
		f.texts = append(f.texts, likenessOf(text))
		return err
	})
}

// appendText appends what the element just started says, in one piece or in several.
func appendText(x *ooxml.Scanner, text []byte) ([]byte, error) {
	for depth := x.Depth(); ; {
		switch token, err := x.Next(); {
		case err != nil:
			return nil, err
		case token == ooxml.Characters:
			text = x.AppendText(text)
		case token == ooxml.EndTag && x.Depth() < depth:
			return text, nil
		}
	}
}

// likenessOf tells what Excel would take a text for that is typed into a cell. When in
// doubt it is a number, a date, a time or a truth value: the mark is not seen.
func likenessOf(text []byte) likeness {
	if len(text) == 0 {
		return plain
	}
	if strings.IndexByte("=+-@'\t\r\n", text[0]) >= 0 {
		if isNumberLike(text) {
			return likeNumber
		}
		return likeFormula
	}
	if isNumberLike(text) || text[0] == '#' {
		return likeNumber
	}
	word := bytes.TrimSpace(text[:min(len(text), 16)])
	if bytes.EqualFold(word, []byte("TRUE")) || bytes.EqualFold(word, []byte("FALSE")) {
		return likeNumber
	}
	return plain
}

// isNumberLike: nothing but digits and what stands in numbers, dates and times.
func isNumberLike(text []byte) bool {
	digits := false
	for _, r := range string(text) {
		switch {
		case r >= '0' && r <= '9':
			digits = true
		case !strings.ContainsRune(".,/:%+-()eE$₫ \u00a0\u202f'\n", r):
			return false
		}
	}
	return digits
}

// sheet writes a worksheet.
func (f *finisher) sheet(name string, data []byte, out *ooxml.Content) error {
	x, err := scan(name, data)
	if err != nil {
		return err
	}
	if err := x.Root("worksheet"); err != nil {
		return err
	}
	s := sheetWriter{Scanner: x, finisher: f, out: out, corners: corners{}, rows: f.rows[name],
		toLink: f.rows[name] != nil && f.rows[name].links.count > 0}
	for {
		token, err := x.Next()
		if err != nil {
			return err
		}
		switch token {
		case ooxml.EndOfPart:
			if s.toLink {
				return errors.New("a sheet's links found no place")
			}
			return s.upTo(len(x.Data()))
		case ooxml.StartTag:
			err = s.start()
		case ooxml.EndTag:
			if x.Depth() == 0 {
				err = s.ignore()
			}
		case ooxml.Characters:
		}
		if err != nil {
			return err
		}
	}
}

// sheetWriter copies a worksheet with its changes.
type sheetWriter struct {
	*ooxml.Scanner
	*finisher
	out     *ooxml.Content
	written int // of the part, up to this offset
	text    []byte
	corners corners
	told    bool     // of the corners
	rows    *spooled // that belong into it; nil where it has its own
	toLink  bool     // their links have still to be written
}

// upTo copies the part up to an offset.
func (s *sheetWriter) upTo(at int) error {
	_, err := s.out.Write(s.Data()[s.written:at])
	s.written = at
	return err
}

// instead writes a text in place of the part up to an offset.
func (s *sheetWriter) instead(text string, at int) error {
	_, err := io.WriteString(s.out, text)
	s.written = at
	return err
}

func (s *sheetWriter) start() error {
	switch string(s.Local) {
	case "cols":
		return s.columns()
	case "sheetData":
		return s.spooled()
	case "c":
		return s.cell()
	case "hyperlinks":
		return s.linked()
	case "ignoredErrors": // somebody has said himself what is to be passed over
		s.told = true
	// These and the next follow the list of what is passed over.
	case "drawing", "legacyDrawing", "legacyDrawingHF", "picture":
		if err := s.ignore(); err != nil {
			return err
		}
		return s.relation()
	case "smartTags", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst":
		return s.ignore()
	}
	return nil
}

// spooled writes the rows that the library does not have.
func (s *sheetWriter) spooled() error {
	if s.rows == nil {
		return nil
	}
	if err := s.upTo(s.Pos()); err != nil {
		return err
	}
	s.corners = s.rows.corners
	s.out.Add(&s.rows.packed)
	return nil
}

// linked writes the links in place of the one that the library has.
func (s *sheetWriter) linked() error {
	if !s.toLink {
		return nil
	}
	s.toLink = false
	links := &s.rows.links
	if err := s.upTo(s.Pos()); err != nil {
		return err
	}
	err := s.Elements(func() error {
		links.relation = s.AttrLocal("id")
		return nil
	})
	s.out.Add(&links.written)
	s.written = s.From
	return err
}

// relation gives the name of another part the prefix that the sheet has for it: the
// library declares one of its own, which some programs do not look for.
func (s *sheetWriter) relation() error {
	for _, a := range s.Attrs {
		if string(a.Local) != "id" || string(a.Prefix) == "r" {
			continue
		}
		if err := s.upTo(s.From); err != nil {
			return err
		}
		tag := "<" + string(s.Local) + ` r:id="` + string(a.Value) + `"`
		if s.Single() {
			tag += "/"
		}
		return s.instead(tag+">", s.Pos())
	}
	return nil
}

// columns puts the columns in order.
func (s *sheetWriter) columns() error {
	type column struct {
		from int
		xml  []byte
	}
	var all []column
	begin := s.Pos()
	err := s.Elements(func() error {
		from, err := strconv.Atoi(s.AttrText("min"))
		if err != nil {
			return s.Bad()
		}
		at := s.From
		if err := s.Skip(); err != nil {
			return err
		}
		all = append(all, column{from, s.Data()[at:s.Pos()]})
		return nil
	})
	if err != nil {
		return err
	}
	slices.SortStableFunc(all, func(a, b column) int { return cmp.Compare(a.from, b.from) })
	if err := s.upTo(begin); err != nil {
		return err
	}
	for _, c := range all {
		if _, err := s.out.Write(c.xml); err != nil {
			return err
		}
	}
	s.written = s.From
	return nil
}

// cell marks the text of a cell that needs it.
func (s *sheetWriter) cell() error {
	begin := s.From + len("<c")
	reference, _ := s.Attr("r")
	kind, _ := s.Attr("t")
	row, column, ok := workbook.ParseRef(reference)
	if !ok {
		return s.Bad()
	}
	inline, shared := string(kind) == "inlineStr", string(kind) == "s"
	style, from, to := 0, begin, begin
	for _, a := range s.Attrs {
		if string(a.Local) == "s" {
			style, _ = strconv.Atoi(string(a.Value))
			from, to = a.At-len(` s="`), a.At+len(a.Value)+len(`"`)
		}
	}
	s.text = s.text[:0]
	formula := false
	for depth := s.Depth(); ; {
		token, err := s.Next()
		if err != nil {
			return err
		}
		if token == ooxml.EndTag && s.Depth() < depth {
			break
		}
		switch {
		case token == ooxml.StartTag && string(s.Local) == "f":
			formula = true
		case token == ooxml.Characters && (inline || shared):
			s.text = s.AppendText(s.text)
		}
	}
	if formula {
		s.corners.add(column, row, true)
		return nil
	}
	var of likeness
	switch {
	case inline:
		of = likenessOf(s.text)
	case shared:
		n, err := strconv.Atoi(string(s.text))
		if err != nil || n < 0 || n >= len(s.texts) {
			return s.Bad()
		}
		of = s.texts[n]
	}
	if of == likeNumber {
		s.corners.add(column, row, false)
	}
	if of == plain || 2*s.styles > maxStyles || of == likeNumber && !s.ours {
		return nil
	}
	s.twins = true
	if err := s.upTo(from); err != nil {
		return err
	}
	return s.instead(` s="`+strconv.Itoa(s.styles+style)+`"`, to)
}

// corners are the parts of columns in which Excel would put green corners: of texts
// like numbers, of formulas. A part goes from the first such cell to the last.
type corners map[int]*corner

type corner struct {
	from, to        int // rows
	texts, formulas bool
}

func (c corners) add(column, row int, formula bool) {
	at := c[column]
	if at == nil {
		at = &corner{from: row}
		c[column] = at
	}
	at.to = row
	at.texts = at.texts || !formula
	at.formulas = at.formulas || formula
}

// ignore says which corners are not wanted, where that has to stand.
func (s *sheetWriter) ignore() error {
	if s.told || !s.ours || len(s.corners) == 0 {
		return nil
	}
	s.told = true
	const texts, formulas = ` numberStoredAsText="1" twoDigitTextYear="1"`, ` formula="1" formulaRange="1"`
	ranges := map[string][]string{}
	for _, column := range slices.Sorted(maps.Keys(s.corners)) {
		at := s.corners[column]
		kind := ""
		if at.texts {
			kind += texts
		}
		if at.formulas {
			kind += formulas
		}
		part := workbook.Range{Row: at.from, Col: column, LastRow: at.to, LastCol: column}
		ranges[kind] = append(ranges[kind], part.String())
	}
	var b strings.Builder
	b.WriteString("<ignoredErrors>")
	for _, kind := range []string{texts, formulas, texts + formulas} {
		if list := ranges[kind]; list != nil {
			fmt.Fprintf(&b, `<ignoredError sqref="%s"%s/>`, strings.Join(list, " "), kind)
		}
	}
	b.WriteString("</ignoredErrors>")
	if err := s.upTo(s.From); err != nil {
		return err
	}
	return s.instead(b.String(), s.From)
}

// addTwins adds a style for each that there is, of cells whose text is one whatever
// it looks like.
func (f *finisher) addTwins(data []byte) ([]byte, error) {
	x, err := scan(stylesPart, data)
	if err != nil {
		return nil, err
	}
	if err := x.Root("styleSheet"); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	count := 0
	err = x.Elements(func() error {
		if string(x.Local) != "cellXfs" {
			return nil
		}
		tag, begin := x.From, x.Pos()
		var twins bytes.Buffer
		err := x.Elements(func() error {
			at := x.From
			if err := x.Skip(); err != nil {
				return err
			}
			count++
			twins.WriteString(`<xf quotePrefix="1"`)
			twins.Write(x.Data()[at+len("<xf") : x.Pos()])
			return nil
		})
		out.Write(x.Data()[:tag])
		fmt.Fprintf(&out, `<cellXfs count="%d">`, 2*count)
		out.Write(x.Data()[begin:x.From])
		out.Write(twins.Bytes())
		out.Write(x.Data()[x.From:])
		return err
	})
	if err == nil && count != f.styles {
		err = fmt.Errorf("%d styles of cells, not %d", count, f.styles)
	}
	return out.Bytes(), err
}
