package recognise

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"baocao/internal/resolution"
	"baocao/internal/resolution/load"
	"baocao/internal/returns"
	"baocao/internal/workbook"
	"baocao/internal/workbook/open"
)

// nationalMeasures are a dozen of the monthly tables' figures: input, unit, and
// where each book has it ("sheet | row | under | column"), with the figure a
// person reads there, to one decimal.
var nationalMeasures = []struct {
	name, unit string
	books      map[string][2]string
}{
	{"Tổng mức bán lẻ, tháng ước tính", "tỷ đồng", map[string][2]string{
		"2018-10": {"22-23.Tongmuc|TỔNG SỐ||Ước tính tháng 10 năm 2018", "378626,6"},
		"2020-05": {"22-23.Tongmuc|TỔNG SỐ||Ước tính tháng 5 năm 2020", "384816,8"},
		"2023-06": {"25.Tongmuc|TỔNG SỐ||Ước tính tháng 6 năm 2023", "505650,7"},
		"2025-02": {"13. Tongmuc|TỔNG SỐ||Ước tính tháng 02 năm 2025", "561672,7"}}},
	{"Tổng mức bán lẻ, tháng trước", "tỷ đồng", map[string][2]string{
		"2018-10": {"22-23.Tongmuc|TỔNG SỐ||Thực hiện tháng 9 năm 2018", "373852,6"},
		"2020-05": {"22-23.Tongmuc|TỔNG SỐ||Thực hiện tháng 4 năm 2020", "303258,2"},
		"2023-06": {"25.Tongmuc|TỔNG SỐ||Thực hiện tháng 5 năm 2023", "503058,7"},
		"2025-02": {"13. Tongmuc|TỔNG SỐ||Sơ bộ tháng 01 năm 2025", "575830,3"}}},
	{"Bán lẻ hàng hóa, tháng ước tính", "tỷ đồng", map[string][2]string{
		"2018-10": {"22-23.Tongmuc|Bán lẻ hàng hóa||Ước tính tháng 10 năm 2018", "286955,4"},
		"2020-05": {"22-23.Tongmuc|Bán lẻ hàng hóa||Ước tính tháng 5 năm 2020", "311082,2"},
		"2023-06": {"25.Tongmuc|Bán lẻ hàng hóa||Ước tính tháng 6 năm 2023", "396958,4"},
		"2025-02": {"13. Tongmuc|Bán lẻ hàng hóa||Ước tính tháng 02 năm 2025", "432433,5"}}},
	{"Dịch vụ lưu trú, ăn uống", "tỷ đồng", map[string][2]string{
		"2018-10": {"22-23.Tongmuc|Dịch vụ lưu trú, ăn uống||Ước tính tháng 10 năm 2018", "44323,7"},
		"2020-05": {"22-23.Tongmuc|Dịch vụ lưu trú, ăn uống||Ước tính tháng 5 năm 2020", "32450,8"},
		"2023-06": {"25.Tongmuc|Dịch vụ lưu trú, ăn uống||Ước tính tháng 6 năm 2023", "54571,2"},
		"2025-02": {"13. Tongmuc|Dịch vụ lưu trú, ăn uống||Ước tính tháng 02 năm 2025", "65228,9"}}},
	{"Giá tiêu dùng so với tháng trước", "%", map[string][2]string{
		"2018-10": {"29.CPI|CHỈ SỐ GIÁ TIÊU DÙNG||Tháng 9 năm 2018", "100,3"},
		"2020-05": {"CPI|CHỈ SỐ GIÁ TIÊU DÙNG||Tháng 4 năm 2020", "100,0"},
		"2023-06": {"32.CPI|CHỈ SỐ GIÁ TIÊU DÙNG||Tháng 5 năm 2023", "100,3"},
		"2025-02": {"16. CPI|CHỈ SỐ GIÁ TIÊU DÙNG||Tháng 01 năm 2025", "100,3"}}},
	{"Giá tiêu dùng so với cùng tháng năm trước", "%", map[string][2]string{
		"2018-10": {"29.CPI|CHỈ SỐ GIÁ TIÊU DÙNG||Tháng 10 năm 2017", "103,9"},
		"2020-05": {"CPI|CHỈ SỐ GIÁ TIÊU DÙNG||Tháng 5 năm 2019", "102,4"},
		"2023-06": {"32.CPI|CHỈ SỐ GIÁ TIÊU DÙNG||Tháng 6 năm 2022", "102,0"},
		"2025-02": {"16. CPI|CHỈ SỐ GIÁ TIÊU DÙNG||Tháng 02 năm 2024", "102,9"}}},
	{"Giá tiêu dùng so với tháng 12 năm trước", "%", map[string][2]string{
		"2018-10": {"29.CPI|CHỈ SỐ GIÁ TIÊU DÙNG||Tháng 12 năm 2017", "103,5"},
		"2020-05": {"CPI|CHỈ SỐ GIÁ TIÊU DÙNG||Tháng 12 năm 2019", "98,8"},
		"2023-06": {"32.CPI|CHỈ SỐ GIÁ TIÊU DÙNG||Tháng 12 năm 2022", "100,7"},
		"2025-02": {"16. CPI|CHỈ SỐ GIÁ TIÊU DÙNG||Tháng 12 năm 2024", "101,3"}}},
	{"Giá tiêu dùng bình quân", "%", map[string][2]string{
		"2018-10": {"29.CPI|CHỈ SỐ GIÁ TIÊU DÙNG||Chỉ số giá 10 tháng năm 2018 so với cùng kỳ năm 2017", "103,6"},
		"2020-05": {"CPI|CHỈ SỐ GIÁ TIÊU DÙNG||Bình quân 5 tháng năm 2020 so với cùng kỳ năm 2019", "104,4"},
		"2023-06": {"32.CPI|CHỈ SỐ GIÁ TIÊU DÙNG||Bình quân 6 tháng năm 2023 so với cùng kỳ năm trước", "103,3"},
		"2025-02": {"16. CPI|CHỈ SỐ GIÁ TIÊU DÙNG||Bình quân 02 tháng năm 2025 so với cùng kỳ năm 2024", "103,3"}}},
	{"Giá lương thực so với cùng tháng năm trước", "%", map[string][2]string{
		"2018-10": {"29.CPI|Lương thực||Tháng 10 năm 2017", "103,3"},
		"2020-05": {"CPI|Lương thực||Tháng 5 năm 2019", "105,4"},
		"2025-02": {"16. CPI|Lương thực||Tháng 02 năm 2024", "101,1"}}},
	{"Sản xuất công nghiệp so với cùng kỳ", "%", map[string][2]string{
		"2018-10": {"7.IIPthang|Toàn ngành công nghiệp||10 tháng năm 2018 so với cùng kỳ năm trước", "110,4"},
		"2023-06": {"9.IIPthang|Toàn ngành công nghiệp||6 tháng năm 2023 so với cùng kỳ năm trước", "98,8"},
		"2025-02": {"2.IIPthang|Toàn ngành công nghiệp||2 tháng năm 2025 so với cùng kỳ năm trước", "107,2"}}},
	{"Tỷ lệ thất nghiệp thành thị", "%", map[string][2]string{
		"2023-06": {"46.thatnghiep|Ước tính 6 tháng đầu năm 2023|" +
			"Tỷ lệ thất nghiệp trong độ tuổi lao động|Thành thị", "2,7"}}},
	{"Tỷ lệ thiếu việc làm nông thôn", "%", map[string][2]string{
		"2023-06": {"46.thatnghiep|Ước tính 6 tháng đầu năm 2023|" +
			"Tỷ lệ thiếu việc làm trong độ tuổi lao động|Nông thôn", "2,3"}}},
}

