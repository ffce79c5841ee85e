package page

import (
	"errors"
	"net/http"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"baocao/internal/app"
	"baocao/internal/diag"
	"baocao/internal/journal"
	"baocao/internal/resolution"
)

// keptPage are the earlier reports.
type keptPage struct {
	Reports []keptReport // the newest first
	Undo    *undoing     // the last one that was put back may be taken away again
	Lines   []string     // of the log, the newest first
	More    int          // older ones, which the file has
	Notes   []string
}

// keptReport is a report that can be put back.
type keptReport struct {
	Number                    int
	At, By, Period, Full      string
	Counts                    string
	Mailed                    string
	Complete, Frozen, InPlace bool
	Files                     []string
}

// undoing is what takes back what was done last.
type undoing struct {
	Text   string
	Number int
	Seen   string
}

// mostLines is how many lines of the log a page shows.
const mostLines = 60

func (s *Server) keptReports(w http.ResponseWriter, r *http.Request, now state) {
	dir := s.now().dir
	kept, notes, err := app.KeptReports(dir)
	if err != nil {
		s.show(w, r, http.StatusOK, "message", s.say("page.kept.title", nil), s.why(err).OnPage(s.lang))
		return
	}
	v := keptPage{}
	for _, m := range notes {
		v.Notes = append(v.Notes, m.OnPage(s.lang))
	}
	for _, k := range slices.Backward(kept) {
		v.Reports = append(v.Reports, s.keptReport(k))
	}
	said, err := app.LogLines(dir)
	if err == nil {
		for _, m := range slices.Backward(said.Lines) {
			if len(v.Lines) == mostLines {
				v.More = len(said.Lines) - mostLines
				break
			}
			v.Lines = append(v.Lines, m.In(s.lang))
		}
		v.Undo = s.undoRestore(kept, said, now.desk.Annex().Plan.Report.Period)
	}
	s.show(w, r, http.StatusOK, "kept", s.say("page.kept.title", nil), v)
}

func (s *Server) keptReport(k app.KeptReport) keptReport {
	rec := k.Record
	of, _ := resolution.ParsePeriod(rec.Period)
	x := keptReport{Number: rec.Report, At: journal.Clock(rec.At), By: rec.By, Complete: rec.Complete,
		Period: diag.Text{Vi: of.Vi(), En: of.En()}.In(s.lang), Frozen: k.Frozen, InPlace: k.InPlace}
	x.Full = s.say("journal.incomplete", nil)
	if rec.Complete {
		x.Full = s.say("journal.complete", nil)
	}
	if sum := rec.Summary; sum != nil {
		x.Counts = s.say("page.kept.counts", diag.Args{"exceeded": sum.Exceeded, "met": sum.Met, "missed": sum.Missed,
			"rest": sum.Total - sum.Exceeded - sum.Met - sum.Missed})
	}
	if k.Mailed != nil {
		to := strings.Join(k.Mailed.To, ", ")
		if to == "" {
			to = s.say("page.kept.nobody", nil)
		}
		args := diag.Args{"at": journal.Clock(k.Mailed.At), "to": to}
		switch {
		case k.Mailed.Unsure:
			x.Mailed = s.say("page.kept.maybe-sent", args)
		case k.Mailed.Did == journal.Sending:
			x.Mailed = s.say("page.kept.sent-over", args)
		default:
			x.Mailed = s.say("page.kept.mailed", args)
		}
	}
	for _, o := range rec.Outputs {
		x.Files = append(x.Files, o.Name)
	}
	return x
}

// undoRestore offers the report that was in place before the last one that was put back.
func (s *Server) undoRestore(kept []app.KeptReport, log *app.LogSaid, period resolution.Period) *undoing {
	was, is := log.Replaced(period)
	if was == 0 || !slices.ContainsFunc(kept, func(k app.KeptReport) bool { return k.Record.Report == was }) ||
		!slices.ContainsFunc(kept, func(k app.KeptReport) bool { return k.Record.Report == is && k.InPlace }) {
		return nil
	}
	return &undoing{s.say("page.kept.undo", diag.Args{"number": is, "was": was}), was, strconv.Itoa(is)}
}

