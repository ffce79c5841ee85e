package app

import (
	"cmp"
	"context"

	"baocao/internal/diag"
	"baocao/internal/fileset"
	"baocao/internal/inbox"
	"baocao/internal/ooxml"
	"baocao/internal/recognise"
	"baocao/internal/render/docx"
	"baocao/internal/render/xlsx"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/rollup"
	"baocao/internal/workbook"
)

// lowerReport reads a content as a lower committee's report; ok is false for what is
// none, and in a folder that takes none.
func lowerReport(ctx context.Context, k *recognise.Knowledge, c inbox.Content, lim workbook.Limits) (
	x reading, ok bool) {
	var report *rollup.Report
	switch {
	case k.Plan().Rollup == nil:
		return x, false
	case rollup.IsPaper(c.Data):
		report, x.problems = rollup.ReadPaper(ctx, c.File, c.SHA256, c.Data, lim)
	case rollup.IsData(c.Data):
		report, x.problems = rollup.ReadData(c.File, c.SHA256, "", c.Data)
	default:
		return x, false
	}
	return whoseReport(k, c, report, x.problems), true
}

// lowerAnnex reads a workbook as the annex of a lower committee's report, a Word file as the
// report itself.
func lowerAnnex(ctx context.Context, k *recognise.Knowledge, c inbox.Content, book *workbook.Book,
	lim workbook.Limits) (x reading, ok bool) {
	switch {
	case k.Plan().Rollup == nil:
		return x, false
	case rollup.IsBook(book):
		report, problems := rollup.ReadBook(c.File, c.SHA256, book)
		return whoseReport(k, c, report, problems), true
	case isOurWord(ctx, c, book, lim):
		return whoseReport(k, c, rollup.ReadWord(c.File, c.SHA256, book), nil), true
	}
	return x, false
}

// isOurWord reports a report's Word file: it says of which edition it is, whatever was written
// into it since.
func isOurWord(ctx context.Context, c inbox.Content, book *workbook.Book, lim workbook.Limits) bool {
	if book.Format != "docx" {
		return false
	}
	a, err := ooxml.Open(c.Data, workbook.NewGuard(ctx, lim))
	if err != nil {
		return false
	}
	edited, err := docx.Read(a)
	return err == nil && edited.Edition != ""
}

// whoseReport says whose a report is. What cannot be read is of whom its path names.
func whoseReport(k *recognise.Knowledge, c inbox.Content, report *rollup.Report, problems []diag.Problem) reading {
	x := reading{in: c.In, report: report, problems: append(problems, c.Problems...),
		ret: returns.Return{File: c.File, SHA256: c.SHA256, Status: returns.StatusUnreadable, Lower: true}}
	if report == nil {
		x.ret.Unit = k.UnitOfPath(c.File)
		return x
	}
	if report.Kind == rollup.Print { // it says of itself no more than it prints
		report.Unit = cmp.Or(k.UnitOfPath(c.File), report.PrintedUnit(k.Plan()))
		if report.Unit == "" {
			report.Former = rollup.FormerOf(k.Plan(), report)
		}
		x.ret.Unit = report.Unit
		return x
	}
	x.ret.Status = returns.StatusUnknown
	unit, unsure := k.Whose(c.File, c.SHA256, report.Issuer)
	if unit == "" {
		report.Former = rollup.FormerOf(k.Plan(), report)
		if report.Former == "" {
			x.unsure = unsure
		}
		return x
	}
	report.Unit, x.ret.Unit = unit, unit
	x.problems = append(x.problems, unsure...)
	return x
}

// claim gives the reports of nobody to the committee whose ket-qua.json says that they were
// made with it; what is left is asked about.
func (r *run) claim() {
	known := r.reports()
	for i := range r.readings {
		x := &r.readings[i]
		if x.report == nil && len(x.ret.Observations) == 0 { // TongHop, for whoever made it
			if of := rollup.OwnerOf(x.ret.SHA256, known); of != nil && of.Unit != "" {
				x.ret = returns.Return{File: x.ret.File, SHA256: x.ret.SHA256, Unit: of.Unit, Lower: true,
					Status: returns.StatusDuplicate}
				x.problems = nil
			}
		}
		if x.report == nil || x.report.Unit != "" || x.report.Former != "" {
			continue
		}
		if of := rollup.OwnerOf(x.ret.SHA256, known); of != nil && (of.Unit != "" || of.Former != "") {
			x.report.Unit, x.report.Former, x.ret.Unit = of.Unit, of.Former, of.Unit
			continue
		}
		if x.problems = append(x.problems, x.unsure...); x.report.Kind != rollup.Print {
			x.report = nil
		}
	}
}

// gather makes the reports of lower committees returns, once all are read: those of
// committees that became one are one.
func (r *run) gather(p *resolution.Plan) []diag.Problem {
	if p.Rollup == nil {
		return nil
	}
	r.claim()
	made, problems := rollup.Returns(p, r.reports())
	if rollup.Tells(r.reports()) {
		problems = append(problems, diag.New("B833", diag.Position{},
			diag.Args{"file": ReportName("TongHop", p, ".xlsx")}))
	}
	of := map[[2]string]returns.Return{} // by file and content: an archive may hold a name twice
	for _, ret := range made {
		of[[2]string{ret.File, ret.SHA256}] = ret
	}
	for i, x := range r.readings {
		if ret, ok := of[[2]string{x.ret.File, x.ret.SHA256}]; ok && x.report != nil {
			r.readings[i].ret = ret
		}
	}
	return problems
}

// reports are those of lower committees that were read.
func (r *run) reports() (all []*rollup.Report) {
	for _, x := range r.readings {
		if x.report != nil {
			all = append(all, x.report)
		}
	}
	return all
}

// gathered is what a higher committee's folder has beside the usual report.
func (r *run) gathered() ([]fileset.File, error) {
	p := r.annex.Plan
	if p.Rollup == nil {
		return nil, nil
	}
	data, err := xlsx.TongHop(r.annex, rollup.Compare(r.annex, r.reports()), rollup.Told(r.annex, r.reports()))
	return []fileset.File{{Name: ReportName("TongHop", p, ".xlsx"), Data: data}}, err
}
