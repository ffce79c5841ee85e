package page

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net/http"
	"net/url"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"baocao/internal/app"
	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/disk"
	"baocao/internal/resolution"
	"baocao/internal/viet"
)

// question is an open question as a page asks it.
type question struct {
	problem
	ID, Measure string
	Label       string // of the cell's row
	Heading     string // of its column
	Choices     []choice
	Values      []string // labels of the figures that may be typed instead; nil where none may
	Options     []choice // what may be picked instead: what the row means, whose the file is
	OptionsFor  string
	Reason      bool   // a reason may be given
	Seen        string // sum of what is shown: an answer to anything else is refused
	Grids       []placedGrid
}

// choice is an answer that takes one click.
type choice struct{ Value, Text string }

// asked is a question with all answers that it may have.
func (s *Server) asked(a *assess.Annex, p diag.Problem) question {
	q := p.Question
	x := question{problem: s.wrong(a, p), ID: q.ID, Measure: p.Measure, Label: q.Label, Heading: q.Heading}
	if m := a.FindMeasure(p.Measure); m != nil {
		x.Measure = m.ID
	} else if m, _ := a.Plan.InputByKey(q.Input); m != nil {
		x.Measure = m.ID
	}
	for i, c := range q.Candidates {
		x.Choices = append(x.Choices, choice{strconv.Itoa(i + 1), c.Text.In(s.lang)})
	}
	switch q.Step {
	case diag.ByFigure:
		x.Reason = true
		switch {
		case len(q.Figures) > 0 && q.Input == "":
			for _, f := range q.Figures {
				x.Values = append(x.Values, a.Plan.Ask(cmp.Or(f.Unit, p.Unit), f.Input).Label)
			}
		case q.Input != "":
			ask := a.Plan.Ask(p.Unit, q.Input)
			x.Values = []string{strings.TrimSpace(ask.Label + " " + inBrackets(ask.Unit))}
		}
	case diag.BySender:
		x.OptionsFor = s.say("page.question.sender", nil)
		for _, u := range a.Plan.Units {
			x.Options = append(x.Options, choice{u.ID, u.Name})
		}
		x.Options = append(x.Options, choice{resolution.NoUnit, s.say("page.question.nobody", nil)})
	case diag.ByReading:
		if q.Label != "" {
			x.OptionsFor = s.say("page.question.reading", nil)
			for _, ask := range a.Plan.Asks(p.Unit) {
				x.Options = append(x.Options, choice{ask.Key(), ask.Measure.ID + ". " + ask.Label})
			}
			x.Options = append(x.Options, choice{"0", s.say("page.question.nothing", nil)})
		}
	}
	x.Fix = withoutEntry(x.Fix)
	sum := sha256.New()
	for _, text := range append([]string{x.Text, x.Place}, textsOf(x.Choices)...) {
		sum.Write([]byte(text + "\x00"))
	}
	x.Seen = hex.EncodeToString(sum.Sum(nil)[:8])
	return x
}

// withoutEntry is a hint without the entry to be pasted into a file that it ends in: the
// page writes it.
func withoutEntry(fix string) string {
	at := strings.Index(fix, "[[")
	if at < 0 {
		return fix
	}
	end := strings.LastIndex(fix[:at], ". ")
	return strings.TrimSpace(fix[:end+1])
}

func textsOf(all []choice) (texts []string) {
	for _, c := range all {
		texts = append(texts, c.Text)
	}
	return texts
}

func inBrackets(unit string) string {
	if unit == "" {
		return ""
	}
	return "(" + unit + ")"
}

// question is the page of one question, with the cell in its surroundings.
func (s *Server) question(w http.ResponseWriter, r *http.Request, now state) {
	id := r.PathValue("id")
	at := slices.IndexFunc(now.desk.Open(), func(p diag.Problem) bool { return p.Question.ID == id })
	if at < 0 {
		s.show(w, r, http.StatusNotFound, "message", s.say("page.question.title", nil),
			s.say("page.question.gone", nil))
		return
	}
	p := now.desk.Open()[at]
	q := s.asked(now.annex, p)
	for _, at := range append([]diag.Position{p.At}, p.Related...) {
		if at.Cell != "" && len(q.Grids) < mostGrids {
			q.Grids = append(q.Grids, placedGrid{diag.Place(at, s.lang), around(r.Context(), now.desk, at)})
		}
	}
	s.show(w, r, http.StatusOK, "question", s.say("page.question.title", nil), q)
}

// settle takes an answer.
func (s *Server) settle(w http.ResponseWriter, r *http.Request) {
	id, f := r.PathValue("id"), s.now()
	if !s.posted(w, r) {
		return
	}
	said, by := answerOf(r.PostForm), s.signature(r)
	var done *app.Answered
	var asked question
	err := f.answer(s.ctx, func(desk *app.Desk) error {
		p, err := desk.Question(id)
		if err != nil || p.Question.ID != id {
			return &app.NoQuestion{ID: id}
		}
		if asked = s.asked(desk.Annex(), p); asked.Seen != r.PostForm.Get("seen") {
			return errChanged
		}
		done, err = desk.Answer(s.ctx, id, said, by)
		return err
	})
	if err != nil {
		s.failed(w, r, "/cau-hoi/"+url.PathEscape(id), err)
		return
	}
	what := said
	for _, c := range slices.Concat(asked.Choices, asked.Options) {
		if c.Value == said {
			what = c.Text
		}
	}
	failed := s.record(f.dir, diag.Say("page.did.answer", diag.Args{"id": id, "answer": strings.TrimPrefix(what, "="),
		"file": done.File}))
	s.tell(w, r, "/", true, append(s.answered("page.answered", done), failed...)...)
}

