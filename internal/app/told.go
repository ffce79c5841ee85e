package app

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/journal"
	"baocao/internal/lock"
	"baocao/internal/quantity"
	"baocao/internal/render/result"
	"baocao/internal/resolution"
	"baocao/internal/tomlfile"
	"baocao/internal/viet"
)

// How a difference is told in words: the terminal and the page say the same.

// TellRun says which report a line of the log is about, and when.
func TellRun(r *journal.Record) diag.Message {
	return diag.Say("diff.run."+string(r.Did), diag.Args{"number": r.Report, "at": journal.Clock(r.At)})
}

// TellFlip says which verdict changed.
func TellFlip(f *journal.Flip) (before, after diag.Text) {
	return resolution.Verdict(f.Before).Name(), resolution.Verdict(f.After).Name()
}

// TellFigure says what a figure was and is, with all its decimals: it was rounded where it was
// judged.
func TellFigure(f *journal.Moved) (before, after diag.Message) {
	figure := func(s *string, estimate bool) diag.Message {
		if s == nil {
			return diag.Say("diff.nothing", nil)
		}
		said := diag.Say("diff.number", diag.Args{"number": printed(*s), "unit": f.Unit})
		if f.Unit == "" || strings.HasPrefix(f.Unit, "%") || strings.HasPrefix(f.Unit, "‰") {
			said = diag.Say("diff.plain", diag.Args{"number": printed(*s), "unit": f.Unit})
		}
		if estimate {
			return diag.Say("diff.estimate", diag.Args{"figure": said})
		}
		return said
	}
	return figure(f.Before, f.Estimate[0]), figure(f.After, f.Estimate[1])
}

// printed is a number or a day of a result as people write it; any other text stands as it is.
func printed(text string) diag.Text {
	if n, err := quantity.Parse(text); err == nil {
		return diag.Text{Vi: n.Exact(), En: n.Exact()}
	}
	day, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return diag.Text{Vi: text, En: text}
	}
	return diag.Text{Vi: viet.Date{Year: day.Year(), Month: int(day.Month()), Day: day.Day()}.Short(), En: text}
}

// TellAsked says whose answer and to what.
func TellAsked(a *journal.Answers, plan *resolution.Plan) (unit, input string) {
	unit = a.Unit
	if u := plan.Unit(a.Unit); u != nil {
		unit = u.Name
	}
	return unit, plan.Ask(a.Unit, a.Input).Label
}

// TellAnswer says what a unit answered, and in which cell.
func TellAnswer(s *result.Source) diag.Message {
	if s == nil {
		return diag.Say("diff.nothing", nil)
	}
	value := diag.Say("answer.pending", nil)
	switch {
	case s.Answer == "nil":
		value = diag.Say("answer.nil", nil)
	case s.Value != nil:
		value = diag.Say("diff.value", diag.Args{"value": printed(*s.Value)})
	}
	if s.File == "" {
		return value
	}
	return diag.Say("diff.cell", diag.Args{"value": value,
		"place": place(diag.Position{File: s.File, Sheet: s.Sheet, Cell: s.Cell})})
}

func place(at diag.Position) diag.Text {
	return diag.Text{Vi: diag.Place(at, diag.Vi), En: diag.Place(at, diag.En)}
}

// TellPromise says what became of a measure's target.
func TellPromise(x *journal.Promise, name string) diag.Message {
	args := diag.Args{"measure": x.Measure, "name": name, "before": x.Before, "after": x.After}
	switch {
	case x.Before == "":
		return diag.Say("diff.promise-new", args)
	case x.After == "":
		return diag.Say("diff.promise-gone", args)
	}
	return diag.Say("diff.promise", args)
}

// TellDecision says what somebody decided, or took back.
func TellDecision(x *journal.Decision, plan *resolution.Plan) diag.Message {
	args := diag.Args{"about": about(x.About, plan), "reason": x.Reason, "by": x.By}
	if x.Taken {
		return diag.Say("diff.decision-taken", args)
	}
	return diag.Say("diff.decision", args)
}

// about names the answer of a unit, "11.2.numerator thong-ke", as people know it; anything else stands as it is.
func about(decided string, plan *resolution.Plan) string {
	key, id, _ := strings.Cut(decided, " ")
	unit := plan.Unit(id)
	if unit == nil {
		return decided
	}
	if label := asked(key, id, plan); label != key {
		return unit.Name + ", " + label
	}
	return decided
}

// asked names what a unit is asked under a key; a key that the plan has no more stands as it is.
func asked(key, unit string, plan *resolution.Plan) string {
	a := plan.Ask(unit, key)
	if a.Label == "" {
		return key
	}
	return "(" + a.Measure.ID + ") " + a.Label
}

