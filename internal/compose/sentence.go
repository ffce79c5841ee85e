package compose

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"baocao/internal/assess"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/viet"
	"baocao/internal/wording"
)

// sentence is what the templates in cau/ may use: one measure in words.
type sentence struct {
	Ten                  Text // the measure, ready to begin a sentence
	SoLieu               Text // "82,76%", "03 trường"
	Cap                  Text // "48/58 tổ chức"; "" for none
	Huong, DoLon         Text // "tăng", "16,43%"
	ChiSo                Text // of a plan: "117,85%"
	CoDuToan             bool // the name says "dự toán" already
	CoHoanThanh          bool // the name begins with "hoàn thành" already
	NamTruoc             int  // the year before
	Ky                   bool // the report is of a part of the year
	KyTruoc              Text // "năm 2021", "cùng kỳ năm 2021"
	Bang                 bool // the figure is that of the year before
	TrongSo              int  // how many are ranked; 0 when the plan does not say
	Dat                  Text // "đạt" or "ước đạt"
	KetLuan              Text // ", vượt mục tiêu từ 80% trở lên"
	TinhTrang, MinhChung Text // of a statement
	LyDo                 Text // why there is no figure or no verdict
}

var hundred = quantity.Int(100)

// sentence says one measure, without a full stop.
func (r *report) sentence(m *assess.Measure) string {
	s := sentence{Ten: Text(name(m)), NamTruoc: r.plan.Resolution.Year - 1,
		Ky: !r.plan.Report.Period.IsYear(), KyTruoc: Text(r.before()), Dat: r.reached(m), LyDo: Text(r.reason(m))}
	s.CoHoanThanh = begins(m.Name, "Hoàn thành")
	s.CoDuToan = strings.Contains(viet.Fold(m.Name), "du toan")
	if m.Judged == nil {
		return r.withoutFigure(m, s)
	}
	switch {
	case r.estimates(m):
	case isLeft(m):
		s.Dat = Text(r.plan.Words.Text("bao-cao.cau.con"))
	case isHarm(m):
		s.Dat = Text(r.plan.Words.Text("bao-cao.cau.la"))
	}
	s.SoLieu, s.KetLuan = Text(m.Amount(*m.Judged).Vi), Text(r.conclusion(m))
	facts := m.Method.Facts()
	s.Huong, s.DoLon = Text(r.plan.Words.Text("bao-cao.cau.tang")), Text(m.Amount(m.Judged.Abs()).Vi)
	if m.Judged.Sign() < 0 != facts.Falls {
		s.Huong = Text(r.plan.Words.Text("bao-cao.cau.giam"))
	}
	s.Bang, s.TrongSo = m.Judged.Sign() == 0, m.Among
	if r.estimates(m) {
		s.Huong = r.estimated(s.Huong)
	}
	s.Cap = Text(r.pair(m, facts.Compared, facts.Base))
	if facts.OnTopOf {
		s.ChiSo = Text(m.Judged.Add(hundred).Prose(m.Decimals) + "%")
	}
	if m.Method.Amount() && r.estimates(m) {
		s.SoLieu = r.estimated(s.SoLieu)
	}
	return r.line("cau/"+facts.Sentence+".md", s)
}

// before is what the figures of the year before are called.
func (r *report) before() string {
	return r.plan.Periodic("ky.ten.nam-truoc", "ky.bao-cao.cung-ky", nil)
}

func (r *report) withoutFigure(m *assess.Measure, s sentence) string {
	if m.Verdict == resolution.NoData {
		return r.line("cau/chua-co-so-lieu.md", s)
	}
	s.TinhTrang, s.MinhChung = Text(viet.LowerFirst(answersTo(m, resolution.RoleStatus, m.Status))),
		Text(bare(answersTo(m, resolution.RoleEvidence, m.Evidence)))
	switch {
	case m.Override == nil && (m.Reason.Key == "annex.reason.from-none" || m.Reason.Key == "annex.reason.still-none"):
		facts := m.Method.Facts()
		s.Bang, s.Cap = m.Verdict == resolution.Met, Text(r.pair(m, facts.Compared, facts.Base))
		s.KetLuan = Text(r.conclusion(m))
		return r.line("cau/nam-truoc-khong.md", s)
	case m.Override != nil || m.Verdict == resolution.Info || m.Verdict != resolution.Unassessed:
		s.KetLuan = Text(r.conclusion(m))
		return r.line("cau/bang-loi.md", s)
	case s.TinhTrang != "":
		s.KetLuan = Text(r.plan.Words.Text("bao-cao.ket-luan.chua-danh-gia"))
		return r.line("cau/bang-loi.md", s)
	}
	return r.line("cau/chua-danh-gia.md", s)
}

func (r *report) line(template string, data any) string {
	return strings.Join(strings.Fields(r.say(template, data)), " ")
}

