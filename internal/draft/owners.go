package draft

import (
	"fmt"
	"maps"
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

	cells map[string]string // by measure: the cell that gave it its owner
	moved bool              // rows do not follow the plan
	above string            // the last row's owner as written
}

// IsOwners reports a workbook that has such a table, whatever the plan.
func IsOwners(b *workbook.Book) bool {
	return slices.ContainsFunc(b.Sheets, func(s *workbook.Sheet) bool {
		last := 0
		return s.Visibility == workbook.Visible && slices.ContainsFunc(s.Cells, func(c workbook.Cell) bool {
			first := c.Row != last
			last = c.Row
			return first && isOwnersHead(headOf(rowAt(s, c.Row)))
		})
	})
}

// isOwnersHead reports the heads of a table of who reports what.
func isOwnersHead(h head) bool { return h["number"] > 0 && h["text"] > 0 && h["owner"] > 0 }

// ReadOwners reads a filled table of owners for a plan. ok is false where no sheet
// has its columns. A row counts where its number and its name are those of the plan,
// and where no other row says otherwise.
func ReadOwners(b *workbook.Book, p *resolution.Plan) (o *Owners, ok bool) {
	o = &Owners{From: map[string][]string{}, cells: map[string]string{}}
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
			if heads := headOf(rowAt(s, c.Row)); isOwnersHead(heads) {
				if h == nil {
					o.moved, o.above = outOfOrder(s, c.Row, heads, p), ""
				}
				h = heads // a page may repeat them
				continue
			}
			if h != nil {
				o.row(s, c.Row, h, p)
			}
		}
		ok = ok || h != nil
	}
	if len(o.From)+len(o.Empty)+len(o.Asks) == 0 {
		return nil, false
	}
	o.rest(p)
	return o, ok
}

// outOfOrder reports rows that were sorted: "như trên" says nothing there.
func outOfOrder(s *workbook.Sheet, under int, h head, p *resolution.Plan) bool {
	last := -1
	order := map[string]int{}
	for i, m := range p.Measures() {
		order[m.ID] = i
	}
	for _, c := range s.Cells {
		if c.Row <= under || c.Col != h["number"] {
			continue
		}
		at, known := order[numberIn(textOf(&c))]
		if known && at < last {
			return true
		}
		last = max(at, last)
	}
	return false
}

// numberIn is a measure's number as a cell has it.
func numberIn(text string) string { return strings.Trim(strings.ReplaceAll(text, ",", "."), "(). ") }

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
	id, name, text := numberIn(r[h["number"]]), r[h["text"]], r[h["owner"]]
	sheet, cell := s.Place(at, h["owner"])
	say := func(key, text string) {
		o.Asks = append(o.Asks, diag.Say(key, diag.Args{"sheet": sheet, "cell": cell, "measure": id,
			"text": diag.Visible(text)}))
	}
	if m, merged := s.Merged(at, h["owner"]); merged && m.Col == h["owner"] && m.LastCol == m.Col && m.Row < at {
		if c := s.At(m.Row, m.Col); c != nil {
			text = textOf(c)
		}
	}
	m := p.Measure(id)
	above := o.above
	if !isDitto(text) && (m != nil || text != "") {
		o.above = text // also of a row that is left out: "như trên" below it means that row
	}
	if m == nil {
		if text != "" && name != "" {
			say("owners.no-measure", name)
		}
		return // a title, or a row of the office's own
	}
	if viet.Fold(name) != viet.Fold(m.Name) {
		say("owners.other-name", name)
		return
	}
	if isDitto(text) {
		if o.moved || above == "" {
			say("owners.ditto", text)
			return
		}
		text = above
	}
	from, key, unknown := unitsNamed(text, p.Units)
	if key != "" {
		say(key, unknown)
		return
	}
	if len(from) == 0 {
		o.Empty = append(o.Empty, id)
		return
	}
	if m.Method.Facts().OneFigure && holdsGroup(from, p.Units) { // the plan would be none
		say("owners.group", text)
		return
	}
	if cell0, twice := o.cells[id]; twice {
		if !slices.Equal(o.From[id], from) {
			delete(o.From, id)
			say("owners.twice", cell0)
		}
		return
	}
	o.From[id], o.cells[id] = from, sheet+" "+cell
}

// holdsGroup reports a group of more than one unit.
func holdsGroup(ids []string, units []resolution.Unit) bool {
	n := 0
	for _, u := range units {
		if u.Group != "" && slices.Contains(ids, u.Group) {
			n++
		}
	}
	return n > 1
}

// isDitto: as the row above.
func isDitto(text string) bool {
	switch viet.Fold(text) {
	case "nt", "nhu tren", "n t", "tren":
		return true
	}
	return text != "" && strings.Trim(text, "-\"'”“’`〃 ") == "" && strings.Trim(text, "- ") != ""
}

// rest are the measures without a row: they are nobody's either. What was asked
// about is told there.
func (o *Owners) rest(p *resolution.Plan) {
	empty := o.Empty
	o.Empty = nil
	for _, m := range p.Measures() {
		asked := slices.ContainsFunc(o.Asks, func(q diag.Message) bool { return q.Args["measure"] == m.ID })
		if _, given := o.From[m.ID]; !given && !asked && (len(m.From) > 0 || slices.Contains(empty, m.ID)) {
			o.Empty = append(o.Empty, m.ID)
		}
	}
}

