package xlsx

import (
	"bytes"
	"encoding/xml"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"baocao/internal/ooxml"
)

// texts are those of a workbook's cells, each once: of the thousands of cells of a sheet
// that lists answers nearly all say what others say.
type texts struct {
	known map[string]shared
	items []byte // as their part has them
	cells int    // that say them
}

// shared is a text of the workbook, by its number there.
type shared struct {
	number int
	like   likeness
}

// mostShared is how many bytes of texts are held for other cells to say them too.
const mostShared = 1 << 20

// find is the number of a text, negative where it is to stand in its cell, and what a
// program may take it for.
func (t *texts) find(said string) (number int, like likeness) {
	of, has := t.known[said]
	if !has {
		of.like = likenessOf([]byte(said))
		if len(t.items) > mostShared {
			return -1, of.like
		}
		of.number = len(t.known)
		t.known[said] = of
		t.items = append(t.items, "<si>"...)
		t.items = append(appendSaid(t.items, said), "</si>"...)
	}
	t.cells++
	return of.number, of.like
}

// part is the part that has them.
func (t *texts) part() []byte {
	b := []byte(ooxml.Head + `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="`)
	b = strconv.AppendInt(b, int64(t.cells), 10)
	b = append(b, `" uniqueCount="`...)
	b = append(strconv.AppendInt(b, int64(len(t.known)), 10), `">`...)
	return append(append(b, t.items...), "</sst>"...)
}

// declare adds the part to one of those that say what parts there are.
func (t *texts) declare(part []byte) ([]byte, error) {
	if bytes.Contains(part, []byte("</Types>")) {
		return insert(part, []byte(`<Override PartName="/`+textsPart+`" ContentType="`+
			excelize.ContentTypeSpreadSheetMLSharedStrings+`"/>`), "</Types>")
	}
	return insert(part, []byte(`<Relationship Id="texts" Type="`+excelize.SourceRelationshipSharedStrings+
		`" Target="sharedStrings.xml"/>`), "</Relationships>")
}

// appendSaid appends a text as a cell has it.
func appendSaid(b []byte, said string) []byte {
	b = append(b, "<t"...)
	if outerSpace(said) {
		b = append(b, ` xml:space="preserve"`...)
	}
	b = append(b, '>')
	first := true
	for line := range strings.SplitSeq(literal(said), "\n") {
		if !first {
			b = append(b, '\n')
		}
		first = false
		b = appendEscaped(b, line)
	}
	return append(b, "</t>"...)
}

// appendEscaped appends a text as XML has it: most are the same there.
func appendEscaped(to []byte, s string) []byte {
	for _, r := range s {
		if r < ' ' || r == '"' || r == '\'' || r == '&' || r == '<' || r == '>' || r >= utf8.RuneError && r <= 0xffff {
			var out bytes.Buffer
			_ = xml.EscapeText(&out, []byte(s)) // a buffer takes everything
			return append(to, out.Bytes()...)
		}
	}
	return append(to, s...)
}

// outerSpace reports a text that readers of XML would trim.
func outerSpace(s string) bool {
	const blanks = "\t\n\r "
	return s != "" && (strings.IndexByte(blanks, s[0]) >= 0 || strings.IndexByte(blanks, s[len(s)-1]) >= 0)
}

// fitting is as much of a text as a cell takes.
func fitting(s string) string {
	if len(s) <= maxCellText {
		return s
	}
	units := 0
	for i, r := range s {
		if units++; r > 0xffff {
			units++
		}
		if units > maxCellText {
			return s[:i]
		}
	}
	return s
}

// literal is a text in which nothing is taken for a letter by its number, "_x0041_": of
// each such sign the first stroke is written by its own.
func literal(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		if isNumbered(s[i:]) {
			b.WriteString("_x005F_")
		} else {
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

// isNumbered reports a text that begins with the number of a letter.
func isNumbered(s string) bool {
	const pattern = "_x0041_"
	if len(s) < len(pattern) || s[:2] != "_x" || s[6] != '_' {
		return false
	}
	_, err := strconv.ParseUint(s[2:6], 16, 16)
	return err == nil
}
