package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"baocao/internal/app"
	"baocao/internal/diag"
	"baocao/internal/journal"
	"baocao/internal/resolution"
	"baocao/internal/viet"
)

func (p *program) verifyCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "verify FILE [DIR]",
		Short: p.text("cmd.verify.short"),
		Long:  p.text("cmd.verify.long"),
		Example: "  baocao verify BaoCao-2022.pdf kien-an-2022\n" +
			"  baocao verify kien-an-2022/2-bao-cao/BaoCao-2022.pdf --json",
		Args: takes(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			of := args[1:]
			if dir := app.FolderOf(args[0]); len(of) == 0 && dir != "" {
				of = []string{dir} // the file lies in the folder that made it
			}
			v, err := app.Verify(cmd.Context(), args[0], p.recovered(cmd.Context(), of))
			var notFolder *app.NotAFolder
			if errors.As(err, &notFolder) && len(of) == 0 {
				return failed("verify.where", diag.Args{"file": shown(args[0])})
			}
			if err != nil {
				return err
			}
			if !v.Same() {
				p.status = statusIncomplete
			}
			if p.json {
				return p.printJSON(verified(v))
			}
			p.tellVerified(v, shown(args[0]))
			return nil
		},
	}
}

func verified(v *app.Verified) any {
	out := struct {
		Same    bool                  `json:"same"`
		Kin     app.Kin               `json:"kin"`
		Name    string                `json:"name"`
		SHA256  string                `json:"sha256"`
		Report  *line                 `json:"report"`
		Program string                `json:"program"`
		Added   int                   `json:"added"`
		Mailed  []*line               `json:"mailed"`
		Inputs  []journal.Input       `json:"inputs"`
		Changed []journal.InputChange `json:"changed"`
		InPlace bool                  `json:"in_place"`
		Since   *journal.Changes      `json:"since"`
	}{Same: v.Same(), Kin: v.Kin, Name: v.Output.Name, SHA256: v.Output.SHA256, Added: v.Added, InPlace: v.Current,
		Since: v.Since, Mailed: []*line{}, Inputs: []journal.Input{},
		Changed: append([]journal.InputChange{}, v.Changed...)}
	if v.Of != nil {
		if v.Logged {
			out.Report = lineOf(v.Of)
		}
		out.Program, out.Inputs = v.Of.Program, append(out.Inputs, v.Of.Inputs...)
	}
	for i := range v.Mailed {
		out.Mailed = append(out.Mailed, leavingOf(&v.Mailed[i]))
	}
	return out
}

func (p *program) tellVerified(v *app.Verified, file string) {
	if v.Of == nil {
		p.answer(diag.Say("verify.foreign", diag.Args{"file": file}))
		return
	}
	of := diag.Say("verify.unlogged", nil).Text()
	if v.Logged {
		of = p.run(v.Of)
	}
	p.answer(diag.Say("verify."+string(v.Kin), diag.Args{"file": file, "name": v.Output.Name, "of": of,
		"bytes": v.Added}))
	for i := range v.Mailed {
		key := "verify.sent"
		switch {
		case v.Mailed[i].Unsure:
			key = "verify.maybe-sent"
		case v.Mailed[i].Did == journal.Sending:
			key = "verify.over-server"
		case len(v.Mailed[i].To) == 0:
			key = "verify.sent-nobody"
		}
		p.answer(diag.Say(key, diag.Args{"at": journal.Clock(v.Mailed[i].At),
			"to": strings.Join(v.Mailed[i].To, ", ")}))
	}
	p.answer(diag.Say("verify.inputs", diag.Args{"count": len(v.Of.Inputs)}))
	how := map[string]journal.How{}
	for _, c := range v.Changed {
		how[c.File] = c.How
	}
	for i, in := range v.Of.Inputs {
		if i == mostListed && len(v.Changed) == 0 {
			fmt.Fprint(p.stdout, "  ")
			p.answer(diag.Say("diff.more", diag.Args{"count": len(v.Of.Inputs) - i}))
			break
		}
		state := ""
		if h := how[in.File]; h != "" {
			state = " (" + p.text("file."+string(h)) + ")"
		}
		fmt.Fprintf(p.stdout, "  %.16s  %s%s\n", in.SHA256, diag.Visible(in.File), state)
	}
	if len(v.Changed) == 0 {
		p.answer(diag.Say("verify.same", nil))
	} else {
		p.answer(diag.Say("verify.changed", diag.Args{"count": len(v.Changed)}))
		p.tellFiles(v.Changed)
	}
	switch {
	case v.Current:
		p.answer(diag.Say("verify.current", nil))
	case v.Since == nil:
		p.answer(diag.Say("verify.none-in-place", nil))
	case v.Since.Judged() == 0:
		p.answer(diag.Say("verify.other-same", diag.Args{"number": v.InPlace}))
	default:
		p.answer(diag.Say("verify.other", diag.Args{"number": v.InPlace}))
		p.judged(p.stdout, v.Since)
	}
}

