package recognise

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"baocao/internal/viet"
)

// What stands around a table and speaks of the whole of it may say that its figures are no
// results of the report's year: a title or what is noted below it, the name of the sheet or of
// the file, what the pages print, a line among those who sign. This is the one place that tells
// it of any such text, wherever it stands.

// stance is what a text says that figures are.
type stance uint8

const (
	asExample   stance = 1 << iota // they show how to fill the table in
	asUnsettled                    // they may still change, or somebody doubts them
	asReplaced                     // nobody goes by them: withdrawn, replaced, kept in case
	asEstimated
)

// stands is what a text says so, whatever the figures are. A name is that of a sheet or a file,
// short and mostly without accents.
func (k *Knowledge) stands(l line) stance {
	switch {
	case l.folded == "" || len(l.text) > maxPlanTitle:
		return 0
	case k.memory == nil:
		return l.stands(k.plan.Resolution.Year)
	}
	return k.memory.stances.of(naming{l.text, l.name}, func(naming) stance {
		return l.stands(k.plan.Resolution.Year)
	})
}

// saying is the nearest text that says it.
func (r *reader) saying(around []line, as stance) *line {
	return sayingSo(around, func(l line) bool {
		return r.stands(r.withoutSender(l))&as != 0 || l.name && as&asReplaced&r.stands(l) != 0
	})
}

// withoutSender is a name without that of the sender, its words apart: "UOC2022" is "uoc 2022".
func (r *reader) withoutSender(l line) line {
	if !l.name {
		return l
	}
	whole := speechOf(strings.ReplaceAll(l.text, "_", " "))
	s := r.withoutOwnName(whole)
	if n := s.oneOf(0, bodyOpenings()); len(s.words) < len(whole.words) {
		if n < len(s.words) { // "bo phuong bac son": no office is left, and the word tells
			s.words = s.words[n:]
		}
	}
	rest := newName(s.text(), frame{})
	rest.row, rest.col = l.row, l.col
	return rest
}

func (l line) stands(this int) (as stance) {
	s := speechOf(l.text)
	if l.isExample(s) {
		as |= asExample
	}
	if s.isUnsettled() {
		as |= asUnsettled
	}
	wholly := l.name && s.oneOf(0, outOfUseWords()) == len(s.words) && len(s.words) > 1
	if l.name && disowned(l.text) || wholly || s.isReplaced() {
		as |= asReplaced
	}
	if l.estimates(this) {
		as |= asEstimated
	}
	return as
}

// isExample: "nháp" is a draft and "nhập" is not, "giả định" is no "gia đình".
func (l line) isExample(s speech) bool {
	lower := strings.ToLower(viet.Clean(l.text))
	says := func(word string) bool { return strings.Contains(lower, word) }
	return exampleTitles.in(l.folded) || s.has(examples()) || says("nháp") || says("giả định") ||
		l.name && (exampleNames.in(l.folded) || slices.Contains(tries, l.folded))
}

var examples = sync.OnceValue(func() []string {
	return list(`ví dụ, thí dụ, số liệu giả, số giả, số thử, số liệu thử, kiểm thử, chạy thử, nhập thử, điền thử,
		điền mẫu, số mẫu, số liệu mẫu`)
})

// isReplaced: a word for the figures or the paper they stand in, and right behind it one that takes
// it out of use: "bản đã thu hồi", but "kết quả thu hồi đất".
func (s speech) isReplaced() bool {
	if s.isOfBefore() {
		return true
	}
	for i := range s.words {
		n := s.oneOf(i, papersOfFigures())
		if n == 0 || s.bare && len(s.words[i:]) > maxName { // without accents only a short name tells
			continue
		}
		next := i + n
		for more := s.oneOf(next, besideEnds()); more > 0; more = s.oneOf(next, besideEnds()) {
			next += more
		}
		if n := s.oneOf(next, outOfUseWords()); n > 0 && (!s.bare || n > 1) && s.endsAt(next+n) {
			return true
		}
	}
	return false
}

