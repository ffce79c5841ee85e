package recognise

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"baocao/internal/viet"
)

// What time a clause beside or over figures speaks of, by its words: parts of the year, days, years. It
// is asked here alone; what the titles and headings of a table name is read in titles.go and period.go.

// stretch is a part of the year that a clause names.
type stretch struct {
	how how
	to  int  // the month it ends in; 0 where no number tells
	led bool // behind a word of how far figures go: "đến tháng 9"

	past bool // its year or its words tell that it was over long before the report's end
}

// how a stretch is named.
type how uint8

const (
	byMonth   how = iota // "tháng 9"
	byQuarter            // "quý II", "quý hai", "Q3"
	byMonths             // "9 tháng"
	byDay                // "30/9"
	byWords              // "giữa năm", "kỳ trước", "tháng này"
)

// isEarly: it ends before the last month of the year.
func (s stretch) isEarly() bool { return s.past || s.to > 0 && s.to < 12 }

// stretches are all that a clause names.
func (k *Knowledge) stretches(c speech) []stretch {
	var all []stretch
	for i, w := range c.words {
		led := func(by []string) bool { return i > 0 && c.oneOf(i-1, by) > 0 }
		if n := c.at(i, "tháng"); n > 0 {
			v, ok := c.ordinalAt(i + n)
			switch {
			case c.oneOf(i+n, listOnce("đầu, cuối, này")) > 0:
				all = append(all, stretch{how: byWords})
				continue
			case ok:
				all = append(all, stretch{how: byMonth, to: v, led: led(beforeDates())})
			}
		}
		if n := c.oneOf(i, listOnce("quý, quí, q")); n > 0 {
			v, ok := c.ordinalAt(i + n)
			switch {
			case c.oneOf(i+n, listOnce("đầu, cuối, này")) > 0:
				all = append(all, stretch{how: byWords})
				continue
			case ok && (w != "q" || v < 5):
				all = append(all, stretch{how: byQuarter, to: 3 * v, led: led(listOnce("đến, tới, hết"))})
			}
		}
		if v, ok := c.ordinalUpTo(i); ok && v > 0 {
			switch {
			case v < 12 && c.oneOf(i+1, listOnce("tháng, t")) > 0:
				all = append(all, stretch{how: byMonths, to: v})
			case v < 4 && c.oneOf(i+1, listOnce("quý, quí")) > 0:
				all = append(all, stretch{how: byMonths, to: 3 * v})
			}
		}
		if month, ok := c.dayAt(i); ok {
			all = append(all, stretch{how: byDay, to: month, led: c.word(i+1) == "/" && led(beforeDates()),
				past: c.isOfYearBefore(i, k.plan.Resolution.Year)})
		}
	}
	if c.has(listOnce(`giữa năm, nửa năm, đầu năm, kỳ trước, lần trước, đợt trước, quý trước, tháng trước, năm trước,
		năm ngoái, báo cáo trước, bản trước, hồi đầu năm, nửa đầu năm`)) {
		all = append(all, stretch{how: byWords, past: true})
	}
	return all
}

// namesEarly: a clause names a part of the year that ends before the last month, however it does.
func (k *Knowledge) namesEarly(c speech) bool {
	return slices.ContainsFunc(k.stretches(c), stretch.isEarly)
}

// isBeforeTheEnd: figures go as far as a month, a quarter or a day before the last month of a report of
// the year.
func (k *Knowledge) isBeforeTheEnd(c speech) bool {
	return k.plan.Report.Period.IsYear() && slices.ContainsFunc(k.stretches(c), func(s stretch) bool {
		return s.led && s.to > 0 && s.to < 12
	})
}

// namesPart: months from the beginning of the year, or one of its quarters.
func (k *Knowledge) namesPart(c speech) bool {
	return slices.ContainsFunc(k.stretches(c), func(s stretch) bool {
		return (s.how == byMonths || s.how == byQuarter) && s.to < 12
	})
}

// isOfSource: a paper or a source of a part of the year, or a quarter alone.
func (k *Knowledge) isOfSource(c speech) bool {
	return c.at(0, "q") > 0 && len(c.words) == 2 && k.namesPart(c) ||
		c.oneOf(0, sources()) > 0 && (k.namesPart(c) || c.has(sentBefore()))
}

var sources = sync.OnceValue(func() []string {
	return list(`nguồn, theo, theo báo cáo, theo số liệu, lấy, lấy theo, báo cáo, bc, số, số liệu, căn cứ,
		dựa theo, trích, trích từ, dùng, sử dụng`)
})

