package compose

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/wording"
)

type narrative struct {
	LinhVuc      []area
	Thieu        bool  // nobody wrote anything
	ChiTieuThieu []int // missed indicators without a cause
}

type area struct {
	So   int
	Ma   string // names its heading
	Ten  Text
	Y    []point
	MotY bool // there is only one
}

// point is one thing that a unit told: its words, and the name of its paragraph.
type point struct {
	Text
	Ma     string
	Loai   Text // of a cause: "Nguyên nhân khách quan"
	Lui    bool // it belongs to the one before it
	CanXem bool // it may only go out once a person has looked at it
}

// missed is an indicator, or a part of one, that was missed.
type missed struct {
	Text       // how it was missed: the unit's words, else the figure's
	So         int
	Ma         string
	NguyenNhan []point
	Thieu      bool // nobody gave a cause
}

// remark is what a unit told, and where in the report it belongs.
type remark struct {
	returns.Remark
	kind      returns.Kind // the unit's, or what its words say
	indicator int          // that it is about; 0 for none in particular
	used      bool         // it stands beside the indicator
}

// requests are the words that a wish to others begins with, politely words before them;
// above are those whom it is addressed to.
var (
	requests = []string{"de nghi ", "kien nghi ", "de xuat ", "mong muon "}
	politely = []string{"kinh ", "tran trong ", "rat ", "xin ", "tiep tuc ", "phuong ", "xa ", "don vi ",
		"ubnd phuong ", "ubnd xa ", "dang uy phuong ", "dang uy xa "}
	above = []string{"quan ", "quan uy ", "huyen ", "thanh pho ", "thanh uy ", "tinh ", "tinh uy ", "ubnd ",
		"uy ban nhan dan ", "cap tren ", "cac cap ", "trung uong ", "chinh phu ", "bo ", "so ", "ban thuong vu ",
		"hoi dong nhan dan ", "hdnd "}
)

// asks reports a line that wishes something of others: it begins with such words, or a
// part of it does and names whom.
func asks(line string) bool {
	ends := func(c rune) bool { return strings.ContainsRune(".,;:", c) }
	for i, part := range strings.FieldsFunc(unlisted(line), ends) {
		folded := viet.Fold(part) + " "
		begins := func(words []string) bool {
			for _, w := range words {
				if rest, ok := strings.CutPrefix(folded, w); ok {
					folded = rest
					return true
				}
			}
			return false
		}
		for begins(politely) {
		}
		if begins(requests) && (i == 0 || begins(above)) {
			return true
		}
	}
	return false
}

// nothing are the words of a text that only says that there is nothing to say.
var nothing = strings.Fields("khong chua co gi nao kien nghi de xuat han che ton tai khuyet diem y them " +
	"phat sinh va hoac")

// isNothing: "-", "Không", "Không có kiến nghị, đề xuất".
func isNothing(text string) bool {
	const most = 10
	words := strings.Fields(viet.Fold(strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsMark(c) {
			return c
		}
		return ' '
	}, text)))
	if len(words) == 0 {
		return true
	}
	return len(words) <= most && (words[0] == "khong" || words[0] == "chua") &&
		!strings.ContainsFunc(text, unicode.IsDigit) &&
		!slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(nothing, w) })
}

// told are the remarks of all units.
func (r *report) told() []*remark {
	var all []*remark
	for _, k := range r.annex.Remarks {
		if isNothing(k.Text) {
			continue
		}
		m := &remark{Remark: k, kind: k.Kind, indicator: r.about(k)}
		r.look(m)
		wish := *m
		if m.Text, wish.Text = wishes(k); m.Text != "" {
			all = append(all, m)
		}
		if wish.kind = returns.Request; wish.Text != "" {
			all = append(all, &wish)
		}
	}
	return all
}

