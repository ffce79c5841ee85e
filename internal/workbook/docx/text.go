package docx

import (
	"strconv"

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
	shaded     bool // the ground may be of another colour than white
}

func (r *reader) newText() *text { return &text{reader: r, shaded: r.shaded} }

func (t *text) blank() bool { return ooxml.IsBlank(t.text) }

// face is how the text begins; bold, crossed out or unseen only where all of it is.
func (t *text) face() face {
	f := face{bold: !t.light}
	if len(t.runs) > 0 {
		f.font = t.runs[0].Font
	}
	if len(t.runs) == 1 {
		f.struck, f.unseen = t.runs[0].Struck, t.runs[0].Unseen
	}
	return f
}

// isPlain: nothing in the text is hidden, crossed out, raised or lowered.
func (t *text) isPlain() bool {
	for _, r := range t.runs {
		if r != (workbook.Run{Text: r.Text, Font: r.Font}) {
			return false
		}
	}
	return true
}

// cellRuns are the stretches of several looks; nil for one.
func (t *text) cellRuns() []workbook.Run {
	if len(t.runs) < 2 && (len(t.runs) == 0 || t.runs[0].Script == workbook.OnLine) {
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
			return x.Children(func(name string) error {
				t.shaded = t.shaded || isShade(x, name)
				if property == nil {
					return nil
				}
				return property(name)
			})
		case "p":
			return t.paragraph(x)
		case "tblPr":
			return t.tableProperties(x)
		case "sdt":
			return control(x, func() error { return t.blocks(x, nil) })
		case "tbl", "tr", "tc", "sdtContent", "customXml", "ins", "moveTo":
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
		if err := t.add("\n", t.lastLook()); err != nil {
			return err
		}
	}
	return t.inline(x, t.styles.paragraph(""))
}

// lastLook is that of the text so far.
func (t *text) lastLook() workbook.Run {
	if n := len(t.runs); n > 0 {
		return t.runs[n-1]
	}
	return workbook.Run{}
}

// control reads a field to fill in, unless nobody has: its own hint is no text.
func control(x *ooxml.Scanner, content func() error) error {
	blank := false
	return x.Children(func(name string) error {
		switch name {
		case "sdtPr":
			return x.Children(func(name string) error {
				blank = blank || name == "showingPlcHdr" && x.On()
				return nil
			})
		case "sdtContent":
			if !blank {
				return content()
			}
		}
		return nil
	})
}

// tableProperties looks for a style that may give the table's cells a ground.
func (r *reader) tableProperties(x *ooxml.Scanner) error {
	return x.Children(func(name string) error {
		if name == "tblStyle" {
			r.shaded = r.shaded || r.styles.shade(x.AttrLocal("val"))
		}
		return nil
	})
}

// isShade: the property just started gives a ground a colour of its own.
func isShade(x *ooxml.Scanner, name string) bool {
	if name != "shd" {
		return false
	}
	if fill := x.AttrLocal("fill"); fill == "" || fill == "auto" || isWhite(fill) {
		return x.AttrLocal("val") != "clear" && x.AttrLocal("val") != "nil" || x.AttrLocal("themeFill") != ""
	}
	return true
}

// isWhite tells a colour that nobody sees on paper.
func isWhite(color string) bool {
	n, err := strconv.ParseUint(color, 16, 32)
	return err == nil && workbook.Alike(uint32(n), 0xFFFFFF)
}

// inline reads the runs of the element just started. What was deleted or moved
// away is passed over, as are pictures and remarks.
func (t *text) inline(x *ooxml.Scanner, look look) error {
	return x.Children(func(name string) error {
		switch name {
		case "pPr":
			return x.Children(func(name string) error {
				if name == "pStyle" {
					look = t.styles.paragraph(x.AttrLocal("val"))
				}
				look.shaded = look.shaded || isShade(x, name)
				return nil
			})
		case "r":
			if string(x.Prefix) == "m" {
				return nil
			}
			return t.run(x, look)
		case "oMath", "oMathPara": // "1/2" would read as 12
			return t.add("[công thức]", workbook.Run{Font: look.font})
		case "sdt":
			return control(x, func() error { return t.inline(x, look) })
		case "ins", "moveTo", "hyperlink", "smartTag", "sdtContent", "fldSimple", "customXml", "dir", "bdo":
			return t.inline(x, look)
		}
		return nil
	})
}

// run reads one run.
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
			return t.show(string(t.raw), look)
		case "tab", "ptab":
			return t.show("\t", look)
		case "br", "cr":
			return t.show("\n", look)
		case "noBreakHyphen":
			return t.show("-", look)
		case "sym":
			return t.show("•", look)
		case "drawing", "pict", "object", "AlternateContent":
			return t.boxes(x)
		}
		return nil
	})
}

