package recognise

import (
	"slices"
	"strconv"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// block is the narrative under one title.
type block struct {
	*narrator
	next    []int // by passage: the next known title
	title   passage
	kinds   []returns.Kind // none outside a narrative
	area    string
	unknown bool // the title is one of no known kind
	part    bool // the line before was "Phần thứ hai" alone
	taken   int  // texts of it
	lost    []*workbook.Cell
	samples []rune   // styles of the titles so far
	numbers []string // and their numbers
	bare    bool     // one of them was bare
	told    bool     // the sheet has a narrative
	closed  bool     // the paper closed above, and no title came since
}

func (b *block) active() bool { return len(b.kinds) > 0 || b.unknown }

// close ends the block and says what of it was not taken.
func (b *block) close() {
	defer func() { b.kinds, b.unknown, b.taken, b.lost, b.area = nil, false, 0, nil, "" }()
	if len(b.lost) == 0 {
		return
	}
	if !b.active() {
		b.reportLost(b.lost)
		return
	}
	b.untitled = true
	title := b.title
	code := "B323"
	if !b.unknown {
		code = "B338"
	}
	b.report(code, b.at(b.sheet, title.cell.Row, title.cell.Col), "", diag.Args{"title": viet.Excerpt(title.line),
		"count": len(b.lost), "text": viet.Excerpt(visibleText(b.lost[0]))})
}

func (b *block) open(p passage, kinds []returns.Kind) {
	b.close()
	b.title, b.kinds, b.unknown, b.closed = p, kinds, len(kinds) == 0, false
	b.samples = append(b.samples, p.number.style)
	b.numbers = append(b.numbers, p.number.n)
	if len(kinds) > 0 {
		b.bare = b.bare || p.bare() && p.inline == ""
	}
}

func (b *block) read(i int) {
	p := b.passages[i]
	if p.cell == nil {
		if !b.active() {
			b.lost = nil // words over a table: how to fill it in
		}
		b.close()
		return
	}
	part := b.part
	b.part = p.number.style == 'P' && p.number.rest == ""
	folded := viet.Fold(p.line)
	switch {
	case b.part:
		b.close()
	case p.aside:
		b.take(p, p.line)
	case p.title.known() && (!p.title.weak || p.number.style != 0 || part || p.inline != "" || b.leadsToOther(i)):
		b.open(p, p.title.kinds)
		if wordCount(p.inline) > 0 {
			b.take(p, p.inline)
		}
	case closesPaper(p.line):
		if !b.active() || b.taken > 0 || !speechOf(p.line).isDateLine(p.line) { // else a letter begins
			b.close()
			b.closed = true
		}
	case b.closed && wordCount(p.line) < 2*sentence:
	case b.active():
		b.inside(i)
	case b.isSibling(i), b.isApart(i):
		b.open(p, nil)
	case b.isSentence(p) && !isLetterhead(folded) && !b.isLabel(p.line):
		if !slices.Contains(b.lost, p.cell) {
			b.lost = append(b.lost, p.cell)
		}
	}
}

// isSibling: the line is set like the next title, and numbered before it.
func (b *block) isSibling(i int) bool {
	p := b.passages[i]
	if wordCount(p.number.rest) > sentence || p.title.known() || isLetterhead(viet.Fold(p.line)) {
		return false
	}
	j := b.next[i+1]
	if j == len(b.passages) || b.passages[j].cell == nil {
		return false
	}
	q := b.passages[j]
	if p.number.style != 0 {
		return p.number.style == q.number.style && (p.number.style == 'I' || succeeds(p.number.n, q.number.n))
	}
	return strings.HasSuffix(p.line, ":") && strings.HasSuffix(q.line, ":")
}

// nextTitles is, for each passage, the first from it on that is a known title or
// ends the text.
func nextTitles(passages []passage) []int {
	next := make([]int, len(passages)+1)
	next[len(passages)] = len(passages)
	for i := len(passages) - 1; i >= 0; i-- {
		next[i] = next[i+1]
		if p := &passages[i]; p.cell == nil || p.title.known() {
			next[i] = i
		}
	}
	return next
}

// isApart: on a sheet with a narrative, a line set as a title with words under it.
func (b *block) isApart(i int) bool {
	p := b.passages[i]
	if i+1 == len(b.passages) || b.passages[i+1].cell == nil {
		return false
	}
	if len(b.samples) == 0 || isLetterhead(viet.Fold(p.line)) ||
		wordCount(p.line) > 15 || strings.HasSuffix(p.line, ".") {
		return false
	}
	bold := p.cell.Style != nil && p.cell.Style.Bold && wordCount(p.line) > 2
	return bold || p.number.style == 'I' || strings.HasSuffix(p.line, ":") && !leadIn.in(viet.Fold(p.line))
}

// isSentence: the line tells something, and is no title over a table.
func (b *block) isSentence(p passage) bool {
	least := sentence
	if b.told {
		least = sentence / 2
	}
	return wordCount(p.line) >= least && !isCapitals(p.line) && !strings.HasPrefix(p.line, "(") &&
		(p.number.style == '-' || p.number.style == '+' || strings.HasSuffix(p.line, ".") && p.number.style != '1')
}

// isLabel: the text is the label of something that is asked for.
func (b *block) isLabel(text string) bool {
	m := b.matchRow("", viet.Tidy(text))
	return m.sure() || len(m.candidates) > 0
}

// leadsToOther: the next title is one of another kind, so that what comes
// before it is a block too.
func (b *block) leadsToOther(i int) bool {
	for _, p := range b.passages[i+1:] {
		if p.cell == nil {
			return false
		}
		if p.title.known() && !p.title.weak {
			return p.title.kinds[0] != returns.Achievement
		}
	}
	return false
}

// inside reads a line under a title.
func (b *block) inside(i int) {
	p := b.passages[i]
	if id, after := b.areaOf(p.line); id != "" {
		b.area = id
		if after != "" {
			b.take(p, after)
		}
		return
	}
	if b.isField(p) {
		b.area = ""
		return
	}
	last := i+1 == len(b.passages) || b.passages[i+1].cell == nil
	switch {
	case isAside(p.line):
		switch {
		case !isWordy(p.line):
		case isBracketed(p.line): // it goes on with what it stands below
			b.take(p, p.line)
		default:
			b.reportLost([]*workbook.Cell{p.cell})
		}
	case last && strings.HasSuffix(p.line, ":"): // it leads to the table below
	case b.turns(p):
		b.open(p, nil)
		b.lost = append(b.lost, p.cell)
	case b.looksLikeTitle(i):
		b.open(p, nil)
	default:
		b.take(p, p.line)
	}
}

// isField: the line heads a field of work, not a kind: "1. Công tác dân vận:".
func (b *block) isField(p passage) bool {
	text := strings.TrimSuffix(p.number.rest, ":")
	folded := viet.Fold(text)
	if p.bare() || wordCount(text) > 12 || strings.HasSuffix(text, ".") {
		return false
	}
	leads := slices.ContainsFunc(fields, func(w string) bool { return strings.HasPrefix(folded, w+" ") })
	return leads && !contrary.in(folded)
}

var fields = phrases{"ve", "linh vuc", "trong linh vuc", "cong tac", "nganh", "mang", "doi voi"}

// contrary are words of a line that tells of what went wrong, or why.
var contrary = phrases{"con", "chua", "khong", "han che", "ton tai", "kho khan", "vuong mac", "nguyen nhan", "ly do",
	"yeu", "kem", "khuyet diem", "cham", "thieu", "bat cap", "tuy nhien"}

// concessive are the words by which a text of achievements goes over to the rest.
var concessive = phrases{"tuy nhien", "tuy vay", "song", "the nhung", "ben canh nhung", "ben canh do van",
	"ben canh do con", "mat khac con", "han che la", "ton tai la", "kho khan la", "nguyen nhan la", "nguyen nhan do"}

// turns: the line under achievements speaks of something else.
func (b *block) turns(p passage) bool {
	if !slices.Contains(b.kinds, returns.Achievement) {
		return false
	}
	folded := viet.Fold(p.number.rest)
	return slices.ContainsFunc(concessive, func(w string) bool { return strings.HasPrefix(folded, w+" ") })
}

// looksLikeTitle: a line of no known kind that is set as titles are.
func (b *block) looksLikeTitle(i int) bool {
	p := b.passages[i]
	text := p.number.rest
	words := wordCount(text)
	folded := viet.Fold(text)
	switch {
	case words == 0 || words > 15 || isNone(text) || strings.HasSuffix(text, ".") || strings.HasSuffix(text, ";"):
		return false
	case p.number.style == 'I', p.number.style == 'A', p.number.style == 'P', isCapitals(text),
		p.cell.Style != nil && p.cell.Style.Bold:
		return true
	case strings.HasSuffix(text, ":"):
		return !leadIn.in(folded) || contrary.in(folded)
	case p.number.style == '1' || p.number.style == 'a' || p.number.style == '.':
		return b.follows(p.number)
	case p.number.style == '*' || p.number.style == '#':
		return words <= sentence && slices.Contains(b.samples, p.number.style)
	case p.number.style != 0:
		return false
	case b.bare && !p.first:
		return false // a line within a cell
	case b.bare && words <= 4:
		return !strings.ContainsAny(text, "0123456789,")
	}
	return words <= 10 && slices.Contains(b.kinds, returns.Achievement) && lacks.in(folded)
}

// leadIn are the words of a line that only announces what follows.
var leadIn = phrases{"cu the", "nhu sau", "sau", "trong do", "gom", "bao gom"}

// lacks are words of limitations.
var lacks = phrases{"han che", "ton tai", "kho khan", "vuong mac", "khuyet diem", "yeu kem", "bat cap"}

// follows: the number is the next of those of the titles.
func (b *block) follows(n numbered) bool {
	for i := len(b.samples) - 1; i >= 0; i-- {
		if b.samples[i] == n.style {
			return succeeds(b.numbers[i], n.n)
		}
	}
	return false
}

// succeeds: 1 and 2, a and b, 2.1 and 2.2.
func succeeds(before, n string) bool {
	i, j := strings.LastIndexByte(before, '.'), strings.LastIndexByte(n, '.')
	if before[:i+1] != n[:j+1] {
		return false
	}
	before, n = before[i+1:], n[j+1:]
	if len(before) == 1 && len(n) == 1 && before >= "a" {
		return n[0] == before[0]+1
	}
	a, errA := strconv.Atoi(before)
	c, errB := strconv.Atoi(n)
	return errA == nil && errB == nil && c == a+1
}

// take takes a text into the block, or counts it as lost where its kind is not
// known. The lines of a cell stay one text.
func (b *block) take(p passage, text string) {
	text = withoutBullet(text)
	if wordCount(text) < 2 || isNone(text) {
		return
	}
	kind := b.kindOf(text)
	if tellsNothing(kind, text) {
		return
	}
	if kind == "" {
		b.lost = append(b.lost, p.cell)
		return
	}
	at := b.at(b.sheet, p.cell.Row, p.cell.Col)
	if last := len(b.remarks) - 1; !p.first && b.taken > 0 && b.remarks[last].At == at && b.remarks[last].Kind == kind {
		b.remarks[last].Text += "\n" + p.line
		return
	}
	b.taken++
	b.remark(p.cell, kind, b.area, text)
}

// kindOf is the kind of a text under the block's title. Where that names
// several, the first text is of the first, but for achievements, and others
// where their own words say so.
func (b *block) kindOf(text string) returns.Kind {
	if len(b.kinds) == 1 {
		return b.kinds[0]
	}
	folded := viet.Fold(readNumber(text).rest) + " "
	opens := func(w string) bool { return strings.HasPrefix(folded, w+" ") }
	switch {
	case slices.Contains(b.kinds, returns.Cause) && slices.ContainsFunc(causeOpens, opens):
		return returns.Cause
	case slices.Contains(b.kinds, returns.Solution) && slices.ContainsFunc(remedyOpens, opens):
		return returns.Solution
	}
	if b.unknown || b.taken > 0 || len(b.lost) > 0 || slices.Contains(b.kinds, returns.Achievement) {
		return ""
	}
	return b.kinds[0]
}
