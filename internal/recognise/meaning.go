package recognise

import (
	"cmp"
	"slices"
	"strings"

	"baocao/internal/viet"
)

// wording is what a label says, freed of how it is put.
type wording struct {
	words []string // that tell what is counted: folded, sorted, each once
	total bool     // "tổng": of all of them
	share bool     // a rate
	part  bool     // it begins with "trong đó": a part of the row above
	item  bool     // it begins as an item of a list: a dash, a bullet
	basis bool     // at comparable prices
	place bool     // of a market: "chợ", which without its accent is a word of no weight
	of    string   // the label as written
	unit  string   // of measurement, in brackets after it
	text  string   // ... without number and unit
	years []string
}

// numerals are what stands before a label as its number: "1.", "a)", "II.".
const numerals = "0123456789.ivxIVX"

// partWords begin the label of a part of the row above.
var partWords = []string{"trong do", "tr do", "trong so do", "gom", "bao gom"}

// fillers say nothing of what is counted.
var fillers = phrases{"cua", "va", "tren dia ban", "dia ban", "trong nam", "trong", "so", "cac", "duoc", "theo", "la",
	"o", "voi", "quan", "phuong", "nhung", "cho", "tai", "do", "da", "toan", "thuc hien", "ket qua", "hien", "luot",
	"tren", "ve", "nam"}

// sameWords are ways to say one thing, the longer ones first. They are looked
// for among the words that are no fillers.
var sameWords = []struct{ from, to string }{
	// what stands at the end of the year is what the year is asked for
	{" con lai thoi diem cuoi ", " "}, {" con lai den cuoi ", " "}, {" con lai cuoi ", " "}, {" co den cuoi ", " "},
	{" co den het ", " "}, {" co den 31 12 ", " "}, {" tinh den cuoi ", " "}, {" tinh den het ", " "},
	{" tinh den ngay 31 12 ", " "}, {" tinh den 31 12 ", " "}, {" den ngay 31 12 ", " "}, {" den 31 12 ", " "},
	{" thoi diem cuoi ", " "}, {" den cuoi ", " "}, {" den het ", " "}, {" cuoi ", " "},
	// households and people
	{" ho gia dinh ", " ho "}, {" ho gd ", " ho "}, {" ho dan ", " ho "}, {" gia dinh ", " ho "},
	{" nguoi lao dong ", " lao dong "}, {" nguoi dan ", " nguoi "},
	// a title that is given each year: to reach it and to be awarded it are one
	{" cong nhan danh hieu ", " dat "}, {" dat danh hieu ", " dat "},
	{" cong nhan ho van hoa ", " ho van hoa "}, {" dat ho van hoa ", " ho van hoa "},
	{" cong nhan to dan pho van hoa ", " to dan pho van hoa "}, {" dat to dan pho van hoa ", " to dan pho van hoa "},
	{" ho dat van hoa ", " ho van hoa "}, {" to dan pho dat van hoa ", " to dan pho van hoa "},
	{" cong nhan lang van hoa ", " lang van hoa "}, {" dat lang van hoa ", " lang van hoa "},
	{" cong nhan thon van hoa ", " thon van hoa "}, {" dat thon van hoa ", " thon van hoa "},
	// ratings
	{" xep loai hoan thanh ", " hoan thanh "}, {" xep loai tu hoan thanh ", " hoan thanh "},
	{" xep loai muc hoan thanh ", " hoan thanh "}, {" tu hoan thanh ", " hoan thanh "},
	// party members
	{" to chuc co dang ", " co dang "},
	{" phat trien dang vien ", " ket nap dang vien "},
	// the rest
	{" dang hoat dong ", " hoat dong "}, {" dang hd ", " hoat dong "}, {" co the bao hiem ", " tham gia bao hiem "},
	{" dung nuoc ", " su dung nuoc "}, {" lam nghiep ", " lam "}, {" truong hoc ", " truong "},
	{" rac thai ", " chat thai ran "}, {" khoi luong ", " "}, {" luong ", " "},
	{" thanh nien nhap ngu ", " cong dan giao "}, {" cong dan nhap ngu ", " cong dan giao "},
}

