package ods

import (
	"strings"

	"baocao/internal/workbook"
)

// masterPages reads what is printed over and under the pages of each kind.
func (r *reader) masterPages(p *xmlPart) error {
	return p.Children(func(name string) error {
		if name != "master-page" {
			return nil
		}
		kind := p.attrString(styleSpace, "name")
		pg := &page{}
		r.styles.pages[kind] = pg
		if err := r.guard.Use(96 + len(kind)); err != nil {
			return err
		}
		return p.Children(func(name string) error {
			to := &pg.header
			switch {
			case strings.HasPrefix(name, "footer"):
				to = &pg.footer
			case !strings.HasPrefix(name, "header"):
				return nil
			}
			if shown, given := p.attr(styleSpace, "display"); given && string(shown) == "false" {
				return nil
			}
			parts, err := r.margin(p)
			workbook.AddMargin(to, parts...)
			return err
		})
	})
}

// margin reads the parts of a header or footer; its paragraphs outside of any are one.
func (r *reader) margin(p *xmlPart) (parts []workbook.Cell, err error) {
	text := func() *cellText {
		return &cellText{xmlPart: p, styles: p.pageStyles, limit: r.guard.MaxTextLen, noFields: true}
	}
	add := func(t *cellText) error {
		if c, ok := workbook.MarginCell(t.allRuns()); ok {
			parts = append(parts, c)
			return r.guard.Use(256 + 2*len(c.Text))
		}
		return nil
	}
	whole := text()
	err = p.Children(func(name string) error {
		switch name {
		case "p", "h":
			return whole.paragraph()
		case "region-left", "region-center", "region-right":
			t := text()
			err := p.Children(func(name string) error {
				if name != "p" && name != "h" {
					return nil
				}
				return t.paragraph()
			})
			if err != nil {
				return err
			}
			return add(t)
		}
		return nil
	})
	if err == nil {
		err = add(whole)
	}
	return parts, err
}
