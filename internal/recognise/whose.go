package recognise

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// titleRows is how far down a sheet its title lines are looked for.
const titleRows = 8

// titleLength is how long a title may be, in bytes: anything longer is a text.
const titleLength = 2000

// sign is one thing that may tell whose file it is.
type sign struct {
	what  diag.Text
	text  string
	at    diag.Position
	units []string
}

// UnitOfPath names the unit whose file lies at a path, as far as its folders
// and its name tell; "" when they tell of none or of several. It serves for
// files whose inside cannot be read.
func (k *Knowledge) UnitOfPath(file string) string {
	named := unitsOf(pathSigns(k.names, file))
	if len(named) == 1 {
		return named[0]
	}
	return ""
}

// Whose names the unit that a report of a lower committee is of: issuer is who it says
// issued it, "" for a report that does not say. Where a person has said whose a file is,
// that holds.
func (k *Knowledge) Whose(file, sha, issuer string) (unit string, problems []diag.Problem) {
	if sender := k.plan.SenderOf(sha); sender != nil {
		if sender.Unit == resolution.NoUnit {
			return "", []diag.Problem{diag.New("B225", diag.Position{File: file},
				diag.Args{"by": sender.By, "date": sender.Date.Short()})}
		}
		if k.plan.Unit(sender.Unit) != nil {
			return sender.Unit, nil
		}
	}
	signs := pathSigns(k.names, file)
	said := sign{what: diag.Text{Vi: "nơi ban hành", En: "the issuer"}, text: viet.Tidy(issuer),
		units: k.names.in(issuer, false)}
	named, problems := k.oneOf(file, append(signs, said))
	if issuer != "" && said.units == nil { // somebody else's, whatever folder it lies in
		named, problems = unitsOf(signs), []diag.Problem{diag.New("B200", diag.Position{File: file}, nil)}
	}
	if problems == nil && issuer != "" && !issues(k.plan.Unit(named[0]), issuer) {
		problems = []diag.Problem{diag.New("B964", diag.Position{File: file}, diag.Args{"issuer": viet.Tidy(issuer),
			"unit": k.plan.Unit(named[0]).Name})}
	}
	if problems != nil {
		return "", append(k.formerSender(file, sha), k.askSender(problems, named, file, sha)...)
	}
	return named[0], k.formerSender(file, sha)
}

// issues reports that an issuer is called as a unit, not only like it: its name ends the
// letterhead's line.
func issues(u *resolution.Unit, issuer string) bool {
	for _, name := range append([]string{u.Name}, u.Aliases...) {
		_, bare, _ := strings.Cut(name, " ") // "Xã An Hòa" issues as "ĐẢNG ỦY AN HÒA" too
		if viet.EndsIn(issuer, name) || strings.Contains(bare, " ") && viet.EndsIn(issuer, bare) {
			return true
		}
	}
	return false
}

// identifyUnit compares all signs of a file and returns the units they name,
// with what is wrong where that is not exactly one.
func (k *Knowledge) identifyUnit(file string, b *workbook.Book, sheets grids, form bool) ([]string,
	[]diag.Problem) {
	p := k.plan
	signs := pathSigns(k.names, file)
	if mark, at := marking(b, file, returns.NameUnit); mark != "" {
		if p.Unit(mark) == nil {
			return nil, []diag.Problem{diag.New("B202", at, diag.Args{"id": mark})}
		}
		signs = append([]sign{{what: diag.Text{Vi: "mã trong biểu mẫu", En: "the form's marking"}, text: mark, at: at,
			units: []string{mark}}}, signs...)
	}
	return k.oneOf(file, append(signs, k.titleSigns(file, b, sheets, form)...))
}

