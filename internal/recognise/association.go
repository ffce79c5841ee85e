package recognise

import (
	"strings"
	"sync"

	"baocao/internal/viet"
)

// An association counts its own members, and those whom it helped itself: its table
// says nothing of all of a ward, even where a ward sends it.

// associations are those that need no more words than these.
var associations = sync.OnceValue(func() []string {
	return list(`công đoàn, liên đoàn lao động, đoàn thanh niên, đoàn tn, đoàn tncs, thanh niên cộng sản, đoàn phường,
	phường đoàn, đoàn xã, quận đoàn, chi đoàn, chi hội`)
})

// establishments within a unit bear its name and count their own: "TRẠM Y TẾ PHƯỜNG BẮC SƠN".
var establishments = sync.OnceValue(func() []string {
	return list(`trạm y tế, trạm, trường tiểu học, trường thcs, trường thpt, trường mầm non, trường, trung tâm,
	hợp tác xã, htx, công ty, chi nhánh, phòng khám, bệnh viện, quỹ tín dụng, ban quản lý, tiểu học, thcs, thpt,
	mầm non, nhà trẻ, nhóm trẻ, điểm trường, phân hiệu, nhà văn hóa, nhà văn hoá, thư viện, nhà máy, xí nghiệp,
	cty, dntn, doanh nghiệp tư nhân, cửa hàng, siêu thị, khách sạn, ngân hàng, bưu điện, nhà thuốc, nhà thờ, chùa,
	tổ hợp tác, liên hiệp, câu lạc bộ, clb, đồn, viện`)
})

// notBefore and notBehind are the words beside "hội" that make another thing of it.
var (
	notBefore = sync.OnceValue(func() []string {
		return list("xã, lễ, đại, quốc, cơ, vũ, dạ, ngày, các, giáo, dự, tại, trảy")
	})
	notBehind = sync.OnceValue(func() []string {
		return list("nghị, đồng, trường, thi, thao, nhập, thảo, ý, họp, viên, diễn, trại, chợ, chẩn, làng, tụ")
	})
)

// hasAssociation: a text names an association.
func (s speech) hasAssociation() bool {
	if s.has(associations()) {
		return true
	}
	for i := range s.words {
		if s.at(i, "hội") > 0 && i+1 < len(s.words) && !isMarkWord(s.words[i+1]) &&
			s.oneOf(i+1, notBehind()) == 0 && (i == 0 || s.oneOf(i-1, notBefore()) == 0) {
			return true
		}
	}
	return false
}

// papersOfOthers are the words after which a title names those whose paper it goes by, whom
// it is for, or who gave the figures.
var papersOfOthers = sync.OnceValue(func() []string {
	return list(`công văn, hướng dẫn, thông báo, đề nghị, chỉ đạo, căn cứ, kính gửi, gửi, nơi nhận, kèm theo,
	kế hoạch số, nghị quyết, quyết định, chương trình, phối hợp, theo mẫu, theo số liệu, số liệu do, cung cấp,
	tổng hợp từ, theo báo cáo, với`)
})

// isOfAssociation: the line is the letterhead or the title of an association, or the
// letterhead of an establishment.
func (l line) isOfAssociation() bool {
	if !associationHints().in(l.folded) || l.isOfLetter() {
		return false
	}
	s := speechOf(l.text)
	if s.oneOf(0, establishments()) > 0 {
		return true
	}
	if at, _ := s.find(0, papersOfOthers()); at >= 0 {
		s.words = s.words[:at]
	}
	return s.hasAssociation()
}

// associationHints tell the lines that may be of one from the many that cannot.
var associationHints = sync.OnceValue(func() phrases {
	hints := phrases{"hoi", "doan"}
	for _, kind := range establishments() {
		hints = append(hints, viet.Fold(kind))
	}
	return hints
})

// speaksOfAssociations: one is asked for, or it is who is asked.
func (t *taking) speaksOfAssociations() bool {
	asked := []string{t.ask.Label, t.ask.Note, t.ask.Measure.Name, t.ask.Measure.Basis, t.plan.Office.Issuer}
	if u := t.plan.Unit(t.unit); u != nil {
		asked = append(append(asked, u.Name), u.Aliases...)
	}
	s := speechOf(strings.Join(asked, " ; "))
	return s.hasAssociation() || s.has(establishments())
}

// sourcesOfHelp lead to where the money came from, or the help, that only some had.
var sourcesOfHelp = sync.OnceValue(func() []string {
	return list(`từ nguồn, từ nguồn vốn, từ vốn, bằng nguồn, bằng vốn, thông qua, qua vay, qua vốn, qua quỹ,
	qua ngân hàng, qua sàn, qua trung tâm, ủy thác qua, uỷ thác qua, nguồn vốn vay`)
})

// comesThrough: a title says by whose help those came about whom the figures count:
// "TỪ NGUỒN VỐN ỦY THÁC".
func (t *taking) comesThrough(s speech) bool {
	at, after := s.find(0, sourcesOfHelp())
	return at >= 0 && after < len(s.words) && len(beyond(meaning(s.clause(at).text()), t.askedWords())) > 0
}
