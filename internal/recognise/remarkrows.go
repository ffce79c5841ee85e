package recognise

import (
	"slices"
	"strings"

	"baocao/internal/viet"
)

// Which rows of a table a remark near it speaks of.

// rowsRemark is a remark near a table, with all that tells of which rows it speaks.
type rowsRemark struct {
	aRemark
	ofAll bool     // it speaks of the table as a whole
	words []string // that matter
	names bool     // a row of the table
	unit  string   // of the rows whose things it leaves out, "" for all
}

// ofRows takes remarks apart, once for all rows of their table.
func (k *Knowledge) ofRows(remarks []aRemark, rows []answered) []rowsRemark {
	all := make([]rowsRemark, 0, len(remarks))
	for _, said := range remarks {
		m, shown, _ := cutMark(said.text)
		unborne := m != "" && strings.HasPrefix(shown, "(")
		n := rowsRemark{aRemark: said, words: k.meaning(said.text),
			ofAll: unborne || speaksOfAll(said.text) || len(said.legends) > 0}
		n.names, n.unit = slices.ContainsFunc(rows, n.isOf), k.speechOf(said.text).unitLeftOut(rows)
		all = append(all, n)
	}
	return all
}

// isOf: the remark has two of the words of a row.
func (n rowsRemark) isOf(a answered) bool {
	words := a.match.wording.words
	return len(words)-len(beyond(words, n.words)) >= min(2, len(words))
}

// ofRow are the remarks that speak of a row: those that name it, and those that
// name no row of the table.
func ofRow(remarks []rowsRemark, a answered) []aRemark {
	all := slices.Clone(a.below)
	for _, n := range remarks {
		if n.unit != "" && firstWord(a.match.ask.Unit) != n.unit {
			continue
		}
		if n.ofAll || !n.names || n.isOf(a) {
			all = append(all, n.aRemark)
		}
	}
	return all
}

// speaksOfAll: a remark is about the table as a whole, whatever rows it names.
func speaksOfAll(remark string) bool {
	return opensWith(viet.Fold(withoutLead(remark)), ofTheTable)
}

var ofTheTable = phrases{"so lieu tren", "cac so lieu", "so lieu trong bang", "so lieu gom", "so lieu chua",
	"so lieu khong", "toan bo so lieu", "so lieu bao gom"}
