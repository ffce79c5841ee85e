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
	"baocao/internal/settle"
	"baocao/internal/viet"
	"baocao/internal/wording"
)

// vietnam is the zone of the times written: it knows no summer time.
var vietnam = time.FixedZone("", 7*60*60)

// Clock is a time as people write it, in Vietnam.
func Clock(t time.Time) string { return t.In(vietnam).Format("15:04 02/01/2006") }

// Day is the day of a time in Vietnam, wherever the machine is or thinks it is.
func Day(t time.Time) viet.Date {
	t = t.In(vietnam)
	return viet.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}

// Receipts tell each unit what arrived of it. What they tell is put in order once for
// all of them.
type Receipts struct {
	annex *assess.Annex
	seen  *Arrivals

	units    map[string]*assess.Unit
	sent     map[string][]Arrival        // by unit
	versions map[string][]settle.Version // by unit
	sources  map[string][]*assess.Source // by file
	remarks  map[string]int              // by file
	problems map[string][]diag.Problem   // by each file that they concern
}

// NewReceipts are those of an annex.
func NewReceipts(a *assess.Annex, seen *Arrivals) *Receipts {
	r := &Receipts{annex: a, seen: seen, units: map[string]*assess.Unit{}, sent: seen.byUnit(),
		versions: map[string][]settle.Version{}, sources: map[string][]*assess.Source{}, remarks: map[string]int{},
		problems: map[string][]diag.Problem{}}
	for i := range a.Units {
		r.units[a.Units[i].ID] = &a.Units[i]
	}
	for _, v := range a.Versions {
		r.versions[v.Unit] = append(r.versions[v.Unit], v)
	}
	for _, m := range a.Measures() {
		for i := range m.Sources {
			o := &m.Sources[i]
			r.sources[o.At.File] = append(r.sources[o.At.File], o)
		}
	}
	for _, m := range a.Remarks {
		r.remarks[m.At.File]++
	}
	for _, p := range a.Problems {
		told := map[string]bool{}
		for _, at := range append([]diag.Position{p.At}, p.Related...) {
			if !told[at.File] {
				told[at.File] = true
				r.problems[at.File] = append(r.problems[at.File], p)
			}
		}
	}
	return r
}

// Of is a text for one unit: which of its files arrived, and which answers were taken
// from each. It begins with a byte order mark and its lines end in CR LF, so that every
// Windows Notepad shows it. ok is false for a unit that never sent anything.
func (all *Receipts) Of(unit string) (text []byte, ok bool) {
	a := all.annex
	r := &receipt{Receipts: all, words: a.Plan.Words, unit: all.units[unit]}
	if r.unit == nil {
		return nil, false
	}
	var gone []Arrival
	for _, x := range all.sent[unit] {
		if !slices.ContainsFunc(r.unit.Files, func(f assess.File) bool {
			// A file that cannot be opened now may still be the same file.
			return f.SHA256 == x.SHA256 || f.SHA256 == "" && f.File == x.File
		}) {
			gone = append(gone, x)
		}
	}
	if len(r.unit.Files)+len(gone) == 0 {
		return nil, false
	}
	r.b.Grow(r.likelySize())
	r.say(0, "bien-nhan.tieu-de", nil)
	r.say(0, "bien-nhan.don-vi", wording.Args{"don-vi": r.unit.Name})
	res := a.Plan.Resolution
	r.line(a.Plan.Periodic("bien-nhan.nghi-quyet", "ky.bien-nhan.nghi-quyet", wording.Args{"so": res.Number}))
	for i, f := range r.unit.Files {
		r.line("")
		r.head(i+1, f.File, f.SHA256, f.Status)
		r.say(1, "bien-nhan.tinh-trang", wording.Args{"tinh-trang": r.words.Text(fileKeys[f.Status])})
		r.replacing(f.File)
		r.taken(f.File)
		r.aside(f.File)
		r.wrong(f.File)
	}
	for i, f := range gone {
		r.line("")
		r.head(len(r.unit.Files)+i+1, f.File, f.SHA256, "")
		r.say(1, "bien-nhan.tinh-trang", wording.Args{"tinh-trang": r.words.Text("bien-nhan.khong-con")})
	}
	r.line("")
	r.owed()
	return AsNotepad(r.b.String()), true
}

