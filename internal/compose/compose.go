// Package compose turns the judged annex into the report: words from the
// templates, and the annex's table. Nothing it writes names a unit or a file.
package compose

import (
	"slices"
	"strconv"
	"strings"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/document"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/wording"
)

type report struct {
	annex    *assess.Annex
	plan     *resolution.Plan
	problems []diag.Problem

	based   map[string]bool   // what the figures of the indicator in hand rest on, as it has been said
	silent  bool              // the indicator says itself that it is not due
	amounts map[string]string // that sentences of the indicator have told, and of what
	asTold  bool              // one of its amounts is long in tỷ đồng: none is said in it
}

// content is what the templates in bao-cao/ may use; templates/README.md tells
// the office what each field is.
type content struct {
	Phan                  string // the number of the part: "III"
	Nam, NamTruoc, NamSau int
	Uoc, CoPhuLuc         bool
	Ky, KyDauCau          Text // "quý I năm 2022"; "Quý I năm 2022"; "" for the year
	ThoiGian              Text // "năm 2022", "quý I năm 2022"
	CoQuan                Text
	NghiQuyet             promise
	BoiCanh               string
	TongHop               summary
	Muc                   []section
	ChuaDat               []missed

	UuDiem, HanChe, NguyenNhan, GiaiPhap, PhuongHuong, KienNghi narrative
}

type promise struct{ So, Ngay, CoQuan, VeViec, ChuDe Text }

type section struct {
	So      int
	Ten     Text
	Dem     string // "07/10 chỉ tiêu đạt và vượt, 01 chỉ tiêu không đạt"
	ChiTieu []indicator
}

type indicator struct {
	So  int
	Cau string
}

// Report composes the report in the words of its plan.
func Report(a *assess.Annex) (*document.Document, []diag.Problem) {
	p := a.Plan
	r := &report{annex: a, plan: p}
	d := &document.Document{
		Profile: p.Office.Profile,
		Letterhead: document.Letterhead{Parent: p.Office.Parent, Issuer: p.Office.Issuer, Number: p.Report.Number,
			Symbol: p.Office.Symbol, Place: p.Office.Place, Date: openDate(p)},
		Kind: p.Words.Text("bao-cao.trang.loai"), Title: p.Title(), Draft: p.Report.Draft,
		DraftNumber: p.Report.DraftNumber, Urgency: p.Report.Urgency, Circulation: p.Report.Circulation,
		Duplex: p.Report.Duplex, Addressees: slices.Clone(p.Report.Addressees),
		Signature:  document.Signature(p.Report.Signature),
		Recipients: slices.Clone(p.Report.Recipients),
		Subject:    p.Title(),
		Annex:      r.table(),
		Edition:    Edition(p),
	}
	if !p.Report.Date.IsZero() {
		d.Letterhead.Date = p.Report.Date.Long()
	}
	if p.Report.Illustrative {
		d.Notice = p.Words.Text("bao-cao.trang.minh-hoa")
	}
	d.Body = r.body(rowsOf(d.Annex))
	r.form(d)
	return d, diag.Sort(r.problems)
}

// Edition tells the report of a plan from those of other offices, years and parts of a
// year.
func Edition(p *resolution.Plan) string {
	return viet.Fold(p.Office.Issuer) + " " + strconv.Itoa(p.Resolution.Year) + p.Report.Period.FileName()
}

func (r *report) warn(code string, args diag.Args) {
	r.problems = append(r.problems, diag.New(code, diag.Position{}, args))
}

// say executes a template.
func (r *report) say(name string, data any) string {
	out, problems := r.plan.Words.Execute(name, data)
	r.problems = append(r.problems, problems...)
	return out
}

