package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"baocao/fonts"
	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/settle"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

var update = flag.Bool("update", false, "write the golden texts of the sheets anew; read the difference")

// full is a year in which every sheet has something: texts in old letters, answers that
// were decided, a cause, due dates, accepted warnings.
func full(t testing.TB) *assess.Annex {
	t.Helper()
	a := byUnits(t)
	a.Plan.Report.Due = viet.Date{Year: 2022, Month: 12, Day: 10}
	at := diag.Position{File: "1-nop-vao-day/a b.xls", Sheet: "Sheet1", Cell: "B4"}
	a.Repairs = []assess.Repair{{File: at.File, Repair: workbook.Repair{Sheet: "Sheet1", Font: ".VnTime",
		Before: "Sè liÖu", After: "Số liệu"}}}
	a.Remarks = append(a.Remarks[:2], returns.Remark{Kind: returns.SubjectiveCause, Indicator: 8, Unit: "kinh-te",
		Text: "Mưa bão kéo dài, một số vùng nuôi phải dừng thả giống.", At: at})
	choice := &resolution.Choice{Measure: "11.2", Input: "numerator", By: "Văn phòng",
		Reason: "Đã đối chiếu với sổ gốc", Date: viet.Date{Year: 2022, Month: 12, Day: 18}}
	m := a.FindMeasure("11.2")
	m.Sources[0].Choice = choice
	used := m.Sources[0].Observation
	aside := used
	aside.Value = quantity.Int(900)
	a.Versions = []settle.Version{{Unit: used.Unit, Key: used.Key, Measure: "11.2", Label: "Số lao động đã qua đào tạo",
		Aside: aside, Used: used,
		Why: diag.Say("version.decided", diag.Args{"by": choice.By, "reason": choice.Reason})}}
	a.Past = []assess.PastYear{{Year: 2020, Said: resolution.LastYear{"2": {Figure: new(quantity.Int(119))},
		"6": {Figure: new(quantity.MustParse("-1.5"))}, "15.2": {Figure: new(quantity.MustParse("18.1"))},
		"16": {Figure: new(quantity.Int(0))}}}}
	a.Accepted = []assess.Accepted{{Problem: diag.New("B417", at, diag.Args{}).ForUnit("kinh-te").ForMeasure("4"),
		By: resolution.Silence{Reason: "Đã xem", Line: 12}}}
	return a
}

