package resolution

import (
	"errors"
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
)

// TargetKind is a form of the target language (docs/design.md 4): an entry of forms.
type TargetKind int

// The forms of a target.
const (
	AtLeast  TargetKind = iota // >= x
	MoreThan                   // > x
	AtMost                     // <= x
	LessThan                   // < x
	Around                     // x +- d
	Range                      // a..b
	Exactly                    // = 100, = 0
	By                         // by 2022-06-30: done on that day at the latest
	ByOffice                   // statement: the office judges in words
	InfoOnly                   // info: neither judged nor counted

	kinds // how many there are
)

// Target is what a figure is compared with.
type Target struct {
	Kind TargetKind
	A    quantity.Number // x, or the low end of a range; of a day its serial number (Day)
	B    quantity.Number // the tolerance d, or the high end of a range
	Text string          // in the plan's language, for ket-qua.json: ">= 80"

	// OfLast: the bound is last year's figure (">= previous"); A is it once
	// Against has put it there.
	OfLast bool
	known  bool   // Against has
	Lower  bool   // of a range: below it is better than promised, above it is missed
	Beyond Beyond // what the plan calls a figure better than promised
}

// Beyond is the plan's word on figures that are better than promised.
type Beyond string

// What such a figure is; "" leaves it to the form of the target.
const (
	BeyondExceeds Beyond = "exceeded"
	BeyondMeets   Beyond = "met"
)

// Against is the target with last year's figure as its bound.
func (t Target) Against(last quantity.Number) Target {
	if t.OfLast {
		t.A, t.known = last, true
	}
	return t
}

// Open reports a bound that is last year's figure while nobody knows that: there is
// nothing to compare with.
func (t Target) Open() bool { return t.OfLast && !t.known }

// LessIsBetter reports a promise to come down, or to stay below.
func (t Target) LessIsBetter() bool { return t.Lower || forms[t.Kind].upper || t.None() }

// form is all that the program knows of one form of target. Every function has
// to be there: what a form has none of says so (never, noBase, nowhere).
type form struct {
	sign  string // "+-"
	place place  // of the sign
	valid func(a, b quantity.Number) bool

	// judge compares: judged is the figure as printed, exact is before rounding.
	judge func(t Target, exact, judged quantity.Number) Verdict
	// settled judges a sum that can only grow, where no later answer can undo it.
	settled   func(t Target, sum quantity.Number) (Verdict, bool)
	canExceed bool // a figure can be better than promised
	// beyond reports a figure that meets the target and is better than its bound,
	// for the plan that calls it exceeded; nil where no figure is.
	beyond func(t Target, n quantity.Number) bool
	exact  bool // nothing but the very figure is it: judged before rounding

	// base is what the figure is given in percent of, below or beyond a range's ends; none
	// where less is better: half of it would read as half of the promise kept.
	base func(t Target, judged quantity.Number) (quantity.Number, bool)
	// near are the figures near which the figure should lie, the lowest first; two are the ends of a range.
	near      func(t Target) []quantity.Number
	upper     bool // the promise is only to stay below
	bound     bool // it may be last year's figure
	tolerance bool // B is one

	column string // of a table: "≥ {a}"
	// prose is for running text, with the unit where the language puts it.
	prose func(t Target, unit string) diag.Text
}

// place is where a form's sign stands.
type place int

const (
	before  place = iota // >= 80
	between              // 125..130
	alone                // statement
)

