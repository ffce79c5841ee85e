package diag

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var placeholder = regexp.MustCompile(`\{[a-z_]+\}`)

// Every message exists in both languages and takes the same arguments; every
// problem has a fix and a page for explain.
func TestTheCatalogueIsWhole(t *testing.T) {
	for key, e := range byKey {
		for name, text := range map[string]Text{"what": e.What, "fix": e.Fix, "explain": e.Explain} {
			if (text.Vi == "") != (text.En == "") {
				t.Errorf("%s: %s exists in one language only", key, name)
			}
			vi, en := placeholder.FindAllString(text.Vi, -1), placeholder.FindAllString(text.En, -1)
			slices.Sort(vi)
			slices.Sort(en)
			if !slices.Equal(slices.Compact(vi), slices.Compact(en)) {
				t.Errorf("%s: %s takes %v in Vietnamese, %v in English", key, name, vi, en)
			}
		}
		if e.What == (Text{}) {
			t.Errorf("%s says nothing", key)
		}
		if problem := regexp.MustCompile(`^B\d{3}$`).MatchString(key); problem && (e.Fix == (Text{}) || e.Explain == (Text{})) {
			t.Errorf("%s has no fix or no page", key)
		}
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

// Every code is looked for by some test of the module.
func TestEveryCodeIsReachedFromATest(t *testing.T) {
	var all strings.Builder
	for _, pattern := range []string{"../*/*_test.go", "../*/*/*_test.go", "../../cmd/*/*_test.go", "../../cmd/*/testdata/script/*.txtar"} {
		names, err := filepath.Glob(pattern)
		if err != nil || names == nil {
			t.Fatal(pattern, err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			all.Write(data)
		}
	}
	for _, code := range Codes() {
		if !strings.Contains(all.String(), code) {
			t.Errorf("no test looks for %s", code)
		}
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
		if err := Print(&b, []Problem{p}, lang); err != nil || !strings.HasPrefix(b.String(), want) {
			t.Errorf("%s", b.String())
		}
	}
	if got := Tally(nil).In(Vi); got != "Không có lỗi nào." {
		t.Error(got)
	}
}

// What a sender is told exists in both languages, takes no argument that the
// message lacks, and never speaks of asking the unit or of the office's files.
func TestSendersAreToldWhatTheyCanDo(t *testing.T) {
	office := regexp.MustCompile(`(?i)đơn vị gửi|hỏi (?:lại )?đơn vị|yêu cầu đơn vị|\.toml|1-nop-vao-day|chạy lại|lệnh baocao`)
	for _, code := range Codes() {
		p := New(code, Position{}, nil)
		fix, ok := p.SenderFix(Vi)
		if en, _ := p.SenderFix(En); ok && (fix == "" || en == "") {
			t.Errorf("%s is told to senders in one language", code)
		}
		if ok && office.MatchString(fix) {
			t.Errorf("%s tells senders: %s", code, fix)
		}
		e := byKey[code]
		for _, arg := range placeholder.FindAllString(senderFixes[code].Vi+senderFixes[code].En, -1) {
			if !strings.Contains(e.What.Vi+e.Fix.Vi, arg) {
				t.Errorf("%s: senders are told %s, which the message does not have", code, arg)
			}
		}
	}
	for code := range senderFixes {
		if _, known := byKey[code]; !known || officeOnly[code] {
			t.Errorf("a fix for senders of %s", code)
		}
	}
	if _, ok := New("B701", Position{}, nil).SenderFix(Vi); ok {
		t.Error("the office's machine is not the sender's to mend")
	}
}
