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
		return diag.Say("cause.stopped", nil).Text()
	case errors.As(err, &special):
		return diag.Say("cause.not-a-file", nil).Text()
	case errors.As(err, &large):
		return diag.Say("cause.too-large", diag.Args{"max": large.Max >> 20}).Text()
	case errors.As(err, &number) && causes[number] != "":
		return diag.Say(causes[number], nil).Text()
	case errors.Is(err, fs.ErrNotExist):
		return diag.Say("cause.missing", nil).Text()
	case errors.Is(err, fs.ErrPermission):
		return diag.Say("cause.permission", nil).Text()
	case errors.Is(err, fs.ErrExist):
		return diag.Say("cause.exists", nil).Text()
	case errors.Is(err, fs.ErrInvalid):
		return diag.Say("cause.name", nil).Text()
	case errors.As(err, &number):
		// The system's own words are English, or those of another machine's language.
		text := diag.Say("cause.number", diag.Args{"number": int(number)}).Text()
		text.En += ": " + number.Error()
		return text
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return diag.Text{Vi: err.Error(), En: err.Error()}
}

// Cure says in both languages what helps where a file cannot be written; nothing where that
// is not known.
func Cure(err error) diag.Text {
	var number syscall.Errno
	_ = errors.As(err, &number)
	switch {
	case causes[number] == "cause.full":
		return diag.Say("cure.full", nil).Text()
	case causes[number] == "cause.read-only":
		return diag.Say("cure.read-only", nil).Text()
	case errors.Is(err, fs.ErrPermission):
		return diag.Say("cure.permission", nil).Text()
	}
	return diag.Text{}
}

// Unwritable reports what the system says only of writing, whatever it was asked to do.
func Unwritable(err error) bool {
	var number syscall.Errno
	_ = errors.As(err, &number)
	return causes[number] == "cause.full" || causes[number] == "cause.read-only"
}

// Held reports that another program, or the rights of the account, keep a file
// from being replaced: most often it is open in Excel or in a reader.
func Held(err error) bool {
	var number syscall.Errno
	return errors.Is(err, fs.ErrPermission) || errors.As(err, &number) && causes[number] == "cause.in-use"
}
