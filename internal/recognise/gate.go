package recognise

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"sync"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// place is a cell that may answer an ask, with what stands around it. The ways
// of reading a file (form, tables, layouts) only find places; whether the cell
// counts, and what it says, is asked by take, in the same way for all of them.
type place struct {
	sheet    *workbook.Sheet
	row, col int
	how      returns.Source

	labels  []string  // of the row: the block it stands under, then its own
	heading head      // of the column, from top to bottom
	titles  titles    // the lines over the table; none for a form, whose marking tells the year
	grid    *grid     // the sheet by rows; nil for a form
	table   *table    // nil for none of a known shape
	blocks  []caption // the titles of the blocks the row stands in
	remarks []aRemark // near the table that may deny the figure
	under   []aRemark // in rows of their own, of its row alone

	sentences []saying // near the table that tell figures

	parts  []part   // which its figure adds up, of units; someParts tells that they need not be all
	times  []part   // the columns of parts of the year beside that of the whole
	beside []beside // its columns of the same amounts, planned or of last year

	someParts bool

	unitCol, noneCol, noteCol int // of the row's unit, of "không phát sinh", of remarks; 0 for absent
	lastCol                   int // of last year's figure in a form; 0 for absent

	rowName string // what names the row as the sender's, in a table with a row for each unit

	layout *resolution.Layout // the office's description that led here; nil for none
}

// take is the gate: nothing becomes an observation but here. A cell that is not
// what is asked for (nobody sees it; a plan; another year) stands aside, so that
// another cell may answer; what cannot be read is a problem.
func (r *reader) take(a resolution.Ask, p place) {
	if r.stop() {
		return
	}
	r.gate = r.taking(a, p)
	t := &r.gate
	t.o = returns.Observation{Unit: r.unit, Key: a.Key(), Measure: a.Measure.ID, At: r.at(p.sheet, p.row, p.col),
		How: p.how, Column: p.heading.shown}
	if p.layout != nil && p.layout.Column != "" {
		t.o.Column = p.layout.Column
	}
	if p.noteCol > 0 {
		t.o.Note = viet.Tidy(cellText(p.sheet.At(p.row, p.noteCol)))
	}
	if why := t.refusal(); why != nil {
		if !t.isBlank() {
			t.o.Answer, t.o.Read = returns.Faulty, t.facts()
			r.aside = append(r.aside, aside{o: t.o, why: *why, cell: t.asItStands(), period: t.otherPeriod})
		}
		return
	}
	t.readValue()
	t.checkFormula()
	t.readNone()
	if !t.isBeside() {
		t.readUnit()
	}
	t.checkSums()
	t.checkOffLine()
	t.checkWhole()
	t.checkZero()
	t.checkSize()
	t.checkRemarks()
	t.checkRevised()
	if t.o.Answer != returns.Blank {
		t.o.Read = t.facts()
	}
	r.answer(a, t.o)
}

// taking is one cell on its way through the gate.
type taking struct {
	*reader
	place
	matter
	ask     resolution.Ask
	o       returns.Observation
	ownUnit bool // the cell named its unit of measurement itself

	otherPeriod string // the words that name other months than the report's

	saidBeside []aRemark // nil until it is looked for

	unitSaid string // of measurement, as it was found
	unitFrom diag.Position
}

func (r *reader) taking(a resolution.Ask, p place) taking {
	return taking{reader: r, place: p, matter: r.matter(a), ask: a}
}

// isBlank: nothing stands in the place, so nothing has to be asked about it.
func (t *taking) isBlank() bool {
	c := merged(t.sheet, t.row, t.col)
	none := t.noneCol > 0 && !isEmpty(t.sheet.At(t.row, t.noneCol))
	return !none && (c == nil || isEmpty(c) && !c.HasFormula)
}

// fault reports what makes the answer unusable.
func (t *taking) fault(code string, at diag.Position, args diag.Args) {
	p := diag.New(code, at, args).ForUnit(t.unit).ForMeasure(t.ask.Measure.ID)
	may := t.may(p.Entry(), args)
	if t.refusesEstimate() {
		q := t.question()
		cell := diag.Cell{Label: q.Label, Heading: q.Heading, Input: q.Input}
		may = slices.Concat(asEstimates(t.unit, []diag.Cell{cell}, q.Found), may)
	}
	t.problems = append(t.problems, p.Ask(t.question(may...)))
	t.o.Answer, t.o.Value, t.o.Text = returns.Faulty, quantity.Number{}, ""
}

