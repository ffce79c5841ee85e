package draft

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/resolution/load"
	"baocao/internal/workbook"
)

// read drafts a text of a few items under a heading of indicators.
func read(items ...string) *Draft {
	return Read(append([]string{"Số 12-NQ/ĐU", "về nhiệm vụ năm 2026", "CÁC CHỈ TIÊU CHỦ YẾU NĂM 2026",
		"I. Các chỉ tiêu"},
		items...))
}

// targets are the measures of a draft in one line each: id, target, method, unit.
func targets(d *Draft) string {
	var all []string
	for _, s := range d.Sections {
		for _, i := range s.Indicators {
			for _, m := range i.Measures {
				t := m.ID + " " + m.Target + " " + m.Method
				for _, extra := range []string{m.Unit, m.Each, m.Per} {
					if extra != "" {
						t += " " + extra
					}
				}
				if m.Among != "" {
					t += " among " + m.Among
				}
				if m.InUnit {
					t += " in unit"
				}
				all = append(all, t)
			}
		}
	}
	return strings.Join(all, "; ")
}

// loads is the plan of a draft, which loads as it is.
func loads(t *testing.T, d *Draft) *resolution.Plan {
	t.Helper()
	p, problems := load.Load(fstest.MapFS{
		resolution.ResolutionFile: {Data: []byte(d.Plan())}, resolution.OfficeFile: {Data: []byte(d.OfficeFile())}})
	if errors, _ := diag.Count(problems); errors > 0 || p == nil {
		var b strings.Builder
		_ = diag.Print(&b, problems, diag.Vi, "")
		t.Fatalf("%s\n%s", b.String(), d.Plan())
	}
	return p
}

// How resolutions word their targets.
func TestWordings(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Tỷ lệ người dân tham gia bảo hiểm y tế đạt 92% trở lên.", "1 >= 92 ratio %"},
		{"Ít nhất 40 doanh nghiệp thành lập mới.", "1 >= 40 value doanh nghiệp"},
		{"Tỷ lệ hộ gia đình văn hóa đạt trên 85%.", "1 > 85 ratio %"},
		{"Tỷ lệ thất nghiệp dưới 3%.", "1 < 3 ratio %"},
		{"Không quá 12 vụ tai nạn giao thông.", "1 <= 12 value vụ"},
		{"Giá trị sản xuất tăng từ 7 đến 8%.", "1 7..8 growth %"},
		{"Giá trị sản xuất tăng 8 - 7%.", "1 7..8 growth %"},
		{"Thu ngân sách đạt 120 tỷ đồng, tăng 9% so với năm 2025.", "1.1 >= 120 value tỷ đồng; 1.2 >= 9 growth %"},
		{"Giảm 5% số vụ tai nạn giao thông so với năm 2025.", "1 >= 5 decrease %"},
		{"Giảm 0,4% tỷ lệ hộ nghèo.", "1 >= 0.4 decrease điểm phần trăm in unit"},
		{"Tỷ lệ hộ nghèo giảm còn 0,9%.", "1 <= 0.9 ratio %"},
		{"Tỷ lệ hộ nghèo giảm còn dưới 1%.", "1 < 1 ratio %"},
		{"Có 12/18 thôn đạt chuẩn nông thôn mới kiểu mẫu.", "1 >= 12 value thôn"},
		{"Thu nhập bình quân đầu người đạt 98 triệu đồng/người/năm.", "1 >= 98 ratio triệu đồng/người/năm 1"},
		{"Đạt 11 bác sĩ/vạn dân.", "1 >= 11 ratio bác sĩ/vạn dân 10000"},
		{"Tỷ suất sinh không quá 13,5‰.", "1 <= 13.5 ratio ‰"},
		{"Chỉ số cải cách hành chính xếp thứ 8 trở lên.", "1 <= 8 rank hạng"},
		{"Mỗi tổ dân phố có ít nhất 01 mô hình \"Dân vận khéo\".", "1 = 100 each % >= 1"},
		{"100% tổ dân phố có nhà văn hóa.", "1 = 100 ratio %"},
		{"Không còn hộ nghèo.", "1 = 0 value hộ"},
		{"Không để xảy ra cháy nổ nghiêm trọng.", "1 = 0 value vụ"},
		{"Hoàn thành quy hoạch phân khu trước ngày 30/6/2026.", "1 by 2026-06-30 date"},
		{"Hoàn thành quy hoạch phân khu trong quý II.", "1 by 2026-06-30 date"},
		{"Tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ trở lên đạt 80%, trong đó 20% hoàn thành xuất sắc nhiệm vụ.",
			"1.1 >= 80 ratio %; 1.2 >= 20 ratio %"},
		{"Tỷ lệ sinh con thứ 3 trở lên dưới 5%.", "1 < 5 ratio %"},
		{"Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng còn 7,5%.", "1 <= 7.5 ratio %"},
		{"Cơ cấu kinh tế: công nghiệp 44%; dịch vụ 55%; nông nghiệp 1%.",
			"1.1 44 +- 0.5 share %; 1.2 55 +- 0.5 share %; 1.3 1 +- 0.05 share %"},
		{"Xây dựng chính quyền số.", "1 statement statement"},
		{"Tổng mức đầu tư toàn xã hội: 3.100 - 3.500 tỷ đồng.", "1 3100..3500 value tỷ đồng"},
		{"Thực hiện Nghị quyết số 1210/2016/UBTVQH13, ngày 25/5/2016 về phân loại đô thị loại I.",
			"1 statement statement"},
		{"Thu ngân sách vượt 5% dự toán.", "1 >= 5 plan %"},
		{"Thu ngân sách vượt dự toán giao 5%.", "1 >= 5 plan %"},
		{"Thu ngân sách vượt trên 5% dự toán.", "1 > 5 plan %"},
		{"Thu ngân sách vượt từ 5 - 7% dự toán.", "1 5..7 plan %"},
		{"Thu ngân sách vượt từ 5% trở lên so với kế hoạch giao.", "1 >= 5 plan %"},
		{"Thu ngân sách tăng 5% so với dự toán.", "1 >= 5 plan %"},
		{"Thu ngân sách đạt trên 105% dự toán.", "1 > 105 ratio %"},
		{"Thu ngân sách không vượt quá 98% dự toán.", "1 <= 98 ratio %"},
		{"Thu ngân sách vượt mức 5% kế hoạch giao.", "1 >= 5 plan %"},
		{"Thu ngân sách đạt 120 tỷ đồng, vượt 5% dự toán.", "1.1 >= 120 value tỷ đồng; 1.2 >= 5 plan %"},
		{"Kết nạp 20 đảng viên, vượt chỉ tiêu 10%.", "1.1 >= 20 value đảng viên; 1.2 >= 10 plan %"},
		{"Chỉ số cải cách hành chính tăng 5 bậc.", "1 >= 5 decrease bậc in unit"},
		{"Chỉ số năng lực cạnh tranh tăng 02 hạng so với năm 2025.", "1 >= 2 decrease hạng in unit"},
		{"Tỷ lệ hộ nghèo giảm xuống dưới 3%.", "1 < 3 ratio %"},
		{"Tỷ lệ hộ nghèo giảm xuống còn dưới 1%.", "1 < 1 ratio %"},
		{"Tỷ lệ hộ nghèo giảm xuống còn 1%.", "1 <= 1 ratio %"},
		{"Tỷ lệ hộ nghèo giảm xuống không quá 1%.", "1 <= 1 ratio %"},
		{"Giảm từ 5 - 10% số vụ phạm pháp hình sự, không để xảy ra điểm nóng.",
			"1.1 5..10 decrease %; 1.2 = 0 value điểm nóng"},
		{"Thu ngân sách vượt dự toán thành phố giao từ 5% trở lên.", "1 >= 5 plan %"},
		{"Thu ngân sách vượt dự toán 8% so với thực hiện.", "1 >= 8 plan %"},
		{"Xếp thứ 15 trở lên trong 114 xã, phường về chuyển đổi số.", "1 <= 15 rank hạng among 114"},
		{"Số lao động được tạo việc làm mới không thấp hơn năm 2025.", "1 >= previous value lao động"},
		{"Số lao động được tạo việc làm mới cao hơn năm 2025.", "1 > previous value lao động"},
		{"Số vụ tai nạn giao thông giảm so với năm 2025.", "1 < previous value vụ"},
		{"Số vụ tai nạn giao thông giảm 5% so với năm 2025.", "1 >= 5 decrease %"},
		{"Thứ hạng về cải cách hành chính cao hơn năm 2025.", "1 < previous rank hạng"},
		{"Thứ hạng về cải cách hành chính không thấp hơn năm 2025.", "1 <= previous rank hạng"},
		{"Số vụ cháy không cao hơn so với cùng kỳ năm trước.", "1 <= previous value vụ"},
		{"Số vụ cháy không tăng so với năm 2025.", "1 <= previous value vụ"},
	} {
		d := read("1. "+c.text, "2. Trồng 1.000 cây xanh.")
		got := targets(d)
		got = strings.TrimSuffix(got, "; 2 >= 1000 value cây")
		if got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
			continue
		}
		loads(t, d)
	}
}

