package recognise

import (
	"strings"
	"testing"
)

// An association counts its own; so does a fund, a market, a hamlet that bears the
// ward's name. What sounds like one, and who is only cited, says nothing.
func TestTablesOfAssociations(t *testing.T) {
	for title, asked := range map[string]bool{
		"SỐ LIỆU HỘI PHỤ NỮ PHƯỜNG BẮC SƠN NĂM 2022": true, "QUA HỘI NÔNG DÂN PHƯỜNG": true, "Hội Nông dân": true,
		"BÁO CÁO CÔNG TÁC HỘI VÀ PHONG TRÀO PHỤ NỮ NĂM 2022": true, "BAN CHẤP HÀNH HỘI CỰU CHIẾN BINH": true,
		"ĐOÀN THANH NIÊN PHƯỜNG": true, "Công đoàn phường": true, "TỪ NGUỒN VỐN ỦY THÁC": true,
		"GIẢI QUYẾT VIỆC LÀM QUA VAY VỐN NĂM 2022": true, "LAO ĐỘNG NĂM 2022 TẠI CÁC CHỢ": true, "CHỢ BẮC SƠN": true,
		"NGUỒN LAO ĐỘNG LÀ NGƯỜI KHUYẾT TẬT NĂM 2022": true, "Chi hội Phụ nữ số 3": true,
		"TRẠM Y TẾ PHƯỜNG BẮC SƠN": true, "TRƯỜNG THCS BẮC SƠN": true, "HTX Bắc Sơn": true,
		"NHÀ VĂN HÓA PHƯỜNG BẮC SƠN": true, "XÍ NGHIỆP BẮC SƠN": true, "PHÂN HIỆU BẮC SƠN": true,
		"BƯU ĐIỆN PHƯỜNG BẮC SƠN": true, "THCS BẮC SƠN": true,

		"Nguồn: Trạm Y tế phường":  false,
		"Nguồn: Hội Phụ nữ phường": false, "Nguồn UBND phường": false, "Số liệu do Hội Phụ nữ tổng hợp": false,
		"Kính gửi: Hội Liên hiệp Phụ nữ quận": false, "HỘI ĐỒNG NHÂN DÂN PHƯỜNG": false, "LỄ HỘI NĂM 2022": false,
		"PHỤC VỤ HỘI NGHỊ TỔNG KẾT NĂM 2022": false, "KINH TẾ - XÃ HỘI NĂM 2022": false,
		"MẶT TRẬN TỔ QUỐC VÀ CÁC ĐOÀN THỂ PHƯỜNG": false, "Giải quyết việc làm cho lao động": false,
	} {
		s := laid([]row{{title}, {"Chỉ tiêu", "ĐVT", "Số liệu"}, {jobs, "lượt", 352}})
		want := map[bool]string{true: "11.1.value=faulty B263@A1", false: "11.1.value=352"}[asked]
		if got := said(examplePlan(t), "phuong-bac-son", s); got != want {
			t.Errorf("%q: %s", title, got)
		}
	}
	p := examplePlan(t)
	p.Measure("12").Name = "Số hộ nghèo do Hội Phụ nữ giúp đỡ"
	s := laid([]row{{"HỘI PHỤ NỮ PHƯỜNG BẮC SƠN"}, {"Chỉ tiêu", "ĐVT", "Số liệu"}, {"Số hộ nghèo", "hộ", 3}})
	if got := said(p, "phuong-bac-son", s); !strings.HasPrefix(got, "12.value=3") {
		t.Error("what an association is asked for:", got)
	}
	s = laid([]row{{"Chỉ tiêu", "Số liệu"}, {"Tổng số hộ gia đình tại chợ", 120}})
	if got := said(examplePlan(t), "phuong-bac-son", s); strings.Contains(got, "=120") {
		t.Error("a label of a market:", got)
	}
}

// A hamlet, a market and a body within a ward may bear its name.
func TestRowsNamedLikeTheWard(t *testing.T) {
	for name, want := range map[string]string{
		"Bắc Sơn 2": "faulty B263@B2", "Hội Phụ nữ phường Bắc Sơn": "faulty B263@B2", "1. Bắc Sơn": "1893",
		"UBND phường Bắc Sơn": "1893", "Đảng bộ phường Bắc Sơn": "1893", "P. Bắc Sơn (1)": "1893",
		"01 - Bắc Sơn": "1893",
	} {
		s := laid([]row{{"Đơn vị", houses}, {name, 1893}, {"Văn Đẩu", 2000}})
		if got := said(examplePlan(t), "phuong-bac-son", s); got != "17.2.denominator="+want {
			t.Errorf("%q: %s", name, got)
		}
	}
	for _, c := range []struct {
		rows []row
		want string
	}{
		{[]row{{"Đơn vị", houses}, {"Bắc Sơn", 1893}, {"Bắc Sơn 2", 900}}, "17.2.denominator=1893"},
		{[]row{{"Tổ dân phố", houses}, {"Bắc Sơn 1", 993}, {"Bắc Sơn 2", 900}, {"Tổng cộng", 1893}},
			"17.2.denominator=1893"},
		{[]row{{"Chỉ tiêu", "Bắc Sơn 2", "Văn Đẩu"}, {houses, 900, 2000}}, "17.2.denominator=faulty B240@A1"},
	} {
		if got := said(examplePlan(t), "phuong-bac-son", laid(c.rows)); got != c.want {
			t.Errorf("%v: %s", c.rows, got)
		}
	}
}
