package load

import (
	"fmt"
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/viet"
)

// checks lint a plan against itself, each one rule. They report at the key that
// has to be mended.
var checks = []func(*loader){
	checkParts,
	checkIndicatorNumbers,
	checkMeasureIDs,
	checkAreas,
	checkUnits,
	checkOwners,
	checkTargetFitsMethod,
	checkFactor,
	checkFigureUnit,
	checkDirection,
	checkEach,
	checkAddedPercentages,
	checkFromPlan,
	checkAssigned,
	checkYears,
	checkSameAs,
	checkInputUnits,
	checkReferences,
	checkOf,
	checkShares,
	checkGrowthAndStructure,
	checkMeasures,
	checkDates,
	checkTitle,
	checkForm,
	checkLayouts,
	checkDecisions,
	checkChoices,
	checkEstimators,
	checkSenders,
	checkReadings,
}

// checkParts: a plan without sections, indicators, measures or units is no plan.
func checkParts(l *loader) {
	if len(l.p.Sections) == 0 {
		l.res.add("B007", "section", diag.Args{"key": "section"})
	}
	if len(l.p.Units) == 0 {
		l.office.add("B007", "unit", diag.Args{"key": "unit"})
	}
	for i, s := range l.p.Sections {
		if len(s.Indicators) == 0 {
			l.sections[i].add("B007", "indicator", diag.Args{"key": "section.indicator"})
		}
		for j := range l.p.Sections[:i] {
			if s.Number != "" && s.Number == l.p.Sections[j].Number {
				l.sections[i].add("B012", "number", diag.Args{"what": diag.Text{Vi: "phần", En: "section"},
					"id": s.Number, "line": l.sections[j].line("number")})
			}
		}
	}
}

// eachIndicator calls f with every indicator and its table.
func (l *loader) eachIndicator(f func(*resolution.Indicator, *table)) {
	n := 0
	for i := range l.p.Sections {
		for j := range l.p.Sections[i].Indicators {
			f(&l.p.Sections[i].Indicators[j], l.indicators[n])
			n++
		}
	}
}

// checkIndicatorNumbers: indicators are numbered 1, 2, 3... through all sections.
func checkIndicatorNumbers(l *loader) {
	seen := map[int]*table{}
	want := 1
	l.eachIndicator(func(ind *resolution.Indicator, t *table) {
		switch first := seen[ind.Number]; {
		case !t.has("number"):
		case first != nil:
			t.add("B010", "number", diag.Args{"number": ind.Number, "line": first.line("number")})
			return
		case ind.Number != want:
			t.add("B011", "number", diag.Args{"number": ind.Number, "want": want})
			want = ind.Number
		}
		seen[ind.Number] = t
		want++
	})
}

// checkMeasureIDs: a measure's id is its indicator's number, or that and a part.
func checkMeasureIDs(l *loader) {
	for _, m := range l.p.Measures() {
		if first := l.p.Measure(m.ID); first != m {
			l.at(m, "B012", "id", diag.Args{"what": diag.Text{Vi: "chỉ tiêu", En: "measure"}, "id": m.ID,
				"line": first.Line})
			continue
		}
		if m.ID != "" && !measureID(m.ID, m.Indicator) {
			l.at(m, "B013", "id", diag.Args{"number": m.Indicator})
		}
	}
}

// checkAreas: no two fields of work share an id or a title.
func checkAreas(l *loader) {
	seen := map[string]int{}
	for i, a := range l.p.Areas {
		for _, name := range slices.Compact([]string{viet.Fold(a.ID), viet.Fold(a.Title)}) {
			if first, twice := seen[name]; twice && first != i && name != "" {
				l.areas[i].add("B012", "id", diag.Args{"what": diag.Text{Vi: "lĩnh vực", En: "area"}, "id": a.ID,
					"line": l.areas[first].line("id")})
				break
			}
			seen[name] = i
		}
	}
}

// checkUnits: nothing that names one unit names another, as files are
// recognised by ids, names and aliases after folding.
func checkUnits(l *loader) {
	owner := map[string]int{}
	for i, u := range l.p.Units {
		for _, name := range slices.Concat([]string{u.ID, u.Name}, u.Aliases) {
			key := viet.Fold(name)
			first, taken := owner[key]
			switch {
			case key == "":
			case !taken:
				owner[key] = i
			case first != i:
				where := "name"
				if name == u.ID {
					where = "id"
				} else if name != u.Name {
					where = "aliases"
				}
				l.units[i].add("B026", where, diag.Args{"name": name, "unit": u.ID, "other": l.p.Units[first].ID,
					"line": l.units[first].line("id")})
			}
		}
	}
	for i, u := range l.p.Units {
		if other := l.p.Unit(u.Group); other != nil && u.Group != "" {
			l.units[i].add("B027", "group", diag.Args{"group": u.Group, "unit": u.ID})
		}
		if u.ID != "" && !resolution.IsUnitID(u.ID) {
			l.units[i].add("B038", "id", diag.Args{"id": u.ID})
		}
	}
}

