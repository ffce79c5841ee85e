package result

import (
	"bytes"
	"encoding/json"
	"testing"
)

// The file is indented as the encoder would do it, down to the last sign.
func TestIndentedAsByTheEncoder(t *testing.T) {
	t.Parallel()
	for _, of := range []any{nil, 12, -0.5, true, "", "a,b:[c]{d}", `lùi "một" \\ \" hai\`, `\`, `\\`,
		"\n\t\u2028<&>", []int{}, []int{1}, []string{"a", `"`, ""}, map[string]int{},
		map[string]any{"a": []any{}, "b": map[string]any{},
			"c,\"": []any{1, nil, false, []any{[]any{2.5}}, map[string]any{"d:": "e"}}},
		Result{}, Result{Sections: []Section{{Indicators: []Indicator{{Measures: []Measure{{Sources: []Source{{},
			{Line: new(2), Value: new("12,5"), From: []Origin{{From: []Origin{{}}}}}}}}}}}}}} {
		for _, before := range []string{"", "    "} {
			l := newLine()
			if err := l.encode(of); err != nil {
				t.Fatal(err)
			}
			var want bytes.Buffer
			if err := json.Indent(&want, l.Bytes(), before, "  "); err != nil {
				t.Fatal(err)
			}
			if got := appendIndented([]byte("x"), l.Bytes(), before); string(got) != "x"+want.String() {
				t.Errorf("%s\nwant\n%s", got[1:], &want)
			}
		}
	}
}
