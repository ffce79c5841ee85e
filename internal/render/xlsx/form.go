package xlsx

import (
	"fmt"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/wording"
)

// The table of figures: columns A (hidden) to I, and J (hidden) with a 1 for
// each answer that is owed, which the progress line counts.
const (
	formDateRow   = 2
	formHeadRow   = 6
	formFirstRow  = formHeadRow + 1
	narrativeHead = 5
	narrativeRows = 60
)

var formWidths = []float64{10, 7, 34, 46, 13, 15, 18, 21, 26, 5}

// WriteForm writes the blank form of one unit.
func WriteForm(form returns.Form) ([]byte, error) {
	if form.Unit == nil {
		return nil, fmt.Errorf("xlsx: a form needs a unit")
	}
	f := excelize.NewFile()
	defer f.Close()
	w := &formWriter{f: f, form: form, words: form.Plan.Words}
	if err := w.write(); err != nil {
		return nil, fmt.Errorf("xlsx: form of %s: %w", form.Unit.ID, err)
	}
	return save(f)
}

type formWriter struct {
	f     *excelize.File
	form  returns.Form
	style formStyles
	words *wording.Words
}

func (w *formWriter) write() error {
	f := w.f
	if err := w.style.define(f); err != nil {
		return err
	}
	sheets := []string{returns.SheetFigures, returns.SheetNarrative, returns.SheetGuide, returns.SheetLists,
		returns.SheetMark}
	if len(w.form.Asks) == 0 {
		sheets = sheets[1:]
	}
	if err := f.SetSheetName("Sheet1", sheets[0]); err != nil {
		return err
	}
	for _, name := range sheets[1:] {
		if _, err := f.NewSheet(name); err != nil {
			return err
		}
	}
	for _, step := range []func() error{w.lists, w.mark, w.figures, w.narrative, w.guide} {
		if err := step(); err != nil {
			return err
		}
	}
	if err := f.SetSheetVisible(returns.SheetLists, false); err != nil {
		return err
	}
	return f.SetSheetVisible(returns.SheetMark, false, true)
}

// lists are what the dropdowns offer: a list written into the validation itself
// may hold 255 characters only, and a comma would split an entry.
func (w *formWriter) lists() error {
	for i, a := range w.form.Plan.Areas {
		if err := w.f.SetCellStr(returns.SheetLists, fmt.Sprintf("A%d", i+1), a.Title); err != nil {
			return err
		}
	}
	for i, k := range returns.Kinds() {
		if err := w.f.SetCellStr(returns.SheetLists, fmt.Sprintf("B%d", i+1), k.Vi()); err != nil {
			return err
		}
	}
	return nil
}

// mark says whose form this is, for the program.
func (w *formWriter) mark() error {
	r := w.form.Plan.Resolution
	marks := []struct{ name, label, value string }{
		{returns.NameUnit, returns.MarkUnit, w.form.Unit.ID},
		{returns.NameVersion, returns.MarkVersion, w.form.Version},
		{returns.NameResolution, returns.MarkResolution, r.Number},
		{returns.NameYear, returns.MarkYear, fmt.Sprint(r.Year)},
	}
	if of := w.form.Plan.Report.Period; !of.IsYear() {
		marks = append(marks, struct{ name, label, value string }{returns.NamePeriod, returns.MarkPeriod, of.String()})
	}
	for i, m := range marks {
		row := i + 1
		if err := w.f.SetSheetRow(returns.SheetMark, fmt.Sprintf("A%d", row), &[]any{m.label, m.value}); err != nil {
			return err
		}
		if err := w.name(m.name, returns.SheetMark, fmt.Sprintf("$B$%d", row)); err != nil {
			return err
		}
	}
	return nil
}

func (w *formWriter) name(name, sheet, ref string) error {
	return w.f.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: fmt.Sprintf("'%s'!%s", sheet, ref)})
}

