package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Who passes the program on owes the authors of its parts their notice:
// NOTICE.md names every module the compiler links, and docs/licences holds the
// licence of each as its authors wrote it.
func TestNoticeNamesWhatTheProgramCarries(t *testing.T) {
	notice, err := os.ReadFile("../../NOTICE.md")
	if err != nil {
		t.Fatal(err)
	}
	named := map[string]string{}
	row := regexp.MustCompile(`(?m)^\| (\S+\.\S+/\S+) \| (\S+) \| [^|]+ \| [^|]+ \|\r?$`)
	for _, m := range row.FindAllStringSubmatch(string(notice), -1) {
		named[m[1]] = m[2]
	}

	linked := map[string]bool{}
	for _, system := range []string{"linux", "windows"} {
		list := exec.Command("go", "list", "-deps",
			"-f", "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Version}}\t{{.Dir}}{{end}}{{end}}", ".")
		list.Env = append(os.Environ(), "GOOS="+system, "GOARCH=amd64", "CGO_ENABLED=0")
		out, err := list.Output()
		if err != nil {
			t.Fatalf("go list for %s: %v", system, err)
		}
		for line := range strings.Lines(string(out)) {
			module := strings.Split(strings.TrimSpace(line), "\t")
			if len(module) != 3 || linked[module[0]] {
				continue
			}
			path, version, dir := module[0], module[1], module[2]
			linked[path] = true
			if named[path] != version {
				t.Errorf("NOTICE.md has %s %q, the program carries %s", path, named[path], version)
			}
			checkLicence(t, path, dir)
		}
	}
	for path := range named {
		if !linked[path] {
			t.Errorf("NOTICE.md names %s, which the program does not carry", path)
		}
	}
}

// checkLicence compares the licence kept in the repository with the module's own.
func checkLicence(t *testing.T, path, dir string) {
	t.Helper()
	kept := "../../docs/licences/" + strings.ReplaceAll(path, "/", "_") + ".txt"
	have, err := os.ReadFile(kept)
	if err != nil {
		t.Error(err)
		return
	}
	have = bytes.ReplaceAll(have, []byte("\r\n"), []byte("\n"))
	for _, name := range []string{"LICENSE", "LICENSE.txt", "COPYING"} {
		own, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			continue
		}
		if !bytes.Equal(have, bytes.ReplaceAll(own, []byte("\r\n"), []byte("\n"))) {
			t.Errorf("%s is not the licence that %s has now", kept, path)
		}
		if bytes.Contains(own, []byte("GENERAL PUBLIC LICENSE")) {
			t.Errorf("%s is under a licence that this program must not carry", path)
		}
		return
	}
	t.Errorf("%s has no licence file that this test knows", path)
}
