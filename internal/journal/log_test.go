package journal

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"baocao/internal/render/result"
)

var noon = time.Date(2026, 12, 20, 5, 0, 0, 0, time.UTC)

// built is the record of a report.
func built(number int) Record {
	judged := "82.76"
	return Record{Did: Built, Report: number, At: noon, By: "Nguyễn Văn A", Period: "nam",
		Summary: &result.Summary{Total: 1, Met: 1}, Verdicts: map[string]string{"1": "met"},
		Figures: map[string]Figure{"1.1": {&judged, "met"}},
		Inputs:  []Input{{"1-nop-vao-day/a\tb <1>.xlsx", strings.Repeat("a", 64)}},
		Outputs: []Output{{"BaoCao-2026.pdf", 12, strings.Repeat("b", 64), "0a"},
			{"ket-qua.json", 3, fmt.Sprintf("%064x", number), ""}}}
}

func logged(t *testing.T, records ...Record) []byte {
	t.Helper()
	data := Head("Sổ nhật ký")
	for _, r := range records {
		line, err := Line(r, "Lần này\tcó dấu cách\nvà xuống dòng\xff")
		if err != nil {
			t.Fatal(err)
		}
		data = append(data, line...)
	}
	return data
}

// What is written is read again, and opens in Notepad: a line each, whose left side is
// for people.
func TestTheLogIsReadAsItWasWritten(t *testing.T) {
	t.Parallel()
	letter := Record{Did: Mailed, Report: 1, At: noon, Period: "nam", To: []string{"a@b.vn"}, Letter: "thu.eml"}
	data := logged(t, built(1), letter)
	l := ReadLog(data)
	if len(l.Records) != 2 || l.Damaged != nil || l.Torn {
		t.Fatalf("%+v", l)
	}
	for i, want := range []Record{built(1), letter} {
		if !l.Records[i].At.Equal(want.At) {
			t.Errorf("at %v", l.Records[i].At)
		}
		l.Records[i].At = want.At
		if !reflect.DeepEqual(l.Records[i], want) {
			t.Errorf("%+v\nwant\n%+v", l.Records[i], want)
		}
	}
	if !bytes.HasPrefix(data, []byte("\uFEFF# Sổ nhật ký\r\n")) || bytes.Count(data, []byte("\r\n")) != 3 ||
		bytes.Count(data, []byte("\n")) != 3 {
		t.Errorf("%q", data)
	}
}

// The machine stops at any byte of a line: all lines before it are read, and the torn
// one is told; what is written next is read too.
func TestALogThatIsTornAtAnyByte(t *testing.T) {
	t.Parallel()
	whole := logged(t, built(1))
	both := logged(t, built(1), built(2))
	next, err := Line(built(3), "x")
	if err != nil {
		t.Fatal(err)
	}
	for n := range len(both) + 1 {
		l := ReadLog(both[:n])
		switch {
		case n < len(whole)-2 && len(l.Records) != 0,
			n >= len(whole) && (len(l.Records) == 0 || l.Records[0].Report != 1):
			t.Fatalf("cut at %d: %+v", n, l)
		case l.Torn != (len(l.Damaged) > 0):
			t.Fatalf("cut at %d: torn %v, damaged %v", n, l.Torn, l.Damaged)
		}
		closed := append(bytes.Clone(both[:n]), '\r', '\n')
		after := ReadLog(append(closed, next...))
		if last := len(after.Records); last != len(l.Records)+1 || after.Records[last-1].Report != 3 || after.Torn {
			t.Fatalf("written after a cut at %d: %+v", n, after)
		}
	}
}

// Somebody edits the log by hand, or makes it up: what makes no sense is passed over,
// and no name in it leads out of a folder.
func TestALogThatSomebodyEdited(t *testing.T) {
	t.Parallel()
	good := string(logged(t, built(1)))
	line := strings.Split(good, "\r\n")[1]
	for was, is := range map[string]string{
		`"report":1,`:               `"report":0,`,
		`"report":1`:                `"report":9223372036854775807`,
		`"did":"built","report":1`:  `"did":"frozen","unit":"a","report":-1`,
		`{"did":"built","report":1`: `{"did":"frozen","unit":"a","report":0`,
		`"BaoCao-2026.pdf"`:         `"../BaoCao-2026.pdf"`,
		`"name":"ket-qua.json"`:     `"name":"..\\ket-qua.json"`,
		strings.Repeat("b", 64):     "b",
		`"period":"nam"`:            `"period":""`,
		`"did":"built"`:             `"did":""`,
		`{"did"`:                    `{did`,
		"\t{":                       " {",
		`"size":12`:                 `"size":-1`,
		`"summary":`:                `"summaries":`,
		`"outputs":`:                `"letter":"BaoCao-2026.pdf","outputs":`,
		`"at":"2026-12-20T12:00:`:   `"at":"2026-99-20T12:00:`,
	} {
		bad := strings.Replace(line, was, is, 1)
		if bad == line {
			t.Fatalf("%s is not there", was)
		}
		l := ReadLog([]byte(good + bad + "\r\n" + line + "\r\n\r\n"))
		if len(l.Records) != 2 || len(l.Damaged) != 1 || l.Damaged[0] != 3 || l.Torn {
			t.Errorf("%s: %d records, damaged %v", is, len(l.Records), l.Damaged)
		}
	}
	// A later program may tell more.
	later := strings.Replace(line, `{"did":"built"`, `{"more":1,"did":"signed"`, 1)
	if l := ReadLog([]byte(later)); len(l.Records) != 1 || l.Current("nam") != nil {
		t.Errorf("of a later program: %+v", l)
	}
}

