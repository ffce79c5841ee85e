package diag

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The source of the module is held against the catalogue: what is said exists,
// gets its arguments, and what exists is said. Types are checked without a
// build; what comes from other modules stays unknown, and nothing here needs it.

const module = "baocao"

var (
	isCode    = regexp.MustCompile(`^B\d{3}$`)
	anyCode   = regexp.MustCompile(`\bB\d{3}\b`)
	wantsCode = regexp.MustCompile(`^B\d{3}\b|\bB\d{3}@`) // "B407", "B402 B407", "2.value=faulty B240@A1"
)

// catalogue is what the checker knows of the texts: the arguments of each code
// and key.
type catalogue map[string]map[string]bool

func wholeCatalogue() catalogue {
	c := catalogue{}
	for _, e := range slices.Concat(allProblems()...) {
		c[e.Code] = arguments(e.What, e.OfCell, e.Fix, e.SenderFix, e.PageFix)
		for _, v := range e.Values { // printed as candidates
			c[e.Code][v] = true
		}
	}
	for _, p := range slices.Concat(allPhrases()...) {
		c[p.key] = arguments(Text{p.vi, p.en})
	}
	return c
}

func arguments(texts ...Text) map[string]bool {
	args := map[string]bool{}
	for _, t := range texts {
		for _, a := range placeholder.FindAllString(t.Vi+t.En, -1) {
			args[strings.Trim(a, "{}")] = true
		}
	}
	return args
}

// wording is a function that hands one of its parameters on as a code or key.
type wording struct {
	key     int // the parameter's index
	args    int // that of its Args; -1 when it takes none
	prefix  string
	adds    map[string]bool // arguments it gives by itself
	unknown bool            // and others
}

// checker reads the source of a module, by path of the file.
type checker struct {
	texts    catalogue
	fset     *token.FileSet
	files    map[string][]*ast.File // by import path
	packages map[string]*types.Package
	info     *types.Info
	wordings map[types.Object]wording
	returns  map[types.Object][]ast.Expr // first results of each function
	used     map[string]bool
	problems []string
}

// check returns what is wrong, a line each.
func check(files map[string]string, texts catalogue) []string {
	c := &checker{
		texts: texts, fset: token.NewFileSet(), files: map[string][]*ast.File{}, packages: map[string]*types.Package{},
		info: &types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{},
			Uses: map[*ast.Ident]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{}},
		wordings: map[types.Object]wording{}, returns: map[types.Object][]ast.Expr{}, used: map[string]bool{},
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		f, err := parser.ParseFile(c.fset, name, files[name], parser.SkipObjectResolution)
		if err != nil {
			return []string{err.Error()}
		}
		dir := path.Join(module, path.Dir(name))
		c.files[dir] = append(c.files[dir], f)
	}
	for dir := range c.files {
		c.Import(dir)
	}
	c.learn()
	for _, dir := range slices.Sorted(maps.Keys(c.files)) {
		for _, f := range c.files[dir] {
			c.literals(f)
			functions(f, func(_ types.Object, fn *function) { c.calls(fn) }, c.info)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(texts)) {
		if !c.used[strings.TrimPrefix(key, onPage)] {
			c.problems = append(c.problems, key+" is never used")
		}
	}
	return c.problems
}

func (c *checker) problem(at ast.Node, format string, args ...any) {
	c.problems = append(c.problems, fmt.Sprintf("%s: ", c.fset.Position(at.Pos()))+fmt.Sprintf(format, args...))
}

// Import checks a package of the module; others are empty.
func (c *checker) Import(dir string) (*types.Package, error) {
	if p := c.packages[dir]; p != nil {
		return p, nil
	}
	files, ours := c.files[dir]
	if !ours {
		p := types.NewPackage(dir, path.Base(dir))
		p.MarkComplete()
		c.packages[dir] = p
		return p, nil
	}
	config := types.Config{Importer: c, Error: func(error) {}, FakeImportC: true}
	p, _ := config.Check(dir, c.fset, files, c.info) // errors are what is unknown of other modules
	c.packages[dir] = p
	return p, nil
}

func (c *checker) isArgs(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Pkg() == c.packages[module+"/internal/diag"] && named.Obj().Name() == "Args"
}