// What each sheet says. The annex, the units' answers and their sources have tests of
// their own.
func TestSheetsSayWhatTheySaid(t *testing.T) {
	f := opened(t, soLieu(t, full(t)))
	for _, s := range []string{"Tổng hợp", "Thuyết minh", "Các lần gửi", "Cần xử lý", "Đôn đốc", "Lời nhắc",
		"Sửa phông chữ", "Qua các năm"} {
		lines, err := f.GetRows(s)
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		for _, r := range lines {
			b.WriteString(strings.ReplaceAll(strings.TrimRight(strings.Join(r, " | "), " |"), "\n", " / ") + "\n")
		}
		path := filepath.Join("testdata", "sheets", s+".txt")
		if *update {
			if err := os.WriteFile(path, []byte(b.String()), 0o666); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if b.String() != string(want) {
			t.Errorf("%s differs from %s; it says\n%s", s, path, b.String())
		}
	}
}

// No sheet is printed smaller than what is read without effort, whatever it holds: the
// width of its columns, the paper and the scale say so. The page that is pinned up is
// one page.
func TestPaperCanBeRead(t *testing.T) {
	empty := assess.Consolidate(examplePlan(t), nil, nil, nil)
	for of, data := range map[string][]byte{"full": soLieu(t, full(t)), "empty": soLieu(t, empty),
		"leaves": phuLuc(t, byUnits(t)), "leaves empty": phuLuc(t, empty)} {
		f := opened(t, data)
		for _, s := range f.GetSheetList() {
			size, pages := printed(t, f, s)
			if size < leastPrinted-1e-9 {
				t.Errorf("%s: %s is printed with %.1f pt", of, s, size)
			}
			if s == "Tổng hợp" && pages != 1 {
				t.Errorf("%s: %s takes %d pages", of, s, pages)
			}
		}
	}
}

// printed is the size of the smallest text on paper, and how many pages below each
// other a sheet takes.
func printed(t *testing.T, f *excelize.File, s string) (size float64, pages int) {
	t.Helper()
	layout, err := f.GetPageLayout(s)
	if err != nil {
		t.Fatal(err)
	}
	margins, err := f.GetPageMargins(s)
	if err != nil {
		t.Fatal(err)
	}
	props, err := f.GetSheetProps(s)
	if err != nil {
		t.Fatal(err)
	}
	lines := rows(t, f, s)
	columns, smallest, tall := 0, bodySize, 0.0
	for i, r := range lines {
		columns = max(columns, len(r))
		h, _ := f.GetRowHeight(s, i+1)
		tall += h
	}
	for _, n := range f.GetDefinedName() {
		if n.Scope == s && n.Name == "_xlnm.Print_Area" {
			_, last, _ := strings.Cut(n.RefersTo, ":$")
			column, _, _ := strings.Cut(last, "$")
			columns, _ = excelize.ColumnNameToNumber(column)
		}
	}
	wide := 0.0
	for c := range columns {
		w, _ := f.GetColWidth(s, columnName(c))
		wide += w * widestDigit
		for i := range lines {
			id, _ := f.GetCellStyle(s, fmt.Sprintf("%s%d", columnName(c), i+1))
			if style, err := f.GetStyle(id); err == nil && style.Font != nil && style.Font.Size > 0 {
				smallest = min(smallest, style.Font.Size)
			}
		}
	}
	paperWide, paperTall := 595.0, 842.0
	if *layout.Orientation == "landscape" {
		paperWide, paperTall = paperTall, paperWide
	}
	if *layout.Size != 9 {
		t.Errorf("%s: paper %d is not A4", s, *layout.Size)
	}
	paperWide -= 72 * (*margins.Left + *margins.Right)
	paperTall -= 72 * (*margins.Top + *margins.Bottom)
	scale := 1.0
	switch {
	case !*props.FitToPage:
		scale = float64(*layout.AdjustTo) / 100
	case *layout.FitToWidth == 1:
		scale = min(1, paperWide/wide)
		if *layout.FitToHeight == 1 {
			scale = min(scale, paperTall/tall)
		}
	default:
		t.Errorf("%s: fits to %d pages", s, *layout.FitToWidth)
	}
	return smallest * scale, int(math.Ceil(tall*scale/paperTall - 1e-9))
}

// What does not fit on the first page is counted there, and led to.
func TestTheFirstPageStaysOnePage(t *testing.T) {
	a := assess.Consolidate(examplePlan(t), nil, nil, nil)
	for s := range a.Sections {
		for i := range a.Sections[s].Indicators {
			a.Sections[s].Indicators[i].Reason = diag.Say("problem.see", nil)
			a.Sections[s].Indicators[i].Text = strings.Repeat("chỉ tiêu rất dài ", 40)
		}
	}
	for i := range a.Plan.Units {
		a.Plan.Units[i].Name = strings.Repeat("Ủy ban Mặt trận Tổ quốc Việt Nam ", 3)
	}
	r := rows(t, opened(t, soLieu(t, a)), "Tổng hợp")
	var all strings.Builder
	for _, line := range r {
		all.WriteString(strings.Join(line, "|") + "\n")
	}
	for _, want := range []string{`Còn \d\d chỉ tiêu nữa: xem sheet Phụ lục`,
		`Còn \d\d đơn vị nữa: xem sheet Đôn đốc`} {
		if !regexp.MustCompile(want).MatchString(all.String()) {
			t.Errorf("does not say %s:\n%s", want, all.String())
		}
	}
	if strings.Contains(all.String(), strings.Repeat("chỉ tiêu rất dài ", 8)) {
		t.Error("a long text is not cut")
	}
}

// Who opens the workbook sees the first page from its corner, no gridlines, headings
// that stay, and knows what it is.
func TestFirstSight(t *testing.T) {
	f := opened(t, soLieu(t, full(t)))
	if f.GetActiveSheetIndex() != 0 {
		t.Errorf("sheet %d is in front", f.GetActiveSheetIndex())
	}
	if p, err := f.GetDocProps(); err != nil || p.Title != "Số liệu thực hiện các chỉ tiêu năm 2022" ||
		!strings.Contains(p.Subject, "Nghị quyết số 02-NQ/QU") {
		t.Errorf("%+v, %v", p, err)
	}
	if p, err := f.GetAppProps(); err != nil || p.Company != "QUẬN ỦY KIẾN AN" {
		t.Errorf("%+v, %v", p, err)
	}
	for _, s := range f.GetSheetList() {
		view, err := f.GetSheetView(s, 0)
		if err != nil || *view.ShowGridLines || view.TopLeftCell != nil && !strings.HasPrefix("A1", *view.TopLeftCell) {
			t.Errorf("%s: %+v, %v", s, view, err)
		}
		said, err := f.GetHeaderFooter(s)
		if err != nil || !strings.Contains(said.OddHeader, "Quận ủy Kiến An") ||
			!strings.Contains(said.OddHeader, "02-NQ/QU") ||
			!strings.Contains(said.OddFooter, "&P/&N") || len(said.OddHeader) > 255 {
			t.Errorf("%s: %+v, %v", s, said, err)
		}
		panes, err := f.GetPanes(s)
		if s != "Tổng hợp" && s != "Theo đơn vị" && (err != nil || !panes.Freeze) {
			t.Errorf("%s: headings do not stay: %+v, %v", s, panes, err)
		}
	}
}

// Lists that one searches can be filtered, from their headings to their last row; a
// word always says what a colour says.
func TestListsCanBeFiltered(t *testing.T) {
	data := soLieu(t, full(t))
	f := opened(t, data)
	for s, ends := range map[string]string{"Thuyết minh": "H", "Cần xử lý": "I", "Đôn đốc": "I", "Nguồn số liệu": ""} {
		want := fmt.Sprintf(`<autoFilter ref="$A$2:$%s$%d">`, ends, len(rows(t, f, s)))
		if ends == "" {
			want = "<autoFilter "
		}
		if part := sheetPart(t, data, f, s); !strings.Contains(part, want) {
			t.Errorf("%s has no %s", s, want)
		}
	}
	todo := sheetPart(t, data, f, "Cần xử lý")
	for _, want := range []string{`$B3=&#34;Lỗi&#34;`, `$B3=&#34;Cảnh báo&#34;`} {
		if !strings.Contains(todo, want) && !strings.Contains(todo, strings.ReplaceAll(want, "&#34;", "&quot;")) {
			t.Errorf("nothing is coloured while %s", want)
		}
	}
}

func sheetPart(t *testing.T, data []byte, f *excelize.File, sheet string) string {
	t.Helper()
	i, err := f.GetSheetIndex(sheet)
	if err != nil {
		t.Fatal(err)
	}
	return part(t, data, fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1))
}

