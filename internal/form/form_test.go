package form

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// Every profile is whole, every value chosen lies in what its rule allows, and every
// table names a source that the profile lists.
func TestProfilesKeepTheirOwnRules(t *testing.T) {
	t.Parallel()
	for _, name := range Names() {
		p, err := Named(name)
		if err != nil {
			t.Fatal(err)
		}
		if p.Title == "" || p.Date == "" {
			t.Errorf("%s has no title or no date", name)
		}
		var ids []string
		for _, s := range p.Sources {
			ids = append(ids, s.ID)
			if s.Title == "" || s.Where == "" {
				t.Errorf("%s: source %s says nothing", name, s.ID)
			}
		}
		spans, origins := 0, 0
		walk(reflect.ValueOf(p).Elem(), name, func(path string, v reflect.Value) {
			switch v := v.Interface().(type) {
			case Span:
				spans++
				if !v.Holds(v.Is) || v.Is <= 0 {
					t.Errorf("%s: %g is not within %g to %g", path, v.Is, v.Least, v.Most)
				}
			case Origin:
				origins++
				if !slices.Contains(ids, v.Source) {
					t.Errorf("%s: source %q is not listed", path, v.Source)
				}
			}
		})
		if spans < 25 || origins < 25 {
			t.Errorf("%s: %d spans, %d origins were looked at", name, spans, origins)
		}
		if len(p.Headings) != 3 {
			t.Errorf("%s: %d headings", name, len(p.Headings))
		}
	}
}

// Our own choices are named by the keys that are there.
func TestOwnChoicesAreKeys(t *testing.T) {
	t.Parallel()
	for _, name := range Names() {
		p, _ := Named(name)
		walk(reflect.ValueOf(p).Elem(), name, func(path string, v reflect.Value) {
			if v.Kind() != reflect.Struct {
				return
			}
			keys := keysOf(v.Type())
			if own := v.FieldByName("Own"); own.IsValid() {
				for _, key := range own.Interface().([]string) {
					if v.Type() != reflect.TypeFor[Origin]() && v.Type() != reflect.TypeFor[Text]() && !keys[key] {
						t.Errorf("%s: own %q is no key", path, key)
					}
				}
			}
		})
	}
}

func keysOf(t reflect.Type) map[string]bool {
	keys := map[string]bool{}
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous {
			for k := range keysOf(f.Type) {
				keys[k] = true
			}
		}
		keys[f.Tag.Get("toml")] = true
	}
	return keys
}

func walk(v reflect.Value, path string, see func(string, reflect.Value)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			walk(v.Elem(), path, see)
		}
	case reflect.Slice:
		for i := range v.Len() {
			walk(v.Index(i), path, see)
		}
	case reflect.Struct:
		see(path, v)
		if v.Type() == reflect.TypeFor[Span]() {
			return
		}
		for i := range v.NumField() {
			walk(v.Field(i), path+"."+v.Type().Field(i).Name, see)
		}
	}
}

