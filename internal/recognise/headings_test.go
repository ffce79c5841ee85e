package recognise

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"baocao/internal/returns"
)

// Random headings, written from how offices head their tables and not from the
// grammar that reads them. Of each it is known what stands below it.

// below is what stands under a heading.
type below int

const (
	thisYear   below = iota // the figure of the year
	perhaps                 // it may be, a clerk would ask
	anything                // it is taken where nothing speaks for another column
	plan                    // what was to be reached
	lastYear                // the year before
	partOfYear              // some months
	several                 // several years
	compared                // rates and comparisons
	remarked                // no figures
)

// headingWords are the headings of each kind; %s is this year or the year before.
var headingWords = map[below][]string{
	thisYear: {"Thực hiện cả năm 2022", "Số thực hiện năm 2022", "Kết quả đạt được năm 2022", "TH năm 2022",
		"Kết quả năm 2022", "Đã thực hiện năm 2022", "Thực hiện 12 tháng năm 2022", "Lũy kế từ đầu năm đến 31/12/2022",
		"Luỹ kế cả năm 2022", "Số đến 31/12/2022", "Thực hiện từ 01/01/2022 đến 31/12/2022", "Năm 2022",
		"TH 12T/2022", "Kết quả TH cả năm 2022", "KQ 2022", "Thực hiện đến hết 31/12/2022", "Cộng cả năm 2022",
		"Thực hiện\nnăm 2022", "THỰC HIỆN NĂM 2022", "Thực hiện năm 2022 (*)", "Thực hiện năm 2022 (1)",
		"Đạt được trong năm 2022", "Số liệu chính thức năm 2022", "Kết quả thực hiện năm báo cáo 2022",
		"Thực hiện từ 15/12/2021 đến 14/12/2022", "Lũy kế 12 tháng năm 2022", "Tổng số năm 2022", "Thực hiên năm 2022",
		"Thực hiện nắm 2022", "Kêt quả năm 2022", "Thực hiện của năm 2022", "Kết quả đến cuối năm 2022",
		"Số TH năm 2022", "SL năm 2022", "Thực hiện cả năm 2022 (người)", "Năm 2022 - Thực hiện", "2022",
		"Tổng kết năm 2022", "TH (lũy kế 12 tháng)", "[5] Thực hiện năm 2022", "Thực hiện 2022 (đảng " +
			"viên)", "Th. hiện 2022",
		"T.hiện năm 2022", "Thực hiện năm 2022 của đơn vị", "Kết quả thực hiện nhiệm vụ năm 2022", "KQTH năm 2022",
		"Thực hiện đến 31.12.22", "Quyết toán năm 2022", "Kết quả cả năm 2022 (chính thức)", "Thựchiện năm 2022"},
	perhaps: {"Năm 2022 sau rà soát", "Thực hiện năm 2022 (phúc tra)", "Ước thực hiện năm 2022", "Ước TH cả năm 2022",
		"Thực hiện đến 15/12/2022", "TH đến ngày 20 tháng 12 năm 2022", "Số điều chỉnh năm 2022",
		"Thực hiện năm 2022 theo báo cáo nhanh", "Kết quả năm 2022 khối trực thuộc", "Dự kiến cả năm 2022",
		"Thực hiện năm 2022 (chưa chốt)", "Sơ bộ năm 2022", "Kết quả tự đánh giá năm 2022", "Thẩm định năm 2022",
		"Thực hiện đến 10/12/2022", "Năm 2022 (tạm tính)"},
	anything: {"Thực hiện", "Kết quả", "Kết quả thực hiện", "TH", "Đạt được", "Số liệu thực hiện", "Kết quả đạt được",
		"Đã thực hiện", "Thực tế đạt được", "KQTH", "T.H", "Số thực hiện", "Kết quả (số liệu)", "KQ đạt được",
		"Kết quả TH", "Số đạt được", "Kết quả thực hiện (đảng viên)"},
	plan: {"Kế hoạch năm 2022", "KH 2022", "Chỉ tiêu giao năm 2022", "Chỉ tiêu NQ", "Nghị quyết đề ra", "Mục tiêu 2022",
		"Kế hoạch được giao", "Số giao", "Dự toán giao năm 2022", "Kế hoạch năm 2023", "Dự kiến KH 2023",
		"Đăng ký đầu năm", "Chỉ tiêu phấn đấu năm 2022", "KH quận giao", "Kế hoạch HĐND giao", "Nhiệm vụ năm 2023",
		"Cam kết đạt năm 2022", "Chỉ tiêu đến năm 2025"},
	lastYear: {"Thực hiện năm 2021", "TH 2021", "Cùng kỳ năm 2021", "Cùng kỳ", "Năm trước", "Kết quả năm 2021",
		"Số cuối năm 2021", "Thực hiện năm trước", "CK 2021", "Số liệu năm 2021", "Đến 31/12/2021", "TH cùng kỳ " +
			"năm ngoái",
		"Năm trước chuyển sang"},
	partOfYear: {"Thực hiện tháng 12", "Quý IV/2022", "TH 11 tháng năm 2022", "6 tháng đầu năm 2022", "TH 9T",
		"Trong tháng",
		"Từ 01/12 đến 31/12/2022", "Thực hiện quý 4", "Thực hiện đến 30/9/2022", "Kết quả 10 tháng", "Tháng 12/2022",
		"6 tháng cuối năm", "Phát sinh trong tháng", "TH Q3/2022", "Thực hiện 11T năm 2022", "Tuần 52",
		"Thực hiện nửa đầu năm 2022"},
	several: {"Lũy kế từ đầu nhiệm kỳ", "Giai đoạn 2021 - 2025", "2 năm 2021 - 2022", "Kết quả 2020 - 2022",
		"Cộng dồn nhiệm kỳ 2020 - 2025", "Từ năm 2020 đến nay", "Năm học 2021 - 2022"},
	compared: {"So sánh TH/KH (%)", "% so với cùng kỳ", "Tỷ lệ đạt (%)", "Tăng/giảm so với 2021", "TH 2022/KH 2022 (%)",
		"So với kế hoạch", "Đạt tỷ lệ %", "+/- so cùng kỳ", "Tỷ lệ hoàn thành kế " +
			"hoạch", "Chênh lệch", "Mức đạt so với KH",
		"Tỉ lệ % TH so KH", "Điểm thưởng", "Xếp thứ", "Số tăng thêm năm 2022", "Số giảm năm 2022",
		"Bình quân 1 tháng", "Kinh phí thực hiện năm 2022", "Chưa thực hiện năm 2022", "Còn lại cuối năm 2022",
		"Trong đó: nữ", "Toàn thành phố năm 2022", "Số hồ sơ thực hiện năm 2022",
		"Đầu năm 2022", "Số không đạt năm 2022", "Thực hiện năm 2022 bằng % KH", "Vượt KH năm 2022"},
	remarked: {"Ghi chú", "Đơn vị chủ trì", "Nguyên nhân", "Người theo dõi", "Bộ phận phụ trách", "Thời hạn hoàn thành",
		"Căn cứ", "Văn bản"},
}

