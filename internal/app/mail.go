package app

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/disk"
	"baocao/internal/fileset"
	"baocao/internal/inbox"
	"baocao/internal/journal"
	"baocao/internal/lock"
	"baocao/internal/render/mail"
	"baocao/internal/render/result"
	"baocao/internal/resolution"
)

// NoReport is the error of a folder that has not been built.
type NoReport struct{ Path string }

func (e *NoReport) Error() string { return e.Path + ": no report" }

// MixedReport is the error of a report whose files do not belong together: one of
// them is of another build, or was changed by hand.
type MixedReport struct {
	Path string // the first that does not belong; "" where several whole sets lie there
}

func (e *MixedReport) Error() string { return e.Path + ": not of one report" }

// Draft is a mail draft that was written.
type Draft struct {
	Path     string `json:"path"`
	Complete bool   `json:"complete"` // whether the attached report is
	Report   int    `json:"report"`   // its number
	Kept     string `json:"kept"`     // the folder, below the working folder, where report and letter are kept

	Notes []diag.Message `json:"-"`
}

// AlreadyMailed is the error of a report that went to the same people before.
type AlreadyMailed struct {
	Record journal.Record
	Kept   string // the letter, below the working folder
}

func (e *AlreadyMailed) Error() string { return e.Kept + ": mailed already" }

// Mailing is how a report is mailed.
type Mailing int

// Anew drafts a letter though the same report went to the same people before.
const Anew Mailing = iota

// Mail writes a draft with the latest report's PDF and annex attached, and keeps the
// report and the letter for good.
func Mail(ctx context.Context, dir string, how ...Mailing) (*Draft, error) {
	return draftMail(ctx, dir, os.Rename, how...)
}

func draftMail(ctx context.Context, dir string, rename renaming, how ...Mailing) (*Draft, error) {
	p, problems, err := Open(dir)
	if err != nil {
		return nil, err
	}
	w, err := write(ctx, dir, rename, lock.Usual())
	if err != nil {
		return nil, err
	}
	defer w.done()
	set, err := currentReport(dir, p)
	if err != nil {
		return nil, err
	}
	letter, err := mail.Draft(reportLetter(p, set))
	if err != nil {
		return nil, err
	}
	k, err := w.keeping()
	if err != nil {
		return nil, err
	}
	number, err := k.numberOf(set, p.Report.Period)
	if err != nil {
		return nil, err
	}
	usual := ReportName("thu-bao-cao", p, ".eml")
	replaced := k.replaced(p, number)
	if !slices.Contains(how, Anew) {
		if sent := k.mailed(set.attached, p.Mail.To, letter); sent != nil {
			return nil, &AlreadyMailed{*sent, path.Join(keptDir, keptName(sent.Report), sent.Letter)}
		}
		if sent := k.sentAlready(set.attached, p.Mail.To); sent != nil {
			return nil, sent
		}
	}
	out := &Draft{Complete: set.result.Complete, Report: number, Kept: path.Join(keptDir, keptName(number)),
		Notes: append(w.told, wordingNotes(problems)...)}
	out.Notes = append(out.Notes, set.told...)
	// The letter is kept first: what is kept with one is never thinned out.
	w.settle(k.folder(number)) // a run that was killed here
	kept, err := k.putOnce(k.folder(number), fileset.File{Name: usual, Data: letter})
	if err != nil {
		return nil, err
	}
	folder := filepath.Join(dir, JournalDir)
	name, told := draftName(folder, usual)
	at, err := w.PutBeside(folder, fileset.File{Name: name, Data: letter})
	if err != nil {
		return nil, err
	}
	out.Path = at.Path
	out.Notes = append(out.Notes, told...)
	// An older draft of ours would be taken for the right one some day.
	for _, name := range append([]string{usual}, fileset.Numbers(folder, usual)...) {
		path := filepath.Join(folder, name)
		if data, err := disk.Read(path, disk.MaxOwn); path != at.Path && err == nil && mail.IsDraft(data) {
			key := "mail.older"
			if w.remove(path) == nil {
				key = "mail.removed"
			}
			out.Notes = append(out.Notes, diag.Say(key, diag.Args{"path": JournalDir + "/" + name}))
		}
	}
	err = k.note(journal.Record{Did: journal.Mailed, Report: number, Period: p.Report.Period.String(), To: p.Mail.To,
		Letter: kept})
	if err != nil {
		return nil, err
	}
	out.Notes = append(out.Notes, replaced...)
	return out, nil
}

