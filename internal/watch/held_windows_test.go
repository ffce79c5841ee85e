package watch

import (
	"syscall"
	"testing"
)

// What Excel holds is told of when it lets go, or after a while as it is.
func TestAFileThatIsHeld(t *testing.T) {
	t.Parallel()
	f := newFolder(t)
	hold := func(name string) (letGo func()) {
		f.put(name, name)
		path, err := syscall.UTF16PtrFromString(f.path(name))
		if err != nil {
			t.Fatal(err)
		}
		held, err := syscall.CreateFile(path, syscall.GENERIC_READ, 0, nil, syscall.OPEN_EXISTING, 0, 0) // alone
		if err != nil {
			t.Fatal(err)
		}
		return func() { _ = syscall.CloseHandle(held) }
	}
	letGo := hold("nop/b.xlsx")
	f.want(patience, "")
	letGo()
	f.want(1, "+nop/b.xlsx")
	defer hold("nop/c.xlsx")()
	f.want(patience+2, "+nop/c.xlsx")
	f.want(patience+2, "")
}
