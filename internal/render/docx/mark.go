package docx

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"baocao/internal/document"
	"baocao/internal/viet"
)

// Word takes names of bookmarks of up to 40 letters, digits and underscores.
const (
	blockPrefix = "bc_"
	rowPrefix   = "pl_"
	mostOfMark  = 40
	sumLength   = 8
)

// Mark is the name of the bookmark at a block: its ID, and a sum of its text, by which
// it is known later whether anybody has changed the text. The text itself is not kept
// beside the one that is read: who deletes a sentence does not send it on unseen.
func Mark(id, text string) string {
	return blockPrefix + asName(id, mostOfMark-len(blockPrefix)-1-sumLength) + "_" + sum(SameText(text))
}

// rowMark is the bookmark at a row of the annex.
func rowMark(id string) string { return rowPrefix + asName(id, mostOfMark-len(rowPrefix)) }

// asName is an ID as a bookmark may be named. One that cannot be written so, or is too
// long, ends in a sum of it.
func asName(id string, most int) string {
	plain := true
	name := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			return r
		case r == '-':
			return '_'
		}
		plain = false
		return '_'
	}, id)
	if plain && len(name) <= most {
		return name
	}
	return name[:min(len(name), most-1-sumLength)] + "_" + sum(id)
}

func sum(text string) string {
	all := sha256.Sum256([]byte(text))
	return hex.EncodeToString(all[:])[:sumLength]
}

// SameText is what two texts have in common that read the same: blanks do not count,
// nor what programs put in their place.
func SameText(text string) string {
	return strings.Join(strings.Fields(viet.Clean(strings.ReplaceAll(text, "\u00A0", " "))), " ")
}

// nameAndText are a block's ID and the text that stands in its paragraph. A table has
// none: it is made of figures, which nobody words.
func nameAndText(b document.Block) (id, text string) {
	var rs []document.Run
	switch b := b.(type) {
	case document.Heading:
		id, rs = b.ID, b.Runs
	case document.Paragraph:
		id, rs = b.ID, b.Runs
	case document.Item:
		id, rs = b.ID, undashed(b.Runs)
	}
	for _, r := range rs {
		text += r.Text
	}
	return id, text
}
