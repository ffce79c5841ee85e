package app

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/tomlfile"
	"baocao/internal/viet"
)

// What a person sets by hand, without being asked: a figure, or a verdict.

// handID is the id of such an entry, by which it is taken back. No question has one like it.
func handID(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return "tay-" + hex.EncodeToString(sum[:3])
}

// SetFigure sets a unit's answer to what an ask asks: what its files say does not count
// then.
func (d *Desk) SetFigure(ctx context.Context, unit, key, value string, by Signature) (*Answered, error) {
	ask := d.run.annex.Plan.Ask(unit, key)
	if ask.Label == "" {
		return nil, &NoQuestion{key}
	}
	c, err := stated(ask, viet.Tidy(value))
	if err != nil {
		return nil, err
	}
	p := diag.Problem{Unit: unit}.Ask(diag.Question{ID: handID("figure", unit, key), Step: diag.ByFigure, Input: key})
	return d.settle(ctx, p, c, by)
}

// Settable are the verdicts that a person may set for a measure or, by its number in
// brackets, an indicator; nil for what is none, and for what is not judged.
func Settable(a *assess.Annex, about string) []resolution.Verdict {
	all := []resolution.Verdict{resolution.Exceeded, resolution.Met, resolution.Missed, resolution.NoData,
		resolution.Unassessed}
	m := a.FindMeasure(about)
	switch {
	case m == nil && a.FindIndicator(about) == nil, m != nil && m.Computed == resolution.Info:
		return nil
	case m != nil && !m.Target.CanExceed() && !m.Due.CanExceed():
		return all[1:]
	}
	return all
}

// SetVerdict sets the verdict of a measure or of an indicator, named as Settable is
// asked. The computed one stays beside it.
func (d *Desk) SetVerdict(ctx context.Context, about string, v resolution.Verdict, by Signature) (*Answered, error) {
	a := d.run.annex
	if i := a.FindIndicator(about); i != nil && a.FindMeasure(about) == nil && len(i.Measures) == 1 {
		about = i.Measures[0].ID
	}
	if !slices.Contains(Settable(a, about), v) {
		return nil, ErrNoChoice
	}
	var b strings.Builder
	line := func(key, value string) { fmt.Fprintf(&b, "%-9s = %s\n", key, value) }
	id := handID("verdict", about)
	b.WriteString("[[verdict]]\n")
	line("id", resolution.Quoted(id))
	var was *resolution.Decision
	if m := a.FindMeasure(about); m != nil {
		was = m.Override
		line("measure", resolution.Quoted(m.ID))
	} else {
		i := a.FindIndicator(about)
		was = i.Override
		line("indicator", fmt.Sprint(i.Number))
	}
	if was != nil {
		return nil, &Decided{was.ID, was.Line}
	}
	if of := a.Plan.Report.Period; !of.IsYear() || d.run.besides {
		line("period", resolution.Quoted(of.String()))
	}
	line("verdict", resolution.Quoted(viet.LowerFirst(v.Vi())))
	line("reason", resolution.Quoted(by.Reason))
	line("by", resolution.Quoted(by.By))
	line("date", by.Date.ISO())
	return d.apply(ctx, id, resolution.DecisionsFile, func(text string) (string, int, error) {
		added, err := tomlfile.Append(text, "verdict", []string{b.String()})
		return added, 1, err
	})
}

// Entry is something decided that stands in a file without an id: somebody wrote it there.
type Entry struct {
	File, Array string
	Line        int               // at which it begins
	Says        map[string]string // what has to stand there still
}

// TakeOut takes such an entry out of its file, where it is still there.
func (d *Desk) TakeOut(ctx context.Context, e Entry) (*Answered, error) {
	done, err := d.apply(ctx, "", e.File, func(text string) (string, int, error) {
		return tomlfile.RemoveWhere(text, e.Array, func(entry map[string]any, line int) bool {
			for key, value := range e.Says {
				if entry[key] != value {
					return false
				}
			}
			return line == e.Line && entry["id"] == nil
		})
	})
	if err == nil && done.Entries == 0 {
		return nil, &NoQuestion{e.Array}
	}
	return done, err
}
