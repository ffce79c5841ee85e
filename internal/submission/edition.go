package submission

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"

	"baocao/internal/diag"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// declaredDate is the day a file says it was made on: the line of place and
// date over or under a table, or a cell beside "Ngày báo cáo". The last one
// counts where several stand; what a file system says never does.
func declaredDate(b *workbook.Book) viet.Date {
	var last viet.Date
	take := func(d viet.Date) {
		if d.ISO() > last.ISO() {
			last = d
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
					take(d)
				} else if dateLabel.MatchString(folded) && i+1 < len(s.Cells) && s.Cells[i+1].Row == c.Row {
					take(dateCell(b, &s.Cells[i+1]))
				}
			}
		}
	}
	return last
}

// namesDay tells the few texts that can hold a date from the others, without
// folding them all.
func namesDay(text string) bool {
	for _, word := range []string{"ngày", "Ngày", "NGÀY", "ngay", "Ngay", "NGAY"} {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}

var (
	longDate  = regexp.MustCompile(`^((?:[a-z]+ ){0,6})ngay ([0-9]{1,2}) thang ([0-9]{1,2}) nam ([0-9]{4})$`)
	shortDate = regexp.MustCompile(`^([0-9]{1,2}) ([0-9]{1,2}) ([0-9]{4})$`)
	dateLabel = regexp.MustCompile(`^(?:ngay (?:bao cao|lap|lap bieu|lap bao cao|gui|gui bao cao|nop|chot so lieu|thang nam bao cao)|bao cao ngay)(?: dd mm yyyy| ngay thang nam)?$`)
	labelled  = regexp.MustCompile(`^((?:ngay (?:bao cao|lap|lap bieu|lap bao cao|gui|gui bao cao|nop|chot so lieu)|bao cao ngay)) ([0-9]{1,2} [0-9]{1,2} [0-9]{4})$`)
)

// otherDocument are words before a date that is some other paper's, or the end
// of a period.
var otherDocument = []string{"nghi quyet", "quyet dinh", "cong van", "ke hoach", "huong dan", "thong bao", "den", "tu", "so", "kem theo", "truoc", "hieu luc", "nghi dinh", "thong tu", "chi thi"}

// dateLine reads "kien an ngay 15 thang 12 nam 2022", folded.
func dateLine(folded string) (viet.Date, bool) {
	if m := longDate.FindStringSubmatch(folded); m != nil {
		for _, w := range otherDocument {
			if viet.HasPhrase(m[1], w) {
				return viet.Date{}, false
			}
		}
		return day(m[2], m[3], m[4])
	}
	if m := labelled.FindStringSubmatch(folded); m != nil {
		n := shortDate.FindStringSubmatch(m[2])
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

// dateCell is the day in a cell beside its label: a date, or its text.
func dateCell(b *workbook.Book, c *workbook.Cell) viet.Date {
	switch {
	case c.Kind == workbook.Text:
		folded := viet.Fold(c.Text)
		if m := shortDate.FindStringSubmatch(folded); m != nil {
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
		if b.Date1904 {
			from = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
		}
		t := from.AddDate(0, 0, n)
		return viet.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
	}
	return viet.Date{}
}

// edition is what a file's name says about its place among those of its unit.
// "Bản sao", "copy" and "(1)" say nothing.
type edition struct {
	number int    // "lần 2"; 1 unless said
	kind   string // editionSupplement, editionCorrection or ""
	said   string // the words of the name
}

const (
	editionSupplement = "bo sung"
	editionCorrection = "sua"
)

var (
	// "Lan năm 2022" is a place in a year, so that the fifth is said in full.
	editionNumber = regexp.MustCompile(`\blan ?(?:thu )?(?:0?([1-9])|(hai|ba))\b|\blan thu (bon|tu|nam)\b`)
	// "sửa chữa" is repair work, not a corrected file.
	correctionWords = regexp.MustCompile(`\b(?:(?:da |ban |chinh )?sua(?: doi| lai)?|thay the|dinh chinh)\b`)
	spelledNumbers  = map[string]int{"hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5}
)

// Edition is what a file's name says about its place among those of its unit:
// "lần 2, sửa"; "" for nothing.
func Edition(file string) string { return editionOf(file).said }

// editionOf reads the name of a file and of the folders below the drop folder.
func editionOf(file string) edition {
	e := edition{number: 1}
	_, below, ok := strings.Cut(file, "/")
	if !ok {
		below = file
	}
	if dot := strings.LastIndexByte(below, '.'); dot > strings.LastIndexByte(below, '/') {
		below = below[:dot]
	}
	folded := viet.Fold(below)
	written := strings.ToLower(viet.Clean(below))
	var said []string
	if m := editionNumber.FindStringSubmatch(folded); m != nil && (plainLetters(written) || strings.Contains(written, "lần")) {
		e.number = spelledNumbers[m[2]+m[3]]
		if m[1] != "" {
			e.number, _ = strconv.Atoi(m[1])
		}
		said = append(said, "lần "+strconv.Itoa(e.number))
	}
	folded = strings.ReplaceAll(folded, "sua chua", "")
	switch {
	case viet.HasPhrase(folded, "bo sung"):
		e.kind = editionSupplement
		said = append(said, "bổ sung")
	case correctionWords.MatchString(folded) && (!strings.Contains(written, "sữa") || strings.Contains(written, "sửa")): // not milk
		e.kind = editionCorrection
		said = append(said, "sửa")
	}
	e.said = strings.Join(said, ", ")
	return e
}

// plainLetters reports a name without any accent, in which "lan" may be "lần".
func plainLetters(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r > 0x7F && unicode.IsLetter(r) })
}

// order compares two editions: negative when a comes before b; ok is false
// where the names do not tell ("sửa" beside "bổ sung", "lần 2" beside "sửa").
func (a edition) order(b edition) (int, bool) {
	switch {
	case a.kind == b.kind:
		return cmp.Compare(a.number, b.number), a.number != b.number
	case a.kind == "" && b.number >= a.number:
		return -1, true
	case b.kind == "" && a.number >= b.number:
		return 1, true
	}
	return 0, false
}

// replaces tells whether the second of two files of a unit is the later one,
// and why. What the files say decides, first that one is the corrected copy of
// the other, then their dates, then their names; never when they were saved.
func replaces(old, fresh *file) (diag.Message, bool) {
	switch {
	case fresh.Corrects != "" && fresh.Corrects == old.SHA256 && old.Corrects != fresh.SHA256:
		return diag.Say("version.corrected", nil), true
	case old.Corrects != "" && old.Corrects == fresh.SHA256:
		return diag.Message{}, false
	}
	if !old.Declared.IsZero() && !fresh.Declared.IsZero() && old.Declared != fresh.Declared {
		return diag.Say("version.dated", diag.Args{"old": old.Declared.Short(), "new": fresh.Declared.Short()}), old.Declared.ISO() < fresh.Declared.ISO()
	}
	n, ok := old.edition.order(fresh.edition)
	return diag.Say("version.named", diag.Args{"said": fresh.edition.said}), ok && n < 0
}
