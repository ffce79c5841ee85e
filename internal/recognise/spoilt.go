package recognise

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
)

// Labels that are visibly spoilt: a word mistyped, half a word lost, an end cut
// off. A clerk mends them at once where what is left can be nothing else. A label
// that reads as a whole says what it says, though a word of it be missing: "Số
// hộ" is no slip for "Số hộ nghèo".

// compounds are words of two syllables, in which each tells the other: none of
// them stands twice on the same side. Those after the bar only show that half a
// word is lost.
var compounds = sync.OnceValue(func() map[[2]string]bool {
	all := map[[2]string]bool{}
	telling, showing, _ := strings.Cut(`co so,hoan thanh,nhiem vu,danh gia,xep loai,ket nap,thanh lap,giai quyet,
		viec lam,lao dong,dao tao,cong nhan,van hoa,dan pho,gia tri,san xuat,xay dung,doanh thu,thuong mai,kinh te,
		vat chat,thiet bi,dau tu,bao hiem,hoc sinh,ngan sach,thuy san,hop tac,moi truong,chat thai,sinh hoat,
		thu gom,xu ly,quan su,nhap ngu,tham gia,su dung,quoc gia,phat trien,dich vu,khuyet tat,tre em,
		tap the,trung hoc |
		dang vien,to chuc,gia dinh,cong dan`, "|")
	for i, words := range []string{telling, showing} {
		for compound := range strings.SplitSeq(words, ",") {
			if pair := strings.Fields(compound); len(pair) == 2 {
				all[[2]string{pair[0], pair[1]}] = i == 0
			}
		}
	}
	return all
})

// ofCompound: one of two syllables side by side tells the other.
func ofCompound(first, second string) bool { return compounds()[[2]string{first, second}] }

// isBroken: one of two syllables without the other is half a word.
func isBroken(first, second string) bool {
	_, ok := compounds()[[2]string{first, second}]
	return ok
}

// essential are words that are never read into a label but where they stand, if
// only in another spelling of the same sound.
var essential = strings.Fields(`moi tro len ty ti le binh quan con ke hoach nu nam ngheo can thoat tot xuat sac khong
	chua tong tang giam duoi tren dau cuoi lai ky du kien uoc vien`)

// mend is a label with its mistyped words put right: what is no syllable of the
// language, or breaks a word of two, and is one slip away from one word only that
// the plan uses.
func (k *Knowledge) mend(label string) string {
	written := strings.FieldsFunc(label, isBetweenWords)
	folded := make([]string, len(written))
	for i, w := range written {
		folded[i] = viet.Fold(w)
	}
	var mended strings.Builder
	rest := label // behind the words so far
	for i, word := range folded {
		between, behind, _ := strings.Cut(rest, written[i])
		rest = behind
		right := ""
		if len(word) >= 3 && k.vocabulary[word] == "" && !strings.ContainsAny(word, "0123456789 ") &&
			!isShortForm(written[i]) {
			right = k.slipOf(word, func(right string) bool {
				return i > 0 && ofCompound(folded[i-1], right) || i+1 < len(folded) && ofCompound(right, folded[i+1])
			})
		}
		mended.WriteString(between + cmp.Or(right, written[i]))
	}
	mended.WriteString(rest)
	return mended.String()
}

func isBetweenWords(c rune) bool { return strings.ContainsRune(" ,.;:()-–/\n\t\u00a0\"“”", c) }

// isShortForm: an abbreviation, whose letters are no syllable.
func isShortForm(word string) bool {
	return word == strings.ToUpper(word) && len(word) < 6
}

// slipOf is the one word of the plan that another is a slip of the pen for; ""
// for none.
func (k *Knowledge) slipOf(word string, inCompound func(right string) bool) string {
	sound, syllable := soundOf(word), isSyllable(word)
	found, doubt := "", false             // doubt: it may be one of the words that matter most
	for right, of := range k.vocabulary { // any of them, where it is the only one
		slip, same := isOneSlip(word, right), of == sound
		if !slip && !same {
			continue
		}
		switch whole := inCompound(right); {
		case slices.Contains(essential, right) || slices.Contains(turning, right):
			if !same || syllable && !whole {
				doubt = doubt || slip
				continue
			}
		case !slip, syllable && (!whole || len(word) >= len(right) && !same):
			continue // a syllable is a word of its own, unless a letter is left out within a word of two
		}
		if found != "" {
			return ""
		}
		found = right
	}
	if doubt && !inCompound(found) {
		return ""
	}
	return found
}

// soundOf writes the letters that are spelled in two ways in one, and one that
// was typed twice once.
func soundOf(word string) string {
	return string(slices.Compact([]byte(oneSound.Replace(word))))
}

var oneSound = strings.NewReplacer("ngh", "ng", "gh", "g", "k", "c", "y", "i", "x", "s")

// isOneSlip: a letter too many, too few, another, or two exchanged.
func isOneSlip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 || len(b) < 4 && len(a) < 3 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	switch {
	case len(a) < len(b):
		return a[i:] == b[i+1:]
	case i == len(a):
		return false // the same
	case a[i+1:] == b[i+1:]:
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

// rimes of the language, without accents.
var rimes = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for _, rime := range strings.Fields(`a ac ach ai am an ang anh ao ap at au ay e ec ech em en enh eng eo ep et eu
		i ia ich iec iem ien ieng
	iep iet ieu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oen oeo oet oi om on ong
	op ot u ua uan uang uat uay uc ue uech uenh ui um un ung uo uoc uoi uom uon uong uop uot uou up ut uu uy uya uych
	uyen uyet uynh uyt uyu y yem yen yet yeu`) {
		all[rime] = true
	}
	return all
})

