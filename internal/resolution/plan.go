// Package resolution is what was promised and by whom: the resolution's sections,
// indicators, measures and targets, the office, its units and what each of them
// reports. It judges one figure against one target. It knows nothing of the files
// it came from: that is resolution/load.
package resolution

import (
	"baocao/internal/viet"
	"baocao/internal/wording"
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
	Estimators []Estimator
	Senders    []Sender
	Readings   []Reading
	Rollup     *Rollup        // of a higher committee's folder; nil for any other
	Words      *wording.Words // of the outputs; nil for the embedded ones

	measures map[string]*Measure
	units    map[string]*Unit
	asked    map[string]asked // by unit
	owners   map[input][]string
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

// Index lets Measure, Unit, Asks and Owners find what the plan holds. It is
// called once, when sections and units are complete; of two with one id the first
// is found. Nothing that it looked at may be changed afterwards.
func (p *Plan) Index() {
	p.measures, p.units = map[string]*Measure{}, map[string]*Unit{}
	for _, m := range p.Measures() {
		if p.measures[m.ID] == nil {
			p.measures[m.ID] = m
		}
	}
	for i := range p.Units {
		if u := &p.Units[i]; p.units[u.ID] == nil {
			p.units[u.ID] = u
		}
	}
	p.indexAsks()
}

// Measure returns a measure by id, or nil.
func (p *Plan) Measure(id string) *Measure { return p.measures[id] }

// Due is the day by which a unit's return is due; zero where none is set.
func (p *Plan) Due(unit string) viet.Date {
	if u := p.Unit(unit); u != nil && !u.Due.IsZero() {
		return u.Due
	}
	return p.Report.Due
}

// Indicator returns an indicator by its number, or nil.
func (p *Plan) Indicator(number int) *Indicator {
	for i := range p.Sections {
		for j := range p.Sections[i].Indicators {
			if ind := &p.Sections[i].Indicators[j]; ind.Number == number {
				return ind
			}
		}
	}
	return nil
}

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

// The files of a plan, in the root of the working folder.
const (
	ResolutionFile = "nghi-quyet.toml"
	OfficeFile     = "co-quan.toml"
)

// OpenQuestion begins a comment in a plan that was drafted from a text: a person has to
// answer it, and then takes it out.
const OpenQuestion = "# HỎI:"
