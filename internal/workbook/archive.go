package workbook

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"net/url"
	"path"
	"strings"
)

// archive is the zip archive of a workbook. Part names are compared as the
// format wants it, without regard to case.
type archive struct {
	entries []*zip.File
	byName  map[string]*zip.File
	checked map[*zip.File]bool
	guard   *guard
}

var centralSignature = []byte("PK\x01\x02")

func openArchive(data []byte, lim Limits, g *guard) (*archive, error) {
	// Offsets within a part are kept in 32 bits.
	lim.MaxUncompressed = min(lim.MaxUncompressed, 1<<30)
	if bytes.Count(data, centralSignature) > lim.MaxEntries {
		return nil, &fault{code: "B130", args: args{"what": limitEntries, "limit": lim.MaxEntries}}
	}
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, &fault{code: "B120"}
	}
	a := &archive{entries: r.File, byName: make(map[string]*zip.File, len(r.File)), checked: map[*zip.File]bool{}, guard: g}
	var total uint64
	for _, f := range r.File {
		// Deflate cannot make one byte out of less than a thousandth of one.
		if f.UncompressedSize64 > 1100*f.CompressedSize64+1024 {
			return nil, &fault{code: "B121", args: args{"part": f.Name}}
		}
		if total += f.UncompressedSize64; total > uint64(lim.MaxUncompressed) {
			return nil, &fault{code: "B130", args: args{"what": limitSize, "limit": int(lim.MaxUncompressed >> 20)}}
		}
		key := partKey(f.Name)
		if _, twice := a.byName[key]; twice {
			return nil, &fault{code: "B121", args: args{"part": f.Name}}
		}
		a.byName[key] = f
	}
	return a, nil
}

func partKey(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

func (a *archive) has(name string) bool { return a.find(name) != nil }

func (a *archive) hasUnder(folder string) bool {
	for _, f := range a.entries {
		if strings.HasPrefix(partKey(f.Name), folder) {
			return true
		}
	}
	return false
}

func (a *archive) find(name string) *zip.File {
	if f := a.byName[partKey(name)]; f != nil {
		return f
	}
	if plain, err := url.PathUnescape(name); err == nil {
		return a.byName[partKey(plain)]
	}
	return nil
}

// read returns a whole part, its checksum verified.
func (a *archive) read(name string) ([]byte, error) {
	f := a.find(name)
	if f == nil {
		return nil, &fault{code: "B122", args: args{"part": name}}
	}
	if err := a.guard.use(int(f.UncompressedSize64)); err != nil {
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

// verifyRest checks the checksums of the parts that were not read: a file that
// is damaged anywhere is named as damaged.
func (a *archive) verifyRest() error {
	for _, f := range a.entries {
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
func (a *archive) each(f *zip.File, step func(io.Reader) error) error {
	damaged := &fault{code: "B121", args: args{"part": f.Name}}
	if f.Flags&1 != 0 {
		return &fault{code: "B111"}
	}
	r, err := f.Open()
	if err != nil {
		return damaged
	}
	defer r.Close()
	for {
		if err := a.guard.check(); err != nil {
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

// relation is one entry of a .rels part.
type relation struct {
	kind   string // the last word of its type: "worksheet"
	target string // the part's name; "" when it lies outside the file
}

// relations reads the relations of a part, by id.
func (a *archive) relations(of string, lim Limits) (map[string]relation, error) {
	folder, base := path.Split(of)
	name := folder + "_rels/" + base + ".rels"
	data, err := a.read(name)
	if err != nil {
		return nil, err
	}
	x, err := newLexer(name, data, lim, a.guard)
	if err != nil {
		return nil, err
	}
	if err := x.root("Relationships"); err != nil {
		return nil, err
	}
	rels := map[string]relation{}
	err = x.children(func(name string) error {
		if name != "Relationship" {
			return nil
		}
		rel := relation{kind: path.Base(x.attrText("Type"))}
		if x.attrText("TargetMode") != "External" {
			target := strings.ReplaceAll(x.attrText("Target"), `\`, "/")
			if !strings.HasPrefix(target, "/") {
				target = folder + target
			}
			rel.target = path.Join("/", target)[1:]
		}
		rels[x.attrText("Id")] = rel
		return nil
	})
	if err != nil {
		return nil, err
	}
	return rels, x.finish()
}
