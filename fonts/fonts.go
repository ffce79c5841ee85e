// Package fonts embeds the document faces: Liberation Serif 2.1.5, whose
// letters are as wide as those of Times New Roman, which the rules of form ask
// for. The files are the unmodified originals, as the name may be kept only
// then (SIL Open Font License 1.1, see LICENSE-Liberation.txt, which has to go
// along with the program). Nothing is parsed here: who measures or prints with
// a face reads it when it is first needed.
package fonts

import _ "embed"

// The four faces, as TrueType files. They are shared: never write to them.
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
