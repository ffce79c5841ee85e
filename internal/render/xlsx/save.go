// Package xlsx writes the workbooks of the office: blank forms, the annex and
// the workbook of figures. It is the only importer of excelize's writing side.
package xlsx

import (
	"bytes"
	"fmt"
	"io"
	"time"

	"github.com/xuri/excelize/v2"

	"baocao/internal/ooxml"
	"baocao/internal/resolution"
	"baocao/internal/viet"
)

// origin is what a workbook says of itself. One without is somebody else's content:
// its texts are left as he typed them, with the marks that a program puts at them.
type origin struct {
	subject, office string
	day             viet.Date // the report's or the plan's, never the clock's
}

// reported is the origin of what shows figures.
func reported(p *resolution.Plan) origin { return origin{p.Report.Title, p.Office.Issuer, p.On()} }

// planned is the origin of what asks for figures: it is the same whenever the
// report is dated.
func planned(p *resolution.Plan) origin {
	day := p.Resolution.Date
	if day.IsZero() {
		day = viet.Date{Year: p.Resolution.Year, Month: 1, Day: 1}
	}
	return origin{p.Report.Title, p.Office.Issuer, day}
}

func (o origin) created() time.Time {
	if o.day.IsZero() {
		return time.Time{}
	}
	return time.Date(o.day.Year, time.Month(o.day.Month), o.day.Day, 0, 0, 0, 0, time.UTC)
}

// save writes a workbook so that the same content gives the same bytes, and that
// every program opens it; see finisher. Rows, texts and links are those of b, nil
// where the library has them.
func save(f *excelize.File, title string, from origin, b *book) ([]byte, error) {
	fail := func(err error) ([]byte, error) { return nil, fmt.Errorf("xlsx: write: %w", err) }
	if err := f.SetAppProps(&excelize.AppProperties{Application: "Microsoft Excel", Company: from.office}); err != nil {
		return fail(err)
	}
	// Values are there for who shows a file without computing; who can, computes anew.
	if err := f.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: new(true)}); err != nil {
		return fail(err)
	}
	if _, err := f.GetStyle(0); err != nil { // the library reads its styles when they are asked for
		return fail(err)
	}
	var out bytes.Buffer
	f.SetZipWriter(func(io.Writer) excelize.ZipWriter { // straight to its place, not by way of two copies
		z := &finisher{Writer: ooxml.NewWriter(&out), ours: from != origin{},
			styles: len(f.Styles.CellXfs.Xf),
			core: ooxml.Properties{Title: title, Subject: from.subject, Author: from.office,
				Created: from.created()}.Core()}
		if b == nil {
			return z
		}
		z.shared, z.rows, z.files = &b.texts, map[string]*spooled{}, map[string]*links{}
		for n, of := range b.rows {
			z.rows[worksheetPart(n)] = of
			if len(of.links.files) > 0 {
				z.files[relationsPart(n)] = &of.links
			}
		}
		return z
	})
	if err := f.Write(io.Discard); err != nil {
		return fail(err)
	}
	return out.Bytes(), nil
}
