package app_test

import (
	"encoding/xml"
	"fmt"
	"html"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"baocao/fonts"
	"baocao/internal/document"
	"baocao/internal/render/pdf"
)

const typographyDoc = "../../docs/typography.md"

// The table in docs/typography.md says how lines are set, by the program and by others,
// on the same texts. To measure again, and to see what had to be left out:
// BAOCAO_TEST_SLOW=1 go test ./internal/app -run TestTheTableOfTypography -v -update
func TestTheTableOfTypography(t *testing.T) {
	t.Parallel()
	for _, of := range []struct{ name, path string }{
		{"report", "testdata/typography.txt"},
		{"resolution", "../../../shared/seed/nghi-quyet-02-NQ-QU.txt"},
	} {
		text, err := os.ReadFile(of.path)
		if err != nil {
			t.Logf("skipped: the text %q: %v", of.name, err)
			continue
		}
		d := documentOf(string(text))
		layout, _, err := pdf.Set(d)
		must(t, err)
		m := measured(bodyLines(layout))
		t.Logf("%s: %v", of.name, m)
		row(t, fmt.Sprintf("| %s | baocao |", of.name), m)

		// The ruler for others, laid on ours first.
		data, _, _, err := pdf.Render(d)
		must(t, err)
		path := filepath.Join(t.TempDir(), "a.pdf")
		put(t, path, string(data))
		lines := linesIn(t, path)
		if lines == nil {
			continue
		}
		if a, b := m.cells(), measured(lines).cells(); a != b {
			t.Errorf("%s: a reader of the file measures %s, the frames say %s", of.name, b, a)
		}
		if !*update || os.Getenv("BAOCAO_TEST_SLOW") == "" {
			t.Log("skipped: LibreOffice; with -update and BAOCAO_TEST_SLOW=1 its row is measured again")
			continue
		}
		if lines := linesIn(t, byLibreOffice(t, string(text))); lines != nil {
			m := measured(lines)
			t.Logf("%s by LibreOffice: %v", of.name, m)
			row(t, fmt.Sprintf("| %s | LibreOffice Writer |", of.name), m)
		}
	}
	t.Log("skipped: Typst; its row is the one of a review, which measured it once")
}

// documentOf makes paragraphs of lines; "# " stands before a heading, "- " before an item.
func documentOf(text string) *document.Document {
	d := &document.Document{Profile: "dang-hd36"}
	for _, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if heading, ok := strings.CutPrefix(line, "# "); ok {
			d.Body = append(d.Body, document.Heading{Level: 2, Runs: []document.Run{{Text: heading}}})
			continue
		}
		d.Body = append(d.Body, document.Paragraph{Runs: []document.Run{{Text: line}}})
	}
	return d
}

func (m typography) cells() string {
	mean, worst := m.meanAndWorst()
	square := 0.0
	for _, r := range m.spaces {
		square += (r - 1) * (r - 1) / float64(len(m.spaces))
	}
	return fmt.Sprintf("%d | %.2f | %.2f | %.2f | %d | %d | %d of %d", len(m.spaces), mean, math.Sqrt(square), worst,
		len(m.open), len(m.never)+len(m.seldom), len(m.alone), m.paragrs)
}

// row compares a row of the table with what was measured, or replaces it.
func row(t *testing.T, begins string, m typography) {
	t.Helper()
	data, err := os.ReadFile(typographyDoc)
	must(t, err)
	lines := strings.Split(string(data), "\n")
	i := slices.IndexFunc(lines, func(line string) bool { return strings.HasPrefix(line, begins) })
	if i < 0 {
		t.Fatalf("%s has no row %s", typographyDoc, begins)
	}
	want := begins + " " + m.cells() + " |"
	if *update {
		lines[i] = want
		put(t, typographyDoc, strings.Join(lines, "\n"))
	} else if lines[i] != want {
		t.Errorf("%s says\n%s, measured is\n%s; -update replaces it", typographyDoc, lines[i], want)
	}
}

