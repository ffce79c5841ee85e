package recognise

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"sync"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// What remarks beside or under figures say of them.

// denials are words that take a figure back.
var denials = sync.OnceValue(func() []string {
	return slices.Concat(
		// another figure is the right one
		list(`số đúng là, số đúng phải, phải là, đính chính, ghi nhầm, nhập nhầm, nhầm số, nhầm cột, nhầm dòng,
			nhầm sang, ghi sai, nhập sai, số sai, sai số liệu, số liệu sai, chưa đúng, không đúng`),
		// it is to be looked at again
		list(`kiểm tra lại, rà soát lại, xem lại, xác minh lại, đối chiếu lại, đề nghị kiểm tra, cần kiểm tra`),
		// it counts what does not belong to it, or leaves something out
		list(`cần trừ, phải trừ, chưa trừ, trừ ra, đã cộng cả, chưa tính, chưa gồm, chưa bao gồm, thiếu số liệu,
			còn thiếu, có trùng, bị trùng, trùng lặp`),
		// somebody is asked
		list(`hỏi lại, kiểm lại, kiểm tra giúp, xem giúp`),
		// it is put another way
		list(`sửa thành, sửa lại thành, điều chỉnh thành, điều chỉnh lại, điều chỉnh còn, số kế hoạch, số kh`))
})

// estimated are words of figures that are estimates.
var estimated = phrases{"so uoc", "uoc tinh", "uoc dat", "uoc thuc hien", "so lieu uoc"}

// ofYearBefore stand before the year that a figure is of: "số liệu năm 2021".
var ofYearBefore = phrases{"so lieu nam", "so nam", "so lieu cua nam", "so cua nam", "ket qua nam",
	"lay nam", "theo nam"}

// othersYear are words of another year's figure.
var othersYear = sync.OnceValue(func() []string {
	return list(`số liệu năm ngoái, số năm ngoái, số liệu năm trước, số năm trước, của năm ngoái, của năm trước,
		báo cáo năm ngoái, báo cáo năm trước, số cùng kỳ, số liệu cùng kỳ, số liệu kỳ trước, số kỳ trước, số cũ,
		số liệu cũ`)
})

// denied tells whether a remark takes the figure it speaks of back: another is
// right, it is not final, it is another year's. It takes any text, also that of
// a comment.
func (k *Knowledge) denied(remark string) bool {
	folded := viet.Fold(remark)
	if folded == "" {
		return false
	}
	ofYear := itoa(k.plan.Resolution.Year)
	for _, before := range ofYearBefore {
		_, after, ok := strings.Cut(" "+folded+" ", " "+before+" ")
		if named := year().FindString(after); ok && named != "" && strings.HasPrefix(after, named) && named != ofYear {
			return true
		}
	}
	s := k.speechOf(remark)
	if s.isUnfinished() && !k.saysEstimate(folded) { // else it is asked about as an estimate
		return true
	}
	rest, _ := cutEstimate(remark) // "ước tính đến 30/11"
	return s.has(denials()) || s.has(othersYear()) || differs().MatchString(folded) ||
		isOfPart(remark, k.frame()) || isOfPart(rest, k.frame())
}

// expected begin what is expected of the figure itself, and not of what comes next.
var expected = phrases{"du kien den", "du kien het", "du kien dat", "du kien thuc hien", "du kien cuoi nam"}

// saysEstimate: a remark says that the figure is an estimate, in a report of
// results.
func (k *Knowledge) saysEstimate(folded string) bool {
	begins := !strings.Contains(folded, itoa(k.plan.Resolution.Year+1)) && (strings.HasPrefix(folded, "uoc ") ||
		len(folded) <= len("du kien ca nam") || opensWith(folded, expected))
	return !k.plan.Report.Estimate && (estimated.in(folded) || begins && isEstimate(folded))
}

