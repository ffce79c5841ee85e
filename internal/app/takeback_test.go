package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"baocao/internal/resolution"
	"baocao/internal/viet"
)

// watched is a context that is looked at now and then by what it may stop; that is
// when something happens beside.
type watched struct {
	context.Context
	look func()
}

func (w watched) Err() error { w.look(); return w.Context.Err() }

// Somebody interrupts just after an answer was written. It is taken back; where it
// cannot be, that is told, with what stands in the file.
func TestAnAnswerThatIsInterrupted(t *testing.T) {
	t.Parallel()
	const theirs = "# of somebody else\n"
	for name, c := range map[string]struct {
		beside func(path string) error
		stands bool
		locked bool
	}{
		"in peace":  {func(string) error { return nil }, false, false},
		"edited":    {func(path string) error { return prepend(path, theirs) }, true, false},
		"locked up": {func(path string) error { return os.Chmod(path, 0o440) }, true, true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := office(t)
			sends(t, dir, "don-vi-a", "khoảng 9")
			d, err := OpenDesk(t.Context(), dir, nil)
			if err != nil || len(d.Open()) != 1 {
				t.Fatal(err)
			}
			id, path := d.Open()[0].Question.ID, filepath.Join(dir, resolution.DecisionsFile)
			const before = "# the office's own\n"
			save(t, dir, resolution.DecisionsFile, before)
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			_, err = d.Answer(watched{ctx, func() {
				if data, _ := os.ReadFile(path); strings.Contains(string(data), id) && ctx.Err() == nil {
					if err := c.beside(path); err != nil {
						t.Error(err)
					}
					cancel()
				}
			}}, id, "=9", Signature{By: "Nguyễn Văn A", Date: viet.Date{Year: 2022, Month: 12, Day: 20}})
			if !errors.Is(err, context.Canceled) {
				t.Fatal(err)
			}
			text := string(must(t, path))
			var stands *NotTakenBack
			if errors.As(err, &stands) != c.stands || strings.Contains(text, id) != c.stands {
				t.Fatalf("%v\n%s", err, text)
			}
			if !c.stands {
				if text != before {
					t.Errorf("%s", text)
				}
				return
			}
			if stands.ID != id || stands.File != resolution.DecisionsFile {
				t.Errorf("%+v", stands)
			}
			if errors.As(stands.Putting, new(*ReadOnly)) != c.locked {
				t.Errorf("%v", stands.Putting)
			}
		})
	}
}

func prepend(path, text string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	return os.WriteFile(path, append([]byte(text), data...), 0o644)
}
