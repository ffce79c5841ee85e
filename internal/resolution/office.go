package resolution

import (
	"net"
	"net/mail"
	"slices"
	"strings"

	rules "baocao/internal/form"
	"baocao/internal/quantity"
	"baocao/internal/viet"
	"baocao/internal/wording"
)

// Office is the head of co-quan.toml.
type Office struct {
	Parent, Issuer, Symbol, Place string
	Said                          string // its name in running text; empty: made from Issuer
	Profile                       string // dang-hd36 | dang-hd05 | nha-nuoc-nd30
	Joint                         *Joint // the second body of those that report together; nil for one alone
}

// Joint is a body that issues the report together with the office.
type Joint struct {
	Issuer    string
	Symbol    string // joined to the office's: "UBND" of BC/QU-UBND
	Signature Signature
}

// Name is the issuer as running text writes it: "QUẬN ỦY KIẾN AN" at "Kiến An"
// is "Quận ủy Kiến An". Where the place does not tell which letters are
// capitals, the name stays as configured; Said settles it.
func (o Office) Name() string {
	if o.Said != "" {
		return o.Said
	}
	name := viet.Tidy(o.Issuer)
	kind, rest, ok := strings.Cut(strings.ToLower(name), strings.ToLower(o.Place))
	if !ok || o.Place == "" || kind == "" {
		return name
	}
	return viet.UpperFirst(kind) + o.Place + rest
}

// plainKinds are the kinds of offices whose name is their kind in small letters and the
// place.
var plainKinds = []string{"quận ủy", "huyện ủy", "thành ủy", "thị ủy", "tỉnh ủy", "đảng ủy phường", "đảng ủy xã",
	"đảng ủy thị trấn", "đảng ủy đặc khu"}

// IsNamed reports that Name is surely how the office writes itself: it says so, or it
// is of a kind that leaves no choice.
func (o Office) IsNamed() bool {
	kind, rest, ok := strings.Cut(strings.ToLower(viet.Tidy(o.Issuer)), strings.ToLower(viet.Tidy(o.Place)))
	return o.Said != "" || o.Place != "" && ok && strings.TrimSpace(rest) == "" &&
		slices.Contains(plainKinds, strings.TrimSpace(kind))
}

// Report is how the report presents itself.
type Report struct {
	Period       Period // the whole year unless set
	Number       string
	Date         viet.Date // zero: left open on the page
	Due          viet.Date // of the units' returns; zero where none is set
	Title        string
	Estimate     bool
	Draft        bool
	DraftNumber  int      // which draft; 0 where that is not said
	Urgency      string   // KHẨN, THƯỢNG KHẨN, HỎA TỐC; "" for none
	Circulation  string   // "LƯU HÀNH NỘI BỘ"; "" for none
	Duplex       bool     // printed on both sides of the sheets
	Addressees   []string // «Kính gửi»
	Illustrative bool     // figures are invented: said on every page
	Charts       bool     // bars of figures and targets behind the annex
	Word         bool     // a Word file too
	Attach       string   // AttachAnnex, AttachFull or AttachNone
	Recipients   []string
	Signature    Signature
	Replaces     Replaced
}

// Replaced is the report that this one takes the place of; zero for none.
type Replaced struct {
	Number string // without the symbol
	Date   viet.Date
}

// IsZero reports that no report is replaced.
func (r Replaced) IsZero() bool { return r == Replaced{} }

// What the PDF carries behind the report.
const (
	AttachAnnex = "annex" // the annex's pages
	AttachFull  = "full"  // and the annex as a workbook and for programs, as files within it
	AttachNone  = "none"
)

// Reference is the number and symbol as other texts name the report, 07-BC/QU; room is
// left for a number that it does not have yet.
func (p *Plan) Reference() string { return p.referenceOf(p.Report.Number) }

// Title is what the report is called: as the office wrote it, and which report it
// replaces.
func (p *Plan) Title() string {
	r := p.Report.Replaces
	if r.IsZero() || p.Report.Title == "" {
		return p.Report.Title
	}
	return p.Report.Title + " " + p.Words.Text("bao-cao.trang.thay-the",
		wording.Args{"so": p.referenceOf(r.Number), "ngay": r.Date.Short()})
}

func (p *Plan) referenceOf(number string) string {
	o, joint := p.Office, ""
	if o.Joint != nil {
		joint = o.Joint.Symbol
	}
	of, err := rules.Named(o.Profile)
	if err != nil {
		return number + "-" + o.Symbol
	}
	return of.Reference(number, o.Symbol, joint)
}

