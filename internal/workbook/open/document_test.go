package open

import (
	"context"
	"strings"
	"testing"

	"baocao/internal/workbook"
)

// A document is told from others by its content, as a table is.
func TestDocumentsThatAreNoText(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"%PDF-1.4\nGiảm hộ nghèo, còn 3 hộ": "B115",
		"{\\rtf1 Giảm hộ nghèo}":            "B116",
		"":                                  "B110",
		"\x09\x08\x10\x00\x00\x06abc":       "B123",
		"{\"url\": \"https://docs.google.com/d/1\"}":          "B148",
		"<p>Giảm hộ nghèo</p><table><tr><td>còn 3 hộ</table>": "Giảm hộ nghèo",
		"Giảm hộ nghèo, còn 3 hộ;\tthu 5 tỷ\n":                "Giảm hộ nghèo, còn 3 hộ;\tthu 5 tỷ",
		"<!-- nháp --> Giảm hộ nghèo, còn 3 hộ":               "<!-- nháp --> Giảm hộ nghèo, còn 3 hộ",
		"\xFF\xFEG\x00i\x00\xA3\x1Em\x00,\x001\x00":           "Giảm,1",
		"\xFE\xFF\x00G\x00i\x1E\xA3\x00m\x00,\x001":           "Giảm,1",
	} {
		book, problems := Document(context.Background(), "NQ.txt", []byte(text), patient())
		got := ""
		switch {
		case book != nil && book.Guard == nil:
			got = "no guard"
		case book != nil:
			got = book.Sheets[0].Cells[0].Text
		default:
			got = problems[0].Code
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

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
