package roster

import (
	"strings"
	"testing"

	"baocao/internal/resolution"
	"baocao/internal/tomlfile"
)

// A list of units becomes an office file; the resolution then tells whose it is. What
// somebody has written meanwhile stays.
func TestAnOfficeFileIsFilledIn(t *testing.T) {
	file := string(OfficeFile(Head{}, []resolution.Unit{{ID: "cap", Name: "Công an \"phường\"", Group: "khoi"},
		{ID: "tdp", Name: "Tổ dân phố", Group: "cap"}}))
	if _, fault := tomlfile.Parse(file); fault != nil {
		t.Fatal(fault)
	}
	if n := strings.Count(file, `= "..."`) + strings.Count(file, `"BC/..."`); n != 7 {
		t.Errorf("%d places are open:\n%s", n, file)
	}
	if !strings.Contains(file, `group   = "nhom-cap"`) {
		t.Error("a group is called as a unit is")
	}
	file = strings.Replace(file, `place   = "..."`, `place   = "Hải Phòng"`, 1)
	done := Complete(file, Head{Issuer: "ĐẢNG ỦY PHƯỜNG AN KHANG", Symbol: "BC/ĐU", Place: "An Khang",
		Title: `kết quả "năm"`})
	f, fault := tomlfile.Parse(done)
	if fault != nil {
		t.Fatal(fault)
	}
	office, report := f.Values["office"].(map[string]any), f.Values["report"].(map[string]any)
	if office["issuer"] != "ĐẢNG ỦY PHƯỜNG AN KHANG" || office["symbol"] != "BC/ĐU" || office["place"] != "Hải Phòng" ||
		office["parent"] != "..." || report["title"] != `kết quả "năm"` {
		t.Error(done)
	}
	// Notepad's mark, and quotes of the other kind.
	marked := "\uFEFF" + strings.Replace(file, `parent  = "..."`, `parent  = '...'`, 1)
	filled := Complete(marked, Head{Parent: "ĐẢNG BỘ THÀNH PHỐ", Issuer: "ĐẢNG ỦY"})
	if f, fault := tomlfile.Parse(filled); fault != nil || !strings.HasPrefix(filled, "\uFEFF#") ||
		f.Values["office"].(map[string]any)["parent"] != "ĐẢNG BỘ THÀNH PHỐ" {
		t.Errorf("%v\n%s", fault, filled)
	}
	if again := Complete(done, Head{Issuer: "KHÁC", Symbol: "BC/X"}); again != done {
		t.Error("what is written was overwritten")
	}
}

// A state body's file is begun as its documents are written.
func TestAStateBodysOfficeFile(t *testing.T) {
	t.Parallel()
	file := string(OfficeFile(Head{State: true}, nil))
	for _, text := range []string{`profile = "nha-nuoc-nd30"`, `symbol  = "BC-..."`,
		`"TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"`} {
		if !strings.Contains(file, text) {
			t.Errorf("the file lacks %s:\n%s", text, file)
		}
	}
}
