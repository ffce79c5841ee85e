package xlsx

import (
	"archive/zip"
	"bufio"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"baocao/internal/correction"
	"baocao/internal/workbook"
)

// Rendition writes what was read of a workbook of another format (.xls, .ods, .csv) as a plain .xlsx:
// same sheets (names, hidden or not), same cells with their values and number formats, merges, column widths that fit the text. Numbers are
// exact, dates stay dates, percents percents, texts texts, booleans and error values keep their kind. Of a formula its value is written, which
// is not computed again.
//
// It is written part by part and not with the library, which knows numbers only
// as float64 and guesses what a text is.
func Rendition(b *workbook.Book) ([]byte, error) {
	if b == nil || len(b.Sheets) == 0 {
		return nil, fmt.Errorf("xlsx: rendition: no sheets")
	}
	var out bytes.Buffer
	r := &rendition{book: b, zip: zip.NewWriter(&out), formats: map[formatKey]int{}}
	if err := r.write(); err != nil {
		return nil, fmt.Errorf("xlsx: rendition: %w", err)
	}
	return out.Bytes(), nil
}

type rendition struct {
	book    *workbook.Book
	zip     *zip.Writer
	tabs    []string // names of the sheets, as Excel takes them
	formats map[formatKey]int
	order   []formatKey
}

// formatKey is what tells formats of cells apart.
type formatKey struct {
	code string
	wrap bool
}

const (
	xmlHead     = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	office      = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	ofPackage   = "http://schemas.openxmlformats.org/package/2006/"
	typeOf      = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

func (r *rendition) write() error {
	seen := map[string]bool{}
	for _, s := range r.book.Sheets {
		tab := correction.TabName(s.Name)
		if key := strings.ToLower(tab); seen[key] {
			return fmt.Errorf("two sheets would be named %s", tab)
		} else {
			seen[key] = true
		}
		r.tabs = append(r.tabs, tab)
	}
	r.format(formatKey{code: "General"}) // the first one is that of blank cells
	shown := max(slices.IndexFunc(r.book.Sheets, func(s *workbook.Sheet) bool { return s.Visibility == workbook.Visible }), 0)
	for i, s := range r.book.Sheets {
		err := r.part(fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), func(w *bufio.Writer) error { return r.sheet(w, s, i == shown) })
		if err != nil {
			return fmt.Errorf("sheet %s: %w", s.Name, err)
		}
	}
	for _, p := range []struct {
		name  string
		write func(*bufio.Writer) error
	}{
		{"[Content_Types].xml", r.contentTypes},
		{"_rels/.rels", func(w *bufio.Writer) error {
			fmt.Fprintf(w, `<Relationships xmlns="%srelationships"><Relationship Id="rId1" Type="%s/officeDocument" Target="xl/workbook.xml"/></Relationships>`, ofPackage, office)
			return nil
		}},
		{"xl/workbook.xml", func(w *bufio.Writer) error { return r.workbook(w, shown) }},
		{"xl/_rels/workbook.xml.rels", r.relations},
		{"xl/styles.xml", r.styles},
	} {
		if err := r.part(p.name, p.write); err != nil {
			return err
		}
	}
	return r.zip.Close()
}

func (r *rendition) part(name string, write func(*bufio.Writer) error) error {
	f, err := r.zip.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	if _, err := io.WriteString(w, xmlHead); err != nil {
		return err
	}
	if err := write(w); err != nil {
		return err
	}
	return w.Flush()
}

func (r *rendition) contentTypes(w *bufio.Writer) error {
	fmt.Fprintf(w, `<Types xmlns="%scontent-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`, ofPackage)
	fmt.Fprintf(w, `<Override PartName="/xl/workbook.xml" ContentType="%ssheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="%[1]sstyles+xml"/>`, typeOf)
	for i := range r.tabs {
		fmt.Fprintf(w, `<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="%sworksheet+xml"/>`, i+1, typeOf)
	}
	_, err := w.WriteString("</Types>")
	return err
}

