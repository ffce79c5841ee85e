package compose

import (
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/document"
	"baocao/internal/viet"
	"baocao/internal/wording"
)

// parts are the parts of a report in their usual order.
var parts = [...]string{"mo-dau", "ket-qua", "chi-tieu", "uu-diem", "han-che", "nguyen-nhan", "giai-phap",
	"phuong-huong", "kien-nghi"}

// Passage is one paragraph of the report: the program's own, and the office's where it
// has written one.
type Passage struct {
	ID, Part string
	Text     string // the program's
	Markdown string // the program's, as the office would write it

	Own     *wording.Paragraph // nil: the program's is printed
	Printed []document.Block
	Changed bool     // the program's is another than the one that the office replaced
	Figures []string // of the office's text that are not the program's and that nobody has looked at
}

// Passages are the paragraphs of the report, in its order; tables are none.
func Passages(a *assess.Annex) ([]Passage, []diag.Problem) {
	r := &report{annex: a, plan: a.Plan}
	all := slices.DeleteFunc(r.passages(rowsOf(r.table())), func(p Passage) bool {
		return p.Text == "" &&
			p.Own == nil
	})
	return all, diag.Sort(r.problems)
}

// rowsOf are the names of the annex's rows.
func rowsOf(a *document.Annex) map[string]bool {
	rows := map[string]bool{}
	if a != nil {
		for _, row := range a.Table.Rows {
			rows[row.ID] = row.ID != ""
		}
	}
	return rows
}

// body is what is printed.
func (r *report) body(rows map[string]bool) (blocks []document.Block) {
	for _, p := range r.passages(rows) {
		blocks = append(blocks, p.Printed...)
	}
	return blocks
}

// finish gives what is printed its numbers, and what else the form wants of it.
func (r *report) finish(all []Passage) {
	var blocks []document.Block
	for _, p := range all {
		blocks = append(blocks, p.Printed...)
	}
	numbered(blocks)
	shape(blocks, r.plan.Office.Profile)
	for _, p := range all {
		n := copy(p.Printed, blocks)
		blocks = blocks[n:]
	}
}

// passages composes the parts in the order that the office wants, with its own
// paragraphs in their places.
func (r *report) passages(rows map[string]bool) (all []Passage) {
	order := r.plan.Words.Parts()
	if order == nil {
		order = parts[:]
	}
	c, body := r.content(), page{named: map[string]bool{}, rows: rows}
	var in []string
	for _, name := range order {
		c.Phan = roman(body.parts + 1)
		body.add(name, r.say(path.Join("bao-cao", name+".md"), c))
		for len(in) < len(body.blocks) {
			in = append(in, name)
		}
	}
	r.leftOut(order, c)
	numbered(body.blocks)
	own := map[string]*wording.Paragraph{}
	for _, p := range r.plan.Words.Paragraphs() {
		own[p.ID] = &p
	}
	for i, b := range body.blocks {
		p := Passage{Part: in[i], Printed: []document.Block{b}}
		p.ID, p.Text = words(b)
		if mine := own[strings.ToLower(p.ID)]; p.ID != "" && p.Text != "" {
			p.Markdown = Markdown(b)
			if mine != nil {
				r.replace(&p, b, mine, rows)
				delete(own, strings.ToLower(p.ID))
			}
		}
		all = append(all, p)
	}
	r.finish(all)
	for _, p := range r.plan.Words.Paragraphs() {
		if own[p.ID] != nil {
			r.problems = append(r.problems, diag.New("B538", placeOf(p), diag.Args{"id": p.ID, "was": p.Was,
				"own": p.Text}))
		}
	}
	return all
}

// leftOut tells of the parts that the office does not list and that would say something:
// a unit's words, a target that was missed.
func (r *report) leftOut(order []string, c content) {
	at := diag.Position{File: path.Join(wording.Dir, wording.OrderFile)}
	for _, name := range parts {
		if slices.Contains(order, name) {
			continue
		}
		before := len(r.problems)
		unprinted := page{named: map[string]bool{}}
		unprinted.add(name, r.say(path.Join("bao-cao", name+".md"), c))
		r.problems = r.problems[:before] // of words that are not printed
		count, first := 0, ""
		for _, b := range unprinted.blocks {
			if _, isHeading := b.(document.Heading); !isHeading {
				if count++; count == 1 {
					first = TextOf(b)
				}
			}
		}
		if count > 0 {
			r.problems = append(r.problems, diag.New("B545", at,
				diag.Args{"name": name, "count": count, "text": viet.Excerpt(first)}))
		}
	}
}

func placeOf(p wording.Paragraph) diag.Position {
	return diag.Position{File: path.Join(wording.Dir, p.File)}
}

