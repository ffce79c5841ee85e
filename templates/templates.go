// Package templates holds the report's wording: Markdown with text/template
// actions. README.md, in Vietnamese, lists what each file may use.
package templates

import "embed"

// FS holds the wording, by the paths a working folder's own copy replaces.
//
//go:embed bao-cao/*.md cau/*.md
var FS embed.FS
