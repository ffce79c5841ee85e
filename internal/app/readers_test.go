package app_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"baocao/internal/app"
	"baocao/internal/workbook"
	"baocao/internal/workbook/open"
)

// reader is a program that reads workbooks: a command that is given paths and prints
// for each cell its file, its sheet, its address and its value, in JSON.
type reader struct {
	name    string
	command []string
	needs   []string // fails where the program is not installed
	noZeros bool     // it takes a computed 0 for none
}

const python = "/usr/bin/python3"

// Packages for node stand where NODE_PATH says: .ci/readers installs them.
var readers = []reader{
	{"openpyxl", []string{python, "-c", `
import sys, json, openpyxl
from openpyxl.utils.datetime import to_excel
for path in sys.argv[1:]:
    for s in openpyxl.load_workbook(path, data_only=True):
        for row in s.iter_rows():
            for c in row:
                if c.value is not None: print(json.dumps([path, s.title, c.coordinate, c.value], default=to_excel))
`}, []string{python, "-c", "import openpyxl"}, false},
	{"pandas", []string{python, "-c", `
import sys, json, pandas
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel
read = dict(sheet_name=None, header=None, dtype=object, keep_default_na=False, na_values=[])
for path in sys.argv[1:]:
    for name, s in pandas.read_excel(path, **read).items():
        for row, cells in enumerate(s.values.tolist()):
            for column, v in enumerate(cells):
                at = get_column_letter(column + 1) + str(row + 1)
                if v != "" and v == v: print(json.dumps([path, name, at, v], default=to_excel))
`}, []string{python, "-c", "import pandas"}, false},
	{"exceljs", []string{"node", "-e", `
const { Workbook, ValueType } = require('exceljs')
const print = (path, sheet, c) => {
  let v = c.value
  if (c.master !== c || v === null) return
  if (c.type === ValueType.Formula) v = c.result === undefined ? '' : c.result
  else if (c.type === ValueType.Hyperlink) v = c.text
  else if (c.type === ValueType.RichText) v = v.richText.map(x => x.text).join('')
  if (v instanceof Date) v = v.getTime() / 86400000 + 25569 // days are numbers
  console.log(JSON.stringify([path, sheet.name, c.address, v]))
}
for (const path of process.argv.slice(1))
  new Workbook().xlsx.readFile(path).then(book =>
    book.eachSheet(s => s.eachRow(r => r.eachCell(c => print(path, s, c)))))
`}, []string{"node", "-e", "require('exceljs')"}, true},
	{"SheetJS", []string{"node", "-e", `
for (const path of process.argv.slice(1)) {
  const book = require('xlsx').readFile(path)
  for (const name of book.SheetNames)
    for (const [at, c] of Object.entries(book.Sheets[name]))
      if (at[0] !== '!' && c.v !== undefined) console.log(JSON.stringify([path, name, at, c.v]))
}`},
		[]string{"node", "-e", "require('xlsx')"}, false},
}

