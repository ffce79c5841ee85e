package workbook

import "bytes"

func readOLE(data []byte, lim Limits, g *guard) (*Book, error) {
	switch {
	case bytes.Contains(data, wide("EncryptedPackage")):
		return nil, &fault{code: "B111"}
	case bytes.Contains(data, wide("WordDocument")):
		return nil, &fault{code: "B116"}
	}
	return nil, &fault{code: "B117"}
}
