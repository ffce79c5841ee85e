package journal

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"baocao/internal/render/result"
)

// Changes are what one report says otherwise than an earlier one, in the order in
// which a person wants to know.
type Changes struct {
	Verdicts  []Flip     `json:"verdicts"`
	Figures   []Moved    `json:"figures"`
	Promises  []Promise  `json:"promises"` // measures that are new, gone, or have another target
	Units     []Unit     `json:"units"`
	New       []Problem  `json:"problems_new"`
	Settled   []Problem  `json:"problems_settled"`
	Decisions []Decision `json:"decisions"`
	Words     Words      `json:"words"`
}

// Flip is a verdict that changed: of an indicator, or of a measure of several.
type Flip struct {
	Indicator int    `json:"indicator"`
	Measure   string `json:"measure,omitempty"` // "" for the indicator's own
	Name      string `json:"name"`
	Before    string `json:"before"`
	After     string `json:"after"`
}

// Moved is a figure that changed, or one that comes of other answers.
type Moved struct {
	Measure  string    `json:"measure"`
	Name     string    `json:"name"`
	Unit     string    `json:"unit"`
	Before   *string   `json:"before"`
	After    *string   `json:"after"`
	Estimate [2]bool   `json:"estimate"` // before, after
	Answers  []Answers `json:"answers"`
}

// Answers are one unit's answer before and after; nil where there was none.
type Answers struct {
	Unit   string         `json:"unit"`
	Input  string         `json:"input"`
	Before *result.Source `json:"before"`
	After  *result.Source `json:"after"`
}

// Promise is a measure whose target changed; "" before for a new one, after for one
// that is gone.
type Promise struct {
	Measure string `json:"measure"`
	Name    string `json:"name"`
	Before  string `json:"before"`
	After   string `json:"after"`
}

// Unit is a unit that sent something, or owes otherwise than before.
type Unit struct {
	ID       string   `json:"id"`
	Name     string   `json:"name"`
	Files    []string `json:"files"`    // that are new
	Gone     []string `json:"gone"`     // files that do not lie there any more
	Received []string `json:"received"` // inputs that were owed and are not
	Owes     []string `json:"owes"`     // inputs that are owed and were not
	Left     int      `json:"left"`     // how many it owes now
}

// Problem is a problem that came or went.
type Problem = result.Problem

// Decision is something that a person decided, or took back.
type Decision struct {
	About  string  `json:"about"` // an indicator, a measure, an input, the code of a warning
	Reason string  `json:"reason"`
	By     string  `json:"by,omitempty"`
	Date   *string `json:"date,omitempty"`
	Taken  bool    `json:"taken_back"`
}

// Words count what units wrote.
type Words struct {
	Added   int `json:"added"`
	Removed int `json:"removed"`
}

// None reports that two reports say the same.
func (c *Changes) None() bool {
	return c.Judged()+len(c.Promises)+len(c.Units)+len(c.New)+len(c.Settled)+len(c.Decisions) == 0 &&
		c.Words == Words{}
}

// Judged counts the verdicts and figures that changed.
func (c *Changes) Judged() int { return len(c.Verdicts) + len(c.Figures) }

// Compare tells what a report says otherwise than the one before.
func Compare(before, after *result.Result) *Changes {
	c := &Changes{Verdicts: []Flip{}, Figures: []Moved{}, Promises: []Promise{}, Units: []Unit{},
		New: []Problem{}, Settled: []Problem{}, Decisions: []Decision{}}
	c.indicators(before, after)
	if before.Units == nil || after.Units == nil { // figures and verdicts are all that is known of it
		return c
	}
	c.units(before, after)
	c.New = without(after.Problems, before.Problems, sameProblem)
	c.Settled = without(before.Problems, after.Problems, sameProblem)
	was, is := decisions(before), decisions(after)
	for _, d := range without(was, is, sameDecision) {
		d.Taken = true
		c.Decisions = append(c.Decisions, d)
	}
	c.Decisions = append(c.Decisions, without(is, was, sameDecision)...)
	said, says := remarks(before), remarks(after)
	c.Words = Words{len(without(says, said, sameRemark)), len(without(said, says, sameRemark))}
	return c
}

