package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"baocao/internal/app"
	"baocao/internal/diag"
	"baocao/internal/roster"
)

func (p *program) initCommand() *cobra.Command {
	from, units := "", ""
	c := &cobra.Command{
		Use:   "init DIR",
		Short: p.text("cmd.init.short"),
		Example: "  baocao init kien-an-2023 --from kien-an-2022\n  baocao init kien-an-2023 --units don-vi.xlsx\n" +
			"  baocao init dung-thu --from kien-an-2022",
		Args: takes(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			dir := args[0]
			if units != "" {
				if cmd.Flags().Changed("from") {
					return usage("usage.from-units", nil)
				}
				return p.initUnits(cmd, dir, units)
			}
			if from == "" { // a stranger's office does not begin as somebody else's
				return usage("usage.init", diag.Args{"dir": shown(dir), "example": "kien-an-2022"})
			}
			carried, err := app.Init(cmd.Context(), dir, from)
			if errors.Is(err, app.ErrResumed) {
				p.resumed(dir)
				return nil
			}
			if err != nil {
				return initFailure(err, dir, from)
			}
			p.answer(diag.Say("init.done", diag.Args{"dir": shown(dir)}))
			if carried != nil {
				p.carried(carried)
			} else {
				p.answer(diag.Say("init.example", nil))
			}
			p.afterInit(dir)
			return nil
		},
	}
	c.Flags().StringVar(&from, "from", "", p.text("flag.from"))
	c.Flags().StringVar(&units, "units", "", p.text("flag.units"))
	return c
}

// resumed tells that the folder is the one that an earlier run had begun.
func (p *program) resumed(dir string) {
	p.answer(diag.Say("init.resumed", diag.Args{"dir": shown(dir)}))
	p.afterInit(dir)
}

// afterInit says what comes next in a new folder, with a resolution or without.
func (p *program) afterInit(dir string) {
	if _, err := os.Stat(filepath.Join(dir, app.ResolutionFile)); err != nil {
		p.answer(diag.Say("init.no-plan", diag.Args{"dir": shown(dir), "file": app.ResolutionFile}))
		return
	}
	p.answer(diag.Say("init.next", diag.Args{"dir": shown(dir),
		"forms": shown(filepath.Join(dir, app.FormsDir)), "drop": shown(filepath.Join(dir, app.DropDir))}))
}

func initFailure(err error, dir, from string) error {
	switch {
	case errors.Is(err, app.ErrNoExample):
		return failed("fail.no-example", diag.Args{"name": from})
	case errors.Is(err, app.ErrNotEmpty):
		return failed("fail.exists", diag.Args{"dir": dir})
	}
	return err
}

// carried tells what was moved on a year, and what a person has to look at.
func (p *program) carried(c *app.Carried) {
	p.answer(diag.Say("carry.changes", diag.Args{"year": c.Year, "count": len(c.Changes)}))
	for _, x := range c.Changes {
		key := "carry.change"
		if x.After == "" {
			key = "carry.taken-out"
		}
		p.answer(diag.Say(key, diag.Args{"file": x.File, "line": x.Line, "before": diag.Visible(x.Before),
			"after": diag.Visible(x.After), "key": x.Key[strings.LastIndexByte(x.Key, '.')+1:]}))
	}
	p.answer(diag.Say("carry.look", nil))
	for _, m := range c.Look {
		p.answer(m)
	}
}

// initUnits makes a folder with the units of a list.
func (p *program) initUnits(cmd *cobra.Command, dir, list string) error {
	r, err := app.InitUnits(cmd.Context(), dir, list)
	var unreadable *app.UnreadableList
	switch {
	case errors.Is(err, app.ErrResumed):
		p.resumed(dir)
		return nil
	case errors.As(err, &unreadable):
		p.problems(p.stderr, unreadable.Problems)
		return failed("fail.units", diag.Args{"file": shown(list)})
	case errors.Is(err, roster.ErrNoNames):
		return failed("fail.no-units", diag.Args{"file": shown(list)})
	case err != nil:
		return initFailure(err, dir, "")
	}
	p.answer(diag.Say("init.done", diag.Args{"dir": shown(dir)}))
	p.answer(diag.Say("init.units", diag.Args{"count": len(r.Units), "file": app.OfficeFile}))
	for _, m := range r.Notes {
		p.answer(m)
	}
	p.afterInit(dir)
	return nil
}
