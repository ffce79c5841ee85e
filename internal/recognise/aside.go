package recognise

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"baocao/internal/resolution"
	"baocao/internal/viet"
)

// Beside their figures people talk to whoever reads them: when and where a number was taken,
// how sure it is, what is still to come, what got mixed up, what the reader should do. Such
// talk is told by its kind, and a kind by what its words are, not by the sentence: a word of
// handling figures and one of how, a time and a word of taking, a part of the table and a
// word of disorder.

// isAside: a remark says of the figure something that only the one who wrote it can settle.
func (m matter) isAside(remark string) bool {
	clauses := m.k.speechOf(withoutPointer(remark)).clauses()
	if isLegend(remark) && m.k.speechOf(remark).has(listOnce(":, là, =")) { // that is read elsewhere
		return false
	}
	for _, c := range clauses {
		c = c.withoutReason()
		if m.isTakenEarly(c) || m.isRate(c) || isDifference(c) || m.isPiledUp(c) || m.isOfOtherThing(c, false) ||
			m.mixesUp(c) || m.isGuess(c) || isStillToCome(c) || isDisorder(c) || isRequest(c) || m.isByOwnRule(c) ||
			isOnlyBegun(c) || corrects(c) || m.isMultiplier(c) ||
			(len(clauses) == 1 || len(c.words) > 1) && isAllTalk(c) {
			return true
		}
	}
	return false
}

// isTalk: whatever is asked, a line near a table is talk of its figures.
func (r *reader) isTalk(line string) bool {
	return r.matter(*noAsk()).hear(line).aside
}

// noAsk is no ask in particular.
var noAsk = sync.OnceValue(func() *resolution.Ask { return &resolution.Ask{Measure: &resolution.Measure{}} })

// isNameOfOther: a remark is no more than the name of what is counted, which is not asked for.
func (m matter) isNameOfOther(remark string) bool {
	clauses := m.k.speechOf(withoutPointer(remark)).clauses()
	return len(clauses) == 1 && m.isOfOtherThing(clauses[0], true)
}

// plain puts words of the south, of the north and of hurry into those of the standard.
func plain(text string) string {
	if !strings.ContainsFunc(text, func(r rune) bool { return r > 127 }) {
		return text
	}
	lower := " " + strings.ToLower(viet.Clean(text)) + " "
	found := false
	for _, say := range dialect() {
		if strings.Contains(lower, say[0]) {
			found = true
			break
		}
	}
	if !found {
		return text
	}
	for _, say := range dialect() {
		lower = strings.ReplaceAll(lower, say[0], say[1])
	}
	return strings.TrimSpace(lower)
}

var dialect = sync.OnceValue(func() [][2]string {
	var all [][2]string
	for _, pair := range listOnce(`hổng=không, hông=không, hem=không, hok=không, chẳng=không, chả=không, chớ=chứ,
		giùm=giúp, dùm=giúp, coi lại=xem lại, dò lại=kiểm tra lại, xài=dùng, bữa=hôm, thiệt=thật, nhứt=nhất, lộn=nhầm,
		gõ trật=gõ nhầm, ghi trật=ghi nhầm, số củ=số cũ, trong năm qua=trong năm,
		kỳ rồi=kỳ trước, tháng rồi=tháng trước, năm rồi=năm trước,
		đợt rồi=đợt trước, lần rồi=lần trước, kỳ qua=kỳ trước, năm qua=năm trước, y chang=như, y như=như, y hệt=như,
		giống hệt=như, trong nớ=trong đó`) {
		from, to, _ := strings.Cut(pair, "=")
		all = append(all, [2]string{" " + from + " ", " " + to + " "})
	}
	for _, verb := range slices.Concat(handling(), listOnce("gộp, dồn, đưa, cả, luôn, thêm")) { // "vô lý" is no "vào"
		all = append(all, [2]string{" " + verb + " vô ", " " + verb + " vào "})
	}
	return all
})

// handling are verbs of what is done to a figure when it is written down or counted.
var handling = sync.OnceValue(func() []string {
	return listOnce(`ghi, điền, để, đặt, gõ, đánh, đánh máy, viết, nhập, kê, khai, đếm, tính, cộng, lấy, báo, nêu,
		dùng, chấm, nhân, chia, dán, chép, bỏ, bỏ vào`)
})

