package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"baocao/internal/document"
)

// What a page looks like, by a program that is not ours, in small grey pictures. A
// letter whose edge is smoothed otherwise changes no page; one that is lost, moved by
// a millimetre or set bold does.
const (
	pictureDPI = 60
	darker     = 96    // of 255: a pixel is another
	mostOthers = 0.002 // of a page's pixels that may be others
)

// The first and the last page of each form, a page of the annex, and a draft.
func TestPagesLookAsTheyDid(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("pdftoppm"); err != nil {
		t.Skip("skipped: pdftoppm is absent, no page is looked at")
	}
	documents := map[string]*document.Document{"archived": archived()}
	for _, profile := range []string{"dang-hd36", "dang-hd05", "nha-nuoc-nd30"} {
		documents[profile] = office(profile)
	}
	draft := office("dang-hd36")
	draft.Draft, draft.DraftNumber, draft.Urgency = true, 2, "KHẨN"
	documents["du-thao"] = draft
	for name, d := range documents {
		data, _, _, err := Render(d)
		if err != nil {
			t.Fatal(err)
		}
		dir := t.TempDir()
		file := filepath.Join(dir, "a.pdf")
		if err := os.WriteFile(file, data, 0o644); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command("pdftoppm", "-r", fmt.Sprint(pictureDPI), "-gray", "-png", file,
			filepath.Join(dir, "trang")).CombinedOutput()
		if err != nil {
			t.Fatalf("%s: %v: %s", name, err, out)
		}
		pages, err := filepath.Glob(filepath.Join(dir, "trang*.png"))
		if err != nil || len(pages) == 0 {
			t.Fatal(name, err)
		}
		for i, page := range pages {
			if i > 0 && i < len(pages)-1 {
				continue
			}
			golden := filepath.Join("testdata", "trang", fmt.Sprintf("%s-%d.png", name, i+1))
			got, err := os.ReadFile(page)
			if err != nil {
				t.Fatal(err)
			}
			if *update {
				if err := os.MkdirAll(filepath.Dir(golden), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(golden, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Errorf("%v: go test ./internal/render/pdf -run Pages -update, then look at it", err)
				continue
			}
			if share := otherPixels(t, got, want); share > mostOthers {
				t.Errorf("%s: %.2f%% of the pixels are others; see: go test ./internal/render/pdf -run Pages -update; "+
					"git diff", golden, 100*share)
			}
		}
	}
}

// otherPixels is the share of the pixels of two pictures that differ; 1 where their
// sizes do.
func otherPixels(t *testing.T, a, b []byte) float64 {
	t.Helper()
	grey := func(data []byte) *image.Gray {
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		g := image.NewGray(img.Bounds())
		draw.Draw(g, g.Rect, img, g.Rect.Min, draw.Src)
		return g
	}
	x, y := grey(a), grey(b)
	if x.Rect != y.Rect {
		return 1
	}
	others := 0
	for i, p := range x.Pix {
		if d := int(p) - int(y.Pix[i]); d > darker || d < -darker {
			others++
		}
	}
	return float64(others) / float64(len(x.Pix))
}

// A line that is lost, a word that is bold or stands a millimetre off is another
// picture; a picture of other softness is not.
func TestAPictureTellsWhatIsLost(t *testing.T) {
	t.Parallel()
	blank := image.NewGray(image.Rect(0, 0, 496, 702))
	for i := range blank.Pix {
		blank.Pix[i] = 255
	}
	soft, line := image.NewGray(blank.Rect), image.NewGray(blank.Rect)
	copy(line.Pix, blank.Pix)
	for i := range soft.Pix {
		soft.Pix[i] = blank.Pix[i] - uint8(i%darker)
	}
	for i := range 400 * 3 { // a line of text is ten pixels high, a third of it ink
		line.Pix[100*496+i/3+i%3*496] = 0
	}
	encoded := func(g *image.Gray) []byte {
		var b bytes.Buffer
		if err := png.Encode(&b, g); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	if share := otherPixels(t, encoded(blank), encoded(soft)); share > mostOthers {
		t.Errorf("softer: %.4f", share)
	}
	if share := otherPixels(t, encoded(blank), encoded(line)); share <= mostOthers {
		t.Errorf("a lost line: %.4f", share)
	}
}
