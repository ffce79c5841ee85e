package app

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"baocao/internal/compose"
	"baocao/internal/diag"
	"baocao/internal/disk"
	"baocao/internal/resolution"
	"baocao/internal/wording"
)

// Worded are the paragraphs of a folder's report.
type Worded struct {
	Passages []compose.Passage
	Edition  string   // of the report
	LeftOut  []string // parts of the program that the office does not want
	Problems []diag.Problem
}

// The errors of a paragraph that is asked for.
var (
	ErrNoParagraph   = errors.New("no such paragraph")
	ErrParagraphName = errors.New("a name that no file can have")
	ErrNoOwnWords    = errors.New("no words of the office's own")
)

// Words composes the report and tells its paragraphs.
func Words(ctx context.Context, dir string, progress Progress) (*Worded, error) {
	a, err := Judge(ctx, dir, progress)
	if err != nil {
		return nil, err
	}
	all, problems := compose.Passages(a)
	for _, x := range a.Problems { // an order of parts that cannot be used, a name misspelt
		if strings.HasPrefix(x.At.File, WordingDir+"/") {
			problems = append(problems, x)
		}
	}
	return &Worded{Passages: all, Edition: compose.Edition(a.Plan), LeftOut: leftOut(a.Plan, all),
		Problems: diag.Sort(problems)}, nil
}

func leftOut(p *resolution.Plan, all []compose.Passage) (out []string) {
	if p.Words.Parts() == nil {
		return nil
	}
	for _, name := range compose.Parts() {
		if !slices.Contains(p.Words.Parts(), name) {
			out = append(out, name)
		}
	}
	return out
}

// Passage is the paragraph of an ID.
func (w *Worded) Passage(id string) (compose.Passage, error) {
	for _, p := range w.Passages {
		if strings.EqualFold(p.ID, id) && p.Text != "" {
			return p, nil
		}
	}
	return compose.Passage{}, ErrNoParagraph
}

// EditWords writes a paragraph out, so that the office can put its own words in its
// place; fresh is false where it has done so already, and then nothing is written.
func EditWords(ctx context.Context, dir, id string, progress Progress) (file string, fresh bool, err error) {
	w, err := Words(ctx, dir, progress)
	if err != nil {
		return "", false, err
	}
	p, err := w.Passage(id)
	if err != nil {
		return "", false, err
	}
	if p.Own != nil {
		return ownPath(p.Own.File), false, nil
	}
	file = wording.ParagraphFile(p.ID)
	if file == "" {
		return "", false, ErrParagraphName
	}
	own := wording.Paragraph{ID: p.ID, Text: p.Markdown, Was: p.Text, Remembers: true}
	_, now, err := rewrite(ctx, dir, ownPath(file), func(was string) (string, error) {
		if was != "" { // came in between
			return was, nil
		}
		return own.String(), nil
	})
	return ownPath(file), err == nil && now == own.String(), err
}

// KeepWords notes that somebody has looked at the office's words of a paragraph, and
// at the program's of today. seen is what Seen told of it then; "" for whatever stands there.
func KeepWords(ctx context.Context, dir, id, seen string, progress Progress) (
	file string, figures []string, err error) {
	p, err := ownPassage(ctx, dir, id, seen, progress)
	if err != nil {
		return "", nil, err
	}
	own := *p.Own
	var said []string
	for _, b := range p.Printed {
		said = append(said, compose.TextOf(b))
	}
	own.Was, own.Remembers, own.Figures = p.Text, true, compose.Strange(strings.Join(said, "\n"), p.Text)
	_, _, err = rewrite(ctx, dir, ownPath(own.File), func(string) (string, error) {
		return own.String(), unchanged(dir, own.File, p.Own)
	})
	return ownPath(own.File), own.Figures, err
}