// AsNotepad is a text with what Notepad needs.
func AsNotepad(text string) []byte {
	const mark = "\uFEFF"
	out := make([]byte, 0, len(mark)+len(text)+strings.Count(text, "\n"))
	out = append(out, mark...)
	for {
		line, rest, more := strings.Cut(text, "\n")
		if out = append(out, line...); !more {
			return out
		}
		out, text = append(out, "\r\n"...), rest
	}
}

// likelySize is about how long the text becomes: most of it are lines of answers.
func (r *receipt) likelySize() int {
	const head, line = 1024, 140
	size := head
	for _, f := range r.unit.Files {
		size += line * len(r.sources[f.File])
	}
	return size
}

type receipt struct {
	*Receipts
	words *wording.Words
	unit  *assess.Unit
	b     strings.Builder
}

func (r *receipt) line(format string, args ...any) { fmt.Fprintf(&r.b, format+"\n", args...) }

// say writes a line of the wording, so many steps to the right.
func (r *receipt) say(steps int, key string, args wording.Args) {
	r.line("%s%s", strings.Repeat("   ", steps), r.words.Text(key, args))
}

// fileKeys are the texts of what became of a file.
var fileKeys = map[returns.Status]string{
	returns.StatusAccepted: "bien-nhan.tep.da-nhan", returns.StatusFaulty: "bien-nhan.tep.co-loi",
	returns.StatusPartial: "bien-nhan.tep.con-thieu", returns.StatusNil: "bien-nhan.tep.khong-phat-sinh",
	returns.StatusUnreadable: "bien-nhan.tep.khong-doc-duoc", returns.StatusDuplicate: "bien-nhan.tep.trung",
	returns.StatusOtherPeriod: "ky.bien-nhan.ky-khac",
	returns.StatusReplaced:    "bien-nhan.tep.da-thay", returns.StatusConflict: "bien-nhan.tep.mau-thuan",
}

func (r *receipt) head(n int, file, sha256 string, status returns.Status) {
	// A sender names the file; what looks like a line of ours must not be one of his.
	r.line("%d. %s", n, diag.Visible(path.Base(file)))
	r.say(1, "bien-nhan.noi-de", wording.Args{"tep": diag.Visible(file)})
	if first, ok := r.seen.FirstSeen(sha256); ok {
		at := first.In(vietnam)
		r.say(1, "bien-nhan.lan-dau", wording.Args{
			"gio": at.Format("15"), "phut": at.Format("04"), "ngay": at.Format("02/01/2006")})
		due := r.annex.Plan.Due(r.unit.ID)
		if !due.IsZero() && Day(first).Compare(due) > 0 && status != returns.StatusOtherPeriod {
			r.say(1, "bien-nhan.qua-han", wording.Args{"ngay": due.Short()})
		}
		r.line("   SHA-256: %s", sha256)
	}
}

// Late is the day on which the last of a unit's files that count came, and whether
// that is after its due date. The order in which a run saw files of one day says
// nothing more.
func Late(u assess.Unit, due viet.Date, seen *Arrivals) (came viet.Date, late bool) {
	for _, f := range u.Files {
		first, ok := seen.FirstSeen(f.SHA256)
		ofReport := f.Status != returns.StatusDuplicate && f.Status != returns.StatusOtherPeriod
		if ok && ofReport && Day(first).Compare(came) > 0 {
			came = Day(first)
		}
	}
	return came, came.Compare(due) > 0
}

// replacing says which files this one replaces, and which replace it.
func (r *receipt) replacing(file string) {
	told := map[[2]string]bool{}
	for _, v := range r.versions[r.unit.ID] {
		aside, used := v.Aside.At.File, v.Used.At.File
		if aside == used || used == "" || told[[2]string{aside, used}] {
			continue
		}
		told[[2]string{aside, used}] = true
		switch file {
		case aside:
			r.say(1, "bien-nhan.thay-bang", wording.Args{"tep": path.Base(used)})
		case used:
			r.say(1, "bien-nhan.thay-cho", wording.Args{"tep": path.Base(aside)})
		}
	}
}

