package xlsx

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/wording"
)

// The table of figures. Question and answer stand side by side on the screen of a
// phone, and the question stays while the other columns are moved beside it.
const (
	colID      = "A" // hidden
	colNumber  = "B"
	colLabel   = "C" // the last of the columns that stay
	colValue   = "D"
	colUnit    = "E"
	colNil     = "F"
	colCheck   = "G"
	colHint    = "H"
	colLast    = "I"
	colPlan    = "J"
	colNote    = "K"
	colMeasure = "L"
	colOwed    = "M" // hidden: 1 for each answer that is owed
	colUsable  = "N" // hidden: 1 for each that can be used

	formProgressRow = 2
	formHeadRow     = 3
	formFirstRow    = formHeadRow + 1
)

// formWidths make the columns up to the answer 334 pixels wide, of the 360 of a
// phone, and all of them less than the 1366 of a small screen.
var formWidths = map[string]float64{colID: 10, colNumber: 4, colLabel: 29.5, colValue: 12, colUnit: 10, colNil: 14,
	colCheck: 26, colHint: 22, colLast: 10.5, colPlan: 10.5, colNote: 18, colMeasure: 22, colOwed: 5, colUsable: 5}

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
	return save(f, w.title(), planned(form.Plan), nil)
}

type formWriter struct {
	f     *excelize.File
	form  returns.Form
	style formStyles
	words *wording.Words
}

func (w *formWriter) write() error {
	f := w.f
	if err := f.SetDefaultFont(face); err != nil { // widths are counted in its digits
		return err
	}
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
	for i, about := range w.indicators() {
		if err := w.f.SetCellStr(returns.SheetLists, fmt.Sprintf("C%d", i+1), about); err != nil {
			return err
		}
	}
	return nil
}

// indicators are those that a unit reports, of a unit that owes no figures all, by
// number and the beginning of their text.
func (w *formWriter) indicators() []string {
	own := map[int]bool{}
	for _, a := range w.form.Asks {
		own[a.Measure.Indicator] = true
	}
	var all []string
	for _, s := range w.form.Plan.Sections {
		for _, i := range s.Indicators {
			if own[i.Number] || len(own) == 0 {
				all = append(all, fmt.Sprintf("(%d) %s", i.Number, viet.Excerpt(i.Text)))
			}
		}
	}
	return all
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
	if err := w.page(sheet, fmt.Sprintf("A1:%s", at(colUsable, last+signRows)), formHeadRow); err != nil {
		return err
	}
	if one := 1; w.fitsPage() {
		if err := f.SetPageLayout(sheet, &excelize.PageLayoutOptions{FitToHeight: &one}); err != nil {
			return err
		}
	}
	for i, a := range asks {
		row := formFirstRow + i
		if err := w.name(a.Name(), sheet, fmt.Sprintf("$%s$%d", colValue, row)); err != nil {
			return err
		}
		if err := w.validate(a, at(colValue, row)); err != nil {
			return err
		}
	}
	nils := excelize.NewDataValidation(true)
	nils.SetSqref(at(colNil, formFirstRow) + ":" + at(colNil, last))
	if err := nils.SetDropList([]string{returns.SayNil, returns.SayPending}); err != nil {
		return err
	}
	w.refuse(nils, "bieu-mau.hop.danh-sach.ten-hop", "bieu-mau.hop.khong-phat-sinh.loi-hop")
	if err := f.AddDataValidation(sheet, nils); err != nil {
		return err
	}
	day := excelize.NewDataValidation(true)
	day.SetSqref(at(colValue, last+2))
	day.SetInput(returns.HeadDate, w.words.Text("bieu-mau.hop.ngay.loi-hop"))
	if err := f.AddDataValidation(sheet, day); err != nil {
		return err
	}
	if err := w.highlight(last); err != nil {
		return err
	}
	sw, err := f.NewStreamWriter(sheet)
	if err != nil {
		return err
	}
	if err := w.columns(sw); err != nil {
		return err
	}
	first := at(colValue, formFirstRow)
	if err := sw.SetPanes(&excelize.Panes{Freeze: true, XSplit: 3, YSplit: formHeadRow, TopLeftCell: first,
		ActivePane: "bottomRight", Selection: []excelize.Selection{
			{SQRef: first, ActiveCell: first, Pane: "bottomRight"}}}); err != nil {
		return err
	}
	if err := w.titles(sw, last); err != nil {
		return err
	}
	for i, a := range asks {
		if err := w.figureRow(sw, i, a); err != nil {
			return err
		}
	}
	if err := w.signed(sw, last+2); err != nil {
		return err
	}
	return sw.Flush()
}

