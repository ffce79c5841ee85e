package draft

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"baocao/internal/quantity"
)

// promise is a target as a sentence words it, and the tokens that it takes up.
type promise struct {
	sign     string // of the plan's language, ".." for a range; "" where no word tells it
	a, b     quantity.Number
	unit     string // "%", "hộ", "tỷ đồng"; as it is written
	rises    bool   // "tăng"
	falls    bool   // "giảm" by so much
	above    string // "vượt": the sign, where it is by so much and not over that level
	from, to int    // tokens, the last excluded
	unitAt   int    // first token of the unit; -1 for none
	level    bool   // to come down or up to it: "xuống còn 3%"
	bound    int    // token of a "trở lên" that stands farther behind: "60% số hộ trở lên"; 0 for none
	asks     []string
}

// beforeOther are the words before a number that is part of a name, a day or the
// number of a document.
var beforeOther = []string{"năm", "ngày", "tháng", "quý", "quí", "thứ", "loại", "cấp", "khóa", "khoá", "kỳ họp",
	"giai đoạn", "nhiệm kỳ", "điều", "khoản", "nghị quyết", "quyết định", "lớp", "lần", "chuẩn", "mức độ", "phụ lục",
	"tiêu chí", "nhóm", "vùng", "khu", "quốc lộ", "số", "chỉ tiêu", "đến năm", "thời kỳ", "đợt", "tầng lớp"}

// behindOther are the words behind a number that counts something else.
var behindOther = []string{"tuổi", "sao", "khâu", "nhiệm vụ", "chỉ tiêu", "nhóm chỉ tiêu", "nhóm nhiệm vụ", "trọng tâm",
	"đột phá", "mục tiêu", "giải pháp", "năm", "tháng", "ngày", "cấp", "lần", "lượt xem",
	"đại biểu", "vạn dân", "nghìn dân"}

// isOther: the number is part of a name, a day, the number of a document, or it
// counts something else than what is promised.
func isOther(all []token, i int) bool {
	t := all[i]
	behind := func(words string) bool {
		n := len(strings.Fields(words))
		return i >= n && said(all, i-n, words)
	}
	if t.aside {
		return true
	}
	if behind("xếp thứ") || behind("đứng thứ") || behind("hạng thứ") || behind("vị thứ") || behind("dân số") {
		return false // a place, a population
	}
	if behind("vượt chỉ tiêu") {
		return false // by so much
	}
	if slices.ContainsFunc(beforeOther, behind) {
		return true
	}
	if slices.ContainsFunc(behindOther, func(p string) bool { return said(all, i+1, p) }) {
		return true
	}
	isYear := func(t token) bool {
		return t.kind == number && len(t.text) == 4 && (t.text[:2] == "19" || t.text[:2] == "20") &&
			!strings.ContainsAny(t.text, ".,")
	}
	// "2016 - 2020", "2016 đến 2020"
	return isYear(t) && (i+2 < len(all) && all[i+1].is("-", "den") && isYear(all[i+2]) ||
		i >= 2 && all[i-1].is("-", "den") && isYear(all[i-2]))
}

// comparators stand right before a number, the longest first.
var comparators = []struct{ words, sign string }{
	{"giảm xuống còn dưới", "<"}, {"giảm xuống dưới", "<"},
	{"giảm còn dưới", "<"}, {"còn dưới", "<"}, {"xuống còn dưới", "<"}, {"xuống dưới", "<"},
	{"giảm xuống còn", "<="}, {"giảm còn", "<="}, {"xuống còn", "<="}, {"còn lại", "<="}, {"còn", "<="},
	{"giảm xuống", "<="}, {"xuống", "<="}, {"lên trên", ">"}, {"lên đến", ">="}, {"lên", ">="},
	{"không vượt quá", "<="}, {"không quá", "<="}, {"tối đa", "<="}, {"không cao hơn", "<="}, {"không trên", "<="},
	{"không thấp hơn", ">="}, {"không dưới", ">="}, {"không ít hơn", ">="},
	{"ít nhất", ">="}, {"tối thiểu", ">="}, {"đạt và vượt", ">="}, {"từ", ">="},
	{"cao hơn", ">"}, {"lớn hơn", ">"}, {"trên", ">"}, {"hơn", ">"}, {"vượt mức", ">"}, {"vượt", ">"},
	{"thấp hơn", "<"}, {"dưới", "<"}, {"khoảng", "+-"}, {">=", ">="}, {">", ">"}, {"<=", "<="}, {"<", "<"}, {"≥",
		">="}, {"≤", "<="},
	{"bằng", ""}, {"đạt", ""},
}

// plans are the words for what somebody is set.
var plans = []string{"du toan", "ke hoach", "chi tieu"}

// promises finds the targets of a sentence, from left to right.
func promises(all []token) []promise { return firstPromises(all, len(all)) }

