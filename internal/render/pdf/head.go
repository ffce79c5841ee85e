package pdf

import (
	"strings"

	"baocao/internal/document"
	"baocao/internal/form"
)

// leastColumn is the width that the left column of the letterhead has at least.
const leastColumn = 60 * mm

// letterhead sets the two columns at the top of the first page. The number and the
// date stand on one line, below what is longer of the two.
func (s *setter) letterhead() {
	h, f := s.doc.Letterhead, s.form.Letterhead
	joint := ""
	issuers := []string{h.Issuer}
	if j := s.doc.Joint; j != nil {
		issuers, joint = []string{h.Issuer + f.Joint, j.Issuer}, j.Symbol
	}
	number, date := s.form.NumberLine(h.Number, h.Symbol, joint), h.Place+", "+h.Date

	// The left column is as wide as its longest line, as far as the right one leaves room.
	left, right := s.wide(h.Parent, f.Parent), s.wide(date, f.Date)
	for _, issuer := range issuers {
		left = max(left, s.wide(issuer, f.Issuer))
	}
	all := s.room() - f.Between*mm
	right = min(right, all-leastColumn)
	for _, b := range f.Banner {
		right = max(right, s.wide(b.Words, b.Text))
	}
	left = min(max(left, leastColumn), all-right)
	right = all - left
	at := s.room() - right

	top := s.y
	s.named(h.Parent, f.Parent, left)
	widest, last := 0.0, 0.0
	for _, issuer := range issuers {
		w, l := s.named(issuer, f.Issuer, left)
		widest, last = max(widest, w), l
	}
	if f.IssuerMark != nil {
		s.text(f.IssuerMark.Words, f.IssuerMark.Text, 0, left, alignCentre)
	}
	if f.IssuerRule != nil {
		s.rule(*f.IssuerRule, 0, left, widest, last)
	}
	below := s.y

	s.y = top
	for i, b := range f.Banner {
		s.text(b.Words, b.Text, at, right, alignCentre)
		if i == len(f.Banner)-1 {
			w := s.wide(b.Words, b.Text) - slack
			s.rule(f.BannerRule, at, right, w, w)
		}
	}
	top = max(below+f.Number.Above, s.y+f.Date.Above)

	s.y = top + offset(f.Number.Text) - offset(f.Date) - f.Date.Above // on one baseline
	if s.wide(date, f.Date) > right {                                 // the day stands on a line of its own
		s.gap(f.Date.Above)
		s.titled(styled(date, f.Date.Style), titlePhrase, at, right, f.Date.Size.Is, f.Date.Leading)
	} else {
		s.text(date, f.Date, at, right, alignCentre)
	}
	below = s.y
	s.y = top - f.Number.Above
	s.text(number, f.Number.Text, 0, left, alignCentre)
	if s.doc.Draft {
		s.text(s.form.DraftMark(s.doc.DraftNumber), s.form.Draft.Text, 0, left, alignCentre)
	}
	s.mark(s.doc.Urgency, s.form.Urgency, left)
	s.mark(s.doc.Circulation, s.form.Circulation, left)
	s.y = max(s.y, below)
}

// styled is text in the style of an element.
func styled(text string, of form.Style) []document.Run {
	style := document.Plain
	if of.Bold {
		style |= document.Bold
	}
	if of.Italic {
		style |= document.Italic
	}
	if of.Capitals {
		text = strings.ToUpper(text)
	}
	return runs(text, style)
}

// wide is the width that a text has on one line.
func (s *setter) wide(text string, of form.Text) float64 {
	run := styled(s.clean(text), of.Style)[0]
	return s.faces.of(run.Style).measure(run.Text, of.Size.Is) + slack
}

// offset is how far below its top the letters of a line stand.
func offset(of form.Text) float64 { return baseline(of.Leading, of.Size.Is, of.Leading) }

// text sets an element of the form.
func (s *setter) text(text string, of form.Text, x, room float64, how align) {
	if text == "" {
		return
	}
	s.gap(of.Above)
	s.block(styled(text, of.Style), x, room, of.Size.Is, of.Leading, how)
}

// named sets a name of the letterhead, its lines broken by sense, and gives the
// widths of the widest and the last one.
func (s *setter) named(name string, of form.Text, room float64) (widest, last float64) {
	if name == "" {
		return 0, 0
	}
	s.gap(of.Above)
	return s.titled(styled(name, of.Style), namePhrase, 0, room, of.Size.Is, of.Leading)
}

// rule sets a rule below a text that was just set: a part of the widest of its lines,
// and of the last one as far as the rules leave that.
func (s *setter) rule(r form.Rule, x, room, widest, last float64) {
	w := max(min(r.Length.Is*widest, r.Length.Most*last), r.Length.Least*widest)
	y := s.y + r.Below*mm
	x += s.left()
	s.add(Line{X1: x + (room-w)/2, Y1: y, X2: x + (room+w)/2, Y2: y, Thickness: r.Thickness * mm})
}

