package mishap

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestNothingIsCaughtWhereNothingPanicked(t *testing.T) {
	defer func() {
		if Caught(recover()) {
			t.Error("caught nothing")
		}
	}()
}

func TestAPanicGoesOnUnderGoTest(t *testing.T) {
	defer func() {
		if got := recover(); got != "ours" {
			t.Errorf("the test saw %v", got)
		}
	}()
	func() {
		defer func() { Caught(recover()) }()
		panic("ours")
	}()
	t.Error("the panic was swallowed")
}

// A panic in another goroutine goes on in the one that waits for it, and says where it began.
func TestAPanicIsHandedOver(t *testing.T) {
	began := make(chan *Panic)
	for _, work := range []func(){func() {}, func() { panic("ours") }} {
		go func() { began <- Try(work) }()
	}
	var told []string
	for range 2 {
		func() {
			defer func() {
				if p, ok := recover().(error); ok {
					told = append(told, p.Error())
				}
			}()
			(<-began).Again()
		}()
	}
	if len(told) != 1 || !strings.HasPrefix(told[0], "ours\n") ||
		!strings.Contains(told[0], "TestAPanicIsHandedOver") {
		t.Errorf("%q", told)
	}
}

// In the program itself a panic is caught; a maintainer who asks sees where.
func TestTheProgramGoesOnAndKeepsTheStack(t *testing.T) {
	const source = `package main

import "baocao/internal/mishap"

func odd() { var none []int; _ = none[len(none)] }

func work() {
	defer func() {
		if mishap.Caught(recover()) {
			println("went on")
		}
	}()
	odd()
}

func main() { work() }
`
	dir, err := os.MkdirTemp(".", "program") // inside the module, whose internal packages it needs
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	if err := os.WriteFile(filepath.Join(dir, "main.go"), []byte(source), 0o644); err != nil {
		t.Fatal(err)
	}
	binary := filepath.Join(t.TempDir(), "program.exe")
	if out, err := exec.Command("go", "build", "-o", binary, "./"+filepath.Base(dir)).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for _, c := range []struct {
		debug string
		stack bool
	}{{"1", true}, {"", false}} {
		cmd := exec.Command(binary)
		cmd.Env = append(os.Environ(), Debug+"="+c.debug)
		out, err := cmd.CombinedOutput()
		if err != nil || !strings.Contains(string(out), "went on") {
			t.Errorf("%s=%q: %v %s", Debug, c.debug, err, out)
		}
		if got := strings.Contains(string(out), "index out of range") &&
			strings.Contains(string(out), "main.odd"); got != c.stack {
			t.Errorf("%s=%q: stack %v in %s", Debug, c.debug, got, out)
		}
	}
}

// A panic of work that is done beside goes on where it is waited for.
func TestAPanicBesideGoesOnWhereItIsWaitedFor(t *testing.T) {
	t.Parallel()
	done := false
	Beside(func() { done = true })()
	if !done {
		t.Error("the work was not waited for")
	}
	wait := Beside(func() { panic("slip") })
	if p := Try(wait); p == nil || !strings.Contains(p.Error(), "slip") {
		t.Errorf("%v", p)
	}
}
