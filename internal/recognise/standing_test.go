package recognise

import (
	"strings"
	"testing"

	"baocao/internal/workbook"
)

const wardFile = "UBND phuong Bac Son"

// titledWard is a ward's table of this year's results, with its title and a line below that.
func titledWard(title, sub string, under ...row) *workbook.Sheet {
	rows := []row{{title}, {sub}, {"TT", "Chỉ tiêu", "ĐVT", "Thực hiện năm 2022"}, {1, jobs, "lượt", 352},
		{2, houses, "hộ", 1893}, nil}
	return laid(append(rows, under...))
}

// arounds are the places from which a text speaks of a whole table.
var arounds = map[string]func(text string) (string, *workbook.Sheet){
	"title": func(text string) (string, *workbook.Sheet) { return wardFile, titledWard(text, "") },
	"sub": func(text string) (string, *workbook.Sheet) {
		return wardFile, titledWard("KẾT QUẢ NĂM 2022", text)
	},
	"sheet": func(text string) (string, *workbook.Sheet) {
		s := titledWard("KẾT QUẢ NĂM 2022", "")
		s.Name = text
		return wardFile, s
	},
	"file": func(text string) (string, *workbook.Sheet) {
		return wardFile + " " + text, titledWard("KẾT QUẢ NĂM 2022", "")
	},
	"header": func(text string) (string, *workbook.Sheet) {
		s := titledWard("KẾT QUẢ NĂM 2022", "")
		s.Header = printedOn(text)
		return wardFile, s
	},
	"signature": func(text string) (string, *workbook.Sheet) {
		return wardFile, titledWard("KẾT QUẢ NĂM 2022", "", row{nil, "Người lập biểu", nil, "CHỦ TỊCH"},
			row{nil, text}, row{nil, "(đã ký)", nil, "(đã ký, đóng dấu)"})
	},
	"date": func(text string) (string, *workbook.Sheet) {
		return wardFile, titledWard("KẾT QUẢ NĂM 2022", "", row{nil, nil, nil, text},
			row{nil, "Người lập biểu", nil, "CHỦ TỊCH"})
	},
}

func outcomeAround(t *testing.T, room, text string) string {
	t.Helper()
	file, s := arounds[room](text)
	return answers(recognise(examplePlan(t), "1-nop-vao-day/"+file+".xlsx", "", book(s)))
}

