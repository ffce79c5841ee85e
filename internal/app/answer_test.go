package app_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"baocao/internal/app"
	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/viet"
)

// asked is a folder in which a question is asked.
type asked struct {
	code   string
	name   string
	draw   func(t *testing.T, dir string)
	offers int    // candidates that it has
	typed  string // another answer, where one can be written
}

// line is a row of a sheet.
type line []any

const (
	joining = "Số đảng viên được kết nạp trong năm 2022" // 2.value
	party   = "Ban Tổ chức Quận ủy.xlsx"
	counts  = "Chi cục Thống kê quận.xlsx" // of money
	worth   = "Tổng giá trị sản xuất năm 2022"
	poor    = "Số hộ nghèo có đến cuối năm 2022"
	firms   = "Số doanh nghiệp đang hoạt động có đến cuối năm 2022" // 7.value
	aWard   = "Phường Bắc Sơn.xlsx"
)

// theFile writes a workbook of one sheet into the drop folder, mended by hand.
func theFile(name string, rows []line, mend ...func(f *excelize.File) error) func(*testing.T, string) {
	return func(t *testing.T, dir string) {
		t.Helper()
		f := excelize.NewFile()
		for i, r := range rows {
			row := []any(r)
			must(t, f.SetSheetRow("Sheet1", "A"+strconv.Itoa(i+1), &row))
		}
		for _, m := range mend {
			must(t, m(f))
		}
		must(t, os.MkdirAll(filepath.Join(dir, app.DropDir), 0o755))
		must(t, f.SaveAs(filepath.Join(dir, app.DropDir, name)))
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// one is a table with one figure of the party's members who joined.
func one(value any, mend ...func(f *excelize.File) error) func(*testing.T, string) {
	return theFile(party, []line{{"TT", "Chỉ tiêu", "ĐVT", "Thực hiện năm 2022"}, {2, joining, "đảng viên", value}},
		mend...)
}

// theForm is a form of the example, mended by hand.
func theForm(name string, mend func(f *excelize.File) error) func(*testing.T, string) {
	return func(t *testing.T, dir string) {
		t.Helper()
		f, err := excelize.OpenFile(filepath.Join(exampleDir, app.DropDir, name))
		must(t, err)
		must(t, mend(f))
		to := filepath.Join(dir, app.DropDir, name)
		must(t, os.MkdirAll(filepath.Dir(to), 0o755))
		must(t, f.SaveAs(to))
	}
}

func set(cells ...any) func(f *excelize.File) error {
	return func(f *excelize.File) error {
		sheet := f.GetSheetName(0)
		for i := 0; i < len(cells); i += 2 {
			if err := f.SetCellValue(sheet, cells[i].(string), cells[i+1]); err != nil {
				return err
			}
		}
		return nil
	}
}

func formula(cell, text string, value any) func(f *excelize.File) error {
	return func(f *excelize.File) error {
		if value != nil {
			if err := f.SetCellValue("Sheet1", cell, value); err != nil {
				return err
			}
		}
		return f.SetCellFormula("Sheet1", cell, text)
	}
}

func styled(cell string, s excelize.Style) func(f *excelize.File) error {
	return func(f *excelize.File) error {
		id, err := f.NewStyle(&s)
		if err != nil {
			return err
		}
		return f.SetCellStyle("Sheet1", cell, cell, id)
	}
}

// cached makes the values of formulas what a spreadsheet stores: numbers, not texts.
func cached(draw func(t *testing.T, dir string), name, old, by string) func(t *testing.T, dir string) {
	return func(t *testing.T, dir string) {
		t.Helper()
		draw(t, dir)
		path := filepath.Join(dir, app.DropDir, name)
		r, err := zip.OpenReader(path)
		must(t, err)
		var out bytes.Buffer
		w := zip.NewWriter(&out)
		for _, f := range r.File {
			part, err := f.Open()
			must(t, err)
			data, err := io.ReadAll(part)
			must(t, err)
			to, err := w.Create(f.Name)
			must(t, err)
			_, err = to.Write(bytes.ReplaceAll(data, []byte(old), []byte(by)))
			must(t, err)
		}
		must(t, errors.Join(w.Close(), r.Close()))
		put(t, path, out.String())
	}
}

func numeric(draw func(t *testing.T, dir string)) func(t *testing.T, dir string) {
	return cached(draw, party, ` t="str"`, "")
}

func format(cell, code string) func(f *excelize.File) error {
	return styled(cell, excelize.Style{CustomNumFmt: &code})
}

func rich(cell string, runs ...excelize.RichTextRun) func(f *excelize.File) error {
	return func(f *excelize.File) error { return f.SetCellRichText("Sheet1", cell, runs) }
}

func layout(text string) func(t *testing.T, dir string) {
	return func(t *testing.T, dir string) {
		t.Helper()
		path := filepath.Join(dir, app.OfficeFile)
		put(t, path, contentOf(t, path)+"\n[[layout]]\n"+text)
	}
}

func both(all ...func(t *testing.T, dir string)) func(t *testing.T, dir string) {
	return func(t *testing.T, dir string) {
		t.Helper()
		for _, f := range all {
			f(t, dir)
		}
	}
}

// wards are the forms of all wards, one of them mended.
func wards(name string, mend func(f *excelize.File) error) func(t *testing.T, dir string) {
	return func(t *testing.T, dir string) {
		t.Helper()
		from := filepath.Join(exampleDir, app.DropDir, "phuong")
		must(t, os.CopyFS(filepath.Join(dir, app.DropDir, "phuong"), os.DirFS(from)))
		must(t, os.Remove(filepath.Join(dir, app.DropDir, "phuong", name)))
		theForm("phuong/"+name, mend)(t, dir)
	}
}

// planned changes the plan.
func planned(old, by string) func(t *testing.T, dir string) {
	return func(t *testing.T, dir string) {
		t.Helper()
		path := filepath.Join(dir, app.ResolutionFile)
		was := contentOf(t, path)
		if !strings.Contains(was, old) {
			t.Fatalf("the plan has no %q", old)
		}
		put(t, path, strings.Replace(was, old, by, 1))
	}
}

// aRate makes a rate of a measure of the party's.
func aRate(t *testing.T, dir string) {
	t.Helper()
	planned(`    unit   = "tổ chức đảng"
    target = ">= 1"
`, `    unit   = "%"
    target = ">= 90"
`)(t, dir)
	planned(`label = "Số tổ chức đảng thành lập mới trong năm 2022", unit = "tổ chức đảng", whole = true`,
		`label = "`+rate+`", unit = "%"`)(t, dir)
}

const (
	rate       = "Tỷ lệ đảng viên đóng đảng phí đúng hạn"
	cityShare  = `label = "Giá trị ngành công nghiệp, xây dựng trong cơ cấu kinh tế năm 2022", unit = "triệu đồng"`
	tradeShare = `label = "Giá trị ngành thương mại, dịch vụ trong cơ cấu kinh tế năm 2022", unit = "triệu đồng"`
	farmShare  = `label = "Giá trị ngành nông nghiệp trong cơ cấu kinh tế năm 2022", unit = "triệu đồng"`
)

// waterForm makes the households with clean water more than there are.
func waterForm(f *excelize.File) error {
	rows, err := f.GetRows("Số liệu")
	if err != nil {
		return err
	}
	for i, r := range rows {
		if len(r) > 0 && r[0] == "14.numerator" {
			return f.SetCellValue("Số liệu", "G"+strconv.Itoa(i+1), 29900)
		}
	}
	return errors.New("the form has no row of clean water")
}

const partyForm = "Ban To chuc.xlsx"

var questions = []asked{
	{"B200", "a name that says nothing", theFile("bieu.xlsx", []line{{"TT", "Chỉ tiêu", "ĐVT", "Thực hiện năm 2022"},
		{2, joining, "đảng viên", 127}}), 2, "ban-to-chuc"},
	{"B201", "two wards", theFile(aWard, []line{{"UBND PHƯỜNG NAM SƠN"}, {"Chỉ tiêu", "Thực hiện"}, {poor, 3}}), 3, ""},
	{"B202", "a unit that is gone", theForm(partyForm, func(f *excelize.File) error {
		return f.SetCellValue("_baocao", "B1", "ban-cu")
	}), 2, ""},
	{"B210", "a form of another year", theForm(partyForm, func(f *excelize.File) error {
		return f.SetCellValue("_baocao", "B4", 2021)
	}), 1, ""},
	{"B211", "a form of another resolution", theForm(partyForm, func(f *excelize.File) error {
		return f.SetCellValue("_baocao", "B3", "01-NQ/QU")
	}), 1, ""},
	{"B213", "a row with another label", theForm(partyForm, set("D12", "Số đảng viên bị kỷ luật")), 1, "=126"},
	{"B214", "a row twice", theForm(partyForm, func(f *excelize.File) error {
		if err := f.DuplicateRowTo("Số liệu", 12, 15); err != nil {
			return err
		}
		return f.SetCellValue("Số liệu", "G15", 130)
	}), 2, "=126"},
	{"B215", "a row that lost label and name", theForm(partyForm, func(f *excelize.File) error {
		if err := f.DeleteDefinedName(&excelize.DefinedName{Name: "CT_02_value", Scope: "Workbook"}); err != nil {
			return err
		}
		return f.SetCellValue("Số liệu", "D12", "")
	}), 1, "=126"},
	{"B216", "a row that is gone", theForm(partyForm, func(f *excelize.File) error {
		if err := f.DeleteDefinedName(&excelize.DefinedName{Name: "CT_02_value", Scope: "Workbook"}); err != nil {
			return err
		}
		return set("A12", "", "D12", joining)(f)
	}), 1, "=126"},
	{"B218", "a word that may be the unit", theFile(party, []line{{"Chỉ tiêu", "ĐVT", "Thực hiện năm 2022"},
		{joining, "suất", 127}}), 1, "=126"},
	{"B218", "a unit of something else", theFile(party, []line{{"Chỉ tiêu", "ĐVT", "Thực hiện năm 2022"},
		{joining, "tấn/ngày đêm", 127}}), 0, "126"},
	{"B220", "no return at all", theFile(party, []line{{"CÔNG VĂN"}, {"Về việc nộp báo cáo"}, {"Nơi nhận:"}, {7, 8}}),
		1, ""},
	{"B222", "twice", theFile(party, []line{{"Chỉ tiêu", "Thực hiện"}, {joining, 127}, {joining, 128}}), 2, "=126"},
	{"B223", "two sheets of figures", theForm(partyForm, func(f *excelize.File) error {
		at, err := f.NewSheet("Số liệu (2)")
		if err != nil {
			return err
		}
		if err := f.CopySheet(0, at); err != nil {
			return err
		}
		return f.SetCellValue("Số liệu (2)", "G12", 130)
	}), 2, ""},
	{"B231", "two files", both(theFile("Ban Tổ chức Quận ủy a.xlsx", []line{{"Chỉ tiêu", "Thực hiện"}, {joining, 127}}),
		theFile("Ban Tổ chức Quận ủy b.xlsx", []line{{"Chỉ tiêu", "Thực hiện"}, {joining, 129}})), 2, "=126"},
	{"B234", "two owners", both(planned("    from   = [\"chi-cuc-thue\"]",
		"    from   = [\"chi-cuc-thue\", \"thong-ke\"]"),
		theFile("Chi cục Thuế quận.xlsx", []line{{"Chỉ tiêu", "Thực hiện"}, {firms, 1086}}),
		theFile(counts, []line{{"Chỉ tiêu", "Thực hiện"}, {firms, 1090}})), 2, "=1100"},
	{"B240", "no column of results", theFile(party, []line{{"Chỉ tiêu", "Kế hoạch năm 2022"}, {joining, 127}}), 0,
		"126"},
	{"B241", "two columns", theFile(party, []line{{"Chỉ tiêu", "Kết quả A", "Kết quả B"}, {joining, 127, 128}}), 2, ""},
	{"B242", "an estimate", theFile(party, []line{{"Chỉ tiêu", "Ước thực hiện năm 2022"}, {joining, 127}}), 3, "=126"},
	{"B243", "another year", theFile(party, []line{{"SỐ LIỆU NĂM 2021"}, {"Chỉ tiêu", "Thực hiện"}, {joining, 127}}),
		1, "=126"},
	{"B244", "a label like one", theFile(aWard, []line{{"Chỉ tiêu", "Thực hiện năm 2022"},
		{"Tổ dân phố văn hóa được công nhận", 10}, {"Tổng số tổ dân phố", 13}}), 1, ""},
	{"B245", "a hidden row", one(127, func(f *excelize.File) error { return f.SetRowVisible("Sheet1", 2, false) }),
		1, "=126"},
	{"B246", "a rate", theFile(party, []line{{"Chỉ tiêu", "Thực hiện năm 2022"},
		{"Tỷ lệ tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ trở lên", 82.7}}), 0, "48; 58"},
	{"B247", "a part of the year", theFile(party, []line{{"SỐ LIỆU 9 THÁNG NĂM 2022"}, {"Chỉ tiêu", "Số liệu"},
		{joining, 127}}), 1, "=126"},
	{"B249", "a hidden column", one(127, func(f *excelize.File) error { return f.SetColVisible("Sheet1", "D", false) }),
		1, "=126"},
	{"B250", "a layout of a row that is there twice", both(theFile(party, []line{{"Việc", "Cộng"}, {"Kết nạp", 127},
		{"Kết nạp", 128}}), layout("unit = \"ban-to-chuc\"\ninput = \"2.value\"\nsheet = \"Sheet1\"\n"+
		"row = \"Kết nạp\"\n"+
		"column = \"Cộng\"\n")), 2, "=126"},
	{"B251", "a layout of two columns", both(theFile(party, []line{{"Việc", "Cộng", "Cộng"}, {"Kết nạp", 127, 128}}),
		layout("unit = \"ban-to-chuc\"\ninput = \"2.value\"\nsheet = \"Sheet1\"\nrow = \"Kết nạp\"\n"+
			"column = \"Cộng\"\n")),
		2, "=126"},
	{"B251", "a layout of a column that is gone", both(one(127), layout("unit = \"ban-to-chuc\"\ninput = \"2.value\"\n"+
		"sheet = \"Sheet1\"\nrow = \""+joining+"\"\ncolumn = \"Lũy kế\"\n")), 1, "=126"},
	{"B252", "a layout of an empty cell", both(one(127), layout("unit = \"ban-to-chuc\"\ninput = \"2.value\"\n"+
		"sheet = \"Sheet1\"\ncell = \"F2\"\n")), 1, "=126"},
	{"B254", "a hidden sheet", both(one(127, func(f *excelize.File) error {
		if _, err := f.NewSheet("Bìa"); err != nil {
			return err
		}
		f.SetActiveSheet(1)
		return f.SetSheetVisible("Sheet1", false)
	}), layout("unit = \"ban-to-chuc\"\ninput = \"2.value\"\nsheet = \"Sheet1\"\ncell = \"D2\"\n")), 1, "=126"},
	{"B255", "a plan", theFile(party, []line{{"CHỈ TIÊU KẾ HOẠCH NĂM 2022"}, {"Chỉ tiêu", "Số lượng"}, {joining, 127}}),
		1, "=126"},
	{"B980", "years to come beside", theFile(party, []line{{"Chỉ tiêu", "Năm 2021", "Năm 2022", "Năm 2023"},
		{joining, 126, 127, 128}}), 1, "=126"},
	{"B256", "a merged cell over two rows", theFile(party, []line{{"Chỉ tiêu", "Thực hiện năm 2022"}, {joining, 127},
		{"Số tổ chức đảng thành lập mới trong năm 2022", ""}}, func(f *excelize.File) error {
		return f.MergeCell("Sheet1", "B2", "B3")
	}), 1, "126"},
	{"B257", "a remark that denies it", theFile(party, []line{{"Chỉ tiêu", "Thực hiện năm 2022", "Ghi chú"},
		{joining, 127, "số đúng là 125"}}), 2, "=126"},
	{"B257", "a remark that it is an estimate", theFile(party, []line{{"Chỉ tiêu", "Thực hiện năm 2022", "Ghi chú"},
		{joining, 127, "Số ước, chưa có số chính thức"}}), 3, "=126"},
	{"B259", "an example", theFile(party, []line{{"VÍ DỤ CÁCH ĐIỀN"}, {"Chỉ tiêu", "Thực hiện"}, {joining, 127}}), 1,
		"=126"},
	{"B263", "a block of others", theFile(party,
		[]line{{"Chỉ tiêu", "Thực hiện năm 2022"}, {"I. Đảng viên ở nước ngoài"},
			{joining, 127}}), 1, "=126"},
	{"B263", "a block of estimates", theFile(party,
		[]line{{"Chỉ tiêu", "Kết quả"}, {"I. Ước thực hiện"}, {joining, 127}}), 3, "=126"},
	{"B265", "a rate in place of counts", theFile(party, []line{{"Chỉ tiêu", "Thực hiện năm 2022"},
		{"Số đảng viên hoàn thành tốt nhiệm vụ trở lên", 83}, {"Số đảng viên được đánh giá, xếp loại", 100}}), 1, ""},
	{"B266", "times, where people are asked for", theFile("Bảo hiểm xã hội quận.xlsx",
		[]line{{"Chỉ tiêu", "Số lượt thực hiện năm 2022"}, {"Số người tham gia bảo hiểm y tế", 128450}}), 1, "=126000"},
	{"B355", "another figure beside it", theFile(party, []line{{"Chỉ tiêu", "Thực hiện năm 2022", "Thẩm định"},
		{joining, 127, 125}}), 2, "=126"},
	{"B298", "a plan beside its result", theFile("Phòng Tài chính - Kế hoạch.xlsx", []line{
		{"Chỉ tiêu", "ĐVT", "Kế hoạch năm 2022", "Thực hiện năm 2022"},
		{"Thu cân đối ngân sách", "triệu đồng", 412500, 439200}}), 1, "=412000"},
	{"B287", "a sheet named after some", one(127, func(f *excelize.File) error {
		return f.SetSheetName("Sheet1", "Khối doanh nghiệp")
	}), 1, "=126"},
	{"B288", "times ten", theFile(party, []line{{"Chỉ tiêu", "Thực hiện năm 2022 (x10)"}, {joining, 127}}), 2, "=126"},
	{"B289", "a row without a label", theFile(party, []line{{"TT", "Chỉ tiêu", "Thực hiện năm 2022"}, {1, nil, 58},
		{2, joining, 127}}), 1, "126"},
	{"B290", "a total that is not the sum", theFile(aWard, []line{{"Tổ dân phố", "Tổng số hộ gia đình"}, {"TDP 1", 900},
		{"TDP 2", 993}, {"Tổng", 1983}}), 2, "=1893"},
	{"B990", "a zero beside a plan", theFile(aWard, []line{{"Chỉ tiêu", "Kế hoạch 2022", "Thực hiện 2022"},
		{"Số lượt lao động được giải quyết việc làm", 340, 0}}), 1, "=351"},
	{"B991", "one number in all rows", theFile(aWard, []line{{"Chỉ tiêu", "Thực hiện 2022"},
		{"Số lượt lao động được giải quyết việc làm", 365}, {"Tổng số tổ dân phố", 365}, {"Tổng số hộ gia đình",
			365}}), 1,
		"351; 12; 1893"},
	{"B992", "a total with a row crossed out", theFile(aWard, []line{{"Tổ dân phố", "Tổng số hộ gia đình"},
		{"TDP 1", 900}, {"TDP 2", 993}, {"TDP 3", 90}, {"Tổng", 1983}}, func(f *excelize.File) error {
		style, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Strike: true}})
		if err != nil {
			return err
		}
		return f.SetCellStyle("Sheet1", "A4", "B4", style)
	}), 2, "=1893"},
	{"B993", "names that are more", theFile("Phòng Giáo dục và Đào tạo.xlsx", []line{{"Nội dung", "Thực hiện năm 2022"},
		{"Số trường được công nhận đạt chuẩn quốc gia trong năm 2022", 1}, {"- Trường THCS Bắc Sơn"},
		{"- Trường Mầm non Quán Trữ"}}), 2, "=2"},
	{"B994", "a whole in its column", theFile(aWard, []line{{"TT", "Danh hiệu", "ĐVT", "Tổng số", "Số đạt"},
		{1, "Tổ dân phố văn hóa", "tổ", 13, 12}}), 1, "=12"},
	{"B291", "a year without its last quarter", theFile(aWard, []line{{"Chỉ tiêu", "Quý I", "Quý II", "Quý III",
		"Quý IV", "Cả năm"}, {"Số lượt lao động được giải quyết việc làm", 73, 101, 86, 92, 260}}), 2, "=351"},
	{"B284", "a year of three quarters", theFile(aWard, []line{{"Chỉ tiêu", "Quý I", "Quý II", "Quý III", "Năm 2022"},
		{"Số lượt lao động được giải quyết việc làm", 73, 101, 86, 260}}), 1, "=352"},
	{"B267", "a percentage that is another's", theFile(aWard, []line{{"Chỉ tiêu", "Kế hoạch 2022", "Thực hiện 2022",
		"TH/KH (%)"}, {"Số lượt lao động được giải quyết việc làm", 340, 325, 103.5}}), 2, "=351"},
	{"B267", "growth that is another's", theFile("Phòng Kinh tế.xlsx", []line{{"Đơn vị: triệu đồng"},
		{"Chỉ tiêu", "Thực hiện 2021", "Thực hiện 2022", "Tốc độ tăng (%)"},
		{"Giá trị sản xuất nông, lâm, thủy sản", 131000, 153700, 3.59}}), 1, "135700; 131000"},
	{"B268", "those that did not", theFile(aWard, []line{{"TT", "Chỉ tiêu", "Thực hiện"}, {1, "Tổng số tổ dân phố", 18},
		{2, "Số tổ dân phố đạt tổ dân phố văn hóa", 12}, {3, "Số tổ dân phố không đạt", 2}}), 2, "17; 18"},
	{"B269", "a blank in the list of a total", theFile(aWard, []line{{"Tổ dân phố", "Tổng số hộ gia đình",
		"Số hộ gia đình được công nhận gia đình văn hóa"}, {"TDP 1", 900, 800}, {"TDP 2", 993, 900}, {"TDP 3", 900},
		{"Tổng", 2793, 1700}}), 1, "=2600"},
	{"B285", "a row that takes some off", theFile(aWard, []line{{"TT", "Chỉ tiêu", "Thực hiện"},
		{1, "Số lượt lao động được giải quyết việc làm", 352}, {nil, "Trừ: lượt trùng", 27}, {nil, "Còn lại", 325}}), 2,
		"=326"},
	{"B286", "poor households of all quarters", theFile(aWard, []line{{"Chỉ tiêu", "Quý I", "Quý II", "Quý III",
		"Quý IV",
		"Cả năm"}, {poor, 2, 2, 1, 1, 6}}), 2, "=2"},
	{"B264", "a draft", theFile(party, []line{{"DỰ THẢO"}, {"Chỉ tiêu", "Thực hiện năm 2022"}, {joining, 127}}), 1,
		"=126"},
	{"B329", "a rule that may hide it", one(127, func(f *excelize.File) error {
		white, err := f.NewConditionalStyle(&excelize.Style{Font: &excelize.Font{Color: "FFFFFF"}})
		if err != nil {
			return err
		}
		return f.SetConditionalFormat("Sheet1", "D2", []excelize.ConditionalFormatOptions{
			{Type: "formula", Criteria: "COUNTIF(D1:D9,D2)>0", Format: &white}})
	}), 1, "=126"},
	{"B330", "a zero that is not shown", one(0, func(f *excelize.File) error {
		return f.SetSheetView("Sheet1", 0, &excelize.ViewOptions{ShowZeros: new(false)})
	}), 1, "=126"},
	{"B331", "digits in white", one("", rich("D2", excelize.RichTextRun{Text: "12"},
		excelize.RichTextRun{Text: "7", Font: &excelize.Font{Color: "FFFFFF"}})), 0, "126"},
	{"B270", "a format that shows nothing", one(127, format("D2", ";;;")), 1, "=126"},
	{"B271", "white on white", one(127, styled("D2", excelize.Style{Font: &excelize.Font{Color: "FFFFFF"}})), 1,
		"=126"},
	{"B272", "struck out", one(127, styled("D2", excelize.Style{Font: &excelize.Font{Strike: true}})), 1, "=126"},
	{"B273", "shown as something else", one(127, format("D2", `"Đạt"`)), 0, "126"},
	{"B274", "partly struck out", one("", rich("D2",
		excelize.RichTextRun{Text: "118", Font: &excelize.Font{Strike: true}},
		excelize.RichTextRun{Text: " 127"})), 1, "=126"},
	{"B275", "a raised word", one("", rich("D2", excelize.RichTextRun{Text: "127"},
		excelize.RichTextRun{Text: "ước", Font: &excelize.Font{VertAlign: "superscript"}})), 1, "=126"},
	{"B258", "a result reckoned from last year's", numeric(theFile(party,
		[]line{{"Chỉ tiêu", "Năm 2021", "Năm 2022"}, {joining, 120, 126}}, formula("C2", "B2*1.05", 126))), 1, "=126"},
	{"B276", "a formula that its terms contradict",
		numeric(one(0, set("E2", 100, "F2", 27), formula("D2", "E2+F2", 20))), 2, "=126"},
	{"B277", "a subtotal under a filter", numeric(theFile(party,
		[]line{{"Chỉ tiêu", "Thực hiện năm 2022"}, {joining, 127}, {"a", 100},
			{"b", 27}}, formula("B2", "SUBTOTAL(109,B3:B4)", 127), func(f *excelize.File) error {
			return f.SetRowVisible("Sheet1", 4, false)
		})), 1, "=126"},
	{"B278", "from another workbook", numeric(one(127, formula("D2", "[1]BC!$E$5", 127))), 1, "=126"},
	{"B282", "a formula that may be old", numeric(one(127, formula("D2", "SUMPRODUCT(E2:F2)", 127),
		func(f *excelize.File) error {
			manual := "manual"
			return f.SetCalcProps(&excelize.CalcPropsOptions{CalcMode: &manual})
		})), 1, "=126"},
	{"B283", "a formula of today's date", numeric(one(127, formula("D2", "INT(TODAY()/360)", 127))), 1, "=126"},
	{"B294", "a form with the title of another year", theForm(partyForm, set("B3",
		"BIỂU SỐ LIỆU KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT SỐ 02-NQ/QU NĂM 2021")), 1, ""},
	{"B295", "a figure among the remarks", theForm(partyForm, set("G12", nil, "I12", 126)), 1, "=126"},
	{"B296", "a letter for a digit", one("12O"), 1, "=126"},
	{"B300", "words", one("đang tổng hợp số liệu"), 0, "126"},
	{"B302", "two readings", theFile(counts, []line{{"ĐVT: triệu đồng"}, {"Chỉ tiêu", "Thực hiện"}, {worth, "16.189"}}),
		2,
		"=1620"},
	{"B303", "a percentage", one(0.85, format("D2", "0%")), 0, "126"},
	{"B305", "an error", cached(one(nil, formula("D2", "1/0", 127)), party, `t="str"><f>1/0</f><v>127</v>`,
		`t="e"><f>1/0</f><v>#DIV/0!</v>`), 0, "126"},
	{"B306", "a formula without its value", one(nil, formula("D2", "E2*2", nil)), 0, "126"},
	{"B307", "a date", one(44900, format("D2", "dd/mm/yyyy")), 0, "126"},
	{"B308", "below zero", one(-5), 0, "126"},
	{"B309", "a fraction", one(126.5), 0, "126"},
	{"B310", "a number and nothing", theForm(partyForm, set("H12", "Không phát sinh")), 3, "=126"},
	{"B311", "another word", theForm(partyForm, set("G12", nil, "H12", "chưa rõ")), 0, "126"},
	{"B312", "another status", theForm("QLDT quan ly do thi.xlsx", set("G7", "đang làm")), 3, ""},
	{"B242", "an estimate where the result is blank", theFile(party, []line{{"Chỉ tiêu", "Thực hiện năm 2022",
		"Ước thực hiện năm 2022"}, {joining, "", 127}}), 3, "=126"},
	{"B313", "an estimate by its word", one("ước đạt 127"), 3, "=126"},
	{"B313", "roughly", one("khoảng 127"), 1, "=126"},
	{"B314", "a range", one("125-127"), 2, "=126"},
	{"B315", "several numbers", one("127 (có 2 người)"), 2, "=126"},
	{"B316", "a dash", one("-"), 3, "=126"},
	{"B318", "ten times", theFile(counts, []line{{"Chỉ tiêu", "ĐVT", "Năm 2021", "Thực hiện năm 2022"},
		{worth, "triệu đồng", 13905, 161897}}), 2, "=16190"},
	{"B326", "money without a unit", theFile(counts, []line{{"Chỉ tiêu", "Thực hiện năm 2022"}, {worth, 16189}}), 1,
		"=126"},
	{"B327", "two units", theFile(counts, []line{{"Chỉ tiêu", "ĐVT", "Thực hiện năm 2022", "Ghi chú"},
		{worth, "triệu đồng", 16189, "ĐVT: tỷ đồng"}}), 1, "=126"},
	{"B328", "a number with words", one("năm nay kết nạp thêm 127"), 1, "=126"},
	{"B341", "a fraction for a rate", both(aRate, theFile(party, []line{{"Chỉ tiêu", "ĐVT", "Thực hiện năm 2022"},
		{rate, "%", 0.925}})), 2, "=92.6"},
	{"B342", "slipped by a row", theFile(aWard, []line{{"Chỉ tiêu", "Kế hoạch năm 2022", "Thực hiện năm 2022"},
		{"Số lượt lao động được giải quyết việc làm trong năm 2022", 320, ""},
		{"Tổng số tổ dân phố", 13, 325}, {"Tổng số hộ gia đình", 2560, 13},
		{"Số hộ gia đình được công nhận gia đình văn hóa", 2400, 2570},
		{"Số tổ dân phố đạt tổ dân phố văn hóa", 10, 2410}}), 1, "300; 13; 2570; 2410; 10"},
	{"B292", "two that changed places", theFile(aWard, []line{{"Chỉ tiêu", "Kế hoạch năm 2022", "Thực hiện năm 2022"},
		{"Số lượt lao động được giải quyết việc làm trong năm 2022", 320, 1570}, {"Tổng số hộ gia đình", 1560,
			325}}), 2,
		"300; 1571"},
	{"B297", "a point taken for a comma", theForm("Phong Kinh te.xlsx", set("G7", 673.706)), 2, "=673706"},
	{"B343", "ten times in a form", theForm(partyForm, set("G12", 1280)), 2, "=126"},
	{"B407", "nothing of a hundred", theForm(partyForm, set("G7", nil, "H7", "Không phát sinh", "G9", nil)), 2,
		"48; 58"},
	{"B408", "more than all", both(planned("    id     = \"14\"\n", "    id     = \"14\"\n    above_whole = true\n"),
		theForm("QLDT quan ly do thi.xlsx", waterForm)), 0, "29850; 29850"},
	{"B409", "shares that do not add up", both(planned(cityShare, strings.ReplaceAll(cityShare, "triệu đồng", "%")),
		planned(tradeShare, strings.ReplaceAll(tradeShare, "triệu đồng", "%")),
		planned(farmShare, strings.ReplaceAll(farmShare, "triệu đồng", "%")),
		theFile(counts, []line{{"Chỉ tiêu", "ĐVT", "Thực hiện năm 2022"},
			{"Giá trị ngành công nghiệp, xây dựng trong cơ cấu kinh tế năm 2022", "%", 45.87},
			{"Giá trị ngành thương mại, dịch vụ trong cơ cấu kinh tế năm 2022", "%", 50},
			{"Giá trị ngành nông nghiệp trong cơ cấu kinh tế năm 2022", "%", 0.42}})), 0, "45.87; 53.71; 0.42"},
	{"B412", "a part above its whole", theForm(partyForm, set("G7", 58, "G8", 48, "G9", 9)), 1, "48; 58"},
	{"B414", "a part of a measure above it", both(planned("    unit   = \"tổ chức đảng\"",
		"    part_of = \"2\"\n    unit   = \"đảng viên\""), theForm(partyForm, set("G13", 300))), 1, "3; 128"},
	{"B413", "above a hundred", both(aRate, theFile(party, []line{{"Chỉ tiêu", "ĐVT", "Thực hiện năm 2022"},
		{rate, "%", 103}})), 1, "=93"},
	{"B432", "a hundred times less than promised", theForm("phong lao dong thuong binh va xa hoi.xlsx", set("G7", 584)),
		1,
		"58420; 63950"},
	{"B430", "ten times the other wards", wards("phuong-bac-son.xlsx", set("G14", 25600)), 2, "=2560"},
	{"B431", "nothing where the others have it", wards("phuong-bac-son.xlsx", set("G13", nil, "H13", "Không phát sinh",
		"G14", nil, "H14", "Không phát sinh")), 1, ""},
}

