// Package fonts embeds the document faces: Liberation Serif 2.1.5, whose
// metrics are those of Times New Roman (SIL Open Font License 1.1, see
// LICENSE-Liberation.txt). The files are the unmodified originals.
package fonts

import _ "embed"

// The four faces, as TrueType files.
var (
	//go:embed LiberationSerif-Regular.ttf
	Regular []byte
	//go:embed LiberationSerif-Bold.ttf
	Bold []byte
	//go:embed LiberationSerif-Italic.ttf
	Italic []byte
	//go:embed LiberationSerif-BoldItalic.ttf
	BoldItalic []byte
)
