package xlsx

import (
	"fmt"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/wording"
)

// The table of figures. Question and answer stand side by side in the columns that
// stay in sight, on a phone too; what they are judged by follows.
const (
	colID      = "A" // hidden
	colNumber  = "B"
	colLabel   = "C"
	colValue   = "D" // the last of the columns that stay
	colUnit    = "E"
	colCheck   = "F"
	colLast    = "G"
	colPlan    = "H"
	colNil     = "I"
	colNote    = "J"
	colMeasure = "K"
	colOwed    = "L" // hidden: 1 for each answer that is owed
	colUsable  = "M" // hidden: 1 for each that can be used

	formDateRow     = 6
	formProgressRow = 5
	formHeadRow     = 7
	formFirstRow    = formHeadRow + 1
	narrativeHead   = 5
	narrativeRows   = 20
	narrativeMore   = 200 // rows that take entries like the first ones
)

var formWidths = []float64{10, 5, 30, 15, 10, 32, 12, 13, 20, 20, 28, 5, 5}

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
	return save(f, w.title(), planned(form.Plan))
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
	if err := w.page(sheet, fmt.Sprintf("A1:M%d", last+signRows), formHeadRow); err != nil {
		return err
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
	day.SetSqref(at(colValue, formDateRow))
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
	for i, width := range formWidths {
		if err := sw.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	for _, hidden := range []int{1, 12, 13} {
		if err := sw.SetColVisible(hidden, hidden, false); err != nil {
			return err
		}
	}
	first := at(colValue, formFirstRow)
	if err := sw.SetPanes(&excelize.Panes{Freeze: true, XSplit: 4, YSplit: formHeadRow,
		TopLeftCell: at(colUnit, formFirstRow), ActivePane: "bottomRight",
		Selection: []excelize.Selection{{SQRef: first, ActiveCell: first, Pane: "bottomLeft"}}}); err != nil {
		return err
	}
	if err := w.titles(sw, last); err != nil {
		return err
	}
	for i, a := range asks {
		first := i == 0 || asks[i-1].Measure != a.Measure
		if err := w.figureRow(sw, i, a, first); err != nil {
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

// highlight colours what the check speaks of; the words stand beside it.
func (w *formWriter) highlight(last int) error {
	column := func(col string) string { return at(col, formFirstRow) + ":" + at(col, last) }
	said := fmt.Sprintf("LEN($%s)>0", at(colCheck, formFirstRow))
	// A whole number under "#,##0.##" would show a lone decimal sign.
	whole := fmt.Sprintf("AND(ISNUMBER(%[1]s),%[1]s=INT(%[1]s))", at(colValue, formFirstRow))
	for _, c := range []struct {
		column, when string
		style        *int
	}{
		{column(colValue), whole, &w.style.wholeIf},
		{column(colValue), said, &w.style.doubtIf},
		{column(colCheck), said, &w.style.doubtIf},
	} {
		if err := w.f.SetConditionalFormat(returns.SheetFigures, c.column, []excelize.ConditionalFormatOptions{
			{Type: "formula", Criteria: c.when, Format: c.style}}); err != nil {
			return err
		}
	}
	return nil
}

// titles are the lines over the table and its headings. They begin at the left,
// where a phone shows them, and are not merged, so that the columns can stay.
func (w *formWriter) titles(sw *excelize.StreamWriter, last int) error {
	owed := 0
	for _, a := range w.form.Asks {
		if a.Required {
			owed++
		}
	}
	progress := textFormula(w.words.Text("bieu-mau.da-dien"), map[string]string{
		"{da-dien}": fmt.Sprintf(`SUMPRODUCT(%[1]s%[3]d:%[1]s%[4]d*%[2]s%[3]d:%[2]s%[4]d)`, colOwed, colUsable,
			formFirstRow, last),
		"{bat-buoc}": fmt.Sprintf("SUM(%[1]s%[2]d:%[1]s%[3]d)", colOwed, formFirstRow, last)})
	filled := w.words.Text("bieu-mau.da-dien", wording.Args{"da-dien": 0, "bat-buoc": owed})
	unit := w.words.Text("bieu-mau.don-vi", wording.Args{"don-vi": w.form.Unit.Name})
	due := ""
	if !w.form.Due.IsZero() {
		due = w.words.Text("bieu-mau.cuoi.han", wording.Args{"ngay": w.form.Due.Short()})
	}
	for i, t := range []struct {
		cells  []any
		height float64
	}{
		{[]any{excelize.Cell{StyleID: w.style.office, Value: w.form.Plan.Office.Issuer}}, 15},
		{[]any{excelize.Cell{StyleID: w.style.title, Value: w.title()}}, 18},
		{[]any{excelize.Cell{StyleID: w.style.unit, Value: unit}}, 18},
		{[]any{excelize.Cell{StyleID: w.style.hint, Value: w.words.Text("bieu-mau.chi-dan")}}, 16},
		{[]any{excelize.Cell{StyleID: w.style.progress, Formula: progress, Value: filled}, nil, nil,
			excelize.Cell{StyleID: w.style.progress, Value: due}}, 18},
		{[]any{nil, excelize.Cell{StyleID: w.style.dayLabel, Value: returns.HeadDate + ":"},
			excelize.Cell{StyleID: w.style.day}}, 18},
	} {
		if err := sw.SetRow(fmt.Sprintf("B%d", i+1), t.cells, excelize.RowOpts{Height: t.height}); err != nil {
			return err
		}
	}
	head := []any{}
	for _, h := range []string{returns.HeadID, returns.HeadNumber, returns.HeadLabel, returns.HeadValue,
		returns.HeadUnit, returns.HeadCheck, w.headLast(), w.headPlan(),
		returns.HeadNil, returns.HeadNote, returns.HeadMeasure, w.words.Text("bieu-mau.bat-buoc"),
		w.words.Text("bieu-mau.cuoi.tinh-duoc")} {
		head = append(head, excelize.Cell{StyleID: w.style.head, Value: h})
	}
	return sw.SetRow(fmt.Sprintf("A%d", formHeadRow), head, excelize.RowOpts{Height: 36})
}

// signRows are the rows below the table: a free one, who filled it, who signs it.
const signRows = 4

// signed are the lines for who filled the form and who signed it, and the form's
// version for who calls the office about it.
func (w *formWriter) signed(sw *excelize.StreamWriter, row int) error {
	version := w.words.Text("bieu-mau.cuoi.phien-ban", wording.Args{"phien-ban": w.form.Version})
	for i, name := range w.words.Texts("bieu-mau.cuoi", "nguoi-lap", "dien-thoai", "thu-truong") {
		cells := []any{excelize.Cell{StyleID: w.style.dayLabel, Value: name}, nil}
		for range 3 {
			cells = append(cells, excelize.Cell{StyleID: w.style.day})
		}
		if i == 0 {
			cells = append(cells, nil, excelize.Cell{StyleID: w.style.hint, Value: version})
		}
		if err := sw.MergeCell(at(colUnit, row+i), at(colLast, row+i)); err != nil {
			return err
		}
		height := 20.0
		if i == 2 { // a signature takes room
			height = 40
		}
		if err := sw.SetRow(at(colLabel, row+i), cells, excelize.RowOpts{Height: height}); err != nil {
			return err
		}
	}
	return nil
}

func (w *formWriter) figureRow(sw *excelize.StreamWriter, i int, a resolution.Ask, first bool) error {
	row, label := formFirstRow+i, a.Label
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
	last := w.lastYear(a, first)
	lines := max(linesOf(a.Measure.Name, formWidths[10]), linesOf(label, formWidths[2]),
		linesOf(a.Unit, formWidths[4]), linesOf(w.planned(a), formWidths[7]), 2)
	if text, ok := last.Value.(string); ok {
		lines = max(lines, linesOf(text, formWidths[6]))
	}
	height := 16*float64(lines) + 3
	if a.Kind == resolution.AskText {
		height = max(height, 56)
	}
	return sw.SetRow(fmt.Sprintf("A%d", row), []any{
		excelize.Cell{StyleID: w.style.fixed, Value: a.Key()},
		excelize.Cell{StyleID: w.style.centre, Value: a.Measure.ID},
		excelize.Cell{StyleID: w.style.fixed, Value: label},
		excelize.Cell{StyleID: value},
		excelize.Cell{StyleID: w.style.centre, Value: a.Unit},
		excelize.Cell{StyleID: w.style.check, Formula: w.check(i), Value: ""},
		last,
		excelize.Cell{StyleID: w.style.centre, Value: w.planned(a)},
		excelize.Cell{StyleID: w.style.text},
		excelize.Cell{StyleID: w.style.text},
		excelize.Cell{StyleID: w.style.fixed, Value: a.Measure.Name},
		excelize.Cell{StyleID: w.style.fixed, Value: required},
		excelize.Cell{StyleID: w.style.fixed, Formula: usable(row), Value: 0},
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

// lastYear is what the unit itself answered last year, as a number that the check
// compares with; where that is not known, the figure of all on the measure's first
// row, if it is in the same unit: a rate beside a count would be typed again.
func (w *formWriter) lastYear(a resolution.Ask, first bool) excelize.Cell {
	if a.Kind != resolution.AskNumber {
		return excelize.Cell{StyleID: w.style.centre}
	}
	own, ok := w.form.Last.Own(w.form.Unit.ID, a)
	for _, ref := range w.expected(a) {
		ofLastYear := ref.What == resolution.NearLastReport || ref.What == resolution.NearLastPlan
		if !ok && ofLastYear {
			own, ok = ref.Value, true
		}
	}
	if ok {
		own = own.Round(9)
		style := w.style.lastNumber
		if own.IsInt() {
			style = w.style.lastWhole
		}
		return excelize.Cell{StyleID: style, Value: own.Float()}
	}
	all, known := w.form.Last.Figure(a.Measure.ID)
	if !known && a.Measure.Previous != nil {
		all, known = *a.Measure.Previous, true
	}
	if !known || !first || viet.Fold(a.Unit) != viet.Fold(a.Measure.Unit) || len(a.Measure.From) < 2 {
		return excelize.Cell{StyleID: w.style.centre}
	}
	if a.Measure.Divided() {
		all = all.Round(a.Measure.Decimals)
	}
	figure := strings.TrimSpace(all.Exact() + " " + a.Measure.Unit)
	text := w.words.Text("bieu-mau.chung", wording.Args{"so-lieu": figure}) // not this unit's alone
	return excelize.Cell{StyleID: w.style.centre, Value: text}
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
	case a.Kind == resolution.AskDay: // a day typed the usual way is text on many machines
		dv.SetInput(w.words.Text("bieu-mau.hop.luu-y.ten-hop"), w.words.Text("bieu-mau.goi-y.ngay"))
		return w.f.AddDataValidation(returns.SheetFigures, dv)
	case a.Whole:
		if err := dv.SetRange(0, 1e12, excelize.DataValidationTypeWhole,
			excelize.DataValidationOperatorBetween); err != nil {
			return err
		}
		w.refuse(dv, "bieu-mau.hop.so-nguyen.ten-hop", "bieu-mau.hop.so-nguyen.loi-hop")
	default:
		low := 0.0
		if a.IsPercent() {
			low = -1e6 // a rate may fall below zero
		}
		if err := dv.SetRange(low, 1e15, excelize.DataValidationTypeDecimal,
			excelize.DataValidationOperatorBetween); err != nil {
			return err
		}
		w.refuse(dv, "bieu-mau.hop.so.ten-hop", "bieu-mau.hop.so.loi-hop")
	}
	said := w.words.Text("bieu-mau.goi-y.so", wording.Args{"dvt": a.Unit})
	if a.Whole {
		said = w.words.Text("bieu-mau.goi-y.so-nguyen", wording.Args{"dvt": a.Unit})
	}
	said = strings.TrimSpace(said + " " + a.Note)
	dv.SetInput(w.words.Text("bieu-mau.hop.luu-y.ten-hop"), shorten(said, 250))
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
	if err := w.page(sheet, fmt.Sprintf("A1:E%d", last), narrativeHead); err != nil {
		return err
	}
	if n := len(w.form.Plan.Areas); n > 0 {
		if err := w.dropList(sheet, "B", narrativeMore, "A", n); err != nil {
			return err
		}
	}
	if err := w.dropList(sheet, "C", narrativeMore, "B", len(returns.Kinds())); err != nil {
		return err
	}
	if n := len(w.indicators()); n > 0 {
		if err := w.dropList(sheet, "D", narrativeMore, "C", n); err != nil {
			return err
		}
	}
	sw, err := f.NewStreamWriter(sheet)
	if err != nil {
		return err
	}
	for i, width := range []float64{6, 36, 25, 24, 84} {
		if err := sw.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	if err := sw.SetColStyle(2, 5, w.style.more); err != nil { // below the lined rows there is room for more
		return err
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
		if err := sw.MergeCell(fmt.Sprintf("A%d", row), fmt.Sprintf("E%d", row)); err != nil {
			return err
		}
		if err := sw.SetRow(fmt.Sprintf("A%d", row), []any{t}, excelize.RowOpts{Height: 20}); err != nil {
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
	for i := 1; i <= narrativeRows; i++ {
		row := []any{excelize.Cell{StyleID: w.style.centre, Value: i}}
		for range 4 {
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