// function is a function with a body, declared or written in place.
type function struct {
	node   ast.Node
	params []*ast.Ident
	body   *ast.BlockStmt
}

// functions calls f for each function of a file; object is nil for one without
// a name.
func functions(file *ast.File, f func(object types.Object, fn *function), info *types.Info) {
	named := map[*ast.FuncLit]types.Object{}
	ast.Inspect(file, func(n ast.Node) bool {
		var typ *ast.FuncType
		fn := &function{node: n}
		var object types.Object
		switch n := n.(type) {
		case *ast.AssignStmt:
			for i, right := range n.Rhs {
				if lit, ok := right.(*ast.FuncLit); ok && len(n.Lhs) == len(n.Rhs) {
					if id, ok := n.Lhs[i].(*ast.Ident); ok {
						named[lit] = info.Defs[id]
					}
				}
			}
			return true
		case *ast.FuncDecl:
			typ, fn.body, object = n.Type, n.Body, info.Defs[n.Name]
		case *ast.FuncLit:
			typ, fn.body, object = n.Type, n.Body, named[n]
		default:
			return true
		}
		for _, field := range typ.Params.List {
			fn.params = append(fn.params, field.Names...)
		}
		if fn.body != nil {
			f(object, fn)
		}
		return true
	})
}

// learn finds the functions that hand a code or key on, until no more are found.
func (c *checker) learn() {
	if p := c.packages[module+"/internal/diag"]; p != nil {
		c.wordings[p.Scope().Lookup("Say")] = wording{key: 0, args: 1}
		c.wordings[p.Scope().Lookup("New")] = wording{key: 0, args: 2}
	}
	for known := -1; known != len(c.wordings); {
		known = len(c.wordings)
		for _, files := range c.files {
			for _, f := range files {
				functions(f, c.learnFrom, c.info)
			}
		}
	}
}

func (c *checker) learnFrom(object types.Object, fn *function) {
	if object == nil {
		return
	}
	param := func(e ast.Expr) int {
		id, ok := e.(*ast.Ident)
		if !ok {
			return -1
		}
		used := c.info.Uses[id]
		return slices.IndexFunc(fn.params, func(p *ast.Ident) bool { return used != nil && c.info.Defs[p] == used })
	}
	adds := map[string]bool{}
	ast.Inspect(fn.body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			if len(n.Results) > 0 {
				c.returns[object] = append(c.returns[object], n.Results[0])
			}
		case *ast.AssignStmt:
			if at, ok := n.Lhs[0].(*ast.IndexExpr); ok && c.isArgs(c.info.TypeOf(at.X)) {
				adds[c.constant(at.Index)] = true
			}
		}
		return true
	})
	ast.Inspect(fn.body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		w, ok := c.wording(call)
		if !ok || w.key >= len(call.Args) {
			return true
		}
		out := wording{args: -1, prefix: w.prefix, adds: maps.Clone(w.adds), unknown: w.unknown}
		if out.adds == nil {
			out.adds = map[string]bool{}
		}
		maps.Copy(out.adds, adds)
		key := call.Args[w.key]
		if sum, ok := key.(*ast.BinaryExpr); ok && c.constant(sum.X) != "" {
			out.prefix += c.constant(sum.X)
			key = sum.Y
		}
		if out.key = param(key); out.key < 0 {
			return true
		}
		if w.args >= 0 && w.args < len(call.Args) {
			out.args = param(call.Args[w.args])
		}
		if out.args < 0 && w.args >= 0 { // it makes them itself
			given, more, known := c.given(fn, call.Args[w.args])
			maps.Copy(out.adds, given)
			maps.Copy(out.adds, more)
			out.unknown = !known
		}
		c.wordings[object] = out
		return true
	})
}

// wording is the called function, when it takes a code or key. Of a function
// that is handed around the type has to tell.
func (c *checker) wording(call *ast.CallExpr) (wording, bool) {
	var object types.Object
	switch f := call.Fun.(type) {
	case *ast.Ident:
		object = c.info.Uses[f]
	case *ast.SelectorExpr:
		object = c.info.Uses[f.Sel]
	}
	if w, ok := c.wordings[object]; ok && object != nil {
		return w, true
	}
	if _, variable := object.(*types.Var); !variable {
		return wording{}, false
	}
	signature, ok := c.info.TypeOf(call.Fun).(*types.Signature)
	if !ok {
		return wording{}, false
	}
	w := wording{key: -1, args: -1}
	for i := range signature.Params().Len() {
		t := signature.Params().At(i).Type()
		if basic, ok := t.(*types.Basic); ok && basic.Kind() == types.String && w.key < 0 {
			w.key = i
		}
		if c.isArgs(t) {
			w.args = i
		}
	}
	return w, w.key >= 0 && w.args >= 0
}

