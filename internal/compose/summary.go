package compose

import (
	"slices"
	"strconv"
	"strings"

	"baocao/internal/assess"
	"baocao/internal/resolution"
	"baocao/internal/viet"
	"baocao/internal/wording"
)

type summary struct {
	Tong                                int
	DatVaVuot, Vuot, Dat, DemTong       string
	DenKy                               int // how many are judged in this period
	DemDenKy                            string
	CoDatVaVuot, CoDat, CoVuot          bool
	CoDanhGia                           bool   // some are judged
	DatHayVuot                          string // "đạt và vượt", "đạt", "vượt": what there is
	VuotKeHoach                         *group
	KhongDat, ChuaCoSoLieu, ChuaDanhGia *group
	ChuaDenKy                           *group
	TheoUoc                             *group // judged by estimates in a report of results
	PhanKhongDat                        string
}

// group lists the indicators of one verdict; nil for none.
type group struct {
	Dem, LietKe string // "02"; "(3) số hộ nghèo; (10) số trường học"
	So          string // "(3), (10)"
	Nhieu       bool   // more than one
	Gom         string // ", gồm: (3)...; (10)...", by name or, where that is long, by number
}

// mostNamed is how many indicators are named one by one.
const mostNamed = 5

func (r *report) summary() summary {
	n := r.annex.Summary
	out := summary{Tong: n.Total, DemTong: viet.Count(n.Total), Vuot: viet.Count(n.Exceeded), Dat: viet.Count(n.Met),
		DatVaVuot: viet.Count(n.Exceeded + n.Met), CoDatVaVuot: n.Exceeded+n.Met > 0,
		CoDat: n.Met > 0, CoVuot: n.Exceeded > 0, CoDanhGia: n.Exceeded+n.Met+n.Missed > 0,
		DatHayVuot: r.reachedOrMore(n.Met, n.Exceeded)}
	if n.Exceeded < n.Total-n.NotDue || n.Exceeded == 1 { // all of them need no list
		out.VuotKeHoach = r.group(resolution.Exceeded, n.Exceeded)
	}
	out.KhongDat = r.group(resolution.Missed, n.Missed)
	out.ChuaCoSoLieu = r.group(resolution.NoData, n.NoData)
	out.ChuaDanhGia = r.group(resolution.Unassessed, n.Unassessed)
	out.ChuaDenKy = r.group(resolution.NotDue, n.NotDue)
	if !r.plan.Report.Estimate {
		out.TheoUoc = r.groupOf(estimated)
	}
	out.DenKy = n.Total - n.NotDue
	out.DemDenKy = viet.Count(out.DenKy)
	var missed []string
	for _, s := range r.annex.Sections {
		for _, i := range s.Indicators {
			if i.Verdict != resolution.Exceeded && i.Verdict != resolution.Met {
				continue
			}
			var names []string
			for _, m := range of(i, resolution.Missed) {
				names = append(names, lowered(alone(name(m))))
			}
			if names != nil {
				missed = append(missed, r.named(i.Number, names))
			}
		}
	}
	out.PhanKhongDat = strings.Join(missed, "; ")
	return out
}

// reachedOrMore is what is said of indicators of which so many met their plan and so
// many exceeded it.
func (r *report) reachedOrMore(met, exceeded int) string {
	words := r.plan.Words
	switch {
	case exceeded == 0:
		return words.Text("bao-cao.muc-do.dat")
	case met == 0:
		return words.Text("bao-cao.muc-do.vuot")
	}
	return words.Text("bao-cao.muc-do.dat-va-vuot")
}

// link is the number of an indicator, leading to its row in the annex.
func link(number int) string {
	n := strconv.Itoa(number)
	return "[(" + n + ")](#ct-" + n + ")"
}

// named is an indicator with what of it is spoken of.
func (r *report) named(number int, names []string) string {
	return r.plan.Words.Text("bao-cao.bai.chi-tieu",
		wording.Args{"so": link(number), "ten": Text(strings.Join(names, ", ")).String()})
}

