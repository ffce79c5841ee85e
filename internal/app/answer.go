package app

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os/user"
	"slices"
	"strconv"
	"strings"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/tomlfile"
	"baocao/internal/viet"
)

// Desk is where a person answers the questions of a working folder.
type Desk struct {
	dir  string
	run  *run
	read *Readings // what it was read with
}

// Signature says who answers, when, and why.
type Signature struct {
	By     string
	Date   viet.Date
	Reason string // of a figure; a general one where it is blank
}

// Answered is what one answer did.
type Answered struct {
	ID      string
	File    string // that was written, in the working folder
	Entries int    // added to it, or taken out
	Changes []Change
	Open    int  // questions left
	Still   bool // the question stands all the same
}

// Change is a measure before and after an answer.
type Change struct {
	Before, After *assess.Measure
}

// Errors of an answer.
var (
	ErrNoChoice = errors.New("the choice is none of the candidates and no answer to the question")
	ErrUnclear  = errors.New("the number can be read in two ways")
)

// NoQuestion is the error of an id that no open question has.
type NoQuestion struct{ ID string }

func (e *NoQuestion) Error() string { return e.ID + ": no such question" }

// AnsweredBefore is the error of a question that has its answer.
type AnsweredBefore struct {
	ID, File string
	Line     int
}

func (e *AnsweredBefore) Error() string {
	return fmt.Sprintf("%s: answered in %s:%d", e.ID, e.File, e.Line)
}

// Decided is the error of a figure that another entry decides already.
type Decided struct {
	ID   string // of the question it answered; "" for one written by hand
	Line int
}

func (e *Decided) Error() string { return fmt.Sprintf("line %d decides this figure already", e.Line) }

// ReadOnly is the error of a file that its owner wants to stay as it is.
type ReadOnly struct{ File string }

func (e *ReadOnly) Error() string { return e.File + ": read-only" }

// NotTakenBack is the error of an answer that still stands in its file, or of one
// that is gone from it, though the folder could not be judged after that.
type NotTakenBack struct {
	ID, File string
	Judging  error // why the folder could not be judged
	Putting  error // why the file was not put back; nil where somebody has changed it since
}

func (e *NotTakenBack) Error() string { return e.File + ": not put back: " + e.Judging.Error() }
func (e *NotTakenBack) Unwrap() error { return e.Judging }

// Unwritten is the error of a file of entries that cannot be added to; nothing
// was written.
type Unwritten struct {
	File string
	Err  error
}

func (e *Unwritten) Error() string { return e.File + ": " + e.Err.Error() }
func (e *Unwritten) Unwrap() error { return e.Err }

// OpenDesk reads and judges a working folder for its questions.
func OpenDesk(ctx context.Context, dir string, progress Progress) (*Desk, error) {
	return (*Readings)(nil).OpenDesk(ctx, dir, progress)
}

// OpenDesk is a desk with what was read before.
func (m *Readings) OpenDesk(ctx context.Context, dir string, progress Progress) (*Desk, error) {
	r, err := m.judge(ctx, dir, progress, forgetting)
	if err != nil {
		return nil, err
	}
	return &Desk{dir, r, m}, nil
}

// Open are the questions that stand, each once.
func (d *Desk) Open() []diag.Problem {
	var open []diag.Problem
	seen := map[string]bool{}
	for _, p := range d.run.annex.Problems {
		if p.IsQuestion() && !seen[p.Question.ID] {
			seen[p.Question.ID] = true
			open = append(open, p)
		}
	}
	return open
}

// Question is the open question of an id, or an error.
func (d *Desk) Question(id string) (diag.Problem, error) {
	if p := diag.Asked(d.run.annex.Problems, id); p != nil {
		return *p, nil
	}
	if before := d.answered(strings.ToLower(strings.TrimSpace(id))); before != nil {
		return diag.Problem{}, before
	}
	return diag.Problem{}, &NoQuestion{id}
}

// answered is where the answer to a question stands; nil for nowhere.
func (d *Desk) answered(id string) *AnsweredBefore {
	p := d.run.annex.Plan
	lines := map[string]int{} // of the decisions, by id
	for _, x := range p.Choices {
		lines[x.ID] = x.Line
	}
	for _, x := range p.Estimators {
		lines[x.ID] = x.Line
	}
	for _, x := range p.Senders {
		lines[x.ID] = x.Line
	}
	for _, x := range p.Decisions {
		lines[x.ID] = x.Line
	}
	if line, ok := lines[id]; ok && id != "" {
		return &AnsweredBefore{id, resolution.DecisionsFile, line}
	}
	for _, x := range p.Readings {
		if x.ID == id && id != "" {
			return &AnsweredBefore{id, resolution.ReadingsFile, x.Line}
		}
	}
	return nil
}

