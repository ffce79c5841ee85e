package delivery

import (
	"bufio"
	"bytes"
	"context"
	"crypto/x509"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"baocao/internal/delivery/deliverytest"
	"baocao/internal/resolution"
)

// quick is a timing for servers that never answer, long enough for all else on a busy machine.
func quick() Timing {
	return Timing{Dial: 5 * time.Second, Step: 2 * time.Second, Answer: 2 * time.Second}
}

// patient is a timing for those that do, on a busy machine.
func patient() Timing { return Timing{Dial: time.Minute, Step: time.Minute, Answer: time.Minute} }

func to(s *deliverytest.Server) Server {
	return Server{SMTP: resolution.SMTP{Host: "127.0.0.1", Port: s.Port, User: deliverytest.User,
		From: "vanthu@quan.example", Security: resolution.StartTLS}, Password: deliverytest.Password,
		Roots: s.Roots, Times: patient()}
}

// large is a letter that does not go in one piece.
func large() Letter {
	return Letter{From: "vanthu@quan.example", To: []string{"a@thanhuy.example", "b@ubnd.example"},
		Data: []byte("Message-ID: <1@quan.example>\r\nSubject: thu\r\n\r\n..\r\n.\r\n" +
			strings.Repeat("Kinh gui cac dong chi.\r\n", 100_000))}
}

func obstacleOf(t *testing.T, err error) *Obstacle {
	t.Helper()
	var o *Obstacle
	if !errors.As(err, &o) {
		t.Fatalf("got %v", err)
	}
	return o
}

func TestALetterArrives(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		day      deliverytest.Day
		security resolution.Security
	}{
		"STARTTLS":                        {deliverytest.Day{}, resolution.StartTLS},
		"TLS":                             {deliverytest.Day{Implicit: true}, resolution.TLS},
		"on this machine":                 {deliverytest.Day{Plain: true}, resolution.StartTLS},
		"unencrypted, as the office says": {deliverytest.Day{Plain: true}, resolution.Unencrypted},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := deliverytest.New(t, c.day)
			s := to(server)
			s.Security = c.security
			said, err := s.Send(t.Context(), large())
			if err != nil || !strings.HasPrefix(said, "250 ") {
				t.Fatalf("%q, %v", said, err)
			}
			got := server.Letters()
			if len(got) != 1 || got[0].From != "vanthu@quan.example" || fmt.Sprint(got[0].To) !=
				"[a@thanhuy.example b@ubnd.example]" || !bytes.Equal(got[0].Data, large().Data) {
				t.Errorf("%d letters arrived, or not as it was sent", len(got))
			}
		})
	}
}

// closing is a server that hangs up at a moment.
func closing(when deliverytest.Event) deliverytest.Day {
	return deliverytest.Day{At: func(e deliverytest.Event, conn net.Conn) error {
		if e == when {
			_ = conn.Close()
			return io.ErrUnexpectedEOF
		}
		return nil
	}}
}

