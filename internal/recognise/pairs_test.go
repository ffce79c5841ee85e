package recognise

import (
	"testing"

	"baocao/internal/workbook"
)

// What is crossed out, raised or not seen in a line is asked about as it is in a
// table's cell, and no figure of a line goes without a word.
func TestLinesWithFiguresCrossedOut(t *testing.T) {
	plain := func(text string) workbook.Run { return workbook.Run{Text: text} }
	struck := func(text string) workbook.Run { return workbook.Run{Text: text, Font: "f", Struck: true} }
	unseen := func(text string) workbook.Run { return workbook.Run{Text: text, Font: "f", Unseen: true} }
	raised := func(text string) workbook.Run { return workbook.Run{Text: text, Font: "f", Script: workbook.Raised} }
	for _, c := range []struct {
		name string
		runs []workbook.Run
		want string
	}{
		{"the first digit", []workbook.Run{plain("Số hộ nghèo: "), struck("1"), plain("3 hộ")},
			"12.value=faulty B274@A1"},
		{"another figure", []workbook.Run{plain("Số hộ nghèo: 3 "), struck("5"), plain(" hộ.")},
			"12.value=faulty B274@A1"},
		{"the figure before the colon", []workbook.Run{plain("Số hộ nghèo"), struck(": 5"), plain(": 3 hộ")},
			"12.value=faulty B274@A1"},
		{"all of the figure", []workbook.Run{plain("Số hộ nghèo: "), struck("5 hộ")}, "12.value=faulty B272@A1"},
		{"the line", []workbook.Run{struck("Số hộ nghèo: "), struck("5 hộ")}, "12.value=faulty B272@A1"},
		{"not seen", []workbook.Run{plain("Số hộ nghèo: 3"), unseen("5"), plain(" hộ")}, "12.value=faulty B331@A1"},
		{"a note's mark", []workbook.Run{plain("Số hộ nghèo"), raised("(1)"), plain(": 3"), raised("(2)"), plain(";")},
			"12.value=3 B280@A1 B301@A1"},
		{"a word only", []workbook.Run{plain("Số hộ nghèo: 3 "), struck("người"), plain("hộ;")}, "12.value=3 B301@A1"},
		{"in several pieces", []workbook.Run{plain("Số hộ "), plain("nghèo: "), plain("3"), plain("."), plain(" ")},
			"12.value=3 B301@A1"},
	} {
		cell := workbook.Cell{Kind: workbook.Text, Runs: c.runs, Style: &workbook.Style{}}
		for _, run := range c.runs {
			cell.Text += run.Text
		}
		if got := said(examplePlan(t), "phuong-bac-son", laid([]row{{cell}})); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	line := workbook.Cell{Kind: workbook.Text, Text: "Số hộ nghèo: 5 hộ", Style: &workbook.Style{Struck: true}}
	if got := said(examplePlan(t), "phuong-bac-son", laid([]row{{line}})); got != "12.value=faulty B272@A1" {
		t.Error("a line in a style that crosses out:", got)
	}
	anew := laid([]row{{line}, {"Số hộ nghèo: 3"}})
	if got := said(examplePlan(t), "phuong-bac-son", anew); got != "12.value=3 B301@A2" {
		t.Error("written anew below:", got)
	}
}
