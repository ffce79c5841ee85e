package app_test

import (
	"context"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"baocao/internal/app"
)

func reminded(t *testing.T, dir string) *app.Reminders {
	t.Helper()
	out, err := app.Remind(context.Background(), dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// A unit leaves the office file: its draft of an earlier run goes. What people
// keep beside the drafts under a name of that kind stays.
func TestOnlyDraftsOfTheProgramAreRemoved(t *testing.T) {
	t.Parallel()
	dir, _ := copyExample(t)
	if out := reminded(t, dir); len(out.Drafts) != 2 || len(out.Removed) != 0 {
		t.Fatalf("drafts %v, removed %v", out.Drafts, out.Removed)
	}
	folder := filepath.Join(dir, app.JournalDir)
	draft, err := os.ReadFile(filepath.Join(folder, "nhac-phuong-van-dau.eml"))
	if err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(folder, "nhac-phuong-cu.eml"), string(draft))
	put(t, filepath.Join(folder, "nhac-viec.eml"), "Subject: họp giao ban\r\n\r\nSáng thứ Hai.")
	put(t, filepath.Join(folder, "nhac-da-gui.eml"),
		strings.Replace(string(draft), "@baocao.invalid>", "@outlook.example>", 1))
	out := reminded(t, dir)
	if len(out.Removed) != 1 || filepath.Base(out.Removed[0]) != "nhac-phuong-cu.eml" {
		t.Errorf("removed %v", out.Removed)
	}
	for _, kept := range []string{"nhac-viec.eml", "nhac-da-gui.eml", "nhac-phuong-van-dau.eml",
		"nhac-bao-hiem-xa-hoi.eml"} {
		if _, err := os.Stat(filepath.Join(folder, kept)); err != nil {
			t.Errorf("%s is gone", kept)
		}
	}
}

// A letter that a person saved under a draft's name is not written over.
func TestALetterThatWasEditedIsKept(t *testing.T) {
	t.Parallel()
	dir, _ := copyExample(t)
	reminded(t, dir)
	name := filepath.Join(dir, app.JournalDir, "nhac-phuong-van-dau.eml")
	draft, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	edited := strings.Replace(string(draft), "@baocao.invalid>", "@outlook.example>", 1)
	put(t, name, edited)
	for range 2 {
		out := reminded(t, dir)
		if got := filepath.Base(out.Drafts[1].Path); got != "nhac-phuong-van-dau (2).eml" || len(out.Removed) > 0 {
			t.Errorf("the new draft is %s, removed %v", got, out.Removed)
		}
	}
	if now, err := os.ReadFile(name); err != nil || string(now) != edited {
		t.Errorf("the letter was written over (%v)", err)
	}
}

// The file of one unit is larger than the program opens: nothing is asked of the
// unit, and the office is told why it has no letter.
func TestAUnitThatOnlyTheOfficeCanHelpGetsNoLetter(t *testing.T) {
	t.Parallel()
	dir, drop := copyExample(t)
	if err := os.Truncate(filepath.Join(drop, "Phong Kinh te.xlsx"), 201<<20); err != nil {
		t.Fatal(err)
	}
	out := reminded(t, dir)
	if len(out.Drafts) != 2 || len(out.Notes) != 1 || out.Notes[0].Key != "remind.office" ||
		out.Notes[0].Args["unit"] != "Phòng Kinh tế" {
		t.Errorf("drafts %v, told %v", out.Drafts, out.Notes)
	}
}

// Something of somebody's has a letter's name, and is left alone; another unit's
// address in co-quan.toml is none.
func TestDraftsThatCannotBeAsUsual(t *testing.T) {
	t.Parallel()
	dir, _ := copyExample(t)
	office := filepath.Join(dir, app.OfficeFile)
	text := contentOf(t, office)
	at := strings.Index(text, `"phuong-van-dau"`)
	put(t, office, text[:at]+strings.Replace(text[at:], `email   = ""`, `email   = "van dau@"`, 1))
	held := filepath.Join(dir, app.JournalDir, "nhac-bao-hiem-xa-hoi.eml")
	put(t, filepath.Join(held, "x"), "held")
	out := reminded(t, dir)
	if len(out.Drafts) != 2 || len(out.Removed) > 0 || len(out.Notes) != 2 {
		t.Fatalf("drafts %v, removed %v, told %v", out.Drafts, out.Removed, out.Notes)
	}
	if d := out.Drafts[0]; filepath.Base(d.Path) != "nhac-bao-hiem-xa-hoi (2).eml" ||
		out.Notes[1].Key != "mail.edited" {
		t.Errorf("%+v, told %v", d, out.Notes[1])
	}
	if d := out.Drafts[1]; d.To != "" || out.Notes[0].Key != "remind.address" ||
		out.Notes[0].Args["address"] != "van dau@" {
		t.Errorf("%+v, told %v", d, out.Notes[0])
	}
	if contentOf(t, filepath.Join(held, "x")) != "held" {
		t.Error("what was there is gone")
	}
}

// Who interrupts gets no drafts, and those of an earlier run stay.
func TestAnInterruptLeavesTheDrafts(t *testing.T) {
	t.Parallel()
	dir, _ := copyExample(t)
	reminded(t, dir)
	before := journalOf(t, dir)
	ctx, cancel := context.WithCancel(context.Background())
	if _, err := app.Remind(ctx, dir, onceRead(cancel)); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if after := journalOf(t, dir); !maps.Equal(after, before) {
		t.Error("the drafts changed")
	}
}
