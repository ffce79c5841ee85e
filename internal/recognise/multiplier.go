package recognise

import (
	"slices"
	"strings"
	"sync"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// What headings, titles and remarks say that figures are to be taken times, and leave it open
// of what: "(x10)", "(trăm)", "(10 hộ)", "ghi theo chục". A unit that converts is read as one.

// multiplier is such a word as it was found, and what it makes of one.
type multiplier struct {
	said  string
	times quantity.Number
}

// askMultiplier asks about a figure that a heading, a title, the name of the sheet or a remark
// says is to be multiplied.
func (t *taking) askMultiplier() bool {
	m, found := t.multiplied()
	said := any(m.said)
	if !found {
		m, said, found = t.remarkedTimes()
	}
	if found {
		t.fault("B288", t.o.At, diag.Args{"found": said, "label": t.ask.Label, "value": t.o.Value.Exact(),
			"product": t.o.Value.Mul(m.times).Exact(), "unit": t.ask.Unit})
	}
	return found
}

// remarkedTimes is what the remarks of a figure say so: beside it, in its notes, above its rows
// and below the table. A bare number in a remark is one of something else.
func (t *taking) remarkedTimes() (m multiplier, said any, found bool) {
	if t.layout != nil || t.o.Answer != returns.Given {
		return m, nil, false
	}
	remarks := slices.Concat(t.remarksBeside(), t.table.notesAt(t.row, t.col), t.remarks)
	for _, b := range t.blocks {
		remarks = append(remarks, aRemark{text: b.text, at: workbook.Ref(b.row, b.col)})
	}
	for _, remark := range remarks {
		for _, may := range t.timesIn(withoutPointer(remark.text)) {
			if (may.sure || may.signed || may.worded) && t.isMultipliedBy(may) {
				return may.multiplier, remark.shown(), true
			}
		}
	}
	return m, nil, false
}

// tellsTimes: a line near a table says it of figures, whatever they count.
func tellsTimes(text string) bool {
	return slices.ContainsFunc(timesIn(text), func(m maybeTimes) bool {
		return m.sure || m.counted == "" && (m.signed || m.worded)
	})
}

func (t *taking) multiplied() (m multiplier, found bool) {
	if t.layout != nil || t.o.Answer != returns.Given {
		return m, false
	}
	if m, found = t.multipliedBy(t.heading.shown); found {
		return m, true
	}
	for i := range t.titles.lines {
		if m, found = t.multipliedBy(t.titles.lines[i].text); found {
			return m, true
		}
	}
	return m, false
}

// multipliedBy is what a text says of the figure, of all that may be meant by it.
func (t *taking) multipliedBy(said string) (m multiplier, found bool) {
	for _, may := range t.timesIn(said) {
		if t.isMultipliedBy(may) {
			return may.multiplier, true
		}
	}
	return m, false
}

// maybeTimes is a piece of a text that may be a multiplier; what is asked tells.
type maybeTimes struct {
	multiplier
	sure    bool   // whatever is asked
	signed  bool   // a sign stands before it
	worded  bool   // it is no number
	words   int    // that it takes
	counted string // what stands behind it
	piece   string
}

// timesIn is timesIn of a text that stands over many figures.
func (k *Knowledge) timesIn(of string) []maybeTimes {
	if k.memory == nil {
		return timesIn(of)
	}
	return k.memory.times.of(text(of), func(own text) []maybeTimes { return timesIn(string(own)) })
}

func timesIn(text string) []maybeTimes {
	var all []maybeTimes
	for _, piece := range statedIn(text) {
		if m, ok := timesOf(piece); ok {
			m.said = strings.Trim(viet.Tidy(piece), "() ")
			all = append(all, m)
		}
	}
	if m, found := timesWithin(text); found {
		all = append(all, maybeTimes{multiplier: m, sure: true})
	}
	if m, found := zerosTaken(text); found {
		all = append(all, maybeTimes{multiplier: m, sure: true})
	}
	return slices.Clip(all)
}

// zerosTaken: so many zeros were left off the figures: "đã bớt 3 chữ số 0", "lược ba số không".
func zerosTaken(text string) (m multiplier, ok bool) {
	s := speechOf(text)
	at, after := s.find(0, list("bớt, bỏ, lược, lược bỏ, cắt, rút, rút gọn, giảm, bỏ bớt, cắt bớt"))
	if at < 0 || at > 0 && s.oneOf(at-1, listOnce("không, chưa, chẳng")) > 0 {
		return m, false
	}
	for i := after; i < min(len(s.words), after+maxLead); i++ {
		n := int64(slices.Index(list("không, một, hai, ba, bốn, năm, sáu"), s.words[i]))
		if isNumberWord(s.words[i]) {
			n = int64(atMostFour(s.words[i]))
		}
		of := s.oneOf(i+1, list("chữ số 0, con số 0, số 0, chữ số không, số không, con số không"))
		if n > 0 && n < 10 && of > 0 {
			times := one
			for range n {
				times = times.Mul(quantity.Int(10))
			}
			return multiplier{speech{s.words[at : i+1+of], s.bare}.text(), times}, true
		}
	}
	return m, false
}

// statedIn are the parts of a text that may be a multiplier and nothing else: all of
// it, what stands in brackets, and what it calls a unit.
func statedIn(text string) []string {
	all := []string{text}
	for rest := text; ; {
		_, after, opened := strings.Cut(rest, "(")
		inner, behind, closed := strings.Cut(after, ")")
		if !opened || !closed {
			break
		}
		all = append(all, inner)
		rest = behind
	}
	for _, piece := range slices.Clone(all) {
		if _, after, ok := strings.Cut(piece, ":"); ok && unitNames.in(viet.Fold(piece)) {
			after, _, _ = strings.Cut(after, "(")
			all = append(all, after)
		}
		all = append(all, unitsCalled(piece)...)
	}
	return all
}

// unitsCalled are what a text calls its unit in words: "số trên đơn vị là chục", "tính theo trăm".
func unitsCalled(text string) []string {
	s := speechOf(text)
	var all []string
	for i := 0; i < len(s.words); i++ {
		n := s.oneOf(i, announcing())
		if n == 0 {
			continue
		}
		i += n
		for more := s.oneOf(i, betweenUnit()); more > 0; more = s.oneOf(i, betweenUnit()) {
			i += more
		}
		called := s.clause(i)
		if at, _ := called.find(0, behindUnit()); at >= 0 {
			called.words = called.words[:at]
		}
		if len(called.words) > 0 && !isNumberWord(called.words[0]) {
			all = append(all, called.text())
		}
		i--
	}
	return all
}

var (
	announcing = sync.OnceValue(func() []string {
		return list(`đơn vị, đơn vị tính, đơn vị đo, đvt, dvt, đv, dv, đv tính, tính bằng, tính theo, tính ra, ghi bằng,
			ghi theo, đo bằng, đếm bằng, đếm theo, lấy theo, quy ra`)
	})
	betweenUnit = sync.OnceValue(func() []string {
		return slices.Concat(announcing(), list(":, là, bằng, theo, số, hàng, đều, =, -"))
	})
	behindUnit = sync.OnceValue(func() []string {
		return list("nha, nhé, nhe, ạ, nghen, hết, cả, thôi, đó, ấy, chứ, không phải, hết cả, tất cả, cho gọn")
	})
)

// timesOf reads words as a multiplier, with a sign before it, or with what is counted
// behind it.
func timesOf(piece string) (m maybeTimes, ok bool) {
	s := speechOf(piece)
	for len(s.words) > 0 && slices.Contains([]string{"(", "[", " "}, s.words[0]) {
		s.words = s.words[1:]
	}
	for len(s.words) > 0 && slices.Contains([]string{")", "]", ".", ":"}, s.words[len(s.words)-1]) {
		s.words = s.words[:len(s.words)-1]
	}
	signed := 0
	if s.at(0, "1 :") > 0 {
		signed = 2
	} else if n := s.oneOf(0, allSigns); n > 0 {
		signed = n
	}
	number := speech{s.words[signed:], s.bare}
	if len(number.words) == 2 && number.words[0] == "." && number.words[1] == "000" {
		return maybeTimes{multiplier: multiplier{times: quantity.Int(1000)}, sure: true}, true
	}
	times, n := number.powerOfTen()
	if n == 0 || times.Equal(one) {
		return m, false
	}
	return maybeTimes{multiplier: multiplier{times: times}, signed: signed > 0, worded: !isNumberWord(number.words[0]),
		words: n, counted: speech{number.words[n:], s.bare}.text(), piece: piece}, true
}

// isMultipliedBy: what may be a multiplier is one of what is asked. A bare number below a
// hundred is that of a column.
func (t *taking) isMultipliedBy(m maybeTimes) bool {
	switch {
	case m.sure, m.counted == "lần", m.counted == "đơn vị":
		return true
	case m.counted != "":
		_, converts := t.factor(unitKey(strings.Trim(m.piece, "()[] ")))
		_, same := t.factor(unitKey(m.counted))
		return same && (m.signed || !converts || t.rowCountsOnes())
	case m.worded && !m.signed:
		_, converts := t.factor(unitKey(strings.Trim(m.piece, "()[] ")))
		return !converts || !quantity.IsMoney(unitKey(t.ask.Unit)) // of money it is a unit
	}
	return m.signed || m.worded || m.words > 1 || m.times.Cmp(hundred) >= 0
}

// rowCountsOnes: the row states the very unit asked for, which what stands over the
// table contradicts. Of money the nearest unit holds.
func (t *taking) rowCountsOnes() bool {
	if t.unitCol == 0 || quantity.IsMoney(unitKey(t.ask.Unit)) {
		return false
	}
	factor, ok := t.factor(unitKey(cellText(merged(t.sheet, t.row, t.unitCol))))
	return ok && factor.Equal(one)
}

// powerOfTen is the number that words begin with, in digits or words, and how many
// words it takes: "10", "1.000", "10^3", "trăm", "1 triệu"; 0 for none.
func (s speech) powerOfTen() (n quantity.Number, words int) {
	n = one
	if len(s.words) > 0 && isNumberWord(s.words[0]) {
		n, words = quantity.ReadWritten(s.words[0], true).Value, 1
		digits := n.Plain()
		if digits[0] != '1' || strings.Trim(digits[1:], "0") != "" {
			return n, 0
		}
		if power, ok := map[string]int64{"²": 100, "³": 1000, "⁶": 1000000}[s.word(1)]; ok && digits == "10" {
			return quantity.Int(power), 2
		}
		if s.word(1) == "^" && digits == "10" {
			power := quantity.Int(10)
			for range min(max(atMostFour(s.word(2))-1, 0), 9) {
				power = power.Mul(quantity.Int(10))
			}
			return power, 3
		}
	}
	for words < len(s.words) {
		scale, ok := scaleWords[viet.Fold(s.words[words])]
		if !ok || !s.bare && !slices.Contains(scalesWritten, s.words[words]) { // "Trạm" is no hundred
			break
		}
		n = n.Mul(quantity.Int(scale))
		words++
	}
	return n, words
}

func (s speech) word(i int) string {
	if i < len(s.words) {
		return s.words[i]
	}
	return ""
}

// timesWithin finds a sign of multiplication before a power of ten among other words:
// "Số liệu x 1.000", but neither a formula, "3=1x100", nor a size, "6 x 10 m", nor the
// name of a place, "Khu X 10 hộ".
func timesWithin(text string) (m multiplier, ok bool) {
	s := speechOf(text)
	if m, ok = s.timesTold(); ok || !strings.ContainsAny(text, "xX×*") || strings.Contains(text, "=") {
		return m, ok
	}
	for i := range s.words {
		if s.oneOf(i, timesSigns) == 0 {
			continue
		}
		if i > 0 && (isNumberWord(s.words[i-1]) && !isYear(atMostFour(s.words[i-1])) ||
			slices.Contains(numberedPlaces, s.words[i-1])) {
			continue
		}
		times, n := speech{s.words[i+1:], s.bare}.powerOfTen()
		if n > 0 && isNumberWord(s.words[i+1]) && !times.Equal(one) {
			return multiplier{strings.Join(s.words[i:i+1+n], " "), times}, true
		}
	}
	return m, false
}

// timesTold: figures were divided, or are to be multiplied, or one of them stands for more: "số đã
// chia cho 10", "phải nhân 100 mới ra", "tức 1 = 100", but neither "chia 10 tổ" nor "công nhân 100".
func (s speech) timesTold() (m multiplier, ok bool) {
	for i := range s.words {
		n := s.oneOf(i, listOnce("nhân, nhân với, nhân thêm, chia, chia cho, chia bớt"))
		if n > 0 && i > 0 && s.oneOf(i-1, beforeTimes()) == 0 {
			n = 0
		}
		if n == 0 && s.words[i] == "1" && (i == 0 || s.oneOf(i-1, listOnce("(, tức, tức là, là, nghĩa là, :, coi"))+
			s.oneOf(max(0, i-2), listOnce("tức là, nghĩa là")) > 0) {
			if n = s.oneOf(i+1, listOnce("=, ứng với, tương ứng, tương ứng với, tương đương, bằng, là")); n > 0 {
				n++
			}
		}
		if n == 0 {
			continue
		}
		times, words := speech{s.words[i+n:], s.bare}.powerOfTen()
		end := i + n + words
		if words > 0 && !times.Equal(one) && (end == len(s.words) || isMarkWord(s.words[end]) ||
			s.oneOf(end, behindTimes()) > 0) {
			return multiplier{speech{s.words[i:end], s.bare}.text(), times}, true
		}
	}
	return m, false
}

var (
	beforeTimes = sync.OnceValue(func() []string {
		return list(`(, phải, cần, đã, đều, đem, xin, được, nhớ, hãy, thì, là, rồi, số, này, trên, sẽ, nên, và, với,
			nhờ, đang, mới, ., ;, -, :`)
	})
	behindTimes = sync.OnceValue(func() []string {
		return list("lần, mới, thì, để, ra, lên, nha, nhé, ạ, rồi, hết, cho gọn, cho dễ, cả")
	})
)

var (
	timesSigns = list("x, ×, *, nhân, nhân với")
	allSigns   = append(list("/, ÷, :, chia, chia cho"), timesSigns...)
)

// scalesWritten are the words of scaleWords with their accents.
var scalesWritten = list("chục, trăm, nghìn, ngàn, vạn, triệu, tỷ, tỉ")

// scaleWords are those of the steps that things are counted in.
var scaleWords = map[string]int64{"chuc": 10, "tram": 100, "nghin": 1000, "ngan": 1000, "van": 10000,
	"trieu": 1000000, "ty": 1000000000}