// "Trở lên" behind the noun belongs to the number, behind a grade to the name.
func TestNamesOfWhatIsSoMuchOrMore(t *testing.T) {
	const graded = "Tỷ lệ tổ chức đảng hoàn thành tốt nhiệm vụ trở lên"
	for words, want := range map[string]string{
		"Có 90% tổ chức đảng trở lên hoàn thành tốt nhiệm vụ trở lên": graded,
		"Có 90% tổ chức đảng hoàn thành tốt nhiệm vụ trở lên":         graded,
		"Tỷ lệ tổ chức đảng hoàn thành tốt nhiệm vụ trở lên đạt 90%":  graded,
		"Từ 95% gia đình trở lên đạt danh hiệu gia đình văn hóa":      "Tỷ lệ gia đình đạt danh hiệu gia đình văn hóa",
		"Giảm ít nhất 12 hộ nghèo so với năm 2025":                    "Số hộ nghèo",
	} {
		d := read("1. "+words+".", "2. Trồng 1.000 cây xanh.")
		if m := d.Sections[0].Indicators[0].Measures[0]; m.Name != want || m.Target[:2] != ">=" {
			t.Errorf("%s: %s %s", words, m.Name, m.Target)
		}
		loads(t, d)
	}
}

// Who passed it, and what it is about, stand in one line or in two.
func TestTheHeadOfAResolution(t *testing.T) {
	for _, lines := range [][]string{
		{"của Ban Chấp hành Đảng bộ phường về nhiệm vụ năm 2026"},
		{"CỦA BAN CHẤP HÀNH ĐẢNG BỘ PHƯỜNG KHÓA I", "về nhiệm vụ năm 2026"},
		{"của Ban Chấp hành Đảng bộ phường", "Về nhiệm vụ năm 2026"},
	} {
		d := Read(slices.Concat([]string{"Số 12-NQ/ĐU", "NGHỊ QUYẾT"}, lines,
			[]string{"I. CÁC CHỈ TIÊU", "1. Trồng 1.000 cây xanh."}))
		if d.Issuer != "Ban Chấp hành Đảng bộ phường" || d.About != "về nhiệm vụ năm 2026" || d.Year != 2026 {
			t.Errorf("%q: %q %q %d", lines, d.Issuer, d.About, d.Year)
		}
	}
}

