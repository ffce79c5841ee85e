// Package templates holds the report's wording: Markdown with text/template
// actions, and named texts in TOML for what is printed outside the report's
// running text. README.md, in Vietnamese, tells the office what each file may use.
package templates

import "embed"

// FS holds the wording, by the paths a working folder's own copy replaces.
//
//go:embed bao-cao/*.md cau/*.md tu-ngu/*.toml
var FS embed.FS