// replace puts the office's own paragraph in the place of the program's, and says what
// somebody has to look at.
func (r *report) replace(p *Passage, b document.Block, own *wording.Paragraph, rows map[string]bool) {
	p.Own = own
	p.Printed = ownBlocks(b, own.Text, rows)
	p.Changed = own.Remembers && unnumbered(wording.Remembered(p.Text)) != unnumbered(wording.Remembered(own.Was))
	said := ""
	for _, b := range p.Printed {
		_, text := words(b)
		said += text + "\n"
	}
	for _, f := range Strange(said, p.Text) {
		if !slices.Contains(own.Figures, f) {
			p.Figures = append(p.Figures, f)
		}
	}
	at, args := placeOf(*own), diag.Args{"id": p.ID, "was": own.Was, "now": p.Text, "own": strings.TrimSpace(said),
		"figures": strings.Join(p.Figures, "; ")}
	switch {
	case !own.Remembers:
		r.problems = append(r.problems, diag.New("B540", at, args))
	case p.Changed:
		r.problems = append(r.problems, diag.New("B539", at, args))
	case len(p.Figures) > 0:
		r.problems = append(r.problems, diag.New("B541", at, args))
	}
}

// ownBlocks are the blocks of the office's words in the place of a block, which they
// are like: an item of a list stays one, whether its dash was typed or not.
func ownBlocks(b document.Block, markdown string, rows map[string]bool) []document.Block {
	id, _ := words(b)
	of := page{named: map[string]bool{}, rows: rows}
	of.add(id, markdown)
	links := linksOf(b)
	for i, own := range of.blocks {
		name := id
		if i > 0 {
			name += "--" + strconv.Itoa(i+1)
		}
		level := -1 // of the list that it stands in
		if item, is := b.(document.Item); is {
			level = item.Level
		}
		switch own := own.(type) {
		case document.Paragraph:
			own.ID, own.Runs = name, linked(own.Runs, links)
			of.blocks[i] = own
			switch b := b.(type) {
			case document.Item:
				if i == 0 {
					of.blocks[i] = document.Item{ID: name, Level: b.Level, Runs: own.Runs}
				}
			case document.Heading:
				if i == 0 {
					of.blocks[i] = document.Heading{ID: name, Level: b.Level, Runs: own.Runs}
				}
			}
		case document.Item:
			own.ID, own.Level, own.Runs = name, own.Level+max(level, 0), linked(own.Runs, links)
			of.blocks[i] = own
		case document.Heading:
			own.ID, own.Runs = name, linked(own.Runs, links)
			of.blocks[i] = own
		case document.Table:
			own.ID = name
			of.blocks[i] = own
		}
	}
	return of.blocks
}

// linksOf are the runs of a block that lead to the annex.
func linksOf(b document.Block) (links []document.Run) {
	for _, r := range runsOf(b) {
		if r.To != "" {
			links = append(links, r)
		}
	}
	return links
}

// linked lets the words of a text lead where they led in the one it replaces.
func linked(runs, links []document.Run) []document.Run {
	for _, link := range links {
		for i, r := range runs {
			before, after, found := strings.Cut(r.Text, link.Text)
			if !found || r.To != "" {
				continue
			}
			var cut []document.Run
			for _, part := range []document.Run{{Text: before, Style: r.Style},
				{Text: link.Text, Style: r.Style, To: link.To}, {Text: after, Style: r.Style}} {
				if part.Text != "" {
					cut = append(cut, part)
				}
			}
			runs = slices.Concat(runs[:i], cut, runs[i+1:])
			break
		}
	}
	return runs
}

func runsOf(b document.Block) []document.Run {
	switch b := b.(type) {
	case document.Heading:
		return b.Runs
	case document.Paragraph:
		return b.Runs
	case document.Item:
		return b.Runs
	}
	return nil
}

// words are a block's ID and text. A table has no text of its own.
func words(b document.Block) (id, text string) {
	switch b := b.(type) {
	case document.Heading:
		id = b.ID
	case document.Paragraph:
		id = b.ID
	case document.Item:
		id = b.ID
	case document.Table:
		id = b.ID
	}
	for _, r := range runsOf(b) {
		text += r.Text
	}
	return id, strings.TrimSpace(text)
}

// TextOf is the text of a block, IDOf its name; a table has no text.
func TextOf(b document.Block) string {
	_, text := words(b)
	return text
}

// IDOf is the name of a block.
func IDOf(b document.Block) string {
	id, _ := words(b)
	return id
}

