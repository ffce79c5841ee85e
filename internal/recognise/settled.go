package recognise

import (
	"slices"
	"sync"

	"baocao/internal/workbook"
)

// Figures become final by acts: somebody checks them, approves them, signs them. Of such an act a
// text says that it is done, "đã chốt", "chốt xong", or not yet, "chưa chốt", "chờ chốt". This is the
// one place that tells it, of titles, of names and of what is said beside a figure.

var (
	// settling is what makes figures final
	settling = sync.OnceValue(func() []string {
		return list(`xác nhận, thông qua, duyệt, phê duyệt, thẩm định, thẩm tra, rà soát, đối chiếu, chốt, ký, ký duyệt,
			kiểm tra, kiểm tra lại, soát, soát xét, nghiệm thu, thống nhất, kiểm kê, kiểm toán, kiểm chứng, xác minh,
			hoàn chỉnh, hoàn thiện, khóa sổ, khóa số, khoá sổ, rà`)
	})
	// granting is what somebody does whose word it is, on whatever day: "quận phê ngày 25/11"
	granting = sync.OnceValue(func() []string {
		return list(`phê, phê duyệt, duyệt, công nhận, công bố, xác nhận, thẩm định, ký, nghiệm thu, thống nhất,
			ban hành, thông qua, xét`)
	})
	// decided are all acts after which figures stay
	decided = sync.OnceValue(func() []string {
		return slices.Concat(settling(), granting(), list(`kiểm, kiểm lại, soát lại, rà lại, xem lại, hỏi lại,
			bàn giao, khớp, cập nhật đầy đủ, cập nhật đủ`))
	})
	// conclusions are the papers by which somebody settles them
	conclusions = sync.OnceValue(func() []string {
		return list(`kết luận, thông báo kết luận, biên bản xác nhận, biên bản thống nhất, quyết nghị,
			văn bản xác nhận`)
	})
	// signsOf are what settled figures bear or lead to
	signsOf = sync.OnceValue(func() []string {
		return list(`chữ ký, đóng dấu, con dấu, chính thức, ý kiến, trình, trình ký, biểu quyết, bỏ phiếu`)
	})
	// finals are what they are then
	finals = sync.OnceValue(func() []string {
		return list(`chính thức, chính xác, đầy đủ, hoàn chỉnh, cuối cùng, số chính thức, số liệu chính thức,
			số cuối cùng, số liệu cuối cùng`)
	})
	// partly make less of what is said to be done
	partly = sync.OnceValue(func() []string {
		return list(`một phần, phần nào, phần lớn, đa số, một số, vài, một nửa, phân nửa, nửa, sơ bộ, bước đầu, gần,
			hầu như, hầu hết, tương đối, tạm, cơ bản, miệng, nháp, đợt một, đợt 1, đợt đầu, lần 1, lần đầu, vòng một,
			vòng 1, từng phần`)
	})
	// undone take it back
	undone = sync.OnceValue(func() []string {
		return list(`chưa, không, chờ, đợi, đang, sẽ, đề nghị, trình, xin, cần, phải, trừ, riêng, chỉ, còn, ngoài`)
	})
)

// isPartly: what is said to be done, or to be so, is only in part.
func (s speech) isPartly() bool {
	for at, after := s.find(0, partly()); at >= 0; at, after = s.find(after, partly()) {
		short := s.bare && after == at+1
		if !short && s.oneOf(at, listOnce("tạm trú, tạm vắng, tạm ứng, gần đây")) == 0 {
			return true
		}
	}
	return s.ofAll()
}

// ofAll: some of all are named: "5/12 tổ".
func (s speech) ofAll() bool {
	for i := range s.words {
		if isNumberAt(s, i) && s.word(i+1) == "/" && isNumberAt(s, i+2) && s.oneOf(i+3, reporting()) > 0 {
			return atMostFour(s.words[i]) < atMostFour(s.words[i+2])
		}
	}
	return false
}

