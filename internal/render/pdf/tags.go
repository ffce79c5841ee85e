package pdf

import (
	"strings"
	"unicode"

	"baocao/internal/document"
)

// open adds a tag below another, behind all that are there.
func (s *setter) open(parent int, role Role) int {
	s.tags = append(s.tags, Tag{Role: role, Parent: parent})
	return len(s.tags) - 1
}

// tagTitle makes what is put next a paragraph of its own, or a part of the title in
// hand; nothing that is read where it has no letter: "-----".
func (s *setter) tagTitle(rs []document.Run) {
	s.tag = s.title
	for _, r := range rs {
		if s.tag == 0 && strings.ContainsFunc(r.Text, isWritten) {
			s.tag = s.open(0, asParagraph)
		}
	}
}

func isWritten(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// tagBlock gives the tag of a block of the body. Items that follow each other are a
// list; those of an inner level a list within the item before.
func (s *setter) tagBlock(b document.Block) int {
	switch b := b.(type) {
	case document.Heading:
		// Levels are not left out, whatever the texts do.
		s.level = min(b.Level, s.level+1, 3)
		return s.withID(s.open(0, [...]Role{asHeading1, asHeading1, asHeading2, asHeading3}[max(s.level, 0)]), b.ID)
	case document.Item:
		return s.withID(s.tagItem(b.Level), b.ID)
	case document.Paragraph:
		return s.withID(s.open(0, asParagraph), b.ID)
	case document.Picture:
		s.tags[s.open(0, asFigure)].Says = b.Says
		return s.withID(s.open(0, asParagraph), b.ID)
	}
	return 0
}

func (s *setter) withID(tag int, id string) int {
	s.tags[tag].ID = id
	return tag
}

// tagItem adds an item to the list in hand, where the last tag is one of its.
func (s *setter) tagItem(level int) int {
	var lists []int // that the last tag lies in, from the outermost
	for t := len(s.tags) - 1; t > 0; t = s.tags[t].Parent {
		if s.tags[t].Role == asList {
			lists = append([]int{t}, lists...)
		}
	}
	level = min(level, len(lists))
	list := 0
	switch {
	case level < len(lists):
		list = lists[level]
	case level > 0: // within the item before
		list = s.open(s.tags[len(s.tags)-1].Parent, asList)
	default:
		list = s.open(0, asList)
	}
	return s.open(s.open(list, asItem), asItemBody)
}

// tagRow tags a row of a table and its cells.
func (g *grid) tagRow(table int, id string, cells []gridCell) {
	row := g.withID(g.open(table, asRow), id)
	for i := range cells {
		c := &cells[i]
		role := asCell
		if c.head {
			role = asHeadCell
		}
		c.tag = g.open(row, role)
		g.tags[c.tag].ColSpan, g.tags[c.tag].RowSpan = c.Span, c.RowSpan
	}
}

// goOn makes the text that was put last go on with the next one.
func (s *setter) goOn() {
	frames := s.page().Frames
	if t, ok := frames[len(frames)-1].(Text); ok {
		t.Wraps = true
		frames[len(frames)-1] = t
	}
}
