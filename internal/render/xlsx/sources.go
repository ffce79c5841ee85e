package xlsx

import (
	"cmp"
	"fmt"
	"iter"
	"strings"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/returns"
	"baocao/internal/wording"
)

// sourceColumn is a column of the sheet of sources.
type sourceColumn struct {
	head   string // the key of its words
	width  float64
	always bool // else it stands there where somebody has something to say in it
	soft   bool // it gives way where the page is too narrow
	number bool // there are numbers in it
	cell   func(*answers, *sourceRow) cell
}

var sourceColumns = [...]sourceColumn{
	{head: "so-lieu.nguon.chi-tieu", width: 7, always: true, cell: (*answers).sourceMeasure},
	{head: "so-lieu.nguon.noi-dung", width: 26, always: true, soft: true, cell: (*answers).sourceLabel},
	{head: "so-lieu.nguon.don-vi", width: 14, always: true, soft: true, cell: (*answers).sender},
	{head: "so-lieu.nguon.gia-tri", width: 11, always: true, number: true, cell: (*answers).reading},
	{head: "so-lieu.nguon.dvt", width: 8, always: true, cell: (*answers).sourceUnit},
	{head: "so-lieu.nguon.tinh-trang", width: 8, always: true, cell: (*answers).state},
	{head: "so-lieu.nguon.tep", width: 18, soft: true, cell: (*answers).file},
	{head: "so-lieu.nguon.ten-sheet", width: 9, cell: (*answers).fileSheet},
	{head: "so-lieu.nguon.o", width: 6, cell: (*answers).opening},
	{head: "so-lieu.nguon.trong-o", width: 13, cell: (*answers).stored},
	{head: "so-lieu.nguon.dong", width: 18, soft: true, cell: (*answers).readLabel},
	{head: "so-lieu.nguon.cot", width: 14, soft: true, cell: (*answers).readHeading},
	{head: "so-lieu.nguon.dvt-doc", width: 12, cell: (*answers).readUnit},
	{head: "so-lieu.nguon.ky-doc", width: 14, cell: (*answers).readPeriod},
	{head: "so-lieu.nguon.ben-canh", width: 10, cell: (*answers).beside},
	{head: "so-lieu.nguon.cach-doc", width: 10, cell: (*answers).way},
	{head: "so-lieu.nguon.ghi-chu", width: 12, soft: true, cell: (*answers).sourceNote},
}

// sourceRow is an answer with what it was read by, blank where nothing was read.
type sourceRow struct {
	assess.SourceRow
	read *returns.Read
}

// sourceRows are the rows of the sheet of sources. Each holds until the next one.
func (r *answers) sourceRows() iter.Seq[*sourceRow] {
	return func(yield func(*sourceRow) bool) {
		var row sourceRow
		for row.SourceRow = range r.annex.Readings() {
			if row.read = row.Read; row.read == nil {
				row.read = &returns.Read{}
			}
			if !yield(&row) {
				return
			}
		}
	}
}

// sources is the sheet of where each figure comes from and what it was read by, those
// that cannot be used included. It keeps where the rows stand, not the rows.
func (r *answers) sources() *sheet {
	w := r.words
	s := &sheet{name: w.Text("so-lieu.nguon.sheet"), tab: tabSource, fixed: 3}
	r.sourceSheet = s.name
	const heads = 3 // rows above the others
	var stands [len(sourceColumns)]bool
	var widths [len(sourceColumns)]float64
	for i, c := range sourceColumns {
		stands[i] = c.always
	}
	length := 0
	for row := range r.sourceRows() {
		length++
		for i := range sourceColumns { // no more than what has to be known: there are very many rows
			switch of := &sourceColumns[i]; {
			case of.number:
				if c := of.cell(r, row); c.number != nil {
					widths[i] = max(widths[i], c.room())
				}
			case !stands[i]:
				stands[i] = of.cell(r, row).text != ""
			}
		}
		key := answerKey{row.Source.Unit, row.Key}
		if _, has := r.source[key]; !has && row.State != assess.SetAside {
			r.source[key] = heads + length
		}
	}
	var shown []*sourceColumn
	var names []string
	whole := stream{from: heads, length: length}
	for i := range sourceColumns {
		if of := &sourceColumns[i]; stands[i] {
			if of.soft {
				s.soft = append(s.soft, len(shown))
			}
			shown = append(shown, of)
			names = append(names, w.Text(of.head))
			s.widths = append(s.widths, of.width)
			whole.widths = append(whole.widths, widths[i])
		}
	}
	if left := widestPage - s.width(); left > 0 {
		for _, i := range s.soft {
			s.widths[i] += left / float64(len(s.soft))
		}
	}
	s.title(w.Text("so-lieu.nguon.tieu-de"), look{bold: true, size: 14})
	s.title(w.Text("so-lieu.nguon.giai-thich"), look{italic: true})
	s.headings(names...)
	r.firstSources()
	if length == 0 {
		s.across(text(w.Text("so-lieu.nguon.chua-co")))
		return s
	}
	whole.rows = func(yield func([]cell) bool) {
		cells := make([]cell, len(shown))
		for row := range r.sourceRows() {
			for i, of := range shown {
				cells[i] = of.cell(r, row)
			}
			if m := r.measures[row.Measure]; m != nil && length <= maxLinks/2 { // the way to the file comes first
				cells[0] = cells[0].clickable(toName(m.CellName()))
			}
			if !yield(cells) {
				return
			}
		}
	}
	s.more = whole
	s.filtered()
	return s
}