func (r *rendition) relations(w *bufio.Writer) error {
	fmt.Fprintf(w, `<Relationships xmlns="%srelationships">`, ofPackage)
	for i := range r.tabs {
		fmt.Fprintf(w, `<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%[1]d.xml"/>`, i+1, office)
	}
	fmt.Fprintf(w, `<Relationship Id="rId%d" Type="%s/styles" Target="styles.xml"/>`, len(r.tabs)+1, office)
	_, err := w.WriteString("</Relationships>")
	return err
}

func (r *rendition) workbook(w *bufio.Writer, shown int) error {
	fmt.Fprintf(w, `<workbook xmlns="%s" xmlns:r="%s">`, spreadsheet, office)
	if r.book.Date1904 {
		w.WriteString(`<workbookPr date1904="1"/>`)
	}
	fmt.Fprintf(w, `<bookViews><workbookView activeTab="%d"/></bookViews><sheets>`, shown)
	for i, s := range r.book.Sheets {
		state := ""
		switch s.Visibility {
		case workbook.Hidden:
			state = ` state="hidden"`
		case workbook.VeryHidden:
			state = ` state="veryHidden"`
		}
		fmt.Fprintf(w, `<sheet name="%s" sheetId="%d"%s r:id="rId%[2]d"/>`, xmlText(r.tabs[i]), i+1, state)
	}
	w.WriteString("</sheets>")
	r.names(w)
	_, err := w.WriteString("</workbook>")
	return err
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

var cellLike = regexp.MustCompile(`(?i)^(r[0-9]*(c[0-9]*)?|c[0-9]*|[a-z]{1,3}[0-9]+)$`)

// names writes the names of cells, by which a form is known again. Those that
// Excel would not take are nobody's loss.
func (r *rendition) names(w *bufio.Writer) {
	tabs, seen := map[string]string{}, map[string]bool{}
	for i, s := range r.book.Sheets {
		tabs[s.Name] = r.tabs[i]
	}
	open := false
	for _, n := range r.book.Names {
		key := strings.ToLower(n.Name)
		tab, known := tabs[n.Sheet]
		if !known || seen[key] || !goodName(n.Name) || cellLike.MatchString(n.Name) || strings.HasPrefix(key, "_xl") {
			continue
		}
		seen[key] = true
		if !open {
			w.WriteString("<definedNames>")
			open = true
		}
		ref := fmt.Sprintf("$%s$%d", workbook.ColumnName(n.Range.Col), n.Range.Row)
		if n.Range.Row != n.Range.LastRow || n.Range.Col != n.Range.LastCol {
			ref += fmt.Sprintf(":$%s$%d", workbook.ColumnName(n.Range.LastCol), n.Range.LastRow)
		}
		fmt.Fprintf(w, `<definedName name="%s">%s!%s</definedName>`, xmlText(n.Name), xmlText(quotedSheet(tab)), ref)
	}
	if open {
		w.WriteString("</definedNames>")
	}
}

// format is the number of a format of cells.
func (r *rendition) format(k formatKey) int {
	n, ok := r.formats[k]
	if !ok {
		n = len(r.order)
		r.formats[k] = n
		r.order = append(r.order, k)
	}
	return n
}

func (r *rendition) styles(w *bufio.Writer) error {
	fmt.Fprintf(w, `<styleSheet xmlns="%s">`, spreadsheet)
	ids := map[string]int{"General": 0, "@": 49}
	var codes []string
	for _, k := range r.order {
		if _, ok := ids[k.code]; !ok {
			ids[k.code] = 164 + len(codes) // below are those of Excel's own
			codes = append(codes, k.code)
		}
	}
	if len(codes) > 0 {
		fmt.Fprintf(w, `<numFmts count="%d">`, len(codes))
		for _, code := range codes {
			fmt.Fprintf(w, `<numFmt numFmtId="%d" formatCode="%s"/>`, ids[code], xmlText(code))
		}
		w.WriteString("</numFmts>")
	}
	fmt.Fprintf(w, `<fonts count="1"><font><sz val="%g"/><name val="%s"/><family val="1"/></font></fonts>`, bodySize, face)
	w.WriteString(`<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
		`<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
		`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>`)
	fmt.Fprintf(w, `<cellXfs count="%d">`, len(r.order))
	for _, k := range r.order {
		fmt.Fprintf(w, `<xf numFmtId="%d" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"`, ids[k.code])
		if k.wrap {
			w.WriteString(` applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`)
		} else {
			w.WriteString("/>")
		}
	}
	_, err := w.WriteString(`</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`)
	return err
}

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
				need = max(need, textWidth(line)*columnUnit+1.5)
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

func (r *rendition) sheet(w *bufio.Writer, s *workbook.Sheet, selected bool) error {
	fit := widths(s)
	fmt.Fprintf(w, `<worksheet xmlns="%s"><sheetViews><sheetView`, spreadsheet)
	if selected {
		w.WriteString(` tabSelected="1"`)
	}
	w.WriteString(` workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/>`)
	writeColumns(w, s.HiddenCols, fit)
	w.WriteString("<sheetData>")
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
	w.WriteString("</sheetData>")
	if merges := apart(s.Merges); len(merges) > 0 {
		fmt.Fprintf(w, `<mergeCells count="%d">`, len(merges))
		for _, m := range merges {
			fmt.Fprintf(w, `<mergeCell ref="%s"/>`, m)
		}
		w.WriteString("</mergeCells>")
	}
	_, err := w.WriteString("</worksheet>")
	return err
}

// apart leaves out merges of one cell and those that overlap others: for Excel
// either makes a damaged file.
func apart(merges []workbook.Range) []workbook.Range {
	var kept, near []workbook.Range // near: those that reach down to the row
	for _, m := range merges {
		near = slices.DeleteFunc(near, func(n workbook.Range) bool { return n.LastRow < m.Row })
		one := m.Row == m.LastRow && m.Col == m.LastCol
		if one || slices.ContainsFunc(near, func(n workbook.Range) bool { return n.Col <= m.LastCol && m.Col <= n.LastCol }) {
			continue
		}
		kept, near = append(kept, m), append(near, m)
	}
	return kept
}

// writeColumns writes the columns that are not as all others.
func writeColumns(w *bufio.Writer, hidden []workbook.Span, fit map[int]float64) {
	type run struct {
		workbook.Span
		width  float64
		hidden bool
	}
	var runs []run
	for _, s := range hidden {
		runs = append(runs, run{s, narrowest, true})
	}
	for col, width := range fit {
		if !slices.ContainsFunc(hidden, func(s workbook.Span) bool { return s.First <= col && col <= s.Last }) {
			runs = append(runs, run{workbook.Span{First: col, Last: col}, width, false})
		}
	}
	slices.SortFunc(runs, func(a, b run) int { return a.First - b.First })
	last, open := 0, false
	for _, c := range runs {
		c.First = max(c.First, last+1)
		if c.First > c.Last {
			continue
		}
		last = c.Last
		if !open {
			w.WriteString("<cols>")
			open = true
		}
		fmt.Fprintf(w, `<col min="%d" max="%d" width="%.1f" customWidth="1"`, c.First, c.Last, c.width)
		if c.hidden {
			w.WriteString(` hidden="1"`)
		}
		w.WriteString("/>")
	}
	if open {
		w.WriteString("</cols>")
	}
}

func (r *rendition) row(w *bufio.Writer, s *workbook.Sheet, from, to int, fit map[int]float64, hidden bool) error {
	lines := 1
	wrap := make([]bool, to-from)
	for i := from; i < to; i++ {
		c := &s.Cells[i]
		if c.Kind != workbook.Text {
			continue
		}
		width := fit[c.Col]
		m, merged := s.Merged(c.Row, c.Col)
		if merged {
			width = 0
			for col := m.Col; col <= min(m.LastCol, m.Col+256); col++ {
				width += max(fit[col], narrowest)
			}
		} else if runsOn(s, i) {
			continue
		}
		n := wrapped(c.Text, (width-1)/columnUnit, false)
		wrap[i-from] = n > 1
		if !merged || m.Row == m.LastRow {
			lines = max(lines, n)
		}
	}
	fmt.Fprintf(w, `<row r="%d"`, s.Cells[from].Row)
	if lines > 1 {
		fmt.Fprintf(w, ` ht="%g" customHeight="1"`, min(float64(lines)*bodySize*lineHeight+3, maxRowHeight))
	}
	if hidden {
		w.WriteString(` hidden="1"`)
	}
	w.WriteString(">")
	for i := from; i < to; i++ {
		if err := r.cell(w, &s.Cells[i], wrap[i-from]); err != nil {
			return fmt.Errorf("%s: %w", s.Cells[i].Ref(), err)
		}
	}
	_, err := w.WriteString("</row>")
	return err
}

// maxCellText is how much text a cell takes, counted as Excel counts.
const maxCellText = 32_767

func (r *rendition) cell(w *bufio.Writer, c *workbook.Cell, wrap bool) error {
	style := r.format(formatKey{formatCode(c.Style), wrap})
	fmt.Fprintf(w, `<c r="%s" s="%d"`, c.Ref(), style)
	switch {
	case c.Kind == workbook.Number:
		fmt.Fprintf(w, "><v>%s</v></c>", c.Number.Plain())
	case c.Kind == workbook.Bool:
		value := 0
		if c.Text == "TRUE" {
			value = 1
		}
		fmt.Fprintf(w, ` t="b"><v>%d</v></c>`, value)
	case c.Kind == workbook.Error:
		fmt.Fprintf(w, ` t="e"><v>%s</v></c>`, errorName(c.Text))
	case c.Kind == workbook.Text && c.Text != "":
		if len(utf16.Encode([]rune(c.Text))) > maxCellText {
			return fmt.Errorf("more text than a cell takes")
		}
		fmt.Fprintf(w, ` t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`, xmlText(c.Text))
	default:
		w.WriteString("/>")
	}
	return nil
}

// errorName is an error as Excel knows it; other programs have more of them.
func errorName(s string) string {
	if slices.Contains([]string{"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA"}, s) {
		return s
	}
	return "#VALUE!"
}

// formatCode is the code of a number format, if Excel is sure to take it.
func formatCode(s *workbook.Style) string {
	code := s.NumFmt
	plain := len(code) <= 250 && strings.Count(code, `"`)%2 == 0 && strings.Count(code, "[") == strings.Count(code, "]") && strings.Count(code, ";") <= 3
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

// xmlText escapes a text. What XML cannot hold, and what would be read as such
// an escape, is written as spreadsheets do: "_x0001_".
func xmlText(s string) string {
	var b strings.Builder
	for i, c := range s {
		switch {
		case c == '&':
			b.WriteString("&amp;")
		case c == '<':
			b.WriteString("&lt;")
		case c == '>':
			b.WriteString("&gt;")
		case c == '"':
			b.WriteString("&quot;")
		case c < ' ' && c != '\n' && c != '\t' || c == 0xFFFE || c == 0xFFFF:
			fmt.Fprintf(&b, "_x%04X_", c)
		case c == '_' && escapeLike.MatchString(s[i:min(i+7, len(s))]):
			b.WriteString("_x005F_")
		default:
			b.WriteRune(c)
		}
	}
	return b.String()
}

var escapeLike = regexp.MustCompile(`^_x[0-9A-Fa-f]{4}_$`)
