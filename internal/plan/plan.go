// Package plan is what was promised and by whom: the resolution's sections,
// indicators, measures and targets, the office, its units and what each of them
// reports. It loads the two TOML files and the decisions, lints them against
// themselves, and judges one figure against one target.
package plan

import (
	"strings"

	"baocao/internal/quantity"
	"baocao/internal/viet"
)

// Plan is the resolution, the office and the decisions of one working folder.
// After Load it is complete and read-only: groups are expanded, every input
// knows its owners, amendments are sorted by date.
type Plan struct {
	Resolution Resolution
	Areas      []Area
	Sections   []Section
	Office     Office
	Report     Report
	Units      []Unit
	Layouts    []Layout
	Mail       Mail
	Limits     Limits
	Checks     Checks
	Silences   []Silence
	Decisions  []Decision
	Choices    []Choice

	measures map[string]*Measure
	units    map[string]*Unit
}

// Resolution is the head of nghi-quyet.toml.
type Resolution struct {
	Number string // "02-NQ/QU"
	Date   viet.Date
	Issuer string
	About  string
	Year   int
	Theme  string
}

// Area is a field of work under which narrative is grouped.
type Area struct{ ID, Title string }

// Section is a group of indicators ("I").
type Section struct {
	Number     string
	Title      string
	Indicators []Indicator
}

// Indicator is one numbered promise of the annex, holding one or more measures.
type Indicator struct {
	Number   int
	Text     string
	Headline string // id of the measure whose verdict is the indicator's; "" for none
	Measures []*Measure
}

// Method says how the reporting units' inputs become the figure (design.md 4).
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

// Divided reports whether the figure is a quotient, and so rounded once.
func (m Method) Divided() bool {
	switch m {
	case Ratio, Growth, PlanRatio, Share, TotalGrowth:
		return true
	}
	return false
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
	Line       int // line in nghi-quyet.toml

	Indicator int    // number of its indicator
	Section   string // number of its section
}

// Role names an input of a method.
type Role string

// The roles. Last, List and Evidence are answers beside the figure.
const (
	RoleValue       Role = "value"
	RoleNumerator   Role = "numerator"
	RoleDenominator Role = "denominator"
	RoleCurrent     Role = "current"
	RolePrevious    Role = "previous"
	RoleActual      Role = "actual"
	RolePlan        Role = "plan"
	RoleStatus      Role = "status"
	RoleEvidence    Role = "evidence"
	RoleLast        Role = "last_year" // asked by previous = "ask"
	RoleList        Role = "list"      // asked by list = true
)

// Input is one number a measure needs of each of its units.
type Input struct {
	Role       Role
	Label      string
	Unit       string // unit of measurement; the measure's own when not set and not a percentage of two counts
	Whole      bool
	From       []string // owners of this input, expanded; the measure's From unless set
	SameAs     string   // "1.1.numerator": asked there, used here too
	Lines      []string // labels of the amounts that are added; nil for one amount
	Note       string
	Population string // what is counted, where several inputs count the same: "dân số thường trú"
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

// Office is the head of co-quan.toml.
type Office struct {
	Parent, Issuer, Symbol, Place string
	Profile                       string // dang-hd36 | dang-hd05 | nha-nuoc-nd30
}

// Name is the issuer as running text writes it: "QUẬN ỦY KIẾN AN" at "Kiến An"
// is "Quận ủy Kiến An". Where the place does not tell which letters are
// capitals, the name stays as configured.
func (o Office) Name() string {
	name := viet.Tidy(o.Issuer)
	kind, rest, ok := strings.Cut(strings.ToLower(name), strings.ToLower(o.Place))
	if !ok || o.Place == "" || kind == "" {
		return name
	}
	return viet.UpperFirst(kind) + o.Place + rest
}

// Report is how the report presents itself.
type Report struct {
	Number       string
	Date         viet.Date // zero: left open on the page
	Title        string
	Estimate     bool
	Draft        bool
	Illustrative bool   // figures are invented: said on every page
	Attach       string // annex | full | none
	Recipients   []string
	Signature    Signature
}

// Signature is the block at the end.
type Signature struct{ Authority, Position, Name string }

// Unit is a department, Party body or ward that reports.
type Unit struct {
	ID, Name, Group, Email string
	Aliases                []string
}

// Layout shows where one input stands in a unit's own table.
type Layout struct {
	Unit, Input, Sheet, Row, Under, Column, Cell, UnitOfMeasurement string
	Line                                                            int
}

// Mail says where the report goes.
type Mail struct {
	To   []string
	SMTP SMTP
}

// SMTP is the server; the password comes from the environment.
type SMTP struct {
	Host string
	Port int
	User string
}

// Limits are what reading one file of the drop folder may cost.
type Limits struct {
	Seconds    int
	MemoryMB   int // all that is held while the file is read
	UnpackedMB int // of a file that is an archive, as .xlsx, .ods and .zip are
}

// Decision is a verdict that a person set, from quyet-dinh-so-lieu.toml.
type Decision struct {
	Measure string
	Verdict Verdict
	Reason  string
	By      string
	Date    viet.Date
	Line    int
}

// Measure returns a measure by id, or nil.
func (p *Plan) Measure(id string) *Measure { return p.measures[id] }

// Unit returns a unit by id, or nil.
func (p *Plan) Unit(id string) *Unit { return p.units[id] }

// Measures returns all measures in the plan's order.
func (p *Plan) Measures() []*Measure {
	var all []*Measure
	for _, s := range p.Sections {
		for _, i := range s.Indicators {
			all = append(all, i.Measures...)
		}
	}
	return all
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
		return p.inputByKey(in.SameAs)
	}
	return nil, nil
}

func (p *Plan) inputByKey(key string) (*Measure, *Input) {
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
