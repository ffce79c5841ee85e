package xlsx

import (
	"fmt"
	"slices"
	"testing"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
)

// Last year's figure stands beside this year's, wherever it is known: from last year's
// report, from what the unit says of that year, from the plan.
func TestLastYearStandsBesideThisYear(t *testing.T) {
	p := examplePlan(t)
	p.Measure("10").Previous = new(quantity.Int(4))
	answers := map[string]string{"2.value": "128", "4.1.current": "673706", "4.1.previous": "601482", "10.value": "3",
		"11.2.numerator": "910", "11.2.denominator": "1000", "11.2.last_year": "90.6"}
	var all []returns.Return
	for _, u := range p.Units {
		r := returns.Return{File: "1-nop-vao-day/" + u.ID + ".xlsx", SHA256: u.ID, Unit: u.ID,
			Status: returns.StatusAccepted}
		for _, k := range p.Asks(u.ID) {
			if said := answers[k.Key()]; said != "" {
				r.Observations = append(r.Observations, returns.Observation{Unit: u.ID, Key: k.Key(),
					Measure: k.Measure.ID, Answer: returns.Given, Value: quantity.MustParse(said), How: returns.ByForm,
					At: diag.Position{File: r.File, Sheet: "Số liệu", Cell: "G7"}})
			}
		}
		all = append(all, r)
	}
	last := resolution.LastYear{"2": {Inputs: map[resolution.LastInput]quantity.Number{
		{Unit: "ban-to-chuc", Role: resolution.RoleValue}: quantity.Int(125)}}}
	f := opened(t, soLieu(t, assess.Consolidate(p, all, last, nil)))
	for id, want := range map[string][]string{
		"2":   {"128", "125", "+2.4%"},
		"4.1": {"673,706", "601,482", "+12.0%"},
		"10":  {"3", "4", "-25.0%"},
	} {
		at, _ := find(t, rows(t, f, "Theo phòng ban"), id)
		var got []string
		for _, column := range "EFG" {
			shown, err := f.GetCellValue("Theo phòng ban", fmt.Sprintf("%c%d", column, at))
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, shown)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
}

// Units that are no group but answer the same have a total that says how many it is of.
func TestATotalOfDepartmentsSaysOfHowMany(t *testing.T) {
	a := byUnits(t)
	said := newAnswers(a)
	said.judged()
	said.sources()
	s := said.departments(nil) // as if the wards were no group
	at := slices.IndexFunc(s.rows, func(r row) bool {
		return len(r.cells) > listUnit && r.cells[listUnit].text == "Tổng (10/10 đơn vị đã báo cáo)" &&
			r.cells[listMeasure].text == "11.1"
	})
	if at < 0 {
		t.Fatal("no total")
	}
	c := s.rows[at].cells[listFigure]
	if c.number == nil || c.number.Plain() != "4120" || c.formula != fmt.Sprintf("SUM(E%d:E%d)", at-9, at) {
		t.Errorf("got %+v", c)
	}
}
