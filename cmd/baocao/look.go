package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"baocao/internal/app"
	"baocao/internal/diag"
	"baocao/internal/recognise"
	"baocao/internal/render/result"
	"baocao/internal/returns"
	"baocao/internal/settle"
	"baocao/internal/workbook"
)

func (p *program) traceCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "trace DIR MEASURE|INDICATOR",
		Short:   p.text("cmd.trace.short"),
		Example: "  baocao trace kien-an-2022 11.1\n  baocao trace . 4.2 --json",
		Args:    takes(2, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			a, err := app.Judge(cmd.Context(), p.recovered(cmd.Context(), args), p.progress())
			if err != nil {
				return err
			}
			text, ok := a.Trace(args[1], p.lang)
			if !ok {
				var ids []string
				for _, m := range a.Plan.Measures() {
					ids = append(ids, m.ID)
				}
				return failed("fail.no-measure", diag.Args{"id": args[1], "ids": strings.Join(ids, ", ")})
			}
			if p.json {
				r := result.New(a)
				if m := r.Measure(args[1]); m != nil {
					return p.printJSON(m)
				}
				return p.printJSON(r.Indicator(a.FindIndicator(args[1]).Number))
			}
			fmt.Fprint(p.stdout, text)
			return nil
		},
	}
}

func (p *program) inspectCommand() *cobra.Command {
	dir, cells, layout := "", false, false
	c := &cobra.Command{
		Use:   "inspect FILE",
		Short: p.text("cmd.inspect.short"),
		Example: "  baocao inspect kien-an-2022/1-nop-vao-day/giao-duc.xlsx\n" +
			"  baocao inspect bieu.xlsx --dir kien-an-2022 --json",
		Args: takes(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			all, err := app.Inspect(cmd.Context(), args[0], dir)
			if err != nil {
				return err
			}
			if p.json {
				return p.printJSON(inspected(all, cells))
			}
			for i, seen := range all {
				if layout {
					p.printLayouts(seen)
					continue
				}
				if i > 0 {
					fmt.Fprintln(p.stdout)
				}
				if cells && seen.Book != nil {
					p.printCells(seen)
				} else {
					p.printInspection(seen)
				}
			}
			return nil
		},
	}
	c.Flags().StringVar(&dir, "dir", "", p.text("flag.dir"))
	c.Flags().BoolVar(&cells, "cells", false, p.text("flag.cells"))
	c.Flags().BoolVar(&layout, "layout", false, p.text("flag.layout"))
	return c
}

// printLayouts writes the figures found in a unit's own table as descriptions
// to be put into the office file.
func (p *program) printLayouts(seen *app.Inspection) {
	text := ""
	if seen.Plan != nil && seen.Book != nil {
		text = recognise.Layouts(seen.Book, seen.Return, seen.Problems, p.lang)
	}
	if text == "" {
		p.say(diag.Say("inspect.no-layout", diag.Args{"file": seen.File}))
		return
	}
	fmt.Fprint(p.stdout, text)
}

// inspected is one object for a file, and a list of them for an archive.
func inspected(all []*app.Inspection, cells bool) any {
	if len(all) == 1 {
		return all[0].JSON(cells)
	}
	var list []any
	for _, seen := range all {
		list = append(list, seen.JSON(cells))
	}
	return list
}

// printCells writes a line for each cell: sheet, address, kind, value, formula, number
// format, what is shown where that is another thing, comment.
func (p *program) printCells(seen *app.Inspection) {
	for _, s := range seen.Book.Sheets {
		for i := range s.Cells {
			c := &s.Cells[i]
			value := harmless(c.Text)
			if c.Kind == workbook.Number {
				value = c.Number.Plain()
			}
			fmt.Fprintln(p.stdout, strings.Join([]string{harmless(s.Name), c.Ref(), c.Kind.String(), value,
				harmless(c.FormulaText()), harmless(c.Style.NumFmt), harmless(app.Shown(c)),
				harmless(s.Comment(c.Row, c.Col))}, "\t"))
		}
		for i := range s.Boxes {
			fmt.Fprintln(p.stdout, strings.Join([]string{harmless(s.Name), app.BoxAt(&s.Boxes[i]), "box",
				harmless(s.Boxes[i].Text), "", "", "", ""}, "\t"))
		}
	}
}

