// Package compose turns the judged annex into the report: words from the
// templates, and the annex's table. Nothing it writes names a unit or a file.
package compose

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
}

// content is what the templates in bao-cao/ may use; templates/README.md tells
// the office what each field is.
type content struct {
	Nam, NamTruoc                        int
	Uoc                                  bool
	Ky, KyDauCau                         Text // "quý I năm 2022"; "Quý I năm 2022"; "" for the year
	CoQuan                               Text
	NghiQuyet                            promise
	TongHop                              summary
	Muc                                  []section
	ChuaDat                              []string
	UuDiem, HanChe, NguyenNhan, GiaiPhap narrative
}

type promise struct{ So, Ngay, CoQuan, VeViec, ChuDe Text }

type summary struct {
	Tong                                int
	DatVaVuot, Vuot, Dat, DemTong       string
	DenKy                               int // how many are judged in this period
	DemDenKy                            string
	CoDatVaVuot                         bool
	KhongDat, ChuaCoSoLieu, ChuaDanhGia *group
	ChuaDenKy                           *group
	PhanKhongDat                        string
}

// group lists the indicators of one verdict; nil for none.
type group struct{ Dem, LietKe string }

type section struct {
	So      int
	Ten     Text
	ChiTieu []indicator
}

type indicator struct {
	So  int
	Cau string
}

type narrative struct {
	LinhVuc      []area
	Thieu        bool  // nobody wrote anything
	ChiTieuThieu []int // missed indicators without a cause
}

type area struct {
	So  int
	Ma  string // names its heading
	Ten Text
	Y   []point
}

// point is one thing that a unit told: its words, and the name of its paragraph.
type point struct {
	Text
	Ma string
}

