package resolution

import (
	"slices"

	"baocao/internal/quantity"
)

// Formula is how a figure comes out of the totals of its inputs. There is one
// for the figure, for the trace that explains it and for the cell of a sheet.
type Formula struct {
	op          Op
	left, right *Formula        // nil of a single number
	role        Role            // of a single number: whose total it is, "" for a constant
	constant    quantity.Number // without a role
}

// Op puts two parts of a formula together.
type Op int

// The four operations.
const (
	Plus Op = iota
	Minus
	Times
	Over
)

func total(role Role) *Formula { return &Formula{role: role} }

func constant(n int64) *Formula { return &Formula{constant: quantity.Int(n)} }

func join(left *Formula, op Op, right *Formula) *Formula {
	return &Formula{op: op, left: left, right: right}
}

// per is factor x part / whole.
func per(factor int64, part, whole *Formula) *Formula {
	return join(join(constant(factor), Times, part), Over, whole)
}

// times is a quotient made by per, with another factor; one of 1 is left out.
func (f *Formula) times(factor quantity.Number) *Formula {
	part := f.left.right
	if factor.Equal(quantity.Int(1)) {
		return join(part, Over, f.right)
	}
	return join(join(&Formula{constant: factor}, Times, part), Over, f.right)
}

// Divisor is what a quotient is divided by, nil for what is no quotient.
func (f *Formula) Divisor() *Formula {
	if f == nil || f.left == nil || f.op != Over {
		return nil
	}
	return f.right
}

// Total is the role of a formula that is the total of one input and nothing else.
func (f *Formula) Total() (Role, bool) {
	if f == nil || f.role == "" {
		return "", false
	}
	return f.role, true
}

// Roles are the inputs that a formula takes, each once.
func (f *Formula) Roles() []Role {
	var roles []Role
	f.walk(func(part *Formula) {
		if part.role != "" && !slices.Contains(roles, part.role) {
			roles = append(roles, part.role)
		}
	})
	return roles
}

// subtracts reports a figure that is a change: it may be below 0.
func (f *Formula) subtracts() (found bool) {
	f.walk(func(part *Formula) { found = found || part.left != nil && part.op == Minus })
	return found
}

func (f *Formula) walk(visit func(*Formula)) {
	if f == nil {
		return
	}
	visit(f)
	f.left.walk(visit)
	f.right.walk(visit)
}

// Compute is the exact figure. ok is false where a divisor is 0 or less: below
// 0 the quotient would turn a rise into a fall.
func (f *Formula) Compute(total func(Role) quantity.Number) (n quantity.Number, ok bool) {
	ok = true
	itself := func(n quantity.Number) quantity.Number { return n }
	n = Fold(f, total, itself, func(op Op, x, y quantity.Number) (n quantity.Number) {
		switch op {
		case Plus:
			n = x.Add(y)
		case Minus:
			n = x.Sub(y)
		case Times:
			n = x.Mul(y)
		case Over:
			if y.Sign() <= 0 {
				ok = false
				break
			}
			n, _ = x.Quo(y)
		}
		return n
	})
	return n, ok
}

// Signs are the signs of a formula as they are written somewhere, spaces included.
type Signs struct{ Plus, Minus, Times, Over string }

// Text writes the formula with the totals as the caller writes them, and with no
// more parentheses than it needs.
func (f *Formula) Text(total func(Role) string, constant func(quantity.Number) string, signs Signs) string {
	type piece struct {
		text  string
		binds int // 1: a sum or difference, 2: a product or quotient, 3: one number
	}
	ofTotal := func(r Role) piece { return piece{total(r), 3} }
	ofConstant := func(n quantity.Number) piece { return piece{constant(n), 3} }
	within := func(p piece, binds int) string {
		if p.binds < binds {
			return "(" + p.text + ")"
		}
		return p.text
	}
	return Fold(f, ofTotal, ofConstant, func(op Op, x, y piece) (p piece) {
		switch op {
		case Plus:
			p = piece{within(x, 1) + signs.Plus + within(y, 1), 1}
		case Minus:
			p = piece{within(x, 1) + signs.Minus + within(y, 2), 1}
		case Times:
			p = piece{within(x, 2) + signs.Times + within(y, 2), 2}
		case Over:
			p = piece{within(x, 2) + signs.Over + within(y, 3), 2}
		}
		return p
	}).text
}

// Fold goes through a formula from its numbers up, with what the caller makes of
// a total, of a constant and of two parts put together.
func Fold[T any](f *Formula, total func(Role) T, constant func(quantity.Number) T, join func(Op, T, T) T) T {
	switch {
	case f.role != "":
		return total(f.role)
	case f.left == nil:
		return constant(f.constant)
	}
	return join(f.op, Fold(f.left, total, constant, join), Fold(f.right, total, constant, join))
}
