package recognise

import (
	"slices"
	"strings"
	"sync"

	"baocao/internal/quantity"
)

// What a remark says of figures is understood where it has one of the forms that leave a
// figure alone; any other talk of figures is asked about. What it says of the world, how
// a thing was done and by whom, is no talk of figures.

// isUnknownTalk: something in a remark beside a figure speaks of it in no form that is known
// to be harmless.
func (t *taking) isUnknownTalk(remark string, says heard) bool {
	if says.uncounted || slices.ContainsFunc(says.clauses, func(c clause) bool { return t.isPutRight(c.speech) }) {
		return true
	}
	if t.givesTheFigure(t.speechOf(remark)) {
		return false
	}
	known := false // a form of one clause goes on in the next: "tăng 6 so với năm 2021 (121)"
	for _, c := range says.clauses {
		known = known || c.harmless
		if c.unknown || t.isOfFewUnits(c) || !c.harmless && !known && t.isNearNumber(c) ||
			(!c.harmless || c.body) && t.isNameOfOther(c) {
			return true
		}
	}
	return false
}

// isHarmless: all that a remark says has a form that leaves a figure alone. What somebody went
// out of his way for, to put it at one figure, has to have one.
func (t *taking) isHarmless(remark string, says heard) bool {
	known := false
	for _, c := range says.clauses {
		known = known || c.harmless
		if !known && !c.person || c.body && t.isNameOfOther(c) {
			return t.givesTheFigure(t.speechOf(remark))
		}
	}
	return true
}

// isPutRight: a clause says that another number is the one: "340 mới phải".
func (t *taking) isPutRight(c speech) bool {
	for i, w := range c.words {
		if isNumberWord(w) && !t.isItself(w) && c.oneOf(i+1, listOnce(`mới đúng, mới phải, mới là, mới chuẩn,
			mới chính xác, là đúng, là phải, là chuẩn`)) > 0 {
			return true
		}
	}
	for i := 1; i+1 < len(c.words); i++ { // "127 hay 131"
		if c.oneOf(i, listOnce("hay, hoặc")) > 0 && isNumberAt(c, i-1) && isNumberAt(c, i+1) &&
			t.isItself(c.words[i-1]) != t.isItself(c.words[i+1]) {
			return true
		}
	}
	at, after := c.find(0, listOnce("đúng ra, lẽ ra, đáng lẽ, phải là, đúng là, chính xác là"))
	return at >= 0 && isNumberAt(c, after) && !t.isItself(c.words[after])
}

// clause is a part of a remark between marks, with what it says whatever the figure is.
type clause struct {
	speech
	numbers  bool     // there is one in it
	harmless bool     // it has a form that leaves a figure alone
	body     bool     // it names an office and says no more
	person   bool     // it says who answers for it
	unknown  bool     // it speaks of the figure in no such form
	units    []string // it is no more than the name of, among those that answer for themselves
}

// clauses are those of a remark; an estimate is asked about as one.
func (h hearing) clauses(estimate bool) []clause {
	var all []clause
	for _, s := range h.k.speechOf(h.text).clauses() {
		s = s.withoutReason()
		if s.oneOf(0, persons()) > 0 { // who answers for it, unless more is said of the figure
			all = append(all, clause{speech: s, person: true, unknown: h.talksOfFigures(s, estimate)})
			continue
		}
		c := clause{speech: s, numbers: hasNumber(s.words), body: s.isBodyAlone()}
		c.harmless = c.body || h.affirms(s) || s.leavesAlone() || h.k.isOfReportsYear(s) || h.k.isOnlyOfYearsToCome(s)
		c.unknown = s.isOfOtherTime() || s.isSettledInPart() ||
			h.addsOrTakes(s) || h.k.isOfSource(s) || !c.harmless && h.talksOfFigures(s, estimate)
		if h.many && len(s.words) <= maxName {
			c.units = h.k.unitsIn(s.text())
		}
		all = append(all, c)
	}
	return all
}

// leavesAlone: a clause opens in a form that leaves a figure alone.
func (s speech) leavesAlone() bool {
	return s.oneOf(0, harmlessForms()) > 0 && !s.isPutHere() && !s.isOfForecast() || s.isSettled() ||
		s.oneOf(0, certainForms()) > 0 && !s.isPartly()
}

