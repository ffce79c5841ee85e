package ooxml

import (
	"bytes"
	"fmt"
	"hash/crc32"
	"strings"
	"testing"
)

// A long part is packed in pieces, some by who made them before the part was begun: it
// reads as one, and another reader's checksum is that of the whole.
func TestAPartIsPackedInPieces(t *testing.T) {
	t.Parallel()
	var rows strings.Builder
	for i := range 40_000 {
		fmt.Fprintf(&rows, "<row r=\"%d\">số việc %d</row>", i, i*i%977)
	}
	const head, tail = "<sheet>", "</sheet>"
	written := func(sizes ...int) []byte {
		var early Content
		rest := rows.String()
		for i := 0; rest != ""; i++ {
			n := min(len(rest), sizes[i%len(sizes)])
			early.Take(append(NewPiece(), rest[:n]...))
			rest = rest[n:]
		}
		var out bytes.Buffer
		w := NewWriter(&out)
		p := w.Part("xl/sheet.xml")
		_, _ = p.Write([]byte(head))
		p.Add(&early)
		_, _ = p.Write([]byte(tail))
		w.Part("xl/empty.xml")
		_, _ = w.Part("xl/whole.xml").Write([]byte(rows.String()))
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	}
	for _, sizes := range [][]int{{PieceSize}, {1, PieceSize}, {len(rows.String())}} {
		data := written(sizes...)
		a := open(t, data)
		for name, want := range map[string]string{"xl/sheet.xml": head + rows.String() + tail, "xl/empty.xml": "",
			"xl/whole.xml": rows.String()} {
			if got, err := a.Read(name); err != nil || string(got) != want {
				t.Errorf("%v: %s has %d bytes, want %d: %v", sizes, name, len(got), len(want), err)
			}
		}
		for range 20 { // whatever the packers have packed before, and which of them takes a piece
			if !bytes.Equal(written(sizes...), data) {
				t.Fatalf("%v: the same parts gave other bytes", sizes)
			}
		}
	}
}

func TestTheSumOfBoth(t *testing.T) {
	t.Parallel()
	data := []byte(strings.Repeat("Số hộ nghèo 12,5\x00\xff", 999))
	for _, cut := range []int{0, 1, 2, 255, 4096, len(data) - 1, len(data)} {
		got := sumOfBoth(crc32.ChecksumIEEE(data[:cut]), crc32.ChecksumIEEE(data[cut:]), len(data)-cut)
		if want := crc32.ChecksumIEEE(data); got != want {
			t.Errorf("cut at %d: %08x, want %08x", cut, got, want)
		}
	}
}
