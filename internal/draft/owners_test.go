package draft

import (
	"fmt"
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
	d := read("1. Kết nạp 45 đảng viên mới.", "2. Tỷ lệ hộ gia đình văn hóa đạt 90%.", "3. Không để xảy ra cháy lớn.")
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
		{"Các tổ dân phố", "", "", "- | - | -", "D4 Các tổ dân phố"}, // one number is no group's
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
	if !ok || len(o.From) > 0 || len(o.Asks) != 2 || o.Asks[0].Key != "owners.other-name" ||
		o.Asks[1].Key != "owners.no-measure" || len(o.Empty) != 2 {
		t.Errorf("%+v", o)
	}
	o, _ = ReadOwners(sheetOf(head, []string{"1", first, "cap"}, []string{"(1)", strings.ToUpper(first), "kt"}), p)
	if o == nil || len(o.From) > 0 || len(o.Asks) != 1 || o.Asks[0].Key != "owners.twice" {
		t.Errorf("%+v", o)
	}
	o, _ = ReadOwners(sheetOf(head, []string{"1", first, ""}, []string{"1", first, "kt"}, head,
		[]string{"1", first, "Phòng Kinh tế, Hạ tầng và Đô thị"}), p)
	if o == nil || strings.Join(o.From["1"], "") != "kt" || len(o.Asks) != 0 || len(o.Empty) != 2 {
		t.Errorf("%+v", o)
	}
	if _, ok := ReadOwners(sheetOf([]string{"TT", "Chỉ tiêu", "Kế hoạch"}, []string{"1", first, "45"}), p); ok {
		t.Error("a table of targets was taken")
	}
}

// "Như trên" below a row that is left out means that row, not the one before it.
func TestOwnersAsAboveARowLeftOut(t *testing.T) {
	_, p := assigned(t)
	var names []string
	for _, m := range p.Measures() {
		names = append(names, m.Name)
	}
	o, ok := ReadOwners(sheetOf([]string{"TT", "Chỉ tiêu", "Đơn vị báo cáo"}, []string{"1", names[0], "kt"},
		[]string{"2", "Một tên khác", "Công an phường"}, []string{"3", names[2], "nt"}), p)
	if !ok || strings.Join(o.From["1"], "+") != "kt" || strings.Join(o.From["3"], "+") != "cap" ||
		len(o.Asks) != 1 || o.Asks[0].Key != "owners.other-name" {
		t.Errorf("%+v", o)
	}
}

// Cells that are merged over rows, and "như trên", say what the row above says, as
// long as the rows follow the plan.
func TestOwnersAsAbove(t *testing.T) {
	_, p := assigned(t)
	var names []string
	for _, m := range p.Measures() {
		names = append(names, m.Name)
	}
	for _, c := range []struct {
		rows   [3]int
		owners [3]string
		want   string
	}{
		{[3]int{1, 2, 3}, [3]string{"Công an phường", "nt", "như trên"}, "cap cap cap"},
		{[3]int{1, 2, 3}, [3]string{"Công an phường", "- nt -", "\""}, "cap cap cap"},
		{[3]int{1, 2, 3}, [3]string{"nt", "Công an phường", "-"}, "owners.ditto cap owners.unknown"},
		{[3]int{2, 3, 1}, [3]string{"Công an phường", "nt", "kt"}, "kt cap owners.ditto"},
	} {
		rows := [][]string{{"TT", "Chỉ tiêu", "Đơn vị báo cáo"}}
		for i, n := range c.rows {
			rows = append(rows, []string{fmt.Sprint(n), names[n-1], c.owners[i]})
		}
		o, ok := ReadOwners(sheetOf(rows...), p)
		if !ok {
			t.Fatal("no table")
		}
		var got []string
		for _, m := range p.Measures() {
			from := strings.Join(o.From[m.ID], "+")
			for _, q := range o.Asks {
				if q.Args["measure"] == m.ID {
					from += q.Key
				}
			}
			got = append(got, from)
		}
		if all := strings.Join(got, " "); all != c.want {
			t.Errorf("%v %q: %s", c.rows, c.owners, all)
		}
	}
	b := sheetOf([]string{"TT", "Chỉ tiêu", "Đơn vị báo cáo"}, []string{"1", names[0], "cap"},
		[]string{"2", names[1], ""},
		[]string{"3", names[2], ""})
	b.Sheets[0].Merges = []workbook.Range{{Row: 2, Col: 3, LastRow: 3, LastCol: 3}}
	b.Sheets[0].IndexMerges()
	if o, _ := ReadOwners(b, p); o == nil || strings.Join(o.From["2"], "") != "cap" || fmt.Sprint(o.Empty) != "[3]" {
		t.Errorf("%+v", o)
	}
}

