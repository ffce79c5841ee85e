package resolution

import (
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/viet"
)

// On is the day as of which the plan is judged: the report's date, or the last
// day of its period while it is open.
func (p *Plan) On() viet.Date {
	if p.Report.Date.IsZero() {
		return p.Report.Period.Ends(p.Resolution.Year)
	}
	return p.Report.Date
}

// Current is the target and basis that hold on a day, after the amendments
// dated on or before it, and the last of those; nil when none applies. The
// target is not to be judged while that amendment is pending.
func (m *Measure) Current(on viet.Date) (target Target, basis string, amended *Amendment) {
	target, basis = m.Target, m.Basis
	for i := range m.Amendments {
		a := &m.Amendments[i]
		if a.Date.Compare(on) > 0 {
			break
		}
		if a.Target != nil {
			target = *a.Target
		}
		if a.Basis != "" {
			basis = a.Basis
		}
		amended = a
	}
	return target, basis, amended
}

// Measure is one number (or one statement) compared with one target.
type Measure struct {
	ID         string // "4.1"
	Name       string
	Unit       string // unit of the figure: "%", "hộ", "tỷ đồng"
	Target     Target // as promised; Current applies amendments
	Method     Method
	From       []string // unit ids that report, expanded, in the plan's order of units
	Inputs     []Input  // in the method's order
	Decimals   int      // of a divided figure; 2 unless set
	Of         []string // measures of a share or total, itself included
	PartOf     string
	Basis      string           // price basis, population definition...: printed with the figure
	Previous   *quantity.Number // last year's figure, when the plan states it
	LastYearID string           // the measure's id in last year's resolution, where it was another
	AskLast    bool             // last year's figure is asked for (previous = "ask")
	List       bool             // names behind a count are asked for
	Note       string
	AboveWhole bool   // a ratio whose numerator is no part of its denominator, and may pass 100%
	GrowthOf   string // growth_measure: the measure whose growth belongs to this share
	Amendments []Amendment
	Per        *quantity.Number // the factor of a ratio; nil for 100
	InUnit     bool             // in = "unit": the change itself, not in percent of what was
	Among      int              // how many are ranked; 0 when not said
	Each       *Target          // what each unit is to satisfy, of method each
	Assigned   []Assigned       // targets given to single units, in the plan's order of units
	UnitTable  bool             // annex = "units": the table of its units stands behind the annex
	Milestones []Milestone      // what is to be reached by the end of a part of the year
	Line       int              // line in nghi-quyet.toml

	Indicator int    // number of its indicator
	Section   string // number of its section
}

// Input is one number a measure needs of each of its units.
type Input struct {
	Role       Role
	Label      string
	Unit       string // unit of measurement; the measure's own when not set and not a percentage of two counts
	Whole      bool
	Negative   bool     // a figure below zero is an answer: a profit, a balance
	From       []string // owners of this input, expanded; the measure's From unless set
	SameAs     string   // "1.1.numerator": asked there, used here too
	Lines      []string // labels of the amounts that are added; nil for one amount
	Note       string
	Population string // what is counted, where several inputs count the same: "dân số thường trú"

	Const    *quantity.Number // a constant of the plan: nobody is asked
	Source   string           // where the constant stands: "Đề án số 05"
	Of       string           // id of the measure whose figure it is: nobody is asked
	LastYear bool             // that measure's figure of last year
}

// MayFall reports a measure one of whose answers may be below zero, so that later answers
// may take from what earlier ones added up to, and a part may be more than its whole.
func (p *Plan) MayFall(m *Measure) bool {
	for i := range m.Inputs {
		if _, in := p.Input(m, m.Inputs[i].Role); in != nil && in.Negative {
			return true
		}
	}
	return false
}

// Asked reports an input that units are asked for here.
func (in *Input) Asked() bool { return in.SameAs == "" && in.Const == nil && in.Of == "" }

// Assigned is the target of one unit.
type Assigned struct {
	Unit   string
	Target Target
}

// Key names an input within the plan: "1.1.numerator".
func Key(measure string, role Role) string { return measure + "." + string(role) }

// Amendment changes a target or basis from a date on.
type Amendment struct {
	Date     viet.Date
	Document string
	Target   *Target
	Basis    string
	Pending  bool // a new target is awaited
}