// A program that does not recompute shows the charts' bars: what they keep is what
// stands in the cells that they are drawn from.
func TestChartsKeepWhatTheyShow(t *testing.T) {
	data := soLieu(t, full(t))
	f := opened(t, data)
	if sheet := sheetPart(t, data, f, "Tổng hợp"); !strings.Contains(sheet, `<drawing r:id="rId`) {
		t.Error("exceljs does not find the charts")
	}
	type ref struct {
		F      string   `xml:"f"`
		Num    []string `xml:"numCache>pt>v"`
		Str    []string `xml:"strCache>pt>v"`
		NumLen struct {
			Val int `xml:"val,attr"`
		} `xml:"numCache>ptCount"`
	}
	var chart struct {
		Title []string `xml:"chart>title>tx>rich>p>r>t"`
		Ser   []struct {
			Name string `xml:"tx>v"`
			Cat  ref    `xml:"cat>strRef"`
			Val  ref    `xml:"val>numRef"`
		} `xml:"chart>plotArea>barChart>ser"`
	}
	for i, bars := range []int{5, 2} {
		chart.Ser, chart.Title = nil, nil
		if err := xml.Unmarshal([]byte(part(t, data, fmt.Sprintf("xl/charts/chart%d.xml", i+1))), &chart); err != nil {
			t.Fatal(err)
		}
		if len(chart.Ser) != bars || len(chart.Title) != 1 {
			t.Fatalf("chart %d: %d series, title %q", i+1, len(chart.Ser), chart.Title)
		}
		for _, s := range chart.Ser {
			for _, r := range []struct {
				ref
				kept []string
			}{{s.Cat, s.Cat.Str}, {s.Val, s.Val.Num}} {
				sheet, cells, _ := strings.Cut(strings.ReplaceAll(r.F, "$", ""), "!")
				from, to, _ := strings.Cut(cells, ":")
				column, first, _ := excelize.CellNameToCoordinates(from)
				_, last, _ := excelize.CellNameToCoordinates(to)
				if last-first+1 != len(r.kept) || len(r.kept) == 0 {
					t.Errorf("%s: %s has %d cells, %d are kept", s.Name, r.F, last-first+1, len(r.kept))
				}
				for k, kept := range r.kept {
					cell, _ := excelize.CoordinatesToCellName(column, first+k)
					got, _ := f.GetCellValue(strings.Trim(sheet, "'"), cell, excelize.Options{RawCellValue: true})
					if got != kept {
						t.Errorf("%s: %s is %q, kept is %q", s.Name, cell, got, kept)
					}
				}
			}
		}
	}
}

