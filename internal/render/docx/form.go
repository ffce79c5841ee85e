package docx

// A4, in twentieths of a point.
const (
	shortSide, longSide = 11906, 16838
)

// form is what the profile says of the page: millimetres and points.
type form struct {
	state                    bool // Nghị định 30/2020/NĐ-CP
	top, bottom, left, right float64
	annexSide                float64
	numberFrom, noticeFrom   float64 // of the edges of the paper
	positionBold             bool
	itemEnd, listEnd         string  // of a recipient, and of the last
	recipients, items        float64 // sizes
	bodyTable, annexTable    float64
}

func formOf(profile string) form {
	f := form{top: 20, bottom: 20, left: 30, right: 15, annexSide: 17, numberFrom: 10, noticeFrom: 7, itemEnd: ",",
		listEnd: ".", recipients: 14, items: 12, bodyTable: 11, annexTable: 10.5}
	switch profile {
	case "dang-hd05":
		f.itemEnd = ";"
	case "nha-nuoc-nd30":
		f.state, f.positionBold, f.itemEnd, f.recipients, f.items = true, true, ";", 12, 11
	}
	return f
}

// width is that of the text, in twentieths of a point.
func (f form) width() int { return shortSide - mm(f.left) - mm(f.right) }

func (f form) annexWidth() int { return longSide - 2*mm(f.annexSide) }
