package workbook

import (
	"bytes"
	"context"
	"crypto/rc4"
	"crypto/sha1"
	"fmt"
	"os"
	"testing"

	"github.com/xuri/excelize/v2"
)

// lockedBook is a workbook saved with a password.
func lockedBook(tb testing.TB, password string) []byte {
	tb.Helper()
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetCellStr("Sheet1", "A1", "Tỷ lệ hộ nghèo"); err != nil {
		tb.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out, excelize.Options{Password: password}); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

func TestAProtectedWorkbookOpensWithOneOfThePasswords(t *testing.T) {
	data := lockedBook(t, "Quận 2022")
	for _, c := range []struct {
		passwords []string
		code      string
	}{
		{nil, "B111"}, {[]string{"khác", "Quận2022"}, "B111"}, {[]string{"khác", "Quận 2022"}, ""},
	} {
		lim := DefaultLimits()
		lim.Passwords = c.passwords
		b, problems := Read(context.Background(), "a.xlsx", data, lim)
		if c.code != "" && (b != nil || len(problems) != 1 || problems[0].Code != c.code) || c.code == "" && (b == nil || b.Sheets[0].At(1, 1).Text != "Tỷ lệ hộ nghèo") {
			t.Errorf("%q: %v %v", c.passwords, b != nil, problems)
		}
	}
	if b, problems := Read(context.Background(), "a.xlsx", lockedBook(t, openByDefault), DefaultLimits()); b == nil {
		t.Errorf("a workbook protected against changes only: %v", problems)
	}
}

func TestAPasswordThatWouldBeHashedForHoursIsNotTried(t *testing.T) {
	data := bytes.Replace(lockedBook(t, "a"), []byte(`spinCount="100000"`), []byte(`spinCount="999999999"`[:18]), 1)
	if !bytes.Contains(data, []byte(`spinCount="9999999`)) {
		t.Skip("the library writes the count elsewhere")
	}
	lim := DefaultLimits()
	lim.Passwords = []string{"a"}
	if b, problems := Read(context.Background(), "a.xlsx", data, lim); b != nil || problems[0].Code != "B111" {
		t.Error(problems)
	}
}

func FuzzProtected(f *testing.F) {
	f.Add(lockedBook(f, "a"))
	f.Fuzz(func(t *testing.T, data []byte) {
		lim := DefaultLimits()
		lim.Passwords = []string{"a"}
		Read(context.Background(), "a.xlsx", data, lim)
	})
}

func TestAProtectedXLSOpensWithOneOfThePasswords(t *testing.T) {
	data, err := os.ReadFile("testdata/protected/locked.xls")
	if err != nil {
		t.Fatal(err)
	}
	lim := DefaultLimits()
	if b, problems := Read(context.Background(), "a.xls", data, lim); b != nil || len(problems) != 1 || problems[0].Code != "B111" {
		t.Error(problems)
	}
	lim.Passwords = []string{"khác", "Quan2022"}
	b, problems := Read(context.Background(), "a.xls", data, lim)
	if b == nil {
		t.Fatal(problems)
	}
	s := b.Sheets[0]
	for i := range 40 {
		if text, n := s.At(i+1, 1), s.At(i+1, 2); text.Text != fmt.Sprintf("Tỷ lệ hộ nghèo %d", i) || n.Number.Plain() != fmt.Sprintf("%d.25", i) {
			t.Errorf("row %d: %q %s", i+1, text.Text, n.Number.Plain())
		}
	}
	if len(s.Cells) != 80 {
		t.Errorf("%d cells", len(s.Cells))
	}
	for cut := 0; cut < len(data); cut += 997 {
		if b, _ := Read(context.Background(), "a.xls", data[:cut], lim); b != nil && len(b.Sheets[0].Cells) != 80 {
			t.Fatalf("cut at %d: read in part", cut)
		}
	}
}

// No program at hand writes the lock of Excel 2003 (RC4 CryptoAPI): this one is
// made after the specification, record by record.
func TestTheLockOfExcel2003(t *testing.T) {
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
		info := bytes.Join([][]byte{{1, 0, 2, 0, 2, 0}, u32(4), u32(len(header)), header, u32(16), salt, head[:16], u32(20), head[16:36]}, nil)
		record := func(kind int, body []byte) []byte {
			return append([]byte{byte(kind), byte(kind >> 8), byte(len(body)), byte(len(body) >> 8)}, body...)
		}
		plain := bytes.Join([][]byte{record(0x809, make([]byte, 16)), record(0x2F, info), record(0x85, []byte("place\x00sheet")), record(0x1234, bytes.Repeat([]byte("x"), 3000))}, nil)
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
		lim := DefaultLimits()
		if _, err := unlocked(locked, lim, newGuard(context.Background(), lim)); err == nil {
			t.Errorf("%d bits: opened without the password", bits)
		}
		lim.Passwords = []string{"Qu\u1e55"}
		got, err := unlocked(locked, lim, newGuard(context.Background(), lim))
		if err != nil {
			t.Fatalf("%d bits: %v", bits, err)
		}
		plain[20], plain[21] = 0, 0
		if !bytes.Equal(got, plain) {
			t.Errorf("%d bits: not what was locked", bits)
		}
	}
}