// isPutHere: what the clause opens with was written into the figure's cell.
func (s speech) isPutHere() bool {
	return s.has(listOnce(`vào ô, ô này, vào đây, vào cột này, vào dòng này, vào hàng này`)) && !s.bare
}

// isOfForecast: the figure is as great as nothing but what was expected.
func (s speech) isOfForecast() bool {
	n := s.oneOf(0, listOnce("bằng, tương đương, giữ, giữ như, bằng với, bằng đúng, bằng số"))
	return n > 0 && !s.bare && s.oneOf(n, listOnce("dự kiến, số dự kiến, ước, ước tính, dự báo, dự tính, số ước")) > 0
}

// isBodyAlone: a clause says no more than which office gave the figure or settled it: "Tổ tổng hợp",
// "Phường tự thống kê", but "Phường lấy số quận".
func (s speech) isBodyAlone() bool {
	for at, after := s.find(0, talkingOfFigures()); at >= 0; at, after = s.find(after, talkingOfFigures()) {
		if s.oneOf(at, settlingActs()) != after-at {
			return false
		}
	}
	return s.isBody()
}

// isBody: a clause is hardly more than the name of an office, or says that it counts itself.
func (s speech) isBody() bool {
	return s.oneOf(0, bodies)+s.oneOf(0, teams()) > 0 && len(s.words) <= maxName && !hasNumber(s.words) &&
		!s.has(denying) && !s.has(need) && !s.has(takingBack()) && !s.has([]string{"lại"})
}

var teams = sync.OnceValue(func() []string {
	return list("tổ, nhóm, bộ phận, văn phòng, trung tâm, công ty, chi nhánh, trường, đồng chí, cán bộ")
})

// givesTheFigure: the remark tells how the figure came about, with it among its numbers or
// as their sum: "6 tháng đầu năm 60, cả năm 127".
func (t *taking) givesTheFigure(s speech) bool {
	var sum quantity.Number
	for i, w := range s.words {
		if !isNumberWord(w) || s.word(i+1) == "%" || t.isOfOtherThing(s, i) {
			continue
		}
		n, reading := t.numberOf(w)
		if reading != quantity.Sure {
			continue
		}
		if n.Equal(t.o.Value) {
			return !s.has(takingBack())
		}
		sum = sum.Add(n)
	}
	return sum.Sign() > 0 && sum.Equal(t.o.Value) && !s.has(takingBack())
}

// isOfOtherThing: a number is one of a month, a day, a place, or counts who reported: "tháng
// 12", "12/11", "chia đều cho 12 tổ".
func (t *taking) isOfOtherThing(s speech, i int) bool {
	if i > 0 && s.oneOf(i-1, numberedThings()) > 0 {
		return true
	}
	isDay := func(i, last int) bool {
		return isNumberAt(s, i) && len(s.words[i]) <= 2 && atMostFour(s.words[i]) <= last
	}
	slash := func(i int) bool { return i > 0 && slices.Contains([]string{"/", "-"}, s.word(i)) }
	if slash(i+1) && isDay(i, 31) && isDay(i+2, 12) || slash(i-1) && isDay(i-2, 31) && isDay(i, 12) {
		return true
	}
	n := s.oneOf(i+1, reporting())
	return n > 0 && t.speechOf(t.ask.Unit).oneOf(0, []string{strings.Join(s.words[i+1:i+1+n], " ")}) == 0
}

var numberedThings = sync.OnceValue(func() []string {
	return list(`tháng, quý, ngày, năm, tổ, tdp, khu, thôn, xóm, cụm, điều, khoản, mục, điểm, phụ lục, biểu, bảng,
		dòng, cột, trang, qđ, nq, cv, quyết định, nghị quyết, công văn`)
})

// isUncounted: a remark says that nobody counted the figure, however it begins and whatever
// numbers it gives.
func (m matter) isUncounted(s speech, estimate bool) bool {
	for at, after := s.find(0, uncounted()); at >= 0; at, after = s.find(after, uncounted()) {
		words := s.words[at:after]
		if !(s.bare && len(words) == 1) && !s.isInName(at) && !(estimate && words[0] == "ước") &&
			!m.said.speech.has([]string{strings.Join(words, " ")}) {
			return true
		}
	}
	return false
}

