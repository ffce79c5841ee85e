package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"baocao/internal/app"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"baocao": main})
}

// TestScripts runs what users run: each script is headed by what a user saw.
func TestScripts(t *testing.T) {
	example, err := filepath.Abs("../../examples/kien-an-2022")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			env.Setenv("BAOCAO_LANG", "vi")
			env.Setenv("NO_COLOR", "1")
			env.Setenv("GOGC", "400") // short runs: a third less time
			for _, name := range []string{app.ResolutionFile, app.OfficeFile, "quyet-dinh-so-lieu.toml"} {
				data, err := os.ReadFile(filepath.Join(example, name))
				if err != nil {
					return err
				}
				path := filepath.Join(env.WorkDir, "kien-an", name)
				if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
					return err
				}
				if err := os.WriteFile(path, data, 0o644); err != nil {
					return err
				}
			}
			return os.CopyFS(filepath.Join(env.WorkDir, "kien-an", app.DropDir),
				os.DirFS(filepath.Join(example, app.DropDir)))
		},
	})
}
