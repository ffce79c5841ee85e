package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"baocao/internal/delivery"
	"baocao/internal/delivery/deliverytest"
	"baocao/internal/journal"
	"baocao/internal/lock"
	"baocao/internal/resolution"
)

// mailing is a folder with a finished report and a mail server.
func mailing(t *testing.T, day deliverytest.Day) (dir string, server *deliverytest.Server, how Sending) {
	t.Helper()
	dir = office(t)
	sends(t, dir, "don-vi-a", "20")
	sends(t, dir, "don-vi-b", "20")
	builtBy(t, dir, os.Rename)
	server = deliverytest.New(t, day)
	said := string(must(t, filepath.Join(dir, OfficeFile)))
	save(t, dir, OfficeFile, fmt.Sprintf("%s\n[mail]\nto = [\"vanthu@thanhuy.example\"]\n[mail.smtp]\nhost = "+
		"\"127.0.0.1\"\nport = %d\nuser = %q\nfrom = \"vanthu@quan.example\"\n", said, server.Port, deliverytest.User))
	minute := time.Minute
	return dir, server, Sending{Password: func(s resolution.SMTP) string { return deliverytest.Password },
		Incomplete: true, Roots: server.Roots, Times: delivery.Timing{Dial: minute, Step: minute, Answer: minute}}
}

// What the log cannot tell beforehand is not sent.
func TestNothingIsSentThatTheLogDoesNotTell(t *testing.T) {
	t.Parallel()
	dir, server, how := mailing(t, deliverytest.Day{})
	if err := os.Remove(filepath.Join(dir, JournalDir, journal.LogFile)); err != nil {
		t.Fatal(err)
	}
	save(t, dir, JournalDir+"/"+journal.LogFile+"/x", "x")
	if out, err := Send(t.Context(), dir, how); err == nil || len(server.Letters()) != 0 || server.Logins() != 0 {
		t.Errorf("%+v, %v", out, err)
	}
}

// The letter is out and the log cannot be written: that is said, and the next run does not
// know what became of it, and says so.
func TestALetterWhoseEndCannotBeNoted(t *testing.T) {
	t.Parallel()
	var log string
	dir, server, how := mailing(t, deliverytest.Day{At: func(e deliverytest.Event, _ net.Conn) error {
		if e == deliverytest.Taken {
			return errors.Join(os.Rename(log, log+".x"), os.Mkdir(log, 0o755))
		}
		return nil
	}})
	log = filepath.Join(dir, JournalDir, journal.LogFile)
	out, err := Send(t.Context(), dir, how)
	if err != nil || out.Sent.Did != journal.Sent || out.Noted == nil {
		t.Fatalf("%+v, %v", out, err)
	}
	if err := errors.Join(os.Remove(log), os.Rename(log+".x", log)); err != nil {
		t.Fatal(err)
	}
	var before *AlreadySent
	if _, err := Send(t.Context(), dir, how); !errors.As(err, &before) || !before.Unsure() {
		t.Errorf("%v", err)
	}
	if n := len(server.Letters()); n != 1 {
		t.Errorf("%d letters", n)
	}
}

// Somebody begins to write in the folder while the letter is on its way: what became of it
// waits for them.
func TestTheEndIsNotedAfterSomebodyElseHasWritten(t *testing.T) {
	t.Parallel()
	var dir string
	var how Sending
	dir, _, how = mailing(t, deliverytest.Day{At: func(e deliverytest.Event, _ net.Conn) error {
		if e != deliverytest.Taken {
			return nil
		}
		l, err := lock.Take(context.Background(), dir, "Chị Hoa", lock.Usual())
		if err == nil {
			time.AfterFunc(time.Second/2, func() { l.Release() })
		}
		return err
	}})
	out, err := Send(t.Context(), dir, how)
	if err != nil || out.Noted != nil {
		t.Fatalf("%+v, %v", out, err)
	}
	if got := fmt.Sprint(logOf(t, dir)); got != "[built 1 sending 1 sent 1]" {
		t.Error(got)
	}
}

// A run that is stopped in the middle says what it knows, and the log has it.
func TestSendingIsStopped(t *testing.T) {
	t.Parallel()
	for when, want := range map[deliverytest.Event]string{
		deliverytest.Sender: "[built 1 sending 1 unsent 1]",
		deliverytest.Taken:  "[built 1 sending 1 unsure 1]",
	} {
		ctx, stop := context.WithCancel(t.Context())
		gone := make(chan struct{})
		dir, _, how := mailing(t, deliverytest.Day{At: func(e deliverytest.Event, _ net.Conn) error {
			if e == when {
				stop()
				<-gone
				return io.ErrUnexpectedEOF
			}
			return nil
		}})
		out, err := Send(ctx, dir, how)
		close(gone)
		if got := fmt.Sprint(logOf(t, dir)); err != nil || got != want || out.Failed.Why != delivery.Stopped {
			t.Errorf("%s: %s, %v", when, got, err)
		}
	}
}

// Of a finished report with places that somebody still has to write nothing goes out by
// mistake either.
func TestAReportWithOpenPlacesIsNotSent(t *testing.T) {
	t.Parallel()
	dir := office(t)
	p, _, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		complete   bool
		places     int
		incomplete bool
		want       string
	}{
		{true, 0, false, "co-quan.toml names no mail server, or not from whom letters come"}, // all else is well
		{true, 2, false, "the report is not finished"},
		{false, 0, false, "the report is not finished"},
		{false, 2, true, "co-quan.toml names no mail server, or not from whom letters come"},
	} {
		o := newOutbox(dir, p, Sending{Incomplete: c.incomplete})
		x := &parcel{intent: journal.Record{To: []string{"a@b.example"}}}
		past := &past{dir, &journal.Log{}}
		err := o.hindrance(&Posting{To: x.intent.To, Complete: c.complete, Places: c.places}, x, past)
		if err == nil || err.Error() != c.want {
			t.Errorf("%+v: %v", c, err)
		}
	}
}

// A letter that was refused leaves no heap of copies, and its report stays for good.
func TestTriesLeaveOneLetter(t *testing.T) {
	t.Parallel()
	dir, _, how := mailing(t, deliverytest.Day{Refuse: map[string]string{"vanthu@thanhuy.example": "full"}})
	for range 3 {
		out, err := Send(t.Context(), dir, how)
		if err != nil || out.Sent.Did != journal.Unsent {
			t.Fatalf("%+v, %v", out, err)
		}
	}
	found, err := filepath.Glob(filepath.Join(strings.NewReplacer("[", `\[`).Replace(dir), keptDir, "0001", "*.eml"))
	if err != nil || len(found) != 1 {
		t.Errorf("%v, %v", found, err)
	}
	if got := fmt.Sprint(logOf(t, dir)); strings.Count(got, "sending 1 unsent 1") != 3 {
		t.Error(got)
	}
	p, err := readPast(dir)
	if err != nil || p.log.Mailed("nam") != nil {
		t.Errorf("a letter that was refused counts as mailed: %v", err)
	}
}
