package compose_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"baocao/internal/assess"
	"baocao/internal/compose"
	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/resolution/load"
	"baocao/internal/returns"
	"baocao/internal/viet"
)

// exampleWith is the example's plan with one line of its resolution changed.
func exampleWith(t *testing.T, old, new string) *resolution.Plan {
	t.Helper()
	files := fstest.MapFS{}
	for _, name := range []string{resolution.ResolutionFile, resolution.OfficeFile} {
		data, err := os.ReadFile("../../examples/kien-an-2022/" + name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: []byte(strings.Replace(string(data), old, new, 1))}
	}
	p, problems := load.Load(files)
	if p == nil {
		t.Fatal(problems)
	}
	return p
}

// in puts a return into a file, its answers into cells.
func in(file string, r returns.Return) returns.Return {
	r.File, r.SHA256 = "1-nop-vao-day/"+file, file
	for i := range r.Observations {
		r.Observations[i].At = diag.Position{File: r.File, Sheet: "Số liệu", Cell: "G7"}
	}
	return r
}

// A file is held by Excel on the office's own machine: the unit has nothing to do.
func TestNobodyIsRemindedOfWhatOnlyTheOfficeCanMend(t *testing.T) {
	held := returns.Return{File: "1-nop-vao-day/thue.xlsx", Unit: "chi-cuc-thue", Status: returns.StatusUnreadable}
	a := assess.Consolidate(example(t), []returns.Return{held}, nil, []diag.Problem{
		diag.New("B701", diag.Position{File: held.File}, diag.Args{"error": "đang mở"})})
	if r, ok := compose.RemindersOf(a, nil, viet.Date{})["chi-cuc-thue"]; ok {
		t.Errorf("told\n%s", r.Body)
	}
}

// Two units own one figure and tell it differently: each is asked to look again
// and neither learns what the other said, nor who it is.
func TestAUnitThatDisagreesIsAskedToLookAgain(t *testing.T) {
	p := exampleWith(t, `from   = ["chi-cuc-thue"]`, `from   = ["chi-cuc-thue", "thong-ke"]`)
	a := assess.Consolidate(p, []returns.Return{
		in("thue.xlsx", sent("chi-cuc-thue", nil, "7.value=1100")),
		in("thong ke.xlsx", sent("thong-ke", nil, "7.value=1150", "4.current=2", "4.previous=1", "5.1.value=45",
			"5.2.value=54", "5.3.value=1")),
	}, nil, nil)
	for unit, foreign := range map[string][]string{"chi-cuc-thue": {"1.150", "Thống kê"},
		"thong-ke": {"1.100", "Thuế"}} {
		body := compose.RemindersOf(a, nil, viet.Date{})[unit].Body
		if !strings.Contains(body,
			"đề nghị kiểm tra và xác nhận lại:\n"+
				"- (7) Số doanh nghiệp đang hoạt động có đến cuối năm 2022 (doanh nghiệp).\n") {
			t.Errorf("%s is told\n%s", unit, body)
		}
		for _, s := range foreign {
			if strings.Contains(body, s) {
				t.Errorf("%s is told %q:\n%s", unit, s, body)
			}
		}
	}
}

// The parts of two units come to more than 100%: whose is wrong is not known.
func TestNobodyIsToldTheSumOfSeveralUnits(t *testing.T) {
	p := exampleWith(t,
		`inputs.numerator   = { label = "Số công dân đã giao quân năm 2022", unit = "công dân", whole = true }`,
		`inputs.numerator   = { label = "Số công dân đã giao quân năm 2022", unit = "công dân", whole = true, from = `+
			`["mat-tran"] }`)
	a := assess.Consolidate(p, []returns.Return{
		in("mat tran.xlsx", sent("mat-tran", nil, "18.numerator=205")),
		in("quan su.xlsx", sent("quan-su", nil, "18.denominator=105")),
	}, nil, nil)
	if count(a.Problems, "B412") != 1 {
		t.Fatal(a.Problems)
	}
	letters := compose.RemindersOf(a, nil, viet.Date{})
	for unit, foreign := range map[string]string{"mat-tran": "105", "quan-su": "205"} {
		if body := letters[unit].Body; strings.Contains(body, foreign) ||
			!strings.Contains(body, "đề nghị kiểm tra và xác nhận lại:\n- (18) ") {
			t.Errorf("%s is told\n%s", unit, body)
		}
	}
}

// A cell left blank is marked in the copy that goes with the letter, which says so.
func TestTheMarkedCopyOfABlankCellIsAnnounced(t *testing.T) {
	r := sent("chi-cuc-thue", nil)
	r.File = "1-nop-vao-day/thue.xlsx"
	r.Observations = []returns.Observation{{Unit: r.Unit, Key: "7.value", Measure: "7",
		At: diag.Position{File: r.File, Sheet: "Số liệu", Cell: "G7"}}}
	body := compose.RemindersOf(assess.Consolidate(example(t), []returns.Return{r}, nil, nil), nil,
		viet.Date{})["chi-cuc-thue"].Body
	if !strings.Contains(body, "1. Số liệu còn thiếu:\n- (7)") ||
		!strings.Contains(body, "Tệp đơn vị đã gửi cũng được gửi kèm") {
		t.Errorf("told\n%s", body)
	}
}
