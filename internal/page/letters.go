package page

import (
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"baocao/internal/app"
	"baocao/internal/diag"
	"baocao/internal/disk"
	"baocao/internal/journal"
)

// remind writes a draft to each unit that owes.
func (s *Server) remind(w http.ResponseWriter, r *http.Request) {
	f, back := s.now(), s.cameFrom(r)
	var made *app.Reminders
	err := f.act(s.ctx, func() (err error) {
		made, err = app.Remind(s.ctx, f.dir, nil)
		return err
	})
	if err != nil {
		s.failed(w, r, back, err)
		return
	}
	var lines, names []string
	for _, m := range made.Notes {
		lines = append(lines, m.OnPage(s.lang))
	}
	for _, d := range made.Drafts {
		names = append(names, filepath.Base(d.Path))
	}
	for _, path := range made.Removed {
		lines = append(lines, s.say("remind.removed", diag.Args{"path": app.JournalDir + "/" + filepath.Base(path)}))
	}
	if names == nil {
		f.lookBack()
		s.tell(w, r, back, true, append([]string{s.say("remind.none", nil)}, lines...)...)
		return
	}
	args := diag.Args{"count": len(names), "files": strings.Join(names, "; "), "dir": app.JournalDir}
	lines = append([]string{s.say("page.letters.reminders", args)}, lines...)
	lines = append(lines, s.record(f.dir, diag.Say("page.did.remind", args))...)
	f.lookBack()
	s.tell(w, r, back, true, lines...)
}

// mail writes the draft that takes the report out of the office.
func (s *Server) mail(w http.ResponseWriter, r *http.Request) {
	f := s.now()
	var made *app.Draft
	err := f.act(s.ctx, func() (err error) {
		made, err = app.Mail(s.ctx, f.dir)
		return err
	})
	var mailed *app.AlreadyMailed
	switch {
	case errors.As(err, &mailed):
		key := "page.letters.again"
		if mailed.Record.Did == journal.Unsure {
			key = "page.letters.unsure"
		}
		s.tell(w, r, "/", false, s.say(key, diag.Args{"at": journal.Clock(mailed.Record.At), "path": mailed.Kept}))
		return
	case errors.As(err, new(*app.NoReport)), errors.As(err, new(*app.MixedReport)):
		s.tell(w, r, "/", false, s.say("page.letters.no-report", nil))
		return
	case err != nil:
		s.failed(w, r, "/", err)
		return
	}
	args := diag.Args{"file": filepath.Base(made.Path), "dir": app.JournalDir}
	lines := []string{s.say("page.letters.report", args)}
	if !made.Complete {
		lines = append(lines, s.say("mail.incomplete", nil))
	}
	for _, m := range made.Notes {
		lines = append(lines, m.OnPage(s.lang))
	}
	f.lookBack()
	s.tell(w, r, "/", true, lines...)
}

// letters are the drafts that are there.
func letters(dir string) (names []string) {
	entries, _ := os.ReadDir(filepath.Join(dir, app.JournalDir))
	for _, e := range entries {
		if e.Type().IsRegular() && strings.EqualFold(filepath.Ext(e.Name()), ".eml") {
			names = append(names, e.Name())
		}
	}
	return names
}

// letter is one of them. The name is looked up among those that are there.
func (s *Server) letter(w http.ResponseWriter, r *http.Request) {
	dir := s.now().dir
	all := letters(dir)
	at := slices.Index(all, r.PathValue("name"))
	if at < 0 {
		s.refuse(w, http.StatusNotFound, diag.Say("page.not-found", nil))
		return
	}
	data, err := disk.Read(filepath.Join(dir, app.JournalDir, all[at]), disk.MaxOwn)
	if err != nil {
		s.failed(w, r, "/", err)
		return
	}
	give(w, all[at], data)
}

// forms writes the blank forms of all units.
func (s *Server) forms(w http.ResponseWriter, r *http.Request) {
	f, back := s.now(), s.cameFrom(r)
	var made *app.Blanks
	err := f.act(s.ctx, func() (err error) {
		made, err = app.Forms(s.ctx, f.dir)
		return err
	})
	if err != nil {
		s.failed(w, r, back, err)
		return
	}
	args := diag.Args{"count": len(made.Names), "dir": app.FormsDir}
	lines := []string{s.say("forms.wrote", args)}
	for _, m := range made.Notes {
		lines = append(lines, m.OnPage(s.lang))
	}
	lines = append(lines, s.record(f.dir, diag.Say("page.did.forms", args))...)
	s.tell(w, r, back, true, lines...)
}
