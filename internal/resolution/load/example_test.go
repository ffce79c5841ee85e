package load

import (
	"os"
	"strings"
	"testing"

	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/viet"
)

const exampleDir = "../../../examples/kien-an-2022"

func example(t testing.TB) *resolution.Plan {
	t.Helper()
	p, problems := Load(os.DirFS(exampleDir))
	if p == nil || len(problems) > 0 {
		t.Fatalf("the example has problems:\n%s", inEnglish(problems))
	}
	return p
}

func inEnglish(ps []diag.Problem) string {
	var b strings.Builder
	_ = diag.Print(&b, ps, diag.Vi, "")
	return b.String()
}

// The example is the resolution of Kiến An for 2022: it loads without a
// problem and holds what the resolution's annex holds.
func TestKienAn(t *testing.T) {
	p := example(t)
	indicators := 0
	for _, s := range p.Sections {
		indicators += len(s.Indicators)
	}
	var ids []string
	for _, m := range p.Measures() {
		ids = append(ids, m.ID)
	}
	const want = "1.1 1.2 1.3 2 3 4 4.1 4.2 4.3 5.1 5.2 5.3 6 7 8 9 10 11.1 11.2 12 13 14 15.1 15.2 16 17.1 17.2 18"
	if got := strings.Join(ids, " "); got != want {
		t.Errorf("measures\n got %s\nwant %s", got, want)
	}
	if indicators != 18 || len(ids) != 28 || len(p.Units) != 23 || len(p.Areas) != 8 || len(p.Sections) != 3 {
		t.Errorf("%d indicators, %d measures, %d units, %d areas, %d sections; want 18, 28, 23, 8, 3",
			indicators, len(ids), len(p.Units), len(p.Areas), len(p.Sections))
	}
	if !p.Report.Illustrative {
		t.Error("the example does not say that its figures are illustrative")
	}
	if p.Report.Signature.Name != "" || p.Mail.To != nil {
		t.Error("the example names a person or an address")
	}
	if n := len(p.Measure("17.1").From); n != 10 {
		t.Errorf("17.1 is reported by %d wards, want 10", n)
	}
	for _, id := range []string{"van-hoa", "mat-tran"} {
		if asks := p.Asks(id); asks != nil {
			t.Errorf("%s sends narrative only, but is asked for %d figures", id, len(asks))
		}
	}
}

