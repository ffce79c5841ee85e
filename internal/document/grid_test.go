package document_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"baocao/internal/document"
)

// A head of two rows: a cell that reaches down keeps its column in the second, and
// cells that would stand beyond the last column are left out.
func TestCellsStandBesideThoseThatReachDown(t *testing.T) {
	cell := func(text string, across, down int) document.Cell {
		return document.Cell{Runs: []document.Run{{Text: text}}, ColSpan: across, RowSpan: down}
	}
	rows := document.Place(make([]document.Column, 4),
		[]document.Cell{cell("TT", 0, 2), cell("Kết quả", 2, 1), cell("Ghi chú", 1, 2), cell("thừa", 1, 1)},
		[]document.Cell{cell("2021", 1, 1), cell("2022", 1, 1)},
		[]document.Cell{cell("I. Kinh tế", 9, 1)})
	var got strings.Builder
	for _, cells := range rows {
		for _, c := range cells {
			text := "^"
			if !c.Under {
				text = c.Runs[0].Text
			}
			fmt.Fprintf(&got, "[%s %d+%d]", text, c.Col, c.Span)
		}
		got.WriteByte('\n')
	}
	want := "[TT 0+1][Kết quả 1+2][Ghi chú 3+1]\n[^ 0+1][2021 1+1][2022 2+1][^ 3+1]\n[I. Kinh tế 0+4]\n"
	if got.String() != want {
		t.Errorf("got\n%swant\n%s", got.String(), want)
	}
}

func TestColumnsFillTheRoom(t *testing.T) {
	number := document.Demand{Least: 20, Wish: 30, Most: 30, Weight: 900}
	words := document.Demand{Least: 40, Wish: 80, Most: 900, Weight: 900 * 900}
	for _, c := range []struct {
		name string
		room float64
		ok   func(number, words float64) bool
	}{
		{"the long text gets the rest", 300, func(n, w float64) bool { return math.Abs(n-30) < 0.01 && w > 269 }},
		{"as much of the wishes as there is room for", 85, func(n, w float64) bool {
			return n > 20 && n < 30 &&
				w > 40
		}},
		{"cut alike", 30, func(n, w float64) bool { return n < 20 && w < 40 && math.Abs(w-2*n) < 1 }},
		{"more than all can use", 2000, func(n, w float64) bool { return n > 30 && w > 900 }},
	} {
		got := document.Widths([]document.Demand{number, words}, c.room)
		if sum := got[0] + got[1]; math.Abs(sum-c.room) > 0.01 || !c.ok(got[0], got[1]) {
			t.Errorf("%s: %.1f of %.0f", c.name, got, c.room)
		}
	}
}
