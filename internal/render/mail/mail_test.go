package mail

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	netmail "net/mail"
	"strings"
	"testing"
	"time"

	"baocao/internal/resolution"
	"baocao/internal/viet"
)

func office() *resolution.Plan {
	p := &resolution.Plan{
		Resolution: resolution.Resolution{Number: "02-NQ/QU", Year: 2022},
		Office:     resolution.Office{Issuer: "QUẬN ỦY KIẾN AN", Symbol: "BC/QU"},
		Report: resolution.Report{
			Number: "15", Date: viet.Date{Year: 2022, Month: 12, Day: 20},
			Title:      "kết quả thực hiện Nghị quyết số 02-NQ/QU năm 2022",
			Recipients: []string{"Thường trực Thành ủy"},
		},
	}
	p.Mail.To = []string{"vanthu@thanhuy.example"}
	return p
}

func letter(p *resolution.Plan, attachments []Attachment) Letter {
	return Letter{To: p.Mail.To, Date: p.On(), Subject: Subject(p), Body: Body(p, attachments),
		Attachments: attachments}
}

type part struct {
	name string
	data []byte
}

// open reads a draft as a mail program does.
func open(t *testing.T, draft []byte) (head netmail.Header, body string, files []part) {
	t.Helper()
	m, err := netmail.ReadMessage(bytes.NewReader(draft))
	if err != nil {
		t.Fatal(err)
	}
	kind, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil {
		t.Fatal(err)
	}
	if kind != "multipart/mixed" {
		return m.Header, decoded(t, m.Body), nil
	}
	r := multipart.NewReader(m.Body, params["boundary"])
	for {
		p, err := r.NextPart()
		if errors.Is(err, io.EOF) {
			return m.Header, body, files
		}
		if err != nil {
			t.Fatal(err)
		}
		disposition, params, _ := mime.ParseMediaType(p.Header.Get("Content-Disposition"))
		text := decoded(t, p)
		if disposition == "attachment" {
			files = append(files, part{params["filename"], []byte(text)})
		} else {
			body = text
		}
	}
}

