package recognise

import (
	"slices"
	"strings"

	"baocao/internal/viet"
)

// isDraft: the line says that what is under it is not final.
func (l line) isDraft() bool {
	if !draftHints.in(l.folded) {
		return false
	}
	s := speechOf(l.text)
	if _, after := s.find(0, draft); after >= 0 && s.oneOf(after, papers) == 0 {
		return true
	}
	return s.has(drafts) || slices.ContainsFunc(s.clauses(), func(c speech) bool {
		at, after := c.find(0, variants)
		if at >= 0 && after < len(c.words) && (isNumberWord(c.words[after]) || c.oneOf(after, choices) > 0) {
			return true
		}
		at, _ = c.find(0, denying)
		return at >= 0 && c.oneOf(at+c.oneOf(at, denying), signed) > 0
	})
}

// disowned: the name of a sheet or file says that nobody goes by it.
func disowned(name string) bool {
	s := speechOf(name)
	last := len(s.words) - 1
	lower := strings.ToLower(viet.Clean(name))
	if strings.Contains(lower, "(nhap)") || strings.Contains(lower, "nháp") || viet.HasPhrase(viet.Fold(name),
		"ban nhap") {
		return true
	}
	return s.has(unused) || last >= 0 && last < 4 && !s.bare && slices.Contains(outOfUse, s.words[last]) ||
		slices.ContainsFunc(strings.FieldsFunc(lower, isBetweenParts), isWorthless)
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
	worthless = []string{"bo", "cu", "loi", "sai", "hong", "nham", "huy", "xoa", "old", "wrong", "error", "delete",
		"backup", "bak", "nhap", "thua"}
	worthlessAccented = []string{"bỏ", "cũ", "lỗi", "sai", "hỏng", "nhầm", "hủy", "huỷ", "xóa", "xoá", "nháp", "thừa",
		"old", "wrong", "error", "delete", "backup", "bak"}
	figureNouns = []string{"ban", "so", "lieu", "file", "tep", "sheet", "bieu", "bang", "mau", "bao", "cao", "bc",
		"lam",
		"dien", "gui", "phien"}
)

var unused = list("không dùng, không sử dụng, không lấy, bỏ đi, đã hủy, đã huỷ, đã thay thế")

var outOfUse = []string{"cũ", "bỏ", "hủy", "huỷ"}
