package recognise

import (
	"strings"
	"sync"

	"baocao/internal/resolution"
)

// memory is what words were found to say: of headings, titles, labels and remarks. The
// same few stand in nearly all tables, and each is looked at again and again.
type memory struct {
	headings remembered[spoken, reading]
	titles   remembered[spoken, claims]
	wordings remembered[text, wording]
	speeches remembered[text, speech]
	mended   remembered[text, string]
	units    remembered[text, statement]
	rows     remembered[lone, match]
	asked    remembered[asking, askWords]
	denials  remembered[text, bool]
	texts    texts
}

// spoken is a text and what it is read in.
type spoken struct {
	text string
	resolution.Period
	told span
}

func (s spoken) length() int { return len(s.text) }

func (s spoken) own() spoken {
	s.text = strings.Clone(s.text)
	return s
}

// text is a text whose meaning depends on nothing else in one plan.
type text string

func (t text) length() int { return len(t) }
func (t text) own() text   { return text(strings.Clone(string(t))) }

// lone is a row by itself, and whom it is asked of: units that are asked the same are one.
type lone struct {
	asked         *known
	number, label string
}

func (l lone) length() int { return len(l.number) + len(l.label) }

func (l lone) own() lone {
	l.number, l.label = strings.Clone(l.number), strings.Clone(l.label)
	return l
}

// asking is what an ask says of itself.
type asking struct {
	measure     *resolution.Measure
	label, note string
}

func (a asking) length() int { return len(a.label) + len(a.note) }
func (a asking) own() asking { return a } // the plan's texts live as long

// remembered is what was worked out of texts. It is shared, so nobody may change it;
// files are read side by side.
type remembered[K worded[K], T any] struct {
	mu  sync.Mutex
	all map[K]T
}

// worded is a text with what its meaning depends on.
type worded[K any] interface {
	comparable
	length() int // of its texts, in bytes
	own() K      // with texts of its own: those of a file keep all of the file's
}

// What is remembered is bounded, whatever the files hold.
const (
	maxRemembered = 1 << 13
	maxSpoken     = 300 // bytes of one
)

// of is what a text says, worked out by the function where it is new.
func (r *remembered[K, T]) of(s K, anew func(K) T) T {
	if s.length() > maxSpoken {
		return anew(s)
	}
	r.mu.Lock()
	means, known := r.all[s]
	r.mu.Unlock()
	if known {
		return means
	}
	s = s.own()
	means = anew(s)
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.all == nil {
		r.all = map[K]T{}
	}
	if len(r.all) < maxRemembered {
		r.all[s] = means
	}
	return means
}
