package assess

import (
	"slices"
	"strconv"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/viet"
	"baocao/internal/wording"
)

// Table is the annex as every output shows it. Renderers paint it: they choose
// widths, borders and fonts, but neither texts nor decimals.
type Table struct {
	Columns []Column
	Rows    []TableRow

	words *wording.Words
}

// Column of the annex.
type Column struct {
	Kind    ColumnKind
	Heading string
	Align   Align // of its cells, unless a cell says otherwise
}

// ColumnKind says what a column holds.
type ColumnKind int

// The columns, in their order.
const (
	ColNumber ColumnKind = iota
	ColText
	ColUnit
	ColTarget
	ColPrevious
	ColActual
	ColPercent
	ColVerdict
	ColReason // names units: only in a table that stays in the office
	ColNote
)

// Align is where a text stands in its cell.
type Align int

// Alignments.
const (
	Left Align = iota
	Centre
	Right
)

// TableRow is a row of the annex, with one cell for each column.
type TableRow struct {
	Kind    RowKind
	Cells   []Cell
	Number  int      // of the indicator that the row is headed by; 0 for none
	Measure *Measure // whose figures the row shows; nil for none
	Of      *Measure // of an AmountRow: whose amounts they are
	Keep    bool     // on one page with the next row
}

// RowKind is what a row is about.
type RowKind int

// The kinds of rows. The row of an indicator with one measure is an
// IndicatorRow and shows that measure's figures.
const (
	SectionRow RowKind = iota
	IndicatorRow
	MeasureRow
	AmountRow // what a rate of change was computed of; it is judged in the row above
)

// Cell is a text, a number or a verdict.
type Cell struct {
	Lines    []string           // of a text or verdict, a remark each
	Number   *quantity.Number   // nil for no number
	Decimals int                // shown of the number
	After    string             // the number: what is said of it
	Verdict  resolution.Verdict // "" for no verdict
	Align    Align
	Bold     bool
	Span     int // columns it covers to its right, itself included; 0 for itself alone
}

// Text is what the cell shows, its remarks joined by sep.
func (c Cell) Text(sep string) string {
	if c.Number != nil {
		return c.Number.Table(c.Decimals) + c.After
	}
	text := ""
	for i, line := range c.Lines {
		if i > 0 {
			text += sep
		}
		text += line
	}
	return text
}

// Table makes the annex's table as it may leave the office.
func (a *Annex) Table() Table { return a.table(false) }

// InternalTable is Table with the column of reasons, which name units.
func (a *Annex) InternalTable() Table { return a.table(true) }

// Column is the place of a column, from 0; -1 when the table has none.
func (t Table) Column(kind ColumnKind) int {
	return slices.IndexFunc(t.Columns, func(c Column) bool { return c.Kind == kind })
}

func (a *Annex) table(internal bool) Table {
	p, w := a.Plan, a.Plan.Words
	actual := p.Periodic("phu-luc.cot.thuc-hien", "ky.phu-luc.thuc-hien", nil)
	if p.Report.Estimate {
		actual = p.Periodic("phu-luc.cot.uoc", "ky.phu-luc.uoc", nil)
	}
	t := Table{words: w, Columns: []Column{
		{ColNumber, w.Text("phu-luc.cot.tt"), Centre},
		{ColText, w.Text("phu-luc.cot.chi-tieu"), Left},
		{ColUnit, w.Text("phu-luc.cot.dvt"), Centre},
		{ColTarget, p.Periodic("phu-luc.cot.ke-hoach", "ky.phu-luc.ke-hoach", nil), Centre},
		{ColPrevious, p.Periodic("phu-luc.cot.nam-truoc", "ky.phu-luc.nam-truoc", nil), Right},
		{ColActual, actual, Right},
		{ColPercent, p.Periodic("phu-luc.cot.th-kh", "ky.phu-luc.th-kh", nil), Right},
		{ColVerdict, w.Text("phu-luc.cot.danh-gia"), Centre},
		{ColReason, w.Text("phu-luc.cot.ly-do"), Left},
		{ColNote, w.Text("phu-luc.cot.ghi-chu"), Left},
	}}
	if !internal {
		t.Columns = slices.DeleteFunc(t.Columns, func(c Column) bool { return c.Kind == ColReason })
	}
	for _, s := range a.Sections {
		t.add(TableRow{Kind: SectionRow, Keep: true}, map[ColumnKind]Cell{
			ColNumber: {Lines: lines(w.Text("phu-luc.hang.muc", wording.Args{"so": s.Number, "ten": s.Title})),
				Bold: true, Span: len(t.Columns)}})
		for i := range s.Indicators {
			t.indicator(p, &s.Indicators[i])
		}
	}
	if !internal { // the office's own has its columns where its formulas look for them
		t.leaveOut(ColPrevious)
		t.leaveOut(ColPercent)
	}
	return t
}

