package compose_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"baocao/internal/assess"
	"baocao/internal/compose"
	"baocao/internal/diag"
	"baocao/internal/document"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/resolution/load"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/wording"
)

func example(t *testing.T) *resolution.Plan {
	t.Helper()
	p, problems := load.Load(os.DirFS("../../examples/kien-an-2022"))
	if p == nil {
		t.Fatal(problems)
	}
	return p
}

func num(s string) quantity.Number { return quantity.MustParse(s) }

// judged is the example's plan with every figure absent but those set.
func judged(t *testing.T, returns ...returns.Return) *assess.Annex {
	t.Helper()
	return assess.Consolidate(example(t), returns, nil, nil)
}

func sent(unit string, remarks []returns.Remark, figures ...string) returns.Return {
	r := returns.Return{File: unit + ".xlsx", Unit: unit, Status: returns.StatusAccepted, Remarks: remarks}
	for _, f := range figures {
		key, value, _ := strings.Cut(f, "=")
		r.Observations = append(r.Observations, returns.Observation{Unit: unit, Key: key,
			Measure: key[:strings.LastIndex(key, ".")], Answer: returns.Given, Value: num(value)})
	}
	return r
}

func dump(blocks []document.Block) string {
	var b strings.Builder
	say := func(lead string, runs []document.Run) {
		b.WriteString(lead)
		for _, r := range runs {
			if r.Style&document.Gap != 0 {
				b.WriteString("<gap>")
			}
			b.WriteString(r.Text)
		}
		b.WriteString("\n")
	}
	for _, k := range blocks {
		switch k := k.(type) {
		case document.Heading:
			say(strings.Repeat("#", k.Level)+" ", k.Runs)
		case document.Paragraph:
			say("", k.Runs)
		case document.Item:
			say(strings.Repeat("  ", k.Level)+"- ", k.Runs)
		}
	}
	return b.String()
}

func TestFiguresInWords(t *testing.T) {
	a := judged(t,
		sent("ban-to-chuc", nil, "1.1.numerator=48", "1.1.denominator=58", "1.2.numerator=9", "1.3.numerator=4912",
			"1.3.denominator=5870", "2.value=128", "3.value=0"),
		sent("tai-chinh-ke-hoach", nil, "6.actual=486120", "6.plan=412500"),
		sent("thong-ke", nil, "4.current=16189780", "4.previous=13905420", "5.1.value=45.62", "5.2.value=53.97",
			"5.3.value=0.41"),
		sent("phuong-bac-son", nil, "12.value=0"))
	d, _ := compose.Report(a)
	got := dump(d.Body)
	for _, want := range []string{
		"Thực hiện Nghị quyết số 02-NQ/QU, ngày 20/12/2021 của Ban Chấp hành Đảng bộ quận về chủ đề, chỉ tiêu, nhiệm " +
			"vụ, giải pháp năm 2022, Quận ủy Kiến An báo cáo kết quả thực hiện năm 2022",
		"Có 48/58 tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ trở lên, bằng 82,76%, vượt kế hoạch 2,76 điểm phần trăm.",
		"Trong đó, có 09/48 tổ chức cơ sở đảng hoàn thành xuất sắc nhiệm vụ, bằng 18,75% (kế hoạch không quá 20%)",
		"Tổng giá trị sản xuất đạt 16.189,78 tỷ đồng, tăng 16,43% so với năm 2021 (kế hoạch tăng 16 - 18%)",
		"Thu cân đối ngân sách đạt 486,12 tỷ đồng, bằng 117,85% dự toán pháp lệnh thành phố giao, vượt kế hoạch 2,85 " +
			"điểm phần trăm",
		"01 chỉ tiêu không đạt là (3)", "mới có 01/10 đơn vị báo cáo",
		"  - <gap>[Bổ sung nguyên nhân chưa đạt chỉ tiêu (3)]", "<gap>[Bổ sung nhiệm vụ, giải pháp]",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("missing %q", want)
		}
	}
	for _, u := range a.Plan.Units {
		if strings.Contains(got, u.Name) {
			t.Errorf("the report names %s", u.Name)
		}
	}
	if strings.Contains(got, ".xlsx") || t.Failed() {
		t.Log(got)
		t.Fail()
	}
}

func TestRemarksComeOutLiterally(t *testing.T) {
	const hostile = "# Một *hai* _ba_ {{.Nam}} <b>x</b> `y` [z](u) &amp; 1. bốn \\* năm"
	a := judged(t, sent("ban-to-chuc", []returns.Remark{{Kind: returns.Achievement, Area: "kinh-te", Text: hostile},
		{Kind: returns.Achievement, Area: "kinh-te", Text: hostile}}))
	d, _ := compose.Report(a)
	if got := dump(d.Body); strings.Count(got, "1. Phát triển kinh tế: "+hostile+".\n") != 1 {
		t.Error(got)
	}
}

