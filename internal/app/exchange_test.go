package app_test

import (
	"context"
	"encoding/xml"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"baocao/internal/workbook"
	"baocao/internal/workbook/open"
	"baocao/internal/workbook/xlsb/xlsbtest"
)

// The forms of the example in the formats of office systems give the same figures.
func TestFormsInFormatsForExchangeSayTheSame(t *testing.T) {
	t.Parallel()
	before := judged(t, exampleDir)
	for _, format := range []struct {
		ending string
		write  func(*workbook.Book) string
		wards  bool // only those: a page has no mark that tells whose form it was
	}{{".xls", xml2003Of, false}, {".xls", pageOf, true}, {".xlsb", xlsbOf, false}} {
		dir, drop := copyExample(t)
		count := 0
		err := filepath.WalkDir(drop, func(path string, _ fs.DirEntry, err error) error {
			if err != nil || filepath.Ext(path) != ".xlsx" ||
				format.wards && !strings.Contains(path, "phuong-bac-son") {
				return err
			}
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			book, problems := open.Read(context.Background(), path, data, workbook.DefaultLimits())
			if book == nil {
				t.Fatal(problems)
			}
			put(t, strings.TrimSuffix(path, ".xlsx")+format.ending, format.write(book))
			count++
			return os.Remove(path)
		})
		if err != nil || count == 0 {
			t.Fatal(err, count)
		}
		after := judged(t, dir)
		if got, want := verdictsOf(after), verdictsOf(before); got != want {
			t.Errorf("the figures changed:\n%s\nwant\n%s", got, want)
		}
		for _, p := range after.Problems {
			if p.File != nil && strings.HasSuffix(*p.File, format.ending) && strings.HasPrefix(p.Code, "B1") {
				t.Errorf("%s: %s", p.Code, p.Message)
			}
		}
	}
}

func xlsbOf(b *workbook.Book) string { return string(xlsbtest.Of(b).Pack()) }

func escaped(s string) string {
	var out strings.Builder
	_ = xml.EscapeText(&out, []byte(s))
	return out.String()
}

// xml2003Of writes a book as XML Spreadsheet 2003.
func xml2003Of(b *workbook.Book) string {
	var styles, sheets, names strings.Builder
	ids := map[*workbook.Style]string{}
	for _, n := range b.Names {
		fmt.Fprintf(&names, `<NamedRange ss:Name="%s" ss:RefersTo="='%s'!R%dC%d:R%dC%d"/>`, escaped(n.Name),
			escaped(n.Sheet), n.Range.Row, n.Range.Col, n.Range.LastRow, n.Range.LastCol)
	}
	for _, s := range b.Sheets {
		fmt.Fprintf(&sheets, `<Worksheet ss:Name="%s"><Table>`, escaped(s.Name))
		for _, h := range s.HiddenCols {
			fmt.Fprintf(&sheets, `<Column ss:Index="%d" ss:Span="%d" ss:Hidden="1"/>`, h.First, h.Last-h.First)
		}
		row := 0
		for i := range s.Cells {
			c := &s.Cells[i]
			if c.Row != row {
				if row > 0 {
					sheets.WriteString("</Row>")
				}
				row = c.Row
				fmt.Fprintf(&sheets, `<Row ss:Index="%d">`, row)
			}
			if ids[c.Style] == "" {
				ids[c.Style] = fmt.Sprintf("s%d", len(ids)+1)
				fmt.Fprintf(&styles, `<Style ss:ID="%s"><Font ss:FontName="%s"/><NumberFormat ss:Format="%s"/></Style>`,
					ids[c.Style], escaped(c.Style.Font), escaped(c.Style.NumFmt))
			}
			merge := ""
			if m, ok := s.Merged(c.Row, c.Col); ok {
				merge = fmt.Sprintf(` ss:MergeAcross="%d" ss:MergeDown="%d"`, m.LastCol-m.Col, m.LastRow-m.Row)
			}
			kind, value := "String", c.Text
			if c.Kind == workbook.Number {
				kind, value = "Number", c.Number.Plain()
			}
			fmt.Fprintf(&sheets, `<Cell ss:Index="%d" ss:StyleID="%s"%s><Data ss:Type="%s">%s</Data></Cell>`, c.Col,
				ids[c.Style], merge, kind, escaped(value))
		}
		if row > 0 {
			sheets.WriteString("</Row>")
		}
		sheets.WriteString("</Table>")
		if s.Visibility != workbook.Visible {
			sheets.WriteString(`<WorksheetOptions><Visible>SheetVeryHidden</Visible></WorksheetOptions>`)
		}
		sheets.WriteString("</Worksheet>")
	}
	return `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook ` +
		`xmlns="urn:schemas-microsoft-com:office:spreadsheet" ` +
		`xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">` +
		`<Styles>` + styles.String() + `</Styles>` +
		`<Names>` + names.String() + `</Names>` + sheets.String() + `</Workbook>`
}

// pageOf writes the first sheet of a book as a web page.
func pageOf(b *workbook.Book) string {
	s := b.Sheets[0]
	var out strings.Builder
	out.WriteString(`<html><head><meta charset="utf-8"></head><body><table>`)
	row, col := 0, 0
	for i := range s.Cells {
		c := &s.Cells[i]
		for ; row < c.Row; row++ {
			out.WriteString("<tr>")
			col = 0
		}
		for col++; col < c.Col; col++ {
			out.WriteString("<td>&nbsp;</td>")
		}
		text, stored := escaped(c.Text), ""
		if c.Kind == workbook.Number {
			text = strings.Replace(c.Number.Plain(), ".", ",", 1)
			stored = ` x:num="` + c.Number.Plain() + `"`
		}
		fmt.Fprintf(&out, "<td%s>%s</td>", stored, strings.ReplaceAll(text, "\n", "<br>"))
	}
	return out.String() + "</table></body></html>"
}
