package load

import (
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/viet"
)

// readReadings reads what was confirmed about the units' own tables. Units and
// inputs may have gone since: such an entry is left out, and said.
func (l *loader) readReadings(root *table) {
	for _, t := range root.tables("reading") {
		r := resolution.Reading{ID: t.text("id"), Unit: t.required("unit"), Label: t.text("label"),
			Heading: t.text("heading"), Input: t.required("input"), By: t.text("by"), Date: t.date("date"),
			Line: t.line("")}
		t.close()
		if r.Label == "" && r.Heading == "" {
			t.add("B052", "", diag.Args{"why": diag.Text{Vi: "thiếu label và heading",
				En: "it has neither label nor heading"}})
			continue
		}
		l.p.Readings = append(l.p.Readings, r)
		l.readings = append(l.readings, t)
	}
	root.close()
}

// checkReadings leaves out the readings that fit no unit or input of this plan,
// and those that say different things of one cell.
func checkReadings(l *loader) {
	type cell struct{ unit, label, heading string }
	of := func(r resolution.Reading) cell { return cell{r.Unit, viet.Fold(r.Label), viet.Fold(r.Heading)} }
	inputs := map[cell]map[string]bool{}
	var kept []resolution.Reading
	for i, r := range l.p.Readings {
		t := l.readings[i]
		r.Label, r.Heading = l.p.InYear(r.Label), l.p.InYear(r.Heading)
		asks := l.p.Asks(r.Unit)
		known := slices.ContainsFunc(asks, func(a resolution.Ask) bool { return a.Key() == r.Input })
		switch {
		case l.p.Unit(r.Unit) == nil:
			t.add("B052", "unit", diag.Args{"why": diag.Text{Vi: "không có đơn vị «" + r.Unit + "»",
				En: "there is no unit “" + r.Unit + "”"}})
		case !known && r.Input != resolution.NoInput:
			t.add("B052", "input", diag.Args{"why": diag.Text{Vi: "đơn vị không phải báo cáo «" + r.Input + "»",
				En: "the unit is not asked “" + r.Input + "”"}})
		default:
			if inputs[of(r)] == nil {
				inputs[of(r)] = map[string]bool{}
			}
			inputs[of(r)][r.Input] = true
			if len(inputs[of(r)]) == 2 {
				t.add("B052", "input", diag.Args{"why": diag.Text{
					Vi: "một mục khác nói khác về cùng ô «" + r.Label + "»",
					En: "another entry says otherwise of the same cell “" + r.Label + "”"}})
			}
			kept = append(kept, r)
		}
	}
	l.p.Readings = slices.DeleteFunc(kept, func(r resolution.Reading) bool { return len(inputs[of(r)]) > 1 })
}

// readEstimators reads whose estimates the office takes.
func (l *loader) readEstimators() {
	for _, t := range l.decision.tables("estimate") {
		e := resolution.Estimator{ID: t.text("id"), Unit: t.required("unit"), Reason: t.required("reason"),
			By: t.required("by"), Date: t.date("date"), Line: t.line("")}
		t.demand("date")
		l.p.Estimators = append(l.p.Estimators, e)
		l.estimators = append(l.estimators, t)
		t.close()
	}
}

// checkEstimators: whose estimates are taken is one of the units.
func checkEstimators(l *loader) {
	for i, e := range l.p.Estimators {
		if e.Unit != "" && l.p.Unit(e.Unit) == nil {
			l.estimators[i].add("B047", "unit", diag.Args{"key": "unit", "value": e.Unit,
				"known": strings.Join(l.unitIDs(), ", "), "near": l.nearUnit(e.Unit)})
		}
	}
}

// unitIDs are the ids of all units.
func (l *loader) unitIDs() []string {
	var ids []string
	for _, u := range l.p.Units {
		ids = append(ids, u.ID)
	}
	return ids
}

func (l *loader) readSenders() {
	for _, t := range l.decision.tables("sender") {
		s := resolution.Sender{ID: t.text("id"), File: slashed(t.required("file")), SHA256: t.required("sha256"),
			Unit: t.required("unit"), By: t.required("by"), Date: t.date("date"), Line: t.line("")}
		t.demand("date")
		l.p.Senders = append(l.p.Senders, s)
		l.senders = append(l.senders, t)
		t.close()
	}
}

// checkSenders: a sender is one of the units, and a content has one.
func checkSenders(l *loader) {
	seen := map[string]string{}
	known := l.unitIDs()
	for i, s := range l.p.Senders {
		sha := strings.ToLower(s.SHA256)
		switch first, twice := seen[sha]; {
		case s.Unit == "" || s.SHA256 == "":
		case l.p.Unit(s.Unit) == nil && s.Unit != resolution.NoUnit:
			l.senders[i].add("B047", "unit", diag.Args{"key": "unit", "value": s.Unit,
				"known": strings.Join(known, ", "), "near": l.nearUnit(s.Unit)})
		case twice && first != s.Unit:
			l.senders[i].add("B047", "unit", diag.Args{"key": "unit", "value": s.Unit, "known": first,
				"near": ""})
		default:
			seen[sha] = s.Unit
		}
	}
}
