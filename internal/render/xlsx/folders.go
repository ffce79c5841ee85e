package xlsx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"

	"baocao/internal/diag"
	"baocao/internal/ooxml"
	"baocao/internal/render/result"
	"baocao/internal/viet"
	"baocao/internal/wording"
)

// IsFolders reports a workbook as Folders writes it: a program that saves one names itself
// in it.
func IsFolders(data []byte) bool {
	fresh, err := Folders(nil)
	return err == nil && bytes.Equal(core(data), core(fresh)) && core(data) != nil
}

// core is the part in which a workbook says whose it is; nil where there is none.
func core(data []byte) []byte {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil
	}
	f, err := z.Open(ooxml.CorePart)
	if err != nil {
		return nil
	}
	defer f.Close()
	part, err := io.ReadAll(io.LimitReader(f, 1<<16))
	if err != nil {
		return nil
	}
	return part
}

// Folders is the workbook that sums up many working folders, in the order in which they
// were named, and what is wrong in each.
func Folders(rows []result.Folder) ([]byte, error) {
	problems, first := folderProblems(rows, mostSheetRows)
	s := &sheet{name: noOffice.Text("thu-muc.sheet"), widths: []float64{34, 15, 13, 8, 8, 8, 9, 9, 8, 9, 7, 9, 9, 34},
		fixed: 1, tab: tabResult, soft: []int{0, 13}}
	s.title(noOffice.Text("thu-muc.tieu-de", wording.Args{"so": len(rows)}), look{bold: true, size: 14})
	s.headings(noOffice.Texts("thu-muc.cot", "thu-muc", "tinh-trang", "bao-cao", "vuot", "dat", "khong-dat", "chua-co",
		"chua-danh-gia", "don-vi", "con-no", "loi", "canh-bao", "cho-viet", "ghi-chu")...)
	for i, f := range rows {
		to := link{}
		if first[i] > 0 {
			to = link{sheet: problems.name, cell: fmt.Sprintf("A%d", first[i])}
		}
		leads := func(n int) cell {
			if n == 0 {
				return count(n)
			}
			return count(n).clickable(to)
		}
		folder := name(f.Dir).within(s.widths[0], to)
		state := centred(noOffice.Text(f.State.Words()))
		if f.State == result.FolderFailed || f.State == result.FolderNotReached {
			cells := []cell{folder, state.bold()}
			for range 11 {
				cells = append(cells, text(""))
			}
			s.add(append(cells, name(f.Note))...)
			continue
		}
		whole := centred(noOffice.Text("thu-muc.bao-cao.chua-day-du")).bold()
		if f.Complete {
			whole = centred(noOffice.Text("thu-muc.bao-cao.day-du"))
		}
		s.add(folder, state, whole, count(f.Summary.Exceeded), count(f.Summary.Met), count(f.Summary.Missed),
			count(f.Summary.NoData), count(f.Summary.Unassessed), count(f.Units), count(f.Owing),
			leads(f.Errors), leads(f.Warnings), count(f.OpenPlaces), name(f.Note))
	}
	s.filtered()
	return write(s.name, origin{subject: s.name}, s, problems)
}

// noOffice has the words that come with the program.
var noOffice *wording.Words

// folderProblems is what is wrong in many folders, and the row of the first that each has, by
// the folder's number. What finds no room on a sheet of so many rows is left out, warnings
// before errors, and counted.
func folderProblems(rows []result.Folder, room int) (s *sheet, first map[int]int) {
	s = &sheet{name: noOffice.Text("thu-muc.van-de.sheet"), tab: tabToDo, fixed: 1, soft: []int{6, 7},
		widths: []float64{22, 8, 11, 36, 14, 8, 44, 40}}
	s.title(noOffice.Text("thu-muc.van-de.tieu-de"), look{bold: true, size: 14})
	room -= 3
	shown, left := fittingProblems(rows, room)
	if left > 0 {
		s.title(noOffice.Text("thu-muc.van-de.khong-het", wording.Args{"so": viet.Count(left)}), look{italic: true})
	}
	s.headings(noOffice.Texts("thu-muc.van-de", "thu-muc", "ma", "muc-do", "tep", "ten-sheet", "o", "noi-dung",
		"cach-sua")...)
	all := stream{from: s.length(), widths: make([]float64, len(s.widths))}
	first = map[int]int{}
	for i := range rows {
		if shown[i] > 0 {
			first[i] = all.from + all.length + 1
		}
		all.length += shown[i]
	}
	all.rows = func(yield func([]cell) bool) {
		for i, f := range rows {
			for n, p := range f.Problems.All() {
				if n == shown[i] {
					break
				}
				if !yield(folderProblem(f, p, s.widths)) {
					return
				}
			}
		}
	}
	switch {
	case all.length == 0:
		s.across(text(noOffice.Text("thu-muc.van-de.khong-co")))
		return s, first
	case all.from+all.length > mostBalanced:
		s.more = all
	default:
		for cells := range all.rows {
			s.add(cells...)
		}
	}
	s.filtered()
	body := block{s.head + 1, s.length()}
	is := func(s diag.Severity) string { return fmt.Sprintf(`$C%d=%s`, body.from, quotedText(grave(s))) }
	s.conditions = []condition{
		{column: 2, block: body, fill: alertFill, bold: true, formula: is(diag.Error)},
		{column: 2, block: body, fill: cautionFill, formula: is(diag.Warning)}}
	return s, first
}

// fittingProblems is how many problems of each folder find room, errors being first, and how
// many do not.
func fittingProblems(rows []result.Folder, room int) (shown []int, left int) {
	shown = make([]int, len(rows))
	errors, all := make([]int, len(rows)), make([]int, len(rows))
	for i, f := range rows {
		for _, p := range f.Problems.All() {
			if all[i]++; p.Grave() == diag.Error {
				errors[i]++
			}
		}
	}
	for _, of := range [][]int{errors, all} {
		for i, n := range of {
			more := min(n-shown[i], room)
			shown[i] += more
			room -= more
		}
	}
	for i, n := range all {
		left += n - shown[i]
	}
	return shown, left
}

func folderProblem(f result.Folder, p result.Problem, widths []float64) []cell {
	at := p.At()
	to := inFolder(f.Path, at.File, at.Sheet, at.Cell)
	file, place := name(at.File), centred(at.Cell)
	switch {
	case at.Line > 0:
		place.text = noOffice.Text("so-lieu.can-xu-ly.dong", wording.Args{"so": at.Line})
		file = file.within(widths[3], to)
	case place.text == "":
		file = file.within(widths[3], to)
	default:
		place = place.clickable(to)
	}
	return []cell{name(f.Dir), centred(p.Code), centred(grave(p.Grave())), file, name(at.Sheet), place,
		text(p.Message), text(p.Fix)}
}
