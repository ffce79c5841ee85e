package viet

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// phrases of the office, as they must come out.
var phrases = strings.Split(`Tỷ lệ hộ nghèo
Kết nạp 125 - 130 đảng viên
Ban Tổ chức Quận ủy
phường Trần Thành Ngọ
Đảng viên
Kỷ luật, kỹ thuật
Tổng giá trị sản xuất công nghiệp
Kim ngạch xuất khẩu trên địa bàn
Thu ngân sách nhà nước
Chi cục Thống kê khu vực
Văn phòng Hội đồng nhân dân
Xây dựng trường học đạt chuẩn quốc gia
Người lao động được giải quyết việc làm
Giảm nghèo bền vững
Phòng Lao động, Thương binh và Xã hội
Tỷ lệ thất nghiệp ở thành thị dưới 3%
Số giường bệnh trên một vạn dân
Chuyển đổi số, cải cách hành chính
Không phát sinh
Ước thực hiện năm 2022 vượt kế hoạch`, "\n")

// encoded stores a text as a program of its time did; ok is false for letters
// the encoding has no code for.
func encoded(s string, e Encoding) (stored string, ok bool) {
	var b strings.Builder
	for _, r := range s {
		if r < 0x80 {
			b.WriteRune(r)
			continue
		}
		one, ok := encodedLetter(r, e)
		if !ok {
			return "", false
		}
		b.WriteString(one)
	}
	return b.String(), true
}

func encodedLetter(r rune, e Encoding) (string, bool) {
	switch e {
	case TCVN3:
		for code, letter := range tcvn3Letters {
			if letter == r {
				return string(rune(code)), true
			}
		}
	case VNI:
		for stored, letter := range vniLetters {
			if letter == r {
				return string(stored), true
			}
		}
		for base := range vniBases {
			for mark, marks := range vniMarks() {
				whole, fits := marked(vniBases[base], marks)
				if fits && whole == r && unicode.IsUpper(mark) == unicode.IsUpper(r) {
					return string([]rune{base, mark}), true
				}
			}
		}
	case Windows1258:
		bytes, err := charmap.Windows1258.NewEncoder().Bytes([]byte(split1258(r)))
		return Windows1252(bytes), err == nil
	case MisreadUTF8:
		return Windows1252([]byte(string(r))), true
	case Combining:
		return split1258(r), true
	}
	return "", false
}

// vniBases are the vowels of VNI that take a mark, as stored and as meant.
var vniBases = func() map[rune]rune {
	bases := map[rune]rune{'ô': 'ơ', 'ö': 'ư', 'Ô': 'Ơ', 'Ö': 'Ư'}
	for _, r := range "aeouyAEOUY" {
		bases[r] = r
	}
	return bases
}()

// split1258 is a letter as windows-1258 keeps it: the tone apart, ă â ê ô ơ ư whole.
func split1258(r rune) string {
	letter, tone := toneOf(unicode.ToLower(r))
	if unicode.IsUpper(r) {
		letter = unicode.ToUpper(letter)
	}
	if tone == 0 {
		return string(letter)
	}
	return string([]rune{letter, tone})
}

func TestAll134LettersComeBack(t *testing.T) {
	if len(vietnamese()) != 134 {
		t.Fatalf("%d letters", len(vietnamese()))
	}
	for r := range vietnamese() {
		for _, e := range []Encoding{TCVN3, VNI, Windows1258, MisreadUTF8, Combining} {
			stored, ok := encoded(string(r), e)
			if e == TCVN3 && !ok {
				// TCVN3 has the capital only as the small letter in a font of capitals.
				small, ok := encoded(string(unicode.ToLower(r)), TCVN3)
				if back, fits := Decode(small, TCVN3); !ok || !fits || strings.ToUpper(back) != string(r) {
					t.Errorf("%c in TCVN3-H: %q came back as %q", r, small, back)
				}
				continue
			}
			if back, fits := Decode(stored, e); !ok || !fits && stored != back || back != string(r) {
				t.Errorf("%c in %v: %q came back as %q (%v %v)", r, e, stored, back, ok, fits)
			}
		}
		for _, form := range []norm.Form{norm.NFD, norm.NFC} {
			if back, _ := Decode(form.String(string(r)), Unicode); back != string(r) {
				t.Errorf("%c came back as %q", r, back)
			}
		}
	}
}

