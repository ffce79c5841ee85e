package page

import (
	"errors"
	"net/http"
	"strings"

	"baocao/internal/app"
	"baocao/internal/diag"
)

// remindPage tells which reminders would go, to whom and on which way, before any goes.
type remindPage struct {
	From, Server, Security string // "" where no letter can go
	Letters                []remindRow
	Notes                  []string
	Hinder                 string // why none goes as things are
	Going, Gone            int    // how many can be chosen; how many of the others went before
	Again                  bool   // those may be chosen too
}

// remindRow is the letter to a unit.
type remindRow struct {
	Unit, Name, To, Subject, Size string
	Owes                          int
	Late                          bool
	Files                         []string
	Chosen                        string // what the form says of it; "" where it does not go
	Gone                          bool   // the same went before, or may have: it is not chosen beforehand
	Why                           string // of that, or why it does not go
}

func (s *Server) remindPage(w http.ResponseWriter, r *http.Request, now state) {
	how := s.allowed(r.URL.Query().Get)
	title := s.say("page.remind.title", nil)
	if !s.sends(now.annex.Plan) {
		s.show(w, r, http.StatusOK, "message", title, s.say("page.send.no-server", nil))
		return
	}
	out, err := app.SendReminders(r.Context(), s.now().dir, how, true, nil)
	if err != nil {
		s.show(w, r, http.StatusOK, "message", title, s.whyUnsent(err).OnPage(s.lang))
		return
	}
	if out.Letters == nil {
		s.show(w, r, http.StatusOK, "message", title, s.say("remind.none", nil))
		return
	}
	v := remindPage{Again: how.Again}
	for i := range out.Letters {
		v.add(s, &out.Letters[i])
	}
	for _, m := range out.Notes {
		v.Notes = append(v.Notes, m.OnPage(s.lang))
	}
	s.show(w, r, http.StatusOK, "remind", title, v)
}

// add lists a letter.
func (v *remindPage) add(s *Server, x *app.Reminded) {
	row := remindRow{Unit: x.Unit, Name: x.Name, To: x.To, Owes: x.Owes, Late: x.Late}
	post := x.Posting
	if post == nil {
		row.Why = s.say("page.remind.no-address", nil)
		v.Letters = append(v.Letters, row)
		return
	}
	v.From, v.Server = post.From, post.Server
	v.Security = diag.Say("send.security."+post.Security, nil).In(s.lang)
	row.Subject, row.Size = post.Subject, app.Size(post.Size).In(s.lang)
	for _, f := range post.Files {
		row.Files = append(row.Files, f.Name)
	}
	if before := post.Before(); before != nil {
		row.Gone, row.Why = true, app.TellBefore(before, "", "").OnPage(s.lang)
	}
	switch {
	case post.Hinder == nil:
		row.Chosen = x.Unit + " " + post.Seen()
		v.Going++
	case errors.As(post.Hinder, new(*app.AlreadySent)):
		v.Gone++
	default: // it stands in the way of all
		v.Hinder = s.whyUnsent(post.Hinder).OnPage(s.lang)
	}
	v.Letters = append(v.Letters, row)
}

// sendReminders sends the reminders that were shown and chosen. Nothing of the folder waits
// for the server.
func (s *Server) sendReminders(w http.ResponseWriter, r *http.Request) {
	const back = "/gui-nhac"
	f := s.now()
	if !s.posted(w, r) {
		return
	}
	how := s.allowed(r.PostForm.Get)
	how.Seen = map[string]string{}
	for _, chosen := range r.PostForm["letter"] {
		unit, seen, _ := strings.Cut(chosen, " ")
		how.Units = append(how.Units, unit)
		how.Seen[unit] = seen
	}
	if how.Units == nil {
		s.tell(w, r, back, false, s.say("page.remind.none-chosen", nil))
		return
	}
	out, err := app.SendReminders(s.ctx, f.dir, how, false, nil)
	if out == nil {
		s.tell(w, r, back, false, s.whyUnsent(err).OnPage(s.lang))
		return
	}
	count, good := map[app.Ending]int{}, err == nil
	var sent, lines []string
	for i := range out.Letters {
		x := &out.Letters[i]
		ending := x.Ending()
		count[ending]++
		if ending == app.Sent && x.Posting.Noted == nil {
			sent = append(sent, x.Name)
			continue
		}
		good = false
		lines = append(lines, s.reminded(x, f.dir)...)
	}
	if settled := len(how.Units) - len(out.Letters); settled > 0 && err == nil {
		lines = append(lines, s.say("page.remind.settled", diag.Args{"count": settled}))
	}
	if sent != nil {
		lines = append([]string{s.say("page.remind.sent", diag.Args{"units": strings.Join(sent, "; ")})}, lines...)
	}
	if err != nil {
		lines = append(lines, s.whyUnsent(err).OnPage(s.lang))
	}
	f.lookBack()
	s.tell(w, r, back, good, append([]string{app.TellReminded(count, false).OnPage(s.lang)}, lines...)...)
}

// reminded says what became of a reminder that did not simply go.
func (s *Server) reminded(x *app.Reminded, dir string) (lines []string) {
	post := x.Posting
	args := diag.Args{"unit": x.Name, "to": x.To}
	switch {
	case x.Untried:
		return []string{s.say("send.untried", args)}
	case post == nil:
		return []string{x.Name + ": " + s.say("page.remind.no-address", nil)}
	case post.Sent != nil:
		for _, m := range app.TellSent(post, app.TellReminder(x), dir, "") {
			lines = append(lines, m.OnPage(s.lang))
		}
		return lines
	case errors.Is(post.Hinder, app.ErrOtherLetter):
		args["why"] = diag.Say("page.remind.changed", nil)
	default:
		why := s.whyUnsent(post.Hinder).OnPage(s.lang)
		args["why"] = why
	}
	return []string{s.say("send.not-again", args)}
}
