package main

import (
	"bufio"
	"encoding/json"
	"io"
	"io/fs"
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

// takenBack is the button that takes a decision back, and what it was shown for.
var takenBack = regexp.MustCompile(`(?s)action="(/quyet-dinh/\d+/lay-lai)".*?name="seen" value="([^"]*)"`)

// The power fails while the page is in use: an uploaded file is whole or not there, an
// answer stands or does not, the folder is as good as before.
func TestServeIsKilled(t *testing.T) {
	t.Parallel()
	if os.Getenv(killsVariable) == "" {
		t.Skip("the page is killed many times: " + killsVariable + "=1")
	}
	dir := filepath.Join(t.TempDir(), "kien-an")
	if err := os.CopyFS(dir, os.DirFS("../../examples/kien-an-2022")); err != nil {
		t.Fatal(err)
	}
	drop := filepath.Join(dir, app.DropDir)
	sent, err := fs.Glob(os.DirFS(drop), "*")
	if err != nil {
		t.Fatal(err)
	}
	content := strings.Repeat("Mời họp\n", 100_000)
	for round := range 40 {
		cmd := exec.Command("baocao", "serve", dir, "--no-open", "--by", "Lê Văn Bình")
		out, err := cmd.StdoutPipe()
		if err == nil {
			err = cmd.Start()
		}
		if err != nil {
			t.Fatal(err)
		}
		line, err := bufio.NewReader(out).ReadString('\n')
		if err != nil {
			t.Fatal(err)
		}
		address := strings.TrimSpace(line)
		root, _, _ := strings.Cut(address, "/vao/")
		jar, _ := cookiejar.New(nil)
		client := &http.Client{Jar: jar}
		ask := func(method, path, kind string, body io.Reader) string {
			r, _ := http.NewRequestWithContext(t.Context(), method, root+path, body)
			r.Header.Set("Origin", root)
			r.Header.Set("Content-Type", kind)
			answer, err := client.Do(r)
			if err != nil {
				return "" // killed
			}
			defer func() { _ = answer.Body.Close() }()
			text, _ := io.ReadAll(answer.Body)
			return string(text)
		}
		if answer, err := client.Get(address); err == nil {
			_ = answer.Body.Close()
		}
		const form = "application/x-www-form-urlencoded"
		var seen string
		for range 100 {
			page := ask(http.MethodGet, "/cau-hoi/bs5m", form, nil)
			if _, rest, ok := strings.Cut(page, `name="seen" value="`); ok {
				seen, _, _ = strings.Cut(rest, `"`)
				break
			}
			if strings.Contains(page, "không còn") {
				break // it was answered before
			}
			time.Sleep(10 * time.Millisecond)
		}
		var doing sync.WaitGroup
		doing.Go(func() {
			ask(http.MethodPost, "/nop", "multipart/form-data; boundary=x", strings.NewReader("--x\r\n"+
				"Content-Disposition: form-data; name=\"file\"; filename=\"moi-"+strconv.Itoa(round)+".txt\"\r\n\r\n"+
				content+"\r\n--x--\r\n"))
		})
		doing.Go(func() { ask(http.MethodPost, "/lap-bao-cao", form, nil) })
		if seen != "" {
			doing.Go(func() { ask(http.MethodPost, "/cau-hoi/bs5m", form, strings.NewReader("choice=1&seen="+seen)) })
		} else {
			doing.Go(func() {
				page := ask(http.MethodGet, "/quyet-dinh", form, nil)
				if m := takenBack.FindStringSubmatch(page); m != nil {
					ask(http.MethodPost, m[1], form, strings.NewReader("seen="+m[2]))
				}
			})
		}
		time.Sleep(time.Duration(round*53%640) * time.Millisecond)
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		doing.Wait()

		said, _ := exec.Command("baocao", "check", dir, "--json").Output()
		var result struct{ Summary struct{ Total int } }
		if err := json.Unmarshal(said, &result); err != nil || result.Summary.Total != 18 {
			t.Fatalf("round %d: %v\n%.300s", round, err, said)
		}
		now, err := fs.Glob(os.DirFS(drop), "*")
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range now {
			if strings.HasPrefix(name, "moi-") {
				data, err := os.ReadFile(filepath.Join(drop, name))
				if err != nil || string(data) != content {
					t.Errorf("round %d: %s has %d bytes of %d, %v", round, name, len(data), len(content), err)
				}
				_ = os.Remove(filepath.Join(drop, name))
			} else if !slices.Contains(sent, name) {
				t.Errorf("round %d: %s was left behind", round, name)
			}
		}
		report, err := os.ReadFile(filepath.Join(dir, app.ReportDir, "BaoCao-2022.pdf"))
		if err != nil || !strings.HasSuffix(strings.TrimSpace(string(report)), "%%EOF") {
			t.Errorf("round %d: the report: %d bytes, %v", round, len(report), err)
		}
		lines, _ := os.ReadFile(filepath.Join(dir, app.JournalDir, journal.LogFile))
		if log := journal.ReadLog(lines); len(log.Damaged) > 0 {
			t.Errorf("round %d: lines %v of the log make no sense", round, log.Damaged)
		}
	}
}
