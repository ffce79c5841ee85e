// Package wording finds the words of every output: the embedded ones, or those
// that the office put into its working folder in their place. What is wrong with
// the office's own is a problem with its line, and the embedded words stand in.
package wording

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"text/template"
	"time"
	"unicode/utf8"

	"baocao/internal/diag"
	"baocao/internal/disk"
	"baocao/internal/tomlfile"
	"baocao/internal/viet"
	"baocao/templates"
)

// Dir is the working folder's folder of its own wording.
const Dir = "loi-van"

// Words are the words of a working folder. Nil stands for the embedded ones.
// They do not change after Load and may be used from anywhere.
type Words struct {
	own   fs.FS
	plain Plain
	texts map[string]string // those of the office's that replace embedded ones

	paragraphs []Paragraph
	parts      []string

	mu   sync.Mutex
	used map[string]time.Duration // by file: what its executions took
	read map[string]ownFile       // by the embedded path: some are asked for at every measure
}

// ownFile is a file of the office's own; its name is "" where there is none.
type ownFile struct {
	source, file string
	problems     []diag.Problem
}

// Plain is the text of a file that is not plain itself: one of Word, one of another
// encoding.
type Plain func(file string, data []byte) (text string, problems []diag.Problem)

// Args are the values of a text's placeholders, printed as fmt prints them.
type Args map[string]any

// Load reads the office's own wording, a file system of the folder Dir. A folder
// that is not there has none. The problems name the folder's files. Without plain only
// plain texts are read.
func Load(own fs.FS, plain Plain) (*Words, []diag.Problem) {
	if _, err := fs.Stat(own, "."); errors.Is(err, fs.ErrNotExist) {
		own = nil // to ask for each of hundreds of names takes its time on a share
	}
	w := &Words{own: own, plain: plain, texts: map[string]string{}, used: map[string]time.Duration{},
		read: map[string]ownFile{}}
	problems := w.readOrder()
	problems = append(problems, w.strangers()...)
	problems = append(problems, w.readParagraphs()...)
	places := map[string]diag.Position{}
	for _, name := range textFiles() {
		at, more := w.readTexts(name)
		problems = append(problems, more...)
		maps.Copy(places, at)
	}
	for key := w.clashing(); key != ""; key = w.clashing() {
		problems = append(problems, diag.New("B510", places[key], diag.Args{
			"name": strings.TrimPrefix(places[key].File, Dir+"/"), "key": shortened(key),
			"error": diag.Say("wording.sheet-twice", diag.Args{"sheet": w.texts[key]})}))
		delete(w.texts, key)
	}
	return w, problems
}

// Text is the text of a key such as "phu-luc.cot.tt", with its placeholders
// filled. An unknown key, a bug, prints as the key.
func (w *Words) Text(key string, args ...Args) string {
	text, ok := "", false
	if w != nil {
		text, ok = w.texts[key]
	}
	if !ok {
		if text, ok = embedded().texts[key]; !ok {
			return key
		}
	}
	if len(args) == 0 || !strings.Contains(text, "{") {
		return text
	}
	return filled(text, args)
}

// filled is a text with values in place of its placeholders; what has none stays.
func filled(text string, args []Args) string {
	var b strings.Builder
	b.Grow(2 * len(text))
	for {
		before, rest, opens := strings.Cut(text, "{")
		b.WriteString(before)
		if !opens {
			return b.String()
		}
		name, after, shuts := strings.Cut(rest, "}")
		value, known := any(nil), false
		for _, values := range args {
			if v, ok := values[name]; ok {
				value, known = v, true
			}
		}
		if !shuts || !known {
			b.WriteByte('{')
			text = rest
			continue
		}
		switch v := value.(type) {
		case string:
			b.WriteString(v)
		default:
			fmt.Fprint(&b, v)
		}
		text = after
	}
}

// Texts are the texts of several names of a group, without placeholders, such
// as the headings of a table.
func (w *Words) Texts(group string, names ...string) []string {
	texts := make([]string, len(names))
	for i, name := range names {
		texts[i] = w.Text(group + "." + name)
	}
	return texts
}

