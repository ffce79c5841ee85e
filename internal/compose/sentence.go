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
	MenhDe               Text // the measure with its amount: "Kết nạp 128 đảng viên"; "" where none can be made
	SoLieu               Text // "82,76%", "03 trường"
	Cap                  Text // "48/58 tổ chức"; "" for none
	Huong, DoLon         Text // "tăng", "16,43%"
	ChiSo, DuToan        Text // of a plan: "117,85%", "dự toán thành phố giao"
	CoDuToan             bool // the name says "dự toán" already
	CoHoanThanh          bool // the name begins with "hoàn thành" already
	CoTangGiam           bool // the name is of the change: "Số hộ nghèo giảm trong năm"
	NamTruoc             int  // the year before
	Ky                   bool // the report is of a part of the year
	Uoc                  bool // the figure is an estimate
	KyTruoc              Text // "năm 2021", "cùng kỳ năm 2021"
	SoVoi                Text // ", tăng 0,75 điểm phần trăm so với năm 2021"; "" where last year's is not known
	Bang, GanBang        bool // the figure is that of the year before; nearly, when it was rounded to it
	TrongSo              int  // how many are ranked; 0 when the plan does not say
	Dat                  Text // "đạt" or "ước đạt"
	KetLuan              Text // ", vượt kế hoạch 2,76 điểm phần trăm"
	TinhTrang, MinhChung Text // of a statement
	LyDo                 Text // why there is no figure or no verdict
}

var hundred = quantity.Int(100)

// sentence says one measure, without a full stop.
func (r *report) sentence(m *assess.Measure) string {
	s := sentence{Ten: Text(name(m)), NamTruoc: r.plan.Resolution.Year - 1, Uoc: r.estimates(m),
		Ky: !r.plan.Report.Period.IsYear(), KyTruoc: Text(r.before()), Dat: r.reached(m), LyDo: Text(r.reason(m))}
	s.CoHoanThanh = begins(m.Name, "Hoàn thành")
	s.CoDuToan = strings.Contains(viet.Fold(m.Name), "du toan")
	s.CoTangGiam = namesChange(m) || namesGrowth(m)
	if m.Judged == nil {
		return r.withoutFigure(m, s)
	}
	if of := subject(m); of != name(m) {
		s.Ten, s.CoTangGiam = Text(of), false // the sentence tells which way it went
	}
	switch {
	case isLeft(m):
		s.Dat = Text(r.surely(m, "bao-cao.cau.con", "bao-cao.cau.uoc-con", nil))
	case isPlain(m):
		s.Dat = Text(r.surely(m, "bao-cao.cau.la", "bao-cao.cau.uoc-la", nil))
	}
	facts := m.Method.Facts()
	if facts.Place {
		s.Ten = Text(placed(m))
	}
	if s.CoHoanThanh && facts.IsDay && s.Uoc {
		s.Ten = Text(r.plan.Words.Text("bao-cao.menh-de.uoc", wording.Args{"cau": lowered(name(m))}))
	}
	s.SoLieu = Text(m.Amount(*m.Judged).Vi)
	if _, ok := r.large(m); ok {
		s.SoLieu = Text(r.money(*m.Judged, m.FigureUnit()))
	}
	s.Huong, s.DoLon = Text(r.plan.Words.Text("bao-cao.cau.tang")), Text(m.Amount(m.Judged.Abs()).Vi)
	if m.Judged.Sign() < 0 != m.SaysFall() {
		s.Huong = Text(r.plan.Words.Text("bao-cao.cau.giam"))
	}
	s.Bang, s.TrongSo = m.Judged.Sign() == 0, m.Among
	s.GanBang = s.Bang && m.Actual.Sign() != 0
	s.MenhDe, s.DuToan = r.clause(m)
	again := r.isTold(m)
	if again && facts.Years { // "Doanh thu đạt 66 tỷ đồng. Doanh thu đạt 66 tỷ đồng, tăng 10%"
		s.MenhDe = ""
	}
	s.SoVoi, s.KetLuan = Text(r.sinceLast(m)), Text(r.conclusion(m, s.MenhDe == "" && facts.Sentence != "so-lieu" ||
		strings.Contains(string(s.MenhDe), " đạt ") && !s.Bang && !facts.PartOfBase && !facts.OnTopOf))
	if places := r.places(m); places != "" {
		s.Cap = Text(places)
		return r.line("cau/thu-bac.md", s)
	}
	if r.estimates(m) && s.MenhDe == "" {
		s.Huong = r.estimated(s.Huong)
	}
	if !again {
		s.Cap = Text(r.pair(m, facts.Compared, facts.Base))
	}
	if facts.OnTopOf && m.Judged.Add(hundred).Sign() >= 0 { // a loss is no part of what was planned
		s.ChiSo = Text(m.Judged.Add(hundred).Prose(m.Decimals) + "%")
	}
	if m.Method.Amount() && r.estimates(m) && s.MenhDe == "" && !facts.Place && !facts.IsDay {
		s.SoLieu = r.estimated(s.SoLieu)
	}
	return r.line("cau/"+facts.Sentence+".md", s)
}

