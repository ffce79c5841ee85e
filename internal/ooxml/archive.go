package ooxml

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"net/url"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/workbook"
)

// Archive is a zip archive of parts. Their names are compared as the formats
// want it, without regard to case.
type Archive struct {
	Files []*zip.File // in the order of the archive
	Guard *workbook.Guard

	comment string
	byName  map[string]*zip.File
	checked map[*zip.File]bool
}

var centralSignature = []byte("PK\x01\x02")

// Open reads an archive's directory and refuses one that would cost too much.
func Open(data []byte, g *workbook.Guard) (*Archive, error) {
	// Offsets within a part are kept in 32 bits.
	limit := min(g.MaxUncompressed, 1<<30)
	if bytes.Count(data, centralSignature) > g.MaxEntries {
		return nil, workbook.TooMuch(workbook.LimitEntries, g.MaxEntries)
	}
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, workbook.Refuse("B120", nil)
	}
	a := &Archive{Files: r.File, Guard: g, comment: r.Comment,
		byName: make(map[string]*zip.File, len(r.File)), checked: map[*zip.File]bool{}}
	var total uint64
	for _, f := range r.File {
		// Deflate cannot make one byte out of less than a thousandth of one. Each
		// size is looked at alone first, so that no sum overflows.
		if f.CompressedSize64 > uint64(len(data)) || f.UncompressedSize64 > 1100*f.CompressedSize64+1024 {
			return nil, workbook.Refuse("B121", diag.Args{"part": f.Name})
		}
		if total += f.UncompressedSize64; f.UncompressedSize64 > uint64(limit) || total > uint64(limit) {
			return nil, workbook.TooMuch(workbook.LimitSize, int(limit>>20))
		}
		key := PartKey(f.Name)
		if _, twice := a.byName[key]; twice {
			return nil, workbook.Refuse("B137", diag.Args{"part": f.Name})
		}
		a.byName[key] = f
	}
	return a, nil
}

// PartKey is what the names of one part have in common, however they are written.
func PartKey(name string) string { return strings.ToLower(slashed(name)) }

func slashed(name string) string {
	return strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/")
}

// Key is the key of a part by a name that may be in the notation of addresses.
func (a *Archive) Key(name string) string {
	key := PartKey(name)
	if a.byName[key] == nil {
		if plain, err := url.PathUnescape(name); err == nil {
			return PartKey(plain)
		}
	}
	return key
}

// Find returns a part, or nil.
func (a *Archive) Find(name string) *zip.File { return a.byName[a.Key(name)] }

// Has tells whether there is a part of that name.
func (a *Archive) Has(name string) bool { return a.Find(name) != nil }

// HasUnder tells whether there is any part in a folder, "xl/".
func (a *Archive) HasUnder(folder string) bool {
	for _, f := range a.Files {
		if strings.HasPrefix(PartKey(f.Name), folder) {
			return true
		}
	}
	return false
}

// Read returns a whole part, its checksum verified. Its memory is booked.
func (a *Archive) Read(name string) ([]byte, error) {
	f := a.Find(name)
	if f == nil {
		return nil, workbook.Refuse("B122", diag.Args{"part": name})
	}
	if err := a.Guard.Use(int(f.UncompressedSize64)); err != nil {
		return nil, err
	}
	data := make([]byte, f.UncompressedSize64)
	n := 0
	err := a.each(f, func(r io.Reader) (err error) {
		if n == len(data) { // the end, where the checksum is compared
			_, err = r.Read(make([]byte, 1))
			return err
		}
		var m int
		m, err = r.Read(data[n:min(n+chunk, len(data))])
		n += m
		return err
	})
	return data[:n], err
}

// VerifyRest checks the checksums of the parts that were not read: a file that
// is damaged anywhere is named as damaged.
func (a *Archive) VerifyRest() error {
	for _, f := range a.Files {
		if !a.checked[f] {
			err := a.each(f, func(r io.Reader) error {
				_, err := io.CopyN(io.Discard, r, chunk)
				return err
			})
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// chunk is how much of a part is unpacked between two looks at the clock.
const chunk = 1 << 20

// each opens a part and calls step until it tells the end or a failure.
func (a *Archive) each(f *zip.File, step func(io.Reader) error) error {
	damaged := workbook.Refuse("B121", diag.Args{"part": f.Name})
	if Encrypted(f) {
		return workbook.Refuse("B111", nil)
	}
	r, err := f.Open()
	if err != nil {
		return damaged
	}
	defer r.Close()
	for {
		if err := a.Guard.Check(); err != nil {
			return err
		}
		err := step(r)
		if errors.Is(err, io.EOF) {
			a.checked[f] = true
			return nil
		}
		if err != nil {
			return damaged
		}
	}
}

// Encrypted tells whether a file of an archive has a password.
func Encrypted(f *zip.File) bool { return f.Flags&1 != 0 }
