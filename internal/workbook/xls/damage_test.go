package xls

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"baocao/internal/workbook"
	"baocao/internal/workbook/ole"
)

// smallBooks are the streams of the books that are damaged below: one with every kind
// of record that is read, and what LibreOffice writes for both generations.
func smallBooks(tb testing.TB) map[string][]byte {
	tb.Helper()
	w := biff8()
	w.globals = append(w.globals, longTexts(8224, []testText{{text: "Tổng số hộ", wide: true}, {text: "xa"}})...)
	w.globals = append(w.globals, bytes.Join([][]byte{rec(recFormat, u16(164), u16(5), u8(0), "0.00%"),
		rec(recXF, u16(0), u16(164), make([]byte, 16))}, nil)...)
	row := func(n, from, to uint16) []byte {
		return rec(recRow, n, from, to, u16(255), u16(0), u16(0), u16(0x100), u16(15))
	}
	text := func(row, col uint16, n uint32) []byte { return rec(recLabelSST, row, col, u16(0), n) }
	w.sheet("Biểu 1", rec(0x0200, u32(0), u32(4), u16(0), u16(6), u16(0)),
		row(0, 0, 5), row(1, 0, 6), row(2, 0, 5), row(3, 0, 3),
		text(0, 0, 0), number8(0, 1, 612.4), rec(recRK, u16(0), u16(2), u16(0), u32(325<<2|2)),
		rec(recBlank, u16(0), u16(3), u16(0)), text(0, 4, 1),
		text(1, 0, 1), rec(recMulRK, u16(1), u16(1), u16(0), u32(7<<2|2), u16(3), u32(4587<<2|3), u16(2)),
		rec(recMulBlank, u16(1), u16(3), u16(0), u16(0), u16(4)), number8(1, 5, 0.125),
		text(2, 0, 0), rec(recBoolErr, u16(2), u16(1), u16(0), u8(0x07), u8(1)),
		rec(recLabel, u16(2), u16(2), u16(0), u16(2), u8(1), utf16le("xã")),
		rec(recRString, u16(2), u16(3), u16(0), u16(3), u8(0), "S\xACn", u16(1), u16(1), u16(1)), number8(2, 4, 88),
		formula8(3, 0, value(625.5), 0x24, 0, 0, 1, 0xC0), formula8(3, 1, textResult, 0x24, 0, 0, 0, 0xC0),
		rec(recString, u16(2), u8(1), utf16le("xã")), number8(3, 2, 15),
		rec(0x00D7, u32(100), u16(10), u16(20), u16(30), u16(40)),
		rec(0x023E, make([]byte, 18)), rec(recMerged, u16(1), u16(5), u16(6), u16(0), u16(3)))
	w.sheet("Biểu 2", row(0, 0, 2), text(0, 0, 1), number8(0, 1, 2022))
	books := map[string][]byte{"written": w.stream()}
	for _, name := range []string{"calc97.xls", "calc95.xls"} {
		c, err := ole.Open(xlsFixtures(tb)[name], workbook.NewGuard(context.Background(), patient()))
		if err != nil {
			tb.Fatal(err)
		}
		part := Parts[0]
		if !c.Has(part) {
			part = Parts[1]
		}
		if books[name], err = c.Stream(part); err != nil {
			tb.Fatal(err)
		}
	}
	return books
}