// The level that something is to come down to is no part of its name.
func TestNamesOfWhatComesDown(t *testing.T) {
	for _, words := range []string{"giảm xuống dưới 3%", "giảm xuống còn dưới 1%", "giảm còn 0,9%", "giảm xuống 2%",
		"xuống dưới 3%"} {
		d := read("1. Tỷ lệ hộ nghèo "+words+".", "2. Trồng 1.000 cây xanh.")
		if name := d.Sections[0].Indicators[0].Measures[0].Name; name != "Tỷ lệ hộ nghèo" {
			t.Errorf("%s: %s", words, name)
		}
	}
}

// What is above a plan goes on with the amount before it: its name, and its number.
func TestAnAmountAndMoreThanItsPlan(t *testing.T) {
	for _, words := range []string{"vượt 5% dự toán", "vượt dự toán 5%", "vượt 5% so với dự toán thành phố giao",
		"vượt 5% dự toán thành phố giao"} {
		d := read("1. Thu ngân sách đạt 120 tỷ đồng, "+words+".", "2. Trồng 1.000 cây xanh.")
		m := d.Sections[0].Indicators[0].Measures[1]
		if m.Name != "Thu ngân sách" || m.Inputs[0].SameAs != "1.1.value" ||
			m.Inputs[1] != (Input{Role: "plan", Label: "Dự toán giao năm {nam}", Unit: "tỷ đồng"}) {
			t.Errorf("%s: %s %+v", words, m.Name, m.Inputs)
		}
		loads(t, d)
	}
	for words, want := range map[string]string{"Vượt 5% dự toán thu ngân sách": "Thu ngân sách",
		"Vượt 5% dự toán": "Vượt 5% dự toán"} {
		d := read("1. "+words+".", "2. Trồng 1.000 cây xanh.")
		if name := d.Sections[0].Indicators[0].Measures[0].Name; name != want {
			t.Errorf("%s: %s", words, name)
		}
		loads(t, d)
	}
}

// Words that can be meant in two ways are asked about.
func TestOpenWordsAreAsked(t *testing.T) {
	for _, c := range []struct{ text, ask string }{
		{"Thu ngân sách vượt 105% dự toán.", "draft.ask.above"},
		{"Thu ngân sách vượt 5 tỷ đồng so với dự toán.", "draft.ask.above"},
		{"Thu ngân sách vượt 95% dự toán.", "draft.ask.above"},
		{"Tỷ lệ giải ngân vốn kế hoạch vượt 15%.", "draft.ask.above"},
		{"Thu ngân sách tăng 130% dự toán.", "draft.ask.above"},
		{"Thu ngân sách tăng 5 tỷ đồng so với dự toán.", "draft.ask.above"},
		{"Thu ngân sách tăng vượt 5% so với năm trước.", "draft.ask.above"},
		{"Vượt 5%.", "draft.ask.above"},
		{"Thu ngân sách so với dự toán vượt 5%.", ""},
		{"Tỷ lệ hộ gia đình văn hóa vượt 85%.", ""},
		{"Số vụ tai nạn giao thông giảm dưới 3%.", "draft.ask.change"},
		{"Thu ngân sách vượt 5% dự toán.", ""},
		{"Số vụ tai nạn giao thông giảm từ 3% trở lên.", ""},
	} {
		d := read("1. "+c.text, "2. Trồng 1.000 cây xanh.")
		var asks []string
		for _, q := range d.Sections[0].Indicators[0].Measures[0].Asks {
			if q.Key == "draft.ask.above" || q.Key == "draft.ask.change" {
				asks = append(asks, q.Key)
			}
		}
		if got := strings.Join(asks, " "); got != c.ask {
			t.Errorf("%s: asked %q, want %q", c.text, got, c.ask)
		}
	}
}

// Sections are numbered in Roman, as many as there are.
func TestManySections(t *testing.T) {
	var lines []string
	for n := range 100 {
		lines = append(lines, fmt.Sprintf("%c. Về lĩnh vực thứ %d", 'A'+n%26, n+1), "- Trồng 1.000 cây xanh.")
	}
	d := read(lines...)
	want := map[int]string{1: "I", 4: "IV", 9: "IX", 39: "XXXIX", 40: "XL", 49: "XLIX", 50: "L", 89: "LXXXIX", 90: "XC",
		99: "XCIX", 100: "100"}
	for n, number := range want {
		if got := d.Sections[n-1].Number; got != number {
			t.Errorf("section %d is %s, want %s", n, got, number)
		}
	}
	loads(t, d)
}