// isOfPart: nothing but a part of the year, or several years, is what a remark
// names, as that which the figure is of: "số liệu 9 tháng", "tính đến 30/10". A
// month alone tells when something was done: "tháng 10/2022".
func isOfPart(remark string, of frame) bool {
	folded := viet.Fold(withoutLead(remark))
	opens := func(p string) bool { return strings.HasPrefix(folded+" ", p+" ") }
	if !slices.ContainsFunc(ofFigure, opens) && !months().MatchString(folded) {
		return false
	}
	l := line{text: withoutLead(remark), folded: folded}
	l.read(false, of)
	parts := 0 // several of them tell how the year came about
	for _, s := range steps(l.text, of) {
		if s.strange {
			return false
		}
		if s.says.any(ofOtherPeriod) {
			parts++
		}
	}
	return parts < 2 && l.says.any(ofOtherPeriod|ofSeveralYears) && (!l.says.any(ofPeriod) || l.isSumOfPart(of))
}

// ofFigure begin what tells how far a figure goes; leads may stand before them.
var (
	ofFigure = phrases{"so lieu", "so", "tinh", "den", "bao cao", "luy ke", "cong don", "tu", "thoi diem", "moc",
		"ky bao cao", "ky so lieu"}
	leads = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)^(?:[\s*(]*(?:\d\)\s*)?(?:ghi chú|chú thích|lưu ý|chú ý)?[\s*:.)–-]*)` +
			`(?:(?:chỉ|mới có|mới|lấy theo|lấy từ|lấy|cập nhật|chốt|theo)\s+)?`)
	})
	months = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[0-9]+ ?t(?:hang)?\b`) })
)

func withoutLead(remark string) string {
	whole := viet.Clean(remark)
	rest := leads().ReplaceAllString(whole, "")
	if lead := whole[:len(whole)-len(rest)]; len(lead) >= len("chỉ ") &&
		opensWith(viet.Fold(rest), phrases{"tieu"}) &&
		opensWith(viet.Fold(lead[len(lead)-len("chỉ "):]), phrases{"chi"}) {
		return lead[len(lead)-len("chỉ "):] + rest // "chỉ tiêu" is one word
	}
	return rest
}

// isOfAnotherYear: a year stands in the clause that is not the report's, nor the one
// asked for.
func (m matter) isOfAnotherYear(c speech) bool {
	this := m.k.plan.Resolution.Year
	if slices.Contains(c.years(), this) && c.has([]string{"đến"}) { // a span, which isOfPart reads
		return false
	}
	return slices.ContainsFunc(c.years(), func(y int) bool { return y < this && !(m.isOfLastYear() && y == this-1) })
}

// givesYear: the clause opens with a year and its own figure: "năm 2021: 338".
func (s speech) givesYear() bool {
	i := s.at(0, "năm")
	return i+2 < len(s.words) && isNumberWord(s.words[i]) && slices.Contains([]string{":", "là", "có", "đạt"},
		s.words[i+1]) && isNumberWord(s.words[i+2])
}

// isOfYearToCome: the figure holds something of a year that has not begun: "đã gồm số chuyển
// sang năm 2023". What is only said of that year is no sign.
func (k *Knowledge) isOfYearToCome(c speech) bool {
	includes := c.has(including) || c.has(adding) || c.has([]string{"gồm", "bao gồm"})
	return includes && slices.ContainsFunc(c.years(), func(y int) bool { return y > k.plan.Resolution.Year })
}

// isOfYearBefore: a remark names nothing but the time of the figure, and that is
// another year.
func (k *Knowledge) isOfYearBefore(c speech) bool {
	years := c.years()
	if len(years) == 0 || slices.Contains(years, k.plan.Resolution.Year) ||
		slices.Min(years) > k.plan.Resolution.Year {
		return false
	}
	return !slices.ContainsFunc(c.words, func(w string) bool {
		return !isNumberWord(w) && w != "/" && w != "-" && !ofTime.in(viet.Fold(w))
	})
}

func (s speech) years() []int {
	var all []int
	for _, w := range s.words {
		if day := strings.Split(w, "."); len(day) == len("dmy") { // "31.12.2021"
			w = day[2]
		}
		if len(w) == 4 && isNumberWord(w) && isYear(atMostFour(w)) {
			all = append(all, atMostFour(w))
		}
	}
	return all
}