// Two sheets that say different things say nothing.
func TestOwnersOnTwoSheets(t *testing.T) {
	_, p := assigned(t)
	first, second := p.Measures()[0].Name, p.Measures()[1].Name
	b := sheetOf([]string{"TT", "Chỉ tiêu", "Đơn vị báo cáo"}, []string{"1", first, "cap"}, []string{"2", second, "kt"})
	b.Sheets = append(b.Sheets, sheetOf([]string{"TT", "Đơn vị báo cáo", "Chỉ tiêu"}, []string{"1", "kt", first},
		[]string{"2", "kt", second}).Sheets[0])
	if o, _ := ReadOwners(b, p); o == nil || len(o.From) != 1 || o.From["2"][0] != "kt" || len(o.Asks) != 1 {
		t.Errorf("%+v", o)
	}
}

// Names that differ in their accents are two units; one that is typed without them
// is asked about.
func TestUnitsOfNearlyOneName(t *testing.T) {
	units := []resolution.Unit{{ID: "thon-ha", Name: "Thôn Hà", Group: "nhom-thon"}, {ID: "thon-ha-2", Name: "Thôn Hạ",
		Group: "nhom-thon"}, {ID: "thon", Name: "Thôn"},
		{ID: "ubkt", Name: "Ủy ban Kiểm tra", Aliases: []string{"UBKT"}}}
	for name, want := range map[string]string{"thôn hạ": "thon-ha-2", "Thôn Hà": "thon-ha", "thon ha": "owners.several",
		"Thôn Hả": "owners.unknown", "UỶ BAN KIỂM TRA": "ubkt", "uy ban kiem tra": "ubkt", "Các thôn": "nhom-thon",
		"Thôn": "thon", "ubkt": "ubkt", "Ủy ban Kiếm tra": "owners.unknown", "nhom-thon": "nhom-thon"} {
		ids, key, _ := unitsNamed(name, units)
		if got := strings.Join(ids, " ") + key; got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

// A plan that people wrote in keeps all that is theirs; what has no place is told.
func TestOwnersInAPlanOfPeople(t *testing.T) {
	plan, p := assigned(t)
	o := func() *Owners {
		return &Owners{From: map[string][]string{"1": {"cap"}, "2": {"kt"}, "3": {"ban-xdd"}}}
	}
	crlf := "\uFEFF" + strings.ReplaceAll(plan, "\n", "\r\n")
	text, err := o().Give(crlf, p)
	if err != nil || !strings.HasPrefix(text, "\uFEFF") ||
		strings.Contains(strings.ReplaceAll(text, "\r\n", ""), "\n") ||
		strings.Count(text, "\r\n") != strings.Count(plan, "\n")-1 {
		t.Errorf("%v\n%s", err, text)
	}
	first := `from   = ["ban-xdd"]`
	if !strings.Contains(plan, first) {
		t.Fatal(plan)
	}
	noted := strings.Replace(plan, first, "from   = [\n  \"ban-xdd\", # đã thống nhất\n]", 1)
	g := o()
	if text, err = g.Give(noted, p); err != nil || !strings.Contains(text, "# đã thống nhất") || len(g.Asks) != 1 ||
		g.Asks[0].Key != "owners.no-place" || g.From["1"] != nil {
		t.Errorf("%v %v\n%s", err, g, text)
	}
	g = o()
	if text, err = g.Give(strings.Replace(plan, first, "", 1), p); err != nil || len(g.From) != 2 || len(g.Asks) != 1 {
		t.Errorf("%v %v\n%s", err, g, text)
	}
	g = o()
	own := strings.Replace(plan, `inputs.denominator = { label = "Tổng số hộ gia đình"`,
		`inputs.denominator = { from = ["cap"], label = "Tổng số hộ gia đình"`, 1)
	if text, err = g.Give(own, p); err != nil || own == plan || len(g.From) != 3 || len(g.Asks) != 1 ||
		g.Asks[0].Args["label"] != "Tổng số hộ gia đình" {
		t.Errorf("%v %v\n%s", err, g, text)
	}
}