// constant is the text of a constant expression; "" when it is none.
func (c *checker) constant(e ast.Expr) string {
	if v := c.info.Types[e].Value; v != nil && v.Kind() == constant.String {
		return constant.StringVal(v)
	}
	return ""
}

// literals looks at every string of a file: a code has to exist, and is not
// compared with.
func (c *checker) literals(f *ast.File) {
	compared := map[ast.Expr]bool{}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.BinaryExpr:
			if n.Op.Precedence() == token.EQL.Precedence() {
				compared[n.X], compared[n.Y] = true, true
			}
		case *ast.CaseClause:
			for _, e := range n.List {
				compared[e] = true
			}
		case *ast.BasicLit:
			text, err := strconv.Unquote(n.Value)
			switch _, exists := c.texts[text]; {
			case n.Kind != token.STRING || err != nil:
			case isCode.MatchString(text) && compared[n]:
				c.problem(n, "%s is compared with: ask its entry", text)
			case isCode.MatchString(text) && !exists:
				c.problem(n, "%s is not in the catalogue", text)
			case exists && !compared[n]:
				c.used[text] = true
			}
		}
		return true
	})
}

// calls looks at what one function says.
func (c *checker) calls(fn *function) {
	ast.Inspect(fn.body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false // looked at by itself
		case *ast.CallExpr:
			if w, ok := c.wording(n); ok && w.key < len(n.Args) {
				var args ast.Expr
				if w.args >= 0 && w.args < len(n.Args) {
					args = n.Args[w.args]
				}
				c.said(fn, n.Args[w.key], args, w)
			}
		case *ast.CompositeLit:
			c.kept(fn, n)
		}
		return true
	})
}

// kept looks at a struct that keeps a code and its arguments until it is told.
func (c *checker) kept(fn *function, lit *ast.CompositeLit) {
	t := c.info.TypeOf(lit)
	if t == nil {
		return
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return
	}
	keeps := false
	for f := range s.Fields() {
		keeps = keeps || c.isArgs(f.Type())
	}
	if !keeps {
		return
	}
	var key, args ast.Expr
	for _, e := range lit.Elts {
		if pair, ok := e.(*ast.KeyValueExpr); ok {
			switch name := pair.Key.(*ast.Ident).Name; {
			case strings.EqualFold(name, "code"):
				key = pair.Value
			case strings.EqualFold(name, "args"):
				args = pair.Value
			}
		}
	}
	if key != nil {
		if args == nil {
			args = ast.NewIdent("nil")
		}
		c.said(fn, key, args, wording{})
	}
}

// said looks at one thing that is said.
func (c *checker) said(fn *function, key, args ast.Expr, w wording) {
	if sum, ok := key.(*ast.BinaryExpr); ok && c.constant(key) == "" {
		if prefix := c.constant(sum.X); prefix != "" {
			c.family(key, w.prefix+prefix)
		}
		return
	}
	keys, all := c.values(fn, key)
	given, more, known := c.given(fn, args)
	taken := map[string]bool{}
	for _, k := range keys {
		k = w.prefix + k
		wants, exists := c.texts[k]
		if !exists {
			c.problem(key, "%s is not in the catalogue", k)
			all = false
			continue
		}
		c.used[k] = true
		maps.Copy(taken, wants)
		for a := range wants {
			if known && !w.unknown && !given[a] && !more[a] && !w.adds[a] {
				c.problem(key, "%s is not given {%s}", k, a)
			}
		}
	}
	_, atCall := args.(*ast.CompositeLit)
	for a := range given {
		if atCall && all && !taken[a] {
			c.problem(args, "%s has no place for %s", strings.Join(keys, ", "), a)
		}
	}
}

