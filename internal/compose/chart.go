package compose

import (
	"strconv"
	"strings"

	"baocao/internal/assess"
	"baocao/internal/document"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/viet"
	"baocao/internal/wording"
)

var looks = map[resolution.Verdict]document.Look{
	resolution.Exceeded: document.Dark, resolution.Met: document.Grey, resolution.Missed: document.Striped,
}

// chart shows each figure beside its target; nil where the office does not want it.
func (r *report) chart() *document.Chart {
	if !r.plan.Report.Charts {
		return nil
	}
	w := r.plan.Words
	c := &document.Chart{Title: r.plan.Periodic("phu-luc.bieu-do.tieu-de", "ky.phu-luc.bieu-do", nil),
		Under: w.Text("phu-luc.bieu-do.doc")}
	for _, s := range r.annex.Sections {
		counts := map[resolution.Verdict]int{}
		for _, i := range s.Indicators {
			counts[i.Verdict]++
		}
		var said []string
		for _, v := range []resolution.Verdict{resolution.Exceeded, resolution.Met, resolution.Missed,
			resolution.NoData, resolution.Unassessed, resolution.NotDue} {
			if counts[v] > 0 {
				said = append(said, w.Text("phu-luc.bieu-do.dem",
					wording.Args{"dem": viet.Count(counts[v]), "danh-gia": viet.LowerFirst(v.Vi())}))
			}
		}
		c.Rows = append(c.Rows, document.ChartRow{Head: true, Figure: strings.Join(said, ", "),
			Label: w.Text("phu-luc.bieu-do.muc", wording.Args{"so": s.Number, "ten": s.Title})})
		for _, i := range s.Indicators {
			for _, m := range i.Measures {
				if m.Target.Kind != resolution.InfoOnly { // nothing was promised
					c.Rows = append(c.Rows, r.bar(i, m))
				}
			}
		}
	}
	return c
}

// bar is one figure. What is no amount, or has no bound, has words alone.
func (r *report) bar(i assess.Indicator, m *assess.Measure) document.ChartRow {
	w, id := r.plan.Words, m.ID
	if len(i.Measures) == 1 {
		id = strconv.Itoa(i.Number)
	}
	row := document.ChartRow{Label: id + ". " + m.Name, Verdict: m.Verdict.Vi(), Look: document.Hollow}
	if look, ok := looks[m.Verdict]; ok {
		row.Look = look
	}
	if m.Judged == nil || m.Method.Facts().IsDay {
		return row
	}
	unit := m.FigureUnit()
	figure := m.Judged.WithUnit(unit)
	if m.Estimate {
		figure += w.Text("phu-luc.o.uoc")
	}
	target := promisedBy(m).Vi()
	if m.Previous == nil {
		row.Figure = w.Text("phu-luc.bieu-do.so-lieu", wording.Args{"thuc-hien": figure, "ke-hoach": target})
	} else {
		row.Figure = w.Text("phu-luc.bieu-do.truoc", wording.Args{"thuc-hien": figure, "ke-hoach": target,
			"nam-truoc": m.Previous.Exact()})
	}
	row.Says = w.Text("phu-luc.bieu-do.mo-ta", wording.Args{"ten": m.Name, "so-lieu": row.Figure,
		"danh-gia": viet.LowerFirst(row.Verdict)})
	row.Bar = BarOf(m)
	return row
}

// BarOf puts a figure, its target and the year before's on a scale of their own, which
// has 0 on it; nil where there is no figure, or no bound.
func BarOf(m *assess.Measure) *document.Bar {
	low, high, ok := bounds(promisedBy(m))
	if !ok || m.Judged == nil || m.Method.Facts().IsDay {
		return nil
	}
	all := []quantity.Number{*m.Judged, low, high}
	if m.Previous != nil {
		all = append(all, *m.Previous)
	}
	least, most := quantity.Number{}, quantity.Number{}
	for _, n := range all {
		if n.Cmp(least) < 0 {
			least = n
		}
		if n.Cmp(most) > 0 {
			most = n
		}
	}
	width := most.Sub(least)
	on := func(n quantity.Number) float64 {
		at, _ := n.Sub(least).Quo(width) // nothing where all is 0
		return at.Float()
	}
	b := &document.Bar{Zero: on(quantity.Number{}), Value: on(*m.Judged), Low: on(low), High: on(high)}
	if m.Previous != nil {
		before := on(*m.Previous)
		b.Before = &before
	}
	return b
}

// promisedBy is what the figure is set beside: what is due by now, or else the year's.
func promisedBy(m *assess.Measure) resolution.Target {
	if m.Due.Kind == resolution.InfoOnly {
		return m.Target
	}
	return m.Due
}

// bounds are the least and the most of what a target names; one number twice for one.
func bounds(t resolution.Target) (low, high quantity.Number, ok bool) {
	switch t.Kind {
	case resolution.AtLeast, resolution.MoreThan, resolution.AtMost, resolution.LessThan, resolution.Exactly:
		return t.A, t.A, !t.Open()
	case resolution.Range:
		return t.A, t.B, true
	case resolution.Around:
		return t.A.Sub(t.B), t.A.Add(t.B), true
	case resolution.By, resolution.ByOffice, resolution.InfoOnly:
	}
	return low, high, false
}
