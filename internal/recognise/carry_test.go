package recognise

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"encoding/xml"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"baocao/internal/resolution"
	"baocao/internal/workbook"
	"baocao/internal/workbook/open"
)

// carrier writes a book as a file of a format, so that what is asked of a figure is
// asked of the file that a sender would have made. ok is false for what the format
// cannot carry.
type carrier struct {
	name  string
	write func(*workbook.Book) (data []byte, ok bool)
}

var carriers = []carrier{{"xlsx", asXLSX}, {"xls", asXLS}, {"ods", asODS}}

// through is a way whose file went through a format; nil, and no file, where that
// cannot carry it.
func (f carrier) through(t *testing.T, w way) way {
	draw := w.draw
	w.name += " in ." + f.name
	w.draw = func(p *resolution.Plan, d drawn) *workbook.Book {
		t.Helper()
		data, ok := f.write(draw(p, d))
		if !ok {
			return nil
		}
		b, problems := open.Read(context.Background(), "a."+f.name, data, workbook.DefaultLimits())
		if b == nil || b.Format != f.name {
			t.Fatalf("%s: %v", w.name, problems)
		}
		return b
	}
	return w
}

// format is that of a way's file, "" for none.
func (w way) format() string {
	_, format, _ := strings.Cut(w.name, " in .")
	return format
}

// dressing is what a file keeps of a cell's look.
type dressing struct {
	format                   string
	struck, unseen, doubtful bool
	script                   workbook.Script
}

// dressings are the looks of a book's cells, each once.
func dressings(b *workbook.Book) (all []dressing, of func(*workbook.Cell) int) {
	look := func(c *workbook.Cell) dressing {
		d := dressing{c.Style.NumFmt, c.Style.Struck, c.Style.Unseen, c.Style.Doubtful, c.Style.Script}
		if d.format == "" {
			d.format = "General"
		}
		return d
	}
	all = []dressing{{format: "General"}}
	for _, s := range b.Sheets {
		slices.SortFunc(s.Cells, func(a, b workbook.Cell) int { return (a.Row-b.Row)*1000 + a.Col - b.Col })
		for i := range s.Cells {
			if d := look(&s.Cells[i]); !slices.Contains(all, d) {
				all = append(all, d)
			}
		}
	}
	return all, func(c *workbook.Cell) int { return slices.Index(all, look(c)) }
}

func esc(s string) string {
	var out bytes.Buffer
	_ = xml.EscapeText(&out, []byte(s))
	return out.String()
}

