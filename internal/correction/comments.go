package correction

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"baocao/internal/ooxml"
	"baocao/internal/viet"
)

// author stands at the comments written here; by it they are known again.
const author = "baocao"

// joint begins what is written here below a comment of the sender's; by it that
// is known again.
const joint = "[baocao] "

// comments is the part with the comments of one sheet.
type comments struct {
	part    *scanner // nil when there is no such part yet
	root    tag
	authors []string
	heads   *element // <authors>
	list    *element // <commentList>
	all     []comment
	edits   []edit
	added   strings.Builder
	removed map[place]bool // cells from which something of ours has been taken
}

// comment is one comment as it came.
type comment struct {
	element
	at   place
	ours bool
	body *element  // <text>
	runs []element // its stretches of text
}

// box is a comment's cell and its whole text, for which a box is needed.
type box struct {
	place
	text string
}

func scanComments(s *scanner) (*comments, error) {
	c := &comments{part: s, removed: map[place]bool{}}
	if s == nil {
		return c, nil
	}
	var err error
	if c.root, err = s.root("comments"); err != nil {
		return nil, err
	}
	var list []element
	_, err = s.children(c.root, func(t tag) error {
		children, e, err := s.elements(t)
		switch t.local {
		case "authors":
			c.heads = &e
			for _, a := range children {
				name, err := s.content(a)
				if err != nil {
					return err
				}
				c.authors = append(c.authors, name)
			}
		case "commentList":
			c.list, list = &e, children
		}
		return err
	})
	if err == nil && (c.list == nil || c.heads == nil) {
		err = errMalformed
	}
	if err != nil {
		return nil, err
	}
	for _, e := range list {
		if err := c.comment(e); err != nil {
			return nil, err
		}
	}
	return c, nil
}

func (c *comments) comment(e element) error {
	at, ok := placeOf(e.text("ref"))
	if !ok || e.local != "comment" {
		return nil
	}
	one := comment{element: e, at: at}
	if n, err := strconv.Atoi(e.text("authorId")); err == nil && n >= 0 && n < len(c.authors) {
		one.ours = c.authors[n] == author
	}
	children, err := c.part.inner(e)
	if err != nil {
		return err
	}
	for _, t := range children {
		if t.local != "text" || one.body != nil {
			continue
		}
		one.body = &t
		stretches, err := c.part.inner(t)
		if err != nil {
			return err
		}
		for _, r := range stretches {
			if r.local == "t" || r.local == "r" {
				one.runs = append(one.runs, r)
			}
		}
	}
	c.all = append(c.all, one)
	return nil
}

// stretch is the text of a run, and the element that holds it.
func (c *comments) stretch(run element) (string, element, error) {
	if run.local == "t" {
		text, err := c.part.content(run)
		return text, run, err
	}
	children, err := c.part.inner(run)
	if err != nil {
		return "", run, err
	}
	for _, t := range children {
		if t.local == "t" {
			text, err := c.part.content(t)
			return text, t, err
		}
	}
	return "", run, nil
}

// plain is the whole text of a comment.
func (c *comments) plain(one *comment) (string, error) {
	var b strings.Builder
	for _, r := range one.runs {
		text, _, err := c.stretch(r)
		if err != nil {
			return "", err
		}
		b.WriteString(text)
	}
	return b.String(), nil
}

// clean takes everything away that was written here before. Some programs lose
// the names of authors; then what an earlier copy lists tells.
func (c *comments) clean(listed []string) error {
	kept := c.all[:0]
	for _, one := range c.all {
		if len(listed) > 0 && !one.ours {
			text, err := c.plain(&one)
			if err != nil {
				return err
			}
			text = viet.Fold(text)
			one.ours = slices.ContainsFunc(listed, func(l string) bool { return strings.HasPrefix(text, l) })
		}
		if one.ours {
			c.edits = append(c.edits, edit{one.from, one.end, ""})
			c.removed[one.at] = true
			continue
		}
		if err := c.cut(&one); err != nil {
			return err
		}
		kept = append(kept, one)
	}
	c.all = kept
	return nil
}