// WriteWords puts the office's words, Markdown, in a paragraph's place; blank ones take
// it out of the report. seen is what Seen told of it when they were written. The figures
// among them that the program's text does not have are returned: somebody has to look
// at them.
func WriteWords(ctx context.Context, dir, id, text, seen string) (file string, figures []string, err error) {
	w, err := Words(ctx, dir, nil)
	if err != nil {
		return "", nil, err
	}
	p, err := w.Passage(id)
	if err != nil {
		return "", nil, err
	}
	file = wording.ParagraphFile(p.ID)
	if p.Own != nil {
		file = p.Own.File
	}
	own := wording.Paragraph{ID: p.ID, File: file, Text: text, Was: p.Text, Remembers: true}
	switch {
	case file == "":
		return "", nil, ErrParagraphName
	case Seen(p) != seen:
		return "", nil, &WordsChanged{ownPath(file)}
	case len(own.String()) > wording.MaxSource:
		return "", nil, &TooMuchText{p.ID}
	}
	if p.Own != nil {
		own.Figures = p.Own.Figures
	}
	_, _, err = rewrite(ctx, dir, ownPath(file), func(string) (string, error) {
		return own.String(), unchanged(dir, file, p.Own)
	})
	return ownPath(file), compose.Strange(text, p.Text), err
}

// Said is what stands in a paragraph's place, as the office would write it.
func Said(p compose.Passage) string {
	if p.Own != nil {
		return p.Own.Text
	}
	return p.Markdown
}

// Seen is a sum of what is shown of a paragraph: what stands in its place, and the program's
// text, whose figures may have changed under the office's words.
func Seen(p compose.Passage) string {
	sum := sha256.Sum256([]byte(Said(p) + "\x00" + p.Text))
	return hex.EncodeToString(sum[:8])
}

// ownPassage is a paragraph that the office has words of its own for: those that somebody saw.
func ownPassage(ctx context.Context, dir, id, seen string, progress Progress) (p compose.Passage, err error) {
	w, err := Words(ctx, dir, progress)
	if err != nil {
		return p, err
	}
	if p, err = w.Passage(id); err != nil {
		return p, err
	}
	switch {
	case p.Own == nil:
		return p, ErrNoOwnWords
	case seen != "" && seen != Seen(p):
		return p, &WordsChanged{ownPath(p.Own.File)}
	}
	return p, nil
}

// DropWords takes the office's words of a paragraph away: the program's are printed. seen is
// what Seen told of it, so that nobody takes away what he has not read.
func DropWords(ctx context.Context, dir, id, seen string) (file string, err error) {
	p, err := ownPassage(ctx, dir, id, seen, nil)
	if err != nil {
		return "", err
	}
	_, _, err = rewrite(ctx, dir, ownPath(p.Own.File), func(string) (string, error) {
		return "", unchanged(dir, p.Own.File, p.Own)
	})
	return ownPath(p.Own.File), err
}

// WordsChanged is the error of a file of the office's words that somebody changed while
// the report was made, or that cannot be read: nothing is written over it.
type WordsChanged struct{ File string }

func (e *WordsChanged) Error() string { return e.File + ": changed meanwhile" }

// unchanged reports, in its error, a paragraph's file that does not say any more what
// was read of it, or that nobody may write.
func unchanged(dir, file string, read *wording.Paragraph) error {
	_, text, err := ownFile(dir, ownPath(file))
	if err != nil {
		return err
	}
	words, _ := wording.Load(disk.Folder(filepath.Join(dir, WordingDir)), plainText)
	var now *wording.Paragraph
	for _, p := range words.Paragraphs() {
		if p.File == file {
			now = &p
		}
	}
	if now == nil && strings.TrimSpace(string(text)) != "" || (now == nil) != (read == nil) || now != nil &&
		now.String() != read.String() {
		return &WordsChanged{ownPath(file)}
	}
	return nil
}

func ownPath(file string) string { return path.Join(WordingDir, filepath.ToSlash(file)) }
