package page_test

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"baocao/internal/app"
)

// The pictures of HUONG-DAN.md: docs/pictures.sh asks for them.
func TestPicturesOfTheGuide(t *testing.T) {
	dir := os.Getenv("BAOCAO_GUIDE_PICTURES")
	if dir == "" {
		t.Skip("docs/pictures.sh takes the pictures of the guide")
	}
	t.Setenv(shotsDir, dir)
	t.Setenv("LANGUAGE", "vi") // of the browser's own buttons, where it has that language
	b := newBrowser(t)
	// taken is a picture of a window that is wide enough, down to where a part of the page ends.
	taken := func(p *tab, name string, width int, last string) {
		t.Helper()
		p.size(width, 700, false)
		quoted, _ := json.Marshal(last)
		ends := p.run(fmt.Sprintf("Math.ceil(document.querySelector(%s).getBoundingClientRect().bottom + scrollY)",
			quoted))
		p.picture(name, params{"format": "png", "captureBeyondViewport": true,
			"clip": params{"x": 0, "y": 0, "width": width, "height": ends.(float64) + 14, "scale": 1}})
		fewColours(t, filepath.Join(dir, name+".png"))
	}
	empty := filepath.Join(t.TempDir(), "Bao cao")
	first := b.open(serve(t, empty).address)
	first.sees("Tạo thư mục làm việc")
	taken(first, "bat-dau", 860, ".ways")

	folder := kienAn(t)
	office := filepath.Join(folder, app.OfficeFile)
	due := time.Now().AddDate(0, 0, 9).Format(time.DateOnly)
	write(t, office, strings.Replace(read(t, office), "[report]", "[report]\ndue = "+due, 1))
	o := serve(t, folder)
	p := b.open(o.address)
	p.sees("Số liệu đã cập nhật")
	p.goTo(o.root + "/") // with all that it leads to, which is not there while the files are read
	p.sees("Số liệu đã cập nhật")
	taken(p, "trang-lam-viec", 1160, "#ct-16")
	p.click(".questions a")
	p.sees("Chọn câu trả lời đúng")
	taken(p, "cau-hoi", 860, "fieldset")
	p.goTo(o.root + "/don-vi/phuong-van-dau")
	p.sees("Thư gửi đơn vị")
	taken(p, "don-vi", 860, "textarea")
}

// fewColours writes a picture anew with its 256 most frequent colours: a third of the room, and nobody sees it.
func fewColours(t *testing.T, path string) {
	t.Helper()
	drawn, err := png.Decode(strings.NewReader(read(t, path)))
	if err != nil {
		t.Fatal(err)
	}
	count := map[color.Color]int{}
	b := drawn.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			count[drawn.At(x, y)]++
		}
	}
	colours := slices.SortedFunc(maps.Keys(count), func(a, b color.Color) int {
		return cmp.Or(-cmp.Compare(count[a], count[b]), cmp.Compare(fmt.Sprint(a), fmt.Sprint(b)))
	})
	few := image.NewPaletted(b, colours[:min(len(colours), 256)])
	draw.Draw(few, b, drawn, b.Min, draw.Src)
	var out bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, few); err != nil {
		t.Fatal(err)
	}
	write(t, path, out.String())
}