// leaveOut takes away a column in which nothing stands.
func (t *Table) leaveOut(kind ColumnKind) {
	at := t.Column(kind)
	for _, r := range t.Rows {
		if r.Cells[at].Text("") != "" {
			return
		}
	}
	t.Columns = slices.Delete(t.Columns, at, at+1)
	for k := range t.Rows {
		cells := t.Rows[k].Cells
		for i := range cells[:at] {
			if i+cells[i].Span > at {
				cells[i].Span--
			}
		}
		t.Rows[k].Cells = slices.Delete(cells, at, at+1)
	}
}

// add adds a row of the cells that its table has a column for.
func (t *Table) add(r TableRow, cells map[ColumnKind]Cell) {
	for _, c := range t.Columns {
		r.Cells = append(r.Cells, cells[c.Kind])
	}
	t.Rows = append(t.Rows, r)
}

// indicator adds the row of an indicator and, where it has several measures,
// theirs. Its number is a number, so that counting can tell it from measures.
func (t *Table) indicator(p *resolution.Plan, i *Indicator) {
	head := map[ColumnKind]Cell{
		ColNumber:  {Number: new(quantity.Int(int64(i.Number))), Align: Centre, Bold: true},
		ColText:    {Lines: lines(i.Text), Bold: true},
		ColVerdict: verdict(i.Verdict, true),
	}
	if len(i.Measures) == 1 {
		m := i.Measures[0]
		cells := measureCells(t.words, m)
		head[ColVerdict] = verdict(m.Verdict, true)
		for kind, c := range head {
			cells[kind] = c
		}
		t.add(TableRow{Kind: IndicatorRow, Number: i.Number, Measure: m}, cells)
		t.amounts(p, m)
		return
	}
	text := head[ColText]
	text.Span = int(ColVerdict - ColText) // the columns of figures are the measures'
	head[ColText] = text
	if i.Override != nil { // else it says what its measures' rows do
		head[ColReason] = Cell{Lines: lines(i.Reason.In(diag.Vi))}
	}
	head[ColNote] = Cell{Lines: lines(i.MissedParts(t.words))}
	if i.Override != nil {
		head[ColNote] = Cell{Lines: append(head[ColNote].Lines,
			viet.UpperFirst(t.words.Text("phu-luc.ghi-chu.danh-gia-quyet-dinh",
				wording.Args{"ly-do": i.Override.Reason})))}
	}
	t.add(TableRow{Kind: IndicatorRow, Number: i.Number, Keep: len(i.Measures) > 0}, head)
	for k, m := range i.Measures {
		cells := measureCells(t.words, m)
		cells[ColNumber] = Cell{Lines: lines(m.ID), Align: Centre}
		cells[ColText] = Cell{Lines: lines(m.Name)}
		t.add(TableRow{Kind: MeasureRow, Measure: m, Keep: k < len(i.Measures)-1}, cells)
		t.amounts(p, m)
	}
}

// amounts adds the row of what a rate of change was computed of: "tăng 16,43%" says
// little without the two amounts.
func (t *Table) amounts(p *resolution.Plan, m *Measure) {
	facts := m.Method.Facts()
	if m.Judged == nil || !facts.Years && !facts.OnTopOf {
		return
	}
	amount := func(role resolution.Role) (cell Cell) {
		for _, total := range m.Totals {
			if total.Role == role {
				cell = Cell{Number: new(total.Value), Decimals: total.Value.Decimals(allDecimals), Align: Right}
			}
		}
		return cell
	}
	now, base, unit := amount(facts.Compared), amount(facts.Base), p.UnitOf(m.Measure, facts.Compared)
	if now.Number == nil || base.Number == nil || unit != p.UnitOf(m.Measure, facts.Base) {
		return
	}
	if m.Estimate {
		now.After = t.words.Text("phu-luc.o.uoc")
	}
	cells := map[ColumnKind]Cell{ColText: {Lines: lines(t.amountName(p, m, facts.Compared))},
		ColUnit: {Lines: lines(unit), Align: Centre}, ColActual: now}
	if facts.Years {
		cells[ColPrevious] = base
	} else {
		base.Align = Centre
		cells[ColTarget] = base
	}
	above := &t.Rows[len(t.Rows)-1]
	keep := above.Keep
	above.Keep = true
	t.add(TableRow{Kind: AmountRow, Of: m, Keep: keep}, cells)
}

