package recognise

import (
	"slices"
	"strings"
	"sync"

	"baocao/internal/resolution"
	"baocao/internal/viet"
)

// matter is what the words beside a figure are understood by: the plan, what is asked, and of
// which kind the sender is. What they say depends on nothing else, neither on the figure nor on
// anything that stands elsewhere in the file, so it is worked out once for all files of a run.
type matter struct {
	k     *Knowledge
	said  *askWords
	level level // of government, whose figures the sender gives
	many  bool  // the sender answers for itself beside others of its group
}

func (r *reader) matter(a resolution.Ask) matter {
	return matter{r.Knowledge, r.askWords(a), r.ownLevel(), r.isOneOfMany()}
}

// askWords is what an ask says of itself.
type askWords struct {
	ask    resolution.Ask
	speech speech
	words  []string // that matter: of its label, measure and indicator, with those that mean the same
	not    []string // that a note says are left out
}

func (k *Knowledge) askWords(a resolution.Ask) *askWords {
	if k.memory == nil {
		return wordsOfAsk(asking{a})
	}
	return k.memory.asked.of(asking{a}, wordsOfAsk)
}

var (
	anybody    = sync.OnceValue(func() []string { return meaning("dân cư, nhân dân, tổng số") })
	households = sync.OnceValue(func() []string { return meaning("hộ dân, gia đình") })
)

func wordsOfAsk(a asking) *askWords {
	m := a.Measure
	text := strings.Join([]string{a.Label, a.Note, m.Name, m.Basis}, " ")
	asked, not := []string{a.Label, m.Name, m.Basis}, []string(nil)
	for _, c := range speechOf(a.Note).clauses() {
		if at, after := c.find(0, excluding); at >= 0 {
			not = append(not, meaning(speech{c.words[after:], c.bare}.text())...)
			continue
		}
		asked = append(asked, c.text())
	}
	words := append(meaning(strings.Join(asked, " ")), anybody()...)
	if slices.Contains(words, "ho") {
		words = append(words, households()...)
	}
	slices.Sort(words)
	slices.Sort(not)
	not = slices.DeleteFunc(slices.Compact(not), func(w string) bool { return slices.Contains(words, w) })
	return &askWords{a.Ask, speechOf(text), slices.Clip(slices.Compact(words)), slices.Clip(not)}
}

// askedWords are the words that matter of what is asked.
func (m matter) askedWords() []string { return m.said.words }

// isOfLastYear: the figure asked for is that of the year before.
func (m matter) isOfLastYear() bool {
	return m.said.ask.Role == resolution.RolePrevious || m.said.ask.Role == resolution.RoleLast
}

// hearing is a remark where something is asked.
type hearing struct {
	matter
	text string
}

func (h hearing) length() int { return len(h.text) }

func (h hearing) own() hearing {
	h.text = strings.Clone(h.text)
	return h
}

// heard is what a remark says of the figure beside it, whatever that is.
type heard struct {
	denied     bool // another is right, it is not final, it is another year's
	recounted  bool // it counts more, fewer or others than are asked for
	otherLevel bool // it is of another level of government
	qualified  bool // of another time or of other things, in no form known to be harmless
	estimate   bool
	ofTable    bool // standing near the table, it takes its figures back: a source
	corrects   bool // standing there, it may give another number for one of them
	shares     bool // it gives the figure as a share
	otherThing bool // it is no more than the name of another thing than is asked for
	aside      bool // it is talk to the reader that only its writer can settle

	merges []string // units whose figures it counts in, which the sender may be

	clauses   []clause
	uncounted bool // nobody counted it

	// Only the figure, the sender's name or the rest of the sheet can tell whether it is
	// rough, of another place, or at other prices.
	roughly, place, prices bool
}

func hear(h hearing) heard {
	var says heard
	h.text = h.k.withoutSending(plain(h.text))
	estimate := h.k.plan.Report.Estimate || h.k.saysEstimate(viet.Fold(h.text)) // which is asked about as one
	says.clauses = h.clauses(estimate)
	h.text = h.unaffirmed(h.text)
	folded := viet.Fold(h.text)
	says.denied, says.estimate = h.k.denied(h.text), h.k.saysEstimate(folded)
	says.recounted, says.merges = h.recounted(h.text)
	says.otherLevel, says.qualified = h.isOfLevel(h.text), h.qualifies(h.text)
	s := h.k.speechOf(h.text)
	says.ofTable, says.corrects = slices.ContainsFunc(s.clauses(), h.k.isOfSource), s.has(correcting())
	says.shares = s.has([]string{"%"})
	says.roughly = h.k.speechOf(withoutLead(h.text)).oneOf(0, roughly()) > 0
	says.place, says.prices = s.mayNamePlace(), strings.Contains(folded, "gia ")
	says.aside, says.otherThing, says.uncounted = h.isAside(h.text), h.isNameOfOther(h.text), h.isUncounted(s, estimate)
	return says
}

// hear is what a remark says.
func (m matter) hear(remark string) heard {
	h := hearing{m, remark}
	if m.k.memory == nil {
		return hear(h)
	}
	return m.k.memory.remarks.of(h, hear)
}