// keptFile is a file of an earlier report. Number and name are looked up in the log.
func (s *Server) keptFile(w http.ResponseWriter, r *http.Request) {
	n, ok := s.keptNumber(r)
	if ok {
		if data, err := app.KeptFile(s.now().dir, n, r.PathValue("name")); err == nil {
			give(w, "lan-"+strconv.Itoa(n)+"-"+r.PathValue("name"), data)
			return
		}
	}
	s.refuse(w, http.StatusNotFound, diag.Say("page.kept.gone", nil))
}

// restorePage tells what putting a report back would do, before it is done.
type restorePage struct {
	keptReport
	Seen    string // the number of the report in place
	Same    bool   // it is the one in place
	Frozen  string // why nothing may be put back
	Before  string // what is in place
	Changes changes
}

func (s *Server) restorePage(w http.ResponseWriter, r *http.Request, now state) {
	dir := s.now().dir
	n, ok := s.keptNumber(r)
	var e *app.Effect
	var err error
	if ok {
		e, err = app.Restoring(dir, n)
	}
	if !ok || err != nil {
		s.refuse(w, http.StatusNotFound, diag.Say("page.kept.gone", nil))
		return
	}
	v := restorePage{Seen: inPlace(e), Same: e.InPlace != nil && e.InPlace.Report == n}
	kept, _, _ := app.KeptReports(dir)
	for _, k := range kept {
		if k.Record.Report == n {
			v.keptReport = s.keptReport(k)
		}
	}
	v.Changes = s.changed(e.Changes, now.desk.Annex().Plan)
	v.Changes.Heads = [2]string{s.say("page.restore.head-now", nil), s.say("page.restore.head-then", nil)}
	v.Before = s.say("page.kept.nothing-there", nil)
	if e.InPlace != nil {
		v.Before = app.TellRun(e.InPlace).In(s.lang)
	}
	if f := e.Frozen; f != nil {
		v.Frozen = s.frozenBy(f)
	}
	s.show(w, r, http.StatusOK, "restore", s.say("page.restore.title", diag.Args{"number": n}), v)
}

// inPlace names the report in place, "0" where no line tells of one.
func inPlace(e *app.Effect) string {
	if e.InPlace == nil {
		return "0"
	}
	return strconv.Itoa(e.InPlace.Report)
}

// restore puts an earlier report back.
func (s *Server) restore(w http.ResponseWriter, r *http.Request) {
	f := s.now()
	if !s.posted(w, r) {
		return
	}
	n, ok := s.keptNumber(r)
	if !ok {
		s.tell(w, r, "/cac-lan", false, s.say("page.kept.gone", nil))
		return
	}
	var done *app.Restored
	err := f.act(s.ctx, func() error {
		e, err := app.Restoring(f.dir, n)
		if err == nil && inPlace(e) != r.PostForm.Get("seen") {
			return errReplaced
		}
		if err == nil {
			done, err = app.Restore(s.ctx, f.dir, n)
		}
		return err
	})
	if err != nil {
		s.tell(w, r, "/cac-lan", false, s.whyFrozen(err))
		return
	}
	lines := []string{s.say("page.restored", diag.Args{"number": n, "dir": app.ReportDir})}
	if done.Replaced > 0 {
		lines = append(lines, s.say("page.restored.was", diag.Args{"number": done.Replaced}))
	}
	lines = append(lines, s.say("page.restored.build", nil))
	for _, at := range done.Files {
		if at.Instead {
			lines = append(lines, s.say("page.built.instead",
				diag.Args{"name": at.Name, "path": filepath.Base(at.Path)}))
		}
	}
	for _, m := range done.Notes {
		lines = append(lines, m.OnPage(s.lang))
	}
	f.lookBack()
	s.tell(w, r, "/cac-lan", true, lines...)
}

// errReplaced is the error of what somebody decides about a report that is another one
// by now.
var errReplaced = errors.New("the report in place is another one by now")

// whyFrozen words what stands in the way of freezing and putting back.
func (s *Server) whyFrozen(err error) string {
	var frozen *app.IsFrozen
	switch {
	case errors.As(err, &frozen):
		return s.frozenBy(&frozen.Record)
	case errors.As(err, new(*app.NotFrozen)):
		return s.say("page.freeze.not", nil)
	case errors.As(err, new(*app.NotKept)):
		return s.say("page.kept.gone", nil)
	case errors.Is(err, errReplaced):
		return s.say("page.fail.replaced", nil)
	case errors.As(err, new(*app.NoReport)), errors.As(err, new(*app.MixedReport)):
		return s.say("page.freeze.no-report", nil)
	}
	return s.why(err).OnPage(s.lang)
}

