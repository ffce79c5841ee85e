//go:build unix && !linux

package disk

import "errors"

// renameNew renames a file to a name that is free.
func renameNew(string, string) error { return errors.ErrUnsupported }
