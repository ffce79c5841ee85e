package diag

import "slices"

// Entry is one message of the catalogue. Problems have a code as key ("B112"),
// a severity, a fix, and a page for `baocao explain`; other messages have a
// dotted key ("build.done") and What alone. {name} stands for an argument.
type Entry struct {
	Key      string
	Severity Severity
	What     Text // what is wrong, one sentence, with what was found
	Fix      Text // how to mend it, one sentence in the imperative
	Explain  Text // a page for `explain`: what it means, and an example
}

// The catalogue is kept in one file per area; codes are grouped by area:
// B0xx resolution and office files, B1xx files that cannot be read, B2xx whose
// return it is and whether the form agrees, B3xx a cell's value, B4xx
// consolidating and judging, B5xx wording, B6xx pages, B7xx outputs and
// surroundings.
var byKey = index(planEntries, workbookEntries, submissionEntries, versionEntries, annexEntries, composeEntries, outputEntries, appEntries, remindEntries, voiceEntries)

func index(areas ...[]Entry) map[string]Entry {
	m := map[string]Entry{}
	for _, entries := range areas {
		for _, e := range entries {
			if _, twice := m[e.Key]; twice {
				panic("diag: two entries for " + e.Key)
			}
			m[e.Key] = e
		}
	}
	return m
}

func lookup(key string) (Entry, bool) {
	e, ok := byKey[key]
	return e, ok
}

// Lookup returns the entry of a code or key.
func Lookup(key string) (Entry, bool) { return lookup(key) }

// Codes returns the codes of all problems, sorted.
func Codes() []string {
	var codes []string
	for k, e := range byKey {
		if e.Fix != (Text{}) {
			codes = append(codes, k)
		}
	}
	slices.Sort(codes)
	return codes
}
