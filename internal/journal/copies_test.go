package journal

import (
	"reflect"
	"testing"
)

// While a copy is replaced both contents are known; after a list is written and
// read again they still are.
func TestCopiesAreKnownAgain(t *testing.T) {
	const name = "3-can-sua/phuong/x.xlsx"
	c := LoadCopies(nil, "3-can-sua")
	if !c.Writing(name, sum("a")) || c.Writing(name, sum("a")) {
		t.Error("the first copy is new once")
	}
	c.Written(name, sum("a"))
	c.Writing(name, sum("b"))
	data, err := c.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	c = LoadCopies(data, "3-can-sua")
	if !c.Wrote(name, sum("a")) || !c.Wrote(name, sum("b")) || c.Wrote(name, sum("c")) ||
		c.Wrote("3-can-sua/y.xlsx", sum("a")) {
		t.Errorf("%v", c)
	}
	c.Written(name, sum("b"))
	if c.Wrote(name, sum("a")) {
		t.Error("the copy that was replaced is still known")
	}
}

// The list may say anything: nothing outside the folder of copies is taken from it.
func TestAListOfCopiesIsOfCopiesOnly(t *testing.T) {
	for _, data := range []string{"", "[]", "{", `{"3-can-sua/x.xlsx": "a"}`} {
		if c := LoadCopies([]byte(data), "3-can-sua"); c == nil || len(c) > 0 {
			t.Errorf("%q: %v", data, c)
		}
	}
	c := LoadCopies([]byte(`{"3-can-sua/x.xlsx": ["a"], "3-can-sua/../1-nop-vao-day/x.xlsx": ["a"],
		"1-nop-vao-day/x.xlsx": ["a"], "3-can-sua/./y.xlsx": ["a"], "3-can-sua": ["a"], "/3-can-sua/x.xlsx": ["a"]}`),
		"3-can-sua")
	if want := (Copies{"3-can-sua/x.xlsx": {"a"}}); !reflect.DeepEqual(c, want) {
		t.Errorf("%v", c)
	}
}
