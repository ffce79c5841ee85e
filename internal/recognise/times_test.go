package recognise

import "testing"

// What part of the year a clause names is read once, whichever way it is said.
func TestWhatTimeAClauseNames(t *testing.T) {
	k := NewKnowledge(examplePlan(t), nil)
	for said, want := range map[string]struct{ early, limits, part bool }{
		"kê tới tháng 8":          {early: true, limits: true},
		"kê tới tháng chín":       {early: true, limits: true},
		"mở sổ tháng 12":          {},
		"chốt 15/10":              {early: true, limits: true},
		"chốt 15/12":              {},
		"nhà 15/10 ngõ Mới":       {early: true},
		"gom được 7 tháng":        {early: true, part: true},
		"tính đến hết quý III":    {early: true, limits: true, part: true},
		"tính đến hết quý IV":     {},
		"q2":                      {early: true, part: true},
		"báo cáo của nửa đầu năm": {early: true},
		"mốc 31/12/2021":          {early: true},
		"mốc 31/12/2022":          {},
		"tháng này":               {},
		"ngõ 12 phố Mới":          {},
	} {
		c := speechOf(said)
		got := want
		got.early, got.limits, got.part = k.namesEarly(c), k.isBeforeTheEnd(c), k.namesPart(c)
		if got != want {
			t.Errorf("%q: %+v, want %+v", said, got, want)
		}
	}
}
