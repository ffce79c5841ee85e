package diag

import (
	"slices"
	"sync"
)

// Entry is all that is known of a code: what a check has to say, how much it
// matters, and who may hear it. Nothing about a code stands anywhere else; ask
// the entry. In a text {name} stands for an argument.
type Entry struct {
	Code        string // "B112"
	Severity    Severity
	Audience    Audience // whom it may be told beside the office
	SenderMends bool     // the sender can mend it; otherwise only the office can
	Counted     Counted  // as what the last line of a build counts it
	Values      []string // arguments that tell numbers which the right figure may be
	Unplaced    bool     // it is about a figure in a row that nobody is asked for
	Nothing     bool     // one of the answers for nothing may be meant
	What        Text     // what is wrong, one sentence, with what was found
	Short       Text     // What, on one line among many of its kind
	OfCell      Text     // What, at one of the cells of a problem about several
	Fix         Text     // how to mend it, one sentence in the imperative
	SenderFix   Text     // the same to the sender, where Fix is worded for the office
	PageFix     Text     // the same on the local page, where Fix tells a command
	Explain     Text     // for `explain`: what it means
	Example     Text     // for `explain`
}

// Audience is whom a problem may be told beside the office, which is told all.
// It keeps the figures of one unit from the eyes of another.
type Audience int

const (
	// unsaid is no audience: an entry that forgets to name one fails the tests,
	// and until then tells nobody.
	unsaid Audience = iota
	// OfficeOnly: nobody; it is about the office's own files, machine and words.
	OfficeOnly
	// Confidential: nobody; its text gives the figures of other units.
	Confidential
	// Sender: whoever sent the file it stands in.
	Sender
	// Answerer: the unit that alone gave the figures it comes of. What comes of
	// the figures of several units is told to none of them.
	Answerer
)

// phrase is something said that is not a problem. Its key has dots: "build.wrote".
type phrase struct{ key, vi, en string }

// Counted is as what a problem is counted where all that is left to do is told in a
// line: nothing is counted there twice.
type Counted int

const (
	// AsItself: an error or a warning.
	AsItself Counted = iota
	// AsOwed: what a unit owes; the units are counted.
	AsOwed
	// AsPlace: a place of the report to write; those are counted on its pages.
	AsPlace
	// AsVerdict: an indicator that the office judges.
	AsVerdict
	// AsTold: nothing is left to do.
	AsTold
	// AsWording: words of the office's own in whose place the built-in ones stand.
	AsWording
	// AsEstimate: a unit whose estimates are in the report until its results come.
	AsEstimate
)

// CountsItself reports that a problem of this entry is counted among the errors or the
// warnings that are left, and not by what it is about: a debt, a place to write, a
// verdict to set, words of the office's own.
func (e Entry) CountsItself(s Severity) bool {
	switch e.Counted {
	case AsOwed, AsPlace, AsTold, AsWording, AsEstimate:
		return false
	case AsVerdict:
		return s == Error
	}
	return true
}

// The catalogue is kept in one file per area; codes are grouped by area:
// B0xx resolution and office files, B1xx files that cannot be read, B2xx whose
// return it is and whether the form agrees, B3xx a cell's value, B4xx
// consolidating and judging, B5xx wording, B6xx pages, B7xx outputs and
// surroundings, B8xx reports of lower committees.
func allProblems() [][]Entry {
	return [][]Entry{planProblems, workbookProblems, submissionProblems, sizeProblems, versionProblems, annexProblems,
		composeProblems, wordsProblems, outputProblems, appProblems, journalProblems, sendProblems, rollupProblems,
		carrierProblems}
}

func allPhrases() [][]phrase {
	return [][]phrase{draftPhrases, annexPhrases, sizePhrases, versionPhrases, causePhrases, wordingPhrases,
		wordsPhrases,
		watchPhrases, manyPhrases,
		exportPhrases,
		remindPhrases, voicePhrases,
		folderPhrases, letterPhrases, journalPhrases, sendPhrases, pagePhrases, rollupPhrases, carrierPhrases}
}

// byCode and byKey are made when the first message is printed.
var byCode = sync.OnceValue(func() map[string]*Entry {
	m := map[string]*Entry{}
	for _, area := range allProblems() {
		for i := range area {
			m[area[i].Code] = &area[i]
		}
	}
	return m
})

var byKey = sync.OnceValue(func() map[string]Text {
	n := 0
	for _, area := range allPhrases() {
		n += len(area)
	}
	m := make(map[string]Text, n)
	for _, area := range allPhrases() {
		for _, p := range area {
			m[p.key] = Text{p.vi, p.en}
		}
	}
	return m
})

// Lookup returns the entry of a code.
func Lookup(code string) (Entry, bool) {
	if e := byCode()[code]; e != nil {
		return *e, true
	}
	return Entry{}, false
}

// Codes returns the codes of all problems, sorted.
func Codes() []string {
	var codes []string
	for code := range byCode() {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	return codes
}
