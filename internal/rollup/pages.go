package rollup

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"sync"

	"baocao/internal/diag"
	"baocao/internal/pdffile"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// pages are what a report shows to who reads it: its PDF, or its Word file.
type pages struct {
	rows   []row
	words  []passage
	unsure diag.Message // why nobody can say that they show these figures; zero where one can
}

// row is one of a table, passage a paragraph outside of tables.
type (
	row struct {
		cells []string
		head  bool
		at    diag.Position
	}
	passage struct {
		text    string
		heading bool
		at      diag.Position
	}
)

// pagesOf are those of a PDF.
func pagesOf(file string, shown *pdffile.Printed) *pages {
	p := &pages{}
	for _, r := range shown.Rows {
		p.rows = append(p.rows, row{cells: r.Cells, head: r.Head, at: diag.OnPage(file, r.Page)})
	}
	for _, w := range shown.Words {
		p.words = append(p.words, passage{text: w.Text, heading: w.Level > 0, at: diag.OnPage(file, w.Page)})
	}
	return p
}

// ReadWord reads a report's Word file: words and tables, as its PDF has them, and no data.
func ReadWord(file, sha string, b *workbook.Book) *Report {
	r := &Report{File: file, SHA256: sha, Kind: Print, Measures: map[string]*Measure{}, pages: &pages{}}
	for _, s := range b.Sheets {
		for i := 0; i < len(s.Cells); {
			line := row{at: r.At()} // Word tells no pages; number and name of the measure find the row
			for first := s.Cells[i].Row; i < len(s.Cells) && s.Cells[i].Row == first; i++ {
				c := &s.Cells[i]
				for len(line.cells) < c.Col-1 && c.Col < mostColumns {
					line.cells = append(line.cells, "")
				}
				if c.Kind == workbook.Number {
					line.cells = append(line.cells, c.Number.Exact())
				} else {
					line.cells = append(line.cells, c.Prose())
				}
			}
			line.head = viet.Fold(line.cells[0]) == "tt"
			r.pages.rows = append(r.pages.rows, line)
			for _, c := range line.cells { // a letterhead stands in a table, line by line
				for text := range strings.SplitSeq(c, "\n") {
					r.pages.words = append(r.pages.words, passage{text: text, at: line.at})
				}
			}
		}
	}
	return r
}

// mostColumns bounds a row of a table in a Word file.
const mostColumns = 64

// entry is a row of the printed annex.
type entry struct {
	cells  []string // of which one is the figure: the one under its year, or all where the head is the office's own
	unit   string
	note   string
	at     diag.Position
	behind []row // what the figure was computed of, below it
	year   int   // column of the year in these; -1
}

func squeezed(s string) string { return strings.ReplaceAll(viet.Fold(s), " ", "") }

// annex are the rows of figures by number and name, as a year's report has them.
func (p *pages) annex(year int) map[string][]entry {
	column, all := -1, map[string][]entry{}
	last := ""
	for _, r := range p.rows {
		if r.head {
			column, last = -1, ""
			for i, c := range r.cells {
				if yearIn(c) == year && strings.Contains(squeezed(c), "thuchien") && i > column {
					column = i // behind last year's
				}
			}
			continue
		}
		if len(r.cells) < 3 {
			last = ""
			continue
		}
		if of := all[last]; strings.TrimSpace(r.cells[0]) == "" && len(of) > 0 {
			of[len(of)-1].behind = append(of[len(of)-1].behind, r)
			continue
		}
		last = strings.TrimSpace(r.cells[0]) + " " + squeezed(r.cells[1])
		e := entry{unit: r.cells[2], note: r.cells[len(r.cells)-1], at: r.at, year: -1}
		if column < 0 || column >= len(r.cells) {
			e.cells = r.cells // a head in the office's own words
		} else {
			e.cells, e.year = r.cells[column:column+1], column
		}
		all[last] = append(all[last], e)
	}
	return all
}

// occasion is the year and the part of it that the annex's head names; 0 where it does not.
func (p *pages) occasion() (year int, period string) {
	for _, r := range p.rows {
		for _, c := range r.cells {
			if y := yearIn(c); r.head && y > year && strings.Contains(squeezed(c), "thuchien") {
				year, period = y, periodIn(c)
			}
		}
	}
	return year, period
}

// unlike is where two carriers of one figure do not say the same.
type unlike struct {
	measure *Measure // as the data have it
	what    diag.Message
	shows   string // the pages, or the lesser file
	at      diag.Position
	data    string
	of      diag.Position
}