// The widths of letters are those of the faces that the report is printed with, which
// are as wide as Times New Roman.
func TestLettersAreAsWideAsTheFaces(t *testing.T) {
	for bold, face := range map[bool][]byte{false: fonts.Regular, true: fonts.Bold} {
		parsed, err := sfnt.Parse(face)
		if err != nil {
			t.Fatal(err)
		}
		var buf sfnt.Buffer
		for _, r := range " 09aáạăằâậđeéệêiịoộôơợuưựyỳAĐÂÊÔƠƯMmWw%.,:;()-+/«»–…" {
			glyph, err := parsed.GlyphIndex(&buf, r)
			if err != nil || glyph == 0 {
				t.Fatalf("%q: %v", r, err)
			}
			advance, err := parsed.GlyphAdvance(&buf, glyph, fixed.I(1000), font.HintingNone)
			if err != nil {
				t.Fatal(err)
			}
			want := float64(advance) / 64 / 1000
			if got := textWidth(string(r), bold); got < want-0.001 || got > want+0.11 {
				t.Errorf("bold %v: %q is %.3f wide, in the face %.3f", bold, r, got, want)
			}
		}
	}
}

// A row is as high as its text needs: words go on a next line where they do not fit,
// those that are too long are cut.
func TestRowsFitTheirText(t *testing.T) {
	for _, tc := range []struct {
		text  string
		ems   float64
		lines int
	}{
		{"", 10, 1}, {"một", 10, 1}, {"một hai", 2, 2}, {"một\nhai", 10, 2}, {"m một\n\nhai", 10, 3},
		{"phuong-bac-son.xlsx", 5.3, 2}, {strings.Repeat("o", 50), 5.2, 5}, {strings.Repeat("hai ", 40), 16, 4},
	} {
		if got := wrapped(tc.text, tc.ems, false); got != tc.lines {
			t.Errorf("%q in %.1f em: %d lines, want %d", tc.text, tc.ems, got, tc.lines)
		}
	}
	s := &sheet{widths: []float64{10, 20}}
	s.add(text("một dòng"), text("một dòng"))
	s.add(text("năm dòng chữ trong ô hẹp này"), text("một"))
	s.across(text("hai dòng chữ trong hai ô hẹp nối nhau này"))
	known := make([]measured, len(s.widths))
	a, b, c := s.height(1, s.rows[0], known), s.height(2, s.rows[1], known), s.height(3, s.rows[2], known)
	if a != 29 || b != 67 || c != 29 {
		t.Errorf("heights %.1f, %.1f, %.1f", a, b, c)
	}
}

