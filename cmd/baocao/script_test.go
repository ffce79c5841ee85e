package main

import (
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"baocao/internal/app"
	"baocao/internal/delivery/deliverytest"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"baocao": main})
}

// TestScripts runs what users run: each script is headed by what a user saw.
func TestScripts(t *testing.T) {
	example, err := filepath.Abs("../../examples/kien-an-2022")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"edit": edit, "mailserver": mailServer, "letters": letters},
		Setup: func(env *testscript.Env) error {
			env.Values["mail"] = new(*deliverytest.Server)
			env.Setenv("BAOCAO_LANG", "vi")
			env.Setenv("NO_COLOR", "1")
			env.Setenv("GOGC", "400") // short runs: a third less time
			for _, name := range []string{app.ResolutionFile, app.OfficeFile, "quyet-dinh-so-lieu.toml"} {
				data, err := os.ReadFile(filepath.Join(example, name))
				if err != nil {
					return err
				}
				path := filepath.Join(env.WorkDir, "kien-an", name)
				if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
					return err
				}
				if err := os.WriteFile(path, data, 0o644); err != nil {
					return err
				}
			}
			return os.CopyFS(filepath.Join(env.WorkDir, "kien-an", app.DropDir),
				os.DirFS(filepath.Join(example, app.DropDir)))
		},
	})
}

// edit puts a text in the place of another: edit FILE OLD NEW, \n for the end of a line.
func edit(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("edit FILE OLD NEW")
	}
	lines := strings.NewReplacer(`\n`, "\n")
	was, old := ts.ReadFile(args[0]), lines.Replace(args[1])
	if strings.Count(was, old) != 1 {
		ts.Fatalf("%s has %q %d times", args[0], old, strings.Count(was, old))
	}
	now := strings.Replace(was, old, lines.Replace(args[2]), 1)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(now), 0o644))
}

// scripted is a script as a mail server for tests knows tests.
type scripted struct{ *testscript.TestScript }

func (scripted) Helper()             {}
func (s scripted) Fatal(args ...any) { s.Fatalf("%s", fmt.Sprint(args...)) }
func (s scripted) Cleanup(f func())  { s.Defer(f) }

// mailServer starts a mail server that the program trusts, in the place of any before:
// mailserver [refuse=ADDRESS | drop=EVENT]... Its port is $SMTP_PORT.
func mailServer(ts *testscript.TestScript, neg bool, args []string) {
	day := deliverytest.Day{Refuse: map[string]string{}}
	for _, a := range args {
		switch key, value, _ := strings.Cut(a, "="); key {
		case "refuse":
			day.Refuse[value] = "no such user"
		case "drop":
			day.At = func(e deliverytest.Event, conn net.Conn) error {
				if string(e) != value {
					return nil
				}
				time.Sleep(time.Second / 10) // what was said arrives before the end does
				_ = conn.Close()
				return io.ErrUnexpectedEOF
			}
		default:
			ts.Fatalf("mailserver does not know %s", a)
		}
	}
	server := deliverytest.New(scripted{ts}, day)
	file := ts.MkAbs("may-chu.pem")
	ts.Check(os.WriteFile(file, server.PEM, 0o644))
	ts.Setenv("SSL_CERT_FILE", file)
	if was := ts.Getenv("SMTP_PORT"); was != "" {
		edit(ts, false, []string{"kien-an/" + app.OfficeFile, "port = " + was, "port = " + strconv.Itoa(server.Port)})
	}
	ts.Setenv("SMTP_PORT", strconv.Itoa(server.Port))
	*ts.Value("mail").(**deliverytest.Server) = server
}

// letters compares the number of letters that the server took, and lays them beside as
// letter-1.eml: letters COUNT.
func letters(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("letters COUNT")
	}
	all := (*ts.Value("mail").(**deliverytest.Server)).Letters()
	for i, l := range all {
		about := fmt.Sprintf("X-From: %s\nX-To: %s\n", l.From, strings.Join(l.To, " "))
		ts.Check(os.WriteFile(ts.MkAbs(fmt.Sprintf("letter-%d.eml", i+1)), append([]byte(about), l.Data...), 0o644))
	}
	if strconv.Itoa(len(all)) != args[0] {
		ts.Fatalf("%d letters arrived, want %s", len(all), args[0])
	}
}
