package recognise

import (
	"cmp"
	"strings"
	"testing"
)

// A remark with a sign of another time or of other things is asked about, unless it is
// a comparison, a paper, an event or a reason.
func TestRemarksThatQualifyAFigure(t *testing.T) {
	for remark, asks := range map[string]bool{
		"Trong đó 4 đồng chí kết nạp tháng 12/2021": true, "Số lũy kế 2 năm 2021, 2022": true,
		"Kể cả 5 hồ sơ mới đăng ký": true, "Số hồ sơ, không phải số đảng viên": true, "Dự kiến đến 31/12": true,
		"Số cả năm sẽ báo cáo bổ sung": true, "Không gồm đảng viên": true, "Gồm cả số của năm 2020": true,
		"8 đồng chí chưa làm lễ": true, "4 hồ sơ chờ quyết định": true, "chờ quận duyệt": true, "trùng 3 đ/c": true,
		"đã gồm số chuyển sang năm 2023": true, "cả 2 năm": true, "số thực là 120": true, "theo bản cũ": true,
		"copy năm trước": true, "số này là kế hoạch": true, "phấn đấu cuối năm": true, "khoảng": true, "≈ 127": true,
		"hơn 120": true, "tối thiểu": true, "tính theo hồ sơ": true, "Số của quận Lê Chân": true,
		"trên địa bàn toàn thành phố": true,

		"Năm 2021: 118": false, "Tăng 9 so với năm 2021": false, "Do năm 2021 dịch bệnh": false,
		"Theo Quyết định số 12 ngày 05/9/2021": false, "Trong đó 61 nữ": false, "Thành phố giao 125": false,
		"Chưa đạt mức phấn đấu 130": false, "Đăng ký kinh doanh đầy đủ": false, "Kế hoạch năm 2023: 130": false,
		"Ban Tổ chức đánh giá tốt": false, "Hoàn thành từ tháng 9/2022": false, "Đạt kế hoạch": false,
		"Tối thiểu 120 theo NQ": false, "Trên 90% là nữ": false, "Hơn 50% là đoàn viên": false,
		"Dưới 30 tuổi: 80": false,
		"Tổ 5 (cũ)":        false, "3 năm liên tục đạt": false,
		"Đã loại trùng": false, "tính theo quy định mới": false, "Kết nạp ở huyện An Dương 2 đồng chí": false,
		"Dùng nguồn xã hội hóa": false, "Năm 2023 phấn đấu 130": false, "Thành ủy giao 125": false,
	} {
		want := "2.value=127"
		if asks {
			want = "2.value=faulty B257@B2"
		}
		s := laid([]row{{"Chỉ tiêu", "Thực hiện năm 2022", "Ghi chú"}, {joined, 127, remark}})
		if got := said(examplePlan(t), "ban-to-chuc", s); got != want {
			t.Errorf("%q: %s", remark, got)
		}
	}
}

// A column may say something of each row.
func TestAColumnSaysSomethingOfEachRow(t *testing.T) {
	for _, c := range []struct {
		head, cell string
		asks       bool
	}{
		{"Thời điểm", "30/6/2022", true}, {"Thời điểm", "31/12/2022", false}, {"Năm", "2021", true},
		{"Năm", "2022", false}, {"Tính chất số liệu", "Ước", true}, {"Tính chất số liệu", "Chính thức", false},
		{"Loại", "Kế hoạch", true}, {"Loại", "Thực hiện", false}, {"Của đơn vị", "Phường Đồng Hòa", true},
		{"Của đơn vị", "Ban Tổ chức Quận ủy", false}, {"Tiến độ", "Đang lập hồ sơ, chưa xong", true},
		{"Tiến độ", "Hoàn thành", false},
	} {
		want := "2.value=127"
		if c.asks {
			want = "2.value=faulty B257@B2"
		}
		s := laid([]row{{"Chỉ tiêu", "Thực hiện", c.head}, {joined, 127, c.cell}})
		if got := said(examplePlan(t), "ban-to-chuc", s); got != want {
			t.Errorf("%s, %q: %s", c.head, c.cell, got)
		}
	}
}

