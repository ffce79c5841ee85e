package lock

import (
	"os"
	"runtime"
)

// process is a process as others on the same machine can find it.
type process struct {
	Host    string `json:"-"`
	System  string `json:"system,omitempty"` // of which the number is one: machine, system and its start
	ID      int    `json:"process,omitempty"`
	Started string `json:"started,omitempty"` // numbers are used again
}

func thisProcess() process {
	host, err := os.Hostname()
	if err != nil {
		host = ""
	}
	p := process{Host: host, ID: os.Getpid()}
	if host != "" {
		// Windows and the Linux inside it are one machine with two lists of processes.
		p.System = host + " " + runtime.GOOS + " " + systemStart()
	}
	p.Started, _ = startOf(p.ID)
	return p
}

// lives reports whether a process of this machine runs; known is false when
// that cannot be told.
func (p process) lives() (lives, known bool) {
	started, running := startOf(p.ID)
	switch {
	case !running:
		return false, true
	case started == "" || p.Started == "":
		return true, false
	}
	return started == p.Started, true
}
