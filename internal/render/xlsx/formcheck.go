package xlsx

import (
	"fmt"
	"slices"
	"strings"

	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/wording"
)

// The column «Kiểm tra» of a form: what the reader would ask about, said while
// the clerk still has the papers at hand. Formulas only, of functions that Excel
// 2010, LibreOffice and WPS have. The bounds are the reader's own.

// check is the formula of a row's check: "" for an answer that can be used.
func (w *formWriter) check(i int) string {
	a, row := w.form.Asks[i], formFirstRow+i
	value, none := at(colValue, row), at(colNil, row)
	given := `""`
	switch a.Kind {
	case resolution.AskNumber:
		given = w.numberCheck(i)
	case resolution.AskChoice:
		var choices []string
		for _, c := range a.Choices() {
			choices = append(choices, fmt.Sprintf("TRIM(%s)=%s", value, quoted(c)))
		}
		given = fmt.Sprintf(`IF(OR(%s),"",%s)`, strings.Join(choices, ","), w.says("bieu-mau.kiem-tra.danh-sach"))
	case resolution.AskText:
		given = w.listCheck(i)
	case resolution.AskDay:
	}
	broken := w.says("bieu-mau.kiem-tra.loi")
	return fmt.Sprintf(`IFERROR(IF(LEN(TRIM(%s))=0,%s,IF(LEN(TRIM(%s))>0,%s,%s)),%s)`,
		value, w.noneCheck(i), none, w.says("bieu-mau.kiem-tra.ca-hai"), given, broken)
}

// usable is 1 for a row whose answer counts: given or nothing, and nothing to
// mend.
func usable(row int) string {
	return fmt.Sprintf(`IF(LEN(%[1]s)>0,0,IF(LEN(TRIM(%[2]s))+LEN(TRIM(%[3]s))>0,1,0))`,
		at(colCheck, row), at(colValue, row), at(colNil, row))
}

// noneCheck is of a row without a value: blank is owed and no fault, unless the
// figure stands among the remarks. Nothing of what a rate is taken of, of what a part
// is given of, or of what there was last year, is asked back.
func (w *formWriter) noneCheck(i int) string {
	a, row := w.form.Asks[i], formFirstRow+i
	none, note := at(colNil, row), at(colNote, row)
	asked, blank := `""`, `""`
	unless := func(said string) string {
		return fmt.Sprintf(`IF(AND(ISTEXT(%[1]s),LEN(TRIM(%[1]s))>0),"",%[2]s)`, note, said)
	}
	facts := a.Measure.Method.Facts()
	if a.Role == facts.Base && a.Kind == resolution.AskNumber {
		if last, ok := w.form.Last.Own(w.form.Unit.ID, a); ok && last.Sign() > 0 {
			asked = unless(w.says("bieu-mau.kiem-tra.co-nam-truoc", wording.Args{"so": quoted(last.Exact())}))
		} else if !facts.Years {
			asked = unless(w.says("bieu-mau.kiem-tra.la-mau-so"))
		}
		if j := w.rowOf(a.Measure, facts.Compared); j > 0 {
			said := w.says("bieu-mau.kiem-tra.khong-mau-so", wording.Args{"dong": rowNumber(j)})
			asked = fmt.Sprintf(`IF(N(%s)>0,%s,%s)`, at(colValue, j), said, asked)
		}
	}
	if a.Kind == resolution.AskNumber {
		blank = fmt.Sprintf(`IF(ISNUMBER(%s),%s,"")`, note, w.says("bieu-mau.kiem-tra.o-ghi-chu"))
	}
	return fmt.Sprintf(`IF(LEN(TRIM(%[1]s))=0,%[6]s,IF(TRIM(%[1]s)=%[2]s,"",IF(TRIM(%[1]s)=%[3]s,%[4]s,%[5]s)))`,
		none, quoted(returns.SayPending), quoted(returns.SayNil), asked, w.says("bieu-mau.kiem-tra.danh-sach"), blank)
}

