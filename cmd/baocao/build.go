package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"baocao/internal/app"
	"baocao/internal/diag"
	"baocao/internal/render/result"
)

func (p *program) buildCommand() *cobra.Command {
	var how many
	c := &cobra.Command{
		Use:   "build [DIR...]",
		Short: p.text("cmd.build.short"),
		Long:  p.text("cmd.build.long"),
		Example: "  baocao build\n  baocao build kien-an-2022\n" +
			"  baocao build kien-an-2022 --strict\n  baocao build quan-a quan-b\n" +
			"  baocao build --list cac-xa.txt --changed --summary ket-qua-cac-xa.xlsx",
		RunE: func(cmd *cobra.Command, args []string) error {
			if how.list != "" {
				dirs, lines, err := foldersIn(how.list)
				if err != nil {
					return err
				}
				args, how.lines = append(args, dirs...), lines
			}
			if len(args) < 2 && how.list == "" && !how.changed && how.summary == "" {
				return p.build(cmd.Context(), p.recovered(cmd.Context(), args))
			}
			if len(args) == 0 {
				args = []string{"."}
			}
			return p.buildMany(cmd.Context(), args, how)
		},
	}
	c.Flags().StringVar(&how.list, "list", "", p.text("flag.list"))
	c.Flags().BoolVar(&how.changed, "changed", false, p.text("flag.changed"))
	c.Flags().StringVar(&how.summary, "summary", "", p.text("flag.summary"))
	c.Flags().BoolVar(&p.strict, "strict", false, p.text("flag.strict"))
	c.Flags().BoolVar(&p.sources, "sources", false, p.text("flag.sources"))
	return c
}

// extras are the outputs that were asked for beside the report.
func (p *program) extras() (extras []app.Extra) {
	if p.sources {
		extras = append(extras, app.Sources)
	}
	return extras
}

func (p *program) build(ctx context.Context, dir string) error {
	out, err := app.Build(ctx, dir, p.progress(), p.extras()...)
	if err != nil {
		return err
	}
	return p.tellBuild(dir, out)
}

// distinct drops folders named twice, however they are written: two builds of
// one folder at once would be in each other's way.
func distinct(dirs []string) []string {
	var out []string
	seen := map[string]bool{}
	for _, dir := range dirs {
		real := dir
		if abs, err := filepath.Abs(dir); err == nil {
			real = abs
		}
		if resolved, err := filepath.EvalSymlinks(real); err == nil {
			real = resolved
		}
		if !seen[real] {
			seen[real], out = true, append(out, dir)
		}
	}
	return out
}

// worse returns the worse of two statuses.
func worse(a, b int) int {
	order := []int{statusOK, statusIncomplete, statusUsage, statusInvalidPlan, statusFailed, statusInterrupted}
	if slices.Index(order, b) > slices.Index(order, a) {
		return b
	}
	return a
}

func (p *program) tellBuild(dir string, out *app.Outcome) error {
	a := out.Annex
	p.folder = shown(dir)
	if p.json {
		if err := p.printJSON(out.Result); err != nil {
			return err
		}
	}
	if out.Frozen != nil {
		p.sayAll(out.Notes)
		p.tellFrozen(p.stderr, out.Frozen, p.folder)
		if p.strict && !out.Result.Complete {
			p.status = worse(p.status, statusIncomplete)
		}
		return nil
	}
	if !p.quiet {
		p.annexProblems(p.stderr, a)
		p.summary(p.stderr, a)
		p.owingUnits(p.stderr, a)
	}
	soLieu := ""
	for _, f := range out.Files {
		p.sayAll(app.Instead(f))
		if !f.Instead {
			p.note(diag.Say("build.wrote", diag.Args{"path": shown(f.Path)}))
		}
		if filepath.Ext(f.Name) == ".xlsx" {
			soLieu = f.Name // the last workbook written is SoLieu
		}
	}
	if len(out.Sent) > 0 {
		where := shown(filepath.Join(dir, app.CorrectionDir))
		p.note(diag.Say("build.sent-back", diag.Args{"count": len(out.Sent), "dir": where}))
	}
	for _, f := range out.Sent {
		p.sayAll(app.Instead(f))
	}
	p.sayAll(out.Notes)
	if out.Interrupted {
		p.status = statusInterrupted
	}
	where := shown(filepath.Join(dir, app.ReportDir))
	left := p.leftOf(out.Mailed, out.Result, dir)
	told := diag.Args{"dir": where, "left": left, "solieu": soLieu}
	switch {
	case !a.Complete:
		p.say(diag.Say("build.incomplete", told))
		if p.strict {
			p.status = worse(p.status, statusIncomplete)
		}
	case left != "":
		p.say(diag.Say("build.enough", told))
	default:
		p.say(diag.Say("build.complete", diag.Args{"dir": where}))
	}
	return nil
}

// leftOf tells what is left to do of a report; first, that it says otherwise than the one
// that was mailed, which it says in full before.
func (p *program) leftOf(mailed *app.Since, r *result.Result, dir string) string {
	var parts []string
	for _, part := range []string{p.sinceMailed(mailed, shown(dir)), p.left(r)} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, ", ")
}

func (p *program) checkCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "check [DIR]",
		Short:   p.text("cmd.check.short"),
		Example: "  baocao check\n  baocao check kien-an-2022\n  baocao check kien-an-2022 --json",
		Args:    takes(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			dir := p.recovered(cmd.Context(), args)
			a, err := app.Check(cmd.Context(), dir, p.progress())
			p.folder = shown(dir)
			var invalid *app.InvalidPlan
			if errors.As(err, &invalid) && !p.json {
				// The problems are the answer that was asked for.
				p.problems(p.stdout, invalid.Problems)
				p.say(diag.Say("fail.plan", nil))
				p.status = statusInvalidPlan
				return nil
			}
			if err != nil {
				return err
			}
			if !a.Complete {
				p.status = statusIncomplete
			}
			if p.json {
				return p.printJSON(result.New(a))
			}
			p.annexProblems(p.stdout, a)
			p.summary(p.stdout, a)
			p.matrix(p.stdout, a)
			if late := app.Lateness(dir, a, time.Now()); late != nil {
				p.answer(diag.Say("late.title", nil))
				for _, l := range late {
					p.answer(app.TellLate(l))
				}
			}
			frozen, err := app.Frozen(cmd.Context(), dir, a)
			if told, _ := app.TellFailure(err); errors.As(err, new(*app.NoJournal)) {
				p.say(told)
			} else if err != nil {
				return err
			}
			if frozen != nil {
				fmt.Fprintln(p.stdout)
				p.tellFrozen(p.stdout, frozen, p.folder)
			}
			if left := p.left(result.Brief(a)); !a.Complete {
				p.answer(diag.Say("check.incomplete", diag.Args{"left": left}))
			} else if left != "" {
				p.answer(diag.Say("check.enough", diag.Args{"left": left}))
			}
			return nil
		},
	}
}

func (p *program) formsCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "forms [DIR]",
		Short:   p.text("cmd.forms.short"),
		Example: "  baocao forms kien-an-2022",
		Args:    takes(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			dir := p.recovered(cmd.Context(), args)
			made, err := app.Forms(cmd.Context(), dir)
			if err != nil {
				return err
			}
			p.sayAll(made.Notes)
			if len(made.Problems) > 0 {
				p.problems(p.stderr, made.Problems)
			}
			if p.json {
				return p.printJSON(made.Names)
			}
			where := shown(filepath.Join(dir, app.FormsDir))
			p.answer(diag.Say("forms.wrote", diag.Args{"count": len(made.Names), "dir": where}))
			return nil
		},
	}
}