func (w *formWriter) title() string {
	return w.form.Plan.Periodic("bieu-mau.tieu-de", "ky.bieu-mau.tieu-de",
		wording.Args{"so": w.form.Plan.Resolution.Number})
}

// columns sets widths, and hides what serves the program alone and columns that
// would be empty in this form.
func (w *formWriter) columns(sw *excelize.StreamWriter) error {
	hidden := map[string]bool{colID: true, colOwed: true, colUsable: true, colLast: true, colPlan: true}
	for _, a := range w.form.Asks {
		if _, known := w.lastYear(a); known {
			hidden[colLast] = false
		}
		if w.planned(a) != "" {
			hidden[colPlan] = false
		}
	}
	for _, name := range slices.Sorted(maps.Keys(formWidths)) {
		col, err := excelize.ColumnNameToNumber(name)
		if err != nil {
			return err
		}
		if err := sw.SetColWidth(col, col, formWidths[name]); err != nil {
			return err
		}
		if hidden[name] {
			if err := sw.SetColVisible(col, col, false); err != nil {
				return err
			}
		}
	}
	return nil
}

// highlight colours what the check speaks of; the words stand beside it. A whole
// number under "#,##0.##" would show a lone decimal sign.
func (w *formWriter) highlight(last int) error {
	rule := func(cells, when string, style *int) error {
		return w.f.SetConditionalFormat(returns.SheetFigures, cells,
			[]excelize.ConditionalFormatOptions{{Type: "formula", Criteria: when, Format: style}})
	}
	said := fmt.Sprintf("LEN($%s)>0", at(colCheck, formFirstRow))
	for _, column := range []string{colValue, colCheck} {
		if err := rule(at(column, formFirstRow)+":"+at(column, last), said, &w.style.doubtIf); err != nil {
			return err
		}
	}
	for i, a := range w.form.Asks {
		if cell := at(colValue, formFirstRow+i); a.Kind == resolution.AskNumber && !a.Whole {
			whole := fmt.Sprintf("AND(ISNUMBER(%[1]s),%[1]s=INT(%[1]s))", cell)
			if err := rule(cell, whole, &w.style.wholeIf); err != nil {
				return err
			}
		}
	}
	return nil
}