// What is in place, what was before it, what went out and what stands.
func TestWhatTheLogTells(t *testing.T) {
	t.Parallel()
	line := func(did Did, number int) Record { return Record{Did: did, Report: number, At: noon, Period: "nam"} }
	half := built(9)
	half.Period = "6-thang"
	l := ReadLog(logged(t, built(1), line(Mailed, 1), built(2), half, line(Again, 2), line(Frozen, 2)))
	c := l.Current("nam")
	if c == nil || c.Did != Again || l.Before(c).Did != Built || l.Before(l.Before(c)).Report != 1 ||
		l.Before(&l.Records[0]) != nil {
		t.Errorf("in place %+v", c)
	}
	if l.Mailed("nam").Report != 1 || l.Mailed("6-thang") != nil || l.Frozen("nam").Report != 2 ||
		l.Frozen("6-thang") != nil || l.Latest(nil) != 9 || l.Report(2) == nil || l.Report(7) != nil ||
		l.WithResult(fmt.Sprintf("%064x", 2)).Report != 2 {
		t.Errorf("%+v", l.Records)
	}
	if p := l.Protected(); !p[1] || !p[2] || p[9] {
		t.Errorf("protected %v", p)
	}
	l = ReadLog(logged(t, line(Frozen, 2), line(Unfrozen, 2)))
	if l.Frozen("nam") != nil {
		t.Error("unfrozen figures stand")
	}
	if r := (&Record{}).Figured(); len(r.Sections) != 1 {
		t.Errorf("%+v", r)
	}
}

// What became of a letter is told by its own line, however often it was handed over; without
// one nobody is sure.
func TestWhatBecameOfALetter(t *testing.T) {
	t.Parallel()
	line := func(did Did, id string, attempt int) Record {
		return Record{Did: did, Report: 1, At: noon, Period: "nam", MessageID: id, Attempt: attempt}
	}
	unit := Record{Did: Sending, Unit: "phuong-a", At: noon, Period: "nam", MessageID: "<c>", Attempt: 1}
	l := ReadLog(logged(t, built(1), line(Sending, "<a>", 1), line(Unsent, "<a>", 1), line(Sending, "<a>", 2),
		line(Sending, "<b>", 1), line(Sent, "<a>", 2), line(Sending, "<a>", 3), unit))
	if l.Damaged != nil {
		t.Fatalf("%v", l.Damaged)
	}
	var got []string
	for i := range l.Records {
		if r := &l.Records[i]; r.Did == Sending {
			got = append(got, fmt.Sprint(r.MessageID, r.Attempt, " ", l.Outcome(r).Did, " ", l.Left(r)))
		}
	}
	if want := "[<a>1 unsent false <a>2 sent true <b>1 unsure true <a>3 unsure true <c>1 unsure false]"; fmt.Sprint(
		got) != want {
		t.Errorf("got %v\nwant %v", got, want)
	}
	if l.NextAttempt("<a>") != 4 || l.NextAttempt("<new>") != 1 {
		t.Errorf("next %d, %d", l.NextAttempt("<a>"), l.NextAttempt("<new>"))
	}
	if m := l.Mailed("nam"); m == nil || m.Attempt != 3 || !l.Protected()[1] || l.Protected()[0] {
		t.Errorf("mailed %v, protected %v", m, l.Protected())
	}
	if l := ReadLog(logged(t, built(1), line(Sending, "<a>", 1), line(Unsent, "<a>", 1))); l.Mailed("nam") != nil {
		t.Error("a letter that did not go counts as mailed")
	}
}

// What a person did through the page stands beside the runs and is about no report: it
// changes nothing of what the log says of reports.
func TestWhatPeopleDidIsInTheLog(t *testing.T) {
	t.Parallel()
	at := time.Date(2022, 12, 20, 16, 10, 0, 0, vietnam)
	line, err := Line(Record{Did: Done, At: at, By: "Nguyễn Thị Hoa", What: "nộp 1 tệp: a.xlsx"}, "16:10 nộp 1 tệp")
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(line), `"report"`) || strings.Contains(string(line), `"period"`) {
		t.Errorf("%s", line)
	}
	log := ReadLog(append(Head("Sổ nhật ký"), line...))
	if len(log.Damaged) > 0 || len(log.Records) != 1 || log.Records[0].What != "nộp 1 tệp: a.xlsx" {
		t.Errorf("%+v", log)
	}
	if log.Latest(nil) != 0 || log.Current("nam") != nil || log.Current("") != nil || log.Mailed("") != nil {
		t.Error("it is taken for a report")
	}
	for _, torn := range []string{`{"did":"done","at":"2022-12-20T16:10:00+07:00"}`, `{"did":"done","what":"x"}`} {
		if log := ReadLog([]byte("x\t" + torn + "\r\n")); len(log.Damaged) != 1 {
			t.Errorf("%s: %+v", torn, log)
		}
	}
}
