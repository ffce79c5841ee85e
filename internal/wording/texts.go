package wording

import (
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf16"

	"baocao/internal/diag"
	"baocao/internal/tomlfile"
	"baocao/internal/viet"
	"baocao/templates"
)

// textFiles are the paths of the embedded files of texts.
func textFiles() []string {
	names, _ := fs.Glob(templates.FS, "tu-ngu/*.toml") // the pattern is sound
	return names
}

// written is a text as a file has it.
type written struct {
	text string
	line int
	ok   bool // it is a text, not a number or a list
}

// parseTexts reads a file of texts by key. A key begins with the file's name:
// tt of [cot] in phu-luc.toml is "phu-luc.cot.tt".
func parseTexts(name, source string) (map[string]written, *tomlfile.SyntaxError) {
	file, syntax := tomlfile.Parse(source)
	if syntax != nil {
		return nil, syntax
	}
	out := map[string]written{}
	var take func(at string, values map[string]any)
	take = func(at string, values map[string]any) {
		for key, v := range values { // into a map
			at := tomlfile.Join(at, key)
			switch v := v.(type) {
			case string:
				out[keyOf(name, at)] = written{viet.Clean(v), file.Line(at), true}
			case map[string]any:
				take(at, v)
			default:
				out[keyOf(name, at)] = written{line: file.Line(at)}
			}
		}
	}
	take("", file.Values)
	return out, nil
}

// keyOf is the key of a text by its file and its path there.
func keyOf(name, at string) string {
	return strings.TrimSuffix(path.Base(name), path.Ext(name)) + "." + at
}

// placeholder is also one that is misspelt, or not closed.
var placeholder = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\{[^{}\n]*\}?|\}`) })

// readTexts reads and checks the office's copy of a file of texts, and takes
// what can be used. What is wrong with a text is a problem, and the embedded
// text stands in for it. It returns where the texts stand that were taken.
func (w *Words) readTexts(name string) (places map[string]diag.Position, problems []diag.Problem) {
	source, file, problems := w.ownText(name)
	if file == "" {
		return nil, problems
	}
	add := func(code string, line int, args diag.Args) {
		args["name"] = file
		problems = append(problems, diag.New(code, diag.Position{File: path.Join(Dir, file), Line: line}, args))
	}
	if len(source) > tomlfile.MaxSize {
		add("B505", 0, diag.Args{"error": diag.Say("wording.too-large", nil)})
		return nil, problems
	}
	own, syntax := parseTexts(name, source)
	if syntax != nil {
		add("B505", syntax.Line, diag.Args{"error": syntax.Message})
		return nil, problems
	}
	stem := strings.TrimSuffix(path.Base(name), path.Ext(name)) + "."
	places = map[string]diag.Position{}
	for _, key := range slices.Sorted(maps.Keys(own)) {
		t := own[key]
		short := shortened(key)
		builtin, known := embedded().texts[key]
		if !known {
			add("B506", t.line, diag.Args{"key": short})
			continue
		}
		if !t.ok {
			add("B510", t.line, diag.Args{"key": short, "error": diag.Say("wording.no-text", nil)})
			continue
		}
		if strange := lacking(t.text, builtin); strange != nil {
			add("B508", t.line, diag.Args{"key": short, "placeholders": strings.Join(strange, ", "),
				"known": listed(builtin)})
			continue
		}
		if why := unfit(key, t.text); !why.IsZero() {
			add("B510", t.line, diag.Args{"key": short, "error": why})
			continue
		}
		if dropped := lacking(builtin, t.text); dropped != nil {
			add("B509", t.line, diag.Args{"key": short, "placeholders": strings.Join(dropped, ", ")})
		}
		w.texts[key] = t.text
		places[key] = diag.Position{File: path.Join(Dir, file), Line: t.line}
	}
	for _, key := range slices.Sorted(maps.Keys(embedded().texts)) {
		if _, there := own[key]; !there && strings.HasPrefix(key, stem) {
			add("B507", 0, diag.Args{"key": shortened(key), "text": viet.Tidy(embedded().texts[key])})
		}
	}
	return places, problems
}

// shortened is a key as its file has it, without the file's name.
func shortened(key string) string {
	_, short, _ := strings.Cut(key, ".")
	return short
}

// lacking are the placeholders of a text that another does not have.
func lacking(text, other string) []string {
	known := placeholder().FindAllString(other, -1)
	var out []string
	for _, p := range placeholder().FindAllString(text, -1) {
		if !slices.Contains(known, p) && !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return out
}

func listed(text string) string { return strings.Join(placeholder().FindAllString(text, -1), ", ") }

// What Excel takes, in UTF-16 units; and what no text needs.
const (
	maxText      = 8000
	maxSheetName = 31
	maxBoxTitle  = 32
	maxBoxText   = 255
)

// unfit says why a text cannot be used; the zero message for one that can. The
// last part of a key tells what its text is for.
func unfit(key, text string) diag.Message {
	most := maxText
	switch key[strings.LastIndexByte(key, '.')+1:] {
	case "sheet":
		if strings.TrimSpace(text) == "" || strings.ContainsAny(text, `:\/?*[]`) ||
			strings.HasPrefix(text, "'") || strings.HasSuffix(text, "'") ||
			strings.ContainsFunc(text, func(r rune) bool { return r < ' ' }) {
			return diag.Say("wording.sheet-name", nil)
		}
		most = maxSheetName
	case "ten-hop":
		most = maxBoxTitle
	case "loi-hop":
		most = maxBoxText
	}
	if n := len(utf16.Encode([]rune(text))); n > most {
		return diag.Say("wording.too-long", diag.Args{"length": n, "most": most})
	}
	return diag.Message{}
}

// clashing is one of the office's names of sheets that another sheet has; ""
// for none. Excel tells sheets apart by more than case.
func (w *Words) clashing() string {
	for _, key := range slices.Sorted(maps.Keys(w.texts)) {
		if !isSheet(key) || w.texts[key] == embedded().texts[key] {
			continue
		}
		for other := range embedded().texts { // any one will do
			if key != other && isSheet(other) && strings.EqualFold(w.texts[key], w.Text(other)) {
				return key
			}
		}
	}
	return ""
}

func isSheet(key string) bool { return strings.HasSuffix(key, ".sheet") }