// Markdown writes a block as the office would, with no more marks than it needs.
func Markdown(b document.Block) string {
	text := ""
	for _, r := range runsOf(b) {
		mark := ""
		switch {
		case r.Style&document.Gap != 0:
			mark = "`"
		case r.Style&document.Bold != 0 && r.Style&document.Italic != 0:
			mark = "***"
		case r.Style&document.Bold != 0:
			mark = "**"
		case r.Style&document.Italic != 0:
			mark = "*"
		}
		inside := strings.TrimSpace(r.Text)
		if mark == "" || inside == "" {
			text += Plain(r.Text)
			continue
		}
		lead := r.Text[:strings.Index(r.Text, inside)]
		if mark != "`" {
			inside = Plain(inside)
		}
		text += lead + mark + inside + mark + r.Text[len(lead)+len(strings.TrimSpace(r.Text)):]
	}
	text = atLineStart(strings.TrimSpace(text))
	switch b := b.(type) {
	case document.Heading:
		return strings.Repeat("#", max(b.Level, 1)) + " " + text
	case document.Item:
		return "- " + text
	}
	return text
}

// Plain writes words so that Markdown takes them as they are.
func Plain(text string) string { return asWritten.Replace(text) }

var asWritten = strings.NewReplacer("\\", "\\\\", "*", "\\*", "_", "\\_", "`", "\\`", "[", "\\[", "]", "\\]",
	"<", "\\<", "&", "\\&", "{#", "\\{#", "\n", " ")

// atLineStart escapes what would make a heading, a list or a table of a paragraph.
func atLineStart(text string) string {
	if text == "" {
		return ""
	}
	switch text[0] {
	case '#', '-', '+', '>', '|', '=', '~':
		return "\\" + text
	}
	digits := len(text) - len(strings.TrimLeft(text, "0123456789"))
	if digits > 0 && digits < len(text) && (text[digits] == '.' || text[digits] == ')') {
		return text[:digits] + "\\" + text[digits:]
	}
	return text
}

// Strange are the figures of a text that another does not have, or has less often:
// somebody wrote them. Who makes the result out of the target beside it writes no
// figure that is new.
func Strange(text, other string) (strange []string) {
	times := map[string]int{}
	for _, f := range figuresOf(other) {
		times[f]++
		if strings.Contains(f, "/") { // "48 of 58" for "48/58"
			for part := range strings.SplitSeq(f, "/") {
				times[part]++
			}
		}
	}
	for _, f := range figuresOf(text) {
		if times[f] > 0 && isYear(f) {
			continue // said once more it is no other
		}
		if times[f]--; times[f] < 0 && !slices.Contains(strange, f) {
			strange = append(strange, f)
		}
	}
	return strange
}

// isYear reports "2022": a count would be written "2.022".
func isYear(figure string) bool {
	return len(figure) == len("2022") && strings.Trim(figure, "0123456789") == "" &&
		(strings.HasPrefix(figure, "19") || strings.HasPrefix(figure, "20"))
}

// figuresOf are the figures of a text as they are written, but for zeros before them:
// "82,76", "4.912/5.870", "20/12/2021".
func figuresOf(text string) (all []string) {
	for _, word := range strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsDigit(r) && !strings.ContainsRune(".,/", r)
	}) {
		word = strings.Trim(word, ".,/")
		if word == "" {
			continue
		}
		parts := strings.Split(word, "/")
		for i, p := range parts {
			if whole := strings.TrimLeft(p, "0"); whole == "" || whole[0] == ',' || whole[0] == '.' {
				parts[i] = "0" + whole
			} else {
				parts[i] = whole
			}
		}
		all = append(all, strings.Join(parts, "/"))
	}
	return all
}

// numbered gives the headings of parts that begin with a Roman number their numbers in
// the order in which they stand.
func numbered(blocks []document.Block) {
	next := 0
	for i, b := range blocks {
		h, ok := b.(document.Heading)
		if !ok || h.Level != 1 || len(h.Runs) == 0 {
			continue
		}
		rest := unnumbered(h.Runs[0].Text)
		if rest == h.Runs[0].Text {
			continue
		}
		next++
		h.Runs = slices.Clone(h.Runs)
		h.Runs[0].Text = roman(next) + rest
		blocks[i] = h
	}
}

// unnumbered is a heading without its Roman number: "- NGUYÊN NHÂN" of "IV- NGUYÊN NHÂN".
func unnumbered(text string) string {
	rest := strings.TrimLeft(text, "IVX")
	if rest == text || rest == "" || !strings.ContainsRune("-.)–", []rune(rest)[0]) {
		return text
	}
	return rest
}

func roman(n int) string {
	var b strings.Builder
	for _, r := range []struct {
		n    int
		text string
	}{{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= r.n; n -= r.n {
			b.WriteString(r.text)
		}
	}
	return b.String()
}

// Parts are the program's own parts of a report, in their usual order.
func Parts() []string { return parts[:] }