// forms are the forms of a target. A new one is an entry here and its constant;
// TestEveryFormIsComplete tells what it lacks.
var forms = [kinds]form{
	AtLeast: {sign: ">=", place: before, valid: anyNumber,
		judge: func(t Target, _, n quantity.Number) Verdict { return ladder(n.Cmp(t.A) > 0, n.Equal(t.A)) },
		// More can only better what stands at the bound already.
		settled: func(t Target, sum quantity.Number) (Verdict, bool) {
			return ladder(sum.Cmp(t.A) > 0, true), sum.Cmp(t.A) >= 0
		},
		canExceed: true, base: ofBound, near: nearBound, bound: true,
		column: "≥ {a}", prose: says("từ {a}{unit} trở lên", "at least {a}{unit}")},
	MoreThan: {sign: ">", place: before, valid: anyNumber,
		judge:   func(t Target, _, n quantity.Number) Verdict { return ladder(false, n.Cmp(t.A) > 0) },
		settled: func(t Target, sum quantity.Number) (Verdict, bool) { return Met, sum.Cmp(t.A) > 0 },
		beyond:  func(Target, quantity.Number) bool { return true },
		// The whole of what was to be exceeded is no hundred percent of the promise.
		base: func(t Target, n quantity.Number) (quantity.Number, bool) { return t.A, !n.Equal(t.A) },
		near: nearBound, bound: true,
		column: "> {a}", prose: says("trên {a}{unit}", "more than {a}{unit}")},
	AtMost: {sign: "<=", place: before, valid: anyNumber,
		judge:   func(t Target, _, n quantity.Number) Verdict { return ladder(false, n.Cmp(t.A) <= 0) },
		settled: func(t Target, sum quantity.Number) (Verdict, bool) { return Missed, sum.Cmp(t.A) > 0 },
		beyond:  func(t Target, n quantity.Number) bool { return n.Cmp(t.A) < 0 },
		base:    noBase, near: nearBound, upper: true, bound: true,
		column: "≤ {a}", prose: says("không quá {a}{unit}", "at most {a}{unit}")},
	LessThan: {sign: "<", place: before, valid: anyNumber,
		judge:   func(t Target, _, n quantity.Number) Verdict { return ladder(false, n.Cmp(t.A) < 0) },
		settled: func(t Target, sum quantity.Number) (Verdict, bool) { return Missed, sum.Cmp(t.A) >= 0 },
		beyond:  func(Target, quantity.Number) bool { return true },
		base:    noBase, near: nearBound, upper: true, bound: true,
		column: "< {a}", prose: says("dưới {a}{unit}", "less than {a}{unit}")},
	Around: {sign: "+-", place: between, valid: func(_, b quantity.Number) bool { return b.Sign() >= 0 },
		judge: func(t Target, _, n quantity.Number) Verdict {
			return ladder(false, n.Sub(t.A).Abs().Cmp(t.B) <= 0)
		},
		settled: func(t Target, sum quantity.Number) (Verdict, bool) { return Missed, sum.Cmp(t.A.Add(t.B)) > 0 },
		base:    noBase, near: nearBound, tolerance: true,
		column: "{a} ± {b}", prose: func(t Target, unit string) diag.Text {
			if unit == "%" {
				return t.say("{a}% (± {b} điểm phần trăm)", "{a}% (± {b} points)", unit)
			}
			return t.say("{a}{unit} (± {b})", "{a}{unit} (± {b})", unit)
		}},
	Range: {sign: "..", place: between, valid: func(a, b quantity.Number) bool { return a.Cmp(b) < 0 },
		judge: func(t Target, _, n quantity.Number) Verdict {
			if t.Lower {
				return ladder(n.Cmp(t.A) < 0, n.Cmp(t.B) <= 0)
			}
			return ladder(n.Cmp(t.B) > 0, n.Cmp(t.A) >= 0)
		},
		// A sum inside it is left open: a range is about where the year ends.
		settled: func(t Target, sum quantity.Number) (Verdict, bool) {
			if t.Lower {
				return Missed, sum.Cmp(t.B) > 0
			}
			return Exceeded, sum.Cmp(t.B) > 0
		},
		canExceed: true,
		base: func(t Target, n quantity.Number) (quantity.Number, bool) {
			if n.Cmp(t.B) > 0 {
				return t.B, !t.Lower
			}
			return t.A, !t.Lower
		},
		near:   func(t Target) []quantity.Number { return []quantity.Number{t.A, t.B} },
		column: "{a} - {b}", prose: says("{a} - {b}{unit}", "{a} to {b}{unit}")},
	// "= 12" promises nothing an office can keep.
	Exactly: {sign: "=", place: before,
		valid: func(a, _ quantity.Number) bool { return a.Sign() == 0 || a.Equal(hundred) },
		judge: func(t Target, exact, _ quantity.Number) Verdict { return ladder(false, exact.Equal(t.A)) },
		// More than 100 is an error of the data, which the caller reports.
		settled: func(t Target, sum quantity.Number) (Verdict, bool) {
			return Missed, t.A.Sign() == 0 && sum.Sign() > 0
		},
		base: ofBound, near: nowhere, exact: true,
		column: "{a}", prose: func(t Target, unit string) diag.Text {
			if t.A.Sign() == 0 && slices.Contains(happenings, unit) {
				return t.say("không để xảy ra{unit} nào", "no{unit} at all", unit)
			}
			if t.A.Sign() == 0 && !quantity.Attached(unit) && !quantity.IsMeasured(unit) {
				return t.say("không còn{unit}", "no{unit} left", unit)
			}
			return t.say("{a}{unit}", "{a}{unit}", unit)
		}},
	By: {sign: "by", place: before, valid: anyNumber,
		judge:   func(t Target, _, n quantity.Number) Verdict { return ladder(false, n.Cmp(t.A) <= 0) },
		settled: never, base: noBase, near: nowhere, upper: true,
		column: "đến {a}", prose: says("chậm nhất ngày {a}", "by {a}")},
	ByOffice: {sign: "statement", place: alone, valid: anyNumber,
		judge:   func(Target, quantity.Number, quantity.Number) Verdict { return Unassessed },
		settled: never, base: noBase, near: nowhere,
		column: "Thực hiện", prose: says("đánh giá bằng lời", "judged in words")},
	InfoOnly: {sign: "info", place: alone, valid: anyNumber,
		judge:   func(Target, quantity.Number, quantity.Number) Verdict { return Info },
		settled: never, base: noBase, near: nowhere,
		column: "Theo dõi", prose: says("chỉ để theo dõi", "for information")},
}

