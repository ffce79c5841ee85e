package open_test

import (
	"context"
	"fmt"

	"baocao/internal/workbook"
	"baocao/internal/workbook/open"
)

// What a file is, its content tells; what keeps it from being read is a problem.
func ExampleRead() {
	lim := workbook.DefaultLimits()
	book, _ := open.Read(context.Background(), "phuong-bac-son.csv",
		[]byte("TT;Chỉ tiêu;Giá trị\n1;Số hộ nghèo;12,5\n"), lim)
	s := book.Sheets[0]
	fmt.Println(book.Format, s.Name, s.At(2, 2).Text, s.At(2, 3).Ref(), s.At(2, 3).Number.Plain())

	_, problems := open.Read(context.Background(), "phuong-nam-son.xlsx", []byte("%PDF-1.7"), lim)
	fmt.Println(problems[0].Code)
	// Output:
	// csv phuong-bac-son Số hộ nghèo C2 12.5
	// B115
}
