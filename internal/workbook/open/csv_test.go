package open

import (
	"context"
	"encoding/binary"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"baocao/internal/workbook"
	"baocao/internal/workbook/repair"
	"baocao/internal/workbook/text"
)

const table = "TT;Chỉ tiêu;Đơn vị tính;Thực hiện\n1;Tỷ lệ hộ nghèo;%;1,25\n" +
	"2;Thu ngân sách trên địa bàn;tỷ đồng;1300,4\n3;\"Kết nạp đảng viên\nmới; \"\"chính thức\"\"\";đảng viên;128\n"

func readCSV(t *testing.T, data string) *workbook.Book {
	t.Helper()
	b, problems := Read(context.Background(), "1-nop-vao-day/Bắc Sơn.csv", []byte(data), workbook.DefaultLimits())
	if b == nil || len(problems) > 0 {
		t.Fatalf("%q: %v", data[:min(len(data), 40)], problems)
	}
	if b.Format != "csv" || len(b.Sheets) != 1 || b.Sheets[0].Name != "Bắc Sơn" {
		t.Fatalf("%+v", b)
	}
	return b
}

// rowsOf prints a sheet as rows of cells, numbers in brackets.
func rowsOf(s *workbook.Sheet) string {
	var b strings.Builder
	row := 1
	for i := range s.Cells {
		c := &s.Cells[i]
		for ; row < c.Row; row++ {
			b.WriteByte('\n')
		}
		fmt.Fprintf(&b, "|%s=", c.Ref())
		if c.Kind == workbook.Number {
			b.WriteString("[" + c.Number.Plain() + "]")
		} else {
			b.WriteString(strings.ReplaceAll(c.Text, "\n", "\\n"))
		}
	}
	return b.String()
}

const tableRead = `|A1=TT|B1=Chỉ tiêu|C1=Đơn vị tính|D1=Thực hiện
|A2=[1]|B2=Tỷ lệ hộ nghèo|C2=%|D2=[1.25]
|A3=[2]|B3=Thu ngân sách trên địa bàn|C3=tỷ đồng|D3=[1300.4]
|A4=[3]|B4=Kết nạp đảng viên\nmới; "chính thức"|C4=đảng viên|D4=[128]`

func TestATableReadsTheSameFromEveryEncoding(t *testing.T) {
	t.Parallel()
	utf16of := func(order binary.AppendByteOrder, mark bool) string {
		units := utf16.Encode([]rune(table))
		if mark {
			units = append([]uint16{0xFEFF}, units...)
		}
		var out []byte
		for _, u := range units {
			out = order.AppendUint16(out, u)
		}
		return string(out)
	}
	windows1258, err := charmap.Windows1258.NewEncoder().String(apart(table))
	if err != nil {
		t.Fatal(err)
	}
	// The same table as programs with the fonts of their time stored it.
	const tcvn3 = "TT;Ch\xd8 ti\xaau;\xa7\xacn v\xde t\xddnh;Th\xf9c hi\xd6n\n1;T\xfb l\xd6 h\xe9 ngh\xcco;%;1,25\n" +
		"2;Thu ng\xa9n s\xb8ch tr\xaan \xae\xdea b\xb5n;t\xfb \xae\xe5ng;1300,4\n" +
		"3;\"K\xd5t n\xb9p \xae\xb6ng vi\xaan\nm\xedi; \"\"ch\xddnh th\xf8c\"\"\";\xae\xb6ng vi\xaan;128\n"
	const vni = "TT;Ch\xe6 tie\xe2u;\xd1\xf4n v\xf2 t\xednh;Th\xf6\xefc hie\xe4n\n" +
		"1;Ty\xfb le\xe4 ho\xe4 nghe\xf8o;%;1,25\n" +
		"2;Thu nga\xe2n sa\xf9ch tre\xe2n \xf1\xf2a ba\xf8n;ty\xfb \xf1o\xe0ng;1300,4\n" +
		"3;\"Ke\xe1t na\xefp \xf1a\xfbng vie\xe2n\n" +
		"m\xf4\xf9i; \"\"ch\xednh th\xf6\xf9c\"\"\";\xf1a\xfbng vie\xe2n;128\n"
	for name, data := range map[string]string{
		"UTF-8":                    table,
		"UTF-8 with a mark":        "\xEF\xBB\xBF" + table,
		"UTF-8, marks apart":       norm.NFD.String(table),
		"UTF-16LE with a mark":     utf16of(binary.LittleEndian, true),
		"UTF-16LE":                 utf16of(binary.LittleEndian, false),
		"UTF-16BE with a mark":     utf16of(binary.BigEndian, true),
		"UTF-16BE":                 utf16of(binary.BigEndian, false),
		"windows-1258":             windows1258,
		"TCVN3":                    tcvn3,
		"VNI":                      vni,
		"UTF-8 saved as it looked": misreadAs1252(t, table),
		"line ends of Windows":     strings.ReplaceAll(table, "\n", "\r\n"),
		"line ends of an old Mac":  strings.ReplaceAll(strings.ReplaceAll(table, "viên\nmới", "viên mới"), "\n", "\r"),
		"end of text of DOS":       table + "\x1A",
		"no last line end":         strings.TrimSuffix(table, "\n"),
	} {
		want := tableRead
		if strings.Contains(name, "Mac") {
			want = strings.Replace(want, `\nmới`, " mới", 1)
		}
		if got := rowsOf(readCSV(t, data).Sheets[0]); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, want)
		}
	}
}

