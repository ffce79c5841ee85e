package compose

import (
	"io/fs"
	"testing"

	"baocao/internal/resolution"
	"baocao/templates"
)

// Every method has a template for its sentence.
func TestEveryMethodHasItsSentence(t *testing.T) {
	for _, m := range resolution.Methods() {
		if _, err := fs.Stat(templates.FS, "cau/"+m.Facts().Sentence+".md"); err != nil {
			t.Error(m, err)
		}
	}
}

// An embedded template that fails is a fault of the program, and is said.
func TestAFailingTemplateOfTheProgramIsSaid(t *testing.T) {
	w := wording{}
	w.say("bao-cao/mo-dau.md", struct{}{})
	if len(w.problems) != 1 || w.problems[0].Code != "B503" {
		t.Errorf("%v", w.problems)
	}
	w = wording{}
	if w.say("bao-cao/mo-dau.md", content{Nam: 2022}) == "" || w.problems != nil {
		t.Errorf("a sound one: %v", w.problems)
	}
}
