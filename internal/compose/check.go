package compose

import (
	"regexp"
	"slices"
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

// foreignNumbers are written with English separators: "1,234,567.8", "5.5%", "1.2 lần".
var foreignNumbers = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|\d{1,3}(?:,\d{3})+\.\d+|` +
		`\d+\.\d{1,2} ?(?:%|lần|tỷ|triệu)`)
})

func foreignNumber(text string) string { return foreignNumbers().FindString(text) }

// inCapitals: a sentence of several words without a small letter.
func inCapitals(text string) bool {
	const few = 4
	return strings.ToUpper(text) == text && len(strings.Fields(text)) >= few &&
		strings.ContainsFunc(text, unicode.IsLetter)
}

// directions are words by which a text tells where a figure went, notDirections what
// they are parts of otherwise. "Giám sát" is neither: the marks tell.
var (
	directions    = map[string]int{"tăng": 1, "giảm": -1}
	notDirections = []string{"cường", "tốc", "trưởng", "gia", "nghèo", "thiểu", "nhẹ", "bớt"}
)

// contradicts reports a text on a measure which says that it rose where its figure says
// that it fell, or the other way round. It has to tell one direction alone, of the
// measure itself: its name, and then the word.
func contradicts(k returns.Remark, m *assess.Measure) (said, is diag.Text, contrary bool) {
	facts := m.Method.Facts()
	if m.Judged == nil || m.Judged.Sign() == 0 || !facts.Years || m.Verdict == resolution.NoData || !isOn(k, m) {
		return said, is, false
	}
	up := m.Judged.Sign() > 0 != m.SaysFall()
	told, denied := 0, false
	words := strings.FieldsFunc(strings.ToLower(viet.Tidy(k.Text)), func(c rune) bool { return !unicode.IsLetter(c) })
	for i, w := range words {
		d := directions[w]
		if d == 0 || i+1 < len(words) && slices.Contains(notDirections, words[i+1]) {
			continue
		}
		if denied = i > 0 && words[i-1] == "không"; denied { // "không giảm"
			d = -d
		}
		if told != 0 && told != d {
			return said, is, false
		}
		told = d
	}
	if told == 0 || told > 0 == up {
		return said, is, false
	}
	rose, fell := diag.Text{Vi: "tăng", En: "rose"}, diag.Text{Vi: "giảm", En: "fell"}
	switch {
	case denied && up:
		return diag.Text{Vi: "không tăng", En: "did not rise"}, rose, true
	case denied:
		return diag.Text{Vi: "không giảm", En: "did not fall"}, fell, true
	case up:
		return fell, rose, true
	}
	return rose, fell, true
}
