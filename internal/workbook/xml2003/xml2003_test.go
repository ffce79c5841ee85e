package xml2003

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"baocao/internal/workbook"
)

const head = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:o="urn:schemas-microsoft-com:office:office"
 xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:html="http://www.w3.org/TR/REC-html40">
 <ExcelWorkbook xmlns="urn:schemas-microsoft-com:office:excel"><ActiveSheet>0</ActiveSheet></ExcelWorkbook>
 <Styles>
  <Style ss:ID="Default" ss:Name="Normal"><Font ss:FontName="Times New Roman" ss:Size="12"/></Style>
  <Style ss:ID="phantram"><NumberFormat ss:Format="Percent"/></Style>
  <Style ss:ID="ngay"><NumberFormat ss:Format="Short Date"/></Style>
  <Style ss:ID="gach"><Font ss:FontName=".VnTime" ss:StrikeThrough="1"/></Style>
  <Style ss:ID="nang"><Font ss:VerticalAlign="Superscript"/></Style>
  <Style ss:ID="conNang" ss:Parent="nang"><Font ss:Size="9"/></Style>
  <Style ss:ID="ha"><Font ss:VerticalAlign="Subscript"/></Style>
  <Style ss:ID="veDong" ss:Parent="nang"><Font ss:VerticalAlign="None"/></Style>
  <Style ss:ID="trang"><Font ss:Color="#ffffff"/></Style>
  <Style ss:ID="xanh" ss:Parent="trang"><Interior ss:Color="#0000FF" ss:Pattern="Solid"/></Style>
  <Style ss:ID="trieu"><NumberFormat ss:Format="0&quot; triệu&quot;"/></Style>
 </Styles>
