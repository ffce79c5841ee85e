package recognise

import (
	"testing"

	"baocao/internal/diag"
)

// A word that opens what is harmless may go on with what is not: then it is asked about, or told.
func TestWhatAnOrdinaryOpeningHides(t *testing.T) {
	p := examplePlan(t)
	for remark, want := range map[string]string{
		"do chép số tháng 8": "asked", "vì mới có số đến tháng 10": "asked", "tại dùng báo cáo quý 3": "asked",
		"đã dùng số 20/10": "asked", "chốt hôm 31/12/20": "asked", "đã rà soát một phần": "asked",
		"70% số khu đã gửi": "asked", "chỉ tiêu năm sau đặt vào ô này": "asked", "(năm tới)": "asked",
		"nhờ chị Tư kể lại": "told", "hằng năm cũng thế": "told", "tiếp tục dò": "told",
		"đã bàn giao một nửa": "told", "xem bảng kê của khu khác": "told", "chưa cho ý kiến": "asked",
		"tương đương dự kiến": "told",

		"do mất mùa từ tháng 8": "", "do mưa bão tháng 10": "", "đã bàn giao tháng 10": "", "chốt 31/12/22": "",
		"đã rà soát": "", "nhờ bà con đồng lòng": "", "tiếp tục duy trì": "", "xem bảng kê": "",
		"không có ý kiến": "", "bằng kế hoạch": "", "kế hoạch năm sau 12 tổ": "", "không ai kê hai lần": "",
	} {
		_, problems := NewKnowledge(p, nil).Recognise("1-nop-vao-day/Phường Bắc Sơn.xlsx", "", book(sheet("S",
			row{"PHƯỜNG BẮC SƠN"}, row{"KẾT QUẢ NĂM 2022"}, row{"TT", "Nội dung", "Thực hiện năm 2022", "Ghi chú"},
			row{1, "Số tổ dân phố đạt tổ dân phố văn hóa", 11, remark}, row{2, "Tổng số tổ dân phố", 12, ""})))
		if got := heardAs(problems); got != want {
			t.Errorf("%q: %q, want %q", remark, got, want)
		}
	}
}

// heardAs is what becomes of a remark beside the figure in C4.
func heardAs(problems []diag.Problem) string {
	heard := ""
	for i := range problems {
		switch x := &problems[i]; {
		case x.At.Cell != "C4":
		case x.Code == "B976":
			heard = "told"
		default:
			return "asked"
		}
	}
	return heard
}

// The name of another thing holds the word of a guess or of what is missing.
func TestAWordOfGuessingInANameIsNone(t *testing.T) {
	p := examplePlan(t)
	for remark, asks := range map[string]bool{
		"qua phỏng vấn từng hộ": false, "nhờ y tế dự phòng": false, "do chẩn đoán sớm": false,
		"trong này người khuyết tật 3": false, "phỏng chừng": true, "để dự phòng": true, "toàn đoán": true,
		"trong này khuyết 2 tổ": true,
		"không cắt 3 số 0":      false, "đã cắt 3 số 0": true,
	} {
		_, problems := NewKnowledge(p, nil).Recognise("1-nop-vao-day/Phường Bắc Sơn.xlsx", "", book(sheet("S",
			row{"PHƯỜNG BẮC SƠN"}, row{"KẾT QUẢ NĂM 2022"}, row{"TT", "Nội dung", "Thực hiện năm 2022", "Ghi chú"},
			row{1, "Số tổ dân phố đạt tổ dân phố văn hóa", 11, remark}, row{2, "Tổng số tổ dân phố", 12, ""})))
		if got := heardAs(problems) == "asked"; got != asks {
			t.Errorf("%q: asked %v", remark, got)
		}
	}
}

// The name of a file may say what is to be done with it.
func TestATalkingFileNameIsTold(t *testing.T) {
	p := examplePlan(t)
	for name, want := range map[string]bool{
		"Phường Bắc Sơn": false, "Phuong Bac Son cai nay huy": true, "Phuong Bac Son hop xong moi lay": true,
		"muc tieu Phuong Bac Son": true, "Phuong Bac Son muc tieu": false, "Phuong Bac Son can bo": false,
	} {
		_, problems := NewKnowledge(p, nil).Recognise("1-nop-vao-day/"+name+".xlsx", "bac-son", book(sheet("S",
			row{"PHƯỜNG BẮC SƠN"}, row{"KẾT QUẢ NĂM 2022"}, row{"TT", "Nội dung", "Thực hiện năm 2022"},
			row{1, "Số tổ dân phố đạt tổ dân phố văn hóa", 11}, row{2, "Tổng số tổ dân phố", 12})))
		told := false
		for i := range problems {
			told = told || problems[i].Code == "B976"
		}
		if told != want {
			t.Errorf("%s: told %v", name, told)
		}
	}
}