// Report composes the report in the words of its plan.
func Report(a *assess.Annex) (*document.Document, []diag.Problem) {
	p := a.Plan
	r := &report{annex: a, plan: p}
	d := &document.Document{
		Profile: p.Office.Profile,
		Letterhead: document.Letterhead{Parent: p.Office.Parent, Issuer: p.Office.Issuer, Number: p.Report.Number,
			Symbol: p.Office.Symbol, Place: p.Office.Place, Date: openDate(p)},
		Kind: p.Words.Text("bao-cao.trang.loai"), Title: p.Report.Title, Draft: p.Report.Draft,
		DraftNumber: p.Report.DraftNumber, Urgency: p.Report.Urgency, Circulation: p.Report.Circulation,
		Duplex: p.Report.Duplex, Addressees: slices.Clone(p.Report.Addressees),
		Signature:  document.Signature(p.Report.Signature),
		Recipients: slices.Clone(p.Report.Recipients),
		Subject:    p.Report.Title,
		Annex:      r.table(),
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
	c := content{Nam: q.Year, NamTruoc: q.Year - 1, Uoc: r.plan.Report.Estimate, CoQuan: Text(r.plan.Office.Name()),
		NghiQuyet: promise{So: Text(q.Number), CoQuan: Text(q.Issuer), VeViec: Text(q.About), ChuDe: Text(q.Theme)}}
	if !r.plan.Report.Period.IsYear() {
		name := r.plan.PeriodIn(q.Year)
		c.Ky, c.KyDauCau = Text(name), Text(viet.UpperFirst(name))
	}
	if !q.Date.IsZero() {
		c.NghiQuyet.Ngay = Text(q.Date.Short())
	}
	c.TongHop = r.summary()
	causes := r.narrative(returns.Cause)
	for k, s := range r.annex.Sections {
		out := section{So: k + 1, Ten: Text(s.Title)}
		for _, i := range s.Indicators {
			var all []string
			for _, m := range i.Measures {
				all = append(all, r.sentence(m))
			}
			if o := i.Override; o != nil {
				all = append(all, r.plan.Words.Text("bao-cao.ket-luan.ca-chi-tieu",
					wording.Args{"danh-gia": viet.LowerFirst(i.Verdict.Vi())})+r.because(o))
			}
			out.ChiTieu = append(out.ChiTieu, indicator{i.Number, strings.Join(all, ". ") + "."})
			if i.Verdict != resolution.Missed {
				continue
			}
			c.ChuaDat = append(c.ChuaDat, r.plan.Words.Text("bao-cao.bai.chua-dat",
				wording.Args{"so": i.Number, "cau": strings.Join(r.parts(i, resolution.Missed), "; ")}))
			if !r.explained(i) {
				causes.ChiTieuThieu = append(causes.ChiTieuThieu, i.Number)
				r.warn("B511", diag.Args{"number": i.Number})
			}
		}
		c.Muc = append(c.Muc, out)
	}
	c.UuDiem, c.HanChe = r.narrative(returns.Achievement), r.narrative(returns.Limitation)
	c.NguyenNhan, c.GiaiPhap = causes, r.narrative(returns.Solution)
	for _, missing := range []struct {
		so   bool
		code string
	}{
		{c.NguyenNhan.Thieu && c.NguyenNhan.ChiTieuThieu == nil, "B512"}, {c.GiaiPhap.Thieu, "B513"},
		{c.UuDiem.Thieu, "B514"}, {c.HanChe.Thieu && c.ChuaDat == nil, "B515"},
	} {
		if missing.so && r.begun() {
			r.warn(missing.code, nil)
		}
	}
	return c
}

// begun reports that some return has come: before that nothing is urged.
func (r *report) begun() bool {
	return slices.ContainsFunc(r.annex.Units, func(u assess.Unit) bool { return u.Status != assess.UnitMissing })
}

// parts are the sentences of the measures of one verdict; all of them when the
// verdict is the indicator's by other means.
func (r *report) parts(i assess.Indicator, v resolution.Verdict) []string {
	var out []string
	for _, m := range of(i, v) {
		out = append(out, alone(r.sentence(m)))
	}
	return out
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
	reason := bare(d.Reason)
	if reason == "" {
		return ""
	}
	return r.plan.Words.Text("bao-cao.ket-luan.do", wording.Args{"ly-do": lowered(reason)})
}

// explained reports that a unit which reports a missed measure gave a cause.
func (r *report) explained(i assess.Indicator) bool {
	for _, m := range of(i, resolution.Missed) {
		for _, k := range r.annex.Remarks {
			if k.Kind != returns.Cause || viet.Tidy(k.Text) == "" {
				continue
			}
			if slices.Contains(m.From, k.Unit) { // the owners of all its inputs
				return true
			}
		}
	}
	return false
}

func (r *report) summary() summary {
	n := r.annex.Summary
	out := summary{Tong: n.Total, DemTong: viet.Count(n.Total), Vuot: viet.Count(n.Exceeded), Dat: viet.Count(n.Met),
		DatVaVuot: viet.Count(n.Exceeded + n.Met), CoDatVaVuot: n.Exceeded+n.Met > 0}
	out.KhongDat = r.group(resolution.Missed, n.Missed)
	out.ChuaCoSoLieu = r.group(resolution.NoData, n.NoData)
	out.ChuaDanhGia = r.group(resolution.Unassessed, n.Unassessed)
	out.ChuaDenKy = r.group(resolution.NotDue, n.NotDue)
	out.DenKy = n.Total - n.NotDue
	out.DemDenKy = viet.Count(out.DenKy)
	var missed []string
	for _, s := range r.annex.Sections {
		for _, i := range s.Indicators {
			if i.Verdict != resolution.Exceeded && i.Verdict != resolution.Met {
				continue
			}
			for _, part := range r.parts(i, resolution.Missed) {
				missed = append(missed, r.plan.Words.Text("bao-cao.bai.chi-tieu",
					wording.Args{"so": i.Number, "ten": lowered(part)}))
			}
		}
	}
	out.PhanKhongDat = strings.Join(missed, "; ")
	return out
}

func (r *report) group(v resolution.Verdict, count int) *group {
	if count == 0 {
		return nil
	}
	var list []string
	for _, s := range r.annex.Sections {
		for _, i := range s.Indicators {
			if i.Verdict != v {
				continue
			}
			var names []string
			reasons := map[string]bool{}
			reason := ""
			for _, m := range of(i, v) {
				names = append(names, Text(lowered(alone(name(m)))).String())
				reason = r.reason(m)
				reasons[reason] = true
			}
			if i.Override != nil {
				reason = lowered(bare(i.Override.Reason))
				reasons = map[string]bool{reason: true}
			}
			item := r.plan.Words.Text("bao-cao.bai.chi-tieu",
				wording.Args{"so": i.Number, "ten": strings.Join(names, ", ")})
			// One reason for all of them; where they differ, the indicator's own paragraph tells.
			if v != resolution.Missed && len(reasons) == 1 && reason != "" {
				item += r.plan.Words.Text("bao-cao.bai.do", wording.Args{"ly-do": Text(reason).String()})
			}
			list = append(list, item)
		}
	}
	return &group{viet.Count(count), strings.Join(list, "; ")}
}

// narrative groups the remarks of one kind by the plan's areas; what names no
// known area comes last, without a heading. Identical texts stand once.
func (r *report) narrative(kind returns.Kind) narrative {
	var out narrative
	seen := map[string]bool{}
	take := func(id, title string, in func(string) bool) {
		a := area{So: len(out.LinhVuc) + 1, Ma: resolution.UnitID(id), Ten: Text(title)}
		for _, k := range r.annex.Remarks {
			t := r.withSubject(k)
			if k.Kind != kind || t == "" || !in(k.Area) || seen[k.Area+"\x00"+t] {
				continue
			}
			seen[k.Area+"\x00"+t] = true
			a.Y = append(a.Y, point{Text(ended(t)), nameOf(kind, k.Text)})
		}
		if a.Y != nil {
			out.LinhVuc = append(out.LinhVuc, a)
		}
	}
	known := map[string]bool{}
	for _, ar := range r.plan.Areas {
		known[ar.ID] = true
		take(ar.ID, ar.Title, func(id string) bool { return id == ar.ID })
	}
	other := ""
	if out.LinhVuc != nil {
		other = r.plan.Words.Text("bao-cao.bai.linh-vuc-khac")
	}
	take("khac", other, func(id string) bool { return !known[id] })
	out.Thieu = out.LinhVuc == nil
	return out
}

// kindNames begin the names of what units told.
var kindNames = map[returns.Kind]string{returns.Achievement: "ket-qua", returns.Limitation: "han-che",
	returns.Cause: "nguyen-nhan", returns.Solution: "giai-phap"}

// nameOf names what a unit told by its words alone: whose they are does not leave the
// office, and could be found by trying if it went into the name.
func nameOf(kind returns.Kind, words string) string {
	sum := sha256.Sum256([]byte(viet.Tidy(words)))
	return kindNames[kind] + "-" + hex.EncodeToString(sum[:4])
}

// ownSubjects are the words by which a member of a group speaks of itself, folded,
// and lacks what such a sentence goes on with.
var (
	ownSubjects = []string{"chi bo", "dang bo", "dang uy", "ubnd", "don vi", "dia phuong", "phuong", "xa",
		"thon", "to dan pho", "to", "khu pho"}
	lacks = []string{"chua", "khong", "con", "van con", "van chua"}
)

// withSubject is a remark's text. A limitation of a group's member that names nobody
// would read as one of the whole: it gets the member's name.
func (r *report) withSubject(k returns.Remark) string {
	t := viet.Tidy(k.Text)
	u := r.plan.Unit(k.Unit)
	if k.Kind != returns.Limitation || u == nil || u.Group == "" || t == "" {
		return t
	}
	text := unlisted(t)
	folded := viet.Fold(text)
	for _, name := range append([]string{u.Name}, u.Aliases...) {
		_, bare, _ := strings.Cut(viet.Fold(name), " ") // without its word of kind
		if viet.HasPhrase(folded, viet.Fold(name)) || strings.Contains(bare, " ") && viet.HasPhrase(folded, bare) {
			return t
		}
	}
	rest := folded
	for _, s := range ownSubjects {
		if after, ok := strings.CutPrefix(folded, s+" "); ok {
			rest = after
			// "Đảng bộ phường còn...": a subject may be of another.
			for _, of := range ownSubjects {
				if after, ok := strings.CutPrefix(rest, of+" "); ok {
					rest = after
					break
				}
			}
			break
		}
	}
	if slices.ContainsFunc(lacks, func(w string) bool { return strings.HasPrefix(rest, w+" ") }) {
		return u.Name + ": " + lowered(text)
	}
	return t
}

// ended ends a text with one full stop, its list dash taken off.
func ended(t string) string {
	t = unlisted(t)
	if strings.HasSuffix(t, "?") || strings.HasSuffix(t, "!") || strings.HasSuffix(t, "…") {
		return t
	}
	return strings.TrimRight(t, ".;,/ ") + "."
}

// isAmount: a text begins with a figure that may be below zero: no "05 tuyến đường",
// and no day.
func isAmount(t string) bool {
	digits := t[:len(t)-len(strings.TrimLeft(t, "0123456789"))]
	return digits != "" && (len(digits) == 1 || digits[0] != '0') && !strings.HasPrefix(t[len(digits):], "/")
}

// unlisted is a text without the mark of a list before it. A sign that a figure
// follows at once is the figure's: "-2,5%" is no "2,5%".
func unlisted(t string) string {
	const marks = "-–—+•●▪◦■◆►➢✓✔☑\uF0A7\uF0B7\uF0D8\uF0FC"
	for {
		mark, n := utf8.DecodeRuneInString(t)
		next, _ := utf8.DecodeRuneInString(t[n:])
		switch {
		case n == 0 || mark != ' ' && !strings.ContainsRune(marks, mark):
			return t
		case strings.ContainsRune("-–—", mark) && isAmount(t[n:]):
			return "−" + t[n:]
		case mark == '+' && unicode.IsDigit(next):
			return t
		}
		t = t[n:]
	}
}
