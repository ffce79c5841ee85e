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

	"baocao/internal/diag"
	"baocao/internal/disk"
	"baocao/internal/fileset"
	"baocao/internal/inbox"
	"baocao/internal/lock"
	"baocao/internal/render/mail"
	"baocao/internal/render/result"
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

	Notes []diag.Message `json:"-"`
}

// Mail writes a draft with the latest report's PDF and annex attached.
func Mail(ctx context.Context, dir string) (*Draft, error) {
	p, problems, err := Open(dir)
	if err != nil {
		return nil, err
	}
	w, err := write(ctx, dir, os.Rename, lock.Usual())
	if err != nil {
		return nil, err
	}
	defer w.done()
	set, err := findReport(filepath.Join(dir, ReportDir), p.Report.Period.ResultFile(),
		ReportName("BaoCao", p, ".pdf"), ReportName("PhuLuc", p, ".xlsx"))
	if err != nil {
		return nil, err
	}
	letter, err := mail.Draft(mail.Letter{To: p.Mail.To, Date: p.On(), Subject: mail.Subject(p),
		Body: mail.Body(p, set.attached), Attachments: set.attached})
	if err != nil {
		return nil, err
	}
	out := &Draft{Complete: set.result.Complete, Notes: append(w.told, wordingNotes(problems)...)}
	out.Notes = append(out.Notes, set.told...)
	folder, usual := filepath.Join(dir, JournalDir), ReportName("thu-bao-cao", p, ".eml")
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
	return out, nil
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
		if isWord(o.Name) {
			continue // it is there to be written in, and is not sent
		}
		at, data := fileOf(dir, o)
		if at == "" {
			return nil, &MixedReport{path.Base(o.Name)}
		}
		used = append(used, at)
		if slices.Contains(attached, o.Name) {
			set.attached = append(set.attached, mail.Attachment{Name: o.Name, Data: data})
		}
		if at != o.Name {
			set.told = append(set.told, diag.Say("mail.numbered", diag.Args{
				"name": ReportDir + "/" + o.Name, "path": ReportDir + "/" + at}))
		}
	}
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
