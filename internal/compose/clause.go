package compose

import (
	"slices"
	"strings"

	"baocao/internal/assess"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/viet"
	"baocao/internal/wording"
)

// clause says a measure with its amount as people do: "Kết nạp 128 đảng viên", "Có
// 48/58 tổ chức...", "Tổng giá trị sản xuất đạt 16.189,78 tỷ đồng". It is "" where the
// measure's words do not tell how; its name then stands before the figure. Of a figure
// beside a planned amount, base is what that is called.
func (r *report) clause(m *assess.Measure) (clause, base Text) {
	facts := m.Method.Facts()
	switch {
	case facts.OnTopOf:
		return r.ofPlanned(m)
	case namesChange(m), namesGrowth(m) && subject(m) == name(m): // what there is this year is something else
		return "", ""
	case facts.Years:
		x, ok := total(m, facts.Compared)
		if unit := r.plan.UnitOf(m.Measure, facts.Compared); ok && unit != "%" {
			return Text(r.amount(m, subject(m), x, unit)), ""
		}
	case facts.PartOfBase && m.IsPart():
		return Text(r.part(m)), ""
	case m.Method.Amount() && quantity.Attached(m.FigureUnit()) &&
		slices.ContainsFunc(rates, func(w string) bool { return begins(m.Name, w) }):
		return Text(r.rate(m)), ""
	case m.Method.Amount() && !facts.Place && !facts.IsDay && !quantity.Attached(m.FigureUnit()):
		return Text(r.amount(m, r.countedName(m), *m.Judged, m.FigureUnit())), ""
	}
	return "", ""
}

// rate says a percentage that the units themselves state.
func (r *report) rate(m *assess.Measure) string {
	own, figure := name(m), m.Amount(*m.Judged).Vi
	switch {
	case isLeft(m):
		return r.surely(m, "bao-cao.menh-de.ty-le-con", "bao-cao.menh-de.uoc-ty-le-con",
			wording.Args{"ten": own, "so-lieu": figure})
	case isPlain(m):
		return r.surely(m, "bao-cao.menh-de.la", "bao-cao.menh-de.uoc-la", wording.Args{"ten": own, "so-lieu": figure})
	}
	return r.surely(m, "bao-cao.menh-de.dat", "bao-cao.menh-de.uoc-dat", wording.Args{"ten": own, "so-lieu": figure})
}

func total(m *assess.Measure, role resolution.Role) (quantity.Number, bool) {
	for _, t := range m.Totals {
		if t.Role == role {
			return t.Value, true
		}
	}
	return quantity.Number{}, false
}

// countedName is the name of a measure that is counted: its own, or that of its input
// where only that one says what is counted.
func (r *report) countedName(m *assess.Measure) string {
	own := name(m)
	if counted(own, m.FigureUnit()) != "" || verbOf(own) != "" || leads(own, amounts) {
		return own
	}
	if _, in := r.plan.Input(m.Measure, resolution.RoleValue); in != nil && in.Lines == nil &&
		repeats(in.Label, own) && counted(in.Label, m.FigureUnit()) != "" {
		return in.Label
	}
	return own
}

