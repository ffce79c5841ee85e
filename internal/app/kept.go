package app

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"time"

	"baocao/internal/diag"
	"baocao/internal/disk"
	"baocao/internal/fileset"
	"baocao/internal/inbox"
	"baocao/internal/journal"
	"baocao/internal/lock"
	"baocao/internal/render/pdf"
	"baocao/internal/render/result"
	"baocao/internal/resolution"
	"baocao/internal/resolution/load"
)

// keptDir holds the reports that are kept whole.
const keptDir = JournalDir + "/" + journal.KeptDir

// mostKept is how many reports that never left the office are kept whole. Their lines
// in the log stay for good.
const mostKept = 10

// past is what nhat-ky tells of the earlier reports of a folder.
type past struct {
	dir string
	log *journal.Log
}

// NoJournal is the error of a log that is there and cannot be read: what stands in it,
// that the figures are frozen say, must not be passed over.
type NoJournal struct{ Err error }

func (e *NoJournal) Error() string { return journal.LogFile + ": " + e.Err.Error() }
func (e *NoJournal) Unwrap() error { return e.Err }

func readPast(dir string) (*past, error) {
	file := filepath.Join(dir, JournalDir, journal.LogFile)
	p := &past{dir, &journal.Log{}}
	if info, err := os.Stat(file); err != nil && !errors.Is(err, fs.ErrPermission) || err == nil && info.IsDir() {
		return p, nil // there is none; writing finds out why
	}
	data, err := disk.Read(file, disk.MaxOwn)
	if err != nil {
		return nil, &NoJournal{err}
	}
	p.log = journal.ReadLog(data)
	return p, nil
}

// keptName is the folder of a report in keptDir.
func keptName(number int) string { return fmt.Sprintf("%04d", number) }

func (p *past) folder(number int) string {
	return filepath.Join(p.dir, JournalDir, journal.KeptDir, keptName(number))
}

// file is a kept file of a report, if it is still what it was.
func (p *past) file(number int, o journal.Output) ([]byte, bool) {
	data, err := disk.Read(filepath.Join(p.folder(number), o.Name), disk.MaxOwn)
	return data, err == nil && inbox.Sum(data) == o.SHA256
}

// has reports that a kept file of a report is still what it was.
func (p *past) has(number int, o journal.Output) bool {
	sum, err := inbox.SumFile(filepath.Join(p.folder(number), o.Name))
	return err == nil && sum == o.SHA256
}

// result is what a report said; whole is false where nothing is kept of it but the
// figures and verdicts in its record.
func (p *past) result(rec *journal.Record) (res *result.Result, whole bool) {
	if data, ok := p.file(rec.Report, rec.Result()); ok {
		if res, err := result.Load(data); err == nil {
			return res, true
		}
	}
	return rec.Figured(), false
}

// kept are the numbers of the reports that are kept, in order.
func (p *past) numbers() (numbers []int) {
	entries, _ := os.ReadDir(filepath.Join(p.dir, JournalDir, journal.KeptDir)) // none: nothing is kept
	for _, e := range entries {
		if n, err := strconv.Atoi(e.Name()); err == nil && e.IsDir() && keptName(n) == e.Name() {
			numbers = append(numbers, n)
		}
	}
	slices.Sort(numbers)
	return numbers
}

// known is the record of the report with a result, by its sum, as long as it is kept whole.
func (p *past) known(sum string) *journal.Record {
	rec := p.log.WithResult(sum)
	if rec == nil || !p.holds(*rec) {
		return nil
	}
	return rec
}

// holds reports that all files of a record are kept.
func (p *past) holds(rec journal.Record) bool {
	return !slices.ContainsFunc(rec.Outputs, func(o journal.Output) bool { return !p.has(rec.Report, o) })
}

// keeper adds to what nhat-ky tells.
type keeper struct {
	*writing
	*past
	now time.Time
	// What has to be in place before a line says that a report was made; nil for nothing. A
	// run that is stopped in between is then not taken for one that came to its end.
	before func()
}

// keep waits for the right to add to the journal of a folder; done gives it back.
func keep(ctx context.Context, dir string, rename renaming) (*keeper, error) {
	w, err := write(ctx, dir, rename, lock.Usual())
	if err != nil {
		return nil, err
	}
	k, err := w.keeping()
	if err != nil {
		w.done()
	}
	return k, err
}

