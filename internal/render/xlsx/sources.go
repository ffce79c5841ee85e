package xlsx

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/returns"
	"baocao/internal/wording"
)

// sourceWidths are the widths of the columns of the sheet of sources. Those from
// sourceAlways on stand there where somebody has something to say in them; else the room
// is for the others.
var sourceWidths = [...]float64{7, 26, 14, 11, 8, 8, 18, 9, 6, 13, 18, 14, 12, 14, 10, 10, 12}

const sourceAlways = 6

// sources is the sheet of where each figure comes from and what it was read by, those
// that cannot be used included. It keeps where the rows stand, not the rows.
func (r *answers) sources() *sheet {
	w := r.words
	s := &sheet{name: w.Text("so-lieu.nguon.sheet"), tab: tabSource, fixed: 3}
	r.sourceSheet = s.name
	const heads = 3 // rows above the others
	var said [len(sourceWidths)]bool
	whole := stream{widths: make([]float64, len(sourceWidths))}
	length := 0
	for row := range r.annex.Readings() {
		length++
		cells := r.sourceRow(row)
		whole.numbersOf(cells)
		for i, c := range cells {
			said[i] = said[i] || i < sourceAlways || c.text != ""
		}
		key := answerKey{row.Source.Unit, row.Key}
		if _, has := r.source[key]; !has && row.State != assess.SetAside {
			r.source[key] = heads + length
		}
	}
	names := w.Texts("so-lieu.nguon", "chi-tieu", "noi-dung", "don-vi", "gia-tri", "dvt", "tinh-trang", "tep",
		"ten-sheet", "o", "trong-o", "dong", "cot", "dvt-doc", "ky-doc", "ben-canh", "cach-doc", "ghi-chu")
	soft := []int{1, 2, 6, 10, 11, 16}
	var shown []int
	for i, width := range sourceWidths {
		if i < sourceAlways || said[i] {
			if slices.Contains(soft, i) {
				s.soft = append(s.soft, len(shown))
			}
			shown = append(shown, i)
			s.widths = append(s.widths, width)
		}
	}
	if left := widestPage - s.width(); left > 0 {
		for _, i := range s.soft {
			s.widths[i] += left / float64(len(s.soft))
		}
	}
	s.title(w.Text("so-lieu.nguon.tieu-de"), look{bold: true, size: 14})
	s.title(w.Text("so-lieu.nguon.giai-thich"), look{italic: true})
	s.headings(chosen(names, shown)...)
	r.firstSources()
	if length == 0 {
		s.across(text(w.Text("so-lieu.nguon.chua-co")))
		return s
	}
	whole.from, whole.length, whole.widths = heads, length, chosen(whole.widths, shown)
	whole.rows = func(yield func([]cell) bool) {
		for row := range r.annex.Readings() {
			cells := r.sourceRow(row)
			if m := r.measures[row.Measure]; m != nil && length <= maxLinks/2 { // the way to the file comes first
				cells[0] = cells[0].clickable(toName(m.CellName()))
			}
			for i, at := range shown { // in their places: there are very many rows
				cells[i] = cells[at]
			}
			if !yield(cells[:len(shown)]) {
				return
			}
		}
	}
	s.more = whole
	s.filtered()
	return s
}

// sourceRow are the cells of an answer, those of all columns.
func (r *answers) sourceRow(row assess.SourceRow) []cell {
	in := r.in(r.annex.Plan.Ask(row.Source.Unit, row.Key), row.In)
	cells := make([]cell, 0, len(sourceWidths))
	cells = append(cells, centred(row.Measure), text(row.Label), text(row.Sender), r.reading(row), centred(in),
		r.state(row))
	return r.appendFound(cells, row)
}

// firstSources notes where the first row of each measure stands.
func (r *answers) firstSources() {
	for _, m := range r.annex.Measures() {
		for _, o := range m.Sources {
			if at := r.toRow(answerKey{o.Unit, o.Key}); at != (link{}) {
				r.first[m.ID] = at
				break
			}
		}
	}
	for _, o := range r.annex.Unusable {
		if _, has := r.first[o.Measure]; !has {
			r.first[o.Measure] = r.toRow(answerKey{o.Unit, o.Key})
		}
	}
}

// toRow leads to an answer's row in the sheet of sources.
func (r *answers) toRow(of answerKey) link {
	if at := r.source[of]; at > 0 {
		return link{sheet: r.sourceSheet, cell: fmt.Sprintf("A%d", at)}
	}
	return link{}
}

// chosen are the columns of a row that are shown.
func chosen[T any](row []T, shown []int) []T {
	out := make([]T, len(shown))
	for i, at := range shown {
		out[i] = row[at]
	}
	return out
}

