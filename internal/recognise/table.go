package recognise

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

func itoa(n int) string { return strconv.Itoa(n) }

// columns says where the parts of a table stand; 0 for absent.
type columns struct {
	row                                                 int // of the headings
	id, number, measure, label, unit, value, nil_, note int
	area, kind, text                                    int

	over   string   // the heading over the value, in a table of a unit's own
	stated []string // the units of measurement it or a line over the table names
}

func (c columns) isForm() bool      { return c.id > 0 && c.label > 0 && c.value > 0 }
func (c columns) isNarrative() bool { return c.area > 0 && c.kind > 0 && c.text > 0 }

// findHeader returns the headings of the first form or narrative table of a
// sheet, which stand in one row.
func findHeader(s *workbook.Sheet) (columns, bool) {
	for i := 0; i < len(s.Cells); {
		c := columns{row: s.Cells[i].Row}
		for ; i < len(s.Cells) && s.Cells[i].Row == c.row; i++ {
			if cell := &s.Cells[i]; cell.Kind == workbook.Text && len(cell.Text) < 200 {
				c.heading(viet.Fold(cell.Text), cell.Col)
			}
		}
		if c.isForm() || c.isNarrative() {
			return c, true
		}
	}
	return columns{}, false
}

func (c *columns) heading(folded string, col int) {
	set := func(field *int) {
		if *field == 0 {
			*field = col
		}
	}
	switch folded {
	case "ma dong":
		set(&c.id)
	case "tt", "stt", "so tt", "so thu tu":
		set(&c.number)
	case "noi dung can bao cao":
		set(&c.label)
	case "dvt", "don vi tinh", "dv tinh", "don vi":
		set(&c.unit)
	case "gia tri", "thuc hien", "ket qua thuc hien":
		set(&c.value)
	case "khong phat sinh chua co ket qua":
		set(&c.nil_)
	case "ghi chu":
		set(&c.note)
	case "linh vuc":
		set(&c.area)
	case "loai":
		set(&c.kind)
	case "noi dung":
		set(&c.text)
		set(&c.measure)
	default:
		if slices.Contains(labelHeads, folded) {
			set(&c.measure)
		}
	}
}

// headerRow is the row of a sheet's first table headings, 0 when it has none.
func headerRow(s *workbook.Sheet) int {
	if h, ok := findHeader(s); ok {
		return h.row
	}
	if all := newGrid(s).tables(); len(all) > 0 {
		return all[0].top
	}
	return 0
}

// rows calls f for each row below the headings that holds something.
func (c columns) rows(s *workbook.Sheet, f func(row int)) {
	last := c.row
	for i := range s.Cells {
		if row := s.Cells[i].Row; row > last {
			last = row
			f(row)
		}
	}
}

// readTables reads the units' own tables. It reports whether one of them
// answers anything.
func (r *reader) readTables() bool {
	found := false
	rowOf := map[string]diag.Position{}
	for _, s := range r.book.Sheets {
		if s.Visibility != workbook.Visible {
			continue
		}
		g := newGrid(s)
		for _, t := range g.tables() {
			found = r.readTable(g, &t, rowOf) || found
		}
		found = r.readUnitGrid(g, rowOf) || found
	}
	return found
}

// answered is one row of a table and what it answers.
type answered struct {
	row   int
	label string
	match match
}

func (r *reader) readTable(g *grid, t *table, rowOf map[string]diag.Position) bool {
	rows, own := r.answeredRows(g, t)
	if len(rows) == 0 {
		return false
	}
	code, args := r.chooseValue(g, t)
	if code != "" && !own {
		return false // a table about other units' work, in a shape of its own
	}
	if code != "" {
		at := diag.Position{File: r.file, Sheet: t.sheet.Name, Cell: workbook.Ref(t.top, t.heads[0].col)}
		r.report(code, at, "", args)
		for _, a := range rows {
			if a.match.sure() && !r.isDescribed(a.match) {
				r.observe(a.match.ask, returns.Observation{Answer: returns.Faulty, At: r.at(t.sheet, a.row, t.heads[0].col), How: a.match.how})
			}
		}
		return true
	}
	for _, a := range rows {
		if !r.isDescribed(a.match) {
			r.readTableRow(t, a, rowOf)
		}
	}
	return own
}

// isDescribed: a layout already told where the row's answer stands.
func (r *reader) isDescribed(m match) bool {
	if !m.sure() {
		return false
	}
	_, done := r.described[m.ask.Key()]
	return done
}

