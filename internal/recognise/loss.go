package recognise

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"baocao/internal/viet"
)

// A figure below zero, where the plan says that one may be: a profit, a balance. Books set it
// in brackets; people say "lỗ" and leave the sign out, which has to be asked about.

// inBrackets are figures below zero as books write them: "(3,2)", "(3,2 tỷ đồng)", "(3,2) tỷ đồng".
var inBrackets = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\(\s*([0-9][^()]*)\)\s*([^()0-9]*)$`)
})

// withSign is a figure that books set in brackets with its sign in place of them; ok is false
// for any other text, and where nothing below zero is asked for.
func (t *taking) withSign(written string) (signed string, ok bool) {
	m := inBrackets().FindStringSubmatch(strings.TrimSpace(written))
	if !t.ask.Negative || m == nil {
		return written, false
	}
	return "-" + strings.TrimSpace(m[1]+" "+m[2]), true
}

// losing are the words of what is below zero.
var losing = list("lỗ, thua lỗ, bị lỗ, âm, thâm hụt, bội chi, mất cân đối")

// tellsLoss: words say that a figure is below zero.
func tellsLoss(text string) bool { return speechOf(viet.Tidy(text)).has(losing) }

// mayBeLoss: words or a sign of some kind may say that a figure is below zero: "- 3,2".
func mayBeLoss(text string) bool { return tellsLoss(text) || strings.ContainsAny(text, "-−–") }

// markedLoss is what a column that is headed as one of losses has in the row of a figure: a
// mark there says what the figure is.
func (t *taking) markedLoss() string {
	if t.table == nil || !t.ask.Negative || t.o.Value.Sign() <= 0 {
		return ""
	}
	for _, h := range t.table.heads {
		mark := cellText(merged(t.sheet, t.row, h.col))
		if h.col != t.col && !isNoLoss(mark) && tellsLoss(h.shown) && !speechOf(h.shown).has(gaining) {
			return h.shown + ": " + mark
		}
	}
	return ""
}

// isNoLoss: what stands in such a column says that nothing was lost. A dash there may be a sign.
func isNoLoss(mark string) bool {
	return strings.Trim(mark, " 0,.") == "" || slices.Contains([]string{"khong", "khong co"}, viet.Fold(mark))
}

// gaining are the words of what is above zero.
var gaining = list("lãi, lời, dương, thặng dư, bội thu, thu")

// isLoss: a remark says that the figure is a loss, and no sign stands before it.
func (t *taking) isLoss(remark string) bool {
	return t.ask.Negative && t.o.Value.Sign() > 0 && tellsLoss(remark)
}
