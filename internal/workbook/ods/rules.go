package ods

import (
	"cmp"
	"slices"
	"strings"

	"baocao/internal/ooxml"
	"baocao/internal/workbook"
)

// condition is when a style gives its cells the look of another.
type condition struct {
	when  workbook.Condition
	apply string // the name of a style
}

// ruleMemory is about what a rule and the look that it gives take, in bytes.
const ruleMemory = 512

// condition reads a condition of a cell's style, as programs other than LibreOffice
// keep rules.
func (r *styleReader) condition(st *style) error {
	text := r.attrString(styleSpace, "condition")
	c := condition{when: conditionOf(text, r.attrString(styleSpace, "base-cell-address")),
		apply: r.attrString(styleSpace, "apply-style-name")}
	st.conditions = append(st.conditions, c)
	return r.guard.Use(160 + 2*len(text))
}

// conditionOf reads what both kinds of files say of a condition: "cell-content()=0"
// and "=0", "cell-content-is-between(1,2)" and "between(1,2)",
// "is-true-formula([.A1]>5)" and "formula-is([.A1]>5)".
func conditionOf(text, base string) (c workbook.Condition) {
	at := strings.LastIndexByte(base, '.')
	row, col, ok := workbook.ParseRef([]byte(strings.ReplaceAll(base[at+1:], "$", "")))
	if !ok {
		return c
	}
	formula := func(s string) string { return string(appendFormula(nil, append([]byte("of:="), s...))) }
	text = strings.TrimPrefix(strings.TrimSpace(text), "cell-content()")
	text = strings.Replace(text, "cell-content-is-", "", 1)
	if inner, found := strings.CutSuffix(text, ")"); found {
		name, inner, _ := strings.Cut(inner, "(")
		switch name {
		case "formula-is", "is-true-formula":
			return workbook.Condition{Formula: formula(inner), Row: row, Col: col}
		case "between", "not-between":
			from, to, _ := strings.Cut(inner, ",")
			c = workbook.Condition{Operator: "between", Terms: [2]string{formula(from), formula(to)}, Row: row,
				Col: col}
			if name != "between" {
				c.Operator = "notBetween"
			}
			return c
		}
	}
	for sign, operator := range map[string]string{"<=": "<=", ">=": ">=", "!=": "<>", "<": "<", ">": ">", "=": "="} {
		rest, found := strings.CutPrefix(text, sign)
		if found && !(len(sign) == 1 && strings.HasPrefix(rest, "=")) {
			return workbook.Condition{Operator: operator, Terms: [2]string{formula(rest)}, Row: row, Col: col}
		}
	}
	return c
}

// conditionalFormats reads the rules of a sheet as LibreOffice keeps them.
func (s *sheetReader) conditionalFormats() error {
	return s.Children(func(name string) error {
		if name != "conditional-format" {
			return nil
		}
		var ranges []workbook.Range
		for rest := s.attrString(calcextSpace, "target-range-address"); rest != ""; {
			address := ""
			address, rest, _ = cutUnquoted(rest, ' ')
			if _, r, ok := parseRange(address); ok {
				ranges = append(ranges, r)
			}
		}
		add := func(when workbook.Condition, overlay style) error {
			s.rules = append(s.rules, workbook.Rule{Ranges: ranges, Priority: len(s.rules), Stop: true, When: when,
				Look: len(s.overlays)})
			s.overlays = append(s.overlays, overlay)
			return s.guard.Use(ruleMemory + 32*len(ranges))
		}
		return s.Children(func(name string) error {
			switch name {
			case "condition":
				text := s.attrString(calcextSpace, "value")
				if err := s.guard.Use(2 * len(text)); err != nil {
					return err
				}
				shown := s.attrString(calcextSpace, "apply-style-name")
				overlay, _ := s.styles.chain(cmp.Or(s.styles.shownAs[shown], shown))
				return add(conditionOf(text, s.attrString(calcextSpace, "base-cell-address")), overlay)
			case "icon-set", "data-bar":
				shown, given := s.attr(calcextSpace, "show-value")
				hides := given && string(shown) == "false"
				err := s.Children(func(string) error {
					if shown, given := s.attr(calcextSpace, "show-value"); given && string(shown) == "false" {
						hides = true
					}
					return nil
				})
				if err != nil || !hides {
					return err
				}
				s.rules = append(s.rules, workbook.Rule{Ranges: ranges, Priority: -1, Look: -1,
					When: workbook.Condition{Always: true}})
				return s.guard.Use(ruleMemory + 32*len(ranges))
			}
			return nil
		})
	})
}

