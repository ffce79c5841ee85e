package app_test

import (
	"os"
	"runtime/debug"
	"testing"
)

// Each test builds whole reports, which take much memory for a moment: collecting
// it as often as in a long run would take a quarter of the time.
func TestMain(m *testing.M) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
	os.Exit(m.Run())
}
