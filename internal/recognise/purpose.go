package recognise

import (
	"slices"
	"strings"

	"baocao/internal/viet"
)

// A line near a table may say what the table serves, which paper it stands for or comes with, or be a
// courtesy to whoever gets it. None of it speaks of figures.

// isOfPaper: a line is no more than one of those.
func (r *reader) isOfPaper(text string) bool {
	s := speechOf(strings.Trim(viet.Tidy(text), "()./ "))
	if r.opensReport(text) || s.isLaterEdition() {
		return true
	}
	if len(s.words) > maxOfPaper || s.has(takingTitlesBack()) || s.has(listOnce("trước, ngoái, cũ, nhưng, tuy, dự")) ||
		slices.ContainsFunc(s.years(), func(y int) bool { return y != r.plan.Resolution.Year }) {
		return false
	}
	return s.servesAReport() || s.standsForPaper() || s.isCourtesy() || comesWithIt(text)
}

// maxOfPaper is how many words such a line has at most; more may hold another matter.
const maxOfPaper = 16

// opensReport: the sentence with which a report begins, and not a word of the figures: "Xã Tân An báo cáo kết
// quả thực hiện các chỉ tiêu được giao như sau:".
func (r *reader) opensReport(text string) bool {
	rest := r.withoutSenderBefore(text)
	s := speechOf(rest)
	if rest == text {
		s.words = s.words[s.oneOf(0, listOnce(`đơn vị, đơn vị chúng tôi, chúng tôi, cơ quan, phòng, ban, phường, xã,
			thị trấn, văn phòng, đơn vị xin, chúng tôi xin`)):]
	}
	n := s.oneOf(0, listOnce("báo cáo, xin báo cáo, kính báo cáo, trân trọng báo cáo, xin kính báo cáo"))
	when := newName(s.text(), r.frame())
	return n > 0 && !when.says.any(ofOtherPeriod|ofSeveralYears) && !slices.ContainsFunc(when.years, func(y int) bool {
		return y != r.plan.Resolution.Year
	}) &&
		s.isAllFrom(n, listOnce(`kết quả, tình hình, số liệu, thực hiện,
		triển khai, triển khai thực hiện, hoàn thành, đạt được, các, những, một số, chỉ tiêu, nhiệm vụ, nội dung,
		công tác, nghị quyết, kế hoạch, chương trình, được giao, giao, đề ra, đã đề ra, theo, của, về, năm, trong năm,
		cả năm, đơn vị, mình, cụ thể, như sau, sau, sau đây, với, quận ủy, huyện ủy, thị ủy, thành ủy, tỉnh ủy,
		đảng ủy, cấp trên, phường, xã, quận, huyện, trên địa bàn, 6 tháng, 9 tháng, đầu năm, quý i, quý ii, quý iii,
		quý iv, và, chủ yếu, chính`))
}

// isLaterEdition: a line says that the paper is not the first, and that it stands for those before: "(Báo cáo lần
// hai, thay cho bản gửi ngày 5/12)". Which of them counts is told by the files themselves.
func (s speech) isLaterEdition() bool {
	clauses := s.clauses()
	return len(clauses) > 0 && !slices.ContainsFunc(clauses, func(c speech) bool {
		n := c.oneOf(0, listOnce("báo cáo, bản báo cáo, bản, biểu, bảng, biểu số liệu, báo cáo này, bản này, biểu này"))
		k := c.oneOf(n, listOnce("thay, thay thế, thay cho, thay thế cho"))
		if of := c.oneOf(n+k, papersBefore()); k > 0 && of > 0 {
			return n+k+of < len(c.words) && !c.isDayFrom(n+k+of)
		}
		return n == 0 || !(speech{slices.DeleteFunc(slices.Clone(c.words[n:]), isNumberWord), c.bare}).isAllOf(
			listOnce("lần, lần thứ, hai, ba, tư, bổ sung")) || c.at(len(c.words)-1, "1") > 0
	})
}

// papersBefore are those that a later one stands for.
func papersBefore() []string {
	return listOnce(`báo cáo đã gửi, bản đã gửi, biểu đã gửi, báo cáo trước, bản trước, báo cáo lần trước,
		bản lần trước, báo cáo lần 1, bản lần 1, báo cáo lần đầu, bản lần đầu, báo cáo gửi, bản gửi, báo cáo cũ,
		bản cũ, báo cáo đã gửi trước đó, bản đã gửi trước đó`)
}

// isDayFrom: from a word on nothing but a day is named.
func (s speech) isDayFrom(i int) bool {
	return (speech{slices.DeleteFunc(slices.Clone(s.words[i:]), isNumberWord), s.bare}).isAllOf(
		listOnce("ngày, hôm, tháng, năm, /, -"))
}

// servesAReport: "phục vụ hội nghị tổng kết", "dùng cho kỳ họp cuối năm".
func (s speech) servesAReport() bool {
	n := s.oneOf(0, listOnce("phục vụ, phục vụ cho, để phục vụ, dùng cho, để dùng cho, dùng để"))
	return n > 0 && s.oneOf(n, listOnce(`công tác, việc, hội nghị, cuộc họp, họp, kỳ họp, tổng kết, sơ kết, báo cáo,
		xây dựng báo cáo, viết báo cáo, đại hội, kiểm điểm, đánh giá, buổi làm việc`)) > 0
}

// standsForPaper: "tệp này thay bản giấy": the same on paper is no other figures.
func (s speech) standsForPaper() bool {
	n := s.oneOf(0, listOnce("biểu, bảng, bản, file, tệp, biểu này, bảng này, bản này, file này, tệp này"))
	k := s.oneOf(n, listOnce("thay cho, thay, thay thế, thay thế cho"))
	return n > 0 && k > 0 && s.isAllFrom(n+k, listOnce(`báo cáo giấy, bản giấy, giấy, báo cáo, văn bản, bằng văn bản,
		công văn, bản cứng, bằng giấy, bản in`))
}

// isCourtesy: "rất mong được quý phòng giúp đỡ", and nothing of figures.
func (s speech) isCourtesy() bool {
	n := s.oneOf(0, listOnce("rất mong, kính mong, mong, mong được, trân trọng, xin trân trọng, xin chân thành"))
	return n > 0 &&
		s.has(listOnce("quan tâm, giúp đỡ, chỉ đạo, hướng dẫn, ủng hộ, tạo điều kiện, phối hợp, cảm ơn, cám ơn")) &&
		!s.has(figureWords()) && !s.has(need[:1]) && !hasNumber(s.words)
}

// comesWithIt: a remark says that a paper comes with the table: "danh sách hộ gửi kèm".
func comesWithIt(text string) bool {
	s := speechOf(strings.Trim(viet.Tidy(text), "()./ "))
	n := s.oneOf(0, listOnce(`biểu, bảng, phụ lục, danh sách, biên bản, quyết định, hồ sơ, bản, tài liệu, bảng kê,
		file, tệp, có, có biểu, có bảng, có danh sách, có phụ lục`))
	last := len(s.words) - 2
	return n > 0 && last >= n && len(s.words) <= sentence && !hasNumber(s.words) && !s.has(denying) &&
		s.oneOf(last, listOnce("gửi kèm, kèm theo, đính kèm, đi kèm")) == 2
}

// isAllFrom: from a word on, all of a text is made of some.
func (s speech) isAllFrom(i int, some []string) bool {
	return i < len(s.words) && (speech{s.words[i:], s.bare}).isAllOf(some)
}