// judged says which verdicts and figures changed, a line each.
func (o *output) judged(w io.Writer, c *journal.Changes) {
	for i := range c.Verdicts {
		fmt.Fprintln(w, o.flipped(&c.Verdicts[i]).In(o.lang))
	}
	for i := range c.Figures {
		fmt.Fprintln(w, o.moved(&c.Figures[i]).In(o.lang))
	}
}

func (p *program) restoreCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "restore DIR [N]",
		Short:   p.text("cmd.restore.short"),
		Example: "  baocao restore kien-an-2022\n  baocao restore kien-an-2022 3",
		Args:    takes(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			dir := p.recovered(cmd.Context(), args)
			if len(args) == 1 {
				return p.listKept(dir)
			}
			number, err := strconv.Atoi(args[1])
			if err != nil || number < 1 {
				return usage("usage.number", diag.Args{"value": args[1], "dir": shown(dir)})
			}
			done, err := app.Restore(cmd.Context(), dir, number)
			var none *app.NotKept
			switch {
			case errors.As(err, &none) && none.Known:
				return failed("fail.thinned", diag.Args{"number": number, "dir": shown(dir)})
			case errors.As(err, &none):
				return failed("fail.no-number", diag.Args{"number": number, "dir": shown(dir)})
			case err != nil:
				return p.standstill(err, dir)
			}
			p.sayAll(done.Notes)
			for _, f := range done.Files {
				p.sayAll(app.Instead(f))
			}
			if p.json {
				return p.printJSON(map[string]int{"report": number, "replaced": done.Replaced})
			}
			p.answer(diag.Say("restore.done", diag.Args{"of": p.run(&done.Record)}))
			if done.Replaced > 0 {
				p.answer(diag.Say("restore.replaced", diag.Args{"number": done.Replaced, "dir": shown(dir)}))
			}
			p.note(diag.Say("restore.build", diag.Args{"dir": shown(dir)}))
			return nil
		},
	}
}

// standstill words the error of figures that are frozen.
func (p *program) standstill(err error, dir string) error {
	var frozen *app.IsFrozen
	if errors.As(err, &frozen) {
		r := frozen.Record
		return failed("fail.frozen", diag.Args{"at": journal.Clock(r.At), "by": r.By, "number": r.Report,
			"dir": shown(dir)})
	}
	return p.noReport(err, dir)
}

// listKept names the reports that can be put back.
func (p *program) listKept(dir string) error {
	kept, notes, err := app.KeptReports(dir)
	if err != nil {
		return err
	}
	p.sayAll(notes)
	if p.json {
		type report struct {
			line
			Period   string `json:"period"`
			Complete bool   `json:"complete"`
			Mailed   *line  `json:"mailed"`
			Frozen   bool   `json:"frozen"`
			InPlace  bool   `json:"in_place"`
		}
		list := []report{}
		for _, k := range kept {
			list = append(list, report{*lineOf(&k.Record), k.Record.Period, k.Record.Complete, leavingOf(k.Mailed),
				k.Frozen, k.InPlace})
		}
		return p.printJSON(list)
	}
	if len(kept) == 0 {
		p.answer(diag.Say("restore.none", nil))
		return nil
	}
	p.answer(diag.Say("restore.list", diag.Args{"dir": shown(dir)}))
	for _, k := range kept {
		of, _ := resolution.ParsePeriod(k.Record.Period)
		var marks []string
		mark := func(holds bool, m diag.Message) {
			if holds {
				marks = append(marks, m.In(p.lang))
			}
		}
		mark(k.InPlace, diag.Say("restore.in-place", nil))
		if k.Mailed != nil {
			key := "restore.mailed"
			switch {
			case k.Mailed.Unsure:
				key = "restore.maybe-sent"
			case k.Mailed.Did == journal.Sending:
				key = "restore.over-server"
			}
			mark(true, diag.Say(key, diag.Args{"at": journal.Clock(k.Mailed.At)}))
		}
		mark(k.Frozen, diag.Say("restore.frozen", nil))
		full := "journal.complete"
		if !k.Record.Complete {
			full = "journal.incomplete"
		}
		s := k.Record.Summary
		p.answer(diag.Say("restore.report", diag.Args{"number": k.Record.Report, "at": journal.Clock(k.Record.At),
			"period": diag.Text{Vi: of.Vi(), En: of.En()}, "full": p.text(full), "exceeded": s.Exceeded, "met": s.Met,
			"missed": s.Missed, "marks": strings.Join(append([]string{""}, marks...), "; ")}))
	}
	return nil
}

