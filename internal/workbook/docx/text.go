package docx

import (
	"unicode"
	"unicode/utf8"

	"baocao/internal/ooxml"
	"baocao/internal/workbook"
)

// text is what a cell or a paragraph of the body shows.
type text struct {
	*reader
	text       []byte
	runs       []workbook.Run // without their texts, which cellRuns cuts
	starts     []int          // of the runs, in text
	paragraphs int
	light      bool // some of it is not bold
	raw        []byte
}

func (r *reader) newText() *text { return &text{reader: r} }

func (t *text) blank() bool { return ooxml.IsBlank(t.text) }

// face is how the text begins; bold only where all of it is.
func (t *text) face() face {
	f := face{bold: !t.light}
	if len(t.runs) > 0 {
		f.font = t.runs[0].Font
	}
	return f
}

// cellRuns are the stretches of several fonts; nil for one.
func (t *text) cellRuns() []workbook.Run {
	if len(t.runs) < 2 {
		return nil
	}
	for i, from := range t.starts {
		to := len(t.text)
		if i+1 < len(t.starts) {
			to = t.starts[i+1]
		}
		t.runs[i].Text = string(t.text[from:to])
	}
	return t.runs
}

// blocks reads the paragraphs of a cell, those of tables within it too; property
// is told of each property of the cell itself.
func (t *text) blocks(x *ooxml.Scanner, property func(name string) error) error {
	return x.Children(func(name string) error {
		switch name {
		case "tcPr":
			if property == nil {
				return nil
			}
			return x.Children(property)
		case "p":
			return t.paragraph(x)
		case "tbl", "tr", "tc", "sdt", "sdtContent", "customXml", "ins", "moveTo":
			return t.blocks(x, nil)
		case "altChunk":
			return workbook.Refuse("B116", nil)
		}
		return nil
	})
}

// paragraph reads the paragraph just started, on a line of its own.
func (t *text) paragraph(x *ooxml.Scanner) error {
	if t.paragraphs++; t.paragraphs > 1 && len(t.text) > 0 {
		if err := t.add("\n", t.lastFont()); err != nil {
			return err
		}
	}
	return t.inline(x, t.styles.paragraph(""))
}

func (t *text) lastFont() string {
	if n := len(t.runs); n > 0 {
		return t.runs[n-1].Font
	}
	return ""
}

// inline reads the runs of the element just started. What was deleted or moved
// away is passed over, as are pictures, text boxes and remarks.
func (t *text) inline(x *ooxml.Scanner, look look) error {
	return x.Children(func(name string) error {
		switch name {
		case "pPr":
			return x.Children(func(name string) error {
				if name == "pStyle" {
					look = t.styles.paragraph(attr(x, "val"))
				}
				return nil
			})
		case "r":
			if string(x.Prefix) == "m" {
				return nil
			}
			return t.run(x, look)
		case "oMath", "oMathPara": // "1/2" would read as 12
			return t.add("[công thức]", look.font)
		case "ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo":
			return t.inline(x, look)
		}
		return nil
	})
}

// run reads one run. A raised number after a digit is that of a footnote, and no
// part of the figure.
func (t *text) run(x *ooxml.Scanner, look look) error {
	return x.Children(func(name string) error {
		switch name {
		case "rPr":
			if err := look.read(x, t.styles); err != nil {
				return err
			}
		case "t":
			var err error
			if t.raw, err = x.TextContent(t.raw[:0]); err != nil {
				return err
			}
			if look.raised && t.endsInDigit() {
				return nil
			}
			return t.show(string(t.raw), look)
		case "tab", "ptab":
			return t.show("\t", look)
		case "br", "cr":
			return t.show("\n", look)
		case "noBreakHyphen":
			return t.show("-", look)
		case "sym":
			return t.show("•", look)
		}
		return nil
	})
}

func (t *text) endsInDigit() bool {
	last, _ := utf8.DecodeLastRune(t.text)
	return unicode.IsDigit(last) || last == ')' || last == '%'
}

func (t *text) show(s string, look look) error {
	if look.unseen {
		return nil
	}
	if !look.bold && !ooxml.IsBlank([]byte(s)) {
		t.light = true
	}
	return t.add(s, look.font)
}