// isOfReportsYear: a clause says no more than that the figure is of the report's year.
func (k *Knowledge) isOfReportsYear(c speech) bool {
	years := c.years()
	return len(years) > 0 && !slices.ContainsFunc(years, func(y int) bool { return y != k.plan.Resolution.Year }) &&
		!slices.ContainsFunc(c.words, func(w string) bool {
			return !isNumberWord(w) && w != "/" && w != "cả" && !ofTime.in(viet.Fold(w))
		})
}

// isOnlyOfYearsToCome: what is said is of years after the report's.
func (k *Knowledge) isOnlyOfYearsToCome(c speech) bool {
	years := c.years()
	return len(years) > 0 && slices.Min(years) > k.plan.Resolution.Year && c.oneOf(0, []string{"năm"}) > 0
}

// isOfOtherTime: the clause says no more than that the figure is of a year to come, or puts the
// plan's or another year's into its cell.
func (s speech) isOfOtherTime() bool {
	return s.has(listOnce("sang năm, năm sau, năm tới")) && s.isAllOf(listOnce(`sang năm, năm sau, năm tới, của, số,
		số liệu, cho, là, tính`)) || s.isPutHere() && s.oneOf(0, listOnce(`kế hoạch, kh, chỉ tiêu, mục tiêu, dự toán,
		phấn đấu, cùng kỳ, năm trước, năm sau, năm tới`)) > 0
}

// isOfYearBefore: the day at a word is one of a year before: "31/12/21".
func (s speech) isOfYearBefore(i, this int) bool {
	if w := s.word(i + 3); w != "/" && w != "-" || !isNumberAt(s, i+4) || len(s.words[i+4]) > 4 ||
		s.oneOf(max(0, i-2), listOnce("từ, từ ngày")) > 0 || s.at(max(0, i-1), "từ") > 0 { // where it begins
		return false
	}
	y := atMostFour(s.words[i+4])
	if len(s.words[i+4]) == 2 {
		y += this - this%100
	}
	return isYear(y) && y < this
}

// dayAt is the month of a day at a word: "30.9", "15/11/2022", "20-10".
func (s speech) dayAt(i int) (month int, ok bool) {
	if !isNumberWord(s.words[i]) {
		return 0, false
	}
	parts := strings.Split(s.words[i], ".")
	if len(parts) == 1 {
		sep := s.word(i + 1)
		if sep != "/" && sep != "-" || !isNumberAt(s, i+2) {
			return 0, false
		}
		parts = []string{s.words[i], s.word(i + 2)}
	} else if i == 0 || s.oneOf(i-1, listOnce("ngày, hôm, đến, tới, hết, mốc, sổ, chốt")) == 0 {
		return 0, false
	}
	day, month := atMostFour(parts[0]), atMostFour(parts[1])
	return month, len(parts[0]) <= 2 && len(parts[1]) <= 2 && day >= 1 && day <= 31 &&
		month >= 1 && month <= 12
}

// ordinalAt is the number that begins at a word: "mười hai" is one.
func (s speech) ordinalAt(i int) (int, bool) {
	if s.word(i) == "mười" && s.oneOf(i+1, listOnce("một, hai")) > 0 {
		return s.ordinalUpTo(i + 1)
	}
	return ordinal(s.word(i))
}

// ordinalUpTo is the number that ends with a word.
func (s speech) ordinalUpTo(i int) (int, bool) {
	v, ok := ordinal(s.words[i])
	if ok && i > 0 && s.words[i-1] == "mười" && !isNumberWord(s.words[i]) {
		v += 10
	}
	return v, ok
}

// ordinal is the number of a month or a quarter, in digits, in Roman ones or in words.
func ordinal(w string) (int, bool) {
	if w == "" {
		return 0, false
	}
	if isNumberWord(w) {
		return atMostFour(w), len(w) <= 2
	}
	for i, names := range [][]string{{"i", "một", "giêng", "nhất"}, {"ii", "hai", "nhì"}, {"iii", "ba"}, {"iv", "bốn"},
		{"năm"}, {"sáu"}, {"bảy", "bẩy"}, {"tám"}, {"chín"}, {"mười"}} {
		if slices.Contains(names, w) {
			return i + 1, w != "năm"
		}
	}
	return 0, false
}

// ofTime are the words of a remark that names nothing but the time of a figure.
var ofTime = phrases{"so", "lieu", "cuoi", "nam", "cua", "lay", "theo", "tinh", "den", "la", "ket", "qua", "ngay",
	"thang", "bao", "cao", "het", "van", "dung", "ra", "soat", "dieu", "tra", "thong", "ke", "cong", "bo",
	"thoi", "diem"}
