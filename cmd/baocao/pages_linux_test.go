package main

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unsafe"
)

// What a command reads into lies where Linux gives memory in large pages.
func TestTheHeapGrowsIntoLargePages(t *testing.T) {
	how, err := os.ReadFile("/sys/kernel/mm/transparent_hugepage/enabled")
	if err != nil || !strings.Contains(string(how), "[madvise]") {
		t.Skip("skipped: this Linux gives large pages to all or to nobody")
	}
	inLargePages()
	large := 0
	var held [][]byte
	for range 32 {
		part := make([]byte, 1<<20)
		held = append(held, part)
		if strings.Contains(flagsAt(t, uintptr(unsafe.Pointer(&part[0]))), " hg") {
			large++
		}
	}
	if large < len(held)/2 {
		t.Errorf("%d of %d parts of the heap lie in large pages", large, len(held))
	}
}

// flagsAt are what Linux knows of the memory around an address.
func flagsAt(t *testing.T, address uintptr) string {
	maps, err := os.ReadFile("/proc/self/smaps")
	if err != nil {
		t.Skip("skipped: ", err)
	}
	within := false
	for line := range strings.Lines(string(maps)) {
		var from, to uintptr
		if n, _ := fmt.Sscanf(line, "%x-%x", &from, &to); n == 2 {
			within = from <= address && address < to
		}
		if flags, is := strings.CutPrefix(line, "VmFlags:"); is && within {
			return flags
		}
	}
	t.Fatalf("nothing is known of %x", address)
	return ""
}
