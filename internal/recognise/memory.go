package recognise

import (
	"maps"
	"strings"
	"sync"
	"sync/atomic"

	"baocao/internal/resolution"
)

// memory is what words were found to say: of headings, titles, labels and remarks. The
// same few stand in nearly all tables, and each is looked at again and again: the same form
// comes from forty wards. Each function takes the key alone, so that nothing can be
// remembered which depends on a figure, on the rest of the file or on who sent it.
type memory struct {
	headings remembered[spoken, reading]
	titles   remembered[spoken, claims]
	wordings remembered[text, wording]
	speeches remembered[text, speech]
	mended   remembered[text, string] // labels without slips of the keyboard
	names    remembered[naming, []string]
	stances  remembered[naming, stance] // of texts around tables, and of names
	levels   remembered[levelled, []level]

	// of labels: what a row answers by itself, with what it stands below, with a piece lost
	rows   remembered[lone, match]
	under  remembered[above, match]
	pieces remembered[cut, match]

	// of units of measurement
	units       remembered[text, statement]
	unitCells   remembered[text, unitCell]
	conversions remembered[units, conversion]
	times       remembered[text, []maybeTimes]

	asked   remembered[asking, *askWords]
	remarks remembered[hearing, heard]
	texts   texts
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
	asks          *asks
	number, label string
}

func (l lone) length() int { return len(l.number) + len(l.label) }

func (l lone) own() lone {
	l.number, l.label = strings.Clone(l.number), strings.Clone(l.label)
	return l
}

// units are those of a figure that is brought from one to the other.
type units struct{ from, to string }

func (u units) length() int { return len(u.from) + len(u.to) }
func (u units) own() units  { return units{strings.Clone(u.from), strings.Clone(u.to)} }

// levelled is a text that may name levels of government, or only the whole of them.
type levelled struct {
	text  string
	whole bool
}

func (l levelled) length() int { return len(l.text) }

func (l levelled) own() levelled {
	l.text = strings.Clone(l.text)
	return l
}

func (a above) length() int { return len(a.label) + len(a.under) }

func (a above) own() above {
	a.label, a.under = strings.Clone(a.label), strings.Clone(a.under)
	return a
}

// cut is a row by itself that may have lost a piece of its label, and its unit of measurement.
type cut struct {
	asks        *asks
	label, unit string
}

func (c cut) length() int { return len(c.label) + len(c.unit) }

func (c cut) own() cut {
	c.label, c.unit = strings.Clone(c.label), strings.Clone(c.unit)
	return c
}

// naming is a text that may name units, or such a title.
type naming struct {
	text  string
	title bool
}

func (n naming) length() int { return len(n.text) }

func (n naming) own() naming {
	n.text = strings.Clone(n.text)
	return n
}

// asking is an ask of the plan, whose texts live as long.
type asking struct{ resolution.Ask }

func (asking) length() int   { return 0 }
func (a asking) own() asking { return a }

// remembered is what was worked out of texts. It is shared, so nobody may change it, and
// files are read side by side: what has been known for a while is looked up without waiting
// for anybody.
type remembered[K worded[K], T any] struct {
	known atomic.Pointer[map[K]T] // never changed, only replaced
	mu    sync.Mutex
	fresh map[K]T // what came since
}

// worded is a text with what its meaning depends on.
type worded[K any] interface {
	comparable
	length() int // of its texts, in bytes
	own() K      // with texts of its own: those of a file keep all of the file's
}

// What is remembered is bounded, whatever the files hold. When it is full, all but the latest
// is forgotten: thousands of files of one ward's own words leave room for those that follow.
const (
	maxRemembered = 1 << 13
	maxSpoken     = 300 // bytes of one
)

// of is what a text says, worked out by the function where it is new. The function may take
// into account what the key holds, and what never changes while a Knowledge lives.
func (r *remembered[K, T]) of(s K, anew func(K) T) T {
	if s.length() > maxSpoken {
		return anew(s)
	}
	if known := r.known.Load(); known != nil {
		if means, ok := (*known)[s]; ok {
			return means
		}
	}
	r.mu.Lock()
	means, ok := r.fresh[s]
	r.mu.Unlock()
	if ok {
		return means
	}
	s = s.own()
	means = anew(s)
	r.mu.Lock()
	defer r.mu.Unlock()
	r.add(s, means)
	return means
}

// add is called with the lock held. What is fresh joins the rest in steps that grow with it, so
// that copying is paid for by what is new.
func (r *remembered[K, T]) add(s K, means T) {
	if r.fresh == nil {
		r.fresh = map[K]T{}
	}
	r.fresh[s] = means
	var known map[K]T
	if before := r.known.Load(); before != nil {
		known = *before
	}
	if len(r.fresh) < 16+len(known)/4 {
		return
	}
	all := r.fresh
	if len(known)+len(all) <= maxRemembered {
		all = maps.Clone(known)
		if all == nil {
			all = map[K]T{}
		}
		maps.Copy(all, r.fresh)
	}
	r.known.Store(&all)
	r.fresh = nil
}
