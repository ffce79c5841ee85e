package draft

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"baocao/internal/diag"
	"baocao/internal/viet"
)

// patterns are the shapes of lines, folded where they are words.
type patterns struct {
	item, dash, roman, letter, level, symbol, day, year *regexp.Regexp
}

var shapes = sync.OnceValue(func() *patterns {
	return &patterns{
		item:   regexp.MustCompile(`^[-+*•]?\s*[(\[]?(\d{1,3})[)\].]+\s*[.:)]*\s*(.+)$`),
		dash:   regexp.MustCompile(`^(?:[-+*•–]|[a-zđ]\))\s*(.+)$`),
		roman:  regexp.MustCompile(`^([IVXL]{1,8})\s*[.\-:)/]\s*(.+)$`),
		letter: regexp.MustCompile(`^([A-ZĐ])\s*[.)\-]\s+(.+)$`),
		level:  regexp.MustCompile(`^(\d+(?:\.\d+)*)\s*[.)]\s*(.+)$`),
		symbol: regexp.MustCompile(`(\d+\s*(?:-\s*(?:NQ|CTr|KH|QĐ)\s*/\s*|/\s*(?:NQ|CTr|KH|QĐ)\s*-\s*)[\p{L}]+)`),
		day:    regexp.MustCompile(`(\d{1,2})[/-](\d{1,2})[/-](\d{4})`),
		year:   regexp.MustCompile(`\bnam (20\d\d)\b`),
	}
})

// Read makes a draft of the lines of a resolution's text, its annex included.
func Read(lines []string) *Draft {
	d := &Draft{}
	d.head(lines)
	lines = joined(lines)
	for _, b := range blocks(region(lines)) {
		if b.title != "" || len(d.Sections) == 0 {
			d.Sections = append(d.Sections, Section{Title: b.title})
		}
		s := &d.Sections[len(d.Sections)-1]
		if ind, ok := d.indicator(b); ok {
			s.Indicators = append(s.Indicators, ind)
		}
	}
	d.number()
	return d
}

// number numbers the sections and indicators through, and asks what the text as
// a whole leaves open.
func (d *Draft) number() {
	n := 0
	kept := d.Sections[:0]
	for _, s := range d.Sections {
		if len(s.Indicators) == 0 {
			continue
		}
		for i := range s.Indicators {
			n++
			if ind := &s.Indicators[i]; len(ind.Measures) == 0 { // it had no target, and no parts
				ind.Measures = []Measure{{ID: "m0", Name: strings.TrimRight(ind.Text, "."), Method: "statement",
					Target: "statement"}}
				ind.Asks = append(ind.Asks, diag.Say("draft.ask.statement", nil))
			}
			shares(&s.Indicators[i])
			s.Indicators[i].renumber(n)
		}
		if s.Title == "" {
			s.Title = "Các chỉ tiêu"
		}
		kept = append(kept, s)
		kept[len(kept)-1].Number = roman(len(kept))
	}
	d.Sections = kept
	if len(d.Units) == 0 {
		d.Asks = append(d.Asks, diag.Say("draft.ask.owners", nil))
	}
	if d.Year == 0 {
		d.Asks = append(d.Asks, diag.Say("draft.ask.year", nil))
	}
	if d.Number == "" || d.Date.IsZero() {
		d.Asks = append(d.Asks, diag.Say("draft.ask.head", diag.Args{"date": d.day().Short()}))
	}
}

// renumber gives an indicator its number, and its measures theirs.
func (i *Indicator) renumber(n int) {
	whole := strconv.Itoa(n)
	names := map[string]string{}
	part := 0
	for k := range i.Measures {
		m := &i.Measures[k]
		id := whole
		if len(i.Measures) > 1 && !(m.ID == i.Headline && m.ID != "") {
			part++
			id = whole + "." + strconv.Itoa(part)
		}
		names[m.ID] = id
		m.ID = id
	}
	rename := func(id string) string {
		if id == "" {
			return ""
		}
		return names[id]
	}
	i.Number, i.Headline = n, rename(i.Headline)
	for k := range i.Measures {
		m := &i.Measures[k]
		m.PartOf = rename(m.PartOf)
		for o := range m.Of {
			m.Of[o] = rename(m.Of[o])
		}
		for o := range m.Inputs {
			if at, role, ok := strings.Cut(m.Inputs[o].SameAs, "/"); ok {
				m.Inputs[o].SameAs = rename(at) + "." + role
			}
		}
	}
}

