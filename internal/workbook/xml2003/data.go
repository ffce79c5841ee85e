package xml2003

import (
	"bytes"
	"cmp"
	"strings"
	"time"

	"baocao/internal/diag"
	"baocao/internal/ooxml"
	"baocao/internal/quantity"
	"baocao/internal/workbook"
)

// data reads the value of a cell.
func (s *sheetReader) data(c *workbook.Cell, st *style) error {
	kind := s.attr("Type")
	s.text.reset(st)
	if err := s.rich(&s.text, look{struck: st.struck, color: st.color, script: st.script},
		kind == "String"); err != nil {
		return err
	}
	raw := s.text.text
	v := bytes.TrimSpace(raw)
	if len(v) == 0 && kind != "String" {
		return nil // nothing, whatever it is to be
	}
	unfitting := workbook.Refuse("B126", diag.Args{"found": workbook.Printable(string(v))})
	switch kind {
	case "String":
		if len(raw) == 0 && !c.HasFormula {
			return nil
		}
		c.Kind, c.Text, c.Runs = workbook.Text, string(raw), s.text.runsOf()
	case "Number":
		return c.SetNumber(v)
	case "DateTime":
		n, ok := serial(string(v), s.book.Date1904)
		if !ok {
			return unfitting
		}
		c.Kind, c.Number = workbook.Number, n
		c.Style = s.date(st)
	case "Boolean":
		switch string(v) {
		case "1":
			c.Text = "TRUE"
		case "0":
			c.Text = "FALSE"
		default:
			return unfitting
		}
		c.Kind = workbook.Bool
	case "Error":
		c.Kind, c.Text = workbook.Error, string(v)
	default:
		return workbook.Refuse("B128", diag.Args{"found": workbook.Printable(kind)})
	}
	return nil
}

// serial turns a date into the day number that Excel keeps: of its calendar, which
// has a 29th of February 1900.
func serial(s string, from1904 bool) (quantity.Number, bool) {
	for _, layout := range []string{"2006-01-02T15:04:05", "2006-01-02T15:04:05Z", "2006-01-02"} {
		t, err := time.Parse(layout, s)
		if err != nil {
			continue
		}
		epoch := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
		switch {
		case from1904:
			epoch = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
		case t.Before(time.Date(1900, 3, 1, 0, 0, 0, 0, time.UTC)):
			epoch = time.Date(1899, 12, 31, 0, 0, 0, 0, time.UTC)
		}
		ms := quantity.Int(t.UnixMilli() - epoch.UnixMilli())
		return ms.Quo(quantity.Int(24 * 60 * 60 * 1000))
	}
	return quantity.Number{}, false
}

// comment reads the remark at a cell.
func (s *sheetReader) comment() error {
	return s.Children(func(name string) error {
		if name != "Data" {
			return nil
		}
		var text content
		text.reset(&style{})
		if err := s.rich(&text, look{}, true); err != nil || len(text.text) == 0 {
			return err
		}
		s.sheet.Comments = append(s.sheet.Comments, workbook.Comment{Row: s.row, Col: s.col, Text: string(text.text)})
		return s.guard.Use(64 + len(text.text))
	})
}

// look is how a stretch of a text is set; the font "" is that of the cell.
type look struct {
	font   string
	struck bool
	color  color
	script workbook.Script
}

// content collects the text of one cell and the looks of its stretches.
type content struct {
	cell   *style
	text   []byte
	runs   []workbook.Run // without their texts
	starts []int
	unlike bool
}

func (c *content) reset(cell *style) {
	*c = content{cell: cell, text: c.text[:0], runs: c.runs[:0], starts: c.starts[:0]}
}

func (c *content) mark(l look, from int) {
	if from == len(c.text) {
		return
	}
	run := workbook.Run{Font: l.font, Struck: l.struck, Script: l.script, Unseen: l.color.Alike(c.cell.ground)}
	unseen := c.cell.color.Alike(c.cell.ground)
	switch {
	case run.Unseen != unseen: // with the cell's own font it would be as seen as the cell
		run.Font = cmp.Or(run.Font, c.cell.font)
	case run.Font == c.cell.font:
		run.Font = ""
	}
	c.unlike = c.unlike || run != workbook.Run{Struck: c.cell.struck, Script: c.cell.script, Unseen: unseen}
	if n := len(c.runs); n > 0 && c.runs[n-1] == run {
		return
	}
	c.runs, c.starts = append(c.runs, run), append(c.starts, from)
}

func (c *content) runsOf() []workbook.Run {
	if !c.unlike {
		return nil
	}
	runs := make([]workbook.Run, len(c.runs))
	for i, from := range c.starts {
		to := len(c.text)
		if i+1 < len(c.starts) {
			to = c.starts[i+1]
		}
		runs[i] = c.runs[i]
		runs[i].Text = string(c.text[from:to])
	}
	return runs
}

// rich reads the text of the element just started, up to its end. A text may have
// elements of HTML in it that say how it looks.
func (s *sheetReader) rich(c *content, l look, mayLook bool) error {
	for {
		tok, err := s.Next()
		if err != nil {
			return err
		}
		switch tok {
		case ooxml.EndTag:
			return nil
		case ooxml.Characters:
			from := len(c.text)
			c.text = s.AppendText(c.text)
			if len(c.text) > s.guard.MaxTextLen {
				return workbook.TooMuch(workbook.LimitText, s.guard.MaxTextLen)
			}
			runs := len(c.runs)
			c.mark(l, from)
			if len(c.runs) > runs {
				if err := s.guard.Use(56); err != nil {
					return err
				}
			}
		case ooxml.StartTag:
			if !mayLook {
				return s.Bad()
			}
			inner := l
			switch strings.ToLower(string(s.Local)) {
			case "s", "del", "strike":
				inner.struck = true
			case "sup":
				inner.script = workbook.Raised
			case "sub":
				inner.script = workbook.Lowered
			case "font":
				if face := s.attr("Face"); face != "" {
					inner.font = face
				}
				if color, ok := s.value("Color"); ok {
					inner.color = colorOf(color, black)
				}
			}
			if err := s.rich(c, inner, true); err != nil {
				return err
			}
		}
	}
}
