package xlsx

import (
	"fmt"
	"slices"
	"strings"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/rollup"
	"baocao/internal/viet"
	"baocao/internal/wording"
)

// TongHop writes the workbook of a higher committee: what was added up, who reached how
// much, where each figure comes from through all levels, what came, and what is wrong. It
// stays in the office.
func TongHop(a *assess.Annex, compared []rollup.Compared, told []rollup.Words) ([]byte, error) {
	w := a.Plan.Words
	from, first := levels(a)
	todo, _ := problems(a, annexPlaces{}, index{})
	sheets := []*sheet{gathered(a, first), ranked(a, compared), from, received(a), todo}
	if words := lowerWords(a, told); words != nil {
		sheets = slices.Insert(sheets, 2, words)
	}
	for _, s := range sheets {
		s.left = a.Plan.Office.Name()
	}
	return write(w.Text("cap-duoi.tep.ten", wording.Args{"nam": a.Plan.Resolution.Year}), reported(a.Plan), sheets...)
}

// inputKey is an input of a measure.
type inputKey struct {
	measure string
	role    string
}

// gathered is the figures, each with the totals that it was computed of.
func gathered(a *assess.Annex, first map[inputKey]link) *sheet {
	w := a.Plan.Words
	s := &sheet{name: w.Text("cap-duoi.so-lieu.sheet"), tab: tabResult, soft: []int{1},
		widths: []float64{9, 52, 13, 16, 16, 15, 10, 10}}
	s.title(w.Text("cap-duoi.so-lieu.tieu-de"), look{bold: true, size: 14})
	s.title(w.Text("cap-duoi.so-lieu.giai-thich"), look{italic: true})
	s.headings(w.Texts("cap-duoi.so-lieu", "chi-tieu", "noi-dung", "dvt", "so", "ke-hoach", "danh-gia", "da-gui",
		"phai-gui")...)
	table := a.InternalTable()
	of := func(r assess.TableRow, kind assess.ColumnKind) cell { return annexCell(r.Cells[table.Column(kind)]) }
	for _, r := range table.Rows {
		m := r.Measure
		if m == nil {
			continue
		}
		s.add(centred(m.ID).bold(), text(m.Name).bold(), centred(m.Unit), of(r, assess.ColActual).bold(),
			of(r, assess.ColTarget), of(r, assess.ColVerdict), count(m.Reported), count(m.Expected))
		for _, t := range m.Totals {
			s.add(centred(""), text(askedFor(a, m, t.Role)), centred(m.UnitOfTotal(a.Plan, t.Role)),
				exactCell(t.Value).clickable(first[inputKey{m.ID, string(t.Role)}]))
		}
	}
	return s
}

// askedFor is what a measure's input is called: what was asked for, or what it is where nobody
// was asked, as for the other parts of a share.
func askedFor(a *assess.Annex, m *assess.Measure, role resolution.Role) string {
	if _, in := a.Plan.Input(m.Measure, role); in != nil && in.Label != "" {
		return in.Label
	}
	return diag.Say("trace.role."+string(role), nil).In(diag.Vi)
}

// exactCell is a number with every decimal that it has.
func exactCell(n quantity.Number) cell {
	const all = 20
	decimals := n.Decimals(all)
	if !showable(n, decimals) {
		return cell{text: n.Exact(), look: look{right: true}}
	}
	return numberCell(n, decimals)
}

// ranked has a row for each committee and three columns for each measure: the figure, its
// place, and the year before.
func ranked(a *assess.Annex, compared []rollup.Compared) *sheet {
	w := a.Plan.Words
	s := &sheet{name: w.Text("cap-duoi.so-sanh.sheet"), tab: tabResult, widths: []float64{30}, fixed: 1}
	heads := headingCells(w.Text("cap-duoi.so-sanh.cap-uy"))
	for _, c := range compared {
		name := w.Text("cap-duoi.so-sanh.ket-qua-tron", wording.Args{"so": c.ID, "ten": c.Name})
		if c.Unit != "" {
			name = w.Text("cap-duoi.so-sanh.ket-qua", wording.Args{"so": c.ID, "ten": c.Name, "dvt": c.Unit})
		}
		heads = append(heads, headingCells(append([]string{name},
			w.Texts("cap-duoi.so-sanh", "thu", "nam-truoc")...)...)...)
		s.widths = append(s.widths, 18, 7, 14)
	}
	s.title(w.Text("cap-duoi.so-sanh.tieu-de"), look{bold: true, size: 14})
	s.title(w.Text("cap-duoi.so-sanh.giai-thich"), look{italic: true})
	s.head = s.add(heads...)
	for i, unit := range a.Plan.Rollup.Units {
		cells := []cell{text(a.UnitName(unit))}
		for _, c := range compared {
			place := c.Places[i]
			figure, rank, last := centred(""), centred(""), centred("")
			if place.Figure != nil {
				figure, rank = shownFigure(c.Measure, *place.Figure), count(place.Rank)
				figure.look.italic = !place.Added
			}
			switch {
			case place.Foreign:
				last = centred(w.Text("cap-duoi.so-sanh.khac")).italic()
			case place.Last != nil:
				last = shownFigure(c.Measure, *place.Last)
			}
			cells = append(cells, figure, rank, last)
		}
		s.add(cells...)
	}
	s.filtered()
	return s
}

