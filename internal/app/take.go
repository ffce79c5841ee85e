package app

import (
	"context"
	"errors"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"baocao/internal/compose"
	"baocao/internal/diag"
	"baocao/internal/disk"
	"baocao/internal/document"
	"baocao/internal/fileset"
	"baocao/internal/lock"
	"baocao/internal/mishap"
	"baocao/internal/ooxml"
	"baocao/internal/render/docx"
	"baocao/internal/wording"
	"baocao/internal/workbook"
	"baocao/internal/workbook/open"
)

// ErrNotOurs is the error of a Word file in which no paragraph can be told.
var ErrNotOurs = errors.New("no paragraph of the report")

// TooMuchText is the error of a paragraph whose file could not be read again.
type TooMuchText struct{ ID string }

func (e *TooMuchText) Error() string { return e.ID + ": too much text" }

// ErrOtherReport is the error of a Word file that is the report of another office, year
// or part of the year: its paragraphs have the same names.
var ErrOtherReport = errors.New("the Word file is another report")

// Taken is what was made of a Word file that somebody edited.
type Taken struct {
	Took []Took         // in the order of the report
	Left []diag.Message // what was seen and not taken
}

// Took is one paragraph whose words are the office's now.
type Took struct {
	ID      string   `json:"id"`
	File    string   `json:"file"`
	Was     string   `json:"was"`
	Now     string   `json:"now"`     // "" for one that was taken out
	Figures []string `json:"figures"` // of Now that the program's text has not
	Stale   bool     `json:"stale"`   // the report has changed since the Word file was made
}

// TakeWords takes what somebody changed in a Word file of the report into the office's
// own paragraphs. What was not changed gives nothing, whatever the report says by now.
func TakeWords(ctx context.Context, dir, file string, progress Progress) (*Taken, error) {
	edited, err := readWord(ctx, file)
	if err != nil {
		return nil, err
	}
	w, err := Words(ctx, dir, progress)
	if err != nil {
		return nil, err
	}
	if edited.Edition != "" && edited.Edition != docx.EditionSum(w.Edition) {
		return nil, ErrOtherReport
	}
	t := newTaking(w.Passages)
	if !t.match(edited) {
		return nil, ErrNotOurs
	}
	out := &Taken{}
	own := map[string]*wording.Paragraph{} // what it was, by its file
	var files []fileset.File
	for i := range t.all {
		took, now, ok := t.changed(i)
		if !ok {
			continue
		}
		if now.File == "" {
			return nil, ErrParagraphName
		}
		took.File = ownPath(now.File)
		out.Took = append(out.Took, took)
		own[now.File] = t.all[i].Own
		data := []byte(now.String())
		if len(data) > wording.MaxSource {
			return nil, &TooMuchText{took.ID}
		}
		files = append(files, fileset.File{Name: path.Base(now.File), Data: data})
	}
	out.Left = t.left(edited)
	if files == nil {
		return out, nil
	}
	to, err := write(ctx, dir, os.Rename, lock.Usual())
	if err != nil {
		return nil, err
	}
	defer to.done()
	for file, was := range own {
		if err := unchanged(dir, file, was); err != nil {
			return nil, err
		}
	}
	_, err = to.Replace(filepath.Join(dir, WordingDir, wording.ParagraphDir), files, nil)
	return out, err
}

// readWord reads a Word file within the bounds of what is read of others.
func readWord(ctx context.Context, file string) (edited *docx.Edited, err error) {
	defer func() {
		if mishap.Caught(recover()) {
			edited, err = nil, workbook.Refuse("B132", nil)
		}
	}()
	data, err := disk.Read(file, disk.MaxOwn)
	if err != nil {
		return nil, err
	}
	a, err := ooxml.Open(data, workbook.NewGuard(ctx, workbook.DefaultLimits()))
	if err == nil {
		edited, err = docx.Read(a)
	}
	if err == nil {
		return edited, nil
	}
	// An old .doc, one with a password: the reader of the units' files knows what it is.
	if book, problems := open.Document(ctx, file, data, workbook.DefaultLimits()); book == nil && len(problems) > 0 {
		return nil, &workbook.Refusal{Problem: problems[0]}
	}
	return nil, err
}

// taking compares the paragraphs of a Word file with those of the report.
type taking struct {
	all   []compose.Passage
	at    map[string]int // by the name of a bookmark without its sum: the passage
	found []finding      // of each passage
	same  bool           // the report has the paragraphs that the Word file was made with
	order []int          // passages as they stand in the Word file
	lost  []string       // texts of paragraphs that the report has no more
}

// finding is what the Word file has of a passage.
type finding struct {
	blocks  []document.Block
	seen    map[string]bool // bookmarks
	there   bool            // anywhere in the file
	edited  bool
	stale   bool
	with    []int // passages that were joined to it
	wanted  int   // bookmarks that it should have
	retyped bool
}