// Input returns a measure's input by role, following same_as, and the measure
// that asks for it; nil when there is none.
func (p *Plan) Input(m *Measure, role Role) (*Measure, *Input) {
	for i := range m.Inputs {
		in := &m.Inputs[i]
		if in.Role != role {
			continue
		}
		if in.SameAs == "" {
			return m, in
		}
		return p.InputByKey(in.SameAs)
	}
	return nil, nil
}

// UnitOf is the unit of measurement of an input; of a measure that adds others, theirs:
// what is added is of one unit.
func (p *Plan) UnitOf(m *Measure, role Role) string {
	if _, in := p.Input(m, role); in != nil {
		return in.Unit
	}
	for _, id := range m.Of {
		if part := p.Measure(id); part != m {
			if _, in := p.Input(part, role); in != nil {
				return in.Unit
			}
		}
	}
	return ""
}

// InputByKey finds the input "1.1.numerator" and the measure that asks for it.
func (p *Plan) InputByKey(key string) (*Measure, *Input) {
	for i := len(key) - 1; i > 0; i-- {
		if key[i] == '.' {
			if m := p.measures[key[:i]]; m != nil {
				for j := range m.Inputs {
					if m.Inputs[j].Role == Role(key[i+1:]) && m.Inputs[j].SameAs == "" {
						return m, &m.Inputs[j]
					}
				}
			}
			return nil, nil
		}
	}
	return nil, nil
}

// PercentOf is Target.PercentOf for a figure of this measure, as it is printed: rounded
// once, but what was missed is never a hundred percent, and cut where rounding would say
// so. A growth or a share in percent of a growth or a share says nothing.
func (m *Measure) PercentOf(t Target, judged quantity.Number, v Verdict) (percent quantity.Number, ok bool) {
	if !m.Method.Facts().OfTarget {
		return quantity.Number{}, false
	}
	exact, ok := t.PercentOf(judged)
	const decimals = 2
	if percent = exact.Round(decimals); v == Missed && percent.Equal(hundred) {
		percent = exact.Cut(decimals)
	}
	return percent, ok
}

// Figure is the figure as it is judged and printed, for the target that holds
// (Measure.Current): the one rounding. Values and sums stay exact; a quotient
// is rounded half away from zero to the measure's decimals. Where the target is
// "= 100" or "= 0" it is cut, so that nothing but 100 prints as 100, and where
// cutting would itself print 0 or 100, it goes one step of the last decimal on.
func (m *Measure) Figure(t Target, exact quantity.Number) quantity.Number {
	if !m.Divided() {
		return exact
	}
	if !t.Exact() {
		return exact.Round(m.Decimals)
	}
	cut := exact.Cut(m.Decimals)
	if !exact.Equal(cut) && (cut.Sign() == 0 || cut.Abs().Equal(hundred)) {
		step := quantity.Int(1)
		for range m.Decimals {
			step, _ = step.Quo(quantity.Int(10))
		}
		if exact.Sign() < 0 {
			step = step.Neg()
		}
		return cut.Add(step)
	}
	return cut
}

// Role names an input of a method.
type Role string

// The roles. Last, List and Evidence are answers beside the figure; Others are
// the other parts of a share, asked of the measures named in its "of".
const (
	RoleValue       Role = "value"
	RoleNumerator   Role = "numerator"
	RoleDenominator Role = "denominator"
	RoleCurrent     Role = "current"
	RolePrevious    Role = "previous"
	RoleActual      Role = "actual"
	RolePlan        Role = "plan"
	RoleOthers      Role = "others"
	RoleAnswer      Role = "answer"     // yes or no
	RoleSatisfying  Role = "satisfying" // units that satisfy the measure's "each": counted, not asked
	RoleAsked       Role = "asked"      // units that were asked: counted
	RoleStatus      Role = "status"
	RoleEvidence    Role = "evidence"
	RoleLast        Role = "last_year" // asked by previous = "ask"
	RoleList        Role = "list"      // asked by list = true
)

// InWords reports a role that is answered in words.
func (r Role) InWords() bool {
	return r == RoleStatus || r == RoleAnswer || r == RoleEvidence || r == RoleList
}

var hundred = quantity.Int(100)

