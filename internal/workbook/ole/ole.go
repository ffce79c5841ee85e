// Package ole opens compound files (OLE2), the container of .xls and of encrypted
// workbooks: streams cut into sectors that are chained by a table.
//
// richardlehane/mscfb walks the same directory, but a file cannot make it stop by
// the reader's clock and memory, and streams of any size below 4096 bytes are looked
// for in small sectors whatever the header says; so this one stays.
package ole

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"

	"baocao/internal/diag"
	"baocao/internal/workbook"
)

// File is a compound file.
type File struct {
	data   []byte
	shift  uint     // a sector is 1<<shift bytes
	fat    []uint32 // for each sector the one that follows
	mini   []uint32 // the same for the small sectors
	all    chained  // the stream that all small sectors lie in
	small  []byte   // its content, once needed
	cutoff uint32   // streams below this size lie in small sectors
	root   []directoryEntry
	guard  *workbook.Guard
}

// directoryEntry is a stream of the root storage. Those of embedded objects lie
// in storages of their own and are none of this file's.
type directoryEntry struct {
	name string
	chained
}

// chained is where a stream begins and how long it is.
type chained struct{ start, size uint32 }

const (
	miniShift  = 6
	entrySize  = 128
	lastSector = 0xFFFFFFFA // greater values are marks, not sectors
	endOfChain = 0xFFFFFFFE
	noEntry    = 0xFFFFFFFF
	freeSector = 0xFFFFFFFF

	streamEntry = 2
	rootEntry   = 5
)

// damagedContainer is a refusal of its own each time, because readers add to it
// where it was met.
func damagedContainer() error { return workbook.Refuse("B120", nil) }

// Header begins every compound file.
const Header = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

// Open reads the directory of a file.
func Open(data []byte, g *workbook.Guard) (*File, error) {
	if len(data) < 512 || !bytes.HasPrefix(data, []byte(Header)) {
		return nil, damagedContainer()
	}
	u32 := func(at int) uint32 { return binary.LittleEndian.Uint32(data[at:]) }
	c := &File{data: data, shift: uint(binary.LittleEndian.Uint16(data[30:])), cutoff: u32(56), guard: g}
	if c.shift != 9 && c.shift != 12 || binary.LittleEndian.Uint16(data[32:]) != miniShift {
		return nil, damagedContainer()
	}
	if err := c.readFAT(u32(68)); err != nil {
		return nil, err
	}
	return c, c.readDirectory(u32(48))
}

// sectors is how many sectors the file has, the last one perhaps cut short.
func (c *File) sectors() int { return (len(c.data)+1<<c.shift-1)>>c.shift - 1 }

// sector returns what the file holds of a sector.
func (c *File) sector(n uint32) ([]byte, bool) {
	from := (int64(n) + 1) << c.shift
	if from >= int64(len(c.data)) {
		return nil, false
	}
	return c.data[from:min(from+1<<c.shift, int64(len(c.data)))], true
}

// table returns a sector that holds part of a table and must be whole.
func (c *File) table(n uint32) ([]byte, error) {
	s, ok := c.sector(n)
	if !ok || len(s) != 1<<c.shift {
		return nil, damagedContainer()
	}
	return s, nil
}

// readFAT reads the table of chains. Which sectors hold it tell the header and,
// in large files, a chain of sectors of their own.
func (c *File) readFAT(more uint32) error {
	add := func(list []byte) error {
		for ; len(list) >= 4; list = list[4:] {
			n := binary.LittleEndian.Uint32(list)
			if n == freeSector {
				continue
			}
			if len(c.fat) >= c.sectors() {
				return nil // every sector has its entry: what follows is left over
			}
			s, err := c.table(n)
			if err != nil {
				return err
			}
			if err := c.guard.Use(len(s)); err != nil {
				return err
			}
			c.fat = appendUint32s(c.fat, s)
		}
		return c.guard.Check()
	}
	if err := add(c.data[76:512]); err != nil {
		return err
	}
	for seen := 0; more < lastSector && len(c.fat) < c.sectors(); seen++ {
		s, err := c.table(more)
		if err != nil || seen > c.sectors() {
			return damagedContainer()
		}
		n := len(s) - 4
		if err := add(s[:n]); err != nil {
			return err
		}
		more = binary.LittleEndian.Uint32(s[n:])
	}
	return nil
}

func appendUint32s(dst []uint32, s []byte) []uint32 {
	for ; len(s) >= 4; s = s[4:] {
		dst = append(dst, binary.LittleEndian.Uint32(s))
	}
	return dst
}

// chain lists the sectors of a chain; at most want of them are needed, or all
// of them when want is negative.
func (c *File) chain(next []uint32, start uint32, want int) ([]uint32, error) {
	if err := c.guard.Check(); err != nil {
		return nil, err
	}
	if want > len(next) {
		return nil, damagedContainer()
	}
	if err := c.guard.Use(len(next)/8 + 1); err != nil {
		return nil, err
	}
	defer c.guard.Release(len(next)/8 + 1)
	seen := make([]byte, len(next)/8+1)
	var list []uint32
	for n := start; n != endOfChain && (want < 0 || len(list) < want); n = next[n] {
		if int64(n) >= int64(len(next)) || seen[n/8]&(1<<(n%8)) != 0 {
			return nil, damagedContainer()
		}
		seen[n/8] |= 1 << (n % 8)
		list = append(list, n)
	}
	if len(list) < want {
		return nil, damagedContainer()
	}
	return list, nil
}

