package xlsx

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/wording"
)

// annexPlaces is where the annex stands in the workbook of figures.
type annexPlaces struct {
	sheet                    string
	number, percent, verdict string // columns
	figure                   string
	rows                     map[string]int
	compared                 map[string]bool // measures with a percent
	sections                 []block
}

// column is the part of a column.
func (in annexPlaces) column(name string, b block) string {
	return fmt.Sprintf("%[1]s!$%[2]s$%[3]d:$%[2]s$%[4]d", quotedSheet(in.sheet), name, b.from, b.to)
}

func (in annexPlaces) cell(column, of string) string {
	return fmt.Sprintf("%s!$%s$%d", quotedSheet(in.sheet), column, in.rows[of])
}

// to leads to the row of a measure or an indicator.
func (in annexPlaces) to(of string) link {
	at, ok := in.rows[of]
	if !ok {
		return link{}
	}
	return link{sheet: in.sheet, cell: fmt.Sprintf("B%d", at)}
}

// otherPlaces are the sheets that the first one leads to.
type otherPlaces struct {
	problems, chasing, settled index
	absent                     []string // sheets that would have held nothing, by name
}

// index is a sheet and what stands in which of its rows.
type index struct {
	sheet string
	rows  map[string]int
}

// of leads to a row; nowhere for what stands in none.
func (x index) of(what string) link {
	if x.rows[what] == 0 {
		return link{}
	}
	return x.to(what)
}

// to leads to a row, or to the head of the sheet.
func (x index) to(of string) link {
	if x.sheet == "" {
		return link{}
	}
	return link{sheet: x.sheet, cell: fmt.Sprintf("A%d", cmp.Or(x.rows[of], 1))}
}

// The overview's columns: a number, a text, and seven that verdicts are counted in.
const (
	overviewText  = 1
	overviewFirst = 2
	overviewLast  = 8
	chartRows     = 11
	chartData     = overviewLast + 2 // beside the page: what the second chart is drawn from
)

// How much the lists of the overview hold: the rest is counted.
const (
	mostListed  = 8
	leastListed = 2
	mostCharted = 40 // measures
	chartTop    = 150
)

// overview is the first sheet: all of a report on one page that can be pinned up. What
// does not fit is counted, and led to.
func overview(a *assess.Annex, in annexPlaces, at otherPlaces) *sheet {
	for most := mostListed; ; most-- {
		if s := overviewOf(a, in, at, most); most == leastListed || s.fits() {
			return s
		}
	}
}

// firstPage is the overview in the making.
type firstPage struct {
	*sheet
	annex *assess.Annex
	words *wording.Words
	in    annexPlaces
	at    otherPlaces
	most  int   // entries of a list
	data  []row // beside the page: what the second chart is drawn from
}

func overviewOf(a *assess.Annex, in annexPlaces, at otherPlaces, most int) *sheet {
	w := a.Plan.Words
	p := &firstPage{annex: a, words: w, in: in, at: at, most: most, sheet: &sheet{
		name: w.Text("so-lieu.tong-hop.sheet"), tab: tabResult, onePage: true, printed: overviewLast + 1,
		widths: []float64{6, 34, 11, 11, 11, 11, 11, 11, 11, 3, 9, 9, 9}}}
	p.about()
	p.state()
	p.counts()
	table := p.verdicts()
	p.draw(table)
	p.missed()
	p.owing()
	p.settled()
	p.foot()
	p.beside()
	return p.sheet
}

// about is what the page is of.
func (p *firstPage) about() {
	plan := p.annex.Plan
	p.title(plan.Periodic("so-lieu.tong-hop.tieu-de", "ky.so-lieu.tieu-de", nil), look{bold: true, size: 14})
	p.title(strings.TrimSpace(aboutResolution(plan)+" "+plan.Resolution.About), look{})
	marks(p.sheet, plan, false)
}

// aboutResolution names the resolution, its day and who issued it.
func aboutResolution(p *resolution.Plan) string {
	w := p.Words
	said := w.Text("so-lieu.tong-hop.nghi-quyet", wording.Args{"so": p.Resolution.Number})
	if !p.Resolution.Date.IsZero() {
		said += w.Text("so-lieu.tong-hop.ngay", wording.Args{"ngay": p.Resolution.Date.Short()})
	}
	if p.Resolution.Issuer != "" {
		said += w.Text("so-lieu.tong-hop.cua", wording.Args{"co-quan": p.Resolution.Issuer})
	}
	return said
}

