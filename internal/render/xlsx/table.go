package xlsx

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"baocao/internal/assess"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/viet"
	"baocao/internal/wording"
)

// annexSheet is the name of the annex's sheet in both workbooks.
func annexSheet(w *wording.Words) string { return w.Text("phu-luc.tep.sheet") }

// changedCount is the name of the cell that counts the figures which are no longer
// those that were judged.
const changedCount = "SO_LIEU_DA_DOI"

// annexWidths are the widths of the annex's columns.
var annexWidths = map[assess.ColumnKind]float64{
	assess.ColNumber: 6, assess.ColText: 46, assess.ColUnit: 10, assess.ColTarget: 13, assess.ColPrevious: 11,
	assess.ColActual: 11, assess.ColPercent: 9, assess.ColVerdict: 11, assess.ColReason: 38, assess.ColNote: 40,
}

// annexTable paints the annex's table on a sheet, with formulas where the figures come
// from.
type annexTable struct {
	*sheet
	words  *wording.Words
	table  assess.Table
	totals *totals
	source map[string]link // the first row of a measure in the sheet of sources; nil in the workbook that leaves

	at                     []int // the first column of each of the table's: the target may take two
	wide                   bool  // it does, for some is a range
	reported, nguon, check int   // the columns behind the table's; 0 for none
	first                  int   // row of the body
}

// newAnnexTable lays the sheet's columns out. Behind the table's stand those for the
// office alone, and last the check, which are not printed: a reason says where not all
// have reported, and on paper no link leads anywhere.
func newAnnexTable(w *wording.Words, t assess.Table, totals *totals, source map[string]link) *annexTable {
	t = together(t)
	p := &annexTable{sheet: &sheet{name: annexSheet(w), tab: tabResult}, words: w, table: t,
		totals: totals, source: source}
	for _, r := range t.Rows {
		p.wide = p.wide || r.Measure != nil && len(targetCells(r.Measure)) == 2
	}
	for _, c := range t.Columns {
		p.at = append(p.at, len(p.widths))
		width := annexWidths[c.Kind]
		if c.Kind == assess.ColTarget && p.wide {
			p.widths = append(p.widths, width*0.62)
			width *= 0.5
		}
		p.widths = append(p.widths, width)
	}
	if source != nil {
		p.reported, p.nguon = len(p.widths), len(p.widths)+1
		p.widths = append(p.widths, 8, 12)
	}
	for _, kind := range []assess.ColumnKind{assess.ColText, assess.ColReason, assess.ColNote} {
		if at := t.Column(kind); at >= 0 {
			p.soft = append(p.soft, p.at[at])
		}
	}
	p.check, p.printed = len(p.widths), cmp.Or(p.reported, len(p.widths))
	p.widths = append(p.widths, 30)
	return p
}

// together puts remarks below the reasons, where a table has both: few measures have
// remarks, and the room of a column of their own would be missing in all others. What
// the reason says already is not said twice.
func together(t assess.Table) assess.Table {
	why, note := t.Column(assess.ColReason), t.Column(assess.ColNote)
	if why < 0 || note != why+1 {
		return t
	}
	heading := t.Columns[note].Heading
	t.Columns = slices.Delete(slices.Clone(t.Columns), note, note+1)
	t.Columns[why].Heading += " / " + heading
	t.Rows = slices.Clone(t.Rows)
	for k, r := range t.Rows {
		cells := slices.Clone(r.Cells)
		c, said := cells[why], strings.ToLower(cells[why].Text("\n"))
		c.Lines = slices.Clone(c.Lines)
		for _, line := range cells[note].Lines {
			if !says(said, strings.ToLower(line)) {
				c.Lines = append(c.Lines, line)
			}
		}
		cells[why] = c
		for i := range cells[:note] {
			if i+cells[i].Span > note {
				cells[i].Span--
			}
		}
		t.Rows[k].Cells = slices.Delete(cells, note, note+1)
	}
	return t
}

// says reports that a text holds the words of another, one after the other: "8" is not said
// by "80%".
func says(text, part string) bool {
	words := func(s string) string {
		var all []string
		for _, w := range strings.Fields(s) {
			all = append(all, strings.Trim(w, ".,;:()"))
		}
		return " " + strings.Join(all, " ") + " "
	}
	return strings.TrimSpace(part) == "" || strings.Contains(words(text), words(part))
}