// desk reads a folder for its questions.
func desk(t *testing.T, dir string) *app.Desk {
	t.Helper()
	d, err := app.OpenDesk(context.Background(), dir, nil)
	must(t, err)
	return d
}

func ids(d *app.Desk) []string {
	var all []string
	for _, p := range d.Open() {
		all = append(all, p.Question.ID)
	}
	slices.Sort(all)
	return all
}

// kept are the files that answers are kept in.
func kept(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, name := range []string{resolution.ReadingsFile, resolution.DecisionsFile} {
		if data, err := os.ReadFile(filepath.Join(dir, name)); err == nil {
			all[name] = string(data)
		}
	}
	return all
}

// Every question is settled by each of its candidates: it is gone, the figure is
// what the candidate said, no other question comes, and what is taken back is as
// it was.
func TestEveryQuestionIsSettledInOneStep(t *testing.T) {
	t.Parallel()
	for _, q := range questions {
		t.Run(q.code+" "+q.name, func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join(t.TempDir(), "quận")
			for _, name := range []string{app.ResolutionFile, app.OfficeFile, resolution.DecisionsFile} {
				put(t, filepath.Join(dir, name), contentOf(t, filepath.Join(exampleDir, name)))
			}
			q.draw(t, dir)
			d := desk(t, dir)
			var p *diag.Problem
			var codes []string
			for _, x := range d.Open() {
				codes = append(codes, x.Code)
				if x.Code == q.code && p == nil {
					p = &x
				}
			}
			if p == nil {
				a, err := app.Check(context.Background(), dir, nil)
				must(t, err)
				for _, x := range a.Problems {
					if x.At.File != "" {
						t.Log(x.Code, x.At, x.In(diag.Vi))
					}
				}
				t.Fatalf("not asked; asked are %v", codes)
			}
			for _, c := range p.Question.Candidates {
				t.Log(c.Text.Vi)
			}
			if n := len(p.Question.Candidates); n != q.offers {
				t.Errorf("%d candidates, want %d", n, q.offers)
			}
			for i := range p.Question.Candidates {
				settle(t, dir, *p, strconv.Itoa(i+1))
			}
			if q.typed != "" {
				settle(t, dir, *p, q.typed)
			} else if q.offers == 0 {
				t.Error("it offers nothing, and nothing is written")
			}
		})
	}
}

