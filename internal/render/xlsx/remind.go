package xlsx

import (
	"strings"

	"baocao/internal/assess"
	"baocao/internal/compose"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/wording"
)

// leastInputs is how many columns of inputs the sheet for chasing has at least:
// as many as the reminders below need to be read.
const leastInputs = 9

// stateKeys are the texts of what became of an ask.
var stateKeys = map[assess.State]string{
	assess.StateReceived: "so-lieu.don-doc.o.da-nhan", assess.StateNil: "so-lieu.don-doc.o.khong-phat-sinh",
	assess.StatePending: "so-lieu.don-doc.o.chua-co-ket-qua", assess.StateFaulty: "so-lieu.don-doc.o.loi",
	assess.StateMissing: "so-lieu.don-doc.o.thieu",
}

// reminders is the sheet for chasing: a matrix of units and inputs, the files
// that came, and a reminder for each unit that owes, ready to be copied.
func reminders(a *assess.Annex) *sheet {
	w := a.Plan.Words
	s := &sheet{name: w.Text("so-lieu.don-doc.sheet"), widths: []float64{6, 36, 17, 9, 9}, fixed: 2}
	blocks := a.Blocks()
	inputs := leastInputs
	for _, b := range blocks {
		inputs = max(inputs, len(b.Asks))
	}
	for range inputs {
		s.widths = append(s.widths, 15)
	}
	s.title(w.Text("so-lieu.don-doc.tieu-de"), look{bold: true, size: 14})
	s.title(w.Text("so-lieu.don-doc.giai-thich"), look{italic: true})
	if due := a.Plan.Report.Due; !due.IsZero() {
		s.title(w.Text("so-lieu.don-doc.han-nop", wording.Args{"ngay": due.Short()}), look{bold: true})
	}
	n := 0
	for _, b := range blocks {
		head := headingCells(w.Texts("so-lieu.don-doc", "tt", "don-vi", "tinh-trang", "phai-dien", "con-thieu")...)
		for _, k := range b.Asks {
			head = append(head, heading(k.Measure.ID+" "+k.Label))
		}
		s.add(head...)
		for _, u := range b.Units {
			n++
			row := []cell{count(n), text(nameWithDue(w, u)), centred(statusText(w, u)),
				count(required(u)), count(len(u.Owes))}
			for _, k := range b.Asks {
				c := centred(stateText(w, u.States[k.Key()]))
				c.look.alert = u.States[k.Key()] == assess.StateFaulty || u.States[k.Key()] == assess.StateMissing
				c.look.bold = c.look.alert
				row = append(row, c)
			}
			s.add(row...)
		}
	}
	for _, u := range a.Units {
		if len(u.Asks) == 0 {
			n++
			s.wide(count(n), text(nameWithDue(w, u)), centred(statusText(w, u)),
				text(w.Text("so-lieu.don-doc.chi-gui-thuyet-minh")))
		}
	}
	s.letters(a)
	s.files(a)
	return s
}

// nameWithDue is a unit's name, with the due date where it has its own.
func nameWithDue(w *wording.Words, u assess.Unit) string {
	if u.Due.IsZero() {
		return u.Name
	}
	return w.Text("so-lieu.don-doc.han-rieng", wording.Args{"don-vi": u.Name, "ngay": u.Due.Short()})
}

// stateText is "" for an ask that nothing is expected of.
func stateText(w *wording.Words, s assess.State) string {
	if key, ok := stateKeys[s]; ok {
		return w.Text(key)
	}
	return ""
}

// wide adds a row whose last cell runs to the end of the sheet.
func (s *sheet) wide(cells ...cell) {
	last := len(cells) - 1
	for len(cells) < len(s.widths) {
		cells = append(cells, cell{look: cells[last].look})
	}
	s.rows = append(s.rows, row{cells: cells, spans: []span{{last, len(s.widths) - 1}}})
}

// letters are the reminders.
func (s *sheet) letters(a *assess.Annex) {
	w := a.Plan.Words
	s.blank()
	s.title(w.Text("so-lieu.don-doc.loi-nhac.tieu-de"), look{bold: true, size: 12})
	s.wide(headingCells(w.Texts("so-lieu.don-doc", "tt", "don-vi", "tinh-trang", "phai-dien", "con-thieu",
		"loi-nhac.loi-nhac")...)...)
	letters := compose.RemindersOf(a, nil, viet.Date{})
	n := 0
	for _, u := range a.Units {
		if letter, ok := letters[u.ID]; ok {
			n++
			s.wide(count(n), text(u.Name), centred(statusText(w, u)), count(required(u)), count(len(u.Owes)),
				text(strings.TrimSpace(letter.Body)))
		}
	}
	if n == 0 {
		s.across(text(w.Text("so-lieu.don-doc.loi-nhac.khong-co")))
	}
}

// fileKeys are the texts of what became of a file.
var fileKeys = map[returns.Status]string{
	returns.StatusAccepted:    "so-lieu.don-doc.tep.da-nhan",
	returns.StatusFaulty:      "so-lieu.don-doc.tep.co-loi",
	returns.StatusPartial:     "so-lieu.don-doc.tep.con-thieu",
	returns.StatusNil:         "so-lieu.don-doc.tep.khong-phat-sinh",
	returns.StatusUnreadable:  "so-lieu.don-doc.tep.khong-doc-duoc",
	returns.StatusDuplicate:   "so-lieu.don-doc.tep.trung",
	returns.StatusReplaced:    "so-lieu.don-doc.tep.da-thay",
	returns.StatusOtherPeriod: "ky.so-lieu.ky-khac",
	returns.StatusConflict:    "so-lieu.don-doc.tep.mau-thuan",
}

// files are what each unit sent.
func (s *sheet) files(a *assess.Annex) {
	w := a.Plan.Words
	s.blank()
	s.title(w.Text("so-lieu.don-doc.tep.tieu-de"), look{bold: true, size: 12})
	s.wide(headingCells(w.Texts("so-lieu.don-doc", "tt", "don-vi", "tinh-trang", "tep.tep")...)...)
	n := 0
	for _, u := range a.Units {
		for _, f := range u.Files {
			n++
			s.wide(count(n), text(u.Name), centred(w.Text(fileKeys[f.Status])), name(f.File))
		}
	}
	if n == 0 {
		s.across(text(w.Text("so-lieu.don-doc.tep.chua-co")))
	}
}

// required counts what a unit has to answer.
func required(u assess.Unit) int {
	n := 0
	for _, k := range u.Asks {
		if k.Required {
			n++
		}
	}
	return n
}
