package form

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"baocao/internal/tomlfile"
)

// reader fills a profile from a file, which has to say all of it and nothing else. A
// pointer stands for what a profile may do without.
type reader struct {
	file  *tomlfile.File
	wrong []string
}

func read(file *tomlfile.File, p *Profile) error {
	r := &reader{file: file}
	r.table(file.Values, "", reflect.ValueOf(p).Elem())
	if r.wrong != nil {
		return fmt.Errorf("%s", strings.Join(r.wrong, "; "))
	}
	return nil
}

func (r *reader) say(path, format string, args ...any) {
	r.wrong = append(r.wrong, fmt.Sprintf("line %d: %s %s", r.file.Line(path), path, fmt.Sprintf(format, args...)))
}

// table fills a struct from a table.
func (r *reader) table(values map[string]any, path string, into reflect.Value) {
	known := map[string]bool{}
	r.fields(values, path, into, known)
	for _, key := range slices.Sorted(maps.Keys(values)) {
		if !known[key] {
			r.say(tomlfile.Join(path, key), "is not known")
		}
	}
}

func (r *reader) fields(values map[string]any, path string, into reflect.Value, known map[string]bool) {
	for i := range into.NumField() {
		field := into.Field(i)
		kind := into.Type().Field(i)
		if kind.Anonymous {
			r.fields(values, path, field, known)
			continue
		}
		key := kind.Tag.Get("toml")
		known[key] = true
		value, there := values[key]
		switch {
		case there:
			r.value(value, tomlfile.Join(path, key), field)
		case field.Kind() != reflect.Pointer && key != "own":
			r.say(tomlfile.Join(path, key), "is lacking")
		}
	}
}

func (r *reader) value(value any, path string, into reflect.Value) {
	fits := true
	switch to := into.Addr().Interface().(type) {
	case *string:
		*to, fits = value.(string)
	case *bool:
		*to, fits = value.(bool)
	case *int:
		var n int64
		n, fits = value.(int64)
		*to = int(n)
	case *float64:
		*to, fits = number(value)
	case *Span:
		*to, fits = span(value)
	case *Style:
		*to, fits = style(value)
	case *Align:
		var s string
		s, fits = value.(string)
		*to = Align(s)
		fits = fits && slices.Contains([]Align{Left, Centre, Right, Justify}, *to)
	case *[]string:
		var list []any
		list, fits = value.([]any)
		*to = make([]string, len(list))
		for i, e := range list {
			s, is := e.(string)
			(*to)[i], fits = s, fits && is
		}
	default:
		fits = r.tables(value, path, into)
	}
	if !fits {
		r.say(path, "cannot be %v", value)
	}
}

// tables fills what is a table itself, or a list of them.
func (r *reader) tables(value any, path string, into reflect.Value) bool {
	switch into.Kind() {
	case reflect.Slice:
		list, fits := value.([]map[string]any)
		into.Set(reflect.MakeSlice(into.Type(), len(list), len(list)))
		for i, t := range list {
			r.table(t, fmt.Sprintf("%s[%d]", path, i), into.Index(i))
		}
		return fits
	case reflect.Pointer:
		into.Set(reflect.New(into.Type().Elem()))
		into = into.Elem()
	}
	t, fits := value.(map[string]any)
	if fits {
		r.table(t, path, into)
	}
	return fits
}

func number(value any) (float64, bool) {
	switch n := value.(type) {
	case int64:
		return float64(n), true
	case float64:
		return n, true
	}
	return 0, false
}

// span is a value that the rules fix, 14, or one chosen from those they allow:
// { is = 14, least = 14, most = 15 }.
func span(value any) (Span, bool) {
	if n, ok := number(value); ok {
		return Span{n, n, n}, true
	}
	t, ok := value.(map[string]any)
	var s Span
	for key, v := range t { // into fields
		n, is := number(v)
		ok = ok && is
		switch key {
		case "is":
			s.Is = n
		case "least":
			s.Least = n
		case "most":
			s.Most = n
		default:
			ok = false
		}
	}
	return s, ok
}

// Holds reports that a value lies within what is allowed.
func (s Span) Holds(v float64) bool { return v >= s.Least && (s.Most == 0 || v <= s.Most) }

func style(value any) (Style, bool) {
	text, ok := value.(string)
	var s Style
	for _, word := range strings.Fields(text) {
		switch word {
		case "bold":
			s.Bold = true
		case "italic":
			s.Italic = true
		case "underlined":
			s.Underlined = true
		case "capitals":
			s.Capitals = true
		case "plain":
		default:
			ok = false
		}
	}
	return s, ok && text != ""
}
