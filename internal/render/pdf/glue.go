package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// glue finds the spaces at which no line ends: within a figure and its unit, a
// date, a number and what it numbers, a range, a name with its initials.
func glue(words []word) {
	texts := make([]string, len(words))
	for i, w := range words {
		texts[i] = w.text()
	}
	for i := 1; i < len(words); i++ {
		switch {
		case words[i].before != spaced:
		case bound(texts, i):
			words[i].before = glued
		default:
			words[i].cost = parting(texts, i)
		}
	}
}

// parting is what it costs to end a line before the word i, which is not bound to
// the one before it. A figure is parted from what it counts only where the line
// would have to stay open otherwise.
func parting(texts []string, i int) float64 {
	before, here := texts[i-1], texts[i]
	switch {
	case isMoney(before) && i > 1 && isFigure(texts[i-2]) && bare(here) == "đồng":
		if i == len(texts)-1 { // which it would be alone on
			return 2 * costOfMeasure
		}
		return costOfCount
	case isFigure(here) && comesTo(before), i > 1 && numbers(texts[i-2]) && isNumber(before) && numbers(here):
		return costOfHinge // "đạt" from "12%"; "ngày 20" from "tháng 12", "khoản 2" from "Điều 5"
	case !isNumber(before):
		return 0
	case isMeasure(here):
		return costOfMeasure
	case isUnit(here) && (i == 1 || !numbers(texts[i-2])):
		return costOfCount
	}
	return 0
}

// bound reports that the word i belongs to the one before it.
func bound(texts []string, i int) bool {
	before, here := texts[i-1], texts[i]
	behind := "" // what stands before both
	if i > 1 {
		behind = texts[i-2]
	}
	switch {
	case isDash(here): // no line begins with one
		return true
	case isDash(before):
		return i == 1 || isFigure(behind) && beginsFigure(here)
	case beginsFigure(here) && (isSign(before) || numbers(before)):
		return true
	case isRoman(here) && numbers(before):
		return true
	case endsFigure(before) && isMark(here): // "12 %"
		return true
	}
	return isCapital(here) && (goesBeforeName(before) || isCapital(before) && isInitial(here))
}

// bare is a word without the brackets, quotes and marks around it.
func bare(text string) string { return strings.Trim(text, "()[]“”\"'‘’.,;:!?") }

func isDash(text string) bool { return text == "-" || text == "–" || text == "—" }

// isSign is ± ≥ < and their like, which stand before a figure.
func isSign(text string) bool {
	text = strings.TrimLeft(text, "([")
	r, n := utf8.DecodeRuneInString(text)
	return n > 0 && n == len(text) && strings.ContainsRune("±≥≤<>=+−~≈×", r)
}

func isMark(text string) bool {
	text = bare(text)
	return text == "%" || text == "‰" || text == "°C" || text == "°"
}

// beginsFigure reports a word with a digit first, signs and brackets apart.
func beginsFigure(text string) bool {
	if text == "" {
		return false
	}
	if c := text[0] | 0x20; c >= 'a' && c <= 'z' {
		return false // most words
	}
	text = strings.TrimLeft(text, "([“\"±≥≤<>=+-−~≈")
	return text != "" && isDigit(text[0])
}

func endsFigure(text string) bool { return text != "" && isDigit(text[len(text)-1]) }

// isFigure reports a word of digits, and of the marks and signs of figures alone.
func isFigure(text string) bool {
	return beginsFigure(text) && strings.Trim(text, "0123456789.,/%‰()[]“”\"±≥≤<>=+-−~≈;:") == ""
}

// isNumber reports a figure with no mark behind it.
func isNumber(text string) bool { return endsFigure(text) && isFigure(text) }

// numbers reports a word that is followed by its number.
func numbers(text string) bool {
	switch strings.ToLower(strings.TrimLeft(text, "([“\"")) {
	case "ngày", "tháng", "năm", "số", "điều", "khoản", "điểm", "chương", "mục", "phần", "quý", "lần", "thứ",
		"khóa", "khoá", "loại", "lục", "bảng", "biểu", "mẫu", "hạng":
		return true
	}
	return false
}

// comesTo reports a word that is followed by an amount.
func comesTo(text string) bool {
	switch strings.ToLower(strings.TrimLeft(text, "([“\"")) {
	case "đạt", "tăng", "giảm", "vượt", "bằng", "còn", "từ", "đến", "trên", "dưới", "quá", "hơn":
		return true
	}
	return false
}

