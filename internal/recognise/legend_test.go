package recognise

import (
	"strings"
	"testing"

	"baocao/internal/workbook"
)

func TestLegends(t *testing.T) {
	for text, want := range map[string]string{
		"Ô vàng: số ước": "số ước", "Màu đỏ = lấy của năm ngoái": "lấy của năm ngoái",
		"Xanh: chờ quận duyệt": "chờ quận duyệt",
		"nền cam: đoán chừng":  "đoán chừng", "Ô tô màu xanh lá là số tạm": "số tạm", "Chữ đỏ: sửa lần 2": "sửa lần 2",
		"Ghi chú: ô hồng - chưa chắc": "chưa chắc", "(*) Những ô được tô màu: còn chờ": "còn chờ",
		"o vang: so uoc":      "so uoc",
		"Dòng in đậm là tổng": "tổng", "Ô vàng: số ước; ô xanh: đã chốt": "số ước|đã chốt",
		"đỏ là anh Tư gõ lại": "anh tư gõ lại", "Cam là cây chủ lực": "", "Vàng bạc đá quý": "",
		"Xanh, sạch, đẹp": "", "Số liệu ước": "", "Phần việc còn lại": "",
		"Kiến An, ngày 9 tháng 12": "",
		"Số hộ trồng cam: 12":      "", "Đỏ": "", "In biểu gửi quận": "", "Mau 01": "", "to trinh": "",
	} {
		var got []string
		for _, l := range legendsIn(text) {
			got = append(got, l.meaning)
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}

// A legend is asked about at the figures that bear its colour, at all where none does.
func TestALegendIsOfTheFiguresThatBearItsColour(t *testing.T) {
	const yellow, blue, gold, grey = 0xFFFF99, 0x00B0F0, 0xFFC000, 0xC0C0C0
	rows := func(first, second uint32, below string) []row {
		in := func(n int64, rgb uint32) workbook.Cell {
			c := sheet("", []any{int(n)}).Cells[0]
			if rgb != 0 {
				c.Style = c.Style.Painted(workbook.HueOf(rgb), workbook.NoHue)
			}
			return c
		}
		return []row{
			{"KẾT QUẢ NĂM 2022"},
			{"TT", "Chỉ tiêu", "Đơn vị tính", "Thực hiện năm 2022"},
			{1, "Số tổ dân phố đạt tổ dân phố văn hóa", "tổ dân phố", in(9, first)},
			{2, "Tổng số tổ dân phố", "tổ dân phố", in(12, second)},
			{},
			{below},
		}
	}
	for _, c := range []struct {
		first, second uint32
		below, want   string
	}{
		{yellow, 0, "Ô vàng: phỏng chừng", "D3"}, {0, yellow, "vàng: phỏng chừng", "D4"},
		{gold, blue, "Màu vàng: phỏng chừng", "D3"}, {gold, blue, "Tô xanh: phỏng chừng; tô vàng: đã chốt", "D4"},
		{blue, 0, "Ô tô màu: còn chờ", "D3"}, {blue, 0, "Ô vàng: phỏng chừng", "D3 D4"}, {0, 0,
			"nền đỏ: phỏng chừng", "D3 D4"},
		{yellow, 0, "Ô vàng: số đã chốt", ""}, {yellow, 0, "ô vàng: số đơn vị nhập", ""}, {yellow, 0,
			"Tô vàng: chỉ tiêu đạt", ""},
		{yellow, 0, "vàng là em ghi đỡ", "D3"}, {0, 0, "vàng là em ghi đỡ", "D3 D4"},
		{0, 0, "Ô màu xám: công thức", ""}, {yellow, 0, "o vang: nhap nham", "D3"},
		// a verb is no colour, unless something leads to it or sets it off
		{grey, 0, "Các số ghi nhầm của kỳ trước", "D3 D4"}, {grey, 0, "Nền ghi: nhập nhầm", "D3"},
		{gold, 0, "Đã cam kết nộp lại số khác", "D3 D4"}, {gold, 0, "Ô cam: nhập nhầm", "D3"},
		// what is said beside a legend is heard too
		{yellow, 0, "Ô vàng: đã chốt; toàn bộ số liệu trên là phỏng đoán", "D3 D4"},
		{yellow, 0, "Ô vàng: nhập nhầm. Số liệu trên chưa được duyệt", "D3 D4"},
		{yellow, 0, "Ô vàng: đã chốt. Số liệu trên đã được duyệt", ""},
	} {
		if got := askedAt(t, rows(c.first, c.second, c.below)); got != c.want {
			t.Errorf("%06x, %06x, %s: asked at %q, want %q", c.first, c.second, c.below, got, c.want)
		}
	}
}
