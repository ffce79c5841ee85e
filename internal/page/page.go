// Package page is the local page: a working folder in a browser of the same machine,
// for those who have no terminal. It shows what app judged and hands on what a person
// does; it decides nothing itself.
package page

import (
	"context"
	"embed"
	"errors"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"sync"
	"time"

	"baocao/internal/app"
	"baocao/internal/diag"
	"baocao/internal/mishap"
	"baocao/internal/resolution"
)

//go:embed html/*.html html/page.css html/page.js html/icon.svg
var files embed.FS

// Server serves the page of one folder.
type Server struct {
	// Password is that of the mail account, from where the machine keeps it; nil where letters
	// are drafts only. The page neither asks for it nor shows it.
	Password func(resolution.SMTP) string

	by   string
	lang diag.Lang
	gate *gate
	at   net.Listener
	ctx  context.Context // of the server: what a person began goes on without its page

	following sync.WaitGroup

	mu     sync.Mutex
	folder *folder
	notes  []note // what was done, to be told on the next page
	last   int    // number of the last note

	views views
}

// note is what the next page tells.
type note struct {
	number int
	good   bool
	lines  []string
}

// mostNotes is how many of them are kept.
const mostNotes = 50

// New prepares the page of a folder, on this machine alone and at a port that is free.
// by is who works with it.
func New(dir, by string, lang diag.Lang) (*Server, error) {
	at, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	v, err := parseViews(lang)
	if err != nil {
		return nil, err
	}
	if whole, err := filepath.Abs(dir); err == nil {
		dir = whole
	}
	return &Server{by: by, lang: lang, at: at, gate: newGate(at.Addr()), folder: newFolder(dir), views: v}, nil
}

// Address is an address that lets one browser in, once. Those given before are void.
func (s *Server) Address() string { return s.gate.address() }

// Serve serves until the context ends; nothing is waited for then.
func (s *Server) Serve(ctx context.Context) error {
	s.ctx = app.By(ctx, s.by)
	s.follow(s.folder)
	go sweep(os.TempDir(), time.Now())
	server := &http.Server{Handler: s.handler(), ReadHeaderTimeout: headerTime, IdleTimeout: idleTime,
		MaxHeaderBytes: mostHeader, BaseContext: func(net.Listener) context.Context { return ctx }}
	stop := context.AfterFunc(ctx, func() { _ = server.Close() })
	defer stop()
	err := server.Serve(few{s.at, make(chan struct{}, mostGuests)})
	s.following.Wait()
	if errors.Is(err, http.ErrServerClosed) {
		return ctx.Err()
	}
	return err
}

// now is the folder that is served: on the first page it may become another one.
func (s *Server) now() *folder {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.folder
}

func (s *Server) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", s.home)
	mux.HandleFunc("GET /page.css", s.file("html/page.css", "text/css; charset=utf-8"))
	mux.HandleFunc("GET /page.js", s.file("html/page.js", "text/javascript; charset=utf-8"))
	mux.HandleFunc("GET /icon.svg", s.file("html/icon.svg", "image/svg+xml"))
	mux.HandleFunc("GET /cho", s.wait)
	mux.HandleFunc("GET /cau-hoi/{id}", s.judged(s.question))
	mux.HandleFunc("POST /cau-hoi/{id}", s.settle)
	mux.HandleFunc("GET /don-vi", s.judged(s.units))
	mux.HandleFunc("GET /don-vi/{id}", s.judged(s.unit))
	mux.HandleFunc("GET /don-vi/{id}/bieu-mau", s.form)
	mux.HandleFunc("GET /don-vi/{id}/can-sua/{n}", s.marked)
	mux.HandleFunc("GET /chi-tieu/{id}", s.judged(s.measure))
	mux.HandleFunc("GET /chi-tieu/{id}/o/{n}", s.judged(s.source))
	mux.HandleFunc("POST /chi-tieu/{id}/danh-gia", s.setVerdict)
	mux.HandleFunc("GET /don-vi/{id}/so/{key}", s.judged(s.ask))
	mux.HandleFunc("POST /don-vi/{id}/so/{key}", s.setFigure)
	mux.HandleFunc("GET /quyet-dinh", s.judged(s.decided))
	mux.HandleFunc("POST /quyet-dinh/{n}/lay-lai", s.takeBack)
	mux.HandleFunc("POST /nop", s.drop)
	mux.HandleFunc("POST /lap-bao-cao", s.build)
	mux.HandleFunc("GET /bao-cao/{name}", s.output)
	mux.HandleFunc("POST /thu-nhac", s.remind)
	mux.HandleFunc("POST /thu-bao-cao", s.mail)
	mux.HandleFunc("GET /thu/{name}", s.letter)
	mux.HandleFunc("GET /gui-bao-cao", s.judged(s.sendPage))
	mux.HandleFunc("POST /gui-bao-cao", s.send)
	mux.HandleFunc("GET /gui-nhac", s.judged(s.remindPage))
	mux.HandleFunc("POST /gui-nhac", s.sendReminders)
	mux.HandleFunc("POST /bieu-mau", s.forms)
	mux.HandleFunc("GET /loi-van", s.judged(s.words))
	mux.HandleFunc("POST /loi-van/{id}", s.write)
	mux.HandleFunc("GET /thay-doi", s.judged(s.changesPage))
	mux.HandleFunc("GET /thay-doi/{n}", s.judged(s.changesSince))
	mux.HandleFunc("GET /cac-lan", s.judged(s.keptReports))
	mux.HandleFunc("GET /cac-lan/{n}", s.judged(s.restorePage))
	mux.HandleFunc("GET /cac-lan/{n}/tep/{name}", s.keptFile)
	mux.HandleFunc("POST /cac-lan/{n}/dat-lai", s.restore)
	mux.HandleFunc("GET /chot", s.judged(s.freezePage))
	mux.HandleFunc("POST /chot", s.freeze)
	mux.HandleFunc("POST /bo-chot", s.unfreeze)
	mux.HandleFunc("POST /bat-dau/{how}", s.start)
	mux.HandleFunc("POST /phan-cong", s.owners)
	mux.HandleFunc("GET /phan-cong", s.ownersTable)
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		s.refuse(w, http.StatusNotFound, diag.Say("page.not-found", nil))
	})
	return s.gate.guard(s.unharmed(mux), s.refuse)
}

