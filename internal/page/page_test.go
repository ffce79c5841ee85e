package page_test

import (
	"bytes"
	"context"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"baocao/internal/diag"
	"baocao/internal/officetest"
	"baocao/internal/page"
	"baocao/internal/resolution"
)

// office is a working folder with the page of it open in a client that has its session.
type office struct {
	t       *testing.T
	dir     string
	address string // with the token, used already
	root    string // http://127.0.0.1:PORT
	client  *http.Client
	server  *page.Server
	stop    context.CancelFunc
	ended   chan error
}

// kienAn is a copy of the example, without its outputs.
func kienAn(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "kien-an-2022")
	officetest.Example(t, dir)
	return dir
}

func write(t *testing.T, path, text string) {
	t.Helper()
	officetest.Save(t, path, text)
}

func read(t *testing.T, path string) string {
	t.Helper()
	return officetest.Content(t, path)
}

// serve opens the page of a folder, without anybody's session.
func serve(t *testing.T, dir string) *office { return serveWith(t, dir, nil) }

func serveWith(t *testing.T, dir string, password func(resolution.SMTP) string) *office {
	t.Helper()
	s, err := page.New(dir, "Nguyễn Thị Hoa", diag.Vi)
	if err != nil {
		t.Fatal(err)
	}
	s.Password = password
	ctx, stop := context.WithCancel(t.Context())
	o := &office{t: t, dir: dir, server: s, address: s.Address(), stop: stop, ended: make(chan error, 1)}
	o.root, _, _ = strings.Cut(o.address, "/vao/")
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	o.client = &http.Client{Jar: jar}
	go func() { o.ended <- s.Serve(ctx) }()
	t.Cleanup(func() {
		stop()
		<-o.ended
	})
	return o
}

// enter opens the page and waits until the folder was read.
func enter(t *testing.T, dir string) *office { return enterWith(t, dir, nil) }

// enterWith is the same on a machine that keeps a mail account's password.
func enterWith(t *testing.T, dir string, password func(resolution.SMTP) string) *office {
	t.Helper()
	o := serveWith(t, dir, password)
	o.ask(http.MethodGet, o.address[len(o.root):], nil, nil)
	o.settled()
	return o
}

// settled waits until nothing is being read.
func (o *office) settled() {
	o.t.Helper()
	o.shows("/", func(text string) bool {
		return !strings.Contains(text, "Đang đọc")
	})
}

// shows waits until a page looks as it should.
func (o *office) shows(path string, right func(text string) bool) string {
	o.t.Helper()
	text := ""
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(30 * time.Millisecond) {
		if _, text = o.ask(http.MethodGet, path, nil, nil); right(text) {
			return text
		}
	}
	o.t.Fatalf("%s never looks right:\n%s", path, words(text))
	return ""
}

var tags = regexp.MustCompile(`(?s)<head>.*?</head>|<svg.*?</svg>|<[^>]*>`)

// words are the words of a page, for a test that failed.
func words(text string) string {
	return strings.Join(strings.Fields(tags.ReplaceAllString(text, " ")), " ")
}

func has(want ...string) func(string) bool {
	return func(text string) bool {
		for _, w := range want {
			if !strings.Contains(text, w) {
				return false
			}
		}
		return true
	}
}

// ask sends a request as the page itself would; change makes it another's.
func (o *office) ask(method, path string, body io.Reader, change func(r *http.Request)) (status int, text string) {
	o.t.Helper()
	r, err := http.NewRequestWithContext(o.t.Context(), method, o.root+path, body)
	if err != nil {
		o.t.Fatal(err)
	}
	if method == http.MethodPost {
		r.Header.Set("Origin", o.root)
		r.Header.Set("Sec-Fetch-Site", "same-origin")
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	if change != nil {
		change(r)
	}
	answer, err := o.client.Do(r)
	if err != nil {
		return 0, err.Error()
	}
	defer func() { _ = answer.Body.Close() }()
	data, err := io.ReadAll(answer.Body)
	if err != nil {
		return 0, err.Error()
	}
	return answer.StatusCode, string(data)
}

func (o *office) get(path string) string {
	o.t.Helper()
	status, text := o.ask(http.MethodGet, path, nil, nil)
	if status != http.StatusOK {
		o.t.Fatalf("%s: %d\n%s", path, status, words(text))
	}
	return text
}

// post sends a form and returns the page it leads to.
func (o *office) post(path string, form url.Values) string {
	o.t.Helper()
	_, text := o.ask(http.MethodPost, path, strings.NewReader(form.Encode()), nil)
	return text
}

// given is a file of an upload, in its order.
type given struct{ field, name, content string }

// upload sends files as a form of the page does.
func (o *office) upload(path string, parts ...given) (status int, text string) {
	o.t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	for _, p := range parts {
		var to io.Writer
		var err error
		if p.name == "" {
			to, err = w.CreateFormField(p.field)
		} else {
			to, err = w.CreateFormFile(p.field, p.name)
		}
		if err == nil {
			_, err = io.WriteString(to, p.content)
		}
		if err != nil {
			o.t.Fatal(err)
		}
	}
	_ = w.Close()
	return o.ask(http.MethodPost, path, &b, func(r *http.Request) {
		r.Header.Set("Content-Type", w.FormDataContentType())
	})
}

var seenIn = regexp.MustCompile(`name="seen" value="([^"]*)"`)

// seen is what a question's page says that it shows.
func seen(t *testing.T, text string) string {
	t.Helper()
	m := seenIn.FindStringSubmatch(text)
	if m == nil {
		t.Fatalf("no question:\n%s", words(text))
	}
	return m[1]
}

// files are all files below a folder, by their paths.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	return officetest.Files(t, dir)
}
