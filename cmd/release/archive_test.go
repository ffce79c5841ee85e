package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"io"
	"slices"
	"strings"
	"testing"
	"time"
)

// An archive is the same however its files come, has one folder, and on Linux the program can be run.
func TestAnArchiveIsTheSameEachTime(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 12, 20, 9, 30, 0, 0, time.UTC)
	files := []file{{name: "baocao", data: []byte("x"), runs: true}, {name: "vi-du/a.xlsx", data: []byte("a")},
		{name: "HUONG-DAN.pdf", data: bytes.Repeat([]byte("h"), 5000)}}
	turned := slices.Clone(files)
	slices.Reverse(turned)
	want := []string{"baocao-v1/HUONG-DAN.pdf", "baocao-v1/baocao", "baocao-v1/vi-du/a.xlsx"}
	for _, p := range platforms {
		end, data, err := pack(p, "baocao-v1/", files, at)
		if err != nil {
			t.Fatal(err)
		}
		_, again, err := pack(p, "baocao-v1/", turned, at)
		if err != nil || !bytes.Equal(data, again) {
			t.Errorf("%s: another one the second time, %v", p, err)
		}
		names := []string{}
		switch end {
		case ".zip":
			z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range z.File {
				if names = append(names, f.Name); !f.Modified.Equal(at) {
					t.Errorf("%s: %s is of %v", p, f.Name, f.Modified)
				}
			}
		case ".tar.gz":
			unpacked, err := gzip.NewReader(bytes.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			for r := tar.NewReader(unpacked); ; {
				h, err := r.Next()
				if err == io.EOF {
					break
				}
				if err != nil {
					t.Fatal(err)
				}
				names = append(names, h.Name)
				if runs := h.Mode&0o111 != 0; runs != (h.Name == "baocao-v1/baocao") || !h.ModTime.Equal(at) {
					t.Errorf("%s: %s has mode %o and is of %v", p, h.Name, h.Mode, h.ModTime)
				}
			}
		}
		if !slices.Equal(names, want) {
			t.Errorf("%s: %v", p, names)
		}
	}
}

// Of what stands beside the program nothing is lacking: the guide's examples, the licence of each part.
func TestWhatIsGivenAway(t *testing.T) {
	t.Chdir("../..")
	all, err := givenAway()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"giay-phep/LICENSE.txt", "giay-phep/NOTICE.md", "giay-phep/docs/licences/go.txt",
		"giay-phep/fonts/LICENSE-Liberation.txt", "vi-du/kien-an-2022/nghi-quyet.toml",
		"vi-du/kien-an-2022/2-bao-cao/BaoCao-2022.pdf", "vi-du/phuong-an-khang-2026/co-quan.toml"} {
		if !slices.ContainsFunc(all, func(f file) bool { return f.name == name && len(f.data) > 0 }) {
			t.Errorf("%s is not given away", name)
		}
	}
}

// The emblem is there in each size, with clear ground around it.
func TestTheIconIsDrawn(t *testing.T) {
	t.Parallel()
	for _, size := range sizes {
		m := icon(size)
		if m.Bounds().Dx() != size {
			t.Errorf("%d: %v", size, m.Bounds())
		}
		if _, _, _, a := m.At(0, 0).RGBA(); a != 0 {
			t.Errorf("%d: the corner is painted", size)
		}
		if r, g, b, a := m.At(size/2, size*7/10).RGBA(); a != 0xFFFF || g <= r || g <= b {
			t.Errorf("%d: no tick", size)
		}
		if !strings.Contains(resources, `"`+pictureName(size)+`"`) {
			t.Errorf("%d: not in the program", size)
		}
	}
}