func (r *answers) sourceMeasure(row *sourceRow) cell { return centred(row.Measure) }

func (r *answers) sourceLabel(row *sourceRow) cell { return text(row.Label) }

func (r *answers) sender(row *sourceRow) cell { return text(row.Sender) }

func (r *answers) sourceUnit(row *sourceRow) cell {
	return centred(r.in(r.annex.Plan.Ask(row.Source.Unit, row.Key), row.In))
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

// reading is what an answer was taken for.
func (r *answers) reading(row *sourceRow) cell {
	if row.State == assess.ToMend {
		c := remark(r.asFound(row.Observation))
		c.look.alert = true
		return c
	}
	return answered(r.words, row.Observation, row.Kind)
}

func (r *answers) state(row *sourceRow) cell {
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

func (r *answers) file(row *sourceRow) cell { return name(row.At.File) }

func (r *answers) fileSheet(row *sourceRow) cell { return name(row.At.Sheet) }

// stored is what stands in the cell, and what a reader sees of it where that differs.
func (r *answers) stored(row *sourceRow) cell {
	shown := diag.Visible(row.read.Shown)
	if row.read.Stored == row.read.Shown || digits(row.read.Stored) == digits(row.read.Shown) {
		return text(shown)
	}
	return text(r.words.Text("so-lieu.nguon.trong-o-luu",
		wording.Args{"thay": shown, "luu": diag.Visible(row.read.Stored)}))
}

func (r *answers) readLabel(row *sourceRow) cell {
	if row.read.Label == row.Label { // as a form prints it
		return cell{}
	}
	return name(row.read.Label)
}

func (r *answers) readHeading(row *sourceRow) cell { return name(row.read.Heading) }

func (r *answers) readUnit(row *sourceRow) cell {
	return r.readFrom(&r.unitRead, row.read.Unit, row.read.UnitAt, row.At)
}

func (r *answers) readPeriod(row *sourceRow) cell {
	return r.readFrom(&r.periodRead, row.read.Period, row.read.PeriodAt, row.At)
}

func (r *answers) way(row *sourceRow) cell {
	of := row.SourceRow
	if row.read.Heading != "" { // it has a column of its own
		of.Column = ""
	}
	return centred(of.Way(r.words))
}

func (r *answers) sourceNote(row *sourceRow) cell { return text(r.note(&row.SourceRow)) }

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
func (r *answers) opening(row *sourceRow) cell {
	at := row.At
	if at.File == "" {
		return cell{}
	}
	return centred(cmp.Or(at.Cell, r.words.Text("so-lieu.nguon.mo-tep"))).clickable(inFile(at.File, at.Sheet, at.Cell))
}

// repeated is a text that very many rows say below each other, with what it is made of.
type repeated[T comparable] struct {
	of   T
	text string
}

// made is the text of something, made where the last one was of something else.
func (r *repeated[T]) made(of T, text func() string) string {
	if r.text == "" || r.of != of {
		r.of, r.text = of, text()
	}
	return r.text
}

// readText is what makes the text of readFrom.
type readText struct {
	said string
	at   returns.Spot
	file string // where that is another sheet than the figure's
}

// readFrom is a text that told something of a figure, and the cell it stands in.
func (r *answers) readFrom(last *repeated[readText], said string, at returns.Spot, figure diag.Position) cell {
	if said == "" {
		return cell{}
	}
	of := readText{said: said, at: at}
	if at.Sheet != figure.Sheet {
		of.file = figure.File
	}
	return text(last.made(of, func() string {
		switch {
		case at.Cell == "":
			return diag.Visible(said)
		case at.Sheet == returns.SheetMark:
			return diag.Visible(r.words.Text("so-lieu.nguon.cua-bieu-mau", wording.Args{"chu": said}))
		}
		cell := at.Cell
		if of.file != "" {
			cell = diag.PlaceInFile(diag.Position{File: of.file, Sheet: at.Sheet, Cell: at.Cell}, diag.Vi)
		}
		return diag.Visible(r.words.Text("so-lieu.nguon.doc-tu", wording.Args{"chu": said, "o": cell}))
	}))
}

// beside are the plan and last year's figure that stand in the same row.
func (r *answers) beside(row *sourceRow) cell {
	plan, last := row.read.Plan, row.read.LastYear
	if plan == "" && last == "" {
		return cell{}
	}
	return text(r.figuresBeside.made([2]string{plan, last}, func() string {
		var lines []string
		if plan != "" {
			lines = append(lines, r.words.Text("so-lieu.nguon.ke-hoach", wording.Args{"so": diag.Visible(plan)}))
		}
		if last != "" {
			lines = append(lines, r.words.Text("so-lieu.nguon.nam-truoc", wording.Args{"so": diag.Visible(last)}))
		}
		return strings.Join(lines, "\n")
	}))
}

// note is what the unit wrote beside the figure, who decided it, and why it is not used.
func (r *answers) note(row *assess.SourceRow) string {
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