// Answer settles a question: choice is a candidate's number, a value, a unit's or
// an input's id. What it wrote is taken back when the folder could not be judged
// with it, or the error is NotTakenBack.
func (d *Desk) Answer(ctx context.Context, id, choice string, by Signature) (*Answered, error) {
	p, err := d.Question(id)
	if err != nil {
		return nil, err
	}
	c, err := d.chosen(p, choice)
	if err != nil {
		return nil, err
	}
	return d.settle(ctx, p, c, by)
}

// settle writes an answer into its file.
func (d *Desk) settle(ctx context.Context, p diag.Problem, c diag.Candidate, by Signature) (*Answered, error) {
	file, array, entries := d.entries(p, c, by)
	if err := d.free(p, c); err != nil {
		return nil, err
	}
	return d.apply(ctx, p.Question.ID, file, func(text string) (string, int, error) {
		text, _, err := tomlfile.Remove(text, array, "id", p.Question.ID) // answered in part before
		if err != nil {
			return "", 0, err
		}
		added, err := tomlfile.Append(text, array, entries)
		return added, len(entries), err
	})
}

// free tells whether the figures that an answer decides are decided by no other
// entry.
func (d *Desk) free(p diag.Problem, c diag.Candidate) error {
	if p.Question.Step != diag.ByFigure {
		return nil
	}
	for _, cell := range settledBy(p, c) {
		unit := cell.Unit
		if p.Question.Shared {
			unit = ""
		}
		for _, x := range d.run.annex.Plan.Choices {
			if x.Decides() && x.Key() == cell.Input && x.Unit == unit && x.ID != p.Question.ID {
				return &Decided{x.ID, x.Line}
			}
		}
	}
	return nil
}

// settledBy are the cells that an answer settles, each with its unit.
func settledBy(p diag.Problem, c diag.Candidate) []diag.Cell {
	q := p.Question
	cells := slices.Clone(c.Cells)
	if cells == nil {
		cells = []diag.Cell{{Label: q.Label, Heading: q.Heading, Input: cmp.Or(c.Input, q.Input), Value: c.Value}}
	}
	for i := range cells {
		cells[i].Unit = cmp.Or(cells[i].Unit, p.Unit)
	}
	return cells
}

// Undo takes back what was written for a question.
func (d *Desk) Undo(ctx context.Context, id string) (*Answered, error) {
	id = strings.ToLower(strings.TrimSpace(id))
	for _, written := range [][]string{{resolution.ReadingsFile, "reading"},
		{resolution.DecisionsFile, "figure", "estimate", "sender", "verdict"}} {
		done, err := d.apply(ctx, id, written[0], func(text string) (rest string, count int, err error) {
			rest = text
			for _, array := range written[1:] {
				n := 0
				if rest, n, err = tomlfile.Remove(rest, array, "id", id); err != nil {
					return "", 0, err
				}
				count += n
			}
			return rest, count, nil
		})
		if err != nil || done.Entries > 0 {
			return done, err
		}
	}
	return nil, &NoQuestion{id}
}

// apply changes one file of the folder and judges the folder anew.
func (d *Desk) apply(ctx context.Context, id, file string,
	edit func(text string) (string, int, error)) (*Answered, error) {
	done := &Answered{ID: id, File: file}
	was, text, err := rewrite(ctx, d.dir, file, func(text string) (changed string, err error) {
		if changed, done.Entries, err = edit(text); err != nil {
			return "", &Unwritten{file, err}
		}
		return changed, nil
	})
	if err != nil || done.Entries == 0 {
		return done, err
	}
	now, err := d.read.judge(ctx, d.dir, nil, forgetting)
	if err != nil {
		edited := false
		_, _, putting := rewrite(context.WithoutCancel(ctx), d.dir, file, func(is string) (string, error) {
			if is != text { // somebody has changed it since
				edited = true
				return is, nil
			}
			return was, nil
		})
		if edited || putting != nil {
			return nil, &NotTakenBack{id, file, err, putting}
		}
		return nil, err
	}
	done.Changes = Changes(d.run.annex, now.annex)
	d.run = now
	done.Open = len(d.Open())
	_, none := d.Question(id)
	done.Still = none == nil
	return done, nil
}