// harmless is a text for a tab-separated table: on one line, and with an
// apostrophe where a spreadsheet that opens the table would take it for a
// formula.
func harmless(s string) string {
	s = strings.NewReplacer("\t", " ", "\n", " ", "\r", " ").Replace(s)
	if strings.HasPrefix(strings.TrimLeft(s, " "), "=") || s != "" && strings.ContainsRune("+-@", rune(s[0])) {
		return "'" + s
	}
	return s
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// shownRepairs is how many repairs, merges and the like are written out.
const shownRepairs = 20

func (p *program) printInspection(seen *app.Inspection) {
	row := func(key, value string) { fmt.Fprintf(p.stdout, "%s: %s\n", p.text(key), value) }
	row("inspect.file", diag.Visible(seen.File))
	if seen.Book != nil {
		p.printBook(seen, row)
	}
	if seen.Plan != nil {
		unit := p.text("inspect.unit-unknown")
		if u := seen.Plan.Unit(seen.Return.Unit); u != nil {
			unit = u.Name
		}
		row("inspect.unit", unit)
		row("inspect.status", p.text("status."+string(seen.Return.Status)))
		if d := seen.Return.Declared; !d.IsZero() {
			row("inspect.dated", d.Short())
		}
		if e := settle.Edition(seen.File); e != "" {
			row("inspect.edition", e)
		}
		if sha := seen.Return.Corrects; sha != "" {
			row("inspect.corrects", sha)
		}
		p.answer(diag.Say("inspect.observations", diag.Args{"count": len(seen.Return.Observations)}))
		for _, o := range seen.Return.Observations {
			column := ""
			if o.Column != "" {
				column = diag.Say("inspect.column", diag.Args{"heading": o.Column}).In(p.lang)
			}
			fmt.Fprintf(p.stdout, "  %-22s %-14s %s!%s%s\n", o.Key, p.observed(o), o.At.Sheet, o.At.Cell, column)
			p.printRead(o.Read)
		}
		if others := seen.Return.Others; len(others) > 0 {
			p.answer(diag.Say("inspect.others", diag.Args{"count": len(others)}))
			for _, o := range others {
				fmt.Fprintf(p.stdout, "  %-22s %-14s %s!%s\n", o.Key, p.observed(o.Observation), o.At.Sheet, o.At.Cell)
			}
		}
		p.answer(diag.Say("inspect.remarks", diag.Args{"count": len(seen.Return.Remarks)}))
	}
	p.problems(p.stdout, seen.Problems)
}

// printRead says what a figure was read by.
func (p *program) printRead(r *returns.Read) {
	if r == nil {
		return
	}
	var parts []string
	part := func(key, text string, at returns.Spot) {
		if text != "" {
			parts = append(parts, diag.Say(key, diag.Args{"text": oneLine(text), "cell": at.Cell}).In(p.lang))
		}
	}
	part("read.label", r.Label, returns.Spot{})
	if r.Shown != r.Stored {
		part("read.stored", r.Stored, returns.Spot{})
	}
	part("read.shown", r.Shown, returns.Spot{})
	part("read.unit", r.Unit, r.UnitAt)
	part("read.period", r.Period, r.PeriodAt)
	part("read.plan", r.Plan, returns.Spot{})
	part("read.last", r.LastYear, returns.Spot{})
	fmt.Fprintf(p.stdout, "      %s\n", strings.Join(parts, "; "))
}

func (p *program) printBook(seen *app.Inspection, row func(key, value string)) {
	row("inspect.format", p.text("format."+seen.Book.Format))
	for _, s := range seen.Book.Sheets {
		hidden := ""
		if s.Visibility != workbook.Visible {
			hidden = p.text("inspect.hidden")
		}
		key := "inspect.sheet"
		if len(s.Cells) == 0 {
			key = "inspect.sheet-empty"
		}
		p.answer(diag.Say(key, diag.Args{"name": s.Name, "cells": len(s.Cells), "last": s.Last(), "hidden": hidden}))
		part := func(key string, count int, text func(int) string) {
			if count == 0 {
				return
			}
			var list []string
			for i := range min(count, shownRepairs) {
				list = append(list, text(i))
			}
			if count > shownRepairs {
				list = append(list, "…")
			}
			fmt.Fprint(p.stdout, "  ")
			p.answer(diag.Say(key, diag.Args{"count": count, "list": strings.Join(list, ", ")}))
		}
		part("inspect.merges", len(s.Merges), func(i int) string { return s.Merges[i].String() })
		part("inspect.hidden-rows", len(s.HiddenRows), func(i int) string { return s.HiddenRows[i].Rows() })
		part("inspect.hidden-columns", len(s.HiddenCols), func(i int) string { return s.HiddenCols[i].Columns() })
		part("inspect.boxes", len(s.Boxes), func(i int) string {
			return strings.TrimSpace(app.BoxAt(&s.Boxes[i]) + " «" + diag.Visible(oneLine(s.Boxes[i].Text)) + "»")
		})
	}
	var fonts []string
	for _, f := range seen.Fonts() {
		fonts = append(fonts, fmt.Sprintf("%s (%d)", f.Font, f.Cells))
	}
	if len(fonts) > 0 {
		row("inspect.fonts", strings.Join(fonts, ", "))
	}
	repairs := seen.Book.Repairs
	p.answer(diag.Say("inspect.repairs", diag.Args{"count": len(repairs)}))
	for i, r := range repairs {
		if i == shownRepairs {
			fmt.Fprint(p.stdout, "  ")
			p.answer(diag.Say("inspect.more", diag.Args{"count": len(repairs) - i}))
			break
		}
		how := r.Encoding.String()
		if r.Font != "" {
			how = r.Font + ", " + how
		}
		fmt.Fprintf(p.stdout, "  %s!%s, %s: «%s» → «%s»\n", r.Sheet, r.Ref(), how, oneLine(r.Before), oneLine(r.After))
	}
}

func (p *program) observed(o returns.Observation) string {
	switch o.Answer {
	case returns.Blank:
		return p.text("answer.blank")
	case returns.Faulty:
		return p.text("answer.faulty")
	case returns.Nil:
		return p.text("answer.nil")
	case returns.Pending:
		return p.text("answer.pending")
	case returns.Given:
	}
	if o.Text != "" {
		return o.Text
	}
	return o.Value.Exact()
}

func (p *program) explainCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "explain CODE",
		Short:   p.text("cmd.explain.short"),
		Example: "  baocao explain " + diag.Codes()[0],
		Args:    takes(1, 1),

		Annotations: map[string]string{quick: ""},
		RunE: func(cmd *cobra.Command, args []string) error {
			code := strings.ToUpper(args[0])
			e, ok := diag.Lookup(code)
			if !ok {
				return failed("fail.no-code", diag.Args{"code": args[0], "codes": strings.Join(diag.Codes(), ", ")})
			}
			if p.json {
				return p.printJSON(map[string]string{"code": code, "severity": e.Severity.String(),
					"message": e.What.In(p.lang), "fix": e.Fix.In(p.lang), "explain": e.Meaning(p.lang)})
			}
			page, _ := diag.Page(code, p.lang)
			fmt.Fprint(p.stdout, page)
			return nil
		},
	}
}

func (p *program) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   p.text("cmd.version.short"),
		Example: "  baocao version",
		Args:    takes(0, 0),

		Annotations: map[string]string{quick: ""},
		RunE: func(cmd *cobra.Command, args []string) error {
			if p.json {
				return p.printJSON(map[string]string{"version": app.Version()})
			}
			fmt.Fprintln(p.stdout, "baocao", app.Version())
			return nil
		},
	}
}