// damage calls with for each of many ways to damage a stream.
func damage(stream []byte, with func(kind, what string, damaged []byte)) {
	changed := func(kind, what string, at int, to []byte) {
		if bytes.Equal(stream[at:at+len(to)], to) {
			return
		}
		damaged := bytes.Clone(stream)
		copy(damaged[at:], to)
		with(kind, fmt.Sprintf("%s at %d", what, at), damaged)
	}
	for n := 0; n < len(stream); n += 1 + len(stream)/60 {
		with("cut", fmt.Sprintf("to %d", n), bytes.Clone(stream[:n]))
	}
	for at := 0; at < len(stream); at += 512 {
		changed("zeroed sector", "", at, make([]byte, min(512, len(stream)-at)))
	}
	for at := 0; at+64 < len(stream); at += 64 {
		changed("zeroed small sector", "", at, make([]byte, 64))
	}
	for pos := 0; pos+4 <= len(stream); {
		kind, body, ok := recordAt(stream, pos)
		if !ok || kind == 0 {
			break
		}
		name := fmt.Sprintf("record %04X", kind)
		for bit := range 16 {
			changed("number", fmt.Sprintf("%s bit %d", name, bit), pos, le(kind^1<<bit))
			changed("length bit", fmt.Sprintf("%s bit %d", name, bit), pos+2, le(uint16(len(body))^1<<bit))
		}
		changed("length", name+" longer", pos+2, le(uint16(len(body)+1)))
		changed("length", name+" shorter", pos+2, le(uint16(len(body)-1)))
		changed("early end", name, pos, le(uint16(recEOF), uint16(0)))
		changed("early end", name+" of its length", pos, le(uint16(recEOF)))
		if kind == recBoundSheet {
			offset := binary.LittleEndian.Uint32(body)
			for bit := range 32 {
				changed("offset", fmt.Sprintf("bit %d", bit), pos+4, le(offset^1<<bit))
			}
			for bit := range 8 {
				changed("kind of sheet", fmt.Sprintf("bit %d", bit), pos+9, []byte{body[5] ^ 1<<bit})
			}
		}
		pos += 4 + len(body)
	}
}

// unseen are the kinds of damage, by record, that leave a sound book of other content,
// as a flipped bit of a figure does.
var unseen = map[string]string{
	"0042": "the code page of Excel 95 becomes a setting, and texts are read in another",
	"0040": "a setting becomes the code page",
	"00C1": "a setting takes in the code page",
	"0200": "the range of cells in use becomes a text of Excel 95",
	"027E": "a number alone in its row becomes the window of Excel 95",
}

// sameSheets compares all but how formulas are written: of that no figure depends.
func sameSheets(a, b *workbook.Book) bool {
	plain := func(b *workbook.Book) (sheets []*workbook.Sheet) {
		for _, s := range b.Sheets {
			s := *s
			s.Cells = slices.Clone(s.Cells)
			for i := range s.Cells {
				s.Cells[i].Formula = ""
			}
			sheets = append(sheets, &s)
		}
		return sheets
	}
	return reflect.DeepEqual(plain(a), plain(b))
}

// An .xls has no checksums, yet of thousands of damaged copies next to none is read
// with other cells.
func TestADamagedXLSReadsTheSameOrIsNamed(t *testing.T) {
	t.Parallel()
	tally := map[string][3]int{}
	for book, stream := range smallBooks(t) {
		original, err := Read("Workbook", stream, workbook.NewGuard(context.Background(), patient()))
		if err != nil {
			t.Fatalf("%s: %v", book, err)
		}
		step := 11
		if book == "written" {
			step = 1
		}
		tried := 0
		damage(stream, func(kind, what string, damaged []byte) {
			if tried++; tried%step != 0 {
				return
			}
			n := tally[kind]
			b, err := Read("Workbook", damaged, workbook.NewGuard(context.Background(), patient()))
			switch {
			case err != nil:
				if code := codeOf(err); len(code) != 4 || code == "B132" {
					t.Fatalf("%s: %s, %s: %v", book, kind, what, err)
				}
				n[1]++
			case sameSheets(b, original):
				n[0]++
			default:
				n[2]++
				if record, _, _ := strings.Cut(strings.TrimPrefix(what, "record "), " "); unseen[record] == "" {
					t.Errorf("%s: %s, %s: read with other cells", book, kind, what)
				}
			}
			tally[kind] = n
		})
	}
	different := 0
	for _, kind := range slices.Sorted(maps.Keys(tally)) {
		n := tally[kind]
		t.Logf("%s: %d equal, %d named, %d different", kind, n[0], n[1], n[2])
		different += n[2]
	}
	if different > 5 {
		t.Errorf("%d damaged copies were read with other cells", different)
	}
}