// refusal tells why a cell is not what is asked for, whatever stands in it; nil
// where it is.
func (t *taking) refusal() *diag.Problem {
	for _, check := range [...]func(*taking) *diag.Problem{(*taking).unseen, (*taking).notShown, (*taking).ofExample,
		(*taking).ofSeveralRows, (*taking).ofPlan, (*taking).ofOtherYear, (*taking).ofPartOfYear,
		(*taking).contradicted, (*taking).ofEstimate, (*taking).notFinal, (*taking).ofTimes, (*taking).ofOtherScope} {
		if why := check(t); why != nil {
			return why
		}
	}
	return nil
}

// unseen: who sent the file does not see the cell.
func (t *taking) unseen() *diag.Problem {
	label := t.ask.Label
	problem := func(code string, args diag.Args) *diag.Problem {
		why := diag.New(code, t.o.At, args).ForUnit(t.unit).ForMeasure(t.ask.Measure.ID)
		return &why
	}
	switch {
	case t.sheet.Visibility != workbook.Visible:
		return problem("B254", diag.Args{"sheet": t.sheet.Name, "label": label})
	case hidden(t.sheet.HiddenRows, t.row):
		return problem("B245", diag.Args{"label": label})
	case hidden(t.sheet.HiddenCols, t.col):
		return problem("B249", diag.Args{"column": workbook.ColumnName(t.col), "label": label})
	}
	return nil
}

// ofPlan: heading or title says that the figure was planned, not achieved. A
// heading of results settles what the title leaves open.
func (t *taking) ofPlan() *diag.Problem {
	if t.ask.Role == resolution.RolePlan {
		return nil
	}
	switch {
	case t.layout != nil && isPlan(viet.Fold(t.layout.Column)): // the office wants it
	case t.heading.isPlan() && !t.asksForPlan():
		return t.said("B255", t.heading.line(), diag.Args{"title": t.heading.shown, "want": t.year()})
	case t.titles.plan != nil && !t.heading.isOfResults():
		return t.said("B255", *t.titles.plan, diag.Args{"title": t.titles.plan.found, "want": t.year()})
	default:
		if why := t.ofPlannedRows(); why != nil {
			return why
		}
		return t.ofPlannedTitle()
	}
	return nil
}

// ofPlannedRows asks about a figure that stands under a line between rows which says that those below
// are a plan's, whatever their column is called.
func (t *taking) ofPlannedRows() *diag.Problem {
	for _, b := range t.blocks {
		text, _ := withoutNumber(b.text)
		if s := t.speechOf(text); s.tellsPlan() || s.namesPlan() && s.has(ownOfPlans()) && !t.hasPlans() {
			return t.said("B255", b.line, diag.Args{"title": viet.Excerpt(b.text), "want": t.year()})
		}
	}
	return nil
}

// ownOfPlans are the words of plans that name no list, which results are given in too: "Kế hoạch 2022".
var ownOfPlans = sync.OnceValue(func() []string { return list("số, kế hoạch giao, kh giao, phấn đấu") })

// asksForPlan: the words of a plan in a heading are those of the label in it: "Chỉ tiêu
// giao quân được giao" over the rows of wards.
func (t *taking) asksForPlan() bool {
	return isPlan(viet.Fold(t.ask.Label)) && !isPlan(viet.Fold(strings.Join(t.heading.parts, " ")))
}

// ofExample: title or sheet say that the figures only show how the table is
// filled in.
func (t *taking) ofExample() *diag.Problem {
	if t.layout == nil && t.titles.example != nil {
		return t.said("B259", *t.titles.example, diag.Args{"title": t.titles.example.found})
	}
	return nil
}

// ofOtherYear: the heading names another year, or it names none and the title
// does.
func (t *taking) ofOtherYear() *diag.Problem {
	reading := t.heading.reading()
	named := len(reading.years) > 0 || reading.says.any(ofThisYear|ofLastYear)
	previous := t.ask.Role == resolution.RolePrevious || t.ask.Role == resolution.RoleLast
	switch {
	case t.chose(year().MatchString):
	case named:
		of := wanted{year: t.plan.Resolution.Year}
		if reading.isOf(of) || previous && reading.isOf(wanted{year: of.year, previous: true}) {
			return nil
		}
		found := t.heading.shown
		if len(reading.years) > 0 {
			found = itoa(reading.years[0])
		}
		return t.said("B243", t.heading.line(), diag.Args{"found": found, "want": t.year()})
	case previous && t.table != nil && t.isTitledLastYear(t.table):
	case t.titles.year != nil:
		return t.said("B243", *t.titles.year, diag.Args{"found": t.titles.year.found, "want": t.year()})
	}
	return nil
}

