package ods

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"baocao/internal/workbook"
)

// looks are styles of cells and texts: crossed out, raised, lowered, white.
const looks = `<office:automatic-styles>
<style:style style:name="gach" style:family="table-cell">
  <style:text-properties style:text-line-through-style="solid" style:text-line-through-type="single"/>
</style:style>
<style:style style:name="thoi" style:family="table-cell" style:parent-style-name="gach">
  <style:text-properties style:text-line-through-style="none"/>
</style:style>
<style:style style:name="trang" style:family="table-cell">
  <style:text-properties fo:color="#ffffff"/>
</style:style>
<style:style style:name="nen" style:family="table-cell" style:parent-style-name="trang">
  <style:table-cell-properties fo:background-color="#FF0000"/>
</style:style>
<style:style style:name="do" style:family="table-cell">
  <style:table-cell-properties fo:background-color="#ff0000"/>
  <style:text-properties fo:color="#FF0000"/>
</style:style>
<style:style style:name="tuDong" style:family="table-cell">
  <style:text-properties fo:color="#ffffff" style:use-window-font-color="true"/>
</style:style>
<style:style style:name="nang" style:family="table-cell">
  <style:text-properties style:text-position="super 58%" fo:font-family="Arial"/>
</style:style>
<style:style style:name="conNang" style:family="table-cell" style:parent-style-name="nang"/>
<style:style style:name="ha" style:family="table-cell">
  <style:text-properties style:text-position="-33% 58%"/>
</style:style>
<style:style style:name="veDong" style:family="table-cell" style:parent-style-name="nang">
  <style:text-properties style:text-position="0% 100%"/>
</style:style>
<number:number-style style:name="N1">
  <number:number number:grouping="true" number:min-integer-digits="1" number:decimal-places="0"
    number:display-factor="1000000"/>
  <number:text> triệu đồng</number:text>
</number:number-style>
<style:style style:name="trieu" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="T1" style:family="text">
  <style:text-properties style:text-line-through-type="single"/>
</style:style>
<style:style style:name="T2" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="T3" style:family="text"><style:text-properties style:text-position="-33% 58%"/></style:style>
<style:style style:name="T4" style:family="text"><style:text-properties style:text-position="0% 100%"/></style:style>
</office:automatic-styles>`

func looking(t *testing.T, row string) *workbook.Sheet {
	t.Helper()
	return mustReadODS(t, odsArchive(odsContent(looks, `<table:table table:name="A"><table:table-row>`+row+
		`</table:table-row></table:table>`), nil)).Sheets[0]
}

func TestODSTellsWhatIsNotSeen(t *testing.T) {
	t.Parallel()
	for style, want := range map[string]workbook.Style{
		"gach":   {Struck: true},
		"thoi":   {},
		"trang":  {Unseen: true},
		"nen":    {},
		"do":     {Unseen: true},
		"tuDong": {},
		"nang":   {Script: workbook.Raised}, "conNang": {Script: workbook.Raised}, "ha": {Script: workbook.Lowered},
		"veDong": {},
		"":       {},
	} {
		s := looking(t, `<table:table-cell table:style-name="`+style+`" office:value-type="float" office:value="5"/>`)
		if got := s.Cells[0].Style; got.Struck != want.Struck || got.Unseen != want.Unseen ||
			got.Script != want.Script {
			t.Errorf("%q: %+v", style, got)
		}
	}
}

// A cell without a style of its own has that of its row or column, or the file's.
func TestODSRaisesByRowColumnAndDefault(t *testing.T) {
	t.Parallel()
	const cell = `<table:table-cell office:value-type="float" office:value="5"/>`
	const struck = `<style:default-style style:family="table-cell"><style:text-properties ` +
		`style:text-line-through-type="single"/></style:default-style>`
	for _, c := range []struct {
		styles, table string
		want          workbook.Style
	}{
		{"", `<table:table-column table:default-cell-style-name="conNang"/><table:table-row>` + cell +
			`</table:table-row>`,
			workbook.Style{Script: workbook.Raised}},
		{"", `<table:table-row table:default-cell-style-name="ha">` + cell + `</table:table-row>`,
			workbook.Style{Script: workbook.Lowered}},
		{"", `<table:table-column table:default-cell-style-name="gach"/><table:table-row>` + cell +
			`</table:table-row>`,
			workbook.Style{Struck: true}},
		{"", `<table:table-column table:default-cell-style-name="nang"/><table:table-row ` +
			`table:default-cell-style-name="veDong">` + cell + `</table:table-row>`, workbook.Style{}},
		{`<office:styles>` + struck + `</office:styles>`, `<table:table-row>` + cell + `</table:table-row>`,
			workbook.Style{Struck: true}},
	} {
		s := mustReadODS(t, odsArchive(odsContent(c.styles+looks, `<table:table table:name="A">`+c.table+
			`</table:table>`),
			nil)).Sheets[0]
		if got := s.Cells[0].Style; got.Script != c.want.Script || got.Struck != c.want.Struck {
			t.Errorf("%s: %+v", c.table, got)
		}
	}
}

