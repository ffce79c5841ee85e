package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"baocao/internal/app"
	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/viet"
)

func (p *program) answerCommand() *cobra.Command {
	by, reason, undo := "", "", false
	c := &cobra.Command{
		Use:   "answer DIR [ID] [CHOICE]",
		Short: p.text("cmd.answer.short"),
		Long:  p.text("cmd.answer.long"),
		Example: "  baocao answer kien-an-2022\n  baocao answer kien-an-2022 k7f3 1 --by \"Nguyễn Văn A\"\n" +
			"  baocao answer kien-an-2022 k7f3 126\n  baocao answer kien-an-2022 k7f3 --undo",
		Args: takes(1, 3),
		RunE: func(cmd *cobra.Command, args []string) error {
			if undo && len(args) != 2 {
				return usage("usage.undo", nil)
			}
			who, err := signed(by, reason)
			if err != nil {
				return err
			}
			p.folder = args[0]
			dir := p.recovered(cmd.Context(), args)
			desk, err := app.OpenDesk(cmd.Context(), dir, p.progress())
			if err != nil {
				return err
			}
			a := &answering{p, dir, desk, who}
			switch {
			case undo:
				return a.undo(cmd.Context(), args[1])
			case len(args) == 3:
				return a.settle(cmd.Context(), args[1], args[2])
			case len(args) == 2:
				q, err := desk.Question(args[1])
				if err != nil {
					return a.failure(err, "answer.stopped")
				}
				return a.walk(cmd.Context(), []diag.Problem{q})
			}
			return a.walk(cmd.Context(), desk.Open())
		},
	}
	p.byFlag(c, &by)
	c.Flags().StringVar(&reason, "reason", "", p.text("flag.reason"))
	c.Flags().BoolVar(&undo, "undo", false, p.text("flag.undo"))
	return c
}

// answering is a person at the questions of one folder.
type answering struct {
	*program
	dir  string
	desk *app.Desk
	by   app.Signature
}