// What stands around a table says that its figures are no results of the year, though their
// heading says so: each place is asked about, and leaves alone what is harmless there.
func TestWhatStandsAroundATable(t *testing.T) {
	for room, texts := range map[string]map[string]bool{
		"title": {
			"NHỮNG CHỈ TIÊU PHẢI PHẤN ĐẤU TRONG NĂM 2022": true, "MỤC TIÊU NĂM 2022": true,
			"DỰ TOÁN CÁC CHỈ TIÊU 2022": true, "KẾT QUẢ 2 NĂM 2021 - 2022": true, "BIỂU ƯỚC TÍNH": true,
			"SỐ LIỆU DỰ KIẾN NĂM 2022": true, "BÁO CÁO ƯỚC KẾT QUẢ NĂM 2022": true,
			"KẾT QUẢ CÔNG TÁC NĂM 2020":     true,
			"KẾT QUẢ NĂM 2022 (BẢN BỊ HỦY)": true, "SỐ LIỆU NỬA NHIỆM KỲ": true,
			"KẾT QUẢ CỘNG DỒN 2020 - 2022": true,
			"BIỂU ĐIỀN MẪU":                true, "KẾT QUẢ 10 THÁNG NĂM 2022": true,
			"TỔNG HỢP TOÀN QUẬN NĂM 2022": true,

			"KẾT QUẢ THỰC HIỆN NHIỆM VỤ KẾ HOẠCH 2022": false, "KẾT QUẢ NĂM 2022, DỰ KIẾN KẾ HOẠCH NĂM 2023": false,
			"SO SÁNH KẾT QUẢ NĂM 2022 VỚI NĂM 2021": false, "KẾT QUẢ NĂM 2022 VÀ DỰ KIẾN NĂM 2023": false,
			"KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI ĐẢNG BỘ NHIỆM KỲ 2020 - 2025": false,
			"KẾT QUẢ THỰC HIỆN ĐỀ ÁN GIẢM NGHÈO GIAI ĐOẠN 2021 - 2025":          false,
			"KẾT QUẢ THỰC HIỆN THU HỒI ĐẤT, GIẢI QUYẾT VIỆC LÀM NĂM 2022":       false,
			"TIẾN ĐỘ HOÀN THÀNH KẾ HOẠCH NĂM 2022":                              false,
			"BÁO CÁO THU HỒI NỢ VÀ GIẢI QUYẾT VIỆC LÀM NĂM 2022":                false,
			"BẢNG LOẠI HÌNH VIỆC LÀM NĂM 2022":                                  false,
			"BÁO CÁO ĐÃ THU HỒI NGÀY 20/12/2022":                                true,
			"BIỂU SAI, KHÔNG DÙNG SỐ NÀY":                                       true,
			"TÌNH HÌNH SỬA CHỮA NHÀ VĂN HÓA, VIỆC LÀM NĂM 2022":                 false,
		},
		"sub": {
			"(tính tới 20-10-22)": true, "(tính đến hết tháng 10)": true, "(số sơ bộ)": true,
			"(để tham khảo)":  true,
			"(còn chỉnh sửa)": true, "(sẽ cập nhật tiếp)": true, "(đang xin ý kiến lãnh đạo)": true,
			"(chưa có chữ ký)": true, "(số liệu năm ngoái)": true, "(đã lược ba số không)": true,
			"(cộng dồn từ năm 2020)": true, "(số gộp 3 năm 2020 - 2022)": true, "Biểu này gửi nhầm": true,
			"Lấy tạm số của kỳ trước": true, "(dự kiến đạt)": true, "Số gởi tạm, bữa sau đổi": true,

			"(Đã được Ban Thường vụ thông qua)": false, "(Có xác nhận của Công an phường)": false,
			"(số liệu đã chốt)": false, "(Số liệu đầy đủ cả năm)": false, "(số chính thức)": false,
			"(đã đối chiếu với Chi cục Thống kê ngày 10.12.2022)": false, "Lãnh đạo phường đã ký duyệt": false,
			"Số liệu đã qua kiểm tra": false, "(Kèm theo Tờ trình số 05/TTr-UBND ngày 12/12/2022)": false,
			"(Từ ngày 15/12/2021 đến ngày 14/12/2022)": false, "(Tính đến 31-12-22)": false,
			"(Trọn năm 2022)": false,
			"Chỉ điền các ô trắng. Dòng có chữ thì xem lại số liệu": false,
			// what was sent before is asked to be dropped by hand
			"Biểu này thay cho biểu gửi ngày 05/12/2022": true,
		},
		"sheet": {
			"KH nam 2022": true, "uoc TH": true, "UOC2022": true, "test": true, "chot 31.10": true,
			"2020": true, "8T2022": true, "den 30-9": true, "ca quan": true,
			"ban thay the": true, "LK tu 2020": true, "tong 2020-2022": true, "Số tạm": true, "so uoc": true,

			"TH nam 2022": false, "Chot": false, "Ban chinh": false, "Toan phuong": false,
			"Bieu 3": false, "T12": false, "nhap lieu": false, "final": false, "chot 31.12": false,
			"KH-TH 2022": false, "Da duyet": false, "2022": false, "2021-2022": false, "Nhap so lieu": false,
		},
		"file": {
			"du bao": true, "(tam)": true, "- ban huy": true, "2020": true, "8 thang": true, "vi du": true,
			"KH2022": true, "ke hoach giao": true, "lk 2020-2022": true, "uoc ca nam": true, "toan quan": true,
			"cho duyet": true,

			"BC nam 2022": false, "12T": false, "gui ngay 10.12.2022": false, "da duyet": false,
			"TCKH 2022": false, "bieu chi tieu 2022": false, "thuc hien KH 2022": false, "lan 2": false,
			"bs":                  false,
			"giai doan 2020-2025": false, "bieu mau": false, "20221210": false, "- Copy": false,
			"khong chinh thuc": true,
		},
		"header": {
			"Số ước": true, "Năm số liệu: 2021": true, "Số liệu toàn quận": true, "Bản lưu để tham khảo": true,
			"Kỳ: 9 tháng": true, "Số liệu năm trước": true, "Dự tính": true, "Phân bổ chỉ tiêu": false,
			"Tài liệu chờ phê duyệt": true,

			"Mẫu ban hành năm 2019": false, "Năm báo cáo 2022": false, "Trang 1/2": false, "Đã thẩm định": false,
		},
		"date": {
			"Số liệu khóa ngày 30-9-2022": true, "Chốt số ngày 15/9/2022": true,
			"Ngày lấy số: 31 tháng 10 năm 2022": true,

			"Kiến An, ngày 12 tháng 12 năm 2022": false, "Ngày chốt số: 31.12.2022": false,
			"Ngày chốt: 31 tháng 12 năm 2022": false,
			"Chốt số 31 tháng 10":             true,
			"Bắc Sơn, 15/12/2022":             false,
		},
		"signature": {
			"(chưa đóng dấu, số còn thay đổi)": true, "(số còn phải đối chiếu)": true, "Bản dự phòng": true,
			"Số ước, cuối tháng gửi số chính thức": true, "Người lập chưa chắc các số này": true,

			"(Ký, ghi rõ họ tên)": false, "Nguyễn Thị Chung": false, "Nơi nhận:": false, "- Như trên;": false,
			"ĐT: 0225 3876 543": false, "(Đã ký)": false, "Người duyệt": false,
			"Người lập chưa chắc số ở dòng 2": false, // a remark on a row
		},
	} {
		for text, asked := range texts {
			got := outcomeAround(t, room, text)
			if isAsked := strings.Contains(got, "17.2.denominator=faulty"); isAsked != asked {
				t.Errorf("%s %q: %s", room, text, got)
			}
		}
	}
}