// replaces reports that a file has answers in place of another's: what is said of
// the other stands there.
func (r *receipt) replaces(file, other string) bool {
	return file != other && slices.ContainsFunc(r.versions[r.unit.ID], func(v settle.Version) bool {
		return v.Aside.At.File == other && v.Used.At.File == file
	})
}

// taken lists the answers that count, each once however many measures use it.
func (r *receipt) taken(file string) {
	sources := r.sources[file]
	lines := make([]string, 0, len(sources))
	told := make(map[string]bool, len(sources))
	for _, o := range sources {
		if o.Unit != r.unit.ID || told[o.Key] {
			continue
		}
		told[o.Key] = true
		ask := r.ask(o.Key)
		lines = append(lines, "("+o.Measure+") "+ask.Label+": "+value(&o.Observation, ask.Unit)+" ("+place(o.At)+")")
	}
	if remarks := r.remarks[file]; remarks > 0 {
		lines = append(lines, r.words.Text("bien-nhan.thuyet-minh", wording.Args{"so": remarks}))
	}
	r.list("bien-nhan.da-lay", lines)
}

// aside lists the answers in the file that others replace.
func (r *receipt) aside(file string) {
	var lines []string
	for _, v := range r.versions[r.unit.ID] {
		if v.Aside.At.File == file {
			number := ""
			if v.Measure != "" {
				number = "(" + v.Measure + ") "
			}
			lines = append(lines, fmt.Sprintf("%s%s: %s (%s; %s)",
				number, v.Label, v.Aside.Said().Vi, place(v.Aside.At), v.Why.In(diag.Vi)))
		}
	}
	r.list("bien-nhan.khong-dung", lines)
}

// wrong lists the problems that concern the file, as place or as related place.
// Problems that would show another unit's figures are left out.
func (r *receipt) wrong(file string) {
	var lines []string
	for _, p := range r.problems[file] {
		places := append([]diag.Position{p.At}, p.Related...)
		i := slices.IndexFunc(places, func(at diag.Position) bool { return at.File == file })
		if !r.annex.MayTell(p, r.unit.ID) || r.replaces(file, p.At.File) {
			continue
		}
		at := place(places[i])
		if at != "" {
			at += ": "
		}
		lines = append(lines, fmt.Sprintf("%s%s (%s)", at, strings.TrimRight(p.In(diag.Vi), "."), p.Code))
	}
	r.list("bien-nhan.xem-lai", lines)
}

func (r *receipt) list(title string, lines []string) {
	if len(lines) == 0 {
		return
	}
	r.line("   %s:", r.words.Text(title))
	for _, l := range lines {
		r.b.WriteString("   - ")
		r.b.WriteString(l)
		r.b.WriteByte('\n')
	}
}

// owed says what the unit still owes after all its files.
func (r *receipt) owed() {
	if r.unit.OwesNarrative {
		r.say(0, "bien-nhan.no-thuyet-minh", nil)
		return
	}
	if len(r.unit.Owes) == 0 {
		r.say(0, "bien-nhan.het-no", nil)
		return
	}
	r.say(0, "bien-nhan.con-no", wording.Args{"so": len(r.unit.Owes)})
	owes := map[string]bool{}
	for _, key := range r.unit.Owes {
		owes[key] = true
	}
	for _, k := range r.unit.Asks {
		if owes[k.Key()] {
			r.line("- (%s) %s", k.Measure.ID, k.Label)
		}
	}
}

func (r *receipt) ask(key string) resolution.Ask { return r.annex.Plan.Ask(r.unit.ID, key) }

// value is an answer as it is told, a number with its unit of measurement.
func value(o *returns.Observation, unit string) string {
	said := o.Said().Vi
	if o.Answer == returns.Given && o.Text == "" && unit != "" {
		if unit == "%" {
			return said + unit
		}
		return said + " " + unit
	}
	return said
}

// place is where in a file something stands.
func place(at diag.Position) string {
	return diag.PlaceInFile(at, diag.Vi)
}