// What becomes of a letter on a bad day: it is sure that nobody got it, or said that nobody
// knows, and never more than that.
func TestWhatMayGoWrong(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		day     deliverytest.Day
		with    func(*Server)
		times   Timing
		want    Obstacle
		arrived int
	}{
		"wrong password": {with: func(s *Server) { s.Password = "sai" },
			want: Obstacle{Why: WrongLogin, General: true, Said: "535 5.7.8 Authentication failed"}},
		"the server wants a login and has none": {with: func(s *Server) { s.User = "" },
			want: Obstacle{Why: Refused, General: true, Said: "502 5.7.0 Please authenticate first"}},
		"one recipient is refused": {day: deliverytest.Day{Refuse: map[string]string{"b@ubnd.example": "no such user"}},
			want: Obstacle{Why: Recipients, Refused: []Refusal{{"b@ubnd.example", "550 5.1.1 no such user"}}}},
		"both are": {day: deliverytest.Day{Refuse: map[string]string{"a@thanhuy.example": "full",
			"b@ubnd.example": "no such user"}}, want: Obstacle{Why: Recipients, Refused: []Refusal{
			{"a@thanhuy.example", "550 5.1.1 full"}, {"b@ubnd.example", "550 5.1.1 no such user"}}}},
		"too large": {day: deliverytest.Day{Most: 1 << 20}, want: Obstacle{Why: TooLarge, Most: 1 << 20}},
		"nobody trusts the certificate": {with: func(s *Server) { s.Roots = x509.NewCertPool() },
			want: Obstacle{Why: Untrusted, General: true}},
		"nobody trusts it from the first byte": {day: deliverytest.Day{Implicit: true}, with: func(s *Server) {
			s.Security, s.Roots = resolution.TLS, x509.NewCertPool()
		}, want: Obstacle{Why: Untrusted, General: true}},
		"TLS where there is none": {with: func(s *Server) { s.Security = resolution.TLS },
			want: Obstacle{Why: NotSMTP, General: true}},
		"it hangs up after the greeting": {day: closing(deliverytest.Hello),
			want: Obstacle{Why: Dropped, General: true}},
		"it hangs up before the letter": {day: closing(deliverytest.Recipient),
			want: Obstacle{Why: Dropped}},
		"it hangs up as the letter begins": {day: closing(deliverytest.Opening),
			want: Obstacle{Why: Dropped}},
		"it hangs up in the middle": {day: closing(deliverytest.Middle),
			want: Obstacle{Why: Dropped}},
		"it hangs up after the final dot": {day: closing(deliverytest.Taken),
			want: Obstacle{Why: Dropped, Doubt: true}, arrived: 1},
		"it says nothing after the dot": {day: standing(deliverytest.Taken), times: quick(),
			want: Obstacle{Why: Silent, Doubt: true}, arrived: 1},
		"it says nothing to the sender": {day: standing(deliverytest.Sender), times: quick(),
			want: Obstacle{Why: Silent, General: true}},
		"it stops listening in the middle": {day: standing(deliverytest.Middle), times: quick(),
			want: Obstacle{Why: Silent}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := deliverytest.New(t, c.day)
			s := to(server)
			if c.times != (Timing{}) {
				s.Times = c.times
			}
			if c.with != nil {
				c.with(&s)
			}
			l := large()
			if strings.HasSuffix(name, "in the middle") { // more than the machine takes on its behalf
				l.Data = bytes.Repeat(l.Data, 6)
			}
			_, err := s.Send(t.Context(), l)
			got := *obstacleOf(t, err)
			got.Err = nil
			if fmt.Sprintf("%+v", got) != fmt.Sprintf("%+v", c.want) {
				t.Errorf("got\n%+v\nwant\n%+v\n(%v)", got, c.want, err)
			}
			if c.times != (Timing{}) && c.arrived == 0 {
				time.Sleep(4 * time.Second) // what the server makes of it when it goes on
			}
			for tries := 0; tries < 100 && len(server.Letters()) < c.arrived; tries++ {
				time.Sleep(100 * time.Millisecond)
			}
			if n := len(server.Letters()); n != c.arrived {
				t.Errorf("%d letters arrived", n)
			}
			if strings.Contains(fmt.Sprintf("%v %+v", err, got), deliverytest.Password) {
				t.Errorf("the password is told: %v", err)
			}
		})
	}
}

// standing is a server that stops listening and answering at a moment, and goes on when
// nobody waits for it any more.
func standing(when deliverytest.Event) deliverytest.Day {
	return deliverytest.Day{At: func(e deliverytest.Event, conn net.Conn) error {
		if e == when {
			time.Sleep(5 * time.Second)
		}
		return nil
	}}
}

// Whoever stops the run does not wait for the server, at no moment.
func TestStoppedAtEachMoment(t *testing.T) {
	t.Parallel()
	for _, when := range []deliverytest.Event{deliverytest.Hello, deliverytest.Sender,
		deliverytest.Recipient, deliverytest.Opening,
		deliverytest.Middle, deliverytest.Taken} {
		t.Run(string(when), func(t *testing.T) {
			t.Parallel()
			ctx, stop := context.WithCancel(t.Context())
			gone := make(chan struct{})
			server := deliverytest.New(t, deliverytest.Day{At: func(e deliverytest.Event, conn net.Conn) error {
				if e == when {
					stop()
					<-gone
					return io.ErrUnexpectedEOF
				}
				return nil
			}})
			_, err := to(server).Send(ctx, large())
			close(gone)
			o := obstacleOf(t, err)
			// In the middle the rest of the letter may be on its way already.
			if o.Why != Stopped || o.Doubt != (when == deliverytest.Taken) && when != deliverytest.Middle {
				t.Errorf("%v", o)
			}
		})
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := to(deliverytest.New(t, deliverytest.Day{})).Send(ctx, large()); obstacleOf(t, err).Why != Stopped {
		t.Errorf("%v", err)
	}
}

func TestNobodyAnswers(t *testing.T) {
	t.Parallel()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := l.Addr().(*net.TCPAddr).Port
	_ = l.Close()
	s := Server{SMTP: resolution.SMTP{Host: "127.0.0.1", Port: port, Security: resolution.StartTLS}, Times: patient()}
	_, err = s.Send(t.Context(), large())
	if o := obstacleOf(t, err); o.Why != Unreachable || !o.General || o.Doubt {
		t.Errorf("%v", o)
	}
}

// elsewhere is a way to this machine that is none as far as the program knows.
const elsewhere = "0.0.0.0"

// A server without STARTTLS, or a thief between who hides it, gets neither the password nor
// the letter.
func TestNothingGoesUnencrypted(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("that address leads nowhere there")
	}
	server := deliverytest.New(t, deliverytest.Day{Plain: true})
	s := to(server)
	s.Host = elsewhere
	_, err := s.Send(t.Context(), large())
	if o := obstacleOf(t, err); o.Why != NoTLS || !o.General || server.Logins() != 0 || len(server.Letters()) != 0 {
		t.Errorf("%v, logins %d", o, server.Logins())
	}
	// A certificate of another name is no better than none.
	tls := deliverytest.New(t, deliverytest.Day{})
	other := to(tls)
	other.Host = elsewhere
	if _, err := other.Send(t.Context(), large()); obstacleOf(t, err).Why != Untrusted || tls.Logins() != 0 {
		t.Errorf("%v", err)
	}
	// The office may take it on itself to send letters so, but the password stays here.
	s.Security = resolution.Unencrypted
	_, err = s.Send(t.Context(), large())
	if o := obstacleOf(t, err); o.Why != NoTLS || server.Logins() != 0 || len(server.Letters()) != 0 {
		t.Errorf("%v, logins %d", o, server.Logins())
	}
	open := deliverytest.New(t, deliverytest.Day{Plain: true, Open: true})
	s.Port, s.User = open.Port, ""
	if _, err := s.Send(t.Context(), large()); err != nil || len(open.Letters()) != 1 {
		t.Errorf("%v", err)
	}
}