// cut takes from a comment of the sender's what was written below it.
func (c *comments) cut(one *comment) error {
	for i, run := range one.runs {
		text, t, err := c.stretch(run)
		if err != nil {
			return err
		}
		at := strings.Index(text, joint)
		if at < 0 {
			continue
		}
		c.removed[one.at] = true
		for _, later := range one.runs[i+1:] {
			c.edits = append(c.edits, edit{later.from, later.end, ""})
		}
		text = strings.TrimRight(text[:at], "\r\n ")
		if text == "" && i > 0 {
			c.edits = append(c.edits, edit{run.from, run.end, ""})
			one.runs = one.runs[:i]
			return nil
		}
		c.edits = append(c.edits, edit{t.from, t.end,
			"<" + t.name() + ` xml:space="preserve">` + escape(text) + "</" + t.name() + ">"})
		one.runs = one.runs[:i+1]
		return nil
	}
	return nil
}

// put writes a comment for each of some cells. It returns the whole text of
// each.
func (c *comments) put(marks []box) (whole []box, err error) {
	id := slices.Index(c.authors, author)
	if id < 0 {
		id = len(c.authors)
	}
	name := func(local string) string { return local }
	if c.part != nil {
		name = c.root.child
	}
	for _, m := range marks {
		at := slices.IndexFunc(c.all, func(one comment) bool { return one.at == m.place })
		if at < 0 {
			fmt.Fprintf(&c.added, `<%[1]s ref="%[2]s" authorId="%[3]d"><%[4]s>%[5]s</%[4]s></%[1]s>`,
				name("comment"), m.ref(), id, name("text"), run(name, m.text))
			whole = append(whole, m)
			continue
		}
		text, err := c.extend(&c.all[at], m.text)
		if err != nil {
			return nil, err
		}
		whole = append(whole, box{m.place, text})
	}
	return whole, nil
}

// extend writes below a comment of the sender's.
func (c *comments) extend(one *comment, text string) (whole string, err error) {
	below := run(one.child, "\n\n"+joint+text)
	if one.body == nil {
		name := one.child("text")
		e := one.inside("<" + name + ">" + below + "</" + name + ">")
		if one.kind == opening {
			e.from, e.to = one.to, one.to
		}
		c.edits = append(c.edits, e)
		return text, nil
	}
	was, err := c.plain(one)
	if err != nil {
		return "", err
	}
	was, _, _ = strings.Cut(was, joint) // what has been cut off below it
	n := len(one.runs)
	if n == 0 {
		c.edits = append(c.edits, one.body.inside(below))
		return text, nil
	}
	if first := one.runs[0]; first.local == "t" { // plain text becomes a run, for no other may follow it
		name := one.child("r")
		c.edits = append(c.edits, edit{first.from, first.from, "<" + name + ">"},
			edit{first.end, first.end, "</" + name + ">"})
	}
	end := one.runs[n-1].end
	c.edits = append(c.edits, edit{end, end, below})
	return was + "\n\n" + text, nil
}

// run is a stretch of a comment in the font that Excel has for them.
func run(name func(local string) string, text string) string {
	return fmt.Sprintf(`<%[1]s><%[2]s><%[3]s val="9"/><%[4]s indexed="81"/>`+
		`<%[5]s val="Tahoma"/><%[6]s val="2"/></%[2]s>`+
		`<%[7]s xml:space="preserve">%[8]s</%[7]s></%[1]s>`,
		name("r"), name("rPr"), name("sz"), name("color"), name("rFont"), name("family"), name("t"), escapeText(text))
}

// save returns the part as it now is; nil when there is none.
func (c *comments) save(space string) ([]byte, error) {
	added := c.added.String()
	switch {
	case c.part == nil && added == "":
		return nil, nil
	case c.part == nil:
		return []byte(ooxml.Head + `<comments xmlns="` + escape(space) + `"><authors><author>` + author +
			`</author></authors><commentList>` + added + `</commentList></comments>`), nil
	case added != "":
		if !slices.Contains(c.authors, author) {
			name := c.root.child("author")
			c.edits = append(c.edits, c.heads.inside("<"+name+">"+author+"</"+name+">"))
		}
		c.edits = append(c.edits, c.list.inside(added))
	}
	return apply(c.part.Data(), c.edits)
}