// paint adds the table and says what stands where in it.
func (p *annexTable) paint() annexPlaces {
	p.changes()
	p.heads()
	p.first = len(p.rows) + 1
	column := func(kind assess.ColumnKind) string {
		if at := p.table.Column(kind); at >= 0 {
			return columnName(p.at[at])
		}
		return "" // the workbook that leaves may be without it
	}
	in := annexPlaces{sheet: p.name, rows: map[string]int{}, compared: map[string]bool{},
		number: column(assess.ColNumber), figure: column(assess.ColActual), percent: column(assess.ColPercent),
		verdict: column(assess.ColVerdict)}
	for _, r := range p.table.Rows {
		p.row(r)
		at := len(p.rows)
		if r.Kind == assess.SectionRow {
			in.sections = append(in.sections, block{at + 1, at})
			continue
		}
		if n := len(in.sections); n > 0 {
			in.sections[n-1].to = at
		}
		if m := r.Measure; m != nil {
			in.rows[m.ID] = at
			percent := p.table.Column(assess.ColPercent)
			in.compared[m.ID] = percent >= 0 && annexCell(r.Cells[percent]).number != nil
		}
		if r.Number != 0 {
			in.rows["("+strconv.Itoa(r.Number)+")"] = at
		}
	}
	return in
}

// changes says on one line whether the figures are still those that were judged. Its
// formulas are about the rows to come.
func (p *annexTable) changes() {
	if p.source == nil {
		return
	}
	head := len(p.rows) + 2
	column := columnName(p.check)
	cells := make([]cell, p.check+1)
	for i := range cells {
		cells[i].look = look{bare: true, italic: true}
	}
	same := p.words.Text("so-lieu.phu-luc.khong-doi")
	const number = "\x00" // a formula puts it in
	before, after, _ := strings.Cut(p.words.Text("so-lieu.phu-luc.da-doi-o", wording.Args{"so": number}), number)
	cells[0] = told(fmt.Sprintf(`IF(%s=0,%s,%s&%s&%s)`, changedCount, quotedText(same), quotedText(before),
		changedCount, quotedText(after)), same, cells[0].look)
	cells[p.check] = computed(fmt.Sprintf("SUMPRODUCT(--(LEN(%[1]s%[2]d:%[1]s%[3]d)>0))", column, head+1,
		head+len(p.table.Rows)), quantity.Int(0), 0)
	at := len(p.rows) + 1
	p.names = append(p.names, defined{changedCount, fmt.Sprintf("$%s$%d", column, at)})
	p.sheet.rows = append(p.sheet.rows, row{cells: cells, spans: []span{{0, p.printed - 1}}})
}

// quotedText is a text inside a formula, where Excel takes no long one.
func quotedText(s string) string {
	const most = 200
	var parts []string
	for piece := range slices.Chunk([]rune(s), most) {
		parts = append(parts, `"`+strings.ReplaceAll(string(piece), `"`, `""`)+`"`)
	}
	if parts == nil {
		return `""`
	}
	return strings.Join(parts, "&")
}

func (p *annexTable) heads() {
	cells := headingCells(make([]string, len(p.widths))...)
	var spans []span
	for i, c := range p.table.Columns {
		cells[p.at[i]].text = c.Heading
		if c.Kind == assess.ColTarget && p.wide {
			spans = append(spans, span{p.at[i], p.at[i] + 1})
		}
	}
	if p.source != nil {
		cells[p.reported].text = p.words.Text("so-lieu.phu-luc.bao-cao")
		cells[p.nguon].text = p.words.Text("so-lieu.phu-luc.nguon")
	}
	cells[p.check].text = p.words.Text("phu-luc.tep.kiem-tra")
	p.sheet.rows = append(p.sheet.rows, row{cells: cells, spans: spans})
	p.head = len(p.rows)
}

func (p *annexTable) row(r assess.TableRow) {
	if r.Kind == assess.SectionRow {
		p.across(annexCell(r.Cells[0]))
		return
	}
	out := row{cells: make([]cell, len(p.widths))}
	for i := 0; i < len(r.Cells); i++ {
		c, from, upTo := r.Cells[i], p.at[i], p.at[i]
		switch {
		case c.Span > 1:
			upTo = p.printed - 1
			if next := i + c.Span; next < len(p.at) {
				upTo = p.at[next] - 1
			}
			i += c.Span - 1 // what it covers has no cell of its own, nor one that is joined to another
		case p.table.Columns[i].Kind == assess.ColTarget && p.wide:
			upTo++
		}
		for k := from; k <= upTo; k++ {
			out.cells[k] = annexCell(c)
			if k > from {
				out.cells[k] = cell{look: out.cells[k].look}
			}
		}
		if upTo > from {
			out.spans = append(out.spans, span{from, upTo})
		}
	}
	if r.Measure != nil {
		p.measure(r.Measure, &out)
	}
	if r.Of != nil {
		p.amounts(r.Of, out.cells)
	}
	p.sheet.rows = append(p.sheet.rows, out)
}

