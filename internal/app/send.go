package app

import (
	"context"
	"crypto/x509"
	"errors"
	"net"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"baocao/internal/delivery"
	"baocao/internal/diag"
	"baocao/internal/fileset"
	"baocao/internal/inbox"
	"baocao/internal/journal"
	"baocao/internal/lock"
	"baocao/internal/render/mail"
	"baocao/internal/resolution"
)

// Sending is how letters go over the office's mail server.
type Sending struct {
	Password   func(resolution.SMTP) string // of the account there, "" where nobody knows it
	Again      bool                         // also what went to the same people before
	Incomplete bool                         // also a report that is not finished
	Units      []string                     // whom alone to remind, by id; nil for all that owe

	// Seen are the letters that somebody was shown, by what Posting.Seen told of them and by the
	// unit they are to, "" for the report: no other goes. nil for any.
	Seen map[string]string

	Roots *x509.CertPool  // who may vouch for the server; nil for whom the system trusts
	Times delivery.Timing // zero for the usual
}

// Posting is a letter as it goes, or would go, over the server.
type Posting struct {
	Server   string      `json:"server"`
	Security string      `json:"security"`
	From     string      `json:"from"`
	To       []string    `json:"to"`
	Subject  string      `json:"subject"`
	Files    []Enclosure `json:"files"`
	Size     int         `json:"size"` // of the letter on its way, in bytes
	Report   int         `json:"report"`
	Complete bool        `json:"complete"`
	Places   int         `json:"places"` // of the report that somebody still has to write

	Notes  []diag.Message     `json:"-"`
	Hinder error              `json:"-"` // why it would not go as things are
	Sent   *journal.Record    `json:"-"` // what became of it; nil of one that would go
	Failed *delivery.Obstacle `json:"-"`
	Noted  error              `json:"-"` // why the log does not tell what became of it

	id     string    // Message-ID
	before []Earlier // when it went already
}

// Seen is a sum of what is sent, to whom and on which way, and of when it went before: who
// sends it again knows of those times.
func (p *Posting) Seen() string {
	told := []string{p.id, p.From, p.Server, p.Security}
	for _, e := range p.before {
		told = append(told, e.attempt, strconv.FormatBool(e.Unsure))
	}
	return inbox.Sum([]byte(strings.Join(told, "\n")))[:16]
}

// Before is the error of a letter that went before, or may have; nil for one that did not.
func (p *Posting) Before() *AlreadySent {
	if p.before == nil {
		return nil
	}
	return &AlreadySent{p.before}
}

// Enclosure is a file that goes with a letter.
type Enclosure struct {
	Name string `json:"name"`
	Size int    `json:"size"`
}

// Errors of a letter that cannot go.
var (
	ErrNoServer    = errors.New("co-quan.toml names no mail server, or not from whom letters come")
	ErrNoRecipient = errors.New("co-quan.toml says to nobody where the report goes")
	ErrOtherLetter = errors.New("the letter is another one than was looked at")
	ErrOpenWay     = errors.New("the password would go to the mail server unencrypted")
)

// NoPassword is the error of an account whose password nobody told for this server.
type NoPassword struct{ Host string }

func (e *NoPassword) Error() string { return "no password is known for " + e.Host }

// NoUnit is the error of a unit that co-quan.toml does not have.
type NoUnit struct{ ID string }

func (e *NoUnit) Error() string { return e.ID + ": no such unit" }

// NoAddress is the error of a recipient that is no address.
type NoAddress struct{ Written string }

func (e *NoAddress) Error() string { return e.Written + ": no address" }

// Unfinished is the error of a report that is not ready to leave the office.
type Unfinished struct {
	Complete bool
	Places   int
}

func (e *Unfinished) Error() string { return "the report is not finished" }

// Earlier is a time when the same went to some of the same people, or may have gone:
// nobody knows where the program died, or the connection, before the server said so.
type Earlier struct {
	To     []string
	At     time.Time
	Unsure bool

	attempt string // which one it was: of two in a second too
}

// AlreadySent is the error of what was sent before, or may have been.
type AlreadySent struct{ Earlier []Earlier }

func (e *AlreadySent) Error() string { return "sent before, or nobody knows" }

// Unsure reports that nobody knows whether some of it arrived.
func (e *AlreadySent) Unsure() bool {
	return slices.ContainsFunc(e.Earlier, func(x Earlier) bool { return x.Unsure })
}

