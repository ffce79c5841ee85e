package xlsx

import (
	"fmt"
	"slices"
	"strings"

	"baocao/internal/assess"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/wording"
)

// groupSheet is what the units of a group answered to the same asks: a row for each ask,
// a column for each unit. More units than a page holds stand in blocks below each
// other, each with its head.
type groupSheet struct {
	*sheet
	*answers
	units  []string       // their ids
	placed map[string]int // of an id among those
	lines  []groupLine
	top    int // row of the first block's head
	each   int // units of a block

	made []cell // the row that was made last
}

// groupLine is a row of each block: of an ask, or of each unit's own figure.
type groupLine struct {
	ask   resolution.Ask
	own   *assess.Measure // nil for an ask
	first bool            // of its measure

	figures  map[string]quantity.Number // of units alone; those they answered stand elsewhere
	marks    map[string]string          // what is said beside them
	settled  int                        // units that have answered
	owners   []bool                     // by the place of the unit: a thousand asks of a thousand units are many
	asked    int                        // how many those are
	decimals int
	sum      quantity.Number
	summed   bool // there is a sum
	long     bool // some figure has more digits than a spreadsheet keeps: nothing can point at it
}

// The columns before those of the units, from 0.
const (
	groupMeasure = iota
	groupLabel
	groupIn
	groupTotal
	groupCount
	groupUnits
)

// unitsOfBlock are how many units a page holds so that it can still be read.
const unitsOfBlock = 14

// maxBlocks is how many ranges a sum may have.
const maxBlocks = 250

// groups is the sheet of what units of a group answered; nil where nothing is asked of
// several of them. The keys are those of the asks that stand there.
func (r *answers) groups() (*sheet, map[string]bool) {
	g := &groupSheet{answers: r, placed: map[string]int{}}
	shown, owning := map[string]bool{}, map[string]bool{}
	for _, k := range r.asks {
		owners := r.annex.Plan.Owners(k)
		inGroup := 0
		for _, unit := range owners {
			if u := r.annex.Plan.Unit(unit); u.Group != "" {
				inGroup++
			}
		}
		if inGroup < 2 || k.Kind == resolution.AskText { // texts are long
			continue
		}
		shown[k.Key()] = true
		for _, unit := range owners {
			owning[unit] = true
		}
	}
	if len(shown) == 0 {
		return nil, shown
	}
	for _, u := range r.annex.Units {
		if owning[u.ID] {
			g.placed[u.ID] = len(g.units)
			g.units = append(g.units, u.ID)
		}
	}
	g.layLines(shown)
	blocks := (len(g.units) + unitsOfBlock - 1) / unitsOfBlock
	blocks = min(blocks, maxBlocks)
	g.each = (len(g.units) + blocks - 1) / blocks
	g.sheet = &sheet{name: g.title(), tab: tabSource, soft: []int{1}, fixed: groupUnits,
		widths: []float64{8, 40, 10, 13, 8}}
	for range g.each {
		g.widths = append(g.widths, 9.5)
	}
	g.paint(blocks)
	return g.sheet, shown
}

// title is the sheet's name: wards and communes have their own.
func (g *groupSheet) title() string {
	for _, unit := range g.units {
		folded := viet.Fold(g.annex.UnitName(unit))
		ward := slices.ContainsFunc([]string{"phuong ", "xa ", "thi tran ", "dac khu "},
			func(kind string) bool { return strings.HasPrefix(folded, kind) })
		if !ward {
			return g.words.Text("so-lieu.xa-phuong.khac.sheet")
		}
	}
	return g.words.Text("so-lieu.xa-phuong.sheet")
}

// layLines says which rows a block has.
func (g *groupSheet) layLines(shown map[string]bool) {
	byMeasure := map[string][]resolution.Ask{}
	for _, k := range g.asks {
		if shown[k.Key()] {
			byMeasure[k.Measure.ID] = append(byMeasure[k.Measure.ID], k)
		}
	}
	for _, m := range g.annex.Measures() {
		asks := byMeasure[m.ID]
		for i, k := range asks {
			g.lines = append(g.lines, groupLine{ask: k, first: i == 0})
		}
		if len(asks) > 0 && g.hasOwn(m, shown) {
			g.lines = append(g.lines, groupLine{own: m})
		}
	}
}

