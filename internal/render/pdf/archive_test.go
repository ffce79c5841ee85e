package pdf

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"

	"baocao/internal/document"
)

var update = flag.Bool("update", false, "rewrite testdata")

// archived is a document that has everything: titles of all levels, lists inside lists,
// a table with cells that span, links to the rows of an annex that needs two pages, a
// gap, signature and recipients.
func archived() *document.Document {
	d := sample("Tỷ lệ hộ dân dùng nước sạch đạt 100% (29.850/29.850 hộ), vượt kế hoạch.")
	d.Letterhead.Number = "146" // a gap is wider than a space
	d.Subject = "kết quả & số liệu <năm 2022>"
	cell := func(text string) document.Cell { return document.Cell{Runs: runs(text, 0)} }
	long := strings.Repeat("Kết quả được đánh giá theo từng chỉ tiêu của Nghị quyết. ", 6)
	d.Body = []document.Block{
		document.Heading{Level: 1, Runs: runs("I- KẾT QUẢ", 0)},
		document.Paragraph{ID: "tong-hop", Runs: []document.Run{{Text: long}, {Text: "Chi tiết tại "},
			{Text: "Phụ lục", To: "ct-3", Style: document.Italic}, {Text: "."}}},
		document.Heading{Level: 2, Runs: runs("1. Các chỉ tiêu về xây dựng Đảng và hệ thống chính trị ở các phường, "+
			"các cơ quan, đơn vị", 0)},
		document.Paragraph{ID: "chi-tieu-1", Runs: []document.Run{{Text: "(1)", To: "ct-1"}, {Text: " Đạt 82,76%."}}},
		document.Paragraph{ID: "chi-tieu-2", Runs: []document.Run{{Text: "(2)", To: "ct-none"}, {Text: " Chưa có."}}},
		document.Item{Runs: runs("Ý thứ nhất:", 0)},
		document.Item{Level: 1, Runs: runs("một phần của ý,", 0)},
		document.Item{Level: 1, Runs: runs("phần kia.", 0)},
		document.Item{Runs: []document.Run{{Text: "Ý thứ hai "}, {Text: "[Bổ sung]", Style: document.Gap}}},
		document.Table{Columns: []document.Column{{}, {}, {}}, Head: [][]document.Cell{
			{{Runs: runs("Chỉ tiêu", 0), RowSpan: 2}, {Runs: runs("Năm", 0), ColSpan: 2}},
			{cell("2021"), cell("2022")}},
			Rows: []document.Row{{Cells: []document.Cell{cell("Số hộ"), {}, cell("5")}}}},
	}
	for i := range d.Annex.Table.Rows {
		d.Annex.Table.Rows[i].ID = fmt.Sprintf("ct-%d", i+1)
	}
	d.Annex.Table.Rows = d.Annex.Table.Rows[:30]
	d.Annex.Notes = []document.Paragraph{{Runs: runs("(1) Ghi chú dưới bảng.", 0)}}
	d.Annex.Units = []document.UnitTable{{Title: "Theo đơn vị", Table: document.Table{Columns: []document.Column{{}},
		Rows: []document.Row{{Cells: []document.Cell{cell("Phường Bắc Sơn")}}}}}}
	before := 0.4
	d.Annex.Chart = &document.Chart{Title: "Biểu đồ", Under: "Cách đọc", Rows: []document.ChartRow{
		{Head: true, Label: "I. Kinh tế", Figure: "01 vượt, 01 không đạt"},
		{Label: "1. Thu ngân sách", Figure: "117,85% (KH ≥ 115)", Verdict: "Vượt",
			Bar: &document.Bar{Value: 1, Low: 0.9, High: 0.9, Before: &before}, Says: "Thu ngân sách: 117,85%"},
		{Label: "2. Trường", Figure: "01 (KH 2 - 3)", Verdict: "Không đạt", Look: document.Striped,
			Bar: &document.Bar{Zero: 0.2, Value: 0.1, Low: 0.5, High: 1}, Says: "Trường: 01"},
		{Label: "3. Hộ nghèo", Verdict: "Chưa có số liệu", Look: document.Hollow},
	}}
	return d
}