// What the office opens with Excel others open with what they have. Every program
// finds the same values in each of our workbooks, text as text and numbers as numbers,
// and what a unit typed to do harm is a text in all of them.
func TestEveryProgramReadsTheSameValues(t *testing.T) {
	t.Parallel()
	if os.Getenv("BAOCAO_TEST_SLOW") == "" {
		t.Skip("skipped: BAOCAO_TEST_SLOW=1")
	}
	folder := filepath.Join(t.TempDir(), "books")
	var books []string
	for name, lay := range map[string]func(*testing.T, string) string{
		"kien-an":  copied(exampleDir, "kinh-te"),
		"an-khang": copied(wardDir, "thong-ke"),
		"hostile":  hostileFolder,
	} {
		dir := filepath.Join(t.TempDir(), name)
		unit := lay(t, dir)
		must(t, os.RemoveAll(filepath.Join(dir, app.ReportDir)))
		_, err := app.Build(t.Context(), dir, nil)
		must(t, err)
		_, err = app.Forms(t.Context(), dir)
		must(t, err)
		made, err := filepath.Glob(filepath.Join(dir, app.ReportDir, "*.xlsx"))
		must(t, err)
		if len(made) != 2 {
			t.Fatalf("%s: workbooks %v", name, made)
		}
		for _, path := range append(made, filepath.Join(dir, app.FormsDir, unit+".xlsx")) {
			as := filepath.Join(folder, name+"-"+filepath.Base(path))
			put(t, as, contentOf(t, path))
			books = append(books, as)
		}
	}
	slices.Sort(books)
	ours := values{}
	for _, path := range books {
		ours.read(t, path)
	}
	if len(ours) < 5000 {
		t.Errorf("%d cells only", len(ours))
	}
	if !slices.ContainsFunc(slices.Collect(maps.Values(ours)), func(v value) bool { return v.text == hostileText }) {
		t.Error("what was typed to do harm is not shown")
	}
	for _, r := range readers {
		t.Run(r.name, func(t *testing.T) {
			if exec.Command(r.needs[0], r.needs[1:]...).Run() != nil {
				t.Skipf("skipped: %s is absent (.ci/readers)", r.name)
			}
			compareValues(t, ours, r.values(t, books), r.noZeros)
		})
	}
	t.Run("LibreOffice", func(t *testing.T) {
		soffice, err := exec.LookPath("soffice")
		if err != nil {
			t.Skip("skipped: LibreOffice is absent")
		}
		compareValues(t, ours, inTables(t, ours, soffice, books), false)
	})
	t.Run("OpenXMLValidator", func(t *testing.T) {
		run := filepath.Join(os.Getenv("NODE_PATH"), ".bin", "ooxml-validator")
		if _, err := os.Stat(run); err != nil {
			t.Skip("skipped: the Open XML validator is absent (.ci/readers --validator)")
		}
		for _, path := range books {
			said, err := exec.Command(run, path).CombinedOutput()
			var found struct{ OK bool }
			if json.Unmarshal(said, &found) != nil || !found.OK {
				t.Errorf("%v %s", err, said)
			}
		}
	})
}

// copied lays a folder down, and names a unit whose form is looked at.
func copied(from, unit string) func(*testing.T, string) string {
	return func(t *testing.T, dir string) string {
		must(t, os.CopyFS(dir, os.DirFS(from)))
		return unit
	}
}

const hostileText = `=cmd|' /C calc'!A0`

// hostileFolder is the example with a ward that means harm.
func hostileFolder(t *testing.T, dir string) (unit string) {
	must(t, os.CopyFS(dir, os.DirFS(exampleDir)))
	p, _, err := app.Open(dir)
	must(t, err)
	of := ward("phuong-lam-ha", "=1+1", "@SUM(A1:A9)", "+cmd|'/C calc'!A0", 12, 13, 2690, 2850)
	for _, text := range []string{hostileText, `=HYPERLINK("http://a.example","Bấm vào đây")`, "@SUM(A1:A9)",
		"+84 225 123 456", "-2+3+cmd|' /C calc'!A0", "\t=1+1", "'quoted", "0123", "12/5/2022", "1,5%", "#N/A", "TRUE",
		`<b>&amp;"quoted"</b>`, "_x0041_", "=" + strings.Repeat("x", 300)} {
		of.remarks = append(of.remarks, remark{"kinh-te", achieved, text})
	}
	must(t, os.Remove(filepath.Join(dir, app.DropDir, "phuong", "phuong-lam-ha.xlsx")))
	put(t, filepath.Join(dir, app.DropDir, "=cmd+1@'1 phuong-lam-ha.xlsx"), string(fill(t, p, of)))
	return of.unit
}

// values are cells by where they stand: file, sheet and address.
type values map[place]value

type place struct{ file, sheet, cell string }

// value is a number or a text.
type value struct {
	number float64
	text   string // "" for a number
}

// read adds what the program itself reads.
func (all values) read(t *testing.T, path string) {
	t.Helper()
	book, problems := open.Read(t.Context(), filepath.Base(path), []byte(contentOf(t, path)), workbook.DefaultLimits())
	if book == nil || len(problems) > 0 {
		t.Fatalf("%s: %v", path, problems)
	}
	for _, s := range book.Sheets {
		for _, c := range s.Cells {
			at := place{filepath.Base(path), s.Name, c.Ref()}
			switch {
			case c.Kind == workbook.Number:
				all[at] = value{number: c.Number.Float()}
			case c.Kind == workbook.Text && c.Text != "":
				all[at] = value{text: c.Text}
			case c.Kind != workbook.Text && c.Kind != workbook.NoValue: // the check of a form says nothing yet
				t.Errorf("%v is %s", at, c.Kind)
			}
		}
	}
}