// A note under a table concerns the row whose mark it bears, the row it names, or all.
func TestWhichRowANoteConcerns(t *testing.T) {
	for _, c := range []struct{ first, note, want string }{
		{joined + " (*)", "(*) Số liệu tính đến hết tháng 10/2022.", "2.value=faulty B257@B2 | 3.value=1"},
		{joined, "Số liệu trên chưa bao gồm số tổ chức đảng thành lập mới.",
			"2.value=faulty B257@B2 | 3.value=faulty B257@B3"},
		{joined, "Nguồn: Điều tra năm 2020", "2.value=faulty B257@B2 | 3.value=faulty B257@B3"},
		{joined, "Nguồn: Ban Tổ chức", "2.value=127 | 3.value=1"},
	} {
		s := laid([]row{{"Chỉ tiêu", "Thực hiện năm 2022"}, {c.first, 127},
			{"Số tổ chức đảng thành lập mới trong năm 2022", 1}, {}, {c.note}})
		got := said(examplePlan(t), "ban-to-chuc", s)
		for part := range strings.SplitSeq(c.want, " | ") {
			for word := range strings.FieldsSeq(part) {
				if !strings.Contains(got, word) {
					t.Errorf("%q: %s, want %s", c.note, cmp.Or(got, "nothing"), c.want)
				}
			}
		}
	}
}

// «ĐẢNG BỘ THÀNH PHỐ ...» over the sender's name is who is over it, and no subject.
func TestTheLetterheadOfWhoIsAbove(t *testing.T) {
	for _, head := range []row{{"ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG", "ĐẢNG CỘNG SẢN VIỆT NAM"},
		{"ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG"}} {
		s := laid([]row{head, {"BAN TỔ CHỨC QUẬN ỦY KIẾN AN"}, {}, {"Chỉ tiêu", "Thực hiện năm 2022"}, {joined, 127}})
		if got := said(examplePlan(t), "ban-to-chuc", s); got != "2.value=127" {
			t.Error(got)
		}
	}
	s := laid([]row{{"ĐẢNG BỘ KHỐI DOANH NGHIỆP"}, {}, {"Chỉ tiêu", "Thực hiện năm 2022"}, {joined, 127}})
	if got := said(examplePlan(t), "ban-to-chuc", s); got == "2.value=127" {
		t.Error(got)
	}
}

// The name of a file may say that its figures are estimates, or a draft.
func TestNamesOfDraftsAndOfEstimates(t *testing.T) {
	for name, put := range map[string]bool{"Ban To chuc (nhap)": true, "Ban To chuc ban nhap": true,
		"Phu luc nhap ngu": false, "Bieu nhap lieu": false, "Bản nháp": true,
		// a person's name is no word that throws the figures away
		"bieu 2 gui Hong": false, "bao cao phuong - Huy": false, "Biểu phường Bắc Sơn - Huy": false,
		"Biểu phường Bắc Sơn (Hong)": false, "bao cao phuong - huy": true, "Bao Cao (Huy)": true, "BIEU 2 (HUY)": true,
		"Biểu phường Bắc Sơn (hủy)": true, "bieu 2 - Sai": true, "bieu 2 (Old)": true} {
		if disowned(name) != put {
			t.Errorf("%q: %v", name, !put)
		}
	}
}

// A word that throws figures away is the name of a file but for its sender, in whatever order they stand.
func TestNamesOfOneTellingWord(t *testing.T) {
	for name, asks := range map[string]bool{"huy phuong bac son": true, "phuong bac son huy": true,
		"phuongbacson_huy": true,
		"huy":              true, "UBND phuong bac son": false, "phuong bac son": false,
		"bo phan phuong bac son": false} {
		s := laid([]row{{"PHƯỜNG BẮC SƠN"}, {"Chỉ tiêu", "ĐVT", "Thực hiện năm 2022"}, {houses, "hộ", 1893}})
		_, problems := recognise(examplePlan(t), "1-nop-vao-day/"+name+".xlsx", "", book(s))
		if got := strings.Contains(codes(problems), "B264"); got != asks {
			t.Errorf("%q: %s", name, codes(problems))
		}
	}
}

