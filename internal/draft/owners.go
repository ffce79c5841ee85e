package draft

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/tomlfile"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// Owners say who reports what: a table with a row for each measure, which the
// program writes and the office fills in.
type Owners struct {
	From  map[string][]string // by measure: ids of units and groups
	Empty []string            // measures that nobody was given
	Asks  []diag.Message      // what could not be read, with its cell
}

// ReadOwners reads a filled table of owners for a plan. ok is false where no sheet
// has its columns. A row counts where its number and its name are those of the plan.
func ReadOwners(b *workbook.Book, p *resolution.Plan) (o *Owners, ok bool) {
	for _, s := range b.Sheets {
		if s.Visibility != workbook.Visible {
			continue
		}
		var h head
		last := 0
		for i := range s.Cells {
			c := &s.Cells[i]
			if c.Row == last {
				continue
			}
			last = c.Row
			if h == nil {
				if heads := headOf(rowAt(s, c.Row)); heads["number"] > 0 && heads["text"] > 0 && heads["owner"] > 0 {
					h, o = heads, &Owners{From: map[string][]string{}}
				}
				continue
			}
			o.row(s, c.Row, h, p)
		}
		if o != nil && len(o.From)+len(o.Empty)+len(o.Asks) > 0 {
			o.rest(p)
			return o, true
		}
		o = nil
	}
	return nil, false
}

func rowAt(s *workbook.Sheet, at int) row {
	r := row{}
	cells := s.In(workbook.Span{First: at, Last: at})
	for i := range cells {
		r[cells[i].Col] = textOf(&cells[i])
	}
	return r
}

func (o *Owners) row(s *workbook.Sheet, at int, h head, p *resolution.Plan) {
	r := rowAt(s, at)
	id := strings.Trim(strings.ReplaceAll(r[h["number"]], ",", "."), "(). ")
	m := p.Measure(id)
	if m == nil {
		return // a title, or a row of the office's own
	}
	say := func(key, text string) {
		sheet, cell := s.Place(at, h["owner"])
		o.Asks = append(o.Asks, diag.Say(key, diag.Args{"sheet": sheet, "cell": cell, "measure": id, "text": text}))
	}
	if viet.Fold(r[h["text"]]) != viet.Fold(m.Name) {
		say("owners.other-name", r[h["text"]])
		return
	}
	if _, twice := o.From[id]; twice {
		say("owners.twice", id)
		return
	}
	from, unknown := unitsNamed(r[h["owner"]], p.Units)
	if unknown == "" && len(from) == 0 {
		o.Empty = append(o.Empty, id)
		return
	}
	if unknown != "" {
		say("owners.unknown", unknown)
		return
	}
	o.From[id] = from
}

// rest are the measures without a row: they are nobody's either.
func (o *Owners) rest(p *resolution.Plan) {
	for _, m := range p.Measures() {
		if _, given := o.From[m.ID]; !given && len(m.From) > 0 && !slices.Contains(o.Empty, m.ID) &&
			!slices.ContainsFunc(o.Asks, func(q diag.Message) bool { return q.Args["measure"] == m.ID }) {
			o.Empty = append(o.Empty, m.ID)
		}
	}
}

// unitsNamed are the ids of the units and groups that a cell names, one under the
// other or with semicolons between them; unknown is the first that is none.
func unitsNamed(text string, units []resolution.Unit) (ids []string, unknown string) {
	for _, name := range namesIn(text) {
		if id := unitNamed(name, units); id != "" {
			ids = append(ids, id)
			continue
		}
		// "Công an phường, Trạm Y tế": a comma may be part of a name too.
		for part := range strings.SplitSeq(name, ",") {
			id := unitNamed(viet.Tidy(part), units)
			if id == "" {
				return nil, name
			}
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids), ""
}

// namesIn are the names that a cell lists.
func namesIn(text string) []string {
	var names []string
	for _, name := range strings.FieldsFunc(text, func(r rune) bool { return r == ';' || r == '\n' }) {
		if name = viet.Tidy(name); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// everyLeads stand before the name of a group: "các tổ dân phố".
var everyLeads = []string{"tat ca cac ", "tat ca ", "toan bo cac ", "cac ", "moi "}

// unitNamed is the id of the unit or the group of a name; "" for none.
func unitNamed(name string, units []resolution.Unit) string {
	folded := viet.Fold(name)
	for _, u := range units {
		if folded == viet.Fold(u.Name) || name == u.ID ||
			slices.ContainsFunc(u.Aliases, func(a string) bool { return viet.Fold(a) == folded }) {
			return u.ID
		}
	}
	for _, lead := range everyLeads {
		if rest, ok := strings.CutPrefix(folded, lead); ok {
			folded = rest
			break
		}
	}
	for _, u := range units {
		if u.Group != "" && viet.Fold(u.Group) == folded {
			return u.Group
		}
	}
	return ""
}

// ErrOwnShape is the error of a plan in which the owners cannot be written without
// touching the rest.
var ErrOwnShape = errors.New("the measures are not written as [[...]] tables")

// Give writes who reports what into a plan. All else stays as it is; the question
// who reports what goes once every measure has its owner.
func (o *Owners) Give(plan string, p *resolution.Plan) (string, error) {
	plan = strings.TrimPrefix(plan, "\uFEFF")
	f, fault := tomlfile.Parse(plan)
	if fault != nil {
		return "", fault
	}
	type edit struct {
		at   tomlfile.Place
		from []string
	}
	var edits []edit
	sections, _ := f.Values["section"].([]map[string]any)
	for s, section := range sections {
		indicators, _ := section["indicator"].([]map[string]any)
		for i, indicator := range indicators {
			measures, _ := indicator["measure"].([]map[string]any)
			for k, measure := range measures {
				from, given := o.From[fmt.Sprint(measure["id"])]
				if !given {
					continue
				}
				at := f.Places[fmt.Sprintf("section[%d].indicator[%d].measure[%d].from", s, i, k)]
				if at.Raw == "" {
					return "", ErrOwnShape
				}
				edits = append(edits, edit{at, from})
			}
		}
	}
	slices.SortFunc(edits, func(a, b edit) int { return cmp.Compare(a.at.Start, b.at.Start) })
	var b strings.Builder
	done := 0
	for _, e := range edits {
		b.WriteString(plan[done:e.at.Start] + list(e.from))
		done = e.at.Start + len(e.at.Raw)
	}
	b.WriteString(plan[done:])
	text := b.String()
	if len(o.Empty)+len(o.Asks) == 0 {
		text = strings.Replace(text, "# HỎI: "+diag.Say("draft.ask.owners", nil).In(diag.Vi)+"\n", "", 1)
		text = strings.Replace(text, "# HỎI: "+diag.Say("draft.ask.owners", nil).In(diag.Vi)+"\r\n", "", 1)
	}
	if _, fault := tomlfile.Parse(text); fault != nil {
		return "", ErrOwnShape
	}
	return text, nil
}
