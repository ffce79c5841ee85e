package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"baocao/internal/app"
	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/watch"
)

const (
	// lookEvery keeps a report within three seconds of a finished copy: two looks, and
	// the build.
	lookEvery = time.Second
	// tryAgain is how long a build that could not be written waits for the report to be
	// closed, or the other one to be done.
	tryAgain = 5 * time.Second
)

func (p *program) watchCommand() *cobra.Command {
	every := lookEvery
	c := &cobra.Command{
		Use:     "watch [DIR]",
		Short:   p.text("cmd.watch.short"),
		Long:    p.text("cmd.watch.long"),
		Example: "  baocao watch kien-an-2022\n  baocao watch kien-an-2022 --every 5s",
		Args:    takes(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if every <= 0 {
				return usage("usage.flag-value", diag.Args{"name": "--every"})
			}
			dir := p.recovered(cmd.Context(), args)
			if _, _, err := app.Open(dir); err != nil {
				var invalid *app.InvalidPlan
				if !errors.As(err, &invalid) { // a plan can be mended while it is watched
					return err
				}
			}
			w := &watching{program: p, dir: dir, folder: app.Watch(dir, every)}
			return w.run(cmd.Context())
		},
	}
	c.Flags().DurationVar(&every, "every", every, p.text("flag.every"))
	return c
}

// watching makes a folder's report anew whenever what it is made of has changed.
type watching struct {
	*program
	dir    string
	folder *watch.Folder
	read   app.Readings  // of what has not changed since
	last   *assess.Annex // of the report that stands; nil before the first
	failed string        // what was said of the build that failed last; "" after one that went well
}

// run goes on until it is interrupted, which is its usual end.
func (w *watching) run(ctx context.Context) error {
	w.answer(diag.Say("watch.begun", diag.Args{"dir": shown(w.dir), "drop": w.drop()}))
	w.build(ctx, nil)
	for {
		changes, err := w.next(ctx)
		if ctx.Err() != nil {
			w.note(diag.Say("watch.ended", nil))
			return nil
		}
		if err != nil { // the wait for another try is over
			w.build(ctx, nil)
			continue
		}
		w.build(ctx, changes)
	}
}

func (w *watching) drop() string { return shown(filepath.Join(w.dir, app.DropDir)) }

// next waits for a change, but no longer than a build that failed may wait.
func (w *watching) next(ctx context.Context) ([]watch.Change, error) {
	if w.failed != "" {
		again, stop := context.WithTimeout(ctx, tryAgain)
		defer stop()
		ctx = again
	}
	return w.folder.Next(ctx)
}

// build makes the report and tells each change in a line, then what came of them.
func (w *watching) build(ctx context.Context, changes []watch.Change) {
	if slices.ContainsFunc(changes, func(c watch.Change) bool { return c.Kind == watch.Lost }) {
		w.now("watch.lost", diag.Args{"drop": w.drop()})
		return
	}
	app.Recover(ctx, w.dir)
	out, err := w.read.Build(ctx, w.dir, nil)
	if ctx.Err() != nil {
		return
	}
	for _, c := range changes {
		w.tell(c, out)
	}
	if err != nil {
		w.fail(err)
		return
	}
	a := out.Annex
	w.problemsIn(a, changes)
	if out.Frozen != nil { // the report stands, whatever comes
		w.last, w.failed = nil, ""
		w.sayAll(out.Notes)
		w.tellFrozen(w.stdout, out.Frozen, shown(w.dir))
		return
	}
	if w.last != nil {
		for _, c := range app.Changes(w.last, a) {
			w.answer(app.TellChange(c))
		}
	}
	w.last, w.failed = a, ""
	w.sayAll(out.Notes)
	s := a.Summary
	key := "watch.complete"
	left := w.leftOf(out.Mailed, out.Result, w.dir)
	if !a.Complete || left != "" {
		key = "watch.left"
	}
	w.now(key, diag.Args{"exceeded": s.Exceeded, "met": s.Met, "missed": s.Missed,
		"open": s.NoData + s.Unassessed, "left": left})
}

// now says something with the time of day.
func (w *watching) now(key string, args diag.Args) {
	args["time"] = time.Now().Format("15:04:05")
	w.answer(diag.Say(key, args))
}

// tell says what became of one file; of a return, whose it is and what it gave.
func (w *watching) tell(c watch.Change, out *app.Outcome) {
	args := diag.Args{"file": shown(c.Path)}
	switch c.Kind {
	case watch.Back:
		w.now("watch.back", diag.Args{"drop": w.drop()})
		return
	case watch.Went:
		w.now("watch.went", args)
		return
	case watch.Came, watch.Changed, watch.Lost:
	}
	key, from := "watch.came", "watch.came-from"
	if c.Kind == watch.Changed {
		key, from = "watch.changed", "watch.changed-from"
	}
	if out == nil {
		w.now(key, args)
		return
	}
	for _, u := range out.Annex.Units {
		for _, f := range u.Files {
			if f.File == c.Path {
				args["unit"] = u.Name
				args["status"] = diag.Say("status."+string(f.Status), nil).In(w.lang)
				w.now(from, args)
				return
			}
		}
	}
	w.now(key, args)
}

// problemsIn prints what is wrong in the files that have changed.
func (w *watching) problemsIn(a *assess.Annex, changes []watch.Change) {
	var units []string
	for _, u := range a.Units {
		units = append(units, u.ID)
	}
	var in []diag.Problem
	for _, p := range a.Problems {
		if slices.ContainsFunc(changes, func(c watch.Change) bool { return c.Path != "" && c.Path == p.At.File }) {
			in = append(in, p)
		}
	}
	if len(in) > 0 {
		_ = diag.Print(w.stderr, diag.ForReading(in, units), w.lang, shown(w.dir))
		fmt.Fprintln(w.stderr)
	}
}

// fail says why there is no report, once as long as it stays the same; the build is
// tried again.
func (w *watching) fail(err error) {
	words := err.Error()
	if words != w.failed {
		w.exitStatus(err)
		w.now("watch.failed", diag.Args{})
	}
	w.failed, w.status = words, statusOK
}
