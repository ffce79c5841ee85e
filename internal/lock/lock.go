// Package lock lets one process at a time write in a folder. The lock is a file
// at a name that only one process can take (disk.MoveNew, or O_EXCL where a disk
// cannot do that); it says who holds it, on which machine and since when, from the
// moment it is there, and is written anew while it is held.
//
// A lock whose holder is dead is taken over by creating the claim that belongs
// to it: a file whose name ends in the dead lock's token. Only one process can
// create it, tokens are never used twice, and nobody removes a lock that is not
// his own or one he has claimed, so ten processes that find the same dead lock
// cannot remove each other's. A claim is itself a lock and can be claimed when
// its holder dies: the holder is whoever stands at the end of the chain.
package lock

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	mathrand "math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"baocao/internal/disk"
)

// Name is the lock in its folder; claims have a dot and a token behind it.
const Name = ".khoa-baocao"

// Owner is who holds a lock, as they said themselves; blank where it cannot be
// read.
type Owner struct {
	Name    string    `json:"owner"`
	Machine string    `json:"machine"`
	Since   time.Time `json:"since"`
}

// Busy is the error of a folder that somebody else is writing in.
type Busy struct{ Owner }

func (e *Busy) Error() string { return fmt.Sprintf("%s on %s is writing here", e.Name, e.Machine) }

// ErrLost is the error of a lock that was taken over: its holder stood still for
// so long that it passed for dead.
var ErrLost = errors.New("the lock was taken over by another process")

// Timing is how patient the taking of a lock is.
type Timing struct {
	Patience time.Duration // how long one holder is waited for
	Renew    time.Duration // how often a holder says that it lives
	Stale    time.Duration // without such a word a holder on another machine is dead
	Poll     time.Duration
}

// Usual is the timing of every day.
func Usual() Timing {
	return Timing{Patience: 20 * time.Second, Renew: 5 * time.Second, Stale: time.Minute, Poll: 60 * time.Millisecond}
}

// record is what stands in a lock.
type record struct {
	Owner
	process
	Token string `json:"token"`
	Left  bool   `json:"left,omitempty"` // given up, and could not be removed
}

// Lock is a lock that is held.
type Lock struct {
	dir   string
	chain []string // its files; the last is ours
	own   record
	times Timing
	stop  func()
}

// Take takes the lock of a folder. It waits for its holder, and then says who
// that is.
func Take(ctx context.Context, dir, name string, t Timing) (*Lock, error) {
	return take(ctx, dir, name, thisProcess(), t)
}

func take(ctx context.Context, dir, name string, me process, t Timing) (*Lock, error) {
	own := record{Owner: Owner{Name: name, Machine: me.Host, Since: time.Now().Truncate(time.Second)},
		process: me, Token: rand.Text()}
	l := &Lock{dir: dir, own: own, times: t}
	waitedFor, since := "", time.Now()
	for {
		err := l.try()
		if err == nil {
			l.tidy()
			l.renew()
			return l, nil
		}
		var held *heldBy
		if !errors.As(err, &held) {
			return nil, err
		}
		// Whoever waits behind many that are quick waits for each of them.
		if held.Token != waitedFor {
			waitedFor, since = held.Token, time.Now()
		} else if time.Since(since) > t.Patience {
			return nil, &Busy{held.Owner}
		}
		pause := time.NewTimer(t.Poll/2 + mathrand.N(t.Poll))
		select {
		case <-ctx.Done():
			pause.Stop()
			return nil, ctx.Err()
		case <-pause.C:
		}
	}
}

// heldBy is the error of a lock that a living process holds.
type heldBy struct{ record }

func (e *heldBy) Error() string { return "held" }

