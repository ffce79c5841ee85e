package app

import (
	"context"
	"errors"
	"fmt"
	"strings"
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

// A panic of a stage goes on where its work is waited for: what builds many folders tells it
// of one, and the page goes on.
func TestAPanicOfAStageIsHandedOver(t *testing.T) {
	t.Parallel()
	for name, do := range map[string]func() error{
		"one": func() error {
			_, err := untilStopped(t.Context(), func() (string, error) { panic("ours") })
			return err
		},
		"several": func() error {
			return sideBySide(2, func() error { return nil }, func() error { panic("ours") })
		},
	} {
		func() {
			defer func() {
				if told := fmt.Sprint(recover()); !strings.HasPrefix(told, "ours\n") {
					t.Errorf("%s: %s", name, told)
				}
			}()
			t.Errorf("%s: the panic was lost: %v", name, do())
		}()
	}
}