// wishes parts what a unit told from what it asks of others there, line by line: that
// only leaves as the office's own when a person has said so. What was done may well
// have been to propose something.
func wishes(k returns.Remark) (told, asked string) {
	switch k.Kind {
	case returns.Limitation, returns.Cause, returns.ObjectiveCause, returns.SubjectiveCause, returns.Solution,
		returns.Direction:
	case returns.Achievement, returns.Request:
		return k.Text, ""
	}
	var rest, wish []string
	for _, l := range linesOf(k.Text) {
		if asks(l.text) {
			wish = append(wish, l.text)
		} else {
			rest = append(rest, l.text)
		}
	}
	switch {
	case wish == nil:
		return k.Text, ""
	case rest == nil:
		return "", k.Text
	}
	return strings.Join(rest, "\n"), strings.Join(wish, "\n")
}

// about is the indicator that a remark names; 0 for none that there is.
func (r *report) about(k returns.Remark) int {
	number := k.Indicator
	if number == 0 {
		if found := namesIndicator(viet.Tidy(k.Text)); found != "" {
			number, _ = strconv.Atoi(found)
		}
	}
	if r.annex.FindIndicator(strconv.Itoa(number)) == nil {
		return 0
	}
	return number
}

// namesIndicator is the number in "Chỉ tiêu (10): ...", "chỉ tiêu số 10 ..."; "" for
// none. "Chỉ tiêu 100 đảng viên" is none, "Chỉ tiêu 10: ..." is.
func namesIndicator(text string) string {
	lower := strings.ToLower(text)
	if rest, ok := strings.CutPrefix(unlisted(lower), "chỉ tiêu "); ok {
		after := strings.TrimLeft(rest, "0123456789")
		n := rest[:len(rest)-len(after)]
		if n != "" && (strings.HasPrefix(after, ":") || strings.HasPrefix(after, ". ")) {
			return n
		}
	}
	for _, lead := range []string{"chỉ tiêu số (", "chỉ tiêu số ", "chỉ tiêu ("} {
		if _, rest, ok := strings.Cut(lower, lead); ok {
			return rest[:len(rest)-len(strings.TrimLeft(rest, "0123456789"))]
		}
	}
	return ""
}

// missedOf is the one indicator with something missed that a unit reports; 0 where
// there are several, or none.
func (r *report) missedOf(unit string) int {
	only := 0
	for _, s := range r.annex.Sections {
		for _, i := range s.Indicators {
			if !slices.ContainsFunc(of(i, resolution.Missed), func(m *assess.Measure) bool {
				return slices.Contains(m.From, unit)
			}) {
				continue
			}
			if only != 0 {
				return 0
			}
			only = i.Number
		}
	}
	return only
}

// inWords are the indicators of a cause's unit that its text names in words.
func (r *report) inWords(k *remark) (numbers []int) {
	for _, s := range r.annex.Sections {
		for _, i := range s.Indicators {
			if isCause(k.kind) && slices.ContainsFunc(i.Measures, func(m *assess.Measure) bool {
				return slices.Contains(m.From, k.Unit) && isOn(k.Remark, m)
			}) {
				numbers = append(numbers, i.Number)
			}
		}
	}
	return numbers
}

// isOn reports a remark in which most words of a measure's name are.
func isOn(k returns.Remark, m *assess.Measure) bool {
	own := strings.Fields(viet.Fold(alone(name(m))))
	said, folded := 0, " "+viet.Fold(k.Text)+" "
	for _, w := range own {
		if strings.Contains(folded, " "+w+" ") {
			said++
		}
	}
	return len(own) > 1 && 5*said >= 3*len(own)
}

// missed are the indicators that were missed, and the parts of others, each with what
// its units told of it. A cause counts for the indicator that it names, or where its
// unit reports nothing else that was missed.
func (r *report) missed(told []*remark) []missed {
	var all []missed
	for _, s := range r.annex.Sections {
		for _, i := range s.Indicators {
			switch i.Verdict {
			case resolution.Missed, resolution.Exceeded, resolution.Met:
				if measures := of(i, resolution.Missed); measures != nil {
					all = append(all, r.missedIndicator(i, measures, told))
				}
			case resolution.NoData, resolution.Unassessed, resolution.NotDue, resolution.Info:
			}
		}
	}
	return all
}