// isSettled: a clause opens with an act that is done: "đã được đối chiếu với sổ", "số liệu thẩm định xong".
func (s speech) isSettled() bool {
	n := s.oneOf(0, listOnce("số, số liệu, con số, số này, số trên, số liệu này, đây là số, các số, đều"))
	if had := s.oneOf(n, listOnce("đã có, có")); had > 0 && s.oneOf(n+had, conclusions()) > 0 {
		of := n + had + s.oneOf(n+had, conclusions()) // whose it is, and not what: "kết luận vi phạm"
		return (of == len(s.words) || s.oneOf(of, listOnce("của, ngày, số")) > 0 && s.at(of, "số này") == 0) &&
			!s.isPartly() && !s.has(changes()) && !s.has(undone())
	}
	if done := s.oneOf(n, listOnce("đã, đã được, được, đã có")); done > 0 {
		return s.oneOf(n+done, decided()) > 0 && !s.isPartly()
	}
	k := s.oneOf(n, decided())
	return k > 0 && s.oneOf(n+k, listOnce("xong, rồi, xong rồi, xong xuôi")) > 0 && !s.isPartly()
}

// isSettledInPart: an act that settles the figure is done of a part: "đã đối chiếu một nửa".
func (s speech) isSettledInPart() bool {
	done := s.oneOf(0, listOnce("đã, đã được, mới, được"))
	if done == 0 || s.bare || s.oneOf(done, settling()) == 0 {
		return false
	}
	for i := done + 1; i < len(s.words); i++ {
		if n := s.oneOf(i, partly()); n > 0 && i+n == len(s.words) {
			return true
		}
	}
	return false
}

// affirmsFigures: a line says that the figures are settled, by whom and when: "Số liệu đã được Chi cục
// Thống kê xác nhận", "Có chữ ký của lãnh đạo", "Số chính thức cả năm". It says nothing of whom they count.
func affirmsFigures(text string) bool {
	l := newLine(&workbook.Cell{Text: text}, frame{})
	s := speechOf(text)
	if l.stands(0) != 0 || s.has(undone()) || s.isPartly() || l.says.any(ofOtherPeriod|ofSeveralYears) ||
		len(s.words) > maxAffirming {
		return false
	}
	return slices.ContainsFunc(s.clauses(), func(c speech) bool {
		_, after := c.find(0, listOnce("đã, được, có, qua, theo, kèm"))
		if after < 0 {
			return false
		}
		done, _ := c.find(after, slices.Concat(settling(), signsOf()))
		return done >= 0
	})
}

// maxAffirming is how many words such a line has at most.
const maxAffirming = 24

// isUnsettled: a text over or under figures, or a name, says that somebody has still to settle them, that
// they will change, that they are doubted, or that they are one of several choices.
func (s speech) isUnsettled() bool {
	_, after := s.find(0, draft)
	return s.has(doubtsOf()) || s.has(drafts()) || after >= 0 && s.oneOf(after, papers) == 0 ||
		slices.ContainsFunc(s.clauses(), func(c speech) bool {
			return c.isPending() || c.isToChange() || c.isVariant()
		})
}

// isPending: an act that would settle the figures is not done yet, or they are not what it makes of them.
func (s speech) isPending() bool {
	leads, within := pendings(), maxLead
	if s.bare { // "dang ky" is "đăng ký", "cho" is "cho"
		leads, within = []string{"chưa", "chờ", "không"}, 1
	}
	for at, after := s.find(0, leads); at >= 0; at, after = s.find(after, leads) {
		for i := after; i < min(len(s.words), after+within); i++ {
			ofTime := s.bare && s.words[at] == "cho" && s.words[i] == "ky" // "cho kỳ này"
			if s.oneOf(i, settling())+s.oneOf(i, signsOf()) > 0 && !ofTime {
				return true
			}
		}
	}
	at, _ := s.find(0, denying)
	return at >= 0 && s.oneOf(at+s.oneOf(at, denying), finals()) > 0
}

