package recognise

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"baocao/internal/viet"
)

// The words of headings and titles, read by a grammar of known words: a heading
// whose every word is known says what stands under it; any other is asked about.

// says is what known words say of the figures under them.
type says uint32

const (
	ofResults      says = 1 << iota // "thực hiện", "kết quả"
	ofPeriod                        // the whole of the report's: of a year "cả năm", "lũy kế", "31/12"
	ofOtherPeriod                   // of a year "quý III", "9T", "đến 30/9"
	ofSeveralYears                  // "nhiệm kỳ", "giai đoạn", "năm học"
	ofThisYear                      // "năm nay"
	ofLastYear                      // "năm trước", "cùng kỳ"
	ofPlans                         // "kế hoạch", "giao", "đăng ký"
	ofEstimates                     // "ước", "dự kiến", "sơ bộ"
	ofOtherThings                   // comparisons, marks, remarks, money spent, what is denied
	ofShare                         // "nam", "nữ", "trong đó"
	ofTotal                         // "tổng", "cộng"
	ofValue                         // "giá trị": of money, a result; of counts, what they cost
	ofNumber                        // "số lượng": of counts, a result
	ofDistrict                      // "toàn quận"
	ofReportPeriod                  // "kỳ báo cáo": the year in a year's report
	ofPaper                         // "nghị quyết": what it was decided in
	ofComparison                    // "so với": what follows is set beside the figures
	inThatPrice                     // "giá so sánh", "giá hiện hành"
	official                        // "chính thức"
	ofSamePeriod                    // "cùng kỳ": the report's own, of another year
	yearWord                        // "năm"
	ofOneOfYears                    // "các năm": of the one named below
	ofNearlyAll                     // "năm 2022 (đến 15/12)": it is as good as over
	nothing                         // known, and of no weight
)

func (s says) any(of says) bool { return s&of != 0 }

// notResults are what no column of results says.
const notResults = ofPlans | ofOtherThings | ofShare | ofPaper | ofComparison

