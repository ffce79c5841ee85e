package open

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"baocao/internal/diag"
	"baocao/internal/viet"
	"baocao/internal/workbook"
	"baocao/internal/workbook/repair"
)

// typed is a text in the font it was typed in; further runs may follow.
type typed []string // text, font, text, font...

// typedBook is a workbook whose sheets have a text in each row of column A.
func typedBook(tb testing.TB, sheets ...[]typed) []byte {
	fonts := []string{"Times New Roman"}
	fontOf := func(name string) int {
		for i, f := range fonts {
			if f == name {
				return i
			}
		}
		fonts = append(fonts, name)
		return len(fonts) - 1
	}
	escape := strings.NewReplacer("&", "&amp;", "<", "&lt;").Replace
	replace := map[string]string{}
	var list, rels strings.Builder
	for n, rows := range sheets {
		var body strings.Builder
		for i, t := range rows {
			fmt.Fprintf(&body, `<row r="%d"><c r="A%d" s="%d" t="inlineStr"><is>`, i+1, i+1, fontOf(t[1]))
			for j := 0; j < len(t); j += 2 {
				if len(t) == 2 {
					fmt.Fprintf(&body, `<t xml:space="preserve">%s</t>`, escape(t[j]))
				} else {
					fmt.Fprintf(&body, `<r><rPr><rFont val="%s"/></rPr><t xml:space="preserve">%s</t></r>`, t[j+1],
						escape(t[j]))
				}
			}
			body.WriteString(`</is></c></row>`)
		}
		replace[fmt.Sprintf("xl/worksheets/sheet%d.xml",
			n+1)] = `<worksheet><sheetData>` + body.String() + `</sheetData></worksheet>`
		fmt.Fprintf(&list, `<sheet name="S%d" sheetId="%d" r:id="rId%d"/>`, n+1, n+1, n+10)
		fmt.Fprintf(&rels, `<Relationship Id="rId%d" Type="x/worksheet" Target="worksheets/sheet%d.xml"/>`, n+10, n+1)
	}
	var fontList, formats strings.Builder
	for i, f := range fonts {
		fmt.Fprintf(&fontList, `<font><name val="%s"/></font>`, f)
		fmt.Fprintf(&formats, `<xf numFmtId="0" fontId="%d"/>`, i)
	}
	replace["xl/styles.xml"] = `<styleSheet><fonts>` + fontList.String() + `</fonts><cellXfs>` + formats.String() +
		`</cellXfs></styleSheet>`
	replace["xl/workbook.xml"] = `<workbook xmlns:r="r"><sheets>` + list.String() + `</sheets></workbook>`
	replace["xl/_rels/workbook.xml.rels"] = `<Relationships><Relationship Id="rId2" Type="x/styles" ` +
		`Target="styles.xml"/>` + rels.String() + `</Relationships>`
	return tinyWith("", "", replace)
}

func readTyped(t *testing.T, sheets ...[]typed) (*workbook.Book, []diag.Problem) {
	t.Helper()
	b, problems := Read(context.Background(), "a.xlsx", typedBook(t, sheets...), workbook.DefaultLimits())
	if b == nil {
		t.Fatal(problems)
	}
	return b, problems
}

func wantTexts(t *testing.T, s *workbook.Sheet, want ...string) {
	t.Helper()
	for i, w := range want {
		if got := s.At(i+1, 1).Text; got != w {
			t.Errorf("%s!A%d = %q, want %q", s.Name, i+1, got, w)
		}
	}
}

const sans = "Arial"

