package rollup

import (
	"cmp"
	"slices"
	"strings"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/pdffile"
	"baocao/internal/render/result"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
)

// Words are a passage of a lower committee's report. They are for people who write: nothing
// of them becomes the higher committee's own.
type Words struct {
	Committee string // its name, or that of one that was
	Kind      returns.Kind
	Under     string // the heading over it, or the field of work
	Text      string
	File      string        // the report
	Page      int           // of a PDF, from 1; else 0
	By        string        // who told the committee so; "" where these are its own words
	At        diag.Position // where that one wrote it
	More      int           // so many passages of the report are not listed; without a text
}

const (
	mostWords    = 1000 // of one report
	longestWords = 4000 // letters of one passage
)

// says adds a passage.
func (r *Report) says(w Words) {
	w.Text = strings.TrimSpace(viet.Clean(w.Text))
	switch {
	case w.Text == "":
		return
	case len(r.told) == mostWords:
		r.more++
		return
	}
	if letters := []rune(w.Text); len(letters) > longestWords {
		w.Text = string(letters[:longestWords]) + " […]"
	}
	w.File = r.File
	r.told = append(r.told, w)
}

// narrated takes what ket-qua.json has of the units' words: they told the committee so.
func (r *Report) narrated(n result.Narrative, names map[string]string) {
	add := func(kind returns.Kind, all []result.Remark) {
		for _, k := range all {
			w := Words{Kind: kind, Text: k.Text, By: cmp.Or(names[k.Unit], k.Unit),
				At: diag.Position{File: k.File, Sheet: k.Sheet, Cell: k.Cell}}
			if k.Area != nil {
				w.Under = *k.Area
			}
			if k.Nature != nil {
				switch *k.Nature {
				case "objective":
					w.Kind = returns.ObjectiveCause
				case "subjective":
					w.Kind = returns.SubjectiveCause
				}
			}
			r.says(w)
		}
	}
	add(returns.Achievement, n.Achievements)
	add(returns.Limitation, n.Limitations)
	add(returns.Cause, n.Causes)
	add(returns.Solution, n.Solutions)
	add(returns.Request, n.Requests)
	add(returns.Direction, n.Directions)
}

// kindWords are what headings call a kind by, folded; what comes first in a heading counts.
var kindWords = []struct {
	kind    returns.Kind // "" for a heading over something else
	phrases []string
}{
	{"", []string{"ket qua", "tinh hinh", "danh gia chung", "phu luc"}},
	{returns.Achievement, []string{"ket qua noi bat", "ket qua dat duoc", "uu diem", "thanh tich"}},
	{returns.Limitation, []string{"han che", "ton tai", "khuyet diem", "yeu kem", "kho khan", "vuong mac"}},
	{returns.Cause, []string{"nguyen nhan"}},
	{returns.Request, []string{"kien nghi", "de xuat", "de nghi"}},
	{returns.Direction, []string{"phuong huong"}},
	{returns.Solution, []string{"nhiem vu", "giai phap"}},
}

// kindOfHeading is the kind of what stands under a heading; named tells that it says so.
func kindOfHeading(text string) (kind returns.Kind, named bool) {
	folded := " " + viet.Fold(text) + " "
	first, length := len(folded), 0
	for _, k := range kindWords {
		for _, p := range k.phrases {
			at := strings.Index(folded, " "+p+" ")
			if at >= 0 && (at < first || at == first && len(p) > length) {
				kind, first, length, named = k.kind, at, len(p), true
			}
		}
	}
	return kind, named
}

// printed takes the words of a report's pages, under the headings that say what they are.
func (r *Report) printed(passages []pdffile.Passage) {
	var under []pdffile.Passage // the headings in hand, from the outermost
	kind, inner := returns.Kind(""), returns.Kind("")
	for _, p := range passages {
		if p.Level > 0 {
			for len(under) > 0 && under[len(under)-1].Level >= p.Level {
				under = under[:len(under)-1]
			}
			of, named := kindOfHeading(p.Text)
			if named || len(under) == 0 {
				kind = of
			}
			under, inner = append(under, p), kind
			continue
		}
		text := strings.TrimSpace(viet.Clean(p.Text))
		for _, bullet := range []string{"- ", "+ ", "* ", "\u2022 "} {
			text = strings.TrimPrefix(text, bullet)
		}
		folded := viet.Fold(text)
		switch {
		case ends(folded):
			kind, inner = "", ""
		case kind == "" || strings.HasPrefix(text, "[") && strings.HasSuffix(text, "]"): // a place left to be written
		case strings.HasSuffix(text, ":"): // over what follows
			if of, named := kindOfHeading(withoutConcession(text)); named && of != "" && len(text) < longestTitle {
				inner = of
			}
		default:
			for len(under) > 1 && numbered(text) { // a field of work with one sentence has no line of its own
				under = under[:len(under)-1]
			}
			r.says(Words{Kind: kindWithin(inner, folded), Under: viet.Tidy(under[len(under)-1].Text), Text: text,
				Page: p.Page})
		}
	}
}

