package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

// What holds of the repository as a whole, whatever package one works in.

const repository = "../.."

// longest is the width of a Go line, a tab counted as four columns.
const longest = 120

// The messages of internal/diag/catalogue*.go are texts, not code, and may be longer.
func TestLinesFitTheScreen(t *testing.T) {
	eachGoFile(t, func(path, text string) {
		if strings.HasPrefix(path, "internal/diag/catalogue") {
			return
		}
		n := 0
		for line := range strings.Lines(text) {
			n++
			line = strings.TrimRight(line, "\r\n")
			if width := utf8.RuneCountInString(line) + 3*strings.Count(line, "\t"); width > longest {
				t.Errorf("%s:%d has %d columns, %d are allowed", path, n, width, longest)
			}
		}
	})
}

// eachGoFile calls f with every Go file of the repository.
func eachGoFile(t *testing.T, f func(path, text string)) {
	t.Helper()
	err := filepath.WalkDir(repository, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") && path != repository):
			return fs.SkipDir
		case d.IsDir() || !strings.HasSuffix(path, ".go"):
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		inside, err := filepath.Rel(repository, path)
		if err != nil {
			return err
		}
		f(filepath.ToSlash(inside), string(data))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// The glossary says what a Vietnamese word is called in the code: those names exist.
func TestGlossaryNamesExist(t *testing.T) {
	page, err := os.ReadFile(filepath.Join(repository, "docs", "glossary.md"))
	if err != nil {
		t.Fatal(err)
	}
	declared := map[string]bool{}
	eachGoFile(t, func(path, text string) {
		if !strings.HasSuffix(path, "_test.go") {
			file, err := parser.ParseFile(token.NewFileSet(), path, text, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			declare(declared, file)
		}
	})
	names := regexp.MustCompile("`([a-z]+\\.[A-Z][A-Za-z.]*)`").FindAllStringSubmatch(string(page), -1)
	if len(names) < 30 {
		t.Fatalf("the glossary has %d names", len(names))
	}
	for _, name := range names {
		if !declared[name[1]] {
			t.Errorf("the glossary names %s, which is not in the code", name[1])
		}
	}
}

// declare notes what a file declares: "package.Name", and a type's fields and
// methods as "package.Type.Name".
func declare(declared map[string]bool, file *ast.File) {
	in := file.Name.Name + "."
	for _, d := range file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			receiver := ""
			if d.Recv != nil {
				of := d.Recv.List[0].Type
				if pointer, ok := of.(*ast.StarExpr); ok {
					of = pointer.X
				}
				if id, ok := of.(*ast.Ident); ok {
					receiver = id.Name + "."
				}
			}
			declared[in+receiver+d.Name.Name] = true
		case *ast.GenDecl:
			for _, s := range d.Specs {
				switch s := s.(type) {
				case *ast.ValueSpec:
					for _, id := range s.Names {
						declared[in+id.Name] = true
					}
				case *ast.TypeSpec:
					declared[in+s.Name.Name] = true
					if object, ok := s.Type.(*ast.StructType); ok {
						for _, f := range object.Fields.List {
							for _, id := range f.Names {
								declared[in+s.Name.Name+"."+id.Name] = true
							}
						}
					}
				}
			}
		}
	}
}