// mark sets a mark below the number.
func (s *setter) mark(words string, of form.Mark, room float64) {
	if words == "" {
		return
	}
	const pad, over = 2 * mm, 0.8 * mm // marks of vowels stand high and low
	run := styled(words, of.Style)
	lines := s.wrap(run, of.Size.Is, room-2*pad, room-2*pad, alignCentre)
	s.gap(of.Above)
	top := s.y
	s.stack(lines, pad, room-2*pad, of.Size.Is, of.Leading, alignCentre)
	if of.Boxed {
		w := 0.0
		for _, l := range lines {
			w = max(w, l.width+2*pad)
		}
		s.add(Rect{X: s.left() + (room-w)/2, Y: top - over, Width: w, Height: s.y - top + 2*over,
			Thickness: s.form.Letterhead.BannerRule.Thickness * mm})
		s.gap(2 * over) // of this frame, and of one below
	}
}

// heading sets the kind of document, its title and to whom it goes.
func (s *setter) heading() {
	s.text(s.doc.Kind, s.form.Kind, 0, s.room(), alignCentre)
	of := s.form.DocTitle
	s.gap(of.Above)
	widest, last := s.titled(styled(s.doc.Title, of.Style), titlePhrase, of.Side*mm, s.room()-2*of.Side*mm,
		of.Size.Is, of.Leading)
	s.closing(of.Close, of.Rule, widest, last)
	s.addressees()
	s.gap(6)
}

// closing is the mark under a title.
func (s *setter) closing(mark *form.Fixed, rule *form.Rule, widest, last float64) {
	if mark != nil {
		s.text(mark.Words, mark.Text, 0, s.room(), alignCentre)
	}
	if rule != nil {
		s.rule(*rule, 0, s.room(), widest, last)
		s.gap(2 * rule.Below * mm)
	}
}

// addressees sets to whom the document goes: one behind the label, several as a list
// below its colon.
func (s *setter) addressees() {
	of, to := s.form.Addressees, s.doc.Addressees
	if of == nil || len(to) == 0 {
		return
	}
	if len(to) == 1 {
		s.text(of.Label+" "+to[0], of.Text, 0, s.room(), alignCentre)
		return
	}
	label := s.wide(strings.TrimSuffix(of.Label, ":"), of.Text)
	widest := 0.0
	items := listed(to, of.Mark, of.ItemEnd, of.ListEnd)
	for _, item := range items {
		widest = max(widest, s.wide(item, of.Text))
	}
	// Long names are broken rather than the list pushed against the margins.
	widest = min(widest, s.room()-label-2*s.form.Body.Indent.Is*mm)
	x := (s.room() - label - widest) / 2
	s.text(of.Label, of.Text, x, s.room(), alignLeft)
	for _, item := range items {
		s.block(styled(item, of.Style), x+label, widest+slack, of.Size.Is, of.Leading, alignLeft)
	}
}

// listed are the entries of a list, with what stands before and behind each.
func listed(entries []string, mark, itemEnd, listEnd string) []string {
	var out []string
	for i, e := range entries {
		end := itemEnd
		if i == len(entries)-1 {
			end = listEnd
		}
		out = append(out, mark+strings.TrimRight(e, " ,;.")+end)
	}
	return out
}

const mostTogether = 0.6 // of a page

// signs is one signature and where it stands.
type signs struct {
	document.Signature
	x, room float64
}

// signatures are those at the end: at the right, beside the recipients, or the second
// body's at the left and the first one's at the right, above them.
func (s *setter) signatures() []signs {
	beside := s.form.Recipients.Room * mm
	if j := s.doc.Joint; j != nil {
		half := s.room() / 2
		return []signs{{s.doc.Signature, half, half}, {j.Signature, 0, half}}
	}
	return []signs{{s.doc.Signature, beside, s.room() - beside}}
}

// parts are the lines of one signature above the name, and the name.
func (s *setter) parts(of signs) (above, name [][]setLine) {
	f := s.form.Signature
	lines := func(text string, t form.Text) []setLine {
		words := s.words(styled(text, t.Style), t.Size.Is, of.room)
		bySense(words, namePhrase)
		if set := lines(words, of.room, of.room, alignCentre); set != nil {
			return set
		}
		return []setLine{{last: true}} // left blank: room to write it in
	}
	return [][]setLine{lines(of.Authority, f.Authority), lines(of.Position, f.Position)},
		[][]setLine{lines(of.Name, f.Name)}
}

// heightOf one signature above the room for it, and below.
func (s *setter) heightOf(of signs) (above, name float64) {
	f := s.form.Signature
	lines, last := s.parts(of)
	return float64(len(lines[0]))*f.Authority.Leading + float64(len(lines[1]))*f.Position.Leading,
		float64(len(last[0])) * f.Name.Leading
}

// signatureHeights are the room that the block at the end takes: all of it, and the
// signatures alone.
func (s *setter) signatureHeights() (whole, alone float64) {
	f := s.form
	left := 0.0
	if all := s.recipientItems(); len(all) > 0 {
		left = f.Recipients.Label.Leading
		for _, item := range all {
			left += float64(len(s.recipientLines(item, f.Recipients.Room*mm))) * f.Recipients.Item.Leading
		}
	}
	above, name := 0.0, 0.0
	for _, of := range s.signatures() {
		a, n := s.heightOf(of)
		above, name = max(above, a), max(name, n)
	}
	alone = above + f.Signature.Space + name
	whole = max(left, alone)
	if s.doc.Joint != nil {
		whole = alone + f.Signature.Above + left
	}
	return f.Signature.Above + whole, f.Signature.Above + alone
}