var uncounted = sync.OnceValue(func() []string {
	return list(`đoán, suy ra, nội suy, ngoại suy, ước lượng, giả định, tượng trưng, minh họa, minh hoạ, chia đều,
		nháp, số thử, nhập thử, điền thử, số mượn`)
})

// persons open what says who answers for a figure.
var persons = sync.OnceValue(func() []string {
	return list(`đ / c, đồng chí, chị, anh, ông, bà, cô, chú, bác, cán bộ, công chức, chuyên viên, người, liên hệ`)
})

// harmlessForms open what leaves a figure alone: a comparison, a plan, a paper, a reason, a
// part, a list.
var harmlessForms = sync.OnceValue(func() []string {
	return list(`đạt, đã đạt, chưa đạt, không đạt, vượt, chưa vượt, bằng, tương đương, tăng, giảm, hơn, kém,
		cao hơn, thấp hơn, so với, chưa hoàn thành, không hoàn thành, duy trì, giữ, cùng kỳ, năm trước :,
		kế hoạch, kh, chỉ tiêu, dự toán, mục tiêu, phấn đấu, phường giao, quận giao, thành phố giao, tp giao,
		được giao, theo quyết định, theo qđ, theo nghị quyết, theo nq, theo công văn, theo cv, theo kế hoạch số,
		theo thông báo, theo biên bản, theo danh sách, theo tiêu chí, theo hướng dẫn, theo luật, theo thông tư,
		theo tt, theo nghị định, theo nđ, theo quy định, theo chuẩn, theo số liệu, theo báo cáo của,
		theo báo cáo số, báo cáo số, bc số, báo cáo đầy đủ, tổng hợp từ các, tổng hợp từ báo cáo của các,
		tổng hợp từ báo cáo các, theo phần mềm, lấy từ phần mềm, từ phần mềm, số liệu theo phần mềm,
		cập nhật đến, số liệu cập nhật đến, theo thẩm định, theo thẩm tra, công nhận theo, công nhận tại,
		nâng cấp, sửa chữa, theo thống kê của, theo hồ sơ, theo đề án, theo chương trình, theo kết quả rà soát,
		theo kết quả điều tra, căn cứ, quyết định, qđ, nghị quyết, nq, công văn, cv, biên bản, tờ trình,
		thông báo, giấy phép, hợp đồng, lấy theo quyết định, lấy theo qđ, lấy theo nghị quyết,
		lấy theo biên bản, lấy theo danh sách, do, vì, lý do, nguyên nhân, nguồn, trong đó, trong số đó, gồm,
		bao gồm, chia ra, cụ thể, chi tiết, kèm theo, danh sách, có danh sách, xem danh sách, xem phụ lục,
		xem chi tiết, không phát sinh, không có, không còn, điện thoại, đt, sđt, đã có quyết định,
		đề nghị tổng hợp, cuối năm, tự, phường tự, đơn vị tự, điều tra ngày, rà soát ngày, rà soát cuối năm,
		điều tra cuối năm, số liệu đến, tính đến, số liệu tính đến, số quyết toán, đề nghị khen`)
})

// certainForms open what makes a figure certain, beside the acts that settle it, unless only a part is.
var certainForms = sync.OnceValue(func() []string {
	return list(`số chốt, đây là số chốt, đã được, đã trừ, đã loại, đã lọc, đã báo cáo, đã gửi, số liệu đã được,
		số thật, số liệu thật, số liệu thực, số chắc, chắc chắn, số không thay đổi, không thay đổi, không đổi,
		trùng với số, trùng với sổ, chính thức, số chính thức, số liệu chính thức, số cuối cùng,
		số liệu cuối cùng, cả năm, số cả năm, số liệu cả năm, số thực, số thực tế, số liệu thực tế, thực tế, đủ,
		nhất trí, đồng ý, thống nhất số liệu, khớp, đúng, số đúng, hoàn thành, đã hoàn thành`)
})

