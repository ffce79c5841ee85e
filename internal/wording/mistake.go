package wording

import (
	"regexp"
	"strings"
	"sync"

	"baocao/internal/diag"
)

// mistakes are what the language of templates says of a template that is wrong, and
// what we say: the office writes templates, and reads no English.
var mistakes = sync.OnceValue(func() []mistake {
	all := []struct{ pattern, key string }{
		{`can't evaluate field (?P<what>\S+) in type`, "wording.mistake.no-field"},
		{`nil pointer evaluating \S*\.(?P<what>\w+)`, "wording.mistake.nothing-there"},
		{`nil data; no entry for key`, "wording.mistake.nothing"},
		{`function "(?P<what>[^"]+)" not defined`, "wording.mistake.no-command"},
		{`undefined variable "(?P<what>[^"]+)"`, "wording.mistake.no-variable"},
		{`unclosed action|unclosed left paren|unexpected newline`, "wording.mistake.not-closed"},
		{`unexpected EOF`, "wording.mistake.no-end"},
		{`unexpected \{\{end\}\}|unexpected \{\{else\}\}`, "wording.mistake.too-many-ends"},
		{`missing value for (?P<what>\w+)`, "wording.mistake.no-value"},
		{`unterminated (?:quoted|raw quoted|character)`, "wording.mistake.no-quote"},
		{`range can't iterate over`, "wording.mistake.no-list"},
		{`unexpected "(?P<what>[^"]+)"|unexpected (?P<other><?[^ ]+>?)`, "wording.mistake.unexpected"},
		{`bad character|unrecognized character|bad number syntax`, "wording.mistake.bad-sign"},
	}
	out := make([]mistake, len(all))
	for i, m := range all {
		out[i] = mistake{regexp.MustCompile(m.pattern), m.key}
	}
	return out
})

type mistake struct {
	pattern *regexp.Regexp
	key     string
}

// said is an error of a template as we say it; the language's own words stand behind
// where we know none.
func said(message string) diag.Message {
	for _, m := range mistakes() {
		found := m.pattern.FindStringSubmatch(message)
		if found == nil {
			continue
		}
		for i, name := range m.pattern.SubexpNames() {
			if name != "" && found[i] != "" {
				return diag.Say(m.key, diag.Args{"what": strings.Trim(found[i], "<>.")})
			}
		}
		return diag.Say(m.key, nil)
	}
	return diag.Say("wording.mistake.other", diag.Args{"error": message})
}
