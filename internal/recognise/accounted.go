package recognise

import (
	"slices"
	"strings"
	"sync"

	"baocao/internal/viet"
)

// The title of a block of rows is understood word by word: what is asked for, the
// plan's fields of work, those that every office has, and the words that titles
// and headings are made of. A title that has any other word may name those whom
// the rows count, and is asked about.

// fieldsOfOffices are fields of work whatever the plan calls its own.
var fieldsOfOffices = phrases{"kinh te", "van hoa", "van xa", "xa hoi", "chinh tri", "quoc phong", "an ninh",
	"trat tu", "an toan", "quan su", "nghia vu quan su", "tuyen quan", "nhap ngu", "tuyen chon", "goi",
	"do thi", "ha tang", "moi truong", "tai nguyen", "dat dai", "xay dung", "chinh trang", "giao thong",
	"ve sinh", "rac thai", "chat thai", "nuoc thai", "nuoc sach", "cap nuoc", "thoat nuoc", "cay xanh",
	"doan the", "mat tran", "dan van", "tuyen giao", "to chuc", "kiem tra", "giam sat", "noi chinh", "noi vu",
	"tu phap", "thanh tra", "cai cach", "hanh chinh", "thu tuc", "chuyen doi so", "chinh quyen", "giao duc",
	"dao tao", "day nghe", "hoc nghe", "nghe nghiep", "y te", "suc khoe", "dan so", "gia dinh", "tre em",
	"binh dang gioi", "bao hiem", "an sinh", "bao tro", "giam ngheo", "viec lam", "lao dong", "nguoi co cong",
	"thuong binh", "thong tin", "truyen thong", "the thao", "the duc", "du lich", "tai chinh", "ngan sach",
	"thu", "chi", "thue", "dau tu", "cong nghiep", "tieu thu cong nghiep", "thuong mai", "dich vu",
	"nong nghiep", "lam nghiep", "thuy san", "phat trien", "san xuat", "kinh doanh", "doanh nghiep", "quan ly",
	"su nghiep", "xay dung dang", "dang vien", "dang", "co so", "ho tich", "dan cu", "nep song", "van minh",
	"le hoi", "di tich", "ton giao", "dan toc", "phong chay", "chua chay", "thi dua", "khen thuong", "khoa hoc",
	"cong nghe", "nong thon moi", "do thi van minh", "thanh nien", "phu nu", "nong dan", "cuu chien binh",
	"cong doan", "nhan dan", "dia ban", "don vi", "dia phuong", "chung", "khac", "chu yeu", "co ban",
	"trong tam", "chuan moi", "chuan ngheo", "danh hieu", "thuong mai dich vu", "xoa doi", "chinh sach",
	"doi song", "vat chat", "tinh than", "huong uoc", "quy uoc", "toan dan", "bao phu", "thu hut",
	"viec", "chat luong", "tang truong", "co cau", "ben vung", "dau tu cong", "xa hoi hoa", "quy hoach", "nha o",
	"thiet che", "khoi luong", "cong viec", "ke", "ban", "tien do", "dinh kem", "he thong", "ky thuat", "cung cap",
	"nghe", "mang luoi", "truong lop", "giao nhan", "dang ky", "do", "nguon", "nhan luc", "luc luong lao dong",
	"khoan", "cap", "trien khai", "to chuc thuc hien", "phong trao", "tuyen truyen", "van dong", "huy dong",
	"ho tro", "cham lo", "cham soc", "day manh", "tang cuong", "doi moi", "sang tao", "hieu qua", "nghiep vu",
	"chuyen mon", "thuong xuyen", "dich benh", "phong chong", "te nan", "ma tuy", "toi pham", "tai nan",
	"cong khai", "minh bach", "dan chu", "quy che", "kinh phi", "von", "tai san", "cong san", "muc song", "thu nhap",
	"bieu", "bang", "van", "xa", "the", "truong hoc", "chuan", "phuc loi", "ky luat", "lap", "giai phong mat bang",
	"cap giay", "an toan giao thong", "thue", "le phi", "phi", "hoa don", "nganh", "nghe", "dong gop",
	"thong ke", "ke toan", "ho khau", "chung thuc", "khieu nai", "to cao", "tiep cong dan"}

