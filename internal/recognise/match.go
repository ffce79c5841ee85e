package recognise

import (
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

	label   string // of the row
	wording wording
	isRow   bool // something stands right of the label: it is no title
}

func (m match) sure() bool { return m.how != returns.NotFound }

// alikeMaybe is the likeness, in percent, from which a label is asked about;
// alikeRate that from which a rate is taken for a measure's own.
const (
	alikeMaybe = 60
	alikeRate  = 85
)

// matchRow finds the ask that a label answers. It is taken where it says the
// same as the ask in whatever words: all that matter of either stand in the
// other, and no other ask is called so. under is what the label stands below:
// the title of its block, then the row it is a part of.
func (r *reader) matchRow(number, label string, under ...match) match {
	if r.stop() {
		return match{}
	}
	m := r.matchLone(number, label)
	w := m.wording
	switch {
	case m.sure() && slices.ContainsFunc(under, func(u match) bool { return r.isOfAnother(m.ask, w, u) }):
		m = match{candidates: []resolution.Ask{m.ask}}
	case !m.sure() && !m.rate:
		for _, u := range slices.Backward(under) {
			if whole := r.matchUnder(w, u); whole.sure() {
				m = whole
				break
			}
		}
	}
	m.label, m.wording = label, w
	return m
}

// matchLone finds the ask that a label answers whatever it stands below.
func (r *reader) matchLone(number, label string) match {
	l := lone{r.asks, number, label}
	if r.memory == nil || len(r.asks.list) == 0 {
		return matchAnew(l)
	}
	return r.memory.rows.of(l, matchAnew)
}

func matchAnew(l lone) match {
	w := l.asks.wordingOf(l.label)
	m := l.asks.matchAlone(l.number, l.label, w)
	if !m.sure() && !m.rate {
		if mended := l.asks.mended(l.label); mended != l.label {
			w = l.asks.wordingOf(mended)
			m = l.asks.matchAlone(l.number, mended, w)
		}
	}
	if outer, basis, ok := cutLastBracket(l.label); ok && !m.sure() && !m.rate {
		within := l.asks.wordingOf(outer)
		if cut := l.asks.matchAlone(l.number, outer, within); cut.sure() && l.asks.isBasis(basis, cut.ask) {
			m, w = cut, within
		}
	}
	m.wording = w
	return m
}

// matchTableRow is matchRow for a row that may state its unit of measurement:
// then a label with a piece lost can be known again.
func (r *reader) matchTableRow(number, label, unit string, under ...match) match {
	m := r.matchRow(number, label, under...)
	if m.sure() || m.rate {
		return m
	}
	cut := r.matchCut(unit, m.wording)
	if !cut.sure() || slices.ContainsFunc(under, func(u match) bool { return r.isOfAnother(cut.ask, m.wording, u) }) {
		return m
	}
	cut.label, cut.wording = m.label, m.wording
	return cut
}

func (k *asks) matchAlone(number, label string, w wording) match {
	folded := viet.Fold(label)
	if folded == "" {
		return match{}
	}
	if w.share {
		if asks := k.countsBehind(w.words); asks != nil {
			return match{candidates: asks, rate: true}
		}
	}
	bare := viet.Fold(withoutHead(label)) // "1. Vốn đầu tư nhà nước"
	numbered := bare != folded
	var exact, same []resolution.Ask
	for _, a := range k.list {
		if slices.Contains(a.labels, folded) || numbered && slices.Contains(a.labels, bare) {
			exact = append(exact, a.Ask)
		}
		if len(exact) == 0 && k.mayAnswer(a, w) && a.isAnsweredBy(w) {
			same = append(same, a.Ask)
		}
	}
	how := returns.ByLikeness
	if len(exact) > 0 {
		same, how = exact, returns.ByLabel
	}
	var byNumber []resolution.Ask
	for _, a := range same {
		if a.Measure.ID == number {
			byNumber = append(byNumber, a)
		}
	}
	switch {
	case len(exact) > 0 && len(byNumber) == 1:
		return match{how: returns.ByNumber, ask: byNumber[0]}
	case len(same) == 1:
		return match{how: how, ask: same[0]}
	case len(same) == 2 && len(w.years) == 0 && same[0].Measure == same[1].Measure &&
		same[0].Role == resolution.RoleCurrent && same[1].Role == resolution.RolePrevious:
		return match{how: returns.ByLabel, ask: same[0], before: &same[1]}
	case len(same) > 1:
		return match{candidates: same}
	}
	var maybe []resolution.Ask
	for _, a := range k.list {
		if k.mayAnswer(a, w) && a.like(w) >= alikeMaybe {
			maybe = append(maybe, a.Ask)
		}
	}
	return match{candidates: maybe}
}

// above is what a label stands below, with all that decides what both say together.
type above struct {
	asks         *asks
	label, under string // what either is worded after
	isRow        bool
	ask          *known // that the upper one answers; nil for none
}

