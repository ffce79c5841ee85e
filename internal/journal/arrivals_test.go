package journal

import (
	"strings"
	"testing"
	"time"
)

var hanoi = time.FixedZone("", 7*60*60)

func sum(digit string) string { return strings.Repeat(digit, 64) }

func loaded(t *testing.T, data []byte) *Arrivals {
	t.Helper()
	a, err := LoadArrivals(data)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func marshalled(t *testing.T, a *Arrivals) []byte {
	t.Helper()
	data, err := a.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// An evening in Europe is the next day in Vietnam, whatever zone a machine is set to.
func TestADayIsOneOfVietnam(t *testing.T) {
	evening := time.Date(2022, 12, 19, 18, 30, 0, 0, time.UTC)
	for _, at := range []time.Time{evening, evening.In(hanoi)} {
		if d := Day(at).ISO(); d != "2022-12-20" {
			t.Errorf("%v: %s", at, d)
		}
	}
	if d := Day(evening.Add(-2 * time.Hour)).ISO(); d != "2022-12-19" {
		t.Errorf("two hours before: %s", d)
	}
}

// A file that is renamed, recognised later, replaced or taken away keeps the
// time at which it was first seen.
func TestAnArrivalIsNeverForgotten(t *testing.T) {
	first, later := time.Date(2022, 12, 19, 8, 15, 7, 5, hanoi), time.Date(2022, 12, 21, 16, 0, 0, 0, hanoi)
	a := loaded(t, nil)
	a.See("1-nop-vao-day/x.xlsx", sum("a"), "", first)
	a.See("1-nop-vao-day/hong.xlsx", "", "van-hoa", first)

	a = loaded(t, marshalled(t, a))
	a.See("1-nop-vao-day/bac-son.xlsx", sum("a"), "phuong-bac-son", later)
	a.See("1-nop-vao-day/bac-son lần 2.xlsx", sum("b"), "phuong-bac-son", later)

	data := marshalled(t, a)
	want := `{
  "schema": "baocao-tep/1",
  "files": [
    {
      "file": "1-nop-vao-day/bac-son.xlsx",
      "sha256": "` + sum("a") + `",
      "unit": "phuong-bac-son",
      "first_seen": "2022-12-19T08:15:07+07:00"
    },
    {
      "file": "1-nop-vao-day/bac-son lần 2.xlsx",
      "sha256": "` + sum("b") + `",
      "unit": "phuong-bac-son",
      "first_seen": "2022-12-21T16:00:00+07:00"
    }
  ]
}
`
	if string(data) != want {
		t.Errorf("got\n%s", data)
	}
	a = loaded(t, data)
	if at, ok := a.FirstSeen(sum("a")); !ok || !at.Equal(first.Truncate(time.Second)) {
		t.Errorf("first seen %v", at)
	}
	sent := a.byUnit()
	if of := sent["phuong-bac-son"]; len(of) != 2 || of[0].File != "1-nop-vao-day/bac-son.xlsx" {
		t.Errorf("sent %v", of)
	}
	if of := sent["van-hoa"]; len(of) > 0 {
		t.Errorf("what could not be read was sent: %v", of)
	}
}

func TestWhatIsDamagedIsNotRead(t *testing.T) {
	whole := string(marshalled(t, func() *Arrivals {
		a := loaded(t, nil)
		a.See("1-nop-vao-day/x.xlsx", sum("a"), "x", time.Date(2022, 12, 19, 8, 0, 0, 0, hanoi))
		return a
	}()))
	for name, data := range map[string]string{
		"empty": "", "cut": whole[:len(whole)-20], "no JSON": "xin chào",
		"another schema": strings.Replace(whole, "tep/1", "tep/9", 1),
		"short sum":      strings.Replace(whole, sum("a"), "aa", 1),
		"no time":        strings.Replace(whole, "2022-12-19T08:00:00+07:00", "19/12", 1),
		"no file":        strings.Replace(whole, "1-nop-vao-day/x.xlsx", "", 1),
	} {
		if a, err := LoadArrivals([]byte(data)); err == nil {
			t.Errorf("%s: read as %v", name, a)
		}
	}
}