// A number never shows as ####: its column is made as wide as it needs.
func TestNumbersHaveRoom(t *testing.T) {
	s := &sheet{widths: []float64{5}}
	s.add(numberCell(quantity.MustParse("13905420123.25"), 2))
	s.widen()
	if s.widths[0] < 17 || s.widths[0] > 22 {
		t.Errorf("%.1f", s.widths[0])
	}
}

// The years stand beside each other as numbers; this year's follow the annex.
func TestYearsBesideEachOther(t *testing.T) {
	f := opened(t, soLieu(t, full(t)))
	r := rows(t, f, "Qua các năm")
	_, head := find(t, r, "Chỉ tiêu")
	if got := strings.Join(head, "|"); got != "Chỉ tiêu|Nội dung|ĐVT|2020|2021|2022|Tăng, giảm|Tăng, giảm (%)" {
		t.Errorf("columns %s", got)
	}
	at, line := find(t, r, "2")
	if got := strings.Join(line, "|"); got != "2|Kết nạp đảng viên|đảng viên|119||131|12|10.1" {
		t.Errorf("row %s", got)
	}
	for column, want := range map[string]string{"F": "'Phụ lục'!$G$", "G": fmt.Sprintf("ROUND(F%d-D%[1]d,0)", at),
		"H": fmt.Sprintf("ROUND(100*(F%d-D%[1]d)/D%[1]d,1)", at)} {
		if got, _ := f.GetCellFormula("Qua các năm", fmt.Sprintf("%s%d", column, at)); !strings.HasPrefix(got, want) {
			t.Errorf("%s%d: %s, want %s", column, at, got, want)
		}
	}
	if got := opened(t, soLieu(t, assess.Consolidate(examplePlan(t), nil, nil, nil))).GetSheetList(); strings.Contains(
		strings.Join(got, "|"), "Qua các năm") {
		t.Errorf("one year alone: %q", got)
	}
}

// Rows are about as high as LibreOffice makes them when nobody has set their heights: a
// page is not filled with air, and no text is cut.
func TestRowsAreAsHighAsTheyNeed(t *testing.T) {
	soffice, err := exec.LookPath("soffice")
	if err != nil || testing.Short() || os.Getenv("BAOCAO_TEST_SLOW") == "" {
		t.Skip("skipped: slow, and needs LibreOffice; BAOCAO_TEST_SLOW=1")
	}
	dir := t.TempDir()
	put := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		return path
	}
	faces, err := filepath.Abs("../../../fonts")
	if err != nil {
		t.Fatal(err)
	}
	config := put("fonts.conf", `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>`+faces+
		`</dir><cachedir>`+dir+`/cache</cachedir><alias binding="same"><family>Times New Roman</family><accept>`+
		`<family>Liberation Serif</family></accept></alias></fontconfig>`)
	convert := func(to, path string) string {
		t.Helper()
		c := exec.Command(soffice, "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", to,
			"--outdir", filepath.Join(dir, to), path)
		c.Env = append(os.Environ(), "FONTCONFIG_FILE="+config)
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		return filepath.Join(dir, to, strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))+"."+to)
	}
	data := soLieu(t, full(t))
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var bare bytes.Buffer
	w := zip.NewWriter(&bare)
	height := regexp.MustCompile(`(<row [^>]*?)( (?:ht|customHeight)="[^"]*")+`)
	for _, f := range z.File {
		text := part(t, data, f.Name)
		if strings.HasPrefix(f.Name, "xl/worksheets/sheet") {
			text = height.ReplaceAllString(text, "$1")
		}
		to, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(to, text); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	flat, err := os.ReadFile(convert("fods", put("s.xlsx", bare.String())))
	if err != nil {
		t.Fatal(err)
	}
	// Of a file of another program the heights are made anew.
	flat = regexp.MustCompile(`<meta:generator>[^<]*<`).ReplaceAll(flat, []byte("<meta:generator>x<"))
	fitted, err := os.ReadFile(convert("xlsx", put("t.fods", string(flat))))
	if err != nil {
		t.Fatal(err)
	}
	ours, theirs := opened(t, data), opened(t, fitted)
	for _, s := range ours.GetSheetList() {
		merged := map[int]bool{} // they are not fitted
		cells, err := ours.GetMergeCells(s)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range cells {
			_, row, _ := excelize.CellNameToCoordinates(m.GetStartAxis())
			merged[row] = true
		}
		sum, needed, cut, compared := 0.0, 0.0, 0, 0
		for i, r := range rows(t, ours, s) {
			if len(r) == 0 || merged[i+1] {
				continue
			}
			a, _ := ours.GetRowHeight(s, i+1)
			b, _ := theirs.GetRowHeight(s, i+1)
			sum, needed, compared = sum+a, needed+b, compared+1
			if a < b-1 {
				cut++
			}
		}
		t.Logf("%s: %.0f pt, LibreOffice %.0f, %d of %d rows lower", s, sum, needed, cut, compared)
		// Widths are rounded otherwise at other resolutions: some rows are on the edge.
		if sum > needed*1.35+15 || cut > compared/8 {
			t.Errorf("%s: heights %.0f pt, LibreOffice %.0f; %d of %d rows are lower", s, sum, needed, cut, compared)
		}
	}
}

