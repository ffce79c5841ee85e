package newyear

import (
	"slices"
	"strconv"
	"strings"

	"baocao/internal/viet"
)

// movedText moves a year and the year before it on in a text; kept says that one
// of them stands there and was left: in a document's date, a price base, a standard.
func movedText(text string, year int) (moved string, kept bool) {
	return move(text, year, ofThePlan)
}

// movedDay moves the year of the days that a target or a due date names.
func movedDay(text string, year int) string {
	moved, _ := move(text, year, func(_ string, before, after string) bool {
		return strings.HasSuffix(before, "/") || strings.HasSuffix(before, "-") && isDigit(before, 2) ||
			strings.HasPrefix(after, "-") && len(after) > 1 && after[1] >= '0' && after[1] <= '9'
	})
	// There is a 29/02 in a leap year only.
	return strings.ReplaceAll(strings.ReplaceAll(moved, strconv.Itoa(year+1)+"-02-29", strconv.Itoa(year+1)+"-02-28"),
		"29/02/"+strconv.Itoa(year+1), "28/02/"+strconv.Itoa(year+1))
}

// move moves each year that moves says does.
func move(text string, year int, moves func(year, before, after string) bool) (moved string, kept bool) {
	var b strings.Builder
	for i := 0; i < len(text); {
		end := i
		for end < len(text) && text[end] >= '0' && text[end] <= '9' {
			end++
		}
		if end == i {
			b.WriteByte(text[i])
			i++
			continue
		}
		n, err := strconv.Atoi(text[i:end])
		switch {
		case err != nil || end-i != 4 || n != year && n != year-1:
		case moves(text[i:end], text[:i], text[end:]):
			b.WriteString(strconv.Itoa(n + 1))
			i = end
			continue
		default:
			kept = true
		}
		b.WriteString(text[i:end])
		i = end
	}
	return b.String(), kept
}

// bases are words whose year is no year of the plan, folded: it stays when one of
// them stands before it in the same clause.
var bases = []string{"gia so sanh", "gia co dinh", "gia goc", "nam goc", "theo gia",
	"gia nam", "chuan ngheo", "bo tieu chi",
	"luat", "nghi dinh", "thong tu", "nghi quyet so", "quyet dinh so", "huong dan so", "chi thi so", "ke hoach so",
	"dieu tra", "khao sat", "nhiem ky", "giai doan", "tcvn", "qcvn"}

// reached are the words before a day that the plan counts up to, folded.
var reached = []string{"den", "den ngay", "het ngay", "tu ngay", "truoc", "truoc ngay", "thoi diem", "tinh ngay"}

// ofThePlan says whether a year is one that the plan counts in.
func ofThePlan(_ string, before, after string) bool {
	if strings.HasPrefix(after, "/") || strings.HasPrefix(after, "-") && !isYear(after[1:]) {
		return false // "07/2021/NĐ-CP"
	}
	clause := before[strings.LastIndexAny(before, ",;():\n")+1:]
	clause = clause[strings.LastIndex(clause, ". ")+1:]
	folded := viet.Fold(clause)
	if first, ok := spanBefore(before); ok || isSpan(after) {
		if !ok {
			first = folded
		}
		return strings.HasSuffix(viet.Fold(first), "nam hoc")
	}
	if slices.ContainsFunc(bases, func(word string) bool { return viet.HasPhrase(folded, word) }) {
		return false
	}
	date := before[strings.LastIndexByte(before, ' ')+1:] // what is written at the year: "20/12/"
	if strings.Count(date, "/") == 2 || strings.Count(date, "-") == 2 || strings.Count(date, ".") == 2 {
		words := viet.Fold(strings.TrimSuffix(before, date))
		return slices.ContainsFunc(reached, func(w string) bool { return strings.HasSuffix(" "+words, " "+w) })
	}
	return true
}

// isSpan says that a text goes on with a dash and another year: "2021 - 2025".
func isSpan(after string) bool {
	rest, dash := cutDash(strings.TrimLeft(after, " "))
	return dash && isYear(strings.TrimLeft(rest, " "))
}

// spanBefore is what stands before the first year of a span whose second follows.
func spanBefore(before string) (first string, ok bool) {
	rest := strings.TrimRight(before, " ")
	for _, dash := range []string{"-", "–", "—"} {
		if head, found := strings.CutSuffix(rest, dash); found {
			head = strings.TrimRight(head, " ")
			if len(head) >= 4 && isYear(head[len(head)-4:]) && !isDigit(head, 5) {
				return head[:len(head)-4], true
			}
		}
	}
	return "", false
}

func cutDash(s string) (string, bool) {
	for _, dash := range []string{"-", "–", "—"} {
		if rest, ok := strings.CutPrefix(s, dash); ok {
			return rest, true
		}
	}
	return s, false
}

// isYear says that a text begins with a year.
func isYear(s string) bool {
	if len(s) < 4 || len(s) > 4 && s[4] >= '0' && s[4] <= '9' {
		return false
	}
	n, err := strconv.Atoi(s[:4])
	return err == nil && n >= 1900 && n < 2200
}

// isDigit says that there is a digit so many bytes before the end.
func isDigit(s string, back int) bool {
	return len(s) >= back && s[len(s)-back] >= '0' && s[len(s)-back] <= '9'
}
