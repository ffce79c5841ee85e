package xls

import (
	"fmt"
	"math"
	"testing"

	"baocao/internal/workbook"
)

// dressed is a workbook with fonts of looks of their own: 1 crossed out, 2 raised, 3
// white, and formats 1 and 3 in them; 4 is white on a blue ground.
func dressed() *xlsWriter {
	w := &xlsWriter{biff8: true}
	for _, f := range []struct{ flags, color, script uint16 }{{0, autoColor, 0}, {8, 8, 0}, {0, 8, 1}, {0, 9, 0}} {
		font := rec(recFont, u16(200), f.flags, f.color, u16(400), f.script, u32(0), w.str("Arial"))
		w.globals = append(w.globals, font...)
	}
	for _, f := range []struct {
		font    uint16
		pattern u8
		ground  uint16
	}{{0, 0, 0x20C0}, {1, 0, 0x20C0}, {2, 0, 0x20C0}, {3, 0, 0x20C0}, {3, 1, 12 | 64<<7}, {0, 1, 64 | 65<<7}} {
		w.globals = append(w.globals, rec(recXF, f.font, u16(0), make([]byte, 13), f.pattern<<2, f.ground)...)
	}
	return w
}

func number(col, style uint16, v float64) []byte {
	return rec(recNumber, u16(0), col, style, math.Float64bits(v))
}

func TestXLSTellsWhatIsNotSeen(t *testing.T) {
	t.Parallel()
	var cells [][]byte
	for style := range uint16(6) {
		cells = append(cells, number(style, style, 5))
	}
	s := mustReadXLS(t, dressed().sheet("A", cells...).file()).Sheets[0]
	for i, want := range []workbook.Style{{}, {Struck: true}, {Script: workbook.Raised}, {Unseen: true}, {},
		{Unseen: true}} {
		if got := s.Cells[i].Style; got.Struck != want.Struck || got.Unseen != want.Unseen ||
			got.Script != want.Script {
			t.Errorf("format %d: %+v", i, got)
		}
	}
}

func TestXLSKeepsRaisedAndCrossedOutRuns(t *testing.T) {
	t.Parallel()
	s := mustReadXLS(t, dressed().sheet("A", rec(recRString, u16(0), u16(0), u16(0), u16(7), u8(0), "1181251", u16(3),
		u16(0), u16(1), u16(3), u16(0), u16(6), u16(2))).file()).Sheets[0]
	if c := s.At(1, 1); c.Struck() != "118" || c.OnLine() != "125" || c.OffLine() != "1" {
		t.Errorf("%+v", c.Runs)
	}
}

func TestXLSNotes(t *testing.T) {
	t.Parallel()
	object := func(id uint16) []byte { return rec(recObject, u16(0x15), u16(0x12), u16(0x19), id, make([]byte, 14)) }
	text := func(s string) []byte {
		return append(rec(recText, make([]byte, 10), u16(len(s)), u16(0), u32(0)), rec(recContinue, u8(0), s)...)
	}
	s := mustReadXLS(t, dressed().sheet("A", number(0, 0, 5),
		object(7), text("chua chot"),
		object(8), rec(recText, u16(0)),
		rec(recNote, u16(0), u16(0), u16(0), u16(7), u16(0)),
		rec(recNote, u16(4), u16(0), u16(0), u16(8), u16(0))).file()).Sheets[0]
	if s.Comment(1, 1) != "chua chot" || len(s.Comments) != 1 {
		t.Errorf("%+v", s.Comments)
	}
	old := &xlsWriter{}
	note := rec(recNote, u16(0), u16(0), u16(4), "hoi lai")
	s = mustReadXLS(t, old.looks().sheet("A", number(0, 0, 5), note).file()).Sheets[0]
	if s.Comment(1, 1) != "hoi " {
		t.Errorf("BIFF5: %+v", s.Comments)
	}
}

// What stands in a drawn object that is no remark's is kept at the cell of its corner.
func TestXLSBoxes(t *testing.T) {
	t.Parallel()
	object := func(kind uint16) []byte {
		return rec(recObject, u16(0x15), u16(0x12), kind, u16(3), make([]byte, 14))
	}
	anchor := rec(recDrawing, u16(0x0F), u16(0xF004), u32(26), u16(0), u16(drawingAnchor), u32(18),
		u16(0), u16(2), u16(0), u16(9), make([]byte, 10))
	text := append(rec(recText, make([]byte, 10), u16(7), u16(0), u32(0)), rec(recContinue, u8(0), "so nhap")...)
	s := mustReadXLS(t, dressed().sheet("A", number(0, 0, 5), anchor, object(textObject), text,
		object(noteObject), text).file()).Sheets[0]
	if len(s.Boxes) != 1 || s.Boxes[0].Text != "so nhap" || s.Boxes[0].Ref() != "C10" || s.Unread {
		t.Errorf("%+v, %v", s.Boxes, s.Unread)
	}
	old := &xlsWriter{}
	if s = mustReadXLS(t, old.looks().sheet("A", number(0, 0, 5), object(textObject)).file()).Sheets[0]; !s.Unread {
		t.Error("BIFF5: a box that is not read is told of")
	}
}

