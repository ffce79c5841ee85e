package main

import (
	_ "embed"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// winres makes Windows resources: a program of its own, run at this moment alone, of which nothing gets
// into ours but the files that it writes.
const winres = "github.com/tc-hib/go-winres@v0.3.3"

// manifest says to Windows how the program wants to be run: with the rights of whoever starts it, with
// UTF-8 for the old functions, with paths of any length, sharp on every screen.
//
//go:embed app.manifest
var manifest string

// resources lists what the program carries for Windows: icon, manifest, version.
//
//go:embed winres.json
var resources string

// resource writes what the Windows programs carry as files that the Go tool links into them: beside the
// source, where it looks for them.
func resource(work, version string) error {
	if err := drawIcons(work); err != nil {
		return err
	}
	number, _, _ := strings.Cut(version, "-") // of a version that is tried out
	filled := strings.NewReplacer("{number}", number, "{version}", version).Replace(resources)
	list := filepath.Join(work, "winres.json")
	for path, text := range map[string]string{filepath.Join(work, "app.manifest"): manifest, list: filled} {
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			return err
		}
	}
	c := exec.Command("go", "run", winres, "make", "--in", list, "--out", filepath.Join("cmd", "baocao", "rsrc"),
		"--arch", "amd64,arm64")
	if said, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", winres, err, said)
	}
	return nil
}
