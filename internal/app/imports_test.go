package app_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// room is a package and what of this module it may import.
type room struct{ pkg, imports string }

// rooms are the packages of the program, from the ground up: each may import
// rooms above it in this list only, so that there can be no circle and no way
// back from a later stage to an earlier one.
var rooms = []room{
	{"examples", ""}, {"fonts", ""}, {"templates", ""},
	{"viet", ""}, {"quantity", "viet"}, {"diag", ""}, {"document", ""}, {"mishap", ""}, {"disk", "diag"},
	{"lock", "disk"}, {"fileset", "disk"},

	// Files and cells, no meaning yet.
	{"workbook", "diag quantity viet"},
	{"ooxml", "diag mishap workbook"},
	{"workbook/ole", "diag workbook"},
	{"workbook/ole/oletest", "workbook/ole"}, // for tests
	{"workbook/repair", "diag viet workbook"},
	{"workbook/text", "diag quantity viet workbook"},
	{"workbook/webpage", "diag quantity viet workbook workbook/text"},
	{"workbook/xls", "diag viet workbook"},
	{"workbook/docx", "ooxml quantity workbook"},
	{"workbook/ods", "diag ooxml quantity viet workbook"},
	{"workbook/drawing", "ooxml workbook"},
	{"workbook/xlsx", "diag ooxml quantity viet workbook workbook/drawing"},
	{"workbook/xml2003", "diag ooxml quantity viet workbook"},
	{"workbook/xlsb", "diag ooxml viet workbook workbook/drawing"},
	{"workbook/xlsb/xlsbtest", "workbook"}, // for tests
	{"workbook/open", "diag mishap ooxml viet workbook workbook/docx workbook/ods workbook/ole workbook/repair " +
		"workbook/text workbook/webpage workbook/xls workbook/xlsb workbook/xlsx " +
		"workbook/xml2003"},
	{"inbox", "diag disk workbook workbook/open"},

	{"watch", "disk"},

	// What was promised, and by whom; the words for it.
	{"tomlfile", "diag mishap viet"},
	{"form", "tomlfile"},
	{"newyear", "tomlfile viet"},
	{"wording", "diag disk templates tomlfile viet"},
	{"resolution", "diag form quantity viet wording"},
	{"resolution/load", "diag disk form mishap quantity resolution tomlfile viet"},
	{"roster", "diag resolution tomlfile viet workbook"},

	{"draft", "diag quantity resolution roster tomlfile viet workbook"},

	// Cells become observations, observations figures.
	{"returns", "diag quantity resolution viet workbook"},
	{"recognise", "diag quantity resolution returns viet workbook"},
	{"settle", "diag resolution returns viet workbook"},
	{"assess", "diag quantity resolution returns settle viet wording workbook"},

	// Figures become words and files.
	{"compose", "assess diag document form quantity resolution returns viet wording"},
	{"correction", "mishap ooxml returns viet wording workbook workbook/open"},
	{"render/docx", "document form ooxml viet workbook"},
	{"render/flat", "assess diag quantity resolution returns viet"},
	{"render/mail", "resolution viet wording"},
	{"delivery", "diag resolution"},
	{"delivery/deliverytest", ""}, // for tests
	{"render/pdf", "diag document fonts form viet"},
	{"render/result", "assess diag quantity resolution returns settle viet"},
	{"pdffile", ""},
	{"pdffile/pdffiletest", ""},  // for tests
	{"officetest", "resolution"}, // for tests
	{"rollup", "assess diag pdffile quantity render/result resolution returns settle viet workbook workbook/open"},
	{"journal", "assess diag render/result resolution returns settle viet wording"},
	{"render/xlsx", "assess compose correction diag ooxml quantity render/result resolution returns rollup settle " +
		"viet wording workbook"},

	{"app", "assess compose correction delivery diag disk document draft examples fileset inbox journal lock " +
		"mishap newyear ooxml quantity recognise render/docx render/flat render/mail render/pdf render/result " +
		"render/xlsx resolution resolution/load returns rollup roster settle tomlfile viet watch wording " +
		"workbook workbook/open"},
	{"page", "app assess compose diag disk document journal mishap quantity resolution returns roster viet workbook"},
	{"cmd/baocao", "app assess compose delivery diag disk fileset journal mishap page recognise render/result " +
		"resolution returns roster settle viet watch workbook"},
	{"cmd/release", "app compose document render/pdf"},
}

