package recognise

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"baocao/internal/workbook"
	"baocao/internal/workbook/open"
)

// BenchmarkOwnTables reads tables of departments' own making: those of the folder
// of cases where it is there, else one of every few that are generated. All cost
// about the same, so the time is told for one file.
func BenchmarkOwnTables(b *testing.B) {
	p := examplePlan(b)
	k := NewKnowledge(p, nil)
	type own struct {
		file string
		book *workbook.Book
	}
	var all []own
	files, _ := filepath.Glob("../../../shared/cases/layouts/*/*.xlsx")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		if read, _ := open.Read(context.Background(), file, data, workbook.DefaultLimits()); read != nil {
			read.Guard = nil // whose time runs out when the same file is read again and again
			all = append(all, own{"1-nop-vao-day/" + filepath.Base(file), read})
		}
	}
	for shape := 0; len(files) == 0 && shape < shapes; shape += 11 {
		unit := p.Units[shape%len(p.Units)]
		s, _ := generated(p, unit.ID, shape)
		all = append(all, own{"1-nop-vao-day/" + unit.Name + ".xlsx", book(s)})
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, o := range all {
			k.Recognise(o.file, "", o.book)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(all)), "µs/file")
}