// apart has the tones as characters of their own and the other marks not, as
// windows-1258 wants it.
func apart(s string) string {
	var b strings.Builder
	for _, r := range s {
		letter, tone := "", ""
		for _, part := range norm.NFD.String(string(r)) {
			if strings.ContainsRune("\u0300\u0301\u0303\u0309\u0323", part) {
				tone = string(part)
			} else {
				letter += string(part)
			}
		}
		b.WriteString(norm.NFC.String(letter) + tone)
	}
	return b.String()
}

func misreadAs1252(t *testing.T, s string) string {
	t.Helper()
	out := ""
	for _, c := range []byte(s) {
		if r := charmap.Windows1252.DecodeByte(c); r != 0xFFFD {
			out += string(r)
		} else {
			out += string(rune(c))
		}
	}
	return out
}

func TestTheSeparatorIsTold(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ data, want string }{
		"semicolon":      {"a;b\nc;1,5\n", "|A1=a|B1=b\n|A2=c|B2=[1.5]"},
		"comma":          {"a,b\nc,1.5\n", "|A1=a|B1=b\n|A2=c|B2=[1.5]"},
		"tab":            {"a\tb\nc\t1,5\n", "|A1=a|B1=b\n|A2=c|B2=[1.5]"},
		"bar":            {"a|b\nc|1,5\n", "|A1=a|B1=b\n|A2=c|B2=[1.5]"},
		"said":           {"sep=|\r\na;x|b\nc|2\n", "\n|A2=a;x|B2=b\n|A3=c|B3=[2]"},
		"said in quotes": {"\"sep=;\"\na,b;c\n", "\n|A2=a,b|B2=c"},
		"titles above": {"QUẬN KIẾN AN, NĂM 2022\n\na;b;c\n1;2;3\n4;5;6\n",
			"|A1=QUẬN KIẾN AN, NĂM 2022\n\n|A3=a|B3=b|C3=c\n|A4=[1]|B4=[2]|C4=[3]\n|A5=[4]|B5=[5]|C5=[6]"},
		"decimals everywhere": {"a;b\n1,5;2,5\n3,5;4,5\n", "|A1=a|B1=b\n|A2=[1.5]|B2=[2.5]\n|A3=[3.5]|B3=[4.5]"},
		"quoted decimals": {"TT,Chỉ tiêu,Thực hiện\n1,Thu,\"1300,4\"\n",
			"|A1=TT|B1=Chỉ tiêu|C1=Thực hiện\n|A2=[1]|B2=Thu|C2=[1300.4]"},
		"numbers of columns": {"TT,Chỉ tiêu,Thực hiện\n1,2,3\n1,Thu,7\n",
			"|A1=TT|B1=Chỉ tiêu|C1=Thực hiện\n|A2=[1]|B2=[2]|C2=[3]\n|A3=[1]|B3=Thu|C3=[7]"},
		"a letter": {"Kính gửi Quận ủy,\nPhường báo cáo như sau, cụ thể là, không có gì.\nTrân trọng\n",
			"|A1=Kính gửi Quận ủy,\n|A2=Phường báo cáo như sau, cụ thể là, không có gì.\n|A3=Trân trọng"},
		"nothing but blanks": {" ; ;\n;;\n", ""},
	} {
		if got := rowsOf(readCSV(t, c.data).Sheets[0]); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// Only what can be nothing else is a number; the rest is for the recogniser.
func TestWhatIsANumberInAText(t *testing.T) {
	t.Parallel()
	for text, number := range map[string]bool{
		"12": true, "-12": true, "0": true, "0,5": true, "12,25": true, "12.5": true, " 7 ": true, "1234567": true,
		"00": false, "007": false, "1.250": false, "1,250": false, "1.250.000": false, "1 250": false, "12%": false,
		"1e5": false, "+5": false,
		"=1+2": false, "-": false, "01/12/2022": false, "1234567890123456": false, "12,": false, ",5": false,
	} {
		s := readCSV(t, "a;b\nx;"+text+"\n").Sheets[0]
		if c := s.At(2, 2); c == nil || (c.Kind == workbook.Number) != number {
			t.Errorf("%q: %+v", text, c)
		}
	}
	for _, text := range []string{"=cmd|' /C calc'!A0", "+1", "-x", "@SUM(A1)", "\t=1"} {
		c := readCSV(t, "sep=;\na;"+text+"\n").Sheets[0].At(2, 2)
		if c.Kind != workbook.Text || c.Text != text || c.HasFormula {
			t.Errorf("%q became %+v", text, c)
		}
	}
}

func TestATextThatMayLoseAFigureIsRefused(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ data, code, cell string }{
		"a decimal comma between commas": {"TT,Chỉ tiêu,Thực hiện\n1,Thu,1300,4\n2,Chi,1200,5\n", "B142", "D2"},
		"in one row only":                {"TT,Chỉ tiêu,Thực hiện\n1,Thu,1300\n2,Chi,1200,5\n", "B142", "D3"},
		"an open quote":                  {"a;b\n\"c;1\nd;2\n", "B143", "A2"},
		"half a UTF-16 character":        {"\xFF\xFEa\x00;", "B120", ""},
		"too many columns":               {"sep=;\n" + strings.Repeat(";", 20_000) + "\n", "B124", ""},
		"a text too long":                {"a;" + strings.Repeat("x", 200_000) + "\n", "B130", "B1"},
	} {
		b, problems := Read(context.Background(), "a.csv", []byte(c.data), workbook.DefaultLimits())
		if b != nil || len(problems) != 1 || problems[0].Code != c.code || problems[0].At.Cell != c.cell {
			t.Errorf("%s: %v %v", name, b != nil, problems)
		}
	}
	if _, problems := Read(context.Background(), "a.csv", []byte("caf\xe9 cr\xe8me;1\n"),
		workbook.DefaultLimits()); len(problems) == 0 || problems[0].Code != "B144" {
		t.Error(problems)
	}
}

