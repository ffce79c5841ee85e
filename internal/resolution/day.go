package resolution

import (
	"math/big"
	"time"

	"baocao/internal/quantity"
	"baocao/internal/viet"
)

// A day is counted with as spreadsheets count it: a serial number, 1 for
// 01/01/1900, and the day that never was between 28/02 and 01/3/1900.

// dayZero is the day of serial number 0 for every day from 01/3/1900 on.
var dayZero = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)

// Serial is the number that stands for a day.
func Serial(d viet.Date) quantity.Number {
	t := time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
	return quantity.Int(int64(t.Sub(dayZero) / (24 * time.Hour)))
}

// Day is the day that a serial number stands for; a time of the day is left out.
func Day(n quantity.Number) viet.Date {
	whole, ok := new(big.Int).SetString(n.Cut(0).Plain(), 10)
	if !ok || !whole.IsInt64() || whole.Int64() < 0 || whole.Int64() > lastSerial {
		return viet.Date{}
	}
	t := dayZero.AddDate(0, 0, int(whole.Int64()))
	return viet.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}

// lastSerial is 31/12/9999, the last day that a spreadsheet knows.
const lastSerial = 2_958_465

// daysIn is how many days a month has.
func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}
