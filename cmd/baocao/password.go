package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/zalando/go-keyring"
	"golang.org/x/term"

	"baocao/internal/app"
	"baocao/internal/diag"
	"baocao/internal/resolution"
)

// keyringService is whose passwords they are in the keyring of the system.
const keyringService = "baocao"

// accountOf is the name of a password in the keyring. The server is a part of it: who
// changes host in a shared co-quan.toml gets no password of this one sent.
func accountOf(s resolution.SMTP) string { return s.User + "@" + strings.ToLower(s.Host) }

// mailPassword is the password of the mail account, from the environment or from the
// keyring of the system; "" where neither has it for this server.
func mailPassword(s resolution.SMTP) string {
	host := strings.TrimSpace(os.Getenv(app.PasswordHost)) // "set X=mail.example && baocao" leaves a space
	if set := os.Getenv(app.PasswordVariable); set != "" && strings.EqualFold(host, s.Host) {
		return set
	}
	kept, err := keyring.Get(keyringService, accountOf(s))
	if err != nil {
		return "" // there is none, or no keyring: the person is asked for it
	}
	return kept
}

// keepPassword asks for the password of the mail account and lays it into the keyring of
// the system; a blank one takes it out.
func (p *program) keepPassword(dir string) error {
	plan, _, err := app.Open(dir)
	if err != nil {
		return err
	}
	s := plan.Mail.SMTP
	if s.Host == "" || s.User == "" {
		return failed("fail.password-account", nil)
	}
	if !s.Trusted() {
		return failed("fail.send-open", nil)
	}
	args := diag.Args{"user": s.User, "host": s.Host}
	password, err := p.askPassword(diag.Say("password.ask", args))
	if err != nil {
		return err
	}
	if password == "" {
		if err := keyring.Delete(keyringService, accountOf(s)); err != nil && !errors.Is(err, keyring.ErrNotFound) {
			return failed("fail.keyring", diag.Args{"error": app.Cause(err), "variable": app.PasswordVariable,
				"for": app.PasswordHost, "host": s.Host})
		}
		p.answer(diag.Say("password.removed", args))
		return nil
	}
	if err := keyring.Set(keyringService, accountOf(s), password); err != nil {
		return failed("fail.keyring", diag.Args{"error": app.Cause(err), "variable": app.PasswordVariable,
			"for": app.PasswordHost, "host": s.Host})
	}
	p.answer(diag.Say("password.kept", args))
	return nil
}

// askPassword reads a line that no terminal shows.
func (p *program) askPassword(question diag.Message) (string, error) {
	if f, ok := p.stdin.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		fmt.Fprint(p.stderr, question.In(p.lang)+" ")
		typed, err := term.ReadPassword(int(f.Fd()))
		fmt.Fprintln(p.stderr)
		return string(typed), err
	}
	line, err := bufio.NewReader(p.stdin).ReadString('\n')
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return strings.TrimRight(line, "\r\n"), err
}
