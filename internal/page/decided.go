package page

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"baocao/internal/app"
	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/journal"
	"baocao/internal/resolution"
	"baocao/internal/viet"
)

// settledBy is what people decided: answers, what was set by hand, and what somebody
// wrote into the files himself, which has no id.
func (s *Server) settledBy(p *resolution.Plan) []settled {
	l := &decisions{plan: p, say: s.say, lang: s.lang}
	l.verdicts()
	l.figures()
	l.senders()
	l.readings()
	l.layouts()
	l.silences()
	return l.all
}

// decisions are what people decided about a plan, in words, kind after kind.
type decisions struct {
	plan *resolution.Plan
	say  func(key string, args diag.Args) string
	lang diag.Lang
	all  []settled
}

func (l *decisions) add(x settled, day viet.Date) {
	if x.ID != "" && slices.ContainsFunc(l.all, func(y settled) bool { return x.ID == y.ID && x.What == y.What }) {
		return // an answer may take several entries
	}
	if !day.IsZero() {
		x.Date = day.Short()
	}
	x.N = len(l.all)
	l.all = append(l.all, x)
}

// unit is the name of one, "" for none.
func (l *decisions) unit(id string) string {
	if u := l.plan.Unit(id); u != nil {
		return u.Name
	}
	return ""
}

// label is what a unit is asked under a key.
func (l *decisions) label(unit, key string) string { return cmp.Or(l.plan.Ask(unit, key).Label, key) }

// entryBy is where a decision stands that names who took it.
func entryBy(file, array string, line int, by string) app.Entry {
	return app.Entry{File: file, Array: array, Line: line, Says: map[string]string{"by": by}}
}

func (l *decisions) verdicts() {
	for _, d := range l.plan.Decisions {
		of := cmp.Or(d.Measure, strconv.Itoa(d.Indicator))
		l.add(settled{Kind: l.say("page.decided.verdicts", nil), ID: d.ID, By: d.By, Reason: d.Reason,
			What:  l.say("page.settled.verdict", diag.Args{"measure": of, "verdict": d.Verdict.Name()}),
			Entry: entryBy(resolution.DecisionsFile, "verdict", d.Line, d.By)}, d.Date)
	}
}

func (l *decisions) figures() {
	for _, c := range l.plan.Choices {
		value := cmp.Or(c.Answer, c.File)
		if c.Value != nil {
			value = c.Value.Exact()
		}
		if c.Estimate && value == "" {
			value = l.say("page.settled.estimate", nil)
		}
		l.add(settled{Kind: l.say("page.decided.figures", nil), ID: c.ID, By: c.By, Reason: c.Reason,
			What: l.say("page.settled.figure", diag.Args{"unit": l.unit(c.Unit),
				"what": "(" + c.Measure + ") " + l.label(c.Unit, c.Key()), "value": value}),
			Entry: entryBy(resolution.DecisionsFile, "figure", c.Line, c.By)}, c.Date)
	}
	for _, e := range l.plan.Estimators {
		l.add(settled{Kind: l.say("page.decided.figures", nil), ID: e.ID, By: e.By, Reason: e.Reason,
			What:  l.say("page.settled.estimates", diag.Args{"unit": l.unit(e.Unit)}),
			Entry: entryBy(resolution.DecisionsFile, "estimate", e.Line, e.By)}, e.Date)
	}
}

func (l *decisions) senders() {
	for _, x := range l.plan.Senders {
		what := diag.Say("page.settled.sender", diag.Args{"file": x.File, "unit": l.unit(x.Unit)})
		if x.Unit == resolution.NoUnit {
			what = diag.Say("page.settled.nobody", diag.Args{"file": x.File})
		}
		l.add(settled{Kind: l.say("page.decided.senders", nil), ID: x.ID, By: x.By, What: what.In(l.lang),
			Entry: entryBy(resolution.DecisionsFile, "sender", x.Line, x.By)}, x.Date)
	}
}

func (l *decisions) readings() {
	for _, x := range l.plan.Readings {
		args := diag.Args{"unit": l.unit(x.Unit), "label": l.plan.InYear(x.Label), "what": l.label(x.Unit, x.Input)}
		what := diag.Say("page.settled.reading", args)
		if x.Input == resolution.NoInput {
			what = diag.Say("page.settled.no-reading", args)
		}
		l.add(settled{Kind: l.say("page.decided.readings", nil), ID: x.ID, By: x.By, What: what.In(l.lang),
			Entry: entryBy(resolution.ReadingsFile, "reading", x.Line, x.By)}, x.Date)
	}
}

func (l *decisions) layouts() {
	for _, x := range l.plan.Layouts {
		at := cmp.Or(x.Cell, strings.Join(said(x.Under, x.Row, x.Column), " › "))
		l.add(settled{Kind: l.say("page.decided.layouts", nil), By: cmp.Or(x.Shared, app.OfficeFile), Shared: x.Shared,
			Entry: app.Entry{File: app.OfficeFile, Array: "layout", Line: x.Line,
				Says: map[string]string{"unit": x.Unit, "input": x.Input}},
			What: l.say("page.settled.layout", diag.Args{"unit": l.unit(x.Unit), "what": l.label(x.Unit, x.Input),
				"sheet": x.Sheet, "at": at})}, viet.Date{})
	}
}