// keeping is the right to add to the journal of a folder that is being written in.
func (w *writing) keeping() (*keeper, error) {
	p, err := readPast(w.dir)
	if err != nil {
		return nil, err
	}
	k := &keeper{writing: w, past: p, now: time.Now()}
	if p.log.Torn {
		w.told = append(w.told, diag.Say("journal.torn", diag.Args{"path": JournalDir + "/" + journal.LogFile,
			"line": p.log.Damaged[len(p.log.Damaged)-1]}))
	}
	return k, nil
}

// note adds a line to the log.
func (k *keeper) note(rec journal.Record) error {
	if k.before != nil {
		k.before()
		k.before = nil
	}
	rec.At, rec.By, rec.Program = k.now, cmp.Or(rec.By, k.by), Version()
	line, err := journal.Line(rec, caption(rec).In(diag.Vi))
	if err != nil {
		return err
	}
	head := journal.Head(diag.Say("journal.head", nil).In(diag.Vi))
	if err := k.Append(filepath.Join(k.writing.dir, JournalDir), journal.LogFile, head, line); err != nil {
		return err
	}
	k.log.Records = append(k.log.Records, rec)
	return nil
}

// caption says what a line of the log tells.
func caption(rec journal.Record) diag.Message {
	args := diag.Args{"at": journal.Clock(rec.At), "number": rec.Report, "by": rec.By}
	of, _ := resolution.ParsePeriod(rec.Period)
	what := diag.Message{}
	switch rec.Did {
	case journal.Built, journal.Found:
		key := "journal.built"
		if rec.Did == journal.Found {
			key = "journal.found"
		}
		full := "journal.complete"
		if !rec.Complete {
			full = "journal.incomplete"
		}
		s := rec.Summary
		what = diag.Say(key, diag.Args{"period": diag.Text{Vi: of.Vi(), En: of.En()}, "full": diag.Say(full, nil),
			"verdicts": diag.Say("verdict.line", diag.Args{"total": s.Total, "exceeded": s.Exceeded, "met": s.Met,
				"missed": s.Missed, "nodata": s.NoData, "unassessed": s.Unassessed})})
	case journal.Again:
		what = diag.Say("journal.again", nil)
	case journal.Mailed:
		what = diag.Say("journal.mailed-nobody", nil)
		if len(rec.To) > 0 {
			what = diag.Say("journal.mailed", diag.Args{"to": strings.Join(rec.To, ", ")})
		}
	case journal.Sending:
		what = diag.Say("journal.sending", diag.Args{"to": strings.Join(rec.To, ", "), "server": rec.Server,
			"id": rec.MessageID})
	case journal.Sent:
		what = diag.Say("journal.sent", diag.Args{"to": strings.Join(rec.To, ", "), "said": rec.Said})
	case journal.Unsent:
		what = diag.Say("journal.unsent", diag.Args{"to": strings.Join(rec.To, ", "), "why": whyOf(&rec)})
	case journal.Unsure:
		what = diag.Say("journal.unsure", diag.Args{"to": strings.Join(rec.To, ", "), "why": whyOf(&rec)})
	case journal.Restored:
		what = diag.Say("journal.restored", nil)
	case journal.Frozen:
		what = diag.Say("journal.frozen", nil)
	case journal.Unfrozen:
		what = diag.Say("journal.unfrozen", nil)
	case journal.Done:
		return diag.Say("journal.done", diag.Args{"at": args["at"], "by": rec.By, "what": rec.What})
	}
	args["what"] = what
	if rec.Reason != "" {
		args["what"] = diag.Say("journal.reason", diag.Args{"what": what, "reason": rec.Reason})
	}
	if rec.Unit != "" {
		args["unit"] = rec.Unit
		return diag.Say("journal.line-unit", args)
	}
	return diag.Say("journal.line", args)
}

// whyOf is why a letter was not taken, with what the server said.
func whyOf(rec *journal.Record) diag.Message {
	why := diag.Say("send.why."+rec.Why, nil)
	if rec.Said == "" {
		return why
	}
	return diag.Say("send.why", diag.Args{"why": why, "said": rec.Said})
}

