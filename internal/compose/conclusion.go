package compose

import (
	"strings"

	"baocao/internal/assess"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/viet"
	"baocao/internal/wording"
)

// conclusion is how the sentence of a measure ends: what its figure is beside what was
// promised. reached: the sentence has said "đạt" already.
func (r *report) conclusion(m *assess.Measure, reached bool) string {
	words := r.plan.Words
	said := ""
	switch {
	case m.Override != nil && m.Verdict == resolution.Unassessed:
		said = words.Text("bao-cao.ket-luan.chua-danh-gia") + r.because(m.Override)
	case m.Override != nil:
		said = words.Text("bao-cao.ket-luan.danh-gia", wording.Args{"danh-gia": viet.LowerFirst(m.Verdict.Vi())}) +
			r.because(m.Override)
	case m.Verdict == resolution.Unassessed:
		said = words.Text("bao-cao.ket-luan.chua-danh-gia-do", wording.Args{"ly-do": r.reason(m)})
	case m.Verdict == resolution.NotDue:
		said = r.ofYear(m) + r.notDue(m)
	case m.Verdict != resolution.NoData && m.Verdict != resolution.Info:
		said = r.ofYear(m) + r.besidePlan(m, reached)
	}
	if m.Partial(words) != "" && m.Verdict != resolution.Unassessed {
		said += words.Text("bao-cao.ket-luan.chua-gom",
			wording.Args{"thieu": viet.Count(m.Expected - m.Reported), "tong": viet.Count(m.Expected)})
	}
	if basis := bare(m.Basis); basis != "" && !r.based[basis] &&
		!viet.HasPhrase(viet.Fold(said), viet.Fold(basis)) {
		said += words.Text("bao-cao.ket-luan.can-cu", wording.Args{"can-cu": basis})
		r.based[basis] = true
	}
	return said
}

// notDue says that a measure is not judged yet, where its indicator does not say it of
// them all.
func (r *report) notDue(m *assess.Measure) string {
	switch {
	case r.silent:
		return ""
	case m.Judged == nil && m.Status == "":
		return r.plan.Words.Text("ky.bao-cao.chua-den-ky-chua-so")
	}
	return r.plan.Words.Text("ky.bao-cao.chua-den-ky")
}

// ofYear is how much of the year's target a part of the year has brought; "" for the
// year, and where that says nothing.
func (r *report) ofYear(m *assess.Measure) string {
	if r.plan.Report.Period.IsYear() || !hasShare(m) {
		return ""
	}
	return r.plan.Words.Text("ky.bao-cao.bang", wording.Args{"ty-le": m.PercentOfTarget.Prose(2)})
}

// hasShare: the figure is an amount, and so much of what was promised.
func hasShare(m *assess.Measure) bool {
	return m.Judged != nil && m.PercentOfTarget != nil && m.PercentOfTarget.Sign() > 0 &&
		!quantity.Attached(m.FigureUnit())
}

// besidePlan says by how much a figure is above or below what was promised, or what
// that was.
func (r *report) besidePlan(m *assess.Measure, reached bool) string {
	words := r.plan.Words
	to := wording.Args{"muc-tieu": r.promise(m), "ke-hoach": r.goal(), "muc": r.level(), "du-kien": ""}
	if r.estimates(m) {
		to["du-kien"] = words.Text("bao-cao.ket-luan.du-kien")
	}
	bound, gap := r.gap(m)
	share := hasShare(m) && r.plan.Report.Period.IsYear() && m.Due.Kind != resolution.Range
	if share {
		to["ty-le"] = m.PercentOfTarget.Prose(2)
	}
	switch {
	case m.Verdict == resolution.Exceeded && isCap(m):
		if gap != "" {
			to["chenh"] = gap
			return words.Text("bao-cao.ket-luan.duoi-muc-diem", to)
		}
		return words.Text("bao-cao.ket-luan.duoi-muc", to)
	case m.Verdict == resolution.Missed && onlyEqual(m):
		return words.Text(onlyEquals[m.Due.Kind], to)
	case gap != "" && m.Verdict != resolution.Met && gap != "0":
		to["chenh"] = gap
		switch above := m.Judged.Cmp(m.Due.A) > 0; {
		case m.Verdict == resolution.Exceeded:
			return words.Text("bao-cao.ket-luan.vuot-diem", to)
		case above:
			return words.Text("bao-cao.ket-luan.cao-hon-diem", to)
		}
		return words.Text("bao-cao.ket-luan.thap-hon-diem", to)
	case m.Verdict == resolution.Met && (bound || m.Due.Exact()):
		if reached {
			return words.Text("bao-cao.ket-luan.bang-ke-hoach", to)
		}
		return words.Text("bao-cao.ket-luan.dat-ke-hoach", to)
	case m.Verdict == resolution.Met && r.estimates(m):
		return words.Text("bao-cao.ket-luan.dat-uoc", to)
	case m.Verdict == resolution.Met:
		return words.Text("bao-cao.ket-luan.dat", to)
	case m.Verdict == resolution.Exceeded && share:
		return words.Text("bao-cao.ket-luan.vuot-phan-tram", to)
	case m.Verdict == resolution.Exceeded:
		return words.Text("bao-cao.ket-luan.vuot", to)
	case m.Due.Kind == resolution.By:
		to["ngay"] = m.Judged.Sub(m.Due.A).Count()
		return words.Text("bao-cao.ket-luan.cham", to)
	case share:
		return words.Text("bao-cao.ket-luan.khong-dat-phan-tram", to)
	}
	return words.Text("bao-cao.ket-luan.khong-dat", to)
}