// amountName is what an amount is called where the columns say of which year it is.
func (t *Table) amountName(p *resolution.Plan, m *Measure, role resolution.Role) string {
	name, year, period := m.Name, strconv.Itoa(p.Resolution.Year), p.PeriodIn(p.Resolution.Year)
	if _, in := p.Input(m.Measure, role); in != nil {
		name = in.Label
	}
	for lead := range strings.SplitSeq(t.words.Text("phu-luc.hang.truoc-ky")+";", ";") { // the last is none
		for _, time := range []string{period, p.Words.Text("ky.ten.nam", wording.Args{"nam": year})} {
			name = strings.Replace(name, " "+viet.Tidy(lead+" "+time), "", 1)
		}
	}
	if strings.Contains(name, year) || viet.HasPhrase(viet.Fold(name), "toc do") { // another time; a rate
		return t.words.Text("phu-luc.hang.gia-tri")
	}
	return viet.Tidy(name)
}

// measureCells are the cells of a measure but for its number and name.
func measureCells(w *wording.Words, m *Measure) map[ColumnKind]Cell {
	return map[ColumnKind]Cell{
		ColUnit:     {Lines: lines(m.Unit), Align: Centre},
		ColTarget:   targetCell(m),
		ColPrevious: figureCell(m, m.Previous),
		ColActual:   actualCell(w, m),
		ColPercent:  percentCell(m),
		ColVerdict:  verdict(m.Verdict, false),
		ColReason:   {Lines: lines(m.Reason.In(diag.Vi))},
		ColNote:     {Lines: m.Notes(w)},
	}
}

// targetCell is a number where the promise is one, else its words.
func targetCell(m *Measure) Cell {
	if m.Target.Exact() {
		return Cell{Number: new(m.Target.A), Align: Centre}
	}
	return Cell{Lines: lines(m.Target.Vi()), Align: Centre}
}

// actualCell is the figure as it is judged, or what a statement's unit answered.
// Of several units the answers would tell who said what. What half a year has
// brought is no fall below the year's plan: the note says which part of it it is.
func actualCell(w *wording.Words, m *Measure) Cell {
	if m.Method.Facts().OnTopOf && m.Verdict == resolution.NotDue {
		return Cell{}
	}
	if m.Judged == nil && m.Expected == 1 {
		return Cell{Lines: lines(m.Status), Align: Centre}
	}
	c := figureCell(m, m.Judged)
	if m.Judged != nil && m.Estimate {
		c.After = w.Text("phu-luc.o.uoc")
		for i := range c.Lines {
			c.Lines[i] += c.After
		}
	}
	return c
}

// allDecimals is more than any figure that people type has.
const allDecimals = 20

// figureCell shows a figure of the measure, this year's or last year's, by the
// one rounding rule: a quotient with the measure's decimals, anything else with
// every decimal it has.
func figureCell(m *Measure, n *quantity.Number) Cell {
	if n == nil {
		return Cell{}
	}
	if m.Method.Facts().IsDay {
		return Cell{Lines: lines(m.Amount(*n).Vi), Align: Centre}
	}
	shown, decimals := m.Figure(m.Target, *n), m.Decimals
	if !m.Divided() {
		decimals = shown.Decimals(allDecimals)
	}
	return Cell{Number: &shown, Decimals: decimals, Align: Right}
}

// percentCell is blank where a figure lies in the range that was promised: that it
// counts as a hundred percent of it says no more than the verdict does.
func percentCell(m *Measure) Cell {
	p := m.PercentOfTarget
	if p == nil || m.Due.Kind == resolution.Range && p.Cmp(quantity.Int(100)) == 0 {
		return Cell{}
	}
	return Cell{Number: p, Decimals: 2, Align: Right}
}

func verdict(v resolution.Verdict, bold bool) Cell {
	return Cell{Lines: lines(v.Vi()), Verdict: v, Align: Centre, Bold: bold}
}

// lines is a text of one remark, or none for "".
func lines(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}