// taking are verbs and nouns of taking figures from somewhere at some time.
var takingFigures = sync.OnceValue(func() []string {
	return listOnce(`chốt, khóa sổ, khoá sổ, khóa, khoá, kết xuất, xuất, trích, lấy, chép, copy, cop, cọp, sao, bê,
		bốc, dùng, in ra, tải, chụp, cập nhật, bản, bảng, biểu, sổ, số, số liệu, tính, cộng, gom, đếm, thực, thiếu,
		hụt, khuyết, mới, mới hết, chỉ, còn, cân được, đếm được, thu được, như, giữ`)
})

// isTakenEarly: a clause that speaks of taking figures, or of figures that are missing, names
// a time that is not all of the year.
func (m matter) isTakenEarly(c speech) bool {
	if !m.k.plan.Report.Period.IsYear() || c.has(besides()) {
		return false
	}
	if c.has(listOnce("chép, copy, sao chép, dùng lại, lấy lại, sử dụng lại, bê")) && c.has(sentBefore()) {
		return true
	}
	named := m.k.stretches(c)
	early := slices.ContainsFunc(named, stretch.isEarly)
	if early && !c.has(paperForms()) && c.has(listOnce("chốt, khóa sổ, khoá sổ, khóa số, khoá số, kết xuất")) {
		return true
	}
	if c.oneOf(0, reasons()) > 0 || c.has(paperForms()) {
		return false
	}
	missing := c.has(listOnce("thiếu, hụt, khuyết, chưa, chưa có, sót, bỏ sót, không có, trừ, ngoài"))
	if missing && len(named) > 0 && !c.has(happenings()) {
		return true
	}
	at, _ := c.find(0, takingFigures())
	return early && at >= 0 && at < maxLead && !c.has(happenings())
}

// withoutReason is a clause without the word of why before talk of where its figure was taken:
// "vì lấy số tháng 9" says what "lấy số tháng 9" does, and "do mất mùa tháng 9" why it came so.
func (s speech) withoutReason() speech {
	n := s.oneOf(0, listOnce(`vì, do, tại, bởi, bởi vì, tại vì, là do, là vì, lý do, lý do là, nguyên nhân,
		đã, vì đã, do đã`))
	if s.at(n, ":") > 0 {
		n++
	}
	of := n + s.oneOf(n, listOnce("chỉ, mới, mới chỉ, chỉ mới, phải, còn, đang, bên em, tổ, phường"))
	act := s.oneOf(of, listOnce("lấy, lấy theo, dùng, chép, copy, trích, sử dụng, cộng, tính, có, nhận, nhận được"))
	if n == 0 || s.bare || act == 0 || s.oneOf(of, []string{"có"}) > 0 && of == n ||
		s.oneOf(of+act, listOnce("số, số liệu, báo cáo, bản, biểu, bảng, sổ")) == 0 {
		return s
	}
	return speech{s.words[n:], s.bare}
}

// besides set other figures beside this one.
var besides = sync.OnceValue(func() []string {
	return listOnce(`so, cùng kỳ, tăng, giảm, hơn, kém, vượt, kế hoạch, kh, chỉ tiêu, dự toán, giao cho,
		phấn đấu, được giao, trong đó, đạt`)
})

// happenings are things that happen on a day of their own.
var happenings = sync.OnceValue(func() []string {
	return listOnce(`khánh thành, khởi công, bàn giao, họp, xét, tổ chức, kết nạp, thành lập, ra mắt,
		nghiệm thu, khai giảng, nhập ngũ, khám, lễ, giao nhận, phát động, ký, phê, ban hành, đóng góp,
		thông qua, hội nghị, đã`)
})

