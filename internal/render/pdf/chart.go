package pdf

import (
	"baocao/internal/document"
	"baocao/internal/form"
)

const (
	chartSize    = 9.0
	chartLeading = 11.0
	chartPad     = 2.0 // above and below the words of a row
	barHeight    = 7.0
	stripe       = 2.5
)

// Parts of the room that the columns of a chart have.
var chartColumns = [...]float64{0.35, 0.18, 0.32, 0.15}

// chart sets a page of bars behind the annex.
func (s *setter) chart(c *document.Chart) {
	s.newPage(false)
	f := s.form.Annex
	centre := func(text string, of form.Text) {
		s.titled(styled(text, of.Style), titlePhrase, 0, s.room(), of.Size.Is, of.Leading)
	}
	s.title = s.open(0, asHeading1)
	centre(c.Title, f.Title)
	s.title = 0
	s.gap(4)
	s.block(runs(c.Under, document.Italic), 0, s.room(), chartSize, chartLeading, alignLeft)
	s.gap(4)
	table := s.open(0, asTable)
	for i, r := range c.Rows {
		if r.Head {
			s.chartHead(table, r, c.Rows[i+1:])
		} else {
			s.chartRow(table, r)
		}
	}
}

// chartHead sets the head of a group, which stays with its first row.
func (s *setter) chartHead(table int, r document.ChartRow, rest []document.ChartRow) {
	rs := append(runs(r.Label, document.Bold), runs(": "+r.Figure, document.Plain)...)
	lines := s.wrap(rs, chartSize+1, s.room(), s.room(), alignLeft)
	need := 6 + float64(len(lines))*(chartLeading+1) + 3
	if len(rest) > 0 && !rest[0].Head {
		_, _, least := s.chartLines(rest[0])
		need += least
	}
	if s.y+need > s.bottom() {
		s.newPage(false)
	}
	s.gap(6)
	s.tag = s.open(s.open(table, asRow), asHeadCell)
	s.tags[s.tag].ColSpan = len(chartColumns)
	s.stack(lines, 0, s.room(), chartSize+1, chartLeading+1, alignLeft)
	s.add(Line{X1: s.left(), Y1: s.y + 2, X2: s.left() + s.room(), Y2: s.y + 2, Thickness: gridThickness})
	s.gap(3)
}

// chartLines are the words of a row, its height, and the least that stands on one page:
// all of it, unless it is very tall.
func (s *setter) chartLines(r document.ChartRow) (lines [len(chartColumns)][]setLine, height, least float64) {
	most := 1
	for i, t := range [...]string{r.Label, "", r.Figure, r.Verdict} {
		room := chartColumns[i]*s.room() - 4
		lines[i] = s.wrap(runs(t, document.Plain), chartSize, room, room, alignLeft)
		most = max(most, len(lines[i]))
	}
	height = float64(most)*chartLeading + 2*chartPad
	if height > mostTogether*(s.bottom()-s.top()) {
		return lines, height, 4*chartLeading + 2*chartPad
	}
	return lines, height, height
}

// chartRow sets a row. Of one that goes on on the next page the words that are left stand
// there alone.
func (s *setter) chartRow(table int, r document.ChartRow) {
	row := s.open(table, asRow)
	lines, height, least := s.chartLines(r)
	if s.y+least > s.bottom() {
		s.newPage(false)
	}
	top, x := s.y, 0.0
	height = min(height, s.bottom()-top)
	fit := int((height - 2*chartPad) / chartLeading)
	var cells [len(chartColumns)]int
	for i := range cells {
		cells[i] = s.open(row, asCell)
		s.tag = cells[i]
		width := chartColumns[i] * s.room()
		if i == 1 && r.Bar != nil {
			s.tag = s.open(cells[i], asFigure)
			s.tags[s.tag].Says = r.Says
			s.bar(*r.Bar, r.Look, s.left()+x+4, top, width-16, height)
		}
		here := lines[i][:min(fit, len(lines[i]))]
		s.y = top + (height-float64(len(here))*chartLeading)/2
		s.stack(here, x, width-4, chartSize, chartLeading, alignLeft)
		x += width
	}
	s.y, x = top+height, 0
	for i := range cells {
		width := chartColumns[i] * s.room()
		s.tag = cells[i]
		s.stack(lines[i][min(fit, len(lines[i])):], x, width-4, chartSize, chartLeading, alignLeft)
		x += width
	}
}

// bar draws one in a room: what was promised is a mark over its whole height, or an
// outlined ground.
func (s *setter) bar(b document.Bar, look document.Look, x, top, width, height float64) {
	at := func(v float64) float64 { return x + v*width }
	middle := top + height/2
	y := middle - barHeight/2
	const over = 3.0 // that marks reach beyond the bar
	if b.High > b.Low {
		s.add(Rect{X: at(b.Low), Y: y - over, Width: (b.High - b.Low) * width, Height: barHeight + 2*over,
			Thickness: 0.4, Shade: 20, Tag: s.tag})
	}
	from, to := at(min(b.Zero, b.Value)), at(max(b.Zero, b.Value))
	shade := map[document.Look]uint8{document.Dark: 150, document.Grey: 60}[look]
	if to > from {
		s.add(Rect{X: from, Y: y, Width: to - from, Height: barHeight, Thickness: 0.4, Shade: shade, Tag: s.tag})
	}
	if look == document.Striped {
		for at := from + stripe; at < to; at += stripe {
			s.add(Line{X1: at, Y1: y, X2: at, Y2: y + barHeight, Thickness: 0.5, Tag: s.tag})
		}
	}
	s.add(Line{X1: at(b.Zero), Y1: y - over, X2: at(b.Zero), Y2: y + barHeight + over, Thickness: 0.4, Tag: s.tag})
	if b.High == b.Low {
		s.add(Line{X1: at(b.Low), Y1: y - over, X2: at(b.Low), Y2: y + barHeight + over, Thickness: 2, Tag: s.tag})
	}
	if b.Before != nil {
		s.add(Line{X1: at(*b.Before), Y1: y - over, X2: at(*b.Before), Y2: y + barHeight + over, Thickness: 0.8,
			Dash: 1.5, Gap: 1.2, Tag: s.tag})
	}
}