func (r reader) values(t *testing.T, paths []string) values {
	t.Helper()
	cmd := exec.Command(r.command[0], slices.Concat(r.command[1:], paths)...)
	cmd.Env = append(os.Environ(), "PYTHONIOENCODING=utf-8")
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, said.String())
	}
	all := values{}
	cells := json.NewDecoder(bytes.NewReader(out))
	for cells.More() {
		var cell [4]any
		must(t, cells.Decode(&cell))
		at := place{filepath.Base(fmt.Sprint(cell[0])), fmt.Sprint(cell[1]), fmt.Sprint(cell[2])}
		switch x := cell[3].(type) {
		case float64:
			all[at] = value{number: x}
		case string:
			if x != "" {
				all[at] = value{text: x}
			}
		default:
			t.Errorf("%v is %v", at, x)
		}
	}
	return all
}

// inTables has LibreOffice write each sheet as a table of texts: the values, not what
// they look like. Such a table does not tell a number from its digits; ours do.
func inTables(t *testing.T, ours values, soffice string, paths []string) values {
	t.Helper()
	dir := t.TempDir()
	const everySheetAsStored = "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,false,false,false,false,-1"
	out, err := exec.Command(soffice, slices.Concat([]string{"-env:UserInstallation=file://" +
		filepath.ToSlash(filepath.Join(dir, "profile")), "--headless", "--convert-to", everySheetAsStored,
		"--outdir", dir}, paths)...).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	tables, err := filepath.Glob(filepath.Join(dir, "*.csv"))
	must(t, err)
	all := values{}
	for _, table := range tables {
		var at place
		for _, path := range paths {
			file := filepath.Base(path)
			sheet, is := strings.CutPrefix(filepath.Base(table), strings.TrimSuffix(file, ".xlsx")+"-")
			if is {
				at = place{file: file, sheet: strings.TrimSuffix(sheet, ".csv")}
			}
		}
		r := csv.NewReader(strings.NewReader(contentOf(t, table)))
		r.FieldsPerRecord = -1
		within := 0 // line ends
		for {
			row, err := r.Read()
			if err == io.EOF {
				break
			}
			must(t, err)
			line, _ := r.FieldPos(0)
			line -= within
			for i, text := range row {
				within += strings.Count(text, "\n")
				if text == "" {
					continue
				}
				at.cell = workbook.Ref(line, i+1)
				all[at] = value{text: text}
				if n, ok := storedNumber(text); ok && ours[at].text == "" {
					all[at] = value{number: n}
				}
			}
		}
	}
	return all
}

// storedNumber reads a number, a share or a day of such a table.
func storedNumber(text string) (float64, bool) {
	if day, err := time.Parse("01/02/2006", text); err == nil {
		return day.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24, true
	}
	digits, share := strings.CutSuffix(text, "%")
	n, err := strconv.ParseFloat(digits, 64)
	if share {
		n /= 100
	}
	return n, err == nil
}

func compareValues(t *testing.T, ours, theirs values, noZeros bool) {
	t.Helper()
	for at, v := range ours {
		got, is := theirs[at]
		if !is && noZeros && v == (value{}) {
			continue
		}
		if !is || !alike(v.number, got.number) || lines(v.text) != lines(got.text) {
			t.Errorf("%v is %+v, not %+v", at, got, v)
		}
	}
	for at, v := range theirs {
		if _, is := ours[at]; !is {
			t.Errorf("%v is %+v, not blank", at, v)
		}
	}
}

// alike: a spreadsheet keeps fifteen digits.
func alike(x, y float64) bool { return math.Abs(x-y) <= 1e-14*max(math.Abs(x), math.Abs(y)) }

func lines(text string) string { return strings.ReplaceAll(text, "\r\n", "\n") }
