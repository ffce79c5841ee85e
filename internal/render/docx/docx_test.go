package docx_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"baocao/internal/document"
	"baocao/internal/form"
	"baocao/internal/ooxml"
	"baocao/internal/render/docx"
	"baocao/internal/workbook"
	reader "baocao/internal/workbook/docx"
)

func runs(text string) []document.Run { return []document.Run{{Text: text}} }

// whole is a report with one of everything.
func whole() *document.Document {
	cell := func(text string) document.Cell { return document.Cell{Runs: runs(text)} }
	d := &document.Document{
		Profile: "dang-hd36",
		Letterhead: document.Letterhead{Parent: "ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG", Issuer: "QUẬN ỦY KIẾN AN", Number: "7",
			Symbol: "BC/QU", Place: "Kiến An", Date: "ngày 20 tháng 12 năm 2022"},
		Kind:   "BÁO CÁO",
		Title:  "kết quả thực hiện Nghị quyết số 02-NQ/QU, ngày 20/12/2021 của Ban Chấp hành Đảng bộ quận",
		Notice: "Số liệu minh họa",
		Body: []document.Block{
			document.Heading{ID: "muc-1", Level: 1, Runs: runs("I- KẾT QUẢ")},
			document.Paragraph{ID: "ket-qua", Runs: []document.Run{{Text: "Có "}, {Text: "15/18", Style: document.Bold},
				{Text: " chỉ tiêu, xem ", Style: document.Italic}, {Text: "(4)", To: "ct-4"}, {Text: " và "},
				{Text: "[bổ sung]", Style: document.Gap}, {Text: "(9)", To: "ct-9"}, {Text: ", gồm:"}}},
			document.Item{ID: "y-1", Runs: runs("Ý một.")}, document.Item{ID: "y-2", Level: 1, Runs: runs("Ý trong.")},
			document.Table{Columns: []document.Column{{}, {Align: document.Decimal}},
				Head: [][]document.Cell{{cell("Tên"), cell("Số")}},
				Rows: []document.Row{{Cells: []document.Cell{cell("a"),
					cell("1,5")}}}},
		},
		Signature:  document.Signature{Authority: "T/M BAN CHẤP HÀNH", Position: "BÍ THƯ", Name: "Nguyễn Văn A"},
		Recipients: []string{"Thường trực Thành ủy", "Lưu Văn phòng Quận ủy"},
		Annex: &document.Annex{Label: "Phụ lục", Title: "Kết quả", Under: "(kèm theo Báo cáo số 07-BC/QU)",
			Notes: []document.Paragraph{{Runs: runs("(1) Ghi chú dài.")}},
			Units: []document.UnitTable{{Title: "Theo đơn vị", Table: document.Table{Columns: []document.Column{{}},
				Rows: []document.Row{{Cells: []document.Cell{cell("Phường Bắc Sơn")}}}}}},
			Table: document.Table{Columns: []document.Column{{Align: document.Center}, {}, {Align: document.Decimal}},
				Head: [][]document.Cell{
					{{Runs: runs("TT"), RowSpan: 2}, {Runs: runs("Chỉ tiêu"), ColSpan: 2}}, {cell("Tên"),
						cell("Thực hiện")}},
				Rows: []document.Row{
					{Kind: document.SectionRow, Cells: []document.Cell{{Runs: runs("I. Kinh tế"), ColSpan: 3}},
						Keep: true},
					{ID: "ct-4", Cells: []document.Cell{cell("4"), cell("Tổng giá trị"), cell("3.168,5")}},
					{ID: "ct-5", Cells: []document.Cell{cell("5"), cell("Tỷ trọng"), cell("82,76")}}}}},
	}
	return d
}

func write(t *testing.T, d *document.Document) []byte {
	t.Helper()
	data, err := docx.Write(d)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// parts are the texts of a file's parts.
func parts(t *testing.T, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		all[f.Name] = string(text)
	}
	return all
}

// readBack are the texts that the reader of Word files finds, in order.
func readBack(t *testing.T, data []byte) []string {
	t.Helper()
	a, err := ooxml.Open(data, workbook.NewGuard(t.Context(), workbook.DefaultLimits()))
	if err != nil {
		t.Fatal(err)
	}
	book, err := reader.Read(a)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, c := range book.Sheets[0].Cells {
		text := c.Text
		if c.Kind == workbook.Number {
			text = strings.Replace(c.Number.Plain(), ".", ",", 1)
		}
		all = append(all, text)
	}
	return all
}

