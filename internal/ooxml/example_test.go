package ooxml_test

import (
	"context"
	"fmt"

	"baocao/internal/ooxml"
	"baocao/internal/workbook"
)

// A part is scanned tag by tag. Offsets let it be changed where it stands.
func ExampleScanner() {
	part := []byte(`<sheets><sheet name="Bi&#7875;u 1" state="hidden"/><sheet name="Bi&#7875;u 2"/></sheets>`)
	x, err := ooxml.NewScanner("xl/workbook.xml", part,
		workbook.NewGuard(context.Background(), workbook.DefaultLimits()))
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := x.Root("sheets"); err != nil {
		fmt.Println(err)
		return
	}
	err = x.Children(func(name string) error {
		fmt.Printf("%s %q at byte %d\n", name, x.AttrText("name"), x.From)
		for _, a := range x.Attrs {
			fmt.Printf("  %s is written at %d as %s\n", a.Local, a.At, a.Value)
		}
		return nil
	})
	fmt.Println(err)
	// Output:
	// sheet "Biểu 1" at byte 8
	//   name is written at 21 as Bi&#7875;u 1
	//   state is written at 42 as hidden
	// sheet "Biểu 2" at byte 51
	//   name is written at 64 as Bi&#7875;u 2
	// <nil>
}

// What breaks a rule of XML is refused with the place in the part.
func ExampleNewScanner() {
	x, _ := ooxml.NewScanner("xl/styles.xml", []byte(`<styleSheet><fonts></styleSheet>`),
		workbook.NewGuard(context.Background(), workbook.DefaultLimits()))
	_ = x.Root("styleSheet")
	fmt.Println(x.Children(func(string) error { return nil }))
	// Output:
	// B123: The file is damaged: its part “xl/styles.xml” is not well-formed at byte 19.
}
