package correction

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"baocao/internal/ooxml"
)

// Where relations and content types come from.
const (
	relationsSpace = "http://schemas.openxmlformats.org/package/2006/relationships"
	officeSpace    = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	officeStrict   = "http://purl.oclc.org/ooxml/officeDocument/relationships"
	spreadsheet    = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	typesPrefix    = "application/vnd.openxmlformats-officedocument.spreadsheetml."
	typeSheet      = typesPrefix + "worksheet+xml"
	typeComments   = typesPrefix + "comments+xml"
	typeStyles     = typesPrefix + "styles+xml"
	typeVML        = "application/vnd.openxmlformats-officedocument.vmlDrawing"
	typeRelations  = "application/vnd.openxmlformats-package.relationships+xml"
)

// relations are those of one part.
type relations struct {
	ooxml.Relations
	of    string
	data  []byte // nil when there is no such part yet
	root  element
	edits []edit
	added string
}

func (p *parts) relations(of string) (*relations, error) {
	r := &relations{of: of}
	name := ooxml.RelationsOf(of)
	if !p.has(name) {
		return r, nil
	}
	s, err := p.scan(name)
	if err != nil {
		return nil, err
	}
	r.data = s.Data()
	if r.Relations, err = ooxml.ReadRelations(of, s.Within(0, len(r.data))); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	for i := range r.Relations {
		if rel := &r.Relations[i]; rel.Target != "" {
			rel.Target = p.named(rel.Target)
		}
	}
	root, err := s.root("")
	if err == nil {
		r.root, err = s.skip(root)
	}
	return r, err
}

// add adds a relation and returns its id.
func (r *relations) add(space, kind, target string) string {
	id := ""
	for n := len(r.Relations) + 1; ; n++ {
		id = "rId" + strconv.Itoa(n)
		if !slices.ContainsFunc(r.Relations, func(o ooxml.Relation) bool { return strings.EqualFold(o.ID, id) }) {
			break
		}
	}
	r.Relations = append(r.Relations, ooxml.Relation{ID: id, Kind: kind, Target: target})
	name := "Relationship"
	if r.data != nil {
		name = r.root.child(name)
	}
	r.added += "<" + name + ` Id="` + id + `" Type="` + space + "/" + kind +
		`" Target="` + escape(relative(r.of, target)) + `"/>`
	return id
}

// remove takes a relation away.
func (r *relations) remove(id string) {
	if rel := r.ByID(id); rel != nil && rel.To > 0 {
		r.edits = append(r.edits, edit{rel.From, rel.To, ""})
	}
}

// save writes the relations, if something has changed.
func (r *relations) save(p *parts) error {
	if r.data == nil && r.added != "" {
		p.write(ooxml.RelationsOf(r.of),
			[]byte(ooxml.Head+`<Relationships xmlns="`+relationsSpace+`">`+r.added+`</Relationships>`))
		return nil
	}
	if r.added != "" {
		r.edits = append(r.edits, r.root.inside(r.added))
	}
	return p.edited(ooxml.RelationsOf(r.of), r.data, r.edits)
}

// contentTypes says of every part what it is.
type contentTypes struct {
	data      []byte
	root      element
	defaults  map[string]string // by ending, in lower case
	overrides []string          // keys of parts
	added     string
}

func (p *parts) contentTypes() (*contentTypes, error) {
	s, err := p.scan(ooxml.ContentTypes)
	if err != nil {
		return nil, err
	}
	root, err := s.root("Types")
	if err != nil {
		return nil, fmt.Errorf("%s: %w", ooxml.ContentTypes, err)
	}
	children, whole, err := s.elements(root)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", ooxml.ContentTypes, err)
	}
	t := &contentTypes{data: s.Data(), root: whole, defaults: map[string]string{}}
	for _, e := range children {
		switch e.local {
		case "Default":
			t.defaults[strings.ToLower(e.text("Extension"))] = e.text("ContentType")
		case "Override":
			t.overrides = append(t.overrides, ooxml.PartKey(e.text("PartName")))
		}
	}
	return t, nil
}

// override says what one part is.
func (t *contentTypes) override(part, kind string) {
	if slices.Contains(t.overrides, ooxml.PartKey(part)) {
		return
	}
	t.overrides = append(t.overrides, ooxml.PartKey(part))
	t.added += "<" + t.root.child("Override") + ` PartName="/` + escape(part) + `" ContentType="` + kind + `"/>`
}

// ending says what the part is that has been added: by its ending where that
// still means nothing, else by its name.
func (t *contentTypes) ending(part, kind string) {
	ext := strings.TrimPrefix(path.Ext(part), ".")
	switch t.defaults[ext] {
	case kind:
	case "":
		t.defaults[ext] = kind
		t.added += "<" + t.root.child("Default") + ` Extension="` + ext + `" ContentType="` + kind + `"/>`
	default:
		t.override(part, kind)
	}
}

func (t *contentTypes) save(p *parts) error {
	for _, name := range p.added {
		if strings.HasSuffix(name, ".rels") {
			t.ending(name, typeRelations)
		}
	}
	if t.added == "" {
		return nil
	}
	return p.edited(ooxml.ContentTypes, t.data, []edit{t.root.inside(t.added)})
}
