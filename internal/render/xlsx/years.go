package xlsx

import (
	"fmt"
	"strconv"

	"baocao/internal/assess"
	"baocao/internal/quantity"
)

// years puts the figures of the years beside each other; nil where only this year's are
// known. This year's are those of the annex.
func years(a *assess.Annex, annex annexPlaces) *sheet {
	series, ok := a.Series()
	if !ok {
		return nil
	}
	w := a.Plan.Words
	s := &sheet{name: w.Text("so-lieu.qua-cac-nam.sheet"), tab: tabResult, widths: []float64{9, 46, 13}, fixed: 2}
	s.title(w.Text("so-lieu.qua-cac-nam.tieu-de"), look{bold: true, size: 14})
	s.title(w.Text("so-lieu.qua-cac-nam.giai-thich"), look{italic: true})
	heads := headingCells(w.Texts("so-lieu.qua-cac-nam", "chi-tieu", "noi-dung", "dvt")...)
	for _, year := range series.Years {
		heads = append(heads, cell{number: new(quantity.Int(int64(year))), look: look{bold: true, centre: true,
			shaded: true, numeric: true, format: "0"}})
		s.widths = append(s.widths, 13)
	}
	heads = append(heads, headingCells(w.Texts("so-lieu.qua-cac-nam", "tang-giam", "tang-giam-ty-le")...)...)
	s.widths = append(s.widths, 13, 11)
	for i := range s.rows { // the titles run over what has become wider
		s.rows[i].spans[0].to = len(s.widths) - 1
	}
	s.head = s.add(heads...)
	for _, r := range series.Rows {
		s.yearsRow(r, annex)
	}
	s.filtered()
	return s
}

// yearsRow adds the figures of a measure.
func (s *sheet) yearsRow(r assess.SeriesRow, annex annexPlaces) {
	const firstYear = 3
	id := r.Measure.ID
	at := len(s.rows) + 1
	cells := []cell{centred(id).clickable(annex.to(id)), text(r.Measure.Name), centred(r.Measure.Unit)}
	for i, c := range r.Cells {
		c.Bold = i == len(r.Cells)-1
		painted := annexCell(c)
		if c.Bold && painted.number != nil {
			painted.formula = annex.cell(annex.figure, id)
		}
		cells = append(cells, painted)
	}
	now, then := fmt.Sprintf("%s%d", columnName(firstYear+len(r.Cells)-1), at), fmt.Sprintf("%s%d",
		columnName(firstYear+max(r.Since, 0)), at)
	change, percent := centred(""), centred("")
	if r.Change != nil && showable(*r.Change, changeDecimals) {
		decimals := r.Change.Decimals(changeDecimals)
		change = computed(fmt.Sprintf("ROUND(%s-%s,%d)", now, then, decimals), *r.Change, decimals)
		change.look.format = signedFormat(decimals)
	}
	if r.Percent != nil {
		percent = numberCell(*r.Percent, 1)
		percent.look.format = signedFormat(1)
		figure, base := *r.Cells[len(r.Cells)-1].Number, *r.Cells[r.Since].Number
		if roundsTo("ROUND", 100*(figure.Float()-base.Float())/base.Float(), 1, *r.Percent) {
			percent.formula = fmt.Sprintf("ROUND(100*(%s-%s)/%s,1)", now, then, then)
		}
	}
	s.add(append(cells, change, percent)...)
}

// changeDecimals is as many as a change is shown with.
const changeDecimals = 6

// signedFormat shows whether a number is more or less.
func signedFormat(decimals int) string {
	f := "#,##0"
	if decimals > 0 {
		f += "." + fmt.Sprintf("%0*d", decimals, 0)
	}
	return "+" + f + ";-" + f + ";" + strconv.Itoa(0)
}
