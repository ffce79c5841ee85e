package wording

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"baocao/templates"
)

const root = "../.."

// program calls see with each file of the program itself, by its path in the tree.
func program(t *testing.T, see func(file string, set *token.FileSet, f *ast.File)) {
	t.Helper()
	files := 0
	for _, dir := range []string{"cmd", "internal"} {
		err := filepath.WalkDir(filepath.Join(root, dir), func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") ||
				strings.HasSuffix(path.Dir(name), "test") { // a package for tests
				return err
			}
			data, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			rel, err := filepath.Rel(root, name)
			if err != nil {
				return err
			}
			set := token.NewFileSet()
			f, err := parser.ParseFile(set, rel, data, parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			files++
			see(filepath.ToSlash(rel), set, f)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if files < 100 {
		t.Fatalf("only %d files were found", files)
	}
}

// literal is the text of a string or letter in the source.
func literal(n ast.Node) (string, bool) {
	l, ok := n.(*ast.BasicLit)
	if !ok || l.Kind != token.STRING && l.Kind != token.CHAR {
		return "", false
	}
	s, err := strconv.Unquote(l.Value)
	return s, err == nil
}

// vietnameseIn are the places where Vietnamese words may stand in code, and why.
// A place is a folder or a file.
var vietnameseIn = map[string]string{
	"internal/diag":                   "the catalogue of messages",
	"internal/viet":                   "the letters and words of the language",
	"internal/quantity":               "words of units of measurement, as people type them",
	"internal/recognise":              "words that the headings of tables are known by",
	"internal/draft":                  "words that resolutions are read by, and the plan written from them",
	"internal/roster":                 "words that lists of units are known by, and the office file written from them",
	"internal/returns":                "words that forms and marked copies are known by, for good",
	"internal/resolution":             "targets, verdicts, questions; what is wrong with a plan, beside its English",
	"internal/workbook":               "what is wrong with a file, beside its English",
	"internal/settle/edition.go":      "words in names of files that tell versions apart",
	"internal/settle/settle.go":       "what a file's name said, as a reason in a decision",
	"internal/app/answer.go":          "the answers of forms, as a decision writes them",
	"cmd/baocao/answer.go":            "a person's name in an example",
	"internal/compose/markdown.go":    "how a place is marked that somebody has to write",
	"internal/compose/sentence.go":    "how names of measures begin in a resolution",
	"internal/compose/change.go":      "words by which names of measures tell a change",
	"internal/compose/clause.go":      "words of names of measures that tell how the sentence goes on",
	"internal/compose/conclusion.go":  "how a target names last year, to be named by its number",
	"internal/compose/check.go":       "what a text says of a figure, beside its English",
	"internal/compose/narrative.go":   "how a text names an indicator",
	"internal/render/pdf/glue.go":     "words that a line may not end behind, or begins with best",
	"internal/render/pdf/face.go":     "letters that programs put for others",
	"internal/render/xlsx/letters.go": "letters by their width",
	"internal/render/docx/head.go":    "the word before a date, which a title keeps with it",
	"internal/wording/own.go":         "words that the head of an own paragraph's file is known by",
	"cmd/baocao/kept.go":              "a person's name in an example",
}

// Whatever an output prints stands in the templates or in the catalogue, where
// it can be changed without a programmer.
func TestVietnameseWordsStandInTheTemplates(t *testing.T) {
	used := map[string]bool{}
	program(t, func(file string, set *token.FileSet, f *ast.File) {
		for place := range vietnameseIn {
			if file == place || strings.HasPrefix(file, place+"/") {
				used[place] = used[place] || hasVietnamese(f)
				return
			}
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if s, ok := literal(n); ok && isVietnamese(s) {
				t.Errorf("%s: %q belongs into templates/tu-ngu or the catalogue of messages", set.Position(n.Pos()), s)
			}
			return true
		})
	})
	for place := range vietnameseIn {
		if !used[place] {
			t.Errorf("%s has no Vietnamese words any more: take it off the list", place)
		}
	}
}

func hasVietnamese(f *ast.File) bool {
	found := false
	ast.Inspect(f, func(n ast.Node) bool {
		s, ok := literal(n)
		found = found || ok && isVietnamese(s)
		return !found
	})
	return found
}

// isVietnamese reports letters with diacritics.
func isVietnamese(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r > unicode.MaxASCII && unicode.IsLetter(r) })
}

