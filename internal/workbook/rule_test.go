package workbook

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"

	"baocao/internal/quantity"
)

// Conditions as people write them for E3, judged for E4.
func TestConditionsOfRules(t *testing.T) {
	t.Parallel()
	n := func(row, col int, v int64) Cell {
		return Cell{Row: row, Col: col, Kind: Number, Number: quantity.Int(v), Style: &Style{}}
	}
	s := &Sheet{Name: "S", Cells: []Cell{n(3, 5, 7), {Row: 3, Col: 6, Kind: Text, Text: "x", Style: &Style{}},
		n(4, 5, 0),
		{Row: 4, Col: 6, Kind: Text, Text: "Đạt", Style: &Style{}}, {Row: 4, Col: 7, Kind: Error, Text: "#N/A"},
		{Row: 4, Col: 9, Kind: Error, Text: "#DIV/0!"}}}
	b := &Book{Sheets: []*Sheet{s}}
	for formula, want := range map[string]Truth{
		"E3=0": Yes, "E3<>0": No, "$E$3=7": Yes, "E3>-1": Yes, "E3<=$E$3": Yes, "E3+1>=2": No, "ABS(E3-2)=2": Yes,
		`F3="đạt"`: Yes, `F3<>"x"`: Yes, `F3=""`: No, `H3=""`: Yes, "H3=0": Yes, `"a""b"=F3`: No, `F3>"A"`: Open,
		"ISERROR(E3)": No, "ISERROR(G3)": Yes, "ISBLANK(H3)": Yes, "ISBLANK(E3)": No, "NOT(ISNUMBER(F3))": Yes,
		"AND(E3=0,F3=\"Đạt\")": Yes, "OR(E3>0,F3=\"x\")": No, "AND(E3=0,RANK(E3,E3:E9)=1)": Open,
		"AND(E3=1,RANK(E3,E3:E9)=1)": No, "LEN(TRIM(F3))=0": No, "LEN(H3)=0": Yes, "TRUE": Yes, "FALSE()": No,
		"E3": No, "1": Yes, "F3": No, "F3>5": Yes, "G3=0": No, "E3=TRUE": No, "COUNTIF(E3:E9,E3)>1": Open,
		"E3=INT(E3)": Yes, "INT(-1.5)=-2": Yes, "INT(1.5)=2": No, "MOD(7,2)=1": Yes, "MOD(7,0)=1": Open,
		"ROUND(1.25,1)=1.3": Yes, "E3=0 x": Open, "E3==0": Open, "": Open,
		"NOT(G3)": No, "NOT(G3=0)": No, "OR(E3=0,G3=1)": No, "OR(G3,TRUE)": No, "AND(G3>0,E3=0)": No,
		"NOT(AND(E3=1,G3=0))": No, "NOT(OR(E3=0,RANK(E3,E3:E9)=1))": No, "OR(E3=0,RANK(E3,E3:E9)=1)": Open,
		"NOT(AND(E3=1,RANK(E3,E3:E9)=1))": Open, "ISERROR(RANK(E3,E3:E9))": Open, "ISERROR(G3=0)": Yes,
		"ISERROR(AND(E3=1,RANK(E3,E3:E9)=1))": Open, "ISERROR(NOT(G3))": Yes, "ISERROR(ABS(G3))": Yes,
		"ISNA(G3)": Yes, "ISERR(G3)": No, "ISNA(I3)": No, "ISERR(I3)": Yes, "ISNA(G3=1)": Yes, "ISNA(E3)": No,
		"ISNA(AND(G3,I3))": Open, "ISERR(H3)": No, "AND(H3,E3=0)": Yes, "OR(H3,E3=1)": No, "AND(F3,E3=0)": Open,
		"NOT(H3)": Yes, "NOT(F3)": No, "NOT(E3=1)": Yes, "ISNUMBER(G3)": No, "(E3=0)=TRUE": Open,
		"MOD(ROW(),2)=0": Open, "[1]S!E3=0": Open, "SUM(E3:E9)=0": Yes,
		strings.Repeat("NOT(", 60) + "TRUE" + strings.Repeat(")", 60): Open,
		strings.Repeat("(", 1<<15):                                    Open,
	} {
		if got := b.holds(s, &s.Cells[2], &Condition{Formula: formula, Row: 3, Col: 5}); got != want {
			t.Errorf("%.40s: %v, want %v", formula, got, want)
		}
	}
	for _, c := range []struct {
		operator, first, second string
		want                    Truth
	}{
		{"=", "0", "", Yes}, {"=", "E3", "", Yes}, {"=", "$E$3", "", No}, {"between", "-1", "1", Yes},
		{"between", "1", "9", No}, {"notBetween", "1", "9", Yes}, {"<", "NOW()", "", Open}, {"between", "1", "NOW()",
			No},
		{"between", "G3", "1", No}, {"notBetween", "G3", "1", No}, {"<>", "G3", "", No}, {"notBetween", "1", "NOW()",
			Open},
		{"about", "0", "", Open}, {"", "0", "", Open}, {">", `"a"`, "", No},
	} {
		when := Condition{Operator: c.operator, Terms: [2]string{c.first, c.second}, Row: 3, Col: 5}
		if got := b.holds(s, &s.Cells[2], &when); got != c.want {
			t.Errorf("%s %s %s: %v, want %v", c.operator, c.first, c.second, got, c.want)
		}
	}
}