// matchUnder finds the ask that a label answers together with what it stands
// below: "Hoàn thành tốt nhiệm vụ trở lên" under "Đảng viên".
func (r *reader) matchUnder(w wording, under match) match {
	a := above{asks: r.asks, label: w.of, under: under.wording.of, isRow: under.isRow}
	if under.sure() {
		a.ask = r.asks.byKey[under.ask.Key()]
	}
	if r.memory == nil {
		return matchBelow(a)
	}
	return r.memory.under.of(a, matchBelow)
}

func matchBelow(of above) match {
	k := of.asks
	w, under := k.wordingOf(of.label), k.wordingOf(of.under)
	both := k.wordingOf(w.text + " " + ofField(under.text))
	both.total = w.total || both.total && !of.isRow
	var same []resolution.Ask
	for _, a := range k.list {
		if !k.mayAnswer(a, w) {
			continue
		}
		if a.Measure.PartOf != "" && of.ask != nil && of.ask.Measure.ID == a.Measure.PartOf &&
			slices.Equal(w.words, a.name) {
			same = append(same, a.Ask)
			continue
		}
		answers := a.isAnsweredBy(both)
		if of.ask != nil && of.isRow { // a row of its own: what it says of itself need not hold of its parts
			foreign := beyond(a.foreignIn(both), under.words)
			answers = len(foreign) == 0 && slices.ContainsFunc(a.wordings, func(l wording) bool {
				return countBeyond(l.words, both.words) == 0 && (both.total || !l.total) &&
					countBeyond(w.words, l.words) == 0 && countBeyond(l.words, under.words) > 0
			})
		}
		if answers {
			same = append(same, a.Ask)
		}
	}
	if len(same) == 1 {
		return match{how: returns.ByLikeness, ask: same[0]}
	}
	return match{}
}

// ofField is the title of a field of work without the words that only say that it
// is one: "Công tác bảo hiểm y tế".
func ofField(title string) string {
	s := speechOf(title)
	if n := s.oneOf(0, fieldWords); n > 0 && n < len(s.words) {
		return strings.Join(s.words[n:], " ")
	}
	return title
}

// isOfAnother: what a label stands below makes another thing of it: "Lao động
// nữ", or a row of which it is a part and that is no row of the ask's.
func (r *reader) isOfAnother(a resolution.Ask, w wording, under match) bool {
	_, foreign := r.known(a).nearest(under.wording)
	switch {
	case len(foreign) == 0,
		under.sure() && (under.ask.Measure == a.Measure || under.ask.Measure.ID == a.Measure.PartOf):
		return false
	case w.part && under.isRow:
		return true
	}
	return turningTitles.in(viet.Fold(under.label)) && turns(foreign)
}

// mayAnswer: a rate for a rate, a number for a number, and of a year that is
// the ask's.
func (k *Knowledge) mayAnswer(a *known, w wording) bool {
	if a.Kind != resolution.AskNumber || a.Role == resolution.RoleLast ||
		w.share != a.rate && !a.bare {
		return false
	}
	if w.place && !slices.ContainsFunc(a.wordings, func(l wording) bool { return l.place }) {
		return false
	}
	if w.basis && a.Role != resolution.RoleCurrent && a.Role != resolution.RolePrevious {
		return false // comparable prices are for growth
	}
	for _, y := range w.years {
		if y != itoa(k.plan.Resolution.Year) && !strings.Contains(a.Label, y) {
			return false
		}
	}
	// a label that names a year is not that of another one
	return len(w.years) == 0 || len(a.years) == 0 ||
		slices.ContainsFunc(a.years, func(y string) bool { return slices.Contains(w.years, y) })
}

// isAnsweredBy: the words of a label are those of one of the ask's own; what they say
// beyond it stands in another of them.
func (a *known) isAnsweredBy(w wording) bool {
	if len(w.words) == 0 || w.total && a.isNews() { // how many there are in all, or what came in the year
		return false
	}
	return slices.ContainsFunc(a.wordings, func(l wording) bool {
		return countBeyond(l.words, w.words) == 0 && (w.total || !l.total)
	}) && len(a.foreignIn(w)) == 0
}

// foreignIn are the words of a label that no label of the ask has.
func (a *known) foreignIn(w wording) []string {
	foreign := slices.DeleteFunc(slices.Clone(w.words), func(x string) bool { return slices.Contains(a.target, x) })
	for _, l := range a.wordings {
		foreign = beyond(foreign, l.words)
	}
	return foreign
}

// isNews: the ask counts what was recognised ("công nhận") in the year. Tables
// often have the number of all that ever were in the next row.
func (a *known) isNews() bool {
	return slices.ContainsFunc(a.wordings, func(l wording) bool {
		return !l.total && allIn([]string{"cong", "nhan"}, l.words)
	})
}