// isTold reports an amount of two years that a sentence before has told, of the same
// indicator, and notes what this one tells.
func (r *report) isTold(m *assess.Measure) bool {
	facts := m.Method.Facts()
	n, unit, ok := *m.Judged, m.FigureUnit(), m.Method.Amount()
	if facts.Years {
		unit = r.plan.UnitOf(m.Measure, facts.Compared)
		n, ok = total(m, facts.Compared)
	}
	if !ok {
		return false
	}
	amount, of := n.WithUnit(unit), viet.Fold(subject(m))
	earlier, known := r.amounts[amount]
	if !known {
		r.amounts[amount] = of
		return false
	}
	return facts.Years && !slices.ContainsFunc(strings.Fields(of), func(w string) bool {
		return w != "so" && w != "tong" && !viet.HasPhrase(earlier, w)
	})
}

// places are "thứ 9 (năm 2021: thứ 14)", of a change of places; "" for other figures.
func (r *report) places(m *assess.Measure) string {
	facts := m.Method.Facts()
	now, ok := total(m, facts.Compared)
	last, known := total(m, facts.Base)
	if !m.OfPlaces() || !ok || !known {
		return ""
	}
	place := func(n quantity.Number) string {
		return r.plan.Words.Text("bao-cao.cau.thu", wording.Args{"so-lieu": n.Exact()})
	}
	if now.Equal(last) {
		return place(now)
	}
	was := wording.Args{"ky-truoc": r.before(), "so-lieu": place(last)}
	return place(now) + r.plan.Words.Text("bao-cao.cau.truoc", was)
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
	case m.Override == nil && m.Verdict == resolution.Info && s.TinhTrang == "" && s.MinhChung == "" && !r.silent:
		s.LyDo = Text(m.Partial(r.plan.Words))
		return r.line("cau/chua-co-so-lieu.md", s)
	case m.Override == nil && (m.Reason.Key == "annex.reason.from-none" || m.Reason.Key == "annex.reason.still-none"):
		facts := m.Method.Facts()
		s.Bang, s.Cap = m.Verdict == resolution.Met, Text(r.pair(m, facts.Compared, facts.Base))
		s.KetLuan = Text(r.conclusion(m, false))
		return r.line("cau/nam-truoc-khong.md", s)
	case m.Override != nil || m.Verdict == resolution.Info || m.Verdict != resolution.Unassessed:
		if m.Override != nil && repeats(m.Override.Reason, string(s.MinhChung)) {
			s.MinhChung = "" // the reason says it
		}
		s.KetLuan = Text(r.conclusion(m, false))
		return r.line("cau/bang-loi.md", s)
	case s.TinhTrang != "":
		s.KetLuan = Text(r.plan.Words.Text("bao-cao.ket-luan.chua-danh-gia"))
		return r.line("cau/bang-loi.md", s)
	}
	return r.line("cau/chua-danh-gia.md", s)
}

func (r *report) line(template string, data any) string {
	return oneBracket.Replace(strings.Join(strings.Fields(r.say(template, data)), " "))
}

// oneBracket makes one of two brackets that follow each other, plain or escaped.
var oneBracket = strings.NewReplacer(`) (`, `; `, `\) (`, `; `, `) \(`, `; `, `\) \(`, `; `)

// repeats reports a text that says what another says: it has half of its words.
func repeats(text, other string) bool {
	has := map[string]bool{}
	for _, w := range strings.Fields(viet.Fold(text)) {
		has[w] = true
	}
	said, words := 0, strings.Fields(viet.Fold(other))
	for _, w := range words {
		if has[w] {
			said++
		}
	}
	return len(words) > 0 && 2*said >= len(words)
}

