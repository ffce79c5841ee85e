package recognise

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"baocao/internal/returns"
	"baocao/internal/viet"
)

// What a line of narrative is the title of is read by a grammar of known words:
// every word of it must be known, and one of them name a kind. A wording that
// nobody thought of is asked about; it is never text of the block before.

// blockTitle is what a title says of the text under it; no kinds for a line that
// is no title, several for one over texts of several kinds.
type blockTitle struct {
	kinds []returns.Kind
	weak  bool // "Kết quả ..." alone, which titles of whole documents say too
}

func (t blockTitle) known() bool { return len(t.kinds) > 0 }

// only is the one kind a title names; "" for none and several.
func (t blockTitle) only() returns.Kind {
	if len(t.kinds) == 1 {
		return t.kinds[0]
	}
	return ""
}

// wordRole is what a phrase does in a title.
type wordRole int8

const (
	unknownWord wordRole = iota
	besideWord           // changes nothing
	joinsWord            // another part begins
	resultWord           // "kết quả": achievements, where nothing limits it
	doneWord             // achievements
	stressWord           // makes an achievement of "kết quả"
	lackWord             // limitations
	causeWord
	remedyWord // solutions
	taskWord   // "nhiệm vụ": solutions beside a word of theirs, or of what is to come
	comingWord // of what is to come
)

// titlePhrases are the words of titles, folded. Longer ones win.
var titlePhrases = []struct {
	role    wordRole
	phrases phrases
}{
	{joinsWord, phrases{"va"}},
	{resultWord, phrases{"ket qua"}},
	{stressWord, phrases{"noi bat", "dat duoc", "da dat duoc", "chu yeu", "tieu bieu", "quan trong", "co ban",
		"buoc dau", "tich cuc", "noi troi"}},
	{doneWord, phrases{"uu diem", "uu", "mat manh", "diem manh", "thanh tich", "thanh tuu", "thanh cong", "mat duoc",
		"lam duoc", "da lam duoc", "da lam", "mat tot", "lam tot", "diem sang", "diem noi bat", "da hoan thanh",
		"da thuc hien", "da thuc hien duoc", "da trien khai", "da dat", "mat tich cuc", "tien bo"}},
	{lackWord, phrases{"han che", "ton tai", "khuyet diem", "khuyet", "nhuoc diem", "nhuoc", "yeu kem", "yeu", "kem",
		"bat cap", "kho khan", "vuong mac", "thieu sot", "sai sot", "chua lam duoc", "chua lam", "chua dat duoc",
		"chua dat", "chua duoc", "chua hoan thanh", "chua thuc hien duoc", "chua thuc hien", "chua trien khai duoc",
		"chua trien khai", "chua lam tot", "chua tot", "khong dat", "khong dat duoc", "khong hoan thanh",
		"khong lam duoc", "khong thuc hien duoc", "ton dong", "mat yeu", "diem yeu", "thach thuc", "tro ngai",
		"rao can", "diem nghen", "can tro", "cham tien do"}},
	{causeWord, phrases{"nguyen nhan", "ly do"}},
	{remedyWord, phrases{"giai phap", "kien nghi", "de xuat", "de nghi", "phuong huong", "bien phap", "huong khac phuc",
		"dinh huong", "phuong an khac phuc", "cach khac phuc"}},
	{taskWord, phrases{"nhiem vu"}},
	{comingWord, phrases{"tiep theo", "thoi gian toi", "nam toi", "sap toi", "nam sau", "nam tiep theo"}},
	{besideWord, phrases{"nhung", "mot so", "cac", "mot vai", "ve", "cua", "con", "van con", "van", "cong tac",
		"thuc hien", "trong", "nam", "nam qua", "don vi", "quan", "phuong", "phong", "ban", "nganh", "dia phuong",
		"co quan", "chi tieu", "nghi quyet", "muc tieu", "can", "viec", "mat", "diem", "van de", "noi dung",
		"cong viec", "khach quan", "chu quan", "dan den", "den", "thoi diem", "hien nay", "thoi gian qua", "trong tam",
		"sau", "nhu sau", "sau day", "cu the", "tuy nhien", "tuy vay", "song", "danh gia", "chung", "chinh", "khac",
		"do la", "cung", "voi", "cap tren", "cap uy", "doi voi", "so voi", "ke hoach", "hoat dong", "khac phuc",
		"thao go", "giai quyet", "nham", "tu", "phat trien", "kinh te", "xa hoi", "quoc phong", "an ninh", "van hoa",
		"do thi", "chinh tri", "xay dung", "dang", "dang bo", "mat tran", "doan the", "duoc giao", "phan", "de",
		"gap phai", "trong viec", "chuyen mon", "ra", "con lai", "neu", "neu co", "giai trinh", "cu the nhu sau"}},
}

// longestTitle bounds titles: nobody writes longer ones.
const longestTitle = 120

