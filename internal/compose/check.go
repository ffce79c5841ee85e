package compose

import (
	"regexp"
	"strings"
	"sync"
	"unicode"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
)

// look reports what a person should see in the text of a unit before it is signed: what
// a typist cannot set right without asking.
func (r *report) look(k *remark) {
	text := viet.Tidy(k.Text)
	warn := func(code string, args diag.Args) {
		r.problems = append(r.problems, diag.New(code, k.At, args).ForUnit(k.Unit))
	}
	if found := foreignNumber(text); found != "" {
		warn("B524", diag.Args{"found": found, "text": viet.Excerpt(text)})
	}
	if inCapitals(text) {
		warn("B525", diag.Args{"text": viet.Excerpt(text)})
	}
	for _, m := range r.annex.Measures() {
		if said, is, contrary := contradicts(k.Remark, m); contrary {
			warn("B526", diag.Args{"text": viet.Excerpt(text), "measure": m.ID, "said": said, "is": is,
				"figure": m.Amount(m.Judged.Abs())})
			return
		}
	}
}

// foreignNumbers are written with English separators: "1,234,567.8", "5.5%".
var foreignNumbers = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|\d{1,3}(?:,\d{3})+\.\d+|\d+\.\d{1,2} ?%`)
})

func foreignNumber(text string) string { return foreignNumbers().FindString(text) }

// inCapitals: a sentence of several words without a small letter.
func inCapitals(text string) bool {
	const few = 4
	return strings.ToUpper(text) == text && len(strings.Fields(text)) >= few &&
		strings.ContainsFunc(text, unicode.IsLetter)
}

// directions are words by which a text tells where a figure went.
var directions = map[string]int{"tang": 1, "giam": -1}

// contradicts reports a text on a measure which says that it rose where its figure says
// that it fell, or the other way round. It has to tell one direction alone, of the
// measure itself: its name, and then the word.
func contradicts(k returns.Remark, m *assess.Measure) (said, is diag.Text, contrary bool) {
	facts := m.Method.Facts()
	if m.Judged == nil || m.Judged.Sign() == 0 || !facts.Years || m.Verdict == resolution.NoData || !isOn(k, m) {
		return said, is, false
	}
	up := m.Judged.Sign() > 0 != facts.Falls
	told := 0
	for _, w := range strings.Fields(viet.Fold(k.Text)) {
		if d := directions[w]; d != 0 {
			if told != 0 && told != d {
				return said, is, false
			}
			told = d
		}
	}
	if told == 0 || told > 0 == up {
		return said, is, false
	}
	rose, fell := diag.Text{Vi: "tăng", En: "rose"}, diag.Text{Vi: "giảm", En: "fell"}
	if up {
		return fell, rose, true
	}
	return rose, fell, true
}
