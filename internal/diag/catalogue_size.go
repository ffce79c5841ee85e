package diag

// Whether a figure is of the size to be expected: B318 and B34x of a cell, B43x
// across answers.
var sizeProblems = []Entry{
	{
		Code: "B318", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"«{label}» được đọc là {found} {unit}, khoảng {factor} lần {reference}; có thể ghi sai đơn vị tính " +
				"hoặc dấu ngăn. Con số chưa được dùng.",
			"“{label}” was read as {found} {unit}, about {factor} times {reference}; the unit or a separator may " +
				"be wrong. It is not used.",
		},
		Fix: Text{
			"Kiểm tra lại con số và đơn vị tính; nếu con số đúng, ghi nó vào biểu mẫu của đơn vị kèm lý do ở cột " +
				"«Ghi chú», hoặc cơ quan ghi [[figure]] vào quyet-dinh-so-lieu.toml.",
			"Check the figure and its unit; if it is right, write it in the unit's form with the reason in the " +
				"column “Ghi chú”, or let the office write [[figure]] in quyet-dinh-so-lieu.toml.",
		},
		SenderFix: Text{
			"Kiểm tra lại con số và đơn vị tính; nếu con số đúng, ghi nó vào biểu mẫu của đơn vị kèm lý do ở cột " +
				"«Ghi chú».",
			"Check the figure and its unit; if it is right, write it in the unit's form with the reason in the " +
				"column “Ghi chú”.",
		},
		Explain: Text{
			"Con số được so với kế hoạch và số năm trước ở cùng dòng, với mục tiêu của nghị quyết và với số năm trước " +
				"của chính đơn vị. Lệch 10, 100, 1.000 lần thường do ghi theo tỷ đồng thay vì triệu đồng, hoặc nhầm " +
				"dấu chấm với dấu phẩy.",
			"A figure is compared with the plan and last year's figure in its row, with the target and with what the " +
				"unit told last year. One that is off by 10, 100 or 1.000 is usually in another step of its unit, or " +
				"has a point for a comma.",
		},
		Example: Text{
			"38,652 tấn bên cạnh kế hoạch 38.600 tấn.",
			"38.652 tonnes beside a plan of 38,600.",
		},
	},
	{
		Code: "B340", Severity: Warning, Audience: Sender, SenderMends: true,
		What: Text{
			"«{label}» là {found} {unit}, khoảng {factor} lần {reference}.",
			"“{label}” is {found} {unit}, about {factor} times {reference}.",
		},
		Fix: Text{"Kiểm tra lại con số.", "Check the figure."},
		Explain: Text{
			"Con số lệch hơn 5 lần so với kế hoạch, năm trước hoặc mục tiêu thì được nhắc để xem lại; con số vẫn được " +
				"dùng.",
			"A figure more than 5 times off the plan, last year or the target is pointed at; it is used.",
		},
		Example: Text{"700 lượt lao động, kế hoạch 100.", "700 workers where 100 were planned."},
	},
	{
		Code: "B990", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"«{label}» ghi 0 {unit}, trong khi {reference}; số 0 có thể được điền thay cho số chưa có. Con số chưa được dùng.",
			"“{label}” is 0 {unit} beside {reference}; the zero may stand for a figure that nobody has yet. It is not used.",
		},
		Fix: Text{
			"Hỏi đơn vị số thực hiện; nếu đúng là 0 thì giữ số 0.",
			"Ask the unit for the figure; keep the zero if it is one.",
		},
		SenderFix: Text{
			"Ghi số thực hiện; nếu chưa có thì để trống, nếu đúng là 0 thì ghi lý do ở cột «Ghi chú» của biểu mẫu.",
			"Write the figure, or leave it blank where there is none yet; if it is 0, write the reason in the form's column " +
				"“Ghi chú”.",
		},
		Explain: Text{
			"Số của cả tổng thể (tổng số hộ, dân số) không bằng 0, và số 0 bên cạnh kế hoạch hay số năm trước từ 10 trở lên " +
				"thường là ô chưa có số liệu. Chỉ tiêu cần giảm thì không hỏi.",
			"A whole (all households, the population) is not 0, and a zero beside 10 or more planned or counted last year is " +
				"mostly a cell without a figure. What is to fall is not asked about.",
		},
		Example: Text{"kế hoạch 350 lượt, thực hiện 0.", "350 planned and 0 done."},
	},
	{
		Code: "B991", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Cả {count} con số đọc được đều là {value}, như thể một số được chép xuống mọi dòng; các số ấy chưa được dùng.",
			"All {count} figures that were read are {value}, as if one number had been copied into all rows; they are not used.",
		},
		Fix: Text{
			"Hỏi đơn vị; nếu đúng thì giữ các con số.",
			"Ask the unit; keep the figures if they are right.",
		},
		SenderFix: Text{
			"Ghi số của từng dòng; dòng nào chưa có số liệu thì để trống.",
			"Write each row's own figure; leave blank what there is none of yet.",
		},
		Explain: Text{
			"Những nội dung khác nhau hiếm khi có cùng một số; cả biểu ghi 0 thường là biểu chưa điền.",
			"Different things are rarely the same number; a form with nothing but zeros is mostly not filled in yet.",
		},
		Example: Text{"số lượt, số tổ và số hộ đều ghi 365.", "365 persons, 365 places and 365 households."},
	},
	{
		Code: "B341", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Tỷ lệ «{label}» được đọc là {found}{unit}, khoảng {factor} lần {reference}; có thể là số thập phân ghi " +
				"thay cho phần trăm, hoặc ngược lại. Con số chưa được dùng.",
			"The rate “{label}” was read as {found}{unit}, about {factor} times {reference}; it may be a fraction " +
				"written for a percentage, or the other way round. It is not used.",
		},
		Fix: Text{
			"Ghi tỷ lệ theo phần trăm: 92,5 chứ không phải 0,925; nếu con số đúng, ghi nó vào biểu mẫu kèm lý do ở cột " +
				"«Ghi chú», hoặc cơ quan ghi [[figure]] vào quyet-dinh-so-lieu.toml.",
			"Write the rate in percent: 92.5, not 0.925; if it is right, write it in the form with the reason in the " +
				"column “Ghi chú”, or let the office write [[figure]] in quyet-dinh-so-lieu.toml.",
		},
		SenderFix: Text{
			"Ghi tỷ lệ theo phần trăm: 92,5 chứ không phải 0,925; nếu con số đúng, ghi nó vào biểu mẫu kèm lý do ở cột " +
				"«Ghi chú».",
			"Write the rate in percent: 92.5, not 0.925; if it is right, write it in the form with the reason in the " +
				"column “Ghi chú”.",
		},
		Explain: Text{
			"0,925 và 92,5 là hai cách ghi của cùng một tỷ lệ; cách đọc kia hợp với kế hoạch, năm trước hoặc mục tiêu " +
				"hơn.",
			"0.925 and 92.5 are two ways to write one rate; the other one fits the plan, last year or the target.",
		},
		Example: Text{"0,925 với mục tiêu từ 90% trở lên.", "0.925 for a target of at least 90%."},
	},
	{
		Code: "B342", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"{count} dòng liên tiếp từ «{label}» có số ở cột «{column}» hợp với cột «{beside}» của dòng bên cạnh " +
				"(«{other}») hơn của chính dòng đó; có thể các số bị lệch một dòng. Không số nào của bảng được dùng.",
			"In {count} rows from “{label}” on, what stands under “{column}” fits “{beside}” of the row beside it " +
				"(“{other}”) better than its own; the figures may have slipped by a row. No figure of the table is used.",
		},
		Fix: Text{
			"Xem lại cột số liệu và đưa từng số về đúng dòng.",
			"Look at the column and put each figure in its row.",
		},
		Explain: Text{
			"Khi chèn hoặc xóa một ô, các số bên dưới có thể trượt đi một dòng và mỗi số đứng cạnh nhãn của số khác.",
			"When a cell is inserted or deleted, the figures below may slip by a row, each beside another's label.",
		},
		Example: Text{
			"kế hoạch 340, 13, 1.860 nhưng kết quả 0, 352, 14.",
			"plans of 340, 13, 1,860 and results of 0, 352, 14.",
		},
	},
	{
		Code: "B292", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"«{label}» ({value}) và «{other}» ({instead}) có thể bị đổi chỗ cho nhau: mỗi số hợp với «{beside}» của " +
				"dòng kia, không hợp với dòng của mình. Hai số chưa được dùng.",
			"“{label}” ({value}) and “{other}” ({instead}) may have changed places: each fits “{beside}” of the other's " +
				"row and not its own. Neither is used yet.",
		},
		Fix: Text{
			"Hỏi đơn vị; chọn để hai số đứng như cũ hay đổi chỗ.",
			"Ask the unit; choose whether they stand as they are or change places.",
		},
		SenderFix: Text{
			"Xem lại hai dòng và đưa từng số về đúng dòng.",
			"Look at both rows and put each figure in its own.",
		},
		Explain: Text{
			"Khi chép hai dòng liền nhau, số của dòng này dễ bị ghi vào dòng kia. So với kế hoạch hoặc năm trước thì thấy " +
				"ngay.",
			"When two rows are copied, one's figure is easily written into the other. Beside the plan or last year it is " +
				"seen at once.",
		},
		Example: Text{
			"kế hoạch 1.860 hộ và 340 lượt, kết quả ghi 352 và 1.893.",
			"plans of 1,860 households and 340 jobs, results of 352 and 1,893.",
		},
	},
	{
		Code: "B343", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Biểu mẫu ghi «{label}» là {found} {unit} (đơn vị tính in sẵn ở dòng này), khoảng {factor} lần " +
				"{reference}. Con số chưa được dùng.",
			"The form says “{label}” is {found} {unit} (the unit is printed in the row), about {factor} times " +
				"{reference}. It is not used.",
		},
		Fix: Text{
			"Sửa con số; nếu con số đúng, ghi lý do vào cột «Ghi chú» của dòng rồi gửi lại, hoặc cơ quan ghi " +
				"[[figure]] vào quyet-dinh-so-lieu.toml.",
			"Mend the figure; if it is right, write the reason in the row's column “Ghi chú” and send it again, or " +
				"let the office write [[figure]] in quyet-dinh-so-lieu.toml.",
		},
		SenderFix: Text{
			"Sửa con số; nếu con số đúng, ghi lý do vào cột «Ghi chú» của dòng rồi gửi lại.",
			"Mend the figure; if it is right, write the reason in the row's column “Ghi chú” and send it again.",
		},
		Explain: Text{
			"Lệch 10, 100, 1.000 lần so với mục tiêu hoặc năm trước thường do ghi theo đơn vị tính khác với đơn vị in " +
				"trong biểu mẫu. Có lời giải thích ở cột «Ghi chú» thì con số được dùng.",
			"Being off the target or last year by 10, 100 or 1,000 is usually another unit than the one printed. With " +
				"a reason in the column “Ghi chú” the figure is used.",
		},
		Example: Text{
			"ghi 3.250.000 ở dòng tính theo tỷ đồng.",
			"3,250,000 in a row of billions.",
		},
	},
	{
		Code: "B344", Severity: Warning, Audience: Sender, SenderMends: true,
		What: Text{
			"«{label}» là {found} {unit}, khoảng {factor} lần {reference}; được dùng vì đơn vị ghi chú: «{note}».",
			"“{label}” is {found} {unit}, about {factor} times {reference}; it is used, for the unit remarks: “{note}”.",
		},
		Fix: Text{"Xem lời ghi chú có giải thích được con số không.", "See whether the remark explains the figure."},
		Explain: Text{
			"Lời ghi ở cột «Ghi chú» của biểu mẫu giải quyết câu hỏi về độ lớn của con số.",
			"A remark in the form's column “Ghi chú” settles the question about the figure's size.",
		},
		Example: Text{
			"«Năm nay sáp nhập ba đơn vị» bên cạnh một con số gấp 10 lần năm trước.",
			"“Three units merged” beside a figure ten times last year's.",
		},
	},
	{
		Code: "B430", Severity: Error, Audience: Answerer, SenderMends: true,
		What: Text{
			"«{label}» của {unit} là {value}, khoảng {factor} lần mức giữa của {count} đơn vị cùng nhóm. Con số chưa " +
				"được dùng.",
			"“{label}” of {unit} is {value}, about {factor} times the middle of {count} units of its group. It is not " +
				"used.",
		},
		Fix: Text{
			"Hỏi lại đơn vị; nếu con số đúng, đơn vị ghi lý do vào cột «Ghi chú» của biểu mẫu, hoặc cơ quan ghi " +
				"[[figure]] vào quyet-dinh-so-lieu.toml.",
			"Ask the unit; if the figure is right, the unit writes the reason in the form's column “Ghi chú”, or the " +
				"office writes [[figure]] in quyet-dinh-so-lieu.toml.",
		},
		SenderFix: Text{
			"Kiểm tra lại con số và đơn vị tính; nếu con số đúng, ghi nó vào biểu mẫu kèm lý do ở cột «Ghi chú».",
			"Check the figure and its unit; if it is right, write it in the form with the reason in “Ghi chú”.",
		},
		Explain: Text{
			"Số của một phường lệch hơn 8 lần so với các phường khác thường do sai đơn vị tính hoặc thừa chữ số. Chỉ " +
				"so khi có từ năm đơn vị cùng nhóm; số đếm nhỏ và số gần với năm trước của chính đơn vị được bỏ qua.",
			"A ward more than 8 times off the others usually has another unit of measurement or a digit too many. " +
				"It takes five units of a group; small counts, and figures near the unit's own of last year, are left " +
				"alone.",
		},
		Example: Text{
			"10.500.000.000 giữa các phường khoảng 10.000.",
			"10,500,000,000 among wards of about 10,000.",
		},
	},
	{
		Code: "B431", Severity: Error, Audience: Answerer, SenderMends: true,
		What: Text{
			"{unit} ghi «không phát sinh» ở «{label}» trong khi {count} đơn vị cùng nhóm có số. Câu trả lời chưa được " +
				"dùng.",
			"{unit} says that nothing arose of “{label}”, where {count} units of its group have a number. The answer " +
				"is not used.",
		},
		Fix: Text{
			"Hỏi lại đơn vị số thật; nếu đúng là không phát sinh, đơn vị ghi lý do vào cột «Ghi chú», hoặc cơ quan ghi " +
				"[[figure]] vào quyet-dinh-so-lieu.toml.",
			"Ask the unit for the number; if nothing did arise, the unit writes the reason in “Ghi chú”, or the office " +
				"writes [[figure]] in quyet-dinh-so-lieu.toml.",
		},
		SenderFix: Text{
			"Ghi số thật; nếu đúng là không phát sinh, ghi lý do vào cột «Ghi chú».",
			"Write the number; if nothing did arise, write the reason in “Ghi chú”.",
		},
		Explain: Text{
			"Mẫu số như tổng số hộ thì đơn vị nào cũng có; bỏ trống phần của một đơn vị làm tỷ lệ chung sai.",
			"A denominator such as all households is something every unit has; without one unit's part the rate is " +
				"wrong.",
		},
		Example: Text{
			"một phường ghi không phát sinh ở tổng số hộ gia đình.",
			"a ward that says nothing arose of its households.",
		},
	},
	{
		Code: "B432", Severity: Error, Audience: Answerer, SenderMends: true,
		What: Text{
			"Chỉ tiêu {measure} ({name}) tính ra {figure}, khoảng {factor} lần mục tiêu {target}; có thể số liệu sai " +
				"đơn vị tính hoặc dấu ngăn. Chỉ tiêu chưa được đánh giá.",
			"Measure {measure} ({name}) comes to {figure}, about {factor} times the target of {target}; a unit of " +
				"measurement or a separator may be wrong. It is not judged.",
		},
		Fix: Text{
			"Kiểm tra số liệu với các đơn vị; nếu kết quả đúng, ghi [[verdict]] cho chỉ tiêu {measure} vào " +
				"quyet-dinh-so-lieu.toml.",
			"Check the figures with the units; if the result is right, write [[verdict]] for measure {measure} in " +
				"quyet-dinh-so-lieu.toml.",
		},
		SenderFix: Text{
			"Kiểm tra lại số liệu và đơn vị tính; nếu đúng, ghi lý do vào cột «Ghi chú» của biểu mẫu.",
			"Check the figures and their units; if they are right, write the reason in the form's column “Ghi chú”.",
		},
		Explain: Text{
			"Kết quả chung lệch 10, 100, 1.000 lần so với mục tiêu thường do mọi đơn vị cùng ghi một đơn vị tính khác.",
			"A result that is off its target by 10, 100 or 1,000 usually means that all units wrote in another unit.",
		},
		Example: Text{
			"3.250.000 tỷ đồng với mục tiêu 3.100 - 3.500 tỷ đồng.",
			"3,250,000 billion for a target of 3,100 to 3,500 billion.",
		},
	},
	{
		Code: "B433", Severity: Warning, Audience: Answerer, SenderMends: true,
		What: Text{
			"Chỉ tiêu {measure} ({name}) tính ra {figure}, khoảng {factor} lần mục tiêu {target}.",
			"Measure {measure} ({name}) comes to {figure}, about {factor} times the target of {target}.",
		},
		Fix: Text{"Kiểm tra lại số liệu với các đơn vị.", "Check the figures with the units."},
		Explain: Text{
			"Kết quả lệch hơn 5 lần so với mục tiêu thì được nhắc để xem lại; chỉ tiêu vẫn được đánh giá.",
			"A result more than 5 times off its target is pointed at; it is judged all the same.",
		},
		Example: Text{"500 lượt lao động, mục tiêu 3.300.", "500 workers for a target of 3,300."},
	},
	{
		Code: "B445", Severity: Error, Audience: Answerer, SenderMends: true,
		What: Text{
			"{unit}: «{label}» {want} là {value}, ít hơn {was} đã báo cáo cho {period}. Số này chưa được dùng.",
			"{unit}: “{label}” of {want} is {value}, less than the {was} reported for {period}. It does not count yet.",
		},
		Fix: Text{
			"Hỏi lại đơn vị; có thể đơn vị ghi số của riêng quý hoặc tháng cuối. Nếu số trước đã được điều chỉnh thì xác " +
				"nhận số này.",
			"Ask the unit; it may have given the last quarter or month alone. Where the earlier figure was revised, " +
				"confirm this one.",
		},
		SenderFix: Text{
			"Ghi số của cả kỳ {want}, không phải của riêng quý hoặc tháng cuối; nếu số trước đã được điều chỉnh thì ghi " +
				"lý do vào cột «Ghi chú» của biểu mẫu.",
			"Give the figure of all of {want}, not of its last quarter or month alone; where the earlier one was revised, " +
				"write the reason in the form's column “Ghi chú”.",
		},
		Explain: Text{
			"Số của một kỳ không thể ít hơn số của một phần kỳ ấy: số cả năm không ít hơn số 9 tháng, 6 tháng, từng quý.\n" +
				"Số kỳ trước lấy từ ket-qua-9-thang.json, ket-qua-6-thang.json... trong 2-bao-cao, chỉ để so, không bao " +
				"giờ được dùng thay số của kỳ này.\n" +
				"Không so tỷ lệ, bình quân, thứ hạng. Tử số, mẫu số của tỷ lệ có thể tăng giảm nên chỉ hỏi khi ít hơn một nửa.",
			"The figure of a period is no less than that of a part of it: the year's is no less than that of nine months, " +
				"six months, each quarter.\n" +
				"The earlier figures are those of ket-qua-9-thang.json and the like in 2-bao-cao; they are only compared " +
				"with and never stand in for this period's.\n" +
				"Rates, averages and places are not compared. What a rate is divided of may rise and fall: it is asked " +
				"about below half.",
		},
		Example: Text{
			"9 tháng kết nạp 33 đảng viên, báo cáo năm ghi 7 (số của quý IV).",
			"33 members admitted in nine months, 7 in the year's return (those of quarter IV).",
		},
	},
	{
		Code: "B446", Severity: Warning, Audience: Answerer, SenderMends: true,
		What: Text{
			"{unit}: «{label}» {want} là {value}, nhưng {periods} đã báo cáo cộng lại là {sum}.",
			"{unit}: “{label}” of {want} is {value}, while {periods} as reported add up to {sum}.",
		},
		Fix: Text{
			"Hỏi lại đơn vị; nếu số các kỳ trước đã được điều chỉnh thì không cần làm gì.",
			"Ask the unit; where the earlier figures were revised, nothing needs doing.",
		},
		SenderFix: Text{
			"Kiểm tra lại số này và số các kỳ đã báo cáo; nếu số trước đã được điều chỉnh thì ghi lý do vào cột «Ghi chú».",
			"Check this figure and those of the earlier periods; where those were revised, write so in “Ghi chú”.",
		},
		Explain: Text{
			"Khi các kỳ nối nhau đủ cả kỳ này đều có báo cáo trong 2-bao-cao (bốn quý của năm, 6 tháng và quý III của 9 " +
				"tháng), tổng của chúng được so với số của kỳ này. Số của kỳ này vẫn được dùng.",
			"Where all parts that make up the period have their reports in 2-bao-cao (the year's four quarters, six months " +
				"and quarter III of nine months), their sum is compared with its figure. The figure counts all the same.",
		},
		Example: Text{
			"bốn quý 300 + 310 + 305 + 330 = 1.245, báo cáo năm ghi 1.235.",
			"four quarters of 300 + 310 + 305 + 330 = 1,245, and 1,235 in the year's return.",
		},
	},
	{
		Code: "B447", Severity: Warning, Audience: Sender, SenderMends: true, Counted: AsTold,
		What: Text{
			"Tệp này không ghi là số liệu của kỳ nào và đã dùng cho báo cáo {found}; không dùng cho báo cáo {want}{narrative}.",
			"This file does not say which period it is of and was used for the report of {found}; it does not count for " +
				"that of {want}{narrative}.",
		},
		Fix: Text{
			"Không cần làm gì nếu tệp gửi cho kỳ ấy; nếu là số liệu {want} thì ghi kỳ vào tên tệp, hoặc để tệp vào thư " +
				"mục con mang tên kỳ.",
			"Nothing needs doing where it was sent for that period; if it is of {want}, put the period into the file's " +
				"name, or the file into a folder named after the period.",
		},
		SenderFix: Text{
			"Gửi số liệu {want}, ghi kỳ vào tiêu đề hoặc tên tệp.",
			"Send the figures of {want}, with the period in the title or the file's name.",
		},
		Explain: Text{
			"Tệp của các kỳ nằm chung một thư mục nộp. Tệp không ghi kỳ được lấy cho báo cáo đang lập, trừ khi báo cáo của " +
				"kỳ khác trong 2-bao-cao đã dùng tệp ấy.",
			"The files of all periods lie in one drop folder. One that tells no period is taken for the report at hand, " +
				"unless another period's report in 2-bao-cao has used it.",
		},
		Example: Text{
			"bảng có cột «Thực hiện» đã dùng cho quý I, còn nằm trong 1-nop-vao-day khi lập báo cáo 6 tháng.",
			"a table headed «Thực hiện» was used for quarter I and is still in 1-nop-vao-day for the half-year's report.",
		},
	},
	{
		Code: "B448", Severity: Warning, Audience: OfficeOnly, Counted: AsTold,
		What: Text{
			"{count} tệp của {units} đơn vị là số liệu của kỳ khác, không dùng cho báo cáo {want}.",
			"{count} files of {units} units are of other periods and do not count for the report of {want}.",
		},
		Fix: Text{
			"Không cần làm gì: các tệp ấy đã dùng cho báo cáo của kỳ mình, hoặc đơn vị đã gửi đủ số liệu kỳ này. Tình " +
				"trạng từng tệp ở sheet «Đôn đốc».",
			"Nothing needs doing: they were used for their own reports, or their units have sent all for this period. The " +
				"sheet «Đôn đốc» lists the files.",
		},
		Explain: Text{
			"Tệp của các kỳ nằm chung một thư mục nộp; mỗi báo cáo chỉ lấy tệp của kỳ mình. Tệp kỳ khác chưa dùng cho báo " +
				"cáo nào, của đơn vị còn nợ số liệu, được báo riêng từng tệp (B072).",
			"The files of all periods lie in one drop folder; each report takes those of its own. Those that no report has " +
				"used, of units that still owe, are told one by one (B072).",
		},
		Example: Text{
			"24 biểu quý I, 6 tháng, 9 tháng còn trong 1-nop-vao-day khi lập báo cáo năm.",
			"24 forms of quarter I, six and nine months still in 1-nop-vao-day when the year's report is made.",
		},
	},
	{
		Code: "B449", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Không đọc được kết quả của kỳ khác nên không so với nó: {error}.",
			"The result of another period cannot be read and was not compared with: {error}.",
		},
		Fix: Text{
			"Lập lại báo cáo của kỳ ấy, hoặc xóa tệp này.",
			"Build that period's report again, or delete this file.",
		},
		Explain: Text{
			"Kết quả các kỳ khác của năm trong 2-bao-cao được dùng để so số liệu (B445, B446) và để biết tệp nào đã dùng " +
				"cho kỳ nào (B447).",
			"The results of the year's other periods in 2-bao-cao serve to compare figures (B445, B446) and to know which " +
				"file was used for which period (B447).",
		},
		Example: Text{"ket-qua-6-thang.json bị sửa tay hoặc chép thiếu.", "ket-qua-6-thang.json edited or cut short."},
	},
}

