package disk

import "golang.org/x/sys/unix"

// renameNew renames a file to a name that is free; memory sticks know this one and no links.
func renameNew(from, to string) error {
	return unix.Renameat2(unix.AT_FDCWD, from, unix.AT_FDCWD, to, unix.RENAME_NOREPLACE)
}
