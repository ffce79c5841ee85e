package xlsx

import (
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"baocao/internal/resolution"
	"baocao/internal/wording"
)

// hint says what to type into a row: in words, and as a formula where the example
// has decimals. A machine prints those with the mark that it takes them with; an
// English one reads 92,5 as 925.
func (w *formWriter) hint(a resolution.Ask) (said, formula string) {
	const mark = "{vi-du}"
	example := ""
	marked := w.toType(a, func(number string) string {
		example = number
		return mark
	})
	said = strings.ReplaceAll(marked, mark, strings.ReplaceAll(example, ".", ","))
	if !strings.Contains(example, ".") {
		return said, ""
	}
	return said, textFormula(marked, map[string]string{mark: example})
}

// prompt shows the hint where the cell is chosen, for who does not see its column.
func (w *formWriter) prompt(dv *excelize.DataValidation, a resolution.Ask) {
	said := w.toType(a, func(number string) string {
		whole, _, _ := strings.Cut(number, ".")
		return whole
	})
	dv.SetInput(w.words.Text("bieu-mau.hop.luu-y.ten-hop"), shorten(said, 250))
}

// toType is what to type, what the plan notes, and whether it may be left out; show
// prints the number of an example.
func (w *formWriter) toType(a resolution.Ask, show func(number string) string) string {
	sentences := []string{w.example(a, show)}
	if a.Negative {
		sentences = append(sentences, w.words.Text("bieu-mau.goi-y.so-am", wording.Args{"vi-du": "-3"}))
	}
	if a.Role != resolution.RoleList { // whose example says it
		sentences = append(sentences, a.Note)
	}
	if !a.Required {
		sentences = append(sentences, w.words.Text("bieu-mau.khong-bat-buoc"))
	}
	said := ""
	for _, s := range sentences {
		if s = strings.TrimSpace(s); s != "" {
			said += strings.TrimSuffix(s, ".") + ". "
		}
	}
	return strings.TrimSpace(said)
}

func (w *formWriter) example(a resolution.Ask, show func(number string) string) string {
	switch {
	case a.Kind == resolution.AskChoice:
		return w.words.Text("bieu-mau.goi-y.chon")
	case a.Kind == resolution.AskDay:
		return w.words.Text("bieu-mau.goi-y.ngay", wording.Args{"nam": w.form.Plan.Resolution.Year})
	case a.Role == resolution.RoleList:
		return w.words.Text("bieu-mau.goi-y.ten")
	case a.Kind == resolution.AskText:
		return w.words.Text("bieu-mau.goi-y.loi")
	case a.IsPercent():
		return w.words.Text("bieu-mau.goi-y.phan-tram", wording.Args{"vi-du": show("92.5")})
	case a.Unit == "":
		return w.words.Text("bieu-mau.goi-y.so-khong", wording.Args{"vi-du": show("15")})
	case a.Whole:
		return w.words.Text("bieu-mau.goi-y.so-nguyen", wording.Args{"dvt": a.Unit, "vi-du": show("341")})
	}
	return w.words.Text("bieu-mau.goi-y.so", wording.Args{"dvt": a.Unit, "vi-du": show("1250.5")})
}

// shorten cuts to what a validation's box takes, counted as Excel counts.
func shorten(s string, units int) string {
	if u := utf16.Encode([]rune(s)); len(u) > units {
		return string([]rune(s)[:units/2]) + "…"
	}
	return s
}
