package open

import (
	"bytes"
	"cmp"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/xuri/excelize/v2"

	"baocao/internal/quantity"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// sampleFiles are real workbooks kept beside the project, if they are there.
func sampleFiles(t *testing.T, pattern string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(cmp.Or(os.Getenv("BAOCAO_SAMPLES"), "../../../../shared/samples"), "*",
		pattern))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Skip("skipped: the real workbooks of shared/samples are absent")
	}
	return files
}

func readSample(t *testing.T, file string) *workbook.Book {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	b, problems := Read(context.Background(), filepath.Base(file), data, workbook.DefaultLimits())
	if b == nil || len(problems) > 0 {
		t.Fatalf("%s: %v", filepath.Base(file), problems)
	}
	return b
}

// nearly: LibreOffice rounds to 16 digits and then to 15 when it saves, and is
// off by one in the last of them now and then.
func nearly(a, b quantity.Number) bool {
	limit := b.Abs().Mul(quantity.MustParse("0.00000000000001"))
	return a.Sub(b).Abs().Cmp(limit) <= 0
}

// sameAsExcelize compares every cell with what excelize reads in an .xlsx: all
// of its cells and no other, numbers exactly, texts as stored.
func sameAsExcelize(t *testing.T, b *workbook.Book, data []byte) (numbers, texts int) {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	before := map[string]string{}
	for _, r := range b.Repairs {
		before[r.Sheet+"!"+r.Ref()] = r.Before
	}
	wrong := 0
	report := func(format string, args ...any) {
		if wrong++; wrong <= 10 {
			t.Errorf(format, args...)
		}
	}
	for _, name := range f.GetSheetList() {
		s := b.Sheet(name)
		rows, err := f.Rows(name)
		if s == nil || err != nil {
			report("sheet %s: %v", name, err)
			continue
		}
		seen := 0
		for r := 1; rows.Next(); r++ {
			row, err := rows.Columns(excelize.Options{RawCellValue: true})
			if err != nil {
				t.Fatal(err)
			}
			for col, want := range row {
				if want == "" {
					continue
				}
				seen++
				c := s.At(r, col+1)
				switch {
				case c == nil:
					report("%s!%s is missing: %q", name, workbook.Ref(r, col+1), want)
				case c.Kind == workbook.Number:
					numbers++
					if n, err := workbook.ParseNumber([]byte(want)); err != nil || !n.Equal(c.Number) &&
						!nearly(n, c.Number) {
						report("%s!%s = %s, the other reader has %q", name, c.Ref(), c.Number.Plain(), want)
					}
				default:
					texts++
					got := asStored(c)
					if old, repaired := before[name+"!"+c.Ref()]; repaired {
						got = old
					}
					if strings.ReplaceAll(got, "\r\n", "\n") != strings.ReplaceAll(want, "\r\n", "\n") {
						report("%s!%s = %q, the other reader has %q", name, c.Ref(), got, want)
					}
				}
			}
		}
		ours := 0
		for i := range s.Cells {
			if c := &s.Cells[i]; c.Kind != workbook.NoValue && c.Text != "" || c.Kind == workbook.Number {
				ours++
			}
		}
		if ours != seen {
			report("%s: %d cells, the other reader has %d", name, ours, seen)
		}
	}
	return numbers, texts
}

func TestRealXLSXFilesReadAsExcelizeReadsThem(t *testing.T) {
	t.Parallel()
	for _, file := range sampleFiles(t, "*.xlsx") {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			numbers, texts := sameAsExcelize(t, readSample(t, file), data)
			t.Logf("%d numbers, %d texts", numbers, texts)
			if numbers == 0 || texts == 0 {
				t.Error("nothing was compared")
			}
		})
	}
}

// converted has LibreOffice save files in another format.
func converted(t *testing.T, files []string, format string) map[string]string {
	t.Helper()
	soffice, err := exec.LookPath("soffice")
	if err != nil || os.Getenv("BAOCAO_TEST_SLOW") == "" {
		t.Skip("skipped: BAOCAO_TEST_SLOW=1 or LibreOffice is absent")
	}
	out := t.TempDir()
	args := []string{"-env:UserInstallation=file://" + filepath.ToSlash(t.TempDir()), "--headless", "--convert-to",
		format, "--outdir", out}
	if text, err := exec.Command(soffice, append(args, files...)...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	all := map[string]string{}
	for _, f := range files {
		base := filepath.Base(f)
		all[f] = filepath.Join(out, strings.TrimSuffix(base, filepath.Ext(base))+"."+format)
	}
	return all
}

func TestRealXLSFilesReadAsLibreOfficeReadsThem(t *testing.T) {
	t.Parallel()
	asConverted(t, sampleFiles(t, "*.xls"))
}

// The same books saved as .ods, and that file saved as .xlsx: two ways to the
// same cells.
func TestRealFilesSavedAsODSReadAsLibreOfficeReadsThem(t *testing.T) {
	t.Parallel()
	var odsFiles []string
	for _, ods := range converted(t, sampleFiles(t, "*.xls*"), "ods") {
		odsFiles = append(odsFiles, ods)
	}
	slices.Sort(odsFiles)
	asConverted(t, odsFiles)
}

// asConverted compares files with the .xlsx that LibreOffice makes of them.
func asConverted(t *testing.T, files []string) {
	t.Helper()
	for file, xlsx := range converted(t, files, "xlsx") {
		data, err := os.ReadFile(xlsx)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			numbers, texts := sameAsExcelize(t, readSample(t, file), data)
			t.Logf("%d numbers, %d texts", numbers, texts)
			if numbers == 0 || texts == 0 {
				t.Error("nothing was compared")
			}
		})
	}
}

