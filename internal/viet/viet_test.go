package viet

import (
	"cmp"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestTwoSpellingsOfOneNameHaveOneKey(t *testing.T) {
	for _, names := range [][]string{
		{"Quận ủy Kiến An", "QUẬN UỶ  KIẾN AN", "quan uy kien an", norm.NFD.String("Quận uỷ Kiến\u00a0An")},
		{"Phường Đồng Hòa", "phuong-dong-hoa", "PHƯỜNG ĐỒNG HOÀ", "Phường Ðồng Hòa"},
		{"Phòng Tài chính - Kế hoạch", "phong_tai_chinh_ke_hoach"},
	} {
		for _, n := range names[1:] {
			if Fold(n) != Fold(names[0]) {
				t.Errorf("Fold(%q) = %q, Fold(%q) = %q", n, Fold(n), names[0], Fold(names[0]))
			}
		}
	}
	if Fold("Nam Sơn") == Fold("Ngọc Sơn") {
		t.Error("two wards share a key")
	}
}

func TestPhrasesMatchAsWholeWords(t *testing.T) {
	if !HasPhrase(Fold("Biểu phường Nam Sơn 2022"), Fold("Nam Sơn")) {
		t.Error("the ward's name was not found")
	}
	if HasPhrase(Fold("Ban Chấp hành"), Fold("Ban Cha")) || HasPhrase("abc", "") {
		t.Error("half a word, or nothing, was found")
	}
}

func TestCleanLeavesOnlyPrintableText(t *testing.T) {
	for in, want := range map[string]string{
		"Tỷ\u00a0lệ\thộ":         "Tỷ lệ hộ",
		"a\u200bb\ufeffc\u00add": "abcd",
		"dòng 1\r\ndòng 2":       "dòng 1\ndòng 2",
		"h\u00f4\u0323":          "hộ", // composite Unicode: ô and a dot below
		"hỏng\xe1":               "hỏng\uFFFD",
		"plain":                  "plain",
		"\x00bell\x07":           "bell",
		norm.NFD.String("nghèo"): "nghèo",
	} {
		if got := Clean(in); got != want {
			t.Errorf("Clean(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestDatesInOrder(t *testing.T) {
	days := []Date{{}, {2021, 12, 31}, {2022, 1, 2}, {2022, 1, 10}, {2022, 2, 1}}
	for i, d := range days {
		for j, e := range days {
			if got, want := d.Compare(e), cmp.Compare(i, j); got != want {
				t.Errorf("%v against %v: %d, want %d", d, e, got, want)
			}
		}
	}
}

func TestDatesAndCountsAsDocumentsWriteThem(t *testing.T) {
	d := Date{2021, 3, 4}
	if d.Long() != "ngày 04 tháng 3 năm 2021" || d.Short() != "04/3/2021" || d.ISO() != "2021-03-04" {
		t.Errorf("%s, %s, %s", d.Long(), d.Short(), d.ISO())
	}
	if got := (Date{2026, 2, 20}).Long(); got != "ngày 20 tháng 02 năm 2026" {
		t.Error(got)
	}
	if Count(3) != "03" || Count(12) != "12" || Count(0) != "00" {
		t.Error(Count(3), Count(12), Count(0))
	}
	if LowerFirst("Đạt") != "đạt" || UpperFirst("đạt") != "Đạt" || UpperFirst("") != "" {
		t.Error("first letters")
	}
}

func FuzzText(f *testing.F) {
	f.Add("Tû lÖ hé nghÌo")
	f.Add("\xff\u0323")
	f.Fuzz(func(t *testing.T, s string) {
		c := Clean(s)
		if !utf8.ValidString(c) || Clean(c) != c {
			t.Errorf("Clean(%q) = %q is not clean", s, c)
		}
		if k := Fold(s); Fold(k) != k {
			t.Errorf("Fold(%q) = %q is not its own key", s, k)
		}
	})
}

// Most texts are known at a look to need nothing done; those that do must not pass.
func TestTheFastWayIsTheSlowOne(t *testing.T) {
	texts := []string{"", " ", "Tỷ lệ hộ nghèo (%)", "ỦY BAN\u00a0NHÂN DÂN\u200b", "-- a -- b --", "Đắk\tLắk\r\n2022",
		"ô\u0301ng u\u0323y", "Ωmega", "日本", "a\xffb", strings.Repeat("đ ", 200)}
	for r := rune(0); r < 0x2100; r++ {
		texts = append(texts, "x"+string(r)+"y", string(r), string(r)+" "+string(r), "o"+string(r)+" ", " "+string(r),
			string(r)+"  "+string(r))
	}
	for _, s := range texts {
		if got, want := Fold(s), foldAny(s); got != want {
			t.Errorf("the key of %q: %q, want %q", s, got, want)
		}
		if got, want := Clean(s), cleanAny(s); got != want {
			t.Errorf("%q cleaned: %q, want %q", s, got, want)
		}
		if got, want := Tidy(s), strings.Join(strings.Fields(cleanAny(s)), " "); got != want {
			t.Errorf("%q tidied: %q, want %q", s, got, want)
		}
	}
}

func BenchmarkFold(b *testing.B) {
	b.Run("fast", func(b *testing.B) {
		for b.Loop() {
			Fold("Tỷ lệ hộ nghèo trên địa bàn quận")
		}
	})
	b.Run("slow", func(b *testing.B) {
		for b.Loop() {
			foldAny("Tỷ lệ hộ nghèo trên địa bàn quận")
		}
	})
}

// Names that differ in more than where a tone is written are two names.
func TestSpelling(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"Ủy ban Kiểm tra", "UỶ BAN  kiểm tra", true}, {"Phòng VH-XH", "phòng VH - XH", true},
		{"Hòa An", "Hoà An", true}, {"Thôn Hà", "Thôn Hạ", false}, {"Thôn Hà", "thon ha", false},
		{"Thôn Đồng", "Thôn Đông", false}, {"Hoà", "Hoà", true},
	} {
		if got := Spelling(c.a) == Spelling(c.b); got != c.same {
			t.Errorf("%q, %q: %q, %q", c.a, c.b, Spelling(c.a), Spelling(c.b))
		}
	}
}

// A report is whose its letterhead's last words name, and nobody else's who is called much
// like that.
func TestEndsIn(t *testing.T) {
	for s, want := range map[string]bool{"ĐẢNG ỦY XÃ AN KHÊ": true, "Xã An Khê": true, "DANG UY XA AN KHE": true,
		"ĐẢNG ỦY XÃ AN KHÊ ĐÔNG": false, "ĐẢNG ỦY XÃ ẨN KHÊ": false, "ĐẢNG ỦY XÃ TÂN KHÊ": false, "": false} {
		if got := EndsIn(s, "Xã An Khê"); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
	if EndsIn("Xã", "") {
		t.Error("a text ends with nothing")
	}
}