// nearest is the wording of an ask that a label shares most words with, and what
// the label says beyond all of them.
func (a *known) nearest(w wording) (l wording, foreign []string) {
	foreign = w.words
	most := -1
	for _, own := range a.wordings {
		foreign = beyond(foreign, own.words)
		if n := likeness(w.words, own.words); n > most {
			l, most = own, n
		}
	}
	return l, foreign
}

// like is how much a label is like the ask's, in percent.
func (a *known) like(w wording) int {
	most := 0
	for _, l := range a.wordings {
		most = max(most, likeness(w.words, l.words))
	}
	return most
}

func (r *reader) known(a resolution.Ask) *known {
	if k := r.asks.byKey[a.Key()]; k != nil {
		return k
	}
	return &known{Ask: a}
}

func isRate(folded string) bool {
	return viet.HasPhrase(folded, "ty le") || viet.HasPhrase(folded, "ti le") || viet.HasPhrase(folded, "ty trong") ||
		viet.HasPhrase(folded, "ti trong") || viet.HasPhrase(folded, "toc do") ||
		viet.HasPhrase(folded, "tang truong")
}

// countsBehind are the asks of the measure whose rate a row gives: rates are
// worked out from counts, never taken.
func (k *asks) countsBehind(words []string) []resolution.Ask {
	var asks []resolution.Ask
	best := alikeRate // of measures whose names are nearly one, the nearest is meant
	for _, a := range k.list {
		if a.Kind != resolution.AskNumber || !a.Required || a.rate || a.bare {
			continue
		}
		like := likeness(words, a.name)
		if like > best {
			best, asks = like, nil
		}
		if like == best {
			asks = append(asks, a.Ask)
		}
	}
	return asks
}

// shortForms are the abbreviations of offices.
var shortForms = map[string]string{
	"tccsd": "to chuc co so dang", "bhyt": "bao hiem y te", "gtsx": "gia tri san xuat", "thcs": "trung hoc co so",
	"thpt": "trung hoc pho thong", "nsnn": "ngan sach nha nuoc",
	"tdp": "to dan pho", "gdvh": "gia dinh van hoa", "dn": "doanh nghiep", "httn": "hoan thanh tot nhiem vu",
	"htxsnv": "hoan thanh xuat sac nhiem vu", "httnv": "hoan thanh tot nhiem vu",
	"htxs": "hoan thanh xuat sac nhiem vu", "nvh": "nha van hoa", "ld": "lao dong", "cn": "cong nghiep",
	"xd": "xay dung", "tm": "thuong mai", "dv": "dich vu", "nn": "nong nghiep",
	"cqg": "chuan quoc gia", "vh": "van hoa", "htx": "hop tac xa",
	"gqvl": "giai quyet viec lam", "csvc": "co so vat chat", "ttb": "trang thiet bi",
	"ctrsh": "chat thai ran sinh hoat", "ctr": "chat thai ran", "nvqs": "nghia vu quan su", "bhxh": "bao hiem xa hoi",
	"bhtn": "bao hiem that nghiep", "nlts": "nong lam thuy san", "hgd": "ho gia dinh", "hnv": "hoan thanh nhiem vu",
	"htnv": "hoan thanh nhiem vu", "khtnv": "khong hoan thanh nhiem vu", "khhtnv": "khong hoan thanh nhiem vu",
	"ntm": "nong thon moi", "tp": "thanh pho", "hdnd": "hoi dong nhan dan", "ubnd": "uy ban nhan dan",
	"fdi": "dau tu truc tiep nuoc ngoai",
}

// meaning is the set of words that matter in a label, in order and without
// years.
func meaning(label string) []string { return wordingOf(label).words }

// wordingOf is wordingOf of a label that stands in many files.
func (k *Knowledge) wordingOf(of string) wording {
	if k.memory == nil {
		return wordingOf(of)
	}
	return k.memory.wordings.of(text(of), func(own text) wording { return wordingOf(string(own)) })
}

// mended is mend of a label that stands in many files.
func (k *Knowledge) mended(label string) string {
	if k.memory == nil {
		return k.mend(label)
	}
	return k.memory.mended.of(text(label), func(own text) string { return k.mend(string(own)) })
}

// speechOf is speechOf of a text that stands in many rows.
func (k *Knowledge) speechOf(of string) speech {
	if k.memory == nil {
		return speechOf(of)
	}
	return k.memory.speeches.of(text(of), func(own text) speech {
		s := speechOf(string(own))
		s.words = slices.Clip(s.words)
		return s
	})
}

func (k *Knowledge) meaning(of string) []string { return k.wordingOf(of).words }

// likeness is how much two sets of words overlap, in percent.
func likeness(a, b []string) int {
	if len(a)+len(b) == 0 {
		return 0
	}
	return 200 * (len(a) - countBeyond(a, b)) / (len(a) + len(b))
}