func TestTextInAnOldFontIsRepairedAndListed(t *testing.T) {
	t.Parallel()
	b, problems := readTyped(t, []typed{
		{"Tû lÖ hé nghÌo", ".VnTime"},
		{"chØ tiªu kÕ ho¹ch n¨m 2022", ".VnTimeH"},
		{"t", ".VnTimeH", "æng céng", ".VnTime"},
		{"Phöôøng Traàn Thaønh Ngoï", "VNI-Times"},
		{"Tyû le", "VNI-Times", "ä hoä", "VNI-Helve"},
		{"Khoai lang", ".VnTime"},
		{"12 %", ".VnTimeH"},
		{"ph\u00ADêng", ".VnArial"},
		{"hé", ".VnTime"}, // the font says so
	})
	if len(problems) > 0 {
		t.Error(problems)
	}
	wantTexts(t, b.Sheets[0], "Tỷ lệ hộ nghèo", "CHỈ TIÊU KẾ HOẠCH NĂM 2022", "Tổng cộng", "Phường Trần Thành Ngọ",
		"Tỷ lệ hộ", "Khoai lang", "12 %", "phường", "hộ")
	if len(b.Repairs) != 7 {
		t.Fatalf("%d repairs: %+v", len(b.Repairs), b.Repairs)
	}
	if r := b.Repairs[3]; r.Ref() != "A4" || r.Sheet != "S1" || r.Font != "VNI-Times" || r.Encoding != viet.VNI ||
		r.Before != "Phöôøng Traàn Thaønh Ngoï" || r.After != "Phường Trần Thành Ngọ" {
		t.Errorf("%+v", r)
	}
}

// Excel keeps a cell's font when somebody types Unicode into it.
func TestUnicodeInAnOldFontStays(t *testing.T) {
	t.Parallel()
	b, problems := readTyped(t, []typed{
		{"Tỷ lệ hộ nghèo", ".VnTime"},
		{"Nguyên", ".VnTime"}, // "Nguyờn" is the only other reading
		{"Hà Nam", ".VnTime"},
		{"Đảng viên", "VNI-Times"},
		{"Xã Bắc Sơn", ".VnTime"},
		{"Phường", ".VnTimeH"},
		{"Xã", ".VnTime"}, // could be "Xó": but everything in this font is Unicode
	})
	if len(problems) > 0 || len(b.Repairs) > 0 {
		t.Error(problems, b.Repairs)
	}
	wantTexts(t, b.Sheets[0], "Tỷ lệ hộ nghèo", "Nguyên", "Hà Nam", "Đảng viên", "Xã Bắc Sơn", "Phường", "Xã")
}

func TestOldTextInANewFontFollowsTheSheet(t *testing.T) {
	t.Parallel()
	old := []typed{{"§¶ng bé quËn KiÕn An", sans}, {"Tû lÖ hé nghÌo", sans}, {"Tæng céng", sans}, {"hé", sans},
		{"Xã", sans}}
	modern := []typed{{"Tỷ lệ hộ nghèo", sans}, {"hé", sans}, {"Ngô", sans}, {"«Ngày vì người nghèo» ®", sans},
		{"5 µm", sans}}
	vni := []typed{{"Tyû leä hoä ngheøo", sans}, {"phöôøng Traàn Thaønh Ngoï", sans}, {"chính", sans}}
	b, problems := readTyped(t, old, modern, vni)
	if len(problems) > 0 {
		t.Error(problems)
	}
	wantTexts(t, b.Sheets[0], "Đảng bộ quận Kiến An", "Tỷ lệ hộ nghèo", "Tổng cộng", "hộ", "Xó")
	wantTexts(t, b.Sheets[1], "Tỷ lệ hộ nghèo", "hé", "Ngô", "«Ngày vì người nghèo» ®", "5 µm")
	wantTexts(t, b.Sheets[2], "Tỷ lệ hộ nghèo", "phường Trần Thành Ngọ", "chính")
}

func TestOtherWaysOfStoringLettersAreRepaired(t *testing.T) {
	t.Parallel()
	b, problems := readTyped(t, []typed{
		{"Tá»· lá»‡ há»™ nghÃ¨o", sans},
		{"Ty\u0309 lê\u0323 hô\u0323 nghe\u0300o", sans},
		{"Kêìt naòp ðaÒng viên", sans},
		{"Thu ngân sách", sans},
	})
	if len(problems) > 0 {
		t.Error(problems)
	}
	wantTexts(t, b.Sheets[0], "Tỷ lệ hộ nghèo", "Tỷ lệ hộ nghèo", "Kết nạp đảng viên", "Thu ngân sách")
	var encodings []viet.Encoding
	for _, r := range b.Repairs {
		encodings = append(encodings, r.Encoding)
	}
	if fmt.Sprint(encodings) != "[UTF-8 đọc nhầm Unicode tổ hợp windows-1258]" {
		t.Error(encodings)
	}
}

