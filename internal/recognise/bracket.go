package recognise

import (
	"slices"
	"strings"

	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/viet"
)

// withoutBracket is what stands before a bracket that says which other figure it
// gives: last year's ("352 (năm 2021: 330)"), or a part of the one before it ("352
// lượt (trong đó 11 tháng: 320)"). Any other bracket stays, to be asked about.
func (t *taking) withoutBracket(written string) string {
	written = strings.TrimSpace(written)
	open := strings.LastIndexByte(written, '(')
	if open <= 0 || !strings.HasSuffix(written, ")") || t.ask.Role == resolution.RolePrevious ||
		t.ask.Role == resolution.RoleLast || t.ask.Role == resolution.RolePlan {
		return written
	}
	outer, words := strings.TrimSpace(written[:open]), strings.Fields(written[open+1:len(written)-1])
	from := slices.IndexFunc(words, func(w string) bool {
		return strings.HasSuffix(w, ":") ||
			viet.Fold(w) == "la"
	}) + 1
	if from == 0 {
		from = len(words) - 1
	}
	if from < 1 || from >= len(words) {
		return written
	}
	said := strings.Join(words[:from], " ")
	main, other := quantity.ReadWritten(outer, t.isWhole()), quantity.ReadWritten(strings.Join(words[from:], " "),
		t.isWhole())
	if main.Writing != quantity.Plain || other.Writing != quantity.Plain {
		return written
	}
	reading := readHeading([]string{said}, t.frame())
	before := !reading.strange && !reading.says.any(notResults|ofOtherPeriod|ofSeveralYears|ofThisYear) &&
		reading.isOf(wanted{year: t.plan.Resolution.Year, previous: true}) &&
		(len(reading.years) > 0 || reading.says.any(ofLastYear))
	part := !reading.strange && reading.says.any(ofOtherPeriod) && strings.HasPrefix(viet.Fold(said), "trong do ") &&
		len(reading.years) == 0 && other.Value.Cmp(main.Value) <= 0
	if before || part {
		return outer
	}
	return written
}
