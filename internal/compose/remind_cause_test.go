package compose_test

import (
	"strings"
	"testing"

	"baocao/internal/compose"
	"baocao/internal/returns"
	"baocao/internal/viet"
)

// The unit that alone reports what was missed is asked for the cause, and no other.
func TestTheOwnerOfAMissIsAskedForItsCause(t *testing.T) {
	const ask = "(10) Số trường học đạt chuẩn quốc gia."
	missed := sent("giao-duc", nil, "10.value=1")
	letters := compose.RemindersOf(judged(t, missed), nil, viet.Date{})
	if !strings.Contains(letters["giao-duc"].Body, ask) {
		t.Errorf("no cause is asked for: %s", letters["giao-duc"].Body)
	}
	for unit, letter := range letters {
		if unit != "giao-duc" && strings.Contains(letter.Body, "nguyên nhân khách quan") {
			t.Errorf("%s is asked for a cause", unit)
		}
	}
	missed.Remarks = []returns.Remark{{Unit: "giao-duc", Kind: returns.Cause, Text: "Trường thứ hai xây chậm."}}
	if letter := compose.RemindersOf(judged(t, missed), nil, viet.Date{})["giao-duc"]; letter.Body != "" {
		t.Errorf("it is asked all the same: %s", letter.Body)
	}
}
