package page

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"baocao/internal/app"
	"baocao/internal/diag"
	"baocao/internal/disk"
	"baocao/internal/journal"
	"baocao/internal/resolution"
	"baocao/internal/roster"
)

// startPage makes a working folder.
type startPage struct {
	Here   bool     // in the folder itself; otherwise in a new one within it
	Name   string   // to be offered for that
	Units  bool     // the list of units is there already
	Others []choice // folders of earlier years that lie near
}

// example is the folder that is built in, to try the program with.
const example = "kien-an-2022"

func (s *Server) firstPage(w http.ResponseWriter, r *http.Request) {
	dir := s.now().dir
	v := startPage{Here: app.Free(dir) || hasOffice(dir), Units: hasOffice(dir),
		Name: "bao-cao-" + strconv.Itoa(journal.Day(time.Now()).Year)}
	for _, other := range earlierFolders(dir) {
		v.Others = append(v.Others, choice{keyOf(other), filepath.Base(other)})
	}
	s.show(w, r, http.StatusOK, "start", s.say("page.start.title", nil), v)
}

// planPage tells what is wrong with a plan, and what a draft of it asks.
func (s *Server) planPage(w http.ResponseWriter, r *http.Request, problems []diag.Problem) {
	dir := s.now().dir
	v := struct {
		Problems []problem
		Asks     []problem
		Owners   bool
	}{Asks: s.asksIn(dir), Owners: regular(filepath.Join(dir, app.OwnersFile))}
	for _, p := range problems {
		v.Problems = append(v.Problems, problem{Code: p.Code, Place: diag.Place(p.At, s.lang), Text: p.In(s.lang),
			Fix: p.PageFix(s.lang)})
	}
	s.show(w, r, http.StatusOK, "plan", s.say("page.plan.title", nil), v)
}

// asksIn are the questions that a draft of a plan holds.
func (s *Server) asksIn(dir string) (all []problem) {
	data, err := disk.Read(filepath.Join(dir, app.ResolutionFile), disk.MaxText)
	if err != nil {
		return nil
	}
	n := 0
	for line := range strings.Lines(string(data)) {
		n++
		if ask, ok := strings.CutPrefix(strings.TrimSpace(line), resolution.OpenQuestion); ok {
			at := diag.Position{File: app.ResolutionFile, Line: n}
			all = append(all, problem{Place: diag.Place(at, s.lang), Text: strings.TrimSpace(ask)})
		}
	}
	return all
}

func regular(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && info.Mode().IsRegular()
}

// hasOffice tells a folder that was begun with a list of units.
func hasOffice(dir string) bool {
	return regular(filepath.Join(dir, app.OfficeFile)) && !regular(filepath.Join(dir, app.ResolutionFile))
}

// mostEarlier is how many folders are offered.
const mostEarlier = 50

// earlierFolders are the working folders beside a folder and in it.
func earlierFolders(dir string) (all []string) {
	for _, in := range []string{dir, filepath.Dir(dir)} {
		entries, _ := os.ReadDir(in)
		for _, e := range entries {
			path := filepath.Join(in, e.Name())
			if e.IsDir() && len(all) < mostEarlier && !slices.Contains(all, path) &&
				regular(filepath.Join(path, app.ResolutionFile)) {
				all = append(all, path)
			}
		}
	}
	return all
}

// keyOf is what a form calls a folder: another that came meanwhile does not take its place,
// as it would under a number, and nothing that a form says is used as a path.
func keyOf(path string) string {
	sum := sha256.Sum256([]byte(path))
	return hex.EncodeToString(sum[:8])
}

// earlierFolder is the one that a form means; "" for none that is there.
func earlierFolder(dir, key string) string {
	for _, path := range earlierFolders(dir) {
		if keyOf(path) == key {
			return path
		}
	}
	return ""
}

// given is what a form of the first page sent.
type given struct {
	name, from, file string
	remove           func()
}

// taken reads such a form; its file lies in a folder of its own until remove.
func (s *Server) taken(w http.ResponseWriter, r *http.Request) (g given, err error) {
	folder, err := os.MkdirTemp("", receiving)
	if err != nil {
		return g, err
	}
	g.remove = func() { _ = disk.RemoveAll(folder) }
	err = s.parts(w, r, func(p *multipart.Part) error {
		switch p.FormName() {
		case "name":
			g.name = field(p)
		case "from":
			g.from = field(p)
		case "file":
			if p.FileName() == "" {
				return nil
			}
			data, err := io.ReadAll(p)
			if err != nil {
				return garbled(err)
			}
			g.file = filepath.Join(folder, app.SafeName(p.FileName()))
			return os.WriteFile(g.file, data, 0o600)
		}
		return nil
	})
	return g, err
}

