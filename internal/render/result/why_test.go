package result

import (
	"testing"

	"baocao/internal/diag"
)

// Why a result cannot be read is told in the office's words, and not in those of the library.
func TestWhyAResultCannotBeRead(t *testing.T) {
	t.Parallel()
	const noNumber = `{"schema":"baocao/1","sections":[{"indicators":[{"measures":[{"id":"1","judged":"nhiều"}]}]}]}`
	for data, want := range map[string]string{
		`{"schema":"baocao/1"`:  "JSON bị hỏng hoặc bị cắt",
		"":                      "JSON bị hỏng hoặc bị cắt",
		`{"schema":7}`:          "không đúng dạng của baocao",
		`{"schema":"baocao/9"}`: "không phải dữ liệu do baocao lập",
		noNumber:                "«nhiều» không phải là số",
	} {
		_, err := Load([]byte(data))
		if err == nil {
			t.Errorf("%s is read", data)
		} else if got := Why(err).In(diag.Vi); got != want {
			t.Errorf("%s: %q, want %q", data, got, want)
		}
	}
}
