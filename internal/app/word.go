package app

import (
	"os"
	"path"
	"path/filepath"
	"slices"

	"baocao/internal/diag"
	"baocao/internal/disk"
	"baocao/internal/fileset"
	"baocao/internal/inbox"
	"baocao/internal/render/result"
	"baocao/internal/resolution"
)

// wordName is the name of a report's Word file.
func wordName(p *resolution.Plan) string { return ReportName("BaoCao", p, ".docx") }

// isWord reports a Word file among the outputs: the one that people write in.
func isWord(name string) bool { return filepath.Ext(name) == ".docx" }

// keepEdited keeps the Word file that is in place where somebody has written in it
// since the program wrote it: its edits are taken back, or thrown away, by a person.
func (w *writing) keepEdited(files []fileset.File) {
	for _, f := range files {
		if !isWord(f.Name) {
			continue
		}
		path := filepath.Join(w.dir, ReportDir, f.Name)
		if data, err := disk.Read(path, disk.MaxOwn); err == nil && !w.isOurs(f.Name, inbox.Sum(data)) {
			w.Kept = map[string]bool{path: true}
		}
	}
}

// isOurs reports a file of the reports with the content that the program gave it: a
// result that is in place names it, or the list of files under numbered names, in
// which stands too what was taken back.
func (w *writing) isOurs(name, sum string) bool {
	if w.openLedger(numberedReports, ReportDir).copies.Wrote(path.Join(ReportDir, name), sum) {
		return true
	}
	for _, data := range resultsIn(w.dir) { // any of them will do
		r, err := result.Load(data)
		if err == nil && slices.Contains(r.Outputs, result.Output{Name: name, SHA256: sum}) {
			return true
		}
	}
	return false
}

// unasked tells of Word files that lie there although the office file asks for none
// any more: they are of an earlier report.
func (w *writing) unasked(p *resolution.Plan) (told []diag.Message) {
	if p.Report.Word {
		return nil
	}
	dir, name := filepath.Join(w.dir, ReportDir), wordName(p)
	for _, name := range append([]string{name}, fileset.Numbers(dir, name)...) {
		if _, err := os.Lstat(filepath.Join(dir, name)); err == nil {
			told = append(told, diag.Say("build.other", diag.Args{"path": ReportDir + "/" + name, "dir": ReportDir}))
		}
	}
	return told
}
