package resolution

import (
	"errors"
	"strings"

	"baocao/internal/quantity"
)

// TargetKind is a word of the target language (docs/design.md 4).
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

// Vi is the target as a table's column prints it: "≥ 80", "125 - 130", "45,87 ± 0,5".
func (t Target) Vi() string {
	a, b := t.A.Exact(), t.B.Exact()
	switch t.Kind {
	case AtLeast:
		return "≥ " + a
	case MoreThan:
		return "> " + a
	case AtMost:
		return "≤ " + a
	case LessThan:
		return "< " + a
	case Around:
		return a + " ± " + b
	case Range:
		return a + " - " + b
	case Hundred, Zero:
		return a
	case IsStatement:
		return "Thực hiện"
	}
	return "Theo dõi"
}

// Prose is the target in running text, without a unit: "từ 80 trở lên".
func (t Target) Prose() string { return t.ProseIn("") }

// ProseIn is the target in running text with its unit where the language puts
// it: "từ 80% trở lên", "từ 02 trường trở lên", "125 - 130 đảng viên". Small
// counts get their leading zero.
func (t Target) ProseIn(unit string) string {
	a, b := t.A.Exact(), t.B.Exact()
	suffix := ""
	switch unit {
	case "":
	case "%":
		suffix = "%"
	default:
		a, b = t.A.Count(), t.B.Count()
		suffix = " " + unit
	}
	switch t.Kind {
	case AtLeast:
		return "từ " + a + suffix + " trở lên"
	case MoreThan:
		return "trên " + a + suffix
	case AtMost:
		return "không quá " + a + suffix
	case LessThan:
		return "dưới " + a + suffix
	case Around:
		if unit == "%" {
			return a + "% (± " + b + " điểm phần trăm)"
		}
		return a + suffix + " (± " + b + ")"
	case Range:
		return a + " - " + b + suffix
	case Hundred, Zero:
		return a + suffix
	case IsStatement:
		return "thực hiện"
	}
	return "theo dõi"
}