// amount says how much of something there is.
func (r *report) amount(m *assess.Measure, name string, n quantity.Number, unit string) string {
	words := r.plan.Words
	lead := ""
	if rest, ok := strings.CutPrefix(name, among); ok {
		lead, name = among, viet.UpperFirst(rest)
	}
	named := func(said, estimate string, figure string) string {
		of := name
		if lead != "" {
			of = lowered(name)
		}
		return lead + r.surely(m, said, estimate, wording.Args{"ten": of, "so-lieu": figure})
	}
	figure := r.money(n, unit)
	if _, ok := r.large(m); m.Method.Amount() && !ok { // as its target is said
		figure = n.WithUnit(unit)
	}
	if n.Sign() < 0 {
		of := name
		if lead != "" {
			of = lowered(name)
		}
		return lead + r.below(m, of, n, unit)
	}
	to := wording.Args{"so": n.Of(unit), "gi": counted(name, unit)}
	verb := verbOf(name)
	said := ""
	harm, avoided := strings.CutPrefix(name, "Không để xảy ra ")
	switch rest, direct := strings.CutPrefix(name, verb+" "+unit); {
	case avoided && n.Sign() == 0:
		said = name
	case avoided:
		said = words.Text("bao-cao.menh-de.xay-ra", wording.Args{"so-lieu": figure,
			"gi": strings.TrimPrefix(harm, unit+" ")})
	case to["gi"] != "" && n.Sign() == 0 && isLeft(m):
		said = words.Text("bao-cao.menh-de.khong-con", wording.Args{"gi": to["gi"]})
	case to["gi"] != "" && n.Sign() == 0:
		said = words.Text("bao-cao.menh-de.khong-co", wording.Args{"gi": to["gi"]})
	case to["gi"] != "" && isLeft(m):
		said = words.Text("bao-cao.menh-de.con", to)
	case to["gi"] != "":
		said = words.Text("bao-cao.menh-de.co", to)
	case verb != "" && direct && n.Sign() == 0:
		said = words.Text("bao-cao.menh-de.chua", wording.Args{"viec": viet.LowerFirst(name)})
	case verb != "" && direct:
		said = verb + " " + figure + rest
	case n.Sign() > 0 && slices.Contains(services, name) && slices.Contains(people, viet.Fold(unit)):
		said = words.Text("bao-cao.menh-de.cho", wording.Args{"viec": name, "so-lieu": figure})
	case isHarm(m) && verb == "", leads(name, populations):
		return named("bao-cao.menh-de.la", "bao-cao.menh-de.uoc-la", figure)
	case m.Method.Facts().Years && verb == "" && isLeft(m):
		return named("bao-cao.menh-de.ty-le-con", "bao-cao.menh-de.uoc-ty-le-con", figure)
	case !leads(name, amounts) && (verb != "" || !m.Method.Facts().Years && !quantity.IsMeasured(unit)):
		return ""
	case isPlain(m):
		return named("bao-cao.menh-de.la", "bao-cao.menh-de.uoc-la", figure)
	default:
		return named("bao-cao.menh-de.dat", "bao-cao.menh-de.uoc-dat", figure)
	}
	if r.estimates(m) {
		said = words.Text("bao-cao.menh-de.uoc", wording.Args{"cau": viet.LowerFirst(said)})
	}
	if lead != "" {
		said = viet.LowerFirst(said)
	}
	return lead + said
}

// below says an amount below zero: nobody attains a loss.
func (r *report) below(m *assess.Measure, name string, n quantity.Number, unit string) string {
	figure := r.money(n.Neg(), unit)
	if _, ok := r.large(m); m.Method.Amount() && !ok { // as its target is said
		figure = n.Neg().WithUnit(unit)
	}
	return r.surely(m, "bao-cao.menh-de.am", "bao-cao.menh-de.uoc-am", wording.Args{"ten": name, "so-lieu": figure})
}

// surely says one thing of a result and another of an estimate.
func (r *report) surely(m *assess.Measure, result, estimate string, args wording.Args) string {
	if r.estimates(m) {
		return r.plan.Words.Text(estimate, args)
	}
	return r.plan.Words.Text(result, args)
}

// part says a share of a whole by what was counted: "Có 48/58 tổ chức cơ sở đảng hoàn
// thành tốt nhiệm vụ trở lên".
func (r *report) part(m *assess.Measure) string {
	facts := m.Method.Facts()
	pair := r.pair(m, facts.Compared, facts.Base)
	_, in := r.plan.Input(m.Measure, facts.Compared)
	x, ok := total(m, facts.Compared)
	if in == nil || !ok || x.Sign() <= 0 || isLeft(m) || isHarm(m) || quantity.Attached(in.Unit) ||
		m.Target.LessIsBetter() && m.PartOf == "" { // "Có 120/9.400 sản phẩm lỗi": of the faulty ones?
		return ""
	}
	what := counted(viet.Tidy(in.Label), in.Unit)
	_, base := r.plan.Input(m.Measure, facts.Base)
	if base == nil || base.Const != nil || !isOfThose(what, base.Label) {
		return ""
	}
	both, alike := strings.CutSuffix(pair, " "+in.Unit)
	if what == "" || !alike || strings.Contains(both, " ") ||
		slices.ContainsFunc(rates[1:], func(w string) bool { return begins(m.Name, w) }) {
		return ""
	}
	said := r.plan.Words.Text("bao-cao.menh-de.co", wording.Args{"so": both, "gi": what})
	if r.estimates(m) {
		said = r.plan.Words.Text("bao-cao.menh-de.uoc", wording.Args{"cau": viet.LowerFirst(said)})
	}
	if strings.HasPrefix(name(m), among) {
		return among + viet.LowerFirst(said)
	}
	return said
}