var sizePhrases = []phrase{
	{"size.whole", "đây là số của cả tổng thể", "this is a whole"},
	{"size.target", "mục tiêu {value} của nghị quyết", "the target of {value}"},
	{"size.milestone", "mốc {value} của kỳ này", "the milestone of {value}"},
	{
		"size.share",
		"mức {value} khi chia đều mục tiêu chung cho các đơn vị",
		"the {value} that is a unit's equal share of the common target",
	},
	{"size.plan", "kế hoạch {value} ở ô {cell}", "the {value} planned in {cell}"},
	{"size.last", "số năm trước {value} ở ô {cell}", "last year's {value} in {cell}"},
	{"size.beside", "{value} ở ô {cell} cùng chỉ tiêu", "the {value} of the same measure in {cell}"},
	{"size.last-report", "số năm trước {value} trong báo cáo năm trước", "the {value} of last year's report"},
	{
		"size.earlier-report",
		"số {value} trong báo cáo gần nhất của các năm trước nữa",
		"the {value} of the newest report older than last year's",
	},
	{"size.last-plan", "số năm trước {value} trong nghị quyết", "the {value} that the plan states for last year"},
	{
		"annex.reason.size",
		"Chưa có số liệu dùng được: tính ra {figure}, lệch khoảng {factor} lần so với mục tiêu, cần kiểm tra",
		"No usable data: {figure} is about {factor} times the target and has to be checked",
	},
}
