package rollup

import (
	"bytes"
	"encoding/json"
	"unicode"
)

// names of one object of JSON: a few are looked through, many are looked up.
type keys struct {
	few  [][]byte
	many map[string]bool
}

const fewKeys = 24

// add takes a name in; false where it, in whatever letters, was there.
func (k *keys) add(name []byte) bool {
	if k.many != nil {
		folded := foldName(name)
		if k.many[folded] {
			return false
		}
		k.many[folded] = true
		return true
	}
	for _, other := range k.few {
		if bytes.EqualFold(other, name) {
			return false
		}
	}
	if k.few = append(k.few, name); len(k.few) > fewKeys {
		k.many = map[string]bool{}
		for _, other := range k.few {
			k.many[foldName(other)] = true
		}
	}
	return true
}

// foldName is a name in the one of its letters' forms that comes first, as EqualFold compares
// them, and who reads JSON: the long s is an s.
func foldName(name []byte) string {
	return string(bytes.Map(func(r rune) rune {
		least := r
		for next := unicode.SimpleFold(r); next != r; next = unicode.SimpleFold(next) {
			least = min(least, next)
		}
		return least
	}, name))
}

// twice is a name that stands in one object of sound JSON more than once, or in other
// letters: programs read the one or the other, and nobody knows which is meant. "" for none.
func twice(data []byte) string {
	var open []keys   // objects and lists around; a list has no names
	var isList []bool // of those
	named := false    // the text that comes is a name
	for i := 0; i < len(data); i++ {
		switch data[i] {
		case '{', '[':
			named = data[i] == '{'
			if n := len(open); n < cap(open) { // what was within before has its room
				open = open[:n+1]
				open[n] = keys{few: open[n].few[:0]}
			} else {
				open = append(open, keys{})
			}
			isList = append(isList, !named)
		case '}', ']':
			open, isList = open[:len(open)-1], isList[:len(isList)-1]
			named = false
		case ',':
			named = !isList[len(isList)-1]
		case '"':
			start := i + 1
			escaped := false
			for i++; data[i] != '"'; i++ {
				if data[i] == '\\' {
					escaped = true
					i++
				}
			}
			if !named {
				continue
			}
			named = false
			name := data[start:i]
			if escaped {
				var text string
				if json.Unmarshal(data[start-1:i+1], &text) == nil {
					name = []byte(text)
				}
			}
			if !open[len(open)-1].add(name) {
				return string(name)
			}
		}
	}
	return ""
}