// unasked are the errors of a sender's file and of figures that are no questions,
// each with the reason.
var unasked = map[string]string{
	"B219": "a form without its table: nothing stands where a figure is looked for",
	"B260": "a decision of the office that fits no file: it is mended, or taken back, where it stands",
	"B261": "the same, of files that have changed: --undo and a new answer",
	"B320": "words, which are no figure: the sender chooses their kind in the form",
	"B321": "the same",
	"B323": "the same, of a title",
	"B334": "a damaged file, which the reader's own tests make",
	"B338": "the same, of a title for several kinds",
	"B339": "the same, of a file of words",
	"B350": "a day: its plan is no part of the example",
	"B401": "nothing was sent",
	"B445": "less than an earlier report of the same year, which ninemonths.txtar makes and answers",
	"B402": "a figure was not sent",
	"B404": "no file of the unit can be used, each of which is asked about",
}

// Every error of a sender's file is a question that is tried here, or says why not.
func TestEveryErrorIsAQuestion(t *testing.T) {
	t.Parallel()
	tried := map[string]bool{}
	for _, q := range questions {
		tried[q.code] = true
	}
	for _, code := range diag.Codes() {
		e, _ := diag.Lookup(code)
		if e.Severity != diag.Error || code < "B200" || code >= "B500" {
			continue
		}
		if why := unasked[code]; tried[code] == (why != "") {
			t.Errorf("%s: tried %v, reason not to: %q", code, tried[code], why)
		}
	}
}