// measure puts the formulas of a measure into its row, and what leads from and to it.
func (p *annexTable) measure(m *assess.Measure, out *row) {
	at := len(p.rows) + 1
	here := func(column int) string { return columnName(column) + strconv.Itoa(at) }
	actual, target := p.at[p.table.Column(assess.ColActual)], p.at[p.table.Column(assess.ColTarget)]
	var promised []string // cells
	if numbers := targetCells(m); numbers != nil {
		for i := range numbers {
			promised = append(promised, here(target+i))
			out.cells[target+i] = numbers[i]
		}
		if len(numbers) == 2 {
			out.spans = slices.DeleteFunc(out.spans, func(s span) bool { return s.from == target })
		}
	}
	absolute := func(from, upTo int) string {
		first := fmt.Sprintf("$%s$%d", columnName(from), at)
		if from == upTo {
			return first
		}
		return first + fmt.Sprintf(":$%s$%d", columnName(upTo), at)
	}
	p.names = append(p.names, defined{m.CellName(), absolute(actual, actual)},
		defined{m.CellName() + "_KH", absolute(target, target+max(len(promised)-1, 0))})
	figure := &out.cells[actual]
	if figure.number != nil {
		figure.formula = figureFormula(m, p.totals.operands(p.name))
		if from, ok := p.totals.first(m); ok {
			*figure = figure.to(from.link())
		}
		conditions := []string{equals(here(actual), *figure)}
		for i, ref := range promised {
			conditions = append(conditions, equals(ref, out.cells[target+i]))
		}
		if p.source == nil { // what leaves the office holds what its quotients are computed of
			conditions = append(conditions, p.totals.held(m, p.name)...)
		}
		out.cells[p.check] = told(fmt.Sprintf(`IFERROR(IF(AND(%s),"",%[2]s),%[2]s)`, strings.Join(conditions, ","),
			quotedText(p.words.Text("phu-luc.tep.da-doi"))), "", look{alarm: true})
		if percent := p.table.Column(assess.ColPercent); percent >= 0 && out.cells[p.at[percent]].number != nil {
			out.cells[p.at[percent]].formula = percentFormula(m, here(actual), promised)
		}
	}
	if p.source != nil {
		if m.Expected > 0 {
			out.cells[p.reported] = centred(viet.Count(m.Reported) + "/" + viet.Count(m.Expected))
		}
		if row := p.source[m.ID]; row != (link{}) {
			out.cells[p.nguon] = centred(p.words.Text("so-lieu.phu-luc.toi-nguon")).clickable(row)
		}
	}
}

// equals compares a cell with the number it was written with, as it is shown.
func equals(ref string, c cell) string {
	return fmt.Sprintf("ROUND(%s,%d)=%s", ref, c.look.decimals, c.number.Round(c.look.decimals).Plain())
}

// amounts points at the inputs whose totals stand in the row below a rate.
func (p *annexTable) amounts(m *assess.Measure, cells []cell) {
	facts := m.Method.Facts()
	base := assess.ColTarget
	if facts.Years {
		base = assess.ColPrevious
	}
	for kind, role := range map[assess.ColumnKind]resolution.Role{assess.ColActual: facts.Compared, base: facts.Base} {
		c := &cells[p.at[p.table.Column(kind)]]
		if x, ok := p.totals.operands(p.name)(m, role); ok && c.number != nil && x.value.Equal(*c.number) {
			c.formula = x.text
		}
	}
}

// targetCells are the numbers of a target, each as the cell that shows it with its
// sign: one, or the two ends of a range; nil where it is words.
func targetCells(m *assess.Measure) []cell {
	before, numbers, between := m.Target.Parts()
	var cells []cell
	for i, n := range numbers {
		c := numberCell(n, n.Decimals(maxShown))
		if !showable(n, maxShown) {
			return nil
		}
		c.look.right, c.look.centre = false, true
		if i == 0 {
			c.look.before = before
		}
		if len(numbers) == 2 {
			c.look.centre = false
			if i == 0 {
				c.look.after = " " + strings.TrimSpace(between)
				c.look.right, c.look.openRight = true, true
			} else {
				c.look.openLeft = true
			}
		}
		cells = append(cells, c)
	}
	return cells
}

// maxShown is how many decimals a spreadsheet shows at most of what people type.
const maxShown = 14

// annexCell paints a cell: a number as a number in a format that shows the text
// of the page, a text as it stands, its remarks a line each.
func annexCell(c assess.Cell) cell {
	l := look{bold: c.Bold, centre: c.Align == assess.Centre, right: c.Align == assess.Right}
	if c.Number == nil || !showable(*c.Number, c.Decimals) {
		return cell{text: c.Text("\n"), look: l}
	}
	l.numeric, l.decimals, l.after = true, c.Decimals, c.After
	return cell{number: c.Number, look: l}
}

// showable reports that a spreadsheet, which keeps fifteen digits, shows the
// number as it is. One that is longer is written as a text.
func showable(n quantity.Number, decimals int) bool {
	const most = 1e15
	if x := n.Float(); x > -most && x < most && n.Equal(quantity.Int(int64(x))) {
		return true // as nearly all are that people count
	}
	kept, err := quantity.Parse(string(appendFigure(nil, n.Float()))) // which cuts, and does not round
	return err == nil && kept.Table(decimals) == n.Table(decimals)
}

// columnName is the letter of a column, from 0.
func columnName(i int) string {
	name, _ := excelize.ColumnNumberToName(i + 1) // fails beyond the last column only
	return name
}