// All that stands on the pages stands in the Word file, in the same order, as text
// that can be written in.
func TestAllWordsAreThere(t *testing.T) {
	t.Parallel()
	want := []string{"ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG\nQUẬN ỦY KIẾN AN\n*", "ĐẢNG CỘNG SẢN VIỆT NAM", "Số 07-BC/QU",
		"Kiến An, ngày 20 tháng 12 năm 2022", "BÁO CÁO",
		"kết quả thực hiện Nghị quyết số 02-NQ/QU, ngày\u00A020/12/2021 của Ban Chấp hành Đảng bộ quận", "-----",
		"I- KẾT QUẢ", "Có 15/18 chỉ tiêu, xem (4) và [bổ sung](9), gồm:", "Ý một.", "Ý trong.", "Tên", "Số", "a", "1,5",
		"Nơi nhận:\n- Thường trực Thành ủy,\n- Lưu Văn phòng Quận ủy.", "T/M BAN CHẤP HÀNH\nBÍ THƯ\nNguyễn Văn A",
		"Phụ lục",
		"Kết quả", "(kèm theo Báo cáo số 07-BC/QU)", "-----", "TT", "Chỉ tiêu", "Tên", "Thực hiện", "I. Kinh tế", "4",
		"Tổng giá trị", "3.168,5", "5", "Tỷ trọng", "82,76", "(1) Ghi chú dài.", "Theo đơn vị", "Phường Bắc Sơn"}
	for i, text := range want {
		if text == "Kết quả" {
			want[i] = "KẾT QUẢ"
		}
	}
	if got := readBack(t, write(t, whole())); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// children is the order in which the format wants the children of an element: Word
// says of a file that breaks it that it is damaged.
var children = map[string]string{
	"pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs " +
		"suppressAutoHyphens spacing ind contextualSpacing mirrorIndents jc textDirection textAlignment outlineLvl " +
		"rPr sectPr",
	"rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike color spacing kern position sz szCs highlight " +
		"u effect bdr shd vertAlign lang",
	"pBdr":       "top left bottom right between",
	"tblPr":      "tblStyle tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook",
	"tblBorders": "top left bottom right insideH insideV", "tblCellMar": "top left bottom right",
	"tbl": "tblPr tblGrid tr", "tr": "trPr tc", "trPr": "cantSplit tblHeader",
	"tcPr":   "tcW gridSpan vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign",
	"sectPr": "headerReference footerReference type pgSz pgMar pgNumType cols titlePg docGrid",
	"style":  "name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat locked pPr rPr tblPr",
	"styles": "docDefaults latentStyles style", "docDefaults": "rPrDefault pPrDefault",
	"lvl":         "start numFmt lvlRestart pStyle isLgl suff lvlText lvlJc pPr rPr",
	"abstractNum": "nsid multiLevelType tmpl lvl", "numbering": "abstractNum num",
	"settings": "zoom mirrorMargins defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol " +
		"listSeparator",
	"font": "panose1 charset family pitch",
}

// Every part is well-formed, its elements stand in the order of the schema, and each
// cell ends with a paragraph.
func TestPartsAreStrict(t *testing.T) {
	t.Parallel()
	for _, name := range form.Names() {
		d := whole()
		d.Profile, d.Draft, d.DraftNumber, d.Duplex = name, true, 2, true
		d.Urgency, d.Circulation, d.Addressees = "KHẨN", "LƯU HÀNH NỘI BỘ", []string{"Thành ủy", "Ủy ban nhân dân"}
		d.Joint = &document.Joint{Issuer: "UBND QUẬN", Symbol: "UBND", Signature: d.Signature}
		for part, text := range parts(t, write(t, d)) {
			var path []string
			last := map[int]int{} // by depth: the rank of the child before
			ends := map[int]string{}
			x := xml.NewDecoder(strings.NewReader(text))
			for {
				token, err := x.Token()
				if err == io.EOF {
					break
				}
				if err != nil {
					t.Fatalf("%s: %s: %v", name, part, err)
				}
				switch e := token.(type) {
				case xml.StartElement:
					depth := len(path)
					if depth > 0 {
						if order, told := children[path[depth-1]]; told {
							rank := slices.Index(strings.Fields(order), e.Name.Local)
							if rank < last[depth] {
								t.Errorf("%s: %s: %s stands wrong in %s", name, part, e.Name.Local, path[depth-1])
							}
							last[depth] = rank
						}
						ends[depth] = e.Name.Local
					}
					path = append(path, e.Name.Local)
					last[depth+1] = 0
				case xml.EndElement:
					if e.Name.Local == "tc" && ends[len(path)] != "p" {
						t.Errorf("%s: a cell ends with %s", name, ends[len(path)])
					}
					path = path[:len(path)-1]
				}
			}
		}
	}
}

// Each named block has a bookmark by its ID that Word takes, no two are the same, and
// links go only to rows that are there.
// A draft is marked on the annex's first page too, which has no number where the annex
// is numbered by itself.
func TestTheAnnexOfADraft(t *testing.T) {
	t.Parallel()
	d := whole()
	d.Profile, d.Draft, d.DraftNumber = "nha-nuoc-nd30", true, 2
	all := parts(t, write(t, d))
	if first := all["word/header4.xml"]; !strings.Contains(first, "lần 2") || strings.Contains(first, "PAGE") {
		t.Errorf("%s", first)
	}
	if !strings.Contains(all["word/document.xml"], `w:type="first" r:id="`+annexFirst+`"`) {
		t.Error("the annex does not begin with it")
	}
}

const annexFirst = "rId9"

func TestBookmarksAndLinks(t *testing.T) {
	t.Parallel()
	d := whole()
	d.Body = append(d.Body, document.Paragraph{ID: "y-1", Runs: runs("Ý một.")}, // the same name and text again
		document.Paragraph{ID: strings.Repeat("rất-dài-", 20), Runs: runs("a")},
		document.Paragraph{ID: strings.Repeat("rất-dài-", 20) + "2", Runs: runs("a")})
	text := parts(t, write(t, d))["word/document.xml"]
	names := map[string]bool{}
	for _, m := range regexp.MustCompile(`<w:bookmarkStart w:id="(\d+)" `+
		`w:name="([^"]*)"/>`).FindAllStringSubmatch(text, -1) {
		if names[m[2]] || !regexp.MustCompile(`^[a-z][a-z0-9_]{0,39}$`).MatchString(m[2]) {
			t.Errorf("a bookmark is named %q, or twice", m[2])
		}
		if strings.Count(text, `<w:bookmarkEnd w:id="`+m[1]+`"/>`) != 1 {
			t.Errorf("%s does not end once", m[2])
		}
		names[m[2]] = true
	}
	for _, want := range []string{docx.Mark("muc-1", "I- KẾT QUẢ"), docx.Mark("y-2", "Ý trong."),
		docx.Mark("ket-qua", "Có 15/18 chỉ tiêu, xem (4) và [bổ sung](9), gồm:")} {
		if !names[want] {
			t.Errorf("%s is not there: %v", want, names)
		}
	}
	if len(names) != 6+2+4 { // and the two rows, and the sums
		t.Errorf("%d bookmarks: %v", len(names), names)
	}
	links := regexp.MustCompile(`w:anchor="([^"]*)"`).FindAllStringSubmatch(text, -1)
	if len(links) != 1 || !names[links[0][1]] {
		t.Errorf("links: %v", links)
	}
}

// A sum tells texts apart that read differently, and no others.
func TestTheSumOfATextIsOfWhatIsRead(t *testing.T) {
	t.Parallel()
	const text = "Có 15/18 chỉ tiêu"
	for _, same := range []string{text + " ", "Có  15/18\u00A0chỉ tiêu", "Co\u0301 15/18 chỉ tiêu"} {
		if docx.Mark("a", same) != docx.Mark("a", text) {
			t.Errorf("%q reads another", same)
		}
	}
	for _, other := range []string{"Có 14/18 chỉ tiêu", "có 15/18 chỉ tiêu", ""} {
		if docx.Mark("a", other) == docx.Mark("a", text) {
			t.Errorf("%q reads the same", other)
		}
	}
}

// Whatever people typed, the file stays one that opens.
func TestNoTextBreaksTheFile(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"a\x00b\x0bc\x1f", "\xed\xa0\x80 \xff", "]]> <w:p> & \" '", "\uFFFE\uFFFF",
		"dòng 1\ndòng 2\tcột",
		strings.Repeat("dài", 10000), "😀 中文", ""} {
		d := whole()
		d.Title, d.Letterhead.Parent, d.Signature.Name, d.Recipients[0], d.Subject = text, text, text, text, text
		d.Body = append(d.Body, document.Paragraph{ID: text, Runs: runs(text)}, document.Heading{Level: 9,
			Runs: runs(text)},
			document.Item{Level: 99, Runs: runs(text)}, document.Item{Level: -1}, document.Table{},
			document.Table{Columns: make([]document.Column, 3), Rows: []document.Row{{}, {Cells: []document.Cell{
				{Runs: runs(text), ColSpan: 9, RowSpan: -1}, {Runs: runs(text)}}}}})
		d.Annex.Table.Rows[1].ID = text
		data := write(t, d)
		for part, text := range parts(t, data) {
			x := xml.NewDecoder(strings.NewReader(text))
			for {
				if _, err := x.Token(); err == io.EOF {
					break
				} else if err != nil {
					t.Fatalf("%s: %v", part, err)
				}
			}
		}
		readBack(t, data)
	}
}