// titles are the two lines over the table and its headings: whose form it is, and
// how far it is filled. They begin at the left, where a phone shows them.
func (w *formWriter) titles(sw *excelize.StreamWriter, last int) error {
	owed := 0
	for _, a := range w.form.Asks {
		if a.Required {
			owed++
		}
	}
	due := ""
	if day := w.form.Plan.Due(w.form.Unit.ID); !day.IsZero() {
		due = ". " + w.words.Text("bieu-mau.cuoi.han", wording.Args{"ngay": day.Short()})
	}
	progress := textFormula(w.words.Text("bieu-mau.da-dien")+due, map[string]string{
		"{da-dien}": fmt.Sprintf(`SUMPRODUCT(%[1]s%[3]d:%[1]s%[4]d*%[2]s%[3]d:%[2]s%[4]d)`, colOwed, colUsable,
			formFirstRow, last),
		"{bat-buoc}": fmt.Sprintf("SUM(%[1]s%[2]d:%[1]s%[3]d)", colOwed, formFirstRow, last)})
	filled := w.words.Text("bieu-mau.da-dien", wording.Args{"da-dien": 0, "bat-buoc": owed}) + due
	unit := w.words.Text("bieu-mau.don-vi", wording.Args{"don-vi": w.form.Unit.Name})
	besides := make([]any, w.columnsOf(unit)-1)
	for i, t := range [][]any{
		slices.Concat([]any{excelize.Cell{StyleID: w.style.title, Value: unit}}, besides,
			[]any{excelize.Cell{StyleID: w.style.title, Value: w.title()}}),
		slices.Concat([]any{excelize.Cell{StyleID: w.style.progress, Formula: progress, Value: filled}}, besides,
			[]any{excelize.Cell{StyleID: w.style.hint, Value: w.words.Text("bieu-mau.chi-dan")}}),
	} {
		if err := sw.SetRow(at(colNumber, i+1), t, excelize.RowOpts{Height: titleHeight}); err != nil {
			return err
		}
	}
	head := []any{}
	for _, h := range []string{returns.HeadID, returns.HeadNumber, returns.HeadLabel, returns.HeadValue,
		returns.HeadUnit, returns.HeadNil, returns.HeadCheck, w.words.Text("bieu-mau.goi-y.cot"), w.headLast(),
		w.headPlan(), returns.HeadNote, returns.HeadMeasure, w.words.Text("bieu-mau.bat-buoc"),
		w.words.Text("bieu-mau.cuoi.tinh-duoc")} {
		head = append(head, excelize.Cell{StyleID: w.style.head, Value: h})
	}
	return sw.SetRow(at(colID, formHeadRow), head, excelize.RowOpts{Height: headHeight})
}

// columnsOf is how many columns the name of a unit runs over, those of question and
// answer at least: what stands in the next one would cut it off.
func (w *formWriter) columnsOf(unit string) int {
	n, width := 0, 0.0
	for _, col := range []string{colNumber, colLabel, colValue, colUnit, colNil, colCheck} {
		if n >= 4 && wrapped(unit, width/columnUnit*bodySize/titleSize, true) == 1 {
			break
		}
		n++
		width += formWidths[col]
	}
	return n
}

// signRows are the rows below the table: a free one, the day, who filled it, who
// signs it, whose form it is. Heights are in points.
const (
	titleHeight = 16
	headHeight  = 46
	signRows    = 7
	signHeight  = 15 + 3*20 + 40 + 17
)

// signed are the lines for the day, for who filled the form and who signed it, and
// the form's version for who calls the office about it.
func (w *formWriter) signed(sw *excelize.StreamWriter, row int) error {
	labels := append([]string{returns.HeadDate + ":"},
		w.words.Texts("bieu-mau.cuoi", "nguoi-lap", "dien-thoai", "thu-truong")...)
	for i, name := range labels {
		cells := []any{excelize.Cell{StyleID: w.style.signLabel, Value: name}, excelize.Cell{StyleID: w.style.day}}
		height := 20.0
		if i > 0 {
			cells = append(cells, excelize.Cell{StyleID: w.style.day}, excelize.Cell{StyleID: w.style.day})
			if err := sw.MergeCell(at(colValue, row+i), at(colNil, row+i)); err != nil {
				return err
			}
		}
		if i == len(labels)-1 { // a signature takes room
			height = 40
		}
		if err := sw.SetRow(at(colLabel, row+i), cells, excelize.RowOpts{Height: height}); err != nil {
			return err
		}
	}
	version := w.words.Text("bieu-mau.cuoi.phien-ban", wording.Args{"phien-ban": w.form.Version})
	return sw.SetRow(at(colNumber, row+len(labels)), []any{excelize.Cell{StyleID: w.style.hint,
		Value: w.form.Plan.Office.Issuer + ". " + version}}, excelize.RowOpts{Height: 17})
}

