package workbook

// String is the kind's name in what `inspect` prints.
func (k Kind) String() string {
	switch k {
	case Number:
		return "number"
	case Text:
		return "text"
	case Bool:
		return "bool"
	case Error:
		return "error"
	}
	return "no-value"
}
