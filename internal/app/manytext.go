package app

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/inbox"
	"baocao/internal/journal"
	"baocao/internal/render/result"
	"baocao/internal/wording"
)

// mostErrorsTold is how many errors of a folder its text names; the others are counted.
const mostErrorsTold = 20

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// foldersText is what became of many folders as a text, in the order in which they were
// named. Its last line is a sum of those above, by which a text that nobody edited is known.
func foldersText(rows []result.Folder) []byte {
	var w *wording.Words // of no office
	var b strings.Builder
	pair := func(name, value string) string { return w.Text("thu-muc.cot."+name) + ": " + value }
	count := func(name string, n int) string { return pair(name, strconv.Itoa(n)) }
	problem := func(p result.Problem) {
		what := diag.Say("problem.error", nil).In(diag.Vi) + " " + p.Code
		if at := diag.Place(p.At(), diag.Vi); at != "" {
			what += ", " + at
		}
		fmt.Fprintf(&b, "   - %s: %s\n     %s: %s\n", what, oneLine(p.Message),
			diag.Say("problem.fix", nil).In(diag.Vi), oneLine(p.Fix))
	}
	line := func(parts ...string) { b.WriteString("   " + strings.Join(parts, "; ") + "\n") }
	b.WriteString(w.Text("thu-muc.tieu-de", wording.Args{"so": len(rows)}) + "\n")
	for i, f := range rows {
		fmt.Fprintf(&b, "\n%d. %s\n", i+1, oneLine(f.Dir))
		line(pair("tinh-trang", w.Text(f.State.Words())))
		if f.State != result.FolderFailed && f.State != result.FolderNotReached {
			whole := "thu-muc.bao-cao.chua-day-du"
			if f.Complete {
				whole = "thu-muc.bao-cao.day-du"
			}
			line(pair("bao-cao", w.Text(whole)))
			line(count("vuot", f.Summary.Exceeded), count("dat", f.Summary.Met), count("khong-dat", f.Summary.Missed),
				count("chua-co", f.Summary.NoData), count("chua-danh-gia", f.Summary.Unassessed))
			line(count("don-vi", f.Units), count("con-no", f.Owing), count("loi", f.Errors),
				count("canh-bao", f.Warnings), count("cho-viet", f.OpenPlaces))
		}
		if f.Note != "" {
			line(pair("ghi-chu", oneLine(f.Note)))
		}
		errors := 0
		for _, p := range f.Problems.All() { // errors come first
			if p.Grave() != diag.Error {
				break
			}
			if errors++; errors <= mostErrorsTold {
				problem(p)
			}
		}
		if left := errors - mostErrorsTold; left > 0 {
			line("- " + w.Text("thu-muc.van-de.con-nua", wording.Args{"so": left}))
		}
	}
	return summed(b.String())
}

// summed ends a text with the line of its sum.
func summed(text string) []byte {
	var w *wording.Words
	return journal.AsNotepad(text + "\n" + w.Text("thu-muc.ma") + ": " + inbox.Sum([]byte(text)) + "\n")
}

// isFoldersText reports a text as foldersText writes it.
func isFoldersText(data []byte) bool {
	text := strings.ReplaceAll(strings.TrimPrefix(string(data), "\uFEFF"), "\r\n", "\n")
	end := strings.LastIndex(strings.TrimSuffix(text, "\n"), "\n")
	return end > 0 && bytes.Equal(data, summed(text[:end]))
}
