package app

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/disk"
	"baocao/internal/mishap"
	"baocao/internal/quantity"
	"baocao/internal/recognise"
	"baocao/internal/render/result"
	"baocao/internal/resolution"
	"baocao/internal/workbook/open"
)

// lastYear reads last year's figures: those of last year's result, and of what it
// lacks those of an annex of whatever making that lies beside it. older are the years
// before that have a result, the newest first.
func lastYear(ctx context.Context, dir string, p *resolution.Plan) (
	last resolution.LastYear, older []assess.PastYear, problems []diag.Problem, err error) {
	last, problems, err = lastResult(dir, p)
	if err != nil {
		return nil, nil, nil, err
	}
	annexes, more, err := lastAnnexes(ctx, dir, p, last)
	if err != nil {
		return nil, nil, nil, err
	}
	problems = append(problems, more...)
	for _, m := range p.Measures() {
		figure, more := lastFigure(p, m, last, annexes)
		problems = append(problems, more...)
		if figure != nil {
			if last == nil {
				last = resolution.LastYear{}
			}
			if was, known := last[m.ID]; known { // its inputs, and no figure
				was.Figure, was.File = figure.Figure, figure.File
				figure = &was
			}
			last[m.ID] = *figure
		}
	}
	results, err := earlierResults(dir, p)
	if err != nil {
		return nil, nil, nil, err
	}
	for _, r := range results {
		said := r.Earlier(p)
		last = last.Earlier(said)
		known := func(y assess.PastYear) bool { return y.Year == r.Resolution.Year }
		if len(said) > 0 && !slices.ContainsFunc(older, known) {
			older = append(older, assess.PastYear{Year: r.Resolution.Year, Said: said})
		}
	}
	slices.SortFunc(older, func(a, b assess.PastYear) int { return b.Year - a.Year })
	return last, older, problems, nil
}

// earlierResults are the results of the same period of years before last year, each
// in a folder of its year, the newest first. What is no result is left where it is.
func earlierResults(dir string, p *resolution.Plan) (older []*result.Result, err error) {
	root := filepath.Join(dir, LastYearDir)
	years, err := yearFolders(root)
	if err != nil {
		return nil, err
	}
	for _, year := range slices.Backward(years) {
		data, err := disk.Read(filepath.Join(root, year, p.Report.Period.ResultFile()), disk.MaxOwn)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if r, err := result.Load(data); err == nil {
			older = append(older, r)
		}
	}
	return older, nil
}

// lastFigure is what annexes tell of a measure that last year's result does not
// have; nil for nothing. Where they contradict the result or each other it is told.
func lastFigure(p *resolution.Plan, m *resolution.Measure, last resolution.LastYear,
	annexes []resolution.LastYear) (figure *resolution.LastFigure, problems []diag.Problem) {
	differ := func(at, other string, a, b quantity.Number, used diag.Message) {
		problems = append(problems, diag.New("B079", diag.Position{File: at}, diag.Args{"measure": m.ID, "name": m.Name,
			"value": a.Exact(), "other": other, "instead": b.Exact(), "used": used}).ForMeasure(m.ID).
			See(diag.Position{File: other}))
	}
	known, has := last.Figure(m.ID)
	for _, annex := range annexes {
		f, ok := annex[m.ID]
		switch {
		case !ok:
			continue
		case f.Figure != nil && has && !asPrinted(*f.Figure, known):
			differ(f.File, p.LastYearFile(), *f.Figure, known, diag.Say("last-year.result", nil))
		case has:
		case figure == nil, figure.Figure == nil:
			figure = &f
		case f.Figure != nil && figure.Figure != nil && !asPrinted(*f.Figure, *figure.Figure):
			differ(f.File, figure.File, *f.Figure, *figure.Figure, diag.Say("last-year.neither", nil))
			return &resolution.LastFigure{}, problems
		}
	}
	return figure, problems
}

// asPrinted: two figures are one, shown with more decimals or fewer.
func asPrinted(a, b quantity.Number) bool {
	const all = 20
	decimals := min(a.Decimals(all), b.Decimals(all))
	return a.Round(decimals).Equal(b.Round(decimals))
}

// lastResult reads last year's result, where there is one.
func lastResult(dir string, p *resolution.Plan) (resolution.LastYear, []diag.Problem, error) {
	at := diag.Position{File: p.LastYearFile()}
	data, err := disk.Read(filepath.Join(dir, filepath.FromSlash(at.File)), disk.MaxOwn)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	r, err := result.Load(data)
	if err != nil {
		return nil, []diag.Problem{diag.New("B702", at, diag.Args{"error": result.Why(err)})}, nil
	}
	last, problems := r.LastYear(p, at)
	return last, problems, nil
}

// lastAnnexes reads the workbooks that lie beside last year's result, in the order
// of their names.
func lastAnnexes(ctx context.Context, dir string, p *resolution.Plan, last resolution.LastYear) (
	all []resolution.LastYear, problems []diag.Problem, err error) {
	entries, err := os.ReadDir(filepath.Join(dir, LastYearDir))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	for _, e := range entries {
		name := e.Name()
		if !e.Type().IsRegular() || strings.HasPrefix(name, "~$") || strings.HasPrefix(name, ".") ||
			!slices.Contains(annexTypes, strings.ToLower(path.Ext(name))) {
			continue
		}
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		annex, more := lastAnnex(ctx, dir, path.Join(LastYearDir, name), p, func(measure string) bool {
			has := func(l resolution.LastYear) bool { return l[measure].Figure != nil }
			return p.Measure(measure).Previous != nil || has(last) || slices.ContainsFunc(all, has)
		})
		problems = append(problems, more...)
		if annex != nil {
			all = append(all, annex)
		}
	}
	return all, problems, nil
}

// annexTypes are the files that an annex may be.
var annexTypes = []string{".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv"}

func lastAnnex(ctx context.Context, dir, file string, p *resolution.Plan, known func(measure string) bool) (
	last resolution.LastYear, problems []diag.Problem) {
	at := diag.Position{File: file}
	defer func() {
		// A panic in one file must not abort the run.
		if mishap.Caught(recover()) {
			last, problems = nil, []diag.Problem{diag.New("B132", at, nil)}
		}
	}()
	lim := limits(p)
	unreadable := func(why diag.Text) []diag.Problem {
		return []diag.Problem{diag.New("B077", at, diag.Args{"why": why, "year": p.Resolution.Year - 1})}
	}
	data, err := disk.Read(filepath.Join(dir, filepath.FromSlash(file)), lim.MaxUncompressed)
	if err != nil {
		return nil, unreadable(Cause(err))
	}
	book, read := open.Read(ctx, file, data, lim)
	if book == nil {
		for _, x := range read {
			if x.Severity() == diag.Error {
				return nil, unreadable(diag.Text{Vi: x.In(diag.Vi), En: x.In(diag.En)})
			}
		}
		return nil, read
	}
	return recognise.LastYear(p, file, book, known)
}
