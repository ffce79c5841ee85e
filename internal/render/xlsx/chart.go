package xlsx

import (
	"encoding/xml"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"baocao/internal/quantity"
)

// chart is a native chart of bars over cells of the workbook. It is written here and
// not by the library, which leaves the values that programs show before they
// recompute empty, chooses faces of its own, and knows no patterns: bars have to be
// told apart in grey too.
type chart struct {
	from, to place // the cells that it covers, to is the first behind it
	title    string
	says     string // for who does not see it
	lying    bool   // bars to the right, the first category on top
	stacked  bool   // the series on top of each other, else each over the one before
	names    cells  // of the categories
	series   []series
	top      int  // where the axis ends; 0 for by itself
	step     int  // between its lines; 0 for by itself
	legend   bool // which series is which
	numbered bool // bars have their value beside or in them
}

// place is a cell, column and row from 0.
type place struct{ column, row int }

// cells are a range of one row or column and what stands in it.
type cells struct {
	ref    string
	texts  []string
	values []quantity.Number // when they are numbers
}

// series is the bars of one kind.
type series struct {
	name   string
	values cells
	bar    bar
}

// bar is how bars are filled.
type bar struct {
	colour  string
	pattern string // over white; "" for solid
	pale    bool   // text upon it is light
}

// The bars of verdicts: from dark to light, what was missed hatched.
var (
	barExceeded   = bar{colour: "1F4E79", pale: true}
	barMet        = bar{colour: "9DC3E6"}
	barMissed     = bar{colour: "A61C1C", pattern: "wdUpDiag"}
	barNoData     = bar{colour: "FFFFFF"}
	barUnassessed = bar{colour: "7F7F7F", pattern: "pct20"}
	barNotDue     = bar{colour: "D9D9D9"}
)

// draw puts a sheet's charts on it. The library makes the parts and their relations;
// what stands in them is ours.
func (b *book) draw(s *sheet) error {
	if len(s.charts) == 0 {
		return nil
	}
	var anchors strings.Builder
	for i, c := range s.charts {
		if err := b.f.AddChart(s.name, "A1", &excelize.Chart{Type: excelize.Col,
			Series: []excelize.ChartSeries{{Values: c.series[0].values.ref}}}); err != nil {
			return err
		}
		b.charts++
		b.f.Pkg.Store(fmt.Sprintf("xl/charts/chart%d.xml", b.charts), []byte(c.part()))
		anchors.WriteString(c.anchor(i + 1))
	}
	b.drawings++
	drawing := fmt.Sprintf("xl/drawings/drawing%d.xml", b.drawings)
	b.f.Drawings.Delete(drawing)
	b.f.Pkg.Store(drawing, []byte(xml.Header+`<xdr:wsDr xmlns:xdr="`+nsDrawing+`" xmlns:a="`+nsMain+`">`+
		anchors.String()+`</xdr:wsDr>`))
	return nil
}

const (
	nsDrawing   = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
	nsMain      = "http://schemas.openxmlformats.org/drawingml/2006/main"
	nsChart     = "http://schemas.openxmlformats.org/drawingml/2006/chart"
	nsRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
)

// anchor is where the sheet's nth chart stands: over cells, so that it is as wide and
// high as they are in every program.
func (c chart) anchor(n int) string {
	at := func(p place) string {
		return fmt.Sprintf("<xdr:col>%d</xdr:col><xdr:colOff>0</xdr:colOff>"+
			"<xdr:row>%d</xdr:row><xdr:rowOff>0</xdr:rowOff>",
			p.column, p.row)
	}
	return fmt.Sprintf(`<xdr:twoCellAnchor><xdr:from>%s</xdr:from><xdr:to>%s</xdr:to><xdr:graphicFrame macro="">`+
		`<xdr:nvGraphicFramePr><xdr:cNvPr id="%d" name="%s" descr="%s"/><xdr:cNvGraphicFramePr/>`+
		`</xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>`+
		`<a:graphic><a:graphicData uri="%s"><c:chart xmlns:c="%s" xmlns:r="%s" r:id="rId%d"/></a:graphicData>`+
		`</a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`,
		at(c.from), at(c.to), n+1, escaped(c.title), escaped(c.says), nsChart, nsChart, nsRelations, n)
}

// part is the chart's part of the workbook.
func (c chart) part() string {
	var w strings.Builder
	fmt.Fprintf(&w, xml.Header+`<c:chartSpace xmlns:c="%s" xmlns:a="%s" xmlns:r="%s">`, nsChart, nsMain, nsRelations)
	w.WriteString(`<c:date1904 val="0"/><c:lang val="vi-VN"/><c:roundedCorners val="0"/>` +
		`<c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr>` +
		textOf("defRPr", 1100, true) + `</a:pPr><a:r>` +
		textOf("rPr", 1100, true) + `<a:t>` + escaped(c.title) + `</a:t></a:r></a:p></c:rich></c:tx>` +
		`<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>`)
	direction, grouping := "col", "clustered"
	if c.lying {
		direction = "bar"
	}
	if c.stacked {
		grouping = "stacked"
	}
	fmt.Fprintf(&w, `<c:barChart><c:barDir val="%s"/><c:grouping val="%s"/><c:varyColors val="0"/>`,
		direction, grouping)
	for i, s := range c.series {
		c.oneSeries(&w, i, s)
	}
	w.WriteString(`<c:gapWidth val="45"/><c:overlap val="100"/><c:axId val="1001"/><c:axId val="1002"/></c:barChart>`)
	c.axes(&w)
	w.WriteString(`<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>`)
	if c.legend {
		w.WriteString(`<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>`)
	}
	w.WriteString(`<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr>` +
		solid("FFFFFF") + outline(rim) + `</c:spPr><c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>` +
		textOf("defRPr", 1000, false) + `</a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr></c:chartSpace>`)
	return w.String()
}

