package rollup

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// figureName is the name of a figure's cell in a workbook of ours: CT_01_1. An input of a
// form is called by its role behind it.
func figureName(name string) (id string, ok bool) {
	rest, ok := strings.CutPrefix(strings.ToUpper(name), "CT_")
	if !ok {
		return "", false
	}
	parts := strings.Split(rest, "_")
	for i, p := range parts {
		if p == "" || strings.Trim(p, "0123456789") != "" {
			return "", false
		}
		if n, err := strconv.Atoi(p); i == 0 && err == nil {
			parts[0] = strconv.Itoa(n) // CT_01
		}
	}
	return strings.Join(parts, "."), true
}

// IsBook reports a workbook that was made with a report: its figures have names.
func IsBook(b *workbook.Book) bool {
	return b != nil && slices.ContainsFunc(b.Names, func(n workbook.Name) bool {
		_, figure := figureName(n.Name)
		return figure && strings.HasPrefix(n.Name, "CT_")
	}) && slices.ContainsFunc(b.Names, func(n workbook.Name) bool { return strings.HasSuffix(n.Name, "_KH") })
}

// The columns of the annex before the figure's, and of the sheet of totals.
const (
	annexText, annexUnit                       = 2, 3
	totalOf, totalLabel, totalUnit, totalValue = 1, 2, 3, 4
)

// yearIn is the year that a heading names; 0 for none.
func yearIn(heading string) int {
	for _, word := range strings.FieldsFunc(heading, func(r rune) bool { return r < '0' || r > '9' }) {
		if n, err := strconv.Atoi(word); err == nil && n >= 1900 && n < 2200 {
			return n
		}
	}
	return 0
}

// ReadBook reads the annex that goes with a report, PhuLuc or SoLieu.
func ReadBook(file, sha string, b *workbook.Book) (*Report, []diag.Problem) {
	r := &Report{File: file, SHA256: sha, Kind: Workbook, Measures: map[string]*Measure{}}
	fault := func(at diag.Position, why diag.Message) (*Report, []diag.Problem) {
		return nil, []diag.Problem{diag.New("B806", at, diag.Args{"why": why})}
	}
	var annex *workbook.Sheet
	first, column := 0, 0     // row with a figure; where the figures stand
	used := map[string]bool{} // sheets that figures are computed of
	for _, n := range b.Names {
		id, ok := figureName(n.Name)
		if !ok {
			continue
		}
		s := sheetNamed(b, n.Sheet)
		at := diag.Position{File: file, Sheet: n.Sheet, Cell: n.Range.String()}
		if s == nil || n.Range.Row != n.Range.LastRow || annex != nil && annex != s || r.Measures[id] != nil ||
			column != 0 && column != n.Range.Col {
			return fault(at, diag.Say("rollup.why.name", diag.Args{"name": n.Name}))
		}
		if annex = s; first == 0 || n.Range.Row < first {
			first = n.Range.Row
		}
		m := &Measure{ID: id, Name: textAt(s, n.Range.Row, annexText), Unit: textAt(s, n.Range.Row, annexUnit),
			At: at, Totals: map[resolution.Role]Total{}, single: true}
		m.heading, m.noted = m.Name, new(behind(s, n.Range.Row, n.Range.Col))
		checked, edited := checkOf(b, s, n.Range.Row, n.Range.Col)
		if edited || hides(s, n.Range.Row, n.Range.Col) {
			return fault(at, diag.Say("rollup.why.edited", diag.Args{"id": id}))
		}
		if c := s.At(n.Range.Row, n.Range.Col); c != nil && c.Kind == workbook.Number {
			judged := c.Number
			m.Judged, m.Complete = &judged, !partial(behind(s, n.Range.Row, n.Range.Col))
			m.Decimals = decimalsOf(c.Style)
			// What was made for the screen does not say more than the page: a figure that is no
			// quotient is exact there.
			m.Actual = m.Judged
			if !checked {
				r.unchecked++
			}
		} else if c != nil && c.HasFormula && strings.TrimSpace(c.Text) == "" {
			return fault(at, diag.Say("rollup.why.uncomputed", nil))
		}
		if c := s.At(n.Range.Row, n.Range.Col); c != nil {
			for _, sheet := range sheetsIn(c.Formula) {
				used[sheet] = true
			}
			m.operands = operandsOf(b, file, c.Formula)
		}
		column = n.Range.Col
		r.Measures[id] = m
	}
	if annex == nil {
		return fault(r.At(), diag.Say("rollup.why.no-names", nil))
	}
	head := headingOf(annex, column, first)
	if r.Year, r.Period = yearIn(head), periodIn(head); r.Year == 0 {
		at := diag.Position{File: file, Sheet: annex.Name, Cell: workbook.Ref(max(first-1, 1), column)}
		return fault(at, diag.Say("rollup.why.no-year", diag.Args{"column": workbook.ColumnName(column)}))
	}
	for _, m := range r.Measures { // each by itself
		m.Estimate = viet.HasPhrase(viet.Fold(head), "uoc")
	}
	if r.letterhead(annex, first); r.Issuer == "" {
		r.Kind = Internal
	}
	for _, s := range b.Sheets {
		if r.Issuer != "" && used[s.Name] { // what stays in the office has the units' figures in the same columns
			r.totals(s)
		}
	}
	return r, nil
}