// becoming are words of what comes to be: beside one of them "mới" adds
// nothing.
var becoming = [][]string{{"ket", "nap"}, {"thanh", "lap"}, {"cong", "nhan"}}

// spelling are letters that are written in two ways.
var spelling = map[string]string{"ti": "ty", "ki": "ky", "qui": "quy", "li": "ly", "si": "sy", "mi": "my"}

// turning are words that make another thing of what they stand beside.
var turning = strings.Fields("khong chua can thoat nu ky duoi dau lai tai")

// turningTitles make another thing of the rows below them.
var turningTitles = phrases{"nu", "can ngheo", "dang ky", "khong", "chua", "nam gioi"}

// isNews: it tells what came to be, not what there is.
func (w wording) isNews() bool {
	return slices.ContainsFunc(becoming, func(b []string) bool { return allIn(b, w.words) })
}

// countWords begin the label of a count or an amount.
var countWords = strings.Fields("so tong khoi luong gia doanh muc von")

// wordingOf reads a label. It takes the written text: accents and signs tell
// "năm" from "nam", and a rate.
func wordingOf(label string) wording {
	w := wording{of: label}
	label, w.item = withoutNumber(withoutFootnote(label))
	label, inBrackets := splitUnit(label)
	switch {
	case inBrackets == "":
	case slices.Contains(bracketUnits, viet.Fold(inBrackets)):
		w.unit = inBrackets
	default:
		label += " " + inBrackets
	}
	w.place = saysMarket(label)
	label = spelledOut(label)
	w.text = label
	w.share = strings.Contains(label+inBrackets, "%")
	folded := viet.Fold(label)
	for _, p := range partWords {
		if rest, ok := strings.CutPrefix(folded+" ", p+" "); ok && rest != "" {
			folded, w.part = strings.TrimSpace(rest), true
			break
		}
	}
	w.share = w.share || isRate(folded)
	var kept []string
	fields := strings.Fields(folded)
	for i, short := range fields {
		for _, word := range strings.Fields(cmp.Or(shortForms[short], spelling[short], short)) {
			switch {
			case year().MatchString(word):
				if i > 0 && fields[i-1] == "sanh" { // the year of comparable prices
					continue
				}
				w.years = append(w.years, word)
			case word == "tong":
				w.total = true
			default:
				kept = append(kept, word)
			}
		}
	}
	text := " " + strings.Join(kept, " ") + " "
	if strings.Contains(text, " gia so sanh ") {
		w.basis = true
		text = strings.Replace(text, " gia so sanh ", " ", 1)
	}
	for _, f := range fillers {
		if viet.HasPhrase(text, f) {
			text = strings.ReplaceAll(text, " "+f+" ", "  ")
		}
	}
	text = " " + strings.Join(strings.Fields(text), " ") + " "
	for _, s := range sameWords {
		text = strings.ReplaceAll(text, s.from, s.to)
	}
	words := strings.Fields(text)
	if saysMale(label) {
		words = append(words, "nam")
	}
	if saysAgain(label) {
		words = append(words, "tai")
	}
	if (wording{words: words}).isNews() {
		words = slices.DeleteFunc(words, func(x string) bool { return x == "moi" })
	}
	if w.share {
		words = slices.DeleteFunc(words, func(x string) bool { return x == "ty" || x == "le" })
	}
	slices.Sort(words)
	w.words = slices.Clip(slices.Compact(words)) // it is shared
	return w
}

// saysAgain: "tái nghèo" is not "nghèo"; without its accent the word is "tại".
func saysAgain(label string) bool {
	lower := strings.ToLower(viet.Clean(label))
	return strings.Contains(lower, "tái") && slices.ContainsFunc(strings.Fields(lower), func(w string) bool {
		return strings.Trim(w, "().,;:") == "tái"
	})
}

// saysMarket: "chợ" stands in a text; without its accent the word is "cho".
func saysMarket(text string) bool {
	lower := strings.ToLower(viet.Clean(text))
	return strings.Contains(lower, "chợ") && speechOf(lower).has([]string{"chợ"})
}