func TestTwoEncodingsInOneCell(t *testing.T) {
	t.Parallel()
	b, problems := readTyped(t, []typed{
		{"Ước tÝnh th¸ng 5/2009 (Tỷ đồng)", ".VnArial"},
		{"Đ¬", ".VnArial", "n vị", sans},
		{"Thu ", sans, "ng©n s¸ch", ".VnTime", " năm", sans},
	})
	if len(problems) > 0 {
		t.Error(problems)
	}
	wantTexts(t, b.Sheets[0], "Ước tính tháng 5/2009 (Tỷ đồng)", "Đơn vị", "Thu ngân sách năm")
	b, problems = readTyped(t, []typed{{"Đảng viên hé møc thu", ".VnTime"}})
	if len(problems) != 1 || problems[0].Code != "B140" || problems[0].At.Cell != "A1" {
		t.Error(problems)
	}
	wantTexts(t, b.Sheets[0], "Đảng viên hé mức thu")
}

// Each of the letters that two encodings share, alone in a book without a font
// that tells, is asked about where it makes another word, and never changed.
func TestTheAmbiguousLettersAreAskedAbout(t *testing.T) {
	t.Parallel()
	asked := 0
	var words []string
	for _, r := range "ÈÉÊÌÒÓÔÕÝáâãèéêìíòóôõùúý" {
		words = append(words, string(r), "h"+string(r))
	}
	for _, word := range words {
		b, problems := readTyped(t, []typed{{word, sans}, {"Tong so", sans}, {word, sans}})
		wantTexts(t, b.Sheets[0], word)
		if len(b.Repairs) > 0 {
			t.Errorf("%s was changed: %+v", word, b.Repairs)
		}
		if len(problems) != 1 || problems[0].Code != "B140" ||
			problems[0].At != (diag.Position{File: "a.xlsx", Sheet: "S1", Cell: "A1"}) {
			t.Errorf("%s: %v", word, problems)
			continue
		}
		asked++
	}
	if asked != 2*24 {
		t.Errorf("%d of 48 words were asked about", asked)
	}
}

func TestAShortCellDoesNotDecideAndManyAreSummedUp(t *testing.T) {
	t.Parallel()
	b, problems := readTyped(t, []typed{{"Tæng", sans}, {"Cong", sans}})
	if len(problems) != 1 || problems[0].Code != "B140" || !strings.Contains(problems[0].In(diag.Vi), "«Tổng»") {
		t.Error(problems)
	}
	wantTexts(t, b.Sheets[0], "Tæng")
	var many []typed
	for _, r := range "áâãèéêìíòóôõùúý" {
		many = append(many, typed{"h" + string(r), sans})
	}
	if _, problems = readTyped(t, many); len(problems) != 11 || problems[10].Code != "B141" {
		t.Error(len(problems), problems)
	}
}

// Whatever a reader makes of the runs, no part of a text is lost by repairing it.
func TestATextIsNotLostWithARun(t *testing.T) {
	t.Parallel()
	s := &workbook.Sheet{Name: "S",
		Cells: []workbook.Cell{{Row: 1, Col: 1, Kind: workbook.Text, Text: "Tû lÖ hé",
			Runs: []workbook.Run{{Text: "Tû", Font: ".VnTime"}}, Style: workbook.NewStyle(".VnTime", "")}}}
	if _, err := repair.Book("a", &workbook.Book{Sheets: []*workbook.Sheet{s}},
		workbook.NewGuard(context.Background(), workbook.DefaultLimits())); err != nil ||
		s.Cells[0].Text != "Tỷ lệ hộ" {
		t.Errorf("%q, %v", s.Cells[0].Text, err)
	}
}

