package recognise

import (
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
	place  string
}

func (k *Knowledge) identityOf(unit string) *identity {
	o := k.plan.Office
	id := &identity{place: viet.Fold(o.Place), office: []string{viet.Fold(o.Issuer), viet.Fold(o.Parent)}}
	if u := k.plan.Unit(unit); u != nil {
		id.sender = []string{viet.Fold(u.Name)}
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

// cutOffices takes off the beginning the names of the office, of who is over it, and of those that govern
// its place: "UBND huyện Nam Bình" beside the Party's own.
func (id *identity) cutOffices(folded string) string {
	for {
		rest, ok := cutName(folded, id.office...)
		if !ok {
			rest, _ = cutName(folded, governingBodies()...)
			rest, _ = cutName(rest, foldedGovernments()...)
			if rest, ok = cutName(rest, id.place); !ok {
				return folded
			}
		}
		folded = rest
	}
}

// behind is what a folded text says behind the sender's name that it opens with; the name of the office, or of
// its place, may stand on either side.
func (id *identity) behind(folded string) (rest string, ok bool) {
	if rest, ok = cutName(folded, id.sender...); !ok {
		if rest, ok = cutName(id.cutOffices(folded), id.sender...); !ok {
			return folded, false
		}
	}
	return id.cutOffices(rest), true
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
	rest, ok := id.behind(folded)
	return ok && rest == "" || id.isLetterhead(folded)
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
		if i > 0 && unicode.IsSpace(rune(text[i-1])) && !unicode.IsSpace(c) && viet.Fold(text[i:]) == rest {
			return text[i:]
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

// withoutSenders are the lines over a table but for those.
func (r *reader) withoutSenders(lines []line) []line {
	if !slices.ContainsFunc(lines, func(l line) bool { return r.isSender(l.folded) }) {
		return lines
	}
	return slices.DeleteFunc(slices.Clone(lines), func(l line) bool { return r.isSender(l.folded) })
}
