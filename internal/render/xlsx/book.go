package xlsx

import (
	"cmp"
	"fmt"
	"math"
	"strings"

	"github.com/xuri/excelize/v2"
)

// book writes sheets into a workbook.
type book struct {
	f      *excelize.File
	styles map[look]int
	twins  map[int]int // styles that mark a text as one, by those without the mark
	texts  texts
	rows   map[int]*spooled // by the number of the sheet, from 0

	drawings, charts int // made so far
}

func newBook() (*book, error) {
	b := &book{f: excelize.NewFile(), styles: map[look]int{}, twins: map[int]int{},
		texts: texts{known: map[string]shared{}}, rows: map[int]*spooled{}}
	if err := b.f.SetDefaultFont(face); err != nil {
		return nil, fmt.Errorf("xlsx: %w", err)
	}
	return b, nil
}

// write makes a workbook of sheets.
func write(title string, from origin, sheets ...*sheet) ([]byte, error) {
	b, err := newBook()
	if err != nil {
		return nil, err
	}
	return b.write(title, from, sheets)
}

// write makes the workbook of sheets, of which some may have their rows.
func (b *book) write(title string, from origin, sheets []*sheet) ([]byte, error) {
	defer func() { _ = b.f.Close() }() // nothing is on disk
	if err := b.prepare(sheets); err != nil {
		return nil, fmt.Errorf("xlsx: %s: %w", title, err)
	}
	for i, s := range sheets {
		if err := b.put(i, s); err != nil {
			return nil, fmt.Errorf("xlsx: sheet %s: %w", s.name, err)
		}
	}
	return save(b.f, title, from, b)
}

// prepare does all that must be done before a sheet's rows are streamed.
func (b *book) prepare(sheets []*sheet) error {
	for i, s := range sheets {
		if i == 0 {
			if err := b.f.SetSheetName("Sheet1", s.name); err != nil {
				return err
			}
		} else if _, err := b.f.NewSheet(s.name); err != nil {
			return err
		}
	}
	for _, s := range sheets {
		if s.spooled == nil {
			s.fit()
		}
	}
	for _, s := range sheets { // all have their names: what refers to another finds it
		for _, step := range []func(*sheet) error{b.choose, b.paint, b.draw, b.view, b.page} {
			if err := step(s); err != nil {
				return err
			}
		}
	}
	return nil
}

// choose sets up what offers choices: filters and lists.
func (b *book) choose(s *sheet) error {
	if f := s.filter; f != (block{}) {
		ref := fmt.Sprintf("A%d:%s%d", f.from, columnName(s.columns()-1), f.to)
		if err := b.f.AutoFilter(s.name, ref, nil); err != nil {
			return err
		}
		names := b.f.WorkBook.DefinedNames.DefinedName
		for i := range names { // the library leaves an apostrophe in a name as it is
			names[i].Data = strings.Replace(names[i].Data, "'"+s.name+"'!", quotedSheet(s.name)+"!", 1)
		}
	}
	for _, l := range s.lists {
		column := columnName(l.column)
		choice := excelize.NewDataValidation(true)
		choice.SetSqref(fmt.Sprintf("%s%d:%s%d", column, l.from, column, l.to))
		choice.SetSqrefDropList(l.source)
		choice.ShowErrorMessage = false
		if err := b.f.AddDataValidation(s.name, choice); err != nil {
			return err
		}
	}
	return nil
}

// paint sets up what colours cells while something holds.
func (b *book) paint(s *sheet) error {
	for _, c := range s.conditions {
		format, err := b.f.NewConditionalStyle(&excelize.Style{Font: &excelize.Font{Bold: c.bold},
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{string(c.fill)}}})
		if err != nil {
			return err
		}
		column := columnName(c.column)
		if err := b.f.SetConditionalFormat(s.name, fmt.Sprintf("%s%d:%s%d", column, c.from, column, c.to),
			[]excelize.ConditionalFormatOptions{{Type: "formula", Criteria: c.formula, Format: &format}}); err != nil {
			return err
		}
	}
	return nil
}

// fullScreen is as many points of columns as a usual screen shows.
const fullScreen = 960.0

// view is how a sheet is seen first: without gridlines, for what has to be seen has
// borders, and as much of its width as can still be read.
func (b *book) view(s *sheet) error {
	zoom := math.Floor(20*fullScreen/(s.width()*narrowestDigit)) * 5
	return b.f.SetSheetView(s.name, 0, &excelize.ViewOptions{ShowGridLines: new(false),
		ZoomScale: new(min(max(zoom, 80), 100))})
}