// parcel is a letter on its way to the server.
type parcel struct {
	letter mail.Letter
	data   []byte
	intent journal.Record // the line that says it is about to be sent
	same   func(*journal.Record) bool
}

// outbox is where the letters of a run go out.
type outbox struct {
	dir    string
	plan   *resolution.Plan
	how    Sending
	server delivery.Server
}

func newOutbox(dir string, p *resolution.Plan, how Sending) *outbox {
	times := how.Times
	if times == (delivery.Timing{}) {
		times = delivery.Usual()
	}
	o := &outbox{dir, p, how, delivery.Server{SMTP: p.Mail.SMTP, Roots: how.Roots, Times: times}}
	if s := p.Mail.SMTP; s.Host != "" && s.User != "" && s.Trusted() && how.Password != nil {
		o.server.Password = how.Password(p.Mail.SMTP)
	}
	return o
}

// openOutbox is the outbox of a folder whose office has a mail server.
func openOutbox(dir string, how Sending) (*outbox, []diag.Problem, error) {
	p, problems, err := Open(dir)
	if err != nil {
		return nil, nil, err
	}
	o := newOutbox(dir, p, how)
	if err := o.ready(); errors.Is(err, ErrNoServer) {
		return nil, nil, err
	}
	return o, problems, nil
}

// ready tells whether anything can be sent at all.
func (o *outbox) ready() error {
	s := o.plan.Mail.SMTP
	switch {
	case s.Host == "" || s.From == "":
		return ErrNoServer
	case s.User != "" && !s.Trusted():
		return ErrOpenWay
	case s.User != "" && o.server.Password == "":
		return &NoPassword{s.Host}
	}
	return nil
}

// pack makes a letter ready for the server. The intent says already what it is about.
func (o *outbox) pack(l mail.Letter, intent journal.Record, at time.Time) (*parcel, error) {
	s := o.plan.Mail.SMTP
	l.From = s.From
	var to []string
	for _, written := range l.To {
		bare, ok := resolution.Address(written)
		if !ok {
			return nil, &NoAddress{written}
		}
		if !slices.ContainsFunc(to, func(a string) bool { return strings.EqualFold(a, bare) }) {
			to = append(to, bare)
		}
	}
	data, id, err := mail.Message(l, at)
	if err != nil {
		return nil, err
	}
	intent.Did, intent.MessageID, intent.To = journal.Sending, id, to
	intent.From, _ = resolution.Address(l.From)
	intent.Server = net.JoinHostPort(s.Host, strconv.Itoa(s.Port))
	for _, a := range l.Attachments {
		intent.Files = append(intent.Files, journal.Input{File: a.Name, SHA256: inbox.Sum(a.Data)})
	}
	return &parcel{letter: l, data: data, intent: intent}, nil
}

// posting is a parcel as people are told of it.
func (o *outbox) posting(x *parcel) *Posting {
	out := &Posting{Server: x.intent.Server, Security: wayTo(o.plan.Mail.SMTP), From: x.intent.From,
		To: x.intent.To, Subject: x.letter.Subject, Size: len(x.data), Files: []Enclosure{}, id: x.intent.MessageID}
	for _, a := range x.letter.Attachments {
		out.Files = append(out.Files, Enclosure{a.Name, len(a.Data)})
	}
	return out
}

// wayTo is how letters go to a server, as far as that is known before it is called: one on this
// machine gets them where it offers no encryption too.
func wayTo(s resolution.SMTP) string {
	if s.Security == resolution.StartTLS && s.IsHere() {
		return "starttls-here"
	}
	return string(s.Security)
}

// announce notes that a letter is about to be sent, before anything goes over the wire.
func (k *keeper) announce(x *parcel) error {
	x.intent.Attempt = k.log.NextAttempt(x.intent.MessageID)
	return k.note(x.intent)
}

// patience is how long what became of a letter waits for whoever else writes in the
// folder: without it nobody would know.
const patience = 2 * time.Minute