// libraries are the modules of others and who may import them: what one room
// alone knows can be replaced by another library in a day.
var libraries = map[string]string{
	"github.com/BurntSushi/toml":           "tomlfile",
	"github.com/emersion/go-sasl":          "delivery/deliverytest",
	"github.com/emersion/go-smtp":          "delivery/deliverytest",
	"github.com/go-pdf/fpdf":               "render/pdf",
	"github.com/inconshreveable/mousetrap": "cmd/baocao",
	"github.com/klauspost/compress":        "ooxml",
	"github.com/rogpeppe/go-internal":      "", // tests only
	"github.com/spf13/cobra":               "cmd/baocao",
	"github.com/spf13/pflag":               "cmd/baocao",
	"github.com/wneessen/go-mail":          "delivery render/mail",
	"github.com/xuri/excelize/v2":          "render/xlsx workbook/open", // reading: protected files alone
	"github.com/yuin/goldmark":             "compose",
	"github.com/zalando/go-keyring":        "cmd/baocao",
	"golang.org/x/image":                   "render/pdf cmd/release",
	"golang.org/x/net/html":                "workbook/webpage",
	"golang.org/x/sys":                     "disk",
	"golang.org/x/term":                    "cmd/baocao",
	"golang.org/x/text/encoding/charmap":   "viet workbook/open workbook/xls",
	"golang.org/x/text/unicode/norm":       "viet workbook/open workbook/repair workbook/xls",
}

// A package that is not in the list, or imports what the list does not allow,
// has to be thought about first: is this its job, and does what it needs not
// belong further down?
func TestPackagesImportOnlyWhatTheyMay(t *testing.T) {
	t.Parallel()
	const think = "think first whether it belongs there (docs/design.md 6), then change the list in this test"
	imported := importsOf(t, "../..")
	allowed := map[string][]string{}
	for _, r := range rooms {
		imports := strings.Fields(r.imports)
		for _, i := range imports {
			if _, below := allowed[i]; !below {
				t.Errorf("the list lets %s import %s, which does not stand before it", r.pkg, i)
			}
			// A permission nobody uses is one for the next who does not think.
			if imported[r.pkg] != nil && imported[i] != nil && !imported[r.pkg][i] {
				t.Errorf("%s does not import %s any more: take it out of the list", r.pkg, i)
			}
		}
		allowed[r.pkg] = imports
	}
	used := map[string]bool{}
	for _, imports := range imported {
		maps.Copy(used, imports)
	}
	for _, pkg := range slices.Sorted(maps.Keys(imported)) {
		may, known := allowed[pkg]
		if !known {
			t.Errorf("package %s is new: %s", pkg, think)
			continue
		}
		// A reader or renderer that was written and not put into its list.
		if !used[pkg] && !strings.HasPrefix(pkg, "cmd/") && !strings.HasSuffix(pkg, "test") {
			t.Errorf("package %s is used by nothing", pkg)
		}
		for _, i := range slices.Sorted(maps.Keys(imported[pkg])) {
			switch library := libraryOf(i); {
			case library != "":
				if !slices.Contains(strings.Fields(libraries[library]), pkg) {
					t.Errorf("package %s imports %s: %s", pkg, i, think)
				}
			case !slices.Contains(may, i):
				t.Errorf("package %s imports %s: %s", pkg, i, think)
			}
		}
	}
}

// libraryOf is the entry of libraries that an import path belongs to, the path
// itself for a library that is not there, "" for a package of this module.
func libraryOf(imported string) string {
	for l := range libraries {
		if imported == l || strings.HasPrefix(imported, l+"/") {
			return l
		}
	}
	if first, _, _ := strings.Cut(imported, "/"); strings.Contains(first, ".") {
		return imported
	}
	return ""
}

// importsOf are the imports of all packages below a folder, without tests and
// the standard library. Names are short: "assess" for baocao/internal/assess.
func importsOf(t *testing.T, root string) map[string]map[string]bool {
	t.Helper()
	short := func(p string) string { return strings.TrimPrefix(strings.TrimPrefix(p, "baocao/"), "internal/") }
	all := map[string]map[string]bool{}
	tree := os.DirFS(root)
	err := fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata"):
			return fs.SkipDir
		case d.IsDir() || path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		src, err := fs.ReadFile(tree, name)
		if err != nil {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, src, parser.ImportsOnly)
		if err != nil {
			return err
		}
		pkg := short(path.Dir(name))
		if all[pkg] == nil {
			all[pkg] = map[string]bool{}
		}
		for _, spec := range f.Imports {
			p, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if first, _, _ := strings.Cut(p, "/"); first == "baocao" || strings.Contains(first, ".") {
				all[pkg][short(p)] = true
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