// settle answers a question and takes the answer back.
func settle(t *testing.T, dir string, p diag.Problem, choice string) {
	t.Helper()
	d := desk(t, dir)
	before, text := ids(d), kept(t, dir)
	done, err := d.Answer(context.Background(), p.Question.ID, choice, app.Signature{By: "Trần Văn B",
		Date: viet.Date{Year: 2022, Month: 12, Day: 20}})
	if err != nil {
		t.Errorf("%s: %v", choice, err)
		return
	}
	if done.Still {
		t.Errorf("%s: the question stands", choice)
	}
	a, err := app.Check(context.Background(), dir, nil)
	must(t, err)
	for _, x := range a.Problems {
		if x.IsQuestion() && !slices.Contains(before, x.Question.ID) {
			t.Errorf("%s: a new question %s: %s", choice, x.Code, x.In(diag.Vi))
		}
	}
	for _, want := range toldBy(p, choice) {
		if got := figureOf(a, want.Unit, want.Input); want.Value != "" && got != want.Value {
			t.Errorf("%s: %s of %s is %q, want %q", choice, want.Input, want.Unit, got, want.Value)
		}
	}
	if _, err := d.Undo(context.Background(), p.Question.ID); err != nil {
		t.Errorf("%s: %v", choice, err)
	}
	if !maps.Equal(kept(t, dir), text) {
		t.Errorf("%s: taken back, it left %v", choice, kept(t, dir))
	}
	if after := ids(d); !slices.Equal(after, before) {
		t.Errorf("%s: taken back, asked is %v, was %v", choice, after, before)
	}
}