func (r *report) missedIndicator(i assess.Indicator, measures []*assess.Measure, told []*remark) missed {
	out := missed{So: i.Number, Ma: "chua-dat-" + strconv.Itoa(i.Number)}
	reports := func(unit string) bool {
		return slices.ContainsFunc(measures, func(m *assess.Measure) bool { return slices.Contains(m.From, unit) })
	}
	named := func(k *remark) bool {
		if k.indicator != 0 || !reports(k.Unit) {
			return k.indicator == i.Number
		}
		if in := r.inWords(k); in != nil {
			return slices.Contains(in, i.Number) && (len(in) == 1 || r.missedOf(k.Unit) == i.Number)
		}
		return r.missedOf(k.Unit) == i.Number
	}
	var own []string
	for _, k := range told {
		switch {
		case k.used || !named(k):
		case isCause(k.kind):
			k.used = true
			for _, p := range r.points(k) {
				if p.Loai == "" {
					p.Loai = Text(r.plan.Words.Text("bao-cao.bai.nguyen-nhan"))
				}
				out.NguyenNhan = append(out.NguyenNhan, p)
			}
		case k.kind == returns.Limitation && own == nil && (k.indicator == i.Number ||
			slices.ContainsFunc(measures, func(m *assess.Measure) bool { return isOn(k.Remark, m) })):
			k.used = true
			for _, p := range r.points(k) {
				own = append(own, string(p.Text))
			}
		}
	}
	var short []string
	for _, m := range measures {
		short = append(short, r.shortfall(m))
	}
	out.Text = Text(ended(strings.Join(short, "; ")))
	if own != nil {
		out.Text = Text(withoutNumber(strings.Join(own, " ")))
	}
	if out.NguyenNhan == nil {
		out.Thieu = true
		r.warn("B511", diag.Args{"number": i.Number})
	}
	return out
}

// withoutNumber is a text without the "Chỉ tiêu (10):" that it begins with: the number
// stands before it.
func withoutNumber(text string) string {
	const longest = 20
	head, rest, ok := strings.Cut(text, ":")
	if ok && namesIndicator(head+":") != "" && utf8.RuneCountInString(head) < longest {
		return strings.TrimSpace(rest)
	}
	return text
}

func isCause(k returns.Kind) bool {
	return k == returns.Cause || k == returns.ObjectiveCause || k == returns.SubjectiveCause
}

// narrative groups the remarks of some kinds by the plan's areas; what names no known
// area comes last, without a heading. Identical texts stand once.
func (r *report) narrative(told []*remark, kinds ...returns.Kind) narrative {
	var out narrative
	seen := map[string]bool{}
	take := func(id, title string, in func(string) bool) {
		a := area{So: len(out.LinhVuc) + 1, Ma: resolution.UnitID(id), Ten: Text(title)}
		for _, kind := range kinds {
			for _, k := range told {
				t := viet.Tidy(k.Text)
				if k.kind != kind || k.used || !in(k.Area) || seen[k.Area+"\x00"+t] {
					continue
				}
				seen[k.Area+"\x00"+t] = true
				a.Y = append(a.Y, r.points(k)...)
			}
		}
		if a.Y != nil {
			a.MotY = len(a.Y) == 1
			out.LinhVuc = append(out.LinhVuc, a)
		}
	}
	known := map[string]bool{}
	for _, ar := range r.plan.Areas {
		known[ar.ID] = true
		take(ar.ID, ar.Title, func(id string) bool { return id == ar.ID })
	}
	other := ""
	if out.LinhVuc != nil {
		other = r.plan.Words.Text("bao-cao.bai.linh-vuc-khac")
	}
	take("khac", other, func(id string) bool { return !known[id] })
	out.Thieu = out.LinhVuc == nil
	return out
}

