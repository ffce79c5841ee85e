package journal

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"time"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/returns"
)

// Vietnam is the zone of the times written: it knows no summer time.
var Vietnam = time.FixedZone("", 7*60*60)

// Receipt is a text for one unit: which of its files arrived, and which answers
// were taken from each. It begins with a byte order mark and its lines end in
// CR LF, so that every Windows Notepad shows it. ok is false for a unit that
// never sent anything.
func Receipt(a *assess.Annex, unit string, seen *Arrivals) (text []byte, ok bool) {
	r := &receipt{annex: a, seen: seen}
	for i := range a.Units {
		if a.Units[i].ID == unit {
			r.unit = &a.Units[i]
		}
	}
	if r.unit == nil {
		return nil, false
	}
	gone := seen.Gone(unit, func(x Arrival) bool {
		return slices.ContainsFunc(r.unit.Files, func(f assess.File) bool {
			// A file that cannot be opened now may still be the same file.
			return f.SHA256 == x.SHA256 || f.SHA256 == "" && f.File == x.File
		})
	})
	if len(r.unit.Files)+len(gone) == 0 {
		return nil, false
	}
	r.line("BIÊN NHẬN SỐ LIỆU")
	r.line("Đơn vị: %s", r.unit.Name)
	res := a.Plan.Resolution
	r.line("Nghị quyết số %s, năm %d", res.Number, res.Year)
	for i, f := range r.unit.Files {
		r.line("")
		r.head(i+1, f.File, f.SHA256)
		r.line("   Tình trạng: %s", statusWords[f.Status])
		r.taken(f.File)
		r.aside(f.File)
		r.wrong(f.File)
	}
	for i, f := range gone {
		r.line("")
		r.head(len(r.unit.Files)+i+1, f.File, f.SHA256)
		r.line("   Tình trạng: không còn trong thư mục nộp, hoặc đã được thay bằng nội dung khác")
	}
	r.line("")
	r.owed()
	return []byte("\uFEFF" + strings.ReplaceAll(r.b.String(), "\n", "\r\n")), true
}

type receipt struct {
	annex *assess.Annex
	unit  *assess.Unit
	seen  *Arrivals
	b     strings.Builder
}

func (r *receipt) line(format string, args ...any) { fmt.Fprintf(&r.b, format+"\n", args...) }

var statusWords = map[returns.Status]string{
	returns.StatusAccepted:   "đã nhận",
	returns.StatusFaulty:     "đã nhận, có chỗ không dùng được",
	returns.StatusPartial:    "đã nhận, còn ô để trống",
	returns.StatusNil:        "đã nhận, không phát sinh",
	returns.StatusUnreadable: "không đọc được",
	returns.StatusDuplicate:  "giống hệt tệp khác, không tính lần nữa",
	returns.StatusReplaced:   "đã có tệp khác thay",
	returns.StatusConflict:   "mâu thuẫn với tệp khác",
}

func (r *receipt) head(n int, file, sha256 string) {
	r.line("%d. %s", n, path.Base(file))
	r.line("   Nơi để: %s", file)
	if first, ok := r.seen.FirstSeen(sha256); ok {
		r.line("   Thấy lần đầu: %s", first.In(Vietnam).Format("15 giờ 04, ngày 02/01/2006"))
		r.line("   SHA-256: %s", sha256)
	}
}

// taken lists the answers that count, each once however many measures use it.
func (r *receipt) taken(file string) {
	var lines []string
	told := map[string]bool{}
	for _, m := range r.annex.Measures() {
		for _, o := range m.Sources {
			if o.Unit != r.unit.ID || o.At.File != file || told[o.Key] {
				continue
			}
			told[o.Key] = true
			lines = append(lines, fmt.Sprintf("(%s) %s: %s (%s)",
				o.Measure, r.label(o.Key), r.value(o.Observation), place(o.At)))
		}
	}
	remarks := 0
	for _, m := range r.annex.Remarks {
		if m.At.File == file {
			remarks++
		}
	}
	if remarks > 0 {
		lines = append(lines, fmt.Sprintf("thuyết minh: %d ý", remarks))
	}
	r.list("Đã lấy", lines)
}

// aside lists the answers in the file that others replace.
func (r *receipt) aside(file string) {
	var lines []string
	for _, v := range r.annex.Versions {
		if v.Unit == r.unit.ID && v.Aside.At.File == file {
			number := ""
			if v.Measure != "" {
				number = "(" + v.Measure + ") "
			}
			lines = append(lines, fmt.Sprintf("%s%s: %s (%s; %s)",
				number, v.Label, v.Aside.Said().Vi, place(v.Aside.At), v.Why.In(diag.Vi)))
		}
	}
	r.list("Không dùng", lines)
}

// wrong lists the problems that concern the file, as place or as related place.
// Problems that would show another unit's figures are left out.
func (r *receipt) wrong(file string) {
	var lines []string
	for _, p := range r.annex.Problems {
		places := append([]diag.Position{p.At}, p.Related...)
		i := slices.IndexFunc(places, func(at diag.Position) bool { return at.File == file })
		if i < 0 || !r.annex.MayTell(p, r.unit.ID) {
			continue
		}
		at := place(places[i])
		if at != "" {
			at += ": "
		}
		lines = append(lines, fmt.Sprintf("%s%s (%s)", at, strings.TrimRight(p.In(diag.Vi), "."), p.Code))
	}
	r.list("Cần xem lại", lines)
}

func (r *receipt) list(title string, lines []string) {
	if len(lines) == 0 {
		return
	}
	r.line("   %s:", title)
	for _, l := range lines {
		r.line("   - %s", l)
	}
}

// owed says what the unit still owes after all its files.
func (r *receipt) owed() {
	if len(r.unit.Owes) == 0 {
		r.line("Đơn vị không còn nợ số liệu.")
		return
	}
	r.line("Còn nợ %d số liệu:", len(r.unit.Owes))
	for _, k := range r.unit.Asks {
		if slices.Contains(r.unit.Owes, k.Key()) {
			r.line("- (%s) %s", k.Measure.ID, k.Label)
		}
	}
}

func (r *receipt) ask(key string) resolution.Ask {
	for _, k := range r.unit.Asks {
		if k.Key() == key {
			return k
		}
	}
	return resolution.Ask{}
}

func (r *receipt) label(key string) string { return r.ask(key).Label }

func (r *receipt) value(o returns.Observation) string {
	said := o.Said().Vi
	if unit := r.ask(o.Key).Unit; o.Answer == returns.Given && o.Text == "" && unit != "" {
		if unit == "%" {
			return said + unit
		}
		return said + " " + unit
	}
	return said
}

// place is where in a file something stands.
func place(at diag.Position) string {
	return diag.Place(diag.Position{Sheet: at.Sheet, Cell: at.Cell, Line: at.Line}, diag.Vi)
}