// Of a plan of many measures those are drawn that came furthest below their targets,
// and the page stays one page.
func TestManyMeasuresStayOnThePage(t *testing.T) {
	a := full(t)
	for s := range a.Sections {
		of := a.Sections[s].Indicators
		for n := range 12 {
			for _, i := range of {
				i.Number += 100 * (n + 1)
				var measures []*assess.Measure
				for _, m := range i.Measures {
					of, plan := *m, *m.Measure
					plan.ID = fmt.Sprintf("%d.%s", 100*(n+1), m.ID)
					of.Measure = &plan
					measures = append(measures, &of)
				}
				i.Measures = measures
				a.Sections[s].Indicators = append(a.Sections[s].Indicators, i)
			}
		}
	}
	data := soLieu(t, a)
	f := opened(t, data)
	if size, pages := printed(t, f, "Tổng hợp"); size < leastPrinted || pages != 1 {
		t.Errorf("%.1f pt, %d pages", size, pages)
	}
	bars := part(t, data, "xl/charts/chart2.xml")
	if n := strings.Count(bars, "<c:pt "); n != 4*mostCharted { // names and values of two series
		t.Errorf("%d points", n)
	}
	if !strings.Contains(bars, "40 chỉ tiêu thấp nhất") {
		t.Error("the chart does not say that it is of some measures")
	}
}

// What an office is called cannot become a code of its pages' heads, nor make them longer
// than Excel opens.
func TestHeadsOfPagesSayWhatTheySay(t *testing.T) {
	s := &sheet{left: "Ban Kinh tế & Ngân sách", right: strings.Repeat("Nghị quyết rất dài ", 30)}
	said := s.headerFooter().OddHeader
	if !strings.Contains(said, "Kinh tế && Ngân sách&R") || utf8.RuneCountInString(said) > 255 {
		t.Errorf("%d: %s", utf8.RuneCountInString(said), said)
	}
}

// Excel repairs a workbook in which merged cells overlap, and exceljs refuses it.
func TestMergedCellsDoNotOverlap(t *testing.T) {
	for _, data := range [][]byte{soLieu(t, full(t)), phuLuc(t, byUnits(t))} {
		f := opened(t, data)
		for _, s := range f.GetSheetList() {
			merged, err := f.GetMergeCells(s)
			if err != nil {
				t.Fatal(err)
			}
			taken := map[[2]int]string{}
			for _, m := range merged {
				c1, r1, _ := excelize.CellNameToCoordinates(m.GetStartAxis())
				c2, r2, _ := excelize.CellNameToCoordinates(m.GetEndAxis())
				for c := c1; c <= c2; c++ {
					for r := r1; r <= r2; r++ {
						if other := taken[[2]int{c, r}]; other != "" {
							t.Errorf("%s: %s and %s", s, m[0], other)
						}
						taken[[2]int{c, r}] = m[0]
					}
				}
			}
		}
	}
}