var errorLine = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^template: [^:]*:(\d+)(?::\d+)?: (?:executing "[^"]*" at )?`)
})

// Execute executes the template of that path, such as "cau/ty-le.md". One of
// the office's that fails is a problem, and the embedded one stands in.
func (w *Words) Execute(name string, data any) (string, []diag.Problem) {
	source, file, problems := w.ownText(name)
	if file != "" {
		out, err := w.execute(name, file, source, data)
		if err == nil {
			return out, problems
		}
		at := diag.Position{File: path.Join(Dir, file)}
		var much *tooMuch
		if errors.As(err, &much) {
			at.Line = much.line
			problems = append(problems, diag.New("B520", at, diag.Args{"name": file, "error": much.Message}))
			return builtin(name, data, problems)
		}
		line := 0
		message := err.Error()
		if m := errorLine().FindStringSubmatch(message); m != nil {
			line, _ = strconv.Atoi(m[1])
			message = message[len(m[0]):]
		}
		at.Line = line
		problems = append(problems, diag.New("B501", at, diag.Args{"name": file, "line": line, "error": said(message)}))
	}
	return builtin(name, data, problems)
}

// execute executes the office's own template. The time of all executions of a
// file is counted together: some are executed for every measure.
func (w *Words) execute(name, file, source string, data any) (string, error) {
	if len(source) > MaxSource {
		return "", &tooMuch{Message: diag.Say("wording.too-large", nil)}
	}
	w.mu.Lock()
	left := maxTime - w.used[file]
	w.mu.Unlock()
	began := time.Now()
	out, err := bounded(path.Base(name), source, data, began.Add(left))
	w.mu.Lock()
	w.used[file] += time.Since(began)
	w.mu.Unlock()
	return out, err
}

// builtin executes the embedded template and adds to the problems.
func builtin(name string, data any, problems []diag.Problem) (string, []diag.Problem) {
	var b bytes.Buffer
	t, err := parsed(name)
	if errors.Is(err, fs.ErrNotExist) {
		return "", problems
	}
	if err == nil {
		err = t.Execute(&b, data)
	}
	if err != nil { // a bug: shown, never cut short in silence
		problems = append(problems, diag.New("B503", diag.Position{}, diag.Args{"name": name, "error": err.Error()}))
	}
	return b.String(), problems
}

// parsedOnce has the embedded templates that were executed: some are for every measure.
var parsedOnce sync.Map // *template.Template by name

// parsed is an embedded template, ready to be executed.
func parsed(name string) (*template.Template, error) {
	if t, ok := parsedOnce.Load(name); ok {
		return t.(*template.Template), nil
	}
	text, err := fs.ReadFile(templates.FS, name)
	if err != nil {
		return nil, err
	}
	t, err := template.New(path.Base(name)).Parse(string(text))
	if err == nil {
		parsedOnce.Store(name, t)
	}
	return t, err
}

// names are the names that the office's own file may have, the first is taken: the
// embedded one's path or its bare name, as it is or as other programs call it.
func names(name string) []string {
	var all []string
	for _, base := range []string{name, path.Base(name)} {
		stem := strings.TrimSuffix(base, path.Ext(base))
		all = append(all, base, base+".txt", stem+".txt") // Windows hides what Notepad adds
		if path.Ext(base) == ".md" {
			all = append(all, stem+".docx", base+".docx")
		}
	}
	return all
}

