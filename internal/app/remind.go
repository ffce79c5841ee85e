package app

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
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
	"baocao/internal/returns"
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

// Remind judges the folder and writes a draft to each unit that owes, with its
// blank form and its marked files attached. Drafts of an earlier run to units
// that owe nothing any more are removed.
func Remind(ctx context.Context, dir string, progress Progress) (*Reminders, error) {
	r, err := judge(ctx, dir, progress, remembering)
	if err != nil {
		return nil, err
	}
	a := r.annex
	out := &Reminders{Drafts: []Reminder{}, Removed: []string{}, Notes: wordingNotes(a.Problems)}
	copies := map[string][]byte{}
	unmade := r.eachCorrection(ctx, func(name string, data []byte) {
		if len(data) <= mailable {
			copies[name] = data
		} else {
			out.Notes = append(out.Notes, diag.Say("remind.too-large", diag.Args{"file": name}))
		}
	}, func(string) {})
	out.Notes = append(out.Notes, unmade...)
	letters := compose.RemindersOf(a, func(file string) bool { return copies[correctionPath(file)] != nil },
		journal.Day(time.Now()))
	var drafts [][]byte
	for _, u := range a.Units {
		text, owes := letters[u.ID]
		if !owes {
			if len(u.Owes) > 0 {
				out.Notes = append(out.Notes,
					diag.Say("remind.office", diag.Args{"unit": u.Name, "count": len(u.Owes)}))
			}
			continue
		}
		form, err := xlsx.WriteForm(returns.NewForm(a.Plan, u.ID, r.last))
		if err != nil {
			return nil, err
		}
		l := mail.Letter{Date: a.Plan.On(), Subject: text.Subject, Body: text.Body,
			Attachments: []mail.Attachment{{Name: "bieu-mau-" + u.ID + ".xlsx", Data: form}}}
		for _, f := range u.Files {
			if marked := copies[correctionPath(f.File)]; marked != nil {
				name := "can-sua-" + plain(path.Base(correctionPath(f.File)))
				l.Attachments = append(l.Attachments, mail.Attachment{Name: name, Data: marked})
			}
		}
		if u.Email != "" {
			l.To = []string{u.Email}
		}
		draft, err := mail.Draft(l)
		if err != nil && l.To != nil { // the address is no address: left for a person
			out.Notes = append(out.Notes, diag.Say("remind.address", diag.Args{"unit": u.Name, "address": u.Email}))
			l.To = nil
			draft, err = mail.Draft(l)
		}
		if err != nil {
			return nil, err
		}
		d := Reminder{Unit: u.ID, Name: u.Name, Owes: len(u.Owes)}
		if l.To != nil {
			d.To = u.Email
		}
		for _, at := range l.Attachments {
			d.Attached = append(d.Attached, at.Name)
		}
		out.Drafts = append(out.Drafts, d)
		drafts = append(drafts, draft)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	w, err := write(ctx, dir, os.Rename, lock.Usual())
	if err != nil {
		return nil, err
	}
	defer w.done()
	out.Notes = append(w.told, out.Notes...)
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
func (r *Reminders) clear(w *writing, folder string) error {
	entries, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for _, e := range entries {
		name := filepath.Join(folder, e.Name())
		if ours, _ := path.Match(reminderName("*"), e.Name()); !ours || !e.Type().IsRegular() ||
			slices.ContainsFunc(r.Drafts, func(d Reminder) bool { return d.Path == name }) {
			continue
		}
		data, err := disk.Read(name, disk.MaxOwn)
		if err != nil {
			return err
		}
		if !mail.IsDraft(data) {
			continue
		}
		if err := w.remove(name); err != nil {
			return err
		}
		r.Removed = append(r.Removed, name)
	}
	return nil
}