// What stands among indicators and is none.
func TestNumbersThatAreNoTargets(t *testing.T) {
	d := Read([]string{"NGHỊ QUYẾT", "về nhiệm vụ năm 2026", "I. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU NĂM 2025",
		"- Thu ngân sách đạt 120 tỷ đồng, bằng 108% kế hoạch.", "- Tỷ lệ hộ nghèo còn 1,2%.",
		"II. MỤC TIÊU, CHỈ TIÊU NĂM 2026", "1. Mục tiêu tổng quát", "Xây dựng Đảng bộ trong sạch, vững mạnh.",
		"2. Các chỉ tiêu chủ yếu (02 chỉ tiêu)", "- Thu ngân sách đạt 135 tỷ đồng.", "- Tỷ lệ hộ nghèo còn 0,9%.",
		"III. NHIỆM VỤ, GIẢI PHÁP", "1. Tập trung 3 khâu đột phá, phấn đấu 100% chi bộ sinh hoạt đúng quy định."})
	if got := targets(d); got != "1 >= 135 value tỷ đồng; 2 <= 0.9 ratio %" {
		t.Error(got)
	}
	if d.Year != 2026 {
		t.Error(d.Year)
	}
}

// The resolution of the worked example: all its indicators, none invented, every
// target as its plan reads it, or asked about.
func TestTheSeed(t *testing.T) {
	text, err := os.ReadFile("../../../shared/seed/nghi-quyet-02-NQ-QU.txt")
	if err != nil {
		t.Skip("the resolution's text is not here")
	}
	d := Read(strings.Split(string(text), "\n"))
	p := loads(t, d)
	want, problems := load.Load(os.DirFS("../../examples/kien-an-2022"))
	if want == nil {
		t.Fatal(problems)
	}
	if d.Number != want.Resolution.Number || d.Date != want.Resolution.Date || d.Year != want.Resolution.Year ||
		d.Theme != want.Resolution.Theme || d.About != want.Resolution.About || d.Issuer != want.Resolution.Issuer {
		t.Errorf("%+v", d)
	}
	if len(p.Sections) != len(want.Sections) {
		t.Errorf("%d sections", len(p.Sections))
	}
	for _, m := range want.Measures() {
		got := p.Measure(m.ID)
		if got == nil {
			t.Errorf("no measure %s", m.ID)
			continue
		}
		asked := slices.ContainsFunc(d.Questions(), func(q diag.Message) bool {
			return strings.HasPrefix(q.In(diag.Vi), "("+m.ID+") ")
		})
		if got.Target.Text != m.Target.Text && !asked {
			t.Errorf("%s: %s, want %s", m.ID, got.Target.Text, m.Target.Text)
		}
		if got.Method != m.Method && m.Method != resolution.Sum && !asked {
			t.Errorf("%s: %s, want %s", m.ID, got.Method, m.Method)
		}
	}
	if a, b := len(p.Measures()), len(want.Measures()); a != b {
		t.Errorf("%d measures, want %d", a, b)
	}
}

// Each question stands right over what it is about.
func TestQuestionsStandOverWhatTheyAreAbout(t *testing.T) {
	d := read("1. Tỷ lệ hộ nghèo giảm còn 0,9%.", "2. Xây dựng chính quyền số.")
	lines := strings.Split(d.Plan(), "\n")
	asked := 0
	for i, l := range lines {
		if !strings.HasPrefix(strings.TrimSpace(l), "# HỎI:") {
			continue
		}
		asked++
		next := strings.TrimSpace(lines[i+1])
		if !strings.HasPrefix(next, "[[section.indicator") && !strings.HasPrefix(next, "# HỎI:") &&
			next != "[resolution]" {
			t.Errorf("%q stands over %q", l, next)
		}
	}
	if asked != len(d.Questions()) {
		t.Errorf("%d questions in the plan, %d told", asked, len(d.Questions()))
	}
}

func table(rows ...[]any) *workbook.Book {
	s := &workbook.Sheet{Name: "Sheet1"}
	plain := workbook.NewStyle("", "General")
	for r, row := range rows {
		for c, v := range row {
			cell := workbook.Cell{Row: r + 1, Col: c + 1, Style: plain}
			switch v := v.(type) {
			case string:
				if v == "" {
					continue
				}
				cell.Kind, cell.Text = workbook.Text, v
			case int:
				cell.Kind, cell.Number = workbook.Number, quantity.Int(int64(v))
			}
			s.Cells = append(s.Cells, cell)
		}
	}
	return &workbook.Book{Sheets: []*workbook.Sheet{s}}
}

// A table of targets with its units.
func TestATableOfTargets(t *testing.T) {
	d, ok := ReadTable(table(
		[]any{"CHỈ TIÊU NĂM 2026 (kèm theo Nghị quyết số 12-NQ/ĐU, ngày 25/12/2025)"},
		[]any{"TT", "Chỉ tiêu", "ĐVT", "Kế hoạch 2026", "Đơn vị báo cáo"},
		[]any{"I", "Về kinh tế"},
		[]any{1, "Thu ngân sách nhà nước", "tỷ đồng", 135, "Phòng Kinh tế"},
		[]any{2, "Tỷ lệ giải ngân vốn đầu tư công", "%", "> 95", "Phòng Kinh tế"},
		[]any{"II", "Về xã hội"},
		[]any{3, "Tỷ lệ hộ nghèo", "%", "≤ 1", "Phòng Văn hóa - Xã hội"},
		[]any{4, "Kết nạp đảng viên", "đảng viên", "25 - 30", "Ban Xây dựng Đảng"},
		[]any{"", "- Trong đó nữ", "đảng viên", 10, ""},
		[]any{5, "Số vụ cháy", "vụ", 0, "Công an phường"},
	))
	if !ok {
		t.Fatal("no table")
	}
	want := "1 >= 135 value tỷ đồng; 2 > 95 ratio %; 3 <= 1 ratio %; 4 25..30 value đảng viên; 4.1 >= 10 value " +
		"đảng viên; 5 = 0 value vụ"
	if got := targets(d); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	p := loads(t, d)
	var owners []string
	for _, u := range p.Units {
		owners = append(owners, u.ID)
	}
	if got := strings.Join(owners, " "); got != "phong-kinh-te phong-van-hoa-xa-hoi ban-xay-dung-dang cong-an-phuong" {
		t.Error(got)
	}
	if m := p.Measure("3"); m == nil || m.From[0] != "phong-van-hoa-xa-hoi" || p.Resolution.Year != 2026 ||
		p.Resolution.Number != "12-NQ/ĐU" || len(p.Sections) != 2 {
		t.Errorf("%+v", p.Resolution)
	}
}

