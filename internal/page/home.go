package page

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"baocao/internal/app"
	"baocao/internal/assess"
	"baocao/internal/compose"
	"baocao/internal/diag"
	"baocao/internal/document"
	"baocao/internal/journal"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/viet"
)

// overview is the first page.
type overview struct {
	Office, Report string
	Due            string
	Late           bool
	Counts         []count
	Verdicts       []verdictGroup
	Rows           []row
	Units          []unitRow // those that owe something first
	Owing          int
	Questions      []question
	Settled        []settled // the last of them
	Decided        int       // how many there are
	Others         []problem // errors that are no questions
	Warnings       []problem
	Places         []place
	Asks           []problem // what the draft of a plan still asks
	Owners         bool      // among them who reports what, by a table
	Complete       bool
	Outputs        []output
	Letters        []string // drafts of letters
	Sends          bool     // letters can go over the office's mail server
	Changes        []changeNote
	Frozen         *freezePage // nil where the report may change
}

// mostAsked is how many questions stand on the first page before somebody asks for all.
const mostAsked = 5

// First are the questions that are shown at once.
func (v overview) First() []question { return v.Questions[:min(len(v.Questions), mostAsked)] }

// Further are the questions after the first.
func (v overview) Further() []question { return v.Questions[len(v.First()):] }

// Next is the number of the first of those.
func (v overview) Next() int { return mostAsked + 1 }

// mostSettled is how many decisions stand on the first page.
const mostSettled = 5

// count is a number of units with its name.
type count struct {
	Name, Class string
	Number      int
}

// verdictGroup are the indicators of one verdict.
type verdictGroup struct {
	Verdict resolution.Verdict
	Name    string
	Numbers []int
}

// row is a row of the table of indicators.
type row struct {
	Head                                        bool // a section's
	Part                                        bool // a measure of an indicator that has several
	ID, Number, Text, Target, Figure, Last, Why string
	Verdict                                     resolution.Verdict
	Name                                        string // of the verdict
	Bar                                         *bar
}

// bar is a figure beside its target, in hundredths of the room.
type bar struct{ From, Width, Low, High float64 }

// unitRow is a unit with what became of it.
type unitRow struct {
	ID, Name, State, Class string
	Owes                   int
	Owed                   string // the measures that it owes something of
	Due                    string
	Late                   string // how late it is; "" where it is not
	Files                  int
	Faulty                 bool // there is a marked copy for it
}

// problem is one thing that is wrong, in words.
type problem struct{ Code, Place, Text, Fix, Unit, UnitName string }

// output is a file of the report.
type output struct {
	Name, When string
	Stamp      string // changes with its content
	Inline     bool
}

// settled is what somebody decided, and can be taken back.
type settled struct {
	N                          int // its place among all of them
	Kind                       string
	ID, What, By, Date, Reason string
	Entry                      app.Entry // where it stands
	Shared                     string    // the file that other folders use too, in which it can only be changed by hand
}

// Seen is a sum of what is shown: nobody takes back what he has not seen.
func (x settled) Seen() string {
	sum := sha256.Sum256([]byte(x.Kind + "\x00" + x.What + "\x00" + x.By + "\x00" + x.Date + "\x00" + x.Reason))
	return hex.EncodeToString(sum[:8])
}

// home is the first page; of a folder that cannot be judged it says why, and where
// there is none how to make one.
func (s *Server) home(w http.ResponseWriter, r *http.Request) {
	now := s.now().now()
	var invalid *app.InvalidPlan
	var none *app.NotAFolder
	switch {
	case now.annex != nil:
		main := s.overview(now)
		s.show(w, r, http.StatusOK, "home", main.Report, main)
	case errors.As(now.err, &none):
		s.firstPage(w, r)
	case errors.As(now.err, &invalid):
		s.planPage(w, r, invalid.Problems)
	default:
		text := s.say("page.first-reading", nil)
		if now.err != nil {
			text, _ = s.status(now)
		}
		s.show(w, r, http.StatusOK, "message", s.say("page.title", nil), text)
	}
}

