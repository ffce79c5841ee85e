package workbook

import (
	"errors"

	"baocao/internal/diag"
	"baocao/internal/viet"
)

// Refusal is the reason why a file is not read: a problem that does not know the
// file's name yet. Readers return it as their error.
type Refusal struct {
	Code        string
	Args        diag.Args
	Sheet, Cell string // "" where the whole file or sheet is meant
}

// Refuse is a refusal of the whole file.
func Refuse(code string, args diag.Args) *Refusal { return &Refusal{Code: code, Args: args} }

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
	if r.Sheet == "" {
		r.Sheet = sheet
	}
	if r.Cell == "" {
		r.Cell = cell
	}
	return r
}

// Error is for those who read no catalogue: "B130 Biểu 1!E7: ..." in English.
func (r *Refusal) Error() string {
	at := ""
	if r.Sheet != "" {
		at = " " + r.Sheet + "!" + r.Cell
	}
	return r.Code + at + ": " + diag.New(r.Code, diag.Position{}, r.Args).In(diag.En)
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
	var r *Refusal
	if !errors.As(err, &r) {
		r = Refuse("B132", nil)
	}
	return diag.New(r.Code, diag.Position{File: file, Sheet: r.Sheet, Cell: r.Cell}, r.Args)
}

// Printable shortens and cleans a text of the file for a message.
func Printable(s string) string {
	s = viet.Tidy(s)
	if r := []rune(s); len(r) > 40 {
		s = string(r[:40]) + "…"
	}
	return s
}