// A file that is calculated by hand, or whose results are left to whoever opens it.
func TestXLSValuesThatMayBeOld(t *testing.T) {
	t.Parallel()
	sum := []byte{0x1E, 1, 0, 0x1E, 2, 0, 0x03}
	formula := func(v float64, flags uint16) []byte {
		return rec(recFormula, u16(0), u16(0), u16(0), math.Float64bits(v), flags, u32(0), u16(len(sum)), sum)
	}
	for _, c := range []struct {
		name    string
		records []byte
		stale   bool
	}{
		{"by hand", append(rec(recCalcMode, u16(0)), formula(3, 0)...), true},
		{"by itself", append(rec(recCalcMode, u16(1)), formula(3, 0)...), false},
		{"a zero to be calculated", formula(0, 2), true}, {"a value to be calculated", formula(3, 2), false},
		{"a zero", formula(0, 0), false},
	} {
		b := mustReadXLS(t, dressed().sheet("A", c.records).file())
		if b.Stale != c.stale || b.Sheets[0].Cells[0].Formula != "1+2" {
			t.Errorf("%s: %v, %q", c.name, b.Stale, b.Sheets[0].Cells[0].Formula)
		}
	}
}

func TestXLSFormulas(t *testing.T) {
	t.Parallel()
	ref, area := le(u8(0x44), u16(4), u16(0xC004)), le(u8(0x25), u16(2), u16(4), u16(0xC004), u16(0xC004))
	own, other := le(u8(0x3A), u16(0), u16(4), u16(4)), le(u8(0x5A), u16(1), u16(4), u16(4))
	join := func(parts ...[]byte) []byte { return le(anyOf(parts)...) }
	for _, c := range []struct {
		want   string
		tokens []byte
	}{
		{"SUM(E3:E5)", join(area, []byte{0x19, 0x10, 0, 0})},
		{"SUM(E3:E5,E5)", join(area, ref, []byte{0x42, 2, 4, 0})},
		{"SUBTOTAL(9,E3:E5)", join([]byte{0x1E, 9, 0}, area, []byte{0x42, 2, 0x58, 1})},
		{"(E5-E5)*2", join(ref, ref, []byte{0x04, 0x15, 0x1E, 2, 0, 0x05})},
		{"-E5", join(ref, []byte{0x13})},
		{"'A'!E5", own},
		{"[2]!E5+1", join(other, []byte{0x1E, 1, 0, 0x03})},
		{"0.5", join([]byte{0x1F}, le(math.Float64bits(0.5)))},
		{"", []byte{0x01, 0, 0, 0, 0}},        // kept with another cell
		{"", []byte{0x03}},                    // no sides
		{"", join(ref, ref)},                  // two results
		{"", ref[:3]},                         // cut short
		{"", join([]byte{0x17, 1, 0, 'a'})},   // a text
		{"", join(ref, []byte{0x42, 200, 4})}, // more arguments than there are
	} {
		w := dressed()
		w.globals = append(w.globals, rec(recSupBook, u16(1), u16(0x0401))...)
		w.globals = append(w.globals, rec(recSupBook, u16(1), u16(0))...)
		w.globals = append(w.globals, rec(recExternSheet, u16(2), u16(0), u16(0), u16(0), u16(1), u16(0), u16(0))...)
		s := mustReadXLS(t, w.sheet("A", rec(recFormula, u16(0), u16(0), u16(0), math.Float64bits(5), u16(0), u32(0),
			u16(len(c.tokens)), c.tokens)).file()).Sheets[0]
		if got := s.Cells[0].Formula; got != c.want {
			t.Errorf("% x: %q, want %q", c.tokens, got, c.want)
		}
		if got := s.Cells[0].LinksOut(); got != (c.want == "[2]!E5+1") {
			t.Errorf("%s links to another workbook: %v", c.want, got)
		}
	}
}

func anyOf(parts [][]byte) (all []any) {
	for _, p := range parts {
		all = append(all, p)
	}
	return all
}

