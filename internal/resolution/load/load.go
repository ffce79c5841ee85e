// Package load reads a plan from its TOML files and lints it against itself.
// Every problem names the line of the key that has to be mended.
package load

import (
	"errors"
	"io/fs"
	"net"
	"slices"
	"strconv"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/form"
	"baocao/internal/mishap"
	"baocao/internal/resolution"
	"baocao/internal/tomlfile"
)

// maxDecimals bounds the decimals of a figure: beyond it no table has room.
const maxDecimals = 6

// Load reads the resolution, the office and, where there are any, the decisions
// and confirmed readings, and lints them against themselves. The plan is nil where
// the resolution or the office is missing, or a file cannot be read or is not TOML;
// of decisions that are not, what stands sound by itself is taken. A plan with a
// problem of severity error must not be used, unless it is one of a decision, which
// is left out.
func Load(fsys fs.FS) (*resolution.Plan, []diag.Problem) {
	var office *source
	var officeRoot *table
	opened := mishap.Beside(func() { office, officeRoot = openSource(fsys, resolution.OfficeFile) })
	promised, root := openSource(fsys, resolution.ResolutionFile)
	decisions, decisionsRoot := openDecisions(fsys)
	readings, readingsRoot := openOptional(fsys, resolution.ReadingsFile)
	rollup, rollupRoot := openOptional(fsys, resolution.RollupFile)
	opened()
	if root == nil || officeRoot == nil || decisions.file == nil && decisions.problems != nil ||
		readings.problems != nil || rollup.problems != nil {
		return nil, slices.Concat(promised.problems, office.problems, decisions.problems, readings.problems,
			rollup.problems)
	}

	l := &loader{
		p:      &resolution.Plan{},
		tables: map[*resolution.Measure]*table{},

		directions: map[*resolution.Measure]direction{},
		res:        root,
		office:     officeRoot,
		decision:   decisionsRoot,
	}
	if year, ok := root.sub("resolution").vals["year"].(int64); ok && year > 0 && year < 10_000 {
		promised.year, office.year = int(year), int(year)
	}
	l.readOffice()
	l.readResolution()
	if decisionsRoot != nil {
		l.readDecisions()
	}
	if readingsRoot != nil {
		l.readReadings(readingsRoot)
	}
	if rollupRoot != nil {
		l.readRollup(rollupRoot)
	}
	for _, check := range checks {
		check(l)
	}
	l.leaveOut()
	return l.p, diag.Sort(slices.Concat(promised.problems, office.problems, decisions.problems, readings.problems,
		rollup.problems))
}

// openOptional opens a file that need not be there: without it there is neither
// a table nor a problem.
func openOptional(fsys fs.FS, name string) (*source, *table) {
	if _, err := fs.Stat(fsys, name); errors.Is(err, fs.ErrNotExist) {
		return &source{name: name}, nil
	}
	return openSource(fsys, name)
}

// openDecisions opens the decisions. Where the file is no TOML, the entries that
// are by themselves are read all the same: a slip of the pen costs its entry.
func openDecisions(fsys fs.FS) (*source, *table) {
	src, root := openOptional(fsys, resolution.DecisionsFile)
	if root != nil || src.problems == nil {
		return src, root
	}
	data, err := fs.ReadFile(fsys, resolution.DecisionsFile)
	if err != nil || len(data) > tomlfile.MaxSize {
		return src, nil
	}
	text, faults := tomlfile.Sound(string(data))
	file, fault := tomlfile.Parse(text)
	if fault != nil {
		return src, nil
	}
	src = &source{name: resolution.DecisionsFile, file: file}
	for _, f := range faults {
		src.add("B003", f.Line, diag.Args{"error": f.Message})
		src.add("B080", f.Line, nil)
	}
	return src, &table{src: src, vals: file.Values}
}

