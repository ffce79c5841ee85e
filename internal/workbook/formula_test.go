package workbook

import "testing"

// A formula takes something from D4 of its own sheet, or only seems to.
func TestTheCellsOfAFormula(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"D4*1.05": true, "$D$4+352": true, "SUM(B4:E4)": true, "d4": true, "E5-D4": true,
		"D40": false, "AD4": false, "Năm!D4": false, "'Năm 2021'!D4": false, "[1]BC!D4": false, "LOG10(E4)": false,
		`IF(E4>0,"D4","")`: false, "D5:D9": false, "so_D4": false, "": false, "'Biểu ''1'!D4*2": true,
		"'BIỂU ''1'!$D$4":  true,
		"'[1]Biểu ''1'!D4": false, "'Biểu ''12'!D4": false,
	} {
		if got := (&Cell{HasFormula: true, Formula: text}).Mentions("Biểu '1", 4, 4); got != want {
			t.Errorf("=%s: %v", text, got)
		}
	}
}
