package recognise

import (
	"slices"
	"sync"

	"baocao/internal/quantity"
	"baocao/internal/viet"
)

// Titles and names of sheets that say that only some are counted: a sample, one of the sender's places,
// women.

// isSample: a title says that only some were asked, or something was tried out: "ĐIỀU TRA MẪU",
// "KHẢO SÁT 200 HỘ", "THÍ ĐIỂM". A number of those who are counted is one of some, unless it is that
// of all.
func (t *taking) isSample(s speech) bool {
	if s.has(samples()) {
		return true
	}
	return slices.ContainsFunc(s.counts(), func(n quantity.Number) bool { return !t.hasPlaces(n) })
}

// counts are the numbers of those who are counted that a title gives: "TẠI 03 TỔ DÂN PHỐ".
func (s speech) counts() []quantity.Number {
	var all []quantity.Number
	for i := 1; i+1 < len(s.words); i++ {
		if !isNumberWord(s.words[i]) || s.oneOf(i-1, beforeCounts()) > 0 || viet.Fold(s.words[i-1]) == "" ||
			s.oneOf(i+1, countedPart) == 0 {
			continue
		}
		n := quantity.ReadWritten(s.words[i], true).Value
		if !isYear(atMostFour(s.words[i])) && n.Sign() > 0 {
			all = append(all, n)
		}
	}
	return all
}

var (
	samples = sync.OnceValue(func() []string {
		return list(`điều tra mẫu, chọn mẫu, khảo sát mẫu, theo mẫu ngẫu nhiên, mẫu điều tra, mẫu khảo sát,
			phiếu khảo sát, phiếu điều tra, thí điểm, làm điểm, chọn điểm, làm thử, thử nghiệm, chạy thử, suy rộng,
			điển hình, mô hình điểm, phúc tra, hậu kiểm, kiểm tra điểm, ngẫu nhiên, phỏng vấn, một số tổ,
			một số đơn vị, một số khu`)
	})
	beforeCounts = sync.OnceValue(func() []string {
		return list(`số, tổ, tdp, khu, cụm, thôn, phường, quận, bảng, biểu, phụ lục, mẫu, phần, mục, năm, quý, tháng,
			ngày`)
	})
)

// isOfSome: a title over a table, or the name of its sheet, says that only one of
// the sender's places is counted, or only some of those whom the plan asks for: "TỔ
// DÂN PHỐ SỐ 5", "... CHO LAO ĐỘNG NỮ". A title of a table says more than that of a
// block: only the words that narrow it are looked at.
func (t *taking) isOfSome(title string) bool {
	s := speechOf(title)
	if s.has(noScope) || t.listsAllPlaces(s) {
		return false
	}
	if t.comesThrough(s) || t.isSample(s) {
		return true
	}
	for i := range s.words {
		if n := s.numberedPlace(i); n > 0 && !t.isAddress(s, i) {
			u := t.plan.Unit(t.unit)
			place := viet.Fold(speech{s.words[i : i+n], s.bare}.text())
			if u == nil || !viet.HasPhrase(viet.Fold(u.Name), place) {
				return true
			}
		}
		if s.isOfWomen(i) && !slices.Contains(t.askedWords(), "nu") {
			return true
		}
		if n := s.oneOf(i, scopeOpens); n > 0 && !(i > 0 && slices.Contains(ofUse, s.words[i-1])) {
			of := s.clause(i + n)
			if end, _ := of.find(0, scopeEnds); end >= 0 {
				of.words = of.words[:end]
			}
			if of.population() > 0 && t.narrows(partNames[0]+" "+of.text()) {
				return true
			}
		}
	}
	return false
}

// mayNarrow: words of a title may say so, whatever is asked; isOfSome tells.
func (s speech) mayNarrow() bool {
	if s.has(sourcesOfHelp()) || s.has(samples()) || len(s.counts()) > 0 {
		return true
	}
	for i := range s.words {
		if s.numberedPlace(i) > 0 || s.isOfWomen(i) || s.oneOf(i, scopeOpens) > 0 {
			return true
		}
	}
	return false
}

// numberedPlace is how many words name one of a ward's places by its number: "tổ 5",
// "Khu dân cư số 3", but "tổ dân phố 2022"; 0 for none.
func (s speech) numberedPlace(i int) int {
	n := s.oneOf(i, numberedPlaces)
	if n == 0 {
		return 0
	}
	n += s.at(i+n, "số")
	if i+n < len(s.words) && isNumberWord(s.words[i+n]) && !isYearWord(s.words[i+n]) &&
		!(i+n+1 < len(s.words) && s.words[i+n+1] == "/") {
		return n + 1
	}
	return 0
}

// isAddress: a place tells where that stands which is asked for: "Nhà văn hóa tổ 5".
func (t *taking) isAddress(s speech, i int) bool {
	before := speech{s.words[:i], s.bare}
	return slices.Contains(buildings, t.ask.Unit) && before.has([]string{t.ask.Unit})
}

var buildings = list("nhà văn hóa, nhà, trường, trạm, chợ, công trình, điểm, công viên, sân, đường, cầu, phòng")

// isOfWomen: "lao động nữ", "Nữ", and neither "nam nữ" nor the Women's Union.
func (s speech) isOfWomen(i int) bool {
	if s.at(i, "nữ") == 0 {
		return s.at(i, "nam giới") > 0
	}
	before := speech{s.words[max(0, i-2):i], s.bare}
	return !before.has(besideWomen) && s.oneOf(i+1, afterWomen) == 0
}

var (
	numberedPlaces = list("tổ, tdp, tổ dân phố, khu, cụm, khu phố, khu dân cư, thôn, xóm, chi bộ, cụm dân cư")
	// ownPlaces are numberedPlaces whose name says nothing else
	ownPlaces  = list("tdp, tổ dân phố, khu phố, khu dân cư, cụm dân cư")
	scopeHints = phrases{"to", "tdp", "khu", "cum", "thon", "xom", "chi bo", "nu", "nam gioi", "cho", "doi voi",
		"rieng", "qua", "nguon", "von",
		"mau", "ho", "phieu", "diem", "thu", "suy rong", "dien hinh", "phuc tra", "ngau nhien", "phong van", "mot so",
		"don vi", "hau kiem"}
	noScope = append(list(`địa chỉ, trụ sở, đường, ngõ, điện thoại, nơi nhận, kính gửi, nam và nữ, nam lẫn nữ,
		nam nữ`), "nam , nữ")
	besideWomen = list("phụ, bình đẳng")
	afterWomen  = list("và nam, nam, công, sinh")
	ofUse       = list("dùng") // "Mẫu dùng cho hộ": whose the form is
	scopeOpens  = list("cho, đối với, dành cho, riêng")
	scopeEnds   = list("năm, trong năm, từ, đến, theo, trên địa bàn, tại, 6, 9, quý, tháng")
)
