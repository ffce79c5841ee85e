package assess_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/resolution/load"
	"baocao/internal/returns"
)

func TestOneMeasure(t *testing.T) {
	tests := []struct {
		name, measure, forms           string
		verdict                        resolution.Verdict
		judged, percent, codes, reason string
	}{
		{"ratio exceeded", ratio + target(">= 80"), ratios("20/20", "20/28", "8/10"),
			resolution.Exceeded, "82.76", "103.45", "", "Thực hiện 82,76%, vượt mục tiêu từ 80% trở lên"},
		{"ratio met", ratio + target(">= 80"), ratios("8/10", "8/10", "8/10"),
			resolution.Met, "80", "100", "", "Thực hiện 80%, đạt mục tiêu từ 80% trở lên"},
		{"79,96 is not 80", ratio + target(">= 80"), ratios("1999/2500", "nil/nil", "nil/nil"),
			resolution.Missed, "79.96", "99.95", "", "Thực hiện 79,96%, không đạt mục tiêu từ 80% trở lên"},
		{"percent of a missed target is rounded", ratio + target(">= 80"), ratios("79999/100000", "0/1", "0/8"),
			resolution.Missed, "79.99", "99.99", "", "Thực hiện 79,99%, không đạt mục tiêu từ 80% trở lên"},
		{"strict bound met", ratio + target("> 70"), ratios("701/1000", "nil/nil", "nil/nil"),
			resolution.Met, "70.1", "100.14", "", "Thực hiện 70,1%, đạt mục tiêu trên 70%"},
		{"strict bound missed at it", ratio + target("> 70"), ratios("7/10", "nil/nil", "nil/nil"),
			resolution.Missed, "70", "-", "", "Thực hiện 70%, không đạt mục tiêu trên 70%"},
		{"ceiling", ratio + target("<= 20"), ratios("2/10", "nil/nil", "nil/nil"),
			resolution.Met, "20", "-", "", "Thực hiện 20%, đạt mục tiêu không quá 20%"},
		{"below", ratio + target("< 20"), ratios("2/10", "nil/nil", "nil/nil"),
			resolution.Missed, "20", "-", "", "Thực hiện 20%, không đạt mục tiêu dưới 20%"},
		{"31.999 of 32.000 is not 100", ratio + target("= 100"), ratios("31999/32000", "nil/nil", "nil/nil"),
			resolution.Missed, "99.99", "99.99", "", "Thực hiện 99,99%, không đạt mục tiêu 100%"},
		{"all of 32.000", ratio + target("= 100"), ratios("32000/32000", "nil/nil", "nil/nil"),
			resolution.Met, "100", "100", "", "Thực hiện 100%, đạt mục tiêu 100%"},
		{"more than all", ratio + target("= 100"), ratios("32001/32000", "nil/nil", "nil/nil"),
			resolution.NoData, "-", "-", "B412",
			"Mới có 02/03 đơn vị báo cáo: số liệu của Phường A không dùng được ở «Tử», «Mẫu»"},
		{"a stated rate above all", rate + target("= 100"), "bhxh: 1.value=100.009",
			resolution.NoData, "-", "-", "B408", "Chưa có số liệu dùng được: tính ra 100,009%, quá 100%"},
		{"divisor 0", ratio + target(">= 80"), ratios("0/0", "0/0", "0/0"),
			resolution.Unassessed, "-", "-", "B410", "Không tính được vì «Mẫu» là 0"},
		{"nothing arose anywhere", ratio + target(">= 80"), ratios("nil/nil", "nil/nil", "nil/nil"),
			resolution.Unassessed, "-", "-", "", "Không phát sinh nên không có gì để đánh giá"},
		{"nil against a number", ratio + target(">= 80"), ratios("nil/9", "8/9", "8/9"),
			resolution.NoData, "-", "-", "B407",
			"Mới có 02/03 đơn vị báo cáo: số liệu của Phường A không dùng được ở «Tử»"},
		{"a ratio is never judged in part", ratio + target(">= 80"), ratios("9/9", "9/9"),
			resolution.NoData, "-", "-", "", "Mới có 02/03 đơn vị báo cáo: Phường C chưa gửi báo cáo"},
		{"a blank and a faulty cell", ratio + target(">= 80"), ratios("9/blank", "faulty/9", "9/9"),
			resolution.NoData, "-", "-", "",
			"Mới có 01/03 đơn vị báo cáo: Phường A để trống «Mẫu»; số liệu của Phường B không dùng được ở «Tử»"},
		{"not rated yet", ratio + target(">= 80"), ratios("pending/9", "8/9", "8/9"),
			resolution.Unassessed, "-", "-", "", "Chưa có kết quả: Phường A"},
		{"pending and missing", ratio + target(">= 80"), ratios("pending/9", "8/9"),
			resolution.NoData, "-", "-", "", "Mới có 02/03 đơn vị báo cáo: Phường C chưa gửi báo cáo"},

		{"growth rounds once to the target", growth + target(">= 12"),
			"bhxh: 1.current=1119999998 1.previous=1000000000",
			resolution.Met, "12", "-", "", "Tăng 12%, đạt mục tiêu tăng từ 12% trở lên"},
		{"a fall", growth + target(">= 12"), "bhxh: 1.current=90 1.previous=100",
			resolution.Missed, "-10", "-", "", "Giảm 10%, không đạt mục tiêu tăng từ 12% trở lên"},
		{"growth from nothing", growth + target(">= 12"), "bhxh: 1.current=90 1.previous=0",
			resolution.Unassessed, "-", "-", "B410", "Không tính được vì «Năm trước» là 0; năm nay 90 đồng"},
		{"growth from a loss", below(growth) + target(">= 12"), "bhxh: 1.current=90 1.previous=-5",
			resolution.Unassessed, "-", "-", "B410", "Không tính được vì «Năm trước» là -5; năm nay 90 đồng"},
		{"from a profit to a loss", below(growth) + target(">= 12"), "bhxh: 1.current=-5 1.previous=20",
			resolution.Missed, "-125", "-", "", "Giảm 125%, không đạt mục tiêu tăng từ 12% trở lên"},
		{"a loss where a profit was planned", below(budget) + target(">= 0"), "bhxh: 1.actual=-5 1.plan=20",
			resolution.Missed, "-125", "-", "", "Giảm 125%, không đạt mục tiêu không thấp hơn dự toán"},
		{"a loss has no percent of a profit", below(lines) + target(">= 12"), "bhxh: 1.value.1=3 1.value.2=-8",
			resolution.Missed, "-5", "-", "", "Thực hiện -5 tỷ đồng, không đạt mục tiêu từ 12 tỷ đồng trở lên"},
		{"a loss that was allowed", below(lines) + target(">= -6"), "bhxh: 1.value.1=3 1.value.2=-8",
			resolution.Exceeded, "-5", "-", "", "Thực hiện -5 tỷ đồng, vượt mục tiêu từ -6 tỷ đồng trở lên"},
		{"a loss within bounds", below(lines) + target("-6..2"), "bhxh: 1.value.1=3 1.value.2=-2",
			resolution.Met, "1", "-", "", "Thực hiện 1 tỷ đồng, đạt mục tiêu -6 - 2 tỷ đồng"},
		{"a loss of another size", below(lines) + target(">= 300"), "bhxh: 1.value.1=-30000 1.value.2=-2",
			resolution.NoData, "-", "-", "B432",
			"Chưa có số liệu dùng được: tính ra -30.002 tỷ đồng, lệch khoảng 100 lần so với mục tiêu, cần kiểm tra"},
		{"others may still lose", below(sum) + target(">= 10"), "a: 1.value=25 | b: 1.value=1", resolution.NoData,
			"-", "-", "", "Mới có 02/03 đơn vị báo cáo: Phường C chưa gửi báo cáo"},
		{"growth in a range", growth + target("16..18"), "bhxh: 1.current=118.01 1.previous=100",
			resolution.Exceeded, "18.01", "-", "", "Tăng 18,01%, vượt mục tiêu tăng 16 - 18%"},
		{"against the plan", budget + target(">= 15"), "bhxh: 1.actual=115.3 1.plan=100",
			resolution.Exceeded, "15.3", "-", "",
			"Tăng 15,3% so với dự toán (bằng 115,3% dự toán), vượt mục tiêu tăng từ 15% trở lên"},
		{"under the plan", budget + target(">= 15"), "bhxh: 1.actual=95 1.plan=100",
			resolution.Missed, "-5", "-", "",
			"Giảm 5% so với dự toán (bằng 95% dự toán), không đạt mục tiêu tăng từ 15% trở lên"},
		{"the only owner has not sent", budget + target(">= 15"), "a:",
			resolution.NoData, "-", "-", "", "Chưa có số liệu: Bảo hiểm xã hội quận chưa gửi báo cáo"},

		{"value below a range", value + target("125..130"), "bhxh: 1.value=120", resolution.Missed, "120", "96", "",
			"Thực hiện 120 trường, không đạt mục tiêu 125 - 130 trường"},
		{"value inside a range", value + target("125..130"), "bhxh: 1.value=130", resolution.Met, "130", "100", "",
			"Thực hiện 130 trường, đạt mục tiêu 125 - 130 trường"},
		{"value above a range", value + target("125..130"), "bhxh: 1.value=143", resolution.Exceeded, "143", "110", "",
			"Thực hiện 143 trường, vượt mục tiêu 125 - 130 trường"},
		{"small counts get a zero", value + target(">= 2"), "bhxh: 1.value=3", resolution.Exceeded, "3", "150", "",
			"Thực hiện 03 trường, vượt mục tiêu từ 02 trường trở lên"},
		{"value nil is 0", value + target(">= 2"), "bhxh: 1.value=nil", resolution.Missed, "0", "0", "",
			"Thực hiện 0 trường, không đạt mục tiêu từ 02 trường trở lên"},
		{"around", value + target("45.87 +- 0.5"), "bhxh: 1.value=45.37", resolution.Met, "45.37", "-", "",
			"Thực hiện 45,37 trường, đạt mục tiêu 45,87 trường (± 0,5)"},
		{"lines are added", lines + target("3100..3500"), "bhxh: 1.value.1=1100 1.value.2=2100.5", resolution.Met,
			"3200.5", "100", "", "Thực hiện 3.200,5 tỷ đồng, đạt mục tiêu 3.100 - 3.500 tỷ đồng"},
		{"one line past the top", lines + target("3100..3500"), "bhxh: 1.value.1=3600 1.value.2=blank",
			resolution.Exceeded, "3600", "102.86", "",
			"Số liệu chưa đủ; tổng đã là 3.600 tỷ đồng, vượt mục tiêu 3.100 - 3.500 tỷ đồng"},
		{"one line is not the whole", lines + target("3100..3500"), "bhxh: 1.value.1=3200 1.value.2=blank",
			resolution.NoData, "-", "-", "", "Chưa có số liệu: Bảo hiểm xã hội quận để trống «Tư nhân»"},

		{"a value is printed as exactly as it is judged", strings.Replace(value, "trường", "%", 1) + target("= 100"),
			"bhxh: 1.value=99.9999", resolution.Missed, "99.9999", "99.99", "",
			"Thực hiện 99,9999%, không đạt mục tiêu 100%"},
		{"tolerance in points", strings.Replace(value, "trường", "%", 1) + target("45.87 +- 0.5"),
			"bhxh: 1.value=46.371", resolution.Missed, "46.371", "-", "",
			"Thực hiện 46,371%, không đạt mục tiêu 45,87% (± 0,5 điểm phần trăm)"},

		{"sum with nil", sum + target("= 0"), "a: 1.value=0 | b: 1.value=nil | c: 1.value=0", resolution.Met, "0", "-",
			"", "Thực hiện 0 hộ, đạt mục tiêu không có hộ nào"},
		{"a household left, others silent", sum + target("= 0"), "a: 1.value=1", resolution.Missed, "1", "-", "",
			"Mới có 01/03 đơn vị báo cáo; tổng đã là 01 hộ, không đạt mục tiêu không có hộ nào"},
		{"zero so far is not zero", sum + target("= 0"), "a: 1.value=0 | b: 1.value=0", resolution.NoData, "-", "-", "",
			"Mới có 02/03 đơn vị báo cáo: Phường C chưa gửi báo cáo"},
		{"partial sum above", sum + target(">= 3300"), "a: 1.value=3000 | b: 1.value=412", resolution.Exceeded, "3412",
			"103.39", "", "Mới có 02/03 đơn vị báo cáo; tổng đã là 3.412 hộ, vượt mục tiêu từ 3.300 hộ trở lên"},
		{"partial sum at it", sum + target(">= 3300"), "a: 1.value=3300", resolution.Met, "3300", "100", "",
			"Mới có 01/03 đơn vị báo cáo; tổng đã là 3.300 hộ, đạt mục tiêu từ 3.300 hộ trở lên"},
		{"partial sum below", sum + target(">= 3300"), "a: 1.value=3299 | b: 1.value=blank", resolution.NoData, "-",
			"-", "", "Mới có 01/03 đơn vị báo cáo: Phường C chưa gửi báo cáo; Phường B để trống «Số hộ»"},
		{"partial sum above strict", sum + target("> 10"), "a: 1.value=11", resolution.Met, "11", "110", "",
			"Mới có 01/03 đơn vị báo cáo; tổng đã là 11 hộ, đạt mục tiêu trên 10 hộ"},
		{"partial sum at strict", sum + target("> 10"), "a: 1.value=10", resolution.NoData, "-", "-", "",
			"Mới có 01/03 đơn vị báo cáo: Phường B, Phường C chưa gửi báo cáo"},
		{"partial sum past a ceiling", sum + target("<= 10"), "a: 1.value=11", resolution.Missed, "11", "-", "",
			"Mới có 01/03 đơn vị báo cáo; tổng đã là 11 hộ, không đạt mục tiêu không quá 10 hộ"},
		{"partial sum at a ceiling", sum + target("<= 10"), "a: 1.value=10", resolution.NoData, "-", "-", "",
			"Mới có 01/03 đơn vị báo cáo: Phường B, Phường C chưa gửi báo cáo"},
		{"partial sum inside a range", sum + target("10..20"), "a: 1.value=15", resolution.NoData, "-", "-", "",
			"Mới có 01/03 đơn vị báo cáo: Phường B, Phường C chưa gửi báo cáo"},
		{"partial sum past a range", sum + target("10..20"), "a: 1.value=25 | b: 1.value=pending | c: 1.value=1",
			resolution.Exceeded, "26", "130", "",
			"Mới có 02/03 đơn vị báo cáo; tổng đã là 26 hộ, vượt mục tiêu 10 - 20 hộ"},
		{"a negative answer leaves a sum open", sum + target(">= 10"), "a: 1.value=25 | b: 1.value=-1",
			resolution.NoData, "-", "-", "", "Mới có 02/03 đơn vị báo cáo: Phường C chưa gửi báo cáo"},
		{"nothing at all is no zero", sum + target(">= 0"), "bhxh:", resolution.NoData, "-", "-", "",
			"Mới có 00/03 đơn vị báo cáo: Phường A, Phường B, Phường C chưa gửi báo cáo"},

		{"statement awaits the office", status + target("statement"),
			"bhxh: 1.status='Hoàn_thành 1.evidence='Quyết_định_số_5", resolution.Unassessed, "-", "-", "B405",
			"Đơn vị báo cáo: Hoàn thành; chờ cơ quan đánh giá"},
		{"statement not sent", status + target("statement"), "a:", resolution.NoData, "-", "-", "",
			"Chưa có số liệu: Bảo hiểm xã hội quận chưa gửi báo cáo"},
		{"statement pending", status + target("statement"), "bhxh: 1.status=pending", resolution.Unassessed, "-", "-",
			"", "Chưa có kết quả: Bảo hiểm xã hội quận"},
		{"awaited target", value + target("= 0") +
			"[[section.indicator.measure.amendment]]\ndate = 2022-01-01\ndocument = \"Nghị định 07\"\npending = true\n",
			"bhxh: 1.value=0",
			resolution.Unassessed, "0", "-", "", "Thực hiện 0 trường; chờ mục tiêu mới theo Nghị định 07"},
		{"awaited target of a fall, from nothing", decrease + target(">= 5") +
			"[[section.indicator.measure.amendment]]\ndate = 2022-01-01\ndocument = \"Nghị định 07\"\npending = true\n",
			"bhxh: 1.current=2 1.previous=0",
			resolution.Unassessed, "-", "-", "", "Năm trước không có, năm nay 2; chờ mục tiêu mới theo Nghị định 07"},
		{"amended target", value + target(">= 5") +
			"[[section.indicator.measure.amendment]]\ndate = 2022-06-01\ndocument = \"Nghị quyết 9\"\n" +
			"target = \">= 3\"\n", "bhxh: 1.value=3",
			resolution.Met, "3", "100", "", "Thực hiện 03 trường, đạt mục tiêu từ 03 trường trở lên"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := assess.Consolidate(planOf(t, indicator("", tt.measure), ""), forms(tt.forms), nil, nil)
			m := a.FindMeasure("1")
			got := []string{string(m.Verdict), plain(m.Judged), plain(m.PercentOfTarget), codes(a),
				m.Reason.In(diag.Vi)}
			want := []string{string(tt.verdict), tt.judged, tt.percent, tt.codes, tt.reason}
			if !slices.Equal(got, want) {
				t.Errorf("got  %q\nwant %q", got, want)
			}
			english := m.Reason.In(diag.En)
			if english == "" || strings.Contains(english, "{") || strings.Contains(english, "annex.") {
				t.Errorf("English reason: %q", english)
			}
		})
	}
}

