package open

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"baocao/internal/workbook"
)

// readers are files that other readers lose something of, kept beside the project if
// they are there.
const readers = "../../../../shared/cases/readers"

// Each is read, with these cells among others, or named as damaged.
func TestOddFilesAreReadOrNamed(t *testing.T) {
	t.Parallel()
	if _, err := os.Stat(readers); err != nil {
		t.Skip("skipped: the odd files of shared/cases/readers are absent")
	}
	for file, want := range map[string]string{
		"bool-text.xlsx":                     "A1 bool TRUE",
		"cells-out-of-order.xlsx":            "A1 number",
		"date-t-d.xlsx":                      "C2 number 44910",
		"date-time-only-t-d.xlsx":            "C2 number 0.4",
		"dollar-comma.xlsx":                  "B126",
		"dup-merge.xlsx":                     "B1 number 612.4",
		"huge-1e200.xlsx":                    "C2 too-large 1E",
		"length-swallows.xls":                "B123",
		"lowercase-ref.xlsx":                 "A1 number 1",
		"merge-whole-column.xlsx":            "B1 number 612.4",
		"module-sheet-empty-rid.xlsx":        "B1 number 612.4",
		"parts-at-root.xlsx":                 "A1 ",
		"plus-number.xlsx":                   "A1 number 12.5",
		"poi-jxl-formula-0-calc-on-load.xls": "D4 number 0",
		"rec-03.xls":                         "B123",
		"rows-out-of-order.xlsx":             "A1 number",
		"style-missing.xlsx":                 "A1 number",
		"tiny-5e-17.xlsx":                    "C2 number 0.0000000000000000555111512312578",
		"tiny-number-1e-104.xlsx":            "C2 number 0",
		"v-and-is.xlsx":                      "A1 text",
		"xls-boundsheet-kind-flipped.xls":    "B135",
		"xls-boundsheet-offset-0.xls":        "B135",
		"xls-early-eof.xls":                  "B123",
		"xls-one-bit-353-cells-lost.xls":     "B135",
		"xls-one-bit-61-cells-lost.xls":      "B135",
		"xls-zeroed-sector-GOOD.xls":         "C8 number 1721.5",
		"xls-zeroed-sector.xls":              "B123",
		"xlsxwriter-formula-0.xlsx":          "D4 number 0",
		"xlwt-formula.xls":                   "D4 no-value",
		"zero-cached-fullCalcOnLoad.xlsx":    "C1 number 0",
	} {
		t.Run(file, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join(readers, file))
			if err != nil {
				t.Fatal(err)
			}
			book, problems := Read(context.Background(), file, data, workbook.DefaultLimits())
			var got strings.Builder
			for _, p := range problems {
				got.WriteString(p.Code + "\n")
			}
			if book != nil {
				got.WriteString(cellsOf(book))
			}
			if !strings.Contains("\n"+got.String(), "\n"+want) {
				t.Errorf("want %s, got %.600s", want, got.String())
			}
		})
	}
}

// cellsOf lists the cells of a book, one on a line.
func cellsOf(b *workbook.Book) string {
	var out strings.Builder
	for _, s := range b.Sheets {
		for i := range s.Cells {
			c := &s.Cells[i]
			value := c.Text
			if c.Kind == workbook.Number {
				value = c.Number.Plain()
			}
			lost := ""
			if c.Style.Lost {
				lost = " without format"
			}
			out.WriteString(c.Ref() + " " + c.Kind.String() + " " + value + lost + "\n")
		}
	}
	return out.String()
}