// numberCheck is of a row with a value that has to be a number.
func (w *formWriter) numberCheck(i int) string {
	a, row := w.form.Asks[i], formFirstRow+i
	value := at(colValue, row)
	size := w.sizeCheck(i)
	if size != `""` {
		// Who writes a reason has looked.
		size = fmt.Sprintf(`IF(AND(ISTEXT(%[1]s),LEN(TRIM(%[1]s))>0),"",IF(%[2]s<=0,"",%[3]s))`,
			at(colNote, row), sizeOf(a, value), size)
	}
	if whole := w.wholeRow(a); whole > 0 {
		other := at(colValue, whole)
		size = fmt.Sprintf(`IF(IF(ISNUMBER(%[1]s),%[2]s>%[1]s,FALSE),%[3]s,%[4]s)`, other, value,
			w.says("bieu-mau.kiem-tra.lon-hon", wording.Args{"dong": rowNumber(whole)}), size)
	}
	if !a.BelowZero() {
		size = fmt.Sprintf(`IF(%s<0,%s,%s)`, value, w.says("bieu-mau.kiem-tra.so-am"), size)
	}
	if a.Whole {
		size = fmt.Sprintf(`IF(%[1]s<>INT(%[1]s),%[2]s,%[3]s)`, value, w.says("bieu-mau.kiem-tra.so-nguyen"), size)
	}
	return fmt.Sprintf(`IF(NOT(ISNUMBER(%s)),%s,%s)`, value, w.says("bieu-mau.kiem-tra.khong-la-so"), size)
}

// sizeOf writes resolution.Ask.Size, without a function: where several stand in each other
// the library computes another thing.
func sizeOf(a resolution.Ask, cell string) string {
	if a.Negative {
		return fmt.Sprintf("(%[1]s*(1-2*(%[1]s<0)))", cell)
	}
	return cell
}

// wholeRow is the row of what an answer is a part of; 0 for none in this form.
func (w *formWriter) wholeRow(a resolution.Ask) int {
	m, facts := a.Measure, a.Measure.Method.Facts()
	if a.Role == facts.Compared && m.PartIsWithin() {
		if base, in := w.form.Plan.Input(m, facts.Base); in != nil { // maybe another measure's
			return w.rowOf(base, in.Role)
		}
	}
	of := w.form.Plan.Measure(m.PartOf)
	if of == nil || a.Role != resolution.RoleValue || a.Line > 0 || !m.Method.Amount() || !of.Method.Amount() ||
		viet.Fold(m.Unit) != viet.Fold(of.Unit) || a.IsPercent() || w.form.Plan.MayFall(m) || w.form.Plan.MayFall(of) {
		return 0
	}
	return w.rowOf(of, a.Role)
}

// rowOf is the row of a measure's input; 0 where this unit is not asked it.
func (w *formWriter) rowOf(m *resolution.Measure, role resolution.Role) int {
	for i, a := range w.form.Asks {
		if a.Measure == m && a.Role == role && a.Line == 0 {
			return formFirstRow + i
		}
	}
	return 0
}

