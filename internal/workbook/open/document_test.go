package open

import (
	"context"
	"strings"
	"testing"

	"baocao/internal/workbook"
)

// A resolution's text is read within the limits that tables have.
func TestHostileDocumentsCostLittle(t *testing.T) {
	t.Parallel()
	small, poor := patient(), patient()
	small.MaxCells, poor.MaxMemory = 1_000, 1<<20
	for _, c := range []struct {
		name, text string
		lim        workbook.Limits
		code       string // "" when it is to be read
	}{
		{"many lines", strings.Repeat("a\n", 1_001), small, "B130"},
		{"as many as may be", strings.Repeat("a\n", 1_000), small, ""},
		{"blank lines", strings.Repeat("\n", 100_000), small, ""},
		{"a long line", strings.Repeat("a", 200_000), small, "B130"},
		{"more lines than memory", strings.Repeat("a\n", 100_000), poor, "B130"},
		{"a line too far", strings.Repeat("\n", workbook.MaxRow) + "a", small, "B124"},
	} {
		book, problems := Document(context.Background(), "NQ.txt", []byte(c.text), c.lim)
		if c.code == "" && book == nil || c.code != "" && (book != nil || problems[0].Code != c.code) {
			t.Errorf("%s: want %q, got %v %v", c.name, c.code, book != nil, problems)
		}
	}
}
