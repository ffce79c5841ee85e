package xlsx

import (
	"bytes"
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"
)

// The table of who reports what has a row for each measure that somebody is asked
// for, and a list of units and groups to choose from; other texts are taken too.
func TestTheTableOfOwners(t *testing.T) {
	p := examplePlan(t)
	data, err := Owners(p, map[string][]string{"2": {p.Units[0].ID, "phuong"}})
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows("Phân công")
	if err != nil {
		t.Fatal(err)
	}
	asked := 0
	for _, r := range rows {
		want := ""
		if r[0] == "2" {
			want = p.Units[0].Name + "\nCác phường"
		}
		if len(r) > 5 && r[0] != "TT" && r[5] != want {
			t.Errorf("%q: %q", r[0], r[5])
		}
	}
	for _, m := range p.Measures() {
		if len(labelsOf(m)) > 0 {
			asked++
			if !slices.ContainsFunc(rows, func(r []string) bool {
				return len(r) > 1 && r[0] == m.ID && r[1] == m.Name
			}) {
				t.Errorf("%s has no row", m.ID)
			}
		}
	}
	if len(rows) != 3+asked {
		t.Errorf("%d rows for %d measures", len(rows), asked)
	}
	units, err := f.GetRows("Đơn vị")
	if err != nil || len(units) != 2+len(p.Units) || units[1][0] != "Các phường" {
		t.Errorf("%v %v", units, err)
	}
	choice, err := f.GetDataValidations("Phân công")
	if err != nil || len(choice) != 1 || choice[0].ShowErrorMessage || choice[0].Formula1 != "'Đơn vị'!$A$2:$A$25" {
		t.Errorf("%+v %v", choice, err)
	}
}