var wordBox = regexp.MustCompile(
	`<page |<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</word>`)

// linesIn are the lines that a reader program sees on the pages of a file; nil where
// there is no such program.
func linesIn(t *testing.T, path string) []printedLine {
	t.Helper()
	pdftotext, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Log("skipped: what a reader sees: pdftotext is absent")
		return nil
	}
	out, err := exec.Command(pdftotext, "-bbox", path, "-").Output()
	must(t, err)
	var lines []printedLine
	spaces, page := 0.0, true
	for _, m := range wordBox.FindAllStringSubmatch(string(out), -1) {
		if m[1] == "" {
			page = true
			continue
		}
		var at [3]float64
		for i, text := range m[1:4] {
			at[i], err = strconv.ParseFloat(text, 64)
			must(t, err)
		}
		x, end, y, text := at[0], at[1], at[2], html.UnescapeString(m[4])
		if y < 20*mm {
			continue // the page's number
		}
		if n := len(lines) - 1; !page && math.Abs(lines[n].y-y) < 1 && x > lines[n].end {
			l := &lines[n]
			spaces += (x - l.end) / natural
			l.text += " " + text
			l.end, l.space = end, spaces/float64(strings.Count(l.text, " "))
			continue
		}
		lines = append(lines, printedLine{text: text, x: x, end: end, y: y}.placed())
		spaces, page = 0, false
	}
	return lines
}

// byLibreOffice sets the same paragraphs in the same face and measure with Writer, and
// gives the path of the file; "" where there is none.
func byLibreOffice(t *testing.T, text string) string {
	t.Helper()
	soffice, err := exec.LookPath("soffice")
	must(t, err)
	dir := t.TempDir()
	for name, data := range map[string][]byte{"r.ttf": fonts.Regular, "b.ttf": fonts.Bold} {
		put(t, filepath.Join(dir, "fonts", name), string(data))
	}
	put(t, filepath.Join(dir, "fonts.conf"), `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">`+
		`<fontconfig><dir>`+dir+`/fonts</dir><cachedir>`+dir+`/cache</cachedir></fontconfig>`)
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><office:document
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="L" svg:font-family="'Liberation Serif'"/></office:font-face-decls>
<office:styles><style:style style:name="P" style:family="paragraph">
<style:paragraph-properties fo:text-align="justify" fo:text-indent="10mm" fo:margin-top="6pt" fo:line-height="18.5pt"
 fo:orphans="2" fo:widows="2"/>
<style:text-properties style:font-name="L" fo:font-size="14pt" fo:language="vi" fo:country="VN" fo:hyphenate="false"/>
</style:style><style:style style:name="H" style:family="paragraph" style:parent-style-name="P">
<style:paragraph-properties fo:text-align="left"/><style:text-properties fo:font-weight="bold"/></style:style>
</office:styles><office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties
 fo:page-width="210mm" fo:page-height="297mm" fo:margin-top="20mm" fo:margin-bottom="20mm" fo:margin-left="30mm"
 fo:margin-right="15mm"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/></office:master-styles>
<office:body><office:text>`)
	for _, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		style := "P"
		if heading, ok := strings.CutPrefix(line, "# "); ok {
			style, line = "H", heading
		}
		fmt.Fprintf(&b, `<text:p text:style-name="%s">`, style)
		must(t, xml.EscapeText(&b, []byte(line)))
		b.WriteString("</text:p>\n")
	}
	b.WriteString(`</office:text></office:body></office:document>`)
	put(t, filepath.Join(dir, "a.fodt"), b.String())
	cmd := exec.Command(soffice, "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", "pdf",
		"--outdir", dir, filepath.Join(dir, "a.fodt"))
	cmd.Env = append(os.Environ(), "FONTCONFIG_FILE="+filepath.Join(dir, "fonts.conf"))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return filepath.Join(dir, "a.pdf")
}
