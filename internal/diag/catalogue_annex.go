package diag

// Consolidating and judging: B4xx, the reasons behind the verdicts, and the
// labels of `baocao trace`.
var annexProblems = []Entry{
	{
		Code: "B401", Severity: Error, Audience: Answerer, Counted: AsOwed,
		What: Text{
			"{unit} chưa gửi báo cáo; còn nợ {count} số liệu: {asks}.",
			"{unit} has not sent its return; it owes {count} figures: {asks}.",
		},
		Short: Text{
			"{unit} chưa gửi báo cáo; còn nợ {count} số liệu.",
			"{unit} has not sent its return; it owes {count} figures.",
		},
		Fix: Text{
			"Đôn đốc đơn vị điền biểu mẫu của mình trong thư mục mau và thả tệp nhận được vào 1-nop-vao-day.",
			"Ask the unit to fill its form from the folder mau, and drop the file into 1-nop-vao-day.",
		},
		Explain: Text{
			"Không có tệp nào trong 1-nop-vao-day được nhận ra là của đơn vị này.\n" +
				"Các chỉ tiêu cần số liệu của đơn vị được ghi «Chưa có số liệu», trừ tổng đã chắc chắn đạt.",
			"No file in 1-nop-vao-day was recognised as this unit's.\n" +
				"Measures that need it read \"no data\", except sums whose verdict can no longer change.",
		},
		Example: Text{
			"chưa có tệp của Bảo hiểm xã hội quận thì chưa tính được tỷ lệ tham gia bảo hiểm y tế.\n" +
				"Nếu đơn vị đã gửi, hãy xem các lỗi nhóm B1 và B2: có thể tệp không mở được hoặc chưa nhận ra đơn " +
				"vị.",
			"without the social insurance office's file the share of insured people is unknown.\n" +
				"If the unit did send, look at the problems B1xx and B2xx: the file may be unreadable or its unit " +
				"not recognised.",
		},
	},
	{
		Code: "B402", Severity: Error, Audience: Answerer, SenderMends: true, Counted: AsOwed,
		What: Text{
			"{unit} {how}: {asks}.",
			"{unit} {how}: {asks}.",
		},
		OfCell: Text{"Ô này phải điền nhưng đang để trống.", "This cell has to be filled and is blank."},
		Fix: Text{
			"Điền số; nếu không có thì ghi «Không phát sinh», nếu chưa có thì ghi «Chưa có kết quả» (trong biểu " +
				"mẫu: chọn ở cột bên cạnh).",
			"Give the number; where there is none write “Không phát sinh”, where it is not known yet “Chưa có " +
				"kết quả” (in a form: choose it in the column beside it).",
		},
		Explain: Text{
			"Ô để trống không phải là số 0: chương trình không biết đơn vị quên hay không có.\n" +
				"Chỉ tiêu cần ô này được ghi «Chưa có số liệu».",
			"A blank cell is not zero: nobody can tell a cell that was forgotten from one with nothing to " +
				"report.\n" +
				"The measure that needs it reads \"no data\".",
		},
		Example: Text{
			"phường không có hộ nghèo phải nhập 0, không để trống.",
			"a ward without poor households types 0; it does not leave the cell blank.",
		},
	},
	{
		Code: "B403", Severity: Warning, Audience: Answerer, Counted: AsOwed,
		What: Text{"{unit} chưa gửi phần thuyết minh.", "{unit} has not sent its narrative."},
		Fix: Text{
			"Đôn đốc đơn vị gửi biểu mẫu có sheet thuyết minh, hoặc viết phần này trong thư mục loi-van.",
			"Ask the unit for its form with the narrative sheet, or write that part in the folder loi-van.",
		},
		Explain: Text{
			"Đơn vị này không phải báo cáo số liệu, chỉ gửi thuyết minh (kết quả, hạn chế, nguyên nhân, giải " +
				"pháp). Kế hoạch không có [[area]] và chưa đơn vị nào gửi thuyết minh thì không hỏi.\n" +
				"Số liệu vẫn đầy đủ, nhưng báo cáo chưa đầy đủ cho đến khi có thuyết minh. Đơn vị không phải gửi thì " +
				"ghi [[silence]] " +
				"kèm lý do, hoặc xóa khỏi co-quan.toml.",
			"The unit owes no figures, only narrative (results, limitations, causes, solutions). A plan without " +
				"[[area]], where nobody has sent any, asks for none.\n" +
				"The figures are complete without it; the report is not until it has come. For a unit that need not " +
				"send, write a [[silence]] " +
				"with the reason, or take it out of co-quan.toml.",
		},
		Example: Text{
			"Ban Dân vận chỉ gửi kết quả công tác dân vận.",
			"the mass mobilisation board reports in words only.",
		},
	},
	{
		Code: "B404", Severity: Error, Audience: Answerer, Counted: AsOwed,
		What: Text{
			"Không dùng được tệp nào của {unit}; còn nợ {count} số liệu: {asks}.",
			"None of the files of {unit} can be used; it owes {count} figures: {asks}.",
		},
		Fix: Text{
			"Xem lỗi của từng tệp, rồi để lại trong 1-nop-vao-day đúng một tệp đọc được của đơn vị.",
			"See the problem of each file, then leave exactly one readable file of the unit in 1-nop-vao-day.",
		},
		Explain: Text{
			"Đơn vị đã gửi tệp, nhưng tệp không đọc được hoặc các tệp nói khác nhau, nên không số nào được " +
				"tính.",
			"The unit did send, but its file cannot be read or its files contradict each other, so nothing in " +
				"them counts.",
		},
		Example: Text{
			"bao-hiem.xlsx bị hỏng khi chép qua USB; hoặc hai tệp của một phường có số khác nhau.",
			"bao-hiem.xlsx was damaged on a USB stick; or two files of one ward hold different numbers.",
		},
	},
	{
		Code: "B440", Severity: Warning, Audience: Answerer, SenderMends: true, Counted: AsEstimate,
		What: Text{
			"{unit}: {count} số liệu là số ước đã được lấy vào báo cáo: {asks}.",
			"{unit}: the report has estimates for {count} of the figures asked: {asks}.",
		},
		Fix: Text{
			"Khi đơn vị có số chính thức thì đề nghị gửi lại; số ấy sẽ thay số ước.",
			"Have the unit send its results once it has them; they will replace the estimates.",
		},
		SenderFix: Text{"Khi có số chính thức thì gửi lại để thay số ước.",
			"Send the results once you have them, in place of the estimates."},
		Explain: Text{
			"Cơ quan đã quyết định tạm lấy số ước của đơn vị ([[estimate]] hoặc [[figure]] trong " +
				"quyet-dinh-so-lieu.toml). Các chỉ tiêu tính từ số ấy được ghi «ước» trong báo cáo và phụ lục.",
			"The office decided to take the unit's estimates ([[estimate]] or [[figure]] in " +
				"quyet-dinh-so-lieu.toml). What is computed of them is marked as estimated in the report and its annex.",
		},
		Example: Text{
			"phường gửi «Ước TH năm 2022» trong tháng 12, cơ quan đã trả lời lấy số ước này.",
			"a ward's “Ước TH năm 2022” of December, which the office has taken.",
		},
	},
	{
		Code: "B405", Severity: Warning, Audience: Answerer, Counted: AsVerdict,
		What: Text{
			"Chỉ tiêu {measure} ({name}) chờ cơ quan đánh giá.",
			"Measure {measure} ({name}) awaits the office's judgement.",
		},
		Fix: Text{
			"Ghi kết luận, lý do, người quyết định và ngày vào một mục [[verdict]] của quyet-dinh-so-lieu.toml " +
				"với measure = \"{measure}\"{period}.",
			"Write the verdict, its reason, who decided and when into a [[verdict]] of quyet-dinh-so-lieu.toml " +
				"with measure = \"{measure}\"{period}.",
		},
		Explain: Text{
			"Chỉ tiêu bằng lời không có con số để so sánh: đơn vị gửi tình trạng và minh chứng, cơ quan kết " +
				"luận.",
			"A promise in words has no number to compare: the unit sends status and evidence, the office " +
				"decides.",
		},
		Example: Text{
			"\n" +
				"[[verdict]]\n" +
				"measure = \"9\"\n" +
				"verdict = \"met\"\n" +
				"reason  = \"Đã hoàn thành 04/06 tiêu chuẩn đăng ký\"",
			"\n" +
				"[[verdict]]\n" +
				"measure = \"9\"\n" +
				"verdict = \"met\"\n" +
				"reason  = \"Đã hoàn thành 04/06 tiêu chuẩn đăng ký\"",
		},
	},
	{
		Code: "B407", Severity: Error, Audience: Answerer, SenderMends: true,
		What: Text{
			"Chỉ tiêu {measure}: «{none}» ghi không phát sinh nhưng «{number}» lại ghi {value}.",
			"Measure {measure}: “{none}” says nothing arose, yet “{number}” says {value}.",
		},
		Fix: Text{
			"Nếu kết quả bằng 0 thì nhập số 0; nếu cả hai không phát sinh thì chọn «Không phát sinh» ở cả hai " +
				"ô.",
			"Where the result is zero type 0; where neither arose choose «Không phát sinh» in both cells.",
		},
		Explain: Text{
			"«Không phát sinh» có nghĩa là đơn vị không tham gia chỉ tiêu này, nên rời khỏi cả hai vế của tỷ " +
				"lệ.\n" +
				"Một vế không phát sinh mà vế kia có số thì không biết bỏ hay tính.",
			"\"Nothing arose\" takes the unit out of both sides of the quotient.\n" +
				"One side without and the other with a number leaves it open whether the unit takes part.",
		},
		Example: Text{
			"có 58 tổ chức đảng được đánh giá, không tổ chức nào hoàn thành xuất sắc: nhập 0, không chọn " +
				"«Không phát sinh».",
			"58 organisations were rated and none was outstanding: type 0, do not choose «Không phát sinh».",
		},
	},
	{
		Code: "B408", Severity: Error, Audience: Answerer, SenderMends: true,
		What: Text{
			"Chỉ tiêu {measure} ({name}) tính ra {figure}, vượt quá 100% là điều không thể có.",
			"Measure {measure} ({name}) comes to {figure}; above 100% is impossible.",
		},
		Fix: Text{
			"Kiểm tra lại tử số và mẫu số với đơn vị; có thể hai ô bị điền đổi chỗ hoặc sai đơn vị tính.",
			"Check both numbers with the unit; they may have been swapped or be in different units of " +
				"measurement.",
		},
		SenderFix: Text{
			"Kiểm tra lại số liệu; có thể hai ô bị điền đổi chỗ hoặc sai đơn vị tính.",
			"Check the figures; two cells may have been swapped, or the unit of measurement may be wrong.",
		},
		Explain: Text{
			"Chỉ tiêu «đạt 100%» không thể vượt: không thể có nhiều hộ dùng nước sạch hơn số hộ.\n" +
				"Số liệu sai nên chỉ tiêu được ghi «Chưa có số liệu» cho đến khi sửa.",
			"A target of exactly 100% cannot be exceeded: no more households can have clean water than there " +
				"are.\n" +
				"The data are wrong, and the measure reads \"no data\" until they are mended.",
		},
		Example: Text{"32.100 hộ dùng nước sạch trên 32.000 hộ.", "32,100 households with clean water out of 32,000."},
	},
	{
		Code: "B409", Severity: Error, Audience: Answerer, SenderMends: true,
		What: Text{
			"Các tỷ trọng {measures} cộng lại bằng {sum}%, không bằng 100%.",
			"The shares {measures} add up to {sum}%, not to 100%.",
		},
		Fix: Text{
			"Hỏi lại đơn vị các tỷ trọng, hoặc xin giá trị tuyệt đối để chương trình tự tính tỷ trọng.",
			"Ask the unit for the shares again, or for the amounts so that the program divides them itself.",
		},
		SenderFix: Text{"Ghi lại các tỷ trọng sao cho cộng lại đúng 100%.", "Give shares that add up to exactly 100%."},
		Explain: Text{
			"Các phần của một cơ cấu phải cộng lại đúng 100%; chương trình không tự sửa phần nào.",
			"The parts of a structure must add up to exactly 100%; the program corrects none of them.",
		},
		Example: Text{
			"45,87 + 53,71 + 0,42 = 100; còn 45,9 + 53,7 + 0,5 = 100,1 là sai do làm tròn hoặc gõ nhầm.",
			"45.87 + 53.71 + 0.42 = 100; 45.9 + 53.7 + 0.5 = 100.1 was rounded or mistyped.",
		},
	},
	{
		Code: "B410", Severity: Warning, Audience: Answerer, SenderMends: true,
		What: Text{
			"Chỉ tiêu {measure} không chia được vì {label} là {value}.",
			"Measure {measure} cannot be divided: {label} is {value}.",
		},
		Fix: Text{
			"Kiểm tra lại số này với đơn vị; nếu đúng là như vậy thì cơ quan tự kết luận trong " +
				"quyet-dinh-so-lieu.toml.",
			"Check that number with the unit; if it is right, the office sets the verdict in " +
				"quyet-dinh-so-lieu.toml.",
		},
		SenderFix: Text{
			"Kiểm tra lại số này; nếu đúng thì giải thích ở cột Ghi chú.",
			"Check this number; if it is right, explain it in the column Ghi chú.",
		},
		Explain: Text{
			"Tỷ lệ và tốc độ tăng cần một số chia lớn hơn 0. Gốc bằng 0 hoặc âm không cho tốc độ tăng, dù kết quả " +
				"tăng nhiều.\n" +
				"Chỉ tiêu được ghi «Chưa đánh giá».",
			"A ratio or a growth needs a divisor above 0. A base of 0, or below, gives no growth, however much " +
				"was achieved.\n" +
				"The measure reads \"not assessed\".",
		},
		Example: Text{
			"năm trước 0 triệu đồng, năm nay 500 triệu đồng: không có phần trăm nào đúng.",
			"0 last year and 500 this year: no percentage is right.",
		},
	},
	{
		Code: "B411", Severity: Warning, Audience: Answerer,
		What: Text{
			"Chỉ tiêu {measure} được quyết định là «{verdict}» khi chưa đủ số liệu.",
			"Measure {measure} was decided to be “{verdict}” without complete data.",
		},
		Fix: Text{
			"Xem lại quyết định khi số liệu đã đủ; nếu không còn cần thì xóa mục này.",
			"Look at the decision again once the data are complete; remove it when it is no longer needed.",
		},
		Explain: Text{
			"Kết luận của cơ quan được in thay cho kết luận tính được, kèm lý do. Ở đây chưa tính được gì để " +
				"so sánh.",
			"The office's verdict is printed in place of the computed one, with its reason. Here nothing could " +
				"be computed to compare it with.",
		},
		Example: Text{
			"quyết định «Đạt» cho chỉ tiêu 13 khi Bảo hiểm xã hội quận chưa gửi số liệu.",
			"measure 13 decided \"met\" while the social insurance office has not sent its figures.",
		},
	},
	{
		Code: "B412", Severity: Error, Audience: Answerer, SenderMends: true,
		What: Text{
			"{unit}: «{part}» là {a}, lớn hơn «{whole}» là {b}; chưa dùng số nào.",
			"{unit}: “{part}” is {a}, above “{whole}”, which is {b}; neither counts.",
		},
		Fix: Text{
			"Hỏi lại đơn vị cả hai số; có thể hai ô bị điền đổi chỗ. Nếu tử số không phải là một phần của mẫu " +
				"số thì ghi above_whole = true cho chỉ tiêu {measure} trong nghi-quyet.toml.",
			"Ask the unit for both; they may have been swapped. If the numerator is no part of the " +
				"denominator, set above_whole = true for measure {measure} in nghi-quyet.toml.",
		},
		SenderFix: Text{
			"Kiểm tra lại cả hai số; có thể hai ô bị điền đổi chỗ.",
			"Check both; they may have been swapped.",
		},
		Explain: Text{
			"Một phần không thể lớn hơn toàn bộ, nên một trong hai số sai mà không biết số nào.",
			"A part cannot exceed its whole: one of the two is wrong, and which is not known.",
		},
		Example: Text{
			"62 tổ chức hoàn thành tốt nhiệm vụ trong số 58 tổ chức được đánh giá.",
			"62 organisations did well out of 58 that were rated.",
		},
	},
	{
		Code: "B413", Severity: Error, Audience: Answerer, SenderMends: true,
		What: Text{
			"«{label}» ghi {value}%, quá 100%; không dùng số này.",
			"“{label}” says {value}%, above 100%; it does not count.",
		},
		Fix: Text{
			"Hỏi lại đơn vị. Nếu tỷ lệ này có thể quá 100% thì ghi above_whole = true cho chỉ tiêu {measure} " +
				"trong nghi-quyet.toml.",
			"Ask the unit. If this rate may pass 100%, set above_whole = true for measure {measure} in " +
				"nghi-quyet.toml.",
		},
		SenderFix: Text{
			"Kiểm tra lại tỷ lệ này; có thể thiếu dấu phẩy thập phân.",
			"Check this rate; its decimal comma may be missing.",
		},
		Explain: Text{
			"Tỷ lệ của một phần so với toàn bộ không quá 100%.",
			"The rate of a part of a whole is at most 100%.",
		},
		Example: Text{"gõ 971 thay cho 97,1.", "971 typed for 97.1."},
	},
	{
		Code: "B414", Severity: Error, Audience: Answerer, SenderMends: true,
		What: Text{
			"{unit}: «{part}» (chỉ tiêu {measure}) là {a}, lớn hơn «{whole}» (chỉ tiêu {of}) là {b}, mà chỉ " +
				"tiêu {measure} là một phần của {of}; chưa dùng số nào.",
			"{unit}: “{part}” (measure {measure}) is {a}, above “{whole}” (measure {of}), which is {b}, of " +
				"which it is a part; neither counts.",
		},
		Fix: Text{
			"Hỏi lại đơn vị cả hai số; nếu chỉ tiêu {measure} không nằm trong {of} thì xóa part_of trong " +
				"nghi-quyet.toml.",
			"Ask the unit for both; if measure {measure} is not contained in {of}, remove part_of in " +
				"nghi-quyet.toml.",
		},
		SenderFix: Text{
			"Kiểm tra lại cả hai số; có thể hai ô bị điền đổi chỗ.",
			"Check both; they may have been swapped.",
		},
		Explain: Text{
			"part_of nói chỉ tiêu này là phần «trong đó» của chỉ tiêu kia.",
			"part_of says that the measure counts some of what the other counts.",
		},
		Example: Text{
			"số hộ thoát nghèo là 25 nhưng tổng số hộ giảm nghèo là 20.",
			"25 households left poverty out of 20.",
		},
	},
	{
		Code: "B415", Severity: Warning, Audience: Answerer, SenderMends: true,
		What: Text{
			"«{part}» là {a}, lớn hơn «{whole}» là {b}, mà chỉ tiêu {measure} là một phần của chỉ tiêu {of}.",
			"“{part}” is {a}, above “{whole}”, which is {b}, though measure {measure} is a part of {of}.",
		},
		Fix: Text{
			"Kiểm tra đơn vị tính và loại giá của hai số; nếu đúng như vậy thì ghi [[silence]] kèm lý do trong " +
				"nghi-quyet.toml.",
			"Check the units and prices of the two; if they are right, accept it with a [[silence]] and its " +
				"reason in nghi-quyet.toml.",
		},
		SenderFix: Text{
			"Kiểm tra đơn vị tính và loại giá của hai số; nếu đúng thì giải thích ở cột Ghi chú.",
			"Check the units and prices of the two; if they are right, explain it in the column Ghi chú.",
		},
		Explain: Text{
			"Giá trị của một ngành thường không vượt tổng giá trị; có thể một số ghi theo đồng, một số theo " +
				"triệu đồng, hoặc hai số tính theo hai loại giá.",
			"A branch is seldom above the total; one may be in other units or prices.",
		},
		Example: Text{
			"nông nghiệp 13.992.000 (nghìn đồng) so với tổng 13.900.000 (triệu đồng).",
			"agriculture 13,992,000 (thousand dong) beside a total of 13,900,000 (million).",
		},
	},
	{
		Code: "B416", Severity: Warning, Audience: Answerer, SenderMends: true,
		What: Text{
			"Chỉ tiêu {measure}: «{label}» nay ghi {told}, nhưng báo cáo năm {year} là {was}.",
			"Measure {measure}: “{label}” is now told as {told}, but the report of {year} says {was}.",
		},
		Fix: Text{
			"Hỏi lại đơn vị; nếu số năm trước đã được điều chỉnh thì ghi [[silence]] kèm lý do trong " +
				"nghi-quyet.toml.",
			"Ask the unit; if last year's figure was revised, accept it with a [[silence]] and its reason in " +
				"nghi-quyet.toml.",
		},
		SenderFix: Text{
			"Kiểm tra lại số năm trước; nếu số đã được điều chỉnh thì giải thích ở cột Ghi chú.",
			"Check last year's figure; if it was revised, explain it in the column Ghi chú.",
		},
		Explain: Text{
			"Số năm trước do đơn vị ghi lại phải giống số đã báo cáo; khác nhau thì tốc độ tăng tính trên gốc " +
				"khác.",
			"Last year's figure told again is the one that was reported; otherwise growth rests on another " +
				"base.",
		},
		Example: Text{
			"năm 2021 đã báo cáo 673.665 triệu đồng, nay ghi gốc 637.665.",
			"673,665 was reported for 2021, now the base is given as 637,665.",
		},
	},
	{
		Code: "B417", Severity: Warning, Audience: Answerer, SenderMends: true,
		What: Text{
			"Chỉ tiêu {measure} ({name}): năm nay {now}, năm trước {before}, chênh lệch quá {factor} lần.",
			"Measure {measure} ({name}): {now} this year, {before} last year, more than {factor} times apart.",
		},
		Fix: Text{
			"Kiểm tra đơn vị tính và dấu phân cách của số này; nếu đúng thì ghi [[silence]] kèm lý do trong " +
				"nghi-quyet.toml.",
			"Check its unit and separators; if it is right, accept it with a [[silence]] and its reason in " +
				"nghi-quyet.toml.",
		},
		SenderFix: Text{
			"Kiểm tra đơn vị tính và dấu phân cách của số này; nếu đúng thì giải thích ở cột Ghi chú.",
			"Check its unit and separators; if it is right, explain it in the column Ghi chú.",
		},
		Explain: Text{
			"Thay đổi lớn bất thường phần nhiều do gõ thừa, thiếu chữ số hoặc nhầm đơn vị tính. Hệ số đặt ở " +
				"jump_factor, mục [checks] của co-quan.toml.",
			"Such a change is mostly a digit too many or another unit. The factor is jump_factor under " +
				"[checks] in co-quan.toml.",
		},
		Example: Text{"năm trước 1.050 doanh nghiệp, năm nay 11.500.", "1,050 enterprises last year, 11,500 now."},
	},
	{
		Code: "B418", Severity: Warning, Audience: Answerer, SenderMends: true,
		What: Text{
			"Chỉ tiêu {measure}: danh sách có {names} tên nhưng số báo cáo là {count}.",
			"Measure {measure}: the list holds {names} names, but the count is {count}.",
		},
		Fix: Text{
			"Hỏi lại đơn vị; mỗi tên cách nhau bằng dấu chấm phẩy hoặc xuống dòng.",
			"Ask the unit; names are separated by semicolons or lines.",
		},
		SenderFix: Text{
			"Kiểm tra số và danh sách; mỗi tên cách nhau bằng dấu chấm phẩy hoặc xuống dòng.",
			"Check the count and the list; names are separated by semicolons or lines.",
		},
		Explain: Text{"Danh sách kèm theo phải đủ như số đã báo cáo.", "The list has as many names as were counted."},
		Example: Text{
			"báo cáo 03 trường đạt chuẩn nhưng chỉ kể tên hai trường.",
			"3 schools are reported, two are named.",
		},
	},
	{
		Code: "B419", Severity: Warning, Audience: Confidential,
		What: Text{
			"«{label}» là {value} ({units}), nhưng «{first}» là {other} ({owners}), hai số cùng đếm một đối " +
				"tượng.",
			"“{label}” is {value} ({units}), but “{first}” is {other} ({owners}); both count the same.",
		},
		Fix: Text{
			"Báo các đơn vị đối chiếu; nếu khác nhau là đúng thì ghi [[silence]] kèm lý do trong " +
				"nghi-quyet.toml, hoặc đặt population_tolerance trong co-quan.toml.",
			"Have them compare; if the difference is right, accept it with a [[silence]] in nghi-quyet.toml or " +
				"set population_tolerance in co-quan.toml.",
		},
		Explain: Text{
			"Hai số cùng đếm một đối tượng khi nội dung giống nhau, hoặc khi nghi-quyet.toml ghi cùng một " +
				"population.",
			"Two inputs count the same when their words are the same or nghi-quyet.toml gives them one " +
				"population.",
		},
		Example: Text{
			"tổng số hộ của Phòng Quản lý đô thị là 32.000, tổng các phường cộng lại là 31.640.",
			"32,000 households by one division, 31,640 by the wards together.",
		},
	},
}

