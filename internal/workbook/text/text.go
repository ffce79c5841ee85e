// Package text reads tables saved as text (.csv, .tsv, .txt), whose encoding and
// separator nothing tells but their content.
package text

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// Read reads a table as a book of one sheet of the given name. Such a file says
// neither its encoding nor its separator; the one is found by the words in it (see
// package repair), the other by the rows it makes.
func Read(name string, data []byte, g *workbook.Guard) (*workbook.Book, error) {
	text, eightBit, err := Plain(data, g)
	if err != nil {
		return nil, err
	}
	t := &table{text: text, guard: g}
	if rest, sep, ok := statedSeparator(text); ok {
		t.text, t.sep, t.skipped = rest, sep, 1
	} else if t.sep, err = t.guessSeparator(); err != nil {
		return nil, err
	}
	s := &workbook.Sheet{Name: name}
	if err := t.read(s); err != nil {
		return nil, err
	}
	return &workbook.Book{Format: "csv", Sheets: []*workbook.Sheet{s}, EightBit: eightBit}, nil
}

// Lines reads running text: a book of one sheet with a line in each row, whatever
// commas and tabs stand in it.
func Lines(name string, data []byte, g *workbook.Guard) (*workbook.Book, error) {
	text, eightBit, err := Plain(data, g)
	if err != nil {
		return nil, err
	}
	s, plain := &workbook.Sheet{Name: name}, workbook.NewStyle("", "General")
	row := 0
	for line := range strings.Lines(text) {
		if row++; row%1000 == 0 {
			if err := g.Check(); err != nil {
				return nil, err
			}
		}
		if line = strings.TrimSpace(line); line != "" {
			switch {
			case row > workbook.MaxRow:
				return nil, workbook.Refuse("B124", diag.Args{"found": strconv.Itoa(row)})
			case len(line) > g.MaxTextLen:
				return nil, workbook.TooMuch(workbook.LimitText, g.MaxTextLen).At("", workbook.Ref(row, 1))
			case len(s.Cells) >= g.MaxCells:
				return nil, workbook.TooMuch(workbook.LimitCells, g.MaxCells)
			}
			if err := g.Use(workbook.CellMemory); err != nil {
				return nil, err
			}
			s.Cells = append(s.Cells, workbook.Cell{Row: row, Col: 1, Kind: workbook.Text, Text: line,
				Style: plain})
		}
	}
	return &workbook.Book{Format: "txt", Sheets: []*workbook.Sheet{s}, EightBit: eightBit}, nil
}

// Plain is the text of a file. eightBit tells that it is in none of the
// forms of Unicode: it is then read as windows-1252 and has to be repaired.
func Plain(data []byte, g *workbook.Guard) (text string, eightBit bool, err error) {
	if err := g.Use(2 * len(data)); err != nil {
		return "", false, err
	}
	if order, body := utf16Order(data); order != nil {
		if len(body)%2 != 0 {
			return "", false, workbook.Refuse("B120", nil)
		}
		units := make([]uint16, len(body)/2)
		for i := range units {
			units[i] = order.Uint16(body[2*i:])
		}
		return string(utf16.Decode(units)), false, nil
	}
	data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	data = bytes.TrimSuffix(data, []byte("\x1A")) // how DOS ended a text
	if utf8.Valid(data) {
		return string(data), false, nil
	}
	return viet.Windows1252(data), true, nil
}

// IsUTF16 tells whether a file is text in UTF-16.
func IsUTF16(data []byte) bool {
	order, _ := utf16Order(data)
	return order != nil
}

