package recognise

import "sync"

// countsTwice: some are counted more than once: "có hộ đếm hai bận", but "không ai tính hai bận".
func (s speech) countsTwice() bool {
	for at, after := s.find(0, times); at >= 0; at, after = s.find(after, times) {
		for i := max(0, at-maxLead); i < at; i++ {
			if s.oneOf(i, listOnce("không, chưa, chẳng, đừng, khỏi, tránh, hết, hết cảnh")) > 0 {
				return false
			}
		}
		i := after + s.oneOf(after, listOnce("cả, đến, tới, luôn, thành, làm, vào, rồi lại, rồi"))
		if n := s.oneOf(i, severalTimes()); n > 0 && s.oneOf(i+n, countedAgain()) > 0 {
			return true
		}
		if i > after && s.oneOf(i, times) > 0 { // "đếm rồi lại đếm"
			return true
		}
	}
	return false
}

var (
	severalTimes = sync.OnceValue(func() []string {
		return list("2, 3, hai, ba, mấy, nhiều, vài, đôi, đôi ba, hai ba")
	})
	countedAgain = sync.OnceValue(func() []string {
		return list("lần, lượt, bận, chỗ, nơi, bữa, tổ, phường, sổ, danh sách, đầu")
	})
)
