package page

import (
	"cmp"
	"errors"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"baocao/internal/app"
	"baocao/internal/diag"
	"baocao/internal/journal"
	"baocao/internal/resolution"
)

// changes are what one report says otherwise than an earlier one, as a page shows it.
type changes struct {
	ID, Title string
	Heads     [2]string // of the columns: before, after
	Of        int       // the number of the earlier report; 0 for none
	About     string    // from which report to which
	None      string    // why there is nothing to show; "" where there is
	Thin      string    // figures and verdicts are all that is known of the earlier one
	Flips     []flipRow
	Figures   []figureRow
	Lists     []changeList
	Pending   []pendingFile
}

// Any reports that something changed.
func (c changes) Any() bool { return len(c.Flips)+len(c.Figures)+len(c.Lists) > 0 }

// flipRow is a verdict that changed.
type flipRow struct {
	ID, Number, Name string
	Was, Is          resolution.Verdict
	Before, After    string
}

// figureRow is a figure that changed, with the answers that it comes of.
type figureRow struct {
	ID, Name, Before, After string
	Answers                 []answerRow
}

type answerRow struct{ Unit, UnitID, Input, Before, After string }

// changeList are changes of one kind, a line each.
type changeList struct {
	Title string
	Items []string
}

// pendingFile is a file that is not in the report.
type pendingFile struct{ How, File, Unit string }

// changed words what changed.
func (s *Server) changed(c *journal.Changes, plan *resolution.Plan) (v changes) {
	v.Heads = [2]string{s.say("page.changes.before", nil), s.say("page.changes.after", nil)}
	line := func(m diag.Message) string { return strings.TrimSpace(m.In(s.lang)) }
	for i := range c.Verdicts {
		f := &c.Verdicts[i]
		before, after := app.TellFlip(f)
		row := flipRow{ID: "(" + strconv.Itoa(f.Indicator) + ")", Number: strconv.Itoa(f.Indicator), Name: f.Name,
			Was: resolution.Verdict(f.Before), Is: resolution.Verdict(f.After), Before: before.In(s.lang),
			After: after.In(s.lang)}
		if f.Measure != "" {
			row.ID, row.Number = f.Measure, f.Measure
		}
		if row.Name == "" { // a report of which figures alone are kept
			row.Name = nameOf(plan, f)
		}
		v.Flips = append(v.Flips, row)
	}
	for i := range c.Figures {
		f := &c.Figures[i]
		before, after := app.TellFigure(f)
		row := figureRow{ID: f.Measure, Name: f.Name, Before: line(before), After: line(after)}
		for k := range f.Answers {
			a := &f.Answers[k]
			unit, input := app.TellAsked(a, plan)
			row.Answers = append(row.Answers, answerRow{unit, a.Unit, input, line(app.TellAnswer(a.Before)),
				line(app.TellAnswer(a.After))})
		}
		v.Figures = append(v.Figures, row)
	}
	list := func(title diag.Message, count int, one func(i int) diag.Message) {
		l := changeList{Title: strings.TrimSuffix(title.In(s.lang), ":")}
		for i := range count {
			l.Items = append(l.Items, line(one(i)))
		}
		if count > 0 {
			v.Lists = append(v.Lists, l)
		}
	}
	list(diag.Say("diff.promises", diag.Args{"count": len(c.Promises)}), len(c.Promises), func(i int) diag.Message {
		return app.TellPromise(&c.Promises[i], c.Promises[i].Name)
	})
	list(diag.Say("diff.units", diag.Args{"count": len(c.Units)}), len(c.Units), func(i int) diag.Message {
		return app.TellUnit(&c.Units[i], plan)
	})
	list(diag.Say("diff.new", diag.Args{"count": len(c.New)}), len(c.New), func(i int) diag.Message {
		return app.TellProblem(&c.New[i])
	})
	list(diag.Say("diff.settled", diag.Args{"count": len(c.Settled)}), len(c.Settled), func(i int) diag.Message {
		return app.TellProblem(&c.Settled[i])
	})
	list(diag.Say("diff.decisions", diag.Args{"count": len(c.Decisions)}), len(c.Decisions), func(i int) diag.Message {
		return app.TellDecision(&c.Decisions[i], plan)
	})
	if w := c.Words; w != (journal.Words{}) {
		v.Lists = append(v.Lists, changeList{s.say("page.changes.words", nil), []string{
			s.say("diff.remarks", diag.Args{"added": w.Added, "removed": w.Removed})}})
	}
	return v
}

func nameOf(plan *resolution.Plan, f *journal.Flip) string {
	if m := plan.Measure(f.Measure); m != nil {
		return m.Name
	}
	if i := plan.Indicator(f.Indicator); i != nil {
		return i.Text
	}
	return ""
}

