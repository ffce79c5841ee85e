package page

import (
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"net/url"
	"strings"

	"baocao/internal/app"
	"baocao/internal/diag"
	"baocao/internal/viet"
)

// errMany is the error of an upload of more files than are taken at once.
var errMany = errors.New("too many files at once")

// mostNamed is how many of the files that came are named on the page.
const mostNamed = 10

// drop puts what somebody gave into the drop folder. What came before something went
// wrong stays, and is told.
func (s *Server) drop(w http.ResponseWriter, r *http.Request) {
	f := s.now()
	now := f.now()
	if errors.As(now.err, new(*app.NotAFolder)) {
		s.refuse(w, http.StatusConflict, diag.Say("page.not-found", nil))
		return
	}
	unit, back := "", "/"
	var lines []string
	err := s.parts(w, r, func(p *multipart.Part) error {
		if p.FormName() == "unit" {
			id, err := io.ReadAll(io.LimitReader(p, 200))
			if u := unitOf(now.annex, string(id)); err == nil && u != nil {
				unit, back = u.ID, "/don-vi/"+url.PathEscape(u.ID)
			}
			return err
		}
		if p.FileName() == "" {
			return nil
		}
		data, err := io.ReadAll(p)
		if err != nil {
			return garbled(err)
		}
		file, err := app.Drop(s.ctx, f.dir, unit, p.FileName(), data)
		if err == nil {
			lines = append(lines, file)
		}
		return err
	})
	var told []string
	if lines != nil {
		count := len(lines)
		args := diag.Args{"count": count, "files": strings.Join(lines, "; ")}
		failed := s.record(f.dir, diag.Say("page.did.drop", args))
		if count > mostNamed {
			lines = append(lines[:mostNamed], "…")
		}
		told = append(told, s.say("page.dropped", diag.Args{"count": count, "files": strings.Join(lines, "; ")}))
		told = append(told, failed...)
	}
	switch {
	case err == nil && lines == nil:
		s.tell(w, r, back, false, s.say("page.drop.none", nil))
	case err != nil:
		s.tell(w, r, back, false, append(told, s.why(err).OnPage(s.lang))...)
	default:
		s.tell(w, r, back, true, told...)
	}
}

// parts reads an upload, part by part.
func (s *Server) parts(w http.ResponseWriter, r *http.Request, take func(p *multipart.Part) error) error {
	if r.ContentLength > mostUpload {
		return &http.MaxBytesError{Limit: mostUpload}
	}
	in, err := r.MultipartReader()
	if err != nil {
		return garbled(err)
	}
	for n := 0; ; n++ {
		p, err := in.NextPart()
		switch {
		case err == io.EOF: // one that is wrapped came in the middle of a part
			return nil
		case err != nil:
			return garbled(err)
		case n > mostFiles:
			return errMany
		}
		if err := take(p); err != nil {
			return err
		}
	}
}

// garbled is the error of an upload that cannot be read on.
func garbled(err error) error {
	if errors.As(err, new(*http.MaxBytesError)) {
		return err
	}
	return errGarbled
}

// field is a short text of an upload.
func field(p *multipart.Part) string {
	text, _ := io.ReadAll(io.LimitReader(p, 1000))
	return viet.Tidy(string(text))
}
