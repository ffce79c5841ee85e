package recognise

import (
	"cmp"
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/viet"
)

// A bare heading, "Năm 2022" or "Số lượng", says nothing of what its column is of: the
// title does, the heading of the labels and the name of the sheet. Where one of them is of a
// plan, or of last year's results and of something else this year, nothing says that the
// column holds results.

// isBareColumn: the heading is of the report's year, or names none, and says neither
// results nor an estimate.
func (h head) isBareColumn(year int) bool {
	r := readHeading([]string{phrases{"so lieu"}.cutFrom(h.words)}, h.of)
	return r.isOf(wanted{year: year}) && !r.says.any(ofResults|ofPeriod|ofEstimates|official|ofNearlyAll)
}

// ofPlannedTitle asks about a bare column under a title of a plan.
func (t *taking) ofPlannedTitle() *diag.Problem {
	year := t.plan.Resolution.Year
	if t.layout != nil || t.table == nil || t.ask.Role == resolution.RolePrevious || !t.heading.isBareColumn(year) {
		return nil
	}
	if l := t.titles.planned; l != nil {
		return t.said("B255", *l, diag.Args{"title": l.found, "want": t.year()})
	}
	if l, ok := t.table.labelHead(); ok && kindOf(labelSubjects.cutFrom(l.folded), t.frame()) == plannedKind {
		return t.said("B255", l, diag.Args{"title": l.text, "want": t.year()})
	}
	if later := t.runsOn(); later.col > 0 {
		return t.said("B980", later.line(), diag.Args{"later": later.shown, "column": t.heading.shown,
			"want": t.year()})
	}
	return nil
}

// runsOn is a column beside a bare one that is of a year to come, in as bare words: both are
// of the same kind, and that has no results yet.
func (t *taking) runsOn() head {
	year := t.plan.Resolution.Year
	for _, h := range t.table.heads {
		years := h.reading().years
		if len(years) > 0 && slices.Min(years) > year && h.isBareColumn(years[0]) && !h.isPlan() &&
			slices.Contains(t.heading.reading().years, year) && cellText(t.sheet.At(t.row, h.col)) != "" {
			return h
		}
	}
	return head{}
}

// labelHead is the heading of the table's labels.
func (t *table) labelHead() (line, bool) {
	col := cmp.Or(t.columns.label, t.columns.measure)
	for _, h := range t.heads {
		if h.col == col && col > 0 {
			return h.line(), true
		}
	}
	return line{}, false
}

// yearOfLabels is the heading of the labels where it names another year than the report's:
// "Chỉ tiêu năm 2021".
func (t *table) yearOfLabels(of frame, ofYear int) *line {
	l, ok := t.labelHead()
	if !ok || !strings.ContainsAny(l.folded, "0123456789") {
		return nil
	}
	r := readHeading([]string{l.text}, of)
	if len(r.years) == 0 || slices.Contains(r.years, ofYear) || slices.Min(r.years) > ofYear || r.says.any(ofPaper) {
		return nil
	}
	l.found = itoa(r.years[0])
	return &l
}

// kind is what the words before a year say that it is of.
type kind int

const (
	noKind       kind  = iota // nothing: "năm", "và"
	resultKind                // results, or an estimate of them
	targetKind                // "chỉ tiêu": results and plans are both lists of them
	plannedKind               // a plan
	unknownKind               // words that are not known
	maxPlanTitle = 250        // how long a title is, in bytes
)

// targets are the words of a list of targets, which may as well be one of results.
var targets = phrases{"chi tieu nhiem vu", "chi tieu nghi quyet", "nhiem vu chi tieu", "cac chi tieu chu yeu",
	"cac chi tieu", "chi tieu"}

// kindOf reads folded words.
func kindOf(folded string, of frame) kind {
	switch {
	case isOfResults(folded), isEstimate(folded):
		return resultKind
	case isPlanTitle(folded):
		return plannedKind
	}
	rest := noPlan.cutFrom(folded)
	cut := phrases{"theo de nghi", "cong van de nghi", "theo dang ky"}.cutFrom(targets.cutFrom(rest))
	found := noKind
	if targets.in(rest) {
		found = targetKind
	}
	for _, s := range steps(strings.ReplaceAll(cut, "|", " "), of.ofYear()) {
		switch {
		case s.says.any(ofPlans):
			return plannedKind
		case (s.strange || s.says.any(ofOtherThings)) && found == noKind:
			found = unknownKind
		}
	}
	return found
}

