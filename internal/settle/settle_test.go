package settle

import (
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/resolution/load"
	"baocao/internal/returns"
	"baocao/internal/viet"
)

// gives is a file of a unit: "1.1.numerator=48 2.value=blank". An answer is a
// number, nil, faulty or blank.
func gives(unit, file, answers string) returns.Return {
	r := returns.Return{File: "1-nop-vao-day/" + file, SHA256: file, Unit: unit, Status: returns.StatusAccepted}
	for i, f := range strings.Fields(answers) {
		key, said, _ := strings.Cut(f, "=")
		o := returns.Observation{Unit: unit, Key: key, Measure: key[:strings.LastIndex(key, ".")],
			How: returns.ByForm,
			At:  diag.Position{File: r.File, Sheet: "Số liệu", Cell: fmt.Sprintf("G%d", i+7)}}
		switch said {
		case "blank":
		case "nil":
			o.Answer = returns.Nil
		case "faulty":
			o.Answer, r.Status = returns.Faulty, returns.StatusFaulty
		default:
			o.Answer, o.Value = returns.Given, quantity.MustParse(said)
		}
		r.Observations = append(r.Observations, o)
	}
	return r
}

func theExample(t testing.TB) *resolution.Plan {
	t.Helper()
	p, problems := load.Load(os.DirFS("../../examples/kien-an-2022"))
	if p == nil {
		t.Fatalf("the example plan does not load: %v", problems)
	}
	return p
}

func codesOf(ps []diag.Problem) string {
	var all []string
	for _, p := range ps {
		all = append(all, p.Code)
	}
	return strings.Join(all, " ")
}

func unreadable(unit, file string) returns.Return {
	return returns.Return{File: "1-nop-vao-day/" + file, SHA256: file, Unit: unit, Status: returns.StatusUnreadable}
}

func dated(r returns.Return, d viet.Date) returns.Return   { r.Declared = d; return r }
func hashed(r returns.Return, sha string) returns.Return   { r.SHA256 = sha; return r }
func corrects(r returns.Return, sha string) returns.Return { r.Corrects = sha; return r }

// told prints the answers: "1.1.numerator=48".
func told(s *Settlement) string {
	var out []string
	for _, o := range s.Answers {
		out = append(out, o.Key+"="+strings.NewReplacer("không phát sinh", "nil", "để trống", "blank",
			"không dùng được", "none").Replace(o.Said().Vi))
	}
	return strings.Join(out, " ")
}

var fifth, tenth = viet.Date{Year: 2022, Month: 12, Day: 5}, viet.Date{Year: 2022, Month: 12, Day: 10}