// A text in a raised cell is raised but for what is put back on the line, which stays
// crossed out where the cell is.
func TestODSTextInARaisedCell(t *testing.T) {
	t.Parallel()
	s := looking(t, `<table:table-cell table:style-name="conNang" office:value-type="string"><text:p>12`+
		`<text:span text:style-name="T4">5</text:span></text:p></table:table-cell><table:table-cell `+
		`table:style-name="conNang" office:value-type="string"><text:p>125</text:p></table:table-cell>`)
	for i, want := range []struct{ onLine, offLine string }{{"5", "12"}, {"", "125"}} {
		if c := &s.Cells[i]; c.OnLine() != want.onLine || c.OffLine() != want.offLine {
			t.Errorf("%q %q, %+v", c.OnLine(), c.OffLine(), c.Runs)
		}
	}
}

// What is printed over and under the pages: the words, not the fields; of the kind of
// pages that the sheet has.
func TestODSMargins(t *testing.T) {
	t.Parallel()
	const pages = `<office:document-styles><office:automatic-styles><style:style style:name="T2" style:family="text">` +
		`<style:text-properties style:text-line-through-type="single"/></style:style></office:automatic-styles>` +
		`<office:master-styles><style:master-page style:name="Default"><style:header><text:p><text:sheet-name>???` +
		`</text:sheet-name></text:p></style:header></style:master-page>` +
		`<style:master-page style:name="mp1"><style:header>` +
		`<style:region-left><text:p>UBND</text:p></style:region-left>` +
		`<style:region-center><text:p>6 <text:span text:style-name="T2">năm</text:span>tháng</text:p><text:p>Trang ` +
		`<text:page-number>1</text:page-number></text:p></style:region-center></style:header>` +
		`<style:header-left style:display="false"><text:p>chẵn</text:p></style:header-left>` +
		`<style:footer><text:p>ĐVT: <text:a>đồng</text:a></text:p></style:footer></style:master-page>` +
		`</office:master-styles></office:document-styles>`
	styled := strings.Replace(looks, "<office:automatic-styles>", `<office:automatic-styles>`+
		`<style:style style:name="ta1" style:family="table" style:master-page-name="mp1"/>`, 1)
	cell := `<table:table-cell office:value-type="string"><text:p>3<text:span text:style-name="T2">1</text:span>` +
		`</text:p></table:table-cell>`
	b := mustReadODS(t, odsArchive(odsContent(styled, `<table:table table:name="A" table:style-name="ta1">`+
		`<table:table-row>`+cell+`</table:table-row></table:table><table:table table:name="B"><table:table-row>`+cell+
		`</table:table-row></table:table>`), map[string]string{"styles.xml": pages}))
	said := func(cells []workbook.Cell) string {
		all := ""
		for _, c := range cells {
			all += c.Text + "|"
		}
		return all
	}
	a, other := b.Sheets[0], b.Sheets[1]
	if said(a.Header) != "UBND|6 tháng\nTrang |" || said(a.Footer) != "ĐVT: đồng|" || said(other.Header) != "" {
		t.Errorf("%q %q %q", said(a.Header), said(a.Footer), said(other.Header))
	}
	if c := &a.Cells[0]; c.OffLine() != "1" { // not what the pages call by that name
		t.Errorf("%+v", c.Runs)
	}
}

func TestODSKeepsRaisedAndCrossedOutRuns(t *testing.T) {
	t.Parallel()
	span := func(style, text string) string {
		return `<text:span text:style-name="` + style + `">` + text + `</text:span>`
	}
	for _, c := range []struct{ text, struck, onLine, offLine string }{
		{span("T1", "118") + "125" + span("T2", "1"), "118", "125", "1"},
		{"CO" + span("T3", "2"), "", "CO", "2"},
		{span("T4", "125"), "", "125", ""},
		{span("T2", "1"+span("T4", "25")), "", "25", "1"},
	} {
		s := looking(t, `<table:table-cell office:value-type="string"><text:p>`+c.text+`</text:p></table:table-cell>`)
		cell := &s.Cells[0]
		if cell.Struck() != c.struck || cell.OnLine() != c.onLine || cell.OffLine() != c.offLine {
			t.Errorf("%s: %+v, want %q %q %q", c.text, cell.Runs, c.struck, c.onLine, c.offLine)
		}
	}
}

