package open

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"baocao/internal/workbook"
)

// patient are the limits of tests that must end by another limit than the clock,
// however slow the machine.
func patient() workbook.Limits {
	lim := workbook.DefaultLimits()
	lim.Deadline = 5 * time.Minute
	return lim
}

// Small files made to cost a lot: each is refused or read within the limits,
// of which time is one.
func TestHostileFilesCostLittle(t *testing.T) {
	t.Parallel()
	small := patient()
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
		{"many cells", tiny("<row>" + repeat("<c><v>1</v></c>", 16384) + "</row><row>" + repeat("<c><v>1</v></c>",
			16384) + "</row><row>" + repeat("<c><v>1</v></c>", 16384) + "</row><row>" +
			repeat("<c><v>1</v></c>", 16384) + "</row>"), "B130"},
		{"sizes whose sum is small again", withSizes(t, 1<<40, 1<<63, 1<<63), "B121"},
		{"sizes beyond any memory", withSizes(t, 4, 1<<63, 1<<63), "B121"},
		{"many entries", tinyWith("", "", many), "B130"},
		{"deep nesting", tinyWith("", repeat("<a>", 100_000)+repeat("</a>", 100_000), nil), "B130"},
		{"long text", tiny(`<row r="1"><c r="A1" t="str"><v>` + repeat("a", 200_000) + `</v></c></row>`), "B130"},
		{"many sheets", tinyWith("", "",
			map[string]string{"xl/workbook.xml": `<workbook xmlns:r="r"><sheets>` + sheets.String() +
				`</sheets></workbook>`}), "B130"},
		{"one sheet listed twice",
			tinyWith("", "",
				map[string]string{"xl/workbook.xml": `<workbook xmlns:r="r"><sheets><sheet name="A" r:id="rId1"/>` +
					`<sheet name="B" r:id="rId1"/></sheets></workbook>`}), "B124"},
		{"one text of 5.000 runs used often",
			tinyWith(shared.String(), "",
				map[string]string{"xl/sharedStrings.xml": `<sst><si>` +
					repeat(`<r><rPr><rFont val="Arial"/></rPr><t>a</t></r>`, 5_000) + `</si></sst>`}), ""},
		{"50.000 merges", tinyWith("",
			"<mergeCells>"+repeat(`<mergeCell ref="A1:XFD1048576"/>`, 50_000)+"</mergeCells>", nil), ""},
		{"a million empty rows with a format", tiny(repeat(`<row s="1" customFormat="1"><c s="1"/></row>`, 100_000)),
			""},
		{"a huge table of texts that is not there",
			tinyWith("", "",
				map[string]string{"xl/sharedStrings.xml": `<sst count="2147483647" uniqueCount="2147483647"></sst>`}),
			""},
		{"an entity that grows",
			tinyWith("", "", map[string]string{"xl/sharedStrings.xml": `<!DOCTYPE s [<!ENTITY a "` + repeat("x",
				1000) + `"><!ENTITY b "` + repeat("&a;", 1000) + `">]><sst><si><t>&b;</t></si></sst>`}), "B123"},
		{"an entity of a file",
			tinyWith("", "",
				map[string]string{"xl/sharedStrings.xml": `<!DOCTYPE s [<!ENTITY a SYSTEM "file:///etc/passwd">]>` +
					`<sst><si><t>&a;</t></si></sst>`}), "B123"},
		{"parts with names that lead out",
			tinyWith("", "", map[string]string{"../../outside.txt": "x", `..\..\other.txt`: "x",
				"/etc/outside": "x"}), ""},
		{"formulas in a circle",
			tiny(`<row r="1"><c r="A1"><f>B1</f><v>1</v></c><c r="B1"><f>A1</f><v>1</v></c></row>`), ""},
		{"thousands of texts in an old font", typedBook(t, typedRows(5_000)), ""},
		{"many attributes", tinyWith("", "<a "+manyAttributes(20_000)+"/>", nil), "B123"},
	} {
		t.Run(c.name, func(t *testing.T) {
			book, problems := Read(context.Background(), "a.xlsx", c.data, small)
			if c.code == "" && book == nil || c.code != "" && (book != nil || problems[0].Code != c.code) {
				t.Errorf("want %q, got book %v, problems %v", c.code, book != nil, problems)
			}
		})
	}
}

func typedRows(n int) []typed {
	var rows []typed
	for i := range n {
		rows = append(rows, typed{fmt.Sprintf("Tû lÖ hé nghÌo %d", i), ".VnTimeH"})
	}
	return rows
}

func manyAttributes(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, ` a%d=""`, i)
	}
	return b.String()
}

func TestReadingStopsAtTheDeadlineAndWhenCancelled(t *testing.T) {
	t.Parallel()
	data := tiny(strings.Repeat("<row><c><v>1</v></c></row>", 20_000))
	lim := workbook.DefaultLimits()
	lim.Deadline = 0
	if book, problems := Read(context.Background(), "a.xlsx", data, lim); book != nil || problems[0].Code != "B131" {
		t.Errorf("past the deadline: %v", problems)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if book, problems := Read(ctx, "a.xlsx", data, workbook.DefaultLimits()); book != nil ||
		problems[0].Code != "B133" {
		t.Errorf("cancelled: %v", problems)
	}
}

// The memory a file needs is booked before it is taken.
func TestMemoryIsBounded(t *testing.T) {
	t.Parallel()
	lim := workbook.DefaultLimits()
	lim.MaxMemory = 1 << 20
	for name, c := range map[string]struct{ file, data string }{
		"cells":      {"a.xlsx", string(tiny(strings.Repeat("<row><c><v>1</v></c></row>", 20_000)))},
		"a big part": {"a.xlsx", string(tinyWith("", strings.Repeat(" ", 2<<20), nil))},
		"repairs":    {"a.xlsx", string(typedBook(t, typedRows(5_000)))},
		"a text":     {"a.csv", strings.Repeat("1;2;3;4;5;6;7;8\n", 5_000)},
	} {
		if book, problems := Read(context.Background(), c.file, []byte(c.data), lim); book != nil ||
			len(problems) != 1 || problems[0].Code != "B130" {
			t.Errorf("%s: %v %v", name, book != nil, problems)
		}
	}
}

// withSizes is an archive whose directory tells sizes that are not true.
func withSizes(t *testing.T, packed uint64, sizes ...uint64) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i, size := range sizes {
		f, err := w.CreateRaw(&zip.FileHeader{Name: fmt.Sprintf("xl/%d.bin", i), Method: zip.Deflate,
			CompressedSize64: packed, UncompressedSize64: size})
		if err == nil {
			_, err = f.Write([]byte("abcd"))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
