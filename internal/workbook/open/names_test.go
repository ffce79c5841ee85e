package open

import (
	"archive/zip"
	"bytes"
	"testing"
)

// named is an archive whose names are bytes of an old encoding.
func named(t *testing.T, names ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range names {
		f, err := w.CreateHeader(&zip.FileHeader{Name: name, NonUTF8: true})
		if err == nil {
			_, err = f.Write([]byte(name))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// An archive that Windows packed in Vietnam has names in its old code page, as
// had the texts of those days; they tell whose file it is, and are read as words.
func TestOldNamesInArchivesAreRead(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		names []string
		want  string
	}{
		"windows-1258": {[]string{"B\xe1o c\xe1o/Ph\xfd\xf5\xccng B\xe3\xecc S\xf5n.csv", "Qu\xe2\xf2n.csv"},
			"Báo cáo/Phường Bắc Sơn.csv|Quận.csv"},
		"TCVN3":                   {[]string{"Ph\xad\xeang B\xbec S\xacn.csv"}, "Phường Bắc Sơn.csv"},
		"VNI":                     {[]string{"Ph\xf6\xf4\xf8ng Ba\xe9c S\xf4n.csv"}, "Phường Bắc Sơn.csv"},
		"DOS":                     {[]string{"M\x88 Linh.csv", "H\x95a B\x8dnh.csv"}, "Hòa Bình.csv|Mê Linh.csv"},
		"DOS, no words":           {[]string{"na\x8bve caf\x82.csv"}, "naïve café.csv"},
		"Unicode, not said to be": {[]string{"Phường Bắc Sơn.csv"}, "Phường Bắc Sơn.csv"},
		"both":                    {[]string{"Qu\xe2\xf2n 5.csv", "Phường.csv"}, "Phường.csv|Quận 5.csv"},
	} {
		if got, _ := membersOf(t, named(t, tc.names...)); got != tc.want {
			t.Errorf("%s: %q, want %q", name, got, tc.want)
		}
	}
}