`

// book is a file of one sheet with the given table.
func book(table string) string {
	return head + `<Worksheet ss:Name="Biểu 1"><Table>` + table + `</Table></Worksheet></Workbook>`
}

func read(data string) (*workbook.Book, error) {
	lim := workbook.DefaultLimits()
	lim.Deadline = 5 * time.Minute
	return Read([]byte(data), workbook.NewGuard(context.Background(), lim))
}

func mustRead(tb testing.TB, data string) *workbook.Book {
	tb.Helper()
	b, err := read(data)
	if err != nil {
		tb.Fatalf("not read: %v", err)
	}
	return b
}

// said is a sheet's cells in one text.
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
		text += []string{"", "^", "_"}[c.Style.Script]
		if c.Style.Struck {
			text += "~"
		}
		all = append(all, c.Ref()+"="+strings.ReplaceAll(text, "\n", "|"))
	}
	return strings.Join(all, " ")
}

func TestEveryKindOfCell(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, table, want string }{
		{"kinds", `<Row><Cell><Data ss:Type="String">Hộ  nghèo &amp; A&#10;B</Data></Cell>
			<Cell><Data ss:Type="Number">0.30000000000000004</Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell>
			<Cell><Data ss:Type="Error">#DIV/0!</Data></Cell><Cell><Data ss:Type="Number"/></Cell><Cell/>
			<Cell ss:StyleID="ngay"><Data ss:Type="DateTime">2022-12-20T00:00:00.000</Data></Cell>
			<Cell><Data ss:Type="DateTime">1900-01-12T00:00:00.000</Data></Cell></Row>`,
			"A1=Hộ  nghèo & A|B B1=#0.3 C1=TRUE D1=#DIV/0! G1=#44915[dd/mm/yyyy] H1=#12[dd/mm/yyyy]"},
		{"places", `<Row ss:Index="3"><Cell ss:Index="2"><Data ss:Type="String">a</Data></Cell>
			<Cell ss:MergeAcross="2" ss:MergeDown="1"><Data ss:Type="String">b</Data></Cell>
			<Cell><Data ss:Type="String">c</Data></Cell></Row><Row><Cell ss:Index="6">
    <Data ss:Type="String">d</Data></Cell>
			</Row><Row ss:Span="2"/><Row><Cell><Data ss:Type="String">e</Data></Cell></Row>`,
			"B3=a C3=b F3=c F4=d A8=e"},
		{"styles", `<Column ss:StyleID="phantram"/><Column/><Row><Cell><Data ss:Type="Number">0.925</Data></Cell>
			<Cell ss:StyleID="gach"><Data ss:Type="Number">5</Data></Cell><Cell ss:StyleID="trang">
    <Data ss:Type="Number">6
			</Data></Cell><Cell ss:StyleID="xanh"><Data ss:Type="Number">7</Data></Cell></Row>
			<Row ss:StyleID="trieu"><Cell><Data ss:Type="Number">12</Data></Cell></Row>`,
			`A1=#0.925[0.00%] B1=#5~ C1=#6? D1=#7 A2=#12[0" triệu"]`},
		{"raised and lowered", `<Column ss:StyleID="conNang"/><Row><Cell><Data ss:Type="Number">1</Data></Cell>
			<Cell ss:StyleID="nang"><Data ss:Type="String">2</Data></Cell><Cell ss:StyleID="ha"><Data ss:Type="Number">3
			</Data></Cell><Cell ss:StyleID="veDong"><Data ss:Type="Number">4</Data></Cell></Row>
			<Row ss:StyleID="ha"><Cell>
			<Data ss:Type="Number">5</Data></Cell></Row>`,
			"A1=#1^ B1=2^ C1=#3_ D1=#4 A2=#5_"},
		{"formulas", `<Row><Cell ss:Formula="=SUM(R[1]C:R[2]C)"><Data ss:Type="Number">5</Data></Cell>
			<Cell ss:Formula="='Biểu R1C1'!R2C3+RC[-1]*ROUND(R5C1,0)&amp;&quot;RC&quot;">
    <Data ss:Type="String"></Data></Cell>
			<Cell ss:Formula="=A_R1C1+R[-9]C"/></Row>`,
			`A1=#5=SUM(A2:A3) B1=='Biểu R1C1'!$C$2+A1*ROUND($A$5,0)&"RC" C1==A_R1C1+#REF!`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := said(mustRead(t, book(c.table)).Sheets[0]); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestWhatIsHiddenNamedAndRemarked(t *testing.T) {
	t.Parallel()
	b := mustRead(t, head+`<Names><NamedRange ss:Name="VUNG" ss:RefersTo="='Biểu 1'!R1C1:R2C3"/></Names>
		<Worksheet ss:Name="Biểu 1"><Table><Column ss:Index="2" ss:Hidden="1" ss:Span="2"/><Column ss:Width="0"/>
		<Row ss:Hidden="1"><Cell ss:MergeDown="1"><Data ss:Type="String">a</Data>
		<Comment ss:Author="x"><ss:Data
		 xmlns="http://www.w3.org/TR/REC-html40"><B>Xem</B><Font> lại</Font></ss:Data></Comment>
		</Cell></Row><Row ss:Height="0" ss:Span="2"/></Table><WorksheetOptions
		xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetVeryHidden</Visible></WorksheetOptions></Worksheet>
		</Workbook>`)
	s := b.Sheets[0]
	got := fmt.Sprint(s.Merges, s.HiddenRows, s.HiddenCols, s.Visibility == workbook.VeryHidden, s.Comments, b.Names)
	if want := "[A1:A2] [{1 4}] [{2 5}] true [{1 1 Xem lại}] [{VUNG Biểu 1 A1:C2}]"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// What the rules of conditional formatting hide, as Excel 2003 writes them.
func TestMargins(t *testing.T) {
	t.Parallel()
	b := mustRead(t, head+`<Worksheet ss:Name="A"><Table><Row><Cell><Data ss:Type="Number">1</Data></Cell></Row></Table>
		<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><PageSetup><Layout x:Orientation="Landscape"/>
		<Header x:Margin="0.3" x:Data="&amp;C&amp;&quot;Arial,Bold&quot;6 tháng đầu năm"/>
		<Footer x:Data="&amp;RĐVT: đồng&#10;&amp;P"/></PageSetup><DoNotDisplayZeros/></WorksheetOptions></Worksheet>
		</Workbook>`)
	s := b.Sheets[0]
	if len(s.Header) != 1 || s.Header[0].Text != "6 tháng đầu năm" || len(s.Footer) != 1 ||
		strings.TrimSpace(s.Footer[0].Text) != "ĐVT: đồng" || !s.HidesZeros {
		t.Errorf("%+v", s)
	}
}

func TestRulesAndWhatIsThin(t *testing.T) {
	t.Parallel()
	rule := func(where, when, style string) string {
		return `<ConditionalFormatting xmlns="urn:schemas-microsoft-com:office:excel"><Range>` + where + `</Range>` +
			`<Condition>` + when + `<Format Style='` + style + `'/></Condition></ConditionalFormatting>`
	}
	const equal = `<Qualifier>Equal</Qualifier><Value1>%s</Value1>`
	when := func(value string) string { return fmt.Sprintf(equal, value) }
	for _, c := range []struct {
		name, rules, want string // whether the cells are unseen, struck, in doubt
	}{
		{"white where 5", rule("R1C1:R2C1", when("5"), "color:white"), "U--,---"},
		{"white where as beside", rule("R1C1:R2C1", when("RC[1]"), "color:#FFFFFF"), "---,U--"},
		{"white by a formula", rule("R1C1:R2C1", "<Value1>RC&gt;6</Value1>", "color:white"), "---,U--"},
		{"white on black", rule("R1C1:R2C1", when("5"), "color:white;background:black"), "---,---"},
		{"struck", rule("R2C1,R1C1", when("5"), "text-line-through:single"), "-S-,---"},
		{"red", rule("R1C1:R2C1", when("5"), "color:red;font-weight:700"), "---,---"},
		{"the first that holds", rule("R1C1:R2C1", when("5"), "color:red") +
			rule("R1C1:R2C1", when("5"), "color:white"), "---,---"},
		{"not known when", rule("R1C1", "<Value1>ISODD(RC)</Value1>", "color:white"), "--D,---"},
		{"not known where", rule("C1", when("5"), "color:white"), "--D,--D"},
		{"a date", rule("R2C1", when("7"), "color:white"), "---,U--"},
	} {
		s := mustRead(t, head+`<Worksheet ss:Name="A"><Table><Row><Cell><Data ss:Type="Number">5</Data></Cell><Cell>`+
			`<Data ss:Type="Number">9</Data></Cell></Row><Row><Cell><Data ss:Type="DateTime">1900-01-07T00:00:00.000`+
			`</Data></Cell><Cell><Data ss:Type="Number">7</Data></Cell></Row></Table>`+c.rules+
			`</Worksheet></Workbook>`).Sheets[0]
		var all []string
		for row := range 2 {
			got, style := []byte("---"), s.At(row+1, 1).Style
			for i, is := range []bool{style.Unseen, style.Struck, style.Doubtful} {
				if is {
					got[i] = "USD"[i]
				}
			}
			all = append(all, string(got))
		}
		if got := strings.Join(all, ","); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	s := mustRead(t, head+`<Worksheet ss:Name="A"><Table><Column ss:Width="0.75"/><Row ss:Height="1.5"/>`+
		`<Row ss:Height="15"/></Table><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel">`+
		`<DoNotDisplayZeros/></WorksheetOptions></Worksheet></Workbook>`).Sheets[0]
	if !s.HidesZeros || fmt.Sprint(s.HiddenRows, s.HiddenCols) != "[{1 1}] [{1 1}]" {
		t.Errorf("%v %v %v", s.HidesZeros, s.HiddenRows, s.HiddenCols)
	}
}

func TestRichText(t *testing.T) {
	t.Parallel()
	s := mustRead(t, book(`<Row><Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><S>12</S>
 15<Sup>1</Sup><Font html:Face=".VnTime">Hé</Font></ss:Data></Cell></Row>`)).Sheets[0]
	c := s.At(1, 1)
	if c.Text != "12\n 151Hé" || c.Struck() != "12" || c.OffLine() != "1" || c.Runs[3].Font != ".VnTime" {
		t.Errorf("%+v", c)
	}
}

// People see 124: the 3 between is white. A figure is what they see.
func TestWhiteDigitsBesideOthers(t *testing.T) {
	t.Parallel()
	cell := func(style, text string) string {
		return `<Cell ss:StyleID="` + style + `"><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">` +
			text + `</ss:Data></Cell>`
	}
	s := mustRead(t, book(`<Row>`+cell("Default", `12<Font html:Color="#FFFFFF">3</Font>4`)+
		cell("trang", `12<Font html:Color="#000000">3</Font>4`)+
		cell("xanh", `12<B>3</B><Font html:Color="#0000ff">4</Font>`)+
		cell("Default", `12<Font html:Color="#FEFEFE">3</Font>4`)+cell("Default", `<B>1234</B>`)+`</Row>`)).Sheets[0]
	for col, want := range []string{1: "3", 2: "124", 3: "4", 4: "3", 5: ""} {
		if c := s.At(1, col); col > 0 && (c.Text != "1234" || c.Unseen() != want) {
			t.Errorf("%d: %q is not seen, want %q: %+v", col, c.Unseen(), want, c)
		}
	}
}

func TestBooksThatAreNotRead(t *testing.T) {
	t.Parallel()
	whole := book(`<Row><Cell><Data ss:Type="Number">1</Data></Cell></Row>`)
	cell := func(kind, value string) string {
		return book(`<Row><Cell><Data ss:Type="` + kind + `">` + value + `</Data></Cell></Row>`)
	}
	for data, code := range map[string]string{
		whole[:len(whole)-30]:                                       "B123",
		head + `</Workbook>`:                                        "B134",
		cell("Number", "1,5"):                                       "B126",
		cell("Boolean", "2"):                                        "B126",
		cell("DateTime", "20/12/2022"):                              "B126",
		cell("Currency", "1"):                                       "B128",
		cell("Number", "<B>1</B>"):                                  "B123",
		book(`<Row><Cell ss:StyleID="x"/></Row>`):                   "B127",
		book(`<Row ss:Index="2"/><Row ss:Index="2"/>`):              "B124",
		book(`<Row><Cell ss:Index="3"/><Cell ss:Index="3"/></Row>`): "B124",
		book(`<Row ss:Index="1048577"/>`):                           "B124",
		book(`<Row><Cell ss:MergeAcross="99999"/></Row>`):           "B124",
		book(`<Row><Cell ss:Index="-1"/></Row>`):                    "B124",
		book(`5<Row/>`):                                             "B123",
		book(`<Row ss:Span="1"><Cell><Data ss:Type="Number">1</Data></Cell></Row>`):                        "B123",
		book(`<Row><Cell ss:MergeDown="1"/></Row><Row><Cell><Data ss:Type="Number">1</Data></Cell></Row>`): "B124",
		strings.Replace(whole, "<Workbook", `<!DOCTYPE a [<!ENTITY a "b">]><Workbook`, 1):                  "B123",
	} {
		b, err := read(data)
		var r *workbook.Refusal
		if b != nil || !errors.As(err, &r) || r.Problem.Code != code {
			t.Errorf("want %s, got %v: …%s", code, err, data[max(len(data)-160, 0):])
		}
	}
}

func TestHostileBooksCostLittle(t *testing.T) {
	t.Parallel()
	repeat := strings.Repeat
	for name, c := range map[string]struct{ data, code string }{
		"nested elements": {book(repeat("<Row>", 1_000_000)), "B123"},
		"nested looks":    {book(`<Row><Cell><Data ss:Type="String">` + repeat("<B>", 1_000_000)), "B130"},
		"a long text": {book(`<Row><Cell><Data ss:Type="String">` + repeat("ab ", 1_000_000) +
			`</Data></Cell></Row>`), "B130"},
		"merges": {book(`<Row>` + repeat(`<Cell ss:MergeDown="1048000"/>`, 16384) + `</Row>` +
			repeat(`<Row><Cell ss:Index="9"/></Row>`, 1000)), ""},
		"a long formula": {book(`<Row><Cell ss:Formula="=` + repeat("R", 1_000_000) + `"/></Row>`), "B130"},
		"many styles": {strings.Replace(book(""), "<Styles>", "<Styles>"+
			repeat(`<Style ss:ID="a"/>`, 200_000), 1), ""},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := read(c.data)
			var r *workbook.Refusal
			if c.code == "" && err != nil || c.code != "" && (!errors.As(err, &r) || r.Problem.Code != c.code) {
				t.Errorf("want %q, got %v", c.code, err)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	f.Add(book(`<Row><Cell ss:Index="2" ss:MergeAcross="1" ss:Formula="=R[1]C">` +
		`<Data ss:Type="Number">1</Data></Cell></Row>`))
	f.Add(book(`<Column ss:Hidden="1"/><Row><Cell ss:StyleID="gach">` +
		`<ss:Data ss:Type="String">a<S>b</S></ss:Data></Cell></Row>`))
	f.Fuzz(func(t *testing.T, data string) {
		b, err := read(data)
		if err != nil {
			return
		}
		for _, s := range b.Sheets {
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
		}
	})
}

func BenchmarkRead(b *testing.B) {
	data := book(strings.Repeat(`<Row>`+strings.Repeat(`<Cell><Data ss:Type="Number">12.5</Data></Cell>`+
		`<Cell><Data ss:Type="String">Hộ nghèo</Data></Cell>`, 5)+`</Row>`, 2000))
	b.ReportAllocs()
	for b.Loop() {
		if s := mustRead(b, data).Sheets[0]; len(s.Cells) != 20_000 {
			b.Fatal(len(s.Cells))
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/20_000, "ns/cell")
}
