// Package mail writes letters: a draft that the office's mail program opens, ready to be
// read over and sent by a person, or a message that goes to a mail server as it is.
package mail

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"mime"
	netmail "net/mail"
	"path"
	"strings"
	"time"

	gomail "github.com/wneessen/go-mail"

	"baocao/internal/resolution"
	"baocao/internal/viet"
)

// Attachment is a file that goes with the letter. Name is its bare name.
type Attachment struct {
	Name string
	Data []byte
}

// Letter is what a draft or message is made of. Without addressees the To line is left
// for a person to fill; without From the mail program fills it in.
type Letter struct {
	From          string
	To            []string
	Date          viet.Date
	Subject, Body string
	Attachments   []Attachment
}

// Draft writes an .eml file that mail programs open as a letter not sent yet
// (X-Unsent). The same content gives the same bytes: boundary and Message-ID are
// derived from it.
func Draft(l Letter) ([]byte, error) {
	m, err := compose(l, domain)
	if err != nil {
		return nil, err
	}
	m.SetGenHeaderPreformatted("X-Unsent", "1")
	m.SetGenHeader(seal, unsealed)
	m.SetDateWithValue(day(l.Date))
	draft, err := written(m)
	return withSeal(draft, unsealed, sealOf(draft)), err
}

// Message writes a letter as it goes to a server at a time. Its Message-ID tells of what
// the letter says and of nothing else, so that a server that gets it twice may notice.
func Message(l Letter, at time.Time) (data []byte, id string, err error) {
	from, ok := resolution.Address(l.From)
	if !ok {
		return nil, "", fmt.Errorf("mail: sender %q", l.From)
	}
	m, err := compose(l, from[strings.LastIndexByte(from, '@'):])
	if err != nil {
		return nil, "", err
	}
	if err := m.From(l.From); err != nil {
		return nil, "", fmt.Errorf("mail: sender: %w", err)
	}
	m.SetDateWithValue(at.In(vietnam()))
	data, err = written(m)
	return data, m.GetMessageID(), err
}

// compose is what drafts and messages have alike.
func compose(l Letter, domain string) (*gomail.Msg, error) {
	m := gomail.NewMsg(gomail.WithCharset(gomail.CharsetUTF8), gomail.WithEncoding(gomail.EncodingB64),
		gomail.WithNoDefaultUserAgent())
	if len(l.To) > 0 {
		if err := m.To(l.To...); err != nil {
			return nil, fmt.Errorf("mail: addressee: %w", err)
		}
	}
	id := fingerprint(l)
	m.Subject(viet.Tidy(l.Subject))
	m.SetMessageIDWithValue(id + domain)
	m.SetBoundary("baocao-" + id)
	m.SetBodyString(gomail.TypeTextPlain, strings.ReplaceAll(viet.Clean(l.Body), "\n", "\r\n"))
	for _, a := range l.Attachments {
		m.AttachReadSeeker(a.Name, bytes.NewReader(a.Data), named(a.Name))
	}
	return m, nil
}

func written(m *gomail.Msg) ([]byte, error) {
	var out bytes.Buffer
	if _, err := m.WriteTo(&out); err != nil {
		return nil, fmt.Errorf("mail: write: %w", err)
	}
	return out.Bytes(), nil
}

// seal is the header that tells whether anybody has worked on the letter since: a
// hash of all of it, taken while zeros stood in its place.
const (
	seal     = "X-Baocao-Seal"
	unsealed = "00000000000000000000000000000000"
)

func sealOf(letter []byte) string {
	sum := sha256.Sum256(letter)
	return hex.EncodeToString(sum[:16])
}

// withSeal is the letter with another seal.
func withSeal(letter []byte, was, is string) []byte {
	return bytes.Replace(letter, []byte(seal+": "+was), []byte(seal+": "+is), 1)
}

// domain ends the Message-ID of every draft.
const domain = "@baocao.invalid"

// IsDraft reports that data is a draft as Draft wrote it, to the letter. Those of
// earlier versions have no seal; there the Message-ID has to tell: a mail program
// that sends or saves the letter gives it one of its own.
func IsDraft(data []byte) bool {
	m, err := netmail.ReadMessage(bytes.NewReader(data))
	if err != nil || !strings.HasSuffix(m.Header.Get("Message-Id"), domain+">") || m.Header.Get("X-Unsent") != "1" {
		return false
	}
	sealed := m.Header.Get(seal)
	return sealed == "" || sealed == sealOf(withSeal(data, sealed, unsealed))
}

// named writes the file's name by RFC 2231; the library would put an encoded
// word into a quoted parameter, which RFC 2047 forbids. The content type is our
// own too: the library would take it from a table that differs by machine.
func named(name string) gomail.FileOption {
	return func(f *gomail.File) {
		f.Header.Set("Content-Type", mime.FormatMediaType(contentType(name), map[string]string{"name": name}))
		f.Header.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
	}
}

func contentType(name string) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".pdf":
		return "application/pdf"
	case ".xlsx":
		return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	}
	return "application/octet-stream"
}

// day is the start of a day in Vietnam.
func day(d viet.Date) time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, vietnam())
}

// vietnam is its time, which knows no summer.
func vietnam() *time.Location { return time.FixedZone("", 7*60*60) }

// fingerprint is 32 hexadecimal digits of a hash of the whole letter.
func fingerprint(l Letter) string {
	h := sha256.New()
	add := func(data []byte) {
		_ = binary.Write(h, binary.BigEndian, uint64(len(data))) // a hash takes everything
		h.Write(data)
	}
	if l.From != "" {
		add([]byte(l.From))
	}
	for _, to := range l.To {
		add([]byte(to))
	}
	add([]byte(l.Subject))
	add([]byte(l.Body))
	for _, a := range l.Attachments {
		add([]byte(a.Name))
		add(a.Data)
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}
