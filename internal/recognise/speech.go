package recognise

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"baocao/internal/viet"
)

// speech is a text as words with their accents: "trừ" leaves something out,
// "trú" and "trụ" do not. Numbers stay whole, marks are words of their own.
type speech struct {
	words []string
	bare  bool // it was written without accents, so they tell nothing
}

// speechOf takes a text apart.
func speechOf(text string) speech {
	text = strings.ToLower(viet.Clean(text))
	s := speech{bare: viet.IsASCII(text) ||
		viet.Fold(text) == strings.Join(strings.FieldsFunc(text, func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsDigit(r)
		}), " ")}
	isLetter := func(r rune) bool { return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) }
	s.words = make([]string, 0, 1+strings.Count(text, " "))
	for rest := text; rest != ""; {
		first, n := utf8.DecodeRuneInString(rest)
		switch {
		case unicode.IsDigit(first):
			n = lengthOf(rest, unicode.IsDigit)
			for n+1 < len(rest) && (rest[n] == '.' || rest[n] == ',') {
				more := lengthOf(rest[n+1:], unicode.IsDigit)
				if more == 0 {
					break
				}
				n += 1 + more
			}
		case isLetter(first):
			n = lengthOf(rest, isLetter)
		}
		if word := rest[:n]; word != " " {
			s.words = append(s.words, word)
		}
		rest = rest[n:]
	}
	return s
}

// lengthOf is how many bytes at the beginning of a text are of a kind.
func lengthOf(text string, is func(rune) bool) int {
	if end := strings.IndexFunc(text, func(r rune) bool { return !is(r) }); end >= 0 {
		return end
	}
	return len(text)
}

// isMarkWord: a sign that ends what was being said.
func isMarkWord(word string) bool { return strings.Contains(",;.()\n", word) }

// at tells how many words from the one at i on are those of a phrase; 0 when
// they are not.
func (s speech) at(i int, phrase string) int {
	if i >= len(s.words) || phrase == "" || !s.mayBegin(s.words[i], phrase) {
		return 0
	}
	n := 0
	for more := true; more; n++ {
		var want string
		want, phrase, more = strings.Cut(phrase, " ")
		if i+n >= len(s.words) || s.words[i+n] != want && !(s.bare && s.words[i+n] == viet.Fold(want)) {
			return 0
		}
	}
	return n
}

// mayBegin passes over nearly all phrases by their first letters.
func (s speech) mayBegin(word, phrase string) bool {
	if !s.bare {
		return phrase[0] == word[0] && strings.HasPrefix(phrase, word)
	}
	first := phrase[0]
	return first == word[0] || first < 'a' || first > 'z'
}

// oneOf is how many words the longest of some phrases takes from the word at i on.
func (s speech) oneOf(i int, some []string) int {
	most := 0
	for _, p := range some {
		most = max(most, s.at(i, p))
	}
	return most
}

// find is where one of some phrases first stands at or after a word, and the
// word after it; -1 for nowhere.
func (s speech) find(from int, some []string) (at, after int) {
	for i := from; i < len(s.words); i++ {
		if n := s.oneOf(i, some); n > 0 {
			return i, i + n
		}
	}
	return -1, -1
}

func (s speech) has(some []string) bool {
	at, _ := s.find(0, some)
	return at >= 0
}

// clause is what is said from a word on, up to the next mark.
func (s speech) clause(from int) speech {
	to := from
	for to < len(s.words) && !isMarkWord(s.words[to]) {
		to++
	}
	return speech{s.words[from:to], s.bare}
}

// clauses are the parts of a text between its marks.
func (s speech) clauses() []speech {
	var all []speech
	for from := 0; from < len(s.words); {
		c := s.clause(from)
		if len(c.words) > 0 {
			all = append(all, c)
		}
		from += len(c.words) + 1
	}
	return all
}

func (s speech) text() string { return strings.Join(s.words, " ") }

func hasNumber(words []string) bool { return slices.ContainsFunc(words, isNumberWord) }

func isNumberWord(word string) bool { return word[0] >= '0' && word[0] <= '9' }

// listOnce is list of words that stand in the middle of a function: each line of the source is
// taken apart once.
func listOnce(words string) []string {
	if all, ok := lists.Load(words); ok {
		return all.([]string)
	}
	all := list(words)
	lists.Store(words, all)
	return all
}

var lists sync.Map

// list takes a line of words apart at its commas.
func list(words string) []string {
	all := strings.Split(words, ",")
	for i, w := range all {
		if w = strings.TrimSpace(w); strings.ContainsAny(w, "\n\t") {
			w = strings.Join(strings.Fields(w), " ")
		}
		all[i] = w
	}
	return all
}
