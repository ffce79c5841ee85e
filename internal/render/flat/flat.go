// Package flat writes what was found as flat tables of text, one line for each measure
// or for each figure of a unit, for the systems that superiors prescribe: CSV as RFC 4180
// has it, in UTF-8 with its mark, so that spreadsheets know the encoding too.
package flat

import (
	"encoding/csv"
	"io"
	"slices"
	"strconv"
	"strings"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
)

// Notation is how numbers are written. Numbers with a comma need fields that are
// parted by something else.
type Notation int

// The notations.
const (
	Point Notation = iota // 82.76, fields parted by ","
	Comma                 // 82,76, fields parted by ";"
)

// table writes rows of fields.
type table struct {
	*csv.Writer
	notation Notation
	plan     *resolution.Plan
	row      []string
}

// mark says that a text is UTF-8.
const mark = "\uFEFF"

func newTable(to io.Writer, as Notation, p *resolution.Plan, headings []string) (*table, error) {
	if _, err := io.WriteString(to, mark); err != nil {
		return nil, err
	}
	t := &table{Writer: csv.NewWriter(to), notation: as, plan: p}
	t.UseCRLF = true
	if as == Comma {
		t.Comma = ';'
	}
	for _, heading := range headings {
		t.text(heading)
	}
	return t, t.end()
}

// end writes the row.
func (t *table) end() error {
	err := t.Write(t.row)
	t.row = t.row[:0]
	return err
}

func (t *table) done() error {
	t.Flush()
	return t.Error()
}

// text adds somebody's words: on one line, and so that no spreadsheet takes them for a
// formula, with the sign that it knows a text by.
func (t *table) text(s string) {
	s = diag.Visible(strings.Join(strings.Fields(s), " "))
	if s != "" && strings.ContainsRune("=+-@", rune(s[0])) {
		s = "'" + s
	}
	t.row = append(t.row, s)
}

// number adds a number with as many decimals as are shown elsewhere.
func (t *table) number(n quantity.Number, decimals int) { t.digits(n.Fixed(decimals)) }

func (t *table) exact(n quantity.Number) { t.digits(n.Plain()) }

func (t *table) digits(s string) {
	if t.notation == Comma {
		s = strings.Replace(s, ".", ",", 1)
	}
	t.row = append(t.row, s)
}

func (t *table) count(n int) { t.row = append(t.row, strconv.Itoa(n)) }

func (t *table) blank() { t.row = append(t.row, "") }

func (t *table) day(d viet.Date) { t.row = append(t.row, d.ISO()) }

func (t *table) says(key string) { t.text(t.plan.Words.Text(key)) }

func (t *table) yes(b bool) {
	if b {
		t.says("bang-phang.co-khong.co")
	} else {
		t.says("bang-phang.co-khong.khong")
	}
}

// period adds the year and its part.
func (t *table) period() {
	year := t.plan.Resolution.Year
	t.count(year)
	t.text(t.plan.PeriodIn(year))
}

// state is what kind of report the figures are from.
func (t *table) state(a *assess.Annex) {
	w, r := t.plan.Words, t.plan.Report
	said := w.Text("bang-phang.bao-cao.chua-day-du")
	if a.Complete {
		said = w.Text("bang-phang.bao-cao.day-du")
	}
	if r.Draft {
		said += w.Text("bang-phang.bao-cao.du-thao")
	}
	if r.Illustrative {
		said += w.Text("bang-phang.bao-cao.minh-hoa")
	}
	t.text(said)
}

// Measures writes a row for each measure: what the annex shows, which may leave the
// office. Figures, decimals and remarks are the annex's own.
func Measures(to io.Writer, a *assess.Annex, as Notation) error {
	t, err := newTable(to, as, a.Plan, a.Plan.Words.Texts("bang-phang.cot", "muc", "ten-muc", "chi-tieu",
		"noi-dung-chi-tieu", "tt", "ma", "noi-dung", "dvt", "nam", "ky", "ke-hoach", "dang", "tu", "den", "thuc-hien",
		"nam-truoc", "th-kh", "danh-gia", "danh-gia-chi-tieu", "da-bao-cao", "phai-bao-cao", "du", "uoc", "chot-tay",
		"ghi-chu", "bao-cao"))
	if err != nil {
		return err
	}
	shown := map[*assess.Measure]assess.TableRow{}
	annex := a.InternalTable()
	for _, r := range annex.Rows {
		if r.Measure != nil {
			shown[r.Measure] = r
		}
	}
	for _, s := range a.Sections {
		for _, i := range s.Indicators {
			for _, m := range i.Measures {
				cell := func(kind assess.ColumnKind) assess.Cell { return shown[m].Cells[annex.Column(kind)] }
				t.text(s.Number)
				t.text(s.Title)
				t.count(i.Number)
				t.text(i.Text)
				t.text(m.ID)
				t.text(m.CellName())
				t.text(m.Name)
				t.text(m.Unit)
				t.period()
				t.target(m)
				t.figure(m, m.Judged, cell(assess.ColActual))
				t.figure(m, m.Previous, cell(assess.ColPrevious))
				t.figure(m, m.PercentOfTarget, cell(assess.ColPercent))
				t.text(m.Verdict.Vi())
				t.text(i.Verdict.Vi())
				t.count(m.Reported)
				t.count(m.Expected)
				t.yes(m.Verdict != resolution.NoData && m.Reported >= m.Expected)
				t.yes(m.Estimate)
				t.yes(m.Override != nil || i.Override != nil || len(m.Choices()) > 0)
				t.text(cell(assess.ColNote).Text("; "))
				t.state(a)
				if err := t.end(); err != nil {
					return err
				}
			}
		}
	}
	return t.done()
}

