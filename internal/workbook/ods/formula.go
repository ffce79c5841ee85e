package ods

import "bytes"

// appendFormula appends a formula as Excel writes it: of:=SUM([.E3:.E5];[$KQ.A1])
// is SUM(E3:E5;KQ!A1).
func appendFormula(dst, f []byte) []byte {
	if at := bytes.IndexByte(f, '='); at >= 0 && at < 16 {
		f = f[at+1:]
	}
	for len(f) > 0 {
		n := 1
		switch f[0] {
		case '"':
			if end := bytes.IndexByte(f[1:], '"'); end >= 0 {
				n = end + 2
			}
			dst = append(dst, f[:n]...)
		case '[':
			if end := unquoted(f, ']'); end > 0 {
				dst = appendReference(dst, f[1:end])
				n = end + 1
				break
			}
			dst = append(dst, '[')
		default:
			dst = append(dst, f[0])
		}
		f = f[n:]
	}
	return dst
}

// appendReference appends what stood in brackets: an address or two with a colon,
// each with a sheet's name before a point.
func appendReference(dst, ref []byte) []byte {
	for first := true; len(ref) > 0; first = false {
		part := ref
		if at := unquoted(ref, ':'); at >= 0 {
			part, ref = ref[:at], ref[at+1:]
		} else {
			ref = nil
		}
		sheet, cell := []byte(nil), part
		for {
			at := unquoted(cell, '.')
			if at < 0 {
				break
			}
			sheet, cell = part[:len(part)-len(cell)+at], cell[at+1:]
		}
		switch sheet = bytes.TrimPrefix(sheet, []byte("$")); {
		case !first:
			dst = append(dst, ':')
		case len(sheet) > 0:
			dst = append(append(dst, sheet...), '!')
		}
		dst = append(dst, cell...)
	}
	return dst
}

// unquoted is where a sign stands outside of quoted names; -1 for nowhere.
func unquoted(s []byte, sign byte) int {
	quoted := false
	for i, c := range s {
		switch {
		case c == '\'':
			quoted = !quoted
		case c == sign && !quoted:
			return i
		}
	}
	return -1
}