func (w *formWriter) figureRow(sw *excelize.StreamWriter, i int, a resolution.Ask) error {
	row := formFirstRow + i
	value, required := w.style.number, 0
	switch {
	case a.Kind == resolution.AskDay:
		value = w.style.day
	case a.Kind != resolution.AskNumber:
		value = w.style.text
	case a.Whole:
		value = w.style.whole
	}
	if a.Required {
		required = 1
	}
	last := excelize.Cell{StyleID: w.style.centre}
	if own, known := w.lastYear(a); known {
		last = excelize.Cell{StyleID: w.style.lastNumber, Value: own.Float()}
		if own.IsInt() {
			last.StyleID = w.style.lastWhole
		}
	}
	hint, formula := w.hint(a)
	measure, rows := w.measureAt(i)
	if rows > 1 {
		if err := sw.MergeCell(at(colMeasure, row), at(colMeasure, row+rows-1)); err != nil {
			return err
		}
	}
	return sw.SetRow(at(colID, row), []any{
		excelize.Cell{StyleID: w.style.fixed, Value: a.Key()},
		excelize.Cell{StyleID: w.style.centre, Value: a.Measure.ID},
		excelize.Cell{StyleID: w.style.fixed, Value: a.Label},
		excelize.Cell{StyleID: value},
		w.fixed(w.style.centre, a.Unit),
		excelize.Cell{StyleID: w.style.choice},
		excelize.Cell{StyleID: w.style.check, Formula: w.check(i), Value: ""},
		excelize.Cell{StyleID: w.style.fixed, Formula: formula, Value: hint},
		last,
		w.fixed(w.style.centre, w.planned(a)),
		excelize.Cell{StyleID: w.style.text},
		w.fixed(w.style.fixed, measure),
		excelize.Cell{StyleID: w.style.fixed, Value: required},
		excelize.Cell{StyleID: w.style.fixed, Formula: usable(row), Value: 0},
	}, excelize.RowOpts{Height: w.height(i)})
}

// height is that of a row, which neither Excel nor LibreOffice fits.
func (w *formWriter) height(i int) float64 {
	a := w.form.Asks[i]
	hint, _ := w.hint(a)
	lines := 2 // what the check says takes two
	if a.Kind == resolution.AskText {
		lines = 3
	}
	for col, text := range map[string]string{colLabel: a.Label, colUnit: a.Unit, colHint: hint, colPlan: w.planned(a)} {
		lines = max(lines, formLines(text, formWidths[col]))
	}
	if measure, rows := w.measureAt(i); rows > 0 {
		all := formLines(measure, formWidths[colMeasure])
		lines = max(lines, (all+rows-1)/rows)
	}
	return min(formLine*float64(lines)+3, maxRowHeight)
}

// fitsPage: all rows can be printed on one page, at 8 points or more, so that who
// signs does not stand on a page of his own.
func (w *formWriter) fitsPage() bool {
	const page, least = 595 - 2*36, 8.0 // points: a sheet of A4 on its side without its margins; letters
	height := float64(2*titleHeight + headHeight + signHeight)
	for i := range w.form.Asks {
		height += w.height(i)
	}
	return bodySize*page/height >= least
}

// measureAt is the name of a row's measure, and over how many rows it stands; "" for
// a row under the first.
func (w *formWriter) measureAt(i int) (name string, rows int) {
	asks := w.form.Asks
	if i > 0 && asks[i-1].Measure == asks[i].Measure {
		return "", 0
	}
	for rows = 1; i+rows < len(asks) && asks[i+rows].Measure == asks[i].Measure; rows++ {
	}
	return asks[i].Measure.Name, rows
}

// fixed is a cell of the office's own; an empty text is none.
func (w *formWriter) fixed(style int, text string) excelize.Cell {
	c := excelize.Cell{StyleID: style}
	if text != "" {
		c.Value = text
	}
	return c
}

