package load

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"time"

	"baocao/internal/diag"
	"baocao/internal/disk"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/tomlfile"
	"baocao/internal/viet"
)

// source is one TOML file with the places of its keys. Problems found while
// reading it collect here.
type source struct {
	name     string
	file     *tomlfile.File // nil when it cannot be read
	problems []diag.Problem
	spoilt   map[string]bool   // by path of the outermost table: it has an error
	year     int               // of the resolution, for {nam} and {nam_truoc}; 0 while it is not known
	period   resolution.Period // of the report, for {ky} and {ky_truoc}
}

// table is one table of a source. Keys are read by name; what is left unread at
// the end is unknown.
type table struct {
	src  *source
	path string
	vals map[string]any
	read []string // keys that are known here, read or not
}

// openSource reads and parses a file. The table is nil when it cannot be used.
func openSource(fsys fs.FS, name string) (*source, *table) {
	src := &source{name: name}
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			src.add("B001", 0, nil)
		} else {
			src.add("B002", 0, diag.Args{"error": disk.Cause(err)})
		}
		return src, nil
	}
	if len(data) > tomlfile.MaxSize {
		src.add("B002", 0, diag.Args{"error": diag.Text{Vi: "tệp quá lớn", En: "the file is too large"}})
		return src, nil
	}
	file, syntax := tomlfile.Parse(string(data))
	if syntax != nil {
		src.add("B003", syntax.Line, diag.Args{"error": syntax.Message})
		return src, nil
	}
	src.file = file
	src.questions(string(data))
	if !src.extend(fsys) {
		return src, nil
	}
	root := &table{src: src, vals: file.Values}
	if extendKeys[name] != "" {
		root.read = []string{extends}
	}
	return src, root
}

// questions tells of the comments "# HỎI:" with which import asks what a text leaves
// open, until somebody has taken them out.
func (s *source) questions(text string) {
	first, count, line := 0, 0, 0
	for l := range strings.Lines(text) {
		line++
		if strings.HasPrefix(strings.TrimSpace(l), resolution.OpenQuestion) {
			count++
			first = cmp.Or(first, line)
		}
	}
	if count > 0 {
		s.add("B085", first, diag.Args{"count": count})
	}
}

func (s *source) add(code string, line int, args diag.Args) { s.addIn(s.name, code, line, args) }

// addIn adds a problem of the source or of the file that it extends.
func (s *source) addIn(file, code string, line int, args diag.Args) {
	if args == nil {
		args = diag.Args{}
	}
	args["file"] = file
	s.problems = append(s.problems, diag.New(code, diag.Position{File: file, Line: line}, args))
}

// years puts the year and the period of the report, and those before them, in their
// places.
func (s *source) years(text string) string {
	if s.year == 0 || !strings.Contains(text, "{") {
		return text
	}
	return strings.NewReplacer("{nam}", strconv.Itoa(s.year), "{nam_truoc}", strconv.Itoa(s.year-1),
		"{ky}", s.period.In(s.year), "{ky_truoc}", s.period.In(s.year-1)).Replace(text)
}

// line is where a key of the table stands, or the nearest table around it.
func (t *table) line(key string) int { return t.src.file.Line(tomlfile.Join(t.path, key)) }

// shared is the file outside that the table stands in; "" for the folder's own.
func (t *table) shared() string { return t.src.file.Place(t.path).File }

func (t *table) add(code, key string, args diag.Args) {
	at := t.src.file.Place(tomlfile.Join(t.path, key))
	t.src.addIn(cmp.Or(at.File, t.src.name), code, at.Line, args)
	if e, _ := diag.Lookup(code); e.Severity == diag.Error {
		if t.src.spoilt == nil {
			t.src.spoilt = map[string]bool{}
		}
		t.src.spoilt[root(t.path)] = true
	}
}

// root is the outermost table of a path: "figure[2]" of "figure[2].saw[0]".
func root(path string) string {
	root, _, _ := strings.Cut(path, ".")
	return root
}

func (t *table) get(key string) (any, bool) {
	if !slices.Contains(t.read, key) {
		t.read = append(t.read, key)
	}
	v, ok := t.vals[key]
	return v, ok
}

