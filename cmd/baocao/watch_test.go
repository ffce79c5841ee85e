package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"baocao/internal/app"
)

// screen is what a user sees while a program runs.
type screen struct {
	t    *testing.T
	lock sync.Mutex
	seen bytes.Buffer
	read int // of seen, what was waited for
}

func (s *screen) Write(p []byte) (int, error) {
	s.lock.Lock()
	defer s.lock.Unlock()
	return s.seen.Write(p)
}

// wait waits for a line after the last that was waited for.
func (s *screen) wait(line string) {
	s.t.Helper()
	want := regexp.MustCompile(line)
	for end := time.Now().Add(time.Minute); ; time.Sleep(5 * time.Millisecond) {
		s.lock.Lock()
		rest := s.seen.Bytes()[s.read:]
		at := want.FindIndex(rest)
		if at != nil {
			s.read += at[1]
		}
		text := string(rest)
		s.lock.Unlock()
		switch {
		case at != nil:
			return
		case time.Now().After(end):
			s.t.Fatalf("no %q in\n%s", line, text)
		}
	}
}

// watched is a copy of the example without one ward's return, and its watcher.
func watched(t *testing.T) (dir, held string, s *screen, stop func() int) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "kien-an")
	if err := os.CopyFS(dir, os.DirFS("../../examples/kien-an-2022")); err != nil {
		t.Fatal(err)
	}
	held = filepath.Join(t.TempDir(), "phuong-bac-son.xlsx")
	here := filepath.Join(dir, app.DropDir, "phuong", "phuong-bac-son.xlsx")
	if err := os.Rename(here, held); err != nil {
		t.Fatal(err)
	}
	s = &screen{t: t}
	p := &program{output: newOutput(nil, s, s)}
	ctx, cancel := context.WithCancel(t.Context())
	root := p.rootCommand()
	root.SetArgs([]string{"watch", dir, "--every", "10ms"})
	status := make(chan int, 1)
	go func() { status <- p.exitStatus(root.ExecuteContext(ctx)) }()
	return dir, held, s, func() int {
		cancel()
		return <-status
	}
}

// A return comes, is mended and goes away while the folder is watched: each is a line,
// with what it did to the figures, and the report is made anew each time.
func TestWatchingMakesTheReportAnew(t *testing.T) {
	t.Parallel()
	dir, held, s, stop := watched(t)
	report := func() []byte {
		data, err := os.ReadFile(filepath.Join(dir, app.ReportDir, "ket-qua.json"))
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	s.wait(`Đang theo dõi .*kien-an. Thả tệp vào .*1-nop-vao-day`)
	s.wait(`\d\d:\d\d:\d\d  Đã lập báo cáo: vượt .* Còn .*nợ số liệu`)
	without := report()

	here := filepath.Join(dir, app.DropDir, "phuong", "phuong-bac-son.xlsx")
	data, err := os.ReadFile(held)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(here, data[:len(data)/2], 0o644); err != nil { // half of it, as over a slow line
		t.Fatal(err)
	}
	if err := os.WriteFile(here, data, 0o644); err != nil {
		t.Fatal(err)
	}
	s.wait(`Có tệp mới: 1-nop-vao-day/phuong/phuong-bac-son.xlsx: Phường Bắc Sơn, đã nhận`)
	s.wait(`11.1 Giải quyết việc làm: .* → .*3.311`)
	s.wait(`Đã lập báo cáo`)
	with := report()
	if bytes.Equal(without, with) {
		t.Error("the report is as it was")
	}

	if err := os.WriteFile(filepath.Join(dir, app.ResolutionFile), []byte("= ["), 0o644); err != nil {
		t.Fatal(err)
	}
	s.wait(`nghi-quyet.toml`)
	s.wait(`Chưa lập lại được báo cáo; báo cáo cũ giữ nguyên`)
	if !bytes.Equal(report(), with) {
		t.Error("a plan that cannot be read changed the report")
	}
	plan, err := os.ReadFile("../../examples/kien-an-2022/nghi-quyet.toml")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, app.ResolutionFile), plan, 0o644); err != nil {
		t.Fatal(err)
	}
	s.wait(`Tệp đã sửa: nghi-quyet.toml`)
	s.wait(`Đã lập báo cáo`)

	if err := os.Remove(here); err != nil {
		t.Fatal(err)
	}
	s.wait(`Tệp không còn: 1-nop-vao-day/phuong/phuong-bac-son.xlsx`)
	s.wait(`11.1 Giải quyết việc làm: .*3.311.* → `)
	s.wait(`Đã lập báo cáo`)
	if status := stop(); status != statusOK {
		t.Errorf("ended with %d", status)
	}
	if !bytes.Equal(report(), without) {
		t.Error("the report is not as it was before the return came")
	}
	s.wait(`Đã dừng theo dõi`)
}

// The folder's share goes away and comes back.
func TestWatchingOutlivesAShare(t *testing.T) {
	t.Parallel()
	dir, held, s, stop := watched(t)
	s.wait(`Đã lập báo cáo`)
	if err := os.Rename(dir, dir+" away"); err != nil {
		t.Fatal(err)
	}
	s.wait(`Không mở được .*kien-an`)
	data, err := os.ReadFile(held)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir+" away", app.DropDir, "bac son.xlsx"), data, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(dir+" away", dir); err != nil {
		t.Fatal(err)
	}
	s.wait(`Đã mở lại được .*kien-an`)
	s.wait(`Đã lập báo cáo`)
	if status := stop(); status != statusOK {
		t.Errorf("ended with %d", status)
	}
	result, err := os.ReadFile(filepath.Join(dir, app.ReportDir, "ket-qua.json"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(result), "bac son.xlsx") {
		t.Error("what came meanwhile is not in the report")
	}
}

func TestWatchingWantsAWorkingFolder(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{{"watch", t.TempDir()}, {"watch", ".", "--every", "0s"}, {"watch", ".",
		"--every", "x"}} {
		var out bytes.Buffer
		if status := run(args, strings.NewReader(""), &out, &out); status == statusOK || out.Len() == 0 {
			t.Errorf("%q: status %d, %q", args, status, out.String())
		}
	}
}