func (s *Server) overview(now state) overview {
	a := now.annex
	p := a.Plan
	v := overview{Office: p.Office.Issuer, Complete: a.Complete, Places: placesOf(now),
		Report: s.say("page.report", diag.Args{"number": p.Resolution.Number, "period": p.PeriodText()})}
	v.Due, v.Late = s.due(p.Report.Due, time.Now())
	v.Verdicts, v.Rows = s.indicators(a)
	v.units(s, a)
	for _, q := range now.desk.Open() {
		v.Questions = append(v.Questions, s.asked(a, q))
	}
	v.Settled = s.settledBy(p)
	v.Decided = len(v.Settled)
	slices.Reverse(v.Settled)
	v.Settled = v.Settled[:min(len(v.Settled), mostSettled)]
	v.problems(s, a)
	dir := s.now().dir
	v.Outputs, v.Letters, v.Asks = outputs(dir), letters(dir), s.asksIn(dir)
	v.Sends = s.sends(p)
	v.Changes = s.changeNotes(now)
	v.Frozen, _ = s.frozen(now) // a log that cannot be read is told by whatever is done
	v.Owners = v.Asks != nil && regular(filepath.Join(dir, app.OwnersFile))
	return v
}

// due says how long it is to the day on which the units' returns are due.
func (s *Server) due(day viet.Date, now time.Time) (text string, late bool) {
	if day.IsZero() {
		return s.say("page.due.none", nil), false
	}
	days := app.DaysBetween(journal.Day(now), day)
	args := diag.Args{"days": quantity.Int(int64(max(days, -days))).Exact(), "due": day.Short()}
	switch {
	case days > 0:
		return s.say("page.due.left", args), false
	case days == 0:
		return s.say("page.due.today", args), false
	}
	return s.say("page.due.past", args), true
}

// indicators are the rows of the annex, as every output shows them, and the numbers
// of the indicators by verdict.
func (s *Server) indicators(a *assess.Annex) (groups []verdictGroup, rows []row) {
	for _, v := range []resolution.Verdict{resolution.Exceeded, resolution.Met, resolution.Missed, resolution.NoData,
		resolution.Unassessed, resolution.NotDue} {
		g := verdictGroup{Verdict: v, Name: v.Name().In(s.lang)}
		for _, sec := range a.Sections {
			for _, i := range sec.Indicators {
				if i.Verdict == v {
					g.Numbers = append(g.Numbers, i.Number)
				}
			}
		}
		if g.Numbers != nil {
			groups = append(groups, g)
		}
	}
	t := a.InternalTable()
	text := func(r assess.TableRow, kind assess.ColumnKind) string { return r.Cells[t.Column(kind)].Text("; ") }
	for _, r := range t.Rows {
		switch r.Kind {
		case assess.SectionRow:
			rows = append(rows, row{Head: true, Text: text(r, assess.ColNumber)})
		case assess.IndicatorRow, assess.MeasureRow:
			of := row{Part: r.Kind == assess.MeasureRow, Number: text(r, assess.ColNumber),
				Text: text(r, assess.ColText), Why: text(r, assess.ColReason),
				Verdict: r.Cells[t.Column(assess.ColVerdict)].Verdict,
				ID:      "(" + strconv.Itoa(r.Number) + ")"} // a measure may have the same number
			of.Name = of.Verdict.Name().In(s.lang)
			if m := r.Measure; m != nil {
				unit := m.FigureUnit()
				of.ID, of.Bar = m.ID, barOf(compose.BarOf(m))
				of.Target = withUnit(text(r, assess.ColTarget), unit)
				of.Figure = withUnit(text(r, assess.ColActual), unit)
				of.Last = withUnit(text(r, assess.ColPrevious), unit)
			}
			rows = append(rows, of)
		case assess.AmountRow:
		}
	}
	return groups, rows
}

func withUnit(text, unit string) string {
	switch {
	case text == "" || unit == "":
		return text
	case strings.HasPrefix(unit, "%"), strings.HasPrefix(unit, "‰"):
		return text + unit
	}
	return text + " " + unit
}

func barOf(b *document.Bar) *bar {
	if b == nil {
		return nil
	}
	return &bar{From: 100 * min(b.Zero, b.Value), Width: 100 * max(b.Value-b.Zero, b.Zero-b.Value),
		Low: 100 * b.Low, High: 100 * b.High}
}

// Whole reports a row without a figure of its own: its title has the room of all of them.
func (r row) Whole() bool { return !r.Head && r.Target == "" && r.Figure == "" && r.Bar == nil }

