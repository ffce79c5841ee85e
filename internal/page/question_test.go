package page

import (
	"net/url"
	"testing"
)

// What somebody types is a value as he typed it; only between the fields of several figures
// a semicolon means something.
func TestWhatIsTypedIsAnAnswer(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		form url.Values
		want string
	}{
		{url.Values{"choice": {"2"}}, "2"},
		{url.Values{"value": {"2"}}, "=2"},
		{url.Values{"value": {" hoàn thành đợt 1;  đang làm đợt 2 "}}, "=hoàn thành đợt 1; đang làm đợt 2"},
		{url.Values{"value": {"48", "58"}}, "=48;58"},
		{url.Values{"value": {"48; 49", ""}}, "=48, 49;"},
		{url.Values{"value": {"4\xff8"}}, "=4 8"},
		{url.Values{}, "="},
	} {
		if got := answerOf(c.form); got != c.want {
			t.Errorf("%v: %q, want %q", c.form, got, c.want)
		}
	}
}
