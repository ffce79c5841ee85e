// Package oletest writes compound files for tests: no program at hand writes them
// in all the ways they come.
package oletest

import (
	"bytes"
	"encoding/binary"

	"baocao/internal/workbook/ole"
)

// Stream is one stream of a file.
type Stream struct {
	Name string
	Data []byte
}

// Marks in the tables of a file, and kinds of directory entries.
const (
	EndOfChain = 0xFFFFFFFE
	FreeSector = 0xFFFFFFFF

	noEntry     = 0xFFFFFFFF
	entrySize   = 128
	streamEntry = 2
	rootEntry   = 5
)

// Wide is a name of ASCII letters as the directory stores it.
func Wide(s string) []byte {
	out := make([]byte, 0, 2*len(s))
	for i := range len(s) {
		out = append(out, s[i], 0)
	}
	return out
}

// File is a compound file of streams in its root storage, in sectors of 512 or 4096
// bytes. The sectors of large streams lie backwards when the size is given as one
// more.
func File(sector int, streams ...Stream) []byte {
	backwards := sector%2 == 1
	sector &^= 1
	var body []byte // all sectors after the header
	var fat []uint32
	add := func(data []byte, reverse bool) uint32 {
		n := (len(data) + sector - 1) / sector
		if n == 0 {
			return EndOfChain
		}
		first := len(fat)
		block := make([]byte, n*sector)
		for i := range n {
			at := i
			if reverse {
				at = n - 1 - i
			}
			copy(block[at*sector:(at+1)*sector], data[i*sector:min((i+1)*sector, len(data))])
			next := uint32(first + i + 1)
			switch {
			case reverse && i == n-1, !reverse && i == n-1:
				next = EndOfChain
			}
			fat = append(fat, next)
		}
		if reverse { // sector first+n-1 begins, each goes on with the one before
			for i := range n {
				fat[first+i] = uint32(first + i - 1)
			}
			fat[first] = EndOfChain
			body = append(body, block...)
			return uint32(first + n - 1)
		}
		body = append(body, block...)
		return uint32(first)
	}
	var small []byte
	var mini []uint32
	type placed struct{ start, size uint32 }
	at := make([]placed, len(streams))
	for i, s := range streams {
		if len(s.Data) >= 4096 {
			at[i] = placed{add(s.Data, backwards), uint32(len(s.Data))}
			continue
		}
		at[i] = placed{uint32(len(mini)), uint32(len(s.Data))}
		for n := (len(s.Data) + 63) / 64; n > 0; n-- {
			next := uint32(len(mini) + 1)
			if n == 1 {
				next = EndOfChain
			}
			mini = append(mini, next)
		}
		small = append(small, s.Data...)
		small = append(small, make([]byte, (64-len(s.Data)%64)%64)...)
	}
	root := placed{add(small, false), uint32(len(small))}
	miniFAT := add(le(mini), false)
	entry := func(name string, kind byte, child, right uint32, p placed) []byte {
		e := make([]byte, entrySize)
		copy(e, Wide(name))
		binary.LittleEndian.PutUint16(e[64:], uint16(2*len(name)+2))
		e[66] = kind
		copy(e[68:], le(uint32(noEntry), right, child))
		copy(e[116:], le(p.start, p.size))
		return e
	}
	dir := entry("Root Entry", rootEntry, 1, noEntry, root)
	for i, s := range streams {
		right := uint32(i + 2)
		if i == len(streams)-1 {
			right = noEntry
		}
		dir = append(dir, entry(s.Name, streamEntry, noEntry, right, at[i])...)
	}
	directory := add(dir, false)
	perSector := sector / 4
	fats, difats := 0, 0
	for {
		need := (len(fat) + fats + difats + perSector - 1) / perSector
		more := max(0, (need-109+perSector-2)/(perSector-1))
		if need == fats && more == difats {
			break
		}
		fats, difats = need, more
	}
	firstFAT, firstDIFAT := len(fat), len(fat)+fats
	for range fats {
		fat = append(fat, 0xFFFFFFFD)
	}
	for range difats {
		fat = append(fat, 0xFFFFFFFC)
	}
	for len(fat)%perSector != 0 {
		fat = append(fat, FreeSector)
	}
	body = append(body, le(fat)...)
	list := func(from, n int) []uint32 {
		out := make([]uint32, n)
		for i := range out {
			out[i] = FreeSector
			if from+i < fats {
				out[i] = uint32(firstFAT + from + i)
			}
		}
		return out
	}
	nextDIFAT := uint32(EndOfChain)
	if difats > 0 {
		nextDIFAT = uint32(firstDIFAT)
	}
	for i := range difats {
		next := uint32(EndOfChain)
		if i < difats-1 {
			next = uint32(firstDIFAT + i + 1)
		}
		body = append(body, le(list(109+i*(perSector-1), perSector-1), next)...)
	}
	shift, version := uint16(9), uint16(3)
	if sector == 4096 {
		shift, version = 12, 4
	}
	head := le([]byte(ole.Header), make([]byte, 16), uint16(0x3E), version, uint16(0xFFFE), shift, uint16(6),
		make([]byte, 6), uint32(0), uint32(fats), directory,
		uint32(0), uint32(4096), miniFAT, uint32(1), nextDIFAT, uint32(difats), list(0, 109))
	return append(append(head, make([]byte, sector-len(head))...), body...)
}

// le is values one after the other, the least significant byte first.
func le(values ...any) []byte {
	var b bytes.Buffer
	for _, v := range values {
		if err := binary.Write(&b, binary.LittleEndian, v); err != nil {
			panic(err)
		}
	}
	return b.Bytes()
}