func TestSeveralFilesOfOneUnit(t *testing.T) {
	const btc = "ban-to-chuc"
	for _, c := range []struct {
		name  string
		files []returns.Return
		want  string // the answers that count
		codes string
		state string // of the files, by name
	}{
		{"one file", []returns.Return{gives(btc, "a.xlsx", "2.value=126")}, "2.value=126", "", "accepted"},
		{"the same twice counts once", []returns.Return{
			gives(btc, "a.xlsx", "2.value=126"), gives(btc, "a - Copy (1).xlsx", "2.value=126"),
		}, "2.value=126", "B230", "accepted duplicate"},
		{"the later date wins", []returns.Return{
			dated(gives(btc, "a.xlsx", "2.value=126"), tenth), dated(gives(btc, "b.xlsx", "2.value=127"), fifth),
		}, "2.value=126", "B233", "accepted replaced"},
		{"lần 2 wins", []returns.Return{
			gives(btc, "a.xlsx", "2.value=126"), gives(btc, "a lần 2.xlsx", "2.value=127"),
		}, "2.value=127", "B233", "accepted replaced"},
		{"lan 2 wins without accents", []returns.Return{
			gives(btc, "a.xlsx", "2.value=126"), gives(btc, "BTC_lan2.xls", "2.value=127"),
		}, "2.value=127", "B233", "accepted replaced"},
		{"sửa wins", []returns.Return{
			gives(btc, "a.xlsx", "2.value=126"), gives(btc, "A-da-sua.xlsx", "2.value=127"),
		}, "2.value=127", "B233", "accepted replaced"},
		{"repairs of houses are no correction", []returns.Return{
			gives(btc, "a.xlsx", "2.value=126"), gives(btc, "sua chua nha.xlsx", "2.value=127"),
		}, "2.value=none", "B231", "conflict conflict"},
		{"the date decides before the name", []returns.Return{
			dated(gives(btc, "a.xlsx", "2.value=126"), tenth),
			dated(gives(btc, "a lần 2.xlsx", "2.value=127"), fifth),
		}, "2.value=126", "B233", "replaced accepted"},
		{"one date alone says nothing", []returns.Return{
			dated(gives(btc, "a.xlsx", "2.value=126"), tenth), gives(btc, "b.xlsx", "2.value=127"),
		}, "2.value=none", "B231", "conflict conflict"},
		{"a copy says nothing", []returns.Return{
			gives(btc, "a.xlsx", "2.value=126"), gives(btc, "Bản sao của a (1).xlsx", "2.value=127"),
		}, "2.value=none", "B231", "conflict conflict"},
		{"sửa and bổ sung say nothing of each other", []returns.Return{
			gives(btc, "a sửa.xlsx", "2.value=126"), gives(btc, "a bổ sung.xlsx", "2.value=127"),
		}, "2.value=none", "B231", "conflict conflict"},
		{"the third replaces the second", []returns.Return{
			gives(btc, "a.xlsx", "2.value=126"),
			gives(btc, "lần 2/a.xlsx", "2.value=127"),
			gives(btc, "lần 3/a.xlsx", "2.value=126"),
		}, "2.value=126", "B230 B233", "duplicate replaced accepted"},
		{"a supplement adds", []returns.Return{
			gives(btc, "a.xlsx", "1.1.numerator=48 1.1.denominator=blank 2.value=126"),
			gives(btc, "a bổ sung.xlsx", "1.1.denominator=58 2.value=blank"),
		}, "1.1.numerator=48 1.1.denominator=58 2.value=126", "", "accepted accepted"},
		{"two parts without any order complete each other", []returns.Return{
			gives(btc, "a.xlsx", "2.value=126"), gives(btc, "b.xlsx", "3.value=1"),
		}, "2.value=126 3.value=1", "", "accepted accepted"},
		{"a later blank does not remove", []returns.Return{
			gives(btc, "a.xlsx", "2.value=126 3.value=1"), gives(btc, "a lần 2.xlsx", "2.value=127 3.value=blank"),
		}, "2.value=127 3.value=1", "B232 B233", "accepted accepted"},
		{"a later cell that cannot be used is no reason to take the old figure", []returns.Return{
			gives(btc, "a.xlsx", "2.value=126"), gives(btc, "a lần 2.xlsx", "2.value=faulty"),
		}, "2.value=none", "B233", "faulty replaced"},
		{"nil replaces a figure", []returns.Return{
			gives(btc, "a.xlsx", "2.value=126"), gives(btc, "a lần 2.xlsx", "2.value=nil"),
		}, "2.value=nil", "B233", "accepted replaced"},
		{"only the figure in dispute is left open", []returns.Return{
			gives(btc, "a.xlsx", "2.value=126 3.value=1"), gives(btc, "b.xlsx", "2.value=127 3.value=1"),
		}, "2.value=none 3.value=1", "B231", "conflict conflict"},
		{"the corrected copy replaces what it corrects", []returns.Return{
			dated(gives(btc, "a.xlsx", "2.value=126"), tenth),
			corrects(dated(gives(btc, "b.xlsx", "2.value=127"), tenth), "a.xlsx"),
		}, "2.value=127", "B233", "replaced accepted"},
		{"a copy of a file with a bad cell", []returns.Return{
			hashed(gives(btc, "a.xlsx", "2.value=faulty"), "x"),
			hashed(gives(btc, "a (1).xlsx", "2.value=faulty"), "x"),
		}, "2.value=none", "B230", "faulty duplicate"},
		{"a bad cell that comes back as bad as it was", []returns.Return{
			gives(btc, "a.xlsx", "2.value=faulty"), corrects(gives(btc, "b.xlsx", "2.value=faulty"), "a.xlsx"),
		}, "2.value=none", "B233", "replaced faulty"},
		{"two bad cells without order", []returns.Return{
			gives(btc, "a.xlsx", "2.value=faulty"), gives(btc, "b.xlsx", "2.value=faulty"),
		}, "2.value=none", "", "faulty faulty"},
		{"a damaged file that was sent again", []returns.Return{
			unreadable(btc, "a.xlsx"), gives(btc, "a lần 2.xlsx", "2.value=127"),
		}, "2.value=127", "B236", "accepted replaced"},
		{"a damaged file beside another", []returns.Return{
			unreadable(btc, "a.xlsx"), gives(btc, "b.xlsx", "2.value=127"),
		}, "2.value=127", "", "unreadable accepted"},
		{"dates and names in a circle give no order", []returns.Return{
			dated(gives(btc, "a.xlsx", "2.value=126"), tenth),
			gives(btc, "b lần 2.xlsx", "2.value=127"),
			dated(gives(btc, "c lần 3.xlsx", "2.value=128"), fifth),
		}, "2.value=none", "B231", "conflict conflict conflict"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := theExample(t)
			p.Decisions, p.Choices = nil, nil
			out, problems := Settle(p, c.files)
			if got := told(out); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			var state, seen []string
			for _, r := range out.Returns {
				state = append(state, string(r.Status))
			}
			for _, pr := range problems {
				seen = append(seen, pr.Code)
			}
			slices.Sort(seen)
			if got := strings.Join(slices.Compact(seen), " "); got != c.codes {
				t.Errorf("problems %q, want %q", got, c.codes)
			}
			if got := strings.Join(state, " "); got != c.state {
				t.Errorf("files are %q, want %q", got, c.state)
			}
			for range 10 { // whatever the order of the files
				shuffled := slices.Clone(c.files)
				rand.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
				if again, more := Settle(p, shuffled); !reflect.DeepEqual(again, out) ||
					!reflect.DeepEqual(diag.Sort(more), diag.Sort(problems)) {
					t.Fatal("another order of files gave another result")
				}
			}
		})
	}
}

