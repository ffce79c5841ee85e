// Package mishap is for panics of our own that one odd file brings about: they
// become a problem of that file and do not take the work on all others with
// them, yet what a maintainer needs is not lost.
package mishap

import (
	"fmt"
	"os"
	"runtime/debug"
	"testing"
)

// Debug is the environment variable that, set to 1, has stacks printed.
const Debug = "BAOCAO_DEBUG"

// Caught tells whether a function panicked, and is to be called first thing in
// a deferred function with what recover returned:
//
//	defer func() {
//		if mishap.Caught(recover()) {
//			book, problems = nil, []diag.Problem{diag.New("B132", at, nil)}
//		}
//	}()
//
// With BAOCAO_DEBUG=1 the panic and its stack go to standard error. Under
// `go test` the panic goes on: a bug fails the test or the fuzzing that found it.
func Caught(panicked any) bool {
	if panicked == nil {
		return false
	}
	if os.Getenv(Debug) == "1" {
		fmt.Fprintf(os.Stderr, "panic: %v\n\n%s", panicked, debug.Stack())
	}
	if testing.Testing() {
		panic(panicked) // the frames of the first panic still stand in the trace
	}
	return true
}

// Panic is a panic of a goroutine, to go on in the one that waits for its work: where it
// began nothing could catch it, and the whole program would end.
type Panic struct {
	value any
	stack []byte
}

// Try does work and returns its panic; nil where there was none.
func Try(work func()) (p *Panic) {
	defer func() {
		if value := recover(); value != nil {
			p = &Panic{value, debug.Stack()}
		}
	}()
	work()
	return nil
}

// Again lets the panic go on here; nil does nothing.
func (p *Panic) Again() {
	if p != nil {
		panic(p)
	}
}

func (p *Panic) Error() string { return fmt.Sprintf("%v\n\n%s", p.value, p.stack) }

// Beside does work in a goroutine of its own. wait waits for it, once, and its panic goes on there.
func Beside(work func()) (wait func()) {
	done := make(chan *Panic, 1)
	go func() { done <- Try(work) }()
	return func() { (<-done).Again() }
}
