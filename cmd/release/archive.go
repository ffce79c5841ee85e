package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"cmp"
	"compress/flate"
	"compress/gzip"
	"io"
	"slices"
	"time"
)

// file is one of an archive.
type file struct {
	name string
	data []byte
	runs bool // it is a program
}

// pack makes the archive that people of a system can open without another program, and gives the end
// of its name.
func pack(p platform, folder string, files []file, at time.Time) (ending string, data []byte, err error) {
	files = slices.SortedFunc(slices.Values(files), func(a, b file) int { return cmp.Compare(a.name, b.name) })
	var out bytes.Buffer
	if p.system == "windows" {
		err = packZip(&out, folder, files, at)
		return ".zip", out.Bytes(), err
	}
	err = packTar(&out, folder, files, at)
	return ".tar.gz", out.Bytes(), err
}

func packZip(out io.Writer, folder string, files []file, at time.Time) error {
	z := zip.NewWriter(out)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(w, flate.BestCompression)
	})
	for _, f := range files {
		w, err := z.CreateHeader(&zip.FileHeader{Name: folder + f.name, Method: zip.Deflate, Modified: at})
		if err == nil {
			_, err = w.Write(f.data)
		}
		if err != nil {
			return err
		}
	}
	return z.Close()
}

func packTar(out io.Writer, folder string, files []file, at time.Time) error {
	packed, err := gzip.NewWriterLevel(out, gzip.BestCompression)
	if err != nil {
		return err
	}
	t := tar.NewWriter(packed)
	for _, f := range files {
		mode := int64(0o644)
		if f.runs {
			mode = 0o755
		}
		err := t.WriteHeader(&tar.Header{Name: folder + f.name, Size: int64(len(f.data)), Mode: mode, ModTime: at,
			Format: tar.FormatPAX})
		if err == nil {
			_, err = t.Write(f.data)
		}
		if err != nil {
			return err
		}
	}
	if err := t.Close(); err != nil {
		return err
	}
	return packed.Close()
}
