package workbook

import (
	"bytes"
	"encoding/binary"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"baocao/internal/quantity"
	"baocao/internal/viet"
)

// readPlainText reads a table saved as text (.csv, .tsv, .txt) as a book of one
// sheet. Such a file says neither its encoding nor its separator; the one is
// told by the words in it (see repairBook), the other by the rows it makes.
func readPlainText(name string, data []byte, lim Limits, g *guard) (*Book, error) {
	text, eightBit, err := plainTextOf(data, g)
	if err != nil {
		return nil, err
	}
	t := &textTable{text: text, lim: lim, guard: g}
	if rest, sep, ok := statedSeparator(text); ok {
		t.text, t.sep, t.skipped = rest, sep, 1
	} else if t.sep, err = t.guessSeparator(); err != nil {
		return nil, err
	}
	s := &Sheet{Name: name}
	if err := t.read(s); err != nil {
		return nil, err
	}
	return &Book{Format: "csv", Sheets: []*Sheet{s}, eightBit: eightBit}, nil
}

// plainTextOf is the text of a file. eightBit tells that it is in none of the
// forms of Unicode: it is then read as windows-1252 and has to be repaired.
func plainTextOf(data []byte, g *guard) (text string, eightBit bool, err error) {
	if err := g.use(2 * len(data)); err != nil {
		return "", false, err
	}
	if order, body := utf16Order(data); order != nil {
		if len(body)%2 != 0 {
			return "", false, &fault{code: "B120"}
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

// textTable splits a text into rows of fields.
type textTable struct {
	text    string
	sep     byte
	skipped int // lines before text
	lim     Limits
	guard   *guard
}

// guessSeparator takes the character that makes the most rows of one length.
// Where two do alike the decimal comma is the likelier double meaning, so the
// comma comes last. Without any, the whole line is one field.
func (t *textTable) guessSeparator() (byte, error) {
	const sample = 50
	best, bestRows := byte(0), 0
	for _, sep := range []byte("\t;|,") {
		if strings.IndexByte(t.text, sep) < 0 {
			continue
		}
		lengths := map[int]int{}
		rows, many := 0, 0
		trial := &textTable{text: t.text, sep: sep, lim: t.lim, guard: t.guard}
		err := trial.rows(func(_ int, fields []csvField) error {
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

var errEnough = &fault{}

// csvField is one field of a row.
type csvField struct {
	text   string
	quoted bool
}

// rows calls f with each row's number, from 1, and its fields.
func (t *textTable) rows(f func(row int, fields []csvField) error) error {
	var fields []csvField
	s, row := t.text, t.skipped
	for i := 0; i < len(s); {
		if row&0xFF == 0 {
			if err := t.guard.check(); err != nil {
				return err
			}
		}
		if row++; row > maxRow {
			return &fault{code: "B124", args: args{"found": strconv.Itoa(row)}}
		}
		fields = fields[:0]
		for {
			field, next, ok := t.field(i)
			if !ok {
				return &fault{code: "B143", cell: Ref(row, len(fields)+1), args: args{"row": row}}
			}
			if fields = append(fields, field); len(fields) > maxCol {
				return &fault{code: "B124", args: args{"found": ColumnName(len(fields))}}
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
func (t *textTable) field(i int) (f csvField, end int, ok bool) {
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
			return csvField{strings.ReplaceAll(b.String(), "\r\n", "\n"), true}, end, true
		}
		return csvField{}, len(s), false
	}
	text, end := t.plain(i)
	return csvField{text, false}, end, true
}

func (t *textTable) plain(i int) (text string, end int) {
	for end = i; end < len(t.text); end++ {
		if c := t.text[end]; c == '\n' || c == '\r' || c == t.sep && t.sep != 0 {
			break
		}
	}
	return t.text[i:end], end
}

func (t *textTable) read(s *Sheet) error {
	style := newStyle("", "General")
	// Growing the list step by step would copy a large table many times over.
	likely := min(strings.Count(t.text, string(rune(t.sep)))+strings.Count(t.text, "\n")+1, t.lim.MaxCells)
	if err := t.guard.use(likely * cellMemory); err != nil {
		return err
	}
	s.Cells = make([]Cell, 0, likely)
	heading, split := 0, 0 // fields of the widest row of words; a row that may hold a number cut in two
	err := t.rows(func(row int, fields []csvField) error {
		words, cut := true, false
		for i, f := range fields {
			if strings.TrimSpace(f.text) == "" {
				continue
			}
			if len(f.text) > t.lim.MaxTextLen {
				return &fault{code: "B130", cell: Ref(row, i+1), args: args{"what": limitText, "limit": t.lim.MaxTextLen}}
			}
			if len(s.Cells) >= t.lim.MaxCells {
				return &fault{code: "B130", args: args{"what": limitCells, "limit": t.lim.MaxCells}}
			}
			c := Cell{Row: row, Col: i + 1, Kind: Text, Text: f.text, Style: style}
			if n, ok := plainNumber(strings.TrimSpace(f.text)); ok {
				c = Cell{Row: row, Col: i + 1, Kind: Number, Number: n, Style: style}
				words = false
				cut = cut || i > 0 && !f.quoted && !fields[i-1].quoted && endsInDigit(fields[i-1].text) && f.text[0] >= '0' && f.text[0] <= '9'
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
		return &fault{code: "B142", cell: Ref(split, heading+1), args: args{"row": split, "heading": heading}}
	}
	return nil
}

func endsInDigit(s string) bool { return s != "" && s[len(s)-1] >= '0' && s[len(s)-1] <= '9' }

// plainNumber reads a field that can only be a number: digits, without a
// leading zero (that is a code) and without marks between thousands, with one
// decimal mark where it has one reading. What a person wrote in any other way
// stays a text.
func plainNumber(s string) (quantity.Number, bool) {
	whole, decimals, marked := s, "", false
	if i := strings.IndexAny(s, ".,"); i >= 0 {
		whole, decimals, marked = s[:i], s[i+1:], true
	}
	digits := strings.TrimPrefix(whole, "-")
	if !isDigits(digits) || digits[0] == '0' && len(digits) > 1 || marked && !isDigits(decimals) {
		return quantity.Number{}, false
	}
	if !marked {
		return shortNumber([]byte(s))
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
	return len(s) > 0 && len(s) <= significantDigits
}