// receiving begins the names of the folders that uploads of the first page lie in until they
// are read.
const receiving = "baocao-dang-nhan-"

// sweep removes such folders of runs that were killed: those of yesterday, which nobody reads any
// more, and which hold what an upload is, a file or none.
func sweep(temp string, now time.Time) {
	entries, _ := os.ReadDir(temp)
	for _, e := range entries {
		number, ours := strings.CutPrefix(e.Name(), receiving)
		info, err := e.Info()
		if !ours || strings.Trim(number, "0123456789") != "" || err != nil || !e.IsDir() ||
			now.Sub(info.ModTime()) < 24*time.Hour {
			continue
		}
		at := filepath.Join(temp, e.Name())
		within, err := os.ReadDir(at)
		if err == nil && (len(within) == 0 || len(within) == 1 && within[0].Type().IsRegular()) {
			_ = disk.RemoveAll(at)
		}
	}
}

// Errors of the first page.
var (
	errNoFile   = errors.New("no file was chosen")
	errNoName   = errors.New("no name for the folder")
	errNotThere = errors.New("no folder of an earlier year was chosen")
)

// target is the folder that is made: the one that is served where it is empty or was
// begun, otherwise a new one in it. Of the name only letters and digits are taken.
func target(dir, name string) (string, error) {
	if app.Free(dir) || hasOffice(dir) {
		return dir, nil
	}
	name = resolution.UnitID(name)
	if len(name) > 60 {
		name = name[:60]
	}
	if name = strings.Trim(name, "-"); name == "" {
		return "", errNoName
	}
	return filepath.Join(dir, app.SafeName(name)), nil
}

// start makes a working folder and goes on in it.
func (s *Server) start(w http.ResponseWriter, r *http.Request) {
	f := s.now()
	if now := f.now(); now.annex != nil || !errors.As(now.err, new(*app.NotAFolder)) {
		s.refuse(w, http.StatusConflict, diag.Say("page.start.there", nil))
		return
	}
	g, err := s.taken(w, r)
	if g.remove != nil {
		defer g.remove()
	}
	var dir string
	if err == nil && r.PathValue("how") != "mo" {
		dir, err = target(f.dir, g.name)
	}
	begun := dir != "" && hasOffice(dir)
	var lines []string
	if err == nil && r.PathValue("how") == "mo" {
		other := earlierFolder(f.dir, g.from)
		if other == "" {
			s.tell(w, r, "/", false, s.say("page.start.not-there", nil))
			return
		}
		s.move(other)
		http.Redirect(w, r, "/", http.StatusSeeOther)
		return
	}
	if err == nil {
		lines, err = s.make(r.PathValue("how"), g, f.dir, dir)
	}
	if err != nil {
		s.tell(w, r, "/", false, append(lines, s.whyNotMade(err, g.file).OnPage(s.lang))...)
		return
	}
	did := "page.did.start"
	if begun {
		did = "page.did.plan"
	}
	failed := s.record(dir, diag.Say(did, diag.Args{"dir": filepath.Base(dir)}))
	s.move(dir)
	s.tell(w, r, "/", true, append(lines, failed...)...)
}

// make makes a folder in one of the ways.
func (s *Server) make(how string, g given, here, dir string) (lines []string, err error) {
	say := func(m diag.Message) { lines = append(lines, m.OnPage(s.lang)) }
	made := diag.Say("page.start.made", diag.Args{"dir": filepath.Base(dir)})
	if hasOffice(dir) { // with a list of units, which was the first step
		made = diag.Say("page.start.planned", diag.Args{"dir": filepath.Base(dir)})
	}
	switch {
	case (how == "van-ban" || how == "don-vi") && g.file == "":
		return nil, errNoFile
	case how == "van-ban":
		done, err := app.Import(s.ctx, g.file, dir)
		if done != nil {
			for _, p := range done.Problems {
				lines = append(lines, p.In(s.lang))
			}
		}
		if err != nil {
			return lines, err
		}
		lines = nil // the next page tells of the plan's problems
		say(made)
		say(diag.Say("page.start.imported", diag.Args{"sections": done.Sections, "indicators": done.Indicators,
			"measures": done.Measures}))
		if n := len(done.Questions); n > 0 {
			say(diag.Say("page.start.imported-asks", diag.Args{"count": n}))
		}
		for _, m := range done.Kept {
			say(m)
		}
	case how == "don-vi":
		list, err := app.InitUnits(s.ctx, dir, g.file)
		if err != nil {
			return nil, err
		}
		say(made)
		say(diag.Say("page.start.units-made", diag.Args{"count": len(list.Units), "file": app.OfficeFile}))
		for _, m := range list.Notes {
			say(m)
		}
	case how == "nam-truoc":
		other := earlierFolder(here, g.from)
		if other == "" {
			return nil, errNotThere
		}
		carried, err := app.Init(s.ctx, dir, other)
		if err != nil {
			return nil, err
		}
		say(made)
		if carried != nil {
			say(diag.Say("page.start.carried", diag.Args{"year": carried.Year, "count": len(carried.Changes)}))
			for _, m := range carried.Look {
				say(m)
			}
		}
	case how == "mau":
		if _, err := app.Init(s.ctx, dir, example); err != nil {
			return nil, err
		}
		say(made)
	default:
		return nil, errNoFile
	}
	return lines, nil
}

