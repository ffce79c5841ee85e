package rollup

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/render/result"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
)

// mostData bounds a report's figures. They grow with what is behind them: seven figures of a
// dozen villages in each of 3,321 communes take 92 MB.
const mostData = 128 << 20

// IsData reports a file that holds nothing but JSON, also one that Notepad saved as
// "Unicode": that is refused with a word of what became of it.
func IsData(data []byte) bool {
	for _, wide := range []string{"\xFF\xFE{", "\xFE\xFF\x00{"} {
		if bytes.HasPrefix(data, []byte(wide)) {
			return true
		}
	}
	return bytes.HasPrefix(bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF")), " \t\r\n"), []byte("{"))
}

// ReadData reads ket-qua.json, or the figures that a PDF carries; inside is their name
// there.
func ReadData(file, sha, inside string, data []byte) (*Report, []diag.Problem) {
	at := diag.Position{File: file, Sheet: inside}
	if len(data) > mostData {
		return nil, []diag.Problem{diag.New("B806", at, diag.Args{"why": diag.Say("rollup.why.large", nil)})}
	}
	if bytes.HasPrefix(data, []byte("\xFF\xFE")) || bytes.HasPrefix(data, []byte("\xFE\xFF")) {
		return nil, []diag.Problem{diag.New("B806", at, diag.Args{"why": diag.Say("rollup.why.wide", nil)})}
	}
	data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF")) // Notepad's
	var head struct {
		Schema string `json:"schema"`
	}
	if err := json.Unmarshal(data, &head); err != nil {
		return nil, []diag.Problem{diag.New("B806", at, diag.Args{"why": result.Why(err)})}
	}
	if name := twice(data); name != "" {
		return nil, []diag.Problem{diag.New("B806", at, diag.Args{"why": diag.Say("rollup.why.json-twice",
			diag.Args{"name": viet.Excerpt(name)})})}
	}
	switch head.Schema {
	case result.Schema:
		all, err := result.Load(data)
		if err != nil {
			return nil, []diag.Problem{diag.New("B806", at, diag.Args{"why": result.Why(err)})}
		}
		return ofResult(file, sha, all)
	case result.OutgoingSchema:
		var out result.Outgoing
		if err := json.Unmarshal(data, &out); err != nil {
			return nil, []diag.Problem{diag.New("B806", at, diag.Args{"why": result.Why(err)})}
		}
		return ofOutgoing(file, sha, inside, &out)
	}
	for _, ours := range []string{result.Schema, result.OutgoingSchema} {
		kind, _, _ := strings.Cut(ours, "/")
		if version, ok := strings.CutPrefix(head.Schema, kind+"/"); ok && version != "" {
			return nil, []diag.Problem{diag.New("B805", at, diag.Args{"found": head.Schema, "known": ours})}
		}
	}
	return nil, []diag.Problem{diag.New("B806", at, diag.Args{"why": diag.Say("result.why.not-ours", nil)})}
}

// ofResult takes the figures of ket-qua.json, with what is behind them.
func ofResult(file, sha string, all *result.Result) (*Report, []diag.Problem) {
	r := &Report{File: file, SHA256: sha, Kind: Data, Year: all.Resolution.Year, Period: all.Period,
		Outputs: all.Outputs, Measures: map[string]*Measure{}}
	if all.Report == nil {
		r.lacks = append(r.lacks, diag.Say("rollup.lacks.issuer", nil))
	} else {
		r.head(all.Report.Issuer, all.Report.Number, all.Report.Date, all.Report.Replaces)
		r.Draft, r.Illustrative = all.Report.Draft, all.Report.Illustrative
	}
	if !all.Complete {
		r.Open = 1
		for _, p := range all.Problems {
			if p.Severity == diag.Error.String() {
				r.Open++
			}
		}
	}
	names, held := map[string]string{}, texts{}
	for _, u := range all.Units {
		names[u.ID] = u.Name
	}
	for _, s := range all.Sections {
		for _, i := range s.Indicators {
			for _, m := range i.Measures {
				one := result.OutgoingMeasure{ID: m.ID, Name: m.Name, Unit: m.Unit, Decimals: m.Decimals,
					Method: m.Method, Actual: m.Actual, Judged: m.Judged, Verdict: m.Verdict, Estimate: m.Estimate,
					Basis:  m.Basis,
					Totals: m.Totals, Inputs: m.Inputs, Complete: m.Reported == m.Expected,
					Nothing: m.Expected > 0 && len(m.Nil) == m.Expected}
				for _, src := range m.Sources {
					one.Complete = one.Complete && src.Answer != "pending"
				}
				of, problems := r.measure(&one, "")
				if problems != nil {
					return nil, problems
				}
				of.single, of.heading = len(i.Measures) == 1, i.Text
				if wrong := of.sources(m.Sources, names, held); wrong != "" {
					return nil, []diag.Problem{diag.New("B806", of.At, diag.Args{"why": diag.Say(
						"result.why.no-number", diag.Args{"text": viet.Excerpt(wrong)})})}
				}
				r.Measures[m.ID] = of
			}
		}
	}
	r.narrated(all.Narrative, names)
	return r.whole()
}

func ofOutgoing(file, sha, inside string, out *result.Outgoing) (*Report, []diag.Problem) {
	r := &Report{File: file, SHA256: sha, Kind: Paper, Year: out.Resolution.Year, Period: out.Period,
		Draft: out.Draft, Illustrative: out.Illustrative, Measures: map[string]*Measure{}}
	r.head(out.Issuer, out.Number, out.Date, out.Replaces)
	for _, s := range out.Sections {
		for _, i := range s.Indicators {
			for _, m := range i.Measures {
				if m.Inputs == nil { // of an earlier version, which said nothing of who answered
					m.Complete = m.Actual != nil
				}
				of, problems := r.measure(&m, inside)
				if problems != nil {
					return nil, problems
				}
				of.single, of.heading = len(i.Measures) == 1, i.Text
				r.Measures[m.ID] = of
			}
		}
	}
	return r.whole()
}

// whole looks at a report that was read to its end.
func (r *Report) whole() (*Report, []diag.Problem) {
	if r.Year == 0 || len(r.Measures) == 0 {
		return nil, []diag.Problem{diag.New("B806", r.At(), diag.Args{"why": diag.Say("rollup.why.empty", nil)})}
	}
	r.older()
	return r, nil
}

func (r *Report) head(issuer string, number, date *string, replaces *result.Replaced) {
	r.Issuer = issuer
	if number != nil {
		r.Number = *number
	}
	if date != nil {
		r.Date, _ = resolution.WrittenDay(*date)
	}
	if replaces != nil {
		r.Replaces = *replaces
	}
}

// older names what the version that made the report did not write.
func (r *Report) older() {
	units, lines := false, false
	for _, m := range r.Measures { // any of them
		for _, t := range m.Totals {
			units = units || !t.Known
		}
		for _, all := range m.Lines {
			lines = lines || slices.ContainsFunc(all, func(l Line) bool { return l.Label == "" })
		}
	}
	if units {
		r.lacks = append(r.lacks, diag.Say("rollup.lacks.units", nil))
	}
	if lines {
		r.lacks = append(r.lacks, diag.Say("rollup.lacks.lines", nil))
	}
}

// measure takes one figure.
func (r *Report) measure(m *result.OutgoingMeasure, inside string) (*Measure, []diag.Problem) {
	at := diag.Position{File: r.File, Sheet: inside, Cell: m.ID}
	out := &Measure{ID: m.ID, Name: m.Name, Unit: m.Unit, Method: resolution.Method(m.Method), Decimals: m.Decimals,
		Verdict:  resolution.Verdict(m.Verdict),
		Estimate: m.Estimate, Complete: m.Complete, Nothing: m.Nothing, At: at,
		Totals: map[resolution.Role]Total{}, Lines: map[resolution.Role][]Line{}}
	fault := func(text string) []diag.Problem {
		return []diag.Problem{diag.New("B806", at, diag.Args{"why": diag.Say("result.why.no-number",
			diag.Args{"text": viet.Excerpt(text)})})}
	}
	number := func(s *string) (*quantity.Number, bool) {
		if s == nil {
			return nil, true
		}
		if out.Method.Facts().IsDay {
			d, ok := resolution.WrittenDay(*s)
			n := resolution.Serial(d)
			return &n, ok
		}
		n, err := quantity.Parse(*s)
		return &n, err == nil && !strings.ContainsAny(*s, "eE")
	}
	if m.ID == "" || r.Measures[m.ID] != nil || m.Decimals < 0 || m.Decimals > 20 {
		return nil, []diag.Problem{diag.New("B806", at, diag.Args{"why": diag.Say("rollup.why.twice",
			diag.Args{"id": m.ID})})}
	}
	var ok bool
	if out.Actual, ok = number(m.Actual); !ok {
		return nil, fault(*m.Actual)
	}
	if out.Judged, ok = number(m.Judged); !ok {
		return nil, fault(*m.Judged)
	}
	if m.Actual != nil {
		out.Exact = *m.Actual
	}
	if m.Basis != nil {
		out.Basis = *m.Basis
	}
	units := map[string]result.Input{}
	for _, in := range m.Inputs {
		if len(in.Lines) > mostLines {
			return nil, []diag.Problem{diag.New("B806", at, diag.Args{"why": diag.Say("result.why.form", nil)})}
		}
		units[in.Role] = in
		for _, l := range in.Lines {
			n, ok := number(l.Total)
			if !ok {
				return nil, fault(*l.Total)
			}
			role := resolution.Role(in.Role)
			out.Lines[role] = append(out.Lines[role], Line{Label: l.Label, Value: n})
		}
	}
	for role, written := range m.Totals { // into a map
		n, ok := number(&written)
		if !ok {
			return nil, fault(written)
		}
		in, known := units[role]
		t := Total{Value: *n, Label: in.Label, Unit: in.Unit, Known: known, At: at}
		t.At.Cell = m.ID + "." + role
		if !known && out.Method.Amount() {
			t.Unit, t.Known = m.Unit, true // a sum is in the unit of its figure
		}
		out.Totals[resolution.Role(role)] = t
	}
	return out, nil
}

// sources are the answers behind the totals. It gives one that is no number: a total could not
// be compared with what it says to be the sum of.
func (m *Measure) sources(all []result.Source, names map[string]string, held texts) (wrong string) {
	sums := map[resolution.Role]quantity.Number{}
	unknown := map[resolution.Role]bool{}
	count := map[resolution.Role]int{}
	for _, s := range all {
		role := resolution.Role(s.Input)
		t, has := m.Totals[role]
		if !has {
			continue
		}
		o := returns.Origin{Unit: names[s.Unit], At: held.place(s.File, s.Sheet, s.Cell),
			Value: "-", Behind: held.origins(s.From, 0)}
		if s.Value != nil {
			o.Value = *s.Value
		}
		t.Behind = append(t.Behind, o)
		m.Totals[role] = t
		n, err := quantity.Parse(o.Value)
		given := s.Answer == "given"
		if s.Line != nil && s.Measure == m.ID {
			m.line(role, *s.Line, o, n, given && err == nil)
		}
		if !given {
			continue
		}
		count[role]++
		if err != nil && s.Value != nil && !m.Method.Facts().IsDay {
			return o.Value
		}
		if err != nil || m.Method.Facts().IsDay {
			unknown[role] = true
			continue
		}
		sums[role] = sums[role].Add(n)
	}
	for role, sum := range sums { // each by itself
		if unknown[role] || m.Method.Facts().OneFigure && count[role] > 1 { // told by each of its owners
			continue
		}
		t := m.Totals[role]
		t.sum = &sum
		m.Totals[role] = t
	}
	return ""
}

// mostLines bounds the lines of an input: a table of a report has no more.
const mostLines = 200

// line adds an answer to what is behind a line. Results of earlier versions name no lines:
// there their answers are all that is known of them.
func (m *Measure) line(role resolution.Role, number int, o returns.Origin, amount quantity.Number, given bool) {
	lines := m.Lines[role]
	named := len(lines) > 0 && lines[0].Label != ""
	if number < 1 || number > mostLines || named && number > len(lines) {
		return
	}
	for len(lines) < number {
		lines = append(lines, Line{})
	}
	at := &lines[number-1]
	at.Behind = append(at.Behind, o)
	switch {
	case named || !given:
	case at.Value == nil:
		at.Value = &amount
	case !m.Method.Facts().OneFigure: // else it is told by each of its owners
		at.Value = new(at.Value.Add(amount))
	}
	m.Lines[role] = lines
}

// deepest is how many levels of committees there may be below one.
const deepest = 8

// texts are those of the answers behind figures, each held once: a country's hundreds of
// thousands of them come from a few names, sheets and cells.
type texts map[string]string

func (t texts) own(s string) string {
	if held, known := t[s]; known {
		return held
	}
	t[s] = s
	return s
}

func (t texts) place(file, sheet, cell string) diag.Position {
	return diag.Position{File: t.own(file), Sheet: t.own(sheet), Cell: t.own(cell)}
}

func (t texts) origins(all []result.Origin, depth int) []returns.Origin {
	if depth == deepest || len(all) == 0 {
		return nil
	}
	out := make([]returns.Origin, len(all))
	for i, o := range all {
		out[i] = returns.Origin{Unit: t.own(o.Unit), At: t.place(o.File, o.Sheet, o.Cell), Value: t.own(o.Value),
			Behind: t.origins(o.From, depth+1)}
	}
	return out
}
