package recognise

import (
	"slices"
	"strings"
	"sync"

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

// cutLastBracket takes the bracket from the end of a label.
func cutLastBracket(label string) (outer, inner string, ok bool) {
	label = strings.TrimSpace(label)
	open := strings.LastIndexByte(label, '(')
	if open <= 0 || !strings.HasSuffix(label, ")") {
		return label, "", false
	}
	return strings.TrimSpace(label[:open]), label[open+1 : len(label)-1], true
}

// isBasis: a bracket behind a label says by which count or paper its figure came, or repeats what is asked for:
// "(theo kết quả điều tra)", but neither whose figures they are nor of which of those that the label names.
func (k *asks) isBasis(bracket string, a resolution.Ask) bool {
	s := speechOf(bracket)
	year := k.plan.Resolution.Year
	of, has := s.oneOf(0, listOnce("theo, căn cứ, kết quả, số liệu")), s.oneOf(0, listOnce("có, đã có, được, đã được"))
	if s.bare || of+has == 0 || k.namesEarly(s) ||
		slices.ContainsFunc(s.years(), func(y int) bool { return y != year }) {
		return false
	}
	label := speechOf(a.Label)
	for i := of + has; i < len(s.words); {
		n := s.oneOf(i, basisWords())
		if n == 0 && of > 0 {
			n = s.oneOf(i, listOnce("rà soát, điều tra, thống kê, kiểm kê, khảo sát, tổng điều tra"))
		}
		if n == 0 && isYearWord(s.words[i]) {
			n = 1
		}
		for j := min(len(s.words), i+3); n == 0 && j > i; j-- { // what the label says too
			if label.has([]string{strings.Join(s.words[i:j], " ")}) {
				n = j - i
			}
		}
		if n == 0 {
			return false
		}
		i += n
	}
	return true
}

// basisWords are those of papers and of the time of a count.
var basisWords = sync.OnceValue(func() []string {
	return list(`theo, kết quả, số liệu, quyết định, qđ, biên bản, danh sách, báo cáo, hồ sơ, giấy chứng nhận, năm,
		cuối năm, cả năm, trong năm, được, của`)
})
