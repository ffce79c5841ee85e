package assess

import (
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
)

// listLength: the names behind a count are as many as it says.
func (c *consolidation) listLength() {
	for _, m := range c.plan.Measures() {
		if !m.List {
			continue
		}
		for _, unit := range m.From {
			count, ok := c.answers.get(unit, resolution.Key(m.ID, resolution.RoleValue))
			list, listed := c.answers.get(unit, resolution.Key(m.ID, resolution.RoleList))
			if !ok || !listed || list.Answer != returns.Given || count.Answer == returns.Pending {
				continue
			}
			if n := countEntries(list.Text); !count.Value.Equal(quantity.Int(int64(n))) {
				c.report(diag.New("B418", list.At,
					diag.Args{"measure": m.ID, "names": n, "count": numberText(count.Value)}).
					ForUnit(unit).ForMeasure(m.ID).See(count.At))
			}
		}
	}
}

// countEntries counts the entries of a list: separated by semicolons or lines, else by
// commas.
func countEntries(list string) int {
	separators := ";\n"
	if !strings.ContainsAny(strings.TrimSpace(list), separators) {
		separators = ","
	}
	n := 0
	for _, entry := range strings.FieldsFunc(list, func(r rune) bool { return strings.ContainsRune(separators, r) }) {
		if strings.Trim(entry, " \t\r-+*•.0123456789)") != "" {
			n++
		}
	}
	return n
}
