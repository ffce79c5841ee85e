package recognise

import (
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/viet"
)

// Rows that are of one family: a figure, its parts, its rate, those that it leaves, what
// there was before. Their labels say which, by words that are known.

// kin is a row of a table as one of a family.
type kin struct {
	answered
	number string // its own, "" for none
	style  string // of its number or mark: "1", "1.", "a", "-"; "" for none
	col    int
	unit   string // of measurement
	n      quantity.Number
	ok     bool // it has a plain number
	given  bool // which an ask was answered by
	total  bool // it is that of all rows
}

// The words that families are known by.
var (
	ofWhich   = phrases{"trong do", "tr do", "trong so do"}
	dividedIn = phrases{"chia ra", "phan ra", "gom", "bao gom", "gom co", "phan theo", "chia theo", "phan loai"}
	// kinds of which all are told where several are
	partKinds = phrases{"mam non", "mau giao", "tieu hoc", "thcs", "thpt", "trung hoc co so", "trung hoc pho thong",
		"cong ty", "tnhh", "co phan", "doanh nghiep tu nhan", "dntn", "hop tac xa", "htx", "ho kinh doanh", "tram",
		"nha may",
		"xi nghiep", "cong lap", "ngoai cong lap", "tu thuc", "nha nuoc", "ngoai nha nuoc", "nuoc ngoai", "fdi",
		"bat buoc",
		"tu nguyen", "thanh thi", "nong thon", "quy i", "quy ii", "quy iii", "quy iv", "6 thang dau nam",
		"6 thang cuoi nam"}
	// what the same people may be, several at a time
	traits = phrases{"nu", "nam gioi", "dan toc", "ton giao", "tuoi", "doan vien", "thanh nien", "hoc sinh",
		"sinh vien",
		"trinh do", "dai hoc", "cao dang", "trung cap", "thac si", "can bo", "cong chuc", "vien chuc", "huu",
		"nguoi co cong",
		"khuyet tat", "ngheo", "hoi vien", "cong nhan", "dang vien", "chu ho", "moi", "khac"}
	left     = list("không, chưa")
	deducted = list("trừ, trừ đi, giảm trừ, loại trừ, loại ra, trừ trùng, loại trùng")
	// what stands before the year that a part is of
	fromYears = list("từ năm, của năm, thuộc năm, năm trước chuyển sang, năm trước chuyển qua, từ năm trước, " +
		"của năm trước")
	rateWords = []string{"bao", "chung", "dat", "do", "dung", "hoan", "phu", "thanh", "thuc", "tong", "hien", "muc",
		"so"}
	// what there was, came and went
	opening = phrases{"dau nam", "dau ky", "ton dau", "nam truoc chuyen sang", "ky truoc chuyen sang"}
	coming  = phrases{"tang", "phat sinh", "tai ngheo", "chuyen den", "thanh lap", "bo sung", "tiep nhan", "moi",
		"ket nap"}
	going = phrases{"giam", "thoat ngheo", "thoat", "chuyen di", "giai the", "ra khoi", "tu tran", "khai tru",
		"cham dut",
		"ngung", "tam ngung", "pha san", "chet"}
)

// mayRelate: some row bears a word or a mark by which rows are a family, so that it is
// worth a look.
func (r *reader) mayRelate(rows []answered) bool {
	return len(rows) > 1 && slices.ContainsFunc(rows, func(a answered) bool { return a.match.sure() }) &&
		slices.ContainsFunc(rows, func(a answered) bool {
			m := a.match
			return !m.sure() || m.wording.part || m.wording.item || m.wording.share
		})
}

// kinOf are the rows of a table with what they are to each other.
func (r *reader) kinOf(t *table, results place, rows []answered) []kin {
	all := make([]kin, 0, len(rows))
	for _, a := range rows {
		k := kin{answered: a, col: results.col, number: strings.Trim(cellText(merged(t.sheet, a.row,
			t.columns.number)), "(). ")}
		if k.number == "" && t.columns.number == 0 {
			if n := readNumber(a.label); n.style != 0 {
				k.number = strings.TrimSpace(strings.TrimSuffix(a.label, n.rest))
			}
		}
		switch {
		case k.number == "" && k.match.wording.item, k.number != "" && strings.Trim(k.number, "-–—+*•● ") == "":
			k.number, k.style = "", "-"
		case k.number == "":
		case isLetter(k.number):
			k.style = "a"
		default:
			k.number = strings.Trim(k.number, "(). ")
			k.style = "1" + strings.Repeat(".", strings.Count(k.number, "."))
		}
		if t.columns.unit > 0 {
			k.unit = strings.ToLower(strings.TrimSpace(cellText(merged(t.sheet, a.row, t.columns.unit))))
		}
		k.n, k.ok = amount(t.sheet, a.row, results.heading, false)
		_, k.given = r.givenAt(t, results, a)
		k.total = r.isTotal(a.label)
		all = append(all, k)
	}
	return all
}

