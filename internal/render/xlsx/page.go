package xlsx

import (
	"cmp"
	"fmt"
	"math"
	"strings"

	"github.com/xuri/excelize/v2"
)

// leastPrinted is the smallest text on paper, in points: smaller is not read.
const leastPrinted = 8.0

// An A4 sheet and its margins, in points.
const (
	paperShort, paperLong = 595.0, 842.0
	marginSide            = 0.4 * 72
	marginTop             = 0.65 * 72
	marginBottom          = 0.6 * 72
)

// setup is how a sheet is printed.
type setup struct {
	upright bool
	scale   float64 // of what is on the screen, 1 at most
	across  bool    // on several pages beside each other
}

// setup fits a sheet to pages: upright where its width allows it, else lying. What
// would become too small to read is printed on several pages beside each other, which
// all have the columns that stay in sight.
func (s *sheet) setup() setup {
	width := s.width() * widestDigit
	least := leastPrinted / s.smallest()
	upright := min(1, (paperShort-2*marginSide)/width)
	if s.onePage {
		tall := s.tall(make([]measured, len(s.rows)*len(s.widths)))
		return setup{upright: true, scale: min(upright, (paperLong-marginTop-marginBottom)/tall)}
	}
	if upright >= least {
		return setup{upright: true, scale: upright}
	}
	if lying := min(1, (paperLong-2*marginSide)/width); lying >= least {
		return setup{scale: lying}
	}
	return setup{scale: math.Ceil(100*least) / 100, across: true}
}

// fits reports that nothing of the sheet is printed too small to be read.
func (s *sheet) fits() bool { return s.setup().scale*s.smallest() >= leastPrinted }

// smallest is the size of the smallest text. Rows that are made anew have the usual one.
func (s *sheet) smallest() float64 {
	size := bodySize
	for _, r := range s.rows {
		for _, c := range r.cells {
			size = min(size, cmp.Or(c.look.size, bodySize))
		}
	}
	return size
}

// tall is the height of all rows, in points. known is what was measured last, in each row
// and column.
func (s *sheet) tall(known []measured) float64 {
	h, columns := 0.0, len(s.widths)
	for i, r := range s.rows {
		switch {
		case r.height > 0:
			h += r.height
		case len(r.cells) == 0:
			h += defaultRow
		default:
			h += s.height(i+1, r, known[i*columns:])
		}
	}
	return h
}

// defaultRow is the height of a row in which nothing stands.
const defaultRow = 15.0

// widestPage is how many digits fit on a lying page without text getting too small.
const widestPage = 178.0

// page sets a sheet up for A4.
func (b *book) page(s *sheet) error {
	last, err := excelize.CoordinatesToCellName(len(s.widths), max(s.length(), 1))
	if err != nil {
		return err
	}
	how := s.setup()
	layout := &excelize.PageLayoutOptions{Size: new(9), Orientation: new("landscape")}
	if how.upright {
		layout.Orientation = new("portrait")
	}
	if how.across {
		layout.AdjustTo = new(uint(math.Round(100 * how.scale)))
	} else {
		layout.FitToWidth, layout.FitToHeight = new(1), new(0)
		if s.onePage {
			layout.FitToHeight = new(1)
		}
	}
	steps := []error{
		b.f.SetSheetDimension(s.name, "A1:"+last),
		b.f.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: new(!how.across), TabColorRGB: s.tabColour()}),
		b.f.SetPageLayout(s.name, layout),
		b.f.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{
			Left: new(marginSide / 72), Right: new(marginSide / 72),
			Top: new(marginTop / 72), Bottom: new(marginBottom / 72),
			Header: new(0.3), Footer: new(0.3), Horizontally: new(true)}),
		b.f.SetHeaderFooter(s.name, s.headerFooter()),
	}
	if s.printed > 0 {
		steps = append(steps, b.f.SetDefinedName(&excelize.DefinedName{
			Name: "_xlnm.Print_Area", Scope: s.name,
			RefersTo: fmt.Sprintf("%s!$A$1:$%s$%d", quotedSheet(s.name), columnName(s.printed-1), s.length())}))
	}
	if titles := s.printTitles(how); titles != "" {
		steps = append(steps, b.f.SetDefinedName(&excelize.DefinedName{
			Name: "_xlnm.Print_Titles", Scope: s.name, RefersTo: titles}))
	}
	for _, row := range s.breaks {
		steps = append(steps, b.f.InsertPageBreak(s.name, fmt.Sprintf("A%d", row)))
	}
	for _, n := range s.names {
		steps = append(steps, b.f.SetDefinedName(&excelize.DefinedName{Name: n.name,
			RefersTo: quotedSheet(s.name) + "!" + n.cells}))
	}
	for _, err := range steps {
		if err != nil {
			return err
		}
	}
	return nil
}

// printTitles are the rows and columns that stand on every page.
func (s *sheet) printTitles(how setup) string {
	var all []string
	if how.across && s.fixed > 0 {
		all = append(all, fmt.Sprintf("%s!$A:$%s", quotedSheet(s.name), columnName(s.fixed-1)))
	}
	if s.head > 0 {
		all = append(all, fmt.Sprintf("%s!$%d:$%d", quotedSheet(s.name), s.head, s.head))
	}
	return strings.Join(all, ",")
}

func (s *sheet) tabColour() *string {
	if s.tab == "" {
		return nil
	}
	return new(string(s.tab))
}

// headerFooter is the office and the resolution above, the sheet and the page below.
func (s *sheet) headerFooter() *excelize.HeaderFooterOptions {
	const font = `&"` + face + `,Regular"&10 `
	said := &excelize.HeaderFooterOptions{OddFooter: `&C` + font + `&P/&N`}
	if s.left != "" || s.right != "" {
		said.OddHeader = "&L" + font + inHeader(s.left) + "&R" + font + inHeader(s.right)
		said.OddFooter = "&L" + font + "&A&R" + font + "&P/&N"
	}
	return said
}

// inHeader is a text as a header has it: an ampersand would be a code, and all of the
// header may have 255 letters.
func inHeader(s string) string { return strings.ReplaceAll(cut(s, 80), "&", "&&") }