// state says in a word and a colour whether the figures are complete, what is an
// estimate, and whether somebody has changed a figure since it was judged.
func (p *firstPage) state() {
	a, w := p.annex, p.words
	l := look{bold: true, size: 12, fill: fineFill}
	if !a.Complete {
		l.fill = cautionFill
	}
	p.across(cell{text: state(a), look: l})
	p.across(told(fmt.Sprintf(`IF(%s>0,%s,%s)`, changedCount, quotedText(w.Text("so-lieu.tong-hop.da-doi")),
		quotedText(w.Text("so-lieu.tong-hop.chua-doi"))), w.Text("so-lieu.tong-hop.chua-doi"), look{}))
	p.conditions = append(p.conditions, condition{column: 0, block: block{len(p.rows), len(p.rows)},
		formula: changedCount + ">0", fill: alertFill, bold: true})
	ends := a.Plan.Report.Period.Ends(a.Plan.Resolution.Year)
	days := []string{w.Text("so-lieu.tong-hop.ky-den", wording.Args{"ngay": ends.Short()})}
	if due := a.Plan.Report.Due; !due.IsZero() {
		days = append(days, w.Text("so-lieu.tong-hop.han-nop", wording.Args{"ngay": due.Short()}))
	}
	if day := a.Plan.Report.Date; !day.IsZero() {
		days = append(days, w.Text("so-lieu.tong-hop.bao-cao", wording.Args{"ngay": day.Short()}))
	}
	p.title(viet.UpperFirst(strings.Join(days, "; "))+".", look{})
	if units := a.Estimators(); units != nil {
		p.title(w.Text("so-lieu.tong-hop.so-uoc", wording.Args{"don-vi": strings.Join(units, ", ")}), look{bold: true})
	}
}

func state(a *assess.Annex) string {
	w := a.Plan.Words
	if a.Complete {
		return w.Text("so-lieu.tong-hop.day-du")
	}
	errors, _ := diag.Count(a.Problems)
	return w.Text("so-lieu.tong-hop.chua-day-du", wording.Args{"don-vi": viet.Count(len(a.Owing())),
		"loi": viet.Count(errors)})
}

// counts are what came and what is to be done, in figures that are seen from afar.
func (p *firstPage) counts() {
	a, w := p.annex, p.words
	errors, warnings := diag.Count(a.Problems)
	files := 0
	for _, u := range a.Units {
		files += len(u.Files)
	}
	boxes := []struct {
		from, to int
		figure   string
		name     string
		link     link
		fill     ground
	}{
		{0, 1, fmt.Sprintf("%d / %d", len(a.Units)-len(a.Owing()), len(a.Units)), w.Text("so-lieu.tong-hop.dem.du"),
			p.at.chasing.to(""), ""},
		{2, 3, strconv.Itoa(files), w.Text("so-lieu.tong-hop.dem.tep"), p.at.chasing.to(""), ""},
		{4, 5, strconv.Itoa(errors), w.Text("so-lieu.tong-hop.dem.loi"), p.at.problems.to(""), ""},
		{6, 8, strconv.Itoa(warnings), w.Text("so-lieu.tong-hop.dem.canh-bao"), p.at.problems.to(""), ""},
	}
	figures, names := make([]cell, overviewLast+1), make([]cell, overviewLast+1)
	var spans []span
	for i, b := range boxes {
		if i == 2 && errors > 0 {
			b.fill = alertFill
		}
		for k := b.from; k <= b.to; k++ {
			figures[k].look = look{bold: true, size: 16, centre: true, fill: b.fill}
			names[k].look = look{centre: true, fill: b.fill}
		}
		figures[b.from].text = b.figure
		figures[b.from] = figures[b.from].clickable(b.link)
		names[b.from].text = b.name
		spans = append(spans, span{b.from, b.to})
	}
	p.rows = append(p.rows, row{cells: figures, spans: spans}, row{cells: names, spans: spans})
}

// verdictsOf are the verdicts that are counted, in the order of the columns.
func verdictsOf(a *assess.Annex) []resolution.Verdict {
	all := []resolution.Verdict{resolution.Exceeded, resolution.Met, resolution.Missed, resolution.NoData,
		resolution.Unassessed}
	if !a.Plan.Report.Period.IsYear() {
		all = append(all, resolution.NotDue)
	}
	return all
}

// barOf is how a verdict's bars look.
func barOf(v resolution.Verdict) bar {
	switch v {
	case resolution.Exceeded:
		return barExceeded
	case resolution.Met:
		return barMet
	case resolution.Missed:
		return barMissed
	case resolution.NoData:
		return barNoData
	case resolution.Unassessed:
		return barUnassessed
	case resolution.NotDue, resolution.Info:
	}
	return barNotDue
}