// isRate: the row gives a percentage.
func (k kin) isRate() bool { return k.match.wording.share || k.unit == "%" }

// familyOf are the rows under one that belong to it, up to the next of its own kind.
func familyOf(all []kin, i int) []kin {
	top := all[i]
	var found []kin
	for _, k := range all[i+1:] {
		part := k.match.wording.part || dividedIn.opens(k.label)
		under := k.style == "-" || k.style == "a" || strings.HasPrefix(k.number, top.number+".") && top.number != ""
		if !part && (k.style == top.style || !under && (k.style != "" || top.style == "")) || !sameTitle(top.titles,
			k.titles) ||
			k.total {
			break
		}
		found = append(found, k)
	}
	return found
}

// opens: a label begins with one of the phrases, whatever its number.
func (p phrases) opens(label string) bool {
	rest, _ := withoutNumber(label)
	folded := viet.Fold(rest) + " "
	return slices.ContainsFunc(p, func(phrase string) bool { return strings.HasPrefix(folded, phrase+" ") })
}

func sameTitle(a, b []caption) bool {
	return len(a) == len(b) && (len(a) == 0 || a[len(a)-1].row == b[len(b)-1].row)
}

// checkKin asks about a figure that its family contradicts.
func (r *reader) checkKin(t *table, results place, all []kin, i int) *contradiction {
	k := all[i]
	under := familyOf(all, i)
	if found := r.checkDenied(t, results, k, under); found != nil {
		return found
	}
	if found := r.checkParts(t, results, k, under); found != nil {
		return found
	}
	if found := r.checkMoved(t, results, all, i); found != nil {
		return found
	}
	if k.match.ask.Role == resolution.RoleNumerator {
		return r.checkPair(t, all, i)
	}
	return nil
}

// checkDenied asks about a figure which a row below takes something off, or says that it
// is not confirmed, another year's, or only what was planned.
func (r *reader) checkDenied(t *table, results place, k kin, under []kin) *contradiction {
	if len(under) == 0 || k.match.wording.total || k.match.ask.Role == resolution.RoleDenominator {
		return nil
	}
	for j, u := range under {
		label, _ := withoutNumber(u.label)
		for _, p := range ofWhich {
			if s := speechOf(label); strings.HasPrefix(viet.Fold(label)+" ", p+" ") {
				label = strings.Join(s.words[min(len(s.words), len(strings.Fields(p))):], " ")
				label = strings.TrimLeft(label, " :-,")
			}
		}
		s := speechOf(label)
		denies := s.oneOf(0, deducted) > 0 && u.ok || r.isUnconfirmed(label) || r.isOfYearBefore(s) &&
			r.flows(k.match.ask)
		if at, _ := s.find(0, fromYears); at >= 0 && r.flows(k.match.ask) {
			denies = denies || strings.Contains(label, itoa(r.plan.Resolution.Year-1)) || strings.Contains(label,
				"năm trước")
		}
		reading := readHeading([]string{label}, r.frame())
		result := u.ok && !u.n.Equal(k.n) && !reading.strange && reading.says.any(ofResults) &&
			!reading.says.any(notResults)
		if !denies && !result {
			continue
		}
		found := &contradiction{code: "B285", at: r.at(t.sheet, u.row, results.col),
			args: diag.Args{"label": k.match.ask.Label, "value": r.stated(k.answered), "unit": k.match.ask.Unit,
				"other": u.label, "said": cellText(merged(t.sheet, u.row, results.col))}}
		switch {
		case result:
			found.computed, found.exact = u.n, true
		case s.oneOf(0, deducted) > 0 && j+1 < len(under) && under[j+1].ok && !under[j+1].n.Equal(k.n):
			found.computed, found.exact = k.n.Sub(u.n.Abs()), true
		}
		return found
	}
	return nil
}

// flows: it is counted over the year, not at its end.
func (r *reader) flows(a resolution.Ask) bool { return !isStock(a) }

// stocks are the words of what is counted at one time: what stands at the end of each
// quarter adds up to nothing.
var stocks = phrases{"cuoi nam", "cuoi ky", "dang hoat dong", "hien co", "thuong tru", "dan so", "tong so ho",
	"tong so to dan pho", "tong so lao dong", "hien dang"}

