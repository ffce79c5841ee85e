package xlsx

import (
	"baocao/internal/ooxml"
	"baocao/internal/workbook"
	"baocao/internal/workbook/drawing"
)

// aside reads what belongs to a sheet beside its cells: remarks at them, and what is drawn
// over them.
func (s *sheetReader) aside(part string) error {
	if !s.Has(ooxml.RelationsOf(part)) {
		return nil
	}
	rels, err := s.Relations(part)
	if err != nil {
		return err
	}
	if err := s.comments(rels); err != nil {
		return err
	}
	return drawing.Read(s.Archive, rels, s.sheet)
}

// comments reads what is noted at the sheet's cells. Where a note is a thread, the
// file also holds a copy for older programs, which is left out.
func (s *sheetReader) comments(rels ooxml.Relations) error {
	threads := map[[2]int]bool{}
	for _, kind := range []string{"threadedComment", "comments"} {
		name := rels.Part(kind)
		if name == "" || !s.Has(name) {
			continue
		}
		from := len(s.sheet.Comments)
		if err := s.commentsPart(name); err != nil {
			return err
		}
		kept := s.sheet.Comments[:from]
		for _, c := range s.sheet.Comments[from:] {
			at := [2]int{c.Row, c.Col}
			if kind == "threadedComment" {
				threads[at] = true
			} else if threads[at] {
				continue
			}
			kept = append(kept, c)
		}
		s.sheet.Comments = kept
	}
	return nil
}

// commentsPart reads one part of comments, of either kind: their elements are
// called "comment" and "threadedComment", and hold a "text".
func (s *sheetReader) commentsPart(name string) error {
	data, err := s.Read(name)
	if err != nil {
		return err
	}
	defer s.Guard.Release(len(data))
	x, err := ooxml.NewScanner(name, data, s.Guard)
	if err != nil {
		return err
	}
	comment := func(string) error {
		row, col, ok := workbook.ParseRef(x.AttrText("ref"))
		var text []byte
		err := x.Children(func(name string) (err error) {
			switch name {
			case "text": // plain in a thread, in runs elsewhere
				text, err = s.commentText(x, text)
			}
			return err
		})
		if err != nil || !ok || len(text) == 0 {
			return err
		}
		s.sheet.Comments = append(s.sheet.Comments, workbook.Comment{Row: row, Col: col, Text: string(text)})
		return s.Guard.Use(64 + len(text))
	}
	tok, err := x.Next()
	for err == nil && tok != ooxml.StartTag {
		tok, err = x.Next()
	}
	if err != nil {
		return err
	}
	err = x.Children(func(name string) error {
		switch name {
		case "threadedComment":
			return comment(name)
		case "commentList":
			return x.Children(comment)
		}
		return nil
	})
	if err != nil {
		return err
	}
	return x.Finish()
}

// commentText appends the text of the element just started, of whatever runs.
func (s *sheetReader) commentText(x *ooxml.Scanner, dst []byte) ([]byte, error) {
	for depth, skip := 0, 0; ; {
		tok, err := x.Next()
		if err != nil {
			return dst, err
		}
		switch tok {
		case ooxml.StartTag:
			depth++
			if skip == 0 && (string(x.Local) == "rPr" || string(x.Local) == "rPh") {
				skip = depth
			}
		case ooxml.EndTag:
			if depth == 0 {
				return dst, nil
			}
			if depth == skip {
				skip = 0
			}
			depth--
		case ooxml.Characters:
			if skip == 0 {
				dst = x.AppendText(dst)
			}
		}
		if len(dst) > s.Guard.MaxTextLen {
			return dst, workbook.TooMuch(workbook.LimitText, s.Guard.MaxTextLen)
		}
	}
}
