package recognise

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// A heading says that its column is one of results of the report's year, and something around the
// table says otherwise: another year, a part of it, several, a plan. Where no other column is what
// that speaks of, nobody can tell which is right.

// room is a place around a table whose texts speak together: the lines over it, those of the
// pages, a name, what stands under the last figure.
type room []line

// ahead is what a text around a table says of the time of its figures against what a heading says.
type ahead struct {
	year, part, term *line // another year; some months of it; several years
}

// aheadOf is what the texts of each room say of time by themselves: what one of them names is no
// less said because another names something else.
func (r *reader) aheadOf(rooms []room, of frame) []ahead {
	var all []ahead
	for _, lines := range rooms {
		var t ahead
		if t.year = r.yearOf(lines); t.year == nil {
			t.year = r.yearBefore(lines)
		}
		if part, _ := partOf(lines, of); part != nil && part.isOfFigures(of) {
			switch {
			case part.says.any(ofOtherPeriod):
				t.part = part
			default:
				t.term = part
			}
		}
		if t.term == nil {
			t.term = r.termOf(lines)
		}
		if t.term != nil {
			t.year = nil
		}
		if t != (ahead{}) {
			all = append(all, t)
		}
	}
	return all
}

// yearOf is the nearest line of a room that names years of results, where none is the report's.
// What lies further back than any report is the year of a paper or a form.
func (r *reader) yearOf(lines []line) *line {
	this := r.plan.Resolution.Year
	for _, l := range lines {
		if len(l.years) == 0 || l.isOfLetter() || cites.in(l.folded) {
			continue
		}
		if y := slices.Max(l.years); y < this && y > this-maxYearsBack && !formWords.in(l.folded) {
			return l.finding(itoa(y))
		}
		return nil
	}
	return nil
}

const maxYearsBack = 5

var formWords = phrases{"mau", "bieu mau", "ban hanh", "thong tu", "luat", "nghi dinh", "phien ban", "version",
	"thanh lap"}

// isOfFigures: a line speaks of the time of figures and not of a paper or a programme of several
// years.
func (l line) isOfFigures(of frame) bool {
	switch {
	case l.isOfLetter() && !strings.HasPrefix(l.folded, "ngay "): // "Ngày chốt số: 31/10" is no date of a letter
		return false
	case !l.says.any(ofOtherPeriod):
		return ofTerm.in(l.folded) || running.in(l.folded)
	case l.name: // a return that came in the last months, or in several parts, may be called after them
		return of.IsYear() && len(l.spans) > 0 && !slices.ContainsFunc(l.spans, span.endsYear)
	}
	return true
}

// summing are words of figures of several years that are added up.
var summing = phrases{"tong hop", "cong", "tong cong", "gop", "tinh chung", "tong"}

// termOf is the line of a room that names the years from one to another, or several that are added up,
// which no paper is named after: "LK 2020-2022", "2 NĂM 2021 - 2022".
func (r *reader) termOf(lines []line) *line {
	this := r.plan.Resolution.Year
	for _, l := range lines {
		added := running.in(l.folded) || summing.in(l.folded) || ofTerm.in(l.folded) ||
			countedYears().MatchString(l.folded)
		first, last := l.span()
		switch {
		case first == 0 || first >= this || last < this || l.isOfLetter() || papersOfYears.in(l.folded):
		case added, l.name && last == this && last-first > 1:
			return l.finding(viet.Excerpt(l.text))
		}
	}
	return nil
}

// span are the first and the last of the years that a line runs over; zero for none.
func (l line) span() (first, last int) {
	if m := yearsFromTo().FindStringSubmatch(l.text); m != nil {
		return atMostFour(m[1]), atMostFour(m[2])
	}
	if len(l.years) > 1 && running.in(l.folded) {
		return slices.Min(l.years), slices.Max(l.years)
	}
	return 0, 0
}

var (
	yearsFromTo = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`((?:19|20)\d\d)\s*(?:-|–|—|đến|tới|den|toi|_)\s*(?:năm |nam )?((?:19|20)\d\d)`)
	})
	countedYears = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`\b(?:0?[2-9]|hai|ba|bon|nam) nam (?:(?:19|20)\d\d|gan day|qua)`)
	})
	papersOfYears = phrases{"dai hoi", "khoa", "nghi quyet", "lan thu", "ke hoach", "de an", "du an",
		"chuong trinh", "ct", "nq", "kh", "qd", "chuan ngheo", "chuan", "hoc",
		"nam hoc", "nien khoa", "quy hoach", "phong trao"}
)