// The page is that of the profile.
func TestThePageIsTheProfiles(t *testing.T) {
	t.Parallel()
	for _, name := range form.Names() {
		d := whole()
		d.Profile = name
		text := parts(t, write(t, d))
		for _, want := range []string{`<w:pgSz w:w="11906" w:h="16838"/>`, `w:orient="landscape"`,
			`<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567"`} {
			if !strings.Contains(text["word/document.xml"], want) {
				t.Errorf("%s: the sections lack %s", name, want)
			}
		}
		f, err := form.Named(name)
		if err != nil {
			t.Fatal(err)
		}
		if restarts := strings.Contains(text["word/document.xml"],
			`<w:pgNumType w:start="1"/>`); restarts != f.Annex.Restarts {
			t.Errorf("%s: the annex numbers its pages anew: %v", name, restarts)
		}
		if !strings.Contains(text["word/styles.xml"], `<w:name w:val="Body Text"/>`) ||
			!strings.Contains(text["word/styles.xml"], `w:val="vi-VN"`) {
			t.Errorf("%s: styles", name)
		}
	}
	if _, err := docx.Write(&document.Document{Profile: "dang-hd99"}); err == nil {
		t.Error("a profile that is not there was used")
	}
}

func TestTheSameDocumentGivesTheSameBytes(t *testing.T) {
	t.Parallel()
	first := write(t, whole())
	for range 20 {
		if !bytes.Equal(write(t, whole()), first) {
			t.Fatal("another file")
		}
	}
}

