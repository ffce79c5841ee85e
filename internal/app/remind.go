package app

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"baocao/internal/compose"
	"baocao/internal/diag"
	"baocao/internal/disk"
	"baocao/internal/fileset"
	"baocao/internal/journal"
	"baocao/internal/lock"
	"baocao/internal/render/mail"
	"baocao/internal/render/xlsx"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
)

// Reminders are the drafts for the units that owe.
type Reminders struct {
	Drafts  []Reminder     `json:"drafts"`
	Removed []string       `json:"removed"` // drafts to units that owe nothing any more
	Notes   []diag.Message `json:"-"`
}

// Reminder is one draft.
type Reminder struct {
	Unit     string   `json:"unit"`
	Name     string   `json:"name"`
	To       string   `json:"to"` // "" where co-quan.toml has no address: a person fills it in
	Owes     int      `json:"owes"`
	Path     string   `json:"path"`
	Attached []string `json:"attached"`
}

func reminderName(unit string) string { return "nhac-" + unit + ".eml" }

// mailable is how large an attachment may be, in bytes: most mail servers take
// letters up to 25 MB, and an attachment grows by a third on its way.
const mailable = 15 << 20

// reminder is a letter to a unit, and what it is about.
type reminder struct {
	Reminder
	letter mail.Letter
	late   bool
	gaps   []string
}

// reminders judges the folder and makes a letter to each unit that owes, with its
// blank form and its marked files attached. A unit without a good address has a letter
// to nobody.
func reminders(ctx context.Context, dir string, progress Progress) (*run, []reminder, []diag.Message, error) {
	r, err := (*Readings)(nil).judge(ctx, dir, progress, remembering)
	if err != nil {
		return nil, nil, nil, err
	}
	a := r.annex
	notes := wordingNotes(a.Problems)
	copies := map[string][]byte{}
	unmade, err := r.eachCorrection(ctx, func(name string, data []byte) {
		if len(data) <= mailable {
			copies[name] = data
		} else {
			notes = append(notes, diag.Say("remind.too-large", diag.Args{"file": name}))
		}
	}, func(string) {})
	notes = append(notes, unmade...)
	if err != nil {
		notes = append(notes, failure(CorrectionDir, err))
	}
	letters := compose.RemindersOf(a, func(file string) bool { return copies[correctionPath(file)] != nil },
		journal.Day(time.Now()))
	var all []reminder
	for _, u := range a.Units {
		text, owes := letters[u.ID]
		if !owes {
			if len(u.Owes) > 0 {
				notes = append(notes, diag.Say("remind.office", diag.Args{"unit": u.Name, "count": len(u.Owes)}))
			}
			continue
		}
		form, err := xlsx.WriteForm(returns.NewForm(a.Plan, u.ID, r.last))
		if err != nil {
			return nil, nil, nil, err
		}
		x := reminder{Reminder{Unit: u.ID, Name: u.Name, Owes: len(u.Owes)}, mail.Letter{Date: a.Plan.On(),
			Subject: text.Subject, Body: text.Body,
			Attachments: []mail.Attachment{{Name: "bieu-mau-" + u.ID + ".xlsx", Data: form}}}, text.Late, text.Gaps}
		for _, f := range u.Files {
			if marked := copies[correctionPath(f.File)]; marked != nil {
				name := "can-sua-" + plain(path.Base(correctionPath(f.File)))
				x.letter.Attachments = append(x.letter.Attachments, mail.Attachment{Name: name, Data: marked})
			}
		}
		for _, at := range x.letter.Attachments {
			x.Attached = append(x.Attached, at.Name)
		}
		if _, ok := resolution.Address(u.Email); ok {
			x.To, x.letter.To = u.Email, []string{u.Email}
		} else if u.Email != "" { // left for a person
			notes = append(notes, diag.Say("remind.address", diag.Args{"unit": u.Name, "address": u.Email}))
		}
		all = append(all, x)
	}
	return r, all, notes, ctx.Err()
}

