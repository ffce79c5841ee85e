package recognise

import (
	"slices"
	"strings"
	"sync"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// Tables tell their figures twice: beside a figure stands what it is of the plan or
// above last year, below it stand its parts, its rate, those that are left. What such a
// column or row says, by words that are known, the figure has to agree with.

// told is a number as a table shows it: in numbers of percent where it bears the sign.
type told struct {
	n, step quantity.Number // step: of its last place
	percent bool
	text    string
}

// maxPlaces bounds how exact a number is taken to be: floats are no more.
const maxPlaces = 6

// rise and fall are the words and signs before the number of a comparison.
var (
	rise = list("tăng, vượt, đạt, bằng, +, ↑")
	fall = list("giảm, thiếu, hụt, -, –, −, ↓")
)

// readTold reads the number of a comparison, a share or a rate.
func readTold(c *workbook.Cell) (t told, ok bool) {
	if c == nil {
		return t, false
	}
	places := 0
	switch c.Kind {
	case workbook.Number:
		shown, isShown := workbook.Show(c)
		if !isShown || shown.Literal {
			return t, false
		}
		t.n, t.percent, t.text = c.Number, c.Style.IsPercent || shown.Scale == -2, shown.Text
		if places = c.Number.Decimals(maxPlaces); t.percent || shown.Scale != 0 {
			t.n = shown.Value
		}
		if c.Style.NumFmt != "" {
			places = min(shown.Round.Decimals(maxPlaces), t.n.Decimals(maxPlaces))
		}
	case workbook.Text:
		t.text = viet.Tidy(cellText(c))
		text := strings.ToLower(strings.ReplaceAll(t.text, "%", ""))
		t.percent = len(text) < len(t.text)
		negative := false
		for more := true; more; {
			more = false
			for i, words := range [][]string{rise, fall} {
				for _, w := range words {
					if rest, cut := strings.CutPrefix(strings.TrimSpace(text), w); cut {
						text, more, negative = rest, true, negative || i == 1
					}
				}
			}
		}
		w := quantity.ReadWritten(text, false)
		if w.Writing != quantity.Plain || w.Unit != "" {
			return t, false
		}
		if t.n, places = w.Value, w.Value.Decimals(maxPlaces); negative {
			t.n = t.n.Neg()
		}
	default:
		return t, false
	}
	t.step = quantity.Decimal(1, places)
	return t, true
}

// is reports that a number, rounded or cut off, is shown so, or would be if it were off by
// some more.
func (t told) is(n, more quantity.Number) bool {
	return n.Sub(t.n).Abs().Cmp(t.step.Add(more)) <= 0
}

// comparison is a column that sets a figure beside what was planned or reached before.
type comparison struct {
	head
	ofPlan, ofLast    bool // neither: of either
	ratio, difference bool // which it may be
	verdict           bool // it says in words whether the plan was met
}

// The words of such headings. A heading with any other is none.
var (
	comparing = phrases{"so voi", "so sanh", "so kh", "so ke hoach", "so cung ky", "so nam truoc", "so th", "ss",
		"th kh", "th so kh", "thuc hien ke hoach", "ty le hoan thanh", "ti le hoan thanh", "ty le thuc hien",
		"ty le dat ke hoach", "ty le dat kh", "ti le thuc hien", "ty le vuot", "toc do tang", "toc do", "tang giam",
		"tang",
		"giam", "chenh lech", "vuot", "hut", "muc do hoan thanh", "muc hoan thanh", "hoan thanh ke hoach",
		"hoan thanh kh",
		"chi so phat trien", "chi so", "tang truong"}
	comparedWith = phrases{"ke hoach", "kh", "chi tieu", "muc tieu", "nghi quyet", "nq", "hoan thanh", "duoc giao",
		"giao",
		"vuot", "ty le thuc hien", "ti le thuc hien"}
	comparedBefore = phrases{"nam truoc", "cung ky", "nam ngoai", "toc do", "tang truong", "phat trien"}
	comparedAlso   = phrases{"thuc hien", "th", "nam", "voi", "cung", "ket qua", "tuyet doi", "tuong doi", "so",
		"phan tram",
		"dat", "bao cao", "nay", "ky", "la", "va", "2022", "ty le", "ti le", "lech", "gia tri", "luot", "nguoi", "ho",
		"truong", "doanh nghiep", "dn", "tan", "dang vien", "trieu dong", "ty dong", "trd"}
	verdictHeads = phrases{"danh gia", "ket qua danh gia", "tu danh gia", "danh gia ket qua", "muc do", "ket luan",
		"danh gia muc do hoan thanh", "muc do hoan thanh", "danh gia ket qua thuc hien"}
)

// comparedWords are all of them, the longer ones first.
var comparedWords = sync.OnceValue(func() phrases {
	all := slices.Concat(comparing, comparedWith, comparedBefore, comparedAlso)
	slices.SortStableFunc(all, func(a, b string) int { return len(b) - len(a) })
	return all
})

// comparisons are the columns of a table that its results are set beside others in.
func (r *reader) comparisons(t *table, results place) []comparison {
	if len(results.beside) == 0 {
		return nil
	}
	var all []comparison
	last := itoa(r.plan.Resolution.Year - 1)
	for _, h := range t.heads {
		if h.col == results.col || hidden(t.sheet.HiddenCols, h.col) {
			continue
		}
		if slices.Contains(verdictHeads, h.words) {
			all = append(all, comparison{head: h, ofPlan: true, verdict: true})
		}
		percent := strings.Contains(h.shown, "%")
		if !comparing.in(h.words) && !strings.HasPrefix(strings.TrimSpace(h.shown), "%") {
			continue
		}
		rest := comparedWords().cutFrom(h.words)
		if strings.Trim(rest, " |0123456789") != "" {
			continue
		}
		c := comparison{head: h, ofPlan: comparedWith.in(h.words), ratio: true, difference: !percent}
		c.ofLast = comparedBefore.in(h.words) || viet.HasPhrase(h.words, last)
		if c.difference && (viet.HasPhrase(h.words, "chenh lech") || viet.HasPhrase(h.words, "tuyet doi")) {
			c.ratio = false
		}
		if c.ofPlan && c.ofLast {
			c.ofPlan, c.ofLast = false, false
		}
		all = append(all, c)
	}
	return all
}

// bases are the figures of a row that a comparison may be with.
func (c comparison) bases(row int, results place) []quantity.Number {
	var all []quantity.Number
	for _, b := range results.beside {
		if c.ofPlan && b.what != "size.plan" || c.ofLast && b.what != "size.last" {
			continue
		}
		if n, ok := amount(results.sheet, row, b.head, false); ok && n.Sign() > 0 && b.col != results.col {
			all = append(all, n)
		}
	}
	return all
}

// contradiction is a cell of a table, or several, that a figure cannot be right with.
type contradiction struct {
	code     string
	args     diag.Args
	at       diag.Position   // of what contradicts it
	computed quantity.Number // what the figure would be by it, as the table writes it
	exact    bool            // that is one number
	ofLast   bool            // it is a comparison with last year's, which may be wrong instead
	also     []string        // the answers that may be wrong instead, by their keys
}

// checkRelations asks about figures of a column that the table itself contradicts.
func (r *reader) checkRelations(t *table, results place, rows []answered) {
	if results.layout != nil { // the office described the place
		return
	}
	if len(results.parts) > 0 {
		var cells []diag.Position
		for _, a := range rows {
			cells = append(cells, r.at(t.sheet, a.row, results.col))
		}
		r.checkMissing(results.parts, false, cells)
	}
	compared := r.comparisons(t, results)
	shares := sharesOf(t, results)
	var all []kin
	related, others := r.mayRelate(rows), allBracketed(rows)
	for i, a := range rows {
		if r.stop() {
			return
		}
		own, ok := r.givenAt(t, results, a)
		if !ok {
			continue
		}
		var found *contradiction
		for _, c := range compared {
			if found = r.compare(t, results, rows, i, c, own); found != nil {
				break
			}
		}
		if found == nil && shares.col > 0 {
			found = r.checkShareOf(t, results, rows, i, shares)
		}
		if found == nil && related {
			if all == nil {
				all = r.kinOf(t, results, rows)
			}
			found = r.checkKin(t, results, all, i)
		}
		if found == nil {
			found = r.checkFlow(t, results, a)
		}
		if found == nil {
			found = r.checkListed(t, results, a, own)
		}
		if found == nil {
			found = r.checkTwice(t, results, others, a, own)
		}
		if found != nil {
			r.contradict(results, rows, i, *found)
		}
	}
}

// givenAt is the number that a row's ask was answered by, in this column.
func (r *reader) givenAt(t *table, results place, a answered) (quantity.Number, bool) {
	if !a.match.sure() {
		return quantity.Number{}, false
	}
	o, ok := r.answers[a.match.ask.Key()]
	if !ok || o.Answer != returns.Given || o.At != r.at(t.sheet, a.row, results.col) ||
		a.match.ask.Kind != resolution.AskNumber || a.match.ask.IsPercent() || strings.Contains(a.match.ask.Unit, "/") {
		return quantity.Number{}, false
	}
	return amount(t.sheet, a.row, results.heading, false)
}

// stated is a figure as it was taken.
func (r *reader) stated(a answered) string { return r.answers[a.match.ask.Key()].Value.Exact() }

// contradict asks about a figure, and those beside it that may be the wrong ones.
func (r *reader) contradict(results place, rows []answered, i int, found contradiction) {
	a := rows[i]
	o := r.answers[a.match.ask.Key()]
	p := diag.New(found.code, o.At, found.args).ForUnit(r.unit).ForMeasure(o.Measure)
	if found.at.Cell != "" {
		p = p.See(found.at)
	}
	if a.match.before != nil && found.ofLast {
		found.also = append(found.also, a.match.before.Key())
	}
	var asStanding []diag.Cell
	for _, key := range append([]string{o.Key}, found.also...) {
		x, ok := r.answers[key]
		if !ok || x.Answer != returns.Given || x.At.Sheet != o.At.Sheet {
			continue
		}
		c := diag.Cell{At: x.At, Label: a.label, Heading: x.Column, Input: key, Value: x.Value.Plain()}
		if j := slices.IndexFunc(rows, func(b answered) bool {
			return b.match.sure() &&
				b.match.ask.Key() == key
		}); j >= 0 {
			c.Label = rows[j].label
		}
		asStanding = append(asStanding, c)
	}
	var mended []diag.Cell
	own, _ := amount(results.sheet, a.row, results.heading, false)
	if factor, ok := o.Value.Quo(own); ok && found.exact {
		n := found.computed.Mul(factor)
		if a.match.ask.Takes(n) {
			mended = slices.Clone(asStanding)
			mended[0].Value = n.Plain()
		}
	}
	r.problems = append(r.problems, p.Ask(asToldOr(asStanding, mended)))
	r.withhold(asStanding)
}

// compare holds the figure of a row against a column of comparisons.
func (r *reader) compare(t *table, results place, rows []answered, i int, c comparison,
	own quantity.Number) *contradiction {
	row, ask := rows[i].row, rows[i].match.ask
	bases := c.bases(row, results)
	if len(bases) == 0 || own.Sign() <= 0 {
		return nil
	}
	cell := merged(t.sheet, row, c.col)
	at := r.at(t.sheet, row, c.col)
	args := diag.Args{"label": ask.Label, "value": r.stated(rows[i]), "unit": ask.Unit, "other": c.shown,
		"said": cellText(cell), "cell": at.Cell}
	if c.verdict {
		why, contradicts := verdictAgainst(viet.Fold(cellText(cell)), own, bases)
		if !contradicts || ask.Measure.IsToFall() {
			return nil
		}
		args["means"] = why
		return &contradiction{code: "B267", args: args, at: at}
	}
	said, ok := readTold(cell)
	if !ok || said.n.Sign() == 0 && c.ratio {
		return nil
	}
	args["said"] = said.text
	in := c
	in.difference = in.difference && !said.percent
	if in.explains(said, ask.Whole, ask.Measure.IsToFall(), results, t, row) ||
		in.ratio && explainedBelow(said, results, rows, own) || !c.holds(results, t, rows, i) {
		return nil
	}
	best, exact := in.likeliest(said, bases, own, ask.Whole)
	if best.Sign() == 0 || in.ratio && isAbout(own, best, ask.Whole) {
		return nil
	}
	args["means"] = wouldBe(best)
	return &contradiction{code: "B267", args: args, at: at, computed: best, exact: exact,
		ofLast: ask.Role == resolution.RoleCurrent}
}

func wouldBe(n quantity.Number) diag.Text {
	return diag.Text{Vi: "theo đó con số khoảng " + n.Exact(), En: "by which the figure would be about " + n.Exact()}
}

// likeliest is the figure nearest to the one that stands there which a comparison may be
// of; exact tells that it is the only one, as shown.
func (c comparison) likeliest(said told, bases []quantity.Number, own quantity.Number,
	whole bool) (best quantity.Number,
	exact bool) {
	places := 0
	if !whole {
		places = max(1, own.Decimals(maxPlaces))
	}
	half, _ := said.step.Quo(quantity.Int(2))
	if c.difference && !said.percent { // it is one, where that leaves a figure of the same size
		for _, b := range bases {
			if near.hold(b.Add(said.n), b) {
				in := c
				in.ratio, bases, c = false, []quantity.Number{b}, in
				break
			}
		}
	}
	for _, b := range bases {
		for k, n := range c.implied(said, b) {
			if n.Sign() <= 0 || best.Sign() > 0 && !closer(own, n, best) {
				continue
			}
			least, most := said, said
			least.n, most.n = said.n.Sub(half), said.n.Add(half)
			best = n.Round(places)
			exact = whole && (c.isDifference(k) && n.IsInt() || best.Equal(c.implied(least, b)[k].Round(0)) &&
				best.Equal(c.implied(most, b)[k].Round(0)))
		}
	}
	return best, exact
}

// verdictAgainst: words say that a plan was missed that the figure reaches, or passed that
// it does not.
func verdictAgainst(said string, own quantity.Number, plans []quantity.Number) (diag.Text, bool) {
	missed := slices.Contains([]string{"khong dat", "chua dat", "khong hoan thanh", "chua hoan thanh"}, said)
	passed := slices.Contains([]string{"vuot", "vuot ke hoach", "vuot kh", "vuot chi tieu", "hoan thanh vuot muc"},
		said)
	for _, plan := range plans {
		if !(missed && own.Cmp(plan) >= 0 || passed && own.Cmp(plan) < 0) {
			return diag.Text{}, false
		}
	}
	return diag.Text{Vi: "trong khi kế hoạch là " + plans[0].Exact(), En: "where the plan is " + plans[0].Exact()}, true
}

// implied are the figures that a comparison with a base would be of, the differences
// first.
func (c comparison) implied(said told, base quantity.Number) []quantity.Number {
	var all []quantity.Number
	if c.difference {
		all = append(all, base.Add(said.n), base.Sub(said.n))
	}
	share, _ := said.n.Quo(hundred)
	if c.ratio {
		all = append(all, base.Mul(share), base.Mul(one.Add(share)))
		if !said.percent {
			all = append(all, base.Mul(said.n))
		}
	}
	return all
}

func (c comparison) isDifference(implied int) bool { return c.difference && implied < 2 }

// isRatio: a number is n of base in percent, or its growth over it, or either as a
// fraction; more is what the two may be off by themselves, in percent.
func (t told) isRatio(n, base, more quantity.Number) bool {
	q, ok := n.Quo(base)
	if !ok {
		return false
	}
	ratio := q.Mul(hundred)
	if t.is(ratio, more) || t.is(ratio.Sub(hundred), more) || t.is(hundred.Sub(ratio), more) {
		return true
	}
	if t.percent || t.step.Equal(one) && !t.n.Equal(one) {
		return false
	}
	return t.is(q, quantity.Number{}) || t.is(q.Sub(one), quantity.Number{}) || t.is(one.Sub(q), quantity.Number{})
}

var thousand = quantity.Int(1000)

// holds: a column of comparisons is what it seems to be: it agrees with more of the other
// rows than not, and was not copied down. One that is with other figures does not.
func (c comparison) holds(results place, t *table, rows []answered, i int) bool {
	agree, against, copied := 0, 0, true
	own, _ := readTold(merged(t.sheet, rows[i].row, c.col))
	for k, a := range rows[:min(len(rows), mostRows)] {
		said, ok := readTold(merged(t.sheet, a.row, c.col))
		n, okN := amount(t.sheet, a.row, results.heading, false)
		if k == i || !ok || !okN || n.Sign() <= 0 || said.n.Sign() == 0 || len(c.bases(a.row, results)) == 0 {
			continue
		}
		copied = copied && said.n.Equal(own.n)
		in := c
		in.difference = in.difference && !said.percent
		if in.explains(said, n.IsInt(), true, results, t, a.row) {
			agree++
		} else {
			against++
		}
	}
	return agree+against == 0 || agree > against && !copied
}

// isAbout: a percentage may be of a figure that was counted once more since, or be shared
// out in whole numbers: within one in a hundred, or one, it says the same.
func isAbout(n, implied quantity.Number, whole bool) bool {
	gap := n.Sub(implied).Abs()
	return gap.Mul(hundred).Cmp(n) <= 0 || whole && gap.Cmp(one) <= 0
}

// explains: the figure, or two others of the row, are what a comparison tells. Of what is
// to fall, the plan may be set beside the figure in place of the figure beside the plan.
func (c comparison) explains(said told, whole, falls bool, results place, t *table, row int) bool {
	type number struct {
		n, slack quantity.Number // slack: what it may be rounded by
		own      bool
	}
	var all []number
	for _, h := range t.heads {
		switch h.col {
		case t.columns.number, t.columns.unit, t.columns.label, t.columns.measure, t.columns.note, c.col:
			continue
		}
		n, ok := amount(t.sheet, row, h, false)
		if !ok || n.Sign() == 0 || h.col != results.col && (comparing.in(h.words) || strings.Contains(h.shown, "%")) {
			continue
		}
		x := number{n: n, own: h.col == results.col}
		if places := shownDecimals(t.sheet.At(row, h.col), n); !whole || places > 0 {
			x.slack = quantity.Decimal(5, places+1)
		}
		all = append(all, x)
	}
	for i, a := range all {
		for j, b := range all {
			if i == j || b.own && !falls {
				continue
			}
			gap := a.n.Sub(b.n)
			more := a.slack.Add(b.slack)
			if c.difference {
				step := said.step
				if whole && step.Equal(one) {
					step = quantity.Number{}
				}
				for _, scale := range []quantity.Number{one, thousand} {
					n := said.n.Abs()
					for _, x := range []quantity.Number{n.Sub(gap.Abs().Mul(scale)), n.Mul(scale).Sub(gap.Abs())} {
						if x.Abs().Cmp(more.Add(step.Mul(scale))) <= 0 {
							return true
						}
					}
				}
			}
			if c.ratio {
				q, _ := a.slack.Quo(b.n)
				p, _ := b.slack.Quo(b.n)
				of, _ := a.n.Quo(b.n)
				off := q.Add(p.Mul(of.Abs())).Mul(hundred)
				if said.isRatio(a.n, b.n, off) || said.isRatio(a.n.Mul(thousand), b.n, off.Mul(thousand)) ||
					said.isRatio(a.n, b.n.Mul(thousand), off) {
					return true
				}
			}
		}
	}
	return false
}

// mostRows bounds how many rows one is set beside.
const mostRows = 60

// explainedBelow: a percentage is the figure's share of another row's.
func explainedBelow(said told, results place, rows []answered, own quantity.Number) bool {
	for _, a := range rows[:min(len(rows), mostRows)] {
		n, ok := amount(results.sheet, a.row, results.heading, false)
		if q, known := own.Quo(n); ok && known && !n.Equal(own) && said.is(q.Mul(hundred), quantity.Number{}) {
			return true
		}
	}
	return false
}

// shareHeads are the headings of the shares of the rows beside them.
var shareHeads = phrases{"ty trong", "ti trong", "co cau", "ty le", "ti le", "ty trong phan tram", "ty le phan tram"}

// sharesOf is the column of the shares that the results have of a whole in one of the
// rows; none where there are several.
func sharesOf(t *table, results place) head {
	var found head
	for _, h := range t.heads {
		words := h.words
		if own := strings.Join(results.heading.parts[:max(0, len(results.heading.parts)-1)], " "); own != "" {
			words = strings.TrimSpace(strings.TrimPrefix(words, viet.Fold(own)))
		}
		if !slices.Contains(shareHeads, words) || h.col < results.col || hidden(t.sheet.HiddenCols, h.col) {
			continue
		}
		if found.col > 0 && h.col > found.col {
			break
		}
		found = h
	}
	return found
}

// checkShareOf holds a figure against its share of the row that is the whole, where the
// shares of others are right.
func (r *reader) checkShareOf(t *table, results place, rows []answered, i int, shares head) *contradiction {
	said, ok := readTold(merged(t.sheet, rows[i].row, shares.col))
	own, okOwn := amount(t.sheet, rows[i].row, results.heading, false)
	if !ok || !okOwn || own.Sign() == 0 || said.n.Sign() <= 0 || said.n.Cmp(hundred) > 0 ||
		explainedBelow(said, results, rows, own) {
		return nil
	}
	for j := range rows[:min(len(rows), mostRows)] {
		whole, ok := amount(t.sheet, rows[j].row, results.heading, false)
		of, okOf := readTold(merged(t.sheet, rows[j].row, shares.col))
		if j == i || !ok || !okOf || whole.Sign() <= 0 || !of.n.Equal(hundred) {
			continue
		}
		agree, against := 0, 0
		for k := range rows[:min(len(rows), mostRows)] {
			n, ok := amount(t.sheet, rows[k].row, results.heading, false)
			x, okX := readTold(merged(t.sheet, rows[k].row, shares.col))
			if k == i || k == j || !ok || !okX || n.Sign() == 0 {
				continue
			}
			if q, _ := n.Quo(whole); x.is(q.Mul(hundred), quantity.Number{}) {
				agree++
			} else {
				against++
			}
		}
		if agree == 0 || against >= agree {
			continue
		}
		share, _ := said.n.Quo(hundred)
		means := whole.Mul(share).Round(0)
		if isAbout(own, means, rows[i].match.ask.Whole) {
			continue
		}
		at := r.at(t.sheet, rows[i].row, shares.col)
		ask := rows[i].match.ask
		return &contradiction{code: "B267", at: at, args: diag.Args{"label": ask.Label, "value": r.stated(rows[i]),
			"unit": ask.Unit, "other": shares.shown, "said": said.text, "cell": at.Cell, "means": wouldBe(means)}}
	}
	return nil
}
