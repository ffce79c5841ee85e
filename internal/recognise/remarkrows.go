package recognise

import (
	"slices"
	"strings"
	"sync"

	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// Which rows of a table a remark near it speaks of.

// isRemarkRow: a row of a table that has nothing but its text is no label and no title. It refers to
// the figure right above it, stands in brackets there, or tells what the typist did.
func isRemarkRow(text string) bool {
	s := speechOf(text)
	return s.refersToRow() || isBracketed(text) && len(s.words) > maxUnitWords || s.has(typists())
}

// maxUnitWords is how many words, with its marks, a bracket has at most that measures: "(lượt lao động)".
const maxUnitWords = 5

// refersToRow: a remark between rows speaks of the one figure that stands above it.
func (s speech) refersToRow() bool {
	n := s.oneOf(0, partNames)
	return n > 0 && hasNumber(s.words[n:]) || s.oneOf(0, referring()) > 0 || s.rowsAbove() > 0
}

// rowsAbove is how many of the rows above it a remark names: "dòng trên", "hai dòng trên", "các hàng
// trên" (all of them); 0 for none.
func (s speech) rowsAbove() int {
	at, _ := s.find(0, pointingUp())
	if s.has(rowsBelow()) { // "số của dòng dưới nằm ở dòng trên", of any of them
		return 0
	}
	if at <= 0 {
		return at + 1
	}
	before := s.words[at-1]
	if n := slices.Index(fromTwo(), before); n >= 0 {
		return n + 2
	}
	if isNumberWord(before) {
		return min(maxRemarked, max(1, atMostFour(before)))
	}
	if slices.Contains(ofMany(), before) {
		return maxRemarked
	}
	return 1
}

// maxRemarked bounds how many rows one remark speaks of.
const maxRemarked = 1000

var (
	referring = sync.OnceValue(func() []string {
		return list("trong số này, trong số đó, trong số trên, trong số ấy, số này, số đó, con số này, riêng số này")
	})
	pointingUp = sync.OnceValue(func() []string { return list("dòng trên, hàng trên, dòng ngay trên, hàng ngay trên") })
	ofMany     = sync.OnceValue(func() []string {
		return list("các, những, mấy, mọi, cả, bộ, nhiều, tất")
	})
	fromTwo = sync.OnceValue(func() []string { return list("hai, ba, bốn, năm, sáu, bảy, tám, chín, mười") })
	typists = sync.OnceValue(func() []string {
		return list("em, tôi, tui, mình, chúng tôi, chúng em, bên em, tụi em, bọn em")
	})
)

// remarkRows are the rows right below a row of a table that are remarks on its figure; below the
// last one only what names it is.
func (g *grid) remarkRows(row int, last bool) (all []gridRow) {
	for _, next := range g.in(row+1, row+maxRemarkRows) {
		text := ""
		for i := range next.cells {
			if c := &next.cells[i]; !isEmpty(c) {
				if text != "" || c.Kind != workbook.Text {
					return all
				}
				text = c.Text
			}
		}
		if text == "" || !last && next.row != row+1+len(all) || len(text) > titleLength || !isRemarkRow(text) ||
			last && speechOf(text).rowsAbove() == 0 {
			return all
		}
		all = append(all, next)
	}
	return all
}

// maxRemarkRows is how many rows of remarks on one figure are looked for.
const maxRemarkRows = 3

// remarkBetween gives each row the lines that stand between it and the next: right below it its own
// remarks; further down those that deny a figure, of which those below are meant as well.
func (r *reader) remarkBetween(g *grid, rows []answered) {
	for n := range rows {
		last := n+1 == len(rows)
		next := rows[n].row + 1
		for _, own := range g.remarkRows(rows[n].row, last) {
			for i := range own.cells {
				c := &own.cells[i]
				if isEmpty(c) {
					continue
				}
				first := n + 1 - max(1, speechOf(c.Text).rowsAbove())
				for k := max(0, first); k <= n; k++ {
					rows[k].below = append(rows[k].below, aRemark{text: viet.Tidy(c.Text), at: c.Ref(), ofRow: true})
				}
			}
			next = own.row + 1
		}
		if last {
			break
		}
		for _, between := range g.in(next, rows[n+1].row-1) {
			if len(between.cells) <= 2 {
				rows[n].below = append(rows[n].below, r.denying(between, isBracketed)...)
			}
		}
	}
}

// ownRemarks are the remarks in rows of their own that speak of a row alone.
func (a answered) ownRemarks() []aRemark {
	return slices.DeleteFunc(slices.Clone(a.below), func(said aRemark) bool { return !said.ofRow })
}

// rowsRemark is a remark near a table, with all that tells of which rows it speaks.
type rowsRemark struct {
	aRemark
	ofAll bool         // it speaks of the table as a whole
	of    map[int]bool // the rows that it names
	unit  string       // of the rows whose things it leaves out, "" for all
}

// rowsRemarks are those near a table. Rows and remarks may both be many, and most remarks speak of no
// row in particular.
type rowsRemarks struct {
	all   []rowsRemark
	every []aRemark    // those that speak of every row
	apart map[int]bool // the rows that one names
	units bool         // some leave out the things of one unit
}

// ofRows takes remarks apart, once for all rows of their table.
func (k *Knowledge) ofRows(remarks []aRemark, rows []answered) rowsRemarks {
	set := rowsRemarks{apart: map[int]bool{}}
	if len(remarks) == 0 {
		return set
	}
	bearing := map[string][]int{} // of each word, the rows that have it, by their place among them
	for i, a := range rows {
		for _, w := range a.match.wording.words {
			bearing[w] = append(bearing[w], i)
		}
	}
	for _, said := range remarks {
		m, shown, _ := cutMark(said.text)
		unborne := m != "" && strings.HasPrefix(shown, "(")
		n := rowsRemark{aRemark: said, of: k.rowsNamedIn(said.text, rows, bearing),
			unit:  k.speechOf(said.text).unitLeftOut(rows),
			ofAll: unborne || speaksOfAll(said.text) || namesAllRows(said.text) || len(said.legends) > 0}
		if set.units = set.units || n.unit != ""; n.speaksOfEvery() {
			set.every = append(set.every, said)
		}
		for row := range n.of {
			set.apart[row] = true
		}
		set.all = append(set.all, n)
	}
	set.every = slices.Clip(set.every)
	return set
}

// rowsNamedIn are the rows two of whose words a remark has.
func (k *Knowledge) rowsNamedIn(remark string, rows []answered, bearing map[string][]int) map[int]bool {
	shared := map[int]int{}
	for _, w := range k.meaning(remark) {
		for _, i := range bearing[w] {
			shared[i]++
		}
	}
	named := map[int]bool{}
	for i, n := range shared {
		if a := rows[i]; n >= min(2, len(a.match.wording.words)) {
			named[a.row] = true
		}
	}
	return named
}

func (n rowsRemark) speaksOfEvery() bool { return n.ofAll || len(n.of) == 0 }

// ofRow are the remarks that speak of a row: those that name it, and those that
// name no row of the table.
func (s rowsRemarks) ofRow(a answered) []aRemark {
	own := slices.DeleteFunc(slices.Clone(a.below), func(said aRemark) bool { return said.ofRow })
	if !s.units && !s.apart[a.row] {
		if len(own) == 0 {
			return s.every
		}
		return append(own, s.every...)
	}
	for _, n := range s.all {
		if n.unit != "" && firstWord(a.match.ask.Unit) != n.unit {
			continue
		}
		if n.speaksOfEvery() || n.of[a.row] {
			own = append(own, n.aRemark)
		}
	}
	return own
}

// namesAllRows: somewhere a remark names the table, or all that stands in it: "các con số trên", "bảng
// này", but "hai dòng".
func namesAllRows(remark string) bool { return speechOf(remark).has(wholeTables()) }

var wholeTables = sync.OnceValue(func() []string {
	return list(`toàn bộ số, toàn bộ các số, toàn bộ con số, tất cả số, tất cả các số, tất cả con số, các số trên,
		những số trên, mọi số, các con số, những con số, mọi con số, bảng này, biểu này, cả bảng, cả biểu, toàn bảng,
		bảng trên, biểu trên, các hàng, các dòng, mọi dòng, mọi hàng, số trong bảng, số trong biểu, bảng dưới,
		biểu dưới`)
})

// speaksOfAll: a remark is about the table as a whole, whatever rows it names.
func speaksOfAll(remark string) bool {
	return opensWith(viet.Fold(withoutLead(remark)), ofTheTable)
}

var ofTheTable = phrases{"so lieu tren", "cac so lieu", "so lieu trong bang", "so lieu gom", "so lieu chua",
	"so lieu khong", "toan bo so lieu", "so lieu bao gom"}
