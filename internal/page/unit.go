package page

import (
	"net/http"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"baocao/internal/app"
	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/returns"
)

// unitPage is all that is known of a unit.
type unitPage struct {
	unitRow
	Email              string
	Missing, Faulty    []owed
	Files              []unitFile
	Problems           []problem
	Questions          []question
	LetterHead, Letter string
	OwesNarrative      bool
	Answers            []unitAnswer
}

// owed is one thing that a unit is asked for.
type owed struct{ Measure, Label, Unit, Key string }

// unitAnswer is one answer of a unit that counts.
type unitAnswer struct {
	Measure, Label, Value, Place, Key string
	Number                            bool
}

type unitFile struct {
	Name, Status string
	Marked       bool // there is a copy for the unit
}

// unitsPage are all units: what came of each, when it is due, how late it is.
type unitsPage struct {
	Units   []unitRow // those that owe something first
	Owing   int
	Letters []string
	Sends   bool // reminders can go over the office's mail server
}

func (s *Server) units(w http.ResponseWriter, r *http.Request, now state) {
	v := overview{}
	v.units(s, now.annex)
	faulty := now.desk.Faulty()
	for i := range v.Units {
		u := unitOf(now.annex, v.Units[i].ID)
		v.Units[i].Faulty = slices.ContainsFunc(u.Files, func(f assess.File) bool { return faulty(f.File) })
	}
	s.show(w, r, http.StatusOK, "units", s.say("page.units.page", nil),
		unitsPage{v.Units, v.Owing, letters(s.now().dir), s.sends(now.annex.Plan)})
}

func (s *Server) unit(w http.ResponseWriter, r *http.Request, now state) {
	u := unitOf(now.annex, r.PathValue("id"))
	if u == nil {
		s.refuse(w, http.StatusNotFound, diag.Say("page.not-found", nil))
		return
	}
	a := now.annex
	late := app.Lateness(s.now().dir, a, time.Now())
	v := unitPage{unitRow: s.unitRow(a, *u, late), Email: u.Email, OwesNarrative: u.OwesNarrative}
	missing, faulty := u.Gaps()
	v.Missing, v.Faulty = asksOf(missing), asksOf(faulty)
	marked := now.desk.Faulty()
	for _, f := range u.Files {
		v.Files = append(v.Files, unitFile{f.File, s.say(fileStatus(f.Status), nil), marked(f.File)})
	}
	for _, p := range a.Problems {
		switch {
		case p.Unit != u.ID:
		case p.IsQuestion():
			v.Questions = append(v.Questions, s.asked(a, p))
		case p.Entry().Counted != diag.AsOwed:
			v.Problems = append(v.Problems, s.wrong(a, p))
		}
	}
	for _, row := range a.SourceRows() {
		if row.Sender == u.Name && row.Unit == u.ID {
			v.Answers = append(v.Answers, unitAnswer{row.Measure, row.Label, row.Said().In(s.lang),
				diag.Place(row.At, s.lang), row.Key, row.Kind == resolution.AskNumber})
		}
	}
	if letter, ok := now.desk.Letter(u.ID); ok {
		v.LetterHead, v.Letter = letter.Subject, letter.Body
	}
	s.show(w, r, http.StatusOK, "unit", u.Name, v)
}

// fileStatus is the key of what became of a file.
func fileStatus(status returns.Status) string {
	if status == returns.StatusOtherPeriod {
		return "page.file.other-period"
	}
	return "status." + string(status)
}

// unitOf is a unit by its id; nil for what is none, and before anything was judged.
func unitOf(a *assess.Annex, id string) *assess.Unit {
	if a == nil {
		return nil
	}
	at := slices.IndexFunc(a.Units, func(u assess.Unit) bool { return u.ID == id })
	if at < 0 {
		return nil
	}
	return &a.Units[at]
}

func asksOf(asks []resolution.Ask) (all []owed) {
	for _, ask := range asks {
		all = append(all, owed{ask.Measure.ID, ask.Label, ask.Unit, ask.Key()})
	}
	return all
}

// form is the blank form of a unit.
func (s *Server) form(w http.ResponseWriter, r *http.Request) {
	now := s.now().now()
	u := unitOf(now.annex, r.PathValue("id"))
	if u == nil {
		s.refuse(w, http.StatusNotFound, diag.Say("page.not-found", nil))
		return
	}
	data, err := now.desk.Form(u.ID)
	if err != nil {
		s.failed(w, r, "/don-vi/"+url.PathEscape(u.ID), err)
		return
	}
	give(w, "bieu-mau-"+u.ID+".xlsx", data)
}

// marked is the copy of one of a unit's files with its problems marked.
func (s *Server) marked(w http.ResponseWriter, r *http.Request) {
	now := s.now().now()
	n, err := strconv.Atoi(r.PathValue("n"))
	u := unitOf(now.annex, r.PathValue("id"))
	if u == nil || err != nil || n < 0 || n >= len(u.Files) {
		s.refuse(w, http.StatusNotFound, diag.Say("page.not-found", nil))
		return
	}
	name, data, told := now.desk.Marked(r.Context(), u.Files[n].File)
	if data == nil {
		lines := []string{s.say("page.no-copy", nil)}
		for _, m := range told {
			lines = append(lines, m.OnPage(s.lang))
		}
		s.tell(w, r, "/don-vi/"+url.PathEscape(u.ID), false, lines...)
		return
	}
	give(w, "can-sua-"+name, data)
}

// kinds are the kinds of content of what is given away, by the end of the name.
func kind(name string) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".pdf":
		return "application/pdf"
	case ".xlsx":
		return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	case ".docx":
		return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	case ".eml":
		return "message/rfc822"
	case ".json":
		return "application/json"
	}
	return "application/octet-stream"
}
