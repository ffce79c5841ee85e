package diag

import (
	"regexp"
	"slices"
	"strings"
)

// Reworded is a problem's text in both languages where only its Vietnamese one is known,
// as a report of an earlier run tells it: the arguments are read back out of the text.
// What cannot be read back stays as it is.
func Reworded(code, said string) Text {
	e, ok := Lookup(code)
	if !ok {
		return Text{said, said}
	}
	args, ok := argumentsOf(e.What.Vi, said, 2)
	if !ok {
		return Text{said, said}
	}
	return Text{said, fill(e.What.En, args, En)}
}

// argumentsOf are what stands in a text in the places of its template's arguments. How
// deep says how often an argument may be a message with arguments itself.
func argumentsOf(template, said string, deep int) (Args, bool) {
	first, last := strings.IndexByte(template, '{'), strings.LastIndexByte(template, '}')
	if first < 0 || last < first {
		return nil, template == said
	}
	if !strings.HasPrefix(said, template[:first]) || !strings.HasSuffix(said, template[last+1:]) {
		return nil, false
	}
	var pattern strings.Builder
	pattern.WriteString(`(?s)\A`)
	var names []string
	end := 0
	for _, at := range argument().FindAllStringSubmatchIndex(template, -1) {
		pattern.WriteString(regexp.QuoteMeta(template[end:at[0]]) + `(.*?)`)
		names = append(names, template[at[2]:at[3]])
		end = at[1]
	}
	pattern.WriteString(regexp.QuoteMeta(template[end:]) + `\z`)
	whole, err := regexp.Compile(pattern.String())
	if err != nil {
		return nil, false
	}
	found := whole.FindStringSubmatch(said)
	if found == nil {
		return nil, false
	}
	args := Args{}
	for i, name := range names {
		if was, twice := args[name]; twice && was.(Text).Vi != found[i+1] {
			return nil, false
		}
		args[name] = inBoth(found[i+1], deep)
	}
	return args, true
}

// fewestOwn is how much of a phrase has to be its own words at its ends, in bytes, for a
// text to be taken for it.
const fewestOwn = 8

// inBoth is an argument in both languages where it is one of the catalogue's own texts.
func inBoth(said string, deep int) Text {
	for _, p := range slices.Concat(allPhrases()...) {
		if p.vi == said {
			return Text{p.vi, p.en}
		}
	}
	if deep == 0 {
		return Text{said, said}
	}
	for _, p := range slices.Concat(allPhrases()...) {
		own := len(p.vi) - strings.LastIndexByte(p.vi, '}') + strings.IndexByte(p.vi, '{')
		if args, ok := argumentsOf(p.vi, said, deep-1); ok && own > fewestOwn {
			return Text{said, fill(p.en, args, En)}
		}
	}
	return Text{said, said}
}
