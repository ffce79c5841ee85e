package draft

import (
	"cmp"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/viet"
)

// clause is a part of an item that promises one thing.
type clause struct {
	text    string
	context string // what stands before a colon over several clauses
	part    bool   // "trong đó": of the clause before
}

// outOfAsides is a text without the brackets that hold a promise, which is asked about.
func outOfAsides(text string, asks []diag.Message) (string, []diag.Message) {
	from := strings.IndexByte(text, '(')
	if from < 0 {
		return text, asks
	}
	n := strings.IndexByte(text[from:], ')')
	if n < 0 {
		return text, asks
	}
	inner, rest := text[from+1:from+n], text[from+n+1:]
	rest, more := outOfAsides(rest, nil)
	if !promised(lex(inner)) {
		return text[:from+n+1] + rest, append(asks, more...)
	}
	asks = append(asks, diag.Say("draft.ask.unread", diag.Args{"text": inner}))
	return strings.TrimSpace(text[:from]) + rest, append(asks, more...)
}

// isAim: a heading or a general aim, which nobody judges.
func isAim(text string) bool {
	folded := viet.Fold(text)
	for _, lead := range []string{"muc tieu", "chi tieu", "cac chi tieu", "nhiem vu", "giai phap", "chu de"} {
		if strings.HasPrefix(folded, lead+" ") || folded == lead {
			return true
		}
	}
	return strings.HasSuffix(text, ":") || len(strings.Fields(folded)) < 5
}

// beforeAside is a text up to its first parenthesis.
func beforeAside(s string) string {
	before, _, _ := strings.Cut(s, "(")
	return strings.TrimSpace(before)
}

// clauses cut an item where a new promise begins.
func clauses(b block) []clause {
	var out []clause
	add := func(text, context string) {
		part := false
		for i, piece := range pieces(text) {
			if i == 0 {
				if before, after, ok := cutContext(piece); ok {
					context, piece = cmp.Or(before, context), after
				}
			}
			trimmed := strings.TrimSpace(strings.Trim(piece, " ;,."))
			folded := viet.Fold(trimmed)
			part = strings.HasPrefix(folded, "trong do") || strings.HasPrefix(folded, "tr do")
			if part {
				trimmed = strings.TrimLeft(trimmed[wordsEnd(trimmed, 2):], " :,.")
			} else if strings.HasPrefix(folded, "rieng ") {
				trimmed = strings.TrimLeft(trimmed[wordsEnd(trimmed, 1):], " :,.")
			}
			if trimmed != "" {
				out = append(out, clause{trimmed, context, part})
			}
		}
	}
	add(strings.TrimSuffix(strings.TrimRight(b.text, ": "), ", trong đó"), "")
	context := ""
	if !promised(lex(b.text)) {
		context = strings.TrimRight(b.text, ":. ")
	}
	for _, p := range b.parts {
		add(p, context)
	}
	return out
}

// wordsEnd is where the first n words of a text end.
func wordsEnd(s string, n int) int {
	all := lex(s)
	if len(all) < n {
		return len(s)
	}
	return all[n-1].to
}

// cutContext cuts off what stands before a colon, where promises stand behind it alone.
func cutContext(s string) (before, after string, ok bool) {
	all := lex(s)
	for i, t := range all {
		if !t.is(":") || t.aside {
			continue
		}
		if promised(all[:i]) || isZero(all[:i]) {
			return "", s, false
		}
		rest := all[i+1:]
		if !promised(rest) {
			return "", s, false
		}
		return strings.TrimSpace(s[:t.from]), strings.TrimSpace(s[t.to:]), true
	}
	return "", s, false
}

// pieces cut a sentence at semicolons, and at "trong đó", "riêng" and commas behind
// which another promise stands.
func pieces(s string) []string {
	all := lex(s)
	var cuts []int
	from := 0
	says := func(part []token) bool { return promised(part) || isZero(part) }
	for i, t := range all {
		if t.aside || i == 0 {
			continue
		}
		cut := -1
		switch {
		case t.is(";"), t.is(".") && i+1 < len(all):
			cut = i + 1
		case phrase(all, i, "trong do"), phrase(all, i, "tr do"), t.is("rieng"):
			cut = i
		case t.is("-") && all[i-1].is("%") && i+1 < len(all) && all[i+1].kind == word:
			cut = i + 1 // "nông nghiệp 25% - dịch vụ 30%"
		case t.is(",", "va") && i+1 < len(all) && newPromise(all[from:i], all[i+1:]):
			cut = i + 1
		}
		if cut < 0 || cut >= len(all) || !t.is(";") && (!says(all[from:cut]) || !says(all[cut:])) {
			continue
		}
		cuts, from = append(cuts, all[cut].from), cut
	}
	var out []string
	last := 0
	for _, c := range cuts {
		out = append(out, s[last:c])
		last = c
	}
	return append(out, s[last:])
}
