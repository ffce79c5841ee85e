package xlsx

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"baocao/internal/returns"
	"baocao/internal/wording"
)

// guide tells the clerk how to fill the form.
func (w *formWriter) guide() error {
	sheet := returns.SheetGuide
	guide := w.words.Text("bieu-mau.huong-dan.cac-dong")
	if len(w.form.Asks) == 0 {
		guide = w.words.Text("bieu-mau.huong-dan.chi-thuyet-minh")
	}
	lines := strings.Split(strings.TrimSpace(guide), "\n")
	if due := w.form.Plan.Due(w.form.Unit.ID); !due.IsZero() {
		lines = append(lines, w.words.Text("bieu-mau.huong-dan.han-nop", wording.Args{"ngay": due.Short()}))
	}
	if err := w.page(sheet, fmt.Sprintf("A1:A%d", len(lines)+2), 0); err != nil {
		return err
	}
	upright := "portrait"
	if err := w.f.SetPageLayout(sheet, &excelize.PageLayoutOptions{Orientation: &upright}); err != nil {
		return err
	}
	sw, err := w.f.NewStreamWriter(sheet)
	if err != nil {
		return err
	}
	const width = 88 // of an upright page: LibreOffice cuts what is wider
	if err := sw.SetColWidth(1, 1, width); err != nil {
		return err
	}
	title := excelize.Cell{StyleID: w.style.title, Value: w.words.Text("bieu-mau.huong-dan.tieu-de")}
	if err := sw.SetRow("A1", []any{title}, excelize.RowOpts{Height: 28}); err != nil {
		return err
	}
	for i, line := range lines {
		height := 17*float64(wrapped(line, (width-2)/columnUnit*bodySize/12, false)) + 7
		if err := sw.SetRow(fmt.Sprintf("A%d", i+3), []any{excelize.Cell{StyleID: w.style.guide, Value: line}},
			excelize.RowOpts{Height: height}); err != nil {
			return err
		}
	}
	return sw.Flush()
}

const titleSize = 12.0

// formLine is the height of a line of a form.
const formLine = bodySize * lineHeight

// formLines estimates how many lines a text takes when wrapped at a column's width:
// spreadsheets do not fit the height of rows they did not write.
func formLines(s string, width float64) int { return wrapped(s, (width-2)/columnUnit, false) }

// formStyles are the looks of a form: white cells are for the unit, grey ones
// are fixed and locked.
type formStyles struct {
	office, title, hint, progress, head, fixed, centre, guide int
	signLabel, day                                            int
	number, whole, text, choice, more, example                int
	check, lastNumber, lastWhole                              int
	wholeIf, doubtIf, linedIf                                 int
}

func (s *formStyles) define(f *excelize.File) error {
	var border []excelize.Border
	for _, side := range []string{"left", "right", "top", "bottom"} {
		border = append(border, excelize.Border{Type: side, Color: "808080", Style: 1})
	}
	font := func(size float64, bold, italic bool) *excelize.Font {
		return &excelize.Font{Family: face, Size: size, Bold: bold, Italic: italic}
	}
	fill := func(colour string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
	}
	align := func(horizontal string) *excelize.Alignment {
		return &excelize.Alignment{Horizontal: horizontal, Vertical: "center", WrapText: true}
	}
	inCell := func(horizontal string) *excelize.Alignment {
		return &excelize.Alignment{Horizontal: horizontal, Vertical: "center", WrapText: true, Indent: 1}
	}
	line := &excelize.Alignment{Horizontal: "left", Vertical: "center"} // runs over into free cells
	// A figure too wide for its column would show as ####.
	figure := &excelize.Alignment{Horizontal: "right", Vertical: "center", ShrinkToFit: true, Indent: 1}
	open := &excelize.Protection{Locked: false}
	grey := fill("EDEDED")
	body := font(bodySize, false, false)
	decimal := "#,##0.##"
	whole := "#,##0"
	for _, d := range []struct {
		id    *int
		style excelize.Style
	}{
		{&s.office, excelize.Style{Font: font(bodySize, true, false), Alignment: line}},
		{&s.title, excelize.Style{Font: font(titleSize, true, false), Alignment: line}},
		{&s.hint, excelize.Style{Font: font(bodySize, false, true), Alignment: line}},
		{&s.progress, excelize.Style{Font: font(bodySize, true, false), Alignment: line}},
		{&s.guide, excelize.Style{Font: font(12, false, false), Alignment: align("left")}},
		{&s.signLabel, excelize.Style{Font: body, Alignment: align("right")}},
		// As text: Excel would take 05/12/2022 for the 12th of May on many machines.
		{&s.day, excelize.Style{Font: body, Alignment: align("center"), Border: border, Protection: open, NumFmt: 49}},
		{&s.head, excelize.Style{Font: font(bodySize, true, false), Alignment: align("center"), Border: border,
			Fill: fill("D0D7E2")}},
		{&s.fixed, excelize.Style{Font: body, Alignment: inCell("left"), Border: border, Fill: grey}},
		{&s.centre, excelize.Style{Font: body, Alignment: align("center"), Border: border, Fill: grey}},
		{&s.number, excelize.Style{Font: body, Alignment: figure, Border: border, Protection: open,
			CustomNumFmt: &decimal}},
		{&s.whole, excelize.Style{Font: body, Alignment: figure, Border: border, Protection: open,
			CustomNumFmt: &whole}},
		{&s.choice, excelize.Style{Font: body, Alignment: align("center"), Border: border, Protection: open}},
		{&s.text, excelize.Style{Font: body, Alignment: inCell("left"), Border: border, Protection: open}},
		{&s.more, excelize.Style{Font: body, Alignment: inCell("left"), Protection: open}},
		{&s.example, excelize.Style{Font: font(bodySize, false, true), Alignment: inCell("left"), Border: border,
			Fill: grey}},
		{&s.check, excelize.Style{Font: font(bodySize, true, false), Alignment: inCell("left"), Border: border,
			Fill: grey}},
		{&s.lastNumber, excelize.Style{Font: body, Alignment: figure, Border: border, Fill: grey,
			CustomNumFmt: &decimal}},
		{&s.lastWhole, excelize.Style{Font: body, Alignment: figure, Border: border, Fill: grey,
			CustomNumFmt: &whole}},
	} {
		id, err := f.NewStyle(&d.style)
		if err != nil {
			return err
		}
		*d.id = id
	}
	for _, c := range []struct {
		id    *int
		style excelize.Style
	}{
		{&s.wholeIf, excelize.Style{CustomNumFmt: &whole}},
		{&s.doubtIf, excelize.Style{Font: &excelize.Font{Color: "9C0006"}, Fill: fill("FFC7CE")}},
		{&s.linedIf, excelize.Style{Border: border}},
	} {
		id, err := f.NewConditionalStyle(&c.style)
		if err != nil {
			return err
		}
		*c.id = id
	}
	return nil
}
