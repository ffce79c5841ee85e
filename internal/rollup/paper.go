package rollup

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"path"
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/pdffile"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/viet"
	"baocao/internal/workbook"
	"baocao/internal/workbook/open"
)

// IsPaper reports a PDF.
func IsPaper(data []byte) bool { return strings.HasPrefix(string(data[:min(len(data), 5)]), "%PDF-") }

// ReadPaper reads the figures that a PDF carries, and holds them against what its pages
// print and against the annex that it carries beside them.
func ReadPaper(ctx context.Context, file, sha string, data []byte, lim workbook.Limits) (*Report, []diag.Problem) {
	at := diag.Position{File: file}
	pdf, err := pdffile.Read(data, lim.MaxUncompressed)
	if err != nil {
		return nil, []diag.Problem{diag.New("B808", at, diag.Args{"why": paperFault(err)})}
	}
	carried, err := pdf.Attachments()
	if err != nil {
		return nil, []diag.Problem{diag.New("B808", at, diag.Args{"why": paperFault(err)})}
	}
	var figures, annex *pdffile.Attachment
	for i := range carried {
		switch a := &carried[i]; {
		case strings.EqualFold(path.Ext(a.Name), ".json") && IsData(a.Data):
			if figures != nil {
				return nil, []diag.Problem{diag.New("B808", at, diag.Args{"why": diag.Say("rollup.why.two", nil)})}
			}
			figures = a
		case strings.EqualFold(path.Ext(a.Name), ".xlsx"):
			annex = a
		}
	}
	if figures == nil {
		r := &Report{File: file, SHA256: sha, Kind: Print, Measures: map[string]*Measure{},
			began: began(data, pdffile.Revisions(data, lim.MaxUncompressed))}
		if shown, err := pdf.Print(); err == nil && shown.Loose == "" && !shown.Laid && len(shown.Notes) == 0 {
			r.printed(shown.Words)
		}
		return r, nil
	}
	r, problems := ReadData(file, sha, diag.Visible(figures.Name), figures.Data)
	if r == nil {
		return nil, problems
	}
	r.Kind = Paper
	shown, err := pdf.Print()
	if err != nil {
		return nil, []diag.Problem{diag.New("B808", at, diag.Args{"why": paperFault(err)})}
	}
	states := pdffile.Revisions(data, lim.MaxUncompressed)
	if why, bad := changed(pdf, shown, states); bad {
		return nil, []diag.Problem{diag.New("B809", at, diag.Args{"why": why})}
	}
	r.began = began(data, states)
	r.printed(shown.Words)
	problems = append(problems, r.compareRows(shown.Rows)...)
	switch {
	case annex == nil && r.labels(): // the program that wrote the labels carries both
		return nil, []diag.Problem{diag.New("B809", at, diag.Args{"why": diag.Say("rollup.why.no-annex", nil)})}
	case annex != nil:
		problems = append(problems, r.compareAnnex(ctx, annex, lim)...)
	}
	if errs, _ := diag.Count(problems); errs > 0 {
		return nil, problems
	}
	return r, problems
}

// labels reports data that say what their totals are of.
func (r *Report) labels() bool {
	for _, m := range r.Measures { // any of them
		for _, t := range m.Totals {
			if t.Label != "" {
				return true
			}
		}
	}
	return false
}

// began are the SHA-256 of what a file was before it was added to.
func began(data []byte, states []*pdffile.File) (sums []string) {
	for _, s := range states {
		for _, end := range []string{"", "\n", "\r\n"} { // behind the mark of the end
			if rest := data[s.Size():]; strings.HasPrefix(string(rest[:min(len(rest), 2)]), end) {
				sums = append(sums, sum(data[:s.Size()+len(end)]))
			}
		}
	}
	return sums
}

func paperFault(err error) diag.Message {
	switch {
	case errors.Is(err, pdffile.ErrEncrypted):
		return diag.Say("rollup.why.password", nil)
	case errors.Is(err, pdffile.ErrTooLarge):
		return diag.Say("rollup.why.unpacked", nil)
	}
	return diag.Say("rollup.why.damaged", nil)
}

