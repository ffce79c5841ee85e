package recognise

import (
	"testing"

	"baocao/internal/workbook"
)

// shaped is a text in a shape over a sheet.
func shaped(text string) workbook.Cell {
	return workbook.Cell{Row: 9, Col: 2, Kind: workbook.Text, Text: text, Style: workbook.NewStyle("", "General")}
}

// What is drawn over a table is asked about unless it belongs to a letter, is a title, tells
// how the form is filled in, or says that the figures are settled.
func TestWordsInShapes(t *testing.T) {
	t.Parallel()
	p := examplePlan(t)
	for text, asks := range map[string]bool{
		"Mấy con số này tụi em nhẩm trước": true, "Số mới có tới tháng mười": true,
		"bieu nay bo, lay bieu khac": true,
		"TÀI LIỆU THỬ NGHIỆM":        true, "Chưa cộng các chi bộ cơ quan": true, "Hết hạn sử dụng": true,
		"ƯỚC CẢ NĂM":                true,
		"số cột C gõ lộn qua cột D": true, "Năm 2020": true, "Kế hoạch giao đầu năm": true, "Nhân với 1.000": true,
		"Anh Ba coi lại giùm dòng cuối": true, "6 THÁNG ĐẦU NĂM": true, "Chờ ban thường vụ thông qua": true,
		"hổng chắc đâu nghen": true, "Đã chốt đến 30/9": true, "Mới rà được một nửa chi bộ": true,
		"Số lấy bên thống kê": true,
		"131":                 false, "Xóa dòng cuối giúp em": true, "Ghi số ước nếu chưa có số liệu": true,
		"Lưu ý: số đảng viên 131": true,
		"so nay chua duyet":       true, "Thay cho bản gửi hôm thứ hai": true, "Biểu này làm theo cách tính cũ": true,

		"BAN TỔ CHỨC QUẬN ỦY": false, "ĐẢNG CỘNG SẢN VIỆT NAM": false, "ĐÃ KÝ": false, "Mẫu số 03": false,
		"Biểu 03-TCĐ (ban hành kèm theo Công văn số 12)": false, "KẾT QUẢ THỰC HIỆN NĂM 2022": false,
		"Đề nghị các đơn vị điền đủ các ô": false, "Không được sửa tiêu đề cột": false,
		"Số liệu đã chốt ngày 30/12":         false,
		"Kiến An, ngày 28 tháng 12 năm 2022": false, "Người lập: Trần Thị Hoa": false,
		"Liên hệ: chị Hoa, ĐT 0912345678":   false,
		"Biểu đồ kết quả kết nạp đảng viên": false, "Toàn bộ số liệu đã được lãnh đạo ban duyệt": false,
		"Đạt 101,6% kế hoạch": false, "MẬT": false, "Trân trọng cảm ơn!": false, "Chỉ nhập vào ô màu xanh": false,
		"Nếu không phát sinh thì ghi số không": false, "hoa@kienan.vn": false, "TRƯỞNG BAN": false, "→": false,
		"(Ký, ghi rõ họ tên)": false, "Xác nhận của lãnh đạo": false, "BÁO CÁO NĂM 2022": false,
		"Cần hỏi thì liên hệ Ban Tổ chức": false, "Xác nhận của Thống kê": true, "BÁO CÁO LẤY CỦA THÁNG 9": true,
		"Số chính thức cả năm 2022": false, "so lieu da chot": false,
	} {
		want := "2.value=127"
		if asks {
			want = "2.value=faulty B257@C2"
		}
		s := laid([]row{{"Chỉ tiêu", "Kế hoạch", "Thực hiện năm 2022"}, {joined, 125, 127}})
		s.Boxes = []workbook.Cell{shaped(text)}
		if got := said(p, "ban-to-chuc", s); got != want {
			t.Errorf("%q: %s", text, got)
		}
	}
}