// TellUnit says what a unit sent and owes otherwise than before.
func TellUnit(u *journal.Unit, plan *resolution.Plan) diag.Message {
	var parts []diag.Text
	add := func(count int, list []string, say func(diag.Args) diag.Message) {
		if count > 0 {
			parts = append(parts, say(diag.Args{"count": count, "list": Few(list)}).Text())
		}
	}
	add(len(u.Files), u.Files, func(a diag.Args) diag.Message { return diag.Say("diff.unit.files", a) })
	add(len(u.Gone), u.Gone, func(a diag.Args) diag.Message { return diag.Say("diff.unit.gone", a) })
	add(len(u.Received), nil, func(a diag.Args) diag.Message { return diag.Say("diff.unit.received", a) })
	owes := make([]string, len(u.Owes))
	for i, key := range u.Owes {
		owes[i] = asked(key, u.ID, plan)
	}
	add(len(owes), owes, func(a diag.Args) diag.Message { return diag.Say("diff.unit.owes", a) })
	add(u.Left, nil, func(a diag.Args) diag.Message { return diag.Say("diff.unit.left", a) })
	var vi, en []string
	for _, p := range parts {
		vi, en = append(vi, p.Vi), append(en, p.En)
	}
	return diag.Say("diff.unit", diag.Args{"unit": u.Name,
		"parts": diag.Text{Vi: strings.Join(vi, "; "), En: strings.Join(en, "; ")}})
}

// TellProblem says a problem as a result has it, whose words are Vietnamese.
func TellProblem(x *journal.Problem) diag.Message {
	at := diag.Position{}
	for to, from := range map[*string]*string{&at.File: x.File, &at.Sheet: x.Sheet, &at.Cell: x.Cell} {
		if from != nil {
			*to = *from
		}
	}
	said := diag.Reworded(x.Code, x.Message)
	said.Vi, said.En = strings.Join(strings.Fields(said.Vi), " "), strings.Join(strings.Fields(said.En), " ")
	args := diag.Args{"code": x.Code, "text": said, "place": place(at)}
	if at.File == "" {
		return diag.Say("diff.problem-nowhere", args)
	}
	return diag.Say("diff.problem", args)
}

// TellChange says what a measure was and is: figure and verdict; without a figure, how many
// units have told it.
func TellChange(c Change) diag.Message {
	return diag.Say("answer.change", diag.Args{"measure": c.After.ID, "name": c.After.Name,
		"before": judgedAs(c.Before), "after": judgedAs(c.After)})
}

func judgedAs(m *assess.Measure) diag.Text {
	verdict := m.Verdict.Name()
	if m.Judged == nil {
		return diag.Say("answer.reported", diag.Args{"verdict": verdict, "reported": m.Reported,
			"expected": m.Expected}).Text()
	}
	figure := m.Amount(*m.Judged)
	return diag.Text{Vi: figure.Vi + ", " + viet.LowerFirst(verdict.Vi),
		En: figure.En + ", " + viet.LowerFirst(verdict.En)}
}

// TellFailure words an error that people can mend by themselves, the same for the terminal and
// the page; false for any other.
func TellFailure(err error) (diag.Message, bool) {
	var locked *ReadOnly
	var unwritten *Unwritten
	var syntax *tomlfile.SyntaxError
	var unread *NoJournal
	var busy *lock.Busy
	var shared *SharedFiles
	var taken *SharedTaken
	var far *SharedFar
	switch {
	case errors.As(err, &shared):
		return diag.Say("fail.shared", diag.Args{"dir": BaseOf(shared.Dir),
			"files": strings.Join(shared.Files, ", ")}), true
	case errors.As(err, &taken):
		return diag.Say("fail.shared-taken", diag.Args{"file": taken.File, "year": taken.Year}), true
	case errors.As(err, &far):
		return diag.Say("fail.shared-far", diag.Args{"file": far.File}), true
	case errors.As(err, &locked):
		return diag.Say("fail.read-only", diag.Args{"file": locked.File}), true
	case errors.As(err, &unwritten) && errors.As(err, &syntax):
		return diag.Say("fail.not-toml", diag.Args{"file": unwritten.File, "line": syntax.Line,
			"error": syntax.Message}), true
	case errors.As(err, &unwritten):
		return diag.Say("fail.own-shape", diag.Args{"file": unwritten.File}), true
	case errors.Is(err, ErrUnclear):
		return diag.Say("fail.unclear", nil), true
	case errors.As(err, &unread):
		return diag.Say("fail.journal", diag.Args{"path": JournalDir + "/" + journal.LogFile,
			"error": Cause(unread.Err)}), true
	case errors.As(err, &busy):
		return WhoWorks(busy.Owner), true
	case errors.Is(err, lock.ErrLost):
		return diag.Say("fail.lost", nil), true
	}
	return diag.Message{}, false
}

// BaseOf is the name of a file or folder, also of the one that is called ".".
func BaseOf(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	return filepath.Base(path)
}

// Few are the first of many names, each once.
func Few(names []string) string {
	const most = 8
	var once []string
	for _, n := range names {
		if n != "" && !slices.Contains(once, n) {
			once = append(once, n)
		}
	}
	if len(once) > most {
		once = append(once[:most], "...")
	}
	return strings.Join(once, ", ")
}
