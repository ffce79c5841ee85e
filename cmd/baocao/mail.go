package main

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"baocao/internal/app"
	"baocao/internal/delivery"
	"baocao/internal/diag"
	"baocao/internal/journal"
)

// mailing is what was asked of the command.
type mailing struct {
	remind, send, preview, again, incomplete, password bool
	units                                              []string
}

// mailCommand drafts letters, or sends them. Without --again nothing goes out twice.
func (p *program) mailCommand() *cobra.Command {
	m := mailing{}
	c := &cobra.Command{
		Use:   "mail [DIR]",
		Short: p.text("cmd.mail.short"),
		Long:  p.text("cmd.mail.long"),
		Example: "  baocao mail kien-an-2022\n  baocao mail kien-an-2022 --remind\n" +
			"  baocao mail kien-an-2022 --again\n  baocao mail kien-an-2022 --send --dry-run\n" +
			"  baocao mail kien-an-2022 --send\n  baocao mail kien-an-2022 --remind --send",
		Args: takes(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			m.send = m.send || m.preview
			if m.incomplete && (!m.send || m.remind) {
				return usage("usage.incomplete", nil)
			}
			if m.units != nil && !(m.remind && m.send) {
				return usage("usage.unit", nil)
			}
			if m.password {
				return p.keepPassword(folder(args))
			}
			dir := p.recovered(cmd.Context(), args)
			how := app.Sending{Password: mailPassword, Again: m.again, Incomplete: m.incomplete,
				Units: m.units}
			switch {
			case m.remind && m.send:
				return p.sendReminders(cmd.Context(), dir, how, m.preview)
			case m.remind:
				return p.remind(cmd.Context(), dir)
			case m.preview:
				out, err := app.Preview(dir, how)
				if err != nil {
					return p.unsent(err, dir)
				}
				return p.preview(out, dir)
			case m.send:
				return p.send(cmd.Context(), dir, how)
			}
			return p.draft(cmd.Context(), dir, m.again)
		},
	}
	flags := c.Flags()
	flags.BoolVar(&m.remind, "remind", false, p.text("flag.remind"))
	flags.BoolVar(&m.again, "again", false, p.text("flag.again"))
	flags.BoolVar(&m.send, "send", false, p.text("flag.send"))
	flags.BoolVar(&m.preview, "dry-run", false, p.text("flag.dry-run"))
	flags.BoolVar(&m.password, "password", false, p.text("flag.password"))
	flags.StringSliceVar(&m.units, "unit", nil, p.text("flag.unit"))
	flags.BoolVar(&m.incomplete, "incomplete", false, p.text("flag.incomplete"))
	return c
}

// draft writes the letter that a person sends.
func (p *program) draft(ctx context.Context, dir string, again bool) error {
	var how []app.Mailing
	if again {
		how = append(how, app.Anew)
	}
	draft, err := app.Mail(ctx, dir, how...)
	if err != nil {
		return p.unsent(err, dir)
	}
	p.sayAll(draft.Notes)
	if p.json {
		return p.printJSON(draft)
	}
	p.answer(diag.Say("mail.wrote", diag.Args{"path": shown(draft.Path)}))
	p.note(diag.Say("mail.kept", diag.Args{"path": draft.Kept}))
	if !draft.Complete {
		p.say(diag.Say("mail.incomplete", nil))
	}
	return nil
}

// remind drafts a letter to each unit that owes.
func (p *program) remind(ctx context.Context, dir string) error {
	out, err := app.Remind(ctx, dir, p.progress())
	if err != nil {
		return err
	}
	p.sayAll(out.Notes)
	if p.json {
		return p.printJSON(out)
	}
	for _, d := range out.Drafts {
		to := diag.Say("remind.no-address", nil)
		if d.To != "" {
			to = diag.Say("remind.to", diag.Args{"address": d.To})
		}
		p.answer(diag.Say("remind.wrote", diag.Args{"path": shown(d.Path), "unit": d.Name, "to": to,
			"attached": strings.Join(d.Attached, ", ")}))
	}
	for _, path := range out.Removed {
		p.answer(diag.Say("remind.removed", diag.Args{"path": shown(path)}))
	}
	if len(out.Drafts) == 0 {
		p.answer(diag.Say("remind.none", nil))
		return nil
	}
	p.answer(diag.Say("remind.done", diag.Args{"count": len(out.Drafts)}))
	return nil
}

