package resolution

import (
	"slices"

	"baocao/internal/quantity"
)

// Method says how the reporting units' inputs become the figure (docs/design.md 4).
type Method string

// The methods.
const (
	Value       Method = "value"
	Sum         Method = "sum"
	Ratio       Method = "ratio"
	Growth      Method = "growth"
	Decrease    Method = "decrease"
	PlanRatio   Method = "plan" // against a planned amount
	Share       Method = "share"
	TotalGrowth Method = "total_growth"
	Each        Method = "each" // how many of the units satisfy what each of them is to
	Rank        Method = "rank"
	OnDay       Method = "date"
	Statement   Method = "statement"
)

// Facts are all that the program knows of one method. A new method is an entry
// of methods, and nothing else where the formula, sentence and checks that it
// needs are there already.
type Facts struct {
	Method  Method
	Roles   []Role   // the inputs asked of each unit, in the order of forms
	Or      [][]Role // other inputs that may be asked in their place
	Formula *Formula // the figure; nil where the office judges in words

	Factored   bool     // the quotient is taken "per" 100, 1000, 1...
	Difference *Formula // the figure where the plan says in = "unit"; nil where it cannot
	Counted    bool     // the formula takes how many units satisfy the measure's "each"

	Compared, Base Role // what a unit answers together: nothing of the one is nothing of the other
	PartOfBase     bool // Compared is a part of Base, so not above it
	Years          bool // Compared and Base are of this year and the year before
	Falls          bool // the figure is by how much it fell
	Steady         bool // the figure, or with Years what it compares, lies near last year's
	OneFigure      bool // one figure, even where several units own it; they have to agree
	Place          bool // the figure is a place: the lower the better
	IsDay          bool // the figure is a day

	Of     Method // the method of the measures named in "of"; "" where there is no "of"
	OfSelf bool   // the measure is one of those, and the figure is its part of them all
	Parts  []Part // what is taken of them

	Unit      string // of the figure, where the plan does not say it
	OfTarget  bool   // a percent of the target says something
	OnTopOf   bool   // 100 + the figure is printed too: "bằng 115% dự toán"
	Sentence  string // the template in cau/
	Reason    string // the message "annex.figure.NAME", and NAME-down of a fall
	NameBegin string // how the measure's name begins in a sentence
}

// Part is an input of the other measures named in "of", and the role it has here.
type Part struct{ Asked, As Role }

// growthOf is the change from one input to another in percent of it.
func growthOf(now, before Role) *Formula {
	return per(100, difference(now, before), total(before))
}

func difference(a, b Role) *Formula { return join(total(a), Minus, total(b)) }

// methods are all methods, in the order in which they are offered.
var methods = []Facts{
	{Method: Value, Roles: []Role{RoleValue}, Formula: total(RoleValue),
		OneFigure: true, Steady: true, OfTarget: true, Sentence: "so-lieu", Reason: "figure"},
	{Method: Sum, Roles: []Role{RoleValue}, Formula: total(RoleValue),
		Steady: true, OfTarget: true, Sentence: "so-lieu", Reason: "figure"},
	{Method: Ratio, Roles: []Role{RoleNumerator, RoleDenominator},
		Formula: per(100, total(RoleNumerator), total(RoleDenominator)), Factored: true,
		Compared: RoleNumerator, Base: RoleDenominator, PartOfBase: true, Steady: true,
		Unit: "%", OfTarget: true, Sentence: "ty-le", Reason: "figure", NameBegin: "Tỷ lệ"},
	{Method: Growth, Roles: []Role{RoleCurrent, RolePrevious}, Formula: growthOf(RoleCurrent, RolePrevious),
		Difference: difference(RoleCurrent, RolePrevious),
		Compared:   RoleCurrent, Base: RolePrevious, Years: true, Steady: true,
		Unit: "%", Sentence: "tang-truong", Reason: "growth"},
	{Method: Decrease, Roles: []Role{RoleCurrent, RolePrevious},
		Formula:    per(100, difference(RolePrevious, RoleCurrent), total(RolePrevious)),
		Difference: difference(RolePrevious, RoleCurrent),
		Compared:   RoleCurrent, Base: RolePrevious, Years: true, Falls: true, Steady: true,
		Unit: "%", Sentence: "tang-truong", Reason: "decrease"},
	{Method: PlanRatio, Roles: []Role{RoleActual, RolePlan},
		Formula:  growthOf(RoleActual, RolePlan),
		Compared: RoleActual, Base: RolePlan,
		Unit: "%", OnTopOf: true, Sentence: "du-toan", Reason: "plan"},
	{Method: Share, Roles: []Role{RoleValue},
		Formula: per(100, total(RoleValue), join(total(RoleValue), Plus, total(RoleOthers))),
		Of:      Share, OfSelf: true, Parts: []Part{{RoleValue, RoleOthers}},
		Unit: "%", Sentence: "co-cau", Reason: "share"},
	{Method: TotalGrowth, Formula: growthOf(RoleCurrent, RolePrevious),
		Compared: RoleCurrent, Base: RolePrevious, Years: true,
		Of: Growth, Parts: []Part{{RoleCurrent, RoleCurrent}, {RolePrevious, RolePrevious}},
		Unit: "%", Sentence: "tang-truong", Reason: "growth"},
	{Method: Each, Roles: []Role{RoleValue}, Or: [][]Role{{RoleNumerator, RoleDenominator}, {RoleAnswer}},
		Formula: per(100, total(RoleSatisfying), total(RoleAsked)), Counted: true,
		Compared: RoleSatisfying, Base: RoleAsked,
		Unit: "%", OfTarget: true, Sentence: "tung-don-vi", Reason: "figure"},
	{Method: Rank, Roles: []Role{RoleValue}, Formula: total(RoleValue),
		OneFigure: true, Place: true, Sentence: "xep-hang", Reason: "rank"},
	{Method: OnDay, Roles: []Role{RoleValue}, Formula: total(RoleValue),
		OneFigure: true, IsDay: true, Unit: "ngày", Sentence: "ngay-xong", Reason: "day"},
	{Method: Statement, Roles: []Role{RoleStatus, RoleEvidence}, Sentence: "bang-loi"},
}

