package open

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"testing"

	"github.com/xuri/excelize/v2"

	"baocao/internal/workbook"
)

// lockedBook is a workbook saved with a password.
func lockedBook(tb testing.TB, password string) []byte {
	tb.Helper()
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetCellStr("Sheet1", "A1", "Tỷ lệ hộ nghèo"); err != nil {
		tb.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out, excelize.Options{Password: password}); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

func TestAProtectedWorkbookOpensWithOneOfThePasswords(t *testing.T) {
	data := lockedBook(t, "Quận 2022")
	for _, c := range []struct {
		passwords []string
		code      string
	}{
		{nil, "B111"}, {[]string{"khác", "Quận2022"}, "B111"}, {[]string{"khác", "Quận 2022"}, ""},
	} {
		lim := workbook.DefaultLimits()
		lim.Passwords = c.passwords
		b, problems := Read(context.Background(), "a.xlsx", data, lim)
		if c.code != "" && (b != nil || len(problems) != 1 || problems[0].Code != c.code) || c.code == "" && (b == nil || b.Sheets[0].At(1, 1).Text != "Tỷ lệ hộ nghèo") {
			t.Errorf("%q: %v %v", c.passwords, b != nil, problems)
		}
	}
	if b, problems := Read(context.Background(), "a.xlsx", lockedBook(t, "VelvetSweatshop"), workbook.DefaultLimits()); b == nil {
		t.Errorf("a workbook protected against changes only: %v", problems)
	}
}

func TestAPasswordThatWouldBeHashedForHoursIsNotTried(t *testing.T) {
	data := bytes.Replace(lockedBook(t, "a"), []byte(`spinCount="100000"`), []byte(`spinCount="999999999"`[:18]), 1)
	if !bytes.Contains(data, []byte(`spinCount="9999999`)) {
		t.Skip("the library writes the count elsewhere")
	}
	lim := workbook.DefaultLimits()
	lim.Passwords = []string{"a"}
	if b, problems := Read(context.Background(), "a.xlsx", data, lim); b != nil || problems[0].Code != "B111" {
		t.Error(problems)
	}
}

func FuzzProtected(f *testing.F) {
	f.Add(lockedBook(f, "a"))
	f.Fuzz(func(t *testing.T, data []byte) {
		lim := workbook.DefaultLimits()
		lim.Passwords = []string{"a"}
		Read(context.Background(), "a.xlsx", data, lim)
	})
}

func TestAProtectedXLSOpensWithOneOfThePasswords(t *testing.T) {
	data, err := os.ReadFile("testdata/protected/locked.xls")
	if err != nil {
		t.Fatal(err)
	}
	lim := workbook.DefaultLimits()
	if b, problems := Read(context.Background(), "a.xls", data, lim); b != nil || len(problems) != 1 || problems[0].Code != "B111" {
		t.Error(problems)
	}
	lim.Passwords = []string{"khác", "Quan2022"}
	b, problems := Read(context.Background(), "a.xls", data, lim)
	if b == nil {
		t.Fatal(problems)
	}
	s := b.Sheets[0]
	for i := range 40 {
		if text, n := s.At(i+1, 1), s.At(i+1, 2); text.Text != fmt.Sprintf("Tỷ lệ hộ nghèo %d", i) || n.Number.Plain() != fmt.Sprintf("%d.25", i) {
			t.Errorf("row %d: %q %s", i+1, text.Text, n.Number.Plain())
		}
	}
	if len(s.Cells) != 80 {
		t.Errorf("%d cells", len(s.Cells))
	}
	for cut := 0; cut < len(data); cut += 997 {
		if b, _ := Read(context.Background(), "a.xls", data[:cut], lim); b != nil && len(b.Sheets[0].Cells) != 80 {
			t.Fatalf("cut at %d: read in part", cut)
		}
	}
}
