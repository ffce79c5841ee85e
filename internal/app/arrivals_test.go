package app_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"baocao/internal/app"
	"baocao/internal/journal"
)

type noted struct {
	Files []struct {
		File, SHA256, Unit string
		First              time.Time `json:"first_seen"`
	}
}

func arrivals(t *testing.T, dir string) noted {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, app.JournalDir, "tep-da-nhan.json"))
	if err != nil {
		t.Fatal(err)
	}
	var n noted
	if err := json.Unmarshal(data, &n); err != nil {
		t.Fatal(err)
	}
	return n
}

// A file whose sender nobody could tell is recognised later by its new name: it
// came when it came.
func TestAFileCameBeforeItsSenderWasKnown(t *testing.T) {
	t.Parallel()
	dir, drop := copyExample(t)
	put(t, filepath.Join(drop, "so lieu.csv"),
		"TT;Chỉ tiêu;ĐVT;Thực hiện năm 2022\n1;Số người tham gia bảo hiểm y tế;người;110400\n")
	built(t, dir)
	find := func(file string) (at time.Time, unit string) {
		for _, f := range arrivals(t, dir).Files {
			if f.File == app.DropDir+"/"+file {
				return f.First, f.Unit
			}
		}
		t.Fatalf("%s was not noted", file)
		return at, ""
	}
	first, unit := find("so lieu.csv")
	if unit != "" {
		t.Fatalf("sent by %q", unit)
	}
	// Three days pass.
	list := filepath.Join(dir, app.JournalDir, journal.ArrivalsFile)
	noted := strings.ReplaceAll(contentOf(t, list), first.Format(time.RFC3339),
		first.AddDate(0, 0, -3).Format(time.RFC3339))
	put(t, list, noted)
	if err := os.Rename(filepath.Join(drop, "so lieu.csv"),
		filepath.Join(drop, "Bảo hiểm xã hội quận.csv")); err != nil {
		t.Fatal(err)
	}
	built(t, dir)
	if again, unit := find("Bảo hiểm xã hội quận.csv"); !again.Equal(first.AddDate(0, 0, -3)) ||
		unit != "bao-hiem-xa-hoi" {
		t.Errorf("first seen %v, was three days before %v; sent by %q", again, first, unit)
	}
}

// A list of arrivals that cannot be opened at the moment is not begun anew.
func TestAListThatCannotBeOpenedIsLeftAlone(t *testing.T) {
	t.Parallel()
	dir, _ := copyExample(t)
	list := filepath.Join(dir, app.JournalDir, "tep-da-nhan.json")
	put(t, filepath.Join(list, "x"), "a folder in its place")
	out := built(t, dir)
	if len(out.Files) != 4 || len(out.Notes) != 1 || out.Notes[0].Key != "receipt.failed" {
		t.Errorf("files %v, told %v", out.Files, out.Notes)
	}
	if _, err := os.Stat(filepath.Join(list, "x")); err != nil {
		t.Error("the list was set aside")
	}
	if _, err := os.Stat(filepath.Join(dir, app.JournalDir, "bien-nhan")); err == nil {
		t.Error("receipts with times that are not known")
	}
}