// whyNotMade words an error of the first page.
func (s *Server) whyNotMade(err error, file string) diag.Message {
	name := filepath.Base(file)
	var list *app.UnreadableList
	switch {
	case errors.Is(err, errNoFile):
		return diag.Say("page.drop.none", nil)
	case errors.Is(err, errNoName):
		return diag.Say("page.start.no-name", nil)
	case errors.Is(err, errNotThere):
		return diag.Say("page.start.not-there", nil)
	case errors.Is(err, app.ErrNoTargets):
		return diag.Say("fail.no-targets", diag.Args{"file": name})
	case errors.As(err, &list):
		return diag.Say("fail.units", diag.Args{"file": name})
	case errors.Is(err, roster.ErrNoNames):
		return diag.Say("fail.no-units", diag.Args{"file": name})
	case errors.Is(err, app.ErrNotEmpty), errors.Is(err, app.ErrHasPlan), errors.Is(err, app.ErrResumed):
		return diag.Say("page.start.taken", nil)
	}
	return s.why(err)
}

// move goes on with another folder.
func (s *Server) move(dir string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.folder.leave()
	s.folder = newFolder(dir)
	s.follow(s.folder)
}

// follow watches over a folder until the server ends or goes on with another.
func (s *Server) follow(f *folder) {
	ctx, leave := context.WithCancel(s.ctx)
	f.leave = leave
	s.following.Go(func() {
		defer leave()
		f.follow(ctx)
	})
	s.following.Go(func() { f.followReports(ctx) })
}

// ownersTable is the table in which a draft asks who reports what.
func (s *Server) ownersTable(w http.ResponseWriter, r *http.Request) {
	data, err := disk.Read(filepath.Join(s.now().dir, app.OwnersFile), disk.MaxOwn)
	if err != nil {
		s.refuse(w, http.StatusNotFound, diag.Say("page.not-found", nil))
		return
	}
	give(w, app.OwnersFile, data)
}

// owners takes that table back, filled in.
func (s *Server) owners(w http.ResponseWriter, r *http.Request) {
	f := s.now()
	g, err := s.taken(w, r)
	if g.remove != nil {
		defer g.remove()
	}
	var done *app.Given
	if err == nil && g.file == "" {
		err = errNoFile
	}
	if err == nil {
		err = f.change(s.ctx, func() (err error) {
			done, err = app.Give(s.ctx, g.file, f.dir)
			return err
		})
	}
	var lines []string
	if done != nil {
		for _, p := range done.Problems {
			lines = append(lines, p.In(s.lang))
		}
		for _, m := range done.Asks {
			lines = append(lines, m.OnPage(s.lang))
		}
	}
	switch {
	case errors.Is(err, app.ErrOwnersBreak):
		lines = append(lines, s.say("page.plan.owners-break", nil))
	case errors.Is(err, app.ErrNoOwners):
		lines = append(lines, s.say("page.plan.no-owners", nil))
	case err != nil:
		lines = append(lines, s.whyNotMade(err, g.file).OnPage(s.lang))
	default:
		lines = append([]string{s.say("owners.done", diag.Args{"plan": app.ResolutionFile, "count": done.Measures})},
			lines...)
		lines = append(lines, s.record(f.dir, diag.Say("page.did.owners", diag.Args{"count": done.Measures}))...)
	}
	s.tell(w, r, "/", err == nil, lines...)
}

// For is what the form of one way needs.
func (p startPage) For(way string) struct {
	startPage
	Way string
} {
	return struct {
		startPage
		Way string
	}{p, way}
}