func sheetNamed(b *workbook.Book, name string) *workbook.Sheet {
	for _, s := range b.Sheets {
		if s.Name == name && s.Visibility == workbook.Visible {
			return s
		}
	}
	return nil
}

func textAt(s *workbook.Sheet, row, col int) string {
	if c := s.At(row, col); c != nil && c.Kind == workbook.Text {
		return viet.Tidy(c.Text)
	}
	return ""
}

// behind is what is said behind a cell of a row.
func behind(s *workbook.Sheet, row, col int) (notes string) {
	for _, c := range s.In(workbook.Span{First: row, Last: row}) {
		if c.Col > col && c.Kind == workbook.Text {
			notes += c.Text + "\n"
		}
	}
	return notes
}

// checkOf looks at the check of a row, the one formula behind its figures that gives words:
// there where they are others than the report's. What it holds is compared here too, since
// not every program works formulas out when it saves. whole tells that it holds the totals of a
// quotient too: two may change together and leave it as it was.
func checkOf(b *workbook.Book, s *workbook.Sheet, row, col int) (whole, edited bool) {
	figure, elsewhere := false, 0
	for _, c := range s.In(workbook.Span{First: row, Last: row}) {
		if c.Col <= col || !c.HasFormula {
			continue
		}
		edited = edited || c.Kind == workbook.Text && strings.TrimSpace(c.Text) != ""
		for _, held := range heldIn(c.Formula) {
			of := s
			if held.sheet != "" {
				if of = sheetNamed(b, held.sheet); of == nil {
					edited = true
					continue
				}
				elsewhere++
			}
			is := of.At(held.row, held.col)
			edited = edited || is == nil || is.Kind != workbook.Number ||
				!is.Number.Round(held.decimals).Equal(held.number)
			figure = figure || of == s && held.row == row && held.col == col
		}
	}
	c := s.At(row, col)
	return figure && (elsewhere > 0 || c == nil || len(sheetsIn(c.Formula)) == 0), edited
}

// held is what a check says of a cell: ROUND(E10,2)=60, ROUND('Số liệu'!$D$4,0)=30.
type held struct {
	sheet              string // "" for the check's own
	row, col, decimals int
	number             quantity.Number
}

