package diag

// The surroundings: files and folders of the machine, B7xx.
var appProblems = []Entry{
	{
		Code: "B701", Severity: Error, Audience: Sender,
		What: Text{"Không mở được tệp này: {error}.", "This file cannot be opened: {error}."},
		Fix: Text{
			"Đóng chương trình đang mở tệp, hoặc chép tệp về máy rồi thả lại vào 1-nop-vao-day.",
			"Close the program that holds the file, or copy it to this computer and drop it into 1-nop-vao-day " +
				"again.",
		},
		Explain: Text{
			"Hệ điều hành không cho đọc tệp. Thường là vì tệp đang mở trong Excel, tệp nằm trên ổ mạng đã mất " +
				"kết nối,\n" +
				"hoặc người dùng không có quyền đọc. Các tệp khác vẫn được đọc; số liệu của tệp này coi như chưa " +
				"gửi.",
			"The operating system refused to read the file: it is open in Excel, lies on a network drive that " +
				"was cut off, or the user may not\n" +
				"read it. The other files were read; this one's figures count as not received.",
		},
		Example: Text{
			"kế toán đang mở «phuong-bac-son.xlsx» trên ổ mạng. Đóng tệp đó rồi chạy lại.",
			"somebody has “phuong-bac-son.xlsx” open on the network drive. Close it and run again.",
		},
	},
	{
		Code: "B702", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Không đọc được kết quả năm trước nên không dùng: {error}.",
			"Last year's result cannot be read and was not used: {error}.",
		},
		Fix: Text{
			"Chép lại ket-qua.json của báo cáo năm trước vào thư mục nam-truoc, hoặc xóa tệp này.",
			"Copy the ket-qua.json of last year's report into nam-truoc again, or delete this file.",
		},
		Explain: Text{
			"Tệp nam-truoc/ket-qua.json cho biết số thực hiện năm trước để in vào cột năm trước. Tệp này là " +
				"bản chép của\n" +
				"2-bao-cao/ket-qua.json năm trước, không sửa tay.",
			"nam-truoc/ket-qua.json holds last year's figures for the column of last year. It is a copy of " +
				"last year's 2-bao-cao/ket-qua.json,\n" +
				"not edited by hand.",
		},
		Example: Text{
			"tệp bị cắt giữa chừng khi chép qua USB. Chép lại từ thư mục báo cáo năm trước.",
			"the file was cut while it was copied from a USB stick. Copy it again.",
		},
	},
	{
		Code: "B703", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Chỉ tiêu {measure} năm nay là «{now}», nhưng chỉ tiêu {id} năm trước là «{was}»; không dùng số " +
				"năm trước.",
			"Measure {measure} is “{now}” this year, but {id} was “{was}” last year; last year's figure is not " +
				"used.",
		},
		Fix: Text{
			"Nếu là cùng một chỉ tiêu thì ghi last_year_id = \"{id}\" cho chỉ tiêu {measure} trong " +
				"nghi-quyet.toml; nếu năm trước mang số khác thì ghi số ấy; nếu là chỉ tiêu mới thì ghi previous " +
				"nếu có.",
			"If they are the same, set last_year_id = \"{id}\" for measure {measure} in nghi-quyet.toml; if it " +
				"had another number last year, give that; if it is new, state previous where known.",
		},
		Explain: Text{
			"Số của chỉ tiêu thay đổi giữa các nghị quyết, nên chỉ tiêu số 11.1 năm trước có thể là việc khác. " +
				"Chương trình so tên (bỏ qua năm) và đơn vị tính.",
			"Numbers change between resolutions, so last year's 11.1 may be something else. Names (but for " +
				"years) and units are compared.",
		},
		Example: Text{
			"năm trước 11.1 là «Tỷ lệ hộ nghèo (%)», năm nay là «Giải quyết việc làm (lượt lao động)».",
			"11.1 was \"poverty rate (%)\" last year and is \"jobs found\" now.",
		},
	},
	{
		Code: "B705", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Mã «{id}» năm trước là của {was}, năm nay là của {now}; không lấy số năm trước của {was} cho {now}.",
			"“{id}” was {was} last year and is {now} now; last year's figures of {was} are not taken for {now}.",
		},
		Fix: Text{
			"Nếu là một đơn vị đổi tên thì thêm «{was}» vào aliases của {now} trong co-quan.toml; nếu sáp nhập, chia tách thì " +
				"ghi [[change]] trong tong-hop.toml.",
			"Where it is one unit that was renamed, add “{was}” to the aliases of {now} in co-quan.toml; where it was merged " +
				"or divided, write [[change]] in tong-hop.toml.",
		},
		Explain: Text{
			"Mã có thể được giao lại cho đơn vị khác, nên số năm trước được nhận theo tên đơn vị.",
			"An id may be given to another unit, so last year's figures are known by the unit's name.",
		},
		Example: Text{
			"năm trước xa-03 là Xã An Khê, năm nay danh sách xếp lại, xa-03 là Xã Bình Minh.",
			"xa-03 was Xã An Khê last year; in this year's list it is Xã Bình Minh.",
		},
	},
	{
		Code: "B704", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Đây là kết quả của năm {found}, không phải năm {want}; không dùng.",
			"This is the result of {found}, not of {want}; it is not used.",
		},
		Fix: Text{
			"Chép 2-bao-cao/ket-qua.json của báo cáo năm {want} vào thư mục nam-truoc.",
			"Copy 2-bao-cao/ket-qua.json of the report of {want} into nam-truoc.",
		},
		Explain: Text{
			"Cột năm trước chỉ lấy từ báo cáo của đúng năm liền trước.",
			"The column of last year is taken from the report of the year before, and no other.",
		},
		Example: Text{
			"lập báo cáo năm 2022 mà thư mục nam-truoc còn giữ kết quả năm 2020.",
			"the report is for 2022 and nam-truoc still holds the result of 2020.",
		},
	},
}

