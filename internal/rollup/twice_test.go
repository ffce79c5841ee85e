package rollup

import (
	"fmt"
	"strings"
	"testing"
)

// A name that is there twice is found in any letters that a reader takes for the same, among
// few names and among many.
func TestANameThatIsThereTwice(t *testing.T) {
	var others strings.Builder
	for i := range 2 * fewKeys {
		fmt.Fprintf(&others, `"other%d": 1, `, i)
	}
	for _, more := range []string{"", others.String()} {
		for second, is := range map[string]bool{"measures": true, "Measures": true, `mea\u0073ures`: true,
			"meaſures": true, "measure": false, "méasures": false} {
			data := fmt.Sprintf(`{"measures": [{"measures": 1}], %s%q: 2}`, more, "")
			data = strings.Replace(data, `""`, `"`+second+`"`, 1)
			if got := twice([]byte(data)); (got != "") != is {
				t.Errorf("%s among %d: %q", second, strings.Count(more, ","), got)
			}
		}
	}
}
