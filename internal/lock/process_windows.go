package lock

import (
	"strconv"
	"syscall"
)

func systemStart() string { return "" }

// queryLimited is PROCESS_QUERY_LIMITED_INFORMATION, which is granted for the
// processes of other users too.
const queryLimited = 0x1000

const (
	noSuchProcess = syscall.Errno(87) // ERROR_INVALID_PARAMETER
	stillActive   = 259
)

// startOf is when a process was started.
func startOf(id int) (started string, running bool) {
	h, err := syscall.OpenProcess(queryLimited, false, uint32(id))
	if err != nil {
		return "", err != noSuchProcess
	}
	defer syscall.CloseHandle(h)
	var code uint32
	if syscall.GetExitCodeProcess(h, &code) == nil && code != stillActive {
		return "", false
	}
	var created, exited, kernel, user syscall.Filetime
	if err := syscall.GetProcessTimes(h, &created, &exited, &kernel, &user); err != nil {
		return "", true
	}
	return strconv.FormatInt(created.Nanoseconds(), 10), true
}
