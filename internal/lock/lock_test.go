package lock

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// quick is the timing of the tests: nobody is waited for long, and a lock that
// is not of this machine has to be an hour old.
func quick() Timing {
	return Timing{Patience: 200 * time.Millisecond, Renew: time.Hour, Stale: time.Hour, Poll: 5 * time.Millisecond}
}

// patient waits as long as it takes.
func patient() Timing {
	t := quick()
	t.Patience = time.Hour
	return t
}

// leave writes a lock as somebody else would.
func leave(t *testing.T, path string, r record) {
	t.Helper()
	data, err := json.Marshal(r)
	if err == nil {
		err = os.WriteFile(path, data, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// age makes a file two hours old.
func age(t *testing.T, path string) {
	t.Helper()
	old := time.Now().Add(-2 * time.Hour)
	if err := os.Chtimes(path, old, old); err != nil {
		t.Fatal(err)
	}
}

func names(t *testing.T, dir string) (all []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

var theirs = record{Owner: Owner{Name: "Nguyễn Văn A", Machine: "MAY-01", Since: time.Unix(1670000000, 0)},
	process: process{System: "MAY-01 windows ", ID: 1234, Started: "1"}, Token: "THEIRTOKEN"}

// A second one is told who works there, and gets the lock when the first is done.
func TestASecondWriterIsToldWhoWorksThere(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	first, err := Take(t.Context(), dir, "Nguyễn Văn A", quick())
	if err != nil {
		t.Fatal(err)
	}
	_, err = Take(t.Context(), dir, "Trần Thị B", quick())
	var busy *Busy
	if !errors.As(err, &busy) || busy.Name != "Nguyễn Văn A" || busy.Since.IsZero() {
		t.Fatalf("%v", err)
	}
	first.Release()
	second, err := Take(t.Context(), dir, "Trần Thị B", quick())
	if err != nil {
		t.Fatal(err)
	}
	if err := second.Still(); err != nil {
		t.Error(err)
	}
	second.Release()
	if left := names(t, dir); left != nil {
		t.Errorf("left behind: %v", left)
	}
}

func TestWaitingStopsOnRequest(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	l, err := Take(t.Context(), dir, "", quick())
	if err != nil {
		t.Fatal(err)
	}
	defer l.Release()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Take(ctx, dir, "", patient()); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// Which locks are taken over, and which are not.
func TestOnlyTheDeadAreSucceeded(t *testing.T) {
	t.Parallel()
	here := thisProcess()
	of := func(p process) record { r := theirs; r.process = p; return r }
	gone, reused := ended(t), here
	reused.Started = "0"
	for _, c := range []struct {
		name  string
		lock  record
		old   bool
		taken bool
	}{
		{"a process of this machine that lives", of(here), false, false},
		{"a process of this machine that lives and was long silent", of(here), true, here.Started == ""},
		{"a process of this machine that is dead", of(gone), false, true},
		{"its number is another process's now", of(reused), false, here.Started != ""},
		{"another machine's", theirs, false, false},
		{"another machine's, long silent", theirs, true, true},
		{"one that was given up and could not be removed", record{Token: "LEFTTOKEN", Left: true}, false, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			path := filepath.Join(dir, Name)
			leave(t, path, c.lock)
			if c.old {
				age(t, path)
			}
			l, err := Take(t.Context(), dir, "", quick())
			if (err == nil) != c.taken {
				t.Fatal(err)
			}
			if err == nil {
				l.Release()
				if left := names(t, dir); left != nil {
					t.Errorf("left behind: %v", left)
				}
			}
		})
	}
}

// The holder was killed before it had said who it is.
func TestALockWithoutAWordIsDeadWhenItIsOld(t *testing.T) {
	t.Parallel()
	for _, content := range []string{"", `{"owner": "A"`, `{"token": "../../../etc/passwd"}`, "\x00\x00"} {
		dir := t.TempDir()
		path := filepath.Join(dir, Name)
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := Take(t.Context(), dir, "", quick()); err == nil {
			t.Fatalf("%q: taken while it may be being written", content)
		}
		age(t, path)
		l, err := Take(t.Context(), dir, "", quick())
		if err != nil {
			t.Fatalf("%q: %v", content, err)
		}
		l.Release()
	}
}

// Who took over was killed as well, and so was the next.
func TestAChainOfTheDeadIsFollowed(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, Name)
	for _, token := range []string{"AAAAAAAA", "BBBBBBBB", "CCCCCCCC"} {
		r := theirs
		r.Token = token
		leave(t, path, r)
		age(t, path)
		path = filepath.Join(dir, Name+"."+token)
	}
	l, err := Take(t.Context(), dir, "", quick())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Take(t.Context(), dir, "", quick()); err == nil {
		t.Fatal("two hold it")
	}
	l.Release()
	if left := names(t, dir); left != nil {
		t.Errorf("left behind: %v", left)
	}
}

// A laptop slept for hours while it wrote. Another took over; when the first
// wakes it finds out, and removes nothing that is not its own.
func TestWhoWakesLateHasLostTheLock(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	elsewhere := process{Host: "MAY-02", System: "MAY-02 windows ", ID: 1}
	first, err := take(t.Context(), dir, "A", elsewhere, quick())
	if err != nil {
		t.Fatal(err)
	}
	age(t, filepath.Join(dir, Name))
	second, err := Take(t.Context(), dir, "B", quick())
	if err != nil {
		t.Fatal(err)
	}
	if err := first.Still(); !errors.Is(err, ErrLost) {
		t.Error(err)
	}
	first.Release()
	if err := second.Still(); err != nil {
		t.Error(err)
	}
	var busy *Busy
	if _, err := Take(t.Context(), dir, "C", quick()); !errors.As(err, &busy) || busy.Name != "B" {
		t.Errorf("%v", err)
	}
	second.Release()
	if left := names(t, dir); left != nil {
		t.Errorf("left behind: %v", left)
	}
}

// The same laptop wakes when the other has finished too, and a third is writing:
// nothing of the third's is touched.
func TestWhoWakesWhenAnotherIsDone(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	elsewhere := process{Host: "MAY-02", System: "MAY-02 windows ", ID: 1}
	first, err := take(t.Context(), dir, "A", elsewhere, quick())
	if err != nil {
		t.Fatal(err)
	}
	age(t, filepath.Join(dir, Name))
	second, err := Take(t.Context(), dir, "B", quick())
	if err != nil {
		t.Fatal(err)
	}
	second.Release()
	if err := first.Still(); !errors.Is(err, ErrLost) {
		t.Errorf("nobody holds it: %v", err)
	}
	third, err := Take(t.Context(), dir, "C", quick())
	if err != nil {
		t.Fatal(err)
	}
	if err := first.Still(); !errors.Is(err, ErrLost) {
		t.Errorf("another holds it: %v", err)
	}
	if err := overwrite(filepath.Join(dir, Name), first.own); !errors.Is(err, ErrLost) {
		t.Errorf("renewed over another: %v", err)
	}
	first.Release()
	if err := third.Still(); err != nil {
		t.Error(err)
	}
	var busy *Busy
	if _, err := Take(t.Context(), dir, "D", quick()); !errors.As(err, &busy) || busy.Name != "C" {
		t.Errorf("%v", err)
	}
	third.Release()
	if left := names(t, dir); left != nil {
		t.Errorf("left behind: %v", left)
	}
}

// ended is a process of this machine that is no more.
func ended(t *testing.T) process {
	t.Helper()
	c := exec.Command(os.Args[0], "-test.run=^$")
	if err := c.Run(); err != nil {
		t.Fatal(err)
	}
	p := thisProcess()
	p.ID = c.Process.Pid
	return p
}

// What processes left that were killed goes with the next that writes: at once where they
// are known to be dead, and when it is old where that cannot be known.
func TestWhatTheDeadLeftGoes(t *testing.T) {
	t.Parallel()
	of := func(p process) record { r := theirs; r.process = p; return r }
	gone, here := of(ended(t)), of(thisProcess())
	claim, draft := Name+".AAAAAAAA", Name+draftMark+"AAAAAAAA"
	for _, c := range []struct {
		name string
		file string
		left record
		old  bool
		goes bool
	}{
		{"a claim of one that is dead", claim, gone, false, true},
		{"a claim of one that lives", claim, here, false, false},
		{"a claim of another machine", claim, theirs, false, false},
		{"an old claim of another machine", claim, theirs, true, true},
		{"a claim that says nothing", claim, record{}, false, false},
		{"an old claim that says nothing", claim, record{}, true, true},
		{"a draft of one that is dead", draft, gone, false, true},
		{"a draft of one that lives", draft, here, false, false},
		{"a draft of another machine", draft, theirs, false, false},
		{"a draft that says nothing", draft, record{}, false, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			path := filepath.Join(dir, c.file)
			leave(t, path, c.left)
			if c.old {
				old := time.Now().Add(-3 * time.Hour)
				if err := os.Chtimes(path, old, old); err != nil {
					t.Fatal(err)
				}
			}
			l, err := Take(t.Context(), dir, "", quick())
			if err != nil {
				t.Fatal(err)
			}
			l.Release()
			if left := names(t, dir); (left == nil) != c.goes {
				t.Errorf("%v", left)
			}
		})
	}
}

// Whoever only reads sees whether there is something to put in order: what the dead left, or what
// is old; never what somebody is at.
func TestLitter(t *testing.T) {
	t.Parallel()
	of := func(p process) record { r := theirs; r.process = p; return r }
	gone, here := of(ended(t)), of(thisProcess())
	for _, c := range []struct {
		file string
		left record
		old  bool
		want bool
	}{
		{Name, gone, false, true}, {Name, here, true, false}, {Name, theirs, false, false}, {Name, theirs, true, true},
		{Name + draftMark + "AAAAAAAA", gone, false, true}, {Name + draftMark + "AAAAAAAA", here, false, false},
		{Name + ".AAAAAAAA", theirs, true, true}, {"ghi-chu.txt", gone, true, false},
		{Name + "-khac", gone, true, false},
	} {
		dir := t.TempDir()
		path := filepath.Join(dir, c.file)
		leave(t, path, c.left)
		if c.old {
			age(t, path)
		}
		if got := Litter(dir); got != c.want {
			t.Errorf("%s of %+v, old %v: %v", c.file, c.left.process, c.old, got)
		}
	}
	if Litter(filepath.Join(t.TempDir(), "none")) {
		t.Error("a folder that is not there has litter")
	}
}

// A laptop slept while it wrote, as the second in a chain. Who took over died while it let
// go, between the files of that chain: its claim says that the sleeper's lock is lost, and
// stays as long as that lock is there.
func TestWhoWakesLateIsToldByTheClaimOfTheDead(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	leave(t, filepath.Join(dir, Name), theirs)
	age(t, filepath.Join(dir, Name))
	elsewhere := process{Host: "MAY-02", System: "MAY-02 windows ", ID: 1}
	sleeper, err := take(t.Context(), dir, "A", elsewhere, quick())
	if err != nil {
		t.Fatal(err)
	}
	last := theirs
	last.process, last.Token = ended(t), "LASTTOKEN"
	claim := claimOf(dir, sleeper.own)
	leave(t, claim, last)
	leave(t, claimOf(dir, last), record{process: last.process, Token: "LETGOTOKEN"})
	if err := os.Remove(filepath.Join(dir, Name)); err != nil {
		t.Fatal(err)
	}
	l, err := Take(t.Context(), dir, "B", quick())
	if err != nil {
		t.Fatal(err)
	}
	if err := sleeper.Still(); !errors.Is(err, ErrLost) {
		t.Errorf("two hold it: %v", err)
	}
	old := time.Now().Add(-3 * time.Hour)
	if err := os.Chtimes(sleeper.file(), old, old); err != nil {
		t.Fatal(err)
	}
	l.tidy()
	if left := names(t, dir); len(left) != 1 || left[0] != Name {
		t.Errorf("%v", left)
	}
	if err := sleeper.Still(); !errors.Is(err, ErrLost) {
		t.Errorf("two hold it: %v", err)
	}
	sleeper.Release()
	if err := l.Still(); err != nil {
		t.Error(err)
	}
	l.Release()
	if left := names(t, dir); left != nil {
		t.Errorf("left behind: %v", left)
	}
}

// Whoever lost the lock removes nothing: what it takes for litter may be the next one's.
func TestWhoLostTheLockTidiesNothing(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	l, err := Take(t.Context(), dir, "", quick())
	if err != nil {
		t.Fatal(err)
	}
	next := theirs
	next.process = ended(t)
	leave(t, claimOf(dir, l.own), next)
	after := next
	after.Token = "AFTERTOKEN"
	leave(t, claimOf(dir, next), after)
	l.tidy()
	if left := names(t, dir); len(left) != 3 {
		t.Errorf("%v", left)
	}
}

// The answer to who had made a lock was lost on its way, and it was asked for again.
func TestALockThatIsMadeAlready(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	other := theirs
	other.Token = "OTHERTOKEN"
	for range 2 {
		if err := create(filepath.Join(dir, Name), theirs); err != nil {
			t.Error(err)
		}
	}
	if err := create(filepath.Join(dir, Name), other); !errors.Is(err, os.ErrExist) {
		t.Error(err)
	}
	if left := names(t, dir); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
}

// Drafts vanish, as where a disk knows no way to give one its name: then the lock is made
// in its place.
func TestALockWithoutADraft(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	var wg sync.WaitGroup
	ctx, cancel := context.WithCancel(t.Context())
	wg.Go(func() {
		for ctx.Err() == nil {
			drafts, _ := filepath.Glob(filepath.Join(dir, Name+draftMark+"*"))
			for _, path := range drafts {
				_ = os.Remove(path)
			}
		}
	})
	var takers sync.WaitGroup
	for range 5 {
		takers.Go(func() {
			for range 8 {
				l, err := Take(t.Context(), dir, "", patient())
				if err != nil {
					t.Error(err)
					return
				}
				work(t, dir, l)
				l.Release()
			}
		})
	}
	takers.Wait()
	cancel()
	wg.Wait()
	if data, _ := os.ReadFile(filepath.Join(dir, "count")); len(data) != 40 {
		t.Errorf("%d of 40 worked", len(data))
	}
}

func TestAHolderSaysThatItLives(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	times := quick()
	times.Renew = 5 * time.Millisecond
	l, err := Take(t.Context(), dir, "", times)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Release()
	path := filepath.Join(dir, Name)
	age(t, path)
	for {
		if info, err := os.Stat(path); err == nil && time.Since(info.ModTime()) < time.Hour {
			return // the test's own time runs out otherwise
		}
		time.Sleep(5 * time.Millisecond)
	}
}

func TestWhatIsNoLockIsNotTaken(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, Name), 0o755); err != nil {
		t.Fatal(err)
	}
	var busy *Busy
	if _, err := Take(t.Context(), dir, "", quick()); err == nil || errors.As(err, &busy) {
		t.Error(err)
	}
	if _, err := Take(t.Context(), filepath.Join(dir, "missing"), "", quick()); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
}

