// Package xlsbtest writes binary workbooks for tests: no other program on hand does.
package xlsbtest

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"baocao/internal/workbook"
)

// Record is one record of a part.
func Record(kind int, fields ...[]byte) []byte {
	body := bytes.Join(fields, nil)
	out := []byte{byte(kind)}
	if kind >= 0x80 {
		out = []byte{byte(kind) | 0x80, byte(kind >> 7)}
	}
	size := len(body)
	for ; size >= 0x80; size >>= 7 {
		out = append(out, byte(size)|0x80)
	}
	return append(append(out, byte(size)), body...)
}

// U8, U16 and U32 are whole numbers of one, two and four bytes.
func U8(n int) []byte  { return []byte{byte(n)} }
func U16(n int) []byte { return binary.LittleEndian.AppendUint16(nil, uint16(n)) }
func U32(n int) []byte { return binary.LittleEndian.AppendUint32(nil, uint32(n)) }

// Float is a number.
func Float(f float64) []byte { return binary.LittleEndian.AppendUint64(nil, math.Float64bits(f)) }

// Text is a text with its length.
func Text(s string) []byte {
	units := utf16.Encode([]rune(s))
	out := U32(len(units))
	for _, u := range units {
		out = append(out, U16(int(u))...)
	}
	return out
}

// Parts are the parts of a workbook by name.
type Parts map[string][]byte