// signatureNeed is what of the block at the end stays on one page: all of it, unless
// so many recipients are told that they go on on the next one.
func (s *setter) signatureNeed() float64 {
	whole, alone := s.signatureHeights()
	if whole > mostTogether*(s.bottom()-s.top()) {
		return alone
	}
	return whole
}

// signature sets the recipients at the left and the signature at the right. A long
// list of recipients goes on on the next page, in two columns.
func (s *setter) signature() {
	if s.y+s.signatureNeed() > s.bottom() && s.y > s.top() {
		s.newPage(false)
	}
	f := s.form.Signature
	s.gap(f.Above)
	top := s.y
	var more []string
	if s.doc.Joint == nil { // on the baseline of the authority
		s.y += offset(f.Authority) - offset(s.form.Recipients.Label)
		more = s.recipients()
	}
	below := s.y

	all := s.signatures()
	above := 0.0
	for _, of := range all {
		a, _ := s.heightOf(of)
		above = max(above, a)
	}
	for _, of := range all {
		lines, name := s.parts(of)
		s.y = top
		s.tag = s.open(0, asParagraph)
		s.stack(lines[0], of.x, of.room, f.Authority.Size.Is, f.Authority.Leading, alignCentre)
		s.tag = s.open(0, asParagraph)
		s.stack(lines[1], of.x, of.room, f.Position.Size.Is, f.Position.Leading, alignCentre)
		if s.y = top + above; of.Signature != (document.Signature{}) && !s.doc.Draft {
			s.sign = append(s.sign, Field{Box{len(s.pages), s.left() + of.x, s.y, of.room, f.Space}, s.open(0, asField),
				s.clean(strings.TrimSpace(of.Authority + " " + of.Position))})
		}
		s.y += f.Space
		s.tag = s.open(0, asParagraph)
		s.stack(name[0], of.x, of.room, f.Name.Size.Is, f.Name.Leading, alignCentre)
		below = max(below, s.y)
	}
	s.y = below
	if s.doc.Joint != nil {
		s.gap(f.Above)
		more = s.recipients()
	}
	s.moreRecipients(more)
}

// recipients sets the list of them and gives those that the page has no room for.
func (s *setter) recipients() (more []string) {
	all := s.recipientItems()
	if len(all) == 0 {
		return nil
	}
	f := s.form.Recipients
	s.text(f.Words, f.Label, 0, f.Room*mm, alignLeft)
	if f.Label.Style.Underlined {
		y := s.y - 1.3*mm
		s.add(Line{X1: s.left(), Y1: y, X2: s.left() + s.wide(f.Words, f.Label) - slack, Y2: y,
			Thickness: s.form.Letterhead.BannerRule.Thickness * mm})
	}
	for i, item := range all {
		lines := s.recipientLines(item, f.Room*mm)
		if s.y+float64(len(lines))*f.Item.Leading > s.bottom() {
			return all[i:]
		}
		s.tag = s.tagItem(0)
		s.stack(lines, 0, f.Room*mm, f.Item.Size.Is, f.Item.Leading, alignLeft)
	}
	return nil
}

// betweenColumns is the room between two columns of recipients.
const betweenColumns = 6 * mm

// moreRecipients sets what a page had no room for on the next ones, in two columns of
// about the same height.
func (s *setter) moreRecipients(items []string) {
	f := s.form.Recipients.Item
	room := (s.room() - betweenColumns) / 2
	var more [][]setLine
	for _, item := range items {
		more = append(more, s.recipientLines(item, room))
	}
	height := func(entries [][]setLine) (h float64) {
		for _, lines := range entries {
			h += float64(len(lines)) * f.Leading
		}
		return h
	}
	for len(more) > 0 {
		s.newPage(false)
		top, page, half := s.y, s.bottom()-s.y, height(more)/2
		below := top
		for column := range 2 {
			fits := func(n int) bool {
				return height(more[:n+1]) <= page && (column == 1 || height(more[:n]) < half-slack)
			}
			n := 0
			for n < len(more) && (n == 0 || fits(n)) {
				n++
			}
			s.y = top
			for _, lines := range more[:n] {
				s.tag = s.tagItem(0)
				s.stack(lines, float64(column)*(room+betweenColumns), room, f.Size.Is, f.Leading, alignLeft)
			}
			below, more = max(below, s.y), more[n:]
		}
		s.y = below
	}
}

func (s *setter) recipientItems() []string {
	f := s.form.Recipients
	return listed(s.doc.Recipients, f.Mark, f.ItemEnd, f.ListEnd)
}

func (s *setter) recipientLines(item string, room float64) []setLine {
	f := s.form.Recipients.Item
	words := s.words(styled(item, f.Style), f.Size.Is, room)
	bySense(words, namePhrase)
	return lines(words, room, room, alignLeft)
}