var carriedFiles = []File{
	{Name: "Số liệu 2022.xlsx", MIME: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
		Data: bytes.Repeat([]byte{0, 'P', 'K', 0xFF}, 5000), Of: SourceOf, Says: "Phụ lục (bảng tính)"},
	{Name: "ChiTieu-2022.json", MIME: "application/json", Data: []byte("{}\n"), Of: DataOf, Says: "Số liệu"},
}

// inWords is the file with every object in words, as programs of 2005 read it.
func inWords(t *testing.T, d *document.Document) string {
	t.Helper()
	l, problems, err := Set(d)
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	data, err := paint(l, pdfA1, carriedFiles)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func archive(t *testing.T, d *document.Document, files ...File) []byte {
	t.Helper()
	l, problems, err := Set(d)
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	data, err := Paint(l, files...)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// run gives what another program says of a file; {} stands for its path.
func run(t *testing.T, data []byte, program string, args ...string) (string, error) {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		t.Skip("skipped: " + program + " is absent")
	}
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		args[i] = strings.ReplaceAll(a, "{}", path)
	}
	out, err := exec.Command(program, args...).CombinedOutput()
	return strings.ReplaceAll(string(out), path, "a.pdf"), err
}

// variants are documents that differ in what a file has.
func variants() map[string]*document.Document {
	plain := &document.Document{Kind: "BÁO CÁO"}
	draft, joint, state := archived(), archived(), archived()
	draft.Draft, draft.Duplex = true, true
	joint.Joint = &document.Joint{Issuer: "ỦY BAN NHÂN DÂN QUẬN", Symbol: "UBND",
		Signature: document.Signature{Authority: "TM. ỦY BAN", Position: "CHỦ TỊCH", Name: "Nguyễn Văn A"}}
	state.Profile = "nha-nuoc-nd30"
	return map[string]*document.Document{"all": archived(), "nothing": plain, "draft": draft, "two bodies": joint,
		"a state body's": state, "letters": sample(vietnamese + " ½ € Ω ≥ ± → “”")}
}

// Every program for files of this kind takes them without a word.
func TestOtherProgramsFindNoFault(t *testing.T) {
	t.Parallel()
	for _, program := range []struct {
		name string
		args []string
	}{
		{"qpdf", []string{"--check", "{}"}},
		{"mutool", []string{"draw", "-q", "-F", "txt", "-o", os.DevNull, "{}"}},
		{"gs", []string{"-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=nullpage", "{}"}},
		{"pdftotext", []string{"{}", os.DevNull}},
	} {
		t.Run(program.name, func(t *testing.T) {
			t.Parallel()
			for name, d := range variants() {
				for _, data := range [][]byte{archive(t, d, carriedFiles...), []byte(inWords(t, d))} {
					said, err := run(t, data, program.name, slices.Clone(program.args)...)
					said = regexp.MustCompile(`(?m)^(warning: ICC support is not available|checking .*|`+
						`PDF Version: .*|File is not .*|No syntax or stream `+
						`encoding errors .*|errors that qpdf cannot detect)\n`).ReplaceAllString(said, "")
					if err != nil || strings.TrimSpace(said) != "" {
						t.Errorf("%s: %v %s", name, err, said)
					}
				}
			}
		})
	}
}

// preflight is PDFBox's judge of PDF/A-1b.
func preflight(t *testing.T, data []byte) string {
	t.Helper()
	var path []string
	for _, jar := range []string{"preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "javax.activation",
		"jaxb-api"} {
		file := "/usr/share/java/" + jar + ".jar"
		if _, err := os.Stat(file); err != nil {
			t.Skip("skipped: PDFBox preflight is absent (libpdfbox2-java, libactivation-java, libjaxb-api-java)")
		}
		path = append(path, file)
	}
	said, _ := run(t, data, "java", "-cp", strings.Join(path, ":"), "org.apache.pdfbox.preflight.Validator_A1b", "{}")
	return said
}

