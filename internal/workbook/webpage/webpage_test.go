package webpage

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"baocao/internal/workbook"
	"baocao/internal/workbook/repair"
)

// patient are the limits of tests that must end by another limit than the clock.
func patient() workbook.Limits {
	lim := workbook.DefaultLimits()
	lim.Deadline = 5 * time.Minute
	return lim
}

func read(page string) (*workbook.Book, error) {
	return Read("Tệp", []byte(page), workbook.NewGuard(context.Background(), patient()))
}

func mustRead(tb testing.TB, page string) *workbook.Sheet {
	tb.Helper()
	b, err := read(page)
	if err != nil {
		tb.Fatalf("not read: %v", err)
	}
	b.Sheets[0].IndexMerges()
	return b.Sheets[0]
}

// said is a sheet's cells in one text: "A1=STT B1=12!".
func said(s *workbook.Sheet) string {
	var all []string
	for i := range s.Cells {
		c := &s.Cells[i]
		text := c.Text
		if c.Kind == workbook.Number {
			text = "#" + c.Number.Plain()
			if c.Style.NumFmt != "General" {
				text += "[" + c.Style.NumFmt + "]"
			}
		}
		if c.HasFormula {
			text += "=" + c.Formula
		}
		if c.Style.Unseen {
			text += "?"
		}
		all = append(all, c.Ref()+"="+strings.ReplaceAll(text, "\n", "|"))
	}
	return strings.Join(all, " ")
}

func refused(t *testing.T, page, code string) {
	t.Helper()
	b, err := read(page)
	var r *workbook.Refusal
	if b != nil || !errors.As(err, &r) || r.Problem.Code != code {
		t.Errorf("want %s, got %v, %v: %.100s", code, b != nil, err, page)
	}
}

