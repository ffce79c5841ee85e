package app_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"baocao/internal/app"
	"baocao/internal/quantity"
	"baocao/internal/workbook"
)

// tableFormats are the formats in which villages send a table.
var tableFormats = []struct {
	ending string
	write  func(t *testing.T, rows [][]any) string
}{
	{".csv", func(t *testing.T, rows [][]any) string { return separated(t, rows, ',') }},
	{".xlsx", func(t *testing.T, rows [][]any) string {
		f := excelize.NewFile()
		for i, row := range rows {
			must(t, f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row))
		}
		var out bytes.Buffer
		must(t, f.Write(&out))
		return out.String()
	}},
	{".xml.xls", func(_ *testing.T, rows [][]any) string { return xml2003Of(bookOf(rows)) }},
	{".htm.xls", func(_ *testing.T, rows [][]any) string { return pageOf(bookOf(rows)) }},
	{".xlsb", func(_ *testing.T, rows [][]any) string { return xlsbOf(bookOf(rows)) }},
	{".txt", func(t *testing.T, rows [][]any) string { return separated(t, rows, '\t') }},
}

func separated(t *testing.T, rows [][]any, by rune) string {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	w.Comma = by
	for _, row := range rows {
		fields := make([]string, len(rows[1]))
		for i, v := range row {
			fields[i] = fmt.Sprint(v)
		}
		must(t, w.Write(fields))
	}
	w.Flush()
	return out.String()
}

func bookOf(rows [][]any) *workbook.Book {
	s := &workbook.Sheet{Name: "Sheet1"}
	for i, row := range rows {
		for k, v := range row {
			c := workbook.Cell{Row: i + 1, Col: k + 1, Style: &workbook.Style{}}
			if n, ok := v.(int64); ok {
				c.Kind, c.Number = workbook.Number, quantity.Int(n)
			} else {
				c.Kind, c.Text = workbook.Text, fmt.Sprint(v)
			}
			s.Cells = append(s.Cells, c)
		}
	}
	return &workbook.Book{Sheets: []*workbook.Sheet{s}}
}

// A country of communes, a dozen villages in each that send tables in any format, is built
// folder by folder and gathered by cities and by the centre: its totals are those that the
// villages were given, to the last digit. BAOCAO_COMMUNES=3321 is the size of Vietnam; how
// long it takes and how much memory is told.
func TestACountryIsGatheredToTheLastDigit(t *testing.T) {
	if testing.Short() {
		t.Skip("a country is built")
	}
	communes := 6
	if n, err := strconv.Atoi(os.Getenv("BAOCAO_COMMUNES")); err == nil {
		communes = n
	} else {
		t.Log("set BAOCAO_COMMUNES=3321 for the size of a country")
		t.Parallel()
	}
	c := newCountry(t, 2026)
	c.attach, c.villages, c.mixed = "none", len(villages), true
	cities := max(2, (communes+97)/98)
	for city := range cities {
		c.city(city, communes/cities+min(1, max(0, communes%cities-city)))
	}
	measured := func(what string, folders int, do func()) {
		began, worked := time.Now(), workedFor()
		do()
		took := time.Since(began).Seconds()
		t.Logf("%d %s: %.1f s, %.1f a second, %.1f s of processor time, at most %s of memory", folders, what, took,
			float64(folders)/took, (workedFor() - worked).Seconds(), mostMemory())
	}
	build := func(what string, dirs []string) {
		measured(what, len(dirs), func() {
			app.BuildMany(context.Background(), dirs, app.Many{}, func(f app.Folder) {
				if f.Err != nil || !f.Result.Complete {
					t.Errorf("%s: %v", f.Dir, f.Err)
				}
			})
		})
		if t.Failed() {
			t.FailNow()
		}
	}
	var below, above []string
	for _, m := range c.communes {
		below = append(below, filepath.Join(c.dir, m.dir))
	}
	build(fmt.Sprintf("communes, %d files each", c.villages), below)
	for _, m := range c.communes {
		c.send(m.dir, "ket-qua.json", fmt.Sprintf("t%d/tp", m.city), communeName(m.city, m.nr)+".json")
	}
	var units [][2]string
	for city := range cities {
		above = append(above, filepath.Join(c.dir, fmt.Sprintf("t%d/tp", city)))
		units = append(units, [2]string{fmt.Sprintf("thanh-pho-%d", city), "Thành ủy Sông " + lettered(city)})
	}
	build("cities", above)
	c.higher("tw", "BAN CHẤP HÀNH TRUNG ƯƠNG", "Hà Nội", "tp", units)
	for city := range cities {
		c.send(fmt.Sprintf("t%d/tp", city), "ket-qua.json", "tw", units[city][0]+"/ket-qua.json")
	}
	var out *app.Outcome
	measured("centre", 1, func() { out = c.build("tw") })
	if !out.Result.Complete {
		t.Errorf("the centre: %v", codesOf(out))
	}
	holds(t, out, c.sum(func(commune) bool { return true }))
}

// workedFor is what this process has worked, on all its threads.
func workedFor() time.Duration {
	data, _ := os.ReadFile("/proc/self/stat")
	_, rest, _ := strings.Cut(string(data), ") ")
	const user, system, hertz = 11, 12, 100 // fields behind the name, in hundredths of a second
	fields := strings.Fields(rest)
	if len(fields) <= system {
		return 0 // unknown on this system
	}
	ticks := 0
	for _, f := range []string{fields[user], fields[system]} {
		n, _ := strconv.Atoi(f)
		ticks += n
	}
	return time.Duration(ticks) * time.Second / hertz
}

// mostMemory is the most that this process has taken.
func mostMemory() string {
	data, _ := os.ReadFile("/proc/self/status")
	for line := range strings.Lines(string(data)) {
		if value, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			return strings.TrimSpace(value)
		}
	}
	return "unknown on " + runtime.GOOS
}
