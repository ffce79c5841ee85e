package wording

import (
	"reflect"
	"testing"
)

// A paragraph's file is read as it was written, whatever the text in it.
func TestAParagraphsFile(t *testing.T) {
	t.Parallel()
	for _, p := range []Paragraph{
		{ID: "chi-tieu-4", File: "doan/chi-tieu-4.md", Text: "Lời mới.\n\n- Ý.", Was: "Tăng 16,43% > 12%.",
			Remembers: true,
			Figures:   []string{"3", "4,5"}},
		{ID: "a", File: "doan/a.md", Was: "", Remembers: true},
		{ID: "a", File: "doan/a.md", Text: "<b>", Was: "x", Remembers: true},
	} {
		if got, ok := parseParagraph(p.ID, p.File, p.String()); !ok || !reflect.DeepEqual(got, p) {
			t.Errorf("got %+v, want %+v", got, p)
		}
	}
	p := Paragraph{ID: "a", Was: "đóng --> khung", Remembers: true, Text: "lời"}
	got, ok := parseParagraph("a", "", p.String())
	if !ok || got.Text != "lời" || Remembered(got.Was) != Remembered(p.Was) {
		t.Errorf("%+v", got)
	}
	if got, ok := parseParagraph("a", "", "lời trơn"); !ok || got.Text != "lời trơn" || got.Remembers {
		t.Errorf("%+v", got)
	}
}

// Notepad adds .txt to a name, and Windows does not show it.
func TestAParagraphsFileByItsName(t *testing.T) {
	t.Parallel()
	for file, want := range map[string]string{"a.md": "a", "A.md.txt": "a", "a.txt": "a", "a.docx": "", ".md": "",
		"~$a.md": "", "a": ""} {
		if id, ok := paragraphID(file); ok != (want != "") || ok && id != want {
			t.Errorf("%s: %q %v", file, id, ok)
		}
	}
}

func TestNamesThatCanBeAFiles(t *testing.T) {
	t.Parallel()
	for id, want := range map[string]string{"chi-tieu-4.1": "doan/chi-tieu-4.1.md", "..": "", "a/b": "", `a\b`: "",
		"con": "", "con.x": "",
		"đoạn": "", "": "", "A": ""} {
		if got := ParagraphFile(id); got != want {
			t.Errorf("%q: %q", id, got)
		}
	}
}