// counted is where the table of verdicts stands and what it says.
type counted struct {
	block
	verdicts []resolution.Verdict
	of       [][]int // by section, then verdict
}

// verdicts counts the indicators of each section by verdict. An indicator's number in
// the annex is a number, a measure's a text, so that ">0" chooses the indicators.
func (p *firstPage) verdicts() counted {
	a, w := p.annex, p.words
	t := counted{verdicts: verdictsOf(a)}
	p.blank()
	names := []cell{heading(w.Text("so-lieu.tong-hop.muc")), heading("")}
	for _, v := range t.verdicts {
		names = append(names, heading(v.Vi()))
	}
	names = append(names, heading(w.Text("so-lieu.tong-hop.tong-so")))
	done := len(names) <= overviewLast
	if done {
		names = append(names, heading(w.Text("so-lieu.tong-hop.dat-tren")))
	}
	p.rows = append(p.rows, row{cells: names, spans: []span{{0, 1}}})
	head := len(p.rows)
	t.from = head + 1
	last := columnName(overviewFirst + len(t.verdicts) - 1)
	sum := columnName(overviewFirst + len(t.verdicts))
	reached := func(c cell, at int) cell { // of which the share was met
		c.formula = fmt.Sprintf(`IF(%[1]s%[2]d=0,0,(%[3]s%[2]d+%[4]s%[2]d)/%[1]s%[2]d)`, sum, at,
			columnName(overviewFirst), columnName(overviewFirst+1))
		return c
	}
	totals := make([]int, len(t.verdicts))
	for i, section := range a.Sections {
		at, all := len(p.rows)+1, 0
		cells := []cell{centred(section.Number).bold(), text(section.Title)}
		if i < len(p.in.sections) {
			cells[0] = cells[0].clickable(link{sheet: p.in.sheet, cell: fmt.Sprintf("A%d", p.in.sections[i].from-1)})
		}
		var of []int
		for k, v := range t.verdicts {
			n := 0
			for _, indicator := range section.Indicators {
				if indicator.Verdict == v {
					n++
				}
			}
			of, totals[k], all = append(of, n), totals[k]+n, all+n
			c := count(n)
			if i < len(p.in.sections) {
				rows := p.in.sections[i]
				c.formula = fmt.Sprintf(`COUNTIFS(%s,">0",%s,%s$%d)`, p.in.column(p.in.number, rows),
					p.in.column(p.in.verdict, rows), columnName(overviewFirst+k), head)
			}
			cells = append(cells, c)
		}
		t.of = append(t.of, of)
		total := count(all).bold()
		total.formula = fmt.Sprintf("SUM(%[1]s%[2]d:%[3]s%[2]d)", columnName(overviewFirst), at, last)
		cells = append(cells, total)
		if done {
			cells = append(cells, reached(share(of[0]+of[1], all), at))
		}
		p.rows = append(p.rows, row{cells: cells})
	}
	t.to = len(p.rows)
	p.totals(t, totals, done, func(met, all, at int) cell { return reached(share(met, all), at) })
	return t
}

// totals are the sums below the table of verdicts, and what part of all each is.
func (p *firstPage) totals(t counted, sums []int, done bool, reached func(met, all, at int) cell) {
	w := p.words
	at, all := len(p.rows)+1, 0
	for _, n := range sums {
		all += n
	}
	l := look{bold: true, shaded: true}
	cells := []cell{{text: w.Text("so-lieu.tong-hop.tong-so"), look: l}, {look: l}}
	shares := []cell{{text: w.Text("so-lieu.tong-hop.ty-le"), look: look{italic: true}}, {}}
	add := func(n int) {
		column := columnName(len(cells))
		c := count(n).bold()
		c.look.shaded = true
		c.formula = fmt.Sprintf("SUM(%[1]s%[2]d:%[1]s%[3]d)", column, t.from, t.to)
		cells = append(cells, c)
		s := share(n, all)
		s.formula = fmt.Sprintf("IF(%[1]s%[2]d=0,0,%[3]s%[2]d/%[1]s%[2]d)",
			"$"+columnName(overviewFirst+len(sums))+"$", at, column)
		s.look.italic = true
		shares = append(shares, s)
	}
	for _, n := range sums {
		add(n)
	}
	add(all)
	if done {
		c := reached(sums[0]+sums[1], all, at).bold()
		c.look.shaded = true
		cells, shares = append(cells, c), append(shares, cell{})
	}
	p.rows = append(p.rows, row{cells: cells, spans: []span{{0, 1}}}, row{cells: shares, spans: []span{{0, 1}}})
}

