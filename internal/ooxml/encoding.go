package ooxml

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"baocao/internal/workbook"
)

// forbiddenByte finds a control character XML does not allow, or -1. Eight
// bytes are looked at together.
func forbiddenByte(s []byte) int {
	const ones, highs = 0x0101010101010101, 0x8080808080808080
	i := 0
	for ; i+8 <= len(s); i += 8 {
		w := binary.LittleEndian.Uint64(s[i:])
		if (w-ones*0x20)&^w&highs == 0 {
			continue
		}
		for j := i; j < i+8; j++ {
			if s[j] < 0x20 && !IsSpace(s[j]) {
				return j
			}
		}
	}
	for ; i < len(s); i++ {
		if s[i] < 0x20 && !IsSpace(s[i]) {
			return i
		}
	}
	return -1
}

// ToUTF8 returns an XML part of a file in UTF-8. It drops a byte order mark and
// turns UTF-16 into UTF-8. Any other encoding a part may declare is refused unless
// it makes no difference.
func ToUTF8(part string, data []byte) ([]byte, error) {
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(data, []byte("\xEF\xBB\xBF")):
		return data[3:], nil
	case bytes.HasPrefix(data, []byte("\xFF\xFE")):
		order, data = binary.LittleEndian, data[2:]
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		order, data = binary.BigEndian, data[2:]
	case bytes.HasPrefix(data, []byte("<\x00")):
		order = binary.LittleEndian
	case bytes.HasPrefix(data, []byte("\x00<")):
		order = binary.BigEndian
	default:
		if enc := declaredEncoding(data); enc != "" && enc != "utf-8" && enc != "utf8" && !isASCII(data) {
			return nil, workbook.Malformed(part, 0)
		}
		return data, nil
	}
	if len(data)%2 != 0 {
		return nil, workbook.Malformed(part, len(data))
	}
	out := make([]byte, 0, len(data)*3/4)
	for i := 0; i < len(data); i += 2 {
		r := rune(order.Uint16(data[i:]))
		if utf16.IsSurrogate(r) {
			if i+4 > len(data) {
				return nil, workbook.Malformed(part, i)
			}
			if r = utf16.DecodeRune(r, rune(order.Uint16(data[i+2:]))); r == utf8.RuneError {
				return nil, workbook.Malformed(part, i)
			}
			i += 2
		}
		out = utf8.AppendRune(out, r)
	}
	return out, nil
}

func declaredEncoding(data []byte) string {
	head := data[:min(len(data), 200)]
	if !bytes.HasPrefix(head, []byte("<?xml")) {
		return ""
	}
	decl, _, ok := strings.Cut(string(head), "?>")
	if !ok {
		return ""
	}
	_, enc, ok := strings.Cut(decl, "encoding=")
	if !ok || len(enc) < 2 {
		return ""
	}
	enc, _, _ = strings.Cut(enc[1:], enc[:1])
	return strings.ToLower(enc)
}

func isASCII(data []byte) bool {
	for _, c := range data {
		if c >= 0x80 {
			return false
		}
	}
	return true
}
