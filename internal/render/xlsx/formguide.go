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
	sw, err := w.f.NewStreamWriter(sheet)
	if err != nil {
		return err
	}
	const width = 100 // of a page on its side: what is wider is cut by LibreOffice
	if err := sw.SetColWidth(1, 1, width); err != nil {
		return err
	}
	title := excelize.Cell{StyleID: w.style.title, Value: w.words.Text("bieu-mau.huong-dan.tieu-de")}
	if err := sw.SetRow("A1", []any{title}, excelize.RowOpts{Height: 28}); err != nil {
		return err
	}
	for i, line := range lines {
		if err := sw.SetRow(fmt.Sprintf("A%d", i+3), []any{excelize.Cell{StyleID: w.style.guide, Value: line}},
			excelize.RowOpts{Height: 17*float64(linesOf(line, width)) + 7}); err != nil {
			return err
		}
	}
	return sw.Flush()
}

// linesOf estimates how many lines a text takes when wrapped at a column's
// width: spreadsheets do not fit the height of rows they did not write.
func linesOf(s string, width float64) int {
	lines := 0
	for para := range strings.SplitSeq(s, "\n") {
		lines++
		used := 0.0
		for word := range strings.FieldsSeq(para) {
			n := float64(len([]rune(word))) * 1.05
			if used > 0 && used+1+n > width-3 {
				lines++
				used = 0
			} else if used > 0 {
				used++
			}
			used += n
		}
	}
	return lines
}

// formStyles are the looks of a form: white cells are for the unit, grey ones
// are fixed and locked.
type formStyles struct {
	office, unit, title, hint, progress, head, fixed, centre, guide int
	dayLabel, day                                                   int
	number, whole, text, more                                       int
	check, lastNumber, lastWhole                                    int
	wholeIf, doubtIf                                                int
}

func (s *formStyles) define(f *excelize.File) error {
	var border []excelize.Border
	for _, side := range []string{"left", "right", "top", "bottom"} {
		border = append(border, excelize.Border{Type: side, Color: "808080", Style: 1})
	}
	font := func(size float64, bold, italic bool) *excelize.Font {
		return &excelize.Font{Family: "Times New Roman", Size: size, Bold: bold, Italic: italic}
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
	open := &excelize.Protection{Locked: false}
	decimal := "#,##0.##"
	whole := "#,##0"
	for _, d := range []struct {
		id    *int
		style excelize.Style
	}{
		{&s.office, excelize.Style{Font: font(11, true, false), Alignment: line}},
		{&s.unit, excelize.Style{Font: font(13, true, false), Alignment: line}},
		{&s.title, excelize.Style{Font: font(13, true, false), Alignment: line}},
		{&s.hint, excelize.Style{Font: font(11, false, true), Alignment: line}},
		{&s.progress, excelize.Style{Font: font(12, true, false), Alignment: line}},
		{&s.guide, excelize.Style{Font: font(12, false, false), Alignment: align("left")}},
		{&s.dayLabel, excelize.Style{Font: font(12, false, false), Alignment: align("right")}},
		// As text: Excel would take 05/12/2022 for the 12th of May on many machines.
		{&s.day, excelize.Style{Font: font(12, false, false), Alignment: align("center"), Border: border,
			Protection: open, NumFmt: 49}},
		{&s.head, excelize.Style{Font: font(12, true, false), Alignment: align("center"), Border: border,
			Fill: fill("BFBFBF")}},
		{&s.fixed, excelize.Style{Font: font(12, false, false), Alignment: inCell("left"), Border: border,
			Fill: fill("EDEDED")}},
		{&s.centre, excelize.Style{Font: font(12, false, false), Alignment: align("center"), Border: border,
			Fill: fill("EDEDED")}},
		{&s.number, excelize.Style{Font: font(12, false, false), Alignment: inCell("right"), Border: border,
			Protection: open, CustomNumFmt: &decimal}},
		{&s.whole, excelize.Style{Font: font(12, false, false), Alignment: inCell("right"), Border: border,
			Protection: open, CustomNumFmt: &whole}},
		{&s.more, excelize.Style{Font: font(12, false, false), Alignment: inCell("left"), Protection: open}},
		{&s.check, excelize.Style{Font: font(11, true, false), Alignment: inCell("left"), Border: border,
			Fill: fill("EDEDED")}},
		{&s.lastNumber, excelize.Style{Font: font(12, false, false), Alignment: inCell("right"), Border: border,
			Fill: fill("EDEDED"), CustomNumFmt: &decimal}},
		{&s.lastWhole, excelize.Style{Font: font(12, false, false), Alignment: inCell("right"), Border: border,
			Fill: fill("EDEDED"), CustomNumFmt: &whole}},
		{&s.text, excelize.Style{Font: font(12, false, false), Alignment: inCell("left"), Border: border,
			Protection: open}},
	} {
		id, err := f.NewStyle(&d.style)
		if err != nil {
			return err
		}
		*d.id = id
	}
	var err error
	if s.wholeIf, err = f.NewConditionalStyle(&excelize.Style{CustomNumFmt: &whole}); err != nil {
		return err
	}
	s.doubtIf, err = f.NewConditionalStyle(&excelize.Style{Font: &excelize.Font{Color: "9C2A00"}, Fill: fill("FCE4D6")})
	return err
}