// points are what a remark says, each in a paragraph of its own: a unit that begins a
// new line for something means that.
func (r *report) points(k *remark) []point {
	first := point{Ma: nameOf(k.kind, k.Text)}
	switch k.kind {
	case returns.ObjectiveCause:
		first.Loai = Text(r.plan.Words.Text("bao-cao.bai.khach-quan"))
	case returns.SubjectiveCause:
		first.Loai = Text(r.plan.Words.Text("bao-cao.bai.chu-quan"))
	case returns.Request:
		first.CanXem = r.toDecide(k)
	case returns.Achievement, returns.Limitation, returns.Cause, returns.Solution, returns.Direction:
	}
	var all []point
	lines := linesOf(r.withSubject(k.Remark))
	for i, l := range lines {
		p := first
		p.Text, p.Lui = Text(typed(l.text, i == len(lines)-1)), l.inside
		all = append(all, p)
	}
	return all
}

// toDecide reports a wish that nobody has decided about yet: whether the report makes
// it its own is the office's to say, by accepting the warning.
func (r *report) toDecide(k *remark) bool {
	p := diag.New("B522", k.At, diag.Args{"text": viet.Excerpt(k.Text)}).ForUnit(k.Unit)
	r.problems = append(r.problems, p)
	return !slices.ContainsFunc(r.plan.Silences, func(s resolution.Silence) bool { return s.Accepts(p) })
}

// kindNames begin the names of what units told.
var kindNames = map[returns.Kind]string{returns.Achievement: "ket-qua", returns.Limitation: "han-che",
	returns.Cause: "nguyen-nhan", returns.ObjectiveCause: "nguyen-nhan", returns.SubjectiveCause: "nguyen-nhan",
	returns.Solution: "giai-phap", returns.Request: "kien-nghi", returns.Direction: "phuong-huong"}

// nameOf names what a unit told by its words alone: whose they are does not leave the
// office, and could be found by trying if it went into the name.
func nameOf(kind returns.Kind, words string) string {
	sum := sha256.Sum256([]byte(viet.Tidy(words)))
	return kindNames[kind] + "-" + hex.EncodeToString(sum[:4])
}

// ownSubjects are the words by which a member of a group speaks of itself, folded,
// and lacks what such a sentence goes on with.
var (
	ownSubjects = []string{"chi bo", "dang bo", "dang uy", "ubnd", "don vi", "dia phuong", "phuong", "xa",
		"thon", "to dan pho", "to", "khu pho"}
	lacks = []string{"chua", "khong", "con", "van con", "van chua"}
)

// withSubject is a remark's text. A limitation of a group's member that names nobody
// would read as one of the whole, and whose it is must not leave the office: it is
// said to be so somewhere ("Có nơi chưa...", "Có phường còn...").
func (r *report) withSubject(k returns.Remark) string {
	t := strings.TrimSpace(viet.Clean(k.Text))
	if u := r.plan.Unit(k.Unit); k.Kind != returns.Limitation || u == nil || u.Group == "" || t == "" {
		return t
	}
	text := unlisted(t)
	folded := viet.Fold(text)
	words, rest := r.plan.Words, folded
	somewhere := words.Text("bao-cao.bai.co-noi", wording.Args{"noi-dung": lowered(text)})
	for _, s := range ownSubjects {
		if after, ok := strings.CutPrefix(folded, s+" "); ok {
			rest, somewhere = after, words.Text("bao-cao.bai.co", wording.Args{"noi-dung": lowered(text)})
			// "Đảng bộ phường còn...": a subject may be of another.
			for _, of := range ownSubjects {
				if after, ok := strings.CutPrefix(rest, of+" "); ok {
					rest = after
					break
				}
			}
			break
		}
	}
	if slices.ContainsFunc(lacks, func(w string) bool { return strings.HasPrefix(rest, w+" ") }) {
		return somewhere
	}
	return t
}
