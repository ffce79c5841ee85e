package main

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/resolution"
)

// marks are what became of an input, in signs that any console can show.
var marks = map[assess.State]string{
	assess.StateReceived: "x", assess.StateNil: "0", assess.StatePending: "?",
	assess.StateFaulty: "!", assess.StateMissing: "-",
}

// lineWidth is how many letters of the matrix stand in a line.
const lineWidth = 100

// matrix prints who owes what: a sign for each input that has to be answered,
// under the number of its measure; then the gaps of each unit in words.
func (o *output) matrix(w io.Writer, a *assess.Annex) {
	if !begun(a) {
		return
	}
	fmt.Fprintf(w, "\n%s\n", diag.Say("matrix.legend", nil).In(o.lang))
	width := 0
	for _, u := range a.Units {
		width = max(width, utf8.RuneCountInString(u.Name))
	}
	for _, b := range a.Blocks() {
		var heads []string // measures with something owed, with the keys of their inputs
		keys := map[string][]string{}
		for _, k := range b.Asks {
			if id := k.Measure.ID; k.Required {
				if keys[id] == nil {
					heads = append(heads, id)
				}
				keys[id] = append(keys[id], k.Key())
			}
		}
		signs := func(u assess.Unit, id string) string {
			s := ""
			for _, key := range keys[id] {
				s += marks[u.States[key]]
			}
			return s
		}
		if len(b.Units) == 1 {
			line := padded(b.Units[0].Name, width)
			for _, id := range heads {
				part := "  " + id + " " + signs(b.Units[0], id)
				if utf8.RuneCountInString(line+part) > lineWidth {
					fmt.Fprintln(w, line)
					line = padded("", width)
				}
				line += part
			}
			fmt.Fprintln(w, line)
			continue
		}
		line := padded("", width)
		for _, id := range heads {
			line += "  " + padded(id, len(keys[id]))
		}
		fmt.Fprintln(w, strings.TrimRight(line, " "))
		for _, u := range b.Units {
			line := padded(u.Name, width)
			for _, id := range heads {
				line += "  " + padded(signs(u, id), len(id))
			}
			fmt.Fprintln(w, strings.TrimRight(line, " "))
		}
	}
	o.gaps(w, a)
}

// fewMissing is how many units may have sent nothing and still have all that they
// owe named.
const fewMissing = 3

// gaps names what each unit owes.
func (o *output) gaps(w io.Writer, a *assess.Annex) {
	first := true
	missing := 0
	for _, u := range a.Units {
		if u.Status == assess.UnitMissing && u.Owing() {
			missing++
		}
	}
	for _, u := range a.Units {
		switch {
		case !u.Owing(), len(u.Owes) == 0 && u.Status != assess.UnitMissing:
			continue
		case u.Status == assess.UnitMissing && missing > fewMissing:
			continue // each has its line among the problems, and in the table
		}
		if first {
			fmt.Fprintln(w)
			first = false
		}
		if len(u.Owes) == 0 {
			fmt.Fprintln(w, diag.Say("units.narrative", diag.Args{"unit": u.Name}).In(o.lang))
			continue
		}
		fmt.Fprintln(w, diag.Say("units.owes", diag.Args{"unit": u.Name, "count": len(u.Owes)}).In(o.lang))
		missing, faulty := u.Gaps()
		for _, part := range []struct {
			key  string
			asks []resolution.Ask
		}{{"units.missing", missing}, {"units.faulty", faulty}} {
			for _, k := range part.asks {
				gap := diag.Say(part.key, diag.Args{"measure": k.Measure.ID, "label": k.Label})
				fmt.Fprintf(w, "    %s\n", gap.In(o.lang))
			}
		}
	}
}

func padded(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-utf8.RuneCountInString(s)))
}
