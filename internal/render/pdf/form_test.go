package pdf

// What the documents of these tests have, in the form dang-hd36.
const (
	bodySize     = 14.0
	leading      = 18.5
	leastLeading = 18.0
	annexSize    = 10.5
)
