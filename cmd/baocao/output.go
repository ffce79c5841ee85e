package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"baocao/internal/app"
	"baocao/internal/assess"
	"baocao/internal/diag"
)

// output is what the program says: answers on stdout, everything else on
// stderr, in the language that was asked for.
type output struct {
	lang           diag.Lang
	quiet          bool
	stdout, stderr io.Writer
	line           io.Writer // stderr as it is, for the line that is written over
	table          io.Writer // stdout as it is, for a table whose texts are visible already
	folder         string    // whose problems are told; "" for none
	terminal       bool      // stderr is a terminal: progress may overwrite its line
}

// visible shows what would do something to a terminal, wherever it comes from: a
// name, a cell, an error of the system. Each text comes in one piece. What it
// writes for a character is an escape of JSON too.
type visible struct{ to io.Writer }

func (v visible) Write(p []byte) (int, error) {
	if _, err := io.WriteString(v.to, diag.VisibleLines(string(p))); err != nil {
		return 0, err
	}
	return len(p), nil
}

// newOutput finds the language before flags are parsed, so that help and usage
// errors speak it too.
func newOutput(args []string, stdout, stderr io.Writer) output {
	o := output{lang: diag.Vi, stdout: visible{stdout}, stderr: visible{stderr}, line: stderr,
		table: stdout}
	if env := os.Getenv("BAOCAO_LANG"); env == string(diag.En) || env == string(diag.Vi) {
		o.lang = diag.Lang(env)
	}
	for i, a := range args {
		if a == "--" {
			break
		}
		if value, ok := strings.CutPrefix(a, "--lang="); ok {
			o.choose(value)
		} else if a == "--lang" && i+1 < len(args) {
			o.choose(args[i+1])
		}
	}
	if f, ok := stderr.(*os.File); ok {
		o.terminal = term.IsTerminal(int(f.Fd()))
	}
	return o
}

func (o *output) choose(value string) {
	if l := diag.Lang(value); l == diag.En || l == diag.Vi {
		o.lang = l
	}
}

func (o *output) text(key string) string { return diag.Say(key, nil).In(o.lang) }

// say writes to stderr, always.
func (o *output) say(m diag.Message) { fmt.Fprintln(o.stderr, m.In(o.lang)) }

func (o *output) sayAll(all []diag.Message) {
	for _, m := range all {
		o.say(m)
	}
}

// note writes to stderr unless -q.
func (o *output) note(m diag.Message) {
	if !o.quiet {
		o.say(m)
	}
}

// answer writes to stdout.
func (o *output) answer(m diag.Message) { fmt.Fprintln(o.stdout, m.In(o.lang)) }

// annexProblems prints the problems of a working folder in the order of its units.
func (o *output) annexProblems(w io.Writer, a *assess.Annex) {
	var units []string
	for _, u := range a.Units {
		units = append(units, u.ID)
	}
	o.problems(w, diag.ForReading(a.Problems, units))
}

func (o *output) problems(w io.Writer, ps []diag.Problem) {
	_ = diag.Print(w, ps, o.lang, o.folder)
	if len(ps) > 0 {
		fmt.Fprintln(w)
	}
	fmt.Fprintln(w, diag.Tally(ps).In(o.lang))
}

// progress shows one overwritten line on a terminal, nothing elsewhere.
func (o *output) progress() app.Progress {
	if !o.terminal || o.quiet {
		return nil
	}
	return func(done, total int) {
		fmt.Fprintf(o.line, "\r%s", diag.Say("read.progress", diag.Args{"done": done, "total": total}).In(o.lang))
		if done == total {
			// Blanks, not an escape code: old Windows consoles print those.
			fmt.Fprint(o.line, "\r"+strings.Repeat(" ", 40)+"\r")
		}
	}
}

// summary tells the verdicts and how many units owe.
func (o *output) summary(w io.Writer, a *assess.Annex) {
	s := a.Summary
	fmt.Fprintln(w, diag.Say("verdict.line", diag.Args{"total": s.Total, "exceeded": s.Exceeded, "met": s.Met,
		"missed": s.Missed, "nodata": s.NoData, "unassessed": s.Unassessed}).In(o.lang))
	if s.NotDue > 0 {
		fmt.Fprintln(w, diag.Say("verdict.not-due", diag.Args{"count": s.NotDue}).In(o.lang))
	}
	owing := owing(a)
	silent := silent(a)
	key := "units.line"
	if silent > 0 {
		key = "units.line-silent"
	}
	fmt.Fprintln(w, diag.Say(key, diag.Args{"total": len(a.Units), "full": len(a.Units) - owing - silent,
		"owing": owing, "silent": silent}).In(o.lang))
	if n := len(a.Accepted); n > 0 {
		fmt.Fprintln(w, diag.Say("problem.accepted", diag.Args{"count": n}).In(o.lang))
	}
}

// owingUnits says in a line each who owes how much. Those that have sent nothing
// are named among the problems.
func (o *output) owingUnits(w io.Writer, a *assess.Annex) {
	for _, u := range a.Units {
		if len(u.Owes) > 0 && u.Status != assess.UnitMissing {
			fmt.Fprintln(w, diag.Say("units.owes", diag.Args{"unit": u.Name, "count": len(u.Owes)}).In(o.lang))
		}
	}
}

// silent counts the units whose narrative is owed.
func silent(a *assess.Annex) int {
	n := 0
	for _, u := range a.Units {
		if u.OwesNarrative {
			n++
		}
	}
	return n
}

func owing(a *assess.Annex) int {
	n := 0
	for _, u := range a.Units {
		if len(u.Owes) > 0 {
			n++
		}
	}
	return n
}

func (o *output) printJSON(value any) error {
	enc := json.NewEncoder(o.stdout)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(value)
}

// shown prints a path as the user would write it.
func shown(path string) string { return filepath.FromSlash(filepath.ToSlash(filepath.Clean(path))) }

// setHelp gives every command the help of this program's language.
func (o *output) setHelp(root *cobra.Command) {
	for _, c := range append([]*cobra.Command{root}, root.Commands()...) {
		if c.Name() == "help" {
			c.Use, c.Short, c.Long = o.text("cmd.help.use"), o.text("cmd.help.short"), ""
		}
		c.InitDefaultHelpFlag()
		c.InitDefaultVersionFlag()
		if f := c.Flags().Lookup("help"); f != nil {
			f.Usage = o.text("flag.help")
		}
		if f := c.Flags().Lookup("version"); f != nil {
			f.Usage = o.text("flag.version")
		}
	}
	root.SetUsageTemplate(o.text("help.usage") + `
  {{if .HasParent}}{{.Root.Name}} {{.Use}}{{else}}{{.Name}} ` + o.text("help.line") + `{{end}}
{{- if .HasAvailableSubCommands}}

` + o.text("help.commands") + `{{range .Commands}}{{if or .IsAvailableCommand (eq .Name "help")}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}
{{- if .HasExample}}

` + o.text("help.examples") + `
{{.Example}}{{end}}

` + o.text("help.flags") + `
{{.Flags.FlagUsages | trimTrailingWhitespaces}}
{{- if .HasAvailableSubCommands}}

` + o.text("help.status") + `

` + o.text("help.more") + `{{end}}
`)
	root.SetHelpTemplate("{{.Short}}\n{{with .Long}}\n{{.}}\n{{end}}\n{{.UsageString}}")
}
