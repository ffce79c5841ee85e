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

// The sheet for chasing has a word for each input of each unit, a reminder for
// each unit that owes and none for the others, and every file that came.
func TestWhomToChaseForWhat(t *testing.T) {
	p := examplePlan(t)
	tax := returned("chi-cuc-thue", "7.value=1086")
	ward := returned("phuong-bac-son", "11.1.value=335 12.value=0")
	ward.Observations[0].Answer = returns.Faulty
	ward.Observations[1].Answer = returns.Nil
	rows := rowsOf(t, assess.Consolidate(p, []returns.Return{tax, ward}, nil, nil), "Đôn đốc")
	find := func(after, name string) []string {
		t.Helper()
		from := slices.IndexFunc(rows, func(r []string) bool { return len(r) > 0 && strings.HasPrefix(r[0], after) })
		for _, r := range rows[from:] {
			if len(r) > 1 && r[1] == name {
				return r
			}
		}
		return nil
	}
	if got := strings.Join(find("ĐÔN ĐỐC", "Chi cục Thuế quận"), "|"); !strings.HasSuffix(got,
		"|Chi cục Thuế quận|Đã gửi đủ|1|0|Đã nhận") {
		t.Errorf("the tax office: %s", got)
	}
	if got := strings.Join(find("ĐÔN ĐỐC", "Phường Bắc Sơn"), "|"); !strings.HasSuffix(got,
		"|Phường Bắc Sơn|Có lỗi|7|6|LỖI|Không PS|THIẾU||THIẾU|THIẾU|THIẾU|THIẾU") {
		t.Errorf("the ward: %s", got)
	}
	if got := find("Lời nhắc", "Phường Bắc Sơn"); len(got) < 6 || !strings.Contains(got[5], "- (16) Số nhà văn hóa") {
		t.Errorf("the ward's reminder: %q", got)
	}
	letters := slices.IndexFunc(rows, func(r []string) bool {
		return len(r) > 0 && strings.HasPrefix(r[0], "Lời nhắc")
	})
	files := slices.IndexFunc(rows, func(r []string) bool { return len(r) > 0 && r[0] == "Tệp đã nhận" })
	for _, r := range rows[letters:files] {
		if len(r) > 1 && r[1] == "Chi cục Thuế quận" {
			t.Error("a unit that owes nothing is reminded")
		}
	}
	if got := strings.Join(find("Tệp đã nhận", "Chi cục Thuế quận"), "|"); !strings.HasSuffix(got, "|"+tax.File) {
		t.Errorf("the tax office's file: %s", got)
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
	if head := strings.Join(rows[1], "|"); head != "Tệp|Sheet và ô|Nội dung|Cách sửa|Chỉ tiêu|Mã|Mức độ" {
		t.Errorf("columns %s", head)
	}
	i := slices.IndexFunc(a.Problems, func(p diag.Problem) bool { return p.Code == "B231" })
	if i < 0 || !slices.ContainsFunc(rows, func(r []string) bool {
		return len(r) > 5 && r[5] == "B231" && strings.Contains(r[3], "[[figure]]")
	}) {
		t.Error("the conflict is not listed with the lines that settle it")
	}
}
