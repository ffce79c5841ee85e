package app_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"baocao/internal/app"
)

// country makes plausible folders of three levels with totals that are known: cities,
// their communes, and in each commune a few villages that send tables. The same seed
// makes the same country.
type country struct {
	t        *testing.T
	dir      string
	random   *rand.Rand
	attach   string // of the communes' and cities' reports
	villages int    // of a commune
	mixed    bool   // villages send in any format, not in one alone

	communes []commune
}

// commune is one of a city, with what its villages reported.
type commune struct {
	city, nr int
	dir      string
	known
}

// known are what is asked of each village.
type known struct{ cultured, households, joined, now, before, revenue, estimate int64 }

func (c *known) add(d known) {
	c.cultured += d.cultured
	c.households += d.households
	c.joined += d.joined
	c.now += d.now
	c.before += d.before
	c.revenue += d.revenue
	c.estimate += d.estimate
}

func newCountry(t *testing.T, seed uint64) *country {
	t.Helper()
	return &country{t: t, dir: t.TempDir(), random: rand.New(rand.NewPCG(seed, seed)), attach: "full", villages: 2}
}

func (c *country) write(name, text string) {
	c.t.Helper()
	path := filepath.Join(c.dir, filepath.FromSlash(name))
	must(c.t, os.MkdirAll(filepath.Dir(path), 0o755))
	must(c.t, os.WriteFile(path, []byte(text), 0o644))
}

// plan is the shared resolution as one level asks it of those below. Money is counted in
// millions below, in billions above.
func (c *country) plan(dir, from, money string) {
	c.write(dir+"/nghi-quyet.toml", strings.NewReplacer("FROM", from, "MONEY", money).Replace(`[resolution]
number = "05-NQ/TW"
date = 2025-12-20
issuer = "Ban Chấp hành"
about = "về nhiệm vụ năm 2026"
year = 2026
[[section]]
number = "I"
title = "Các chỉ tiêu"
  [[section.indicator]]
  number = 1
  text = "Hộ gia đình văn hóa đạt 80% trở lên; kết nạp đảng viên"
    [[section.indicator.measure]]
    id = "1.1"
    name = "Tỷ lệ hộ gia đình văn hóa"
    unit = "%"
    target = ">= 80"
    method = "ratio"
    from = ["FROM"]
    inputs.numerator = { label = "Số hộ gia đình được công nhận văn hóa", unit = "hộ", whole = true }
    inputs.denominator = { label = "Tổng số hộ gia đình", unit = "hộ", whole = true }
    [[section.indicator.measure]]
    id = "1.2"
    name = "Số đảng viên được kết nạp"
    unit = "đảng viên"
    target = "info"
    method = "sum"
    from = ["FROM"]
  [[section.indicator]]
  number = 2
  text = "Giá trị sản xuất tăng từ 2% trở lên"
    [[section.indicator.measure]]
    id = "2"
    name = "Tốc độ tăng giá trị sản xuất"
    unit = "%"
    target = ">= 2"
    method = "growth"
    from = ["FROM"]
    inputs.current = { label = "Giá trị sản xuất năm {nam}", unit = "MONEY" }
    inputs.previous = { label = "Giá trị sản xuất năm {nam_truoc}", unit = "MONEY" }
  [[section.indicator]]
  number = 3
  text = "Thu ngân sách vượt dự toán"
    [[section.indicator.measure]]
    id = "3"
    name = "Thu ngân sách so với dự toán"
    unit = "%"
    target = ">= 1"
    method = "plan"
    from = ["FROM"]
    inputs.actual = { label = "Thu ngân sách", unit = "MONEY" }
    inputs.plan = { label = "Dự toán thu ngân sách", unit = "MONEY" }
`))
}

func (c *country) office(dir, issuer, place, group string, units [][2]string) {
	text := fmt.Sprintf("[office]\nissuer = %q\nname = %q\nsymbol = \"BC/ĐU\"\nplace = %q\n[report]\n"+
		"date = 2026-12-20\ntitle = \"kết quả thực hiện Nghị quyết số 05-NQ/TW, {ky}\"\nattach = %q\n"+
		"[checks]\njump_factor = 0\n", issuer, issuer, place, c.attach)
	for _, u := range units {
		text += fmt.Sprintf("[[unit]]\nid = %q\nname = %q\ngroup = %q\n", u[0], u[1], group)
	}
	c.write(dir+"/co-quan.toml", text)
}

