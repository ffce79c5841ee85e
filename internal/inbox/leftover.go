package inbox

import (
	"bytes"
	"path"
	"strings"

	"baocao/internal/diag"
)

// kind is what a file's name says about who put it there.
type kind int

const (
	sent     kind = iota // a sender's, as far as its name tells
	lock                 // Excel's, beside a file that is open
	leftover             // of a program, or a link to something elsewhere; told, for it may stand where a file should
	system               // of the system or an archive; it says nothing
)

// systemNames are what the system, an archive or a program that keeps folders
// alike leaves there: files, and folders with all that is in them.
var systemNames = []string{
	"thumbs.db", "ehthumbs.db", "desktop.ini", "$recycle.bin", "system volume information", "recycler",
	".ds_store", "__macosx", ".localized", "icon\r", ".spotlight-v100", ".trashes", ".fseventsd", ".temporaryitems",
	".documentrevisions-v100", ".gitkeep", ".gitignore", ".directory", "lost+found", "@eadir", "#recycle",
	".sync", ".stfolder", ".stversions", ".stignore", ".dropbox", ".dropbox.cache", ".dropbox.attr",
	".tmp.drivedownload", ".tmp.driveupload",
}

// leftoverEndings are those of links to something elsewhere, of downloads that
// were not finished and of what programs write while they work.
var leftoverEndings = []string{
	".lnk", ".url", ".website", ".webloc", ".desktop", ".tmp", ".crdownload", ".partial", ".part", ".filepart",
	".opdownload", ".download",
}

// kindOf tells what a name says. LibreOffice's lock is a file of the system: its
// name does not say which part of the work it guards. A copy that OneDrive or
// Dropbox made of a file in conflict is a sender's like any other.
func kindOf(name string) kind {
	name = strings.ToLower(name)
	for _, n := range systemNames {
		if name == n {
			return system
		}
	}
	for _, start := range []string{"._", ".~lock.", ".fuse_hidden", ".nfs0000", ".goutputstream-"} {
		if strings.HasPrefix(name, start) {
			return system
		}
	}
	for _, end := range leftoverEndings {
		if strings.HasSuffix(name, end) {
			return leftover
		}
	}
	if strings.HasPrefix(name, "~$") {
		return lock
	}
	return sent
}

// PassesOver reports a name that is no sender's: of a file or folder that is not read.
func PassesOver(name string) bool { return kindOf(name) != sent }

// kindWithin tells the same of a path inside an archive, where a lock file says
// nothing: the file was open when it was packed.
func kindWithin(name string) kind {
	folder, file := path.Split(name)
	for part := range strings.SplitSeq(folder, "/") {
		if kindOf(part) == system {
			return system
		}
	}
	if k := kindOf(file); k != lock {
		return k
	}
	return system
}

// maxNamed is how many leftovers are named.
const maxNamed = 5

// passedOver says once that a folder or an archive holds leftovers.
func passedOver(file string, names []string) diag.Problem {
	list := strings.Join(names[:min(len(names), maxNamed)], ", ")
	if len(names) > maxNamed {
		list += "…"
	}
	return diag.New("B106", diag.Position{File: file}, diag.Args{"count": len(names), "names": list})
}

// googleEndings are those of the links that Google Drive shows as files.
var googleEndings = []string{".gsheet", ".gdoc", ".gslides", ".gform", ".gtable"}

func isGoogleLink(file string, data []byte) bool {
	for _, end := range googleEndings {
		if strings.HasSuffix(strings.ToLower(file), end) {
			// A workbook that somebody named so is read as what it is.
			return data == nil || bytes.HasPrefix(bytes.TrimSpace(data), []byte("{"))
		}
	}
	return false
}

// hollow tells what only looks like a file; nil for one that has a content.
func hollow(file string, data []byte) []diag.Problem {
	switch {
	case isGoogleLink(file, data):
		return []diag.Problem{diag.New("B107", diag.Position{File: file}, nil)}
	case len(data) > 0 && len(bytes.TrimLeft(data, "\x00")) == 0:
		return []diag.Problem{diag.New("B108", diag.Position{File: file}, nil)}
	}
	return nil
}