// hasOwn: the figure of each unit alone can be computed of what stands in the sheet.
func (g *groupSheet) hasOwn(m *assess.Measure, shown map[string]bool) bool {
	f := m.Own()
	if f == nil || !m.OwnDivided() || m.StatesShare() {
		return false
	}
	for _, role := range f.Roles() {
		for _, key := range inputKeys(g.annex.Plan, m.Measure, role) {
			if !shown[key] {
				return false
			}
		}
	}
	return len(f.Roles()) > 1
}

func (g *groupSheet) paint(blocks int) {
	w := g.words
	g.sheet.title(w.Text("so-lieu.xa-phuong.tieu-de"), look{bold: true, size: 14})
	g.sheet.title(w.Text("so-lieu.xa-phuong.giai-thich"), look{italic: true})
	g.top = len(g.rows) + 1
	for i := range g.lines {
		l := &g.lines[i]
		g.count(l)
		if l.own == nil && !l.long {
			g.place(*l, i)
		}
		if m := g.satisfied(*l); m != nil {
			g.counted(m, i)
		}
		if l.own == nil {
			l.figures = nil
		}
	}
	rows := func(yield func([]cell) bool) {
		for b := range blocks {
			if b > 0 && !yield(nil) || !g.block(b, yield) {
				return
			}
		}
	}
	g.more = stream{rows: rows, from: len(g.rows), widths: make([]float64, len(g.widths))}
	for cells := range rows {
		g.more.length++
		g.more.numbersOf(cells)
	}
	for b := 1; b < blocks; b++ {
		g.breaks = append(g.breaks, g.row(-1, b))
	}
	if blocks == 1 {
		g.head = g.top
	}
	g.decided()
}

// row is the number of a line's row in a block; that of its head is -1's.
func (g *groupSheet) row(line, block int) int { return g.top + 1 + line + block*(len(g.lines)+2) }

// at is the cell of a unit, by its place among the units.
func (g *groupSheet) at(line, unit int) string {
	return fmt.Sprintf("$%s$%d", columnName(groupUnits+unit%g.each), g.row(line, unit/g.each))
}

// place notes where the answers to an ask stand, and their total.
func (g *groupSheet) place(l groupLine, line int) {
	k, key := l.ask, l.ask.Key()
	for i, unit := range g.units {
		if g.settled(unit, key) {
			n, given := g.number(unit, k)
			g.cells[answerKey{unit, key}] = total{g.name, g.at(line, i), n, !given}
		}
	}
	if l.summed {
		g.totals.at[key] = total{sheet: g.name, cell: fmt.Sprintf("$%s$%d", columnName(groupTotal), g.row(line, 0)),
			value: l.sum}
	}
}

// sum is the total of an ask: a percentage of several units has none, and what has not
// arrived is not 0.
func (g *groupSheet) sum(k resolution.Ask) (sum quantity.Number, ok bool) {
	given, settled, owners := 0, 0, g.annex.Plan.Owners(k)
	for _, unit := range owners {
		if n, is := g.number(unit, k); is {
			if given++; given == 1 || !k.Measure.Method.Facts().OneFigure {
				sum = sum.Add(n)
			}
		}
		if g.settled(unit, k.Key()) {
			settled++
		}
	}
	return sum, k.Kind == resolution.AskNumber && (given > 0 || settled == len(owners)) &&
		(!k.IsPercent() || k.Measure.Method.Facts().OneFigure)
}

// block gives the rows of a block.
func (g *groupSheet) block(b int, yield func([]cell) bool) bool {
	from, upTo := b*g.each, min((b+1)*g.each, len(g.units))
	names := g.words.Texts("so-lieu.xa-phuong", "chi-tieu", "noi-dung", "dvt", "tong", "so-don-vi")
	for _, unit := range g.units[from:upTo] {
		names = append(names, g.annex.UnitName(unit))
	}
	more := yield(headingCells(names...))
	for i := 0; more && i < len(g.lines); i++ {
		if l := g.lines[i]; l.own != nil {
			more = yield(g.ownLine(i, b, l.own))
		} else {
			more = yield(g.askLine(i, b, l))
		}
	}
	return more
}

