package disk

import (
	"io/fs"
	"os"
	"syscall"
	"time"

	"golang.org/x/sys/windows"
)

// dontWait is for systems whose folders may hold pipes.
const dontWait = 0

// causes are the keys of what the system's error numbers say, by number: the
// names that package syscall has for Windows are few.
var causes = map[syscall.Errno]string{
	1:    "cause.not-supported",  // ERROR_INVALID_FUNCTION
	4:    "cause.too-many",       // ERROR_TOO_MANY_OPEN_FILES
	15:   "cause.gone",           // ERROR_INVALID_DRIVE
	17:   "cause.other-disk",     // ERROR_NOT_SAME_DEVICE
	19:   "cause.read-only",      // ERROR_WRITE_PROTECT
	21:   "cause.gone",           // ERROR_NOT_READY
	23:   "cause.broken",         // ERROR_CRC
	25:   "cause.broken",         // ERROR_SEEK
	27:   "cause.broken",         // ERROR_SECTOR_NOT_FOUND
	31:   "cause.broken",         // ERROR_GEN_FAILURE
	32:   "cause.in-use",         // ERROR_SHARING_VIOLATION
	33:   "cause.in-use",         // ERROR_LOCK_VIOLATION
	39:   "cause.full",           // ERROR_HANDLE_DISK_FULL
	50:   "cause.not-supported",  // ERROR_NOT_SUPPORTED
	51:   "cause.gone",           // ERROR_REM_NOT_LIST
	53:   "cause.gone",           // ERROR_BAD_NETPATH
	54:   "cause.gone",           // ERROR_NETWORK_BUSY
	55:   "cause.gone",           // ERROR_DEV_NOT_EXIST
	59:   "cause.gone",           // ERROR_UNEXP_NET_ERR
	64:   "cause.gone",           // ERROR_NETNAME_DELETED
	67:   "cause.gone",           // ERROR_BAD_NET_NAME
	111:  "cause.name-too-long",  // ERROR_BUFFER_OVERFLOW
	112:  "cause.full",           // ERROR_DISK_FULL
	121:  "cause.gone",           // ERROR_SEM_TIMEOUT
	123:  "cause.name",           // ERROR_INVALID_NAME
	145:  "cause.not-empty",      // ERROR_DIR_NOT_EMPTY
	161:  "cause.name",           // ERROR_BAD_PATHNAME
	206:  "cause.name-too-long",  // ERROR_FILENAME_EXCED_RANGE
	223:  "cause.file-too-large", // ERROR_FILE_TOO_LARGE
	225:  "cause.virus",          // ERROR_VIRUS_INFECTED
	226:  "cause.virus",          // ERROR_VIRUS_DELETED
	267:  "cause.not-a-folder",   // ERROR_DIRECTORY
	303:  "cause.in-use",         // ERROR_DELETE_PENDING
	362:  "cause.absent",         // ERROR_CLOUD_FILE_PROVIDER_NOT_RUNNING
	386:  "cause.absent",         // ERROR_CLOUD_FILE_AUTHENTICATION_FAILED
	388:  "cause.absent",         // ERROR_CLOUD_FILE_NETWORK_UNAVAILABLE
	389:  "cause.absent",         // ERROR_CLOUD_FILE_UNSUCCESSFUL
	391:  "cause.in-use",         // ERROR_CLOUD_FILE_IN_USE
	393:  "cause.absent",         // ERROR_CLOUD_FILE_REQUEST_ABORTED
	395:  "cause.absent",         // ERROR_CLOUD_FILE_ACCESS_DENIED
	398:  "cause.absent",         // ERROR_CLOUD_FILE_REQUEST_CANCELED
	404:  "cause.absent",         // ERROR_CLOUD_FILE_PROVIDER_TERMINATED
	426:  "cause.absent",         // ERROR_CLOUD_FILE_REQUEST_TIMEOUT
	1117: "cause.broken",         // ERROR_IO_DEVICE
	1167: "cause.gone",           // ERROR_DEVICE_NOT_CONNECTED
	1222: "cause.gone",           // ERROR_NO_NETWORK
	1224: "cause.in-use",         // ERROR_USER_MAPPED_FILE
	1231: "cause.gone",           // ERROR_NETWORK_UNREACHABLE
	1232: "cause.gone",           // ERROR_HOST_UNREACHABLE
	1295: "cause.full",           // ERROR_DISK_QUOTA_EXCEEDED
	1392: "cause.broken",         // ERROR_FILE_CORRUPT
	1816: "cause.full",           // ERROR_NOT_ENOUGH_QUOTA

	syscall.EINVAL: "cause.name", // the library's own number
}

// Attributes of a file that a cloud store shows in a folder and has not brought
// to the machine.
const (
	offline            = 0x1000
	recallOnDataAccess = 0x400000
)

// Absent reports a file whose content is not on this machine. Opening it would
// have it fetched, or wait for a network that is not there.
func Absent(info fs.FileInfo) bool {
	data, ok := info.Sys().(*syscall.Win32FileAttributeData)
	return ok && data.FileAttributes&(offline|recallOnDataAccess) != 0
}

// MoveNew moves a file to a place on the same disk if that is free, in one step: of several
// who try one succeeds, and the others get fs.ErrExist.
func MoveNew(from, to string) error {
	old, err := windows.UTF16PtrFromString(from)
	if err != nil {
		return err
	}
	place, err := windows.UTF16PtrFromString(to)
	if err != nil {
		return err
	}
	for n := 0; ; n++ {
		err := windows.MoveFileEx(old, place, 0) // replaces nothing, and copies to no other disk
		if err == nil {
			return nil
		}
		if n == 20 || !Held(err) { // by a virus scanner, for a moment
			return &os.LinkError{Op: "rename", Old: from, New: to, Err: err}
		}
		time.Sleep(10 * time.Millisecond)
	}
}
