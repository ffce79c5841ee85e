package app

import (
	"strings"
	"testing"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/journal"
	"baocao/internal/quantity"
	"baocao/internal/render/result"
	"baocao/internal/resolution"
	"baocao/internal/viet"
)

// A day is told as a day, and in each language as it is written there, wherever a change is
// told.
func TestADayIsToldAsADay(t *testing.T) {
	t.Parallel()
	m := &resolution.Measure{ID: "12", Name: "Ngày khánh thành", Method: resolution.OnDay}
	day := resolution.Serial(viet.Date{Year: 2022, Month: 6, Day: 15})
	was := &assess.Measure{Measure: m, Verdict: resolution.NoData, Expected: 1}
	is := &assess.Measure{Measure: m, Verdict: resolution.Met, Judged: &day}
	iso := "2022-06-15"
	before, after := TellFigure(&journal.Moved{Measure: "12", After: &iso})
	for _, c := range []struct {
		said   diag.Message
		vi, en string
	}{
		{TellChange(Change{was, is}), "  12 Ngày khánh thành: Chưa có số liệu (0/1 đơn vị) → 15/6/2022, đạt",
			"  12 Ngày khánh thành: no data (0 of 1 units) → 2022-06-15, met"},
		{before, "chưa có", "none"},
		{after, "15/6/2022", iso},
		{TellAnswer(&result.Source{Value: &iso}), "15/6/2022", iso},
	} {
		if vi, en := c.said.In(diag.Vi), c.said.In(diag.En); vi != c.vi || en != c.en {
			t.Errorf("%q, %q; want %q, %q", vi, en, c.vi, c.en)
		}
	}
}

// A figure is told as the report prints it: with the decimals that it has, and its unit.
func TestAFigureIsToldWhole(t *testing.T) {
	t.Parallel()
	for unit, number := range map[string]string{"tỷ đồng": "673.706", "‰": "3.5", "%": "82.76", "hộ": "12604"} {
		n := quantity.MustParse(number)
		m := &resolution.Measure{ID: "7", Unit: unit, Decimals: 2}
		_, after := TellFigure(&journal.Moved{Measure: "7", Unit: unit, After: &number})
		if got, want := after.In(diag.Vi), m.Amount(n).Vi; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// What keeps a plan from being changed or moved on is told with what helps.
func TestWhatIsSharedIsTold(t *testing.T) {
	t.Parallel()
	for want, err := range map[string]error{
		"ghi from vào tệp ấy":             &SharedFiles{"kien-an", []string{"../chung/nghi-quyet.toml"}},
		"không phải tệp dùng chung":       &SharedTaken{"chung/nghi-quyet-2027.toml", 2027},
		"tạo thư mục mới trên cùng ổ đĩa": &SharedFar{`D:\chung\nghi-quyet-2027.toml`},
	} {
		if told, ok := TellFailure(err); !ok || !strings.Contains(told.In(diag.Vi), want) {
			t.Errorf("%s", told.In(diag.Vi))
		}
	}
}
