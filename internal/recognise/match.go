package recognise

import (
	"cmp"
	"slices"
	"strings"

	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
)

// match is what a row of a table answers.
type match struct {
	how        returns.Source   // when sure
	ask        resolution.Ask   // when sure
	before     *resolution.Ask  // when the row answers the same of the year before in another column
	candidates []resolution.Ask // when not sure: what it may answer
	rate       bool             // it gives a rate, where the two counts behind it are asked for
}

func (m match) sure() bool { return m.how != returns.NotFound }

// The likeness, in percent, from which a row's label is taken for an ask's, or
// asked about.
const (
	alikeAlone    = 85 // no number beside it
	alikeNumbered = 50 // with the measure's number
	alikeMaybe    = 60
	aheadBy       = 20 // of the next likely one
)

// matchRow finds the ask that a row of a table answers. A label that is the
// ask's own decides; a shorter one only where no word of it is foreign to the
// ask and no other ask is nearly as like.
func (r *reader) matchRow(number, label string) match {
	label = strings.TrimPrefix(strings.TrimPrefix(viet.Fold(label), "trong do "), "tr do ")
	if label == "" {
		return match{}
	}
	numbered := false
	var exact, byNumber []resolution.Ask
	for _, a := range r.asks {
		mine := a.Measure.ID == number
		numbered = numbered || mine
		if slices.Contains(a.labels, label) {
			exact = append(exact, a.Ask)
			if mine {
				byNumber = append(byNumber, a.Ask)
			}
		}
	}
	switch {
	case len(byNumber) == 1:
		return match{how: returns.ByNumber, ask: byNumber[0]}
	case len(exact) == 1:
		return match{how: returns.ByLabel, ask: exact[0]}
	case len(exact) > 1:
		return match{candidates: exact}
	}
	return r.closeMatch(number, numbered, label)
}

func (r *reader) closeMatch(number string, numbered bool, label string) match {
	words := meaning(label)
	if len(words) == 0 {
		return match{}
	}
	rate := isRate(label)
	if rate {
		if asks := r.countsBehind(words); asks != nil {
			return match{candidates: asks, rate: true}
		}
	}
	years := year.FindAllString(label, -1)
	var best, next, foreign int
	var found resolution.Ask
	var maybe, same []resolution.Ask
	for _, a := range r.asks {
		if a.Kind != resolution.AskNumber || a.Role == resolution.RoleLast || rate != a.rate || !r.mayBeOf(a.Ask, years) {
			continue
		}
		like, strange := 0, 0
		for _, l := range a.meanings {
			if n := likeness(words, l); n > like {
				like, strange = n, outside(words, l)
			}
		}
		if like == 100 {
			same = append(same, a.Ask)
		}
		if like >= alikeMaybe || a.Measure.ID == number && like >= alikeNumbered {
			maybe = append(maybe, a.Ask)
		}
		if like > best {
			best, next, found, foreign = like, best, a.Ask, strange
		} else {
			next = max(next, like)
		}
	}
	if len(same) == 2 && len(years) == 0 && same[0].Measure == same[1].Measure &&
		same[0].Role == resolution.RoleCurrent && same[1].Role == resolution.RolePrevious {
		return match{how: returns.ByLabel, ask: same[0], before: &same[1]}
	}
	enough := alikeAlone
	if numbered && found.Measure != nil && found.Measure.ID == number {
		enough = alikeNumbered
	}
	if best >= enough && foreign == 0 && best-next >= aheadBy {
		return match{how: returns.ByLikeness, ask: found}
	}
	return match{candidates: maybe}
}

// mayBeOf: the years a row's label names are this year's or those of the ask.
func (r *reader) mayBeOf(a resolution.Ask, years []string) bool {
	for _, y := range years {
		if y != itoa(r.plan.Resolution.Year) && !strings.Contains(a.Label, y) {
			return false
		}
	}
	return true
}

func isRate(folded string) bool {
	return viet.HasPhrase(folded, "ty le") || viet.HasPhrase(folded, "ty trong") || viet.HasPhrase(folded, "toc do") ||
		viet.HasPhrase(folded, "tang truong")
}

// countsBehind are the asks of the measure whose rate a row gives: rates are
// worked out from counts, never taken.
func (r *reader) countsBehind(words []string) []resolution.Ask {
	var asks []resolution.Ask
	for _, a := range r.asks {
		if a.Kind == resolution.AskNumber && a.Required && !a.rate && likeness(words, a.name) >= alikeAlone {
			asks = append(asks, a.Ask)
		}
	}
	return asks
}

// emptyWords say nothing about what is counted.
var emptyWords = strings.Fields("cua va tren dia ban trong nam so cac duoc theo la o voi quan phuong nhung cho ve tai do")

// shortForms are the abbreviations of offices.
var shortForms = map[string]string{
	"tccsd": "to chuc co so dang", "bhyt": "bao hiem y te", "gtsx": "gia tri san xuat", "thcs": "trung hoc co so",
	"thpt": "trung hoc pho thong", "nsnn": "ngan sach nha nuoc",
	"tdp": "to dan pho", "gdvh": "gia dinh van hoa", "dn": "doanh nghiep", "httn": "hoan thanh tot nhiem vu",
	"htxsnv": "hoan thanh xuat sac nhiem vu", "httnv": "hoan thanh tot nhiem vu",
	"htxs": "hoan thanh xuat sac nhiem vu", "nvh": "nha van hoa", "ld": "lao dong", "cn": "cong nghiep",
	"xd": "xay dung", "tm": "thuong mai", "dv": "dich vu", "nn": "nong nghiep",
	"cqg": "chuan quoc gia", "vh": "van hoa", "htx": "hop tac xa",
}

// meaning is the set of words that matter in a folded label, in order and
// without years.
func meaning(label string) []string {
	var words []string
	for _, short := range strings.Fields(label) {
		for _, w := range strings.Fields(cmp.Or(shortForms[short], short)) {
			if !slices.Contains(emptyWords, w) && !year.MatchString(w) {
				words = append(words, w)
			}
		}
	}
	slices.Sort(words)
	return slices.Compact(words)
}

// likeness is how much two sets of words overlap, in percent.
func likeness(a, b []string) int {
	if len(a)+len(b) == 0 {
		return 0
	}
	return 200 * (len(a) - outside(a, b)) / (len(a) + len(b))
}

// outside counts the words of a that b lacks.
func outside(a, b []string) int {
	n := 0
	for _, w := range a {
		if _, ok := slices.BinarySearch(b, w); !ok {
			n++
		}
	}
	return n
}