// headingSet is the headings of one table, and what has to come of it.
type headingSet struct {
	heads []string
	kinds []below
	right int  // the column; -1 where it has to be asked about
	slip  bool // a heading is mistyped: it may be asked about
}

// randomHeadings draws the headings of a table: that of the year, of some doubt or
// none, among others.
func randomHeadings(of *rand.Rand) headingSet {
	draw := func(kind below) string { return headingWords[kind][of.IntN(len(headingWords[kind]))] }
	main := []below{thisYear, thisYear, thisYear, anything, anything, perhaps, remarked}[of.IntN(7)]
	var set headingSet
	set.right = -1
	kinds := []below{main}
	others := []below{plan, lastYear, partOfYear, several, compared, remarked}
	for n := 1 + of.IntN(4); n > 0; n-- {
		kinds = append(kinds, others[of.IntN(len(others))])
	}
	of.Shuffle(len(kinds), func(i, j int) { kinds[i], kinds[j] = kinds[j], kinds[i] })
	for i, kind := range kinds {
		head := draw(kind)
		for slices.Contains(set.heads, head) {
			head = draw(kind)
		}
		set.heads, set.kinds = append(set.heads, head), append(set.kinds, kind)
		if kind == thisYear || kind == anything {
			set.right = i
		}
	}
	if set.slip = of.IntN(5) == 0; set.slip {
		i := of.IntN(len(set.heads))
		set.heads[i] = mistyped(strings.Fields(set.heads[i]), of.IntN(2) == 0)
	}
	return set
}

