package viet_test

import (
	"fmt"

	"baocao/internal/viet"
)

// Names are compared by their keys: accents, case and punctuation do not count.
func ExampleFold() {
	fmt.Println(viet.Fold("Quận uỷ Kiến An"))
	fmt.Println(viet.Fold("QUẬN ỦY  KIẾN-AN"))
	fmt.Println(viet.HasPhrase(viet.Fold("Phường Bắc Sơn - biểu 2.xlsx"), viet.Fold("bac son")))
	// Output:
	// quan uy kien an
	// quan uy kien an
	// true
}

// Months 1 and 2 get a leading zero, 3 to 12 do not.
func ExampleDate() {
	d := viet.Date{Year: 2021, Month: 3, Day: 4}
	fmt.Println(d.Long())
	fmt.Println(d.Short())
	fmt.Println(d.ISO())
	fmt.Println(viet.Date{Year: 2026, Month: 2, Day: 5}.Long())
	// Output:
	// ngày 04 tháng 3 năm 2021
	// 04/3/2021
	// 2021-03-04
	// ngày 05 tháng 02 năm 2026
}

// Text set in a font from before Unicode is stored as other letters.
func ExampleDecode() {
	encoding, _ := viet.OfFont(".VnTime")
	text, ok := viet.Decode("QuËn ñy KiÕn An", encoding)
	fmt.Println(encoding, text, ok)
	// Output: TCVN3 (ABC) Quận ủy Kiến An true
}

// Only in the right encoding do the words of a text make Vietnamese syllables.
func ExampleIsSyllable() {
	fmt.Println(viet.IsSyllable("quận"), viet.IsSyllable("quËn"))
	// Output: true false
}
