package main

import (
	"errors"
	"path/filepath"

	"github.com/spf13/cobra"

	"baocao/internal/app"
	"baocao/internal/diag"
)

func (p *program) initCommand() *cobra.Command {
	from := ""
	c := &cobra.Command{
		Use:     "init DIR",
		Short:   p.text("cmd.init.short"),
		Example: "  baocao init kien-an-2023\n  baocao init kien-an-2023 --from kien-an-2022",
		Args:    takes(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			dir := args[0]
			err := app.Init(cmd.Context(), dir, from)
			switch {
			case errors.Is(err, app.ErrNoExample):
				return failed("fail.no-example", diag.Args{"name": from})
			case errors.Is(err, app.ErrNotEmpty):
				return failed("fail.exists", diag.Args{"dir": dir})
			case err != nil:
				return err
			}
			p.answer(diag.Say("init.done", diag.Args{"dir": shown(dir),
				"forms": shown(filepath.Join(dir, app.FormsDir)), "drop": shown(filepath.Join(dir, app.DropDir))}))
			return nil
		},
	}
	c.Flags().StringVar(&from, "from", "kien-an-2022", p.text("flag.from"))
	return c
}

func (p *program) mailCommand() *cobra.Command {
	remind := false
	c := &cobra.Command{
		Use:     "mail [DIR]",
		Short:   p.text("cmd.mail.short"),
		Example: "  baocao mail kien-an-2022\n  baocao mail kien-an-2022 --remind",
		Args:    takes(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			dir := p.recovered(cmd.Context(), args)
			if remind {
				return p.remind(cmd.Context(), dir)
			}
			draft, err := app.Mail(cmd.Context(), dir)
			var missing *app.NoReport
			var mixed *app.MixedReport
			where := shown(filepath.Join(dir, app.ReportDir))
			if errors.As(err, &mixed) && mixed.Path == "" {
				return failed("fail.mixed-sets", diag.Args{"dir": where, "folder": dir})
			}
			if errors.As(err, &mixed) {
				return failed("fail.mixed", diag.Args{"dir": where, "file": mixed.Path, "folder": dir})
			}
			if errors.As(err, &missing) {
				return failed("fail.no-report", diag.Args{"path": shown(missing.Path), "dir": dir})
			}
			if err != nil {
				return err
			}
			for _, m := range draft.Notes {
				p.say(m)
			}
			if p.json {
				return p.printJSON(draft)
			}
			p.answer(diag.Say("mail.wrote", diag.Args{"path": shown(draft.Path)}))
			if !draft.Complete {
				p.say(diag.Say("mail.incomplete", nil))
			}
			return nil
		},
	}
	c.Flags().BoolVar(&remind, "remind", false, p.text("flag.remind"))
	return c
}