// A sheet without a table that speaks of the others is held against them, and its covering
// letter, its list of sheets and how to reach its author are not.
func TestACoveringSheet(t *testing.T) {
	t.Parallel()
	p := examplePlan(t)
	for text, asks := range map[string]bool{
		"Bảng bên kia tụi em điền đỡ, mai mốt có số thật": true, "Biểu 1 chưa có chữ ký của trưởng ban": true,
		"File này thay file hôm qua": true, "Số liệu của biểu lấy theo sổ năm 2021": true,
		"bieu 01 chi la vi du":       true,
		"Em xin rút lại bảng đã gửi": true, "Cột thực hiện đang để số kế hoạch": true, "BẢN NHÁP": true,
		"Sheet 2 mới đúng, sheet kia bỏ": true, "Con số trong biểu đã bớt ba số không": true, "Chưa duyệt": true,
		"Biểu 01: ước thực hiện năm 2022": true, "Phụ lục còn thiếu hai đảng bộ": true,
		"Biểu số 1 có dòng tính trùng": true,

		"Biểu 01: Kết quả kết nạp đảng viên năm 2022": false, "Kính gửi: Văn phòng Quận ủy": false,
		"Em gửi biểu số liệu năm 2022 của Ban Tổ chức": false, "Các biểu đã được lãnh đạo duyệt": false,
		"Mọi thắc mắc xin gọi anh Nam, 0987654321": false, "Trong biểu có đủ số của các đảng bộ": false,
		"Không chèn thêm cột vào biểu": false, "Danh mục biểu": false, "Thực hiện Công văn số 45-CV/VPQU": false,
		"Đại biểu dự hội nghị: 120 người": false, "Công tác xây dựng Đảng được quan tâm": false,
		"Tệp gồm 2 sheet": false, "Gồm các biểu sau:": false, "Tệp gồm cả số năm ngoái": true,
		"Biểu mẫu theo Công văn số 12": false, "Sheet biểu 01: số liệu sơ bộ": true,
		"Biểu 01 là số cuối cùng, tuần tới gửi bản ký": false, "Biểu 2 chưa xong": false,
	} {
		want := "2.value=127"
		if asks {
			want = "2.value=faulty B257@C2"
		}
		s := laid([]row{{"Chỉ tiêu", "Kế hoạch", "Thực hiện năm 2022"}, {joined, 125, 127}})
		s.Name = "Bieu 01"
		if got := said(p, "ban-to-chuc", s, sheet("Ghi chu", []any{text}), sheet("Bieu 02")); got != want {
			t.Errorf("%q: %s", text, got)
		}
	}
}

// A text apart that names a row, by its number or by its words, is about that row.
func TestAShapeThatNamesARow(t *testing.T) {
	t.Parallel()
	p := examplePlan(t)
	heads := row{"TT", "Chỉ tiêu", "Thực hiện năm 2022"}
	for text, want := range map[string]string{
		"Dòng 2 bị thiếu": "2.value=faulty 3.value=3 B257@C3",
		"Số đảng viên được kết nạp còn sót mấy":  "2.value=faulty 3.value=3 B257@C3",
		"Mục số 1 và mục 2 đặt nhầm chỗ":         "2.value=faulty 3.value=faulty B257@C2 B257@C3",
		"Cả biểu này còn sót mấy người":          "2.value=faulty 3.value=faulty B257@C2 B257@C3",
		"Dòng 9 còn sót, dòng mười cũng còn sót": "2.value=faulty 3.value=faulty B257@C2 B257@C3",
	} {
		for _, numbers := range []row{{1, 2}, {"-", "-"}} {
			s := laid([]row{heads, {numbers[0], founded, 3}, {numbers[1], joined, 127}})
			s.Boxes = []workbook.Cell{shaped(text)}
			if got := said(p, "ban-to-chuc", s); got != want {
				t.Errorf("%q, %v: %s", text, numbers, got)
			}
		}
	}
}

// Words that could not be read are told of once for a sheet.
func TestAShapeThatCouldNotBeRead(t *testing.T) {
	t.Parallel()
	s := laid([]row{{"Chỉ tiêu", "Kế hoạch", "Thực hiện năm 2022"}, {joined, 125, 127}})
	if got := said(examplePlan(t), "ban-to-chuc", s); got != "2.value=127" {
		t.Error(got)
	}
	s.Unread = true
	if got := said(examplePlan(t), "ban-to-chuc", s); got != "2.value=127 B149@" {
		t.Error(got)
	}
}