// shownFigure is a committee's own figure as the annex would show it.
func shownFigure(m *assess.Measure, n quantity.Number) cell {
	if m.Method.Facts().IsDay {
		return centred(m.OwnTable(n))
	}
	if m.OwnDivided() && showable(n, m.Decimals) {
		return numberCell(n, m.Decimals)
	}
	return exactCell(n)
}

// levels has a row for each answer behind a figure, and below a committee's those that
// its report tells of, level by level. first is where each input begins.
func levels(a *assess.Annex) (s *sheet, first map[inputKey]link) {
	w := a.Plan.Words
	s = &sheet{name: w.Text("cap-duoi.nguon.sheet"), tab: tabSource, soft: []int{3, 5}, fixed: 2,
		widths: []float64{9, 34, 6, 30, 16, 36, 18, 16, 20}}
	s.title(w.Text("cap-duoi.nguon.tieu-de"), look{bold: true, size: 14})
	of := newLevels(a, s.widths[5])
	if left := of.fit(mostSheetRows - 3); left > 0 {
		s.title(w.Text("cap-duoi.nguon.khong-het", wording.Args{"cap": of.deepest, "so": viet.Count(left)}),
			look{italic: true})
	}
	s.headings(w.Texts("cap-duoi.nguon", "chi-tieu", "so", "cap", "don-vi", "gia-tri", "tep", "ten-sheet", "o",
		"ma")...)
	of.from = s.length()
	whole := stream{from: s.length(), widths: make([]float64, len(s.widths))}
	whole.rows = func(yield func([]cell) bool) {
		of.rows(func(_ inputKey, cells []cell) bool { return yield(cells) })
	}
	first = map[inputKey]link{}
	of.rows(func(key inputKey, cells []cell) bool {
		whole.length++
		whole.numbersOf(cells)
		if _, has := first[key]; !has {
			first[key] = link{sheet: s.name, cell: fmt.Sprintf("A%d", whole.from+whole.length)}
		}
		return true
	})
	if whole.from+whole.length > mostBalanced {
		s.more = whole
	} else {
		for cells := range whole.rows {
			s.add(cells...)
		}
	}
	s.filtered()
	return s, first
}

// mostSheetRows is how many rows a sheet has; Excel takes no workbook with more.
const mostSheetRows = 1 << 20

// levelRows makes the rows of levels. Those of a country are hundreds of thousands.
type levelRows struct {
	annex   *assess.Annex
	sums    map[string]string // of the units' files
	from    int               // how many rows stand above
	width   float64           // of the column of files
	deepest int               // level that has rows
}

func newLevels(a *assess.Annex, width float64) *levelRows {
	r := &levelRows{annex: a, sums: map[string]string{}, width: width}
	for _, u := range a.Units {
		for _, f := range u.Files {
			r.sums[f.File] = f.SHA256
		}
	}
	return r
}

// fit leaves out the deepest levels, until there is room for the others, and gives how many
// rows that are. Those of the first level stay: each is a figure of the report.
func (r *levelRows) fit(room int) (left int) {
	var many []int // rows of each level
	var count func(all []returns.Origin, level int)
	count = func(all []returns.Origin, level int) {
		if len(many) < level {
			many = append(many, 0)
		}
		many[level-1] += len(all)
		for _, o := range all {
			if len(o.Behind) > 0 {
				count(o.Behind, level+1)
			}
		}
	}
	all := 0
	for _, m := range r.annex.Measures() {
		all += len(m.Sources)
		for _, s := range m.Sources {
			count(s.Behind, 1)
		}
	}
	for _, n := range many {
		all += n
	}
	r.deepest = 1 + len(many)
	for ; r.deepest > 1 && all-left > room; r.deepest-- {
		left += many[r.deepest-2]
	}
	return left
}

