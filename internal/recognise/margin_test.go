package recognise

import (
	"slices"
	"strings"
	"testing"

	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/workbook"
)

// printedOn are the parts of a header or footer.
func printedOn(texts ...string) (all []workbook.Cell) {
	for _, t := range texts {
		all = append(all, workbook.Cell{Kind: workbook.Text, Text: t, Style: workbook.NewStyle("", "General")})
	}
	return all
}

// onPages draws a way's file and prints a header and a footer on the pages of its first
// sheet.
func onPages(w way, header, footer []workbook.Cell) way {
	draw := w.draw
	w.draw = func(p *resolution.Plan, d drawn) *workbook.Book {
		b := draw(p, d)
		b.Sheets[0].Header, b.Sheets[0].Footer = header, footer
		return b
	}
	return w
}

// What only the header or the footer of a page says of the figures is asked about as a
// title is, in every way a figure is read; what any office prints there is left alone.
func TestWhatIsPrintedOverAndUnderThePages(t *testing.T) {
	const plain = "đảng viên"
	k := knowing{}
	said := func(texts ...string) []workbook.Cell { return printedOn(texts...) }
	for _, c := range []struct {
		name           string
		header, footer []workbook.Cell
		title          string
		want           string
		exception      map[string]string
	}{
		{"another year", said("KẾT QUẢ NĂM 2021"), nil, "", "B243", nil},
		{"another year under the page", nil, said("Số liệu năm 2021"), "", "B243", nil},
		{"the title says the year", said("KẾT QUẢ NĂM 2021"), nil, "KẾT QUẢ NĂM 2022", "B975",
			map[string]string{"layout": "127"}},
		{"part of the year", said("Phòng Nội vụ", "6 tháng đầu năm"), nil, "", "B247", nil},
		{"part of the year under the page", nil, said("Số liệu 9 tháng"), "", "B247", nil},
		{"the year", said("KẾT QUẢ CẢ NĂM 2022"), said("Trang /"), "", "127", nil},
		{"a plan", said("KẾ HOẠCH NĂM 2022"), nil, "", "B255", nil},
		{"an estimate", said("ƯỚC THỰC HIỆN NĂM 2022"), nil, "", "B242", nil},
		{"a draft", said("DỰ THẢO"), nil, "", "B264", nil},
		{"a part of those asked for", nil, said("Theo sổ của ban, chỉ tính người sinh hoạt tại chỗ"), "", "B263",
			map[string]string{"layout": "127"}},
		{"for whom it is printed", nil, said("Chỉ lưu hành nội bộ"), "", "127", nil},
		{"pages, days and offices", said("ĐẢNG BỘ QUẬN KIẾN AN", "BAN TỔ CHỨC QUẬN ỦY", "Ngày 15/12/2022"),
			said("Trang  /", "Bieu 1.xlsx", "Người lập biểu: Nguyễn Văn A"), "", "127", nil},
		{"an office above", said("UBND QUẬN KIẾN AN"), said("Mẫu số 01/BC-TU"), "", "127", nil},
		{"a number of pages, where it was printed", said("Trang in 1/2"), said("sao tại văn thư"), "", "127", nil},
		{"a standard", said("TCVN ISO 9001:2015"), said("(Tiếp theo)"), "", "127", nil},
		{"all of the city", said("TOÀN THÀNH PHỐ"), nil, "", "B263", map[string]string{"layout": "127",
			"row for each unit": "127", "column for each unit": "127"}},
		{"a paper of another year", said("Ban hành kèm theo Thông tư số 12/2021/TT-BNV ngày 05/01/2021"), nil, "",
			"127",
			nil},
	} {
		for _, w := range ways {
			all := []way{onPages(w, c.header, c.footer)}
			for _, f := range carriers {
				all = append(all, f.through(t, all[0]))
			}
			for _, w := range all {
				want := c.want
				if other, ok := c.exception[w.plain()]; ok {
					want = other
				}
				switch {
				case w.plain() == "form": // its marking tells
					want = "127"
				case w.sender != "ban-to-chuc" && want[0] == 'B':
					want = ""
				}
				if got := k.outcome(t, w, drawn{title: c.title, unit: plain, value: 127}); got != want {
					t.Errorf("%s, %s: %q, want %q", c.name, w.name, got, want)
				}
			}
		}
	}
}

