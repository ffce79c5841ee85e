package draft

import (
	"slices"
	"strconv"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// The columns of a table of targets, by the words their headings begin with, folded.
var columns = map[string][]string{
	"number": {"tt", "stt", "so tt"},
	"text":   {"chi tieu", "noi dung", "ten chi tieu", "danh muc"},
	"unit":   {"dvt", "don vi tinh", "don vi do"},
	"target": {"ke hoach", "muc tieu", "chi tieu giao", "chi tieu nam", "kh", "nghi quyet", "phan dau"},
	"owner": {"don vi bao cao", "don vi thuc hien", "co quan bao cao", "co quan chu tri", "don vi chu tri",
		"don vi phu trach", "co quan phu trach", "don vi theo doi", "co quan theo doi", "co quan thuc hien",
		"co quan don vi", "co quan", "don vi chiu trach nhiem", "co quan chiu trach nhiem", "chu tri", "phu trach",
		"phan cong"},
}

// head is where the columns of a table stand; 0 for none.
type head map[string]int

// ReadTable makes a draft of a table of targets: TT, Chỉ tiêu, ĐVT, Kế hoạch, Đơn
// vị báo cáo. ok is false where no sheet holds one.
func ReadTable(b *workbook.Book) (d *Draft, ok bool) {
	for _, s := range b.Sheets {
		if s.Visibility != workbook.Visible {
			continue
		}
		rows, numbers := rowsOf(s)
		for i, r := range rows {
			if h := headOf(r); h["text"] > 0 && h["target"] > 0 {
				d := &Draft{}
				var above []string
				for _, r := range rows[:i] {
					for _, col := range sorted(r) {
						above = append(above, r[col])
					}
				}
				d.head(append(above, r[h["target"]]))
				if m := shapes().year.FindStringSubmatch(viet.Fold(r[h["target"]])); d.Year == 0 && m != nil {
					d.Year, _ = strconv.Atoi(m[1])
				}
				d.table(s, h, rows[i+1:], numbers[i+1:])
				if d.Measures() > 0 {
					d.number()
					return d, true
				}
			}
		}
	}
	return nil, false
}

// row is a row's texts by column.
type row map[int]string

// rowsOf are the rows of a sheet that hold something, and where they stand.
func rowsOf(s *workbook.Sheet) (all []row, numbers []int) {
	for i := range s.Cells {
		c := &s.Cells[i]
		if n := len(numbers); n == 0 || numbers[n-1] != c.Row {
			all, numbers = append(all, row{}), append(numbers, c.Row)
		}
		all[len(all)-1][c.Col] = textOf(c)
	}
	return all, numbers
}

// textOf is a cell's text, its lines kept apart. A number is as its format shows it: 0,95
// may be 95%.
func textOf(c *workbook.Cell) string {
	if c.Kind == workbook.Number && c.Style != nil && c.Style.IsPercent {
		return c.Number.Mul(quantity.Int(100)).Exact() + "%"
	}
	if c.Kind == workbook.Number {
		return c.Number.Exact()
	}
	lines := strings.Split(c.Visible(), "\n")
	for i := range lines {
		lines[i] = viet.Tidy(lines[i])
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

func headOf(r row) head {
	h := head{}
	for _, col := range sorted(r) {
		folded := viet.Fold(r[col])
		for _, name := range []string{"number", "unit", "owner", "target", "text"} {
			if h[name] == 0 && slices.ContainsFunc(columns[name], func(w string) bool {
				return folded == w || strings.HasPrefix(folded, w+" ")
			}) {
				// "Chỉ tiêu năm 2026" holds the targets only beside a column of names.
				if name == "target" && h["text"] == 0 && strings.HasPrefix(folded, "chi tieu") {
					continue
				}
				h[name] = col
				break
			}
		}
	}
	return h
}

func sorted(r row) []int {
	var cols []int
	for c := range r {
		cols = append(cols, c)
	}
	slices.Sort(cols)
	return cols
}

// table reads the rows under a head.
func (d *Draft) table(s *workbook.Sheet, h head, rows []row, numbers []int) {
	taken := map[string]bool{}
	owner, unit := "", ""
	for i, r := range rows {
		text, target := viet.Tidy(r[h["text"]]), viet.Tidy(r[h["target"]])
		if text == "" {
			text = strings.TrimSpace(r[h["number"]]) // a title merged over the row
		}
		if text == "" {
			continue
		}
		dash := strings.HasPrefix(text, "-") || strings.HasPrefix(text, "+") ||
			strings.HasPrefix(viet.Fold(text), "trong do")
		owner = asAbove(s, numbers[i], h["owner"], r, owner, dash)
		part := dash && strings.Contains(viet.Fold(text), "trong do")
		if u := asAbove(s, numbers[i], h["unit"], r, unit, part); h["unit"] > 0 {
			if unit = viet.Tidy(u); isCapitalised(unit) {
				unit = viet.LowerFirst(unit)
			}
		}
		if target == "" {
			d.untargeted(r[h["number"]], text)
			continue
		}
		if len(d.Sections) == 0 {
			d.Sections = append(d.Sections, Section{})
		}
		ind := d.row(text, target, unit)
		var from, alike []string
		for _, name := range namesIn(owner) {
			i := slices.IndexFunc(d.Units, func(u resolution.Unit) bool { return viet.Fold(u.Name) == viet.Fold(name) })
			if i < 0 {
				i = len(d.Units)
				d.Units = append(d.Units, resolution.Unit{ID: newID(name, taken), Name: name})
			}
			if viet.Spelling(d.Units[i].Name) != viet.Spelling(name) { // "Thôn Hà", "Thôn Hạ"
				alike = append(alike, name)
				continue
			}
			from = append(from, d.Units[i].ID)
		}
		for i := range ind.Measures {
			ind.Measures[i].From = slices.Clone(from)
			if len(from) > 1 || strings.ContainsAny(owner, ",+(/") || viet.HasPhrase(viet.Fold(owner), "va") {
				ind.Measures[i].ask("owners-of", diag.Args{"owners": strings.ReplaceAll(owner, "\n", "; ")})
			}
			for _, name := range alike {
				ind.Measures[i].ask("owner", diag.Args{"unit": name})
			}
			if len(from)+len(alike) == 0 && h["owner"] > 0 {
				ind.Measures[i].ask("nobody", nil)
			}
		}
		section := &d.Sections[len(d.Sections)-1]
		if n := len(section.Indicators); dash && n > 0 {
			d.under(&section.Indicators[n-1], ind)
			continue
		}
		section.Indicators = append(section.Indicators, ind)
	}
}

// isCapitalised: "Tỷ đồng" and not "HTX", "GRDP".
func isCapitalised(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	return first != "" && first == viet.UpperFirst(strings.ToLower(first)) && first != strings.ToUpper(first)
}

// asAbove is what a cell says that may say what the one above said: merged with it, or
// "nt", or blank beside a part of the row above.
func asAbove(s *workbook.Sheet, at, col int, r row, above string, part bool) string {
	text := strings.TrimSpace(r[col])
	m, merged := s.Merged(at, col)
	switch {
	case col == 0:
		return ""
	case isDitto(text), text == "" && part,
		text == "" && merged && m.Col == col && m.LastCol == col && m.Row < at:
		return above
	}
	return text
}

// untargeted takes a row without a target: the title of a section, or what the dashes
// below it are the parts of: "3 | Cơ cấu kinh tế".
func (d *Draft) untargeted(number, text string) {
	if isDigits(number) && len(d.Sections) > 0 {
		s := &d.Sections[len(d.Sections)-1]
		s.Indicators = append(s.Indicators, Indicator{Text: strings.TrimRight(text, ".;: ") + ".",
			parted: true})
		return
	}
	title, ok := sectionTitle(strings.TrimSpace(number+". "+text), true)
	if !ok && len(d.Sections) > 0 {
		return
	}
	if !ok {
		title = strings.TrimRight(text, ":. ")
	}
	d.Sections = append(d.Sections, Section{Title: title})
}

// row is an indicator of its name and its target as the cell words it.
func (d *Draft) row(text, target, unit string) Indicator {
	text = strings.TrimLeft(text, "-+ ")
	sentence := text
	if folded := viet.Fold(target); !strings.Contains(sentence, target) {
		joint := " đạt "
		if folded == "x" || folded == "thuc hien" {
			joint, target = "", ""
		}
		sentence += joint + target
	}
	if u := viet.Fold(unit); unit != "" && !strings.Contains(target, unit) && u != "" || unit == "%" &&
		!strings.Contains(target, "%") {
		sentence = withUnit(sentence, target, unit)
	}
	ind, _ := d.indicator(block{text: sentence})
	ind.Text = strings.TrimRight(text, ".;: ") + ": " + strings.TrimSpace(target+" "+unit) + "."
	if target == "" {
		ind.Text = strings.TrimRight(text, ".;: ") + "."
	}
	for i := range ind.Measures {
		// What the name was cut by is the target's: "Giảm tỷ lệ hộ nghèo".
		if verb, _ := moving(text); len(ind.Measures) == 1 && verb == "" {
			ind.Measures[i].Name = viet.UpperFirst(strings.TrimRight(text, ".;: "))
		}
		if m := &ind.Measures[i]; m.Method == "value" && m.Unit == "" {
			m.Unit, _ = counts(m.Name)
			m.ask("unit", diag.Args{"unit": m.Unit})
			if len(m.Inputs) == 1 {
				m.Inputs[0].Unit = m.Unit
			}
		}
	}
	return ind
}

// withUnit puts the unit of measurement behind the last number of the target.
func withUnit(sentence, target, unit string) string {
	at := strings.LastIndex(sentence, target)
	if at < 0 || target == "" {
		return sentence
	}
	end := at
	for i, r := range sentence[at:] {
		if r >= '0' && r <= '9' {
			end = at + i + 1
		}
	}
	if end == at {
		return sentence
	}
	return sentence[:end] + " " + unit + sentence[end:]
}

// under puts the measures of a row below an indicator, as its parts.
func (d *Draft) under(ind *Indicator, part Indicator) {
	if ind.Headline == "" && len(ind.Measures) == 1 && !ind.parted {
		ind.Headline = ind.Measures[0].ID
	}
	joint := "; "
	if len(ind.Measures) == 0 {
		joint = ": "
	}
	ind.Text = strings.TrimRight(ind.Text, ".") + joint + viet.LowerFirst(part.Text)
	mark := "-" + string(rune('a'+len(ind.Measures)%26)) + ind.Headline
	own := func(id string) string { return "p" + id + mark } // an id of the row, under the indicator
	for _, m := range part.Measures {
		m.ID, m.Of = own(m.ID), slices.Clone(m.Of)
		if m.PartOf == "" {
			m.PartOf = ind.Headline
		} else {
			m.PartOf = own(m.PartOf)
		}
		for i := range m.Of {
			m.Of[i] = own(m.Of[i])
		}
		m.Inputs = slices.Clone(m.Inputs)
		for i := range m.Inputs {
			if id, role, ok := strings.Cut(m.Inputs[i].SameAs, "/"); ok {
				m.Inputs[i].SameAs = own(id) + "/" + role
			}
		}
		ind.Measures = append(ind.Measures, m)
	}
}

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789.() ") == "" }
