package recognise

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// A letterhead is two columns of lines: who sends the paper and who is over it; the motto of the
// state or the name of the party, with place and day. Where one cell holds both, a tab, a line break
// or a wide gap stands between them. None of it says anything of figures.

// linesOfCell are the lines of a letterhead that a cell holds, or the one of any other cell.
func linesOfCell(c *workbook.Cell, of frame) []line {
	whole := newLine(c, of)
	var all []line
	for i, part := range letterheadParts(c.Text, whole.folded) {
		l := line{row: c.Row, col: c.Col, part: i + 1, text: part, folded: viet.Fold(part)}
		l.read(false, of)
		all = append(all, l)
	}
	if all == nil {
		all = []line{whole}
	}
	return all
}

// letterheadParts are the lines of a letterhead that one cell holds; nil for any other text.
func letterheadParts(text, folded string) []string {
	if !strings.Contains(text, "\t") && !strings.Contains(text, "   ") && !mottoes.in(folded) {
		return nil
	}
	var parts []string
	found := false
	for line := range strings.SplitSeq(text, "\n") {
		for _, part := range gap().Split(line, -1) {
			before, motto, after := cutMotto(part)
			for _, p := range []string{before, motto, after} {
				if p = strings.TrimSpace(p); p != "" {
					parts = append(parts, p)
				}
			}
			found = found || motto != "" || isHeadOfLetter(part)
		}
	}
	if !found || len(parts) < 2 {
		return nil
	}
	return parts
}

// gap stands between two columns of a line.
var gap = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\s*\t\s*| {3,}`) })

// isHeadOfLetter: a part of a line is the number of a paper, or the place and day of one.
func isHeadOfLetter(part string) bool {
	s := speechOf(part)
	return s.at(0, "số") > 0 && s.at(1, ":") > 0 || writtenOn().MatchString(viet.Fold(part))
}

var writtenOn = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:[a-z]+ ){1,4}ngay (?:\d{1,2} )?thang (?:\d{1,2} )?nam(?: \d{4})?$`)
})

// mottoes are the motto of the state and the name of the party, as they stand over a letter.
var mottoes = phrases{"doc lap tu do hanh phuc", "cong hoa xa hoi chu nghia viet nam", "cong hoa xhcn viet nam",
	"chxhcn viet nam", "dang cong san viet nam"}

// isNational: the line is the motto that stands over a letter.
func isNational(folded string) bool {
	return opensWith(folded, phrases{"doc lap tu do", "cong hoa xa hoi chu nghia", "cong hoa xhcn", "chxhcn",
		"dang cong san viet nam"})
}

// cutMotto cuts a line at the motto in it, where it begins with that or a body's name stands before:
// "UBND PHƯỜNG BẮC SƠN Độc lập - Tự do - Hạnh phúc". Of the party a sentence may speak as well: behind
// its name nothing follows then.
func cutMotto(line string) (before, motto, after string) {
	if !mottoes.in(viet.Fold(line)) {
		return line, "", ""
	}
	for i := range line {
		if i > 0 && !unicode.IsSpace(rune(line[i-1])) {
			continue
		}
		folded := viet.Fold(line[i:])
		at := slices.IndexFunc(mottoes, func(m string) bool { return strings.HasPrefix(folded+" ", m+" ") })
		if at < 0 {
			continue
		}
		end := i + len(line[i:])
		for j := range line[i:] {
			if viet.Fold(line[i:i+j]) == mottoes[at] {
				end = i + j
				break
			}
		}
		before, motto, after = line[:i], line[i:end], line[end:]
		if strings.TrimSpace(before) != "" && (!speechOf(before).isBody() || mottoes[at] == "dang cong san viet nam" &&
			viet.Fold(after) != "") {
			return line, "", ""
		}
		return before, motto, after
	}
	return line, "", ""
}
