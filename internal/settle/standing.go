package settle

import (
	"cmp"
	"slices"

	"baocao/internal/diag"
	"baocao/internal/returns"
	"baocao/internal/workbook"
)

// Standing returns the problems that still matter once the files of each unit
// are put together: not those of a file that is replaced or repeated, nor those
// of a single answer that a later file or a person has replaced.
func (s *Settlement) Standing(problems []diag.Problem) []diag.Problem {
	status := map[string]returns.Status{}
	for _, r := range s.Returns {
		status[r.File] = r.Status
	}
	aside, used := map[answerPlace]bool{}, map[answerPlace]bool{}
	for _, v := range s.Versions {
		if v.Key != "" && !v.Used.Disputed && v.Used.Key != "" && v.Unit == v.Used.Unit {
			aside[placeOf(v.Aside.At, v.Measure)] = true
		}
	}
	if len(aside) > 0 {
		for i := range s.Answers {
			used[placeOf(s.Answers[i].At, s.Answers[i].Measure)] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(problems), func(p diag.Problem) bool {
		switch status[p.At.File] {
		case returns.StatusReplaced, returns.StatusDuplicate, returns.StatusOtherPeriod:
			return true
		}
		if s.decided(p) {
			return true
		}
		at := placeOf(p.At, p.Measure)
		return p.At.Cell != "" && aside[at] && !used[at]
	})
}

// decided reports that a person, or another file of the unit, has settled all the
// figures a question is about, or all that one of its candidates tells.
func (s *Settlement) decided(p diag.Problem) bool {
	if p.Question == nil || p.Question.Step == diag.BySender {
		return false
	}
	q := p.Question
	if q.Input != "" {
		return s.isDecided(p.Unit, q.Input, p.At.File)
	}
	all := [][]diag.Cell{q.Figures}
	for _, c := range q.Candidates {
		all = append(all, c.Cells)
	}
	return slices.ContainsFunc(all, func(cells []diag.Cell) bool {
		return len(cells) > 0 && !slices.ContainsFunc(cells, func(c diag.Cell) bool {
			return !s.isDecided(cmp.Or(c.Unit, p.Unit), c.Input, p.At.File)
		})
	})
}

// isDecided: a person settled a unit's figure, or a file other than the one that
// left it open.
func (s *Settlement) isDecided(unit, input, file string) bool {
	for i := range s.Answers { // each is large
		if o := &s.Answers[i]; o.Unit == unit && o.Key == input &&
			(o.Choice != nil || o.Answer > returns.Faulty && o.At.File != file) {
			return true
		}
	}
	return false
}

// answerPlace is the row of a sheet that one measure's answer stands in: value,
// unit of measurement and label may each have a problem.
type answerPlace struct {
	file, sheet string
	row         int
	measure     string
}

func placeOf(at diag.Position, measure string) answerPlace {
	row, _, _ := workbook.ParseRef(at.Cell)
	return answerPlace{at.File, at.Sheet, row, measure}
}
