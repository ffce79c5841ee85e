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
		return readPrint(file, sha, data, pdf, lim), nil
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
	states, p := pdffile.Revisions(data, lim.MaxUncompressed), pagesOf(file, shown)
	if why, bad := changed(pdf, shown, states); bad {
		return refused(file, sha, p), []diag.Problem{diag.New("B809", at, diag.Args{"why": why})}
	}
	r.began = began(data, states)
	r.printed(shown.Words)
	if why, is := r.foreign(p); is {
		return refused(file, sha, p), []diag.Problem{diag.New("B809", at, diag.Args{"why": why})}
	}
	problems = append(problems, r.prints(p)...)
	switch {
	case annex == nil && r.labels(): // the program that wrote the labels carries both
		return refused(file, sha, p), append(problems, diag.New("B809", at,
			diag.Args{"why": diag.Say("rollup.why.no-annex", nil)}))
	case annex != nil:
		problems = append(problems, r.compareAnnex(ctx, annex, lim)...)
	}
	if errs, _ := diag.Count(problems); errs > 0 {
		return refused(file, sha, p), problems
	}
	return r, problems
}

// refused is a PDF of whose data nothing counts: what it shows is held against what came beside
// it all the same.
func refused(file, sha string, p *pages) *Report {
	return &Report{File: file, SHA256: sha, Kind: Print, Measures: map[string]*Measure{}, pages: p, refused: true}
}

// readPrint reads a PDF without data: what it shows is held against the data beside it.
func readPrint(file, sha string, data []byte, pdf *pdffile.File, lim workbook.Limits) *Report {
	states := pdffile.Revisions(data, lim.MaxUncompressed)
	r := &Report{File: file, SHA256: sha, Kind: Print, Measures: map[string]*Measure{}, pages: &pages{},
		began: began(data, states)}
	shown, err := pdf.Print()
	if err != nil {
		r.pages.unsure = paperFault(err)
		return r
	}
	r.pages = pagesOf(file, shown)
	why, bad := laidOver(pdf, shown, states)
	if !shown.Tagged {
		why, bad = diag.Say("rollup.why.saved-anew", nil), true
	}
	if bad {
		r.pages.unsure = why
	}
	if shown.Loose == "" && !shown.Laid && len(shown.Notes) == 0 {
		r.printed(shown.Words)
	}
	return r
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
	if !shown.Tagged || len(shown.Rows) == 0 {
		return diag.Say("rollup.why.saved-anew", nil), true
	}
	return laidOver(pdf, shown, states)
}

// laidOver tells what was put on the pages or changed since they were made.
func laidOver(pdf *pdffile.File, shown *pdffile.Printed, states []*pdffile.File) (why diag.Message, bad bool) {
	switch {
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
		if m.Judged == nil || m.Method.Facts().IsDay || r.leavesOut(m) ||
			slices.ContainsFunc(figures[m.ID], func(n quantity.Number) bool { return n.Equal(*m.Judged) }) {
			continue
		}
		u := unlike{measure: m, what: diag.Say("rollup.what.figure", nil), shows: "-", data: m.shown(), of: m.At}
		if of := figures[m.ID]; len(of) > 0 {
			u.shows = of[0].Exact()
		}
		u.of.Sheet = name
		problems = append(problems, u.withinPDF(carriedIn(name)))
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

func carriedIn(name string) diag.Message {
	return diag.Say("rollup.in.annex", diag.Args{"file": diag.Visible(name)})
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
	if annex.Issuer != "" && r.Issuer != "" && exactly(annex.Issuer) != exactly(r.Issuer) || !annex.sameTime(r) {
		said := func(r *Report) string {
			period, _ := resolution.ParsePeriod(r.Period)
			return viet.Excerpt(r.Issuer) + ", " + period.In(r.Year)
		}
		return append(problems, diag.New("B809", r.At(), diag.Args{"why": diag.Say("rollup.why.annex-of", diag.Args{
			"annex": said(annex), "data": said(r)})}))
	}
	for _, m := range r.inOrder() {
		u := unlike{measure: m, what: diag.Say("rollup.what.figure", nil), shows: "-", data: m.shown(), of: m.At}
		switch other := annex.Measures[m.ID]; {
		case other != nil:
			var is bool
			if u, is = annex.unlikeIn(other, m); !is {
				continue
			}
			u.of.Cell = u.at.Sheet + "!" + u.at.Cell
		case m.Judged == nil || m.Method.Facts().IsDay || r.leavesOut(m):
			continue
		}
		u.of.Sheet = diag.Visible(a.Name)
		problems = append(problems, u.withinPDF(carriedIn(a.Name)))
	}
	return problems
}