// LibreOffice opens the file and saves it with every word and every bookmark.
func TestWhatLibreOfficeSavesIsAllThere(t *testing.T) {
	t.Parallel()
	soffice, err := exec.LookPath("soffice")
	if err != nil || os.Getenv("BAOCAO_TEST_SLOW") == "" {
		t.Skip("skipped: BAOCAO_TEST_SLOW=1 or LibreOffice is absent")
	}
	dir := t.TempDir()
	data := write(t, whole())
	if err := os.WriteFile(filepath.Join(dir, "a.docx"), data, 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(soffice, "-env:UserInstallation=file://"+filepath.ToSlash(dir)+"/profile", "--headless",
		"--convert-to", "docx", "--outdir", filepath.Join(dir, "out"), filepath.Join(dir, "a.docx")).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	saved, err := os.ReadFile(filepath.Join(dir, "out", "a.docx"))
	if err != nil {
		t.Skip("skipped: LibreOffice Writer is absent")
	}
	if got, want := readBack(t, saved), readBack(t, data); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	name := regexp.MustCompile(`w:name="((?:bc|pl)_[^"]*)"`)
	if got, want := name.FindAllString(parts(t, saved)["word/document.xml"], -1),
		name.FindAllString(parts(t, data)["word/document.xml"], -1); len(got) != len(want) {
		t.Errorf("bookmarks: %v, want %v", got, want)
	}
}
