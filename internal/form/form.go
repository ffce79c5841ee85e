// Package form holds the form of a document: what the rules of an office say of its
// page, sizes, rules, marks and punctuation. Each set of rules is a profile, a TOML
// file beside this one, in which each value has the source that it comes from.
// Renderers ask it and know no rule themselves.
package form

import (
	"embed"
	"fmt"
	"path"
	"strings"
	"sync"

	"baocao/internal/tomlfile"
)

// Profile is one set of rules. Lengths on the page are in millimetres; sizes of letters,
// leadings and gaps between lines in points.
type Profile struct {
	Name        string      `toml:"name"`  // dang-hd36
	Title       string      `toml:"title"` // Hướng dẫn 36-HD/VPTW
	Date        string      `toml:"date"`  // from which it holds, 2018-04-03
	Sources     []Source    `toml:"source"`
	Page        Page        `toml:"page"`
	PageNumber  PageNumber  `toml:"page_number"`
	Letterhead  Letterhead  `toml:"letterhead"`
	Draft       Draft       `toml:"draft"`
	Urgency     Mark        `toml:"urgency"`
	Circulation Mark        `toml:"circulation"`
	Kind        Text        `toml:"kind"`
	DocTitle    Title       `toml:"doc_title"`
	Addressees  *Addressees `toml:"addressees"` // nil: a report has none
	Body        Body        `toml:"body"`
	Headings    []Heading   `toml:"heading"` // of level 1, 2, 3
	Table       Table       `toml:"table"`
	Signature   Signature   `toml:"signature"`
	Recipients  Recipients  `toml:"recipients"`
	Annex       Annex       `toml:"annex"`
}

// Source is where values come from.
type Source struct {
	ID    string `toml:"id"`
	Title string `toml:"title"`
	Where string `toml:"where"`
}

// Origin is the source of a table's values. Own are those that it does not tell, and
// which are our own choice.
type Origin struct {
	Source string   `toml:"source"`
	Own    []string `toml:"own"`
}

// Span is a value chosen within what a rule allows; without Most there is no bound
// above.
type Span struct{ Is, Least, Most float64 }

// Style is how letters look.
type Style struct{ Bold, Italic, Underlined, Capitals bool }

// Align says where a line stands.
type Align string

// Where lines stand.
const (
	Left    Align = "left"
	Centre  Align = "centre"
	Right   Align = "right"
	Justify Align = "justify"
)

// Text is how the letters of an element are set.
type Text struct {
	Origin
	Size    Span    `toml:"size"`
	Style   Style   `toml:"style"`
	Leading float64 `toml:"leading"` // from baseline to baseline
	Above   float64 `toml:"above"`   // what stands before it
}

// Rule is a line below a text.
type Rule struct {
	Origin
	Thickness float64 `toml:"thickness"` // in millimetres
	Below     float64 `toml:"below"`     // the line's box, in millimetres
	Length    Span    `toml:"length"`    // as a part of the width of the text above it
}

// Page is the sheet, upright.
type Page struct {
	Origin
	Width  float64 `toml:"width"`
	Height float64 `toml:"height"`
	Top    Span    `toml:"top"`
	Bottom Span    `toml:"bottom"`
	Bound  Span    `toml:"bound"` // the side where sheets are bound: the left of a front
	Free   Span    `toml:"free"`  // the other one
}

// Margins of one page.
type Margins struct{ Top, Bottom, Left, Right float64 }

// Margins are those of a page: back is the other side of a sheet printed on both,
// turned a page that is read from the side, with the head of its table at the
// binding. A back is turned the same way as a front, so that its foot is bound.
func (p Page) Margins(turned, back bool) Margins {
	m := Margins{Top: p.Top.Is, Bottom: p.Bottom.Is, Left: p.Bound.Is, Right: p.Free.Is}
	if back {
		m.Left, m.Right = m.Right, m.Left
	}
	if turned {
		m = Margins{Top: m.Left, Right: m.Top, Bottom: m.Right, Left: m.Bottom}
	}
	return m
}

// PageNumber is the number at the top of pages.
type PageNumber struct {
	Origin
	Size      Span  `toml:"size"`
	Style     Style `toml:"style"`
	Edge      Span  `toml:"edge"` // from the top of the sheet to the top of the line, in millimetres
	FirstPage bool  `toml:"first_page"`
}