func TestODSShowsMillions(t *testing.T) {
	t.Parallel()
	c := &looking(t, `<table:table-cell table:style-name="trieu" office:value-type="float"
		office:value="10500000000"/>`).Cells[0]
	if s, ok := workbook.Show(c); !ok || s.Text != "10.500 triệu đồng" || s.Value.Plain() != "10500" {
		t.Errorf("%+v in %q", s, c.Style.NumFmt)
	}
}

func TestODSRemarks(t *testing.T) {
	t.Parallel()
	s := looking(t, `<table:table-cell office:value-type="float" office:value="5">`+
		`<office:annotation><dc:creator>Lan</dc:creator><text:p>số đúng là</text:p><text:p>325</text:p>`+
		`</office:annotation><text:p>5</text:p></table:table-cell>`+
		`<table:table-cell table:number-columns-repeated="2">`+
		`<office:annotation><text:p>chưa có</text:p></office:annotation></table:table-cell>`)
	for col, want := range []string{"số đúng là\n325", "chưa có", "chưa có", ""} {
		if got := s.Comment(1, col+1); got != want {
			t.Errorf("column %d: %q, want %q", col+1, got, want)
		}
	}
}

func TestODSFormulasAsExcelWritesThem(t *testing.T) {
	t.Parallel()
	for stored, want := range map[string]string{
		`of:=SUM([.E3:.E5];[.$F$1])`:             "SUM(E3:E5;$F$1)",
		`of:=[$KQ.A1]*2`:                         "KQ!A1*2",
		`of:=['Năm 22.1'.A1]`:                    "'Năm 22.1'!A1",
		`msoxl:=SUM(A2,A3)`:                      "SUM(A2,A3)",
		`of:=[KQ.A1:KQ.B2]`:                      "KQ!A1:B2",
		`of:=&quot;[.A1]&quot;&amp;[.A2]`:        `"[.A1]"&A2`,
		`of:=['file:///C:/2021.ods'#$Sheet1.A1]`: "'file:///C:/2021.ods'#$Sheet1!A1",
		`of:=[.A1`:                               "[.A1",
	} {
		s := looking(t, `<table:table-cell table:formula="`+stored+`" office:value-type="float" office:value="5"/>`)
		if got := s.Cells[0].Formula; got != want {
			t.Errorf("%s: %q, want %q", stored, got, want)
		}
	}
}

// Rules as LibreOffice keeps them with the sheet, and as others do with the style.
func TestODSRules(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		calcext, mapped string
		want            workbook.Style
	}{
		{"=5", "cell-content()=5", workbook.Style{Unseen: true}},
		{"=0", "cell-content()=0", workbook.Style{}},
		{"!=0", "cell-content()!=0", workbook.Style{Unseen: true}},
		{"&gt;=5", "cell-content()&gt;=5", workbook.Style{Unseen: true}},
		{"between(1,5)", "cell-content-is-between(1,5)", workbook.Style{Unseen: true}},
		{"not-between(1,5)", "cell-content-is-not-between(1,5)", workbook.Style{}},
		{"formula-is([.A1]=[.$A$1])", "is-true-formula([.A1]=[.$A$1])", workbook.Style{Unseen: true}},
		{"formula-is(ISERROR([.A1]))", "is-true-formula(ISERROR([.A1]))", workbook.Style{}},
		{"duplicate", "is-true-formula(RANK([.A1];[.A1:.A9])=1)", workbook.Style{Doubtful: true}},
	} {
		cell := func(style, rules string) *workbook.Style {
			s := mustReadODS(t, odsArchive(odsContent(looks+`<office:automatic-styles>`+
				`<style:style style:name="Trang_5f_1" style:display-name="Trang_1" style:family="table-cell" `+
				`style:parent-style-name="trang"/><style:style style:name="theo" style:family="table-cell">`+
				`<style:map style:condition="`+c.mapped+`" style:apply-style-name="Trang_5f_1" `+
				`style:base-cell-address="Kỳ 1.A1"/></style:style></office:automatic-styles>`,
				`<table:table table:name="Kỳ 1"><table:table-row><table:table-cell table:style-name="`+style+
					`" office:value-type="float" office:value="5"/>`+
					`</table:table-row>`+rules+`</table:table>`), nil)).Sheets[0]
			return s.Cells[0].Style
		}
		format := func(conditions string) string {
			return `<calcext:conditional-formats><calcext:conditional-format calcext:target-range-address=` +
				`"'Kỳ 1'.A1:'Kỳ 1'.A9 'Kỳ 1'.C1">` + conditions +
				`</calcext:conditional-format></calcext:conditional-formats>`
		}
		condition := `<calcext:condition calcext:apply-style-name="Trang_1" calcext:value="` + c.calcext +
			`" calcext:base-cell-address="'Kỳ 1'.A1"/>`
		for how, got := range map[string]*workbook.Style{c.calcext: cell("", format(condition)),
			c.mapped: cell("theo", "")} {
			if got.Unseen != c.want.Unseen || got.Doubtful != c.want.Doubtful {
				t.Errorf("%s: %+v", how, got)
			}
		}
		icons := format(`<calcext:icon-set><calcext:formatting-entry calcext:show-value="false"/></calcext:icon-set>`)
		if got := cell("", icons); got.NumFmt != ";;;" {
			t.Errorf("icons alone: %+v", got)
		}
	}
}

