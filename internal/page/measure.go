package page

import (
	"net/http"
	"strconv"
	"strings"

	"baocao/internal/assess"
	"baocao/internal/compose"
	"baocao/internal/diag"
	"baocao/internal/resolution"
)

// measurePage is how one figure, or those of an indicator, came about.
type measurePage struct {
	Title, Text string
	Parts       []measurePart
	Verdict     resolution.Verdict
	Name        string
	Reason      string
	Trace       string
	Setting     *setting // of an indicator of several measures
}

// measurePart is one measure.
type measurePart struct {
	ID, Name, Target, Figure, Reason string
	Verdict                          resolution.Verdict
	VerdictName                      string
	Bar                              *bar
	Sources                          []sourceRow
	Questions                        []question
	Setting                          *setting
}

// sourceRow is one answer behind a figure.
type sourceRow struct {
	N                               int // its place among the measure's
	Unit, Name, Label, Value, Place string
	Key                             string // of the ask
	Asked                           bool   // a unit is asked for it, and it may be set
	Cell, Estimate, Number          bool
}

func (s *Server) measure(w http.ResponseWriter, r *http.Request, now state) {
	a, id := now.annex, r.PathValue("id")
	v := measurePage{}
	var ms []*assess.Measure
	if m := a.FindMeasure(id); m != nil {
		v.Title, v.Verdict, v.Reason = m.ID+". "+m.Name, m.Verdict, m.Reason.In(s.lang)
		ms = []*assess.Measure{m}
	} else if i := a.FindIndicator(id); i != nil {
		v.Title, v.Verdict, v.Reason = strconv.Itoa(i.Number)+". "+i.Text, i.Verdict, i.Reason.In(s.lang)
		ms = i.Measures
		if len(ms) > 1 {
			v.Setting = s.setting(a, id, i.Computed, i.Override)
		}
	} else {
		s.refuse(w, http.StatusNotFound, diag.Say("page.not-found", nil))
		return
	}
	if i := a.Plan.Indicator(ms[0].Indicator); i != nil && !strings.HasSuffix(v.Title, i.Text) {
		v.Text = i.Text
	}
	v.Name = v.Verdict.Name().In(s.lang)
	v.Trace, _ = a.Trace(id, s.lang)
	rows := a.SourceRows()
	for _, m := range ms {
		v.Parts = append(v.Parts, s.part(now, m, rows))
	}
	s.show(w, r, http.StatusOK, "measure", v.Title, v)
}

func (s *Server) part(now state, m *assess.Measure, rows []assess.SourceRow) measurePart {
	x := measurePart{ID: m.ID, Name: m.Name, Target: m.Promise(m.Target).In(s.lang), Reason: m.Reason.In(s.lang),
		Verdict: m.Verdict, VerdictName: m.Verdict.Name().In(s.lang), Bar: barOf(compose.BarOf(m))}
	x.Setting = s.setting(now.annex, m.ID, m.Computed, m.Override)
	if m.Judged != nil {
		x.Figure = m.Amount(*m.Judged).In(s.lang)
	}
	for n, from := range m.Sources {
		row := sourceRow{N: n, Unit: from.Unit, Name: now.annex.UnitName(from.Unit), Value: from.Said().In(s.lang),
			Place: diag.Place(from.At, s.lang), Cell: from.At.Cell != "", Estimate: from.Estimate}
		row.Key = from.Key
		row.Asked = now.annex.Plan.Ask(from.Unit, from.Key).Label != ""
		for _, told := range rows {
			if told.Measure == m.ID && told.Key == from.Key && told.Unit == from.Unit && told.At == from.At {
				row.Label, row.Name = told.Label, told.Sender
				row.Number = told.Kind == resolution.AskNumber
			}
		}
		x.Sources = append(x.Sources, row)
	}
	for _, p := range now.desk.Open() {
		if q := s.asked(now.annex, p); q.Measure == m.ID {
			x.Questions = append(x.Questions, q)
		}
	}
	return x
}
