package correction

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"baocao/internal/ooxml"
	"baocao/internal/workbook"
)

// The boxes of comments are drawn in VML, an XML of its own kind that programs
// have written with elements left open. So it is not read as XML: shapes are
// cut out and put in as they stand.
const (
	vmlSpace  = "urn:schemas-microsoft-com:vml"
	vmlOffice = "urn:schemas-microsoft-com:office:office"
	vmlExcel  = "urn:schemas-microsoft-com:office:excel"
)

// drawing is the part with the shapes of one sheet.
type drawing struct {
	data   []byte // nil when there is no such part yet
	shapes []shape
	edits  []edit
	added  strings.Builder
	next   int    // the number of the next shape
	count  int    // of shapes written here
	block  int    // of a thousand numbers, for a new part
	spaces string // declarations of the prefixes of a shape, where the part has others
}

// shape is the box of one comment.
type shape struct {
	from, to int
	at       place
}

var (
	vmlPrefix = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`xmlns:([A-Za-z0-9_]+)\s*=\s*["']urn:schemas-microsoft-com:vml["']`)
	})
	vmlRow = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`<(?:[A-Za-z0-9_]+:)?Row>\s*([0-9]{1,7})\s*</`)
	})
	vmlColumn = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`<(?:[A-Za-z0-9_]+:)?Column>\s*([0-9]{1,5})\s*</`)
	})
	vmlNote   = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`ObjectType\s*=\s*["']Note["']`) })
	vmlAnchor = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`<(?:[A-Za-z0-9_]+:)?Anchor>([^<]*)</`)
	})
	vmlNumber = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`_s([0-9]{1,9})["']`) })
	vmlBlocks = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`idmap\b[^>]*\bdata\s*=\s*["']([0-9, ]*)["']`)
	})
	vmlTextType = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`shapetype\b[^>]*\bid\s*=\s*["']_x0000_t202["']`)
	})
)

func scanDrawing(data []byte, block int) *drawing {
	d := &drawing{data: data, block: block, next: block*1024 + 1}
	if data == nil {
		return d
	}
	d.next = 1025
	d.declare()
	for _, m := range vmlNumber().FindAllSubmatch(data, -1) {
		n, _ := strconv.Atoi(string(m[1]))
		d.next = max(d.next, n+1)
	}
	prefix := "v:"
	if m := vmlPrefix().FindSubmatch(data); m != nil {
		prefix = string(m[1]) + ":"
	}
	open, end := []byte("<"+prefix+"shape"), []byte("</"+prefix+"shape>")
	for at := 0; ; {
		n := bytes.Index(data[at:], open)
		if n < 0 {
			break
		}
		from := at + n
		at = from + len(open)
		if at >= len(data) || !ooxml.IsSpace(data[at]) && data[at] != '>' {
			continue // <v:shapetype>
		}
		n = bytes.Index(data[at:], end)
		if n < 0 {
			break
		}
		at += n + len(end)
		one := data[from:at]
		row, col := vmlRow().FindSubmatch(one), vmlColumn().FindSubmatch(one)
		if row == nil || col == nil || !vmlNote().Match(one) {
			continue
		}
		r, _ := strconv.Atoi(string(row[1]))
		c, _ := strconv.Atoi(string(col[1]))
		d.shapes = append(d.shapes, shape{from, at, place{r + 1, c + 1}})
	}
	return d
}

// lastBlock is the last thousand of numbers that a drawing of the file has taken
// for its shapes.
func (p *parts) lastBlock() (last int) {
	for _, f := range p.Files {
		if !strings.HasSuffix(ooxml.PartKey(f.Name), ".vml") {
			continue
		}
		data, err := p.read(f.Name)
		if err != nil {
			continue
		}
		for _, m := range vmlBlocks().FindAllSubmatch(data, -1) {
			for n := range strings.SplitSeq(string(m[1]), ",") {
				if n, err := strconv.Atoi(strings.TrimSpace(n)); err == nil && n < 1<<20 {
					last = max(last, n)
				}
			}
		}
	}
	return last
}

// remove takes the boxes of some cells away.
func (d *drawing) remove(cells func(place) bool) {
	kept := d.shapes[:0]
	for _, s := range d.shapes {
		if cells(s.at) {
			d.edits = append(d.edits, edit{s.from, s.to, ""})
		} else {
			kept = append(kept, s)
		}
	}
	d.shapes = kept
}

