package open

import (
	"context"
	"strings"
	"testing"

	"baocao/internal/workbook"
)

func membersOf(t *testing.T, data []byte) (names string, content map[string]string) {
	t.Helper()
	skip := func(name string) bool { return strings.HasSuffix(name, "Thumbs.db") }
	members, problems, ok := Members(context.Background(), "a.zip", data, workbook.DefaultLimits(), skip)
	if !ok || len(problems) > 0 {
		t.Fatal(ok, problems)
	}
	content = map[string]string{}
	var all []string
	for _, m := range members {
		all = append(all, m.Name)
		content[m.Name] = string(m.Data)
	}
	return strings.Join(all, "|"), content
}

func zipOf(t *testing.T, files ...string) []byte { // name, content, name, content...
	t.Helper()
	var names []string
	content := map[string]string{}
	for i := 0; i < len(files); i += 2 {
		names = append(names, files[i])
		content[files[i]] = files[i+1]
	}
	return pack(t, names, content)
}

func TestTheFilesOfAnArchiveAreFound(t *testing.T) {
	t.Parallel()
	book := string(tiny(""))
	inner := string(zipOf(t, "Nam Sơn.xlsx", book, "Thumbs.db", "x"))
	names, content := membersOf(t,
		zipOf(t, "Bắc Sơn.xlsx", book, "quý 4/trong/x.csv", "a;b", "quý 4/", "", `..\\..\\ra ngoài.csv`, "c",
			"../../../etc/x", "d", "gop.zip", inner))
	want := "Bắc Sơn.xlsx|etc/x|gop.zip/Nam Sơn.xlsx|quý 4/trong/x.csv|ra ngoài.csv"
	if names != want || content["gop.zip/Nam Sơn.xlsx"] != book || content["etc/x"] != "d" {
		t.Errorf("%s, want %s", names, want)
	}
}

func TestAWorkbookIsNoArchiveOfFiles(t *testing.T) {
	t.Parallel()
	for name, data := range map[string][]byte{
		"xlsx": tiny(""), "docx": zipOf(t, "[Content_Types].xml", "", "word/document.xml", ""), "ods": zipOf(t,
			"mimetype", "x", "content.xml", ""),
		"ods without its kind": zipOf(t, "content.xml", "", "META-INF/manifest.xml", ""),
		"numbers":              zipOf(t, "Index/Document.iwa", "", "preview.jpg", "", "Index/Metadata.iwa", ""),
		"numbers in a folder":  zipOf(t, "a.numbers/Index.zip", "", "a.numbers/preview.jpg", ""),
		"pptx":                 zipOf(t, "ppt/presentation.xml", ""), "jar": zipOf(t, "META-INF/MANIFEST.MF", ""),
		"csv": []byte("a;b"), "half a zip": tiny("")[:300], "nothing": nil,
	} {
		if _, _, ok := Members(context.Background(), "a", data, workbook.DefaultLimits(),
			func(string) bool { return false }); ok {
			t.Error(name)
		}
	}
}

// A zip of returns made on a Mac: a document that is a folder there counts as one file.
func TestADocumentThatIsAFolderIsOneMember(t *testing.T) {
	t.Parallel()
	names, _ := membersOf(t, zipOf(t, "gui/a.numbers/Index/Document.iwa", "x", "gui/a.numbers/preview.jpg", "y",
		"gui/a.numbers/Data/b.png", "z", "gui/bac-son.xlsx", string(tiny(""))))
	if names != "gui/a.numbers|gui/bac-son.xlsx" {
		t.Error(names)
	}
}

func TestAnArchiveThatCannotBeOpenedIsNamed(t *testing.T) {
	t.Parallel()
	nested := zipOf(t, "a.csv", "a;b")
	for range 5 {
		nested = zipOf(t, "trong.zip", string(nested))
	}
	damaged := zipOf(t, "a.csv", strings.Repeat("a;b\n", 100))
	damaged[60] ^= 0x55
	locked := zipOf(t, "a.csv", "a;b")
	locked[6] |= 1
	locked[strings.Index(string(locked), "PK\x01\x02")+8] |= 1
	for name, c := range map[string]struct {
		data []byte
		code string
	}{
		"no file in it": {zipOf(t, "Thumbs.db", "x", "trong/", ""), "B134"},
		"too deep":      {nested, "B130"},
		"damaged":       {damaged, "B121"},
		"password":      {locked, "B111"},
	} {
		members, problems, ok := Members(context.Background(), "a.zip", c.data, workbook.DefaultLimits(),
			func(n string) bool { return n == "Thumbs.db" })
		if !ok || members != nil || len(problems) != 1 || problems[0].Code != c.code {
			t.Errorf("%s: %v %d %v", name, ok, len(members), problems)
		}
	}
}

func FuzzMembers(f *testing.F) {
	f.Add(pack(f, []string{"a.csv", "b/c.zip"}, map[string]string{"a.csv": "a;b", "b/c.zip": "PK"}))
	f.Fuzz(func(t *testing.T, data []byte) {
		members, _, _ := Members(context.Background(), "a.zip", data, workbook.DefaultLimits(),
			func(string) bool { return false })
		for _, m := range members {
			if strings.HasPrefix(m.Name, "/") || strings.Contains("/"+m.Name+"/", "/../") {
				t.Fatalf("%q leads out", m.Name)
			}
		}
	})
}