// family is used as a whole: one of them is chosen when the program runs.
func (c *checker) family(at ast.Node, prefix string) {
	found := false
	for k := range c.texts {
		if strings.HasPrefix(k, prefix) {
			c.used[k], found = true, true
		}
	}
	if !found {
		c.problem(at, "nothing in the catalogue begins with %s", prefix)
	}
}

// values are the texts an expression can have, as far as they can be told; all
// says that there are no others.
func (c *checker) values(fn *function, e ast.Expr) (values []string, all bool) {
	if text := c.constant(e); text != "" {
		return []string{text}, true
	}
	all = true
	add := func(e ast.Expr) {
		if text := c.constant(e); text != "" {
			values = append(values, text)
		} else if v := c.info.Types[e].Value; v == nil {
			all = false
		}
	}
	switch e := e.(type) {
	case *ast.Ident:
		set, ends := c.assigned(fn, e)
		for _, right := range set {
			add(right)
		}
		for _, v := range slices.Clone(values) {
			for _, end := range ends {
				if _, exists := c.texts[v+end]; exists {
					values = append(values, v+end)
				}
			}
		}
		return values, all && len(set) > 0
	case *ast.CallExpr:
		var object types.Object
		switch f := e.Fun.(type) {
		case *ast.Ident:
			object = c.info.Uses[f]
		case *ast.SelectorExpr:
			object = c.info.Uses[f.Sel]
		}
		for _, result := range c.returns[object] {
			add(result)
		}
		return values, false
	}
	return nil, false
}

// assigned are the expressions a variable is set to, and the constants that are
// put to its end; a nil stands for what cannot be told.
func (c *checker) assigned(fn *function, id *ast.Ident) (out []ast.Expr, ends []string) {
	object := c.info.Uses[id]
	set := func(left, right ast.Expr) {
		if l, ok := left.(*ast.Ident); ok && object != nil && (c.info.Defs[l] == object || c.info.Uses[l] == object) {
			out = append(out, right)
		}
	}
	ast.Inspect(fn.body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for i, left := range n.Lhs {
				switch l, ok := left.(*ast.Ident); {
				case n.Tok == token.ADD_ASSIGN && ok && c.info.Uses[l] == object && c.constant(n.Rhs[i]) != "":
					ends = append(ends, c.constant(n.Rhs[i]))
				case len(n.Lhs) == len(n.Rhs) && n.Tok != token.ADD_ASSIGN:
					set(left, n.Rhs[i])
				default:
					set(left, nil)
				}
			}
		case *ast.ValueSpec:
			for i, left := range n.Names {
				if i < len(n.Values) {
					set(left, n.Values[i])
				}
			}
		}
		return true
	})
	return out, ends
}

// given are the names of the arguments; more are those that are set on the way.
func (c *checker) given(fn *function, args ast.Expr) (given, more map[string]bool, known bool) {
	given, more = map[string]bool{}, map[string]bool{}
	switch e := args.(type) {
	case nil:
		return given, more, true
	case *ast.Ident:
		if e.Name == "nil" {
			return given, more, true
		}
		set, _ := c.assigned(fn, e)
		if len(set) != 1 || set[0] == nil {
			return nil, nil, false
		}
		lit, ok := set[0].(*ast.CompositeLit)
		if !ok {
			return nil, nil, false
		}
		ast.Inspect(fn.body, func(n ast.Node) bool {
			if s, ok := n.(*ast.AssignStmt); ok {
				if at, ok := s.Lhs[0].(*ast.IndexExpr); ok {
					if id, ok := at.X.(*ast.Ident); ok && c.info.Uses[id] == c.info.Uses[e] {
						more[c.constant(at.Index)] = true
					}
				}
			}
			return true
		})
		given, _, known = c.given(fn, lit)
		return given, more, known
	case *ast.CompositeLit:
		for _, elt := range e.Elts {
			pair, ok := elt.(*ast.KeyValueExpr)
			if !ok || c.constant(pair.Key) == "" {
				return nil, nil, false
			}
			given[c.constant(pair.Key)] = true
		}
		return given, more, true
	}
	return nil, nil, false
}