// currentReport is the report in place, with what goes out of it.
func currentReport(dir string, p *resolution.Plan) (*reportSet, error) {
	return findReport(filepath.Join(dir, ReportDir), p.Report.Period.ResultFile(),
		ReportName("BaoCao", p, ".pdf"), ReportName("PhuLuc", p, ".xlsx"))
}

// reportLetter is the letter that carries it.
func reportLetter(p *resolution.Plan, set *reportSet) mail.Letter {
	return mail.Letter{To: p.Mail.To, Date: p.On(), Subject: mail.Subject(p), Body: mail.Body(p, set.attached),
		Attachments: set.attached}
}

// numberOf is the number under which a report is kept, from now on if it was not yet.
func (k *keeper) numberOf(set *reportSet, period resolution.Period) (int, error) {
	of := inbox.Sum(set.files[len(set.files)-1].Data)
	rec := k.known(of)
	if rec == nil {
		if err := k.adopt(period); err != nil {
			return 0, err
		}
		if rec = k.known(of); rec == nil {
			return 0, &MixedReport{period.ResultFile()}
		}
	}
	return rec.Report, nil
}

// mailed is the last letter that carried these very files to these people, nil for
// none; a report that was signed is known by the letter. What else belongs to their
// reports, as a copy for the office, is no matter.
func (p *past) mailed(attached []mail.Attachment, to []string, letter []byte) *journal.Record {
	to = slices.Sorted(slices.Values(to))
	for i := len(p.log.Records) - 1; i >= 0; i-- {
		r := &p.log.Records[i]
		if r.Did != journal.Mailed || !slices.Equal(slices.Sorted(slices.Values(r.To)), to) {
			continue
		}
		was, err := disk.Read(filepath.Join(p.folder(r.Report), r.Letter), disk.MaxOwn)
		if err == nil && bytes.Equal(was, letter) {
			return r
		}
		of := p.log.Report(r.Report)
		if of != nil && !slices.ContainsFunc(attached, func(a mail.Attachment) bool {
			return !slices.ContainsFunc(of.Outputs, func(o journal.Output) bool {
				return o.Name == a.Name && o.SHA256 == inbox.Sum(a.Data)
			})
		}) {
			return r
		}
	}
	return nil
}

// putOnce writes a file beside those that are there, unless one has its content.
func (k *keeper) putOnce(dir string, f fileset.File) (name string, err error) {
	data, err := disk.Read(filepath.Join(dir, f.Name), disk.MaxOwn)
	if err == nil && bytes.Equal(data, f.Data) || errors.Is(err, fs.ErrNotExist) {
		return f.Name, k.Put(dir, f)
	}
	return k.PutNumbered(dir, f)
}

// draftName is the name for a draft, a numbered one where a person has worked on
// the letter under the usual name; that is said.
func draftName(folder, usual string) (name string, told []diag.Message) {
	name = usual
	for n := 2; ; n++ {
		path := filepath.Join(folder, name)
		if _, err := os.Lstat(path); err != nil {
			break // free; or out of reach, and then writing finds out why
		}
		if data, err := disk.Read(path, disk.MaxOwn); err == nil && mail.IsDraft(data) {
			break
		}
		name = fileset.Numbered(usual, n)
	}
	if name != usual {
		told = append(told, diag.Say("mail.edited",
			diag.Args{"name": JournalDir + "/" + usual, "path": JournalDir + "/" + name}))
	}
	return name, told
}

// reportSet is a report whose files belong together.
type reportSet struct {
	result   *result.Result
	attached []mail.Attachment
	files    []fileset.File // all of it, under their usual names; the result is the last
	told     []diag.Message
}

// findReport finds the report whose files are those that its result names, by
// their content: where one was open in another program the new one has a numbered
// name. attached are the files that are sent.
func findReport(dir, resultName string, attached ...string) (*reportSet, error) {
	names := append([]string{resultName}, fileset.Numbers(dir, resultName)...)
	var found []*reportSet
	var failed error
	for _, name := range names {
		set, err := setOf(dir, name, attached)
		switch {
		case err == nil:
			set.files[len(set.files)-1].Name = resultName
			found = append(found, set)
		case failed == nil:
			failed = err
		}
	}
	switch {
	case len(found) == 0:
		return nil, failed
	case len(found) > 1 && slices.ContainsFunc(found[1:], func(s *reportSet) bool { return !s.same(found[0]) }):
		return nil, &MixedReport{}
	}
	return found[0], nil
}

