package xlsx

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"baocao/internal/returns"
	"baocao/internal/wording"
)

// The sheet of narrative. Its rows grow with what is written, and below those that
// are lined from the start each further one gets its lines when it is reached.
const (
	narrativeHead    = 3
	narrativeExample = narrativeHead + 1
	narrativeFirst   = narrativeExample + 1
	narrativeRows    = 15
	narrativeMore    = 200 // the last row with lists to choose from
)

func (w *formWriter) narrative() error {
	f, sheet := w.f, returns.SheetNarrative
	last := narrativeFirst + narrativeRows - 1
	if err := w.page(sheet, fmt.Sprintf("A1:E%d", last), narrativeHead); err != nil {
		return err
	}
	// Rows without a height of their own grow with their text.
	height, own := 24.0, true
	rows := excelize.SheetPropsOptions{DefaultRowHeight: &height, CustomHeight: &own}
	if err := f.SetSheetProps(sheet, &rows); err != nil {
		return err
	}
	for _, list := range []struct {
		column, source string
		entries        int
	}{
		{"B", "A", len(w.form.Plan.Areas)},
		{"C", "B", len(returns.Kinds())},
		{"D", "C", len(w.indicators())},
	} {
		if list.entries == 0 {
			continue
		}
		if err := w.dropList(sheet, list.column, list.source, list.entries); err != nil {
			return err
		}
	}
	if err := f.SetConditionalFormat(sheet, fmt.Sprintf("A%d:E%d", last+1, narrativeMore),
		[]excelize.ConditionalFormatOptions{{Type: "formula", Format: &w.style.linedIf,
			Criteria: fmt.Sprintf("LEN($E%d)+LEN($E%d)>0", last, last+1)}}); err != nil {
		return err
	}
	sw, err := f.NewStreamWriter(sheet)
	if err != nil {
		return err
	}
	for i, width := range []float64{7, 26, 20, 24, 80} {
		if err := sw.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	if err := sw.SetColStyle(2, 5, w.style.more); err != nil { // below the lined rows there is room for more
		return err
	}
	first := fmt.Sprintf("B%d", narrativeFirst)
	if err := sw.SetPanes(&excelize.Panes{Freeze: true, YSplit: narrativeHead,
		TopLeftCell: fmt.Sprintf("A%d", narrativeHead+1), ActivePane: "bottomLeft", Selection: []excelize.Selection{
			{SQRef: first, ActiveCell: first, Pane: "bottomLeft"}}}); err != nil {
		return err
	}
	title := w.form.Plan.Periodic("bieu-mau.thuyet-minh.tieu-de", "ky.bieu-mau.thuyet-minh", nil)
	unit := w.words.Text("bieu-mau.don-vi", wording.Args{"don-vi": w.form.Unit.Name})
	for i, cells := range [][]any{
		{excelize.Cell{StyleID: w.style.title, Value: unit}, nil, nil, nil,
			excelize.Cell{StyleID: w.style.title, Value: title}},
		{excelize.Cell{StyleID: w.style.hint, Value: w.words.Text("bieu-mau.thuyet-minh.chi-dan")}},
	} {
		if err := sw.SetRow(fmt.Sprintf("A%d", i+1), cells, excelize.RowOpts{Height: 17}); err != nil {
			return err
		}
	}
	head := []any{}
	for _, h := range []string{returns.HeadNumber, returns.HeadArea, returns.HeadKind, returns.HeadMeasure,
		returns.HeadText} {
		head = append(head, excelize.Cell{StyleID: w.style.head, Value: h})
	}
	if err := sw.SetRow(fmt.Sprintf("A%d", narrativeHead), head, excelize.RowOpts{Height: 24}); err != nil {
		return err
	}
	if err := w.narrativeExample(sw); err != nil {
		return err
	}
	for i := range narrativeRows {
		row := []any{excelize.Cell{StyleID: w.style.centre, Value: i + 1}}
		for range 4 {
			row = append(row, excelize.Cell{StyleID: w.style.text})
		}
		if err := sw.SetRow(fmt.Sprintf("A%d", narrativeFirst+i), row); err != nil {
			return err
		}
	}
	return sw.Flush()
}

// narrativeExample shows how a row is filled. The reader passes it over for the
// words in its first and its last cell.
func (w *formWriter) narrativeExample(sw *excelize.StreamWriter) error {
	area := ""
	if all := w.form.Plan.Areas; len(all) > 0 {
		area = all[0].Title
	}
	about := ""
	if all := w.indicators(); len(all) > 0 {
		about = all[0]
	}
	said := returns.ExampleText + w.words.Text("bieu-mau.thuyet-minh.vi-du")
	var cells []any
	for _, text := range []string{returns.ExampleRow, area, returns.SubjectiveCause.Vi(), about, said} {
		c := excelize.Cell{StyleID: w.style.example}
		if text != "" {
			c.Value = text
		}
		cells = append(cells, c)
	}
	lines := max(formLines(about, 24), formLines(area, 26), formLines(said, 80))
	return sw.SetRow(fmt.Sprintf("A%d", narrativeExample), cells,
		excelize.RowOpts{Height: formLine*float64(lines) + 3})
}

func (w *formWriter) dropList(sheet, col, listCol string, entries int) error {
	dv := excelize.NewDataValidation(true)
	dv.SetSqref(fmt.Sprintf("%s%d:%s%d", col, narrativeFirst, col, narrativeMore))
	dv.SetSqrefDropList(fmt.Sprintf("'%s'!$%s$1:$%s$%d", returns.SheetLists, listCol, listCol, entries))
	w.refuse(dv, "bieu-mau.hop.danh-sach.ten-hop", "bieu-mau.hop.danh-sach.loi-hop")
	return w.f.AddDataValidation(sheet, dv)
}
