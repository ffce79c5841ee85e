package ooxml

import (
	"archive/zip"
	"bytes"
	"hash/crc32"
	"io"
	"runtime"
	"sync"

	"github.com/klauspost/compress/flate"

	"baocao/internal/mishap"
)

// Content is that of a part, or of some of it. It is packed piece by piece, beside the work
// that makes it, so that what is held of it is its packed bytes. The zero Content is empty.
type Content struct {
	open   []byte
	pieces []*piece
}

// PieceSize is how much content is packed at once.
const PieceSize = 1 << 18

// piece is some content, packed so that more can stand behind it in the same stream.
type piece struct {
	size     int
	sum      uint32 // CRC-32
	packed   []byte
	err      error
	panicked *mishap.Panic
	ready    chan struct{} // closed when it is packed
}

// NewPiece is room for a piece that Take takes.
func NewPiece() []byte { return (*rooms.Get().(*[]byte))[:0] }

// Take adds data, whose room is used up.
func (c *Content) Take(data []byte) {
	c.pack()
	c.open = data
	c.pack()
}

// Write adds data.
func (c *Content) Write(data []byte) (int, error) {
	for rest := data; len(rest) > 0; {
		if c.open == nil && len(c.pieces) > 0 { // a long part: no more growing
			c.open = NewPiece()
		}
		n := min(len(rest), PieceSize-len(c.open))
		c.open = append(c.open, rest[:n]...)
		rest = rest[n:]
		if len(c.open) == PieceSize {
			c.pack()
		}
	}
	return len(data), nil
}

// Add adds other content, which gets no more.
func (c *Content) Add(other *Content) {
	c.pack()
	other.pack()
	c.pieces = append(c.pieces, other.pieces...)
}

// pack packs what is not packed.
func (c *Content) pack() {
	data := c.open
	c.open = nil
	if len(data) == 0 {
		return
	}
	p := &piece{size: len(data), ready: make(chan struct{})}
	c.pieces = append(c.pieces, p)
	turns() <- struct{}{}
	go func() {
		p.panicked = mishap.Try(func() { p.err = p.pack(data) })
		if cap(data) >= PieceSize {
			rooms.Put(&data)
		}
		<-turns()
		close(p.ready)
	}()
}

// turns are taken by the pieces that are being packed: as many as there are processors, so
// that no more of them wait than are worked on.
var turns = sync.OnceValue(func() chan struct{} { return make(chan struct{}, runtime.GOMAXPROCS(0)) })

// rooms are those of pieces, packers what packs them: each takes a good part of a megabyte.
var (
	rooms   = sync.Pool{New: func() any { return new(make([]byte, 0, PieceSize*9/8)) }}
	packers sync.Pool
)

// packer packs one piece after another.
type packer struct {
	*flate.Writer
	out bytes.Buffer
}

func newPacker() (*packer, error) {
	if p, ok := packers.Get().(*packer); ok {
		return p, nil
	}
	p := new(packer)
	var err error
	p.Writer, err = flate.NewWriter(&p.out, 6)
	return p, err
}

func (p *piece) pack(data []byte) error {
	p.sum = crc32.ChecksumIEEE(data)
	w, err := newPacker()
	if err != nil {
		return err
	}
	defer packers.Put(w)
	w.out.Reset()
	w.Reset(&w.out)
	if _, err := w.Write(data); err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	p.packed = bytes.Clone(w.out.Bytes())
	return nil
}

// endOfStream is a last block without content.
const endOfStream = "\x03\x00"

// writeTo writes the content as a file of an archive.
func (c *Content) writeTo(w *zip.Writer, header *zip.FileHeader) error {
	c.pack()
	header.Method = zip.Deflate
	header.CompressedSize64 = uint64(len(endOfStream))
	for _, p := range c.pieces {
		<-p.ready
		p.panicked.Again()
		if p.err != nil {
			return p.err
		}
		header.CRC32 = sumOfBoth(header.CRC32, p.sum, p.size)
		header.CompressedSize64 += uint64(len(p.packed))
		header.UncompressedSize64 += uint64(p.size)
	}
	to, err := w.CreateRaw(header)
	if err != nil {
		return err
	}
	for _, p := range c.pieces {
		if _, err := to.Write(p.packed); err != nil {
			return err
		}
	}
	_, err = io.WriteString(to, endOfStream)
	return err
}

// sumOfBoth is the CRC-32 of something and what stands behind it, so long, by the sums of
// both: a sum is a remainder of polynomials, with the highest power in the lowest bit, and
// each byte behind multiplies it by x to the eighth.
func sumOfBoth(sum, behind uint32, length int) uint32 {
	const one = 1 << 31
	shift, power := uint32(one), uint32(one>>8)
	for ; length > 0; length >>= 1 {
		if length&1 > 0 {
			shift = product(shift, power)
		}
		power = product(power, power)
	}
	return product(sum, shift) ^ behind
}

// product is that of two such polynomials, as a remainder.
func product(a, b uint32) (p uint32) {
	for ; a != 0; a <<= 1 {
		if a&(1<<31) != 0 {
			p ^= b
		}
		b = b>>1 ^ b&1*crc32.IEEE
	}
	return p
}
