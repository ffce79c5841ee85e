package page

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"net/http"
	"path/filepath"

	"baocao/internal/app"
	"baocao/internal/diag"
)

// views are the pages, parsed once: each is the frame with its own main part.
type views map[string]*template.Template

// viewNames are the main parts; each stands in html/NAME.html.
var viewNames = [...]string{"home", "question", "unit", "measure", "cell", "words", "message", "plan", "start",
	"changes", "kept", "restore", "send", "remind", "freeze", "decided", "ask", "units"}

func parseViews(lang diag.Lang) (views, error) {
	v := views{}
	for _, name := range viewNames {
		t, err := template.New("frame.html").Funcs(template.FuncMap{
			"say":  func(key string, pairs ...any) string { return phrase(key, pairs...).In(lang) },
			"seen": diag.VisibleLines,
		}).ParseFS(files, "html/frame.html", "html/parts.html", "html/"+name+".html")
		if err != nil {
			return nil, err
		}
		v[name] = t
	}
	return v, nil
}

// phrase is a message of the pages with its arguments, name after name.
func phrase(key string, pairs ...any) diag.Message {
	args := diag.Args{}
	for i := 0; i+1 < len(pairs); i += 2 {
		args[fmt.Sprint(pairs[i])] = pairs[i+1]
	}
	return diag.Say("page."+key, args)
}

// frame is what stands around the main part of every page.
type frame struct {
	Lang    diag.Lang
	Title   string
	Version string // "" where the page does not wait for news
	Status  string // what the program is doing, or why it cannot
	Failed  bool   // it cannot
	Note    *told
	By      string
	Folder  string
	Home    bool
	At      string // the view it shows
	Ready   bool   // the folder was judged: there is more to see than this page
	Soon    bool   // there will be more to see soon
	Most    int    // megabytes of files at a time
	Main    any
}

// told is a note on a page.
type told struct {
	Good  bool
	Lines []string
}

// show writes a page.
func (s *Server) show(w http.ResponseWriter, r *http.Request, status int, name, title string, main any) {
	f := s.now()
	now := f.now()
	page := frame{Lang: s.lang, Title: title, Version: f.version(now), By: s.by, Folder: filepath.Base(f.dir),
		Home: name == "home", At: name, Ready: now.annex != nil, Soon: now.reading, Most: mostUpload >> 20,
		Main: main}
	page.Status, page.Failed = s.status(now)
	if n := s.told(r); n != nil {
		page.Note = &told{n.good, n.lines}
	}
	s.put(w, status, name, page)
}

// status says what is going on with the folder.
func (s *Server) status(now state) (text string, failed bool) {
	var invalid *app.InvalidPlan
	var none *app.NotAFolder
	switch {
	case now.reading && now.total > 0:
		return s.say("page.status.files", diag.Args{"done": now.done, "total": now.total}), false
	case now.reading:
		return s.say("page.status.reading", nil), false
	case errors.As(now.err, &none):
		return "", false
	case errors.As(now.err, &invalid):
		return s.say("fail.plan", nil), true
	case errors.Is(now.err, app.Mishap{}):
		return s.say("page.mishap", nil), true
	case now.err != nil:
		return s.say("page.status.failed", diag.Args{"error": app.Cause(now.err)}), true
	}
	return s.say("page.status.read", nil), false
}

// refuse is a page that says no, to somebody who may not see any other.
func (s *Server) refuse(w http.ResponseWriter, status int, m diag.Message) {
	s.put(w, status, "message", frame{Lang: s.lang, Title: s.say("page.refused", nil), Main: m.In(s.lang)})
}

// put writes a page whole or not at all.
func (s *Server) put(w http.ResponseWriter, status int, name string, page frame) {
	var b bytes.Buffer
	if err := s.views[name].Execute(&b, page); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(b.Bytes())
}