// A profile says all that there is to say, in values that mean something, and nothing
// else.
func TestAProfileIsReadStrictly(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("dang-hd36.toml")
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	if _, err := parse("dang-hd36", text); err != nil {
		t.Fatal(err)
	}
	for name, tc := range map[string]struct{ from, to, says string }{
		"a key that is not known":   {"width  = 210", "width  = 210\ncolour = 1", "page.colour is not known"},
		"a key that is lacking":     {"width  = 210\n", "", "page.width is lacking"},
		"a word for a number":       {"width  = 210", "width  = \"210\"", "page.width cannot be 210"},
		"a style that is none":      {`"bold capitals"`, `"fat capitals"`, "cannot be fat capitals"},
		"a span without a number":   {"{ is = 16,", "{ is = \"16\",", "kind.size cannot be"},
		"a place that is none":      {`align   = "justify"`, `align   = "middle"`, "body.align cannot be middle"},
		"a name of another profile": {`"dang-hd36"`, `"dang-hd05"`, "calls itself"},
		"no TOML":                   {"[page]", "[page", "line "},
	} {
		_, err := parse("dang-hd36", strings.Replace(text, tc.from, tc.to, 1))
		if err == nil || !strings.Contains(err.Error(), tc.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Named("dang-hd99"); err == nil {
		t.Error("a profile that is not there was found")
	}
}

// Numbers and symbols, as each kind of body writes them.
func TestNumbersAreWrittenAsTheRulesSay(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct{ profile, number, symbol, joint, want string }{
		{"dang-hd36", "7", "BC/QU", "", "Số 07-BC/QU"},
		{"dang-hd36", "07", "BC/QU", "", "Số 07-BC/QU"},
		{"dang-hd36", "146", "BC/QU", "UBND", "Số 146-BC/QU-UBND"},
		{"dang-hd05", "7a", "BC/ĐU", "", "Số 7a-BC/ĐU"},
		{"nha-nuoc-nd30", "7", "BC-UBND", "", "Số: 07/BC-UBND"},
		{"", "", "BC/QU", "", "Số " + strings.Repeat("\u00A0", 8) + "-BC/QU"},
	} {
		p, err := Named(tc.profile)
		if err != nil {
			t.Fatal(err)
		}
		if got := p.NumberLine(tc.number, tc.symbol, tc.joint); got != tc.want {
			t.Errorf("%+v: %q", tc, got)
		}
	}
}

// A page is bound at the left of its front and the right of its back. Turned, the head
// of its table lies at the binding on fronts, the foot on backs.
func TestTheBoundSide(t *testing.T) {
	t.Parallel()
	p, _ := Named("")
	for _, tc := range []struct {
		turned, back bool
		want         Margins
	}{
		{false, false, Margins{Top: 20, Bottom: 20, Left: 30, Right: 15}},
		{false, true, Margins{Top: 20, Bottom: 20, Left: 15, Right: 30}},
		{true, false, Margins{Top: 30, Bottom: 15, Left: 20, Right: 20}},
		{true, true, Margins{Top: 15, Bottom: 30, Left: 20, Right: 20}},
	} {
		if got := p.Page.Margins(tc.turned, tc.back); got != tc.want {
			t.Errorf("turned %v, back %v: %+v", tc.turned, tc.back, got)
		}
	}
}

// On whose behalf one signs, as the rules write it, however it is typed.
func TestAuthoritiesAreWrittenAsTheRulesSay(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct{ profile, typed, want string }{
		{"dang-hd36", "T/M BAN CHẤP HÀNH", "T/M BAN CHẤP HÀNH"},
		{"dang-hd36", "TM. BAN CHẤP HÀNH", "T/M BAN CHẤP HÀNH"},
		{"dang-hd05", "TM.BAN CHẤP HÀNH", "T/M BAN CHẤP HÀNH"},
		{"dang-hd05", "t/l BAN THƯỜNG VỤ", "T/L BAN THƯỜNG VỤ"},
		{"nha-nuoc-nd30", "T/M ỦY BAN NHÂN DÂN", "TM. ỦY BAN NHÂN DÂN"},
		{"nha-nuoc-nd30", "KT CHỦ TỊCH", "KT. CHỦ TỊCH"},
		{"nha-nuoc-nd30", "Q. CHỦ TỊCH", "Q. CHỦ TỊCH"},
		{"nha-nuoc-nd30", "TM", "TM"},
		{"nha-nuoc-nd30", "", ""},
	} {
		p, err := Named(tc.profile)
		if err != nil {
			t.Fatal(err)
		}
		if got := p.Signature.Rightly(tc.typed); got != tc.want {
			t.Errorf("%s: %q becomes %q", tc.profile, tc.typed, got)
		}
	}
}

func TestADraftSaysWhichItIs(t *testing.T) {
	t.Parallel()
	p, _ := Named("")
	if p.DraftMark(0) != "Dự thảo" || p.DraftMark(2) != "Dự thảo lần 2" {
		t.Error(p.DraftMark(0), p.DraftMark(2))
	}
}

func BenchmarkRead(b *testing.B) {
	for b.Loop() {
		if _, err := open("nha-nuoc-nd30"); err != nil {
			b.Fatal(err)
		}
	}
}
