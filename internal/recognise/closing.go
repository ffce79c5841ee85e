package recognise

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// What a paper closes with: that this was the report, where and on what day it was made, to
// whom it goes, who made it and who signs. It is no row of the table above it and no word of
// a narrative; notes that stand in it are still notes.

// maxClosing is how many bytes a line of it has at most.
const maxClosing = 200

// closesPaper tells whether a text is a line that only the end of a paper has. The names of
// people and of those to whom it goes are told by standing below one.
func closesPaper(text string) bool {
	text = strings.TrimLeft(viet.Tidy(text), "-–•*+ ")
	if viet.HasPhrase(viet.Fold(text), "tren day la") {
		return true
	}
	if text == "" || len(text) > maxClosing {
		return false
	}
	text = strings.Trim(text, "()[] .")
	s := speechOf(text)
	return s.isDateLine(text) || s.isOfRecipients() || s.isActOfSigning() || s.isOfSigner(text)
}

// isDateLine: an optional place, and a day that may be left open: "Kiến An, ngày 12 tháng 12
// năm 2022", "Ngày ... tháng ... năm 2022", "Kiến An, 12/12/2022". A day that something is told
// of is none: "Ngày chốt số: 31/10".
func (s speech) isDateLine(text string) bool {
	day, from := s.find(0, []string{"ngày"})
	comma := slices.Index(s.words, ",")
	if day < 0 || day > maxPlace+2 {
		day, from = comma, comma+1
	}
	if day < 0 || day > 0 && (!s.bare || comma != day-1) && !isPlaceBefore(text, day) ||
		hasNumber(s.words[:day]) || day > maxPlace+2 {
		return false
	}
	numbers, open := 0, 0
	for i, w := range s.words[from:] {
		switch {
		case isNumberWord(w):
			numbers++
		case s.at(from+i, "tháng") > 0, s.at(from+i, "năm") > 0:
			open++
		case viet.Fold(w) != "": // another word
			return false
		}
	}
	if from == comma+1 && comma == day { // "Kiến An, 12/12/2022"
		return numbers == len("dmy")
	}
	return numbers >= len("dm") || open == len("my")
}

// isPlaceBefore: the words of a text before one are a name, of two words at least where no
// comma ends it: "Chốt ngày 30/11" names no place.
func isPlaceBefore(text string, words int) bool {
	before, _, comma := strings.Cut(text, ",")
	if !comma {
		fields := strings.Fields(text)
		before = strings.Join(fields[:min(words, len(fields))], " ")
	}
	return isCapitalised(before) && (comma || words > 1 && strings.ContainsFunc(text, unicode.IsLower))
}

func isCapitalised(text string) bool {
	for _, w := range strings.Fields(text) {
		if first, _ := utf8.DecodeRuneInString(w); unicode.IsLower(first) {
			return false
		}
	}
	return true
}

// isOfRecipients: "Nơi nhận:", "Nơi gửi", "Lưu: VT".
func (s speech) isOfRecipients() bool {
	n := s.oneOf(0, list("nơi nhận, nơi gửi, nơi nhận báo cáo"))
	if n > 0 {
		return n == len(s.words) || viet.Fold(s.words[n]) == ""
	}
	return s.at(0, "lưu :") > 0 || s.at(0, "lưu vt") > 0
}

// actsOfSigning are the words of "(đã ký, đóng dấu)", "(Ký, ghi rõ họ tên)".
var actsOfSigning = sync.OnceValue(func() []string {
	return list(`ký, đã ký, ký tên, ký số, ký duyệt, đóng dấu, đã đóng dấu, ghi rõ họ tên, ghi rõ họ và tên, họ tên,
		họ và tên, chữ ký, con dấu, ghi rõ, chức danh, chức vụ, và, số, điện thoại, cơ quan, đơn vị, của`)
})

func (s speech) isActOfSigning() bool {
	acts := list("ký, ký tên, ký số, đã ký, chữ ký, đóng dấu, ghi rõ họ tên, ghi rõ họ và tên")
	if !s.has(acts) || s.bare && s.oneOf(0, acts) == 0 {
		return false
	}
	rest, other := s.beside(actsOfSigning(), "")
	return rest == 0 && other == 0
}

// makers are those who made a table, before what they did.
var (
	makers = sync.OnceValue(func() []string {
		return list(`người, cán bộ, công chức, chuyên viên, bộ phận, nhân viên, viên chức, cán bộ phụ trách`)
	})
	makings = sync.OnceValue(func() []string {
		return list(`lập, lập biểu, lập bảng, lập báo cáo, tổng hợp, báo cáo, thống kê, kiểm tra, kiểm soát, duyệt,
			viết, ghi, ghi biểu, thực hiện, cung cấp, phụ trách, theo dõi, soát, rà soát, ký, đánh máy, nhập liệu,
			biểu, bảng, số liệu`)
	})
	otherSigners = sync.OnceValue(func() []string {
		return list(`kế toán, kế toán trưởng, thủ quỹ, lãnh đạo, lãnh đạo đơn vị, lãnh đạo phòng, xác nhận của,
			phê duyệt của, duyệt của, lập biểu, lập bảng, đại diện, phụ trách, điều hành, chuyên trách`)
	})
)