// The conflict names both files with their values and cells, and gives the
// lines with which a person settles it.
func TestConflictSaysHowToDecide(t *testing.T) {
	p := theExample(t)
	files := []returns.Return{gives("ban-to-chuc", "a.xlsx", "2.value=126"),
		gives("ban-to-chuc", "b.xlsx", "2.value=1270.5")}
	out, problems := Settle(p, files)
	if len(problems) != 1 || len(problems[0].Related) != 1 || problems[0].At.File != "1-nop-vao-day/b.xlsx" ||
		problems[0].Related[0].Cell != "G7" {
		t.Fatalf("%+v", problems)
	}
	if what := problems[0].In(diag.Vi); !strings.Contains(what,
		"126 trong «1-nop-vao-day/a.xlsx» nhưng 1.270,5 trong «1-nop-vao-day/b.xlsx»") {
		t.Error(what)
	}
	if fix := problems[0].Fix(diag.Vi); !strings.Contains(fix, `[[figure]]
measure = "2"
input   = "value"
unit    = "ban-to-chuc"
file    = ""
saw     = [{ file = "1-nop-vao-day/a.xlsx", value = "126" }, { file = "1-nop-vao-day/b.xlsx", value = "1.270,5" }]
reason  = ""
by      = ""
date    = 2022-12-`) {
		t.Error(fix)
	}
	if len(out.Versions) != 2 || out.Versions[0].Aside.Value.Plain() != "126" ||
		out.Versions[0].Used.Answer != returns.Faulty {
		t.Errorf("%+v", out.Versions)
	}
}

