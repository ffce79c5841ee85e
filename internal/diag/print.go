package diag

import (
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
)

// Print writes problems for people, in the order given: place, what is wrong,
// how to mend it. dir is the working folder, for the command that settles a
// question; "" for none.
func Print(w io.Writer, ps []Problem, lang Lang, dir string) error {
	var b strings.Builder
	place := ""
	for i := 0; i < len(ps); i++ {
		p := ps[i]
		at := Place(p.At, lang)
		if at != place || at == "" {
			if i > 0 {
				b.WriteByte('\n')
			}
			if at != "" {
				fmt.Fprintf(&b, "%s\n", at)
			}
			place = at
		}
		if n := files(ps[i:], lang); n > 1 {
			for _, next := range ps[i+1 : i+n] {
				fmt.Fprintf(&b, "%s\n", Place(next.At, lang))
			}
			i += n - 1
			place = ""
		}
		n := alike(ps[i:], lang)
		for _, p := range ps[i : i+n] {
			said := p.In(lang)
			if n >= many {
				said = p.short(lang)
			}
			fmt.Fprintf(&b, "  %s %s: %s\n", severityName(p.Severity()).In(lang), p.Code, said)
		}
		i += n - 1
		if fix := p.Fix(lang); fix != "" {
			fmt.Fprintf(&b, "  %s: %s\n", Say("problem.fix", nil).In(lang), indented(fix))
		}
		for _, r := range p.Related {
			fmt.Fprintf(&b, "  %s: %s\n", Say("problem.see", nil).In(lang), Place(r, lang))
		}
		if p.IsQuestion() && p.Question.ID != "" && dir != "" {
			printQuestion(&b, p.Question, lang, dir)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// many problems of one kind that stand nowhere, such as the units that have sent
// nothing, take a line each.
const many = 4

// alike counts the first problems that are mended together, in one and the same
// way: those of one kind that stand nowhere, and what is said of one place.
func alike(ps []Problem, lang Lang) int {
	n := 1
	for n < len(ps) && ps[n].At == ps[0].At && ps[n].Code == ps[0].Code && ps[n].Fix(lang) == ps[0].Fix(lang) &&
		slices.Equal(ps[n].Related, ps[0].Related) && ps[n].Question == nil && ps[0].Question == nil {
		n++
	}
	return n
}

// files counts the first problems of which the same is said of whole files, one
// after the other: their names stand above it.
func files(ps []Problem, lang Lang) int {
	n := 1
	for n < len(ps) && ps[n].At == (Position{File: ps[n].At.File}) && ps[0].At == (Position{File: ps[0].At.File}) &&
		ps[n].At.File != "" && ps[0].At.File != "" && ps[n].Code == ps[0].Code && ps[n].In(lang) == ps[0].In(lang) &&
		ps[n].Fix(lang) == ps[0].Fix(lang) && len(ps[n].Related)+len(ps[0].Related) == 0 &&
		ps[n].Question == nil && ps[0].Question == nil {
		n++
	}
	return n
}

// short is the problem on one line among many of its kind.
func (p Problem) short(lang Lang) string {
	if e := p.Entry(); e.Short != (Text{}) {
		return fill(e.Short.In(lang), p.Args, lang)
	}
	return p.In(lang)
}

// printQuestion writes the command that settles a question, and what may be
// answered.
func printQuestion(b *strings.Builder, q *Question, lang Lang, dir string) {
	if strings.ContainsAny(dir, " &()") {
		dir = `"` + dir + `"`
	}
	key := "question.choose"
	switch {
	case len(q.Candidates) > 0:
	case len(q.Figures) > 1:
		key = "question.values"
	default:
		key = [...]string{"question.input", "question.value", "question.unit"}[q.Step]
	}
	fmt.Fprintf(b, "  %s\n", Say(key, Args{"id": q.ID, "dir": dir, "figures": q.Asked()}).In(lang))
	for i, c := range q.Candidates {
		fmt.Fprintf(b, "    %d. %s\n", i+1, c.Text.In(lang))
	}
	switch {
	case len(q.Candidates) == 0:
	case len(q.Figures) > 1:
		fmt.Fprintf(b, "    %s\n", Say("question.or-values", Args{"figures": q.Asked()}).In(lang))
	case q.Step == BySender:
		fmt.Fprintf(b, "    %s\n", Say("question.or-unit", nil).In(lang))
	case q.Input != "" || len(q.Figures) == 1:
		fmt.Fprintf(b, "    %s\n", Say("question.or-value", nil).In(lang))
	}
}

// Tally says how many errors and warnings there are; it says so too when there
// are none.
func Tally(ps []Problem) Message {
	errors, warnings := Count(ps)
	key := "problem.tally"
	switch {
	case errors == 0 && warnings == 0:
		key = "problem.none"
	case errors == 0:
		key = "problem.only-warnings"
	case warnings == 0:
		key = "problem.only-errors"
	}
	return Say(key, Args{"errors": errors, "warnings": warnings})
}

// Place prints a position in words: "tệp, sheet «Số liệu», ô F12".
func Place(at Position, lang Lang) string {
	within := PlaceInFile(at, lang)
	if at.File == "" {
		return within
	}
	if within == "" {
		return Visible(at.File)
	}
	return Visible(at.File) + ", " + within
}

// PlaceInFile is a position without its file, for where that stands already.
func PlaceInFile(at Position, lang Lang) string {
	parts := make([]string, 0, 2)
	if at.Line > 0 {
		parts = append(parts, Say("place.line", Args{"line": at.Line}).In(lang))
	}
	if said := inDocument(at); !said.IsZero() {
		return strings.Join(append(parts, said.In(lang)), ", ")
	}
	if at.Sheet != "" {
		parts = append(parts, Say("place.sheet", Args{"sheet": at.Sheet}).In(lang))
	}
	if at.Cell != "" {
		parts = append(parts, Say("place.cell", Args{"cell": at.Cell}).In(lang))
	}
	return strings.Join(parts, ", ")
}

// inDocument is a place in a Word file, which has tables and paragraphs in place of
// sheets: "bảng 2, dòng 3, cột 4"; in a PDF it is a page.
func inDocument(at Position) Message {
	ending := strings.ToLower(path.Ext(at.File))
	if at.Cell != "" && at.Sheet == "" && ending == ".pdf" {
		return Say("place.page", Args{"page": at.Cell})
	}
	if at.Cell == "" || ending != ".docx" {
		return Message{}
	}
	column, row := splitCell(at.Cell)
	if number, ok := strings.CutPrefix(at.Sheet, "Bảng "); ok {
		n := 0
		for _, c := range column {
			n = 26*n + int(c-'A') + 1
		}
		return Say("place.table", Args{"table": number, "row": row, "column": n})
	}
	if at.Sheet == "Đoạn văn" {
		return Say("place.paragraph", Args{"paragraph": row})
	}
	return Message{}
}

func severityName(s Severity) Message {
	if s == Error {
		return Say("problem.error", nil)
	}
	return Say("problem.warning", nil)
}