// isOfThose reports that a whole is of the things that are counted, as its label tells, or
// of all there is: so many members of so many people are no so many of the members.
func isOfThose(what, whole string) bool {
	first, _, _ := strings.Cut(viet.Fold(what), " ")
	words := strings.Fields(viet.Fold(whole))
	return slices.Contains(words, first) ||
		!slices.ContainsFunc(words, func(w string) bool { return w != "tong" && w != "so" && w != "cong" })
}

// ofPlanned says an amount beside the one that was planned: "Thu cân đối ngân sách so
// với dự toán thành phố giao" is an amount and the name of its base.
func (r *report) ofPlanned(m *assess.Measure) (clause, base Text) {
	facts := m.Method.Facts()
	x, ok := total(m, facts.Compared)
	own, planned, named := strings.Cut(name(m), " so với ")
	if !ok {
		return "", ""
	}
	if !named {
		planned = r.plan.Words.Text("bao-cao.menh-de.du-toan")
	}
	unit := r.plan.UnitOf(m.Measure, facts.Compared)
	if x.Sign() < 0 {
		return Text(r.below(m, own, x, unit)), Text(planned)
	}
	args := wording.Args{"ten": own, "so-lieu": r.money(x, unit)}
	if isLow(m) {
		return Text(r.surely(m, "bao-cao.menh-de.la", "bao-cao.menh-de.uoc-la", args)), Text(planned)
	}
	return Text(r.surely(m, "bao-cao.menh-de.dat", "bao-cao.menh-de.uoc-dat", args)), Text(planned)
}

// longAmount is how many decimals an amount may have in tỷ đồng.
const longAmount = 3

// money is an amount with its unit; large sums of money are said in tỷ đồng, exactly.
func (r *report) money(n quantity.Number, unit string) string {
	if in, ok := inLarge(n, unit); ok && !r.asTold && in.Abs().Cmp(quantity.Int(1)) >= 0 {
		return in.WithUnit(r.plan.Words.Text("bao-cao.menh-de.ty-dong"))
	}
	return n.WithUnit(unit)
}

// isLong: the amount that a measure's sentence says would be long in tỷ đồng, so that it
// is said in its own unit.
func (r *report) isLong(m *assess.Measure) bool {
	facts := m.Method.Facts()
	n, unit, ok := quantity.Number{}, m.FigureUnit(), m.Judged != nil && m.Method.Amount()
	if ok {
		n = *m.Judged
	} else if m.Judged != nil && (facts.Years || facts.OnTopOf) {
		unit = r.plan.UnitOf(m.Measure, facts.Compared)
		n, ok = total(m, facts.Compared)
	}
	in, short := inLarge(n, unit)
	folded := viet.Fold(unit)
	return ok && !short && quantity.IsMoney(folded) && folded != largeMoney && in.Abs().Cmp(quantity.Int(1)) >= 0
}

// largeMoney is the folded unit that large sums are said in.
const largeMoney = "ty dong"

// inLarge is an amount in tỷ đồng; ok is false for what is no money in a smaller unit,
// or would be long.
func inLarge(n quantity.Number, unit string) (in quantity.Number, ok bool) {
	folded := viet.Fold(unit)
	factor, ok := quantity.Factor(folded, largeMoney)
	if !ok || !quantity.IsMoney(folded) || folded == largeMoney {
		return n, false
	}
	in = n.Mul(factor)
	return in, in.Decimals(longAmount+1) <= longAmount
}

// large is the target of a measure whose figure is said in tỷ đồng, in tỷ đồng too: it
// is held against that figure. ok is false where one of them stays as it is.
func (r *report) large(m *assess.Measure) (due resolution.Target, ok bool) {
	due = m.Due
	figure, ok := inLarge(*m.Judged, m.FigureUnit())
	if !m.Method.Amount() || !ok || r.asTold || figure.Abs().Cmp(quantity.Int(1)) < 0 {
		return due, false
	}
	if due.OfLast || due.Kind == resolution.InfoOnly {
		return due, true
	}
	a, first := inLarge(due.A, m.FigureUnit())
	b, second := inLarge(due.B, m.FigureUnit())
	due.A, due.B = a, b
	return due, first && second
}

