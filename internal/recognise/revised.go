package recognise

import (
	"slices"
	"strings"
	"sync"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// revisions head a column in which the figures of the one beside it are put
// right: which of the two holds, only its sender knows.
var revisions = phrases{"tham dinh", "tham tra", "kiem tra", "kiem tra lai", "phuc tra", "ra soat", "doi chieu",
	"dieu chinh", "dinh chinh", "sua", "sua lai", "xac nhan", "cap nhat", "chot", "cong nhan", "cong bo", "nghiem thu",
	"duyet", "phe duyet", "thong nhat", "hieu chinh", "chinh sua", "thay the", "cuoi cung", "dung",
	"kiem dem", "hau kiem", "phuc kiem", "kiem tra cheo", "gui lai", "bao cao lai", "bo sung sau", "lan 2", "lan hai",
	"ban 2", "kiem toan", "thanh tra"}

// ofRevisions are the words that may stand beside them. Any other makes it a
// column of something else: "Số cuộc kiểm tra", "Kết luận thẩm định".
var ofRevisions = phrases{"so lieu", "so luong", "so", "sau khi", "sau", "ket qua", "duoc", "da", "lai", "thuc hien",
	"th", "nam", "ban chi dao", "bcd", "hoi dong", "uy ban", "quan uy", "thanh uy", "tinh uy", "huyen uy", "dang uy",
	"quan", "thanh pho", "tp", "tinh", "huyen", "xa", "phuong", "trung uong", "tw", "phong", "cap tren", "chi cuc",
	"cuc", "ban", "bo", "nganh", "co quan", "chuc nang", "thong ke", "thue", "ubnd", "to", "doan", "lan cuoi",
	"gia tri", "cua", "theo", "va", "de nghi", "thanh", "moi", "bao cao", "gui", "chinh thuc", "cac", "cheo"}

// reported head the figures that a column of corrections beside them puts right.
var reported = phrases{"da bao cao", "da gui", "bao cao truoc", "bao cao cu", "bao cao lan 1", "bao cao ban dau",
	"so cu", "so lieu cu", "so ban dau", "lan 1", "lan dau", "truoc dieu chinh", "truoc khi dieu chinh",
	"chua dieu chinh", "truoc ra soat", "truoc khi ra soat", "truoc khi sua", "bao nham", "ghi nham", "sai"}

var nearby = between("0.5", "2")

// revises: a heading says that its column holds other figures for the results,
// and says nothing else.
func (r *reader) revises(h head) bool {
	if !revisions.in(h.words) || h.isPlan() || len(h.words) > titleLength || r.namesOtherYear(h) {
		return false
	}
	if viet.HasPhrase(h.words, "so lieu") {
		return true // "Số liệu Phòng LĐTBXH xác nhận", whoever it was
	}
	rest := ofRevisions.cutFrom(r.names.cutFrom(revisions.cutFrom(year().ReplaceAllString(h.words, ""))))
	return strings.Trim(rest, " |") == "" || speechOf(h.shown).oneOf(0, offices()) > 0 // "Kho bạc đối chiếu"
}

// revising are the columns of a table that put right those beside them. They are asked for
// in each of its rows, and looked for once.
func (r *reader) revising(t *table) []head {
	if t.revising == nil {
		t.revising = slices.DeleteFunc(slices.Clone(t.heads), func(h head) bool { return !r.revises(h) })
	}
	return t.revising
}

// offices give figures of their own for what another counts.
var offices = sync.OnceValue(func() []string {
	return list(`kho bạc, kbnn, thuế, cơ quan thuế, thống kê, công an, bảo hiểm xã hội, bhxh, hải quan, tài chính,
		phòng, sở, chi cục, cục, số của, số liệu của, số theo, theo`)
})

func (r *reader) namesOtherYear(h head) bool {
	return slices.ContainsFunc(h.reading().years, func(y int) bool { return y != r.plan.Resolution.Year })
}

// checkRevised asks about a figure that a column beside it has another one for.
func (t *taking) checkRevised() {
	if t.o.Answer != returns.Given || t.table == nil || t.layout != nil || t.ask.Role == resolution.RolePlan {
		return
	}
	revising := t.revising(t.table)
	if len(revising) == 0 || t.revises(t.heading) {
		return
	}
	for _, h := range revising {
		if h.col == t.col {
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

// revision is a figure that a table of corrections alone has for one that stands in
// another: "Số đã báo cáo | Số điều chỉnh".
type revision struct {
	ask     resolution.Ask
	heading head
	o       returns.Observation
}

// revision is what a table without results puts right in a row; nil for nothing.
func (r *reader) revision(t *table, row int, m match) *revision {
	before := slices.ContainsFunc(t.heads, func(h head) bool { return reported.in(h.words) })
	var found []head
	for _, h := range t.heads {
		other := before && !reported.in(h.words) && h.holds(t, row) && !h.reading().says.any(notResults) &&
			!r.namesOtherYear(h)
		if other || r.revises(h) {
			found = append(found, h)
		}
	}
	if len(found) != 1 {
		return nil
	}
	n, ok := amount(t.sheet, row, found[0], m.ask.IsPercent())
	if !ok {
		return nil
	}
	o := r.answerAt(m.ask, r.at(t.sheet, row, found[0].col), m.how, returns.Given)
	o.Value = n
	return &revision{m.ask, found[0], o}
}

// holds reports a column with a number in a row.
func (h head) holds(t *table, row int) bool {
	c := merged(t.sheet, row, h.col)
	return c != nil && c.Kind == workbook.Number
}

// askRevised asks about a figure that a table of corrections has another one for.
func (r *reader) askRevised(first returns.Observation, by revision) {
	if first.Answer != returns.Given || first.Agrees(by.o) || !nearby.hold(by.o.Value, first.Value) {
		return
	}
	cell := by.o.At.Cell
	if by.o.At.Sheet != first.At.Sheet {
		cell = "«" + by.o.At.Sheet + "»!" + cell
	}
	args := diag.Args{"label": by.ask.Label, "value": first.Value.Exact(), "heading": viet.Excerpt(by.heading.shown),
		"cell": cell, "other": by.o.Value.Exact()}
	r.problems = append(r.problems, diag.New("B355", first.At, args).ForUnit(r.unit).ForMeasure(first.Measure).
		See(by.o.At).Ask(whichOf(by.ask, first, by.o)))
	first.Answer, first.Value, first.Text = returns.Faulty, quantity.Number{}, ""
	r.put(first)
}