// work is what must never be done by two at once.
func work(t *testing.T, dir string, l *Lock) {
	t.Helper()
	inside := filepath.Join(dir, "inside")
	f, err := os.OpenFile(inside, os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		t.Errorf("two hold the lock: %v", err)
		return
	}
	_ = f.Close()
	count := filepath.Join(dir, "count")
	data, _ := os.ReadFile(count)
	if err := os.WriteFile(count, append(data, '.'), 0o644); err != nil {
		t.Error(err)
	}
	if err := l.Still(); err != nil {
		t.Error(err)
	}
	if err := os.Remove(inside); err != nil {
		t.Error(err)
	}
}

// Ten find the same dead lock, round after round: each has it once, alone.
func TestTenTakeOverOneAfterAnother(t *testing.T) {
	t.Parallel()
	for round := range 20 {
		dir := t.TempDir()
		leave(t, filepath.Join(dir, Name), theirs)
		age(t, filepath.Join(dir, Name))
		if round%2 == 0 { // and who had taken over is dead too
			claim := filepath.Join(dir, Name+"."+theirs.Token)
			second := theirs
			second.Token = "SECONDTOKEN"
			leave(t, claim, second)
			age(t, claim)
		}
		var wg sync.WaitGroup
		for range 10 {
			wg.Go(func() {
				l, err := Take(t.Context(), dir, "", patient())
				if err != nil {
					t.Error(err)
					return
				}
				work(t, dir, l)
				l.Release()
			})
		}
		wg.Wait()
		if data, _ := os.ReadFile(filepath.Join(dir, "count")); len(data) != 10 {
			t.Fatalf("%d of 10 worked", len(data))
		}
		if left := names(t, dir); len(left) != 1 {
			t.Fatalf("left behind: %v", left)
		}
	}
}

