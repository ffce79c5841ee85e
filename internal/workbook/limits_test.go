package workbook

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"
)

// Small files made to cost a lot: each is refused or read, within moments.
func TestHostileFilesCostLittle(t *testing.T) {
	small := DefaultLimits()
	small.MaxUncompressed, small.MaxCells, small.MaxEntries, small.MaxSheets = 8<<20, 50_000, 2_000, 100
	repeat := strings.Repeat
	var far, shared, sheets strings.Builder
	for r := 1; r <= 2000; r++ {
		fmt.Fprintf(&far, `<row r="%d"><c r="XFD%d"><v>1</v></c></row>`, r, r)
		fmt.Fprintf(&shared, `<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>`, r, r)
		fmt.Fprintf(&sheets, `<sheet name="S%d" sheetId="%d" r:id="rId1"/>`, r, r)
	}
	many := map[string]string{}
	for i := range 3000 {
		many[fmt.Sprintf("xl/media/%d.png", i)] = ""
	}
	for _, c := range []struct {
		name string
		data []byte
		code string // "" when it is to be read
	}{
		{"bomb", tinyWith("", "", map[string]string{"xl/media/image1.png": repeat("\x00", 9<<20)}), "B130"},
		{"cells in the last column", tiny(far.String()), ""},
		{"many cells", tiny("<row>" + repeat("<c><v>1</v></c>", 16384) + "</row><row>" + repeat("<c><v>1</v></c>", 16384) + "</row><row>" + repeat("<c><v>1</v></c>", 16384) + "</row><row>" + repeat("<c><v>1</v></c>", 16384) + "</row>"), "B130"},
		{"many entries", tinyWith("", "", many), "B130"},
		{"deep nesting", tinyWith("", repeat("<a>", 100_000)+repeat("</a>", 100_000), nil), "B130"},
		{"long text", tiny(`<row r="1"><c r="A1" t="str"><v>` + repeat("a", 200_000) + `</v></c></row>`), "B130"},
		{"many sheets", tinyWith("", "", map[string]string{"xl/workbook.xml": `<workbook xmlns:r="r"><sheets>` + sheets.String() + `</sheets></workbook>`}), "B130"},
		{"one sheet listed twice", tinyWith("", "", map[string]string{"xl/workbook.xml": `<workbook xmlns:r="r"><sheets><sheet name="A" r:id="rId1"/><sheet name="B" r:id="rId1"/></sheets></workbook>`}), "B124"},
		{"one text of 50.000 runs used often", tinyWith(shared.String(), "", map[string]string{"xl/sharedStrings.xml": `<sst><si>` + repeat(`<r><rPr><rFont val="Arial"/></rPr><t>a</t></r>`, 50_000) + `</si></sst>`}), ""},
		{"50.000 merges", tinyWith("", "<mergeCells>"+repeat(`<mergeCell ref="A1:XFD1048576"/>`, 50_000)+"</mergeCells>", nil), ""},
		{"many attributes", tinyWith("", "<a "+manyAttributes(20_000)+"/>", nil), "B123"},
	} {
		t.Run(c.name, func(t *testing.T) {
			start := time.Now()
			book, problems := Read(context.Background(), "a.xlsx", c.data, small)
			if c.code == "" && book == nil || c.code != "" && (book != nil || problems[0].Key != c.code) {
				t.Errorf("want %q, got book %v, problems %v", c.code, book != nil, problems)
			}
			if took := time.Since(start); took > 3*time.Second {
				t.Errorf("took %v", took)
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

func TestReadingStopsAtTheDeadlineAndWhenCancelled(t *testing.T) {
	data := tiny(strings.Repeat("<row><c><v>1</v></c></row>", 20_000))
	lim := DefaultLimits()
	lim.Deadline = 0
	if book, problems := Read(context.Background(), "a.xlsx", data, lim); book != nil || problems[0].Key != "B131" {
		t.Errorf("past the deadline: %v", problems)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if book, problems := Read(ctx, "a.xlsx", data, DefaultLimits()); book != nil || problems[0].Key != "B133" {
		t.Errorf("cancelled: %v", problems)
	}
}
