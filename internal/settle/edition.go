package settle

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"baocao/internal/diag"
	"baocao/internal/returns"
	"baocao/internal/viet"
)

// edition is what a file's name says about its place among those of its unit.
// "Bản sao", "copy" and "(1)" say nothing.
type edition struct {
	number int    // "lần 2"; 1 unless said
	kind   string // editionSupplement, editionCorrection or ""
	said   string // the words of the name
}

const (
	editionSupplement = "bo sung"
	editionCorrection = "sua"
)

var (
	// "Lan năm 2022" is a ward and a year, so the fifth counts only as "lần thứ năm".
	editionNumber = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`\blan ?(?:thu )?(?:0?([1-9])|(hai|ba))\b|\blan thu (bon|tu|nam)\b`)
	})
	// "sửa chữa" is repair work, not a corrected file.
	correctionWords = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`\b(?:(?:da |ban |chinh )?sua(?: doi| lai)?|thay the|dinh chinh)\b`)
	})
	spelledNumbers = map[string]int{"hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5}
)

// Edition is what a file's name says about its place among those of its unit:
// "lần 2, sửa"; "" for nothing.
func Edition(file string) string { return editionOf(file).said }

// editionOf reads the name of a file and of the folders below the drop folder.
func editionOf(file string) edition {
	e := edition{number: 1}
	_, below, ok := strings.Cut(file, "/")
	if !ok {
		below = file
	}
	if dot := strings.LastIndexByte(below, '.'); dot > strings.LastIndexByte(below, '/') {
		below = below[:dot]
	}
	folded := viet.Fold(below)
	written := strings.ToLower(viet.Clean(below))
	var said []string
	isTimes := plainLetters(written) || strings.Contains(written, "lần") // "lan" is also a name
	if m := editionNumber().FindStringSubmatch(folded); m != nil && isTimes {
		e.number = spelledNumbers[m[2]+m[3]]
		if m[1] != "" {
			e.number, _ = strconv.Atoi(m[1])
		}
		said = append(said, "lần "+strconv.Itoa(e.number))
	}
	folded = strings.ReplaceAll(folded, "sua chua", "") // repairs, of buildings
	isMilk := strings.Contains(written, "sữa") && !strings.Contains(written, "sửa")
	switch {
	case viet.HasPhrase(folded, "bo sung"):
		e.kind = editionSupplement
		said = append(said, "bổ sung")
	case correctionWords().MatchString(folded) && !isMilk:
		e.kind = editionCorrection
		said = append(said, "sửa")
	}
	e.said = strings.Join(said, ", ")
	return e
}

// plainLetters reports a name without any accent, in which "lan" may be "lần".
func plainLetters(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r > 0x7F && unicode.IsLetter(r) })
}

// order compares two editions: negative when a comes before b; ok is false
// where the names do not tell ("sửa" beside "bổ sung", "lần 2" beside "sửa").
func (a edition) order(b edition) (int, bool) {
	switch {
	case a.kind == b.kind:
		return cmp.Compare(a.number, b.number), a.number != b.number
	case a.kind == "" && b.number >= a.number:
		return -1, true
	case b.kind == "" && a.number >= b.number:
		return 1, true
	}
	return 0, false
}

// comesAfter tells whether the second of two files of a unit is the later one,
// and why. What the files say decides, first that one is the corrected copy of
// the other, then their dates, then their names; never when they were saved.
func comesAfter(old, fresh *file) (diag.Message, bool) {
	switch {
	case fresh.Corrects != "" && fresh.Corrects == old.SHA256 && old.Corrects != fresh.SHA256:
		return diag.Say("version.corrected", nil), true
	case old.Corrects != "" && old.Corrects == fresh.SHA256:
		return diag.Message{}, false
	}
	if !old.Declared.IsZero() && !fresh.Declared.IsZero() && old.Declared != fresh.Declared {
		if old.Declared.Compare(fresh.Declared) > 0 {
			return diag.Message{}, false
		}
		return diag.Say("version.dated", diag.Args{"old": old.Declared.Short(), "new": fresh.Declared.Short()}), true
	}
	if n, ok := old.edition.order(fresh.edition); !ok || n >= 0 {
		return diag.Message{}, false
	}
	return diag.Say("version.named", diag.Args{"said": fresh.edition.said}), true
}

// Later reports that the second of two files of a unit says of itself that it comes after the
// first.
func Later(old, fresh *returns.Return) bool {
	_, later := comesAfter(&file{Return: old, edition: editionOf(old.File)},
		&file{Return: fresh, edition: editionOf(fresh.File)})
	return later
}

// laterWords are what people put into the name of a file they take for the last
// one. It is no order that can be relied on ("bản cuối" is followed by "bản cuối
// mới"), so it only proposes which file to choose.
var laterWords = []struct{ folded, said string }{
	{"dieu chinh", "điều chỉnh"}, {"moi nhat", "mới nhất"}, {"ban cuoi", "bản cuối"}, {"cuoi cung", "cuối cùng"},
	{"chinh thuc", "chính thức"}, {"ban chot", "bản chốt"}, {"hoan chinh", "hoàn chỉnh"}, {"final", "final"},
	{"ban moi", "bản mới"}, {"v2", "v2"}, {"v3", "v3"}, {"ver2", "ver2"}, {"2", "(2)"},
}

// claimsToBeLast are the words of a file's name that say it is the last one; ""
// for none.
func claimsToBeLast(file string) string {
	name := file[strings.LastIndexByte(file, '/')+1:]
	if dot := strings.LastIndexByte(name, '.'); dot > 0 {
		name = name[:dot]
	}
	folded := viet.Fold(name)
	for _, w := range laterWords {
		if w.folded == "2" && !strings.Contains(name, "(2)") {
			continue
		}
		if viet.HasPhrase(folded, w.folded) {
			return w.said
		}
	}
	return ""
}

// lastOf is the one file of several whose name says that it is the last, with
// its words; "" where none or several do.
func lastOf(files []*file) (name, said string) {
	for _, f := range files {
		claim := claimsToBeLast(f.File)
		switch {
		case claim == "" || f.File == name:
		case name != "":
			return "", ""
		default:
			name, said = f.File, claim
		}
	}
	return name, said
}