var annexPhrases = []phrase{
	{"annex.all-units", "Các đơn vị cộng lại", "All units together"},
	{"annex.units-together", "{count} đơn vị cộng lại", "{count} units together"},
	{"annex.figure.estimate", "Ước {figure}", "Estimate: {figure}"},
	{"annex.figure.estimated", "{figure} (ước)", "{figure} (estimate)"},
	{"annex.figure.figure", "Thực hiện {figure}", "Actual {figure}"},
	{"annex.figure.growth", "Tăng {figure}", "Up {figure}"},
	{"annex.figure.growth-down", "Giảm {size}", "Down {size}"},
	{
		"annex.figure.plan",
		"Tăng {figure} so với dự toán (bằng {index} dự toán)",
		"Up {figure} on the plan ({index} of the plan)",
	},
	{
		"annex.figure.plan-down",
		"Giảm {size} so với dự toán (bằng {index} dự toán)",
		"Down {size} on the plan ({index} of the plan)",
	},
	{"annex.figure.decrease", "Giảm {figure}", "Down {figure}"},
	{"annex.figure.decrease-down", "Tăng {size}", "Up {size}"},
	{"annex.figure.rank", "Xếp thứ {figure}", "Place {figure}"},
	{"annex.figure.day", "Xong ngày {figure}", "Done on {figure}"},
	{"annex.reason.from-none", "Năm trước không có, năm nay {now}: không đạt mục tiêu {target}",
		"None last year, {now} this year: misses the target of {target}"},
	{"annex.reason.from-none-not-due", "Năm trước không có, năm nay {now}", "None last year, {now} this year"},
	{"annex.reason.still-none", "Cả hai năm đều không có: đạt mục tiêu {target}",
		"None in both years: meets the target of {target}"},
	{"annex.reason.no-last", "{figure}; chưa có số liệu năm trước để so sánh",
		"{figure}; last year's figure is not known"},
	{"annex.reason.failing", "{reason}. Còn {count} đơn vị chưa đạt: {units}",
		"{reason}. Not reached by {count}: {units}"},
	{"annex.figure.share", "Chiếm {figure}", "Share {figure}"},
	{"annex.reason.exceeded", "{figure}, vượt mục tiêu {target}", "{figure}, above the target of {target}"},
	{"annex.reason.met", "{figure}, đạt mục tiêu {target}", "{figure}, meets the target of {target}"},
	{"annex.reason.missed", "{figure}, không đạt mục tiêu {target}", "{figure}, misses the target of {target}"},
	{"annex.reason.figure-only", "{figure}", "{figure}"},
	{
		"annex.reason.partial",
		"Mới có {settled}/{expected} đơn vị báo cáo; tổng đã là {figure}, {verdict} {target}",
		"{settled} of {expected} units have reported; the sum is already {figure}, {verdict} {target}",
	},
	{
		"annex.reason.partial-lines",
		"Số liệu chưa đủ; tổng đã là {figure}, {verdict} {target}",
		"Some amounts are still missing; the sum is already {figure}, {verdict} {target}",
	},
	{"annex.reason.partial-exceeded", "vượt mục tiêu", "above the target of"},
	{"annex.reason.partial-met", "đạt mục tiêu", "which meets the target of"},
	{"annex.reason.partial-missed", "không đạt mục tiêu", "which misses the target of"},
	{"annex.reason.lacking", "Chưa có số liệu: {why}", "No data: {why}"},
	{
		"annex.reason.some",
		"Mới có {reported}/{expected} đơn vị báo cáo: {why}",
		"{reported} of {expected} units have reported: {why}",
	},
	{"annex.reason.absent", "{units} chưa gửi báo cáo", "nothing received from {units}"},
	{"annex.reason.unreadable", "không đọc được tệp của {unit}", "the file of {unit} cannot be read"},
	{
		"annex.reason.conflict",
		"số liệu của {unit} mâu thuẫn nhau ở {labels}",
		"what {unit} sent contradicts itself or another owner at {labels}",
	},
	{"annex.reason.blank", "{unit} để trống {labels}", "{unit} left blank {labels}"},
	{"annex.reason.unsent", "{unit} chưa gửi {labels}", "{unit} has not sent {labels}"},
	{
		"annex.reason.faulty",
		"số liệu của {unit} không dùng được ở {labels}",
		"the answer of {unit} cannot be used at {labels}",
	},
	{"annex.reason.untaken", "chỉ tiêu {measure} chưa có số liệu dùng được", "measure {measure} has no usable figure"},
	{
		"annex.reason.untaken-last",
		"chưa biết số liệu năm trước của chỉ tiêu {measure}",
		"last year's figure of measure {measure} is not known",
	},
	{"annex.reason.and", "{first}; {next}", "{first}; {next}"},
	{"annex.reason.pending", "Chưa có kết quả: {units}", "No result yet: {units}"},
	{"annex.reason.no-owner", "Không có đơn vị nào báo cáo chỉ tiêu này", "No unit reports this measure"},
	{
		"annex.reason.all-nil",
		"Không phát sinh nên không có gì để đánh giá",
		"Nothing arose, so there is nothing to assess",
	},
	{"annex.reason.no-divisor", "Không tính được vì {label} là {value}", "Cannot be computed: {label} is {value}"},
	{"annex.reason.no-base", "Không tính được vì {label} là {value}; năm nay {now}",
		"Cannot be computed: {label} is {value}; this year {now}"},
	{"annex.reason.whole", "tổng các phần", "the sum of the parts"},
	{
		"annex.reason.shares",
		"Chưa có số liệu dùng được: các tỷ trọng cộng lại bằng {sum}%, không bằng 100%",
		"No usable data: the shares add up to {sum}%, not to 100%",
	},
	{
		"annex.reason.above-hundred",
		"Chưa có số liệu dùng được: tính ra {figure}, quá 100%",
		"No usable data: {figure} is above 100%",
	},
	{
		"annex.reason.target-pending",
		"{figure}; chờ mục tiêu mới theo {document}",
		"{figure}; a new target is awaited under {document}",
	},
	{"annex.reason.target-pending-bare", "{figure}; chờ mục tiêu mới", "{figure}; a new target is awaited"},
	{
		"annex.reason.statement",
		"Đơn vị báo cáo: {status}; chờ cơ quan đánh giá",
		"The unit reports: {status}; awaiting the office's judgement",
	},
	{
		"annex.reason.override",
		"{verdict} theo quyết định của {by}: {reason} (chương trình tính: {computed})",
		"{verdict} as decided by {by}: {reason} (computed: {computed})",
	},
	{"annex.reason.part", "{name}: {reason}", "{name}: {reason}"},
	{"annex.reason.headline-but", "{reason}. Riêng phần không đạt: {parts}", "{reason}. Missed nevertheless: {parts}"},
	{"annex.reason.info-only", "Chỉ để theo dõi, không đánh giá", "For information, not judged"},

	{"trace.indicator", "Chỉ tiêu số", "Indicator"},
	{"trace.measure", "Chỉ tiêu", "Measure"},
	{"trace.target", "Mục tiêu", "Target"},
	{"trace.due", "Mốc của kỳ", "Milestone"},
	{"trace.basis", "Cơ sở tính", "Basis"},
	{"trace.amended", "Điều chỉnh", "Amended"},
	{"trace.amended-by", "{document}, {date}", "{document}, {date}"},
	{"trace.formula", "Cách tính", "Formula"},
	{"trace.exact", "Giá trị đúng", "Exact"},
	{"trace.judged", "Số đánh giá", "Judged"},
	{"trace.percent", "So mục tiêu", "Of target"},
	{"trace.previous", "Năm trước", "Last year"},
	{"trace.reported", "Đã báo cáo", "Reported"},
	{"trace.units", "{reported}/{expected} đơn vị", "{reported} of {expected} units"},
	{"trace.verdict", "Đánh giá", "Verdict"},
	{"trace.reason", "Lý do", "Reason"},
	{"trace.computed", "Máy tính ra", "Computed"},
	{"trace.override", "Quyết định", "Decision"},
	{"trace.chosen", "Chốt số", "Settled"},
	{"trace.aside", "Không dùng", "Set aside"},
	{"trace.total", "cộng", "total"},
	{"trace.sum-over", "cộng {count} số liệu = {total}", "sum of {count} answers = {total}"},
	{"trace.one-value", "lấy số của đơn vị = {total}", "the unit's own number = {total}"},
	{"trace.given-share", "tỷ trọng đơn vị báo cáo = {total}", "the share as reported = {total}"},
	{
		"trace.by-office",
		"cơ quan đánh giá theo tình trạng và minh chứng",
		"judged by the office on status and evidence",
	},
	{"trace.lacking", "Còn thiếu", "Missing"},
	{"trace.role.value", "Giá trị", "Value"},
	{"trace.role.numerator", "Tử số", "Numerator"},
	{"trace.role.denominator", "Mẫu số", "Denominator"},
	{"trace.role.current", "Năm nay", "This year"},
	{"trace.role.previous", "Năm gốc", "Base year"},
	{"trace.role.actual", "Thực hiện", "Actual"},
	{"trace.role.plan", "Dự toán", "Plan"},
	{"trace.role.answer", "Trả lời", "Answer"},
	{"trace.role.satisfying", "Đơn vị đạt", "Units that reach it"},
	{"trace.role.asked", "Đơn vị được hỏi", "Units asked"},
	{"trace.of-plan", "Nghị quyết", "The plan"},
	{"trace.of-measure", "Chỉ tiêu {measure}", "Measure {measure}"},
	{"trace.of-measure-last", "Chỉ tiêu {measure}, năm trước", "Measure {measure}, last year"},
	{"trace.estimate", "(số ước)", "(estimate)"},
	{"trace.failing", "Chưa đạt", "Not reached by"},
	{"trace.assigned", "Chỉ tiêu giao cho từng đơn vị:", "Targets of single units:"},
	{"trace.role.others", "Các phần khác", "Other parts"},
	{"trace.role.status", "Tình trạng", "Status"},
	{"trace.role.evidence", "Minh chứng", "Evidence"},
	{"trace.role.list", "Danh sách", "List"},
	{"trace.role.last_year", "Năm trước", "Last year"},
}