func (r *report) reached(m *assess.Measure) Text {
	return Text(r.surely(m, "bao-cao.cau.dat", "bao-cao.cau.uoc-dat", nil))
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
		n = begin + " " + lowered(strings.TrimPrefix(n, "100% "))
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

// placed is the name of what has a place, as "xếp thứ 12" goes on: a list keeps the
// place, without which a missed one would be another thing.
func placed(m *assess.Measure) string {
	n := name(m)
	for _, lead := range []string{"Thứ hạng ", "Xếp hạng "} {
		if rest, ok := strings.CutPrefix(n, lead); ok {
			return viet.UpperFirst(strings.TrimPrefix(rest, "về "))
		}
	}
	return n
}

// rates are the words that a rate's name begins with.
var rates = []string{"Tỷ lệ", "Tỷ suất", "Tỷ trọng", "Tốc độ", "Mức"}

// isLeft: the figure is what is left of something that is to come down.
func isLeft(m *assess.Measure) bool {
	folded := viet.Fold(m.Name)
	return isLow(m) && slices.ContainsFunc(
		[]string{"ngheo", "that nghiep", "suy dinh duong", "ton dong", "thieu viec", "no thue", "no dong", "no xau"},
		func(word string) bool { return viet.HasPhrase(folded, word) })
}

// isLow: less is better, so that nobody attains the figure.
func isLow(m *assess.Measure) bool { return m.Target.LessIsBetter() || m.Method.Facts().Falls }

// isPlain: the figure is said to be so much and not to come to it: nobody attains what
// is to be low, or what was not promised, and "đạt" is not said twice.
func isPlain(m *assess.Measure) bool {
	promised := m.Target.Kind != resolution.InfoOnly || !m.IsPart() || m.Method.Facts().Years
	return isLow(m) || !promised || viet.HasPhrase(strings.ToLower(name(m)), "đạt")
}

// isHarm: the figure is of a harm.
func isHarm(m *assess.Measure) bool {
	folded := viet.Fold(m.Name)
	return isLow(m) && slices.ContainsFunc(
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

// withoutDo is a reason without the word that the sentence says before it.
func withoutDo(reason string) string {
	for _, word := range []string{"Do ", "do ", "Vì ", "vì "} {
		if rest, ok := strings.CutPrefix(reason, word); ok {
			return rest
		}
	}
	return reason
}

// loweredReason is a person's reason as it goes on behind "do". Its first letter may be a
// name's ("Đảng ủy Bộ", "Ngân hàng tỉnh"): it is lowered only of a word that is none.
func loweredReason(s string) string {
	lower := strings.ToLower(s) + " "
	for _, words := range plainWords {
		if strings.HasPrefix(lower, words+" ") && len(lower) == len(s)+1 { // no letter has another length
			next, _ := utf8.DecodeRuneInString(strings.TrimSpace(s[len(words):]))
			if !unicode.IsUpper(next) {
				return lowered(s)
			}
		}
	}
	return s
}

// plainWords are words that reasons begin with and names do not.
var plainWords = strings.Split("do;vì;bởi;nhờ;tuy;"+
	"mặc dù;theo;căn cứ;để;đã;đang;sẽ;chưa;không;chẳng;chỉ;còn;vẫn;mới;có;được;bị;phải;"+
	"cần;các;những;một;hai;ba;nhiều;ít;toàn;cả;mỗi;từng;hầu hết;phần;trong;ngoài;trên;dưới;đến;từ;tại;"+
	"khi;sau;trước;qua;quá;cuối;đầu;giữa;ảnh hưởng;thời tiết;thời gian;mưa;bão;nắng;hạn hán;giá;vốn;"+
	"nguồn;việc;tình hình;điều kiện;khó khăn;thiếu;chậm;vướng;hồ sơ;thủ tục;văn bản;đơn vị;địa phương;"+
	"người;nhân lực;lao động;số;tổng số;tỷ lệ;kết quả;mức;mẫu;năm;kỳ;quý;tháng;ngày;lý do;nguyên nhân;"+
	"giảm;tăng;đạt;vượt;thực hiện;hoàn thành;thay đổi;sai;nhầm;xác minh;rà soát;đối chiếu;kiểm tra;"+
	"tiến độ;chất lượng;khối lượng;sản lượng;chi phí;thu;mặt bằng;diễn tập;huấn luyện;triển khai;"+
	"xây dựng;dự án;công trình;giải ngân;quy định;cách tính;phương pháp;yêu cầu;nội dung;công tác;"+
	"khách hàng;đánh giá;dịch;thị trường;doanh thu", ";")

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
	return strings.TrimSpace(x.Of(unit) + "/" + y.Of(unit) + " " + unit)
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
