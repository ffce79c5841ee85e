// Package xlsx reads workbooks of the Open XML format (.xlsx, .xlsm), as Excel has
// saved them since 2007.
package xlsx

import (
	"cmp"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/ooxml"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// Read reads a workbook. A damaged part, even one that holds no cells, refuses it.
func Read(a *ooxml.Archive) (*workbook.Book, error) {
	main := "xl/workbook.xml"
	if rels, err := a.Relations(""); err == nil {
		main = cmp.Or(rels.Part("officeDocument"), main)
	} else if a.Has("_rels/.rels") {
		return nil, err
	}
	r := &reader{Archive: a, book: &workbook.Book{Format: "xlsx"}}
	if err := r.read(main); err != nil {
		return nil, err
	}
	return r.book, a.VerifyRest()
}

// reader reads one workbook.
type reader struct {
	*ooxml.Archive
	book    *workbook.Book
	styles  []*workbook.Style
	strings []sharedString
	cells   int // so far, over all sheets

	palette  palette
	byLook   map[look]*workbook.Style
	looks    map[*workbook.Style]look
	spreads  map[*workbook.Style]bool // of texts centred over the blank cells beside them; nil for none
	overlays []overlay                // that rules lay over the looks of cells, by their number
}

// sheetEntry is a sheet as the workbook part lists it.
type sheetEntry struct {
	name       string
	visibility workbook.Visibility
	relation   string
}

type nameEntry struct{ name, text string }

func (r *reader) read(main string) error {
	data, err := r.Read(main)
	if err != nil {
		return err
	}
	sheets, names, err := r.workbookPart(main, data)
	if err != nil {
		return err
	}
	if len(sheets) == 0 {
		return workbook.Refuse("B134", nil)
	}
	if len(sheets) > r.Guard.MaxSheets {
		return workbook.TooMuch(workbook.LimitSheets, r.Guard.MaxSheets)
	}
	rels, err := r.Relations(main)
	if err != nil {
		return err
	}
	r.byLook, r.looks = map[look]*workbook.Style{}, map[*workbook.Style]look{}
	r.palette = palette{reader: r, theme: rels.Part("theme")}
	plain, err := r.style(look{code: "General", font: font{color: black}, ground: white})
	if err != nil {
		return err
	}
	r.styles = []*workbook.Style{plain}
	if part := rels.Part("styles"); part != "" && r.Has(part) { // a number that needs it says so
		if r.styles, err = r.readStyles(part); err != nil {
			return err
		}
	}
	// A book without any text may name a part it does not have; a cell that needs
	// the part says so.
	if part := rels.Part("sharedStrings"); part != "" && r.Has(part) {
		if r.strings, err = r.readStrings(part); err != nil {
			return err
		}
	}
	seen := map[string]bool{}
	for _, s := range sheets {
		if s.relation == "" {
			continue // of a module of Excel 95 the name alone is left
		}
		rel := rels.ByID(s.relation)
		if rel == nil || rel.Target == "" {
			return workbook.Refuse("B122", diag.Args{"part": s.relation}).At(viet.Clean(s.name), "")
		}
		if rel.Kind != "worksheet" {
			continue // a chart, dialog or macro sheet has no cells to report
		}
		if seen[ooxml.PartKey(rel.Target)] {
			return workbook.Refuse("B124", diag.Args{"found": rel.Target}).At(viet.Clean(s.name), "")
		}
		seen[ooxml.PartKey(rel.Target)] = true
		if err := r.readSheet(s, rel.Target); err != nil {
			return err
		}
	}
	if len(r.book.Sheets) == 0 {
		return workbook.Refuse("B134", nil)
	}
	r.book.Names = r.definedNames(names)
	return nil
}

func (r *reader) workbookPart(part string, data []byte) (sheets []sheetEntry, names []nameEntry, err error) {
	x, err := ooxml.NewScanner(part, data, r.Guard)
	if err != nil {
		return nil, nil, err
	}
	if err := x.Root("workbook"); err != nil {
		return nil, nil, err
	}
	r.book.Unproven = true
	err = x.Children(func(name string) error {
		switch name {
		case "workbookPr":
			r.book.Date1904 = x.AttrTrue("date1904")
		case "calcPr":
			r.book.Stale = x.AttrTrue("fullCalcOnLoad") || x.AttrTrue("forceFullCalc") ||
				x.AttrText("calcMode") == "manual"
			// Excel says which of its versions calculated; LibreOffice says how it does.
			r.book.Unproven = x.AttrText("calcId") == "" && x.AttrText("iterateCount") == ""
		case "sheets":
			return x.Children(func(name string) error {
				if name != "sheet" {
					return nil
				}
				s := sheetEntry{name: x.AttrText("name")}
				switch x.AttrText("state") {
				case "hidden":
					s.visibility = workbook.Hidden
				case "veryHidden":
					s.visibility = workbook.VeryHidden
				}
				for _, a := range x.Attrs {
					if a.Prefix != nil && string(a.Local) == "id" {
						s.relation = string(ooxml.Unescape(a.Value))
					}
				}
				sheets = append(sheets, s)
				return nil
			})
		case "definedNames":
			return x.Children(func(name string) error {
				if name != "definedName" {
					return nil
				}
				n := nameEntry{name: x.AttrText("name")}
				text, err := x.TextContent(nil)
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
	return sheets, names, x.Finish()
}

// definedNames keeps the defined names that stand for one cell or range of a sheet.
func (r *reader) definedNames(entries []nameEntry) []workbook.Name {
	sheets := make(map[string]string, len(r.book.Sheets))
	for _, s := range r.book.Sheets {
		sheets[strings.ToLower(s.Name)] = s.Name
	}
	var names []workbook.Name
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
		rng, ok := workbook.ParseRange(strings.ReplaceAll(strings.TrimSpace(e.text[bang+1:]), "$", ""))
		if known && ok {
			names = append(names, workbook.Name{Name: e.name, Sheet: name, Range: rng})
		}
	}
	return names
}