func FuzzPlainText(f *testing.F) {
	f.Add([]byte(table))
	f.Add([]byte("sep=;\r\n\"a\"\"b\";c\r\n"))
	f.Add([]byte("\xFF\xFEa\x00;\x00b\x00\n\x00"))
	f.Add([]byte("T\xfb l\xd6 h\xe9,1\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		g := workbook.NewGuard(context.Background(), workbook.DefaultLimits())
		b, err := text.Read("a", data, g)
		if (b == nil) == (err == nil) {
			t.Fatal(b, err)
		}
		if b != nil {
			ordered(t, b)
			if _, err := repair.Book("a", b, g); err != nil {
				t.Fatal(err)
			}
		}
	})
}

func ordered(t *testing.T, b *workbook.Book) {
	t.Helper()
	for _, s := range b.Sheets {
		for i := 1; i < len(s.Cells); i++ {
			a, c := &s.Cells[i-1], &s.Cells[i]
			if a.Row > c.Row || a.Row == c.Row && a.Col >= c.Col {
				t.Fatalf("%s before %s", a.Ref(), c.Ref())
			}
		}
	}
}

func BenchmarkPlainText(b *testing.B) {
	data := []byte(strings.Repeat("12;Tỷ lệ hộ nghèo trên địa bàn;%;1,25;Phường Bắc Sơn;2022;7;8;9;10\n", 10_000))
	b.ReportAllocs()
	for b.Loop() {
		if book, problems := Read(context.Background(), "a.csv", data, workbook.DefaultLimits()); book == nil {
			b.Fatal(problems)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/100_000, "ns/cell")
}
