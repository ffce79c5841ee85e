package page

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"mime"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"baocao/internal/diag"
)

// gate lets in who was given an address by the program itself, and nobody who was led
// here by another page: it stands before everything else.
type gate struct {
	host    string // 127.0.0.1:PORT, as the browser has to call it
	cookie  string // with the port in its name: cookies of one machine are shared by all ports
	session [sha256.Size]byte
	said    string // the session as the cookie tells it

	formTime time.Duration // that a form may take to come whole

	mu    sync.Mutex
	token string // "" once it was used
}

func newGate(addr net.Addr) *gate {
	g := &gate{host: addr.String(), said: secret(), formTime: formTime}
	_, port, _ := net.SplitHostPort(g.host)
	g.cookie = "baocao-" + port
	g.session = sha256.Sum256([]byte(g.said))
	return g
}

// secret is a word that nobody guesses.
func secret() string {
	var b [24]byte
	_, _ = rand.Read(b[:]) // never fails
	return base64.RawURLEncoding.EncodeToString(b[:])
}

// tokenPath is where a token is exchanged for a session.
const tokenPath = "/vao/"

// address is a new one for one use; those given before are void.
func (g *gate) address() string {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.token = secret()
	return "http://" + g.host + tokenPath + g.token
}

// Bounds of what one request and all of them may take.
const (
	mostHeader  = 16 << 10
	mostForm    = 1 << 20   // bytes of a form without files
	mostUpload  = 128 << 20 // of files, which are held in memory until they are in their place
	mostFiles   = 200       // of one upload
	mostGuests  = 64        // connections
	formTime    = 30 * time.Second
	uploadTime  = 10 * time.Minute
	headerTime  = 10 * time.Second
	idleTime    = 2 * time.Minute
	longestWait = 20 * time.Second // of a page that waits for news
)

// policy allows what the program itself serves, and nothing else.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
	"frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// framed is the same for a PDF, which a page of ours shows within it.
const framed = "default-src 'none'; frame-ancestors 'self'"

// guard answers what may not be asked, and hands the rest on.
func (g *gate) guard(next http.Handler, refuse func(w http.ResponseWriter, status int, m diag.Message)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.ContentLength != 0 { // also of who is refused: what he still sends is waited for
			comesWithin(w, g.formTime)
		}
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "same-origin") // "no-referrer" would make the origin of our own forms "null"
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		switch {
		case !g.fromHere(r):
			refuse(w, http.StatusForbidden, diag.Say("page.foreign", nil))
		case r.Method != http.MethodGet && r.Method != http.MethodHead && r.Method != http.MethodPost:
			refuse(w, http.StatusMethodNotAllowed, diag.Say("page.foreign", nil))
		case strings.HasPrefix(r.URL.Path, tokenPath):
			g.enter(w, r, refuse)
		case !g.known(r):
			refuse(w, http.StatusForbidden, diag.Say("page.no-session", nil))
		default:
			g.bound(w, r)
			next.ServeHTTP(w, r)
		}
	})
}

// fromHere reports a request of a page of ours, or one that a person typed. The name
// of the machine is compared too: a foreign name that leads here is another page's.
func (g *gate) fromHere(r *http.Request) bool {
	if r.Host != g.host {
		return false
	}
	origin, hasOrigin := r.Header["Origin"]
	if hasOrigin && (len(origin) != 1 || origin[0] != "http://"+g.host) {
		return false
	}
	switch site := r.Header.Get("Sec-Fetch-Site"); site {
	case "same-origin":
	case "none", "": // typed, or not told by an old browser
		if r.Method == http.MethodPost && !hasOrigin {
			return false
		}
	default:
		return false
	}
	return true
}

// enter exchanges the token for a session. What a browser fetches before anybody asked
// for it does not use the token up.
func (g *gate) enter(w http.ResponseWriter, r *http.Request, refuse func(http.ResponseWriter, int, diag.Message)) {
	ahead := r.Header.Get("Sec-Purpose") + r.Header.Get("Purpose") + r.Header.Get("X-Moz")
	if r.Method != http.MethodGet || ahead != "" {
		refuse(w, http.StatusForbidden, diag.Say("page.no-session", nil))
		return
	}
	given := strings.TrimPrefix(r.URL.Path, tokenPath)
	g.mu.Lock()
	ok := g.token != "" && subtle.ConstantTimeCompare([]byte(given), []byte(g.token)) == 1
	if ok {
		g.token = ""
	}
	g.mu.Unlock()
	if !ok && !g.known(r) {
		refuse(w, http.StatusForbidden, diag.Say("page.no-session", nil))
		return
	}
	if ok {
		http.SetCookie(w, &http.Cookie{Name: g.cookie, Value: g.said, Path: "/", HttpOnly: true,
			SameSite: http.SameSiteStrictMode})
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// known reports a request with the session's cookie.
func (g *gate) known(r *http.Request) bool {
	for _, c := range r.CookiesNamed(g.cookie) {
		sum := sha256.Sum256([]byte(c.Value))
		if subtle.ConstantTimeCompare(sum[:], g.session[:]) == 1 {
			return true
		}
	}
	return false
}

// bound limits the body of a request in size and time.
func (g *gate) bound(w http.ResponseWriter, r *http.Request) {
	most := int64(mostForm)
	if kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type")); kind == "multipart/form-data" {
		most = mostUpload
		comesWithin(w, uploadTime)
	}
	r.Body = http.MaxBytesReader(w, r.Body, most)
}

// comesWithin bounds how long a request may take to come whole.
func comesWithin(w http.ResponseWriter, most time.Duration) {
	_ = http.NewResponseController(w).SetReadDeadline(time.Now().Add(most))
}

// few lets no more than mostGuests connections in at a time; others wait.
type few struct {
	net.Listener
	places chan struct{}
}

func (f few) Accept() (net.Conn, error) {
	f.places <- struct{}{}
	c, err := f.Listener.Accept()
	if err != nil {
		<-f.places
		return nil, err
	}
	return &guest{Conn: c, leave: sync.OnceFunc(func() { <-f.places })}, nil
}

type guest struct {
	net.Conn
	leave func()
}

func (g *guest) Close() error {
	defer g.leave()
	return g.Conn.Close()
}