// try takes the lock when it is free or its holder dead.
func (l *Lock) try() error {
	path := filepath.Join(l.dir, Name)
	switch err := create(path, l.own); {
	case err == nil:
		l.chain = []string{path}
		return nil
	case !errors.Is(err, fs.ErrExist):
		return &fs.PathError{Op: "lock", Path: l.dir, Err: cause(err)}
	}
	chain, end, err := l.follow()
	if err != nil {
		return err
	}
	if len(chain) == 0 || !l.dead(chain[len(chain)-1], end) {
		return &heldBy{end} // of no chain: it went this moment
	}
	claim := claimOf(l.dir, end)
	if err := create(claim, l.own); err != nil {
		if errors.Is(err, fs.ErrExist) {
			return &heldBy{end} // another was quicker
		}
		return &fs.PathError{Op: "lock", Path: l.dir, Err: cause(err)}
	}
	// The lock may have been let go before the claim was made: then the claim
	// belongs to nothing.
	chain, end, err = l.follow()
	if err != nil || end.Token != l.own.Token {
		_ = remove(claim)
		l.own.Token = rand.Text() // others have seen the last one
		return errors.Join(err, &heldBy{end})
	}
	l.chain = chain
	return nil
}

// claimOf is where the claim on a lock stands.
func claimOf(dir string, r record) string { return filepath.Join(dir, Name+"."+r.Token) }

// longest bounds the chain of locks that could not be removed.
const longest = 1000

// follow goes from the lock to the last claim.
func (l *Lock) follow() (chain []string, end record, err error) {
	for path := filepath.Join(l.dir, Name); len(chain) < longest; path = claimOf(l.dir, end) {
		r, err := read(path)
		if errors.Is(err, fs.ErrNotExist) {
			return chain, end, nil
		}
		if err != nil {
			return nil, record{}, err
		}
		chain, end = append(chain, path), r
	}
	return nil, record{}, &fs.PathError{Op: "lock", Path: l.dir, Err: fs.ErrInvalid}
}

// dead reports that the holder of a lock will never let it go. On this machine
// processes are known by number and start; of any other the age of the lock has
// to tell, by the clock of the share: our own may be wrong, and theirs too.
func (l *Lock) dead(path string, r record) bool {
	if r.Left || r.Token == "" {
		return r.Left
	}
	if lives, known := l.lives(r); known {
		return !lives
	}
	info, err := os.Stat(path)
	if err != nil {
		return false
	}
	now, err := l.shareTime()
	// One of a time to come was left before a clock was set back: the living renew theirs.
	return err == nil && now.Sub(info.ModTime()).Abs() > l.times.Stale
}

// lives reports whether the process lives that wrote a record; known is false when that
// cannot be told, as of those on other machines.
func (l *Lock) lives(r record) (lives, known bool) {
	if r.System == "" || r.System != l.own.System {
		return false, false
	}
	return r.process.lives()
}

// shareTime is what the clock says that sets the times of files in the folder.
func (l *Lock) shareTime() (time.Time, error) {
	path, err := draft(l.dir, l.own)
	if err != nil {
		return time.Time{}, err
	}
	defer func() { _ = remove(path) }()
	info, err := os.Stat(path)
	if err != nil {
		return time.Time{}, err
	}
	return info.ModTime(), nil
}

// renew says every while that the holder lives. The file is opened anew each
// time: Windows may set the time of a file only when it is closed.
func (l *Lock) renew() {
	ctx, cancel := context.WithCancel(context.Background())
	var wg sync.WaitGroup
	wg.Go(func() {
		tick := time.NewTicker(l.times.Renew)
		defer tick.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-tick.C:
				_ = overwrite(l.file(), l.own) // missed once, made good the next time
			}
		}
	})
	l.stop = func() { cancel(); wg.Wait() }
}

// Token names the holding of this lock; no other has the same.
func (l *Lock) Token() string { return l.own.Token }

// file is where our own record stands.
func (l *Lock) file() string { return l.chain[len(l.chain)-1] }

