package recognise

import (
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// revisions head a column in which the figures of the one beside it are put
// right: which of the two holds, only its sender knows.
var revisions = phrases{"tham dinh", "tham tra", "kiem tra", "kiem tra lai", "phuc tra", "ra soat", "doi chieu",
	"dieu chinh", "dinh chinh", "sua", "sua lai", "xac nhan", "cap nhat", "chot"}

// ofRevisions are the words that may stand beside them. Any other makes it a
// column of something else: "Số cuộc kiểm tra", "Kết luận thẩm định".
var ofRevisions = phrases{"so", "so lieu", "sau", "sau khi", "ket qua", "duoc", "da", "lai", "thuc hien", "th", "nam",
	"quan", "thanh pho", "phong", "cap tren", "lan cuoi", "gia tri", "so luong", "cua", "theo", "va"}

var nearby = between("0.5", "2")

// revises: a heading says that its column holds other figures for the results,
// and says nothing else.
func (r *reader) revises(h head) bool {
	if !revisions.in(h.words) || h.isPlan() || len(h.words) > titleLength {
		return false
	}
	if slices.ContainsFunc(h.reading().years, func(y int) bool { return y != r.plan.Resolution.Year }) {
		return false
	}
	rest := ofRevisions.cutFrom(revisions.cutFrom(year.ReplaceAllString(h.words, "")))
	return strings.Trim(rest, " |") == ""
}

// checkRevised asks about a figure that a column beside it has another one for.
func (t *taking) checkRevised() {
	if t.o.Answer != returns.Given || t.table == nil || t.layout != nil || t.revises(t.heading) {
		return
	}
	for _, h := range t.table.heads {
		if h.col == t.col || !t.revises(h) {
			continue
		}
		n, ok := amount(t.sheet, t.row, h, isPercent(t.ask.Unit))
		n = n.Mul(t.factorOf(h))
		if !ok || n.Equal(t.o.Value) || !nearby.hold(n, t.o.Value) {
			continue
		}
		t.fault("B355", t.o.At, diag.Args{"label": t.ask.Label, "value": t.shown(), "heading": viet.Excerpt(h.shown),
			"cell": workbook.Ref(t.row, h.col), "other": n.Exact()})
		return
	}
}