func heldIn(formula string) (all []held) {
	for {
		_, rest, ok := strings.Cut(formula, "ROUND(")
		if !ok {
			return all
		}
		formula = rest
		within, behind, _ := strings.Cut(rest, ")=")
		comma := strings.LastIndexByte(within, ',')
		if comma < 0 {
			continue
		}
		sheet, ref := "", within[:comma]
		if mark := strings.LastIndexByte(ref, '!'); mark >= 0 {
			sheet, ref = strings.ReplaceAll(strings.Trim(ref[:mark], "'"), "''", "'"), ref[mark+1:]
		}
		row, col, isRef := workbook.ParseRef(strings.ReplaceAll(ref, "$", ""))
		places, err := strconv.Atoi(within[comma+1:])
		end := strings.IndexAny(behind, ",)")
		if !isRef || err != nil || places < 0 || places > 20 || end < 0 {
			continue
		}
		if n, err := quantity.Parse(behind[:end]); err == nil {
			all = append(all, held{sheet, row, col, places, n})
		}
	}
}

// hides reports a figure that who sent it has crossed out, hidden or written a remark at:
// our workbooks have none of these.
func hides(s *workbook.Sheet, row, col int) bool {
	within := func(spans []workbook.Span, n int) bool {
		return slices.ContainsFunc(spans, func(h workbook.Span) bool { return h.First <= n && n <= h.Last })
	}
	if c := s.At(row, col); c != nil && c.Style != nil && (c.Style.Struck || c.Style.Unseen) {
		return true
	}
	return within(s.HiddenRows, row) || within(s.HiddenCols, col) ||
		slices.ContainsFunc(s.Comments, func(c workbook.Comment) bool { return c.Row == row && c.Col == col })
}

// partial reports a note of the annex that a figure is a part of what it is to be: how
// many of how many have reported.
func partial(note string) bool {
	folded := viet.Fold(note)
	if viet.HasPhrase(folded, "mot phan") {
		return true
	}
	for _, word := range strings.Fields(note) {
		a, b, ok := strings.Cut(strings.Trim(word, ".,;:()"), "/")
		some, errA := strconv.Atoi(a)
		all, errB := strconv.Atoi(b)
		const year = 1900 // of a document, not so many units
		if ok && errA == nil && errB == nil && some < all && all < year {
			return true
		}
	}
	return false
}

// decimalsOf is how many decimals a format shows; none where a cell has no format.
func decimalsOf(s *workbook.Style) int {
	if s == nil {
		return 0
	}
	_, behind, _ := strings.Cut(s.NumFmt, ".")
	return len(behind) - len(strings.TrimLeft(behind, "0"))
}

// headingOf is the text at the head of the figures' column, over the first of them: below it
// days and what the office wrote may name other years.
func headingOf(s *workbook.Sheet, col, first int) string {
	for row := 1; row < first; row++ {
		if t := textAt(s, row, col); yearIn(t) > 0 {
			return t
		}
	}
	return ""
}

// periodIn is the part of the year that a heading names, as files write it: "6-thang".
func periodIn(heading string) string {
	folded := viet.Fold(heading)
	for _, word := range resolution.PeriodWords() {
		p, _ := resolution.ParsePeriod(word)
		for _, name := range p.Names() {
			if !p.IsYear() && viet.HasPhrase(folded, viet.Fold(name)) {
				return word
			}
		}
	}
	return resolution.Period{}.String()
}

// letterhead takes what stands over the annex: who issued it, and what it is not. The
// workbook that stays in the office has none.
func (r *Report) letterhead(s *workbook.Sheet, first int) {
	const issuer, blank = 2, 3 // rows
	if line := textAt(s, issuer, 1); first > blank && isCapital(line) && textAt(s, blank, 1) == "" {
		r.Issuer = line
	}
	for i := range s.Cells {
		c := &s.Cells[i]
		if c.Row >= first {
			break
		}
		if c.Kind == workbook.Text && c.Col == 1 {
			folded := viet.Fold(c.Text)
			r.Draft = r.Draft || strings.HasPrefix(folded, "du thao")
			r.Illustrative = r.Illustrative || folded == "so lieu minh hoa"
		}
	}
}

// isCapital reports a line of a letterhead, which is in capitals.
func isCapital(line string) bool {
	return line == strings.ToUpper(line) && strings.ContainsRune(line, ' ')
}

