package xlsx

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"baocao/internal/render/result"
)

// wardOf is a ward's row with so many errors and, before them in its report, warnings.
func wardOf(name string, errors, warnings int) result.Folder {
	file, sheet, cell := "1-nop-vao-day/Thôn Hạ/biểu.xlsx", "Số liệu", "D7"
	var all []result.Problem
	for i := range warnings + errors {
		p := result.Problem{Severity: "warning", Code: "B514", Fix: "Xem.",
			Message: fmt.Sprintf("Xem lại %d của %s.", i+1, name)}
		if i >= warnings {
			p = result.Problem{Severity: "error", Code: "B313", File: &file, Sheet: &sheet, Cell: &cell,
				Message: fmt.Sprintf("Sai %d của %s.", i+1-warnings, name), Fix: "Hỏi thôn."}
		}
		all = append(all, p)
	}
	return result.Folder{Dir: name, Path: "cac xa/" + name, State: result.FolderBuilt, Errors: errors,
		Warnings: warnings, Problems: result.PackProblems(all)}
}

// A district reads what is wrong in its wards in one sheet: errors first, the cell a click away,
// and the way there from the ward's row. A ward in order leads nowhere.
func TestTheSummarySaysWhatIsWrong(t *testing.T) {
	t.Parallel()
	data, err := Folders([]result.Folder{wardOf("Xã An Hạ", 0, 0), wardOf("Xã Đông Hòa", 1, 1)})
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := f.GetRows("Việc phải xử lý")
	want := [][]string{{"NHỮNG VIỆC PHẢI XỬ LÝ TRONG CÁC THƯ MỤC"},
		{"Thư mục", "Mã", "Mức độ", "Tệp", "Sheet", "Ô", "Nội dung", "Cách sửa"},
		{"Xã Đông Hòa", "B313", "Lỗi", "1-nop-vao-day/Thôn Hạ/biểu.xlsx", "Số liệu", "D7", "Sai 1 của Xã Đông Hòa.",
			"Hỏi thôn."},
		{"Xã Đông Hòa", "B514", "Cảnh báo", "", "", "", "Xem lại 1 của Xã Đông Hòa.", "Xem."}}
	if err != nil || !slices.EqualFunc(rows, want, slices.Equal[[]string]) {
		t.Errorf("%q, %v", rows, err)
	}
	for _, c := range []struct{ sheet, cell, to string }{
		{"Thư mục", "A3", ""}, {"Thư mục", "K3", ""},
		{"Thư mục", "A4", "'Việc phải xử lý'!A3"}, {"Thư mục", "K4", "'Việc phải xử lý'!A3"},
		{"Việc phải xử lý", "F3", "cac%20xa/Xã%20Đông%20Hòa/1-nop-vao-day/Thôn%20Hạ/biểu.xlsx"},
	} {
		if _, to, err := f.GetCellHyperLink(c.sheet, c.cell); err != nil || to != c.to {
			t.Errorf("%s!%s leads to %q, want %q, %v", c.sheet, c.cell, to, c.to, err)
		}
	}
	if !IsFolders(data) {
		t.Error("it is not known again, and would never be replaced")
	}
}

// A sheet has no more rows than Excel opens: warnings make room for the errors of all wards,
// and how many are left out is told.
func TestWhatASheetCannotHoldIsCounted(t *testing.T) {
	t.Parallel()
	rows := []result.Folder{wardOf("Xã A", 2, 3), wardOf("Xã B", 2, 3)}
	for _, c := range []struct {
		room, shown int
		told        string
	}{{13, 10, ""}, {8, 5, "còn 05 việc"}, {6, 3, "còn 07 việc"}} {
		s, first := folderProblems(rows, c.room)
		said := ""
		for r := range s.all() {
			if len(r.cells) > 0 && strings.Contains(r.cells[0].text, "không đủ dòng") {
				said = r.cells[0].text
			}
		}
		if n := s.length() - s.head; n != c.shown || !strings.Contains(said, c.told) || (said == "") != (c.told == "") {
			t.Errorf("room for %d: %d shown, %q", c.room, n, said)
		}
		if first[0] != s.head+1 || first[1] <= first[0] {
			t.Errorf("room for %d: the wards' begin in the rows %v", c.room, first)
		}
	}
}

// A country's summary is made row by row: its problems never stand in memory all at once.
func TestACountrysProblemsAreStreamed(t *testing.T) {
	t.Parallel()
	const wards, each = 400, 50
	var rows []result.Folder
	for i := range wards {
		rows = append(rows, wardOf(fmt.Sprintf("Xã %d", i), 10, each-10))
	}
	s, _ := folderProblems(rows, mostSheetRows)
	if s.more.length != wards*each || len(s.rows) > 3 {
		t.Errorf("%d rows are streamed, %d are held", s.more.length, len(s.rows))
	}
}
