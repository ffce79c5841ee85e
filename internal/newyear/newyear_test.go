package newyear

import (
	"strings"
	"testing"
)

// The years of a plan's texts, as offices write them: those that the plan counts
// in move, those of documents, bases and standards stay and are told.
func TestYearsOfTexts(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, want string }{
		{"Số đảng viên được kết nạp trong năm 2022", "Số đảng viên được kết nạp trong năm 2023"},
		{"tăng 12% so với thực hiện năm 2021", "tăng 12% so với thực hiện năm 2022"},
		{"Số hộ nghèo cuối 2022 so với cuối 2021", "Số hộ nghèo cuối 2023 so với cuối 2022"},
		{"giải pháp năm 2022, Nghị quyết số 02-NQ/QU, ngày 20/12/2021",
			"giải pháp năm 2023, Nghị quyết số 02-NQ/QU, ngày 20/12/2021"},
		{"Dân số có đến 31/12/2022", "Dân số có đến 31/12/2023"},
		{"tính đến ngày 30.11.2022", "tính đến ngày 30.11.2023"},
		{"từ tháng 12/2021 đến hết tháng 11/2022", "từ tháng 12/2022 đến hết tháng 11/2023"},
		{"năm học 2021 - 2022", "năm học 2022 - 2023"},
		{"giai đoạn 2021 - 2025", ""},
		{"giai đoạn 2016-2022", ""},
		{"nhiệm kỳ 2020 – 2025", ""},
		{"Giá trị sản xuất (giá so sánh năm 2021)", ""},
		{"Nghị định số 07/2021/NĐ-CP, ngày 27/01/2021 của Chính phủ", ""},
		{"hộ nghèo theo chuẩn nghèo năm 2022", ""},
		{"Luật Đất đai năm 2022", ""},
		{"Tổng điều tra năm 2021", ""},
		{"giá so sánh 2010, ước năm 2022", "giá so sánh 2010, ước năm 2023"},
		{"12022 hộ, 20221 người, số 2020", ""},
		{"Quý IV/2022", "Quý IV/2023"},
		{"{nam_truoc} và {nam}", ""},
		{"so sánh với năm 2021", "so sánh với năm 2022"},
	} {
		want := c.want
		if want == "" {
			want = c.text
		}
		got, kept := movedText(c.text, 2022)
		if got != want {
			t.Errorf("%q\n got %q", c.text, got)
		}
		if c.want == "" && strings.Contains(c.text, " 2021") && !kept {
			t.Errorf("%q: nothing is told of the year that stays", c.text)
		}
	}
}

// What is of one year alone goes, what names a day follows, all else stays as it
// was written, comments and line ends included.
func TestAPlanMovesOn(t *testing.T) {
	t.Parallel()
	const before = "# năm 2022\r\n[resolution]\r\nnumber = \"02\"\r\ndate = 2021-12-20\r\nyear = 2022 # năm\r\n" +
		"[[section]]\r\ntitle = 'Năm 2022'\r\n[[section.indicator]]\r\n[[section.indicator.measure]]\r\n" +
		"target = \"by 2022-06-30\"\r\nprevious = 0\r\nbasis = \"năm 2021\"\r\nlast_year_id = \"3\"\r\n" +
		"inputs.current = { label = \"GRDP năm 2022\", lines = [\"Quý I năm 2022\"], source = \"năm 2021\" }\r\n" +
		"inputs.previous = \"GRDP năm 2021\"\r\n" +
		"[[section.indicator.measure]]\r\nprevious = \"ask\"\r\n[section.indicator.measure.assigned]\r\na = " +
		"\"trước 29/02/2022\"\r\n"
	want := strings.NewReplacer("year = 2022", "year = 2023", "'Năm 2022'", "'Năm 2023'", "by 2022-06-30",
		"by 2023-06-30",
		"previous = 0", "# previous = 0", "last_year_id", "# last_year_id", "GRDP năm 2022", "GRDP năm 2023",
		"Quý I năm 2022", "Quý I năm "+
			"2023", "GRDP năm 2021", "GRDP năm 2022", "29/02/2022", "28/02/2023").Replace(before)
	got, fault := Move("nghi-quyet.toml", before, 2022)
	if fault != nil {
		t.Fatal(fault)
	}
	if got.Text != want {
		t.Errorf("%s", got.Text)
	}
	if len(got.Changes) != 9 {
		t.Errorf("%d changes: %+v", len(got.Changes), got.Changes)
	}
	if got, _ := Move("co-quan.toml", "[report]\nnumber = \"15\"\ndate = 2022-12-20\ndue = 2022-12-15\n",
		2022); got == nil ||
		got.Text != "[report]\nnumber = \"\"\n# date = 2022-12-20\ndue = 2023-12-15\n" {
		t.Errorf("%+v", got)
	}
}

// Whatever a file holds, it stays a file of the same keys.
func FuzzMove(f *testing.F) {
	f.Add("[resolution]\nyear = 2022\nabout = \"năm 2022\"")
	f.Add("[report]\ntitle = '''2021-2022'''\ndate=2022-01-01")
	f.Fuzz(func(t *testing.T, text string) {
		if m, fault := Move("x", text, 2022); fault == nil && m.Text == "" && strings.TrimLeft(text, "\uFEFF") != "" {
			t.Fatal("the text is gone")
		}
	})
}