// Names, abbreviations and slips of the real files: right as they stand.
var notSyllables = strings.Fields(`Brunây GĐ HĐ Kông Kạn Lắk TĐ Tđ Urê tàI xtrây Ôx Ôxtrâylia ĐBSCL ĐP ĐTNN ĐTTTNN Đắk`)

func TestEveryTextOfRealFilesIsRightVietnamese(t *testing.T) {
	t.Parallel()
	words := 0
	for _, file := range sampleFiles(t, "*.xls*") {
		b := readSample(t, file)
		for _, s := range b.Sheets {
			for i := range s.Cells {
				c := &s.Cells[i]
				if c.Kind != workbook.Text {
					continue
				}
				for _, w := range strings.FieldsFunc(c.Text, func(r rune) bool {
					return !unicode.IsLetter(r) && !unicode.IsMark(r) && r < 0x80 || unicode.IsSpace(r) ||
						strings.ContainsRune("–“”…⁽⁾", r)
				}) {
					if viet.IsASCII(w) {
						continue
					}
					words++
					if !viet.IsSyllable(w) && !slices.Contains(notSyllables, w) {
						t.Errorf("%s, %s!%s: %q in %q", filepath.Base(file), s.Name, c.Ref(), w, c.Text)
					}
				}
			}
		}
	}
	t.Logf("%d words with marks", words)
}

// Read by eye in the files as LibreOffice shows them.
func TestTextsOfRealFilesCheckedByEye(t *testing.T) {
	t.Parallel()
	books := map[string]*workbook.Book{}
	for _, file := range sampleFiles(t, "*.xls*") {
		books[filepath.Base(file)[:7]] = readSample(t, file)
	}
	for _, c := range []struct{ book, sheet, cell, want string }{
		{"2001-04", "01NN", "A1", "1. SẢN XUẤT NÔNG NGHIỆP"},
		{"2001-04", "01NN", "E7", " năm trước (%)"},
		{"2001-04", "02GTCN", "A1", "2. GIÁ TRỊ SẢN XUẤT CÔNG NGHIỆP"},
		{"2001-04", "10kqt", "B44", "Ôxtrâylia"},
		{"2003-06", "6thang", "A1", "1. Tổng sản phẩm trong nước 6 tháng đầu năm 2003"},
		{"2003-06", "184", "A9", "  MIỀN BẮC"},
		{"2003-06", "184", "A64", "Đắk Lắk"},
		{"2006-01", "03SPCN", "A152", "Ắc quy"},
		{"2006-01", "02GTCN1", "A20", "PHÂN THEO CẤP QUẢN LÝ"},
		{"2009-05", "03SPCN", "B5", "Đơn vị"},
		{"2009-05", "Tongmuc", "A1", "6. Tổng mức bán lẻ hàng hoá và doanh thu "},
		{"2009-05", "Tongmuc", "C5", "Ước tính tháng \n5/2009\n(Tỷ đồng)"},
		{"2009-05", "XK", "A1", "8. Xuất khẩu hàng hoá tháng 5 và 5 tháng đầu năm 2009"},
		{"2009-05", "08GIA", "A27", "CHỈ SỐ GIÁ ĐÔ LA MỸ"},
		{"2009-05", "Nongnghiep", "A9", "1. Gieo cấy lúa hè thu ở miền Nam"},
		{"2013-08", "XK", "A1", "8. Hàng hoá xuất khẩu "},
		{"2018-10", "3.Nong nghiep", "A13", "Gieo cấy lúa thu đông ĐBSCL"},
		{"2025-02", "12. FDI", "B32", "Đặc khu hành chính Hồng Kông (TQ)"},
	} {
		b := books[c.book]
		if b == nil {
			continue
		}
		row, col, _ := workbook.ParseRef(c.cell)
		s := b.Sheet(c.sheet)
		if s == nil || s.At(row, col) == nil || s.At(row, col).Text != c.want {
			t.Errorf("%s %s!%s is not %q", c.book, c.sheet, c.cell, c.want)
		}
	}
}