// isToChange: the figures will be others.
func (s speech) isToChange() bool {
	at, after := s.find(0, changesAhead())
	return at >= 0 && s.oneOf(after, changes()) > 0 && s.at(after, "sửa chữa") == 0
}

// isVariant: "phương án 2", "kịch bản thấp".
func (s speech) isVariant() bool {
	at, after := s.find(0, variants)
	return at >= 0 && (isNumberAt(s, after) || s.oneOf(after, choices) > 0)
}

// isUnfinished: beside a figure, who gives it has still something to do with it, or another has to
// decide: a 0 is no result then.
func (s speech) isUnfinished() bool {
	for i := range s.words {
		n := s.oneOf(i, listOnce("chưa, chờ, đang, đang chờ, sẽ"))
		if n == 0 {
			continue
		}
		of := i + n + s.oneOf(i+n, listOnce("được, có, nhận được, kịp"))
		if s.oneOf(of, unfinished()) > 0 && (of > i+n || s.words[i] != "sẽ" || s.oneOf(of, listOnce("xét, họp")) > 0) {
			return true
		}
	}
	return s.has(listOnce(`chưa đủ, chưa đầy đủ, tạm tính, tạm lấy, tạm thời, tạm báo cáo, số tạm, sẽ có, đang chờ,
		còn thay đổi, sẽ thay đổi, có thể thay đổi, bổ sung sau, gửi sau, cập nhật sau, báo cáo sau, chưa nhận được`))
}

var (
	// pendings stand before what has not been done to figures yet
	pendings = sync.OnceValue(func() []string {
		return list(`chưa, chờ, đang chờ, đợi, đang, cần, sắp, chuẩn bị, xin, còn phải, phải, trước khi,
			không, không có, không được, thiếu`)
	})
	unfinished = sync.OnceValue(func() []string {
		return slices.Concat(settling(), list(`xét, bình xét, họp, thống kê, tổng hợp, báo cáo, gửi, nộp, công nhận,
			trình, phân công, đánh giá, xếp loại, cập nhật, điều tra, kết quả, quyết định, số liệu, cơ sở`))
	})
	changesAhead = sync.OnceValue(func() []string {
		return list(`sẽ, còn, còn phải, sẽ còn, có thể, có thể còn, có thể sẽ, còn có thể, đang, đang được, cần, phải,
			chờ, sẽ được, sẽ có`)
	})
	changes = sync.OnceValue(func() []string {
		return list(`thay đổi, điều chỉnh, chỉnh sửa, chỉnh lại, chỉnh, sửa, sửa đổi, bổ sung, cập nhật, biến động,
			tính lại, làm lại, gửi lại, báo cáo lại, báo cáo chính thức, số chính thức, bản chính thức`)
	})
	doubtsOf = sync.OnceValue(func() []string {
		return slices.Concat(doubting(), list("nghi ngờ, chưa chắc, không chắc, chưa rõ, không rõ"))
	})
	// doubting is what nobody says but of figures, in whatever remark
	doubting = sync.OnceValue(func() []string {
		return list(`phân vân, băn khoăn, chưa yên tâm, chưa tin, không tin, không dám chắc, chưa dám chắc, e rằng,
			hình như`)
	})
	drafts = sync.OnceValue(func() []string {
		return list(`bản thảo, số tạm, số liệu tạm, bản tạm, tạm thời, tạm lấy, tạm ghi, tạm điền, tạm báo cáo, tạm gửi,
			để tạm, ghi tạm, lấy tạm, gửi tạm, số nháp, bản nháp, số thô, số liệu thô, số liệu tham khảo,
			để tham khảo, lần đầu, lấy ý kiến, trước rà soát, trước thẩm định`)
	})
	draft, variants = list("dự thảo"), list("phương án, kịch bản")
	choices         = list("cao, thấp, trung bình, cơ sở, a, b, i, ii, iii, một, hai, ba")
	papers          = list(`nghị quyết, kế hoạch, quyết định, chương trình, đề án, luật, văn kiện, quy định, quy chế,
		nghị định, hướng dẫn, thông tư`)
)
