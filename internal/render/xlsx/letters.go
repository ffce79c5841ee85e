package xlsx

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// The widths of the letters from space to ~ in thousandths of the size, of Times New
// Roman and of its bold face. A test compares them with the faces of the report, which
// are as wide.
var (
	plainWidths = [...]uint16{
		250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, // space to /
		500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, // 0 to ?
		921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, // @ to O
		556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, // P to _
		333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, // ` to o
		500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541, // p to ~
	}
	boldWidths = [...]uint16{
		250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278,
		500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 333, 333, 570, 570, 570, 500,
		930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778,
		611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500,
		333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500,
		556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520,
	}
)

// unmarked is the letter below the marks of a Vietnamese one: they take no room.
// Other letters stay.
func unmarked(r rune) rune {
	switch r {
	case 'à', 'á', 'ả', 'ã', 'ạ', 'ă', 'ằ', 'ắ', 'ẳ', 'ẵ', 'ặ', 'â', 'ầ', 'ấ', 'ẩ', 'ẫ', 'ậ':
		return 'a'
	case 'è', 'é', 'ẻ', 'ẽ', 'ẹ', 'ê', 'ề', 'ế', 'ể', 'ễ', 'ệ':
		return 'e'
	case 'ì', 'í', 'ỉ', 'ĩ', 'ị':
		return 'i'
	case 'ò', 'ó', 'ỏ', 'õ', 'ọ', 'ô', 'ồ', 'ố', 'ổ', 'ỗ', 'ộ':
		return 'o'
	case 'ù', 'ú', 'ủ', 'ũ', 'ụ':
		return 'u'
	case 'ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ':
		return 'y'
	case 'À', 'Á', 'Ả', 'Ã', 'Ạ', 'Ă', 'Ằ', 'Ắ', 'Ẳ', 'Ẵ', 'Ặ', 'Â', 'Ầ', 'Ấ', 'Ẩ', 'Ẫ', 'Ậ':
		return 'A'
	case 'È', 'É', 'Ẻ', 'Ẽ', 'Ẹ', 'Ê', 'Ề', 'Ế', 'Ể', 'Ễ', 'Ệ':
		return 'E'
	case 'Ì', 'Í', 'Ỉ', 'Ĩ', 'Ị':
		return 'I'
	case 'Ò', 'Ó', 'Ỏ', 'Õ', 'Ọ', 'Ô', 'Ồ', 'Ố', 'Ổ', 'Ỗ', 'Ộ', 'Ơ', 'Ờ', 'Ớ', 'Ở', 'Ỡ', 'Ợ':
		return 'O'
	case 'Ù', 'Ú', 'Ủ', 'Ũ', 'Ụ':
		return 'U'
	case 'Ỳ', 'Ý', 'Ỷ', 'Ỹ', 'Ỵ':
		return 'Y'
	case 'đ':
		return 'd'
	case 'Đ':
		return 'D'
	}
	return r
}

// textWidth is a text's width in ems of the face, without breaks.
func textWidth(s string, bold bool) float64 { return float64(thousandths(s, bold)) / 1000 }

// thousandths is it in thousandths.
func thousandths(s string, bold bool) int {
	table := widthsOf(bold)
	w := 0
	for _, r := range s {
		if int(r) < len(table) {
			w += int(table[r])
		} else {
			w += letterWidth(r, bold)
		}
	}
	return w
}

func widthsOf(bold bool) []uint16 {
	if bold {
		return letterWidths()[1]
	}
	return letterWidths()[0]
}

// letterWidths are the widths of the letters that nearly all texts are of, plain and bold.
var letterWidths = sync.OnceValue(func() (tables [2][]uint16) {
	const last = 'ỹ'
	for i, bold := range []bool{false, true} {
		tables[i] = make([]uint16, last+1)
		for r := range tables[i] {
			tables[i][r] = otherWidth
			if r < 0x370 || r >= 0x1ea0 { // where the letters of Vietnamese and the marks stand
				tables[i][r] = uint16(letterWidth(rune(r), bold))
			}
		}
	}
	return tables
})

// otherWidth is about that of letters of other scripts.
const otherWidth = 600

// letterWidth is the width of one letter in thousandths.
func letterWidth(r rune, bold bool) int {
	table := &plainWidths
	if bold {
		table = &boldWidths
	}
	switch r = unmarked(r); {
	case r >= ' ' && int(r-' ') < len(table):
		return int(table[r-' '])
	case strings.ContainsRune("ơờớởỡợưừứửữự", r):
		return 600 // the horn takes room
	case strings.ContainsRune("ƯỪỨỬỮỰ", r):
		return 796
	case r >= 0x300 && r <= 0x36f: // a mark by itself
		return 0
	case r >= 0x2010 && r <= 0x2013, r >= 0x2018 && r <= 0x201f: // short dashes, quotes
		return 500
	case r >= 0x2014: // long dashes, dots, arrows, boxes, letters of the east
		return 1000
	}
	return otherWidth
}

// spare is what lines are held shorter by: screens set letters at whole dots.
const spare = 0.97

// wrapped counts the lines that a text takes in a column so many ems wide. It is broken
// after spaces, hyphens and slashes; what is longer than a line is cut, as spreadsheets
// do.
func wrapped(s string, ems float64, bold bool) int {
	ems *= spare
	lines := 0
	for paragraph := range strings.SplitSeq(s, "\n") {
		lines++
		if textWidth(paragraph, bold) <= ems {
			continue
		}
		used := 0.0
		for len(paragraph) > 0 {
			end := 1
			for end < len(paragraph) && !breaks(paragraph[end-1]) {
				end++
			}
			piece := paragraph[:end]
			paragraph = paragraph[end:]
			all := thousandths(piece, bold)
			whole, w := float64(all)/1000, float64(all)/1000
			if strings.HasSuffix(piece, " ") {
				w = float64(all-thousandths(" ", bold)) / 1000
			}
			if used > 0 && used+w > ems {
				lines++
				used = 0
			}
			for w > ems && ems > 1 {
				lines++
				w, whole = w-ems, whole-ems
			}
			used += whole
		}
	}
	return lines
}

// breaks: a line may end behind it.
func breaks(c byte) bool { return c == ' ' || c == '-' || c == '/' }

// cut is the beginning of a text, with an ellipsis where something is left out.
func cut(s string, letters int) string {
	if utf8.RuneCountInString(s) <= letters {
		return s
	}
	short := string([]rune(s)[:letters-1])
	if at := strings.LastIndexByte(short, ' '); at > len(short)*3/4 {
		short = short[:at] // not in the middle of a word
	}
	return strings.TrimRight(short, " ,;.:") + "…"
}
