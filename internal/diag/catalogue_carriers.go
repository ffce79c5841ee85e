package diag

// What the files of one report say of each other, and of what others say.
var carrierProblems = []Entry{
	{
		Code: "B967", Severity: Error, Audience: Sender,
		What: Text{
			"Chỉ tiêu {measure} «{name}»: {what} là {a} trong «{first}» nhưng {b} trong «{second}»; chưa dùng số nào.",
			"Measure {measure} “{name}”: {what} is {a} in “{first}” but {b} in “{second}”; neither counts.",
		},
		Fix: Text{
			"Hỏi cấp ủy bản nào đúng, xin lập lại và gửi cả bộ của một lần lập (BaoCao, PhuLuc, ket-qua.json); bỏ tệp sai " +
				"khỏi 1-nop-vao-day. Nếu một tệp thay tệp kia thì thêm «lần 2» vào tên tệp gửi sau.",
			"Ask the committee which is right, and for all files of one build (BaoCao, PhuLuc, ket-qua.json); take the wrong " +
				"one out of 1-nop-vao-day. Where one takes the other's place, add “lần 2” to the name of the later.",
		},
		Explain: Text{
			"Bản in, phụ lục và dữ liệu của một báo cáo phải nói một số. Từng chỉ tiêu được đối chiếu: kết quả, đơn vị tính, " +
				"cách tính, tử số, mẫu số. Khác nhau thì không biết bản nào bị sửa, nên không chọn bản nào.",
			"Print, annex and data of one report have to say one thing. Each measure is compared: figure, unit of " +
				"measurement, method, totals. Where they differ nobody knows which was changed, so that none is chosen.",
		},
		Example: Text{
			"BaoCao-2026.pdf in 60,00, ket-qua.json gửi kèm ghi 90.",
			"BaoCao-2026.pdf prints 60,00, the ket-qua.json beside it says 90.",
		},
	},
	{
		Code: "B968", Severity: Error, Audience: Sender,
		What: Text{
			"Chỉ tiêu {measure} «{name}»: báo cáo ghi cách tính «{was}», nhưng mang các số của cách tính «{now}» như nghị " +
				"quyết hỏi; không cộng.",
			"Measure {measure} “{name}”: the report says it was computed by “{was}”, but carries the totals of “{now}”, which " +
				"the resolution asks for; it is not added.",
		},
		Fix: Text{
			"Xin cấp ủy đúng tệp baocao đã lập; nếu chỉ tiêu của cấp ủy thật sự tính theo cách khác thì xin số theo cách " +
				"nghị quyết hỏi.",
			"Ask the committee for the file as baocao made it; where its measure is in truth computed otherwise, ask for " +
				"the figures that the resolution asks for.",
		},
		Explain: Text{
			"Tệp do baocao lập luôn mang đúng các số của cách tính nó ghi. Khác nhau nghĩa là một trong hai đã bị sửa, và " +
				"tỷ lệ có thể bị cộng như số tuyệt đối.",
			"A file that baocao made carries the totals of the method it names. Where it does not, one of them was changed, " +
				"and a percentage might be added like an amount.",
		},
		Example: Text{
			"ket-qua.json bị sửa \"method\": \"sum\" mà vẫn mang tử số, mẫu số.",
			"a ket-qua.json in which somebody wrote \"method\": \"sum\" carries a numerator and a denominator.",
		},
	},
	{
		Code: "B969", Severity: Error, Audience: Sender,
		What: Text{
			"Chỉ tiêu {measure}: «{label}» báo cáo ghi {value} {unit}, nghị quyết hỏi {want} (tức {as} {want}); chưa chắc " +
				"đơn vị tính ghi đúng, chưa cộng.",
			"Measure {measure}: “{label}” is {value} {unit} in the report, the resolution asks for {want} (that would be {as} " +
				"{want}); the unit may be a slip, and it is not added.",
		},
		Fix: Text{
			"Hỏi cấp ủy. Đúng là {unit}, tức {as} {want}, thì ghi vào tong-hop.toml: [[measure]] id = \"{measure}\", same = " +
				"[\"{unit}\"]. Ghi nhầm đơn vị tính thì xin lập lại báo cáo.",
			"Ask the committee. Where it is {unit}, that is {as} {want}, write in tong-hop.toml: [[measure]] id = " +
				"\"{measure}\", same = [\"{unit}\"]. Where the unit is a slip, ask for the report built again.",
		},
		Explain: Text{
			"Số đổi từ nghìn, triệu ra đơn vị lớn gấp nghìn lần số của nơi khác; sai đơn vị tính ở cả tử số lẫn mẫu số thì tỷ " +
				"lệ không đổi mà tổng sai. Số tiền được đổi khi quá nửa cấp ủy báo theo đơn vị ấy (B970); số đếm từng " +
				"cái thì phải hỏi.",
			"What is converted from thousands weighs a thousand times as much; with a wrong unit of both totals the ratio stays " +
				"and the sum is wrong. Money is converted where more than half of the committees tell it so (B970); of what is " +
				"counted one by one it is asked.",
		},
		Example: Text{
			"một xã báo tổng số hộ theo «nghìn hộ», thành phố và các xã khác đếm theo hộ.",
			"one commune tells its households in thousands, the city and all others one by one.",
		},
	},
	{
		Code: "B970", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Chỉ tiêu {measures}: báo cáo của cấp dưới ghi «{unit}», nghị quyết hỏi «{want}»; đã đổi rồi cộng.",
			"Measures {measures}: lower reports say “{unit}”, the resolution asks for “{want}”; they were converted and added.",
		},
		Fix: Text{
			"Xem lại một số ở sheet «Số liệu tổng hợp». Đúng thì ghi vào tong-hop.toml để không nhắc: [[measure]] id = " +
				"\"...\", same = [\"{unit}\"].",
			"Look at one of them in the sheet «Số liệu tổng hợp». Where it is right, write in tong-hop.toml, and it is not " +
				"told again: [[measure]] id = \"...\", same = [\"{unit}\"].",
		},
		Explain: Text{
			"Đổi đơn vị tính theo hệ số biết trước (1 tỷ đồng = 1.000 triệu đồng) không làm sai số, nhưng đơn vị ghi sai thì " +
				"có, nên luôn nói rõ.",
			"A conversion by a known factor changes no figure, a unit that is a slip does; so it is always told.",
		},
		Example: Text{
			"các xã báo thu ngân sách theo triệu đồng, thành phố hỏi tỷ đồng.",
			"communes report revenue in millions, the city asks for billions.",
		},
	},
	{
		Code: "B971", Severity: Error, Audience: Sender,
		What: Text{
			"Chỉ tiêu {measure} «{name}»: kết quả tính bằng «{unit}» mà số cộng thành nó tính bằng «{total}»; không cộng.",
			"Measure {measure} “{name}”: its figure is in “{unit}”, the total that it is in “{total}”; it is not added.",
		},
		Fix: Text{
			"Xin cấp ủy đúng tệp baocao đã lập, hoặc lập lại báo cáo.",
			"Ask the committee for the file as baocao made it, or to build the report again.",
		},
		Explain: Text{
			"Hai con số như nhau mà hai đơn vị tính khác nhau thì một trong hai đã bị sửa.",
			"Of two numbers that are the same in two units of measurement one was changed.",
		},
		Example: Text{
			"ket-qua.json ghi 12 hộ, số nguồn ghi 12 nghìn hộ.",
			"a ket-qua.json says 12 households, of a total of 12 thousand.",
		},
	},
	{
		Code: "B972", Severity: Warning, Audience: Sender,
		What: Text{
			"Chỉ tiêu {measure}: «{label}» ghi {value} {unit}; {count} cấp ủy khác báo theo {other}.",
			"Measure {measure}: “{label}” is {value} {unit}; {count} other committees tell it in {other}.",
		},
		Fix: Text{
			"Hỏi cấp ủy có đúng là {unit} không; ghi nhầm thì xin lập lại báo cáo. Số đã được cộng theo {unit}.",
			"Ask the committee whether it is {unit}; where that is a slip, ask for the report built again. It was added as " +
				"{unit}.",
		},
		Explain: Text{
			"Đơn vị tính đúng như nghị quyết hỏi nhưng khác hầu hết nơi khác: có khi số vẫn theo đơn vị của họ.",
			"The unit is the one that is asked for and not that of most others: the number may still be in theirs.",
		},
		Example: Text{
			"mười xã báo triệu đồng, một xã báo 54.200 tỷ đồng.",
			"ten communes report in millions, one reports 54.200 billion.",
		},
	},
}