// draw draws the verdicts by section, and how much of its target each measure came to.
func (p *firstPage) draw(t counted) {
	w := p.words
	p.blank()
	top := len(p.rows)
	for range chartRows {
		p.rows = append(p.rows, row{height: defaultRow})
	}
	var sections []string
	for _, s := range p.annex.Sections {
		sections = append(sections, s.Number)
	}
	bySection := chart{from: place{0, top}, to: place{overviewFirst + 1, top + chartRows}, lying: true, stacked: true,
		legend: true, numbered: true, title: w.Text("so-lieu.tong-hop.bieu-do.theo-muc"),
		says:  w.Text("so-lieu.tong-hop.bieu-do.theo-muc-ta", wording.Args{"ket-qua": p.inWords(t)}),
		names: cells{ref: p.part(0, t.block), texts: sections}}
	for k, v := range t.verdicts {
		var values []quantity.Number
		for _, of := range t.of {
			values = append(values, quantity.Int(int64(of[k])))
		}
		bySection.series = append(bySection.series, series{v.Vi(),
			cells{ref: p.part(overviewFirst+k, t.block), values: values}, barOf(v)})
	}
	c, ok := p.ofTargets()
	if !ok {
		bySection.to.column = overviewLast + 1
	}
	p.charts = append(p.charts, bySection)
	if ok {
		c.from, c.to = place{overviewFirst + 1, top}, place{overviewLast + 1, top + chartRows}
		p.charts = append(p.charts, c)
	}
}

// part is a column's part of this sheet.
func (p *firstPage) part(column int, b block) string {
	return fmt.Sprintf("%[1]s!$%[2]s$%[3]d:$%[2]s$%[4]d", quotedSheet(p.name), columnName(column), b.from, b.to)
}

// inWords is the table of verdicts for who does not see the chart.
func (p *firstPage) inWords(t counted) string {
	var all []string
	for i, s := range p.annex.Sections {
		var of []string
		for k, v := range t.verdicts {
			if n := t.of[i][k]; n > 0 {
				of = append(of, fmt.Sprintf("%s %d", viet.LowerFirst(v.Vi()), n))
			}
		}
		all = append(all, s.Number+": "+strings.Join(of, ", "))
	}
	return strings.Join(all, "; ")
}

// ofTargets is the chart of how much of its target each measure came to: those that
// came furthest below where there are too many. Its data stand beside the page.
func (p *firstPage) ofTargets() (chart, bool) {
	w := p.words
	var all []*assess.Measure
	for _, m := range p.annex.Measures() {
		if m.PercentOfTarget != nil {
			all = append(all, m)
		}
	}
	if len(all) == 0 {
		return chart{}, false
	}
	title := w.Text("so-lieu.tong-hop.bieu-do.muc-tieu")
	if len(all) > mostCharted {
		slices.SortStableFunc(all, func(a, b *assess.Measure) int { return a.PercentOfTarget.Cmp(*b.PercentOfTarget) })
		all = all[:mostCharted]
		title = w.Text("so-lieu.tong-hop.bieu-do.thap-nhat", wording.Args{"so": mostCharted})
	}
	c := chart{title: title, top: chartTop, step: 50, says: title}
	at := block{2, 1 + len(all)}
	note := cell{text: w.Text("so-lieu.tong-hop.bieu-do.so-lieu"), look: look{bare: true, italic: true}}
	p.data = []row{{cells: []cell{note}}}
	var reached, missed []quantity.Number
	for _, m := range all {
		yes, no := *m.PercentOfTarget, quantity.Number{}
		if m.Verdict == resolution.Missed {
			yes, no = no, yes
		}
		reached, missed = append(reached, yes), append(missed, no)
		c.names.texts = append(c.names.texts, m.ID)
		figure := fmt.Sprintf(`IF(%s="%s",%%s,%%s)`, p.in.cell(p.in.verdict, m.ID), resolution.Missed.Vi())
		percent := m.PercentOfTarget.Plain()
		if p.in.compared[m.ID] {
			percent = p.in.cell(p.in.percent, m.ID)
		}
		of := row{cells: []cell{centred(m.ID), computed(fmt.Sprintf(figure, "0", percent), yes, 2),
			computed(fmt.Sprintf(figure, percent, "0"), no, 2)}}
		for k := range of.cells {
			of.cells[k].look.bare = true
		}
		p.data = append(p.data, of)
	}
	c.names.ref = p.part(chartData, at)
	c.series = []series{
		{w.Text("so-lieu.tong-hop.bieu-do.dat"), cells{ref: p.part(chartData+1, at), values: reached}, barMet},
		{resolution.Missed.Vi(), cells{ref: p.part(chartData+2, at), values: missed}, barMissed}}
	c.legend = true
	return c, true
}

