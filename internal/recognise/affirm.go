package recognise

import (
	"slices"
	"strings"
	"sync"

	"baocao/internal/viet"
)

// A clause that affirms its figure is not heard: it names what the figure does not count, who
// approved it, the end of the year.

// unaffirmed is what a remark says but for the clauses that affirm the figure.
func (m matter) unaffirmed(remark string) string {
	if left, some := m.k.withoutClauses(withoutPointer(remark), m.affirms); some {
		return left
	}
	return remark
}

// withoutClauses is a text without its clauses of a kind; some tells that it has any.
func (k *Knowledge) withoutClauses(text string, ofKind func(speech) bool) (rest string, some bool) {
	var left []string
	for _, c := range k.speechOf(text).clauses() {
		if ofKind(c) {
			some = true
			continue
		}
		left = append(left, c.text())
	}
	return strings.Join(left, ", "), some
}

// affirms: the clause says that the figure is what is asked for: it counts nothing else, it
// has been set right, it is no estimate, it goes to the end of the year.
func (m matter) affirms(c speech) bool {
	if c.isNoEstimate() {
		return true
	}
	if c.bare || c.has([]string{"?"}) || c.has(unsure()) && c.oneOf(0, listOnce(`không phải, không,
		cột này không phải, số này không phải`)) == 0 {
		return false
	}
	if at, _ := c.find(0, listOnce("xin gọi, xin liên hệ, vui lòng gọi, vui lòng liên hệ")); at >= 0 {
		before := speech{c.words[:at], c.bare} // "chưa rõ chỗ nào xin gọi", but "số chưa đúng xin gọi"
		return before.has(listOnce("nào, gì, đâu, nếu, khi cần")) ||
			!before.has(listOnce("chưa, không")) && !m.speaksAgainst(before)
	}
	n := c.oneOf(0, listOnce(`riêng, chỉ, chỉ tính, tính, là, đây là, lấy, số, con số, con số này, cột này, ô này,
		số này, số trên, và, nhưng, chứ, mà`))
	if k := c.oneOf(n, listOnce("không phải, không phải là")); k > 0 {
		return m.isForeignThing(speech{c.words[n+k:], c.bare}, false)
	}
	if thing, ok := c.leftOut(n); ok {
		if foreign := m.areForeign(thing.listed()); foreign || !c.has([]string{"đã"}) {
			return foreign
		}
	}
	if c.hasNoDoubles(n) {
		return true
	}
	if c.isPartly() || c.has(listOnce(`chưa, nhưng, chờ, sẽ, mới, vẫn, phấn đấu, kế hoạch, khoảng, ước, dự kiến,
		nếu`)) {
		return false
	}
	against := m.speaksAgainst(c)
	if !against && (c.isApproved() || c.has([]string{"đầy đủ"}) && !c.has([]string{"không"})) {
		return true
	}
	if at, after := c.find(0, listOnce(`đến, hết, tới, chốt,
		ngày`)); at >= 0 && !against && m.isToTheEnd(speech{c.words[after:], c.bare}) {
		before := speech{c.words[:at], c.bare}
		return m.isOfTimeAlone(before) || before.tellsWhoSettled()
	}
	early := m.k.namesEarly(c)
	if early || !c.has(listOnce("đã, rồi")) || c.has(listOnce(`không, còn, lấy, của, từ, cả, luôn, thêm, thành, theo,
		dồn, gộp, chung, lẫn, ngoài, khác, năm, trên`)) {
		return false
	}
	return c.has(decided()) || c.isCleaned()
}

// isNoEstimate: "không còn ước nữa", "hết ước rồi".
func (s speech) isNoEstimate() bool {
	n := s.oneOf(0, listOnce("số, số này, cột này, ô này, đây"))
	k := s.oneOf(n, listOnce("không còn, không còn là, không phải, không phải là, không, hết, hết là, thôi"))
	if k == 0 {
		return false
	}
	e := s.oneOf(n+k, listOnce("ước, số ước, ước tính, ước nữa, số ước nữa, ước rồi, số liệu ước, tạm tính, số tạm"))
	return e > 0 && (speech{s.words[n+k+e:], s.bare}).isAllOf(listOnce("nữa, rồi, nha, nhé, ạ, đâu, mà, là")) ||
		e > 0 && n+k+e == len(s.words)
}