// Figures that were registered at the beginning of the year are no results.
func TestFiguresThatWereRegistered(t *testing.T) {
	for title, asks := range map[string]bool{"(Số liệu đăng ký chỉ tiêu đầu năm)": true,
		"ĐĂNG KÝ THỰC HIỆN CHỈ TIÊU NĂM 2022": true, "KẾT QUẢ THỰC HIỆN CHỈ TIÊU NĂM 2022": false} {
		s := laid([]row{{title}, {}, {"Chỉ tiêu", "Thực hiện"}, {joined, 127}})
		if got := said(examplePlan(t), "ban-to-chuc", s); (got == "2.value=127") == asks {
			t.Errorf("%q: %s", title, got)
		}
	}
}

// A letterhead or a title that names another place is asked about.
func TestALetterheadOfAnotherDistrict(t *testing.T) {
	for title, asks := range map[string]bool{"BAN TỔ CHỨC QUẬN LÊ CHÂN": true, "UBND THỊ XÃ BỈM SƠN": true,
		"BAN TỔ CHỨC QUẬN ỦY KIẾN AN": false, "UBND QUẬN KIẾN AN": false, "UBND QUẬN": false,
		"PHÒNG NỘI VỤ QUẬN BÁO CÁO": false, "UBND QUẬN - PHÒNG Y TẾ": false, "BAN TỔ CHỨC Q. LÊ CHÂN": true,
		"BAN TỔ CHỨC HUYỆN ỦY AN DƯƠNG": true, "QUẬN ỦY LÊ CHÂN": true, "UBND TP THỦY NGUYÊN": true,
		"ĐẢNG ỦY XÃ AN LÃO": true, "BÁO CÁO QUẬN NGÔ QUYỀN NĂM 2022": true, "TỈNH ỦY HẢI DƯƠNG": true,
		"BAN TỔ CHỨC THÀNH ỦY": false, "SỞ NỘI VỤ THÀNH PHỐ HẢI PHÒNG": false,
		"Mẫu dùng cho quận, huyện, thị xã":        false,
		"UBND THÀNH PHỐ HẢI PHÒNG - SỞ TÀI CHÍNH": false, "ĐẢNG ỦY CÁC XÃ, PHƯỜNG": false,
		"ĐẢNG ỦY QUÂN SỰ QUẬN": false, "Phục vụ báo cáo Quận ủy cuối năm": false} {
		s := laid([]row{{title}, {}, {"Chỉ tiêu", "Thực hiện năm 2022"}, {joined, 127}})
		if got := said(examplePlan(t), "ban-to-chuc", s); (got == "2.value=127") == asks {
			t.Errorf("%q: %s", title, got)
		}
	}
}

// A growth between two years at different prices says nothing; at the same prices it does.
func TestTwoYearsAtDifferentPrices(t *testing.T) {
	for _, c := range []struct {
		now, before string
		asks        bool
	}{
		{"Giá hiện hành", "Giá so sánh 2010", true}, {"Giá so sánh 2010", "Giá hiện hành", true},
		{"Giá so sánh 2010", "Giá so sánh 2010", false}, {"Giá hiện hành", "Giá hiện hành", false},
	} {
		s := laid([]row{{"ĐVT: triệu đồng"}, {"Chỉ tiêu", "Số liệu", "Ghi chú"},
			{"Giá trị sản xuất nông, lâm, thủy sản năm 2022", 140230, c.now},
			{"Giá trị sản xuất nông, lâm, thủy sản năm 2021", 135462, c.before}})
		got := said(examplePlan(t), "kinh-te", s)
		if strings.Contains(got, "140230") == c.asks || strings.Contains(got, "135462") == c.asks {
			t.Errorf("%s and %s: %s", c.now, c.before, got)
		}
	}
}
