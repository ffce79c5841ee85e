package xls

import (
	"bytes"
	"context"
	"crypto/rc4"
	"crypto/sha1"
	"testing"

	"baocao/internal/workbook"
)

// No program at hand writes the lock of Excel 2003 (RC4 CryptoAPI): this one is
// made after the specification, record by record.
func TestTheLockOfExcel2003(t *testing.T) {
	t.Parallel()
	for _, bits := range []int{40, 128} {
		salt, verifier := []byte("0123456789abcdef"), []byte("VERIFIERverifier")
		base := sha1.Sum(append(bytes.Clone(salt), "Q\x00u\x00\x55\x1e"...)) // the password Quṕ
		key := func(block byte) []byte {
			h := sha1.Sum(append(bytes.Clone(base[:]), block, 0, 0, 0))
			if bits == 40 {
				return append(h[:5:5], make([]byte, 11)...)
			}
			return h[:16]
		}
		first, err := rc4.NewCipher(key(0))
		if err != nil {
			t.Fatal(err)
		}
		hash := sha1.Sum(verifier)
		head := make([]byte, 2*len(verifier)+4)
		first.XORKeyStream(head[:16], verifier)
		first.XORKeyStream(head[16:36], hash[:])
		u32 := func(n int) []byte { return []byte{byte(n), byte(n >> 8), 0, 0} }
		header := bytes.Join([][]byte{u32(4), u32(0), u32(0x6801), u32(0x8004), u32(bits), u32(1), u32(0), u32(0)}, nil)
		info := bytes.Join([][]byte{{1, 0, 2, 0, 2, 0}, u32(4), u32(len(header)), header, u32(16), salt, head[:16],
			u32(20), head[16:36]}, nil)
		record := func(kind int, body []byte) []byte {
			return append([]byte{byte(kind), byte(kind >> 8), byte(len(body)), byte(len(body) >> 8)}, body...)
		}
		plain := bytes.Join([][]byte{record(0x809, make([]byte, 16)), record(0x2F, info),
			record(0x85, []byte("place\x00sheet")), record(0x1234, bytes.Repeat([]byte("x"), 3000))}, nil)
		locked := bytes.Clone(plain)
		at := 20 + 4 + len(info)
		readable := map[int]bool{}
		for i := range 8 { // the head of BOUNDSHEET and where the sheet begins
			readable[at+i] = true
		}
		for i := range 4 {
			readable[at+4+11+i] = true
		}
		for block := 0; block*1024 < len(plain); block++ {
			c, err := rc4.NewCipher(key(byte(block)))
			if err != nil {
				t.Fatal(err)
			}
			mask := make([]byte, 1024)
			c.XORKeyStream(mask, mask)
			for i := range mask {
				if j := block*1024 + i; j >= at && j < len(plain) && !readable[j] {
					locked[j] ^= mask[i]
				}
			}
		}
		lim := workbook.DefaultLimits()
		if _, err := unlocked(locked, workbook.NewGuard(context.Background(), lim)); err == nil {
			t.Errorf("%d bits: opened without the password", bits)
		}
		lim.Passwords = []string{"Qu\u1e55"}
		got, err := unlocked(locked, workbook.NewGuard(context.Background(), lim))
		if err != nil {
			t.Fatalf("%d bits: %v", bits, err)
		}
		plain[20], plain[21] = recMMS, 0
		if !bytes.Equal(got, plain) {
			t.Errorf("%d bits: not what was locked", bits)
		}
	}
}
