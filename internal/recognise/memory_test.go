package recognise

import (
	"strings"
	"sync"
	"testing"
)

// What was read before, in other files and at the same time, changes nothing of what
// a file says: the same heading is the quarter's under one title and the year's under
// another.
func TestAFileIsReadTheSameAfterOthers(t *testing.T) {
	p := examplePlan(t)
	type file struct{ title, heading string }
	var files []file
	for _, title := range []string{"", "KẾT QUẢ QUÝ III", "KẾT QUẢ NĂM 2022", "KẾT QUẢ 2021", "KẾ HOẠCH NĂM 2022",
		"Đại hội nhiệm kỳ 2020 - 2025", strings.Repeat("KẾT QUẢ NĂM 2022 ", 30)} {
		for _, heading := range []string{"Lũy kế", "Trong quý", "Thực hiện", "Thực hiện năm 2022", "Năm trước",
			"Thực\nhiện", "Ước thực hiện", strings.Repeat("Thực hiện ", 40)} {
			files = append(files, file{title, heading})
		}
	}
	read := func(k *Knowledge, f file) string {
		s := laid([]row{{f.title}, {"TT", "Chỉ tiêu", "Đơn vị tính", f.heading}, {1, poor, "hộ", 12}})
		return answers(k.Recognise("1-nop-vao-day/Phường Bắc Sơn.xlsx", "", book(s)))
	}
	alone, together := NewKnowledge(p, nil), NewKnowledge(p, nil)
	alone.memory = nil
	var want []string
	for _, f := range files {
		want = append(want, read(alone, f))
	}
	var readers sync.WaitGroup
	for range 2 {
		readers.Go(func() {
			for i, f := range files {
				if got := read(together, f); got != want[i] {
					t.Errorf("%q under %q: %s, alone: %s", f.heading, f.title, got, want[i])
				}
			}
		})
	}
	readers.Wait()
}

// However many headings the files have, only so many are remembered.
func TestNotAllIsRemembered(t *testing.T) {
	var m remembered[spoken, int]
	for round := range 2 {
		for i := range maxRemembered + 10 {
			said := m.of(spoken{text: itoa(i)}, func(spoken) int { return i })
			if said != i {
				t.Fatalf("round %d: %d for %d", round, said, i)
			}
		}
	}
	long := spoken{text: strings.Repeat("a", maxSpoken+1)}
	if m.of(long, func(spoken) int { return 1 }); m.all[long] != 0 || len(m.all) != maxRemembered {
		t.Errorf("%d are remembered", len(m.all))
	}
}
