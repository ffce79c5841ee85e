package diag

// Wording: B5xx.
var composeProblems = []Entry{
	{
		Code: "B501", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Mẫu lời văn «{name}» có lỗi ở dòng {line}: {error}.",
			"The wording “{name}” has an error on line {line}: {error}.",
		},
		Fix: Text{
			"Sửa dòng này trong thư mục loi-van, hoặc xóa tệp để dùng lời văn có sẵn.",
			"Mend that line in the folder loi-van, or delete the file to use the built-in wording.",
		},
		Explain: Text{
			"Phần nằm giữa {{ và }} là chỗ chương trình điền số liệu; viết sai thì không điền được. Báo cáo " +
				"tạm dùng lời văn có sẵn.",
			"What stands between {{ and }} is filled in by the program and must be spelled exactly. The " +
				"built-in wording was used.",
		},
		Example: Text{"viết {{.NamNay}} trong khi tên đúng là {{.Nam}}.", "{{.NamNay}} where the name is {{.Nam}}."},
	},
	{
		Code: "B502", Severity: Error, Audience: OfficeOnly,
		What: Text{"Không đọc được mẫu lời văn «{name}».", "The wording “{name}” cannot be read."},
		Fix: Text{
			"Kiểm tra quyền đọc tệp, hoặc đóng tệp đang mở rồi chạy lại.",
			"Check the rights on the file, or close it where it is open, and run again.",
		},
		Explain: Text{"Báo cáo tạm dùng lời văn có sẵn cho phần này.", "The built-in wording was used for this part."},
		Example: Text{
			"tệp nằm trên ổ mạng đã ngắt, hoặc một thư mục mang tên mo-dau.md.",
			"the file is on a network drive that is gone, or a folder is called mo-dau.md.",
		},
	},
	{
		Code: "B503", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Mẫu lời văn có sẵn «{name}» không dùng được cho số liệu này: {error}.",
			"The built-in wording “{name}” fails for these figures: {error}.",
		},
		Fix: Text{
			"Đây là lỗi của chương trình: báo cho người cung cấp, kèm mã lỗi và tên mẫu; tạm thời viết phần " +
				"này trong loi-van.",
			"This is a fault of the program: report it with the code and the name; meanwhile write this part " +
				"in loi-van.",
		},
		Explain: Text{
			"Phần báo cáo dùng mẫu này có thể thiếu chữ, cần đọc lại trước khi gửi.",
			"The part of the report made from this wording may lack words; read it before it is sent.",
		},
		Example: Text{"mẫu gọi một tên không có trong dữ liệu.", "the wording names a field that does not exist."},
	},
	{
		Code: "B504", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Tệp «{name}» trong loi-van không thay cho mẫu nào nên không được dùng.",
			"The file “{name}” in loi-van replaces no wording and was not used.",
		},
		Fix: Text{"Đổi tên tệp thành một trong các tên: {names}.", "Rename it to one of: {names}."},
		Explain: Text{
			"Lời văn của cơ quan chỉ được dùng khi tệp mang đúng tên mẫu mà nó thay.",
			"The office's wording is used only where the file has the name of the wording it replaces.",
		},
		Example: Text{"«ketqua.md» phải là «ket-qua.md».", "“ketqua.md” must be “ket-qua.md”."},
	},
	{
		Code: "B511", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Chưa đơn vị nào nêu nguyên nhân không đạt chỉ tiêu số ({number}).",
			"No unit has given a cause for missing indicator ({number}).",
		},
		Fix: Text{
			"Yêu cầu đơn vị bổ sung nguyên nhân vào sheet thuyết minh của biểu mẫu.",
			"Ask the unit to add the cause to the narrative sheet of its form.",
		},
		Explain: Text{
			"Chương trình không tự nghĩ ra nguyên nhân; báo cáo để chỗ trống có đánh dấu để cơ quan bổ sung.",
			"Causes are never invented; the report carries a marked gap for the office to fill.",
		},
		Example: Text{
			"chỉ tiêu số (10) không đạt mà phần nguyên nhân không có nội dung nào của đơn vị báo cáo chỉ tiêu " +
				"ấy.",
			"indicator (10) was missed and the unit that reports it gave no cause.",
		},
	},
	{
		Code: "B512", Severity: Warning, Audience: OfficeOnly,
		What: Text{"Chưa đơn vị nào nêu nguyên nhân của hạn chế.", "No unit has given a cause of the limitations."},
		Fix: Text{
			"Yêu cầu các đơn vị bổ sung nguyên nhân vào sheet thuyết minh của biểu mẫu.",
			"Ask the units to add causes to the narrative sheet of their forms.",
		},
		Explain: Text{"Phần IV của báo cáo để chỗ trống có đánh dấu.", "Part IV of the report carries a marked gap."},
		Example: Text{
			"các đơn vị chỉ gửi số liệu, bỏ trống sheet thuyết minh.",
			"the units sent figures only and left the narrative sheet blank.",
		},
	},
	{
		Code: "B513", Severity: Warning, Audience: OfficeOnly,
		What: Text{"Chưa đơn vị nào nêu nhiệm vụ, giải pháp.", "No unit has proposed tasks or solutions."},
		Fix: Text{
			"Yêu cầu các đơn vị bổ sung giải pháp vào sheet thuyết minh của biểu mẫu.",
			"Ask the units to add solutions to the narrative sheet of their forms.",
		},
		Explain: Text{"Phần V của báo cáo để chỗ trống có đánh dấu.", "Part V of the report carries a marked gap."},
		Example: Text{
			"các đơn vị chỉ gửi số liệu, bỏ trống sheet thuyết minh.",
			"the units sent figures only and left the narrative sheet blank.",
		},
	},
	{
		Code: "B514", Severity: Warning, Audience: OfficeOnly,
		What: Text{"Chưa đơn vị nào nêu kết quả nổi bật.", "No unit has reported achievements."},
		Fix: Text{
			"Yêu cầu các đơn vị bổ sung kết quả vào sheet thuyết minh của biểu mẫu.",
			"Ask the units to add their results to the narrative sheet of their forms.",
		},
		Explain: Text{"Phần II của báo cáo để chỗ trống có đánh dấu.", "Part II of the report carries a marked gap."},
		Example: Text{
			"các đơn vị chỉ gửi số liệu, bỏ trống sheet thuyết minh.",
			"the units sent figures only and left the narrative sheet blank.",
		},
	},
	{
		Code: "B515", Severity: Warning, Audience: OfficeOnly,
		What: Text{"Không có hạn chế nào để nêu trong báo cáo.", "There is no limitation to put into the report."},
		Fix: Text{
			"Yêu cầu các đơn vị bổ sung hạn chế vào sheet thuyết minh của biểu mẫu.",
			"Ask the units to add limitations to the narrative sheet of their forms.",
		},
		Explain: Text{
			"Không chỉ tiêu nào không đạt và không đơn vị nào nêu hạn chế; phần III để chỗ trống có đánh dấu.",
			"No indicator was missed and no unit named a limitation; part III carries a marked gap.",
		},
		Example: Text{"các đơn vị bỏ trống sheet thuyết minh.", "the units left the narrative sheet blank."},
	},
}
