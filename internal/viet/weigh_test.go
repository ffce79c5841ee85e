package viet

import "testing"

func TestWordsSpeakForTheirEncoding(t *testing.T) {
	for _, p := range phrases {
		for _, e := range Encodings {
			stored, ok := encoded(p, e)
			if !ok {
				t.Fatal(p, e)
			}
			got := Weigh(stored)
			if got.Votes[e] == 0 || got.Against[e] > 0 || got.Letter > 0 {
				t.Errorf("%q (%v, %q): %+v", stored, e, p, got)
			}
			for _, other := range Encodings {
				if other != e && got.Votes[other] > 0 {
					t.Errorf("%q (%v) speaks for %v: %+v", stored, e, other, got)
				}
			}
		}
		if got := Weigh(p); got.Old() > 0 || got.Votes[Unicode] == 0 {
			t.Errorf("%q in Unicode: %+v", p, got)
		}
	}
}

// Signs and foreign words of right texts are no evidence of an old encoding.
func TestOrdinaryTextsSpeakForNothingElse(t *testing.T) {
	for _, s := range []string{"5 µm", "5µm", "Ø20", "100 m²", "½", "±5%", "25 °C", "© 2022", "«Ba sạch»", "Vinamilk®",
		"São Paulo", "Müller", "café", "François",
		"José", "Köln", "§ 5", "×", "· Kết quả", "Đắk Lắk", "Krông Pắc", "«Năm»", "naïve", "fiancé", "15 × 20", "€ 5",
		"Hà Nam", "Ðảng viên"} {
		if got := Weigh(s); got.Old() > 0 {
			t.Errorf("%q: %+v", s, got)
		}
	}
}

// The letters both have: one word with one of them never proves anything.
func TestTheAmbiguousLettersAreOpen(t *testing.T) {
	n := 0
	for _, r := range "ÈÉÊÌÒÓÔÕÝáâãèéêìíòóôõùúý" {
		n++
		for _, w := range []string{string(r), "h" + string(r)} {
			if got := Weigh(w); got.Old() > 0 || got.Votes[Unicode] > 0 || !got.Open {
				t.Errorf("%s: %+v", w, got)
			}
		}
	}
	if n != 24 {
		t.Error(n)
	}
}

func TestWordsOfTwoEncodingsInOneText(t *testing.T) {
	for _, c := range []struct {
		stored, want string
		sure         bool
	}{
		{"Đ¬n vị", "Đơn vị", true},
		{"Ước tÝnh th¸ng \n5/2009\n(Tỷ đồng)", "Ước tính tháng \n5/2009\n(Tỷ đồng)", true},
		{"6. Tổng møc b¸n lÎ hµng ho¸ vµ doanh thu ", "6. Tổng mức bán lẻ hàng hoá và doanh thu ", true},
		{"Đảng hé", "Đảng hé", false},
	} {
		if got, sure := DecodeMixed(c.stored, TCVN3); got != c.want || sure != c.sure {
			t.Errorf("%q: %q %v", c.stored, got, sure)
		}
	}
}

func FuzzWeigh(f *testing.F) {
	for _, p := range phrases {
		for _, e := range Encodings {
			stored, _ := encoded(p, e)
			f.Add(stored)
		}
		f.Add(p)
	}
	f.Add("Đ¬n vị hé")
	f.Fuzz(func(t *testing.T, s string) {
		Weigh(s)
		for _, e := range Encodings {
			DecodeMixed(s, e)
		}
	})
}