// lexicon is what each known phrase says, in folded words, and how many words the
// longest has.
var lexicon = sync.OnceValues(func() (known map[string]says, longest int) {
	known = map[string]says{}
	for _, entry := range []struct {
		says    says
		phrases string
	}{
		{ofResults, `thuc hien,tra loi,cau tra loi,so tra loi,th,t h,t hien,th hien,kqth,tong ket,da thuc hien,
			ket qua,kq,dat,dat duoc,da dat,so lieu,thuc te,
			lam duoc,da lam,
			quyet toan,hoan thanh,da hoan thanh,thuc hien nghi quyet,thuc hien chi tieu,thuc hien cac chi tieu,
			thuc hien ke hoach,thuc hien kh,thuc hien nhiem vu,thuc hien cac nhiem vu,thuc hien chi tieu nhiem vu,
			ket qua nghi quyet,tinh hinh thuc hien,thuc hien muc tieu,thuc hien cac muc tieu`},
		{ofNumber, "so luong,sl"},
		{ofValue, "gia tri"},
		{ofPeriod, `ca nam,luy ke,cong don,trong nam,het nam,cuoi nam,cuoi ky,tu dau nam,ket thuc nam,toan nam,lk,
			muoi hai thang,den nam,ky nay cong don`},
		{ofOtherPeriod, `trong thang,thang nay,thang bao cao,trong quy,quy nay,quy bao cao,tuan,dot,ky nay,trong ky,
			giua nam,nua dau nam,nua nam,nua cuoi nam,sau thang,ba thang,chin thang,muoi thang,muoi mot thang,hai thang,
			bon thang,bay thang,tam thang,mot thang,dau nam den nay,hang thang,binh quan thang,phat sinh`},
		{ofSeveralYears, "nhiem ky,giai doan,nam hoc,nhieu nam,hai nam,ba nam,tu nam,bon nam,nien khoa"},
		{ofThisYear, "nam nay,nam bao cao"},
		{ofLastYear, `nam truoc,nam ngoai,ky truoc,nam lien truoc,nam truoc do,nam lien ke truoc,
			nam truoc lien ke,nam n 1,n 1`},
		{ofLastYear | ofSamePeriod, "cung ky,cung ky nam truoc,cung ky nam ngoai"},
		{ofPlans, `ke hoach,kh,dt,chi tieu,muc tieu,giao,duoc giao,so giao,phan dau,du toan,dang ky,cam ket,dinh muc,
			lo trinh,phai thuc hien,phai dat,can dat,can thuc hien,ke hoach thuc hien,chi tieu thuc hien,nhiem vu,
			nhu cau,de nghi,de xuat,dinh huong,phai hoan thanh,phuong huong,thuc hien ke hoach nam sau,han muc,
			chi tieu phai thuc hien,dang ky thuc hien,cam ket thuc hien,lo trinh thuc hien,dinh muc thuc hien,
			duoc giao thuc hien,giao thuc hien,nhiem vu thuc hien,nhiem vu phai thuc hien,muc giao,tran`},
		{ofPaper, "nghi quyet,nq,quyet dinh,qd,chi thi,thong tu,cong van,chuong trinh,de an,huong dan"},
		{ofEstimates, "uoc,uoc tinh,du kien,kha nang,so bo,du bao,tam tinh,du tinh,uoc dat"},
		{ofComparison, "so sanh,so voi,so cung ky,ss"},
		{ofOtherThings, `%,phan tram,ty le,ti le,ty trong,co cau,tang giam,tang,giam,chenh lech,th kh,th kq,toc do,
			muc tang,muc do,vuot,hut,binh quan,thu hang,hang,xep hang,xep loai,xep thu,xep thu tu,diem,cham diem,
			diem chuan,diem so,thang diem,tu cham,kinh phi,von,tien,so tien,giai ngan,chi phi,nguon,nguon von,nguon luc,
			khong,chua,con phai,con lai,con thieu,con,thieu,ton,ton dong,chua dat,khong dat,khong thuc hien,
			chua thuc hien,ghi chu,danh gia,nguyen nhan,giai trinh,phu trach,bo phan,tai lieu,kiem chung,chu tri,don vi,
			don vi tinh,dvt,dv tinh,tt,stt,so tt,so thu tu,thu tu,van ban,so van ban,so cong van,thoi gian,thoi han,
			tien do,giai phap,bien phap,co quan,phong,ban,noi dung,y kien,nhan xet,de muc,phuong phap,cach,
			nguoi thuc hien,don vi thuc hien,ma,ma so,dau nam,dau ky,hien trang,phu luc,dia diem,dia chi,ho ten,chuc vu,
			han,thoi diem hoan thanh,so ho so,ho so,khong thuc hien duoc,khong hoan thanh,chua hoan thanh,ty suat,he so,
			chi so,don gia,muc phat,toan thanh pho,ca thanh pho,toan tinh,ca tinh`},
		{ofShare, "nu,trong do,nong thon,thanh thi,trong do nu,tr do,gom,bao gom,rieng nu"},
		{ofTotal, "tong,cong,tong so,tong cong,toan bo"},
		{ofDistrict, "toan quan,toan huyen,toan thi xa,ca quan,toan dia ban quan,quan kien an"},
		{ofReportPeriod, "ky bao cao"},
		{inThatPrice, "gia so sanh,gia ss,gia co dinh,gia hien hanh,gia hh,gia thuc te"},
		{official | ofResults, "chinh thuc"},
		{ofOneOfYears, "cac nam,qua cac nam"},
		{yearWord, "nam"},
		{nothing, `tinh toi,toi ngay,toi het,cua don vi,khong phat sinh,khong co phat sinh,
			so,cac,cua,da,duoc,trong,tu,den,chot,tinh den,tinh,nay,va,theo,bao cao,cu the,tai,luc,thoi diem,
			rieng,phuong,quan,co,co den,muc,thoi ky,ngay,hom nay,den het,het,ke tu,toan phuong,dia ban,
			tren dia ban,thuc,dong,trieu,ty,nghin,ngan,nguoi,ho dan,ho,tan,luot,truong,doanh nghiep,dang vien,cong dan,
			lao dong,tdp,nha,vnd,trd,tr dong,to chuc,to dan pho,tong hop,chi tiet,la,nhu sau`},
	} {
		for phrase := range strings.SplitSeq(entry.phrases, ",") {
			phrase = strings.TrimSpace(phrase)
			if known[phrase] == 0 {
				known[phrase] = entry.says
			}
			longest = max(longest, strings.Count(phrase, " ")+1)
		}
	}
	return known, longest
})

// token is a word, a number, or a day of the calendar.
type token struct {
	word             string // folded; digits for a number
	n                int    // of a number; -1 for a word
	day, month, year int    // of a date; a month alone has no day; year may be 0
}

func (t token) isDate() bool { return t.month > 0 }

