package pdf

import (
	"bytes"
	"cmp"
	"crypto/md5"
	"crypto/sha256"
	"fmt"
	"math"
	"slices"
	"unicode/utf16"

	"baocao/internal/document"
)

// standard is the part of PDF/A that a file keeps to.
type standard int

const (
	pdfA3 standard = iota // ISO 19005-3, level B: the file may carry others
	pdfA1                 // ISO 19005-1, level B: for validators that know no other, in tests alone
)

// File is a file that a PDF carries.
type File struct {
	Name string // bare
	MIME string
	Data []byte
	Of   Relation // what it is to the document
	Says string   // what it is, for people
}

// Relation is what a carried file is to the document, in the words of PDF/A-3.
type Relation string

// The relations.
const (
	SourceOf Relation = "Source" // what is shown was made from it
	DataOf   Relation = "Data"   // the figures that are shown, for programs
)

const language = "vi-VN"

// finish makes what the library has written an archived document: its faces, its
// structure, what it says of itself, how it is gone about in, and what it carries.
func finish(data []byte, l *Layout, p *painter, std standard, files []File) ([]byte, error) {
	f, root, info, err := read(data)
	if err != nil {
		return nil, err
	}
	fin := &finisher{file: f, structure: p.structure, layout: l}
	if err := fin.findPages(); err != nil {
		return nil, err
	}
	fonts, err := fin.fonts(p, std)
	if err != nil {
		return nil, err
	}
	const resources = 2 // as the library numbers them
	f.set(resources, []byte("<</Font<<"+fonts+">>"+fin.images(p.images)+">>"))

	fin.resolve()
	annotations, annotated, fields := fin.annotations()
	for i, n := range fin.page {
		value := bytes.TrimSuffix(f.objects[n-1].value, []byte(">>"))
		value = fmt.Appendf(value, "/StructParents %d/Tabs/S", i)
		if len(annotations[i]) > 0 {
			value = fmt.Appendf(value, "/Annots%s", annotations[i])
		}
		f.set(n, append(value, ">>"...))
	}

	says, part, version := writtenOf(l), "3", "1.7"
	if std == pdfA1 {
		part, version, files = "1", "1.4", nil
	}
	f.set(info, []byte(says.info()))
	colours := f.addPacked("/N 3", sRGB())
	catalog := "<</Type/Catalog/Pages 1 0 R/Lang(" + language + ")/MarkInfo<</Marked true>>" +
		"/StructTreeRoot " + ref(fin.tree(annotated)) + "/ViewerPreferences<</DisplayDocTitle true>>" +
		"/Metadata " + ref(f.addStream("/Type/Metadata/Subtype/XML", says.xmp(part))) +
		"/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)" +
		"/Info(sRGB IEC61966-2.1)/DestOutputProfile " + ref(colours) + ">>]" +
		"/PageLabels" + fin.labels()
	if outlines := fin.outline(); outlines > 0 {
		catalog += "/Outlines " + ref(outlines)
	}
	if len(fields) > 0 {
		catalog += fmt.Sprintf("/AcroForm<</Fields%s/SigFlags 1>>", fields)
	}
	f.set(root, []byte(catalog+fin.carry(files, date(says.at))+">>"))
	return f.bytes(version, root, info, std != pdfA1), nil
}

// findPages finds the pages, in their order, and packs what they show.
func (f *finisher) findPages() error {
	for i, o := range f.objects {
		switch {
		case o.dict:
			f.objects[i] = object{dict: true, value: []byte("/Filter/FlateDecode"), stream: f.pack(o.stream)}
		case bytes.HasPrefix(o.value, []byte("<</Type /Page\n")):
			if bytes.Contains(o.value, []byte("/Group")) {
				return errOutput
			}
			f.page = append(f.page, i+1)
		}
	}
	if len(f.page) != len(f.layout.Pages) {
		return errOutput
	}
	return nil
}

