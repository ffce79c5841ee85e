package diag

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

var placeholder = regexp.MustCompile(`\{[a-z_]+\}`)

// Every message exists in both languages and takes the same arguments; every
// problem says whom it may be told, how it is mended and what it means.
func TestTheCatalogueIsWhole(t *testing.T) {
	code := regexp.MustCompile(`^B\d{3}$`)
	seen := map[string]bool{}
	for _, e := range slices.Concat(allProblems()...) {
		if seen[e.Code] || !code.MatchString(e.Code) {
			t.Errorf("%s stands twice or is no code", e.Code)
		}
		seen[e.Code] = true
		for _, part := range []struct {
			name     string
			text     Text
			optional bool
		}{
			{"what", e.What, false}, {"of cell", e.OfCell, true}, {"fix", e.Fix, false},
			{"sender's fix", e.SenderFix, true}, {"page's fix", e.PageFix, true},
			{"explain", e.Explain, false}, {"example", e.Example, false},
		} {
			if !part.optional && part.text == (Text{}) {
				t.Errorf("%s says nothing: %s", e.Code, part.name)
			}
			sameArguments(t, e.Code+": "+part.name, part.text)
		}
		if e.Audience == unsaid {
			t.Errorf("%s does not say whom it may be told", e.Code)
		}
	}
	for _, p := range slices.Concat(allPhrases()...) {
		if seen[p.key] || !strings.Contains(p.key, ".") && p.key != "enter" {
			t.Errorf("%s stands twice or has no area", p.key)
		}
		seen[p.key] = true
		if p.vi == "" {
			t.Errorf("%s says nothing", p.key)
		}
		sameArguments(t, p.key, Text{p.vi, p.en})
	}
}

func sameArguments(t *testing.T, name string, text Text) {
	t.Helper()
	if (text.Vi == "") != (text.En == "") {
		t.Errorf("%s exists in one language only", name)
	}
	vi, en := placeholder.FindAllString(text.Vi, -1), placeholder.FindAllString(text.En, -1)
	slices.Sort(vi)
	slices.Sort(en)
	if !slices.Equal(slices.Compact(vi), slices.Compact(en)) {
		t.Errorf("%s takes %v in Vietnamese, %v in English", name, vi, en)
	}
}

// Every code has a page: what it means, what to do, and an example, in both
// languages; nothing in it is left blank.
func TestEveryCodeIsExplainedWithAnExample(t *testing.T) {
	for _, code := range Codes() {
		for lang, example := range map[Lang]string{Vi: "Ví dụ", En: "Example"} {
			page, ok := Page(code, lang)
			if !ok || !strings.Contains(page, example) {
				t.Errorf("%s has no example in %s:\n%s", code, lang, page)
			}
			if strings.Contains(page, "{") && placeholder.MatchString(page) {
				t.Errorf("%s leaves an argument in %s:\n%s", code, lang, page)
			}
		}
	}
	if _, ok := Page("B000", Vi); ok {
		t.Error("a page for a code that is not there")
	}
}

func TestProblemsAreSortedByPlaceAndSaidOnce(t *testing.T) {
	p := func(file, cell string) Problem {
		return New("B702", Position{File: file, Sheet: "s", Cell: cell}, Args{"error": "x"})
	}
	got := Sort([]Problem{p("b", "A1"), p("a", "B10"), p("a", "A10"), p("a", "B2"), p("a", "B2"), p("a", "AA2")})
	var places []string
	for _, g := range got {
		places = append(places, g.At.File+g.At.Cell)
	}
	if want := "aB2 aAA2 aA10 aB10 bA1"; strings.Join(places, " ") != want {
		t.Errorf("%v, want %s", places, want)
	}
}

func TestPrintNamesPlaceFaultAndFix(t *testing.T) {
	p := New("B701", Position{File: "a.xlsx", Sheet: "Số liệu", Cell: "E7"}, Args{"error": Text{"bận", "busy"}})
	for lang, want := range map[Lang]string{
		Vi: "a.xlsx, sheet «Số liệu», ô E7\n  Lỗi B701: Không mở được tệp này: bận.\n  Cách sửa: ",
		En: "a.xlsx, sheet “Số liệu”, cell E7\n  Error B701: This file cannot be opened: busy.\n  Fix: ",
	} {
		var b strings.Builder
		if err := Print(&b, []Problem{p}, lang, ""); err != nil || !strings.HasPrefix(b.String(), want) {
			t.Errorf("%s", b.String())
		}
	}
	if got := Tally(nil).In(Vi); got != "Không có lỗi nào." {
		t.Error(got)
	}
}

// On the local page nobody is told to run a command: there is none to run.
func TestThePageTellsNoCommands(t *testing.T) {
	command := regexp.MustCompile(`baocao (?:answer|build|check|words|forms|mail|import|inspect|init|diff|restore)\b|` +
		`[Cc]hạy lại|--[a-z]|\b[Rr]un (?:it |this )?again`)
	for _, code := range Codes() {
		for _, lang := range []Lang{Vi, En} {
			if fix := New(code, Position{}, nil).PageFix(lang); command.MatchString(fix) {
				t.Errorf("%s: %s", code, fix)
			}
		}
	}
	for _, key := range []string{"build.kept-word", "build.other-word", "owners.group", "fail.busy", "journal.failed",
		"fail.shared", "fail.shared-taken", "fail.shared-far", "fail.read-only", "fail.not-toml", "fail.own-shape",
		"fail.unclear", "fail.journal", "fail.lost", "fail.sent", "fail.unsure"} {
		if said := Say(key, nil).OnPage(Vi); command.MatchString(said) || said == key {
			t.Errorf("%s: %s", key, said)
		}
	}
}

