package workbook

import (
	"bytes"
	"regexp"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// openByDefault is the password Excel itself uses for workbooks that are only
// protected against changes; it opens them without asking anybody.
const openByDefault = "VelvetSweatshop"

// maxSpins bounds how often a file may have its password hashed: Office writes
// 100.000. More would stop the clock, for a hash cannot be interrupted.
const maxSpins = 1_000_000

var spinCount = regexp.MustCompile(`spinCount\s*=\s*["']\s*([0-9]+)`)

// readProtected reads a workbook of the Open XML format that is encrypted, with
// the first password that opens it. excelize does the decrypting (Office's two
// standards for it); what comes out is read as any other file.
func readProtected(data []byte, c *compound, lim Limits, g *guard) (*Book, error) {
	info, err := c.stream("EncryptionInfo")
	if err != nil {
		return nil, err
	}
	for _, m := range spinCount.FindAllSubmatch(info, -1) {
		if n, err := strconv.Atoi(string(m[1])); err != nil || n > maxSpins {
			return nil, &fault{code: "B111"}
		}
	}
	for _, password := range append([]string{openByDefault}, lim.Passwords...) {
		if err := g.check(); err != nil {
			return nil, err
		}
		if err := g.use(2 * len(data)); err != nil {
			return nil, err
		}
		plain, ok := decrypted(data, password)
		if ok && bytes.HasPrefix(plain, zipHeader) {
			a, err := openArchive(plain, lim, g)
			if err != nil {
				return nil, err
			}
			return readArchive(a, lim)
		}
		g.release(2 * len(data))
	}
	return nil, &fault{code: "B111"}
}

// decrypted is ok when the password opened the package. A damaged package may
// make the library panic; then no password opens it.
func decrypted(data []byte, password string) (plain []byte, ok bool) {
	defer func() {
		if recover() != nil {
			plain, ok = nil, false
		}
	}()
	plain, err := excelize.Decrypt(data, &excelize.Options{Password: password})
	return plain, err == nil
}
