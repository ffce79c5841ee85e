package wording

import (
	"strings"
	"testing"

	"baocao/internal/diag"
)

// An office that misspells a template is told in its own language what is wrong, and
// on which line.
func TestMistakesInATemplateAreSaidInVietnamese(t *testing.T) {
	type group struct{ Dem string }
	data := struct {
		Nam  int
		Nhom *group
	}{2022, nil}
	for source, want := range map[string]string{
		"Năm {{.Nam}}\n{{.Namm}}":    "dòng 2: không có chỗ điền tên «Namm»",
		"{{.Nhom.Dem}}":              "dòng 1: «Dem» được hỏi ở chỗ không có gì",
		"{{dem .Nam}}":               "dòng 1: không có lệnh «dem»",
		"{{$x}}":                     "dòng 1: «$x» chưa được đặt ở đâu",
		"Năm {{.Nam}\nhai":           "dòng 1: ",
		"{{if .Nam}}có":              "dòng 1: thiếu {{end}}",
		"có{{end}}":                  "dòng 1: thừa {{end}}",
		"{{if}}có{{end}}":            "dòng 1: sau «if» phải có một tên",
		"{{range .Nhom.Dem}}{{end}}": "dòng 1: «Dem» được hỏi ở chỗ không có gì",
		"{{range .Nam 5}}{{end}}":    "dòng 1: ",
		"{{\"a}}":                    "dòng 1: thiếu dấu ngoặc kép",
	} {
		w, _ := Load(folder(map[string]string{"mo-dau.md": source}), nil)
		_, problems := w.Execute("bao-cao/mo-dau.md", data)
		if len(problems) == 0 || problems[0].Code != "B501" || !strings.Contains(problems[0].In(diag.Vi), want) {
			t.Errorf("%q: %v, want %s", source, problems, want)
			continue
		}
		for _, english := range []string{"unexpected", "unclosed", "evaluat", "undefined", "type "} {
			if said := problems[0].In(diag.Vi); strings.Contains(said, english) {
				t.Errorf("%q: %s", source, said)
			}
		}
	}
}

// A file that Notepad or Word made is read, or named: none is passed over.
func TestFilesThatOtherProgramsMake(t *testing.T) {
	const text = "Lời của cơ quan."
	plain := func(file string, data []byte) (string, []diag.Problem) {
		if strings.Contains(file, "hong") || string(data) == "hong" {
			return "", []diag.Problem{diag.New("B120", diag.Position{File: file}, nil)}
		}
		return "từ " + file, nil
	}
	for name, c := range map[string]struct {
		files map[string]string
		want  string
		found string
	}{
		"what Notepad calls it": {map[string]string{"mo-dau.md.txt": text}, text, ""},
		"a text":                {map[string]string{"bao-cao/mo-dau.txt": text}, text, ""},
		"Word":                  {map[string]string{"mo-dau.docx": "PK"}, "từ loi-van/mo-dau.docx", ""},
		"UTF-16":                {map[string]string{"mo-dau.md": "\xff\xfeL\x00"}, "từ loi-van/mo-dau.md", ""},
		"two of them": {map[string]string{"mo-dau.md": text, "mo-dau.docx": "PK"}, text,
			"B504 loi-van/mo-dau.docx"},
		"an old Word":            {map[string]string{"mo-dau.doc": "x"}, "", "B543 loi-van/mo-dau.doc"},
		"Word's own lock":        {map[string]string{"~$mo-dau.docx": "x"}, "", ""},
		"a damaged one":          {map[string]string{"mo-dau.docx": "hong"}, "", "B502 loi-van/mo-dau.docx"},
		"a note of somebody's":   {map[string]string{"ghi-chu.txt": "x"}, "", ""},
		"a table of words of it": {map[string]string{"phu-luc.docx": "PK"}, "", "B504 loi-van/phu-luc.docx"},
	} {
		w, problems := Load(folder(c.files), plain)
		got, more := w.Execute("bao-cao/mo-dau.md", map[string]any{"NghiQuyet": map[string]any{}})
		var told []diag.Problem
		for _, p := range append(problems, more...) {
			if p.Code != "B503" {
				told = append(told, p)
			}
		}
		if c.want != "" && got != c.want || c.want == "" && !strings.HasPrefix(got, "Thực hiện Nghị quyết") ||
			found(told) != c.found {
			t.Errorf("%s: %q, %s; want %q, %s", name, got, found(told), c.want, c.found)
		}
	}
}
