package app

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"baocao/examples"
	"baocao/internal/diag"
	"baocao/internal/disk"
	"baocao/internal/render/mail"
	"baocao/internal/render/result"
)

// Errors of Init.
var (
	ErrNoExample = errors.New("no such example")
	ErrNotEmpty  = errors.New("the folder is not empty")
)

// Init makes a working folder from an embedded example: its resolution and
// office file, an empty drop folder, and blank forms. It overwrites nothing, and
// makes all of it or nothing: what a run made that was killed is used or replaced
// by the next.
func Init(ctx context.Context, dir, from string) (err error) {
	source, err := fs.Sub(examples.FS, from)
	if err != nil {
		return ErrNoExample
	}
	if _, err := fs.Stat(source, ResolutionFile); err != nil {
		return ErrNoExample
	}
	stage, whole := filepath.Join(dir, initStage), filepath.Join(dir, initStage+"-xong")
	if _, err := os.Stat(whole); err == nil {
		return moveOut(whole, dir)
	}
	entries, err := os.ReadDir(dir)
	if slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() != initStage }) {
		return ErrNotEmpty
	}
	isNew := errors.Is(err, fs.ErrNotExist)
	if err != nil && !isNew {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.RemoveAll(stage)
			if isNew {
				_ = os.Remove(dir)
			}
		}
	}()
	if err := os.RemoveAll(stage); err != nil {
		return err
	}
	if err := fillFolder(ctx, stage, source); err != nil {
		return err
	}
	if err := os.Rename(stage, whole); err != nil {
		return err
	}
	return moveOut(whole, dir)
}

// initStage is where a new working folder is made, inside it. With "-xong" behind
// its name it is complete and only has to be moved out.
const initStage = ".dang-tao"

// fillFolder makes a working folder.
func fillFolder(ctx context.Context, dir string, source fs.FS) error {
	if err := os.MkdirAll(filepath.Join(dir, DropDir), 0o755); err != nil {
		return err
	}
	for _, name := range []string{ResolutionFile, OfficeFile} {
		data, err := fs.ReadFile(source, name)
		if err != nil {
			return err
		}
		if name == OfficeFile {
			// The example's figures are invented and say so; an office's are not.
			data = bytes.Replace(data, []byte("illustrative = true"), []byte("illustrative = false"), 1)
		}
		if err := writeSynced(filepath.Join(dir, name), data); err != nil {
			return err
		}
	}
	_, _, err := Forms(ctx, dir)
	return err
}

// moveOut moves what a folder holds one up, the resolution last: with it a folder
// is a working folder.
func moveOut(from, to string) error {
	entries, err := os.ReadDir(from)
	if err != nil {
		return err
	}
	var names []string
	for _, e := range entries {
		if e.Name() != ResolutionFile {
			names = append(names, e.Name())
		}
	}
	if len(names) < len(entries) {
		names = append(names, ResolutionFile)
	}
	for _, name := range names {
		if err := os.Rename(filepath.Join(from, name), filepath.Join(to, name)); err != nil {
			return err
		}
	}
	syncDir(to)
	return os.Remove(from)
}

// NoReport is the error of a folder that has not been built.
type NoReport struct{ Path string }

func (e *NoReport) Error() string { return e.Path + ": no report" }

// Draft is a mail draft that was written.
type Draft struct {
	Path     string `json:"path"`
	Complete bool   `json:"complete"` // whether the attached report is

	Notes []diag.Message `json:"-"`
}

// Mail writes a draft with the latest report's PDF and annex attached.
func Mail(dir string) (*Draft, error) {
	p, problems, err := Open(dir)
	if err != nil {
		return nil, err
	}
	read := func(name string) ([]byte, error) {
		path := filepath.Join(dir, ReportDir, name)
		data, err := disk.Read(path, disk.MaxOwn)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, &NoReport{path}
		}
		return data, err
	}
	var attachments []mail.Attachment
	for _, name := range []string{
		ReportName("BaoCao", p.Resolution.Year, ".pdf"),
		ReportName("PhuLuc", p.Resolution.Year, ".xlsx"),
	} {
		data, err := read(name)
		if err != nil {
			return nil, err
		}
		attachments = append(attachments, mail.Attachment{Name: name, Data: data})
	}
	data, err := read("ket-qua.json")
	if err != nil {
		return nil, err
	}
	r, err := result.Load(data)
	if err != nil {
		return nil, err
	}
	letter, err := mail.Draft(mail.Letter{To: p.Mail.To, Date: p.On(), Subject: mail.Subject(p),
		Body: mail.Body(p, attachments), Attachments: attachments})
	if err != nil {
		return nil, err
	}
	name := ReportName("thu-bao-cao", p.Resolution.Year, ".eml")
	written, err := replaceTogether(filepath.Join(dir, JournalDir), []output{{name, letter}})
	if err != nil {
		return nil, err
	}
	return &Draft{Path: written[0].Path, Complete: r.Complete, Notes: wordingNotes(problems)}, nil
}
