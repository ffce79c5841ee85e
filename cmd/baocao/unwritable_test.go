//go:build unix

package main

import (
	"bytes"
	"io/fs"
	"strings"
	"syscall"
	"testing"

	"baocao/internal/diag"
)

// The disk is full, or can only be read, and the clerk stands in the folder: it is said which
// folder, why, and what helps.
func TestAFolderThatCannotBeWritten(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	for number, help := range map[syscall.Errno]string{syscall.ENOSPC: "ổ đĩa đã đầy. Xóa bớt tệp",
		syscall.EROFS: "chỉ cho đọc, không cho ghi. Chép thư mục", syscall.EACCES: "Đóng tệp nếu đang mở"} {
		var said bytes.Buffer
		p := &program{output: output{stdout: &said, stderr: &said, lang: diag.Vi}}
		status := p.exitStatus(&fs.PathError{Op: "lock", Path: ".", Err: number})
		if got := said.String(); status != statusFailed || !strings.Contains(got, "Chưa ghi được vào "+dir+":") ||
			!strings.Contains(got, help) {
			t.Errorf("%v: %d %s", number, status, got)
		}
	}
}
