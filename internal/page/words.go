package page

import (
	"cmp"
	"errors"
	"net/http"
	"net/url"
	"strings"

	"baocao/internal/app"
	"baocao/internal/assess"
	"baocao/internal/compose"
	"baocao/internal/diag"
	"baocao/internal/viet"
)

// wordsPage are the paragraphs of the report.
type wordsPage struct {
	Places []place
	Parts  []wordsPart
	Most   int
	PDF    string // the report's pages, "" where none were made
	Built  string
	Stamp  string // changes with them
}

type wordsPart struct {
	Title      string
	Paragraphs []paragraph
}

// paragraph is one of the report's, with what stands in its place.
type paragraph struct {
	ID, Title        string
	Printed          []string
	Said             string // as the office would write it
	Seen             string // a sum of both texts
	Program          string // the program's text
	Own, Gone, Look  bool   // the office's words; none of them; somebody has to look at them
	Figures          string // of the office's that the program does not know
	Changed, Heading bool
	Open             bool // something has to be written in it
}

// words are the report's paragraphs, to be edited where they stand.
func (s *Server) words(w http.ResponseWriter, r *http.Request, now state) {
	v := wordsPage{Places: placesOf(now), Most: mostForm / 8}
	for _, o := range outputs(s.now().dir) {
		if o.Name == app.ReportName("BaoCao", now.annex.Plan, ".pdf") {
			v.PDF, v.Built, v.Stamp = o.Name, o.When, o.Stamp
		}
	}
	part := ""
	for _, p := range now.passages {
		if len(v.Parts) == 0 || p.Part != part {
			part = p.Part
			v.Parts = append(v.Parts, wordsPart{Title: s.say("page.part."+partName(part), nil)})
		}
		in := &v.Parts[len(v.Parts)-1]
		in.Paragraphs = append(in.Paragraphs, paragraphOf(p, now.annex.OpenPlaces))
	}
	s.show(w, r, http.StatusOK, "words", s.say("page.words.title", nil), v)
}

// place is one of the report that somebody still has to write.
type place struct {
	Page   int
	Text   string
	Anchor string // of the paragraph that it is in; "" where it is in none
}

func placesOf(now state) (all []place) {
	for _, open := range now.annex.OpenPlaces {
		x := place{Page: open.Page, Text: open.Text}
		for _, p := range now.passages {
			if of := paragraphOf(p, []assess.OpenPlace{open}); of.Open && of.ID != "" && x.Anchor == "" {
				x.Anchor = of.Anchor()
			}
		}
		all = append(all, x)
	}
	return all
}

// partName is a part whose name the page knows; one of the office's own is called so.
func partName(part string) string {
	for _, known := range compose.Parts() {
		if part == known {
			return part
		}
	}
	return "own"
}

func paragraphOf(p compose.Passage, places []assess.OpenPlace) paragraph {
	x := paragraph{ID: p.ID, Said: app.Said(p), Seen: app.Seen(p), Program: p.Text, Own: p.Own != nil,
		Changed: p.Changed, Figures: strings.Join(p.Figures, "; ")}
	for _, b := range p.Printed {
		x.Printed = append(x.Printed, compose.TextOf(b))
	}
	x.Title = viet.Excerpt(p.Text)
	x.Gone = x.Own && len(p.Printed) == 0
	x.Look = x.Own && (p.Changed || len(p.Figures) > 0 || !p.Own.Remembers)
	for _, place := range places {
		for _, text := range x.Printed {
			x.Open = x.Open || place.Text != "" && strings.Contains(text, place.Text)
		}
	}
	return x
}

// write takes what somebody wrote in a paragraph's place.
func (s *Server) write(w http.ResponseWriter, r *http.Request) {
	f, id := s.now(), r.PathValue("id")
	if !s.posted(w, r) {
		return
	}
	text := strings.TrimSpace(strings.ReplaceAll(strings.ToValidUTF8(r.PostForm.Get("text"), ""), "\r\n", "\n"))
	seen := cmp.Or(r.PostForm.Get("seen"), "nothing") // a form that says nothing has shown nothing
	key, file := "", ""
	var figures []string
	err := f.change(s.ctx, func() (err error) {
		switch r.PostForm.Get("do") {
		case "drop":
			key = "dropped"
			file, err = app.DropWords(s.ctx, f.dir, id, seen)
		case "keep":
			key = "kept"
			file, figures, err = app.KeepWords(s.ctx, f.dir, id, seen, nil)
		case "remove":
			key = "removed"
			file, _, err = app.WriteWords(s.ctx, f.dir, id, "", seen)
		default:
			key = "written"
			if text == "" {
				return errEmpty
			}
			file, figures, err = app.WriteWords(s.ctx, f.dir, id, text, seen)
		}
		return err
	})
	back := "/loi-van"
	if err != nil {
		s.failed(w, r, back, err)
		return
	}
	args := diag.Args{"id": id, "file": file}
	lines := []string{s.say("page.words."+key, args)}
	if len(figures) > 0 {
		lines = append(lines, s.say("page.words.figures", diag.Args{"figures": strings.Join(figures, "; ")}))
	}
	lines = append(lines, s.record(f.dir, diag.Say("page.did.words."+key, args))...)
	s.tell(w, r, back, true, lines...)
}

// errEmpty is the error of a field without words: it is a slip more often than a wish.
var errEmpty = errors.New("no words")

// Anchor is the place of a paragraph on its page.
func (p paragraph) Anchor() string { return "doan-" + url.PathEscape(p.ID) }