// Remind writes a draft to each unit that owes. Drafts of an earlier run to units
// that owe nothing any more are removed.
func Remind(ctx context.Context, dir string, progress Progress) (*Reminders, error) {
	_, all, notes, err := reminders(ctx, dir, progress)
	if err != nil {
		return nil, err
	}
	out := &Reminders{Drafts: []Reminder{}, Removed: []string{}}
	var drafts [][]byte
	for _, x := range all {
		draft, err := mail.Draft(x.letter)
		if err != nil {
			return nil, err
		}
		out.Drafts = append(out.Drafts, x.Reminder)
		drafts = append(drafts, draft)
	}
	w, err := write(ctx, dir, os.Rename, lock.Usual())
	if err != nil {
		return nil, err
	}
	defer w.done()
	out.Notes = append(w.told, notes...)
	folder := filepath.Join(dir, JournalDir)
	for i, draft := range drafts {
		name, told := draftName(folder, reminderName(out.Drafts[i].Unit))
		out.Notes = append(out.Notes, told...)
		at, err := w.PutBeside(folder, fileset.File{Name: name, Data: draft})
		if err != nil {
			return nil, err
		}
		out.Drafts[i].Path = at.Path
		out.Notes = append(out.Notes, Instead(at)...)
	}
	if err := out.clear(w, folder); err != nil {
		return nil, err
	}
	return out, nil
}

// Reminding is what became of the letters to the units that owe.
type Reminding struct {
	Letters []Reminded
	Notes   []diag.Message
}

// Reminded is what became of one of them. Without an address it has no posting.
type Reminded struct {
	Reminder
	Late    bool // the due date is past: the letter is a firmer one
	Posting *Posting
	// Untried says that it was left, for what kept an earlier one back keeps it back too.
	Untried bool
}

// Ending is what became of a reminder, or would.
type Ending string

// The endings.
const (
	Sent      Ending = "sent"       // the server has it
	Unsent    Ending = "unsent"     // the server has it not, for sure
	Unsure    Ending = "unsure"     // nobody knows, of this one or of the same before
	Would     Ending = "would"      // it would go
	Before    Ending = "before"     // the same went before
	Hindered  Ending = "hindered"   // something keeps it back
	NoMailbox Ending = "no-address" // co-quan.toml says no good address
	Untried   Ending = "untried"    // what kept an earlier one back keeps it back too
)

// Ending is what became of it, or would.
func (x *Reminded) Ending() Ending {
	var before *AlreadySent
	switch post := x.Posting; {
	case x.Untried:
		return Untried
	case post == nil:
		return NoMailbox
	case post.Sent != nil:
		return Ending(post.Sent.Did)
	case errors.As(post.Hinder, &before) && before.Unsure():
		return Unsure
	case before != nil:
		return Before
	case post.Hinder != nil:
		return Hindered
	}
	return Would
}

// SendReminders sends a letter to each unit that owes, or tells what it would send. One that
// fails keeps no other from going, unless the server takes none at all.
func SendReminders(ctx context.Context, dir string, how Sending, preview bool, progress Progress) (*Reminding, error) {
	r, all, notes, err := reminders(ctx, dir, progress)
	if err != nil {
		return nil, err
	}
	o := newOutbox(dir, r.annex.Plan, how)
	if err := o.ready(); err != nil && (!preview || errors.Is(err, ErrNoServer)) {
		return nil, err
	}
	for _, id := range how.Units {
		if o.plan.Unit(id) == nil {
			return nil, &NoUnit{id}
		}
	}
	out := &Reminding{Notes: notes}
	untried := false
	for _, x := range all {
		if how.Units != nil && !slices.Contains(how.Units, x.Unit) {
			continue
		}
		done := Reminded{Reminder: x.Reminder, Late: x.late}
		switch {
		case x.letter.To == nil:
		case untried || ctx.Err() != nil:
			done.Untried = true
		default:
			if done.Posting, err = o.remind(ctx, &x, preview); err != nil {
				if ctx.Err() == nil {
					return out, err
				}
				done.Untried = true
			} else if failed := done.Posting.Failed; failed != nil {
				untried = failed.General
			}
		}
		out.Letters = append(out.Letters, done)
	}
	return out, nil
}

