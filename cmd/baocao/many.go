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
	"unicode/utf8"

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
	lines   map[string]int // of the list, by the folders they name
}

// foldersIn are the folders that a file names, a line each, relative to where the file lies;
// empty lines and those after # are for people. lines are where each stands.
func foldersIn(file string) (dirs []string, lines map[string]int, err error) {
	data, err := disk.Read(file, disk.MaxOwn)
	if err != nil {
		return nil, nil, err
	}
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")), bytes.HasPrefix(data, []byte("\xD0\xCF\x11\xE0")):
		return nil, nil, failed("many.no-text", diag.Args{"file": shown(file)})
	case bytes.IndexByte(data, 0) >= 0, !utf8.Valid(data): // UTF-16, whichever way round, or older
		return nil, nil, failed("many.utf16", diag.Args{"file": shown(file)})
	}
	lines = map[string]int{}
	number := 0
	for line := range strings.SplitSeq(string(bytes.TrimPrefix(data, []byte("\uFEFF"))), "\n") {
		number++
		line = strings.TrimSpace(strings.Trim(strings.TrimSpace(line), `"`)) // as the Explorer copies a path
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if !filepath.IsAbs(line) {
			line = filepath.Join(filepath.Dir(file), line)
		}
		dir := asOnDisk(line)
		if other := asOnDisk(strings.ReplaceAll(line, `\`, "/")); !there(dir) && there(other) {
			dir = other // the list was written on Windows
		}
		dirs, lines[dir] = append(dirs, dir), number
	}
	if len(dirs) == 0 {
		return nil, nil, failed("many.none", diag.Args{"file": shown(file)})
	}
	return dirs, lines, nil
}

func there(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// asOnDisk is a folder's name as the disk has it. A letter with its accents may be written in
// several ways that look the same; where nothing has the name as it is written and one
// neighbour has it in another way, that one is meant.
func asOnDisk(dir string) string {
	if there(dir) || filepath.Dir(dir) == dir {
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
	if how.summary != "" {
		if err := app.TrySummary(how.summary); err != nil {
			return err
		}
	}
	dirs = distinct(dirs)
	rows := make([]result.Folder, len(dirs))
	at := map[string]int{}
	for i, dir := range dirs {
		at[dir], rows[i] = i, result.Folder{Dir: shown(dir), Path: dir, State: result.FolderNotReached}
	}
	whole := 0 // complete, with nothing left to look at
	began, done := time.Now(), 0
	worst := p.status
	app.BuildMany(ctx, dirs, app.Many{OnlyChanged: how.changed, Extras: p.extras()}, func(f app.Folder) {
		p.clearLine()
		if errors.Is(f.Err, context.Canceled) {
			return // stopped with all of them
		}
		done++
		row := &rows[at[f.Dir]]
		told := p.tellFolder(f, how, diag.Args{"number": done, "total": len(dirs), "dir": shown(f.Dir)})
		*row = told.row
		if told.whole {
			whole++
		}
		worst = worse(worst, told.status)
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
		return cmp.Or(result.WriteFolders(p.stdout, rows), unwritten)
	}
	enough, incomplete := -whole, 0
	for _, row := range rows {
		switch {
		case row.State == result.FolderFailed:
			p.say(diag.Say("many.unbuilt", diag.Args{"dir": row.Dir}))
		case row.Complete:
			enough++
		case row.State != result.FolderNotReached:
			incomplete++
		}
	}
	var parts []string
	for _, part := range []struct {
		key   string
		count int
	}{{"many.end.complete", whole}, {"many.end.enough", enough}, {"many.end.incomplete", incomplete},
		{"many.end.failed", done - whole - enough - incomplete}, {"many.end.not-reached", len(rows) - done}} {
		if part.count > 0 {
			parts = append(parts, diag.Say(part.key, diag.Args{"count": part.count}).In(p.lang))
		}
	}
	p.say(diag.Say("many.end", diag.Args{"total": len(rows), "parts": strings.Join(parts, ", ")}))
	return unwritten
}

// toldFolder is what was said of a folder.
type toldFolder struct {
	row    result.Folder
	whole  bool // nothing is left to do of its report
	status int
}

// tellFolder says what became of one folder, and makes its row of the summary.
func (p *program) tellFolder(f app.Folder, how many, args diag.Args) toldFolder {
	row := result.Folder{Dir: shown(f.Dir), Path: f.Dir, State: result.FolderFailed}
	if f.Err != nil {
		var said bytes.Buffer
		own := *p
		own.stderr = &said
		status := own.exitStatus(f.Err)
		if errors.As(f.Err, new(*app.NotAFolder)) && !there(f.Dir) {
			said.Reset()
			own.say(absent(f.Dir, how))
		}
		row.Note = strings.Join(strings.Fields(said.String()), " ")
		var invalid *app.InvalidPlan
		if errors.As(f.Err, &invalid) {
			row.Note = diag.Say("fail.plan", nil).In(p.lang) // what is wrong stands beside it
			row.Problems = result.PackProblems(result.ProblemsOf(invalid.Problems))
		}
		p.say(diag.Say("many.failed", args))
		fmt.Fprintln(p.stderr, strings.TrimSpace(said.String()))
		return toldFolder{row, false, status}
	}
	state := result.FolderBuilt
	switch {
	case f.Frozen:
		state = result.FolderFrozen
	case f.Unchanged:
		state = result.FolderUnchanged
	}
	row = result.FolderOf(row.Dir, state, f.Result)
	row.Path = f.Dir
	for _, m := range f.Notes {
		p.note(diag.Say("many.note", diag.Args{"dir": args["dir"], "note": m.Text()}))
	}
	left := p.leftOf(f.Mailed, f.Result, f.Dir)
	args["left"] = left
	key := "many.complete"
	switch {
	case !row.Complete:
		key = "many.incomplete"
	case left != "":
		key = "many.enough"
	}
	switch state {
	case result.FolderUnchanged:
		args["dir"] = diag.Say("many.unchanged", diag.Args{"dir": args["dir"]})
	case result.FolderFrozen:
		args["dir"] = diag.Say("many.frozen", diag.Args{"dir": args["dir"]})
	}
	p.note(diag.Say(key, args))
	status := statusOK
	if p.strict && !row.Complete {
		status = statusIncomplete
	}
	return toldFolder{row, key == "many.complete", status}
}

// absent tells of a folder that is not there, and where it was named.
func absent(dir string, how many) diag.Message {
	if line := how.lines[dir]; line > 0 {
		return diag.Say("many.absent-line", diag.Args{"dir": shown(dir), "line": line, "file": shown(how.list)})
	}
	return diag.Say("many.absent", diag.Args{"dir": shown(dir)})
}

// pace shows how fast it goes, and how long it will take.
func (o *output) pace(done, total int, since time.Duration) {
	if !o.terminal || o.quiet || done == total || since < time.Second {
		return
	}
	key, rate := "many.pace", float64(done)/since.Seconds()
	left := int(float64(total-done)/rate + 0.5) // seconds
	if rate < 1 {
		key, rate = "many.pace-slow", 60*rate
	}
	fmt.Fprintf(o.line, "\r%s", diag.Say(key, diag.Args{"done": done, "total": total,
		"rate": fmt.Sprintf("%.0f", rate), "left": fmt.Sprintf("%d:%02d", left/60, left%60)}).In(o.lang))
}

// clearLine takes the line away that is written over: blanks, since old Windows
// consoles print an escape code.
func (o *output) clearLine() {
	if o.terminal && !o.quiet {
		fmt.Fprint(o.line, "\r"+strings.Repeat(" ", 70)+"\r")
	}
}