// promised reports that a sentence has a target.
func promised(all []token) bool { return len(firstPromises(all, 1)) > 0 }

func firstPromises(all []token, most int) []promise {
	var out []promise
	for i := 0; i < len(all) && len(out) < most; i++ {
		if n, ok := fraction(all[i]); ok && !all[i].aside {
			p := promise{a: n, from: i, to: i + 1, unitAt: -1, asks: []string{"fraction"}}
			p.readUnit(all)
			p.readBefore(all)
			out = append(out, p)
			i = max(i, p.to-1)
			continue
		}
		if all[i].kind != number || isOther(all, i) {
			continue
		}
		if at := reached(all, i); at > 0 { // "từ 5% xuống còn 3%"
			p := promiseAt(all, at)
			p.from, p.level, p.rises, p.falls = i-1, true, false, false
			if p.from > 0 && (all[p.from-1].low == "giảm" || all[p.from-1].low == "tăng") {
				p.from--
			}
			out = append(out, p)
			i = max(at, p.to-1)
			continue
		}
		p := promiseAt(all, i)
		out = append(out, p)
		i = max(i, p.to-1)
	}
	return out
}

// reached is the number that is to be reached from the one at i; 0 for none.
func reached(all []token, i int) int {
	if i == 0 || all[i-1].low != "từ" {
		return 0
	}
	moved := false
	for k := i + 1; k < len(all) && k < i+8; k++ {
		switch t := all[k]; {
		case t.kind == number && moved && !t.aside:
			return k
		case t.kind == number, t.is(",", ";", ".", "("):
			return 0
		case t.low == "xuống" || t.low == "lên" || t.low == "còn":
			moved = true
		}
	}
	return 0
}

// fraction is the upper number of "12/18 thôn"; 30/6 is a day.
func fraction(t token) (quantity.Number, bool) {
	above, below, ok := strings.Cut(t.text, "/")
	if t.kind != code || !ok || strings.Contains(below, "/") {
		return quantity.Number{}, false
	}
	a, errA := quantity.Parse(above)
	b, errB := quantity.Parse(below)
	if errA != nil || errB != nil || a.Cmp(b) > 0 {
		return quantity.Number{}, false
	}
	return a, true
}

// promiseAt reads the target whose first number stands at i.
func promiseAt(all []token, i int) promise {
	p := promise{a: all[i].n, from: i, to: i + 1, unitAt: -1}
	doubt := all[i]
	percent := func() bool { return p.to < len(all) && all[p.to].is("%", "‰") }
	first := p.to
	if percent() {
		first++
	}
	if first+1 < len(all) && (all[first].is("-") || all[first].is("den")) && all[first+1].kind == number {
		p.sign, p.b, p.to = "..", all[first+1].n, first+2
		if p.a.Cmp(p.b) > 0 {
			p.a, p.b = p.b, p.a
		}
		if all[first+1].ambiguous {
			doubt = all[first+1]
		}
	}
	p.readUnit(all)
	// In running text a point before three digits separates thousands, but not
	// of a percentage; a comma before three digits may be either.
	if doubt.ambiguous && (p.unit == "%" || strings.Contains(doubt.text, ",")) {
		p.asks = append(p.asks, "number")
	}
	p.readBehind(all)
	p.readBefore(all)
	return p
}

// nouns are what is counted, folded, as units of measurement; the longest are looked for first.
var nouns = sync.OnceValue(func() []string {
	list := []string{"dang vien", "to chuc co so dang", "to chuc dang", "chi bo", "dang bo", "doanh nghiep",
		"hop tac xa",
		"truong hoc", "truong", "ho gia dinh", "ho dan", "ho", "luot lao dong", "lao dong", "nha van hoa", "mo hinh",
		"cong trinh", "du an", "vu viec", "vu", "thon", "to dan pho", "xa", "phuong", "nguoi", "hoi vien", "can nha",
		"can", "nha", "cong dan", "thanh nien", "hoc sinh", "giuong benh", "bac si", "san pham", "tuyen duong", "tuyen",
		"km", "ha", "m2", "m3", "tan", "ta", "kg", "con", "luot khach", "luot nguoi", "luot", "cuoc", "lop", "ca",
		"dien",
		"bac", "hang", "diem nong", "diem", "doan vien", "can bo", "hop dong", "ho so", "cong dong", "co so", "don vi",
		"tieu chi",
		"khu dan cu", "chot", "bo", "cay", "nghin tan", "trieu luot", "nghin luot", "trieu luot khach"}
	slices.SortFunc(list, func(a, b string) int { return len(b) - len(a) })
	return list
})

