package open

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"baocao/internal/workbook"
	"baocao/internal/workbook/xlsb/xlsbtest"
)

// A book that LibreOffice saves as a web page holds the same cells as what it saved
// it from.
func TestABookSavedAsAPageSaysTheSame(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "bieu.xlsx")
	if err := os.WriteFile(file, formBook(t), 0o600); err != nil {
		t.Fatal(err)
	}
	original := readSample(t, file)
	page, err := os.ReadFile(converted(t, []string{file}, "html")[file])
	if err != nil {
		t.Fatal(err)
	}
	book, _ := Read(context.Background(), "bieu.html", page, workbook.DefaultLimits())
	if book == nil {
		t.Fatal("not read")
	}
	all := listed(book.Sheets[0])
	for _, s := range original.Sheets {
		if s.Visibility != workbook.Visible {
			continue
		}
		for line := range strings.Lines(listed(s)) {
			if strings.Contains(line, "Trong đó") {
				continue // LibreOffice loses the font of a part of a text, and with it the encoding
			}
			at := strings.Index(all, line)
			if at < 0 {
				t.Fatalf("%s: %q is missing in\n%s", s.Name, line, all)
			}
			all = all[at+len(line):]
		}
	}
}

// listed are the cells of a sheet, a line each.
func listed(s *workbook.Sheet) string {
	var out strings.Builder
	for i := range s.Cells {
		c := &s.Cells[i]
		text := strings.Join(strings.Fields(c.Text), " ")
		switch {
		case slices.ContainsFunc(s.HiddenRows, holds(c.Row)), slices.ContainsFunc(s.HiddenCols, holds(c.Col)):
			continue // pages lack them
		case c.Kind == workbook.Number:
			text = c.Number.Plain()
		case c.Kind == workbook.Bool: // pages have 1 and 0
			text = map[string]string{"TRUE": "1", "FALSE": "0"}[text]
		}
		if text != "" {
			fmt.Fprintln(&out, text)
		}
	}
	return out.String()
}

func holds(at int) func(workbook.Span) bool {
	return func(s workbook.Span) bool { return s.First <= at && at <= s.Last }
}

// XML Spreadsheet 2003 as Excel writes it, read by LibreOffice too.
func TestXML2003ReadsAsLibreOfficeReadsIt(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "bieu.xml")
	if err := os.WriteFile(file, []byte(xml2003Book), 0o600); err != nil {
		t.Fatal(err)
	}
	asConverted(t, []string{file})
}

const xml2003Book = `<?xml version="1.0"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:o="urn:schemas-microsoft-com:office:office"
 xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:html="http://www.w3.org/TR/REC-html40">
 <Styles>
  <Style ss:ID="Default" ss:Name="Normal"><Font ss:FontName="Times New Roman" ss:Size="12"/></Style>
  <Style ss:ID="s21"><NumberFormat ss:Format="Percent"/></Style>
  <Style ss:ID="s22"><NumberFormat ss:Format="Short Date"/></Style>
 </Styles>
 <Worksheet ss:Name="Biểu 1">
  <Table ss:ExpandedColumnCount="6" ss:ExpandedRowCount="12">
   <Column ss:Index="2" ss:Width="200"/>
   <Row><Cell ss:MergeAcross="5"><Data ss:Type="String">BIỂU TỔNG HỢP</Data></Cell></Row>
   <Row ss:Index="3"><Cell ss:MergeDown="1"><Data ss:Type="String">TT</Data></Cell><Cell ss:MergeDown="1">
     <Data ss:Type="String">Chỉ tiêu</Data></Cell><Cell ss:MergeAcross="1">
    <Data ss:Type="String">Năm</Data></Cell></Row>
   <Row><Cell ss:Index="3"><Data ss:Type="Number">2021</Data></Cell><Cell>
    <Data ss:Type="Number">2022</Data></Cell></Row>
   <Row><Cell><Data ss:Type="Number">1</Data></Cell><Cell>
    <Data ss:Type="String">Thu ngân sách &amp; khác&#10;(tỷ)</Data></Cell>
    <Cell><Data ss:Type="Number">1300.4</Data></Cell><Cell>
    <Data ss:Type="Number">0.30000000000000004</Data></Cell></Row>
   <Row ss:Span="2" ss:Hidden="1"/>
   <Row ss:Index="9"><Cell ss:StyleID="s21"><Data ss:Type="Number">0.925</Data></Cell>
    <Cell ss:StyleID="s22"><Data ss:Type="DateTime">2022-12-20T00:00:00.000</Data></Cell>
    <Cell ss:Formula="=SUM(R5C3:R[-4]C[1])"><Data ss:Type="Number">1300.7</Data></Cell>
    <Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>Hộ</B> nghèo</ss:Data></Cell></Row>
  </Table>
 </Worksheet>
 <Worksheet ss:Name="Biểu 2"><Table><Row><Cell><Data ss:Type="String">a</Data></Cell></Row></Table></Worksheet>
</Workbook>
`

// A binary workbook, read by LibreOffice too.
func TestXLSBReadsAsLibreOfficeReadsIt(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	book := mustRead(t, formBook(t))
	for _, s := range book.Sheets {
		for i := range s.Cells { // an escape of XML, which is none here, but is one again in an .xlsx
			s.Cells[i].Text = strings.ReplaceAll(s.Cells[i].Text, "_x000D_", "")
		}
	}
	file := filepath.Join(dir, "bieu.xlsb")
	if err := os.WriteFile(file, xlsbtest.Of(book).Pack(), 0o600); err != nil {
		t.Fatal(err)
	}
	asConverted(t, []string{file})
}
