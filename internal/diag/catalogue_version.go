package diag

// Several files of one unit, several units for one figure, and what a person
// decided about them: B2xx.
var versionProblems = []Entry{
	{
		Code: "B230", Severity: Warning, Audience: Sender,
		What: Text{
			"Tệp này của {unit} có số liệu giống hệt «{first}», chỉ tính một lần.",
			"This file of {unit} holds the same figures as “{first}”; they count once.",
		},
		Fix: Text{
			"Không cần làm gì; có thể bỏ bớt một tệp khỏi 1-nop-vao-day cho gọn.",
			"Nothing needs doing; one of them may be taken out of 1-nop-vao-day.",
		},
		Explain: Text{
			"Một đơn vị gửi cùng một bộ số liệu hai lần thì chỉ tính một lần, dù tên tệp khác nhau.",
			"The same figures sent twice count once, whatever the files are called.",
		},
		Example: Text{
			"«phuong-bac-son.xlsx» và «phuong-bac-son - Copy (1).xlsx».",
			"“phuong-bac-son.xlsx” and “phuong-bac-son - Copy (1).xlsx”.",
		},
	},
	{
		Code: "B231", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"{unit}: «{label}» là {a} trong «{first}» nhưng {b} trong «{second}», không rõ tệp nào gửi sau; " +
				"chưa dùng số nào.",
			"{unit}: “{label}” is {a} in “{first}” but {b} in “{second}”, and nothing says which came later; " +
				"neither counts.",
		},
		Fix: Text{
			"Hỏi đơn vị tệp nào đúng, rồi thêm «lần 2» vào tên tệp gửi sau, hoặc bỏ tệp sai khỏi " +
				"1-nop-vao-day. Muốn chốt riêng số này thì chép mục sau vào quyet-dinh-so-lieu.toml và điền chỗ " +
				"trống:\n" +
				"{toml}",
			"Ask the unit which is right, then add “lần 2” to the name of the later file or take the wrong one " +
				"out of 1-nop-vao-day. To settle this figure alone copy the following into quyet-dinh-so-lieu.toml " +
				"and fill the gaps:\n" +
				"{toml}",
		},
		SenderFix: Text{
			"Cho biết số nào đúng: gửi lại tệp có số đúng, ghi ngày báo cáo mới hoặc thêm «lần 2» vào tên tệp.",
			"Say which is right: send the file with the right figure again, with a new date in it or “lần 2” " +
				"in its name.",
		},
		Explain: Text{
			"Tệp nào gửi sau được biết theo thứ tự: tệp sửa từ bản trong 3-can-sua, ngày ghi trong tệp, rồi " +
				"chữ «lần 2», «bổ sung» hoặc «sửa» trong tên tệp.\n" +
				"Thời gian lưu tệp, «bản sao», «copy», «(1)» không nói lên điều gì. Không rõ thứ tự mà số khác " +
				"nhau thì không số nào được dùng.",
			"Which file came later is told by these, in order: the corrected copy from 3-can-sua, the date " +
				"written in the file, then “lần 2”, “bổ sung” or “sửa” in its name.\n" +
				"The time of saving, “bản sao”, “copy” and “(1)” say nothing. Where nothing tells and the figures " +
				"differ, neither counts.",
		},
		Example: Text{
			"bac-son.xlsx ghi 335, bac-son (1).xlsx ghi 353. Đơn vị trả lời 353 là đúng: đổi tên tệp thứ hai " +
				"thành «bac-son lần 2.xlsx».",
			"bac-son.xlsx says 335, bac-son (1).xlsx 353. The unit confirms 353: rename the second to “bac-son " +
				"lần 2.xlsx”.",
		},
	},
	{
		Code: "B232", Severity: Warning, Audience: Sender, SenderMends: true,
		What: Text{
			"Tệp gửi sau của {unit} để trống {count} ô mà tệp trước đã điền, nên vẫn dùng số của tệp trước: " +
				"{asks}.",
			"The later file of {unit} leaves {count} cells blank that an earlier one had filled; the earlier " +
				"figures stand: {asks}.",
		},
		Fix: Text{
			"Nếu đơn vị muốn bỏ số cũ, yêu cầu chọn «Không phát sinh» hoặc nhập số mới; nếu tệp sau chỉ để bổ " +
				"sung thì thêm «bổ sung» vào tên tệp.",
			"If the unit means to withdraw them, ask it to choose “Không phát sinh” or to give new figures; if " +
				"the file only adds to the earlier one, put “bổ sung” into its name.",
		},
		SenderFix: Text{
			"Nếu bỏ số cũ thì chọn «Không phát sinh» hoặc nhập số mới; nếu tệp chỉ để bổ sung thì thêm «bổ " +
				"sung» vào tên tệp.",
			"To withdraw the old figures choose “Không phát sinh” or give new ones; if the file only adds to " +
				"the earlier one, put “bổ sung” into its name.",
		},
		Explain: Text{
			"Ô trống không phải là câu trả lời, nên không xóa số đã gửi.",
			"A blank cell is no answer, so it does not remove a figure.",
		},
		Example: Text{
			"lần 1 điền đủ 7 ô, lần 2 chỉ điền lại 1 ô: 6 ô kia lấy từ lần 1.",
			"the first file fills 7 cells, the second only 1 of them: the other 6 come from the first.",
		},
	},
	{
		Code: "B233", Severity: Warning, Audience: Sender,
		What: Text{
			"{unit} gửi nhiều lần: {count} số trong tệp này được thay bằng số trong «{file}» ({why}).",
			"{unit} sent more than once: {count} of this file's figures are replaced by those in “{file}” " +
				"({why}).",
		},
		Fix: Text{
			"Xem số cũ, số mới ở sheet «Các lần gửi» của SoLieu; nếu không đúng thì ghi quyết định vào " +
				"quyet-dinh-so-lieu.toml.",
			"See old and new in the sheet “Các lần gửi” of SoLieu; if that is wrong, decide in " +
				"quyet-dinh-so-lieu.toml.",
		},
		Explain: Text{
			"Tệp gửi sau thay tệp gửi trước ở những ô nó có trả lời; những ô khác giữ nguyên.",
			"A later file replaces an earlier one where it answers; the rest stays.",
		},
		Example: Text{
			"bac-son.xlsx ghi 335, bac-son-lan-2.xlsx ghi 353: dùng 353.",
			"bac-son.xlsx says 335, bac-son-lan-2.xlsx 353: 353 counts.",
		},
	},
	{
		Code: "B234", Severity: Error, Audience: Confidential,
		What: Text{
			"«{label}»: {first} báo {a}, {second} báo {b}, hai đơn vị cùng phụ trách số này; chưa dùng số nào.",
			"“{label}”: {first} says {a}, {second} says {b}, and both own the figure; neither counts.",
		},
		Fix: Text{
			"Đề nghị hai đơn vị thống nhất số liệu. Nếu cơ quan chốt số thì chép mục sau vào " +
				"quyet-dinh-so-lieu.toml và điền chỗ trống:\n" +
				"{toml}",
			"Have the two agree. If the office settles it, copy the following into quyet-dinh-so-lieu.toml and " +
				"fill the gaps:\n" +
				"{toml}",
		},
		Explain: Text{
			"Khi from của một chỉ tiêu value nêu hai đơn vị, cả hai cùng nắm một số và phải báo giống nhau; số " +
				"không bao giờ được cộng hay lấy trung bình.",
			"Where a value's from names two units, both know one number and must say the same; it is never " +
				"added or averaged.",
		},
		Example: Text{
			"Chi cục Thống kê báo 1.150 doanh nghiệp, Chi cục Thuế báo 1.148.",
			"the statistics office says 1,150 enterprises, the tax office 1,148.",
		},
	},
	{
		Code: "B235", Severity: Warning, Audience: Confidential,
		What: Text{
			"{unit} ghi «{label}» là {value}, nhưng {owner} phụ trách số này báo {used}; tính theo {owner}.",
			"{unit} gives “{label}” as {value}, but {owner}, which owns it, says {used}; that counts.",
		},
		Fix: Text{
			"Báo hai đơn vị đối chiếu; nếu số của {unit} đúng thì ghi quyết định vào quyet-dinh-so-lieu.toml.",
			"Have the two compare; if that of {unit} is right, decide in quyet-dinh-so-lieu.toml.",
		},
		Explain: Text{
			"Số của đơn vị được giao trong nghi-quyet.toml được dùng; số của đơn vị khác chỉ để đối chiếu, xem " +
				"sheet «Các lần gửi».",
			"The owner in nghi-quyet.toml counts; what others say is for comparison, see the sheet “Các lần " +
				"gửi”.",
		},
		Example: Text{
			"Phòng Kinh tế ghi tổng giá trị sản xuất khác với Chi cục Thống kê.",
			"the economy division gives another total production value than the statistics office.",
		},
	},
	{
		Code: "B236", Severity: Warning, Audience: Sender,
		What: Text{
			"Không lấy được số nào từ tệp này; {unit} đã gửi tệp khác thay là «{file}» ({why}).",
			"Nothing could be taken from this file; {unit} has sent “{file}” in its place ({why}).",
		},
		Fix: Text{
			"Không cần làm gì; có thể bỏ tệp này khỏi 1-nop-vao-day cho gọn.",
			"Nothing needs doing; the file may be taken out of 1-nop-vao-day.",
		},
		Explain: Text{
			"Tệp hỏng, có mật khẩu hoặc dùng nhầm biểu mẫu không còn là lỗi khi đơn vị đã gửi tệp sau thay nó.",
			"A damaged file, one with a password or on the wrong form is no error any more once a later one " +
				"has come.",
		},
		Example: Text{
			"bac-son.xlsx bị hỏng, bac-son lần 2.xlsx đọc được.",
			"bac-son.xlsx is damaged, bac-son lần 2.xlsx can be read.",
		},
	},
	{
		Code: "B260", Severity: Error, Audience: Answerer,
		What: Text{
			"Quyết định về «{label}» chọn tệp «{file}», nhưng tệp ấy không có hoặc không có câu trả lời dùng " +
				"được ({files}); chưa áp dụng.",
			"The decision about “{label}” chooses “{file}”, which is not there or has no usable answer " +
				"({files}); it is not applied.",
		},
		Fix: Text{
			"Sửa file trong quyet-dinh-so-lieu.toml thành đúng đường dẫn như trong thông báo, hoặc ghi value " +
				"thay cho file.{undo}",
			"Mend file in quyet-dinh-so-lieu.toml to the path as messages print it, or give value instead.{undo}",
		},
		Explain: Text{
			"file là đường dẫn tính từ thư mục làm việc, dùng dấu gạch chéo.",
			"file is the path from the working folder, with forward slashes.",
		},
		Example: Text{"file = \"1-nop-vao-day/phuong-bac-son.xlsx\".", "file = \"1-nop-vao-day/phuong-bac-son.xlsx\"."},
	},
	{
		Code: "B261", Severity: Error, Audience: Answerer,
		What: Text{
			"Các tệp đã thay đổi sau quyết định về «{label}»: khi quyết định là {was}; nay là {now}. Quyết " +
				"định vẫn được áp dụng.",
			"The files have changed since the decision about “{label}”: then {was}; now {now}. The decision is " +
				"still applied.",
		},
		Fix: Text{
			"Xem lại quyết định; nếu vẫn giữ thì sửa dòng saw trong quyet-dinh-so-lieu.toml thành:\n" +
				"{saw}{undo}",
			"Look at the decision again; if it stands, make its line saw:\n" +
				"{saw}{undo}",
		},
		Explain: Text{
			"Quyết định ghi lại các số đã xem (saw). Khi một tệp đổi số, mất đi hoặc có tệp mới, người quyết " +
				"định cần xem lại.",
			"A decision records what it saw. When a file changes, goes or comes, it has to be looked at again.",
		},
		Example: Text{
			"đã chọn 48 khi hai tệp ghi 48 và 49; nay đơn vị gửi thêm tệp ghi 50.",
			"48 was chosen when two files said 48 and 49; now a third says 50.",
		},
	},
	{
		Code: "B441", Severity: Warning, Audience: Answerer,
		What: Text{
			"Đã có số chính thức của «{label}» trong «{file}»: {value}; quyết định lấy số ước không còn dùng.",
			"The result for “{label}” has come in “{file}”: {value}; the decision for an estimate is not used any more.",
		},
		Fix: Text{
			"Xóa quyết định ấy khỏi quyet-dinh-so-lieu.toml{undo}.",
			"Take that decision out of quyet-dinh-so-lieu.toml{undo}.",
		},
		Explain: Text{
			"Số ước mà cơ quan đã ghi chỉ dùng khi đơn vị chưa gửi số chính thức; số chính thức luôn thay số ước.",
			"An estimate that the office wrote down holds until the unit sends its result, which always replaces it.",
		},
		Example: Text{
			"đã ghi value = 120, estimate = true; nay phường gửi biểu ghi 125.",
			"value = 120, estimate = true was decided; now the ward's form says 125.",
		},
	},
	{
		Code: "B262", Severity: Warning, Audience: Answerer,
		What: Text{
			"Quyết định về «{label}» không ghi các số đã xem (saw), nên không biết các tệp có thay đổi sau đó " +
				"không; nay là {files}.",
			"The decision about “{label}” does not record what it saw, so later changes of the files would not " +
				"show; now {files}.",
		},
		Fix: Text{
			"Thêm vào quyết định dòng:\n" +
				"{saw}",
			"Add this line to it:\n" +
				"{saw}",
		},
		Explain: Text{
			"Dòng saw giữ lại các tệp và số mà người quyết định đã xem; thiếu dòng này thì quyết định vẫn được " +
				"áp dụng nhưng không ai được báo khi tệp thay đổi.",
			"saw keeps the files and figures that were looked at; without it the decision is applied but " +
				"nobody is told when the files change.",
		},
		Example: Text{
			"saw = [{ file = \"1-nop-vao-day/a.xlsx\", value = \"48\" }].",
			"saw = [{ file = \"1-nop-vao-day/a.xlsx\", value = \"48\" }].",
		},
	},
}

