package resolution

import (
	"fmt"
	"strconv"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/viet"
	"baocao/internal/wording"
)

// Period is the part of a year that a report is about: its months from the first
// to the last. The zero Period is the whole year.
type Period struct{ first, last int }

// periodWords are the periods as co-quan.toml writes them.
var periodWords = []struct {
	word string
	Period
}{
	{"nam", Period{}}, {"6-thang", Period{1, 6}}, {"9-thang", Period{1, 9}},
	{"quy-1", Period{1, 3}}, {"quy-2", Period{4, 6}}, {"quy-3", Period{7, 9}}, {"quy-4", Period{10, 12}},
	{"thang-1", Period{1, 1}}, {"thang-2", Period{2, 2}}, {"thang-3", Period{3, 3}}, {"thang-4", Period{4, 4}},
	{"thang-5", Period{5, 5}}, {"thang-6", Period{6, 6}}, {"thang-7", Period{7, 7}}, {"thang-8", Period{8, 8}},
	{"thang-9", Period{9, 9}}, {"thang-10", Period{10, 10}}, {"thang-11", Period{11, 11}}, {"thang-12", Period{12, 12}},
}

// PeriodWords are the words of all periods, the whole year first.
func PeriodWords() []string {
	var all []string
	for _, p := range periodWords {
		all = append(all, p.word)
	}
	return all
}

// ParsePeriod reads the word of a period.
func ParsePeriod(word string) (Period, bool) {
	for _, p := range periodWords {
		if p.word == word {
			return p.Period, true
		}
	}
	return Period{}, false
}

// String is the period's word: "6-thang".
func (p Period) String() string {
	for _, known := range periodWords {
		if known.Period == p {
			return known.word
		}
	}
	return ""
}

// IsYear reports the whole year.
func (p Period) IsYear() bool { return p == Period{} }

// Months are the first and the last month.
func (p Period) Months() (first, last int) {
	if p.IsYear() {
		return 1, 12
	}
	return p.first, p.last
}

// Cumulative: its figures run up from the year's beginning. Those of a quarter or
// a month are its own.
func (p Period) Cumulative() bool { return p.IsYear() || p.first == 1 && p.last > 3 }

// Ends is its last day in a year.
func (p Period) Ends(year int) viet.Date {
	_, last := p.Months()
	return viet.Date{Year: year, Month: last, Day: daysIn(year, last)}
}

// Later is the last day of the month so many months after the period's last.
func (p Period) Later(year, months int) viet.Date {
	_, last := p.Months()
	year, month := year+(last+months-1)/12, (last+months-1)%12+1
	return viet.Date{Year: year, Month: month, Day: daysIn(year, month)}
}

// Expects reports a figure that a part of the year explains where it lies below
// the whole year's: it is a quarter of an even share of the year (leastShare), or more.
func (p Period) Expects(figure, ofYear quantity.Number) bool {
	if p.IsYear() || figure.Sign() < 0 {
		return false
	}
	first, last := p.Months()
	share := ofYear.Mul(quantity.Int(int64(last - first + 1)))
	return figure.Mul(quantity.Int(leastShare*12)).Cmp(share) >= 0
}

// leastShare: from a quarter of an even share on a figure is a slow beginning, and
// below it a slip of the comma.
const leastShare = 4

// ResultFile is the name of the machine's copy of the report: "ket-qua-6-thang.json".
func (p Period) ResultFile() string { return "ket-qua" + p.FileName() + ".json" }

// LastYearFile is where the result of the same period of last year lies.
func (p *Plan) LastYearFile() string { return "nam-truoc/" + p.Report.Period.ResultFile() }

// FileName is the period behind the year in the names of outputs: "-6-thang"; ""
// for the year.
func (p Period) FileName() string {
	if p.IsYear() {
		return ""
	}
	return "-" + p.String()
}