func decoded(t *testing.T, r io.Reader) string {
	t.Helper()
	data, err := io.ReadAll(base64.NewDecoder(base64.StdEncoding, r))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestDraftArrivesAsItWasWritten(t *testing.T) {
	p := office()
	attachments := []Attachment{
		{"BaoCao-2022.pdf", bytes.Repeat([]byte{0, 255, '\r', '\n', '.', 7}, 5000)},
		{"Phụ lục \"năm\" 2022.xlsx", []byte("PK\x03\x04")},
	}
	draft, err := Draft(letter(p, attachments))
	if err != nil {
		t.Fatal(err)
	}
	head, body, files := open(t, draft)
	subject, err := new(mime.WordDecoder).DecodeHeader(head.Get("Subject"))
	if err != nil || subject != "Báo cáo kết quả thực hiện Nghị quyết số 02-NQ/QU năm 2022" {
		t.Errorf("subject %q, %v", subject, err)
	}
	if got := head.Get("X-Unsent"); got != "1" {
		t.Errorf("X-Unsent %q: Outlook would show the letter as received", got)
	}
	if to, err := head.AddressList("To"); err != nil || len(to) != 1 || to[0].Address != "vanthu@thanhuy.example" {
		t.Errorf("To %v, %v", to, err)
	}
	if date, err := head.Date(); err != nil || date.Format("2006-01-02") != "2022-12-20" {
		t.Errorf("date %v, %v", date, err)
	}
	if want := strings.ReplaceAll(Body(p, attachments), "\n", "\r\n"); body != want {
		t.Errorf("body\n%q\nwant\n%q", body, want)
	}
	if len(files) != len(attachments) {
		t.Fatalf("%d files arrived, want %d", len(files), len(attachments))
	}
	for i, f := range files {
		if f.name != attachments[i].Name || !bytes.Equal(f.data, attachments[i].Data) {
			t.Errorf("file %d arrived as %q with %d bytes", i, f.name, len(f.data))
		}
	}
	for line := range strings.SplitSeq(string(draft), "\r\n") {
		if len(line) > 998 {
			t.Errorf("a line of %d bytes: mail servers cut it", len(line))
		}
	}
}

func TestDraftWithoutAddresseeIsLeftOpen(t *testing.T) {
	draft, err := Draft(Letter{Subject: "Báo cáo", Body: "Kính gửi"})
	if err != nil {
		t.Fatal(err)
	}
	head, body, _ := open(t, draft)
	if head.Get("To") != "" || body != "Kính gửi" {
		t.Errorf("To %q, body %q", head.Get("To"), body)
	}
}

func TestWrongAddressIsAnError(t *testing.T) {
	p := office()
	p.Mail.To = []string{"văn thư"}
	if draft, err := Draft(Letter{To: p.Mail.To, Subject: "Báo cáo"}); err == nil {
		t.Errorf("got a draft: %s", draft)
	}
}

func TestSubjectCannotAddHeaders(t *testing.T) {
	draft, err := Draft(Letter{Subject: "Báo cáo\r\nBcc: ai-do@example.com"})
	if err != nil {
		t.Fatal(err)
	}
	head, _, _ := open(t, draft)
	if head.Get("Bcc") != "" {
		t.Errorf("a line break in the subject became a header: %v", head)
	}
}

func TestSameLetterSameBytes(t *testing.T) {
	p := office()
	attachments := []Attachment{{"BaoCao-2022.pdf", []byte("%PDF")}, {"PhuLuc-2022.xlsx", []byte("PK")}}
	first, err := Draft(letter(p, attachments))
	if err != nil {
		t.Fatal(err)
	}
	for range 20 {
		again, err := Draft(letter(p, attachments))
		if err != nil || !bytes.Equal(first, again) {
			t.Fatalf("a second draft differs (%v)", err)
		}
	}
	attachments[0].Data = []byte("%PDF-2")
	other, err := Draft(letter(p, attachments))
	if err != nil {
		t.Fatal(err)
	}
	a, _, _ := open(t, first)
	b, _, _ := open(t, other)
	if a.Get("Message-Id") == b.Get("Message-Id") {
		t.Error("two letters have one Message-ID")
	}
}

func TestLetterNamesOnlyWhatTheOfficeSays(t *testing.T) {
	p := office()
	got := Body(p, []Attachment{{Name: "BaoCao-2022.pdf"}, {Name: "PhuLuc-2022.xlsx"}})
	want := `Kính gửi: Thường trực Thành ủy,

QUẬN ỦY KIẾN AN trân trọng gửi Báo cáo số 15-BC/QU, ngày 20 tháng 12 năm 2022, ` +
		`kết quả thực hiện Nghị quyết số 02-NQ/QU năm 2022.

Tài liệu gửi kèm:
- Báo cáo: BaoCao-2022.pdf;
- Phụ lục kết quả thực hiện các chỉ tiêu: PhuLuc-2022.xlsx.

Trân trọng.

QUẬN ỦY KIẾN AN
`
	if got != want {
		t.Errorf("got\n%s", got)
	}
	p.Report.Number, p.Report.Date, p.Report.Recipients, p.Report.Illustrative = "", viet.Date{}, nil, true
	got = Body(p, nil)
	if !strings.HasPrefix(got, "Kính gửi: các đồng chí,\n\nQUẬN ỦY KIẾN AN trân trọng gửi Báo cáo kết quả") ||
		!strings.Contains(got, "số liệu minh họa") {
		t.Errorf("got\n%s", got)
	}
}

// Where a report says to whom it goes, the letter goes to them: the first of the
// recipients is «Như trên» then.
func TestLetterGoesToWhomTheReportGoes(t *testing.T) {
	p := office()
	p.Office.Profile, p.Office.Symbol, p.Report.Number = "nha-nuoc-nd30", "BC-UBND", "7"
	p.Report.Addressees, p.Report.Recipients = []string{"Ủy ban nhân dân quận"}, []string{"Như trên", "Lưu: VT"}
	got := Body(p, nil)
	if !strings.HasPrefix(got, "Kính gửi: Ủy ban nhân dân quận,\n") || !strings.Contains(got, "số 07/BC-UBND, ngày") {
		t.Errorf("got\n%s", got)
	}
}

// A message for a server says from whom it is and when, is no draft, and is known by its
// words alone: the same words an hour later are the same letter.
func TestAMessageForAServer(t *testing.T) {
	l := letter(office(), []Attachment{{"BaoCao-2022.pdf", []byte("%PDF")}})
	l.From = "Văn thư Quận ủy <vanthu@quan.example>"
	at := time.Date(2022, 12, 20, 9, 30, 0, 0, time.UTC)
	data, id, err := Message(l, at)
	if err != nil {
		t.Fatal(err)
	}
	head, body, files := open(t, data)
	from, err := head.AddressList("From")
	if err != nil || from[0].Address != "vanthu@quan.example" || from[0].Name != "Văn thư Quận ủy" {
		t.Errorf("from %v, %v", from, err)
	}
	if got := head.Get("Date"); !strings.Contains(got, "20 Dec 2022 16:30:00 +0700") {
		t.Errorf("date %s", got)
	}
	if head.Get("X-Unsent") != "" || head.Get(seal) != "" || IsDraft(data) || len(files) != 1 || body == "" {
		t.Errorf("%v", head)
	}
	if !strings.HasSuffix(id, "@quan.example>") || head.Get("Message-Id") != id {
		t.Errorf("id %s, %s", id, head.Get("Message-Id"))
	}
	if _, later, err := Message(l, at.Add(time.Hour)); err != nil || later != id {
		t.Errorf("an hour later %s, %v", later, err)
	}
	l.To = []string{"khac@thanhuy.example"}
	if _, other, err := Message(l, at); err != nil || other == id {
		t.Errorf("to somebody else %s, %v", other, err)
	}
	for _, from := range []string{"", "văn thư", "a@b.example\r\nBcc: c@d.example"} {
		l.From = from
		if _, _, err := Message(l, at); err == nil {
			t.Errorf("from %q is taken", from)
		}
	}
}