// count looks at the answers of all units to the ask of a line, or at their own figures.
func (g *groupSheet) count(l *groupLine) {
	l.figures = map[string]quantity.Number{}
	if l.own != nil {
		for _, unit := range g.units {
			if n, ok := g.ownFigure(l.own, unit); ok {
				l.figures[unit] = n
			}
		}
		l.marks = extremes(l.figures, true)
		return
	}
	key, owners := l.ask.Key(), g.annex.Plan.Owners(l.ask)
	l.owners, l.asked = make([]bool, len(g.units)), len(owners)
	for _, unit := range owners {
		if at, ok := g.placed[unit]; ok {
			l.owners[at] = true
		}
		if g.settled(unit, key) {
			l.settled++
		}
		if n, ok := g.number(unit, l.ask); ok {
			l.figures[unit] = n
			l.decimals = max(l.decimals, n.Decimals(6))
			l.long = l.long || !showable(n, n.Decimals(6))
		}
	}
	l.sum, l.summed = g.sum(l.ask)
	l.long = l.long || !showable(l.sum, l.decimals)
	l.marks = extremes(l.figures, l.ask.IsPercent())
}

// askLine is what the units of a block answered to an ask.
func (g *groupSheet) askLine(line, b int, l groupLine) []cell {
	k := l.ask
	id := centred("")
	if l.first {
		id = centred(k.Measure.ID).bold().clickable(toName(k.Measure.CellName()))
	}
	cells := append(g.made[:0], id, text(k.Label), centred(g.in(k, k.Unit)), g.total(line, b),
		centred(viet.Count(l.settled)+"/"+viet.Count(l.asked)))
	for i, unit := range g.ofBlock(b) {
		c := cell{look: look{shaded: true}}
		if l.owners[b*g.each+i] {
			c = g.cell(unit, k)
			if c.number != nil {
				c.look.after += l.marks[unit]
			}
		}
		cells = append(cells, c)
	}
	g.made = cells
	return cells
}

func (g *groupSheet) ofBlock(b int) []string {
	return g.units[b*g.each : min((b+1)*g.each, len(g.units))]
}

// total is the sum over the units of all blocks; the blocks behind the first point at it.
func (g *groupSheet) total(line, b int) cell {
	l, decimals := g.lines[line], g.lines[line].decimals
	k := l.ask
	t, ok := g.totals.at[k.Key()]
	switch {
	case !l.summed:
		return cell{look: look{bold: true}}
	case !ok:
		return amount(l.sum, decimals).bold()
	}
	if b > 0 {
		return computed(t.cell, t.value, decimals).bold()
	}
	if k.Measure.Method.Facts().OneFigure {
		for i, unit := range g.units {
			if _, is := g.number(unit, k); is {
				return computed(g.at(line, i), t.value, decimals).bold()
			}
		}
	}
	ranges := g.ranges(line)
	for i, r := range ranges {
		ranges[i] = strings.ReplaceAll(r, "$", "")
	}
	return computed("SUM("+strings.Join(ranges, ",")+")", t.value, decimals).bold()
}

// satisfied is the measure whose satisfied units the line tells; nil for none.
func (g *groupSheet) satisfied(l groupLine) *assess.Measure {
	m := l.own
	if m == nil {
		m = g.measures[l.ask.Measure.ID]
		if role, one := m.Own().Total(); m.Each != nil && (!one || role != l.ask.Role) ||
			m.Each == nil && l.ask.Role != resolution.RoleAnswer {
			return nil
		}
	}
	if !m.Method.Facts().Counted {
		return nil
	}
	return m
}

// ranges are the cells of all units in a line, a block each.
func (g *groupSheet) ranges(line int) []string {
	var all []string
	for from := 0; from < len(g.units); from += g.each {
		all = append(all, g.at(line, from)+":"+g.at(line, min(from+g.each, len(g.units))-1))
	}
	return all
}

// counted notes how the units that satisfy what each is to are counted: by their answer
// or their own figure in a line.
func (g *groupSheet) counted(m *assess.Measure, line int) {
	l, found := g.lines[line], 0
	criterion := quotedText(resolution.SayYes)
	switch {
	case m.Each == nil:
		for _, unit := range g.units {
			if o := g.counts[answerKey{unit, l.ask.Key()}]; o != nil && o.Text == resolution.SayYes {
				found++
			}
		}
	default:
		sign, numbers, _ := m.Each.Parts()
		ascii := strings.NewReplacer("≥", ">=", "≤", "<=").Replace(strings.TrimSpace(sign))
		if !slices.Contains([]string{">=", ">", "<=", "<"}, ascii) || len(numbers) != 1 {
			return
		}
		criterion = quotedText(ascii) + "&" + numbers[0].Plain() // which is a number of the machine's own locale
		for _, n := range l.figures {
			if v := m.Each.Judge(n, n); v == resolution.Met || v == resolution.Exceeded {
				found++
			}
		}
	}
	if value, ok := totalOf(m, resolution.RoleSatisfying); !ok || !value.Equal(quantity.Int(int64(found))) {
		return
	}
	var parts []string
	for _, r := range g.ranges(line) {
		parts = append(parts, fmt.Sprintf("COUNTIF(%s!%s,%s)", quotedSheet(g.name), r, criterion))
	}
	g.counting[resolution.Key(m.ID, resolution.RoleSatisfying)] = strings.Join(parts, "+")
}

