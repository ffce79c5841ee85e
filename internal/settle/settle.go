// Package settle puts the files of each unit together: for every input it
// decides which file's answer counts.
package settle

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
)

// Settlement is what the units answered once all their files are put together.
type Settlement struct {
	Returns  []returns.Return      // of all files, by name; their Status says what became of each
	Answers  []returns.Observation // one for each unit and ask that some file has a place for, in the plan's order
	Remarks  []returns.Remark      // the narrative that counts, in the plan's order of units, then by file and place
	Versions []Version             // answers that do not count because others do
}

// Version is an answer that is not used, beside the one that is.
type Version struct {
	Unit, Measure, Key string // of the answer set aside; Measure and Key are "" for narrative
	Label              string
	Aside              returns.Observation
	Used               returns.Observation // Answer is Faulty where two files contradict each other and none is used
	Why                diag.Message
}

// Settle puts the files of each unit together, answer by answer. The same
// answer twice counts once; a later file's answer replaces an earlier one's and
// leaves alone what it does not answer; where two answers differ and nothing
// tells which came later, neither counts until a person decides. Then it
// applies what a person has decided, and compares units that know one figure.
func Settle(p *resolution.Plan, rs []returns.Return) (*Settlement, []diag.Problem) {
	s := &settler{plan: p, out: &Settlement{Returns: slices.Clone(rs)}}
	slices.SortStableFunc(s.out.Returns, func(a, b returns.Return) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.SHA256, b.SHA256))
	})
	of, answers := map[string][]*file{}, 0 // by unit
	for i := range s.out.Returns {
		if r := &s.out.Returns[i]; r.Unit != "" && r.Status != returns.StatusUnknown {
			of[r.Unit] = append(of[r.Unit], newFile(r))
			answers += len(r.Observations)
		}
	}
	s.out.Answers = slices.Grow(s.out.Answers, answers)
	for i := range p.Units {
		s.unit(&p.Units[i], of[p.Units[i].ID])
	}
	s.equalOwners()
	s.otherUnits()
	return s.out, s.problems
}

type settler struct {
	plan     *resolution.Plan
	out      *Settlement
	problems []diag.Problem
}

// file is one of a unit's files with what becomes of its answers.
type file struct {
	*returns.Return
	edition               edition        // what its name says
	byKey                 map[string]int // the places of its answers
	used, aside, disputed int
}

func newFile(r *returns.Return) *file {
	f := &file{Return: r, edition: editionOf(r.File), byKey: make(map[string]int, len(r.Observations))}
	for i := range r.Observations {
		key := r.Observations[i].Key
		if _, twice := f.byKey[key]; !twice {
			f.byKey[key] = i
		}
	}
	return f
}

// answer is what the file answers to an ask; nil for nothing.
func (f *file) answer(ask resolution.Ask) *returns.Observation {
	if i, ok := f.byKey[ask.Key()]; ok {
		return &f.Observations[i]
	}
	return nil
}

