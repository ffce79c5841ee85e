package draft

import (
	"strings"
	"testing"
	"testing/fstest"

	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/resolution/load"
	"baocao/internal/roster"
	"baocao/internal/workbook"
)

// assigned is a ward's drafted plan with its units.
func assigned(t *testing.T) (plan string, p *resolution.Plan) {
	t.Helper()
	d := read("1. Kết nạp 45 đảng viên mới.", "2. Trồng 1.000 cây xanh.", "3. Không để xảy ra cháy lớn.")
	d.Use([]resolution.Unit{{ID: "ban-xdd", Name: "Ban Xây dựng Đảng", Aliases: []string{"Ban XDĐ"}},
		{ID: "kt", Name: "Phòng Kinh tế, Hạ tầng và Đô thị"}, {ID: "cap", Name: "Công an phường"},
		{ID: "tdp-1", Name: "Tổ dân phố số 1", Group: "to-dan-pho"},
		{ID: "tdp-2", Name: "Tổ dân phố số 2", Group: "to-dan-pho"}})
	plan = d.Plan()
	p, problems := load.Load(fstest.MapFS{resolution.ResolutionFile: {Data: []byte(plan)},
		resolution.OfficeFile: {Data: roster.OfficeFile(d.Head(), d.Units)}})
	if p == nil {
		t.Fatal(problems)
	}
	return plan, p
}

func sheetOf(rows ...[]string) *workbook.Book {
	s := &workbook.Sheet{Name: "Phân công"}
	for i, row := range rows {
		for j, text := range row {
			if text != "" {
				s.Cells = append(s.Cells, workbook.Cell{Row: i + 1, Col: j + 1, Kind: workbook.Text, Text: text})
			}
		}
	}
	return &workbook.Book{Sheets: []*workbook.Sheet{s}}
}

// The office writes behind each measure who reports it: units, groups, several.
func TestOwnersOfMeasures(t *testing.T) {
	plan, p := assigned(t)
	var names []string
	for _, m := range p.Measures() {
		names = append(names, m.Name)
	}
	for _, c := range []struct{ first, second, third, want, told string }{
		{"Ban Xây dựng Đảng", "Các tổ dân phố", "công an phường", "ban-xdd | to-dan-pho | cap", ""},
		{"ban xdđ", "to-dan-pho", "cap", "ban-xdd | to-dan-pho | cap", ""},
		{"Ban Xây dựng Đảng; Công an phường", "Tổ dân phố số 1\nTổ dân phố số 2",
			"Phòng Kinh tế, Hạ tầng và Đô thị", "ban-xdd cap | tdp-1 tdp-2 | kt", ""},
		{"Công an phường, Ban XDĐ", "Tất cả tổ dân phố", "Phòng Kinh tế, Hạ tầng và Đô thị; cap",
			"ban-xdd cap | to-dan-pho | cap kt", ""},
		{"Ban Tuyên giáo", "Các tổ dân phố", "", "- | to-dan-pho | -", "D4 Ban Tuyên giáo"},
		{"Công an phường, Ban Tuyên giáo", "", "", "- | - | -", "D4 Công an phường, Ban Tuyên giáo"},
	} {
		o, ok := ReadOwners(sheetOf([]string{"PHÂN CÔNG"}, nil, []string{"TT", "Chỉ tiêu", "ĐVT", "Đơn vị báo cáo"},
			[]string{"1", names[0], "", c.first}, []string{"2", names[1], "", c.second},
			[]string{"3", names[2], "", c.third}), p)
		if !ok {
			t.Fatalf("%q: no table", c.first)
		}
		var got []string
		for _, m := range p.Measures() {
			from := strings.Join(o.From[m.ID], " ")
			if from == "" {
				from = "-"
			}
			got = append(got, from)
		}
		told := ""
		for _, q := range o.Asks {
			told += q.Args["cell"].(string) + " " + q.Args["text"].(string)
		}
		if all := strings.Join(got, " | "); all != c.want || told != c.told {
			t.Errorf("%q, %q, %q: %s, told %q", c.first, c.second, c.third, all, told)
		}
		text, err := o.Give(plan, p)
		if err != nil {
			t.Fatal(err)
		}
		settled := !strings.Contains(c.want, "-  ") && !strings.Contains(" "+c.want+" ", " - ")
		if asks := strings.Contains(text, diag.Say("draft.ask.owners", nil).In(diag.Vi)); asks == settled {
			t.Errorf("%s: who reports is still asked: %v", c.want, asks)
		}
		if from := o.From["1"]; from != nil && !strings.Contains(text, "from   = "+list(from)) {
			t.Errorf("%s is not in\n%s", list(from), text)
		}
	}
}

// A row counts where its number and its name are those of the plan, and once.
func TestOwnersOfOtherRows(t *testing.T) {
	_, p := assigned(t)
	first := p.Measures()[0].Name
	head := []string{"TT", "Chỉ tiêu", "Đơn vị báo cáo"}
	o, ok := ReadOwners(sheetOf(head, []string{"1", "Thu ngân sách", "cap"}, []string{"9", first, "cap"}), p)
	if !ok || len(o.From) > 0 || len(o.Asks) != 1 || o.Asks[0].Key != "owners.other-name" || len(o.Empty) != 2 {
		t.Errorf("%+v", o)
	}
	o, _ = ReadOwners(sheetOf(head, []string{"1", first, "cap"}, []string{"(1)", strings.ToUpper(first), "kt"}), p)
	if o == nil || strings.Join(o.From["1"], "") != "cap" || len(o.Asks) != 1 || o.Asks[0].Key != "owners.twice" {
		t.Errorf("%+v", o)
	}
	if _, ok := ReadOwners(sheetOf([]string{"TT", "Chỉ tiêu", "Kế hoạch"}, []string{"1", first, "45"}), p); ok {
		t.Error("a table of targets was taken")
	}
}