// ownText finds the office's own file; file is "" where there is none that can be read.
func (w *Words) ownText(name string) (source, file string, problems []diag.Problem) {
	if w == nil || w.own == nil {
		return "", "", nil
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	f, known := w.read[name]
	if !known {
		f.source, f.file, f.problems = w.find(name)
		w.read[name] = f
	}
	return f.source, f.file, slices.Clone(f.problems)
}

func (w *Words) find(name string) (source, file string, problems []diag.Problem) {
	for _, file := range names(name) {
		b, err := fs.ReadFile(w.own, file)
		switch {
		case err == nil:
			text, more, ok := w.textOf(file, b)
			problems = append(problems, more...)
			if ok {
				return viet.Clean(text), file, problems
			}
		case !errors.Is(err, fs.ErrNotExist):
			problems = append(problems, diag.New("B502", diag.Position{File: path.Join(Dir, file)},
				diag.Args{"name": file, "error": disk.Cause(err)}))
		}
	}
	return "", "", problems
}

// textOf is the text of a file, whatever program wrote it.
func (w *Words) textOf(file string, data []byte) (text string, problems []diag.Problem, ok bool) {
	if path.Ext(file) != ".docx" && utf8.Valid(data) && !bytes.ContainsRune(data, 0) {
		return string(data), nil, true
	}
	var unread any = diag.Say("wording.not-plain", nil)
	if w.plain != nil {
		text, problems = w.plain(path.Join(Dir, file), data)
		errs, _ := diag.Count(problems)
		if errs == 0 {
			return text, problems, true
		}
		unread = diag.Text{Vi: strings.TrimRight(problems[0].In(diag.Vi), "."),
			En: strings.TrimRight(problems[0].In(diag.En), ".")}
	}
	return "", []diag.Problem{diag.New("B502", diag.Position{File: path.Join(Dir, file)},
		diag.Args{"name": file, "error": unread})}, false
}

// writtenEndings are those of files that somebody writes words in.
var writtenEndings = []string{".md", ".toml", ".txt", ".docx", ".doc", ".odt", ".rtf", ".pdf"}

// readEndings are those of them that can be read.
var readEndings = []string{".md", ".toml", ".txt", ".docx"}

// strangers reports files of the office's wording that replace nothing, most often
// because their name is misspelt, or because another file is taken for the same.
func (w *Words) strangers() []diag.Problem {
	if w.own == nil {
		return nil
	}
	known := map[string]bool{}
	var every []string
	know := func(name string) {
		every = append(every, path.Base(name))
		for _, n := range names(name) {
			if f, err := fs.Stat(w.own, n); err == nil && !f.IsDir() {
				known[n] = true
				break
			}
		}
	}
	_ = fs.WalkDir(templates.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			know(name)
		}
		return nil
	})
	know(OrderFile)
	for _, part := range w.parts {
		if !isPart(part) {
			know(path.Join(partDir, part+".md"))
		}
	}
	var problems []diag.Problem
	// A folder that is not there, or a part of it that cannot be read, has no strangers.
	_ = fs.WalkDir(w.own, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || known[name] || path.Base(name) == "README.md" {
			return nil
		}
		if _, isParagraph := paragraphID(path.Base(name)); path.Dir(name) == ParagraphDir && isParagraph {
			return nil
		}
		ending := strings.ToLower(path.Ext(name))
		words := slices.Contains(writtenEndings, ending) && !strings.HasPrefix(path.Base(name), "~$")
		if ending == ".txt" { // a note of somebody's, unless it has a wording's name
			stem := strings.TrimSuffix(strings.TrimSuffix(path.Base(name), path.Ext(name)), ".md")
			words = slices.Contains(every, stem+".md")
		}
		if words {
			code := "B504"
			if !slices.Contains(readEndings, ending) || ending == ".docx" && path.Dir(name) == ParagraphDir {
				code = "B543"
			}
			problems = append(problems, diag.New(code, diag.Position{File: path.Join(Dir, name)},
				diag.Args{"name": name, "names": strings.Join(every, ", ")}))
		}
		return nil
	})
	return problems
}

// Prepare makes the embedded texts ready, which whoever asks for the first would wait for.
func Prepare() { embedded() }

// embedded are the program's own texts, read when the first is asked for.
var embedded = sync.OnceValue(func() *Words {
	w := &Words{texts: map[string]string{}}
	for _, name := range textFiles() {
		data, err := fs.ReadFile(templates.FS, name)
		if err != nil {
			continue
		}
		for at, text := range tomlfile.Texts(string(data)) {
			w.texts[keyOf(name, at)] = viet.Clean(text)
		}
	}
	return w
})