// against holds the figures of a report against its pages.
func (r *Report) against(p *pages) (all []unlike) {
	entries := p.annex(r.Year)
	for _, m := range r.inOrder() {
		of := m.entries(entries)
		if m.Judged == nil {
			if u, is := m.missing(of); is {
				all = append(all, u)
			}
			continue
		}
		if r.leavesOut(m) && !slices.ContainsFunc(of, entry.hasFigure) {
			continue
		}
		if of == nil {
			all = append(all, unlike{measure: m, what: diag.Say("rollup.what.figure", nil), shows: "-",
				data: m.shown(), of: m.At})
			continue
		}
		i := slices.IndexFunc(of, func(e entry) bool { return slices.ContainsFunc(e.cells, m.isShown) })
		if i < 0 {
			var cells []string
			for _, e := range of {
				cells = append(cells, e.cells...)
			}
			all = append(all, unlike{measure: m, what: diag.Say("rollup.what.figure", nil),
				shows: strings.Join(cells, " | "), at: of[0].at, data: m.shown(), of: m.At})
			continue
		}
		all = append(append(all, m.againstRow(of[i])...), r.againstWords(m, p.words)...)
	}
	return all
}

// hasFigure reports a row with a number under its year.
func (e entry) hasFigure() bool {
	_, is := leading(e.cells[0])
	return is && e.year > 0
}

// missing is a figure that is printed and that the data say is not there.
func (m *Measure) missing(of []entry) (u unlike, is bool) {
	for _, e := range of {
		if e.hasFigure() && !m.Method.ByOffice() {
			return unlike{measure: m, what: diag.Say("rollup.what.figure", nil), shows: e.cells[0], at: e.at,
				data: "-", of: m.At}, true
		}
	}
	return u, false
}

// parts are the figures that are printed as a part of what they are to be, and of which the data
// say that they are whole.
func (r *Report) parts(p *pages) (all []unlike) {
	entries := p.annex(r.Year)
	for _, m := range r.inOrder() {
		for _, e := range m.entries(entries) {
			if m.Complete && partial(e.note) && viet.HasPhrase(viet.Fold(e.note), "moi co") { // not what was decided
				all = append(all, unlike{measure: m, what: diag.Say("rollup.what.note", nil),
					shows: viet.Excerpt(e.note), at: e.at, data: "-", of: m.At})
				break
			}
		}
	}
	return all
}

// entries are the rows of a measure; nil for none.
func (m *Measure) entries(of map[string][]entry) []entry {
	if rows := of[m.ID+" "+squeezed(m.Name)]; rows != nil || !m.single {
		return rows
	}
	id, _, _ := strings.Cut(m.ID, ".")
	return of[id+" "+squeezed(m.heading)]
}

// againstRow holds what goes with a figure against its row.
func (m *Measure) againstRow(e entry) (all []unlike) {
	if e.year > 3 && letters(e.unit) != letters(m.Unit) && e.unit != "" && m.Unit != "" {
		all = append(all, unlike{measure: m, what: diag.Say("rollup.what.unit", nil), shows: e.unit, at: e.at,
			data: m.Unit, of: m.At})
	}
	facts := m.Method.Facts()
	base, compared := m.Totals[facts.Base], m.Totals[facts.Compared]
	if len(e.behind) == 1 && e.year > 0 && (facts.Years || facts.OnTopOf) && compared.Known && base.Known {
		line := e.behind[0]
		for _, t := range []Total{compared, base} {
			if letters(line.cells[2]) == letters(t.Unit) && !slices.ContainsFunc(line.cells[3:], t.isShown) {
				all = append(all, unlike{measure: m, what: t.called(m), at: line.at,
					shows: strings.Join(slices.DeleteFunc(slices.Clone(line.cells[3:]), blank), " | "),
					data:  t.Value.Exact(), of: t.At})
				break
			}
		}
	}
	return all
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }

// letters are a text without what breaks its lines.
func letters(s string) string {
	return strings.Join(strings.Fields(strings.ToLower(viet.Clean(s))), "")
}

// pairs are a part of a whole as sentences have it: "48/58", and no day or number of a document.
var pairs = sync.OnceValue(func() *regexp.Regexp {
	const number = `([0-9][0-9.]*(?:,[0-9]+)?)`
	return regexp.MustCompile(`(?:^|[\s(])` + number + "/" + number + `(?:[\s,;)]|$)`)
})

