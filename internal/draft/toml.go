package draft

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/roster"
	"baocao/internal/viet"
)

// Plan writes the draft as nghi-quyet.toml. Each question stands directly over
// what it is about, as a comment that begins with "# HỎI:".
func (d *Draft) Plan() string {
	var b strings.Builder
	line := func(indent int, format string, args ...any) {
		fmt.Fprintf(&b, strings.Repeat("  ", indent)+format+"\n", args...)
	}
	ask := func(indent int, asks []diag.Message) {
		for _, q := range asks {
			line(indent, "%s %s", resolution.OpenQuestion, q.In(diag.Vi))
		}
	}
	line(0, "# Bản thảo lập từ văn bản nghị quyết. Mỗi chỗ chưa chắc có một dòng \"# HỎI:\" ngay phía trên;")
	line(0, "# xem xong chỗ nào thì xóa dòng ấy. Nội dung hỏi đơn vị (label) do chương trình suy ra:")
	line(0, "# đọc lại trước khi gửi biểu mẫu.")
	b.WriteString("\n")
	ask(0, d.Asks)
	line(0, "[resolution]")
	line(0, "number = %s", resolution.Quoted(cmp.Or(d.Number, resolution.Blank)))
	date := d.day()
	line(0, "date   = %s", date.ISO())
	line(0, "issuer = %s", resolution.Quoted(cmp.Or(d.Issuer, resolution.Blank)))
	line(0, "about  = %s", resolution.Quoted(cmp.Or(d.About, resolution.Blank)))
	year := d.Year
	if year == 0 {
		year = date.Year + 1
	}
	line(0, "year   = %d", year)
	if d.Theme != "" {
		line(0, "theme  = %s", resolution.Quoted(d.Theme))
	}
	for _, s := range d.Sections {
		b.WriteString("\n")
		line(0, "[[section]]")
		line(0, "number = %s", resolution.Quoted(s.Number))
		line(0, "title  = %s", resolution.Quoted(s.Title))
		for _, i := range s.Indicators {
			b.WriteString("\n")
			ask(1, i.Asks)
			line(1, "[[section.indicator]]")
			line(1, "number = %d", i.Number)
			line(1, "text   = %s", resolution.Quoted(i.Text))
			if i.Headline != "" {
				line(1, "headline = %s", resolution.Quoted(i.Headline))
			}
			for k, m := range i.Measures {
				b.WriteString("\n")
				note := ""
				if k == 0 {
					note = i.Note
				}
				ask(2, m.Asks)
				d.measureTOML(line, m, note)
			}
		}
	}
	return b.String()
}

// day is the resolution's date; where nothing tells it, one that stands for it.
func (d *Draft) day() viet.Date {
	if d.Date.IsZero() {
		return viet.Date{Year: max(d.Year-1, 2000), Month: 12, Day: 31}
	}
	return d.Date
}

// measureTOML writes one measure.
func (d *Draft) measureTOML(line func(int, string, ...any), m Measure, note string) {
	text := func(key, value string) {
		if value != "" {
			line(2, "%-6s = %s", key, resolution.Quoted(value))
		}
	}
	line(2, "[[section.indicator.measure]]")
	text("id", m.ID)
	text("name", m.Name)
	text("part_of", m.PartOf)
	text("unit", m.Unit)
	text("target", m.Target)
	text("method", m.Method)
	text("each", m.Each)
	if m.Per != "" {
		line(2, "per    = %s", m.Per)
	}
	if m.Among != "" {
		line(2, "among  = %s", m.Among)
	}
	if m.InUnit {
		text("in", "unit")
	}
	if m.Lower {
		text("better", "lower")
	}
	from := m.From
	if from == nil {
		from = []string{d.Owner()}
	}
	line(2, "from   = %s", list(from))
	if m.Of != nil {
		line(2, "of     = %s", list(m.Of))
	}
	text("note", note)
	for _, in := range m.Inputs {
		if in.SameAs != "" {
			line(2, "inputs.%s = { same_as = %s }", in.Role, resolution.Quoted(in.SameAs))
			continue
		}
		whole := ""
		if in.Whole {
			whole = ", whole = true"
		}
		if in.Negative {
			whole += ", negative = true"
		}
		unit := ""
		if in.Unit != "" {
			unit = ", unit = " + resolution.Quoted(in.Unit)
		}
		line(2, "inputs.%s = { label = %s%s%s }", in.Role, resolution.Quoted(in.Label), unit, whole)
	}
}

// Owner is who reports everything until the office says who reports what.
func (d *Draft) Owner() string {
	if len(d.Units) > 0 {
		return d.Units[0].ID
	}
	return "van-phong"
}

// Use takes the units that an office has already: those of a table are found among
// them by name, and asked about where they are not.
func (d *Draft) Use(units []resolution.Unit) {
	if len(units) == 0 {
		return
	}
	ids, named := map[string][]string{}, map[string]string{}
	for _, own := range d.Units {
		named[own.ID] = own.Name
		ids[own.ID], _, _ = unitsNamed(own.Name, units)
	}
	for s := range d.Sections {
		for i := range d.Sections[s].Indicators {
			for k := range d.Sections[s].Indicators[i].Measures {
				m := &d.Sections[s].Indicators[i].Measures[k]
				var from []string
				for _, id := range m.From {
					if ids[id] == nil {
						m.ask("owner", diag.Args{"unit": named[id]})
					}
					from = append(from, ids[id]...)
				}
				slices.Sort(from)
				m.From = slices.Compact(from)
			}
		}
	}
	d.Units = units
}

// OfficeFile writes co-quan.toml for the draft: what the text tells of the
// letterhead, and the units.
func (d *Draft) OfficeFile() []byte {
	units := d.Units
	if len(units) == 0 {
		units = []resolution.Unit{{ID: d.Owner(), Name: "Văn phòng"}}
	}
	return roster.OfficeFile(d.Head(), units)
}

// Head is what the text tells of the office.
func (d *Draft) Head() roster.Head {
	h := roster.Head{Parent: d.Parent, Issuer: d.Office, Place: d.Place, Title: d.title(), State: d.State}
	if _, body, ok := strings.Cut(d.Number, "/"); ok && !strings.Contains(body, "-") {
		h.Symbol = "BC/" + body
	}
	return h
}

// title is what the report is called.
func (d *Draft) title() string {
	t := "kết quả thực hiện các chỉ tiêu năm {nam}"
	if d.Number != "" {
		t = "kết quả thực hiện Nghị quyết số " + d.Number
		if !d.Date.IsZero() {
			t += ", ngày " + d.Date.Short()
		}
		if d.Issuer != "" {
			t += " của " + d.Issuer
		}
		if d.About != "" {
			t += " " + d.About
		}
	}
	return t
}

func list(all []string) string {
	var out []string
	for _, s := range all {
		out = append(out, resolution.Quoted(s))
	}
	return "[" + strings.Join(out, ", ") + "]"
}

// newID is the id of a unit, made of its name, that no unit has taken.
func newID(name string, taken map[string]bool) string {
	id := cmp.Or(resolution.UnitID(name), "don-vi")
	for n, base := 2, id; taken[id]; n++ {
		id = base + "-" + strconv.Itoa(n)
	}
	taken[id] = true
	return id
}
