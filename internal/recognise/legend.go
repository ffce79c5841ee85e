package recognise

import (
	"slices"
	"strings"
	"sync"

	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// A legend gives a look a meaning: "Ô tô vàng: số chưa chốt". It speaks of the figures that bear
// the colour it names; of all of them, where it names none or nothing in the table bears it.

// legend is one of them.
type legend struct {
	hues    []workbook.Hue // that its word for the colour may mean, the likeliest first; nil for no colour
	meaning string
}

// colours are the words for them, with the hues that they mean and those near to these.
var colours = sync.OnceValue(func() map[string][]workbook.Hue {
	return map[string][]workbook.Hue{
		"vàng": {workbook.Yellow, workbook.Orange}, "đỏ": {workbook.Red, workbook.Pink, workbook.Orange},
		"cam": {workbook.Orange, workbook.Yellow, workbook.Brown}, "xanh": {workbook.Green, workbook.Blue},
		"tím": {workbook.Purple, workbook.Pink, workbook.Blue}, "hồng": {workbook.Pink, workbook.Red,
			workbook.Purple},
		"nâu": {workbook.Brown, workbook.Orange}, "xám": {workbook.Grey}, "ghi": {workbook.Grey},
	}
})

var (
	anyHue = []workbook.Hue{workbook.SomeHue, workbook.Grey, workbook.Red, workbook.Brown, workbook.Orange,
		workbook.Yellow, workbook.Green, workbook.Blue, workbook.Purple, workbook.Pink}
	legendNouns = list(`những, các, chữ, số, số liệu, ô, dòng, phần, con số, cột, hàng, chỗ, giá trị, mục, được, có,
		đã, bị, in`)
	looks = list(`màu, nền, tô, bôi, tô màu, bôi màu, đánh màu, có màu, in đậm, bôi đậm, tô đậm, đậm, in nghiêng,
		nghiêng, gạch chân, gạch dưới, gạch ngang, đánh dấu, trong ngoặc, để trong ngoặc, có dấu`)
	shades = list(`nhạt, tươi, sẫm, thẫm, lá, lá cây, cây, dương, da trời, lục, lam, biển, nước biển, lơ, chanh, gạch,
		chữ, nền`)
	grounds   = list("màu, nền, tô, bôi, tô màu, bôi màu, đánh màu, có màu")
	meansThat = list(": , =, là, –, -, >, → , thể hiện, nghĩa là, tức là")
	setOff    = []string{":", "=", "–", "-", ">", "→"}
	// colours that mostly are verbs: "số ghi nhầm", "đã cam kết"
	alsoVerbs = []string{"ghi", "cam"}
)

// legendsIn are the legends of a text, one between each two of its marks.
func legendsIn(text string) []legend {
	all, _ := partLegends(text)
	return all
}

// withoutLegends is what a text says beside its legends: "Ô vàng: đã chốt; mục 2 là số ước".
func withoutLegends(text string) string {
	_, rest := partLegends(text)
	return rest
}

func partLegends(text string) (all []legend, rest string) {
	var others []string
	for line := range strings.SplitSeq(viet.Clean(text), "\n") {
		for sentence := range strings.SplitSeq(line, ". ") {
			for part := range strings.SplitSeq(sentence, ";") {
				if l, ok := legendOf(part); ok {
					all = append(all, l)
				} else if part = strings.TrimSpace(part); part != "" {
					others = append(others, part)
				}
			}
		}
	}
	return all, strings.Join(others, "; ")
}

// legendOf reads words for a look, and what that means. A colour that nothing leads to has to be
// set off, and so has what may be another word: "Vàng: đang sửa", "Ô cam: ước", "o do: uoc".
func legendOf(text string) (l legend, ok bool) {
	if head, after, led := strings.Cut(text, ":"); led && isNoteLead(head) {
		text = after
	}
	s := speechOf(strings.Trim(strings.TrimSpace(text), "()*-•+ "))
	led, looked := false, false
	i := 0
	for i < len(s.words) {
		noun, look := s.oneOf(i, legendNouns), s.oneOf(i, looks)
		shade, hues := 0, colours()[s.words[i]]
		if looked {
			shade = s.oneOf(i, shades)
		}
		switch {
		case hues == nil && look+noun+shade == 0:
			hues = s.bareColour(i, led)
			if hues == nil || !looked && !s.isSetOff(i+1) {
				return s.legend(l, i, led, looked)
			}
			fallthrough
		case hues != nil:
			if !looked && slices.Contains(alsoVerbs, s.words[i]) && !s.isSetOff(i+1) {
				hues = nil // said of all figures, as far as anybody knows
			}
			if looked && l.hues != nil && !slices.Equal(l.hues, anyHue) { // the next colour's
				return s.legend(l, i, led, looked)
			}
			l.hues, looked = hues, true
			i++
		case look > 0:
			if looked && s.oneOf(i, meansThat) > 0 {
				return s.legend(l, i, led, looked)
			}
			if l.hues == nil && s.oneOf(i, grounds) > 0 {
				l.hues = anyHue
			}
			led, looked = true, true
			i += look
		case shade > 0:
			i += shade
		case looked: // a noun behind the look: the meaning
			return s.legend(l, i, led, looked)
		default:
			led = true
			i += noun
		}
	}
	return l, false
}

func (s speech) isSetOff(i int) bool { return i < len(s.words) && slices.Contains(setOff, s.words[i]) }

// bareColour is a colour that was written without its accents, behind a word that leads to one.
func (s speech) bareColour(i int, led bool) []workbook.Hue {
	if !s.bare || !led {
		return nil
	}
	for word, hues := range colours() {
		if viet.Fold(word) == s.words[i] {
			return hues
		}
	}
	return nil
}

// legend is the legend whose meaning begins at a word.
func (s speech) legend(l legend, i int, led, looked bool) (legend, bool) {
	n := s.oneOf(i, meansThat)
	if i < len(s.words) && s.words[i] == ":" {
		n = max(n, 1)
	}
	set := n > 0 && slices.Contains([]string{":", "="}, s.words[i]) ||
		i == 1 && l.hues != nil && !s.bare && s.at(i, "là") > 0 // "đỏ là ..."
	l.meaning = speech{s.words[i+n:], s.bare}.text()
	return l, looked && (led && (n > 0 || !s.bare) || set) && l.meaning != ""
}

func isNoteLead(head string) bool {
	s := speechOf(head)
	return s.oneOf(0, noteLeads)+s.oneOf(0, list("chú giải, quy ước, ký hiệu, quy ước màu")) == len(s.words) &&
		len(s.words) > 0
}

// isLegend: a line tells what figures in bold, in red, in grey cells are.
func isLegend(text string) bool { return len(legendsIn(text)) > 0 }

// harmlessLooks are what is set apart by its look without a doubt about it: sums, parts, what was
// reached, where somebody types.
var harmlessLooks = sync.OnceValue(func() []string {
	return list(`tổng, cộng, tổng số, tổng cộng, trong đó, đạt, vượt, không đạt, chưa đạt, công thức, tự tính,
		tính tự động, tiêu đề, tên, mục, nhóm, chỉ tiêu chính, chỉ tiêu chủ yếu, quan trọng, nghị quyết, ô nhập, nhập,
		cần nhập, đơn vị nhập, đơn vị tự nhập, tự nhập, phải nhập, điền, cần điền, đơn vị điền`)
})

// isRefusedBy: a legend says of the figure's look what is not known to be harmless.
func (t *taking) isRefusedBy(all []legend) bool {
	return slices.ContainsFunc(all, func(l legend) bool {
		return t.bears(l) && !t.isHarmlessLook(l.meaning)
	})
}

func (t *taking) isHarmlessLook(meaning string) bool {
	h := t.hear(meaning)
	s := speechOf(meaning)
	wholly := len(s.words) > 0 && s.oneOf(0, harmlessLooks()) == len(s.words)
	if h.denied || h.estimate || h.aside && !wholly || h.uncounted || s.isPartly() ||
		s.has(listOnce("sai, nhầm, thiếu")) {
		return false
	}
	n := s.oneOf(0, list("chỉ tiêu, số, số liệu, ô, dòng, phần, mục, các, những, các chỉ tiêu, là, do"))
	return t.isHarmless(meaning, h) || s.oneOf(0, harmlessLooks()) > 0 || s.oneOf(n, harmlessLooks()) > 0
}

// bears: the figure, or the label of its row, has the colour that a legend names; all figures have
// it where none of the table has, and where the legend names no colour.
func (t *taking) bears(l legend) bool {
	if l.hues == nil || t.table == nil {
		return true
	}
	first, last := t.table.labelColumns()
	if slices.Equal(l.hues, anyHue) {
		is := func(h workbook.Hue) bool { return h != workbook.NoHue }
		return !t.table.isColoured(is, last) || t.isColoured(is, first)
	}
	for _, hue := range l.hues {
		is := func(h workbook.Hue) bool { return h == hue }
		if t.table.isColoured(is, last) {
			return t.isColoured(is, first)
		}
	}
	return true
}

// isColoured: a cell below the headings has such a colour.
func (t *table) isColoured(is func(workbook.Hue) bool, lastLabel int) bool {
	cells := t.sheet.In(workbook.Span{First: t.bottom + 1, Last: t.end})
	return slices.ContainsFunc(cells, func(c workbook.Cell) bool {
		figure := c.Kind == workbook.Number || startsWithDigit(strings.TrimSpace(c.Text))
		return (figure || c.Col == lastLabel) && isPainted(&c, is)
	})
}

func (t *taking) isColoured(is func(workbook.Hue) bool, label int) bool {
	return isPainted(t.sheet.At(t.row, t.col), is) || isPainted(t.sheet.At(t.row, label), is)
}

func isPainted(c *workbook.Cell, is func(workbook.Hue) bool) bool {
	return c != nil && c.Style != nil && (is(c.Style.Fill) || is(c.Style.Ink))
}
