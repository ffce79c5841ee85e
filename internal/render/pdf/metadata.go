package pdf

import (
	"encoding/xml"
	"strings"
	"time"
)

// written is what a file says of itself: twice, in the words of PDF and in those of
// XMP, which have to agree.
type written struct {
	title, author, subject string
	at                     time.Time
}

const producer = "baocao"

// vietnam is the zone in which a document has its date.
var vietnam = time.FixedZone("", 7*60*60)

func writtenOf(l *Layout) written {
	line := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	return written{line(l.Title), line(l.Author), line(l.Subject), l.Created.In(vietnam)}
}

// date is a time in the notation of PDF.
func date(t time.Time) string { return t.Format("(D:20060102150405+07'00')") }

func (w written) info() string {
	out := "<<"
	for _, e := range []struct{ key, value string }{
		{"Title", w.title}, {"Author", w.author}, {"Subject", w.subject}, {"Creator", producer}, {"Producer", producer},
	} {
		if e.value != "" {
			out += "/" + e.key + textString(e.value)
		}
	}
	return out + "/CreationDate" + date(w.at) + "/ModDate" + date(w.at) + ">>"
}

// xmp says the same as info, and the part of PDF/A that the file keeps to.
func (w written) xmp(part string) []byte {
	var b strings.Builder
	element := func(name, before, value, after string) {
		if value == "" {
			return
		}
		b.WriteString("<" + name + ">" + before)
		_ = xml.EscapeText(&b, []byte(value)) // a Builder takes everything
		b.WriteString(after + "</" + name + ">\n")
	}
	at := w.at.Format("2006-01-02T15:04:05-07:00")
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` + "\n" +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"` +
		` xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"` +
		` xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">` + "\n")
	element("dc:format", "", "application/pdf", "")
	element("dc:language", "<rdf:Bag><rdf:li>", language, "</rdf:li></rdf:Bag>")
	element("dc:title", `<rdf:Alt><rdf:li xml:lang="x-default">`, w.title, "</rdf:li></rdf:Alt>")
	element("dc:creator", "<rdf:Seq><rdf:li>", w.author, "</rdf:li></rdf:Seq>")
	element("dc:description", `<rdf:Alt><rdf:li xml:lang="x-default">`, w.subject, "</rdf:li></rdf:Alt>")
	element("xmp:CreatorTool", "", producer, "")
	element("xmp:CreateDate", "", at, "")
	element("xmp:ModifyDate", "", at, "")
	element("pdf:Producer", "", producer, "")
	element("pdfaid:part", "", part, "")
	element("pdfaid:conformance", "", "B", "")
	b.WriteString("</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return []byte(b.String())
}