// An office that has its units already keeps them.
func TestUnitsThatAreThere(t *testing.T) {
	d, _ := ReadTable(table([]any{"TT", "Chỉ tiêu", "ĐVT", "Kế hoạch", "Đơn vị báo cáo"},
		[]any{1, "Thu ngân sách", "tỷ đồng", 135, "PHÒNG KINH TẾ"}, []any{2, "Số vụ cháy", "vụ", 0, "Công an"}))
	d.Use([]resolution.Unit{{ID: "vp", Name: "Văn phòng"}, {ID: "kt", Name: "Phòng Kinh tế"}})
	from, all := d.Assigned()
	if fmt.Sprint(from) != "map[1:[kt]]" || all {
		t.Error(from, all)
	}
	if !slices.ContainsFunc(d.Questions(), func(q diag.Message) bool {
		return strings.Contains(q.In(diag.Vi), "«Công an»")
	}) {
		t.Error("the unit that is not there is not asked about")
	}
}

// Whatever stands in a text, the draft loads.
func FuzzRead(f *testing.F) {
	f.Add("1. Tỷ lệ hộ nghèo còn 0,9%.\n2. Kết nạp 125 - 130 đảng viên, trong đó 20% nữ; \"a\\b\" 1.200/x")
	f.Add("(1). Mỗi tổ có 01; riêng 12/18 thôn (50%) và xếp thứ 3 trở lên\n- giảm còn 5‰\n- \x00\x1b trước 30/6")
	f.Fuzz(func(t *testing.T, text string) {
		d := Read(append([]string{"CÁC CHỈ TIÊU NĂM 2026"}, strings.Split(text, "\n")...))
		if d.Measures() == 0 || len(text) > 4000 {
			return
		}
		p, problems := load.Load(fstest.MapFS{resolution.ResolutionFile: {Data: []byte(d.Plan())},
			resolution.OfficeFile: {Data: []byte(d.OfficeFile())}})
		if p == nil {
			t.Fatalf("%v\n%s", problems, d.Plan())
		}
	})
}

// A letterhead is what this document says of itself: its halves stand beside each
// other, other documents are named near it, and what it leaves open stays open.
func TestLetterheads(t *testing.T) {
	const items = "CÁC CHỈ TIÊU NĂM 2027"
	for _, c := range []struct{ lines, number, date, place, parent, office, issuer string }{
		{"ĐẢNG BỘ TỈNH NGHỆ AN\tĐẢNG ỦY PHƯỜNG VINH HƯNG\t*\tSố 21-NQ/ĐU\tĐẢNG CỘNG SẢN VIỆT NAM\t\tVinh Hưng, ngày " +
			"02 tháng 01 năm 2027|NGHỊ QUYẾT|CỦA BAN CHẤP HÀNH ĐẢNG BỘ PHƯỜNG VINH HƯNG, NHIỆM KỲ 2025 - 2030",
			"21-NQ/ĐU", "02/01/2027", "Vinh Hưng", "ĐẢNG BỘ TỈNH NGHỆ AN", "ĐẢNG ỦY PHƯỜNG VINH HƯNG",
			"Ban Chấp hành Đảng bộ phường Vinh Hưng"},
		{"ĐẢNG ỦY XÃ TÂN MINH          ĐẢNG CỘNG SẢN VIỆT NAM|Số 09 - NQ/ĐU         Tân Minh, ngày 24/12/2026|" +
			"Ban Chấp hành Đảng bộ xã quyết nghị:",
			"09-NQ/ĐU", "24/12/2026", "Tân Minh", "", "ĐẢNG ỦY XÃ TÂN MINH", "Ban Chấp hành Đảng bộ xã"},
		{"ĐẢNG ỦY XÃ TÂN MINH|Số     -NQ/ĐU|Tân Minh, ngày     tháng 12 năm 2026|" +
			"Thực hiện Nghị quyết số 15-NQ/TU, ngày 20 tháng 11 năm 2026 của Ban Thường vụ Tỉnh ủy,|" +
			"Căn cứ Nghị quyết số 16-NQ/TU ngày 21 tháng 11 năm 2026;",
			"", "", "", "", "ĐẢNG ỦY XÃ TÂN MINH", ""},
		{"HỘI ĐỒNG NHÂN DÂN\tSố: 25/NQ-HĐND\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\tVĩnh Bảo, ngày 20 tháng 12 năm 2026",
			"25/NQ-HĐND", "20/12/2026", "Vĩnh Bảo", "", "", ""},
	} {
		lines := append(strings.Split(c.lines, "|"), items, "1. Trồng 1.000 cây xanh.", "2. Kết nạp 20 đảng viên.")
		d := Read(lines)
		date := ""
		if !d.Date.IsZero() {
			date = d.Date.Short()
		}
		if d.Number != c.number || date != c.date || d.Place != c.place || d.Parent != c.parent ||
			d.Office != c.office || d.Issuer != c.issuer {
			t.Errorf("%s:\n%q %q %q %q %q %q", c.lines, d.Number, date, d.Place, d.Parent, d.Office, d.Issuer)
		}
		if d.State != strings.Contains(c.lines, "CỘNG HÒA") {
			t.Error(c.lines, d.State)
		}
		loads(t, d)
	}
}