func TestPhrasesComeBackFromEveryEncoding(t *testing.T) {
	if len(phrases) != 20 {
		t.Fatalf("%d phrases", len(phrases))
	}
	for _, p := range phrases {
		for _, e := range []Encoding{TCVN3, VNI, Windows1258, MisreadUTF8, Combining} {
			stored, ok := encoded(p, e)
			if back, fits := Decode(stored, e); !ok || !fits || back != p {
				t.Errorf("%q in %v: stored %q, back %q (%v %v)", p, e, stored, back, ok, fits)
			}
		}
		capitals := strings.ToUpper(p)
		stored, _ := encoded(p, TCVN3)
		if back, _ := Decode(stored, TCVN3); strings.ToUpper(back) != capitals {
			t.Errorf("%q in TCVN3-H came back as %q", capitals, strings.ToUpper(back))
		}
		if back, _ := Decode(norm.NFD.String(p), Unicode); back != p {
			t.Errorf("%q in NFD came back as %q", p, back)
		}
	}
}

// Texts of real files, as stored.
func TestStoredTextsOfRealFiles(t *testing.T) {
	for _, c := range []struct {
		stored string
		e      Encoding
		want   string
	}{
		{"Nghiªn cøu x©y dùng hÖ thèng chØ tiªu", TCVN3, "Nghiên cứu xây dựng hệ thống chỉ tiêu"},
		{"ph\u00ADêng TrÇn Thµnh Ngä", TCVN3, "phường Trần Thành Ngọ"},
		{"Kû luËt, kü thuËt", TCVN3, "Kỷ luật, kỹ thuật"},
		{"A¸n §¤ng ¢Êt", TCVN3, "Án ĐÔng Ất"},
		{"Tyû leä hoä ngheøo", VNI, "Tỷ lệ hộ nghèo"},
		{"phöôøng Traàn Thaønh Ngoï", VNI, "phường Trần Thành Ngọ"},
		{"Kyû luaät, kyõ thuaät, kyø hoïp, ÑÖÔØNG", VNI, "Kỷ luật, kỹ thuật, kỳ họp, ĐƯỜNG"},
		{"Aùp duïng, AÙP DUÏNG", VNI, "Áp dụng, ÁP DỤNG"},
		{"TyÒ lêò hôò nghèo, ðýõÌng phôì", Windows1258, "Tỷ lệ hộ nghèo, đường phố"},
		{"Tá»· lá»‡ há»™ nghÃ¨o", MisreadUTF8, "Tỷ lệ hộ nghèo"},
	} {
		if got, _ := Decode(c.stored, c.e); got != c.want {
			t.Errorf("%q in %v: got %q, want %q", c.stored, c.e, got, c.want)
		}
	}
}

func TestWhatAFontsNameTells(t *testing.T) {
	for font, want := range map[string]struct {
		e        Encoding
		capitals bool
	}{
		".VnTime": {TCVN3, false}, ".vntime": {TCVN3, false}, ".VnTimeH": {TCVN3, true},
		".VnArial NarrowH":      {TCVN3, true},
		".VnArialH Bold Italic": {TCVN3, true}, ".VnArial Narrow": {TCVN3, false}, ".VnBook-AntiquaH": {TCVN3, true},
		"VNI-Times": {VNI, false}, "VNI-Helve": {VNI, false}, "vni-aptima": {VNI, false},
		"Times New Roman": {Unicode, false}, "": {Unicode, false}, "VNPost": {Unicode, false},
		".VNI-Times": {Unicode, false}, ".Vn3DH": {Unicode, false},
		"Arial Unicode MS": {Unicode, false},
	} {
		if e, capitals := OfFont(font); e != want.e || capitals != want.capitals {
			t.Errorf("%q: %v %v", font, e, capitals)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, p := range phrases {
		for _, e := range Encodings {
			stored, _ := encoded(p, e)
			f.Add(stored)
		}
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, e := range append([]Encoding{Unicode}, Encodings...) {
			text, _ := Decode(s, e)
			IsSyllable(text)
		}
	})
}