// One odd spot does not keep a good book from being read.
func TestOneOddSpotSpoilsNoBook(t *testing.T) {
	t.Parallel()
	one := `<row r="1"><c r="A1"><v>612.4</v></c></row>`
	workbookPart := func(sheets string) map[string]string {
		return map[string]string{"xl/workbook.xml": `<workbook xmlns:r="http://schemas.openxmlformats.org/` +
			`officeDocument/2006/relationships"><sheets>` + sheets + `</sheets></workbook>`}
	}
	for what, c := range map[string]struct {
		data []byte
		want string
	}{
		"noise": {tiny(`<row r="1"><c r="A1"><v>3E-104</v></c><c r="B1"><v>-1.0149831235755325E-118</v></c></row>`),
			"A1 number 0\nB1 number 0\n"},
		"huge": {tiny(`<row r="1"><c r="A1"><v>1E+200</v></c><c r="B1"><v>2</v></c></row>`),
			"A1 too-large 1E+200\nB1 number 2\n"},
		"not a number": {tiny(`<row r="1"><c r="A1"><v>NaN</v></c></row>`), "A1 error #NUM!\n"},
		"out of order": {tiny(`<row r="2"><c r="B2"><v>4</v></c><c r="A2"><v>3</v></c></row>` + one),
			"A1 number 612.4\nA2 number 3\nB2 number 4\n"},
		"lower case": {tiny(`<row r="1"><c r="b1"><v>1</v></c></row>`), "B1 number 1\n"},
		"a value beside the text": {tiny(`<row r="1"><c r="A1" t="inlineStr"><v>1.0</v><is><t>hộ</t></is></c></row>`),
			"A1 text hộ\n"},
		"a value behind the text": {tiny(`<row r="1"><c r="A1" t="inlineStr"><is><t>hộ</t></is><v>1.0</v></c></row>`),
			"A1 text hộ\n"},
		"a time": {tiny(`<row r="1"><c r="A1" t="d"><v>12:00:00</v></c></row>`), "A1 number 0.5\n"},
		"no such format": {tiny(`<row r="1"><c r="A1" s="7"><v>0.45</v></c><c r="B1" s="1"><v>0.5</v></c></row>`),
			"A1 number 0.45 without format\nB1 number 0.5\n"},
		"no formats": {withoutPart(tiny(`<row r="1"><c r="A1" s="1"><v>0.45</v></c><c r="B1"><v>2</v></c></row>`),
			"xl/styles.xml"), "A1 number 0.45 without format\nB1 number 2\n"},
		"merged columns": {tinyWith(one, `<mergeCells><mergeCell ref="C:C"/><mergeCell ref="8:9"/></mergeCells>`, nil),
			"A1 number 612.4\n"},
		"a module": {tinyWith(one, "", workbookPart(`<sheet name="Module1" sheetId="2" r:id=""/>`+
			`<sheet name="A" sheetId="1" r:id="rId1"/>`)), "A1 number 612.4\n"},
		"parts elsewhere": {atRoot(tiny(one)), "A1 number 612.4\n"},
	} {
		t.Run(what, func(t *testing.T) {
			if got := cellsOf(mustRead(t, c.data)); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
	wantProblem(t, tinyWith(one, "", workbookPart(`<sheet name="Module1" sheetId="2" r:id=""/>`)), "B134", "", "")
	wantProblem(t, tinyWith(one, `<mergeCells><mergeCell ref="C5:D"/></mergeCells>`, nil), "B124", "Số liệu", "")
	names, content := parts(t, tiny(one))
	wantProblem(t, pack(t, append(names, "xl/worksheets/sheet1.xml"), content), "B137", "", "")
}

func withoutPart(data []byte, name string) []byte {
	names, content := parts(panicky{}, data)
	delete(content, name)
	return pack(panicky{}, names, content)
}

// atRoot moves the parts of a book out of their folder; its relations say where to.
func atRoot(data []byte) []byte {
	names, content := parts(panicky{}, data)
	moved := map[string]string{}
	for i, name := range names {
		names[i] = strings.TrimPrefix(name, "xl/")
		moved[names[i]] = strings.NewReplacer(`"xl/`, `"`, `"/xl/`, `"/`, `"../xl/`, `"`).Replace(content[name])
	}
	return pack(panicky{}, names, moved)
}