// Still returns an error when the lock is lost. It is asked before every step
// that others would see.
func (l *Lock) Still() error {
	switch _, err := os.Lstat(claimOf(l.dir, l.own)); {
	case err == nil:
		return ErrLost
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	return l.mine()
}

// mine returns an error when our record is gone: whoever took the lock over may
// have let it go since, and with it the claim on us; a third may hold it now.
func (l *Lock) mine() error {
	switch r, err := read(l.file()); {
	case errors.Is(err, fs.ErrNotExist):
		return ErrLost
	case err != nil:
		return err
	case r.Token != l.own.Token && r.Token != "": // one that cannot be opened now says nothing
		return ErrLost
	}
	return nil
}

// Release lets the lock go. It claims it first, as anybody has to who removes a
// lock; whoever was quicker has it now.
func (l *Lock) Release() {
	l.stop()
	claim := claimOf(l.dir, l.own)
	last := l.own
	last.Token = rand.Text()
	if err := create(claim, last); err != nil {
		if !errors.Is(err, fs.ErrExist) {
			// The disk is full: the word that this one is given up still fits.
			l.own.Left = true
			_ = overwrite(l.file(), l.own)
		}
		return
	}
	if errors.Is(l.mine(), ErrLost) {
		_ = remove(claim)
		return
	}
	for i, path := range append(l.chain, claim) {
		if err := remove(path); err != nil && i == 0 {
			// Without the lock itself the claims may go; with it they are what
			// says that it is free.
			last.Left = true
			_ = overwrite(claim, last)
			return
		}
	}
}

// tidy removes what processes left that were killed: drafts, and claims that no lock
// leads to.
//
// While our lock stands, nothing that is in the folder now can come to stand behind it:
// a claim is named by a token that was seen in a lock before, and no token is in two. So
// all that is not of our chain decides nothing, but for the holder that a claim was made
// on: where that one's lock is still there its claim is too, and tells it on waking.
func (l *Lock) tidy() {
	left := l.left()
	for again := true; again; {
		again = false
		for path, r := range left {
			of := func(other record) bool { return other.Token == "" || claimOf(l.dir, other) == path }
			if !l.abandoned(path, r) || slices.ContainsFunc(slices.Collect(maps.Values(left)), of) {
				continue
			}
			if l.Still() != nil {
				return
			}
			if os.Remove(path) == nil {
				delete(left, path)
				again = true
			}
		}
	}
}

// left are the files beside our chain, and what stands in each; no token where that
// cannot be read now.
func (l *Lock) left() map[string]record {
	entries, err := os.ReadDir(l.dir)
	if err != nil {
		return nil
	}
	left := map[string]record{}
	for _, e := range entries {
		path := filepath.Join(l.dir, e.Name())
		if !strings.HasPrefix(e.Name(), Name+".") || !e.Type().IsRegular() || slices.Contains(l.chain, path) {
			continue
		}
		if r, err := read(path); !errors.Is(err, fs.ErrNotExist) {
			left[path] = r
		}
	}
	return left
}

// abandoned reports that whoever made a file beside the lock will not remove it.
func (l *Lock) abandoned(path string, r record) bool {
	if isDraft(path) && r.Token != "" && !isToken(r.Token) {
		return true // of one that was killed while it wrote; one that lives makes its lock without a draft
	}
	if lives, known := l.lives(r); known && !lives {
		return true
	}
	own, err := os.Stat(l.file())
	if err != nil {
		return false
	}
	info, err := os.Lstat(path)
	return err == nil && own.ModTime().Sub(info.ModTime()) > 2*l.times.Stale
}

// Litter reports that a folder has files of locks which no process looks after any more, by the
// clock of this machine: whoever takes the lock removes them.
func Litter(dir string) bool {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return false
	}
	return slices.ContainsFunc(entries, func(e fs.DirEntry) bool {
		if e.Name() != Name && !strings.HasPrefix(e.Name(), Name+".") || !e.Type().IsRegular() {
			return false
		}
		r, err := read(filepath.Join(dir, e.Name()))
		if err != nil {
			return false
		}
		l := &Lock{own: record{process: thisProcess()}}
		if lives, known := l.lives(r); known {
			return !lives
		}
		info, err := e.Info()
		return err == nil && time.Since(info.ModTime()) > 2*Usual().Stale
	})
}

