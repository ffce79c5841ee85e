package ooxml

import (
	"cmp"
	"encoding/xml"
	"strings"
	"time"
)

// CorePart is the part that says whose a file is and when it was made.
const CorePart = "docProps/core.xml"

// Properties are what a file says of itself.
type Properties struct {
	Title, Subject, Author string
	Created                time.Time // never the clock's
}

// Core is the content of the part, behind the head of every part. Its elements have the prefixes that Office
// writes: there are readers that know no others.
func (p Properties) Core() string {
	var b strings.Builder
	b.WriteString(
		`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
			`xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ` +
			`xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	author := cmp.Or(oneLine(p.Author), "baocao")
	day := p.Created
	if day.IsZero() {
		day = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	for _, e := range []struct{ name, text string }{
		{"dc:title", oneLine(p.Title)}, {"dc:subject", oneLine(p.Subject)}, {"dc:creator", author},
		{"cp:lastModifiedBy", author}, {"dc:language", "vi-VN"},
	} {
		if e.text != "" {
			b.WriteString("<" + e.name + ">")
			_ = xml.EscapeText(&b, []byte(e.text)) // a Builder takes everything
			b.WriteString("</" + e.name + ">")
		}
	}
	for _, name := range []string{"created", "modified"} {
		b.WriteString(`<dcterms:` + name + ` xsi:type="dcterms:W3CDTF">` + day.UTC().Format(time.RFC3339) +
			`</dcterms:` + name + `>`)
	}
	b.WriteString(`</cp:coreProperties>`)
	return b.String()
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
