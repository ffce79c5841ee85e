//go:build unix

package disk

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// dontWait has a pipe opened without somebody at its other end.
const dontWait = syscall.O_NONBLOCK

// causes are the keys of what the system's error numbers say.
var causes = map[syscall.Errno]string{
	syscall.ENOSPC:       "cause.full",
	syscall.EDQUOT:       "cause.full",
	syscall.EFBIG:        "cause.file-too-large",
	syscall.EROFS:        "cause.read-only",
	syscall.ENOTDIR:      "cause.not-a-folder",
	syscall.EISDIR:       "cause.is-a-folder",
	syscall.ENOTEMPTY:    "cause.not-empty",
	syscall.ENAMETOOLONG: "cause.name-too-long",
	syscall.EINVAL:       "cause.name",
	syscall.EILSEQ:       "cause.name",
	syscall.ELOOP:        "cause.loop",
	syscall.EBUSY:        "cause.in-use",
	syscall.ETXTBSY:      "cause.in-use",
	syscall.EXDEV:        "cause.other-disk",
	syscall.EMFILE:       "cause.too-many",
	syscall.ENFILE:       "cause.too-many",
	syscall.EIO:          "cause.broken",
	syscall.ENXIO:        "cause.gone",
	syscall.ENODEV:       "cause.gone",
	syscall.ESTALE:       "cause.gone",
	syscall.EHOSTDOWN:    "cause.gone",
	syscall.EHOSTUNREACH: "cause.gone",
	syscall.ENETUNREACH:  "cause.gone",
	syscall.ENOTCONN:     "cause.gone",
	syscall.ETIMEDOUT:    "cause.gone",
}

// Absent reports a file whose content is not on this machine; only Windows tells.
func Absent(fs.FileInfo) bool { return false }

// MoveNew moves a file to a place on the same disk if that is free, in one step: of several
// who try one succeeds, and the others get fs.ErrExist. Not every disk can do it.
func MoveNew(from, to string) error {
	err := renameNew(from, to)
	if err == nil {
		return nil
	}
	if errors.Is(err, fs.ErrExist) {
		return &os.LinkError{Op: "rename", Old: from, New: to, Err: err}
	}
	if err := os.Link(from, to); err != nil { // as on NFS
		return err
	}
	_ = os.Remove(from) // what cannot be removed is a second name
	return nil
}
