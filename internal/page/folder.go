package page

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"time"

	"baocao/internal/app"
	"baocao/internal/assess"
	"baocao/internal/compose"
	"baocao/internal/journal"
	"baocao/internal/mishap"
)

// folder is the working folder as the page knows it: the state it was judged to be in
// last. Pages show that state and wait for nothing.
type folder struct {
	dir  string
	name string        // of this watch over it, so that no page takes another's states for its own
	work chan struct{} // held by whoever judges or answers: one at a time
	read app.Readings  // so that of a folder that changed only what changed is read

	mu    sync.Mutex
	state state
	news  chan struct{}      // closed when there is another state
	leave context.CancelFunc // ends the watch over it
	noted [2]int64           // stamp of the reports that the state tells of
	stop  context.CancelFunc // of the judging that nobody asked for; nil while there is none
}

// state is what a page shows. It is made anew, never changed.
type state struct {
	version     int // grows with every change
	desk        *app.Desk
	annex       *assess.Annex // nil until the folder was judged, and where it cannot be
	passages    []compose.Passage
	past        past
	err         error // why it could not be judged the last time
	reading     bool  // it is being judged
	done, total int   // files of that
}

// past is what the judged folder says otherwise than earlier reports. It is compared when
// something has changed, not while somebody waits for a page.
type past struct {
	last, mailed compared
	frozen       *app.Standstill // nil where the report may change
	unread       error           // why that is not known
}

// compared is a comparison, or why there is none.
type compared struct {
	*app.Difference
	err error
}

func pastOf(desk *app.Desk) (p past) {
	p.last.Difference, p.last.err = desk.Diff(app.Against{})
	p.mailed.Difference, p.mailed.err = desk.Diff(app.Against{Mailed: true})
	p.frozen, p.unread = desk.Frozen()
	return p
}

// every is how often the folder is looked at.
const every = time.Second

func newFolder(dir string) *folder {
	f := &folder{dir: dir, name: secret()[:8], work: make(chan struct{}, 1), news: make(chan struct{})}
	f.state.version, f.state.reading = 1, true
	return f
}

// now is the state to show.
func (f *folder) now() state {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.state
}

// version names a state for a page that waits for the next.
func (f *folder) version(s state) string { return f.name + "." + strconv.Itoa(s.version) }

// update makes another state and tells who waits.
func (f *folder) update(change func(s *state)) {
	f.mu.Lock()
	defer f.mu.Unlock()
	change(&f.state)
	f.state.version++
	close(f.news)
	f.news = make(chan struct{})
}

// wait waits for a state after the version, or until the context ends.
func (f *folder) wait(ctx context.Context, version int) state {
	for {
		f.mu.Lock()
		s, news := f.state, f.news
		f.mu.Unlock()
		if s.version != version {
			return s
		}
		select {
		case <-news:
		case <-ctx.Done():
			return s
		}
	}
}

// follow judges the folder now and after every change of it, until the context ends.
func (f *folder) follow(ctx context.Context) {
	changes := app.Watch(f.dir, every)
	for ctx.Err() == nil {
		judged := true // a panic comes again until something has changed
		f.safely(func() { judged = f.judge(ctx) })
		if judged {
			_, _ = changes.Next(ctx) // its error is that of the context
		}
	}
}

// followReports tells who looks when another program has put a report in place, or has
// noted something: baocao in a window beside the browser.
func (f *folder) followReports(ctx context.Context) {
	look := time.NewTicker(every)
	defer look.Stop()
	for ctx.Err() == nil {
		select {
		case <-ctx.Done():
		case <-look.C:
			f.mu.Lock()
			noted := f.noted
			f.mu.Unlock()
			if noted != f.reports() {
				f.safely(f.lookBack)
			}
		}
	}
}

// lookBack compares anew with the reports that there are by now, and shows it.
func (f *folder) lookBack() {
	stamp := f.reports()
	was := f.now()
	now := was.past
	if was.desk != nil {
		now = pastOf(was.desk)
	}
	f.update(func(s *state) {
		if s.desk == was.desk { // with the new one it was looked at earlier, or is looked at again
			f.noted, s.past = stamp, now
		}
	})
}