// adopt keeps the report that is in place where no line tells of it: one of an earlier
// version of the program, or of a run that was killed before it could say so. One whose
// files do not belong together is left alone.
func (k *keeper) adopt(period resolution.Period) error {
	dir := filepath.Join(k.writing.dir, ReportDir)
	if sum, err := inbox.SumFile(filepath.Join(dir, period.ResultFile())); err == nil && k.known(sum) != nil {
		return nil // it need not be read, which takes much room where it is large
	}
	set, err := findReport(dir, period.ResultFile())
	if err != nil || set.result.Outputs == nil || journal.PeriodOf(set.result) != period.String() {
		return nil
	}
	if k.known(inbox.Sum(set.files[len(set.files)-1].Data)) != nil {
		return nil
	}
	_, err = k.keep(journal.Record{Did: journal.Found, Inputs: sentFor(set.result)}, set.result, set.files)
	return err
}

// sentFor are the files of units that a result tells of.
func sentFor(res *result.Result) (inputs []journal.Input) {
	for _, u := range res.Units {
		for _, f := range u.Files {
			inputs = append(inputs, journal.Input{File: f.File, SHA256: f.SHA256})
		}
	}
	return inputs
}

// keep keeps a report whole, under a number that it returns, and notes it.
func (k *keeper) keep(rec journal.Record, res *result.Result, files []fileset.File) (int, error) {
	rec.Of(res)
	for _, f := range files {
		o := journal.Output{Name: f.Name, Size: int64(len(f.Data)), SHA256: sumOf(f)}
		if path.Ext(f.Name) == ".pdf" {
			o.ID = strings.Join(pdf.IDs(f.Data), " ")
		}
		rec.Outputs = append(rec.Outputs, o)
	}
	// A run that was killed had kept one, and not noted it: it may be this very one.
	if rec.Report = k.log.Latest(k.numbers()); rec.Report == 0 || k.log.Has(rec.Report) || !k.holds(rec) {
		rec.Report++
	}
	if !k.holds(rec) {
		for n := 0; n < mostKept && taken(k.folder(rec.Report)); n++ { // by something of somebody's
			rec.Report++
		}
		err := k.PutFolder(filepath.Join(k.writing.dir, JournalDir, journal.KeptDir), keptName(rec.Report), files)
		if err != nil {
			return 0, err
		}
	}
	if err := k.note(rec); err != nil {
		return 0, err
	}
	k.thin()
	return rec.Report, nil
}

func taken(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// thin takes away what is kept of the oldest reports that never left the office. Only
// files that are still what the program wrote go; what somebody laid beside them keeps
// their folder. Whatever cannot be removed goes another time.
func (k *keeper) thin() {
	stay := k.log.Protected()
	var old []int
	for _, n := range k.numbers() {
		if !stay[n] && !k.hasLetter(n) && k.log.Report(n) != nil {
			old = append(old, n)
		}
	}
	for len(old) > mostKept {
		n := old[0]
		old = old[1:]
		k.settle(k.folder(n))
		for _, o := range k.log.Report(n).Outputs {
			if k.has(n, o) {
				_ = k.remove(filepath.Join(k.folder(n), o.Name))
			}
		}
		_ = k.remove(k.folder(n))
	}
}

// hasLetter reports that a letter lies beside a kept report: it left the office, even if
// no line tells of it any more.
func (p *past) hasLetter(number int) bool {
	entries, _ := os.ReadDir(p.folder(number))
	return slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return path.Ext(e.Name()) == ".eml" })
}

// remember notes which report a build has put in place, and keeps it where it is a new
// one. What goes wrong is told: the report stands all the same.
func (k *keeper) remember(r *run, made *report) []diag.Message {
	files := slices.DeleteFunc(slices.Clone(made.files), func(f fileset.File) bool { return f.Drop })
	inputs := slices.Concat(made.inputs, r.contents())
	rec := k.known(sumOf(files[len(files)-1]))
	var err error
	switch {
	case rec == nil:
		_, err = k.keep(journal.Record{Did: journal.Built, Inputs: inputs}, made.result, files)
	case len(journal.CompareInputs(rec.Inputs, inputs)) > 0: // the same was made from others
		now := *rec
		now.Did, now.By, now.Inputs = journal.Built, "", inputs
		err = k.note(now)
	default:
		err = k.note(journal.Record{Did: journal.Again, Report: rec.Report, Period: rec.Period})
	}
	return journalFailure(err)
}