// oneOf is the unit that all signs name, with what is wrong where that is not exactly one.
func (k *Knowledge) oneOf(file string, signs []sign) ([]string, []diag.Problem) {
	p := k.plan
	named := unitsOf(signs)
	switch len(named) {
	case 1:
		return named, nil
	case 0:
		return nil, []diag.Problem{diag.New("B200", diag.Position{File: file}, nil)}
	}
	var vi, en []string
	pr := diag.Problem{}
	for _, s := range signs {
		for _, id := range s.units {
			name := p.Unit(id).Name
			if said := s.what.Vi + " «" + s.text + "» chỉ " + name; !slices.Contains(vi, said) {
				vi = append(vi, said)
				en = append(en, s.what.En+" “"+s.text+"” names "+name)
			}
			if s.at.Cell != "" {
				pr = pr.See(s.at)
			}
		}
	}
	related := pr.Related
	pr = diag.New("B201", diag.Position{File: file}, diag.Args{"signs": diag.Text{Vi: strings.Join(vi, "; "),
		En: strings.Join(en, "; ")}})
	pr.Related = related
	return named, []diag.Problem{pr}
}

func unitsOf(signs []sign) []string {
	var all []string
	for _, s := range signs {
		all = append(all, s.units...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// pathSigns are the folders below the drop folder and the file's name.
func pathSigns(n *names, file string) []sign {
	parts := strings.Split(file, "/")
	var signs []sign
	for i, part := range parts {
		switch {
		case i == len(parts)-1:
			part = strings.TrimSuffix(part, path.Ext(part))
			if units := n.in(part, false); units != nil {
				what := diag.Text{Vi: "tên tệp", En: "the file's name"}
				signs = append(signs, sign{what: what, text: part, units: units})
			}
		case i > 0: // the first folder is the drop folder itself
			if ext := path.Ext(part); strings.EqualFold(ext, ".zip") {
				part = strings.TrimSuffix(part, ext)
			}
			if units := n.in(part, false); units != nil {
				signs = append(signs, sign{what: diag.Text{Vi: "thư mục", En: "the folder"}, text: part, units: units})
			}
		}
	}
	return signs
}

// titleSigns are the lines above the tables of the sheets. In a form only the
// sheets with a table have a title: the guide's text is not one.
func (k *Knowledge) titleSigns(file string, b *workbook.Book, sheets grids, form bool) []sign {
	var signs []sign
	for _, s := range b.Sheets {
		if s.Visibility != workbook.Visible {
			continue
		}
		end := titleRows
		if h := sheets.of(b, s, k.frame()).firstHeads(); h > 0 {
			end = min(end, h-1)
		} else if form {
			continue
		}
		for _, c := range titleCells(s, end) {
			if len(c.Text) > titleLength {
				continue
			}
			for line := range strings.SplitSeq(viet.Clean(c.Text), "\n") {
				var units []string
				for _, part := range withoutCitations(line) {
					units = append(units, k.names.in(part, true)...)
				}
				if units != nil {
					what := diag.Text{Vi: "dòng tiêu đề", En: "the title"}
					at := placeOf(file, s, c)
					signs = append(signs, sign{what: what, text: viet.Tidy(line), at: at, units: units})
				}
			}
		}
	}
	return signs
}

// titleCells are the texts down to a row that may be titles: a row with a
// number in it is data, and a row of many cells is the heading of a table.
func titleCells(s *workbook.Sheet, end int) []*workbook.Cell {
	var all []*workbook.Cell
	for i := 0; i < len(s.Cells) && s.Cells[i].Row <= end; {
		row, data := s.Cells[i].Row, false
		var texts []*workbook.Cell
		for ; i < len(s.Cells) && s.Cells[i].Row == row; i++ {
			switch s.Cells[i].Kind {
			case workbook.Text:
				texts = append(texts, &s.Cells[i])
			case workbook.Number, workbook.Beyond:
				data = true
			}
		}
		if len(texts) > 3 {
			break
		}
		if !data {
			all = append(all, texts...)
		}
	}
	return all
}

// names is what units are called, longest first.
type names struct {
	keys    []nameKey
	begin   map[string]bool // with these words
	neutral map[string]bool
	memory  *memory // what was read before; nil for nothing
}

// nameKey is one folded name. A weak one (an id, a name without its word of
// kind) is also an ordinary word: "kinh te" is Phòng Kinh tế in "Kinh tế.xlsx"
// but not in "Báo cáo kinh tế - xã hội.xlsx". It counts only where everything
// else in the text is a word that names nobody.
type nameKey struct {
	text    string
	unit    string
	weak    bool
	subject bool // a weak one that is a field of work too, so that in a title it names nobody
}

const neutralWords = `bao cao bc bieu mau so lieu nam nop gui cua ubnd uy ban nhan dan phuong phong chi cuc quan
 huyen xa nghi quyet nq qu tong hop cuoi ket qua thuc hien chi tieu phu luc lan moi sua final copy ban sao chinh
 thuc don vi vv v va xlsx xls tinh hinh hoan thanh ngay thang quy du lieu bo sung thay the dinh
 can da doi lai thu hai ba`

var kindWords = []string{"uy ban nhan dan phuong", "ubnd phuong", "phuong", "phong", "ban", "chi cuc", "van phong",
	"xa", "thi tran"}

// departmentKinds are the kinds of offices whose name goes on with their field.
var departmentKinds = []string{"phong", "ban", "chi cuc", "van phong"}

// shortKinds are the abbreviations of kinds of units.
var shortKinds = map[string]string{"uy ban nhan dan phuong": "p", "ubnd phuong": "p", "phuong": "p", "phong": "p",
	"xa": "x", "thi tran": "tt"}

// cites are words after which a title names who asked, or whose paper it goes
// by, and not who writes.
var cites = phrases{"cong van", "huong dan", "thong bao", "yeu cau", "de nghi", "chi dao", "can cu", "kinh gui", "gui",
	"noi nhan", "kem theo", "theo mau", "mau cua", "theo bieu", "ke hoach so", "nghi quyet", "quyet dinh", "giap ranh",
	"giap", "nguon"}

// withoutCitations are the parts of a title, each up to the words that name
// somebody else.
func withoutCitations(title string) []string {
	if !cites.in(viet.Fold(title)) {
		return []string{title}
	}
	var parts []string
	for part := range strings.FieldsFuncSeq(title, func(r rune) bool { return strings.ContainsRune(",;()[]", r) }) {
		folded := " " + viet.Fold(part) + " "
		for _, c := range cites {
			if before, _, ok := strings.Cut(folded, " "+c+" "); ok {
				folded = before + " "
			}
		}
		parts = append(parts, strings.TrimSpace(folded))
	}
	return parts
}

func newNames(p *resolution.Plan) *names {
	n := &names{begin: map[string]bool{}, neutral: map[string]bool{}}
	own := viet.Fold(p.Office.Place + " " + p.Office.Issuer + " " + p.Resolution.Number)
	for _, w := range strings.Fields(neutralWords + " " + own) {
		n.neutral[w] = true
	}
	seen := map[nameKey]bool{}
	add := func(text, unit string, weak, subject bool) {
		k := nameKey{viet.Fold(text), unit, weak, subject}
		if k.text != "" && !seen[k] {
			seen[k] = true
			n.keys = append(n.keys, k)
			first, _, _ := strings.Cut(k.text, " ")
			n.begin[first] = true
		}
	}
	for _, u := range p.Units {
		folded := viet.Fold(u.Name)
		department := slices.ContainsFunc(departmentKinds, func(kind string) bool {
			return strings.HasPrefix(folded, kind+" ")
		})
		add(u.ID, u.ID, true, department)
		for _, name := range append([]string{u.Name}, u.Aliases...) {
			add(name, u.ID, false, false)
		}
		for _, kind := range kindWords {
			if rest, ok := strings.CutPrefix(folded, kind+" "); ok {
				add(rest, u.ID, true, department)
				if short := shortKinds[kind]; short != "" {
					add(short+" "+rest, u.ID, false, false) // "P. Nam Sơn"
				}
				break
			}
		}
	}
	slices.SortFunc(n.keys, func(a, b nameKey) int {
		return cmp.Or(-cmp.Compare(len(a.text), len(b.text)), cmp.Compare(a.text, b.text), cmp.Compare(a.unit, b.unit))
	})
	return n
}

// in returns the units a text names, sorted; nil for none. In a title, lines
// that name an addressee or a source do not count, and an alias of one word
// ("BHXH") is as weak as an ordinary word.
func (n *names) in(text string, title bool) []string {
	if n.memory == nil {
		return n.find(naming{text, title})
	}
	return n.memory.names.of(naming{text, title}, n.find)
}

func (n *names) find(of naming) []string {
	folded, title := viet.Fold(of.text), of.title
	if !n.mayBeIn(folded) {
		return nil
	}
	for _, other := range []string{"kinh gui ", "noi nhan ", "gui ", "nguon "} {
		if title && strings.HasPrefix(folded, other) {
			return nil
		}
	}
	weak := func(k nameKey) bool { return k.weak || title && !strings.Contains(k.text, " ") }
	rest := " " + folded + " "
	var found []string
	for i := 0; i < len(n.keys); i++ {
		k := n.keys[i]
		if weak(k) || !viet.HasPhrase(rest, k.text) {
			continue
		}
		// Several units may share a name: all of them are named.
		for _, same := range n.keys {
			if same.text == k.text && !weak(same) {
				found = append(found, same.unit)
			}
		}
		rest = strings.ReplaceAll(rest, " "+k.text+" ", " | ")
	}
	if found == nil {
		for _, k := range n.keys {
			if !weak(k) || title && k.subject || !viet.HasPhrase(folded, k.text) {
				continue
			}
			if n.onlyNeutral(strings.Replace(rest, " "+k.text+" ", " ", 1)) {
				found = append(found, k.unit)
			}
		}
	}
	slices.Sort(found)
	return slices.Clip(slices.Compact(found)) // it is shared
}

// cutFrom takes the units that a folded text names out of it.
func (n *names) cutFrom(folded string) string {
	if !n.mayBeIn(folded) {
		return folded
	}
	rest := " " + folded + " "
	for _, k := range n.keys {
		if !k.weak {
			rest = strings.ReplaceAll(rest, " "+k.text+" ", " | ")
		}
	}
	return strings.TrimSpace(rest)
}

// mayBeIn tells texts that may hold a name from the many that cannot.
func (n *names) mayBeIn(folded string) bool {
	for word := range strings.SplitSeq(folded, " ") {
		if n.begin[word] {
			return true
		}
	}
	return false
}

func (n *names) onlyNeutral(rest string) bool {
	for _, w := range strings.Fields(rest) {
		if !n.neutral[w] && strings.Trim(w, "0123456789") != "" {
			return false
		}
	}
	return true
}

// marks are the labels of the sheet of marking, by the names of the cells beside them.
var marks = map[string]string{returns.NameUnit: returns.MarkUnit, returns.NameVersion: returns.MarkVersion,
	returns.NameResolution: returns.MarkResolution, returns.NameYear: returns.MarkYear,
	returns.NamePeriod: returns.MarkPeriod}

// marking reads one cell of the form's own marking: the one of its name, or beside its
// label where a program has lost the names.
func marking(b *workbook.Book, file, name string) (string, diag.Position) {
	for _, n := range b.Names {
		if n.Name != name {
			continue
		}
		if s := b.Sheet(n.Sheet); s != nil {
			if text := cellText(s.At(n.Range.Row, n.Range.Col)); text != "" {
				return text, diag.Position{File: file, Sheet: s.Name, Cell: workbook.Ref(n.Range.Row, n.Range.Col)}
			}
		}
	}
	s := b.Sheet(returns.SheetMark)
	if s == nil {
		return "", diag.Position{}
	}
	for i := range s.Cells {
		if c := &s.Cells[i]; c.Col == 1 && cellText(c) == marks[name] {
			return cellText(s.At(c.Row, 2)), diag.Position{File: file, Sheet: s.Name, Cell: workbook.Ref(c.Row, 2)}
		}
	}
	return "", diag.Position{}
}

func placeOf(file string, s *workbook.Sheet, c *workbook.Cell) diag.Position {
	sheet, cell := s.Place(c.Row, c.Col)
	return diag.Position{File: file, Sheet: sheet, Cell: cell}
}
