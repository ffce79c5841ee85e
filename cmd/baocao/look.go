package main

import (
	"fmt"
	"regexp"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"baocao/internal/app"
	"baocao/internal/diag"
	"baocao/internal/result"
	"baocao/internal/submission"
	"baocao/internal/workbook"
)

func (p *program) traceCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "trace DIR MEASURE",
		Short:   p.text("cmd.trace.short"),
		Example: "  baocao trace kien-an-2022 11.1\n  baocao trace . 4.2 --json",
		Args:    takes(2, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			a, err := app.Judge(cmd.Context(), args[0], p.progress())
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
				return p.printJSON(result.New(a).Measure(args[1]))
			}
			fmt.Fprint(p.stdout, text)
			return nil
		},
	}
}

func (p *program) inspectCommand() *cobra.Command {
	dir, cells := "", false
	c := &cobra.Command{
		Use:     "inspect FILE",
		Short:   p.text("cmd.inspect.short"),
		Example: "  baocao inspect kien-an-2022/1-nop-vao-day/giao-duc.xlsx\n  baocao inspect bieu.xlsx --dir kien-an-2022 --json",
		Args:    takes(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			seen, err := app.Inspect(cmd.Context(), args[0], dir)
			if err != nil {
				return err
			}
			if p.json {
				return p.printJSON(seen.JSON(cells))
			}
			if cells {
				p.printCells(seen)
				return nil
			}
			p.printInspection(seen)
			return nil
		},
	}
	c.Flags().StringVar(&dir, "dir", "", p.text("flag.dir"))
	c.Flags().BoolVar(&cells, "cells", false, p.text("flag.cells"))
	return c
}

func (p *program) printCells(seen *app.Inspection) {
	if seen.Book == nil {
		p.problems(p.stdout, seen.Problems)
		return
	}
	for _, s := range seen.Book.Sheets {
		for i := range s.Cells {
			c := &s.Cells[i]
			value := c.Text
			if c.Kind == workbook.Number {
				value = c.Number.Plain()
			}
			fmt.Fprintf(p.stdout, "%s\t%s\t%s\t%s\n", s.Name, c.Ref(), c.Kind, strings.NewReplacer("\t", " ", "\n", " ").Replace(value))
		}
	}
}

func (p *program) printInspection(seen *app.Inspection) {
	row := func(key, value string) { fmt.Fprintf(p.stdout, "%s: %s\n", p.text(key), value) }
	row("inspect.file", seen.File)
	if seen.Book != nil {
		row("inspect.format", seen.Book.Format)
		for _, s := range seen.Book.Sheets {
			hidden, last := "", ""
			if s.Visibility != workbook.Visible {
				hidden = p.text("inspect.hidden")
			}
			lastRow, lastCol := 0, 0
			for _, c := range s.Cells {
				lastRow, lastCol = max(lastRow, c.Row), max(lastCol, c.Col)
			}
			if lastRow > 0 {
				last = workbook.Ref(lastRow, lastCol)
			}
			p.answer(diag.Say("inspect.sheet", diag.Args{"name": s.Name, "cells": len(s.Cells), "last": last, "hidden": hidden}))
		}
	}
	if seen.Plan != nil {
		unit := p.text("inspect.unit-unknown")
		if u := seen.Plan.Unit(seen.Return.Unit); u != nil {
			unit = u.Name
		}
		row("inspect.unit", unit)
		row("inspect.status", p.text("status."+string(seen.Return.Status)))
		p.answer(diag.Say("inspect.observations", diag.Args{"count": len(seen.Return.Observations)}))
		for _, o := range seen.Return.Observations {
			fmt.Fprintf(p.stdout, "  %-22s %-14s %s!%s\n", o.Key, p.observed(o), o.At.Sheet, o.At.Cell)
		}
		p.answer(diag.Say("inspect.remarks", diag.Args{"count": len(seen.Return.Remarks)}))
	}
	p.problems(p.stdout, seen.Problems)
}

func (p *program) observed(o submission.Observation) string {
	switch o.Answer {
	case submission.Blank:
		return p.text("answer.blank")
	case submission.Faulty:
		return p.text("answer.faulty")
	case submission.Nil:
		return p.text("answer.nil")
	case submission.Pending:
		return p.text("answer.pending")
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
		RunE: func(cmd *cobra.Command, args []string) error {
			code := strings.ToUpper(args[0])
			e, ok := diag.Lookup(code)
			if !ok || !slices.Contains(diag.Codes(), code) {
				return failed("fail.no-code", diag.Args{"code": args[0], "codes": strings.Join(diag.Codes(), ", ")})
			}
			if p.json {
				return p.printJSON(map[string]string{"code": code, "severity": e.Severity.String(),
					"message": e.What.In(p.lang), "fix": e.Fix.In(p.lang), "explain": e.Explain.In(p.lang)})
			}
			severity := p.text("problem.warning")
			if e.Severity == diag.Error {
				severity = p.text("problem.error")
			}
			fmt.Fprintf(p.stdout, "%s\n\n", code)
			p.answer(diag.Say("explain.severity", diag.Args{"severity": severity}))
			p.answer(diag.Say("explain.message", diag.Args{"message": unfilled(e.What.In(p.lang))}))
			p.answer(diag.Say("explain.fix", diag.Args{"fix": unfilled(e.Fix.In(p.lang))}))
			fmt.Fprintf(p.stdout, "\n%s\n", strings.TrimSpace(e.Explain.In(p.lang)))
			return nil
		},
	}
}

var argument = regexp.MustCompile(`\{[a-z_]+\}`)

// unfilled shows a message of the catalogue without its arguments.
func unfilled(text string) string { return argument.ReplaceAllString(text, "…") }

func (p *program) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   p.text("cmd.version.short"),
		Example: "  baocao version",
		Args:    takes(0, 0),
		RunE: func(cmd *cobra.Command, args []string) error {
			if p.json {
				return p.printJSON(map[string]string{"version": version()})
			}
			fmt.Fprintln(p.stdout, "baocao", version())
			return nil
		},
	}
}

// version is the module's version as the Go tool recorded it, or the one of
// the changelog for a build from a working copy.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		return info.Main.Version
	}
	return "0.1.0"
}