// changed tells why the pages of a file cannot be held against its figures: they are
// not, or not alone, what the program printed.
func changed(pdf *pdffile.File, shown *pdffile.Printed, states []*pdffile.File) (why diag.Message, bad bool) {
	switch {
	case !shown.Tagged || len(shown.Rows) == 0:
		return diag.Say("rollup.why.saved-anew", nil), true
	case shown.Loose != "":
		return diag.Say("rollup.why.loose", diag.Args{"text": viet.Excerpt(shown.Loose)}), true
	case shown.Laid:
		return diag.Say("rollup.why.painted", nil), true
	case len(shown.Notes) > 0:
		return diag.Say("rollup.why.remarks", nil), true
	case len(states) == 0 || !states[0].Same(pdf):
		return diag.Say("rollup.why.changed", nil), true
	}
	return why, false
}

func sum(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}

// compareRows holds the figures against the rows of the printed annex.
func (r *Report) compareRows(rows []pdffile.Row) (problems []diag.Problem) {
	column, printed, notes := -1, map[string][]string{}, map[string]string{}
	squeezed := func(s string) string { return strings.ReplaceAll(viet.Fold(s), " ", "") }
	for _, row := range rows {
		if row.Head {
			column = -1
			for i, c := range row.Cells {
				if yearIn(c) == r.Year && strings.Contains(squeezed(c), "thuchien") && i > column {
					column = i // behind last year's
				}
			}
			continue
		}
		if len(row.Cells) < 3 {
			continue
		}
		key := row.Cells[0] + " " + squeezed(row.Cells[1])
		notes[key] = row.Cells[len(row.Cells)-1]
		if column < 0 || column >= len(row.Cells) {
			printed[key] = append(printed[key], row.Cells...) // a head in the office's own words
			continue
		}
		printed[key] = append(printed[key], row.Cells[column])
	}
	for _, m := range r.inOrder() {
		if m.Judged == nil || m.unprinted() {
			continue
		}
		key := m.ID + " " + squeezed(m.Name)
		cells, found := printed[key]
		if !found && m.single {
			id, _, _ := strings.Cut(m.ID, ".")
			key = id + " " + squeezed(m.heading)
			cells, found = printed[key]
		}
		m.Complete = m.Complete && !partial(notes[key])
		want := m.shown()
		agrees := false
		for _, c := range cells {
			agrees = agrees || sameFigure(c, want)
		}
		if !agrees {
			shows := strings.Join(cells, " | ")
			if !found {
				shows = "-"
			}
			problems = append(problems, diag.New("B810", m.At, diag.Args{"measure": m.ID, "name": m.Name,
				"printed": shows, "data": want}).ForMeasure(m.ID))
		}
	}
	return problems
}

// unprinted reports a figure that the annex leaves out: what a part of the year has brought
// of the year's plan.
func (m *Measure) unprinted() bool {
	return m.Method.Facts().OnTopOf && m.Verdict == resolution.NotDue
}

// sameFigure reports that a cell shows a figure, whatever is said behind it.
func sameFigure(cell, figure string) bool {
	rest, ok := strings.CutPrefix(strings.TrimSpace(cell), figure)
	return ok && (rest == "" || !strings.ContainsAny(rest[:1], "0123456789.,"))
}

// unnamed are the figures of an annex of an earlier version, whose cells had no names, by
// their numbers; nil where it is none.
func (r *Report) unnamed(b *workbook.Book) map[string][]quantity.Number {
	var figures map[string][]quantity.Number
	for _, s := range b.Sheets {
		column := 0
		for i := range s.Cells {
			c := &s.Cells[i]
			if c.Kind == workbook.Text && yearIn(c.Text) == r.Year && viet.HasPhrase(viet.Fold(c.Text), "thuc hien") &&
				viet.Fold(textAt(s, c.Row, 1)) == "tt" {
				column = c.Col
				if figures == nil {
					figures = map[string][]quantity.Number{}
				}
			}
			if column == 0 || c.Col != column || c.Kind != workbook.Number {
				continue
			}
			id := textAt(s, c.Row, 1)
			if n := s.At(c.Row, 1); id == "" && n != nil && n.Kind == workbook.Number {
				id = n.Number.Plain()
			}
			figures[id] = append(figures[id], c.Number)
		}
	}
	return figures
}