// answerOf is what a form answers, as the command `answer` takes it. What was typed is
// a value, whatever it looks like; a semicolon in it would part two of several.
func answerOf(form url.Values) string {
	if c := form.Get("choice"); c != "" {
		return c
	}
	var values []string
	for _, typed := range form["value"] {
		value := typedIn(typed)
		if len(form["value"]) > 1 {
			value = strings.ReplaceAll(value, ";", ",")
		}
		values = append(values, value)
	}
	return "=" + strings.Join(values, ";")
}

// typedIn is what somebody typed into a field, as it may stand in a file.
func typedIn(text string) string { return viet.Tidy(strings.ToValidUTF8(text, " ")) }

// answered tells what an answer changed.
func (s *Server) answered(key string, done *app.Answered) []string {
	lines := []string{s.say(key, diag.Args{"file": done.File})}
	for _, c := range done.Changes {
		lines = append(lines, app.TellChange(c).In(s.lang))
	}
	if len(done.Changes) == 0 {
		lines = append(lines, s.say("answer.no-change", nil))
	}
	if done.Still && key == "page.answered" {
		lines = append(lines, s.say("answer.still", diag.Args{"id": done.ID}))
	}
	return lines
}

// posted reads a form; false where it was refused.
func (s *Server) posted(w http.ResponseWriter, r *http.Request) bool {
	switch err := r.ParseForm(); {
	case err == nil:
		return true
	case errors.As(err, new(*http.MaxBytesError)):
		s.refuse(w, http.StatusRequestEntityTooLarge, diag.Say("page.form-long", diag.Args{"mb": mostForm >> 20}))
	default:
		s.refuse(w, http.StatusBadRequest, diag.Say("page.form-garbled", nil))
	}
	return false
}

// errGarbled is the error of a form that no browser sends so, or that did not come whole.
var errGarbled = errors.New("the form cannot be read")

// errNoReason is the error of a decision without a reason.
var errNoReason = errors.New("no reason was given")

// errChanged is the error of an answer to what is not asked any more.
var errChanged = errors.New("the question is another one by now")

// failed leads back and tells why nothing was done.
func (s *Server) failed(w http.ResponseWriter, r *http.Request, to string, err error) {
	s.tell(w, r, to, false, s.why(err).OnPage(s.lang))
}

// why words an error for whoever has no terminal.
func (s *Server) why(err error) diag.Message {
	var stands *app.NotTakenBack
	var none *app.NoQuestion
	var decided *app.Decided
	var changed *app.WordsChanged
	var much *app.TooMuchText
	var invalid *app.InvalidPlan
	switch {
	case errors.As(err, &stands):
		return diag.Say("page.fail.stands", diag.Args{"file": stands.File, "id": stands.ID})
	case errors.As(err, &none), errors.As(err, new(*app.AnsweredBefore)), errors.Is(err, errChanged):
		return diag.Say("page.fail.changed", nil)
	case errors.As(err, &decided):
		return diag.Say("page.fail.decided", diag.Args{"file": resolution.DecisionsFile, "line": decided.Line})
	case errors.As(err, &changed):
		return diag.Say("page.fail.words", diag.Args{"file": changed.File})
	case errors.As(err, &much):
		return diag.Say("page.fail.long", nil)
	case errors.As(err, &invalid):
		return diag.Say("fail.plan", nil)
	case errors.Is(err, app.ErrNoParagraph), errors.Is(err, app.ErrNoOwnWords), errors.Is(err, app.ErrParagraphName):
		return diag.Say("page.fail.paragraph", nil)
	case errors.Is(err, errNoReason):
		return diag.Say("page.fail.reason", nil)
	case errors.Is(err, errEmpty):
		return diag.Say("page.fail.empty", nil)
	case errors.As(err, new(*http.MaxBytesError)):
		return diag.Say("page.too-much", diag.Args{"mb": mostUpload >> 20})
	case errors.Is(err, errGarbled):
		return diag.Say("page.form-garbled", nil)
	case errors.Is(err, errMany):
		return diag.Say("page.too-many", diag.Args{"count": mostFiles})
	case errors.Is(err, app.ErrNoChoice):
		return diag.Say("page.fail.choice", nil)
	case errors.Is(err, errNotRead):
		return diag.Say("page.status.reading", nil)
	case errors.Is(err, context.Canceled):
		return diag.Say("page.fail.stopped", nil)
	}
	if told, ok := app.TellFailure(err); ok {
		return told
	}
	if path, writing := app.Place(err); writing {
		return diag.Say("page.fail.write", diag.Args{"file": app.BaseOf(path), "error": app.Cause(err),
			"cure": disk.Cure(err)})
	} else if path != "" {
		return diag.Say("page.fail.file", diag.Args{"file": filepath.Base(path), "error": app.Cause(err)})
	}
	return diag.Say("fail.other", diag.Args{"error": app.Cause(err)})
}