// Methods are all methods, in the order in which they are offered.
func Methods() []Method {
	var all []Method
	for _, f := range methods {
		all = append(all, f.Method)
	}
	return all
}

// Roles are the inputs of all methods, each once.
func Roles() []Role {
	var all []Role
	for _, f := range methods {
		for _, role := range slices.Concat(append(slices.Clone(f.Or), f.Roles)...) {
			if !slices.Contains(all, role) {
				all = append(all, role)
			}
		}
	}
	return all
}

// Facts are what is known of a method; of a word that is none, nothing.
func (m Method) Facts() *Facts {
	if i := slices.IndexFunc(methods, func(f Facts) bool { return f.Method == m }); i >= 0 {
		return &methods[i]
	}
	return &Facts{}
}

// Divided reports whether the figure is a quotient, and so rounded once.
func (m Method) Divided() bool { return m.Facts().Formula.Divisor() != nil }

// Changes reports a figure that says by how much something rose or fell.
func (m Method) Changes() bool { return m.Facts().Formula.subtracts() }

// ByOffice reports a measure without a figure, judged by the office in words.
func (m Method) ByOffice() bool { return m.Facts().Formula == nil }

// Amount reports a figure that is the units' own number, added up or not.
func (m Method) Amount() bool {
	_, ok := m.Facts().Formula.Total()
	return ok
}

// Adds reports that the figures of several units are added to one.
func (m Method) Adds() bool { return m.Amount() && !m.Facts().OneFigure }

// TakesNegative reports an input that may be below zero where the plan says so: no place, no
// day, nothing that is divided by as a whole of its parts.
func (m Method) TakesNegative(role Role) bool {
	facts := m.Facts()
	return !role.InWords() && !facts.Place && !facts.IsDay && !facts.OfSelf && role != RoleDenominator
}

// Formula is how the measure's figure is computed; nil where the office judges
// in words. A share that the units state themselves is taken as it is.
func (m *Measure) Formula() *Formula {
	facts := m.Method.Facts()
	switch {
	case m.StatesShare():
		return total(RoleValue)
	case m.InUnit && facts.Difference != nil:
		return facts.Difference
	case facts.Factored && m.Per != nil:
		return facts.Formula.times(*m.Per)
	}
	return facts.Formula
}

// Own is how the figure of one unit alone is computed: of "each", what the unit
// itself is to reach; nil where it answers in words.
func (m *Measure) Own() *Formula {
	if !m.Method.Facts().Counted {
		return m.Formula()
	}
	has := func(role Role) bool {
		return slices.ContainsFunc(m.Inputs, func(in Input) bool { return in.Role == role })
	}
	switch {
	case has(RoleDenominator):
		f := per(100, total(RoleNumerator), total(RoleDenominator))
		if m.Per != nil {
			f = f.times(*m.Per)
		}
		return f
	case has(RoleValue):
		return total(RoleValue)
	}
	return nil
}

// Divided reports a figure that is rounded once, to the measure's decimals: a
// quotient, and the difference that stands in its place.
func (m *Measure) Divided() bool {
	return m.Method.Divided() || m.isDifference()
}

// IsPart reports a ratio of a part to its whole, in % or ‰: an average of so much for
// each person may well be above 1.
func (m *Measure) IsPart() bool { return quantity.Attached(m.FigureUnit()) }

// StatesShare reports that the units of a share answer with the share itself.
func (m *Measure) StatesShare() bool {
	return m.Method.Facts().OfSelf &&
		slices.ContainsFunc(m.Inputs, func(in Input) bool { return in.Role == RoleValue && in.Unit == "%" })
}