// ofPartOfYear: heading or title speaks of some months of the year only, or of
// several years.
func (t *taking) ofPartOfYear() *diag.Problem {
	reading, of := t.heading.reading(), t.plan.Report.Period
	switch {
	case t.chose(func(folded string) bool { return isPartOfYear(folded, t.heading.of) }):
	case !of.IsYear():
		return t.ofOtherPeriod(reading)
	case reading.says.any(ofOtherPeriod | ofSeveralYears):
		t.otherPeriod = t.heading.shown
		return t.said("B247", t.heading.line(), diag.Args{"period": t.heading.shown, "want": t.year()})
	case t.isOfTerm(reading):
		t.otherPeriod = t.heading.shown
		return t.said("B247", t.heading.line(), diag.Args{"period": t.heading.shown, "want": t.year()})
	case reading.says.any(ofPeriod), t.chose(year().MatchString):
	case len(reading.years) > 0 || reading.says.any(ofThisYear):
		if t.titles.part != nil && t.headsPart(*t.titles.part) {
			t.otherPeriod = t.titles.part.found
			return t.said("B247", *t.titles.part, diag.Args{"period": t.titles.part.found, "want": t.year()})
		}
	case t.titles.part != nil:
		t.otherPeriod = t.titles.part.found
		return t.said("B247", *t.titles.part, diag.Args{"period": t.titles.part.found, "want": t.year()})
	}
	return nil
}

// isOfTerm: in a table of several years a figure is summed up from the first of them on:
// "lũy kế đến hết năm 2022". So it is, without a year, where a title speaks of a term, be it
// only as the resolution's.
func (t *taking) isOfTerm(reading reading) bool {
	if !running.in(t.heading.words) && !byThen.in(t.heading.words) {
		return false
	}
	return t.titles.part != nil && t.titles.part.says.any(ofSeveralYears) || t.titles.term && len(reading.years) == 0
}

// ofOtherPeriod is ofPartOfYear in a report of a part of the year: the figure has
// to be of that very part, and the year alone does not say so.
func (t *taking) ofOtherPeriod(reading reading) *diag.Problem {
	l, bare := t.heading.line(), reading.isBare(t.heading.of)
	switch {
	case reading.says.any(ofOtherPeriod | ofSeveralYears):
	case t.ask.Role == resolution.RolePlan &&
		bare, reading.says.any(ofPeriod | ofSamePeriod), t.chose(year().MatchString):
		return nil
	case bare:
	case t.titles.part != nil:
		l, bare = *t.titles.part, !t.titles.part.says.any(ofOtherPeriod|ofSeveralYears)
	default:
		return nil
	}
	args := diag.Args{"period": cmp.Or(l.found, l.text), "want": t.plan.PeriodText()}
	if bare {
		return t.said("B075", l, args)
	}
	t.otherPeriod = cmp.Or(l.found, l.text)
	return t.said("B074", l, args)
}

// headsPart: a line tells how far the year went that the heading only names. An
// estimate goes on to its end, and the year before was over, but where its heading is
// this year's in all but the number: "2021 | 2022" are of the same months.
func (t *taking) headsPart(l line) bool {
	this := t.plan.Resolution.Year
	return l.says.any(ofOtherPeriod) && (len(l.years) == 0 || l.namesYear(this)) && !t.heading.isEstimate() &&
		(t.heading.reading().isOf(wanted{year: this}) || t.headsSameMonths())
}

// headsSameMonths: a column beside is headed by the same words with the report's year.
func (t *taking) headsSameMonths() bool {
	this, last := itoa(t.plan.Resolution.Year), itoa(t.plan.Resolution.Year-1)
	if t.table == nil || !viet.HasPhrase(t.heading.words, last) {
		return false
	}
	twin := strings.ReplaceAll(t.heading.words, last, this)
	return slices.ContainsFunc(t.table.heads, func(h head) bool { return h.words == twin })
}

// ofEstimate: heading or title says that the year was not over. A heading of
// this year's results settles it.
func (t *taking) ofEstimate() *diag.Problem {
	var l line
	switch {
	case t.plan.Report.Estimate, t.chose(isEstimate):
		return nil
	case t.heading.isEstimate():
		l = t.heading.line()
		l.found = t.heading.shown
	case t.titles.estimate != nil && !t.settlesEstimate():
		l = *t.titles.estimate
	default:
		return nil
	}
	if t.o.Estimate = true; t.refusesEstimate() {
		return t.said("B242", l, diag.Args{"heading": l.found})
	}
	return nil
}

// settlesEstimate: the heading is of a year's results, and an estimate that a title speaks of is of
// another year or stands in a column beside.
func (t *taking) settlesEstimate() bool {
	years := t.heading.reading().years
	return t.heading.isOfResults() && len(years) > 0 &&
		(t.layout != nil || t.table == nil || !slices.Contains(years, t.plan.Resolution.Year) || t.hasEstimates())
}

// refusesEstimate: the figure is an estimate, and the office has not said that it
// takes those of the sender.
func (t *taking) refusesEstimate() bool {
	return t.o.Estimate && !t.plan.TakesEstimate(t.unit, t.ask.Key())
}

