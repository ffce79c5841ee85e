package app

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"baocao/internal/assess"
	"baocao/internal/diag"
)

// mostLetters is how many letters of a class a problem names.
const mostLetters = 5

// unprintable tells of the letters that the faces lack, a problem for each class of
// them, with the cells they come from.
func unprintable(a *assess.Annex, missing []rune) []diag.Problem {
	var classes []diag.Text
	letters := map[diag.Text][]rune{}
	for _, r := range missing {
		class := letterClass(r)
		if letters[class] == nil {
			classes = append(classes, class)
		}
		letters[class] = append(letters[class], r)
	}
	var problems []diag.Problem
	for _, class := range classes {
		var names []string
		for _, r := range letters[class] {
			names = append(names, fmt.Sprintf("U+%04X", r))
		}
		if len(names) > mostLetters {
			names = append(names[:mostLetters], "...")
		}
		p := diag.New("B600", diag.Position{}, diag.Args{"class": class, "letters": strings.Join(names, ", ")})
		for _, from := range writtenWith(a, letters[class]) {
			if p.At == (diag.Position{}) {
				p.At, p.Unit = from.at, from.unit
				continue
			}
			if p.Unit != from.unit { // no unit is told of another's cells
				p.Unit = ""
			}
			p = p.See(from.at)
		}
		problems = append(problems, p)
	}
	return problems
}

func letterClass(r rune) diag.Text {
	switch {
	case r == unicode.ReplacementChar:
		return diag.Say("letters.broken", nil).Text()
	case unicode.Is(unicode.Co, r):
		return diag.Say("letters.private", nil).Text()
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
		return diag.Say("letters.eastern", nil).Text()
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return diag.Say("letters.foreign", nil).Text()
	case r >= 0x1F000 || r >= 0x2600 && r < 0x27C0:
		return diag.Say("letters.pictures", nil).Text()
	}
	return diag.Say("letters.signs", nil).Text()
}

// origin is a text that the report is made of, and who wrote it where.
type origin struct {
	text, unit string
	at         diag.Position
}

// writtenWith are the origins that have one of the letters.
func writtenWith(a *assess.Annex, letters []rune) []origin {
	var all []origin
	for _, k := range a.Remarks {
		all = append(all, origin{k.Text, k.Unit, k.At})
	}
	plan := func(text string, line int) {
		all = append(all, origin{text: text, at: diag.Position{File: ResolutionFile, Line: line}})
	}
	for _, s := range a.Sections {
		for _, i := range s.Indicators {
			for _, m := range i.Measures {
				for _, from := range m.Sources {
					all = append(all, origin{from.Text + from.Note, from.Unit, from.At})
				}
				plan(m.Name+m.Measure.Unit, m.Line)
				plan(i.Text+s.Title, i.Measures[0].Line)
			}
		}
	}
	p := a.Plan
	plan(p.Resolution.About+p.Resolution.Theme, 0)
	signs := p.Report.Signature
	said := []string{p.Office.Parent, p.Office.Issuer, p.Office.Place, p.Report.Title, p.Report.Circulation,
		signs.Authority, signs.Position, signs.Name}
	if j := p.Office.Joint; j != nil {
		said = append(said, j.Issuer, j.Symbol, j.Signature.Authority, j.Signature.Position, j.Signature.Name)
	}
	office := strings.Join(slices.Concat(said, p.Report.Addressees, p.Report.Recipients), " ")
	all = append(all, origin{text: office, at: diag.Position{File: OfficeFile}})
	var out []origin
	seen := map[diag.Position]bool{}
	for _, o := range all {
		has := strings.ContainsFunc(o.text, func(r rune) bool { return slices.Contains(letters, r) })
		if has && o.at.File != "" && !seen[o.at] {
			seen[o.at] = true
			out = append(out, o)
		}
	}
	return out
}
