package resolution_test

import (
	"fmt"

	"baocao/internal/quantity"
	"baocao/internal/resolution"
)

// A target is a sentence of a small language; a figure is compared with it as
// it is printed, so that print and verdict agree.
func ExampleTarget_Judge() {
	atLeast, _ := resolution.ParseTarget(">= 80")
	for _, figure := range []string{"79.96", "80", "82.76"} {
		n := quantity.MustParse(figure)
		fmt.Println(n.Exact()+"%:", atLeast.Judge(n, n))
	}
	// Output:
	// 79,96%: missed
	// 80%: met
	// 82,76%: exceeded
}

func ExampleParseTarget() {
	for _, text := range []string{"125..130", "45.87 +- 0.5", "= 12"} {
		target, err := resolution.ParseTarget(text)
		if err != nil {
			fmt.Println(text+":", err)
			continue
		}
		fmt.Printf("%s: in tables %s, in prose %s\n", text, target.Vi(), target.Prose("%").Vi)
	}
	// Output:
	// 125..130: in tables 125 - 130, in prose 125 - 130%
	// 45.87 +- 0.5: in tables 45,87 ± 0,5, in prose 45,87% (± 0,5 điểm phần trăm)
	// = 12: not a target
}

// A divided figure is rounded once, half away from zero. Where exactly 100 is
// promised it is cut, so that nothing but 100 prints as 100.
func ExampleMeasure_Figure() {
	m := &resolution.Measure{Method: resolution.Ratio, Decimals: 2}
	exact, _ := quantity.Int(3_199_900).Quo(quantity.Int(32_000))
	for _, text := range []string{">= 99", "= 100"} {
		target, _ := resolution.ParseTarget(text)
		figure := m.Figure(target, exact)
		fmt.Println(text+":", figure.Table(2), target.Judge(exact, figure))
	}
	// Output:
	// >= 99: 100,00 exceeded
	// = 100: 99,99 missed
}
