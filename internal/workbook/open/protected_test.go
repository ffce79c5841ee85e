package open

import (
	"bytes"
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha512"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"os"
	"testing"

	"github.com/xuri/excelize/v2"

	"baocao/internal/workbook"
	"baocao/internal/workbook/ole/oletest"
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
	t.Parallel()
	data := lockedBook(t, "Quận 2022")
	for _, c := range []struct {
		passwords []string
		code      string
	}{
		{nil, "B111"}, {[]string{"khác", "Quận2022"}, "B111"}, {[]string{"khác", "Quận 2022"}, ""},
	} {
		lim := workbook.DefaultLimits()
		lim.Passwords = c.passwords
		b, problems := Read(context.Background(), "a.xlsx", data, lim)
		if c.code != "" && (b != nil || len(problems) != 1 || problems[0].Code != c.code) || c.code == "" &&
			(b == nil || b.Sheets[0].At(1, 1).Text != "Tỷ lệ hộ nghèo") {
			t.Errorf("%q: %v %v", c.passwords, b != nil, problems)
		}
	}
	if b, problems := Read(context.Background(), "a.xlsx", lockedBook(t, "VelvetSweatshop"),
		workbook.DefaultLimits()); b == nil {
		t.Errorf("a workbook protected against changes only: %v", problems)
	}
}

// lockedAgain is a workbook locked as Excel has done it since 2010 ("agile", [MS-OFFCRYPTO]
// 2.3.4.10), which the library reads but does not write. The password is hashed spins
// times; what the file says about that is told as it stands in its XML.
func lockedAgain(tb testing.TB, plain []byte, password string, spins int, told string) []byte {
	tb.Helper()
	hash := func(parts ...[]byte) []byte {
		sum := sha512.Sum512(bytes.Join(parts, nil))
		return sum[:]
	}
	le := func(n int) []byte { return binary.LittleEndian.AppendUint32(nil, uint32(n)) }
	encrypt := func(key, iv, data []byte) []byte {
		block, err := aes.NewCipher(key)
		if err != nil {
			tb.Fatal(err)
		}
		out := append(bytes.Clone(data), make([]byte, (16-len(data)%16)%16)...)
		cipher.NewCBCEncrypter(block, iv).CryptBlocks(out, out)
		return out
	}
	salt, dataSalt, secret := []byte("0123456789abcdef"), []byte("fedcba9876543210"), bytes.Repeat([]byte("secret!!"),
		4)
	var typed []byte
	for _, r := range password {
		typed = append(typed, byte(r), byte(r>>8))
	}
	key := hash(salt, typed)
	for i := range spins {
		key = hash(le(i), key)
	}
	key = hash(key, []byte{0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6})[:32]
	base64 := base64.StdEncoding.EncodeToString
	const looks = `saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" ` +
		`cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512"`
	info := `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` +
		`<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" ` +
		`xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password">` +
		`<keyData ` + looks + ` saltValue="` + base64(dataSalt) +
		`"/><keyEncryptors><keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password">` +
		`<p:encryptedKey spinCount="` + told + `" ` + looks + ` saltValue="` + base64(salt) + `" encryptedKeyValue="` +
		base64(encrypt(key, salt, secret)) + `"/></keyEncryptor></keyEncryptors></encryption>`
	content := binary.LittleEndian.AppendUint64(nil, uint64(len(plain)))
	for i := 0; 4096*i < len(plain); i++ {
		content = append(content,
			encrypt(secret, hash(dataSalt, le(i))[:16], plain[4096*i:min(4096*(i+1), len(plain))])...)
	}
	return oletest.File(512,
		oletest.Stream{Name: "EncryptionInfo", Data: append([]byte{4, 0, 4, 0, 0x40, 0, 0, 0}, info...)},
		oletest.Stream{Name: "EncryptedPackage", Data: content})
}

// A file can ask for a password to be hashed for hours, which nothing interrupts.
func TestAPasswordThatWouldBeHashedForHoursIsNotTried(t *testing.T) {
	t.Parallel()
	plain := tiny(`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`)
	lim := workbook.DefaultLimits()
	lim.Passwords = []string{"Quan2022"}
	for _, c := range []struct {
		spins int
		told  string
		opens bool
	}{
		{7, "7", true}, {7, " 7 ", true}, {7, "007", true}, {7, "&#55;", true},
		{maxSpins + 1, "1000001", false}, {maxSpins + 1, "&#49;00000&#49;", false}, // the right password, and yet
		{7, "-1", false}, {7, "", false}, {7, "99999999999999999999", false}, {7, `7" x:spinCount="1000001`,
			false}, {7, `7"><`, false},
	} {
		b, problems := Read(context.Background(), "a.xlsx", lockedAgain(t, plain, "Quan2022", c.spins, c.told), lim)
		if (b != nil) != c.opens || !c.opens && problems[0].Code != "B111" || c.opens && b.Sheets[0].At(1, 1).
			Text != "Chỉ tiêu" {
			t.Errorf("%q: opened %v, %v", c.told, b != nil, problems)
		}
	}
}

func FuzzProtected(f *testing.F) {
	f.Add(lockedBook(f, "a"))
	f.Add(lockedAgain(f, tiny(""), "a", 3, "3"))
	f.Fuzz(func(t *testing.T, data []byte) {
		lim := workbook.DefaultLimits()
		lim.Passwords = []string{"a"}
		b, problems := Read(context.Background(), "a.xlsx", data, lim)
		if b == nil && (len(problems) == 0 || problems[0].Code == "B132") {
			t.Fatalf("refused without a reason: %v", problems)
		}
	})
}

func TestAProtectedXLSOpensWithOneOfThePasswords(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("testdata/protected/locked.xls")
	if err != nil {
		t.Fatal(err)
	}
	lim := workbook.DefaultLimits()
	if b, problems := Read(context.Background(), "a.xls", data, lim); b != nil || len(problems) != 1 ||
		problems[0].Code != "B111" {
		t.Error(problems)
	}
	lim.Passwords = []string{"khác", "Quan2022"}
	b, problems := Read(context.Background(), "a.xls", data, lim)
	if b == nil {
		t.Fatal(problems)
	}
	s := b.Sheets[0]
	for i := range 40 {
		if text, n := s.At(i+1, 1), s.At(i+1, 2); text.Text != fmt.Sprintf("Tỷ lệ hộ nghèo %d", i) ||
			n.Number.Plain() != fmt.Sprintf("%d.25", i) {
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
