package workbook

import (
	"context"
	"time"

	"baocao/internal/diag"
)

// Limits bound what reading one file may cost. They lie far above what an
// office sends and far below what hurts the machine.
type Limits struct {
	Deadline        time.Duration
	MaxUncompressed int64 // bytes, over all parts of the file
	MaxEntries      int   // parts of the file
	MaxSheets       int
	MaxCells        int      // that hold something, over all sheets
	MaxTextLen      int      // bytes of one text; Excel itself allows 32.767 characters
	MaxDepth        int      // of nested elements
	MaxMemory       int64    // bytes, all that is held while one file is read
	Passwords       []string // tried on files that are protected
}

// DefaultLimits are the limits of the product.
func DefaultLimits() Limits {
	return Limits{
		Deadline:        15 * time.Second,
		MaxUncompressed: 200 << 20,
		MaxEntries:      10_000,
		MaxSheets:       1_000,
		MaxCells:        2_000_000,
		MaxTextLen:      4 * 32_767,
		MaxDepth:        64,
		MaxMemory:       512 << 20,
	}
}

// AllPasswords are the passwords to try, the first of them the one that Excel
// itself uses for workbooks that are only protected against changes: it opens
// them without asking anybody.
func (l *Limits) AllPasswords() []string { return append([]string{"VelvetSweatshop"}, l.Passwords...) }

// What a limit counts, as an argument of B130.
var (
	LimitSize    = diag.Text{Vi: "dung lượng sau khi giải nén (MB)", En: "size when unpacked (MB)"}
	LimitEntries = diag.Text{Vi: "số thành phần bên trong tệp", En: "number of parts inside the file"}
	LimitSheets  = diag.Text{Vi: "số sheet", En: "number of sheets"}
	LimitCells   = diag.Text{Vi: "số ô có nội dung", En: "number of cells"}
	LimitText    = diag.Text{Vi: "độ dài một đoạn chữ (byte)", En: "length of one text (bytes)"}
	LimitMemory  = diag.Text{Vi: "bộ nhớ cần để đọc (MB)", En: "memory needed to read it (MB)"}
	LimitDepth   = diag.Text{Vi: "số lớp lồng nhau bên trong tệp", En: "nesting inside the file"}
)

// CellMemory is about what one cell takes, in bytes, its text not counted.
const CellMemory = 160

// Guard stops the reading of a file that takes too long or needs too much
// memory, or that nobody waits for any more.
type Guard struct {
	Limits
	ctx   context.Context
	until time.Time
	used  int64
}

// NewGuard starts the clock.
func NewGuard(ctx context.Context, lim Limits) *Guard {
	return &Guard{Limits: lim, ctx: ctx, until: time.Now().Add(lim.Deadline)}
}

// Check is to be called now and then by every loop over a file's content.
func (g *Guard) Check() error {
	if err := g.ctx.Err(); err != nil {
		return Refuse("B133", nil)
	}
	if time.Now().After(g.until) {
		return Refuse("B131", diag.Args{"seconds": int(g.Deadline / time.Second)})
	}
	return nil
}

// Use books memory, in bytes, before it is taken: whatever grows with the file's
// content.
func (g *Guard) Use(bytes int) error {
	if g.used += int64(bytes); g.used > g.MaxMemory {
		return TooMuch(LimitMemory, int(g.MaxMemory>>20))
	}
	return nil
}

// Release gives memory back that is held no longer.
func (g *Guard) Release(bytes int) { g.used -= int64(bytes) }
