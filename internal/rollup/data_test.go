package rollup

import (
	"strings"
	"testing"
)

// A total is compared with the answers that it is the sum of. One that is no number would keep
// that from being done without a word: such a report is not read.
func TestAnAnswerThatIsNoNumber(t *testing.T) {
	const report = `{"schema": "baocao/1", "complete": true, "resolution": {"year": 2026},
		"report": {"issuer": "ĐẢNG ỦY XÃ AN BÌNH"}, "units": [{"id": "y-te", "name": "Trạm y tế"}],
		"sections": [{"indicators": [{"measures": [{"id": "3", "name": "Số trẻ được tiêm", "unit": "trẻ",
		"method": "sum", "actual": "41", "judged": "41", "totals": {"value": "41"},
		"sources": [{"input": "value", "unit": "y-te", "answer": "ANSWER", "value": VALUE}]}]}]}]}`
	for _, c := range []struct {
		answer, value string
		read          bool
	}{
		{"given", `"41"`, true},
		{"given", `"40"`, true}, // told when it is added
		{"pending", `null`, true},
		{"given", `"1e1000"`, false},
		{"given", `"NaN"`, false},
		{"given", `"41 trẻ"`, false},
	} {
		data := strings.NewReplacer("ANSWER", c.answer, "VALUE", c.value).Replace(report)
		r, problems := ReadData("xa.json", "", "", []byte(data))
		if (r != nil) != c.read || c.read != (len(problems) == 0) || !c.read && problems[0].Code != "B806" {
			t.Errorf("%s %s: %v", c.answer, c.value, problems)
		}
	}
}
