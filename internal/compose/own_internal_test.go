package compose

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"baocao/internal/document"
)

// A paragraph that is written out and not changed is the same paragraph.
func TestWhatIsWrittenOutIsReadBack(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"Tăng 16,43% (48/58 tổ chức); đạt.", "1. Thu ngân sách", "12) Ý", "- 5 độ", "-2,5% so với cùng kỳ", "+5%",
		"# không phải đề mục",
		"a * b * c _d_ `e` [f](g) <b> &amp; \\ x", "{#tên}", "a {#tên}", "> trích", "| a | b |", "===", "2022", "~~~",
		"\u00A0a\u00A0", "100%",
		"[Bổ sung nguyên nhân]", "http://a.vn/x_y*z", "! [ảnh](x)", "1.086 doanh nghiệp", "....", "* sao", "=", "a\\",
	} {
		for _, b := range []document.Block{
			document.Paragraph{ID: "a", Runs: []document.Run{{Text: text}}},
			document.Item{ID: "a", Level: 1, Runs: []document.Run{{Text: text}}},
			document.Heading{ID: "a", Level: 2, Runs: []document.Run{{Text: text}}},
		} {
			_, want := words(b)
			blocks := ownBlocks(b, Markdown(b), nil)
			if len(blocks) != 1 || reflect.TypeOf(blocks[0]) != reflect.TypeOf(b) {
				t.Errorf("%T %q: %q became %v", b, text, Markdown(b), blocks)
				continue
			}
			if id, got := words(blocks[0]); got != want || id != "a" {
				t.Errorf("%T %q: %q became %q", b, text, Markdown(b), got)
			}
		}
	}
}

func TestStylesAreWrittenOut(t *testing.T) {
	t.Parallel()
	b := document.Paragraph{ID: "a", Runs: []document.Run{{Text: "Chỉ tiêu "}, {Text: "(4)", To: "ct-4"},
		{Text: " đạt ", Style: document.Plain}, {Text: "16,43%", Style: document.Bold}, {Text: ", "},
		{Text: "xem phụ lục", Style: document.Italic}, {Text: "; "}, {Text: "[bổ sung]", Style: document.Gap},
		{Text: "."}}}
	if got := Markdown(b); got != "Chỉ tiêu (4) đạt **16,43%**, *xem phụ lục*; `[bổ sung]`." {
		t.Errorf("%q", got)
	}
	if got := ownBlocks(b, Markdown(b), nil); !reflect.DeepEqual(got, []document.Block{document.Paragraph{ID: "a",
		Runs: []document.Run{{Text: "Chỉ tiêu "}, {Text: "(4)", To: "ct-4"}, {Text: " đạt "}, {Text: "16,43%",
			Style: document.Bold},
			{Text: ", "}, {Text: "xem phụ lục", Style: document.Italic}, {Text: "; "}, {Text: "[bổ sung]",
				Style: document.Gap},
			{Text: "."}}}}) {
		t.Errorf("%+v", got)
	}
}

// What the office writes is like what it replaces, and may be more than one block.
func TestOwnWordsAreLikeWhatTheyReplace(t *testing.T) {
	t.Parallel()
	item := document.Item{ID: "y", Level: 1, Runs: []document.Run{{Text: "Ý."}}}
	got := ownBlocks(item, "Ý mới.\n\n- Ý thêm.\n\n| a | b |\n|---|---|\n| 1 | 2 |", nil)
	if len(got) != 3 {
		t.Fatalf("%+v", got)
	}
	if first, ok := got[0].(document.Item); !ok || first.Level != 1 || first.ID != "y" {
		t.Errorf("%+v", got[0])
	}
	if second, ok := got[1].(document.Item); !ok || second.Level != 1 || second.ID != "y--2" {
		t.Errorf("%+v", got[1])
	}
	if table, ok := got[2].(document.Table); !ok || table.ID != "y--3" {
		t.Errorf("%+v", got[2])
	}
	if got := ownBlocks(item, "", nil); got != nil {
		t.Errorf("%+v", got)
	}
}

func TestFiguresThatSomebodyWrote(t *testing.T) {
	t.Parallel()
	const program = "Có 48/58 tổ chức đạt 82,76% ngày 20/12/2021, 04 chỉ tiêu, tăng 1.086."
	for text, want := range map[string]string{
		program: "", "Có 48 trong 58 tổ chức, 4 chỉ tiêu": "", "đạt 82,8%": "82,8", "Có 58/48": "58/48",
		"1086; 1.086.": "1086",
		"20/12/2022":   "20/12/2022", "không có số": "", "05 dự án và 05 dự án": "5", "0,5": "0,5", ",5 .": "5",
		// The result out of another figure of the sentence: none of them is new, one is there twice.
		"Có 48/58 tổ chức đạt 82,76%, 48 chỉ tiêu": "", "tăng 82,76%, đạt 82,76%": "82,76",
		"tăng 1.086, 1.086": "1.086",
	} {
		if got := strings.Join(Strange(text, program), " "); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestTheTargetInPlaceOfTheResult(t *testing.T) {
	t.Parallel()
	const program = "Kết nạp 128 đảng viên trong năm 2022 (kế hoạch 125 - 130)."
	for text, want := range map[string]string{
		"Kết nạp 130 đảng viên trong năm 2022 (kế hoạch 125 - 130).": "130",
		"Năm 2022, kết nạp 128 đảng viên, vượt kế hoạch năm 2022.":   "",
	} {
		if got := strings.Join(Strange(text, program), " "); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestHeadingsAreNumberedAsTheyStand(t *testing.T) {
	t.Parallel()
	h := func(level int, text string) document.Block {
		return document.Heading{Level: level, Runs: []document.Run{{Text: text}}}
	}
	blocks := []document.Block{h(1, "IV- A"), h(2, "I- b"), h(1, "KHÔNG SỐ"), h(1, "I. C"), h(1, "VI CHỮ"), h(1,
		"X"), h(1, "II- D"),
		document.Heading{Level: 1}}
	numbered(blocks)
	var got []string
	for _, b := range blocks {
		_, text := words(b)
		got = append(got, text)
	}
	if want := []string{"I- A", "I- b", "KHÔNG SỐ", "II. C", "VI CHỮ", "X", "III- D", ""}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if got := roman(49) + " " + roman(14) + " " + roman(90); got != "XLIX XIV XC" {
		t.Error(got)
	}
}
