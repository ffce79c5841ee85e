package diag

// Setting pages: B6xx.
var outputProblems = []Entry{
	{
		Code: "B600", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Báo cáo có ký tự mà phông chữ không in được ({letter}); chỗ đó in dấu hỏi.",
			"The report holds a character that the typeface cannot print ({letter}); a question mark stands in " +
				"its place.",
		},
		Fix: Text{
			"Tìm ký tự này trong thuyết minh của đơn vị hoặc trong tệp nghị quyết, cơ quan và thay bằng chữ " +
				"thường dùng.",
			"Find the character in the units' narrative or in the resolution or office file and replace it by " +
				"an ordinary letter.",
		},
		Explain: Text{
			"Phông chữ của báo cáo có đủ chữ tiếng Việt và các dấu thường dùng, nhưng không có biểu tượng cảm " +
				"xúc, chữ Hán\n" +
				"hoặc ký hiệu lạ. Chương trình không tự bỏ ký tự mà in dấu hỏi để người đọc soát thấy.",
			"The report's typeface has every Vietnamese letter and the usual marks, but no emoji, Chinese " +
				"characters or odd signs. The character is not\n" +
				"dropped: a question mark stands in its place, for the reader to see.",
		},
		Example: Text{
			"một phường chép nội dung từ tin nhắn có hình mặt cười (U+1F600).",
			"a ward pasted a message with a smiling face (U+1F600).",
		},
	},
}