func isStock(a resolution.Ask) bool { return stocks.in(viet.Fold(a.Label)) }

// isUnconfirmed: words say that what they count is not settled.
func (r *reader) isUnconfirmed(label string) bool {
	folded := viet.Fold(label)
	return slices.ContainsFunc([]string{folded, phrases{"duoc"}.without(folded)}, func(s string) bool {
		return slices.ContainsFunc([]string{"chua xac nhan", "chua chot", "chua duyet", "chua tham dinh",
			"chua doi chieu",
			"chua kiem tra", "cho xac nhan", "cho duyet", "cho tham dinh", "tam tinh", "uoc tinh", "chua nghiem thu"},
			func(p string) bool { return strings.HasPrefix(s+" ", p+" ") || viet.HasPhrase(s, "so "+p) })
	})
}

// without takes whole words out of a text.
func (p phrases) without(folded string) string {
	return strings.Join(slices.DeleteFunc(strings.Fields(folded), func(w string) bool {
		return slices.Contains(p,
			w)
	}), " ")
}

// checkParts holds a figure against its parts below.
func (r *reader) checkParts(t *table, results place, k kin, under []kin) *contradiction {
	if len(under) == 0 {
		return nil
	}
	first := under[0]
	folded := viet.Fold(k.label)
	some := ofWhich.opens(first.label) || ofWhich.in(folded)
	divided := dividedIn.opens(first.label) || slices.ContainsFunc(dividedIn, func(p string) bool {
		return strings.HasSuffix(folded, " "+p)
	})
	var parts []kin
	male, female, overlap, known := false, false, false, true
	for _, u := range under {
		switch {
		case u.style != first.style, u.isRate():
			continue
		case u.unit != "" && k.unit != "" && u.unit != k.unit, !u.ok && cellText(merged(t.sheet, u.row,
			results.col)) != "":
			return nil
		case ofWhich.opens(u.label) && u.row != first.row: // another list
			return nil
		}
		label := viet.Fold(u.label)
		s := speechOf(u.label)
		place, _ := withoutNumber(u.label)
		isMale := saysMale(place) || slices.Contains([]string{"nam", "nam gioi"}, viet.Fold(place))
		isFemale := viet.HasPhrase(label, "nu")
		male, female = male || isMale, female || isFemale
		overlap = overlap || traits.in(label)
		known = known && (partKinds.in(label) || isMale || isFemale || speechOf(place).numberedPlace(0) > 0 ||
			len(r.unitsIn(place)) == 1)
		if s.oneOf(0, deducted) > 0 || u.n.Sign() < 0 && !k.match.ask.Negative {
			return nil
		}
		parts = append(parts, u)
	}
	if len(parts) == 2 && male && female {
		overlap = false
	}
	if len(parts) == 0 || !some && !divided && !(known && len(parts) > 1) {
		return nil
	}
	sum, filled := quantity.Number{}, 0
	s := sumOf(k, parts)
	reached := false // a first list of parts is all of it, others follow
	for i, p := range parts {
		sum = sum.Add(p.n)
		if p.ok {
			filled++
		}
		reached = reached || i > 0 && s.is(k.n, sum, k.match.ask.Whole)
	}
	switch larger := slices.ContainsFunc(parts, func(p kin) bool { return p.n.Cmp(k.n) > 0 }); {
	case filled == 0, reached, s.is(k.n, sum, k.match.ask.Whole):
		return nil
	case k.match.ask.Negative && (some || len(parts) == 1): // what others lost may be what one part is more
		return nil
	case larger && len(parts) == 1 && !s.is(k.n, parts[0].n, k.match.ask.Whole):
	case overlap && !larger, some && sum.Cmp(k.n) <= 0, len(parts) == 1, filled < 2:
		return nil
	case !some && !divided && filled < len(parts):
		return nil
	}
	return &contradiction{code: "B268", at: r.at(t.sheet, parts[0].row, results.col), computed: sum,
		exact: !some && len(parts) > 1,
		args: diag.Args{"label": k.match.ask.Label, "value": r.stated(k.answered), "unit": k.match.ask.Unit,
			"parts": r.listed(parts), "sum": sum.Exact()}}
}

// sumOf is the sum of parts as far as their rounding goes.
func sumOf(k kin, parts []kin) sum {
	s := sum{values: make([]quantity.Number, len(parts)), decimals: k.n.Decimals(maxDecimals)}
	for _, p := range parts {
		s.decimals = max(s.decimals, p.n.Decimals(maxDecimals))
	}
	return s
}