// readUnit takes the unit of measurement behind the number.
func (p *promise) readUnit(all []token) {
	i := p.to
	if i >= len(all) {
		return
	}
	take := func(n int) {
		p.unitAt = i
		var words []string
		for _, t := range all[i : i+n] {
			words = append(words, t.text)
		}
		p.unit, p.to = strings.Join(words, " "), i+n
	}
	if all[i].is("%", "‰") {
		take(1)
		if p.to+1 < len(all) && all[p.to].is("/") {
			p.to++
			if all[p.to].is("nam", "quy", "thang") {
				p.to++
			}
		}
		return
	}
	// Money and its scales: "tỷ đồng", "triệu đồng/người/năm", "nghìn tỷ đồng", "triệu USD".
	n := 0
	for i+n < len(all) && all[i+n].is("nghin", "ngan", "trieu", "ty", "ti", "tram", "dong", "usd", "trd") ||
		i+n < len(all) && n > 0 && strings.HasPrefix(all[i+n].fold, "dong/") {
		n++
	}
	if n > 0 && (n > 1 || !all[i].is("nghin", "ngan", "tram")) {
		take(n)
		return
	}
	// "bác sĩ/vạn dân", "giường bệnh/vạn dân"
	for n := 1; n <= 3 && i+n <= len(all) && all[i+n-1].kind == word; n++ {
		if strings.HasSuffix(all[i+n-1].fold, "/van") || strings.HasSuffix(all[i+n-1].fold, "/nghin") {
			take(min(n+1, len(all)-i))
			return
		}
	}
	for _, noun := range nouns() {
		if phrase(all, i, noun) {
			take(len(strings.Fields(noun)))
			return
		}
	}
	if i < len(all) && strings.Contains(all[i].fold, "/") && all[i].kind == word {
		take(1)
		return
	}
	if i < len(all) && all[i].kind == word &&
		!all[i].is("tro", "so", "va", "trong", "tren", "duoc", "o", "theo", "voi") {
		take(1)
		p.asks = append(p.asks, "unit")
	}
}

// readBehind reads what stands behind a number: "trở lên".
func (p *promise) readBehind(all []token) {
	for i := p.to; i < len(all) && i < p.to+9; i++ {
		if all[i].kind == number || all[i].is(";", ".", ":") {
			return
		}
		up, down := phrase(all, i, "tro len"), phrase(all, i, "tro xuong")
		if !up && !down {
			continue
		}
		// "hoàn thành tốt nhiệm vụ trở lên", "con thứ 3 trở lên" are names.
		if between := all[p.to:i]; has(between, "nhiem vu", "tot", "kha", "loai", "thu") {
			return
		}
		if p.sign == "" || p.sign == ">=" {
			p.sign = map[bool]string{true: ">=", false: "<="}[up]
		}
		if i > p.to {
			p.bound = i
		} else {
			p.to = i + 2
		}
		return
	}
}

// readBefore reads the words before a number: "ít nhất", "giảm còn", "tăng".
func (p *promise) readBefore(all []token) {
	back := func(words string) bool {
		n := len(strings.Fields(words))
		if p.from < n || !said(all, p.from-n, words) || p.from > n && all[p.from-n-1].low == "trở" {
			return false // "trở lên" is a grade's
		}
		p.from -= n
		return true
	}
	for found := true; found; {
		found = false
		for _, c := range comparators {
			if !back(c.words) {
				continue
			}
			found = true
			p.level = p.level || strings.Contains(c.words, "xuống") || strings.Contains(c.words, "còn") ||
				strings.Contains(c.words, "lên")
			if c.words == "vượt" || c.words == "vượt mức" {
				p.above = cmp.Or(p.sign, ">=")
			}
			switch {
			case p.sign == ".." && c.sign != "" && c.words != "từ":
				p.asks = append(p.asks, "range")
			case p.sign == "" || p.sign == ">=" && c.words != "từ" && c.sign != "":
				p.sign = c.sign
			}
			break
		}
	}
	for k := 3; k <= 8 && p.from >= k && p.above == ""; k++ { // "vượt dự toán thành phố giao 5%"
		at := p.from - k
		if all[p.from-k+2].kind != word {
			break
		}
		if of := slices.IndexFunc(plans, func(words string) bool { return phrase(all, at, "vuot "+words) }); of >= 0 &&
			(k == 3 || all[p.from-1].is("giao")) {
			p.above, p.from = cmp.Or(p.sign, ">="), at
		}
	}
	for k := 1; k <= 5 && p.from-k >= 0; k++ {
		t := all[p.from-k]
		if t.kind != word || t.aside {
			break
		}
		if t.low == "tăng" {
			p.rises, p.from = true, p.from-k
			break
		}
		if t.low == "giảm" {
			p.falls, p.from = true, p.from-k
			break
		}
		if !t.is("binh", "quan", "truong", "them", "tu", "it", "nhat", "tren", "toi", "thieu", "hang", "nam", "so") {
			break
		}
	}
}
