package ods

import (
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
		"":       {},
	} {
		s := looking(t, `<table:table-cell table:style-name="`+style+`" office:value-type="float" office:value="5"/>`)
		if got := s.Cells[0].Style; got.Struck != want.Struck || got.Unseen != want.Unseen {
			t.Errorf("%q: %+v", style, got)
		}
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
