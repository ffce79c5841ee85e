package recognise

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"baocao/internal/diag"
	"baocao/internal/returns"
	"baocao/internal/workbook"
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
	alone, together := forgetful(NewKnowledge(p, nil)), NewKnowledge(p, nil)
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

// forgetful is a Knowledge that works everything out anew.
func forgetful(k *Knowledge) *Knowledge {
	k.memory, k.names.memory = nil, nil
	return k
}

// In whatever order the files of a run come, and whoever reads them beside each other,
// each says what it says alone, to the last word of a question.
func TestTheOrderOfFilesChangesNothing(t *testing.T) {
	p := examplePlan(t)
	type file struct {
		path string
		book *workbook.Book
	}
	var files []file
	for shape := 0; shape < shapes; shape += 23 { // in two wards' files, as one form comes back from many
		for _, unit := range []string{"phuong-bac-son", "phuong-dong-hoa", p.Units[shape%len(p.Units)].ID} {
			s, _ := generated(p, unit, shape)
			files = append(files, file{"1-nop-vao-day/" + p.Unit(unit).Name + ".xlsx", book(s)})
		}
	}
	remarks := []string{"", "số liệu 9 tháng", "gồm cả phường Bắc Sơn", "gộp chung phường Đồng Hòa", "khoảng 300",
		"số đúng là 325", "tính theo giá so sánh", "Số của quận Lê Chân", "chưa tính tổ 3", "theo giá hiện hành",
		"12 hộ", "ước tính", "số liệu toàn quận", "kế hoạch giao", "Theo QĐ số 12 năm 2021"}
	blocks := []string{"I. Kinh tế", "Trong đó: nữ", "Phường Bắc Sơn", "6 tháng đầu năm", "Hộ cận nghèo", "Toàn quận"}
	for i, remark := range remarks {
		for _, unit := range []string{"phuong-bac-son", "phuong-dong-hoa", "kinh-te"} {
			s := laid([]row{{"BIỂU SỐ LIỆU NĂM 2022 (" + remarks[len(remarks)-1-i] + ")"},
				{"TT", "Chỉ tiêu", "Đơn vị tính", "Thực hiện năm 2022", "Ghi chú"},
				{1, poor, "hộ", 312 + i, remark}, {"", blocks[i%len(blocks)]},
				{2, "Tổng giá trị sản xuất", "triệu đồng", 1250 + i, remark},
				{3, "- Số hộ", "nt", 40 + i, remarks[(i+1)%len(remarks)]}})
			files = append(files, file{"1-nop-vao-day/" + p.Unit(unit).Name + ".xlsx", book(s)})
		}
	}
	read := func(k *Knowledge, f file) string {
		ret, problems := k.Recognise(f.path, "", f.book)
		said, err := json.Marshal(struct {
			Return   returns.Return
			Problems []diag.Problem
		}{ret, problems})
		if err != nil {
			t.Fatal(err)
		}
		for _, pr := range problems {
			said = append(said, "\n"+pr.In(diag.Vi)...)
		}
		return string(said)
	}
	alone, together := forgetful(NewKnowledge(p, nil)), NewKnowledge(p, nil)
	want := make([]string, len(files))
	for i, f := range files {
		want[i] = read(alone, f)
	}
	var readers sync.WaitGroup
	for seed := range uint64(3) {
		readers.Go(func() {
			for _, i := range rand.New(rand.NewPCG(seed, 1)).Perm(len(files)) {
				if got := read(together, files[i]); got != want[i] {
					t.Errorf("file %d (%s), order %d:\n%s\nalone:\n%s", i, files[i].path, seed, got, want[i])
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
	m.of(long, func(spoken) int { return 1 })
	known := *m.known.Load()
	if n := len(known) + len(m.fresh); known[long] != 0 || n > maxRemembered+maxRemembered/4 {
		t.Errorf("%d are remembered", n)
	}
}