func (l *decisions) silences() {
	for _, x := range l.plan.Silences {
		about := strings.Join(said(x.Code, x.Measure, l.unit(x.Unit), x.File), ", ")
		l.add(settled{Kind: l.say("page.decided.silences", nil), By: cmp.Or(x.Shared, app.ResolutionFile),
			Shared: x.Shared, What: about, Reason: x.Reason,
			Entry: app.Entry{File: app.ResolutionFile, Array: "silence", Line: x.Line,
				Says: map[string]string{"code": x.Code, "reason": x.Reason}}}, viet.Date{})
	}
}

// said are those of some parts that say something.
func said(parts ...string) []string {
	return slices.DeleteFunc(parts, func(part string) bool { return part == "" })
}

// decidedKind are the decisions of one kind.
type decidedKind struct {
	Title   string
	Settled []settled
}

// decided is the page of all that people decided.
func (s *Server) decided(w http.ResponseWriter, r *http.Request, now state) {
	var kinds []decidedKind
	for _, x := range s.settledBy(now.annex.Plan) {
		if len(kinds) == 0 || kinds[len(kinds)-1].Title != x.Kind {
			kinds = append(kinds, decidedKind{Title: x.Kind})
		}
		k := &kinds[len(kinds)-1]
		k.Settled = append(k.Settled, x)
	}
	s.show(w, r, http.StatusOK, "decided", s.say("page.decided.title", nil), kinds)
}

// takeBack takes a decision back. Which one is meant is looked up among those that
// there are.
func (s *Server) takeBack(w http.ResponseWriter, r *http.Request) {
	f := s.now()
	if !s.posted(w, r) {
		return
	}
	n, failed := strconv.Atoi(r.PathValue("n"))
	var x settled
	var done *app.Answered
	err := f.answer(s.ctx, func(desk *app.Desk) (err error) {
		all := s.settledBy(desk.Annex().Plan)
		if failed != nil || n < 0 || n >= len(all) || all[n].Seen() != r.PostForm.Get("seen") {
			return errChanged
		}
		switch x = all[n]; {
		case x.ID != "":
			done, err = desk.Undo(s.ctx, x.ID)
		case x.Shared != "": // the page shows no button
			err = errChanged
		default:
			done, err = desk.TakeOut(s.ctx, x.Entry)
		}
		return err
	})
	back := s.cameFrom(r)
	if err != nil {
		s.failed(w, r, back, err)
		return
	}
	lines := s.record(f.dir, diag.Say("page.did.take-back", diag.Args{"what": x.What,
		"about": strings.Join(slices.Compact(said(x.By, x.Reason, done.File)), "; ")}))
	s.tell(w, r, back, true, append(s.answered("page.undone", done), lines...)...)
}

// cameFrom is the page of ours that a form was on, the first one where that is not told.
func (s *Server) cameFrom(r *http.Request) string {
	from, err := url.Parse(r.Referer())
	if err != nil || from.Host != s.gate.host {
		return "/"
	}
	path := from.EscapedPath()
	switch first, _, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/"); first {
	case "quyet-dinh", "loi-van", "don-vi", "chi-tieu":
		return path
	}
	return "/"
}

// setting is what a person may set by hand, or has set.
type setting struct {
	About    string // the measure or indicator
	Verdicts []choice
	Now      settled // what was set; What is "" for nothing
	Computed string  // the verdict that the figures make
	Seen     string
}

// setting of a verdict; nil for what cannot be set.
func (s *Server) setting(a *assess.Annex, about string, computed resolution.Verdict, d *resolution.Decision) *setting {
	x := &setting{About: about, Computed: computed.Name().In(s.lang)}
	for _, v := range app.Settable(a, about) {
		if v != computed {
			x.Verdicts = append(x.Verdicts, choice{string(v), v.Name().In(s.lang)})
		}
	}
	if x.Verdicts == nil {
		return nil
	}
	if d != nil {
		for _, y := range s.settledBy(a.Plan) {
			if y.Entry.Array == "verdict" && y.Entry.Line == d.Line {
				x.Now = y
			}
		}
	}
	x.Seen = x.Computed + "|" + x.Now.What
	return x
}

