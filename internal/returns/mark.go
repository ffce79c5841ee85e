package returns

import (
	"regexp"
	"strings"

	"baocao/internal/viet"
	"baocao/internal/workbook"
)

var (
	noteName = regexp.MustCompile(`^can sua( [0-9]{1,3})?$`)
	digest   = regexp.MustCompile(`^[0-9a-fA-F]{64}$`)
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
		if c.Row == row && digest.MatchString(text) {
			return strings.ToLower(text)
		}
		if len(text) < 200 && viet.Fold(text) == label {
			row = c.Row
		}
	}
	return ""
}

func IsNoteName(name string) bool { return len(name) < 200 && noteName.MatchString(viet.Fold(name)) }

// The words by which a marked copy that comes back is known, and the marks of an
// earlier one found in it: as those of a form they stay for good.
const (
	NoteSheet   = "Cần sửa"                // the first sheet of the copy
	LabelSource = "Mã tệp gốc (không sửa)" // stands beside the digest of the sender's file
	NoteWhat    = "Nội dung sai"           // heading of what is wrong
	NoteFix     = "Cách sửa"               // heading of how to mend it, and so before it in a cell's comment
)

// IsDigest reports whether s is a SHA-256 in hexadecimal.
func IsDigest(s string) bool { return digest.MatchString(s) }

// NoteLines are the match keys of the lines that the list of problems of a copy
// has about its cells, which stand in their comments too.
func NoteLines(s *workbook.Sheet) map[string]bool {
	what, fix, head := 0, 0, 0
	for i := range s.Cells {
		switch c := &s.Cells[i]; viet.Fold(c.Text) {
		case viet.Fold(NoteWhat):
			what, head = c.Col, c.Row
		case viet.Fold(NoteFix):
			fix = c.Col
		}
	}
	keys := map[string]bool{}
	for i := range s.Cells {
		c := &s.Cells[i]
		if c.Row <= head || c.Kind != workbook.Text || c.Col != what && c.Col != fix {
			continue
		}
		for line := range strings.SplitSeq(c.Text, "\n") {
			if c.Col == fix {
				line = NoteFix + ": " + line
			}
			keys[viet.Fold(line)] = true
		}
	}
	return keys
}
