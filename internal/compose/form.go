package compose

import (
	"slices"
	"strings"

	"baocao/internal/document"
	"baocao/internal/form"
	"baocao/internal/viet"
	"baocao/internal/wording"
)

// form gives a document what the rules of its form say beside its body: who signs
// with it, and the first of the recipients.
func (r *report) form(d *document.Document) {
	rules, err := form.Named(d.Profile)
	if err != nil {
		return // which the renderer says
	}
	if j := r.plan.Office.Joint; j != nil {
		d.Joint = &document.Joint{Issuer: j.Issuer, Symbol: j.Symbol, Signature: document.Signature(j.Signature)}
	}
	if a := rules.Addressees; a == nil {
		d.Addressees = nil
	} else if len(d.Addressees) > 0 && !slices.ContainsFunc(d.Recipients, func(to string) bool {
		return viet.Fold(to) == viet.Fold(a.First) || strings.HasPrefix(viet.Fold(to), viet.Fold(a.First)+" ")
	}) {
		d.Recipients = slices.Insert(d.Recipients, 0, a.First)
	}
}

// shape gives the headings of a body the mark behind their number, and its last text
// its end, as the rules say.
func shape(body []document.Block, profile string) {
	rules, err := form.Named(profile)
	if err != nil {
		return // which the renderer says
	}
	for i, b := range body {
		if h, ok := b.(document.Heading); ok && h.Level == 1 && len(h.Runs) > 0 {
			h.Runs = slices.Clone(h.Runs)
			h.Runs[0].Text = rules.Heading(1).Marked(h.Runs[0].Text)
			body[i] = h
		}
	}
	closeBody(body, rules.Body.End)
}

// closeBody ends the last text of the body as the rules say: "./." for "."
func closeBody(body []document.Block, end string) {
	if len(body) == 0 || end == "." { // which texts have by themselves
		return
	}
	last := &body[len(body)-1]
	switch b := (*last).(type) {
	case document.Paragraph:
		b.Runs = closed(b.Runs, end)
		*last = b
	case document.Item:
		b.Runs = closed(b.Runs, end)
		*last = b
	}
}

func closed(rs []document.Run, end string) []document.Run {
	rs = slices.Clone(rs)
	if n := len(rs); n > 0 && rs[n-1].Style&document.Gap == 0 {
		rs[n-1].Text = strings.TrimSuffix(strings.TrimRight(rs[n-1].Text, " .;,"), "./") + end
		return rs
	}
	return append(rs, document.Run{Text: end})
}

// under is the line below the annex's title, which says what it belongs to.
func (r *report) under() string {
	p, words := r.plan, r.plan.Words
	if rules, err := form.Named(p.Office.Profile); err == nil && rules.Annex.LongDate {
		date := openDate(p)
		if !p.Report.Date.IsZero() {
			date = p.Report.Date.Long()
		}
		return words.Text("phu-luc.trang.kem-theo-dai",
			wording.Args{"so": p.Reference(), "ngay": date, "co-quan": p.Office.Name()})
	}
	date := openDate(p)
	if !p.Report.Date.IsZero() {
		date = words.Text("phu-luc.trang.ngay", wording.Args{"ngay": p.Report.Date.Short()})
	}
	return words.Text("phu-luc.trang.kem-theo",
		wording.Args{"so": p.Reference(), "ngay": date, "co-quan": p.Office.Name()})
}