// The mark of a list is taken off; the sign of a figure is not.
func TestTheSignOfAFigureIsNoMarkOfAList(t *testing.T) {
	for text, want := range map[string]string{
		"•5 mô hình mới": "05 mô hình mới", "-05 tuyến đường được mở rộng": "05 tuyến đường được mở rộng",
		"-15/6/2022 khai trương": "15/6/2022 khai trương", "+3,1% là mức tăng": "+3,1% là mức tăng",
		"-2,5% so với cùng kỳ là mức giảm thấp nhất": "−2,5% so với cùng kỳ là mức giảm thấp nhất",
		"+5% là mức tăng": "+5% là mức tăng", "- Ý một": "Ý một", "•Ý hai": "Ý hai", "+ - Ý ba;": "Ý ba",
		"- -2,5% là mức giảm": "−2,5% là mức giảm", "● Ý bốn": "Ý bốn", "\uF0B7 Ý năm": "Ý năm",
		"- 05 tuyến đường": "05 tuyến đường",
	} {
		d, _ := compose.Report(judged(t, sent("ban-to-chuc", []returns.Remark{
			{Kind: returns.Achievement, Area: "kinh-te", Text: text}})))
		if got := dump(d.Body); !strings.Contains(got, "1. Phát triển kinh tế: "+want+".\n") {
			t.Errorf("%s: no item %q", text, want)
		}
	}
}

func TestOwnWording(t *testing.T) {
	own := fstest.MapFS{"mo-dau.md": {Data: []byte("Lời của **cơ quan** năm {{.Nam}}.")},
		"giai-phap.md": {Data: []byte("Một\n{{.Khong}}")}}
	d, ps := compose.Report(inWords(t, own))
	got := dump(d.Body)
	if !strings.HasPrefix(got, "Lời của cơ quan năm 2022.\n") || !strings.Contains(got, "# IV- NHIỆM VỤ, GIẢI PHÁP") {
		t.Error(got)
	}
	found := false
	for _, p := range ps {
		found = found || p.Code == "B501" && p.At == diag.Position{File: "loi-van/giai-phap.md", Line: 2}
	}
	if !found {
		t.Error(fmt.Sprint(ps))
	}
}

// A place to write is marked also where the office forgot the marks around it, and
// where a unit left it in its own words; other brackets are words.
func TestBracketsLeftOpenAreMarked(t *testing.T) {
	own := fstest.MapFS{"mo-dau.md": {Data: []byte("Theo [1] thì [Bổ sung số] và **[BỔ SUNG ngày]**, `[Bổ sung " +
		"tên]`; [bổ sung")}}
	d, _ := compose.Report(inWords(t, own))
	var gaps []string
	for _, r := range d.Body[0].(document.Paragraph).Runs {
		if r.Style&document.Gap != 0 {
			gaps = append(gaps, r.Text)
		}
	}
	if got := strings.Join(gaps, "|"); got != "[Bổ sung số]|[BỔ SUNG ngày]|[Bổ sung tên]" {
		t.Errorf("marked: %s in\n%s", got, dump(d.Body[:1]))
	}
}

// A wording that cannot be opened, here because it is a folder, is named.
func TestWordingThatCannotBeOpened(t *testing.T) {
	_, problems := compose.Report(inWords(t, fstest.MapFS{"mo-dau.md/a.txt": {Data: []byte("x")}}))
	if n := count(problems, "B502"); n != 1 {
		t.Errorf("reported %d times: %v", n, problems)
	}
}

// inWords is the annex without figures, in an office's own words.
func inWords(t *testing.T, own fstest.MapFS) *assess.Annex {
	t.Helper()
	a := judged(t)
	words, problems := wording.Load(own, nil)
	if len(problems) > 0 && own["mo-dau.md/a.txt"] == nil {
		t.Fatal(problems)
	}
	a.Plan.Words = words
	return a
}

func count(problems []diag.Problem, code string) int {
	n := 0
	for _, p := range problems {
		if p.Code == code {
			n++
		}
	}
	return n
}

