package load

import (
	"cmp"
	"slices"

	"baocao/internal/diag"
	"baocao/internal/resolution"
)

// readRollup reads what makes the folder one of a higher committee. Units and measures
// are known by then.
func (l *loader) readRollup(root *table) {
	r := &resolution.Rollup{}
	l.p.Rollup = r
	sends := map[string]bool{}
	named := root.texts("from")
	for _, name := range named {
		ids := l.unitsNamed(name)
		if ids == nil {
			root.add("B800", "from", diag.Args{"name": name, "near": near(name, l.unitNames())})
		}
		for _, id := range ids {
			sends[id] = true
		}
	}
	for _, u := range l.p.Units {
		if named == nil || sends[u.ID] {
			r.Units = append(r.Units, u.ID)
		}
	}
	for _, t := range root.tables("measure") {
		l.readLikened(t)
	}
	for _, t := range root.tables("change") {
		l.readChange(t)
	}
	slices.SortStableFunc(r.Changes, func(a, b resolution.Change) int { return a.Date.Compare(b.Date) })
	root.close()
}

// readLikened reads what the office says of a measure in lower reports. Of one committee it
// says so once.
func (l *loader) readLikened(t *table) {
	r := l.p.Rollup
	like := resolution.Likened{Measure: t.requiredID("id"), Lower: t.id("lower"), Same: t.texts("same")}
	for _, name := range t.texts("units") {
		ids := l.unitsNamed(name)
		ids = slices.DeleteFunc(ids, func(id string) bool { return !slices.Contains(r.Units, id) })
		if len(ids) == 0 {
			t.add("B800", "units", diag.Args{"name": name, "near": near(name, l.unitNames())})
			like.Measure = ""
		}
		like.Units = append(like.Units, ids...)
	}
	if like.Lower == "" && like.Same == nil {
		t.demand("lower")
	}
	twice := slices.ContainsFunc(r.Likened, func(o resolution.Likened) bool {
		return o.Measure == like.Measure && (o.Units == nil) == (like.Units == nil) && (o.Units == nil ||
			slices.ContainsFunc(o.Units, func(id string) bool { return slices.Contains(like.Units, id) }))
	})
	switch id := like.Measure; {
	case id == "":
	case l.p.Measure(id) == nil:
		t.add("B804", "id", diag.Args{"name": id, "near": l.nearMeasure(id)})
	case twice:
		t.add("B801", "id", diag.Args{"name": id})
	default:
		r.Likened = append(r.Likened, like)
	}
	t.close()
}

func (l *loader) readChange(t *table) {
	r := l.p.Rollup
	c := resolution.Change{Date: t.date("date"), From: t.texts("from"), To: t.texts("to"), Line: t.line("")}
	t.demand("date", "from", "to")
	t.close()
	sound := !c.Date.IsZero() && len(c.From) > 0 && len(c.To) > 0
	for i, id := range c.To {
		if !slices.Contains(r.Units, id) {
			t.add("B800", "to", diag.Args{"name": id, "near": near(id, r.Units)})
			sound = false
		}
		if slices.Contains(c.To[:i], id) {
			t.add("B801", "to", diag.Args{"name": id})
		}
	}
	if sound && (len(c.From) == 1) == (len(c.To) == 1) {
		t.add("B802", "from", nil)
		sound = false
	}
	ends := l.p.Report.Period.Ends(l.p.Resolution.Year)
	if !sound || c.Date.Compare(ends) > 0 {
		return // those to come change nothing yet
	}
	for _, other := range r.Changes {
		for _, name := range slices.Concat(c.From, c.To) {
			if slices.Contains(other.From, name) || slices.Contains(other.To, name) {
				t.add("B801", "from", diag.Args{"name": name})
				return
			}
		}
	}
	r.Changes = append(r.Changes, c)
}

// unitsNamed are the units of an id or a group; nil for none.
func (l *loader) unitsNamed(name string) (ids []string) {
	for _, u := range l.p.Units {
		if u.ID == name || u.Group == name {
			ids = append(ids, u.ID)
		}
	}
	return ids
}

func (l *loader) unitNames() (all []string) {
	for _, u := range l.p.Units {
		all = append(all, u.ID, cmp.Or(u.Group, u.ID))
	}
	slices.Sort(all)
	return slices.Compact(all)
}
