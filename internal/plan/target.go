package plan

import (
	"errors"
	"strings"

	"baocao/internal/quantity"
)

// TargetKind is a word of the target language (design.md 4).
type TargetKind int

// The kinds of targets.
const (
	AtLeast     TargetKind = iota // >= x
	MoreThan                      // > x
	AtMost                        // <= x
	LessThan                      // < x
	Around                        // x +- d
	Range                         // a..b
	Hundred                       // = 100
	Zero                          // = 0
	IsStatement                   // statement
	IsInfo                        // info
)

// Target is what a figure is compared with.
type Target struct {
	Kind TargetKind
	A    quantity.Number // x, or the low end of a range
	B    quantity.Number // the tolerance d, or the high end of a range
	Text string          // as written in the plan, for ket-qua.json: ">= 80"
}

// ErrTarget is returned for text that is not in the target language.
var ErrTarget = errors.New("not a target")

// ParseTarget reads one sentence of the target language: ">= 80", "125..130",
// "45.87 +- 0.5", "= 100", "statement"...
func ParseTarget(s string) (Target, error) {
	t := Target{Text: strings.Join(strings.Fields(s), " ")}
	one := func(kind TargetKind, number string) (Target, error) {
		n, err := targetNumber(number)
		if err != nil {
			return Target{}, ErrTarget
		}
		t.Kind, t.A = kind, n
		return t, nil
	}
	two := func(kind TargetKind, a, b string) (Target, error) {
		n, errA := targetNumber(a)
		m, errB := targetNumber(b)
		if errA != nil || errB != nil {
			return Target{}, ErrTarget
		}
		t.Kind, t.A, t.B = kind, n, m
		return t, nil
	}
	text := t.Text
	switch {
	case text == "statement":
		t.Kind = IsStatement
		return t, nil
	case text == "info":
		t.Kind = IsInfo
		return t, nil
	case strings.HasPrefix(text, ">="):
		return one(AtLeast, text[2:])
	case strings.HasPrefix(text, "<="):
		return one(AtMost, text[2:])
	case strings.HasPrefix(text, ">"):
		return one(MoreThan, text[1:])
	case strings.HasPrefix(text, "<"):
		return one(LessThan, text[1:])
	case strings.HasPrefix(text, "="):
		t, err := one(Hundred, text[1:])
		switch {
		case err != nil:
		case t.A.Sign() == 0:
			t.Kind = Zero
		case !t.A.Equal(hundred):
			err = ErrTarget // "exactly 12" promises nothing an office can keep
		}
		if err != nil {
			return Target{}, err
		}
		return t, nil
	}
	if a, b, ok := strings.Cut(text, "+-"); ok {
		t, err := two(Around, a, b)
		if err == nil && t.B.Sign() < 0 {
			return Target{}, ErrTarget
		}
		return t, err
	}
	if a, b, ok := strings.Cut(text, ".."); ok {
		t, err := two(Range, a, b)
		if err == nil && t.A.Cmp(t.B) >= 0 {
			return Target{}, ErrTarget
		}
		return t, err
	}
	return Target{}, ErrTarget
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
