package page

import (
	"mime"
	"net/http"
	"path/filepath"
	"slices"

	"baocao/internal/app"
	"baocao/internal/diag"
	"baocao/internal/disk"
	"baocao/internal/journal"
)

// build makes the report.
func (s *Server) build(w http.ResponseWriter, r *http.Request) {
	f := s.now()
	if !s.posted(w, r) {
		return
	}
	var out *app.Outcome
	back := s.cameFrom(r)
	err := f.act(s.ctx, func() (err error) {
		out, err = f.read.Build(s.ctx, f.dir, nil)
		return err
	})
	if err != nil {
		s.failed(w, r, back, err)
		return
	}
	if frozen := out.Frozen; frozen != nil { // nothing was written, and that is right
		by := frozen.Record
		s.tell(w, r, back, false, s.say("page.built.frozen",
			diag.Args{"at": journal.Clock(by.At), "by": by.By, "number": by.Report, "count": len(frozen.Late)}))
		return
	}
	key := "page.built.complete"
	if !out.Annex.Complete {
		key = "page.built.incomplete"
	}
	lines := []string{s.say(key, diag.Args{"dir": app.ReportDir})}
	if n := len(out.Annex.OpenPlaces); n > 0 {
		lines = append(lines, s.say("page.built.places", diag.Args{"count": n}))
	}
	if n := len(out.Sent); n > 0 {
		lines = append(lines, s.say("page.built.marked", diag.Args{"count": n, "dir": app.CorrectionDir}))
	}
	for _, file := range out.Files {
		if file.Instead {
			lines = append(lines, s.say("page.built.instead",
				diag.Args{"name": file.Name, "path": filepath.Base(file.Path)}))
		}
	}
	for _, m := range out.Notes {
		lines = append(lines, m.OnPage(s.lang))
	}
	f.lookBack() // there are other files to show
	s.tell(w, r, back, true, lines...)
}

// output is a file of the report. The name is looked up among those that are there.
func (s *Server) output(w http.ResponseWriter, r *http.Request) {
	dir, name := s.now().dir, r.PathValue("name")
	all := outputs(dir)
	at := slices.IndexFunc(all, func(o output) bool { return o.Name == name })
	if at < 0 {
		s.refuse(w, http.StatusNotFound, diag.Say("page.not-found", nil))
		return
	}
	data, err := disk.Read(filepath.Join(dir, app.ReportDir, all[at].Name), disk.MaxOwn)
	if err != nil {
		s.failed(w, r, "/", err)
		return
	}
	give(w, all[at].Name, data)
}

// give answers with a file: a PDF to be read in the browser, anything else to be kept.
func give(w http.ResponseWriter, name string, data []byte) {
	how := "attachment"
	if kind(name) == "application/pdf" {
		how = "inline"
		w.Header().Set("Content-Security-Policy", framed)
		w.Header().Set("X-Frame-Options", "SAMEORIGIN")
	}
	w.Header().Set("Content-Type", kind(name))
	w.Header().Set("Content-Disposition", mime.FormatMediaType(how, map[string]string{"filename": name}))
	_, _ = w.Write(data)
}
