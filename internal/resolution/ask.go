package resolution

import (
	"fmt"
	"slices"
	"strings"
)

// AskKind is what kind of answer an Ask wants.
type AskKind int

// The kinds of answers.
const (
	AskNumber AskKind = iota
	AskText           // evidence, names behind a count
	AskStatus         // one of StatusAnswers
)

// StatusAnswers are the answers a statement's status may have, as the form's
// dropdown offers them.
var StatusAnswers = []string{"Hoàn thành", "Đang thực hiện", "Chưa thực hiện"}

// Ask is one cell that one unit has to fill: the smallest thing that is owed.
// A form is a list of Asks; an observation answers one.
type Ask struct {
	Measure  *Measure
	Role     Role
	Line     int    // 1, 2... of an input with lines; 0 otherwise
	Label    string // what is asked
	Unit     string // unit of measurement; "" for text
	Whole    bool
	Kind     AskKind
	Required bool // left blank, it is owed; evidence, lists and last year's figures are not
	Note     string
}

// Key names the ask within its unit: "1.1.numerator", "8.value.2".
func (a Ask) Key() string {
	k := Key(a.Measure.ID, a.Role)
	if a.Line > 0 {
		k = fmt.Sprintf("%s.%d", k, a.Line)
	}
	return k
}

// Name is the ask's defined name in a form: "CT_01_1_numerator", "CT_08_value_2".
func (a Ask) Name() string {
	id := a.Measure.ID
	whole, part, hasPart := strings.Cut(id, ".")
	if len(whole) < 2 {
		whole = "0" + whole
	}
	name := "CT_" + whole
	if hasPart {
		name += "_" + strings.ReplaceAll(part, ".", "_")
	}
	name += "_" + string(a.Role)
	if a.Line > 0 {
		name += fmt.Sprintf("_%d", a.Line)
	}
	return name
}

// Asks returns everything one unit is asked for, in the plan's order.
func (p *Plan) Asks(unit string) []Ask {
	var asks []Ask
	for _, m := range p.Measures() {
		owns := false
		for _, in := range m.Inputs {
			if in.SameAs != "" || !slices.Contains(in.From, unit) {
				continue
			}
			owns = true
			a := Ask{Measure: m, Role: in.Role, Label: in.Label, Unit: in.Unit, Whole: in.Whole, Note: in.Note, Required: true}
			switch in.Role {
			case RoleStatus:
				a.Kind = AskStatus
			case RoleEvidence:
				a.Kind, a.Required = AskText, false
			}
			if in.Lines == nil {
				asks = append(asks, a)
				continue
			}
			for i, label := range in.Lines {
				a.Line, a.Label = i+1, label
				asks = append(asks, a)
			}
		}
		if !owns {
			continue
		}
		if m.List {
			asks = append(asks, Ask{Measure: m, Role: RoleList, Kind: AskText,
				Label: "Danh sách cụ thể: " + m.Name, Note: "Mỗi tên cách nhau bằng dấu chấm phẩy"})
		}
		if m.AskLast {
			asks = append(asks, Ask{Measure: m, Role: RoleLast, Unit: m.Unit,
				Label: fmt.Sprintf("Thực hiện năm %d: %s", p.Resolution.Year-1, m.Name)})
		}
	}
	return asks
}

// Owners are the units that are asked an ask, in the plan's order.
func (p *Plan) Owners(a Ask) []string {
	var owners []string
	for _, in := range a.Measure.Inputs {
		if in.SameAs == "" && (in.Role == a.Role || a.Role == RoleLast || a.Role == RoleList) {
			for _, u := range p.Units {
				if slices.Contains(in.From, u.ID) && !slices.Contains(owners, u.ID) {
					owners = append(owners, u.ID)
				}
			}
		}
	}
	return owners
}

// Ask is what a unit is asked under a key; an empty one for a key it is not
// asked, with a measure all the same.
func (p *Plan) Ask(unit, key string) Ask {
	for _, a := range p.Asks(unit) {
		if a.Key() == key {
			return a
		}
	}
	return Ask{Measure: &Measure{}}
}
