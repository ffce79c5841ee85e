package correction

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"baocao/internal/ooxml"
	"baocao/internal/workbook"
)

// parts are the parts of a workbook: those that came, and what became of them.
type parts struct {
	*ooxml.Archive
	changed map[string][]byte // by key
	added   []string          // names of the parts that did not come, in order
}

func openParts(data []byte, g *workbook.Guard) (*parts, error) {
	a, err := ooxml.Open(data, g)
	if err != nil {
		return nil, err
	}
	for _, f := range a.Files {
		if ooxml.Encrypted(f) {
			return nil, fmt.Errorf("%s is encrypted", f.Name)
		}
	}
	return &parts{Archive: a, changed: map[string][]byte{}}, nil
}

// key is the key under which a part is kept.
func (p *parts) key(name string) string {
	if key := ooxml.PartKey(name); p.changed[key] != nil {
		return key
	}
	return p.Key(name)
}

// named is the name under which a part came, where it did.
func (p *parts) named(name string) string {
	if f := p.Find(name); f != nil {
		return strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/")
	}
	return name
}

func (p *parts) has(name string) bool { return p.Has(name) || p.changed[p.key(name)] != nil }

// read returns a part as it now is.
func (p *parts) read(name string) ([]byte, error) {
	if data := p.changed[p.key(name)]; data != nil {
		return data, nil
	}
	data, err := p.Read(name)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return data, nil
}

// scan reads a part from its start, in UTF-8, so that any text can be put into it.
func (p *parts) scan(name string) (*scanner, error) {
	data, err := p.read(name)
	if err != nil {
		return nil, err
	}
	if data, err = ooxml.ToUTF8(name, data); err != nil {
		return nil, err
	}
	return scan(name, declaredUTF8(data), p.Guard)
}

// write makes data the content of a part, new or not.
func (p *parts) write(name string, data []byte) {
	key := p.key(name)
	if p.Find(name) == nil && p.changed[key] == nil {
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
	var added []ooxml.Part
	for _, name := range p.added {
		added = append(added, ooxml.Part{Name: name, Data: p.changed[ooxml.PartKey(name)]})
	}
	return p.Rewrite(p.changed, added)
}

// fresh returns a name no part has; pattern holds a %d. Content types are asked
// too: some files have kept the type of a part that is gone.
func (p *parts) fresh(pattern string, types *contentTypes) string {
	for n := 1; ; n++ {
		name := strings.Replace(pattern, "%d", strconv.Itoa(n), 1)
		if !p.has(name) && !slices.Contains(types.overrides, ooxml.PartKey(name)) {
			return name
		}
	}
}

// relative is the address of a part as seen from another.
func relative(from, to string) string {
	a, b := strings.Split(from, "/"), strings.Split(to, "/")
	for len(a) > 1 && len(b) > 1 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	return strings.Repeat("../", len(a)-1) + strings.Join(b, "/")
}

// declaredUTF8 returns a part in UTF-8 whose declaration says nothing else.
func declaredUTF8(data []byte) []byte {
	declaration, rest, ok := bytes.Cut(data, []byte("?>"))
	if !ok || !bytes.HasPrefix(declaration, []byte("<?xml")) {
		return data
	}
	_, encoding, ok := bytes.Cut(declaration, []byte("encoding"))
	if !ok {
		return data
	}
	name := strings.ToLower(strings.TrimLeft(string(encoding), "= \t\r\n\"'"))
	if strings.HasPrefix(name, "utf-8") || strings.HasPrefix(name, "utf8") {
		return data
	}
	return append([]byte(strings.TrimSuffix(ooxml.Head, "\n")), rest...)
}
