package disk

import "syscall"

const (
	unknown = syscall.Errno(9999)
	inUse   = syscall.Errno(32)
)