// answeredRows are the rows of a table that answer something, or may; own says
// that some of it is asked of the sender.
func (r *reader) answeredRows(g *grid, t *table) (rows []answered, own bool) {
	labelCol := cmp.Or(t.columns.label, t.columns.measure)
	some := false
	for _, row := range g.rows {
		if row.row <= t.bottom || row.row > t.end || onlyCounts(t.sheet, t.columns, row.row) {
			continue
		}
		number := measureNumber(cellText(merged(t.sheet, row.row, t.columns.number)))
		label := firstLine(t.sheet.At(row.row, labelCol))
		if label == "" {
			continue
		}
		m := r.matchRow(number, label)
		own = own || m.sure() || len(m.candidates) > 0
		some = some || own
		if !some {
			_, some = r.foreign()[viet.Fold(label)]
		}
		rows = append(rows, answered{row.row, label, m})
	}
	if !some {
		return nil, false
	}
	return rows, own
}

// chooseValue finds the column of this year's results. Where none or several may
// be it, code and args say what to ask.
func (r *reader) chooseValue(g *grid, t *table) (code string, args diag.Args) {
	ofYear := itoa(r.plan.Resolution.Year)
	var results, estimates []head
	var all []string
	for _, h := range t.heads {
		if hidden(t.sheet.HiddenCols, h.col) {
			continue // who sent the table does not see it
		}
		all = append(all, "«"+h.shown+"»")
		if h.isResult(ofYear) {
			if h.isEstimate() {
				estimates = append(estimates, h)
			} else {
				results = append(results, h)
			}
		}
	}
	if r.plan.Report.Estimate && len(estimates) > 0 {
		results = estimates
	}
	if own := r.ownColumn(t); own > 0 {
		t.choose(g, t.head(own))
		return r.checkTitle(g, t, head{col: own})
	}
	switch {
	case len(results) == 0 && len(estimates) > 0:
		return "B242", diag.Args{"heading": estimates[0].shown}
	case len(results) == 0:
		return "B240", diag.Args{"year": ofYear, "headings": strings.Join(all, ", ")}
	case len(results) > 1:
		var names []string
		for _, h := range results {
			names = append(names, "«"+h.shown+"» ("+workbook.ColumnName(h.col)+")")
		}
		return "B241", diag.Args{"year": ofYear, "columns": strings.Join(names, ", ")}
	}
	t.choose(g, results[0])
	return r.checkTitle(g, t, results[0])
}

// choose takes a column for that of the results.
func (t *table) choose(g *grid, h head) {
	t.columns.value, t.columns.over = h.col, h.shown
	if _, unit := splitUnit(h.shown); unit != "" {
		t.columns.stated = []string{unit}
		return
	}
	t.columns.stated = unitsAbove(g, t)
}

func (t *table) head(col int) head {
	for _, h := range t.heads {
		if h.col == col {
			return h
		}
	}
	return head{col: col}
}

var unitLine = regexp.MustCompile(`(?i)^\s*\(?\s*(?:đvt|đơn vị tính|đơn vị)\s*:\s*(.+?)\)?\s*$`)

// unitsAbove are the units of measurement that a line over a table names for
// all of it: "Đơn vị tính: triệu đồng".
func unitsAbove(g *grid, t *table) []string {
	for _, row := range g.rows {
		if row.row >= t.top || row.row < t.top-t.above {
			continue
		}
		for i := range row.cells {
			if m := unitLine.FindStringSubmatch(cellText(&row.cells[i])); m != nil && len(m[1]) < 60 {
				return strings.FieldsFunc(m[1], func(r rune) bool { return r == ';' || r == ',' })
			}
		}
	}
	return nil
}

// checkTitle asks about a column that names no year under a title that names
// another.
func (r *reader) checkTitle(g *grid, t *table, chosen head) (code string, args diag.Args) {
	ofYear := itoa(r.plan.Resolution.Year)
	if year.MatchString(chosen.words) {
		return "", nil
	}
	if other := otherYear(g, t, ofYear); other != "" {
		return "B243", diag.Args{"found": other, "want": ofYear}
	}
	if period := partTitle(g, t); period != "" && !chosen.has("ca nam") {
		return "B247", diag.Args{"period": period, "want": ofYear}
	}
	return "", nil
}

// otherYear is the year that the lines over a table name, when it is another.
func otherYear(g *grid, t *table, ofYear string) string {
	other := ""
	for _, row := range g.rows {
		if row.row >= t.top || row.row < t.top-titleRows {
			continue
		}
		for i := range row.cells {
			if c := &row.cells[i]; c.Kind == workbook.Text && len(c.Text) < titleLength {
				for _, m := range namedYear.FindAllStringSubmatch(viet.Fold(c.Text), -1) {
					if m[1] == ofYear {
						return ""
					}
					other = m[1]
				}
			}
		}
	}
	return other
}