// unit puts all files of a unit together.
func (s *settler) unit(u *resolution.Unit, all []*file) {
	var files, empty []*file // empty: unreadable, or nothing in it can be used
	for _, f := range s.withoutOtherPeriods(u, all) {
		if r := f.Return; len(r.Observations) == 0 && len(r.Remarks) == 0 && len(r.Others) == 0 {
			empty = append(empty, f)
		} else {
			files = append(files, f)
		}
	}
	s.setAsideEmpty(u, empty, files)
	same := s.identical(u, files)
	kept := map[*file][]resolution.Ask{} // what a later file left blank
	replaced := map[[2]*file]*swap{}     // by the two files
	var order [][2]*file
	for _, ask := range s.plan.Asks(u.ID) {
		o, ok := s.answer(u, ask, same, kept, func(old, fresh *file, why diag.Message) {
			pair := [2]*file{old, fresh}
			if replaced[pair] == nil {
				replaced[pair] = &swap{why: why}
				order = append(order, pair)
			}
			replaced[pair].count++
		})
		if ok {
			o.Unit = u.ID
			s.out.Answers = append(s.out.Answers, o)
		}
	}
	for _, pair := range order {
		old, fresh := pair[0], pair[1]
		s.problems = append(s.problems, diag.New("B233", diag.Position{File: old.File}, diag.Args{
			"unit": u.Name, "count": replaced[pair].count, "file": fresh.File, "why": replaced[pair].why,
		}).ForUnit(u.ID).See(diag.Position{File: fresh.File}))
	}
	for _, f := range same {
		if len(kept[f]) > 0 {
			s.keptFromEarlier(u, f, kept[f])
		}
		switch {
		case f.disputed > 0:
			f.Status = returns.StatusConflict
		case f.used == 0 && f.aside > 0:
			f.Status = returns.StatusReplaced
		}
	}
	s.remarks(u, files)
}

// withoutOtherPeriods sets aside the files of other parts of the year. In a
// year's report such a file may have been sent for it, with a title that was left
// from before: it is asked about while nothing else came and no other report used it.
// A file that tells no time belongs to the report that used it first.
func (s *settler) withoutOtherPeriods(u *resolution.Unit, all []*file) []*file {
	period := s.plan.Report.Period
	ofReport := func(f *file) bool { return f.OtherPeriod == "" && f.Status != returns.StatusUnreadable }
	alone := period.IsYear() && !slices.ContainsFunc(all, ofReport)
	var rest []*file
	for _, f := range all {
		code, found, sentFor := "B072", any(f.OtherPeriod), f.SentFor != diag.Text{}
		switch {
		case f.Undated && sentFor:
			code, found = "B447", f.SentFor
		case sentFor && f.OtherPeriod == "" && f.onlyByLayout():
			found = f.SentFor // the layout was written for that report
		case f.OtherPeriod == "",
			alone && f.Status != returns.StatusOtherPeriod && !sentFor && len(f.Observations) > 0:
			rest = append(rest, f)
			continue
		}
		f.Status = returns.StatusOtherPeriod
		args := diag.Args{"found": found, "want": s.plan.PeriodText(), "narrative": ""}
		if n := len(f.Remarks); n > 0 {
			args["narrative"] = diag.Say("version.narrative", diag.Args{"count": n})
		}
		s.problems = append(s.problems, diag.New(code, diag.Position{File: f.File}, args).ForUnit(u.ID))
	}
	return rest
}

// onlyByLayout: all that was taken from the file stands where the office described it.
func (f *file) onlyByLayout() bool {
	return len(f.Observations) > 0 && !slices.ContainsFunc(f.Observations, func(o returns.Observation) bool {
		return o.Answer != returns.Blank && o.How != returns.ByLayout
	})
}

// setAsideEmpty sets aside the files without a usable answer where the unit has
// sent a later one.
func (s *settler) setAsideEmpty(u *resolution.Unit, empty, files []*file) {
	for _, f := range empty {
		for _, g := range files {
			if why, later := comesAfter(f, g); later {
				f.Status = returns.StatusReplaced
				s.problems = append(s.problems, diag.New("B236", diag.Position{File: f.File},
					diag.Args{"unit": u.Name, "file": g.File, "why": why}).
					ForUnit(u.ID).See(diag.Position{File: g.File}))
				break
			}
		}
	}
}

// swap counts the answers of one file that those of another replace.
type swap struct {
	why   diag.Message
	count int
}

