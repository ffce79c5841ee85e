package draft

import (
	"cmp"
	"slices"
	"strings"

	"baocao/internal/viet"
)

// times are when something is to be reached, at the end of what stands before it.
var times = []string{"đến cuối năm", "đến hết năm", "cuối năm", "bình quân mỗi năm", "bình quân hằng năm",
	"bình quân hàng năm", "mỗi năm", "hằng năm", "hàng năm"}

// withoutTime leaves out by when it is to be: "đến cuối năm", "đến 31/12/2027,".
func withoutTime(before string) string {
	all := lex(before)
	n := len(all)
	if n > 0 && all[n-1].is(",") {
		n--
	}
	if n > 1 && all[n-1].kind == code && all[n-2].is("den", "ngay") {
		n -= 2
		if n > 0 && all[n-1].is("den") {
			n--
		}
	}
	for _, words := range times {
		if k := len(strings.Fields(words)); n >= k && said(all, n-k, words) {
			n -= k
			break
		}
	}
	if n == len(all) || n == len(all)-1 && all[n].is(",") {
		return before
	}
	return strings.TrimSpace(before[:tokenFrom(all, n, len(before))])
}

// moving is the verb that a clause begins with where something is to fall or rise,
// and what that is.
func moving(before string) (verb, what string) {
	all := lex(nameOf(before))
	if len(all) < 2 || all[0].low != "giảm" && all[0].low != "tăng" {
		return "", ""
	}
	switch all[1].low { // words of two syllables
	case "cường", "trưởng", "nghèo", "thiểu", "trừ", "tốc":
		return "", ""
	}
	return all[0].low, strings.TrimSpace(nameOf(before)[all[1].from:])
}

// rates begin the name of a rate of change.
var rates = []struct{ words, verb string }{{"tốc độ tăng trưởng", "tăng"}, {"tốc độ tăng", "tăng"},
	{"tăng trưởng", "tăng"}, {"mức tăng", "tăng"}, {"mức giảm", "giảm"}, {"tốc độ giảm", "giảm"},
	{"tỷ lệ giảm", "giảm"}}

// rateOf is what a rate of change is of: "Tốc độ tăng giá trị sản xuất".
func rateOf(name string) (verb, of string) {
	all := lex(name)
	for _, r := range rates {
		if n := len(strings.Fields(r.words)); said(all, 0, r.words) && len(all) > n {
			return r.verb, strings.TrimSpace(name[all[n].from:])
		}
	}
	return "", ""
}

// setPlan is the plan that a percentage is of, as the first words behind it name it.
func setPlan(after string) (label string, ok bool) {
	all := lex(after)
	for i, words := range plans {
		if phrase(all, 0, words) || phrase(all, 0, "so voi "+words) {
			return []string{"Dự toán", "Kế hoạch", "Chỉ tiêu"}[i] + " giao năm {nam}", true
		}
	}
	return "", false
}

// amounts begin the name of something that is measured and not counted.
var amounts = []string{"so", "khoi luong", "san luong", "dien tich", "gia tri", "tong", "von", "doanh thu", "muc",
	"chieu dai", "cong suat"}

// amountOf is the label of an amount: "Số hộ nghèo", "Khối lượng rác thải".
func amountOf(what string) string {
	folded := viet.Fold(what)
	if slices.ContainsFunc(amounts, func(a string) bool { return strings.HasPrefix(folded, a+" ") }) {
		return viet.UpperFirst(what)
	}
	return "Số " + viet.LowerFirst(what)
}