// ownLine is the figure of each unit of a block alone, and the figure of all.
func (g *groupSheet) ownLine(line, b int, m *assess.Measure) []cell {
	all := cell{look: look{bold: true, italic: true}}
	if m.Judged != nil && !m.Method.Facts().Counted && showable(*m.Judged, m.Decimals) {
		all = numberCell(*m.Judged, m.Decimals).bold()
		all.formula = figureFormula(m, g.totals.operands(g.name))
	}
	l, own := g.lines[line], g.own(g.name)
	cells := append(g.made[:0], cell{}, text(m.Name).italic(), centred(m.OwnUnit()).italic(), all.italic(), cell{})
	for _, unit := range g.ofBlock(b) {
		n, ok := l.figures[unit]
		if !ok {
			cells = append(cells, cell{})
			continue
		}
		c := numberCell(n, m.Decimals).italic()
		of := assess.Assigned{Unit: unit, Target: m.Target, Actual: &n}
		c.formula = ownFormula(m, of, func(role resolution.Role) (operand, bool) {
			return own(m, unit, role)
		})
		c.look.after = l.marks[unit]
		cells = append(cells, c)
	}
	g.made = cells
	return cells
}

// ownFigure is a measure's figure of one unit alone.
func (g *groupSheet) ownFigure(m *assess.Measure, unit string) (quantity.Number, bool) {
	given := true
	exact, ok := m.Own().Compute(func(role resolution.Role) (sum quantity.Number) {
		for _, key := range inputKeys(g.annex.Plan, m.Measure, role) {
			o := g.counts[answerKey{unit, key}]
			if given = given && o != nil && o.Answer == returns.Given; o != nil {
				sum = sum.Add(o.Value)
			}
		}
		return sum
	})
	figure := m.Figure(m.Target, exact)
	return figure, ok && given && showable(figure, m.Decimals)
}

// extremes are what is said beside the highest, the lowest and what is far from the middle
// of at least five.
func extremes(of map[string]quantity.Number, rate bool) map[string]string {
	said := map[string]string{}
	if len(of) < leastCompared {
		return said
	}
	sorted := make([]quantity.Number, 0, len(of))
	for _, n := range of {
		sorted = append(sorted, n)
	}
	slices.SortFunc(sorted, quantity.Number.Cmp)
	low, high, middle := sorted[0], sorted[len(sorted)-1], sorted[(len(sorted)-1)/2]
	few := func(end quantity.Number) bool { // so many that it is nothing to be told of
		n := 0
		for _, x := range sorted {
			if x.Equal(end) {
				n++
			}
		}
		return n*3 <= len(sorted)
	}
	markHigh, markLow := few(high), few(low)
	for unit, n := range of {
		switch {
		case n.Equal(high) && markHigh:
			said[unit] = " ▲"
		case n.Equal(low) && markLow:
			said[unit] = " ▼"
		}
		three := quantity.Int(3)
		far := n.Cmp(middle.Mul(three)) > 0 || n.Mul(three).Cmp(middle) < 0
		if far && middle.Sign() > 0 && (rate || n.Cmp(resolution.Few) >= 0 || middle.Cmp(resolution.Few) >= 0) {
			said[unit] += " (!)"
		}
	}
	return said
}

// leastCompared is how many units tell what is usual.
const leastCompared = 5

// decided says below the table who decided which figure, and why.
func (g *groupSheet) decided() {
	for _, l := range g.lines {
		if l.own != nil {
			continue
		}
		for _, unit := range g.units {
			o, ok := g.counts[answerKey{unit, l.ask.Key()}]
			if !ok || o.Choice == nil {
				continue
			}
			g.sheet.title(g.words.Text("so-lieu.xa-phuong.da-chot", wording.Args{"don-vi": g.annex.UnitName(unit),
				"chi-tieu": l.ask.Measure.ID, "noi-dung": l.ask.Label, "vi-sao": g.decision(*o)}), look{})
		}
	}
}