// isOfBefore: a line says that the table under it is an earlier one's: "bảng này là của đợt trước".
func (s speech) isOfBefore() bool {
	n := s.oneOf(0, listOnce("đây, đây là, vẫn là"))
	papers := s.oneOf(n, papersOfFigures())
	if papers == 0 {
		return false
	}
	n += papers
	for more := 1; more > 0; n += more {
		more = s.oneOf(n, listOnce("này, trên, dưới, dưới đây, là, vẫn là, vẫn, còn là, chính là, lấy, lấy nguyên"))
	}
	return s.oneOf(n, listOnce(`của kỳ trước, của đợt trước, của lần trước, của nhiệm kỳ trước, của năm trước,
		của năm ngoái, của kỳ báo cáo trước, kỳ trước, đợt trước`)) > 0
}

// endsAt: what takes figures out of use has no object of its own: "bản lỗi, không dùng", but "số lỗi vi
// phạm", "báo cáo thu hồi đất".
func (s speech) endsAt(i int) bool {
	return i >= len(s.words) || viet.Fold(s.words[i]) == "" || isNumberWord(s.words[i]) ||
		s.oneOf(i, papersOfFigures())+s.oneOf(i, afterEnds())+s.oneOf(i, outOfUseWords())+s.oneOf(i, besideEnds()) > 0
}

var (
	afterEnds = sync.OnceValue(func() []string {
		return list(`rồi, nhé, nha, ạ, của, cho, do, vì, nên, không, từ, vào, khi, nếu, trước, sau, ngày, tháng, quý,
			năm, kỳ, lần, đợt, mẫu, theo, và, hoặc, nữa, thôi, bởi, bằng`)
	})
	papersOfFigures = sync.OnceValue(func() []string {
		return list("bản, biểu, bảng, số, số liệu, tệp, file, sheet, báo cáo, phiên bản, văn bản, tài liệu, bc")
	})
	besideEnds = sync.OnceValue(func() []string {
		return list("này, kia, đó, đã, bị, được, là, sẽ, đang, xin, vui lòng, đề nghị, trên, số liệu, chỉ, để, dùng")
	})
	outOfUseWords = sync.OnceValue(func() []string {
		return list(`thu hồi, hủy, huỷ, hủy bỏ, huỷ bỏ, bãi bỏ, bỏ, bỏ đi, thay, thay thế, thay bằng, thay bởi,
			hết hiệu lực, hết giá trị, không còn hiệu lực, không còn giá trị, không còn dùng, không dùng,
			không dùng nữa, không sử dụng, không lấy, dự phòng, dự trữ, phòng khi, sao lưu, cũ, lỗi, sai, hỏng, nhầm,
			gửi nhầm, loại, loại bỏ, tham khảo`)
	})
)

// estimates: the figures of the report's year are estimates. What stands before a year to come is
// of that year: "KẾT QUẢ NĂM 2022, DỰ KIẾN NĂM 2023".
func (l line) estimates(this int) bool {
	if !isEstimate(l.folded) {
		return false
	}
	var since []string
	says := func(words []string) bool {
		text := strings.Join(words, " ")
		return isEstimate(text) && !isPlan(targetsToCome.cutFrom(text)) && !targetsToCome.in(text)
	}
	for _, w := range strings.Fields(l.folded) {
		if y := atMostFour(w); len(w) == 4 && isYear(y) {
			if says(since) && y <= this {
				return true
			}
			since = nil
			continue
		}
		since = append(since, w)
	}
	return says(since)
}

// targetsToCome are what is expected of the years after.
var targetsToCome = phrases{"du kien ke hoach", "du kien chi tieu", "du kien nhiem vu", "nam sau", "nam toi",
	"nam tiep theo", "phuong huong", "du kien phuong huong"}