// isRate: the figure is what came in one day, month or quarter, or on an average of several
// years, or was multiplied out of such a one. A rate told beside a figure has its own number.
func (m matter) isRate(c speech) bool {
	asked := m.said.speech
	rate := listOnce("bình quân, trung bình, tb, bq, mỗi")
	if asked.has(rate) {
		return false
	}
	at, _ := c.find(0, listOnce("ngày, tuần, tháng, quý, năm"))
	if at < 0 {
		return false
	}
	other := false // a number of its own, that counts no days
	for i, w := range c.words {
		other = other || isNumberWord(w) && c.oneOf(i+1, listOnce("ngày, tuần, tháng, quý, năm")) == 0 &&
			!(i > 0 && slices.Contains([]string{"nhân", "x", "×", "*"}, c.words[i-1]))
	}
	for i, w := range c.words {
		if !slices.Contains([]string{"nhân", "x", "×", "*"}, w) {
			continue
		}
		if _, ok := ordinal(c.word(i + 1)); ok || isNumberAt(c, i+1) {
			return true
		}
	}
	if other {
		return false
	}
	if c.has(rate) && (c.words[0] != "mỗi" || len(c.words) <= 3) {
		return true
	}
	n := c.oneOf(0, listOnce("số, số của, số liệu, lượng, mức, tính theo, tính, của, chỉ, mới, là, chỉ là"))
	return c.oneOf(n, listOnce(`1 ngày, 1 tuần, 1 tháng, 1 quý, một ngày, một tuần, một tháng, một quý,
		từng tháng`)) > 0 &&
		len(c.words) <= n+3
}

// isDifference: the figure is what came to another year's: "phần tăng thêm so năm ngoái".
func isDifference(c speech) bool {
	n := c.oneOf(0, listOnce("đây là, là, chỉ là, chỉ, mới, ghi, số này là"))
	k := c.oneOf(n, listOnce("phần, phần mới, mức, số, khoản"))
	return k > 0 && c.oneOf(n+k, listOnce(`tăng thêm, giảm đi, chênh, chênh lệch, hơn, tăng so, giảm so,
		phát sinh thêm`)) > 0 && !givesNumber(c)
}

// isPiledUp: years before the report's are in the figure: "từ đầu nhiệm kỳ tới giờ".
func (m matter) isPiledUp(c speech) bool {
	if c.has(listOnce("cao nhất, nhiều nhất, lớn nhất, thấp nhất, ít nhất, liên tục, đầu tiên, lần đầu, duy trì")) ||
		m.said.speech.has(listOnce("lũy kế, luỹ kế")) {
		return false
	}
	at, after := c.find(0, listOnce("từ, kể từ"))
	if at < 0 || (speech{c.words[:at], c.bare}).has(listOnce("xây, thành lập, hoạt động, đầu tư, sử dụng")) {
		return false
	}
	of := c.oneOf(after, listOnce(`trước, đầu nhiệm kỳ, nhiệm kỳ, đại hội, đầu khóa, đầu khoá, khóa trước,
		ngày thành lập, hồi, khi thành lập, lúc thành lập`))
	if isNumberAt(c, after+c.oneOf(after, listOnce("năm"))) {
		y := atMostFour(c.word(after + c.oneOf(after, listOnce("năm"))))
		of += max(0, min(1, m.k.plan.Resolution.Year-y)) * max(0, min(1, y-1900))
	}
	return of > 0 && (c.has(listOnce(`đến nay, tới nay, tới giờ, đến giờ, đến hiện nay, tới bây giờ, nay, tới đây`)) ||
		c.has(listOnce("cộng, dồn, gom, gộp, tích lũy, lũy kế, luỹ kế, tổng, tính")))
}

// tallied are those that nothing is but counted.
var tallied = sync.OnceValue(func() []string {
	return listOnce(`hộ, người, lượt, thẻ, hồ sơ, đơn, phiếu, suất, giấy phép, mã số, căn, căn hộ, khẩu, nhân khẩu,
		đồng hồ, buổi, ca, cuộc, hợp đồng, hạng mục, đầu người, đầu việc, nóc nhà, chỗ làm`)
})

// writers are what people do who make a table.
var writers = sync.OnceValue(func() []string {
	return listOnce(`lập, ký, phụ trách, theo dõi, cung cấp, kiểm tra, nhận, báo cáo, viết, tổng hợp, gửi, duyệt,
		soát, liên hệ, kèm, lưu, đính kèm, đầy đủ, hợp lệ`)
})

// countables are what figures count, beside those of titles.
var countables = sync.OnceValue(func() []string {
	return slices.Concat(populations, tallied(), listOnce(`nhân khẩu, số khẩu, thẻ, buổi, ca, lần, lượt, lượt người,
		đơn, hồ sơ, phiếu, sổ, giấy phép, suất, gói, chỗ, chỗ làm, việc, cuộc, em, cháu, cụ, căn, cái, chiếc, mét, ha,
		giấy, đồng hồ, quần chúng, công trình, dự án, lớp, phòng, tin bài, mô hình, vốn`))
})

