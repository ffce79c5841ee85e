package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"math/rand/v2"
	"net/http"
	"net/http/cookiejar"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"baocao/internal/app"
	"baocao/internal/journal"
)

// A clerk opens the page, loses it, and presses Enter for another address; Ctrl-C ends
// the program at once.
func TestServe(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("an interrupt cannot be sent there")
	}
	dir := filepath.Join(t.TempDir(), "kien an")
	if err := os.CopyFS(dir, os.DirFS("../../examples/kien-an-2022")); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("baocao", "serve", dir, "--no-open", "--by", "Lê Văn Bình")
	cmd.Env = append(os.Environ(), "BAOCAO_LANG=vi")
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var said strings.Builder
	cmd.Stderr = &said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = cmd.Process.Kill() }()
	lines := bufio.NewScanner(out)
	address := func() string {
		t.Helper()
		if !lines.Scan() || !strings.HasPrefix(lines.Text(), "http://127.0.0.1:") {
			t.Fatalf("%q, %v", lines.Text(), lines.Err())
		}
		return lines.Text()
	}
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	open := func(address string, want int) *http.Response {
		t.Helper()
		answer, err := client.Get(address)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = io.Copy(io.Discard, answer.Body)
		_ = answer.Body.Close()
		if answer.StatusCode != want {
			t.Errorf("%s: %d, want %d", address, answer.StatusCode, want)
		}
		return answer
	}
	first := address() // the first line, and nothing else in it
	open(first, http.StatusSeeOther)
	open(first, http.StatusForbidden)
	if _, err := io.WriteString(in, "\n"); err != nil {
		t.Fatal(err)
	}
	open(address(), http.StatusSeeOther)
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case err := <-ended:
		if err != nil {
			t.Errorf("%v\n%s", err, said.String())
		}
	case <-time.After(30 * time.Second):
		t.Fatal("it goes on")
	}
	if !strings.Contains(said.String(), "Ctrl-C") {
		t.Error(said.String())
	}
}

// takenBack is the button that takes a decision back, and what it was shown for; asked leads
// to a question.
var (
	takenBack = regexp.MustCompile(`(?s)action="(/quyet-dinh/\d+/lay-lai)".*?name="seen" value="([^"]*)"`)
	asked     = regexp.MustCompile(`"(/cau-hoi/[a-z0-9]+)"`)
)

// served is the page of a program that is about to be killed.
type served struct {
	t      *testing.T
	cmd    *exec.Cmd
	root   string
	client http.Client
}

func newServed(t *testing.T, dir string) *served {
	t.Helper()
	s := &served{t: t, cmd: exec.Command("baocao", "serve", dir, "--no-open", "--by", "Lê Văn Bình")}
	out, err := s.cmd.StdoutPipe()
	if err == nil {
		err = s.cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	s.root, _, _ = strings.Cut(line, "/vao/")
	s.client.Jar, _ = cookiejar.New(nil)
	if answer, err := s.client.Get(strings.TrimSpace(line)); err == nil {
		_ = answer.Body.Close()
	}
	return s
}

// ask is the page that answers; "" of a program that is no more.
func (s *served) ask(method, path, kind, body string) string {
	r, _ := http.NewRequestWithContext(s.t.Context(), method, s.root+path, strings.NewReader(body))
	r.Header.Set("Origin", s.root)
	r.Header.Set("Content-Type", kind)
	answer, err := s.client.Do(r)
	if err != nil {
		return ""
	}
	defer func() { _ = answer.Body.Close() }()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		return ""
	}
	return string(text)
}

func (s *served) get(path string) string { return s.ask(http.MethodGet, path, "", "") }

func (s *served) post(path, body string) string {
	return s.ask(http.MethodPost, path, "application/x-www-form-urlencoded", body)
}

// until looks at a page until the files were read and it has one of some words.
func (s *served) until(path string, words ...string) string {
	s.t.Helper()
	for range 1000 {
		page := s.get(path)
		if slices.ContainsFunc(words, func(w string) bool { return strings.Contains(page, w) }) {
			return page
		}
		time.Sleep(10 * time.Millisecond)
	}
	s.t.Fatalf("%s never has any of %q", path, words)
	return ""
}

func (s *served) kill() {
	_ = s.cmd.Process.Kill()
	_ = s.cmd.Wait()
}

