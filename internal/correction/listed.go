package correction

import (
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// listedIn returns the match keys of what the comments of a copy say, as far as
// its list of problems tells.
func listedIn(s *workbook.Sheet) (keys []string) {
	for _, n := range returns.Notes(s) {
		if key := viet.Fold(commentText(n)); key != "" {
			keys = append(keys, key)
		}
	}
	return keys
}