// Amount says a figure of the measure with its unit in running text: "82,76%",
// "03 trường". What was not divided was not rounded, and keeps every decimal.
func (m *Measure) Amount(n quantity.Number) diag.Text {
	if m.Method.Facts().IsDay {
		return diag.Text{Vi: Day(n).Short(), En: Day(n).ISO()}
	}
	if m.Divided() {
		n = n.Round(m.Decimals)
	}
	unit := m.amountUnit()
	if m.Method.Facts().Place {
		return diag.Text{Vi: n.Exact(), En: n.English()}
	}
	return diag.Text{Vi: n.WithUnit(unit), En: n.EnglishWithUnit(unit)}
}

// OwnTable is the figure of one unit as a table's column shows it, without its
// unit of measurement, which is OwnUnit.
func (m *Measure) OwnTable(n quantity.Number) string {
	switch {
	case m.Method.Facts().IsDay:
		return Day(n).Short()
	case m.OwnDivided():
		return n.Table(m.Decimals)
	}
	return n.Exact()
}

// OwnDivided reports a figure of one unit alone that is rounded to the measure's
// decimals.
func (m *Measure) OwnDivided() bool { return m.Own().Divisor() != nil || m.InUnit }

// OwnUnit is the unit of measurement of the figure of one unit alone.
func (m *Measure) OwnUnit() string {
	if role, ok := m.Own().Total(); ok && m.Method.Facts().Counted {
		for _, in := range m.Inputs {
			if in.Role == role {
				return in.Unit
			}
		}
	}
	return m.FigureUnit()
}

// FigureUnit is the unit of the figure: the plan's, else what the method gives.
func (m *Measure) FigureUnit() string {
	if m.Unit == "" {
		return m.Method.Facts().Unit
	}
	return m.Unit
}

// amountUnit is FigureUnit in running text: the difference of two rates is in points.
func (m *Measure) amountUnit() string {
	unit := m.FigureUnit()
	points := map[string]string{"%": "điểm phần trăm", "‰": "điểm phần nghìn"}[unit]
	if points != "" && m.isDifference() {
		return points
	}
	return unit
}

// isDifference: the figure is by how much something changed, in the unit of what changed.
func (m *Measure) isDifference() bool { return m.InUnit && m.Method.Facts().Difference != nil }

// SaysFall reports a figure that is said as a fall when it is above 0, and as a rise when
// it is below. A place whose number falls is a rise.
func (m *Measure) SaysFall() bool { return m.Method.Facts().Falls && !m.OfPlaces() }

// OfPlaces reports a change of places: from the 14th to the 9th is a rise by 5.
func (m *Measure) OfPlaces() bool {
	if !m.isDifference() || !m.Method.Facts().Falls || !slices.Contains(places, viet.Fold(m.Unit)) {
		return false
	}
	return !slices.ContainsFunc(m.Inputs, func(in Input) bool {
		return in.Role == m.Method.Facts().Compared && in.Unit != "" && !slices.Contains(places, viet.Fold(in.Unit))
	})
}

// places are the folded units of places.
var places = []string{"bac", "hang", "thu", "thu bac", "thu hang", "vi tri"}