// joiningWords stand between the others.
var joiningWords = phrases{"va", "ve", "cac", "nhung", "cua", "cong", "theo", "cho", "den", "tai", "trong",
	"tren", "o", "co", "duoc", "viec", "thuc hien", "linh vuc", "nhom", "phan", "muc", "so", "tong", "ty le",
	"bao ve", "nang cao", "xu ly", "thu gom", "tham gia", "giai quyet", "danh gia", "xep loai", "ket qua",
	"hoat dong", "tong hop", "phuong huong", "thu nhat", "thu hai", "thu ba", "thu tu", "thu nam"}

// titleWords are the phrases of both.
var titleWords = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for _, phrase := range slices.Concat(fieldsOfOffices, joiningWords) {
		all[phrase] = true
	}
	return all
})

// understands: every word of a block's title is known, or it opens as the title of
// a field of work; titles that name a population are read by narrows.
func (t *taking) understands(title string) bool {
	title, _ = withoutNumber(title)
	s := speechOf(title)
	if s.has(fieldWords) || s.population() > 0 || s.oneOf(0, partOpens) > 0 {
		return true
	}
	return t.knows(title, t.knownWords())
}

// knows: every word of a title is one of titles, or of those given.
func (t *taking) knows(title string, known []string) bool {
	s := speechOf(title)
	names := phrases{viet.Fold(t.plan.Office.Place)}
	for _, id := range append(t.unitsIn(title), t.unit) {
		if u := t.plan.Unit(id); u != nil {
			names = append(names, viet.Fold(u.Name))
		}
	}
	knownFolded := sync.OnceValue(func() []string { return strings.Fields(viet.Fold(strings.Join(known, " "))) })
	var words, folded, left []string // of the title, side by side; those that are not known
	for _, w := range s.words {
		for f := range strings.FieldsSeq(viet.Fold(w)) { // "1.500" folds to two
			words, folded = append(words, w), append(folded, f)
		}
	}
	for i := 0; i < len(folded); {
		n := 0
		for k := 1; k <= longestName && i+k <= len(folded); k++ {
			if phrase := strings.Join(folded[i:i+k], " "); titleWords()[phrase] || slices.Contains(names, phrase) {
				n = k
			}
		}
		isKnown := slices.Contains(known, words[i])
		if s.bare {
			isKnown = slices.ContainsFunc(known, func(w string) bool { return viet.Fold(w) == folded[i] })
		}
		if long := shortForms[folded[i]]; long != "" { // "BHYT"
			isKnown = isKnown || allIn(strings.Fields(long), knownFolded())
		}
		if n == 0 && !isKnown {
			left = append(left, words[i])
		}
		i += max(n, 1)
	}
	return t.saysNoWeight(strings.Join(left, " ")) || t.saysNoWeight(title) // "cuối năm" of a row "trong năm" too
}

// saysNoWeight: the words of headings are all that a text has, and they leave open whom a title's rows
// count.
func (t *taking) saysNoWeight(text string) bool {
	return !slices.ContainsFunc(steps(text, t.frame()), func(s step) bool {
		return s.strange || s.says&^ofNoWeight != 0 || s.year > t.plan.Resolution.Year
	})
}

// ofNoWeight is what words say that leave open whom a title's rows count.
const ofNoWeight = ofResults | ofPeriod | ofThisYear | ofNumber | ofValue | ofTotal | ofReportPeriod | ofPaper |
	official | yearWord | nothing

// longestName is how many words the name of a unit is looked for in.
const longestName = 10

// knownWords are those of what is asked for, and of the plan's fields of work.
func (t *taking) knownWords() []string {
	m := t.ask.Measure
	texts := []string{t.ask.Label, t.ask.Note, t.ask.Unit, m.Name, m.Basis}
	for _, a := range t.plan.Areas {
		texts = append(texts, a.Title)
	}
	for _, s := range t.plan.Sections {
		texts = append(texts, s.Title)
	}
	words := speechOf(strings.Join(texts, " ")).words
	slices.Sort(words)
	return slices.Compact(words)
}
