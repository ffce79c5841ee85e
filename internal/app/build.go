package app

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"baocao/internal/assess"
	"baocao/internal/compose"
	"baocao/internal/diag"
	"baocao/internal/document"
	"baocao/internal/fileset"
	"baocao/internal/inbox"
	"baocao/internal/journal"
	"baocao/internal/lock"
	"baocao/internal/mishap"
	"baocao/internal/render/pdf"
	"baocao/internal/render/result"
	"baocao/internal/render/xlsx"
	"baocao/internal/resolution"
	"baocao/internal/returns"
)

// Outcome is what a build made.
type Outcome struct {
	Annex  *assess.Annex
	Result *result.Result
	Files  []fileset.Written // in the order PDF, PhuLuc, SoLieu, ket-qua.json
	Sent   []fileset.Written // the copies of faulty files, for their senders
	Notes  []diag.Message    // what went wrong beside the report, which stands all the same

	Frozen *Standstill // the report stands as it was frozen, and nothing was written; nil where it may change
	Mailed *Since      // what changed since the report that was mailed last; nil where none was

	Interrupted bool // the report stands, and not all of the copies could be made
}

// Extra is an output that is made when it is asked for.
type Extra int

// Sources is the report with an appendix of where each figure comes from. It stays
// in the office: BaoCao-2022-nguon.pdf.
const Sources Extra = iota

// Build runs the main job: it reads, judges, composes and writes the four
// outputs, and what else is asked for, together or not at all.
func Build(ctx context.Context, dir string, progress Progress, extras ...Extra) (*Outcome, error) {
	return (*Readings)(nil).Build(ctx, dir, progress, extras...)
}

// Build is the main job with what was read before.
func (m *Readings) Build(ctx context.Context, dir string, progress Progress, extras ...Extra) (*Outcome, error) {
	return m.build(ctx, dir, progress, os.Rename, extras...)
}

func (m *Readings) build(ctx context.Context, dir string, progress Progress, rename renaming, extras ...Extra) (
	*Outcome, error) {
	r, made, w, err := m.readAndWait(ctx, dir, progress, rename, extras)
	if err != nil {
		return nil, err
	}
	copies := r.beginCopies(ctx)
	defer copies.drop()
	out, told, err := w.place(r, made)
	if err != nil || out.Frozen != nil {
		return out, err
	}
	sent, unsent := r.sendBack(ctx, rename, made, copies)
	out.Sent = sent
	out.Notes = slices.Concat(out.Notes, unsent, told)
	out.Interrupted = ctx.Err() != nil
	return out, nil
}

// place puts the report in its place and notes it, and gives the right to write back. told
// is what people are told of that after all else.
func (w *writing) place(r *run, made *report) (out *Outcome, told []diag.Message, err error) {
	defer w.done()
	k, err := w.keeping()
	if err != nil {
		return nil, nil, err
	}
	out = &Outcome{Annex: r.annex, Notes: w.told}
	period := r.annex.Plan.Report.Period
	if frozen := k.log.Frozen(period.String()); frozen != nil {
		out.Frozen = k.standstill(frozen, made.whole(r.annex), slices.Concat(made.inputs, r.contents()))
		out.Result = out.Frozen.Result
		out.Notes = append(out.Notes, r.noteOnly(w, k.now)...)
		return out, nil, nil
	}
	receipts := r.beginReceipts(w, k.now)
	unkept := journalFailure(k.adopt(period))
	if out.Files, told, err = w.putSet(ReportDir, reportsList, "build.other", made.files); err != nil {
		receipts.drop()
		return nil, nil, err
	}
	var ofUnits []diag.Message
	placed := sync.OnceFunc(mishap.Beside(func() { // both mostly wait for the disk
		ofUnits = append(receipts.place(), r.dropReminders(w)...)
	}))
	if k.before = placed; unkept == nil {
		unkept = k.remember(r, made)
	}
	made.files = nil // they are written, and may be large
	out.Result = made.whole(r.annex)
	out.Mailed = k.sinceMailed(out.Result)
	placed()
	return out, slices.Concat(told, ofUnits, unkept), nil
}