// beside puts the data into the columns beside the page.
func (p *firstPage) beside() {
	for i, data := range p.data {
		if len(p.rows) == i {
			p.blank()
		}
		r := &p.rows[i]
		for len(r.cells) < chartData {
			r.cells = append(r.cells, cell{look: look{bare: true}})
		}
		r.cells = append(r.cells, data.cells...)
	}
}

// list adds a title and the head of a table of a number, a text, a word and a longer
// text.
func (p *firstPage) list(title string, heads []string) {
	p.blank()
	p.title(title, look{bold: true, size: 12})
	h := headingCells(heads...)
	p.entry(h[0], h[1], h[2], h[3])
}

// entry adds a row of a list.
func (p *firstPage) entry(number, what, word, why cell) {
	cells := []cell{number, what, word, {look: word.look}, why}
	for len(cells) <= overviewLast {
		cells = append(cells, cell{look: why.look})
	}
	p.rows = append(p.rows, row{cells: cells, spans: []span{{2, 3}, {4, overviewLast}}})
}

// more says that the list above does not hold all, and leads to what does.
func (p *firstPage) more(said string, to link) { p.across(text(said).clickable(to)) }

// none says that a list would be empty.
func (p *firstPage) none(said string) {
	p.blank()
	p.title(said, look{})
}

// missed are the indicators that did not come to what was promised.
func (p *firstPage) missed() {
	a, w := p.annex, p.words
	var all []assess.Indicator
	for _, v := range []resolution.Verdict{resolution.Missed, resolution.NoData, resolution.Unassessed} {
		for _, section := range a.Sections {
			for _, i := range section.Indicators {
				if i.Verdict == v {
					all = append(all, i)
				}
			}
		}
	}
	if len(all) == 0 {
		p.none(w.Text("so-lieu.tong-hop.can-chu-y.khong"))
		return
	}
	p.list(w.Text("so-lieu.tong-hop.can-chu-y.tieu-de"),
		w.Texts("so-lieu.tong-hop.can-chu-y", "tt", "chi-tieu", "danh-gia", "ly-do"))
	for _, i := range all[:min(len(all), p.most)] {
		why := i.Reason.In(diag.Vi)
		if said := causes(a, i); said != "" {
			why += "\n" + w.Text("so-lieu.tong-hop.can-chu-y.nguyen-nhan", wording.Args{"loi": said})
		}
		p.entry(count(i.Number).clickable(p.in.to("("+strconv.Itoa(i.Number)+")")), text(cut(viet.Tidy(i.Text), 90)),
			centred(i.Verdict.Vi()), text(why))
	}
	if n := len(all) - p.most; n > 0 {
		p.more(w.Text("so-lieu.tong-hop.can-chu-y.con-nua", wording.Args{"so": viet.Count(n)}),
			link{sheet: p.in.sheet, cell: "A1"})
	}
}

// causes are what units wrote of why an indicator was missed, in short.
func causes(a *assess.Annex, i assess.Indicator) string {
	var all []string
	for _, r := range a.Remarks {
		switch r.Kind {
		case returns.Cause, returns.ObjectiveCause, returns.SubjectiveCause:
			if r.Indicator == i.Number {
				all = append(all, strings.TrimRight(viet.Tidy(r.Text), "."))
			}
		case returns.Achievement, returns.Limitation, returns.Solution, returns.Request, returns.Direction:
		}
	}
	return cut(strings.Join(all, "; "), 130)
}

