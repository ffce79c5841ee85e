package app_test

import (
	"bytes"
	"cmp"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"baocao/internal/app"
	"baocao/internal/assess"
	"baocao/internal/compose"
	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/render/flat"
	"baocao/internal/render/pdf"
	"baocao/internal/render/result"
	"baocao/internal/render/xlsx"
	"baocao/internal/resolution"
	"baocao/internal/resolution/load"
	"baocao/internal/returns"
)

// A province's plan: 300 measures, a fifth of them asked of every commune, the rest of
// twenty departments. The same seed gives the same plan and the same answers.
const (
	manyMeasures = 300
	departments  = 20
)

// bigPlan lays a working folder's two TOML files down.
func bigPlan(t testing.TB, dir string, communes int) {
	t.Helper()
	var plan, office strings.Builder
	plan.WriteString("[resolution]\nnumber = \"01-NQ/TU\"\ndate = 2024-12-20\n" +
		"issuer = \"Ban Chấp hành Đảng bộ tỉnh\"\nabout = \"về nhiệm vụ năm 2025\"\nyear = 2025\n" +
		"[[area]]\nid = \"kinh-te\"\ntitle = \"Phát triển kinh tế\"\n")
	for i := range manyMeasures / 5 {
		if i%20 == 0 {
			fmt.Fprintf(&plan, "[[section]]\nnumber = \"%s\"\ntitle = \"Nhóm chỉ tiêu thứ %d\"\n",
				[]string{"I", "II", "III"}[i/20], i/20+1)
		}
		fmt.Fprintf(&plan, "[[section.indicator]]\nnumber = %d\ntext = \"Nhóm việc %d hoàn thành theo kế hoạch.\"\n",
			i+1, i+1)
		for k := range 5 {
			id := fmt.Sprintf("%d.%d", i+1, k+1)
			fmt.Fprintf(&plan, "[[section.indicator.measure]]\nid = \"%s\"\nname = \"Tỷ lệ việc %s hoàn thành\"\n"+
				"unit = \"%%\"\ntarget = \">= %d\"\nmethod = \"ratio\"\n", id, id, 60+(i*5+k)%35)
			from := fmt.Sprintf("so-%d", (i*5+k)%departments+1)
			if k == 0 {
				from = "xa"
			}
			fmt.Fprintf(&plan, "from = [\"%s\"]\n"+
				"inputs.numerator = { label = \"Số việc %s đã xong\", unit = \"việc\" }\n"+
				"inputs.denominator = { label = \"Tổng số việc %s\", unit = \"việc\" }\n", from, id, id)
		}
	}
	office.WriteString("[office]\nparent = \"ĐẢNG BỘ TRUNG ƯƠNG\"\nissuer = \"TỈNH ỦY MẪU\"\nname = \"Tỉnh ủy Mẫu\"\n" +
		"symbol = \"BC/TU\"\nplace = \"Mẫu\"\nprofile = \"dang-hd36\"\n" +
		"[report]\nillustrative = true\ndate = 2025-12-20\n" +
		"title = \"kết quả thực hiện Nghị quyết số 01-NQ/TU, ngày 20/12/2024\"\n")
	unit := func(id, name, group string) {
		fmt.Fprintf(&office, "[[unit]]\nid = \"%s\"\nname = \"%s\"\n", id, name)
		if group != "" {
			fmt.Fprintf(&office, "group = \"%s\"\n", group)
		}
	}
	for i := range departments {
		unit(fmt.Sprintf("so-%d", i+1), fmt.Sprintf("Sở thứ %d", i+1), "")
	}
	for i := range communes {
		unit(fmt.Sprintf("xa-%d", i+1), fmt.Sprintf("Xã thứ %d", i+1), "xa")
	}
	put(t, filepath.Join(dir, app.ResolutionFile), plan.String())
	put(t, filepath.Join(dir, app.OfficeFile), office.String())
}