// There is a free judge of the first part of PDF/A alone. What is written without what
// only later parts allow has to pass it; what is written otherwise may fail for that
// alone.
func TestAFileIsFitForArchives(t *testing.T) {
	t.Parallel()
	if os.Getenv("BAOCAO_TEST_SLOW") == "" {
		t.Skip("skipped: BAOCAO_TEST_SLOW=1 is not set")
	}
	laterParts := regexp.MustCompile(`^(The file a\.pdf is not a valid PDF/A-1b file, error\(s\) :` +
		`|1\.4\.7 : .*EmbeddedFile entry is present in the Names dictionary` +
		`|1\.2\.9 : .*EmbeddedFile entry is present in a FileSpecification dictionary` +
		`|1\.4 : .*/XRef cross reference streams are not allowed` +
		`|3\.1\.11 : .*The CIDSet entry is missing for the Composite Subset` +
		`|7\.11\.2 : .*part must be 1|)$`)
	for name, d := range variants() {
		t.Run(name, func(t *testing.T) {
			if said := preflight(t, []byte(inWords(t, d))); !strings.Contains(said, "is a valid PDF/A-1b file") {
				t.Error(said)
			}
			for line := range strings.Lines(preflight(t, archive(t, d, carriedFiles...))) {
				if !laterParts.MatchString(strings.TrimSpace(line)) {
					t.Error(line)
				}
			}
		})
	}
}

// Who cannot see the pages is told of them in the order in which they are read: what
// is a heading, a list, a cell of which table; nothing of page numbers and of heads
// that are repeated.
func TestTheStructureIsReadInOrder(t *testing.T) {
	t.Parallel()
	got, err := run(t, archive(t, archived()), "pdfinfo", "-struct-text", "{}")
	if err != nil {
		t.Fatal(got, err)
	}
	got = regexp.MustCompile(`Object \d+ 0`).ReplaceAllString(got, "Object")
	const golden = "testdata/structure.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil || got != string(want) {
		t.Errorf("%v\n%s", err, got)
	}
}

// readOut is what a layout tells, tag by tag.
func readOut(l *Layout) string {
	texts := make([]string, len(l.Tags))
	for _, p := range l.Pages {
		for _, f := range p.Frames {
			if f, ok := f.(Text); ok && f.Tag > 0 {
				at := f.Tag
				if l.Tags[at].Role == asLink {
					at = l.Tags[at].Parent
				}
				texts[at] += f.Text
				if f.Wraps {
					texts[at] += " "
				}
			}
		}
	}
	return strings.Join(slices.DeleteFunc(texts, func(s string) bool { return s == "" }), "\n")
}

// What is set is told once, word for word, whichever lines and pages it stands on.
func TestEveryWordIsTold(t *testing.T) {
	t.Parallel()
	d := archived()
	l, _, err := Set(d)
	if err != nil {
		t.Fatal(err)
	}
	told := readOut(l)
	var want []string
	add := func(rs []document.Run) {
		text := ""
		for _, r := range rs {
			text += r.Text
		}
		if text = strings.TrimSpace(text); text != "" {
			want = append(want, text)
		}
	}
	table := func(t document.Table) {
		for _, r := range slices.Concat(t.Head, func() (rows [][]document.Cell) {
			for _, r := range t.Rows {
				rows = append(rows, r.Cells)
			}
			return rows
		}()) {
			for _, c := range r {
				add(c.Runs)
			}
		}
	}
	for _, b := range d.Body {
		switch b := b.(type) {
		case document.Heading:
			add(b.Runs)
		case document.Paragraph:
			add(b.Runs)
		case document.Item:
			mark := "- "
			if b.Level > 0 {
				mark = "+ "
			}
			add(append(runs(mark, 0), b.Runs...))
		case document.Table:
			table(b)
		}
	}
	table(d.Annex.Table)
	at := 0
	for _, w := range want {
		next := strings.Index(told[at:], w)
		if next < 0 {
			t.Fatalf("%q is not told where it stands in the document:\n%s", w, told)
		}
		at += next + len(w)
	}
	if strings.Contains(told, "  ") {
		t.Errorf("doubled spaces in\n%s", told)
	}
	if n := strings.Count(told, "Chỉ tiêu đầu bảng"); n != 1 {
		t.Errorf("the head of the annex's table is told %d times", n)
	}
	if strings.Contains(told, d.Notice) || strings.Contains(told, "-----") {
		t.Error("what stands on every page, or a rule, is told")
	}
}