func (t *table) has(key string) bool { _, ok := t.get(key); return ok }

func (t *table) wrongType(key string, want diag.Text) {
	t.add("B006", key, diag.Args{"key": key, "want": want})
}

// What a key's value has to be, as the message about a wrong one says it.
var (
	wantText   = diag.Text{Vi: `chữ trong ngoặc kép, ví dụ "..."`, En: `text in quotes, such as "..."`}
	wantWhole  = diag.Text{Vi: "số nguyên, không có ngoặc kép", En: "a whole number without quotes"}
	wantNumber = diag.Text{Vi: "số, dùng dấu chấm cho phần thập phân, ví dụ 12.5",
		En: "a number with a decimal point, such as 12.5"}
	wantBool = diag.Text{Vi: "true hoặc false, không có ngoặc kép", En: "true or false without quotes"}
	wantDate = diag.Text{Vi: `ngày viết dạng 2022-12-20 không có ngoặc kép, hoặc "20/12/2022"`,
		En: `a date such as 2022-12-20 without quotes, or "20/12/2022"`}
	wantTexts  = diag.Text{Vi: `danh sách chữ, ví dụ ["...", "..."]`, En: `a list of texts, such as ["...", "..."]`}
	wantTable  = diag.Text{Vi: "một bảng, ví dụ { ... }", En: "a table, such as { ... }"}
	wantTables = diag.Text{Vi: "danh sách bảng, mỗi bảng mở đầu bằng [[...]]", En: "tables, each opened by [[...]]"}
)

func (t *table) text(key string) string {
	v, ok := t.get(key)
	if !ok {
		return ""
	}
	s, isText := v.(string)
	if !isText {
		t.wrongType(key, wantText)
	}
	return t.tidy(key, s)
}

// tidy is a text of a file as the plan has it. A place that nobody has filled in is
// told.
func (t *table) tidy(key, text string) string {
	text = viet.Tidy(text)
	if resolution.IsBlank(text) {
		t.add("B084", key, diag.Args{"key": key})
	}
	return t.src.years(text)
}

// required is text that must be there and not be blank.
func (t *table) required(key string) string {
	s := t.text(key)
	if _, isText := t.vals[key].(string); s == "" && (isText || !t.has(key)) {
		t.add("B007", key, diag.Args{"key": key})
	}
	return s
}

// id is the id of a measure, which may be written as a number: "11.1", 11.1.
func (t *table) id(key string) string {
	switch v, _ := t.get(key); v.(type) {
	case int64, float64:
		return t.src.file.Places[tomlfile.Join(t.path, key)].Raw
	}
	return t.text(key)
}

// requiredID is an id that must be there.
func (t *table) requiredID(key string) string {
	switch v, _ := t.get(key); v.(type) {
	case int64, float64:
		return t.id(key)
	}
	return t.required(key)
}

// choice is text out of a few words; the first is the default.
func (t *table) choice(key string, words ...string) string {
	s := t.text(key)
	if _, isText := t.vals[key].(string); !isText {
		return words[0]
	}
	if !slices.Contains(words, s) {
		t.add("B008", key, diag.Args{"key": key, "value": s, "allowed": strings.Join(words, ", ")})
		return words[0]
	}
	return s
}

func (t *table) whole(key string, otherwise int) int {
	v, ok := t.get(key)
	if !ok {
		return otherwise
	}
	n, isWhole := v.(int64)
	if !isWhole || n > 1<<31-1 || n < -1<<31 {
		t.wrongType(key, wantWhole)
		return otherwise
	}
	return int(n)
}

// wholeWithin reads a whole number between two bounds, both included.
func (t *table) wholeWithin(key string, otherwise, least, most int) int {
	n := t.whole(key, otherwise)
	if n < least || n > most {
		t.add("B046", key, diag.Args{"key": key, "value": n, "least": least, "most": most})
		return otherwise
	}
	return n
}

func (t *table) flag(key string) bool {
	v, ok := t.get(key)
	if !ok {
		return false
	}
	b, isBool := v.(bool)
	if !isBool {
		t.wrongType(key, wantBool)
	}
	return b
}