// Why a file cannot be opened or read, inside a message that says which.
var causePhrases = []phrase{
	{"cause.stopped", "đã dừng theo yêu cầu", "stopped on request"},
	{"cause.missing", "không có tệp này", "there is no such file"},
	{
		"cause.permission",
		"tài khoản đang dùng không có quyền, hoặc chương trình khác đang giữ tệp",
		"the account in use has no right to it, or another program holds it",
	},
	{"cause.file-read-only", "tệp này chỉ đọc", "the file is read-only"},
	{"cause.not-a-file", "đây là thư mục hoặc thiết bị, không phải tệp", "it is a folder or a device, not a file"},
	{"cause.too-large", "tệp lớn hơn {max} MB", "it is larger than {max} MB"},
	{"cause.exists", "đã có tệp hoặc thư mục tên này", "there is a file or folder of that name"},
	{"cause.name", "hệ thống không nhận tên này", "the system does not take this name"},
	{"cause.number", "lỗi số {number} của hệ thống", "error {number} of the system"},
	// What a system's numbers say; some are known to Windows only.
	{"cause.full", "ổ đĩa đã đầy", "the disk is full"},
	{"cause.file-too-large", "ổ đĩa hoặc hệ thống không nhận tệp lớn như vậy", "the disk or system takes no file of this size"},
	{"cause.read-only", "ổ đĩa chỉ cho đọc, không cho ghi", "the disk can only be read"},
	{"cause.not-a-folder", "trên đường dẫn có một tệp ở chỗ phải là thư mục", "a file stands where the path has a folder"},
	{"cause.is-a-folder", "đây là thư mục, không phải tệp", "it is a folder, not a file"},
	{"cause.not-empty", "thư mục không trống", "the folder is not empty"},
	{"cause.name-too-long", "tên hoặc đường dẫn quá dài", "the name or path is too long"},
	{"cause.loop", "các liên kết dẫn vòng tròn", "the links lead round in a circle"},
	{"cause.in-use", "chương trình khác đang giữ tệp này", "another program holds it"},
	{"cause.other-disk", "hai nơi không cùng một ổ đĩa", "the two places are not on one disk"},
	{"cause.too-many", "máy đang mở quá nhiều tệp", "too many files are open on this machine"},
	{"cause.broken", "ổ đĩa đọc, ghi bị lỗi", "the disk has failed to read or write"},
	{"cause.gone", "mất kết nối với ổ đĩa hoặc máy chủ chứa thư mục này", "the disk or server that holds the folder is not reached"},
	{"cause.absent", "tệp chưa tải về máy (OneDrive)", "it is not on this machine yet (OneDrive)"},
	{"cause.virus", "chương trình diệt vi-rút chặn tệp này", "the virus scanner blocks it"},
	{"cause.not-supported", "ổ đĩa này không làm được việc đó", "this disk cannot do that"},
	// What helps, where it stands before another sentence.
	{
		"cure.full",
		"Xóa bớt tệp không cần, hoặc chuyển thư mục sang ổ đĩa còn chỗ, rồi làm lại. ",
		"Remove what nobody needs, or move the folder to a disk with room, and try again. ",
	},
	{
		"cure.read-only",
		"Chép thư mục sang ổ đĩa ghi được (không phải đĩa CD, USB khóa ghi, ổ mạng chỉ xem) rồi làm lại. ",
		"Copy the folder to a disk that can be written (no CD, locked USB stick or share to look at only) and try again. ",
	},
	{
		"cure.permission",
		"Đóng tệp nếu đang mở; nếu không, xin quyền ghi vào thư mục ấy hoặc chép sang thư mục của mình, rồi làm lại. ",
		"Close it where it is open; else ask for the right to write there, or copy the folder to one of yours, and try again. ",
	},
	{"toml.unclear", "không hiểu nội dung tệp", "the text is not understood"},
	{
		"toml.deep",
		"tên có quá nhiều phần ngăn bằng dấu chấm, hoặc các danh sách lồng nhau quá sâu",
		"a key has too many parts with dots between them, or lists stand too deep in one another",
	},
	{
		"toml.utf16",
		"tệp lưu bằng mã Unicode (UTF-16); mở bằng Notepad, chọn Save As, ô Encoding chọn UTF-8 rồi lưu lại",
		"the file is saved as UTF-16; open it in Notepad and save it as UTF-8",
	},
	{"toml.line", "không hiểu dòng này", "this line is not understood"},
	{
		"toml.date",
		"ngày «{text}» phải viết là {right}, hoặc đặt trong ngoặc kép: \"{text}\"",
		"the date “{text}” has to be written {right}, or in quotes: \"{text}\"",
	},
	{"toml.line-shown", "không hiểu «{text}»", "“{text}” is not understood"},
}