// create makes a lock that is not there yet.
func create(path string, r record) error {
	err := createNew(path, r)
	if errors.Is(err, fs.ErrExist) {
		// On a network the word that it was made may be lost, and it is asked for again.
		if is, unread := read(path); unread == nil && is.Token == r.Token {
			return nil
		}
	}
	return err
}

// createNew gives a lock its name when all is in it: a process that is killed meanwhile
// leaves no lock of which nobody knows whose it is.
func createNew(path string, r record) error {
	if _, err := os.Lstat(path); err == nil {
		return fs.ErrExist
	}
	fresh, err := draft(filepath.Dir(path), r)
	if err != nil {
		return err
	}
	err = disk.MoveNew(fresh, path)
	if err == nil {
		return nil
	}
	_ = remove(fresh)
	if errors.Is(err, fs.ErrExist) {
		return err
	}
	return write(path, r) // some disks cannot do that
}

const draftMark = ".moi-"

// draft writes a lock under a name at which nobody looks for one.
func draft(dir string, r record) (path string, err error) {
	path = filepath.Join(dir, Name+draftMark+r.Token)
	err = write(path, r)
	if errors.Is(err, fs.ErrExist) { // our last one, which could not be removed
		if err = remove(path); err == nil {
			err = write(path, r)
		}
	}
	return path, err
}

func isDraft(path string) bool { return strings.HasPrefix(filepath.Base(path), Name+draftMark) }

// write writes a file that is not there yet.
func write(path string, r record) error {
	data, err := json.Marshal(r)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	for n := 0; n < tries && err != nil && disk.Held(err); n++ {
		// Windows says so of a file that is about to go, or that is being removed just now.
		time.Sleep(10 * time.Millisecond)
		f, err = os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	}
	if err != nil {
		return err
	}
	_, err = f.Write(append(data, '\n'))
	_ = f.Chmod(0o644) // whatever the umask: all have to see whose it is
	if err = errors.Join(err, f.Close()); err != nil {
		_ = remove(path)
	}
	return err
}

// overwrite writes a lock anew that is still of this holding. It is read and
// written through one opening: another's may take its place at any time.
func overwrite(path string, r record) error {
	data, err := json.Marshal(r)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0) // no O_CREATE: what is gone stays gone
	if err != nil {
		return err
	}
	defer f.Close()
	var is record
	was, err := io.ReadAll(io.LimitReader(f, largest))
	switch {
	case err != nil:
		return err
	case json.Unmarshal(was, &is) == nil && is.Token != r.Token:
		return ErrLost
	}
	_, err = f.WriteAt(append(data, '\n'), 0)
	return errors.Join(err, f.Close())
}

// tries bounds how often what another process hinders for a moment is tried.
const tries = 20

// remove removes a file, also when another process reads it just now: Windows
// refuses that.
func remove(path string) (err error) {
	for range tries {
		if err = os.Remove(path); err == nil || errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		time.Sleep(10 * time.Millisecond)
	}
	return err
}

// largest is how long a lock may be.
const largest = 4096

// read reads a lock. One that makes no sense (its holder died while it wrote, or
// is writing now) is nobody's, and known by its time.
func read(path string) (record, error) {
	info, err := os.Lstat(path)
	if err != nil {
		return record{}, err
	}
	if !info.Mode().IsRegular() {
		return record{}, &fs.PathError{Op: "lock", Path: path, Err: fs.ErrExist}
	}
	f, err := os.Open(path)
	if err != nil && disk.Held(err) {
		return record{}, nil // somebody's whom we cannot know, or on Windows being removed just now
	}
	if err != nil {
		return record{}, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, largest))
	if err != nil {
		return record{}, err
	}
	var r record
	if json.Unmarshal(data, &r) != nil || !isToken(r.Token) {
		return record{Token: fmt.Sprintf("0%x", info.ModTime().UnixNano())}, nil
	}
	return r, nil
}

// isToken keeps what others write into a lock from naming other files.
func isToken(s string) bool {
	return len(s) >= 8 && len(s) <= 64 && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == ""
}

// cause is an error without the path of a file that users know nothing of.
func cause(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}