// Every sentence of the annex stands in the plan, whatever its punctuation.
func TestKienAnWording(t *testing.T) {
	p := example(t)
	var all strings.Builder
	for _, s := range p.Sections {
		all.WriteString(s.Title + " ")
		for _, ind := range s.Indicators {
			all.WriteString(ind.Text + " ")
			for _, m := range ind.Measures {
				all.WriteString(m.Note + " ")
			}
		}
	}
	text := viet.Fold(all.String())
	for _, sentence := range []string{
		"Các chỉ tiêu về xây dựng Đảng",
		"Tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ đạt 80% trở lên, trong đó 20% hoàn thành xuất sắc nhiệm vụ; " +
			"đảng viên hoàn thành tốt nhiệm vụ đạt 80% trở lên.",
		"Kết nạp 125 - 130 đảng viên.",
		"Thành lập ít nhất 01 tổ chức đảng trở lên trong các loại hình doanh nghiệp ngoài nhà nước, hợp tác xã, đơn " +
			"vị sự nghiệp ngoài công lập.",
		"Các chỉ tiêu về phát triển kinh tế",
		"Tổng giá trị sản xuất tăng 16 - 18%, trong đó:",
		"Giá trị sản xuất công nghiệp, xây dựng (do quận quản lý) tăng 12% so với thực hiện năm 2021.",
		"Doanh thu thương mại, dịch vụ tăng 22% so với thực hiện năm 2021.",
		"Giá trị sản xuất nông, lâm, thủy sản tăng 3,45% so với thực hiện năm 2021.",
		"Tỷ trọng cơ cấu kinh tế: Công nghiệp, xây dựng: 45,87%; Thương mại, dịch vụ 53,71%; Nông nghiệp: 0,42%.",
		"Thu cân đối ngân sách (so với dự toán pháp lệnh thành phố giao) tăng 15% trở lên.",
		"Có 1.000 - 1.200 doanh nghiệp hoạt động.",
		"Tổng mức đầu tư toàn xã hội năm 2022: 3.100 - 3.500 tỷ đồng.",
		"Các chỉ tiêu về đô thị, văn hóa - xã hội, môi trường, quốc phòng",
		"Thực hiện một số tiêu chuẩn thuộc Tiêu chí 5 của đô thị loại I (Tiêu chí về trình độ phát triển cơ sở hạ " +
			"tầng và kiến trúc, cảnh quan đô thị theo Nghị quyết số 1210/2016/UBTVQH13, ngày 25/5/2016 của Ủy ban " +
			"Thường vụ Quốc hội \"Về phân loại đô thị\").",
		"Số trường học đạt chuẩn quốc gia: Phấn đấu đạt từ 02 trường trở lên.",
		"Giải quyết việc làm cho 3.300 lượt lao động; tỷ lệ lao động qua đào tạo đạt 91%.",
		"Không còn hộ nghèo (theo chuẩn nghèo quốc gia giai đoạn 2016 - 2020).",
		"Chỉ tiêu này sẽ được cập nhật khi thành phố thực hiện theo chuẩn nghèo quốc gia giai đoạn tiếp theo, giao " +
			"UBND quận chỉ đạo các cơ quan chuyên môn tham mưu chỉ tiêu này",
		"Tỷ lệ người dân tham gia bảo hiểm y tế đạt 92%.",
		"Tỷ lệ hộ dân sử dụng nước sạch theo tiêu chuẩn đạt 100%.",
		"Tỷ lệ chất thải rắn sinh hoạt đô thị được thu gom, xử lý đạt 100%; " +
			"tỷ lệ nước thải đô thị được xử lý đạt quy chuẩn kỹ thuật đạt 21,2%.",
		"Từ 01-02 nhà văn hóa phường được đầu tư cơ sở vật chất, trang thiết bị.",
		"Tỷ lệ tổ dân phố đạt tổ dân phố văn hóa trên 70%; trên 93% hộ gia đình được công nhận gia đình văn hóa.",
		"Hoàn thành 100% chỉ tiêu giao quân năm 2022.",
	} {
		if !viet.HasPhrase(text, viet.Fold(sentence)) {
			t.Errorf("missing: %s", sentence)
		}
	}
	if strings.Contains(all.String(), "Phần đầu") {
		t.Error("the slip «Phần đầu» was copied")
	}
}

// Every method and every form of a target has its example in the ward's plan, and
// the page that lists the keys says where.
func TestTheWardHasEveryMethodAndTarget(t *testing.T) {
	p, problems := Load(os.DirFS("../../../examples/phuong-an-khang-2026"))
	if p == nil || len(problems) > 0 {
		t.Fatalf("the ward's plan has problems:\n%s", inEnglish(problems))
	}
	page, err := os.ReadFile("../../../docs/plan-files.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(page), "| method | measure |")
	methods, targets, ok := strings.Cut(table, "| target | measure |")
	if rows := strings.Count(targets, "\n| `"); !ok || rows < 11 {
		t.Errorf("%d forms of targets are shown", rows)
	}
	shown := map[string]bool{} // methods of the measures that the page names
	for line := range strings.Lines(methods) {
		cells := strings.Split(line, "|")
		if len(cells) < 4 || !strings.HasPrefix(cells[1], " `") {
			continue
		}
		method := strings.Trim(cells[1], " `")
		for id := range strings.SplitSeq(cells[2], ",") {
			m := p.Measure(strings.TrimSpace(id))
			if m == nil || string(m.Method) != method {
				t.Errorf("%s: measure %s is not of it", method, id)
			}
		}
		shown[method] = true
	}
	for _, method := range resolution.Methods() {
		if !shown[string(method)] {
			t.Errorf("%s has no example", method)
		}
	}
	kinds := map[resolution.TargetKind]bool{}
	for _, m := range p.Measures() {
		kinds[m.Target.Kind] = true
	}
	for kind := resolution.AtLeast; kind <= resolution.InfoOnly; kind++ {
		if !kinds[kind] {
			t.Errorf("target kind %d has no example", kind)
		}
	}
}
