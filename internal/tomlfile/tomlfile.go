// Package tomlfile reads a TOML text and tells where its keys stand, so that a
// message can name the line that has to be mended.
package tomlfile

import (
	"errors"
	"fmt"
	"strings"

	"github.com/BurntSushi/toml"

	"baocao/internal/diag"
	"baocao/internal/mishap"
	"baocao/internal/viet"
)

// MaxSize is far beyond any file that a person writes, in bytes; it bounds what
// a broken one can cost.
const MaxSize = 1 << 20

// File is a TOML text that was read.
type File struct {
	Values map[string]any
	Places map[string]Place // by path: "section[0].indicator[2].number"
}

// SyntaxError is why a text is not TOML.
type SyntaxError struct {
	Line    int // from 1; 0 when the decoder does not know
	Message diag.Text
}

// Parse reads a text; the error is nil when it is TOML.
func Parse(text string) (*File, *SyntaxError) {
	text = strings.TrimPrefix(text, mark)
	if strings.HasPrefix(text, "\xFF\xFE") || strings.HasPrefix(text, "\xFE\xFF") {
		return nil, &SyntaxError{1, diag.Say("toml.utf16", nil).Text()}
	}
	if line := tooDeep(text); line > 0 {
		return nil, &SyntaxError{line, diag.Say("toml.deep", nil).Text()}
	}
	f := &File{Values: map[string]any{}}
	found := mishap.Beside(func() { f.Places = places(text) })
	if _, err := toml.Decode(text, &f.Values); err != nil {
		var parse toml.ParseError
		if !errors.As(err, &parse) {
			return nil, &SyntaxError{0, twoLanguages("toml.unclear", nil, err.Error())}
		}
		// The library speaks English only; in Vietnamese the line itself is shown.
		shown := twoLanguages("toml.line", nil, parse.Message)
		if said, ok := bareDate(text, parse.Position.Line); ok {
			return nil, &SyntaxError{parse.Position.Line, said.Text()}
		}
		if lines := strings.Split(text, "\n"); parse.Position.Line > 0 && parse.Position.Line <= len(lines) {
			if line := viet.Tidy(lines[parse.Position.Line-1]); line != "" {
				shown = twoLanguages("toml.line-shown", diag.Args{"text": line}, parse.Message)
			}
		}
		return nil, &SyntaxError{parse.Position.Line, shown}
	}
	found()
	return f, nil
}

// bareDate says how a date has to be written where a line has it as people write
// it, without quotes: "date = 20/12/2022".
func bareDate(text string, line int) (diag.Message, bool) {
	lines := strings.Split(text, "\n")
	if line < 1 || line > len(lines) {
		return diag.Message{}, false
	}
	value, _, _ := strings.Cut(lines[line-1], "#")
	key, value, ok := strings.Cut(value, "=")
	var day, month, year int
	var rest string
	n, _ := fmt.Sscanf(strings.NewReplacer("-", "/", ".", "/").Replace(strings.TrimSpace(value)), "%d/%d/%d%s",
		&day, &month, &year, &rest)
	if !ok || n != 3 || day < 1 || day > 31 || month < 1 || month > 12 || year < 1900 || year > 9999 {
		return diag.Message{}, false
	}
	return diag.Say("toml.date", diag.Args{"text": viet.Tidy(value),
		"right": fmt.Sprintf("%s = %04d-%02d-%02d", strings.TrimSpace(key), year, month, day)}), true
}

// Sound is a text without the tables that are not TOML by themselves; its lines keep
// their numbers. The faults are those of what is left out, in their order.
func Sound(text string) (sound string, faults []*SyntaxError) {
	lines := strings.SplitAfter(strings.TrimPrefix(text, mark), "\n")
	var b strings.Builder
	for start := 0; start < len(lines); {
		end := start + 1
		for end < len(lines) && !strings.HasPrefix(strings.TrimSpace(lines[end]), "[[") {
			end++
		}
		piece := strings.Join(lines[start:end], "")
		if _, fault := Parse(piece); fault != nil {
			if fault.Line > 0 {
				fault.Line += start
			}
			faults = append(faults, fault)
			piece = strings.Repeat("\n", strings.Count(piece, "\n"))
		}
		b.WriteString(piece)
		start = end
	}
	return b.String(), faults
}

// twoLanguages is our Vietnamese beside the library's English, which knows more.
func twoLanguages(key string, args diag.Args, english string) diag.Text {
	return diag.Text{Vi: diag.Say(key, args).In(diag.Vi), En: english}
}

// Line is where a key stands, or the nearest table around it; 0 for none.
func (f *File) Line(path string) int { return f.Place(path).Line }

// Place is that of a key, or of the nearest table around it; the zero Place for none.
func (f *File) Place(path string) Place {
	for path != "" {
		if p, ok := f.Places[path]; ok {
			return p
		}
		cut := max(strings.LastIndexByte(path, '.'), strings.LastIndexByte(path, '['))
		path = path[:max(cut, 0)]
	}
	return Place{}
}

// Extend takes from another file what this one has not: key by key in a table, a list as a
// whole. What was taken keeps its line, in the file of that name.
func (f *File) Extend(base *File, name string) { f.take("", f.Values, base.Values, base, name) }

func (f *File) take(path string, own, others map[string]any, base *File, name string) {
	for key, value := range others { // each goes to a place of its own
		at := Join(path, key)
		mine, known := own[key]
		if !known {
			own[key] = value
			f.takePlaces(at, base, name)
			continue
		}
		inner, isTable := mine.(map[string]any)
		theirs, isTheirs := value.(map[string]any)
		if isTable && isTheirs {
			f.take(at, inner, theirs, base, name)
		}
	}
}

func (f *File) takePlaces(path string, base *File, name string) {
	for at, place := range base.Places {
		rest, ok := strings.CutPrefix(at, path)
		if ok && (rest == "" || rest[0] == '.' || rest[0] == '[') {
			place.File = name
			f.Places[at] = place
		}
	}
}

// Error is the message in English, with its line.
func (e *SyntaxError) Error() string { return fmt.Sprintf("line %d: %s", e.Line, e.Message.En) }
