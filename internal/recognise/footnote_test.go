package recognise

import (
	"strings"
	"testing"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/workbook"
)

func TestMarksOfNotes(t *testing.T) {
	for text, want := range map[string]string{
		"* số ước": "*|số ước", "(*): số ước": "*|số ước", "** số ước": "**|số ước", "(1) số ước": "1|số ước",
		"¹ số ước": "1|số ước", "[2] số ước": "2|số ước", "1/ số ước": "1|số ước", "Ghi chú: (*) số ước": "*|số ước",
		"(a) số ước": "a|số ước", "số ước": "|số ước", "(kèm theo)": "|(kèm theo)", "12 hộ": "|12 hộ",
		"(2022) x": "|(2022) x",
	} {
		m, _, rest := cutMark(text)
		if got := string(m) + "|" + rest; got != want {
			t.Errorf("%q: %s", text, got)
		}
	}
	for text, want := range map[string]string{
		"Số hộ*": "*", "Số hộ**": "**", "Số hộ (*)": "*", "Số hộ (1, 2)": "1 2", "Số hộ ¹": "1", "Diện tích (m²)": "",
		"Số hộ (năm 2022)": "", "Số hộ [3]": "3", "": "",
	} {
		var got []string
		for _, m := range marksIn(text) {
			got = append(got, string(m))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q bears %q", text, got)
		}
	}
}

// asked are the cells that a ward's table of two counts is asked about.
func askedAt(t *testing.T, rows []row, more ...[]row) string {
	t.Helper()
	b := book(sheet("Bieu", rows...))
	for _, m := range more {
		b.Sheets = append(b.Sheets, sheet("Ghi chu", m...))
	}
	_, problems := recognise(examplePlan(t), "1-nop-vao-day/Phường Bắc Sơn.xlsx", "", b)
	var all []string
	for _, p := range problems {
		if p.Severity() == diag.Error && p.Code != "B402" {
			all = append(all, p.At.Cell)
		}
	}
	return strings.Join(all, " ")
}

// A note is that of whatever bears its mark, and of nothing else.
func TestAFootnoteIsOfWhatBearsItsMark(t *testing.T) {
	type words struct{ culture, all, heading string }
	table := func(w words, below ...row) []row {
		return append([]row{
			{"KẾT QUẢ NĂM 2022"},
			{"TT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch năm 2022", "Thực hiện năm 2022" + w.heading},
			{1, "Số tổ dân phố đạt tổ dân phố văn hóa" + w.culture, "tổ dân phố", 10, 9},
			{2, "Tổng số tổ dân phố" + w.all, "tổ dân phố", 12, 12},
			{},
		}, below...)
	}
	for _, c := range []struct {
		name string
		rows []row
		want string
	}{
		{"stars on the first label", table(words{culture: " *"}, row{"* còn ba khu chưa gởi phiếu"}), "E3"},
		{"a number on the last label", table(words{all: "(2)"}, row{"(2) mới nghe báo miệng"}), "E4"},
		{"raised", table(words{culture: "¹"}, row{"¹ nghe đâu còn sót"}), "E3"},
		{"one star is not two", table(words{"*", "**", ""}, row{"** nghe đâu còn sót"}), "E4"},
		{"the heading", table(words{heading: " (*)"}, row{"(*) uoc den cuoi nam"}), "E3 E4"},
		{"nobody", table(words{}, row{"(*) Số ước đến cuối năm"}), "E3 E4"},
		{"a mark in a cell of its own", table(words{culture: " (*)"}, row{"(*)", "còn ba khu chưa gởi phiếu"}), "E3"},
		{"two in one cell", table(words{"(1)", "(2)", ""}, row{"(1) đã chốt với quận\n(2) mới nghe báo miệng"}),
			"E4"},
		{"below who signs", table(words{culture: "*"}, row{nil, "NGƯỜI LẬP", nil, nil, "CHỦ TỊCH"},
			row{"* phỏng chừng"}), "E3"},
		{"a paper", table(words{culture: "*"}, row{"* theo Quyết định số 118/QĐ-UBND"}), ""},
		{"settled", table(words{culture: "(1)"}, row{"(1) đã chốt với quận"}), ""},
		{"a time that is the report's", table(words{heading: "*"}, row{"* thời điểm 31/12/2022"}), ""},
	} {
		if got := askedAt(t, c.rows); got != c.want {
			t.Errorf("%s: asked at %q, want %q", c.name, got, c.want)
		}
	}
	if got := askedAt(t, table(words{all: " (*)"}), []row{{"(*) mới nghe báo miệng"}}); got != "E4" {
		t.Errorf("on a sheet of its own: %q", got)
	}
	raised := table(words{}, row{"1 mới nghe báo miệng"})
	b := book(sheet("Bieu", raised...))
	for i := range b.Sheets[0].Cells {
		c := &b.Sheets[0].Cells[i]
		mark := workbook.Run{Text: "1", Script: workbook.Raised}
		switch {
		case c.Text == "Tổng số tổ dân phố":
			c.Runs = []workbook.Run{{Text: c.Text}, mark}
			c.Text += "1"
		case strings.HasPrefix(c.Text, "1 "):
			c.Runs = []workbook.Run{mark, {Text: c.Text[1:]}}
		}
	}
	_, problems := recognise(examplePlan(t), "1-nop-vao-day/Phường Bắc Sơn.xlsx", "", b)
	if got := codes(problems); got != "B257" || problems[0].At.Cell != "E4" {
		t.Errorf("raised in both: %s at %v", got, problems)
	}
}

