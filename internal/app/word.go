package app

import (
	"path/filepath"

	"baocao/internal/document"
	"baocao/internal/fileset"
	"baocao/internal/render/docx"
	"baocao/internal/resolution"
)

// wordFile is the report as a Word file; one to take away where none is asked for.
func wordFile(p *resolution.Plan, doc *document.Document) (fileset.File, error) {
	f := fileset.File{Name: ReportName("BaoCao", p, ".docx"), Drop: !p.Report.Word}
	if f.Drop {
		return f, nil
	}
	var err error
	f.Data, err = docx.Write(doc)
	return f, err
}

// isWord reports a Word file among the outputs: the one that people write in.
func isWord(name string) bool { return filepath.Ext(name) == ".docx" }