// units tells of each unit what came of it.
func (v *overview) units(s *Server, a *assess.Annex) {
	counts := make([]count, len(unitStates))
	for i, class := range unitStates {
		counts[i] = count{s.say("page.units."+class, nil), class, 0}
	}
	late := app.Lateness(s.now().dir, a, time.Now())
	for _, u := range a.Units {
		at := unitState(u)
		counts[at].Number++
		if at > 0 {
			v.Owing++
		}
		v.Units = append(v.Units, s.unitRow(a, u, late))
	}
	slices.SortStableFunc(v.Units, func(x, y unitRow) int {
		order := func(u unitRow) int {
			return slices.Index([]string{"faulty", "missing", "partial", "full"}, u.Class)
		}
		return cmp.Compare(order(x), order(y))
	})
	v.Counts = counts
}

// unitRow tells of a unit what came of it.
func (s *Server) unitRow(a *assess.Annex, u assess.Unit, late []app.Late) unitRow {
	class := unitStates[unitState(u)]
	row := unitRow{ID: u.ID, Name: u.Name, Owes: len(u.Owes), Files: len(u.Files), Class: class,
		State: s.say("page.units."+class, nil)}
	if u.OwesNarrative && class == "missing" {
		row.State = s.say("page.units.silent", nil)
	}
	if u.Free() {
		row.State = s.say("page.units.free", nil)
	}
	missing, faulty := u.Gaps()
	var of []string
	for _, ask := range slices.Concat(missing, faulty) {
		of = append(of, ask.Measure.ID)
	}
	row.Owed = app.Few(of)
	if due := a.Plan.Due(u.ID); !due.IsZero() {
		row.Due = due.Short()
	}
	for _, l := range late {
		if l.Unit == u.ID {
			row.Late = s.lateness(l)
		}
	}
	return row
}

// lateness says how late a unit is.
func (s *Server) lateness(l app.Late) string {
	days := quantity.Int(int64(l.Days)).Exact()
	if l.Came.IsZero() {
		return s.say("page.late.owes", diag.Args{"days": days})
	}
	return s.say("page.late.came", diag.Args{"days": days, "came": l.Came.Short()})
}

// unitStates are what may become of a unit, as unitState counts them.
var unitStates = [...]string{"full", "faulty", "partial", "missing"}

// unitState is what became of a unit: 0 all is there, 1 something cannot be used, 2
// something has not come, 3 nothing has come.
func unitState(u assess.Unit) int {
	_, faulty := u.Gaps()
	switch {
	case !u.Owing():
		return 0
	case u.Status == assess.UnitMissing || u.OwesNarrative:
		return 3
	case len(faulty) > 0 || u.Status == assess.UnitUnreadable || u.Status == assess.UnitFaulty:
		return 1
	}
	return 2
}

// problems are those that are neither a question nor the word for what a unit owes:
// both stand on the page already.
func (v *overview) problems(s *Server, a *assess.Annex) {
	var units []string
	for _, u := range a.Units {
		units = append(units, u.ID)
	}
	for _, p := range diag.ForReading(a.Problems, units) {
		switch {
		case p.IsQuestion(), p.Entry().Counted == diag.AsOwed, p.Entry().Counted == diag.AsPlace:
		case p.Severity() == diag.Error:
			v.Others = append(v.Others, s.wrong(a, p))
		default:
			v.Warnings = append(v.Warnings, s.wrong(a, p))
		}
	}
}

func (s *Server) wrong(a *assess.Annex, p diag.Problem) problem {
	x := problem{Code: p.Code, Place: diag.Place(p.At, s.lang), Text: p.In(s.lang), Fix: p.PageFix(s.lang)}
	if p.Unit != "" {
		x.Unit, x.UnitName = p.Unit, a.UnitName(p.Unit)
	}
	return x
}

// outputs are the files of the report that are there.
func outputs(dir string) (all []output) {
	entries, _ := os.ReadDir(filepath.Join(dir, app.ReportDir))
	for _, e := range entries {
		info, err := e.Info()
		if err != nil || !info.Mode().IsRegular() || strings.HasPrefix(e.Name(), ".") {
			continue
		}
		all = append(all, output{Name: e.Name(), When: journal.Clock(info.ModTime()),
			Stamp:  strconv.FormatInt(info.ModTime().UnixNano(), 36),
			Inline: strings.EqualFold(filepath.Ext(e.Name()), ".pdf")})
	}
	return all
}
