package assess

import (
	"slices"

	"baocao/internal/diag"
	"baocao/internal/resolution"
)

// phase is when a rule runs.
type phase int

const (
	beforeJudging phase = iota // the answers it finds impossible are not used
	afterJudging               // it looks at what came out and only asks
)

// rule is one check across answers.
type rule struct {
	phase phase
	check func(*consolidation)
}

// rules are the checks across answers, in the order they run. What one file
// shows by itself (a count that is negative or not whole, a figure of another
// period) was checked when the file was read.
var rules = []rule{
	{beforeJudging, (*consolidation).farFromPeers},
	{beforeJudging, (*consolidation).noneWherePeersHave},
	{beforeJudging, (*consolidation).belowReported},
	{beforeJudging, (*consolidation).contradictions},
	{beforeJudging, (*consolidation).partAboveWhole},
	{beforeJudging, (*consolidation).rateAboveHundred},
	{beforeJudging, (*consolidation).partOfAboveWhole},
	{afterJudging, (*consolidation).branchAboveTotal},
	{afterJudging, (*consolidation).unlikeLastYear},
	{afterJudging, (*consolidation).jump},
	{afterJudging, (*consolidation).unlikeParts},
	{afterJudging, (*consolidation).listLength},
	{afterJudging, (*consolidation).population},
	{afterJudging, (*consolidation).estimates},
}

func (c *consolidation) unitName(id string) any {
	if u := c.plan.Unit(id); u != nil {
		return u.Name
	}
	return diag.Say("annex.all-units", nil)
}

// sendersOf names the units of sources, or counts them.
func (c *consolidation) sendersOf(sources []Source) any {
	units := senders(sources)
	if len(units) == 1 {
		return c.plan.Unit(units[0]).Name
	}
	return diag.Say("annex.units-together", diag.Args{"count": counted(len(units))})
}

func senders(sources []Source) []string {
	var units []string
	for _, s := range sources {
		if s.Unit != "" && !slices.Contains(units, s.Unit) {
			units = append(units, s.Unit)
		}
	}
	return units
}

// planLine is where the plan speaks of a measure.
func planLine(m *resolution.Measure) diag.Position {
	return diag.Position{File: resolution.ResolutionFile, Line: m.Line}
}
