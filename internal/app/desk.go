package app

import (
	"context"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"
	"unicode/utf16"

	"baocao/internal/assess"
	"baocao/internal/compose"
	"baocao/internal/diag"
	"baocao/internal/fileset"
	"baocao/internal/inbox"
	"baocao/internal/journal"
	"baocao/internal/lock"
	"baocao/internal/render/xlsx"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/workbook"
	"baocao/internal/workbook/open"
)

// What lies on a desk beside its questions: what was judged, and what goes to a unit.

// Annex is what the folder was judged to be. Nobody changes it.
func (d *Desk) Annex() *assess.Annex { return d.run.annex }

// Compose composes the report, so that the annex names every problem a build would,
// and tells its paragraphs. It is called once after each judging, before anybody else
// sees the annex.
func (d *Desk) Compose(ctx context.Context) ([]compose.Passage, error) {
	return untilStopped(ctx, func() ([]compose.Passage, error) {
		words, err := layOut(d.run.annex)
		if err != nil {
			return nil, err
		}
		words.tell(d.run.annex)
		all, _ := compose.Passages(d.run.annex)
		return all, nil
	})
}

// Form is the blank form of a unit.
func (d *Desk) Form(unit string) ([]byte, error) {
	return xlsx.WriteForm(returns.NewForm(d.run.annex.Plan, unit, d.run.last))
}

// Letter is the letter to a unit that owes something or has something to mend.
func (d *Desk) Letter(unit string) (letter compose.Reminder, ok bool) {
	letter, ok = compose.RemindersOf(d.run.annex, d.Faulty(), journal.Day(time.Now()))[unit]
	return letter, ok
}

// Faulty tells of a file whether it goes back to its sender with its problems marked.
func (d *Desk) Faulty() func(file string) bool {
	all := problemsOf(d.run.annex)
	return func(file string) bool { return all[file] != nil }
}

// Marked makes the copy of a faulty file for its sender. data is nil where there is
// none, and told says why.
func (d *Desk) Marked(ctx context.Context, file string) (name string, data []byte, told []diag.Message) {
	name = correctionPath(file)
	m := &marking{run: d.run, problems: problemsOf(d.run.annex), refuse: func(string) {},
		give: func(made string, marked []byte) {
			if made == name {
				data = marked
			}
		}}
	for _, x := range d.run.readings {
		if x.ret.File != file || x.ret.Status == returns.StatusUnreadable || m.note(x.ret) == nil {
			continue
		}
		for _, f := range d.run.files {
			if f.Rel == x.in {
				if err := m.file(ctx, f, []reading{x}); err != nil {
					m.told = append(m.told, failure(file, err))
				}
			}
		}
	}
	return filepath.Base(name), data, m.told
}

// Book reads a file of the drop folder again, for its cells to be looked at; nil where
// the folder does not have it or it cannot be read. Each of its sheets is what people
// know by that name.
func (d *Desk) Book(ctx context.Context, file string) *workbook.Book {
	for _, x := range d.run.readings {
		if x.ret.File != file {
			continue
		}
		for _, f := range d.run.files {
			if f.Rel != x.in {
				continue
			}
			var found *workbook.Book
			_, _ = inbox.Walk(ctx, []inbox.File{f}, d.run.limits, func(c inbox.Content) bool {
				if c.File == file && c.SHA256 == x.ret.SHA256 && c.Data != nil {
					if found, _ = open.Read(ctx, c.File, c.Data, d.run.limits); found != nil && found.Format == "docx" {
						found = found.Split()
					}
				}
				return true
			}, nil)
			return found
		}
	}
	return nil
}

// Drop puts a file that somebody gave into the drop folder, below unit where that is
// not "". What lies there stays: of two files with one name the second gets a number,
// one with the same content is not put there again. The name is made harmless first.
func Drop(ctx context.Context, dir, unit, name string, data []byte) (file string, err error) {
	w, err := write(ctx, dir, os.Rename, lock.Usual())
	if err != nil {
		return "", err
	}
	defer w.done()
	name, err = w.Add(filepath.Join(dir, DropDir, unit), filepath.Join(dir, JournalDir),
		fileset.File{Name: SafeName(name), Data: data})
	if err != nil {
		return "", err
	}
	return path.Join(DropDir, unit, name), nil
}

// How long a name may be: in letters as Windows counts them, so that its longest path holds
// it with the folders above, and in bytes, as other systems count, with room for a number.
const (
	longestName  = 120
	longestBytes = 220
)

// SafeName is the name of a file as every system can have it and nobody is misled by
// it: no folder, no sign that some system takes for more than a letter, nothing hidden.
func SafeName(name string) string {
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	name = asSent.Replace(name)
	name = strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(`<>:"|?*`, r), r < ' ', r == 0x7f, r == '\uFFFD':
			return '_'
		}
		return r
	}, plain(viet.Tidy(strings.ToValidUTF8(name, "_"))))
	name = strings.TrimLeft(strings.TrimRight(name, ". "), ".~ ")
	ext := filepath.Ext(name)
	stem := strings.TrimRight(strings.TrimSuffix(name, ext), ". ")
	if len(ext) > 12 {
		stem, ext = stem+ext, ""
	}
	stem = shortened(stem, ext)
	if first, _, _ := strings.Cut(strings.ToLower(stem), "."); stem == "" || isDevice(strings.TrimSpace(first)) {
		stem = "tep-" + stem
	}
	return strings.TrimRight(stem, "-") + ext
}

// asSent takes back what browsers make of the signs that a header cannot hold; quotation
// marks go, since no name on Windows has any.
var asSent = strings.NewReplacer(`"`, "", "%22", "", "%0D", " ", "%0d", " ", "%0A", " ", "%0a", " ")

// shortened is the stem of a name that is too long: its words at the beginning and those at
// the end, where names have what tells one file from the next ("lần 2").
func shortened(stem, ext string) string {
	const cut = "..."
	fits := func(s string) bool {
		return len(utf16.Encode([]rune(s+ext))) <= longestName && len(s+ext) <= longestBytes
	}
	if fits(stem) {
		return stem
	}
	words := strings.Fields(stem)
	tail := ""
	for i := len(words) - 1; i > 0 && len([]rune(words[i]+" "+tail)) <= longestName/4; i-- {
		tail = strings.TrimSpace(words[i] + " " + tail)
	}
	head := ""
	for _, w := range words {
		if !fits(head + " " + w + cut + tail) {
			break
		}
		head = strings.TrimSpace(head + " " + w)
	}
	if head == "" { // one long word
		for _, r := range stem {
			if !fits(head + string(r) + cut + tail) {
				break
			}
			head += string(r)
		}
	}
	if tail == "" && ext == "" {
		return head // Windows takes points away from the end of a name
	}
	return head + cut + tail
}

// isDevice reports a name that Windows gives to a device, whatever stands behind it.
func isDevice(name string) bool {
	switch name {
	case "con", "prn", "aux", "nul", "conin$", "conout$":
		return true
	}
	letters := []rune(name)
	return len(letters) == 4 && (strings.HasPrefix(name, "com") || strings.HasPrefix(name, "lpt")) &&
		strings.ContainsRune("0123456789¹²³", letters[3])
}

// Record adds to the log what a person did that is about no report: who, when, what.
func Record(ctx context.Context, dir string, what diag.Message) error {
	k, err := keep(ctx, dir, os.Rename)
	if err != nil {
		return err
	}
	defer k.done()
	return k.note(journal.Record{Did: journal.Done, What: diag.Visible(what.In(diag.Vi))})
}
