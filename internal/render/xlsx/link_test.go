package xlsx

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"testing"

	"archive/zip"

	"baocao/internal/quantity"
)

// part reads a part of a workbook.
func part(t testing.TB, data []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		if f.Name == name {
			return partOf(t, f)
		}
	}
	t.Fatalf("no part %s", name)
	return ""
}

func partOf(t testing.TB, f *zip.File) string {
	t.Helper()
	r, err := f.Open()
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// hyperlink is a link as a sheet has it.
type hyperlink struct {
	Ref      string `xml:"ref,attr"`
	ID       string `xml:"id,attr"`
	Location string `xml:"location,attr"`
}

func linksOf(t testing.TB, data []byte, sheet int) (links []hyperlink, targets map[string]string) {
	t.Helper()
	var s struct {
		Links []hyperlink `xml:"hyperlinks>hyperlink"`
	}
	if err := xml.Unmarshal([]byte(part(t, data, fmt.Sprintf("xl/worksheets/sheet%d.xml", sheet))), &s); err != nil {
		t.Fatal(err)
	}
	var rels struct {
		All []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	targets = map[string]string{}
	for _, l := range s.Links {
		if l.ID == "" {
			continue
		}
		name := fmt.Sprintf("xl/worksheets/_rels/sheet%d.xml.rels", sheet)
		if err := xml.Unmarshal([]byte(part(t, data, name)), &rels); err != nil {
			t.Fatal(err)
		}
		for _, r := range rels.All {
			targets[r.ID] = r.Target
		}
		break
	}
	return s.Links, targets
}

// Files and sheets are called what their senders like.
func TestLinksLeadToFilesOfAnyName(t *testing.T) {
	for _, tc := range []struct{ file, sheet, cell, target, location string }{
		{"1-nop-vao-day/Thuế quận.xlsx", "Số liệu", "G7", "../1-nop-vao-day/Thuế%20quận.xlsx", "'Số liệu'!G7"},
		{"1-nop-vao-day/a#b%20[1]&\"x\".xls", "It's", "A1",
			"../1-nop-vao-day/a%23b%2520%5B1%5D&%22x%22.xls", "'It''s'!A1"},
		{"1-nop-vao-day/gui.zip/thue.xlsx", "Sheet1", "B2", "../1-nop-vao-day/gui.zip", ""},
		{"1-nop-vao-day/thue.docx", "Bảng 1", "B2", "../1-nop-vao-day/thue.docx", ""},
		{"quyet-dinh-so-lieu.toml", "", "", "../quyet-dinh-so-lieu.toml", ""},
		{"1-nop-vao-day/x.xlsx", "=cmd|'/c'!A1<&", "C3", "../1-nop-vao-day/x.xlsx", "'=cmd|''/c''!A1<&'!C3"},
		{"javascript:alert(1)", "", "", "../javascript:alert(1)", ""},
	} {
		s := &sheet{name: "S", widths: []float64{10, 10}}
		s.add(text("trước").to(link{sheet: "S", cell: "A2"}), text("x").clickable(inFile(tc.file, tc.sheet, tc.cell)))
		s.add(text("sau").to(inFile("1-nop-vao-day/khác.xlsx", "S", "A1")), text("tên").to(toName("CT_01")))
		data, err := write("Thử", origin{office: "A"}, s)
		if err != nil {
			t.Fatal(err)
		}
		links, targets := linksOf(t, data, 1)
		if len(links) != 4 {
			t.Fatalf("%s: links %+v", tc.file, links)
		}
		if l := links[1]; targets[l.ID] != tc.target || l.Location != tc.location || l.Ref != "B1" {
			t.Errorf("%s leads to %s, %s in %+v", tc.file, targets[l.ID], l.Location, l)
		}
		if l := links[0]; l.ID != "" || l.Location != "'S'!A2" {
			t.Errorf("in the workbook: %+v", l)
		}
		if targets[links[2].ID] != "../1-nop-vao-day/khác.xlsx" || links[3].Location != "CT_01" {
			t.Errorf("the second row: %+v %v", links[2:], targets)
		}
	}
}

func TestAPathTooLongToFollowIsAText(t *testing.T) {
	s := &sheet{name: "S", widths: []float64{10}}
	s.add(text("x").clickable(inFile(strings.Repeat("thư mục/", 400)+"x.xlsx", "S", "A1")))
	data, err := write("Thử", origin{office: "A"}, s)
	if err != nil {
		t.Fatal(err)
	}
	if links, _ := linksOf(t, data, 1); links != nil {
		t.Errorf("got %+v", links)
	}
}

// Excel opens so many links of a sheet and no more.
func TestLinksBeyondExcelsAreTexts(t *testing.T) {
	s := &sheet{name: "S", widths: []float64{10}}
	for i := range maxLinks + 10 {
		s.add(count(i).to(link{sheet: "S", cell: fmt.Sprintf("A%d", i+1)}))
	}
	data, err := write("Thử", origin{office: "A"}, s)
	if err != nil {
		t.Fatal(err)
	}
	links, _ := linksOf(t, data, 1)
	if len(links) != maxLinks || links[maxLinks-1].Location != fmt.Sprintf("'S'!A%d", maxLinks) {
		t.Errorf("%d links", len(links))
	}
}

// From a figure to its inputs, from each to its source, from there to the file.
func TestAFigureLeadsToItsFile(t *testing.T) {
	data := soLieu(t, year(t))
	f := opened(t, data)
	at, _ := find(t, rows(t, f, "Phụ lục"), "11.1")
	ok, place, err := f.GetCellHyperLink("Phụ lục", fmt.Sprintf("G%d", at))
	if err != nil || !ok || place != "'Theo xã, phường'!D4" {
		t.Fatalf("the figure leads to %q, %v", place, err)
	}
	_, place, _ = f.GetCellHyperLink("Theo xã, phường", "F4")
	row := 0
	if _, err := fmt.Sscanf(place, "'Nguồn số liệu'!A%d", &row); err != nil {
		t.Fatalf("the input leads to %q", place)
	}
	if label, _ := f.GetCellValue("Nguồn số liệu", fmt.Sprintf("A%d", row)); label != "11.1" {
		t.Errorf("row %d is of %s", row, label)
	}
	links, targets := linksOf(t, data, 7)
	for _, l := range links {
		if l.Ref == fmt.Sprintf("I%d", row) {
			if !strings.HasPrefix(targets[l.ID], "../1-nop-vao-day/phuong-bac-son") ||
				!strings.HasPrefix(l.Location, "'Số liệu'!E") {
				t.Errorf("leads to %s, %s", targets[l.ID], l.Location)
			}
			return
		}
	}
	t.Error("the source leads to no file")
}

func TestATargetIsANumberWithItsSign(t *testing.T) {
	f := opened(t, soLieu(t, year(t)))
	for id, want := range map[string][2]string{"1.1": {"≥ 80", ""}, "2": {"125 -", "130"}, "1.2": {"≤ 20", ""},
		"5.1": {"45.87 ±", "0.5"}, "14": {"100", ""}, "17.1": {"> 70", ""}} {
		at, _ := find(t, rows(t, f, "Phụ lục"), id)
		for i, shown := range want {
			got, err := f.GetCellValue("Phụ lục", fmt.Sprintf("%c%d", 'D'+i, at))
			if err != nil || got != shown && (i == 0 || shown != "") {
				t.Errorf("%s: %q, want %q", id, got, shown)
			}
		}
	}
	names := map[string]string{}
	for _, n := range f.GetDefinedName() {
		names[n.Name] = n.RefersTo
	}
	if names["CT_02_KH"] != "'Phụ lục'!$D$10:$E$10" || names["CT_01_1"] != "'Phụ lục'!$G$7" ||
		names["CT_17_2_KH"] == "" || names[changedCount] == "" {
		t.Errorf("names: %v", names)
	}
}

// A target below nothing keeps its minus beside the number.
func TestTheSignStandsBeforeTheMinus(t *testing.T) {
	s := &sheet{name: "S", widths: []float64{10}}
	c := numberCell(quantity.MustParse("-5.5"), 1)
	c.look.before = "≥ "
	s.add(c)
	data, err := write("Thử", origin{office: "A"}, s)
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := opened(t, data).GetCellValue("S", "A1"); got != "≥ -5.5" {
		t.Errorf("shows %q", got)
	}
}