// roman is the number of a section, to 99.
func roman(n int) string {
	tens := [...]string{"", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"}
	ones := [...]string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"}
	if n >= 10*len(tens) {
		return strconv.Itoa(n)
	}
	return tens[n/10] + ones[n%10]
}

// joined tidies the lines, puts together what a line break cut in two, and leaves blank ones out.
func joined(lines []string) []string {
	var out []string
	for _, l := range lines {
		if l = plainLine(l); l == "" {
			continue
		}
		first := []rune(l)[0]
		if n := len(out) - 1; n >= 0 && strings.ToLower(string(first)) == string(first) && isLetterAt(l, 0) &&
			!shapes().dash.MatchString(l) && !strings.HasSuffix(out[n], ".") && !strings.HasSuffix(out[n], ";") &&
			!strings.HasSuffix(out[n], ":") &&
			len(out[n]) > 30 && out[n] != strings.ToUpper(out[n]) {
			out[n] += " " + l
			continue
		}
		out = append(out, l)
	}
	return out
}

// plainLine is a line without the marks of Markdown; a point of a list is a dash.
func plainLine(l string) string {
	l = perMille(viet.Tidy(l))
	if rest, ok := strings.CutPrefix(l, "* "); ok {
		l = "- " + rest
	}
	return strings.TrimSpace(strings.TrimLeft(strings.NewReplacer("**", "", "*", "").Replace(l), "#>"))
}

// perMille is a text with "8%o" as "8‰".
func perMille(s string) string {
	for from := 0; ; {
		i := strings.Index(s[from:], "%o")
		if i < 0 {
			return s
		}
		i += from
		if !isLetterAt(s, i+2) {
			s = s[:i] + "‰" + s[i+2:]
		}
		from = i + 2
	}
}

// head reads number, date, issuer, subject and year.
func (d *Draft) head(lines []string) {
	lines = apart(lines)
	for i, l := range lines {
		folded := viet.Fold(l)
		if refers(folded) {
			continue // to another document
		}
		d.ownNumber(l, folded, i < headLines)
		if d.Date.IsZero() && i < headLines {
			d.Date, d.Place = placeAndDay(l)
		}
		if i < 8 && l == strings.ToUpper(l) && len(l) < 120 {
			switch {
			case d.Parent == "" && strings.HasPrefix(folded, "dang bo "):
				d.Parent = l
			case d.Office == "" && isCommittee(folded):
				d.Office = l
			}
		}
		d.State = d.State || i < headLines && strings.HasPrefix(folded, "cong hoa xa hoi chu nghia")
		if of := strings.TrimPrefix(folded, "cua "); d.Issuer == "" && i < headLines &&
			strings.HasPrefix(of, "ban chap hanh") && len(strings.Fields(of)) < 40 {
			d.passedBy(strings.TrimPrefix(strings.TrimPrefix(l, "CỦA "), "của "))
		}
		if d.About == "" && i < headLines && strings.HasPrefix(folded, "ve ") {
			d.About = viet.LowerFirst(strings.TrimRight(l, ". "))
		}
		if strings.Contains(folded, "chu de nam") {
			if from, to := strings.IndexAny(l, "\"“"), strings.LastIndexAny(l, "\"”"); from >= 0 && to > from {
				d.Theme = strings.Trim(l[from:to], "\"“”") // the last one: last year's stands before it
			}
		}
	}
	if m := shapes().year.FindStringSubmatch(viet.Fold(d.About)); m != nil {
		d.Year, _ = strconv.Atoi(m[1])
	}
	for _, l := range lines {
		if folded := viet.Fold(l); d.Year == 0 && strings.Contains(folded, "chi tieu") {
			if m := shapes().year.FindStringSubmatch(folded); m != nil {
				d.Year, _ = strconv.Atoi(m[1])
			}
		}
	}
	if d.Year == 0 && !d.Date.IsZero() {
		d.Year = d.Date.Year
		if d.Date.Month >= 10 {
			d.Year++
		}
	}
}

// headLines is how many lines a letterhead and the title behind it take up at most.
const headLines = 16

// apart are lines with what stands beside each other in them, as the two halves of a
// letterhead do, in lines of their own.
func apart(lines []string) []string {
	var out []string
	for _, l := range lines {
		for _, piece := range strings.FieldsFunc(strings.ReplaceAll(l, "   ", "\t"), func(r rune) bool {
			return r == '\t' || r == '\n'
		}) {
			if piece = plainLine(piece); piece != "" {
				out = append(out, piece)
			}
		}
	}
	return out
}

// refers reports a line, folded, that is about another document than this one.
func refers(folded string) bool {
	return slices.ContainsFunc([]string{"can cu", "thuc hien nghi quyet", "thuc hien quyet dinh", "thuc hien ket luan",
		"thuc hien chi thi", "thuc hien ke hoach", "quan triet", "theo ", "xet ", "sau khi", "tiep tuc"},
		func(lead string) bool { return strings.HasPrefix(folded, lead) })
}

// ownNumber takes the number of this document from a line of its head, or of the
// brackets under an annex's title.
func (d *Draft) ownNumber(l, folded string, inHead bool) {
	m := shapes().symbol.FindStringSubmatch(l)
	if d.Number != "" || m == nil {
		return
	}
	along := strings.HasPrefix(folded, "kem theo") || strings.HasPrefix(folded, "ban hanh kem theo") ||
		inHead && strings.Contains(folded, "kem theo")
	if !along && !(inHead && (strings.HasPrefix(folded, "so ") || strings.HasPrefix(folded, "nghi quyet") ||
		len(strings.Fields(l)) < 3)) {
		return
	}
	d.Number = strings.Join(strings.Fields(strings.ReplaceAll(m[1], " ", "")), "")
	if day := shapes().day.FindStringSubmatch(l); day != nil {
		d.Date = dayOf(day)
	}
}

// placeAndDay are those of a line that holds nothing else: "Hải Phòng, ngày 20 tháng 12
// năm 2026", "Hà Nội, ngày 30/12/2026".
func placeAndDay(l string) (viet.Date, string) {
	all := lex(l)
	i := find(all, "ngay")
	if i < 0 || i > 9 || i > 0 && !all[i-1].is(",") || has(all[:i], "nghi quyet", "quyet dinh", "luat") ||
		slices.ContainsFunc(all[:i], func(t token) bool { return t.kind != word && !t.is(",", "-", ".") }) {
		return viet.Date{}, ""
	}
	day := writtenDate(viet.Fold(l))
	if m := shapes().day.FindStringSubmatch(l[all[i].from:]); day.IsZero() && m != nil {
		day = dayOf(m)
	}
	if day.IsZero() || i == 0 {
		return day, ""
	}
	return day, strings.TrimSpace(l[:all[i-1].from])
}

// passedBy takes the body that passed it, and what it is about where that stands in
// the same line.
func (d *Draft) passedBy(name string) {
	for _, cut := range []string{" KHÓA", " KHOÁ", " khóa", ", NHIỆM KỲ", ", nhiệm kỳ", " NHIỆM KỲ", " quyết nghị",
		" QUYẾT NGHỊ", " họp", " thảo luận", " ban hành", " thống nhất"} {
		name, _, _ = strings.Cut(name, cut)
	}
	for _, cut := range []string{" về ", " VỀ "} {
		if before, about, ok := strings.Cut(name, cut); ok && d.About == "" {
			name, d.About = before, "về "+strings.TrimRight(about, ". ")
		}
	}
	d.Issuer = issuer(strings.Trim(name, " ,:"))
}

// isCommittee: the name of a Party committee, folded.
func isCommittee(folded string) bool {
	for _, lead := range []string{"quan uy ", "huyen uy ", "thi uy ", "thanh uy ", "tinh uy ", "dang uy "} {
		if strings.HasPrefix(folded, lead) {
			return true
		}
	}
	return false
}

// issuer is a body's name as running text writes it: behind the kind of a place its
// words are a name.
func issuer(s string) string {
	if s != strings.ToUpper(s) {
		return s
	}
	words := strings.Fields(strings.ToLower(s))
	named := false
	for i, w := range words {
		if i == 0 || w == "đảng" || named {
			words[i] = viet.UpperFirst(w)
		}
		switch {
		case slices.Contains([]string{"phường", "xã", "quận", "huyện", "tỉnh", "khu", "phố", "trấn"}, w):
			named = w != "khu" || i > 0 && words[i-1] == "đặc"
		case w == "thị":
			named = false
		}
	}
	return strings.Replace(strings.Join(words, " "), "Ban chấp hành", "Ban Chấp hành", 1)
}

func dayOf(m []string) viet.Date {
	d, _ := strconv.Atoi(m[1])
	mo, _ := strconv.Atoi(m[2])
	y, _ := strconv.Atoi(m[3])
	return viet.Date{Year: y, Month: mo, Day: d}
}

// writtenDate is "ngày 20 tháng 12 năm 2021" or a day in brackets of the head, folded.
func writtenDate(folded string) viet.Date {
	f := strings.Fields(folded)
	for i := 0; i+5 < len(f); i++ {
		if f[i] == "ngay" && f[i+2] == "thang" && f[i+4] == "nam" {
			return dayOf([]string{"", f[i+1], f[i+3], f[i+5]})
		}
	}
	return viet.Date{}
}

// region is the part of the text that holds the indicators: the annex, else what
// stands under a heading of indicators.
func region(lines []string) []string {
	heading := func(l string) bool {
		folded := viet.Fold(l)
		return len(l) < 160 && strings.Contains(folded, "chi tieu") && !strings.HasSuffix(l, ".") &&
			!strings.Contains(folded, "phu luc kem theo") && !strings.Contains(folded, "tai phu luc")
	}
	// An annex stands behind the signature; its title is in capitals.
	for i := len(lines) - 1; i >= 0; i-- {
		l := lines[i]
		if heading(l) && l == strings.ToUpper(l) && i > 0 && hasItems(lines[i+1:]) && !shapes().roman.MatchString(l) {
			return lines[i+1:]
		}
	}
	for i, l := range lines {
		folded := viet.Fold(l)
		if !heading(l) || strings.HasPrefix(folded, "ve ") || strings.Contains(folded, "ket qua thuc hien") {
			continue
		}
		rest := lines[i+1:]
		for k, r := range rest {
			if k > 0 && endsRegion(l, r) {
				rest = rest[:k]
				break
			}
		}
		if hasItems(rest) {
			return rest
		}
	}
	return lines
}

// endsRegion reports a heading that ends the indicators begun by another.
func endsRegion(begun, l string) bool {
	folded := viet.Fold(l)
	if len(l) > 200 {
		return false
	}
	for _, word := range []string{"nhiem vu giai phap", "nhiem vu va giai phap", "to chuc thuc hien", "giai phap",
		"nhiem vu trong tam", "nhiem vu chu yeu", "nhiem vu"} {
		if rest, ok := strings.CutPrefix(strings.TrimLeft(folded, "0123456789ivx "), word); ok && len(rest) < 60 {
			return true
		}
	}
	return strings.HasPrefix(folded, "noi nhan")
}

func hasItems(lines []string) bool {
	n := 0
	for _, l := range lines {
		if shapes().item.MatchString(l) || shapes().dash.MatchString(l) {
			if promised(lex(l)) {
				n++
			}
		}
	}
	return n > 1
}

// block is an item with what stands under it, or the title of a section.
type block struct {
	title string // of a section that begins here
	text  string
	parts []string // items under it
	notes []string
}

// blocks cut the region into sections and items.
func blocks(lines []string) []block {
	var out []block
	open := false // the last item takes the dashes under it
	numbered := false
	for _, l := range lines {
		if m := shapes().item.FindStringSubmatch(l); m != nil && strings.ContainsAny(l[:min(len(l), 6)], "()") {
			numbered = true
		}
	}
	titled := !numbered && itemsAreTitles(lines)
	for _, l := range lines {
		if m := shapes().item.FindStringSubmatch(l); titled && m != nil {
			l = "A. " + m[2]
		}
		if title, ok := sectionTitle(l, numbered); ok {
			out = append(out, block{title: title})
			open = false
			continue
		}
		last := func() *block { return &out[len(out)-1] }
		if m := shapes().item.FindStringSubmatch(l); m != nil {
			out = append(out, block{text: m[2]})
			open = strings.HasSuffix(m[2], ":") || !promised(lex(m[2]))
			continue
		}
		m := shapes().dash.FindStringSubmatch(l)
		switch {
		case m != nil && len(out) > 0 && open:
			last().parts = append(last().parts, m[1])
		case m != nil:
			out = append(out, block{text: m[1]})
			open = strings.HasSuffix(m[1], ":")
		case strings.HasPrefix(l, "(") && len(out) > 0 && out[len(out)-1].text != "":
			last().notes = append(last().notes, strings.Trim(l, "(). "))
		case len(out) > 0 && out[len(out)-1].text != "" && !promised(lex(l)):
			// text between the items: a task, an explanation
		case promised(lex(l)) || isZero(lex(l)):
			out = append(out, block{text: l})
			open = strings.HasSuffix(l, ":")
		}
	}
	return out
}

// itemsAreTitles: "1. Kinh tế" with the indicators as dashes under it, throughout.
func itemsAreTitles(lines []string) bool {
	items, dashes := 0, 0
	for _, l := range lines {
		if m := shapes().item.FindStringSubmatch(l); m != nil {
			if promised(lex(m[2])) || len(strings.Fields(m[2])) > 10 {
				return false
			}
			items++
		} else if shapes().dash.MatchString(l) {
			dashes++
		}
	}
	return items > 1 && dashes >= 2*items
}

// sectionTitle is the title of a section: numbered in Roman or letters, or a short
// line of indicators without a target.
func sectionTitle(l string, numbered bool) (string, bool) {
	rest := ""
	switch {
	case shapes().roman.MatchString(l):
		rest = shapes().roman.FindStringSubmatch(l)[2]
	case shapes().letter.MatchString(l):
		rest = shapes().letter.FindStringSubmatch(l)[2]
	case shapes().level.MatchString(l) && !strings.HasPrefix(l, "("):
		rest = shapes().level.FindStringSubmatch(l)[2]
		folded := viet.Fold(rest)
		if !numbered && !strings.HasPrefix(folded, "ve ") && !strings.HasPrefix(folded, "chi tieu") &&
			!strings.HasPrefix(folded, "cac chi tieu") && !strings.HasPrefix(folded, "linh vuc") {
			return "", false
		}
	default:
		return "", false
	}
	rest = counted().ReplaceAllString(strings.TrimRight(rest, ":. "), "")
	if len(rest) > 160 || promised(lex(rest)) {
		return "", false
	}
	if rest == strings.ToUpper(rest) {
		rest = strings.ReplaceAll(viet.UpperFirst(strings.ToLower(rest)), "ây dựng đảng", "ây dựng Đảng")
	}
	return rest, true
}

// counted is how many indicators a title says that it has.
var counted = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)\s*\(?\d+ (nhóm )?chỉ tiêu\)?\s*(gồm)?$`)
})
