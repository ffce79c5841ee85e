package xlsx

import (
	"bytes"
	"cmp"
	"compress/flate"
	"encoding/xml"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// spool holds the rows of a sheet as its part has them, until the parts are written.
// The library would hold all of them, and the finisher read them once more; a sheet of
// a hundred thousand answers takes hundreds of megabytes. What there is much of is held
// packed.
type spool struct {
	packed  [][]byte // whole rows
	open    []byte   // the rows after those
	packer  *flate.Writer
	corners corners

	columns []string // their names
	row     int
	escaped bytes.Buffer
	scratch []byte
}

// spoolPiece is how much of a sheet is packed at once.
const spoolPiece = 1 << 20

// twinMark stands before the number of a style whose twin is meant: how many styles
// there are is not known before the last sheet. No text can hold it.
const twinMark = 0

// maxDigits is how many digits of a number a spreadsheet keeps.
const maxDigits = 15

// column is the name of a column, from 0.
func (p *spool) column(at int) string {
	for len(p.columns) <= at {
		p.columns = append(p.columns, columnName(len(p.columns)))
	}
	return p.columns[at]
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

// cell adds a cell, in a column from 0. A text is always written as a text: whatever a
// department typed, it never becomes a formula.
func (p *spool) cell(column, style int, c cell) {
	x := 0.0
	if c.number != nil {
		if x = c.number.Float(); math.IsInf(x, 0) {
			c.number, c.text = nil, c.number.Plain()
		}
	}
	said := fitting(c.text)
	p.add("<c")
	if c.formula != "" && c.number == nil && outerSpace(said) {
		p.add(` xml:space="preserve"`)
	}
	p.add(` r="`)
	p.add(p.column(column))
	p.open = strconv.AppendInt(p.open, int64(p.row), 10)
	p.add(`" s="`)
	inline := c.formula == "" && c.number == nil && said != ""
	like := plain
	if inline {
		p.scratch = append(p.scratch[:0], said...)
		like = likenessOf(p.scratch)
	}
	if like != plain {
		p.open = append(p.open, twinMark)
	}
	if like == likeNumber || c.formula != "" {
		p.corners.add(column+1, p.row, c.formula != "")
	}
	p.open = strconv.AppendInt(p.open, int64(style), 10)
	p.add(`"`)
	switch {
	case inline:
		p.add(` t="inlineStr"><is><t`)
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
		p.add("</t></is>")
	case c.number != nil:
		p.add(">")
		p.formula(c.formula)
		p.add("<v>")
		p.open = appendFigure(p.open, x)
		p.add("</v>")
	case c.formula != "":
		p.add(` t="str">`)
		p.formula(c.formula)
		if said != "" {
			p.add("<v>")
			p.escape(literal(said))
			p.add("</v>")
		}
	default:
		p.add(">")
	}
	p.add("</c>")
}

func (p *spool) formula(f string) {
	if f != "" {
		p.add("<f>")
		p.escape(f)
		p.add("</f>")
	}
}

// escape adds a text as XML has it.
func (p *spool) escape(s string) {
	p.scratch = append(p.scratch[:0], s...)
	p.escaped.Reset()
	_ = xml.EscapeText(&p.escaped, p.scratch) // a buffer takes everything
	p.open = append(p.open, p.escaped.Bytes()...)
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

// writeTo writes the rows. A style that stands for its twin gets so much more; 0 for no
// twins. It reports whether some do.
func (p *spool) writeTo(w io.Writer, twin int) (used bool, err error) {
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
		some, err := writeMarked(w, rows.Bytes(), twin)
		if used = used || some; err != nil {
			return used, err
		}
	}
	some, err := writeMarked(w, p.open, twin)
	return used || some, err
}

// writeMarked writes rows with the numbers of their styles.
func writeMarked(w io.Writer, rows []byte, twin int) (used bool, err error) {
	for {
		before, after, marked := bytes.Cut(rows, []byte{twinMark})
		if _, err := w.Write(before); err != nil || !marked {
			return used, err
		}
		end := bytes.IndexByte(after, '"')
		style, err := strconv.Atoi(string(after[:end]))
		if err != nil {
			return used, err
		}
		if _, err := io.WriteString(w, strconv.Itoa(style+twin)); err != nil {
			return used, err
		}
		used, rows = used || twin > 0, after[end:]
	}
}

// spool makes the rows of a sheet, whose number is from 0, and notes what leads from
// them.
func (b *book) spool(n int, s *sheet) (*spool, error) {
	p, at := &spool{corners: corners{}}, 0
	for r := range s.all() {
		at++
		if len(r.cells) == 0 && r.height == 0 {
			continue
		}
		p.begin(at, cmp.Or(r.height, s.height(at, r)))
		black := false
		for j, c := range r.cells {
			if c.look.numeric && c.look.right {
				// LibreOffice sets a number without its indent if the one before it has
				// another format and the same font.
				c.look.black, black = black, !black
			}
			if c.link.follows() && len(b.links[n]) < maxLinks {
				b.links[n] = append(b.links[n], placed{p.column(j) + strconv.Itoa(at), c.link})
			} else {
				c.look.link = false
			}
			style, err := b.style(c.look)
			if err != nil {
				return nil, err
			}
			if utf8.RuneCountInString(c.formula) > maxFormula {
				c.formula = "" // what it comes to is there
			}
			p.cell(j, style, c)
		}
		if err := p.end(); err != nil {
			return nil, err
		}
	}
	p.packer = nil
	return p, nil
}
