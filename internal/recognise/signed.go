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

// Who signs a table answers for its figures. What the sender signs as is known: the offices
// of its own body, and its name; whoever else signs is asked about.

// signing begin the lines of those who sign.
var signing = sync.OnceValue(func() []string {
	return list(`tm, t / m, t . m, kt, k / t, k . t, tl, t / l, t . l, tuq, chủ tịch, phó chủ tịch, giám đốc, phó giám
	đốc, trưởng, phó trưởng, quyền trưởng, chủ nhiệm, phó chủ nhiệm, bí thư, phó bí thư, hiệu trưởng, phó hiệu trưởng,
	trạm trưởng, tổ trưởng, đội trưởng, viện trưởng, chi cục trưởng, cục trưởng, thủ trưởng, chỉ huy trưởng, chánh văn
	phòng, hội trưởng, thôn trưởng, khu trưởng, đoàn trưởng`)
})

// signers are the words of the lines that a sender signs with, beside its own name.
var signers = sync.OnceValue(func() []string {
	return list(`tm, kt, tl, tuq, t, m, k, l, q, chủ tịch, phó, quyền, giám đốc, trưởng phòng, trưởng ban, trưởng, bí
	thư, chi cục trưởng, cục trưởng, thủ trưởng, đơn vị, cơ quan, chỉ huy trưởng, chính trị viên, chánh văn phòng,
	thường trực, thường vụ, ban thường vụ, ban thường trực, ban chỉ đạo, ủy viên, uỷ viên, ủy ban nhân dân, uỷ ban nhân
	dân, ubnd, hđnd, hội đồng nhân dân, đảng ủy, đảng uỷ, quận ủy, quận uỷ, ban chấp hành đảng bộ, đảng bộ, văn phòng,
	phòng, ban, chi cục, phường, quận, xã, huyện, thị trấn, thành phố, ký, ký tên, đóng dấu, ghi rõ họ tên, họ tên,
	họ và tên, đã ký, kế toán, kế toán trưởng, người lập, người lập biểu, cán bộ, công chức, công an, quân sự, ban chỉ
	huy, ban chỉ huy quân sự, chqs, và, của, cấp, ông, bà`)
})

// surnames begin the names of those who sign.
var surnames = sync.OnceValue(func() []string {
	return list(`nguyễn, trần, lê, phạm, hoàng, huỳnh, phan, vũ, võ, đặng, bùi, đỗ, hồ, ngô, dương, lý, đào, đoàn,
	đinh, trịnh, lưu, mai, tô, hà, lương, cao, chu, tạ, phùng, vương, đồng, quách, tăng, khúc, bạch, lâm, trương, thái,
	nghiêm, kiều, hứa, tống, lã, mạc, doãn, đàm, diệp, giáp, cù, thạch, quàng, giàng, sầm, ngụy, hàn, khổng, chử`)
})

// isPersonsName: a text is no more than the name of a person: "Trần Thị Minh Họa" is no example.
func isPersonsName(text string) bool {
	words := strings.Fields(text)
	capital := func(w string) bool {
		return strings.ToUpper(w) != w && strings.ToLower(w) != w || utf8.RuneCountInString(w) == 1
	}
	all := strings.ToUpper(text) == text || !slices.ContainsFunc(words, func(w string) bool { return !capital(w) })
	return len(words) >= 2 && len(words) <= maxName && all && speechOf(text).oneOf(0, surnames()) > 0
}

// maxSignature is how many words the line of who signs has at most.
const maxSignature = 14

// signatures are those of the sheet.
func (g *grid) signatures() []line {
	if g.signed == nil {
		g.signed = append([]line{}, signatures(g.Sheet)...)
	}
	return g.signed
}

// signatures are the lines under the last figure of a sheet by which somebody signs.
func signatures(s *workbook.Sheet) []line {
	var all []line
	for i := len(s.Cells) - 1; i >= 0 && len(s.Cells)-i <= maxUnder; i-- {
		c := &s.Cells[i]
		switch {
		case c.Kind == workbook.Number:
			return all
		case c.Kind != workbook.Text || len(c.Text) > titleLength:
			continue
		}
		for text := range strings.SplitSeq(viet.Clean(c.Text), "\n") {
			text = viet.Tidy(text)
			if isSignature(text) {
				all = append(all, line{row: c.Row, col: c.Col, text: text, folded: viet.Fold(text)})
			}
		}
	}
	return all
}

// maxUnder bounds how many cells under a table are looked at.
const maxUnder = 60

func isSignature(text string) bool {
	if text == "" || len(text) > 200 || strings.HasSuffix(text, ".") || strings.Contains(text, ": ") {
		return false
	}
	s := speechOf(text)
	capitals := !strings.ContainsFunc(text, unicode.IsLower)
	return s.oneOf(0, signing()) > 0 && len(s.words) <= maxSignature && (capitals || len(s.words) <= 6)
}

// isSignedByOther: a line is none of those that the sender signs with.
func (t *taking) isSignedByOther(l line) bool {
	if named := t.unitsIn(l.text); len(named) > 0 && t.isOneOfMany() {
		return !slices.Contains(named, t.unit)
	}
	whole := t.speechOf(l.text)
	for i := range whole.words {
		if of, n := whole.levelAt(i); of != noLevel && t.isForeign(whole.placeAt(i+n), true) {
			return true
		}
	}
	s := t.withoutOwnName(whole)
	for i := 0; i < len(s.words); {
		n := s.oneOf(i, signers())
		switch w := s.words[i]; {
		case n > 0:
		case viet.Fold(w) == "", len(w) == 1, isNumberWord(w):
			n = 1
		case i > 0 && s.oneOf(i, surnames()) > 0: // who signs, by name
			return false
		default:
			return !t.knows(w, t.wordsOfUnit())
		}
		i += n
	}
	return false
}

// wordsOfUnit are those of the sender's names.
func (t *taking) wordsOfUnit() []string {
	u := t.plan.Unit(t.unit)
	if u == nil {
		return nil
	}
	return speechOf(strings.Join(append([]string{u.Name}, u.Aliases...), " ; ")).words
}