// report is what a build makes of a run.
type report struct {
	inputs []journal.Input // beside the drop folder, as they were before they were read
	result *result.Result  // result.Brief
	files  []fileset.File  // in the order of Outcome.Files
	sum    string          // of ket-qua.json
}

// whole is the result with the sources.
func (m *report) whole(a *assess.Annex) *result.Result {
	r := result.New(a)
	r.Outputs = m.result.Outputs
	return r
}

// mostTurns is how often a folder is read again because another build was quicker.
const mostTurns = 3

// readAndWait makes the report and then waits for the right to write. Where
// another build has put its report in place meanwhile, the folder is read again:
// what this one has read may be older than what that one has.
func (m *Readings) readAndWait(ctx context.Context, dir string, progress Progress, rename renaming, extras []Extra) (
	*run, *report, *writing, error) {
	for turn := 1; ; turn++ {
		before := resultsIn(dir)
		inputs := officeInputs(dir)
		r, err := m.judge(ctx, dir, progress, remembering)
		if err != nil {
			return nil, nil, nil, err
		}
		made, err := untilStopped(ctx, func() (*report, error) { return r.report(extras) })
		if err != nil {
			return nil, nil, nil, err
		}
		made.inputs = append(inputs, otherResults(before, r.annex.Plan.Report.Period)...)
		if err := ctx.Err(); err != nil {
			return nil, nil, nil, err
		}
		w, err := write(ctx, dir, rename, lock.Usual())
		if err != nil {
			return nil, nil, nil, err
		}
		own := made.files[len(made.files)-1]
		now := resultsIn(dir)[own.Name]
		if turn == mostTurns || now == before[own.Name] || now == own.Sum {
			return r, made, w, nil
		}
		w.done()
	}
}

// resultsIn are the sums of the results that are in place, by name: one for each period.
func resultsIn(dir string) map[string]string {
	all := map[string]string{}
	for _, name := range results(dir) {
		sum, err := inbox.SumFile(filepath.Join(dir, ReportDir, name))
		if err != nil { // the same as an empty one
			sum = inbox.Sum(nil)
		}
		all[name] = sum
	}
	return all
}

// results are the names of the results that are in place.
func results(dir string) (names []string) {
	entries, _ := os.ReadDir(filepath.Join(dir, ReportDir))
	for _, e := range entries {
		if name := e.Name(); strings.HasPrefix(name, "ket-qua") && strings.HasSuffix(name, ".json") {
			names = append(names, name)
		}
	}
	return names
}