// deliver hands a letter over and notes what became of it. noted is why it could not.
func (o *outbox) deliver(ctx context.Context, x *parcel) (
	sent *journal.Record, failed *delivery.Obstacle, noted error) {
	i := x.intent
	sent = &journal.Record{Did: journal.Sent, Report: i.Report, Period: i.Period, Unit: i.Unit, To: i.To,
		MessageID: i.MessageID, Attempt: i.Attempt, At: time.Now()}
	said, err := o.server.Send(ctx, delivery.Letter{From: i.From, To: i.To, Data: x.data})
	sent.Said = said
	if errors.As(err, &failed) { // there is no other error
		sent.Did, sent.Why, sent.Said = journal.Unsent, string(failed.Why), failed.Said
		if failed.Doubt {
			sent.Did = journal.Unsure
		}
		for _, r := range failed.Refused {
			sent.Said += strings.TrimSpace(" " + r.Address + ": " + r.Said + ";")
		}
	}
	times := lock.Usual()
	times.Patience = patience
	w, err := write(context.WithoutCancel(ctx), o.dir, os.Rename, times)
	if err != nil {
		return sent, failed, err
	}
	defer w.done()
	k, err := w.keeping()
	if err != nil {
		return sent, failed, err
	}
	return sent, failed, k.note(*sent)
}

// gone are the times when the same went to some of these people, or may have, the last
// of each.
func (p *past) gone(to []string, same func(*journal.Record) bool) (all []Earlier) {
	left := map[string]string{}
	for _, a := range to {
		left[strings.ToLower(a)] = a
	}
	for i := len(p.log.Records) - 1; i >= 0; i-- {
		r := &p.log.Records[i]
		if r.Did != journal.Sending || !same(r) {
			continue
		}
		became := p.log.Outcome(r)
		if became.Did == journal.Unsent {
			continue
		}
		e := Earlier{At: r.At, Unsure: became.Did == journal.Unsure, attempt: r.MessageID + strconv.Itoa(r.Attempt)}
		for _, a := range r.To {
			if written, ours := left[strings.ToLower(a)]; ours {
				e.To = append(e.To, written)
				delete(left, strings.ToLower(a))
			}
		}
		if e.To != nil {
			all = append(all, e)
		}
	}
	return all
}

// carries reports that a letter over the server had these very files with it.
func carries(r *journal.Record, attached []mail.Attachment) bool {
	other := func(a mail.Attachment) bool {
		return !slices.Contains(r.Files, journal.Input{File: a.Name, SHA256: inbox.Sum(a.Data)})
	}
	return r.Report > 0 && len(r.Files) == len(attached) && !slices.ContainsFunc(attached, other)
}

// reportParcel is the letter with the report that is in place.
func (o *outbox) reportParcel(problems []diag.Problem) (*parcel, *reportSet, *Posting, error) {
	p := o.plan
	set, err := currentReport(o.dir, p)
	if err != nil {
		return nil, nil, nil, err
	}
	x, err := o.pack(reportLetter(p, set), journal.Record{Period: p.Report.Period.String()}, time.Now())
	if err != nil {
		return nil, nil, nil, err
	}
	x.same = func(r *journal.Record) bool { return carries(r, set.attached) }
	out := o.posting(x)
	out.Complete, out.Places = set.result.Complete, len(set.result.OpenPlaces)
	out.Notes = append(wordingNotes(problems), set.told...)
	return x, set, out, nil
}

// hindrance is why a report's letter does not go as things are.
func (o *outbox) hindrance(out *Posting, x *parcel, past *past) error {
	repeated := o.repeated(out, x, past)
	switch {
	case len(out.To) == 0:
		return ErrNoRecipient
	case !o.how.Incomplete && (!out.Complete || out.Places > 0):
		return &Unfinished{out.Complete, out.Places}
	case repeated != nil:
		return repeated
	}
	return o.ready()
}

// repeated is the error of what went to some of the same people before, or may have, and of
// a letter that nobody was shown.
func (o *outbox) repeated(out *Posting, x *parcel, past *past) error {
	out.before = past.gone(x.intent.To, x.same)
	seen := o.how.Seen == nil || o.how.Seen[x.intent.Unit] == out.Seen()
	switch {
	case out.before != nil && !(o.how.Again && seen): // a second click sends nothing either
		return &AlreadySent{out.before}
	case !seen:
		return ErrOtherLetter
	}
	return nil
}