var versionPhrases = []phrase{
	{
		"version.undo",
		"\nQuyết định này là câu trả lời {id}; có thể lấy lại (trên trang «Quyết định», hoặc baocao answer THƯ-MỤC {id} --undo) rồi trả lời lại.",
		"\nThis decision is the answer {id}; it can be taken back (on the page of decisions, or by baocao answer DIR {id} --undo) and given anew.",
	},
	{"version.no-file", "không tệp nào", "no file"},
	{"version.corrected", "tệp mới là bản sửa của tệp cũ", "the new file is the old one's corrected copy"},
	{
		"version.dated",
		"tệp mới ghi ngày {new}, tệp cũ ghi ngày {old}",
		"the new file is dated {new}, the old one {old}",
	},
	{"version.named", "tên tệp mới ghi «{said}»", "the new file's name says “{said}”"},
	{"version.estimate", "đã có số chính thức thay số ước", "the result has come in place of the estimate"},
	{"version.chain", "có tệp gửi sau", "later files replace it"},
	{"version.decided", "theo quyết định của {by}: {reason}", "decided by {by}: {reason}"},
	{
		"version.unordered",
		"không rõ tệp nào gửi sau, chưa dùng số nào",
		"nothing says which came later; neither counts",
	},
	{
		"version.equal-owners",
		"hai đơn vị cùng phụ trách báo khác nhau, chưa dùng số nào",
		"two owners differ; neither counts",
	},
	{"version.narrative", ", kể cả {count} đoạn thuyết minh", ", nor do its {count} texts of narrative"},
	{"version.owner", "{owner} phụ trách số này", "{owner} owns the figure"},
}
