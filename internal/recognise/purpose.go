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
	if len(s.words) > maxOfPaper || s.has(takingTitlesBack()) || s.has(listOnce("trước, ngoái, cũ, nhưng, tuy, dự")) ||
		slices.ContainsFunc(s.years(), func(y int) bool { return y != r.plan.Resolution.Year }) {
		return false
	}
	return s.servesAReport() || s.standsForPaper() || s.isCourtesy() || comesWithIt(text)
}

// maxOfPaper is how many words such a line has at most; more may hold another matter.
const maxOfPaper = 16

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