// reading is what an answer was taken for.
func (r *answers) reading(row assess.SourceRow) cell {
	if row.State == assess.ToMend {
		c := remark(r.asFound(row.Observation))
		c.look.alert = true
		return c
	}
	return answered(r.words, row.Observation, row.Kind)
}

func (r *answers) state(row assess.SourceRow) cell {
	switch row.State {
	case assess.Decided:
		return centred(r.words.Text("so-lieu.nguon.trang-thai.da-chot")).bold()
	case assess.SetAside:
		return remark(r.words.Text("so-lieu.nguon.trang-thai.khong-dung"))
	case assess.ToMend:
		c := centred(r.words.Text("so-lieu.nguon.trang-thai.can-xu-ly")).bold()
		c.look.alert = true
		return c
	case assess.Used:
	}
	return centred(r.words.Text("so-lieu.nguon.trang-thai.dung"))
}

// appendFound adds where an answer stands and what it was read by.
func (r *answers) appendFound(cells []cell, row assess.SourceRow) []cell {
	var read returns.Read
	if row.Read != nil {
		read = *row.Read
	}
	stored := diag.Visible(read.Shown)
	if read.Stored != read.Shown && digits(read.Stored) != digits(read.Shown) {
		stored = r.words.Text("so-lieu.nguon.trong-o-luu",
			wording.Args{"thay": stored, "luu": diag.Visible(read.Stored)})
	}
	at, label := row.At, read.Label
	if label == row.Label { // as a form prints it
		label = ""
	}
	if read.Heading != "" { // it has a column of its own
		row.Column = ""
	}
	return append(cells, name(at.File), name(at.Sheet), r.opening(at), text(stored),
		name(label), name(read.Heading), r.readFrom(read.Unit, read.UnitAt, at),
		r.readFrom(read.Period, read.PeriodAt, at), r.beside(read), centred(row.Way(r.words)), text(r.note(row)))
}

// digits are what two ways of writing the same number have in common.
func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("., \u00a0", r) {
			return -1
		}
		return r
	}, s)
}

// opening is the cell's name, which opens the file there. The file's own name would be
// cut off: LibreOffice does not break the lines of a link.
func (r *answers) opening(at diag.Position) cell {
	if at.File == "" {
		return cell{}
	}
	return centred(cmp.Or(at.Cell, r.words.Text("so-lieu.nguon.mo-tep"))).clickable(inFile(at.File, at.Sheet, at.Cell))
}

// readFrom is a text that told something of a figure, and the cell it stands in.
func (r *answers) readFrom(said string, place returns.Spot, figure diag.Position) cell {
	switch {
	case said == "":
		return cell{}
	case place.Cell == "":
		return name(said)
	case place.Sheet == returns.SheetMark:
		return name(r.words.Text("so-lieu.nguon.cua-bieu-mau", wording.Args{"chu": said}))
	}
	cell := place.Cell
	if place.Sheet != figure.Sheet {
		cell = diag.PlaceInFile(diag.Position{File: figure.File, Sheet: place.Sheet, Cell: place.Cell}, diag.Vi)
	}
	return name(r.words.Text("so-lieu.nguon.doc-tu", wording.Args{"chu": said, "o": cell}))
}

// beside are the plan and last year's figure that stand in the same row.
func (r *answers) beside(read returns.Read) cell {
	var lines []string
	if read.Plan != "" {
		lines = append(lines, r.words.Text("so-lieu.nguon.ke-hoach", wording.Args{"so": diag.Visible(read.Plan)}))
	}
	if read.LastYear != "" {
		lines = append(lines, r.words.Text("so-lieu.nguon.nam-truoc", wording.Args{"so": diag.Visible(read.LastYear)}))
	}
	return text(strings.Join(lines, "\n"))
}

// note is what the unit wrote beside the figure, who decided it, and why it is not used.
func (r *answers) note(row assess.SourceRow) string {
	var lines []string
	if row.Note != "" {
		lines = append(lines, row.Note)
	}
	if c := row.Choice; c != nil {
		lines = append(lines, r.decision(row.Observation))
	}
	if row.State == assess.SetAside {
		lines = append(lines, row.Why.In(diag.Vi))
	}
	return strings.Join(lines, "\n")
}

// decision says who decided a figure, when and why.
func (r *answers) decision(o returns.Observation) string {
	c := o.Choice
	by := c.By
	if by == "" {
		by = r.annex.Plan.Office.Issuer
	}
	return diag.Say("version.decided", diag.Args{"by": by, "reason": c.Reason}).In(diag.Vi)
}