// A statistics office's own tables, each described once: what is read is what a
// person reads off them.
func TestLayoutsOfRealTables(t *testing.T) {
	samples := cmp.Or(os.Getenv("BAOCAO_SAMPLES"), "../../../shared/samples")
	files, err := filepath.Glob(filepath.Join(samples, "*", "*.xlsx"))
	if err != nil || len(files) == 0 {
		t.Skip("skipped: the real workbooks of shared/samples are absent")
	}
	checked := 0
	for _, file := range files {
		name := filepath.Base(file)[:7]
		p := nationalPlan(t, name)
		if p == nil {
			continue
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		b, problems := open.Read(context.Background(), file, data, workbook.DefaultLimits())
		if b == nil {
			t.Fatal(problems)
		}
		ret, problems := recognise(p, "1-nop-vao-day/Tổng cục Thống kê.xlsx", "", b)
		for i, m := range nationalMeasures {
			where, known := m.books[name]
			if !known {
				continue
			}
			o := returns.FindAnswer(ret.Observations, fmt.Sprintf("%d.value", i+1))
			if got := strings.ReplaceAll(o.Value.Table(1), ".", ""); o.Answer != returns.Given || got != where[1] {
				t.Errorf("%s, %s: %s (%v at %s), a person reads %s", name, m.name, got, o.Answer, o.At.Cell, where[1])
			}
			checked++
		}
		for _, pr := range problems {
			t.Errorf("%s: %s", name, pr.In("vi"))
		}
	}
	t.Logf("%d figures", checked)
}

// nationalPlan asks one unit for the measures a book has; nil for other books.
func nationalPlan(t *testing.T, name string) *resolution.Plan {
	t.Helper()
	var measures, layouts strings.Builder
	for i, m := range nationalMeasures {
		fmt.Fprintf(&measures, `
[[section.indicator]]
number = %d
text = %q
[[section.indicator.measure]]
id = "%d"
name = %q
unit = %q
target = "info"
method = "value"
from = ["tk"]
inputs = { value = %q }
`, i+1, m.name, i+1, m.name, m.unit, m.name)
		if where, ok := m.books[name]; ok {
			f := strings.Split(where[0], "|")
			fmt.Fprintf(&layouts, `
[[layout]]
unit = "tk"
input = "%d.value"
sheet = %q
row = %q
under = %q
column = %q
`, i+1, f[0], f[1], f[2], f[3])
		}
	}
	if layouts.Len() == 0 {
		return nil
	}
	const ofResolution = `
[resolution]
number = "1"
date = 2017-12-20
issuer = "x"
about = "y"
year = 2018
[[section]]
number = "I"
title = "z"
`
	const ofOffice = `
[office]
issuer = "A"
symbol = "BC"
place = "B"
profile = "dang-hd36"
[report]
title = "t"
[[unit]]
id = "tk"
name = "Tổng cục Thống kê"
`
	p, problems := load.Load(fstest.MapFS{
		"nghi-quyet.toml": {Data: []byte(ofResolution + measures.String())},
		"co-quan.toml":    {Data: []byte(ofOffice + layouts.String())},
	})
	if p == nil {
		t.Fatal(problems)
	}
	return p
}
