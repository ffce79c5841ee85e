package wording

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"baocao/internal/diag"
	"baocao/templates"
)

func folder(files map[string]string) fs.FS {
	own := fstest.MapFS{}
	for name, text := range files {
		own[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return own
}

// copied is the embedded file of texts with something in it replaced, as an
// office makes its own.
func copied(t *testing.T, name string, replace ...string) string {
	t.Helper()
	data, err := fs.ReadFile(templates.FS, "tu-ngu/"+name)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(replace); i += 2 {
		if !strings.Contains(string(data), replace[i]) {
			t.Fatalf("%s has no %q", name, replace[i])
		}
	}
	return strings.NewReplacer(replace...).Replace(string(data))
}

// own is a folder with the one file that is copied so.
func own(t *testing.T, name string, replace ...string) map[string]string {
	t.Helper()
	return map[string]string{name: copied(t, path.Base(name), replace...)}
}

func found(problems []diag.Problem) string {
	var all []string
	for _, p := range problems {
		all = append(all, fmt.Sprintf("%s %s", p.Code, p.At))
	}
	return strings.Join(all, "; ")
}

// An office that copies a file of texts and changes a heading gets its heading;
// whatever is wrong with the copy is named with its line, and our text stands in.
func TestTheOfficesOwnTexts(t *testing.T) {
	dvt := `dvt        = "ĐVT"`
	tests := []struct {
		name  string
		files map[string]string
		key   string
		want  string
		found string
	}{
		{"none", nil, "phu-luc.cot.dvt", "ĐVT", ""},
		{"a heading of its own", own(t, "tu-ngu/phu-luc.toml", dvt, `dvt = "Đơn vị tính"`),
			"phu-luc.cot.dvt", "Đơn vị tính", ""},
		{"without the folder tu-ngu, as Notepad on Windows writes it", map[string]string{
			"phu-luc.toml": "\uFEFF" + strings.ReplaceAll(
				copied(t, "phu-luc.toml", dvt, `dvt = "Đơn vị tính"`), "\n", "\r\n")},
			"phu-luc.cot.dvt", "Đơn vị tính", ""},
		{"not TOML", own(t, "phu-luc.toml", dvt, `dvt = "ĐVT`),
			"phu-luc.cot.dvt", "ĐVT", "B505 loi-van/phu-luc.toml:6"},
		{"too large", map[string]string{"phu-luc.toml": strings.Repeat("# x\n", 1<<19)},
			"phu-luc.cot.dvt", "ĐVT", "B505 loi-van/phu-luc.toml"},
		{"a misspelt name", own(t, "phu-luc.toml", dvt, `dtv = "Đơn vị tính"`),
			"phu-luc.cot.dvt", "ĐVT", "B506 loi-van/phu-luc.toml:6; B507 loi-van/phu-luc.toml"},
		{"a placeholder that is not ours",
			own(t, "phu-luc.toml", "Kế hoạch {nam}", "Kế hoạch {năm}"),
			"phu-luc.cot.ke-hoach", "Kế hoạch {nam}", "B508 loi-van/phu-luc.toml:7"},
		{"a placeholder that is not closed",
			own(t, "phu-luc.toml", "Kế hoạch {nam}", "Kế hoạch {nam"),
			"phu-luc.cot.ke-hoach", "Kế hoạch {nam}", "B508 loi-van/phu-luc.toml:7"},
		{"a placeholder less",
			own(t, "phu-luc.toml", "Kế hoạch {nam}", "Kế hoạch"),
			"phu-luc.cot.ke-hoach", "Kế hoạch", "B509 loi-van/phu-luc.toml:7"},
		{"a number", own(t, "phu-luc.toml", dvt, `dvt = 7`),
			"phu-luc.cot.dvt", "ĐVT", "B510 loi-van/phu-luc.toml:6"},
		{"a name that Excel refuses",
			own(t, "so-lieu.toml", `"Nguồn số liệu"`, `"Nguồn/số liệu"`),
			"so-lieu.nguon.sheet", "Nguồn số liệu", "B510 loi-van/so-lieu.toml:165"},
		{"a name too long for Excel",
			own(t, "so-lieu.toml", `"Nguồn số liệu"`, `"Nguồn số liệu của các đơn vị báo cáo"`),
			"so-lieu.nguon.sheet", "Nguồn số liệu", "B510 loi-van/so-lieu.toml:165"},
		{"a name that another sheet has",
			own(t, "so-lieu.toml", `"Nguồn số liệu"`, `"TỔNG HỢP"`),
			"so-lieu.nguon.sheet", "Nguồn số liệu", "B510 loi-van/so-lieu.toml:165"},
		{"a name that another file's sheet has",
			own(t, "so-lieu.toml", `"Nguồn số liệu"`, `"Phụ lục"`),
			"so-lieu.nguon.sheet", "Nguồn số liệu", "B510 loi-van/so-lieu.toml:165"},
		{"a text too long for a box of Excel's",
			own(t, "bieu-mau.toml", `"Cần số nguyên"`,
				`"Ô này cần một số nguyên, không có phần thập phân"`),
			"bieu-mau.hop.so-nguyen.ten-hop", "Cần số nguyên", "B510 loi-van/bieu-mau.toml:31"},
		{"a file of no use", map[string]string{"tu-ngu/phuluc.toml": "x = 1", "ketqua.md": "x", "README.md": "x",
			"ghi-chu.txt": "x", "han-che.md": "# HẠN CHẾ\n"},
			"phu-luc.cot.dvt", "ĐVT", "B504 loi-van/ketqua.md; B504 loi-van/tu-ngu/phuluc.toml"},
		{"a folder with a file's name", map[string]string{"phu-luc.toml/a.txt": "x"},
			"phu-luc.cot.dvt", "ĐVT", "B502 loi-van/phu-luc.toml"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w, problems := Load(folder(tt.files), nil)
			if got := found(problems); got != tt.found {
				t.Errorf("problems %s, want %s", got, tt.found)
			}
			if got := w.Text(tt.key); got != tt.want {
				t.Errorf("%s is %q, want %q", tt.key, got, tt.want)
			}
			for _, p := range problems {
				text := p.In(diag.Vi) + p.Fix(diag.Vi)
				for _, hole := range []string{"{name}", "{key}", "{error}", "{known}", "{placeholders}", "{text}"} {
					if strings.Contains(text, hole) {
						t.Errorf("a hole in %q", text)
					}
				}
			}
		})
	}
}

// A copy of only one group lacks the others: each is named, none is blank.
func TestACopyOfAPartLacksTheRest(t *testing.T) {
	w, problems := Load(folder(map[string]string{"phu-luc.toml": "[cot]\ntt = \"Số\"\n"}), nil)
	missing := 0
	for _, p := range problems {
		if p.Code != "B507" {
			t.Errorf("%s", p.In(diag.En))
		}
		missing++
	}
	if want := 66; missing != want {
		t.Errorf("%d are missing, want %d", missing, want)
	}
	if got := w.Texts("phu-luc.cot", "tt", "dvt"); !slices.Equal(got, []string{"Số", "ĐVT"}) {
		t.Errorf("got %q", got)
	}
}

func TestPlaceholdersAreFilledOnce(t *testing.T) {
	var w *Words // the embedded ones
	got := w.Text("phu-luc.trang.kem-theo",
		Args{"so": "{ngay}-BC/QU", "ngay": "ngày 1", "co-quan": "Quận ủy"})
	if want := "(kèm theo Báo cáo số {ngay}-BC/QU, ngày 1 của Quận ủy)"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := w.Text("phu-luc.khong-co"); got != "phu-luc.khong-co" {
		t.Errorf("an unknown key prints as %q", got)
	}
}

// An embedded template that fails is a bug, and is shown.
func TestAFailingTemplateOfTheProgramIsSaid(t *testing.T) {
	var w *Words
	if _, problems := w.Execute("bao-cao/mo-dau.md", struct{}{}); found(problems) != "B503 " {
		t.Errorf("%v", problems)
	}
}

// Text that an office writes is whatever it is: it is read, or named, and never
// stops the program.
func FuzzLoad(f *testing.F) {
	f.Add("[cot]\ntt = \"{nam} {\"\nsheet = 1")
	f.Add("[tep]\nsheet = \"a/b\"\n[[cot]]\ntt = 2")
	f.Fuzz(func(t *testing.T, text string) {
		w, problems := Load(folder(map[string]string{"phu-luc.toml": text, "so-lieu.toml": text}), nil)
		for key := range embedded().texts {
			if w.Text(key) == key {
				t.Fatalf("%s has no text", key)
			}
		}
		for _, p := range problems {
			if p.At.File == "" {
				t.Fatalf("%s without a file", p.Code)
			}
		}
	})
}