// totals takes a sheet of totals: measure, label, unit, total. Its labels say which
// input of the measure each is, once it is known what is asked.
func (r *Report) totals(s *workbook.Sheet) {
	for i := range s.Cells {
		c := &s.Cells[i]
		if c.Col != totalValue || c.Kind != workbook.Number || c.HasFormula || s.Visibility != workbook.Visible {
			continue
		}
		id := textAt(s, c.Row, totalOf)
		if n := s.At(c.Row, totalOf); id == "" && n != nil && n.Kind == workbook.Number {
			id = n.Number.Plain()
		}
		m, label := r.Measures[id], textAt(s, c.Row, totalLabel)
		if m == nil || label == "" || s.Name == m.At.Sheet {
			continue
		}
		m.labelled = append(m.labelled, Total{Value: c.Number, Label: label, Unit: textAt(s, c.Row, totalUnit),
			Known: true, At: diag.Position{File: r.File, Sheet: s.Name, Cell: workbook.Ref(c.Row, c.Col)}})
	}
}

// sheetsIn are the other sheets that a formula names: 'Số liệu'!$D$4.
func sheetsIn(formula string) (sheets []string) {
	for {
		_, rest, ok := strings.Cut(formula, "'")
		if !ok {
			return sheets
		}
		sheet, rest, ok := strings.Cut(rest, "'!")
		if !ok {
			return sheets
		}
		sheets, formula = append(sheets, sheet), rest
	}
}

var cellOfSheet = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`'((?:[^']|'')+)'!\$?([A-Z]{1,3})\$?([0-9]{1,7})`)
})

// operandsOf are the numbers of other sheets that a formula is made of, each cell once.
func operandsOf(b *workbook.Book, file, formula string) (all []Total) {
	for _, ref := range cellOfSheet().FindAllStringSubmatch(formula, -1) {
		at := diag.Position{File: file, Sheet: strings.ReplaceAll(ref[1], "''", "'"), Cell: ref[2] + ref[3]}
		row, col, ok := workbook.ParseRef(at.Cell)
		s := sheetNamed(b, at.Sheet)
		if !ok || s == nil || slices.ContainsFunc(all, func(t Total) bool { return t.At == at }) {
			continue
		}
		if c := s.At(row, col); c != nil && c.Kind == workbook.Number {
			all = append(all, Total{Value: c.Number, At: at})
		}
	}
	return all
}

// name gives the labelled totals of a workbook's measure their roles: those of the plan's
// inputs with the same label. What the office has said is the same is the input that has
// no other.
func (t *taking) name(m *Measure, of *resolution.Measure) {
	if t.Kind > Workbook || len(m.Totals) > 0 {
		return
	}
	if role, amount := of.Formula().Total(); amount && m.Judged != nil {
		m.Totals[role] = Total{Value: *m.Judged, Label: m.Name, Unit: m.Unit, Known: true, At: m.At}
		return
	}
	var open []resolution.Role
	for i := range of.Inputs {
		role := of.Inputs[i].Role
		owner, in := t.terms.plan.Input(of, role)
		if in == nil {
			continue
		}
		asked := m
		if owner != of {
			asked = t.of(t.Report, owner, t.unit)
		}
		if asked == nil {
			continue
		}
		open = append(open, role)
		for _, total := range asked.labelled {
			if t.alike(total.Label, in.Label) {
				m.Totals[role], open = total, slices.DeleteFunc(open, func(r resolution.Role) bool { return r == role })
			}
		}
	}
	like := t.terms.plan.Rollup.LikenedFor(of.ID, t.unit)
	var others []Total
	for _, total := range m.labelled {
		if t.likened(like, total.Label) && !slices.ContainsFunc(of.Inputs, func(in resolution.Input) bool {
			return t.alike(in.Label, total.Label)
		}) {
			others = append(others, total)
		}
	}
	if len(open) == 1 && len(others) == 1 {
		m.Totals[open[0]] = others[0]
	}
}