// loader is a plan being read, with the tables its parts came from.
type loader struct {
	p        *resolution.Plan
	res      *table
	office   *table
	decision *table // nil without decisions

	tables     map[*resolution.Measure]*table // a measure's table, for the places of its keys
	directions map[*resolution.Measure]direction
	sections   []*table
	indicators []*table // in the plan's order, all sections together
	units      []*table
	areas      []*table
	layouts    []*table
	decisions  []*table
	choices    []*table
	senders    []*table
	estimators []*table
	readings   []*table
}

// at adds a problem at a key of a measure.
func (l *loader) at(m *resolution.Measure, code, key string, args diag.Args) {
	if args == nil {
		args = diag.Args{}
	}
	args["measure"] = m.ID
	t := l.tables[m]
	t.add(code, key, args)
	last := len(t.src.problems) - 1
	t.src.problems[last] = t.src.problems[last].ForMeasure(m.ID)
}

func (l *loader) readOffice() {
	l.readIssuer()
	l.readReport()
	l.readUnits()
	l.readMail()
	t := l.office.sub("limits")
	l.p.Limits = resolution.Limits{
		Seconds:    t.wholeWithin("seconds", 15, 1, 3600),
		MemoryMB:   t.wholeWithin("memory_mb", 512, 64, 16_384),
		UnpackedMB: t.wholeWithin("unpacked_mb", 200, 10, 1000),
	}
	t.close()
	l.readChecks()
	l.office.close()
}

func (l *loader) readIssuer() {
	t := l.office.sub("office")
	l.p.Office = resolution.Office{
		Parent:  t.text("parent"),
		Issuer:  t.required("issuer"),
		Said:    t.text("name"),
		Symbol:  t.required("symbol"),
		Place:   t.required("place"),
		Profile: t.choice("profile", form.Names()...),
		Joint:   t.joint("joint"),
	}
	t.close()
}

func (l *loader) readReport() {
	p, t := l.p, l.office.sub("report")
	period := l.period(t)
	l.office.src.period, l.res.src.period = period, period
	p.Report = resolution.Report{
		Period:       period,
		Number:       t.id("number"),
		Date:         t.date("date"),
		Due:          t.date("due"),
		Title:        t.required("title"),
		Estimate:     t.flag("estimate"),
		Illustrative: t.flag("illustrative"),
		Charts:       t.flag("charts"),
		Word:         t.flag("word"),
		Attach:       t.choice("attach", resolution.AttachAnnex, resolution.AttachFull, resolution.AttachNone),
		Recipients:   t.texts("recipients"),
		Addressees:   t.texts("to"),
		Urgency:      t.urgency("urgency", p.Office.Profile),
		Circulation:  t.text("circulation"),
		Duplex:       t.flag("duplex"),
		Signature:    t.signature("signature"),
		Replaces:     t.replaced("replaces"),
	}
	p.Report.Draft, p.Report.DraftNumber = t.draft("draft")
	t.close()
}

// readUnits reads the units, and where figures stand in their own tables.
func (l *loader) readUnits() {
	p := l.p
	for _, t := range l.office.tables("unit") {
		p.Units = append(p.Units, resolution.Unit{
			ID:      t.required("id"),
			Name:    t.required("name"),
			Group:   t.text("group"),
			Email:   t.text("email"),
			Aliases: t.texts("aliases"),
			Due:     t.date("due"),
		})
		l.units = append(l.units, t)
		t.close()
	}
	for _, t := range l.office.tables("layout") {
		p.Layouts = append(p.Layouts, resolution.Layout{
			Unit: t.required("unit"), Input: t.required("input"), Sheet: t.text("sheet"), Row: t.text("row"),
			Under: t.text("under"), Column: t.text("column"), Cell: t.text("cell"),
			UnitOfMeasurement: t.text("unit_of_measurement"), Line: t.line(""), Shared: t.shared(),
		})
		l.layouts = append(l.layouts, t)
		t.close()
	}
}

