package page

import (
	"strings"
	"testing"
	"time"

	"baocao/internal/app"
	"baocao/internal/diag"
	"baocao/internal/journal"
)

// Of a letter over the server the page says whether it went only where that is known.
func TestWhetherALetterWentIsSaidAsFarAsItIsKnown(t *testing.T) {
	t.Parallel()
	s := &Server{lang: diag.Vi}
	at := time.Date(2022, 12, 21, 8, 0, 0, 0, time.UTC)
	for want, l := range map[string]app.Leaving{
		"soạn lúc":                  {Record: journal.Record{Did: journal.Mailed}},
		"gửi qua máy chủ thư lúc":   {Record: journal.Record{Did: journal.Sending}},
		"có thể đã gửi qua máy chủ": {Record: journal.Record{Did: journal.Sending}, Unsure: true},
	} {
		l.At, l.To = at, []string{"a@thanhuy.example"}
		if got := s.keptReport(app.KeptReport{Mailed: &l}).Mailed; !strings.HasPrefix(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// What changed is counted by what did: nothing is said of none.
func TestWhatChangedIsCounted(t *testing.T) {
	t.Parallel()
	s := &Server{lang: diag.Vi}
	for want, c := range map[string]changes{
		"2 đánh giá, 1 số liệu thay đổi.": {Flips: make([]flipRow, 2), Figures: make([]figureRow, 1)},
		"1 số liệu thay đổi.":             {Figures: make([]figureRow, 1)},
		"2 đánh giá thay đổi.":            {Flips: make([]flipRow, 2)},
		"Số liệu và đánh giá không đổi; tệp, đơn vị, cảnh báo hoặc quyết định có thay đổi.": {
			Lists: make([]changeList, 1)},
	} {
		if got := s.counted(c); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
