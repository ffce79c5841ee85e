package document_test

import (
	"fmt"

	"baocao/internal/document"
)

// A renderer walks the blocks of a document. It needs no figures, and the
// document knows of no pages, so that a new output changes nothing before it.
func ExampleDocument() {
	d := document.Document{
		Kind:  "BÁO CÁO",
		Title: "kết quả thực hiện Nghị quyết năm 2022",
		Body: []document.Block{
			document.Heading{Level: 1, Runs: []document.Run{{Text: "I- KẾT QUẢ"}}},
			document.Item{Runs: []document.Run{{Text: "Kết nạp "}, {Text: "126 đảng viên", Style: document.Bold}}},
		},
	}
	fmt.Println(d.Kind, d.Title)
	for _, block := range d.Body {
		switch b := block.(type) {
		case document.Heading:
			fmt.Println("#", text(b.Runs))
		case document.Paragraph:
			fmt.Println(text(b.Runs))
		case document.Item:
			fmt.Println("-", text(b.Runs))
		case document.Table:
			fmt.Println(len(b.Rows), "rows")
		}
	}
	// Output:
	// BÁO CÁO kết quả thực hiện Nghị quyết năm 2022
	// # I- KẾT QUẢ
	// - Kết nạp **126 đảng viên**
}

func text(runs []document.Run) string {
	s := ""
	for _, r := range runs {
		if r.Style&document.Bold != 0 {
			r.Text = "**" + r.Text + "**"
		}
		s += r.Text
	}
	return s
}
