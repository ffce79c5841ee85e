package diag

// Wording: B5xx.
var composeProblems = []Entry{
	{
		Code: "B501", Severity: Error, Audience: OfficeOnly, Counted: AsWording,
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
		Code: "B502", Severity: Error, Audience: OfficeOnly, Counted: AsWording,
		What: Text{
			"Không đọc được mẫu lời văn «{name}»: {error}.",
			"The wording “{name}” cannot be read: {error}.",
		},
		Fix: Text{
			"Kiểm tra quyền đọc tệp, hoặc đóng tệp đang mở rồi lập lại báo cáo.",
			"Check the rights on the file, or close it where it is open, and build again.",
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
		Code: "B504", Severity: Warning, Audience: OfficeOnly, Counted: AsWording,
		What: Text{
			"Tệp «{name}» trong loi-van không thay cho mẫu nào nên không được dùng.",
			"The file “{name}” in loi-van replaces no wording and was not used.",
		},
		Fix: Text{
			"Đổi tên tệp thành một trong các tên: {names}. Lời của một đoạn thì để trong loi-van/doan.",
			"Rename it to one of: {names}. The words of one paragraph belong in loi-van/doan.",
		},
		Explain: Text{
			"Lời văn của cơ quan chỉ được dùng khi tệp mang đúng tên mẫu mà nó thay.",
			"The office's wording is used only where the file has the name of the wording it replaces.",
		},
		Example: Text{"«ketqua.md» phải là «ket-qua.md».", "“ketqua.md” must be “ket-qua.md”."},
	},
	{
		Code: "B505", Severity: Error, Audience: OfficeOnly, Counted: AsWording,
		What: Text{
			"Tệp lời văn «{name}» không đọc được: {error}.",
			"The wording file “{name}” cannot be read: {error}.",
		},
		Fix: Text{
			"Sửa dòng này trong thư mục loi-van, hoặc xóa tệp để dùng lời văn có sẵn.",
			"Mend that line in the folder loi-van, or delete the file to use the built-in wording.",
		},
		Explain: Text{
			"Mỗi dòng của tệp có dạng tên = \"chữ\". Cả tệp tạm dùng lời văn có sẵn.",
			"Each line of the file has the form name = \"text\". The built-in wording was used for the whole file.",
		},
		Example: Text{
			"thiếu dấu ngoặc kép ở cuối: tt = \"TT.",
			"the closing quotation mark is missing: tt = \"TT.",
		},
	},
	{
		Code: "B506", Severity: Warning, Audience: OfficeOnly, Counted: AsWording,
		What: Text{
			"Tệp lời văn «{name}» có tên «{key}» mà chương trình không dùng.",
			"The wording file “{name}” has the name “{key}”, which is not used.",
		},
		Fix: Text{
			"Sửa cho đúng tên trong tệp có sẵn (xem templates/README.md), hoặc xóa dòng này.",
			"Spell it as the built-in file does (see templates/README.md), or delete the line.",
		},
		Explain: Text{
			"Chữ của cơ quan chỉ được dùng khi dòng mang đúng tên và đúng nhóm [...] của chữ mà nó thay.",
			"The office's text is used only where its line has the name and the group [...] of the text it replaces.",
		},
		Example: Text{
			"«gichu» phải là «ghi-chu».",
			"“gichu” must be “ghi-chu”.",
		},
	},
	{
		Code: "B507", Severity: Warning, Audience: OfficeOnly, Counted: AsWording,
		What: Text{
			"Tệp lời văn «{name}» thiếu «{key}»; dùng chữ có sẵn «{text}».",
			"The wording file “{name}” lacks “{key}”; the built-in text “{text}” is used.",
		},
		Fix: Text{
			"Chép dòng ấy từ tệp có sẵn vào tệp này, rồi giữ nguyên hoặc sửa.",
			"Copy that line from the built-in file, and keep or change it.",
		},
		Explain: Text{
			"Tệp trong loi-van thay cả tệp có sẵn, nên phải có đủ các dòng. Phiên bản mới của chương trình có thể thêm dòng.",
			"A file in loi-van stands for the whole built-in file and needs all its lines. A new version may have more of them.",
		},
		Example: Text{
			"phu-luc.toml chỉ chép nhóm [cot], thiếu nhóm [ghi-chu].",
			"phu-luc.toml was copied without the group [ghi-chu].",
		},
	},
	{
		Code: "B508", Severity: Error, Audience: OfficeOnly, Counted: AsWording,
		What: Text{
			"Chữ «{key}» trong tệp lời văn «{name}» có chỗ điền {placeholders} mà chương trình không có.",
			"The text “{key}” in the wording file “{name}” has the placeholder {placeholders}, which does not exist.",
		},
		Fix: Text{
			"Chỉ dùng các chỗ điền của chữ có sẵn: {known}.",
			"Use the placeholders of the built-in text only: {known}.",
		},
		Explain: Text{
			"Chỗ nằm giữa hai dấu ngoặc nhọn do chương trình điền; viết sai tên thì không điền được. Tạm dùng chữ có sẵn.",
			"What stands between braces is filled in by the program and must be spelled exactly. The built-in text was used.",
		},
		Example: Text{
			"viết «năm» giữa hai dấu ngoặc nhọn, trong khi tên đúng là «nam».",
			"“năm” between braces, where the name is “nam”.",
		},
	},
	{
		Code: "B509", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Chữ «{key}» trong tệp lời văn «{name}» bỏ chỗ điền {placeholders}.",
			"The text “{key}” in the wording file “{name}” leaves out {placeholders}.",
		},
		Fix: Text{
			"Thêm chỗ điền ấy vào chữ; nếu cố ý bỏ thì ghi silence cho mã này trong nghi-quyet.toml.",
			"Put the placeholder back; if it is left out on purpose, silence this code in nghi-quyet.toml.",
		},
		Explain: Text{
			"Điều lẽ ra điền vào đó, như số, năm, tên, sẽ không được in.",
			"What would have stood there, a number, a year, a name, is not printed.",
		},
		Example: Text{
			"tiêu đề «Thực hiện» của phu-luc.toml bỏ chỗ điền năm, cột không còn ghi là của năm nào.",
			"the heading “Thực hiện” of phu-luc.toml lost its year, and the column no longer says of which year it is.",
		},
	},
	{
		Code: "B510", Severity: Error, Audience: OfficeOnly, Counted: AsWording,
		What: Text{
			"Chữ «{key}» trong tệp lời văn «{name}» không dùng được: {error}.",
			"The text “{key}” in the wording file “{name}” cannot be used: {error}.",
		},
		Fix: Text{
			"Sửa dòng này trong thư mục loi-van, hoặc xóa tệp để dùng lời văn có sẵn.",
			"Mend that line in the folder loi-van, or delete the file to use the built-in wording.",
		},
		Explain: Text{
			"Excel chỉ nhận tên sheet tối đa 31 chữ, không có : \\ / ? * [ ], và không trùng nhau. Tạm dùng chữ có sẵn.",
			"Excel takes names of sheets of at most 31 letters, without : \\ / ? * [ ], and no two alike. The built-in text was used.",
		},
		Example: Text{
			"tên sheet «Số liệu/đơn vị».",
			"the sheet name “Số liệu/đơn vị”.",
		},
	},
	{
		Code: "B511", Severity: Warning, Audience: OfficeOnly, Counted: AsPlace,
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
		Code: "B512", Severity: Warning, Audience: OfficeOnly, Counted: AsPlace,
		What: Text{"Chưa đơn vị nào nêu nguyên nhân của hạn chế.", "No unit has given a cause of the limitations."},
		Fix: Text{
			"Yêu cầu các đơn vị bổ sung nguyên nhân vào sheet thuyết minh của biểu mẫu.",
			"Ask the units to add causes to the narrative sheet of their forms.",
		},
		Explain: Text{"Phần hạn chế và nguyên nhân để chỗ trống có đánh dấu.", "The part on limitations and causes of the report carries a marked gap."},
		Example: Text{
			"các đơn vị chỉ gửi số liệu, bỏ trống sheet thuyết minh.",
			"the units sent figures only and left the narrative sheet blank.",
		},
	},
	{
		Code: "B513", Severity: Warning, Audience: OfficeOnly, Counted: AsPlace,
		What: Text{"Chưa đơn vị nào nêu nhiệm vụ, giải pháp.", "No unit has proposed tasks or solutions."},
		Fix: Text{
			"Yêu cầu các đơn vị bổ sung giải pháp vào sheet thuyết minh của biểu mẫu.",
			"Ask the units to add solutions to the narrative sheet of their forms.",
		},
		Explain: Text{"Phần nhiệm vụ, giải pháp để chỗ trống có đánh dấu.", "The part on tasks of the report carries a marked gap."},
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
		Explain: Text{"Báo cáo không có phần kết quả nổi bật.", "The report is without the part of achievements."},
		Example: Text{
			"các đơn vị chỉ gửi số liệu, bỏ trống sheet thuyết minh.",
			"the units sent figures only and left the narrative sheet blank.",
		},
	},
	{
		Code: "B515", Severity: Warning, Audience: OfficeOnly, Counted: AsPlace,
		What: Text{"Không có hạn chế nào để nêu trong báo cáo.", "There is no limitation to put into the report."},
		Fix: Text{
			"Yêu cầu các đơn vị bổ sung hạn chế vào sheet thuyết minh của biểu mẫu.",
			"Ask the units to add limitations to the narrative sheet of their forms.",
		},
		Explain: Text{
			"Không chỉ tiêu nào không đạt và không đơn vị nào nêu hạn chế; phần ấy để chỗ trống có đánh dấu.",
			"No indicator was missed and no unit named a limitation; that part carries a marked gap.",
		},
		Example: Text{"các đơn vị bỏ trống sheet thuyết minh.", "the units left the narrative sheet blank."},
	},
	{
		Code: "B520", Severity: Error, Audience: OfficeOnly, Counted: AsWording,
		What: Text{
			"Mẫu lời văn «{name}» vượt mức chương trình cho phép: {error}.",
			"The wording “{name}” is beyond what is allowed: {error}.",
		},
		Fix: Text{
			"Rút gọn tệp này trong thư mục loi-van, hoặc xóa tệp để dùng lời văn có sẵn.",
			"Shorten that file in the folder loi-van, or delete it to use the built-in wording.",
		},
		Explain: Text{
			"Một vòng lặp range không dừng hoặc một đoạn hàng nghìn dấu Markdown sẽ làm chương trình chạy mãi.\n" +
				"Báo cáo tạm dùng lời văn có sẵn cho phần này.",
			"A loop of range without end, or a paragraph with thousands of marks, would keep the program busy for ever.\n" +
				"The built-in wording was used for this part.",
		},
		Example: Text{
			"«range 20000000000» trong mo-dau.md.",
			"“range 20000000000” in mo-dau.md.",
		},
	},
	{
		Code: "B521", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Chưa rõ tên cơ quan «{issuer}» viết thế nào trong câu; đang viết «{name}».",
			"It is not known how running text writes the office “{issuer}”; it stands as “{name}”.",
		},
		Fix: Text{
			"Ghi name trong [office] của co-quan.toml, ví dụ name = \"Ban Thường vụ Quận ủy Kiến An\".",
			"Set name in [office] of co-quan.toml, as name = \"Ban Thường vụ Quận ủy Kiến An\".",
		},
		Explain: Text{
			"Đầu văn bản viết tên bằng chữ in hoa, chữ hoa không cho biết trong câu chữ nào viết hoa.",
			"The head of the document has the name in capitals, which do not tell how a sentence writes it.",
		},
		Example: Text{
			"«UBND PHƯỜNG KIẾN AN» thành «Ubnd phường Kiến An».",
			"“UBND PHƯỜNG KIẾN AN” would become “Ubnd phường Kiến An”.",
		},
	},
	{
		Code: "B524", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"«{found}» viết theo lối tiếng Anh, in nguyên như vậy: «{text}».",
			"“{found}” is written in the English way and printed as it stands: “{text}”.",
		},
		Fix: Text{
			"Hỏi đơn vị và sửa: dấu chấm ngăn hàng nghìn, dấu phẩy trước phần lẻ (1.234.567,8; 5,5%).",
			"Ask the unit and mend it: stops between thousands, a comma before decimals (1.234.567,8; 5,5%).",
		},
		Explain: Text{
			"Chương trình không tự đổi con số trong lời của đơn vị.",
			"Figures in the words of a unit are not changed.",
		},
		Example: Text{"«1,234,567.8 triệu đồng», «5.5%».", "“1,234,567.8 triệu đồng”, “5.5%”."},
	},
	{
		Code: "B525", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Lời của đơn vị viết toàn chữ in hoa, in nguyên như vậy: «{text}».",
			"A unit's words are all in capitals and printed as they stand: “{text}”.",
		},
		Fix: Text{"Viết lại bằng chữ thường.", "Write it in small letters."},
		Explain: Text{
			"Chữ in hoa không cho biết tên riêng nào phải giữ chữ hoa.",
			"Capitals do not tell which names keep theirs.",
		},
		Example: Text{"«ỦY BAN NHÂN DÂN ĐÃ CHỈ ĐẠO KỊP THỜI».", "“ỦY BAN NHÂN DÂN ĐÃ CHỈ ĐẠO KỊP THỜI”."},
	},
	{
		Code: "B526", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Lời của đơn vị trái với số liệu của chỉ tiêu {measure}: viết «{said}», số liệu {is} {figure}: «{text}».",
			"A unit's words contradict the figure of {measure}: it says that it {said}, the figure {is} by {figure}: “{text}”.",
		},
		Fix: Text{
			"Hỏi đơn vị; sửa lời hoặc sửa số liệu.",
			"Ask the unit; mend its words or its figure.",
		},
		Explain: Text{
			"Báo cáo in cả hai, người đọc sẽ thấy trái nhau.",
			"The report prints both, and its readers see that they disagree.",
		},
		Example: Text{
			"«Doanh thu dịch vụ tăng khá» khi số liệu giảm 3,2%.",
			"“Doanh thu dịch vụ tăng khá” where the figure fell by 3.2%.",
		},
	},
	{
		Code: "B522", Severity: Warning, Audience: OfficeOnly, Counted: AsPlace,
		What: Text{
			"Kiến nghị của đơn vị, cần người quyết định có đưa vào báo cáo hay không: «{text}».",
			"A unit's request; a person has to decide whether the report makes it its own: “{text}”.",
		},
		Fix: Text{
			"Đồng ý thì ghi silence cho mã này ở đơn vị ấy, kèm lý do, trong nghi-quyet.toml; không thì viết phần này trong loi-van/kien-nghi.md.",
			"Accept it with a silence for this code and unit, with the reason, in nghi-quyet.toml; else write loi-van/kien-nghi.md.",
		},
		Explain: Text{
			"Điều một phường, một phòng xin cấp trên của mình chưa hẳn là kiến nghị của cơ quan ký báo cáo.\n" +
				"Báo cáo in kèm chỗ có đánh dấu cho đến khi có người quyết định.",
			"What a ward or department asks of those above it need not be what the office that signs asks for.\n" +
				"It is printed with a mark until a person has decided.",
		},
		Example: Text{
			"phường viết «Đề nghị quận bố trí kinh phí» trong báo cáo quận gửi thành phố.",
			"a ward wrote “Đề nghị quận bố trí kinh phí” in the district's report to the city.",
		},
	},
}