// scripted is a server that says what it is told to, whatever it hears: each answer when a
// line has come, the first at once.
func scripted(t *testing.T, answers ...string) (Server, func() string) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	heard := make(chan string, 1)
	go func() {
		var lines strings.Builder
		defer func() { heard <- lines.String() }()
		conn, err := l.Accept()
		if err != nil {
			return
		}
		defer conn.Close()
		r := bufio.NewReader(conn)
		for i, a := range answers {
			if i > 0 {
				line, err := r.ReadString('\n')
				if err != nil {
					return
				}
				lines.WriteString(line)
			}
			if _, err := io.WriteString(conn, a); err != nil {
				return
			}
		}
		for err == nil { // and to whatever else comes
			var line string
			if line, err = r.ReadString('\n'); err == nil {
				lines.WriteString(line)
				_, err = io.WriteString(conn, "500 what?\r\n")
			}
		}
	}()
	t.Cleanup(func() { _ = l.Close() })
	return Server{SMTP: resolution.SMTP{Host: "127.0.0.1", Port: l.Addr().(*net.TCPAddr).Port, User: "vanthu",
			Security: resolution.StartTLS}, Password: deliverytest.Password, Times: patient()},
		func() string { return <-heard }
}

// What a server says is shown on one line, without what would do something to a terminal,
// and not without end; a password that it gives back is not shown at all.
func TestWhatServersSayIsShownSafely(t *testing.T) {
	t.Parallel()
	hello := "250-mail.example\r\n250-SIZE 1000000000\r\n250 AUTH PLAIN LOGIN\r\n"
	for name, c := range map[string]struct {
		answers []string
		why     Why
		said    string
	}{
		"several lines": {[]string{"220 a\r\n", hello, "235 ok\r\n",
			"550-khong nhan\r\n550-\x1b[2J\x07\r\n550 het\r\n"},
			Refused, "550 khong nhan"},
		"signs that a terminal obeys": {[]string{"220 a\r\n", hello, "235 ok\r\n", "550 khong \x1b[2J\x07 nhan\r\n"},
			Refused, `550 khong \u001b[2J\u0007 nhan`},
		"turned around": {[]string{"220 a\r\n", hello, "235 ok\r\n", "554 \u202egpj.exe \xff\r\n"}, Refused,
			`554 \u202egpj.exe ?`},
		"the password": {[]string{"220 a\r\n", hello, "535 no: " + deliverytest.Password + "\r\n"}, WrongLogin, "535"},
		"the password as it was sent": {[]string{"220 a\r\n", hello, "550 AHZhbnRodQBtYXQta2hhdS1yYXQta2lu\r\n"},
			Refused, "550"},
		"the password on two lines": {[]string{"220 a\r\n", hello, "550-no: " + deliverytest.Password[:4] + "\r\n550 " +
			deliverytest.Password[4:] + "\r\n"}, Refused, "550"},
		"the password within other letters": {[]string{"220 a\r\n", hello, "550 token=" +
			base64.StdEncoding.EncodeToString([]byte("x"+deliverytest.Password)) + "\r\n"}, Refused, "550"},
		"very long": {[]string{"220 a\r\n", hello, "235 ok\r\n", "550 " + strings.Repeat("dai", 5000) + "\r\n"},
			Refused, "550 " + strings.Repeat("dai", 100) + "..."},
		"no SMTP":          {[]string{"HTTP/1.1 400 Bad Request\r\n\r\n"}, NotSMTP, ""},
		"talk without end": {[]string{"220-" + strings.Repeat("a\r\n220-", 500_000) + "\r\n"}, NotSMTP, ""},
		"no login":         {[]string{"220 a\r\n", "250-mail.example\r\n250 AUTH XOAUTH2\r\n"}, NoLogin, ""},
		"no letter": {[]string{"220 a\r\n", hello, "235 ok\r\n", "250 ok\r\n", "250 ok\r\n", "250 ok\r\n",
			"451 later\r\n"}, Refused, "451 later"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, _ := scripted(t, c.answers...)
			_, err := s.Send(t.Context(), large())
			if o := obstacleOf(t, err); o.Why != c.why || o.Said != c.said || o.Doubt {
				t.Errorf("%v\n%q\nwant %s %q", err, o.Said, c.why, c.said)
			}
		})
	}
}