// identical sets aside the files that answer the same as another file, and
// returns the rest.
func (s *settler) identical(u *resolution.Unit, files []*file) []*file {
	if len(files) < 2 {
		return files
	}
	var rest []*file
	asks := s.plan.Asks(u.ID)
	same := map[string]int{} // the place in rest of the file with these answers
	for _, f := range files {
		answers, ok := f.fingerprint(asks)
		twin, twice := same[answers]
		if !ok || !twice {
			same[answers] = len(rest)
			rest = append(rest, f)
			continue
		}
		first := rest[twin]
		if _, later := comesAfter(first, f); later {
			// The later one stays: a file between the two may say something else.
			first, f, rest[twin] = f, first, f
		}
		f.Status = returns.StatusDuplicate
		s.problems = append(s.problems, diag.New("B230", diag.Position{File: f.File},
			diag.Args{"unit": u.Name, "first": first.File}).
			ForUnit(u.ID).See(diag.Position{File: first.File}))
	}
	return rest
}

// fingerprint is all the answers of a file in one text; an ask that the file has
// no cell for counts as blank. A file with an unusable answer has its checksum
// instead, so that only its own copy is identical. ok is false for a file
// without figures.
func (f *file) fingerprint(asks []resolution.Ask) (answers string, ok bool) {
	if len(f.Observations) == 0 {
		return "", false
	}
	var b strings.Builder
	for _, ask := range asks {
		o := f.answer(ask)
		if o == nil {
			o = &returns.Observation{}
		}
		if o.Answer == returns.Faulty {
			return "sha256 " + f.SHA256, f.SHA256 != ""
		}
		fmt.Fprintf(&b, "%d %t %s %q\n", o.Answer, o.Estimate, o.Value.Plain(), viet.Tidy(o.Text))
	}
	return b.String(), true
}

// candidate is a file's answer to one ask, which stays as it is.
type candidate struct {
	file *file
	*returns.Observation
}

// answer settles one ask of a unit; ok is false where no file has a place for it.
func (s *settler) answer(
	u *resolution.Unit, ask resolution.Ask, files []*file, kept map[*file][]resolution.Ask,
	swapped func(old, fresh *file, why diag.Message),
) (out returns.Observation, ok bool) {
	var all []candidate
	var blanks []candidate
	for _, f := range files {
		switch o := f.answer(ask); {
		case o == nil || o.Key == "":
		case o.Answer == returns.Blank:
			blanks = append(blanks, candidate{f, o})
		default:
			all = append(all, candidate{f, o})
		}
	}
	if decided, ok := s.decided(u, ask, all); ok {
		return decided, true
	}
	if len(all) == 0 {
		if len(blanks) > 0 {
			return *blanks[len(blanks)-1].Observation, true
		}
		return out, false
	}
	results := withoutEstimates(all)
	last := latest(results)
	if len(last) == 0 || slices.ContainsFunc(last, func(c candidate) bool { return !c.Agrees(*last[0].Observation) }) {
		if len(last) == 0 {
			last = results // each comes after another: no order at all
		}
		return s.contradiction(u, ask, last), true
	}
	winner := last[0]
	winner.file.used++
	for _, c := range all {
		estimated := c.Estimate && !winner.Estimate
		if c.file == winner.file || c.Agrees(*winner.Observation) && c.Answer != returns.Faulty && !estimated {
			continue
		}
		fresh, why := winner, diag.Message{}
		for _, w := range last {
			if m, ok := comesAfter(c.file, w.file); ok {
				fresh, why = w, m
				break
			}
		}
		if why.IsZero() && c.Agrees(*winner.Observation) && !estimated {
			continue // two cells that cannot be used, neither later
		}
		switch {
		case why.IsZero() && estimated:
			why = diag.Say("version.estimate", nil)
		case why.IsZero():
			why = diag.Say("version.chain", nil)
		}
		c.file.aside++
		s.version(u.ID, ask, *c.Observation, *fresh.Observation, why)
		swapped(c.file, fresh.file, why)
	}
	for _, b := range blanks {
		_, later := comesAfter(winner.file, b.file)
		if later && ask.Required && b.file.edition.kind != editionSupplement {
			kept[b.file] = append(kept[b.file], ask)
		}
	}
	return *winner.Observation, true
}

