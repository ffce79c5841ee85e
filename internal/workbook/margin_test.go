package workbook

import (
	"context"
	"strings"
	"testing"
)

func marginText(t testing.TB, codes string) string {
	cells, err := Margin(codes, NewGuard(context.Background(), DefaultLimits()))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, c := range cells {
		all = append(all, strings.TrimSpace(c.Text))
		if c.Kind != Text || c.Row != 0 || c.Col != 0 {
			t.Errorf("%q: %+v", codes, c)
		}
	}
	return strings.Join(all, "|")
}

func TestMarginsPrintWordsAndNoCodes(t *testing.T) {
	for codes, want := range map[string]string{
		"":                       "",
		"&C&P/&N":                "",
		"&P+1":                   "",
		"&CTrang &P-2 / &N":      "Trang   /",
		"Đơn vị: triệu đồng":     "Đơn vị: triệu đồng",
		"&RĐVT: đồng&LUBND && P": "UBND & P|ĐVT: đồng",
		`&C&"Times New Roman,Bold"&14NĂM&12 2022`: "NĂM 2022",
		`&C&"-,Bold"&K01+034 6 tháng&KFF0000 x`:   "6 tháng x",
		"&CNăm &S2021&S 2022":                     "Năm  2022",
		"&B&I&U&E&X1&X&Y2&Y":                      "12",
		"&C&A - &F, &D &T&G&Z":                    "",
		"dòng 1\ndòng 2":                          "dòng 1\ndòng 2",
		"&":                                       "", "&C&": "", `&"Arial`: "", "&K0": "", "a&": "a",
	} {
		if got := marginText(t, codes); got != want {
			t.Errorf("%q: %q, want %q", codes, got, want)
		}
	}
}

func TestMarginsKeepTheFontsOfOldEncodings(t *testing.T) {
	cells, err := Margin(`&C&".VnTime,Bold"N¨m&"Arial" 2022`, NewGuard(context.Background(), DefaultLimits()))
	if err != nil || len(cells) != 1 || len(cells[0].Runs) != 2 || cells[0].Runs[0].Font != ".VnTime" ||
		cells[0].Runs[1].Font != "Arial" || cells[0].Style.Font != ".VnTime" {
		t.Errorf("%v %+v", err, cells)
	}
}

func FuzzMargin(f *testing.F) {
	for _, s := range []string{`&L&"A,B"&14x&K01+000y&&&P+1`, "&", `&"`, "&K&C", "&1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, codes string) {
		if got := marginText(t, codes); len(got) > len(codes)+2 {
			t.Errorf("%q became %q", codes, got)
		}
	})
}
