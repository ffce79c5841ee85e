package recognise

import (
	"sync"

	"baocao/internal/resolution"
)

// memory is what words of headings and titles were found to say. The same few stand
// over nearly all tables, and each is looked at again and again.
type memory struct {
	headings remembered[reading]
	titles   remembered[claims]
	texts    texts
}

// spoken is a text and what it is read in.
type spoken struct {
	text string
	resolution.Period
	told span
}

// remembered is what was worked out of texts. It is shared, so nobody may change it;
// files are read side by side.
type remembered[T any] struct {
	mu  sync.Mutex
	all map[spoken]T
}

// What is remembered is bounded, whatever the files hold.
const (
	maxRemembered = 1 << 13
	maxSpoken     = 300 // bytes of one
)

// of is what a text says, worked out by the function where it is new.
func (r *remembered[T]) of(s spoken, anew func() T) T {
	if len(s.text) > maxSpoken {
		return anew()
	}
	r.mu.Lock()
	said, known := r.all[s]
	r.mu.Unlock()
	if known {
		return said
	}
	said = anew()
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.all == nil {
		r.all = map[spoken]T{}
	}
	if len(r.all) < maxRemembered {
		r.all[s] = said
	}
	return said
}