// unitsNamed are the ids of the units and groups that a cell names, one under the
// other or with semicolons between them. Of the first that is none, or may be
// several, key is what is to be said.
func unitsNamed(text string, units []resolution.Unit) (ids []string, key, unknown string) {
	for _, name := range namesIn(text) {
		id, several := unitNamed(name, units)
		if several {
			return nil, "owners.several", name
		}
		if id != "" {
			ids = append(ids, id)
			continue
		}
		// "Công an phường, Trạm Y tế": a comma may be part of a name too.
		for part := range strings.SplitSeq(name, ",") {
			id, several := unitNamed(viet.Tidy(part), units)
			if several {
				return nil, "owners.several", name
			}
			if id == "" {
				return nil, "owners.unknown", name
			}
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids), "", ""
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

// unitNamed is the id of the unit or the group of a name; "" for none. Where its
// letters fit one name with their accents, that is it; without accents it has to be
// one name alone.
func unitNamed(name string, units []resolution.Unit) (id string, several bool) {
	if viet.Fold(name) == "" {
		return "", false
	}
	bare := viet.Spelling(name) == viet.Fold(name) // typed without accents
	var exact, like []string
	for _, u := range units {
		for _, own := range append([]string{u.Name}, u.Aliases...) {
			switch {
			case viet.Spelling(own) == viet.Spelling(name), u.ID == name:
				exact = append(exact, u.ID)
			case viet.Fold(own) == viet.Fold(name) && (bare || viet.Spelling(own) == viet.Fold(own)):
				like = append(like, u.ID)
			}
		}
	}
	if id, several := only(exact); id != "" || several {
		return id, several
	}
	if id, several := only(like); id != "" || several {
		return id, several
	}
	folded := viet.Fold(name)
	for _, lead := range everyLeads {
		if rest, ok := strings.CutPrefix(folded, lead); ok {
			folded = rest
			break
		}
	}
	for _, u := range units {
		group := viet.Fold(u.Group)
		if group != "" && (strings.TrimPrefix(group, "nhom ") == folded || u.Group == name) {
			return u.Group, false
		}
	}
	return "", false
}

// only is the one id of a list; several is true for more than one.
func only(ids []string) (id string, several bool) {
	slices.Sort(ids)
	switch ids = slices.Compact(ids); len(ids) {
	case 0:
		return "", false
	case 1:
		return ids[0], false
	}
	return "", true
}

// Give writes who reports what into a plan. All else stays as it is; the question
// who reports what goes once every measure has its owner. What has no place to be
// written to is asked about, and taken out of From.
func (o *Owners) Give(plan string, p *resolution.Plan) (string, error) {
	f, fault := tomlfile.Parse(plan)
	if fault != nil {
		return "", fault
	}
	var edits []tomlfile.Edit
	placed := map[string]bool{}
	sections, _ := f.Values["section"].([]map[string]any)
	for s, section := range sections {
		indicators, _ := section["indicator"].([]map[string]any)
		for i, indicator := range indicators {
			measures, _ := indicator["measure"].([]map[string]any)
			for k, measure := range measures {
				id := fmt.Sprint(measure["id"])
				at := f.Places[fmt.Sprintf("section[%d].indicator[%d].measure[%d].from", s, i, k)]
				from, given := o.From[id]
				if !given || at.Raw == "" || strings.Contains(at.Raw, "#") { // what somebody noted there stays
					continue
				}
				placed[id] = true
				if label := ownFrom(measure["inputs"]); label != "" {
					o.Asks = append(o.Asks, diag.Say("owners.own-from",
						diag.Args{"measure": id, "label": diag.Visible(label)}))
				}
				if !slices.Equal(sortedTexts(measure["from"]), from) {
					edits = append(edits, at.Give(list(from)))
				}
			}
		}
	}
	for _, m := range p.Measures() {
		if _, given := o.From[m.ID]; given && !placed[m.ID] {
			delete(o.From, m.ID)
			o.Asks = append(o.Asks, diag.Say("owners.no-place", diag.Args{"measure": m.ID}))
		}
	}
	text, fault := tomlfile.Splice(plan, edits)
	if fault != nil {
		return "", tomlfile.ErrOwnShape
	}
	if len(o.Empty)+len(o.Asks) == 0 {
		asked := resolution.OpenQuestion + " " + diag.Say("draft.ask.owners", nil).In(diag.Vi)
		text = strings.Replace(text, asked+"\n", "", 1)
		text = strings.Replace(text, asked+"\r\n", "", 1)
	}
	return text, nil
}

// sortedTexts are the texts of a list, in the order of From.
func sortedTexts(v any) []string {
	var all []string
	values, _ := v.([]any)
	for _, v := range values {
		all = append(all, fmt.Sprint(v))
	}
	slices.Sort(all)
	return all
}

// ownFrom is the label of the first input that names its owners itself; "" for none.
func ownFrom(inputs any) string {
	roles, _ := inputs.(map[string]any)
	for _, role := range slices.Sorted(maps.Keys(roles)) {
		if in, _ := roles[role].(map[string]any); in["from"] != nil {
			if label, _ := in["label"].(string); label != "" {
				return label
			}
			return role
		}
	}
	return ""
}
