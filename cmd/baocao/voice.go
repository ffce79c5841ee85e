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

// voice is how the program speaks: answers on stdout, everything else on
// stderr, in the language that was asked for.
type voice struct {
	lang           diag.Lang
	quiet          bool
	stdout, stderr io.Writer
	terminal       bool // stderr is a terminal: progress may overwrite its line
}

// newVoice finds the language before flags are parsed, so that help and usage
// errors speak it too.
func newVoice(args []string, stdout, stderr io.Writer) voice {
	v := voice{lang: diag.Vi, stdout: stdout, stderr: stderr}
	if env := os.Getenv("BAOCAO_LANG"); env == string(diag.En) || env == string(diag.Vi) {
		v.lang = diag.Lang(env)
	}
	for i, a := range args {
		if a == "--" {
			break
		}
		if value, ok := strings.CutPrefix(a, "--lang="); ok {
			v.choose(value)
		} else if a == "--lang" && i+1 < len(args) {
			v.choose(args[i+1])
		}
	}
	if f, ok := stderr.(*os.File); ok {
		v.terminal = term.IsTerminal(int(f.Fd()))
	}
	return v
}

func (v *voice) choose(value string) {
	if l := diag.Lang(value); l == diag.En || l == diag.Vi {
		v.lang = l
	}
}

func (v *voice) text(key string) string { return diag.Say(key, nil).In(v.lang) }

// say writes to stderr, always.
func (v *voice) say(m diag.Message) { fmt.Fprintln(v.stderr, m.In(v.lang)) }

// note writes to stderr unless -q.
func (v *voice) note(m diag.Message) {
	if !v.quiet {
		v.say(m)
	}
}

// answer writes to stdout.
func (v *voice) answer(m diag.Message) { fmt.Fprintln(v.stdout, m.In(v.lang)) }

func (v *voice) problems(w io.Writer, ps []diag.Problem) {
	_ = diag.Print(w, ps, v.lang)
	if len(ps) > 0 {
		fmt.Fprintln(w)
	}
	fmt.Fprintln(w, diag.Tally(ps).In(v.lang))
}

// progress shows one overwritten line on a terminal, nothing elsewhere.
func (v *voice) progress() app.Progress {
	if !v.terminal || v.quiet {
		return nil
	}
	return func(done, total int) {
		fmt.Fprintf(v.stderr, "\r%s", diag.Say("read.progress", diag.Args{"done": done, "total": total}).In(v.lang))
		if done == total {
			// Blanks, not an escape code: old Windows consoles print those.
			fmt.Fprint(v.stderr, "\r"+strings.Repeat(" ", 40)+"\r")
		}
	}
}

// summary tells the verdicts and how many units owe.
func (v *voice) summary(w io.Writer, a *assess.Annex) {
	s := a.Summary
	fmt.Fprintln(w, diag.Say("verdict.line", diag.Args{"total": s.Total, "exceeded": s.Exceeded, "met": s.Met,
		"missed": s.Missed, "nodata": s.NoData, "unassessed": s.Unassessed}).In(v.lang))
	owing := owing(a)
	fmt.Fprintln(w, diag.Say("units.line", diag.Args{"total": len(a.Units), "full": len(a.Units) - owing, "owing": owing}).In(v.lang))
	if n := len(a.Accepted); n > 0 {
		fmt.Fprintln(w, diag.Say("problem.accepted", diag.Args{"count": n}).In(v.lang))
	}
}

// owingUnits says in a line each who owes how much.
func (v *voice) owingUnits(w io.Writer, a *assess.Annex) {
	for _, u := range a.Units {
		switch {
		case len(u.Owes) > 0:
			fmt.Fprintln(w, diag.Say("units.owes", diag.Args{"unit": u.Name, "count": len(u.Owes)}).In(v.lang))
		case u.Status == assess.UnitMissing:
			fmt.Fprintln(w, diag.Say("units.narrative", diag.Args{"unit": u.Name}).In(v.lang))
		}
	}
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

func (v *voice) printJSON(value any) error {
	enc := json.NewEncoder(v.stdout)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(value)
}

// shown prints a path as the user would write it.
func shown(path string) string { return filepath.FromSlash(filepath.ToSlash(filepath.Clean(path))) }

// dressHelp gives every command the help of this program's language.
func (v *voice) dressHelp(root *cobra.Command) {
	for _, c := range append([]*cobra.Command{root}, root.Commands()...) {
		if c.Name() == "help" {
			c.Use, c.Short, c.Long = "help [LỆNH]", v.text("cmd.help.short"), ""
			if v.lang == diag.En {
				c.Use = "help [COMMAND]"
			}
		}
		c.InitDefaultHelpFlag()
		c.InitDefaultVersionFlag()
		if f := c.Flags().Lookup("help"); f != nil {
			f.Usage = v.text("flag.help")
		}
		if f := c.Flags().Lookup("version"); f != nil {
			f.Usage = v.text("flag.version")
		}
	}
	root.SetUsageTemplate(v.text("help.usage") + `
  {{if .HasParent}}{{.Root.Name}} {{.Use}}{{else}}{{.Name}} ` + map[diag.Lang]string{diag.Vi: "LỆNH [THƯ MỤC]", diag.En: "COMMAND [DIR]"}[v.lang] + `{{end}}
{{- if .HasAvailableSubCommands}}

` + v.text("help.commands") + `{{range .Commands}}{{if or .IsAvailableCommand (eq .Name "help")}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}
{{- if .HasExample}}

` + v.text("help.examples") + `
{{.Example}}{{end}}

` + v.text("help.flags") + `
{{.Flags.FlagUsages | trimTrailingWhitespaces}}
{{- if .HasAvailableSubCommands}}

` + v.text("help.status") + `

` + v.text("help.more") + `{{end}}
`)
	root.SetHelpTemplate("{{.Short}}\n{{with .Long}}\n{{.}}\n{{end}}\n{{.UsageString}}")
}
