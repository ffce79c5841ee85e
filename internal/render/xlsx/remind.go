package xlsx

import (
	"strings"

	"baocao/internal/assess"
	"baocao/internal/compose"
	"baocao/internal/returns"
)

// leastInputs is how many columns of inputs the sheet for chasing has at least:
// as many as the reminders below need to be read.
const leastInputs = 9

var stateWords = map[assess.State]string{
	assess.StateReceived: "Đã nhận", assess.StateNil: "Không PS", assess.StatePending: "Chưa có KQ", assess.StateFaulty: "LỖI", assess.StateMissing: "THIẾU",
}

// reminders is the sheet for chasing: a matrix of units and inputs, the files
// that came, and a reminder for each unit that owes, ready to be copied.
func reminders(a *assess.Annex) *sheet {
	s := &sheet{name: "Đôn đốc", widths: []float64{6, 36, 17, 9, 9}, fixed: 2}
	blocks := a.Blocks()
	inputs := leastInputs
	for _, b := range blocks {
		inputs = max(inputs, len(b.Asks))
	}
	for range inputs {
		s.widths = append(s.widths, 15)
	}
	s.title("ĐÔN ĐỐC CÁC ĐƠN VỊ GỬI SỐ LIỆU", look{bold: true, size: 14})
	s.title("Mỗi ô là một số liệu của một đơn vị. Đã nhận: số dùng được. Không PS: không phát sinh. Chưa có KQ: chưa có kết quả. LỖI: có gửi nhưng không dùng được. THIẾU: để trống hoặc chưa gửi. "+
		"Ô trống: không bắt buộc.", look{italic: true})
	n := 0
	for _, b := range blocks {
		head := []cell{heading("TT"), heading("Đơn vị"), heading("Tình trạng"), heading("Phải điền"), heading("Còn thiếu")}
		for _, k := range b.Asks {
			head = append(head, heading(k.Measure.ID+" "+k.Label))
		}
		s.add(head...)
		for _, u := range b.Units {
			n++
			row := []cell{count(n), text(u.Name), centred(statusText(u)), count(required(u)), count(len(u.Owes))}
			for _, k := range b.Asks {
				c := centred(stateWords[u.States[k.Key()]])
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
			s.wide(count(n), text(u.Name), centred(statusText(u)), text("Chỉ gửi thuyết minh"))
		}
	}
	s.letters(a)
	s.files(a)
	return s
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
	s.blank()
	s.title("Lời nhắc từng đơn vị (chép vào thư, tin nhắn; hoặc chạy baocao mail --remind để soạn sẵn thư)", look{bold: true, size: 12})
	s.wide(heading("TT"), heading("Đơn vị"), heading("Tình trạng"), heading("Phải điền"), heading("Còn thiếu"), heading("Lời nhắc"))
	letters := compose.RemindersOf(a, nil)
	n := 0
	for _, u := range a.Units {
		if letter, ok := letters[u.ID]; ok {
			n++
			s.wide(count(n), text(u.Name), centred(statusText(u)), count(required(u)), count(len(u.Owes)), text(strings.TrimSpace(letter.Body)))
		}
	}
	if n == 0 {
		s.across(text("Không có đơn vị nào phải nhắc"))
	}
}

var fileWords = map[returns.Status]string{
	returns.StatusAccepted: "Đã nhận", returns.StatusFaulty: "Có lỗi", returns.StatusPartial: "Còn thiếu", returns.StatusNil: "Không phát sinh",
	returns.StatusUnreadable: "Không đọc được", returns.StatusDuplicate: "Trùng tệp khác", returns.StatusReplaced: "Đã có tệp khác thay", returns.StatusConflict: "Mâu thuẫn với tệp khác",
}

// files are what each unit sent.
func (s *sheet) files(a *assess.Annex) {
	s.blank()
	s.title("Tệp đã nhận", look{bold: true, size: 12})
	s.wide(heading("TT"), heading("Đơn vị"), heading("Tình trạng"), heading("Tệp"))
	n := 0
	for _, u := range a.Units {
		for _, f := range u.Files {
			n++
			s.wide(count(n), text(u.Name), centred(fileWords[f.Status]), text(f.File))
		}
	}
	if n == 0 {
		s.across(text("Chưa có tệp nào"))
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
