package pdf

import (
	"fmt"
	"image"

	"baocao/internal/document"
)

const (
	pixel       = 72.0 / 96 // of a picture, on the page
	mostOfPage  = 0.6       // of its height, that a picture takes
	leastOfSize = 0.7       // to which it is made smaller to stay on a page
	belowImage  = 4         // to the words below
	imageFrame  = 0.2 * mm  // around it: most show white windows
)

// pictured is a picture made ready for its place: as large as it is, as the text is wide, or as a page
// leaves room for others beside it.
func (s *setter) pictured(b document.Picture) *Picture {
	size := b.Image.Bounds().Size()
	w, h := float64(size.X)*pixel, float64(size.Y)*pixel
	if by := min(1, s.room()/w, mostOfPage*(s.bottom()-s.top())/h); by < 1 {
		w, h = w*by, h*by
	}
	return &Picture{Width: w, Height: h, Image: b.Image}
}

// heightOfPicture is that of a picture and the words below it.
func (s *setter) heightOfPicture(b bodyBlock) float64 {
	return b.picture.Height + belowImage + float64(len(b.lines))*b.size*noteLeading
}

// picture sets a picture and the words below it, on one page: somewhat smaller rather than on the next one.
func (s *setter) picture(b bodyBlock) {
	p := *b.picture
	if over := s.y + s.heightOfPicture(b) - s.bottom(); over > 0 && s.y > s.top() {
		if by := (p.Height - over) / p.Height; by >= leastOfSize {
			p.Width, p.Height = p.Width*by, p.Height*by
		} else {
			s.newPage(false)
		}
	}
	p.X, p.Y, p.Tag = s.left()+(s.room()-p.Width)/2, s.y, b.tag-1 // the figure stands before its words
	s.add(p)
	s.add(Rect{X: p.X, Y: p.Y, Width: p.Width, Height: p.Height, Thickness: imageFrame})
	s.y += p.Height + belowImage
	s.tag = b.tag
	s.stack(b.lines, 0, s.room(), b.size, b.size*noteLeading, alignCentre)
}

// image adds a picture to the page.
func (p *painter) image(f Picture, pageHeight float64) {
	p.images = append(p.images, f.Image)
	p.out = append(p.out, "q "...)
	p.out = appendLength(p.out, f.Width, " 0 0 ")
	p.out = appendLength(p.out, f.Height, " ")
	p.out = appendLength(p.out, f.X, " ")
	p.out = appendLength(p.out, pageHeight-f.Y-f.Height, " cm ")
	p.out = fmt.Appendf(p.out, "/I%d Do Q ", len(p.images)-1)
}

// images adds the pictures and gives their entries among the resources.
func (f *finisher) images(all []image.Image) string {
	entries := ""
	for i, m := range all {
		entries += fmt.Sprintf("/I%d %s", i, ref(f.image(m)))
	}
	if entries != "" {
		entries = "/XObject<<" + entries + ">>"
	}
	return entries
}

// image adds a picture: of one with a palette the palette and a byte for each pixel, of others three.
func (f *finisher) image(m image.Image) int {
	b := m.Bounds()
	dict := fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8", b.Dx(), b.Dy())
	var data []byte
	if of, ok := m.(*image.Paletted); ok {
		colours := []byte{}
		for _, c := range of.Palette {
			r, g, b, _ := c.RGBA()
			colours = fmt.Appendf(colours, "%02X%02X%02X", r>>8, g>>8, b>>8)
		}
		for y := b.Min.Y; y < b.Max.Y; y++ {
			at := of.PixOffset(b.Min.X, y)
			data = append(data, of.Pix[at:at+b.Dx()]...)
		}
		dict += fmt.Sprintf("/ColorSpace[/Indexed/DeviceRGB %d<%s>]", len(of.Palette)-1, colours)
		return f.addPacked(dict, data)
	}
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			r, g, b, _ := m.At(x, y).RGBA()
			data = append(data, byte(r>>8), byte(g>>8), byte(b>>8))
		}
	}
	return f.addPacked(dict+"/ColorSpace/DeviceRGB", data)
}