func FuzzRepair(f *testing.F) {
	f.Add("Tû lÖ hé", ".VnTime", "Đảng", sans)
	f.Add("Tyû le", "VNI-Times", "ä", "VNI-Helve")
	f.Add("Tá»· lá»‡", "", "he\u0323\u0302", ".VnTimeH")
	f.Fuzz(func(t *testing.T, text1, font1, text2, font2 string) {
		book := func() *workbook.Book {
			s := &workbook.Sheet{Name: "S"}
			for i, style := range []*workbook.Style{workbook.NewStyle(font1, ""), workbook.NewStyle(font2, "")} {
				s.Cells = append(s.Cells,
					workbook.Cell{Row: i + 1, Col: 1, Kind: workbook.Text, Text: text1 + text2,
						Runs: []workbook.Run{{Text: text1, Font: font1}, {Text: text2, Font: ""}}, Style: style},
					workbook.Cell{Row: i + 1, Col: 2, Kind: workbook.Text, Text: text2, Style: style})
			}
			return &workbook.Book{Sheets: []*workbook.Sheet{s}}
		}
		b := book()
		if _, err := repair.Book("a", b,
			workbook.NewGuard(context.Background(), workbook.DefaultLimits())); err != nil {
			t.Fatal(err)
		}
		before := book()
		for _, r := range b.Repairs {
			if c := before.Sheets[0].At(r.Row, r.Col); c.Text != r.Before || b.Sheets[0].At(r.Row, r.Col).
				Text != r.After {
				t.Errorf("%+v", r)
			}
			before.Sheets[0].At(r.Row, r.Col).Text = r.After
		}
		for i := range b.Sheets[0].Cells {
			if b.Sheets[0].Cells[i].Text != before.Sheets[0].Cells[i].Text {
				t.Errorf("a change that is not listed: %+v", b.Sheets[0].Cells[i])
			}
		}
	})
}

func BenchmarkRepair(b *testing.B) {
	var rows []typed
	for i := range 2000 {
		rows = append(rows, typed{fmt.Sprintf("Tû lÖ hé nghÌo cña ph\u00ADêng sè %d", i), ".VnTime"})
	}
	data := typedBook(b, rows)
	for _, c := range []struct {
		name string
		data []byte
	}{{"tcvn3", data}, {"unicode", typedBook(b, func() []typed {
		var rows []typed
		for i := range 2000 {
			rows = append(rows, typed{fmt.Sprintf("Tỷ lệ hộ nghèo của phường số %d", i), sans})
		}
		return rows
	}())}} {
		b.Run(c.name, func(b *testing.B) {
			lim := workbook.DefaultLimits()
			for b.Loop() {
				b.StopTimer()
				book, err := read(newContent("a", c.data, workbook.NewGuard(context.Background(), lim)))
				if err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
				if _, err := repair.Book("a", book, workbook.NewGuard(context.Background(), lim)); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/2000, "ns/text")
		})
	}
}

// The list of problems in a sender's copy is Unicode of this program's own: it
// must not outvote the sheets of the sender.
func TestTheListOfFaultsHasNoVote(t *testing.T) {
	t.Parallel()
	read := func(name string) string {
		sheet := func(name string, texts ...string) *workbook.Sheet {
			s := &workbook.Sheet{Name: name}
			for i, text := range texts {
				s.Cells = append(s.Cells,
					workbook.Cell{Row: i + 1, Col: 1, Kind: workbook.Text, Text: text,
						Style: workbook.NewStyle("Arial", "")})
			}
			return s
		}
		b := &workbook.Book{Sheets: []*workbook.Sheet{
			sheet(name, "Danh sách nội dung cần sửa", "Đề nghị sửa ngay tại các ô tô màu",
				"Số hộ nghèo có đến cuối năm", "Cách sửa: ghi con số chính xác",
				"Tỷ lệ người dân tham gia bảo hiểm y tế"),
			sheet("Ngắn", "tù do"),
			sheet("Bảng", "Tû lÖ hé nghÌo", "Sè hé d©n", "Tæng sè lao ®éng"),
		}}
		if _, err := repair.Book("a.xls", b,
			workbook.NewGuard(context.Background(), workbook.DefaultLimits())); err != nil {
			t.Fatal(err)
		}
		return b.Sheets[1].Cells[0].Text
	}
	if got := read("Cần sửa"); got != "tự do" {
		t.Errorf("with the list of problems: %q", got)
	}
	if got := read("Ghi chú"); got != "tù do" {
		t.Errorf("a sheet of the sender's own has a vote, yet: %q", got)
	}
}
