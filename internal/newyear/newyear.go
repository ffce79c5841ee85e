// Package newyear moves the files of a plan on by a year: the years that its
// texts name, and what was of the old year alone. Comments and all that it does
// not understand stay as they are, and are told.
package newyear

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"baocao/internal/tomlfile"
)

// Change is one value of a file.
type Change struct {
	File   string
	Line   int
	Key    string // "section[0].title"
	Before string // as it was written
	After  string // "" for a key that was taken out; Before where it was left
}

// Moved is a file of the year after.
type Moved struct {
	Text    string
	Changes []Change
	Kept    []Change // texts that name one of the two years and keep it
}

// Move moves a file of the plan on from a year to the next.
func Move(file, text string, year int) (*Moved, *tomlfile.SyntaxError) {
	text = strings.TrimPrefix(text, "\uFEFF") // the new file is ours
	f, fault := tomlfile.Parse(text)
	if fault != nil {
		return nil, fault
	}
	m := &Moved{}
	var edits []tomlfile.Edit
	for path, at := range f.Places { // sorted below
		if at.Raw == "" || strings.HasPrefix(at.Raw, "{") || strings.HasPrefix(at.Raw, "[") {
			continue // its elements have places of their own
		}
		c := Change{File: file, Line: at.Line, Key: path, Before: at.Raw}
		e := at.Give(at.Raw)
		kept := false
		switch kindOf(path) {
		case aText:
			e.Text, kept = movedText(at.Raw, year)
		case aYear:
			e.Text = at.Raw
			if at.Raw == strconv.Itoa(year) {
				e.Text = strconv.Itoa(year + 1)
			}
		case aDay:
			e.Text = movedDay(at.Raw, year)
		case aNumber:
			e.Text = `""`
		case aFlag:
			e.Text = "false"
		case ofItsYear:
			start, alone := keyOf(text, path, at.Start)
			if at.Raw == `"ask"` || !alone || strings.Contains(at.Raw, "\n") {
				continue
			}
			e.Start, e.End, e.Text = start, start, "# "
			c.After = ""
			m.Changes = append(m.Changes, c)
			edits = append(edits, e)
			continue
		default:
			continue
		}
		c.After = e.Text
		if kept {
			m.Kept = append(m.Kept, c)
		}
		if c.After != c.Before {
			m.Changes = append(m.Changes, c)
			edits = append(edits, e)
		}
	}
	inOrder := func(a, b Change) int { return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Key, b.Key)) }
	slices.SortFunc(m.Changes, inOrder)
	slices.SortFunc(m.Kept, inOrder)
	m.Text, fault = tomlfile.Splice(text, edits)
	return m, fault
}

// kind is what a key's value is to the new year.
type kind int

const (
	other     kind = iota
	aText          // names years
	aYear          // is the plan's year
	aDay           // names a day of the year
	aNumber        // is given anew each year
	aFlag          // is false until somebody says otherwise
	ofItsYear      // says nothing of another year
)

// kinds are the keys that a new year changes, by their paths without the numbers
// of elements. What a base, a source or an amendment names is no year of the plan.
var kinds = map[string]kind{
	"resolution.year": aYear, "resolution.about": aText, "resolution.theme": aText,
	"area.title": aText, "section.title": aText, "section.indicator.text": aText,
	"section.indicator.measure.name": aText, "section.indicator.measure.note": aText,
	"section.indicator.measure.target": aDay, "section.indicator.measure.previous": ofItsYear,
	"section.indicator.measure.last_year_id": ofItsYear,

	"report.title": aText, "report.number": aNumber, "report.date": ofItsYear, "report.due": aDay, "unit.due": aDay,
	"report.illustrative": aFlag, // the new year's figures are not invented

	"layout.sheet": aText, "layout.row": aText, "layout.under": aText, "layout.column": aText,
}

func kindOf(path string) kind {
	plain := plainPath(path)
	if k, ok := kinds[plain]; ok {
		return k
	}
	rest, ok := strings.CutPrefix(plain, "section.indicator.measure.")
	if !ok {
		return other
	}
	switch part := strings.Split(rest, "."); {
	case part[0] == "assigned":
		return aDay
	case part[0] == "inputs" && len(part) == 2,
		part[0] == "inputs" && len(part) == 3 && slices.Contains([]string{"label", "note", "lines"}, part[2]):
		return aText
	}
	return other
}

// plainPath is a path without the numbers of elements.
func plainPath(path string) string {
	var b strings.Builder
	for part := range strings.SplitSeq(path, "[") {
		if _, rest, numbered := strings.Cut(part, "]"); numbered && b.Len() > 0 {
			part = rest
		}
		b.WriteString(part)
	}
	return b.String()
}

// keyOf is where a key begins; alone says that its line holds nothing else, so that
// it can be made a comment.
func keyOf(text, path string, at int) (start int, alone bool) {
	start = strings.LastIndexByte(text[:at], '\n') + 1
	before := strings.TrimLeft(text[start:at], " \t")
	key := path[strings.LastIndexByte(path, '.')+1:]
	return at - len(before), strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(before), "=")) == key
}