// foot are the lines under the last figure of a sheet that stand among those who sign, and right
// above them, and are none of theirs.
func (g *grid) foot() []line {
	if g.signing != nil {
		return g.signing
	}
	g.signing = []line{}
	from := len(g.rows)
	for from > 0 && len(g.rows)-from < maxFoot && !g.rows[from-1].holdsFigures() {
		from--
	}
	among := false
	var above []line
	for i := from; i < len(g.rows); i++ {
		var all []line
		for _, l := range g.linesIn(i) {
			for text := range strings.SplitSeq(viet.Clean(l.text), "\n") {
				one := line{row: l.row, col: l.col, text: viet.Tidy(text), folded: viet.Fold(text)}
				_, dated := dateLine(one.folded)
				_, placed := placedDay(one.text)
				signs := isSignature(one.text) || dated || placed ||
					opensWith(one.folded, signsForms) && len(strings.Fields(one.folded)) <= maxName
				among = among || signs
				if signs || len(one.text) > maxLabel || opensWith(one.folded, recipients) || namesRows(one.text) ||
					isPersonsName(one.text) {
					continue
				}
				one.read(false, g.of)
				all = append(all, one)
			}
		}
		if among {
			g.signing = append(append(g.signing, above...), all...)
			above = nil
			continue
		}
		above = nil // a line right above them, of the day, stands where the date does
		if i+1 < len(g.rows) && g.rows[i+1].row == g.rows[i].row+1 {
			above = slices.DeleteFunc(all, func(l line) bool { return !isClosing(l) })
		}
	}
	return g.signing
}

// namesRows: a line speaks of some rows by their numbers, and not of the table.
func namesRows(text string) bool {
	s := speechOf(text)
	for i := range s.words {
		if n := s.oneOf(i, list("dòng, hàng, mục, dòng số, mục số, stt")); n > 0 && isNumberAt(s, i+n) {
			return true
		}
	}
	return false
}

const maxFoot = 30

var (
	recipients = phrases{"noi nhan", "luu", "nhu tren", "nhu kinh gui"}
	signsForms = phrases{"nguoi lap", "lap bieu", "nguoi tong hop", "can bo tong hop"}
)

// holdsFigures: a number stands in the row, be it as text.
func (r gridRow) holdsFigures() bool {
	return slices.ContainsFunc(r.cells, func(c workbook.Cell) bool {
		text := cellText(&c)
		_, reading := quantity.ParseText(text, false)
		return c.Kind == workbook.Number || c.Kind == workbook.Text && hasDigit(text) && reading == quantity.Sure &&
			!strings.ContainsFunc(text, unicode.IsLetter)
	})
}

// timesBelow are the lines of the foot that say nothing but until when figures were taken: "Ngày chốt
// số: 31/10".
func timesBelow(foot []line, of frame) room {
	var all room
	for _, l := range foot {
		if !isClosing(l) {
			continue
		}
		for _, t := range tokens(l.text) {
			if t.isDate() && t.day > 0 {
				l.says |= until(of, nil, t)
			}
		}
		if l.says.any(ofOtherPeriod | ofSeveralYears) {
			all = append(all, l)
		}
	}
	return all
}

// isClosing: a line tells when figures were closed.
func isClosing(l line) bool {
	return opensWith(l.folded, closing) && len(strings.Fields(l.folded)) <= mostClosed
}

// mostClosed is how many words such a line has at most, those of the day among them.
const mostClosed = 14

// closing begin what tells when figures were closed.
var closing = phrases{"chot", "ngay chot", "thoi diem", "moc", "lay so", "ngay lay so", "khoa so", "ngay khoa so",
	"so lieu", "so chot", "nien do", "ky so lieu", "tinh", "den", "luy ke", "cong don"}

