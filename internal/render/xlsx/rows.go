package xlsx

import (
	"cmp"
	"math"
	"strconv"
	"unicode/utf8"

	"baocao/internal/ooxml"
)

// spooled are the rows of a sheet as its part has them, until the parts are written. The
// library would hold all of them, and the finisher read them once more; a sheet of a
// hundred thousand answers takes hundreds of megabytes. Here they are packed as they come.
type spooled struct {
	packed  ooxml.Content
	corners corners
	links   links // what leads from them
}

// spool makes the rows of a sheet.
type spool struct {
	*spooled
	book *book
	open []byte // rows that are not packed

	columns []column
	row     int
	digits  []byte // of the row
}

// column is a column, and what stands in its last cell: very many rows say the same below
// each other.
type column struct {
	name string

	look   look
	style  int // of that look
	looked bool

	text     string
	in       int // the text's style
	like     likeness
	from, to int // what stands behind the row's number, in the open rows; to is 0 for nothing
}

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
	p.row, p.digits = row, strconv.AppendInt(p.digits[:0], int64(row), 10)
	p.add(`<row r="`)
	p.open = append(p.open, p.digits...)
	p.add(`" ht="`)
	p.open = strconv.AppendFloat(p.open, height, 'f', -1, 64)
	p.add(`" customHeight="1">`)
}

// end ends a row.
func (p *spool) end() {
	p.add("</row>")
	if len(p.open) < ooxml.PieceSize {
		return
	}
	for i := range p.columns {
		p.columns[i].to = 0
	}
	p.packed.Take(p.open)
	p.open = ooxml.NewPiece()
}

func (p *spool) add(s string) { p.open = append(p.open, s...) }

// style adds a style.
func (p *spool) style(number int) {
	p.add(` s="`)
	p.open = append(strconv.AppendInt(p.open, int64(number), 10), '"')
}

// place adds the place of a cell.
func (p *spool) place(of *column) {
	p.add(` r="`)
	p.add(of.name)
	p.open = append(append(p.open, p.digits...), '"')
}

// cell adds a cell, in a column from 0. A text is always written as a text: whatever a
// department typed, it never becomes a formula.
func (p *spool) cell(at, style int, c *cell) {
	x, number, said := 0.0, c.number != nil, c.text
	if number {
		if x = c.number.Float(); math.IsInf(x, 0) {
			number, said = false, c.number.Plain()
		}
	}
	said = fitting(said)
	if c.formula == "" && !number && said != "" {
		p.text(at, style, said)
		return
	}
	p.add("<c")
	if c.formula != "" && !number && outerSpace(said) {
		p.add(` xml:space="preserve"`)
	}
	p.place(p.column(at))
	p.style(style)
	if c.formula != "" {
		p.corners.add(at+1, p.row, true)
	}
	switch {
	case number:
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

// text adds a cell with a text.
func (p *spool) text(at, style int, said string) {
	above := p.column(at)
	p.add("<c")
	p.place(above)
	if above.to > 0 && above.in == style && above.text == said {
		p.open = append(p.open, p.open[above.from:above.to]...)
	} else {
		n, like := p.book.texts.find(said)
		above.text, above.in, above.like, above.from = said, style, like, len(p.open)
		if like != plain {
			style = p.book.twin(style)
		}
		p.style(style)
		if n < 0 {
			p.add(` t="inlineStr"><is>`)
			p.open = appendSaid(p.open, said)
			p.add("</is></c>")
		} else {
			p.add(` t="s"><v>`)
			p.open = strconv.AppendInt(p.open, int64(n), 10)
			p.add("</v></c>")
		}
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

func newSpool(b *book) *spool {
	return &spool{spooled: &spooled{corners: corners{}}, book: b, open: ooxml.NewPiece()}
}

// spool makes the rows of a sheet whose columns have their widths.
func (s *sheet) spool(b *book) error {
	p, at := newSpool(b), 0
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
			if c.link.follows() && p.links.count < maxLinks {
				p.links.add(column.name, at, c.link)
			} else {
				l.link = false
			}
			if !column.looked || column.look != l {
				style, err := b.style(l)
				if err != nil {
					return err
				}
				column.looked, column.look, column.style = true, l, style
			}
			if len(c.formula) > maxFormula && utf8.RuneCountInString(c.formula) > maxFormula {
				c.formula = "" // what it comes to is there
			}
			p.cell(j, column.style, c)
		}
		p.end()
	}
	p.packed.Take(p.open)
	s.spooled = p.spooled
	return nil
}