// without are those of a list that another does not have, each as often as it is more.
func without[T any](all, others []T, key func(T) string) []T {
	have := map[string]int{}
	for _, x := range others {
		have[key(x)]++
	}
	left := []T{}
	for _, x := range all {
		if k := key(x); have[k] > 0 {
			have[k]--
		} else {
			left = append(left, x)
		}
	}
	return left
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func sameProblem(p Problem) string {
	return fmt.Sprintf("%s\x00%s\x00%s\x00%s\x00%s\x00%s\x00%s\x00%s", p.Code, p.ID, text(p.Unit), text(p.File),
		text(p.Sheet), text(p.Cell), text(p.Measure), p.Message)
}

func sameRemark(r result.Remark) string { return r.Unit + "\x00" + text(r.Area) + "\x00" + r.Text }

func remarks(r *result.Result) []result.Remark {
	n := r.Narrative
	return slices.Concat(n.Achievements, n.Limitations, n.Causes, n.Solutions, n.Requests, n.Directions)
}

func sameDecision(d Decision) string {
	return d.About + "\x00" + d.Reason + "\x00" + d.By + "\x00" + text(d.Date)
}

// decisions are what people decided in a report, each once.
func decisions(r *result.Result) []Decision {
	var all []Decision
	told := map[string]bool{}
	add := func(d Decision) {
		if !told[sameDecision(d)] {
			told[sameDecision(d)] = true
			all = append(all, d)
		}
	}
	for _, s := range r.Sections {
		for _, i := range s.Indicators {
			if o := i.Override; o != nil {
				add(Decision{About: strconv.Itoa(i.Number), Reason: o.Reason, By: o.By, Date: o.Date})
			}
			for _, m := range i.Measures {
				if o := m.Override; o != nil {
					add(Decision{About: m.ID, Reason: o.Reason, By: o.By, Date: o.Date})
				}
				for _, from := range m.Sources {
					if x := from.Choice; x != nil {
						about := from.Measure + "." + from.Input + " " + from.Unit
						add(Decision{About: about, Reason: x.Reason, By: x.By, Date: x.Date})
					}
				}
			}
		}
	}
	for _, p := range r.Accepted {
		about := p.Code
		if p.Measure != nil {
			about += " " + *p.Measure
		}
		add(Decision{About: about, Reason: p.Reason})
	}
	return all
}

func (c *Changes) indicators(before, after *result.Result) {
	for _, s := range after.Sections {
		for _, i := range s.Indicators {
			was := before.Indicator(i.Number)
			flipped := was != nil && was.Verdict != i.Verdict
			if flipped {
				c.Verdicts = append(c.Verdicts, Flip{Indicator: i.Number, Name: cmp.Or(i.Text, was.Text),
					Before: was.Verdict, After: i.Verdict})
			}
			for _, m := range i.Measures {
				old := before.Measure(m.ID)
				if old == nil {
					c.Promises = append(c.Promises, Promise{Measure: m.ID, Name: m.Name, After: m.Target})
					continue
				}
				if old.Verdict != m.Verdict && (!flipped || len(i.Measures) > 1) {
					c.Verdicts = append(c.Verdicts,
						Flip{i.Number, m.ID, cmp.Or(m.Name, old.Name), old.Verdict, m.Verdict})
				}
				c.figure(old, &m)
				if old.Target != m.Target && old.Target != "" && m.Target != "" {
					c.Promises = append(c.Promises, Promise{m.ID, m.Name, old.Target, m.Target})
				}
			}
		}
	}
	for _, s := range before.Sections {
		for _, i := range s.Indicators {
			for _, m := range i.Measures {
				if after.Measure(m.ID) == nil {
					c.Promises = append(c.Promises, Promise{Measure: m.ID, Name: m.Name, Before: m.Target})
				}
			}
		}
	}
}

// figure tells of a measure whose figure is another, or comes of other answers. Of a
// result that has no answers, only its figures are compared.
func (c *Changes) figure(was, is *result.Measure) {
	f := Moved{Measure: is.ID, Name: cmp.Or(is.Name, was.Name), Unit: cmp.Or(is.Unit, was.Unit), Before: was.Judged,
		After: is.Judged, Estimate: [2]bool{was.Estimate, is.Estimate}, Answers: []Answers{}}
	full := was.Name != "" && is.Name != ""
	if full {
		f.Answers = answers(was.Sources, is.Sources)
	}
	otherwise := text(f.Before) != text(f.After) || (f.Before == nil) != (f.After == nil)
	if otherwise || len(f.Answers) > 0 || full && was.Estimate != is.Estimate {
		c.Figures = append(c.Figures, f)
	}
}

func answers(was, is []result.Source) []Answers {
	key := func(s result.Source) string {
		line := 0
		if s.Line != nil {
			line = *s.Line
		}
		return fmt.Sprintf("%s\x00%s\x00%s\x00%d", s.Unit, s.Measure, s.Input, line)
	}
	old := map[string]*result.Source{}
	for i := range was {
		old[key(was[i])] = &was[i]
	}
	all := []Answers{}
	told := map[string]bool{}
	for i := range is {
		s, before := &is[i], old[key(is[i])]
		told[key(*s)] = true
		if before == nil || before.Answer != s.Answer || text(before.Value) != text(s.Value) ||
			before.Estimate != s.Estimate {
			all = append(all, Answers{s.Unit, s.Measure + "." + s.Input, before, s})
		}
	}
	for i := range was {
		if s := &was[i]; !told[key(*s)] {
			all = append(all, Answers{s.Unit, s.Measure + "." + s.Input, s, nil})
		}
	}
	return all
}

func (c *Changes) units(before, after *result.Result) {
	same := func(s string) string { return s }
	find := func(r *result.Result, id string) result.Unit {
		for _, u := range r.Units {
			if u.ID == id {
				return u
			}
		}
		return result.Unit{ID: id}
	}
	compare := func(was, is result.Unit) {
		u := Unit{ID: is.ID, Name: cmp.Or(is.Name, was.Name), Received: without(was.Owes, is.Owes, same),
			Owes: without(is.Owes, was.Owes, same), Left: len(is.Owes), Files: []string{}, Gone: []string{}}
		content := func(f result.File) string { return cmp.Or(f.SHA256, f.File) }
		for _, f := range without(is.Files, was.Files, content) {
			u.Files = append(u.Files, f.File)
		}
		for _, f := range without(was.Files, is.Files, content) {
			u.Gone = append(u.Gone, f.File)
		}
		if len(u.Files)+len(u.Gone)+len(u.Received)+len(u.Owes) > 0 {
			c.Units = append(c.Units, u)
		}
	}
	for _, u := range after.Units {
		compare(find(before, u.ID), u)
	}
	for _, u := range before.Units {
		if !slices.ContainsFunc(after.Units, func(x result.Unit) bool { return x.ID == u.ID }) {
			compare(u, result.Unit{ID: u.ID})
		}
	}
}

// InputChange is a file that a report is made from and another was not, or not so.
type InputChange struct {
	File string `json:"file"`
	How  How    `json:"how"`
	Unit string `json:"unit,omitempty"`

	SHA256 string `json:"-"`
}

// How is what happened to a file.
type How string

// What happens to files. One that cannot be read may have changed.
const (
	Came       How = "new"
	Changed    How = "changed"
	Gone       How = "gone"
	Renamed    How = "renamed"
	Unreadable How = "unreadable"
)

// CompareInputs tells which files changed, in the order of their names.
func CompareInputs(before, after []Input) []InputChange {
	was, content := map[string]string{}, map[string]int{}
	for _, f := range before {
		was[f.File] = f.SHA256
		content[f.SHA256]++
	}
	is := map[string]string{}
	for _, f := range after {
		is[f.File] = f.SHA256
	}
	all := []InputChange{}
	moved := map[string]int{}
	for _, f := range after {
		old, known := was[f.File]
		change := InputChange{File: f.File, SHA256: f.SHA256}
		switch {
		case f.SHA256 == "":
			change.How = Unreadable
		case known && old == f.SHA256:
			continue
		case known:
			change.How = Changed
		case content[f.SHA256] > 0 && !kept(before, is, f.SHA256):
			change.How = Renamed
			moved[f.SHA256]++
		default:
			change.How = Came
		}
		all = append(all, change)
	}
	for _, f := range before {
		if _, there := is[f.File]; there {
			continue
		}
		if moved[f.SHA256] > 0 {
			moved[f.SHA256]--
			continue
		}
		all = append(all, InputChange{File: f.File, How: Gone, SHA256: f.SHA256})
	}
	slices.SortStableFunc(all, func(a, b InputChange) int { return cmp.Compare(a.File, b.File) })
	return all
}

// kept reports that a content still lies where it lay.
func kept(before []Input, is map[string]string, sha256 string) bool {
	return slices.ContainsFunc(before, func(f Input) bool { return f.SHA256 == sha256 && is[f.File] == sha256 })
}