// A view without zeros, a folded group, a row and a column that are no more than a line.
func TestODSSheetsAsTheyLook(t *testing.T) {
	t.Parallel()
	const styles = `<office:automatic-styles><style:style style:name="ro1" style:family="table-row">` +
		`<style:table-row-properties style:row-height="0.0102in"/></style:style>` +
		`<style:style style:name="ro2" style:family="table-row">` +
		`<style:table-row-properties style:row-height="0.45cm"/>` +
		`</style:style><style:style style:name="co1" style:family="table-column"><style:table-column-properties ` +
		`style:column-width="0.2mm"/></style:style></office:automatic-styles>`
	const cell = `<table:table-cell office:value-type="float" office:value="5"/>`
	row := func(style string) string {
		return `<table:table-row table:style-name="` + style + `">` + cell + `</table:table-row>`
	}
	content := odsContent(styles, `<table:table table:name="A"><table:table-column/>`+
		`<table:table-column table:style-name="co1"/>`+row("ro1")+row("ro2")+
		`<table:table-row-group table:display="false">`+row("ro2")+`</table:table-row-group>`+
		row("ro2")+`</table:table>`)
	setting := func(name, value string) string {
		return `<config:config-item config:name="` + name + `">` + value + `</config:config-item>`
	}
	for settings, want := range map[string]string{
		setting("ShowZeroValues", "false"):                                     "true false",
		setting("ShowZeroValues", "true") + setting("ShowZeroValues", "false"): "false false",
		`<config:config-item-map-named><config:config-item-map-entry config:name="A">` +
			setting("ShowZeroValues", "false") +
			`</config:config-item-map-entry></config:config-item-map-named>`: "true false",
		setting("AutoCalculate", "false"): "false true",
	} {
		b := mustReadODS(t, odsArchive(content, map[string]string{"settings.xml": `<office:document-settings ` +
			`xmlns:config="c"><office:settings>` + settings + `</office:settings></office:document-settings>`}))
		flat := strings.Replace(content, "document-content", "document", -1)
		flat = strings.Replace(flat, "<office:automatic", `<office:settings xmlns:config="c">`+settings+
			`</office:settings><office:automatic`, 1)
		one, err := ReadFlat([]byte(flat), workbook.NewGuard(context.Background(), workbook.DefaultLimits()))
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprint(one.Sheets[0].HidesZeros, one.Stale); got != want {
			t.Errorf("%s in one file: %s, want %s", settings, got, want)
		}
		s := b.Sheets[0]
		if got := fmt.Sprint(s.HidesZeros, b.Stale); got != want ||
			fmt.Sprint(s.HiddenRows, s.HiddenCols) != "[{1 1} {3 3}] [{2 2}]" {
			t.Errorf("%s: %s, want %s; hidden %v %v", settings, got, want, s.HiddenRows, s.HiddenCols)
		}
	}
}

func TestODSRunsThatAreNotSeen(t *testing.T) {
	t.Parallel()
	const styles = `<office:automatic-styles><style:style style:name="T9" style:family="text"><style:text-properties ` +
		`fo:color="#FEFEFE"/></style:style><style:style style:name="T8" style:family="text"><style:text-properties ` +
		`text:display="none"/></style:style></office:automatic-styles>`
	for _, c := range []struct{ style, span, unseen string }{
		{"", "T9", "0"}, {"", "T8", "0"}, {"nen", "T9", ""}, {"nen", "T8", "0"},
	} {
		s := mustReadODS(t, odsArchive(odsContent(looks+styles, `<table:table table:name="A"><table:table-row>`+
			`<table:table-cell table:style-name="`+c.style+`" office:value-type="string"><text:p>125<text:span `+
			`text:style-name="`+c.span+`">0</text:span></text:p></table:table-cell></table:table-row></table:table>`),
			nil)).Sheets[0]
		if got := s.Cells[0].Unseen(); got != c.unseen {
			t.Errorf("%s in %q: %q", c.span, c.style, got)
		}
	}
}
