package xlsx

import (
	"errors"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"baocao/internal/correction"
	"baocao/internal/workbook"
)

// Rendition writes what was read of a workbook of another format (.xls, .ods, .csv)
// as a plain .xlsx: the same sheets, hidden or not, the same cells with their values
// and number formats, merges, hidden rows and columns, and column widths that fit the
// text. Dates stay dates, percents percents and texts texts. Of a formula its value is
// written, which is not computed again. What is crossed out, raised or lowered stays
// so, and pages keep the words of their headers and footers: what was asked about must
// be asked again when the copy comes back as it was.
//
// Two things the library cannot write as they were: an error value becomes the
// formula that gives it, and a control character a space.
func Rendition(b *workbook.Book) ([]byte, error) {
	if b == nil || len(b.Sheets) == 0 {
		return nil, errors.New("xlsx: rendition: no sheets")
	}
	r := &rendition{book: b, f: excelize.NewFile(), formats: map[format]int{}}
	defer r.f.Close()
	data, err := r.write()
	if err != nil {
		return nil, fmt.Errorf("xlsx: rendition: %w", err)
	}
	return data, nil
}

type rendition struct {
	book    *workbook.Book
	f       *excelize.File
	tabs    []string // names of the sheets, as Excel takes them
	formats map[format]int
}

// format is what tells formats of cells apart.
type format struct {
	code   string
	wrap   bool
	struck bool
	script workbook.Script
}

func (r *rendition) write() ([]byte, error) {
	if err := r.f.SetDefaultFont(face); err != nil {
		return nil, err
	}
	if r.book.Date1904 {
		if err := r.f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &r.book.Date1904}); err != nil {
			return nil, err
		}
	}
	if err := r.sheets(); err != nil {
		return nil, err
	}
	for i, s := range r.book.Sheets {
		if err := r.sheet(s, r.tabs[i]); err != nil {
			return nil, fmt.Errorf("sheet %s: %w", s.Name, err)
		}
	}
	r.definedNames()
	return save(r.f, "", origin{}, nil)
}

// sheets makes the sheets, the first visible one in front.
func (r *rendition) sheets() error {
	seen := map[string]bool{}
	for i, s := range r.book.Sheets {
		tab := correction.TabName(s.Name)
		key := strings.ToLower(tab)
		if seen[key] {
			return fmt.Errorf("two sheets would be named %s", tab)
		}
		seen[key] = true
		r.tabs = append(r.tabs, tab)
		var err error
		if i == 0 {
			err = r.f.SetSheetName(r.f.GetSheetName(0), tab)
		} else {
			_, err = r.f.NewSheet(tab)
		}
		if err != nil {
			return err
		}
	}
	shown := slices.IndexFunc(r.book.Sheets, func(s *workbook.Sheet) bool { return s.Visibility == workbook.Visible })
	r.f.SetActiveSheet(max(shown, 0))
	for i, s := range r.book.Sheets {
		if s.Visibility != workbook.Visible {
			if err := r.f.SetSheetVisible(r.tabs[i], false, s.Visibility == workbook.VeryHidden); err != nil {
				return err
			}
		}
	}
	return nil
}

// goodName reports whether Excel takes a name for a cell. (A regular expression
// with this bound and these classes takes 10 MB when the program starts.)
func goodName(s string) bool {
	for i, r := range s {
		if !unicode.IsLetter(r) && r != '_' && (i == 0 || !unicode.IsNumber(r) && r != '.') {
			return false
		}
	}
	return s != "" && utf8.RuneCountInString(s) <= 251
}

