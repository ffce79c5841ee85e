package correction

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
)

// Where relations and content types come from.
const (
	relationsSpace  = "http://schemas.openxmlformats.org/package/2006/relationships"
	officeSpace     = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	officeStrict    = "http://purl.oclc.org/ooxml/officeDocument/relationships"
	spreadsheet     = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	typesPrefix     = "application/vnd.openxmlformats-officedocument.spreadsheetml."
	typeSheet       = typesPrefix + "worksheet+xml"
	typeComments    = typesPrefix + "comments+xml"
	typeStyles      = typesPrefix + "styles+xml"
	typeVML         = "application/vnd.openxmlformats-officedocument.vmlDrawing"
	typeRelations   = "application/vnd.openxmlformats-package.relationships+xml"
	contentTypePart = "[Content_Types].xml"
)

// relation is one entry of a .rels part.
type relation struct {
	element
	id     string
	kind   string // the last word of its type: "worksheet"
	target string // the part's name; "" when it lies outside the file
}

// relations are those of one part.
type relations struct {
	of    string
	data  []byte // nil when there is no such part yet
	root  element
	list  []relation
	edits []edit
	added string
}

func (p *parts) relations(of string) (*relations, error) {
	r := &relations{of: of}
	name := relsOf(of)
	if !p.has(name) {
		return r, nil
	}
	data, err := p.xml(name)
	if err != nil {
		return nil, err
	}
	r.data = data
	s := &scanner{data: data}
	root, err := s.root("Relationships")
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	children, whole, err := s.elements(root)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	r.root = whole
	folder, _ := path.Split(of)
	for _, e := range children {
		if e.local != "Relationship" {
			continue
		}
		rel := relation{element: e, id: e.text("Id"), kind: path.Base(e.text("Type"))}
		if e.text("TargetMode") != "External" {
			target := strings.ReplaceAll(e.text("Target"), `\`, "/")
			if !strings.HasPrefix(target, "/") {
				target = folder + target
			}
			rel.target = p.named(path.Join("/", target)[1:])
		}
		r.list = append(r.list, rel)
	}
	return r, nil
}

// byID returns a relation, or nil. Of several with one id the last counts, as
// for the reader of workbooks.
func (r *relations) byID(id string) *relation {
	for i := len(r.list) - 1; i >= 0; i-- {
		if r.list[i].id == id {
			return &r.list[i]
		}
	}
	return nil
}

// part is the part of a kind, of which a sound file has one at most.
func (r *relations) part(kind string) string {
	var all []string
	for _, rel := range r.list {
		if rel.kind == kind && rel.target != "" {
			all = append(all, rel.target)
		}
	}
	if len(all) == 0 {
		return ""
	}
	return slices.Min(all)
}

// add adds a relation and returns its id.
func (r *relations) add(space, kind, target string) string {
	id := ""
	for n := len(r.list) + 1; ; n++ {
		id = "rId" + strconv.Itoa(n)
		if !slices.ContainsFunc(r.list, func(o relation) bool { return strings.EqualFold(o.id, id) }) {
			break
		}
	}
	r.list = append(r.list, relation{id: id, kind: kind, target: target})
	name := "Relationship"
	if r.data != nil {
		name = r.root.child(name)
	}
	r.added += "<" + name + ` Id="` + id + `" Type="` + space + "/" + kind + `" Target="` + escape(relative(r.of, target)) + `"/>`
	return id
}

// remove takes a relation away.
func (r *relations) remove(id string) {
	if rel := r.byID(id); rel != nil && rel.end > 0 {
		r.edits = append(r.edits, edit{rel.from, rel.end, ""})
	}
}

// save writes the relations, if something has changed.
func (r *relations) save(p *parts) error {
	if r.data == nil && r.added != "" {
		p.write(relsOf(r.of), []byte(xmlHead+`<Relationships xmlns="`+relationsSpace+`">`+r.added+`</Relationships>`))
		return nil
	}
	if r.added != "" {
		r.edits = append(r.edits, r.root.inside(r.added))
	}
	return p.edited(relsOf(r.of), r.data, r.edits)
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
	data, err := p.xml(contentTypePart)
	if err != nil {
		return nil, err
	}
	s := &scanner{data: data}
	root, err := s.root("Types")
	if err != nil {
		return nil, fmt.Errorf("%s: %w", contentTypePart, err)
	}
	children, whole, err := s.elements(root)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", contentTypePart, err)
	}
	t := &contentTypes{data: data, root: whole, defaults: map[string]string{}}
	for _, e := range children {
		switch e.local {
		case "Default":
			t.defaults[strings.ToLower(e.text("Extension"))] = e.text("ContentType")
		case "Override":
			t.overrides = append(t.overrides, partKey(e.text("PartName")))
		}
	}
	return t, nil
}

// override says what one part is.
func (t *contentTypes) override(part, kind string) {
	if slices.Contains(t.overrides, partKey(part)) {
		return
	}
	t.overrides = append(t.overrides, partKey(part))
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
	return p.edited(contentTypePart, t.data, []edit{t.root.inside(t.added)})
}