// What a reader copies is what was written: composed letters, one space at the end of
// a line and between words, however wide it is on the page.
func TestParagraphsCopyAsTheyWereWritten(t *testing.T) {
	t.Parallel()
	d := archived()
	for _, program := range [][]string{{"mutool", "draw", "-q", "-F", "txt", "{}"}, {"pdftotext", "-raw", "{}", "-"}} {
		t.Run(program[0], func(t *testing.T) {
			t.Parallel()
			got, err := run(t, archive(t, d), program[0], program[1:]...)
			if err != nil {
				t.Fatal(err)
			}
			if regexp.MustCompile(`[^ \n]  +[^ \n]`).MatchString(strings.ReplaceAll(got, "\u00A0", "_")) {
				t.Errorf("doubled spaces in\n%s", got)
			}
			flat := strings.Join(strings.Fields(got), " ")
			if !norm.NFC.IsNormalString(flat) || strings.ContainsRune(flat, '\uFFFD') {
				t.Error("not composed")
			}
			for _, b := range d.Body {
				if p, ok := b.(document.Paragraph); ok {
					text := ""
					for _, r := range p.Runs {
						text += r.Text
					}
					if !strings.Contains(flat, text) {
						t.Errorf("%q is not in\n%s", text, flat)
					}
				}
			}
		})
	}
}

// Headings can be gone to, figures to their rows and back; pages have the numbers
// they show; the field to sign in is where it is signed.
func TestAFileIsGoneAboutIn(t *testing.T) {
	t.Parallel()
	all := inWords(t, archived())
	for what, n := range map[string]int{
		"/Alt<FEFF005400680075":                1,
		"/Title":                               5 + 1, // of the file too
		"/Subtype/Link":                        2 + 2, // there and back; none for a row that is not there
		"/S/Link/":                             2 + 2,
		"/F 4/":                                2 + 2 + 1, // printed, as archives want it
		"/FT/Sig/T(ChuKy1)":                    1,
		"/Type/StructTreeRoot":                 1,
		"/S/H1/":                               3,
		"/S/H2/":                               2,
		"/S/L/":                                3, // one inside another; the recipients
		"/S/TH/":                               4 + 2 + 1,
		"/ColSpan 2":                           1,
		"/RowSpan 2":                           1,
		"/Lang(vi-VN)":                         1,
		"/DisplayDocTitle true":                1,
		"/PageLabels<</Nums[0<</S/D/St 1>>]>>": 1,
		"/Group":                               0,
		"/EmbeddedFiles":                       0,
	} {
		if got := strings.Count(all, what); got != n {
			t.Errorf("%s stands %d times, want %d", what, got, n)
		}
	}
	of := variants()
	for name, want := range map[string]struct {
		fields int
		labels string
	}{
		"nothing": {0, "[0<</S/D/St 1>>]"}, "draft": {0, "[0<</S/D/St 1>>]"}, "two bodies": {2, "[0<</S/D/St 1>>]"},
		"a state body's": {1, "[0<</S/D/St 1>>1<</S/D/P(PL-)/St 1>>]"},
	} {
		file := inWords(t, of[name])
		if n := strings.Count(file, "/FT/Sig"); n != want.fields {
			t.Errorf("%s: %d fields to sign in, want %d", name, n, want.fields)
		}
		if !strings.Contains(file, "/PageLabels<</Nums"+want.labels+">>") {
			t.Errorf("%s: page labels are not %s", name, want.labels)
		}
	}
}