// withoutFootnote is a label without the mark of a footnote at its end: "(2)".
func withoutFootnote(label string) string {
	open := strings.LastIndexByte(label, '(')
	mark := label[max(open, 0):]
	if open > 0 && len(mark) <= len("(12)") && strings.Trim(mark, "()0123456789*") == "" {
		return strings.TrimRight(label[:open], " ")
	}
	return label
}

// spelledOut writes out what only its capitals and marks tell apart: "ĐV" from
// "DV" (dịch vụ), "TS" before what is counted.
func spelledOut(label string) string {
	if rest, ok := strings.CutPrefix(label, "TS "); ok {
		label = "Tổng số " + rest
	}
	if !strings.Contains(label, "ĐV") {
		return label
	}
	words := strings.Fields(label)
	for i, word := range words {
		if strings.Trim(word, "().,;:") == "ĐV" {
			words[i] = strings.Replace(word, "ĐV", "đảng viên", 1)
		}
	}
	return strings.Join(words, " ")
}

// bracketUnits stand in brackets after a label and only name its unit of
// measurement.
var bracketUnits = phrases{"cai", "nguoi", "ho", "tan", "kg", "m3", "ha", "km", "luot", "truong", "lao dong",
	"hoc sinh", "dang vien", "to chuc", "cong dan", "doanh nghiep", "nha", "chi bo", "dong chi", "tdp", "dn",
	"luot lao dong", "nghin nguoi", "dong", "nghin dong", "ngan dong", "1 000 dong", "trieu dong", "ty dong",
	"trd", "tr dong", "tr d"}

// behindNumber is what follows the parts of a number, those in Roman letters too; the
// letter that a word begins with is none: "1. Vốn".
func behindNumber(rest string) string {
	for {
		rest = strings.TrimLeft(rest, "0123456789.)/- ")
		end := strings.IndexAny(rest, ").")
		if end <= 0 || strings.Trim(rest[:end], "ivxIVX") != "" {
			return rest
		}
		rest = rest[end:]
	}
}

// withoutNumber takes the number or the mark of a list off a label.
func withoutNumber(label string) (rest string, item bool) {
	rest = strings.TrimLeft(strings.TrimSpace(label), "-–—*+•●▪ \t")
	item = rest != strings.TrimSpace(label)
	if end := strings.IndexAny(rest, ")./ "); end > 0 && end < 8 {
		mark := rest[:end]
		letter := len(mark) == 1 && rest[end] != ' '
		if strings.Trim(mark, numerals) == "" && strings.ContainsAny(rest[:end+1], ").") || letter {
			after := behindNumber(rest[end:])
			if after != "" && rest[end] != '/' {
				return after, item
			}
		}
	}
	return rest, item
}

// saysMale: "nam" stands in an accented text, where "năm" would bear its mark.
func saysMale(label string) bool {
	lower := strings.ToLower(viet.Clean(label))
	if !strings.Contains(lower, "nam") {
		return false
	}
	if viet.Fold(label) == strings.Join(strings.Fields(strings.ToLower(label)), " ") {
		return false // written without accents
	}
	before := ""
	for _, word := range strings.FieldsFunc(lower, func(r rune) bool {
		return strings.ContainsRune(" ,.;:()-/", r)
	}) {
		if word == "nam" && before != "việt" && before != "miền" {
			return true
		}
		before = word
	}
	return false
}

func allIn(some, words []string) bool {
	return !slices.ContainsFunc(some, func(w string) bool { return !slices.Contains(words, w) })
}

// beyond are the words of a that b lacks.
func beyond(a, b []string) []string {
	var rest []string
	for _, w := range a {
		if _, ok := slices.BinarySearch(b, w); !ok {
			rest = append(rest, w)
		}
	}
	return rest
}

// countBeyond is how many words of a there are that b lacks.
func countBeyond(a, b []string) int {
	n := 0
	for _, w := range a {
		if _, ok := slices.BinarySearch(b, w); !ok {
			n++
		}
	}
	return n
}

// turns: one of the words makes another thing of what it stands beside.
func turns(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(turning, w) })
}

// isCount: the label begins as that of a number of things or an amount.
func isCount(label string) bool {
	label, _ = withoutNumber(label)
	first, _, _ := strings.Cut(viet.Fold(label), " ")
	return slices.Contains(countWords, first)
}