func (r *levelRows) rows(yield func(inputKey, []cell) bool) {
	above := r.from
	put := func(key inputKey, cells ...cell) bool {
		above++
		return yield(key, cells)
	}
	for _, m := range r.annex.Measures() {
		for _, src := range m.Sources {
			label := askedFor(r.annex, m, src.Role)
			value := text(src.Said().Vi)
			if src.Answer == returns.Given && src.Text == "" {
				value = exactCell(src.Value)
			}
			file := name(src.At.File)
			if above < maxLinks {
				file = file.within(r.width, inFile(src.At.File, src.At.Sheet, src.At.Cell))
			}
			key := inputKey{m.ID, string(src.Role)}
			if !put(key, centred(m.ID), text(label), count(1), text(r.annex.UnitName(src.Unit)), value, file,
				name(src.At.Sheet), name(src.At.Cell), text(r.sums[src.At.File])) ||
				!r.below(put, key, label, src.Behind, 2) {
				return
			}
		}
	}
}

// below puts the answers behind a committee's total. Their files lie with that committee.
func (r *levelRows) below(put func(inputKey, ...cell) bool, key inputKey, label string, all []returns.Origin,
	level int) bool {
	if level > r.deepest {
		return true
	}
	for _, o := range all {
		value := name(o.Value)
		if n, err := quantity.Parse(o.Value); err == nil {
			value = exactCell(n)
		}
		if !put(key, centred(key.measure), text(label), count(level), name(o.Unit), value, name(o.At.File),
			name(o.At.Sheet), name(o.At.Cell), text("")) ||
			!r.below(put, key, label, o.Behind, level+1) {
			return false
		}
	}
	return true
}

// lowerWords are the limitations, causes, wishes and tasks that the committees write of, side
// by side: for who writes the report, which takes none of them by itself. nil for nothing.
func lowerWords(a *assess.Annex, told []rollup.Words) *sheet {
	if len(told) == 0 {
		return nil
	}
	w := a.Plan.Words
	s := &sheet{name: w.Text("cap-duoi.loi.sheet"), tab: tabSource, soft: []int{2, 3, 4, 5}, fixed: 2,
		widths: []float64{17, 26, 26, 72, 30, 20, 24}}
	s.title(w.Text("cap-duoi.loi.tieu-de"), look{bold: true, size: 14})
	s.title(w.Text("cap-duoi.loi.giai-thich"), look{italic: true})
	s.headings(w.Texts("cap-duoi.loi", "loai", "cap-uy", "muc", "noi-dung", "tep", "cho", "cua")...)
	for _, t := range told {
		file, place, by := name(t.File), text(""), text(w.Text("cap-duoi.loi.bao-cao"))
		if len(s.rows) < maxLinks {
			file = file.within(s.widths[4], inFile(t.File, "", ""))
		}
		switch {
		case t.Page > 0:
			place = text(w.Text("cap-duoi.loi.trang", wording.Args{"so": t.Page}))
		case t.At.File != "": // it lies with that committee
			place = name(strings.TrimSpace(t.At.File + " " + t.At.Sheet + " " + t.At.Cell))
		}
		if t.By != "" {
			by = text(w.Text("cap-duoi.loi.don-vi", wording.Args{"ten": t.By}))
		}
		said := text(t.Text)
		if t.More > 0 {
			said, by = text(w.Text("cap-duoi.loi.con-nua", wording.Args{"so": t.More})), text("")
			said.look.italic = true
		}
		s.add(centred(t.Kind.Vi()), text(t.Committee), text(t.Under), said, file, place, by)
	}
	s.filtered()
	return s
}

// received is what each committee has sent, those first that owe something.
func received(a *assess.Annex) *sheet {
	w := a.Plan.Words
	s := &sheet{name: w.Text("cap-duoi.bao-cao.sheet"), tab: tabToDo, soft: []int{2}, widths: []float64{36, 20, 50, 40}}
	s.title(w.Text("cap-duoi.bao-cao.tieu-de"), look{bold: true, size: 14})
	s.headings(w.Texts("cap-duoi.bao-cao", "cap-uy", "tinh-trang", "tep", "ma")...)
	units := slices.Clone(a.Units)
	slices.SortStableFunc(units, func(x, y assess.Unit) int {
		owes := map[bool]int{true: 0, false: 1}
		return owes[x.Owing()] - owes[y.Owing()]
	})
	for _, u := range units {
		status := centred(statusText(w, u))
		status.look.alert = u.Owing()
		if len(u.Files) == 0 {
			s.add(text(u.Name), status, text(""), text(""))
		}
		for _, f := range u.Files {
			file := name(f.File)
			if len(s.rows) < maxLinks {
				file = file.within(s.widths[2], inFile(f.File, "", ""))
			}
			s.add(text(u.Name), status, file, text(f.SHA256))
		}
	}
	s.filtered()
	return s
}
