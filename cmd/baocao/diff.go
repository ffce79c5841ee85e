package main

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"baocao/internal/app"
	"baocao/internal/diag"
	"baocao/internal/journal"
	"baocao/internal/resolution"
)

func (p *program) diffCommand() *cobra.Command {
	var with app.Against
	c := &cobra.Command{
		Use:   "diff [DIR]",
		Short: p.text("cmd.diff.short"),
		Long:  p.text("cmd.diff.long"),
		Example: "  baocao diff kien-an-2022\n  baocao diff kien-an-2022 --mailed\n" +
			"  baocao diff kien-an-2022 --since 3",
		Args: takes(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			dir := p.recovered(cmd.Context(), args)
			d, err := app.Diff(cmd.Context(), dir, with, p.progress())
			switch {
			case errors.Is(err, app.ErrNoneMailed):
				return failed("fail.none-mailed", diag.Args{"dir": shown(dir)})
			case errors.Is(err, app.ErrNoNumber):
				return failed("fail.no-number", diag.Args{"number": with.Number, "dir": shown(dir)})
			case err != nil:
				return p.noReport(err, dir)
			}
			p.sayAll(d.Notes)
			if !d.Same() && d.Before != nil {
				p.status = statusIncomplete
			}
			if p.json {
				return p.printJSON(compared(d))
			}
			p.tellDifference(d, shown(dir))
			return nil
		},
	}
	c.Flags().BoolVar(&with.Mailed, "mailed", false, p.text("flag.mailed"))
	c.Flags().IntVar(&with.Number, "since", 0, p.text("flag.since"))
	return c
}

// noReport words the errors of a folder without a whole report.
func (p *program) noReport(err error, dir string) error {
	var missing *app.NoReport
	var mixed *app.MixedReport
	where := shown(filepath.Join(dir, app.ReportDir))
	switch {
	case errors.As(err, &mixed):
		return failed("fail.not-one", diag.Args{"dir": where, "folder": dir,
			"file": cmp.Or(mixed.Path, "ket-qua.json")})
	case errors.As(err, &missing):
		return failed("fail.no-report", diag.Args{"path": shown(missing.Path), "dir": dir})
	}
	return err
}

// line is a record as it is told to machines.
type line struct {
	Report int    `json:"report"`
	Did    string `json:"did"`
	At     string `json:"at"`
	By     string `json:"by"`
}

func lineOf(r *journal.Record) *line {
	if r == nil {
		return nil
	}
	return &line{r.Report, string(r.Did), r.At.Format("2006-01-02T15:04:05Z07:00"), r.By}
}

// leavingOf is a letter as it is told to machines: one of which nobody knows whether it arrived
// is "unsure".
func leavingOf(l *app.Leaving) *line {
	if l == nil {
		return nil
	}
	told := lineOf(&l.Record)
	if l.Unsure {
		told.Did = string(journal.Unsure)
	}
	return told
}

func compared(d *app.Difference) any {
	return struct {
		Same    bool                  `json:"same"`
		Before  *line                 `json:"before"`
		After   *line                 `json:"after"`
		Changes *journal.Changes      `json:"changes"`
		Outputs []string              `json:"outputs"`
		Pending []journal.InputChange `json:"pending"`
	}{d.Same() || d.Before == nil, lineOf(d.Before), lineOf(d.After), d.Changes, append([]string{}, d.Outputs...),
		append([]journal.InputChange{}, d.Pending...)}
}

// run says which report a line is about, and when.
func (o *output) run(r *journal.Record) diag.Text {
	return app.TellRun(r).Text()
}

func (p *program) tellDifference(d *app.Difference, dir string) {
	if d.Before == nil {
		p.answer(diag.Say("diff.first", nil))
		return
	}
	after := diag.Say("diff.now", nil).Text()
	if d.After != nil {
		after = p.run(d.After)
	}
	if d.Same() {
		p.answer(diag.Say("diff.same", diag.Args{"before": p.run(d.Before), "after": after}))
		p.tellPending(d.Pending)
		if d.Other != nil && d.Before.InPlace() {
			p.answer(diag.Say("diff.other", diag.Args{"other": p.run(d.Other), "dir": dir, "number": d.Other.Report}))
		}
		return
	}
	p.answer(diag.Say("diff.title", diag.Args{"before": p.run(d.Before), "after": after}))
	if !d.Whole {
		p.answer(diag.Say("diff.thin", diag.Args{"number": d.Before.Report}))
	}
	p.tellChanges(d.Changes, d.Plan)
	if d.Changes.None() && len(d.Outputs) > 0 {
		p.answer(diag.Say("diff.words-only", diag.Args{"files": strings.Join(d.Outputs, ", ")}))
	}
	p.tellPending(d.Pending)
	if len(d.Pending) > 0 {
		p.answer(diag.Say("diff.build", diag.Args{"dir": dir}))
	}
}