func quotedSheet(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }

// worksheetPart is the name of a sheet's part, by its number from 0.
func worksheetPart(n int) string { return fmt.Sprintf("xl/worksheets/sheet%d.xml", n+1) }

// relationsPart is the name of the part with its relations.
func relationsPart(n int) string { return fmt.Sprintf("xl/worksheets/_rels/sheet%d.xml.rels", n+1) }

// put writes a sheet, whose number is from 0. What stood in its rows is held no more.
func (b *book) put(n int, s *sheet) error {
	if s.spooled == nil {
		if err := s.spool(b); err != nil {
			return err
		}
	}
	p := s.spooled
	if err := b.reserve(s.name, &p.links); err != nil {
		return err
	}
	w, err := b.f.NewStreamWriter(s.name)
	if err != nil {
		return err
	}
	for i, width := range s.widths {
		if err := w.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	if s.head > 0 || s.fixed > 0 {
		corner, err := excelize.CoordinatesToCellName(s.fixed+1, s.head+1)
		if err != nil {
			return err
		}
		pane := "bottomLeft"
		if s.fixed > 0 {
			pane = "bottomRight"
		}
		if err := w.SetPanes(&excelize.Panes{Freeze: true, XSplit: s.fixed, YSplit: s.head, TopLeftCell: corner,
			ActivePane: pane}); err != nil {
			return err
		}
	}
	b.rows[n] = p
	for i, r := range s.rows {
		at := i + 1
		if i >= s.more.from {
			at += s.more.length
		}
		for _, sp := range r.spans {
			from, _ := excelize.CoordinatesToCellName(sp.from+1, at)
			to, _ := excelize.CoordinatesToCellName(sp.to+1, at)
			if err := w.MergeCell(from, to); err != nil {
				return err
			}
		}
	}
	s.rows, s.more, s.spooled = nil, stream{}, nil
	return w.Flush()
}

func (b *book) style(l look) (int, error) {
	if id, ok := b.styles[l]; ok {
		return id, nil
	}
	s := &excelize.Style{
		Font:      &excelize.Font{Family: face, Size: cmp.Or(l.size, bodySize), Bold: l.bold, Italic: l.italic},
		Alignment: &excelize.Alignment{Vertical: "center", WrapText: !l.numeric},
	}
	switch {
	case l.centre:
		s.Alignment.Horizontal = "center"
	case l.right:
		s.Alignment.Horizontal = "right"
	default:
		s.Alignment.Horizontal = "left"
	}
	if l.indented() {
		s.Alignment.Indent = 1
	}
	switch {
	case l.link:
		s.Font.Color, s.Font.Underline = linkInk, "single"
	case l.black:
		s.Font.Color = blackInk
	}
	if !l.bare {
		for _, side := range []string{"left", "right", "top", "bottom"} {
			if side == "left" && l.openLeft || side == "right" && l.openRight {
				continue
			}
			s.Border = append(s.Border, excelize.Border{Type: side, Color: rim, Style: 1})
		}
	}
	if colour := l.background(); colour != "" {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{string(colour)}}
	}
	if l.alarm {
		s.CustomNumFmt = new(";;;[Red]@")
		s.Font.Bold = true
	}
	if l.numeric {
		format := cmp.Or(l.format, "#,##0")
		if l.decimals > 0 && l.format == "" {
			format += "." + strings.Repeat("0", l.decimals)
		}
		quoted := func(s string) string { return `"` + strings.ReplaceAll(s, `"`, "") + `"` }
		if l.after != "" {
			format += quoted(l.after)
		}
		if l.signed {
			format = "+" + format + ";-" + format + ";" + format
		}
		if l.before != "" { // a minus belongs to the number
			format = quoted(l.before) + format + ";" + quoted(l.before) + "-" + format
		}
		s.CustomNumFmt = &format
	}
	id, err := b.f.NewStyle(s)
	if err != nil {
		return 0, err
	}
	b.styles[l] = id
	return id, nil
}

// twin is a style that marks a text as one whatever it looks like, else the same as another.
func (b *book) twin(of int) int {
	if id, ok := b.twins[of]; ok {
		return id
	}
	all := b.f.Styles.CellXfs
	if len(all.Xf) >= maxStyles {
		return of
	}
	marked := all.Xf[of]
	marked.QuotePrefix = new(true)
	b.twins[of] = len(all.Xf)
	all.Xf = append(all.Xf, marked)
	all.Count = len(all.Xf)
	return b.twins[of]
}
