package ooxml

import (
	"path"
	"slices"
	"strings"
)

// Relation is one entry of the part that says what another part refers to.
type Relation struct {
	ID       string
	Kind     string // the last word of its type: "worksheet"
	Target   string // the part's name; "" when it lies outside the file
	From, To int    // of its element in the part of relations
}

// Relations are those of one part, in the order of the file.
type Relations []Relation

// RelationsOf is the name of the part with the relations of another; that of the
// whole file, for "", is "_rels/.rels".
func RelationsOf(part string) string {
	folder, base := path.Split(part)
	return folder + "_rels/" + base + ".rels"
}

// Relations reads the relations of a part.
func (a *Archive) Relations(of string) (Relations, error) {
	name := RelationsOf(of)
	data, err := a.Read(name)
	if err != nil {
		return nil, err
	}
	x, err := NewScanner(name, data, a.Guard)
	if err != nil {
		return nil, err
	}
	return ReadRelations(of, x)
}

// ReadRelations reads the part with the relations of another from its start to
// its end.
func ReadRelations(of string, x *Scanner) (list Relations, err error) {
	if err := x.Root("Relationships"); err != nil {
		return nil, err
	}
	folder, _ := path.Split(of)
	err = x.Children(func(name string) error {
		rel := Relation{ID: x.AttrText("Id"), Kind: path.Base(x.AttrText("Type")), From: x.From}
		if x.AttrText("TargetMode") != "External" {
			target := strings.ReplaceAll(x.AttrText("Target"), `\`, "/")
			if !strings.HasPrefix(target, "/") {
				target = folder + target
			}
			rel.Target = path.Join("/", target)[1:]
		}
		if err := x.Skip(); err != nil {
			return err
		}
		if rel.To = x.Pos(); name == "Relationship" {
			list = append(list, rel)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return list, x.Finish()
}

// ByID returns a relation, or nil. Of several with one id the last counts.
func (r Relations) ByID(id string) *Relation {
	for i := len(r) - 1; i >= 0; i-- {
		if r[i].ID == id {
			return &r[i]
		}
	}
	return nil
}

// Part is the part of a kind, of which a sound file has one at most; "" for none.
func (r Relations) Part(kind string) string {
	var all []string
	for _, rel := range r {
		if rel.Kind == kind && rel.Target != "" {
			all = append(all, rel.Target)
		}
	}
	if len(all) == 0 {
		return ""
	}
	return slices.Min(all)
}