// withoutConcession is a line without what it grants: "beside what was reached, some limitations:".
func withoutConcession(text string) string {
	grants := []string{"ben canh", "ngoai", "tuy", "mac du", "cung voi"}
	if _, rest, ok := strings.Cut(text, ","); ok && slices.ContainsFunc(grants, func(w string) bool {
		return strings.HasPrefix(viet.Fold(text), w+" ")
	}) {
		return rest
	}
	return text
}

// numbered reports a paragraph with a number and a point before it.
func numbered(text string) bool {
	digits := len(text) - len(strings.TrimLeft(text, "0123456789"))
	return digits > 0 && digits < 3 && strings.HasPrefix(text[digits:], ". ")
}

// longestTitle bounds a line that says what follows.
const longestTitle = 200

// kindWithin is a passage's kind among limitations: a cause says that it is one.
func kindWithin(kind returns.Kind, folded string) returns.Kind {
	if kind != returns.Limitation && kind != returns.Cause {
		return kind
	}
	switch {
	case strings.HasPrefix(folded, "nguyen nhan khach quan"), strings.HasPrefix(folded, "khach quan"):
		return returns.ObjectiveCause
	case strings.HasPrefix(folded, "nguyen nhan chu quan"), strings.HasPrefix(folded, "chu quan"):
		return returns.SubjectiveCause
	case strings.HasPrefix(folded, "nguyen nhan"):
		return returns.Cause
	}
	return kind
}

// ends reports who receives or signs: the report is over.
func ends(folded string) bool {
	const most = 6 // words of such a line
	return len(strings.Fields(folded)) <= most && slices.ContainsFunc([]string{"noi nhan", "t m", "kt", "tl"},
		func(w string) bool { return strings.HasPrefix(folded+" ", w+" ") })
}

// Tells reports that a report of a known committee says something in words.
func Tells(reports []*Report) bool {
	return slices.ContainsFunc(reports, func(r *Report) bool {
		return len(r.told) > 0 && (r.Unit != "" || r.Former != "")
	})
}

// kindOrder is how kinds follow each other.
func kindOrder(k returns.Kind) int {
	switch k {
	case returns.Limitation:
		return 0
	case returns.Cause, returns.ObjectiveCause, returns.SubjectiveCause:
		return 1
	case returns.Request:
		return 2
	case returns.Solution:
		return 3
	case returns.Direction:
		return 4
	case returns.Achievement:
	}
	return 5
}

// Told are the words of all committees side by side: by kind, then in the plan's order of
// units. Of several files of one committee the words are those of its pages, which it has
// signed, else those of its data.
func Told(a *assess.Annex, reports []*Report) (all []Words) {
	p, counts := a.Plan, counting(a)
	best := map[string]*Report{} // by committee
	name := func(r *Report) string { return cmp.Or(r.Former, nameOf(p, r.Unit)) }
	for _, r := range reports {
		if r.Unit == "" && r.Former == "" || len(r.told) == 0 || !counts[r.File+"\n"+r.SHA256] {
			continue
		}
		if of := best[name(r)]; of == nil || !of.onPaper() && r.onPaper() {
			best[name(r)] = r
		}
	}
	areas := map[string]string{}
	for _, x := range p.Areas {
		areas[x.ID] = x.Title
	}
	for _, r := range reports {
		if best[name(r)] != r {
			continue
		}
		for _, w := range r.told {
			w.Committee, w.Under = name(r), cmp.Or(areas[w.Under], w.Under)
			all = append(all, w)
		}
		if r.more > 0 {
			all = append(all, Words{Committee: name(r), File: r.File, More: r.more})
		}
	}
	order := map[string]int{}
	for i, u := range p.Units {
		order[u.Name] = i
	}
	for _, c := range p.Rollup.Changes { // those that were stand with what became of them
		for _, from := range c.From {
			if _, is := order[from]; !is {
				order[from] = unitIndex(p, c.To[0])
			}
		}
	}
	slices.SortStableFunc(all, func(x, y Words) int {
		return cmp.Or(kindOrder(x.Kind)-kindOrder(y.Kind), order[x.Committee]-order[y.Committee])
	})
	return all
}

func unitIndex(p *resolution.Plan, id string) int {
	return slices.IndexFunc(p.Units, func(u resolution.Unit) bool { return u.ID == id })
}

func (r *Report) onPaper() bool { return r.Kind == Paper || r.Kind == Print }
