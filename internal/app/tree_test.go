package app_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"

	"baocao/internal/app"
	"baocao/internal/quantity"
	"baocao/internal/render/result"
)

// What a generated commune sends: its figures, and what is the matter with them.
type leaf struct {
	name    string
	figures map[string]int64 // by measure and role
	state   string           // of its report
}

// The states of a report that counts, and of those that do not.
const (
	sent      = "sent"
	twiceSame = "sent twice, the same"
	corrected = "sent again, corrected"
	absent    = "not sent"
	differing = "sent twice, with other figures"
	partly    = "a village has not reported"
	otherYear = "last year's"
	otherHalf = "half a year's"
	changed   = "changed by hand"
	otherUnit = "another denominator"
)

var leafStates = []string{sent, sent, sent, sent, twiceSame, corrected, absent, differing, partly, otherYear, otherHalf,
	changed, otherUnit}

var treeRoles = []string{"1.1.numerator", "1.1.denominator", "1.2.value", "2.current", "2.previous", "3.actual",
	"3.plan"}

// counts says whether a measure of a commune goes into its city's.
func (l *leaf) counts(measure string) bool {
	switch l.state {
	case sent, twiceSame, corrected:
		return true
	case differing, changed:
		return measure != "1.2" // the one that differs
	case partly, otherUnit:
		return measure != "1.1"
	}
	return false
}

// figured is a commune's result with other figures in it: whatever is asked there, two
// villages have answered with.
func figured(t *testing.T, data []byte, l *leaf, more func(r *result.Result)) string {
	return edited(t, data, func(r *result.Result) {
		for _, id := range []string{"1.1", "1.2", "2", "3"} {
			m := r.Measure(id)
			total := func(role string) quantity.Number { return quantity.Int(l.figures[id+"."+role]) }
			for role := range m.Totals {
				m.Totals[role] = total(role).Plain()
			}
			for i := range m.Sources { // the second has what the first has not
				s := &m.Sources[i]
				part := quantity.Int(l.figures[id+"."+s.Input] / 3)
				if i%2 == 1 {
					part = total(s.Input).Sub(part)
				}
				s.Value = new(part.Plain())
			}
			hundred := quantity.Int(100)
			var exact quantity.Number
			switch id {
			case "1.1":
				exact, _ = total("numerator").Mul(hundred).Quo(total("denominator"))
			case "1.2":
				exact = total("value")
			case "2":
				exact, _ = total("current").Sub(total("previous")).Mul(hundred).Quo(total("previous"))
			case "3":
				exact, _ = total("actual").Sub(total("plan")).Mul(hundred).Quo(total("plan"))
			}
			m.Actual, m.Judged = new(exact.Plain()), new(exact.Round(2).Plain())
		}
		r.Report.Issuer = "ĐẢNG ỦY " + l.name
		if more != nil {
			more(r)
		}
	})
}

// drop puts into a city's drop folder what a commune in this state would send.
func (c *sentCity) drop(l *leaf, dir string, nr int) {
	put := func(name string, more func(r *result.Result)) {
		c.write(fmt.Sprintf("%s/%s/k%02d/%s", dir, app.DropDir, nr, name), figured(c.t, c.result[0], l, more))
	}
	recount := func(r *result.Result, n int64) {
		m := r.Measure("1.2")
		text := quantity.Int(n).Plain()
		m.Totals["value"], m.Actual, m.Judged, m.Sources = text, &text, &text, nil
	}
	switch l.state {
	case sent:
		put("a.json", nil)
	case twiceSame:
		put("a.json", nil)
		put("b.json", nil)
	case corrected:
		put("a.json", func(r *result.Result) { r.Report.Number = new("7"); recount(r, 1) })
		put("b.json", func(r *result.Result) {
			r.Report.Number, r.Report.Replaces = new("8"), &result.Replaced{Number: "7"}
		})
	case differing:
		put("a.json", nil)
		put("b.json", func(r *result.Result) { recount(r, l.figures["1.2.value"]+1) })
	case partly:
		put("a.json", func(r *result.Result) { r.Measure("1.1").Reported = 1 })
	case otherYear:
		put("a.json", func(r *result.Result) { r.Resolution.Year-- })
	case otherHalf:
		put("a.json", func(r *result.Result) { r.Period = "6-thang" })
	case changed:
		put("a.json", func(r *result.Result) {
			r.Measure("1.2").Totals["value"] = quantity.Int(l.figures["1.2.value"] + 1).Plain()
		})
	case otherUnit:
		put("a.json", func(r *result.Result) { r.Measure("1.1").Inputs[1].Label = "Số hộ có khẩu" })
	}
}

