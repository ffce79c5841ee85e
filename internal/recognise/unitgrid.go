package recognise

import (
	"slices"
	"strings"
	"sync"

	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
)

// unitHeads are the headings of a column of units.
var unitHeads = []string{"don vi", "ten don vi", "phuong", "cac phuong", "ten phuong", "xa phuong", "phuong xa",
	"dia phuong", "co quan don vi", "don vi bao cao", "ten don vi bao cao"}

// ownColumn is the column of the sender in a table that has one for each unit;
// none where the headings name no two units. Who answers for all of them has the
// column of the total. Of units that are one of a kind each, the short names are those
// of what they work at: "Quân sự | Công an | Tổng".
func (r *reader) ownColumn(t *table, w wanted) head {
	named := map[string]bool{}
	var own, totals []head
	for _, h := range t.heads {
		var units, rest []string
		for _, part := range h.parts {
			if in := r.unitsIn(part); in != nil {
				units = append(units, in...)
			} else {
				rest = append(rest, part)
			}
		}
		reading := readHeading(rest, h.of)
		if reading.strange || reading.says.any(notResults|ofOtherPeriod|ofSeveralYears) || !reading.isOf(w) {
			continue
		}
		for _, id := range units {
			named[id] = true
			if id == r.unit && r.namesWhole(strings.Join(h.parts, " ")) {
				own = append(own, h)
			}
		}
		if units == nil && reading.says.any(ofTotal|ofDistrict) {
			totals = append(totals, h)
		}
	}
	switch many := len(named) >= 2; {
	case len(own) == 1 && (many || len(totals) > 0 && r.isOneOfMany()):
		return own[0]
	case many && len(own) == 0 && len(totals) == 1 && !r.isOneOfMany():
		return totals[0]
	}
	return head{}
}

// unitsIn are the units that a heading, or the cell of a unit's row, names.
func (k *Knowledge) unitsIn(text string) []string {
	for _, short := range []string{"P. ", "P.", "p."} {
		if rest, ok := strings.CutPrefix(strings.TrimSpace(text), short); ok {
			text = "Phường " + rest
			break
		}
	}
	return k.names.in(text, false)
}

// readUnitGrid reads a sheet with a row for each unit and a column for each
// indicator: the sender's own row.
func (r *reader) readUnitGrid(g *grid) bool {
	found := false
	for i := range g.rows {
		col := g.rows[i].headed(unitHeads)
		if col == 0 {
			col = g.rows[i].headed(placeHeads)
		}
		if col == 0 {
			continue
		}
		t, _ := g.table(i, col)
		r.under(&t, r.titlesOver(g, &t))
		for _, row := range r.ownRows(g, &t, col) {
			found = r.readOwnRow(g, &t, col, row, nil) || found
		}
	}
	return found
}

// readGroups reads a sheet, in which nothing else was found, with a row for each group of
// what is counted, or for each part of the year: the row of all of them.
func (r *reader) readGroups(g *grid) bool {
	found := false
	for i := range g.rows {
		if col := g.rows[i].headed(groupHeads()); col > 0 {
			t, _ := g.table(i, col)
			r.under(&t, r.titlesOver(g, &t))
			for _, row := range r.ownRows(g, &t, col) {
				found = r.readOwnRow(g, &t, col, row, nil) || found
			}
		} else if col := g.rows[i].headed(timeHeads); col > 0 {
			t, _ := g.table(i, col)
			r.under(&t, r.titlesOver(g, &t))
			if row, times := r.rowOfPeriod(g, &t, col); row > 0 {
				found = r.readOwnRow(g, &t, col, row, times) || found
			}
		}
	}
	return found
}

// placeHeads are the headings of a column of the places of one unit: the total is its
// figure.
var placeHeads = []string{"to dan pho", "ten to dan pho", "tdp", "khu dan cu", "ten tdp"}

// groupHeads are the headings of a column of groups of what is counted.
var groupHeads = sync.OnceValue(func() []string {
	var all []string
	for _, head := range list(`tên đơn vị trực thuộc, đơn vị trực thuộc, loại hình, loại hình doanh nghiệp,
		loại hình tổ chức, thành phần kinh tế, đảng bộ, chi bộ, đảng bộ chi bộ, chi bộ đảng bộ, tên đảng bộ chi bộ,
		tổ chức cơ sở đảng, tổ chức đảng, tccsđ, nhóm, nhóm đối tượng, đối tượng, đối tượng tham gia, phân loại,
		bậc học, cấp học, trường,
		tên trường, khối, ngành, lĩnh vực, độ tuổi, nhóm tuổi, giới tính, khu vực, hình thức`) {
		all = append(all, viet.Fold(head))
	}
	return all
})