func newTaking(all []compose.Passage) *taking {
	t := &taking{all: all, at: map[string]int{}, found: make([]finding, len(all))}
	for i, p := range all {
		t.found[i].seen = map[string]bool{}
		for _, b := range p.Printed {
			if id := compose.IDOf(b); id != "" && compose.TextOf(b) != "" {
				t.at[docx.MarkOf(id)] = i
				t.found[i].wanted++
			}
		}
	}
	return t
}

// ids are the names of the blocks as the Word file of today would list them.
func (t *taking) ids() (ids []string) {
	for _, p := range t.all {
		for _, b := range p.Printed {
			if _, isTable := b.(document.Table); !isTable && compose.IDOf(b) != "" {
				ids = append(ids, compose.IDOf(b))
			}
		}
	}
	return ids
}

// match gives each paragraph of the Word file to a passage; false where none is told.
func (t *taking) match(e *docx.Edited) bool {
	t.same = e.Known == docx.KnownIDs(t.ids())
	told := false
	for _, p := range e.Paragraphs {
		owners, _ := t.owners(p)
		for _, i := range owners {
			t.found[i].there = true
		}
	}
	var strangers []docx.Paragraph // since the last passage
	before := -1
	for _, p := range e.Paragraphs {
		owners, named := t.owners(p)
		if len(owners) == 0 && named { // of a paragraph that the report has no more
			told = true
			reads := docx.Reads(p.Text())
			if !slices.ContainsFunc(p.Pieces, func(of docx.Piece) bool { return reads(of.Mark) }) {
				t.lost = append(t.lost, p.Text())
			}
			continue
		}
		if len(owners) == 0 {
			if strings.TrimSpace(p.Text()) != "" {
				strangers = append(strangers, p)
			}
			continue
		}
		told = true
		t.place(strangers, before, owners[0])
		strangers, before = nil, owners[0]
		t.give(p, owners)
	}
	t.place(strangers, before, len(t.all))
	return told
}

// owners are the passages in whose bookmarks a paragraph stands; named reports any
// bookmark of a block.
func (t *taking) owners(p docx.Paragraph) (owners []int, named bool) {
	take := func(blank bool) {
		for _, piece := range p.Pieces {
			text := ""
			for _, r := range piece.Runs {
				text += r.Text
			}
			i, known := t.at[docx.Of(piece.Mark)]
			named = named || piece.Mark != ""
			if known && (blank || strings.TrimSpace(text) != "") && !slices.Contains(owners, i) {
				owners = append(owners, i)
			}
		}
	}
	if take(false); owners == nil && strings.TrimSpace(p.Text()) == "" {
		take(true)
	}
	return owners, named
}

// give gives a paragraph to its first passage; what others had in it was joined to that.
func (t *taking) give(p docx.Paragraph, owners []int) {
	main := owners[0]
	f := &t.found[main]
	if len(f.seen) == 0 {
		t.order = append(t.order, main)
	}
	for _, other := range owners[1:] {
		f.edited, t.found[other].edited = true, true
		f.with = append(f.with, other)
	}
	blank, reads, marks := strings.TrimSpace(p.Text()) == "", docx.Reads(p.Text()), map[int][]string{}
	before := maps.Clone(f.seen)
	for _, piece := range p.Pieces {
		i, known := t.at[docx.Of(piece.Mark)]
		if !known {
			continue
		}
		of := &t.found[i]
		of.seen[piece.Mark] = true
		if marks[i] == nil {
			marks[i] = t.marks(i)
		}
		of.stale = of.stale || !slices.Contains(marks[i], piece.Mark)
		if i == main && !(blank && before[piece.Mark]) && (before[piece.Mark] || !reads(piece.Mark)) {
			f.edited = true // or cut in two
		}
	}
	if !blank {
		f.blocks = append(f.blocks, blockOf(p))
	}
}

// marks are the bookmarks that a passage would have today.
func (t *taking) marks(i int) (marks []string) {
	for _, b := range t.all[i].Printed {
		marks = append(marks, docx.Mark(compose.IDOf(b), compose.TextOf(b)))
	}
	return marks
}

// place gives paragraphs without a bookmark to the passages that lack theirs between
// two others: they were typed anew. What is left over stands behind the one before.
func (t *taking) place(strangers []docx.Paragraph, before, after int) {
	if len(strangers) == 0 {
		return
	}
	to := before
	for i := before + 1; i < after && len(strangers) > 0; i++ {
		if f := &t.found[i]; f.wanted > 0 && !f.there && !f.retyped {
			f.edited, f.retyped = true, true
			f.blocks = append(f.blocks, blockOf(strangers[0]))
			strangers, to = strangers[1:], i
			t.order = append(t.order, i)
		}
	}
	if to < 0 { // before the first one
		to = after
		var blocks []document.Block
		for _, p := range strangers {
			blocks = append(blocks, blockOf(p))
		}
		if after < len(t.all) {
			t.found[after].edited = true
			t.found[after].blocks = append(blocks, t.found[after].blocks...)
		}
		return
	}
	for _, p := range strangers {
		t.found[to].edited = true
		t.found[to].blocks = append(t.found[to].blocks, blockOf(p))
	}
}

