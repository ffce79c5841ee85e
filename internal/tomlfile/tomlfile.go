// Package tomlfile reads a TOML text and tells where its keys stand, so that a
// message can name the line that has to be mended.
package tomlfile

import (
	"errors"
	"fmt"
	"strings"

	"github.com/BurntSushi/toml"

	"baocao/internal/diag"
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
	text = strings.TrimPrefix(text, "\uFEFF") // Notepad writes one
	if line := tooDeep(text); line > 0 {
		m := diag.Say("toml.deep", nil)
		return nil, &SyntaxError{line, diag.Text{Vi: m.In(diag.Vi), En: m.In(diag.En)}}
	}
	f := &File{Values: map[string]any{}}
	if _, err := toml.Decode(text, &f.Values); err != nil {
		var parse toml.ParseError
		if !errors.As(err, &parse) {
			return nil, &SyntaxError{0, twoLanguages("toml.unclear", nil, err.Error())}
		}
		// The library speaks English only; in Vietnamese the line itself is shown.
		shown := twoLanguages("toml.line", nil, parse.Message)
		if lines := strings.Split(text, "\n"); parse.Position.Line > 0 && parse.Position.Line <= len(lines) {
			if line := viet.Tidy(lines[parse.Position.Line-1]); line != "" {
				shown = twoLanguages("toml.line-shown", diag.Args{"text": line}, parse.Message)
			}
		}
		return nil, &SyntaxError{parse.Position.Line, shown}
	}
	f.Places = places(text)
	return f, nil
}

// twoLanguages is our Vietnamese beside the library's English, which knows more.
func twoLanguages(key string, args diag.Args, english string) diag.Text {
	return diag.Text{Vi: diag.Say(key, args).In(diag.Vi), En: english}
}

// Line is where a key stands, or the nearest table around it; 0 for none.
func (f *File) Line(path string) int {
	for path != "" {
		if p, ok := f.Places[path]; ok {
			return p.Line
		}
		cut := max(strings.LastIndexByte(path, '.'), strings.LastIndexByte(path, '['))
		path = path[:max(cut, 0)]
	}
	return 0
}

// Error is the message in English, with its line.
func (e *SyntaxError) Error() string { return fmt.Sprintf("line %d: %s", e.Line, e.Message.En) }