// owing are the units that owe.
func (p *firstPage) owing() {
	a, w := p.annex, p.words
	all := a.Owing()
	if len(all) == 0 {
		p.none(w.Text("so-lieu.tong-hop.con-no.khong"))
		return
	}
	p.list(w.Text("so-lieu.tong-hop.con-no.tieu-de"),
		w.Texts("so-lieu.tong-hop.con-no", "tt", "don-vi", "tinh-trang", "con-thieu"))
	for i, u := range all[:min(len(all), p.most)] {
		var owes []string
		for _, k := range u.Asks {
			if id := "(" + k.Measure.ID + ")"; slices.Contains(u.Owes, k.Key()) && !slices.Contains(owes, id) {
				owes = append(owes, id)
			}
		}
		what := w.Text("so-lieu.tong-hop.con-no.so-lieu", wording.Args{"so": viet.Count(len(u.Owes)),
			"chi-tieu": cut(strings.Join(owes, ", "), 70)})
		if len(u.Owes) == 0 {
			what = w.Text("so-lieu.tong-hop.con-no.thuyet-minh")
		}
		p.entry(count(i+1).clickable(p.at.chasing.to(u.ID)), text(u.Name), centred(statusText(w, u)), text(what))
	}
	if n := len(all) - p.most; n > 0 {
		p.more(w.Text("so-lieu.tong-hop.con-no.con-nua", wording.Args{"so": viet.Count(n)}), p.at.chasing.to(""))
	}
}

// settled is what a person decided: figures, and verdicts.
func (p *firstPage) settled() {
	a, w := p.annex, p.words
	type decision struct {
		of, what, by, why string
		to                link
	}
	var all []decision
	for _, m := range a.Measures() {
		for _, s := range m.Sources {
			c := s.Choice
			if c == nil || slices.ContainsFunc(all, func(d decision) bool {
				return d.of == m.ID && d.why == c.Reason && d.by == signed(c.By, c.Date)
			}) {
				continue
			}
			said := s.Said().Vi
			if s.Answer == returns.Given && s.Text == "" {
				said = s.Value.Exact()
			}
			all = append(all, decision{m.ID, w.Text("so-lieu.tong-hop.da-chot.so", wording.Args{
				"so": cut(said, 40), "don-vi": a.UnitName(s.Unit)}), signed(c.By, c.Date), c.Reason,
				p.at.settled.to(m.ID)})
		}
		if d := m.Override; d != nil {
			all = append(all, decision{m.ID, w.Text("so-lieu.tong-hop.da-chot.danh-gia", wording.Args{
				"danh-gia": d.Verdict.Vi()}), signed(d.By, d.Date), d.Reason, p.in.to(m.ID)})
		}
	}
	for _, section := range a.Sections {
		for _, i := range section.Indicators {
			if d := i.Override; d != nil {
				id := strconv.Itoa(i.Number)
				all = append(all, decision{id, w.Text("so-lieu.tong-hop.da-chot.danh-gia", wording.Args{
					"danh-gia": d.Verdict.Vi()}), signed(d.By, d.Date), d.Reason, p.in.to("(" + id + ")")})
			}
		}
	}
	if len(all) == 0 {
		p.none(w.Text("so-lieu.tong-hop.da-chot.khong"))
		return
	}
	p.list(w.Text("so-lieu.tong-hop.da-chot.tieu-de"),
		w.Texts("so-lieu.tong-hop.da-chot", "chi-tieu", "noi-dung", "ai", "vi-sao"))
	for _, d := range all[:min(len(all), p.most)] {
		p.entry(centred(d.of).clickable(d.to), text(d.what), centred(d.by), text(cut(viet.Tidy(d.why), 160)))
	}
	if n := len(all) - p.most; n > 0 {
		p.more(w.Text("so-lieu.tong-hop.da-chot.con-nua", wording.Args{"so": viet.Count(n)}), p.at.settled.to(""))
	}
}

// signed is who decided, and when.
func signed(by string, on viet.Date) string {
	if on.IsZero() {
		return by
	}
	return by + ", " + on.Short()
}

// foot is what the page was made from.
func (p *firstPage) foot() {
	a, w := p.annex, p.words
	seen, senders := map[string]bool{}, 0
	for _, u := range a.Units {
		if len(u.Files) > 0 {
			senders++
		}
		for _, f := range u.Files {
			seen[path.Clean(f.File)] = true
		}
	}
	said := w.Text("so-lieu.tong-hop.lap-tu", wording.Args{"tep": viet.Count(len(seen)),
		"don-vi": viet.Count(senders), "nghi-quyet": viet.LowerFirst(aboutResolution(a.Plan))})
	if len(seen) == 0 {
		said = w.Text("so-lieu.tong-hop.chua-co-tep")
	}
	if len(p.at.absent) > 0 {
		said += " " + w.Text("so-lieu.tong-hop.khong-co-sheet", wording.Args{"ten": strings.Join(p.at.absent, ", ")})
	}
	p.blank()
	p.title(said, look{italic: true})
}
