package xlsx

import (
	"testing"

	"baocao/internal/returns"
)

// What does not fit into a sheet is counted, level by level.
func TestAnswersBeyondASheet(t *testing.T) {
	three := []returns.Origin{{Unit: "a"}, {Unit: "b"}, {Unit: "c"}}
	all := []returns.Origin{{Unit: "x", Behind: three}, {Unit: "y", Behind: three}}
	for room, left := range map[int]int{8: 0, 9: 0, 7: 1, 5: 3, 4: 4, 1: 7, 0: 8} {
		s := &sheet{widths: make([]float64, 9)}
		given := room
		if got := s.below("1", "Số hộ", all, 2, &given); got != left || len(s.rows) != 8-left {
			t.Errorf("room for %d: %d rows, %d left, want %d", room, len(s.rows), got, left)
		}
	}
}
