package app_test

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"baocao/internal/render/result"
	"baocao/internal/workbook"
	"baocao/internal/workbook/open"
)

// wordReport is a department's report as Word saves it: words, a table of figures,
// and the narrative under its titles.
func wordReport(t *testing.T, insured string) []byte {
	t.Helper()
	p := func(text string) string { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>" }
	row := func(cells ...string) string {
		var b strings.Builder
		for _, c := range cells {
			b.WriteString("<w:tc><w:tcPr/>" + p(c) + "</w:tc>")
		}
		return "<w:tr>" + b.String() + "</w:tr>"
	}
	body := p("BẢO HIỂM XÃ HỘI QUẬN") + p("KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU NĂM 2022") + "<w:tbl>" +
		row("TT", "Chỉ tiêu", "ĐVT", "Kế hoạch", "Thực hiện") +
		row("1", "Số người tham gia bảo hiểm y tế", "người", "127.000", insured) +
		row("2", "Dân số thường trú của quận", "người", "137.900", "137.920") + "</w:tbl>" +
		p("II. Những khó khăn, vướng mắc") + p("- Một số hộ kinh doanh còn nợ tiền đóng bảo hiểm.")
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	const main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	for name, text := range map[string]string{
		"[Content_Types].xml": "<Types/>",
		"word/document.xml":   `<w:document xmlns:w="` + main + `"><w:body>` + body + "</w:body></w:document>",
	} {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// A Word file counts like a workbook, and its faults are marked in a copy whose
// sheets are its tables.
func TestAWordFileCounts(t *testing.T) {
	t.Parallel()
	dir, drop := copyExample(t)
	file := filepath.Join(drop, "BHXH quận.docx")
	write := func(insured string) {
		t.Helper()
		if err := os.WriteFile(file, wordReport(t, insured), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("128.450")
	r := judged(t, dir)
	taken := false
	for _, s := range r.Sections {
		for _, i := range s.Indicators {
			for _, m := range i.Measures {
				for _, src := range m.Sources {
					taken = taken || src.Unit == "bao-hiem-xa-hoi" && src.Value != nil && *src.Value == "128450" &&
						src.Sheet == "Bảng 1" && src.Cell == "E2"
				}
			}
		}
	}
	if !taken {
		t.Error("the figure of the Word table was not taken")
	}
	if !slices.ContainsFunc(r.Narrative.Limitations, func(m result.Remark) bool {
		return m.Text == "Một số hộ kinh doanh còn nợ tiền đóng bảo hiểm." && m.Sheet == "Đoạn văn" && m.Cell == "A4"
	}) {
		t.Errorf("its narrative was not taken: %+v", r.Narrative.Limitations)
	}
	write("khoảng 128.000")
	built(t, dir)
	data, err := os.ReadFile(filepath.Join(dir, "3-can-sua", "BHXH quận (docx).xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	book, problems := open.Read(t.Context(), "x.xlsx", data, workbook.DefaultLimits())
	if book == nil {
		t.Fatal(problems)
	}
	if s := book.Sheet("Bảng 1"); s == nil || s.At(2, 5) == nil || s.At(2, 5).Text != "khoảng 128.000" {
		t.Errorf("the copy lacks the table: %+v", book.Sheets)
	}
}