// isOfOtherThing: a clause names what the figure counts, and that is not what is asked for:
// "nhân khẩu", "đây là số buổi tư vấn".
func (m matter) isOfOtherThing(c speech, alone bool) bool {
	points := c.oneOf(0, listOnce(`đây là, đây là số, là, là số, số này là, số này là số, số trên là, số trên là số,
		ở đây là, đây là tổng số, chỉ là, mới là, ghi số, tính số, lấy số, đếm số, tính trên, tính bằng, mới là số`))
	n := points
	if n == 0 {
		n = c.oneOf(0, listOnce("số, tổng số, con số"))
	}
	rest := speech{c.words[n:], c.bare}
	if len(rest.words) == 0 || isNumberWord(rest.words[0]) || c.has(besides()) || c.bare && points == 0 {
		return false
	}
	name := rest.oneOf(0, countables())
	whole := name == len(rest.words)
	tally := rest.oneOf(0, tallied()) > 0 && len(rest.words) <= 3 && !rest.has(writers())
	if n == 0 && !((whole || tally) && alone && (!c.isBody() || c.oneOf(0, populations) > 0)) {
		return false
	}
	if hasNumber(rest.words) || rest.oneOf(0, ofItself()) > 0 || rest.has(papersAndPhones()) && points == 0 {
		return false
	}
	asks := func(text string) bool {
		if strings.Contains(text, "lượt") && !m.said.speech.has([]string{"lượt"}) {
			return true
		}
		words := m.k.meaning(text)
		if len(words) == 0 { // "lượt" weighs nothing in a label
			return !m.said.speech.has([]string{text})
		}
		return len(beyond(words, m.askedWords())) > 0
	}
	return name > 0 && asks(strings.Join(rest.words[:name], " ")) || asks(rest.text())
}

var papersAndPhones = sync.OnceValue(func() []string {
	return listOnce(`quyết định, qđ, công văn, cv, văn bản, biên bản, phụ lục, điều, khoản, phố, ngõ, đường`)
})

// ofItself follow "số" and "là" where the figure is called what it is.
var ofItself = sync.OnceValue(func() []string {
	return listOnce(`liệu, thực, thực tế, thật, thực hiện, thực đạt, chính thức, cuối, cuối cùng, cuối năm,
		quyết toán, cả năm, toàn, đã chốt, chốt, đã duyệt, đã giải ngân, đã thực hiện, đã đối chiếu, chắc, đủ, đúng,
		chuẩn, hiện có, của, theo, do, năm, này, trên, :, ước, kết quả, tổng, cộng, bảng, không thay đổi, không đổi,
		chẵn, lẻ, tự, mới, cũ, người thực, điện thoại, đt, tại, ở, có, còn, do, vì, nơi, địa bàn, phường, quận, đơn vị`)
})

// mixesUp: others are among those counted, or some are counted twice.
func (m matter) mixesUp(c speech) bool {
	if c.isWithoutDoubles() || c.has(listOnce("không lẫn, không lặp, không đúp, không còn, hết lẫn")) {
		return false
	}
	if after := c.oneOf(0, listOnce("chưa có")); after > 0 && after < len(c.words) && !c.bare {
		of := speech{c.words[after:], c.bare}
		if of.population() > 0 && !m.k.isAsked(of, m.askedWords()) {
			return true
		}
	}
	among := listOnce(`còn lẫn, có lẫn, bị lẫn, lẫn, lọt, dính, chen, nhét, cộng dôi, dôi ra, còn dính,
		ghi thừa, tính thừa, đếm thừa, kê thừa, thừa`)
	if n := c.oneOf(0, listOnce(`trong này, trong này có, trong đó, ở đây, số này, trong số này, có,
		còn`)); c.oneOf(n, among) > 0 {
		return true
	}
	twice := listOnce(`bị đôi, ghi đôi, tính đôi, đếm đôi, kê đôi, lặp, đúp, đếm cả hai, tính cả hai, ghi hai,
		kê hai, ghi 2, kê 2, đếm 2, đếm hai, tính hai lần, trùng tên`)
	at, _ := c.find(0, twice)
	if at >= 0 && !c.bare && (at == 0 || c.oneOf(at-1, listOnce("không, chưa")) == 0) {
		return true
	}
	still := listOnce(`còn tên, vẫn tên, vẫn còn, còn ghi, vẫn ghi, vẫn để, còn để, vẫn nằm, còn nằm, còn nguyên,
		vẫn đếm, vẫn tính, chưa xóa, chưa xoá, chưa gạch, chưa bỏ`)
	if at, after := c.find(0, listOnce("cũng")); at > 0 && c.oneOf(after, listOnce(`kê, đếm, tính, kể, ghi, lấy,
		gộp`)) > 0 &&
		len(beyond(m.k.meaning(speech{c.words[:at], c.bare}.text()), m.askedWords())) > 0 {
		return true
	}
	inside := listOnce("trong này, trong số này, trong sổ, trong danh sách, ở trong này")
	if c.has(still) && (c.has(inside) || c.has(listOnce("sổ, danh sách, chưa xóa, chưa gạch, chưa xoá, chưa bỏ"))) {
		return true
	}
	return c.has(inside) && c.has(listOnce(`không có, không, chưa có, thiếu`)) && c.has(listOnce(`không có,
		không tính, thiếu`))
}