func blockOf(p docx.Paragraph) document.Block {
	var runs []document.Run
	for _, piece := range p.Pieces {
		runs = append(runs, piece.Runs...)
	}
	switch {
	case p.Level > 0:
		return document.Heading{Level: p.Level, Runs: runs}
	case p.Item:
		return document.Item{Runs: runs}
	}
	return document.Paragraph{Runs: runs}
}

// changed is what the office's own paragraph becomes; false for one that nobody changed.
func (t *taking) changed(i int) (Took, wording.Paragraph, bool) {
	p, f := t.all[i], t.found[i]
	if f.wanted == 0 {
		return Took{}, wording.Paragraph{}, false
	}
	gone := t.same && len(f.seen) < f.wanted && !f.retyped
	if !f.edited && !gone {
		return Took{}, wording.Paragraph{}, false
	}
	var words, texts []string
	for _, b := range f.blocks {
		words = append(words, compose.Markdown(b))
		texts = append(texts, compose.TextOf(b))
	}
	var printed []string
	for _, b := range p.Printed {
		printed = append(printed, compose.TextOf(b))
	}
	if slices.EqualFunc(texts, printed, func(a, b string) bool { return docx.SameText(a) == docx.SameText(b) }) {
		return Took{}, wording.Paragraph{}, false // it is printed so already
	}
	own := wording.Paragraph{ID: p.ID, File: wording.ParagraphFile(p.ID), Was: p.Text, Remembers: true}
	if p.Own != nil {
		own = *p.Own
	}
	own.Text = strings.Join(words, "\n\n")
	stale := f.stale && !f.retyped
	if stale { // made on figures that are others by now: somebody has to compare
		own.Was, own.Remembers = "", false
	}
	said := strings.Join(texts, "\n")
	for _, joined := range f.with { // their figures are the program's too
		own.Figures = append(own.Figures, slices.DeleteFunc(compose.Strange(said, p.Text), func(figure string) bool {
			return slices.Contains(own.Figures, figure) || len(compose.Strange(figure, t.all[joined].Text)) > 0
		})...)
	}
	took := Took{ID: p.ID, Was: strings.Join(printed, "\n"), Now: said, Figures: []string{}, Stale: stale}
	for _, figure := range compose.Strange(said, p.Text) {
		if !slices.Contains(own.Figures, figure) {
			took.Figures = append(took.Figures, figure)
		}
	}
	return took, own, true
}

// left tells what was seen in the file and not taken.
func (t *taking) left(e *docx.Edited) (left []diag.Message) {
	for _, i := range moved(t.order) {
		left = append(left, diag.Say("take.moved", diag.Args{"id": t.all[i].ID}))
	}
	if !t.same {
		for i, p := range t.all {
			if f := t.found[i]; f.wanted > 0 && len(f.seen) == 0 && !f.edited {
				left = append(left, diag.Say("take.missing", diag.Args{"id": p.ID}))
			}
		}
	}
	for _, text := range t.lost {
		left = append(left, diag.Say("take.lost", diag.Args{"text": text}))
	}
	for _, of := range []struct {
		key   string
		count int
	}{{"take.tracked", e.Tracked}, {"take.struck", e.Struck}, {"take.pictures", e.Pictures}} {
		if of.count > 0 {
			left = append(left, diag.Say(of.key, diag.Args{"count": of.count}))
		}
	}
	if e.Outside {
		left = append(left, diag.Say("take.outside", nil))
	}
	for _, c := range e.Comments {
		left = append(left, diag.Say("take.comment", diag.Args{"author": c.Author, "text": c.Text}))
	}
	return left
}

// moved are those that do not stand in their order, as few as make the others do.
func moved(order []int) (out []int) {
	length, back := make([]int, len(order)), make([]int, len(order))
	best := -1
	for i := range order {
		length[i], back[i] = 1, -1
		for k := range i {
			if order[k] < order[i] && length[k]+1 > length[i] {
				length[i], back[i] = length[k]+1, k
			}
		}
		if best < 0 || length[i] > length[best] {
			best = i
		}
	}
	kept := map[int]bool{}
	for i := best; i >= 0; i = back[i] {
		kept[i] = true
	}
	for i, passage := range order {
		if !kept[i] {
			out = append(out, passage)
		}
	}
	return out
}
