package xlsx

import (
	"archive/zip"
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"
)

// Two clerks who build the same report get the same file, to the last byte.
func TestSameContentGivesTheSameBytes(t *testing.T) {
	var first []byte
	for range 20 {
		f := excelize.NewFile()
		for _, name := range []string{"Một", "Hai", "Ba"} {
			if _, err := f.NewSheet(name); err != nil {
				t.Fatal(err)
			}
			sw, err := f.NewStreamWriter(name)
			if err != nil {
				t.Fatal(err)
			}
			if err := sw.SetRow("A1", []any{name, 12.5}); err != nil {
				t.Fatal(err)
			}
			if err := sw.Flush(); err != nil {
				t.Fatal(err)
			}
		}
		if err := f.AddComment("Sheet1", excelize.Comment{Cell: "A1", Author: "a", Text: "b"}); err != nil {
			t.Fatal(err)
		}
		if err := f.AddChart("Sheet1", "C1", &excelize.Chart{Type: excelize.Col,
			Series: []excelize.ChartSeries{{Values: "Sheet1!$A$1:$A$3"}}}); err != nil {
			t.Fatal(err)
		}
		data, err := save(f, "Bảng thử", origin{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = data
		} else if !bytes.Equal(first, data) {
			t.Fatal("two saves of the same content differ")
		}
	}
	z, err := zip.NewReader(bytes.NewReader(first), int64(len(first)))
	if err != nil {
		t.Fatal(err)
	}
	if z.File[0].Name != "[Content_Types].xml" || z.File[1].Name != "_rels/.rels" {
		t.Errorf("the archive begins with %s, %s", z.File[0].Name, z.File[1].Name)
	}
	f, err := excelize.OpenReader(bytes.NewReader(first))
	if err != nil {
		t.Fatal(err)
	}
	const never = "2000-01-01T00:00:00Z"
	if p, _ := f.GetDocProps(); p.Creator != "baocao" || p.Created != never || p.Modified != never {
		t.Errorf("document properties: %+v", p)
	}
}
