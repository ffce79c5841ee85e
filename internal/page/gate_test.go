package page

import (
	"bufio"
	"context"
	"fmt"
	"net"
	"net/http"
	"testing"
	"time"

	"baocao/internal/diag"
)

// Whoever has no session and announces a form that never comes is told no all the same, and
// leaves his place to others.
func TestWhoIsRefusedHoldsNoPlace(t *testing.T) {
	t.Parallel()
	at, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	g := newGate(at.Addr())
	g.formTime = 50 * time.Millisecond
	refuse := func(w http.ResponseWriter, status int, _ diag.Message) { w.WriteHeader(status) }
	server := &http.Server{Handler: g.guard(http.NotFoundHandler(), refuse), ReadHeaderTimeout: headerTime}
	go func() { _ = server.Serve(few{at, make(chan struct{}, 1)}) }()
	t.Cleanup(func() { _ = server.Close() })
	for _, head := range []string{"Content-Length: 1000", "Transfer-Encoding: chunked"} {
		conn, err := (&net.Dialer{}).DialContext(context.Background(), "tcp", at.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(conn, "POST /nop HTTP/1.1\r\nHost: %s\r\nOrigin: http://%s\r\n%s\r\n\r\n", g.host, g.host, head)
		answer, err := http.ReadResponse(bufio.NewReader(conn), nil) // there is one place: the next waits for it
		if err != nil || answer.StatusCode != http.StatusForbidden {
			t.Errorf("%s: %v, %v", head, answer, err)
		}
		t.Cleanup(func() { _ = conn.Close() })
	}
}