func (w *formWriter) figures() error {
	asks := w.form.Asks
	if len(asks) == 0 {
		return nil
	}
	f, sheet := w.f, returns.SheetFigures
	last := formFirstRow + len(asks) - 1
	if err := w.page(sheet, fmt.Sprintf("A1:J%d", last), formHeadRow); err != nil {
		return err
	}
	for i, a := range asks {
		row := formFirstRow + i
		if err := w.name(a.Name(), sheet, fmt.Sprintf("$G$%d", row)); err != nil {
			return err
		}
		if err := w.validate(a, fmt.Sprintf("G%d", row)); err != nil {
			return err
		}
	}
	nils := excelize.NewDataValidation(true)
	nils.SetSqref(fmt.Sprintf("H%d:H%d", formFirstRow, last))
	if err := nils.SetDropList([]string{returns.SayNil, returns.SayPending}); err != nil {
		return err
	}
	w.refuse(nils, "bieu-mau.hop.danh-sach.ten-hop", "bieu-mau.hop.khong-phat-sinh.loi-hop")
	if err := f.AddDataValidation(sheet, nils); err != nil {
		return err
	}
	day := excelize.NewDataValidation(true)
	day.SetSqref(fmt.Sprintf("H%d", formDateRow))
	day.SetInput(returns.HeadDate, w.words.Text("bieu-mau.hop.ngay.loi-hop"))
	if err := f.AddDataValidation(sheet, day); err != nil {
		return err
	}
	// A whole number under "#,##0.##" would show a lone decimal sign.
	format := []excelize.ConditionalFormatOptions{{Type: "formula",
		Criteria: fmt.Sprintf("AND(ISNUMBER(G%d),G%d=INT(G%d))", formFirstRow, formFirstRow, formFirstRow),
		Format:   &w.style.wholeIf}}
	if err := f.SetConditionalFormat(sheet, fmt.Sprintf("G%d:G%d", formFirstRow, last), format); err != nil {
		return err
	}
	sw, err := f.NewStreamWriter(sheet)
	if err != nil {
		return err
	}
	for i, width := range formWidths {
		if err := sw.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	for _, hidden := range []int{1, 10} {
		if err := sw.SetColVisible(hidden, hidden, false); err != nil {
			return err
		}
	}
	if err := sw.SetPanes(&excelize.Panes{Freeze: true, YSplit: formHeadRow,
		TopLeftCell: fmt.Sprintf("A%d", formFirstRow), ActivePane: "bottomLeft",
		Selection: []excelize.Selection{{SQRef: fmt.Sprintf("G%d", formFirstRow),
			ActiveCell: fmt.Sprintf("G%d", formFirstRow), Pane: "bottomLeft"}}}); err != nil {
		return err
	}
	r := w.form.Plan.Resolution
	owed := 0
	for _, a := range asks {
		if a.Required {
			owed++
		}
	}
	progress := textFormula(w.words.Text("bieu-mau.da-dien"), map[string]string{
		"{da-dien}": fmt.Sprintf(`SUMPRODUCT(J%[1]d:J%[2]d*((G%[1]d:G%[2]d<>"")+(H%[1]d:H%[2]d<>"")>0))`,
			formFirstRow, last),
		"{bat-buoc}": fmt.Sprintf("SUM(J%d:J%d)", formFirstRow, last)})
	filled := w.words.Text("bieu-mau.da-dien", wording.Args{"da-dien": 0, "bat-buoc": owed})
	unit := w.words.Text("bieu-mau.don-vi", wording.Args{"don-vi": w.form.Unit.Name})
	title := w.form.Plan.Periodic("bieu-mau.tieu-de", "ky.bieu-mau.tieu-de", wording.Args{"so": r.Number})
	titles := []struct {
		cell   excelize.Cell
		height float64
	}{
		{excelize.Cell{StyleID: w.style.office, Value: w.form.Plan.Office.Issuer}, 18},
		{excelize.Cell{StyleID: w.style.unit, Value: unit}, 20},
		{excelize.Cell{StyleID: w.style.title, Value: title}, 24},
		{excelize.Cell{StyleID: w.style.hint, Value: w.words.Text("bieu-mau.chi-dan")}, 18},
		{excelize.Cell{StyleID: w.style.progress, Formula: progress, Value: filled}, 20},
	}
	for i, t := range titles {
		row := i + 1
		until, cells := "I", []any{t.cell}
		if row == formDateRow {
			until = "F"
			label := excelize.Cell{StyleID: w.style.dayLabel, Value: returns.HeadDate + ":"}
			cells = append(cells, nil, nil, nil, nil, label, excelize.Cell{StyleID: w.style.day})
		}
		if err := sw.MergeCell(fmt.Sprintf("B%d", row), fmt.Sprintf("%s%d", until, row)); err != nil {
			return err
		}
		if err := sw.SetRow(fmt.Sprintf("B%d", row), cells, excelize.RowOpts{Height: t.height}); err != nil {
			return err
		}
	}
	head := []any{}
	for _, h := range []string{returns.HeadID, returns.HeadNumber, returns.HeadMeasure, returns.HeadLabel,
		returns.HeadUnit, w.headLast(), returns.HeadValue, returns.HeadNil,
		returns.HeadNote, w.words.Text("bieu-mau.bat-buoc")} {
		head = append(head, excelize.Cell{StyleID: w.style.head, Value: h})
	}
	if err := sw.SetRow(fmt.Sprintf("A%d", formHeadRow), head, excelize.RowOpts{Height: 36}); err != nil {
		return err
	}
	for i, a := range asks {
		first := i == 0 || asks[i-1].Measure != a.Measure
		if err := w.figureRow(sw, formFirstRow+i, a, first); err != nil {
			return err
		}
	}
	return sw.Flush()
}

func (w *formWriter) figureRow(sw *excelize.StreamWriter, row int, a resolution.Ask, first bool) error {
	label := a.Label
	var beside []string
	if a.Note != "" {
		beside = append(beside, a.Note)
	}
	if !a.Required {
		beside = append(beside, w.words.Text("bieu-mau.khong-bat-buoc"))
	}
	if beside != nil {
		label += "\n(" + strings.Join(beside, "; ") + ")" // the reader takes the first line
	}
	value, required := w.style.number, 0
	switch {
	case a.Kind != resolution.AskNumber:
		value = w.style.text
	case a.Whole:
		value = w.style.whole
	}
	if a.Required {
		required = 1
	}
	lines := max(linesOf(a.Measure.Name, formWidths[2]), linesOf(label, formWidths[3]),
		linesOf(a.Unit, formWidths[4]), 1)
	height := max(17*float64(lines)+5, 28)
	if a.Kind == resolution.AskText {
		height = max(height, 56)
	}
	return sw.SetRow(fmt.Sprintf("A%d", row), []any{
		excelize.Cell{StyleID: w.style.fixed, Value: a.Key()},
		excelize.Cell{StyleID: w.style.centre, Value: a.Measure.ID},
		excelize.Cell{StyleID: w.style.fixed, Value: a.Measure.Name},
		excelize.Cell{StyleID: w.style.fixed, Value: label},
		excelize.Cell{StyleID: w.style.centre, Value: a.Unit},
		excelize.Cell{StyleID: w.style.centre, Value: w.lastYear(a, first)},
		excelize.Cell{StyleID: value},
		excelize.Cell{StyleID: w.style.text},
		excelize.Cell{StyleID: w.style.text},
		excelize.Cell{StyleID: w.style.fixed, Value: required},
	}, excelize.RowOpts{Height: height})
}

// headLast heads the column of last year's figures, or of the same period of it.
func (w *formWriter) headLast() string {
	p := w.form.Plan
	if p.Report.Period.IsYear() {
		return fmt.Sprintf("%s (%d)", returns.HeadLast, p.Resolution.Year-1)
	}
	return p.Words.Text("ky.bieu-mau.cung-ky", wording.Args{"nam-truoc": p.Resolution.Year - 1})
}

// lastYear is last year's figure of the measure, on the measure's first row.
func (w *formWriter) lastYear(a resolution.Ask, first bool) string {
	if !first {
		return ""
	}
	n, ok := w.form.Last.Figure(a.Measure.ID)
	if !ok {
		if a.Measure.Previous == nil {
			return ""
		}
		n = *a.Measure.Previous
	}
	if a.Measure.Divided() {
		n = n.Round(a.Measure.Decimals)
	}
	figure := strings.TrimSpace(n.Exact() + " " + a.Measure.Unit)
	if len(a.Measure.From) > 1 { // the figure is not this unit's alone
		return w.words.Text("bieu-mau.chung", wording.Args{"so-lieu": figure})
	}
	return figure
}

// validate makes the value cell take what is asked and nothing else.
func (w *formWriter) validate(a resolution.Ask, cell string) error {
	dv := excelize.NewDataValidation(true)
	dv.SetSqref(cell)
	switch {
	case a.Kind == resolution.AskText:
		return nil
	case a.Kind == resolution.AskChoice:
		if err := dv.SetDropList(a.Choices()); err != nil {
			return err
		}
		w.refuse(dv, "bieu-mau.hop.danh-sach.ten-hop", "bieu-mau.hop.tinh-trang.loi-hop")
		return w.f.AddDataValidation(returns.SheetFigures, dv)
	case a.Whole:
		if err := dv.SetRange(0, 1e12, excelize.DataValidationTypeWhole,
			excelize.DataValidationOperatorBetween); err != nil {
			return err
		}
		w.refuse(dv, "bieu-mau.hop.so-nguyen.ten-hop", "bieu-mau.hop.so-nguyen.loi-hop")
	default:
		low := 0.0
		if strings.HasPrefix(a.Unit, "%") {
			low = -1e6 // a rate may fall below zero
		}
		if err := dv.SetRange(low, 1e15, excelize.DataValidationTypeDecimal,
			excelize.DataValidationOperatorBetween); err != nil {
			return err
		}
		w.refuse(dv, "bieu-mau.hop.so.ten-hop", "bieu-mau.hop.so.loi-hop")
	}
	if a.Note != "" {
		dv.SetInput(w.words.Text("bieu-mau.hop.luu-y.ten-hop"), shorten(a.Note, 250))
	}
	return w.f.AddDataValidation(returns.SheetFigures, dv)
}

// refuse makes a cell refuse what its validation does not allow, with a box.
func (w *formWriter) refuse(dv *excelize.DataValidation, title, text string) {
	dv.SetError(excelize.DataValidationErrorStyleStop, w.words.Text(title), w.words.Text(text))
}

// textFormula is the formula of a text with cells' values in its placeholders.
func textFormula(text string, values map[string]string) string {
	var parts []string
	quote := func(s string) {
		if s != "" {
			parts = append(parts, `"`+strings.ReplaceAll(s, `"`, `""`)+`"`)
		}
	}
	for text != "" {
		at, name := len(text), ""
		for placeholder := range values { // the first in the text, whichever it is
			if i := strings.Index(text, placeholder); i >= 0 && i < at {
				at, name = i, placeholder
			}
		}
		quote(text[:at])
		if name != "" {
			parts = append(parts, values[name])
		}
		text = text[at+len(name):]
	}
	return strings.Join(parts, "&")
}

// shorten cuts to what a validation's box takes, counted as Excel counts.
func shorten(s string, units int) string {
	if u := utf16.Encode([]rune(s)); len(u) > units {
		return string([]rune(s)[:units/2]) + "…"
	}
	return s
}

// page prepares everything about a sheet that must precede its stream.
func (w *formWriter) page(sheet, dimension string, headRow int) error {
	f := w.f
	yes, landscape, a4, fitWidth, fitHeight := true, "landscape", 9, 1, 0
	if err := f.SetSheetDimension(sheet, dimension); err != nil {
		return err
	}
	if err := f.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &yes}); err != nil {
		return err
	}
	if err := f.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape,
		FitToWidth: &fitWidth, FitToHeight: &fitHeight}); err != nil {
		return err
	}
	margin := 0.5
	if err := f.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{Left: &margin, Right: &margin, Top: &margin,
		Bottom: &margin}); err != nil {
		return err
	}
	if headRow > 0 {
		if err := f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: sheet,
			RefersTo: fmt.Sprintf("'%s'!$%d:$%d", sheet, headRow, headRow)}); err != nil {
			return err
		}
	}
	// No password: the protection guides, it does not lock the unit out.
	return f.ProtectSheet(sheet, &excelize.SheetProtectionOptions{SelectLockedCells: true, SelectUnlockedCells: true,
		FormatColumns: true, FormatRows: true, InsertRows: true, EditScenarios: true, EditObjects: true})
}