// toldBy are the figures that an answer tells.
func toldBy(p diag.Problem, choice string) []diag.Cell {
	q := p.Question
	var cells []diag.Cell
	n, err := strconv.Atoi(choice)
	switch {
	case q.Step == diag.BySender:
		return nil
	case err == nil && n >= 1 && n <= len(q.Candidates):
		c := q.Candidates[n-1]
		if cells = slices.Clone(c.Cells); cells == nil && q.Step == diag.ByFigure {
			cells = []diag.Cell{{Input: q.Input, Value: c.Value}}
		}
	case len(q.Figures) > 0:
		for i, value := range strings.Split(choice, ";") {
			f := q.Figures[i]
			f.Value = strings.ReplaceAll(strings.TrimSpace(value), ",", ".")
			cells = append(cells, f)
		}
	default:
		cells = []diag.Cell{{Input: q.Input, Value: strings.TrimPrefix(choice, "=")}}
	}
	for i := range cells {
		if cells[i].Unit == "" {
			cells[i].Unit = p.Unit
		}
	}
	return cells
}

// figureOf is what counts of one unit's answer.
func figureOf(a *assess.Annex, unit, input string) string {
	for _, m := range a.Measures() {
		for _, s := range m.Sources {
			if s.Unit == unit && s.Key == input {
				return s.Plain()
			}
		}
	}
	return ""
}

