package tomlfile

import "strings"

// Bounds of a file's shape: the decoder takes time that grows with their square
// or worse, and no file that a person writes comes near them.
const (
	maxParts = 8  // of a dotted key
	maxDepth = 16 // of lists and tables within each other
)

// tooDeep is the line on which a text, TOML or not, goes beyond the bounds; 0 for
// none. It knows of TOML only what is a string or a comment.
func tooDeep(text string) int {
	line, parts, depth := 1, 1, 0
	for i := 0; i < len(text); {
		switch c := text[i]; c {
		case '\n':
			line, parts = line+1, 1
		case '#':
			if end := strings.IndexByte(text[i:], '\n'); end >= 0 {
				i += end
				continue
			}
			return 0
		case '"', '\'':
			n := quoted(text[i:])
			line += strings.Count(text[i:i+n], "\n")
			i += n
			continue
		case '.':
			parts++
		case '[', '{':
			depth, parts = depth+1, 1
		case ']', '}':
			depth, parts = max(depth-1, 0), 1
		case '=', ',':
			parts = 1
		}
		if parts > maxParts || depth > maxDepth {
			return line
		}
		i++
	}
	return 0
}

// quoted is the length of the string a text begins with. One that is not closed
// ends with its line, or the text where it may have several.
func quoted(text string) int {
	mark := text[:1]
	long := strings.HasPrefix(text, mark+mark+mark)
	i := 1
	if long {
		mark, i = text[:3], 3
	}
	for i < len(text) {
		switch {
		case text[i] == '\\' && mark[0] == '"':
			i++
		case text[i] == '\n' && !long:
			return i
		case strings.HasPrefix(text[i:], mark):
			return i + len(mark)
		}
		i++
	}
	return len(text)
}
