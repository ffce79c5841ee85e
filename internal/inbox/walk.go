package inbox

import (
	"context"
	"runtime"
	"sync"

	"baocao/internal/diag"
	"baocao/internal/workbook"
	"baocao/internal/workbook/open"
)

// Content is what one sender's file holds: a file of the drop folder, or one
// packed in an archive there.
type Content struct {
	File   string // from the working folder: "1-nop-vao-day/gui.zip/thue.xlsx" for one in an archive
	In     string // Rel of the file of the drop folder: the archive, or the file itself
	SHA256 string // "" when the file could not be opened
	Data   []byte // nil when it could not be opened, has no content, or is an archive that gave nothing

	Err      error          // why the file could not be opened
	Problems []diag.Problem // why there is no data, or what an archive held beside it
}

// maxFile bounds how much of one file is taken into memory, in bytes.
const maxFile = 200 << 20

// largeFile is the size in bytes from which files are opened one at a time:
// each may need much memory.
const largeFile = 4 << 20

// Walk opens every file once, unpacks those that are archives, and gives each
// content to look, on as many cores as there are. What look returns comes back
// in the order of the files and, within an archive, of the names: never in
// that of the work. A file that cannot be opened or unpacked is one content
// without data. done is called after each file with how many there are behind;
// it may be nil. The error is that of the context.
func Walk[T any](ctx context.Context, files []File, lim workbook.Limits,
	look func(Content) T, done func(n int)) ([]T, error) {
	found := make([][]T, len(files))
	next := make(chan int)
	var workers sync.WaitGroup
	var counting, large sync.Mutex
	behind := 0
	for range min(runtime.GOMAXPROCS(0), len(files)) {
		workers.Go(func() {
			for i := range next {
				if files[i].Size > largeFile {
					large.Lock()
				}
				files[i].open(ctx, lim, func(c Content) { found[i] = append(found[i], look(c)) })
				if files[i].Size > largeFile {
					large.Unlock()
				}
				if done != nil {
					counting.Lock()
					behind++
					done(behind)
					counting.Unlock()
				}
			}
		})
	}
	for i := range files {
		if ctx.Err() != nil {
			break
		}
		next <- i
	}
	close(next)
	workers.Wait()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	var all []T
	for _, part := range found {
		all = append(all, part...)
	}
	return all, nil
}

// open gives the contents of one file to look, one after another.
func (f File) open(ctx context.Context, lim workbook.Limits, look func(Content)) {
	whole := Content{File: f.Rel, In: f.Rel}
	if f.absent {
		whole.Problems = []diag.Problem{diag.New("B108", diag.Position{File: f.Rel}, nil)}
		look(whole)
		return
	}
	data, err := f.read(maxFile)
	if err != nil {
		// A link of Google Drive is there to be opened in a browser only.
		if whole.Problems = hollow(f.Rel, nil); whole.Problems == nil {
			whole.Err = err
		}
		look(whole)
		return
	}
	var passed []string
	members, problems, packed := open.Members(ctx, f.Rel, data, lim, func(name string) bool {
		k := kindWithin(name)
		if k == leftover {
			passed = append(passed, name)
		}
		return k != sent
	})
	if !packed || len(members) == 0 {
		if !packed {
			problems = hollow(f.Rel, data)
			if problems == nil {
				whole.Data = data
			}
		}
		whole.SHA256, whole.Problems = Sum(data), problems
		look(whole)
		return
	}
	for i, m := range members {
		c := Content{File: f.Rel + "/" + m.Name, In: f.Rel, SHA256: Sum(m.Data)}
		if c.Problems = hollow(c.File, m.Data); c.Problems == nil {
			c.Data = m.Data
		}
		if i == 0 && passed != nil {
			c.Problems = append(c.Problems, passedOver(f.Rel, passed))
		}
		look(c)
	}
}
