package wording

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/disk"
	"baocao/internal/tomlfile"
	"baocao/internal/viet"
	"baocao/templates"
)

// The office's own words beside templates: paragraphs, each in its file, and the order
// of the report's parts.
const (
	ParagraphDir = "doan"
	OrderFile    = "thu-tu.toml"
	orderKey     = "phan"
	partDir      = "bao-cao"
)

// Paragraph is what the office writes in place of one paragraph of the report.
type Paragraph struct {
	ID   string
	File string // below Dir
	Text string // Markdown; a blank one takes the paragraph out of the report

	// Was is the program's own text at the time, by which it is known that a figure has
	// changed since; Remembers is false where the file does not say.
	Was       string
	Remembers bool
	Figures   []string // of the office's own, which somebody has looked at
}

// The head of a paragraph's file, in which the program remembers.
const (
	headBegins   = "<!--"
	headEnds     = "-->"
	headAbout    = "Lời riêng của cơ quan cho đoạn «%s». Viết lời mới ở dưới khung này; để trống thì bỏ đoạn."
	headRemember = "Lời của chương trình lúc ấy, giữ để báo khi số liệu đổi (đừng sửa):"
	headQuote    = "> "
	headFigures  = "Số do cơ quan ghi và đã soát: "
)

// String is the paragraph's file.
func (p Paragraph) String() string {
	var b strings.Builder
	b.WriteString(headBegins + " " + fmt.Sprintf(headAbout, p.ID) + "\n")
	if p.Remembers {
		b.WriteString(headRemember + "\n")
		for line := range strings.SplitSeq(p.Was, "\n") {
			b.WriteString(headQuote + harmless(line) + "\n")
		}
	}
	if len(p.Figures) > 0 {
		b.WriteString(headFigures + strings.Join(p.Figures, "; ") + "\n")
	}
	b.WriteString(headEnds + "\n\n" + strings.TrimSpace(p.Text) + "\n")
	return b.String()
}

// harmless keeps a text from ending the head that it stands in.
func harmless(text string) string { return strings.ReplaceAll(text, headEnds, "-- >") }

// Remembered is a text as the head of a file holds it, to compare with.
func Remembered(text string) string { return strings.Join(strings.Fields(harmless(text)), " ") }

// ParagraphFile is the name of a paragraph's file below Dir; "" where its ID can be no
// file's name.
func ParagraphFile(id string) string {
	plain := strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789-_.") == "" && strings.Trim(id, ".") != ""
	if !plain || len(id) > 100 || slices.Contains(takenByWindows[:], strings.ToLower(strings.SplitN(id, ".", 2)[0])) {
		return ""
	}
	return path.Join(ParagraphDir, id+".md")
}

