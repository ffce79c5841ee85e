package recognise

import (
	"strings"
	"testing"

	"baocao/internal/diag"
)

func TestLinesThatOnlyTheEndOfAPaperHas(t *testing.T) {
	for _, text := range []string{
		"Kiến An, ngày 09 tháng 12 năm 2022", "Hải Phòng ngày 9/12/2022", "Ngày      tháng      năm 2022",
		"Cát Bi, ngày …… tháng …… năm 2022", "kien an, ngay 9 thang 12 nam 2022", "Bắc Sơn, 09/12/2022",
		"Nơi nhận:", "NƠI NHẬN", "Lưu: VT, TH.", "(Đã ký)", "(Ký tên, đóng dấu)", "ký, ghi rõ họ tên",
		"Đã ký và đóng dấu",
		"Người lập", "NGƯỜI LẬP BIỂU", "Cán bộ tổng hợp", "Người tổng hợp: Lê Thị Mơ", "Kế toán trưởng",
		"KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "TM. UBND PHƯỜNG", "Thủ trưởng đơn vị", "Chủ tịch UBND phường",
		"nguoi lap bieu",
		"Trưởng phòng Nguyễn Văn Mẫu", "XÁC NHẬN CỦA LÃNH ĐẠO", "Trên đây là báo cáo của phường.",
	} {
		if !closesPaper(text) {
			t.Errorf("%q is not taken for a line at the end of a paper", text)
		}
	}
	for _, text := range []string{
		"Ngày chốt số: 31/10/2022", "Tính đến ngày 30/11/2022", "TÍNH ĐẾN NGÀY 30/11/2022", "Chốt ngày 30/11/2022",
		"Nơi nhận hàng hóa còn xa dân", "Lưu lượng nước thải", "Chủ tịch phường chỉ đạo quyết liệt",
		"Lãnh đạo phòng đã kiểm tra", "Người lao động", "Cán bộ còn thiếu", "Số người ký hợp đồng", "Số liệu ước",
		"Trưởng các khu chưa nộp đủ", "Phường Bắc Sơn", "Xây dựng kế hoạch năm 2023", "Ghi chú: số ước",
		"Kế toán còn kiêm nhiệm",
		"Số người ngày 30 tháng 11", "Dân số, 12 tổ", "",
	} {
		if closesPaper(text) {
			t.Errorf("%q is taken for a line at the end of a paper", text)
		}
	}
}

// Whoever signs under the labels and under the figures does not part the notes from the table.
func TestNotesOverTheSignaturesAreOfTheWholeTable(t *testing.T) {
	signed := func(note string) []row {
		return []row{
			{"KẾT QUẢ NĂM 2022"},
			{"TT", "Chỉ tiêu", "Đơn vị tính", "Thực hiện năm 2022"},
			{1, "Số tổ dân phố đạt tổ dân phố văn hóa", "tổ dân phố", 9},
			{2, "Tổng số tổ dân phố", "tổ dân phố", 12},
			{nil, note},
			{},
			{nil, nil, nil, "Kiến An, ngày 9 tháng 12 năm 2022"},
			{nil, "CÁN BỘ TỔNG HỢP", nil, "KT. CHỦ TỊCH"},
			{nil, "(ký, ghi rõ họ tên)", nil, "(đã ký và đóng dấu)"},
		}
	}
	if got := codesOf(t, signed("Số liệu trên chưa chốt, tuần sau phường gửi lại")); got != "B257 B257" {
		t.Errorf("a note on all figures: %s", got)
	}
	if got := codesOf(t, signed("Số liệu trên đã chốt")); got != "" {
		t.Errorf("a note that says nothing against them: %s", got)
	}
}

// codesOf are the errors of a ward's own table.
func codesOf(t *testing.T, rows []row) string {
	t.Helper()
	_, problems := recognise(examplePlan(t), "1-nop-vao-day/Phường Bắc Sơn.xlsx", "", book(sheet("S", rows...)))
	var all []string
	for _, p := range problems {
		if p.Severity() == diag.Error {
			all = append(all, p.Code)
		}
	}
	return strings.Join(all, " ")
}

// Those to whom a paper goes are no names of what its last row counts.
func TestRecipientsAreNoNames(t *testing.T) {
	rows := func(title string) []row {
		return []row{
			{"KẾT QUẢ NĂM 2022"},
			{"TT", "Chỉ tiêu", "Đơn vị tính", "Thực hiện năm 2022"},
			{1, "Tổng số tổ dân phố", "tổ dân phố", 12},
			{2, "Số nhà văn hóa phường được đầu tư cơ sở vật chất, trang thiết bị", "nhà văn hóa", 1},
			{nil, title},
			{nil, "- Trung tâm phía đông"},
			{nil, "- Khu phía tây"},
			{nil, "- Khu bến xe"},
		}
	}
	if got := codesOf(t, rows("Nơi nhận:")); got != "" {
		t.Errorf("recipients: %s", got)
	}
	if got := codesOf(t, rows("Gồm các nhà:")); got != "B993" {
		t.Errorf("names: %s", got)
	}
}

