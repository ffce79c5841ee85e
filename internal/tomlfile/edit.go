package tomlfile

import (
	"cmp"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// ErrOwnShape is the error of a text in which an entry cannot be added or taken
// out without touching the rest.
var ErrOwnShape = errors.New("the list is not written as [[...]] tables")

// mark is what Notepad writes before a text. Places are counted behind it.
const mark = "\uFEFF"

// Edit is a piece of a text, counted as places are, and what takes its place.
type Edit struct {
	Start, End int
	Text       string
}

// Give is the edit that writes another value, in TOML, into a key's place.
func (p Place) Give(value string) Edit { return Edit{p.Start, p.Start + len(p.Raw), value} }

// Splice makes edits that do not overlap. All else stays as it is, Notepad's mark
// included; where the outcome is not TOML, nothing is done.
func Splice(text string, edits []Edit) (string, *SyntaxError) {
	edits = slices.Clone(edits)
	slices.SortFunc(edits, func(a, b Edit) int { return cmp.Compare(a.Start, b.Start) })
	rest := strings.TrimPrefix(text, mark)
	var b strings.Builder
	b.WriteString(text[:len(text)-len(rest)])
	done := 0
	for _, e := range edits {
		b.WriteString(rest[done:e.Start] + e.Text)
		done = e.End
	}
	b.WriteString(rest[done:])
	if _, fault := Parse(b.String()); fault != nil {
		return text, fault
	}
	return b.String(), nil
}

// Append adds entries of an array of tables at the end of a text. All else stays
// as it is, comments and line ends included.
func Append(text, array string, entries []string) (string, error) {
	was, fault := Parse(text)
	if fault != nil {
		return "", fault
	}
	var b strings.Builder
	b.WriteString(text)
	if text != "" && !strings.HasSuffix(text, "\n") {
		b.WriteString("\n")
	}
	for _, e := range entries {
		if b.Len() > 0 {
			b.WriteString("\n")
		}
		b.WriteString(strings.TrimSpace(e) + "\n")
	}
	added := b.String()
	if strings.Contains(text, "\r\n") {
		added = text + strings.ReplaceAll(added[len(text):], "\n", "\r\n")
	}
	now, fault := Parse(added)
	if fault != nil {
		return "", ErrOwnShape
	}
	before, after := tables(was, array), tables(now, array)
	if len(after) != len(before)+len(entries) || !reflect.DeepEqual(before, after[:len(before)]) ||
		!sameBut(was, now, array) {
		return "", ErrOwnShape
	}
	return added, nil
}

// Remove takes the entries of an array of tables out whose key has the value, and
// tells how many they were.
func Remove(text, array, key, value string) (rest string, count int, err error) {
	return RemoveWhere(text, array, func(entry map[string]any, _ int) bool { return entry[key] == value })
}

// RemoveWhere takes the entries of an array of tables out for which something holds,
// told what they say and on which line they begin.
func RemoveWhere(text, array string, holds func(entry map[string]any, line int) bool) (
	rest string, count int, err error) {
	rest = text
	for {
		f, fault := Parse(rest)
		if fault != nil {
			return "", 0, fault
		}
		all := tables(f, array)
		i := 0
		for i < len(all) && !holds(all[i], f.Places[fmt.Sprintf("%s[%d]", array, i)].Line) {
			i++
		}
		if i == len(all) {
			return rest, count, nil
		}
		shorter := cut(rest, f, array, i)
		now, fault := Parse(shorter)
		if fault != nil || !sameBut(f, now, array) ||
			!reflect.DeepEqual(slices.Delete(slices.Clone(all), i, i+1), tables(now, array)) {
			return "", 0, ErrOwnShape
		}
		rest = shorter
		count++
	}
}

// tables are the elements of an array of tables; never nil.
func tables(f *File, array string) []map[string]any {
	all, _ := f.Values[array].([]map[string]any)
	return append([]map[string]any{}, all...)
}

// sameBut reports that two texts say the same, but for an array.
func sameBut(a, b *File, array string) bool {
	rest := func(f *File) map[string]any {
		out := map[string]any{}
		for k, v := range f.Values { // into a map
			if k != array {
				out[k] = v
			}
		}
		return out
	}
	return reflect.DeepEqual(rest(a), rest(b))
}

// cut takes the lines of one element out, with the blank line before it.
func cut(text string, f *File, array string, i int) string {
	path := fmt.Sprintf("%s[%d]", array, i)
	first, last := f.Places[path].Line, 0
	for p, place := range f.Places { // the last of them, in whatever order
		if p == path || strings.HasPrefix(p, path+".") {
			last = max(last, place.Line+strings.Count(place.Raw, "\n"))
		}
	}
	lines := strings.SplitAfter(text, "\n")
	if first < 1 || last > len(lines) {
		return text
	}
	before, after := lines[:first-1], lines[last:]
	if n := len(before); n > 0 && strings.TrimSpace(before[n-1]) == "" {
		before = before[:n-1]
	}
	return strings.Join(before, "") + strings.Join(after, "")
}
