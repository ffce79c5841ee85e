package resolution

import (
	"testing"

	"github.com/BurntSushi/toml"
)

// Whatever a name or a file holds, what is written is one TOML string.
func TestQuotedIsOneString(t *testing.T) {
	for said, want := range map[string]string{
		"Phường Bắc Sơn":            "Phường Bắc Sơn",
		`a"b\c`:                     `a"b\c`,
		"hai\ndòng\tvà\x00\x1b\x7f": "hai dòng và   ",
	} {
		var got struct{ A string }
		if _, err := toml.Decode("a = "+Quoted(said), &got); err != nil || got.A != want {
			t.Errorf("%q: %q, %v", said, got.A, err)
		}
	}
}