// withoutEstimates leaves out the estimates of what another file has the result of,
// unless theirs came later.
func withoutEstimates(all []candidate) []candidate {
	if len(all) == 1 {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), func(e candidate) bool {
		return e.Estimate && slices.ContainsFunc(all, func(c candidate) bool {
			_, later := comesAfter(c.file, e.file)
			return !c.Estimate && c.Answer > returns.Faulty && !later
		})
	})
}

// latest are the answers of files that no other file comes after.
func latest(all []candidate) []candidate {
	if len(all) == 1 {
		return all
	}
	var last []candidate
	for _, c := range all {
		if !slices.ContainsFunc(all, func(d candidate) bool {
			_, later := comesAfter(c.file, d.file)
			return later
		}) {
			last = append(last, c)
		}
	}
	return last
}

func (s *settler) version(unit string, ask resolution.Ask, aside, used returns.Observation, why diag.Message) {
	s.out.Versions = append(s.out.Versions, Version{
		Unit: unit, Measure: ask.Measure.ID, Key: ask.Key(), Label: ask.Label,
		Aside: aside, Used: used, Why: why,
	})
}

// contradiction leaves an ask without an answer: files differ, and nothing says
// which of them came later.
func (s *settler) contradiction(u *resolution.Unit, ask resolution.Ask, last []candidate) returns.Observation {
	first, second := last[0], last[0]
	none := returns.Observation{
		Key: ask.Key(), Measure: ask.Measure.ID, Answer: returns.Faulty, At: first.At, How: first.How, Disputed: true,
	}
	for _, c := range last {
		c.file.disputed++
		if second.file == first.file && !c.Agrees(*first.Observation) {
			second = c
		}
		s.version(u.ID, ask, *c.Observation, none, diag.Say("version.unordered", nil))
	}
	s.problems = append(s.problems, diag.New("B231", place(second), diag.Args{
		"unit": u.Name, "first": first.file.File, "second": second.file.File, "label": ask.Label,
		"a": first.Said(), "b": second.Said(), "toml": s.toDecide(ask, u.ID, observations(last), filesOf(last)...),
	}).ForUnit(u.ID).ForMeasure(ask.Measure.ID).See(place(first)).Ask(which(ask, observations(last))))
	return none
}

func filesOf(candidates []candidate) []*file {
	var all []*file
	for _, c := range candidates {
		all = append(all, c.file)
	}
	return all
}

func place(c candidate) diag.Position {
	return cmp.Or(c.At, diag.Position{File: c.file.File})
}

func observations(cs []candidate) []returns.Observation {
	var out []returns.Observation
	for _, c := range cs {
		o := *c.Observation
		o.At.File = c.file.File
		out = append(out, o)
	}
	return out
}

// keptFromEarlier says which figures stand although a later file left them
// blank.
func (s *settler) keptFromEarlier(u *resolution.Unit, f *file, asks []resolution.Ask) {
	var labels []string
	for _, a := range asks {
		labels = append(labels, "«"+a.Measure.ID+" "+a.Label+"»")
	}
	s.problems = append(s.problems, diag.New("B232", diag.Position{File: f.File},
		diag.Args{"unit": u.Name, "count": len(labels), "asks": strings.Join(labels, ", ")}).ForUnit(u.ID))
}

