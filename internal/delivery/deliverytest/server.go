// Package deliverytest is a mail server for tests: it takes letters and, where it is told
// to, behaves as servers do on a bad day.
package deliverytest

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"io"
	"log"
	"math/big"
	"net"
	netmail "net/mail"
	"sync"
	"time"

	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"
)

// Account is who may log in.
const (
	User     = "vanthu"
	Password = "mat-khau-rat-kin"
)

// Event is a moment of a conversation.
type Event string

// The moments at which a server may be told what to do.
const (
	Hello     Event = "hello"
	Sender    Event = "sender"
	Recipient Event = "recipient"
	Opening   Event = "opening" // the letter is asked for
	Middle    Event = "middle"  // a part of the letter has come
	Taken     Event = "taken"   // all of it has come, and nothing was answered yet
)

// Day is how a server behaves.
type Day struct {
	Implicit bool              // TLS from the first byte
	Plain    bool              // no TLS at all
	Open     bool              // nobody has to log in
	Refuse   map[string]string // recipients that it does not take, and what it says
	Most     int64             // bytes of a letter
	// At is told of each event; what it returns is answered. It may close the connection.
	At func(e Event, conn net.Conn) error
}

// Letter is one that was taken.
type Letter struct {
	From string
	To   []string
	ID   string
	Data []byte
}

// Server is a running server, on this machine.
type Server struct {
	Port  int
	Roots *x509.CertPool
	PEM   []byte // its certificate

	day     Day
	mu      sync.Mutex
	letters []Letter
	logins  int
	talks   int        // how many connections are open
	over    *sync.Cond // one of them has ended
}

// Test is a test, or a script that is one.
type Test interface {
	Helper()
	Fatal(args ...any)
	Cleanup(f func())
}

// New starts a server until the test ends.
func New(t Test, day Day) *Server {
	t.Helper()
	s := &Server{day: day, Roots: x509.NewCertPool()}
	s.over = sync.NewCond(&s.mu)
	cert := s.certificate(t)
	server := smtp.NewServer(smtp.BackendFunc(func(c *smtp.Conn) (smtp.Session, error) {
		return &session{server: s, conn: c}, s.at(Hello, c)
	}))
	server.Domain = "mail.example"
	server.AllowInsecureAuth = day.Plain
	server.MaxMessageBytes = day.Most
	server.ErrorLog = log.New(io.Discard, "", 0)
	secure := &tls.Config{Certificates: []tls.Certificate{cert}}
	if !day.Plain {
		server.TLSConfig = secure
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s.Port = listener.Addr().(*net.TCPAddr).Port
	listener = &counting{listener, s}
	if day.Implicit {
		listener = tls.NewListener(listener, secure)
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		_ = server.Serve(listener)
	}()
	t.Cleanup(func() {
		_ = server.Close()
		<-done
	})
	return s
}

// Letters are those that the server said it had taken, or was about to say it.
func (s *Server) Letters() []Letter {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Letter(nil), s.letters...)
}

// Settle waits until the server is done with all who have called it: it may still be taking
// a letter in whose sender is no more.
func (s *Server) Settle() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for s.talks > 0 {
		s.over.Wait()
	}
}

// counting counts connections while they are open.
type counting struct {
	net.Listener
	server *Server
}

func (l *counting) Accept() (net.Conn, error) {
	c, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	s := l.server
	s.mu.Lock()
	s.talks++
	s.mu.Unlock()
	return &talk{Conn: c, ended: sync.OnceFunc(func() {
		s.mu.Lock()
		s.talks--
		s.mu.Unlock()
		s.over.Broadcast()
	})}, nil
}

type talk struct {
	net.Conn
	ended func()
}

func (t *talk) Close() error {
	defer t.ended()
	return t.Conn.Close()
}

// Logins is how often a password came over the wire.
func (s *Server) Logins() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.logins
}

func (s *Server) at(e Event, c *smtp.Conn) error {
	if s.day.At == nil {
		return nil
	}
	return s.day.At(e, c.Conn())
}

// certificate is one for this machine, that nobody but this server's friends trusts.
func (s *Server) certificate(t Test) tls.Certificate {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	about := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "mail.example"},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(24 * time.Hour), IsCA: true,
		BasicConstraintsValid: true, KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageCertSign,
		DNSNames: []string{"localhost"}, IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}}
	der, err := x509.CreateCertificate(rand.Reader, about, about, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	s.PEM = pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
	s.Roots.AppendCertsFromPEM(s.PEM)
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}
}

type session struct {
	server *Server
	conn   *smtp.Conn
	known  bool
	letter Letter
}

func (s *session) AuthMechanisms() []string { return []string{sasl.Plain} }

func (s *session) Auth(string) (sasl.Server, error) {
	return sasl.NewPlainServer(func(_, user, password string) error {
		s.server.mu.Lock()
		s.server.logins++
		s.server.mu.Unlock()
		if user != User || password != Password {
			return smtp.ErrAuthFailed
		}
		s.known = true
		return nil
	}), nil
}

func (s *session) Mail(from string, _ *smtp.MailOptions) error {
	if !s.known && !s.server.day.Open {
		return smtp.ErrAuthRequired
	}
	s.letter = Letter{From: from}
	return s.server.at(Sender, s.conn)
}

func (s *session) Rcpt(to string, _ *smtp.RcptOptions) error {
	if said, refused := s.server.day.Refuse[to]; refused {
		return &smtp.SMTPError{Code: 550, EnhancedCode: smtp.EnhancedCode{5, 1, 1}, Message: said}
	}
	s.letter.To = append(s.letter.To, to)
	return s.server.at(Recipient, s.conn)
}

func (s *session) Data(r io.Reader) error {
	if err := s.server.at(Opening, s.conn); err != nil {
		return err
	}
	var data bytes.Buffer
	if _, err := io.CopyN(&data, r, 4096); err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	if err := s.server.at(Middle, s.conn); err != nil {
		return err
	}
	if _, err := io.Copy(&data, r); err != nil {
		return err
	}
	s.letter.Data = data.Bytes()
	if m, err := netmail.ReadMessage(bytes.NewReader(s.letter.Data)); err == nil {
		s.letter.ID = m.Header.Get("Message-Id")
	}
	s.server.mu.Lock()
	s.server.letters = append(s.server.letters, s.letter)
	s.server.mu.Unlock()
	return s.server.at(Taken, s.conn)
}

func (s *session) Reset()        { s.letter = Letter{} }
func (s *session) Logout() error { return nil }