var namedYear = regexp.MustCompile(`\bnam ((?:19|20)[0-9]{2})\b`)

func (r *reader) readTableRow(t *table, a answered, rowOf map[string]diag.Position) {
	s, c := t.sheet, t.columns
	value := s.At(a.row, c.value)
	at := r.at(s, a.row, c.value)
	number := cellText(merged(s, a.row, c.number))
	switch ask := a.match.ask; {
	case a.match.rate:
		if cellText(value) != "" {
			var names []string
			for _, m := range a.match.candidates {
				names = append(names, "«"+m.Label+"»")
			}
			r.report("B246", at, a.match.candidates[0].Measure.ID, diag.Args{"label": a.label, "value": cellText(value), "counts": strings.Join(names, ", ")})
		}
	case !a.match.sure() && len(a.match.candidates) > 0:
		if cellText(value) != "" {
			r.askWhich(a.match, a.label, cellText(value), at)
		}
	case !a.match.sure() && r.readOther(t, a):
	case !a.match.sure():
		if value != nil && value.Kind == workbook.Number {
			r.report("B221", at, "", diag.Args{"number": number, "label": a.label, "value": value.Number.Exact()})
		}
	case hidden(s.HiddenRows, a.row):
		r.report("B245", at, ask.Measure.ID, diag.Args{"label": ask.Label})
		r.observe(ask, returns.Observation{Answer: returns.Faulty, At: at, How: a.match.how})
	case rowOf[ask.Key()] != diag.Position{}:
		r.problems = append(r.problems, diag.New("B222", at, diag.Args{"label": ask.Label, "other": rowOf[ask.Key()].Cell}).
			ForUnit(r.unit).ForMeasure(ask.Measure.ID).See(rowOf[ask.Key()]))
		r.observe(ask, returns.Observation{Answer: returns.Faulty, At: at, How: a.match.how})
	default:
		rowOf[ask.Key()] = at
		r.readRow(ask, s, c, a.row, a.match.how)
		if before := a.match.before; before != nil {
			r.readBefore(t, *before, a)
		}
	}
}

// readBefore reads last year's figure of a row from its own column, where the
// table has just one.
func (r *reader) readBefore(t *table, ask resolution.Ask, a answered) {
	lastYear := itoa(r.plan.Resolution.Year - 1)
	var cols []int
	for _, h := range t.heads {
		if h.isResult(lastYear) && slices.Contains(year.FindAllString(h.words, -1), lastYear) {
			cols = append(cols, h.col)
		}
	}
	if len(cols) != 1 {
		return // it stays owed
	}
	c := t.columns
	c.value, c.nil_ = cols[0], 0
	r.readRow(ask, t.sheet, c, a.row, a.match.how)
}

// hidden reports whether a row or column lies in one of the spans.
func hidden(spans []workbook.Span, n int) bool {
	return slices.ContainsFunc(spans, func(h workbook.Span) bool { return h.First <= n && n <= h.Last })
}

// onlyCounts recognises the row of column numbers (1, 2, 3, 4) under headings.
func onlyCounts(s *workbook.Sheet, c columns, row int) bool {
	if row != c.row+1 {
		return false
	}
	for i := range s.Cells {
		if cell := &s.Cells[i]; cell.Row == row && strings.Trim(cellText(cell), "()0123456789=+-xABCDE /:") != "" {
			return false
		}
	}
	return true
}

// measureNumber reads "11.1", "(13)", "13." as a measure's number.
func measureNumber(s string) string {
	return strings.TrimRight(strings.Trim(s, "() "), ". )")
}

// merged is the cell at a place, or the one whose merge covers it.
func merged(s *workbook.Sheet, row, col int) *workbook.Cell {
	if c := s.At(row, col); c != nil && c.Kind != workbook.NoValue {
		return c
	}
	if m, ok := s.Merged(row, col); ok {
		return s.At(m.Row, m.Col)
	}
	return nil
}

// firstLine is a cell's first line: below it forms put the note of an input.
func firstLine(c *workbook.Cell) string {
	if c == nil || c.Kind != workbook.Text {
		return cellText(c)
	}
	line, _, _ := strings.Cut(strings.TrimSpace(viet.Clean(c.Text)), "\n")
	return viet.Tidy(line)
}