// What is wrong with a text of the office's wording.
var wordingPhrases = []phrase{
	{"wording.too-large", "tệp quá lớn", "it is too large"},
	{"wording.too-many-rounds", "lặp lại quá nhiều lần", "it goes round too often"},
	{"wording.too-slow", "chạy quá lâu", "it takes too long"},
	{"wording.prints-too-much", "in ra quá dài", "it prints too much"},
	{
		"wording.tangled",
		"có một đoạn quá nhiều dấu *, _, [, < hoặc danh sách lồng nhau quá sâu",
		"it has too many marks *, _, [, < in a paragraph, or lists nested too deeply",
	},
	{
		"wording.not-plain",
		"không phải văn bản thuần UTF-8",
		"it is no plain text in UTF-8",
	},
	{
		"wording.mistake.no-field",
		"không có chỗ điền tên «{what}»; các tên dùng được ghi trong README.md của thư mục lời văn",
		"there is nothing called “{what}” to fill in; README.md of the wording lists what there is",
	},
	{
		"wording.mistake.nothing-there",
		"«{what}» được hỏi ở chỗ không có gì; viết {{with}} hoặc {{if}} trước chỗ ấy",
		"“{what}” is asked for where there is nothing; put {{with}} or {{if}} before it",
	},
	{"wording.mistake.nothing", "điền vào chỗ không có gì", "there is nothing to fill in"},
	{"wording.mistake.no-command", "không có lệnh «{what}»", "there is no command “{what}”"},
	{"wording.mistake.no-variable", "«{what}» chưa được đặt ở đâu", "“{what}” is set nowhere"},
	{"wording.mistake.not-closed", "chỗ điền thiếu }} hoặc dấu ngoặc ở cuối", "a }} or a bracket is missing at its end"},
	{"wording.mistake.no-end", "thiếu {{end}} của một {{if}}, {{range}} hoặc {{with}}", "the {{end}} of an {{if}}, {{range}} or {{with}} is missing"},
	{"wording.mistake.too-many-ends", "thừa {{end}} hoặc {{else}}", "there is an {{end}} or {{else}} too many"},
	{"wording.mistake.no-value", "sau «{what}» phải có một tên", "a name has to follow “{what}”"},
	{"wording.mistake.no-quote", "thiếu dấu ngoặc kép ở cuối", "a quotation mark is missing at the end"},
	{"wording.mistake.no-list", "sau range phải là tên của một danh sách", "range has to be followed by the name of a list"},
	{"wording.mistake.unexpected", "«{what}» không viết được ở chỗ này", "“{what}” cannot stand here"},
	{"wording.mistake.bad-sign", "có ký tự không viết được trong chỗ điền", "a sign cannot stand in what is filled in"},
	{"wording.mistake.other", "không hiểu được ({error})", "it cannot be understood ({error})"},
	{"wording.no-text", "phải là chữ trong ngoặc kép", "it must be a text in quotation marks"},
	{
		"wording.too-long",
		"dài {length} chữ, chỗ này chỉ nhận {most}",
		"it has {length} letters and only {most} fit",
	},
	{"wording.sheet-name", "không làm tên sheet được", "it cannot be the name of a sheet"},
	{"wording.note", "{place}: {code}: {what}", "{place}: {code}: {what}"},
	{"wording.sheet-twice", "đã có sheet tên «{sheet}»", "there is a sheet “{sheet}” already"},
}