// Nothing that a paper closes with, and no note on figures, becomes the sender's own words.
func TestTheEndOfAPaperIsNoNarrative(t *testing.T) {
	table := []row{
		{"KẾT QUẢ NĂM 2022"},
		{"TT", "Chỉ tiêu", "Thực hiện năm 2022", "Nguyên nhân chưa đạt"},
		{1, "Số tổ dân phố đạt tổ dân phố văn hóa", 9, "Ba tổ mới chia tách"},
		{2, "Tổng số tổ dân phố", 12},
	}
	below := []row{
		{},
		{nil, "Nơi nhận:", nil, "Bắc Sơn, ngày 9 tháng 12 năm 2022"},
		{nil, "- Văn phòng Quận ủy để tổng hợp;", nil, "KT. CHỦ TỊCH"},
		{nil, "- Lưu: VT.", nil, "PHÓ CHỦ TỊCH"},
		{nil, nil, nil, "(Đã ký và đóng dấu)"},
		{nil, nil, nil, "Nguyễn Văn Mẫu"},
	}
	cause := "cause//Số tổ dân phố đạt tổ dân phố văn hóa: ba tổ mới chia tách@D3"
	letter := []row{
		{"UBND PHƯỜNG BẮC SƠN"},
		{"BÁO CÁO NĂM 2022"},
		{"I. Ưu điểm"},
		{"- Thu ngân sách về đích sớm."},
		{"II. Phương hướng năm 2023"},
		{"- Mở thêm hai lớp nghề."},
	}
	letterSays := "achievement//Thu ngân sách về đích sớm.@A4\ndirection//Mở thêm hai lớp nghề.@A6"
	add := func(rows []row, more ...row) []row { return append(append([]row{}, rows...), more...) }
	for _, c := range []struct {
		name string
		rows []row
		want string
	}{
		{"a column of causes over the signatures", add(table, below...), cause},
		{"a note under a column of causes", add(table, row{}, row{nil, nil, nil, "Số liệu do các tổ báo lên"}),
			cause},
		{"which paper shows the figure", add(table[:3], row{2, "Tổng số tổ dân phố", 12,
			"Có biên bản kèm theo"}), cause},
		{"a cause that goes on in the next row", add(table[:3], row{nil, nil, nil, "nên chưa đủ thời gian xét"}),
			cause + "\ncause//nên chưa đủ thời gian xét@D4"},
		{"a direction under the table", add(table[:3:3],
			append([]row{{}, {nil, "Phương hướng năm 2023: giữ vững chín tổ."}}, below...)...),
			cause + "\ndirection//giữ vững chín tổ.@B5"},
		{"another part behind the signatures of a table", add(add(table, below...), row{},
			row{nil, "Kiến nghị:"}, row{nil, "Đề nghị quận sớm bố trí kinh phí sửa nhà văn hóa."}),
			cause + "\nrequest//Đề nghị quận sớm bố trí kinh phí sửa nhà văn hóa.@B13"},
		{"who signs behind that part", add(add(table, below...), row{nil, "Kiến nghị:"},
			row{nil, "Đề nghị quận sớm bố trí kinh phí sửa nhà văn hóa."}, row{nil, "NGƯỜI LẬP BIỂU"},
			row{nil, "Nguyễn Văn Mẫu"}), cause + "\nrequest//Đề nghị quận sớm bố trí kinh phí sửa nhà văn hóa.@B12"},
		{"a letter", add(letter, row{"Bắc Sơn, ngày 9 tháng 12 năm 2022"}, row{"KT. CHỦ TỊCH"}, row{"PHÓ CHỦ TỊCH"},
			row{"(Đã ký)"}, row{"Nguyễn Văn Mẫu"}), letterSays},
		{"a letter, written without accents at its end", add(letter, row{"Bac Son, ngay 9/12/2022"},
			row{"Nguoi lap bieu"}, row{"Le Thi Mo"}), letterSays},
		{"recipients before who signs", add(letter, row{"Nơi nhận:"}, row{"- Văn phòng Quận ủy để tổng hợp chung;"},
			row{"- Lưu: VT."}), letterSays},
		{"all in one cell", add(letter[:5],
			row{"- Mở thêm hai lớp nghề.\nBắc Sơn, ngày 9 tháng 12 năm 2022\nCHỦ TỊCH\n" +
				"Nguyễn Văn Mẫu"}), letterSays},
		{"notes among the lines", add(letter, row{"Ghi chú: số người đã chốt với quận."},
			row{"(Kèm theo danh sách 12 lớp)"},
			row{"- Sửa nhà văn hóa khu bến xe."}), letterSays + "\ndirection//Sửa nhà văn hóa khu bến xe.@A9"},
		{"another part behind the signatures", add(letter, row{"CHỦ TỊCH"}, row{"Nguyễn Văn Mẫu"},
			row{"III. Kiến nghị"},
			row{"- Sớm bố trí kinh phí."}), letterSays + "\nrequest//Sớm bố trí kinh phí.@A10"},
	} {
		if got := narrated(t, c.rows); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

// The form's own sheet of words may be signed below.
func TestASignedSheetOfWordsIsNotAskedAbout(t *testing.T) {
	got := narrated(t, []row{
		{"Lĩnh vực", "Loại", "Nội dung"},
		{"Phát triển kinh tế", "Hạn chế", "Chợ mới chưa mở cửa."},
		{nil, nil, "Bắc Sơn, ngày 9 tháng 12 năm 2022"},
		{nil, nil, "Người lập: Lê Thị Mơ"},
		{nil, nil, "Lê Thị Mơ"},
	})
	if !strings.HasPrefix(got, "limitation/") || strings.Contains(got, "\n") {
		t.Error(got)
	}
}
