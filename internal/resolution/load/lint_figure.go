package load

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/viet"
)

// What would be computed or judged otherwise than it is meant.

// checkFactor: the quotient of anything but a percentage says what it is taken
// per: an average income is no percentage.
func checkFactor(l *loader) {
	for _, m := range l.p.Measures() {
		divides := m.Method.Facts().Factored ||
			m.Method.Facts().Counted && slices.ContainsFunc(m.Inputs, isDenominator)
		if unit := m.FigureUnit(); divides && m.Per == nil && unit != "%" && unit != "‰" {
			l.at(m, "B058", "unit", diag.Args{"unit": m.Unit})
		}
	}
}

func isDenominator(in resolution.Input) bool { return in.Role == resolution.RoleDenominator }

// checkFigureUnit: what is computed in percent has no other unit.
func checkFigureUnit(l *loader) {
	for _, m := range l.p.Measures() {
		facts := m.Method.Facts()
		if facts.Unit == "%" && !facts.Factored && !m.InUnit && m.FigureUnit() != "%" {
			key := "B059"
			if facts.Difference == nil {
				key = "B069"
			}
			l.at(m, key, "unit", diag.Args{"method": string(m.Method), "unit": m.Unit})
		}
	}
}

// checkDirection: a range says which way is good where the method does not.
func checkDirection(l *loader) {
	for _, m := range l.p.Measures() {
		for _, t := range l.targets(m) {
			low, _, ok := t.Ends()
			switch {
			case !ok:
			case low.Sign() < 0 && !(m.Method.Amount() && l.p.MayFall(m)):
				l.at(m, "B060", "target", diag.Args{"target": t.Text, "method": string(m.Method)})
			case m.Method.Facts().Place && !l.tables[m].has("better"):
				l.at(m, "B061", "target", diag.Args{"target": t.Text})
			}
		}
	}
}

// checkEach: each unit has something to satisfy.
func checkEach(l *loader) {
	for _, m := range l.p.Measures() {
		if !m.Method.Facts().Counted {
			continue
		}
		answers := slices.ContainsFunc(m.Inputs, func(in resolution.Input) bool {
			return in.Role == resolution.RoleAnswer
		})
		if answers == (m.Each != nil) {
			l.at(m, "B063", "each", nil)
		}
	}
}

// checkAddedPercentages: percentages of several units are never added.
func checkAddedPercentages(l *loader) {
	for _, m := range l.p.Measures() {
		if m.Method.Adds() && m.FigureUnit() == "%" && len(m.From) > 1 {
			l.at(m, "B064", "method", nil)
		}
	}
}

// checkFromPlan: a constant says what it is and where it stands; another
// measure's figure is there, and does not come back to this one.
func checkFromPlan(l *loader) {
	for _, m := range l.p.Measures() {
		for _, in := range m.Inputs {
			key := "inputs." + string(in.Role)
			switch {
			case in.Const != nil && (in.Label == "" || in.Source == ""):
				l.at(m, "B065", key, diag.Args{"input": string(in.Role)})
			case in.Const != nil && (in.SameAs != "" || in.Of != "" || in.Lines != nil || len(in.From) > 0),
				in.Of != "" && (in.SameAs != "" || in.Lines != nil || len(in.From) > 0):
				l.at(m, "B065", key, diag.Args{"input": string(in.Role)})
			case in.Of != "" && l.p.Measure(in.Of) == nil:
				l.at(m, "B022", key+".measure", diag.Args{"key": "measure", "value": in.Of})
			}
		}
		for _, t := range l.taken(m) {
			if l.comesBack(t.from, m.ID, map[string]bool{}) {
				l.at(m, "B022", t.place, diag.Args{"key": t.key, "value": t.value})
			}
		}
	}
}

// taking is a measure whose figure goes into another's, and the key that has it so.
type taking struct{ from, place, key, value string }

// taken are the figures of this year that go into a measure's: as inputs of its own,
// as such that it shares with others, and as inputs of the parts of its whole.
func (l *loader) taken(m *resolution.Measure) (all []taking) {
	take := func(of *resolution.Measure, role resolution.Role, place, key, value string) {
		if _, in := l.p.Input(of, role); in != nil && in.Of != "" && !in.LastYear {
			all = append(all, taking{in.Of, place, key, value})
		}
	}
	for _, in := range m.Inputs {
		key, value := "measure", in.Of
		if in.SameAs != "" {
			key, value = "same_as", in.SameAs
		}
		take(m, in.Role, "inputs."+string(in.Role)+"."+key, key, value)
	}
	for _, id := range m.Of {
		if part := l.p.Measure(id); part != nil && part != m {
			for _, p := range m.Method.Facts().Parts {
				take(part, p.Asked, "of", "of", id)
			}
		}
	}
	return all
}

// comesBack reports that a measure's figure needs that of another.
func (l *loader) comesBack(from, to string, seen map[string]bool) bool {
	if from == to {
		return true
	}
	m := l.p.Measure(from)
	if m == nil || seen[from] {
		return false
	}
	seen[from] = true
	return slices.ContainsFunc(l.taken(m), func(t taking) bool { return l.comesBack(t.from, to, seen) })
}

// checkAssigned: a unit with a target of its own reports the measure, and what
// is promised of the units together is what was promised of the whole.
func checkAssigned(l *loader) {
	for _, m := range l.p.Measures() {
		var sum quantity.Number
		complete := m.Method.Adds() && len(m.Assigned) == len(m.From)
		for _, a := range m.Assigned {
			if !slices.Contains(m.From, a.Unit) {
				l.at(m, "B067", "assigned", diag.Args{"unit": a.Unit})
			}
			complete = complete && a.Target.Kind == resolution.AtLeast
			sum = sum.Add(a.Target.A)
		}
		if len(m.Assigned) > 0 && complete && m.Target.Kind == resolution.AtLeast && sum.Cmp(m.Target.A) < 0 {
			l.at(m, "B068", "assigned", diag.Args{"sum": sum.Exact(), "target": m.Target.Vi()})
		}
	}
}

// namedYear finds the years that a label names.
var namedYear = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\bnam (\d{4})\b`) })

// elsewhere are the words before a year that is not the year of the figure.
var elsewhere = []string{"so sanh", "giai doan", "den", "nhiem ky", "chuan", "goc", "quyet dinh", "nghi dinh",
	"nghi quyet", "thong tu", "luat"}

// checkYears: what is asked of this year does not name another. Last year's plan
// copied into this year asks for last year's figures.
func checkYears(l *loader) {
	year := l.p.Resolution.Year
	for _, m := range l.p.Measures() {
		for _, in := range m.Inputs {
			want, years := year, m.Method.Facts()
			if years.Years && in.Role == years.Base {
				want--
			}
			if named, other := otherYear(in.Label, want); other {
				l.at(m, "B066", "inputs."+string(in.Role), diag.Args{"label": in.Label, "found": named,
					"want": strconv.Itoa(want)})
			}
		}
	}
}

// otherYear is a year that a label names in place of the one wanted.
func otherYear(label string, want int) (named string, other bool) {
	folded := viet.Fold(label)
	for _, at := range namedYear().FindAllStringSubmatchIndex(folded, -1) {
		before := strings.TrimSpace(folded[:at[0]])
		if slices.ContainsFunc(elsewhere, func(word string) bool { return strings.HasSuffix(before, word) }) {
			continue
		}
		if named = folded[at[2]:at[3]]; named == strconv.Itoa(want) {
			return "", false
		}
		other = true
	}
	return named, other
}