// utf16Order tells UTF-16 by its mark, or by the zero bytes that half of its
// common letters have; nil for anything else.
func utf16Order(data []byte) (binary.ByteOrder, []byte) {
	switch {
	case bytes.HasPrefix(data, []byte("\xFF\xFE")):
		return binary.LittleEndian, data[2:]
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		return binary.BigEndian, data[2:]
	}
	head := data[:min(len(data), 4096)&^1]
	even, odd, wide := 0, 0, 0
	for i := 0; i < len(head); i += 2 {
		switch {
		case head[i] == 0 && head[i+1] == 0:
			return nil, nil
		case head[i] == 0:
			even++
		case head[i+1] == 0:
			odd++
		default:
			wide++
		}
	}
	switch {
	case odd > 1 && even == 0 && wide <= 2*odd:
		return binary.LittleEndian, data
	case even > 1 && odd == 0 && wide <= 2*even:
		return binary.BigEndian, data
	}
	return nil, nil
}

// statedSeparator reads the line "sep=;" that Excel writes and obeys.
func statedSeparator(text string) (rest string, sep byte, ok bool) {
	line, rest, _ := strings.Cut(text, "\n")
	line = strings.Trim(strings.TrimSuffix(line, "\r"), `"`)
	if len(line) == 5 && strings.EqualFold(line[:4], "sep=") && line[4] < 0x80 {
		return rest, line[4], true
	}
	return text, 0, false
}

// table splits a text into rows of fields.
type table struct {
	text    string
	sep     byte
	skipped int // lines before text
	guard   *workbook.Guard
}

// guessSeparator takes the character that makes the most rows of one length.
// Where two do alike the decimal comma is the likelier double meaning, so the
// comma comes last. Without any, the whole line is one field.
func (t *table) guessSeparator() (byte, error) {
	const sample = 50
	best, bestRows := byte(0), 0
	for _, sep := range []byte("\t;|,") {
		if strings.IndexByte(t.text, sep) < 0 {
			continue
		}
		lengths := map[int]int{}
		rows, many := 0, 0
		trial := &table{text: t.text, sep: sep, guard: t.guard}
		err := trial.rows(func(_ int, fields []field) error {
			if len(fields) > 1 {
				lengths[len(fields)]++
				many++
			}
			if rows++; rows >= sample {
				return errEnough
			}
			return nil
		})
		if err != nil && err != errEnough {
			continue // an open quote, say: with another separator it may be none
		}
		most := 0
		for _, n := range lengths { // order does not matter: only the largest counts
			most = max(most, n)
		}
		// Sentences have commas too, but not the same number in most lines.
		if most > bestRows && (sep == '\t' || sep == ';' || 2*most > many && 2*many >= rows) {
			best, bestRows = sep, most
		}
	}
	return best, nil
}

var errEnough = errors.New("enough rows")

// field is one field of a row.
type field struct {
	text   string
	quoted bool
}

// rows calls f with each row's number, from 1, and its fields.
func (t *table) rows(f func(row int, fields []field) error) error {
	var fields []field
	s, row := t.text, t.skipped
	for i := 0; i < len(s); {
		if row&0xFF == 0 {
			if err := t.guard.Check(); err != nil {
				return err
			}
		}
		if row++; row > workbook.MaxRow {
			return workbook.Refuse("B124", diag.Args{"found": strconv.Itoa(row)})
		}
		fields = fields[:0]
		for {
			f, next, ok := t.field(i)
			if !ok {
				return workbook.Refuse("B143", diag.Args{"row": row}).At("", workbook.Ref(row, len(fields)+1))
			}
			if fields = append(fields, f); len(fields) > workbook.MaxCol {
				return workbook.Refuse("B124", diag.Args{"found": workbook.ColumnName(len(fields))})
			}
			if i = next; i < len(s) && t.sep != 0 && s[i] == t.sep {
				i++
				continue
			}
			break
		}
		// s[i] begins a line end, or the text is at its end.
		switch {
		case strings.HasPrefix(s[i:], "\r\n"):
			i += 2
		case i < len(s):
			i++
		}
		if err := f(row, fields); err != nil {
			return err
		}
	}
	return nil
}