// Signature is the block at the end.
type Signature struct{ Authority, Position, Name string }

// Unit is a department, Party body or ward that reports.
type Unit struct {
	ID, Name, Group, Email string
	Aliases                []string
	Due                    viet.Date // its own; zero for that of all
}

// UnitID is a name as an id is written: lower-case letters, digits and hyphens.
// "Phòng Tài chính - Kế hoạch" is phong-tai-chinh-ke-hoach.
func UnitID(name string) string { return strings.ReplaceAll(viet.Fold(name), " ", "-") }

// groupMark begins the id of a group whose name is a unit's id too: "nhom-tai-chinh".
const groupMark = "nhom-"

// GroupID is the id of a group, by the name that its units go by.
func GroupID(name string, units []Unit) string {
	if slices.ContainsFunc(units, func(u Unit) bool { return u.ID == name }) {
		return groupMark + name
	}
	return name
}

// GroupName is the name that a group's units go by.
func GroupName(id string) string { return strings.TrimPrefix(id, groupMark) }

// IsUnitID reports an id that a unit may have: it stands in names of files and in addresses.
func IsUnitID(id string) bool {
	return id != "" && strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

// Layout shows where one input stands in a unit's own table.
type Layout struct {
	Unit, Input, Sheet, Row, Under, Column, Cell, UnitOfMeasurement string
	Line                                                            int

	Shared string // the file outside that it stands in; "" for the office's own
}

// Mail says where the report goes.
type Mail struct {
	To   []string
	SMTP SMTP

	// ProtectedCopies allows marked copies, without a password, of files that have one.
	ProtectedCopies bool
}

// SMTP is the server that takes the letters. The password stands in no file.
type SMTP struct {
	Host     string // "" where letters are drafts only
	Port     int
	User     string // "" for a server that asks nobody who they are
	From     string // whose letters they are; "" where it is missing or no address
	Security Security
}

// IsHere reports that the server is this machine: what is sent there crosses no wire.
func (s SMTP) IsHere() bool {
	ip := net.ParseIP(s.Host)
	return strings.EqualFold(s.Host, "localhost") || ip != nil && ip.IsLoopback()
}

// Trusted reports that a password may go this way: it is encrypted, or crosses no wire.
func (s SMTP) Trusted() bool { return s.Security != Unencrypted || s.IsHere() }

// Security is how the way to the server is kept from others.
type Security string

// What co-quan.toml may say.
const (
	StartTLS    Security = "starttls" // before anything is said, once the server has answered
	TLS         Security = "tls"      // from the first byte
	Unencrypted Security = "none"
)

// Address is the bare address of what is written in the place of one, as
// "vanthu@haiphong.example" or "Văn thư <vanthu@haiphong.example>".
func Address(written string) (bare string, ok bool) {
	a, err := mail.ParseAddress(written)
	if err != nil {
		return "", false
	}
	odd := func(r rune) bool { return r <= ' ' || r > '~' || strings.ContainsRune(`<>,;:\"()`, r) }
	if strings.ContainsFunc(a.Address, odd) {
		return "", false
	}
	return a.Address, true
}

// Limits are what reading one file of the drop folder may cost.
type Limits struct {
	Seconds    int
	MemoryMB   int // all that is held while the file is read
	UnpackedMB int // of a file that is an archive, as .xlsx, .ods and .zip are
}

// Checks are the settings of the checks across answers.
type Checks struct {
	// JumpFactor: a figure this many times last year's, or less than that part of
	// it, is asked about; 0 for never.
	JumpFactor quantity.Number
	// LastYearTolerance is how far last year's figure as reported now may lie from
	// last year's report, in percent.
	LastYearTolerance quantity.Number
	// PopulationTolerance is how far two units' figures of one population may lie
	// apart, in percent.
	PopulationTolerance quantity.Number
	FirstMonth          int      // of the year from which a return may be dated
	Raise               []string // codes of warnings that are errors in this office
}

// Blank stands in a file for a text that nobody has written yet.
const Blank = "..."

// IsBlank reports a text with a place that nobody has filled in: "...", "BC/...",
// "BC-...".
func IsBlank(text string) bool {
	return text == Blank || strings.HasSuffix(text, "/"+Blank) || strings.HasSuffix(text, "-"+Blank)
}