// Promise is a target of the measure in running text: "từ 80% trở lên"; of a growth,
// "tăng từ 12% trở lên".
func (m *Measure) Promise(t Target) diag.Text {
	unit := m.amountUnit()
	said, facts, falls := t.Prose(unit), m.Method.Facts(), m.SaysFall()
	switch {
	case t.OfLast && facts.Place && t.Kind == AtMost: // a smaller number is a higher place
		return diag.Text{Vi: "không thấp hơn năm trước", En: "a place not below last year's"}
	case t.OfLast && facts.Place && t.Kind == LessThan:
		return diag.Text{Vi: "cao hơn năm trước", En: "a place above last year's"}
	case t.Kind == InfoOnly, t.OfLast: // last year's figure is named, not its number
		return said
	case facts.Place:
		return t.placeProse()
	case !facts.Years && t.None() && unit != "" && !quantity.Attached(unit) && !quantity.IsMeasured(unit) &&
		!slices.Contains(happenings, unit) && !m.isLeft():
		return diag.Text{Vi: "không có " + unit + " nào", En: "no " + unit + " at all"}
	case facts.Years && t.None():
		return diag.Text{Vi: "bằng năm trước", En: "the same as last year"}
	case facts.Years && !falls && t.Kind == AtMost && t.A.Sign() == 0:
		return diag.Text{Vi: "không tăng", En: "no growth"}
	case falls && t.Kind == AtLeast && t.A.Sign() == 0:
		return diag.Text{Vi: "không tăng", En: "no rise"}
	case facts.Years && !falls && t.Kind == AtLeast && t.A.Sign() == 0:
		return diag.Text{Vi: "không giảm", En: "no fall"}
	case facts.Years && t.Kind == MoreThan && t.A.Sign() == 0 && falls,
		facts.Years && t.Kind == LessThan && t.A.Sign() == 0 && !falls:
		return diag.Text{Vi: "giảm so với năm trước", En: "fewer than last year"}
	case facts.Years && t.Kind == MoreThan && t.A.Sign() == 0, facts.Years && t.Kind == LessThan && t.A.Sign() == 0:
		return diag.Text{Vi: "tăng so với năm trước", En: "more than last year"}
	case facts.OnTopOf && t.None():
		return diag.Text{Vi: "bằng dự toán", En: "what was planned"}
	case facts.OnTopOf && t.Kind == MoreThan && t.A.Sign() == 0:
		return diag.Text{Vi: "vượt dự toán", En: "above what was planned"}
	case facts.OnTopOf && t.Kind == LessThan && t.A.Sign() == 0:
		return diag.Text{Vi: "thấp hơn dự toán", En: "below what was planned"}
	case facts.OnTopOf && t.Kind == AtMost && t.A.Sign() == 0:
		return diag.Text{Vi: "không vượt dự toán", En: "not above what was planned"}
	case facts.OnTopOf && t.Kind == AtLeast && t.A.Sign() == 0:
		return diag.Text{Vi: "không thấp hơn dự toán", En: "not below what was planned"}
	case !m.Method.Changes():
		return said
	}
	if other, ok := t.mirrored(); ok { // "tăng không quá -5%" is a fall
		said, falls = other.Prose(unit), !falls
	}
	if falls {
		return diag.Text{Vi: "giảm " + said.Vi, En: "a fall of " + said.En}
	}
	return diag.Text{Vi: "tăng " + said.Vi, En: "growth of " + said.En}
}

// Plan is Promise as it stands in brackets: "(kế hoạch 125 - 130 đảng viên)".
func (m *Measure) Plan(t Target) diag.Text {
	said := m.Promise(t)
	if t.Kind == Around { // no brackets within brackets
		said.Vi = strings.TrimSuffix(strings.Replace(said.Vi, " (±", " ±", 1), ")")
		said.En = strings.TrimSuffix(strings.Replace(said.En, " (±", " ±", 1), ")")
	}
	return said
}

// isLeft: what is counted is there to begin with, so that none of it is none left.
func (m *Measure) isLeft() bool {
	folded := viet.Fold(m.Name)
	return slices.ContainsFunc([]string{"con", "ngheo", "xoa", "ton", "ton dong", "het", "nha tam", "dot nat"},
		func(word string) bool { return viet.HasPhrase(folded, word) })
}

// mirrored is a target of changes below 0 as one of changes the other way; ok is false
// for one that is not all below 0.
func (t Target) mirrored() (other Target, ok bool) {
	other = t
	other.A = t.A.Neg()
	switch t.Kind {
	case AtLeast:
		other.Kind = AtMost
	case AtMost:
		other.Kind = AtLeast
	case MoreThan:
		other.Kind = LessThan
	case LessThan:
		other.Kind = MoreThan
	case Range:
		other.A, other.B = t.B.Neg(), t.A.Neg()
		return other, t.B.Sign() <= 0
	case Around:
	case Exactly, By, ByOffice, InfoOnly, kinds:
		return t, false
	}
	return other, t.A.Sign() < 0
}

// placeProse is a target of a place: "xếp thứ 10 trở lên" is place 10 or a better one.
func (t Target) placeProse() diag.Text {
	a, b := t.A.Exact(), t.B.Exact()
	if t.Kind == AtMost {
		return diag.Text{Vi: "xếp thứ " + a + " trở lên", En: "place " + a + " or better"}
	} else if t.Kind == LessThan {
		return diag.Text{Vi: "xếp trên thứ " + a, En: "better than place " + a}
	} else if t.Kind == Range {
		return diag.Text{Vi: "xếp thứ " + a + " - " + b, En: "place " + a + " to " + b}
	}
	return t.Prose("") // what is promised of a place in another way
}