// happenings are counted as they happen: none of them is not "none left".
var happenings = []string{"vụ", "vụ việc", "vụ cháy", "trường hợp", "ca", "sự cố", "điểm nóng", "lượt vi phạm"}

func ladder(exceeded, met bool) Verdict {
	switch {
	case exceeded:
		return Exceeded
	case met:
		return Met
	}
	return Missed
}

func anyNumber(_, _ quantity.Number) bool { return true }

func never(Target, quantity.Number) (Verdict, bool) { return "", false }

func ofBound(t Target, _ quantity.Number) (quantity.Number, bool) { return t.A, true }

func noBase(Target, quantity.Number) (quantity.Number, bool) { return quantity.Number{}, false }

func nearBound(t Target) []quantity.Number { return []quantity.Number{t.A} }

func nowhere(Target) []quantity.Number { return nil }

func says(vi, en string) func(Target, string) diag.Text {
	return func(t Target, unit string) diag.Text { return t.say(vi, en, unit) }
}

// ErrTarget is returned for text that is not in the target language.
var ErrTarget = errors.New("not a target")

// ErrAmbiguous is returned for a number such as 1.250 among Vietnamese words: it may be 1250 or 1,25.
var ErrAmbiguous = errors.New("a number that can be read in two ways")

// ParseTarget reads one sentence of the target language: ">= 80", "125..130",
// "45.87 +- 0.5", "= 100", "by 2022-06-30", "statement"... or what people write
// in its place (asWritten): "từ 80 trở lên".
func ParseTarget(s string) (Target, error) {
	t, err := parseTarget(s)
	if err == nil {
		return t, nil
	}
	said, saidErr := asWritten(s)
	if saidErr != nil {
		return Target{}, saidErr
	}
	return parseTarget(said)
}

func parseTarget(s string) (Target, error) {
	t := Target{Text: strings.Join(strings.Fields(s), " ")}
	found := false
	for kind := range kinds { // of ">" and ">=" the longer sign is meant
		if f := forms[kind]; f.stands(t.Text) && (!found || len(f.sign) > len(forms[t.Kind].sign)) {
			t.Kind, found = kind, true
		}
	}
	if !found {
		return Target{}, ErrTarget
	}
	f := forms[t.Kind]
	var errA, errB error
	switch a, b, _ := strings.Cut(t.Text, f.sign); f.place {
	case before:
		switch b = strings.TrimSpace(b); {
		case t.Kind == By:
			t.A, errA = targetDay(b)
		case b == previous && forms[t.Kind].bound:
			t.OfLast = true
		default:
			t.A, errA = targetNumber(b)
		}
	case between:
		t.A, errA = targetNumber(a)
		t.B, errB = targetNumber(b)
	case alone:
	}
	if errA != nil || errB != nil || !f.valid(t.A, t.B) {
		return Target{}, ErrTarget
	}
	return t, nil
}

