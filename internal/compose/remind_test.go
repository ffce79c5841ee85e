package compose_test

import (
	"strings"
	"testing"

	"baocao/internal/assess"
	"baocao/internal/compose"
	"baocao/internal/diag"
	"baocao/internal/returns"
	"baocao/internal/viet"
)

// Each unit is told its own gaps: what it has not sent, what it has to mend and
// where, and nothing of anybody else.
func TestRemindersNameAUnitsOwnGaps(t *testing.T) {
	faulty := sent("phuong-bac-son", nil, "12.value=0", "16.value=1", "17.1.numerator=9", "17.1.denominator=12",
		"17.2.numerator=2410")
	faulty.File = "1-nop-vao-day/phuong/bac son.xlsx"
	at := diag.Position{File: faulty.File, Sheet: "Số liệu", Cell: "G7"}
	faulty.Observations = append(faulty.Observations, returns.Observation{Unit: "phuong-bac-son", Key: "11.1.value",
		Measure: "11.1", Answer: returns.Faulty, At: at})
	damaged := returns.Return{File: "1-nop-vao-day/thue.xlsx", Unit: "chi-cuc-thue", Status: returns.StatusUnreadable}
	a := assess.Consolidate(example(t), []returns.Return{faulty, damaged, sent("giao-duc", nil, "10.value=2")}, nil,
		[]diag.Problem{
			diag.New("B313", at, diag.Args{"found": "khoảng 350", "number": "350"}).ForUnit("phuong-bac-son").
				ForMeasure("11.1"),
			diag.New("B120", diag.Position{File: damaged.File}, nil).ForUnit("chi-cuc-thue"),
		})
	letters := compose.RemindersOf(a, nil, viet.Date{})
	if _, ok := letters["giao-duc"]; ok {
		t.Error("a unit that sent everything is reminded")
	}
	for unit, want := range map[string]string{
		"bao-hiem-xa-hoi": `Kính gửi: Bảo hiểm xã hội quận,

Để tổng hợp báo cáo kết quả thực hiện Nghị quyết số 02-NQ/QU năm 2022, Quận ủy Kiến An ` +
			`đề nghị đơn vị hoàn thành các nội dung sau:

1. Số liệu chưa gửi (chưa nhận được tệp nào của đơn vị):
- (13) Số người tham gia bảo hiểm y tế (người);
- (13) Dân số thường trú của quận (người).

Biểu mẫu của đơn vị gửi kèm thư này. Việc không có ở đơn vị thì chọn «Không phát sinh», ` +
			`chưa có số liệu thì chọn «Chưa có kết quả», không để trống. ` +
			`Đề nghị ghi ngày vào ô «Ngày báo cáo» rồi gửi lại.

Trân trọng.

QUẬN ỦY KIẾN AN
`,
		"phuong-bac-son": `1. Số liệu còn thiếu:
- (17.2) Tổng số hộ gia đình (hộ).

2. Nội dung cần sửa trong tệp đã gửi:
- Tệp «bac son.xlsx», sheet «Số liệu», ô G7 (chỉ tiêu 11.1): ` +
			`«khoảng 350» là con số ước chừng, không phải kết quả chính xác. Ghi con số chính xác.

Biểu mẫu của đơn vị gửi kèm thư này. Tệp đơn vị đã gửi cũng được gửi kèm, những ô cần sửa đã tô màu`,
		"chi-cuc-thue": `1. Nội dung cần sửa trong tệp đã gửi:
- Tệp «thue.xlsx»: Tệp bị hỏng hoặc bị cắt cụt nên không mở được. ` +
			`Gửi lại tệp; nếu Excel còn mở được thì lưu thành tệp mới rồi gửi.

Biểu mẫu của đơn vị gửi kèm thư này. Việc`,
	} {
		got := letters[unit]
		if !strings.Contains(got.Body, want) {
			t.Errorf("%s is told\n%s\nwant\n%s", unit, got.Body, want)
		}
		for _, u := range a.Units {
			if u.ID != unit && strings.Contains(got.Subject+got.Body, u.Name) {
				t.Errorf("the letter to %s names %s", unit, u.Name)
			}
		}
		if strings.Contains(got.Body, "1-nop-vao-day") {
			t.Errorf("the letter to %s names the office's folders", unit)
		}
	}
	if s := letters["bao-hiem-xa-hoi"].Subject; s != "Đề nghị gửi số liệu thực hiện Nghị quyết số 02-NQ/QU năm 2022: "+
		"Bảo hiểm xã hội quận" {
		t.Errorf("subject %q", s)
	}
}

// Before the due date a letter names it; after it the letter is a firmer one. What it asks
// for is the same.
func TestALateUnitGetsAFirmerLetter(t *testing.T) {
	p := example(t)
	p.Report.Due = viet.Date{Year: 2022, Month: 12, Day: 15}
	a := assess.Consolidate(p, nil, nil, nil)
	on := func(day int) compose.Reminder {
		return compose.RemindersOf(a, nil, viet.Date{Year: 2022, Month: 12, Day: day})["bao-hiem-xa-hoi"]
	}
	soon, late := on(15), on(16)
	const answer = "đề nghị thủ trưởng đơn vị trả lời thư này, nêu rõ lý do"
	if soon.Late || !strings.Contains(soon.Body, "\nHạn gửi: ngày 15/12/2022.\n") ||
		strings.Contains(soon.Body, answer) || !strings.HasPrefix(soon.Subject, "Đề nghị gửi số liệu") {
		t.Errorf("on the day: %s\n%s", soon.Subject, soon.Body)
	}
	if !late.Late || !strings.Contains(late.Body, "Hạn gửi là ngày 15/12/2022, đến nay đã quá hạn.") ||
		!strings.Contains(late.Body, answer) || !strings.HasPrefix(late.Subject, "QUÁ HẠN - Đề nghị gửi số liệu") {
		t.Errorf("after it: %s\n%s", late.Subject, late.Body)
	}
	if len(late.Gaps) != 2 || strings.Join(soon.Gaps, "\n") != strings.Join(late.Gaps, "\n") {
		t.Errorf("asks for %q, then for %q", soon.Gaps, late.Gaps)
	}
}