// headLast heads the column of last year's figures, or of the same period of it.
func (w *formWriter) headLast() string {
	p := w.form.Plan
	if p.Report.Period.IsYear() {
		return fmt.Sprintf("%s (%d)", returns.HeadLast, p.Resolution.Year-1)
	}
	return p.Words.Text("ky.bieu-mau.cung-ky", wording.Args{"nam-truoc": p.Resolution.Year - 1})
}

// headPlan heads the column of what the resolution promises: of the year, also in the
// form of a part of it.
func (w *formWriter) headPlan() string {
	if w.form.Plan.Report.Period.IsYear() {
		return returns.HeadPlan
	}
	return w.words.Text("ky.bieu-mau.muc-tieu", wording.Args{"nam": w.form.Plan.Resolution.Year})
}

// planned is what the resolution promises of the unit's own answer; "" where it
// promises something of several answers together.
func (w *formWriter) planned(a resolution.Ask) string {
	m := a.Measure
	if a.Role != resolution.RoleValue || a.Line > 0 {
		return ""
	}
	for _, own := range m.Assigned {
		if own.Unit == w.form.Unit.ID {
			return own.Target.Vi()
		}
	}
	alone := m.Method.Adds() && len(w.form.Plan.Owners(a)) == 1 && len(m.Target.Near()) > 0
	if alone || len(a.Targets()) > 0 {
		return m.Target.Vi()
	}
	return ""
}

// expected are the figures that an answer should be near.
func (w *formWriter) expected(a resolution.Ask) []resolution.Reference {
	return w.form.Last.Expected(w.form.Unit.ID, a, w.form.Plan.Report.Period)
}

// lastYear is what stands beside an answer of last year's.
func (w *formWriter) lastYear(a resolution.Ask) (own quantity.Number, known bool) {
	return w.form.Last.Shown(w.form.Unit.ID, a)
}

// validate makes the value cell take what is asked and nothing else.
func (w *formWriter) validate(a resolution.Ask, cell string) error {
	dv := excelize.NewDataValidation(true)
	dv.SetSqref(cell)
	switch {
	case a.Kind == resolution.AskChoice:
		if err := dv.SetDropList(a.Choices()); err != nil {
			return err
		}
		w.refuse(dv, "bieu-mau.hop.danh-sach.ten-hop", "bieu-mau.hop.tinh-trang.loi-hop")
		w.prompt(dv, a)
		return w.f.AddDataValidation(returns.SheetFigures, dv)
	case a.Kind == resolution.AskText, a.Kind == resolution.AskDay:
		// Anything is taken: a day typed the usual way is text on many machines.
		w.prompt(dv, a)
		return w.f.AddDataValidation(returns.SheetFigures, dv)
	case a.Whole:
		low, refused := 0.0, "bieu-mau.hop.so-nguyen.loi-hop"
		if a.BelowZero() {
			low, refused = -1e12, "bieu-mau.hop.so-nguyen.loi-hop-am"
		}
		if err := dv.SetRange(low, 1e12, excelize.DataValidationTypeWhole,
			excelize.DataValidationOperatorBetween); err != nil {
			return err
		}
		w.refuse(dv, "bieu-mau.hop.so-nguyen.ten-hop", refused)
	default:
		low := 0.0
		switch {
		case a.Negative:
			low = -1e15
		case a.IsPercent():
			low = -1e6 // a rate may fall below zero
		}
		if err := dv.SetRange(low, 1e15, excelize.DataValidationTypeDecimal,
			excelize.DataValidationOperatorBetween); err != nil {
			return err
		}
		w.refuse(dv, "bieu-mau.hop.so.ten-hop", "bieu-mau.hop.so.loi-hop")
	}
	w.prompt(dv, a)
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
			parts = append(parts, quoted(s))
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
