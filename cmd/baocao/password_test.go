package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/zalando/go-keyring"

	"baocao/internal/app"
	"baocao/internal/resolution"
)

// A clerk keeps the account's password in the keyring once, and takes it out again. Another
// server gets nothing of it. The keyring of these tests is one in memory.
func TestThePasswordIsKeptInTheKeyring(t *testing.T) {
	keyring.MockInit()
	t.Setenv(app.PasswordVariable, "")
	t.Setenv(app.PasswordHost, "")
	dir := filepath.Join(t.TempDir(), "kien-an")
	if err := os.CopyFS(dir, os.DirFS("../../examples/kien-an-2022")); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, app.OfficeFile)
	office, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	type typed struct {
		line   string
		status int
		said   string
	}
	ask := func(want typed) {
		t.Helper()
		var out, told bytes.Buffer
		status := run([]string{"mail", dir, "--password", "--lang", "vi"}, strings.NewReader(want.line), &out, &told)
		if said := out.String() + told.String(); status != want.status || !strings.Contains(said, want.said) ||
			strings.Contains(said, "rất kín") {
			t.Errorf("%d: %s", status, said)
		}
	}
	ask(typed{"rất kín\n", statusFailed, "chưa ghi host và user"})
	office = bytes.Replace(office, []byte(`host = "", port = 587, user = "", from = ""`),
		[]byte(`host = "mail.example", port = 587, user = "vanthu", from = "vanthu@quan.example"`), 1)
	if err := os.WriteFile(file, office, 0o644); err != nil {
		t.Fatal(err)
	}
	s := resolution.SMTP{Host: "MAIL.example", User: "vanthu"}
	if got := mailPassword(s); got != "" {
		t.Errorf("got %q", got)
	}
	ask(typed{"rất kín \r\n", statusOK, "Đã cất mật khẩu của vanthu tại mail.example"})
	if got := mailPassword(s); got != "rất kín " {
		t.Errorf("got %q", got)
	}
	if got := mailPassword(resolution.SMTP{Host: "mail.thief.example", User: "vanthu"}); got != "" {
		t.Errorf("another server gets %q", got)
	}
	// What stands in the environment is for the host that stands there too.
	t.Setenv(app.PasswordVariable, "khác")
	if got := mailPassword(s); got != "rất kín " {
		t.Errorf("got %q", got)
	}
	t.Setenv(app.PasswordHost, "Mail.Example ")
	if got := mailPassword(s); got != "khác" {
		t.Errorf("got %q", got)
	}
	if got := mailPassword(resolution.SMTP{Host: "mail.thief.example", User: "vanthu"}); got != "" {
		t.Errorf("another server gets %q", got)
	}
	t.Setenv(app.PasswordVariable, "")
	ask(typed{"", statusOK, "Đã bỏ mật khẩu"})
	ask(typed{"", statusOK, "Đã bỏ mật khẩu"}) // of nobody
	if got := mailPassword(s); got != "" {
		t.Errorf("got %q", got)
	}
	keyring.MockInitWithError(errors.New("locked"))
	ask(typed{"rất kín\n", statusFailed, app.PasswordVariable})
	ask(typed{"rất kín\n", statusFailed, "BAOCAO_SMTP_HOST = mail.example"})
	if got := mailPassword(s); got != "" {
		t.Errorf("got %q", got)
	}
	// A password for a way that everybody reads is not even asked for.
	office = bytes.Replace(office, []byte(`host = "mail.example", `),
		[]byte(`host = "mail.example", security = "none", `), 1)
	if err := os.WriteFile(file, office, 0o644); err != nil {
		t.Fatal(err)
	}
	ask(typed{"rất kín\n", statusFailed, "không gửi mật khẩu qua đường truyền không mã hóa"})
}
