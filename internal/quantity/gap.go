package quantity

// Gap is how far a figure lies from one that it should be near.
type Gap struct {
	Times string // how many times the other it is: "10", "1/1.000", about "7"
	Power bool   // a power of ten, within a quarter: a slip of the unit or of a separator
	Far   bool   // more than 5 times it, or less than a fifth
}

var ten = Int(10)

// The bounds of a gap: what is more than FarTimes another is far from it; what is
// within SlipWithin of a power of ten slipped by that power.
var (
	FarTimes   = Int(5)
	SlipWithin = Decimal(125, 2)
)

// maxPower bounds the powers of ten looked for; money in đồng for billions is 9.
const maxPower = 12

// GapTo compares a figure with another; nothing is told of numbers that are not
// above zero.
func (n Number) GapTo(other Number) Gap {
	if n.Sign() <= 0 || other.Sign() <= 0 {
		return Gap{}
	}
	above := n.Cmp(other) > 0
	q, _ := n.Quo(other)
	if !above {
		q, _ = other.Quo(n)
	}
	if q.Cmp(FarTimes) <= 0 {
		return Gap{}
	}
	g := Gap{Far: true, Times: q.Round(0).Exact()}
	for p, i := ten, 0; i < maxPower; p, i = p.Mul(ten), i+1 {
		if q.Mul(SlipWithin).Cmp(p) >= 0 && q.Cmp(p.Mul(SlipWithin)) <= 0 {
			g.Power, g.Times = true, p.Exact()
			break
		}
	}
	if !above {
		g.Times = "1/" + g.Times
	}
	return g
}

// Towards is a number in the step of ten in which it comes nearest to another:
// what it was if it slipped by a power of ten. ok is false where it has not.
func (n Number) Towards(other Number) (slipped Number, ok bool) {
	slipped = n
	if n.Sign() <= 0 || other.Sign() <= 0 {
		return n, false
	}
	tenth, _ := Int(1).Quo(ten)
	for range maxPower {
		next := slipped.Mul(ten)
		if slipped.Cmp(other) > 0 {
			next = slipped.Mul(tenth)
		}
		if !closer(next, slipped, other) {
			break
		}
		slipped = next
	}
	return slipped, !slipped.Equal(n)
}

// closer: of two positive numbers the first is nearer to another, by their quotients.
func closer(a, b, other Number) bool {
	of := func(n Number) Number {
		q, _ := n.Quo(other)
		if q.Cmp(Int(1)) < 0 {
			q, _ = other.Quo(n)
		}
		return q
	}
	return of(a).Cmp(of(b)) < 0
}