// titleLexicon is the role of each phrase, and how many words the longest has.
var titleLexicon = sync.OnceValues(func() (roles map[string]wordRole, longest int) {
	roles = map[string]wordRole{}
	for _, group := range titlePhrases {
		for _, phrase := range group.phrases {
			if roles[phrase] == unknownWord {
				roles[phrase] = group.role
			}
			longest = max(longest, 1+strings.Count(phrase, " "))
		}
	}
	return roles, longest
})

// wordAt is the role of the longest known phrase that words begin with.
func wordAt(words []string) (role wordRole, length int) {
	roles, longest := titleLexicon()
	var buf [64]byte
	phrase := buf[:0]
	for i, word := range words[:min(longest, len(words))] {
		if i > 0 {
			phrase = append(phrase, ' ')
		}
		phrase = append(phrase, word...)
		if r := roles[string(phrase)]; r != unknownWord {
			role, length = r, i+1
		}
	}
	return role, length
}

// noTitle are the words that sentences begin with and titles do not.
var noTitle = phrases{"cong tac", "don vi", "phuong", "quan", "phong", "ban", "nganh", "dia phuong", "co quan", "chua",
	"khong", "dat duoc", "da", "lam", "trong", "thuc hien", "den", "giai quyet", "thao go", "xay dung", "phat trien"}

// readTitle reads a line without its number as a title.
func (r *reader) readTitle(text string) blockTitle {
	if len(text) == 0 || len(text) > 3*longestTitle {
		return blockTitle{}
	}
	folded := viet.Fold(joints.Replace(text))
	if len(folded) > longestTitle {
		return blockTitle{}
	}
	if u := r.plan.Unit(r.unit); u != nil {
		folded = phrases{viet.Fold(u.Name)}.cutFrom(folded)
	}
	words := strings.Fields(strings.ReplaceAll(withoutConcession(folded), "|", ""))
	opens := func(p string) bool {
		rest, ok := strings.CutPrefix(folded, p)
		return ok && (rest == "" || rest[0] == ' ')
	}
	if len(words) == 0 || slices.ContainsFunc(noTitle, opens) && !opens("phuong huong") {
		return blockTitle{}
	}
	return r.parseTitle(words)
}

// joints makes a word of the marks that join the parts of a title.
var joints = strings.NewReplacer(",", " và ", ";", " và ", "/", " và ", "-", " và ", "–", " và ", "&", " và ")

// withoutConcession is a title without what it concedes: "bên cạnh những kết quả
// đạt được, vẫn còn một số hạn chế".
func withoutConcession(folded string) string {
	for _, word := range []string{"ben canh", "ngoai", "mac du", "tuy"} {
		rest, ok := strings.CutPrefix(folded, word+" ")
		if !ok || strings.HasPrefix(rest, "nhien ") || strings.HasPrefix(rest, "vay ") {
			continue
		}
		for _, but := range []string{" van con ", " con ", " song "} {
			if _, after, found := strings.Cut(rest, but); found {
				return after
			}
		}
	}
	return folded
}

func (r *reader) parseTitle(words []string) blockTitle {
	var parts [][]wordRole
	var part []wordRole
	coming, nextYear := false, false
	for i := 0; i < len(words); {
		if role, n := wordAt(words[i:]); n > 0 {
			i += n
			switch role {
			case joinsWord:
				parts, part = append(parts, part), nil
			case comingWord:
				coming = true
			case besideWord:
			default:
				part = append(part, role)
			}
			continue
		}
		switch word := words[i]; {
		case word == itoa(r.plan.Resolution.Year):
		case word == itoa(r.plan.Resolution.Year+1):
			coming, nextYear = true, true
		default:
			return blockTitle{}
		}
		i++
	}
	t := titleOfParts(append(parts, part), coming)
	if nextYear && t.only() != returns.Solution {
		return blockTitle{}
	}
	return t
}

// titleOfParts puts together what the parts of a title name.
func titleOfParts(parts [][]wordRole, coming bool) blockTitle {
	var t blockTitle
	add := func(kind returns.Kind) {
		if !slices.Contains(t.kinds, kind) {
			t.kinds = append(t.kinds, kind)
		}
	}
	tasks := false
	for _, part := range parts {
		has := func(role wordRole) bool { return slices.Contains(part, role) }
		bad := has(lackWord) || has(causeWord) || has(remedyWord)
		achieved := has(resultWord) || has(doneWord) || has(stressWord) && !bad
		switch first := firstKind(part); {
		case first == causeWord:
			add(returns.Cause)
			if achieved && !has(lackWord) {
				add(returns.Achievement) // of what went well: none of ours
			}
			if has(remedyWord) {
				add(returns.Solution)
			}
		case first == remedyWord:
			add(returns.Solution)
		case has(lackWord):
			add(returns.Limitation)
			if has(causeWord) {
				add(returns.Cause)
			}
			if has(remedyWord) && !achieved {
				add(returns.Solution)
			}
		case achieved:
			if !t.known() {
				t.weak = !has(doneWord) && !has(stressWord)
			}
			add(returns.Achievement)
		}
		tasks = tasks || has(taskWord) && firstKind(part) == unknownWord
	}
	if tasks && !t.known() && coming {
		add(returns.Solution)
	}
	// "Nguyên nhân của hạn chế, tồn tại", "Giải pháp khắc phục hạn chế, tồn tại"
	if t.known() && (t.kinds[0] == returns.Cause || t.kinds[0] == returns.Solution) {
		t.kinds = slices.DeleteFunc(t.kinds, func(k returns.Kind) bool { return k == returns.Limitation })
	}
	return t
}