func (t *table) date(key string) viet.Date {
	v, ok := t.get(key)
	if !ok {
		return viet.Date{}
	}
	if s, isText := v.(string); isText { // as people write it
		if d, ok := resolution.WrittenDay(viet.Tidy(s)); ok {
			return d
		}
	}
	d, isDate := v.(time.Time)
	if !isDate || d.Year() == 0 { // a time of day has no year
		t.wrongType(key, wantDate)
		return viet.Date{}
	}
	return viet.Date{Year: d.Year(), Month: int(d.Month()), Day: d.Day()}
}

// number reads a number exactly, from the text as written; a quoted number in
// machine notation is one too. ok is false when there is none.
func (t *table) number(key string) (n quantity.Number, ok bool) {
	v, there := t.get(key)
	if !there {
		return n, false
	}
	switch v := v.(type) {
	case int64:
		return quantity.Int(v), true
	case float64:
		raw := strings.ReplaceAll(t.src.file.Places[tomlfile.Join(t.path, key)].Raw, "_", "")
		if n, err := quantity.Parse(raw); err == nil {
			return n, true
		}
	case string:
		if n, err := quantity.Parse(strings.TrimSpace(v)); err == nil {
			return n, true
		}
	}
	t.wrongType(key, wantNumber)
	return n, false
}

func (t *table) texts(key string) []string {
	v, ok := t.get(key)
	if !ok {
		return nil
	}
	list, isList := v.([]any)
	if !isList {
		t.wrongType(key, wantTexts)
		return nil
	}
	var out []string
	for _, e := range list {
		s, isText := e.(string)
		if s = viet.Tidy(s); !isText || s == "" {
			t.wrongType(key, wantTexts)
			return out
		}
		out = append(out, t.tidy(key, s))
	}
	return out
}

// sub is the table under a key; an empty one when there is none.
func (t *table) sub(key string) *table {
	sub := &table{src: t.src, path: tomlfile.Join(t.path, key)}
	v, ok := t.get(key)
	if !ok {
		return sub
	}
	if vals, isTable := v.(map[string]any); isTable {
		sub.vals = vals
	} else {
		t.wrongType(key, wantTable)
	}
	return sub
}

// tables are the tables of an array.
func (t *table) tables(key string) []*table {
	v, ok := t.get(key)
	if !ok {
		return nil
	}
	var all []map[string]any
	switch v := v.(type) {
	case []map[string]any:
		all = v
	case []any:
		for _, e := range v {
			vals, isTable := e.(map[string]any)
			if !isTable {
				t.wrongType(key, wantTables)
				return nil
			}
			all = append(all, vals)
		}
	default:
		t.wrongType(key, wantTables)
	}
	var out []*table
	for i, vals := range all {
		out = append(out, &table{src: t.src, path: fmt.Sprintf("%s[%d]", tomlfile.Join(t.path, key), i), vals: vals})
	}
	return out
}

// close reports the keys nobody asked for, in the order of the file.
func (t *table) close() {
	var unknown []string
	for key := range t.vals {
		if !slices.Contains(t.read, key) {
			unknown = append(unknown, key)
		}
	}
	slices.SortFunc(unknown, func(a, b string) int {
		return cmp.Or(cmp.Compare(t.line(a), t.line(b)), cmp.Compare(a, b))
	})
	for _, key := range unknown {
		if near := nearest(key, t.read); near != "" {
			t.add("B004", key, diag.Args{"key": key, "near": near})
		} else {
			known := slices.Clone(t.read)
			slices.Sort(known)
			t.add("B005", key, diag.Args{"key": key, "known": strings.Join(known, ", ")})
		}
	}
}

// nearest returns the word that key was probably meant to be, or "".
func nearest(key string, words []string) string {
	best, bestAt := "", 1+max(1, len(key)/3)
	for _, w := range slices.Sorted(slices.Values(words)) {
		if d := editDistance(strings.ToLower(key), w); d < bestAt {
			best, bestAt = w, d
		}
	}
	return best
}

// editDistance counts the insertions, deletions, replacements and swaps of
// neighbours that turn a into b.
func editDistance(a, b string) int {
	if len(a) > 40 {
		return len(a)
	}
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(a)][len(b)]
}
