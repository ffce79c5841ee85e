package pdf_test

import (
	"fmt"

	"baocao/internal/document"
	"baocao/internal/render/pdf"
)

// Pages can be looked at before they are painted: here, where each text of the
// annex stands on its landscape page.
func ExampleSet() {
	text := func(s string) []document.Run { return []document.Run{{Text: s}} }
	layout, _, err := pdf.Set(&document.Document{
		Kind: "BÁO CÁO",
		Annex: &document.Annex{Label: "Phụ lục", Title: "Kết quả", Table: document.Table{
			Columns: []document.Column{{}, {Align: document.Right}},
			Rows:    []document.Row{{Cells: []document.Cell{{Runs: text("Tỷ lệ hộ nghèo")}, {Runs: text("0,42")}}}},
		}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	page := layout.Pages[1]
	fmt.Printf("%.0f × %.0f points\n", page.Width, page.Height)
	for _, frame := range page.Frames {
		if t, ok := frame.(pdf.Text); ok {
			fmt.Printf("%5.1f %5.1f  %s\n", t.X, t.Y, t.Text)
		}
	}
	// Output:
	// 842 × 595 points
	// 417.4  39.3  2
	// 398.2  98.0  Phụ lục
	// 388.9 116.0  KẾT QUẢ
	// 409.3 132.0  -----
	//  60.4 155.0  Tỷ lệ hộ nghèo
	// 763.1 155.0  0,42
}