// hasNoDoubles: from a word on a clause says that none is counted twice, and not that nobody looked:
// "không ai trùng", but "không soát trùng".
func (s speech) hasNoDoubles(n int) bool {
	twice := listOnce(`trùng, lặp, lẫn, đúp, tính hai lần, tính 2 lần, đếm hai lần, đếm 2 lần, kê hai lần, kê 2 lần,
		ghi hai lần, ghi 2 lần, hai lần, 2 lần`)
	if at, after := s.find(0, twice); at < 0 || s.oneOf(after, listOnce("khớp, với số, số, số liệu")) > 0 ||
		s.has(listOnce("chưa, còn trùng, không biết")) || s.has(cleaning()) || s.has(decided()) {
		return false
	}
	none := speech{s.words[min(len(s.words), n+s.at(n, "không")):], s.bare}
	return s.oneOf(n, listOnce("không còn, không có, không bị")) > 0 ||
		s.at(n, "không") > 0 && none.oneOf(0, twice)+none.oneOf(0, listOnce("ai, tên"))+none.population() > 0
}

// speaksAgainst: beside what affirms the figure stands what takes it back, or counts others in.
func (m matter) speaksAgainst(c speech) bool {
	counts, merges := m.countsOthers(c.text())
	return counts || len(merges) > 0 || c.has(denials()) || c.isUnfinished() || m.otherLevel(c.text(), true)
}

// isOfTimeAlone: words before a day are those of taking figures, or name what is asked for.
func (m matter) isOfTimeAlone(s speech) bool {
	var left []string
	for _, w := range s.words {
		if folded := viet.Fold(w); folded != "" && !isNumberWord(w) && !ofTime.in(folded) && !ofTaking.in(folded) {
			left = append(left, w)
		}
	}
	return len(beyond(m.k.meaning(strings.Join(left, " ")), m.askedWords())) == 0
}

// ofTaking are words of taking a result, beside those of its time.
var ofTaking = phrases{"con", "thuc", "dat", "chot", "khoa", "cap", "nhat", "da", "duoc", "ca", "toan"}

// isApproved: who approved the figure and on which day: "quận phê ngày 25/11".
func (s speech) isApproved() bool {
	at, after := s.find(0, listOnce("ngày, hôm"))
	return at > 0 && after < len(s.words) && !s.has(listOnce("không, từ, đến, lấy, số, theo")) &&
		(speech{s.words[:at], s.bare}).has(granting()) && isNumberAt(s, after)
}

// isToTheEnd: the words begin with the end of the year.
func (m matter) isToTheEnd(s speech) bool {
	s.words = s.words[s.oneOf(0, listOnce("ngày, hết, tháng, hết tháng, hết ngày, cuối")):]
	if len(s.words) == 0 || !m.k.plan.Report.Period.IsYear() {
		return false
	}
	this := itoa(m.k.plan.Resolution.Year)
	if years := s.years(); len(years) > 0 && !slices.Contains(years, m.k.plan.Resolution.Year) ||
		s.oneOf(0, listOnce("năm ngoái, năm trước, năm kia, năm rồi")) > 0 {
		return false
	}
	parts := strings.FieldsFunc(strings.Join(s.words, ""), func(r rune) bool { return strings.ContainsRune("./-", r) })
	if len(parts) > 2 && isNumberWord(parts[2]) && parts[2] != this && parts[2] != this[2:] { // "31.12.21"
		return false
	}
	return s.oneOf(0, listOnce("năm, năm nay, niên độ")) > 0 || len(parts) > 1 && parts[0] == "31" && parts[1] == "12"
}

// isOfOtherTally: what is named is counted by itself, and never among what is asked: people of households.
func (m matter) isOfOtherTally(c speech) bool {
	unit := speechOf(m.said.ask.Unit)
	isTally := func(s speech) bool { return len(s.words) > 0 && s.oneOf(0, tallied()) == len(s.words) }
	return isTally(c) && isTally(unit) && c.text() != unit.text()
}

// isCleaned: those who do not belong to the figure have been taken out of it: "đã bớt 14 cháu trùng tên",
// "người chết gạch rồi", but not "trừ đi 5 vì đã chết".
func (s speech) isCleaned() bool {
	at, after := s.find(0, cleaning())
	if s.bare || at < 0 || !s.has(listOnce("trùng, lặp, đúp, mất, chết, khuất, quy tiên, góp ý")) {
		return false
	}
	before, behind := speech{s.words[:at], s.bare}, speech{s.words[after:], s.bare}
	return !before.has(listOnce("chưa, không, chẳng, phải, cần, sẽ, chờ")) && !s.isPartly() &&
		(before.has([]string{"đã"}) || behind.has(listOnce("rồi, xong")))
}