// name is what a promise is about.
func (d *Draft) name(c clause, before, after string, p promise) string {
	after = strings.TrimSpace(strings.TrimRight(after, ".;,"))
	if rest, ok := cutFold(after, "so voi"); ok && (p.rises || p.falls) {
		after = rest
	}
	if p.above != "" {
		after = cutPlan(after)
	}
	name := nameOf(before)
	percent := p.unit == "%" || p.unit == "‰"
	if _, ofPlan := setPlan(after); percent && (ofPlan || phrase(lex(after), 0, "so voi")) && !p.rises && !p.falls &&
		!strings.HasSuffix(viet.Fold(name), "hoan thanh") {
		after = ""
	}
	switch {
	case percent && after != "" && slices.Contains(keeping, strings.ToLower(name)):
		name = "Tỷ lệ " + viet.LowerFirst(after)
	case name == "" && after != "" && (p.rises || p.falls) && !percent && p.unitAt >= 0: // "giảm 12 hộ nghèo"
		name = "Số " + viet.LowerFirst(p.unit+" "+after)
	case name == "" && after != "" && (p.rises || p.falls):
		name = viet.UpperFirst(after)
	case name == "" && percent && after != "":
		name = "Tỷ lệ " + viet.LowerFirst(after)
	case percent && name == "Có" && after != "": // "Có 90% tổ chức đảng hoàn thành ..."
		name = "Tỷ lệ " + viet.LowerFirst(after)
	case percent && after != "" && !p.rises && !p.falls && !strings.HasPrefix(viet.Fold(after), "tro len"):
		if startsVerb(name) || strings.HasPrefix(viet.Fold(name), "trong do") || len(strings.Fields(name)) < 3 {
			name += " " + strings.TrimSpace(after)
		}
	case !percent && name == "" && p.unitAt >= 0 && c.context == "":
		name = "Số " + viet.LowerFirst(p.unit+" "+after)
	case !percent && (startsVerb(name) || name == "Có" || lacksObject(name, before, p)) && p.unitAt >= 0:
		if name == "Có" {
			name = "Số"
		}
		name += " " + viet.LowerFirst(p.unit)
		if after != "" {
			name += " " + after
		}
	}
	name = strings.TrimSpace(strings.TrimRight(nameOf(name), " ,.;:"))
	short := len(strings.Fields(name)) < 2
	shareOf := strings.Contains(viet.Fold(c.context), "co cau") || strings.Contains(viet.Fold(c.context), "ty trong")
	switch {
	case name == "" || short && !shareOf && c.context != "" && len(strings.Fields(c.context)) > 1:
		return strings.TrimSpace(nameOf(c.context) + " " + viet.LowerFirst(name))
	case shareOf && percent:
		return "Tỷ trọng " + viet.LowerFirst(name)
	}
	return name
}

// cutPlan leaves out which plan it is: "dự toán thành phố giao năm 2026".
func cutPlan(s string) string {
	all := lex(s)
	for _, words := range plans {
		if !phrase(all, 0, words) {
			continue
		}
		n := len(strings.Fields(words))
		if i := find(all, "giao"); i >= 0 {
			n = i + 1
		}
		if phrase(all, n, "nam") && n+1 < len(all) && all[n+1].kind == number {
			n += 2
		}
		return strings.TrimSpace(s[tokenFrom(all, n, len(s)):])
	}
	return s
}

// verbs begin a name that needs its object.
var verbs = []string{"ket nap", "thanh lap", "giai quyet", "xay dung", "hoan thanh", "dao tao", "tao viec lam", "trong",
	"sua chua",
	"ho tro", "phat trien", "thu hut", "dau tu", "to chuc", "co", "dat",
	"phan dau", "giu vung", "nang cap", "cong nhan", "duy tri"}

func startsVerb(name string) bool {
	folded := viet.Fold(name)
	return slices.ContainsFunc(verbs, func(v string) bool {
		return folded == v || strings.HasPrefix(folded, v+" ") &&
			len(strings.Fields(folded)) <= len(strings.Fields(v))+1
	})
}

// keeping are verbs of keeping or having that are no part of a rate's name.
var keeping = []string{"duy trì", "giữ vững", "bảo đảm", "đảm bảo", "phấn đấu có", "giữ", "tiếp tục duy trì"}