// isGuess: the figure was not counted: it is a guess, a sample made large, an example, a
// number put there so that something stands there.
func (m matter) isGuess(c speech) bool {
	if c.isHearsay() {
		return true
	}
	for at, after := c.find(0, guessing()); at >= 0; at, after = c.find(after, guessing()) {
		words := c.words[at:after]
		size := words[0] == "cỡ" && c.oneOf(after, listOnce("lớn, nhỏ, vừa, trung")) > 0
		asked := m.said.speech.has([]string{strings.Join(words, " ")})
		if !size && !asked && !c.isInName(at) &&
			!(c.bare && len(words) == 1) && (at == 0 || !slices.Contains([]string{"không",
			"đừng"}, c.words[at-1])) {
			return true
		}
	}
	for at, after := c.find(0, handling()); at >= 0; at, after = c.find(after, handling()) {
		if c.oneOf(after, carelessly()) > 0 || c.oneOf(after+1, carelessly()) > 0 && after < len(c.words) {
			return true
		}
	}
	return false
}

// isHearsay: somebody read, told or whispered the figure to who wrote it down, and nobody had a paper.
func (s speech) isHearsay() bool {
	at, after := s.find(0, listOnce("do, nghe, theo"))
	if s.bare || at < 0 {
		return false
	}
	at, said := s.find(after, listOnce("đọc, kể, nói, mách, nhắn"))
	return at >= 0 && at <= after+maxLead &&
		s.oneOf(said, listOnce(`qua, lại, miệng, cho, cho biết, cho nghe, thế, vậy,
			trong điện thoại, số qua, số cho`)) > 0
}

// isInName: the word stands in the name of something else: "phỏng vấn" is no guess.
func (s speech) isInName(i int) bool {
	for j := max(0, i-2); j <= i; j++ {
		if j+s.oneOf(j, listOnce(`phỏng vấn, chẩn đoán, chuẩn đoán, test nhanh, que test, quỹ dự phòng,
			y tế dự phòng, ngân sách dự phòng, dự phòng ngân sách, tiêm dự phòng, thuốc dự phòng, điều trị dự phòng,
			uống dự phòng, khuyết tật`)) > i {
			return true
		}
	}
	return false
}

var (
	guessing = sync.OnceValue(func() []string {
		return slices.Concat(doubting(), listOnce(`nhẩm, áng, áng chừng, đoán, phỏng, phỏng chừng, cỡ, cỡ chừng,
			chừng đó, chừng vậy, chừng ấy, cỡ đó, tầm đó, tầm ấy, độ chừng, chừng khoảng, khoảng chừng, khoảng đó,
			mang máng, trí nhớ, cảm tính, chọn mẫu, điều tra mẫu, suy từ, suy rộng, suy từ mẫu, từ mẫu, nhân lên,
			nhân rộng lên, quy rộng, giữ chỗ, bịa, phịa, điền bừa, bừa, cho có, cho đủ ô, cho đủ dòng,
			cho khỏi trống, thí dụ, ví dụ, giả sử, giả định, số giả, kiểm thử, chạy thử, test, demo, chắc khoảng,
			chắc cũng, chắc tầm, chắc cỡ, không cân, không đếm, không đo, chưa đo, chưa cân, chưa đếm, nghe nói,
			nghe đâu, theo lời, báo miệng, truyền miệng, không có căn cứ, chưa có căn cứ, thiếu căn cứ,
			có khả năng đạt, khả năng đạt, dự phòng`))
	})
	carelessly = sync.OnceValue(func() []string {
		return listOnce(`đại, đỡ, tạm, bừa, ẩu, đại khái, vội, trước, sẵn, cho có, cho đủ, thế đã, vậy đã, vậy thôi,
			chơi, thử, chay, qua loa, đại một`)
	})
	unsure = sync.OnceValue(func() []string { return slices.Concat(guessing(), listOnce("tạm, ước, dự kiến")) })
)

