// Package journal is what nhat-ky/ remembers from run to run. Nothing of it
// flows into a report.
package journal

import (
	"cmp"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"baocao/internal/assess"
	"baocao/internal/returns"
)

// ArrivalsFile is where the arrivals are kept.
const ArrivalsFile = "tep-da-nhan.json"

// schema is written first, so that a later program can tell what it reads.
const schema = "baocao-tep/1"

// Arrival is one content of the drop folder and when a run first saw it. Files
// are known by their content: a renamed file is no new arrival, changed content
// under the old name is one.
type Arrival struct {
	File      string    `json:"file"` // where it lay when it was last seen
	SHA256    string    `json:"sha256"`
	Unit      string    `json:"unit,omitempty"` // who was last recognised as its sender
	FirstSeen time.Time `json:"first_seen"`
}

// Arrivals are all contents ever seen. None is forgotten when its file is taken
// out of the drop folder.
type Arrivals struct {
	byContent map[string]Arrival
}

type arrivalsFile struct {
	Schema string    `json:"schema"`
	Files  []Arrival `json:"files"`
}

// LoadArrivals reads what Marshal wrote. Nil data gives no arrivals; data that
// is damaged or of another schema is an error.
func LoadArrivals(data []byte) (*Arrivals, error) {
	a := &Arrivals{byContent: map[string]Arrival{}}
	if data == nil {
		return a, nil
	}
	var f arrivalsFile
	if err := json.Unmarshal(data, &f); err != nil {
		return nil, fmt.Errorf("journal: arrivals: %w", err)
	}
	if f.Schema != schema {
		return nil, fmt.Errorf("journal: arrivals: schema %q", f.Schema)
	}
	for _, e := range f.Files {
		sum, err := hex.DecodeString(e.SHA256)
		if err != nil || len(sum) != 32 || e.File == "" || e.FirstSeen.IsZero() {
			return nil, errors.New("journal: arrivals: an entry is not whole")
		}
		if have, twice := a.byContent[e.SHA256]; twice && have.FirstSeen.Before(e.FirstSeen) {
			e.FirstSeen = have.FirstSeen
		}
		a.byContent[e.SHA256] = e
	}
	return a, nil
}

// Marshal writes the arrivals in the order they were seen in.
func (a *Arrivals) Marshal() ([]byte, error) {
	data, err := json.MarshalIndent(arrivalsFile{schema, a.sorted()}, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("journal: arrivals: %w", err)
	}
	return append(data, '\n'), nil
}

// See notes that a file lies in the drop folder now. A file without a checksum
// could not be read, so there is nothing to know it by, and it is not noted.
func (a *Arrivals) See(file, sha256, unit string, now time.Time) {
	if sha256 == "" {
		return
	}
	e, known := a.byContent[sha256]
	if !known {
		e = Arrival{SHA256: sha256, FirstSeen: now.Truncate(time.Second)}
	}
	e.File = file
	if unit != "" {
		e.Unit = unit
	}
	a.byContent[sha256] = e
}

// SeeAll notes every content that lies in the drop folder now, those of unknown
// senders too: who sent them may be told later, when they came cannot.
func (a *Arrivals) SeeAll(annex *assess.Annex, came []returns.Return, now time.Time) {
	now = now.In(vietnam)
	known := map[string]bool{}
	for _, u := range annex.Units {
		for _, f := range u.Files {
			a.See(f.File, f.SHA256, u.ID, now)
			known[f.File] = true
		}
	}
	for _, r := range came {
		if !known[r.File] {
			a.See(r.File, r.SHA256, "", now)
		}
	}
}

// FirstSeen is when a content was first seen.
func (a *Arrivals) FirstSeen(sha256 string) (time.Time, bool) {
	e, ok := a.byContent[sha256]
	return e.FirstSeen, ok
}

// byUnit are the contents that each unit ever sent, in the order they were seen in.
func (a *Arrivals) byUnit() map[string][]Arrival {
	sent := map[string][]Arrival{}
	for _, e := range a.sorted() {
		sent[e.Unit] = append(sent[e.Unit], e)
	}
	return sent
}

func (a *Arrivals) sorted() []Arrival {
	out := []Arrival{}
	for _, e := range a.byContent { // sorted below
		out = append(out, e)
	}
	slices.SortFunc(out, func(a, b Arrival) int {
		return cmp.Or(a.FirstSeen.Compare(b.FirstSeen), cmp.Compare(a.File, b.File), cmp.Compare(a.SHA256, b.SHA256))
	})
	return out
}
