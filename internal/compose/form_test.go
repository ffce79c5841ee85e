package compose_test

import (
	"slices"
	"strings"
	"testing"

	"baocao/internal/assess"
	"baocao/internal/compose"
	"baocao/internal/document"
	"baocao/internal/resolution"
)

// composed is the example's report in a form of the office's.
func composed(t *testing.T, change func(*resolution.Plan)) *document.Document {
	t.Helper()
	p := example(t)
	change(p)
	d, _ := compose.Report(assess.Consolidate(p, nil, nil, nil))
	return d
}

// The words that the rules of a form say are in the document itself, for whatever
// shows it: headings, the end of the body, the first of the recipients, the line under
// the annex's title.
func TestAReportOfAStateBody(t *testing.T) {
	t.Parallel()
	d := composed(t, func(p *resolution.Plan) {
		p.Office.Profile, p.Office.Symbol, p.Report.Number = "nha-nuoc-nd30", "BC-UBND", "7"
		p.Office.Said = "Ủy ban nhân dân quận"
		p.Report.Addressees = []string{"Ủy ban nhân dân thành phố"}
	})
	text := dump(d.Body)
	if !strings.Contains(text, "# I. ĐÁNH GIÁ CHUNG") || strings.Contains(text, "I- ") {
		t.Errorf("the headings:\n%s", text)
	}
	if !strings.HasSuffix(text, "./.\n") {
		t.Errorf("the body ends with %q", text[max(0, len(text)-60):])
	}
	if got := d.Recipients[0]; got != "Như trên" || d.Addressees[0] != "Ủy ban nhân dân thành phố" {
		t.Errorf("to %q, first of the recipients %q", d.Addressees, got)
	}
	want := "(Kèm theo Báo cáo số 07/BC-UBND ngày 20 tháng 12 năm 2022 của Ủy ban nhân dân quận)"
	if d.Annex.Under != want {
		t.Errorf("%q, want %q", d.Annex.Under, want)
	}
}

// «Như trên» stands once, and not where nobody is addressed; a Party body's report
// addresses nobody.
func TestTheFirstOfTheRecipients(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		profile string
		to      []string
		list    []string
		first   int
	}{
		"written already": {"nha-nuoc-nd30", []string{"Thành ủy"}, []string{"Như trên;", "Lưu VT"}, 1},
		"nobody":          {"nha-nuoc-nd30", nil, []string{"Lưu VT"}, 0},
		"the Party's":     {"dang-hd36", []string{"Thành ủy"}, []string{"Lưu VPQU"}, 0},
	} {
		d := composed(t, func(p *resolution.Plan) {
			p.Office.Profile, p.Report.Addressees, p.Report.Recipients = tc.profile, tc.to, tc.list
		})
		count := 0
		for _, r := range d.Recipients {
			if strings.HasPrefix(r, "Như trên") {
				count++
			}
		}
		if count != tc.first || len(d.Recipients) != len(tc.list) {
			t.Errorf("%s: %q", name, d.Recipients)
		}
		if tc.profile == "dang-hd36" && len(d.Addressees) > 0 {
			t.Errorf("%s: to %q", name, d.Addressees)
		}
	}
}

// A Party body's report keeps its own form, with the number's 0 in the annex too.
func TestAReportOfAPartyBody(t *testing.T) {
	t.Parallel()
	d := composed(t, func(p *resolution.Plan) {
		p.Report.Number = "7"
		p.Office.Joint = &resolution.Joint{Issuer: "MẶT TRẬN TỔ QUỐC QUẬN", Symbol: "MTTQ"}
	})
	text := dump(d.Body)
	if !strings.Contains(text, "# I- ĐÁNH GIÁ CHUNG") || strings.HasSuffix(text, "./.\n") {
		t.Errorf("%s", text)
	}
	if want := "(kèm theo Báo cáo số 07-BC/QU-MTTQ, ngày 20/12/2022 của Quận ủy Kiến An)"; d.Annex.Under != want {
		t.Errorf("%q, want %q", d.Annex.Under, want)
	}
	if d.Joint == nil || d.Joint.Issuer != "MẶT TRẬN TỔ QUỐC QUẬN" {
		t.Errorf("%+v", d.Joint)
	}
	if slices.Contains(d.Recipients, "Như trên") {
		t.Errorf("%q", d.Recipients)
	}
}
