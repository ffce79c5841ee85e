package pdf

import (
	"math"
	"slices"
	"strings"
	"testing"

	"baocao/internal/document"
)

// annexOf is the annex as offices have it, with these rows of nine cells.
func annexOf(rows ...[]string) *document.Document {
	d := sample("x")
	d.Body = nil
	table := document.Table{Columns: []document.Column{{Align: document.Center}, {}, {Align: document.Center},
		{Align: document.Center}, {Align: document.Decimal}, {Align: document.Decimal}, {Align: document.Decimal},
		{Align: document.Center}, {}}}
	cells := func(texts []string, style document.Style) []document.Cell {
		var out []document.Cell
		for _, text := range texts {
			out = append(out, document.Cell{Runs: runs(text, style)})
		}
		return out
	}
	table.Head = [][]document.Cell{cells([]string{"TT", "Chỉ tiêu", "ĐVT", "Kế hoạch 2022", "Thực hiện 2021",
		"Thực hiện 2022", "TH/KH (%)", "Đánh giá", "Ghi chú"}, document.Bold)}
	for _, r := range rows {
		table.Rows = append(table.Rows, document.Row{Kind: document.MeasureRow, Cells: cells(r, 0)})
	}
	d.Annex.Table = table
	return d
}

const name = "Tỷ lệ tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ trở lên, trong đó hoàn thành xuất sắc nhiệm vụ"

// annexLines are the lines of the annex's cells, by their texts.
func annexLines(t *testing.T, d *document.Document) map[string]seenLine {
	t.Helper()
	out := map[string]seenLine{}
	for n, p := range pagesOf(t, d) {
		inside(t, p)
		if n == 0 {
			continue
		}
		for _, l := range linesOf(p) {
			out[l.text()] = l
		}
	}
	return out
}

// No figure is broken in its cell: the columns get as wide as their figures, and the
// column of notes gives way.
func TestFiguresAreNeverCut(t *testing.T) {
	t.Parallel()
	for _, figure := range []string{"3.311", "12.604.850,5", "1.234.591,891", "123.456.789.012.345,67"} {
		for _, note := range []string{"", "Mới có 09/10 đơn vị báo cáo. " + strings.Repeat("Ghi chú dài. ", 40)} {
			d := annexOf(
				[]string{"1", name, "triệu đồng", figure, figure, figure, "100,33", "Chưa đến kỳ đánh giá", note},
				[]string{"2", name, "lượt lao động", "1.000 - 1.200", "", figure, "", "Không đạt", ""})
			lines := annexLines(t, d)
			for _, text := range []string{figure, "1.000 - 1.200", "100,33", "Chưa đến", "kỳ đánh giá", "Không đạt"} {
				if _, ok := lines[text]; !ok {
					t.Errorf("%s, note %.10q: no line %q", figure, note, text)
				}
			}
			if f := lines[figure].frames[0]; f.Size != annexSize {
				t.Errorf("%s is set in %g", figure, f.Size)
			}
		}
	}
}

// What does not fit in the usual size is set smaller; a figure that fits in none is
// named.
func TestATableTooWideIsSetSmaller(t *testing.T) {
	t.Parallel()
	for digits, want := range map[int]struct {
		size     float64
		problems bool
	}{7: {annexSize, false}, 8: {9.5, false}, 20: {smallest, true}} {
		d := sample("x")
		figure := strings.Repeat("8", digits)
		var row []document.Cell
		for range 16 {
			row = append(row, document.Cell{Runs: runs(figure, 0)})
		}
		d.Annex.Table = document.Table{Columns: make([]document.Column, len(row)), Rows: []document.Row{{Cells: row}}}
		l, problems, err := Set(d)
		if err != nil {
			t.Fatal(err)
		}
		size := math.Inf(1)
		for n, p := range l.Pages {
			inside(t, p)
			for _, f := range textsOf(p) {
				if n > 0 && strings.HasPrefix(f.Text, "888") {
					size = f.Size
				}
			}
		}
		if size != want.size {
			t.Errorf("%d digits: set in %g, want %g", digits, size, want.size)
		}
		for _, p := range problems {
			if p.Code != "B601" || p.Args["figure"] != figure {
				t.Errorf("%v", p)
			}
		}
		if (len(problems) > 0) != want.problems {
			t.Errorf("%d digits: %d problems", digits, len(problems))
		}
	}
}

// The commas of a column of figures stand below each other, whole numbers before them.
func TestFiguresAreAlignedByTheirCommas(t *testing.T) {
	t.Parallel()
	lines := annexLines(t, annexOf(
		[]string{"1", name, "%", "≥ 80", "82,76", "82,76", "103,45", "Vượt", ""},
		[]string{"2", name, "đảng viên", "125", "128", "128", "", "Đạt", ""},
		[]string{"3", name, "tỷ đồng", "3.100", "3.168,5", "3.168,5", "", "Đạt", ""},
		[]string{"4", name, "", "", "", "chưa có", "", "Đạt", ""},
		[]string{"5", name, "", "", "", "75,3 (ước)", "", "Đạt", ""}))
	comma := func(text string) float64 {
		l := lines[text]
		whole, _, _ := strings.Cut(text, ",")
		whole, _, _ = strings.Cut(whole, " ")
		return l.x + newSetter(t).faces.of(0).measure(whole, annexSize)
	}
	at := comma("82,76")
	for _, text := range []string{"128", "3.168,5", "75,3 (ước)"} {
		if !near(comma(text), at) {
			t.Errorf("the comma of %s stands at %.2f, that of 82,76 at %.2f", text, comma(text), at)
		}
	}
	if text := lines["chưa có"]; !near(text.right, lines["75,3 (ước)"].right) {
		t.Errorf("a text ends at %.2f, figures at %.2f", text.right, lines["75,3 (ước)"].right)
	}
}

// Empty columns take no more than their heading, and the columns fill the page.
func TestColumnsAreAsWideAsWhatStandsInThem(t *testing.T) {
	t.Parallel()
	widths := func(rows ...[]string) []float64 {
		var out []float64
		for _, r := range framesOf[Rect](pagesOf(t, annexOf(rows...))[1])[:9] {
			out = append(out, r.Width)
		}
		return out
	}
	without := widths([]string{"1", name, "%", "≥ 80", "", "82,76", "103,45", "Vượt", ""})
	with := widths([]string{"1", name, "%", "≥ 80", "", "82,76", "103,45", "Vượt", name + name})
	if without[8] > with[8]/2 || without[1] < with[1] {
		t.Errorf("without notes %.0f, with a note %.0f", without, with)
	}
	for _, w := range [][]float64{without, with} {
		sum := 0.0
		for _, one := range w {
			sum += one
		}
		if !near(sum, (297-2*20)*mm) {
			t.Errorf("%.0f: together %.3f", w, sum)
		}
	}
	if slices.Min(with) < 15 {
		t.Errorf("%.0f", with)
	}
}