// checkOwners: every number is reported by somebody, and a statement by one. A
// single value of several named owners is one figure that all of them know.
func checkOwners(l *loader) {
	for _, m := range l.p.Measures() {
		for _, in := range m.Inputs {
			if in.Asked() && len(in.From) == 0 {
				l.at(m, "B019", "from", nil)
				break
			}
		}
		if len(m.From) > 1 && m.Method.Facts().OneFigure && l.namesGroup(m) {
			l.at(m, "B020", "from", diag.Args{"method": string(m.Method), "count": len(m.From)})
		}
	}
}

// namesGroup: the owners are named as a group: wards that each report their
// own number, not several owners of one.
func (l *loader) namesGroup(m *resolution.Measure) bool {
	return slices.ContainsFunc(l.tables[m].texts("from"), func(word string) bool { return l.p.Unit(word) == nil })
}

// checkTargetFitsMethod: a statement is promised by "statement" and by nothing else, a day
// by a day; and no place is promised to be low, which is what a large number of it is.
func checkTargetFitsMethod(l *loader) {
	for _, m := range l.p.Measures() {
		for _, t := range l.targets(m) {
			if t.Text == "" || t.Kind == resolution.InfoOnly {
				continue
			}
			if (t.Kind == resolution.ByOffice) != m.Method.ByOffice() {
				l.at(m, "B021", "target", diag.Args{"method": string(m.Method), "target": t.Text})
			} else if facts := m.Method.Facts(); (t.Kind == resolution.By) != facts.IsDay ||
				facts.Place && (t.Kind == resolution.AtLeast || t.Kind == resolution.MoreThan) {
				l.at(m, "B062", "target", diag.Args{"method": string(m.Method), "target": t.Text})
			}
		}
	}
}

// targets are the measure's target, those of its amendments and its milestones.
func (l *loader) targets(m *resolution.Measure) []resolution.Target {
	all := []resolution.Target{m.Target}
	for _, a := range m.Amendments {
		if a.Target != nil {
			all = append(all, *a.Target)
		}
	}
	for _, mile := range m.Milestones {
		all = append(all, mile.Target)
	}
	return all
}

// checkSameAs: an input asked elsewhere is asked there, by a measure of its
// own, in the same unit.
func checkSameAs(l *loader) {
	for _, m := range l.p.Measures() {
		for _, in := range m.Inputs {
			if in.SameAs == "" {
				continue
			}
			key := "inputs." + string(in.Role)
			_, source := l.p.InputByKey(in.SameAs)
			switch {
			case source == nil, source.Role.InWords():
				l.at(m, "B022", key+".same_as", diag.Args{"key": "same_as", "value": in.SameAs})
			case in.Unit != "" && viet.Fold(in.Unit) != viet.Fold(source.Unit):
				l.at(m, "B023", key+".unit", diag.Args{"unit": in.Unit, "other": in.SameAs, "want": source.Unit})
			case in.Label != "" || in.Lines != nil || in.From != nil:
				l.at(m, "B024", key, diag.Args{"value": in.SameAs})
			}
		}
	}
}

// checkInputUnits: amounts that are divided name their unit, and those that
// are subtracted from each other, or are parts of one whole, share it.
func checkInputUnits(l *loader) {
	for _, m := range l.p.Measures() {
		if !m.Divided() || m.Method.Facts().Counted {
			continue
		}
		first := ""
		for _, in := range m.Inputs {
			key := "inputs." + string(in.Role)
			unit := in.Unit
			if in.Of != "" {
				if of := l.p.Measure(in.Of); of != nil && unit == "" {
					unit = of.FigureUnit()
				}
			} else if in.SameAs != "" {
				if _, source := l.p.InputByKey(in.SameAs); source != nil {
					unit = source.Unit
				}
			} else if unit == "" {
				l.at(m, "B025", key, diag.Args{"input": string(in.Role)})
			}
			if first == "" {
				first = unit
			} else if unit != "" && viet.Fold(unit) != viet.Fold(first) && m.Method.Changes() {
				l.at(m, "B030", key, diag.Args{"unit": unit, "want": first})
			}
		}
	}
}

// checkReferences: what a measure or an indicator names is there.
func checkReferences(l *loader) {
	missing := func(m *resolution.Measure, key, id string) {
		if id != "" && l.p.Measure(id) == nil {
			l.at(m, "B022", key, diag.Args{"key": key, "value": id})
		}
	}
	for _, m := range l.p.Measures() {
		missing(m, "part_of", m.PartOf)
		missing(m, "growth_measure", m.GrowthOf)
		for _, id := range m.Of {
			missing(m, "of", id)
		}
		if growth := l.p.Measure(m.GrowthOf); growth != nil && !growth.Method.Facts().Years {
			l.at(m, "B022", "growth_measure", diag.Args{"key": "growth_measure", "value": m.GrowthOf})
		}
		if m.PartOf == m.ID && m.ID != "" {
			l.at(m, "B022", "part_of", diag.Args{"key": "part_of", "value": m.ID})
		}
	}
	l.eachIndicator(func(ind *resolution.Indicator, t *table) {
		if ind.Headline == "" {
			return
		}
		for _, m := range ind.Measures {
			if m.ID == ind.Headline {
				return
			}
		}
		t.add("B022", "headline", diag.Args{"key": "headline", "value": ind.Headline})
	})
}

