package workbook

import (
	"slices"
	"strings"

	"baocao/internal/viet"
)

// readArchive tells what kind of zip archive the file is and reads a workbook
// of the Open XML format.
func readArchive(a *archive, lim Limits) (*Book, error) {
	switch {
	case a.has("xl/workbook.bin"):
		return nil, &fault{code: "B117"}
	case a.hasUnder("xl/"):
	case a.hasUnder("word/"):
		return nil, &fault{code: "B116"}
	case a.has("mimetype") && (a.has("content.xml") || a.has("META-INF/manifest.xml")):
		return readODS(a, lim)
	default:
		return nil, &fault{code: "B117"}
	}
	main := "xl/workbook.xml"
	if rels, err := a.relations("", lim); err == nil {
		for _, part := range partsOfKind(rels, "officeDocument") {
			main = part
		}
	} else if a.has("_rels/.rels") {
		return nil, err
	}
	r := &xlsxReader{archive: a, lim: lim, book: &Book{Format: "xlsx"}}
	if err := r.read(main); err != nil {
		return nil, err
	}
	return r.book, a.verifyRest()
}

// xlsxReader reads one workbook of the Open XML format.
type xlsxReader struct {
	archive *archive
	lim     Limits
	book    *Book
	styles  []*Style
	strings []sharedString
	cells   int // so far, over all sheets
}

// sheetEntry is a sheet as the workbook part lists it.
type sheetEntry struct {
	name       string
	visibility Visibility
	relation   string
}

type nameEntry struct{ name, text string }

func (r *xlsxReader) read(main string) error {
	data, err := r.archive.read(main)
	if err != nil {
		return err
	}
	sheets, names, err := r.workbookPart(main, data)
	if err != nil {
		return err
	}
	if len(sheets) == 0 {
		return &fault{code: "B134"}
	}
	if len(sheets) > r.lim.MaxSheets {
		return &fault{code: "B130", args: args{"what": limitSheets, "limit": r.lim.MaxSheets}}
	}
	rels, err := r.archive.relations(main, r.lim)
	if err != nil {
		return err
	}
	r.styles = []*Style{newStyle("", "General")}
	for _, part := range partsOfKind(rels, "styles") {
		if r.styles, err = r.readStyles(part); err != nil {
			return err
		}
	}
	for _, part := range partsOfKind(rels, "sharedStrings") {
		// A book without any text may name a part it does not have; a cell that
		// needs the part says so.
		if r.archive.has(part) {
			if r.strings, err = r.readStrings(part); err != nil {
				return err
			}
		}
	}
	seen := map[string]bool{}
	for _, s := range sheets {
		rel, ok := rels[s.relation]
		if !ok || rel.target == "" {
			return &fault{code: "B122", sheet: viet.Clean(s.name), args: args{"part": s.relation}}
		}
		if rel.kind != "worksheet" {
			continue // a chart, dialog or macro sheet has no cells to report
		}
		if seen[partKey(rel.target)] {
			return &fault{code: "B124", sheet: viet.Clean(s.name), args: args{"found": rel.target}}
		}
		seen[partKey(rel.target)] = true
		if err := r.readSheet(s, rel.target); err != nil {
			return err
		}
	}
	r.book.Names = r.names(names)
	return nil
}

// partsOfKind lists the parts of one kind, at most one in a sound file.
func partsOfKind(rels map[string]relation, kind string) []string {
	var parts []string
	for _, rel := range rels {
		if rel.kind == kind && rel.target != "" {
			parts = append(parts, rel.target)
		}
	}
	slices.Sort(parts)
	return parts[:min(len(parts), 1)]
}

func (r *xlsxReader) workbookPart(part string, data []byte) (sheets []sheetEntry, names []nameEntry, err error) {
	x, err := newLexer(part, data, r.lim, r.archive.guard)
	if err != nil {
		return nil, nil, err
	}
	if err := x.root("workbook"); err != nil {
		return nil, nil, err
	}
	err = x.children(func(name string) error {
		switch name {
		case "workbookPr":
			r.book.Date1904 = x.attrTrue("date1904")
		case "sheets":
			return x.children(func(name string) error {
				if name != "sheet" {
					return nil
				}
				s := sheetEntry{name: x.attrText("name")}
				switch x.attrText("state") {
				case "hidden":
					s.visibility = Hidden
				case "veryHidden":
					s.visibility = VeryHidden
				}
				for _, a := range x.attrs {
					if a.prefix != nil && string(a.local) == "id" {
						s.relation = string(unescapeAttribute(a.value))
					}
				}
				sheets = append(sheets, s)
				return nil
			})
		case "definedNames":
			return x.children(func(name string) error {
				if name != "definedName" {
					return nil
				}
				n := nameEntry{name: x.attrText("name")}
				text, err := x.textContent(nil)
				n.text = string(text)
				names = append(names, n)
				return err
			})
		}
		return nil
	})
	if err != nil {
		return nil, nil, err
	}
	return sheets, names, x.finish()
}

// names keeps the defined names that stand for one cell or range of a sheet.
func (r *xlsxReader) names(entries []nameEntry) []Name {
	sheets := make(map[string]string, len(r.book.Sheets))
	for _, s := range r.book.Sheets {
		sheets[strings.ToLower(s.Name)] = s.Name
	}
	var names []Name
	for _, e := range entries {
		bang := strings.LastIndexByte(e.text, '!')
		if bang < 0 {
			continue
		}
		sheet := strings.TrimPrefix(strings.TrimSpace(e.text[:bang]), "=")
		if n := len(sheet); n >= 2 && sheet[0] == '\'' && sheet[n-1] == '\'' {
			sheet = strings.ReplaceAll(sheet[1:n-1], "''", "'")
		}
		name, known := sheets[strings.ToLower(sheet)]
		rng, ok := parseRange(strings.ReplaceAll(strings.TrimSpace(e.text[bang+1:]), "$", ""))
		if known && ok {
			names = append(names, Name{Name: e.name, Sheet: name, Range: rng})
		}
	}
	return names
}

const (
	maxRow = 1 << 20
	maxCol = 1 << 14
)

// parseRef reads an address such as "E7".
func parseRef[T string | []byte](s T) (row, col int, ok bool) {
	i := 0
	for i < len(s) && i < 4 {
		c := s[i] | 0x20
		if c < 'a' || c > 'z' {
			break
		}
		col = col*26 + int(c-'a') + 1
		i++
	}
	if i == 0 || i == len(s) || len(s)-i > 7 || s[i] == '0' {
		return 0, 0, false
	}
	for ; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, 0, false
		}
		row = row*10 + int(s[i]-'0')
	}
	return row, col, row <= maxRow && col <= maxCol
}

func parseRange(s string) (Range, bool) {
	first, last, two := strings.Cut(s, ":")
	if !two {
		last = first
	}
	r1, c1, ok1 := parseRef(first)
	r2, c2, ok2 := parseRef(last)
	return Range{min(r1, r2), min(c1, c2), max(r1, r2), max(c1, c2)}, ok1 && ok2
}
