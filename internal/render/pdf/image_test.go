package pdf

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"baocao/internal/document"
)

// drawn are a picture of few colours and one of many: a square of one with a bar of another on top.
func drawn(width, height int) []image.Image {
	var all []image.Image
	for _, m := range []draw.Image{
		image.NewPaletted(image.Rect(0, 0, width, height), color.Palette{color.White, color.NRGBA{200, 30, 30, 255},
			color.NRGBA{30, 30, 200, 255}}),
		image.NewNRGBA(image.Rect(0, 0, width, height)),
	} {
		draw.Draw(m, m.Bounds(), image.NewUniform(color.NRGBA{200, 30, 30, 255}), image.Point{}, draw.Src)
		draw.Draw(m, image.Rect(0, 0, width, height/4), image.NewUniform(color.NRGBA{30, 30, 200, 255}), image.Point{},
			draw.Src)
		all = append(all, m)
	}
	return all
}

// A text with pictures, as a guide is: no letterhead, no signature, each picture with its words on one page.
func TestPicturesStandInTheText(t *testing.T) {
	t.Parallel()
	d := &document.Document{Profile: "nha-nuoc-nd30", Unissued: true, Kind: "Hướng dẫn", Title: "cách làm"}
	for i, m := range append(drawn(300, 200), drawn(2000, 3000)...) {
		d.Body = append(d.Body,
			document.Heading{Level: 1, Runs: runs("Phần", document.Plain)},
			document.Paragraph{Runs: runs(strings.Repeat("Lời văn của hướng dẫn. ", 30), document.Plain)},
			document.Picture{Image: m, Says: "Trang làm việc",
				Runs: runs("Hình "+string(rune('1'+i)), document.Italic)})
	}
	data, l, problems, err := Render(d)
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	var seen int
	for n, page := range l.Pages {
		for _, p := range framesOf[Picture](page) {
			seen++
			if p.X < 20*mm || p.X+p.Width > page.Width-10*mm || p.Y+p.Height > page.Height-15*mm {
				t.Errorf("page %d: beyond the margins: %+v", n+1, p)
			}
			if size := p.Image.Bounds().Size(); !near(p.Width/p.Height, float64(size.X)/float64(size.Y)) {
				t.Errorf("page %d: %v is %g x %g", n+1, size, p.Width, p.Height)
			}
			if tag := l.Tags[p.Tag]; tag.Role != asFigure || tag.Says != "Trang làm việc" {
				t.Errorf("page %d: told as %+v", n+1, tag)
			}
			below := false
			for _, text := range textsOf(page) {
				under := text.Y - p.Y - p.Height
				below = below || strings.HasPrefix(text.Text, "Hình") && under > 0 && under < 20
			}
			if !below {
				t.Errorf("page %d: a picture without its words", n+1)
			}
		}
	}
	if seen != 4 || len(l.Sign) > 0 {
		t.Errorf("%d pictures, to sign %v", seen, l.Sign)
	}
	if texts := textsOf(l.Pages[0]); texts[0].Text != "HƯỚNG" && texts[0].Text != "HƯỚNG DẪN" {
		t.Errorf("it begins with %q", texts[0].Text)
	}
	if bytes.Count(data, []byte("/Subtype/Image")) != 4 {
		t.Error("not all of them are in the file")
	}
	if _, err := exec.LookPath("pdftoppm"); err != nil {
		t.Skip("skipped: pdftoppm is absent, no picture is looked at")
	}
	file := filepath.Join(t.TempDir(), "a")
	if err := os.WriteFile(file+".pdf", data, 0o644); err != nil {
		t.Fatal(err)
	}
	for n, page := range l.Pages {
		out, err := exec.Command("pdftoppm", "-r", "72", "-png", "-f", string(rune('1'+n)), "-l", string(rune('1'+n)),
			file+".pdf").Output()
		if err != nil {
			t.Fatal(err)
		}
		looks, err := png.Decode(bytes.NewReader(out))
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range framesOf[Picture](page) {
			for part, want := range map[float64]uint32{0.1: 30, 0.6: 200} { // of red
				r, _, _, _ := looks.At(int(p.X+p.Width/2), int(p.Y+part*p.Height)).RGBA()
				if got := r >> 8; got+2 < want || got > want+2 {
					t.Errorf("page %d: at %g of its height it has %d of red", n+1, part, got)
				}
			}
		}
	}
}
