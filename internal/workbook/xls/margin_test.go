package xls

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf16"

	"baocao/internal/workbook"
)

func texts(cells []workbook.Cell) string {
	var all []string
	for _, c := range cells {
		all = append(all, c.Text)
	}
	return strings.Join(all, "|")
}

// What is printed over and under the pages, in both formats; that of somebody's own
// view is not the sheet's.
func TestXLSMargins(t *testing.T) {
	t.Parallel()
	wide := func(s string) []byte { u := utf16.Encode([]rune(s)); return le(u16(len(u)), u8(1), u) }
	more := func(flags uint16, view byte, codes ...string) []byte {
		body := le(u16(recMargins), make([]byte, 10), view, make([]byte, 15), flags)
		var all []byte
		for _, c := range codes {
			body = le(body, u16(len(utf16.Encode([]rune(c)))))
			if c != "" {
				all = le(all, wide(c))
			}
		}
		return rec(recMargins, body, all)
	}
	header, footer := rec(recHeader, wide(`&C&"Arial,Bold"6 tháng`)), rec(recFooter, wide("&RĐVT: đồng"))
	for name, c := range map[string]struct {
		records        []byte
		header, footer string
	}{
		"none":  {nil, "", ""},
		"blank": {le(rec(recHeader), rec(recFooter)), "", ""},
		"both":  {le(header, footer), "6 tháng", "ĐVT: đồng"},
		"short": {rec(recHeader, u16(90), u8(0), "abc"), "", ""},
		"a view": {le(footer, rec(recViewBegin, make([]byte, 64)), header, footer, rec(recViewEnd, u16(1))), "",
			"ĐVT: đồng"},
		"more":       {le(header, more(3, 0, "chẵn", "", "đầu", "chân")), "6 tháng|chẵn|đầu", "chân"},
		"not in use": {le(header, more(2, 0, "chẵn", "", "đầu", "")), "6 tháng|đầu", ""},
		"of a view":  {more(3, 7, "chẵn", "", "đầu", ""), "", ""},
		"cut":        {more(3, 0, "chẵn")[:30], "", ""},
	} {
		if name == "cut" {
			c.records[2] = 26
		}
		s := mustReadXLS(t, dressed().sheet("A", c.records, number(0, 0, 5)).file()).Sheets[0]
		if texts(s.Header) != c.header || texts(s.Footer) != c.footer {
			t.Errorf("%s: %q %q", name, texts(s.Header), texts(s.Footer))
		}
	}
	old := &xlsWriter{}
	s := mustReadXLS(t, old.looks().sheet("A", rec(recHeader, u8(9), "&C2022 &P"), number(0, 0, 5)).file()).Sheets[0]
	if strings.TrimSpace(texts(s.Header)) != "2022" {
		t.Errorf("BIFF5: %q", texts(s.Header))
	}
	_, err := readStored(dressed().sheet("A", header, header, number(0, 0, 5)).file())
	var refused *workbook.Refusal
	if !errors.As(err, &refused) {
		t.Errorf("two headers: %v", err)
	}
}
