package pdffile_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"baocao/internal/pdffile"
	"baocao/internal/pdffile/pdffiletest"
)

const most = 64 << 20

func theReport(t testing.TB) []byte {
	t.Helper()
	data, err := os.ReadFile("../../examples/kien-an-2022/2-bao-cao/BaoCao-2022.pdf")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// A report's files and the rows of its annex are read as they were written.
func TestAReportIsRead(t *testing.T) {
	f, err := pdffile.Read(theReport(t), most)
	if err != nil {
		t.Fatal(err)
	}
	carried, err := f.Attachments()
	if err != nil || len(carried) != 2 || carried[0].Name != "ChiTieu-2022.json" ||
		!bytes.HasPrefix(carried[0].Data, []byte("{")) || carried[1].Name != "PhuLuc-2022.xlsx" {
		t.Errorf("%v, %v", carried, err)
	}
	annex, err := os.ReadFile("../../examples/kien-an-2022/2-bao-cao/PhuLuc-2022.xlsx")
	if err != nil || !bytes.Equal(carried[1].Data, annex) {
		t.Errorf("the annex is another one: %v", err)
	}
	p, err := f.Print()
	if err != nil || !p.Tagged || p.Loose != "" || p.Laid || p.Notes != nil {
		t.Fatalf("%+v, %v", p, err)
	}
	if !slices.ContainsFunc(p.Rows, func(r pdffile.Row) bool {
		return !r.Head && len(r.Cells) > 5 && r.Cells[0] == "1.1" &&
			strings.HasPrefix(r.Cells[1], "Tổ chức cơ sở đảng") && slices.Contains(r.Cells, "82,76")
	}) {
		t.Errorf("there is no row of 1.1: %v", p.Rows)
	}
}

// What is put behind a file is told from what takes the place of its pages or files.
func TestWhatIsAddedIsToldFromWhatIsChanged(t *testing.T) {
	data := theReport(t)
	first, err := pdffile.Read(data, most)
	if err != nil {
		t.Fatal(err)
	}
	pages := pdffiletest.Typed(data, "82,76", "92,76")
	if len(pages) == 0 {
		t.Fatal("82,76 is on no page")
	}
	for n, operators := range pages {
		changed, err := pdffile.Read(pdffiletest.Added(data, n, pdffiletest.Page(operators)), most)
		if err != nil || first.Same(changed) {
			t.Errorf("a page was exchanged: %v", err)
		}
	}
	signed := pdffiletest.Added(data, 9000, []byte("<</Type/Sig>>"))
	if f, err := pdffile.Read(signed, most); err != nil || !first.Same(f) {
		t.Errorf("signed: %v", err)
	}
	states := pdffile.Revisions(signed, most)
	if len(states) != 2 || !first.Same(states[0]) || states[0].Size() >= states[1].Size() {
		t.Errorf("%d states", len(states))
	}
	if f, err := pdffile.Read(pdffiletest.Saved(data, func(int, []byte) []byte { return nil }), most); err != nil ||
		!first.Same(f) {
		t.Errorf("saved anew: %v", err)
	}
}

// A page may be painted over, and remarks may cover it.
func TestWhatCoversAPageIsSeen(t *testing.T) {
	data := theReport(t)
	painted := func(operators string) *pdffile.Printed {
		done := false
		f, err := pdffile.Read(pdffiletest.Saved(data, func(_ int, s []byte) []byte {
			if done || !bytes.Contains(s, []byte("TJ ET")) {
				return nil
			}
			done = true
			return append(bytes.Clone(s), operators...)
		}), most)
		if err != nil {
			t.Fatal(err)
		}
		p, err := f.Print()
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	if p := painted(" BT /F0 9 Tf 1 1 Td <00010002> Tj ET "); p.Loose == "" {
		t.Error("a text over the page is not seen")
	}
	if p := painted(" /Im0 Do "); !p.Laid {
		t.Error("a picture over the page is not seen")
	}
	if p := painted(" BI /W 1 /H 1 ID x EI "); !p.Laid {
		t.Error("a picture within the page is not seen")
	}
	if p := painted(" /Artifact BMC BT /F0 9 Tf 9 9 Td [<00010002>]TJ ET EMC "); p.Loose != "" || p.Laid {
		t.Error("a page's number is taken for a text over it")
	}
	place := "" // of the first text of the page
	painted = func(operators string) *pdffile.Printed {
		done := false
		f, err := pdffile.Read(pdffiletest.Saved(data, func(_ int, s []byte) []byte {
			before, _, ok := bytes.Cut(s, []byte(" Td [<"))
			if done || !ok {
				return nil
			}
			done = true
			words := strings.Fields(string(before))
			place = strings.Join(words[len(words)-2:], " ")
			return append(bytes.Clone(s), strings.ReplaceAll(operators, "PLACE", place)...)
		}), most)
		if err != nil {
			t.Fatal(err)
		}
		p, err := f.Print()
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	if p := painted(""); p.Laid {
		t.Error("the page as it was made is covered")
	}
	for what, operators := range map[string]string{
		"a white rectangle":        " 1 g PLACE 80 20 re B ",
		"a rule through a text":    " PLACE m 500 500 l S ",
		"a filled rectangle":       " PLACE 80 20 re f ",
		"a drawing":                " 1 1 m 2 2 3 3 4 4 c ",
		"a shade":                  " /Sh0 sh ",
		"a text that is not read":  " /Artifact BMC BT /F0 12 Tf PLACE Td [<0001>]TJ ET EMC ",
		"a text beside it":         " /Artifact BMC BT /F0 12 Tf PLACE Td 1 2 Td [<0001>]TJ ET EMC ",
		"a white text":             " 1 g /P<</MCID 9000>>BDC BT /F0 12 Tf 9 9 Td [<0001>]TJ ET EMC ",
		"a text too small to read": " /P<</MCID 9000>>BDC BT /F0 1 Tf 9 9 Td [<0001>]TJ ET EMC ",
		"a text off the page":      " /P<</MCID 9000>>BDC BT /F0 12 Tf 9 -90 Td [<0001>]TJ ET EMC ",
		"a text that is unseen":    " /P<</MCID 9000>>BDC BT 3 Tr /F0 12 Tf 9 9 Td [<0001>]TJ ET EMC ",
		"a text that is moved":     " /Artifact BMC BT /F0 12 Tf 1 0 0 1 PLACE Tm [<0001>]TJ ET EMC ",
		"a page that is moved":     " 1 0 0 1 9 9 cm ",
	} {
		if p := painted(operators); !p.Laid {
			t.Errorf("%s is not seen (%s)", what, place)
		}
	}
}

// What is no PDF, is cut, locked, or made to keep the program busy, is refused.
func TestWhatCannotBeReadIsRefused(t *testing.T) {
	data := theReport(t)
	bomb := pdffiletest.Saved(data, func(_ int, s []byte) []byte {
		if bytes.HasPrefix(s, []byte("{")) {
			return append(bytes.Clone(s), bytes.Repeat([]byte(" "), 8<<20)...)
		}
		return nil
	})
	last := bytes.LastIndex(data, []byte("startxref"))
	for _, c := range []struct {
		name string
		data []byte
		want error
	}{
		{"nothing", nil, pdffile.ErrNone},
		{"a workbook", []byte("PK\x03\x04"), pdffile.ErrNone},
		{"a head alone", []byte("%PDF-1.7\n"), pdffile.ErrDamaged},
		{"cut", data[:len(data)-200], pdffile.ErrDamaged},
		{"a table in a circle", append(bytes.Clone(data[:last]), "xref\n0 0\ntrailer\n<</Root 1 0 R/Prev "+
			"9>>\nstartxref\n9\n%%EOF"...), pdffile.ErrDamaged},
		{"a table of a thousand million objects", append(bytes.Clone(data), "xref\n0 999999999\ntrailer\n<<>>\n"...),
			nil},
		{"locked", append(append(bytes.Clone(data), "xref\n0 0\ntrailer\n<</Root 1 0 R/Encrypt 2 0 R>>\n"...),
			"startxref\n"+strconv.Itoa(len(data))+"\n%%EOF"...), pdffile.ErrEncrypted},
		{"values in values", append(append(bytes.Clone(data), "xref\n0 0\ntrailer\n"+
			strings.Repeat("[", 1<<20)...), "\nstartxref\n"+strconv.Itoa(len(data))+"\n%%EOF"...), pdffile.ErrDamaged},
	} {
		if _, err := pdffile.Read(c.data, most); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
	f, err := pdffile.Read(bomb, 1<<20)
	if err == nil {
		_, err = f.Attachments()
	}
	if !errors.Is(err, pdffile.ErrTooLarge) {
		t.Errorf("a bomb: %v", err)
	}
}

// file is a PDF of some objects, by number from 1: the first is its catalogue.
func file(objects ...string) []byte {
	out := []byte("%PDF-1.4\n")
	table := fmt.Appendf(nil, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for i, o := range objects {
		table = fmt.Appendf(table, "%010d 00000 n \n", len(out))
		out = fmt.Appendf(out, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	at := len(out)
	return fmt.Appendf(append(out, table...), "trailer\n<</Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", at)
}

// The length of a stream may stand in another object, and that one's length in the next.
func TestLengthsThatWaitForEachOtherAreNotFollowedWithoutEnd(t *testing.T) {
	carrying := func(lengths int) []byte {
		objects := []string{"<</Names<</EmbeddedFiles<</Names[(a)<</F(a)/EF<</F 2 0 R>>>>]>>>>>>"}
		for n := range lengths {
			objects = append(objects, fmt.Sprintf("<</Length %d 0 R>>stream\nabc\nendstream", n+3))
		}
		return file(append(objects, "3")...)
	}
	for lengths, want := range map[int]error{1: nil, 20_000: pdffile.ErrDamaged} {
		f, err := pdffile.Read(carrying(lengths), most)
		if err != nil {
			t.Fatal(err)
		}
		carried, err := f.Attachments()
		if !errors.Is(err, want) || want == nil && string(carried[0].Data) != "abc" {
			t.Errorf("%d lengths: %v, %v", lengths, carried, err)
		}
	}
}

// A few bytes may tell of all letters there are, again and again, and a few more put the
// same words into a million cells.
func TestLittleThatTellsOfMuchIsBounded(t *testing.T) {
	saved := func(change func(s []byte) []byte) *pdffile.File {
		f, err := pdffile.Read(pdffiletest.Saved(theReport(t), func(_ int, s []byte) []byte { return change(s) }), most)
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	letters := saved(func(s []byte) []byte {
		if !bytes.Contains(s, []byte("beginbfchar")) {
			return nil
		}
		return append(bytes.Repeat([]byte("<0000><FFFF><0041>"), 20_000), "endbfrange <0000><FFFF>[]endbfrange"...)
	})
	if _, err := letters.Print(); err != nil {
		t.Error(err)
	}
	long := saved(func(s []byte) []byte {
		switch {
		case bytes.Contains(s, []byte("beginbfchar")):
			return append(append([]byte("<0001><"), bytes.Repeat([]byte("0041"), 1<<18)...), ">endbfchar"...)
		case bytes.Contains(s, []byte("TJ ET")):
			return append(bytes.Clone(s), bytes.Repeat([]byte("[<0001>]TJ "), 500)...)
		}
		return nil
	})
	if _, err := long.Print(); !errors.Is(err, pdffile.ErrTooLarge) {
		t.Error(err)
	}
}

// Other programs write the parameters of one filter as a list of one.
func TestAFiltersParametersMayStandInAList(t *testing.T) {
	const packed, plain = "\x02abc\x02\x01\x01\x01", "abcbcd"
	for parms, want := range map[string]string{"null": packed, "[null]": packed,
		"<</Predictor 15/Columns 3>>": plain, "[<</Predictor 15/Columns 3>>]": plain, "7": "", "[null null]": ""} {
		body := strings.Replace(string(pdffiletest.Page([]byte(packed))), "/Filter/FlateDecode",
			"/Filter[/FlateDecode]/DecodeParms "+parms, 1)
		f, err := pdffile.Read(file("<</Names<</EmbeddedFiles<</Names[(a)<</F(a)/EF<</F 2 0 R>>>>]>>>>>>", body), most)
		if err != nil {
			t.Fatal(err)
		}
		carried, err := f.Attachments()
		if errors.Is(err, pdffile.ErrDamaged) != (want == "") || err == nil && string(carried[0].Data) != want {
			t.Errorf("%s: %q, %v", parms, carried, err)
		}
	}
}

// Nothing that is sent may stop the program.
func FuzzRead(f *testing.F) {
	f.Add(theReport(f))
	const ends = "\nendobj\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \n" +
		"trailer\n<</Root 1 0 R/Size 2>>\nstartxref\n"
	for _, body := range []string{
		"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 3 0 R>>/StructTreeRoot 4 0 R>>",
		"<</Kids[1 0 R]/K 1 0 R/A(\\053()\\\r\n)/B<41 4>/C#20 [1 2 R 1.5 true null]>>",
	} {
		head := "%PDF-1.4\n1 0 obj\n" + body
		f.Add([]byte(head + ends + strconv.Itoa(len(head)+len("\nendobj\n")) + "\n%%EOF"))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := pdffile.Read(data, 1<<22)
		if err != nil {
			return
		}
		_, _ = file.Attachments()
		_, _ = file.Print()
		for _, state := range pdffile.Revisions(data, 1<<22) {
			_ = state.Same(file)
		}
	})
}