// dress gives the cells the looks of the rules.
func (s *sheetReader) dress() error {
	if len(s.rules) == 0 {
		if err := s.rulesOfStyles(); err != nil {
			return err
		}
	}
	if len(s.rules) == 0 {
		return nil
	}
	return s.book.Dress(s.sheet, s.rules, s.guard, func(style *workbook.Style, looks []int) workbook.Style {
		k := s.styles.keys[style]
		signOnly := false
		for _, n := range looks {
			if n < 0 {
				k.code, signOnly = ";;;", true
				continue
			}
			o := &s.overlays[n]
			if o.look.color != "" {
				k.color = o.look.color
			}
			if o.look.struck != open {
				k.struck = o.look.struck == yes
			}
			if o.look.placed {
				k.script = o.look.script
			}
			if o.ground != "" {
				k.ground = o.ground
			}
			if o.format != "" && !signOnly {
				k.code = s.styles.code(o.format)
			}
		}
		return *k.style()
	})
}

// rulesOfStyles makes rules of the conditions in the styles of cells.
func (s *sheetReader) rulesOfStyles() error {
	places := map[string][]workbook.Range{}
	for i := range s.sheet.Cells {
		c := &s.sheet.Cells[i]
		if maps := s.styles.keys[c.Style].maps; maps != "" {
			places[maps] = append(places[maps], workbook.RangeOf(c.Row, c.Col, c.Row, c.Col))
			if err := s.guard.Use(32); err != nil {
				return err
			}
		}
	}
	var names []string
	for name := range places {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		for _, c := range s.styles.styles[styleKey{cellFamily, name}].conditions {
			overlay, _ := s.styles.chain(c.apply)
			s.rules = append(s.rules, workbook.Rule{Ranges: places[name], Priority: len(s.rules), Stop: true,
				When: c.when, Look: len(s.overlays)})
			s.overlays = append(s.overlays, overlay)
			if err := s.guard.Use(ruleMemory); err != nil {
				return err
			}
		}
	}
	return nil
}

// settings reads how the workbook is shown and calculated.
func (r *reader) settings(a *ooxml.Archive) error {
	data, err := a.Read("settings.xml")
	if err != nil {
		return err
	}
	defer r.guard.Release(len(data))
	if ooxml.IsBlank(data) {
		return nil
	}
	x, err := ooxml.NewScanner("settings.xml", data, r.guard)
	if err != nil {
		return err
	}
	if err := x.Root("document-settings"); err != nil {
		return err
	}
	if err := r.settingItems(x, "", false); err != nil {
		return err
	}
	return x.Finish()
}

// settingItems reads settings; those of one sheet stand under its name.
func (r *reader) settingItems(x *ooxml.Scanner, sheet string, named bool) error {
	return x.Children(func(kind string) error {
		name := ""
		for _, a := range x.Attrs {
			if string(a.Local) == "name" {
				name = string(ooxml.Unescape(a.Value))
			}
		}
		switch kind {
		case "settings", "config-item-set", "config-item-map-indexed":
			return r.settingItems(x, sheet, false)
		case "config-item-map-named":
			return r.settingItems(x, sheet, true)
		case "config-item-map-entry":
			if named {
				return r.settingItems(x, name, false)
			}
			return r.settingItems(x, sheet, false)
		case "config-item":
			if name != "ShowZeroValues" && name != "AutoCalculate" {
				return nil
			}
			text, err := x.TextContent(nil)
			isOff := string(text) == "false"
			if name == "AutoCalculate" {
				r.book.Stale = r.book.Stale || isOff
				return err
			}
			if _, known := r.hidesZeros[sheet]; known { // the view says it before the workbook says what it was
				return err
			}
			r.hidesZeros[sheet] = isOff
			if err != nil {
				return err
			}
			return r.guard.Use(64 + len(sheet))
		}
		return nil
	})
}

// settleZeros tells the sheets that show no zeros.
func (r *reader) settleZeros() {
	for _, s := range r.book.Sheets {
		s.HidesZeros = r.hidesZeros[""] || r.hidesZeros[s.Name]
	}
}