// lacksObject: "Kiểm tra 10 tổ chức đảng", "Xóa 15 nhà tạm" name nothing without
// what is counted.
func lacksObject(name, before string, p promise) bool {
	folded := viet.Fold(name)
	measured := slices.Contains([]string{"con", "ha", "km", "m2", "m3", "tan", "ta", "kg", "diem", "bac", "hang"},
		viet.Fold(p.unit))
	return name != "" && len(strings.Fields(name)) <= 2 && !strings.HasSuffix(before, ":") && !measured &&
		slices.Contains(nouns(), viet.Fold(p.unit)) &&
		!slices.ContainsFunc(amounts, func(a string) bool { return strings.HasPrefix(folded+" ", a+" ") })
}

func cutFold(s, words string) (before string, ok bool) {
	all := lex(s)
	if i := find(all, words); i >= 0 {
		return strings.TrimSpace(s[:all[i].from]), true
	}
	return s, false
}

// fillers stand at the ends of a name and are none of it.
var fillers = []string{"phấn đấu đạt", "phấn đấu", "ước đạt", "đạt tỷ lệ", "đạt tỉ lệ", "đạt", "là", "chiếm", "và",
	"bằng", "với", "cho", "mức", "ở mức", "ở", "trong", "trong đó"}

// leads are fillers that may stand at the beginning of a name.
var leads = []string{"phấn đấu đạt", "phấn đấu", "ước đạt", "và"}

// nameOf tidies a name: no verbs of promising at its ends, a capital at its beginning.
func nameOf(s string) string {
	trim := func(s string) string { return strings.Trim(strings.TrimSpace(s), " ,.;:-") }
	s = trim(s)
	for changed := true; changed; {
		changed = false
		all := lex(s)
		for _, f := range fillers {
			if n := len(strings.Fields(f)); len(all) >= n && said(all, len(all)-n, f) {
				s, changed = trim(s[:all[len(all)-n].from]), true
				break
			}
		}
		if changed {
			continue
		}
		for _, f := range leads {
			if n := len(strings.Fields(f)); len(all) > n && said(all, 0, f) {
				s, changed = trim(s[all[n].from:]), true
				break
			}
		}
		if rest, ok := cutYear(s); ok && !changed {
			s, changed = rest, true
		}
	}
	return viet.UpperFirst(s)
}

// cutYear leaves out "năm 2022" at the end of a name: the year is the plan's.
func cutYear(s string) (string, bool) {
	f := strings.Fields(s)
	if n := len(f); n > 2 && viet.Fold(f[n-2]) == "nam" && len(f[n-1]) == 4 && isDigit(f[n-1][0]) {
		return strings.Join(f[:n-2], " "), true
	}
	return s, false
}

func joinName(c clause, all []token, from, to int) string {
	name := strings.TrimSpace(c.text[all[from].from:tokenFrom(all, to, len(c.text))])
	return cmp.Or(name, c.context)
}

// counts is what a text counts: the first noun known in it, as it is written.
func counts(text string) (unit string, known bool) {
	all := lex(beforeAside(text))
	first := 0
	if phrase(all, 0, "dien tich") { // no "diện"
		first = 2
	}
	for i := first; i < len(all); i++ {
		for _, noun := range nouns() {
			n := len(strings.Fields(noun))
			if n == 1 && i > 0 && !all[i-1].is("so", "cac", "moi", "tong", "nhung") {
				continue // "nhiệm vụ" counts no cases
			}
			if phrase(all, i, noun) {
				return viet.LowerFirst(text[all[i].from:all[i+n-1].to]), true
			}
		}
	}
	if len(all) > 1 {
		return viet.LowerFirst(text[all[0].from:all[min(1, len(all)-1)].to]), false
	}
	return "trường hợp", false
}

// countedIn is what a name counts; "" where that is not known.
func countedIn(name string) string {
	unit, known := counts(name)
	if !known {
		return ""
	}
	return unit
}

// money is the unit of an amount of money; "" for what is none.
func money(name string) string {
	folded := viet.Fold(name)
	for _, w := range []string{"gia tri", "doanh thu", "thu ngan sach", "thu can doi", "chi ngan sach", "von",
		"kim ngach",
		"tong san pham", "grdp", "thu nhap", "dau tu", "du no", "tong muc", "san xuat", "thu noi dia"} {
		if viet.HasPhrase(folded, w) {
			return "triệu đồng"
		}
	}
	return ""
}
