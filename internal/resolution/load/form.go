package load

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"baocao/internal/diag"
	"baocao/internal/form"
	"baocao/internal/resolution"
	"baocao/internal/viet"
)

// mostDrafts is beyond any number of drafts.
const mostDrafts = 99

// draft reads whether the report is a draft, and which: true, 2, "2", "lần 2".
func (t *table) draft(key string) (draft bool, which int) {
	v, ok := t.get(key)
	if !ok {
		return false, 0
	}
	said := ""
	switch v := v.(type) {
	case bool:
		return v, 0
	case int64:
		said = strconv.FormatInt(v, 10)
	case string:
		said = viet.Tidy(v)
		folded := viet.Fold(said)
		for _, word := range []string{"du thao", "lan", "thu"} {
			folded = strings.TrimSpace(strings.TrimPrefix(folded, word))
		}
		if n, err := strconv.Atoi(folded); err == nil && n >= 1 && n <= mostDrafts {
			return true, n
		}
	default:
		said = t.src.file.Places[t.path+"."+key].Raw
	}
	if n, err := strconv.Atoi(said); err == nil && n >= 1 && n <= mostDrafts {
		return true, n
	}
	t.add("B087", key, diag.Args{"value": said})
	return true, 0
}

// urgency reads the mark of haste, in whatever letters it is typed.
func (t *table) urgency(key, profile string) string {
	said := t.text(key)
	rules, err := form.Named(profile)
	if said == "" || err != nil {
		return ""
	}
	words := rules.Urgency.Words
	for _, w := range words {
		if viet.Fold(w) == viet.Fold(said) {
			return w
		}
	}
	t.add("B008", key, diag.Args{"key": key, "value": said, "allowed": strings.Join(words, ", ")})
	return ""
}

func (t *table) signature(key string) resolution.Signature {
	s := t.sub(key)
	defer s.close()
	return resolution.Signature{Authority: s.text("authority"), Position: s.text("position"), Name: s.text("name")}
}

// replaced reads which report this one takes the place of.
func (t *table) replaced(key string) resolution.Replaced {
	if !t.has(key) {
		return resolution.Replaced{}
	}
	s := t.sub(key)
	defer s.close()
	if !s.has("date") {
		s.add("B007", "date", diag.Args{"key": "date"})
	}
	return resolution.Replaced{Number: s.requiredID("number"), Date: s.date("date")}
}

// joint reads the second body of those that report together.
func (t *table) joint(key string) *resolution.Joint {
	if !t.has(key) {
		return nil
	}
	s := t.sub(key)
	defer s.close()
	return &resolution.Joint{Issuer: s.required("issuer"), Symbol: s.required("symbol"),
		Signature: s.signature("signature")}
}

// isNumber reports the number of a document: "146", "07", "12a"; none is one too,
// and "0", which books do not begin with, is not.
func isNumber(text string) bool {
	rest := strings.TrimLeft(text, "0123456789")
	return text == "" || strings.Trim(text[:len(text)-len(rest)], "0") != "" && utf8.RuneCountInString(rest) <= 1 &&
		!strings.ContainsAny(rest, "/-.,: ")
}

// numberIn is the first number that a text has: "07" of "Số 07-BC/QU"; "" for 0.
func numberIn(text string) string {
	text = strings.TrimLeftFunc(text, func(r rune) bool { return r < '0' || r > '9' })
	number := text[:len(text)-len(strings.TrimLeft(text, "0123456789"))]
	if strings.Trim(number, "0") == "" {
		return ""
	}
	return number
}

// checkForm: what the rules of the form say of the office's own words.
func checkForm(l *loader) {
	rules, err := form.Named(l.p.Office.Profile)
	if err != nil {
		return // an unknown one was told
	}
	office, report := l.office.sub("office"), l.office.sub("report")
	if rules.Addressees == nil && len(l.p.Report.Addressees) > 0 {
		report.add("B088", "to", diag.Args{"profile": rules.Title})
	}
	o := l.p.Office
	if right := rules.Symbol(o.Symbol); right != o.Symbol && !resolution.IsBlank(o.Symbol) {
		office.add("B089", "symbol", diag.Args{"value": o.Symbol, "right": right, "profile": rules.Title})
	}
	if n := l.p.Report.Number; !isNumber(n) && !resolution.IsBlank(n) {
		report.add("B092", "number", diag.Args{"value": n, "printed": rules.NumberLine(n, o.Symbol, ""),
			"right": numberIn(n)})
	}
	if r := l.p.Report.Replaces; !r.IsZero() {
		l.checkReplaced(report.sub("replaces"), r, rules)
	}
	signature := func(t *table, s resolution.Signature) {
		if right := rules.Signature.Rightly(s.Authority); right != s.Authority {
			t.add("B090", "authority", diag.Args{"value": s.Authority, "right": right, "profile": rules.Title})
		}
	}
	signature(report.sub("signature"), l.p.Report.Signature)
	if o.Joint == nil {
		return
	}
	joint := office.sub("joint")
	signature(joint.sub("signature"), o.Joint.Signature)
	if o.Said == "" {
		office.add("B091", "joint", diag.Args{"issuer": o.Joint.Issuer})
	}
}

// checkReplaced: what is replaced is another report, and an earlier one.
func (l *loader) checkReplaced(t *table, r resolution.Replaced, rules *form.Profile) {
	if !isNumber(r.Number) {
		t.add("B092", "number", diag.Args{"value": r.Number,
			"printed": rules.NumberLine(r.Number, l.p.Office.Symbol, ""), "right": numberIn(r.Number)})
	}
	own := l.p.Report
	itself := strings.TrimLeft(own.Number, "0") == strings.TrimLeft(r.Number, "0") && r.Date.Year == own.Date.Year
	if !own.Date.IsZero() && !r.Date.IsZero() && r.Date.Compare(own.Date) > 0 || own.Number != "" && itself {
		t.add("B560", "number", diag.Args{"number": r.Number, "date": r.Date.Short()})
	}
}