// Pack makes a file of its parts.
func (p Parts) Pack() []byte {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	names := make([]string, 0, len(p))
	for name := range p {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		f, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err == nil {
			_, err = f.Write(p[name])
		}
		if err != nil {
			panic(err)
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

const relationKinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

func relations(kindsAndTargets ...string) []byte {
	var out strings.Builder
	out.WriteString(`<?xml version="1.0" encoding="UTF-8"?><Relationships ` +
		`xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for i := 0; i < len(kindsAndTargets); i += 2 {
		fmt.Fprintf(&out, `<Relationship Id="rId%d" Type="%s%s" Target="%s"/>`, i/2+1, relationKinds,
			kindsAndTargets[i], kindsAndTargets[i+1])
	}
	return []byte(out.String() + `</Relationships>`)
}

// Of are the parts of a book.
func Of(b *workbook.Book) Parts {
	w := &writer{parts: Parts{}, xfs: map[*workbook.Style]int{}, texts: map[string]int{}}
	w.fonts = append(w.fonts, font("Times New Roman", false, false, 0))
	var rels []string
	var sheets, external, names [][]byte
	for i, s := range b.Sheets {
		name := "worksheets/sheet" + strconv.Itoa(i+1) + ".bin"
		w.parts["xl/"+name] = w.sheet(s)
		rels = append(rels, "worksheet", name)
		sheets = append(sheets, Record(156, U32(int(s.Visibility)), U32(i+1), Text("rId"+strconv.Itoa(i+1)),
			Text(s.Name)))
		external = append(external, U32(0), U32(i), U32(i))
	}
	for _, n := range b.Names {
		link := slices.IndexFunc(b.Sheets, func(s *workbook.Sheet) bool { return s.Name == n.Sheet })
		rgce := bytes.Join([][]byte{U8(0x3B), U16(link), U32(n.Range.Row - 1), U32(n.Range.LastRow - 1),
			U16(n.Range.Col - 1), U16(n.Range.LastCol - 1)}, nil)
		names = append(names, Record(39, U32(0), U8(0), U32(-1), Text(n.Name), U32(len(rgce)), rgce, U32(0), U32(-1)))
	}
	rels = append(rels, "styles", "styles.bin", "sharedStrings", "sharedStrings.bin")
	date1904 := 0
	if b.Date1904 {
		date1904 = 1
	}
	w.parts["xl/workbook.bin"] = bytes.Join([][]byte{Record(131),
		Record(153, U32(date1904), U32(0), Text("")), Record(143),
		bytes.Join(sheets, nil), Record(144), Record(353), Record(357),
		Record(362, U32(len(b.Sheets)), bytes.Join(external, nil)), Record(354), bytes.Join(names, nil),
		Record(157, U32(0), U32(1), U32(100), Float(0.001), U32(1), U16(2)), Record(132)}, nil)
	w.parts["xl/_rels/workbook.bin.rels"] = relations(rels...)
	w.parts["_rels/.rels"] = relations("officeDocument", "xl/workbook.bin")
	w.parts["[Content_Types].xml"] = contentTypes(len(b.Sheets))
	items := make([][]byte, len(w.texts))
	for text, i := range w.texts {
		items[i] = Record(19, U8(0), Text(text))
	}
	w.parts["xl/sharedStrings.bin"] = bytes.Join([][]byte{Record(159, U32(len(items)), U32(len(items))),
		bytes.Join(items, nil), Record(160)}, nil)
	w.parts["xl/styles.bin"] = w.styles()
	return w.parts
}

type writer struct {
	parts          Parts
	xfs            map[*workbook.Style]int
	fonts, formats [][]byte
	xfRecords      [][]byte
	texts          map[string]int
}

func font(name string, struck, unseen bool, script int) []byte {
	flags, color := 0, []byte{0, 0, 0, 0, 0, 0, 0, 0}
	if struck {
		flags = 8
	}
	if unseen {
		color = []byte{5, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF}
	}
	return Record(43, U16(240), U16(flags), U16(400), U16(script), U8(0), U8(1), U8(0), U8(0), color, U8(0), Text(name))
}

func (w *writer) style(s *workbook.Style) int {
	if n, ok := w.xfs[s]; ok {
		return n
	}
	w.fonts = append(w.fonts, font(s.Font, s.Struck, s.Unseen, int(s.Script)))
	format := 0
	if s.NumFmt != "General" {
		format = 164 + len(w.formats)
		w.formats = append(w.formats, Record(44, U16(format), Text(s.NumFmt)))
	}
	w.xfs[s] = len(w.xfRecords)
	w.xfRecords = append(w.xfRecords, xf(0, format, len(w.fonts)-1))
	return w.xfs[s]
}

func xf(parent, format, font int) []byte {
	return Record(47, U16(parent), U16(format), U16(font), U16(0), U16(0), U8(0), U8(0), U16(0x1010), U16(0x003F))
}

func (w *writer) styles() []byte {
	noColor := make([]byte, 8)
	fill := func(pattern int) []byte {
		return Record(45, U32(pattern), noColor, noColor, make([]byte, 52))
	}
	if len(w.xfRecords) == 0 {
		w.xfRecords = append(w.xfRecords, xf(0, 0, 0))
	}
	list := func(begin, end int, items ...[]byte) []byte {
		return bytes.Join([][]byte{Record(begin, U32(len(items))), bytes.Join(items, nil), Record(end)}, nil)
	}
	border := Record(46, make([]byte, 51))
	return bytes.Join([][]byte{Record(278), list(615, 616, w.formats...), list(611, 612, w.fonts...),
		list(603, 604, fill(0), fill(17)), list(613, 614, border), list(626, 627, xf(0xFFFF, 0, 0)),
		list(617, 618, w.xfRecords...), list(619, 620, Record(48, U32(0), U16(1), U8(0), U8(0xFF), Text("Normal"))),
		Record(279)}, nil)
}

func (w *writer) sheet(s *workbook.Sheet) []byte {
	var out bytes.Buffer
	out.Write(Record(129))
	if len(s.HiddenCols) > 0 {
		out.Write(Record(390))
		for _, h := range s.HiddenCols {
			out.Write(Record(60, U32(h.First-1), U32(h.Last-1), U32(2304), U32(0), U16(1)))
		}
		out.Write(Record(391))
	}
	out.Write(Record(145))
	row := 0
	for i := range s.Cells {
		c := &s.Cells[i]
		if c.Row != row {
			row = c.Row
			flags := 0
			for _, h := range s.HiddenRows {
				if h.First <= row && row <= h.Last {
					flags = 0x10
				}
			}
			out.Write(Record(0, U32(row-1), U32(0), U16(300), U8(0), U8(flags), U8(0), U32(0)))
		}
		out.Write(w.cell(c))
	}
	out.Write(Record(146))
	if len(s.Merges) > 0 {
		out.Write(Record(177, U32(len(s.Merges))))
		for _, m := range s.Merges {
			out.Write(Record(176, U32(m.Row-1), U32(m.LastRow-1), U32(m.Col-1), U32(m.LastCol-1)))
		}
		out.Write(Record(178))
	}
	if len(s.Header)+len(s.Footer) > 0 {
		texts := [][]byte{U16(0)}
		for _, cells := range [][]workbook.Cell{s.Header, s.Footer, nil, nil, nil, nil} {
			text := ""
			for i, c := range cells {
				text += "&" + "LCR"[i:i+1] + c.Text
			}
			texts = append(texts, Text(text))
		}
		out.Write(Record(479, texts...))
		out.Write(Record(480))
	}
	out.Write(Record(130))
	return out.Bytes()
}

// cell writes numbers and texts in each of the ways there are for them.
func (w *writer) cell(c *workbook.Cell) []byte {
	head := append(U32(c.Col-1), U32(w.style(c.Style))...)
	switch c.Kind {
	case workbook.Number:
		f, err := strconv.ParseFloat(c.Number.Plain(), 64)
		if err != nil {
			panic(err)
		}
		whole := int(f)
		switch {
		case c.HasFormula:
			rgce := append(U8(0x1F), Float(f)...)
			return Record(9, head, Float(f), U16(0), U32(len(rgce)), rgce, U32(0))
		case float64(whole) == f && whole > -1<<28 && whole < 1<<28:
			return Record(2, head, U32(whole<<2|2))
		}
		return Record(5, head, Float(f))
	case workbook.Bool:
		if c.Text == "TRUE" {
			return Record(4, head, U8(1))
		}
		return Record(4, head, U8(0))
	case workbook.Error:
		return Record(3, head, U8(7))
	}
	if c.Col%3 == 0 {
		return Record(6, head, Text(c.Text))
	}
	n, ok := w.texts[c.Text]
	if !ok {
		n = len(w.texts)
		w.texts[c.Text] = n
	}
	return Record(7, head, U32(n))
}

func contentTypes(sheets int) []byte {
	const kind = "application/vnd.ms-excel."
	var out bytes.Buffer
	out.WriteString(xml.Header + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="bin" ContentType="` + kind + `sheet.binary.macroEnabled.main"/>`)
	for i := range sheets {
		fmt.Fprintf(&out, `<Override PartName="/xl/worksheets/sheet%d.bin" ContentType="%sworksheet"/>`, i+1, kind)
	}
	out.WriteString(`<Override PartName="/xl/styles.bin" ContentType="` + kind + `styles"/>` +
		`<Override PartName="/xl/sharedStrings.bin" ContentType="` + kind + `sharedStrings"/></Types>`)
	return out.Bytes()
}