// estimated are the measures of an indicator that are judged by an estimate.
func estimated(i assess.Indicator) []*assess.Measure {
	judged := []resolution.Verdict{resolution.Exceeded, resolution.Met, resolution.Missed}
	var out []*assess.Measure
	for _, m := range i.Measures {
		if m.Estimate && m.Override == nil && slices.Contains(judged, m.Verdict) {
			out = append(out, m)
		}
	}
	return out
}

func (r *report) group(v resolution.Verdict, count int) *group {
	if count == 0 {
		return nil
	}
	return r.groupOf(func(i assess.Indicator) []*assess.Measure {
		if i.Verdict != v {
			return nil
		}
		return of(i, v)
	})
}

func (r *report) groupOf(pick func(assess.Indicator) []*assess.Measure) *group {
	var list, numbers []string
	for _, s := range r.annex.Sections {
		for _, i := range s.Indicators {
			measures := pick(i)
			if measures == nil {
				continue
			}
			var names []string
			for _, m := range measures {
				names = append(names, lowered(alone(name(m))))
			}
			list = append(list, r.named(i.Number, names))
			numbers = append(numbers, link(i.Number))
		}
	}
	if list == nil {
		return nil
	}
	g := &group{Dem: viet.Count(len(list)), LietKe: strings.Join(list, "; "), So: strings.Join(numbers, ", "),
		Nhieu: len(list) > 1}
	words := r.plan.Words
	switch {
	case len(list) == 1:
		g.Gom = words.Text("bao-cao.bai.la", wording.Args{"cac": g.LietKe})
	case len(list) == r.annex.Summary.Total-r.annex.Summary.NotDue && len(list) > mostNamed: // all that there are
	case len(list) <= mostNamed:
		g.Gom = words.Text("bao-cao.bai.gom", wording.Args{"cac": g.LietKe})
	default:
		g.Gom = words.Text("bao-cao.bai.gom-so", wording.Args{"cac": g.So})
	}
	return g
}

// countsOf are the counts of a section's verdicts; "" where nothing is due in it.
func (r *report) countsOf(s assess.Section) string {
	n := map[resolution.Verdict]int{}
	total := 0
	for _, i := range s.Indicators {
		n[i.Verdict]++
		if i.Verdict != resolution.Info {
			total++
		}
	}
	due := total - n[resolution.NotDue]
	if due == 0 {
		return ""
	}
	words := r.plan.Words
	if good := n[resolution.Exceeded] + n[resolution.Met]; good > 0 { // the rest is in the part before
		degree := r.reachedOrMore(n[resolution.Met], n[resolution.Exceeded])
		if r.plan.Report.Estimate {
			degree = string(r.estimated(Text(degree)))
		}
		return words.Text("bao-cao.dem.co", wording.Args{"so": viet.Count(good) + "/" + viet.Count(due),
			"muc-do": degree})
	}
	var said []string
	for _, bad := range []struct {
		verdict resolution.Verdict
		key     string
	}{{resolution.Missed, "bao-cao.dem.khong-dat"}, {resolution.NoData, "bao-cao.dem.chua-so-lieu"},
		{resolution.Unassessed, "bao-cao.dem.chua-danh-gia"}} {
		if n[bad.verdict] == 0 {
			continue
		}
		count := viet.Count(n[bad.verdict])
		if said == nil {
			count = words.Text("bao-cao.dem.chi-tieu", wording.Args{"so": count})
		}
		if bad.verdict == resolution.Missed && r.plan.Report.Estimate {
			said = append(said, words.Text("bao-cao.dem.uoc-khong-dat", wording.Args{"so": count}))
			continue
		}
		said = append(said, words.Text(bad.key, wording.Args{"so": count}))
	}
	return strings.Join(said, ", ")
}
