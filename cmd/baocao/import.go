package main

import (
	"errors"

	"github.com/spf13/cobra"

	"baocao/internal/app"
	"baocao/internal/diag"
)

func (p *program) importCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "import FILE [DIR]",
		Short:   p.text("cmd.import.short"),
		Long:    p.text("cmd.import.long"),
		Example: "  baocao import nghi-quyet.docx phuong-2026\n  baocao import chi-tieu.xlsx phuong-2026",
		Args:    takes(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			file, dir := args[0], folder(args[1:])
			done, err := app.Import(cmd.Context(), file, dir)
			if errors.Is(err, app.ErrHasPlan) {
				if err := p.giveOwners(cmd, file, dir); !errors.Is(err, app.ErrNoOwners) {
					return err
				}
			}
			if done != nil {
				p.sayAll(done.Notes)
				if len(done.Problems) > 0 {
					p.problems(p.stderr, done.Problems)
				}
			}
			switch {
			case errors.Is(err, app.ErrHasPlan):
				return failed("fail.has-plan", diag.Args{"dir": shown(dir)})
			case errors.Is(err, app.ErrNoTargets):
				return failed("fail.no-targets", diag.Args{"file": shown(file)})
			case err != nil:
				return err
			}
			for _, q := range done.Questions {
				p.answer(q)
			}
			p.answer(diag.Say("import.done", diag.Args{"plan": shown(done.Plan), "sections": done.Sections,
				"indicators": done.Indicators, "measures": done.Measures, "questions": len(done.Questions)}))
			if done.Office != "" {
				p.answer(diag.Say("import.office", diag.Args{"office": shown(done.Office)}))
			}
			p.sayAll(done.Kept)
			if done.Owners != "" {
				p.answer(diag.Say("import.owners", diag.Args{"file": shown(done.Owners), "dir": shown(dir)}))
			}
			p.answer(diag.Say("import.next", diag.Args{"dir": shown(dir)}))
			return nil
		},
	}
}

// giveOwners writes into a plan who reports what, as a table says.
func (p *program) giveOwners(cmd *cobra.Command, file, dir string) error {
	done, err := app.Give(cmd.Context(), file, dir)
	if done != nil {
		p.sayAll(done.Notes)
		if len(done.Problems) > 0 {
			p.problems(p.stderr, done.Problems)
		}
	}
	if errors.Is(err, app.ErrOwnersBreak) {
		p.sayAll(done.Asks)
		return failed("fail.owners-break", diag.Args{"file": shown(file)})
	}
	if err != nil {
		return err
	}
	p.sayAll(done.Asks)
	p.answer(diag.Say("owners.done", diag.Args{"plan": shown(done.Plan), "count": done.Measures}))
	if len(done.Empty) > 0 {
		p.answer(diag.Say("owners.empty", diag.Args{"count": len(done.Empty), "which": app.Few(done.Empty)}))
	}
	p.answer(diag.Say("import.next", diag.Args{"dir": shown(dir)}))
	return nil
}