// papersToCome open the title of a paper that says what is to be done.
var papersToCome = phrases{"nghi quyet", "chuong trinh", "de an", "ke hoach", "lich", "giao uoc", "to trinh", "du an"}

// plannedFor is the nearest line under which a bare column is none of results.
func (r *reader) plannedFor(g *grid, own []line, sheet line) *line {
	year := r.plan.Resolution.Year
	results := slices.ContainsFunc(own, func(l line) bool { return isOfResults(l.folded) })
	for _, l := range own {
		if r.plans(l, year, results) {
			return l.finding(viet.Excerpt(l.text))
		}
	}
	if !results && !isOfResults(sheet.folded) && !isEstimate(sheet.folded) &&
		kindOf(r.withoutNames(sheet.folded), g.of) == plannedKind {
		return sheet.finding(viet.Excerpt(sheet.text))
	}
	return nil
}

func (r *reader) withoutNames(folded string) string {
	return phrases{viet.Fold(r.plan.Office.Place), "tran", "dt"}.cutFrom(r.names.cutFrom(folded))
}

// plans: what the line says of the report's year is planned. A line of one year says less
// than another line of results.
func (r *reader) plans(l line, year int, results bool) bool {
	if len(l.text) > maxPlanTitle {
		return false
	}
	if strings.HasPrefix(l.text, "(") || opensWith(l.folded, phrases{"kem theo", "ban hanh kem theo"}) {
		return !results && decidedBefore(l, year)
	}
	words := strings.Fields(strings.ReplaceAll(r.withoutNames(l.folded), "|", ""))
	if (l.isOfLetter() || cites.in(l.folded)) && !isPaperToCome(words) || l.row <= 0 {
		return false
	}
	if speechOf(l.text).oneOf(0, bodyOpenings()) > 0 { // a letterhead
		return false
	}
	var before kind // of the year before
	earlier, from := false, 0
	for i, w := range words {
		if y := atMostFour(w); len(w) != 4 || !isYear(y) || isOfDay(words[:i]) {
			continue
		} else if y != year {
			if k := kindOf(strings.Join(words[from:i], " "), r.frame()); k != noKind {
				before = k
			}
			earlier, from = earlier || y < year, i+1
			continue
		}
		k := kindOf(strings.Join(words[from:i], " "), r.frame())
		switch {
		case k == noKind && earlier:
			k = before
		case earlier && (k == unknownKind || k == targetKind) && (before == resultKind || before == unknownKind):
			return true
		}
		return k == plannedKind && (earlier || !results) ||
			!results && k != resultKind && isPaperToCome(words)
	}
	return !earlier && !results && (kindOf(strings.Join(words, " "), r.frame()) == plannedKind || isPaperToCome(words))
}

// isPaperToCome: "NGHỊ QUYẾT VỀ NHIỆM VỤ", but "Nghị quyết số 05" cites one.
func isPaperToCome(words []string) bool {
	for _, p := range papersToCome {
		n := len(strings.Fields(p))
		if len(words) > n && strings.Join(words[:n], " ") == p && !isNumberWord(words[n]) &&
			!opensWith(strings.Join(words[n:], " "), ofKnownPapers) {
			return true
		}
	}
	return false
}

// ofKnownPapers follow the kind of a paper that is cited, or that names a field of work.
var ofKnownPapers = phrases{"so", "dai hoi", "muc tieu quoc gia", "mtqg", "xay dung nong thon moi", "nong thon moi",
	"ocop", "giam ngheo", "hdnd", "cua"}

// isOfDay: the words before a year are the rest of a day.
func isOfDay(before []string) bool {
	n := len(before)
	isNumber := func(i int) bool { return i >= 0 && isNumberWord(before[i]) && len(before[i]) <= 2 }
	return isNumber(n-1) && isNumber(n-2) || n > 2 && before[n-1] == "nam" && isNumber(n-2) && before[n-3] == "thang"
}

// decidedBefore: what is under the line goes with a decision made before the year's results
// could be known: "(Kèm theo Nghị quyết số 12 ngày 20/12/2021)". Much older ones are of the
// form that is filled in.
func decidedBefore(l line, year int) bool {
	if !viet.HasPhrase(l.folded, "kem theo") || !(phrases{"nghi quyet", "quyet dinh", "ke hoach", "chuong trinh",
		"de an", "thong bao"}).in(l.folded) || (phrases{"thong tu", "mau", "bieu mau"}).in(l.folded) {
		return false
	}
	for _, t := range tokens(l.text) {
		if t.isDate() && t.day > 0 && (t.year == year-1 && t.month > 6 || t.year == year && t.month < 7) {
			return true
		}
	}
	return false
}