// A country from a seed: some communes are missing, sent twice, sent what cannot be used. What
// cities and centre make of them is what this arithmetic makes of those that count, to the last
// digit; every figure leads to the villages' cells that add up to it, and every rank is right.
func TestARandomCountryAddsUp(t *testing.T) {
	t.Parallel()
	c := newCity(t)
	for seed := range uint64(4) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) { c.tree(t, rand.New(rand.NewPCG(seed, 17))) })
	}
}

func (c *sentCity) tree(t *testing.T, random *rand.Rand) {
	must(t, os.RemoveAll(filepath.Join(c.dir, "r")))
	number := func(most int64) int64 { return 1 + random.Int64N(most) }
	var cities []*leaf // as the centre sees them: in millions too, though they say billions
	whole := map[string]map[string]bool{}
	var names [][2]string
	for city := range 3 {
		dir := fmt.Sprintf("r/t%d", city)
		of := &leaf{name: "THÀNH ỦY SÔNG " + lettered(city), figures: map[string]int64{}, state: sent}
		complete := map[string]bool{"1.1": true, "1.2": true, "2": true, "3": true}
		var leaves []*leaf
		var units [][2]string
		for nr := range 2 + random.IntN(4) {
			l := &leaf{name: communeName(city, nr), figures: map[string]int64{}}
			l.state = leafStates[random.IntN(len(leafStates))]
			if city == 0 {
				l.state = leafStates[random.IntN(6)] // one at least is whole
			}
			small := number(4) // ties are likely
			l.figures = map[string]int64{"1.1.denominator": 20 * small, "1.1.numerator": 5 * small * number(4),
				"1.2.value": number(5), "2.previous": 1000 * small, "2.current": 1000*small + number(3)*50*small,
				"3.plan": 4_000_000_000 + number(4_000_000_000), "3.actual": 4_000_000_000 + number(4_000_000_000)}
			leaves, units = append(leaves, l), append(units, [2]string{fmt.Sprintf("k%02d", nr), l.name})
			for id := range complete {
				complete[id] = complete[id] && l.counts(id)
			}
		}
		c.higher(dir, of.name, "Sông "+lettered(city), "xa", units)
		for nr, l := range leaves {
			c.drop(l, dir, nr)
			for _, role := range treeRoles {
				if l.counts(role[:len(role)-len(filepath.Ext(role))]) {
					of.figures[role] += l.figures[role]
				}
			}
		}
		out := c.build(dir)
		adds(t, dir, out, leaves)
		ranks(t, filepath.Join(c.dir, dir), leaves)
		c.send(dir, "ket-qua.json", "r/tw", fmt.Sprintf("t%d/ket-qua.json", city))
		cities, whole[of.name] = append(cities, of), complete
		names = append(names, [2]string{fmt.Sprintf("t%d", city), "Thành ủy Sông " + lettered(city)})
	}
	c.higher("r/tw", "TRUNG ƯƠNG", "Hà Nội", "tp", names)
	out := c.build("r/tw")
	for _, id := range []string{"1.1", "1.2", "2", "3"} {
		sums, reported := map[string]int64{}, 0
		for _, of := range cities {
			if whole[of.name][id] {
				reported++
				for _, role := range treeRoles {
					sums[role] += of.figures[role]
				}
			}
		}
		totals(t, "the centre", out, id, reported, sums)
	}
}

