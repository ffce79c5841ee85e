package recognise

import (
	"slices"
	"strings"

	"baocao/internal/viet"
)

// What headings and titles say of the figures under them. All of it works on
// folded text.

// noPlan are names and words that only look like those of a plan once the
// accents are gone or the context is lost: offices, programmes, "giáo dục".
var noPlan = phrases{"so voi ke hoach", "so voi du toan", "so voi muc tieu", "tai chinh ke hoach",
	"ke hoach tai chinh", "ke hoach va dau tu", "ke hoach dau tu", "ke hoach hoa", "muc tieu quoc gia",
	"giao thong", "giao duc", "giao vien", "giao xu", "ton giao", "ban giao", "chuyen giao",
	"giao luu", "giao ban", "giao dich", "giao uoc", "giao quan", "ket qua thuc hien ke hoach",
	"tinh hinh thuc hien ke hoach", "ket qua thuc hien muc tieu", "ket qua thuc hien kh"}

// noEstimate are the words in which "ước" is an agreement.
var noEstimate = phrases{"huong uoc", "quy uoc", "cong uoc", "giao uoc", "dieu uoc", "uoc mo"}

// noResult are the words that announce results, or cite a paper.
var noResult = phrases{"ke hoach thuc hien", "phai thuc hien", "giao thuc hien", "dang ky thuc hien",
	"du kien thuc hien", "thuc hien cong van", "thuc hien huong dan", "thuc hien y kien chi dao"}

// phrases are words that stand together.
type phrases []string

func (p phrases) in(folded string) bool {
	return slices.ContainsFunc(p, func(phrase string) bool { return viet.HasPhrase(folded, phrase) })
}

// cutFrom takes the phrases out of a text; what stood on either side is not joined.
func (p phrases) cutFrom(folded string) string {
	if !p.in(folded) {
		return strings.TrimSpace(folded)
	}
	rest := " " + folded + " "
	for _, phrase := range p {
		rest = strings.ReplaceAll(rest, " "+phrase+" ", " | ")
	}
	return strings.TrimSpace(rest)
}

var (
	planWords      = phrases{"ke hoach", "kh", "muc tieu", "duoc giao", "giao", "phan dau", "du toan"}
	planTitleWords = phrases{"ke hoach", "muc tieu", "duoc giao", "chi tieu giao", "giao chi tieu", "phan bo chi tieu",
		"phan dau", "du toan", "dang ky chi tieu", "dang ky thi dua", "dang ky thuc hien", "dang ky nhiem vu",
		"phan khai", "phuong an giao", "phuong an phan bo", "du kien giao", "du kien phan bo", "so giao", "ct giao",
		"kh giao", "giao kh", "giao so", "giao cho", "giao dau nam"}
	// expectedPlans are plans that are not final yet, and no estimates of results.
	expectedPlans = phrases{"du kien giao", "du kien phan bo", "du kien ke hoach", "du kien kh", "du kien chi tieu"}
	resultWords   = phrases{"ket qua", "thuc hien", "th", "dat duoc", "tinh hinh", "tong ket", "so ket", "quyet toan"}
)

// isPlan: a heading over what was to be achieved.
func isPlan(folded string) bool {
	return planWords.in(noPlan.cutFrom(folded))
}

// isPlanTitle: a title speaks of a plan. Words as short as "giao" or "kh" say
// that in a heading only.
func isPlanTitle(folded string) bool {
	return planTitleWords.in(noPlan.cutFrom(folded))
}

// isOfResults: heading or title speaks of what was achieved.
func isOfResults(folded string) bool {
	return resultWords.in(noResult.cutFrom(folded))
}

// estimateWords are those of figures given before the year was over.
var estimateWords = phrases{"uoc", "du kien", "kha nang thuc hien", "so bo", "du bao", "tam tinh", "du tinh"}

// estimateLeads are what stands before a number that is an estimate, or before what
// a remark says of one.
var estimateLeads = phrases{"uoc", "uoc dat", "uoc tinh", "uoc thuc hien", "uoc th", "du kien", "du kien dat", "so bo",
	"tam tinh", "so uoc", "so lieu uoc", "so uoc tinh", "so lieu uoc tinh"}

// maxEstimateLead is how many words the longest of them has.
const maxEstimateLead = 4

// isEstimate: figures given before the year was over.
func isEstimate(folded string) bool {
	return estimateWords.in(noEstimate.cutFrom(folded))
}

// isPartOfYear: words of other months than the report's.
func isPartOfYear(folded string, of frame) bool {
	return slices.ContainsFunc(steps(folded, of),
		func(s step) bool { return s.says.any(ofOtherPeriod | ofSeveralYears) })
}
