package workbook

import "math"

// RK is a number that Excel's binary files keep in 30 bits: a whole one, or the upper
// part of a float, and either may stand for a hundred times the value.
func RK(v uint32) float64 {
	f := float64(int32(v) >> 2)
	if v&2 == 0 {
		f = math.Float64frombits(uint64(v&^3) << 32)
	}
	if v&1 != 0 {
		f /= 100
	}
	return f
}

// ErrorName is the name of an error by its number in Excel's binary files; "" for
// none.
func ErrorName(n byte) string { return errorNames[n] }

var errorNames = map[byte]string{
	0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?",
	0x24: "#NUM!", 0x2A: "#N/A", 0x2B: "#GETTING_DATA",
}