var villages = [][2]string{{"thon-dong", "Thôn Đông"}, {"thon-doai", "Thôn Đoài"}, {"thon-trung", "Thôn Trung"},
	{"thon-thuong", "Thôn Thượng"}, {"thon-ha", "Thôn Hạ"}, {"thon-nui", "Thôn Núi"}, {"thon-song", "Thôn Sông"},
	{"thon-cho", "Thôn Chợ"}, {"thon-dinh", "Thôn Đình"}, {"thon-bai", "Thôn Bãi"}, {"thon-got", "Thôn Gót"},
	{"thon-vong", "Thôn Vọng"}}

// commune makes the folder of one, and the tables of its villages.
func (c *country) commune(city, nr int) {
	m := commune{city: city, nr: nr, dir: fmt.Sprintf("t%d/x%02d", city, nr)}
	c.plan(m.dir, "thon", "triệu đồng")
	villages := villages[:c.villages]
	c.office(m.dir, "ĐẢNG ỦY "+strings.ToUpper(communeName(city, nr)), communePlace(city, nr), "thon", villages)
	for i, v := range villages {
		n := func(from, more int64) int64 { return from + c.random.Int64N(more) }
		of := known{households: n(900, 300), joined: n(3, 5), before: n(50_000, 9_000), estimate: n(4_000, 900)}
		of.cultured = of.households * n(80, 15) / 100
		of.now = of.before + of.before*n(3, 8)/100
		of.revenue = of.estimate + n(100, 500)
		rows := [][]any{{v[1]}, {"Chỉ tiêu", "ĐVT", "Thực hiện năm 2026"},
			{"Số hộ gia đình được công nhận văn hóa", "hộ", of.cultured},
			{"Tổng số hộ gia đình", "hộ", of.households},
			{"Số đảng viên được kết nạp", "đảng viên", of.joined},
			{"Giá trị sản xuất năm 2026", "triệu đồng", of.now},
			{"Giá trị sản xuất năm 2025", "triệu đồng", of.before},
			{"Thu ngân sách", "triệu đồng", of.revenue},
			{"Dự toán thu ngân sách", "triệu đồng", of.estimate}}
		format := 0
		if c.mixed {
			format = i % len(tableFormats)
		}
		c.write(m.dir+"/"+app.DropDir+"/"+v[1]+tableFormats[format].ending, tableFormats[format].write(c.t, rows))
		m.add(of)
	}
	c.communes = append(c.communes, m)
}

func communePlace(city, nr int) string { return "An " + lettered(city) + lettered(nr) }

// lettered is a number in letters: A, B... Z, AA, AB...
func lettered(n int) string {
	if n >= 26 {
		return lettered(n/26-1) + lettered(n%26)
	}
	return string('A' + rune(n))
}

func communeName(city, nr int) string { return "Xã " + communePlace(city, nr) }

// higher makes the folder of a committee whose units send reports.
func (c *country) higher(dir, issuer, place, group string, units [][2]string) {
	c.plan(dir, group, "tỷ đồng")
	c.office(dir, issuer, place, group, units)
	c.write(dir+"/tong-hop.toml", "")
	must(c.t, os.MkdirAll(filepath.Join(c.dir, dir, app.DropDir), 0o755))
}

func (c *country) city(city, communes int) {
	var units [][2]string
	for nr := range communes {
		c.commune(city, nr)
		units = append(units, [2]string{fmt.Sprintf("xa-%02d", nr), communeName(city, nr)})
	}
	c.higher(fmt.Sprintf("t%d/tp", city), "THÀNH ỦY SÔNG "+lettered(city), "Sông "+lettered(city), "xa", units)
}

// build builds a folder and gives what it made.
func (c *country) build(dir string) *app.Outcome {
	c.t.Helper()
	out, err := app.Build(context.Background(), filepath.Join(c.dir, dir), nil)
	must(c.t, err)
	return out
}

// send copies an output of a folder into the drop folder of another.
func (c *country) send(from, name, to, as string) {
	c.t.Helper()
	data, err := os.ReadFile(filepath.Join(c.dir, from, app.ReportDir, name))
	must(c.t, err)
	c.write(to+"/"+app.DropDir+"/"+as, string(data))
}

// sum is what some communes reported together.
func (c *country) sum(of func(commune) bool) (all known) {
	for _, m := range c.communes {
		if of(m) {
			all.add(m.known)
		}
	}
	return all
}
