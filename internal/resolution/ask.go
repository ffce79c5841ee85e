package resolution

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"baocao/internal/viet"
)

// AskKind is what kind of answer an Ask wants.
type AskKind int

// The kinds of answers.
const (
	AskNumber AskKind = iota
	AskText           // evidence, names behind a count
	AskChoice         // one of Choices
	AskDay            // a day, counted as Serial does
)

// Yes and no, as they are answered.
const (
	SayYes = "Có"
	SayNo  = "Không"
)

// Choices are the answers that an ask may have, as the form's dropdown offers
// them; nil where it is not answered by choosing.
func (a Ask) Choices() []string {
	switch a.Role {
	case RoleStatus:
		return []string{"Hoàn thành", "Đang thực hiện", "Chưa thực hiện"}
	case RoleAnswer:
		return []string{SayYes, SayNo}
	}
	return nil
}

// Choice is the choice that a text is; "" for none.
func (a Ask) Choice(text string) string {
	for _, c := range a.Choices() {
		if viet.Fold(c) == viet.Fold(text) {
			return c
		}
	}
	return ""
}

// Ask is one cell that one unit has to fill: the smallest thing that is owed.
// A form is a list of Asks; an observation answers one.
type Ask struct {
	Measure  *Measure
	Role     Role
	Line     int    // 1, 2... of an input with lines; 0 otherwise
	Label    string // what is asked
	Unit     string // unit of measurement; "" for text
	Whole    bool
	Negative bool // an amount that may be below zero, as the plan says
	Kind     AskKind
	Required bool // left blank, it is owed; evidence, lists and last year's figures are not
	Note     string

	key keyed // worked out once for the asks of a plan
}

// keyed is a key with what it was made of: a copy of an ask may be given another role.
type keyed struct {
	text string
	role Role
	line int
}

// Key names the ask within its unit: "1.1.numerator", "8.value.2".
func (a Ask) Key() string {
	if a.key.text != "" && a.key.role == a.Role && a.key.line == a.Line {
		return a.key.text
	}
	k := Key(a.Measure.ID, a.Role)
	if a.Line > 0 {
		k = fmt.Sprintf("%s.%d", k, a.Line)
	}
	return k
}

// Name is the ask's defined name in a form: "CT_01_1_numerator", "CT_08_value_2".
func (a Ask) Name() string {
	name := a.Measure.CellName() + "_" + string(a.Role)
	if a.Line > 0 {
		name += fmt.Sprintf("_%d", a.Line)
	}
	return name
}

// CellName is the defined name of the measure's figure in a workbook: "CT_01_1".
func (m *Measure) CellName() string {
	whole, part, hasPart := strings.Cut(m.ID, ".")
	if len(whole) < 2 {
		whole = "0" + whole
	}
	name := "CT_" + whole
	if hasPart {
		name += "_" + strings.ReplaceAll(part, ".", "_")
	}
	return name
}

// Asks are all that one unit is asked for, in the plan's order. Callers share
// the slice and leave it as it is.
func (p *Plan) Asks(unit string) []Ask { return p.asked[unit].asks }

// Owners are the units that are asked an ask, in the plan's order. Callers share
// the slice and leave it as it is.
func (p *Plan) Owners(a Ask) []string { return p.owners[input{a.Measure, a.Role}] }

// Ask is what a unit is asked under a key; an empty one for a key it is not
// asked, with a measure all the same.
func (p *Plan) Ask(unit, key string) Ask {
	u := p.asked[unit]
	if i, ok := u.byKey[key]; ok {
		return u.asks[i]
	}
	return Ask{Measure: &Measure{}}
}

// asked is what one unit is asked.
type asked struct {
	asks  []Ask
	byKey map[string]int // the first of a key
}

// input is what one measure asks of its units.
type input struct {
	measure *Measure
	role    Role
}

