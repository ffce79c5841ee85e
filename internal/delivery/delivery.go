// Package delivery hands letters to a mail server, over SMTP, and knows of every ending
// what became of the letter: it was taken, it was not, or nobody can tell.
package delivery

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"net"
	"net/textproto"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/wneessen/go-mail/smtp"

	"baocao/internal/resolution"
)

// Server is whom letters are handed to.
type Server struct {
	resolution.SMTP
	Password string
	Roots    *x509.CertPool // who may vouch for it; nil for whom the system trusts
	Times    Timing
}

// Timing is how long the server may take.
type Timing struct {
	Dial   time.Duration // to be reached
	Step   time.Duration // for an answer, and for taking a part of the letter
	Answer time.Duration // for saying that it has the whole letter: no answer leaves it in doubt
}

// Usual is the timing of every day. RFC 5321 gives the server longer; nobody sits
// before a clock for ten minutes.
func Usual() Timing {
	return Timing{Dial: 30 * time.Second, Step: time.Minute, Answer: 5 * time.Minute}
}

// Letter is what is handed over. The addresses are bare.
type Letter struct {
	From string
	To   []string
	Data []byte
}

// Send hands a letter over, to all recipients or to none. said is what the server
// answered when it had taken it; the error is an *Obstacle.
func (s Server) Send(ctx context.Context, l Letter) (said string, err error) {
	t := &talk{ctx: ctx, server: s}
	defer t.close()
	for _, step := range []struct {
		phase phase
		do    func(Letter) error
	}{
		{connecting, t.connect}, {greeting, t.greet}, {securing, t.secure}, {loggingIn, t.logIn},
		{naming, t.name}, {addressing, t.address}, {opening, t.open}, {handing, t.hand}, {ending, t.end},
	} {
		if err := ctx.Err(); err != nil {
			return "", t.obstacle(err)
		}
		t.phase = step.phase
		t.allow(s.Times.Step)
		if err := step.do(l); err != nil {
			return "", t.obstacle(err)
		}
	}
	return t.said, nil
}

// plain reports that a letter may go unencrypted.
func (s Server) plain() bool { return s.Security == resolution.Unencrypted || s.IsHere() }

// talk is one conversation with a server.
type talk struct {
	ctx    context.Context
	server Server
	phase  phase
	wire   net.Conn
	free   func() bool
	client *smtp.Client
	body   io.WriteCloser
	said   string
}

// allow gives the server so much time from now on.
func (t *talk) allow(d time.Duration) {
	if t.wire != nil {
		_ = t.wire.SetDeadline(time.Now().Add(d)) // a closed wire tells by itself
	}
}

func (t *talk) connect(Letter) error {
	dialer := net.Dialer{Timeout: t.server.Times.Dial}
	conn, err := dialer.DialContext(t.ctx, "tcp", net.JoinHostPort(t.server.Host, strconv.Itoa(t.server.Port)))
	if err != nil {
		return err
	}
	t.wire = &wire{Conn: conn, left: mostAnswers}
	// Whoever stops the run does not wait for the server's next word.
	t.free = context.AfterFunc(t.ctx, func() { _ = conn.Close() })
	return nil
}

func (t *talk) greet(Letter) error {
	conn := t.wire
	if t.server.Security == resolution.TLS {
		secure := tls.Client(conn, t.trust())
		if err := secure.HandshakeContext(t.ctx); err != nil {
			return err
		}
		conn = secure
	}
	var err error
	if t.client, err = smtp.NewClient(conn, t.server.Host); err != nil {
		return err
	}
	// Some servers take no "localhost", and the machine's name is nobody's matter.
	local, ok := t.wire.LocalAddr().(*net.TCPAddr)
	switch {
	case !ok:
		return t.client.Hello("localhost")
	case local.IP.To4() == nil:
		return t.client.Hello("[IPv6:" + local.IP.String() + "]")
	}
	return t.client.Hello("[" + local.IP.String() + "]")
}

func (t *talk) trust() *tls.Config {
	return &tls.Config{ServerName: t.server.Host, RootCAs: t.server.Roots, MinVersion: tls.VersionTLS12}
}

func (t *talk) secure(Letter) error {
	if t.server.Security != resolution.StartTLS {
		return nil
	}
	offered, _ := t.client.Extension("STARTTLS")
	switch {
	case offered:
		return t.client.StartTLS(t.trust())
	case t.server.plain():
		return nil
	}
	return &Obstacle{Why: NoTLS}
}

func (t *talk) logIn(Letter) error {
	s := t.server
	if s.User == "" {
		return nil
	}
	if !s.Trusted() { // whatever else the office says
		return &Obstacle{Why: NoTLS}
	}
	_, offered := t.client.Extension("AUTH")
	ways := strings.Fields(strings.ToUpper(offered))
	var how smtp.Auth
	switch {
	case slices.Contains(ways, "PLAIN"):
		how = smtp.PlainAuth("", s.User, s.Password, s.Host, s.IsHere())
	case slices.Contains(ways, "LOGIN"):
		how = smtp.LoginAuth(s.User, s.Password, s.Host, s.IsHere())
	default:
		return &Obstacle{Why: NoLogin}
	}
	err := t.client.Auth(how)
	var no *textproto.Error
	if errors.As(err, &no) && no.Code == 535 {
		return &Obstacle{Why: WrongLogin, Said: shown(no.Code, no.Msg, t.server.Password)}
	}
	return err
}