// Where nobody has written a part of the text, or the cause of a miss, the
// office is told; where somebody has, or before anything has come, it is not.
func TestMissingNarrativeIsNamed(t *testing.T) {
	if _, before := compose.Report(judged(t)); len(before) > 0 {
		t.Errorf("urged before returns have come: %v", before)
	}
	_, empty := compose.Report(judged(t, sent("ban-to-chuc", nil, "2.value=130")))
	_, full := compose.Report(every(t))
	for _, code := range []string{"B512", "B513", "B514", "B515"} {
		if count(empty, code) != 1 || count(full, code) != 0 {
			t.Errorf("%s: %d times without narrative, %d with it", code, count(empty, code), count(full, code))
		}
	}
	missed := sent("ban-to-chuc", nil, "2.value=100")
	_, without := compose.Report(judged(t, missed))
	missed.Remarks = []returns.Remark{{Kind: returns.Cause, Area: "xay-dung-dang", Text: "Nguồn kết nạp ít."}}
	_, with := compose.Report(judged(t, missed))
	if count(without, "B511") != 1 || count(with, "B511") != 0 {
		t.Errorf("B511: %d times without a cause, %d with one", count(without, "B511"), count(with, "B511"))
	}
}

// A unit that reports only one of a measure's two numbers may tell the cause as
// well as the other; one that reports none of it may not.
func TestAUnitWithOneInputMayTellTheCause(t *testing.T) {
	files := fstest.MapFS{}
	for _, name := range []string{resolution.ResolutionFile, resolution.OfficeFile} {
		data, err := os.ReadFile("../../examples/kien-an-2022/" + name)
		if err != nil {
			t.Fatal(err)
		}
		const rated = `"Số tổ chức cơ sở đảng được đánh giá, xếp loại", `
		data = bytes.Replace(data, []byte(rated), []byte(rated+`from = ["thong-ke"], `), 1)
		files[name] = &fstest.MapFile{Data: data}
	}
	p, problems := load.Load(files)
	if p == nil || len(problems) > 0 {
		t.Fatal(problems)
	}
	for unit, want := range map[string]int{"thong-ke": 0, "ban-to-chuc": 0, "chi-cuc-thue": 1} {
		all := []returns.Return{sent("ban-to-chuc", nil, "1.1.numerator=10"),
			sent("thong-ke", nil, "1.1.denominator=58"), sent("chi-cuc-thue", nil)}
		for i := range all {
			if all[i].Unit == unit {
				all[i].Remarks = []returns.Remark{{Unit: unit, Kind: returns.Cause, Text: "Mới sáp nhập ba chi bộ."}}
			}
		}
		a := assess.Consolidate(p, all, nil, nil)
		if m := a.FindMeasure("1.1"); m.Verdict != resolution.Missed {
			t.Fatalf("1.1 is %s: %s", m.Verdict, m.Reason.In(diag.Vi))
		}
		if _, problems := compose.Report(a); count(problems, "B511") != want {
			t.Errorf("a cause from %s: B511 %d times, want %d", unit, count(problems, "B511"), want)
		}
	}
}

func TestCountsOfNothingAreNotSaid(t *testing.T) {
	a := judged(t)
	for want, n := range map[string]assess.Summary{
		"Có 18/18 chỉ tiêu đạt kế hoạch (chi tiết tại Phụ lục).\n":                      {Total: 18, Met: 18},
		"Chưa có chỉ tiêu nào đạt kế hoạch trong tổng số 18 chỉ tiêu (chi tiết tại Phụ": {Total: 18, Missed: 18},
	} {
		a.Summary = n
		d, _ := compose.Report(a)
		if got := dump(d.Body); !strings.Contains(got, want) || strings.Contains(got, "00") {
			t.Error(got)
		}
	}
}

// A note too long for its cell stands below the table, and the cell says where.
func TestLongNotesStandBelowTheTable(t *testing.T) {
	a := judged(t)
	m := a.FindMeasure("2")
	if m.Basis = strings.Repeat("Hướng dẫn của Tổng cục Thống kê. ", 20); a.FindMeasure("1.2") == nil {
		t.Fatal("no measure 1.2")
	}
	a.FindMeasure("1.2").Basis = "số liệu cuối năm"
	d, _ := compose.Report(a)
	rows := ""
	for _, r := range d.Annex.Table.Rows {
		for _, c := range r.Cells {
			for _, run := range c.Runs {
				rows += run.Text + " | "
			}
		}
	}
	notes := ""
	for _, n := range d.Annex.Notes {
		notes += dump([]document.Block{n})
	}
	if !strings.HasPrefix(notes, "(1) Chỉ tiêu 2: Theo Hướng dẫn") || !strings.Contains(notes, "\n(2) Chỉ tiêu 12: ") ||
		strings.Count(rows, "Xem ghi chú (1) dưới bảng") != 1 || !strings.Contains(rows, "số liệu cuối năm") {
		t.Errorf("%+v\n%s", d.Annex.Notes, rows)
	}
	shown := a.Table() // as the workbook has it
	if got := shown.Rows[5].Cells[shown.Column(assess.ColNote)].Text(""); !strings.Contains(got, "Tổng cục Thống kê") {
		t.Errorf("%q", got)
	}
}