// previous stands for last year's figure.
const previous = "previous"

// stands reports that the form's sign stands in a text where it belongs.
func (f form) stands(text string) bool {
	switch f.place {
	case before:
		return strings.HasPrefix(text, f.sign)
	case between:
		return strings.Contains(text, f.sign)
	case alone:
	}
	return text == f.sign
}

// targetNumber reads a plain number: no exponent, no sign but a minus, no
// leading or trailing point, so that "1...2" and "+5" are mistakes.
func targetNumber(s string) (quantity.Number, error) {
	s = strings.TrimSpace(s)
	digits := strings.TrimPrefix(s, "-")
	if digits == "" || strings.ContainsAny(digits, "+-eE") || digits[0] == '.' || digits[len(digits)-1] == '.' {
		return quantity.Number{}, ErrTarget
	}
	return quantity.Parse(s)
}

// Judge compares a figure with the target: judged is the figure as printed
// (Measure.Figure), exact is before rounding and decides "= 100" and "= 0".
// A figure above "= 100" is an error of the data that the caller reports; here
// it does not meet the target.
func (t Target) Judge(exact, judged quantity.Number) Verdict {
	return t.called(forms[t.Kind].judge(t, exact, judged), judged)
}

// called is the verdict as the plan calls it for a figure better than promised.
func (t Target) called(v Verdict, n quantity.Number) Verdict {
	switch beyond := forms[t.Kind].beyond; {
	case v == Exceeded && (t.Beyond == BeyondMeets || t.OfLast):
		return Met
	case v == Met && t.Beyond == BeyondExceeds && beyond != nil && beyond(t, n):
		return Exceeded
	}
	return v
}

// Settled judges a sum that is still growing, where no later answer can undo
// it: a lower bound reached, or a ceiling passed.
func (t Target) Settled(sum quantity.Number) (v Verdict, ok bool) {
	if v, ok = forms[t.Kind].settled(t, sum); !ok || t.Open() {
		return "", false
	}
	return t.called(v, sum), true
}

// CanExceed reports whether a figure can be better than promised.
func (t Target) CanExceed() bool {
	f := forms[t.Kind]
	return t.Beyond != BeyondMeets && !t.OfLast && (f.canExceed || f.beyond != nil && t.Beyond == BeyondExceeds)
}

// Exact reports that nothing but the very figure is what was promised.
func (t Target) Exact() bool { return forms[t.Kind].exact }

// All is "= 100": a figure above it is an error of the data.
func (t Target) All() bool { return t.Exact() && t.A.Equal(hundred) }

// None is "= 0": nothing of it is to be left.
func (t Target) None() bool { return t.Exact() && t.A.Sign() == 0 }

// Near are the figures near which the figure should lie, the lowest first.
func (t Target) Near() []quantity.Number {
	if t.OfLast {
		return nil // last year's figure is compared by itself
	}
	return forms[t.Kind].near(t)
}

// Ends are the two ends of a range.
func (t Target) Ends() (low, high quantity.Number, ok bool) {
	near := t.Near()
	if len(near) != 2 {
		return low, high, false
	}
	return near[0], near[1], true
}

// Promised are the least and the most that the target names, where it promises
// to get there rather than to stay below; the same number twice for one.
func (t Target) Promised() (low, high quantity.Number, ok bool) {
	near := t.Near()
	if len(near) == 0 || forms[t.Kind].upper {
		return low, high, false
	}
	return near[0], near[len(near)-1], true
}

// Tolerance is how far from A the figure may lie.
func (t Target) Tolerance() (quantity.Number, bool) {
	if !forms[t.Kind].tolerance {
		return quantity.Number{}, false
	}
	return t.B, true
}

