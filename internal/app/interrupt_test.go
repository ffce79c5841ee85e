package app

import (
	"context"
	"errors"
	"testing"
)

// Who interrupts while pages are set does not wait for them, and gets nothing
// that was made in part; what is done in peace comes back whole.
func TestWorkIsLeftBehindWhenTheRunIsStopped(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(context.Background())
	if got, err := untilStopped(ctx, func() (string, error) { return "whole", nil }); got != "whole" || err != nil {
		t.Errorf("%q, %v", got, err)
	}
	fault := errors.New("a fault")
	if _, err := untilStopped(ctx, func() (string, error) { return "", fault }); !errors.Is(err, fault) {
		t.Error(err)
	}
	endless := make(chan bool)
	got, err := untilStopped(ctx, func() (string, error) {
		cancel()
		<-endless
		return "late", nil
	})
	if got != "" || !errors.Is(err, context.Canceled) {
		t.Errorf("%q, %v", got, err)
	}
	close(endless)
	if got, err := untilStopped(ctx, func() (string, error) { return "x", nil }); got != "" || err == nil {
		t.Errorf("after it was stopped: %q, %v", got, err)
	}
}
