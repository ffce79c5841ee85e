package main

import (
	"bufio"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
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
	if !strings.Contains(said.String(), "Ctrl-C để dừng") {
		t.Error(said.String())
	}
}