// takingBack are words that turn a figure away though it is named.
var takingBack = sync.OnceValue(func() []string {
	return list("không phải, chứ không, sửa, sửa lại, thay, thay cho, thay bằng, nhầm, sai, bỏ, hủy, huỷ, thành")
})

// talkingOfFigures are words that speak of figures, of who gave them and of what was done
// to them.
var talkingOfFigures = sync.OnceValue(func() []string {
	return list(`lấy, lấy theo, lấy của, bỏ, hủy, huỷ, xóa, xoá, loại bỏ, gạch bỏ, xem lại, xem xét, sửa, sửa lại,
		tính lại, đếm lại, làm lại, nhập lại, gửi lại, hỏi lại, xét lại, rà soát, rà lại, thẩm định, thẩm tra,
		kiểm tra lại, kiểm lại, đối chiếu, xác minh, xác nhận, phê duyệt, tổng hợp, báo cáo, thống kê, thống nhất,
		cập nhật, điều chỉnh, đính chính, ghép, số liệu, số này, số trên, số cũ, số mới, con số, số của, số theo,
		số do, công nhận, nhầm, lệch, chênh, tạm, nháp, thử, dự báo, ước, ước lượng, suy ra, nội suy, ngoại suy,
		chia đều, quy đổi, giả định, chưa rõ, không rõ, chưa chắc, không chắc, đoán, phỏng đoán, tra cứu, niên giám,
		tham khảo, mượn, tượng trưng, minh họa, minh hoạ`)
})

// settlingActs are those of them that leave a figure more certain once they are done.
var settlingActs = sync.OnceValue(func() []string {
	return slices.Concat(decided(), list(`sửa, sửa lại, xem xét, tính lại, đếm lại, làm lại, nhập lại, gửi lại, xét lại,
		kiểm tra lại, tổng hợp, báo cáo, thống kê, cập nhật, điều chỉnh, đính chính, quy đổi`))
})

// talksOfFigures: those words stand in a clause, and are none of what is asked for, nor those
// of an estimate that is known to be one, nor of what is done and settled: "đã sửa", "đã bỏ 2 hộ
// trùng", but not "đã bỏ".
func (m matter) talksOfFigures(c speech, estimate bool) bool {
	asked := m.said.speech
	person := c.oneOf(0, persons()) > 0
	for at, after := c.find(0, talkingOfFigures()); at >= 0; at, after = c.find(after, talkingOfFigures()) {
		words := c.words[at:after]
		short := c.bare && len(words) == 1 // "bo" may be "bộ", "tam" may be "tám"
		done := person || at > 0 && slices.Contains([]string{"đã", "được", "tự"}, c.words[at-1])
		settled := c.oneOf(at, settlingActs()) == after-at || hasNumber(c.words[after:]) || c.has([]string{"trùng"})
		rough := estimate && strings.HasPrefix(words[0], "ước")
		if !short && !c.isInName(at) && !(done && settled) && !rough && !asked.has([]string{strings.Join(words, " ")}) {
			return true
		}
	}
	return false
}

// addsOrTakes: a clause opens with what comes to the figure or goes off it, "+12 lượt", or
// has others counted in with their number: "tính cả 200 chi nhánh".
func (m matter) addsOrTakes(c speech) bool {
	if w := c.word(0); (w == "+" || w == "-" || w == "–") && isNumberAt(c, 1) &&
		c.word(2) != "%" {
		return true
	}
	_, after := c.find(0, including)
	if after < 0 || !isNumberAt(c, after) {
		return false
	}
	of := c.clause(after + 1)
	words := meaning(of.text())
	return len(words) > 0 && len(beyond(words, m.askedWords())) > 0 && of.oneOf(0, membersOf()) == 0
}

// membersOf are those among people who are counted with all others, whatever they are.
var membersOf = sync.OnceValue(func() []string {
	return list("nữ, nam, người, lao động, đồng chí, đ / c, hội viên, đoàn viên, trẻ em, cháu, em")
})

func isNumberAt(s speech, i int) bool { return i < len(s.words) && isNumberWord(s.words[i]) }