// goal is what the figures are held against: the plan, or in a part of the year the
// milestone for it.
func (r *report) goal() string {
	return r.plan.Periodic("bao-cao.ket-luan.ke-hoach", "ky.bao-cao.moc", nil)
}

// level is goal as something that a figure lies above or below.
func (r *report) level() string {
	return r.plan.Periodic("bao-cao.ket-luan.muc-ke-hoach", "ky.bao-cao.moc", nil)
}

// isCap: the promise is to stay below, or to come down to. Whoever is said to have gone
// beyond it would be taken to have broken it.
func isCap(m *assess.Measure) bool {
	return m.Judged != nil && m.Due.LessIsBetter() && !m.Method.Facts().Place && !m.Method.Facts().IsDay &&
		!isTurned(m)
}

// isTurned: a change below 0 was promised, which is said as one the other way: more of a
// fall is not below it.
func isTurned(m *assess.Measure) bool {
	return m.Method.Facts().Years && m.Due.A.Sign() < 0
}

// onlyEquals are the words for a figure at a bound that it was to pass.
var onlyEquals = map[resolution.TargetKind]string{
	resolution.MoreThan: "bao-cao.ket-luan.chua-vuot-muc", resolution.LessThan: "bao-cao.ket-luan.chua-duoi-muc"}

// onlyEqual: the figure stands at the bound that it was to pass. A change of nothing is
// said as that.
func onlyEqual(m *assess.Measure) bool {
	return m.Judged != nil && !m.Due.OfLast && !m.Method.Facts().Place && !isTurned(m) &&
		onlyEquals[m.Due.Kind] != "" && m.Judged.Equal(m.Due.A) && (!m.Method.Changes() || m.Judged.Sign() != 0)
}

// gap is by how many points a percentage lies above or below the bound that was
// promised, exactly; "" for what is no percentage, or was promised no bound. bound: it
// lies on it.
func (r *report) gap(m *assess.Measure) (bound bool, points string) {
	if m.Judged == nil || m.Due.OfLast {
		return false, ""
	}
	switch m.Due.Kind {
	case resolution.AtLeast, resolution.MoreThan, resolution.AtMost, resolution.LessThan:
	case resolution.Range, resolution.Around, resolution.Exactly, resolution.By, resolution.ByOffice,
		resolution.InfoOnly:
		return false, ""
	}
	bound = m.Judged.Equal(m.Due.A)
	facts := m.Method.Facts()
	if m.FigureUnit() != "%" || facts.Falls || facts.Years && (m.Judged.Sign() < 0 || m.Due.A.Sign() < 0) {
		return bound, ""
	}
	return bound, m.Judged.Sub(m.Due.A).Abs().Exact()
}