// tokens takes a text apart. Letters and digits that touch are two tokens
// ("TH2021", "9T"); 31/12/2022 and 9/2022 are one.
func tokens(text string) []token {
	type piece struct {
		text, before string
		number       bool
	}
	var pieces []piece
	var gap, run strings.Builder
	number := false
	flush := func() {
		if run.Len() > 0 {
			pieces = append(pieces, piece{run.String(), gap.String(), number})
			run.Reset()
			gap.Reset()
		}
	}
	for _, c := range viet.Clean(text) {
		digit, letter := c >= '0' && c <= '9', unicode.IsLetter(c) || unicode.Is(unicode.Mn, c)
		switch {
		case digit || letter:
			if run.Len() > 0 && digit != number {
				flush()
			}
			number = digit
			run.WriteRune(c)
		default:
			flush()
			if c == '%' {
				pieces = append(pieces, piece{text: "%"})
				gap.Reset()
				continue
			}
			gap.WriteRune(c)
		}
	}
	flush()
	joined := func(i int) bool { // with the piece before by one sign of a date
		if i >= len(pieces) || !pieces[i].number {
			return false
		}
		before := pieces[i].before
		return before == "/" || before == "." || before == "-"
	}
	ofPaper := func(i int) bool { // "12/2021/TT-BTC" is the number of a circular
		return i < len(pieces) && !pieces[i].number && pieces[i].before == "/"
	}
	var all []token
	for i := 0; i < len(pieces); i++ {
		p := pieces[i]
		if !p.number {
			word := p.text
			if word != "%" {
				word = viet.Fold(word)
			}
			all = append(all, token{word: word, n: -1})
			continue
		}
		n := atMostFour(p.text)
		if i > 0 && p.before == ":" && pieces[i-1].number && len(pieces[i-1].text) > 2 { // "ISO 9001:2015"
			n = -1
		}
		if len(p.text) <= 2 && joined(i+1) && !joined(i) {
			second := atMostFour(pieces[i+1].text)
			switch third := 0; {
			case joined(i+2) && len(pieces[i+1].text) <= 2:
				if third = atMostFour(pieces[i+2].text); len(pieces[i+2].text) == 2 {
					third += 2000
				}
				if isDay(n, second) && isYear(third) {
					all = append(all, token{word: p.text, n: n, day: n, month: second, year: third})
					i += 2
					continue
				}
			case len(pieces[i+1].text) == 4 && isYear(second) && n >= 1 && n <= 12 && !ofPaper(i+2):
				all = append(all, token{word: p.text, n: n, month: n, year: second})
				i++
				continue
			case len(pieces[i+1].text) <= 2 && isDay(n, second) && (pieces[i+1].before == "/" || leadsToDay(all)):
				all = append(all, token{word: p.text, n: n, day: n, month: second})
				i++
				continue
			}
		}
		all = append(all, token{word: p.text, n: n})
	}
	return inWords(all)
}

var beforeDays = []string{"den", "toi", "ngay", "chot", "moc"}

// leadsToDay: after "đến" and "ngày" also "30.11" is a day.
func leadsToDay(before []token) bool {
	return len(before) > 0 && slices.Contains(beforeDays, before[len(before)-1].word)
}

// inWords joins days that are written in words: "ngày 30 tháng 9 năm 2022", the
// day left open too.
func inWords(in []token) []token {
	var all []token
	for i := 0; i < len(in); i++ {
		at := func(k int) token {
			if i+k < len(in) {
				return in[i+k]
			}
			return token{n: -1}
		}
		if day := in[i].n; day > 12 && day <= 31 && !in[i].isDate() && at(1).word == "thang" && at(2).n >= 1 &&
			at(2).n <= 12 && (!at(2).isDate() || at(2).day == 0) { // "31 tháng 10", and no number of months
			d := token{word: "ngay", n: -1, day: day, month: at(2).n, year: at(2).year}
			i += 2
			if at(1).word == "nam" && isYear(at(2).n) {
				d.year = at(2).n
				i += 2
			}
			all = append(all, d)
			continue
		}
		if in[i].word != "ngay" {
			all = append(all, in[i])
			continue
		}
		k, day := 1, 1
		if at(1).n > 0 && !at(1).isDate() {
			k, day = 2, at(1).n
		}
		if at(k).word != "thang" {
			all = append(all, in[i])
			continue
		}
		k++
		d := token{word: "ngay", n: -1, day: day, month: 12}
		if m := at(k); m.n >= 1 && m.n <= 12 {
			d.month, d.year = m.n, m.year
			k++
		}
		if at(k).word == "nam" {
			k++
			if isYear(at(k).n) {
				d.year = at(k).n
				k++
			}
		}
		all = append(all, d)
		i += k - 1
	}
	return all
}

