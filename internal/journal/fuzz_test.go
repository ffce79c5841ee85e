package journal

import (
	"bytes"
	"testing"
)

// Whatever stands in the list of arrivals, it is refused or written again the
// same.
func FuzzLoadArrivals(f *testing.F) {
	seen, _ := LoadArrivals(nil)
	seen.See("1-nop-vao-day/a.xlsx", sum("a"), "x", morning)
	data, err := seen.Marshal()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte(`{"schema": "baocao-tep/1", "files": [{"file": "a", "sha256": "", "first_seen": ` +
		`"2022-12-12T08:30:00+07:00"}]}`))
	f.Add([]byte("{"))
	f.Fuzz(func(t *testing.T, data []byte) {
		seen, err := LoadArrivals(data)
		if err != nil {
			return
		}
		first, err := seen.Marshal()
		if err != nil {
			return // a year beyond 9999 cannot be written
		}
		again, err := LoadArrivals(first)
		if err != nil {
			t.Fatal(err)
		}
		second, err := again.Marshal()
		if err != nil || !bytes.Equal(first, second) {
			t.Errorf("written again it differs: %v\n%s\n%s", err, first, second)
		}
	})
}
