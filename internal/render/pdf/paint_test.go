package pdf

import (
	"bytes"
	"testing"

	"github.com/go-pdf/fpdf"
)

// Lines end where they are expected to only if both sides agree on widths.
func TestLettersAreAsWideAsTheLibraryPaintsThem(t *testing.T) {
	t.Parallel()
	set, err := faces()
	if err != nil {
		t.Fatal(err)
	}
	for i := range set {
		f := &set[i]
		p := fpdf.New("P", "pt", "A4", "")
		p.SetCellMargin(0)
		p.AddUTF8FontFromBytes("serif", "", bytes.Clone(f.data))
		p.SetFont("serif", "", 1000)
		letters := 0
		for r := rune(0); r <= lastLetter; r++ {
			if !f.prints(r) {
				continue
			}
			letters++
			if got, want := f.measure(string(r), 1000), p.GetStringWidth(string(r)); got != want {
				t.Errorf("face %d, %U: measured %v, painted %v", i, r, got, want)
			}
		}
		if letters < 700 {
			t.Errorf("face %d prints %d letters", i, letters)
		}
	}
}

// clean asks the regular face alone.
func TestAllFacesPrintTheSameLetters(t *testing.T) {
	t.Parallel()
	set, err := faces()
	if err != nil {
		t.Fatal(err)
	}
	for r := rune(0); r <= lastLetter; r++ {
		for i := range set {
			if set[i].prints(r) != set[0].prints(r) {
				t.Errorf("%U: face %d prints = %v", r, i, set[i].prints(r))
			}
		}
	}
	for _, r := range vietnamese + "0123456789%≥≤–“”…" {
		if !set[0].prints(r) {
			t.Errorf("%c cannot be printed", r)
		}
	}
}
