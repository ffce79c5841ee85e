package recognise

import "testing"

// A formula without a cell in it has one result, whatever the file says of being
// out of date.
func TestAFormulaOfNumbersIsNeverOutOfDate(t *testing.T) {
	for formula, want := range map[string]bool{
		"ROUND(100*48/58,2)": true, "TRUNC(100*(3-2.5)/2.5,2)": true, "1200+35": true,
		"ROUND(B3/B4,2)": false, "SUM(D2:D9)": false, "TODAY()": false, "Tong*2": false, "RAND()*100": false,
	} {
		if got := isOfNumbers(formula); got != want {
			t.Errorf("%s: %t, want %t", formula, got, want)
		}
	}
}
