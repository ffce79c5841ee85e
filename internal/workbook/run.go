package workbook

import "strings"

// Run is a stretch of rich text that looks unlike the cell.
type Run struct {
	Text, Font string // the font "" is that of the cell
	Script     Script
	Struck     bool // crossed out
}

// Script is where a run stands on its line.
type Script uint8

// Places on the line.
const (
	OnLine  Script = iota
	Raised         // a footnote's mark, or an exponent
	Lowered        // an index
)

// struck: a run of the cell's own font is crossed out where the cell is.
func (r *Run) struck(c *Cell) bool {
	return r.Struck || r.Font == "" && c.Style != nil && c.Style.Struck
}

// IsStruck tells a cell all of whose content is crossed out.
func (c *Cell) IsStruck() bool {
	if len(c.Runs) == 0 {
		return c.Style != nil && c.Style.Struck
	}
	for i := range c.Runs {
		if !c.Runs[i].struck(c) && strings.TrimSpace(c.Runs[i].Text) != "" {
			return false
		}
	}
	return true
}

// Visible is a cell's text without what is crossed out in it. It is what may leave
// the office; a note's mark or an exponent stays, since only its reader can tell
// them apart.
func (c *Cell) Visible() string {
	if len(c.Runs) == 0 {
		if c.Style != nil && c.Style.Struck {
			return ""
		}
		return c.Text
	}
	return c.keep(func(r *Run) bool { return !r.struck(c) })
}

// Struck is what is crossed out in a cell.
func (c *Cell) Struck() string {
	if len(c.Runs) == 0 {
		if c.Style != nil && c.Style.Struck {
			return c.Text
		}
		return ""
	}
	return c.keep(func(r *Run) bool { return r.struck(c) })
}

// OffLine is what is raised or lowered in a cell beside text that is not; OnLine
// is the visible rest.
func (c *Cell) OffLine() string {
	return c.keep(func(r *Run) bool { return r.Script != OnLine && !r.struck(c) })
}

// OnLine is a cell's visible text without what is raised or lowered beside it.
func (c *Cell) OnLine() string {
	if len(c.Runs) == 0 {
		return c.Visible()
	}
	return c.keep(func(r *Run) bool { return r.Script == OnLine && !r.struck(c) })
}

func (c *Cell) keep(wanted func(*Run) bool) string {
	var out strings.Builder
	for i := range c.Runs {
		if wanted(&c.Runs[i]) {
			out.WriteString(c.Runs[i].Text)
		}
	}
	return out.String()
}
