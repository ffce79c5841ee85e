package compose

import (
	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/document"
	"baocao/internal/wording"
)

// Internal composes the report with an appendix that tells where each figure comes
// from: the copy that stays in the office, as every page of it says.
func Internal(a *assess.Annex) (*document.Document, []diag.Problem) {
	d, problems := Report(a)
	words := a.Plan.Words
	own := words.Text("bao-cao.nguon.noi-bo")
	if d.Notice != "" {
		own = words.Text("bao-cao.nguon.hai-loi", wording.Args{"mot": own, "hai": d.Notice})
	}
	d.Notice = own
	if d.Annex == nil { // what is not attached is worth having here
		d.Annex = (&report{annex: a, plan: a.Plan}).annexPages()
	}
	d.Annex.Units = append(d.Annex.Units,
		document.UnitTable{Title: words.Text("so-lieu.nguon.tieu-de"), Table: sources(a)})
	return d, problems
}

// sources is the table of where each figure comes from, down to the cell.
func sources(a *assess.Annex) document.Table {
	words := a.Plan.Words
	t := document.Table{Columns: []document.Column{{Align: document.Center}, {}, {}, {}, {Align: document.Center},
		{Align: document.Decimal}, {}}}
	var head []document.Cell
	for _, heading := range words.Texts("so-lieu.nguon", "chi-tieu", "noi-dung", "don-vi", "tep-sheet", "o", "gia-tri",
		"cach-doc") {
		head = append(head, document.Cell{Runs: run(heading, document.Bold), Align: new(document.Center)})
	}
	t.Head = [][]document.Cell{head}
	last := ""
	for _, r := range a.SourceRows() {
		file := r.At.File
		if r.At.Sheet != "" {
			file = words.Text("so-lieu.nguon.tep-va-sheet", wording.Args{"tep": file, "sheet": r.At.Sheet})
		}
		row := document.Row{Kind: document.MeasureRow}
		measure := r.Measure
		if measure == last {
			measure = ""
		}
		last = r.Measure
		for _, text := range []string{measure, r.Label, r.Sender, file, r.At.Cell, r.Said().Vi, r.Way(words)} {
			row.Cells = append(row.Cells, document.Cell{Runs: run(text, document.Plain)})
		}
		t.Rows = append(t.Rows, row)
	}
	if len(t.Rows) == 0 {
		t.Rows = []document.Row{{Cells: []document.Cell{{
			Runs: run(words.Text("so-lieu.nguon.chua-co"), document.Plain), ColSpan: len(t.Columns)}}}}
	}
	return t
}