// inside reports a figure within a range: that is 100 percent of it.
func (t Target) inside(n quantity.Number) bool {
	low, high, ok := t.Ends()
	return ok && n.Cmp(low) >= 0 && n.Cmp(high) <= 0
}

// PercentOf is the judged figure in percent of the target, unrounded; ok is
// false where the target has none. For growth, plan and share there is none
// either, whatever the target: see Measure.PercentOf.
func (t Target) PercentOf(judged quantity.Number) (percent quantity.Number, ok bool) {
	low, _, _ := t.Ends()
	if judged.Sign() < 0 || low.Sign() < 0 { // what is below zero is no part of anything
		return quantity.Number{}, false
	}
	if t.inside(judged) {
		return hundred, !t.Lower
	}
	base, ok := t.Base(judged)
	if !ok {
		return quantity.Number{}, false
	}
	return judged.Mul(hundred).Quo(base)
}

// Base is the number, above 0, that a judged figure is given in percent of. There
// is none where the target has no percent, nor inside a range.
func (t Target) Base(judged quantity.Number) (base quantity.Number, ok bool) {
	if t.inside(judged) {
		return quantity.Number{}, false
	}
	base, ok = forms[t.Kind].base(t, judged)
	return base, ok && base.Sign() > 0 && !t.OfLast
}

// Vi is the target as a table's column prints it: "≥ 80", "125 - 130", "45,87 ± 0,5".
func (t Target) Vi() string {
	if t.OfLast {
		return strings.Replace(forms[t.Kind].column, "{a}", "năm trước", 1)
	}
	if t.Kind == By {
		return strings.Replace(forms[t.Kind].column, "{a}", Day(t.A).Short(), 1)
	}
	return numbered(forms[t.Kind].column, t.A.Exact(), t.B.Exact())
}

// Parts are what Vi prints, in pieces: what stands before the first number, the one
// number or two, and what stands between them. There are no numbers where it is words.
func (t Target) Parts() (before string, numbers []quantity.Number, between string) {
	before, rest, ok := strings.Cut(forms[t.Kind].column, "{a}")
	if !ok || t.OfLast || t.Kind == By {
		return "", nil, ""
	}
	numbers = append(numbers, t.A)
	if between, _, ok = strings.Cut(rest, "{b}"); ok {
		return before, append(numbers, t.B), between
	}
	return before, numbers, ""
}

// Prose is the target in running text with its unit where the language puts it:
// "từ 80% trở lên", "từ 02 trường trở lên", "125 - 130 đảng viên". Small counts
// get their leading zero.
func (t Target) Prose(unit string) diag.Text {
	if t.OfLast {
		return besideLast[t.Kind]
	}
	return forms[t.Kind].prose(t, unit)
}

// besideLast are the targets that last year's figure bounds, in running text.
var besideLast = map[TargetKind]diag.Text{
	AtLeast:  {Vi: "không thấp hơn năm trước", En: "not below last year"},
	MoreThan: {Vi: "cao hơn năm trước", En: "above last year"},
	AtMost:   {Vi: "không cao hơn năm trước", En: "not above last year"},
	LessThan: {Vi: "thấp hơn năm trước", En: "below last year"},
}

// say fills in a wording.
func (t Target) say(vi, en, unit string) diag.Text {
	a, b, suffix := t.A.Of(unit), t.B.Of(unit), unit
	if t.Kind == By {
		day := Day(t.A)
		return diag.Text{Vi: strings.Replace(vi, "{a}", day.Short(), 1), En: strings.Replace(en, "{a}", day.ISO(), 1)}
	}
	if unit != "" && !quantity.Attached(unit) {
		suffix = " " + unit
	}
	fill := func(pattern, a, b string) string {
		return strings.ReplaceAll(numbered(pattern, a, b), "{unit}", suffix)
	}
	return diag.Text{Vi: fill(vi, a, b), En: fill(en, t.A.English(), t.B.English())}
}

// numbered puts the numbers of a target in their places.
func numbered(pattern, a, b string) string {
	return strings.ReplaceAll(strings.ReplaceAll(pattern, "{a}", a), "{b}", b)
}
