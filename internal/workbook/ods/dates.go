package ods

import (
	"strings"
	"time"

	"baocao/internal/quantity"
	"baocao/internal/workbook"
)

// parseDate turns a date, with or without a time of day, into the day number
// other cells hold. Any year from 1 on is one: a figure in a cell that was
// formatted as a date by mistake is stored as the year 12015.
func parseDate(s string) (n quantity.Number, ok bool) {
	s = strings.TrimSuffix(s, "Z")
	day, clock, timed := strings.Cut(s, "T")
	parts := strings.Split(day, "-")
	if len(parts) != 3 || len(parts[0]) < 4 || len(parts[0]) > 6 || len(parts[1]) != 2 || len(parts[2]) != 2 {
		return n, false
	}
	year, ok1 := workbook.Index([]byte(parts[0]))
	month, ok2 := workbook.Index([]byte(parts[1]))
	d, ok3 := workbook.Index([]byte(parts[2]))
	days, ok4 := dayNumber(year, month, d)
	if !ok1 || !ok2 || !ok3 || !ok4 || year < 1 {
		return n, false
	}
	n = quantity.Int(days)
	if !timed {
		return n, true
	}
	fields := strings.Split(clock, ":")
	if len(fields) < 2 || len(fields) > 3 {
		return n, false
	}
	seconds, ok := secondsOf(fields)
	if !ok || len(fields[1]) != 2 || fields[1] > "59" || seconds.Cmp(secondsOfDay) > 0 {
		return n, false
	}
	q, ok := seconds.Quo(secondsOfDay)
	return sum(n, q), ok
}

var secondsOfDay = quantity.Int(24 * 60 * 60)

// sum adds without making a rational out of a whole day.
func sum(n, m quantity.Number) quantity.Number {
	if m.Sign() == 0 {
		return n
	}
	return n.Add(m)
}

// dayNumber is the day number of a date, 0 for the last of 1899; ok is false
// for a day that is not in the calendar.
func dayNumber(year, month, day int) (n int64, ok bool) {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	epoch := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	return (t.Unix() - epoch.Unix()) / (24 * 60 * 60), t.Month() == time.Month(month) && t.Day() == day
}

// secondsOf adds up hours, minutes and seconds; only the last may have a
// fraction.
func secondsOf(fields []string) (total quantity.Number, ok bool) {
	for i, unit := range []int64{3600, 60, 1} {
		if i == len(fields) {
			break
		}
		f := fields[i]
		signs := "0123456789"
		if i == 2 {
			signs += "."
		}
		if f == "" || len(f) > 32 || f[0] < '0' || f[0] > '9' || strings.Trim(f, signs) != "" {
			return total, false
		}
		n, err := workbook.ParseNumber([]byte(f))
		if err != nil {
			return total, false
		}
		total = total.Add(n.Mul(quantity.Int(unit)))
	}
	return total, true
}

// parseDuration turns a time of day or a duration, "PT10H30M00S", into a fraction
// of a day.
func parseDuration(s string) (n quantity.Number, ok bool) {
	s, negative := strings.CutPrefix(s, "-")
	s, ok = strings.CutPrefix(s, "P")
	if !ok {
		return n, false
	}
	days, clock, timed := strings.Cut(s, "T")
	fields := []string{"0", "0", "0"}
	found := false
	for i, unit := range "HMS" {
		number, rest, has := strings.Cut(clock, string(unit))
		if has {
			fields[i], clock, found = strings.Replace(number, ",", ".", 1), rest, true
		}
	}
	whole := 0
	if days != "" {
		number, rest, has := strings.Cut(days, "D")
		if whole, ok = workbook.Index([]byte(number)); !has || !ok || rest != "" {
			return n, false
		}
		found = true
	}
	if !found || clock != "" || timed && strings.HasSuffix(s, "T") {
		return n, false
	}
	seconds, ok := secondsOf(fields)
	if !ok {
		return n, false
	}
	n, ok = seconds.Quo(secondsOfDay)
	n = sum(quantity.Int(int64(whole)), n)
	if negative {
		n = n.Neg()
	}
	return n, ok
}