// adds holds a city's measures against the communes that count.
func adds(t *testing.T, dir string, out *app.Outcome, leaves []*leaf) {
	t.Helper()
	for _, id := range []string{"1.1", "1.2", "2", "3"} {
		sums, reported := map[string]int64{}, 0
		for _, l := range leaves {
			if l.counts(id) {
				reported++
				for role, n := range l.figures {
					sums[role] += n
				}
			}
		}
		totals(t, dir, out, id, reported, sums)
	}
	for _, l := range leaves { // who does not count for all is named
		owes := false
		for _, u := range out.Result.Units {
			owes = owes || u.Name == l.name && len(u.Owes) > 0
		}
		if all := l.counts("1.1") && l.counts("1.2"); owes == all {
			t.Errorf("%s: %s, %s: it is said to owe: %v", dir, l.name, l.state, owes)
		}
	}
}

// totals holds a measure against what its reports come to, and each total against the
// cells behind it.
func totals(t *testing.T, where string, out *app.Outcome, id string, reported int, sums map[string]int64) {
	t.Helper()
	m := out.Result.Measure(id)
	if m.Reported != reported {
		t.Errorf("%s: %s is of %d, want %d: %s", where, id, m.Reported, reported, m.Reason)
	}
	if whole := m.Reported == m.Expected; m.Actual != nil && !whole && id != "1.2" {
		t.Errorf("%s: %s is %s though somebody owes", where, id, *m.Actual)
	}
	for _, role := range treeRoles {
		if role[:len(role)-len(filepath.Ext(role))] != id || reported == 0 {
			continue
		}
		want := quantity.Int(sums[role])
		if id == "2" || id == "3" { // from millions
			want, _ = want.Quo(quantity.Int(1000))
		}
		role = role[len(id)+1:]
		if m.Totals[role] != want.Plain() {
			t.Errorf("%s: %s.%s is %s, want %s", where, id, role, m.Totals[role], want.Plain())
		}
		var cells quantity.Number
		for _, s := range m.Sources {
			if s.Input == role && s.Answer == "given" {
				cells = cells.Add(leavesOf(t, s.From))
			}
		}
		if id == "2" || id == "3" {
			cells, _ = cells.Quo(quantity.Int(1000))
		}
		if !cells.Equal(want) {
			t.Errorf("%s: the cells behind %s.%s come to %s, want %s", where, id, role, cells.Plain(), want.Plain())
		}
	}
}

// leavesOf is the sum of the cells of the lowest level, each with a place.
func leavesOf(t *testing.T, all []result.Origin) (sum quantity.Number) {
	t.Helper()
	for _, o := range all {
		if len(o.From) > 0 {
			sum = sum.Add(leavesOf(t, o.From))
			continue
		}
		if o.File == "" || o.Cell == "" || o.Unit == "" {
			t.Errorf("an answer without a place: %+v", o)
		}
		sum = sum.Add(quantity.MustParse(o.Value))
	}
	return sum
}

// ranks holds the sheet that compares against places counted one by one: as many are ahead
// as have more.
func ranks(t *testing.T, dir string, leaves []*leaf) {
	t.Helper()
	f, err := excelize.OpenFile(filepath.Join(dir, app.ReportDir, "TongHop-2026.xlsx"))
	must(t, err)
	rows, err := f.GetRows("So sánh")
	must(t, err)
	figure := func(l *leaf) quantity.Number {
		q, _ := quantity.Int(100 * l.figures["1.1.numerator"]).Quo(quantity.Int(l.figures["1.1.denominator"]))
		return q.Round(2)
	}
	has := func(l *leaf) bool { return l.counts("1.1") }
	if !slices.ContainsFunc(leaves, has) {
		return
	}
	for i, row := range rows[3:] {
		l, want := leaves[i], ""
		if has(l) {
			ahead := 0
			for _, other := range leaves {
				if has(other) && figure(other).Cmp(figure(l)) > 0 {
					ahead++
				}
			}
			want = strconv.Itoa(ahead + 1)
		}
		got := ""
		if len(row) > 2 {
			got = row[2]
		}
		if row[0] != l.name || got != want {
			t.Errorf("%s: %v of %s (%s), want place %q", dir, row, l.name, l.state, want)
		}
	}
}
