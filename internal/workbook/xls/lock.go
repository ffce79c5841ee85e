package xls

import (
	"bytes"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha1"
	"encoding/binary"
	"unicode/utf16"

	"baocao/internal/workbook"
)

// The records that a protected workbook stream leaves readable, beside the
// heads of all records ([MS-XLS] 2.2.10).
const (
	recInterfaceHdr = 0x00E1
	recFileLock     = 0x0195
	recUsrExcl      = 0x0194
	recRRDInfo      = 0x0196
	recRRDHead      = 0x0138
)

// lockBlock is how many bytes of the stream share a key.
const lockBlock = 1024

// unlocked returns a workbook stream in plain, or as it is when nothing locks
// it. A lock that none of the passwords opens is B111.
func unlocked(stream []byte, g *workbook.Guard) ([]byte, error) {
	at, ok := lockRecord(stream)
	if !ok {
		return stream, nil
	}
	size := int(binary.LittleEndian.Uint16(stream[at+2:]))
	info := stream[at+4 : at+4+size]
	for _, password := range g.AllPasswords() {
		key := keyOf(info, password)
		if key == nil {
			continue
		}
		if err := g.Use(len(stream)); err != nil {
			return nil, err
		}
		plain := bytes.Clone(stream)
		// The lock is open: nothing must take the stream for locked again.
		binary.LittleEndian.PutUint16(plain[at:], recMMS)
		return plain, unlock(plain, at, key, g)
	}
	return nil, workbook.Refuse("B111", nil)
}

// lockRecord finds the record that says how the stream is locked; it stands
// among the first.
func lockRecord(stream []byte) (at int, ok bool) {
	for i := 0; i+4 <= len(stream) && i < 4096; {
		size := int(binary.LittleEndian.Uint16(stream[i+2:]))
		if i+4+size > len(stream) {
			return 0, false
		}
		if binary.LittleEndian.Uint16(stream[i:]) == recFilePass {
			return i, true
		}
		i += 4 + size
	}
	return 0, false
}

// blockKey gives the key of each block of the stream.
type blockKey func(block uint32) []byte

// keyOf derives the keys from a password; nil when it is not the password, or
// when the lock is of another kind than the two that Office has used since 97.
func keyOf(info []byte, password string) blockKey {
	if len(info) < 6 || binary.LittleEndian.Uint16(info) != 1 {
		return nil
	}
	major, minor := binary.LittleEndian.Uint16(info[2:]), binary.LittleEndian.Uint16(info[4:])
	switch {
	case major == 1 && minor == 1:
		return keyOf97(info[6:], password)
	case major >= 2 && major <= 4 && minor == 2:
		return keyOfCryptoAPI(info[6:], password)
	}
	return nil
}

func utf16le(s string) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(s)) {
		out = binary.LittleEndian.AppendUint16(out, u)
	}
	return out
}

// keyOf97 is [MS-OFFCRYPTO] 2.3.6: MD5, 40 bits of secret, RC4.
func keyOf97(info []byte, password string) blockKey {
	if len(info) < 48 {
		return nil
	}
	salt, verifier, hash := info[:16], info[16:32], info[32:48]
	first := md5.Sum(utf16le(password))
	second := md5.Sum(bytes.Repeat(append(first[:5:5], salt...), 16))
	key := func(block uint32) []byte {
		sum := md5.Sum(binary.LittleEndian.AppendUint32(second[:5:5], block))
		return sum[:]
	}
	plain := crypted(key(0), verifier, hash)
	want := md5.Sum(plain[:16])
	if !bytes.Equal(want[:], plain[16:]) {
		return nil
	}
	return key
}

// keyOfCryptoAPI is [MS-OFFCRYPTO] 2.3.5: SHA-1, RC4 of 40 to 128 bits.
func keyOfCryptoAPI(info []byte, password string) blockKey {
	u32 := func(s []byte) int { return int(binary.LittleEndian.Uint32(s)) }
	if len(info) < 8 {
		return nil
	}
	header := u32(info[4:])
	if header < 32 || header > len(info)-8 {
		return nil
	}
	bits := u32(info[8+16:])
	if bits == 0 {
		bits = 40
	}
	rest := info[8+header:]
	if bits < 40 || bits > 128 || bits%8 != 0 || len(rest) < 60 || u32(rest) != 16 {
		return nil
	}
	salt, verifier, hash := rest[4:20], rest[20:36], rest[40:60]
	base := sha1.Sum(append(bytes.Clone(salt), utf16le(password)...))
	key := func(block uint32) []byte {
		sum := sha1.Sum(binary.LittleEndian.AppendUint32(base[:len(base):len(base)], block))
		if bits == 40 { // 40 bits of secret in a key of 128
			return append(sum[:5:5], make([]byte, 11)...)
		}
		return sum[:bits/8]
	}
	plain := crypted(key(0), verifier, hash)
	want := sha1.Sum(plain[:16])
	if !bytes.Equal(want[:], plain[16:]) {
		return nil
	}
	return key
}

// crypted runs one key stream over several parts, one after another.
func crypted(key []byte, parts ...[]byte) []byte {
	out := bytes.Join(parts, nil)
	if c, err := rc4.NewCipher(key); err == nil {
		c.XORKeyStream(out, out)
	}
	return out
}

// unlock turns what follows the lock in a stream into plain, in place. The key
// stream runs on under what is not encrypted.
func unlock(stream []byte, lock int, key blockKey, g *workbook.Guard) error {
	mask := make([]byte, (len(stream)+lockBlock-1)/lockBlock*lockBlock)
	if err := g.Use(len(mask)); err != nil {
		return err
	}
	for i := 0; i < len(mask); i += lockBlock {
		if i&0xFFFFF == 0 {
			if err := g.Check(); err != nil {
				return err
			}
		}
		copy(mask[i:], crypted(key(uint32(i/lockBlock)), mask[i:i+lockBlock]))
	}
	for i := 0; i+4 <= len(stream); {
		kind, size := binary.LittleEndian.Uint16(stream[i:]), int(binary.LittleEndian.Uint16(stream[i+2:]))
		from, to := i+4, min(i+4+size, len(stream))
		switch kind {
		case recBOF, recInterfaceHdr, recFileLock, recUsrExcl, recRRDInfo, recRRDHead:
			from = to
		case recBoundSheet: // where the sheet begins is readable
			from = min(from+4, to)
		}
		for j := from; i > lock && j < to; j++ {
			stream[j] ^= mask[j]
		}
		i = to
	}
	g.Release(len(mask))
	return nil
}
