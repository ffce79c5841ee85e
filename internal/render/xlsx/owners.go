package xlsx

import (
	"fmt"
	"slices"
	"strings"

	"baocao/internal/resolution"
	"baocao/internal/viet"
	"baocao/internal/wording"
)

// Owners is the table in which the office says who reports what: a row for each
// measure that somebody is asked for, and a list to choose from. Of those that are
// known, by measure, their names stand in it.
func Owners(p *resolution.Plan, known map[string][]string) ([]byte, error) {
	w := p.Words
	heads := w.Texts("don-vi-bao-cao.cot", "tt", "chi-tieu", "so-lieu", "dvt", "ke-hoach", "don-vi")
	last := len(heads) - 1
	s := &sheet{name: w.Text("don-vi-bao-cao.sheet"), widths: []float64{8, 44, 44, 14, 18, 36}}
	s.title(w.Text("don-vi-bao-cao.tieu-de", wording.Args{"nam": p.Resolution.Year}), look{bold: true, size: 14})
	s.title(w.Text("don-vi-bao-cao.cach-dien", wording.Args{"cot": heads[last]}), look{italic: true})
	s.headings(heads...)
	first := len(s.rows) + 1
	for _, m := range p.Measures() {
		labels := labelsOf(m)
		if len(labels) == 0 {
			continue
		}
		s.add(centred(m.ID), text(m.Name), text(strings.Join(labels, "\n")), centred(m.Unit), centred(m.Target.Vi()),
			text(strings.Join(namesOf(p, known[m.ID]), "\n")))
	}
	list := &sheet{name: w.Text("don-vi-bao-cao.danh-sach.sheet"), widths: []float64{50}}
	list.headings(w.Text("don-vi-bao-cao.danh-sach.don-vi"))
	for _, name := range choices(p) {
		list.add(text(name))
	}
	s.lists = []dropList{{column: last, from: first, to: max(first, len(s.rows)),
		source: fmt.Sprintf("%s!$A$2:$A$%d", quotedSheet(list.name), max(2, len(list.rows)))}}
	return write(s.name, planned(p), s, list)
}

// labelsOf are what is asked for a measure.
func labelsOf(m *resolution.Measure) []string {
	var labels []string
	for i := range m.Inputs {
		if in := &m.Inputs[i]; in.Asked() {
			labels = append(labels, in.Label)
		}
	}
	return labels
}

// namesOf are units and groups as a cell names them.
func namesOf(p *resolution.Plan, ids []string) []string {
	var names []string
	for _, id := range ids {
		for _, u := range p.Units {
			if u.ID == id {
				names = append(names, u.Name)
				break
			}
			if u.Group == id {
				names = append(names, groupName(p, id))
				break
			}
		}
	}
	return names
}

// choices are the groups and the units, as a cell names them.
func choices(p *resolution.Plan) []string {
	var groups, units []string
	for _, u := range p.Units {
		if name := groupName(p, u.Group); u.Group != "" && !slices.Contains(groups, name) {
			groups = append(groups, name)
		}
		units = append(units, u.Name)
	}
	return append(groups, units...)
}

// groupName is what a group is called: as its units are, as far as they are called
// alike: "Các tổ dân phố".
func groupName(p *resolution.Plan, group string) string {
	group = resolution.GroupName(group)
	called := strings.ReplaceAll(group, "-", " ")
	for _, u := range p.Units {
		fields := strings.Fields(u.Name)
		for n := len(fields); resolution.GroupName(u.Group) == group && n > 0; n-- {
			if name := strings.Join(fields[:n], " "); viet.Fold(name) == viet.Fold(group) {
				called = viet.LowerFirst(name)
			}
		}
	}
	return p.Words.Text("don-vi-bao-cao.danh-sach.nhom", wording.Args{"nhom": called})
}