// chosen reads what a person answered. With candidates a single digit is one of
// them; "=2" is the value 2 and "0" says that the cell answers nothing that is
// asked.
func (d *Desk) chosen(p diag.Problem, choice string) (diag.Candidate, error) {
	q := p.Question
	choice = viet.Tidy(choice)
	value, isValue := strings.CutPrefix(choice, "=")
	value = strings.TrimSpace(value)
	if n, err := strconv.Atoi(choice); err == nil && !isValue {
		switch {
		case n >= 1 && n <= len(q.Candidates):
			return q.Candidates[n-1], nil
		case n == 0 && q.Step == diag.ByReading && q.Label != "":
			return diag.Candidate{Input: resolution.NoInput}, nil
		case len(q.Candidates) > 0 && n >= 0 && n < 10, q.Step != diag.ByFigure:
			return diag.Candidate{}, ErrNoChoice
		}
	}
	plan := d.run.annex.Plan
	switch {
	case q.Step == diag.BySender:
		if plan.Unit(choice) == nil && choice != resolution.NoUnit {
			return diag.Candidate{}, ErrNoChoice
		}
		return diag.Candidate{Unit: choice}, nil
	case q.Step == diag.ByReading:
		if q.Label == "" || plan.Ask(p.Unit, choice).Label == "" {
			return diag.Candidate{}, ErrNoChoice
		}
		return diag.Candidate{Input: choice}, nil
	case q.Input == "":
		return d.several(p, value)
	}
	return stated(plan.Ask(p.Unit, q.Input), value)
}

// several reads a value for each figure of a question about several: "48; 58".
// One left blank stays as it is.
func (d *Desk) several(p diag.Problem, said string) (c diag.Candidate, err error) {
	values := strings.Split(said, ";")
	if len(values) != len(p.Question.Figures) {
		return c, ErrNoChoice
	}
	for i, f := range p.Question.Figures {
		value := viet.Tidy(values[i])
		if value == "" {
			continue
		}
		unit := cmp.Or(f.Unit, p.Unit)
		one, err := stated(d.run.annex.Plan.Ask(unit, f.Input), value)
		if err != nil {
			return c, err
		}
		f.Value = one.Value
		c.Cells = append(c.Cells, f)
	}
	if c.Cells == nil {
		return c, ErrNoChoice
	}
	return c, nil
}

// stated is a value that a person typed.
func stated(ask resolution.Ask, value string) (diag.Candidate, error) {
	nothing := returns.Nothing(value)
	switch {
	case value == "":
		return diag.Candidate{}, ErrNoChoice
	case ask.Kind == resolution.AskDay && nothing == returns.Blank:
		d, ok := resolution.WrittenDay(value)
		if !ok {
			return diag.Candidate{}, ErrNoChoice
		}
		return diag.Candidate{Value: d.Short()}, nil
	case ask.Kind == resolution.AskText:
		return diag.Candidate{Value: value}, nil
	case ask.Kind == resolution.AskChoice:
		if s := ask.Choice(value); s != "" {
			return diag.Candidate{Value: s}, nil
		}
		return diag.Candidate{}, ErrNoChoice
	case nothing == returns.Nil:
		return diag.Candidate{Value: "không phát sinh"}, nil
	case nothing == returns.Pending:
		return diag.Candidate{Value: "chưa có kết quả"}, nil
	}
	n, reading := quantity.ParseText(value, ask.Whole)
	switch {
	case reading == quantity.NoNumber:
		return diag.Candidate{}, ErrNoChoice
	case reading != quantity.Sure:
		return diag.Candidate{}, ErrUnclear
	case !ask.Takes(n):
		return diag.Candidate{}, ErrNoChoice
	}
	return diag.Candidate{Value: n.Plain()}, nil
}