var carrierPhrases = []phrase{
	{"rollup.print.unsure", "không biết có cùng số với báo cáo này không ({why})",
		"nobody knows whether it has this report's figures ({why})"},
	{"rollup.print.agrees", "số in khớp, nhưng không biết có phải bản lập cùng lúc không nên lời trong đó không lấy",
		"the figures it prints agree, but nobody knows whether it is of the same build, so that its words are not taken"},
	{"rollup.cure.compare", "Tự đối chiếu bản in với báo cáo này; hoặc xin PDF lập với attach = \"full\".",
		"Compare the print with this report yourself, or ask for a PDF built with attach = \"full\"."},
	{"rollup.cure.words", "Số liệu thì không phải làm gì. Cần lời của bản in thì xin đúng tệp PDF baocao đã lập (ký số thì " +
		"được) và ket-qua.json của lần lập ấy.",
		"Nothing is to be done about figures. For its words ask for the PDF as baocao made it (it may be signed) and " +
			"the ket-qua.json of that build."},
	{"rollup.cure.issued", "Hỏi cấp ủy bản nào là bản phát hành; xin gửi lại cả bộ của một lần lập.",
		"Ask the committee which was issued, and for all files of one build."},
	{"rollup.cure.saved", "Chỉ là mở ra rồi lưu lại, hoặc sửa câu chữ của bản Word, thì không phải làm gì; không thì hỏi " +
		"cấp ủy bản nào là bản phát hành.",
		"Where it was only opened and saved again, or the words of the Word file edited, nothing is to be done; else ask " +
			"the committee which was issued."},
	{"rollup.content.other", "nội dung khác", "its content is another"},
	{"rollup.content.agrees", "số liệu khớp, nội dung còn lại có chỗ khác",
		"its figures are the same, something else is not"},
	{"rollup.what.figure", "kết quả", "the figure"},
	{"rollup.what.unit", "đơn vị tính", "the unit of measurement"},
	{"rollup.what.unit-of", "đơn vị tính của {label}", "the unit of measurement of {label}"},
	{"rollup.what.method", "cách tính", "the method"},
	{"rollup.what.kind", "số ước hay số thực hiện", "estimate or result"},
	{"rollup.what.note", "ghi chú về mức độ đầy đủ", "what is said of how whole it is"},
	{"rollup.what.total", "«{label}»", "“{label}”"},
	{"rollup.in.print", "bản in", "its print"},
	{"rollup.in.annex", "{file} đính kèm", "the {file} that it carries"},
	{"rollup.why.annex-of", "phụ lục đính kèm là của {annex}, dữ liệu là của {data}",
		"the annex that it carries is of {annex}, the data of {data}"},
	{"rollup.why.issuer", "trang in là của «{printed}», dữ liệu là của «{data}»",
		"its pages are of “{printed}”, its data of “{data}”"},
	{"rollup.why.time", "trang in là số liệu {printed}, dữ liệu là số liệu {data}",
		"its pages are about {printed}, its data about {data}"},
	{"rollup.why.no-print", "không in bảng phụ lục như baocao lập", "it prints no annex as baocao makes it"},
	{"rollup.why.no-year", "phụ lục không ghi năm: đầu cột {column}, nơi vốn ghi «Thực hiện» và năm, không có năm nào",
		"the annex names no year: at the head of column {column}, where «Thực hiện» and the year stood, there is none"},
}