// reports changes with the folder of reports and with the log.
func (f *folder) reports() (stamp [2]int64) {
	for i, path := range []string{app.ReportDir, filepath.Join(app.JournalDir, journal.LogFile)} {
		if info, err := os.Stat(filepath.Join(f.dir, path)); err == nil {
			stamp[i] = info.ModTime().UnixNano()
		}
	}
	return stamp
}

// safely does something that nobody waits for. A panic of ours is told on the page, which
// goes on: what is done next may be about other files.
func (f *folder) safely(do func()) {
	defer func() {
		if mishap.Caught(recover()) {
			f.update(func(s *state) { s.reading, s.err = false, app.Mishap{} })
		}
	}()
	do()
}

// judge brings the state up to date; false where somebody's answer came in between.
func (f *folder) judge(ctx context.Context) bool {
	select {
	case f.work <- struct{}{}:
	case <-ctx.Done():
		return false
	}
	defer func() { <-f.work }()
	own, stop := context.WithCancel(ctx)
	defer stop()
	f.stopBy(stop)
	defer f.stopBy(nil)
	f.update(func(s *state) { s.reading, s.done, s.total = true, 0, 0 })
	told := time.Now()
	desk, err := f.read.OpenDesk(own, f.dir, func(done, total int) {
		if time.Since(told) > time.Second {
			told = time.Now()
			f.update(func(s *state) { s.done, s.total = done, total })
		}
	})
	f.stopBy(nil) // what has been judged is shown, whoever waits
	if errors.Is(err, context.Canceled) {
		f.update(func(s *state) { s.reading = false })
		return false
	}
	f.show(ctx, desk, err)
	return true
}

// stopBy says how whoever waits ends the judging; nil for not at all.
func (f *folder) stopBy(stop context.CancelFunc) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.stop = stop
}

// show makes what was judged the state.
func (f *folder) show(ctx context.Context, desk *app.Desk, err error) {
	var passages []compose.Passage
	if err == nil {
		passages, err = desk.Compose(ctx)
	}
	stamp := f.reports()
	var before past
	if err == nil {
		before = pastOf(desk)
	}
	f.update(func(s *state) {
		s.reading, s.err = false, err
		if err == nil {
			s.desk, s.annex, s.passages, s.past, f.noted = desk, desk.Annex(), passages, before, stamp
		} else if invalid(err) {
			s.desk, s.annex, s.passages = nil, nil, nil // what it promised before is no more
		}
	})
}

// act does something that a person asked for. A judging that nobody asked for makes
// room; it comes again by itself.
func (f *folder) act(ctx context.Context, do func() error) error {
	f.mu.Lock()
	if f.stop != nil {
		f.stop()
	}
	f.mu.Unlock()
	select {
	case f.work <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	defer func() { <-f.work }()
	return do()
}

// answer changes the questions of the folder: do is given a desk of its own, which is
// the one that is shown afterwards.
func (f *folder) answer(ctx context.Context, do func(desk *app.Desk) error) error {
	return f.act(ctx, func() error {
		s := f.now()
		if s.desk == nil {
			return errNotRead
		}
		desk := *s.desk
		if err := do(&desk); err != nil {
			return err
		}
		f.show(ctx, &desk, nil)
		return nil
	})
}

var errNotRead = errors.New("the folder is not read yet")

func invalid(err error) bool {
	var plan *app.InvalidPlan
	var none *app.NotAFolder
	return errors.As(err, &plan) || errors.As(err, &none)
}

// change does something that changes what the report is made of, and judges anew
// before the next page is shown.
func (f *folder) change(ctx context.Context, do func() error) error {
	return f.act(ctx, func() error {
		if err := do(); err != nil {
			return err
		}
		desk, err := f.read.OpenDesk(ctx, f.dir, nil)
		f.show(ctx, desk, err)
		return nil
	})
}