// differs: the remark has a figure of its own for what is so.
var differs = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\bthuc te(?: la| chi| co| dat)? [0-9]`)
})

// checkRemarks asks about a figure that a remark beside it denies.
func (t *taking) checkRemarks() {
	if t.o.Answer != returns.Given {
		return
	}
	own := t.remarksBeside()
	if said := cmp.Or(t.turnedAway(), t.markedLoss()); said != "" {
		t.fault("B257", t.o.At, diag.Args{"label": t.ask.Label, "value": t.shown(),
			"remark": viet.Excerpt(said), "numbers": t.numbersIn(said, one)})
		return
	}
	c := t.sheet.At(t.row, t.col) // "120 (nữ)"
	_, accounted := t.withSign(cellText(c))
	if c != nil && c.Kind == workbook.Text && t.withoutBracket(cellText(c)) == strings.TrimSpace(cellText(c)) {
		_, aside, ok := strings.Cut(strings.TrimSuffix(cellText(c), ")"), "(")
		switch {
		case !ok, accounted, t.isNamedPart(aside):
		case !t.ask.Measure.List && t.narrows(aside):
			t.fault("B257", t.o.At, diag.Args{"label": t.ask.Label, "value": t.shown(),
				"remark": viet.Excerpt(aside), "numbers": t.numbersIn(aside, one)})
			return
		default:
			own = append(own, aRemark{text: aside})
		}
	}
	for i, said := range slices.Concat(own, t.remarks, t.remarksApart()) {
		remark := said.text
		if remark == "" || t.isOfSender(remark) {
			continue
		}
		if len(said.legends) > 0 {
			if t.isRefusedBy(said.legends) {
				t.fault("B257", t.o.At, diag.Args{"label": t.ask.Label, "value": t.shown(),
					"remark": said.shown(), "numbers": t.numbersIn(remark, one)})
				return
			}
			if remark = withoutLegends(remark); remark == "" {
				continue
			}
		}
		h := t.hear(remark)
		refused := said.warns || h.denied || t.isLoss(remark) ||
			h.aside || t.isRecounted(h) || h.otherLevel || t.isQualified(h, remark) ||
			h.shares && t.disagreesWithShare(remark) ||
			i >= len(own) && (h.ofTable || h.corrects && t.isCorrected(remark)) ||
			i < len(own) && (h.otherThing || t.namesOther(remark) || t.isUnknownTalk(remark, h) || t.isOldDay(said) ||
				said.apart && !t.isHarmless(remark, h))
		if !refused && h.estimate {
			t.o.Estimate = true
			refused = t.refusesEstimate()
		}
		if refused {
			t.fault("B257", t.o.At, diag.Args{"label": t.ask.Label, "value": t.shown(),
				"remark": said.shown(), "numbers": t.numbersIn(remark, one)})
			return
		}
		if i < len(own) && !t.isHeard(remark, h) {
			t.leave(unheard{t.sheet.Name, viet.Tidy(remark), t.o.At.Cell, t.ask.Label + ": " + t.shown()})
		}
	}
	for _, said := range t.sentences {
		if t.isToldOtherwise(said) {
			t.fault("B257", t.o.At, diag.Args{"label": t.ask.Label, "value": t.shown(),
				"remark": said.shown(), "numbers": t.numbersIn(said.text, one)})
			return
		}
	}
}

// isNamedPart: a bracket behind the figure gives a part of it with its own number, or all
// of them: "352 (trong đó nữ 180)", "352 (gồm 180 nữ, 172 nam)". The figure is the whole.
func (t *taking) isNamedPart(aside string) bool {
	s := speechOf(aside)
	n := s.oneOf(0, partNames)
	if n == 0 {
		return t.listsParts(s)
	}
	if s.has(turningAway) || s.has(alone) || s.has(denying) || t.denied(aside) {
		return false
	}
	var part []quantity.Number
	rest := speech{bare: s.bare}
	for _, word := range s.words[n:] {
		switch {
		case isNumberWord(word):
			part = append(part, quantity.ReadWritten(word, t.isWhole()).Value)
		case !isMarkWord(word) && !slices.Contains(beforeParts, word):
			rest.words = append(rest.words, word)
		}
	}
	return len(part) == 1 && part[0].Cmp(t.o.Value) <= 0 && rest.population() > 0 &&
		len(beyond(meaning(rest.text()), t.askedWords())) > 0
}

// listsParts: a bracket lists parts of the figure that come to it.
func (t *taking) listsParts(s speech) bool {
	n := s.oneOf(0, list("gồm, bao gồm"))
	if n == 0 || s.has(list("cả, kể cả, thêm")) || s.has(turningAway) || s.has(denying) {
		return false
	}
	var sum quantity.Number
	parts := 0
	for _, word := range s.words[n:] {
		if isNumberWord(word) {
			sum, parts = sum.Add(quantity.ReadWritten(word, t.isWhole()).Value), parts+1
		}
	}
	return parts > 1 && sum.Equal(t.o.Value)
}

// beforeParts stand between "trong đó" and what the part is.
var beforeParts = list("có, là, :, số")

// isRecounted: a remark says that the figure counts more, fewer or others than are
// asked for, or is not exact. What the plan says of it itself is no news.
func (t *taking) isRecounted(h heard) bool { return h.recounted || t.mergesOthers(h.merges) }

// mergesOthers: of the units whose figures are counted in, one is not the sender.
func (r *reader) mergesOthers(named []string) bool {
	return slices.ContainsFunc(named, func(id string) bool { return id != r.unit })
}

// isOfLevel: nothing but another level of government is what a remark names:
// "số liệu toàn quận".
func (m matter) isOfLevel(remark string) bool {
	return len(strings.Fields(remark)) <= 8 && !slices.ContainsFunc(m.k.speechOf(remark).clauses(), givesNumber) &&
		m.otherLevel(remark, true)
}

// givesNumber: one stands in the clause that is none of a day or a year.
func givesNumber(c speech) bool {
	for i, w := range c.words {
		_, ofDay := c.dayAt(i)
		_, to := c.dayAt(max(0, i-2))
		ofMonth := i > 0 && c.oneOf(i-1, listOnce("ngày, tháng, quý")) > 0
		if isNumberWord(w) && !isYearWord(w) && !ofDay && !to && !ofMonth {
			return true
		}
	}
	return false
}

// What remarks do to a figure is told by verbs of counting and what they are
// said of.
var (
	including = list(`gồm cả, bao gồm cả, kể cả, tính cả, có cả, có tính, có kể, có đếm, có gộp, đã gồm, đã bao
		gồm`)
	adding = list(`tính luôn, cộng cả, gộp cả, gồm luôn, cộng luôn, gộp, tính gộp, cộng thêm, tính
		thêm, tính chung, cộng chung, lấy cả, đếm cả, kể luôn, đếm luôn, lấy luôn, ghi luôn, kê luôn, kể thêm,
		đếm chung, tính lẫn, gộp chung, gộp luôn`)
	excluding = list(`không gồm, không bao gồm, không kể, không tính, không cộng, không đếm, chưa kể,
		chưa cộng, chưa gồm, chưa bao gồm, chưa tính, chưa đếm, trừ, ngoại trừ, loại trừ, loại ra, bỏ ra, bỏ
		sót, sót`)
	apart       = list("ngoài ra còn, ngoài ra có, ngoài ra còn có, ngoài ra")
	noExcluding = list("diệt, phòng, khấu, bù, miễn, bài, giải, cân")
	limiting    = list(`chỉ tính, chỉ gồm, chỉ có, chỉ lấy, chỉ của, chỉ riêng, chỉ thống kê, chỉ cộng,
		chỉ là, riêng số, mới tính, mới gồm, mới cộng`)
	started = list(`mới, mới có, mới được, mới nhận, mới thu, mới tổng hợp, mới thống kê, mới rà
		soát, mới cập nhật`)
	missing     = list("thiếu, còn thiếu, bỏ, khuyết, nợ, còn nợ")
	countedPart = list(`tổ, tdp, tổ dân phố, khu, cụm, khối, phường, xã, thôn, xóm, chi bộ, đảng bộ, đơn
		vị, trường, hộ, khu phố, khu dân cư`)
	counting = list(`gồm, tính, kể, cộng, gộp, đếm, trong đó, trong đó có, số của, số liệu của, là của,
		của cả, chung`)
	everyone = list("nam và nữ, nam lẫn nữ, nam nữ, nam, nữ")
	rounded  = list("làm tròn, lấy tròn, quy tròn, tròn số, số tròn, xấp xỉ, áng chừng, ước chừng, gần đúng, ±")
	rough    = list("số liệu thô, số thô, số liệu tạm, số nháp, số liệu nháp, tính trùng, cộng trùng, đếm trùng")
	alone    = list("tạm, nhầm, sai, nháp, thiếu, sót, bỏ sót, trùng, chờ")
	may      = list("có thể, có khả năng, e là, hình như, không chắc, chưa chắc")
	mayBe    = list("sai, chưa, thiếu, trùng, nhầm, khác, thay đổi, chênh, lệch, còn, tăng thêm, giảm thêm, không")
	need     = list("cần, phải, xin, đề nghị, nhờ, chờ, đang")
	needed   = list(`xác minh, kiểm tra, đối chiếu, thẩm định, xác nhận, làm rõ, xem lại, tính lại, kiểm
		lại, rà soát lại, rà lại, hỏi lại, cập nhật lại, cập nhật thêm, bổ sung thêm`)
	denying = list(`chưa, không, chưa phải, không phải, chưa phải là, không phải là, chưa được, chưa
		thật, chưa thực sự`)
	states = list(`chính thức, chính xác, chắc, chắc chắn, đầy đủ, khớp, thống nhất, cuối cùng, hoàn
		chỉnh, hoàn thiện, rõ, xong, hết, chuẩn, đúng, ổn, cập nhật, số chính thức, số cuối cùng, số liệu chính
		thức, số liệu cuối cùng`)
	times = list("đếm, tính, cộng, kê, khai, nhập, ghi")
	rules = list(`chuẩn, chuẩn nghèo, tiêu chí, cách tính, phương pháp, địa giới, quy định, hướng
		dẫn, đơn vị hành chính`)
	olden    = list("cũ, trước đây, năm trước, năm ngoái")
	applied  = list("theo, tính, lấy, áp dụng")
	merging  = list("gồm, gộp, cộng, tính")
	shared   = list("của cả, chung của, chung cho, cho cả")
	senders  = list("phường, xã, đơn vị, địa phương")
	sent     = list("số liệu, báo cáo, số")
	statesOf = list("số, tổ, đơn vị, các, tất cả")
	since    = list(`lũy kế từ, luỹ kế từ, cộng dồn từ, tính từ, số liệu từ, tổng hợp từ, lũy kế cả, luỹ
		kế cả, cộng dồn cả`)
)

// recounted tells it of any text; merges are units whose figures are counted in.
func (m matter) recounted(remark string) (is bool, merges []string) {
	is, merges = m.countsOthers(remark)
	return is || strings.HasSuffix(strings.TrimSpace(remark), "?") || // somebody asks
		slices.ContainsFunc(m.k.speechOf(remark).clauses(), func(c speech) bool {
			return c.asksWhether() || m.k.isOfYearBefore(c)
		}), merges
}

// asksWhether: the clause is a question, its mark left out: "có đúng không", but "bằng không".
func (s speech) asksWhether() bool {
	last := len(s.words) - 1
	return last > 0 && !s.bare && s.words[last] == "không" &&
		s.oneOf(last-1, listOnce("bằng, về, là, số, ghi, hoặc, /")) == 0
}

func (m matter) countsOthers(remark string) (is bool, merges []string) {
	asked, turns := m.askedWords(), listOnce("lượt") // of which one person has several
	for _, c := range m.k.speechOf(remark).clauses() {
		is = is || m.k.widens(c, asked) || m.k.leavesOut(c, asked) || unsettled(c) || m.k.isOfBefore(c) ||
			m.isOfOthers(c) || c.countsTwice() && !(c.has(turns) && m.said.speech.has(turns))
		merges = append(merges, m.mergedIn(c)...)
	}
	return is, merges
}

// isAsked: what a verb is said of is all that is asked for, in other words.
func (k *Knowledge) isAsked(object speech, asked []string) bool {
	text := object.text()
	if len(object.words) == 0 || text == "năm" || text == "năm "+itoa(k.plan.Resolution.Year) {
		return true
	}
	words := k.meaning(text)
	return slices.Contains(everyone, text) || asked != nil && len(words) > 0 && len(beyond(words, asked)) == 0
}

func (k *Knowledge) widens(c speech, asked []string) bool {
	_, after := c.find(0, including)
	if after < 0 || after < len(c.words) && isNumberWord(c.words[after]) { // "gồm cả 12 ...": a part of it
		at, then := c.find(0, adding)
		if after = then; c.bare && then == at+1 {
			return false // "gop" may be "gộp" or "góp"
		}
	}
	return after >= 0 && !k.isAsked(c.clause(after), asked)
}

func (k *Knowledge) leavesOut(c speech, asked []string) bool {
	sure := func(words int) bool { return words > 1 || !c.bare } // "tru" may be "trừ" or "trú"
	for at, after := c.find(0, excluding); at >= 0; at, after = c.find(after, excluding) {
		other := at > 0 && slices.Contains(noExcluding, c.words[at-1]) // "khấu trừ"
		if sure(after-at) && !other && !k.isAsked(c.clause(after), asked) {
			return true
		}
	}
	if c.leavesOutOfThese() && c.oneOf(0, listOnce("trong đó")) == 0 || c.isUnsent() { // else a part is told
		return true
	}
	if _, after := c.find(0, limiting); after >= 0 && !k.isAsked(c.clause(after), asked) {
		return true
	}
	if n := c.oneOf(0, started); n > 0 && n < len(c.words) && (isNumberWord(c.words[n]) ||
		c.oneOf(n, sent) > 0) {
		return true
	}
	if _, after := c.find(0, apart); after >= 0 && after+1 < len(c.words) && isNumberWord(c.words[after]) {
		words := meaning(c.clause(after + 1).text()) // "ngoài ra còn 12 hộ tạm trú", but not "12 hộ cận nghèo"
		return slices.Contains(asked, viet.Fold(c.words[after+1])) && !turns(words)
	}
	at, after := c.find(0, missing)
	if n := after; at >= 0 && sure(n-at) && n < len(c.words) {
		for ; n < len(c.words); n++ {
			if c.namesPart(n) && !isNumberWord(c.words[n]) { // "thiếu phiếu của tổ số 4"
				return true
			}
		}
	}
	return at >= 0 && sure(after-at) && (c.namesPart(after) || at > 1 && c.namesPart(at-2) || c.oneOf(after, sent) > 0)
}

// namesPart: "tổ 3", "2 tổ".
func (s speech) namesPart(i int) bool {
	if i >= len(s.words) {
		return false
	}
	if isNumberWord(s.words[i]) {
		return s.oneOf(i+1, countedPart) > 0
	}
	n := s.oneOf(i, countedPart)
	return n > 0 && (i+n < len(s.words) && isNumberWord(s.words[i+n]) || s.at(i+n, "số") > 0)
}

// unsettled: a figure that is rounded, raw, to be looked at again.
func unsettled(c speech) bool {
	pair := func(first, second []string) bool {
		for at, after := c.find(0, first); at >= 0; at, after = c.find(after, first) {
			if c.oneOf(after, second) > 0 {
				return true
			}
		}
		return false
	}
	for at, _ := c.find(0, denying); at >= 0; at, _ = c.find(at+1, denying) {
		i := at + c.oneOf(at, denying)
		if n := c.oneOf(i, states); n > 0 && (i+n == len(c.words) || c.oneOf(i+n, statesOf) > 0) {
			return true
		}
	}
	return c.has(rounded) || c.has(rough) || slices.Contains(alone, c.text()) || pair(may, mayBe) ||
		pair(need, needed)
}

// isOfBefore: it was counted by an older rule, or from before the year.
func (k *Knowledge) isOfBefore(c speech) bool {
	ofYear := k.plan.Resolution.Year
	other, named, earlier := false, false, false
	for _, y := range c.years() {
		other, named, earlier = other || y < ofYear, named || y == ofYear, earlier || y < ofYear-1
	}
	if c.has(rules) && (c.has(olden) || other && !named) && c.has(applied) {
		return true
	}
	_, after := c.find(0, since)
	return after >= 0 && (earlier || other && !named || c.has(olden) || c.at(after, "nhiệm kỳ") > 0 ||
		c.at(after, "đầu nhiệm kỳ") > 0)
}

// isOfOthers: those are counted who are not the sender's.
func (m matter) isOfOthers(c speech) bool {
	if !c.has(counting) {
		return false
	}
	if at, _ := c.find(0, turningAway); at >= 0 && !m.k.isAsked(speech{c.words[at:], c.bare}, m.askedWords()) {
		return true
	}
	_, after := c.find(0, shared)
	return m.many && after >= 0 && after+1 < len(c.words) &&
		isNumberWord(c.words[after]) && c.oneOf(after+1, senders) > 0 // "số này của cả 2 phường"
}

// mergedIn are the units whose figures a clause says are counted in.
func (m matter) mergedIn(c speech) []string {
	if !m.many || !c.has(counting) || !c.has(merging) {
		return nil
	}
	return m.k.unitsIn(c.text())
}

// namesOther: a remark gives another number for what the figure says: that of
// another office, or one as large without a word of what it is.
func (t *taking) namesOther(remark string) bool {
	var other []bool
	if !hasDigit(remark) {
		return false
	}
	sum := quantity.Number{}
	all := t.speechOf(remark)
	for _, c := range all.clauses() {
		for i, w := range c.words {
			n, reading := quantity.ParseText(w, t.ask.Whole)
			if !isNumberWord(w) || reading != quantity.Sure {
				continue
			}
			if n.Equal(t.o.Value) {
				return false
			}
			sum = sum.Add(n)
			alone := len(all.words) <= 4 && !all.has(explaining) && t.o.Value.Cmp(twenty) >= 0 && fits(n, t.o.Value)
			instead := all.oneOf(0, trueFigures()) > 0 && near.hold(n, t.o.Value)
			other = append(other, alone || instead || t.toldBy(c, i, n))
		}
	}
	return !sum.Equal(t.o.Value) && slices.Contains(other, true)
}

var (
	bodies = list(`phòng, ban, chi cục, cục, sở, công an, thống kê, thuế, ubnd, bhxh, quận, phường,
		thành phố, trạm, huyện, hội, đoàn, kho bạc, hải quan, đơn vị, cơ quan, ngành, tổ rà soát`)
	telling = list(`tính, báo, báo cáo, công nhận, xác nhận, thẩm định, công bố, rà soát, thống kê, cung
		cấp, duyệt, chốt, ghi, nói, thông báo, giao lại, đếm, điều tra, là, được, :, ra, cho`)
	explaining = list(`giao, kế hoạch, kh, chỉ tiêu, dự toán, mục tiêu, năm, cùng kỳ, tăng, giảm, vượt, hơn,
		thêm, so với, trong đó, nữ, nam, tỷ lệ, bình quân, đạt, thoát, mới, gồm, quyết định, qđ, công văn, cv,
		nghị quyết, nq, văn bản, biên bản, điện thoại, đt, ngày, tháng, quý, số, tổ, tdp, khu, lần, đợt, điều,
		khoản, phụ lục, biểu, bảng, thứ, từ, đến`)
)

// trueFigures open a remark that gives the figure as it is.
var trueFigures = sync.OnceValue(func() []string {
	return list(`số thực, số đúng, số chính xác, số chuẩn, số đếm được, số cuối, số mới, số hiện có, số thực tế,
	số sổ sách, số rà soát, số kiểm tra`)
})

// toldBy: somebody gives the number at a place of a clause for the figure.
func (t *taking) toldBy(c speech, i int, n quantity.Number) bool {
	before := speech{c.words[:i], c.bare}
	if i+1 < len(c.words) && strings.Contains("%/", c.words[i+1]) || i > 0 && strings.Contains("/-", c.words[i-1]) ||
		hasNumber(before.words) || !near.hold(n, t.o.Value) {
		return false
	}
	told := i > 0 && (c.oneOf(i-1, telling) > 0 || i > 1 && c.oneOf(i-2, telling) > 1)
	ofPlan := before.has(setBeside) || before.has(given) && !before.has(givenAgain)
	return told && before.has(bodies) && !ofPlan
}

var (
	setBeside         = list("kế hoạch, kh, chỉ tiêu, dự toán, mục tiêu, cùng kỳ, trong đó, tăng, giảm")
	given, givenAgain = list("giao"), list("giao lại")
)

func (t *taking) shown() string { return cellText(t.sheet.At(t.row, t.col)) }

// remarksUnder are the lines under the figures of a table that deny one.
func (r *reader) remarksUnder(g *grid, t *table, rows []answered) []aRemark {
	if len(rows) == 0 {
		return nil
	}
	r.findFootnotes(g, t, rows)
	last := rows[len(rows)-1].row
	var all []aRemark
	own := g.remarkRows(last, true)
	for _, row := range g.in(last+1, t.end) {
		isOwn := slices.ContainsFunc(own, func(r gridRow) bool { return r.row == row.row })
		if len(row.cells) <= 2 && !isOwn && !g.isTitleOfNext(row, t) && !r.isNarrative(g, row) {
			all = append(all, r.denying(row, func(text string) bool {
				return (speaksOfFigures(text) || r.isTalk(text)) && withoutHead(text) == text || isLegend(text) ||
					isBracketed(text) || tellsTimes(text) || tellsOfMissing(text)
			})...)
		}
	}
	all = append(all, r.looseRemarks(g, t, rows)...)
	all = slices.DeleteFunc(all, func(said aRemark) bool { return t.isFootnote(said.at) })
	for _, l := range t.titles.lines {
		if l.row > 0 && !l.name && isLegend(l.text) {
			all = append(all, aRemark{text: viet.Tidy(l.text), at: workbook.Ref(l.row, l.col)})
		}
	}
	for i := range all {
		all[i].legends = legendsIn(all[i].text)
	}
	return all
}

// isTitleOfNext: the row stands right over the table that follows, and is no note of the one
// above: all its words are those of headings, and say whose time the figures are.
func (g *grid) isTitleOfNext(row gridRow, t *table) bool {
	next := g.before(row.row + 1)
	if next >= len(g.rows) || g.rows[next].row != t.end+1 || len(row.cells) != 1 {
		return false
	}
	text := cellText(&row.cells[0])
	h := readHeading([]string{text}, g.of)
	return !h.strange && (len(h.years) > 0 || h.says.any(ofLastYear|ofThisYear)) && !strings.HasSuffix(text, ".")
}

// isBracketed: a text between two rows stands in brackets.
func isBracketed(text string) bool {
	text = strings.TrimSpace(text)
	return strings.HasPrefix(text, "(") && strings.HasSuffix(text, ")")
}

// denying are the remarks of a row that may deny figures.
func (r *reader) denying(row gridRow, also func(text string) bool) []aRemark {
	var all []aRemark
	for i := range row.cells {
		c := &row.cells[i]
		if c.Kind == workbook.Text && len(c.Text) <= titleLength && (isOfPart(c.Text, r.frame()) ||
			isRemark(c.Text) || also(c.Text)) {
			all = append(all, aRemark{text: viet.Tidy(c.Text), at: c.Ref()})
		}
	}
	return all
}

// isRemark: a line under a table that speaks of its figures, and is no title and
// no part of the narrative.
func isRemark(text string) bool {
	text = strings.TrimSpace(text)
	folded := strings.TrimLeft(viet.Fold(text), "0123456789 ") + " "
	return strings.HasPrefix(text, "*") || strings.HasPrefix(text, "(*") || slices.ContainsFunc(remarkStarts,
		func(start string) bool { return strings.HasPrefix(folded, start+" ") })
}

var remarkStarts = []string{"ghi chu", "luu y", "chu thich", "chu y", "so lieu tren", "cac so lieu",
	"so lieu trong bang", "so lieu", "chi tinh", "khong tinh", "chua tinh", "moc so lieu", "thoi diem chot",
	"chot so lieu", "thoi diem", "rieng so", "rieng so lieu", "dinh chinh", "nguon", "gia so sanh"}

// ofSeveralRows: one cell is merged over the rows of several labels; whose
// figure it is, it does not tell.
func (t *taking) ofSeveralRows() *diag.Problem {
	m, ok := t.sheet.Merged(t.row, t.col)
	if !ok || m.Row == m.LastRow {
		return nil
	}
	c := t.sheet.At(m.Row, m.Col)
	if cellText(c) == "" && (c == nil || c.Formula == "") || !labelsWithin(t.sheet, m) {
		return nil
	}
	why := diag.New("B256", t.at(t.sheet, m.Row, m.Col), diag.Args{"range": workbook.Ref(m.Row, m.Col) + ":" +
		workbook.Ref(m.LastRow, m.LastCol), "value": cellText(c)}).ForUnit(t.unit)
	return &why
}

// labelsWithin: below its first row, a merged cell has texts on its left.
func labelsWithin(s *workbook.Sheet, m workbook.Range) bool {
	for row := m.Row + 1; row <= min(m.LastRow, m.Row+maxMerged); row++ {
		for col := 1; col < m.Col; col++ {
			if c := s.At(row, col); c != nil && c.Kind == workbook.Text && len(viet.Fold(c.Text)) > 3 {
				return true
			}
		}
	}
	return false
}

// maxMerged bounds how many rows of a merged cell are looked at.
const maxMerged = 50