// figure adds what a cell of the annex shows, a number as one, a day as one.
func (t *table) figure(m *assess.Measure, n *quantity.Number, shown assess.Cell) {
	switch {
	case shown.Number != nil:
		t.number(*shown.Number, shown.Decimals)
	case n != nil && m.Method.Facts().IsDay && len(shown.Lines) > 0:
		t.day(resolution.Day(*n))
	default:
		t.text(shown.Text("; "))
	}
}

// target adds what was promised: as it is printed, its kind, and between which numbers
// the figure should lie.
func (t *table) target(m *assess.Measure) {
	of := m.Target
	t.text(of.Vi())
	t.says(kind(of))
	low, high := limits(of)
	for _, n := range []*quantity.Number{low, high} {
		switch {
		case n == nil || of.Open():
			t.blank()
		case of.Kind == resolution.By:
			t.day(resolution.Day(*n))
		default:
			t.exact(*n)
		}
	}
}

func kind(t resolution.Target) string {
	switch t.Kind {
	case resolution.AtLeast:
		return "bang-phang.dang.it-nhat"
	case resolution.MoreThan:
		return "bang-phang.dang.tren"
	case resolution.AtMost:
		return "bang-phang.dang.khong-qua"
	case resolution.LessThan:
		return "bang-phang.dang.duoi"
	case resolution.Around:
		return "bang-phang.dang.xap-xi"
	case resolution.Range:
		return "bang-phang.dang.trong"
	case resolution.Exactly:
		return "bang-phang.dang.bang"
	case resolution.By:
		return "bang-phang.dang.cham-nhat"
	case resolution.ByOffice:
		return "bang-phang.dang.bang-loi"
	case resolution.InfoOnly:
	}
	return "bang-phang.dang.theo-doi"
}

// limits are the least and the most that keeps the promise; nil for none.
func limits(t resolution.Target) (low, high *quantity.Number) {
	switch t.Kind {
	case resolution.AtLeast, resolution.MoreThan:
		return &t.A, nil
	case resolution.AtMost, resolution.LessThan, resolution.By:
		return nil, &t.A
	case resolution.Around:
		return new(t.A.Sub(t.B)), new(t.A.Add(t.B))
	case resolution.Range:
		return &t.A, &t.B
	case resolution.Exactly:
		return &t.A, &t.A
	case resolution.ByOffice, resolution.InfoOnly:
	}
	return nil, nil
}

// Units writes a row for each figure that a unit is asked for, with the cell it comes
// from. It names units and their files and stays in the office.
func Units(to io.Writer, a *assess.Annex, as Notation) error {
	t, err := newTable(to, as, a.Plan, a.Plan.Words.Texts("bang-phang.cot", "chi-tieu", "tt", "noi-dung", "ma",
		"so-lieu", "dvt", "ma-don-vi", "don-vi", "nam", "ky", "gia-tri", "nguyen-van", "tinh-trang", "uoc", "chot-tay",
		"tep", "ten-sheet", "o", "bao-cao"))
	if err != nil {
		return err
	}
	asked := askedOf(a)
	unusable := map[string][]assess.Source{}
	for _, s := range a.Unusable {
		unusable[s.Measure] = append(unusable[s.Measure], s)
	}
	for _, m := range a.Measures() {
		given := map[string]assess.Source{}
		for _, s := range slices.Concat(unusable[m.ID], m.Sources) { // what counts, before what does not
			given[s.Unit+" "+s.Key] = s
		}
		for _, k := range asked[m.ID] {
			s := given[k.unit.ID+" "+k.Key()]
			t.count(m.Indicator)
			t.text(m.ID)
			t.text(m.Name)
			t.text(k.Name())
			t.text(k.Label)
			t.text(k.Unit)
			t.text(k.unit.ID)
			t.text(k.unit.Name)
			t.period()
			switch {
			case s.Answer != returns.Given || s.Key == "":
				t.blank()
			case k.Kind == resolution.AskNumber:
				t.exact(s.Value)
			default:
				t.text(s.Text)
			}
			if s.Read != nil {
				t.text(s.Read.Shown)
			} else {
				t.blank()
			}
			t.says(state(k.state))
			t.yes(s.Estimate)
			t.yes(s.Choice != nil)
			t.text(s.At.File)
			t.text(s.At.Sheet)
			t.text(s.At.Cell)
			t.state(a)
			if err := t.end(); err != nil {
				return err
			}
		}
	}
	return t.done()
}

// ask is what one unit is asked, and what has become of it.
type ask struct {
	resolution.Ask
	unit  *resolution.Unit
	state assess.State
}

// askedOf are the asks by measure, of each the units in the plan's order; those that
// nobody has to answer, and nobody has, are left out.
func askedOf(a *assess.Annex) map[string][]ask {
	all := map[string][]ask{}
	for _, u := range a.Units {
		for _, k := range u.Asks {
			if s, ok := u.States[k.Key()]; ok {
				all[k.Measure.ID] = append(all[k.Measure.ID], ask{k, u.Unit, s})
			}
		}
	}
	return all
}

func state(s assess.State) string {
	switch s {
	case assess.StateReceived:
		return "bang-phang.tinh-trang.da-dung"
	case assess.StateNil:
		return "bang-phang.tinh-trang.khong-phat-sinh"
	case assess.StatePending:
		return "bang-phang.tinh-trang.chua-co-ket-qua"
	case assess.StateFaulty:
		return "bang-phang.tinh-trang.khong-dung-duoc"
	case assess.StateMissing:
	}
	return "bang-phang.tinh-trang.chua-co"
}