// send sends the report over the office's mail server.
func (p *program) send(ctx context.Context, dir string, how app.Sending) error {
	out, err := app.Send(ctx, dir, how)
	if err != nil {
		return p.unsent(err, dir)
	}
	p.sayAll(out.Notes)
	p.became(out, diag.Say("send.report", diag.Args{"number": out.Report}), dir, "")
	if out.Sent.Did != journal.Sent && ctx.Err() != nil {
		p.status = statusInterrupted
	}
	if p.json {
		return p.printJSON(postingOf(out))
	}
	return nil
}

// became says what became of a letter that was handed to the server.
func (p *program) became(out *app.Posting, what diag.Message, dir, rest string) {
	told := app.TellSent(out, what, dir, rest)
	if out.Sent.Did != journal.Sent || out.Noted != nil {
		p.status = statusFailed
	}
	for i, m := range told {
		switch {
		case i > 0 || out.Sent.Did != journal.Sent:
			p.say(m)
		case !p.json:
			p.answer(m)
		}
	}
}

// preview says what would be sent.
func (p *program) preview(out *app.Posting, dir string) error {
	hinder := p.unsent(out.Hinder, dir)
	var message messageError
	if hinder != nil && !errors.As(hinder, &message) {
		return hinder
	}
	p.sayAll(out.Notes)
	if hinder != nil {
		p.status = statusFailed
	}
	if p.json {
		if hinder != nil {
			p.say(message.Message)
		}
		return p.printJSON(postingOf(out))
	}
	p.tellPosting(out)
	full := diag.Say("journal.complete", nil)
	switch {
	case !out.Complete:
		full = diag.Say("journal.incomplete", nil)
	case out.Places > 0:
		full = diag.Say("send.places", diag.Args{"count": out.Places})
	}
	p.answer(diag.Say("send.full", diag.Args{"full": full}))
	if hinder != nil {
		p.answer(diag.Say("send.would-not", diag.Args{"why": message.Message}))
		return nil
	}
	p.answer(diag.Say("send.would", nil))
	return nil
}

func (p *program) tellPosting(out *app.Posting) {
	p.answer(diag.Say("send.from", diag.Args{"from": out.From, "server": out.Server,
		"security": diag.Say("send.security."+out.Security, nil)}))
	p.answer(diag.Say("send.to", diag.Args{"to": strings.Join(out.To, ", ")}))
	p.answer(diag.Say("send.subject", diag.Args{"subject": out.Subject}))
	for _, f := range out.Files {
		p.answer(diag.Say("send.file", diag.Args{"file": f.Name, "size": app.Size(f.Size)}))
	}
	p.answer(diag.Say("send.size", diag.Args{"size": app.Size(out.Size)}))
}

// unsent words the errors of a letter that does not go.
func (p *program) unsent(err error, dir string) error {
	var drafted *app.AlreadyMailed
	var nobody *app.NoUnit
	var mixed *app.MixedReport
	where := shown(filepath.Join(dir, app.ReportDir))
	hinder, isHinder := app.TellHinder(err, shown(dir))
	switch {
	case err == nil:
		return nil
	case errors.As(err, &drafted) && drafted.Record.Did == journal.Mailed:
		return failed("fail.mailed", diag.Args{"at": journal.Clock(drafted.Record.At), "path": drafted.Kept,
			"dir": shown(dir)})
	case errors.As(err, &drafted) && drafted.Record.Did == journal.Unsure:
		return failed("fail.unsure-letter", diag.Args{"at": journal.Clock(drafted.Record.At), "path": drafted.Kept,
			"to": strings.Join(drafted.Record.To, ", "), "dir": shown(dir)})
	case errors.As(err, &drafted):
		return failed("fail.sent-letter", diag.Args{"at": journal.Clock(drafted.Record.At), "path": drafted.Kept,
			"to": strings.Join(drafted.Record.To, ", "), "dir": shown(dir)})
	case errors.As(err, &nobody):
		return usage("usage.no-unit", diag.Args{"unit": nobody.ID})
	case errors.Is(err, app.ErrNoServer):
		p.say(hinder)
		p.status = statusInvalidPlan
		return nil
	case isHinder:
		return messageError{hinder}
	case errors.As(err, &mixed) && mixed.Path == "":
		return failed("fail.mixed-sets", diag.Args{"dir": where, "folder": dir})
	case errors.As(err, &mixed):
		return failed("fail.mixed", diag.Args{"dir": where, "file": mixed.Path, "folder": dir})
	}
	return p.noReport(err, dir)
}

