package xlsx

import (
	"archive/zip"
	"bytes"
	"io"

	"baocao/internal/ooxml"
	"baocao/internal/render/result"
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
// were named.
func Folders(rows []result.Folder) ([]byte, error) {
	var w *wording.Words // of no office
	s := &sheet{name: w.Text("thu-muc.sheet"), widths: []float64{34, 15, 13, 8, 8, 8, 9, 9, 8, 9, 7, 9, 9, 34},
		fixed: 1, soft: []int{0, 13}}
	s.title(w.Text("thu-muc.tieu-de", wording.Args{"so": len(rows)}), look{bold: true, size: 14})
	s.headings(w.Texts("thu-muc.cot", "thu-muc", "tinh-trang", "bao-cao", "vuot", "dat", "khong-dat", "chua-co",
		"chua-danh-gia", "don-vi", "con-no", "loi", "canh-bao", "cho-viet", "ghi-chu")...)
	for _, f := range rows {
		state := centred(w.Text(f.State.Words()))
		if f.State == result.FolderFailed || f.State == result.FolderNotReached {
			cells := []cell{name(f.Dir), state.bold()}
			for range 11 {
				cells = append(cells, text(""))
			}
			s.add(append(cells, name(f.Note))...)
			continue
		}
		whole := centred(w.Text("thu-muc.bao-cao.chua-day-du")).bold()
		if f.Complete {
			whole = centred(w.Text("thu-muc.bao-cao.day-du"))
		}
		s.add(name(f.Dir), state, whole, count(f.Summary.Exceeded), count(f.Summary.Met), count(f.Summary.Missed),
			count(f.Summary.NoData), count(f.Summary.Unassessed), count(f.Units), count(f.Owing), count(f.Errors),
			count(f.Warnings), count(f.OpenPlaces), name(f.Note))
	}
	s.filtered()
	return write(s.name, origin{subject: s.name}, s)
}