// report composes all files of the report: the words and their pages first, since what
// is found there stands in every file, and beside them what says nothing of it; then the
// files side by side, of which SoLieu takes longest.
func (r *run) report(extras []Extra) (*report, error) {
	a, atOnce := r.annex, filesAtOnce(r.annex)
	var words *composed
	var answers *xlsx.Answers
	err := sideBySide(atOnce, func() (err error) {
		words, err = layOut(a)
		return err
	}, func() (err error) {
		answers, err = xlsx.NewAnswers(a)
		return err
	})
	if err != nil {
		return nil, err
	}
	words.tell(a)
	p := a.Plan
	pages := fileset.File{Name: ReportName("BaoCao", p, ".pdf")}
	phuLuc := fileset.File{Name: ReportName("PhuLuc", p, ".xlsx")}
	soLieu := fileset.File{Name: ReportName("SoLieu", p, ".xlsx")}
	internal := fileset.File{Name: ReportName("BaoCao", p, "-nguon.pdf"), Drop: !slices.Contains(extras, Sources)}
	var word fileset.File
	var gathered []fileset.File
	res := result.Brief(a)
	var json []byte
	err = sideBySide(atOnce, func() (err error) {
		soLieu.Data, err = answers.SoLieu()
		answers = nil // which may be large
		return err
	}, func() (err error) {
		if phuLuc.Data, err = xlsx.PhuLuc(a); err != nil {
			return err
		}
		within, err := carried(a, phuLuc.Data)
		if err != nil {
			return err
		}
		pages.Data, err = pdf.Paint(words.layout, within...)
		return err
	}, func() (err error) {
		gathered, err = r.gathered()
		return err
	}, func() (err error) {
		word, err = wordFile(p, words.doc)
		return err
	}, func() (err error) {
		json, err = res.MarshalOf(a)
		return err
	}, func() (err error) {
		if !internal.Drop {
			internal.Data, err = withSources(a)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	measures, units := exportNames(p)
	files := slices.Concat([]fileset.File{pages, phuLuc}, gathered, []fileset.File{soLieu, internal, word,
		{Name: measures, Drop: true}, {Name: units, Drop: true}})
	for i := range files {
		if f := &files[i]; !f.Drop {
			f.Sum = inbox.Sum(f.Data)
			res.Outputs = append(res.Outputs, result.Output{Name: f.Name, SHA256: f.Sum})
		}
	}
	if json, err = result.WithOutputs(json, res.Outputs); err != nil {
		return nil, err
	}
	own := fileset.File{Name: p.Report.Period.ResultFile(), Data: json, Sum: inbox.Sum(json)}
	return &report{nil, res, append(files, own), own.Sum}, nil
}

// filesAtOnce is how many files of a report are made side by side: where it rests on very
// many answers one, for then memory counts for more than time.
func filesAtOnce(a *assess.Annex) int {
	const many = 20_000
	answers := 0
	for _, m := range a.Measures() {
		answers += len(m.Sources)
	}
	if answers > many {
		return 1
	}
	return runtime.GOMAXPROCS(0)
}

// sideBySide does things that have nothing to do with each other, so many at once and
// begun in their order, and tells the first failure.
func sideBySide(atOnce int, things ...func() error) error {
	failed, panicked := make([]error, len(things)), make([]*mishap.Panic, len(things))
	next := make(chan int, len(things))
	for i := range things {
		next <- i
	}
	close(next)
	var workers sync.WaitGroup
	for range atOnce {
		workers.Go(func() {
			for i := range next {
				panicked[i] = mishap.Try(func() { failed[i] = things[i]() })
			}
		})
	}
	workers.Wait()
	for _, p := range panicked {
		p.Again()
	}
	return cmp.Or(failed...)
}

// carried are the files that the PDF carries, where the office wants that: the annex
// as a workbook, and its figures for programs.
func carried(a *assess.Annex, phuLuc []byte) ([]pdf.File, error) {
	p := a.Plan
	if p.Report.Attach != resolution.AttachFull {
		return nil, nil
	}
	figures, err := result.NewOutgoing(a).Marshal()
	if err != nil {
		return nil, err
	}
	return []pdf.File{
		{Name: ReportName("PhuLuc", p, ".xlsx"), Data: phuLuc, Of: pdf.SourceOf,
			MIME: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
			Says: p.Words.Text("phu-luc.dinh-kem.bang")},
		{Name: ReportName("ChiTieu", p, ".json"), Data: figures, Of: pdf.DataOf, MIME: "application/json",
			Says: p.Words.Text("phu-luc.dinh-kem.so-lieu")},
	}, nil
}

// untilStopped does work that cannot be interrupted itself, and leaves it behind
// when the run is: what it makes is in memory only, and the program ends.
func untilStopped[T any](ctx context.Context, work func() (T, error)) (T, error) {
	type result struct {
		made     T
		err      error
		panicked *mishap.Panic
	}
	done := make(chan result, 1)
	go func() {
		var r result
		r.panicked = mishap.Try(func() { r.made, r.err = work() })
		done <- r
	}()
	select {
	case r := <-done:
		r.panicked.Again()
		if err := ctx.Err(); err != nil {
			return *new(T), err
		}
		return r.made, r.err
	case <-ctx.Done():
		return *new(T), ctx.Err()
	}
}

// composed is the report in words and on pages, of which no file is made yet.
type composed struct {
	doc      *document.Document
	layout   *pdf.Layout
	problems []diag.Problem
}

// layOut composes the report and sets its pages. The annex stays as it is: see tell.
func layOut(a *assess.Annex) (*composed, error) {
	doc, problems := compose.Report(a)
	doc.Created = created(a.Plan)
	layout, set, err := pdf.Set(doc)
	if err != nil {
		return nil, err
	}
	return &composed{doc, layout, slices.Concat(problems, set, unprintable(a, layout.Missing))}, nil
}

// tell has what was found while composing and the places left to write join the annex,
// so that every output tells the same.
func (c *composed) tell(a *assess.Annex) {
	a.AddProblems(c.problems)
	a.OpenPlaces = nil
	for _, p := range c.layout.Places {
		a.OpenPlaces = append(a.OpenPlaces, assess.OpenPlace(p))
	}
}

// withSources is the report for the office alone. What is wrong with it is what is
// wrong with the report, and told of that.
func withSources(a *assess.Annex) ([]byte, error) {
	doc, _ := compose.Internal(a)
	doc.Created = created(a.Plan)
	layout, _, err := pdf.Set(doc)
	if err != nil {
		return nil, err
	}
	layout.Sign = nil // nobody signs it
	return pdf.Paint(layout)
}

// created is the date written into the metadata: SOURCE_DATE_EPOCH, or the
// report's date, or the last day of its period. Never the clock.
func created(p *resolution.Plan) time.Time {
	if t, ok := sourceDateEpoch(os.Getenv("SOURCE_DATE_EPOCH")); ok {
		return t
	}
	d := p.On()
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

func sourceDateEpoch(s string) (time.Time, bool) {
	sec, err := strconv.ParseInt(s, 10, 64)
	if err != nil || sec < 0 {
		return time.Time{}, false
	}
	return time.Unix(sec, 0).UTC(), true
}

// Check reads, judges and composes, so that it can name every problem a build
// would; it writes nothing.
func Check(ctx context.Context, dir string, progress Progress) (*assess.Annex, error) {
	a, err := Judge(ctx, dir, progress)
	if err != nil {
		return nil, err
	}
	words, err := layOut(a)
	if err != nil {
		return nil, err
	}
	words.tell(a)
	return a, nil
}

// Blanks are the blank forms of a working folder.
type Blanks struct {
	Names    []string // below the working folder
	Notes    []diag.Message
	Problems []diag.Problem // of the plan
}

// Forms writes one blank form per reporting unit into mau/.
func Forms(ctx context.Context, dir string) (*Blanks, error) {
	return forms(ctx, dir, os.Rename)
}

func forms(ctx context.Context, dir string, rename renaming) (*Blanks, error) {
	p, problems, err := Open(dir)
	if err != nil {
		return nil, err
	}
	last, _, more, err := lastYear(ctx, dir, p)
	if err != nil {
		return nil, err
	}
	var files []fileset.File
	for _, u := range p.Units {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		data, err := xlsx.WriteForm(returns.NewForm(p, u.ID, last))
		if err != nil {
			return nil, err
		}
		files = append(files, fileset.File{Name: u.ID + ".xlsx", Data: data})
	}
	w, err := write(ctx, dir, rename, lock.Usual())
	if err != nil {
		return nil, err
	}
	defer w.done()
	placed, told, err := w.putSet(FormsDir, formsList, "forms.other", files)
	if err != nil {
		return nil, err
	}
	made := &Blanks{Notes: append(w.told, told...), Problems: append(problems, more...)}
	for _, at := range placed {
		made.Names = append(made.Names, FormsDir+"/"+filepath.Base(at.Path))
		made.Notes = append(made.Notes, Instead(at)...)
	}
	return made, nil
}