// walk asks one question after another. It reads lines, so that it works in any
// console and from a file.
func (a *answering) walk(ctx context.Context, open []diag.Problem) error {
	if len(open) == 0 {
		a.answer(diag.Say("answer.none", nil))
		return nil
	}
	in := readLines(a.stdin)
	for i, q := range open {
		if _, err := a.desk.Question(q.Question.ID); err != nil {
			continue // an earlier answer settled it too
		}
		fmt.Fprintf(a.stdout, "\n[%d/%d] %s\n  %s: %s\n", i+1, len(open), diag.Place(q.At, a.lang), q.Code,
			q.In(a.lang))
		for n, c := range q.Question.Candidates {
			fmt.Fprintf(a.stdout, "    %d. %s\n", n+1, c.Text.In(a.lang))
		}
		for asking := true; asking; {
			fmt.Fprint(a.stdout, prompt(q.Question).In(a.lang)+" ")
			said, ok := "", false
			select {
			case <-ctx.Done(): // Ctrl-C at the prompt
				fmt.Fprintln(a.stdout)
				return ctx.Err()
			case said, ok = <-in:
			}
			if !ok {
				fmt.Fprintln(a.stdout)
				if i == 0 {
					return failed("answer.nobody", nil)
				}
				return nil
			}
			switch said {
			case "":
				asking = false
			case "q", "Q":
				return nil
			default:
				err := a.settle(ctx, q.Question.ID, said)
				var message messageError
				if asking = errors.As(err, &message); asking {
					a.say(message.Message)
				} else if err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// readLines are the lines of what somebody types, without blanks around them.
func readLines(r io.Reader) <-chan string {
	lines := make(chan string)
	go func() {
		defer close(lines)
		in := bufio.NewReader(r)
		for {
			line, err := in.ReadString('\n')
			if line != "" {
				lines <- strings.TrimSpace(strings.TrimPrefix(line, "\uFEFF")) // a file of Notepad begins with a mark
			}
			if err != nil {
				return
			}
		}
	}()
	return lines
}

// prompt asks for an answer, by what may be said.
func prompt(q *diag.Question) diag.Message {
	key := [...]string{"answer.prompt.reading", "answer.prompt.figure", "answer.prompt.sender"}[q.Step]
	switch {
	case q.Step == diag.ByFigure && len(q.Figures) > 1 && len(q.Candidates) == 0:
		key = "answer.prompt.values"
	case q.Step == diag.ByFigure && len(q.Figures) > 1:
		key = "answer.prompt.figures"
	case q.Step == diag.ByFigure && len(q.Candidates) == 0:
		key = "answer.prompt.value"
	case q.Step == diag.ByFigure && q.Input == "" && len(q.Figures) == 0,
		q.Step == diag.ByReading && q.Label == "": // a whole column or file
		key = "answer.prompt.choose"
	}
	return diag.Say(key, diag.Args{"figures": q.Asked()})
}

func (a *answering) settle(ctx context.Context, id, choice string) error {
	q, _ := a.desk.Question(id) // none: answering says so
	done, err := a.desk.Answer(ctx, id, choice, a.by)
	if err != nil {
		return a.failure(err, "answer.stopped")
	}
	a.record(ctx, diag.Say("page.did.answer", diag.Args{"id": done.ID, "answer": a.chosen(q, choice),
		"file": done.File}))
	return a.tell("answer.wrote", done)
}

func (a *answering) undo(ctx context.Context, id string) error {
	done, err := a.desk.Undo(ctx, id)
	if err != nil {
		return a.failure(err, "undo.stopped")
	}
	a.record(ctx, diag.Say("answer.did.undo", diag.Args{"id": done.ID, "file": done.File}))
	return a.tell("answer.undone", done)
}

// chosen is an answer in words, as the page's log has it.
func (a *answering) chosen(q diag.Problem, choice string) any {
	choice = viet.Tidy(choice)
	if n, err := strconv.Atoi(choice); err == nil && q.Question != nil && n > 0 && n <= len(q.Question.Candidates) {
		return q.Question.Candidates[n-1].Text
	}
	if u := a.desk.Annex().Plan.Unit(choice); u != nil {
		return u.Name
	}
	return strings.TrimPrefix(choice, "=")
}

// record writes down who settled what, and when. What was settled stands all the same where
// that fails; it is said.
func (a *answering) record(ctx context.Context, what diag.Message) {
	if err := app.Record(app.By(context.WithoutCancel(ctx), a.by.By), a.dir, what); err != nil {
		a.say(diag.Say("page.unrecorded", diag.Args{"error": app.Cause(err)}))
	}
}

// failure words the errors that are the user's to mend; stopped is what an interrupt
// means for the answer.
func (a *answering) failure(err error, stopped string) error {
	var none *app.NoQuestion
	var before *app.AnsweredBefore
	var decided *app.Decided
	var stands *app.NotTakenBack
	switch {
	case errors.As(err, &stands): // also when the judging was interrupted
		args := diag.Args{"file": stands.File, "id": stands.ID, "dir": a.folder}
		if stands.Putting == nil {
			a.say(diag.Say("fail.edited", args))
		} else {
			args["error"] = app.Cause(stands.Putting)
			a.say(diag.Say("fail.not-taken-back", args))
		}
		return stands.Judging
	case errors.Is(err, context.Canceled):
		a.say(diag.Say(stopped, nil))
		return err
	case errors.As(err, &before):
		return failed("fail.answered", diag.Args{"id": before.ID, "file": before.File, "line": before.Line,
			"dir": a.folder})
	case errors.As(err, &none):
		return failed("fail.no-question", diag.Args{"id": none.ID})
	case errors.As(err, &decided) && decided.ID == "":
		return failed("fail.decided-by-hand", diag.Args{"file": resolution.DecisionsFile, "line": decided.Line})
	case errors.As(err, &decided):
		return failed("fail.decided", diag.Args{"file": resolution.DecisionsFile, "line": decided.Line,
			"id": decided.ID, "dir": a.folder})
	case errors.Is(err, app.ErrNoChoice):
		return failed("fail.no-choice", nil)
	}
	if told, ok := app.TellFailure(err); ok {
		return messageError{told}
	}
	return err
}

// tell says what was written and what it changed.
func (a *answering) tell(key string, done *app.Answered) error {
	if a.json {
		type change struct {
			Measure string     `json:"measure"`
			Before  [2]*string `json:"before"` // figure, verdict
			After   [2]*string `json:"after"`
		}
		out := struct {
			ID      string   `json:"id"`
			File    string   `json:"file"`
			Entries int      `json:"entries"`
			Changes []change `json:"changes"`
			Open    int      `json:"open"`
			Settled bool     `json:"settled"`
		}{done.ID, done.File, done.Entries, []change{}, done.Open, !done.Still}
		for _, c := range done.Changes {
			out.Changes = append(out.Changes, change{c.After.ID, judged(c.Before), judged(c.After)})
		}
		return a.printJSON(out)
	}
	a.answer(diag.Say(key, diag.Args{"id": done.ID, "file": done.File, "count": done.Entries}))
	for _, c := range done.Changes {
		a.answer(app.TellChange(c))
	}
	if len(done.Changes) == 0 {
		a.answer(diag.Say("answer.no-change", nil))
	}
	if done.Still && key == "answer.wrote" {
		a.answer(diag.Say("answer.still", diag.Args{"id": done.ID}))
	}
	a.answer(diag.Say("answer.open", diag.Args{"count": done.Open}))
	return nil
}

func judged(m *assess.Measure) [2]*string {
	verdict := string(m.Verdict)
	if m.Judged == nil {
		return [2]*string{nil, &verdict}
	}
	figure := m.Judged.Plain()
	return [2]*string{&figure, &verdict}
}
