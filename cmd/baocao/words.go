package main

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"baocao/internal/app"
	"baocao/internal/compose"
	"baocao/internal/diag"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

func (p *program) wordsCommand() *cobra.Command {
	edit, keep, take := "", "", ""
	c := &cobra.Command{
		Use:   "words DIR",
		Short: p.text("cmd.words.short"),
		Long:  p.text("cmd.words.long"),
		Example: "  baocao words kien-an-2022\n  baocao words kien-an-2022 --edit chi-tieu-4\n" +
			"  baocao words kien-an-2022 --keep chi-tieu-4\n" +
			"  baocao words kien-an-2022 --take BaoCao-2022.docx",
		Args: takes(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			dir := p.recovered(cmd.Context(), args)
			switch {
			case edit != "" && keep != "" || edit != "" && take != "" || keep != "" && take != "":
				return usage("usage.words", nil)
			case take != "":
				return p.takeWords(cmd, dir, take)
			case edit != "":
				return p.editWords(cmd, dir, edit)
			case keep != "":
				return p.keepWords(cmd, dir, keep)
			}
			return p.listWords(cmd, dir)
		},
	}
	c.Flags().StringVar(&edit, "edit", "", p.text("flag.edit"))
	c.Flags().StringVar(&keep, "keep", "", p.text("flag.keep"))
	c.Flags().StringVar(&take, "take", "", p.text("flag.take"))
	return c
}

func (p *program) listWords(cmd *cobra.Command, dir string) error {
	w, err := app.Words(cmd.Context(), dir, p.progress())
	if err != nil {
		return err
	}
	p.folder = shown(dir)
	if p.json {
		return p.printJSON(listed(w))
	}
	part, own, width := "", 0, 0
	for _, x := range w.Passages {
		width = max(width, utf8.RuneCountInString(x.ID))
	}
	for _, x := range w.Passages {
		if x.Part != part {
			part = x.Part
			p.answer(diag.Say("words.part", diag.Args{"part": part}))
		}
		mark, text := " ", viet.Excerpt(printed(x))
		if x.Own != nil {
			own++
			mark = "*"
			said := "words.own"
			if len(x.Printed) == 0 {
				said, text = "words.removed", viet.Excerpt(x.Text)
			}
			text += " [" + p.text(said) + "]"
			if x.Changed || len(x.Figures) > 0 || !x.Own.Remembers {
				mark = "!"
				text += " [" + p.text("words.look") + "]"
			}
		}
		fmt.Fprintf(p.stdout, "%s %-*s  %s\n", mark, width, x.ID, text)
	}
	if len(w.LeftOut) > 0 {
		p.answer(diag.Say("words.left-out", diag.Args{"parts": strings.Join(w.LeftOut, ", ")}))
	}
	p.answer(diag.Say("words.total", diag.Args{"count": len(w.Passages), "own": own, "dir": shown(dir)}))
	var about []diag.Problem
	for _, x := range w.Problems {
		if strings.HasPrefix(x.At.File, app.WordingDir+"/") {
			about = append(about, x)
		}
	}
	if len(about) > 0 {
		p.problems(p.stderr, about)
	}
	return nil
}

// printed is the text that stands in the report for a paragraph.
func printed(x compose.Passage) string {
	var all []string
	for _, b := range x.Printed {
		all = append(all, compose.TextOf(b))
	}
	return strings.Join(all, " ")
}

type passage struct {
	ID      string   `json:"id"`
	Part    string   `json:"part"`
	Text    string   `json:"text"`    // the program's
	Printed string   `json:"printed"` // what stands in the report
	Own     bool     `json:"own"`
	File    string   `json:"file"`
	Was     string   `json:"was"`
	Changed bool     `json:"changed"`
	Figures []string `json:"figures"`
}

func listed(w *app.Worded) []passage {
	all := []passage{}
	for _, x := range w.Passages {
		out := passage{ID: x.ID, Part: x.Part, Text: x.Text, Printed: printed(x), Own: x.Own != nil, Changed: x.Changed,
			Figures: append([]string{}, x.Figures...)}
		if x.Own != nil {
			out.File, out.Was = app.WordingDir+"/"+x.Own.File, x.Own.Was
		}
		all = append(all, out)
	}
	return all
}