func TestDecisions(t *testing.T) {
	const btc = "ban-to-chuc"
	two := []returns.Return{gives(btc, "a.xlsx", "2.value=126"), gives(btc, "b.xlsx", "2.value=127")}
	n := quantity.Int(130)
	saw := []resolution.Seen{{File: "1-nop-vao-day/a.xlsx", Value: "126"}, {File: "1-NOP-VAO-DAY/B.xlsx", Value: "127"}}
	for _, c := range []struct {
		name   string
		choice resolution.Choice
		files  []returns.Return
		want   string
		codes  string
	}{
		{"a file is chosen", resolution.Choice{File: "1-nop-vao-day/b.xlsx", Saw: saw}, two, "2.value=127", ""},
		{"a file is chosen by a name typed elsewhere", resolution.Choice{
			File: "1-nop-vao-day/BA\u0306C.xlsx",
			Saw:  []resolution.Seen{{File: "1-nop-vao-day/Băc.xlsx", Value: "126"}},
		}, []returns.Return{
			gives(btc, "băc.xlsx", "2.value=126"),
		}, "2.value=126", ""},
		{"a value is given", resolution.Choice{Value: &n, Saw: saw}, two, "2.value=130", ""},
		{"nothing arose", resolution.Choice{Answer: "Không phát sinh", Saw: saw}, two, "2.value=nil", ""},
		{"for a unit that sent nothing", resolution.Choice{Value: &n}, nil, "2.value=130", ""},
		{"a value alone, later a file comes", resolution.Choice{Value: &n}, two[:1], "2.value=130", "B262"},
		{"what was seen is not recorded", resolution.Choice{File: "1-nop-vao-day/b.xlsx"}, two, "2.value=127", "B262"},
		{"the file is gone", resolution.Choice{File: "1-nop-vao-day/c.xlsx", Saw: saw}, two, "2.value=none",
			"B231 B260"},
		{"the file cannot be used", resolution.Choice{File: "1-nop-vao-day/a.xlsx", Saw: saw}, []returns.Return{
			gives(btc, "a.xlsx", "2.value=faulty"),
		}, "2.value=none", "B260"},
		{"a figure changed since", resolution.Choice{File: "1-nop-vao-day/b.xlsx", Saw: saw}, []returns.Return{
			two[0], gives(btc, "b.xlsx", "2.value=128"),
		}, "2.value=128", "B261"},
		{"a third file came since", resolution.Choice{File: "1-nop-vao-day/b.xlsx", Saw: saw},
			append(slices.Clone(two), gives(btc, "c.xlsx", "2.value=129")), "2.value=127", "B261"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := theExample(t)
			c.choice.Measure, c.choice.Input, c.choice.Unit, c.choice.By, c.choice.Reason, c.choice.Line = "2", "value",
				btc, "Văn phòng", "đã hỏi lại", 7
			p.Choices = []resolution.Choice{c.choice}
			out, problems := Settle(p, c.files)
			if got := told(out); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if got := codesOf(diag.Sort(problems)); !sameWords(got, c.codes) {
				t.Errorf("problems %q, want %q", got, c.codes)
			}
			if c.want != "2.value=none" && (out.Answers[0].Choice == nil || out.Answers[0].At.File == "") {
				t.Errorf("the answer does not tell of the decision: %+v", out.Answers[0])
			}
		})
	}
}

func sameWords(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(slices.Compact(x), slices.Compact(y))
}

// Two units own one figure: they agree, differ, or a person decides.
func TestEqualOwners(t *testing.T) {
	p := theExample(t)
	m := p.Measure("7")
	m.From = []string{"thong-ke", "chi-cuc-thue"}
	m.Inputs[0].From = m.From
	p.Index()
	tax, statistics := gives("chi-cuc-thue", "thue.xlsx", "7.value=1148"), gives("thong-ke", "tk.xlsx", "7.value=1150")
	out, problems := Settle(p, []returns.Return{tax, gives("thong-ke", "tk.xlsx", "7.value=1148")})
	if told(out) != "7.value=1.148 7.value=1.148" || problems != nil {
		t.Errorf("they agree: %q %s", told(out), codesOf(problems))
	}
	out, problems = Settle(p, []returns.Return{tax, statistics})
	if told(out) != "7.value=none 7.value=none" || codesOf(problems) != "B234" || len(out.Versions) != 2 {
		t.Errorf("they differ: %q %s", told(out), codesOf(problems))
	}
	p.Choices = []resolution.Choice{{Measure: "7", Input: "value", File: "1-nop-vao-day/tk.xlsx",
		Saw: []resolution.Seen{
			{File: "1-nop-vao-day/thue.xlsx", Value: "1.148"}, {File: "1-nop-vao-day/tk.xlsx", Value: "1.150"},
		}}}
	out, problems = Settle(p, []returns.Return{tax, statistics})
	if told(out) != "7.value=1.150 7.value=1.150" || problems != nil {
		t.Errorf("a person decided: %q %s", told(out), codesOf(problems))
	}
	out, problems = Settle(p, []returns.Return{statistics})
	if told(out) != "7.value=1.150 7.value=1.150" || codesOf(problems) != "B261" {
		t.Errorf("one of the files is gone: %q %s", told(out), codesOf(problems))
	}
}

