package result_test

import (
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"baocao/internal/render/result"
)

// docs/ket-qua.md and docs/chi-tieu.md are what programs that read the two files are
// written after: they have every field, with its type, in the order of the file.
func TestEveryFieldIsDocumented(t *testing.T) {
	for name, file := range map[string]reflect.Type{
		"ket-qua.md": reflect.TypeFor[result.Result](), "chi-tieu.md": reflect.TypeFor[result.Outgoing]()} {
		page, err := os.ReadFile("../../../docs/" + name)
		if err != nil {
			t.Fatal(err)
		}
		documented := documentedFields(string(page))
		written := map[string][]string{}
		writtenFields(t, written, file)
		for object, fields := range written {
			if !slices.Equal(documented[object], fields) {
				t.Errorf("%s\n%s has\n  %s\nthe file has\n  %s", object, name,
					strings.Join(documented[object], "\n  "), strings.Join(fields, "\n  "))
			}
		}
		for object := range documented {
			if written[object] == nil {
				t.Errorf("%s has %s, which the file does not have", name, object)
			}
		}
	}
}

// documentedFields are the rows of the page, "field: type", by their heading.
func documentedFields(page string) map[string][]string {
	heading := regexp.MustCompile("^### `([^`]+)`$")
	row := regexp.MustCompile("^\\| `([a-z0-9_]+)` \\| ([^|]+) \\|")
	fields := map[string][]string{}
	object := ""
	for line := range strings.Lines(page) {
		line = strings.TrimRight(line, "\r\n")
		if m := heading.FindStringSubmatch(line); m != nil {
			object = m[1]
		} else if m := row.FindStringSubmatch(line); m != nil {
			fields[object] = append(fields[object], m[1]+": "+m[2])
		}
	}
	return fields
}

// writtenFields adds the fields of a struct and of all that it holds.
func writtenFields(t *testing.T, all map[string][]string, object reflect.Type) {
	t.Helper()
	if all[object.Name()] != nil {
		return
	}
	for _, f := range reflect.VisibleFields(object) {
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if f.Anonymous {
			continue // its own fields are visible here
		}
		if name == "" {
			t.Errorf("%s.%s has no name in the file", object.Name(), f.Name)
		}
		kind := kindOf(t, all, f.Type)
		if strings.Contains(options, "omitempty") {
			kind += ", or absent"
		}
		all[object.Name()] = append(all[object.Name()], name+": "+kind)
	}
}

// kindOf is a type in the words of the page.
func kindOf(t *testing.T, all map[string][]string, typ reflect.Type) string {
	t.Helper()
	switch typ.Kind() {
	case reflect.String:
		return "text"
	case reflect.Int:
		return "whole"
	case reflect.Bool:
		return "flag"
	case reflect.Pointer:
		return kindOf(t, all, typ.Elem()) + " or null"
	case reflect.Struct:
		writtenFields(t, all, typ)
		return typ.Name()
	case reflect.Map:
		return "map of " + kindOf(t, all, typ.Elem()) + "s"
	case reflect.Slice:
		if typ.Elem().Kind() == reflect.String {
			return "texts"
		}
		return "list of " + kindOf(t, all, typ.Elem())
	}
	t.Errorf("ket-qua.json has a %s, which the page has no word for", typ)
	return ""
}
