package correction

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

// Source returns the SHA256 of the file that a workbook is the corrected copy of; ok is false for any other workbook.
func Source(b *workbook.Book) (sha string, ok bool) {
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

// IsNote reports whether a sheet is the list of faults of a copy.
func IsNote(s *workbook.Sheet) bool { return s != nil && sourceOf(s) != "" }

// sourceOf finds the digest beside its label, wherever the sheet has been moved
// or what rows have been put above it.
func sourceOf(s *workbook.Sheet) string {
	if !isNoteName(s.Name) {
		return ""
	}
	label := viet.Fold(labelSource)
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

// listedIn returns the match keys of what the comments of a copy say, as far as
// its list of faults tells.
func listedIn(s *workbook.Sheet) (keys []string) {
	what, fix, head := 0, 0, 0
	for i := range s.Cells {
		switch c := &s.Cells[i]; viet.Fold(c.Text) {
		case viet.Fold(noteHeads[3]):
			what, head = c.Col, c.Row
		case viet.Fold(noteHeads[4]):
			fix = c.Col
		}
	}
	for i := range s.Cells {
		c := &s.Cells[i]
		if c.Row <= head || c.Col != what || c.Kind != workbook.Text {
			continue
		}
		text := ""
		if f := s.At(c.Row, fix); f != nil {
			text = f.Text
		}
		if key := viet.Fold(said(c.Text, text)); key != "" {
			keys = append(keys, key)
		}
	}
	return keys
}

func isNoteName(name string) bool { return len(name) < 200 && noteName.MatchString(viet.Fold(name)) }
