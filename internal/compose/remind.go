package compose

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/wording"
)

// Reminder is a letter to a unit that still owes: it names that unit's gaps and
// nothing of any other unit.
type Reminder struct {
	Subject, Body string
	Late          bool     // the due date is past: the letter is a firmer one
	Gaps          []string // what it asks for, line by line
}

// RemindersOf returns the reminder of each unit that owes something or has
// something to mend, by unit id. goesBack tells which faulty files go with the
// letters, marked; nil stands for all that can be read. today makes letters firmer
// where the due date is past; the zero date stands for no day in particular.
func RemindersOf(a *assess.Annex, goesBack func(file string) bool, today viet.Date) map[string]Reminder {
	out := map[string]Reminder{}
	causes := unexplained(a)
	for _, u := range a.Units {
		if r, ok := reminder(a, u, causes[u.ID], goesBack, today); ok {
			out[u.ID] = r
		}
	}
	return out
}

// unexplained are the measures that were missed and nobody gave a cause of, by the unit
// that alone reports them: of those of several units the office writes.
func unexplained(a *assess.Annex) map[string][]string {
	r := &report{annex: a, plan: a.Plan}
	out := map[string][]string{}
	for _, lacking := range r.missed(r.told()) {
		if !lacking.Thieu {
			continue
		}
		for _, m := range of(*a.FindIndicator(strconv.Itoa(lacking.So)), resolution.Missed) {
			if len(m.From) == 1 {
				out[m.From[0]] = append(out[m.From[0]], "("+m.ID+") "+alone(name(m)))
			}
		}
	}
	return out
}

func reminder(a *assess.Annex, u assess.Unit, causes []string, goesBack func(file string) bool, today viet.Date) (
	Reminder, bool) {
	missing, faulty := u.Gaps()
	wrong, marked := wrongOf(a, u, goesBack)
	unsettled := unsettled(a, u, faulty)
	unclear := unclear(a, u)
	if missing == nil && wrong == nil && unsettled == nil && causes == nil && !u.OwesNarrative {
		return Reminder{}, false // also where only the office can mend what is wrong
	}
	p, w := a.Plan, a.Plan.Words
	about := wording.Args{
		"so": p.Resolution.Number, "nam": p.Resolution.Year, "don-vi": u.Name, "co-quan": p.Office.Name()}
	var b strings.Builder
	b.WriteString(w.Text("thu.nhac.kinh-gui", about) + "\n\n")
	b.WriteString(p.Periodic("thu.nhac.mo-dau", "ky.thu.mo-dau", about) + "\n")
	out := Reminder{Subject: p.Periodic("thu.nhac.chu-de", "ky.thu.chu-de", about)}
	due := p.Due(u.ID)
	out.Late = !due.IsZero() && !today.IsZero() && today.Compare(due) > 0
	switch {
	case out.Late:
		out.Subject = w.Text("thu.nhac.chu-de-qua-han", wording.Args{"chu-de": out.Subject})
		b.WriteString("\n" + w.Text("thu.nhac.qua-han", wording.Args{"ngay": due.Short()}) + "\n")
	case !due.IsZero():
		b.WriteString("\n" + w.Text("thu.nhac.han", wording.Args{"ngay": due.Short()}) + "\n")
	}
	part := 0
	section := func(title string, lines []string) {
		if len(lines) == 0 {
			return
		}
		part++
		fmt.Fprintf(&b, "\n%d. %s:\n", part, w.Text(title))
		for i, line := range lines {
			end := ";"
			if i == len(lines)-1 {
				end = "."
			}
			b.WriteString("- " + strings.TrimRight(line, ".;") + end + "\n")
			out.Gaps = append(out.Gaps, title+": "+line)
		}
	}
	title := "thu.nhac.con-thieu"
	if u.Status == assess.UnitMissing && unclear == nil {
		title = "thu.nhac.chua-gui"
	}
	section("thu.nhac.chua-ro", unclear)
	section(title, asked(missing))
	if u.OwesNarrative {
		section("thu.nhac.thuyet-minh", []string{w.Text("thu.nhac.thuyet-minh-gom")})
	}
	section("thu.nhac.nguyen-nhan", causes)
	section("thu.nhac.can-sua", wrong)
	section("thu.nhac.chua-khop", asked(unsettled))
	b.WriteString("\n" + w.Text("thu.nhac.kem-bieu-mau"))
	if marked {
		b.WriteString(" " + w.Text("thu.nhac.kem-tep-can-sua"))
	}
	if len(u.Asks) > 0 {
		b.WriteString(" " + w.Text("thu.nhac.cach-dien"))
	}
	if out.Late {
		b.WriteString("\n\n" + w.Text("thu.nhac.qua-han-tra-loi"))
	}
	b.WriteString("\n\n" + w.Text("thu.nhac.chao") + "\n\n" +
		p.Office.Issuer + "\n")
	out.Body = b.String()
	return out, true
}