var cellLike = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(r[0-9]*(c[0-9]*)?|c[0-9]*|[a-z]{1,3}[0-9]+)$`)
})

// definedNames writes the names of cells, by which a form is known again, but for those
// that Excel would not take.
func (r *rendition) definedNames() {
	tabs, seen := map[string]string{}, map[string]bool{}
	for i, s := range r.book.Sheets {
		tabs[s.Name] = r.tabs[i]
	}
	for _, n := range r.book.Names {
		key := strings.ToLower(n.Name)
		tab, known := tabs[n.Sheet]
		plain := goodName(n.Name) && !cellLike().MatchString(n.Name) && !strings.HasPrefix(key, "_xl")
		if !known || seen[key] || !plain {
			continue
		}
		seen[key] = true
		ref := fmt.Sprintf("$%s$%d", workbook.ColumnName(n.Range.Col), n.Range.Row)
		if n.Range.Row != n.Range.LastRow || n.Range.Col != n.Range.LastCol {
			ref += fmt.Sprintf(":$%s$%d", workbook.ColumnName(n.Range.LastCol), n.Range.LastRow)
		}
		// An error tells of a letter that Excel does not take in names.
		_ = r.f.SetDefinedName(&excelize.DefinedName{Name: n.Name, RefersTo: quotedSheet(tab) + "!" + ref})
	}
}

// format is the number of a format of cells.
func (r *rendition) format(k format) (int, error) {
	id, ok := r.formats[k]
	if ok || k == (format{code: "General"}) {
		return id, nil
	}
	style := excelize.Style{CustomNumFmt: &k.code}
	if k.struck || k.script != workbook.OnLine {
		style.Font = &excelize.Font{Family: face, Strike: k.struck, VertAlign: places[k.script]}
	}
	if k.wrap {
		style.Alignment = &excelize.Alignment{Vertical: "top", WrapText: true}
	}
	id, err := r.f.NewStyle(&style)
	r.formats[k] = id
	return id, err
}

// places are the places on a line, as the library calls them.
var places = [...]string{workbook.OnLine: "", workbook.Raised: "superscript", workbook.Lowered: "subscript"}

// The widths of columns, in the digits that Excel counts.
const (
	narrowest = 8.5
	overflow  = 22.0 // of a text that may run on over blank cells
	widest    = 60.0
)

// widths fits columns to what stands in them.
func widths(s *workbook.Sheet) map[int]float64 {
	fit := map[int]float64{}
	for i := range s.Cells {
		c := &s.Cells[i]
		if m, merged := s.Merged(c.Row, c.Col); merged && m.Col != m.LastCol {
			continue // fits several together
		}
		need, most := narrowest, widest
		switch {
		case c.Kind == workbook.Number && c.Style.IsDate:
			need = max(float64(len(c.Style.NumFmt)), 9) + 3
		case c.Kind == workbook.Number:
			need = float64(len(c.Number.Plain()))*1.35 + 2 // with the signs between thousands
		case runsOn(s, i):
			most = overflow
			fallthrough
		default:
			for line := range strings.SplitSeq(c.Text, "\n") {
				need = max(need, textWidth(line, false)*columnUnit+1.5)
			}
		}
		fit[c.Col] = max(fit[c.Col], min(need, most))
	}
	return fit
}

// runsOn tells whether a text has room to its right, as titles have.
func runsOn(s *workbook.Sheet, i int) bool {
	c := &s.Cells[i]
	if c.Kind != workbook.Text || strings.Contains(c.Text, "\n") {
		return false
	}
	if i+1 == len(s.Cells) {
		return true
	}
	next := &s.Cells[i+1]
	return next.Row != c.Row || next.Col > c.Col+1
}

// sheet writes one sheet.
func (r *rendition) sheet(s *workbook.Sheet, tab string) error {
	w, err := r.f.NewStreamWriter(tab)
	if err != nil {
		return err
	}
	margins := excelize.HeaderFooterOptions{OddHeader: marginCodes(s.Header), OddFooter: marginCodes(s.Footer)}
	if margins != (excelize.HeaderFooterOptions{}) {
		if err := r.f.SetHeaderFooter(tab, &margins); err != nil {
			return err
		}
	}
	fit := widths(s)
	if err := writeColumns(w, s, fit); err != nil {
		return err
	}
	hidden := s.HiddenRows
	for i := 0; i < len(s.Cells); {
		row := s.Cells[i].Row
		for len(hidden) > 0 && hidden[0].Last < row {
			hidden = hidden[1:]
		}
		end := i
		for end < len(s.Cells) && s.Cells[end].Row == row {
			end++
		}
		if err := r.row(w, s, i, end, fit, len(hidden) > 0 && hidden[0].First <= row); err != nil {
			return err
		}
		i = end
	}
	for _, m := range apart(s.Merges) {
		if err := w.MergeCell(workbook.Ref(m.Row, m.Col), workbook.Ref(m.LastRow, m.LastCol)); err != nil {
			return err
		}
	}
	return w.Flush()
}

// marginCodes are the words of a header or footer in Excel's codes, one part of it a
// line in the middle. What is too long for one is left out.
func marginCodes(cells []workbook.Cell) string {
	codes := "&C"
	for i := range cells {
		line := strings.ReplaceAll(strings.TrimSpace(printable(cells[i].Text)), "&", "&&") + "\n"
		if len(utf16.Encode([]rune(codes+line))) <= excelize.MaxFieldLength {
			codes += line
		}
	}
	if codes == "&C" {
		return ""
	}
	return strings.TrimSuffix(codes, "\n")
}

// apart leaves out merges of one cell and those that overlap others: for Excel
// either makes a damaged file.
func apart(merges []workbook.Range) []workbook.Range {
	var kept, near []workbook.Range // near: those that reach down to the row
	for _, m := range merges {
		near = slices.DeleteFunc(near, func(n workbook.Range) bool { return n.LastRow < m.Row })
		one := m.Row == m.LastRow && m.Col == m.LastCol
		overlaps := func(n workbook.Range) bool { return n.Col <= m.LastCol && m.Col <= n.LastCol }
		if one || slices.ContainsFunc(near, overlaps) {
			continue
		}
		kept, near = append(kept, m), append(near, m)
	}
	return kept
}

// leastColumns is up to where blank columns are hidden too, as far as .xls goes.
// The library writes each column by itself.
const leastColumns = 256

// writeColumns writes the columns that are not as all others, from the right to the
// left: the library puts each before those it has.
func writeColumns(w *excelize.StreamWriter, s *workbook.Sheet, fit map[int]float64) error {
	last := leastColumns
	for col := range fit {
		last = max(last, col)
	}
	hidden := func(col int) bool {
		return slices.ContainsFunc(s.HiddenCols, func(s workbook.Span) bool { return s.First <= col && col <= s.Last })
	}
	for to := last; to > 0; to-- {
		width, sized := fit[to]
		var err error
		switch {
		case hidden(to):
			from := to
			for from > 1 && hidden(from-1) {
				from--
			}
			err = w.SetColVisible(from, to, false)
			to = from
		case sized:
			err = w.SetColWidth(to, to, tenths(width))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// tenths rounds a size of the page.
func tenths(size float64) float64 { return math.Round(size*10) / 10 }

// row writes the cells of one row, those from one index up to another.
func (r *rendition) row(
	w *excelize.StreamWriter, s *workbook.Sheet, from, to int, fit map[int]float64, hidden bool) error {
	lines := 1
	first := &s.Cells[from]
	values := make([]any, s.Cells[to-1].Col-first.Col+1)
	for i := from; i < to; i++ {
		c := &s.Cells[i]
		wrap := false
		if m, merged := s.Merged(c.Row, c.Col); c.Kind == workbook.Text && (merged || !runsOn(s, i)) {
			width := fit[c.Col]
			if merged {
				width = 0
				for col := m.Col; col <= min(m.LastCol, m.Col+256); col++ {
					width += max(fit[col], narrowest)
				}
			}
			n := wrapped(c.Text, (width-1)/columnUnit, false)
			wrap = n > 1
			if !merged || m.Row == m.LastRow {
				lines = max(lines, n)
			}
		}
		cell, err := r.cell(c, wrap)
		if err != nil {
			return fmt.Errorf("%s: %w", c.Ref(), err)
		}
		values[c.Col-first.Col] = cell
	}
	opts := excelize.RowOpts{Hidden: hidden}
	if lines > 1 {
		opts.Height = tenths(min(float64(lines)*bodySize*lineHeight+3, maxRowHeight))
	}
	return w.SetRow(first.Ref(), values, opts)
}

// maxCellText is how much text a cell takes, counted as Excel counts.
const maxCellText = 32_767

func (r *rendition) cell(c *workbook.Cell, wrap bool) (cell excelize.Cell, err error) {
	k := format{formatCode(c.Style), wrap, c.Style.Struck, c.Style.Script}
	if cell.StyleID, err = r.format(k); err != nil {
		return cell, err
	}
	switch {
	case c.Kind == workbook.Number && c.Style != nil && c.Style.Lost: // not to come back as a number in doubt no more
		cell.Value = c.Number.Exact() + " (?)"
	case c.Kind == workbook.Number:
		cell.Value = c.Number.Float() // the digits that a spreadsheet keeps, and no others
	case c.Kind == workbook.Bool:
		cell.Value = c.Text == "TRUE"
	case c.Kind == workbook.Error:
		cell.Formula = errorName(c.Text)
	case (c.Kind == workbook.Text || c.Kind == workbook.Beyond) && c.Text != "":
		if len(utf16.Encode([]rune(c.Text))) > maxCellText {
			return cell, errors.New("more text than a cell takes")
		}
		if cell.Value = printable(c.Text); len(c.Runs) > 0 {
			cell.Value = richText(c)
		}
	}
	return cell, nil
}

// richText are the runs of a text that keep their looks.
func richText(c *workbook.Cell) (all []excelize.RichTextRun) {
	for i := range c.Runs {
		run := &c.Runs[i]
		font := &excelize.Font{Family: face, VertAlign: places[run.ScriptIn(c)],
			Strike: run.Struck || run.Font == "" && c.Style.Struck}
		if run.Unseen || run.Font == "" && c.Style.Unseen {
			font.Color = "FFFFFF"
		}
		all = append(all, excelize.RichTextRun{Text: printable(run.Text), Font: font})
	}
	return all
}

// printable is a text without the control characters that the library cannot write.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
			return ' '
		}
		return r
	}, text)
}

// errorName is an error as Excel knows it; other programs have more of them.
func errorName(s string) string {
	if slices.Contains([]string{"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"}, s) {
		return s
	}
	return "#VALUE!"
}

// formatCode is the code of a number format, if Excel is sure to take it.
func formatCode(s *workbook.Style) string {
	code := s.NumFmt
	plain := len(code) <= 250 && strings.Count(code, `"`)%2 == 0 &&
		strings.Count(code, "[") == strings.Count(code, "]") && strings.Count(code, ";") <= 3
	switch {
	case code != "" && plain && !strings.ContainsFunc(code, unicode.IsControl):
		return code
	case s.IsDate:
		return "dd/mm/yyyy"
	case s.IsPercent:
		return "0.00%"
	}
	return "General"
}
