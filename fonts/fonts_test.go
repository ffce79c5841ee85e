package fonts_test

import (
	"strings"
	"testing"

	"golang.org/x/image/font/sfnt"

	"baocao/fonts"
)

// Each variable holds the face that its name says, in the version that the
// licence's head names.
func TestFacesAreWhatTheyAreCalled(t *testing.T) {
	for want, data := range map[string][]byte{
		"Regular": fonts.Regular, "Bold": fonts.Bold, "Italic": fonts.Italic, "Bold Italic": fonts.BoldItalic,
	} {
		face, err := sfnt.Parse(data)
		if err != nil {
			t.Fatal(want, err)
		}
		for id, name := range map[sfnt.NameID]string{
			sfnt.NameIDFamily: "Liberation Serif", sfnt.NameIDSubfamily: want, sfnt.NameIDVersion: "Version 2.1.5",
		} {
			if got, err := face.Name(nil, id); err != nil || !strings.HasPrefix(got, name) {
				t.Errorf("%s: name %d is %q, want %q; %v", want, id, got, name, err)
			}
		}
	}
}
