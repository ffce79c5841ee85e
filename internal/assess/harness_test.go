package assess_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/resolution/load"
	"baocao/internal/returns"
)

const office = `
[office]
parent  = "ĐẢNG BỘ THÀNH PHỐ"
issuer  = "QUẬN ỦY"
symbol  = "BC/QU"
place   = "Kiến An"
profile = "dang-hd36"

[report]
title      = "kết quả thực hiện Nghị quyết"
recipients = ["Thường trực Thành ủy"]

[[unit]]
id    = "a"
name  = "Phường A"
group = "phuong"

[[unit]]
id    = "b"
name  = "Phường B"
group = "phuong"

[[unit]]
id    = "c"
name  = "Phường C"
group = "phuong"

[[unit]]
id   = "bhxh"
name = "Bảo hiểm xã hội quận"

[[unit]]
id   = "dan-van"
name = "Ban Dân vận"
`

const promised = `
[resolution]
number = "02-NQ/QU"
date   = 2021-12-20
issuer = "Ban Chấp hành"
about  = "về chỉ tiêu"
year   = 2022
theme  = "Chuyển đổi số"

[[section]]
number = "I"
title  = "Các chỉ tiêu"
`

// indicator writes one indicator; each measure is the TOML of its keys besides
// id and name, in the order 1.1, 1.2...
func indicator(head string, measures ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "[[section.indicator]]\nnumber = 1\ntext = \"Chỉ tiêu thử.\"\n%s\n", head)
	for i, m := range measures {
		id := "1"
		if len(measures) > 1 {
			id = fmt.Sprintf("1.%d", i+1)
		}
		fmt.Fprintf(&b, "[[section.indicator.measure]]\nid = %q\nname = \"Phần %s\"\n%s\n", id, id, m)
	}
	return b.String()
}

func planOf(t testing.TB, indicators string, decisions string) *resolution.Plan {
	t.Helper()
	p, problems := load.Load(fstest.MapFS{
		"nghi-quyet.toml":         {Data: []byte(promised + indicators)},
		"co-quan.toml":            {Data: []byte(office)},
		"quyet-dinh-so-lieu.toml": {Data: []byte(decisions)},
	})
	if errors, _ := diag.Count(problems); errors > 0 || p == nil {
		var b strings.Builder
		diag.Print(&b, problems, diag.Vi, "")
		t.Fatalf("plan:\n%s", b.String())
	}
	return p
}

// sent is one unit's form: "1.numerator=48 1.denominator=58". An answer is a
// number, nil, pending, blank, faulty, or 'text.
func sent(unit, answers string) returns.Return {
	r := returns.Return{File: "1-nop-vao-day/" + unit + ".xlsx", SHA256: "00", Unit: unit,
		Status: returns.StatusAccepted}
	for i, field := range strings.Fields(answers) {
		key, said, _ := strings.Cut(field, "=")
		o := returns.Observation{Unit: unit, Key: key, How: returns.ByForm,
			At: diag.Position{File: r.File, Sheet: "Số liệu", Cell: fmt.Sprintf("E%d", i+7)}}
		o.Measure = key[:strings.LastIndex(key, ".")]
		for _, line := range []string{".1", ".2", ".3"} {
			if rest, ok := strings.CutSuffix(key, "value"+line); ok {
				o.Measure = strings.TrimSuffix(rest, ".")
			}
		}
		switch {
		case said == "nil":
			o.Answer = returns.Nil
		case said == "pending":
			o.Answer = returns.Pending
		case said == "blank":
			r.Status = returns.StatusPartial
		case said == "faulty":
			o.Answer = returns.Faulty
			r.Status = returns.StatusFaulty
		case strings.HasPrefix(said, "'"):
			o.Answer, o.Text = returns.Given, strings.ReplaceAll(said[1:], "_", " ")
		default:
			o.Answer, o.Value = returns.Given, quantity.MustParse(said)
		}
		r.Observations = append(r.Observations, o)
	}
	return r
}

// below is a measure whose inputs may be below zero.
func below(measure string) string {
	measure = strings.Replace(measure, "inputs = { value = \"Số hộ\" }", "inputs.value = { label = \"Số hộ\" }", 1)
	return strings.ReplaceAll(measure, "{ label = ", "{ negative = true, label = ")
}

// forms reads "a: 1.value=3 | b: 1.value=nil".
func forms(text string) []returns.Return {
	var out []returns.Return
	for _, part := range strings.Split(text, "|") {
		unit, answers, ok := strings.Cut(strings.TrimSpace(part), ":")
		if ok {
			out = append(out, sent(unit, answers))
		}
	}
	return out
}

// ratios are the forms of the units a, b and c that answer a ratio: "8/10".
func ratios(answers ...string) string {
	var out []string
	for i, answer := range answers {
		part, whole, _ := strings.Cut(answer, "/")
		out = append(out, fmt.Sprintf("%c: 1.numerator=%s 1.denominator=%s", 'a'+i, part, whole))
	}
	return strings.Join(out, " | ")
}

func plain(n *quantity.Number) string {
	if n == nil {
		return "-"
	}
	return n.Plain()
}

func codes(a *assess.Annex) string {
	var out []string
	for _, p := range a.Problems {
		if p.Code >= "B404" && p.Code < "B500" {
			out = append(out, p.Code)
		}
	}
	return strings.Join(slices.Compact(out), " ")
}

const (
	ratio = "unit = \"%\"\nmethod = \"ratio\"\nfrom = [\"phuong\"]\n" +
		"inputs.numerator = { label = \"Tử\", unit = \"hộ\" }\n" +
		"inputs.denominator = { label = \"Mẫu\", unit = \"hộ\" }\n"
	growth = "unit = \"%\"\nmethod = \"growth\"\nfrom = [\"bhxh\"]\n" +
		"inputs.current = { label = \"Năm nay\", unit = \"đồng\" }\n" +
		"inputs.previous = { label = \"Năm trước\", unit = \"đồng\" }\n"
	decrease = "unit = \"%\"\nmethod = \"decrease\"\nfrom = [\"bhxh\"]\n" +
		"inputs.current = { label = \"Năm nay\", unit = \"vụ\" }\n" +
		"inputs.previous = { label = \"Năm trước\", unit = \"vụ\" }\n"
	budget = "unit = \"%\"\nmethod = \"plan\"\nfrom = [\"bhxh\"]\n" +
		"inputs.actual = { label = \"Thu\", unit = \"đồng\" }\ninputs.plan = { label = \"Dự toán\", unit = \"đồng\" }\n"
	sum   = "unit = \"hộ\"\nmethod = \"sum\"\nfrom = [\"phuong\"]\ninputs = { value = \"Số hộ\" }\n"
	value = "unit = \"trường\"\nmethod = \"value\"\nfrom = [\"bhxh\"]\n"
	rate  = "unit = \"%\"\nmethod = \"value\"\nfrom = [\"bhxh\"]\n"
	lines = "unit = \"tỷ đồng\"\nmethod = \"value\"\nfrom = [\"bhxh\"]\n" +
		"inputs = { value = { label = \"Vốn\", unit = \"tỷ đồng\", lines = [\"Nhà nước\", \"Tư nhân\"] } }\n"
	status = "method = \"statement\"\nfrom = [\"bhxh\"]\n"
)

func target(s string) string { return fmt.Sprintf("target = %q\n", s) }