// What another unit tells of a figure is shown beside the owner's and never used.
func TestTheOwnerWins(t *testing.T) {
	p := theExample(t)
	owner := gives("chi-cuc-thue", "thue.xlsx", "7.value=1148")
	other := gives("thong-ke", "tk.xlsx", "")
	tell := gives("chi-cuc-thue", "tk.xlsx", "7.value=1150").Observations[0]
	other.Others = []returns.Other{{Observation: tell, Owner: "chi-cuc-thue"}}
	out, problems := Settle(p, []returns.Return{owner, other})
	if told(out) != "7.value=1.148" || codesOf(problems) != "B235" || len(out.Versions) != 1 ||
		out.Versions[0].Unit != "thong-ke" {
		t.Errorf("%q %s %+v", told(out), codesOf(problems), out.Versions)
	}
	other.Others[0].Value = quantity.Int(1148)
	if _, problems = Settle(p, []returns.Return{owner, other}); problems != nil {
		t.Errorf("the same figure: %s", codesOf(problems))
	}
	if out, _ = Settle(p, []returns.Return{other}); told(out) != "" {
		t.Errorf("the owner sent nothing, yet %q counts", told(out))
	}
}

func TestNarrativeOfSeveralFiles(t *testing.T) {
	p := theExample(t)
	tells := func(file string, remarks ...returns.Remark) returns.Return {
		r := gives("mat-tran", file, "")
		for _, m := range remarks {
			m.At = diag.Position{File: r.File, Sheet: "Thuyết minh", Cell: "C6"}
			r.Remarks = append(r.Remarks, m)
		}
		return r
	}
	result := func(text string) returns.Remark {
		return returns.Remark{Kind: returns.Achievement, Area: "mat-tran-doan-the", Text: text}
	}
	cause := returns.Remark{Kind: returns.Cause, Area: "mat-tran-doan-the", Text: "Do dịch bệnh."}
	for _, c := range []struct {
		name, want string
		files      []returns.Return
	}{
		{"both without order", "Xây 20 nhà. Do dịch bệnh. Xây 21 nhà.", []returns.Return{
			tells("a.xlsx", result("Xây 20 nhà."), cause), tells("b.xlsx", result("Xây 21 nhà."), cause),
		}},
		{"the later one replaces what it tells anew", "Do dịch bệnh. Xây 21 nhà.", []returns.Return{
			tells("a.xlsx", result("Xây 20 nhà."), cause), tells("a lần 2.xlsx", result("Xây 21 nhà.")),
		}},
		{"a supplement adds", "Xây 20 nhà. Vận động 5 tỷ đồng.", []returns.Return{
			tells("a.xlsx", result("Xây 20 nhà.")), tells("a bổ sung.xlsx", result("Vận động 5 tỷ đồng.")),
		}},
	} {
		out, _ := Settle(p, c.files)
		var texts []string
		for _, m := range out.Remarks {
			texts = append(texts, m.Text)
		}
		slices.Sort(texts)
		want := strings.SplitAfter(c.want, ". ")
		for i := range want {
			want[i] = strings.TrimSpace(want[i])
		}
		slices.Sort(want)
		if !slices.Equal(texts, want) {
			t.Errorf("%s: got %q, want %q", c.name, texts, want)
		}
	}
}

