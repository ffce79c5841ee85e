package main

import (
	"context"
	"errors"
	"strings"
	"testing"

	"baocao/internal/app"
	"baocao/internal/diag"
	"baocao/internal/resolution"
)

// Whoever interrupts an answer is told what became of it: that nothing was kept, or
// what stands in the file and why.
func TestWhatAnInterruptedAnswerLeaves(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		err     error
		stopped string
		said    []string
	}{
		{context.Canceled, "answer.stopped", []string{"câu trả lời vừa chọn chưa được ghi"}},
		{context.Canceled, "undo.stopped", []string{"câu trả lời trước đây vẫn giữ nguyên"}},
		{&app.NotTakenBack{ID: "k7f3", File: resolution.DecisionsFile, Judging: context.Canceled}, "answer.stopped",
			[]string{"có người khác sửa " + resolution.DecisionsFile, `id = "k7f3"`, "baocao check quan"}},
		{&app.NotTakenBack{ID: "k7f3", File: resolution.DecisionsFile, Judging: context.Canceled,
			Putting: &app.ReadOnly{File: resolution.DecisionsFile}}, "answer.stopped",
			[]string{"không trả được tệp về như trước", "chỉ đọc", `id = "k7f3"`, "baocao check quan"}},
	} {
		var said strings.Builder
		a := &answering{program: &program{output: output{lang: diag.Vi, stderr: &said, folder: "quan"}}}
		if err := a.failure(c.err, c.stopped); !errors.Is(err, context.Canceled) {
			t.Errorf("%v: the command ends with %v", c.err, err)
		}
		for _, want := range c.said {
			if !strings.Contains(said.String(), want) {
				t.Errorf("%v: said %q, not %q", c.err, said.String(), want)
			}
		}
		if c.err != context.Canceled && strings.Contains(said.String(), "chưa được ghi") { // it may stand
			t.Errorf("%v: said %q", c.err, said.String())
		}
	}
}