func (t *table) isOfParts(col int) bool {
	return t.isHeaded(col, placeHeads) || t.isHeaded(col, groupHeads())
}

// ownRows are the rows of a table that name the sender and nobody else. Where
// the rows are of units and the sender answers for all, or of the sender's own
// parts, the total is its row.
func (r *reader) ownRows(g *grid, t *table, unitCol int) []int {
	var own, parts, totals []int // parts bear the sender's name: "Bắc Sơn 2"
	named := map[string]bool{}
	others := 0 // rows that name none
	for _, row := range g.rows {
		if row.row <= t.bottom {
			continue
		}
		if r.stop() {
			return nil
		}
		text := cellText(t.sheet.At(row.row, unitCol))
		units := r.unitsIn(text)
		switch {
		case len(units) == 1 && units[0] == r.unit && r.namesWhole(text):
			own = append(own, row.row)
		case len(units) == 1 && units[0] == r.unit:
			parts = append(parts, row.row)
			others++
		case len(units) == 1:
			named[units[0]] = true
		case text != "" && (r.isTotal(text) || r.isAllOfPlace(text)):
			totals = append(totals, row.row)
		case text != "":
			others++
		}
		if text == "" {
			if c := merged(t.sheet, row.row, 1); unitCol > 1 && c != nil && r.isTotal(cellText(c)) {
				totals = append(totals, row.row)
			}
		}
	}
	ofParts := t.isOfParts(unitCol) && len(named) == 0 && others > 1
	if len(own) == 0 && len(totals) == 1 && (ofParts || len(named) > 1 && !r.isOneOfMany()) {
		return totals
	}
	if len(own) == 0 {
		return parts // the gate asks about them
	}
	return own
}

// namesWhole: a text that names the sender names all of it: "Bắc Sơn 2" is a hamlet,
// "Hội Phụ nữ phường Bắc Sơn" a body. Departments are told from their parts by numbers only.
func (r *reader) namesWhole(text string) bool {
	s := speechOf(withoutFootnote(text))
	for len(s.words) > 0 && (isNumberWord(s.words[0]) || viet.Fold(s.words[0]) == "") { // of the row
		s.words = s.words[1:]
	}
	rest := r.withoutOwnName(s).words
	if !r.isOneOfMany() {
		return !hasNumber(rest)
	}
	return !slices.ContainsFunc(rest, func(w string) bool {
		folded := viet.Fold(w)
		return folded != "" && (hasDigit(w) || !r.names.neutral[folded] && !slices.Contains(governing, folded))
	})
}

// governing are the words of those who govern all of a place.
var governing = []string{"p", "x", "tt", "dang", "bo", "uy", "hdnd", "hoi", "dong", "toan", "cap", "khoi", "dia", "ban"}

// isTotal: "Tổng cộng", "Cộng toàn quận".
func (k *Knowledge) isTotal(text string) bool {
	if before, _, ok := strings.Cut(strings.ToLower(viet.Clean(text)), partNames[0]); ok { // "Tổng số, trong đó:"
		text = before
	}
	r := readHeading([]string{text}, frame{memory: k.memory})
	return !r.strange && r.says.any(ofTotal|ofDistrict) && !r.says.any(notResults)
}

// isAllOfPlace: "Toàn phường", over the sender's own parts.
func (r *reader) isAllOfPlace(text string) bool {
	s := r.withoutOwnName(speechOf(strings.TrimRight(text, ": ")))
	if l, n := (speech{s.words[min(1, len(s.words)):], s.bare}).levelAt(0); l == noLevel || 1+n != len(s.words) ||
		l != r.ownLevel() {
		return false
	}
	return s.oneOf(0, list("toàn, cả")) > 0
}

func (t *table) isHeaded(col int, words []string) bool {
	return slices.ContainsFunc(t.heads, func(h head) bool { return h.col == col && slices.Contains(words, h.last) })
}

// timeHeads are the headings of a column of parts of the year, and of all of it.
var timeHeads = []string{"ky", "ky bao cao", "thoi gian", "quy", "thang", "thang quy"}

// rowOfPeriod is the one row of a table that is of the report's months, and the rows of
// parts of them; 0 for none.
func (r *reader) rowOfPeriod(g *grid, t *table, col int) (row int, times []part) {
	w := wanted{year: r.plan.Resolution.Year}
	from, to := r.plan.Report.Period.Months()
	for _, line := range g.in(t.bottom+1, t.end) {
		text := cellText(t.sheet.At(line.row, col))
		reading := readHeading([]string{text}, t.heads[0].of)
		if text == "" || reading.strange || reading.says.any(notResults|ofSeveralYears|ofEstimates) ||
			!reading.isOf(w) || hidden(t.sheet.HiddenRows, line.row) {
			continue
		}
		switch l := newName(text, t.heads[0].of); {
		case len(l.spans) == 1 && l.spans[0] != span{from, to}:
			times = append(times, part{row: line.row, name: text, span: l.spans[0]})
		case reading.says.any(ofOtherPeriod):
			return 0, nil
		case reading.says.any(ofPeriod|ofTotal) || len(reading.years) > 0:
			if row > 0 {
				return 0, nil
			}
			row = line.row
		}
	}
	if !disjoint(times) {
		return 0, nil
	}
	return row, times
}

