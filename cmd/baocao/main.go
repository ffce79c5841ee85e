// Command baocao turns the heap of spreadsheets that departments send at year
// end into the judged report of a resolution's indicators.
package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"

	"github.com/inconshreveable/mousetrap"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"baocao/internal/app"
	"baocao/internal/diag"
	"baocao/internal/disk"
	"baocao/internal/fileset"
	"baocao/internal/mishap"
)

// Exit statuses (docs/design.md 3).
const (
	statusOK          = 0
	statusFailed      = 1
	statusUsage       = 2
	statusIncomplete  = 3
	statusInvalidPlan = 4
	statusInterrupted = 130
)

func main() {
	cobra.MousetrapHelpText = "" // Cobra would stop a double-clicked program with a text of its own
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// program is one run of the command line.
type program struct {
	output
	stdin   io.Reader
	json    bool
	strict  bool
	sources bool
	status  int // what a finished command wants to exit with
}

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	context.AfterFunc(ctx, stop) // who asks a second time is not asked to wait
	p := &program{output: newOutput(args, stdout, stderr), stdin: stdin}

	byDoubleClick := len(args) == 0 && mousetrap.StartedByExplorer()
	if byDoubleClick {
		args = []string{"serve", "."}
	}
	root := p.rootCommand()
	root.SetArgs(withFigure(args))
	status := p.exitStatus(execute(ctx, root))
	if byDoubleClick && status != statusOK { // else the window would close before anybody has read why
		p.note(diag.Say("enter", nil))
		_, _ = stdin.Read(make([]byte, 1))
	}
	return status
}

// withFigure puts a figure below zero, which looks like an option, behind what ends them:
// the choice of an answer is the last that it takes.
func withFigure(args []string) []string {
	if !slices.Contains(args, "answer") || slices.Contains(args, "--") {
		return args
	}
	isFigure := func(s string) bool { return len(s) > 1 && s[0] == '-' && s[1] >= '0' && s[1] <= '9' }
	figures := slices.DeleteFunc(slices.Clone(args), func(s string) bool { return !isFigure(s) })
	if len(figures) == 0 {
		return args
	}
	rest := slices.DeleteFunc(slices.Clone(args), isFigure)
	return slices.Concat(rest, []string{"--"}, figures)
}

// execute runs a command. A panic of ours is a failure that is told: the Go runtime would end
// with the status of a command line that cannot be understood.
func execute(ctx context.Context, root *cobra.Command) (err error) {
	defer func() {
		if mishap.Caught(recover()) {
			err = app.Mishap{}
		}
	}()
	return root.ExecuteContext(ctx)
}

func (p *program) rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:           "baocao",
		Short:         p.text("cmd.root.short"),
		SilenceErrors: true,
		SilenceUsage:  true,
		Version:       app.Version(),
		Args:          cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usage("usage.unknown-command", diag.Args{"name": args[0]})
			}
			return cmd.Help()
		},
	}
	root.SetVersionTemplate("baocao {{.Version}}\n")
	root.SetOut(p.stdout)
	root.SetErr(p.stderr)
	root.CompletionOptions.DisableDefaultCmd = true
	flags := root.PersistentFlags()
	flags.StringVar((*string)(&p.lang), "lang", string(p.lang), p.text("flag.lang"))
	flags.Lookup("lang").DefValue = "" // the help would say (default "vi"), in English
	flags.BoolVar(&p.json, "json", false, p.text("flag.json"))
	flags.BoolVarP(&p.quiet, "quiet", "q", false, p.text("flag.quiet"))
	root.PersistentPreRunE = func(cmd *cobra.Command, args []string) error {
		if p.lang != diag.Vi && p.lang != diag.En {
			return usage("usage.lang", diag.Args{"value": string(p.lang)})
		}
		if _, is := cmd.Annotations[quick]; !is {
			makeRoom()
		}
		return nil
	}
	root.SetFlagErrorFunc(flagError)
	root.AddCommand(
		p.initCommand(), p.importCommand(), p.formsCommand(), p.checkCommand(), p.buildCommand(), p.traceCommand(),
		p.inspectCommand(), p.answerCommand(), p.explainCommand(), p.wordsCommand(), p.watchCommand(),
		p.exportCommand(), p.mailCommand(), p.diffCommand(), p.verifyCommand(), p.restoreCommand(),
		p.freezeCommand(), p.unfreezeCommand(), p.rollupCommand(), p.serveCommand(), p.versionCommand(),
	)
	root.InitDefaultHelpCmd()
	p.setHelp(root)
	return root
}

