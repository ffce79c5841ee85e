package rollup

import (
	"os"
	"path/filepath"
	"testing"

	"baocao/internal/pdffile"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
)

// What the examples print is what their data say, in the annex's rows and, by itself, in the
// sentences; a figure that is changed in the data is missed in both.
func TestTheExamplesPrintWhatTheirDataSay(t *testing.T) {
	for data, pdf := range map[string]string{
		"kien-an-2022/2-bao-cao/ket-qua.json":                 "BaoCao-2022.pdf",
		"phuong-an-khang-2026/2-bao-cao/ket-qua.json":         "BaoCao-2026.pdf",
		"phuong-an-khang-2026/2-bao-cao/ket-qua-6-thang.json": "BaoCao-2026-6-thang.pdf",
	} {
		data = filepath.Join("../../examples", filepath.FromSlash(data))
		text, err := os.ReadFile(data)
		if err != nil {
			t.Fatal(err)
		}
		paper, err := os.ReadFile(filepath.Join(filepath.Dir(data), pdf))
		if err != nil {
			t.Fatal(err)
		}
		f, err := pdffile.Read(paper, 1<<30)
		if err != nil {
			t.Fatal(err)
		}
		shown, err := f.Print()
		if err != nil {
			t.Fatal(err)
		}
		p := pagesOf(pdf, shown)
		r, problems := ReadData("ket-qua.json", "", "", text)
		if r == nil {
			t.Fatal(problems)
		}
		for _, u := range append(r.against(p), r.parts(p)...) {
			t.Errorf("%s: %s %s: %s, not %s", pdf, u.measure.ID, u.what.Key, u.shows, u.data)
		}
		unlikes, all := r.bySentences(p)
		for _, u := range unlikes {
			t.Errorf("%s, in its sentence: %s %s: %s, not %s", pdf, u.measure.ID, u.what.Key, u.shows, u.data)
		}
		if !all {
			t.Errorf("%s: a figure stands in no sentence", pdf)
		}
		if why, is := r.foreign(p); is {
			t.Errorf("%s: %v", pdf, why)
		}
		for _, m := range r.inOrder() {
			if m.Judged == nil || m.Method.Facts().IsDay || r.leavesOut(m) {
				continue
			}
			was := m.Judged
			m.Judged = new(was.Add(quantity.MustParse("3.17")))
			if len(r.against(p)) == 0 {
				t.Errorf("%s: %s is changed, and no row tells", pdf, m.ID)
			}
			verdict := m.Verdict
			if m.Verdict = resolution.NotDue; r.isWholeYear() && len(r.against(p)) == 0 {
				t.Errorf("%s: %s is changed and said not to be due, and no row tells", pdf, m.ID)
			}
			m.Verdict = verdict
			if _, all := r.bySentences(p); all {
				t.Errorf("%s: %s is changed, and its sentence has it", pdf, m.ID)
			}
			m.Judged = was
		}
	}
}

// What stands in a sentence beside the figure is not the figure: the plan in brackets, the year
// before. Where it is spelled in words nobody knows.
func TestASentenceTellsItsFigure(t *testing.T) {
	t.Parallel()
	const digits = "(1) Có 23 xã đạt chuẩn (năm 2025: 17 xã), bằng 95,83% kế hoạch (từ 24 trở lên), không đạt."
	const spelled = "(1) Có hai mươi ba xã đạt chuẩn (năm 2025: 17 xã), không đạt kế hoạch (từ 24 xã trở lên)."
	for _, x := range []struct {
		text   string
		judged int64
		shows  string
		all    bool
	}{
		{digits, 23, "", true},
		{digits, 24, "23 xã", false},
		{digits, 17, "23 xã", false},
		{spelled, 23, "", false},
	} {
		judged := quantity.Int(x.judged)
		m := &Measure{ID: "1", Unit: "xã", Method: "value", Judged: &judged, single: true}
		r := &Report{Measures: map[string]*Measure{"1": m}}
		unlikes, all := r.bySentences(&pages{words: []passage{{text: x.text}}})
		shows := ""
		for _, u := range unlikes {
			shows += u.shows
		}
		if shows != x.shows || all != x.all {
			t.Errorf("%d in %q: %q, %v", x.judged, x.text, shows, all)
		}
	}
}

// Counts of which the ratio is the same are others, also where it was cut off since it was missed.
func TestASentenceTellsItsCounts(t *testing.T) {
	t.Parallel()
	for said, want := range map[string]string{"62/64 lượt": "", "620/640 lượt": "620/640"} {
		judged := quantity.MustParse("96.87")
		m := &Measure{ID: "6", Unit: "%", Method: "ratio", Decimals: 2, Judged: &judged, single: true,
			Totals: map[resolution.Role]Total{"numerator": {Value: quantity.Int(62), Unit: "lượt", Known: true},
				"denominator": {Value: quantity.Int(64), Unit: "lượt", Known: true}}}
		r := &Report{Measures: map[string]*Measure{"6": m}}
		shows := ""
		for _, u := range r.againstWords(m, []passage{{text: "(6) Có " + said + ", bằng 96,87%, không đạt."}}) {
			shows += u.shows
		}
		if shows != want {
			t.Errorf("%s: %q", said, shows)
		}
	}
}