func (r *reader) readOwnRow(g *grid, t *table, unitCol, row int, times []part) bool {
	found := false
	var parts []part
	var cells []diag.Position // that were taken
	var taken []kin
	some := false
	total := t.isOfParts(unitCol) || r.unitsIn(cellText(t.sheet.At(row, unitCol))) == nil
	if times == nil && total {
		parts, some = r.rowsOf(g, t, unitCol, row)
	}
	under := r.remarksUnder(g, t, []answered{{row: row}})
	columns := r.matchHeads(t, unitCol)
	for _, c := range columns {
		h, m, label, rest := c.head, c.match, c.label, c.rest
		w := r.wanted(m)
		w.district = true // of the sender's row
		reading := readHeading(rest, h.of)
		if reading.says.any(notResults|ofOtherPeriod|ofSeveralYears) || !reading.isOf(w) || reading.strange {
			continue
		}
		meant := r.meant(label, h)
		if ask, ok := r.ask(meant); ok {
			m = match{how: returns.ByReading, ask: ask}
		}
		value := t.sheet.At(row, h.col)
		at := r.at(t.sheet, row, h.col)
		switch {
		case r.isDescribed(m), r.isDescribedAt(at), meant == resolution.NoInput:
		case m.sure():
			found = true
			own := h.telling(rest)
			p := t.column(g, h).inRow(row, m.how, cellText(t.sheet.At(row, unitCol)), label)
			p.parts, p.someParts, p.times, p.remarks = parts, some, times, under
			if p.heading = own; times == nil {
				p.rowName = cellText(t.sheet.At(row, unitCol))
			}
			p.unitCol, p.noneCol, p.noteCol = 0, 0, 0 // the headings are of many measures
			r.take(m.ask, p)
			cells = append(cells, at)
			taken = append(taken, kin{answered: answered{row: row, label: label, match: m}, col: h.col})
		case m.rate && cellText(value) != "":
			found = true
			r.askRate(m, label, value, h, at)
		case len(m.candidates) > 0 && cellText(value) != "":
			found = true
			r.reportAmbiguous(m, label, value, h, at)
		}
	}
	if len(taken) > 0 {
		r.leaveLines(g, t, row)
	}
	r.checkMissing(parts, some, cells)
	r.checkOwnRow(t, unitCol, row, taken)
	return found
}

// headed is a column of a table whose headings are of indicators, and what it answers.
type headed struct {
	head
	match
	label string
	rest  []string
}

// matchHeads are the columns of a table but that of its units; what they answer for sure is noted: a
// title that names some of it is about them.
func (r *reader) matchHeads(t *table, unitCol int) []headed {
	var all []headed
	t.headedBy = nil
	for _, h := range t.heads {
		if h.col == unitCol {
			continue
		}
		m, label, rest := r.matchHead(h)
		if m.sure() {
			t.headedBy = append(t.headedBy, m.ask)
		}
		all = append(all, headed{h, m, label, slices.DeleteFunc(rest, m.isUnit)})
	}
	return all
}

// matchHead finds what a column of figures answers, by the part of its heading
// that is the label; rest are the parts that tell plan from result, and the year.
func (r *reader) matchHead(h head) (m match, label string, rest []string) {
	for i, part := range h.parts {
		l, _ := splitUnit(part)
		if m = r.matchRow("", l); m.sure() || len(m.candidates) > 0 {
			return m, l, append(slices.Clone(h.parts[:i]), h.parts[i+1:]...)
		}
	}
	label, _ = splitUnit(h.shown)
	return r.matchRow("", label), label, nil
}

// isUnit: a part of a heading is the unit of measurement that is asked for: "(nhà văn hóa)".
func (m match) isUnit(part string) bool {
	return m.sure() && viet.Fold(part) == viet.Fold(m.ask.Unit)
}

// splitUnit takes the unit of measurement off a heading: "Số hộ nghèo (hộ)".
func splitUnit(heading string) (label, unit string) {
	heading = strings.TrimSpace(heading)
	if open := strings.LastIndexByte(heading, '('); open > 0 && strings.HasSuffix(heading, ")") {
		return strings.TrimSpace(heading[:open]), strings.TrimSpace(heading[open+1 : len(heading)-1])
	}
	return heading, ""
}