// A unit of measurement that only the pages print holds for all tables of the sheet
// that state none.
func TestUnitsOnThePages(t *testing.T) {
	p := examplePlan(t)
	table := func(over string) *workbook.Sheet {
		return laid([]row{{over}, nil, {"Chỉ tiêu", "Thực hiện năm 2022"}, {"Tổng giá trị sản xuất năm 2022", 16000}})
	}
	for _, c := range []struct{ over, header, footer, want string }{
		{"", "Đơn vị tính: tỷ đồng", "", "4.current=16000000 B317@B4"},
		{"", "BÁO CÁO KINH TẾ\nĐVT: tỷ đồng", "", "4.current=16000000 B317@B4"},
		{"", "", "(Đơn vị: triệu đồng)", "4.current=16000"},
		{"Đơn vị tính: triệu đồng", "Đơn vị tính: tỷ đồng", "", "4.current=16000"},
		{"", "Đơn vị tính: hộ", "", "4.current=faulty B218@B4"},
		{"", "Đơn vị: Chi cục Thống kê", "Trang  / ", "4.current=faulty B326@B4"},
		{"", "", "", "4.current=faulty B326@B4"},
	} {
		s := table(c.over)
		if c.header != "" {
			s.Header = printedOn(c.header)
		}
		if c.footer != "" {
			s.Footer = printedOn(c.footer)
		}
		if got := said(p, "thong-ke", s); got != c.want {
			t.Errorf("%q, %q, %q: %s, want %s", c.over, c.header, c.footer, got, c.want)
		}
	}
}

// A narrative whose year only the pages tell.
func TestANarrativeUnderAHeader(t *testing.T) {
	p := examplePlan(t)
	for header, want := range map[string]int{"BÁO CÁO NĂM 2021": 0, "BÁO CÁO NĂM 2022": 1, "Trang  / ": 1} {
		s := laid([]row{{"Kết quả nổi bật:"}, {"Đã tổ chức 12 lớp bồi dưỡng cho đảng viên mới."}})
		s.Header = printedOn(header)
		ret, problems := recognise(p, "1-nop-vao-day/"+partyUnit+".xlsx", "", book(s))
		if len(ret.Remarks) != want || (want == 0) != slices.ContainsFunc(problems, func(p diag.Problem) bool {
			return p.Code == "B243" && strings.Contains(p.Text().Vi, "đầu trang in")
		}) {
			t.Errorf("%s: %d remarks, %v", header, len(ret.Remarks), problems)
		}
	}
}

// Who reads the question is told where the words stand: no cell has them.
func TestAQuestionAboutAHeaderSaysSo(t *testing.T) {
	p := examplePlan(t)
	for where, want := range map[string]string{"header": "ở đầu trang in", "footer": "ở chân trang in"} {
		s := laid([]row{{"Chỉ tiêu", "Số liệu"}, {joined, 127}})
		for _, text := range []string{"6 THÁNG ĐẦU NĂM 2022",
			"SỐ LIỆU TỔNG HỢP CỦA TOÀN THÀNH PHỐ, GỒM TẤT CẢ CÁC QUẬN, HUYỆN TRỰC THUỘC"} {
			if s.Header, s.Footer = printedOn(text), nil; where == "footer" {
				s.Header, s.Footer = nil, s.Header
			}
			_, problems := recognise(p, "1-nop-vao-day/"+partyUnit+".xlsx", "", book(s))
			if len(problems) != 1 || !strings.Contains(problems[0].Text().Vi, want) || problems[0].At.Cell != "" ||
				problems[0].At.Sheet == "" {
				t.Errorf("%s %s: %v", where, text, problems)
			}
		}
	}
}