// remarks takes the narrative of a unit's files. A later version's narrative
// on a field of work replaces the earlier's of the same kind; a supplement's is
// added. Nothing said twice is printed twice.
func (s *settler) remarks(u *resolution.Unit, files []*file) {
	var out []returns.Remark
	for i, f := range files {
		for _, m := range f.Remarks {
			m.Unit = u.ID
			if later, why := rewritten(m, f, files); later != nil {
				if !slices.ContainsFunc(later.Remarks, m.Repeats) {
					s.out.Versions = append(s.out.Versions, Version{
						Unit: u.ID, Label: m.Kind.Vi(), Why: why,
						Aside: returns.Observation{Unit: u.ID, Answer: returns.Given, Text: m.Text, At: m.At},
						Used:  returns.Observation{Unit: u.ID, At: diag.Position{File: later.File}},
					})
				}
				continue
			}
			before := slices.ContainsFunc(files[:i], func(g *file) bool {
				return slices.ContainsFunc(g.Remarks, m.Repeats)
			})
			if before && slices.ContainsFunc(out, m.Repeats) {
				continue
			}
			out = append(out, m)
		}
	}
	s.out.Remarks = append(s.out.Remarks, out...)
}

// rewritten returns the later file that has narrative in place of a remark.
func rewritten(m returns.Remark, f *file, files []*file) (*file, diag.Message) {
	for _, g := range files {
		if g == f || g.edition.kind == editionSupplement {
			continue
		}
		same := func(o returns.Remark) bool { return o.Kind == m.Kind && o.Area == m.Area }
		if why, later := comesAfter(f, g); later && slices.ContainsFunc(g.Remarks, same) {
			return g, why
		}
	}
	return nil, diag.Message{}
}

// toDecide is the entry of the decisions file that settles an ask, ready to be
// filled in. What each file said goes with it, so that a later change shows.
func (s *settler) toDecide(ask resolution.Ask, unit string, seen []returns.Observation, files ...*file) diag.Text {
	var b strings.Builder
	input := strings.TrimPrefix(ask.Key(), ask.Measure.ID+".")
	fmt.Fprintf(&b, "[[figure]]\nmeasure = %s\ninput   = %s\n",
		resolution.Quoted(ask.Measure.ID), resolution.Quoted(input))
	if unit != "" {
		fmt.Fprintf(&b, "unit    = %s\n", resolution.Quoted(unit))
	}
	if of := s.plan.Report.Period; !of.IsYear() {
		fmt.Fprintf(&b, "period  = %s\n", resolution.Quoted(of.String()))
	}
	name, said := lastOf(files)
	if said != "" {
		said = "tên tệp ghi «" + said + "»"
	}
	b.WriteString("file    = " + resolution.Quoted(name) + "\n" + sawLines(seen))
	b.WriteString("reason  = " + resolution.Quoted(said) + "\nby      = \"\"\ndate    = " + s.plan.On().ISO())
	return diag.Text{Vi: b.String(), En: b.String()} // of several lines, in no language
}

// which is the question of answers that differ: the file whose answer counts, or
// another figure.
func which(ask resolution.Ask, seen []returns.Observation) diag.Question {
	q := diag.Question{Step: diag.ByFigure, Input: ask.Key(), Label: ask.Label, Saw: saw(seen)}
	for _, o := range seen {
		said := o.Said()
		q.Found += said.Vi + "; "
		if o.Answer == returns.Faulty {
			continue
		}
		value := said.Vi
		if o.Answer == returns.Given && ask.Kind == resolution.AskNumber {
			value = o.Value.Plain()
		}
		q.Candidates = append(q.Candidates, diag.Candidate{Value: value, File: o.At.File,
			Text: diag.Text{Vi: said.Vi + " (" + o.At.File + ")", En: said.En + " (" + o.At.File + ")"}})
	}
	return q
}

// saw is what each file says, for a decision to remember.
func saw(seen []returns.Observation) []diag.Candidate {
	var all []diag.Candidate
	for _, o := range seen {
		all = append(all, diag.Candidate{File: o.At.File, Value: o.Said().Vi})
	}
	return all
}

func sawLines(seen []returns.Observation) string {
	var parts []string
	for _, o := range seen {
		parts = append(parts, "{ file = "+resolution.Quoted(o.At.File)+", value = "+resolution.Quoted(o.Said().Vi)+" }")
	}
	return "saw     = [" + strings.Join(parts, ", ") + "]\n"
}