// A server that was told the password gives it back in its words, disguised: none of them are
// shown. What it says of the letter is.
func TestAPasswordThatComesBackDisguised(t *testing.T) {
	t.Parallel()
	const secret = "Mật-khẩu rất kín 9!"
	backwards := []rune(secret)
	slices.Reverse(backwards)
	for name, said := range map[string]string{
		"plain":             "no " + secret,
		"in capitals":       "no " + strings.ToUpper(secret),
		"backwards":         "no " + string(backwards),
		"spelt":             "no M.ậ.t.-.k.h.ẩ.u.r.ấ.t",
		"half of it":        "no khẩu rất kí",
		"base64":            "no " + base64.StdEncoding.EncodeToString([]byte(secret)),
		"base64 behind one": "no " + base64.StdEncoding.EncodeToString([]byte("x"+secret+"yz")),
		"base64 behind two": "no " + base64.URLEncoding.EncodeToString([]byte("xy"+secret)),
		"base64 on two lines": "no " + strings.Replace(base64.StdEncoding.EncodeToString([]byte(secret)), "b", "b\n",
			1),
		"base64 of backwards": "no " + base64.StdEncoding.EncodeToString([]byte(string(backwards))),
		"hex":                 fmt.Sprintf("no %x", secret),
		"hex in capitals":     fmt.Sprintf("no % X", secret),
		"hex with signs":      fmt.Sprintf("no %#x", []byte(secret)),
	} {
		if got := shown(550, said, secret); got != "550" {
			t.Errorf("%s: %q", name, got)
		}
	}
	for _, said := range []string{"5.7.8 Username and Password not accepted", "5.1.1 no such user here",
		"queued as 4F2A9C7E11", "2.0.0 OK dGVzdA== 1669457821 x9-20020a"} {
		if got := shown(550, said, secret); got != "550 "+said {
			t.Errorf("%q is told as %q", said, got)
		}
	}
	if got := shown(250, "ok", ""); got != "250 ok" {
		t.Error(got)
	}
}

// After the final dot only a plain no is a no.
func TestOddAnswersToTheWholeLetter(t *testing.T) {
	t.Parallel()
	l := Letter{From: "a@b.example", To: []string{"c@d.example"}, Data: []byte("Subject: x\r\n")}
	for answer, want := range map[string]string{
		"250 queued": "sent 250 queued", "251 ok": "sent 251 ok", "554 spam": "unsent", "451 later": "unsent",
		"421 closing": "unsent", "354 go on": "unsure", "what?": "unsure",
	} {
		t.Run(answer, func(t *testing.T) {
			t.Parallel()
			// One line each: MAIL, RCPT, DATA, the header, the dot.
			s, _ := scripted(t, "220 a\r\n", "250 mail.example\r\n", "250 ok\r\n", "250 ok\r\n", "354 go\r\n", "",
				answer+"\r\n")
			s.User = ""
			said, err := s.Send(t.Context(), l)
			got := "sent " + said
			if err != nil {
				if got = "unsent"; obstacleOf(t, err).Doubt {
					got = "unsure"
				}
			}
			if got != want {
				t.Errorf("%s, want %s (%v)", got, want, err)
			}
		})
	}
}

// The name of the machine is nobody's matter.
func TestTheServerHearsNoNameOfTheMachine(t *testing.T) {
	t.Parallel()
	s, heard := scripted(t, "220 a\r\n", "250 mail.example\r\n", "550 no\r\n")
	s.User = ""
	_, _ = s.Send(t.Context(), large())
	if got := heard(); got != "EHLO [127.0.0.1]\r\nMAIL FROM:<vanthu@quan.example>\r\nQUIT\r\n" {
		t.Errorf("%q", got)
	}
}
