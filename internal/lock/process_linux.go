package lock

import (
	"os"
	"strconv"
	"strings"
	"syscall"
)

// systemStart tells this start of the machine, and this container on it, from
// others.
func systemStart() string {
	boot, _ := os.ReadFile("/proc/sys/kernel/random/boot_id")
	space, _ := os.Readlink("/proc/self/ns/pid")
	return strings.TrimSpace(string(boot)) + " " + space
}

// startOf is when a process was started, in the kernel's own count.
func startOf(id int) (started string, running bool) {
	stat, err := os.ReadFile("/proc/" + strconv.Itoa(id) + "/stat")
	if err != nil {
		return "", syscall.Kill(id, 0) != syscall.ESRCH
	}
	// The name stands in brackets and may hold anything, brackets too.
	fields := strings.Fields(string(stat[strings.LastIndexByte(string(stat), ')')+1:]))
	if len(fields) < 20 {
		return "", true
	}
	if state := fields[0]; state == "Z" || state == "X" { // dead, and nobody has asked yet how it ended
		return "", false
	}
	return fields[19], true
}
