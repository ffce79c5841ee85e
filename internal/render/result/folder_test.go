package result_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"baocao/internal/render/result"
)

// The list of a district's wards has their problems as ket-qua.json has them, errors first,
// and is known again: it may be written over, and what somebody added to it not.
func TestTheListOfFoldersIsKnownAgain(t *testing.T) {
	t.Parallel()
	file := "1-nop-vao-day/Thôn <Hạ>.xlsx"
	rows := []result.Folder{
		{Dir: "Xã A", State: result.FolderBuilt, Problems: result.PackProblems([]result.Problem{
			{Severity: "warning", Code: "B514", Message: "Xem lại."},
			{Severity: "error", Code: "B313", File: &file, Message: "«khoảng 7»", Fix: "Hỏi thôn."}})},
		{Dir: "Xã B", State: result.FolderNotReached}}
	for _, some := range [][]result.Folder{rows, rows[:1], {}} {
		var b bytes.Buffer
		if err := result.WriteFolders(&b, some); err != nil {
			t.Fatal(err)
		}
		var read []struct {
			Folder   string
			Problems []result.Problem
		}
		if err := json.Unmarshal(b.Bytes(), &read); err != nil || len(read) != len(some) {
			t.Fatalf("%v of %s", err, b.String())
		}
		if !result.IsFolders(b.Bytes()) {
			t.Errorf("not known: %s", b.String())
		}
		for _, other := range []string{b.String() + "x", b.String() + "[]",
			strings.Replace(b.String(), "[", `[{"folder": "Xã C", "state": "built", "boss": "x"},`, 1), "{}", "[", ""} {
			if result.IsFolders([]byte(other)) {
				t.Errorf("taken for ours: %s", other)
			}
		}
		if len(some) == 0 {
			continue
		}
		if p := read[0].Problems; len(p) != 2 || p[0].Code != "B313" || *p[0].File != file || p[1].Code != "B514" {
			t.Errorf("%+v", p)
		}
		if strings.Contains(b.String(), `\u003c`) {
			t.Error("escaped as for web pages")
		}
	}
}
