package workbook

import (
	"bytes"
	"context"
	"errors"
	"path"
	"strings"
	"time"

	"baocao/internal/diag"
	"baocao/internal/mishap"
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

// What a limit counts, as an argument of B130.
var (
	limitSize    = diag.Text{Vi: "dung lượng sau khi giải nén (MB)", En: "size when unpacked (MB)"}
	limitEntries = diag.Text{Vi: "số thành phần bên trong tệp", En: "number of parts inside the file"}
	limitSheets  = diag.Text{Vi: "số sheet", En: "number of sheets"}
	limitCells   = diag.Text{Vi: "số ô có nội dung", En: "number of cells"}
	limitText    = diag.Text{Vi: "độ dài một đoạn chữ (byte)", En: "length of one text (bytes)"}
	limitMemory  = diag.Text{Vi: "bộ nhớ cần để đọc (MB)", En: "memory needed to read it (MB)"}
	limitDepth   = diag.Text{Vi: "số lớp lồng nhau bên trong tệp", En: "nesting inside the file"}
)

type args = diag.Args

// fault is the reason why a file is not read.
type fault struct {
	code  string
	sheet string
	cell  string
	args  diag.Args
}

func (f *fault) Error() string { return f.code + " " + f.sheet + "!" + f.cell }

// Read reads one file. What the file is, its content tells, not its name;
// file stands in the problems' positions. Texts are repaired; those in doubt
// are warnings. The book is nil when the file could not be read, and then at
// least one problem is an error.
func Read(ctx context.Context, file string, data []byte, lim Limits) (book *Book, problems []diag.Problem) {
	at := diag.Position{File: file}
	defer func() {
		// The last resort: one file that shows a mistake of ours must not take
		// the report of all others with it.
		if mishap.Caught(recover()) {
			book, problems = nil, []diag.Problem{diag.New("B132", at, nil)}
		}
	}()
	g := newGuard(ctx, lim)
	g.used = int64(len(data))
	book, err := read(stem(file), data, lim, g)
	if err == nil {
		for _, s := range book.Sheets {
			s.indexMerges()
		}
		if problems, err = repairBook(file, book, g); err == nil {
			return book, problems
		}
	}
	var f *fault
	if !errors.As(err, &f) {
		return nil, []diag.Problem{diag.New("B132", at, nil)}
	}
	at.Sheet, at.Cell = f.sheet, f.cell
	return nil, []diag.Problem{diag.New(f.code, at, f.args)}
}

// stem is a file's name without folder and ending: the name of the one sheet
// that Excel shows of a text.
func stem(file string) string {
	name := path.Base(file)
	return strings.TrimSuffix(name, path.Ext(name))
}

func read(name string, data []byte, lim Limits, g *guard) (*Book, error) {
	switch format(data) {
	case zipped:
		a, err := openArchive(data, lim, g)
		if err != nil {
			return nil, err
		}
		return readArchive(a, lim)
	case empty:
		return nil, &fault{code: "B110"}
	case cutShort:
		return nil, &fault{code: "B120"}
	case ole:
		return readOLE(data, lim, g)
	case bareXLS:
		return readXLS("Workbook", data, lim, g)
	case oldExcel:
		return nil, &fault{code: "B112"}
	case plainText:
		return readPlainText(name, data, lim, g)
	case pdf:
		return nil, &fault{code: "B115"}
	case oldWord:
		return nil, &fault{code: "B116"}
	case flatODS:
		return readFlatODS(data, lim, g)
	case webPage:
		return nil, &fault{code: "B118"}
	case otherArchive:
		return nil, &fault{code: "B113"}
	case picture:
		return nil, &fault{code: "B119"}
	}
	return nil, &fault{code: "B117"}
}

type fileFormat int

const (
	unknown fileFormat = iota
	empty
	cutShort
	zipped
	ole      // Excel 5.0 to 2003, or something encrypted, or another program's file
	bareXLS  // Excel 5.0 to 2003 without its container
	oldExcel // Excel 4.0 or older
	oldWord
	pdf
	webPage
	picture
	plainText
	otherArchive
	flatODS // OpenDocument in one XML part
)

var (
	zipHeader = []byte("PK\x03\x04")
	oleHeader = []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
)

func format(data []byte) fileFormat {
	starts := func(s string) bool { return bytes.HasPrefix(data, []byte(s)) }
	head := data[:min(len(data), 4096)]
	switch {
	case len(data) == 0:
		return empty
	case bytes.HasPrefix(data, zipHeader), starts("PK\x05\x06"):
		return zipped
	case bytes.HasPrefix(zipHeader, data), bytes.HasPrefix(oleHeader, data):
		return cutShort
	case bytes.HasPrefix(data, oleHeader):
		return ole
	case starts("\x09\x08\x10\x00\x00\x06"), starts("\x09\x08\x08\x00\x00\x05"):
		return bareXLS
	case starts("\x09\x00\x04\x00"), starts("\x09\x02\x06\x00"), starts("\x09\x04\x06\x00"):
		return oldExcel
	case starts("%PDF"):
		return pdf
	case starts("{\\rtf"):
		return oldWord
	case starts("\x89PNG"), starts("\xFF\xD8\xFF"), starts("GIF8"), starts("BM"), starts("II*\x00"), starts("MM\x00*"):
		return picture
	case starts("\xFF\xFE"), starts("\xFE\xFF"):
		return plainText
	case starts("Rar!\x1A\x07"), starts("7z\xBC\xAF\x27\x1C"), starts("\x1F\x8B"), starts("BZh"):
		return otherArchive
	case bytes.IndexByte(head, 0) >= 0:
		if order, _ := utf16Order(data); order != nil {
			return plainText
		}
		return unknown
	}
	body := bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xEF\xBB\xBF")), " \t\r\n"))
	if bytes.Contains(body, []byte("<office:document")) {
		return flatODS
	}
	for _, tag := range []string{"<html", "<!doctype html", "<table", "<?xml", "mime-version:"} {
		if bytes.HasPrefix(body, []byte(tag)) {
			return webPage
		}
	}
	// SYLK and DIF are tables in a notation of their own; read as text they would
	// give cells that nobody typed.
	if bytes.HasPrefix(body, []byte("id;p")) || bytes.HasPrefix(body, []byte("table\n0,1")) || bytes.HasPrefix(body, []byte("table\r\n0,1")) {
		return unknown
	}
	if controls(head) > len(head)/20 {
		return unknown
	}
	return plainText
}

func controls(s []byte) (n int) {
	for _, c := range s {
		if c < 0x20 && !isSpace(c) {
			n++
		}
	}
	return n
}

// wide is s in UTF-16LE, as names in an OLE2 directory are stored.
func wide(s string) []byte {
	out := make([]byte, 0, 2*len(s))
	for i := range len(s) {
		out = append(out, s[i], 0)
	}
	return out
}