func (w *formWriter) narrative() error {
	f, sheet := w.f, returns.SheetNarrative
	last := narrativeHead + narrativeRows
	if err := w.page(sheet, fmt.Sprintf("A1:D%d", last), narrativeHead); err != nil {
		return err
	}
	if n := len(w.form.Plan.Areas); n > 0 {
		if err := w.dropList(sheet, "B", last, "A", n); err != nil {
			return err
		}
	}
	if err := w.dropList(sheet, "C", last, "B", len(returns.Kinds())); err != nil {
		return err
	}
	sw, err := f.NewStreamWriter(sheet)
	if err != nil {
		return err
	}
	for i, width := range []float64{6, 38, 24, 96} {
		if err := sw.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	if err := sw.SetPanes(&excelize.Panes{Freeze: true, YSplit: narrativeHead,
		TopLeftCell: fmt.Sprintf("A%d", narrativeHead+1), ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	title := w.form.Plan.Periodic("bieu-mau.thuyet-minh.tieu-de", "ky.bieu-mau.thuyet-minh", nil)
	for i, t := range []excelize.Cell{
		{StyleID: w.style.office, Value: w.form.Plan.Office.Issuer},
		{StyleID: w.style.unit, Value: w.words.Text("bieu-mau.don-vi", wording.Args{"don-vi": w.form.Unit.Name})},
		{StyleID: w.style.title, Value: title},
		{StyleID: w.style.hint, Value: w.words.Text("bieu-mau.thuyet-minh.chi-dan")},
	} {
		row := i + 1
		if err := sw.MergeCell(fmt.Sprintf("A%d", row), fmt.Sprintf("D%d", row)); err != nil {
			return err
		}
		if err := sw.SetRow(fmt.Sprintf("A%d", row), []any{t}, excelize.RowOpts{Height: 20}); err != nil {
			return err
		}
	}
	head := []any{}
	for _, h := range []string{returns.HeadNumber, returns.HeadArea, returns.HeadKind, returns.HeadText} {
		head = append(head, excelize.Cell{StyleID: w.style.head, Value: h})
	}
	if err := sw.SetRow(fmt.Sprintf("A%d", narrativeHead), head, excelize.RowOpts{Height: 24}); err != nil {
		return err
	}
	for i := 1; i <= narrativeRows; i++ {
		row := []any{excelize.Cell{StyleID: w.style.centre, Value: i}}
		for range 3 {
			row = append(row, excelize.Cell{StyleID: w.style.text})
		}
		if err := sw.SetRow(fmt.Sprintf("A%d", narrativeHead+i), row, excelize.RowOpts{Height: 39}); err != nil {
			return err
		}
	}
	return sw.Flush()
}

func (w *formWriter) dropList(sheet, col string, last int, listCol string, entries int) error {
	dv := excelize.NewDataValidation(true)
	dv.SetSqref(fmt.Sprintf("%s%d:%s%d", col, narrativeHead+1, col, last))
	dv.SetSqrefDropList(fmt.Sprintf("'%s'!$%s$1:$%s$%d", returns.SheetLists, listCol, listCol, entries))
	w.refuse(dv, "bieu-mau.hop.danh-sach.ten-hop", "bieu-mau.hop.danh-sach.loi-hop")
	return w.f.AddDataValidation(sheet, dv)
}