func (l *loader) readMail() {
	p, t := l.p, l.office.sub("mail")
	p.Mail.To = t.texts("to")
	p.Mail.ProtectedCopies = t.flag("protected_copies")
	for _, to := range p.Mail.To {
		if _, ok := resolution.Address(to); !ok {
			t.add("B572", "to", diag.Args{"value": to})
		}
	}
	p.Mail.SMTP = l.readServer(t.sub("smtp"))
	t.close()
}

// readServer reads what letters are sent by. What is wrong with it costs nothing but the
// sending: letters are drafts then.
func (l *loader) readServer(t *table) resolution.SMTP {
	s := resolution.SMTP{Host: t.text("host"), Port: t.wholeWithin("port", 587, 1, 65_535), User: t.text("user"),
		From: t.text("from")}
	ways := []string{string(resolution.StartTLS), string(resolution.TLS), string(resolution.Unencrypted)}
	if s.Port == portTLS {
		slices.Reverse(ways[:2])
	}
	s.Security = resolution.Security(t.choice("security", ways...))
	t.close()
	if s.Host == "" {
		return s
	}
	if _, ok := resolution.Address(s.From); !ok {
		t.add("B570", "from", diag.Args{"value": s.From})
		s.From = ""
	}
	if !isHost(s.Host) {
		t.add("B571", "host", diag.Args{"value": s.Host})
		s.Host = ""
	}
	if s.Security == resolution.Unencrypted && !s.IsHere() {
		t.add("B573", "security", diag.Args{"host": s.Host})
	}
	return s
}

// portTLS is where servers want TLS from the first byte.
const portTLS = 465

// isHost reports a name or number of a machine, and nothing beside it: no port, no
// address of a page.
func isHost(host string) bool {
	return net.ParseIP(host) != nil || len(host) < 254 && !strings.ContainsFunc(host, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '.' && r != '-'
	})
}

func (l *loader) readResolution() {
	p, root := l.p, l.res

	t := root.sub("resolution")
	p.Resolution = resolution.Resolution{
		Number: t.required("number"),
		Date:   t.date("date"),
		Issuer: t.required("issuer"),
		About:  t.required("about"),
		Year:   t.whole("year", 0),
		Theme:  t.text("theme"),
	}
	for _, key := range []string{"date", "year"} {
		if !t.has(key) {
			t.add("B007", key, diag.Args{"key": key})
		}
	}
	t.close()

	for _, t := range root.tables("area") {
		p.Areas = append(p.Areas, resolution.Area{ID: t.required("id"), Title: t.required("title")})
		l.areas = append(l.areas, t)
		t.close()
	}

	for _, st := range root.tables("section") {
		s := resolution.Section{Number: st.required("number"), Title: st.required("title")}
		l.sections = append(l.sections, st)
		for _, it := range st.tables("indicator") {
			ind := resolution.Indicator{Number: it.whole("number", 0), Text: it.required("text"),
				Headline: it.text("headline")}
			if !it.has("number") {
				it.add("B007", "number", diag.Args{"key": "number"})
			}
			l.indicators = append(l.indicators, it)
			for _, mt := range it.tables("measure") {
				m := l.readMeasure(mt)
				m.Section, m.Indicator = s.Number, ind.Number
				ind.Measures = append(ind.Measures, m)
			}
			it.close()
			s.Indicators = append(s.Indicators, ind)
		}
		st.close()
		p.Sections = append(p.Sections, s)
	}
	p.Index()
	l.readSilences()
	root.close()
}