// listed are the numbers of some rows with their labels.
func (r *reader) listed(parts []kin) string {
	var all []string
	for _, p := range parts[:min(len(parts), maxListed)] {
		label, _ := withoutNumber(p.label)
		if before, rest, ok := strings.Cut(label, ":"); ok && (ofWhich.opens(before) || dividedIn.opens(before)) {
			label = strings.TrimSpace(rest)
		}
		all = append(all, "«"+label+"» "+p.n.Exact())
	}
	if len(parts) > maxListed {
		all = append(all, "…")
	}
	return strings.Join(all, " + ")
}

// maxListed bounds how many parts a message tells.
const maxListed = 6

// movement is what a label says of how a number came about: what there was, what came or
// what went; 0 for neither.
func movement(folded string) int {
	in, out := coming.in(folded), going.in(folded)
	switch {
	case opening.in(folded) && !out:
		return 2
	case in && !out:
		return 1
	case out && !in:
		return -1
	}
	return 0
}

// checkMoved holds what there is against what there was above it, with what came and went.
func (r *reader) checkMoved(t *table, results place, all []kin, i int) *contradiction {
	k := all[i]
	total, came, went := quantity.Number{}, false, false
	var parts []string
	for j := i - 1; j >= 0; j-- {
		u := all[j]
		m := movement(viet.Fold(u.label))
		if m == 0 || !u.ok || u.n.Sign() < 0 || u.unit != k.unit || u.match.wording.share || !sameTitle(u.titles,
			k.titles) {
			return nil
		}
		label, _ := withoutNumber(u.label)
		said := "«" + label + "» " + u.n.Exact()
		switch m {
		case 1:
			total, came, said = total.Add(u.n), true, "+ "+said
		case -1:
			total, went, said = total.Sub(u.n), true, "− "+said
		default:
			total = total.Add(u.n)
		}
		parts = append(parts, said)
		if m == 2 {
			slices.Reverse(parts)
			if !came || !went || total.Equal(k.n) || !isStock(k.match.ask) {
				return nil
			}
			return &contradiction{code: "B268", at: r.at(t.sheet, u.row, results.col), computed: total,
				exact: total.Sign() >= 0,
				args: diag.Args{"label": k.match.ask.Label, "value": r.stated(k.answered), "unit": k.match.ask.Unit,
					"parts": strings.Join(parts, " "), "sum": total.Exact()}}
		}
	}
	return nil
}

// checkFlow is checkMoved in the columns of a row.
func (r *reader) checkFlow(t *table, results place, a answered) *contradiction {
	total, came, went := quantity.Number{}, false, false
	var parts []string
	var from head
	for _, h := range t.heads {
		if h.col == results.col {
			break
		}
		m := h.movement()
		if from.col == 0 && m != 2 {
			continue
		}
		if m == 0 {
			return nil
		}
		n, ok := amount(t.sheet, a.row, h, false)
		blank := isEmpty(merged(t.sheet, a.row, h.col))
		if strings.Contains(h.shown, "%") || !ok && !blank || n.Sign() < 0 || m == 2 && from.col > 0 {
			return nil
		}
		said := "«" + h.shown + "» " + n.Exact()
		switch m {
		case 1:
			total, came, said = total.Add(n), true, "+ "+said
		case -1:
			total, went, said = total.Sub(n), true, "− "+said
		default:
			total, from = total.Add(n), h
			if blank {
				return nil
			}
		}
		parts = append(parts, said)
	}
	own, ok := amount(t.sheet, a.row, results.heading, false)
	if !ok || !came || !went || total.Equal(own) {
		return nil
	}
	return &contradiction{code: "B268", at: r.at(t.sheet, a.row, from.col), computed: total, exact: total.Sign() >= 0,
		args: diag.Args{"label": a.match.ask.Label, "value": r.stated(a), "unit": a.match.ask.Unit,
			"parts": strings.Join(parts, " "), "sum": total.Exact()}}
}

