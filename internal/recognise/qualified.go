package recognise

import (
	"slices"
	"strings"
	"sync"

	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// A remark that has a sign of another time, of what is not done yet or of other
// things than those asked for is understood where it has one of the forms in which
// such a sign leaves the figure alone: a comparison, a paper, an event, why it came so.
// In any other form it is asked about.

var (
	// comparisons: forms that set another year's or month's figure beside this one
	comparisons = sync.OnceValue(func() []string {
		return list(`so với, so, như, cùng kỳ, tăng, giảm, hơn, kém, vượt, bằng, thấp hơn, cao hơn,
			kế hoạch, kh,
		chỉ tiêu,
		mục tiêu, dự toán, phấn đấu, giao, năm trước, năm ngoái`)
	})
	// papers and rules have years of their own
	paperForms = sync.OnceValue(func() []string {
		return list(`quyết định, qđ, nghị quyết, nq, công văn, cv, thông báo, tb, giai đoạn, đề án,
			chương trình, luật,
		nghị định, nđ, thông tư, tt, hướng dẫn, hd, biểu mẫu, mẫu, áp dụng, ban hành, kèm theo, tờ trình,
		biên bản, hợp đồng, văn bản, danh sách, báo cáo số, kế hoạch số,
		nhiệm kỳ, chuẩn, tiêu chí, bc, phiên bản, giấy phép`)
	})
	// events say when something was done
	events = sync.OnceValue(func() []string {
		return list(`hoàn thành, khởi công, khánh thành, công nhận, giao, kết nạp, thành lập, ra mắt,
			nghiệm thu,
		bàn giao, tổ chức, khai trương, hoạt động, bổ sung, khai giảng, tuyển, xét, họp, bầu, chuyển, thoát,
		xây,
		sửa, đầu tư, đưa, nhập ngũ, từ trần, quyết toán, thi công, khám, mở, phát động, ký, ngày, triển khai,
		bắt đầu, thực hiện, có, được, đạt sớm, về đích, cán đích, xong`)
	})
	// reasons explain, and leave the figure as it is
	reasons = sync.OnceValue(func() []string {
		return list(`do, vì, lý do, nguyên nhân, còn, khu vực, đã,
		nguồn vốn`)
	})
	// building took place when it did
	building = sync.OnceValue(func() []string {
		return list(`xây, xây dựng, thành lập, ra mắt, khởi công,
		khánh thành`)
	})
	// notYet may follow "chưa" without touching the figure
	notYet = sync.OnceValue(func() []string {
		return list(`đạt, vượt, bằng, tới, phát sinh, triển khai, được cấp, được bố trí, được đầu tư, được giao,
			được hỗ
		trợ, bố trí, có, hoàn thành chỉ tiêu, hoàn thành kế hoạch,
		cao, nhiều, đồng đều, đồng bộ, thoát nghèo, đến`)
	})
	notOf      = sync.OnceValue(func() []string { return list("không phải, chẳng phải") })
	registered = sync.OnceValue(func() []string { return list("đăng ký") })
	// registers are papers of what is so, and what a result is set beside
	registers = sync.OnceValue(func() []string {
		return list(`đăng ký kinh doanh, đăng ký thành lập, giấy đăng ký, đăng ký hộ khẩu,
			đăng ký hoạt động, cơ quan
		đăng ký, đăng ký doanh nghiệp, đăng ký tạm trú, đăng ký thường trú, đăng ký kết hôn, đăng ký khai sinh`)
	})
	setAgainst = sync.OnceValue(func() []string { return list("so với, đạt, vượt, bằng, hơn") })
	// planned say of the figure itself that it is the plan's
	planned = sync.OnceValue(func() []string {
		return list(`là kế hoạch, là số kế hoạch, là chỉ tiêu, là dự toán, là mục tiêu, là số giao,
			là số phấn đấu, là số dự kiến, là số đăng ký, là kh, là số kh, là số được giao, là con số giao,
			là số trên giao, là số quận giao`)
	})
	// roughly may stand alone, or before the figure
	roughly = sync.OnceValue(func() []string {
		return list(`khoảng, chừng, tầm, hơn, trên, gần, dưới, trên dưới, tối thiểu, ít nhất, tối đa,
			nhiều nhất, ≈, ~`)
	})
	// copied from what was sent before
	copying = sync.OnceValue(func() []string {
		return list("copy, chép, sao chép, lấy, lấy lại, dùng, dùng lại, sử dụng, tạm dùng")
	})
	sentBefore = sync.OnceValue(func() []string {
		return list(`năm trước, năm ngoái, kỳ trước, quý trước, tháng trước, lần trước, báo cáo trước,
			đợt trước, năm kia`)
	})
	// countedBy tell that others were counted than the label says, unless it is by a rule
	countedBy = sync.OnceValue(func() []string { return list("tính theo, tính bằng, đếm theo, thống kê theo") })
	byRule    = sync.OnceValue(func() []string {
		return list("quy định, công thức, giá, giá trị, phương pháp, thực tế, năm, số liệu, mẫu, đơn vị")
	})
	severalYears = sync.OnceValue(func() []string {
		return list(`cả hai năm, hai năm, các năm, nhiều năm, mấy năm, từng năm, qua các năm, những năm`)
	})
	// heavyPlan are the words of a plan, one of which tells that figures are its own
	heavyPlan = sync.OnceValue(func() []string {
		return list("kế hoạch, kh, chỉ tiêu, ct, mục tiêu, dự toán, phấn đấu, giao, số đăng ký")
	})
	// lightPlan say of a plan whose it is and when it was given
	lightPlan = sync.OnceValue(func() []string {
		return list(`số, con số, mức, được, trên, cấp trên, quận, phường, xã, huyện, tỉnh, thành phố, tp, ubnd, đầu,
			năm, cuối năm, cả năm, xuống, cho, của, đề ra, dự kiến, này, thi đua, đơn vị`)
	})
	// ofFigures are the words by which figures near a text are pointed at
	ofFigures = sync.OnceValue(func() []string {
		return list(`số, số liệu, con số, các, những, mấy, dòng, hàng, cột, biểu, bảng, phần, trên, dưới, sau, này, đây,
			bên, ở, trong, dưới đây, trên đây, ghi, đó, phía, toàn bộ, tất cả`)
	})
	// addingUp are words of figures of several years that are summed
	addingUp = sync.OnceValue(func() []string {
		return list("lũy kế, luỹ kế, lk, cộng dồn, cộng, dồn, gộp, gom, tích lũy, tích luỹ, tổng cộng")
	})
	waiting = sync.OnceValue(func() []string { return list("chờ, đang chờ, đợi") })
	overlap = sync.OnceValue(func() []string { return list("trùng, bị trùng, còn trùng") })
	without = sync.OnceValue(func() []string {
		return list("không trùng, trùng khớp, trừ trùng, loại trùng, lọc trùng, trùng với số, trùng với sổ")
	})
	old = sync.OnceValue(func() []string {
		return list(`bản cũ, số cũ, số liệu cũ, mẫu cũ, danh sách cũ, báo cáo cũ, chuẩn cũ, tiêu chí cũ,
			quy định cũ`)
	})
	putOff = sync.OnceValue(func() []string {
		return list(`sẽ báo cáo, sẽ bổ sung, sẽ cập nhật, sẽ gửi, sẽ có, sẽ điều chỉnh, sẽ rà soát,
			báo cáo bổ sung`)
	})
	beforeDates = sync.OnceValue(func() []string {
		return list("ngày, đến, tới, hết, tính đến, thời điểm, mốc, từ, chốt, lúc, :, số liệu")
	})
)

// isQualified: a remark says of the figure what no known form makes harmless.
func (t *taking) isQualified(h heard, remark string) bool {
	return h.qualified || h.roughly && t.isRough(t.speechOf(withoutLead(remark))) ||
		h.place && t.isOfOtherPlace(remark) || h.prices && t.pricesDiffer(viet.Fold(remark))
}

// qualifies is isQualified as far as words tell.
func (m matter) qualifies(remark string) bool {
	all := m.k.speechOf(withoutLead(remark))
	asked := m.said.speech
	if mixesPrices(remark) || all.has(putOff()) || m.isOfPlan(all) {
		return true
	}
	known := false // a form of one clause goes on in the next: "so với năm 2020, 2021"
	for _, c := range all.clauses() {
		harmless := c.has(comparisons()) || c.has(paperForms())
		known = known || harmless
		explains := c.oneOf(0, reasons())+c.oneOf(0, building()) > 0
		switch {
		case m.isOfAnotherYear(c.withoutPrices()) && !known && !c.givesYear() && !explains,
			m.k.isBeforeTheEnd(c) && !harmless && !c.has(events()) && !explains && !all.has(wholeYear()),
			c.saysNotYet() && !explains,
			m.k.isOfYearToCome(c),
			!c.bare && (c.has(waiting()) || c.has(old()) && !harmless) && !explains && !asked.has(old()),
			c.has(overlap()) && !c.isWithoutDoubles() && !c.bare,
			c.oneOf(0, copying()) > 0 && c.has(sentBefore()), c.addsYears() && !all.has(priced()),
			m.countsBy(c, asked),
			!c.bare && c.has(notOf()) && !asked.has(notOf()),
			c.isRegistered() && !asked.has(registered()) && !explains,
			c.excludes() && !asked.excludes():
			return true
		}
	}
	return false
}

var priced = sync.OnceValue(func() []string { return list("giá, giá so sánh, giá cố định, giá gốc") })

// withoutPrices is a clause without the years that prices are of: "giá cố định 2010".
func (s speech) withoutPrices() speech {
	kept := speech{bare: s.bare}
	for i := 0; i < len(s.words); i++ {
		if n := s.oneOf(i, priced()); n > 0 {
			i += n + s.oneOf(i+n, []string{"năm"}) - 1
			if isNumberAt(s, i+1) && isYearWord(s.words[i+1]) {
				i++
			}
			continue
		}
		kept.words = append(kept.words, s.words[i])
	}
	return kept
}

var wholeYear = sync.OnceValue(func() []string { return list("cả năm đạt, cả năm là, cả năm, cuối năm") })

// isOfPlan: a remark says that the figure is the plan's.
func (m matter) isOfPlan(s speech) bool {
	return m.said.ask.Role != resolution.RolePlan && (s.tellsPlan() || s.namesPlan())
}

// tellsPlan: a text says of figures that they are a plan's: "mấy số trên là chỉ tiêu quận giao".
func (s speech) tellsPlan() bool {
	return s.has(planned()) || slices.ContainsFunc(s.clauses(), func(c speech) bool {
		at, after := c.find(0, listOnce("do, của, lấy, lấy theo, ghi, ghi theo, là"))
		if at < 0 || at > maxLead+1 || hasNumber(c.words) {
			return false
		}
		rest := speech{c.words[after:], c.bare}
		return (speech{c.words[:at], c.bare}).isAllOf(ofFigures()) && rest.namesPlan() && rest.has([]string{"giao"})
	})
}

// namesPlan: a text has nothing but the words of a plan, and of who gave it and when: "KH quận giao".
func (s speech) namesPlan() bool {
	return s.has(heavyPlan()) && s.isAllOf(slices.Concat(heavyPlan(), lightPlan()))
}

// isAllOf: all words of a text are among some, but for marks and years.
func (s speech) isAllOf(some []string) bool {
	for i := 0; i < len(s.words); {
		n := s.oneOf(i, some)
		if n == 0 && (isYearWord(s.words[i]) || viet.Fold(s.words[i]) == "") {
			n = 1
		}
		if n == 0 {
			return false
		}
		i += n
	}
	return len(s.words) > 0
}

// addsYears: "cả 2 năm", "số của các năm"; "2 năm liền" is none.
func (s speech) addsYears() bool {
	if !s.bare && s.oneOf(0, severalYears()) > 0 {
		return true
	}
	isNumber := func(i int) bool {
		return i < len(s.words) && (isNumberWord(s.words[i]) && len(s.words[i]) == 1 && s.words[i] > "1" ||
			s.oneOf(i, listOnce("hai, ba, bốn, mấy, vài, nhiều")) > 0)
	}
	own := func(from int) bool { return hasNumber(s.words[min(from, len(s.words)):]) } // "lũy kế 3 năm: 5.600"
	for i := range s.words {
		if n := s.oneOf(i, []string{"cả", "của", "gộp", "tổng", "cộng"}); n > 0 && i+n+1 < len(s.words) &&
			isNumberWord(s.words[i+n]) && len(s.words[i+n]) == 1 && s.words[i+n] > "1" && s.at(i+n+1, "năm") > 0 {
			return true
		}
		if n := s.oneOf(i, addingUp()); n > 0 {
			n += s.oneOf(i+n, listOnce("của, cả, trong, từ, qua, lại, số, suốt"))
			if isNumber(i+n) && s.at(i+n+1, "năm") > 0 && !own(i+n+2) {
				return true
			}
		}
		if isNumber(i) && s.at(i+1, "năm") > 0 && s.oneOf(i+2, addingUp()) > 0 && !own(i+3) {
			return true
		}
		if s.at(i, "cả") > 0 && s.oneOf(i+1, severalYears()) > 0 {
			return true
		}
	}
	return false
}

// isRough: a remark is no more than that the figure is about so much: "khoảng", "hơn 120".
func (t *taking) isRough(s speech) bool {
	n := s.oneOf(0, roughly())
	if n == 0 || s.has(paperForms()) || s.bare && s.words[0] != "≈" && s.words[0] != "~" {
		return false
	}
	rest := s.words[n:]
	if len(rest) == 0 {
		return true
	}
	said, reading := quantity.ParseText(rest[0], t.ask.Whole)
	return isNumberWord(rest[0]) && reading == quantity.Sure && near.hold(said, t.o.Value) &&
		!slices.Contains([]string{"%", "/"}, speech{rest, s.bare}.word(1))
}

// countsBy: the figure counts by something else than its label says: "tính theo lượt".
func (m matter) countsBy(c, asked speech) bool {
	_, after := c.find(0, countedBy())
	if after < 0 || asked.has(countedBy()) {
		return false
	}
	by := speech{c.words[after:], c.bare}
	return len(by.words) > 0 && !isNumberWord(by.words[0]) && by.oneOf(0, byRule()) == 0 && !by.has(paperForms()) &&
		len(beyond(m.k.meaning(by.text()), m.askedWords())) > 0
}

// isWithoutDoubles: none is counted twice, or those that were have been taken out: "đã lọc trùng", but
// "không lọc trùng".
func (s speech) isWithoutDoubles() bool {
	at, _ := s.find(0, without())
	return at == 0 || at > 0 && s.oneOf(at-1, denying) == 0 || s.isCleaned()
}

// isRegistered: no more than that is told; "các hộ đăng ký đều đã xét xong" tells more.
func (s speech) isRegistered() bool {
	at, after := s.find(0, registered())
	if at < 0 || s.has(registers()) || s.has(setAgainst()) {
		return false
	}
	behind := speech{s.words[after:], s.bare}
	return !behind.has(listOnce("đều, đã")) || !behind.has(listOnce("xong, rồi, đạt"))
}

func (s speech) saysNotYet() bool {
	if s.bare {
		return false // "chua" may be "chữa"
	}
	for i := range s.words {
		if s.at(i, "chưa") > 0 && s.oneOf(i+1, notYet()) == 0 {
			return true
		}
	}
	return false
}

// excludes: what the clause leaves out is among what was asked for.
func (s speech) excludes() bool {
	for at, after := s.find(0, excluding); at >= 0; at, after = s.find(after, excluding) {
		if after-at > 1 {
			return true
		}
	}
	return false
}

func mixesPrices(text string) bool {
	folded := viet.Fold(text)
	return viet.HasPhrase(folded, "gia so sanh") && viet.HasPhrase(folded, "gia hien hanh")
}

// pricesDiffer: the remark values the figure at other prices than a remark elsewhere on
// the sheet: a growth between the two says nothing.
func (t *taking) pricesDiffer(folded string) bool {
	for _, pair := range [][2]string{{"gia so sanh", "gia hien hanh"}, {"gia hien hanh", "gia so sanh"}} {
		if viet.HasPhrase(folded, pair[0]) {
			return slices.ContainsFunc(t.sheet.Cells, func(c workbook.Cell) bool {
				return c.Kind == workbook.Text && len(c.Text) <= titleLength && strings.Contains(c.Text, "iá") &&
					viet.HasPhrase(viet.Fold(c.Text), pair[1])
			})
		}
	}
	return false
}

// A column may say something of each row: when its figure was taken, of which kind
// it is, whose.
var (
	whenHeads  = phrases{"thoi diem", "nam", "ky", "ky bao cao", "ky so lieu", "nam so lieu", "moc so lieu"}
	kindHeads  = phrases{"loai", "loai so lieu", "tinh chat", "tinh chat so lieu", "trang thai", "tien do"}
	whoseHeads = phrases{"don vi", "cua don vi", "cua", "dia ban", "dia phuong", "phuong"}
)

// mayTurn: it is the heading of such a column.
func (h head) mayTurn() bool {
	return slices.Contains(whenHeads, h.words) || slices.Contains(kindHeads, h.words) ||
		slices.Contains(whoseHeads, h.words)
}

// turnedAway is what a column says of the row that makes its figure no result of the
// sender's year; "" for nothing.
func (t *taking) turnedAway() string {
	if t.table == nil {
		return ""
	}
	for _, h := range t.table.heads {
		if h.col == t.col || !h.mayTurn() {
			continue
		}
		c := merged(t.sheet, t.row, h.col)
		text := cellText(c)
		if text == "" || len(text) > titleLength {
			continue
		}
		folded := viet.Fold(text)
		isOf := func(heads phrases) bool { return slices.Contains(heads, h.words) }
		switch {
		case isOf(whenHeads) && t.tellsOtherTime(text),
			isOf(kindHeads) && (isPlan(folded) && !isOfResults(folded) && t.ask.Role != resolution.RolePlan ||
				t.tellsEstimate(folded) || t.isTurned(text) || slices.Contains(provisional, folded)),
			isOf(whoseHeads) && t.isOfOtherUnit(text):
			return text
		}
	}
	return ""
}

// isTurned: what stands in the row says that the figure is no result, or not all of it.
func (t *taking) isTurned(text string) bool {
	h := t.hear(text)
	return h.denied || t.isQualified(h, text)
}

var provisional = []string{"tam", "so tam", "so bo", "du kien", "dang ky", "nhap", "ke hoach", "uoc"}

func (t *taking) tellsEstimate(folded string) bool {
	return !t.plan.Report.Estimate && isEstimate(folded) && t.ask.Role != resolution.RolePlan
}

func (t *taking) isOfOtherUnit(text string) bool {
	named := t.unitsIn(text)
	return len(named) > 0 && !slices.Contains(named, t.unit)
}

func (t *taking) tellsOtherTime(text string) bool {
	s := speechOf("thời điểm : " + text)
	years := s.years()
	this := t.plan.Resolution.Year
	if t.isOfLastYear() {
		return false
	}
	return len(years) > 0 && !slices.Contains(years, this) || t.isBeforeTheEnd(s) || isOfPart(text, t.frame())
}