// Letterhead is the top of the first page, in two columns.
type Letterhead struct {
	Origin
	Between    float64  `toml:"between"` // the columns, at least, in millimetres
	Banner     []Banner `toml:"banner"`  // at the right
	BannerRule Rule     `toml:"banner_rule"`
	Parent     Text     `toml:"parent"` // at the left
	Issuer     Text     `toml:"issuer"`
	Joint      string   `toml:"joint"`       // between two bodies that issue together
	IssuerMark *Fixed   `toml:"issuer_mark"` // below the issuer
	IssuerRule *Rule    `toml:"issuer_rule"`
	Number     Number   `toml:"number"`
	Date       Text     `toml:"date"` // on the baseline of the number
}

// Fixed is a text that the rules themselves say.
type Fixed struct {
	Text
	Words string `toml:"words"`
}

// Banner is a line of the country's or the Party's name.
type Banner = Fixed

// Number is the number and symbol.
type Number struct {
	Text
	Before string `toml:"before"` // "Số "
	After  string `toml:"after"`  // between number and symbol
	Inner  string `toml:"inner"`  // within the symbol: BC/QU, BC-UBND
	Digits int    `toml:"digits"` // that it has at least
	Gap    int    `toml:"gap"`    // no-break spaces to write it in by hand
}

// Mark is a mark such as «KHẨN», below the number.
type Mark struct {
	Text
	Words []string `toml:"words"` // those there are; none: any
	Boxed bool     `toml:"boxed"`
}

// Draft is the mark of a draft: below the number, and at the top of the other pages.
type Draft struct {
	Text
	Words    string `toml:"words"`
	Numbered string `toml:"numbered"` // {lan} is which
}

// Title is what a document is about, with the mark that closes it.
type Title struct {
	Text
	Side  float64 `toml:"side"`  // how much narrower than the text it stands, at each side, in millimetres
	Close *Fixed  `toml:"close"` // below it
	Rule  *Rule   `toml:"rule"`
}

// Addressees are those to whom the document is sent: «Kính gửi».
type Addressees struct {
	Text
	Label   string `toml:"label"`
	Mark    string `toml:"mark"` // before each of several
	ItemEnd string `toml:"item_end"`
	ListEnd string `toml:"list_end"`
	First   string `toml:"first"` // of the recipients, where there are addressees: «Như trên»
}

// Body is the running text.
type Body struct {
	Origin
	Size    Span    `toml:"size"`
	Align   Align   `toml:"align"`
	Leading Span    `toml:"leading"` // from baseline to baseline
	Closest float64 `toml:"closest"` // it gets, to pull back a page with little on it
	Indent  Span    `toml:"indent"`  // of first lines, in millimetres
	Gap     Span    `toml:"gap"`     // between paragraphs
	End     string  `toml:"end"`     // of the last one
}

// Heading of the body, whose leading it has.
type Heading struct {
	Origin
	Size  Span    `toml:"size"`
	Style Style   `toml:"style"`
	Above float64 `toml:"above"`
	Align Align   `toml:"align"`
	Mark  string  `toml:"mark"` // behind its number: "I-", "I."
}

// Table has the sizes of tables.
type Table struct {
	Origin
	Body  float64 `toml:"body"`  // of one in the running text
	Annex float64 `toml:"annex"` // of that of the annex
	Note  float64 `toml:"note"`  // of the notes below it
}

// Signature is the block at the end, at the right.
type Signature struct {
	Origin
	Above     float64  `toml:"above"`
	Space     float64  `toml:"space"` // for signature and seal
	Authority Text     `toml:"authority"`
	Position  Text     `toml:"position"`
	Name      Text     `toml:"name"`
	Behalf    []string `toml:"behalf"` // in whose place one signs: "T/M", "K/T"
}

// Recipients is the list at the left of the signature.
type Recipients struct {
	Origin
	Label   Text    `toml:"label"`
	Words   string  `toml:"words"`
	Item    Text    `toml:"item"`
	Mark    string  `toml:"mark"`
	ItemEnd string  `toml:"item_end"`
	ListEnd string  `toml:"list_end"`
	Room    float64 `toml:"room"` // width of the column, in millimetres
}

// Annex stands on turned pages behind the report.
type Annex struct {
	Origin
	Label    Text   `toml:"label"`
	Numerals string `toml:"numerals"` // of the annexes where there are several: roman, arabic
	Title    Text   `toml:"title"`
	Under    Text   `toml:"under"`
	LongDate bool   `toml:"long_date"` // in the line under the title
	Restarts bool   `toml:"restarts"`
	Close    *Fixed `toml:"close"`
	Rule     *Rule  `toml:"rule"`
}

