// Command release makes the archives that are given away, of the tree that it is run in: for each
// platform the program, the guide, the examples and the licences, and the sums of all. The same tree
// and the same Go give the same bytes. `.ci/release` runs it in a copy of what is committed, since
// the icon and the version of the Windows program become files beside its source.
package main

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"baocao/internal/app"
)

// platform is a system and processor that there is an archive for.
type platform struct{ system, processor string }

func (p platform) String() string { return p.system + "-" + p.processor }

// platforms are those of offices first.
var platforms = []platform{
	{"windows", "amd64"}, {"windows", "arm64"}, {"linux", "amd64"}, {"linux", "arm64"}, {"darwin", "amd64"},
	{"darwin", "arm64"},
}

func main() {
	at := flag.Int64("at", 0, "seconds since 1970: the time of every file in the archives")
	only := flag.String("only", "", "the one platform to make, as windows-amd64")
	look := flag.Bool("look", false, "write the pictures of the icon and the guide, to be looked at, and nothing else")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "release [-at SECONDS] [-only PLATFORM] [-look] FOLDER")
		os.Exit(2)
	}
	var err error
	if *look {
		err = lookAt(flag.Arg(0), time.Unix(*at, 0).UTC())
	} else {
		err = release(flag.Arg(0), *only, time.Unix(*at, 0).UTC())
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
}

// lookAt writes what a person has to look at into a folder.
func lookAt(dir string, at time.Time) error {
	if err := drawIcons(dir); err != nil {
		return err
	}
	data, err := guide(".", at)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, guideName), data, 0o644)
}

// release writes the archives and their sums into a folder.
func release(dir, only string, at time.Time) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	work, err := os.MkdirTemp("", "release")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	if err := resource(work, app.Version()); err != nil {
		return err
	}
	given, err := givenAway()
	if err != nil {
		return err
	}
	guide, err := guide(".", at)
	if err != nil {
		return err
	}
	given = append(given, file{name: guideName, data: guide})
	fmt.Println(runtime.Version())
	sums := ""
	for _, p := range platforms {
		if only != "" && only != p.String() {
			continue
		}
		program, err := build(p, work)
		if err != nil {
			return fmt.Errorf("%s: %w", p, err)
		}
		whole := fmt.Sprintf("baocao-v%s-%s", app.Version(), p)
		name, data, err := pack(p, fmt.Sprintf("baocao-v%s/", app.Version()), append([]file{program}, given...), at)
		if err != nil {
			return fmt.Errorf("%s: %w", whole, err)
		}
		name = whole + name
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			return err
		}
		sums += fmt.Sprintf("%x  %s\n", sha256.Sum256(data), name)
		fmt.Printf("%s %.1f MB\n", name, float64(len(data))/1e6)
	}
	if sums == "" {
		return fmt.Errorf("no platform is called %s", only)
	}
	return os.WriteFile(filepath.Join(dir, "SHA256SUMS"), []byte(sums), 0o644)
}

// build builds the program for a platform. What the machine's own settings say of a build counts nothing.
func build(p platform, work string) (file, error) {
	name := "baocao"
	if p.system == "windows" {
		name += ".exe"
	}
	out := filepath.Join(work, p.String(), name)
	c := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags", "-s -w -buildid=", "-o", out,
		"./cmd/baocao")
	c.Env = append(os.Environ(), "GOOS="+p.system, "GOARCH="+p.processor, "CGO_ENABLED=0", "GOFLAGS=", "GOWORK=off",
		"GOEXPERIMENT=", "GOAMD64=v1", "GOARM64=v8.0")
	if said, err := c.CombinedOutput(); err != nil {
		return file{}, fmt.Errorf("%w\n%s", err, said)
	}
	data, err := os.ReadFile(out)
	return file{name: name, data: data, runs: true}, err
}

// folders are what goes into the archives beside the program, and what it is called there.
var folders = []struct{ from, to string }{
	{"LICENSE", "giay-phep/LICENSE.txt"}, {"NOTICE.md", "giay-phep/NOTICE.md"},
	{"fonts/LICENSE-Liberation.txt", "giay-phep/fonts/LICENSE-Liberation.txt"},
	{"docs/licences", "giay-phep/docs/licences"},
	{"examples/kien-an-2022", "vi-du/kien-an-2022"},
	{"examples/phuong-an-khang-2026", "vi-du/phuong-an-khang-2026"},
}

// givenAway are the files beside the program, the same for all.
func givenAway() (all []file, err error) {
	for _, f := range folders {
		err := filepath.WalkDir(f.from, func(path string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := os.ReadFile(path)
			name := f.to + strings.TrimPrefix(filepath.ToSlash(path), f.from)
			all = append(all, file{name: name, data: data})
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return all, nil
}