// Who signs may be called what else would throw the figures away.
func TestNamesOfPeopleAreNoExamples(t *testing.T) {
	for text, is := range map[string]bool{"Trần Thị Minh Họa": true, "NGUYỄN VĂN THỬ": true, "Lê Nháp": true,
		"Số liệu minh họa": false, "Minh họa": false, "trần thị minh họa": false, "Hoàng": false,
		"Trần Thị Minh Họa lập biểu này": false} {
		if isPersonsName(text) != is {
			t.Errorf("%q is a person's name: %v", text, !is)
		}
	}
}

// What is planned for the next year in the title of a report on the year is no part of it.
func TestTasksOfTheNextYearInATitle(t *testing.T) {
	for title, want := range map[string]string{
		"KẾT QUẢ NĂM 2022 VÀ NHIỆM VỤ BA THÁNG ĐẦU NĂM 2023":     "2.value=127",
		"Kết quả năm 2022, phương hướng 6 tháng đầu năm 2023":    "2.value=127",
		"KẾT QUẢ 6 THÁNG ĐẦU NĂM 2022 VÀ NHIỆM VỤ NĂM 2023":      "2.value=faulty",
		"Kết quả thực hiện nhiệm vụ ba tháng đầu năm 2022":       "2.value=faulty",
		"NĂM 2022: KẾT QUẢ 9 THÁNG VÀ NHIỆM VỤ 3 THÁNG CUỐI NĂM": "2.value=faulty",
	} {
		s := laid([]row{{title}, {"Chỉ tiêu", "Thực hiện"}, {joined, 127}})
		if got := said(examplePlan(t), "ban-to-chuc", s); !strings.HasPrefix(got, want) {
			t.Errorf("%s: %s", title, got)
		}
	}
}

// A sheet that is called after a form to be filled in shows no figures; "đầu tư năm" is no "từ năm".
func TestNamesOfFormsAndOfInvestments(t *testing.T) {
	for name, asks := range map[string]bool{"Mẫu": true, "Nhập": true, "Mẫu số 1": false} {
		if got := outcomeAround(t, "sheet", name); strings.Contains(got, "B259") != asks {
			t.Errorf("%s: %s", name, got)
		}
	}
	for title, asks := range map[string]bool{"LAO ĐỘNG VÀ THU HÚT ĐẦU TƯ NĂM 2022": false,
		"SỐ LIỆU TỪ NĂM 2020": true} {
		s := laid([]row{{title}, {"Chỉ tiêu", "Thực hiện"}, {joined, 127}})
		if got := said(examplePlan(t), "ban-to-chuc", s); strings.Contains(got, "B247") != asks {
			t.Errorf("%s: %s", title, got)
		}
	}
}

// A line over a table may say that it is an earlier one's, or that somebody has still to vote on it.
func TestATableOfAnEarlierTimeOrBeforeAVote(t *testing.T) {
	for title, want := range map[string]string{
		"Bảng dưới đây vẫn là của đợt trước, mai thay":   "2.value=faulty",
		"Số liệu chưa bỏ phiếu":                          "2.value=faulty",
		"BẢNG SO SÁNH VỚI KỲ TRƯỚC":                      "2.value=127",
		"Đã biểu quyết thông qua tại hội nghị ngày 9/12": "2.value=127",
	} {
		s := laid([]row{{"KẾT QUẢ NĂM 2022"}, {title}, {"Chỉ tiêu", "Thực hiện"}, {joined, 127}})
		if got := said(examplePlan(t), "ban-to-chuc", s); !strings.HasPrefix(got, want) {
			t.Errorf("%s: %s", title, got)
		}
	}
}