// put draws the box of a comment, or makes the one that is there large enough.
func (d *drawing) put(p *page, b box) {
	width, height := boxSize(b.text)
	for _, s := range d.shapes {
		if s.at != b.place {
			continue
		}
		m := vmlAnchor().FindSubmatchIndex(d.data[s.from:s.to])
		if m == nil {
			return
		}
		old := numbers(string(d.data[s.from+m[2] : s.from+m[3]]))
		if len(old) != 8 || old[0] >= workbook.MaxCol || old[2] >= workbook.MaxRow {
			return
		}
		a := p.anchor(old[0], old[1], old[2], old[3], width, height)
		// The sender's box may be the larger one already.
		if old[4] > a[4] || old[4] == a[4] && old[5] > a[5] {
			a[4], a[5] = old[4], old[5]
		}
		if old[6] > a[6] || old[6] == a[6] && old[7] > a[7] {
			a[6], a[7] = old[6], old[7]
		}
		d.edits = append(d.edits, edit{s.from + m[2], s.from + m[3], list(a)})
		return
	}
	left, top := min(b.col, workbook.MaxCol-8), max(b.row-2, 0)
	a := p.anchor(left, min(15, max(p.look(left+1).width-1, 0)), top, min(4, max(p.rowHeight(top+1)-1, 0)),
		width, height)
	d.count++
	fmt.Fprintf(&d.added, `<v:shape%s id="_x0000_s%d" type="#_x0000_t202" style='position:absolute;`+
		`margin-left:60pt;margin-top:2pt;width:%dpt;height:%dpt;z-index:%d;visibility:hidden' fillcolor="#ffffe1" `+
		`o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>`+
		`<v:path o:connecttype="none"/><v:textbox style='mso-direction-alt:auto'>`+
		`<div style='text-align:left'></div></v:textbox>`+
		`<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>%s</x:Anchor>`+
		`<x:AutoFill>False</x:AutoFill><x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>`,
		d.spaces, d.next, width*3/4, height*3/4, len(d.shapes)+d.count, list(a), b.row-1, b.col-1)
	d.next++
}

// declare finds out which prefixes of a shape the part lacks.
func (d *drawing) declare() {
	for _, ns := range []struct{ prefix, uri string }{{"v", vmlSpace}, {"o", vmlOffice}, {"x", vmlExcel}} {
		declared := regexp.MustCompile(`xmlns:` + ns.prefix + `\s*=\s*["']` + regexp.QuoteMeta(ns.uri) + `["']`)
		if !declared.Match(d.data) {
			d.spaces += ` xmlns:` + ns.prefix + `="` + ns.uri + `"`
		}
	}
}

// lastBlock is the last thousand of numbers that a new part has taken.
func (d *drawing) lastBlock() int { return (d.next - 1) / 1024 }

// save returns the part as it now is.
func (d *drawing) save() ([]byte, error) {
	added := d.added.String()
	kind := func(spaces string) string {
		return `<v:shapetype` + spaces + ` id="_x0000_t202" coordsize="21600,21600" o:spt="202" ` +
			`path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>` +
			`<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`
	}
	if d.data == nil {
		var blocks []string
		for n := d.block; n <= d.lastBlock(); n++ {
			blocks = append(blocks, strconv.Itoa(n))
		}
		return []byte(`<xml xmlns:v="` + vmlSpace + `" xmlns:o="` + vmlOffice + `" xmlns:x="` + vmlExcel + `">` +
			`<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="` + strings.Join(blocks, ",") +
			`"/></o:shapelayout>` +
			kind("") + added + `</xml>`), nil
	}
	if added != "" {
		if !vmlTextType().Match(d.data) {
			added = kind(d.spaces) + added
		}
		at := bytes.LastIndex(d.data, []byte("</xml"))
		if at < 0 {
			return nil, errors.New("has no end")
		}
		d.edits = append(d.edits, edit{at, at, added})
	}
	return apply(d.data, d.edits)
}

// anchor is where a box begins and ends, in cells and pixels within them.
func (p *page) anchor(col, x, row, y, width, height int) []int {
	right, dx := col, x+width
	for n := p.look(right + 1).width; dx > n && right < min(col+200, workbook.MaxCol-1); n = p.look(right + 1).width {
		dx -= n
		right++
	}
	bottom, dy := row, y+height
	for n := p.rowHeight(bottom + 1); dy > n && bottom < min(row+1000, workbook.MaxRow-1); n = p.rowHeight(bottom + 1) {
		dy -= n
		bottom++
	}
	return []int{col, x, row, y, right, min(dx, p.look(right+1).width), bottom, min(dy, p.rowHeight(bottom+1))}
}

// boxSize is how large a box must be for its text, in pixels: Tahoma 9.
func boxSize(text string) (width, height int) {
	const letter, line, border = 6.4, 15, 16
	width = 300
	if utf8.RuneCountInString(text) > 240 {
		width = 420
	}
	lines := 0
	for paragraph := range strings.SplitSeq(text, "\n") {
		lines += 1 + int(float64(utf8.RuneCountInString(paragraph))*letter)/(width-border)
	}
	return width, min(lines*line+border, 1200)
}

func numbers(s string) []int {
	var all []int
	for field := range strings.SplitSeq(s, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(field))
		if err != nil || n < 0 {
			return nil
		}
		all = append(all, n)
	}
	return all
}

func list(all []int) string {
	texts := make([]string, len(all))
	for i, n := range all {
		texts[i] = strconv.Itoa(n)
	}
	return strings.Join(texts, ", ")
}
