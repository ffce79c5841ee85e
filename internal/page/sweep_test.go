package page

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// Uploads that a killed program left go a day later; folders of somebody's own stay, whatever
// they are called.
func TestUploadsOfKilledRunsGo(t *testing.T) {
	t.Parallel()
	temp, now := t.TempDir(), time.Now()
	for name, c := range map[string]struct {
		files []string
		old   bool
		stays bool
	}{
		receiving + "123":     {[]string{"nghi-quyet.docx"}, true, false},
		receiving + "456":     {nil, true, false},
		receiving + "789":     {[]string{"nghi-quyet.docx"}, false, true},
		receiving + "12":      {[]string{"nghi-quyet.toml", "co-quan.toml"}, true, true},
		receiving + "kien-an": {nil, true, true},
		"baocao-2022":         {[]string{"nghi-quyet.toml"}, true, true},
		receiving + "3/1-nop": {[]string{"a.xlsx"}, true, true},
	} {
		at := filepath.Join(temp, filepath.FromSlash(name))
		if err := os.MkdirAll(at, 0o755); err != nil {
			t.Fatal(err)
		}
		for _, file := range c.files {
			if err := os.WriteFile(filepath.Join(at, file), nil, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if top, _, _ := strings.Cut(name, "/"); c.old {
			if err := os.Chtimes(filepath.Join(temp, top), now, now.Add(-25*time.Hour)); err != nil {
				t.Fatal(err)
			}
		}
		sweep(temp, now)
		if _, err := os.Stat(at); (err == nil) != c.stays {
			t.Errorf("%s: %v", name, err)
		}
	}
}