// The narrative of another period's file is no part of the report; that it is there
// is told, since its author may have written it for this one.
func TestNarrativeOfAnotherPeriodIsTold(t *testing.T) {
	p := theExample(t)
	for _, c := range []struct {
		remarks int
		told    bool
	}{{0, false}, {3, true}} {
		half := gives("mat-tran", "6 thang.xlsx", "")
		half.OtherPeriod = "6 tháng đầu năm 2022"
		for range c.remarks {
			half.Remarks = append(half.Remarks, returns.Remark{Kind: returns.Cause, Text: "Do dịch bệnh."})
		}
		out, problems := Settle(p, []returns.Return{half, gives("mat-tran", "nam.xlsx", "16.numerator=3")})
		if codesOf(problems) != "B072" || len(out.Remarks) > 0 {
			t.Fatalf("%v: %v", problems, out.Remarks)
		}
		vi, en := problems[0].In(diag.Vi), problems[0].In(diag.En)
		if strings.Contains(vi, "3 đoạn thuyết minh") != c.told || strings.Contains(en, "3 texts") != c.told {
			t.Errorf("%d texts of narrative: %s %s", c.remarks, vi, en)
		}
	}
}

// A file that another period's report used is left out where it tells no period
// itself, or where only the office's layout finds its figures; what tells its own
// period, such as a table of a quarter and of the year, is not.
func TestFilesThatServedAnotherPeriod(t *testing.T) {
	p := theExample(t)
	for _, c := range []struct {
		undated bool
		how     returns.Source
		want    string
	}{{true, returns.ByLabel, "B447"}, {false, returns.ByLayout, "B072"}, {false, returns.ByLabel, ""}} {
		f := gives("ban-to-chuc", "so lieu.xlsx", "2.value=126")
		f.SentFor, f.Undated = diag.Text{Vi: "quý I", En: "quarter 1"}, c.undated
		for i := range f.Observations {
			f.Observations[i].How = c.how
		}
		out, problems := Settle(p, []returns.Return{f})
		if codesOf(problems) != c.want || len(out.Answers) > 0 != (c.want == "") {
			t.Errorf("undated %v, %v: %v, %d answers", c.undated, c.how, codesOf(problems), len(out.Answers))
		}
	}
}

// Problems of a cell that was sent again are over, whichever column of its row
// they are at; those of cells that still count stand.
func TestProblemsOfReplacedAnswersAreOver(t *testing.T) {
	p := theExample(t)
	s, _ := Settle(p, []returns.Return{gives("ban-to-chuc", "a.xlsx", "2.value=faulty 3.value=faulty"),
		gives("ban-to-chuc", "a bổ sung.xlsx", "2.value=127")})
	at := func(file, cell string) diag.Position {
		return diag.Position{File: "1-nop-vao-day/" + file, Sheet: "Số liệu", Cell: cell}
	}
	all := []diag.Problem{
		diag.New("B300", at("a.xlsx", "G7"), nil).ForMeasure("2"),
		diag.New("B218", at("a.xlsx", "E7"), nil).ForMeasure("2"),
		diag.New("B300", at("a.xlsx", "G8"), nil).ForMeasure("3"),
		diag.New("B300", at("a bổ sung.xlsx", "G7"), nil).ForMeasure("2"),
		diag.New("B212", at("a.xlsx", ""), nil),
	}
	var left []string
	for _, pr := range s.Standing(all) {
		left = append(left, pr.Code+pr.At.Cell+pr.Measure)
	}
	if got := strings.Join(left, " "); got != "B300G83 B300G72 B212" {
		t.Error(got)
	}
	s, _ = Settle(p, []returns.Return{gives("ban-to-chuc", "a.xlsx", "2.value=faulty"),
		gives("ban-to-chuc", "a lần 2.xlsx", "2.value=127")})
	if left := s.Standing(all); len(left) != 1 || left[0].At.File != "1-nop-vao-day/a bổ sung.xlsx" {
		t.Errorf("of a file replaced as a whole: %v", left)
	}
}

// A name that says it is the last one proposes which file to choose; it decides
// nothing.
func TestNamesThatClaimToBeTheLast(t *testing.T) {
	for _, c := range []struct{ a, b, name, said string }{
		{"BC.xlsx", "BC bản cuối.xlsx", "BC bản cuối.xlsx", "bản cuối"},
		{"BC (điều chỉnh).xlsx", "BC.xlsx", "BC (điều chỉnh).xlsx", "điều chỉnh"},
		{"BC.xlsx", "BC (2).xlsx", "BC (2).xlsx", "(2)"},
		{"BC v2.xlsx", "BC mới nhất.xlsx", "", ""},
		{"BC quý 2.xlsx", "BC (1).xlsx", "", ""},
	} {
		name, said := lastOf([]*file{{Return: &returns.Return{File: c.a}}, {Return: &returns.Return{File: c.b}}})
		if name != c.name || said != c.said {
			t.Errorf("%q, %q: %q %q", c.a, c.b, name, said)
		}
	}
}

