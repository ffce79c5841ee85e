package recognise

import (
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// declaredDate is the day a file says it was made on: the line of place and
// date over or under a table, or a cell beside "Ngày báo cáo". The last one
// counts where several stand; what a file system says never does.
func declaredDate(b *workbook.Book) viet.Date {
	last, _, _ := declaredAt(b)
	return last
}

// declaredAt is declaredDate with the cell that says it.
func declaredAt(b *workbook.Book) (last viet.Date, on *workbook.Sheet, in *workbook.Cell) {
	take := func(d viet.Date, s *workbook.Sheet, c *workbook.Cell) {
		if d.Compare(last) > 0 {
			last, on, in = d, s, c
		}
	}
	for _, s := range b.Sheets {
		if s.Visibility != workbook.Visible {
			continue
		}
		for i := range s.Cells {
			c := &s.Cells[i]
			if c.Kind != workbook.Text || len(c.Text) > 200 || !namesDay(c.Text) {
				continue
			}
			for line := range strings.SplitSeq(viet.Clean(c.Text), "\n") {
				folded := viet.Fold(line)
				if d, ok := dateLine(folded); ok {
					take(d, s, c)
				} else if d, ok := placedDay(line); ok {
					take(d, s, c)
				} else if dateLabel().MatchString(folded) && i+1 < len(s.Cells) && s.Cells[i+1].Row == c.Row {
					take(dateCell(b.Date1904, &s.Cells[i+1]), s, &s.Cells[i+1])
				}
			}
		}
	}
	return last, on, in
}

// namesDay tells the few texts that can hold a date from the others, without
// folding them all.
func namesDay(text string) bool {
	for _, word := range []string{"ngày", "Ngày", "NGÀY", "ngay", "Ngay", "NGAY"} {
		if strings.Contains(text, word) {
			return true
		}
	}
	return len(text) < 80 && strings.ContainsAny(text, "/.-") && strings.Contains(text, ", ") && hasDigit(text)
}

// placedDay reads a place and a day in short: "Kiến An, ngày 30/9/2022", "Kiến An, 30.9.22". Without
// a comma the place has to have its capitals, so that "Dân số ngày 31/12/2021" is none.
func placedDay(text string) (viet.Date, bool) {
	m := shortPlaced().FindStringSubmatch(strings.TrimSpace(text))
	if m == nil || isOtherDocument(viet.Fold(m[1])) {
		return viet.Date{}, false
	}
	if len(m[4]) == 2 {
		m[4] = "20" + m[4]
	}
	return day(m[2], m[3], m[4])
}

var shortPlaced = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(\p{Lu}[\p{L} .]{1,40},|(?:\p{Lu}\p{Ll}+ ){1,4}(?i:ng[aà]y))\s*(?i:ng[aà]y)?\s*` +
		`([0-9]{1,2})\s*[/.-]\s*([0-9]{1,2})\s*[/.-]\s*([0-9]{4}|[0-9]{2})\.?$`)
})

// isOtherDocument: folded words before a date say that it is some other paper's.
func isOtherDocument(before string) bool {
	return slices.ContainsFunc(otherDocument, func(w string) bool { return viet.HasPhrase(before, w) })
}

// dayOfName is the day in the name of a file: "30.9.2022", "20220930". That of a paper is none:
// the answer to a letter is often called after it.
func dayOfName(name string) viet.Date {
	name = strings.ReplaceAll(name, "_", " ")
	if folded := viet.Fold(name); datedPapers.in(folded) || shortPapers.in(folded) {
		return viet.Date{}
	}
	for _, t := range tokens(name) {
		if t.isDate() && t.day > 0 && t.year > 0 {
			return viet.Date{Year: t.year, Month: t.month, Day: t.day}
		}
		if len(t.word) == len("20220930") && strings.HasPrefix(t.word, "20") {
			if d, ok := day(t.word[6:], t.word[4:6], t.word[:4]); ok {
				return d
			}
		}
	}
	return viet.Date{}
}

// dayLabel stands before the day a report was made or sent.
const dayLabel = `ngay (?:bao cao|lap|lap bieu|lap bao cao|gui|gui bao cao|nop|chot so lieu)|bao cao ngay`

var (
	longDate = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^((?:[a-z]+ ){0,6})ngay ([0-9]{1,2}) thang ([0-9]{1,2}) nam ([0-9]{4})$`)
	})
	shortDate = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^([0-9]{1,2}) ([0-9]{1,2}) ([0-9]{4})$`)
	})
	dateLabel = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^(?:` + dayLabel + `|ngay thang nam bao cao)(?: dd mm yyyy| ngay thang nam)?$`)
	})
	labelled = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^(` + dayLabel + `) ([0-9]{1,2} [0-9]{1,2} [0-9]{4})$`)
	})
)

// otherDocument are words before a date that is some other paper's, or the end
// of a period.
var otherDocument = slices.Concat(datedPapers, phrases{"den", "tu", "so", "kem theo", "truoc", "hieu luc"})

// datedPapers are called by their day.
var datedPapers = phrases{"nghi quyet", "quyet dinh", "cong van", "ke hoach", "huong dan", "thong bao", "nghi dinh",
	"thong tu", "chi thi"}

// shortPapers are those of them whose short names stand in the names of files.
var shortPapers = phrases{"nq", "qd", "cv", "tb"}

// dateLine reads "kien an ngay 15 thang 12 nam 2022", folded.
func dateLine(folded string) (viet.Date, bool) {
	if m := longDate().FindStringSubmatch(folded); m != nil {
		if isOtherDocument(m[1]) {
			return viet.Date{}, false
		}
		return day(m[2], m[3], m[4])
	}
	if m := labelled().FindStringSubmatch(folded); m != nil {
		n := shortDate().FindStringSubmatch(m[2])
		return day(n[1], n[2], n[3])
	}
	return viet.Date{}, false
}

func day(d, m, y string) (viet.Date, bool) {
	dn, _ := strconv.Atoi(d) // digits, by the patterns
	mn, _ := strconv.Atoi(m)
	yn, _ := strconv.Atoi(y)
	t := time.Date(yn, time.Month(mn), dn, 0, 0, 0, 0, time.UTC)
	if t.Day() != dn || int(t.Month()) != mn || yn < 1945 || yn > 2200 {
		return viet.Date{}, false
	}
	return viet.Date{Year: yn, Month: mn, Day: dn}, true
}

// dateCell is the day in a cell beside its label: a date, or its text. since1904
// tells from when the book counts its days.
func dateCell(since1904 bool, c *workbook.Cell) viet.Date {
	switch {
	case c.Kind == workbook.Text:
		folded := viet.Fold(c.Text)
		if m := shortDate().FindStringSubmatch(strings.TrimPrefix(folded, "ngay ")); m != nil {
			d, _ := day(m[1], m[2], m[3])
			return d
		}
		d, _ := dateLine(folded)
		return d
	case c.Kind == workbook.Number && c.Style.IsDate:
		n, err := strconv.Atoi(c.Number.Cut(0).Plain())
		if err != nil || n < 61 || n > 200_000 { // before March 1900 day numbers are ambiguous
			return viet.Date{}
		}
		from := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
		if since1904 {
			from = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
		}
		t := from.AddDate(0, 0, n)
		return viet.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
	}
	return viet.Date{}
}

// readDay reads the day on which something was done. A text has to be a day and nothing else.
func (t *taking) readDay(c *workbook.Cell, text string) {
	d, ok := resolution.WrittenDay(text)
	if c.Kind != workbook.Text {
		d = dateCell(t.book.Date1904, c)
		ok = !d.IsZero()
	}
	if !ok || d.Year < 1945 || d.Year > t.plan.Resolution.Year+1 {
		t.fault("B350", t.o.At, diag.Args{"found": text, "year": t.plan.Resolution.Year})
		return
	}
	t.o.Answer, t.o.Value, t.o.Text = returns.Given, resolution.Serial(d), d.Short()
}

// monthsToReport is for how long after a part of the year its report is made.
const monthsToReport = 3

// checkDeclared asks about a file that says it was made before the year's
// results could be known, or long after.
func (r *reader) checkDeclared() {
	d, s, c := declaredAt(r.book)
	at := diag.Position{File: r.file}
	switch {
	case !d.IsZero():
		at = placeOf(r.file, s, c)
	default:
		if d = dayOfName(strings.TrimSuffix(path.Base(r.file), path.Ext(r.file))); d.IsZero() {
			return
		}
	}
	of := r.plan.Resolution.Year
	first := viet.Date{Year: of, Month: r.plan.Checks.FirstMonth, Day: 1}
	last := viet.Date{Year: of + 1, Month: 6, Day: 30}
	if p := r.plan.Report.Period; !p.IsYear() {
		_, month := p.Months()
		first.Month, last = month, p.Later(of, monthsToReport)
		if d.Compare(first) < 0 || d.Compare(last) > 0 {
			r.report("B076", at, "", diag.Args{"date": d.Short(), "want": r.plan.PeriodText()})
		}
		return
	}
	if d.Compare(first) < 0 || d.Compare(last) > 0 {
		r.report("B248", at, "", diag.Args{"date": d.Short(), "want": of})
	}
}
