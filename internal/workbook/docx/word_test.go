package docx_test

import (
	"fmt"
	"strings"
	"testing"

	"baocao/internal/workbook"
)

// A table as Word itself saves it: runs split by the spelling checker and by edits, a
// name in a smart tag, controls to fill in, changes under review, a hint that nobody
// has filled, a drawing with a text box, nested and merged cells, hidden, crossed out
// and raised text.
func TestATableAsWordSavesIt(t *testing.T) {
	t.Parallel()
	const (
		rsid = `<w:p w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E" w:rsidP="00CD12F0"><w:pPr>` +
			`<w:jc w:val="center"/></w:pPr>`
		times  = `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times"/><w:lang w:val="vi-VN"/>`
		strike = times + `<w:strike/>`
		raised = times + `<w:vertAlign w:val="superscript"/>`
		hidden = times + `<w:vanish/>`
		white  = times + `<w:color w:val="FFFFFF" w:themeColor="background1"/>`
		spell  = `<w:proofErr w:type="spellStart"/>`
		box    = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent><w:p><w:r>` +
			`<w:t>hộp</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict/>` +
			`</mc:Fallback></mc:AlternateContent></w:r>`
		dark = `<w:shd w:val="clear" w:color="auto" w:fill="1F4E79"/>`
	)
	in := func(parts ...string) string {
		out := rsid
		for _, p := range parts {
			out += p
		}
		return out + `</w:p>`
	}
	control := func(properties, content string) string {
		return `<w:sdt><w:sdtPr><w:id w:val="1"/>` + properties + `</w:sdtPr><w:sdtContent>` + content +
			`</w:sdtContent></w:sdt>`
	}
	ins := func(s string) string {
		return `<w:ins w:id="1" w:author="A" w:date="2022-12-01T00:00:00Z">` + s + `</w:ins>`
	}
	del := `<w:del w:id="2"><w:r><w:delText>118</w:delText></w:r></w:del>`
	styles := `<w:style w:type="table" w:styleId="Dam"><w:tblStylePr w:type="firstRow"><w:tcPr>` + dark +
		`</w:tcPr></w:tblStylePr></w:style><w:style w:type="table" w:styleId="TableGrid"><w:tblPr/></w:style>`
	grid := `<w:tblPr><w:tblStyle w:val="TableGrid"/></w:tblPr>`
	for _, c := range []struct {
		name, cell, table     string
		prose, struck, unseen string
		number                string
	}{
		{name: "split by edits", cell: in(run("1", times), spell, run("2", times), `<w:proofErr w:type="spellEnd"/>`,
			`<w:bookmarkStart w:id="0" w:name="_GoBack"/>`, run("7", times)), number: "127"},
		{name: "a smart tag", cell: in(
			`<w:smartTag w:element="place">`, run("Lãm ", times), `</w:smartTag>`, run("Hà", times)),
			prose: "Lãm Hà"},
		{name: "a control", cell: in(control("", run("127", times))), number: "127"},
		{name: "a control around the paragraph", cell: control("", in(run("127", times))), number: "127"},
		{name: "a hint", cell: in(control("<w:showingPlcHdr/>", run("Bấm để nhập", times)))},
		{name: "a hint around the paragraph", cell: control("<w:showingPlcHdr/>", in(run("1", times)))},
		{name: "under review", cell: in(del, ins(run("127", times))), number: "127"},
		{name: "a simple field", cell: in(`<w:fldSimple w:instr=" =SUM(ABOVE) ">`, run("127", times), `</w:fldSimple>`),
			number: "127"},
		{name: "a field", cell: in(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> =SUM(ABOVE) `+
			`</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`, run("127", times),
			`<w:r><w:fldChar w:fldCharType="end"/></w:r>`), number: "127"},
		{name: "a text box", cell: in(box, run("127", times)), number: "127"},
		{name: "a minus that does not break", cell: in(`<w:r><w:noBreakHyphen/></w:r>`, run("5", times)), number: "-5"},
		{name: "a tab", cell: in(`<w:r><w:tab/></w:r>`, run("127", times)), number: "127"},
		{name: "two lines", cell: in(run("127", times), `<w:r><w:br/></w:r>`, run("130", times)), prose: "127\n130"},
		{name: "a symbol", cell: in(`<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>`), prose: "•"},
		{name: "another number crossed out", cell: in(run("118", strike), run(" 127", times)), prose: " 127",
			struck: "118"},
		{name: "crossed out", cell: in(run("127", strike)), struck: "127"},
		{name: "crossed out in two runs", cell: in(run("12", strike), run("7", strike)), struck: "127"},
		{name: "a note's number", cell: in(run("127", times), run("1", raised)), prose: "127"},
		{name: "a unit", cell: in(run("12 m", times), run("2", raised)), prose: "12 m2"},
		{name: "hidden", cell: in(run("127", hidden))},
		{name: "hidden beside", cell: in(run("127", times), run("0", hidden)), prose: "127", unseen: "0"},
		{name: "white", cell: in(run("127", white))},
		{name: "white", cell: in(run("127", strings.Replace(white, "FFFFFF", "FDFDFE", 1)))},
		{name: "white on a dark cell", cell: `<w:tcPr>` + dark + `</w:tcPr>` + in(run("127", white)), number: "127"},
		{name: "white in a dark table", table: `<w:tblPr><w:tblStyle w:val="Dam"/></w:tblPr>`,
			cell:   in(run("127", white)),
			number: "127"},
		{name: "a table within", cell: in(run("127", times)) + `<w:tbl><w:tr><w:tc>` + in(run("5", times)) +
			`</w:tc></w:tr></w:tbl>` + in(), prose: "127\n5"},
	} {
		table := c.table
		if table == "" {
			table = grid
		}
		b, err := read(document(in(run("x", times))+`<w:tbl>`+table+`<w:tblGrid><w:gridCol w:w="900"/></w:tblGrid>`+
			`<w:tr w:rsidR="00A77B3E"><w:tc>`+c.cell+`</w:tc></w:tr></w:tbl>`, styles), workbook.DefaultLimits())
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		s := b.Sheets[0]
		if len(s.Cells) == 1 {
			if c.prose+c.struck+c.unseen+c.number != "" || c.name == "hidden" || c.name == "white" {
				t.Errorf("%s: nothing is there", c.name)
			}
			continue
		}
		cell := &s.Cells[1]
		got := fmt.Sprintf("%q %q %q", cell.Prose(), cell.Struck(), cell.Unseen())
		switch {
		case c.number != "":
			if cell.Kind != workbook.Number || cell.Number.Plain() != c.number {
				t.Errorf("%s: %v %s", c.name, cell.Kind, got)
			}
		case c.name == "hidden" || c.name == "white": // there, to be asked about
			if !cell.IsUnseen() || cell.Text != "127" {
				t.Errorf("%s: %s", c.name, got)
			}
		case got != fmt.Sprintf("%q %q %q", c.prose, c.struck, c.unseen):
			t.Errorf("%s: %s", c.name, got)
		}
	}
}