// setVerdict sets the verdict of a measure or an indicator.
func (s *Server) setVerdict(w http.ResponseWriter, r *http.Request) {
	f, id := s.now(), r.PathValue("id")
	if !s.posted(w, r) {
		return
	}
	by := s.signature(r)
	verdict := resolution.Verdict(r.PostForm.Get("verdict"))
	var done *app.Answered
	name := ""
	err := f.answer(s.ctx, func(desk *app.Desk) (err error) {
		a := desk.Annex()
		var x *setting
		if m := a.FindMeasure(id); m != nil {
			x, name = s.setting(a, id, m.Computed, m.Override), m.ID
		} else if i := a.FindIndicator(id); i != nil {
			x, name = s.setting(a, id, i.Computed, i.Override), strconv.Itoa(i.Number)
		}
		switch {
		case x == nil, x.Seen != r.PostForm.Get("seen"):
			return errChanged
		case by.Reason == "":
			return errNoReason
		}
		done, err = desk.SetVerdict(s.ctx, id, verdict, by)
		return err
	})
	back := "/chi-tieu/" + url.PathEscape(id)
	if name == "" {
		back = "/"
	}
	if err != nil {
		s.failed(w, r, back, err)
		return
	}
	failed := s.record(f.dir, diag.Say("page.did.verdict", diag.Args{"measure": name, "verdict": verdict.Name(),
		"reason": by.Reason, "file": done.File}))
	s.tell(w, r, back, true, append(s.answered("page.set", done), failed...)...)
}

// signature is who decides, now, and why.
func (s *Server) signature(r *http.Request) app.Signature {
	return app.Signature{By: s.by, Date: journal.Day(time.Now()), Reason: typedIn(r.PostForm.Get("reason"))}
}

// askPage is one thing that one unit is asked for, to be set by hand.
type askPage struct {
	Key, UnitID, UnitName, Measure string
	Label, In, Note                string
	Kind                           string   // of the field: "number", "text", "day"
	Choices                        []choice // what may be answered, where that is a choice
	Answers                        []placedGrid
	Now                            settled // what was set; What is "" for nothing
	Seen                           string
}

// askOf finds an ask by a unit's id and its key; false for what nobody is asked.
func (s *Server) askOf(a *assess.Annex, unit, key string) (askPage, bool) {
	u := unitOf(a, unit)
	if u == nil {
		return askPage{}, false
	}
	ask := a.Plan.Ask(u.ID, key)
	if ask.Label == "" {
		return askPage{}, false
	}
	v := askPage{Key: ask.Key(), UnitID: u.ID, UnitName: u.Name, Measure: ask.Measure.ID, Label: ask.Label,
		In: ask.Unit, Note: ask.Note, Kind: "number"}
	switch ask.Kind {
	case resolution.AskText:
		v.Kind = "text"
	case resolution.AskDay:
		v.Kind = "day"
	case resolution.AskChoice:
		for _, word := range ask.Choices() {
			v.Choices = append(v.Choices, choice{word, word})
		}
	case resolution.AskNumber:
	}
	for _, x := range s.settledBy(a.Plan) {
		if x.Entry.Array != "figure" {
			continue
		}
		for _, c := range a.Plan.Choices {
			if c.Line == x.Entry.Line && c.Key() == v.Key && (c.Unit == unit || c.Unit == "") && c.Decides() {
				v.Now = x
			}
		}
	}
	var said []string
	for _, row := range a.SourceRows() {
		if row.Unit == unit && row.Key == v.Key {
			said = append(said, row.Said().Vi)
		}
	}
	v.Seen = strings.Join(append(said, v.Now.What), "|")
	return v, true
}

func (s *Server) ask(w http.ResponseWriter, r *http.Request, now state) {
	a := now.annex
	v, ok := s.askOf(a, r.PathValue("id"), r.PathValue("key"))
	if !ok {
		s.refuse(w, http.StatusNotFound, diag.Say("page.not-found", nil))
		return
	}
	for _, row := range a.SourceRows() {
		if row.Unit == v.UnitID && row.Key == v.Key && len(v.Answers) < mostGrids {
			told := diag.Say("page.ask.answer", diag.Args{"value": row.Said(), "place": diag.Place(row.At, s.lang)})
			v.Answers = append(v.Answers, placedGrid{told.In(s.lang), around(r.Context(), now.desk, row.At)})
		}
	}
	s.show(w, r, http.StatusOK, "ask", v.Label, v)
}

// setFigure sets what a unit is asked for.
func (s *Server) setFigure(w http.ResponseWriter, r *http.Request) {
	f, unit, key := s.now(), r.PathValue("id"), r.PathValue("key")
	if !s.posted(w, r) {
		return
	}
	by, value := s.signature(r), typedIn(r.PostForm.Get("value"))
	var done *app.Answered
	var v askPage
	back := "/"
	err := f.answer(s.ctx, func(desk *app.Desk) (err error) {
		var ok bool
		v, ok = s.askOf(desk.Annex(), unit, key)
		if !ok {
			return errChanged
		}
		back = "/don-vi/" + url.PathEscape(v.UnitID) + "/so/" + url.PathEscape(v.Key)
		switch {
		case v.Seen != r.PostForm.Get("seen"):
			return errChanged
		case by.Reason == "":
			return errNoReason
		}
		done, err = desk.SetFigure(s.ctx, v.UnitID, v.Key, value, by)
		return err
	})
	if err != nil {
		s.failed(w, r, back, err)
		return
	}
	failed := s.record(f.dir, diag.Say("page.did.figure", diag.Args{"unit": v.UnitName, "measure": v.Measure,
		"what": v.Label, "value": value, "reason": by.Reason, "file": done.File}))
	s.tell(w, r, back, true, append(s.answered("page.set", done), failed...)...)
}
