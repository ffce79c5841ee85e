package app

import (
	"io/fs"
	"os"
	"reflect"
	"slices"
	"sync"

	"baocao/internal/diag"
	"baocao/internal/inbox"
	"baocao/internal/journal"
	"baocao/internal/recognise"
	"baocao/internal/resolution"
	"baocao/internal/returns"
)

// Readings is what the files of one working folder were found to say, for a program that
// looks at it again and again: a file that has not changed is not read again. It is known
// by its name and content, and all of it is forgotten when anything else changes that
// files are read by. It holds what the last look needed and never goes to the disk.
// Without one (nil) everything is read.
type Readings struct {
	mu        sync.Mutex
	inputs    []journal.Input // that files are read by, as they were
	last      resolution.LastYear
	passwords []string
	knowledge *recognise.Knowledge // of these
	known     map[content]heard
}

// content is what a file is known by.
type content struct{ file, sha256 string }

// heard is what it said.
type heard struct {
	ret      returns.Return
	problems []diag.Problem
}

// mostHeard is how many figures are held, whatever a folder has.
const mostHeard = 250_000

// look is one look at a folder with what was known before it.
type look struct {
	*recognise.Knowledge
	known map[content]heard

	mu    sync.Mutex
	heard map[content]heard // in this one
	room  int
}

// begin begins a look at a folder. What was known holds where the folder's inputs are what
// they were.
func (m *Readings) begin(inputs []journal.Input, r *run, p *resolution.Plan) *look {
	l := &look{heard: map[content]heard{}, room: mostHeard}
	if m == nil || p.Rollup != nil { // lower committees' reports are read together, not one by one
		l.Knowledge, l.room = recognise.NewKnowledge(p, r.last), 0
		return l
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.knowledge != nil && slices.Equal(inputs, m.inputs) && reflect.DeepEqual(r.last, m.last) &&
		slices.Equal(r.limits.Passwords, m.passwords) {
		l.Knowledge, l.known = m.knowledge, m.known
		return l
	}
	l.Knowledge = recognise.NewKnowledge(p, r.last)
	return l
}

// end keeps what a look found, if the folder was all the while what it was when it began.
func (m *Readings) end(l *look, r *run, before []journal.Input) {
	if m == nil {
		return
	}
	after := readBy(r.dir)
	m.mu.Lock()
	defer m.mu.Unlock()
	m.inputs, m.last, m.passwords, m.knowledge, m.known = nil, nil, nil, nil, nil
	if slices.Equal(before, after) && !slices.ContainsFunc(before, unread) {
		m.inputs, m.last, m.passwords, m.knowledge, m.known = before, r.last, r.limits.Passwords, l.Knowledge, l.heard
	}
}

// readBy are the inputs that files are read by: what the office wrote, its words, earlier
// years. A link is one that nobody knows.
func readBy(dir string) []journal.Input {
	all := officeInputs(dir)
	for _, folder := range []string{WordingDir, LastYearDir} {
		_ = fs.WalkDir(os.DirFS(dir), folder, func(name string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() && !d.Type().IsRegular() {
				all = append(all, journal.Input{File: name})
			}
			return nil
		})
	}
	return all
}

// unread: nobody knows what stands in it.
func unread(x journal.Input) bool { return x.SHA256 == "" }

// of is what a content said before; it is the caller's own.
func (l *look) of(c inbox.Content) (x heard, ok bool) {
	if l.known == nil || c.Data == nil || len(c.Problems) > 0 {
		return heard{}, false
	}
	x, ok = l.known[content{c.File, c.SHA256}]
	if ok {
		l.keep(c, x)
	}
	return x.clone(), ok
}

// keep remembers what a content says. What could not be read may be readable the next
// time, when the machine is less busy.
func (l *look) keep(c inbox.Content, x heard) {
	if x.ret.Status == returns.StatusUnreadable || len(c.Problems) > 0 {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.room -= 1 + len(x.ret.Observations) + len(x.ret.Others) + len(x.problems); l.room >= 0 {
		l.heard[content{c.File, c.SHA256}] = x.clone()
	}
}

// clone is a copy that later stages may work on.
func (x heard) clone() heard {
	x.problems = slices.Clone(x.problems)
	x.ret.Observations = slices.Clone(x.ret.Observations)
	x.ret.Others = slices.Clone(x.ret.Others)
	x.ret.Remarks = slices.Clone(x.ret.Remarks)
	x.ret.Repairs = slices.Clone(x.ret.Repairs)
	return x
}
