package main

import (
	"os"
	"runtime"
	"runtime/debug"
)

// firstCollection is the size of the heap, in percent of the 4 MB it begins with, at which
// garbage is collected for the first time: most runs are over by then.
const firstCollection = 600

// letGarbageLie puts the first collection off. From it on the collector works as it
// always does, so that a large folder takes no more memory than before.
func letGarbageLie() {
	if os.Getenv("GOGC") != "" {
		return
	}
	usual := debug.SetGCPercent(firstCollection)
	runtime.AddCleanup(new([64]byte), func(percent int) { debug.SetGCPercent(percent) }, usual)
}