// carry adds the files that the document carries and gives the entries of the
// catalogue that name them.
func (f *finisher) carry(files []File, at string) string {
	if len(files) == 0 { // a list of none is a fault
		return ""
	}
	files = slices.SortedFunc(slices.Values(files), func(a, b File) int { return cmp.Compare(a.Name, b.Name) })
	all, names := "", ""
	for _, file := range files {
		dict := fmt.Sprintf("/Type/EmbeddedFile/Subtype%s/Params<</Size %d/ModDate%s/CreationDate%s/CheckSum<%X>>>",
			nameObject(file.MIME), len(file.Data), at, at, md5.Sum(file.Data))
		stream := f.addPacked(dict, file.Data)
		spec := f.add(fmt.Sprintf("<</Type/Filespec/F%[1]s/UF%[1]s/EF<</F %[2]s/UF %[2]s>>"+
			"/AFRelationship/%[3]s/Desc%[4]s>>",
			textString(file.Name), ref(stream), file.Of, textString(file.Says)))
		all += ref(spec) + " "
		names += textString(file.Name) + ref(spec) + " "
	}
	return "/AF[" + all + "]/Names<</EmbeddedFiles<</Names[" + names + "]>>>>"
}

// fonts adds the faces that are used and gives their entries among the resources.
func (f *finisher) fonts(p *painter, std standard) (string, error) {
	entries := ""
	for style := range p.inks {
		ink := &p.inks[style]
		if len(ink.letters) == 0 {
			continue
		}
		n, err := f.font(p.faces.of(document.Style(style)), ink, std)
		if err != nil {
			return "", err
		}
		entries += fmt.Sprintf("/F%d %s", style, ref(n))
	}
	return entries, nil
}

// What a face is like, for programs that have to find another.
const (
	fontSerif, fontSymbolic, fontItalic = 1 << 1, 1 << 2, 1 << 6
)

func (f *finisher) font(face *face, ink *ink, std standard) (int, error) {
	glyphs := make([]uint16, len(ink.letters))
	widths := []byte("[0[0")
	for i, r := range ink.letters {
		glyphs[i] = face.glyph[r]
		widths = fmt.Appendf(widths, " %d", face.advance[r])
	}
	program, err := face.outlines.subset(glyphs)
	if err != nil {
		return 0, err
	}
	o := face.outlines
	base := subsetTag(program) + "+" + face.name
	stem, flags := 80, fontSerif|fontSymbolic
	if face.bold {
		stem = 140
	}
	if o.italic != 0 {
		flags |= fontItalic
	}
	more := ""
	if std == pdfA1 { // the later parts need no list of the glyphs
		set := make([]byte, len(ink.letters)/8+1)
		for i := range len(ink.letters) + 1 {
			set[i/8] |= 0x80 >> (i % 8)
		}
		more = "/CIDSet " + ref(f.addPacked("", set))
	}
	descriptor := f.add(fmt.Sprintf("<</Type/FontDescriptor/FontName/%s/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle %d"+
		"/Ascent %d/Descent %d/CapHeight %d/StemV %d/FontFile2 %s%s>>",
		base, flags, o.box[0], o.box[1], o.box[2], o.box[3],
		int(math.Round(o.italic)), o.ascent, o.descent, o.capHeight, stem,
		ref(f.addPacked(fmt.Sprintf("/Length1 %d", len(program)), program)), more))
	descendant := f.add(fmt.Sprintf("<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)"+
		"/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/FontDescriptor %s/DW 0/W%s]]>>",
		base, ref(descriptor), widths))
	return f.add(fmt.Sprintf("<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H"+
		"/DescendantFonts[%s]/ToUnicode %s>>",
		base, ref(descendant), ref(f.addPacked("", toUnicode(ink.letters))))), nil
}

// subsetTag marks the name of a face as that of a part of it: six letters, the same
// for the same part.
func subsetTag(program []byte) string {
	sum := sha256.Sum256(program)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag)
}

// toUnicode says which letter each glyph is, from 1 on.
func toUnicode(letters []rune) []byte {
	out := []byte("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n" +
		"/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n")
	const most = 100 // in one list
	for from := 0; from < len(letters); from += most {
		these := letters[from:min(from+most, len(letters))]
		out = fmt.Appendf(out, "%d beginbfchar\n", len(these))
		for i, r := range these {
			out = fmt.Appendf(out, "<%04X><", from+i+1)
			for _, u := range utf16.Encode([]rune{r}) {
				out = fmt.Appendf(out, "%04X", u)
			}
			out = append(out, ">\n"...)
		}
		out = append(out, "endbfchar\n"...)
	}
	return append(out, "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n"...)
}