// No figure of another column is taken for the year's, whatever the headings;
// most of what a clerk would take is taken.
func TestRandomHeadings(t *testing.T) {
	p := examplePlan(t)
	k := NewKnowledge(p, nil)
	runs := 400
	if os.Getenv("BAOCAO_TEST_SLOW") != "" {
		runs = 5_000
	}
	of := rand.New(rand.NewPCG(2022, 12))
	right, all := 0, 0
	asked := map[string]int{}
	for range runs {
		set := randomHeadings(of)
		heads, line := row{"TT", "Chỉ tiêu", "ĐVT"}, row{2, joined, "đảng viên"}
		want := ""
		for i, h := range set.heads {
			heads = append(heads, h)
			switch v := 120 + i; {
			case set.kinds[i] == remarked:
				line = append(line, "Tổ tổng hợp")
			case i == set.right:
				want = fmt.Sprint(v)
				line = append(line, v)
			default:
				line = append(line, v)
			}
		}
		ret, _ := k.Recognise("1-nop-vao-day/"+p.Unit("ban-to-chuc").Name+".xlsx", "", book(laid([]row{heads, line})))
		o := returns.FindAnswer(ret.Observations, "2.value")
		if want != "" && !set.slip {
			all++
		}
		switch {
		case o.Answer != returns.Given:
			if want != "" && !set.slip {
				asked[strings.ReplaceAll(set.heads[set.right], "\n", " ")]++
			}
		case want == "":
			t.Errorf("%q: %s is taken", set.heads, o.Value.Plain())
		case o.Value.Plain() != want:
			t.Errorf("%q: %s, want %s", set.heads, o.Value.Plain(), want)
		case !set.slip:
			right++
		}
	}
	t.Logf("%d of %d taken; asked: %v", right, all, asked)
	if 10*right < 9*all {
		t.Errorf("only %d of %d figures are recognised that a clerk knows at once", right, all)
	}
}

// Results of the year up to a day of its last month are its results where nothing
// beside them goes further, under a heading as under a title.
func TestResultsUpToADayOfDecember(t *testing.T) {
	const asked = "11.1.value=faulty B240@A1"
	for _, c := range []struct {
		heads row
		want  string
	}{
		{row{"Chỉ tiêu", "TH 2022 (đến 15/12)"}, "11.1.value=352"},
		{row{"Chỉ tiêu", "Thực hiện năm 2022 (tính đến 15/12/2022)"}, "11.1.value=352"},
		{row{"Chỉ tiêu", "KH 2022", "TH năm 2022 (đến hết ngày 20/12)"}, "11.1.value=352"},
		{row{"Chỉ tiêu", "TH đến 15/12/2022"}, asked}, // no year's results, as far as it says
		{row{"Chỉ tiêu", "TH 2022 (đến 15/11)"}, asked},
		{row{"Chỉ tiêu", "TH đến 15/12/2021"}, asked},
		{row{"Chỉ tiêu", "KH đến 15/12/2022"}, asked},
		{row{"Chỉ tiêu", "TH từ 01/6 đến 15/12/2022"}, asked},
		{row{"Chỉ tiêu", "TH 2022 (đến 10/01/2023)"}, asked},
		{row{"Chỉ tiêu", "TH 2022 (đến 15/12)", "Ước TH năm 2022"}, "11.1.value=faulty B241@A1"},
		{row{"Chỉ tiêu", "TH 2022 (đến 15/12)", "TH năm 2022"}, "11.1.value=faulty B241@A1"},
	} {
		figures := row{jobs, 352, 360}[:len(c.heads)]
		if len(c.heads) == 3 && strings.HasPrefix(c.heads[1].(string), "KH") {
			figures = row{jobs, 360, 352}
		}
		if got := said(examplePlan(t), "phuong-bac-son", laid([]row{c.heads, figures})); got != c.want {
			t.Errorf("%v: %s, want %s", c.heads, got, c.want)
		}
	}
	p := examplePlan(t)
	p.Report.Estimate = true
	s := laid([]row{{"Chỉ tiêu", "TH 2022 (đến 15/12)", "Ước TH năm 2022"}, {jobs, 352, 360}})
	if got := said(p, "phuong-bac-son", s); got != "11.1.value=360" {
		t.Error("a report of estimates:", got)
	}
}
