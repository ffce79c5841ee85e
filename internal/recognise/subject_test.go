package recognise

import (
	"strings"
	"testing"
)

// wardTable is a ward's table under some titles.
func wardTable(titles ...string) []row {
	var rows []row
	for _, title := range titles {
		rows = append(rows, row{title})
	}
	return append(rows, row{"Chỉ tiêu", "ĐVT", "Thực hiện năm 2022"}, row{houses, "hộ", 1893},
		row{poor, "hộ", 3}, row{"Tổng số tổ dân phố", "tổ dân phố", 12})
}

// The title of a table may be all that tells that its figures are of some only.
// What is not known to be neutral is asked about.
func TestWhatATableIsAbout(t *testing.T) {
	for title, asked := range map[string]bool{
		"Hộ cận nghèo": true, "HỘ CẬN NGHÈO NĂM 2022": true, "Thanh niên": true, "Khu vực chợ": true,
		"Trường Tiểu học Bắc Sơn": true, "Khối mầm non": true, "Chung cư Hoàng Huy": true, "Cán bộ, công chức": true,
		"Biểu 2: Khối trường học": true, "KẾT QUẢ NĂM 2022 - KHỐI MẦM NON": true, "Thống kê người có công": true,
		"Danh sách hộ chính sách": true, "Dân cư ven sông": true, "Hộ nghèo và hộ cận nghèo": true,
		"Tổ dân phố 1 đến tổ dân phố 6": true, "Tổ 2 - tổ 12": true, "BÁO CÁO (HỘ KINH DOANH)": true,
		"HỘ DÂN NĂM 2022 (KHU VỰC NGOÀI ĐÊ)": true, "GIA ĐÌNH, TỔ DÂN PHỐ NĂM 2022 - KHỐI CƠ QUAN": true,
		"HỘ GIA ĐÌNH ĐẾN 31/12/2022 (CÁC CHUNG CƯ)": true, "CƠ CẤU HỘ GIA ĐÌNH NÔNG THÔN": true,
		"KHỐI CƠ QUAN NĂM 2022 (ĐVT: hộ)": true,
		"HỘ GIA ĐÌNH NĂM 2022 (hộ)":       false, "HỘ GIA ĐÌNH NĂM 2022 (toàn phường)": false,
		"TỔ DÂN PHỐ NĂM 2022 VÀ NGƯỜI CÓ CÔNG": false, "CƠ CẤU HỘ GIA ĐÌNH": false,
		"Văn hóa - xã hội": false, "Dân số - gia đình": false, "LAO ĐỘNG - VIỆC LÀM": false, "Hộ nghèo": false,
		"BIỂU SỐ 01/PH": false, "Phụ lục II": false, "Thiết chế văn hóa": false, "BHYT toàn dân": false,
		"Tổ dân phố 1 đến tổ dân phố 12": false, "Tổ 1 - tổ 12": false, "Các tổ dân phố": false,
		"Người lập biểu: Nữ cán bộ văn hóa": false, "Cán bộ phụ trách: Lê Thị Nữ, tổ 5": false,
		"Công tác người cao tuổi": false, "PHƯỜNG BẮC SƠN": false, "Số liệu gửi Ban Tuyên giáo": false,
		"Bắc Sơn, ngày 10 tháng 12 năm 2022": false, "HĐND PHƯỜNG": false,
		"Trong năm, phường đã hoàn thành các chỉ tiêu.": false,
	} {
		s := laid(wardTable(title))
		got := said(examplePlan(t), "phuong-bac-son", s)
		isAsked := strings.Contains(got, "17.2.denominator=faulty") && strings.Contains(got, "B263@A1")
		if isAsked != asked || !asked && !strings.Contains(got, "17.2.denominator=1893") {
			t.Errorf("%q: %s", title, got)
		}
	}
	s := laid(wardTable("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"))
	if got := said(examplePlan(t), "phuong-bac-son", s); !strings.Contains(got, "17.2.denominator=1893") {
		t.Errorf("letterhead: %s", got)
	}
}

// So may the name of its sheet or its file be, with accents or without.
func TestNamesOfAPart(t *testing.T) {
	for name, asked := range map[string]bool{"Hộ cận nghèo": true, "ho can ngheo": true, "Nữ": true, "Mầm non": true,
		"khoi mam non": true, "thanh nien": true, "Bac Son - ho can ngheo": true, "to 5": true,
		"TDP": false, "to trinh": false, "nam 2022": false, "ho so bao cao": false, "Tong hop": false, "VHXH": false,
		"Bac Son": false, "Sheet1": false} {
		s := laid(wardTable("KẾT QUẢ NĂM 2022"))
		s.Name = name
		want := map[bool]string{true: "17.2.denominator=faulty", false: "17.2.denominator=1893"}[asked]
		got := said(examplePlan(t), "phuong-bac-son", s)
		if !strings.Contains(got, want) || asked != strings.Contains(got, "B287") {
			t.Errorf("sheet %q: %s", name, got)
		}
		s.Name = "Số liệu"
		got = answers(recognise(examplePlan(t), "1-nop-vao-day/Phường Bắc Sơn/"+name+".xlsx", "", book(s)))
		if !strings.Contains(got, want) || asked != strings.Contains(got, "B287") {
			t.Errorf("file %q: %s", name, got)
		}
	}
}

// A place tells where a building stands; of households it tells whose they are.
func TestWhereABuildingStands(t *testing.T) {
	s := laid([]row{{"Nhà văn hóa tổ 5, Bắc Sơn"}, {"Chỉ tiêu", "ĐVT", "Thực hiện năm 2022"},
		{"Số nhà văn hóa phường được đầu tư cơ sở vật chất, trang thiết bị", "nhà văn hóa", 1}, {houses, "hộ", 1893}})
	if got := said(examplePlan(t), "phuong-bac-son", s); got != "16.value=1 17.2.denominator=faulty B263@A1" {
		t.Error(got)
	}
}