// A file that is nobody's return is left out once, and said so; what is told of a
// sender holds for the content that was looked at, not for the next one of the name.
func TestAFileLeftOutIsAskedAboutAgainWhenItChanges(t *testing.T) {
	t.Parallel()
	dir, drop := copyExample(t)
	put(t, filepath.Join(drop, "công văn.csv"), "CÔNG VĂN;Về việc nộp báo cáo\n")
	d := desk(t, dir)
	var q diag.Problem
	for _, p := range d.Open() {
		if p.Code == "B200" {
			q = p
		}
	}
	if q.Question == nil {
		t.Fatal("the letter is not asked about")
	}
	by := app.Signature{By: "Trần \"B\"\n[[sender]]", Date: viet.Date{Year: 2022, Month: 12, Day: 20}}
	if _, err := d.Answer(context.Background(), q.Question.ID, "1", by); err != nil {
		t.Fatal(err)
	}
	codes := func() string {
		a, err := app.Check(context.Background(), dir, nil)
		must(t, err)
		var all []string
		for _, p := range a.Problems {
			if strings.HasSuffix(p.At.File, "công văn.csv") {
				all = append(all, p.Code)
			}
		}
		return strings.Join(all, " ")
	}
	if got := codes(); got != "B225" {
		t.Errorf("left out: %s", got)
	}
	put(t, filepath.Join(drop, "công văn.csv"), "CÔNG VĂN;Về việc gia hạn\n")
	if got := codes(); got != "B200 B227" {
		t.Errorf("changed: %s", got)
	}
}

