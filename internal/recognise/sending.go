package recognise

import (
	"slices"
	"strings"

	"baocao/internal/viet"
)

// Notes under a table tell who has sent and who has not, what of the sender's places is not in the
// figures, and which papers come later. The first two leave figures short; the last leave them alone.

// tellsOfMissing: a line says that a part is not in the figures near it, or that some have not sent
// theirs: "trong này chưa kể xóm mới", "hai tổ chưa nộp".
func tellsOfMissing(text string) bool {
	return slices.ContainsFunc(speechOf(withoutLead(text)).clauses(), func(c speech) bool {
		return c.leavesOutOfThese() || c.isUnsent()
	})
}

// leavesOutOfThese: "trong này", "bảng trên", and what is not in it yet.
func (s speech) leavesOutOfThese() bool {
	n := s.oneOf(0, listOnce(`trong này, trong đó, trong ni, trong nớ, trong số này, trong số trên, trong số đó,
		trong bảng, trong biểu, trong bảng này, trong biểu này, ở đây, ở trên,
		bảng trên, bảng này, biểu trên, biểu này, trên đây,
		số trên, số này`))
	if n == 0 {
		return false
	}
	n += s.oneOf(n, listOnce("còn, vẫn, vẫn còn, mới, cũng, thì, đều"))
	k := s.oneOf(n, listOnce(`chưa tính, chưa kể, chưa gồm, chưa bao gồm, chưa cộng, chưa có, chưa đếm, chưa gộp,
		chưa đưa, chưa nhập, không tính, không kể, không gồm, không bao gồm, không cộng, thiếu,
		sót, bỏ sót, khuyết, vắng`))
	return k > 0 && n+k < len(s.words) && !s.isInName(n) && (!s.bare || k > 1)
}

// unitLeftOut is the first word of the unit in which some rows count what a text leaves out of them: of
// "trong đó chưa gồm 41 lượt" those that count others know nothing.
func (s speech) unitLeftOut(rows []answered) string {
	if !s.leavesOutOfThese() {
		return ""
	}
	for i, w := range s.words {
		if !isNumberWord(w) || s.oneOf(i+1, reporting()) > 0 {
			continue
		}
		for _, a := range rows {
			if unit := firstWord(a.match.ask.Unit); s.at(i+1, unit) > 0 {
				return unit
			}
		}
	}
	return ""
}

// firstWord is that of a unit of measurement: "lượt lao động" are "lượt".
func firstWord(unit string) string {
	word, _, _ := strings.Cut(strings.ToLower(unit), " ")
	return word
}

// isUnsent: some of those whose figures are added up have not sent them.
func (s speech) isUnsent() bool {
	for i := range s.words {
		n := s.oneOf(i, reporting())
		if n == 0 {
			continue
		}
		i += n
		if isNumberAt(s, i) {
			i++
		}
		i += s.oneOf(i, listOnce("còn, vẫn, vẫn còn, này, kia, đó, đến nay, cũng"))
		not := s.oneOf(i, listOnce("chưa, không, chưa chịu, chưa kịp"))
		sent := s.oneOf(i+not, listOnce(`gửi, nộp, báo, báo cáo, có số, có số liệu, có báo cáo, gửi số, báo số,
			nộp số`))
		end := i + not + sent
		if not > 0 && sent > 0 && (end == len(s.words) ||
			s.oneOf(end, listOnce(`nên, số, số liệu, báo cáo, biểu, phiếu,
			về, lên, kịp, để, bổ sung, cho, đủ, nha, nhé, ạ, vì, do, còn`)) > 0) { // and not "chưa nộp thuế"
			return true
		}
	}
	return false
}

// isOfSending: a clause tells how punctual somebody was, or which papers of a time to come are sent
// later: "năm ngoái nộp muộn", "kế hoạch năm sau gửi ở biểu khác". It says nothing of figures.
func (k *Knowledge) isOfSending(c speech) bool {
	if c.has(listOnce(`số, số liệu, con số, lại, thay, sửa, chính thức, chưa, thiếu, tạm, ước, bổ sung, cập nhật, theo,
		tính`)) {
		return false
	}
	at, after := c.find(0, listOnce("gửi, nộp, báo cáo, trình"))
	if at < 0 {
		return c.oneOf(0, listOnce("rút kinh nghiệm, xin rút kinh nghiệm, mong thông cảm")) == len(c.words)
	}
	if k := c.oneOf(after, listOnce(`muộn, trễ, chậm, sớm, kịp, kịp thời, đúng hạn, đúng hẹn, hơi muộn,
		hơi trễ`)); k > 0 { // what became of it is another matter: "tổ 3 nộp muộn bỏ ra ngoài"
		rest := speech{c.words[after+k:], c.bare}
		goesOn := listOnce("do, vì, so với, hơn, mất, mong, xin, một, hai, vài, mấy, ngày")
		return len(rest.words) == 0 || rest.oneOf(0, goesOn) > 0 && !rest.has(listOnce("không, bỏ, ngoài, trừ"))
	}
	if c.has(listOnce("vào, nhầm, chung, cùng, không, bỏ, ô này, ở đây, biểu này, bảng này")) {
		return false
	}
	n := c.oneOf(0, listOnce(`kế hoạch, kh, chỉ tiêu, mục tiêu, dự toán, nhiệm vụ, phương hướng, biểu, biểu mẫu,
		báo cáo, đăng ký`))
	toCome := c.oneOf(n, listOnce(`năm sau, năm tới, kỳ sau, kỳ tới, quý sau, quý tới, tháng sau, tháng tới, tuần sau,
		tuần tới, năm tiếp theo`)) > 0 || k.isYearAfter(c, n)
	return n > 0 && toCome
}

// isYearAfter: the words at a place name a year after the report's.
func (k *Knowledge) isYearAfter(c speech, i int) bool {
	i += c.oneOf(i, listOnce("năm"))
	return isNumberAt(c, i) && isYearWord(c.words[i]) && atMostFour(c.words[i]) > k.plan.Resolution.Year
}

// withoutSending is a remark without the clauses of that kind.
func (k *Knowledge) withoutSending(remark string) string {
	if folded := viet.Fold(remark); !(phrases{"gui", "nop", "bao cao", "trinh"}).in(folded) {
		return remark
	}
	if left, some := k.withoutClauses(remark, k.isOfSending); some {
		return left
	}
	return remark
}