// freezePage is where the figures are frozen for signing, and what came after that.
type freezePage struct {
	Frozen  string // who froze them and when; "" where nobody did
	Reason  string
	Number  int
	Spoilt  bool
	Late    []pendingFile
	Changes changes // what they would change
	Ready   bool    // there is a report to freeze
	Report  string
	Pending []pendingFile // what is not in it
}

func (s *Server) freezePage(w http.ResponseWriter, r *http.Request, now state) {
	v, err := s.frozen(now)
	if err != nil {
		s.show(w, r, http.StatusOK, "message", s.say("page.freeze.title", nil), s.whyFrozen(err))
		return
	}
	if v == nil {
		v = &freezePage{}
		if d := now.past.last; d.err == nil {
			v.Pending = s.pending(d.Pending)
		}
		if of := s.reportInPlace(now); of != nil {
			v.Ready, v.Number = true, of.Number
			v.Report = s.say("page.freeze.report", diag.Args{"number": of.Number, "at": of.At, "full": of.Full,
				"counts": of.Counts})
		}
	}
	s.show(w, r, http.StatusOK, "freeze", s.say("page.freeze.title", nil), v)
}

// reportInPlace is the one in 2-bao-cao; nil where it is not kept yet, or there is none.
func (s *Server) reportInPlace(now state) *keptReport {
	kept, _, _ := app.KeptReports(s.now().dir)
	period := now.annex.Plan.Report.Period.String()
	for _, k := range kept {
		if k.InPlace && k.Record.Period == period {
			x := s.keptReport(k)
			return &x
		}
	}
	return nil
}

func (s *Server) frozenBy(r *journal.Record) string {
	return s.say("page.frozen", diag.Args{"at": journal.Clock(r.At), "by": r.By, "number": r.Report})
}

// frozen is what stands still; nil where the report may change.
func (s *Server) frozen(now state) (*freezePage, error) {
	still := now.past.frozen
	if now.past.unread != nil || still == nil {
		return nil, now.past.unread
	}
	rec := still.Record
	v := &freezePage{Number: rec.Report, Reason: rec.Reason, Spoilt: !still.Intact, Late: s.pending(still.Late),
		Frozen: s.frozenBy(&rec)}
	if still.Since != nil {
		v.Changes = s.changed(still.Since.Changes, now.annex.Plan)
	}
	return v, nil
}

// freeze and unfreeze decide about the report that was shown.
func (s *Server) freeze(w http.ResponseWriter, r *http.Request) {
	s.decide(w, r, func(now state, dir, reason string) (string, error) {
		if of := s.reportInPlace(now); of == nil || strconv.Itoa(of.Number) != r.PostForm.Get("seen") {
			return "", errReplaced
		}
		done, err := app.Freeze(s.ctx, dir, s.by, reason)
		if err != nil {
			return "", err
		}
		return s.say("page.freeze.done", diag.Args{"number": done.Record.Report, "count": len(done.Late)}), nil
	})
}

func (s *Server) unfreeze(w http.ResponseWriter, r *http.Request) {
	s.decide(w, r, func(_ state, dir, reason string) (string, error) {
		was, err := app.Unfreeze(s.ctx, dir, s.by, reason)
		if err != nil {
			return "", err
		}
		return s.say("page.unfreeze.done",
			diag.Args{"number": was.Report, "at": journal.Clock(was.At), "by": was.By}), nil
	})
}

// decide does what somebody decided about the report of the folder as it is now.
func (s *Server) decide(w http.ResponseWriter, r *http.Request,
	do func(now state, dir, reason string) (text string, err error)) {
	f := s.now()
	if !s.posted(w, r) {
		return
	}
	text := ""
	err := f.act(s.ctx, func() (err error) {
		now := f.now()
		if now.annex == nil {
			return errNotRead
		}
		text, err = do(now, f.dir, s.signature(r).Reason)
		return err
	})
	if err != nil {
		s.tell(w, r, "/chot", false, s.whyFrozen(err))
		return
	}
	f.lookBack()
	s.tell(w, r, "/chot", true, text)
}