// againstWords holds a ratio's counts against the sentence of its indicator. 30 of 50 and 300
// of 500 are one figure in the annex; here they are not. A pair that comes to another figure is
// of something else, and so is that of another measure.
func (r *Report) againstWords(m *Measure, words []passage) []unlike {
	part, whole := m.pair()
	if !m.Method.Facts().Factored || !m.isOf(part.Value, whole.Value) {
		return nil
	}
	inUnit := func(behind string) bool { // money may be told in another step
		return !quantity.IsScaled(viet.Fold(part.Unit)) && !quantity.IsScaled(viet.Fold(whole.Unit)) ||
			letters(part.Unit) == letters(whole.Unit) && strings.HasPrefix(letters(behind), letters(part.Unit))
	}
	var other unlike
	for _, w := range words {
		if !m.isToldBy(w) {
			continue
		}
		text := viet.Clean(w.text)
		for _, at := range pairs().FindAllStringSubmatchIndex(text, -1) {
			first, second := text[at[2]:at[3]], text[at[4]:at[5]]
			a, okA := leading(first)
			b, okB := leading(second)
			switch {
			case !okA || !okB || b.Sign() == 0:
			case part.isRounded(a) && whole.isRounded(b):
				return nil
			case m.isOf(a, b) && other.measure == nil && inUnit(text[at[5]:]) && !r.hasPair(a, b):
				other = unlike{measure: m, what: part.called(m), shows: first + "/" + second, at: w.at,
					data: part.Value.Exact() + "/" + whole.Value.Exact(), of: part.At}
			}
		}
	}
	if other.measure == nil {
		return nil
	}
	return []unlike{other}
}

// pair are the part and the whole of a ratio.
func (m *Measure) pair() (part, whole Total) {
	facts := m.Method.Facts()
	return m.Totals[facts.Compared], m.Totals[facts.Base]
}

// hasPair reports a part and a whole that any of the measures is made of.
func (r *Report) hasPair(a, b quantity.Number) bool {
	return slices.ContainsFunc(r.inOrder(), func(m *Measure) bool {
		part, whole := m.pair()
		return m.Method.Facts().Factored && part.isRounded(a) && whole.isRounded(b)
	})
}

// isToldBy reports a sentence of the measure's indicator.
func (m *Measure) isToldBy(w passage) bool {
	number, _, _ := strings.Cut(m.ID, ".")
	return strings.HasPrefix(w.text, "("+number+")") || strings.HasPrefix(w.text, "("+m.ID+")")
}

// isOf reports the ratio of two totals.
func (m *Measure) isOf(part, whole quantity.Number) bool {
	of := int64(100)
	if strings.HasPrefix(m.Unit, "‰") {
		of = 1000
	}
	q, ok := part.Mul(quantity.Int(of)).Quo(whole)
	return ok && (m.Judged.Equal(q.Round(m.Decimals)) || m.Judged.Equal(q.Cut(m.Decimals))) // one missed is cut
}

// inAnnex reports pages that print a row of any of the figures.
func (r *Report) inAnnex(p *pages) bool {
	entries := p.annex(r.Year)
	return slices.ContainsFunc(r.inOrder(), func(m *Measure) bool {
		return m.Judged != nil && m.entries(entries) != nil
	})
}

// valued is a number of a sentence with what it is a number of.
var valued = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`([0-9][0-9.]*(?:,[0-9]+)?)\s*(%|[^\s0-9,.;()]*)`)
})

// aside are the plan and the year before, which sentences tell beside a figure: "(từ 24 trở
// lên)", "(năm 2023: 17 xã)". Letters with marks are any letter.
var aside = sync.OnceValue(func() *regexp.Regexp {
	const goal = `(?:k. ho.ch|m.c c.a k.)` // of the year, of a part of it
	return regexp.MustCompile(`(?i)` + goal + `\s*\([^)]*\)|\(` + goal + `[^)]*\)|n.m [0-9]{4}:[^;)]*`)
})

// bySentences holds the figures against the sentences of their indicators, where the annex is
// not printed; all tells that each figure stands in one. A sentence that has numbers in the
// figure's unit, and not the figure, tells another.
func (r *Report) bySentences(p *pages) (unlikes []unlike, all bool) {
	all = true
	for _, m := range r.inOrder() {
		if m.Judged == nil && !m.Nothing || r.leavesOut(m) {
			continue
		}
		said, told := "", diag.Position{}
		held, level := false, m.Judged == nil || !m.Method.Facts().Years
		for _, w := range p.words {
			if !m.isToldBy(w) {
				continue
			}
			_, rest, _ := strings.Cut(viet.Clean(w.text), ")")
			rest = aside().ReplaceAllString(rest, "")
			held, level = held || m.isSaid(rest), level || m.isLevelSaid(rest)
			first, _, _ := strings.Cut(strings.ToLower(m.Unit), " ")
			for _, found := range valued().FindAllStringSubmatch(rest, -1) {
				if m.single && strings.ToLower(found[2]) == first && said == "" {
					said, told = strings.TrimSpace(found[0]), w.at
				}
			}
		}
		all = all && held && level
		switch {
		case !held && said != "":
			unlikes = append(unlikes, unlike{measure: m, what: diag.Say("rollup.what.figure", nil), shows: said,
				at: told, data: m.shown(), of: m.At})
		case held && m.Judged != nil:
			unlikes = append(unlikes, r.againstWords(m, p.words)...)
		}
	}
	return unlikes, all
}

