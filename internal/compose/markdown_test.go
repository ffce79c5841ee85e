package compose_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"baocao/internal/compose"
	"baocao/internal/document"
	"baocao/internal/returns"
)

// id is the name of a block.
func id(b document.Block) string {
	switch b := b.(type) {
	case document.Heading:
		return b.ID
	case document.Paragraph:
		return b.ID
	case document.Item:
		return b.ID
	case document.Table:
		return b.ID
	}
	return ""
}

// runsOf are the runs of a block, of a table those of its cells.
func runsOf(b document.Block) []document.Run {
	switch b := b.(type) {
	case document.Heading:
		return b.Runs
	case document.Paragraph:
		return b.Runs
	case document.Item:
		return b.Runs
	case document.Table:
		var all []document.Run
		for _, row := range append(append([][]document.Cell{}, b.Head...), cells(b.Rows)...) {
			for _, c := range row {
				all = append(all, c.Runs...)
			}
		}
		return all
	}
	return nil
}

func cells(rows []document.Row) [][]document.Cell {
	var all [][]document.Cell
	for _, r := range rows {
		all = append(all, r.Cells)
	}
	return all
}

// Every block has a name of its own, the same from run to run and whatever else
// changes; no name tells who wrote it, and what tells of an indicator says which row
// of the annex that is.
func TestEveryBlockHasANameOfItsOwn(t *testing.T) {
	d, _ := compose.Report(every(t))
	seen := map[string]bool{}
	for _, b := range d.Body {
		name := id(b)
		if name == "" || seen[name] || strings.ContainsAny(name, " {}\\") {
			t.Errorf("a block is named %q", name)
		}
		seen[name] = true
	}
	rows := map[string]bool{}
	for _, r := range d.Annex.Table.Rows {
		rows[r.ID] = true
	}
	told := 0
	for _, b := range d.Body {
		for _, r := range runsOf(b) {
			if r.To != "" {
				told++
				if !rows[r.To] {
					t.Errorf("%q tells of the row %q, which is not there", r.Text, r.To)
				}
			}
		}
	}
	if told < 18 {
		t.Errorf("only %d runs say which row they tell of", told)
	}
	for _, want := range []string{"mo-dau", "muc-ket-qua", "ket-qua", "chi-tieu-4", "chi-tieu-18"} {
		if !seen[want] {
			t.Errorf("no block is named %s", want)
		}
	}
	for name := range seen {
		if strings.Contains(name, "ban-to-chuc") {
			t.Errorf("%s names a unit", name)
		}
	}
	other := every(t)
	other.Remarks = append([]returns.Remark{{Kind: returns.Achievement, Area: "xay-dung-dang", Unit: "ban-to-chuc",
		Text: "Một ý mới đứng trước."}}, other.Remarks...)
	more, _ := compose.Report(other)
	now := map[string]bool{}
	for _, b := range more.Body {
		now[id(b)] = true
	}
	for name := range seen {
		if !now[name] {
			t.Errorf("%s has another name once another text stands before it", name)
		}
	}
}

// An annex that is not there has no rows to go to.
func TestWithoutAnAnnexNothingGoesThere(t *testing.T) {
	a := every(t)
	a.Plan.Report.Attach = "none"
	d, _ := compose.Report(a)
	for _, b := range d.Body {
		for _, r := range runsOf(b) {
			if r.To != "" {
				t.Errorf("%q goes to %s", r.Text, r.To)
			}
		}
	}
}

// shown is a block with its name, level and runs, a table with its cells.
func shown(b document.Block) string {
	var text strings.Builder
	for _, r := range runsOf(b) {
		text.WriteString(r.Text)
		if r.To != "" {
			text.WriteString("→" + r.To)
		}
		if _, ok := b.(document.Table); ok {
			text.WriteString("|")
		}
	}
	switch b := b.(type) {
	case document.Item:
		return fmt.Sprintf("%s: item %d: %s", b.ID, b.Level, text.String())
	case document.Heading:
		return fmt.Sprintf("%s: heading %d: %s", b.ID, b.Level, text.String())
	case document.Table:
		return fmt.Sprintf("%s: table: %s", b.ID, text.String())
	}
	return fmt.Sprintf("%s: %s", id(b), text.String())
}

// What an office types in Markdown comes out as that: names, lists within lists, the
// marks of its numbers, lines that end where it ended them, tables.
func TestWhatAnOfficeTypesInMarkdown(t *testing.T) {
	own := fstest.MapFS{"mo-dau.md": {Data: []byte(`# Đầu đề {#dau-de}

Một đoạn
hai dòng.\
Dòng ba; xem [chỉ tiêu (4)](#ct-4), [trang](https://a.vn), [hàng](#khong-co).

- ý một {#y-mot}
  - ý con
- ý hai
+ ý con của ý hai

1) một
2) hai

3. ba

| Tên | Số |
|-----|---:|
| {{.CoQuan}} | 5 \| 6 |
| thiếu |
| thừa | 1 | 2 |
{#bang}

Lặp lại {#y-mot}

Không là tên \{\#x\} {# y}

{{printf "%s" .CoQuan}} {#cuoi}
`)}}
	d, problems := compose.Report(inWords(t, own))
	for _, p := range problems {
		if p.Code == "B501" {
			t.Fatal(p)
		}
	}
	var got []string
	for _, b := range d.Body {
		if id(b) == "muc-ket-qua" {
			break
		}
		got = append(got, shown(b))
	}
	want := []string{
		"dau-de: heading 1: Đầu đề",
		"mo-dau-2: Một đoạn hai dòng.",
		"mo-dau-3: Dòng ba; xem chỉ tiêu (4)→ct-4, trang, hàng.",
		"y-mot: item 0: ý một",
		"mo-dau-5: item 1: ý con",
		"mo-dau-6: item 0: ý hai",
		"mo-dau-7: item 1: ý con của ý hai",
		"mo-dau-8: 1) một", "mo-dau-9: 2) hai", "mo-dau-10: 3. ba",
		"bang: table: Tên|Số|Quận ủy Kiến An|5 | 6|thiếu|thừa|1| |2|",
		"y-mot-2: Lặp lại",
		"mo-dau-13: Không là tên {#x} {# y}",
		"cuoi: Quận ủy Kiến An",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// What a unit wrote can neither name a block nor lead anywhere.
func TestWhatAUnitWroteNamesNothing(t *testing.T) {
	const hostile = "Ý [một](#ct-4) | hai {#chi-tieu-4}"
	d, _ := compose.Report(judged(t, sent("ban-to-chuc", []returns.Remark{
		{Kind: returns.Achievement, Area: "kinh-te", Text: hostile}})))
	found := false
	for _, b := range d.Body {
		if item, ok := b.(document.Item); ok && strings.HasPrefix(item.Runs[0].Text, "Ý [một]") {
			found = true
			if len(item.Runs) != 1 || item.Runs[0].Text != hostile+"." || item.Runs[0].To != "" ||
				!strings.HasPrefix(item.ID, "ket-qua-") {
				t.Errorf("%+v", item)
			}
		}
	}
	if !found {
		t.Error(dump(d.Body))
	}
}