// Vi is what the period is called, without the year: "6 tháng đầu năm", "quý II".
func (p Period) Vi() string {
	switch {
	case p.IsYear():
		return "cả năm"
	case p.Cumulative():
		return p.number() + " tháng đầu năm"
	case p.isQuarter():
		return "quý " + p.number()
	}
	return "tháng " + p.number()
}

func (p Period) isQuarter() bool { return !p.Cumulative() && p.last-p.first == 2 }

// number is the period's own: how many months, which quarter, which month.
func (p Period) number() string {
	if p.isQuarter() {
		return [...]string{"I", "II", "III", "IV"}[p.last/3-1]
	}
	return strconv.Itoa(p.last)
}

// En is the same in English.
func (p Period) En() string {
	switch {
	case p.IsYear():
		return "the whole year"
	case p.Cumulative():
		return fmt.Sprintf("the first %d months", p.last)
	case p.isQuarter():
		return fmt.Sprintf("quarter %d", p.last/3)
	}
	return fmt.Sprintf("month %d", p.last)
}

// Names are what people call the period, without the year.
func (p Period) Names() []string {
	n, _, _ := strings.Cut(p.Vi(), " đầu năm")
	switch {
	case p.IsYear(), p.Cumulative():
		return []string{n}
	case p.isQuarter():
		all := []string{n, fmt.Sprintf("quý %d", p.last/3)}
		if p.first == 1 {
			all = append(all, "3 tháng")
		}
		return all
	}
	return []string{n, fmt.Sprintf("tháng %02d", p.last)}
}

// In is the period with its year: "6 tháng đầu năm 2022", "quý II năm 2022", "năm
// 2022".
func (p Period) In(year int) string {
	switch {
	case p.IsYear():
		return fmt.Sprintf("năm %d", year)
	case p.Cumulative():
		return fmt.Sprintf("%s %d", p.Vi(), year)
	}
	return fmt.Sprintf("%s năm %d", p.Vi(), year)
}

// EnIn is the period with its year in English.
func (p Period) EnIn(year int) string {
	if p.IsYear() {
		return fmt.Sprint(year)
	}
	return fmt.Sprintf("%s of %d", p.En(), year)
}

// Periodic is a text of the outputs that names the time of the report: the one of
// its first key in a report of the year, of the second in one of another period.
// Both may have {nam} and {nam-truoc}, the second {ky}, the period with its year,
// and {KY}, the same in capitals.
func (p *Plan) Periodic(ofYear, ofPeriod string, more wording.Args) string {
	year := p.Resolution.Year
	args := wording.Args{"nam": year, "nam-truoc": year - 1}
	key := ofYear
	if !p.Report.Period.IsYear() {
		key = ofPeriod
		name := p.PeriodIn(year)
		args["ky"], args["KY"] = name, strings.ToUpper(name)
	}
	for name, value := range more { // into a map
		args[name] = value
	}
	return p.Words.Text(key, args)
}

// PeriodIn is the period of the report in a year, as outputs print it.
func (p *Plan) PeriodIn(year int) string {
	of := p.Report.Period
	args := wording.Args{"so": of.number(), "nam": year}
	switch {
	case of.IsYear():
		return p.Words.Text("ky.ten.nam", wording.Args{"nam": year})
	case of.Cumulative():
		return p.Words.Text("ky.ten.luy-ke", args)
	case of.isQuarter():
		return p.Words.Text("ky.ten.quy", args)
	}
	return p.Words.Text("ky.ten.thang", args)
}

// PeriodText is the report's period with its year, for messages.
func (p *Plan) PeriodText() diag.Text {
	of, year := p.Report.Period, p.Resolution.Year
	return diag.Text{Vi: of.In(year), En: of.EnIn(year)}
}

// Milestone is the target that the measure is to have reached at the end of a
// period; nil where it is not due then.
func (m *Measure) Milestone(p Period) *Target {
	for i := range m.Milestones {
		if m.Milestones[i].Period == p {
			return &m.Milestones[i].Target
		}
	}
	return nil
}

// Milestone is a target for a part of the year.
type Milestone struct {
	Period Period
	Target Target
}