// What is sent to the page of a question, or found there.
const (
	isOpen = `name="seen" value="`
	isGone = "không còn"
)

// The power fails while the page is in use: an uploaded file is whole or not there, an
// answer stands or does not, and what the page said was done is done.
func TestServeIsKilledAtAnyMoment(t *testing.T) {
	t.Parallel()
	dir := newSmallOffice(t)
	if out, err := exec.Command("baocao", "build", dir).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	first := newServed(t, dir)
	began := time.Now()
	question := asked.FindStringSubmatch(first.until("/", `"/cau-hoi/`))[1]
	first.post("/lap-bao-cao", "")
	took := time.Since(began)
	first.kill()

	content := strings.Repeat(strings.Repeat("Mời họp. ", 1000)+"\n", 100)
	drop := filepath.Join(dir, app.DropDir)
	sure := "" // what the page of the question has to hold
	var log []byte
	did := map[string]int{}
	for round := range rounds(t, 3, 200) {
		s := newServed(t, dir)
		page := s.until(question, isOpen, isGone)
		if !strings.Contains(page, sure) {
			t.Fatalf("round %d: the page had said that it was otherwise: not %q", round, sure)
		}
		sure = ""
		name := "moi-" + strconv.Itoa(round) + ".txt"
		dropped := false
		var doing sync.WaitGroup
		doing.Go(func() {
			dropped = strings.Contains(s.ask(http.MethodPost, "/nop", "multipart/form-data; boundary=x", "--x\r\n"+
				"Content-Disposition: form-data; name=\"file\"; filename=\""+name+"\"\r\n\r\n"+content+
				"\r\n--x--\r\n"), name)
		})
		doing.Go(func() { s.post("/lap-bao-cao", "") })
		doing.Go(func() {
			if _, rest, open := strings.Cut(page, isOpen); open {
				seen, _, _ := strings.Cut(rest, `"`)
				s.post(question, "choice=1&seen="+seen)
				if strings.Contains(s.get(question), isGone) {
					sure = isGone
				}
			} else if m := takenBack.FindStringSubmatch(s.get("/quyet-dinh")); m != nil {
				s.post(m[1], "seen="+m[2])
				if strings.Contains(s.get(question), isOpen) {
					sure = isOpen
				}
			}
		})
		time.Sleep(rand.N(took + took/2))
		s.kill()
		doing.Wait()

		said, _ := exec.Command("baocao", "check", dir, "--json").Output()
		var result struct{ Summary struct{ Total int } }
		if err := json.Unmarshal(said, &result); err != nil || result.Summary.Total != 1 {
			t.Fatalf("round %d: %v\n%.300s", round, err, said)
		}
		data, err := os.ReadFile(filepath.Join(drop, name))
		if err == nil && string(data) != content || err != nil && (dropped || !errors.Is(err, fs.ErrNotExist)) {
			t.Errorf("round %d: %s has %d bytes of %d, %v", round, name, len(data), len(content), err)
		}
		_ = os.Remove(filepath.Join(drop, name))
		if all, err := os.ReadDir(drop); err != nil || len(all) != 2 {
			t.Errorf("round %d: something was left behind: %v, %v", round, all, err)
		}
		report, err := os.ReadFile(filepath.Join(dir, app.ReportDir, "BaoCao-2022.pdf"))
		if err != nil || !strings.HasSuffix(strings.TrimSpace(string(report)), "%%EOF") {
			t.Errorf("round %d: the report: %d bytes, %v", round, len(report), err)
		}
		was := log
		log, _ = os.ReadFile(filepath.Join(dir, app.JournalDir, journal.LogFile))
		if lines := journal.ReadLog(log); len(lines.Damaged) > 0 || !bytes.HasPrefix(log, was) {
			t.Errorf("round %d: lines %v of the log make no sense, or some are lost", round, lines.Damaged)
		}
		for _, left := range leftOver(t, dir) {
			kind := waiting(left)
			if kind == "" {
				t.Errorf("round %d: %s is left over", round, left)
			}
			did["left for the next that writes: "+kind]++
		}
		if dropped {
			did["upload confirmed"]++
		}
		if sure != "" {
			did["answer confirmed: "+sure]++
		}
	}
	t.Log(did)
	if out, err := exec.Command("baocao", "build", dir).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if left := leftOver(t, dir); left != nil {
		t.Errorf("left over: %v", left)
	}
}