func TestEditions(t *testing.T) {
	for name, want := range map[string]edition{
		"a.xlsx":                         {1, "", ""},
		"Báo cáo lần 2.xlsx":             {2, "", "lần 2"},
		"bao cao (lan thu hai).xls":      {2, "", "lần 2"},
		"BC-LAN03-SUA.xlsx":              {3, editionCorrection, "lần 3, sửa"},
		"bo_sung.xlsx":                   {1, editionSupplement, "bổ sung"},
		"Bổ sung lần 2.ods":              {2, editionSupplement, "lần 2, bổ sung"},
		"chỉnh sửa.xlsx":                 {1, editionCorrection, "sửa"},
		"sửa đổi.xlsx":                   {1, editionCorrection, "sửa"},
		"lần 2/a.xlsx":                   {2, "", "lần 2"},
		"gửi lần 2.zip/a.xlsx":           {2, "", "lần 2"},
		"a - bản sao (2) - Copy.xlsx":    {1, "", ""},
		"Hoa Lan năm 2022.xlsx":          {1, "", ""},
		"hoa lan nam 2022.xlsx":          {1, "", ""},
		"hoa lan 20.12.2022.xlsx":        {1, "", ""},
		"Phường Hoa Lan 2.xlsx":          {1, "", ""},
		"lần thứ năm.xlsx":               {5, "", "lần 5"},
		"Sữa học đường.xlsx":             {1, "", ""},
		"Sữa học đường (đã sửa).xlsx":    {1, editionCorrection, "sửa"},
		"nhà sửa chữa 2022.xlsx":         {1, "", ""},
		"Thị Lan 2022.xlsx":              {1, "", ""},
		"chính thức final moi nhat.xlsx": {1, "", ""},
	} {
		if got := editionOf("1-nop-vao-day/" + name); got != want {
			t.Errorf("%s: %+v, want %+v", name, got, want)
		}
	}
}

// A unit that sends hundreds of files, each with another figure.
func BenchmarkSettle(b *testing.B) {
	p := theExample(b)
	var files []returns.Return
	for i := range 300 {
		answers := fmt.Sprintf("1.1.numerator=%d 1.1.denominator=5000 1.2.numerator=%d "+
			"1.3.numerator=1 1.3.denominator=9 2.value=3 3.value=%d", i, i, i)
		files = append(files, gives("ban-to-chuc", fmt.Sprintf("a lần %d.xlsx", i%90+1), answers))
	}
	for b.Loop() {
		Settle(p, files)
	}
}

// Whatever files are called and dated, of two at most one comes later.
func FuzzOrder(f *testing.F) {
	f.Add("a lần 2.xlsx", "a bổ sung lần 3.xlsx", 15, 31)
	f.Add("sửa.xls", "x/lan thu hai/sua.ods", 5, 0)
	f.Fuzz(func(t *testing.T, a, b string, dayA, dayB int) {
		declared := func(day int) viet.Date {
			if day == 0 {
				return viet.Date{}
			}
			return viet.Date{Year: 2022, Month: 12, Day: day & 15}
		}
		p := &file{Return: &returns.Return{File: "1-nop-vao-day/" + a, SHA256: a, Declared: declared(dayA)}}
		q := &file{Return: &returns.Return{File: "1-nop-vao-day/" + b, SHA256: b, Declared: declared(dayB)}}
		p.edition, q.edition = editionOf(p.File), editionOf(q.File)
		for _, corrects := range []string{"", b} {
			p.Corrects = corrects
			_, x := comesAfter(p, q)
			_, y := comesAfter(q, p)
			if x && y {
				t.Errorf("%q and %q each come after the other", a, b)
			}
		}
	})
}
