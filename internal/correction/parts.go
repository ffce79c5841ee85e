package correction

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"baocao/internal/workbook"
)

// Limits on what is unpacked, as the reader of workbooks has them.
const (
	maxUnpacked = 200 << 20
	maxEntries  = 10_000
)

// xmlHead begins every part written here.
const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// parts are the parts of a workbook: those that came, and what became of them.
// Names are compared as the format wants it, without regard to case.
type parts struct {
	archive *zip.Reader
	byName  map[string]*zip.File
	changed map[string][]byte // by key
	added   []string          // names of the parts that did not come, in order
}

func openParts(data []byte) (*parts, error) {
	if bytes.Count(data, []byte("PK\x01\x02")) > maxEntries {
		return nil, errors.New("too many parts")
	}
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	p := &parts{archive: r, byName: make(map[string]*zip.File, len(r.File)), changed: map[string][]byte{}}
	var total uint64
	for _, f := range r.File {
		// Each is looked at alone, so that the sum cannot overflow.
		if f.UncompressedSize64 > maxUnpacked || f.CompressedSize64 > uint64(len(data)) {
			return nil, fmt.Errorf("%s is too large", f.Name)
		}
		if total += f.UncompressedSize64; total > maxUnpacked {
			return nil, fmt.Errorf("unpacks to more than %d MB", maxUnpacked>>20)
		}
		if f.Flags&1 != 0 {
			return nil, fmt.Errorf("%s is encrypted", f.Name)
		}
		key := partKey(f.Name)
		if p.byName[key] != nil {
			return nil, fmt.Errorf("%s is there twice", f.Name)
		}
		p.byName[key] = f
	}
	return p, nil
}

func partKey(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// key is the key under which a part is kept; a relation may have its name in
// the notation of addresses.
func (p *parts) key(name string) string {
	key := partKey(name)
	if p.byName[key] == nil && p.changed[key] == nil {
		if plain, err := url.PathUnescape(name); err == nil {
			return partKey(plain)
		}
	}
	return key
}

// named is the name under which a part came, where it did.
func (p *parts) named(name string) string {
	if f := p.byName[p.key(name)]; f != nil {
		return strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/")
	}
	return name
}

func (p *parts) has(name string) bool {
	key := p.key(name)
	return p.byName[key] != nil || p.changed[key] != nil
}

// read returns a part as it now is.
func (p *parts) read(name string) ([]byte, error) {
	key := p.key(name)
	if data := p.changed[key]; data != nil {
		return data, nil
	}
	f := p.byName[key]
	if f == nil {
		return nil, fmt.Errorf("%s is missing", name)
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, int64(f.UncompressedSize64)+1))
	if err == nil && uint64(len(data)) > f.UncompressedSize64 {
		err = zip.ErrFormat
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return data, nil
}

// xml returns a part in UTF-8, so that any text can be put into it.
func (p *parts) xml(name string) ([]byte, error) {
	data, err := p.read(name)
	if err != nil {
		return nil, err
	}
	if data, err = declaredUTF8(name, data); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return data, nil
}

// write makes data the content of a part, new or not.
func (p *parts) write(name string, data []byte) {
	key := p.key(name)
	if p.byName[key] == nil && p.changed[key] == nil {
		p.added = append(p.added, name)
	}
	p.changed[key] = data
}

// edited makes the edits of a part that were made with data before one's eyes.
func (p *parts) edited(name string, data []byte, edits []edit) error {
	if len(edits) == 0 {
		return nil
	}
	out, err := apply(data, edits)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	p.write(name, out)
	return nil
}

// bytes packs the parts: those that are as they came byte for byte, in their
// order, and the new ones behind them.
func (p *parts) bytes() ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range p.archive.File {
		data, changed := p.changed[partKey(f.Name)]
		var err error
		if changed {
			err = pack(w, f.Name, data)
		} else {
			err = copyRaw(w, f)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, err)
		}
	}
	for _, name := range p.added {
		if err := pack(w, name, p.changed[partKey(name)]); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	if err := w.SetComment(p.archive.Comment); err != nil {
		return nil, err
	}
	err := w.Close()
	return out.Bytes(), err
}

func pack(w *zip.Writer, name string, data []byte) error {
	f, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return err
}

func copyRaw(w *zip.Writer, f *zip.File) error {
	header := f.FileHeader
	header.Extra = withoutZip64(header.Extra)
	to, err := w.CreateRaw(&header)
	if err != nil {
		return err
	}
	from, err := f.OpenRaw()
	if err != nil {
		return err
	}
	_, err = io.Copy(to, from)
	return err
}

// withoutZip64 leaves out the field with long sizes, which some programs write
// for short parts too: the writer makes its own where one is needed.
func withoutZip64(extra []byte) []byte {
	var kept []byte
	for len(extra) >= 4 {
		n := 4 + int(binary.LittleEndian.Uint16(extra[2:]))
		if n > len(extra) {
			break
		}
		if binary.LittleEndian.Uint16(extra) != 1 {
			kept = append(kept, extra[:n]...)
		}
		extra = extra[n:]
	}
	return kept
}

// fresh returns a name no part has; pattern holds a %d. Content types are asked
// too: some files have kept the type of a part that is gone.
func (p *parts) fresh(pattern string, types *contentTypes) string {
	for n := 1; ; n++ {
		name := strings.Replace(pattern, "%d", strconv.Itoa(n), 1)
		if !p.has(name) && !slices.Contains(types.overrides, partKey(name)) {
			return name
		}
	}
}

// relsOf is the name of the part with the relations of another.
func relsOf(part string) string {
	folder, base := path.Split(part)
	return folder + "_rels/" + base + ".rels"
}

// relative is the address of a part as seen from another.
func relative(from, to string) string {
	a, b := strings.Split(from, "/"), strings.Split(to, "/")
	for len(a) > 1 && len(b) > 1 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	return strings.Repeat("../", len(a)-1) + strings.Join(b, "/")
}

// declaredUTF8 returns an XML part in UTF-8 whose declaration says nothing else.
func declaredUTF8(part string, data []byte) ([]byte, error) {
	data, err := workbook.ToUTF8(part, data)
	if err != nil || !utf8.Valid(data) {
		return nil, errXML
	}
	declaration, rest, ok := bytes.Cut(data, []byte("?>"))
	if !ok || !bytes.HasPrefix(declaration, []byte("<?xml")) {
		return data, nil
	}
	_, encoding, ok := bytes.Cut(declaration, []byte("encoding"))
	if !ok {
		return data, nil
	}
	name := strings.ToLower(strings.TrimLeft(string(encoding), "= \t\r\n\"'"))
	if strings.HasPrefix(name, "utf-8") || strings.HasPrefix(name, "utf8") {
		return data, nil
	}
	return append([]byte(strings.TrimSuffix(xmlHead, "\n")), rest...), nil
}