// sources reads the Go files of the module, but for the catalogue itself.
func sources(t *testing.T) (code, tests, scripts map[string]string) {
	t.Helper()
	code, tests, scripts = map[string]string{}, map[string]string{}, map[string]string{}
	root := os.DirFS("../..")
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		into := code
		switch {
		case strings.HasSuffix(name, ".txtar"):
			into = scripts
		case strings.HasSuffix(name, "_test.go"):
			into = tests
		case !strings.HasSuffix(name, ".go"), strings.Contains(name, "/testdata/"),
			strings.HasPrefix(name, "internal/diag/catalogue_"):
			return nil
		}
		data, err := fs.ReadFile(root, name)
		into[name] = string(data)
		return err
	})
	if err != nil || len(code) == 0 || len(tests) == 0 || len(scripts) == 0 {
		t.Fatal(len(code), len(tests), len(scripts), err)
	}
	return code, tests, scripts
}

// Whatever the program says stands in the catalogue and gets its arguments, and
// the catalogue holds nothing else.
func TestWhatIsSaidStandsInTheCatalogue(t *testing.T) {
	code, _, _ := sources(t)
	for _, problem := range check(code, wholeCatalogue()) {
		t.Error(problem)
	}
}

// The checker finds each problem, and nothing in a source without one.
func TestTheCheckerFindsEachFault(t *testing.T) {
	texts := catalogue{
		"B101": {"name": true}, "B102": {}, "trace.total": {}, "trace.role.value": {}, "explain.fix": {"text": true},
	}
	const head = "package x\nimport \"baocao/internal/diag\"\nvar at diag.Position\n"
	const good = `
		func all(role string) {
			diag.New("B101", at, diag.Args{"name": 1})
			diag.New("B102", at, nil)
			say("total", nil)
			say("role."+role, nil)
			line("explain.fix", role)
		}
		func say(key string, args diag.Args) { diag.Say("trace."+key, args) }
		func line(key, text string) { diag.Say(key, diag.Args{"text": text}) }
	`
	for _, c := range []struct{ name, want, source string }{
		{"nothing", "", ""},
		{"a code without an entry", "B199 is not in the catalogue",
			`func f() { diag.New("B199", at, nil) }`},
		{"a code without an entry, kept in a table", "B199 is not in the catalogue",
			`var codes = map[int]string{1: "B199"}`},
		{"a misspelt key", "trace.totl is not in the catalogue",
			`func f() { diag.Say("trace.totl", nil) }`},
		{"a misspelt key of a family", "trace.totl is not in the catalogue",
			`func f() { say("totl", nil) }`},
		{"a family that is not there", "nothing in the catalogue begins with cmd.",
			`func f(s string) { diag.Say("cmd."+s, nil) }`},
		{"an argument is missing", "B101 is not given {name}",
			`func f() { diag.New("B101", at, nil) }`},
		{"an argument is misspelt", "B101 is not given {name}",
			`func f() { diag.New("B101", at, diag.Args{"nam": 1}) }`},
		{"an argument too many", "B102 has no place for name",
			`func f() { diag.New("B102", at, diag.Args{"name": 1}) }`},
		{"through a variable", "B101 is not given {name}",
			`func f(b bool) { code := "B102"; if b { code = "B101" }; diag.New(code, at, nil) }`},
		{"through a result", "trace.totl is not in the catalogue",
			`func f() { diag.Say(key(), nil) }; func key() string { return "trace.totl" }`},
		{"through a function", "B101 is not given {name}",
			`func f() { report("B101") }; func report(code string) { diag.New(code, at, nil) }`},
		{"through a function that knows the argument", "",
			`func f() { report("B101", diag.Args{}) }
			func report(code string, args diag.Args) { args["name"] = 1; diag.New(code, at, args) }`},
		{"through a function that is handed around", "B101 is not given {name}",
			`func f(fault func(string, diag.Args)) { fault("B101", nil) }`},
		{"kept for later", "B101 is not given {name}",
			`type fault struct { code string; args diag.Args }
			func f() any { return &fault{code: "B101"} }`},
		{"a comparison", "B102 is compared with: ask its entry",
			`func f(p diag.Problem) bool { return p.Code == "B102" }`},
		{"a range", "B400 is compared with: ask its entry",
			`func f(p diag.Problem) bool { return p.Code < "B400" }`},
		{"a choice", "B102 is compared with: ask its entry",
			`func f(p diag.Problem) { switch p.Code { case "B102": } }`},
	} {
		t.Run(c.name, func(t *testing.T) {
			problems, err := os.ReadFile("diag.go")
			if err != nil {
				t.Fatal(err)
			}
			files := map[string]string{"internal/diag/diag.go": string(problems), "x/x.go": head + good + c.source}
			found := check(files, texts)
			if c.want == "" && found != nil || c.want != "" && !strings.Contains(strings.Join(found, "\n"), c.want) {
				t.Errorf("found %q, want %q", found, c.want)
			}
		})
	}
}