// isLevelSaid reports a sentence that has what a growth has come to, which it tells beside it.
func (m *Measure) isLevelSaid(sentence string) bool {
	compared, _ := m.pair()
	return !compared.Known ||
		slices.ContainsFunc(valued().FindAllStringSubmatch(sentence, -1), func(found []string) bool {
			n, isNumber := leading(found[1])
			return isNumber && (compared.isRounded(n) || scaled(n, compared.Value))
		})
}

// nothing are words of a figure of nothing, unchanged those of a change; "không đạt" is said
// of any.
var (
	nothing   = []string{"khong co", "khong con", "khong de xay ra", "khong phat sinh"}
	unchanged = []string{"bang nam", "xap xi nam", "bang cung ky", "xap xi cung ky"}
)

// saysNothing reports a folded sentence that says that there was nothing, or no change.
func (m *Measure) saysNothing(folded string) bool {
	has := func(w string) bool { return viet.HasPhrase(folded, w) }
	return strings.HasPrefix(strings.TrimPrefix(folded, "uoc "), "chua ") || slices.ContainsFunc(nothing, has) ||
		m.Method.Facts().Years && slices.ContainsFunc(unchanged, has)
}

// isSaid reports a sentence that has the figure, or says that there was nothing.
func (m *Measure) isSaid(sentence string) bool {
	folded := viet.Fold(sentence)
	switch {
	case m.Judged == nil:
		return viet.HasPhrase(folded, "khong phat sinh")
	case m.Method.Facts().IsDay && strings.Contains(sentence, m.shown()),
		m.Judged.Sign() == 0 && m.saysNothing(folded):
		return true
	}
	onTop := m.Method.Facts().OnTopOf || m.Method == "" && quantity.Attached(m.Unit) // PhuLuc does not say
	return slices.ContainsFunc(valued().FindAllStringSubmatchIndex(sentence, -1), func(at []int) bool {
		n, isNumber := leading(sentence[at[2]:at[3]])
		return isNumber && !m.isContrary(sentence[:at[0]]) && (n.Equal(m.Judged.Abs()) || scaled(n, *m.Judged) ||
			onTop && n.Equal(m.Judged.Add(quantity.Int(100)))) // "bằng 117,85% dự toán"
	})
}

// isContrary reports words before a number that say the other way of a figure: that it fell
// by so much, or is below zero.
func (m *Measure) isContrary(before string) bool {
	words, facts := strings.Fields(viet.Fold(before)), m.Method.Facts()
	if len(words) == 0 || m.Judged.Sign() == 0 {
		return false
	}
	last := words[len(words)-1]
	switch rose := m.Judged.Sign() > 0 != facts.Falls; {
	case !facts.Years:
		return rose && m.Method.Amount() && last == "am"
	case facts.Falls && !quantity.Attached(m.Unit):
		return false // a place whose number falls has risen
	case rose:
		return last == "giam"
	}
	return last == "tang"
}

// scaled reports a number that is another in thousands, millions or billions.
func scaled(n, of quantity.Number) bool {
	for _, step := range []int64{1_000, 1_000_000, 1_000_000_000} {
		if n.Mul(quantity.Int(step)).Equal(of.Abs()) {
			return true
		}
	}
	return false
}

// called is what messages call a total by.
func (t Total) called(m *Measure) diag.Message {
	return diag.Say("rollup.what.total", diag.Args{"label": cmp.Or(t.Label, m.Name)})
}

// isShown reports a cell that shows the figure, whatever is said behind it.
func (m *Measure) isShown(cell string) bool {
	if rest, ok := strings.CutPrefix(strings.TrimSpace(cell), m.shown()); ok &&
		(rest == "" || !strings.ContainsAny(rest[:1], "0123456789.,")) {
		return true
	}
	n, ok := leading(cell)
	return ok && !m.Method.Facts().IsDay && n.Equal(*m.Judged)
}

// isShown is that of a total, which may be printed rounded.
func (t Total) isShown(cell string) bool {
	n, ok := leading(cell)
	return ok && t.isRounded(n)
}