// A note may tell what the figure is counted in, where no cell does.
func TestAFootnoteTellsTheUnit(t *testing.T) {
	rows := func(note string) []row {
		return []row{
			{"KẾT QUẢ NĂM 2022"},
			{"TT", "Chỉ tiêu", "ĐVT", "Thực hiện năm 2022"},
			{1, "Khối lượng chất thải rắn sinh hoạt đô thị được thu gom, xử lý (*)", nil, quantity.MustParse("40.5")},
			{},
			{note},
		}
	}
	for note, want := range map[string]string{"(*) nghìn tấn": "40500", "(*) Tính bằng nghìn tấn.": "40500",
		"(*): ĐVT: tấn": "40.5"} {
		ret, _ := recognise(examplePlan(t), "1-nop-vao-day/Phòng Tài nguyên và Môi trường.xlsx", "",
			book(sheet("S", rows(note)...)))
		got := ""
		for _, o := range ret.Observations {
			if o.Key == "15.1.numerator" {
				got = o.Value.Plain()
			}
		}
		if got != want {
			t.Errorf("%s: %s", note, got)
		}
	}
}

// What stands right of a table at one row, under no heading, is said of that row.
func TestWordsFarRightOfARowAreOfThatRow(t *testing.T) {
	rows := func(first, second string) []row {
		at := func(text string) any {
			if text == "" {
				return nil
			}
			return text
		}
		return []row{
			{"KẾT QUẢ NĂM 2022"},
			{"TT", "Chỉ tiêu", "Đơn vị tính", "Thực hiện năm 2022"},
			{1, "Số tổ dân phố đạt tổ dân phố văn hóa", "tổ dân phố", 9, nil, at(first)},
			{2, "Tổng số tổ dân phố", "tổ dân phố", 12, nil, nil, at(second)},
		}
	}
	for _, c := range []struct{ first, second, want string }{
		{"thiếu khu bến xe", "", "D3"}, {"", "hổng chắc đâu", "D4"}, {"đại khái vậy", "sua lai thanh 13", "D3 D4"},
		{"<-- nhắm chừng", "", "D3"}, {"đã đối chiếu", "", ""}, {"", "=> khớp", ""}, {"theo Quyết định 118", "✓", ""},
	} {
		if got := askedAt(t, rows(c.first, c.second)); got != c.want {
			t.Errorf("%q, %q: asked at %q, want %q", c.first, c.second, got, c.want)
		}
	}
}