// isStillToCome: something is to be done to the figure, or another will come.
func isStillToCome(c speech) bool {
	if c.bare {
		return false
	}
	to := listOnce(`gửi, nộp, chỉnh, sửa, thay, đổi, điền, bổ sung, cập nhật, chốt, báo, tính, trình, duyệt,
		có số, có kết quả, số khác, số thật, số mới, số chính thức, số chắc, rà, soát, đối chiếu, kiểm,
		hoàn chỉnh`)
	if c.has(listOnce(`đã, rồi, sửa chữa, xong, bản giấy, bản cứng, bản ký, bản đóng dấu, văn bản, công văn,
		khen thưởng`)) || !c.has(to) {
		return false
	}
	if at, after := c.find(0, listOnce("sẽ")); at >= 0 && c.oneOf(after, to) > 0 {
		return true
	}
	if c.has(listOnce(`mai, mai mốt, mốt, hôm sau, tuần sau, tuần tới, tháng tới, kỳ tới, tháng sau, kỳ sau, đợt sau,
		lần sau, qua tuần, sang tuần, đầu tuần, cuối tuần, cuối tháng, qua tết, ra giêng, hết năm, khi nào, bao giờ,
		chừng nào, lúc nào, sau này, ít hôm, vài hôm, mấy hôm, vài ngày`)) {
		return true
	}
	if at, _ := c.find(0, to); c.words[len(c.words)-1] == "sau" && at < len(c.words)-1 {
		return true
	}
	return c.oneOf(0, listOnce("còn thay, còn sửa, còn chỉnh, còn đổi, còn điều chỉnh")) > 0
}

// isDisorder: something in the table stands in the wrong place.
func isDisorder(c speech) bool {
	disorder := listOnce(`nhầm, lệch, trật, sai, ngược, nhảy, thừa, dư, thiếu, đảo, đổi, tráo, so le, hư, hỏng,
		bỏ, lạc`)
	parts := listOnce(`dòng trên, dòng dưới, dòng này, dòng kia, dòng bên, cột bên, cột này, cột kia, ô này,
		ô bên, ô trên, ô dưới, hàng trên, hàng dưới, hàng này, cột kh, cột th, cột kế, dòng kế, hai dòng,
		2 dòng, hai cột, 2 cột, một dòng, một cột, 1 dòng, 1 cột, hai số, 2 số, hai ô, 2 ô, cho nhau, số 0,
		chữ số, công thức`)
	swapped := misplaced()
	if at, _ := c.find(0, listOnce("không, hết, đã sửa, không còn")); at == 0 && !c.has(swapped) {
		return false
	}
	named, ofPart := false, false
	for i, w := range c.words { // "dòng 1 và dòng 4", "cột 5"
		if c.oneOf(i, parts) > 0 || (w == "dòng" || w == "cột" || w == "mục") && isNumberAt(c, i+1) {
			named = true // and "số của dòng trên", but "mục 3 của nghị quyết"
			ofPart = ofPart || i > 0 && c.words[i-1] == "của"
		}
	}
	return c.has(swapped) && !c.bare || named && (ofPart || c.has(disorder))
}

// misplaced are words of a slip joined with those of what it befell.
var misplaced = sync.OnceValue(func() []string {
	all := listOnce(`hoán đổi, đổi chỗ, tráo, ngược nhau, nhầm chỗ, chỗ cho nhau, gõ nhầm, đánh nhầm, chép nhầm,
		dán nhầm, bấm nhầm, xếp nhầm, gõ sai, đánh sai, đánh máy, sai công thức`)
	for _, slip := range listOnce("nhầm, lệch, trật, sai, nhảy, trượt, thừa, dư, thiếu, lạc, đảo, tráo, lùi") {
		for _, part := range listOnce("dòng, cột, hàng, ô, số, chữ số, một dòng, một cột, một chữ số, một số") {
			if goods := part == "hàng" && slices.Contains([]string{"thừa", "dư", "thiếu"}, slip); !goods {
				all = append(all, slip+" "+part)
			}
		}
	}
	return all
})