// bigReturns are the answers to such a plan, from a form of each unit. One commune in
// twenty has sent none, one in twenty has a figure that cannot be used.
func bigReturns(p *resolution.Plan) (all []returns.Return, problems []diag.Problem) {
	random := rand.New(rand.NewPCG(1, 2))
	for i, u := range p.Units {
		if i%20 == 7 {
			continue
		}
		r := returns.Return{File: app.DropDir + "/" + u.ID + ".xlsx", SHA256: fmt.Sprintf("%064d", i), Unit: u.ID,
			Status: returns.StatusAccepted}
		whole := 0
		asks := p.Asks(u.ID)
		for k, a := range asks {
			at := diag.Position{File: r.File, Sheet: "Số liệu", Cell: fmt.Sprintf("D%d", k+8)}
			n := 200 + random.IntN(600)
			if a.Role == resolution.RoleNumerator {
				whole = n + 1 + random.IntN(n/4)
			} else {
				n = whole
			}
			o := returns.Observation{Unit: u.ID, Key: a.Key(), Measure: a.Measure.ID, Answer: returns.Given,
				Value: quantity.Int(int64(n)), At: at, How: returns.ByForm}
			if i%20 == 9 && k == len(asks)/2 {
				o.Answer, o.Value, r.Status = returns.Faulty, quantity.Number{}, returns.StatusFaulty
				pr := diag.New("B313", at, diag.Args{"text": "khoảng 350"})
				pr.Unit, pr.Measure = u.ID, a.Measure.ID
				problems = append(problems, pr)
			}
			r.Observations = append(r.Observations, o)
		}
		r.Remarks = []returns.Remark{{Kind: returns.Limitation, Area: "kinh-te", Unit: u.ID,
			Text: "Một số việc của " + u.Name + " còn chậm.",
			At:   diag.Position{File: r.File, Sheet: "Thuyết minh", Cell: "B6"}}}
		all = append(all, r)
	}
	return all, problems
}

// layForms fills a form for each of the returns.
func layForms(t testing.TB, p *resolution.Plan, dir string, all []returns.Return) {
	t.Helper()
	for _, r := range all {
		form := returns.NewForm(p, r.Unit, nil)
		blank, err := xlsx.WriteForm(form)
		if err != nil {
			t.Fatal(err)
		}
		f, err := excelize.OpenReader(bytes.NewReader(blank))
		if err != nil {
			t.Fatal(err)
		}
		at := map[string]string{}
		for _, n := range f.GetDefinedName() {
			at[n.Name] = strings.NewReplacer("$", "", "'", "").Replace(n.RefersTo)
		}
		for i, a := range form.Asks {
			sheet, cell, _ := strings.Cut(at[a.Name()], "!")
			var typed any = "khoảng 350"
			if o := r.Observations[i]; o.Answer == returns.Given {
				typed = o.Value.Float()
			}
			if err := f.SetCellValue(sheet, cell, typed); err != nil {
				t.Fatal(err)
			}
		}
		data, err := f.WriteToBuffer()
		if err != nil {
			t.Fatal(err)
		}
		put(t, filepath.Join(dir, filepath.FromSlash(r.File)), data.String())
	}
}

// BenchmarkBigBuild is the whole job, from forms to the report: BAOCAO_UNITS=1000 sets
// how many communes there are. Their folder goes where BAOCAO_KEEP says, and is built
// anew where it is there.
func BenchmarkBigBuild(b *testing.B) {
	communes, _ := strconv.Atoi(cmp.Or(os.Getenv("BAOCAO_UNITS"), "100"))
	dir := filepath.Join(cmp.Or(os.Getenv("BAOCAO_KEEP"), b.TempDir()), fmt.Sprintf("tinh-%d", communes))
	if _, err := os.Stat(dir); err != nil {
		bigPlan(b, dir, communes)
		p, problems := load.Load(os.DirFS(dir))
		if p == nil {
			b.Fatal(problems)
		}
		all, _ := bigReturns(p)
		layForms(b, p, dir, all)
	}
	for b.Loop() {
		out, err := app.Build(b.Context(), dir, nil)
		if err != nil {
			b.Fatal(err)
		}
		sources := 0
		for _, m := range out.Annex.Measures() {
			sources += len(m.Sources)
		}
		b.ReportMetric(float64(sources), "answers")
	}
	var after runtime.MemStats
	runtime.ReadMemStats(&after)
	b.ReportMetric(float64(after.HeapSys)/(1<<20), "MB-held")
}