var (
	// takingOut is what is done to those who do not belong to the figure
	takingOut = sync.OnceValue(func() []string { return list("lọc, bỏ, xóa, xoá, loại, trừ, gạch, bớt, rút") })
	cleaning  = sync.OnceValue(func() []string { return slices.Concat(takingOut(), list("sửa, chỉnh")) })
)

// leftOut is what a clause says is not among those counted, from a word on: "không tính X", "đã loại X", "X không
// kể", "X đã ghi riêng", "X không nằm trong số này".
func (s speech) leftOut(from int) (thing speech, ok bool) {
	if k := s.oneOf(from, leavingOut()); k > 0 && from+k < len(s.words) {
		return speech{s.words[from+k:], s.bare}, true
	}
	if done := s.oneOf(0, []string{"đã"}); done > 0 {
		k := s.oneOf(done, takingOut())
		thing := done + k + s.oneOf(done+k, listOnce("ra, ra khỏi, bớt, khỏi, bỏ, đi"))
		if k > 0 && thing < len(s.words) && !isNumberWord(s.words[len(s.words)-1]) &&
			s.oneOf(thing, listOnce("theo, bằng, cho, để, vì, do, còn, xuống")) == 0 { // "đã bớt theo kế hoạch"
			return speech{s.words[thing:], s.bare}, true
		}
	}
	at, after := s.find(1, slices.Concat(leavingOut(), puttingAside()))
	if at < 0 || !(speech{append([]string{"đây"}, s.words[after:]...), s.bare}).isAllOf(whereLeftOut()) {
		return speech{}, false
	}
	if thing = (speech{s.words[:at], s.bare}); thing.isAllOf(whereLeftOut()) { // "ở đây không kể"
		return speech{}, false
	}
	return thing, true
}

var (
	leavingOut = sync.OnceValue(func() []string {
		return list("không tính, không cộng, không gồm, không kể, không lấy, không đếm")
	})
	puttingAside = sync.OnceValue(func() []string {
		return list(`không nằm, không thuộc, không có mặt, đã để riêng, đã ghi riêng, đã kê riêng, đã tách riêng,
			đã loại, đã bỏ, đã trừ, đã gạch, đã đưa ra, đã tách, đã rút, để riêng, ghi riêng, kê riêng`)
	})
	// whereLeftOut are the words behind it: out of where, and before what
	whereLeftOut = sync.OnceValue(func() []string {
		return list(`đây, này, trên, số, số này, số trên, vào, trong, ở, ra, khỏi, ngoài, bảng, biểu, cột, cả, rồi,
			luôn, trước khi cộng, trước khi tính, trước khi đếm, trước khi ghi, trước khi lập biểu, trước khi tổng hợp`)
	})
)

// tellsWhoSettled: words are no more than a body and what it does that makes figures final: "quận ủy duyệt".
func (s speech) tellsWhoSettled() bool {
	n := s.oneOf(0, bodies) + s.oneOf(0, teams())
	if n == 0 || len(s.words) > maxName || hasNumber(s.words) || s.has(denying) || s.has(takingBack()) {
		return false
	}
	at, after := s.find(n, settling())
	rest := speech{append([]string{"rồi"}, s.words[max(0, after):]...), s.bare}
	return at > 0 && rest.isAllOf(listOnce("rồi, xong, số, số liệu"))
}

// areForeign: nothing of what is left out is asked for anyway.
func (m matter) areForeign(things []speech) bool {
	return len(things) > 0 && !slices.ContainsFunc(things, func(s speech) bool { return !m.isForeignThing(s, true) })
}

// listed are the things that a clause names one behind another: "hộ buôn bán và công ty nhỏ".
func (s speech) listed() (all []speech) {
	for rest := s; len(rest.words) > 0; {
		at, after := rest.find(0, listOnce("và, cùng, cùng với, với, hoặc, hay, lẫn, cả"))
		if at < 0 {
			return append(all, rest)
		}
		if at > 0 {
			all = append(all, speech{rest.words[:at], s.bare})
		}
		rest.words = rest.words[after:]
	}
	return all
}

