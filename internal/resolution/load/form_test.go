package load

import (
	"strings"
	"testing"

	"baocao/internal/resolution"
)

// An office says of its document what people say of theirs, in the letters they type.
func TestMarksOfTheDocument(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]resolution.Report{
		`draft = true`:                    {Draft: true},
		`draft = false`:                   {},
		`draft = 2`:                       {Draft: true, DraftNumber: 2},
		`draft = "2"`:                     {Draft: true, DraftNumber: 2},
		`draft = "lần 3"`:                 {Draft: true, DraftNumber: 3},
		`draft = "Dự thảo lần 2"`:         {Draft: true, DraftNumber: 2},
		`urgency = "hoả tốc"`:             {Urgency: "HỎA TỐC"},
		`urgency = "Khẩn"`:                {Urgency: "KHẨN"},
		`urgency = ""`:                    {},
		`duplex = true`:                   {Duplex: true},
		`circulation = "Lưu hành nội bộ"`: {Circulation: "Lưu hành nội bộ"},
	} {
		p, problems := Load(folder(t, resolution.OfficeFile, "[report]\n", "[report]\n"+text+"\n"))
		if len(problems) > 0 {
			t.Errorf("%s: %s", text, inEnglish(problems))
		}
		got := p.Report
		if got.Draft != want.Draft || got.DraftNumber != want.DraftNumber || got.Urgency != want.Urgency ||
			got.Duplex != want.Duplex || got.Circulation != want.Circulation {
			t.Errorf("%s: %+v", text, got)
		}
	}
}

// A number is one however it is typed; without one there is room to write it in.
func TestTheNumberOfTheReport(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		`number = 7`: "07-BC/QU", `number = "07"`: "07-BC/QU", `number = "146"`: "146-BC/QU",
		`number = "12a"`: "12a-BC/QU",
		`number = ""`:    strings.Repeat("\u00A0", 8) + "-BC/QU",
	} {
		p, problems := Load(folder(t, resolution.OfficeFile, "[report]\n", "[report]\n"+text+"\n"))
		if len(problems) > 0 || p.Reference() != want {
			t.Errorf("%s: %q\n%s", text, p.Reference(), inEnglish(problems))
		}
	}
}

// Two bodies that report together are named by name, and sign both.
func TestTwoBodiesReportTogether(t *testing.T) {
	t.Parallel()
	p, problems := Load(folder(t, resolution.OfficeFile, "[report]\n", `name = "Quận ủy và Mặt trận Tổ quốc quận"
joint = { issuer = "ỦY BAN MẶT TRẬN TỔ QUỐC QUẬN", symbol = "MTTQ", signature = { authority = "T/M BAN THƯỜNG TRỰC" } }

[report]
number = "7"
`))
	if len(problems) > 0 {
		t.Fatal(inEnglish(problems))
	}
	if j := p.Office.Joint; j == nil || j.Signature.Authority != "T/M BAN THƯỜNG TRỰC" ||
		p.Reference() != "07-BC/QU-MTTQ" {
		t.Errorf("%+v, %s", j, p.Reference())
	}
}

// A state body's report says to whom it goes; its symbol and authority are written as
// its own rules say.
func TestAStateBodysOffice(t *testing.T) {
	t.Parallel()
	fsys := folder(t, resolution.OfficeFile, "[report]\n", `[report]
number = "7"
to = ["Ủy ban nhân dân thành phố"]
signature = { authority = "TM. ỦY BAN NHÂN DÂN", position = "CHỦ TỊCH" }
`)
	office := string(fsys[resolution.OfficeFile].Data)
	office = strings.NewReplacer("dang-hd36", "nha-nuoc-nd30", "BC/QU", "BC-UBND").Replace(office)
	fsys[resolution.OfficeFile].Data = []byte(office)
	p, problems := Load(fsys)
	if len(problems) > 0 {
		t.Fatal(inEnglish(problems))
	}
	if got := p.Reference(); got != "07/BC-UBND" || len(p.Report.Addressees) != 1 {
		t.Errorf("%s to %q", got, p.Report.Addressees)
	}
}
