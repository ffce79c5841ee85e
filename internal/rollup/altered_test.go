package rollup

import (
	"testing"

	"baocao/internal/quantity"
	"baocao/internal/resolution"
)

// A sentence that says the other way, or that something was missed, does not have a figure of
// as much, or of nothing.
func TestASentenceTellsWhichWay(t *testing.T) {
	t.Parallel()
	const fell = "(3) Doanh thu đạt 54 tỷ đồng, giảm 10% so với năm 2025, không đạt kế hoạch (tăng từ 5% trở lên)."
	years := map[resolution.Role]Total{"current": {Value: quantity.Int(54), Unit: "tỷ đồng", Known: true}}
	for _, x := range []struct {
		text, judged, unit string
		of                 resolution.Method
		all                bool
	}{
		{fell, "-10", "%", resolution.Growth, true},
		{fell, "10", "%", resolution.Growth, false},
		{fell, "10", "%", resolution.Decrease, true},
		{fell, "-10", "%", resolution.Decrease, false},
		{"(3) Doanh thu đạt 54 tỷ đồng, bằng năm 2025, thấp hơn kế hoạch.", "0", "%", resolution.Growth, true},
		{fell, "0", "%", resolution.Growth, false},
		{"(3) Lợi nhuận âm 4,5 tỷ đồng.", "-4.5", "tỷ đồng", resolution.Value, true},
		{"(3) Lợi nhuận âm 4,5 tỷ đồng.", "4.5", "tỷ đồng", resolution.Value, false},
		{"(3) Để xảy ra 12 vụ cháy, không đạt kế hoạch (không để xảy ra vụ nào).", "0", "vụ", resolution.Value, false},
		{"(3) Để xảy ra 12 vụ cháy, không đạt kế hoạch (không để xảy ra vụ nào).", "12", "vụ", resolution.Value, true},
		{"(3) Không để xảy ra cháy, đạt kế hoạch.", "0", "vụ", resolution.Value, true},
		{"(3) Chưa trồng cây, không đạt kế hoạch (từ 12 cây trở lên).", "0", "cây", resolution.Value, true},
		{"(3) Có 17 xã đạt chuẩn, không đạt mốc của kỳ (từ 20 xã trở lên).", "17", "xã", resolution.Value, true},
		{"(3) Có 17 xã đạt chuẩn, không đạt mốc của kỳ (từ 20 xã trở lên).", "20", "xã", resolution.Value, false},
		{"(3) Có 21 xã đạt chuẩn (mốc của kỳ từ 20 xã trở lên).", "20", "xã", resolution.Value, false},
	} {
		m := &Measure{ID: "3", Unit: x.unit, Method: x.of, Judged: new(quantity.MustParse(x.judged)), single: true}
		if x.of.Facts().Years {
			m.Totals = years
		}
		r := &Report{Measures: map[string]*Measure{"3": m}}
		if _, all := r.bySentences(&pages{words: []passage{{text: x.text}}}); all != x.all {
			t.Errorf("%s %s of %s in %q: %v", x.judged, x.unit, x.of, x.text, all)
		}
	}
}

// A unit of measurement that has another's words is not the same where it is so much of it.
func TestAUnitInThousandsIsAnother(t *testing.T) {
	t.Parallel()
	for _, x := range []struct {
		a, b string
		same bool
	}{
		{"% (tỷ trọng)", "%", true}, {"hộ dân cư", "hộ", true}, {"Hộ", "hộ", true}, {"tổ  chức", "tổ chức", true},
		{"nghìn hộ", "hộ", false}, {"triệu đồng", "đồng", false}, {"hộ", "người", false},
		{"nghìn hộ dân cư", "hộ", false}, {"đảng viên", "người", true},
	} {
		if sameUnit(x.a, x.b) != x.same {
			t.Errorf("%s, %s", x.a, x.b)
		}
	}
}

// A measure's figure may be in a unit of its own words; one in thousands of its total is not it.
func TestAFigureIsInTheUnitOfItsTotal(t *testing.T) {
	t.Parallel()
	for _, x := range []struct {
		unit, of string
		same     bool
	}{
		{"đảng viên", "người", true}, {"", "hộ", true}, {"hộ dân cư", "hộ", true}, {"hộ", "hộ dân cư", true},
		{"nghìn hộ", "hộ", false}, {"tỷ đồng", "triệu đồng", false}, {"tổ", "xã", false},
	} {
		n := quantity.Int(12)
		m := &Measure{ID: "1", Unit: x.unit, Method: resolution.Value, Actual: &n, Judged: &n,
			Totals: map[resolution.Role]Total{resolution.RoleValue: {Value: n, Unit: x.of, Known: true}}}
		p := m.agree(&resolution.Measure{ID: "1", Method: resolution.Value})
		if (p == nil) != x.same || p != nil && p.Code != "B971" {
			t.Errorf("%s of %s: %v", x.unit, x.of, p)
		}
	}
}
