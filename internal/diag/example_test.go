package diag_test

import (
	"fmt"
	"os"

	"baocao/internal/diag"
)

// A problem is a value until it is printed, in either language.
func ExamplePrint() {
	at := diag.Position{File: "co-quan.toml", Line: 12}
	problem := diag.New("B007", at, diag.Args{"key": "issuer"})
	_ = diag.Print(os.Stdout, []diag.Problem{problem}, diag.En, "")
	_ = diag.Print(os.Stdout, []diag.Problem{problem}, diag.Vi, "")
	// Output:
	// co-quan.toml, line 12
	//   Error B007: “issuer” is missing.
	//   Fix: Add “issuer” to this table; it must not be blank.
	// co-quan.toml, dòng 12
	//   Lỗi B007: Thiếu «issuer».
	//   Cách sửa: Thêm «issuer» vào bảng này và không để trống.
}

func ExampleSort() {
	again := diag.New("B007", diag.Position{File: "co-quan.toml", Line: 12}, diag.Args{"key": "issuer"})
	first := diag.New("B007", diag.Position{File: "co-quan.toml", Line: 3}, diag.Args{"key": "symbol"})
	for _, p := range diag.Sort([]diag.Problem{again, first, again}) {
		fmt.Println(p.At, p.Code, p.In(diag.En))
	}
	// Output:
	// co-quan.toml:3 B007 “symbol” is missing.
	// co-quan.toml:12 B007 “issuer” is missing.
}