// The rules of a sheet as LibreOffice writes them: white letters where 0, a black
// ground above 100, crossed out where AND(ISNUMBER($A1),A1=A$1).
func TestXLSRules(t *testing.T) {
	t.Parallel()
	font := func(lines, color, given uint32) []byte {
		return le(make([]byte, 68), lines, make([]byte, 8), color, u32(0), given, make([]byte, 26))
	}
	rule := func(kind, operator u8, dxf uint32, look []byte, formula ...byte) []byte {
		return rec(recRule, kind, operator, u16(len(formula)), u16(0), dxf, u16(0), look, formula)
	}
	equal := []byte{0x6C, 0, 0, 4, 0x80, 0x61, 0x80, 0, 0x6C, 0, 0, 0, 0xC0, 0x6C, 0, 0, 0, 0x40, 0x0B, 0x42, 2, 0x24,
		0}
	equal[3], equal[17] = 0, 0 // $A and row 1
	rules := [][]byte{
		rec(recRuleCells, u16(3), u16(1), u16(0), u16(9), u16(0), u16(0), u16(1), u16(0), u16(9), u16(0), u16(0)),
		rule(1, 3, 0x043FFFFF, font(0, 9, 0x9A), 0x1E, 0, 0),
		rule(1, 5, 0x203FFFFF, le(u16(0), u16(0x043A)), 0x1E, 100, 0),
		rule(2, 0, 0x043FFFFF, font(0x80, 0xFFFFFFFF, 0x1A), equal...),
		rule(2, 0, 0x043FFFFF, font(0, 9, 0x9A), 0x1E, 1, 0, 0x21, 9, 0), // a function that is not known
	}
	at := func(row uint16, v float64) []byte { return rec(recNumber, row, u16(0), u16(0), math.Float64bits(v)) }
	w := dressed()
	w.globals = append(w.globals, rec(recPalette, u16(1), u32(0))...)
	s := mustReadXLS(t, w.sheet("A", append([][]byte{at(0, 5), at(1, 0), at(2, 127), at(3, 7), at(11, 0)},
		rules...)...).
		file()).Sheets[0]
	for i, want := range []workbook.Style{{Struck: true}, {Unseen: true}, {Unseen: true}, {Doubtful: true}, {}} {
		got := s.Cells[i].Style
		if got.Struck != want.Struck || got.Unseen != want.Unseen || got.Doubtful != want.Doubtful {
			t.Errorf("%s: %+v", s.Cells[i].Ref(), got)
		}
	}
	for n := range rules { // cut short anywhere, the figures stay
		for cut := 0; cut < len(rules[n])-4; cut += 5 {
			damaged := le(u16(rules[n][0])|u16(rules[n][1])<<8, u16(cut), rules[n][4:4+cut])
			mustReadXLS(t, dressed().sheet("A", at(0, 5), rules[0], damaged).file())
		}
	}
}

// A heading centred over blank cells; zeros that are not shown; a low row.
func TestXLSSheetsAsTheyLook(t *testing.T) {
	t.Parallel()
	w := dressed()
	w.globals = append(w.globals, rec(recXF, u16(0), u16(0), make([]byte, 2), u8(6), make([]byte, 11), u16(0x20C0))...)
	label := func(col, style uint16, s string) []byte {
		return rec(recLabel, u16(0), col, style, u16(len(s)), u8(0), s)
	}
	b := mustReadXLS(t, w.sheet("A", label(0, 6, "2022"),
		rec(recMulBlank, u16(0), u16(1), u16(6), u16(6), u16(0), u16(3)),
		label(4, 6, "2021"), rec(recBlank, u16(0), u16(5), u16(6)), rec(recWindow, u16(0x06A6), make([]byte, 16)),
		rec(recRow, u16(3), u16(0), u16(1), u16(15), u16(0), u16(0), u16(0x40), u16(0)),
		rec(recColInfo, u16(2), u16(2), u16(25), u16(0), u16(0), u16(0))).file())
	s := b.Sheets[0]
	if got := fmt.Sprint(s.Merges, s.HiddenRows, s.HiddenCols,
		s.HidesZeros); got != "[A1:C1 E1:F1] [{4 4}] [{3 3}] true" {
		t.Error(got)
	}
	old := dressed()
	old.globals = append(old.globals, rec(recRecalc, u16(0x1C1), u16(0), u32(0))...)
	if !mustReadXLS(t, old.sheet("A", number(0, 0, 5)).file()).Stale || b.Stale {
		t.Error("a book that no Excel has calculated is not told")
	}
}

func TestXLSRunsThatAreNotSeen(t *testing.T) {
	t.Parallel()
	rich := func(style uint16) []byte {
		return rec(recRString, u16(0), style, style, u16(4), u8(0), "1250", u16(1), u16(3), u16(3))
	}
	s := mustReadXLS(t, dressed().sheet("A", rich(0), rich(4)).file()).Sheets[0]
	if white, onBlue := s.Cells[0].Unseen(), s.Cells[1].Unseen(); white != "0" || onBlue != "" {
		t.Errorf("%q, on blue %q", white, onBlue)
	}
}