// firstKind is the first word of a part that names a kind.
func firstKind(part []wordRole) wordRole {
	for _, role := range part {
		if role != stressWord && role != taskWord {
			return role
		}
	}
	return unknownWord
}

// numbered is a line with the number or mark before it.
type numbered struct {
	// 'I', 'A', 'a' or '1', 'P' for "Phần ...", '.' for "1.1", '*', '+' or '-',
	// '#' for other marks; 0 for none
	style rune
	n     string // the number as written
	rest  string
}

// readNumber takes the number or mark off the beginning of a line. The sign of a
// figure is none: "-2,5%".
func readNumber(line string) numbered {
	line = strings.TrimSpace(line)
	if rest, mark := cutBullet(line); mark != 0 {
		inner := readNumber(rest)
		if inner.style != 0 {
			return inner
		}
		return numbered{style: mark, rest: rest}
	}
	if n, ok := readPart(line); ok {
		return n
	}
	body := strings.TrimPrefix(line, "(")
	end := strings.IndexFunc(body, func(c rune) bool { return !unicode.IsDigit(c) && !isASCIILetter(c) && c != '.' })
	if end <= 0 || end > 6 {
		return numbered{rest: line}
	}
	token, rest := body[:end], body[end:]
	closed := strings.HasSuffix(token, ".")
	token = strings.TrimSuffix(token, ".")
	style := numberStyle(token)
	after := strings.TrimLeft(rest, ")/.:")
	closed = closed || after != rest || strings.HasPrefix(rest, " -") || strings.HasPrefix(rest, " –")
	if style == 0 || !closed && style != 'I' && style != '.' {
		return numbered{rest: line}
	}
	if !closed && !strings.HasPrefix(rest, " ") {
		return numbered{rest: line}
	}
	return numbered{style, token, strings.TrimLeft(after, " -–")}
}

func isASCIILetter(c rune) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

func numberStyle(token string) rune {
	only := func(of string) bool { return token != "" && strings.Trim(token, of) == "" }
	switch {
	case only("IVX"):
		return 'I'
	case len(token) == 1 && token >= "A" && token <= "H":
		return 'A'
	case len(token) == 1 && token >= "a" && token <= "k":
		return 'a'
	case only("0123456789") && len(token) <= 2:
		return '1'
	case only("0123456789."):
		for part := range strings.SplitSeq(token, ".") {
			if len(part) == 0 || len(part) > 2 {
				return 0 // "1.500"
			}
		}
		return '.'
	}
	return 0
}

// bullets stand before the items of a list.
const bullets = "-–—+*•●▪■◆○✓➢"

// cutBullet takes the mark off a list's item; 0 for none. Before a digit "-" and
// "+" are signs.
func cutBullet(line string) (rest string, mark rune) {
	first, size := utf8.DecodeRuneInString(line)
	if !strings.ContainsRune(bullets, first) {
		return line, 0
	}
	rest = strings.TrimLeft(line[size:], " ")
	if next, _ := utf8.DecodeRuneInString(line[size:]); unicode.IsDigit(next) && strings.ContainsRune("-–—+", first) {
		return line, 0
	}
	switch first {
	case '-', '–', '—':
		mark = '-'
	case '+', '*':
		mark = first
	default:
		mark = '#'
	}
	for {
		again, size := utf8.DecodeRuneInString(rest)
		next, _ := utf8.DecodeRuneInString(rest[size:])
		if !strings.ContainsRune(bullets, again) || unicode.IsDigit(next) {
			return rest, mark
		}
		rest = strings.TrimLeft(rest[size:], " ")
	}
}

// ordinals count the parts of a report in words.
var ordinals = phrases{"nhat", "mot", "hai", "ba", "bon", "tu", "nam", "i", "ii", "iii", "iv", "v", "vi",
	"a", "b", "c", "d", "1", "2", "3", "4", "5", "6"}

// readPart reads "Phần thứ nhất", "PHẦN I.", "Mục 2:".
func readPart(line string) (numbered, bool) {
	words := strings.Fields(line)
	if len(words) < 2 {
		return numbered{}, false
	}
	if head := viet.Fold(words[0]); head != "phan" && head != "muc" {
		return numbered{}, false
	}
	at := 1
	if viet.Fold(words[1]) == "thu" && len(words) > 2 {
		at = 2
	}
	if n := viet.Fold(words[at]); slices.Contains(ordinals, n) {
		rest := strings.TrimLeft(strings.Join(words[at+1:], " "), ".:-– ")
		return numbered{'P', n, rest}, true
	}
	return numbered{}, false
}