func atMostFour(digits string) int {
	if len(digits) > 4 {
		return -2
	}
	n, _ := strconv.Atoi(digits) // digits only
	return n
}

func isYear(n int) bool   { return n >= 1945 && n < 2200 }
func isDay(d, m int) bool { return d >= 1 && d <= 31 && m >= 1 && m <= 12 }

// step is one thing a text says: a known phrase, a year, or a word that is not
// known.
type step struct {
	says    says
	year    int // 0 for none
	strange bool
	until   *token // a day up to which figures run
	since   *token // the day they run from, with until
	date    bool   // another day

	span     span // the months that it names, of those until a day too
	relative bool // it tells of the months that other words name
}

// steps reads a text from left to right.
func steps(text string, of frame) []step {
	all := tokens(text)
	var out []step
	var since *token
	until := false // the words before lead up to a day
	for i := 0; i < len(all); {
		t := all[i]
		at := func(k int) token {
			if i+k >= 0 && i+k < len(all) {
				return all[i+k]
			}
			return token{n: -1}
		}
		period := func(n, words int) { // of n months
			s := span{1, n}
			if at(words).word == "cuoi" && at(words+1).word == "nam" && n > 0 {
				s = span{13 - n, 12}
			}
			out = append(out, step{says: of.says(s), span: s})
			i += words
		}
		month := func(t token, words int) { // a month named by its number
			s := span{t.n, t.n}
			if until {
				s.first = 1
			}
			out = append(out, step{says: of.says(s), span: s})
			if t.year > 0 {
				out = append(out, step{year: t.year})
			}
			i += words
		}
		switch {
		case t.isDate() && t.day == 0:
			month(t, 1)
		case t.isDate():
			switch before := at(-1).word; {
			case before == "tu" || before == "ngay" && at(-2).word == "tu":
				since = &t
			default:
				s := step{date: true}
				if since != nil || until {
					s = step{until: &t, since: since}
				} else {
					s.until = &t
				}
				out = append(out, s)
				since = nil
			}
			i++
		case t.n >= 1 && t.n < 12 && (at(1).word == "tdn" || at(1).word == "tcn"): // "6TĐN"
			s := span{1, t.n}
			if at(1).word == "tcn" {
				s = span{13 - t.n, 12}
			}
			out = append(out, step{says: of.says(s), span: s})
			i += 2
		case t.n >= 0 && (at(1).word == "thang" || at(1).word == "t") && t.n <= 12 && !at(2).isNumberOfMonth():
			period(t.n, 2)
			for at(0).word == "dau" && at(1).word == "nam" || at(0).word == "cuoi" && at(1).word == "nam" {
				i += 2
			}
		case t.n >= 1 && t.n <= 3 && at(1).word == "quy":
			s := span{1, 3 * t.n} // "3 quý đầu năm"
			out = append(out, step{says: of.says(s), span: s})
			for i += 2; at(0).word == "dau" && at(1).word == "nam"; {
				i += 2
			}
		case (t.word == "thang" || t.word == "t") && at(1).isNumberOfMonth():
			month(at(1), 2)
		case (t.word == "quy" || t.word == "q") && (at(1).n >= 1 && at(1).n <= 4 || isRoman(at(1).word)):
			quarter := quarterOf(at(1))
			s := step{span: span{3*quarter - 2, 3 * quarter}}
			if until {
				s.span.first = 1
			}
			s.says = of.says(s.span)
			if of.IsYear() {
				s.says = ofOtherPeriod // also the last, up to which a year's figures run
			}
			out = append(out, s)
			if at(1).year > 0 {
				out = append(out, step{year: at(1).year})
			}
			i += 2
		case isYear(t.n):
			out = append(out, step{year: t.n})
			i++
		case t.n >= 2 && t.n <= 10 && at(1).word == "nam" && at(-1).word != "so":
			out = append(out, step{says: ofSeveralYears})
			i += 2
		case t.n >= 15 && t.n < 40 && len(t.word) == 2 && slices.Contains(beforeShortYears, at(-1).word):
			out = append(out, step{year: 2000 + t.n})
			i++
		case t.n != -1: // the number of a footnote, of a column; or a year mistyped
			if len(t.word) > 2 && t.word != "000" && t.word != "1000" {
				out = append(out, step{strange: true})
			}
			i++
		default:
			s, words := knownAt(all, i)
			if t.word == "tu" && at(1).word == "nam" && at(-1).word == "dau" { // "đầu tư năm 2022"
				s, words = nothing, 1
			}
			switch {
			case words == 0 && (len(t.word) == 1 || strings.Trim(t.word, "ivx") == ""):
				words = 1
			case words == 0:
				out = append(out, step{strange: true})
				words = 1
			default:
				in, named, relative := inPeriod(of, s, all[i:i+words])
				out = append(out, step{says: in, span: named, relative: relative})
			}
			if s.any(inThatPrice) && isYear(at(words).n) {
				words++ // of the prices
			}
			i += words
		}
		switch last := all[i-1].word; last {
		case "den", "toi", "het", "cuoi", "diem", "moc", "chot", "tai":
			until = true
		case "ngay", "so", "lieu": // "mốc số liệu: 30/9"
		default:
			until = false
		}
	}
	return out
}

