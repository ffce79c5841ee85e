package app_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"baocao/internal/app"
	"baocao/internal/diag"
)

// What cannot be opened is named, and the others are reported all the same.
func TestFilesThatCannotBeOpenedAreNamed(t *testing.T) {
	dir, drop := copyExample(t)
	put(t, filepath.Join(drop, "zz.xlsx"), "x")
	put(t, filepath.Join(dir, filepath.FromSlash("nam-truoc/ket-qua.json")), "{")
	a, err := app.Judge(context.Background(), dir, func(done, total int) {
		os.Remove(filepath.Join(drop, "zz.xlsx")) // somebody takes it away while the files are read
	})
	if err != nil {
		t.Fatal(err)
	}
	for code, file := range map[string]string{"B701": app.DropDir + "/zz.xlsx", "B702": "nam-truoc/ket-qua.json"} {
		if !slices.ContainsFunc(a.Problems, func(p diag.Problem) bool { return p.Code == code && p.At.File == file }) {
			t.Errorf("%s is not reported of %s", code, file)
		}
	}
	if len(a.Measures()) == 0 || a.Measures()[0].Judged == nil {
		t.Error("the other files are not judged")
	}
}
