package app

import (
	"path/filepath"
	"time"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/disk"
	"baocao/internal/journal"
)

// Lateness says which units are late: those that owe though their due date is
// past, and those whose files were first seen after it. It writes nothing.
func Lateness(dir string, a *assess.Annex, now time.Time) []diag.Message {
	seen := &journal.Arrivals{}
	if data, err := disk.Read(filepath.Join(dir, JournalDir, journal.ArrivalsFile), disk.MaxOwn); err == nil {
		if list, err := journal.LoadArrivals(data); err == nil {
			seen = list
		}
	}
	var told []diag.Message
	for _, u := range a.Units {
		due := a.Plan.Due(u.ID)
		if due.IsZero() {
			continue
		}
		args := diag.Args{"unit": u.Name, "due": due.Short()}
		came, late := journal.Late(u, due, seen)
		switch {
		case u.Owing() && journal.Day(now).Compare(due) > 0:
			told = append(told, diag.Say("late.owes", args))
		case late:
			args["came"] = came.Short()
			told = append(told, diag.Say("late.came", args))
		}
	}
	return told
}