// takenByWindows are names that no file can have there.
var takenByWindows = [...]string{"con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "lpt1", "lpt2", "lpt3"}

// parseParagraph reads a paragraph's file; false for one whose head does not end.
func parseParagraph(id, file, text string) (Paragraph, bool) {
	p := Paragraph{ID: id, File: file, Text: strings.TrimSpace(text)}
	rest, ok := strings.CutPrefix(p.Text, headBegins)
	if !ok {
		return p, true
	}
	head, rest, ok := strings.Cut(rest, headEnds)
	if !ok {
		return p, false
	}
	p.Text = strings.TrimSpace(rest)
	var was []string
	for line := range strings.SplitSeq(head, "\n") {
		line = strings.TrimSpace(line)
		if quoted, ok := strings.CutPrefix(line, strings.TrimSpace(headQuote)); ok {
			was, p.Remembers = append(was, strings.TrimSpace(quoted)), true
		} else if figures, ok := strings.CutPrefix(line, strings.TrimSpace(headFigures)); ok {
			for f := range strings.SplitSeq(figures, ";") {
				if f = strings.TrimSpace(f); f != "" {
					p.Figures = append(p.Figures, f)
				}
			}
		}
	}
	p.Was = strings.Join(was, "\n")
	return p, true
}

// Paragraphs are the office's own, by ID.
func (w *Words) Paragraphs() []Paragraph {
	if w == nil {
		return nil
	}
	return w.paragraphs
}

// Parts are the names of the report's parts in the order that the office wants; nil
// where it says nothing.
func (w *Words) Parts() []string {
	if w == nil {
		return nil
	}
	return w.parts
}

// readParagraphs reads the folder of the office's own paragraphs.
func (w *Words) readParagraphs() (problems []diag.Problem) {
	if w.own == nil {
		return nil
	}
	entries, err := fs.ReadDir(w.own, ParagraphDir)
	if err != nil { // there is none, or nothing in it can be read
		return nil
	}
	seen := map[string]string{}
	for _, e := range entries {
		file := path.Join(ParagraphDir, e.Name())
		at := diag.Position{File: path.Join(Dir, file)}
		id, is := paragraphID(e.Name())
		switch {
		case e.IsDir() || !is:
			continue
		case seen[id] != "":
			problems = append(problems, diag.New("B542", at, diag.Args{"name": file, "other": seen[id]}))
			continue
		}
		data, err := fs.ReadFile(w.own, file)
		if err != nil {
			problems = append(problems, diag.New("B502", at, diag.Args{"name": file, "error": disk.Cause(err)}))
			continue
		}
		text, more, ok := w.textOf(file, data)
		problems = append(problems, more...)
		if !ok {
			continue
		}
		p, whole := parseParagraph(id, file, viet.Clean(text))
		switch {
		case len(data) > MaxSource:
			problems = append(problems, diag.New("B520", at,
				diag.Args{"name": file, "error": diag.Say("wording.too-large", nil)}))
			continue
		case !whole:
			problems = append(problems, diag.New("B544", at, diag.Args{"name": file}))
			continue
		}
		seen[id], w.paragraphs = file, append(w.paragraphs, p)
	}
	slices.SortFunc(w.paragraphs, func(a, b Paragraph) int { return cmp.Compare(a.ID, b.ID) })
	return problems
}

// paragraphID is the paragraph that a file is for. Notepad adds .txt to any name.
func paragraphID(file string) (string, bool) {
	file = strings.ToLower(file)
	stem := strings.TrimSuffix(file, ".txt")
	id, md := strings.CutSuffix(stem, ".md")
	return id, id != "" && (md || stem != file) && !strings.HasPrefix(file, "~$")
}

// readOrder reads the order of the parts. A file that cannot be used changes nothing.
func (w *Words) readOrder() []diag.Problem {
	source, file, problems := w.ownText(OrderFile)
	if file == "" {
		return problems
	}
	at := diag.Position{File: path.Join(Dir, file)}
	wrong := func(line int, why any) []diag.Problem {
		at.Line = line
		return append(problems, diag.New("B537", at, diag.Args{"name": file, "error": why}))
	}
	read, syntax := tomlfile.Parse(source)
	if syntax != nil {
		return wrong(syntax.Line, syntax.Message)
	}
	list, ok := read.Values[orderKey].([]any)
	if !ok || len(list) == 0 || len(read.Values) > 1 {
		return wrong(0, diag.Say("wording.no-list", nil))
	}
	var parts []string
	for _, v := range list {
		name, ok := v.(string)
		name = strings.TrimSuffix(strings.TrimSpace(name), ".md")
		if lower := strings.ToLower(name); ok && isPart(lower) {
			name = lower
		}
		switch {
		case !ok || name == "" || strings.ContainsAny(name, `/\:`):
			return wrong(read.Line(orderKey), diag.Say("wording.no-list", nil))
		case slices.Contains(parts, name):
			return wrong(read.Line(orderKey), diag.Say("wording.part-twice", diag.Args{"name": name}))
		}
		parts = append(parts, name)
	}
	at.Line = read.Line(orderKey)
	for _, name := range parts {
		if _, mine, _ := w.ownText(path.Join(partDir, name+".md")); mine != "" || isPart(name) {
			w.parts = append(w.parts, name)
			continue
		}
		problems = append(problems, diag.New("B536", at, diag.Args{"name": name, "file": file,
			"names": strings.Join(partNames(), ", ")}))
	}
	return problems
}

func isPart(name string) bool {
	_, err := fs.Stat(templates.FS, path.Join(partDir, name+".md"))
	return err == nil
}

// partNames are those of the program's own parts.
func partNames() (names []string) {
	files, _ := fs.Glob(templates.FS, partDir+"/*.md") // the pattern is sound
	for _, f := range files {
		names = append(names, strings.TrimSuffix(path.Base(f), ".md"))
	}
	return names
}
