package assess_test

import (
	"strings"
	"testing"

	"baocao/internal/assess"
	"baocao/internal/diag"
)

func TestTraceLeadsToEveryCell(t *testing.T) {
	p := planOf(t, indicator("", ratio+target(">= 80"), sum+target(">= 1000")), "")
	a := assess.Consolidate(p,
		forms("a: 1.1.numerator=48 1.1.denominator=58 1.2.value=1200 | "+
			"b: 1.1.numerator=nil 1.1.denominator=nil 1.2.value=30 | "+
			"c: 1.1.numerator=1 1.1.denominator=1 1.2.value=blank"), nil, nil)
	got, ok := a.Trace("1.1", diag.Vi)
	want := `Chỉ tiêu:       1.1. Phần 1.1 (%)
Mục tiêu:       từ 80% trở lên  [>= 80]
Cách tính:      100 × 49 / 59
Giá trị đúng:   83,050847457627118644
Số đánh giá:    83,05%
So mục tiêu:    103,81%
Đã báo cáo:     3/3 đơn vị
Đánh giá:       Vượt
Lý do:          Thực hiện 83,05%, vượt mục tiêu từ 80% trở lên

Tử số: Tử (hộ)
  Phường A               48  1-nop-vao-day/a.xlsx › Số liệu!E7
  Phường B  không phát sinh  1-nop-vao-day/b.xlsx › Số liệu!E7
  Phường C                1  1-nop-vao-day/c.xlsx › Số liệu!E7
  cộng                   49

Mẫu số: Mẫu (hộ)
  Phường A               58  1-nop-vao-day/a.xlsx › Số liệu!E8
  Phường B  không phát sinh  1-nop-vao-day/b.xlsx › Số liệu!E8
  Phường C                1  1-nop-vao-day/c.xlsx › Số liệu!E8
  cộng                   59
`
	if !ok || got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	got, _ = a.Trace("1.2", diag.En)
	want = `Measure:        1.2. Phần 1.2 (hộ)
Target:         at least 1,000 hộ  [>= 1000]
Formula:        sum of 2 answers = 1,230
Exact:          1,230
Judged:         1,230 hộ
Of target:      123%
Reported:       2 of 3 units
Verdict:        exceeded
Reason:         2 of 3 units have reported; the sum is already 1,230 hộ, above the target of at least 1,000 hộ

Value: Số hộ (hộ)
  Phường A  1,200  1-nop-vao-day/a.xlsx › Số liệu!E9
  Phường B     30  1-nop-vao-day/b.xlsx › Số liệu!E9
  total     1,230

Missing
  Phường C  Số hộ
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if _, ok := a.Trace("9.9", diag.Vi); ok {
		t.Error("a measure that does not exist was traced")
	}
}

func TestTraceShowsTheDecisionAndTheOtherParts(t *testing.T) {
	amounts := share + "inputs = { value = { label = \"Giá trị\", unit = \"đồng\" } }\n" + target("50 +- 1")
	decision := "[[verdict]]\nmeasure = \"1.1\"\nverdict = \"met\"\nreason = \"Đã thống nhất\"\n" +
		"by = \"Ban Thường vụ\"\ndate = 2022-12-18\n"
	a := assess.Consolidate(planOf(t, indicator("", amounts, amounts), decision),
		forms("bhxh: 1.1.value=1 1.2.value=2"), nil, nil)
	got, _ := a.Trace("1.1", diag.Vi)
	for _, line := range []string{
		"Cách tính:      100 × 1 / (1 + 2)",
		"Máy tính ra:    Không đạt",
		"Quyết định:     Đạt; Đã thống nhất; Ban Thường vụ; 18/12/2022",
		"  Bảo hiểm xã hội quận [1.2]  2  1-nop-vao-day/bhxh.xlsx › Số liệu!E8",
	} {
		if !strings.Contains(got, line+"\n") {
			t.Errorf("no line %q in\n%s", line, got)
		}
	}
}

// Every method and kind of answer has its words in both languages.
func TestTraceHasWordsForEverything(t *testing.T) {
	total := "unit = \"%\"\nmethod = \"total_growth\"\nof = [\"1.1\"]\n" + target("16..18")
	p := planOf(t, indicator("", growth+target(">= 10")+"previous = \"ask\"\n", total, budget+target("< 3"),
		status+target("statement"),
		value+target("<= 2")+"list = true\n", lines+target("> 3"), sum+target("= 0"), ratio+target("= 100"),
		value+target("info")), "")
	sent := "bhxh: 1.1.current=120 1.1.previous=100 1.1.last_year=9 1.3.actual=90 1.3.plan=100 " +
		"1.4.status='Hoàn_thành 1.4.evidence='Số_5 1.5.value=1 1.5.list='A;_B 1.6.value.1=3 1.6.value.2=pending " +
		"1.9.value=faulty | a: 1.7.value=1 1.8.numerator=2 1.8.denominator=1"
	a := assess.Consolidate(p, forms(sent), nil, nil)
	for _, m := range p.Measures() {
		for _, lang := range []diag.Lang{diag.Vi, diag.En} {
			got, _ := a.Trace(m.ID, lang)
			for _, sign := range []string{"trace.", "annex.", "answer.", "{", "}", "?"} {
				if strings.Contains(got, sign) && !(sign == "?" && a.FindMeasure(m.ID).Judged == nil) {
					t.Errorf("%q in the trace of %s:\n%s", sign, m.ID, got)
				}
			}
		}
	}
}
