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
	key, example := w.example(a)
	said = w.hinted(a, key, strings.ReplaceAll(example, ".", ","))
	if !strings.Contains(example, ".") {
		return said, ""
	}
	const mark = "{vi-du}"
	return said, textFormula(w.hinted(a, key, mark), map[string]string{mark: example})
}

// prompt shows the hint where the cell is chosen, for who does not see its column.
func (w *formWriter) prompt(dv *excelize.DataValidation, a resolution.Ask) {
	key, example := w.example(a)
	whole, _, _ := strings.Cut(example, ".")
	dv.SetInput(w.words.Text("bieu-mau.hop.luu-y.ten-hop"), shorten(w.hinted(a, key, whole), 250))
}

// example is the text that says what to type, and a number as it may look.
func (w *formWriter) example(a resolution.Ask) (key, number string) {
	switch {
	case a.Kind == resolution.AskChoice:
		return "bieu-mau.goi-y.chon", ""
	case a.Kind == resolution.AskDay:
		return "bieu-mau.goi-y.ngay", ""
	case a.Role == resolution.RoleList:
		return "bieu-mau.goi-y.ten", ""
	case a.Kind == resolution.AskText:
		return "bieu-mau.goi-y.loi", ""
	case a.IsPercent():
		return "bieu-mau.goi-y.phan-tram", "92.5"
	case a.Unit == "":
		return "bieu-mau.goi-y.so-khong", "15"
	case a.Whole:
		return "bieu-mau.goi-y.so-nguyen", "341"
	}
	return "bieu-mau.goi-y.so", "1250.5"
}

// hinted is a hint with its example, what the plan notes, and whether it may be left out.
func (w *formWriter) hinted(a resolution.Ask, key, example string) string {
	sentences := []string{w.words.Text(key, wording.Args{"dvt": a.Unit, "vi-du": example,
		"nam": w.form.Plan.Resolution.Year}), a.Note}
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

// shorten cuts to what a validation's box takes, counted as Excel counts.
func shorten(s string, units int) string {
	if u := utf16.Encode([]rune(s)); len(u) > units {
		return string([]rune(s)[:units/2]) + "…"
	}
	return s
}