// isOfSigner: a line begins with an office that signs, or with whoever made the table, and is
// in capitals, or has but the words that people sign with and names.
func (s speech) isOfSigner(text string) bool {
	maker := s.oneOf(0, makers())
	made := maker > 0 && s.oneOf(maker, makings()) > 0 && maker+s.oneOf(maker, makings()) <= len(s.words)
	if !made && s.oneOf(0, signing()) == 0 && s.oneOf(0, otherSigners()) == 0 || len(s.words) > maxSignature ||
		hasNumber(s.words) && !strings.Contains(text, ":") {
		return false
	}
	if !strings.ContainsFunc(text, unicode.IsLower) {
		return true
	}
	words := slices.Concat(signers(), otherSigners(), makers(), makings())
	rest, other := s.beside(words, text)
	return rest <= maxNamed && other == 0
}

// maxNamed is how many words the names of person and place have that stand in such a line.
const maxNamed = 7

// beside counts the words of a line that are none of some: names are those that begin with a
// capital in the text, other the rest.
func (s speech) beside(some []string, text string) (names, other int) {
	capitals := map[string]bool{}
	for _, w := range strings.FieldsFunc(viet.Clean(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		first, _ := utf8.DecodeRuneInString(w)
		capitals[strings.ToLower(w)] = unicode.IsUpper(first)
	}
	for i := 0; i < len(s.words); {
		n := s.oneOf(i, some)
		switch w := s.words[i]; {
		case n > 0:
		case viet.Fold(w) == "", isNumberWord(w), utf8.RuneCountInString(w) == 1:
			n = 1
		case capitals[w]:
			names, n = names+1, 1
		default:
			other, n = other+1, 1
		}
		i += n
	}
	return names, other
}

// closing tells of each row of the sheet whether the paper closes there: below a table, from
// the first such line on that has no figures of the table below it.
func (g *grid) closing() []bool {
	if g.closes != nil {
		return g.closes
	}
	g.closes = make([]bool, len(g.rows))
	all := g.tables()
	for n, t := range all {
		if n > 0 && all[n-1].top == t.top { // beside each other
			continue
		}
		from, end := g.before(t.bottom+1), g.before(t.end+1)
		for i := end - 1; i >= from && !g.rows[i].hasFigures(); i-- {
			if g.rows[i].closesPaper() {
				for j := i; j < end; j++ {
					g.closes[j] = true
				}
				end = i
			}
		}
	}
	return g.closes
}

// isClosing: the paper closes at a row of the sheet.
func (g *grid) isClosing(row int) bool {
	i := g.before(row)
	return i < len(g.rows) && g.rows[i].row == row && g.closing()[i]
}

// closesPaper: a cell of the row begins with such a line.
func (r gridRow) closesPaper() bool {
	return slices.ContainsFunc(r.cells, func(c workbook.Cell) bool {
		return c.Kind == workbook.Text && len(c.Text) <= titleLength && closesPaper(firstLine(&c))
	})
}

// isAside: a line that stands among those of a narrative and is none of it: what a letter
// begins with, what the paper is sent with, a note on the figures.
func isAside(line string) bool {
	line = strings.TrimLeft(viet.Tidy(line), "-–•+ ")
	s := speechOf(line)
	n := s.oneOf(0, list("ghi chú, chú thích, lưu ý, chú ý, đơn vị tính, đvt, nguồn, nguồn số liệu, số, kính gửi"))
	led := n > 0 && (n == len(s.words) || s.words[n] == ":")
	return led || isNational(viet.Fold(line)) || isBracketed(strings.TrimRight(line, ".; ")) || speaksOfAll(line)
}

// isWordy: an aside tells as much as a piece of narrative does, and not of figures.
func isWordy(aside string) bool {
	aside = strings.TrimLeft(viet.Tidy(aside), "-–•+ ")
	s := speechOf(aside)
	told := aside
	if _, after, led := strings.Cut(aside, ":"); led && !isBracketed(aside) {
		told = after
	}
	return wordCount(aside) >= sentence && !isNational(viet.Fold(aside)) &&
		!speaksOfFigures(strings.Trim(told, "() ")) &&
		s.oneOf(0, list("đơn vị tính, đvt, nguồn số liệu, số, kính gửi")) == 0
}

// isEvidence: a text beside figures says no more than which paper shows them: "có biên bản kèm
// theo", "xem phụ lục 2".
func isEvidence(text string) bool {
	s := speechOf(text)
	n := s.oneOf(0, listOnce("có, đã có, xem, kèm, kèm theo, đính kèm, gửi kèm, theo"))
	paper := s.oneOf(n, listOnce(`biên bản, danh sách, phụ lục, quyết định, văn bản, công văn, hồ sơ, bảng kê,
		bảng biểu, biểu, báo cáo, tài liệu, file, tệp`))
	return n > 0 && paper > 0 && len(s.words) <= sentence || comesWithIt(text)
}

// hasFigures: a number stands in the row, and no day, telephone or account.
func (r gridRow) hasFigures() bool {
	for i := range r.cells {
		c := &r.cells[i]
		switch c.Kind {
		case workbook.Number:
			if c.Style == nil || !c.Style.IsDate {
				return true
			}
		case workbook.Text:
			text := strings.Trim(c.Text, " ()%")
			if startsWithDigit(text) && wordCount(text) <= maxFigure && !isDayAlone(text) && !r.isReached(i) {
				return true
			}
		default:
		}
	}
	return false
}

// maxFigure is how many words a figure has at most that is written with its unit.
const maxFigure = 4

// isReached: what stands before a cell is how somebody is reached: "Điện thoại: | 0225 3876".
func (r gridRow) isReached(i int) bool {
	return i > 0 && speechOf(cellText(&r.cells[i-1])).oneOf(0,
		list("điện thoại, đt, sđt, số điện thoại, fax, email")) > 0
}