// field reads the field at i and tells where it ends; ok is false for a quote
// that is never closed, which would swallow the rest of the file.
func (t *table) field(i int) (f field, end int, ok bool) {
	s := t.text
	if i < len(s) && s[i] == '"' {
		var b strings.Builder
		for j := i + 1; j < len(s); j++ {
			if s[j] != '"' {
				continue
			}
			b.WriteString(s[i+1 : j])
			if j+1 < len(s) && s[j+1] == '"' {
				b.WriteByte('"')
				j++
				i = j
				continue
			}
			rest, end := t.plain(j + 1)
			b.WriteString(rest)
			return field{strings.ReplaceAll(b.String(), "\r\n", "\n"), true}, end, true
		}
		return field{}, len(s), false
	}
	text, end := t.plain(i)
	return field{text, false}, end, true
}

func (t *table) plain(i int) (text string, end int) {
	for end = i; end < len(t.text); end++ {
		if c := t.text[end]; c == '\n' || c == '\r' || c == t.sep && t.sep != 0 {
			break
		}
	}
	return t.text[i:end], end
}

func (t *table) read(s *workbook.Sheet) error {
	style := workbook.NewStyle("", "General")
	// Growing the list step by step would copy a large table many times over.
	likely := min(strings.Count(t.text, string(rune(t.sep)))+strings.Count(t.text, "\n")+1, t.guard.MaxCells)
	if err := t.guard.Use(likely * workbook.CellMemory); err != nil {
		return err
	}
	s.Cells = make([]workbook.Cell, 0, likely)
	heading, split := 0, 0 // fields of the widest row of words; a row that may hold a number cut in two
	err := t.rows(func(row int, fields []field) error {
		words, cut := true, false
		for i, f := range fields {
			if strings.TrimSpace(f.text) == "" {
				continue
			}
			if len(f.text) > t.guard.MaxTextLen {
				return workbook.TooMuch(workbook.LimitText, t.guard.MaxTextLen).At("", workbook.Ref(row, i+1))
			}
			if len(s.Cells) >= t.guard.MaxCells {
				return workbook.TooMuch(workbook.LimitCells, t.guard.MaxCells)
			}
			c := workbook.Cell{Row: row, Col: i + 1, Kind: workbook.Text, Text: f.text, Style: style}
			if n, ok := PlainNumber(strings.TrimSpace(f.text)); ok {
				c = workbook.Cell{Row: row, Col: i + 1, Kind: workbook.Number, Number: n, Style: style}
				words = false
				beside := i > 0 && !f.quoted && !fields[i-1].quoted && endsInDigit(fields[i-1].text)
				cut = cut || beside && f.text[0] >= '0' && f.text[0] <= '9'
			}
			s.Cells = append(s.Cells, c)
		}
		if words && row <= t.skipped+10 {
			heading = max(heading, len(fields))
		}
		if cut && split == 0 && t.sep == ',' && heading > 1 && len(fields) > heading {
			split = row
		}
		return nil
	})
	if err != nil {
		return err
	}
	if split > 0 {
		return workbook.Refuse("B142", diag.Args{"row": split, "heading": heading}).
			At("", workbook.Ref(split, heading+1))
	}
	return nil
}

func endsInDigit(s string) bool { return s != "" && s[len(s)-1] >= '0' && s[len(s)-1] <= '9' }

// PlainNumber reads a field that can only be a number: digits, without a
// leading zero (that is a code) and without marks between thousands, with one
// decimal mark where it has one reading. What a person wrote in any other way
// stays a text.
func PlainNumber(s string) (quantity.Number, bool) {
	whole, decimals, marked := s, "", false
	if i := strings.IndexAny(s, ".,"); i >= 0 {
		whole, decimals, marked = s[:i], s[i+1:], true
	}
	digits := strings.TrimPrefix(whole, "-")
	if !isDigits(digits) || digits[0] == '0' && len(digits) > 1 || marked && !isDigits(decimals) {
		return quantity.Number{}, false
	}
	if !marked {
		n, err := workbook.ParseNumber([]byte(s))
		return n, err == nil
	}
	n, reading := quantity.ParseText(s, false)
	return n, reading == quantity.Sure
}

// isDigits: one to 15 of them, as many as a spreadsheet keeps.
func isDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return len(s) > 0 && len(s) <= workbook.SignificantDigits
}