// compareUnnamed holds the figures against those.
func (r *Report) compareUnnamed(name string, figures map[string][]quantity.Number) (problems []diag.Problem) {
	for _, m := range r.inOrder() {
		if m.Judged == nil || m.Method.Facts().IsDay || m.unprinted() ||
			slices.ContainsFunc(figures[m.ID], func(n quantity.Number) bool { return n.Equal(*m.Judged) }) {
			continue
		}
		shows := "-"
		if of := figures[m.ID]; len(of) > 0 {
			shows = of[0].Exact()
		}
		at := m.At
		at.Sheet = name
		problems = append(problems, diag.New("B810", at, diag.Args{"measure": m.ID, "name": m.Name, "printed": shows,
			"data": m.shown()}).ForMeasure(m.ID))
	}
	return problems
}

// compareTotals holds the totals of a figure against those of the annex, by their labels:
// 30 of 50 and 3.000 of 5.000 print the same.
func (m *Measure) compareTotals(name string, annex *Report) (problems []diag.Problem) {
	for _, role := range rolesOf(m) {
		t := m.Totals[role]
		shown := annex.totalsOf(m.ID, t.Label)
		if len(shown) == 0 || slices.ContainsFunc(shown, func(o Total) bool { return o.Value.Equal(t.Value) }) {
			continue
		}
		at := diag.Position{File: m.At.File, Sheet: name, Cell: shown[0].At.Sheet + "!" + shown[0].At.Cell}
		problems = append(problems, diag.New("B810", at, diag.Args{"measure": m.ID, "name": t.Label,
			"printed": shown[0].Value.Exact(), "data": t.Value.Exact()}).ForMeasure(m.ID))
	}
	return problems
}

// totalsOf are the totals of a workbook with a label: the measure's own, else those of
// whatever measure it shares them with.
func (r *Report) totalsOf(id, label string) (all []Total) {
	if label == "" {
		return nil
	}
	for _, m := range r.inOrder() {
		own := m.ID == id
		for _, t := range m.labelled {
			if viet.Fold(t.Label) != viet.Fold(label) {
				continue
			}
			if own {
				return []Total{t}
			}
			all = append(all, t)
		}
	}
	return all
}

// compareAnnex holds the figures against the cells of the annex that a PDF carries.
func (r *Report) compareAnnex(ctx context.Context, a *pdffile.Attachment, lim workbook.Limits) []diag.Problem {
	b, problems := open.Read(ctx, r.File, a.Data, lim)
	if b != nil && !IsBook(b) {
		if figures := r.unnamed(b); figures != nil {
			return append(problems, r.compareUnnamed(diag.Visible(a.Name), figures)...)
		}
	}
	if b == nil || !IsBook(b) {
		at := diag.Position{File: r.File, Sheet: diag.Visible(a.Name)}
		return append(problems, diag.New("B809", at, diag.Args{"why": diag.Say("rollup.why.annex", nil)}))
	}
	annex, problems := ReadBook(r.File, r.SHA256, b)
	if annex == nil {
		return problems
	}
	for _, m := range r.inOrder() {
		other := annex.Measures[m.ID]
		problems = append(problems, m.compareTotals(diag.Visible(a.Name), annex)...)
		if m.Judged == nil || m.Method.Facts().IsDay || m.unprinted() || other != nil && other.Judged != nil &&
			other.Judged.Equal(*m.Judged) {
			continue
		}
		shows := "-"
		if other != nil && other.Judged != nil {
			shows = other.Judged.Exact()
		}
		at := m.At
		if other != nil {
			at.Cell = other.At.Sheet + "!" + other.At.Cell
		}
		at.Sheet = diag.Visible(a.Name)
		problems = append(problems, diag.New("B810", at, diag.Args{"measure": m.ID, "name": m.Name, "printed": shows,
			"data": m.shown()}).ForMeasure(m.ID))
	}
	return problems
}