var (
	exampleTitles = phrases{"minh hoa", "so lieu gia dinh", "khong phai so lieu that", "huong dan ghi",
		"huong dan cach", "huong dan dien", "huong dan nhap", "cach ghi bieu", "cach dien bieu", "mo phong"}
	exampleNames = phrases{"vi du", "huong dan", "hd ghi", "hd dien", "hd nhap", "cach ghi", "cach dien", "minh hoa",
		"vd"}
	tries = []string{"demo", "example", "sample", "test", "draft"}
	// exampleSheets are sheets to be filled in, or to try; a file may be called after its form
	exampleSheets = []string{"mau", "bieu mau", "mau bieu", "nhap"}
)

// disowned: the name of a sheet or file says that nobody goes by it.
func disowned(name string) bool {
	s := speechOf(name)
	last := len(s.words) - 1
	name = viet.Clean(name)
	lower := strings.ToLower(name)
	if strings.Contains(lower, "(nhap)") || strings.Contains(lower, "nháp") || viet.HasPhrase(viet.Fold(name),
		"ban nhap") {
		return true
	}
	return s.has(unused) || last >= 0 && last < 4 && !s.bare && slices.Contains(outOfUse, s.words[last]) ||
		slices.ContainsFunc(strings.FieldsFunc(name, isBetweenParts), func(part string) bool {
			return isWorthless(strings.ToLower(part)) && !endsInPerson(part, name)
		})
}

// endsInPerson: the last word of a part is spelt as somebody's name, with a capital and no accents
// where others of the name are not: "bao cao Huy", "Phường Bắc Sơn (Hong)".
func endsInPerson(part, name string) bool {
	words := strings.Fields(part)
	last := words[len(words)-1]
	if slices.Contains(worthlessAccented, strings.ToLower(last)) || strings.ToUpper(last) == last ||
		!isCapitalised(last) {
		return false
	}
	words = strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) })
	return !speechOf(name).bare || slices.ContainsFunc(words, func(w string) bool { return !isCapitalised(w) })
}

// isBetweenParts: the mark ends a part of a name: "nam son (ban cu - bo)".
func isBetweenParts(r rune) bool { return strings.ContainsRune("()-–_,;[]+.", r) }

// isWorthless: a part of a name is nothing but a word that throws the figures away, or ends in
// one behind a word for them: "bo", "sai", "ban loi", "so cu".
func isWorthless(part string) bool {
	words := strings.Fields(viet.Fold(part))
	n := len(words)
	if n == 0 || n > 6 || !slices.Contains(worthless, words[n-1]) {
		return false
	}
	bare := viet.Fold(part) == strings.Join(strings.Fields(part), " ")
	if last := strings.Fields(part); !bare && !slices.Contains(worthlessAccented, last[len(last)-1]) {
		return false
	}
	return n == 1 || slices.Contains(figureNouns, words[n-2])
}

// Without accents a word may be another one ("bo" is "bộ" too): it has to stand alone.
var (
	worthless = []string{"tam", "bo", "cu", "loi", "sai", "hong", "nham", "huy", "xoa", "old", "wrong", "error",
		"delete",
		"backup", "bak", "nhap", "thua"}
	worthlessAccented = []string{"tạm", "bỏ", "cũ", "lỗi", "sai", "hỏng", "nhầm", "hủy", "huỷ", "xóa", "xoá", "nháp",
		"thừa",
		"old", "wrong", "error", "delete", "backup", "bak"}
	figureNouns = []string{"ban", "so", "lieu", "file", "tep", "sheet", "bieu", "bang", "mau", "bao", "cao", "bc",
		"lam",
		"dien", "gui", "phien"}
)

var unused = list("không dùng, không sử dụng, không lấy, bỏ đi, đã hủy, đã huỷ, đã thay thế")

var outOfUse = []string{"cũ", "bỏ", "hủy", "huỷ"}
