package app

import (
	"time"

	"baocao/internal/disk"
	"baocao/internal/inbox"
	"baocao/internal/resolution"
	"baocao/internal/resolution/load"
	"baocao/internal/watch"
)

// Watch begins to watch what the report of a working folder is made of, with a look
// every so often: the drop folder, the office's own files and words, earlier years.
func Watch(dir string, every time.Duration) *watch.Folder {
	own := []string{ResolutionFile, OfficeFile, resolution.DecisionsFile, resolution.ReadingsFile,
		resolution.RollupFile, WordingDir, LastYearDir}
	return watch.New(dir, every, inbox.PassesOver, DropDir, append(own, load.Shared(disk.Folder(dir))...)...)
}
