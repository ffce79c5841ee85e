// Package recognise reads the cells of a file as one unit's return: whose it is,
// which observations it holds and from which cells, and its narrative.
package recognise

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// Recognise reads a workbook as one unit's return. file is the path relative to
// the working folder. What cannot be used is a problem and never a guess; where
// the unit is in doubt nothing in the file counts.
func (k *Knowledge) Recognise(file, sha string, b *workbook.Book) (returns.Return, []diag.Problem) {
	ret, problems := k.recognise(file, sha, b)
	if k.memory != nil {
		k.memory.texts.part(&ret, problems)
	}
	return ret, problems
}

func (k *Knowledge) recognise(file, sha string, b *workbook.Book) (returns.Return, []diag.Problem) {
	ret := returns.Return{File: file, SHA256: sha, Repairs: b.Repairs}
	ret.Corrects, b = withoutNote(b)
	form := isForm(b)
	sheets := grids{}
	named, problems := k.identifyUnit(file, b, sheets, form)
	switch sender := k.plan.SenderOf(sha); {
	case sender == nil:
	case sender.Unit == resolution.NoUnit:
		ret.Status = returns.StatusUnknown
		return ret, []diag.Problem{diag.New("B225", diag.Position{File: file},
			diag.Args{"by": sender.By, "date": sender.Date.Short()})}
	case k.plan.Unit(sender.Unit) != nil:
		named, problems = []string{sender.Unit}, nil
	}
	former := k.formerSender(file, sha)
	if len(problems) > 0 {
		ret.Status = returns.StatusUnknown
		if len(named) == 0 {
			named = k.nearest(file, b, form)
		}
		return ret, append(former, k.askSender(problems, named, file, sha)...)
	}
	unit := named[0]
	ret.Unit = unit
	ret.Declared = declaredDate(b)
	r := k.reader(file, unit, b)
	r.grids, r.problems = sheets, former
	r.first = make(map[string]returns.Observation, len(r.asks.list))
	r.answers = make(map[string]returns.Observation, len(r.asks.list))
	if word, other := r.ofOtherPeriod(); form && other {
		ret.Status = returns.StatusOtherPeriod
		ret.OtherPeriod = word
		ret.Remarks = r.narrative() // only told of
		return ret, former
	}
	if form && !r.checkMarking() {
		ret.Status = returns.StatusFaulty
		return ret, r.problems
	}
	r.checkDeclared()
	ret.Remarks = r.narrative()
	switch {
	case form:
		r.readForm()
		r.checkFormDay()
	default:
		for _, s := range b.Sheets {
			if h, ok := r.gridOf(s).header(); !ok || !h.isNarrative() {
				ret.Remarks = append(ret.Remarks, r.freeNarrative(s)...)
			}
		}
		laid := r.readLayouts()
		if !r.readTables() && !laid && (len(ret.Remarks) == 0 || r.holdsAnswers()) {
			r.nothingFound(sha)
		}
		r.problems = append(r.problems, r.loose...)
	}
	if r.stopped != nil { // part of a file is no return
		ret = returns.Return{File: file, SHA256: sha, Unit: unit, Repairs: b.Repairs, Status: returns.StatusUnreadable}
		return ret, []diag.Problem{workbook.Problem(file, r.stopped)}
	}
	ret.OtherPeriod, ret.Undated = r.otherPeriod(), !form && !r.dated
	r.askAside()
	r.tellUnread()
	r.tellUnheard(ret.Remarks)
	r.checkRates()
	r.checkZeros()
	ret.Observations = make([]returns.Observation, 0, len(r.answers))
	for _, a := range r.asks.list {
		if o, ok := r.answers[a.Key()]; ok {
			ret.Observations = append(ret.Observations, o)
		}
	}
	ret.Others = r.others
	ret.Status = r.status(ret)
	return ret, atMost(maxAlike, diag.Sort(r.problems))
}

// nothingFound says what a file lacks: titles, where it has only words, else a
// table.
func (r *reader) nothingFound(sha string) {
	switch {
	case r.untitled: // said
	case r.onlyWords():
		r.loose = nil
		r.fileProblem("B339", nil)
	default:
		r.fileProblem("B220", diag.Args{"seen": r.seen()})
		last := len(r.problems) - 1
		r.problems = append(r.problems[:last:last], r.askSender(r.problems[last:], nil, r.file, sha)...)
	}
}

// holdsAnswers: in some row a number stands beside what is asked for.
func (r *reader) holdsAnswers() bool {
	for _, s := range r.book.Sheets {
		if s.Visibility != workbook.Visible {
			continue
		}
		for _, row := range r.gridOf(s).rows {
			if !row.hasFigures() {
				continue
			}
			for i := range row.cells {
				c := &row.cells[i]
				if c.Kind == workbook.Text && len(c.Text) <= titleLength &&
					r.matchRow("", readNumber(c.Text).rest).sure() {
					return true
				}
			}
		}
	}
	return false
}