func TestTableIsWhole(t *testing.T) {
	table := compose.Table(judged(t).Table())
	for i, row := range table.Rows {
		width := 0
		for _, c := range row.Cells {
			width += max(1, c.ColSpan)
		}
		if width != len(table.Columns) {
			t.Errorf("row %d is %d of %d columns wide", i, width, len(table.Columns))
		}
	}
}

var update = flag.Bool("update", false, "write the golden texts anew; read the difference")

// every holds every verdict, every method, a partial sum and narrative of every kind.
func every(t *testing.T) *assess.Annex {
	t.Helper()
	return judged(t,
		sent("ban-to-chuc", []returns.Remark{
			{Kind: returns.Achievement, Area: "xay-dung-dang", Text: "Chất lượng sinh hoạt chi bộ được nâng lên"},
			{Kind: returns.Limitation, Area: "xay-dung-dang", Text: "Phát triển đảng viên còn chậm"},
			{Kind: returns.Cause, Area: "xay-dung-dang", Text: "Nguồn kết nạp ít."},
			{Kind: returns.Solution, Text: "Không nêu lĩnh vực nhưng vẫn được in"},
		}, "1.1.numerator=48", "1.1.denominator=58", "1.2.numerator=12", "1.3.numerator=4912", "1.3.denominator=5870",
			"2.value=131", "3.value=1"),
		sent("thong-ke", nil, "4.current=16189780", "4.previous=13905420", "5.1.value=45.62", "5.2.value=53.97",
			"5.3.value=0.41"),
		sent("kinh-te", nil, "4.1.current=560000", "4.1.previous=601482", "4.2.current=12604850",
			"4.2.previous=10385340", "4.3.current=140230", "4.3.previous=135462"),
		sent("tai-chinh-ke-hoach", nil, "6.actual=390000", "6.plan=412500", "8.value.1=1", "8.value.2=3100",
			"8.value.3=0.25"),
		sent("chi-cuc-thue", nil, "7.value=1201"),
		sent("giao-duc", nil, "10.value=1"),
		sent("quan-ly-do-thi", nil, "14.numerator=31999", "14.denominator=32000"),
		sent("tai-nguyen-moi-truong", nil, "15.1.numerator=41250", "15.1.denominator=41250", "15.2.numerator=0",
			"15.2.denominator=0"),
		sent("quan-su", nil, "18.numerator=105", "18.denominator=105"),
		sent("phuong-bac-son", nil, "11.1.value=3400", "12.value=0", "16.value=1", "17.1.numerator=9",
			"17.1.denominator=12", "17.2.numerator=2410", "17.2.denominator=2560"),
	)
}

// The whole report as text, read by eye: what an office with every kind of
// result gets, what an empty year gets, and the first with estimated figures
// and an open date.
func TestTheReportReadsAsAnOfficeWritesIt(t *testing.T) {
	estimated := every(t)
	estimated.Plan.Report.Estimate = true
	estimated.Plan.Report.Date = viet.Date{}
	for name, a := range map[string]*assess.Annex{"every": every(t), "empty": judged(t), "estimated": estimated} {
		doc, problems := compose.Report(a)
		for _, p := range problems {
			if p.Severity() == diag.Error {
				t.Errorf("%s: %s", name, p.In(diag.En))
			}
		}
		got := doc.Letterhead.Date + "\n" + dump(doc.Body)
		for _, r := range doc.Annex.Table.Rows {
			var cells []string
			for _, c := range r.Cells {
				text := ""
				for _, run := range c.Runs {
					text += run.Text
				}
				cells = append(cells, text)
			}
			got += strings.Join(cells, " | ") + "\n"
		}
		for _, n := range doc.Annex.Notes {
			got += dump([]document.Block{n})
		}
		path := "testdata/" + name + ".golden"
		if *update {
			if err := os.MkdirAll("testdata", 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s: the report reads differently; see: go test ./internal/compose -update; git diff", name)
		}
		for _, u := range a.Units {
			if strings.Contains(got, u.Name) {
				t.Errorf("%s names %s", name, u.Name)
			}
		}
	}
}