func (p *program) freezeCommand() *cobra.Command {
	c := p.deciding("freeze [DIR]", func(ctx context.Context, dir, by, reason string) (*journal.Record, error) {
		s, err := app.Freeze(ctx, dir, by, reason)
		if err != nil || p.json {
			return recordOf(s), err
		}
		p.answer(diag.Say("freeze.done", diag.Args{"number": s.Record.Report, "by": s.Record.By,
			"at": journal.Clock(s.Record.At), "dir": shown(dir)}))
		if len(s.Late) > 0 {
			p.answer(diag.Say("freeze.late", diag.Args{"count": len(s.Late)}))
			p.tellFiles(s.Late)
		}
		return &s.Record, nil
	})
	c.Short, c.Long = p.text("cmd.freeze.short"), p.text("cmd.freeze.long")
	c.Example = "  baocao freeze kien-an-2022 --by \"Nguyễn Văn A\""
	return c
}

func recordOf(s *app.Standstill) *journal.Record {
	if s == nil {
		return nil
	}
	return &s.Record
}

func (p *program) unfreezeCommand() *cobra.Command {
	c := p.deciding("unfreeze [DIR]", func(ctx context.Context, dir, by, reason string) (*journal.Record, error) {
		was, err := app.Unfreeze(ctx, dir, by, reason)
		if errors.As(err, new(*app.NotFrozen)) {
			return nil, failed("fail.not-frozen", diag.Args{"dir": shown(dir)})
		}
		if err == nil && !p.json {
			p.answer(diag.Say("unfreeze.done", diag.Args{"by": was.By, "at": journal.Clock(was.At), "dir": shown(dir)}))
		}
		return was, err
	})
	c.Short = p.text("cmd.unfreeze.short")
	c.Example = "  baocao unfreeze kien-an-2022 --by \"Nguyễn Văn A\""
	return c
}

// deciding is a command by which somebody, who gives a name, decides something about the
// report: decide does it and tells of it, unless it is told to machines.
func (p *program) deciding(use string,
	decide func(ctx context.Context, dir, by, reason string) (*journal.Record, error)) *cobra.Command {
	by, reason := "", ""
	c := &cobra.Command{
		Use:  use,
		Args: takes(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			who, err := signed(by, reason)
			if err != nil {
				return err
			}
			dir := p.recovered(cmd.Context(), args)
			line, err := decide(cmd.Context(), dir, who.By, who.Reason)
			if err != nil {
				return p.standstill(err, dir)
			}
			if p.json {
				return p.printJSON(lineOf(line))
			}
			return nil
		},
	}
	p.byFlag(c, &by)
	c.Flags().StringVar(&reason, "reason", "", p.text("flag.frozen-reason"))
	return c
}

// byFlag is the flag of who does what is recorded with a name.
func (p *program) byFlag(c *cobra.Command, by *string) {
	c.Flags().StringVar(by, "by", "", p.text("flag.by"))
}

// signed is who does what is recorded with a name, today, and why.
func signed(by, reason string) (app.Signature, error) {
	tidy := func(text string) string { return viet.Tidy(strings.ToValidUTF8(text, " ")) }
	by = cmp.Or(tidy(by), app.AccountName())
	if by == "" {
		return app.Signature{}, usage("usage.by", nil)
	}
	return app.Signature{By: by, Reason: tidy(reason), Date: journal.Day(time.Now())}, nil
}

// tellFrozen says what came after the figures were frozen, and what it would change.
func (p *program) tellFrozen(w io.Writer, s *app.Standstill, dir string) {
	say := func(m diag.Message) { fmt.Fprintln(w, m.In(p.lang)) }
	r := s.Record
	if !s.Intact {
		say(diag.Say("frozen.spoilt", diag.Args{"number": r.Report, "dir": dir}))
	}
	if len(s.Late) > 0 {
		say(diag.Say("frozen.late", diag.Args{"count": len(s.Late)}))
		for i, f := range s.Late {
			if i == mostListed {
				say(diag.Say("diff.more", diag.Args{"count": len(s.Late) - i}))
				break
			}
			unit := ""
			if f.Unit != "" {
				unit = " (" + f.Unit + ")"
			}
			fmt.Fprintf(w, "  %s: %s%s\n", p.text("file."+string(f.How)), diag.Visible(f.File), unit)
		}
	}
	if s.Since != nil && s.Since.Changes.Judged() > 0 {
		say(diag.Say("frozen.would", nil))
		p.judged(w, s.Since.Changes)
	} else if len(s.Late) > 0 {
		say(diag.Say("frozen.would-not", nil))
	}
	say(diag.Say("frozen.line", diag.Args{"at": journal.Clock(r.At), "by": r.By, "number": r.Report,
		"count": len(s.Late), "dir": dir}))
}