func (r *report) reached(m *assess.Measure) Text {
	if r.estimates(m) {
		return Text(r.plan.Words.Text("bao-cao.cau.uoc-dat"))
	}
	return Text(r.plan.Words.Text("bao-cao.cau.dat"))
}

// estimates reports that a measure's figure is an estimate.
func (r *report) estimates(m *assess.Measure) bool { return m.Estimate || r.plan.Report.Estimate }

// estimated says that a figure is not final.
func (r *report) estimated(figure Text) Text {
	return Text(r.plan.Words.Text("bao-cao.cau.uoc", wording.Args{"so-lieu": string(figure)}))
}

// among leads the name of a part where it stands behind its whole.
const among = "Trong đó, "

// alone is a name or sentence as it stands without its whole before it.
func alone(s string) string {
	for _, lead := range []string{among, Text(among).String()} { // plain, or escaped in a sentence
		if rest, ok := strings.CutPrefix(s, lead); ok {
			return viet.UpperFirst(strings.TrimSpace(rest))
		}
	}
	return s
}

// name is the measure's name as its sentence begins: a ratio is a "Tỷ lệ".
func name(m *assess.Measure) string {
	n := viet.Tidy(m.Name)
	lead := ""
	if rest, ok := strings.CutPrefix(n, "Trong đó:"); ok {
		lead, n = among, viet.UpperFirst(strings.TrimSpace(rest))
	}
	begin := m.Method.Facts().NameBegin
	if begin != "" && m.FigureUnit() == "%" &&
		!slices.ContainsFunc(rates, func(r string) bool { return begins(n, r) }) {
		n = begin + " " + lowered(n)
	}
	if m.Method.Facts().Place && m.Judged != nil { // "... xếp thứ 12"
		for _, lead := range []string{"Thứ hạng ", "Xếp hạng "} {
			n = viet.UpperFirst(strings.TrimPrefix(n, lead))
		}
	}
	if m.Method.Facts().Years {
		if rest, ok := strings.CutPrefix(n, "Tốc độ tăng "); ok {
			n = viet.UpperFirst(strings.TrimPrefix(rest, "trưởng "))
		}
	}
	if lead != "" {
		return lead + lowered(n)
	}
	return n
}

// rates are the words that a rate's name begins with.
var rates = []string{"Tỷ lệ", "Tỷ suất", "Tỷ trọng", "Tốc độ", "Mức"}

// isLeft: the figure is what is left of something that is to come down.
func isLeft(m *assess.Measure) bool {
	folded := viet.Fold(m.Name)
	return m.Target.LessIsBetter() && slices.ContainsFunc(
		[]string{"ngheo", "that nghiep", "suy dinh duong", "ton dong", "thieu viec"},
		func(word string) bool { return viet.HasPhrase(folded, word) })
}

// isHarm: the figure is of a harm, which nobody attains.
func isHarm(m *assess.Measure) bool {
	folded := viet.Fold(m.Name)
	return m.Target.LessIsBetter() && slices.ContainsFunc(
		[]string{"tu vong", "tai nan", "vi pham", "toi pham", "sinh con thu", "bo hoc", "tre han"},
		func(word string) bool { return viet.HasPhrase(folded, word) })
}

// begins reports a name that begins with a phrase, spelt with y or with i: "Tỉ lệ".
func begins(name, phrase string) bool {
	i := func(s string) string { return strings.ReplaceAll(viet.Fold(s), "y", "i") }
	return strings.HasPrefix(i(name), i(phrase))
}

// lowered lowers the first letter, but not of an abbreviation such as UBND.
func lowered(s string) string {
	_, k := utf8.DecodeRuneInString(s)
	if second, _ := utf8.DecodeRuneInString(s[k:]); unicode.IsUpper(second) {
		return s
	}
	return viet.LowerFirst(s)
}

func (r *report) conclusion(m *assess.Measure) string {
	words := r.plan.Words
	var b strings.Builder
	target := wording.Args{"muc-tieu": r.promise(m)}
	ofYear := r.plan.Report.Period.IsYear()
	if !ofYear && m.Override == nil {
		b.WriteString(r.ofTarget(m))
	}
	switch {
	case m.Override != nil:
		b.WriteString(words.Text("bao-cao.ket-luan.danh-gia",
			wording.Args{"danh-gia": viet.LowerFirst(m.Verdict.Vi())}))
		b.WriteString(r.because(m.Override))
	case m.Verdict == resolution.Exceeded:
		b.WriteString(r.plan.Periodic("bao-cao.ket-luan.vuot", "ky.bao-cao.vuot", target))
	case m.Verdict == resolution.Met:
		b.WriteString(r.plan.Periodic("bao-cao.ket-luan.dat", "ky.bao-cao.dat", target))
	case m.Verdict == resolution.Missed:
		b.WriteString(r.plan.Periodic("bao-cao.ket-luan.khong-dat", "ky.bao-cao.khong-dat", target))
		if ofYear {
			b.WriteString(r.ofTarget(m))
		}
	case m.Verdict == resolution.NotDue:
		key := "ky.bao-cao.chua-den-ky"
		if m.Judged == nil && m.Status == "" {
			key = "ky.bao-cao.chua-den-ky-chua-so"
		}
		b.WriteString(words.Text(key))
	case m.Verdict == resolution.Unassessed:
		b.WriteString(words.Text("bao-cao.ket-luan.chua-danh-gia-do", wording.Args{"ly-do": r.reason(m)}))
	}
	if note := m.Partial(words); note != "" && m.Verdict != resolution.Unassessed {
		b.WriteString(words.Text("bao-cao.ket-luan.ghi-chu", wording.Args{"ghi-chu": note}))
	}
	if m.Basis != "" {
		b.WriteString(words.Text("bao-cao.ket-luan.can-cu", wording.Args{"can-cu": bare(m.Basis)}))
	}
	return b.String()
}

