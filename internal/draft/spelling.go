package draft

import (
	"strings"

	"baocao/internal/diag"
	"baocao/internal/viet"
)

// telling are words by which a promise is read: what is promised begins behind some, others
// say which way and how much.
var telling = []string{"phấn đấu", "duy trì", "giữ vững", "bảo đảm", "đảm bảo", "ước đạt", "hoàn thành", "ít nhất",
	"tối thiểu", "tối đa", "không quá", "không dưới", "không thấp hơn", "giảm còn", "xuống còn", "trở lên", "trở xuống"}

// misspelt asks about words that differ from those in their accents only: "Phần đầu đạt 2
// trường" is most likely "Phấn đấu". They are read as they are written, for they may be meant.
func misspelt(text string) (asks []diag.Message) {
	all := lex(text)
	for i := range all {
		for _, words := range telling {
			n := len(strings.Fields(words))
			if !phrase(all, i, viet.Fold(words)) || said(all, i, words) || said(all, i+n-1, "đầu tư") {
				continue
			}
			asks = append(asks, diag.Say("draft.ask.spelling",
				diag.Args{"text": text[all[i].from:all[i+n-1].to], "right": words}))
		}
	}
	return asks
}
