package workbook

import (
	"context"
	"time"
)

// guard stops the reading of a file that takes too long or needs too much
// memory, or that nobody waits for any more.
type guard struct {
	ctx     context.Context
	until   time.Time
	limit   time.Duration
	used    int64
	maximum int64
}

func newGuard(ctx context.Context, lim Limits) *guard {
	return &guard{ctx: ctx, until: time.Now().Add(lim.Deadline), limit: lim.Deadline, maximum: lim.MaxMemory}
}

// check is to be called now and then by every loop over a file's content.
func (g *guard) check() error {
	if err := g.ctx.Err(); err != nil {
		return &fault{code: "B133"}
	}
	if time.Now().After(g.until) {
		return &fault{code: "B131", args: args{"seconds": int(g.limit / time.Second)}}
	}
	return nil
}

// use books memory before it is taken: whatever grows with the file's content.
func (g *guard) use(bytes int) error {
	if g.used += int64(bytes); g.used > g.maximum {
		return &fault{code: "B130", args: args{"what": limitMemory, "limit": int(g.maximum >> 20)}}
	}
	return nil
}

// release gives memory back that is held no longer.
func (g *guard) release(bytes int) { g.used -= int64(bytes) }

// cellMemory is about what one cell takes, in bytes, its text not counted.
const cellMemory = 160