// ofTarget is how much of the year's target was reached; "" where that says nothing.
func (r *report) ofTarget(m *assess.Measure) string {
	if m.Judged == nil || m.PercentOfTarget == nil || m.PercentOfTarget.Sign() <= 0 || m.Divided() {
		return ""
	}
	return r.plan.Periodic("bao-cao.ket-luan.bang", "ky.bao-cao.bang",
		wording.Args{"ty-le": m.PercentOfTarget.Cut(2).Prose(2)})
}

// promise is the target in running text. Last year's figure stands beside its name
// where it is known: "không thấp hơn năm 2021 (412 người)".
func (r *report) promise(m *assess.Measure) string {
	target := m.Promise(m.Due).Vi
	if !m.Due.OfLast || m.Previous == nil {
		return target
	}
	return strings.Replace(target, "năm trước", r.before()+" ("+m.Amount(*m.Previous).Vi+")", 1)
}

// reason is why there is no verdict, as it may leave the office: it names no unit and no file.
func (r *report) reason(m *assess.Measure) string {
	words := r.plan.Words
	if note := m.Partial(words); note != "" {
		return note
	}
	if m.Verdict == resolution.NoData {
		return ""
	}
	if m.Amended != nil && m.Amended.Pending {
		if m.Amended.Document != "" {
			return words.Text("phu-luc.ghi-chu.cho-muc-tieu-theo", wording.Args{"van-ban": bare(m.Amended.Document)})
		}
		return words.Text("phu-luc.ghi-chu.cho-muc-tieu-moi")
	}
	switch m.Reason.Key {
	case "annex.reason.pending":
		return words.Text("bao-cao.ly-do.chua-co-ket-qua")
	case "annex.reason.all-nil":
		return words.Text("bao-cao.ly-do.khong-phat-sinh")
	}
	return words.Text("bao-cao.ly-do.chua-du-can-cu")
}

// pair is "48/58 tổ chức", what was divided; "" when it is not known.
func (r *report) pair(m *assess.Measure, above, below resolution.Role) string {
	var x, y *quantity.Number
	for i := range m.Totals {
		switch m.Totals[i].Role {
		case above:
			x = &m.Totals[i].Value
		case below:
			y = &m.Totals[i].Value
		}
	}
	if x == nil || y == nil {
		return ""
	}
	facts, unit, other := m.Method.Facts(), r.plan.UnitOf(m.Measure, above), r.plan.UnitOf(m.Measure, below)
	if facts.Counted {
		unit = r.plan.Words.Text("bao-cao.cau.don-vi")
	}
	switch {
	case facts.PartOfBase && !m.IsPart():
		return "" // so many đồng and so many people: the one is no part of the other
	case facts.Years && x.Sign() != 0 && y.Sign() == 0, facts.Years && x.Equal(*y):
		return x.WithUnit(unit)
	case facts.Years: // not a part of a whole
		return r.plan.Words.Text("bao-cao.cau.so-voi",
			wording.Args{"nay": x.WithUnit(unit), "truoc": y.WithUnit(unit)})
	case facts.PartOfBase && viet.Fold(unit) != viet.Fold(other):
		return x.WithUnit(unit) + "/" + y.WithUnit(other)
	}
	return strings.TrimSpace(x.Count() + "/" + y.Count() + " " + unit)
}

// answersTo gathers what the units wrote to one input, without their names.
func answersTo(m *assess.Measure, role resolution.Role, one string) string {
	var out []string
	for _, s := range m.Sources {
		if t := bare(s.Text); s.Role == role && t != "" && !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	if out == nil && m.Expected <= 1 {
		return bare(one)
	}
	return strings.Join(out, "; ")
}

// bare is a text without its last full stop, to stand inside a sentence.
func bare(s string) string { return strings.TrimRight(viet.Tidy(s), ".; /") }