// compared is what the folder says now, otherwise than an earlier report.
func (s *Server) compared(d compared) (v changes) {
	err := d.err
	switch {
	case errors.As(err, new(*app.NoReport)), errors.As(err, new(*app.MixedReport)):
		v.None = s.say("page.changes.no-report", nil)
	case errors.Is(err, app.ErrNoneMailed):
		v.None = s.say("page.changes.none-mailed", nil)
	case errors.Is(err, app.ErrNoNumber):
		v.None = s.say("page.kept.gone", nil)
	case err != nil:
		v.None = s.why(err).OnPage(s.lang)
	case d.Before == nil:
		v.None, v.Pending = s.say("diff.first", nil), s.pending(d.Pending)
	default:
		v = s.changed(d.Changes, d.Plan)
		v.Of = d.Before.Report
		v.Pending = s.pending(d.Pending)
		after := diag.Say("diff.now", nil).Text()
		if d.After != nil {
			after = app.TellRun(d.After).Text()
		}
		args := diag.Args{"before": app.TellRun(d.Before), "after": after}
		v.About = s.say("page.changes.about", args)
		switch {
		case d.Same():
			v.None = s.say("page.changes.same", nil)
		case !v.Any():
			v.None = s.say("diff.words-only", diag.Args{"files": strings.Join(d.Outputs, ", ")})
		}
		if !d.Whole {
			v.Thin = s.say("diff.thin", diag.Args{"number": d.Before.Report})
		}
	}
	return v
}

func (s *Server) pending(files []journal.InputChange) (all []pendingFile) {
	for _, f := range files {
		all = append(all, pendingFile{s.say("file."+string(f.How), nil), f.File, f.Unit})
	}
	return all
}

// sinceLast and sinceMailed are the two comparisons that people ask for.
func (s *Server) sinceLast(now state) changes {
	v := s.compared(now.past.last)
	v.ID, v.Title = "tu-lan-truoc", s.say("page.changes.last", nil)
	return v
}

func (s *Server) sinceMailed(now state) changes {
	v := s.compared(now.past.mailed)
	v.ID, v.Title = "tu-da-gui", s.say("page.changes.mailed", nil)
	v.Pending = nil // they stand beside the other
	return v
}

// changesPage tells what changed since the run before and since the report last mailed.
func (s *Server) changesPage(w http.ResponseWriter, r *http.Request, now state) {
	all := []changes{s.sinceMailed(now), s.sinceLast(now)}
	if all[0].Of != 0 && all[0].Of == all[1].Of { // both are the same
		all[0].Title, all[0].Pending = s.say("page.changes.both", nil), all[1].Pending
		all = all[:1]
	}
	s.show(w, r, http.StatusOK, "changes", s.say("page.changes.title", nil), all)
}

// changesSince tells the same of a report of any number.
func (s *Server) changesSince(w http.ResponseWriter, r *http.Request, now state) {
	n, ok := s.keptNumber(r)
	if !ok {
		s.refuse(w, http.StatusNotFound, diag.Say("page.kept.gone", nil))
		return
	}
	d, err := now.desk.Diff(app.Against{Number: n})
	v := s.compared(compared{d, err})
	v.ID, v.Title = "tu-lan", s.say("page.changes.since", diag.Args{"number": n})
	s.show(w, r, http.StatusOK, "changes", v.Title, []changes{v})
}

// keptNumber is the number of an address, where a report of it is kept.
func (s *Server) keptNumber(r *http.Request) (int, bool) {
	n, err := strconv.Atoi(r.PathValue("n"))
	if err != nil {
		return 0, false
	}
	kept, _, err := app.KeptReports(s.now().dir)
	return n, err == nil && slices.ContainsFunc(kept, func(k app.KeptReport) bool { return k.Record.Report == n })
}

// changeNote is what changed, in a line.
type changeNote struct {
	Title, Text string
	Flips       []flipRow // the first of them
	More        int
}

// mostFlips is how many flipped verdicts the first page names.
const mostFlips = 6

func (s *Server) changeNotes(now state) (all []changeNote) {
	for _, c := range []changes{s.sinceMailed(now), s.sinceLast(now)} {
		n := changeNote{Title: c.Title}
		switch {
		case c.About == "":
			continue // there is nothing to compare with
		case c.Any():
			n.Text = s.counted(c)
		default:
			n.Text = c.None // nothing, or words alone
		}
		n.Flips = c.Flips[:min(len(c.Flips), mostFlips)]
		n.More = len(c.Flips) - len(n.Flips)
		all = append(all, n)
	}
	return all
}

// counted says how much changed, in a line.
func (s *Server) counted(c changes) string {
	var parts []string
	if n := len(c.Flips); n > 0 {
		parts = append(parts, s.say("page.changes.count-verdicts", diag.Args{"count": n}))
	}
	if n := len(c.Figures); n > 0 {
		parts = append(parts, s.say("page.changes.count-figures", diag.Args{"count": n}))
	}
	if parts == nil {
		return s.say("page.changes.other", nil)
	}
	return s.say("page.changes.short", diag.Args{"what": strings.Join(parts, ", ")})
}

// Heading is the number and name of what has another verdict.
func (f flipRow) Heading() string { return cmp.Or(strings.TrimSpace(f.Number+". "+f.Name), f.Number) }