func (t *text) add(s, font string) error {
	if len(t.text)+len(s) > t.guard.MaxTextLen {
		return workbook.TooMuch(workbook.LimitText, t.guard.MaxTextLen)
	}
	if n := len(t.runs); n == 0 || t.runs[n-1].Font != font {
		if err := t.guard.Use(56); err != nil {
			return err
		}
		t.runs = append(t.runs, workbook.Run{Font: font})
		t.starts = append(t.starts, len(t.text))
	}
	t.text = append(t.text, s...)
	return nil
}

// look is how a run is set.
type look struct {
	font                 string
	unseen, bold, raised bool
}

// read reads the properties of a run over what its paragraph says.
func (l *look) read(x *ooxml.Scanner, s *styles) error {
	struck, hidden := false, false
	err := x.Children(func(name string) error {
		switch name {
		case "rStyle":
			*l = s.over(*l, attr(x, "val"))
		case "rFonts":
			if font := attr(x, "ascii"); font != "" {
				l.font = font
			}
		case "strike", "dstrike":
			struck = struck || isOn(x)
			if !isOn(x) {
				l.unseen = false
			}
		case "vanish", "specVanish":
			hidden = hidden || isOn(x)
			if !isOn(x) {
				l.unseen = false
			}
		case "b":
			l.bold = isOn(x)
		case "vertAlign":
			l.raised = attr(x, "val") == "superscript"
		case "position":
			if v := attr(x, "val"); v != "" && v != "0" && v[0] != '-' {
				l.raised = true
			}
		case "rPrChange":
			return nil
		}
		return nil
	})
	l.unseen = l.unseen || struck || hidden
	return err
}

// styles are the styles of a document, by their id.
type styles struct {
	all    map[string]style
	base   look // of the whole document
	normal string
	looks  map[styled]look // that were worked out; at most maxLooks
}

// styled is a style put over a look.
type styled struct {
	look
	id string
}

// maxLooks bounds how many looks are remembered.
const maxLooks = 1 << 12

type style struct {
	basedOn string
	x       *ooxml.Scanner
	from    int
	to      int
}

func newStyles() *styles { return &styles{all: map[string]style{}, looks: map[styled]look{}} }

func (s *styles) read(x *ooxml.Scanner) error {
	return x.Children(func(name string) error {
		switch name {
		case "docDefaults":
			return x.Children(func(name string) error {
				if name != "rPrDefault" {
					return nil
				}
				return x.Children(func(name string) error {
					if name == "rPr" {
						return s.base.read(x, newStyles())
					}
					return nil
				})
			})
		case "style":
			return s.style(x)
		}
		return nil
	})
}

func (s *styles) style(x *ooxml.Scanner) error {
	id := attr(x, "styleId")
	if attr(x, "type") == "paragraph" && ooxml.IsTrue(attr(x, "default")) {
		s.normal = id
	}
	st := style{x: x}
	err := x.Children(func(name string) error {
		switch name {
		case "basedOn":
			st.basedOn = attr(x, "val")
		case "rPr":
			st.from = x.From
			if err := x.Skip(); err != nil {
				return err
			}
			st.to = x.Pos()
		}
		return nil
	})
	s.all[id] = st
	return err
}

// maxBased bounds how many styles one may be based on; a circle of them ends.
const maxBased = 20

// over is a look with a style put over it.
func (s *styles) over(l look, id string) look {
	of := styled{l, id}
	if known, ok := s.looks[of]; ok {
		return known
	}
	l = s.workOut(l, id)
	if len(s.looks) < maxLooks {
		s.looks[of] = l
	}
	return l
}

func (s *styles) workOut(l look, id string) look {
	var chain []style
	for len(chain) < maxBased {
		st, ok := s.all[id]
		if !ok {
			break
		}
		chain = append(chain, st)
		id = st.basedOn
	}
	for i := len(chain) - 1; i >= 0; i-- {
		st := chain[i]
		if st.to == 0 {
			continue
		}
		x := st.x.Within(st.from, st.to)
		if _, err := x.Next(); err == nil {
			_ = l.read(x, newStyles())
		}
	}
	return l
}

// paragraph is the look of a paragraph of a style; "" for the usual one.
func (s *styles) paragraph(id string) look {
	if id == "" {
		id = s.normal
	}
	return s.over(s.base, id)
}
