package diag

// Setting pages: B6xx.
var outputProblems = []Entry{
	{
		Code: "B600", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Báo cáo có {class} mà phông chữ không in được ({letters}); chỗ đó in dấu hỏi.",
			"The report holds {class} that the typeface cannot print ({letters}); a question mark stands in " +
				"their place.",
		},
		Fix: Text{
			"Tìm những ký tự này ở chỗ đã nêu (không nêu chỗ nào thì tìm trong tệp nghị quyết, tệp cơ quan và thư " +
				"mục loi-van), thay bằng chữ thường dùng rồi lập lại báo cáo.",
			"Find these characters where they are said to be (in the resolution and office files and the folder " +
				"loi-van where no place is said), replace them by ordinary letters and build again.",
		},
		SenderFix: Text{
			"Xóa những ký tự này hoặc thay bằng chữ thường dùng.",
			"Delete these characters or replace them by ordinary letters.",
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
	{
		Code: "B601", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Số «{figure}» dài hơn bề rộng còn lại của cột trong bảng, kể cả với cỡ chữ nhỏ nhất; trang in phải ngắt số này.",
			"The figure “{figure}” is longer than its column in the table can be, even in the smallest letters; the " +
				"page breaks it in two.",
		},
		Fix: Text{
			"Đổi đơn vị tính của chỉ tiêu (triệu đồng sang tỷ đồng chẳng hạn) trong nghi-quyet.toml để số ngắn lại.",
			"Choose a larger unit of measurement for the measure in nghi-quyet.toml, so that the figure gets shorter.",
		},
		Explain: Text{
			"Một số bị ngắt làm đôi trong ô đọc thành hai số. Chương trình đã nới cột, rồi thu nhỏ chữ của bảng; " +
				"bảng vẫn không đủ chỗ.",
			"A figure that is broken in two in its cell reads as two. The columns were widened and the letters of " +
				"the table made smaller; there is still no room.",
		},
		Example: Text{
			"bảng nhiều cột có một số 60 chữ số.",
			"a table of many columns has a figure of 60 digits.",
		},
	},
}

// letterPhrases are the classes of letters that the faces lack.
var letterPhrases = []phrase{
	{"letters.pictures", "biểu tượng cảm xúc, hình vẽ", "emoji or pictures"},
	{"letters.eastern", "chữ Hán, Nhật, Hàn", "Chinese, Japanese or Korean letters"},
	{"letters.private", "ký tự riêng của phông Symbol, Wingdings hoặc phông chữ cũ",
		"letters that only Symbol, Wingdings or an old typeface has"},
	{"letters.broken", "chữ đã hỏng khi chuyển mã", "letters that were damaged when their file was converted"},
	{"letters.foreign", "chữ của ngôn ngữ khác", "letters of another language"},
	{"letters.signs", "ký hiệu lạ", "odd signs"},
}
