package wording

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"text/template"
	"text/template/parse"
	"time"

	"baocao/internal/diag"
)

// What the office's own wording may cost. All of it is far beyond what anybody
// writes, and small enough for a machine that others work on too.
const (
	MaxSource = 256 << 10        // of a file, in bytes
	maxPrint  = 4 << 20          // of what a template prints
	maxPiece  = 1 << 20          // of what print, printf and their like make
	maxVerbs  = 64               // of a printf, each of which may pad to a million blanks
	maxSteps  = 100_000          // rounds of loops, and templates called
	maxTime   = 30 * time.Second // of all executions of a file together
)

// Of Markdown, whose readers take time that grows faster than the text.
const (
	maxMarks   = 1000   // in one paragraph
	maxAll     = 50_000 // together
	maxLines   = 5000   // in one paragraph
	maxNesting = 100    // lists and quotations in one another
	maxIndent  = 200    // blanks before a line
)

// tooMuch is the error of wording beyond these bounds; its message says which.
type tooMuch struct {
	diag.Message
	line int
}

func (e *tooMuch) Error() string { return e.In(diag.En) }

// step is the function that every round of a loop calls, and every template that
// is called: from outside neither can be stopped.
const step = "buoc"

// bounded executes a template within the bounds, until the deadline at most.
func bounded(name, source string, data any, deadline time.Time) (string, error) {
	rounds := 0
	functions := template.FuncMap{
		step: func(line int) (string, error) {
			rounds++
			switch {
			case rounds > maxSteps:
				return "", &tooMuch{diag.Say("wording.too-many-rounds", nil), line}
			case time.Now().After(deadline):
				return "", &tooMuch{diag.Say("wording.too-slow", nil), line}
			}
			return "", nil
		},
		"print":    printing(fmt.Sprint),
		"println":  printing(fmt.Sprintln),
		"html":     printing(template.HTMLEscaper),
		"js":       printing(template.JSEscaper),
		"urlquery": printing(template.URLQueryEscaper),
		"printf": func(format string, args ...any) (string, error) {
			if strings.Count(format, "%") > maxVerbs {
				return "", &tooMuch{Message: diag.Say("wording.prints-too-much", nil)}
			}
			return printing(func(args ...any) string { return fmt.Sprintf(format, args...) })(args...)
		},
	}
	t, err := template.New(name).Funcs(functions).Parse(source)
	if err != nil {
		return "", err
	}
	for _, one := range t.Templates() {
		if one.Tree != nil && one.Root != nil {
			if err := count(one.Root, true, 1, functions); err != nil {
				return "", err
			}
		}
	}
	var out budget
	err = t.Execute(&out, data)
	var much *tooMuch
	switch {
	case errors.As(err, &much):
		return "", much
	case err != nil:
		return "", err
	}
	if !readable(out.text.String()) {
		return "", &tooMuch{Message: diag.Say("wording.tangled", nil)}
	}
	return out.text.String(), nil
}

// count has a list of nodes, where it is a loop's, begin with a step, and the
// loops within it.
func count(list *parse.ListNode, loop bool, line int, functions template.FuncMap) error {
	if list == nil {
		return nil
	}
	for _, n := range list.Nodes {
		var b *parse.BranchNode
		loops := false
		switch n := n.(type) {
		case *parse.IfNode:
			b = &n.BranchNode
		case *parse.WithNode:
			b = &n.BranchNode
		case *parse.RangeNode:
			b, loops = &n.BranchNode, true
		default:
			continue
		}
		if err := count(b.List, loops, b.Line, functions); err != nil {
			return err
		}
		if err := count(b.ElseList, false, b.Line, functions); err != nil {
			return err
		}
	}
	if !loop {
		return nil
	}
	counter, err := template.New(step).Funcs(functions).Parse(fmt.Sprintf("{{%s %d}}", step, line))
	if err != nil {
		return err
	}
	list.Nodes = append(counter.Root.Nodes, list.Nodes...)
	return nil
}

// budget holds what a template prints.
type budget struct{ text bytes.Buffer }

func (b *budget) Write(p []byte) (int, error) {
	if b.text.Len()+len(p) > maxPrint {
		return 0, &tooMuch{Message: diag.Say("wording.prints-too-much", nil)}
	}
	return b.text.Write(p)
}

// printing bounds what a function makes of its arguments: texts that are put
// together with themselves again and again double each time.
func printing(f func(...any) string) func(...any) (string, error) {
	return func(args ...any) (string, error) {
		size := 0
		for _, a := range args {
			if v := reflect.ValueOf(a); v.Kind() == reflect.String {
				size += v.Len()
			}
		}
		if size <= maxPiece {
			if s := f(args...); len(s) <= maxPiece {
				return s, nil
			}
		}
		return "", &tooMuch{Message: diag.Say("wording.prints-too-much", nil)}
	}
}

// readable reports that Markdown is within what its reader takes little time for.
// What is escaped is somebody's text, and no mark.
func readable(text string) bool {
	marks, lines, all := 0, 0, 0
	for line := range strings.Lines(text) {
		rest := strings.TrimRight(line, "\r\n")
		depth, blanks, begins := 0, 0, strings.TrimSpace(rest) == ""
	prefix:
		for rest != "" {
			item, is := listItem(rest)
			switch {
			case rest[0] == ' ':
				blanks, rest = blanks+1, rest[1:]
			case rest[0] == '\t':
				blanks, rest = blanks+4, rest[1:]
			case rest[0] == '>':
				depth, rest = depth+1, rest[1:]
			case is:
				depth, begins, rest = depth+1, true, item
			default:
				begins = begins || rest[0] == '#'
				break prefix
			}
		}
		if begins {
			marks, lines = 0, 0
		}
		n := marksIn(rest)
		marks, lines, all = marks+n, lines+1, all+n
		if marks > maxMarks || lines > maxLines || all > maxAll || depth > maxNesting || blanks > maxIndent {
			return false
		}
	}
	return true
}

// listItem is what stands behind the mark of a list.
func listItem(line string) (rest string, ok bool) {
	rest = strings.TrimLeft(line, "0123456789")
	if rest == "" || len(line)-len(rest) > 9 {
		return "", false
	}
	if isMark := strings.IndexByte("-*+", rest[0]) >= 0; isMark != (len(rest) == len(line)) ||
		!isMark && rest[0] != '.' && rest[0] != ')' {
		return "", false
	}
	rest = rest[1:]
	return rest, rest == "" || rest[0] == ' ' || rest[0] == '\t'
}

// marksIn counts the marks of Markdown in a line.
func marksIn(line string) (n int) {
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case '\\':
			i++
		case '*', '_', '[', ']', '<', '`':
			n++
		}
	}
	return n
}
