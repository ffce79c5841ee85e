package workbook

import "strings"

// Run is a stretch of rich text that looks unlike the cell.
type Run struct {
	Text, Font string // the font "" is that of the cell
	Script     Script
	Struck     bool // crossed out
	Unseen     bool // written in the colour of its ground, or hidden
}

// Script is where a text stands on its line.
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

// unseen: a run of the cell's own font is as seen as the cell is.
func (r *Run) unseen(c *Cell) bool {
	return r.Unseen || r.Font == "" && c.Style != nil && c.Style.Unseen
}

// ScriptIn is where a run stands: one of the cell's own font where the cell's does.
func (r *Run) ScriptIn(c *Cell) Script {
	if r.Script == OnLine && r.Font == "" && c.Style != nil {
		return c.Style.Script
	}
	return r.Script
}

// gone: a run is no part of what people read.
func (r *Run) gone(c *Cell) bool { return r.struck(c) || r.unseen(c) }

// IsUnseen tells a cell whose content nobody sees, because of its colour.
func (c *Cell) IsUnseen() bool {
	if len(c.Runs) == 0 {
		return c.Style != nil && c.Style.Unseen
	}
	return c.all((*Run).unseen)
}

// all tells whether something holds for all runs that are not blank.
func (c *Cell) all(of func(*Run, *Cell) bool) bool {
	for i := range c.Runs {
		if !of(&c.Runs[i], c) && strings.TrimSpace(c.Runs[i].Text) != "" {
			return false
		}
	}
	return true
}

// IsStruck tells a cell all of whose content is crossed out.
func (c *Cell) IsStruck() bool {
	if len(c.Runs) == 0 {
		return c.Style != nil && c.Style.Struck
	}
	return c.all((*Run).struck)
}

// IsOffLine tells a cell all of whose content is raised or lowered.
func (c *Cell) IsOffLine() bool {
	if len(c.Runs) == 0 {
		return c.Style != nil && c.Style.Script != OnLine
	}
	return c.all(func(r *Run, c *Cell) bool { return r.ScriptIn(c) != OnLine })
}

// Visible is a cell's text without what is crossed out in it, or not seen. It is what may leave
// the office; a note's mark or an exponent stays, since only its reader can tell
// them apart.
func (c *Cell) Visible() string {
	if len(c.Runs) == 0 {
		if c.Style != nil && c.Style.Struck {
			return ""
		}
		return c.Text
	}
	return c.keep(func(r *Run) bool { return !r.gone(c) })
}

// Prose is what people read of a cell, without the marks of notes: raised digits that
// are no part of a number or a name, while "m²" keeps its own.
func (c *Cell) Prose() string {
	if len(c.Runs) == 0 {
		return c.Visible()
	}
	var out strings.Builder
	for i := range c.Runs {
		r := &c.Runs[i]
		if r.gone(c) || r.ScriptIn(c) == Raised && out.Len() > 0 && isMark(r.Text) &&
			!strings.HasSuffix(out.String(), "m") {
			continue
		}
		out.WriteString(r.Text)
	}
	return out.String()
}

// isMark tells what may be the mark of a note: "1", "(2)", "3,4", "*".
func isMark(s string) bool { return strings.Trim(s, "0123456789()[], *") == "" }

// Unseen is what stands in a cell beside what is seen, and is not seen.
func (c *Cell) Unseen() string {
	return c.keep(func(r *Run) bool { return r.unseen(c) })
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

// OffLine is what is raised or lowered of a cell's visible text; OnLine is the rest.
func (c *Cell) OffLine() string {
	if len(c.Runs) > 0 {
		return c.keep(func(r *Run) bool { return r.ScriptIn(c) != OnLine && !r.gone(c) })
	}
	if !c.IsOffLine() {
		return ""
	}
	return c.Visible()
}

// OnLine is a cell's visible text without what is raised or lowered.
func (c *Cell) OnLine() string {
	if len(c.Runs) > 0 {
		return c.keep(func(r *Run) bool { return r.ScriptIn(c) == OnLine && !r.gone(c) })
	}
	if c.IsOffLine() {
		return ""
	}
	return c.Visible()
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