//go:embed *.toml
var files embed.FS

// names are the profiles; the first is that of a document which names none.
var names = [...]string{"dang-hd36", "dang-hd05", "nha-nuoc-nd30"}

// Names are the names of the profiles.
func Names() []string { return names[:] }

// profiles are read when the first document asks for them, each once per process.
var profiles = func() (all [len(names)]func() (*Profile, error)) {
	for i, name := range names {
		all[i] = sync.OnceValues(func() (*Profile, error) { return open(name) })
	}
	return all
}()

// Named is a profile; "" is the first one. Nobody writes to it.
func Named(name string) (*Profile, error) {
	for i, n := range names {
		if name == n || name == "" {
			return profiles[i]()
		}
	}
	return nil, fmt.Errorf("form: no profile %q", name)
}

func open(name string) (*Profile, error) {
	text, err := files.ReadFile(name + ".toml")
	if err != nil {
		return nil, fmt.Errorf("form: %w", err)
	}
	return parse(path.Base(name), string(text))
}

func parse(name, text string) (*Profile, error) {
	file, fault := tomlfile.Parse(text)
	if fault != nil {
		return nil, fmt.Errorf("form: %s: %w", name, fault)
	}
	p := &Profile{}
	if err := read(file, p); err != nil {
		return nil, fmt.Errorf("form: %s: %w", name, err)
	}
	if p.Name != name {
		return nil, fmt.Errorf("form: %s calls itself %q", name, p.Name)
	}
	return p, nil
}

// NumberLine is the number and symbol as the letterhead has it; joint is the symbol of
// the second body that issues, "" for none.
func (p *Profile) NumberLine(number, symbol, joint string) string {
	return p.Letterhead.Number.Before + p.Reference(number, symbol, joint)
}

// Reference is the number and symbol as other texts name the document: 07-BC/QU.
func (p *Profile) Reference(number, symbol, joint string) string {
	if joint != "" {
		symbol += "-" + joint
	}
	return p.Numbered(number) + p.Letterhead.Number.After + symbol
}

// Numbered is a number as it is printed: 7 as 07, none as room to write it in.
func (p *Profile) Numbered(number string) string {
	of := p.Letterhead.Number
	if number == "" {
		return strings.Repeat("\u00A0", of.Gap)
	}
	if strings.Trim(number, "0123456789") != "" {
		return number
	}
	return strings.Repeat("0", max(of.Digits-len(number), 0)) + number
}

// DraftMark is the mark of a draft: which one it is, 0 where that is not said.
func (p *Profile) DraftMark(which int) string {
	if which == 0 {
		return p.Draft.Words
	}
	return strings.ReplaceAll(p.Draft.Numbered, "{lan}", fmt.Sprint(which))
}

// Heading is how headings of a level are set: 1, 2, 3.
func (p *Profile) Heading(level int) Heading {
	return p.Headings[min(max(level, 1), len(p.Headings))-1]
}

// Marked gives the number of a heading the mark of its level in place of another:
// "I- KẾT QUẢ" for "I. KẾT QUẢ". A text that does not begin with a Roman number stays.
func (h Heading) Marked(text string) string {
	n := len(text) - len(strings.TrimLeft(text, "IVXLC"))
	if n == 0 || n+1 >= len(text) || text[n] != '-' && text[n] != '.' || text[n+1] != ' ' {
		return text
	}
	return text[:n] + h.Mark + text[n+1:]
}

// Rightly is an authority to sign as these rules write it: "T/M BAN CHẤP HÀNH" for
// "TM. BAN CHẤP HÀNH", "tm BAN CHẤP HÀNH".
func (s Signature) Rightly(authority string) string {
	letters := strings.NewReplacer("/", "", ".", "")
	first, rest, ok := strings.Cut(authority, " ")
	if glued, after, cut := strings.Cut(first, "."); cut && after != "" { // "TM.BAN CHẤP HÀNH"
		first, rest, ok = glued, strings.TrimSpace(after+" "+rest), true
	}
	for _, behalf := range s.Behalf {
		if ok && strings.EqualFold(letters.Replace(first), letters.Replace(behalf)) {
			return behalf + " " + rest
		}
	}
	return authority
}

// Symbol is a symbol as these rules write it: BC/QU for BC-QU.
func (p *Profile) Symbol(symbol string) string {
	i := strings.IndexAny(symbol, "/-")
	if i < 0 {
		return symbol
	}
	return symbol[:i] + p.Letterhead.Number.Inner + symbol[i+1:]
}
