package ooxml

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"strings"
	"testing"

	"baocao/internal/workbook"
)

func open(t *testing.T, data []byte) *Archive {
	t.Helper()
	a, err := Open(data, workbook.NewGuard(context.Background(), workbook.DefaultLimits()))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// Parts that come in another order make the same file.
func TestTheOrderInWhichPartsAreMadeDoesNotShow(t *testing.T) {
	t.Parallel()
	parts := map[string]string{
		"xl/workbook.xml": "<workbook/>", "_rels/.rels": "<Relationships/>", "docProps/app.xml": "<a/>",
		ContentTypes: `<Types><Override PartName="/b"/><Default Extension="xml"/><Override PartName="/a"></Override>` +
			`</Types>`,
	}
	written := func(names ...string) []byte {
		var out bytes.Buffer
		w := NewWriter(&out)
		for _, name := range names {
			p, err := w.Create(name)
			if err == nil {
				_, err = io.WriteString(p, parts[name])
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	}
	first := written("xl/workbook.xml", "_rels/.rels", "docProps/app.xml", ContentTypes)
	if !bytes.Equal(first, written("docProps/app.xml", ContentTypes, "_rels/.rels", "xl/workbook.xml")) {
		t.Error("another order of parts gave other bytes")
	}
	a := open(t, first)
	var names []string
	for _, f := range a.Files {
		names = append(names, f.Name)
	}
	if got := strings.Join(names, " "); got != "[Content_Types].xml _rels/.rels docProps/app.xml xl/workbook.xml" {
		t.Errorf("parts in the order %s", got)
	}
	types, err := a.Read(ContentTypes)
	if err != nil ||
		string(types) != `<Types><Default Extension="xml"/><Override PartName="/a"></Override>`+
			`<Override PartName="/b"/></Types>` {
		t.Errorf("content types %s, %v", types, err)
	}
}

// What is not changed stays as the sender's program wrote it, down to the packed bytes.
func TestRewritingLeavesTheOtherPartsAlone(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, h := range []*zip.FileHeader{{Name: "a.xml", Method: zip.Store, Comment: "x"},
		{Name: `xl\B.xml`, Method: zip.Deflate}, {Name: "c.bin", Method: zip.Store}} {
		f, err := w.CreateHeader(h)
		if err == nil {
			_, err = io.WriteString(f, "content of "+h.Name)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.SetComment("of the file"); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	a := open(t, out.Bytes())
	data, err := a.Rewrite(map[string][]byte{a.Key("xl/b.xml"): []byte("new")}, []Part{{"d.xml", []byte("added")}})
	if err != nil {
		t.Fatal(err)
	}
	b := open(t, data)
	for name, want := range map[string]string{"a.xml": "content of a.xml", "XL/b.xml": "new",
		"c.bin": "content of c.bin", "d%2Exml": "added"} {
		if got, err := b.Read(name); err != nil || string(got) != want {
			t.Errorf("%s: %q %v, want %q", name, got, err, want)
		}
	}
	if b.Files[0].Method != zip.Store || b.Files[0].Comment != "x" || b.Files[1].Name != `xl\B.xml` ||
		b.comment != "of the file" {
		t.Errorf("other headers than before: %+v", b.Files)
	}
}

func TestRelationsOfAPart(t *testing.T) {
	t.Parallel()
	part := `<x:Relationships xmlns:x="r">` +
		`<x:Relationship Id="rId1" Type="http://a/worksheet" Target="sheets/sheet1.xml"/>` +
		`<x:Relationship Id="rId2" Type="http://a/styles" Target="/xl/styles.xml"></x:Relationship>` +
		`<x:Other Id="rId3"/>` +
		`<x:Relationship Id="rId4" Type="b/link" Target="http://x" TargetMode="External"/>` +
		`<x:Relationship Id="rId1" Type="a/worksheet" Target="..\..\up.xml"/></x:Relationships>`
	x, err := NewScanner("r", []byte(part), workbook.NewGuard(context.Background(), workbook.DefaultLimits()))
	if err != nil {
		t.Fatal(err)
	}
	rels, err := ReadRelations("xl/workbook.xml", x)
	if err != nil || len(rels) != 4 {
		t.Fatal(rels, err)
	}
	if rels[0].Target != "xl/sheets/sheet1.xml" || rels.Part("styles") != "xl/styles.xml" || rels.ByID("rId4").
		Target != "" || rels.ByID("rId3") != nil {
		t.Errorf("%+v", rels)
	}
	if last := rels.ByID("rId1"); last.Target != "up.xml" || rels.Part("worksheet") != "up.xml" ||
		rels.Part("link") != "" {
		t.Errorf("of two with one id: %+v", last)
	}
	if at := rels[1]; part[at.From:at.To] != `<x:Relationship Id="rId2" Type="http://a/styles" `+
		`Target="/xl/styles.xml"></x:Relationship>` {
		t.Errorf("stands at %q", part[at.From:at.To])
	}
}
