package xlsx

import (
	"bytes"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"baocao/internal/ooxml"
	"baocao/internal/workbook"
)

// sharedString is one entry of the table of texts that cells point to. It is
// built once, however many cells use it.
type sharedString struct {
	text string
	runs []workbook.Run
	// of the runs; nil where none has one of its own. What is seen of them depends on the cell.
	colors []color
}

func (r *reader) readStrings(part string) ([]sharedString, error) {
	data, err := r.Read(part)
	if err != nil {
		return nil, err
	}
	x, err := ooxml.NewScanner(part, data, r.Guard)
	if err != nil {
		return nil, err
	}
	if err := x.Root("sst"); err != nil {
		return nil, err
	}
	var out []sharedString
	var buf []byte
	err = x.Children(func(name string) error {
		if name != "si" {
			return nil
		}
		text, runs, colors, err := richText(x, buf[:0], r.Guard.MaxTextLen)
		if err != nil {
			return err
		}
		out = append(out, sharedString{string(text), runs, colors})
		buf = text
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, x.Finish()
}

// richText reads the text of an <si> or <is> element up to its end: plain text,
// or runs each with its own font. Phonetic guides are no part of the text.
func richText(x *ooxml.Scanner, dst []byte, limit int) ([]byte, []workbook.Run, []color, error) {
	var runs []workbook.Run
	var colors []color // of the runs up to the last that has one
	unlike := false    // some run does not look like the cell
	err := x.Children(func(name string) (err error) {
		switch name {
		case "t":
			from := len(dst)
			dst, err = appendString(x, dst)
			if len(runs) > 0 && len(dst) > from {
				runs = append(runs, workbook.Run{Text: string(dst[from:])})
			}
		case "r":
			from, run, own := len(dst), workbook.Run{}, color{}
			if len(runs) == 0 && from > 0 { // text before the first run has the cell's font
				runs = append(runs, workbook.Run{Text: string(dst)})
			}
			err = x.Children(func(name string) (err error) {
				switch name {
				case "rPr":
					err = x.Children(func(name string) error {
						switch name {
						case "rFont":
							run.Font = x.AttrText("val")
						case "strike":
							run.Struck = isOn(x)
						case "color":
							own = colorOf(x)
						case "vertAlign":
							run.Script = scripts[x.AttrText("val")]
						}
						return nil
					})
				case "t":
					dst, err = appendString(x, dst)
				}
				return err
			})
			if len(dst) > from {
				run.Text = string(dst[from:])
				runs = append(runs, run)
				unlike = unlike || run != workbook.Run{Text: run.Text}
				if own.kind != unknown && own != black && own != (color{kind: ofTheme, value: 1}) {
					colors = append(colors, make([]color, len(runs)-len(colors))...)
					colors[len(runs)-1] = own
				}
			}
		}
		if err == nil && len(dst) > limit {
			err = workbook.TooMuch(workbook.LimitText, limit)
		}
		return err
	})
	if !unlike && colors == nil {
		runs = nil
	}
	return dst, runs, colors, err
}

// appendString appends the text of the element just started, with the escapes
// that spreadsheets add to those of XML (_x000D_) decoded.
func appendString(x *ooxml.Scanner, dst []byte) ([]byte, error) {
	from := len(dst)
	dst, err := x.TextContent(dst)
	if err != nil {
		return dst, err
	}
	return decodeEscapes(dst, from), nil
}

// scripts are the values of vertAlign.
var scripts = map[string]workbook.Script{"superscript": workbook.Raised, "subscript": workbook.Lowered}

// isOn reads a property that is on by being there: <strike/>.
func isOn(x *ooxml.Scanner) bool {
	_, given := x.Attr("val")
	return !given || x.AttrTrue("val")
}

// decodeEscapes decodes _xHHHH_ in s[from:], in place: what it stands for is
// never longer. Surrogate pairs written as two escapes become one character.
func decodeEscapes(s []byte, from int) []byte {
	if !bytes.Contains(s[from:], []byte("_x")) {
		return s
	}
	out := s[:from]
	for i := from; i < len(s); {
		u, ok := escapeAt(s, i)
		if !ok {
			out = append(out, s[i])
			i++
			continue
		}
		i += 7
		if utf16.IsSurrogate(u) {
			low, ok := escapeAt(s, i)
			if r := utf16.DecodeRune(u, low); ok && r != utf8.RuneError {
				u, i = r, i+7
			} else {
				u = utf8.RuneError
			}
		}
		out = utf8.AppendRune(out, u)
	}
	return out
}

func escapeAt(s []byte, i int) (rune, bool) {
	if i+7 > len(s) || s[i] != '_' || s[i+1] != 'x' || s[i+6] != '_' {
		return 0, false
	}
	u, err := strconv.ParseUint(string(s[i+2:i+6]), 16, 16)
	return rune(u), err == nil
}