// isUnit reports what may be counted: a word, unless it is one that goes on with
// the sentence.
func isUnit(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	if !unicode.IsLetter(r) {
		return false
	}
	switch strings.ToLower(bare(text)) {
	case "và", "của", "so", "trở", "theo", "thì", "do", "là", "được", "tại", "trong", "với", "hoặc",
		"có", "nhưng", "mà", "để", "cho", "về", "đã", "chưa", "không", "gồm", "ở", "vào", "sẽ", "đang",
		"phải", "cũng", "bị", "thuộc", "như", "khi", "nếu", "vì", "ngoài", "giữa", "qua", "sau", "trước",
		"cùng", "nhằm", "hay", "này", "kèm":
		return false
	}
	return !comesTo(bare(text))
}

// isMeasure reports a unit of measurement.
func isMeasure(text string) bool {
	switch bare(text) {
	case "đồng", "USD", "điểm", "m", "m²", "m³", "km", "km²", "ha", "kg", "g", "mg", "tấn", "tạ", "lít", "kWh", "μg/m³":
		return true
	}
	return isMoney(text)
}

func isMoney(text string) bool {
	switch text {
	case "tỷ", "tỉ", "triệu", "nghìn", "ngàn":
		return true
	}
	return false
}

// isRoman reports the number of a quarter or a class: "I", "IV/2022".
func isRoman(text string) bool {
	text, _, _ = strings.Cut(bare(text), "/")
	return text != "" && strings.Trim(text, "IVX") == ""
}

func isCapital(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r)
}

func isInitial(text string) bool { return utf8.RuneCountInString(bare(text)) == 1 }

// goesBeforeName reports a title or an initial: "đ/c Hà", "TS. Hà", "V. Hà".
func goesBeforeName(text string) bool {
	switch strings.ToLower(text) {
	case "đ/c", "chí", "ông", "bà", "tp", "p", "q":
		return true
	}
	short := strings.TrimSuffix(text, ".")
	return short != text && utf8.RuneCountInString(short) <= 3 && isCapital(short)
}

const (
	costOfSenseless = 60.0 // of a line of a title that ends in the middle of a phrase
	costOfLonely    = 30.0 // of one word as the last line of a text that is not justified
)

// titlePhrase reports a word with which a phrase of a title begins.
func titlePhrase(word string) bool {
	return word == "về" || word == "của" || word == "ngày" || strings.HasPrefix(word, "(")
}

// namePhrase reports one with which a part of an office's name begins.
func namePhrase(word string) bool {
	switch bare(word) {
	case "của", "và", "các", "thành", "tỉnh", "quận", "huyện", "phường", "xã", "đặc":
		return true
	}
	return false
}

// bySense makes the lines of a title end where its phrases do.
func bySense(words []word, begins func(word string) bool) {
	for i := 1; i < len(words); i++ {
		text, before := strings.ToLower(words[i].text()), words[i-1].text()
		if !begins(text) && !strings.HasPrefix(text, "(") &&
			!strings.ContainsAny(before[len(before)-1:], ",;:") {
			words[i].cost += costOfSenseless
		}
	}
}

// costOfName is what it costs to part the name of a place: more than a line.
const costOfName = 2 * costOfRagged

// keepPlaces keeps the names of places on their line: «thành phố Hải Phòng», «quận Kiến
// An». They are told by the word before them; most have two syllables.
func keepPlaces(words []word, begins func(string) bool) {
	said := func(i int) string { return strings.ToLower(words[i].text()) }
	for i := range words {
		name := i + 1
		next := ""
		if name < len(words) {
			next = said(name)
		}
		switch kind := said(i); {
		case kind == "thành" && next == "phố", kind == "thị" && (next == "xã" || next == "trấn"),
			kind == "đặc" && next == "khu":
			name++
		case next == "ủy" || next == "uỷ": // a body, and what follows may stand below it
			continue
		case kind == "tỉnh", kind == "quận", kind == "huyện", kind == "phường", kind == "xã":
		default:
			continue
		}
		for k := i + 1; k < min(name+2, len(words)); k++ {
			if before := words[k-1].text(); begins(said(k)) || strings.HasSuffix(before, ",") {
				break
			}
			words[k].cost += costOfName
		}
	}
}