// stage is a step of a build; what it makes goes to the next ones.
type stage struct {
	name string
	run  func(*big) (bytes int, err error)
}

type big struct {
	plan     *resolution.Plan
	returns  []returns.Return
	problems []diag.Problem
	annex    *assess.Annex
	layout   *pdf.Layout
}

var stages = []stage{
	{"assess", func(b *big) (int, error) {
		b.annex = assess.Consolidate(b.plan, b.returns, nil, b.problems)
		return 0, nil
	}},
	{"compose", func(b *big) (int, error) {
		doc, problems := compose.Report(b.annex)
		b.annex.AddProblems(problems)
		var err error
		b.layout, _, err = pdf.Set(doc)
		return 0, err
	}},
	{"pdf", func(b *big) (int, error) { return size(pdf.Paint(b.layout)) }},
	{"annex", func(b *big) (int, error) { return size(xlsx.PhuLuc(b.annex)) }},
	{"figures", func(b *big) (int, error) { return size(xlsx.SoLieu(b.annex)) }},
	{"result", func(b *big) (int, error) { return size(result.New(b.annex).Marshal()) }},
	{"export", func(b *big) (int, error) {
		var out bytes.Buffer
		err := cmp.Or(flat.Measures(&out, b.annex, flat.Point), flat.Units(&out, b.annex, flat.Point))
		return out.Len(), err
	}},
}

func size(data []byte, err error) (int, error) { return len(data), err }

func newBig(t testing.TB, communes int) *big {
	t.Helper()
	dir := t.TempDir()
	bigPlan(t, dir, communes)
	p, problems := load.Load(os.DirFS(dir))
	if p == nil {
		t.Fatal(problems)
	}
	b := &big{plan: p}
	b.returns, b.problems = bigReturns(p)
	return b
}

// Ten times the communes should cost ten times as much. Prints for each stage how its
// time, its memory and what it writes grow: BAOCAO_SCALE=10,100 sets the two numbers.
func BenchmarkGrowth(b *testing.B) {
	few, many := 100, 1000
	if of := os.Getenv("BAOCAO_SCALE"); of != "" {
		if _, err := fmt.Sscanf(of, "%d,%d", &few, &many); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		small, large := costsOf(b, few), costsOf(b, many)
		for _, s := range stages {
			x, y := small[s.name], large[s.name]
			b.Logf("%-8s %4d: %8.1f ms %7.1f MB %9d bytes | %4d: %8.1f ms %7.1f MB %9d bytes | x%.1f x%.1f x%.1f",
				s.name, few, x.ms, x.mb, x.bytes, many, y.ms, y.mb, y.bytes,
				y.ms/x.ms, y.mb/x.mb, float64(y.bytes)/max(1, float64(x.bytes)))
		}
	}
}

type cost struct {
	ms, mb float64
	bytes  int
}

func costsOf(b *testing.B, communes int) map[string]cost {
	b.Helper()
	of := newBig(b, communes)
	costs := map[string]cost{}
	for _, s := range stages {
		runtime.GC()
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := time.Now()
		n, err := s.run(of)
		if err != nil {
			b.Fatal(s.name, err)
		}
		took := time.Since(start)
		runtime.ReadMemStats(&after)
		costs[s.name] = cost{float64(took.Microseconds()) / 1000,
			float64(after.TotalAlloc-before.TotalAlloc) / (1 << 20), n}
	}
	return costs
}