// sizeCheck compares a value with all that it should be near, in the reader's
// order: the first that it is off is named.
func (w *formWriter) sizeCheck(i int) string {
	a, row := w.form.Asks[i], formFirstRow+i
	value := sizeOf(a, at(colValue, row))
	type doubt struct{ when, says string }
	var doubts []doubt
	if whole, ok := a.WholePromise(); ok && whole.Sign() > 0 {
		g := gapTo{value, constant(whole), a.IsPercent(), false}
		doubts = append(doubts, doubt{fmt.Sprintf(`AND(%[1]s>=%[2]s,%[1]s>=%[3]s)`, value, constant(resolution.Small),
			constant(whole.Mul(resolution.ManyWholes))), w.off(g, quoted(w.words.Text("bieu-mau.kiem-tra.nao.chung")))})
	}
	// What is promised for a year is compared with a year's figures only.
	year := w.form.Plan.Report.Period.IsYear()
	if share, ok := w.form.Plan.EqualShare(a); ok && year {
		g := gapTo{value, constant(share), a.IsPercent(), a.Measure.IsToFall() || a.Negative}
		doubts = append(doubts, doubt{g.slipsFar(), w.off(g, quoted(w.words.Text("bieu-mau.kiem-tra.nao.chia-deu")))})
	}
	for _, ref := range w.expected(a) {
		if ref.Value.Sign() <= 0 || ref.What == resolution.NearTarget && !year {
			continue
		}
		name := "bieu-mau.kiem-tra.nao.nam-truoc"
		switch ref.What {
		case resolution.NearTarget:
			name = "bieu-mau.kiem-tra.nao.muc-tieu"
		case resolution.NearEarlier:
			name = "bieu-mau.kiem-tra.nao.nam-cu"
		case resolution.NearMilestone:
			name = "ky.bieu-mau.moc"
		}
		g := gapTo{value, constant(ref.Value), a.IsPercent(), ref.NoLess}
		doubts = append(doubts, doubt{g.unlikely(), w.off(g, quoted(w.words.Text(name)))})
	}
	if other := w.rowOf(a.Measure, a.Role.Other()); other > 0 && other < row { // said once of the two
		g := gapTo{value, sizeOf(w.form.Asks[other-formFirstRow], at(colValue, other)), a.IsPercent(), a.Negative}
		when := fmt.Sprintf(`IF(N(%s)>0,%s,FALSE)`, g.other, g.unlikely())
		name := w.says("bieu-mau.kiem-tra.nao.dong", wording.Args{"dong": rowNumber(other)})
		doubts = append(doubts, doubt{when, w.off(g, name)})
	}
	check := `""`
	for k := len(doubts) - 1; k >= 0; k-- {
		check = fmt.Sprintf(`IF(%s,%s,%s)`, doubts[k].when, doubts[k].says, check)
	}
	return check
}

// gapTo writes resolution.Ask.Unlikely as a formula: value and other are above
// zero where it is asked.
type gapTo struct {
	value, other string // a cell; a cell or a constant
	percent      bool
	noLess       bool
}

func (g gapTo) times() string { return fmt.Sprintf(`MAX(%[1]s/%[2]s,%[2]s/%[1]s)`, g.value, g.other) }

func (g gapTo) power() string { return fmt.Sprintf(`10^ROUND(LOG10(%s),0)`, g.times()) }

// slips: the gap is a power of ten, within bounds.
func (g gapTo) slips() string {
	return fmt.Sprintf(`AND(%[1]s*%[3]s>=%[2]s,%[1]s<=%[2]s*%[3]s)`, g.times(), g.power(),
		constant(quantity.SlipWithin))
}

// counts: two small counts are not asked about.
func (g gapTo) counts() string {
	return fmt.Sprintf(`OR(%s>=%[3]s,%[2]s>=%[3]s)`, g.value, g.other, constant(resolution.Small))
}

func (g gapTo) unlikely() string {
	asked := g.slips()
	if !g.percent {
		asked = fmt.Sprintf(`OR(%s,AND(%s<%s,%[2]s<%[4]s))`, asked, g.value, g.other, constant(resolution.Few))
	}
	if g.noLess {
		asked = fmt.Sprintf(`AND(%s>%s,%s)`, g.value, g.other, asked)
	}
	if g.percent {
		asked = fmt.Sprintf(`OR(%s,%s,%s)`, g.fraction(g.value, g.other), g.fraction(g.other, g.value), asked)
	} else {
		asked = fmt.Sprintf(`AND(%s,%s)`, g.counts(), asked)
	}
	return fmt.Sprintf(`AND(%s>%s,%s)`, g.times(), constant(quantity.FarTimes), asked)
}

// fraction: 0,925 stands for 92,5 beside 90.
func (g gapTo) fraction(n, beside string) string {
	return fmt.Sprintf(`AND(%[1]s<=1,%[2]s>1,MAX(100*%[1]s/%[2]s,%[2]s/(100*%[1]s))<=%[3]s)`, n, beside,
		constant(quantity.FarTimes))
}

