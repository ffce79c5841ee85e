// Package drawing reads the words of what is drawn over the cells of an Open XML
// workbook: text boxes and other shapes, and the boxes and labels of older programs.
package drawing

import (
	"bytes"
	"strconv"
	"strings"

	"baocao/internal/ooxml"
	"baocao/internal/workbook"
)

// Read reads the drawings of a sheet, given its relations. Damage in one must not make
// the file fail: the sheet says that some of it was not read.
func Read(a *ooxml.Archive, of ooxml.Relations, sheet *workbook.Sheet) error {
	read := map[string]bool{}
	for _, rel := range of {
		drawn := rel.Kind == "drawing" || rel.Kind == "vmlDrawing"
		if !drawn || rel.Target == "" || read[rel.Target] || !a.Has(rel.Target) {
			continue
		}
		read[rel.Target] = true
		data, err := a.Read(rel.Target)
		if err != nil {
			return err
		}
		if rel.Kind == "drawing" || !isOfNotes(data) {
			r := &reader{guard: a.Guard, sheet: sheet}
			err = r.read(rel.Target, data)
		}
		a.Guard.Release(len(data))
		if err != nil && a.Guard.Check() == nil {
			sheet.Unread, err = true, nil
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// isOfNotes: the old drawing holds the frames of remarks only, which are read from their
// own part, and pictures of headers.
func isOfNotes(data []byte) bool {
	kinds, notes := bytes.Count(data, []byte("ObjectType=")), 0
	for _, quote := range []string{`"`, `'`} {
		notes += bytes.Count(data, []byte("ObjectType="+quote+"Note"+quote))
	}
	return kinds == notes
}

// reader reads one drawing.
type reader struct {
	*ooxml.Scanner
	guard    *workbook.Guard
	sheet    *workbook.Sheet
	row, col int // where the shape that is being read begins
}

func (r *reader) read(part string, data []byte) (err error) {
	if r.Scanner, err = ooxml.NewScanner(part, data, r.guard); err != nil {
		return err
	}
	tok, err := r.Next()
	for err == nil && tok != ooxml.StartTag {
		tok, err = r.Next()
	}
	if err != nil {
		return err
	}
	if err := r.shapes(); err != nil {
		return err
	}
	return r.Finish()
}

// shapes reads the children of an element that holds shapes: a drawing, a group of
// shapes, what ties one to its cell.
func (r *reader) shapes() error {
	chosen := false
	return r.Children(func(name string) error {
		switch name {
		case "twoCellAnchor", "oneCellAnchor", "absoluteAnchor":
			r.row, r.col = 0, 0
			return r.shapes()
		case "grpSp", "group", "AlternateContent":
			return r.shapes()
		case "Choice": // what newer programs show in place of what follows
			chosen = true
			return r.shapes()
		case "Fallback":
			if chosen {
				return nil
			}
			return r.shapes()
		case "from":
			return r.from()
		case "sp", "cxnSp":
			return r.shape()
		case "graphicFrame":
			return r.frame()
		case "shape", "rect", "roundrect", "oval":
			return r.oldShape()
		}
		return nil
	})
}

// from reads the cell that the shape's corner lies in, counted from 0.
func (r *reader) from() error {
	return r.Children(func(name string) error {
		to := &r.row
		switch name {
		case "col":
			to = &r.col
		case "row":
		default:
			return nil
		}
		text, err := r.TextContent(nil)
		if n, bad := strconv.Atoi(strings.TrimSpace(string(text))); bad == nil && n >= 0 && n < workbook.MaxRow {
			*to = n + 1
		}
		return err
	})
}

// shape reads one shape. What its sender has hidden nobody sees.
func (r *reader) shape() error {
	var words words
	hidden := false
	err := r.Children(func(name string) error {
		switch name {
		case "nvSpPr", "nvCxnSpPr":
			return r.Children(func(name string) error {
				hidden = hidden || name == "cNvPr" && r.AttrTrue("hidden")
				return nil
			})
		case "txBody":
			return r.Children(func(name string) error {
				if name != "p" {
					return nil
				}
				return r.paragraph(&words)
			})
		}
		return nil
	})
	if err != nil || hidden {
		return err
	}
	return r.sheet.AddBox(r.row, r.col, words.runs, r.guard)
}

// words are those of a shape while it is read.
type words struct {
	runs []workbook.Run
	size int
}

func (w *words) add(run workbook.Run, limit int) error {
	if w.size += len(run.Text); w.size > limit {
		return workbook.TooMuch(workbook.LimitText, limit)
	}
	if run.Text != "" {
		w.runs = append(w.runs, run)
	}
	return nil
}

func (w *words) line(limit int) error {
	if len(w.runs) == 0 {
		return nil
	}
	return w.add(workbook.Run{Text: "\n", Font: w.runs[len(w.runs)-1].Font}, limit)
}

func (r *reader) paragraph(to *words) error {
	if err := to.line(r.guard.MaxTextLen); err != nil {
		return err
	}
	return r.Children(func(name string) error {
		switch name {
		case "r", "fld":
			var run workbook.Run
			err := r.Children(func(name string) error {
				switch name {
				case "rPr":
					strike := r.AttrText("strike")
					run.Struck = strike != "" && strike != "noStrike"
					return r.Children(func(name string) error {
						if name == "latin" {
							run.Font = r.AttrText("typeface")
						}
						return nil
					})
				case "t":
					text, err := r.TextContent(nil)
					run.Text = string(text)
					return err
				}
				return nil
			})
			if err != nil {
				return err
			}
			if strings.HasPrefix(run.Font, "+") { // that of the theme
				run.Font = ""
			}
			return to.add(run, r.guard.MaxTextLen)
		case "br":
			return to.line(r.guard.MaxTextLen)
		}
		return nil
	})
}

// frame looks at what stands in a frame of its own: a chart tells its figures of the cells,
// anything else may hold words in a part that is not read.
func (r *reader) frame() error {
	return r.Children(func(name string) error {
		if name != "graphic" {
			return nil
		}
		return r.Children(func(name string) error {
			if uri := r.AttrText("uri"); name == "graphicData" && !strings.Contains(uri, "/chart") &&
				!strings.Contains(uri, "/slicer") {
				r.sheet.Unread = true
			}
			return nil
		})
	})
}

// oldShape reads a shape of the language that drawings were written in before: its words
// are a web page's.
func (r *reader) oldShape() error {
	var words words
	kind := ""
	hidden := strings.Contains(strings.ReplaceAll(r.AttrText("style"), " ", ""), "visibility:hidden")
	r.row, r.col = 0, 0
	err := r.Children(func(name string) error {
		switch name {
		case "textbox":
			return r.page(&words)
		case "ClientData":
			kind = r.AttrText("ObjectType")
			return r.Children(func(name string) error {
				if name != "Anchor" {
					return nil
				}
				text, err := r.TextContent(nil)
				at := strings.Split(string(text), ",")
				if len(at) > 2 { // column, room on its left, row
					col, bad := strconv.Atoi(strings.TrimSpace(at[0]))
					row, worse := strconv.Atoi(strings.TrimSpace(at[2]))
					if bad == nil && worse == nil && row >= 0 && row < workbook.MaxRow && col >= 0 {
						r.row, r.col = row+1, col+1
					}
				}
				return err
			})
		}
		return nil
	})
	if err != nil || hidden || kind == "Note" {
		return err
	}
	return r.sheet.AddBox(r.row, r.col, words.runs, r.guard)
}

// page reads the words of a web page's elements, each block of them on a line.
func (r *reader) page(to *words) error {
	for depth := 0; ; {
		tok, err := r.Next()
		if err != nil {
			return err
		}
		switch tok {
		case ooxml.EndTag:
			if depth == 0 {
				return nil
			}
			depth--
		case ooxml.StartTag:
			depth++
			if name := string(r.Local); name == "div" || name == "p" || name == "br" {
				err = to.line(r.guard.MaxTextLen)
			}
		case ooxml.Characters:
			text := strings.Join(strings.Fields(" "+string(r.AppendText(nil))+" "), " ")
			if text != "" {
				err = to.add(workbook.Run{Text: text + " "}, r.guard.MaxTextLen)
			}
		}
		if err != nil {
			return err
		}
	}
}