func (p *program) editWords(cmd *cobra.Command, dir, id string) error {
	file, fresh, err := app.EditWords(cmd.Context(), dir, id, p.progress())
	if err != nil {
		return wordsFailure(err, dir, id)
	}
	key := "words.wrote"
	if !fresh {
		key = "words.there"
	}
	p.answer(diag.Say(key, diag.Args{"id": id, "path": shown(dir + "/" + file)}))
	return nil
}

func (p *program) keepWords(cmd *cobra.Command, dir, id string) error {
	file, figures, err := app.KeepWords(cmd.Context(), dir, id, "", p.progress())
	if err != nil {
		return wordsFailure(err, dir, id)
	}
	p.answer(diag.Say("words.kept", diag.Args{"id": id, "path": shown(dir + "/" + file)}))
	if len(figures) > 0 {
		p.answer(diag.Say("words.figures", diag.Args{"figures": strings.Join(figures, "; ")}))
	}
	return nil
}

func wordsFailure(err error, dir, id string) error {
	args := diag.Args{"id": id, "dir": shown(dir)}
	var changed *app.WordsChanged
	switch {
	case errors.As(err, &changed):
		return failed("fail.words-changed", diag.Args{"file": changed.File})
	case errors.Is(err, app.ErrNoParagraph):
		return failed("fail.no-paragraph", args)
	case errors.Is(err, app.ErrNoOwnWords):
		return failed("fail.no-own-words", args)
	case errors.Is(err, app.ErrParagraphName):
		return failed("fail.paragraph-name", args)
	}
	return err
}

func (p *program) takeWords(cmd *cobra.Command, dir, file string) error {
	taken, err := app.TakeWords(cmd.Context(), dir, file, p.progress())
	var refused *workbook.Refusal
	var much *app.TooMuchText
	switch {
	case errors.Is(err, app.ErrNotOurs):
		return failed("fail.not-ours", diag.Args{"file": shown(file)})
	case errors.Is(err, app.ErrOtherReport):
		return failed("fail.other-report", diag.Args{"file": shown(file), "dir": shown(dir)})
	case errors.As(err, &much):
		return failed("fail.paragraph-size", diag.Args{"file": shown(file), "id": much.ID})
	case errors.As(err, &refused):
		return failed("fail.take", diag.Args{"file": shown(file), "error": refused.Problem.Text()})
	case err != nil:
		return wordsFailure(err, dir, "")
	}
	if p.json {
		out := struct {
			Took []app.Took `json:"took"`
			Left []string   `json:"left"`
		}{append([]app.Took{}, taken.Took...), []string{}}
		for _, m := range taken.Left {
			out.Left = append(out.Left, m.In(p.lang))
		}
		return p.printJSON(out)
	}
	for _, t := range taken.Took {
		args := diag.Args{"id": t.ID, "path": shown(dir + "/" + t.File), "dir": shown(dir),
			"figures": strings.Join(t.Figures, "; ")}
		p.answer(diag.Say("take.edited", args))
		now := t.Now
		if now == "" {
			now = p.text("take.removed")
		}
		fmt.Fprintf(p.stdout, "  - %s\n  + %s\n", indented(t.Was), indented(now))
		if len(t.Figures) > 0 {
			p.answer(diag.Say("take.figures", args))
		}
		if t.Stale {
			p.answer(diag.Say("take.stale", args))
		}
	}
	for _, m := range taken.Left {
		p.answer(m)
	}
	if len(taken.Took) == 0 {
		p.answer(diag.Say("take.nothing", diag.Args{"file": shown(file)}))
		return nil
	}
	p.answer(diag.Say("take.done", diag.Args{"count": len(taken.Took), "dir": shown(dir)}))
	return nil
}

func indented(text string) string { return strings.ReplaceAll(text, "\n", "\n    ") }