// From its row one gets to the text of an indicator, not to the summary above that
// counts it.
func TestARowLeadsToTheTextOfItsOwn(t *testing.T) {
	t.Parallel()
	d := sample("x")
	d.Annex.Table.Rows[0].ID, d.Annex.Table.Rows[1].ID = "ct-1", "ct-2"
	d.Body = []document.Block{
		document.Paragraph{Runs: []document.Run{{Text: "Không đạt là "}, {Text: "(1)", To: "ct-1"}, {Text: ", "},
			{Text: "(2)", To: "ct-2"}}},
		document.Paragraph{Runs: []document.Run{{Text: "(1)", To: "ct-1"}, {Text: " Có 01 trường."}}},
	}
	page, file := pagesOf(t, d)[0], inWords(t, d)
	for begins, want := range map[string]int{"Không đạt": 1, "(1) Có": 1} { // of (2) nothing more is told
		l := lineWith(t, page, begins)
		top := page.Height - (l.y - 0.85*l.frames[0].Size)
		dest := fmt.Sprintf("/XYZ 0 %s null]", appendLength(nil, top, ""))
		if got := strings.Count(file, dest); got != want {
			t.Errorf("%d rows lead to %q, want %d", got, begins, want)
		}
	}
}

// What the file says of itself it says twice, the same.
func TestAFileSaysTheSameOfItselfTwice(t *testing.T) {
	t.Parallel()
	d := archived()
	d.Title = "kết quả <5%> & \"khác\"\nnăm 2022"
	file := inWords(t, d)
	for _, want := range []string{
		textString("BÁO CÁO kết quả <5%> & \"khác\" năm 2022"),
		"BÁO CÁO kết quả &lt;5%&gt; &amp; &#34;khác&#34; năm 2022<",
		textString(d.Letterhead.Issuer), ">" + d.Letterhead.Issuer + "<", "/Producer(baocao)",
		"<pdf:Producer>baocao<", "/CreationDate(D:20000101070000+07'00')", "<xmp:CreateDate>2000-01-01T07:00:00+07:00<",
		"<xmp:ModifyDate>2000-01-01T07:00:00+07:00<", "<pdfaid:part>1<", "<pdfaid:conformance>B<",
	} {
		if !strings.Contains(file, want) {
			t.Errorf("%s is not said", want)
		}
	}
	if !bytes.Contains(archive(t, d), []byte("<pdfaid:part>3<")) {
		t.Error("the part of the standard is not said")
	}
}

// What is carried comes out as it went in.
func TestCarriedFilesComeOutAsTheyWentIn(t *testing.T) {
	t.Parallel()
	data := archive(t, archived(), carriedFiles...)
	dir := t.TempDir()
	if said, err := run(t, data, "pdfdetach", "-saveall", "-o", dir, "{}"); err != nil {
		t.Fatal(said, err)
	}
	for _, f := range carriedFiles {
		if got, err := os.ReadFile(filepath.Join(dir, f.Name)); err != nil || !bytes.Equal(got, f.Data) {
			t.Errorf("%s: %v, %d bytes", f.Name, err, len(got))
		}
	}
	for _, want := range []string{"/AFRelationship/Source", "/AFRelationship/Data"} {
		said, err := run(t, data, "qpdf", "--qdf", "--object-streams=disable", "{}", "-")
		if err != nil || !strings.Contains(strings.ReplaceAll(said, " ", ""), want) {
			t.Errorf("%s is not said: %v", want, err)
		}
	}
}

// Every face is in the file, as far as it is used, under a name of its own.
func TestFacesArePartsOfThemselves(t *testing.T) {
	t.Parallel()
	said, err := run(t, archive(t, sample(vietnamese)), "pdffonts", "{}")
	if err != nil {
		t.Fatal(err)
	}
	if n := len(regexp.MustCompile(`(?m)^[A-Z]{6}\+LiberationSerif(-\w+)? +CID TrueType +Identity-H +yes yes yes`).
		FindAllString(said, -1)); n != 4 {
		t.Errorf("%d faces\n%s", n, said)
	}
}

