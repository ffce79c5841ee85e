package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// How large the heap may grow before garbage is collected. Most runs are over before the
// first time, and a collection costs what is held, not what is given back: one that finds
// little is made up for by waiting longer for the next.
const (
	firstHeap = 26 << 20
	leastHeap = 48 << 20
)

// quick marks the commands that read next to nothing.
const quick = "quick"

// makeRoom prepares memory for a command that reads files, unless somebody does it who
// knows what he wants.
func makeRoom() {
	if os.Getenv("GOGC") != "" {
		return
	}
	usual := debug.SetGCPercent(-1)
	inLargePages()
	letGarbageLie(usual)
}

// letGarbageLie puts collections off as long as the heap is small. A large one is
// collected as it always is, so that a large folder takes no more memory than before.
func letGarbageLie(usual int) {
	const begins = 4 << 20 // the heap at which Go collects first when it does so at the usual 100 percent
	debug.SetGCPercent(100 * firstHeap / begins)
	afterCollection(func() { spaceOut(usual) })
}

// spaceOut says when the next collection comes, after each.
func spaceOut(usual int) {
	held := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(held)
	live := max(1, held[0].Value.Uint64())
	debug.SetGCPercent(max(usual, int(100*leastHeap/live)-100))
	afterCollection(func() { spaceOut(usual) })
}

// afterCollection does something when the next collection has been made.
func afterCollection(do func()) {
	runtime.AddCleanup(new([64]byte), func(do func()) { do() }, do)
}