// indexAsks goes through the measures once and hands their asks to the units, as pieces: what
// one input asks, or what is asked beside a figure. Units with the same pieces, as those of a
// group mostly are, share the list that is made of them.
func (p *Plan) indexAsks() {
	p.asked, p.owners = map[string]asked{}, map[input][]string{}
	place := make(map[string]int, len(p.Units))
	for i, u := range p.Units {
		if _, twice := place[u.ID]; !twice {
			place[u.ID] = i
		}
	}
	var pieces [][]Ask
	given := map[string][]int{} // the pieces that a unit is given
	give := func(units []string, asks []Ask) {
		for _, u := range units {
			given[u] = append(given[u], len(pieces))
		}
		pieces = append(pieces, withKeys(asks))
	}
	for _, m := range p.Measures() {
		var units []string
		for _, in := range m.Inputs {
			if !in.Asked() {
				continue
			}
			owners := inOrder(in.From, place)
			p.owners[input{m, in.Role}] = owners
			give(owners, in.asks(m))
			if len(units) == 0 {
				units = owners
			} else if !slices.Equal(units, owners) {
				units = inOrder(slices.Concat(units, owners), place)
			}
		}
		if beside := m.asksBeside(p); len(beside) > 0 {
			for _, a := range beside {
				p.owners[input{m, a.Role}] = units
			}
			give(units, beside)
		}
	}
	var before asked
	var piecesBefore []int
	for _, u := range inOrder(slices.Collect(maps.Keys(given)), place) {
		if own := given[u]; !slices.Equal(own, piecesBefore) {
			before, piecesBefore = newAsked(pieces, own), own
		}
		p.asked[u] = before
	}
}

// newAsked is what a unit is asked that is given so many of the pieces.
func newAsked(pieces [][]Ask, given []int) asked {
	var own asked
	for _, i := range given {
		own.asks = append(own.asks, pieces[i]...)
	}
	own.asks = slices.Clip(own.asks)
	own.byKey = make(map[string]int, len(own.asks))
	for i := len(own.asks) - 1; i >= 0; i-- {
		own.byKey[own.asks[i].Key()] = i
	}
	return own
}

// inOrder are units in their places, each once.
func inOrder(units []string, place map[string]int) []string {
	before := func(a, b string) int { return place[a] - place[b] }
	if slices.IsSortedFunc(units, before) {
		return slices.Compact(slices.Clone(units))
	}
	return slices.Compact(slices.SortedFunc(slices.Values(units), before))
}

// withKeys works out the keys of asks, which every stage looks at again and again.
func withKeys(asks []Ask) []Ask {
	for i, a := range asks {
		asks[i].key = keyed{a.Key(), a.Role, a.Line}
	}
	return asks
}

// asks are the cells of one input: one, or one for each line.
func (in *Input) asks(m *Measure) []Ask {
	a := Ask{Measure: m, Role: in.Role, Label: in.Label, Unit: in.Unit, Whole: in.Whole, Negative: in.Negative,
		Note: in.Note, Required: true}
	switch in.Role {
	case RoleStatus, RoleAnswer:
		a.Kind = AskChoice
	case RoleEvidence:
		a.Kind, a.Required = AskText, false
	}
	if m.Method.Facts().IsDay {
		a.Kind = AskDay
	}
	if in.Lines == nil {
		return []Ask{a}
	}
	var lines []Ask
	for i, label := range in.Lines {
		a.Line, a.Label = i+1, label
		lines = append(lines, a)
	}
	return lines
}

// asksBeside are the answers asked beside the figure of the unit that answers an input.
func (m *Measure) asksBeside(p *Plan) []Ask {
	var asks []Ask
	if m.List {
		asks = append(asks, Ask{Measure: m, Role: RoleList, Kind: AskText,
			Label: "Danh sách cụ thể: " + m.Name, Note: "Mỗi tên cách nhau bằng dấu chấm phẩy"})
	}
	if m.AskLast {
		asks = append(asks, Ask{Measure: m, Role: RoleLast, Unit: m.Unit, Negative: p.MayFall(m) || m.isDifference(),
			Label: fmt.Sprintf("Thực hiện %s: %s", p.Report.Period.In(p.Resolution.Year-1), m.Name)})
	}
	return asks
}
