package resolution

import (
	"fmt"
	"strings"
	"unicode"

	"baocao/internal/quantity"
	"baocao/internal/viet"
)

// Targets as people write them: "≥ 20", "từ 20% trở lên", "16 - 18". They are
// translated into the plan's language; what is not wholly understood is none.

// bounds are the words that stand before or behind a number, folded, the longest
// first where one begins another, and the sign they mean.
var bounds = []struct{ before, behind, sign string }{
	{"tu", "tro len", ">="},
	{"", "tro len", ">="},
	{"it nhat", "", ">="},
	{"toi thieu", "", ">="},
	{"khong duoi", "", ">="},
	{"khong thap hon", "", ">="},
	{"khong it hon", "", ">="},
	{"tu", "tro xuong", "<="},
	{"", "tro xuong", "<="},
	{"khong qua", "", "<="},
	{"khong vuot qua", "", "<="},
	{"khong cao hon", "", "<="},
	{"khong tren", "", "<="},
	{"toi da", "", "<="},
	{"cao hon", "", ">"},
	{"tren", "", ">"},
	{"hon", "", ">"},
	{"thap hon", "", "<"},
	{"duoi", "", "<"},
	{"≥", "", ">="},
	{">=", "", ">="},
	{"≤", "", "<="},
	{"<=", "", "<="},
	{">", "", ">"},
	{"<", "", "<"},
}

// asWritten is the sentence of the target language that a text of people's own means.
func asWritten(s string) (string, error) {
	folded := foldWords(strings.TrimRight(viet.Tidy(s), ". "))
	switch folded {
	case "khong con", "khong de xay ra", "khong co", "khong phat sinh":
		return "= 0", nil
	case "khong giam", "khong thap hon nam truoc", "duy tri", "giu vung", "bang hoac cao hon nam truoc":
		return ">= " + previous, nil
	case "khong tang", "khong cao hon nam truoc":
		return "<= " + previous, nil
	}
	for _, lead := range []string{"xong truoc ngay", "truoc ngay", "cham nhat ngay", "den ngay"} {
		if day, ok := strings.CutPrefix(folded, lead+" "); ok {
			d, ok := WrittenDay(day)
			if !ok {
				return "", ErrTarget
			}
			return "by " + d.ISO(), nil
		}
	}
	for _, b := range bounds {
		rest, ok := strings.CutPrefix(folded, b.before)
		if !ok {
			continue
		}
		if rest, ok = strings.CutSuffix(rest, b.behind); !ok {
			continue
		}
		n, err := writtenNumber(rest)
		if err != nil {
			if err == ErrAmbiguous {
				return "", err
			}
			continue
		}
		return b.sign + " " + n.Plain(), nil
	}
	folded = strings.TrimPrefix(folded, "tu ")
	for _, between := range []string{" den ", "-"} {
		low, high, ok := strings.Cut(folded, between)
		if !ok {
			continue
		}
		a, errA := writtenNumber(low)
		b, errB := writtenNumber(high)
		switch {
		case errA == ErrAmbiguous || errB == ErrAmbiguous:
			return "", ErrAmbiguous
		case errA == nil && errB == nil && a.Cmp(b) > 0:
			a, b = b, a // "8,93 - 8,84%"
			fallthrough
		case errA == nil && errB == nil:
			return a.Plain() + ".." + b.Plain(), nil
		}
	}
	return "", ErrTarget
}

// foldWords folds the words of a text and leaves its numbers and signs.
func foldWords(s string) string {
	var words []string
	for _, w := range strings.Fields(strings.NewReplacer("–", "-", "—", "-", "−", "-").Replace(s)) {
		if strings.IndexFunc(w, unicode.IsDigit) < 0 {
			if folded := viet.Fold(w); folded != "" {
				w = folded
			}
		}
		words = append(words, w)
	}
	return strings.Join(words, " ")
}

// writtenNumber is a number in Vietnamese notation, with or without its percent sign.
func writtenNumber(s string) (quantity.Number, error) {
	s = strings.TrimSpace(strings.TrimRight(strings.TrimSpace(s), "%‰"))
	n, sure := quantity.ParseText(s, false)
	switch {
	case sure == quantity.Ambiguous:
		return n, ErrAmbiguous
	case sure == quantity.NoNumber, n.Sign() < 0:
		return n, ErrTarget
	}
	return n, nil
}

// WrittenDay is a day as people write it: "30/6/2022", "30-6-2022", "2022-06-30".
func WrittenDay(s string) (viet.Date, bool) {
	var d viet.Date
	s = strings.TrimSpace(strings.ReplaceAll(strings.ReplaceAll(s, "-", "/"), ".", "/"))
	var rest string
	n, _ := fmt.Sscanf(s, "%d/%d/%d%s", &d.Day, &d.Month, &d.Year, &rest)
	if d.Day > 31 {
		d.Day, d.Year = d.Year, d.Day
	}
	return d, n == 3 && Day(Serial(d)) == d && d.Year >= 1900
}

// targetDay reads the day of "by 2022-06-30".
func targetDay(s string) (quantity.Number, error) {
	d, ok := WrittenDay(s)
	if !ok {
		return quantity.Number{}, ErrTarget
	}
	return Serial(d), nil
}