// checkOf: a share is one of the parts it names, which are shares too and in
// one unit; a total's growth adds up measures that have two years.
func checkOf(l *loader) {
	for _, m := range l.p.Measures() {
		facts := m.Method.Facts()
		if facts.Of == "" {
			if m.Of != nil {
				l.at(m, "B032", "of", diag.Args{"method": string(m.Method)})
			}
			continue
		}
		if m.Of == nil {
			l.at(m, "B007", "of", diag.Args{"key": "of"})
			continue
		}
		if facts.OfSelf && !slices.Contains(m.Of, m.ID) {
			l.at(m, "B031", "of", nil)
		}
		for i, id := range m.Of {
			part := l.p.Measure(id)
			switch {
			case part == nil:
			case slices.Contains(m.Of[:i], id), part.Method != facts.Of:
				l.at(m, "B033", "of", diag.Args{"value": id, "want": string(facts.Of)})
			case len(part.Inputs) > 0 && len(m.Inputs) > 0 &&
				viet.Fold(part.Inputs[0].Unit) != viet.Fold(m.Inputs[0].Unit):
				l.at(m, "B030", "of", diag.Args{"unit": fmt.Sprintf("%s (%s)", part.Inputs[0].Unit, id),
					"want": m.Inputs[0].Unit})
			}
		}
	}
}

// checkMeasures: an indicator holds a figure. One of nothing but information is
// allowed, and not counted.
func checkMeasures(l *loader) {
	l.eachIndicator(func(ind *resolution.Indicator, t *table) {
		if len(ind.Measures) == 0 {
			t.add("B034", "number", diag.Args{"number": ind.Number})
		}
	})
}

// checkDates: the year is one of ours, the resolution precedes its year's end
// and the report follows the resolution.
func checkDates(l *loader) {
	r, t := l.p.Resolution, l.res.sub("resolution")
	if t.has("year") && (r.Year < 1945 || r.Year > 2200) {
		t.add("B035", "year", diag.Args{"year": r.Year})
		return
	}
	if !r.Date.IsZero() && r.Year != 0 && (r.Date.Year < r.Year-5 || r.Date.Year > r.Year) {
		t.add("B036", "date", diag.Args{"date": r.Date.Short(), "year": r.Year})
	}
	if d := l.p.Report.Date; !d.IsZero() && r.Year != 0 && (d.Year < r.Year || d.Year > r.Year+1) {
		l.office.sub("report").add("B037", "date", diag.Args{"date": d.Short(), "year": r.Year})
	}
	checkDue := func(t *table, d viet.Date) {
		if !d.IsZero() && r.Year != 0 && (d.Year < r.Year || d.Year > r.Year+1) {
			t.add("B081", "due", diag.Args{"date": d.Short(), "year": r.Year})
		}
	}
	checkDue(l.office.sub("report"), l.p.Report.Due)
	for i, u := range l.p.Units {
		checkDue(l.units[i], u.Due)
	}
}

// numbersIn are the numbers of resolutions that a text names: "05-NQ/ĐU", "25/NQ-HĐND".
func numbersIn(text string) []string {
	var all []string
	for word := range strings.FieldsSeq(text) {
		word = strings.Trim(word, ".,;:()«»\"“”")
		if word != "" && word[0] >= '0' && word[0] <= '9' &&
			(strings.Contains(word, "-NQ/") || strings.Contains(word, "/NQ-")) {
			all = append(all, word)
		}
	}
	return all
}

// checkTitle: the title of a part of the year names it, and no title names another
// resolution than the plan's.
func checkTitle(l *loader) {
	own := strings.Join(strings.Fields(l.p.Resolution.Number), "")
	for _, other := range numbersIn(l.p.Report.Title) {
		if own != "" && !resolution.IsBlank(own) && viet.Fold(other) != viet.Fold(own) {
			l.office.sub("report").add("B086", "title", diag.Args{"other": other, "number": own})
		}
	}
	of, year := l.p.Report.Period, l.p.Resolution.Year
	title := viet.Fold(l.p.Report.Title)
	if of.IsYear() || title == "" ||
		slices.ContainsFunc(of.Names(), func(name string) bool { return viet.HasPhrase(title, viet.Fold(name)) }) {
		return
	}
	l.office.sub("report").add("B071", "title",
		diag.Args{"want": diag.Text{Vi: of.In(year), En: of.EnIn(year)}, "place": "{ky}"})
}

// checkLayouts: a layout is of a unit that owes the input.
func checkLayouts(l *loader) {
	for i, y := range l.p.Layouts {
		if y.Unit != "" && l.p.Unit(y.Unit) == nil {
			l.layouts[i].add("B039", "unit", diag.Args{"key": "unit", "value": y.Unit})
			continue
		}
		asked := slices.ContainsFunc(l.p.Asks(y.Unit), func(a resolution.Ask) bool { return a.Key() == y.Input })
		if y.Input != "" && !asked {
			l.layouts[i].add("B039", "input", diag.Args{"key": "input", "value": y.Input})
		}
	}
}