// isRequest: the reader is asked to do something to the figure.
func isRequest(c speech) bool {
	if c.bare || c.has(listOnce("sửa chữa")) {
		return false
	}
	verbs := listOnce(`sửa, xem, chỉnh, đổi, dò, kiểm, bỏ, cộng, trừ, tính, thay, soát, rà, đối chiếu, cập nhật,
		xử lý, bổ sung, lấy`)
	ask := listOnce(`giúp, hộ em, hộ với, nhé, nha, nghen, xin, đừng, hãy, nhờ anh, nhờ chị, nhờ văn phòng,
		nhờ các, nhờ phòng, cho em`)
	last := len(c.words) - 1 // "tính hộ", but not "rà soát được 12 hộ"
	favour := last > 0 && c.words[last] == "hộ" && !isNumberWord(c.words[last-1])
	return c.has(verbs) && (favour || c.has(ask)) && !c.has(listOnce(`hộ gia đình, hộ dân, hộ nghèo, xin việc, nhờ đó,
		giúp hộ, giúp đỡ`))
}

// isByOwnRule: it was judged by the one who is judged, by a rule that is no more, or by words
// of the sender's own for what is asked.
func (m matter) isByOwnRule(c speech) bool {
	if c.bare {
		return false
	}
	if self := listOnce(`tự chấm, tự đánh giá, tự nhận, tự xếp, tự bình, tự phong, tự công nhận, tự khai,
		tự kê khai, tự cho`); c.has(self) && !m.said.speech.has(self) {
		return true
	}
	at, after := c.find(0, listOnce(`chuẩn, tiêu chí, cách tính, quy định, hướng dẫn, quy chế, thang điểm, bảng điểm,
		tiêu chuẩn, mức, văn bản, thông tư, quy ước, phương pháp, địa bàn, địa giới, đơn vị hành chính`))
	if (at >= 0 && (c.oneOf(after, listOnce(`cũ, trước, đã hết, hết hiệu lực, năm trước, riêng, của tổ, tự đặt`)) > 0 ||
		c.has(listOnce(`hết hiệu lực, không còn hiệu lực, hết hạn, đã bãi bỏ`))) || c.oneOf(0, listOnce(`trước sáp nhập,
			trước khi sáp nhập, trước chia tách,
			trước khi chia tách`)) > 0 || c.has(listOnce("bình chọn nội bộ, bình nội bộ, chấm nội bộ"))) &&
		!c.has(comparisons()) {
		return true
	}
	if at, after := c.find(0, listOnce(`hiểu là, được hiểu, coi là, coi như, xem là, xem như, tính là, kể là, là tính,
		quy ước là, cũng tính, cũng coi`)); at >= 0 {
		object := speech{c.words[after:], c.bare}
		other := func(words []string) bool {
			return len(beyond(m.k.meaning(strings.Join(words, " ")), m.askedWords())) > 0
		}
		return len(object.words) == 0 || other(object.words) || other(c.words[:at])
	}
	if n := c.oneOf(0, listOnce("tính từ, lấy từ, đếm từ, kể từ, tính cả từ")); n > 0 {
		if to, _ := c.find(n, listOnce("trở lên, trở xuống")); to > 0 {
			said := speech{c.words[n:to], c.bare}.text()
			return !strings.Contains(m.said.speech.text(), said)
		}
	}
	return len(c.words) > 1 && c.words[len(c.words)-1] == "thôi"
}

// isOnlyBegun: what was to be done is only being prepared.
func isOnlyBegun(c speech) bool {
	n := c.oneOf(0, listOnce("mới, mới chỉ, chỉ mới, đang, còn, còn đang, mới có, đang có, mới xong, mới được"))
	return n > 0 && !c.bare && c.oneOf(n, listOnce(`khảo sát, thiết kế, chủ trương, đấu thầu, chọn thầu, lập,
		xin, trình, đề xuất, đề nghị, đăng ký, giải phóng mặt bằng, chuẩn bị, dự kiến, hết, đến, tới, là, qua,
		xét, bình xét, phê duyệt, bàn, nộp, gửi, giao đất, khởi động, trên giấy, sơ tuyển, sơ khảo, vòng một,
		vòng 1`)) > 0
}

