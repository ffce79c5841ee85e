package page

import (
	"errors"
	"net/http"
	"strings"

	"baocao/internal/app"
	"baocao/internal/diag"
	"baocao/internal/journal"
	"baocao/internal/resolution"
)

// sends reports that the office has a mail server, and that the program knows where its
// password is asked for.
func (s *Server) sends(p *resolution.Plan) bool {
	return s.Password != nil && p.Mail.SMTP.Host != "" && p.Mail.SMTP.From != ""
}

// sendPage tells what would go, to whom and on which way, before it goes.
type sendPage struct {
	From, Server, Security, To, Subject, Size, Full string
	Files                                           []string
	Notes                                           []string
	Seen                                            string
	Hinder                                          string // why it does not go as things are
	May                                             string // what a person may take on himself: "incomplete", "again"
	Incomplete, Again                               bool   // he did
}

// allowed is what somebody took on himself, of a form or an address.
func (s *Server) allowed(get func(string) string) app.Sending {
	return app.Sending{Password: s.Password, Incomplete: get("incomplete") != "", Again: get("again") != ""}
}

func (s *Server) sendPage(w http.ResponseWriter, r *http.Request, now state) {
	how := s.allowed(r.URL.Query().Get)
	title := s.say("page.send.title", nil)
	if !s.sends(now.annex.Plan) {
		s.show(w, r, http.StatusOK, "message", title, s.say("page.send.no-server", nil))
		return
	}
	out, err := app.Preview(s.now().dir, how)
	if err != nil {
		s.show(w, r, http.StatusOK, "message", title, s.whyUnsent(err).OnPage(s.lang))
		return
	}
	v := sendPage{From: out.From, Server: out.Server, To: strings.Join(out.To, ", "), Subject: out.Subject,
		Security: diag.Say("send.security."+out.Security, nil).In(s.lang), Size: app.Size(out.Size).In(s.lang),
		Full: s.say("journal.complete", nil), Seen: out.Seen(), Incomplete: how.Incomplete, Again: how.Again}
	switch {
	case !out.Complete:
		v.Full = s.say("journal.incomplete", nil)
	case out.Places > 0:
		v.Full = s.say("send.places", diag.Args{"count": out.Places})
	}
	for _, f := range out.Files {
		v.Files = append(v.Files, f.Name+" ("+app.Size(f.Size).In(s.lang)+")")
	}
	for _, m := range out.Notes {
		v.Notes = append(v.Notes, m.OnPage(s.lang))
	}
	if d := now.past.last.Difference; d != nil && len(d.Pending) > 0 {
		v.Notes = append(v.Notes, s.say("page.send.pending", diag.Args{"files": someOf(d.Pending)}))
	}
	if out.Hinder != nil {
		v.Hinder = s.whyUnsent(out.Hinder).OnPage(s.lang)
		switch {
		case errors.As(out.Hinder, new(*app.Unfinished)):
			v.May = "incomplete"
		case errors.As(out.Hinder, new(*app.AlreadySent)):
			v.May = "again"
		}
	}
	s.show(w, r, http.StatusOK, "send", title, v)
}

// mostPending is how many files that are not in the report are named beside it.
const mostPending = 5

// someOf are the first of these files.
func someOf(files []journal.InputChange) string {
	var names []string
	for _, f := range files[:min(len(files), mostPending)] {
		names = append(names, f.File)
	}
	if len(files) > mostPending {
		names = append(names, "…")
	}
	return strings.Join(names, ", ")
}

// send sends the report that is in place, if it is the one that was shown. Nothing of the
// folder waits for the server: whoever else works goes on.
func (s *Server) send(w http.ResponseWriter, r *http.Request) {
	f := s.now()
	if !s.posted(w, r) {
		return
	}
	how := s.allowed(r.PostForm.Get)
	how.Seen = map[string]string{"": r.PostForm.Get("seen")} // nobody sends what he was not shown
	out, err := app.Send(s.ctx, f.dir, how)
	if err != nil {
		s.tell(w, r, "/gui-bao-cao", false, s.whyUnsent(err).OnPage(s.lang))
		return
	}
	var lines []string
	for _, m := range app.TellSent(out, diag.Say("send.report", diag.Args{"number": out.Report}), f.dir, "") {
		lines = append(lines, m.OnPage(s.lang))
	}
	for _, m := range out.Notes {
		lines = append(lines, m.OnPage(s.lang))
	}
	f.lookBack()
	s.tell(w, r, "/", out.Sent.Did == journal.Sent && out.Noted == nil, lines...)
}

// whyUnsent words the errors of a letter that does not go.
func (s *Server) whyUnsent(err error) diag.Message {
	if m, known := app.TellHinder(err, s.now().dir); known {
		return m
	}
	switch {
	case errors.Is(err, app.ErrOtherLetter):
		return diag.Say("page.send.changed", nil)
	case errors.As(err, new(*app.NoReport)), errors.As(err, new(*app.MixedReport)):
		return diag.Say("page.send.no-report", nil)
	}
	return s.why(err)
}
