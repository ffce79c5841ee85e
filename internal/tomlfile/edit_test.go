package tomlfile_test

import (
	"errors"
	"strings"
	"testing"

	"baocao/internal/tomlfile"
)

const own = `# quyết định của văn phòng
[[figure]] # số của phường
measure = "1.1"   # giữ nguyên
saw = [
  { file = "a.xlsx", value = "1" }, # hai dòng
]

[[verdict]]
measure = "2"
`

// An entry goes in and out, and what the office wrote stays as it was, whatever
// the line ends.
func TestAnEntryLeavesTheRestAlone(t *testing.T) {
	t.Parallel()
	entry := "[[figure]]\nid = \"k7f3\"\nsaw = [\n  { file = \"b\", value = \"2\" },\n]\n"
	for name, text := range map[string]string{
		"as written":  own,
		"Windows":     strings.ReplaceAll(own, "\n", "\r\n"),
		"with a mark": "\uFEFF" + own,
		"none yet":    "",
		"only a note": "# chưa có gì\n",
	} {
		added, err := tomlfile.Append(text, "figure", []string{entry, strings.Replace(entry, "k7f3", "abcd", 1)})
		if err != nil || !strings.HasPrefix(added, text) {
			t.Errorf("%s: %v\n%s", name, err, added)
			continue
		}
		if strings.Contains(text, "\r\n") && strings.Count(added, "\n") != strings.Count(added, "\r\n") {
			t.Errorf("%s: line ends differ", name)
		}
		less, n, err := tomlfile.Remove(added, "figure", "id", "k7f3")
		if err != nil || n != 1 || !strings.Contains(less, "abcd") {
			t.Errorf("%s: %d %v\n%s", name, n, err, less)
		}
		back, n, err := tomlfile.Remove(less, "figure", "id", "abcd")
		if err != nil || n != 1 || back != text {
			t.Errorf("%s: %d %v\n%s", name, n, err, back)
		}
	}
}

// Entries before others, with tables of their own, go without their neighbours.
func TestAnEntryIsTakenFromTheMiddle(t *testing.T) {
	t.Parallel()
	text := "[[figure]]\nid = \"a\"\n\n[[figure.saw]]\nfile = \"x\"\n\n" +
		"# chú thích của mục sau\n[[figure]]\nid = \"b\"\n"
	got, n, err := tomlfile.Remove(text, "figure", "id", "a")
	if want := "\n# chú thích của mục sau\n[[figure]]\nid = \"b\"\n"; err != nil || n != 1 || got != want {
		t.Errorf("%d %v\n%q", n, err, got)
	}
	if got, n, err := tomlfile.Remove(text, "figure", "id", "none"); err != nil || n != 0 || got != text {
		t.Errorf("%d %v\n%q", n, err, got)
	}
}

// What is no TOML, or has its list in another form, is left alone.
func TestATextThatCannotTakeAnEntryIsLeft(t *testing.T) {
	t.Parallel()
	var fault *tomlfile.SyntaxError
	_, err := tomlfile.Append("[[figure]\n", "figure", []string{"[[figure]]\n"})
	if !errors.As(err, &fault) || fault.Line == 0 {
		t.Error(err)
	}
	inline := "figure = [{ id = \"a\" }, { id = \"b\" }]\n"
	if _, err := tomlfile.Append(inline, "figure", []string{"[[figure]]\n"}); !errors.Is(err, tomlfile.ErrOwnShape) {
		t.Error(err)
	}
	if got, n, _ := tomlfile.Remove(inline, "figure", "id", "a"); n != 0 || got != "" && got != inline {
		t.Error("an entry in one line with others was taken out")
	}
}

func TestEditsLeaveTheRestOfATextAlone(t *testing.T) {
	t.Parallel()
	const file = "\uFEFFyear = 2022 # giữ\r\nname = \"...\"\r\n"
	f, fault := tomlfile.Parse(file)
	if fault != nil {
		t.Fatal(fault)
	}
	// In whatever order they are found.
	got, fault := tomlfile.Splice(file, []tomlfile.Edit{
		f.Places["name"].Give(`"Kiến An"`), f.Places["year"].Give("2023")})
	if want := "\uFEFFyear = 2023 # giữ\r\nname = \"Kiến An\"\r\n"; fault != nil || got != want {
		t.Errorf("got %q (%v), want %q", got, fault, want)
	}
	got, fault = tomlfile.Splice(file, []tomlfile.Edit{f.Places["year"].Give("hai nghìn")})
	if fault == nil || got != file {
		t.Errorf("a text that is no TOML any more was given out: %q", got)
	}
}
