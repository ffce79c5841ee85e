package recognise

import (
	"slices"
	"strconv"
	"strings"

	"baocao/internal/resolution"
	"baocao/internal/viet"
)

// Knowledge is what a plan tells the readers of its units' files: what each
// unit is asked, what asks and units are called. It is worked out once and only
// read after that, but for what it remembers of headings, so files may be read side by
// side.
type Knowledge struct {
	plan  *resolution.Plan
	last  resolution.LastYear // last year's figures, where known
	names *names              // of units
	asks  map[string]*asks    // by unit
	sole  map[string]soleAsk  // what one unit alone is asked, by its folded label
	all   []*known            // of all units, each figure once

	levels map[string]level // of government, whose figures each unit gives

	// vocabulary has the folded words of all labels, and those that change what one
	// means, with the sound of each.
	vocabulary map[string]string

	readings map[string]map[cellMeaning]string // what a person confirmed, by unit
	memory   *memory                           // what was read before
}

// asks are what some units are asked, all the same.
type asks struct {
	*Knowledge
	list  []*known
	byKey map[string]*known
}

// known is an ask with what it is called.
type known struct {
	resolution.Ask
	labels    []string   // folded: its label and, where it is the measure's only figure, the measure's name
	wordings  []wording  // of each label
	sequences [][]string // the words of each label in their order
	name      []string   // those of the measure's name
	years     []string   // that its label names
	rate      bool       // a rate is asked for
	bare      bool       // ... that a label need not call one: its unit does
	target    []string   // the figures of the target, as a label may repeat them: "125", "130"
}

// soleAsk is an ask that only its owner is asked, under a label nothing else of
// the plan bears.
type soleAsk struct {
	resolution.Ask
	owner string
}

// Plan is what is asked, and of whom.
func (k *Knowledge) Plan() *resolution.Plan { return k.plan }

// NewKnowledge works out what reading the returns to a plan takes. last are last
// year's figures by measure, nil for none: a figure far from them is asked about.
func NewKnowledge(p *resolution.Plan, last resolution.LastYear) *Knowledge {
	k := &Knowledge{plan: p, last: last, names: newNames(p), asks: map[string]*asks{}, sole: map[string]soleAsk{},
		levels: map[string]level{}, readings: remember(p), memory: &memory{}, vocabulary: map[string]string{}}
	k.names.memory = k.memory
	type group struct { // of units that are asked the same: they have one list, by which memory finds it
		own  []resolution.Ask
		asks *asks
	}
	var groups []group
	twice, called := map[string]bool{}, map[string]known{}
	for _, u := range p.Units {
		own := p.Asks(u.ID)
		i := slices.IndexFunc(groups, func(g group) bool { return slices.Equal(g.own, own) })
		if i < 0 {
			i, groups = len(groups), append(groups, group{own, k.listed(own, called)})
		}
		k.asks[u.ID], k.levels[u.ID] = groups[i].asks, k.levelOf(u.ID)
		for _, a := range groups[i].asks.list {
			if a.Kind != resolution.AskNumber || !a.Required {
				continue
			}
			label := a.labels[0]
			if _, taken := k.sole[label]; taken {
				twice[label] = true
			}
			k.sole[label] = soleAsk{a.Ask, u.ID}
		}
	}
	for _, a := range k.all {
		for _, label := range a.labels {
			for _, word := range strings.Fields(label) {
				if _, heard := k.vocabulary[word]; !heard {
					k.vocabulary[word] = soundOf(word)
				}
			}
		}
	}
	for _, word := range slices.Concat(turning, essential) {
		k.vocabulary[word] = soundOf(word)
	}
	for label := range twice {
		delete(k.sole, label)
	}
	return k
}

func (a *known) isSame(b *known) bool { return a.Key() == b.Key() }

// listed works out what some units are asked; called has what was worked out for others.
func (k *Knowledge) listed(own []resolution.Ask, called map[string]known) *asks {
	all := &asks{k, make([]*known, 0, len(own)), make(map[string]*known, len(own))}
	for _, a := range own {
		sole := isSole(a, own)
		key := a.Key() + " " + strconv.FormatBool(sole) + " " + a.Label
		one, done := called[key]
		if one.Ask = a; !done {
			one = k.know(a, sole)
			called[key] = one
			if a.Kind == resolution.AskNumber && !slices.ContainsFunc(k.all, one.isSame) {
				k.all = append(k.all, &one)
			}
		}
		all.list = append(all.list, &one)
		if all.byKey[a.Key()] == nil {
			all.byKey[a.Key()] = &one
		}
	}
	return all
}

// isSole: the ask is the only figure that a unit is asked of its measure.
func isSole(a resolution.Ask, all []resolution.Ask) bool {
	required := 0
	for _, other := range all {
		if other.Measure == a.Measure && other.Required {
			required++
		}
	}
	return a.Required && required == 1
}

// know works out what one of a unit's asks is called; sole says that its measure's
// name is its name too.
func (k *Knowledge) know(a resolution.Ask, sole bool) known {
	label, name := viet.Fold(a.Label), viet.Fold(a.Measure.Name)
	w := known{Ask: a, labels: []string{label}, name: k.meaning(a.Measure.Name), rate: isRate(label),
		years: year().FindAllString(a.Label, -1)}
	for _, n := range a.Measure.Target.Near() {
		digits := n.Plain()
		w.target = append(w.target, digits)
		if cut := len(digits) - 3; cut > 0 { // "3.300"
			w.target = append(w.target, digits[:cut], digits[cut:])
		}
	}
	w.wordings = []wording{k.wordingOf(a.Label)}
	named := k.wordingOf(a.Measure.Name)
	if sole && !named.part && (!w.wordings[0].isNews() || named.isNews()) {
		w.labels, w.wordings = append(w.labels, name), append(w.wordings, named)
	}
	if rest := k.withoutPeriod(a.Label); rest != "" {
		w.labels, w.wordings = append(w.labels, viet.Fold(rest)), append(w.wordings, k.wordingOf(rest))
	}
	for _, l := range w.wordings {
		w.sequences = append(w.sequences, sequence(l.text))
	}
	return w
}

// withoutPeriod is the label of an ask in a report of a part of the year without that part, which the heading over
// a row's figures mostly says: "Số vụ cháy 6 tháng đầu năm 2026" is the row "Số vụ cháy"; "" for a label without
// one. The year alone says nothing to a row.
func (k *Knowledge) withoutPeriod(label string) string {
	period, year := k.plan.Report.Period, k.plan.Resolution.Year
	if period.IsYear() {
		return ""
	}
	for _, y := range []int{year, year - 1} {
		if before, after, ok := strings.Cut(label, period.In(y)); ok {
			return viet.Tidy(before + " " + after)
		}
	}
	return ""
}
