package recognise

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"baocao/internal/viet"
)

// A line that is the sender's own name, as the office's file has it, says whose the table is and
// nothing of what it counts, whatever words the name is made of: "Công an xã" is of no other level, "Phòng
// Văn hóa - Xã hội" of no subject. So are the office's own lines of a letterhead. This is the one place that
// tells such a line, or such a beginning of one; a line that names another, or a part of the sender, is neither.

// identity is what a sender and its office are called, folded, the longest names first.
type identity struct {
	sender []string
	office []string // its issuer, and who is over it
	places []string // the office's, and the sender's own with its level: "xa tan an"
	kind   string   // the sender's name without that: "cong an"
}

func (k *Knowledge) identityOf(unit string) *identity {
	o := k.plan.Office
	id := &identity{places: []string{viet.Fold(o.Place)}, office: []string{viet.Fold(o.Issuer), viet.Fold(o.Parent)}}
	if u := k.plan.Unit(unit); u != nil {
		id.sender = []string{viet.Fold(u.Name)}
		for i, s := 1, speechOf(u.Name); i < len(s.words); i++ {
			if l, n := s.levelAt(i); l != noLevel && i+n < len(s.words) {
				id.kind, id.places = viet.Fold(strings.Join(s.words[:i], " ")), append(id.places,
					viet.Fold(strings.Join(s.words[i:], " ")))
				break
			}
		}
		for _, alias := range u.Aliases { // of one word, or of those who are counted, it is a word of titles too
			if s := speechOf(alias); len(s.words) > 1 && s.population() < len(s.words) {
				id.sender = append(id.sender, viet.Fold(alias))
			}
		}
	}
	longest := func(a, b string) int { return len(b) - len(a) }
	slices.SortStableFunc(id.sender, longest)
	slices.SortStableFunc(id.office, longest)
	return id
}

// cutName takes off the beginning of a folded text the first of some names that stands there.
func cutName(folded string, names ...string) (rest string, ok bool) {
	for _, name := range names {
		if after, found := strings.CutPrefix(folded, name); found && name != "" && (after == "" || after[0] == ' ') {
			return strings.TrimPrefix(after, " "), true
		}
	}
	return folded, false
}

// cutOffice takes off the beginning the name of the office, of who is over it, or of who is over the sender in its
// place or the office's: "UBND huyện Nam Bình" beside the Party's own, "Công an huyện Nam Bình".
func (id *identity) cutOffice(folded string) (rest string, ok bool) {
	if rest, ok = cutName(folded, id.office...); ok {
		return rest, true
	}
	rest, body := cutName(folded, governingBodies()...)
	if !body {
		rest, _ = cutName(folded, id.kind)
	}
	if rest, ok = cutName(rest, id.places...); ok {
		return rest, true
	}
	rest, _ = cutName(rest, foldedGovernments()...)
	if rest, ok = cutName(rest, id.places[0]); ok {
		return rest, true
	}
	return folded, false
}

// cutOffices takes off all of them.
func (id *identity) cutOffices(folded string) string {
	for ok := true; ok; {
		folded, ok = id.cutOffice(folded)
	}
	return folded
}

// behind is what a folded text says behind the sender's name that it opens with; the names of offices, or of
// its place, may stand on either side.
func (id *identity) behind(folded string) (rest string, ok bool) {
	for ok = true; ok; {
		if rest, ok = cutName(folded, id.sender...); ok {
			return id.cutOffices(rest), true
		}
		folded, ok = id.cutOffice(folded)
	}
	return folded, false
}

// isLetterhead: the text is the name of the office or of who is over it, and nothing else.
func (id *identity) isLetterhead(folded string) bool {
	rest, ok := cutName(folded, id.office...)
	return ok && id.cutOffices(rest) == ""
}

// isSender: a text is no more than the name of the sender, or the office's own line of a letterhead.
func (r *reader) isSender(folded string) bool {
	if folded == "" {
		return false
	}
	id := r.identity()
	return id.isSender(folded) || id.isLetterhead(folded)
}

// isOfSender is isSender of what stands beside a figure, in many rows the same.
func (t *taking) isOfSender(remark string) bool {
	return len(remark) <= maxIdentity && t.isSender(viet.Fold(remark))
}

// maxIdentity is how many bytes such a line has at most.
const maxIdentity = 200

func (id *identity) isSender(folded string) bool {
	rest, ok := id.behind(folded)
	return ok && rest == ""
}

func (r *reader) identity() *identity {
	if r.called == nil {
		r.called = r.identityOf(r.unit)
	}
	return r.called
}

// withoutSenderBefore is what a text says behind the sender's name that it opens with: that it reports, or of
// when. Where anything else follows, a part of the sender may be named, and it is the whole text.
func (r *reader) withoutSenderBefore(text string) string {
	folded := viet.Fold(text)
	rest, ok := r.identity().behind(folded)
	switch {
	case !ok:
		return text
	case rest == "":
		return ""
	}
	if _, tells := cutName(rest, foldedTelling()...); !tells && !startsWithDigit(rest) {
		return text
	}
	for i, c := range text {
		if i == 0 || !unicode.IsSpace(rune(text[i-1])) || unicode.IsSpace(c) {
			continue
		}
		behind := viet.Fold(text[i:])
		if behind == rest {
			return text[i:]
		}
		if len(behind) < len(rest) { // it begins within a word
			break
		}
	}
	return text
}

func foldedTelling() []string {
	return listOnce("bao cao, xin bao cao, tran trong bao cao, kinh bao cao, nam, quy, thang, ngay, 6 thang, 9 thang")
}

func governingBodies() []string {
	return listOnce(`uy ban nhan dan, ubnd, hdnd, hoi dong nhan dan, dang bo, dang uy, ban chap hanh dang bo,
		bch dang bo, ban thuong vu`)
}

func foldedGovernments() []string {
	return listOnce(`quan uy, huyen uy, thi uy, thanh uy, tinh uy, quan, huyen, thi xa, thanh pho, tinh, tp, phuong, xa,
		thi tran`)
}

// withoutSenders are the lines over a table but for those. Where the sender's own is among them, the others over it
// that name nothing but who is over the sender are of the same letterhead: "UBND XÃ TÂN AN" over "CÔNG AN XÃ TÂN AN".
// Under it they may say of whom the table is.
func (r *reader) withoutSenders(lines []line) []line {
	id := r.identity()
	named := math.MinInt // the last row that does
	for _, l := range lines {
		if id.isSender(l.folded) {
			named = max(named, l.row)
		}
	}
	says := func(l line) bool {
		return l.folded != "" && (l.row <= named && id.cutOffices(l.folded) == "" || r.isSender(l.folded))
	}
	if !slices.ContainsFunc(lines, says) {
		return lines
	}
	return slices.DeleteFunc(slices.Clone(lines), says)
}