// slipsFar is of an equal share, from which units differ: only a hundred times it
// is asked about, or a thousandth.
func (g gapTo) slipsFar() string {
	far := fmt.Sprintf(`AND(%s>%s,%s>10)`, g.value, g.other, g.power())
	if !g.noLess {
		far = fmt.Sprintf(`OR(%s,%s>100)`, far, g.power())
	}
	return fmt.Sprintf(`AND(%s,%s,%s)`, g.counts(), g.slips(), far)
}

// off says by how much a value is off what bears a name.
func (w *formWriter) off(g gapTo, name string) string {
	times := fmt.Sprintf(`IF(%s,%s,ROUND(%s,0))`, g.slips(), g.power(), g.times())
	said := fmt.Sprintf(`IF(%s>%s,%s,%s)`, g.value, g.other,
		w.says("bieu-mau.kiem-tra.gap", wording.Args{"nao": name, "lan": times}),
		w.says("bieu-mau.kiem-tra.bang", wording.Args{"nao": name, "lan": times}))
	if g.percent {
		said = fmt.Sprintf(`IF(%s,%s,%s)`, g.fraction(g.value, g.other), w.says("bieu-mau.kiem-tra.phan-tram"), said)
	}
	return said
}

// listCheck counts the names of a list, where the count behind it is asked too.
func (w *formWriter) listCheck(i int) string {
	a, row := w.form.Asks[i], formFirstRow+i
	count := w.rowOf(a.Measure, resolution.RoleValue)
	if a.Role != resolution.RoleList || count == 0 {
		return `""`
	}
	// One separator after each name, none after the last: "A; B", "A;B;", A and B on two lines.
	lines := fmt.Sprintf(`TRIM(SUBSTITUTE(SUBSTITUTE(%s,CHAR(13),""),CHAR(10),";"))`, at(colValue, row))
	names := fmt.Sprintf(`SUBSTITUTE(SUBSTITUTE(%s,"; ",";"),";;",";")`, lines)
	separators := fmt.Sprintf(`(LEN(%[1]s)-LEN(SUBSTITUTE(%[1]s,";",""))-IF(RIGHT(%[1]s,1)=";",1,0)+1)`, names)
	commas := fmt.Sprintf(`(LEN(%[1]s)-LEN(SUBSTITUTE(%[1]s,",",""))-IF(RIGHT(%[1]s,1)=",",1,0)+1)`, names)
	n := fmt.Sprintf(`IF(ISNUMBER(FIND(";",%s)),%s,%s)`, names, separators, commas)
	says := w.says("bieu-mau.kiem-tra.so-ten",
		wording.Args{"ten": n, "so": at(colValue, count), "dong": rowNumber(count)})
	return fmt.Sprintf(`IF(IF(ISNUMBER(%[1]s),%[1]s<>%[2]s,FALSE),%[3]s,"")`, at(colValue, count), n, says)
}

// says is a text as an expression, its values expressions too.
func (w *formWriter) says(key string, values ...wording.Args) string {
	in := map[string]string{}
	for _, args := range values {
		for name, value := range args {
			in["{"+name+"}"] = fmt.Sprint(value)
		}
	}
	return textFormula(w.words.Text(key), in)
}

// rowNumber moves along where rows are inserted.
func rowNumber(row int) string { return fmt.Sprintf("ROW(%s)", at(colValue, row)) }

// longestText is what Excel takes of a text within a formula, with room for
// letters that it counts twice.
const longestText = 120

// quoted is a text as an expression, in pieces that Excel takes.
func quoted(s string) string {
	var pieces []string
	for piece := range slices.Chunk([]rune(s), longestText) {
		pieces = append(pieces, `"`+strings.ReplaceAll(string(piece), `"`, `""`)+`"`)
	}
	if pieces == nil {
		return `""`
	}
	return strings.Join(pieces, "&")
}

// constant is a number as formulas have it; as many digits as a cell holds.
func constant(n quantity.Number) string { return n.Round(9).Plain() }

func at(col string, row int) string { return fmt.Sprintf("%s%d", col, row) }