// usageError is a command line that cannot be understood: exit status 2.
type usageError struct{ diag.Message }

func (usageError) Error() string { return "usage" }

func usage(key string, args diag.Args) error { return usageError{diag.Say(key, args)} }

// takes checks the number of arguments of a command.
func takes(least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < least || most >= 0 && len(args) > most {
			return usage("usage.args", diag.Args{"name": cmd.Name(), "use": "baocao " + cmd.Use})
		}
		return nil
	}
}

func flagError(_ *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var noValue *pflag.ValueRequiredError
	var badValue *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		name := unknown.GetSpecifiedName()
		if len(name) == 1 {
			return usage("usage.unknown-flag", diag.Args{"name": "-" + name})
		}
		return usage("usage.unknown-flag", diag.Args{"name": "--" + name})
	case errors.As(err, &noValue):
		return usage("usage.flag-value", diag.Args{"name": "--" + noValue.GetSpecifiedName()})
	case errors.As(err, &badValue):
		return usage("usage.flag-value", diag.Args{"name": "--" + badValue.GetFlag().Name})
	}
	return usage("usage.unknown-flag", diag.Args{"name": strings.TrimSpace(err.Error())})
}

// messageError is a failure with a wording of its own: exit status 1.
type messageError struct{ diag.Message }

func (e messageError) Error() string { return e.Key }

func failed(key string, args diag.Args) error { return messageError{diag.Say(key, args)} }

// exitStatus says what went wrong and turns it into a status.
func (p *program) exitStatus(err error) int {
	var asked usageError
	var message messageError
	var invalid *app.InvalidPlan
	var notFolder *app.NotAFolder
	switch {
	case err == nil:
		return p.status
	case errors.As(err, &asked):
		p.say(diag.Say("fail.usage", diag.Args{"what": asked.Message}))
		return statusUsage
	case errors.As(err, &message):
		p.say(message.Message)
		return statusFailed
	case errors.As(err, &invalid):
		p.problems(p.stderr, invalid.Problems)
		p.say(diag.Say("fail.plan", nil))
		return statusInvalidPlan
	case errors.As(err, &notFolder):
		if _, err := os.Stat(filepath.Join(notFolder.Dir, app.OfficeFile)); err == nil {
			p.say(diag.Say("fail.no-plan", diag.Args{"dir": notFolder.Dir}))
			return statusFailed
		}
		p.say(diag.Say("fail.not-a-folder", diag.Args{"dir": notFolder.Dir}))
		return statusFailed
	case errors.Is(err, context.Canceled):
		p.say(diag.Say("fail.interrupted", nil))
		return statusInterrupted
	case errors.Is(err, app.Mishap{}):
		p.say(diag.Say("fail.mishap", nil))
		return statusFailed
	}
	if told, ok := app.TellFailure(err); ok {
		p.say(told)
		return statusFailed
	}
	var taken *fileset.PlaceTaken
	if errors.As(err, &taken) {
		p.say(diag.Say("fail.not-a-file", diag.Args{"path": shown(taken.Path)}))
		return statusFailed
	}
	var renaming *os.LinkError
	if path, ours := app.Place(err); errors.As(err, &renaming) && disk.Held(err) {
		p.say(diag.Say("fail.held", diag.Args{"path": shown(path)}))
		return statusFailed
	} else if ours {
		p.say(diag.Say("fail.write", diag.Args{"path": whole(path), "error": app.Cause(err), "cure": disk.Cure(err)}))
		return statusFailed
	} else if path != "" {
		p.say(diag.Say("fail.path", diag.Args{"path": whole(path), "error": app.Cause(err)}))
		return statusFailed
	}
	p.say(diag.Say("fail.other", diag.Args{"error": app.Cause(err)}))
	return statusFailed
}

// whole is a path as it is shown where nothing else says which folder it is: "." is none.
func whole(path string) string {
	if clean := filepath.Clean(path); clean == "." || clean == ".." {
		if abs, err := filepath.Abs(path); err == nil {
			return shown(abs)
		}
	}
	return shown(path)
}

// recovered is the working folder a command was given, after what a killed run
// left half-way in it was put in order.
func (p *program) recovered(ctx context.Context, args []string) string {
	dir := folder(args)
	p.sayAll(app.Recover(ctx, dir))
	return dir
}

// folder is the working folder a command was given, or the current one.
func folder(args []string) string {
	if len(args) == 0 {
		return "."
	}
	return args[0]
}