// corrects: something has to come off the figure or to be added to it.
func corrects(c speech) bool {
	if c.bare {
		return false
	}
	change := listOnce("bớt, bớt đi, trừ, trừ đi, giảm, giảm đi, cộng thêm, thêm, bù, rút, rút bớt, cộng, bỏ bớt")
	n := c.oneOf(0, listOnce("số này, con số này, số trên, chỗ này"))
	must := c.oneOf(n, listOnce("phải, cần, nên, còn phải, xin, cho"))
	k := c.oneOf(n+must, change)
	if k == 0 {
		return false
	}
	if must > 0 {
		return isNumberAt(c, n+must+k)
	}
	off := slices.Contains([]string{"ra", "đi", "lại", "nữa"}, c.words[len(c.words)-1])
	return isNumberAt(c, k) && (off || c.oneOf(0, listOnce("trừ đi, bớt đi, rút bớt, bỏ bớt")) == k)
}

// isMultiplier: no more than thousands or millions are named, of whatever it is.
func (m matter) isMultiplier(c speech) bool {
	n := c.oneOf(0, listOnce("đv, đvt, đơn vị, đơn vị tính, tính bằng, tính theo, ghi theo, theo, số"))
	n += c.oneOf(n, []string{":"})
	k := c.oneOf(n, listOnce("nghìn, ngàn, trăm, chục, triệu, tỷ, tỉ, vạn"))
	return k > 0 && n+k == len(c.words) && !c.bare && !slices.Contains(speechOf(m.said.ask.Unit).words, c.words[n])
}

// isAllTalk: a clause of a few words, all of which are words of talk about figures.
func isAllTalk(c speech) bool {
	done := c.word(0) == "đã" && c.oneOf(1, settlingActs()) > 0 // "đã sửa"
	if c.bare || done || len(c.words) > 7 || c.leavesAlone() || c.has(listOnce("khớp, đủ, xong")) {
		return false
	}
	heavy := false
	for i := 0; i < len(c.words); {
		n := c.oneOf(i, heavyTalk())
		heavy = heavy || n > 0
		if n == 0 {
			n = c.oneOf(i, lightTalk())
		}
		if n == 0 {
			return false
		}
		i += n
	}
	return heavy
}

var (
	heavyTalk = sync.OnceValue(func() []string {
		return listOnce(`ghi, điền, để, gõ, đánh, viết, nhập, sửa, chỉnh, thay, đổi, dán, chép, bê, dùng, lấy, bỏ,
			gửi, xem, nhớ, nghĩ, đoán, cũ, tạm, giả, sai, nhầm, lệch, ngược, trùng, lặp, đôi, thiếu, dư, hụt, chẵn,
			sót, bịa, bừa, đại, đỡ, chắc, cỡ, chừng, tầm, khoảng, áng, phỏng, nhẩm, hỏng, hư, bậy, ẩu, vội, lung tung,
			linh tinh, kỳ, lạ, vô lý, không ổn`)
	})
	lightTalk = sync.OnceValue(func() []string {
		return listOnce(`tính, đếm, cộng, báo, tiếp, nguyên, nói, em, anh, chị, mình, tôi, bên, này, đó, kia, vậy,
			thế, đây, ấy, trên, dưới, thôi, nhé, ạ, luôn, cả, hết, cho, có, rồi, mới, cũng, còn, số, dòng, cột, ô,
			bảng, biểu, bản, file, chưa, không, bị, được, là, thì, lại, đi, ra, lên, xuống, vào, theo, từ, quá, hơi,
			hơn, nữa, sau, trước, mai, giờ, nay, hôm, tháng, tuần, quý, hàng, chỗ, cái, con, một, hai, ba, nhau, với,
			và, của, đã, sẽ, đang, cứ, chỉ, nên, do, như, đúng, trật, →, <, -, >, ←, !, ...`)
	})
)

// withoutPointer is a remark without the arrow or the word by which it points at its figure.
func withoutPointer(remark string) string {
	rest := strings.TrimLeft(remark, "<>-=→←–*+ ")
	if head, after, ok := strings.Cut(rest, ":"); ok {
		if opensWith(viet.Fold(head), pointing) && wordCount(head) <= 3 {
			return strings.TrimSpace(after)
		}
	}
	return cmp.Or(strings.TrimSpace(rest), remark)
}

var pointing = phrases{"ghi chu", "luu y", "chu y", "chu thich"}