func (l *loader) readMeasure(t *table) *resolution.Measure {
	m := &resolution.Measure{
		ID:         t.required("id"),
		Name:       t.required("name"),
		Unit:       t.text("unit"),
		Decimals:   t.whole("decimals", 2),
		Of:         t.texts("of"),
		PartOf:     t.text("part_of"),
		Basis:      t.text("basis"),
		List:       t.flag("list"),
		Note:       t.text("note"),
		AboveWhole: t.flag("above_whole"),
		LastYearID: t.text("last_year_id"),
		GrowthOf:   t.text("growth_measure"),
		Line:       t.line(""),
	}
	l.tables[m] = t
	if m.Decimals < 0 || m.Decimals > maxDecimals {
		l.at(m, "B018", "decimals", diag.Args{"found": m.Decimals, "max": maxDecimals})
		m.Decimals = 2
	}
	if t.has("method") {
		m.Method = resolution.Method(t.choice("method", words(resolution.Methods())...))
	} else {
		t.required("method")
		m.Method = resolution.Value
	}
	l.readDirection(t, m)
	m.Target, _ = l.readTarget(t, m, "target", t.required("target"))
	l.readFigure(t, m)
	if t.vals["previous"] == "ask" {
		m.AskLast = t.has("previous")
	} else if n, ok := t.number("previous"); ok {
		m.Previous = &n
	}
	if !l.p.Report.Period.IsYear() {
		m.Previous = nil // of the whole year, and no part of it compares with that
	}
	m.From = l.expand(t, m, "from")
	l.readInputs(t, m)
	l.readAssigned(t, m)
	l.readMilestones(t, m)
	for _, at := range t.tables("amendment") {
		m.Amendments = append(m.Amendments, l.readAmendment(at, m))
	}
	slices.SortStableFunc(m.Amendments, func(a, b resolution.Amendment) int { return a.Date.Compare(b.Date) })
	t.close()
	return m
}

// words are the words of the plan's language that some of its names stand for.
func words[T ~string](names []T) []string {
	var all []string
	for _, n := range names {
		all = append(all, string(n))
	}
	return all
}

// quotedTargets are targets as they are written in the file, of which one is meant.
func quotedTargets(all []string) diag.Text {
	var quoted []string
	for _, s := range all {
		quoted = append(quoted, resolution.Quoted(s))
	}
	return diag.Text{Vi: strings.Join(quoted, " hoặc "), En: strings.Join(quoted, " or ")}
}

// readTarget parses a target; the zero target stands in for a bad one.
func (l *loader) readTarget(t *table, m *resolution.Measure, key, text string) (resolution.Target, bool) {
	target, err := resolution.ParseTarget(text)
	switch {
	case text == "":
	case errors.Is(err, resolution.ErrAmbiguous):
		may := resolution.Proposed(text, m.Method, l.directions[m].lower)
		if len(may) == 0 { // of a method that has no figure, or that nobody knows
			may = resolution.Proposed(text, resolution.Value, l.directions[m].lower)
		}
		t.add("B055", key, diag.Args{"measure": m.ID, "value": text, "targets": quotedTargets(may)})
	case err != nil:
		var said any = ""
		if may := resolution.Proposed(text, m.Method, l.directions[m].lower); len(may) > 0 {
			said = diag.Say("plan.target.may", diag.Args{"targets": quotedTargets(may)})
		}
		t.add("B017", key, diag.Args{"measure": m.ID, "value": text, "may": said})
	}
	d := l.directions[m]
	target.Lower, target.Beyond = d.lower, d.beyond
	return target, err == nil
}

func (l *loader) readAmendment(t *table, m *resolution.Measure) resolution.Amendment {
	a := resolution.Amendment{Date: t.date("date"), Document: t.text("document"), Basis: t.text("basis"),
		Pending: t.flag("pending")}
	if !t.has("date") {
		t.add("B028", "date", diag.Args{"measure": m.ID})
	}
	if text := t.text("target"); text != "" {
		if target, ok := l.readTarget(t, m, "target", text); ok {
			a.Target = &target
		}
	}
	if !t.has("target") && a.Basis == "" && !a.Pending {
		t.add("B029", "date", diag.Args{"measure": m.ID})
	}
	t.close()
	return a
}