// unharmed answers a request in which the program had a panic of its own: whoever asked is
// told, and the page goes on.
func (s *Server) unharmed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if mishap.Caught(recover()) {
				s.refuse(w, http.StatusInternalServerError, diag.Say("page.mishap", nil))
			}
		}()
		next.ServeHTTP(w, r)
	})
}

func (s *Server) file(name, kind string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		data, err := files.ReadFile(name)
		if err != nil {
			s.refuse(w, http.StatusNotFound, diag.Say("page.not-found", nil))
			return
		}
		w.Header().Set("Content-Type", kind)
		_, _ = w.Write(data)
	}
}

// judged is a page that shows something of the judged folder; until there is one, the
// first page tells why.
func (s *Server) judged(show func(w http.ResponseWriter, r *http.Request, now state)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		now := s.now().now()
		if now.annex == nil {
			s.home(w, r)
			return
		}
		show(w, r, now)
	}
}

// wait answers when there is something new to show, or after a while.
func (s *Server) wait(w http.ResponseWriter, r *http.Request) {
	ctx, stop := context.WithTimeout(r.Context(), longestWait)
	defer stop()
	seen := r.URL.Query().Get("v")
	f := s.now()
	now := f.now()
	if f.version(now) == seen {
		now = f.wait(ctx, now.version)
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, _ = w.Write([]byte(f.version(now)))
}

// tell keeps what was done for the next page, and leads there: what is sent once is
// not sent again when that page is loaded anew.
func (s *Server) tell(w http.ResponseWriter, r *http.Request, to string, good bool, lines ...string) {
	s.mu.Lock()
	s.last++
	s.notes = append(s.notes, note{s.last, good, lines})
	s.notes = s.notes[max(0, len(s.notes)-mostNotes):]
	to += "?tin=" + strconv.Itoa(s.last)
	s.mu.Unlock()
	http.Redirect(w, r, to, http.StatusSeeOther)
}

// told is what the address of a page says is to be told.
func (s *Server) told(r *http.Request) *note {
	s.mu.Lock()
	defer s.mu.Unlock()
	at := slices.IndexFunc(s.notes, func(n note) bool { return strconv.Itoa(n.number) == r.URL.Query().Get("tin") })
	if at < 0 {
		return nil
	}
	n := s.notes[at]
	return &n
}

// record writes down who changed what, and when. What was done stands all the same
// where that fails; it is said.
func (s *Server) record(dir string, what diag.Message) (failed []string) {
	if err := app.Record(context.WithoutCancel(s.ctx), dir, what); err != nil {
		return []string{s.say("page.unrecorded", diag.Args{"error": app.Cause(err)})}
	}
	return nil
}

func (s *Server) say(key string, args diag.Args) string { return diag.Say(key, args).In(s.lang) }
