package xlsx

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/returns"
	"baocao/internal/viet"
)

// returned is a file of a unit: "7.value=1086 12.value=0".
func returned(unit, answers string) returns.Return {
	r := returns.Return{File: "1-nop-vao-day/" + unit + ".xlsx", SHA256: unit, Unit: unit,
		Status: returns.StatusAccepted}
	for i, f := range strings.Fields(answers) {
		key, value, _ := strings.Cut(f, "=")
		r.Observations = append(r.Observations, returns.Observation{Unit: unit, Key: key,
			Measure: key[:strings.LastIndex(key, ".")], Answer: returns.Given, How: returns.ByForm,
			Value: quantity.MustParse(value),
			At:    diag.Position{File: r.File, Sheet: "Số liệu", Cell: fmt.Sprintf("G%d", 7+i)}})
	}
	return r
}

// rowsOf are the rows of one sheet of SoLieu.
func rowsOf(t *testing.T, a *assess.Annex, sheet string) [][]string {
	t.Helper()
	data, err := SoLieu(a)
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// The sheet for chasing has a row for each unit, those that owe on top: what it has to
// answer, what came, what is wanted by name, its files. Whoever owes has a letter.
func TestWhomToChaseForWhat(t *testing.T) {
	p := examplePlan(t)
	p.Report.Due = viet.Date{Year: 2022, Month: 12, Day: 5}
	tax := returned("chi-cuc-thue", "7.value=1086")
	tax.Declared = viet.Date{Year: 2022, Month: 12, Day: 2}
	ward := returned("phuong-bac-son", "11.1.value=335 12.value=0")
	ward.Observations[0].Answer = returns.Faulty
	ward.Observations[1].Answer = returns.Nil
	a := assess.Consolidate(p, []returns.Return{tax, ward}, nil, nil)
	rows := rowsOf(t, a, "Đôn đốc")
	const head = "TT|Đơn vị|Tình trạng|Phải điền|Đã có|Còn thiếu|Thiếu những gì|Tệp đã nhận|Ngày ghi trong tệp|Hạn gửi"
	if got := strings.Join(rows[1], "|"); got != head {
		t.Errorf("columns %s", got)
	}
	of := func(rows [][]string, name string) string {
		t.Helper()
		for _, r := range rows {
			if len(r) > 1 && r[1] == name {
				return strings.Join(r, "|")
			}
		}
		return ""
	}
	if got, want := of(rows, "Chi cục Thuế quận"), "23|Chi cục Thuế quận|Đã gửi đủ|1|1|0||chi-cuc-thue.xlsx: đã nhận|"+
		"02/12/2022|05/12/2022"; got != want {
		t.Errorf("the tax office: %s", got)
	}
	const wards = "13|Phường Bắc Sơn|Có lỗi|7|1|6|(16) Số nhà văn hóa phường được đầu tư cơ sở vật chất, " +
		"trang thiết bị trong năm 2022\n(17.1) Số tổ dân phố đạt tổ dân phố văn hóa\n(17.1) Tổng số tổ dân phố\n" +
		"(17.2) Số hộ gia đình được công nhận gia đình văn hóa\n(17.2) Tổng số hộ gia đình\n" +
		"(11.1) Số lượt lao động được giải quyết việc làm trong năm 2022 (có gửi, không dùng được)|" +
		"phuong-bac-son.xlsx: đã nhận||05/12/2022"
	if got := of(rows, "Phường Bắc Sơn"); got != wards {
		t.Errorf("the ward: %s", got)
	}
	letters := rowsOf(t, a, "Lời nhắc")
	if got := of(letters, "Phường Bắc Sơn"); !strings.Contains(got, "- (16) Số nhà văn hóa") {
		t.Errorf("the ward's reminder: %q", got)
	}
	if of(letters, "Chi cục Thuế quận") != "" {
		t.Error("a unit that owes nothing is reminded")
	}
}

// Old figure, new figure, both places and the reason, also where neither counts.
func TestVersionsAreListed(t *testing.T) {
	p := examplePlan(t)
	from := func(unit, file, answers string) returns.Return {
		r := returned(unit, answers)
		r.File = "1-nop-vao-day/" + file
		for i := range r.Observations {
			r.Observations[i].At.File = r.File
		}
		return r
	}
	a := assess.Consolidate(p, []returns.Return{
		from("chi-cuc-thue", "thue.xlsx", "7.value=1086"), from("chi-cuc-thue", "thue lần 2.xlsx", "7.value=1090"),
		from("giao-duc", "a.xlsx", "10.value=1"), from("giao-duc", "b.xlsx", "10.value=2"),
	}, nil, nil)
	rows := rowsOf(t, a, "Các lần gửi")
	var got []string
	for _, r := range rows[2:] {
		got = append(got, strings.Join(r, "|"))
	}
	const schools = "Phòng Giáo dục và Đào tạo|10|Số trường được công nhận đạt chuẩn quốc gia trong năm 2022|"
	want := []string{
		"Chi cục Thuế quận|7|Số doanh nghiệp đang hoạt động có đến cuối năm 2022|1,086|1-nop-vao-day/thue.xlsx, " +
			"sheet «Số liệu», ô G7|1,090|1-nop-vao-day/thue lần 2.xlsx, sheet «Số liệu», ô G7|tên tệp mới ghi «lần 2»",
		schools + "1|1-nop-vao-day/a.xlsx, sheet «Số liệu», ô G7|chưa có||không rõ tệp nào gửi sau, chưa dùng số nào",
		schools + "2|1-nop-vao-day/b.xlsx, sheet «Số liệu», ô G7|chưa có||không rõ tệp nào gửi sau, chưa dùng số nào",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	rows = rowsOf(t, a, "Cần xử lý")
	if head := strings.Join(rows[1], "|"); head != "Đơn vị|Mức độ|Chỉ tiêu|Nội dung|Cách sửa|Tệp|Sheet|Ô|Mã" {
		t.Errorf("columns %s", head)
	}
	i := slices.IndexFunc(a.Problems, func(p diag.Problem) bool { return p.Code == "B231" })
	if i < 0 || !slices.ContainsFunc(rows, func(r []string) bool {
		return len(r) > 8 && r[8] == "B231" && strings.Contains(r[4], "[[figure]]")
	}) {
		t.Error("the conflict is not listed with the lines that settle it")
	}
}
