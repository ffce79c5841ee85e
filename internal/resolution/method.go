package resolution

// Method says how the reporting units' inputs become the figure (docs/design.md 4).
type Method string

// The methods.
const (
	Value       Method = "value"
	Sum         Method = "sum"
	Ratio       Method = "ratio"
	Growth      Method = "growth"
	PlanRatio   Method = "plan" // against a planned amount
	Share       Method = "share"
	TotalGrowth Method = "total_growth"
	Statement   Method = "statement"
)

// Divided reports whether the figure is a quotient, and so rounded once.
func (m Method) Divided() bool {
	switch m {
	case Ratio, Growth, PlanRatio, Share, TotalGrowth:
		return true
	}
	return false
}

// Roles are the inputs of a method, in the order forms ask for them.
func (m Method) Roles() []Role {
	switch m {
	case Value, Sum, Share:
		return []Role{RoleValue}
	case Ratio:
		return []Role{RoleNumerator, RoleDenominator}
	case Growth:
		return []Role{RoleCurrent, RolePrevious}
	case PlanRatio:
		return []Role{RoleActual, RolePlan}
	case Statement:
		return []Role{RoleStatus, RoleEvidence}
	}
	return nil
}