// Preview tells what Send would send, and why it would not. It writes nothing and connects
// nowhere.
func Preview(dir string, how Sending) (*Posting, error) {
	o, problems, err := openOutbox(dir, how)
	if err != nil {
		return nil, err
	}
	x, set, out, err := o.reportParcel(problems)
	if err != nil {
		return nil, err
	}
	past, err := readPast(dir)
	if err != nil {
		return nil, err
	}
	if rec := past.known(inbox.Sum(set.files[len(set.files)-1].Data)); rec != nil {
		out.Report = rec.Report
	}
	out.Notes = append(out.Notes, past.replaced(o.plan, out.Report)...)
	out.Hinder = o.hindrance(out, x, past)
	return out, nil
}

// Send sends the report that is in place over the office's mail server. What becomes of the
// letter stands in the posting; the error is of what came before anything went out.
func Send(ctx context.Context, dir string, how Sending) (*Posting, error) {
	o, problems, err := openOutbox(dir, how)
	if err != nil {
		return nil, err
	}
	x, out, err := o.announceReport(ctx, problems)
	if err != nil {
		return nil, err
	}
	out.Sent, out.Failed, out.Noted = o.deliver(ctx, x)
	return out, nil
}

// announceReport keeps the letter with the report, and notes that it is about to go.
func (o *outbox) announceReport(ctx context.Context, problems []diag.Problem) (*parcel, *Posting, error) {
	w, err := write(ctx, o.dir, os.Rename, lock.Usual())
	if err != nil {
		return nil, nil, err
	}
	defer w.done()
	x, set, out, err := o.reportParcel(problems)
	if err != nil {
		return nil, nil, err
	}
	k, err := w.keeping()
	if err != nil {
		return nil, nil, err
	}
	if err := o.hindrance(out, x, k.past); err != nil {
		return nil, nil, err
	}
	if out.Report, err = k.numberOf(set, o.plan.Report.Period); err != nil {
		return nil, nil, err
	}
	x.intent.Report = out.Report
	w.settle(k.folder(out.Report)) // a run that was killed here
	usual := ReportName("thu-gui", o.plan, "-"+x.intent.MessageID[1:9]+".eml")
	if x.intent.Letter, err = k.keepLetter(x, usual); err != nil {
		return nil, nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	replaced := k.replaced(o.plan, out.Report)
	if err := k.announce(x); err != nil {
		return nil, nil, err
	}
	out.Notes = slices.Concat(w.told, out.Notes, replaced)
	return x, out, nil
}

// keepLetter keeps a letter with its report. It takes the place of one with the same words
// that the server refused.
func (k *keeper) keepLetter(x *parcel, usual string) (name string, err error) {
	folder := k.folder(x.intent.Report)
	for i := range k.log.Records {
		r := &k.log.Records[i]
		if r.Did == journal.Sending && r.Report == x.intent.Report && r.MessageID == x.intent.MessageID &&
			r.Letter != "" && k.log.Outcome(r).Did == journal.Unsent {
			return r.Letter, k.Put(folder, fileset.File{Name: r.Letter, Data: x.data})
		}
	}
	return k.putOnce(folder, fileset.File{Name: usual, Data: x.data})
}

// replaced says that another report of the period left the office before, where this one
// does not say whose place it takes.
func (p *past) replaced(plan *resolution.Plan, number int) []diag.Message {
	before := p.lastMailed(plan.Report.Period.String())
	if before == nil || before.Report == number || !plan.Report.Replaces.IsZero() {
		return nil
	}
	key := "mail.replaces"
	if before.Did == journal.Unsure {
		key = "mail.may-replace"
	}
	return []diag.Message{diag.Say(key, diag.Args{"at": journal.Clock(before.At), "number": before.Report})}
}

// sentAlready is the last letter over the server that took these very files to one of these
// people, or may have.
func (p *past) sentAlready(attached []mail.Attachment, to []string) *AlreadyMailed {
	for i := len(p.log.Records) - 1; i >= 0; i-- {
		r := &p.log.Records[i]
		if carries(r, attached) && p.log.Left(r) && slices.ContainsFunc(to, func(written string) bool {
			bare, _ := resolution.Address(written)
			return slices.ContainsFunc(r.To, func(a string) bool { return strings.EqualFold(a, bare) })
		}) {
			return &AlreadyMailed{*p.asTold(r), path.Join(keptDir, keptName(r.Report), r.Letter)}
		}
	}
	return nil
}
