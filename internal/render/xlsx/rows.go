package xlsx

import (
	"bytes"
	"cmp"
	"compress/flate"
	"encoding/binary"
	"encoding/xml"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// spool holds the rows of a sheet as its part has them, until the parts are written.
// The library would hold all of them, and the finisher read them once more; a sheet of
// a hundred thousand answers takes hundreds of megabytes. What there is much of is held
// packed.
type spool struct {
	plain   [][]byte // whole rows, in pieces
	packed  [][]byte // the rows after those
	open    []byte   // and after those
	packer  *flate.Writer
	corners corners
	looks   []look // of the cells, by their numbers in the rows
	numbers map[look]int
	links   []placed // what leads from them

	columns []column
	row     int
	scratch []byte
}

// column is a column, and what stands in its last cell: very many rows say the same below
// each other.
type column struct {
	name string

	looked bool
	look   look
	number int // of that look

	text     string
	in       int // the number of the text's look
	like     likeness
	from, to int // what stands behind the row's number, in the open rows; to is 0 for nothing
}

// spoolPiece is how much of a sheet is one piece, mostPlain how many are not packed.
const (
	spoolPiece = 1 << 20
	mostPlain  = 4
)

// styleMark stands before the number of a look, in so many bytes: which style it gets is
// not known before all sheets are there. No text can hold it. The number is doubled, and
// one more where the twin of the style is meant.
const (
	styleMark   = 0
	styleLength = 4
)

// maxDigits is how many digits of a number a spreadsheet keeps.
const maxDigits = 15

// column is a column by its number from 0.
func (p *spool) column(at int) *column {
	for len(p.columns) <= at {
		p.columns = append(p.columns, column{name: columnName(len(p.columns))})
	}
	return &p.columns[at]
}

// begin starts a row of a height in points.
func (p *spool) begin(row int, height float64) {
	p.row = row
	p.add(`<row r="`)
	p.open = strconv.AppendInt(p.open, int64(row), 10)
	p.add(`" ht="`)
	p.open = strconv.AppendFloat(p.open, height, 'f', -1, 64)
	p.add(`" customHeight="1">`)
}

// end ends a row.
func (p *spool) end() error {
	p.add("</row>")
	if len(p.open) < spoolPiece {
		return nil
	}
	for i := range p.columns {
		p.columns[i].to = 0
	}
	if len(p.plain) < mostPlain {
		p.plain = append(p.plain, p.open)
		p.open = make([]byte, 0, cap(p.open))
		return nil
	}
	var out bytes.Buffer
	if p.packer == nil {
		var err error
		if p.packer, err = flate.NewWriter(&out, flate.BestSpeed); err != nil {
			return err
		}
	} else {
		p.packer.Reset(&out)
	}
	if _, err := p.packer.Write(p.open); err != nil {
		return err
	}
	if err := p.packer.Close(); err != nil {
		return err
	}
	p.packed = append(p.packed, bytes.Clone(out.Bytes()))
	p.open = p.open[:0]
	return nil
}

func (p *spool) add(s string) { p.open = append(p.open, s...) }

// look is the number of a look in the rows.
func (p *spool) look(l look) int {
	n, has := p.numbers[l]
	if !has {
		n = len(p.looks)
		p.numbers[l] = n
		p.looks = append(p.looks, l)
	}
	return n
}

// style adds the style of a look, or its twin.
func (p *spool) style(look int, twin bool) {
	n := uint32(2 * look)
	if twin {
		n++
	}
	p.open = binary.LittleEndian.AppendUint32(append(append(p.open, ` s="`...), styleMark), n)
}

// place adds the place of a cell.
func (p *spool) place(of *column) {
	p.add(` r="`)
	p.add(of.name)
	p.open = append(strconv.AppendInt(p.open, int64(p.row), 10), '"')
}

// cell adds a cell, in a column from 0. A text is always written as a text: whatever a
// department typed, it never becomes a formula.
func (p *spool) cell(at, look int, c *cell) {
	x, number, said := 0.0, c.number != nil, c.text
	if number {
		if x = c.number.Float(); math.IsInf(x, 0) {
			number, said = false, c.number.Plain()
		}
	}
	said = fitting(said)
	if c.formula == "" && !number && said != "" {
		p.text(at, look, said)
		return
	}
	p.add("<c")
	if c.formula != "" && !number && outerSpace(said) {
		p.add(` xml:space="preserve"`)
	}
	p.place(p.column(at))
	p.style(look, false)
	if c.formula != "" {
		p.corners.add(at+1, p.row, true)
	}
	switch {
	case number:
		p.add(`">`)
		p.formula(c.formula)
		p.add("<v>")
		p.open = appendFigure(p.open, x)
		p.add("</v>")
	case c.formula != "":
		p.add(`" t="str">`)
		p.formula(c.formula)
		if said != "" {
			p.add("<v>")
			p.escape(literal(said))
			p.add("</v>")
		}
	default:
		p.add(`">`)
	}
	p.add("</c>")
}

// text adds a cell with a text.
func (p *spool) text(at, look int, said string) {
	above := p.column(at)
	p.add("<c")
	p.place(above)
	if above.to > 0 && above.text == said && above.in == look {
		p.open = append(p.open, p.open[above.from:above.to]...)
	} else {
		p.scratch = append(p.scratch[:0], said...)
		above.text, above.in, above.like, above.from = said, look, likenessOf(p.scratch), len(p.open)
		p.style(look, above.like != plain)
		p.add(`" t="inlineStr"><is><t`)
		if outerSpace(said) {
			p.add(` xml:space="preserve"`)
		}
		p.add(">")
		first := true
		for line := range strings.SplitSeq(literal(said), "\n") {
			if !first {
				p.add("\n")
			}
			first = false
			p.escape(line)
		}
		p.add("</t></is></c>")
		above.to = len(p.open)
	}
	if above.like == likeNumber {
		p.corners.add(at+1, p.row, false)
	}
}

func (p *spool) formula(f string) {
	if f != "" {
		p.add("<f>")
		p.escape(f)
		p.add("</f>")
	}
}

// escape adds a text as XML has it.
func (p *spool) escape(s string) { p.open = appendEscaped(p.open, s) }

// appendEscaped appends a text as XML has it: most are the same there.
func appendEscaped(to []byte, s string) []byte {
	for _, r := range s {
		if r < ' ' || r == '"' || r == '\'' || r == '&' || r == '<' || r == '>' || r >= utf8.RuneError && r <= 0xffff {
			var out bytes.Buffer
			_ = xml.EscapeText(&out, []byte(s)) // a buffer takes everything
			return append(to, out.Bytes()...)
		}
	}
	return append(to, s...)
}

// outerSpace reports a text that readers of XML would trim.
func outerSpace(s string) bool {
	const blanks = "\t\n\r "
	return s != "" && (strings.IndexByte(blanks, s[0]) >= 0 || strings.IndexByte(blanks, s[len(s)-1]) >= 0)
}

// fitting is as much of a text as a cell takes.
func fitting(s string) string {
	if len(s) <= maxCellText {
		return s
	}
	units := 0
	for i, r := range s {
		if units++; r > 0xffff {
			units++
		}
		if units > maxCellText {
			return s[:i]
		}
	}
	return s
}

// literal is a text in which nothing is taken for a letter by its number, "_x0041_": of
// each such sign the first stroke is written by its own.
func literal(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		if isNumbered(s[i:]) {
			b.WriteString("_x005F_")
		} else {
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

// isNumbered reports a text that begins with the number of a letter.
func isNumbered(s string) bool {
	const pattern = "_x0041_"
	if len(s) < len(pattern) || s[:2] != "_x" || s[6] != '_' {
		return false
	}
	_, err := strconv.ParseUint(s[2:6], 16, 16)
	return err == nil
}

// appendFigure adds a number with the digits that a spreadsheet keeps.
func appendFigure(b []byte, x float64) []byte {
	from, digits, fraction := len(b), 0, false
	b = strconv.AppendFloat(b, x, 'f', -1, 64)
	for i := from; i < len(b); i++ {
		switch c := b[i]; {
		case c == '.' && digits >= maxDigits:
			return b[:i]
		case c == '.':
			fraction = true
		case c == '-', c == '0' && digits == 0:
		case digits < maxDigits:
			digits++
		case fraction:
			return b[:i]
		default:
			b[i] = '0'
		}
	}
	return b
}

// styled are the rows of a sheet with the styles of its looks, by the looks' numbers.
type styled struct {
	*spool
	styles []int
}

// writeTo writes the rows. A style that stands for its twin gets so much more; 0 for no
// twins. It reports whether some do.
func (p styled) writeTo(w io.Writer, twin int) (used bool, err error) {
	texts := make([][]byte, 2*len(p.styles))
	for i, style := range p.styles {
		texts[2*i] = strconv.AppendInt(nil, int64(style), 10)
		texts[2*i+1] = strconv.AppendInt(nil, int64(style+twin), 10)
	}
	var out []byte
	write := func(rows []byte) error {
		out = slices.Grow(out[:0], len(rows))
		for {
			at := bytes.IndexByte(rows, styleMark)
			if at < 0 {
				break
			}
			n := binary.LittleEndian.Uint32(rows[at+1:])
			used = used || twin > 0 && n%2 > 0
			out = append(append(out, rows[:at]...), texts[n]...)
			rows = rows[at+1+styleLength:]
		}
		_, err := w.Write(append(out, rows...))
		return err
	}
	for _, piece := range p.plain {
		if err := write(piece); err != nil {
			return used, err
		}
	}
	var unpacker io.ReadCloser
	var rows bytes.Buffer
	for _, piece := range p.packed {
		from := bytes.NewReader(piece)
		if unpacker == nil {
			unpacker = flate.NewReader(from)
		} else if err := unpacker.(flate.Resetter).Reset(from, nil); err != nil {
			return used, err
		}
		rows.Reset()
		if _, err := rows.ReadFrom(unpacker); err != nil {
			return used, err
		}
		if err := write(rows.Bytes()); err != nil {
			return used, err
		}
	}
	err = write(p.open)
	return used, err
}

func newSpool() *spool { return &spool{corners: corners{}, numbers: map[look]int{}} }

// spool makes the rows of a sheet whose columns have their widths, as far as they can be
// made without the other sheets.
func (s *sheet) spool() error {
	p, at := newSpool(), 0
	const usual = 80 // bytes of a cell
	p.open = make([]byte, 0, min(usual*s.length()*len(s.widths), spoolPiece*9/8))
	known := make([]measured, len(s.widths))
	for r := range s.all() {
		at++
		if len(r.cells) == 0 && r.height == 0 {
			continue
		}
		p.begin(at, cmp.Or(r.height, s.height(at, r, known)))
		black := false
		for j := range r.cells {
			c, column := &r.cells[j], p.column(j)
			l := c.look
			if l.numeric && l.right {
				// LibreOffice sets a number without its indent if the one before it has
				// another format and the same font.
				l.black, black = black, !black
			}
			if c.link.follows() && len(p.links) < maxLinks {
				p.links = append(p.links, placed{column.name, at, c.link})
			} else {
				l.link = false
			}
			if !column.looked || column.look != l {
				column.looked, column.look, column.number = true, l, p.look(l)
			}
			if len(c.formula) > maxFormula && utf8.RuneCountInString(c.formula) > maxFormula {
				c.formula = "" // what it comes to is there
			}
			p.cell(j, column.number, c)
		}
		if err := p.end(); err != nil {
			return err
		}
	}
	p.packer = nil
	s.spooled = p
	return nil
}