func journalFailure(err error) []diag.Message {
	if err == nil {
		return nil
	}
	return []diag.Message{diag.Say("journal.failed", diag.Args{"path": JournalDir, "error": Cause(err)})}
}

// contents are what was read of the drop folder.
func (r *run) contents() (all []journal.Input) {
	for _, x := range r.readings {
		all = append(all, journal.Input{File: x.ret.File, SHA256: x.ret.SHA256})
	}
	return all
}

// officeInputs are the files beside the drop folder that a report is made from, by
// content: the plan and what people decided, the office's words, last year's results.
func officeInputs(dir string) []journal.Input {
	var all []journal.Input
	add := func(name string) {
		data, err := disk.Read(filepath.Join(dir, filepath.FromSlash(name)), disk.MaxOwn)
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			all = append(all, journal.Input{File: name})
		default:
			all = append(all, journal.Input{File: name, SHA256: inbox.Sum(data)})
		}
	}
	for _, name := range slices.Concat([]string{ResolutionFile, OfficeFile, resolution.DecisionsFile,
		resolution.ReadingsFile, resolution.RollupFile}, load.Shared(disk.Folder(dir))) {
		add(name)
	}
	for _, folder := range []string{WordingDir, LastYearDir} {
		eachFile(dir, folder, map[string]bool{}, add)
	}
	return all
}

// eachFile hands on the files of a folder and of those in it, in order. Links are followed,
// as they are where the report is made: what several offices share may be one. A folder to
// which several lead is walked once.
func eachFile(dir, folder string, walked map[string]bool, do func(name string)) {
	place := filepath.Join(dir, filepath.FromSlash(folder))
	at, err := filepath.EvalSymlinks(place)
	if err != nil || walked[at] {
		return
	}
	walked[at] = true
	entries, _ := os.ReadDir(place) // none: there is nothing to read
	for _, e := range entries {
		switch info, err := os.Stat(filepath.Join(place, e.Name())); {
		case err != nil:
		case info.IsDir():
			eachFile(dir, path.Join(folder, e.Name()), walked, do)
		case info.Mode().IsRegular():
			do(path.Join(folder, e.Name()))
		}
	}
}

// otherResults are the reports of other periods of the year, by which this one's are
// checked.
func otherResults(all map[string]string, period resolution.Period) (inputs []journal.Input) {
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if name != period.ResultFile() {
			inputs = append(inputs, journal.Input{File: ReportDir + "/" + name, SHA256: all[name]})
		}
	}
	return inputs
}

// inputsNow are all files that a report would be made from now.
func inputsNow(ctx context.Context, p *resolution.Plan, dir string, period resolution.Period) (
	[]journal.Input, error) {
	all := append(officeInputs(dir), otherResults(resultsIn(dir), period)...)
	files, _, err := inbox.List(dir)
	if err != nil {
		return nil, err
	}
	dropped, err := inbox.Walk(ctx, files, limits(p), func(c inbox.Content) journal.Input {
		return journal.Input{File: c.File, SHA256: c.SHA256}
	}, nil)
	return append(all, dropped...), err
}

// Since is what a report says otherwise than one that an earlier run left.
type Since struct {
	Record  journal.Record
	Changes *journal.Changes
	Whole   bool // all of the earlier one is kept, not its figures and verdicts alone
}

// sinceMailed tells what a result says otherwise than the report last mailed; nil
// where none was.
func (p *past) sinceMailed(res *result.Result) *Since {
	letter := p.lastMailed(journal.PeriodOf(res))
	if letter == nil {
		return nil
	}
	return p.since(letter, res)
}

// since tells what a result says otherwise than the report that a line is about.
func (p *past) since(line *journal.Record, res *result.Result) *Since {
	rec := p.log.Report(line.Report)
	if rec == nil {
		return nil
	}
	was, whole := p.result(rec)
	return &Since{*line, journal.Compare(was, res), whole}
}

// release is what this tree becomes when it is given away: the archives of .ci/release have its name.
const release = "0.2.0"

// Version is the module's version as the Go tool recorded it, or that of
// the release for a build from a working copy.
func Version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		return info.Main.Version
	}
	return release
}