func (t *talk) name(l Letter) error {
	if _, most := t.client.Extension("SIZE"); most != "" {
		if n, err := strconv.Atoi(most); err == nil && n > 0 && len(l.Data) > n {
			return &Obstacle{Why: TooLarge, Most: n}
		}
	}
	// All of our addresses and headers are ASCII: a server behind this one may know no other.
	t.client.SkipSMTPUTF8(true)
	return t.client.Mail("<" + l.From + ">")
}

// address names all recipients, so that all who are refused are known; where one is,
// nobody gets the letter.
func (t *talk) address(l Letter) error {
	var refused []Refusal
	for _, to := range l.To {
		t.allow(t.server.Times.Step)
		err := t.client.Rcpt("<" + to + ">")
		var no *textproto.Error
		switch {
		case errors.As(err, &no):
			refused = append(refused, Refusal{to, shown(no.Code, no.Msg, t.server.Password)})
		case err != nil:
			return err
		}
	}
	if refused == nil {
		return nil
	}
	_ = t.client.Reset() // closing the wire does it too
	return &Obstacle{Why: Recipients, Refused: refused}
}

func (t *talk) open(Letter) (err error) {
	t.body, err = t.client.Data()
	return err
}

// part is how much of a letter the server gets a step's time for.
const part = 32 << 10

func (t *talk) hand(l Letter) error {
	for piece := range slices.Chunk(l.Data, part) {
		t.allow(t.server.Times.Step)
		if _, err := t.body.Write(piece); err != nil {
			return t.lastWord(err)
		}
	}
	return nil
}

// lastWord is why the server ended the connection in the middle, if it said so.
func (t *talk) lastWord(err error) error {
	t.allow(time.Second)
	var no *textproto.Error
	if _, _, said := t.client.Text.ReadResponse(250); errors.As(said, &no) {
		return said
	}
	return err
}

func (t *talk) end(Letter) error {
	t.allow(t.server.Times.Answer)
	err := t.body.Close()
	var answer *textproto.Error
	switch {
	case err == nil:
		if done, ok := t.body.(*smtp.DataCloser); ok {
			t.said = shown(250, done.ServerResponse(), t.server.Password)
		}
	case errors.As(err, &answer) && answer.Code/100 == 2:
		t.said = shown(answer.Code, answer.Msg, t.server.Password)
	default:
		return err
	}
	t.body = nil // nothing is open any more
	return nil
}

// close takes leave, as far as the server listens. In the middle of a letter nothing more is
// said: a command would end it with the final dot first, and the server would have half of it.
func (t *talk) close() {
	if t.client != nil && t.body == nil && t.ctx.Err() == nil {
		t.allow(min(t.server.Times.Step, 2*time.Second))
		_ = t.client.Quit()
	}
	if t.free != nil {
		t.free()
	}
	if t.wire != nil {
		_ = t.wire.Close()
	}
}

// obstacle tells what an error means for the letter.
func (t *talk) obstacle(err error) *Obstacle {
	var o *Obstacle
	if !errors.As(err, &o) {
		o = &Obstacle{Err: err}
		var no *textproto.Error
		var not textproto.ProtocolError
		var cert *tls.CertificateVerificationError
		var unfit tls.RecordHeaderError
		var slow net.Error
		switch {
		case errors.As(err, &no):
			o.Why, o.Said = Refused, shown(no.Code, no.Msg, t.server.Password)
			if class := no.Code / 100; class != 4 && class != 5 { // no answer to what was asked
				o.Doubt = t.phase == ending
			}
		case t.ctx.Err() != nil:
			o.Why, o.Doubt = Stopped, t.phase == ending
		case errors.As(err, &cert):
			o.Why = Untrusted
		case errors.Is(err, os.ErrDeadlineExceeded), errors.As(err, &slow) && slow.Timeout():
			o.Why, o.Doubt = Silent, t.phase == ending
			if t.phase == connecting {
				o.Why = Unreachable
			}
		case t.phase == connecting:
			o.Why = Unreachable
		case errors.As(err, &not), errors.As(err, &unfit), errors.Is(err, errTooMuch):
			o.Why, o.Doubt = NotSMTP, t.phase == ending
		default:
			o.Why, o.Doubt = Dropped, t.phase == ending
		}
	}
	o.General = t.phase <= naming && o.Why != TooLarge
	return o
}

// mostAnswers is how much a server may say in one conversation, in bytes.
const mostAnswers = 1 << 20

var errTooMuch = errors.New("the server talks without end")

// wire is a connection on which the other side cannot talk without end.
type wire struct {
	net.Conn
	left int
}

func (w *wire) Read(p []byte) (int, error) {
	if w.left <= 0 {
		return 0, errTooMuch
	}
	n, err := w.Conn.Read(p[:min(len(p), w.left)])
	w.left -= n
	return n, err
}