// isGone: those named are no more what is counted at the end of a time: they ceased, or lost their title. What is
// counted as it happens has counted them, so the label has to say that it is of what there is.
func (m matter) isGone(c speech) bool {
	label := speechOf(m.said.ask.Label)
	return c.has(gone()) && !c.has(listOnce("chưa, không, sẽ, sắp")) && !m.said.speech.has(gone()) &&
		label.has(listOnce(`có đến, hiện có, đang, còn, cuối năm, tính đến, tổng số hộ, tổng số dân, tổng số người,
			dân số`)) && !label.has(listOnce("trong năm, lượt"))
}

var gone = sync.OnceValue(func() []string {
	return list(`giải thể, phá sản, đóng cửa, ngừng hoạt động, dừng hoạt động, nghỉ kinh doanh, sáp nhập, chuyển đi,
		chuyển khỏi, chuyển nơi khác, dọn đi, bỏ đi, bị rút, rút danh hiệu, thu hồi, bị hủy, thoát nghèo, xóa tên,
		khai trừ, đã chết, qua đời`)
})

// isOfOtherKind: what is named is of a kind of which none is counted, nor a part of it: households of enterprises.
func (m matter) isOfOtherKind(c speech) bool {
	kindOf := func(s speech) int {
		s.words = s.words[s.oneOf(0, listOnce("những, các, mấy, số")):]
		return slices.IndexFunc(kindsApart(), func(names []string) bool { return s.oneOf(0, names) > 0 })
	}
	thing, asked := kindOf(c), kindOf(speechOf(m.said.ask.Unit))
	return thing >= 0 && asked >= 0 && thing != asked &&
		!m.said.speech.has(kindsApart()[thing]) // "Số hộ, doanh nghiệp được vay vốn"
}

// kindsApart hold nothing of each other.
var kindsApart = sync.OnceValue(func() [][]string {
	return [][]string{list("hộ"), list("doanh nghiệp, công ty"), list("trường"), list("nhà văn hóa"),
		list("chợ, trạm, nhà máy")}
})

// isOfHigherLevel: what is named belongs to levels above the one that the label names as its own, "do quận quản lý",
// and to none of that one or below.
func (m matter) isOfHigherLevel(c speech) bool {
	own, label := noLevel, speechOf(m.said.ask.Label)
	for i := range label.words { // and not "trên địa bàn quận"
		if l, n := label.levelAt(i); l > own && (label.at(i+n, "quản lý") > 0 ||
			i > 0 && label.oneOf(i-1, listOnce("cấp, thuộc, ngân sách")) > 0) {
			own = l
		}
	}
	named := c.levels(false)
	return own != noLevel && len(named) > 0 && slices.Min(named) > own
}

// isForeignThing: what is said not to be in the figure, or not to be it, is not asked for
// anyway: an estimate, another year; what the figure is not may be anything else.
func (m matter) isForeignThing(c speech, leftOut bool) bool {
	if c.has(listOnce(`ước, ước tính, số tạm, tạm tính, tạm thời, dự kiến, kế hoạch, kh, chỉ tiêu, năm trước,
		các năm trước, năm ngoái, nháp, số cũ, trùng, lặp`)) || m.isOfOtherTally(c) {
		return true
	}
	if leftOut && (m.isGone(c) || m.isOfOtherKind(c) || m.isOfHigherLevel(c)) {
		return true
	}
	if !leftOut && c.has(listOnce("tạm, bớt, bớt đi, sửa")) {
		return true
	}
	if leftOut && c.oneOf(0, []string{"theo"}) == 0 {
		words := m.k.meaning(c.text()) // as the plan's note says
		left := beyond(words, m.said.not)
		return len(left) < len(words) && len(beyond(left, m.askedWords())) == 0
	}
	words := m.k.meaning(strings.TrimPrefix(strings.TrimPrefix(c.text(), "số "), "theo "))
	own := c.has(listOnce(`kết quả, thực hiện, thực tế, số thật, số thực, chính thức, cuối cùng, cả năm, toàn bộ,
		tất cả, hết, đủ, đúng, chính xác, chuẩn, chắc`))
	return len(words) > 0 && len(words) <= 2 && !own && len(beyond(words, m.askedWords())) == len(words)
}

// deciding is what a level does, and no name: "quận phê ngày 25/11".
var deciding = sync.OnceValue(func() []string {
	return slices.Concat(decided(), list("giao, họp, kết luận, đồng ý, đã, chưa, không, có"))
})
