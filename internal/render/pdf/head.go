package pdf

import (
	"strings"

	"baocao/internal/document"
)

const (
	headLeading  = 17.0 // of the letterhead
	titleLeading = 18.0
	headOutside  = 5 * mm // the letterhead is that much wider than the text, at both sides

	ruleThickness = 0.25 * mm
)

// letterhead sets the two columns at the top of the first page.
func (s *setter) letterhead() {
	h := s.doc.Letterhead
	size := bodySize
	if s.state() {
		size--
	}
	// The left column is as wide as its longest line, as far as the right one
	// leaves room.
	wide := func(text string, style document.Style) float64 {
		return s.faces.of(style).measure(s.clean(text), size) + 1*mm
	}
	leftRoom := min(max(60*mm, wide(h.Parent, document.Plain), wide(h.Issuer, document.Bold)), 90*mm)
	left := s.left() - headOutside
	right, rightRoom := left+leftRoom+2*mm, s.room()+headOutside-leftRoom-2*mm
	number := "Số " + numberOrGap(h.Number) + "-" + h.Symbol
	if s.state() {
		number = "Số: " + numberOrGap(h.Number) + "/" + h.Symbol
	}
	atLeft := func(text string, style document.Style, size, lead float64) {
		s.titled(runs(text, style), namePhrase, left, leftRoom, size, lead)
	}
	top := s.y
	atLeft(h.Parent, document.Plain, size, headLeading)
	atLeft(h.Issuer, document.Bold, size, headLeading)
	if s.state() {
		s.rule(left+leftRoom/2-12*mm, s.y+1.2*mm, 24*mm)
		s.gap(8)
	} else {
		atLeft("*", document.Plain, bodySize, 14)
	}
	atLeft(number, document.Plain, size, headLeading)
	if s.doc.Draft {
		atLeft("Dự thảo", document.Italic, bodySize, headLeading)
	}
	below := s.y

	s.y = top
	if s.state() {
		state := runs("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", document.Bold)
		s.block(state, right, rightRoom, 12.5, headLeading, alignCentre)
		s.underlined("Độc lập - Tự do - Hạnh phúc", right, rightRoom, 13.5)
	} else {
		s.underlined("ĐẢNG CỘNG SẢN VIỆT NAM", right, rightRoom, 15)
	}
	s.gap(10)
	s.block(runs(h.Place+", "+h.Date, document.Italic), right, rightRoom, size, headLeading, alignCentre)
	s.y = max(s.y, below)
}

// underlined sets one centred bold line with a rule of its own length below it.
func (s *setter) underlined(text string, x, room, size float64) {
	w := s.faces.of(document.Bold).measure(text, size)
	s.block(runs(text, document.Bold), x, room, size, size+3, alignCentre)
	s.rule(x+(room-w)/2, s.y+0.6*mm, w)
}

func (s *setter) rule(x, y, w float64) {
	s.add(Line{X1: x, Y1: y, X2: x + w, Y2: y, Thickness: ruleThickness})
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
	const narrower = 8 * mm // at both sides
	s.gap(22)
	s.block(runs(s.doc.Kind, document.Bold), s.left(), s.room(), 16, 20, alignCentre)
	s.titled(runs(s.doc.Title, document.Bold), titlePhrase, s.left()+narrower, s.room()-2*narrower,
		bodySize, titleLeading)
	s.closing()
	s.gap(6)
}

// closing is the mark under a title.
func (s *setter) closing() {
	if s.state() {
		s.rule(s.left()+s.room()/2-20*mm, s.y+1.2*mm, 40*mm)
		s.gap(6)
		return
	}
	s.block(runs("-----", document.Plain), s.left(), s.room(), bodySize, 14, alignCentre)
}

const (
	signatureAbove   = 14.0
	signatureLeading = 18.0
	signatureSpace   = 62.0 // for signature and seal: about four lines
	recipientLeading = 14.0
	recipientsRoom   = 82 * mm
	recipientsLabel  = "Nơi nhận:"
	mostTogether     = 0.6 // of a page
)