// isSyllable: a word without accents is a syllable of the language.
func isSyllable(word string) bool {
	onset := word[:len(word)-len(strings.TrimLeft(word, "bcdghklmnpqrstvx"))]
	rime := word[len(onset):]
	front := strings.HasPrefix(rime, "e") || strings.HasPrefix(rime, "i") || strings.HasPrefix(rime, "y")
	switch onset {
	case "", "b", "ch", "d", "h", "kh", "l", "m", "n", "nh", "ph", "r", "s", "t", "th", "tr", "v", "x":
	case "k", "gh", "ngh":
		if !front {
			return false
		}
	case "c", "ng":
		if front {
			return false
		}
	case "g": // "gi" is an onset too
		if rest, ok := strings.CutPrefix(rime, "i"); ok {
			return rimes()[rime] || rimes()[rest]
		}
		if front {
			return false
		}
	case "q":
		rest, ok := strings.CutPrefix(rime, "u")
		return ok && (rimes()[rime] || rimes()[rest])
	default:
		return false
	}
	return rimes()[rime]
}

// matchCut finds the ask whose label a row's is with a piece lost: the first
// words, the last, or some between. It is taken where the loss shows (half a word
// is left) or adds nothing, and no other figure of the whole plan is called so
// with a piece lost.
func (r *reader) matchCut(unit string, w wording) match {
	c := cut{r.asks, w.of, unit}
	if r.memory == nil {
		return matchPieces(c)
	}
	return r.memory.pieces.of(c, matchPieces)
}

func matchPieces(c cut) match {
	k, unit, w := c.asks, c.unit, c.asks.wordingOf(c.label)
	if w.share || w.part || len(w.words) == 0 {
		return match{}
	}
	said := sequence(w.text)
	if len(said) < 3 {
		return match{}
	}
	stated := unit != "" && quantity.IsUnit(unitKey(unit))
	var found []resolution.Ask
	for _, a := range k.all {
		for i, whole := range a.sequences {
			lost := piecesLost(whole, said)
			if lost == nil || !k.mayAnswer(a, w) || stated && !sameUnit(unit, a.Unit) {
				continue
			}
			l := a.wordings[i]
			if k.byKey[a.Key()] == nil || w.total != l.total ||
				!slices.ContainsFunc(lost, func(p piece) bool { return p.tells(w, l, stated) }) {
				return match{}
			}
			found = append(found, a.Ask)
			break
		}
	}
	if len(found) != 1 {
		return match{}
	}
	return match{how: returns.ByLikeness, ask: found[0]}
}

func sameUnit(stated, asked string) bool {
	_, ok := quantity.Factor(unitKey(stated), unitKey(asked))
	return ok
}

// sequence are the words of a label in their order, each spelled out.
func sequence(label string) []string {
	var all []string
	for _, short := range strings.Fields(viet.Fold(label)) {
		switch {
		case shortForms[short] != "":
			all = append(all, strings.Fields(shortForms[short])...)
		case spelling[short] != "":
			all = append(all, spelling[short])
		default:
			all = append(all, short)
		}
	}
	return all
}

// piece is what a label has lost of the whole: its words from one place to
// another, the last of them perhaps in part.
type piece struct {
	whole    []string
	from, to int
}

// piecesLost are the ways in which a label lacks one piece of the whole. The last
// word left may have lost its end with it.
func piecesLost(whole, said []string) []piece {
	n := len(said)
	if n > len(whole) {
		return nil
	}
	head, tail := 0, 0
	for head < n && said[head] == whole[head] {
		head++
	}
	for tail < n && said[n-1-tail] == whole[len(whole)-1-tail] {
		tail++
	}
	lost := len(whole) - n
	var all []piece
	for from := n - tail; lost > 0 && from <= head; from++ {
		all = append(all, piece{whole, from, from + lost})
	}
	if head == n-1 && head > 0 && strings.HasPrefix(whole[head], said[head]) && said[head] != whole[head] &&
		(ofCompound(whole[head-1], whole[head]) || year().MatchString(whole[head])) { // "văn h", "năm 20"
		all = append(all, piece{whole, head + 1, len(whole)})
	}
	return all
}

// tells: what is left tells what was lost. Each word lost that matters is half of
// one whose other half is left; where the row states the unit of what is counted,
// the head of the label may be lost together with half a word.
func (p piece) tells(said, whole wording, stated bool) bool {
	missing := beyond(whole.words, said.words)
	if p.from == 0 && p.to < len(p.whole) && stated && isBroken(p.whole[p.to-1], p.whole[p.to]) {
		return !slices.ContainsFunc(missing, func(w string) bool { return slices.Contains(essential, w) })
	}
	for i := p.from; i < p.to; i++ {
		half := i == p.to-1 && p.to < len(p.whole) && ofCompound(p.whole[i], p.whole[p.to]) ||
			i == p.from && i > 0 && ofCompound(p.whole[i-1], p.whole[i])
		if !half && slices.Contains(missing, p.whole[i]) {
			return false
		}
	}
	return true
}