// What people wrote stays as it was: a link stays a link, a read-only file is left
// alone, permissions, line ends and notes are kept, and so is what somebody writes
// between question and answer.
func TestAnswersKeepWhatPeopleWrote(t *testing.T) {
	t.Parallel()
	by := app.Signature{By: "Trần Văn B", Date: viet.Date{Year: 2022, Month: 12, Day: 20}}
	ask := func(dir string) (*app.Desk, string) {
		d := desk(t, dir)
		for _, p := range d.Open() {
			if p.Code == "B313" {
				return d, p.Question.ID
			}
		}
		t.Fatal("nothing is asked")
		return nil, ""
	}
	dir, _ := copyExample(t)
	path := filepath.Join(dir, resolution.DecisionsFile)
	target := filepath.Join(t.TempDir(), "quyết định chung.toml")
	own := "\uFEFF" + strings.ReplaceAll(contentOf(t, path), "\n", "\r\n")
	put(t, target, own)
	must(t, os.Chmod(target, 0o640))
	must(t, os.Remove(path))
	if err := os.Symlink(target, path); err != nil {
		t.Skip(err)
	}
	d, id := ask(dir)
	edited := own + "# ghi thêm trong lúc chờ\r\n"
	put(t, target, edited)
	_, err := d.Answer(context.Background(), id, "1", by)
	must(t, err)
	info, err := os.Lstat(path)
	must(t, err)
	if info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link became a file")
	}
	if info, err := os.Stat(target); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("permissions: %v %v", info.Mode(), err)
	}
	now := contentOf(t, target)
	if !strings.HasPrefix(now, edited) || strings.Count(now, "\n") != strings.Count(now, "\r\n") {
		t.Errorf("%q", now)
	}
	_, err = d.Undo(context.Background(), id)
	must(t, err)
	if now := contentOf(t, target); now != edited {
		t.Errorf("taken back: %q", now)
	}

	must(t, os.Chmod(target, 0o440))
	d, id = ask(dir)
	var locked *app.ReadOnly
	if _, err := d.Answer(context.Background(), id, "1", by); !errors.As(err, &locked) {
		t.Errorf("read-only: %v", err)
	}
	if now := contentOf(t, target); now != edited {
		t.Errorf("read-only: %q", now)
	}
	must(t, os.Chmod(target, 0o640))

	// An entry by hand decides the figure already, and an answer that cannot be
	// judged is taken back, but not over what somebody else wrote meanwhile.
	broken := filepath.Join(dir, app.OfficeFile)
	office := contentOf(t, broken)
	put(t, broken, "[office")
	if _, err := d.Answer(context.Background(), id, "1", by); err == nil {
		t.Error("answered with a broken plan")
	}
	if now := contentOf(t, target); now != edited {
		t.Errorf("not taken back: %q", now)
	}
	put(t, broken, office)
	if entries, err := os.ReadDir(filepath.Dir(target)); err != nil || len(entries) != 1 {
		t.Errorf("left beside it: %v %v", entries, err)
	}
}
