package open

import (
	"bytes"
	"strings"

	"github.com/xuri/excelize/v2"

	"baocao/internal/ooxml"
	"baocao/internal/workbook"
	"baocao/internal/workbook/ole"
)

// maxSpins bounds how often a file may have its password hashed: Office writes
// 100.000. More would stop the clock, for a hash cannot be interrupted.
const maxSpins = 1_000_000

// readProtected reads a workbook of the Open XML format that is encrypted, with
// the first password that opens it. excelize does the decrypting (Office's two
// standards for it); what comes out is read as any other file.
func readProtected(f *content, c *ole.File) (*workbook.Book, error) {
	info, err := c.Stream("EncryptionInfo")
	if err != nil {
		return nil, err
	}
	if !hashesInTime(info, f.guard) {
		return nil, workbook.Refuse("B111", nil)
	}
	for _, password := range f.guard.AllPasswords() {
		if err := f.guard.Check(); err != nil {
			return nil, err
		}
		if err := f.guard.Use(2 * len(f.data)); err != nil {
			return nil, err
		}
		plain, ok := decrypted(f.data, password)
		if ok && strings.HasPrefix(string(plain[:min(len(plain), 4)]), zipHeader) {
			return readZip(&content{data: plain, guard: f.guard})
		}
		f.guard.Release(2 * len(f.data))
	}
	return nil, workbook.Refuse("B111", nil)
}

// hashesInTime looks at how often the newer of the two standards, which is told by
// its version and writes XML behind it, wants passwords hashed.
func hashesInTime(info []byte, g *workbook.Guard) bool {
	if !bytes.HasPrefix(info, []byte{4, 0, 4, 0}) {
		return true // the older one has a count that is fixed
	}
	x, err := ooxml.NewScanner("EncryptionInfo", info[min(8, len(info)):], g)
	if err != nil {
		return false
	}
	for {
		switch tok, err := x.Next(); {
		case err != nil:
			return false
		case tok == ooxml.EndOfPart:
			return true
		case tok == ooxml.StartTag:
			for _, a := range x.Attrs {
				if string(a.Local) == "spinCount" {
					if n, ok := workbook.Index(bytes.TrimSpace(ooxml.Unescape(a.Value))); !ok || n > maxSpins {
						return false
					}
				}
			}
		}
	}
}

// decrypted is ok when the password opened the package. A damaged package may make
// the library panic: that is no mishap of ours, and no password opens it.
func decrypted(data []byte, password string) (plain []byte, ok bool) {
	defer func() {
		if recover() != nil {
			plain, ok = nil, false
		}
	}()
	plain, err := excelize.Decrypt(data, &excelize.Options{Password: password})
	return plain, err == nil
}
