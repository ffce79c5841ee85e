package flat

import (
	"bytes"
	"encoding/csv"
	"os"
	"slices"
	"strings"
	"testing"

	"baocao/internal/assess"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/resolution/load"
	"baocao/internal/returns"
)

// readTable reads a table as another program would.
func readTable(t *testing.T, data []byte, comma rune) [][]string {
	t.Helper()
	text, marked := strings.CutPrefix(string(data), "\uFEFF")
	if !marked {
		t.Error("nothing says that it is UTF-8")
	}
	if strings.Count(text, "\n") != strings.Count(text, "\r\n") {
		t.Error("a line does not end as RFC 4180 has it, or a field goes on in another line")
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma = comma
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// What somebody typed stays what he typed, in one line, and runs nowhere.
func TestTextsOfOthersAreTexts(t *testing.T) {
	typed := []struct{ text, want string }{
		{`=cmd|' /C calc'!A0`, `'=cmd|' /C calc'!A0`}, {`+84 225`, `'+84 225`}, {`-2+3`, `'-2+3`},
		{`@SUM(A1)`, `'@SUM(A1)`}, {"\t=1+1", "'=1+1"}, {" =1+1", "'=1+1"}, {"một\nhai\r\nba", "một hai ba"},
		{`nói "đạt", rồi thôi`, `nói "đạt", rồi thôi`},
		{"\x1b[2J", `\u001b[2J`}, {"a;b", "a;b"}, {"≥ 80", "≥ 80"}, {"", ""},
	}
	for _, as := range []Notation{Point, Comma} {
		var out bytes.Buffer
		table, err := newTable(&out, as, &resolution.Plan{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		var want []string
		for _, x := range typed {
			table.text(x.text)
			want = append(want, x.want)
		}
		table.exact(quantity.MustParse("-16189780.25"))
		table.number(quantity.MustParse("104.6"), 2)
		if err := table.end(); err != nil {
			t.Fatal(err)
		}
		if err := table.done(); err != nil {
			t.Fatal(err)
		}
		comma, numbers := ',', []string{"-16189780.25", "104.60"}
		if as == Comma {
			comma, numbers = ';', []string{"-16189780,25", "104,60"}
		}
		rows := readTable(t, bytes.Replace(out.Bytes(), []byte("\r\n"), nil, 1), comma)
		if want := append(slices.Clone(want), numbers...); len(rows) != 1 || !slices.Equal(rows[0], want) {
			t.Errorf("%q\nwant\n%q", rows, want)
		}
	}
}

// A plan of every form of target: each says between which numbers the figure should lie.
func TestWhatWasPromisedStandsInNumbers(t *testing.T) {
	for target, want := range map[string][]string{
		">= 80": {"≥ 80", "ít nhất", "80", ""}, "> 70.5": {"> 70,5", "trên", "70.5", ""},
		"<= 20": {"≤ 20", "không quá", "", "20"}, "< 5": {"< 5", "dưới", "", "5"},
		"45.87 +- 0.5": {"45,87 ± 0,5", "xấp xỉ", "45.37", "46.37"},
		"125..1300":    {"125 - 1.300", "trong khoảng", "125", "1300"},
		"= 100":        {"100", "bằng", "100", "100"}, "= 0": {"0", "bằng", "0", "0"},
		"by 2022-06-30": {"đến 30/6/2022", "chậm nhất", "", "2022-06-30"},
		"statement":     {"Thực hiện", "bằng lời", "", ""}, "info": {"Theo dõi", "theo dõi", "", ""},
		">= previous": {"≥ năm trước", "ít nhất", "", ""},
	} {
		of, err := resolution.ParseTarget(target)
		if err != nil {
			t.Fatal(target, err)
		}
		table := &table{plan: &resolution.Plan{}}
		table.target(&assess.Measure{Measure: &resolution.Measure{}, Target: of})
		if !slices.Equal(table.row, want) {
			t.Errorf("%s: %q, want %q", target, table.row, want)
		}
	}
}

// A row has a field for each heading, with figures and without.
func TestEveryRowHasItsColumns(t *testing.T) {
	p, problems := load.Load(os.DirFS("../../../examples/kien-an-2022"))
	if p == nil {
		t.Fatal(problems)
	}
	ret := returns.Return{Unit: "phuong-lam-ha", File: "1-nop-vao-day/a.xlsx"}
	for _, sent := range [][]returns.Return{nil, {ret}} {
		a := assess.Consolidate(p, sent, nil, nil)
		var measures, units bytes.Buffer
		if err := Measures(&measures, a, Point); err != nil {
			t.Fatal(err)
		}
		if err := Units(&units, a, Comma); err != nil {
			t.Fatal(err)
		}
		if rows := readTable(t, measures.Bytes(), ','); len(rows) != 1+len(a.Measures()) {
			t.Errorf("%d rows of measures", len(rows))
		}
		if rows := readTable(t, units.Bytes(), ';'); len(rows) < 100 {
			t.Errorf("%d rows of units", len(rows))
		}
	}
}
