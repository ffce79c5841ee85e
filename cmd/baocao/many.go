package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"baocao/internal/app"
	"baocao/internal/diag"
	"baocao/internal/disk"
	"baocao/internal/render/result"
	"baocao/internal/viet"
)

// many are the flags of a build of many folders.
type many struct {
	list    string
	changed bool
	summary string
}

// foldersIn are the folders that a file names, a line each, relative to where the file lies;
// empty lines and those after # are for people.
func foldersIn(file string) ([]string, error) {
	data, err := disk.Read(file, disk.MaxOwn)
	if err != nil {
		return nil, err
	}
	if bytes.IndexByte(data, 0) >= 0 { // of UTF-16, whichever way round, with its mark or without
		return nil, failed("many.utf16", diag.Args{"file": shown(file)})
	}
	var dirs []string
	for line := range strings.SplitSeq(string(bytes.TrimPrefix(data, []byte("\uFEFF"))), "\n") {
		line = strings.Trim(strings.TrimSpace(line), `"`) // as the Explorer copies a path
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if !filepath.IsAbs(line) {
			line = filepath.Join(filepath.Dir(file), line)
		}
		dirs = append(dirs, asOnDisk(line))
	}
	if len(dirs) == 0 {
		return nil, failed("many.none", diag.Args{"file": shown(file)})
	}
	return dirs, nil
}

// asOnDisk is a folder's name as the disk has it. A letter with its accents may be written in
// several ways that look the same; where nothing has the name as it is written and one
// neighbour has it in another way, that one is meant.
func asOnDisk(dir string) string {
	if _, err := os.Lstat(dir); err == nil || filepath.Dir(dir) == dir {
		return dir
	}
	above := asOnDisk(filepath.Dir(dir))
	found := ""
	entries, _ := os.ReadDir(above) // what is wrong is told of the folder, when it is built
	for _, e := range entries {
		switch {
		case viet.Composed(e.Name()) != viet.Composed(filepath.Base(dir)):
		case found != "":
			return dir
		default:
			found = filepath.Join(above, e.Name())
		}
	}
	return cmp.Or(found, dir)
}

// buildMany builds folders side by side: a line for each as it is done, and a summary in
// the order in which they were named. The worst status is the program's.
func (p *program) buildMany(ctx context.Context, dirs []string, how many) error {
	if kind := strings.ToLower(filepath.Ext(how.summary)); how.summary != "" && kind != ".xlsx" &&
		kind != ".json" && kind != ".txt" {
		return usage("many.summary-kind", diag.Args{"file": shown(how.summary)})
	}
	if in := app.OwnFolder(how.summary); how.summary != "" && in != "" {
		return usage("many.summary-inside", diag.Args{"folder": shown(in), "file": filepath.Base(how.summary)})
	}
	dirs = distinct(dirs)
	rows := make([]result.Folder, len(dirs))
	at := map[string]int{}
	for i, dir := range dirs {
		at[dir], rows[i] = i, result.Folder{Dir: shown(dir), State: result.FolderNotReached}
	}
	began, done := time.Now(), 0
	worst := p.status
	app.BuildMany(ctx, dirs, app.Many{OnlyChanged: how.changed, Extras: p.extras()}, func(f app.Folder) {
		p.clearLine()
		if errors.Is(f.Err, context.Canceled) {
			return // stopped with all of them
		}
		done++
		row := &rows[at[f.Dir]]
		var status int
		*row, status = p.tellFolder(f, diag.Args{"number": done, "total": len(dirs), "dir": shown(f.Dir)})
		worst = worse(worst, status)
		p.pace(done, len(dirs), time.Since(began))
	})
	p.clearLine()
	p.status = worst
	if ctx.Err() != nil {
		p.status = statusInterrupted
		p.say(diag.Say("many.stopped", diag.Args{"done": done, "total": len(dirs)}))
	}
	var unwritten error // what the folders came to is told all the same
	if how.summary != "" {
		var written string
		var told []diag.Message
		if written, told, unwritten = app.WriteFolders(ctx, how.summary, rows); unwritten == nil {
			p.sayAll(told)
			p.note(diag.Say("build.wrote", diag.Args{"path": shown(written)}))
		}
	}
	if p.json {
		return cmp.Or(p.printJSON(rows), unwritten)
	}
	complete, incomplete := 0, 0
	for _, row := range rows {
		switch {
		case row.State == result.FolderFailed:
			p.say(diag.Say("many.unbuilt", diag.Args{"dir": row.Dir}))
		case row.Complete:
			complete++
		case row.State != result.FolderNotReached:
			incomplete++
		}
	}
	p.say(diag.Say("many.end", diag.Args{"total": len(rows), "complete": complete, "incomplete": incomplete,
		"failed": done - complete - incomplete}))
	return unwritten
}

// tellFolder says what became of one folder, and makes its row of the summary.
func (p *program) tellFolder(f app.Folder, args diag.Args) (result.Folder, int) {
	row := result.Folder{Dir: shown(f.Dir), State: result.FolderFailed}
	if f.Err != nil {
		var said bytes.Buffer
		own := *p
		own.stderr = &said
		status := own.exitStatus(f.Err)
		row.Note = strings.Join(strings.Fields(said.String()), " ")
		p.say(diag.Say("many.failed", args))
		fmt.Fprintln(p.stderr, strings.TrimSpace(said.String()))
		return row, status
	}
	state := result.FolderBuilt
	switch {
	case f.Frozen:
		state = result.FolderFrozen
	case f.Unchanged:
		state = result.FolderUnchanged
	}
	row = result.FolderOf(row.Dir, state, f.Result)
	for _, m := range f.Notes {
		p.note(diag.Say("many.note", diag.Args{"dir": args["dir"], "note": m.Text()}))
	}
	left := ""
	if f.Outcome != nil && !f.Frozen {
		left = p.leftOf(f.Outcome, f.Dir)
	}
	args["left"] = left
	switch {
	case f.Unchanged:
		p.note(diag.Say("many.unchanged", args))
	case f.Frozen:
		p.note(diag.Say("many.frozen", args))
	case !row.Complete:
		p.note(diag.Say("many.incomplete", args))
	case left != "":
		p.note(diag.Say("many.enough", args))
	default:
		p.note(diag.Say("many.complete", args))
	}
	status := statusOK
	if p.strict && !row.Complete {
		status = statusIncomplete
	}
	return row, status
}

// pace shows how fast it goes, and how long it will take.
func (o *output) pace(done, total int, since time.Duration) {
	if !o.terminal || o.quiet || done == total || since < time.Second {
		return
	}
	rate := float64(done) / since.Seconds()
	left := int(float64(total-done)/rate + 0.5) // seconds
	fmt.Fprintf(o.line, "\r%s", diag.Say("many.pace", diag.Args{"done": done, "total": total,
		"rate": fmt.Sprintf("%.0f", rate), "left": fmt.Sprintf("%d:%02d", left/60, left%60)}).In(o.lang))
}

// clearLine takes the line away that is written over: blanks, since old Windows
// consoles print an escape code.
func (o *output) clearLine() {
	if o.terminal && !o.quiet {
		fmt.Fprint(o.line, "\r"+strings.Repeat(" ", 70)+"\r")
	}
}