// signatureHeights are the room that the block at the end takes: all of it, and the
// signature alone.
func (s *setter) signatureHeights() (whole, right float64) {
	left := signatureLeading
	for _, lines := range s.recipientLines() {
		left += float64(len(lines)) * recipientLeading
	}
	room := s.room() - recipientsRoom
	right = signatureSpace
	for _, rs := range [][]document.Run{s.authority(), s.position(), s.name()} {
		right += float64(max(1, len(s.wrap(rs, bodySize, room, room, alignCentre)))) * signatureLeading
	}
	return signatureAbove + max(left, right), signatureAbove + right
}

// signatureNeed is what of the block at the end stays on one page: all of it, unless
// so many recipients are told that they go on on the next one.
func (s *setter) signatureNeed() float64 {
	whole, right := s.signatureHeights()
	if whole > mostTogether*(s.bottom()-marginTop) {
		return right
	}
	return whole
}

func (s *setter) authority() []document.Run { return runs(s.doc.Signature.Authority, document.Bold) }
func (s *setter) name() []document.Run      { return runs(s.doc.Signature.Name, document.Bold) }

func (s *setter) position() []document.Run {
	style := document.Plain
	if s.form.Signature.Position.Style.Bold {
		style = document.Bold
	}
	return runs(s.doc.Signature.Position, style)
}

func (s *setter) recipient(i int) []document.Run {
	end := s.form.Recipients.ItemEnd
	if i == len(s.doc.Recipients)-1 {
		end = s.form.Recipients.ListEnd
	}
	return runs("- "+strings.TrimRight(s.doc.Recipients[i], " ,;.")+end, document.Plain)
}

// signature sets the recipients at the left and the signature at the right. A long
// list of recipients goes on on the next page.
func (s *setter) signature() {
	if s.y+s.signatureNeed() > s.bottom() && s.y > marginTop {
		s.newPage(false)
	}
	s.gap(signatureAbove)
	top := s.y
	more := s.recipients()
	below := s.y

	s.y = top
	x, room := s.left()+recipientsRoom, s.room()-recipientsRoom
	s.block(s.authority(), x, room, bodySize, signatureLeading, alignCentre)
	s.block(s.position(), x, room, bodySize, signatureLeading, alignCentre)
	s.gap(signatureSpace)
	s.block(s.name(), x, room, bodySize, signatureLeading, alignCentre)
	s.y = max(s.y, below)
	for _, lines := range more {
		if s.y+float64(len(lines))*recipientLeading > s.bottom() {
			s.newPage(false)
		}
		s.stack(lines, s.left(), recipientsRoom, s.form.Recipients.Item.Size.Is, recipientLeading, alignLeft)
	}
}

// recipients sets the list of them and gives those that the page has no room for.
func (s *setter) recipients() (more [][]setLine) {
	all := s.recipientLines()
	if len(all) == 0 {
		return nil
	}
	style := document.Plain
	if s.state() {
		style = document.Bold | document.Italic
	}
	size := s.form.Recipients.Label.Size.Is
	s.block(runs(recipientsLabel, style), s.left(), recipientsRoom, size, signatureLeading, alignLeft)
	if !s.state() {
		s.rule(s.left(), s.y-1.3*mm, s.faces.of(style).measure(recipientsLabel, size))
	}
	for i, lines := range all {
		if s.y+float64(len(lines))*recipientLeading > s.bottom() {
			return all[i:]
		}
		s.stack(lines, s.left(), recipientsRoom, s.form.Recipients.Item.Size.Is, recipientLeading, alignLeft)
	}
	return nil
}

func (s *setter) recipientLines() [][]setLine {
	var out [][]setLine
	for i := range s.doc.Recipients {
		out = append(out, s.wrap(s.recipient(i), s.form.Recipients.Item.Size.Is, recipientsRoom, recipientsRoom, alignLeft))
	}
	return out
}

// state reports a document of a state body.
func (s *setter) state() bool { return s.form.Letterhead.IssuerRule != nil }