// The name of a measure and what is asked for, as a clerk would write them.
func TestNamesAndLabels(t *testing.T) {
	for _, c := range []struct{ text, name, target, labels string }{
		{"Giảm tỷ lệ hộ nghèo xuống dưới 1%", "Tỷ lệ hộ nghèo", "< 1", "Số hộ nghèo; Tổng số hộ"},
		{"Giảm tỷ lệ hộ nghèo từ 5% xuống còn 3%", "Tỷ lệ hộ nghèo", "<= 3", "Số hộ nghèo; Tổng số hộ"},
		{"Tỷ lệ hộ sử dụng nước sạch tăng từ 90% lên trên 95%", "Tỷ lệ hộ sử dụng nước sạch", "> 95",
			"Số hộ sử dụng nước sạch; Tổng số hộ"},
		{"Thu ngân sách bằng 105% dự toán thành phố giao", "Thu ngân sách", ">= 105",
			"Thu ngân sách thực hiện {ky}; Dự toán giao năm {nam}"},
		{"Giải ngân vốn đầu tư công đạt 100% kế hoạch", "Giải ngân vốn đầu tư công", "= 100",
			"Giải ngân vốn đầu tư công thực hiện {ky}; Kế hoạch giao năm {nam}"},
		{"Giảm số vụ phạm pháp hình sự ít nhất 5%", "Số vụ phạm pháp hình sự", ">= 5",
			"Số vụ phạm pháp hình sự {ky}; Số vụ phạm pháp hình sự {ky_truoc}"},
		{"Mức giảm tỷ lệ hộ nghèo: 0,3 - 0,5%", "Mức giảm tỷ lệ hộ nghèo", "0.3..0.5",
			"Tỷ lệ hộ nghèo {ky}; Tỷ lệ hộ nghèo {ky_truoc}"},
		{"Tốc độ tăng giá trị sản xuất: 10,5%/năm", "Tốc độ tăng giá trị sản xuất", ">= 10.5",
			"Giá trị sản xuất {ky}; Giá trị sản xuất {ky_truoc}"},
		{"Giảm tỷ suất sinh 0,1‰", "Tỷ suất sinh", ">= 0.1", "Tỷ suất sinh {ky}; Tỷ suất sinh {ky_truoc}"},
		{"Tỷ lệ tử vong trẻ em: 8%o", "Tỷ lệ tử vong trẻ em", "<= 8", "Số tử vong trẻ em; " +
			"Tổng số để tính tỷ lệ tử vong trẻ em"},
		{"Tỷ lệ hộ được cấp giấy chứng nhận quyền sử dụng đất 98%",
			"Tỷ lệ hộ được cấp giấy chứng nhận quyền sử dụng đất",
			">= 98", "Số hộ được cấp giấy chứng nhận quyền sử dụng đất; Tổng số hộ"},
		{"Tỷ lệ đảng viên sử dụng sổ tay điện tử 95%", "Tỷ lệ đảng viên sử dụng sổ tay điện tử", ">= 95",
			"Số đảng viên sử dụng sổ tay điện tử; Tổng số đảng viên"},
		{"Tăng cường tuyên truyền, 100% đảng viên học nghị quyết", "Tỷ lệ đảng viên học nghị quyết", "= 100",
			"Số đảng viên học nghị quyết; Tổng số đảng viên"},
		{"Phấn đấu đến 31/12/2026, 100% hồ sơ được số hóa", "Tỷ lệ hồ sơ được số hóa", "= 100",
			"Số hồ sơ được số hóa; Tổng số hồ sơ"},
		{"Từng bước giảm nghèo, đến cuối năm còn 12 hộ nghèo", "Số hộ nghèo", "<= 12", "Số hộ nghèo {ky}"},
		{"Bình quân mỗi năm giảm 0,5% hộ nghèo", "Hộ nghèo", ">= 0.5", "Hộ nghèo {ky}; Hộ nghèo {ky_truoc}"},
		{"Diện tích đất được cấp giấy chứng nhận: 98% số thửa đất", "Diện tích đất được cấp giấy chứng nhận", ">= 98",
			"Diện tích đất được cấp giấy chứng nhận; Tổng số để tính diện tích đất được cấp giấy chứng nhận"},
		{"Tổng thu 120 tỷ đồng", "Tổng thu", ">= 120", "Tổng thu {ky}"},
		{"Vận động quỹ 250 triệu đồng", "Vận động quỹ", ">= 250", "Vận động quỹ {ky}"},
		{"Duy trì 100% trường học đạt chuẩn quốc gia", "Tỷ lệ trường học đạt chuẩn quốc gia", "= 100",
			"Số trường học đạt chuẩn quốc gia; Tổng số trường học"},
		{"Kiểm tra 10 tổ chức đảng", "Kiểm tra tổ chức đảng", ">= 10", "Kiểm tra tổ chức đảng {ky}"},
		{"Xóa 15 nhà tạm, nhà dột nát", "Xóa nhà tạm, nhà dột nát", ">= 15", "Xóa nhà tạm, nhà dột nát {ky}"},
		{"Giữ vững 03 trường đạt chuẩn quốc gia", "Giữ vững trường đạt chuẩn quốc gia", ">= 3",
			"Giữ vững trường đạt chuẩn quốc gia {ky}"},
		{"Kết nạp 45 đảng viên (trong đó ít nhất 3 đảng viên trong doanh nghiệp)", "Kết nạp đảng viên", ">= 45",
			"Kết nạp đảng viên {ky}"},
		{"Ít nhất 2/3 số phòng đạt tập thể lao động tiên tiến",
			"Ít nhất 2/3 số phòng đạt tập thể lao động tiên tiến", ">= 2",
			"Ít nhất 2/3 số phòng đạt tập thể lao động tiên tiến {ky}"},
	} {
		d := read("1. "+c.text+".", "2. Trồng 1.000 cây xanh.")
		ind := d.Sections[0].Indicators[0]
		m := ind.Measures[0]
		var labels []string
		for _, in := range m.Inputs {
			labels = append(labels, in.Label)
		}
		if got := strings.Join(labels, "; "); m.Name != c.name || m.Target != c.target || got != c.labels {
			t.Errorf("%s:\n%s | %s | %s", c.text, m.Name, m.Target, got)
		}
		asked := slices.ContainsFunc(ind.Asks, func(q diag.Message) bool { return q.Key == "draft.ask.unread" })
		if asked != strings.Contains(c.text, "(") {
			t.Errorf("%s: what stands in brackets is asked about: %v", c.text, asked)
		}
		loads(t, d)
	}
}