// tellPending names the files that are not in the report yet.
func (p *program) tellPending(files []journal.InputChange) {
	if len(files) == 0 {
		return
	}
	p.answer(diag.Say("diff.pending", diag.Args{"count": len(files)}))
	p.tellFiles(files)
}

func (p *program) tellFiles(files []journal.InputChange) {
	for i, f := range files {
		if i == mostListed {
			fmt.Fprint(p.stdout, "  ")
			p.answer(diag.Say("diff.more", diag.Args{"count": len(files) - i}))
			break
		}
		fmt.Fprintf(p.stdout, "  %s: %s\n", p.text("file."+string(f.How)), diag.Visible(f.File))
	}
}

// mostListed is how many of one kind are named.
const mostListed = 30

// tellChanges says what changed: flipped verdicts first.
func (p *program) tellChanges(c *journal.Changes, plan *resolution.Plan) {
	part := func(key string, count int, one func(int)) {
		if count == 0 {
			return
		}
		fmt.Fprintln(p.stdout)
		p.answer(diag.Say(key, diag.Args{"count": count}))
		for i := range count {
			if i == mostListed {
				fmt.Fprint(p.stdout, "  ")
				p.answer(diag.Say("diff.more", diag.Args{"count": count - i}))
				break
			}
			one(i)
		}
	}
	part("diff.verdicts", len(c.Verdicts), func(i int) { p.answer(p.flipped(&c.Verdicts[i])) })
	part("diff.figures", len(c.Figures), func(i int) { p.tellFigure(&c.Figures[i], plan) })
	part("diff.promises", len(c.Promises), func(i int) {
		p.answer(app.TellPromise(&c.Promises[i], brief(c.Promises[i].Name)))
	})
	part("diff.units", len(c.Units), func(i int) { p.answer(app.TellUnit(&c.Units[i], plan)) })
	for _, list := range []struct {
		key      string
		problems []journal.Problem
	}{{"diff.new", c.New}, {"diff.settled", c.Settled}} {
		part(list.key, len(list.problems), func(i int) { p.answer(app.TellProblem(&list.problems[i])) })
	}
	part("diff.decisions", len(c.Decisions), func(i int) { p.answer(app.TellDecision(&c.Decisions[i], plan)) })
	if w := c.Words; w != (journal.Words{}) {
		fmt.Fprintln(p.stdout)
		p.answer(diag.Say("diff.remarks", diag.Args{"added": w.Added, "removed": w.Removed}))
	}
}

// brief is the beginning of a long name.
func brief(name string) string {
	const most = 60
	if letters := []rune(name); len(letters) > most {
		return strings.TrimSpace(string(letters[:most])) + "…"
	}
	return name
}

// flipped says which verdict changed.
func (o *output) flipped(f *journal.Flip) diag.Message {
	before, after := app.TellFlip(f)
	return diag.Say("diff.verdict", diag.Args{"about": flips(f), "name": brief(f.Name), "before": before,
		"after": after})
}

// flips is the number of what has another verdict.
func flips(f *journal.Flip) string { return cmp.Or(f.Measure, strconv.Itoa(f.Indicator)) }

// moved says which figure changed.
func (o *output) moved(f *journal.Moved) diag.Message {
	before, after := app.TellFigure(f)
	return diag.Say("diff.figure", diag.Args{"measure": f.Measure, "name": brief(f.Name), "before": before,
		"after": after})
}

// sinceMailed says at once what a report says otherwise than the one that was mailed,
// and returns what stands on the last line of it; "" for nothing.
func (p *program) sinceMailed(s *app.Since, dir string) string {
	if s == nil || s.Changes.Judged() == 0 {
		return ""
	}
	p.say(diag.Say("build.mailed", diag.Args{"mailed": p.run(&s.Record)}))
	p.judged(p.stderr, s.Changes)
	var which []string
	for i := range s.Changes.Verdicts {
		which = append(which, flips(&s.Changes.Verdicts[i]))
	}
	for _, f := range s.Changes.Figures {
		which = append(which, f.Measure)
	}
	p.say(diag.Say("build.mailed-more", diag.Args{"dir": dir}))
	return diag.Say("left.mailed", diag.Args{"which": app.Few(which)}).In(p.lang)
}

func (p *program) tellFigure(f *journal.Moved, plan *resolution.Plan) {
	p.answer(p.moved(f))
	for i, a := range f.Answers {
		if i == mostListed {
			fmt.Fprint(p.stdout, "      ")
			p.answer(diag.Say("diff.more", diag.Args{"count": len(f.Answers) - i}))
			break
		}
		unit, input := app.TellAsked(&a, plan)
		p.answer(diag.Say("diff.answer", diag.Args{"unit": unit, "input": input, "before": app.TellAnswer(a.Before),
			"after": app.TellAnswer(a.After)}))
	}
}