// same reports that two sets say the same: the result was written twice.
func (s *reportSet) same(other *reportSet) bool {
	return s.result.Complete == other.result.Complete && slices.Equal(s.result.Outputs, other.result.Outputs)
}

// setOf is the report that one result tells of.
func setOf(dir, resultName string, attached []string) (*reportSet, error) {
	for _, name := range append(slices.Clone(attached), resultName) {
		// Without the usual names nothing was built, whatever else lies there.
		if _, err := os.Stat(filepath.Join(dir, name)); errors.Is(err, fs.ErrNotExist) &&
			fileset.Numbers(dir, name) == nil {
			return nil, &NoReport{filepath.Join(dir, name)}
		}
	}
	data, err := disk.Read(filepath.Join(dir, resultName), disk.MaxOwn)
	if err != nil {
		return nil, err
	}
	set := &reportSet{}
	if set.result, err = result.Load(data); err != nil {
		return nil, &MixedReport{resultName}
	}
	used := []string{resultName}
	for _, o := range set.result.Outputs {
		at, data := fileOf(dir, o)
		sent := data
		if at == "" {
			if made, whole := signedOf(dir, o); made != nil {
				at, data, sent = o.Name, made, whole
				set.told = append(set.told, diag.Say("mail.signed", diag.Args{"path": ReportDir + "/" + o.Name}))
			}
		}
		if isWord(o.Name) && at == "" {
			continue // it is there to be written in, and is not sent
		}
		if at == "" {
			return nil, &MixedReport{path.Base(o.Name)}
		}
		used = append(used, at)
		set.files = append(set.files, fileset.File{Name: o.Name, Data: data})
		if slices.Contains(attached, o.Name) {
			set.attached = append(set.attached, mail.Attachment{Name: o.Name, Data: sent})
		}
		if at != o.Name && !isWord(o.Name) {
			set.told = append(set.told, diag.Say("mail.numbered", diag.Args{
				"name": ReportDir + "/" + o.Name, "path": ReportDir + "/" + at}))
		}
	}
	set.files = append(set.files, fileset.File{Name: resultName, Data: data})
	for _, name := range attached {
		if !slices.ContainsFunc(set.attached, func(a mail.Attachment) bool { return a.Name == name }) {
			return nil, &MixedReport{name} // a result of an older program, or of another year
		}
		for _, other := range fileset.Numbers(dir, name) {
			if !slices.Contains(used, other) {
				set.told = append(set.told, diag.Say("build.other",
					diag.Args{"path": ReportDir + "/" + other, "dir": ReportDir}))
			}
		}
	}
	return set, nil
}

// fileOf finds an output by its content, under its name or a numbered one; "" for
// none.
func fileOf(dir string, o result.Output) (name string, data []byte) {
	if strings.ContainsAny(o.Name, `/\:`) {
		return "", nil
	}
	for _, name := range append([]string{o.Name}, fileset.Numbers(dir, o.Name)...) {
		if data, err := disk.Read(filepath.Join(dir, name), disk.MaxOwn); err == nil && inbox.Sum(data) == o.SHA256 {
			return name, data
		}
	}
	return "", nil
}

// signedOf finds a PDF that somebody signed where it lies: it begins with what was made,
// and a signature stands behind that. made is nil for any other file.
func signedOf(dir string, o result.Output) (made, whole []byte) {
	if path.Ext(o.Name) != ".pdf" || strings.ContainsAny(o.Name, `/\:`) {
		return nil, nil
	}
	data, err := disk.Read(filepath.Join(dir, o.Name), disk.MaxOwn)
	if err != nil {
		return nil, nil
	}
	h, done := sha256.New(), 0
	for {
		i := bytes.Index(data[done:], []byte("%%EOF"))
		if i < 0 {
			return nil, nil
		}
		end := done + i + len("%%EOF")
		for _, to := range []int{end, end + 1, end + 2} { // with the end of its line
			if to > len(data) {
				return nil, nil
			}
			h.Write(data[done:to])
			if done = to; hex.EncodeToString(h.Sum(nil)) == o.SHA256 {
				if !bytes.Contains(data[to:], []byte(signature)) {
					return nil, nil
				}
				return data[:to], data
			}
		}
	}
}

// signature is what every signature of a PDF has.
const signature = "/ByteRange"
