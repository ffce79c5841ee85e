package webpage

import (
	"strings"

	"baocao/internal/workbook"
)

// content is what a cell or a paragraph shows.
type content struct {
	reader *reader
	look   look // of the cell
	text   []byte
	runs   []workbook.Run // without their texts
	starts []int          // of the runs, in text
	unlike bool           // some of it does not look like the cell
	seen   bool           // some of it can be seen on its ground
	unseen bool           // some of it cannot
	gap    bool           // a blank is due before further text
	block  bool           // a line break is
	hidden []byte         // what is not shown
}

func newContent(r *reader, l look) *content { return &content{reader: r, look: l} }

func (c *content) reset() { *c = content{reader: c.reader, look: c.look} }

func (c *content) blank() bool { return strings.TrimSpace(string(c.text)) == "" }

// add appends text as a page shows it: white space is one blank, and none at the
// beginning of a line.
func (c *content) add(s string, l look) error {
	if l.hidden && !c.look.hidden {
		if len(c.hidden)+len(s) <= c.reader.guard.MaxTextLen {
			c.hidden = append(c.hidden, s...)
		}
		return nil
	}
	for s != "" {
		n := 0
		for n < len(s) && isBlank(s[n]) {
			n++
		}
		if n > 0 {
			c.gap = true
			s = s[n:]
			continue
		}
		for n < len(s) && !isBlank(s[n]) {
			n++
		}
		if err := c.word(s[:n], l); err != nil {
			return err
		}
		s = s[n:]
	}
	return nil
}

func isBlank(c byte) bool { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' }

// word appends a word after the blank or the line break that is due.
func (c *content) word(s string, l look) error {
	before := ""
	switch begun := len(c.text) > 0 && c.text[len(c.text)-1] != '\n'; {
	case begun && c.block:
		before = "\n"
	case begun && c.gap:
		before = " "
	}
	c.gap, c.block = false, false
	if len(c.text)+len(before)+len(s) > c.reader.guard.MaxTextLen {
		return workbook.TooMuch(workbook.LimitText, c.reader.guard.MaxTextLen)
	}
	if err := c.mark(l); err != nil {
		return err
	}
	c.text = append(append(c.text, before...), s...)
	return nil
}

func (c *content) lineBreak() error {
	if len(c.text) >= c.reader.guard.MaxTextLen {
		return workbook.TooMuch(workbook.LimitText, c.reader.guard.MaxTextLen)
	}
	c.gap, c.block = false, false
	if len(c.text) > 0 {
		c.text = append(c.text, '\n')
	}
	return nil
}

// mark begins a run where the text begins to look otherwise.
func (c *content) mark(l look) error {
	run := workbook.Run{Font: l.font, Script: l.script, Struck: l.struck, Unseen: l.unseen()}
	if run.Font == c.look.font {
		run.Font = ""
	}
	c.seen, c.unseen = c.seen || !run.Unseen, c.unseen || run.Unseen
	c.unlike = c.unlike || run != workbook.Run{Struck: c.look.struck, Unseen: run.Unseen}
	if n := len(c.runs); n > 0 && c.runs[n-1] == run {
		return nil
	}
	if err := c.reader.guard.Use(56); err != nil {
		return err
	}
	c.runs, c.starts = append(c.runs, run), append(c.starts, len(c.text))
	return nil
}

// shown is the text and its runs, nil where all of it looks like the cell. unseen
// tells that nobody sees it.
func (c *content) shown() (text string, runs []workbook.Run, unseen bool) {
	text = strings.TrimRight(string(c.text), "\n")
	if strings.TrimSpace(text) == "" {
		hidden := strings.Join(strings.Fields(string(c.hidden)), " ")
		return hidden, nil, true
	}
	if c.unlike || c.seen && c.unseen {
		for i, from := range c.starts {
			to := len(text)
			if i+1 < len(c.starts) {
				to = c.starts[i+1]
			}
			if from = min(from, to); from < to {
				run := c.runs[i]
				run.Text = text[from:to]
				runs = append(runs, run)
			}
		}
	}
	return text, runs, !c.seen || c.look.hidden
}