// notFinal: a title says that the figures may still change.
func (t *taking) notFinal() *diag.Problem {
	if t.titles.draft == nil || t.heading.reading().says.any(official) {
		return nil
	}
	return t.said("B264", *t.titles.draft, diag.Args{"title": t.titles.draft.found})
}

// chose: the office's own description of the place, its column or its row, says
// the words that would else be asked about.
func (t *taking) chose(says func(folded string) bool) bool {
	return t.layout != nil && says(viet.Fold(strings.Join(append(slices.Clone(t.labels), t.layout.Column), " ")))
}

// year is the year of the report.
func (r *reader) year() string { return itoa(r.plan.Resolution.Year) }

// said is the problem of a heading or title line, the same for all cells under
// it.
func (t *taking) said(code string, l line, args diag.Args) *diag.Problem {
	why := diag.New(code, t.at(t.sheet, l.row, l.col), l.placed(args)).ForUnit(t.unit)
	return &why
}

// aside is a cell that is not what is asked for. It is asked about only where no
// other cell of the file answers.
type aside struct {
	o    returns.Observation
	why  diag.Problem
	cell diag.Cell // what it would say

	period string // the words that say that it is of other months than the report's; "" for none

	offered bool // for what the file leaves out: another file of the unit may answer

	revised *revision // what its table puts right; nil for a table that puts nothing right
}

// askAside asks about the cells that stood aside and were not made up for.
func (r *reader) askAside() {
	type cause struct {
		code, said string
		at         diag.Position
	}
	cells := map[cause][]diag.Cell{}
	var causes []cause // in order
	why := map[cause]diag.Problem{}
	estimates := map[cause]bool{}
	for _, c := range r.aside {
		if first := r.first[c.o.Key]; first.Answer != returns.Blank {
			if c.revised != nil {
				r.askRevised(first, *c.revised)
			}
			continue
		}
		if !c.offered {
			r.put(c.o)
		}
		of := cause{c.why.Code, c.why.In(diag.Vi), c.why.At}
		if cells[of] == nil {
			causes = append(causes, of)
			why[of] = c.why
		}
		cells[of] = append(cells[of], c.cell)
		estimates[of] = c.o.Estimate
	}
	for _, of := range causes {
		p := why[of]
		if p.Question == nil {
			q := asStanding(cells[of])
			if estimates[of] {
				q.Candidates = append(asEstimates(r.unit, cells[of], q.Found), q.Candidates...)
			}
			p = p.Ask(q)
		}
		r.problems = append(r.problems, p)
	}
}

// answer records an observation. Two cells that say different things about one
// ask cancel each other, on whatever sheets they stand.
func (r *reader) answer(a resolution.Ask, o returns.Observation) {
	first, again := r.first[o.Key]
	if !again {
		r.first[o.Key] = o
		r.put(o)
		return
	}
	if first.Agrees(o) {
		return
	}
	where := first.At.Cell
	if first.At.Sheet != o.At.Sheet {
		where = "«" + first.At.Sheet + "»!" + where
	}
	r.problems = append(r.problems, diag.New("B222", o.At, diag.Args{"label": a.Label, "other": where,
		"first": first.Said(), "value": o.Said()}).
		ForUnit(r.unit).ForMeasure(o.Measure).See(first.At).Ask(whichOf(a, first, o)))
	o.Answer, o.Value, o.Text = returns.Faulty, quantity.Number{}, ""
	r.put(o)
}

// whichOf asks which of two answers holds.
func whichOf(a resolution.Ask, first, second returns.Observation) diag.Question {
	q := diag.Question{Step: diag.ByFigure, Input: a.Key(), Label: a.Label,
		Found: first.Said().Vi + "; " + second.Said().Vi}
	for _, x := range []returns.Observation{first, second} {
		if x.Answer > returns.Faulty {
			q.Candidates = append(q.Candidates, answerOf(x))
		}
	}
	return q
}

// put is the only writer of the answers.
func (r *reader) put(o returns.Observation) { r.answers[o.Key] = o }

// unusable records that the answer to an ask cannot be found where it should
// stand.
func (r *reader) unusable(a resolution.Ask, at diag.Position, how returns.Source) {
	r.put(r.answerAt(a, at, how, returns.Faulty))
}

func (r *reader) answerAt(a resolution.Ask, at diag.Position, how returns.Source,
	answer returns.Answer) returns.Observation {
	return returns.Observation{Unit: r.unit, Key: a.Key(), Measure: a.Measure.ID, Answer: answer, At: at, How: how}
}

// hidden reports whether a row or column lies in one of the spans, which are in
// order.
func hidden(spans []workbook.Span, n int) bool {
	i := sort.Search(len(spans), func(i int) bool { return spans[i].Last >= n })
	return i < len(spans) && spans[i].First <= n
}