// expand reads a list of unit ids and groups into unit ids in the order of units.
func (l *loader) expand(t *table, m *resolution.Measure, key string) []string {
	named := map[string]bool{}
	for _, word := range t.texts(key) {
		found := false
		for _, u := range l.p.Units {
			if u.ID == word || u.Group == word {
				named[u.ID], found = true, true
			}
		}
		if !found {
			var words []string
			for _, u := range l.p.Units {
				words = append(words, u.ID, u.Group)
			}
			t.add("B014", key, diag.Args{"measure": m.ID, "value": word,
				"near": orElse(nearest(word, words), "co-quan.toml")})
		}
	}
	var ids []string
	for _, u := range l.p.Units {
		if named[u.ID] {
			ids = append(ids, u.ID)
			delete(named, u.ID)
		}
	}
	return ids
}

func orElse(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

func (l *loader) readInputs(t *table, m *resolution.Measure) {
	given := t.sub("inputs")
	roles := m.Method.Facts().Roles
	for _, other := range m.Method.Facts().Or {
		if slices.ContainsFunc(other, func(r resolution.Role) bool { return given.has(string(r)) }) {
			roles = other
		}
	}
	for _, role := range resolution.Roles() {
		if given.has(string(role)) && !slices.Contains(roles, role) {
			given.add("B016", string(role),
				diag.Args{"measure": m.ID, "method": string(m.Method), "input": string(role)})
		}
	}
	for _, role := range roles {
		in := resolution.Input{Role: role}
		v, ok := given.get(string(role))
		switch v.(type) {
		case string:
			in.Label = given.required(string(role))
		case map[string]any:
			l.readInput(given.sub(string(role)), m, &in)
		default:
			switch {
			case ok:
				given.wrongType(string(role), wantText)
			case role == resolution.RoleValue, role == resolution.RoleStatus, role == resolution.RoleAnswer:
				in.Label = m.Name
			case role == resolution.RoleEvidence:
				in.Label = "Minh chứng, kết quả cụ thể"
			default:
				t.add("B015", "inputs", diag.Args{"measure": m.ID, "method": string(m.Method), "input": string(role)})
				continue
			}
		}
		if in.Unit == "" && role == resolution.RoleValue && !m.Method.Facts().Counted && !m.Method.Facts().IsDay {
			in.Unit = m.Unit
		}
		if in.From == nil && in.Asked() {
			in.From = m.From
		}
		m.Inputs = append(m.Inputs, in)
	}
	given.close()
	m.From = l.owners(m)
}

func (l *loader) readInput(t *table, m *resolution.Measure, in *resolution.Input) {
	in.Label = t.text("label")
	in.Unit = t.text("unit")
	in.Whole = t.flag("whole")
	if in.Negative = t.flag("negative"); in.Negative && !m.Method.TakesNegative(in.Role) {
		t.add("B056", "negative", diag.Args{"measure": m.ID, "key": "negative", "method": string(m.Method)})
	}
	in.SameAs = t.text("same_as")
	in.Lines = t.texts("lines")
	in.Note = t.text("note")
	in.Population = t.text("population")
	in.From = l.expand(t, m, "from")
	if n, ok := t.number("const"); ok {
		in.Const = &n
	}
	in.Source = t.text("source")
	in.Of = t.text("measure")
	in.LastYear = t.flag("last_year")
	if in.Label == "" && in.SameAs == "" && in.Of == "" {
		t.add("B007", "label", diag.Args{"key": "label"})
	}
	t.close()
}

// owners are the units that report something for the measure.
func (l *loader) owners(m *resolution.Measure) []string {
	owns := map[string]bool{}
	for _, in := range m.Inputs {
		for _, id := range in.From {
			owns[id] = true
		}
	}
	if len(owns) == 0 {
		return m.From
	}
	var ids []string
	for _, u := range l.p.Units {
		if owns[u.ID] {
			ids = append(ids, u.ID)
			delete(owns, u.ID)
		}
	}
	return ids
}

// measureID reports whether id numbers a measure of the indicator: "4" or "4.2".
func measureID(id string, indicator int) bool {
	whole, part, hasPart := strings.Cut(id, ".")
	if whole != strconv.Itoa(indicator) {
		return false
	}
	n, err := strconv.Atoi(part)
	return !hasPart || err == nil && n > 0 && part == strconv.Itoa(n)
}