// remind sends one letter, unless the same went to that unit before.
func (o *outbox) remind(ctx context.Context, x *reminder, preview bool) (*Posting, error) {
	h := sha256.New()
	for _, text := range append([]string{o.plan.Due(x.Unit).ISO(), strconv.FormatBool(x.late)}, x.gaps...) {
		fmt.Fprintf(h, "%q\n", text)
	}
	intent := journal.Record{Period: o.plan.Report.Period.String(), Unit: x.Unit,
		Owes: hex.EncodeToString(h.Sum(nil)[:16])}
	p, err := o.pack(x.letter, intent, time.Now())
	if err != nil {
		return nil, err
	}
	p.same = func(r *journal.Record) bool { return r.Unit == x.Unit && r.Owes == intent.Owes }
	out := o.posting(p)
	if preview {
		past, err := readPast(o.dir)
		if err != nil {
			return nil, err
		}
		if out.Hinder = o.repeated(out, p, past); out.Hinder == nil {
			out.Hinder = o.ready()
		}
		return out, nil
	}
	if out.Hinder, err = o.announceReminder(ctx, out, p); out.Hinder == nil && err == nil {
		out.Sent, out.Failed, out.Noted = o.deliver(ctx, p)
	}
	return out, err
}

// announceReminder notes that a letter is about to go, unless the same went before.
func (o *outbox) announceReminder(ctx context.Context, out *Posting, x *parcel) (hinder, err error) {
	w, err := write(ctx, o.dir, os.Rename, lock.Usual())
	if err != nil {
		return nil, err
	}
	defer w.done()
	k, err := w.keeping()
	if err != nil {
		return nil, err
	}
	if err := o.repeated(out, x, k.past); err != nil {
		return err, nil
	}
	return nil, k.announce(x)
}

// plain is a file's name without what would turn its direction or hide in it.
func plain(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.In(r, unicode.Cc, unicode.Cf) {
			return -1
		}
		return r
	}, name)
}

// clear removes the drafts of earlier runs that are not wanted any more, also
// those of units that co-quan.toml does not have any more. What the program did
// not write is left alone.
func (r *Reminders) clear(w *writing, folder string) (err error) {
	r.Removed, err = w.removeReminders(folder, func(name string) bool {
		return slices.ContainsFunc(r.Drafts, func(d Reminder) bool { return d.Path == filepath.Join(folder, name) })
	})
	return err
}

// removeReminders removes the drafts that are not wanted and that nobody has worked on.
func (w *writing) removeReminders(folder string, wanted func(name string) bool) (removed []string, err error) {
	names, err := reminderFiles(folder)
	if err != nil {
		return nil, err
	}
	removed = []string{}
	for _, name := range names {
		if wanted(name) {
			continue
		}
		at := filepath.Join(folder, name)
		data, err := disk.Read(at, disk.MaxOwn)
		if err != nil {
			return removed, err
		}
		if !mail.IsDraft(data) {
			continue
		}
		if err := w.remove(at); err != nil {
			return removed, err
		}
		removed = append(removed, at)
	}
	return removed, nil
}

// reminderFiles are the names of what may be drafts of reminders: those that the program gives
// them, since a copy under a name of somebody's own is his.
func reminderFiles(folder string) (names []string, err error) {
	entries, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	for _, e := range entries {
		if unitOfReminder(e.Name()) != "" && e.Type().IsRegular() {
			names = append(names, e.Name())
		}
	}
	return names, nil
}

// unitOfReminder is the unit that a reminder is to, by the name of its draft; "" for any other name.
func unitOfReminder(name string) string {
	usual := fileset.Unnumbered(name)
	unit := strings.TrimSuffix(strings.TrimPrefix(usual, "nhac-"), ".eml")
	if !resolution.IsUnitID(unit) || usual != reminderName(unit) {
		return ""
	}
	return unit
}

// dropReminders takes away the drafts to units that owe nothing by this build: they have
// sent since, and a letter that lies there is a letter that somebody sends.
func (r *run) dropReminders(w *writing) (told []diag.Message) {
	folder := filepath.Join(w.dir, JournalDir)
	if names, err := reminderFiles(folder); err == nil && names == nil {
		return nil // the usual case: to find out who owes takes time
	}
	owing := compose.RemindersOf(r.annex, nil, viet.Date{})
	removed, err := w.removeReminders(folder, func(name string) bool {
		_, owes := owing[unitOfReminder(name)]
		return owes
	})
	for _, at := range removed {
		told = append(told, diag.Say("remind.removed", diag.Args{"path": filepath.Clean(at)}))
	}
	if err != nil {
		told = append(told, diag.Say("remind.stays", diag.Args{"dir": JournalDir, "error": Cause(err)}))
	}
	return told
}