// unclear are the files that may be a unit's of which nothing else came: their signs
// name several units, or none for sure.
func unclear(a *assess.Annex, u assess.Unit) (files []string) {
	if u.Status != assess.UnitMissing {
		return nil
	}
	for _, p := range a.Problems {
		if !p.IsQuestion() || p.Question.Step != diag.BySender {
			continue
		}
		for _, c := range p.Question.Candidates {
			if file := a.Plan.Words.Text("thu.nhac.tep", wording.Args{"tep": path.Base(p.At.File)}); c.Unit == u.ID &&
				!slices.Contains(files, file) {
				files = append(files, file)
			}
		}
	}
	return files
}

// asked are the labels of what a unit is asked, with number and unit of measurement.
func asked(asks []resolution.Ask) []string {
	var lines []string
	for _, k := range asks {
		line := "(" + k.Measure.ID + ") " + k.Label
		if k.Unit != "" {
			line += " (" + k.Unit + ")"
		}
		lines = append(lines, line)
	}
	return lines
}

// wrongOf are the errors in a unit's files that it can mend, each once; marked
// says that one of those files can go back to it marked.
func wrongOf(a *assess.Annex, u assess.Unit, goesBack func(file string) bool) (lines []string, marked bool) {
	w := a.Plan.Words
	status := map[string]returns.Status{}
	for _, f := range u.Files {
		status[f.File] = f.Status
	}
	for _, p := range a.Problems {
		s, own := status[p.At.File]
		fix, theirs := p.SenderFix(diag.Vi)
		if !own || !theirs || p.Severity() != diag.Error || !a.MayTell(p, u.ID) {
			continue
		}
		marked = marked || s != returns.StatusUnreadable && (goesBack == nil || goesBack(p.At.File))
		if p.Entry().Counted == diag.AsOwed { // the gaps are listed above it
			continue
		}
		place := p.At
		place.File = diag.Visible(path.Base(place.File))
		line := diag.PlaceInFile(place, diag.Vi)
		if line != "" {
			line = ", " + line
		}
		line = w.Text("thu.nhac.tep", wording.Args{"tep": place.File}) + line
		if p.Measure != "" {
			line += w.Text("thu.nhac.chi-tieu", wording.Args{"chi-tieu": p.Measure})
		}
		line += ": " + strings.TrimRight(u.WithoutPaths(p.In(diag.Vi)), ".") + ". " + strings.TrimRight(fix, ".")
		if !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	return lines, marked
}

// ofSeveral reports that the answers of several units may have led to a problem.
// Of those that name other units' figures only what is an error by itself makes
// an answer unusable; a warning that the office raised leaves it as it is.
func ofSeveral(p diag.Problem) bool {
	switch e := p.Entry(); e.Audience {
	case diag.Answerer:
		return p.Unit == ""
	case diag.Confidential:
		return e.Severity == diag.Error
	}
	return false
}

// unsettled are the unusable answers that do not agree with what other units
// answered: the unit has to look again, and is not told who said what. A file
// that the office could not open is for the office to see to.
func unsettled(a *assess.Annex, u assess.Unit, faulty []resolution.Ask) []resolution.Ask {
	var out []resolution.Ask
	for _, k := range faulty {
		own, among := false, false
		for _, p := range a.Problems {
			if p.Severity() != diag.Error || p.Measure != k.Measure.ID {
				continue
			}
			own = own || p.Unit == u.ID && a.MayTell(p, u.ID)
			among = among || ofSeveral(p) && !a.MayTell(p, u.ID)
		}
		if among && !own {
			out = append(out, k)
		}
	}
	return out
}
