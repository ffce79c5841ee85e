package journal

import (
	"encoding/json"
	"fmt"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// CopiesFile is where the list of the marked copies is kept.
const CopiesFile = "ban-can-sua.json"

// Copies are the marked copies that the program wrote, by path below the
// working folder, with their SHA-256: a copy that somebody has worked on since
// is never overwritten or removed. While a copy is replaced it has two, so that
// a run that is killed leaves none that seems to be somebody's work.
type Copies map[string][]string

// LoadCopies reads what Marshal wrote. Of a list that makes no sense there are
// no copies: none is known to be the program's and none is touched. Only what
// lies below the folder of copies is taken, whatever the list says.
func LoadCopies(data []byte, folder string) Copies {
	c := Copies{}
	var listed map[string][]string
	if json.Unmarshal(data, &listed) != nil {
		return c
	}
	if of := listed[ofReport]; of != nil {
		c[ofReport] = of
	}
	for name, sums := range listed { // into a map
		below := strings.HasPrefix(name, folder+"/") && filepath.IsLocal(filepath.FromSlash(name))
		if below && path.Clean(name) == name {
			c[name] = sums
		}
	}
	return c
}

// Marshal writes the list, ordered by path.
func (c Copies) Marshal() ([]byte, error) {
	data, err := json.MarshalIndent(c, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("journal: copies: %w", err)
	}
	return append(data, '\n'), nil
}

// Wrote reports that the program wrote a copy with this content.
func (c Copies) Wrote(name, sha256 string) bool { return slices.Contains(c[name], sha256) }

// Writing notes that a copy is about to be written beside or in place of the
// one that is there; it reports whether that is new.
func (c Copies) Writing(name, sha256 string) bool {
	if c.Wrote(name, sha256) {
		return false
	}
	c[name] = append(c[name], sha256)
	return true
}

// Written notes that this is the copy that is there now.
func (c Copies) Written(name, sha256 string) { c[name] = []string{sha256} }

// ofReport is the entry, of no copy, that names the report whose copies are all in place.
const ofReport = "bao-cao"

// Complete notes of which report all copies are in place, by the sum of its result; "" for of
// none.
func (c Copies) Complete(sha256 string) {
	if c[ofReport] = []string{sha256}; sha256 == "" {
		delete(c, ofReport)
	}
}

// Of reports that the copies are those of a report, all of them.
func (c Copies) Of(sha256 string) bool { return c.Wrote(ofReport, sha256) }

// Names are the paths of the copies, in order.
func (c Copies) Names() []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(c)), func(name string) bool { return name == ofReport })
}
