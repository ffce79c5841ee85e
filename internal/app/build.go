package app

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"baocao/internal/assess"
	"baocao/internal/compose"
	"baocao/internal/diag"
	"baocao/internal/render/pdf"
	"baocao/internal/render/result"
	"baocao/internal/render/xlsx"
	"baocao/internal/resolution"
	"baocao/internal/returns"
)

// Outcome is what a build made.
type Outcome struct {
	Annex *assess.Annex
	Files []Written      // in the order PDF, PhuLuc, SoLieu, ket-qua.json
	Sent  []Written      // the copies of faulty files, for their senders
	Notes []diag.Message // what went wrong beside the report, which stands all the same

	Interrupted bool // the report stands, and not all of the copies could be made
}

// Build runs the main job: it reads, judges, composes and writes the four
// outputs, together or not at all.
func Build(ctx context.Context, dir string, progress Progress) (*Outcome, error) {
	r, err := judge(ctx, dir, progress, remembering)
	if err != nil {
		return nil, err
	}
	a := r.annex
	outs, err := untilStopped(ctx, func() ([]output, error) { return outputs(a) })
	if err != nil {
		return nil, err
	}
	files, err := replaceTogether(filepath.Join(dir, ReportDir), outs)
	if err != nil {
		return nil, err
	}
	out := &Outcome{Annex: a, Files: files}
	out.Sent, out.Notes = r.sendBack(ctx)
	out.Notes = append(out.Notes, r.writeReceipts(time.Now())...)
	out.Interrupted = ctx.Err() != nil
	return out, nil
}

// outputs are the four files of a report.
func outputs(a *assess.Annex) ([]output, error) {
	pages, err := layOut(a)
	if err != nil {
		return nil, err
	}
	phuLuc, err := xlsx.PhuLuc(a)
	if err != nil {
		return nil, err
	}
	soLieu, err := xlsx.SoLieu(a)
	if err != nil {
		return nil, err
	}
	json, err := result.New(a).Marshal()
	if err != nil {
		return nil, err
	}
	year := a.Plan.Resolution.Year
	return []output{
		{ReportName("BaoCao", year, ".pdf"), pages},
		{ReportName("PhuLuc", year, ".xlsx"), phuLuc},
		{ReportName("SoLieu", year, ".xlsx"), soLieu},
		{"ket-qua.json", json},
	}, nil
}

// untilStopped does work that cannot be interrupted itself, and leaves it behind
// when the run is: what it makes is in memory only, and the program ends.
func untilStopped[T any](ctx context.Context, work func() (T, error)) (T, error) {
	type result struct {
		made T
		err  error
	}
	done := make(chan result, 1)
	go func() {
		made, err := work()
		done <- result{made, err}
	}()
	select {
	case r := <-done:
		if err := ctx.Err(); err != nil {
			return *new(T), err
		}
		return r.made, r.err
	case <-ctx.Done():
		return *new(T), ctx.Err()
	}
}

// layOut composes the report and sets its pages. The problems of both join
// those of the annex, so that every output tells the same.
func layOut(a *assess.Annex) ([]byte, error) {
	doc, problems := compose.Report(a)
	doc.Created = created(a.Plan)
	pages, set, err := pdf.Render(doc)
	if err != nil {
		return nil, err
	}
	a.AddProblems(append(problems, set...))
	return pages, nil
}

// created is the date written into the metadata: SOURCE_DATE_EPOCH, or the
// report's date, or the last day of its year. Never the clock.
func created(p *resolution.Plan) time.Time {
	if t, ok := sourceDateEpoch(os.Getenv("SOURCE_DATE_EPOCH")); ok {
		return t
	}
	d := p.Report.Date
	if d.IsZero() {
		return time.Date(p.Resolution.Year, 12, 31, 0, 0, 0, 0, time.UTC)
	}
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// Check reads, judges and composes, so that it can name every problem a build
// would; it writes nothing.
func Check(ctx context.Context, dir string, progress Progress) (*assess.Annex, error) {
	a, err := Judge(ctx, dir, progress)
	if err != nil {
		return nil, err
	}
	if _, err := untilStopped(ctx, func() ([]byte, error) { return layOut(a) }); err != nil {
		return nil, err
	}
	return a, nil
}

// Forms writes one blank form per reporting unit into mau/ and returns their names.
func Forms(ctx context.Context, dir string) ([]string, []diag.Problem, error) {
	p, problems, err := Open(dir)
	if err != nil {
		return nil, nil, err
	}
	last, more, err := lastYear(dir, p)
	if err != nil {
		return nil, nil, err
	}
	var outs []output
	var names []string
	for _, u := range p.Units {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		data, err := xlsx.WriteForm(returns.NewForm(p, u.ID, last))
		if err != nil {
			return nil, nil, err
		}
		outs = append(outs, output{u.ID + ".xlsx", data})
		names = append(names, FormsDir+"/"+u.ID+".xlsx")
	}
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	if _, err := replaceTogether(filepath.Join(dir, FormsDir), outs); err != nil {
		return nil, nil, err
	}
	return names, append(problems, more...), nil
}
