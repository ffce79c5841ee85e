package app_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"baocao/internal/app"
	"baocao/internal/render/result"
)

// Worked out by hand from the numbers in example_test.go, with pen, paper and
// long division: measure, exact sums, figure as printed, verdict, percent of
// target.
var handWorked = []struct{ id, totals, judged, verdict, percent string }{
	{"1.1", "48 58", "82.76", "exceeded", "103.45"},
	{"1.2", "9 48", "18.75", "met", ""},
	{"1.3", "4912 5870", "83.68", "exceeded", "104.6"},
	{"2", "128", "128", "met", "100"},
	{"3", "1", "1", "met", "100"},
	{"4", "16189780 13905420", "16.43", "met", ""},
	{"4.1", "673706 601482", "12.01", "exceeded", ""},
	{"4.2", "12604850 10385340", "21.37", "missed", ""},
	{"4.3", "140230 135462", "3.52", "exceeded", ""},
	{"5.1", "45.62", "45.62", "met", ""},
	{"5.2", "53.97", "53.97", "met", ""},
	{"5.3", "0.41", "0.41", "met", ""},
	{"6", "486120 412500", "17.85", "exceeded", ""},
	{"7", "1086", "1086", "met", "100"},
	{"8", "3168.5", "3168.5", "met", "100"},
	{"9", "", "", "met", ""},
	{"10", "1", "1", "missed", "50"},
	{"11.1", "3311", "3311", "exceeded", "100.33"},
	{"11.2", "58420 63950", "91.35", "exceeded", "100.38"},
	{"12", "0", "0", "unassessed", ""},
	{"13", "", "", "no-data", ""},
	{"14", "29850 29850", "100", "met", "100"},
	{"15.1", "41250 41250", "100", "met", "100"},
	{"15.2", "2145000 10050000", "21.34", "exceeded", "100.66"},
	{"16", "2", "2", "met", "100"},
	{"17.1", "100 133", "75.19", "met", "107.41"},
	{"17.2", "25950 27525", "94.28", "met", "101.38"},
	{"18", "105 105", "100", "met", "100"},
}

var handWorkedIndicators = strings.Fields("exceeded met met met met exceeded met met met missed " +
	"exceeded unassessed no-data met exceeded met met met")

func TestExampleFiguresAreThoseWorkedOutByHand(t *testing.T) {
	t.Parallel()
	a, err := app.Check(context.Background(), exampleDir, nil)
	if err != nil {
		t.Fatal(err)
	}
	r := result.New(a)
	want := result.Summary{Total: 18, Exceeded: 4, Met: 11, Missed: 1, NoData: 1, Unassessed: 1}
	if r.Summary != want {
		t.Errorf("summary %+v, want %+v", r.Summary, want)
	}
	if r.Complete {
		t.Error("the report calls itself complete though a unit has not sent")
	}
	n := 0
	for _, s := range r.Sections {
		for _, i := range s.Indicators {
			if i.Verdict != handWorkedIndicators[i.Number-1] {
				t.Errorf("indicator %d: %s, want %s (%s)",
					i.Number, i.Verdict, handWorkedIndicators[i.Number-1], i.Reason)
			}
			for _, m := range i.Measures {
				if n >= len(handWorked) || m.ID != handWorked[n].id {
					t.Fatalf("measure %s is out of place", m.ID)
				}
				w := handWorked[n]
				n++
				var totals []string
				for _, role := range strings.Fields("value numerator current actual denominator previous plan") {
					if v, ok := m.Totals[role]; ok {
						totals = append(totals, v)
					}
				}
				if got := strings.Join(totals, " "); got != w.totals {
					t.Errorf("%s: totals %q, want %q", m.ID, got, w.totals)
				}
				if got := deref(m.Judged); got != w.judged {
					t.Errorf("%s: judged %q, want %q", m.ID, got, w.judged)
				}
				if m.Verdict != w.verdict {
					t.Errorf("%s: %s, want %s (%s)", m.ID, m.Verdict, w.verdict, m.Reason)
				}
				if got := deref(m.PercentOfTarget); got != w.percent {
					t.Errorf("%s: percent of target %q, want %q", m.ID, got, w.percent)
				}
			}
		}
	}
	if n != len(handWorked) {
		t.Errorf("%d measures, want %d", n, len(handWorked))
	}
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// Same inputs, same bytes: builds in other folders, with other file times.
func TestSameInputsSameBytes(t *testing.T) {
	t.Parallel()
	var first map[string]string
	for n := range 6 {
		dir := filepath.Join(t.TempDir(), fmt.Sprintf("năm %d", n))
		copyInputs(t, dir)
		when := time.Date(2001+n, 1, 1, 0, 0, 0, 0, time.UTC)
		err := filepath.WalkDir(dir, func(path string, _ os.DirEntry, err error) error {
			if err != nil {
				return err
			}
			return os.Chtimes(path, when, when)
		})
		if err != nil {
			t.Fatal(err)
		}
		out, err := app.Build(context.Background(), dir, nil)
		if err != nil {
			t.Fatal(err)
		}
		files := map[string]string{}
		for _, f := range out.Files {
			data, err := os.ReadFile(f.Path)
			if err != nil {
				t.Fatal(err)
			}
			files[f.Name] = string(data)
		}
		if first == nil {
			first = files
			continue
		}
		for name, data := range files {
			if data != first[name] {
				t.Errorf("run %d: %s differs", n, name)
			}
		}
	}
}

// A build that is interrupted, or whose plan became wrong, leaves the previous
// report byte for byte.
func TestAFailedBuildLeavesThePreviousReport(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "kien-an-2022")
	if err := os.CopyFS(dir, os.DirFS(exampleDir)); err != nil {
		t.Fatal(err)
	}
	report := func() map[string]string {
		files := map[string]string{}
		entries, err := os.ReadDir(filepath.Join(dir, app.ReportDir))
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			data, err := os.ReadFile(filepath.Join(dir, app.ReportDir, e.Name()))
			if err != nil {
				t.Fatal(err)
			}
			files[e.Name()] = string(data)
		}
		return files
	}
	before := report()
	ctx, cancel := context.WithCancel(context.Background())
	progress := func(done, total int) {
		if done == 5 {
			cancel()
		}
	}
	if err := os.RemoveAll(filepath.Join(dir, app.DropDir, "phuong")); err != nil { // the new report would differ
		t.Fatal(err)
	}
	if _, err := app.Build(ctx, dir, progress); !errors.Is(err, context.Canceled) {
		t.Errorf("interrupted build: %v", err)
	}
	if !maps.Equal(report(), before) {
		t.Error("an interrupted build changed the report")
	}
	if err := os.WriteFile(filepath.Join(dir, app.OfficeFile), []byte("[office"), 0o644); err != nil {
		t.Fatal(err)
	}
	var invalid *app.InvalidPlan
	if _, err := app.Build(context.Background(), dir, nil); !errors.As(err, &invalid) {
		t.Errorf("broken office file: %v", err)
	}
	if !maps.Equal(report(), before) {
		t.Error("a failed build changed the report")
	}
}

func BenchmarkBuildExample(b *testing.B) {
	dir := filepath.Join(b.TempDir(), "kien-an-2022")
	if err := os.CopyFS(dir, os.DirFS(exampleDir)); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := app.Build(context.Background(), dir, nil); err != nil {
			b.Fatal(err)
		}
	}
}