// Parts of a share, several promises in one item: each with its own whole.
func TestSeveralPromisesOfOneItem(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Giải quyết việc làm cho 1.250 lao động; tỷ lệ lao động qua đào tạo đạt 78%, trong đó có bằng cấp đạt 38%",
			"1.3 of 1.2, 1.2.numerator"},
		{"Thu ngân sách đạt 2.350 tỷ đồng, bằng 110% so với năm 2025, vượt 5% dự toán", "1.2 1.1.value; 1.3 1.1.value"},
		{"Cơ cấu kinh tế: nông nghiệp 25% - công nghiệp, xây dựng 45% - dịch vụ 30%",
			"25 +- 0.5; 45 +- 0.5; 30 +- 0.5"},
	} {
		d := read("1. "+c.text+".", "2. Trồng 1.000 cây xanh.")
		var got []string
		for _, m := range d.Sections[0].Indicators[0].Measures {
			switch {
			case m.Method == "share":
				got = append(got, m.Target)
			case m.PartOf != "":
				got = append(got, m.ID+" of "+m.PartOf+", "+m.Inputs[1].SameAs)
			case m.Inputs[0].SameAs != "":
				got = append(got, m.ID+" "+m.Inputs[0].SameAs)
			}
		}
		if all := strings.Join(got, "; "); all != c.want {
			t.Errorf("%s: %s", c.text, all)
		}
		loads(t, d)
	}
}

// Lists as texts have them: letters, points of Markdown, titles that are numbered.
func TestListsOfItems(t *testing.T) {
	for _, c := range []struct {
		lines []string
		want  string
	}{
		{[]string{"a) Trồng 1.000 cây xanh", "b) kết nạp 20 đảng viên", "đ) Thu ngân sách: 65 tỷ đồng"},
			"1 >= 1000 value cây; 2 >= 20 value đảng viên; 3 >= 65 value tỷ đồng"},
		{[]string{"* Trồng **1.000** cây xanh", "* Chỉ số PCI nằm trong nhóm dẫn đầu cả nước",
			"* Mật độ dân số 2.398 người/km2"},
			"1 >= 1000 value cây; 2 statement statement; 3 >= 2398 ratio người/km2 1"},
		{[]string{"1. Kinh tế", "- Trồng 1.000 cây xanh.", "- Thu ngân sách 65 tỷ đồng.", "2. Xây dựng Đảng",
			"- Kết nạp 20 đảng viên.", "- Thành lập 02 chi bộ."},
			"1 >= 1000 value cây; 2 >= 65 value tỷ đồng; 3 >= 20 value đảng viên; 4 >= 2 value chi bộ"},
	} {
		d := read(c.lines...)
		if got := targets(d); got != c.want {
			t.Errorf("%q:\n%s", c.lines, got)
		}
		loads(t, d)
	}
}