func (t token) isNumberOfMonth() bool {
	return t.n >= 1 && t.n <= 12 && (!t.isDate() || t.day == 0)
}

func isRoman(word string) bool { return slices.Contains(romans[:], word) }

var romans = [...]string{"i", "ii", "iii", "iv"}

// quarterOf is the quarter that a number names, in either way of writing it.
func quarterOf(t token) int {
	if i := slices.Index(romans[:], t.word); i >= 0 {
		return i + 1
	}
	return t.n
}

// beforeShortYears are the words after which two digits are a year: "TH 21".
var beforeShortYears = []string{"th", "kh", "kq", "nam", "hien", "hoach", "qua", "giao", "dat", "uoc"}

// knownAt is the longest known phrase that begins at a word, and its length.
func knownAt(all []token, i int) (says, int) {
	known, longest := lexicon()
	var buf [64]byte
	phrase := buf[:0]
	var found says
	words := 0
	for k := 0; k < longest && i+k < len(all) && !all[i+k].isDate(); k++ {
		if k > 0 {
			phrase = append(phrase, ' ')
		}
		phrase = append(phrase, all[i+k].word...)
		if s := known[string(phrase)]; s != 0 {
			found, words = s, k+1
		}
	}
	return found, words
}

// reading is what a heading says as a whole.
type reading struct {
	says    says
	years   []int
	strange bool // a word of it is not known
}

// readHeading reads the texts over one column, from top to bottom. Where one of
// them is not understood, they may be the words of one heading: "Thực" over "hiện".
func readHeading(parts []string, of frame) reading {
	if of.memory == nil {
		return readAnew(parts, of)
	}
	return of.memory.headings.of(spoken{strings.Join(parts, "\x00"), of.Period, of.told},
		func(spoken) reading { return readAnew(parts, of) })
}

func readAnew(parts []string, of frame) reading {
	r := readParts(parts, of)
	if r.strange && len(parts) > 1 {
		if whole := readParts([]string{strings.Join(parts, " ")}, of); !whole.strange {
			return whole
		}
	}
	return r
}

func readParts(parts []string, of frame) reading {
	var r reading
	named := false // a year, beside the day that figures run up to
	for _, part := range parts {
		switch viet.Tidy(strings.ToLower(part)) {
		case "nam":
			r.says |= ofShare // men; a year has its accent or its number
			continue
		}
		for _, s := range steps(withoutNamedUnit(part), of) {
			r.says |= s.says
			r.strange = r.strange || s.strange
			if s.until != nil {
				switch d := *s.until; {
				case coversUntil(of, s.since, d):
					r.says |= ofPeriod
				case s.since == nil && d.day == 1 && d.month == 1:
					r.says |= ofOtherThings // what the year began with
				case s.since == nil && until(of, nil, d) == 0:
					r.says |= ofNearlyAll
				default:
					r.says |= ofOtherPeriod
				}
				s.year = s.until.year
			}
			named = named || s.year > 0 && s.until == nil
			if s.year > 0 {
				r.years = append(r.years, s.year)
			}
		}
	}
	if r.says.any(ofNearlyAll) && !named {
		r.says |= ofOtherPeriod
	}
	if r.says.any(ofOneOfYears) && len(r.years) == 0 {
		r.says |= ofSeveralYears
	}
	if len(r.years) > 1 && slices.Min(r.years) != slices.Max(r.years) && !r.says.any(notResults) {
		r.says |= ofSeveralYears
	}
	return r
}

// isWholeYear: from one day to another it is about a year, also from December
// to December.
func isWholeYear(since, until token) bool { return monthsBetween(since, until) == 12 }

// monthsBetween is about how many months it is from one day to another.
func monthsBetween(since, until token) int {
	months := until.month - since.month
	if since.year > 0 && until.year > 0 {
		months += 12 * (until.year - since.year)
	}
	if since.day <= 5 && until.day >= 25 {
		months++
	}
	return months
}