// isOfFewUnits: the figure is of some of those who report: "05/10 phường", "5 tổ dân phố".
func (t *taking) isOfFewUnits(c clause) bool {
	if !c.numbers {
		return false
	}
	for i := range c.words {
		if isNumberWord(c.words[i]) && i == 0 && c.isOfShareSent() {
			return true
		}
		if !isNumberWord(c.words[i]) || c.oneOf(i+1, countedPart) > 0 && i > 0 {
			continue
		}
		if c.word(i+1) == "/" && isNumberAt(c.speech, i+2) && c.oneOf(i+3, reporting()) > 0 {
			some, all := atMostFour(c.words[i]), atMostFour(c.words[i+2])
			return some < all && !c.leavesAlone() && !t.isItself(c.words[i]) &&
				!t.isItself(c.words[i+2])
		}
		if n := c.oneOf(i+1, reporting()); n > 0 && i == 0 && !t.isItself(c.words[i]) {
			rest := speech{c.words[i+1+n:], c.bare}
			return len(rest.words) == 0 || rest.has(sent)
		}
	}
	return false
}

// isOfShareSent: not all of those who report have done so: "80% số tổ đã nộp".
func (s speech) isOfShareSent() bool {
	if s.word(1) != "%" || len(s.words[0]) > 2 && atMostFour(s.words[0]) >= 100 {
		return false
	}
	of := 2 + s.oneOf(2, listOnce("số, các, tổng số"))
	n := s.oneOf(of, reporting())
	return n > 0 && s.oneOf(of+n, listOnce(`nộp, đã nộp, gửi, đã gửi, báo, đã báo, báo cáo, đã báo cáo, có số, đã có số,
		có báo cáo, có số liệu, đã có báo cáo`)) > 0
}

// numberOf reads a number in a remark as the figure is written: thousands for thousands.
func (t *taking) numberOf(word string) (quantity.Number, quantity.Reading) {
	return quantity.ParseText(word, t.ask.Whole || t.o.Value.IsInt() && t.o.Value.Cmp(hundred) > 0)
}

// isItself: a word is the figure as it stands.
func (t *taking) isItself(word string) bool {
	n, reading := t.numberOf(word)
	return reading == quantity.Sure && n.Equal(t.o.Value)
}

// reporting are those whose figures a sum is made of.
var reporting = sync.OnceValue(func() []string {
	return list(`phường, xã, thôn, tổ, tdp, tổ dân phố, khu, khu dân cư, đơn vị, trường, chi bộ, đảng bộ, cơ sở,
		doanh nghiệp`)
})

// isNearNumber: another number of the figure's size stands in a clause that does not
// explain it.
func (t *taking) isNearNumber(c clause) bool {
	if !c.numbers || t.o.Value.Cmp(twenty) < 0 || c.has(explaining) {
		return false
	}
	for i, w := range c.words {
		if isYearWord(w) || !isNumberWord(w) || c.word(i+1) == "%" || c.word(i+1) == "/" ||
			i > 0 && c.word(i-1) == "/" {
			continue
		}
		n, reading := t.numberOf(w)
		if reading == quantity.Sure && !n.Equal(t.o.Value) && alike.hold(n, t.o.Value) {
			return true
		}
	}
	return false
}

var alike = between("0.7", "1.4")

func isYearWord(w string) bool { return isNumberWord(w) && len(w) == 4 && isYear(atMostFour(w)) }

// isNameOfOther: a clause is no more than the name of another unit of the sender's group.
func (t *taking) isNameOfOther(c clause) bool {
	return len(c.units) > 0 && !slices.Contains(c.units, t.unit)
}

// maxName is how many words the name of a unit has at most, with what it is.
const maxName = 5

// disagreesWithShare: a remark gives the figure as another share of its plan than it is:
// "đạt 112% kế hoạch" of 342 for 330.
func (t *taking) disagreesWithShare(remark string) bool {
	s := t.speechOf(remark)
	for i, w := range s.words {
		if i == 0 || !isNumberWord(w) || s.word(i+1) != "%" || s.oneOf(i-1, list("đạt, bằng, là")) == 0 ||
			s.oneOf(i+2, ofThePlan()) == 0 {
			continue
		}
		said, reading := quantity.ParseText(w, false)
		plans := slices.DeleteFunc(t.besides(), func(r reference) bool { return r.What != "size.plan" })
		if reading != quantity.Sure || len(plans) == 0 {
			continue
		}
		if !slices.ContainsFunc(plans, func(plan reference) bool {
			is := plan.Value.Mul(said)
			off := is.Add(t.o.Value.Mul(quantity.Int(-100))).Abs()
			return off.Cmp(plan.Value) <= 0 // within one percent
		}) {
			return true
		}
	}
	return false
}