func (r *report) content() content {
	q := r.plan.Resolution
	name := r.plan.PeriodIn(q.Year)
	c := content{Nam: q.Year, NamTruoc: q.Year - 1, NamSau: q.Year + 1, Uoc: r.plan.Report.Estimate,
		CoPhuLuc: r.plan.Report.Attach != "none", ThoiGian: Text(name), CoQuan: Text(r.plan.Office.Name()),
		NghiQuyet: promise{So: Text(q.Number), CoQuan: Text(q.Issuer), VeViec: Text(q.About), ChuDe: Text(q.Theme)}}
	if !r.plan.Report.Period.IsYear() {
		c.Ky, c.KyDauCau = Text(name), Text(viet.UpperFirst(name))
	}
	if !r.plan.Office.IsNamed() {
		r.warn("B521", diag.Args{"issuer": r.plan.Office.Issuer, "name": r.plan.Office.Name()})
	}
	if !q.Date.IsZero() {
		c.NghiQuyet.Ngay = Text(q.Date.Short())
	}
	c.TongHop = r.summary()
	told := r.told()
	c.ChuaDat = r.missed(told)
	for k, s := range r.annex.Sections {
		out := section{So: k + 1, Ten: Text(s.Title), Dem: strings.ReplaceAll(r.countsOf(s), " ", noBreak)}
		for _, i := range s.Indicators {
			out.ChiTieu = append(out.ChiTieu, indicator{i.Number, r.paragraph(i)})
		}
		c.Muc = append(c.Muc, out)
	}
	c.UuDiem, c.HanChe = r.narrative(told, returns.Achievement), r.narrative(told, returns.Limitation)
	c.NguyenNhan = r.narrative(told, returns.ObjectiveCause, returns.SubjectiveCause, returns.Cause)
	for _, m := range c.ChuaDat {
		if m.Thieu {
			c.NguyenNhan.ChiTieuThieu = append(c.NguyenNhan.ChiTieuThieu, m.So)
		}
	}
	c.GiaiPhap, c.PhuongHuong = r.narrative(told, returns.Solution), r.narrative(told, returns.Direction)
	c.KienNghi = r.narrative(told, returns.Request)
	for _, missing := range []struct {
		so   bool
		code string
	}{
		{c.NguyenNhan.Thieu && c.ChuaDat == nil, "B512"}, {c.GiaiPhap.Thieu, "B513"},
		{c.UuDiem.Thieu, "B514"}, {c.HanChe.Thieu && c.ChuaDat == nil, "B515"},
	} {
		if missing.so && r.begun() {
			r.warn(missing.code, nil)
		}
	}
	c.BoiCanh = r.say("bao-cao/boi-canh.md", c)
	return c
}

// noBreak keeps the count behind a heading in one piece.
const noBreak = "\u00A0"

// paragraph says all of an indicator, its full stop included.
func (r *report) paragraph(i assess.Indicator) string {
	r.based, r.silent = map[string]bool{}, i.Verdict == resolution.NotDue && i.Override == nil
	r.amounts = map[string]string{}
	r.asTold = slices.ContainsFunc(i.Measures, r.isLong)
	words := r.plan.Words
	any := func(holds func(*assess.Measure) bool) bool { return slices.ContainsFunc(i.Measures, holds) }
	switch {
	case r.silent && !any(func(m *assess.Measure) bool { return m.Judged != nil || m.Status != "" }):
		return Text(r.allNames(i)).String() + words.Text("ky.bao-cao.chua-den-ky-chua-so") + "."
	case i.Override == nil && len(i.Measures) > 1 && !any(func(m *assess.Measure) bool {
		return m.Verdict != resolution.NoData || m.Override != nil || m.Basis != i.Measures[0].Basis ||
			r.reason(m) != r.reason(i.Measures[0])
	}):
		return r.line("cau/chua-co-so-lieu.md",
			sentence{Ten: Text(r.allNames(i)), LyDo: Text(r.reason(i.Measures[0]))}) + "."
	}
	var all []string
	for _, m := range i.Measures {
		all = append(all, r.sentence(m))
	}
	end := ""
	switch {
	case r.silent && len(all) > 1:
		end = ". " + words.Text("ky.bao-cao.chua-den-ky-ca")
	case r.silent:
		end = words.Text("ky.bao-cao.chua-den-ky")
	}
	if o := i.Override; o != nil && i.Verdict == resolution.Unassessed {
		all = append(all, words.Text("bao-cao.ket-luan.ca-chi-tieu-chua")+r.because(o))
	} else if o != nil {
		all = append(all, words.Text("bao-cao.ket-luan.ca-chi-tieu",
			wording.Args{"danh-gia": viet.LowerFirst(i.Verdict.Vi())})+r.because(o))
	}
	return strings.Join(all, ". ") + end + "."
}

// allNames are the names of an indicator's measures, in one.
func (r *report) allNames(i assess.Indicator) string {
	var names []string
	for k, m := range i.Measures {
		n := alone(name(m))
		if k > 0 {
			n = lowered(n)
		}
		names = append(names, n)
	}
	return strings.Join(names, "; ")
}

// begun reports that some return has come: before that nothing is urged.
func (r *report) begun() bool {
	return slices.ContainsFunc(r.annex.Units, func(u assess.Unit) bool { return u.Status != assess.UnitMissing })
}

// of are the measures of one verdict; all of them where the verdict is the
// indicator's by a person's word alone.
func of(i assess.Indicator, v resolution.Verdict) []*assess.Measure {
	var out []*assess.Measure
	for _, m := range i.Measures {
		if m.Verdict == v {
			out = append(out, m)
		}
	}
	if out == nil && i.Override != nil && i.Verdict == v {
		return i.Measures
	}
	return out
}

// because is the reason of a decision, as a sentence ends with it.
func (r *report) because(d *resolution.Decision) string {
	reason := withoutDo(bare(d.Reason))
	if reason == "" {
		return ""
	}
	return r.plan.Words.Text("bao-cao.ket-luan.do", wording.Args{"ly-do": loweredReason(reason)})
}