func archive(parts ...string) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for i := 0; i < len(parts); i += 2 {
		if w, err := z.Create(parts[i]); err != nil {
			panic(err)
		} else if _, err := w.Write([]byte(parts[i+1])); err != nil {
			panic(err)
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// inCodes is a header as Excel keeps it.
func inCodes(cells []workbook.Cell) string {
	codes := ""
	for i := range cells {
		codes += "&" + []string{"C", "R", "L"}[i] + `&"Arial,Bold"&14 ` + strings.ReplaceAll(cells[i].Text, "&", "&&")
	}
	return codes
}

func asXLSX(b *workbook.Book) ([]byte, bool) {
	looks, lookOf := dressings(b)
	var styles, fonts, xfs, list, relations, names strings.Builder
	for i, d := range looks {
		fmt.Fprintf(&styles, `<numFmt numFmtId="%d" formatCode="%s"/>`, 200+i, esc(d.format))
		font := `<font><name val="Arial"/>`
		if d.struck {
			font += `<strike/>`
		}
		if d.unseen {
			font += `<color theme="0"/>`
		}
		if d.script != workbook.OnLine {
			font += `<vertAlign val="` + []string{"", "superscript", "subscript"}[d.script] + `"/>`
		}
		fonts.WriteString(font + `</font>`)
		fmt.Fprintf(&xfs, `<xf numFmtId="%d" fontId="%d"/>`, 200+i, i)
	}
	var parts []string
	for i, s := range b.Sheets {
		var rows, rules, cols, merges, comments strings.Builder
		row := 0
		for r := 1; r <= 1000; r++ {
			cells := s.In(workbook.Span{First: r, Last: r})
			isHidden := hidden(s.HiddenRows, r)
			if len(cells) == 0 && !isHidden {
				continue
			}
			row = r
			fmt.Fprintf(&rows, `<row r="%d" hidden="%t">`, row, isHidden)
			for j := range cells {
				c := &cells[j]
				kind, value := "", ""
				switch c.Kind {
				case workbook.Number:
					value = "<v>" + c.Number.Plain() + "</v>"
				case workbook.Text:
					kind, value = ` t="inlineStr"`, "<is><t>"+esc(c.Text)+"</t></is>"
					if len(c.Runs) > 0 {
						value = "<is>"
						for _, run := range c.Runs {
							value += `<r><rPr><rFont val="Arial"/>`
							if run.Struck {
								value += "<strike/>"
							}
							if run.Unseen {
								value += `<color rgb="FFFFFFFF"/>`
							}
							if run.Script != workbook.OnLine {
								value += `<vertAlign val="` + []string{"", "superscript", "subscript"}[run.Script] +
									`"/>`
							}
							value += `</rPr><t xml:space="preserve">` + esc(run.Text) + `</t></r>`
						}
						value += "</is>"
					}
				}
				formula := ""
				if c.HasFormula {
					formula = "<f>" + esc(c.Formula) + "</f>"
				}
				fmt.Fprintf(&rows, `<c r="%s" s="%d"%s>%s%s</c>`, c.Ref(), lookOf(c), kind, formula, value)
				if c.Style.Doubtful {
					fmt.Fprintf(&rules, `<conditionalFormatting sqref="%s"><cfRule type="duplicateValues" dxfId="0" `+
						`priority="1"/></conditionalFormatting>`, c.Ref())
				}
			}
			rows.WriteString("</row>")
		}
		for _, h := range s.HiddenCols {
			fmt.Fprintf(&cols, `<cols><col min="%d" max="%d" hidden="1"/></cols>`, h.First, h.Last)
		}
		for _, m := range s.Merges {
			fmt.Fprintf(&merges, `<mergeCell ref="%s"/>`, m)
		}
		for _, c := range s.Comments {
			fmt.Fprintf(&comments, `<comment ref="%s"><text><t>%s</t></text></comment>`, workbook.Ref(c.Row, c.Col),
				esc(c.Text))
		}
		fmt.Fprintf(&list, `<sheet name="%s" state="%s" r:id="s%d"/>`, esc(s.Name),
			[]string{"visible", "hidden", "veryHidden"}[s.Visibility], i)
		fmt.Fprintf(&relations, `<Relationship Id="s%d" Type="x/worksheet" Target="s%d.xml"/>`, i, i)
		parts = append(parts, fmt.Sprintf("xl/s%d.xml", i), fmt.Sprintf(`<worksheet><sheetViews><sheetView `+
			`showZeros="%t"/></sheetViews>%s<sheetData>%s</sheetData><mergeCells>%s</mergeCells>%s<headerFooter>`+
			`<oddHeader>%s</oddHeader><oddFooter>%s</oddFooter></headerFooter></worksheet>`, !s.HidesZeros,
			cols.String(), rows.String(), merges.String(), rules.String(), esc(inCodes(s.Header)),
			esc(inCodes(s.Footer))))
		if comments.Len() > 0 {
			parts = append(parts, fmt.Sprintf("xl/_rels/s%d.xml.rels", i), fmt.Sprintf(`<Relationships>`+
				`<Relationship Id="c" Type="x/comments" Target="c%d.xml"/></Relationships>`, i),
				fmt.Sprintf("xl/c%d.xml", i), `<comments><commentList>`+comments.String()+`</commentList></comments>`)
		}
	}
	for _, n := range b.Names {
		fmt.Fprintf(&names, `<definedName name="%s">'%s'!%s</definedName>`, n.Name, esc(n.Sheet), n.Range)
	}
	calc := `<calcPr calcId="1"/>`
	switch {
	case b.Stale:
		calc = `<calcPr calcId="1" calcMode="manual"/>`
	case b.Unproven:
		calc = ""
	}
	const dxfs = `<dxfs><dxf><font><color rgb="FFFFFFFF"/></font></dxf></dxfs>`
	return archive(append(parts, "[Content_Types].xml", "<Types/>",
		"_rels/.rels", `<Relationships><Relationship Id="r" Type="x/officeDocument" `+
			`Target="xl/w.xml"/></Relationships>`,
		"xl/w.xml", `<workbook xmlns:r="r"><sheets>`+list.String()+`</sheets><definedNames>`+names.String()+
			`</definedNames>`+calc+`</workbook>`,
		"xl/_rels/w.xml.rels", `<Relationships>`+relations.String()+
			`<Relationship Id="st" Type="x/styles" Target="styles.xml"/></Relationships>`,
		"xl/styles.xml", `<styleSheet><numFmts>`+styles.String()+`</numFmts><fonts>`+fonts.String()+`</fonts><cellXfs>`+
			xfs.String()+`</cellXfs>`+dxfs+`</styleSheet>`)...), true
}

// odsFormats are the number formats of the tests as LibreOffice writes them; "%s" is
// the style's name.
var odsFormats = map[string]string{
	"General":       "",
	";;;":           `<number:number-style style:name="%s"/>`,
	"#,##0":         odsNumber("", "", ` number:grouping="true"`, ""),
	"#,##0,":        odsNumber("", "", ` number:grouping="true" number:display-factor="1000"`, ""),
	"0":             odsNumber("", "", "", ""),
	`0" đảng viên"`: odsNumber("", "", "", "<number:text> đảng viên</number:text>"),
	`0" hộ"`:        odsNumber("", "", "", "<number:text> hộ</number:text>"),
	`0"%"`:          odsNumber("", "", "", "<number:text>%%</number:text>"),
	`"xong"`:        `<number:number-style style:name="%s"><number:text>xong</number:text></number:number-style>`,
	"#,###": `<number:number-style style:name="%s"><number:number number:decimal-places="0" ` +
		`number:min-integer-digits="0" number:grouping="true"/></number:number-style>`,
	"#,##0;-#,##0;":          odsThree(""),
	`#,##0_-;-#,##0_-;"-"_-`: odsThree("<number:text>-</number:text>"),
}

func odsNumber(ending, before, how, after string) string {
	return `<number:number-style style:name="%s` + ending + `">` + before +
		`<number:number number:decimal-places="0" ` +
		`number:min-integer-digits="1"` + how + `/>` + after + `</number:number-style>`
}

// odsThree has forms of its own for numbers above and below zero.
func odsThree(zero string) string {
	grouped := ` number:grouping="true"`
	return odsNumber("P0", "", grouped, "") + odsNumber("P1", "<number:text>-</number:text>", grouped, "") +
		`<number:number-style style:name="%s">` + zero +
		`<style:map style:condition="value()&gt;0" style:apply-style-name="%sP0"/>` +
		`<style:map style:condition="value()&lt;0" style:apply-style-name="%sP1"/></number:number-style>`
}

var odsReference = regexp.MustCompile(`(?:([A-Z][A-Z0-9]*)!)?(\$?[A-Z]{1,2}\$?[0-9]+)(?::(\$?[A-Z]{1,2}\$?[0-9]+))?`)

// odsFormula writes a formula of Excel as the format has it.
func odsFormula(f string) string {
	if rest, ok := strings.CutPrefix(f, "[1]"); ok {
		sheet, cell, _ := strings.Cut(rest, "!")
		return "of:=['file:///C:/2021.ods'#$" + sheet + "." + cell + "]"
	}
	return "of:=" + odsReference.ReplaceAllStringFunc(f, func(ref string) string {
		m := odsReference.FindStringSubmatch(ref)
		out := "[" + m[1] + "." + m[2]
		if m[3] != "" {
			out += ":." + m[3]
		}
		return out + "]"
	})
}

// inRegions is a header as LibreOffice keeps it.
func inRegions(cells []workbook.Cell) (out string) {
	for i := range cells {
		region := "style:region-" + []string{"center", "right", "left"}[i]
		out += "<" + region + "><text:p>" + esc(cells[i].Text) + " <text:page-number>1</text:page-number></text:p></" +
			region + ">"
	}
	return out
}

func asODS(b *workbook.Book) ([]byte, bool) {
	looks, lookOf := dressings(b)
	var styles, body, names strings.Builder
	for i, d := range looks {
		format, known := odsFormats[d.format]
		if !known {
			return nil, false
		}
		styles.WriteString(strings.ReplaceAll(strings.ReplaceAll(format, "%s", fmt.Sprintf("N%d", i)), "%%", "%"))
		text := ""
		if d.struck {
			text += ` style:text-line-through-style="solid"`
		}
		if d.unseen {
			text += ` fo:color="#ffffff"`
		}
		text += []string{"", ` style:text-position="super 58%"`, ` style:text-position="sub 58%"`}[d.script]
		data := ""
		if format != "" {
			data = fmt.Sprintf(` style:data-style-name="N%d"`, i)
		}
		fmt.Fprintf(&styles, `<style:style style:name="ce%d" style:family="table-cell"%s>`+
			`<style:text-properties style:font-name="Arial"%s/></style:style>`, i, data, text)
	}
	styles.WriteString(`<style:style style:name="an" style:family="table"><style:table-properties ` +
		`table:display="false"/></style:style><style:style style:name="trang" style:family="table-cell">` +
		`<style:text-properties fo:color="#ffffff"/></style:style>`)
	span := func(r workbook.Run) string {
		name := fmt.Sprintf("T%t%t%d", r.Struck, r.Unseen, r.Script)
		text := ` style:text-position="` + []string{"0% 100%", "super 58%", "sub 58%"}[r.Script] + `"`
		if r.Struck {
			text += ` style:text-line-through-style="solid"`
		}
		if r.Unseen {
			text += ` fo:color="#ffffff"`
		}
		fmt.Fprintf(&styles, `<style:style style:name="%s" style:family="text"><style:text-properties%s/>`+
			`</style:style>`, name, text)
		return `<text:span text:style-name="` + name + `">` + esc(r.Text) + `</text:span>`
	}
	zeros := false
	pages := ""
	for i, s := range b.Sheets {
		zeros = zeros || s.HidesZeros
		fmt.Fprintf(&styles, `<style:style style:name="ta%d" style:family="table" style:master-page-name="mp%d"/>`,
			i, i)
		style := fmt.Sprintf(` table:style-name="ta%d"`, i)
		if s.Visibility != workbook.Visible {
			style = ` table:style-name="an"`
		}
		pages += fmt.Sprintf(`<style:master-page style:name="mp%d"><style:header>%s</style:header><style:header-left `+
			`style:display="false"/><style:footer>%s</style:footer></style:master-page>`, i, inRegions(s.Header),
			inRegions(s.Footer))
		fmt.Fprintf(&body, `<table:table table:name="%s"%s>`, esc(s.Name), style)
		for col := 1; col <= 40; col++ {
			visibility := ""
			if hidden(s.HiddenCols, col) {
				visibility = ` table:visibility="collapse"`
			}
			fmt.Fprintf(&body, `<table:table-column%s/>`, visibility)
		}
		rules := ""
		for r := 1; r <= s.Cells[len(s.Cells)-1].Row; r++ {
			visibility := ""
			if hidden(s.HiddenRows, r) {
				visibility = ` table:visibility="filter"`
			}
			fmt.Fprintf(&body, `<table:table-row%s>`, visibility)
			col := 1
			cells := s.In(workbook.Span{First: r, Last: r})
			for i := range cells {
				c := &cells[i]
				if c.Col > col {
					fmt.Fprintf(&body, `<table:table-cell table:number-columns-repeated="%d"/>`, c.Col-col)
				}
				col = c.Col + 1
				attrs, content := fmt.Sprintf(` table:style-name="ce%d"`, lookOf(c)), ""
				if c.HasFormula {
					attrs += ` table:formula="` + esc(odsFormula(c.Formula)) + `"`
				}
				if m, ok := s.Merged(c.Row, c.Col); ok {
					attrs += fmt.Sprintf(` table:number-columns-spanned="%d" table:number-rows-spanned="%d"`,
						m.LastCol-m.Col+1, m.LastRow-m.Row+1)
				}
				switch c.Kind {
				case workbook.Number:
					attrs += ` office:value-type="float" office:value="` + c.Number.Plain() + `"`
				case workbook.Text:
					attrs, content = attrs+` office:value-type="string"`, "<text:p>"+esc(c.Text)+"</text:p>"
					if len(c.Runs) > 0 {
						content = "<text:p>"
						for _, run := range c.Runs {
							content += span(run)
						}
						content += "</text:p>"
					}
				}
				for _, note := range s.Comments {
					if note.Row == c.Row && note.Col == c.Col {
						content = "<office:annotation><text:p>" + esc(note.Text) + "</text:p></office:annotation>" +
							content
					}
				}
				fmt.Fprintf(&body, `<table:table-cell%s>%s</table:table-cell>`, attrs, content)
				if c.Style.Doubtful {
					at := "'" + esc(s.Name) + "'." + c.Ref()
					rules += `<calcext:conditional-format calcext:target-range-address="` + at +
						`"><calcext:condition ` +
						`calcext:apply-style-name="trang" calcext:value="duplicate" calcext:base-cell-address="` + at +
						`"/></calcext:conditional-format>`
				}
			}
			if len(cells) == 0 {
				body.WriteString(`<table:table-cell/>`)
			}
			body.WriteString(`</table:table-row>`)
		}
		if rules != "" {
			body.WriteString(`<calcext:conditional-formats>` + rules + `</calcext:conditional-formats>`)
		}
		body.WriteString(`</table:table>`)
	}
	for _, n := range b.Names {
		fmt.Fprintf(&names, `<table:named-range table:name="%s" table:cell-range-address="$'%s'.%s"/>`, n.Name,
			esc(n.Sheet), n.Range)
	}
	settings := fmt.Sprintf(`<s:document-settings xmlns:s="s" xmlns:config="c"><s:settings><config:config-item-set `+
		`config:name="x"><config:config-item config:name="ShowZeroValues">%t</config:config-item><config:config-item `+
		`config:name="AutoCalculate">%t</config:config-item></config:config-item-set></s:settings>`+
		`</s:document-settings>`, !zeros, !b.Stale)
	return archive("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "settings.xml", settings,
		"styles.xml", `<office:document-styles><office:automatic-styles/><office:master-styles>`+pages+
			`</office:master-styles></office:document-styles>`,
		"content.xml", `<office:document-content><office:automatic-styles>`+styles.String()+
			`</office:automatic-styles><office:body><office:spreadsheet>`+body.String()+`<table:named-expressions>`+
			names.String()+`</table:named-expressions></office:spreadsheet></office:body></`+
			`office:document-content>`), true
}

// le is values one after the other, the least significant byte first.
func le(values ...any) []byte {
	var out bytes.Buffer
	for _, v := range values {
		switch v := v.(type) {
		case string:
			out.WriteString(v)
		case []byte:
			out.Write(v)
		default:
			if err := binary.Write(&out, binary.LittleEndian, v); err != nil {
				panic(err)
			}
		}
	}
	return out.Bytes()
}

func rec(kind uint16, values ...any) []byte {
	body := le(values...)
	return le(kind, uint16(len(body)), body)
}

// wide is a text of two bytes a letter, after its length.
func wide(s string) []byte { return le(byte(1), utf16.Encode([]rune(s))) }

// xlsFormulas are the formulas of the tests as they are stored.
var xlsFormulas = func() map[string][]byte {
	area := le(byte(0x25), uint16(899), uint16(900), uint16(29|0xC000), uint16(29|0xC000))
	sum, one := []byte{0x19, 0x10, 0, 0}, []byte{0x1E, 1, 0}
	return map[string][]byte{
		"SUM(AD900:AD901)":        le(area, sum),
		"SUM(AD900:AD901)+1":      le(area, sum, one, byte(0x03)),
		"VLOOKUP(1,AD1:AD2,1)":    le(one, area, one, []byte{0x42, 3, 102, 0}),
		"SUBTOTAL(9,AD900:AD901)": le([]byte{0x1E, 9, 0}, area, []byte{0x42, 2, 0x58, 1}),
		"[1]BC2021!$E$5":          le(byte(0x5A), uint16(0xFFFF), uint16(4), uint16(4)), // its sheet is put in
	}
}()

func asXLS(b *workbook.Book) ([]byte, bool) {
	looks, lookOf := dressings(b)
	type font struct {
		struck, unseen bool
		script         workbook.Script
	}
	var fonts []font
	fontOf := func(f font) uint16 {
		n := slices.Index(fonts, f)
		if n < 0 {
			n, fonts = len(fonts), append(fonts, f)
		}
		if n >= 4 { // there is none of that number
			n++
		}
		return uint16(n)
	}
	var xfs, formats, sheets, bound []byte
	for i, d := range looks {
		formats = append(formats, rec(0x041E, uint16(164+i), uint16(len(utf16.Encode([]rune(d.format)))),
			wide(d.format))...)
		xfs = append(xfs, rec(0x00E0, fontOf(font{d.struck, d.unseen, d.script}), uint16(164+i), make([]byte, 14),
			uint16(0x20C0))...)
	}
	var names, extern []byte
	for i := range b.Sheets {
		extern = le(extern, uint16(0), uint16(i), uint16(i))
	}
	extern = le(uint16(len(b.Sheets)+1), extern, uint16(1), uint16(0), uint16(0))
	for _, n := range b.Names {
		at := slices.IndexFunc(b.Sheets, func(s *workbook.Sheet) bool { return s.Name == n.Sheet })
		tokens := le(byte(0x3A), uint16(at), uint16(n.Range.Row-1), uint16(n.Range.Col-1))
		units := utf16.Encode([]rune(n.Name))
		names = append(names, rec(0x0018, uint16(0), byte(0), byte(len(units)), uint16(len(tokens)), uint16(0),
			uint16(0),
			uint32(0), wide(n.Name), tokens)...)
	}
	var offsets []int
	for _, s := range b.Sheets {
		offsets = append(offsets, len(sheets))
		sheets = append(sheets, rec(0x0809, uint16(0x0600), uint16(0x0010), make([]byte, 12))...)
		if b.Stale {
			sheets = append(sheets, rec(0x000D, uint16(0))...)
		}
		for kind, cells := range map[uint16][]workbook.Cell{0x0014: s.Header, 0x0015: s.Footer} {
			if codes := inCodes(cells); codes != "" {
				sheets = append(sheets, rec(kind, uint16(len(utf16.Encode([]rune(codes)))), wide(codes))...)
			}
		}
		for _, h := range s.HiddenCols {
			sheets = append(sheets, rec(0x007D, uint16(h.First-1), uint16(h.Last-1), uint16(2000), uint16(0), uint16(1),
				uint16(0))...)
		}
		for _, h := range s.HiddenRows {
			for r := h.First; r <= h.Last; r++ {
				sheets = append(sheets, rec(0x0208, uint16(r-1), uint32(0), uint16(300), uint32(0), uint16(0x20),
					uint16(0))...)
			}
		}
		var rules []byte
		for i := range s.Cells {
			c := &s.Cells[i]
			at := []any{uint16(c.Row - 1), uint16(c.Col - 1), uint16(lookOf(c))}
			number := math.Float64bits(0)
			if c.Kind == workbook.Number {
				f, _ := strconv.ParseFloat(c.Number.Plain(), 64)
				number = math.Float64bits(f)
			}
			switch {
			case c.HasFormula:
				tokens, known := xlsFormulas[c.Formula]
				if !known || c.Kind != workbook.Number {
					return nil, false
				}
				if strings.HasPrefix(c.Formula, "[1]") {
					tokens = slices.Concat(tokens[:1], le(uint16(len(b.Sheets))), tokens[3:])
				}
				sheets = append(sheets, rec(0x0006, append(at, number, uint16(0), uint32(0), uint16(len(tokens)),
					tokens)...)...)
			case c.Kind == workbook.Number:
				sheets = append(sheets, rec(0x0203, append(at, number)...)...)
			case len(c.Runs) > 0:
				var marks []byte
				from, n := 0, 0
				for _, r := range c.Runs {
					marks = le(marks, uint16(from), fontOf(font{r.Struck, r.Unseen, r.Script}))
					from, n = from+len(utf16.Encode([]rune(r.Text))), n+1
				}
				sheets = append(sheets, rec(0x00D6, append(at, uint16(from), wide(c.Text), uint16(n), marks)...)...)
			default:
				sheets = append(sheets, rec(0x0204, append(at, uint16(len(utf16.Encode([]rune(c.Text)))),
					wide(c.Text))...)...)
			}
			if c.Style.Doubtful { // white letters under a condition with a function of no name here
				place := le(uint16(c.Row-1), uint16(c.Row-1), uint16(c.Col-1), uint16(c.Col-1))
				tokens := []byte{0x1E, 1, 0, 0x21, 9, 0}
				white := make([]byte, 118)
				copy(white[80:], le(uint32(9)))
				white[88] = 0x80 // of lines through the text it says nothing
				rules = le(rules, rec(0x01B0, uint16(1), uint16(0), place, uint16(1), place),
					rec(0x01B1, byte(2), byte(0), uint16(len(tokens)), uint16(0), uint32(0x043FFFFF), uint16(0), white,
						tokens))
			}
		}
		for i, c := range s.Comments {
			object, units := uint16(i+1), utf16.Encode([]rune(c.Text))
			sheets = append(sheets, rec(0x005D, uint16(0x15), uint16(0x12), uint16(0x19), object, make([]byte, 14))...)
			sheets = append(sheets, rec(0x01B6, make([]byte, 10), uint16(len(units)), uint16(0), uint32(0))...)
			sheets = append(sheets, rec(0x003C, wide(c.Text))...)
			sheets = append(sheets, rec(0x001C, uint16(c.Row-1), uint16(c.Col-1), uint16(0), object, uint16(0))...)
		}
		options := uint16(0x06B6)
		if s.HidesZeros {
			options &^= 0x10
		}
		sheets = append(sheets, rec(0x023E, options, make([]byte, 16))...)
		for _, m := range s.Merges {
			sheets = append(sheets, rec(0x00E5, uint16(1), uint16(m.Row-1), uint16(m.LastRow-1), uint16(m.Col-1),
				uint16(m.LastCol-1))...)
		}
		sheets = append(le(sheets, rules), rec(0x000A)...)
	}
	head := rec(0x0809, uint16(0x0600), uint16(0x0005), make([]byte, 12))
	for _, f := range fonts {
		flags, color := uint16(0), uint16(0x7FFF)
		if f.struck {
			flags = 8
		}
		if f.unseen {
			color = 9
		}
		head = append(head, rec(0x0031, uint16(200), flags, color, uint16(400), uint16(f.script), uint32(0), byte(5),
			wide("Arial"))...)
	}
	head = le(head, formats, xfs, rec(0x01AE, uint16(len(b.Sheets)), uint16(0x0401)),
		rec(0x01AE, uint16(1), uint16(3), wide("2021"[:3]), uint16(2), wide("T1")), rec(0x0017, extern), names)
	size := len(head) + 4
	for _, s := range b.Sheets {
		size += 4 + 8 + 2*len(utf16.Encode([]rune(s.Name)))
	}
	for i, s := range b.Sheets {
		bound = append(bound, rec(0x0085, uint32(size+offsets[i]), uint16(s.Visibility),
			byte(len(utf16.Encode([]rune(s.Name)))), wide(s.Name))...)
	}
	return le(head, bound, rec(0x000A), sheets), true
}