// An entry that nothing says is one too many.
func TestTheCheckerFindsUnusedEntries(t *testing.T) {
	texts := catalogue{"B101": {}, "B102": {}, "trace.total": {}, "trace.more": {}, "trace.role.value": {}}
	const source = `package x
		import "baocao/internal/diag"
		func f(p diag.Problem, role string) bool {
			diag.New("B101", p.At, nil)
			diag.Say("trace.total", nil)
			diag.Say("trace.role."+role, nil)
			return diag.Say("", nil).Key == "trace.more" // B102: neither a comment nor a comparison says it
		}`
	problems, err := os.ReadFile("diag.go")
	if err != nil {
		t.Fatal(err)
	}
	got := check(map[string]string{"internal/diag/diag.go": string(problems), "x/x.go": source}, texts)
	if want := []string{"B102 is never used", "trace.more is never used"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// Every code is looked for by some test of the module.
func TestEveryCodeIsReachedFromATest(t *testing.T) {
	_, tests, scripts := sources(t)
	reached := map[string]bool{}
	for name, source := range tests {
		maps.Copy(reached, lookedFor(t, name, source))
	}
	for _, source := range scripts {
		maps.Copy(reached, expected(source))
	}
	for _, code := range Codes() {
		if !reached[code] {
			t.Errorf("no test looks for %s", code)
		}
	}
}

// lookedFor are the codes that a test compares something with, or keeps in a
// table of what it wants: strings that begin with a code or have it at a cell.
// What it makes a problem of, prints when it fails, or says in a comment does not count.
func lookedFor(t *testing.T, name, source string) map[string]bool {
	t.Helper()
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, name, source, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	codes := map[string]bool{}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			called := ""
			switch f := n.Fun.(type) {
			case *ast.Ident:
				called = f.Name
			case *ast.SelectorExpr:
				called = f.Sel.Name
			}
			switch called {
			case "New", "Say", "Error", "Errorf", "Fatal", "Fatalf", "Log", "Logf":
				return false
			}
		case *ast.BasicLit:
			text, err := strconv.Unquote(n.Value)
			if err == nil && n.Kind == token.STRING && wantsCode.MatchString(text) {
				for _, code := range anyCode.FindAllString(text, -1) {
					codes[code] = true
				}
			}
		}
		return true
	})
	return codes
}

func TestOnlyWhatATestWantsCounts(t *testing.T) {
	for source, want := range map[string]bool{
		`func f() { if p.Code != "B402" {} }`:            true,
		`var table = []string{"1.value=faulty B402@E7"}`: true,
		`var table = []string{"B401 B402"}`:              true,
		`// B402 is looked for elsewhere`:                false,
		`func f() { t.Error("B402 is not reported") }`:   false,
		`func f() { use(diag.New("B402", at, nil)) }`:    false,
		"var config = `[[silence]]\ncode = \"B402\"`\n":  false,
	} {
		if got := lookedFor(t, "a_test.go", "package a\n"+source)["B402"]; got != want {
			t.Errorf("%s: %t", source, got)
		}
	}
	for line, want := range map[string]bool{"stdout 'Lỗi B402'": true, "! stdout B402": false, "# B402": false} {
		if got := expected(line + "\n")["B402"]; got != want {
			t.Errorf("%s: %t", line, got)
		}
	}
}

// expected are the codes that a script wants printed.
func expected(script string) map[string]bool {
	codes := map[string]bool{}
	for line := range strings.Lines(script) {
		switch verb, _, _ := strings.Cut(line, " "); verb {
		case "stdout", "stderr", "grep":
			for _, code := range anyCode.FindAllString(line, -1) {
				codes[code] = true
			}
		}
	}
	return codes
}