func (c chart) oneSeries(w *strings.Builder, i int, s series) {
	fmt.Fprintf(w, `<c:ser><c:idx val="%d"/><c:order val="%[1]d"/><c:tx><c:v>%s</c:v></c:tx><c:spPr>%s%s</c:spPr>`+
		`<c:invertIfNegative val="0"/>`, i, escaped(s.name), s.bar.fill(), outline("404040"))
	if c.numbered {
		ink, position := "000000", "ctr"
		switch {
		case !c.stacked:
			position = "outEnd"
		case s.bar.pale:
			ink = "FFFFFF"
		}
		back := ""
		if c.stacked && s.bar.pattern != "" {
			back = `<c:spPr>` + solid("FFFFFF") + `</c:spPr>` // a number on hatching is not read
		}
		fmt.Fprintf(w, `<c:dLbls><c:numFmt formatCode="#,##0;-#,##0;;" sourceLinked="0"/>%s<c:txPr><a:bodyPr/>`+
			`<a:lstStyle/><a:p><a:pPr><a:defRPr sz="900" b="0">%s<a:latin typeface="%s"/></a:defRPr></a:pPr>`+
			`<a:endParaRPr lang="vi-VN"/></a:p></c:txPr><c:dLblPos val="%s"/><c:showLegendKey val="0"/>`+
			`<c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/>`+
			`<c:showBubbleSize val="0"/></c:dLbls>`,
			back, solid(ink), face, position)
	}
	w.WriteString(`<c:cat>`)
	c.names.cache(w)
	w.WriteString(`</c:cat><c:val>`)
	s.values.cache(w)
	w.WriteString(`</c:val></c:ser>`)
}

// axes are the one of the categories and the one of the values.
func (c chart) axes(w *strings.Builder) {
	names, values, order := "b", "l", "minMax"
	if c.lying {
		names, values, order = "l", "t", "maxMin"
	}
	fmt.Fprintf(w, `<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="%s"/></c:scaling><c:delete val="0"/>`+
		`<c:axPos val="%s"/><c:numFmt formatCode="@" sourceLinked="0"/><c:majorTickMark val="none"/>`+
		`<c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>%s</c:spPr><c:crossAx val="1002"/>`+
		`<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>`+
		`<c:noMultiLvlLbl val="1"/></c:catAx>`, order, names, outline("404040"))
	highest, step := "", ""
	if c.top > 0 {
		highest = fmt.Sprintf(`<c:max val="%d"/><c:min val="0"/>`, c.top)
	}
	if c.step > 0 {
		step = fmt.Sprintf(`<c:majorUnit val="%d"/>`, c.step)
	}
	fmt.Fprintf(w, `<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/>%s</c:scaling>`+
		`<c:delete val="0"/><c:axPos val="%s"/><c:majorGridlines><c:spPr>%s</c:spPr></c:majorGridlines>`+
		`<c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>`+
		`<c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr><c:crossAx val="1001"/>`+
		`<c:crosses val="autoZero"/><c:crossBetween val="between"/>%s</c:valAx>`, highest, values, outline(rim), step)
}

// cache is the reference and what stands there: a program that does not recompute
// shows the bars all the same.
func (c cells) cache(w *strings.Builder) {
	kind := "str"
	texts := c.texts
	if c.values != nil {
		kind, texts = "num", nil
		for _, n := range c.values {
			texts = append(texts, n.Plain())
		}
	}
	fmt.Fprintf(w, `<c:%sRef><c:f>%s</c:f><c:%[1]sCache>`, kind, escaped(c.ref))
	if c.values != nil {
		w.WriteString(`<c:formatCode>General</c:formatCode>`)
	}
	fmt.Fprintf(w, `<c:ptCount val="%d"/>`, len(texts))
	for i, t := range texts {
		fmt.Fprintf(w, `<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, i, escaped(t))
	}
	fmt.Fprintf(w, `</c:%sCache></c:%[1]sRef>`, kind)
}

func (b bar) fill() string {
	if b.pattern == "" {
		return solid(b.colour)
	}
	return `<a:pattFill prst="` + b.pattern + `"><a:fgClr><a:srgbClr val="` + b.colour +
		`"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>`
}

func solid(colour string) string {
	return `<a:solidFill><a:srgbClr val="` + colour + `"/></a:solidFill>`
}

func outline(colour string) string { return `<a:ln w="6350">` + solid(colour) + `</a:ln>` }

// textOf is the properties of a text, its size in hundredths of a point.
func textOf(element string, size int, bold bool) string {
	weight := 0
	if bold {
		weight = 1
	}
	return fmt.Sprintf(`<a:%s lang="vi-VN" sz="%d" b="%d"><a:latin typeface="%s"/></a:%[1]s>`,
		element, size, weight, face)
}

func escaped(s string) string {
	var w strings.Builder
	_ = xml.EscapeText(&w, []byte(s)) // a builder takes everything
	return w.String()
}
