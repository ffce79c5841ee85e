package app

import (
	"path/filepath"
	"time"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/disk"
	"baocao/internal/journal"
	"baocao/internal/viet"
)

// Late is a unit that owes though its due date is past, or whose files were first seen
// after it.
type Late struct {
	Unit string // its id
	Name string
	Due  viet.Date
	Days int       // until today, or until its files came
	Came viet.Date // zero while it owes
}

// Lateness says which units are late. It writes nothing.
func Lateness(dir string, a *assess.Annex, now time.Time) (late []Late) {
	seen := &journal.Arrivals{}
	if data, err := disk.Read(filepath.Join(dir, JournalDir, journal.ArrivalsFile), disk.MaxOwn); err == nil {
		if list, err := journal.LoadArrivals(data); err == nil {
			seen = list
		}
	}
	today := journal.Day(now)
	for _, u := range a.Units {
		due := a.Plan.Due(u.ID)
		if due.IsZero() {
			continue
		}
		came, after := journal.Late(u, due, seen)
		switch {
		case u.Owing() && today.Compare(due) > 0:
			late = append(late, Late{Unit: u.ID, Name: u.Name, Due: due, Days: DaysBetween(due, today)})
		case after:
			late = append(late, Late{u.ID, u.Name, due, DaysBetween(due, came), came})
		}
	}
	return late
}

// TellLate says how late a unit is.
func TellLate(l Late) diag.Message {
	args := diag.Args{"unit": l.Name, "due": l.Due.Short(), "days": l.Days}
	if l.Came.IsZero() {
		return diag.Say("late.owes", args)
	}
	args["came"] = l.Came.Short()
	return diag.Say("late.came", args)
}

// DaysBetween is how many days lie between two; negative where the second is earlier.
func DaysBetween(from, to viet.Date) int {
	at := func(d viet.Date) time.Time {
		return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
	}
	return int(at(to).Sub(at(from)).Hours() / 24)
}
