package app

import (
	"errors"
	"io/fs"
	"path"
	"path/filepath"
	"slices"

	"baocao/internal/diag"
	"baocao/internal/disk"
	"baocao/internal/render/result"
	"baocao/internal/resolution"
)

// reported are the results of the other parts of the plan's year that lie beside the
// report's, and its own beside them. The own one tells which report a file of several was
// sent for: where it lies alone it tells nothing, and is large.
func reported(dir string, p *resolution.Plan) (all []resolution.Reported, problems []diag.Problem, err error) {
	own := p.Report.Period
	if !slices.ContainsFunc(results(dir), func(name string) bool { return name != own.ResultFile() }) {
		return nil, nil, nil
	}
	for _, word := range resolution.PeriodWords() {
		of, _ := resolution.ParsePeriod(word)
		name := path.Join(ReportDir, of.ResultFile())
		data, err := disk.Read(filepath.Join(dir, filepath.FromSlash(name)), disk.MaxOwn)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, nil, err
		}
		r, err := result.Load(data)
		if err != nil {
			if of != own { // that is written anew
				at := diag.Position{File: name}
				problems = append(problems, diag.New("B449", at, diag.Args{"error": result.Why(err)}))
			}
			continue
		}
		if said, ok := r.Reported(p); ok && said.Period == of {
			all = append(all, said)
		}
	}
	return all, problems, nil
}
