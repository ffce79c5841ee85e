package disk

import (
	"context"
	"errors"
	"io/fs"
	"syscall"

	"baocao/internal/diag"
)

// Cause says in both languages why a file cannot be opened or written, without
// the path of the machine it happened on.
func Cause(err error) diag.Text {
	var special *NotAFile
	var large *TooLarge
	var number syscall.Errno
	switch {
	case errors.Is(err, context.Canceled):
		return both("cause.stopped", nil)
	case errors.As(err, &special):
		return both("cause.not-a-file", nil)
	case errors.As(err, &large):
		return both("cause.too-large", diag.Args{"max": large.Max >> 20})
	case errors.As(err, &number) && causes[number] != "":
		return both(causes[number], nil)
	case errors.Is(err, fs.ErrNotExist):
		return both("cause.missing", nil)
	case errors.Is(err, fs.ErrPermission):
		return both("cause.permission", nil)
	case errors.Is(err, fs.ErrExist):
		return both("cause.exists", nil)
	case errors.Is(err, fs.ErrInvalid):
		return both("cause.name", nil)
	case errors.As(err, &number):
		// The system's own words are English, or those of another machine's language.
		text := both("cause.number", diag.Args{"number": int(number)})
		text.En += ": " + number.Error()
		return text
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return diag.Text{Vi: err.Error(), En: err.Error()}
}

// Held reports that another program, or the rights of the account, keep a file
// from being replaced: most often it is open in Excel or in a reader.
func Held(err error) bool {
	var number syscall.Errno
	return errors.Is(err, fs.ErrPermission) || errors.As(err, &number) && causes[number] == "cause.in-use"
}

func both(key string, args diag.Args) diag.Text {
	m := diag.Say(key, args)
	return diag.Text{Vi: m.In(diag.Vi), En: m.In(diag.En)}
}
