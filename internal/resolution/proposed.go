package resolution

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"baocao/internal/quantity"
	"baocao/internal/viet"
)

// What a text that is no target probably wants, in the plan's language. It is only told: a
// promise that is guessed would judge people by what nobody wrote.

var (
	figures  = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[0-9]+(?:[.,][0-9]+)*`) })
	yearSaid = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\bnam (?:19|20)[0-9]{2}\b`) })
)

// sides are the words of what is above or below last year's figure, the denied ones first.
var sides = []struct {
	words []string
	sign  string
}{
	{[]string{"khong giam", "khong thap hon", "khong it hon", "khong kem", "bang hoac cao hon", "bang hoac hon",
		"khong duoi", "duy tri", "giu", ">=", "≥"}, ">="},
	{[]string{"khong tang", "khong cao hon", "khong vuot", "khong qua", "khong nhieu hon", "bang hoac thap hon",
		"khong tren", "<=", "≤"}, "<="},
	{[]string{"cao hon", "nhieu hon", "tang", "vuot", "tren", "tot hon", ">"}, ">"},
	{[]string{"thap hon", "it hon", "giam", "duoi", "<"}, "<"},
}

// turned are the signs the other way round: a smaller number is a higher place.
var turned = map[string]string{">=": "<=", "<=": ">=", ">": "<", "<": ">"}

// Turned is a target with a sign as one of a place: what is higher is a smaller number.
func Turned(target string) string {
	sign, rest, _ := strings.Cut(target, " ")
	if other, ok := turned[sign]; ok {
		return other + " " + rest
	}
	return target
}

// Proposed are the targets that a text probably means, for a measure of a method; lower tells
// that less is better. Most texts mean one; a number that can be read in two ways means two.
func Proposed(text string, of Method, lower bool) (targets []string) {
	facts := of.Facts()
	s := strings.ToLower(foldWords(strings.TrimRight(viet.Tidy(text), ". ")))
	if !facts.IsDay && of.ByOffice() {
		return nil
	}
	place := facts.Place || viet.HasPhrase(s, "xep thu") || viet.HasPhrase(s, "hang thu")
	readings := []func(string) (quantity.Number, bool){vietnamese, decimal}
	for _, read := range readings {
		target := proposed(s, read, place, lower, facts.Falls)
		if _, err := parseTarget(target); err == nil && !slices.Contains(targets, target) {
			targets = append(targets, target)
		}
	}
	return targets
}

// vietnamese reads a point before three digits as one of thousands, decimal as one of decimals.
func vietnamese(s string) (quantity.Number, bool) {
	n, reading := quantity.ParseText(s, false)
	return n, reading != quantity.NoNumber
}

func decimal(s string) (quantity.Number, bool) {
	n, reading := quantity.ParseText(s, false)
	if reading == quantity.Ambiguous && strings.Contains(s, ".") {
		other, err := quantity.Parse(s)
		return other, err == nil
	}
	return n, reading == quantity.Sure
}

// inexact are words of what is no bound.
var inexact = []string{"khoang", "gan", "uoc", "xap xi", "tren duoi", "du kien"}

func proposed(s string, read func(string) (quantity.Number, bool), place, lower, falls bool) string {
	of := yearSaid().ReplaceAllString(s, "nam truoc")
	last := viet.HasPhrase(of, "nam truoc") || viet.HasPhrase(of, "nam ngoai") || viet.HasPhrase(of, "cung ky") ||
		viet.HasPhrase(of, previous)
	found := figures().FindAllStringIndex(of, 3)
	if last && len(found) == 0 {
		return againstLast(of, place)
	}
	if last || len(found) == 0 || len(found) > 2 || slices.ContainsFunc(inexact, func(w string) bool {
		return viet.HasPhrase(of, w)
	}) {
		return ""
	}
	var n []quantity.Number
	for _, at := range found {
		m, ok := read(of[at[0]:at[1]])
		if !ok {
			return ""
		}
		n = append(n, m)
	}
	before, behind := of[:found[0][0]], of[found[0][1]:]
	if len(n) == 2 {
		between := of[found[0][1]:found[1][0]]
		if !strings.ContainsAny(between, "-") && !viet.HasPhrase(between, "den") && !strings.Contains(between, "..") ||
			strings.Contains(between, "/") {
			return ""
		}
		if n[0].Cmp(n[1]) > 0 {
			n[0], n[1] = n[1], n[0]
		}
		return n[0].Plain() + ".." + n[1].Plain()
	}
	sign := boundOf(before, behind)
	switch {
	case strings.HasSuffix(strings.TrimSpace(before), "-"), strings.Contains(behind, "/"): // "16/18 xã"
		return ""
	case place && sign != "":
		return map[bool]string{true: turned[sign], false: sign}[ranks(before, behind)] + " " + n[0].Plain()
	case sign != "":
		return sign + " " + n[0].Plain()
	case n[0].Equal(hundred) && strings.HasPrefix(strings.TrimSpace(behind), "%"), n[0].Sign() == 0:
		return "= " + n[0].Plain()
	case viet.HasPhrase(before, "giam") && !falls:
		return ""
	case place || lower:
		return "<= " + n[0].Plain()
	}
	return ">= " + n[0].Plain()
}

// againstLast is a target set against last year's figure.
func againstLast(s string, place bool) string {
	for _, side := range sides {
		if slices.ContainsFunc(side.words, func(w string) bool { return tells(s, w) }) {
			sign := side.sign
			if place {
				sign = turned[sign]
			}
			return sign + " " + previous
		}
	}
	return ""
}

// boundOf is the sign that words or signs around a number mean; "" for none.
func boundOf(before, behind string) string {
	for _, b := range bounds {
		if (b.before == "" || tells(before, b.before)) && (b.behind == "" || tells(behind, b.behind)) {
			return b.sign
		}
	}
	if viet.HasPhrase(before, "tu") {
		return ">="
	}
	return ""
}

// ranks: words tell a place by how high it is: "thứ 5 trở lên", "trên thứ 5".
func ranks(before, behind string) bool {
	return tells(behind, "tro len") || tells(behind, "tro xuong") || slices.ContainsFunc([]string{"tren", "duoi",
		"cao hon", "thap hon"}, func(w string) bool { return viet.HasPhrase(before, w) })
}

// tells reports words or a sign in a text.
func tells(s, words string) bool {
	if strings.ContainsAny(words, "<>=≥≤") {
		return strings.Contains(s, words)
	}
	return viet.HasPhrase(s, words)
}