// Tables as offices fill them in: nobody's row stays nobody's, "nt" is the row above,
// a number without a target has parts below it, 0,95 may be shown as 95%.
func TestTablesOfPeople(t *testing.T) {
	b := table(
		[]any{"STT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch năm 2027", "Cơ quan theo dõi"},
		[]any{"A", "VỀ KINH TẾ"},
		[]any{1, "Thu ngân sách", "tỷ đồng", 135, "Phòng Kinh tế"},
		[]any{2, "Sản lượng lúa", "tấn", 88, "nt"},
		[]any{3, "Cơ cấu kinh tế"},
		[]any{"", "- Nông nghiệp", "%", 28, "Phòng Kinh tế"},
		[]any{"", "- Công nghiệp", "-nt-", 41, "\""},
		[]any{"", "- Dịch vụ", "%", 31, ""},
		[]any{4, "Số vụ cháy", "vụ", 0, ""},
		[]any{5, "Kết nạp đảng viên", "", 25, "Ban A, Ban B"},
		[]any{6, "Giảm tỷ lệ hộ nghèo", "%", 2, "Các thôn"},
		[]any{7, "Xây dựng nông thôn mới"},
		[]any{8, "Tỷ lệ bao phủ BHYT", "%", 1, "BHXH"})
	last := &b.Sheets[0].Cells[len(b.Sheets[0].Cells)-2]
	if last.Kind != workbook.Number {
		t.Fatal(last)
	}
	last.Style = workbook.NewStyle("", "0%")
	last.Number, _ = quantity.Parse("0.95")
	d, ok := ReadTable(b)
	if !ok {
		t.Fatal("no table")
	}
	want := "1 >= 135 value tỷ đồng; 2 >= 88 value tấn; 3.1 28 +- 0.5 share %; 3.2 41 +- 0.5 share %; " +
		"3.3 31 +- 0.5 share %; 4 = 0 value vụ; 5 >= 25 value đảng viên; 6 >= 2 decrease điểm phần trăm in unit; " +
		"7 statement statement; 8 >= 95 ratio %"
	if got := targets(d); got != want || d.Year != 2027 {
		t.Errorf("%d\n got %s\nwant %s", d.Year, got, want)
	}
	from, all := d.Assigned()
	kt := "[phong-kinh-te]"
	if all || fmt.Sprint(from["1"], from["2"], from["3.1"], from["3.2"], from["3.3"]) !=
		strings.TrimSpace(strings.Repeat(kt+" ", 5)) ||
		from["4"] != nil || from["5"] == nil {
		t.Error(from)
	}
	asked := ""
	for _, q := range d.Questions() {
		m, ok := q.Args["question"].(diag.Message)
		if ok && (m.Key == "draft.ask.nobody" || m.Key == "draft.ask.owners-of") {
			asked += fmt.Sprint(q.Args["number"], m.Key[len("draft.ask"):], " ")
		}
	}
	if asked != "4.nobody 5.owners-of " {
		t.Error(asked)
	}
	loads(t, d)
	d.Use([]resolution.Unit{{ID: "kt", Name: "Phòng Kinh tế"}, {ID: "a", Name: "Ban A"}, {ID: "b", Name: "Ban B"},
		{ID: "t1", Name: "Thôn 1", Group: "thon"}, {ID: "bh", Name: "BHXH"}})
	if from, _ := d.Assigned(); fmt.Sprint(from["5"], from["6"], from["8"]) != "[a b] [thon] [bh]" {
		t.Error(from)
	}
}

// A typist has put the accents wrong: the words are asked about, and nothing is taken out of a
// name that may be meant. What is written right, and words that only sound alike, are not.
func TestWordsWithOtherAccentsAreAskedAbout(t *testing.T) {
	t.Parallel()
	for item, want := range map[string]string{
		"Phần đầu đạt từ 02 trường.":                                 "Phần đầu? phấn đấu",
		"Phần đầu đạt từ 02 trường đạt chuẩn quốc gia trở lên.":      "Phần đầu? phấn đấu",
		"Phân đấu giảm 5 hộ nghèo.":                                  "Phân đấu? phấn đấu",
		"Tỷ lệ hộ dân dùng nước sạch đạt tôi thiểu 95%.":             "tôi thiểu? tối thiểu",
		"Tỷ lệ hộ nghèo không qúa 2%.":                               "không qúa? không quá",
		"Phấn đấu đạt từ 02 trường đạt chuẩn quốc gia trở lên.":      "",
		"PHẤN ĐẤU đạt tối thiểu 95% hộ gia đình văn hóa.":            "",
		"Giải ngân phần đầu tư công đạt 95% kế hoạch trở lên.":       "",
		"Duy trì 100% tổ dân phố văn hóa; hoàn thành 12 công trình.": "",
	} {
		var asked []string
		for _, s := range read("1. " + item).Sections {
			for _, i := range s.Indicators {
				for _, a := range i.Asks {
					if a.Key == "draft.ask.spelling" {
						asked = append(asked, fmt.Sprint(a.Args["text"], "? ", a.Args["right"]))
					}
				}
				if strings.HasPrefix(item, "Phần đầu") && !strings.HasPrefix(i.Measures[0].Name, "Phần đầu") {
					t.Errorf("%s became %q", item, i.Measures[0].Name)
				}
			}
		}
		if got := strings.Join(asked, "; "); got != want {
			t.Errorf("%s asks %q, want %q", item, got, want)
		}
	}
}

// What may be below zero is let be so, and asked about; an amount is not.
func TestBalancesMayBeBelowZero(t *testing.T) {
	for text, want := range map[string]bool{
		"Lợi nhuận trước thuế đạt 62,5 tỷ đồng": true, "Chênh lệch thu chi của đơn vị tăng 5%": true,
		"Giá trị xuất siêu đạt 3 tỷ USD": true, "Doanh thu đạt 62,5 tỷ đồng": false,
		"Có 12 doanh nghiệp có lợi nhuận": false,
	} {
		d := read("1. "+text+".", "2. Trồng 1.000 cây xanh.")
		m := d.Sections[0].Indicators[0].Measures[0]
		asked := slices.ContainsFunc(m.Asks, func(q diag.Message) bool { return q.Key == "draft.ask.negative" })
		for _, in := range m.Inputs {
			if in.Negative != want || asked != want {
				t.Errorf("%s: %+v, asked %t", text, in, asked)
			}
		}
		if got := strings.Contains(d.Plan(), "negative = true"); got != want {
			t.Errorf("%s: the plan says %t", text, got)
		}
		loads(t, d)
	}
}
