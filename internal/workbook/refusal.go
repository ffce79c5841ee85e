package workbook

import (
	"cmp"
	"errors"

	"baocao/internal/diag"
	"baocao/internal/viet"
)

// Refusal is the reason why a file is not read: a problem that does not know the
// file's name yet. Readers return it as their error.
type Refusal struct{ Problem diag.Problem }

// Refuse is a refusal of the whole file.
func Refuse(code string, args diag.Args) *Refusal {
	return &Refusal{diag.New(code, diag.Position{}, args)}
}

// TooMuch is the refusal of a file that goes beyond a limit.
func TooMuch(what diag.Text, limit int) *Refusal {
	return Refuse("B130", diag.Args{"what": what, "limit": limit})
}

// Malformed is the refusal of a part that breaks the rules of its notation at an
// offset.
func Malformed(part string, at int) *Refusal {
	return Refuse("B123", diag.Args{"part": part, "at": at})
}

// At says where the reason was met, as far as it is not said yet.
func (r *Refusal) At(sheet, cell string) *Refusal {
	at := &r.Problem.At
	at.Sheet, at.Cell = cmp.Or(at.Sheet, sheet), cmp.Or(at.Cell, cell)
	return r
}

// Error is for those who read no catalogue: "B124 Biểu 1!E7: ..." in English.
func (r *Refusal) Error() string {
	at := ""
	if r.Problem.At.Sheet != "" {
		at = " " + r.Problem.At.Sheet + "!" + r.Problem.At.Cell
	}
	return r.Problem.Code + at + ": " + r.Problem.In(diag.En)
}

// Locate adds to an error where it was met, as far as it does not say so itself.
func Locate(err error, sheet, cell string) error {
	var r *Refusal
	if errors.As(err, &r) {
		r.At(sheet, cell)
	}
	return err
}

// Problem is what to say of a file that err kept from being read.
func Problem(file string, err error) diag.Problem {
	p := diag.New("B132", diag.Position{}, nil)
	if r := (*Refusal)(nil); errors.As(err, &r) {
		p = r.Problem
	}
	p.At.File = file
	return p
}

// Printable shortens and cleans a text of the file for a message.
func Printable(s string) string {
	s = viet.Tidy(s)
	if r := []rune(s); len(r) > 40 {
		s = string(r[:40]) + "…"
	}
	return s
}