// readMini reads the table of the small sectors and the stream they lie in.
// Files without a small stream may hold anything there.
func (c *File) readMini() error {
	if c.small != nil {
		return nil
	}
	list, err := c.chain(c.fat, binary.LittleEndian.Uint32(c.data[60:]), -1)
	if err != nil {
		return err
	}
	for _, n := range list {
		s, err := c.table(n)
		if err != nil {
			return err
		}
		if err := c.guard.Use(len(s)); err != nil {
			return err
		}
		c.mini = appendUint32s(c.mini, s)
	}
	c.small, err = c.content(c.all)
	return err
}

func (c *File) readDirectory(start uint32) error {
	list, err := c.chain(c.fat, start, -1)
	if err != nil {
		return err
	}
	var entries [][]byte
	for _, n := range list {
		s, err := c.table(n)
		if err != nil {
			return err
		}
		for ; len(s) >= entrySize; s = s[entrySize:] {
			entries = append(entries, s[:entrySize])
		}
	}
	if len(entries) == 0 || entries[0][66] != rootEntry {
		return damagedContainer()
	}
	root := entries[0]
	c.all = chained{binary.LittleEndian.Uint32(root[116:]), binary.LittleEndian.Uint32(root[120:])}
	return c.children(entries, binary.LittleEndian.Uint32(root[76:]))
}

// children collects the streams of the root storage: a binary tree, whose order
// is not relied upon.
func (c *File) children(entries [][]byte, first uint32) error {
	seen := make([]bool, len(entries))
	for todo := []uint32{first}; len(todo) > 0; {
		n := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if n == noEntry {
			continue
		}
		if int64(n) >= int64(len(entries)) || seen[n] {
			return damagedContainer()
		}
		seen[n] = true
		e := entries[n]
		todo = append(todo, binary.LittleEndian.Uint32(e[68:]), binary.LittleEndian.Uint32(e[72:]))
		if e[66] == streamEntry {
			size := binary.LittleEndian.Uint64(e[120:])
			if c.shift == 9 {
				size = uint64(uint32(size)) // the upper half may hold rubbish
			}
			if size > uint64(len(c.data)) {
				size = 1<<32 - 1 // more than there is: refused when it is read
			}
			c.root = append(c.root, directoryEntry{entryName(e),
				chained{binary.LittleEndian.Uint32(e[116:]), uint32(size)}})
		}
	}
	return nil
}

func entryName(e []byte) string {
	n := int(binary.LittleEndian.Uint16(e[64:]))
	var units []uint16
	for i := 0; i+2 <= min(n, 64); i += 2 {
		u := binary.LittleEndian.Uint16(e[i:])
		if u == 0 {
			break
		}
		units = append(units, u)
	}
	return string(utf16.Decode(units))
}

// Has tells whether the root storage has a stream of that name.
func (c *File) Has(name string) bool { return c.find(name) != nil }

func (c *File) find(name string) *directoryEntry {
	for i := range c.root {
		if strings.EqualFold(c.root[i].name, name) {
			return &c.root[i]
		}
	}
	return nil
}

// Stream returns a stream of the root storage, as long as the directory says.
func (c *File) Stream(name string) ([]byte, error) {
	e := c.find(name)
	if e == nil {
		return nil, workbook.Refuse("B122", diag.Args{"part": name})
	}
	switch {
	case e.size == 0:
		return nil, nil
	case int64(e.size) > int64(len(c.data)):
		return nil, damagedContainer()
	case e.size >= c.cutoff:
		return c.content(e.chained)
	}
	if err := c.readMini(); err != nil {
		return nil, err
	}
	list, err := c.chain(c.mini, e.start, (int(e.size)+1<<miniShift-1)>>miniShift)
	if err != nil {
		return nil, err
	}
	out := make([]byte, 0, len(list)<<miniShift)
	for _, n := range list {
		from := int(n) << miniShift
		if from > len(c.small) {
			return nil, damagedContainer()
		}
		out = append(out, c.small[from:min(from+1<<miniShift, len(c.small))]...)
	}
	return cutTo(out, e.size)
}

// content returns the first size bytes of a chain of sectors.
func (c *File) content(of chained) ([]byte, error) {
	start, size := of.start, of.size
	if size == 0 {
		return nil, damagedContainer()
	}
	if int64(size) > int64(len(c.data)) {
		return nil, damagedContainer()
	}
	list, err := c.chain(c.fat, start, int((int64(size)+1<<c.shift-1)>>c.shift))
	if err != nil {
		return nil, err
	}
	if n := len(list); int(list[n-1]-list[0]) == n-1 && inOrder(list) {
		// Most files are written in one go: no copy needed.
		from := (int64(list[0]) + 1) << c.shift
		if from+int64(size) > int64(len(c.data)) {
			return nil, damagedContainer()
		}
		return c.data[from : from+int64(size)], nil
	}
	if err := c.guard.Use(len(list) << c.shift); err != nil {
		return nil, err
	}
	out := make([]byte, 0, len(list)<<c.shift)
	for i, n := range list {
		s, ok := c.sector(n)
		if !ok || i < len(list)-1 && len(s) != 1<<c.shift {
			return nil, damagedContainer()
		}
		out = append(out, s...)
	}
	return cutTo(out, size)
}

func inOrder(list []uint32) bool {
	for i := range list {
		if list[i] != list[0]+uint32(i) {
			return false
		}
	}
	return true
}

func cutTo(s []byte, size uint32) ([]byte, error) {
	if int64(len(s)) < int64(size) {
		return nil, damagedContainer()
	}
	return s[:size], nil
}