// checkPair holds a part and its whole, each of which an ask was answered by, against a
// rate below them and those that the part leaves.
func (r *reader) checkPair(t *table, all []kin, i int) *contradiction {
	part := all[i]
	m := part.match.ask.Measure
	j := slices.IndexFunc(all, func(k kin) bool {
		return k.given && k.match.ask.Measure == m && k.match.ask.Role == resolution.RoleDenominator
	})
	if j < 0 || all[j].n.Sign() <= 0 || all[j].unit != part.unit && all[j].unit != "" && part.unit != "" {
		return nil
	}
	whole := all[j]
	words := slices.Concat(meaning(part.match.ask.Label), meaning(whole.match.ask.Label), meaning(m.Name), rateWords)
	slices.Sort(words)
	key := []string{whole.match.ask.Key()}
	rest, restOf := quantity.Number{}, []kin(nil)
	for n, k := range all {
		switch {
		case k.given, n == i, n == j, k.col == 0, !sameTitle(k.titles, part.titles):
		case k.isRate():
			said, ok := readTold(merged(t.sheet, k.row, k.col))
			near := n > max(i, j) && n <= max(i, j)+2
			if !ok || !near || len(beyond(k.match.wording.words, words)) > 0 || r.isShareOfRows(said, all) {
				continue
			}
			share, _ := said.n.Quo(hundred)
			if isAbout(part.n, whole.n.Mul(share), part.match.ask.Whole) {
				continue
			}
			at := r.at(t.sheet, k.row, k.col)
			return &contradiction{code: "B267", at: at, also: key, args: diag.Args{"label": part.match.ask.Label,
				"value": r.stated(part.answered), "unit": part.match.ask.Unit, "other": k.label, "said": said.text,
				"cell":  at.Cell,
				"means": wouldBe(whole.n.Mul(share).Round(0))}}
		case k.ok && k.n.Sign() >= 0 && r.isLeftOver(k.label, part):
			rest, restOf = rest.Add(k.n), append(restOf, k)
		}
	}
	if len(restOf) == 0 || part.n.Add(rest).Equal(whole.n) {
		return nil
	}
	computed := whole.n.Sub(rest)
	return &contradiction{code: "B268", at: r.at(t.sheet, restOf[0].row, restOf[0].col), also: key, computed: computed,
		exact: computed.Sign() >= 0,
		args: diag.Args{"label": part.match.ask.Label, "value": r.stated(part.answered), "unit": part.match.ask.Unit,
			"parts": "«" + whole.label + "» " + whole.n.Exact() + " − " + r.listed(restOf),
			"sum":   computed.Exact()}}
}

// isLeftOver: a label counts those that the part does not, in its own words: "Số tổ dân
// phố không đạt".
func (r *reader) isLeftOver(label string, part kin) bool {
	s := speechOf(label)
	at, _ := s.find(0, left)
	if at < 0 || s.bare {
		return false
	}
	words := slices.DeleteFunc(slices.Clone(meaning(label)), func(w string) bool {
		return w == "khong" || w == "chua" || w == "con" || w == "dat"
	})
	said := slices.Concat(meaning(part.match.ask.Label), part.match.wording.words)
	slices.Sort(said)
	level := slices.ContainsFunc(beyond(said, words), func(w string) bool { return slices.Contains(essential, w) })
	return len(words) > 0 && len(beyond(words, said)) == 0 && !level // "tốt trở lên" leaves others too
}

// isShareOfRows: a percentage is what one of the rows is of another.
func (r *reader) isShareOfRows(said told, all []kin) bool {
	for _, a := range all[:min(len(all), mostRows)] {
		for _, b := range all[:min(len(all), mostRows)] {
			q, ok := a.n.Quo(b.n)
			if !ok || !a.ok || !b.ok || a.row == b.row && a.col == b.col || a.n.Sign() <= 0 {
				continue
			}
			if said.is(q.Mul(hundred), quantity.Number{}) ||
				!said.percent && !said.step.Equal(one) && said.is(q, quantity.Number{}) {
				return true
			}
		}
	}
	return false
}

// checkOwnRow holds the figures of a row of a unit, or of the total, against rates and those
// left over in its other columns.
func (r *reader) checkOwnRow(t *table, unitCol, row int, taken []kin) {
	if len(taken) < 2 {
		return
	}
	var all []kin
	for _, h := range t.heads {
		if h.col == unitCol || h.col == t.columns.number {
			continue
		}
		k := kin{col: h.col}
		if i := slices.IndexFunc(taken, func(x kin) bool { return x.col == h.col }); i >= 0 {
			k = taken[i]
			_, k.given = r.givenAt(t, place{col: h.col, heading: h}, k.answered)
		} else {
			k.row, k.label = row, h.shown
			k.match.wording = wordingOf(h.shown)
		}
		k.n, k.ok = amount(t.sheet, row, h, false)
		all = append(all, k)
	}
	for i, k := range all {
		if !k.given || k.match.ask.Role != resolution.RoleNumerator {
			continue
		}
		if found := r.checkPair(t, all, i); found != nil {
			rows := []answered{k.answered}
			for _, other := range all {
				if other.given && other.col != k.col {
					rows = append(rows, other.answered)
				}
			}
			p := place{sheet: t.sheet, col: k.col, heading: t.head(head{col: k.col})}
			r.contradict(p, rows, 0, *found)
		}
	}
}
