package resolution

import "slices"

// Method says how the reporting units' inputs become the figure (docs/design.md 4).
type Method string

// The methods.
const (
	Value       Method = "value"
	Sum         Method = "sum"
	Ratio       Method = "ratio"
	Growth      Method = "growth"
	PlanRatio   Method = "plan" // against a planned amount
	Share       Method = "share"
	TotalGrowth Method = "total_growth"
	Statement   Method = "statement"
)

// Facts are all that the program knows of one method. A new method is an entry
// of methods, and nothing else where the formula, sentence and checks that it
// needs are there already.
type Facts struct {
	Method  Method
	Roles   []Role   // the inputs asked of each unit, in the order of forms
	Formula *Formula // the figure; nil where the office judges in words

	Compared, Base Role // what a unit answers together: nothing of the one is nothing of the other
	PartOfBase     bool // Compared is a part of Base, so not above it
	Years          bool // Compared and Base are of this year and the year before
	Steady         bool // the figure, or with Years what it compares, lies near last year's
	OneFigure      bool // one figure, even where several units own it; they have to agree

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
	return per(100, join(total(now), Minus, total(before)), total(before))
}

// methods are all methods, in the order in which they are offered.
var methods = []Facts{
	{Method: Value, Roles: []Role{RoleValue}, Formula: total(RoleValue),
		OneFigure: true, Steady: true, OfTarget: true, Sentence: "so-lieu", Reason: "figure"},
	{Method: Sum, Roles: []Role{RoleValue}, Formula: total(RoleValue),
		Steady: true, OfTarget: true, Sentence: "so-lieu", Reason: "figure"},
	{Method: Ratio, Roles: []Role{RoleNumerator, RoleDenominator},
		Formula:  per(100, total(RoleNumerator), total(RoleDenominator)),
		Compared: RoleNumerator, Base: RoleDenominator, PartOfBase: true, Steady: true,
		Unit: "%", OfTarget: true, Sentence: "ty-le", Reason: "figure", NameBegin: "Tỷ lệ"},
	{Method: Growth, Roles: []Role{RoleCurrent, RolePrevious}, Formula: growthOf(RoleCurrent, RolePrevious),
		Compared: RoleCurrent, Base: RolePrevious, Years: true, Steady: true,
		Unit: "%", Sentence: "tang-truong", Reason: "growth"},
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
		for _, role := range f.Roles {
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

// Formula is how the measure's figure is computed; nil where the office judges
// in words. A share that the units state themselves is taken as it is.
func (m *Measure) Formula() *Formula {
	if m.StatesShare() {
		return total(RoleValue)
	}
	return m.Method.Facts().Formula
}

// StatesShare reports that the units of a share answer with the share itself.
func (m *Measure) StatesShare() bool {
	return m.Method.Facts().OfSelf &&
		slices.ContainsFunc(m.Inputs, func(in Input) bool { return in.Role == RoleValue && in.Unit == "%" })
}