// boxes reads the text boxes of a drawing: each is a text of its own. What a newer program
// shows stands before what others show in its place.
func (r *reader) boxes(x *ooxml.Scanner) error {
	chosen := false
	return x.Children(func(name string) error {
		switch name {
		case "txbxContent":
			t := r.newText()
			t.shaded = true // by the box, whose colour is not looked up
			if err := t.blocks(x, nil); err != nil {
				return err
			}
			runs := t.cellRuns()
			if runs == nil {
				f := t.face()
				runs = []workbook.Run{{Text: string(t.text), Font: f.font, Struck: f.struck, Unseen: f.unseen}}
			}
			return r.sheet.AddBox(0, 0, runs, r.guard)
		case "Fallback":
			if chosen {
				return nil
			}
		case "Choice":
			chosen = true
		}
		return r.boxes(x)
	})
}

// show adds a text. What is crossed out or hidden is kept, and told: a figure of
// that kind has to be asked about, and must not leave the office.
func (t *text) show(s string, look look) error {
	blank := ooxml.IsBlank([]byte(s))
	if !look.bold && !blank {
		t.light = true
	}
	as := workbook.Run{Font: look.font, Struck: look.struck, Script: look.script,
		Unseen: look.hidden || look.white && !look.shaded && !t.shaded}
	if blank && len(t.runs) > 0 { // a blank looks like what stands before it
		as = t.lastLook()
	}
	return t.add(s, as)
}

func (t *text) add(s string, as workbook.Run) error {
	if len(t.text)+len(s) > t.guard.MaxTextLen {
		return workbook.TooMuch(workbook.LimitText, t.guard.MaxTextLen)
	}
	if n := len(t.runs); n == 0 || t.runs[n-1] != as {
		if err := t.guard.Use(56); err != nil {
			return err
		}
		t.runs = append(t.runs, as)
		t.starts = append(t.starts, len(t.text))
	}
	t.text = append(t.text, s...)
	return nil
}

// look is how a run is set.
type look struct {
	font                 string
	struck, hidden, bold bool
	white, shaded        bool
	script               workbook.Script
}

// read reads the properties of a run over what its paragraph says.
func (l *look) read(x *ooxml.Scanner, s *styles) error {
	struck := false // once or twice
	return x.Children(func(name string) error {
		switch name {
		case "rStyle":
			*l = s.over(*l, x.AttrLocal("val"))
		case "rFonts":
			if font := x.AttrLocal("ascii"); font != "" {
				l.font = font
			}
		case "strike", "dstrike":
			struck = struck || x.On()
			l.struck = struck
		case "vanish", "specVanish":
			l.hidden = x.On()
		case "b":
			l.bold = x.On()
		case "color":
			l.white = isWhite(x.AttrLocal("val"))
		case "shd", "highlight":
			l.shaded = l.shaded || isShade(x, name) || name == "highlight" && x.On()
		case "vertAlign":
			l.script = scripts[x.AttrLocal("val")]
		case "position":
			switch v := x.AttrLocal("val"); {
			case v == "" || v == "0":
			case v[0] == '-':
				l.script = workbook.Lowered
			default:
				l.script = workbook.Raised
			}
		}
		return nil
	})
}

// scripts are the values of vertAlign.
var scripts = map[string]workbook.Script{"superscript": workbook.Raised, "subscript": workbook.Lowered}

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
	shaded  bool // a table's: some of its cells have a ground
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
	id := x.AttrLocal("styleId")
	if x.AttrLocal("type") == "paragraph" && ooxml.IsTrue(x.AttrLocal("default")) {
		s.normal = id
	}
	st := style{x: x}
	err := x.Children(func(name string) error {
		switch name {
		case "basedOn":
			st.basedOn = x.AttrLocal("val")
		case "rPr":
			st.from = x.From
			if err := x.Skip(); err != nil {
				return err
			}
			st.to = x.Pos()
		case "tcPr", "tblPr", "tblStylePr":
			return shades(x, &st.shaded)
		}
		return nil
	})
	s.all[id] = st
	return err
}

// shades looks for a ground in the element just started.
func shades(x *ooxml.Scanner, found *bool) error {
	return x.Children(func(name string) error {
		*found = *found || isShade(x, name)
		return shades(x, found)
	})
}

// shade tells whether a style, or one that it is based on, gives cells a ground.
func (s *styles) shade(id string) bool {
	for range maxBased {
		st, ok := s.all[id]
		if !ok || st.shaded {
			return st.shaded
		}
		id = st.basedOn
	}
	return false
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