// counted is what "Số hộ nghèo" counts: "hộ nghèo"; "" for a name of anything else.
// The name may also begin with what its figure is in: "Cây xanh trồng mới".
func counted(name, unit string) string {
	name = viet.Tidy(name)
	rest, number := strings.CutPrefix(name, "Số ")
	if !number {
		rest = viet.LowerFirst(name)
	}
	rest = strings.TrimPrefix(rest, "lượng ")
	second := ""
	if words := strings.Fields(rest); len(words) > 1 {
		second = strings.ToLower(words[0] + " " + words[1])
	}
	ofUnit := unit != "" && !quantity.IsMeasured(unit) &&
		strings.HasPrefix(strings.ToLower(rest)+" ", strings.ToLower(unit)+" ") &&
		!(slices.Contains(compounds, second) && !strings.Contains(unit, " "))
	first, _, _ := strings.Cut(rest, " ")
	if ofUnit || number && quantity.IsCounted(viet.Fold(unit)) && !slices.Contains(uncounted, first) {
		return rest
	}
	return ""
}

// Words that names of measures begin with, and what they tell of the sentence.
var (
	verbs = []string{"Kết nạp", "Thành lập", "Xây dựng", "Phát triển", "Tổ chức", "Đào tạo", "Giải quyết việc làm",
		"Tuyên truyền", "Tập huấn", "Bồi dưỡng", "Hỗ trợ", "Vận động", "Trồng", "Trồng mới", "Sửa chữa", "Xóa",
		"Trao", "Tặng", "Cấp", "Thu hút", "Đưa", "Lắp đặt", "Cải tạo", "Nâng cấp", "Chỉnh trang", "Công nhận",
		"Tạo việc làm", "Đào tạo nghề", "Khám sức khỏe", "Dạy nghề", "Tiếp nhận", "Kiểm tra",
		"Giám sát", "Xử lý", "Ra mắt", "Duy trì", "Hòa giải", "Huy động", "Tuyển chọn"}
	// services are what is done for people.
	services = []string{"Giải quyết việc làm", "Giải quyết việc làm mới", "Tạo việc làm",
		"Tạo việc làm mới", "Đào tạo nghề",
		"Dạy nghề", "Khám sức khỏe", "Cấp thẻ bảo hiểm y tế", "Hỗ trợ vay vốn"}
	amounts = []string{"Tổng", "Thu", "Chi", "Giá trị", "Doanh thu", "Sản lượng", "Diện tích", "Vốn", "Kim ngạch",
		"Khối lượng", "Năng suất", "Chỉ số", "Điểm", "Kinh phí", "Mức", "Số dư", "Số thu", "Số tiền", "Dư nợ",
		"Nguồn vốn", "Quỹ", "Lượng", "Lợi nhuận"}
	populations = []string{"Dân số", "Quân số"}
	uncounted   = []string{"dư", "thu", "tiền", "vốn", "chi", "liệu", "điểm"}

	// compounds are words that a unit of one syllable only begins.
	compounds = []string{"xã hội", "tổ chức", "tổ quốc", "hộ tịch", "hộ khẩu", "ca dao", "người mẫu", "lớp học",
		"vụ việc", "vụ mùa", "vụ đông", "vụ xuân", "điểm nghẽn", "bộ máy", "đơn giá", "trường hợp"}
	// people are those for whom something is done.
	people = []string{"nguoi", "lao dong", "luot lao dong", "luot nguoi", "ho", "ho dan", "hoc sinh", "can bo",
		"dang vien", "doi tuong", "nguoi lao dong", "tre em", "phu nu", "hoi vien", "doan vien", "cong dan"}
)

// verbOf is the verb that a name begins with, the longest that is known; "" for none.
func verbOf(name string) string {
	best := ""
	for _, v := range verbs {
		if len(v) > len(best) && (name == v || strings.HasPrefix(name, v+" ")) {
			best = v
		}
	}
	return best
}

func leads(name string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(name+" ", w+" ") })
}