// Every key in the source has a text, every text is used, and every value that
// is given fills a placeholder of it.
func TestKeysTextsAndPlaceholdersAgree(t *testing.T) {
	texts := embedded().texts
	if len(texts) < 200 {
		t.Fatalf("only %d texts were read", len(texts))
	}
	var stems []string
	for _, name := range textFiles() {
		stems = append(stems, strings.TrimSuffix(path.Base(name), ".toml"))
	}
	isKey := regexp.MustCompile(`^(` + strings.Join(stems, "|") + `)(\.[a-z]+(-[a-z]+)*)+$`)
	used := map[string]bool{}
	filled := map[string]string{} // where a key's placeholders are given, by key
	program(t, func(file string, set *token.FileSet, f *ast.File) {
		groups := map[ast.Node]bool{}
		ast.Inspect(f, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				if called(call) == "Texts" {
					group, _ := literal(call.Args[0])
					groups[call.Args[0]] = true
					for _, arg := range call.Args[1:] {
						name, _ := literal(arg)
						used[group+"."+name] = true
						if placeholder().MatchString(texts[group+"."+name]) {
							t.Errorf("%s: %s.%s has placeholders that nobody fills", set.Position(n.Pos()), group, name)
						}
					}
				}
				if called(call) == "Periodic" { // fills the time of the report itself
					for _, arg := range call.Args[:2] {
						if key, ok := literal(arg); ok {
							filled[key], used[key] = set.Position(n.Pos()).String(), true
						}
					}
					return true
				}
				for i, arg := range call.Args {
					if key, ok := literal(arg); ok && isKey.MatchString(key) && !groups[arg] {
						given, literally := argsOf(call.Args[i+1:])
						if literally {
							checkFilled(t, set.Position(n.Pos()).String(), key, texts[key], given)
							filled[key] = set.Position(n.Pos()).String()
						}
					}
				}
			}
			if key, ok := literal(n); ok && isKey.MatchString(key) && !groups[n] {
				used[key] = true
			}
			return true
		})
	})
	for key := range used {
		if _, ok := texts[key]; !ok {
			t.Errorf("%s has no text", key)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(texts)) {
		if !used[key] {
			t.Errorf("%s is not used", key)
		}
		if placeholder().MatchString(texts[key]) && filled[key] == "" && !filledElsewhere[key] {
			t.Errorf("nobody fills the placeholders of %s", key)
		}
	}
}

// filledElsewhere are texts whose values do not stand beside their key.
var filledElsewhere = map[string]bool{
	"ky.ten.luy-ke": true, "ky.ten.quy": true, "ky.ten.thang": true, // one or another
	"thu.bao-cao.chu-de": true, "thu.bao-cao.chu-de-du-thao": true, // one or the other
	"thu.nhac.kinh-gui": true, // from one list of values
	// The ends of a sentence, one of which is chosen.
	"bao-cao.ket-luan.vuot": true, "bao-cao.ket-luan.vuot-diem": true, "bao-cao.ket-luan.vuot-phan-tram": true,
	"bao-cao.ket-luan.dat": true, "bao-cao.ket-luan.dat-uoc": true, "bao-cao.ket-luan.dat-ke-hoach": true,
	"bao-cao.ket-luan.bang-ke-hoach": true, "bao-cao.ket-luan.khong-dat": true,
	"bao-cao.ket-luan.khong-dat-phan-tram": true, "bao-cao.ket-luan.thap-hon-diem": true,
	"bao-cao.ket-luan.cao-hon-diem": true, "bao-cao.ket-luan.cham": true, "bao-cao.cau.bang-truoc": true,
	"bao-cao.cau.truoc": true, "bao-cao.cau.so-voi-truoc": true, "bao-cao.bai.khong-dat": true,
	"bao-cao.bai.thap-hon": true, "bao-cao.bai.cao-hon": true, "bao-cao.bai.moi-bang": true,
	"bao-cao.bai.chua-vuot": true, "bao-cao.bai.chi-bang": true,
	"bao-cao.ket-luan.chua-vuot-muc": true, "bao-cao.ket-luan.chua-duoi-muc": true,
	"bao-cao.ket-luan.duoi-muc": true, "bao-cao.ket-luan.duoi-muc-diem": true,
	"bao-cao.menh-de.co": true, "bao-cao.menh-de.con": true, "bao-cao.menh-de.ty-le-con": true,
	"bao-cao.menh-de.dat": true, "bao-cao.menh-de.uoc-dat": true, "bao-cao.dem.khong-dat": true,
	"bao-cao.dem.chua-so-lieu": true, "bao-cao.dem.chua-danh-gia": true,
}

func called(call *ast.CallExpr) string {
	if sel, ok := call.Fun.(*ast.SelectorExpr); ok {
		return sel.Sel.Name
	}
	return ""
}

// argsOf are the names in a literal wording.Args among the arguments.
func argsOf(args []ast.Expr) (names []string, literally bool) {
	for _, arg := range args {
		list, ok := arg.(*ast.CompositeLit)
		if !ok {
			continue
		}
		sel, ok := list.Type.(*ast.SelectorExpr)
		if !ok || sel.Sel.Name != "Args" {
			continue
		}
		for _, e := range list.Elts {
			if name, ok := literal(e.(*ast.KeyValueExpr).Key); ok {
				names = append(names, "{"+name+"}")
			}
		}
		return names, true
	}
	return nil, false
}

func checkFilled(t *testing.T, at, key, text string, given []string) {
	t.Helper()
	for _, p := range placeholder().FindAllString(text, -1) {
		if !slices.Contains(given, p) {
			t.Errorf("%s: %s is not given its %s", at, key, p)
		}
	}
	for _, g := range given {
		if !strings.Contains(text, g) {
			t.Errorf("%s: %s has no %s", at, key, g)
		}
	}
}

// The program's own words are read without being decoded, and say what an office's copy of
// them says.
func TestOwnWordsAreWhatTheirFilesSay(t *testing.T) {
	t.Parallel()
	count := 0
	for _, name := range textFiles() {
		data, err := fs.ReadFile(templates.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		texts, fault := parseTexts(name, string(data))
		if fault != nil {
			t.Fatal(name, fault)
		}
		for key, want := range texts {
			if got, known := embedded().texts[key]; !known || !want.ok || got != want.text {
				t.Errorf("%s: %q, want %q", key, got, want.text)
			}
		}
		count += len(texts)
	}
	if n := len(embedded().texts); n != count || n == 0 {
		t.Errorf("%d texts, want %d", n, count)
	}
}