// sendReminders sends a letter to each unit that owes, or says what it would send.
func (p *program) sendReminders(ctx context.Context, dir string, how app.Sending, preview bool) error {
	out, err := app.SendReminders(ctx, dir, how, preview, p.progress())
	if out == nil {
		return p.unsent(err, dir)
	}
	p.sayAll(out.Notes)
	count := map[app.Ending]int{}
	told := []reminded{}
	for i := range out.Letters {
		x := &out.Letters[i]
		t := p.tellReminded(x, dir)
		told = append(told, t)
		count[x.Ending()]++
	}
	if p.json {
		if failed := p.printJSON(told); failed != nil {
			return failed
		}
	} else if len(told) == 0 {
		p.answer(diag.Say("remind.none", nil))
	} else {
		p.answer(app.TellReminded(count, preview))
	}
	if count[app.Unsent]+count[app.Unsure]+count[app.Untried]+count[app.Hindered] > 0 {
		p.status = max(p.status, statusFailed)
	}
	if err == nil {
		err = ctx.Err()
	}
	return p.unsent(err, dir)
}

// reminded is what became of a reminder, as it is told to machines.
type reminded struct {
	Unit    string   `json:"unit"`
	Name    string   `json:"name"`
	Owes    int      `json:"owes"`
	Late    bool     `json:"late"`
	Outcome string   `json:"outcome"`
	Posting *posting `json:"posting"`
}

// tellReminded says what became of one reminder.
func (p *program) tellReminded(x *app.Reminded, dir string) reminded {
	out := reminded{Unit: x.Unit, Name: x.Name, Owes: x.Owes, Late: x.Late, Outcome: string(x.Ending())}
	args := diag.Args{"unit": x.Name, "to": x.To, "count": x.Owes}
	tell := func(m diag.Message) {
		if !p.json {
			p.answer(m)
		}
	}
	what := app.TellReminder(x)
	switch post := x.Posting; {
	case x.Untried:
		tell(diag.Say("send.untried", args))
	case post == nil:
		tell(diag.Say("send.no-address", args))
	case post.Sent != nil:
		p.became(post, what, dir, " --remind --unit "+x.Unit)
		p.sayAll(post.Notes)
	case post.Hinder != nil:
		var before *app.AlreadySent
		var message messageError
		if errors.As(post.Hinder, &before) {
			args["why"] = app.TellBefore(before, dir, " --remind --unit "+x.Unit)
		} else if errors.As(p.unsent(post.Hinder, dir), &message) {
			args["why"] = message.Message
		}
		tell(diag.Say("send.not-again", args))
	default:
		tell(diag.Say("send.would-remind", diag.Args{"what": what, "to": x.To, "files": strings.Join(x.Attached, ", "),
			"size": app.Size(post.Size)}))
	}
	if x.Posting != nil {
		posting := postingOf(x.Posting)
		out.Posting = &posting
	}
	return out
}

// posting is a letter as it is told to machines.
type posting struct {
	*app.Posting
	Outcome string             `json:"outcome"` // would, would-not, sent, unsent, unsure
	ID      string             `json:"message_id"`
	Why     string             `json:"why"`
	Said    string             `json:"said"`
	Refused []delivery.Refusal `json:"refused"`
}

func postingOf(out *app.Posting) posting {
	x := posting{Posting: out, Outcome: "would"}
	switch {
	case out.Sent != nil:
		x.Outcome, x.Why, x.Said = string(out.Sent.Did), out.Sent.Why, out.Sent.Said
		x.ID = out.Sent.MessageID
	case out.Hinder != nil:
		x.Outcome, x.Why = "would-not", out.Hinder.Error()
	}
	if out.Failed != nil {
		x.Refused = out.Failed.Refused
	}
	return x
}
