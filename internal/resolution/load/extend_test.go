package load

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"baocao/internal/diag"
	"baocao/internal/disk"
)

// Two wards of a city have one plan and most of an office file in common; each says in its
// own what is its own.
func TestAnOfficeThatSharesItsPlan(t *testing.T) {
	t.Parallel()
	shared := fstest.MapFS{
		"chung/nghi-quyet.toml": {Data: []byte(sharedPlan)},
		"chung/co-quan.toml":    {Data: []byte(sharedOffice)},
	}
	with := func(plan, office string) (string, *fstest.MapFS) {
		all := fstest.MapFS{"nghi-quyet.toml": {Data: []byte(plan)}, "co-quan.toml": {Data: []byte(office)}}
		for name, f := range shared {
			all[name] = f
		}
		_, problems := Load(all)
		var said []string
		for _, p := range problems {
			said = append(said, p.Code+" "+p.At.String())
		}
		return strings.Join(said, "; "), &all
	}
	const plan = "[extends]\nplan = \"chung/nghi-quyet.toml\"\n"
	const office = `
[extends]
office = "./chung/co-quan.toml"
[office]
issuer = "ĐẢNG ỦY PHƯỜNG HÒA AN"
name = "Đảng ủy phường Hòa An"
[[unit]]
id = "ban-xay-dung-dang"
name = "Ban Xây dựng Đảng phường Hòa An"
`
	said, all := with(plan, office)
	if said != "" {
		t.Fatal(said)
	}
	p, _ := Load(*all)
	if p.Office.Issuer != "ĐẢNG ỦY PHƯỜNG HÒA AN" || p.Office.Place != "Hải Phòng" || len(p.Units) != 1 ||
		p.Units[0].Name != "Ban Xây dựng Đảng phường Hòa An" || p.Measure("1") == nil {
		t.Errorf("%+v %+v", p.Office, p.Units)
	}
	if got := strings.Join(Shared(*all), " "); got != "chung/nghi-quyet.toml ./chung/co-quan.toml" {
		t.Error(got)
	}

	// What is wrong is told where it stands: in the shared file, or where the path does.
	for own, want := range map[string]string{
		"[extends]\nplan = \"chung/khong-co.toml\"":           "B053 nghi-quyet.toml:2",
		"[extends]\nplan = \"/chung/nghi-quyet.toml\"":        "B053 nghi-quyet.toml:2",
		"[extends]\nplan = 'C:\\chung\\nghi-quyet.toml'":      "B053 nghi-quyet.toml:2",
		"[extends]\noffice = \"chung/co-quan.toml\"":          "B007 nghi-quyet.toml:1",
		plan + "[resolution]\nyear = 202\n":                   "B035 nghi-quyet.toml:4",
		"[extends]\nplan = \"../chung/nghi-quyet.toml\"":      "B053 nghi-quyet.toml:2",
		"[extends]\nplan = \"nghi-quyet.toml\"":               "B053 nghi-quyet.toml:2",
		"[extends]\nplan = \"chung/sai.toml\"":                "B003 chung/sai.toml:2",
		"[extends]\nplan = \"chung/la.toml\"\n[resolution]\n": "B004 chung/la.toml:3",
	} {
		shared["chung/sai.toml"] = &fstest.MapFile{Data: []byte("\n= [")}
		shared["chung/la.toml"] = &fstest.MapFile{Data: []byte("[resolution]\n\nyeer = 2026\n" +
			strings.Replace(sharedPlan, "[resolution]\n", "", 1))}
		if got, _ := with(own, office); !strings.Contains(got, want) {
			t.Errorf("%q: %s, want %s", own, got, want)
		}
	}
}

const sharedPlan = `[resolution]
number = "12-NQ/ĐU"
date = 2025-12-25
issuer = "Ban Chấp hành Đảng bộ"
about = "về nhiệm vụ năm 2026"
year = 2026
[[section]]
number = "I"
title = "Về kinh tế"
[[section.indicator]]
number = 1
text = "Kết nạp 25 đảng viên."
[[section.indicator.measure]]
id = "1"
name = "Kết nạp đảng viên"
unit = "đảng viên"
target = ">= 25"
method = "value"
from = ["ban-xay-dung-dang"]
inputs.value = { label = "Kết nạp đảng viên {ky}", unit = "đảng viên", whole = true }
`

const sharedOffice = `[office]
issuer = "ĐẢNG ỦY PHƯỜNG"
symbol = "BC/ĐU"
place = "Hải Phòng"
profile = "dang-hd05"
[report]
title = "kết quả thực hiện Nghị quyết số 12-NQ/ĐU, ngày 25/12/2025"
recipients = ["Thường trực Thành ủy"]
signature = { authority = "T/M ĐẢNG ỦY", position = "BÍ THƯ", name = "" }
[[unit]]
id = "ban-xay-dung-dang"
name = "Ban Xây dựng Đảng"
`

// Who may write in the plan names a file of the machine that is none: the message says where
// it is wrong, and nothing of what stands in it.
func TestAFileOutsideIsNotQuoted(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"bi-mat.txt":           "root:x:0:0:so-rat-kin\n",
		"ngay.txt":             "ngay-rat-kin = 20/12/2022\n",
		"xa/chung/sai.toml":    "dong nay sai\n",
		"xa/co-quan.toml":      "",
		"xa/nghi-quyet.toml":   "[extends]\nplan = \"../bi-mat.txt\"\n",
		"khac/nghi-quyet.toml": "[extends]\nplan = \"../ngay.txt\"\n",
		"ba/nghi-quyet.toml":   "[extends]\nplan = \"chung/sai.toml\"\n",
		"ba/chung/sai.toml":    "dong nay sai\n",
	} {
		at := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	said := func(folder string) string {
		var all []string
		_, problems := Load(disk.Folder(filepath.Join(dir, folder)))
		for _, p := range problems {
			all = append(all, p.Code+" "+p.At.String()+" "+p.In(diag.Vi)+" "+p.In(diag.En))
		}
		return strings.Join(all, "\n")
	}
	for folder, where := range map[string]string{"xa": "B003 ../bi-mat.txt:1", "khac": "B003 ../ngay.txt:1"} {
		got := said(folder)
		if !strings.Contains(got, where) || strings.Contains(got, "kin") || strings.Contains(got, "root") {
			t.Errorf("%s: %s", folder, got)
		}
	}
	// What lies in the folder itself is shown, so that it can be mended.
	if got := said("ba"); !strings.Contains(got, "dong nay sai") {
		t.Error(got)
	}
}
