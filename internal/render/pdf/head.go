package pdf

import (
	"strings"

	"baocao/internal/document"
)

// profile is what the kinds of documents do differently.
type profile struct {
	state        bool // a state body's document: Nghị định 30/2020/NĐ-CP
	positionBold bool
	itemEnd      string // of a recipient
	listEnd      string // of the last one
	recipients   float64
	items        float64
}

func profileOf(name string) profile {
	switch name {
	case "nha-nuoc-nd30":
		return profile{state: true, positionBold: true, itemEnd: ";", listEnd: ".", recipients: 12, items: 11}
	case "dang-hd05":
		return profile{itemEnd: ";", listEnd: ".", recipients: 14, items: 12}
	}
	return profile{itemEnd: ",", listEnd: ".", recipients: 14, items: 12}
}

// letterhead sets the two columns at the top of the first page.
func (s *setter) letterhead() {
	h := s.doc.Letterhead
	// The left column is as wide as its longest line, as far as the right one
	// leaves room.
	leftRoom := 60.0
	for style, text := range map[document.Style]string{document.Plain: h.Parent, document.Bold: h.Issuer} {
		leftRoom = max(leftRoom, s.face(style).measure(s.clean(text), bodySize-s.smaller())+1)
	}
	leftRoom = min(leftRoom, 90)
	left := s.left() - 5
	right, rightRoom := left+leftRoom+2, s.room()+5-leftRoom-2
	number := "Số " + numberOrGap(h.Number) + "-" + h.Symbol
	if s.rules.state {
		number = "Số: " + numberOrGap(h.Number) + "/" + h.Symbol
	}
	top := s.y
	s.block(runs(h.Parent, document.Plain), left, leftRoom, bodySize-s.smaller(), 17, alignCentre)
	s.block(runs(h.Issuer, document.Bold), left, leftRoom, bodySize-s.smaller(), 17, alignCentre)
	if s.rules.state {
		s.rule(left+leftRoom/2-12, s.y+1.2, 24)
		s.gap(8)
	} else {
		s.block(runs("*", document.Plain), left, leftRoom, bodySize, 14, alignCentre)
	}
	s.block(runs(number, document.Plain), left, leftRoom, bodySize-s.smaller(), 17, alignCentre)
	if s.doc.Draft {
		s.block(runs("Dự thảo", document.Italic), left, leftRoom, bodySize, 17, alignCentre)
	}
	below := s.y

	s.y = top
	if s.rules.state {
		s.block(runs("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", document.Bold), right, rightRoom, 12.5, 17, alignCentre)
		s.title(runs("Độc lập - Tự do - Hạnh phúc", document.Bold), right, rightRoom, 13.5)
	} else {
		s.title(runs("ĐẢNG CỘNG SẢN VIỆT NAM", document.Bold), right, rightRoom, 15)
	}
	s.gap(10)
	s.block(runs(h.Place+", "+h.Date, document.Italic), right, rightRoom, bodySize-s.smaller(), 17, alignCentre)
	s.y = max(s.y, below)
}

func (s *setter) smaller() float64 {
	if s.rules.state {
		return 1
	}
	return 0
}

// title sets one centred line with a rule of its own length below it.
func (s *setter) title(rs []document.Run, x, room, size float64) {
	w := s.face(rs[0].Style).measure(s.clean(rs[0].Text), size)
	s.block(rs, x, room, size, size+3, alignCentre)
	s.rule(x+(room-w)/2, s.y+0.6, w)
}

func (s *setter) rule(x, y, w float64) {
	s.pdf.SetDrawColor(0, 0, 0)
	s.pdf.SetLineWidth(0.25)
	s.pdf.Line(x, y, x+w, y)
}

// numberOrGap leaves room to write the number in by hand.
func numberOrGap(n string) string {
	if n == "" {
		return strings.Repeat("\u00A0", 8)
	}
	return n
}

// heading sets the kind of document and its title.
func (s *setter) heading() {
	s.gap(22)
	s.block(runs(s.doc.Kind, document.Bold), s.left(), s.room(), 16, 20, alignCentre)
	s.balanced(runs(s.doc.Title, document.Bold), s.left()+8, s.room()-16, bodySize, 18)
	s.closing()
	s.gap(6)
}

// closing is the mark under a title.
func (s *setter) closing() {
	if s.rules.state {
		s.rule(s.left()+s.room()/2-20, s.y+1.2, 40)
		s.gap(6)
		return
	}
	s.block(runs("-----", document.Plain), s.left(), s.room(), bodySize, 14, alignCentre)
}

const signatureGap = 62.0 // points left for signature and seal: about four lines

// signatureHeight is the room the block at the end takes, in millimetres.
func (s *setter) signatureHeight() float64 {
	lines := 0
	for i := range s.doc.Recipients {
		lines += len(s.lines(s.words(s.recipient(i), s.rules.items, recipientsRoom), s.rules.items, recipientsRoom, recipientsRoom))
	}
	points := max(14+18+18+signatureGap+18, 14+18+float64(lines)*14)
	return points * mmPerPoint
}

const recipientsRoom = 82.0

func (s *setter) recipient(i int) []document.Run {
	end := s.rules.itemEnd
	if i == len(s.doc.Recipients)-1 {
		end = s.rules.listEnd
	}
	return runs("- "+strings.TrimRight(s.doc.Recipients[i], " ,;.")+end, document.Plain)
}

// signature sets the recipients at the left and the signature at the right.
func (s *setter) signature() {
	if s.y+s.signatureHeight() > s.bottom() && s.y > marginTop {
		s.newPage(false)
	}
	s.gap(14)
	top := s.y
	if len(s.doc.Recipients) > 0 {
		style := document.Plain
		if s.rules.state {
			style = document.Bold | document.Italic
		}
		label := runs("Nơi nhận:", style)
		s.block(label, s.left(), recipientsRoom, s.rules.recipients, 18, alignLeft)
		if !s.rules.state {
			s.rule(s.left(), s.y-1.3, s.face(style).measure("Nơi nhận:", s.rules.recipients))
		}
		for i := range s.doc.Recipients {
			s.block(s.recipient(i), s.left(), recipientsRoom, s.rules.items, 14, alignLeft)
		}
	}
	below := s.y

	s.y = top
	x, room := s.left()+recipientsRoom, s.room()-recipientsRoom
	position := document.Plain
	if s.rules.positionBold {
		position = document.Bold
	}
	s.block(runs(s.doc.Signature.Authority, document.Bold), x, room, bodySize, 18, alignCentre)
	s.block(runs(s.doc.Signature.Position, position), x, room, bodySize, 18, alignCentre)
	s.gap(signatureGap)
	s.block(runs(s.doc.Signature.Name, document.Bold), x, room, bodySize, 18, alignCentre)
	s.y = max(s.y, below)
}