// contradicted asks about a figure whose heading says that it is a result of the report's year
// where something around the table says otherwise, and no column beside is what that speaks of.
func (t *taking) contradicted() *diag.Problem {
	said, this := t.heading.reading(), t.plan.Resolution.Year
	last := t.ask.Role == resolution.RolePrevious || t.ask.Role == resolution.RoleLast
	if t.layout != nil || t.table == nil || last || !said.isOf(wanted{year: this}) {
		return nil
	}
	against := func(l line, vi, en string) *diag.Problem {
		return t.said("B975", l, diag.Args{"title": viet.Excerpt(l.text), "heading": t.heading.shown,
			"as": diag.Text{Vi: vi, En: en}, "want": t.year()})
	}
	for _, a := range t.titles.ahead {
		switch {
		case a.year != nil && !t.hasColumn(func(r reading) bool { return r.isOfBefore(this) }):
			if !isYearWord(a.year.found) {
				return against(*a.year, "số của năm trước", "figures of last year")
			}
			return against(*a.year, "số của năm "+a.year.found, "figures of "+a.year.found)
		case a.part != nil &&
			!t.hasColumn(func(r reading) bool { return r.says.any(ofOtherPeriod) }):
			t.otherPeriod = a.part.found
			return against(*a.part, "số của một phần năm", "figures of a part of the year")
		case a.term != nil && !t.hasTerm(*a.term):
			return against(*a.term, "số cộng của nhiều năm", "figures summed up over several years")
		}
	}
	if l := t.table.titles.plan; l != nil && t.ask.Role != resolution.RolePlan && t.heading.isOfResults() &&
		!reached.in(l.folded) && !t.asksForPlan() && !t.hasPlans() {
		return against(*l, "số kế hoạch", "figures of a plan")
	}
	if l := t.titles.planName; l != nil && t.ask.Role != resolution.RolePlan { // of all columns, whatever they are
		return against(*l, "số kế hoạch", "figures of a plan")
	}
	return nil
}

// reached: a title that speaks of a plan says what became of it.
var reached = phrases{"hoan thanh", "dat", "vuot", "so voi", "danh gia", "tien do", "ra soat", "theo doi", "bao cao"}

// isOfBefore: a heading is of a year before the report's.
func (r reading) isOfBefore(this int) bool {
	return r.says.any(ofLastYear) || slices.ContainsFunc(r.years, func(y int) bool { return y < this })
}

// plannedName is the name of a sheet or a file that says that figures were planned, and nothing else
// but whose they are: "KH2022", "UBND phường Bắc Sơn KH giao 2022".
func (r *reader) plannedName(names ...line) *line {
	for _, l := range names {
		h := readHeading([]string{givenWhen.cutFrom(r.withoutSender(l).folded)}, r.frame())
		words := tokens(l.text)
		given := slices.ContainsFunc(words, func(t token) bool { return slices.Contains(plansInNames, t.word) })
		if given && !h.strange && h.says.any(ofPlans) && !h.says.any(ofResults|ofEstimates|ofOtherThings) {
			return l.finding(viet.Excerpt(l.text))
		}
	}
	return nil
}

// givenWhen says of a plan when it was given, and by whom.
var givenWhen = phrases{"dau nam", "tu dau nam", "quan", "tren", "cap tren", "thanh pho", "tp"}

var plansInNames = []string{"kh", "hoach", "giao", "dau", "toan"}

// hasColumn: another column of the table is of what a title speaks of.
func (t *taking) hasColumn(is func(reading) bool) bool {
	return slices.ContainsFunc(t.table.heads, func(h head) bool { return h.col != t.col && is(h.reading()) })
}

// hasTerm: a column is of several years, or one of the first of those that a title names.
func (t *taking) hasTerm(l line) bool {
	first, _ := l.span()
	if first == 0 {
		first = t.plan.Resolution.Year - 2
	}
	return t.hasColumn(func(r reading) bool {
		return r.says.any(ofSeveralYears) || slices.Contains(r.years, first)
	})
}

func (t *taking) hasPlans() bool {
	return slices.ContainsFunc(t.table.heads, func(h head) bool { return h.col != t.col && h.isPlan() })
}

func (t *taking) hasEstimates() bool {
	return slices.ContainsFunc(t.table.heads, func(h head) bool { return h.col != t.col && h.isEstimate() })
}