// onlyWords: the book has texts, no table, and no figures but years and the
// numbers of lines.
func (r *reader) onlyWords() bool {
	text := false
	for _, s := range r.book.Sheets {
		if len(r.gridOf(s).tables()) > 0 {
			return false
		}
		for i := range s.Cells {
			c := &s.Cells[i]
			if c.Kind == workbook.Number && c.Col > 1 && !year().MatchString(cellText(c)) {
				return false
			}
			text = text || s.Visibility == workbook.Visible && c.Kind == workbook.Text && wordCount(c.Text) >= sentence
		}
	}
	return text
}

// withoutNote takes the list of problems off the corrected copy of an earlier
// file, and what it says out of the comments: they are ours, not the sender's.
// It tells which file that was.
func withoutNote(b *workbook.Book) (corrects string, rest *workbook.Book) {
	corrects, ok := returns.CorrectedFrom(b)
	if !ok {
		return "", b
	}
	ours := map[string]bool{}
	var sheets []*workbook.Sheet
	for _, s := range b.Sheets {
		if returns.IsNote(s) {
			for _, n := range returns.Notes(s) {
				for line := range strings.SplitSeq(n.Comment(), "\n") {
					ours[viet.Fold(line)] = true
				}
			}
			continue
		}
		copied := *s
		sheets = append(sheets, &copied)
	}
	for _, s := range sheets {
		s.Comments = slices.Clone(s.Comments)
		for i := range s.Comments {
			lines := strings.Split(s.Comments[i].Text, "\n")
			lines = slices.DeleteFunc(lines, func(line string) bool { return ours[viet.Fold(line)] })
			s.Comments[i].Text = strings.Join(lines, "\n")
		}
	}
	copied := *b
	copied.Sheets = sheets
	return corrects, &copied
}

// maxAlike is how many problems of one kind a file is reported with. A table
// that is not ours at all can have one in each of its rows.
const maxAlike = 100

// atMost keeps so many problems of each code; one more says how many follow.
func atMost(limit int, problems []diag.Problem) []diag.Problem {
	seen := map[string]int{}
	for _, p := range problems {
		seen[p.Code]++
	}
	var kept []diag.Problem
	left := maps.Clone(seen)
	for _, p := range problems {
		left[p.Code]--
		switch nth := seen[p.Code] - left[p.Code]; {
		case nth <= limit:
			kept = append(kept, p)
		case nth == limit+1:
			kept = append(kept, diag.New("B224", p.At, diag.Args{"count": left[p.Code] + 1,
				"message": p.Text()}).ForUnit(p.Unit))
		}
	}
	return kept
}

// reader reads one file of one unit.
type reader struct {
	*Knowledge
	book  *workbook.Book
	file  string
	unit  string
	asks  *asks
	grids grids

	first   map[string]returns.Observation // the first cell that answered each ask, by its key
	answers map[string]returns.Observation // what is made of all that answered it
	aside   []aside                        // cells that are not what is asked for
	others  []returns.Other                // what is said of other units' figures
	gate    taking                         // the cell that take looks at

	called    *identity                // what the sender and its office are called; nil until it is needed
	ownNames  []string                 // of the sender and the office, folded; nil until they are needed
	plain     *reader                  // the file without its layouts; nil until it is needed
	described map[string]diag.Position // where layouts show an ask to stand: tables do not override them
	problems  []diag.Problem
	apart     []noted     // what is said apart from tables; nil until it is needed
	named     *sheetNames // by which it speaks of sheets; nil until it is needed

	unheard  []unheard        // beside figures and near tables
	left     map[unheard]bool // the same, for each to stand there once
	loose    []diag.Problem   // texts under no title of a narrative
	untitled bool             // a narrative was asked about
	narrated struct {
		own   bool   // some narrative may be of the report's part of the year
		other string // the line that tells that some is not
	}
	notes   []placed // on sheets that hold no figures; nil until they are asked for
	doubted int      // how many zeros were asked about
	dated   bool     // something in it tells which part of the year it is about
	steps   int      // how often was asked whether to stop
	stopped error    // it takes too long: the rest is passed over, and nothing counts
}

// stop tells whether the file has taken all the time it may. The clock is looked at once in
// a few rows: that takes as long as a row's least check.
func (r *reader) stop() bool {
	const few = 8
	if r.stopped == nil && r.book.Guard != nil && r.steps%few == 0 {
		r.stopped = r.book.Guard.Check()
	}
	r.steps++
	return r.stopped != nil
}

func (k *Knowledge) reader(file, unit string, b *workbook.Book) *reader {
	asked := k.asks[unit]
	if asked == nil {
		asked = k.listed(nil, nil)
	}
	return &reader{Knowledge: k, book: b, file: file, unit: unit, asks: asked,
		grids: grids{},
		first: map[string]returns.Observation{}, answers: map[string]returns.Observation{},
		described: map[string]diag.Position{}}
}

func (r *reader) at(s *workbook.Sheet, row, col int) diag.Position {
	sheet, cell := s.Place(row, col)
	return diag.Position{File: r.file, Sheet: sheet, Cell: cell}
}