// entries are what keeps an answer: the file, the array of tables in it, and the
// tables.
func (d *Desk) entries(p diag.Problem, c diag.Candidate, by Signature) (file, array string, entries []string) {
	q, plan := p.Question, d.run.annex.Plan
	date := by.Date.ISO()
	for _, cell := range settledBy(p, c) {
		var e strings.Builder
		line := func(key, value string) { fmt.Fprintf(&e, "%-7s = %s\n", key, value) }
		said := func(key, value string) { line(key, resolution.Quoted(value)) }
		switch q.Step {
		case diag.BySender:
			file, array = resolution.DecisionsFile, "sender"
			e.WriteString("[[sender]]\n")
			said("id", q.ID)
			said("file", q.File)
			said("sha256", q.SHA256)
			said("unit", c.Unit)
		case diag.ByReading:
			file, array = resolution.ReadingsFile, "reading"
			e.WriteString("[[reading]]\n")
			said("id", q.ID)
			said("unit", p.Unit)
			said("label", plan.AnyYear(cell.Label))
			said("heading", plan.AnyYear(cell.Heading))
			said("input", cell.Input)
		case diag.ByFigure:
			file, array = resolution.DecisionsFile, "figure"
			if c.Estimate && c.Unit != "" {
				array = "estimate"
				e.WriteString("[[estimate]]\n")
				said("id", q.ID)
				said("unit", c.Unit)
				said("reason", cmp.Or(by.Reason, diag.Say("answer.reason.estimate", nil).In(diag.Vi)))
				break
			}
			ask := plan.Ask(cell.Unit, cell.Input)
			e.WriteString("[[figure]]\n")
			said("id", q.ID)
			said("measure", ask.Measure.ID)
			said("input", strings.TrimPrefix(cell.Input, ask.Measure.ID+"."))
			if !q.Shared {
				said("unit", cell.Unit)
			}
			if of := plan.Report.Period; !of.IsYear() || d.run.besides {
				said("period", of.String())
			}
			if c.Estimate {
				line("estimate", "true")
				said("reason", cmp.Or(by.Reason, diag.Say("answer.reason.estimate", nil).In(diag.Vi)))
				break
			}
			if c.File != "" {
				said("file", c.File)
			} else if _, err := quantity.Parse(cell.Value); err == nil && ask.Kind == resolution.AskNumber {
				line("value", cell.Value)
			} else {
				said("value", cell.Value)
			}
			line("saw", "["+strings.Join(d.saw(p, cell), ", ")+"]")
			said("reason", cmp.Or(by.Reason, diag.Say("answer.reason", nil).In(diag.Vi)))
		}
		said("by", by.By)
		line("date", date)
		entries = append(entries, e.String())
	}
	return file, array, entries
}

// saw is what the unit's files say of one figure now, so that a later change of
// them shows.
func (d *Desk) saw(p diag.Problem, cell diag.Cell) []string {
	var all []string
	add := func(file, value string) {
		all = append(all, "{ file = "+resolution.Quoted(file)+", value = "+resolution.Quoted(value)+" }")
	}
	for _, s := range p.Question.Saw {
		add(s.File, s.Value)
	}
	if all != nil {
		return all
	}
	repeated := map[string]bool{}
	for _, u := range d.run.annex.Units {
		for _, f := range u.Files {
			repeated[f.File] = f.Status == returns.StatusDuplicate
		}
	}
	for _, x := range d.run.readings {
		o := returns.FindAnswer(x.ret.Observations, cell.Input)
		if x.ret.Unit == cell.Unit && !repeated[x.ret.File] && o.Answer != returns.Blank {
			add(x.ret.File, o.Said().Vi)
		}
	}
	return all
}

// Changes are the measures whose figure, verdict or coverage is another, in the plan's
// order.
func Changes(before, after *assess.Annex) []Change {
	var all []Change
	for _, m := range after.Measures() {
		was := before.FindMeasure(m.ID)
		if was != nil && (was.Verdict != m.Verdict || was.Reported != m.Reported || !sameFigure(was, m)) {
			all = append(all, Change{was, m})
		}
	}
	return all
}

func sameFigure(a, b *assess.Measure) bool {
	if a.Judged == nil || b.Judged == nil {
		return a.Judged == b.Judged && slices.EqualFunc(a.Totals, b.Totals, func(x, y assess.Total) bool {
			return x.Role == y.Role && x.Value.Equal(y.Value)
		})
	}
	return a.Judged.Equal(*b.Judged)
}

// AccountName is the name of whoever uses the machine, "" where it is not known.
func AccountName() string {
	u, err := user.Current()
	if err != nil {
		return ""
	}
	name := u.Username
	if i := strings.LastIndexByte(name, '\\'); i >= 0 { // a Windows domain
		name = name[i+1:]
	}
	return cmp.Or(viet.Tidy(u.Name), name)
}

type byKey struct{}

// By is the context of what a person of this name does, whatever account the machine
// runs under.
func By(ctx context.Context, name string) context.Context {
	return context.WithValue(ctx, byKey{}, name)
}

// who does what is done: the account, unless somebody said a name.
func who(ctx context.Context) string {
	name, _ := ctx.Value(byKey{}).(string)
	return cmp.Or(name, AccountName())
}