// promise is the target as it stands in brackets. Last year's figure stands beside its
// name where it is known: "không thấp hơn năm 2021: 412 người".
func (r *report) promise(m *assess.Measure) string {
	target := m.Plan(m.Due).Vi
	if m.Judged != nil {
		if due, ok := r.large(m); ok {
			in := *m.Measure
			in.Unit = r.plan.Words.Text("bao-cao.menh-de.ty-dong")
			target = in.Promise(due).Vi
			if due.Kind == resolution.Around { // no brackets within brackets
				target = in.Plan(due).Vi
			}
		}
	}
	if m.Due.OfLast && m.Previous != nil {
		return strings.Replace(target, "năm trước", r.before()+": "+r.figure(m, *m.Previous), 1)
	}
	return strings.Replace(target, "năm trước", r.before(), 1)
}

// figure is another figure of a measure, as it stands alone.
func (r *report) figure(m *assess.Measure, n quantity.Number) string {
	if m.Method.Facts().Place {
		return r.plan.Words.Text("bao-cao.cau.thu", wording.Args{"so-lieu": m.Amount(n).Vi})
	}
	if m.Judged != nil {
		if _, ok := r.large(m); ok { // as its own figure is said
			return r.money(n, m.FigureUnit())
		}
	}
	return m.Amount(n).Vi
}

// sinceLast compares a figure with last year's, where that is known: a percentage by
// its points, an amount by what it was.
func (r *report) sinceLast(m *assess.Measure) string {
	facts := m.Method.Facts()
	if m.Previous == nil || m.Due.OfLast || m.Target.OfLast || facts.Years || facts.IsDay || facts.OnTopOf {
		return ""
	}
	last, words := m.Figure(m.Target, *m.Previous), r.plan.Words
	to := wording.Args{"ky-truoc": r.before()}
	switch change := m.Judged.Sub(last); {
	case change.Sign() == 0 && m.Judged.Sign() != 0:
		return words.Text("bao-cao.cau.bang-truoc", to)
	case m.FigureUnit() != "%" || facts.Place:
		if change.Sign() == 0 {
			return ""
		}
		to["so-lieu"] = r.figure(m, last)
		return words.Text("bao-cao.cau.truoc", to)
	case change.Sign() == 0:
		return ""
	default:
		to["huong"], to["chenh"] = words.Text("bao-cao.cau.tang"), change.Abs().Exact()
		if change.Sign() < 0 {
			to["huong"] = words.Text("bao-cao.cau.giam")
		}
		return words.Text("bao-cao.cau.so-voi-truoc", to)
	}
}

// shortfall says in a few words how a measure missed what was promised.
func (r *report) shortfall(m *assess.Measure) string {
	words := r.plan.Words
	expected := ""
	if r.estimates(m) {
		expected = words.Text("bao-cao.ket-luan.du-kien")
	}
	to := wording.Args{"ten": lowered(alone(name(m))), "ke-hoach": r.goal(), "muc": r.level(), "du-kien": expected}
	bound, gap := r.gap(m)
	years := m.Method.Facts().Years
	switch {
	case m.Verdict != resolution.Missed || m.Computed != resolution.Missed: // by a person's word, not by its figure
		return words.Text("bao-cao.bai.danh-gia-khong-dat",
			wording.Args{"ten": lowered(alone(name(m))), "ke-hoach": r.goal()})
	case onlyEqual(m) && m.Due.Kind == resolution.MoreThan:
		return words.Text("bao-cao.bai.chua-vuot", to)
	case gap != "" && !bound && !(years && m.Judged.Sign() == 0):
		to["chenh"] = gap
		if of := subject(m); years && (of != name(m) || !namesGrowth(m)) { // the points are of its growth
			to["ten"], to["du-kien"] = lowered(alone(of)), expected+words.Text("bao-cao.cau.tang")+" "
		}
		if m.Judged.Cmp(m.Due.A) > 0 {
			return words.Text("bao-cao.bai.cao-hon", to)
		}
		return words.Text("bao-cao.bai.thap-hon", to)
	case hasShare(m) && r.plan.Report.Period.IsYear() && m.PercentOfTarget.Cmp(hundred) < 0:
		to["ty-le"] = m.PercentOfTarget.Prose(2)
		if ten, _ := to["ten"].(string); strings.HasSuffix(ten, " mới") {
			return words.Text("bao-cao.bai.chi-bang", to)
		}
		return words.Text("bao-cao.bai.moi-bang", to)
	}
	return words.Text("bao-cao.bai.khong-dat", to)
}
