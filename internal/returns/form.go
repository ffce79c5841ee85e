package returns

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"baocao/internal/resolution"
	"baocao/internal/viet"
)

// The words of a form stand here and not among the templates, because the reader
// finds a form by them: forms that were sent out must be read for good, whatever
// an office would like to call a column today.

// The sheets of a form. Units may rename them: they are found by their headings.
const (
	SheetFigures   = "Số liệu"
	SheetNarrative = "Thuyết minh"
	SheetGuide     = "Hướng dẫn"
	SheetLists     = "Danh mục" // hidden: what the dropdowns offer
	SheetMark      = "_baocao"  // very hidden: whose form this is
)

// The defined names of the form's own marking.
const (
	NameUnit       = "BC_DON_VI"
	NameVersion    = "BC_PHIEN_BAN"
	NameResolution = "BC_NGHI_QUYET"
	NameYear       = "BC_NAM"
	NamePeriod     = "BC_KY" // not in a form of the whole year
)

// The labels on the sheet SheetMark, for a person who unhides it.
const (
	MarkUnit       = "Đơn vị"
	MarkVersion    = "Phiên bản"
	MarkResolution = "Nghị quyết"
	MarkYear       = "Năm"
	MarkPeriod     = "Kỳ"
)

// The headings of the table of figures, in the form's order. Columns are found by
// them wherever they stand: forms of before had the measure first and no check.
const (
	HeadID      = "Mã dòng" // hidden column: the ask's key
	HeadNumber  = "TT"
	HeadLabel   = "Nội dung cần báo cáo"
	HeadValue   = "Giá trị"
	HeadUnit    = "ĐVT"
	HeadCheck   = "Kiểm tra"
	HeadLast    = "Năm trước"
	HeadPlan    = "Mục tiêu"
	HeadNil     = "Không phát sinh / Chưa có kết quả"
	HeadNote    = "Ghi chú"
	HeadMeasure = "Chỉ tiêu"
)

// The headings of the narrative.
const (
	HeadArea = "Lĩnh vực"
	HeadKind = "Loại"
	HeadText = "Nội dung"
)

// A row of the narrative that shows how it is filled begins with the one, and its
// text with the other.
const (
	ExampleRow  = "Ví dụ"
	ExampleText = "Ví dụ: "
)

// HeadDate stands before the day a form was filled on.
const HeadDate = "Ngày báo cáo"

// What a unit answers in place of a figure.
const (
	SayNil     = "Không phát sinh"
	SayPending = "Chưa có kết quả"
)

// Kinds are the kinds of narrative in the order the form offers them.
func Kinds() []Kind {
	return []Kind{Achievement, Limitation, ObjectiveCause, SubjectiveCause, Solution, Request, Direction}
}

// KindOf is the kind that a form calls so, today's or an earlier one; "" for none.
func KindOf(name string) Kind {
	folded := viet.Fold(name)
	for _, k := range append(Kinds(), Cause) {
		if viet.Fold(k.Vi()) == folded {
			return k
		}
	}
	switch folded { // what people and our own workbooks call them too
	case "ket qua", "ket qua dat duoc", "uu diem", "noi bat":
		return Achievement
	case "han che", "ton tai", "ton tai han che", "han che ton tai", "kho khan vuong mac":
		return Limitation
	case "khach quan":
		return ObjectiveCause
	case "chu quan":
		return SubjectiveCause
	case "giai phap kien nghi", "giai phap", "nhiem vu": // the first of forms before requests had a kind of their own
		return Solution
	case "kien nghi de xuat", "de xuat kien nghi", "de xuat":
		return Request
	case "phuong huong":
		return Direction
	}
	return ""
}

// Vi is the kind's name in forms and workbooks.
func (k Kind) Vi() string {
	switch k {
	case Achievement:
		return "Kết quả nổi bật"
	case Limitation:
		return "Tồn tại, hạn chế"
	case Cause:
		return "Nguyên nhân"
	case ObjectiveCause:
		return "Nguyên nhân khách quan"
	case SubjectiveCause:
		return "Nguyên nhân chủ quan"
	case Solution:
		return "Nhiệm vụ, giải pháp"
	case Request:
		return "Kiến nghị"
	case Direction:
		return "Phương hướng năm sau"
	}
	return ""
}

// Form is what one unit is asked to fill.
type Form struct {
	Plan    *resolution.Plan
	Unit    *resolution.Unit
	Asks    []resolution.Ask
	Version string              // changes when what is asked changes
	Last    resolution.LastYear // last year's figures, where known
}

// NewForm returns the form of a unit; its Unit is nil when the plan has none
// of that id. A unit that owes no figures gets a form for narrative alone.
func NewForm(p *resolution.Plan, unit string, last resolution.LastYear) Form {
	f := Form{Plan: p, Unit: p.Unit(unit), Asks: p.Asks(unit), Last: last}
	h := sha256.New()
	for _, a := range f.Asks {
		fmt.Fprintf(h, "%s\x00%s\x00%s\x00%d\x00%t\n", a.Key(), a.Label, a.Unit, a.Kind, a.Whole)
		if a.Negative { // what older plans ask has the version that it had
			fmt.Fprint(h, "negative\n")
		}
	}
	f.Version = hex.EncodeToString(h.Sum(nil))[:12]
	return f
}
