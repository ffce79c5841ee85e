package main

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"baocao/internal/app"
	"baocao/internal/delivery/deliverytest"
	"baocao/internal/journal"
	"baocao/internal/officetest"
)

// The power goes while a report is sent, at whatever moment: no letter is accepted twice
// unless a person says so, and what the server got stands in the log.
func TestSendingKilledAtAnyMoment(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("nothing stands in there for the list of who may vouch for a server")
	}
	times := rounds(t, 30, 200)
	server := deliverytest.New(t, deliverytest.Day{At: func(deliverytest.Event, net.Conn) error {
		time.Sleep(rand.N(30 * time.Millisecond))
		return nil
	}})
	cert := filepath.Join(t.TempDir(), "may-chu.pem")
	if err := os.WriteFile(cert, server.PEM, 0o644); err != nil {
		t.Fatal(err)
	}
	dir := newSmallOffice(t)
	address := ""
	newAddress := func(n int) {
		address = fmt.Sprintf("noi-nhan-%d@thanhuy.example", n)
		now := officetest.Office + fmt.Sprintf(`[mail]
to   = [%q]
smtp = { host = "127.0.0.1", port = %d, user = %q, from = "vanthu@quan.example" }
`, address, server.Port, deliverytest.User)
		if err := os.WriteFile(filepath.Join(dir, app.OfficeFile), []byte(now), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	newAddress(0)
	if out, err := exec.Command("baocao", "build", dir).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	send := func(args ...string) (*exec.Cmd, *strings.Builder) {
		cmd := exec.Command("baocao", append([]string{"mail", dir, "--send", "--incomplete"}, args...)...)
		cmd.Env = append(os.Environ(), "BAOCAO_LANG=vi", "SSL_CERT_FILE="+cert,
			app.PasswordVariable+"="+deliverytest.Password, app.PasswordHost+"=127.0.0.1")
		var said strings.Builder
		cmd.Stdout, cmd.Stderr = &said, &said
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		return cmd, &said
	}
	arrived := func() (n int) {
		for _, l := range server.Letters() {
			if l.To[0] == address {
				n++
			}
		}
		return n
	}

	began := time.Now()
	if cmd, said := send(); cmd.Wait() != nil || arrived() != 1 {
		t.Fatal(said)
	}
	whole := time.Since(began)

	became := map[string]int{}
	for n := 1; n <= times; n++ {
		newAddress(n)
		first, _ := send()
		time.Sleep(rand.N(whole + whole/4))
		_ = first.Process.Kill()
		_ = first.Wait()
		server.Settle() // it takes what it was sent in whole
		second, said := send()
		err := second.Wait()
		var failed *exec.ExitError
		switch {
		case arrived() > 1:
			t.Fatalf("round %d: two letters arrived\n%s", n, said)
		case err == nil && arrived() == 1:
			became["sent by the second run"]++
		case !errors.As(err, &failed) || failed.ExitCode() != statusFailed:
			t.Fatalf("round %d: %v\n%s", n, err, said)
		case strings.Contains(said.String(), "Đã gửi đúng nội dung này tới "+address) && arrived() == 1:
			became["sent by the first run, which said so"]++
		case strings.Contains(said.String(), "có thể đã gửi tới "+address) && arrived() == 1:
			became["in doubt, arrived"]++
		case strings.Contains(said.String(), "có thể đã gửi tới "+address):
			became["in doubt, not arrived"]++
			third, said := send("--again")
			if err := third.Wait(); err != nil || arrived() != 1 {
				t.Fatalf("round %d: %v\n%s", n, err, said)
			}
		default:
			t.Fatalf("round %d: %d arrived\n%s", n, arrived(), said)
		}
	}
	t.Log(became)
	if left := leftOver(t, dir); left != nil {
		t.Errorf("left over: %v", left)
	}
	data, err := os.ReadFile(filepath.Join(dir, app.JournalDir, journal.LogFile))
	if err != nil {
		t.Fatal(err)
	}
	intents := map[string]bool{}
	for _, r := range journal.ReadLog(data).Records {
		if r.Did == journal.Sending {
			intents[r.MessageID] = true
		}
	}
	for _, l := range server.Letters() {
		if !intents[l.ID] {
			t.Errorf("%s to %v arrived, and the log does not tell", l.ID, l.To)
		}
	}
	if strings.Contains(string(data), deliverytest.Password) {
		t.Error("the password stands in the log")
	}
}