// The first rule that holds decides, and one that stops keeps the others away. What
// two rules give together neither may give alone.
func TestRulesGiveCellsTheirLooks(t *testing.T) {
	t.Parallel()
	const white, bold, struck, blue, blueGround, whiteGround = 0, 1, 2, 3, 4, 5
	over := func(style *Style, looks []int) Style {
		font, ground, crossed := "black", "white", style.Struck
		for _, l := range slices.Backward(looks) {
			switch l {
			case white:
				font = "white"
			case blue:
				font = "blue"
			case blueGround:
				ground = "blue"
			case whiteGround:
				ground = "white"
			case struck:
				crossed = true
			}
		}
		return *style.With(crossed, font == ground)
	}
	rule := func(look int, stop bool, formula string) Rule {
		return Rule{Ranges: []Range{{1, 1, 9, 1}}, Stop: stop, When: Condition{Formula: formula, Row: 1, Col: 1},
			Look: look}
	}
	const unclear, yes, no = "COUNTIF(A1:A9,A1)>1", "A1=5", "A1=6"
	many := make([]Rule, maxTogether+2)
	for i := range many {
		many[i] = rule(100+i, false, yes)
	}
	for _, c := range []struct {
		name  string
		rules []Rule
		want  Style
	}{
		{"white", []Rule{rule(white, false, yes)}, Style{Unseen: true}},
		{"not now", []Rule{rule(white, false, no)}, Style{}},
		{"white and struck", []Rule{rule(white, false, yes), rule(struck, false, yes)},
			Style{Unseen: true, Struck: true}},
		{"stopped", []Rule{rule(bold, true, yes), rule(white, false, yes)}, Style{}},
		{"not stopped", []Rule{rule(bold, true, no), rule(white, false, yes)}, Style{Unseen: true}},
		{"unclear", []Rule{rule(white, false, unclear)}, Style{Doubtful: true}},
		{"unclear, and harmless", []Rule{rule(bold, false, unclear)}, Style{}},
		{"perhaps stopped", []Rule{rule(bold, true, unclear), rule(white, false, yes)},
			Style{Unseen: true, Doubtful: true}},
		{"stopped before what is unclear", []Rule{rule(bold, true, yes), rule(white, false, unclear)}, Style{}},
		{"another cell", []Rule{{Ranges: []Range{{2, 1, 9, 1}}, When: Condition{Always: true}}}, Style{}},
		{"white on blue", []Rule{rule(white, false, yes), rule(blueGround, false, yes)}, Style{}},
		{"a ground alone", []Rule{rule(blueGround, false, yes)}, Style{}},
		{"blue on blue", []Rule{rule(blueGround, false, yes), rule(blue, false, yes)}, Style{Unseen: true}},
		{"blue on blue, stopped", []Rule{rule(blueGround, true, yes), rule(blue, false, yes)}, Style{}},
		{"perhaps on blue", []Rule{rule(blue, false, yes), rule(blueGround, false, unclear)}, Style{Doubtful: true}},
		{"perhaps both", []Rule{rule(blue, false, unclear), rule(blueGround, false, unclear)}, Style{Doubtful: true}},
		{"white, perhaps on blue", []Rule{rule(white, false, yes), rule(blueGround, false, unclear)},
			Style{Unseen: true, Doubtful: true}},
		{"white beyond doubt", []Rule{rule(white, false, yes), rule(whiteGround, false, yes),
			rule(blueGround, false, unclear)}, Style{Unseen: true}},
		{"perhaps blue, perhaps stopped before blue", []Rule{rule(blue, false, unclear), rule(bold, true, unclear),
			rule(whiteGround, false, yes), rule(blueGround, false, yes)}, Style{}},
		{"perhaps black on blue, or stopped", []Rule{rule(blueGround, false, unclear), rule(bold, true, unclear),
			rule(blue, false, yes)}, Style{Doubtful: true}},
		{"the same again and again", slices.Repeat([]Rule{rule(bold, false, unclear)}, 99), Style{}},
		{"beside white the same", append(slices.Repeat([]Rule{rule(bold, false, unclear)}, 99),
			rule(white, false, no)), Style{}},
		{"many", append(many, rule(white, false, yes)), Style{Unseen: true}},
	} {
		s := &Sheet{Cells: []Cell{{Row: 1, Col: 1, Kind: Number, Number: quantity.Int(5), Style: &Style{}}}}
		b := &Book{Sheets: []*Sheet{s}}
		if err := b.Dress(s, c.rules, NewGuard(context.Background(), DefaultLimits()), over); err != nil {
			t.Fatal(err)
		}
		if got := *s.Cells[0].Style; got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}

// Many cells, styles and rules are read in time, or refused: nothing grows unbooked.
func TestDressingIsBounded(t *testing.T) {
	t.Parallel()
	s := &Sheet{}
	for i := range 1000 {
		s.Cells = append(s.Cells, Cell{Row: 1 + i, Col: 1, Kind: Number, Number: quantity.Int(int64(i)),
			Style: &Style{}})
	}
	var rules []Rule
	for i := range 40 {
		rules = append(rules, Rule{Ranges: []Range{{1, 1, 1000, 1}}, Look: i, When: Condition{
			Formula: "MOD(INT(A1/" + strconv.Itoa(1+i) + "),2)=0", Row: 1, Col: 1}})
	}
	over := func(style *Style, looks []int) Style { return *style.With(false, len(looks)%2 == 0) }
	limits := DefaultLimits()
	limits.MaxMemory = 1 << 18
	err := (&Book{Sheets: []*Sheet{s}}).Dress(s, rules, NewGuard(context.Background(), limits), over)
	if refused := (*Refusal)(nil); !errors.As(err, &refused) || refused.Problem.Code != "B130" {
		t.Error(err)
	}
}

func TestWhatNobodySeesInACell(t *testing.T) {
	t.Parallel()
	white := &Style{Unseen: true}
	for _, c := range []struct {
		cell          Cell
		prose, unseen string
		isUnseen      bool
	}{
		{Cell{Text: "125", Style: white}, "125", "", true},
		{Cell{Text: "1250", Style: &Style{},
			Runs: []Run{{Text: "125"}, {Text: "0", Unseen: true}}}, "125", "0", false},
		{Cell{Text: "125", Style: white, Runs: []Run{{Text: "125", Font: "Arial"}}}, "125", "", false},
		{Cell{Text: "ab", Style: &Style{},
			Runs: []Run{{Text: "a", Unseen: true}, {Text: "b", Unseen: true}}}, "", "ab", true},
		{Cell{Text: "352 hộ1", Style: &Style{},
			Runs: []Run{{Text: "352 hộ"}, {Text: "1", Script: Raised}}}, "352 hộ", "", false},
		{Cell{Text: "12 m2", Style: &Style{}, Runs: []Run{{Text: "12 m"}, {Text: "2", Script: Raised}}}, "12 m2", "",
			false},
		{Cell{Text: "CO2", Style: &Style{}, Runs: []Run{{Text: "CO"}, {Text: "2", Script: Lowered}}}, "CO2", "", false},
	} {
		if got := c.cell.Prose(); got != c.prose || c.cell.Unseen() != c.unseen || c.cell.IsUnseen() != c.isUnseen {
			t.Errorf("%+v: %q, %q, %v", c.cell, got, c.cell.Unseen(), c.cell.IsUnseen())
		}
	}
}
