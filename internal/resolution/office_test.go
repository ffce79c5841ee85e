package resolution

import "testing"

func TestTheOfficesNameInRunningText(t *testing.T) {
	for _, c := range []struct{ issuer, place, want string }{
		{"QUẬN ỦY KIẾN AN", "Kiến An", "Quận ủy Kiến An"},
		{"ĐẢNG ỦY PHƯỜNG KIẾN AN", "Kiến An", "Đảng ủy phường Kiến An"},
		{"BAN THƯỜNG VỤ TỈNH ỦY", "Hạ Long", "BAN THƯỜNG VỤ TỈNH ỦY"}, // capitals cannot be told: as configured
		{"QUẬN ỦY", "", "QUẬN ỦY"},
	} {
		if got := (Office{Issuer: c.issuer, Place: c.place}).Name(); got != c.want {
			t.Errorf("%s at %s: %s, want %s", c.issuer, c.place, got, c.want)
		}
	}
}