// What systems write and Excel writes, each with the cells that people see.
func TestTablesOfPages(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, page, want string }{
		{"plain", `<table><tr><td>STT</td><td>Chỉ tiêu</td></tr><tr><td>1</td><td>Hộ  nghèo
			cuối&nbsp;năm</td></tr></table>`, "A1=STT B1=Chỉ tiêu A2=#1 B2=Hộ nghèo cuối\u00a0năm"},
		{"no end tags", `<TABLE><TR><TD>a<TD>b<TR><TD>c<TD>d</TABLE>`, "A1=a B1=b A2=c B2=d"},
		{"numbers as shown", `<table><tr><td>1.300,4<td>92,5%<td>12,5<td>012<td>1.234<td>-3<td> 7 <td>1 234</table>`,
			"A1=1.300,4 B1=92,5% C1=#12.5 D1=012 E1=1.234 F1=#-3 G1=#7 H1=1 234"},
		{"spans", `<table><tr><td rowspan=2>a<td colspan="2">b<td>c<tr><td>d<td>e<td>f</table>`,
			"A1=a B1=b D1=c B2=d C2=e D2=f"},
		{"rowspans side by side", `<table><tr><td rowspan=3>a<td rowspan=2>b<td>c<tr><td>d<tr><td>e<td>f</table>`,
			"A1=a B1=b C1=c C2=d B3=e C3=f"},
		{"sections", `<table><caption>Biểu 1</caption><colgroup><col><col></colgroup><thead><tr><th>a<th>b</thead>` +
			`<tbody><tr><td>c<td>d</tbody><tfoot><tr><td>e</tfoot></table>`, "A1=Biểu 1 A2=a B2=b A3=c B3=d A4=e"},
		{"lines", `<table><tr><td>a<br>b<br/>c<td><p>d</p><p>e</p><td><div>f<div>g</div></div><td>h<br></table>`,
			"A1=a|b|c B1=d|e C1=f|g D1=h"},
		{"around tables", `<h3>UBND PHƯỜNG</h3><p>Biểu <b>số</b> 1</p>Năm 2022<table><tr><td>a</table>giữa<br>hai` +
			`<table><tr><td>b</table><div>cuối</div>`,
			"A1=UBND PHƯỜNG A2=Biểu số 1 A3=Năm 2022 A4=a A5=giữa A6=hai A7=b A8=cuối"},
		{"blank rows and cells", `<table><tr><td>&nbsp;<td>a<tr><td> <tr><td><tr><td>b</table>`, "B1=a A4=b"},
		{"a frame of layout", `<table><tr><td><table><tr><td>a<td>b<tr><td>c<td>d</table></td></tr><tr>` +
			`<td>e</td></tr></table>`,
			"A1=a B1=b A2=c B2=d A3=e"},
		{"text over a table within", `<table><tr><td>t<table><tr><td>a<td>b</table></td></tr><tr><td>e</table>`,
			"A1=t A2=a B2=b A3=e"},
		{"a frame around a text", `<table><tr><td>a<td><table><tr><td><b>12</b></table><td>c</table>`,
			"A1=a B1=#12 C1=c"},
		{"what is no text", `<script>var x="<table><tr><td>9"</script><title>t</title><!-- <td>9 --><table><tr><td>a` +
			`<img alt="9"><select><option>9</select>` +
			`<td><input type=hidden value=9><input value=5></table>`, "A1=a B1=#5"},
		{"stored", `<table><tr><td x:num>7<td x:num="1300.4">1.300,4<td x:num="0.925">92,5%<td x:num="1300.4">1,300.4` +
			`<td x:num="44915" style='mso-number-format:"Short Date"'>20/12/2022<td x:num="1.256">1,26` +
			`<td x:str>9</table>`,
			"A1=#7 B1=#1300.4 C1=#0.925[#,##0.0%] D1=#1300.4[#,##0.0] E1=#44915[dd/mm/yyyy] F1=#1.256[#,##0.00] G1=9"},
		{"stored and not shown", `<table><tr><td x:num="600">612<td x:num="5"><td x:num="12">12 triệu` +
			`<td x:num="12" style='mso-number-format:"0\ \0022triệu\0022"'>12 triệu</table>`,
			`A1=#600["612"] B1=#5[;;;] C1=#12["12 triệu"] D1=#12[0 "triệu"]`},
		{"LibreOffice", `<table><tr><td sdval="0.925" sdnum="1033;0;0.0%">92.5%` +
			`<td sdval="1300.4" sdnum="1066;">1300,4</table>`,
			"A1=#0.925[0.0%] B1=#1300.4"},
		{"formulas, truth, errors", `<table><tr><td x:num="5" x:fmla="=SUM(A2:A3)">5<td x:bool="TRUE">TRUE` +
			`<td x:err="#DIV/0!">#DIV/0!<td>#REF!<td x:fmla="=A1"></table>`,
			"A1=#5=SUM(A2:A3) B1=TRUE C1=#DIV/0! D1=#REF! E1==A1"},
		{"for other programs", `<table><tr><td>5<![if !supportAnnotations]><a>[1]</a><![endif]><td>6` +
			`<!--[if gte mso 9]><xml>9</xml><![endif]--></table>`, "A1=#5 B1=#6"},
		{"hidden in a cell", `<table><tr><td><span style="display:none">00012</span>12<td style="display:none">7` +
			`<td><span hidden>8</span><td style="visibility:hidden">9</table>`, "A1=#12 B1=#7? C1=#8? D1=#9?"},
		{"of no size, and seen through", `<table><tr><td style="opacity:0;font-size:12pt">7` +
			`<td style="font-size:0;opacity:1">8<td style="font-size:0"><b style="font-size:12pt">9</b>` +
			`<td style="opacity:0"><b style="opacity:1">5</b>` +
			`<td style="opacity:0"><b style="font-size:9pt">6</b></table>`,
			"A1=#7? B1=#8? C1=#9 D1=#5? E1=#6?"},
		{"on its own ground", `<style>.t{color:white} td.u{background:#000;color:#010101}</style><table>` +
			`<tr><td class=t>7<td class=u>8<td><font color="#ffffff">9</font><td style="font-size:0">5` +
			`<tr bgcolor=blue>` +
			`<td class=t>6</table>`, "A1=#7? B1=#8? C1=#9? D1=#5? A2=#6"},
		{"entities", `<table><tr><td>Ph&#432;&#7901;ng A &amp; B &lt;1&gt;</table>`, "A1=Phường A & B <1>"},
		{"wide", `<table><tr><td colspan=1000000000>a<td>&nbsp;</table>`, "A1=a"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := said(mustRead(t, c.page)); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestWhatIsMergedAndHidden(t *testing.T) {
	t.Parallel()
	s := mustRead(t, `<style><!-- tr.an /* ẩn */ {display:none} --></style><table><col><col style="display:none" span=2>
		<tr><td rowspan=9>a<td colspan=3>b</tr><tr class=an><td>c</tr><tr height=0><td>d</tr></table>
		<div style="display:none">menu<table><tr><td>x</table></div>`)
	if got := fmt.Sprint(s.Merges, s.HiddenRows, s.HiddenCols); got != "[A1:A3 B1:D1] [{2 2} {3 3} {4 4}] [{2 3}]" {
		t.Error(got)
	}
}

func TestLooksOfText(t *testing.T) {
	t.Parallel()
	s := mustRead(t, `<style>td {font-family:"Times New Roman", serif} .g {text-decoration:line-through}</style>
		<table><tr><td class=g>12<td><s>12</s> 15<td>35<sup>1</sup><td><font face=".VnTime">Hé</font> nghèo`+
		`<td x:num="12"><s>12</s><td x:num="12"><sup>12</sup><td x:num="12">12<sup>(1)</sup></table>`)
	if c := s.At(1, 1); !c.IsStruck() || c.Style.Font != "Times New Roman" {
		t.Errorf("%+v %+v", c, c.Style)
	}
	if c := s.At(1, 2); c.Struck() != "12" || strings.TrimSpace(c.Visible()) != "15" || c.Text != "12 15" {
		t.Errorf("%+v", c)
	}
	if c := s.At(1, 3); c.OffLine() != "1" || c.OnLine() != "35" {
		t.Errorf("%+v", c)
	}
	if c := s.At(1, 5); c.Kind != workbook.Number || !c.IsStruck() {
		t.Errorf("%+v", c)
	}
	if c := s.At(1, 6); c.Kind != workbook.Number || !c.IsOffLine() {
		t.Errorf("%+v", c)
	}
	if c := s.At(1, 7); c.Kind != workbook.Number || c.IsOffLine() {
		t.Errorf("%+v", c)
	}
	if c := s.At(1, 4); len(c.Runs) != 2 || c.Runs[0] != (workbook.Run{Text: "Hé", Font: ".VnTime"}) {
		t.Errorf("%+v", c)
	}
}

// People see 124: the digit between is white, or of no size. The file must not say 1234.
func TestDigitsThatNobodySeesBesideOthers(t *testing.T) {
	t.Parallel()
	s := mustRead(t, `<style>td.t {color:white} b {color:black}</style><table><tr><td>12<span style="color:white">3`+
		`</span>4<td class=t>3<b>5</b><td><span style="font-size:0">3</span>5`+
		`<td bgcolor=red><font color=white>3</font>5`+
		`<td><span style="color:white">3</span><s style="color:white">5</s>`+
		`<td x:num="1234">12<span style="color:white">3</span>4</table>`)
	for col, want := range []string{1: "3", 2: "3", 3: "3", 4: "", 5: "35"} {
		if c := s.At(1, col); col > 0 && (c.Kind != workbook.Text && want != "" || c.Unseen() != want) {
			t.Errorf("%d: %q is not seen, want %q: %+v", col, c.Unseen(), want, c)
		}
	}
	if c := s.At(1, 4); c.Kind != workbook.Number || c.IsUnseen() {
		t.Errorf("%+v", c)
	}
	if c := s.At(1, 6); c.Kind != workbook.Number || !c.IsUnseen() {
		t.Errorf("%+v", c)
	}
}

// Some systems put each figure into a table of its own. What its cell says is not
// lost with that frame.
func TestAFrameAroundAFigureKeepsWhatItSays(t *testing.T) {
	t.Parallel()
	frame := func(cell string) string { return `<table><tr>` + cell + `</tr></table>` }
	for _, c := range []struct{ name, cell, want string }{
		{"plain", `<td>999</td>`, "A1=Hộ B1=#999 C1=c"},
		{"stored", `<td x:num="1234.5678">1234,57</td>`, "A1=Hộ B1=#1234.5678[#,##0.00] C1=c"},
		{"a text", `<td x:str>12</td>`, "A1=Hộ B1=12 C1=c"},
		{"a formula", `<td x:num="5" x:fmla="=A2">5</td>`, "A1=Hộ B1=#5=A2 C1=c"},
		{"hidden", `<td><span style="display:none">999</span></td>`, "A1=Hộ B1=#999? C1=c"},
		{"white", `<td><span style="color:white">999</span></td>`, "A1=Hộ B1=#999? C1=c"},
		{"beside a blank cell", `<td></td><td style="color:white">999</td>`, "A1=Hộ B1=#999? C1=c"},
		{"frame in frame", `<td>` + frame(`<td x:num="1234.5678">1234,57</td>`) + `</td>`,
			"A1=Hộ B1=#1234.5678[#,##0.00] C1=c"},
		{"a hint that is not shown", `<td><span style="display:none">999</span></td></table>7<table>`,
			"A1=Hộ B1=#7 C1=c"},
	} {
		page := `<table><tr><td>Hộ</td><td colspan=1>` + frame(c.cell) + `</td><td>c</td></tr></table>`
		if got := said(mustRead(t, page)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	s := mustRead(t, `<table><tr><td>`+frame(`<td><s>1000</s></td>`)+`</td></tr></table>`)
	if c := s.At(1, 1); !c.IsStruck() {
		t.Errorf("%+v", c)
	}
	for _, beside := range []string{frame(`<td x:num="6">6</td>`), "6", frame(`<td>6</td><td>7</td>`)} {
		refused(t, `<table><tr><td>`+frame(`<td x:num="5">5</td>`)+beside+`</td></tr></table>`, "B139")
	}
}

func TestWhatExcelSaysOfItsSheet(t *testing.T) {
	t.Parallel()
	s := mustRead(t, `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><!--[if gte mso 9]><xml>
		<x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>Biểu &amp; 1</x:Name><x:WorksheetOptions>
		<x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook>
		</xml><![endif]--></head><body><table><tr><td>a</table></body></html>`)
	if s.Name != "Biểu & 1" || s.Visibility != workbook.Hidden {
		t.Errorf("%q %v", s.Name, s.Visibility)
	}
}

// One table in each encoding that systems write.
func TestEncodingsOfPages(t *testing.T) {
	t.Parallel()
	const words = "Phường Bắc Sơn, hộ nghèo, đảng viên mới"
	page := func(charset, text string) string {
		return `<html><head><meta http-equiv="Content-Type" content="text/html; charset=` + charset +
			`"></head><body><table><tr><td>` + text + `</td></tr><tr><td>` + text + `</td></tr></table></body></html>`
	}
	wide := "\xFF\xFE"
	for _, u := range utf16.Encode([]rune(page("unicode", words))) {
		wide += string([]byte{byte(u), byte(u >> 8)})
	}
	for name, c := range map[string]string{
		"UTF-8": page("utf-8", words), "UTF-8 with a mark": "\xEF\xBB\xBF" + page("utf-8", words), "UTF-16": wide,
		"windows-1258": page("windows-1258",
			"Phý\xF5\xCCng B\xE3\xECc S\xF5n, h\xF4\xF2 ngh\xE8o, "+"\xF0a\xD2ng vi\xEAn m\xF5\xECi"),
		"TCVN3": page("windows-1252", "<font face='.VnTime'>Ph\xad\xeang B\xbec S\xacn, "+
			"h\xe9 ngh\xcco, \xae\xb6ng vi\xaan m\xedi</font>"),
	} {
		c = strings.Replace(c, "Phý", "Ph\xFD", 1)
		g := workbook.NewGuard(context.Background(), patient())
		b, err := Read("a", []byte(c), g)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		problems, err := repair.Book("a", b, g)
		if got := b.Sheets[0].Cells[0].Text; got != words || err != nil || len(problems) > 0 {
			t.Errorf("%s: %q %v %v", name, got, err, problems)
		}
	}
}

// A page that is cut, or whose table is not clear, is not read in part.
func TestPagesThatAreNotRead(t *testing.T) {
	t.Parallel()
	for page, code := range map[string]string{
		`<html><body>Hết phiên đăng nhập</body></html>`:                                     "B118",
		`<html><head></head><frameset><frame src="a_files/sheet001.htm"></frameset></html>`: "B138",
		`<html><!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>A</x:Name>` +
			`<x:WorksheetSource HRef="a_files/sheet001.htm"/></x:ExcelWorksheet></x:ExcelWorksheets>` +
			`</x:ExcelWorkbook>` +
			`</xml><![endif]--></html>`: "B138",
		`<table><tr><td>a</td></tr>`:                                                        "B120",
		`<html><table><tr><td>a</td></tr></table>`:                                          "B120",
		`<table><tr><td>a</td></tr></table><![if !excel]><table><tr><td>b</td>`:             "B120",
		`<table><tr><td>a</td></tr></table><script>`:                                        "B120",
		`<table>5<tr><td>a</table>`:                                                         "B139",
		`<table><tr>5<td>a</table>`:                                                         "B139",
		`<table><tr><td>a<td><table><tr><td>b<td>c</table></table>`:                         "B139",
		`<table><tr><td rowspan=2>a</td></tr><tr><td><table><tr><td>b<td>c</table></table>`: "B139",
		`<table><tr><td><table><tr><td>b<td>c</table>5</table>`:                             "B139",
		`<table><tr><td>&nbsp;</table>`:                                                     "B134",
		`<table><tr><td x:num="1,5">1,5</table>`:                                            "B126",
		`<table><tr><td colspan=16384>a<td>b</table>`:                                       "B124",
		"<table><tr><td>1</td></tr>\x00\x00\x00<tr><td>3</td></tr></table>":                 "B123", // a lost sector
	} {
		refused(t, page, code)
	}
}

func TestHostilePagesCostLittle(t *testing.T) {
	t.Parallel()
	repeat := strings.Repeat
	for name, c := range map[string]struct{ page, code string }{
		"nested elements": {repeat("<b>", 1_000_000), "B130"},
		"nested tables":   {repeat("<table><tr><td>", 1_000_000), "B130"},
		"unopened ends":   {`<table><tr><td>a` + repeat("</b></table></td>", 300_000), ""},
		"spans": {`<table>` + repeat(`<tr>`+
			`<td rowspan=1000000000 colspan=1000000000>a`, 2000) + `</table>`, "B124"},
		"many rowspans": {`<table><tr>` + repeat(`<td rowspan=60000>`, 16384) +
			repeat(`<tr><td>`, 20000) + `<tr><td>a</table>`, "B124"},
		"a long text":     {`<table><tr><td>` + repeat("ab ", 1_000_000) + `</table>`, "B130"},
		"a long tag":      {`<table><tr><td title="` + repeat("ab ", 8_000_000) + `">a</table>`, "B130"},
		"many attributes": {`<table><tr><td ` + manyAttributes(100_000) + `>a</table>`, ""},
		"many rules": {`<style>` + repeat(`td{color:red}.a,.b{display:block}`, 50_000) +
			`</style><table><tr><td class="a b">a</table>`, ""},
		"open remarks": {`<style>` + repeat("/*", 1_000_000) + `</style><table><tr><td>a</table>`, ""},
		"many classes": {`<table>` + repeat(`<tr><td class="`+repeat("a ", 1000)+`">a`, 500) + `</table>`, ""},
		"runs":         {`<table><tr><td>` + repeat("<s>a</s>b", 40_000) + `</table>`, ""},
		"rows":         {`<table>` + repeat("<tr>", 1_100_000) + `<td>a</table>`, "B124"},
		"tables":       {repeat("<table>", 255) + `<tr><td>a` + repeat("</table>", 255), "B139"},
	} {
		t.Run(name, func(t *testing.T) {
			if c.code != "" {
				refused(t, c.page, c.code)
			} else if _, err := read(c.page); err != nil {
				t.Error(err)
			}
		})
	}
}

func manyAttributes(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, ` a%d=""`, i)
	}
	return b.String()
}

func FuzzRead(f *testing.F) {
	f.Add(`<style>.a{color:red}</style><table><tr><td rowspan=2 class=a>a<td x:num="1">1<tr><td>` +
		`<table><tr><td>b<td>c</table></table>`)
	f.Add(`<p>a<table><caption>b</caption><col width=0><tr height=0><th>c<s>d</s></th></table><![if !x]>e<![endif]>`)
	f.Fuzz(func(t *testing.T, page string) {
		b, err := read(page)
		if err != nil {
			return
		}
		s := b.Sheets[0]
		for i := range s.Cells {
			c := &s.Cells[i]
			if c.Style == nil || c.Row < 1 || c.Row > workbook.MaxRow || c.Col < 1 || c.Col > workbook.MaxCol ||
				s.At(c.Row, c.Col) != c {
				t.Fatalf("cell out of place: %+v", c)
			}
			all := ""
			for _, r := range c.Runs {
				all += r.Text
			}
			if c.Runs != nil && all != c.Text {
				t.Fatalf("runs %q of the text %q", all, c.Text)
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	var page strings.Builder
	page.WriteString("<table>")
	for i := range 2000 {
		fmt.Fprintf(&page, "<tr><td class=xl65>%d</td>%s</tr>", i,
			strings.Repeat(`<td x:num="12.5">12,5</td><td>Hộ nghèo</td>`, 5))
	}
	page.WriteString("</table>")
	b.ReportAllocs()
	for b.Loop() {
		if s := mustRead(b, page.String()); len(s.Cells) != 22_000 {
			b.Fatal(len(s.Cells))
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/22_000, "ns/cell")
}