// isRounded reports the total to as many decimals as a number has.
func (t Total) isRounded(n quantity.Number) bool {
	const all = 20
	return t.Value.Round(n.Decimals(all)).Equal(n)
}

// leading is the number that a printed cell begins with: 1.234,50.
func leading(cell string) (n quantity.Number, ok bool) {
	s := strings.TrimSpace(cell)
	digits, negative := strings.CutPrefix(s, "-")
	end := len(digits) - len(strings.TrimLeft(digits, "0123456789.,"))
	digits = strings.ReplaceAll(strings.ReplaceAll(strings.TrimRight(digits[:end], ".,"), ".", ""), ",", ".")
	n, err := quantity.Parse(digits)
	if negative {
		n = n.Neg()
	}
	return n, err == nil && digits != ""
}

// letterhead are the lines before the first heading.
func (p *pages) letterhead() (lines []string) {
	const most = 40
	for _, w := range p.words {
		if w.heading || len(lines) == most {
			break
		}
		if !blank(w.text) {
			lines = append(lines, w.text)
		}
	}
	return lines
}

// PrintedUnit is the one unit that the letterhead of a file without data names; "" for none.
func (r *Report) PrintedUnit(p *resolution.Plan) (unit string) {
	if r.pages == nil {
		return ""
	}
	for _, line := range r.pages.letterhead() {
		for i := range p.Units {
			u := &p.Units[i]
			if u.ID == unit || !isCapital(line) || !slices.ContainsFunc(append([]string{u.Name}, u.Aliases...),
				func(name string) bool { return viet.EndsIn(line, name) }) {
				continue
			}
			if unit != "" {
				return ""
			}
			unit = u.ID
		}
	}
	return unit
}

// names reports lines of which one, or some that follow each other, are a name and no more.
func names(lines []string, name string) bool {
	want := exactly(name)
	for i := range lines {
		said := ""
		for _, l := range lines[i:] {
			if said += exactly(l); said == want {
				return true
			}
			if !strings.HasPrefix(want, said) {
				break
			}
		}
	}
	return false
}

func exactly(s string) string { return strings.ReplaceAll(viet.Spelling(s), " ", "") }

// foreign tells of pages that are not of the data's committee, or not of their year.
func (r *Report) foreign(p *pages) (why diag.Message, is bool) {
	if head := p.letterhead(); len(head) > 0 && r.Issuer != "" && !names(head, r.Issuer) {
		return diag.Say("rollup.why.issuer", diag.Args{"printed": viet.Excerpt(head[0]),
			"data": viet.Excerpt(r.Issuer)}), true
	}
	year, period := p.occasion()
	if year == 0 || year == r.Year && period == r.period() {
		return why, false
	}
	said := func(year int, period string) string {
		if of, known := resolution.ParsePeriod(period); known {
			return of.In(year)
		}
		return viet.Excerpt(period)
	}
	return diag.Say("rollup.why.time", diag.Args{"printed": said(year, period),
		"data": said(r.Year, r.period())}), true
}

// withinPDF tells of a difference between what a PDF shows, or carries as its annex, and the
// data that it carries.
func (u unlike) withinPDF(in diag.Message) diag.Problem {
	return diag.New("B810", u.of, diag.Args{"measure": u.measure.ID, "name": u.measure.Name, "what": u.what, "in": in,
		"printed": u.shows, "data": u.data}).ForMeasure(u.measure.ID)
}

// prints holds the figures against the pages of the PDF that carries them.
func (r *Report) prints(p *pages) (problems []diag.Problem) {
	for _, u := range r.against(p) {
		problem := u.withinPDF(diag.Say("rollup.in.print", nil))
		if u.at.File != "" {
			problem = problem.See(u.at)
		}
		problems = append(problems, problem)
	}
	entries := p.annex(r.Year)
	for _, m := range r.inOrder() { // of these the page says more than earlier versions' data
		m.Complete = m.Complete && !slices.ContainsFunc(m.entries(entries), func(e entry) bool {
			return partial(e.note)
		})
	}
	return problems
}

// leavesOut reports a figure that the annex does not print: what a part of the year has brought
// of the year's plan. A report of the whole year has no such figure.
func (r *Report) leavesOut(m *Measure) bool {
	return !r.isWholeYear() && m.Method.Facts().OnTopOf && m.Verdict == resolution.NotDue
}

func (r *Report) isWholeYear() bool { return r.period() == resolution.Period{}.String() }

// period is the part of the year that the report is about.
func (r *Report) period() string { return cmp.Or(r.Period, resolution.Period{}.String()) }
