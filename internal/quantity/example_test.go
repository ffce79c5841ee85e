package quantity_test

import (
	"fmt"

	"baocao/internal/quantity"
)

// A person's text is read as Vietnamese offices write numbers. Where it may be
// read in two ways, the reading says so, and somebody has to be asked.
func ExampleParseText() {
	for _, text := range []string{"1.300.400", "12,5", "1.250", "trên 4"} {
		n, reading := quantity.ParseText(text, false)
		switch reading {
		case quantity.Sure:
			fmt.Println(text, "is", n.Plain())
		case quantity.Ambiguous:
			fmt.Println(text, "may be", n.Plain())
		case quantity.NoNumber:
			fmt.Println(text, "is no number")
		}
	}
	// A count cannot have decimals, so there is one reading.
	n, _ := quantity.ParseText("1.250", true)
	fmt.Println("1.250 organisations are", n.Plain())
	// Output:
	// 1.300.400 is 1300400
	// 12,5 is 12.5
	// 1.250 may be 1250
	// trên 4 is no number
	// 1.250 organisations are 1250
}

// What stands in a cell is more than a number: "trên 4" is no answer.
func ExampleReadWritten() {
	for _, text := range []string{"1.300,4 tỷ đồng", "trên 4 trường", "61-62"} {
		w := quantity.ReadWritten(text, false)
		switch w.Writing {
		case quantity.Plain:
			fmt.Printf("%s: %s in %q\n", text, w.Value.Exact(), w.Unit)
		case quantity.Roughly:
			fmt.Printf("%s: not exact, about %s\n", text, w.Value.Exact())
		case quantity.Between:
			fmt.Printf("%s: from %s to %s\n", text, w.Value.Exact(), w.Other.Exact())
		}
	}
	// Output:
	// 1.300,4 tỷ đồng: 1.300,4 in "tỷ đồng"
	// trên 4 trường: not exact, about 4
	// 61-62: from 61 to 62
}

// Numbers are exact until they are rounded, once. Tables keep trailing zeros,
// running text drops them, machines get a point.
func ExampleNumber_Quo() {
	rate, _ := quantity.Int(4800).Quo(quantity.Int(58))
	judged := rate.Round(2)
	fmt.Println(judged.Table(2), judged.Plain())

	amount := quantity.MustParse("1300.4")
	fmt.Println(amount.Table(2), amount.Prose(2))

	_, ok := quantity.Int(1).Quo(quantity.Int(0))
	fmt.Println(ok)
	// Output:
	// 82,76 82.76
	// 1.300,40 1.300,4
	// false
}