var ofThePlan = sync.OnceValue(func() []string {
	return list(`kế hoạch, kh, so với kế hoạch, so với kh, chỉ tiêu, so với chỉ tiêu, dự toán, so với dự toán,
		mục tiêu, chỉ tiêu giao, kế hoạch giao, chỉ tiêu được giao`)
})

// isCorrected: a line of corrections gives another number for the figure, which it names.
func (t *taking) isCorrected(remark string) bool {
	s := t.speechOf(remark)
	itself := slices.ContainsFunc(s.words, func(w string) bool { return isNumberWord(w) && t.isItself(w) })
	words := t.meaning(t.ask.Label)
	if !itself && 2*len(beyond(words, t.meaning(s.text()))) > len(words) {
		return false
	}
	for i, w := range s.words {
		n, reading := t.numberOf(w)
		if i > 0 && isNumberWord(w) && !isYearWord(w) && reading == quantity.Sure && !n.Equal(t.o.Value) &&
			alike.hold(n, t.o.Value) && s.oneOf(i-1, list("là, :, còn, thành, =, đạt, lên, xuống")) > 0 {
			return true
		}
	}
	return false
}

var correcting = sync.OnceValue(func() []string {
	return list(`sửa, đúng, đính chính, xác nhận, bổ sung, không phải, công nhận, chốt, điều chỉnh, thay, nhầm,
		ghi lại, thực tế, duyệt, thẩm định, đối chiếu`)
})

// isNamed: a text has all words of what is asked for but one in three.
func (t *taking) isNamed(s speech) bool {
	words := t.meaning(t.ask.Label)
	missing := len(beyond(words, t.meaning(s.text())))
	return len(words) > 0 && missing*3 <= len(words)
}

// isToldOtherwise: a sentence near the table tells another number for what is asked, in its
// unit, and it is no plan's and no part's.
func (t *taking) isToldOtherwise(sentence saying) bool {
	unit := t.speechOf(t.ask.Unit).words
	if len(unit) == 0 {
		return false
	}
	for _, c := range sentence.clauses {
		for i, w := range c.words {
			if !isNumberWord(w) || isYearWord(w) || c.at(i+1, unit[0]) == 0 {
				continue
			}
			n, reading := t.numberOf(w)
			if reading != quantity.Sure || n.Equal(t.o.Value) || !alike.hold(n, t.o.Value) {
				continue
			}
			if sentence.all.has([]string{"trong đó"}) && !t.isNamed(sentence.all) {
				return false
			}
			before := speech{c.words[:i], c.bare}
			if !before.has(setBeside) && !before.has(given) && !t.isBeforeTheEnd(c) && t.isNamed(c) &&
				!c.has(figuresOfOthers()) {
				return true
			}
		}
	}
	return false
}

var figuresOfOthers = sync.OnceValue(func() []string {
	return list(`tháng đầu năm, quý, trong đó, phấn đấu, giao, nghị quyết, mục tiêu, năm trước, toàn thành phố,
		đăng ký, còn`)
})

// isOldDay: a column of days tells that the figure was taken before the report's last month;
// days on which a paper was signed or a thing was done are others.
func (t *taking) isOldDay(said aRemark) bool {
	return said.heading != "" && !daysOfEvents(said.heading) && t.tellsOtherTime(said.text) && isDayAlone(said.text)
}

func isDayAlone(text string) bool {
	return strings.Trim(text, "0123456789/.- ") == "" && len(strings.FieldsFunc(text, func(r rune) bool {
		return strings.ContainsRune("/.- ", r)
	})) == len("dmy")
}

func daysOfEvents(heading string) bool {
	s := speechOf(heading)
	return !s.has(list("cập nhật, số liệu, lấy số, chốt, tổng hợp, báo cáo, thời điểm, tính đến"))
}