const share = "unit = \"%\"\nmethod = \"share\"\nfrom = [\"bhxh\"]\nof = [\"1.1\", \"1.2\"]\n"

func TestShares(t *testing.T) {
	amounts := "inputs = { value = { label = \"Giá trị\", unit = \"đồng\" } }\n"
	shares := "inputs = { value = { label = \"Tỷ trọng\", unit = \"%\" } }\n"
	tests := []struct{ name, inputs, forms, first, second, codes string }{
		{"of amounts", amounts, "bhxh: 1.1.value=1 1.2.value=2", "33.33", "66.67", ""},
		{"of nothing", amounts, "bhxh: 1.1.value=0 1.2.value=0", "-", "-", "B410"},
		{"one part nil", amounts, "bhxh: 1.1.value=5 1.2.value=nil", "100", "0", ""},
		{"one part missing", amounts, "bhxh: 1.1.value=5", "-", "-", ""},
		{"given as shares", shares, "bhxh: 1.1.value=33.3 1.2.value=66.7", "33.3", "66.7", ""},
		{"that do not sum to 100", shares, "bhxh: 1.1.value=33.3 1.2.value=66.6", "-", "-", "B409"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := planOf(t, indicator("", share+tt.inputs+target("40 +- 10"), share+tt.inputs+target("60 +- 10")), "")
			a := assess.Consolidate(p, forms(tt.forms), nil, nil)
			got := []string{plain(a.FindMeasure("1.1").Judged), plain(a.FindMeasure("1.2").Judged), codes(a)}
			if want := []string{tt.first, tt.second, tt.codes}; !slices.Equal(got, want) {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

func TestTotalGrowthAddsThePartsUp(t *testing.T) {
	total := "unit = \"%\"\nmethod = \"total_growth\"\nof = [\"1.1\", \"1.2\"]\n" + target("16..18")
	p := planOf(t, indicator("", growth+target(">= 10"), growth+target(">= 10"), total), "")
	a := assess.Consolidate(p, forms("bhxh: 1.1.current=120 1.1.previous=100 1.2.current=230 1.2.previous=200"), nil,
		nil)
	m := a.FindMeasure("1.3")
	if plain(m.Judged) != "16.67" || m.Verdict != resolution.Met || len(m.Sources) != 4 || m.Expected != 1 {
		t.Errorf("got %s %s from %d sources, %d units", plain(m.Judged), m.Verdict, len(m.Sources), m.Expected)
	}
	a = assess.Consolidate(p, forms("bhxh: 1.1.current=120 1.1.previous=100 1.2.current=230"), nil, nil)
	if m := a.FindMeasure("1.3"); m.Verdict != resolution.NoData {
		t.Errorf("without a part: %s", m.Verdict)
	}
}

func TestAnInputAskedOnceCountsTwice(t *testing.T) {
	excellent := "unit = \"%\"\nmethod = \"ratio\"\nfrom = [\"phuong\"]\n" +
		"inputs.numerator = { label = \"Xuất sắc\", unit = \"hộ\" }\n" +
		"inputs.denominator = { same_as = \"1.1.numerator\" }\n"
	p := planOf(t, indicator("", ratio+target(">= 80"), excellent+target("<= 20")), "")
	a := assess.Consolidate(p,
		forms("a: 1.1.numerator=48 1.1.denominator=58 1.2.numerator=9 | "+
			"b: 1.1.numerator=nil 1.1.denominator=nil 1.2.numerator=nil | "+
			"c: 1.1.numerator=nil 1.1.denominator=nil 1.2.numerator=nil"), nil, nil)
	m := a.FindMeasure("1.2")
	if plain(m.Judged) != "18.75" || m.Reported != 3 || !slices.Equal(m.Nil, []string{"b", "c"}) {
		t.Errorf("got %s, reported %d, nil %v", plain(m.Judged), m.Reported, m.Nil)
	}
}

func TestIndicatorVerdict(t *testing.T) {
	v := func(s string) string { return value + target(s) }
	tests := []struct {
		name, head string
		measures   []string
		forms      string
		verdict    resolution.Verdict
		reason     string
	}{
		{"missed beats all", "", []string{v(">= 2"), v(">= 2"), v(">= 2")},
			"bhxh: 1.1.value=1 1.2.value=blank 1.3.value=3", resolution.Missed,
			"Phần 1.1: Thực hiện 01 trường, không đạt mục tiêu từ 02 trường trở lên"},
		{"no data beats not assessed", "", []string{v(">= 2"), v(">= 2")}, "bhxh: 1.1.value=pending 1.2.value=blank",
			resolution.NoData,
			"Phần 1.2: Chưa có số liệu: Bảo hiểm xã hội quận để trống «Phần 1.2»"},
		{"one reason for all is said once", "", []string{v(">= 2"), v(">= 3")}, "a:", resolution.NoData,
			"Chưa có số liệu: Bảo hiểm xã hội quận chưa gửi báo cáo"},
		{"not assessed beats met", "", []string{v(">= 2"), v(">= 2")}, "bhxh: 1.1.value=pending 1.2.value=5",
			resolution.Unassessed, "Phần 1.1: Chưa có kết quả: Bảo hiểm xã hội quận"},
		{"exceeded when all that can are", "", []string{v(">= 2"), v("<= 2")}, "bhxh: 1.1.value=5 1.2.value=1",
			resolution.Exceeded, ""},
		{"met when one that can did not", "", []string{v(">= 2"), v("2..4")}, "bhxh: 1.1.value=5 1.2.value=3",
			resolution.Met, ""},
		{"met when none can exceed", "", []string{v("<= 2"), v("= 0")}, "bhxh: 1.1.value=1 1.2.value=0",
			resolution.Met, ""},
		{"information does not count", "", []string{v(">= 2"), v("info")}, "bhxh: 1.1.value=5 1.2.value=blank",
			resolution.Exceeded, ""},
		{"headline decides and names what was missed", `headline = "1.1"`, []string{v(">= 2"), v(">= 2")},
			"bhxh: 1.1.value=2 1.2.value=1", resolution.Met,
			"Thực hiện 02 trường, đạt mục tiêu từ 02 trường trở lên. Riêng phần không đạt: Phần 1.2: Thực hiện 01 " +
				"trường, không đạt mục tiêu từ 02 trường trở lên"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := assess.Consolidate(planOf(t, indicator(tt.head, tt.measures...), ""), forms(tt.forms), nil, nil)
			i := a.Sections[0].Indicators[0]
			if i.Verdict != tt.verdict || tt.reason != "" && i.Reason.In(diag.Vi) != tt.reason {
				t.Errorf("got %s: %s", i.Verdict, i.Reason.In(diag.Vi))
			}
			s := a.Summary
			if s.Total != 1 || s.Exceeded+s.Met+s.Missed+s.NoData+s.Unassessed != s.Total {
				t.Errorf("summary does not add up: %+v", s)
			}
		})
	}
}

// In a report of half a year a headline that has no milestone decides nothing: what
// is judged beside it does. Where nothing else is, the indicator is not due either.
func TestAHeadlineThatIsNotDue(t *testing.T) {
	const due = "milestone = { \"6-thang\" = \">= 2\" }\n"
	v := func(milestone string) string { return value + target(">= 5") + milestone }
	for _, c := range []struct {
		name    string
		parts   []string
		forms   string
		verdict resolution.Verdict
		reason  string
	}{
		{"a part is missed", []string{v(""), v(due), v(due)}, "bhxh: 1.1.value=9 1.2.value=1 1.3.value=2",
			resolution.Missed, "Phần 1.2: Thực hiện 01 trường, không đạt mục tiêu từ 02 trường trở lên"},
		{"a part is owed", []string{v(""), v(due), v(due)}, "bhxh: 1.1.value=9 1.3.value=2", resolution.NoData,
			"Phần 1.2: Chưa có số liệu: Bảo hiểm xã hội quận chưa gửi «Phần 1.2»"},
		{"a part is left blank", []string{v(""), v(due), v(due)}, "bhxh: 1.1.value=9 1.2.value=blank 1.3.value=2",
			resolution.NoData, "Phần 1.2: Chưa có số liệu: Bảo hiểm xã hội quận để trống «Phần 1.2»"},
		{"the parts are met", []string{v(""), v(due), v(due)}, "bhxh: 1.1.value=1 1.2.value=2 1.3.value=2",
			resolution.Met, ""},
		{"nothing is due", []string{v(""), v("")}, "bhxh: 1.1.value=9 1.2.value=1", resolution.NotDue, ""},
		{"the headline is due, a missed part is named", []string{v(due), v(due)}, "bhxh: 1.1.value=2 1.2.value=1",
			resolution.Met, "Thực hiện 02 trường, đạt mục tiêu từ 02 trường trở lên. Riêng phần không đạt: Phần 1.2: " +
				"Thực hiện 01 trường, không đạt mục tiêu từ 02 trường trở lên"},
		{"the headline is due, a part is not", []string{v(due), v("")}, "bhxh: 1.1.value=2 1.2.value=1",
			resolution.Met, "Thực hiện 02 trường, đạt mục tiêu từ 02 trường trở lên"},
	} {
		p := planOf(t, indicator(`headline = "1.1"`, c.parts...), "")
		p.Report.Period, _ = resolution.ParsePeriod("6-thang")
		i := assess.Consolidate(p, forms(c.forms), nil, nil).Sections[0].Indicators[0]
		if got := i.Reason.In(diag.Vi); i.Verdict != c.verdict || c.reason != "" && got != c.reason {
			t.Errorf("%s: %s: %s", c.name, i.Verdict, got)
		}
	}
}

func TestInformationIsShownButNotJudged(t *testing.T) {
	p := planOf(t, indicator("", value+target(">= 2"), value+target("info")), "")
	m := assess.Consolidate(p, forms("bhxh: 1.1.value=5 1.2.value=7"), nil, nil).FindMeasure("1.2")
	if m.Verdict != resolution.Info || plain(m.Judged) != "7" || m.Reason.In(diag.Vi) != "Thực hiện 07 trường" {
		t.Errorf("got %s %s: %s", m.Verdict, plain(m.Judged), m.Reason.In(diag.Vi))
	}
}

func TestOverrideKeepsTheComputedVerdict(t *testing.T) {
	decision := "[[verdict]]\nmeasure = \"1\"\nverdict = \"met\"\nreason = \"Được Thành ủy điều chỉnh\"\n" +
		"by = \"Ban Thường vụ\"\ndate = 2022-12-18\n"
	a := assess.Consolidate(planOf(t, indicator("", value+target(">= 5")), decision),
		forms("bhxh: 1.value=3"), nil, nil)
	m := a.FindMeasure("1")
	want := "Đạt theo quyết định của Ban Thường vụ: Được Thành ủy điều chỉnh (chương trình tính: Không đạt)"
	if m.Verdict != resolution.Met || m.Computed != resolution.Missed || m.Override == nil ||
		m.Reason.In(diag.Vi) != want {
		t.Errorf("got %s, computed %s: %s", m.Verdict, m.Computed, m.Reason.In(diag.Vi))
	}
	if codes(a) != "" || a.Summary.Met != 1 {
		t.Errorf("codes %q, summary %+v", codes(a), a.Summary)
	}
	a = assess.Consolidate(planOf(t, indicator("", value+target(">= 5")), decision), nil, nil, nil)
	if codes(a) != "B411" {
		t.Errorf("decided without data: codes %q", codes(a))
	}
}

func TestLastYear(t *testing.T) {
	last := resolution.LastYear{"1": {Figure: new(quantity.Int(7))}}
	tests := []struct{ name, previous, forms, want string }{
		{"asked", `previous = "ask"`, "bhxh: 1.value=3 1.last_year=4", "4"},
		{"asked, not answered", `previous = "ask"`, "bhxh: 1.value=3", "7"},
		{"stated", "previous = 5", "bhxh: 1.value=3", "5"},
		{"last year's result", "", "bhxh: 1.value=3", "7"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := assess.Consolidate(planOf(t, indicator("", value+target(">= 5")+tt.previous+"\n"), ""),
				forms(tt.forms), last, nil)
			if got := plain(a.FindMeasure("1").Previous); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

func TestUnitsThatLackTheSameAreNamedTogether(t *testing.T) {
	p := planOf(t, indicator("", ratio+target(">= 80")), "")
	a := assess.Consolidate(p, forms("a: 1.numerator=faulty 1.denominator=5 | "+
		"b: 1.numerator=3 1.denominator=blank | c: 1.numerator=faulty 1.denominator=6"), nil, nil)
	want := "Mới có 00/03 đơn vị báo cáo: số liệu của Phường A, Phường C không dùng được ở «Tử»; Phường B để " +
		"trống «Mẫu»"
	if got := a.FindMeasure("1").Reason.In(diag.Vi); got != want {
		t.Errorf("reason %q, want %q", got, want)
	}
}

func TestWhoOwesWhat(t *testing.T) {
	p := planOf(t, words+indicator("", ratio+target(">= 80"), value+target(">= 2")), "")
	spoiled := returns.Return{File: "1-nop-vao-day/c.xlsx", Unit: "c", Status: returns.StatusUnreadable}
	a := assess.Consolidate(p,
		append(forms("a: 1.1.numerator=nil 1.1.denominator=nil | b: 1.1.numerator=faulty 1.1.denominator=blank"),
			spoiled), nil, nil)
	var got []string
	for _, u := range a.Units {
		got = append(got, fmt.Sprint(u.ID, " ", u.Status, " ", u.Owes))
	}
	want := []string{"a nil []", "b faulty [1.1.numerator 1.1.denominator]",
		"c unreadable [1.1.numerator 1.1.denominator]", "bhxh missing [1.2.value]", "dan-van missing []"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if got, want := a.FindMeasure("1.1").Reason.In(diag.Vi),
		"Mới có 01/03 đơn vị báo cáo: số liệu của Phường B không dùng được ở «Tử»; Phường B để trống «Mẫu»; "+
			"không đọc được tệp của Phường C"; got != want {
		t.Errorf("reason %q, want %q", got, want)
	}
	var problems []string
	for _, p := range a.Problems {
		problems = append(problems, p.Code+" "+p.Unit+" "+p.At.Cell)
	}
	slices.Sort(problems)
	if want := []string{"B401 bhxh ", "B402 b E8", "B403 dan-van ", "B404 c "}; !slices.Equal(problems, want) {
		t.Errorf("problems %q, want %q", problems, want)
	}
	if a.Complete {
		t.Error("complete although units owe")
	}
}

// Of a figure that a file has no cell for nobody says that it was left blank.
func TestWhatIsLeftBlankAndWhatIsNotSent(t *testing.T) {
	a := assess.Consolidate(planOf(t, indicator("", ratio+target(">= 80")), ""),
		forms("a: 1.numerator=8 1.denominator=9 | b: 1.numerator=blank | c: 1.numerator=8 1.denominator=9"), nil, nil)
	if got, want := a.FindMeasure("1").Reason.In(diag.Vi), "Mới có 02/03 đơn vị báo cáo: Phường B để trống «Tử»; "+
		"Phường B chưa gửi «Mẫu»"; got != want {
		t.Errorf("reason %q, want %q", got, want)
	}
	var said []string
	for _, p := range a.Problems {
		if p.Code == "B402" {
			said = append(said, p.At.Cell+" "+p.In(diag.Vi))
		}
	}
	slices.Sort(said)
	want := []string{" Phường B chưa gửi 1 số liệu phải báo cáo: «1 Mẫu».",
		"E7 Phường B để trống 1 ô phải điền: «1 Tử»."}
	if !slices.Equal(said, want) {
		t.Errorf("got %q", said)
	}
}

// Several owners of one figure: it is taken once, when all have told it, and
// never judged on what some of them say.
func TestSeveralOwnersOfOneFigure(t *testing.T) {
	shared := strings.Replace(value, `["bhxh"]`, `["bhxh", "a"]`, 1)
	p := planOf(t, indicator("", shared+target(">= 2")), "")
	m := assess.Consolidate(p, forms("bhxh: 1.value=3 | a: 1.value=3"), nil, nil).FindMeasure("1")
	if plain(m.Judged) != "3" || m.Verdict != resolution.Exceeded || m.Reported != 2 || m.Expected != 2 ||
		len(m.Sources) != 2 {
		t.Errorf("all agree: %s %s %d/%d %d sources", plain(m.Judged), m.Verdict, m.Reported, m.Expected,
			len(m.Sources))
	}
	a := assess.Consolidate(p, forms("bhxh: 1.value=3 | a: 1.value=4"), nil, nil)
	if m = a.FindMeasure("1"); m.Judged != nil || !slices.Contains(keys(a), "B234") {
		t.Errorf("they differ: %s %v", plain(m.Judged), keys(a))
	}
	if m = assess.Consolidate(p, forms("bhxh: 1.value=3"), nil, nil).FindMeasure("1"); m.Judged != nil ||
		m.Reported != 1 || m.Expected != 2 {
		t.Errorf("one is missing: %s %d/%d", plain(m.Judged), m.Reported, m.Expected)
	}
}

// Who may be told: of a file its sender, of figures the unit that alone gave
// them, of what names other units' figures nobody, be it about that unit or not.
func TestWhoMayBeTold(t *testing.T) {
	p := planOf(t, indicator("", value+target(">= 2"), sum+target(">= 2")), "")
	a := assess.Consolidate(p, nil, nil, nil)
	problem := func(code, measure, unit string) diag.Problem {
		return diag.New(code, diag.Position{File: "1-nop-vao-day/x.xlsx"}, nil).ForMeasure(measure).ForUnit(unit)
	}
	for _, c := range []struct {
		name    string
		problem diag.Problem
		bhxh, a bool
	}{
		{"a damaged file", problem("B120", "", ""), true, true}, // whose file it is, the caller knows
		{"a cell of a unit", problem("B302", "1.1", "bhxh"), true, false},
		{"a figure of one unit", problem("B417", "1.1", ""), true, false},
		{"a figure of several units", problem("B417", "1.2", ""), false, false},
		{"one unit's part of it", problem("B413", "1.2", "a"), false, true},
		{"two owners differ", problem("B234", "1.1", "bhxh"), false, false},
		{"another unit's table differs", problem("B235", "1.1", "bhxh"), false, false},
		{"two units count the same differently", problem("B419", "1.1", "bhxh"), false, false},
		{"the office's own words", problem("B501", "", ""), false, false},
		{"nobody knows what it is", problem("B999", "1.1", "bhxh"), false, false},
	} {
		if bhxh, ward := a.MayTell(c.problem, "bhxh"), a.MayTell(c.problem, "a"); bhxh != c.bhxh || ward != c.a {
			t.Errorf("%s: told to its unit %t, to a ward %t", c.name, bhxh, ward)
		}
	}
}

// What a decision about several owners' figure saw is each owner's answer: none
// of them is told. About a unit's own files that unit may read, and no other.
func TestDecisionsAreToldToNobodyElse(t *testing.T) {
	decision := "[[figure]]\nmeasure = \"1\"\nvalue = 3\nreason = \"Công văn số 12\"\nby = \"Văn phòng\"\n" +
		"date = 2022-12-18\n"
	for _, c := range []struct {
		name, from, forms string
		told              []string
	}{
		{"two owners", `["bhxh", "a"]`, "bhxh: 1.value=3 | a: 1.value=4", nil},
		{"one owner", `["bhxh"]`, "bhxh: 1.value=4", []string{"bhxh"}},
	} {
		p := planOf(t, indicator("", strings.Replace(value, `["bhxh"]`, c.from, 1)+target(">= 2")), decision)
		a := assess.Consolidate(p, forms(c.forms), nil, nil)
		i := slices.IndexFunc(a.Problems, func(pr diag.Problem) bool { return pr.Code == "B262" })
		if i < 0 {
			t.Fatalf("%s: the decision is not asked about: %v", c.name, keys(a))
		}
		var told []string
		for _, u := range a.Units {
			if a.MayTell(a.Problems[i], u.ID) {
				told = append(told, u.ID)
			}
		}
		if !slices.Equal(told, c.told) {
			t.Errorf("%s: told to %v, want %v", c.name, told, c.told)
		}
	}
}

// A unit that sent nothing owes nothing once a person has given its figures.
func TestDecidedForAUnitThatSentNothing(t *testing.T) {
	p := planOf(t, withoutWords+indicator("", value+target(">= 2")),
		"[[figure]]\nmeasure = \"1\"\nvalue = 3\nreason = \"Công văn số 12\"\nby = \"Văn phòng\"\ndate = 2022-12-18\n")
	a := assess.Consolidate(p, nil, nil, nil)
	m := a.FindMeasure("1")
	if plain(m.Judged) != "3" || m.Verdict != resolution.Exceeded || !a.Complete {
		t.Errorf("%s %s, complete %v, problems %v", plain(m.Judged), m.Verdict, a.Complete, a.Problems)
	}
	i := slices.IndexFunc(a.Units, func(u assess.Unit) bool { return u.ID == "bhxh" })
	if u := a.Units[i]; len(u.Owes) > 0 || u.States["1.value"] != assess.StateReceived ||
		u.Status != assess.UnitAccepted {
		t.Errorf("%+v", u)
	}
	notes := strings.Join(m.Notes(nil), "; ")
	if notes != "Số liệu theo quyết định của cơ quan, ngày 18/12/2022: Công văn số 12" {
		t.Errorf("footnote %q", notes)
	}
}

// words: the report has fields of work, which units write about.
const words = "[[area]]\nid = \"kinh-te\"\ntitle = \"Phát triển kinh tế\"\n"

// A unit that is asked for nothing owes nothing, as long as nobody else is asked for words.
func TestWhoIsAskedForNothingOwesNothing(t *testing.T) {
	measure := indicator("", value+target(">= 2"))
	told := forms("bhxh: 1.value=3")
	wrote := []returns.Remark{{Unit: "bhxh", Text: "Đã mở thêm 02 điểm thu"}}
	for _, c := range []struct {
		name, plan string
		remarks    []returns.Remark
		owes       bool
	}{
		{"figures alone", measure, nil, false},
		{"a report with fields of work", words + measure, nil, true},
		{"another unit has written", measure, wrote, true},
	} {
		sent := slices.Clone(told)
		sent[0].Remarks = c.remarks
		a := assess.Consolidate(planOf(t, c.plan, ""), sent, nil, nil)
		i := slices.IndexFunc(a.Units, func(u assess.Unit) bool { return u.ID == "dan-van" })
		u := a.Units[i]
		if u.Owing() != c.owes || u.Free() == c.owes || slices.Contains(keys(a), "B403") != c.owes ||
			a.Complete == c.owes {
			t.Errorf("%s: owes %t, free %t, %v, complete %t", c.name, u.Owing(), u.Free(), keys(a), a.Complete)
		}
	}
}

// withoutWords: the office does without the narrative of units that owe nothing else.
const withoutWords = "[[silence]]\ncode = \"B403\"\nreason = \"không phải gửi\"\n"

// Warnings leave a report complete, but for a narrative that is owed: until it
// comes or the office does without it.
func TestCompleteWithWarningsOnly(t *testing.T) {
	list := words + indicator("", value+target(">= 2")+"list = true\n")
	a := assess.Consolidate(planOf(t, list, ""), forms("bhxh: 1.value=3 1.list='A;B"), nil, nil)
	if a.Complete || !slices.Contains(keys(a), "B403") {
		t.Errorf("complete %v with %v; the narrative is missing", a.Complete, keys(a))
	}
	p := planOf(t, withoutWords+list, "")
	a = assess.Consolidate(p, forms("bhxh: 1.value=3 1.list='A;B"), nil, nil)
	if !a.Complete || !slices.Contains(keys(a), "B418") {
		t.Errorf("complete %v with %v", a.Complete, keys(a))
	}
	a.AddProblems([]diag.Problem{diag.New("B407", diag.Position{}, nil)})
	if a.Complete {
		t.Error("complete in spite of an error of a later stage")
	}
}

func TestFilesOfOneUnit(t *testing.T) {
	p := planOf(t, indicator("", value+target(">= 2"), value+target(">= 2")), "")
	second := sent("bhxh", "1.1.value=blank 1.2.value=5")
	second.File = "1-nop-vao-day/bo-sung.xlsx"
	a := assess.Consolidate(p, append(forms("bhxh: 1.1.value=4 1.2.value=blank"), second), nil, nil)
	if got := plain(a.FindMeasure("1.1").Judged) + plain(a.FindMeasure("1.2").Judged); got != "45" {
		t.Errorf("a supplement completes the first file: got %s", got)
	}
	second = sent("bhxh", "1.1.value=6 1.2.value=5")
	second.File = "1-nop-vao-day/bhxh (1).xlsx"
	a = assess.Consolidate(p, append(forms("bhxh: 1.1.value=4 1.2.value=blank"), second), nil, nil)
	if m := a.FindMeasure("1.1"); m.Judged != nil || codes(a) != "" ||
		!strings.Contains(m.Reason.In(diag.Vi), "mâu thuẫn") {
		t.Errorf("4 and 6: got %s, codes %q", plain(m.Judged), codes(a))
	}
}

// The order in which files are read must not show anywhere.
func TestOrderOfReturnsDoesNotShow(t *testing.T) {
	p := planOf(t, indicator("", ratio+target(">= 80"), sum+target(">= 30"), value+target(">= 2")), "")
	all := forms("a: 1.1.numerator=4 1.1.denominator=9 1.2.value=8 | " +
		"b: 1.1.numerator=nil 1.1.denominator=6 1.2.value=blank | " +
		"c: 1.1.numerator=1 1.1.denominator=6 1.2.value=31 | bhxh: 1.3.value=2 | dan-van:")
	for i := range all {
		all[i].Remarks = []returns.Remark{{Kind: returns.Achievement, Text: all[i].Unit}}
	}
	twice := sent("a", "1.2.value=9")
	twice.File = "1-nop-vao-day/a-bo-sung.xlsx"
	all = append(all, twice)
	want := assess.Consolidate(p, slices.Clone(all), nil, nil)
	r := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		if got := assess.Consolidate(p, slices.Clone(all), nil, nil); !reflect.DeepEqual(got, want) {
			t.Fatal("another order of files gave another annex")
		}
	}
	if want.Remarks[0].Text != "a" || want.Remarks[4].Text != "dan-van" {
		t.Errorf("remarks are not in the plan's order: %v", want.Remarks)
	}
}

// A province: 300 measures of 300 units each, every one of which has sent.
func BenchmarkConsolidateLarge(b *testing.B) {
	const size = 300
	var units, measures strings.Builder
	for u := range size {
		fmt.Fprintf(&units, "[[unit]]\nid = \"xa-%d\"\nname = \"Xã %d\"\ngroup = \"xa\"\n", u, u)
	}
	for i := range size {
		fmt.Fprintf(&measures, "[[section.indicator]]\nnumber = %d\ntext = \"Chỉ tiêu.\"\n", i+1)
		fmt.Fprintf(&measures, "[[section.indicator.measure]]\nid = \"%d\"\nname = \"Phần\"\n", i+1)
		own := strings.NewReplacer("phuong", "xa", "Tử", fmt.Sprintf("Tử %d", i), "Mẫu", fmt.Sprintf("Mẫu %d", i))
		measures.WriteString(own.Replace(ratio) + target(">= 80"))
	}
	p, _ := load.Load(fstest.MapFS{
		"nghi-quyet.toml": {Data: []byte(promised + measures.String())},
		"co-quan.toml":    {Data: []byte(office + units.String())},
	})
	var all []returns.Return
	for u := range size {
		var answers strings.Builder
		for i := range size {
			fmt.Fprintf(&answers, "%d.numerator=%d %d.denominator=%d ", i+1, 60+(i+u)%30, i+1, 97+(i+u)%3)
		}
		all = append(all, sent(fmt.Sprintf("xa-%d", u), answers.String()))
	}
	for b.Loop() {
		if a := assess.Consolidate(p, all, nil, nil); a.Summary.Total != size {
			b.Fatalf("%+v", a.Summary)
		}
	}
}

func BenchmarkConsolidate(b *testing.B) {
	var measures []string
	var answers [3]strings.Builder
	for i := range 28 {
		measures = append(measures, ratio+target(">= 80"))
		for u := range answers {
			fmt.Fprintf(&answers[u], "1.%d.numerator=%d 1.%d.denominator=97 ", i+1, 60+i+u, i+1)
		}
	}
	p := planOf(b, indicator("", measures...), "")
	returns := []returns.Return{sent("a", answers[0].String()), sent("b", answers[1].String()),
		sent("c", answers[2].String())}
	for b.Loop() {
		assess.Consolidate(p, returns, nil, nil)
	}
}