// A part of a face has the letters that were asked for, as they are in the whole.
func TestASubsetHasTheLettersOfTheFace(t *testing.T) {
	t.Parallel()
	set, err := faces()
	if err != nil {
		t.Fatal(err)
	}
	for i := range set {
		f := &set[i]
		var letters []rune
		var glyphs []uint16
		for r := rune(0); r <= lastLetter; r++ {
			if f.prints(r) {
				letters, glyphs = append(letters, r), append(glyphs, f.glyph[r])
			}
		}
		data, err := f.outlines.subset(glyphs)
		if err != nil {
			t.Fatal(err)
		}
		part, err := sfnt.Parse(withNames(data))
		if err != nil {
			t.Fatal(err)
		}
		whole, err := sfnt.Parse(f.data)
		if err != nil {
			t.Fatal(err)
		}
		var a, b sfnt.Buffer
		for k, r := range letters {
			size := fixed.I(2048)
			want, errWant := whole.LoadGlyph(&a, sfnt.GlyphIndex(glyphs[k]), size, nil)
			got, errGot := part.LoadGlyph(&b, sfnt.GlyphIndex(k+1), size, nil)
			wide, _ := whole.GlyphAdvance(&a, sfnt.GlyphIndex(glyphs[k]), size, font.HintingNone)
			as, _ := part.GlyphAdvance(&b, sfnt.GlyphIndex(k+1), size, font.HintingNone)
			if errWant != nil || errGot != nil || !slices.Equal(got, want) || wide != as {
				t.Fatalf("face %d, %U: %v %v", i, r, errWant, errGot)
			}
			if len(want) == 0 && !strings.ContainsRune(" \u00A0", r) && !(r >= 0x2000 && r <= 0x206F) {
				t.Errorf("face %d, %U is blank", i, r)
			}
		}
	}
}

// withNames adds the tables to a face that the parser of this test cannot do without.
func withNames(data []byte) []byte {
	parts := []part{{"cmap", []byte{0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12, 0, 4, 0, 24, 0, 0, 0, 2,
		0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF, 0, 1, 0, 0}}}
	for at := 12; at < 12+16*int(be16(data[4:])); at += 16 {
		from := be32(data[at+8:])
		parts = append(parts, part{string(data[at : at+4]), clone(data[from : from+be32(data[at+12:])])})
	}
	parts = append(parts, part{"name", []byte{0, 0, 0, 0, 0, 6}},
		part{"post", append([]byte{0, 3, 0, 0}, make([]byte, 28)...)})
	return trueType(parts)
}

func TestTwentyTimesTheSameBytes(t *testing.T) {
	t.Parallel()
	want := archive(t, archived(), carriedFiles...)
	for range 19 {
		if !bytes.Equal(archive(t, archived(), carriedFiles...), want) {
			t.Fatal("differs")
		}
	}
}

// Whatever is written is printed, or named as what cannot be: never left blank.
func FuzzRender(f *testing.F) {
	for _, s := range []string{"Tỷ lệ 82,76%", "😀", "a\u0301\u200d", "abc\xe1", "\x00\t\n", "- ● x", "ct-1",
		"\u2028\u00AD", strings.Repeat("dài", 300), "(\\)", "\u05d0\ufb01"} {
		f.Add(s, uint8(3))
	}
	f.Fuzz(func(t *testing.T, text string, style uint8) {
		d := archived()
		d.Title, d.Recipients = text, append(d.Recipients, text)
		d.Body = append(d.Body, document.Item{Level: int(style % 4), Runs: []document.Run{
			{Text: text, Style: document.Style(style % 8), To: "ct-2"}, {Text: "x", To: text}}})
		d.Annex.Table.Rows[1].Cells[0].Runs[0].Text = text
		d.Annex.Table.Rows[1].ID = text
		l, _, err := Set(d)
		if err != nil {
			t.Fatal(err)
		}
		set, err := faces()
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range l.Pages {
			for _, frame := range p.Frames {
				if f, ok := frame.(Text); ok {
					for _, r := range f.Text {
						if !set.of(f.Style).prints(r) {
							t.Errorf("%U is left blank", r)
						}
					}
				}
			}
		}
		if _, err := Paint(l); err != nil {
			t.Fatal(err)
		}
	})
}
