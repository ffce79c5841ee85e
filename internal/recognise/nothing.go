package recognise

import (
	"slices"
	"strings"

	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// What a unit writes under a title of narrative because something has to stand there. It goes
// by closed lists: whatever else is said is the unit's own, and printed.

// isNone: "Không", "Không có": there is nothing to tell.
func isNone(text string) bool {
	return isMark(text) || returns.Nothing(text) != returns.Blank
}

// tellsNothing: a text says that there is nothing of its kind ("không có khó khăn, vướng mắc
// gì"), or, where it should tell what went wrong, that nothing did: "đạt kế hoạch được giao",
// "đã đối chiếu, khớp số".
func tellsNothing(kind returns.Kind, text string) bool {
	if isNone(text) {
		return true
	}
	s := speechOf(strings.TrimRight(viet.Tidy(text), ".;! "))
	switch kind {
	case returns.Limitation, returns.Cause, returns.ObjectiveCause, returns.SubjectiveCause:
		return s.denies(listOnce("nguyên nhân")) || s.isReached() || s.saysOnlySettled()
	case returns.Solution, returns.Request, returns.Direction:
		return s.denies(listOnce("kiến nghị, đề xuất, giải pháp"))
	}
	return false
}

// consists: the text is made of some words and signs alone, one of which says it.
func (s speech) consists(saying, of []string) bool {
	said := false
	for i := 0; i < len(s.words); {
		n, more := s.oneOf(i, saying), s.oneOf(i, of)
		switch {
		case n > 0 || more > 0:
			said = said || n > 0
		case strings.Contains(",;.-/()%", s.words[i]):
			n = 1
		default:
			return false
		}
		i += max(n, more)
	}
	return said
}

// denies: there is none of what the title asks for, and nothing that is wrong.
func (s speech) denies(asked []string) bool {
	if len(s.words) == 2 && s.oneOf(0, listOnce("bình thường")) == 2 {
		return true
	}
	at := s.oneOf(0, listOnce(`hiện, hiện nay, hiện tại, đến nay, trong năm, trong kỳ, năm nay, năm qua, nhìn chung,
		đơn vị, phường, xã, phòng, ban, địa phương, cơ quan`))
	return s.oneOf(at, listOnce("không, chưa, không còn")) > 0 && speech{s.words[at:], s.bare}.consists(
		slices.Concat(asked, listOnce(`tồn tại, hạn chế, khó khăn, vướng mắc, khuyết điểm, thiếu sót, yếu kém, bất cập,
			vấn đề, ý kiến, phát sinh, gì, nào`)),
		listOnce(`không, chưa, không còn, có, gặp, thấy, nêu, thêm, khác, về, và, hoặc, hay, cũng, cả, hết, trong năm,
			trong kỳ, cần, phải, nội dung, việc, trường hợp`))
}

// isReached: all that was to be reached was, or more.
func (s speech) isReached() bool {
	short := func(w string) bool { // of a hundred
		whole, _, _ := strings.Cut(strings.ReplaceAll(w, ",", "."), ".")
		return isNumberWord(w) && len(whole) < len("100")
	}
	over := s.has(listOnce("vượt")) && !s.has(listOnce("đạt, hoàn thành"))
	if !over && slices.ContainsFunc(s.words, short) {
		return false
	}
	words := slices.DeleteFunc(slices.Clone(s.words), isNumberWord)
	return speech{words, s.bare}.consists(
		listOnce("đạt, vượt, hoàn thành, đảm bảo, bảo đảm"),
		listOnce(`đã, đều, tốt, đủ, kịp, xong, chỉ tiêu, các chỉ tiêu, kế hoạch, kh, ct, nghị quyết, nq, mục tiêu,
			yêu cầu, tiến độ, dự toán, nhiệm vụ, giao, được giao, đề ra, đã đề ra, đặt ra, quận giao, trên giao, so với,
			mức, và, năm, cả năm, theo, đúng hạn, trước hạn, đúng tiến độ, thời hạn`))
}

// saysOnlySettled: the figure beside it is in order.
func (s speech) saysOnlySettled() bool {
	return s.consists(
		listOnce("chốt, khớp, đối chiếu, kiểm tra, rà soát, xác nhận, thống nhất, duyệt, khóa sổ, khoá sổ"),
		listOnce(`đã, rồi, được, số, số liệu, con số, đúng, đủ, xong, lại, chính thức, cuối cùng, với, sổ, báo cáo`))
}

// repeated is what «như trên» in a column stands for: the text over it; the cell itself where
// it says something of its own, nil where it repeats nothing.
func (n *narrator) repeated(i int, c *workbook.Cell) *workbook.Cell {
	k := &n.columns[i]
	if !isDitto(visibleText(c)) {
		k.last = c
	}
	return k.last
}

// isDitto: as the row above.
func isDitto(text string) bool {
	switch viet.Fold(text) {
	case "nt", "n t", "nhu tren", "nhu tren nt", "nhu dong tren", "nhu o tren", "giong tren", "tuong tu":
		return true
	case "":
		return strings.ContainsAny(text, "\"“”„″〃'’‘,/")
	}
	return false
}
