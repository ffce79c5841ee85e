package main

import (
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// `baocao version` took 83 ms, most of it for one regular expression that took
// 10 MB before anybody needed it. What a package prepares when the program
// starts, every command pays for.
func TestNothingCostlyIsDoneBeforeItIsNeeded(t *testing.T) {
	t.Parallel()
	const each, all = 200 << 10, 800 << 10 // bytes
	cmd := exec.Command("baocao", "version")
	cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	var trace strings.Builder
	cmd.Stderr = &trace
	if out, err := cmd.Output(); err != nil || !strings.HasPrefix(string(out), "baocao ") {
		t.Fatalf("%s, %v", out, err)
	}
	lines := regexp.MustCompile(`(?m)^init (baocao/\S+) .* ([0-9]+) bytes`).FindAllStringSubmatch(trace.String(), -1)
	if len(lines) == 0 {
		t.Fatalf("no package of ours in the trace:\n%s", trace.String())
	}
	total := 0
	for _, l := range lines {
		bytes, err := strconv.Atoi(l[2])
		if err != nil {
			t.Fatal(err)
		}
		if total += bytes; bytes > each {
			t.Errorf("%s takes %d bytes when the program starts, more than %d: make it when needed (sync.OnceValue)",
				l[1], bytes, each)
		}
	}
	if total > all {
		t.Errorf("our packages take %d bytes when the program starts, at most %d", total, all)
	}
}