// The same by processes, some of which are killed while they hold it.
func TestTenProcesses(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	var wg sync.WaitGroup
	killed := 0
	for n := range 10 {
		c := exec.Command(os.Args[0], "-test.run=^TestTakenByAProcess$", "-test.v")
		c.Env = append(os.Environ(), "LOCK_TEST_DIR="+dir, fmt.Sprint("LOCK_TEST_DIE=", n%3 == 0))
		if n%3 == 0 {
			killed++
		}
		wg.Go(func() {
			out, err := c.CombinedOutput()
			if died := strings.Contains(string(out), "dying"); (err != nil) != died || died != (n%3 == 0) {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
	wg.Wait()
	if data, _ := os.ReadFile(filepath.Join(dir, "count")); len(data) != 10 {
		t.Errorf("%d of 10 worked", len(data))
	}
	l, err := Take(t.Context(), dir, "", quick()) // whoever was last may have been killed
	if err != nil {
		t.Fatal(err)
	}
	l.Release()
}

func TestTakenByAProcess(t *testing.T) {
	dir := os.Getenv("LOCK_TEST_DIR")
	if dir == "" {
		t.Skip("run by TestTenProcesses")
	}
	times := patient()
	if thisProcess().Started == "" {
		times.Stale = time.Second // here the age has to tell
	}
	l, err := Take(t.Context(), dir, "", times)
	if err != nil {
		t.Fatal(err)
	}
	work(t, dir, l)
	if os.Getenv("LOCK_TEST_DIE") == "true" {
		fmt.Println("dying")
		p, _ := os.FindProcess(os.Getpid())
		_ = p.Kill()
		select {}
	}
	l.Release()
}

// The power fails at any moment while the lock is taken and let go: the next one has it at
// once, and when that one is done nothing is left.
func TestKilledAtAnyMoment(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for round := range 20 {
		c := exec.Command(os.Args[0], "-test.run=^TestTakenAgainAndAgain$")
		c.Env = append(os.Environ(), "LOCK_TEST_LOOP="+dir)
		out, err := c.StdoutPipe()
		if err == nil {
			err = c.Start()
		}
		if err == nil {
			_, err = out.Read(make([]byte, 1)) // it has begun
		}
		if err != nil {
			t.Fatal(err)
		}
		time.Sleep(rand.N(5 * time.Millisecond))
		_ = c.Process.Kill()
		_ = c.Wait()
		was := names(t, dir)
		l, err := Take(t.Context(), dir, "", quick())
		if err != nil {
			t.Fatalf("round %d: %v; there was %v", round, err, was)
		}
		l.Release()
		if left := names(t, dir); left != nil {
			t.Fatalf("round %d: left behind: %v of %v", round, left, was)
		}
	}
}

func TestTakenAgainAndAgain(t *testing.T) {
	dir := os.Getenv("LOCK_TEST_LOOP")
	if dir == "" {
		t.Skip("run by TestKilledAtAnyMoment")
	}
	fmt.Println("begun")
	for {
		l, err := Take(t.Context(), dir, "", patient())
		if err != nil {
			t.Fatal(err)
		}
		l.Release()
	}
}

// A clock was set back after the owner died: its lock is of a time to come, and is
// not waited for until then.
func TestALockOfATimeToCome(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, Name)
	leave(t, path, theirs)
	ahead := time.Now().Add(3 * time.Hour)
	if err := os.Chtimes(path, ahead, ahead); err != nil {
		t.Fatal(err)
	}
	l, err := Take(t.Context(), dir, "", quick())
	if err != nil {
		t.Fatal(err)
	}
	l.Release()
	soon := time.Now().Add(10 * time.Minute) // less than a living owner's clock may differ by
	leave(t, path, theirs)
	if err := os.Chtimes(path, soon, soon); err != nil {
		t.Fatal(err)
	}
	var busy *Busy
	if _, err := Take(t.Context(), dir, "", quick()); !errors.As(err, &busy) {
		t.Errorf("%v", err)
	}
}
