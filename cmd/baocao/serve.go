package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"

	"github.com/spf13/cobra"

	"baocao/internal/diag"
	"baocao/internal/page"
)

func (p *program) serveCommand() *cobra.Command {
	quietly, by := false, ""
	c := &cobra.Command{
		Use:     "serve [DIR]",
		Short:   p.text("cmd.serve.short"),
		Long:    p.text("cmd.serve.long"),
		Example: "  baocao serve kien-an-2022\n  baocao serve kien-an-2022 --no-open",
		Args:    takes(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			who, err := signed(by, "")
			if err != nil {
				return err
			}
			return p.serve(cmd.Context(), p.recovered(cmd.Context(), args), who.By, !quietly)
		},
	}
	c.Flags().BoolVar(&quietly, "no-open", false, p.text("flag.no-open"))
	p.byFlag(c, &by)
	return c
}

// serve shows the local page until it is interrupted, which is how it ends.
func (p *program) serve(ctx context.Context, dir, by string, opens bool) error {
	s, err := page.New(dir, by, p.lang)
	if err != nil {
		return err
	}
	s.Password = mailPassword
	show := func() {
		address := s.Address()
		switch {
		case !opens:
			fmt.Fprintln(p.stdout, address)
		case openBrowser(address) != nil:
			p.answer(diag.Say("serve.address", diag.Args{"url": address}))
		default:
			p.answer(diag.Say("serve.opened", nil))
		}
	}
	show()
	p.note(diag.Say("serve.keys", nil))
	go func() { // each Enter is a wish for another address; it ends with the program
		for range readLines(p.stdin) {
			show()
		}
	}()
	if err := s.Serve(ctx); !errors.Is(err, context.Canceled) {
		return err
	}
	return nil
}

// openBrowser opens an address in the browser that the user has chosen.
func openBrowser(address string) error {
	name, args := "xdg-open", []string{address}
	switch runtime.GOOS {
	case "windows": // the system's own way to open what it knows; no shell reads the address
		name, args = os.Getenv("SystemRoot")+`\System32\rundll32.exe`, []string{"url.dll,FileProtocolHandler", address}
	case "darwin":
		name = "open"
	}
	c := exec.Command(name, args...)
	if err := c.Start(); err != nil {
		return err
	}
	go func() { _ = c.Wait() }()
	return nil
}