func (r *reader) report(code string, at diag.Position, measure string, args diag.Args) {
	r.problems = append(r.problems, diag.New(code, at, args).ForUnit(r.unit).ForMeasure(measure))
}

func (r *reader) fileProblem(code string, args diag.Args) {
	r.report(code, diag.Position{File: r.file}, "", args)
}

func (r *reader) ask(key string) (resolution.Ask, bool) {
	if a := r.asks.byKey[key]; a != nil {
		return a.Ask, true
	}
	return resolution.Ask{}, false
}

func (r *reader) status(ret returns.Return) returns.Status {
	errors, _ := diag.Count(r.problems)
	numbers, nils := 0, 0
	for _, o := range ret.Observations {
		if o.Answer == returns.Faulty {
			return returns.StatusFaulty
		}
	}
	if errors > 0 {
		return returns.StatusFaulty
	}
	for _, a := range r.asks.list {
		o, ok := r.answers[a.Key()]
		if a.Required && (!ok || o.Answer == returns.Blank) {
			return returns.StatusPartial
		}
		if a.Kind == resolution.AskNumber && a.Required {
			numbers++
			if o.Answer == returns.Nil {
				nils++
			}
		}
	}
	switch {
	case numbers > 0 && nils == numbers:
		return returns.StatusNil
	case len(r.asks.list) == 0 && len(ret.Remarks) == 0:
		return returns.StatusPartial
	}
	return returns.StatusAccepted
}

// isForm reports whether a workbook bears the marks of a form of this program.
func isForm(b *workbook.Book) bool {
	for _, n := range b.Names {
		if strings.HasPrefix(n.Name, "CT_") || n.Name == returns.NameUnit {
			return true
		}
	}
	unit, _ := marking(b, "", returns.NameUnit)
	return unit != ""
}

// ofOtherPeriod tells of a form that asks for another part of the year, and which.
// It may lie there for its own report, so nothing is asked about it.
func (r *reader) ofOtherPeriod() (found string, other bool) {
	word, _ := marking(r.book, r.file, returns.NamePeriod)
	p, known := resolution.ParsePeriod(cmp.Or(word, resolution.Period{}.String()))
	year, _ := marking(r.book, r.file, returns.NameYear)
	if p == r.plan.Report.Period || year != "" && year != itoa(r.plan.Resolution.Year) {
		return "", false
	}
	if !known {
		return word, true
	}
	return p.Vi(), true
}

// otherPeriod is the title or heading that tells that nothing in the file is of
// the report's part of the year; "" where something may be.
func (r *reader) otherPeriod() string {
	for _, o := range r.answers {
		if o.Answer != returns.Blank {
			return ""
		}
	}
	found := ""
	for _, c := range r.aside {
		if c.period == "" {
			return ""
		}
		found = c.period
	}
	if found == "" && !r.narrated.own {
		return r.narrated.other
	}
	return found
}

// checkMarking compares the form's year, resolution and version with the plan's;
// false when the form belongs to another year or resolution.
func (r *reader) checkMarking() bool {
	ok := true
	wantYear := itoa(r.plan.Resolution.Year)
	if year, at := marking(r.book, r.file, returns.NameYear); year != "" && year != wantYear {
		r.askAll("B210", at, diag.Args{"found": year, "want": wantYear}, r.allTheSame())
		ok = false
	}
	if number, at := marking(r.book, r.file, returns.NameResolution); number != "" &&
		viet.Fold(number) != viet.Fold(r.plan.Resolution.Number) {
		r.askAll("B211", at, diag.Args{"found": number, "want": r.plan.Resolution.Number}, r.allTheSame())
		ok = false
	}
	if ok {
		ok = r.checkFormTitle()
	}
	if ok && r.oldForm() {
		r.fileProblem("B212", nil)
	}
	return ok
}

// allTheSame reads a form whatever its marking says.
func (r *reader) allTheSame() variant {
	same := r.Knowledge.reader(r.file, r.unit, r.book)
	same.readForm()
	return variant{diag.Text{Vi: "đúng là số liệu năm " + r.year(), En: "these are the figures of " + r.year()},
		same}
}

func (r *reader) oldForm() bool {
	version, _ := marking(r.book, r.file, returns.NameVersion)
	return version != returns.NewForm(r.plan, r.unit, nil).Version
}

// isEmpty: nothing stands in a cell, as far as its text tells.
func isEmpty(c *workbook.Cell) bool {
	return c == nil || c.Kind != workbook.Number && viet.IsBlank(readable(c))
}

// cellText is a cell's content as one line of text; "" for none.
func cellText(c *workbook.Cell) string {
	switch {
	case c == nil:
		return ""
	case c.Kind == workbook.Number:
		return c.Number.Plain()
	}
	return viet.Tidy(readable(c))
}

// readable is the text of a cell that holds no number, as it stands.
func readable(c *workbook.Cell) string {
	switch {
	case c.Kind == workbook.NoValue:
		return ""
	case c.IsStruck(), c.IsUnseen(): // it is there, to be asked about
		return c.Text
	}
	return c.Prose()
}