// What a sender is told takes no argument that the message lacks, and never
// speaks of asking the unit or of the office's files. Nobody is asked to mend
// what may not be told.
func TestSendersAreToldWhatTheyCanDo(t *testing.T) {
	office := regexp.MustCompile(`(?i)đơn vị gửi|hỏi (?:lại )?đơn vị|yêu cầu đơn vị|` +
		`\.toml|1-nop-vao-day|chạy lại|lập lại|lệnh baocao`)
	for _, code := range Codes() {
		p := New(code, Position{}, nil)
		e := p.Entry()
		fix, ok := p.SenderFix(Vi)
		switch {
		case ok != e.SenderMends:
			t.Errorf("%s: a fix for senders: %t", code, ok)
		case !ok && e.SenderFix != (Text{}):
			t.Errorf("%s has a fix for senders, who cannot mend it", code)
		case ok && (e.Audience == OfficeOnly || e.Audience == Confidential):
			t.Errorf("%s is the sender's to mend but may not be told", code)
		case ok && office.MatchString(fix):
			t.Errorf("%s tells senders: %s", code, fix)
		}
		for _, arg := range placeholder.FindAllString(e.SenderFix.Vi+e.OfCell.Vi, -1) {
			if !strings.Contains(e.What.Vi+e.Fix.Vi, arg) {
				t.Errorf("%s: senders are told %s, which the message does not have", code, arg)
			}
		}
	}
	if _, ok := New("B701", Position{}, nil).SenderFix(Vi); ok {
		t.Error("the office's machine is not the sender's to mend")
	}
	if fix, ok := New("B134", Position{}, nil).SenderFix(Vi); !ok || fix != "Gửi lại tệp theo biểu mẫu." {
		t.Errorf("a sender is told %q in place of being asked by itself", fix)
	}
}

// Beside one of several blank cells stands what is wrong with that cell.
func TestAProblemOfSeveralCellsHasWordsForOne(t *testing.T) {
	p := New("B402", Position{}, Args{"unit": "Phường A", "asks": "x; y",
		"how": Say("blank.cells", Args{"count": 2})})
	if got := p.InAt(Position{Cell: "E7"}, Vi); got != "Ô này phải điền nhưng đang để trống." {
		t.Error(got)
	}
	if got := p.InAt(Position{File: "a.xlsx"}, Vi); got != p.In(Vi) || !strings.Contains(got, "2 ô") {
		t.Error(got)
	}
}

// A code that nobody described is an error that shows its code, and is told to
// nobody.
func TestAnUnknownCodeShowsItself(t *testing.T) {
	p := New("B999", Position{}, nil)
	if _, ok := p.SenderFix(Vi); ok || p.In(En) != "B999" || p.Severity() != Error || p.Entry().Audience != unsaid {
		t.Errorf("%+v", p.Entry())
	}
}

// A place in a Word file is told by its table or paragraph.
func TestPlacesInDocuments(t *testing.T) {
	for want, at := range map[string]Position{
		"a.docx, bảng 2, dòng 3, cột 4":   {File: "a.docx", Sheet: "Bảng 2", Cell: "D3"},
		"a.DOCX, bảng 1, dòng 10, cột 27": {File: "a.DOCX", Sheet: "Bảng 1", Cell: "AA10"},
		"a.docx, đoạn văn 7":              {File: "a.docx", Sheet: "Đoạn văn", Cell: "A7"},
		"a.xlsx, sheet «Bảng 2», ô D3":    {File: "a.xlsx", Sheet: "Bảng 2", Cell: "D3"},
		"a.docx":                          {File: "a.docx"},
		"a.docx, sheet «Văn bản»":         {File: "a.docx", Sheet: "Văn bản"},
	} {
		if got := Place(at, Vi); got != want {
			t.Errorf("%v: %q, want %q", at, got, want)
		}
	}
}

// What is to be typed can be copied: the name of a folder with a space is one word of a command.
func TestACommandThatIsToldCanBeTyped(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ dir, want string }{
		{"kien-an-2022", "baocao restore kien-an-2022 SỐ"},
		{`D:\Bao cao\Kiến An`, `baocao restore "D:\Bao cao\Kiến An" SỐ`},
		{`quan "mot"`, `baocao restore 'quan "mot"' SỐ`},
	} {
		if got := Say("restore.list", Args{"dir": c.dir}).In(Vi); !strings.HasSuffix(got, c.want) {
			t.Errorf("%s: %s", c.dir, got)
		}
	}
	for _, line := range strings.Split(Say("usage.init", Args{"dir": "Bao cao"}).In(Vi), "\n")[1:] {
		if !strings.Contains(line, `"Bao cao"`) {
			t.Errorf("%s", line)
		}
	}
	if got := Say("init.done", Args{"dir": "Bao cao"}).In(Vi); !strings.HasSuffix(got, " Bao cao") {
		t.Error(got)
	}
}
