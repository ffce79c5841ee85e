package returns

import (
	"regexp"
	"strings"
	"sync"

	"baocao/internal/viet"
	"baocao/internal/workbook"
)

var (
	noteName = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^can sua( [0-9]{1,3})?$`) })
	digest   = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[0-9a-fA-F]{64}$`) })
)

// CorrectedFrom returns the SHA-256 of the file that a workbook is the corrected
// copy of; ok is false for any other workbook.
func CorrectedFrom(b *workbook.Book) (sha string, ok bool) {
	if b == nil {
		return "", false
	}
	for _, s := range b.Sheets {
		if sha := sourceOf(s); sha != "" {
			return sha, true
		}
	}
	return "", false
}

// IsNote reports whether a sheet is the list of problems of a copy.
func IsNote(s *workbook.Sheet) bool { return s != nil && sourceOf(s) != "" }

// sourceOf finds the digest beside its label, wherever the sheet has been moved
// or what rows have been put above it.
func sourceOf(s *workbook.Sheet) string {
	if !IsNoteName(s.Name) {
		return ""
	}
	label := viet.Fold(LabelSource)
	row := 0 // the one with the label
	for i := range s.Cells {
		c := &s.Cells[i]
		if c.Kind != workbook.Text {
			continue
		}
		text := strings.TrimSpace(c.Text)
		if c.Row == row && digest().MatchString(text) {
			return strings.ToLower(text)
		}
		if len(text) < 200 && viet.Fold(text) == label {
			row = c.Row
		}
	}
	return ""
}

func IsNoteName(name string) bool { return len(name) < 200 && noteName().MatchString(viet.Fold(name)) }

// The words by which a marked copy that comes back is known, and the marks of an
// earlier one found in it: as those of a form they stay for good.
const (
	NoteSheet   = "Cần sửa"                // the first sheet of the copy
	LabelSource = "Mã tệp gốc (không sửa)" // stands beside the digest of the sender's file
	NoteWhat    = "Nội dung sai"           // heading of what is wrong
	NoteFix     = "Cách sửa"               // heading of how to mend it, and so before it in a cell's comment
)

// IsDigest reports whether s is a SHA-256 in hexadecimal.
func IsDigest(s string) bool { return digest().MatchString(s) }

// Note is one problem of a marked copy, as its list and the comment at the cell
// have it.
type Note struct{ What, Fix string }

// Comment is what the comment says of the problem.
func (n Note) Comment() string {
	if n.Fix == "" {
		return n.What
	}
	return n.What + "\n" + NoteFix + ": " + n.Fix
}

// Notes reads the list of problems of a copy.
func Notes(s *workbook.Sheet) []Note {
	what, fix, head := 0, 0, 0
	for i := range s.Cells {
		switch c := &s.Cells[i]; viet.Fold(c.Text) {
		case viet.Fold(NoteWhat):
			what, head = c.Col, c.Row
		case viet.Fold(NoteFix):
			fix = c.Col
		}
	}
	text := func(row, col int) string {
		if c := s.At(row, col); c != nil && c.Kind == workbook.Text {
			return c.Text
		}
		return ""
	}
	var all []Note
	for last, i := head, 0; i < len(s.Cells); i++ {
		if row := s.Cells[i].Row; row > last {
			last = row
			if n := (Note{text(row, what), text(row, fix)}); n.What != "" {
				all = append(all, n)
			}
		}
	}
	return all
}
