package diag

// The resolution, the office and the decisions: B0xx.
var planProblems = []Entry{
	{
		Code: "B001", Severity: Error, Audience: OfficeOnly,
		What: Text{"Không có tệp {file}.", "There is no file {file}."},
		Fix: Text{
			"Đặt {file} vào thư mục làm việc, hoặc tạo thư mục mới bằng lệnh init.",
			"Put {file} into the working folder, or make a new folder with init.",
		},
		Explain: Text{
			"Thư mục làm việc phải có nghi-quyet.toml (chỉ tiêu của nghị quyết) và co-quan.toml (cơ quan, đơn " +
				"vị, nơi nhận).\n" +
				"Thiếu một trong hai tệp thì không biết hỏi ai, so với đích nào.",
			"A working folder needs nghi-quyet.toml (what was promised) and co-quan.toml (the office and its " +
				"units).\n" +
				"Without one of them nobody can be asked and nothing judged.",
		},
		Example: Text{
			"chép co-quan.toml của năm trước sang thư mục năm nay.",
			"copy last year's co-quan.toml into this year's folder.",
		},
	},
	{
		Code: "B002", Severity: Error, Audience: OfficeOnly,
		What: Text{"Không đọc được tệp {file}: {error}.", "The file {file} cannot be read: {error}."},
		Fix:  Text{"Kiểm tra quyền mở tệp và dung lượng của {file}.", "Check the permissions and the size of {file}."},
		Explain: Text{
			"Tệp có đó nhưng hệ điều hành không cho đọc, hoặc tệp lớn bất thường (trên 1 MB).",
			"The file is there but cannot be opened, or it is unusually large (over 1 MB).",
		},
		Example: Text{"tệp đang bị khóa trên ổ đĩa mạng.", "the file is locked on a network share."},
	},
	{
		Code: "B003", Severity: Error, Audience: OfficeOnly,
		What: Text{"Tệp {file} viết sai cú pháp TOML: {error}.", "The file {file} is not valid TOML: {error}."},
		Fix: Text{
			"Sửa dòng được nêu: thường là thiếu ngoặc kép, thiếu dấu bằng hoặc một khóa ghi hai lần.",
			"Mend the line named: usually a missing quote or equals sign, or a key written twice.",
		},
		Explain: Text{
			"Mỗi dòng có dạng: khóa = giá trị; chữ đặt trong ngoặc kép.\n" +
				"Tệp phải lưu bằng bảng mã UTF-8.",
			"Each line is: key = value; text stands in quotes.\n" +
				"The file must be saved as UTF-8.",
		},
		Example: Text{
			"sai là name = Phòng Kinh tế, đúng là name = \"Phòng Kinh tế\".",
			"name = Phòng Kinh tế is wrong, right is name = \"Phòng Kinh tế\".",
		},
	},
	{
		Code: "B004", Severity: Error, Audience: OfficeOnly,
		What: Text{"Không có khóa «{key}» ở đây.", "There is no key “{key}” here."},
		Fix:  Text{"Đổi «{key}» thành «{near}».", "Change “{key}” to “{near}”."},
		Explain: Text{
			"Khóa viết sai sẽ bị bỏ qua nếu không báo lỗi, và chỉ tiêu sẽ được hiểu khác đi.",
			"A misspelt key would be ignored without a word, and the plan would mean something else.",
		},
		Example: Text{
			"targt = \">= 80\" phải là target = \">= 80\".",
			"targt = \">= 80\" has to be target = \">= 80\".",
		},
	},
	{
		Code: "B005", Severity: Error, Audience: OfficeOnly,
		What: Text{"Không có khóa «{key}» ở đây.", "There is no key “{key}” here."},
		Fix:  Text{"Xóa khóa này hoặc dùng một trong các khóa: {known}.", "Remove it, or use one of: {known}."},
		Explain: Text{
			"Khóa này không thuộc bảng đang viết; có thể nó đứng nhầm chỗ.",
			"The key does not belong to this table; it may stand in the wrong place.",
		},
		Example: Text{
			"email đặt trong [report], trong khi nó thuộc [[unit]].",
			"email under [report], where it belongs to [[unit]].",
		},
	},
	{
		Code: "B006", Severity: Error, Audience: OfficeOnly,
		What: Text{"Giá trị của «{key}» phải là {want}.", "The value of “{key}” has to be {want}."},
		Fix:  Text{"Viết lại giá trị của «{key}».", "Write the value of “{key}” again."},
		Explain: Text{
			"Mỗi khóa nhận một loại giá trị: chữ, số, ngày, danh sách hoặc bảng.",
			"Each key takes one kind of value: text, number, date, list or table.",
		},
		Example: Text{
			"mã chỉ tiêu là chữ, viết id = \"1.1\", không viết id = 1.1.",
			"a measure's id is text: id = \"1.1\", not id = 1.1.",
		},
	},
	{
		Code: "B007", Severity: Error, Audience: OfficeOnly,
		What: Text{"Thiếu «{key}».", "“{key}” is missing."},
		Fix:  Text{"Thêm «{key}» vào bảng này và không để trống.", "Add “{key}” to this table; it must not be blank."},
		Explain: Text{
			"Khóa này bắt buộc: thiếu nó thì không lập được báo cáo.",
			"The key is required: without it no report can be made.",
		},
		Example: Text{
			"chỉ tiêu nào cũng phải có id, name, target và method.",
			"every measure has id, name, target and method.",
		},
	},
	{
		Code: "B008", Severity: Error, Audience: OfficeOnly,
		What: Text{"«{key}» không nhận giá trị «{value}».", "“{key}” does not take “{value}”."},
		Fix:  Text{"Chọn một trong các giá trị: {allowed}.", "Choose one of: {allowed}."},
		Explain: Text{
			"Khóa này chỉ nhận một số từ cố định, viết thường, không dấu.",
			"The key takes a few fixed words only.",
		},
		Example: Text{"method = \"ratio\" chứ không phải \"tỷ lệ\".", "method = \"ratio\", not \"rate\"."},
	},
	{
		Code: "B010", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Chỉ tiêu ({number}) ghi hai lần, lần trước ở dòng {line}.",
			"Indicator ({number}) stands twice, first in line {line}.",
		},
		Fix: Text{"Đánh lại số cho một trong hai chỉ tiêu.", "Give one of the two another number."},
		Explain: Text{
			"Số của chỉ tiêu phải khác nhau trong toàn nghị quyết, kể cả khi khác phần.",
			"Numbers are unique through the whole resolution, also across sections.",
		},
		Example: Text{
			"phần I có chỉ tiêu (3), phần II bắt đầu từ (4).",
			"section I ends with (3), section II begins with (4).",
		},
	},
	{
		Code: "B011", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Chỉ tiêu ({number}) không đúng thứ tự: ở chỗ này phải là ({want}).",
			"Indicator ({number}) is out of order: ({want}) is due here.",
		},
		Fix: Text{
			"Thêm chỉ tiêu còn thiếu hoặc đánh lại số theo thứ tự 1, 2, 3...",
			"Add the indicator that is missing, or number them 1, 2, 3...",
		},
		Explain: Text{
			"Chỉ tiêu đánh số liên tục từ 1, không cách quãng, để báo cáo không bỏ sót chỉ tiêu nào.",
			"Indicators are numbered from 1 without a gap, so that none is forgotten.",
		},
		Example: Text{"sau (4) phải là (5).", "(4) is followed by (5)."},
	},
	{
		Code: "B012", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Mã {what} «{id}» ghi hai lần, lần trước ở dòng {line}.",
			"The id of the {what} “{id}” stands twice, first in line {line}.",
		},
		Fix: Text{"Đổi một trong hai mã.", "Change one of the two."},
		Explain: Text{
			"Mã dùng để nối biểu mẫu, số liệu và báo cáo nên mỗi mã chỉ được dùng một lần.",
			"Ids tie forms, figures and report together, so each is used once.",
		},
		Example: Text{
			"hai phần của chỉ tiêu (1) có mã \"1.1\" và \"1.2\".",
			"two parts of indicator (1) are \"1.1\" and \"1.2\".",
		},
	},
	{
		Code: "B013", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Mã «{measure}» không thuộc chỉ tiêu ({number}).",
			"The id “{measure}” does not belong to indicator ({number}).",
		},
		Fix: Text{
			"Viết mã là \"{number}\", hoặc \"{number}.1\", \"{number}.2\"...",
			"Write it \"{number}\", or \"{number}.1\", \"{number}.2\"...",
		},
		Explain: Text{
			"Mã gồm số của chỉ tiêu, thêm dấu chấm và số thứ tự khi chỉ tiêu có nhiều phần.",
			"An id is the indicator's number, with a point and a part where there are several.",
		},
		Example: Text{
			"chỉ tiêu (4) có \"4\", \"4.1\", \"4.2\", \"4.3\".",
			"indicator (4) holds \"4\", \"4.1\", \"4.2\", \"4.3\".",
		},
	},
	{
		Code: "B014", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Chỉ tiêu {measure}: không có đơn vị hoặc nhóm «{value}».",
			"Measure {measure}: there is no unit or group “{value}”.",
		},
		Fix: Text{
			"Ghi mã đơn vị (id) hoặc nhóm (group) có trong co-quan.toml; gần nhất là: {near}.",
			"Write the id or group of a unit in co-quan.toml; nearest: {near}.",
		},
		Explain: Text{
			"from nêu đơn vị báo cáo bằng mã trong co-quan.toml, không bằng tên.",
			"from names units by their ids in co-quan.toml, not by their names.",
		},
		Example: Text{
			"from = [\"kinh-te\"], hoặc cả nhóm: from = [\"phuong\"].",
			"from = [\"kinh-te\"], or a whole group: from = [\"phuong\"].",
		},
	},
	{
		Code: "B015", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Chỉ tiêu {measure}: cách tính {method} cần số liệu «{input}» nhưng chưa khai báo.",
			"Measure {measure}: the method {method} needs the input “{input}”, which is missing.",
		},
		Fix: Text{
			"Thêm inputs.{input} = { label = \"...\", unit = \"...\" }.",
			"Add inputs.{input} = { label = \"...\", unit = \"...\" }.",
		},
		Explain: Text{
			"Mỗi cách tính cần những số liệu nhất định: ratio cần numerator và denominator; growth cần current " +
				"và previous; plan cần actual và plan.",
			"Each method needs its inputs: ratio numerator and denominator; growth current and previous; plan " +
				"actual and plan.",
		},
		Example: Text{
			"inputs.denominator = { label = \"Tổng số hộ\", unit = \"hộ\", whole = true }.",
			"inputs.denominator = { label = \"Tổng số hộ\", unit = \"hộ\", whole = true }.",
		},
	},
	{
		Code: "B016", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Chỉ tiêu {measure}: cách tính {method} không dùng số liệu «{input}».",
			"Measure {measure}: the method {method} has no use for the input “{input}”.",
		},
		Fix: Text{"Xóa inputs.{input}, hoặc đổi method.", "Remove inputs.{input}, or change the method."},
		Explain: Text{
			"Hỏi đơn vị một số liệu rồi không dùng là hỏi thừa; thường là method ghi nhầm.",
			"An input that is asked and not used is usually a wrong method.",
		},
		Example: Text{
			"method = \"value\" nhưng lại có numerator và denominator: phải là \"ratio\".",
			"method = \"value\" with numerator and denominator: it has to be \"ratio\".",
		},
	},
	{
		Code: "B017", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Chỉ tiêu {measure}: không hiểu đích «{value}»{may}.",
			"Measure {measure}: the target “{value}” is not understood{may}.",
		},
		Fix: Text{
			"Viết theo một trong các dạng: \">= 80\", \"> 70\", \"<= 20\", \"< 5\", \"45.87 +- 0.5\", " +
				"\"125..130\", \"= 100\", \"= 0\", \">= previous\", \"> previous\", \"<= previous\", \"< previous\", " +
				"\"by 2022-06-30\", \"statement\", \"info\".",
			"Write one of: \">= 80\", \"> 70\", \"<= 20\", \"< 5\", \"45.87 +- 0.5\", \"125..130\", \"= 100\", " +
				"\"= 0\", \">= previous\", \"> previous\", \"<= previous\", \"< previous\", \"by 2022-06-30\", \"statement\", " +
				"\"info\".",
		},
		Explain: Text{
			"Đích viết bằng ký hiệu, phần thập phân dùng dấu chấm, không có đơn vị tính; dấu bằng chỉ dùng với " +
				"100 và 0. previous là kết quả năm trước. Dạng mà thông báo nêu chỉ là gợi ý, chương trình không tự dùng.",
			"A target is written in signs, with a decimal point and no unit; the equals sign goes with 100 and " +
				"0 only. previous is last year's figure. What the message proposes is not used unless it is written.",
		},
		Example: Text{
			"\"trên 70%\" viết là \"> 70\"; \"125 - 130\" viết là \"125..130\".",
			"\"over 70%\" is \"> 70\"; \"125 to 130\" is \"125..130\".",
		},
	},
	{
		Code: "B018", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Chỉ tiêu {measure}: decimals = {found} ngoài khoảng 0 đến {max}.",
			"Measure {measure}: decimals = {found} is outside 0 to {max}.",
		},
		Fix: Text{
			"Ghi số chữ số thập phân từ 0 đến {max}, hoặc bỏ khóa này (mặc định là 2).",
			"Write 0 to {max}, or leave the key out (2).",
		},
		Explain: Text{
			"decimals là số chữ số sau dấu phẩy của tỷ lệ, tốc độ tăng, tỷ trọng.",
			"decimals is how many digits a ratio, growth or share has behind the comma.",
		},
		Example: Text{"decimals = 1 thì 96,45 in là 96,5.", "with decimals = 1, 96.45 prints as 96,5."},
	},
	{
		Code: "B019", Severity: Error, Audience: OfficeOnly,
		What: Text{"Chỉ tiêu {measure}: chưa có đơn vị nào báo cáo.", "Measure {measure}: nobody reports it."},
		Fix:  Text{"Thêm from = [\"mã đơn vị\"].", "Add from = [\"unit id\"]."},
		Explain: Text{
			"Không có đơn vị báo cáo thì chỉ tiêu mãi không có số liệu.",
			"With no unit to report it, the measure would never have a figure.",
		},
		Example: Text{"from = [\"giao-duc\"].", "from = [\"giao-duc\"]."},
	},
	{
		Code: "B020", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Chỉ tiêu {measure}: cách tính {method} cho một kết quả chung nhưng from nêu cả nhóm {count} đơn " +
				"vị.",
			"Measure {measure}: the method {method} gives one result, but from names a group of {count} units.",
		},
		Fix: Text{
			"Để một đơn vị trong from, hoặc dùng method = \"sum\" để cộng các đơn vị.",
			"Leave one unit in from, or use method = \"sum\" to add them up.",
		},
		Explain: Text{
			"value là một số chung: của một đơn vị, hoặc của vài đơn vị cùng nắm số ấy (nêu từng mã, số phải " +
				"bằng nhau). Số của từng phường thì phải cộng.",
			"value is one number: of one unit, or of a few that all know it (name each; they must agree). What " +
				"each ward has of its own is added.",
		},
		Example: Text{
			"số hộ nghèo của 10 phường dùng method = \"sum\".",
			"poor households of ten wards: method = \"sum\".",
		},
	},
	{
		Code: "B021", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Chỉ tiêu {measure}: đích «{target}» không hợp với cách tính {method}.",
			"Measure {measure}: the target “{target}” does not go with the method {method}.",
		},
		Fix: Text{
			"Dùng target = \"statement\" cùng method = \"statement\"; các cách tính khác cần đích bằng số.",
			"Use target = \"statement\" with method = \"statement\"; other methods need a number.",
		},
		Explain: Text{
			"Chỉ tiêu bằng lời do cơ quan đánh giá, không so với con số; chỉ tiêu bằng số thì phải có số để so.",
			"A promise in words is judged by the office; a number needs a number to be compared with.",
		},
		Example: Text{
			"\"thực hiện một số tiêu chuẩn\" có target và method đều là \"statement\".",
			"\"carry out some standards\" has target and method \"statement\".",
		},
	},
	{
		Code: "B022", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"«{key}» nêu «{value}» nhưng không có mã này, hoặc mã này không dùng được ở đây.",
			"“{key}” names “{value}”, which does not exist or cannot stand here.",
		},
		Fix: Text{
			"Sửa «{key}» thành mã đúng: mã chỉ tiêu như \"1.1\"; với same_as là \"1.1.numerator\". Nếu measure, same_as " +
				"hay of đã đúng mã thì số liệu đi vòng về chính chỉ tiêu này: bỏ một mắt của vòng, hoặc hỏi đơn vị số ấy.",
			"Make “{key}” name an id such as \"1.1\"; for same_as such as \"1.1.numerator\". If the id at measure, " +
				"same_as or of is right, the figure comes back to its own measure: take a link out, or ask a unit for it.",
		},
		Explain: Text{
			"of, part_of, growth_measure và headline nêu mã của chỉ tiêu khác; headline phải thuộc chính chỉ " +
				"tiêu ấy.\n" +
				"same_as nêu số liệu đã hỏi ở chỗ khác, và chỗ ấy không được lại là same_as.\n" +
				"inputs.*.measure nêu mã của chỉ tiêu mà kết quả được dùng làm số liệu ở đây. Kết quả của một chỉ tiêu " +
				"không được lấy từ chính nó, dù qua measure, same_as hay of của chỉ tiêu khác; kết quả năm trước " +
				"(last_year = true) thì được.",
			"of, part_of, growth_measure and headline name other measures; a headline is of its own " +
				"indicator.\n" +
				"same_as names an input that is asked elsewhere, not another same_as.\n" +
				"inputs.*.measure names the measure whose figure is the number here. A figure is not made of itself, " +
				"whether by measure, same_as or of; last year's (last_year = true) may be.",
		},
		Example: Text{
			"inputs.denominator = { same_as = \"1.1.numerator\" }.",
			"inputs.denominator = { same_as = \"1.1.numerator\" }.",
		},
	},
	{
		Code: "B023", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Chỉ tiêu {measure}: đơn vị tính «{unit}» khác với «{want}» của {other}.",
			"Measure {measure}: the unit “{unit}” differs from “{want}” of {other}.",
		},
		Fix: Text{
			"Bỏ unit ở đây: số liệu dùng chung có đơn vị tính của nơi hỏi.",
			"Leave unit out: a shared input has the unit of the place that asks for it.",
		},
		Explain: Text{
			"same_as dùng lại đúng một số đã hỏi nên đơn vị tính phải như nhau.",
			"same_as uses the very number that was asked, so the units agree.",
		},
		Example: Text{
			"nơi hỏi tính bằng \"hộ\" thì ở đây không thể là \"người\".",
			"households there cannot be persons here.",
		},
	},
	{
		Code: "B024", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Chỉ tiêu {measure}: số liệu lấy theo {value} thì không khai báo label, lines hoặc from nữa.",
			"Measure {measure}: an input that is the same as {value} has no label, lines or from of its own.",
		},
		Fix: Text{"Chỉ để same_as, xóa các khóa còn lại.", "Keep same_as alone."},
		Explain: Text{
			"Số liệu dùng chung được hỏi một lần, ở một nơi, với một nhãn.",
			"A shared input is asked once, in one place, under one label.",
		},
		Example: Text{
			"inputs.denominator = { same_as = \"1.1.numerator\" }.",
			"inputs.denominator = { same_as = \"1.1.numerator\" }.",
		},
	},
	{
		Code: "B025", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Chỉ tiêu {measure}: số liệu «{input}» chưa có đơn vị tính.",
			"Measure {measure}: the input “{input}” has no unit of measurement.",
		},
		Fix: Text{"Thêm unit, ví dụ unit = \"hộ\".", "Add unit, such as unit = \"hộ\"."},
		Explain: Text{
			"Biểu mẫu in đơn vị tính cạnh ô cần điền; thiếu nó, đơn vị dễ điền nhầm triệu đồng thành tỷ đồng.",
			"Forms print the unit beside the cell; without it millions are easily typed as billions.",
		},
		Example: Text{
			"{ label = \"Thu ngân sách\", unit = \"triệu đồng\" }.",
			"{ label = \"Thu ngân sách\", unit = \"triệu đồng\" }.",
		},
	},
	{
		Code: "B026", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Đơn vị {unit}: «{name}» đã là mã, tên hoặc tên khác của đơn vị {other} (dòng {line}).",
			"Unit {unit}: “{name}” is already an id, name or alias of {other} (line {line}).",
		},
		Fix: Text{"Đổi hoặc bỏ một trong hai.", "Change or remove one of the two."},
		Explain: Text{
			"Tệp nộp được nhận ra qua mã, tên và tên khác của đơn vị, so sánh không phân biệt hoa thường và " +
				"dấu; trùng nhau thì không biết tệp của ai.",
			"Files are recognised by ids, names and aliases, compared without case and accents; a shared one " +
				"leaves the owner open.",
		},
		Example: Text{"hai đơn vị cùng có tên khác \"Phòng VH\".", "two units with the alias \"Phòng VH\"."},
	},
	{
		Code: "B027", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Đơn vị {unit}: nhóm «{group}» trùng với mã của một đơn vị.",
			"Unit {unit}: the group “{group}” is also a unit's id.",
		},
		Fix: Text{"Đặt tên khác cho nhóm.", "Give the group another name."},
		Explain: Text{
			"from nêu đơn vị hoặc nhóm bằng cùng một cách viết, nên hai thứ không được trùng nhau.",
			"from names units and groups alike, so the two must differ.",
		},
		Example: Text{
			"nhóm \"phuong\" thì không có đơn vị nào mã \"phuong\".",
			"with a group \"phuong\" no unit has the id \"phuong\".",
		},
	},
	{
		Code: "B028", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Chỉ tiêu {measure}: phần điều chỉnh (amendment) chưa có ngày.",
			"Measure {measure}: the amendment has no date.",
		},
		Fix: Text{
			"Thêm date = năm-tháng-ngày là ngày điều chỉnh có hiệu lực.",
			"Add date = year-month-day, the day it takes effect.",
		},
		Explain: Text{
			"Chỉ điều chỉnh có hiệu lực đến ngày báo cáo mới được áp dụng, theo thứ tự ngày.",
			"Only amendments in force on the report's date apply, in order of date.",
		},
		Example: Text{"date = 2022-07-15.", "date = 2022-07-15."},
	},
	{
		Code: "B029", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Chỉ tiêu {measure}: phần điều chỉnh (amendment) không thay đổi gì.",
			"Measure {measure}: the amendment changes nothing.",
		},
		Fix: Text{
			"Thêm target mới, basis mới, hoặc pending = true khi đích mới chưa được giao.",
			"Add a new target, a new basis, or pending = true while a new target is awaited.",
		},
		Explain: Text{"Điều chỉnh phải nói rõ điều gì khác trước.", "An amendment says what is different."},
		Example: Text{
			"chuẩn nghèo mới đã có mà chỉ tiêu chưa giao lại: pending = true.",
			"a new poverty standard is in force and the target not yet set again: pending = true.",
		},
	},
	{
		Code: "B030", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Chỉ tiêu {measure}: đơn vị tính «{unit}» khác với «{want}» của số liệu cùng tính.",
			"Measure {measure}: the unit “{unit}” differs from “{want}” of what it is calculated with.",
		},
		Fix: Text{"Dùng cùng một đơn vị tính cho các số liệu này.", "Use one unit of measurement for these inputs."},
		Explain: Text{
			"Số liệu đem trừ hoặc đem cộng với nhau phải cùng đơn vị tính.",
			"What is added or subtracted has to be in one unit.",
		},
		Example: Text{
			"năm nay tính bằng tỷ đồng, năm trước bằng triệu đồng thì tốc độ tăng sai một nghìn lần.",
			"this year in billions and last year in millions make a growth that is wrong a thousandfold.",
		},
	},
	{
		Code: "B031", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Chỉ tiêu {measure}: «of» phải gồm cả chính {measure}.",
			"Measure {measure}: “of” has to hold {measure} itself.",
		},
		Fix: Text{"Thêm \"{measure}\" vào of.", "Add \"{measure}\" to of."},
		Explain: Text{
			"of nêu mọi phần của tổng thể, kể cả phần đang tính.",
			"of names all parts of the whole, this one included.",
		},
		Example: Text{"chỉ tiêu 5.1 có of = [\"5.1\", \"5.2\", \"5.3\"].", "5.1 has of = [\"5.1\", \"5.2\", \"5.3\"]."},
	},
	{
		Code: "B032", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Chỉ tiêu {measure}: cách tính {method} không dùng «of».",
			"Measure {measure}: the method {method} has no use for “of”.",
		},
		Fix: Text{
			"Xóa of, hoặc dùng method = \"share\" hay \"total_growth\".",
			"Remove of, or use method = \"share\" or \"total_growth\".",
		},
		Explain: Text{
			"of chỉ có nghĩa với tỷ trọng (share) và tốc độ tăng của tổng (total_growth).",
			"of means something for a share and for the growth of a total only.",
		},
		Example: Text{
			"tỷ trọng ba ngành dùng method = \"share\".",
			"the shares of three branches: method = \"share\".",
		},
	},
	{
		Code: "B033", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Chỉ tiêu {measure}: «{value}» trong of ghi hai lần hoặc không có cách tính {want}.",
			"Measure {measure}: “{value}” in of stands twice or is not of method {want}.",
		},
		Fix: Text{
			"Chỉ nêu mỗi chỉ tiêu một lần, và đều có method = \"{want}\".",
			"Name each measure once, all with method = \"{want}\".",
		},
		Explain: Text{
			"Các phần của một cơ cấu đều phải là share; các phần của tốc độ tăng tổng đều phải là growth.",
			"The parts of a structure are shares; the parts of a total's growth are growths.",
		},
		Example: Text{
			"of = [\"5.1\", \"5.2\", \"5.3\"], cả ba đều là share.",
			"of = [\"5.1\", \"5.2\", \"5.3\"], all three shares.",
		},
	},
	{
		Code: "B034", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Chỉ tiêu ({number}) không có [[section.indicator.measure]] nào.",
			"Indicator ({number}) has no [[section.indicator.measure]].",
		},
		Fix: Text{
			"Thêm ít nhất một [[section.indicator.measure]]; chỉ để theo dõi thì target = \"info\".",
			"Add at least one [[section.indicator.measure]]; target = \"info\" for what is only watched.",
		},
		Explain: Text{
			"Chỉ tiêu gồm một hay nhiều số liệu, mỗi số liệu có một đích. Chỉ tiêu chỉ gồm các phần \"info\" thì được in " +
				"số liệu mà không đánh giá, không đếm.",
			"An indicator is one figure or several, each with a target. One of \"info\" parts alone is printed, not " +
				"judged and not counted.",
		},
		Example: Text{
			"chỉ có number và text thì không biết lấy số liệu nào.",
			"with number and text alone nobody knows which figure it is.",
		},
	},
	{
		Code: "B035", Severity: Error, Audience: OfficeOnly,
		What: Text{"Năm {year} không hợp lý.", "The year {year} makes no sense."},
		Fix: Text{
			"Ghi năm thực hiện nghị quyết bằng bốn chữ số, ví dụ year = 2022.",
			"Write the resolution's year in four digits, such as year = 2022.",
		},
		Explain: Text{
			"year là năm thực hiện chỉ tiêu, dùng trong tiêu đề, nhãn và để so ngày.",
			"year is the year the indicators are for, used in titles, labels and comparisons.",
		},
		Example: Text{"year = 2022, không phải 22.", "year = 2022, not 22."},
	},
	{
		Code: "B036", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Nghị quyết ban hành ngày {date} nhưng là của năm {year}.",
			"The resolution is dated {date} but is for {year}.",
		},
		Fix: Text{"Kiểm tra lại date và year trong [resolution].", "Check date and year in [resolution]."},
		Explain: Text{
			"Nghị quyết về chỉ tiêu năm thường ban hành cuối năm trước hoặc trong năm.",
			"A year's resolution is passed at the end of the year before or within the year.",
		},
		Example: Text{"nghị quyết năm 2022 ban hành ngày 20/12/2021.", "that of 2022 is dated 20/12/2021."},
	},
	{
		Code: "B037", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Báo cáo ghi ngày {date} nhưng nghị quyết là của năm {year}.",
			"The report is dated {date}, but the resolution is for {year}.",
		},
		Fix: Text{
			"Kiểm tra lại date trong [report] của co-quan.toml; bỏ khóa này thì ngày được để trống.",
			"Check date in [report] of co-quan.toml; leave it out to keep the date open.",
		},
		Explain: Text{
			"Báo cáo kết quả năm thường ký cuối năm hoặc đầu năm sau; hay gặp khi chép co-quan.toml của năm " +
				"trước mà quên sửa ngày.",
			"A year's report is signed at its end or early in the next; an old date often comes with a copied " +
				"co-quan.toml.",
		},
		Example: Text{"năm 2022, ngày 20/12/2022.", "year 2022, dated 20/12/2022."},
	},
	{
		Code: "B038", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Mã đơn vị «{id}» có ký tự không dùng được.",
			"The unit id “{id}” holds characters that cannot be used.",
		},
		Fix: Text{
			"Viết mã bằng chữ thường không dấu, số và dấu gạch nối, ví dụ \"phong-kinh-te\".",
			"Use lower-case letters without accents, digits and hyphens, such as \"phong-kinh-te\".",
		},
		Explain: Text{
			"Mã đơn vị là tên của biểu mẫu và dấu ghi trong biểu mẫu nên không có dấu, dấu cách hay dấu gạch " +
				"chéo.",
			"The id names the unit's form and is marked in it, so it has no accents, spaces or slashes.",
		},
		Example: Text{"\"phuong-bac-son\" cho Phường Bắc Sơn.", "\"phuong-bac-son\" for Phường Bắc Sơn."},
	},
	{
		Code: "B039", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Cách đọc bảng (layout) nêu {key} «{value}» nhưng không có đơn vị này, hoặc đơn vị không được hỏi " +
				"số liệu này.",
			"The layout's {key} “{value}” is no unit, or no input that the unit is asked for.",
		},
		Fix: Text{
			"Ghi mã đơn vị trong co-quan.toml và số liệu dạng \"7.value\" mà đơn vị ấy báo cáo.",
			"Write a unit id and an input such as \"7.value\" that this unit reports.",
		},
		Explain: Text{
			"Mỗi [[layout]] chỉ chỗ của một số liệu trong bảng riêng của một đơn vị.",
			"Each [[layout]] shows where one input stands in one unit's own table.",
		},
		Example: Text{"unit = \"thong-ke\", input = \"4.current\".", "unit = \"thong-ke\", input = \"4.current\"."},
	},
	{
		Code: "B040", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Quyết định về chỉ tiêu «{value}» nhưng nghị quyết không có mã này.",
			"The decision is about “{value}”, which the resolution does not hold.",
		},
		Fix: Text{"Sửa thành mã có trong nghi-quyet.toml{near}.", "Write an id from nghi-quyet.toml{near}."},
		Explain: Text{
			"measure là mã của một phần (\"11.2\") hoặc số của cả chỉ tiêu (\"17\"); indicator là số của chỉ tiêu.",
			"measure is the id of a part (\"11.2\") or an indicator's number (\"17\"); indicator is an indicator's " +
				"number.",
		},
		Example: Text{"measure = \"11.2\".", "measure = \"11.2\"."},
	},
	{
		Code: "B041", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Có hai quyết định về chỉ tiêu {measure}, quyết định trước ở dòng {line}.",
			"There are two decisions about measure {measure}, the first in line {line}.",
		},
		Fix: Text{
			"Giữ lại quyết định đang có hiệu lực, xóa quyết định kia.",
			"Keep the one that stands and remove the other.",
		},
		Explain: Text{
			"Mỗi phần của chỉ tiêu chỉ có một kết quả, nên chỉ có một quyết định.",
			"A measure has one verdict, so there is one decision.",
		},
		Example: Text{
			"khi đổi ý, sửa quyết định cũ thay vì thêm quyết định mới.",
			"on second thoughts change the old one instead of adding another.",
		},
	},
	{
		Code: "B042", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Quyết định ghi chỉ tiêu {measure} là vượt, nhưng đích «{target}» không thể vượt.",
			"The decision calls measure {measure} exceeded, but the target “{target}” cannot be exceeded.",
		},
		Fix: Text{"Ghi verdict = \"met\".", "Write verdict = \"met\"."},
		Explain: Text{
			"Chỉ đích \"từ ... trở lên\" và khoảng mới có thể vượt.",
			"Only \"at least\" and ranges can be exceeded.",
		},
		Example: Text{"chỉ tiêu 100% cao nhất là đạt.", "a target of 100% is met at best."},
	},
	{
		Code: "B043", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Các tỷ trọng {measures} cộng lại là {sum}, không phải 100.",
			"The shares {measures} add up to {sum}, not to 100.",
		},
		Fix: Text{
			"Sửa đích của các tỷ trọng để cộng lại đúng 100.",
			"Mend the targets so that they add up to 100 exactly.",
		},
		Explain: Text{
			"Các phần của một cơ cấu cộng lại phải đúng 100%; sai thường do gõ nhầm một số.",
			"The parts of a structure add up to 100% exactly; a slip is usually a typing error.",
		},
		Example: Text{"45,87 + 53,71 + 0,42 = 100.", "45,87 + 53,71 + 0,42 = 100."},
	},
	{
		Code: "B044", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Chỉ tiêu {measure}: biên độ {tolerance} rộng hơn cả tỷ trọng {share}.",
			"Measure {measure}: the tolerance {tolerance} is wider than the share {share} itself.",
		},
		Fix: Text{"Chọn biên độ nhỏ hơn tỷ trọng.", "Choose a tolerance smaller than the share."},
		Explain: Text{
			"Biên độ rộng hơn tỷ trọng thì ngành ấy mất hẳn vẫn là đạt.",
			"With such a tolerance the branch could vanish and still meet its target.",
		},
		Example: Text{"0,42 ± 0,5 chấp nhận cả 0; nên là 0,42 ± 0,05.", "0,42 ± 0,5 accepts 0; 0,42 ± 0,05 does not."},
	},
	{
		Code: "B045", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Chỉ tiêu {measure}: tốc độ tăng của các ngành và cơ cấu cho tổng tăng {implied}%, ngoài khoảng " +
				"{target}.",
			"Measure {measure}: the parts' growth and the structure imply a total of {implied}%, outside " +
				"{target}.",
		},
		Fix: Text{
			"Kiểm tra lại đích của tổng, của các ngành và cơ cấu.",
			"Check the targets of the total, of its parts and of the structure.",
		},
		Explain: Text{
			"Cơ cấu là của cuối năm, nên mỗi tỷ trọng được chia cho mức tăng của ngành để trở về gốc, rồi so " +
				"với gốc.\n" +
				"Đây là cảnh báo: các đích có thể dựa trên những loại giá khác nhau.",
			"The shares are of the year's end, so each is divided by its part's growth to get the base.\n" +
				"It is a warning: the targets may rest on different prices.",
		},
		Example: Text{
			"ngành tăng 12%, 22%, 3,45% với cơ cấu 45,87 - 53,71 - 0,42 cho tổng tăng 17,12%.",
			"12%, 22% and 3,45% with 45,87 - 53,71 - 0,42 imply 17,12%.",
		},
	},
	{
		Code: "B046", Severity: Error, Audience: OfficeOnly,
		What: Text{"«{key}» không nhận giá trị {value}.", "“{key}” does not take {value}."},
		Fix: Text{
			"Viết một số nguyên từ {least} đến {most}, hoặc xóa dòng này để dùng mức mặc định.",
			"Write a whole number from {least} to {most}, or remove the line to have the default.",
		},
		Explain: Text{
			"Các giới hạn trong [limits] giữ cho một tệp bất thường không làm treo máy; đặt quá thấp thì tệp " +
				"bình thường cũng bị từ chối.",
			"The limits under [limits] keep one unusual file from blocking the computer; set too low they " +
				"refuse ordinary files too.",
		},
		Example: Text{
			"seconds = 15, memory_mb = 512, unpacked_mb = 200.",
			"seconds = 15, memory_mb = 512, unpacked_mb = 200.",
		},
	},
	{
		Code: "B047", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Mục này ghi {key} là «{value}», không có hoặc không đúng với số liệu được hỏi.",
			"The entry's {key} is “{value}”, which is unknown or not what is asked for.",
		},
		Fix: Text{"Ghi {key} là một trong: {known}{near}.", "Set {key} to one of: {known}{near}."},
		Explain: Text{
			"Một quyết định về số liệu nói rõ số nào (measure, input) và của đơn vị nào (unit), khi có nhiều " +
				"đơn vị cùng báo cáo.",
			"A decision about a figure says which (measure, input) and, where several units report it, whose " +
				"(unit).",
		},
		Example: Text{
			"measure = \"11.1\", input = \"value\", unit = \"phuong-bac-son\".",
			"measure = \"11.1\", input = \"value\", unit = \"phuong-bac-son\".",
		},
	},
	{
		Code: "B048", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Quyết định về số liệu của chỉ tiêu {measure} phải ghi hoặc file hoặc value, không ghi cả hai.",
			"The decision about measure {measure} needs either file or value, and not both.",
		},
		Fix: Text{
			"Ghi file nếu chọn số của một tệp, ghi value nếu tự ghi số.",
			"Write file to take a file's answer, or value to give the figure itself.",
		},
		Explain: Text{
			"file là tệp có số được chọn, đường dẫn như trong thông báo; value là số dùng thay cho mọi tệp.",
			"file is the file whose answer counts, as messages name it; value is used in place of every file's.",
		},
		Example: Text{"file = \"1-nop-vao-day/phuong-bac-son.xlsx\".", "file = \"1-nop-vao-day/phuong-bac-son.xlsx\"."},
	},
	{
		Code: "B049", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Quyết định ghi «{value}» cho «{label}» ({unit}), không phải câu trả lời hợp lệ.",
			"The decision says “{value}” for “{label}” ({unit}), which is no possible answer.",
		},
		Fix: Text{
			"Ghi một số viết với dấu chấm thập phân, không âm (trừ đầu vào có negative = true), nguyên nếu là số đếm; " +
				"hoặc \"không phát sinh\", " +
				"\"chưa có kết quả\".",
			"Write a number with a decimal point, not negative (unless the input has negative = true), whole for a " +
				"count; or \"không phát sinh\", " +
				"\"chưa có kết quả\".",
		},
		Explain: Text{
			"Số do cơ quan quyết định cũng phải là số mà đơn vị có thể báo cáo.",
			"What the office decides must be something the unit could have reported.",
		},
		Example: Text{
			"value = 48; không ghi value = 48.5 cho số tổ chức.",
			"value = 48, but not 48.5 for a number of organisations.",
		},
	},
	{
		Code: "B050", Severity: Error, Audience: OfficeOnly,
		What: Text{"Không có mã thông báo «{code}».", "There is no problem code “{code}”."},
		Fix: Text{
			"Ghi đúng mã in ở cột Mã của sheet «Cần xử lý», ví dụ \"B417\"{near}.",
			"Write a code as messages print it, such as \"B417\"{near}.",
		},
		Explain: Text{
			"Mỗi loại thông báo có một mã gồm chữ B và ba chữ số.",
			"Every kind of message has a code, B and three digits.",
		},
		Example: Text{"xem mã B417 bằng lệnh baocao explain B417.", "baocao explain B417."},
	},
	{
		Code: "B051", Severity: Error, Audience: OfficeOnly,
		What: Text{"Mã {code} là lỗi, không bỏ qua được.", "{code} is an error, which cannot be silenced."},
		Fix: Text{
			"Sửa điều mà thông báo nêu, hoặc ghi quyết định về số liệu vào quyet-dinh-so-lieu.toml; xóa mục " +
				"[[silence]] này.",
			"Mend what it names, or decide the figure in quyet-dinh-so-lieu.toml; remove this [[silence]].",
		},
		Explain: Text{
			"Chỉ cảnh báo mới chấp nhận được, kèm lý do. Lỗi làm cho một con số không dùng được hoặc không " +
				"chắc chắn.",
			"Only warnings can be accepted, with a reason. An error leaves a figure unusable or uncertain.",
		},
		Example: Text{
			"chấp nhận B417 vì năm nay đơn vị được giao thêm một địa bàn; không chấp nhận được B412.",
			"B417 may be accepted because the unit took over another area; B412 may not.",
		},
	},
	{
		Code: "B052", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Mục ghi nhớ cách đọc này không được dùng: {why}.",
			"This remembered reading is not used: {why}.",
		},
		Fix: Text{
			"Xóa mục này khỏi ghi-nho.toml, hoặc sửa cho khớp với nghi-quyet.toml và co-quan.toml.",
			"Delete the entry from ghi-nho.toml, or make it fit nghi-quyet.toml and co-quan.toml.",
		},
		Explain: Text{
			"ghi-nho.toml giữ cách đọc bảng mà văn phòng đã xác nhận, từ năm này sang năm khác; khi nghị quyết hoặc " +
				"đơn vị thay đổi thì mục không còn khớp được bỏ qua, và chỗ đó được hỏi lại.",
			"ghi-nho.toml keeps confirmed readings from year to year; where the plan has changed an entry is left " +
				"out and the cell is asked about again.",
		},
		Example: Text{
			"input = \"4.9.current\" khi nghị quyết năm nay không còn chỉ tiêu 4.9.",
			"input = \"4.9.current\" when this year's resolution has no 4.9.",
		},
	},
	{
		Code: "B053", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"{file} ghi dùng chung «{shared}» nhưng không dùng được: {why}.",
			"{file} extends “{shared}”, which cannot be used: {why}.",
		},
		Fix: Text{
			"Sửa đường dẫn trong [extends], hoặc đặt tệp dùng chung vào đúng chỗ ấy.",
			"Mend the path in [extends], or put the shared file there.",
		},
		Explain: Text{
			"[extends] lấy từ tệp dùng chung những gì tệp này không có: từng khóa trong một bảng, còn danh sách thì lấy cả danh sách. " +
				"Đường dẫn tính từ thư mục làm việc, và chỉ dùng chung được một bậc.",
			"[extends] takes from a shared file what this one has not: key by key in a table, a list as a whole. The path begins at " +
				"the working folder, and a shared file extends no other.",
		},
		Example: Text{"plan = \"../chung/nghi-quyet.toml\" khi không có tệp ấy.", "plan = \"../chung/nghi-quyet.toml\" where no such file is."},
	},
	{
		Code: "B055", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Chỉ tiêu {measure}: số trong đích «{value}» hiểu được hai cách.",
			"Measure {measure}: the number in the target “{value}” can be read in two ways.",
		},
		Fix: Text{
			"Viết bằng ký hiệu, dấu chấm chỉ dùng cho phần thập phân: {targets}.",
			"Write it in signs, with a point for decimals only: {targets}.",
		},
		Explain: Text{
			"Dấu chấm trước đúng ba chữ số có thể là dấu ngăn hàng nghìn hoặc dấu thập phân; chương " +
				"trình không đoán.",
			"A point before just three digits may separate thousands or decimals; the program does not " +
				"guess.",
		},
		Example: Text{
			"\"≥ 1.200\" có thể là 1200 hoặc 1,2.",
			"\"≥ 1.200\" may be 1200 or 1.2.",
		},
	},
	{
		Code: "B056", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Chỉ tiêu {measure}: khóa {key} không dùng với cách tính {method}.",
			"Measure {measure}: the key {key} does not go with the method {method}.",
		},
		Fix: Text{
			"Xóa khóa {key}, hoặc chọn cách tính khác.",
			"Remove {key}, or choose another method.",
		},
		Explain: Text{
			"per dùng với ratio và each; in dùng với growth và decrease; among dùng với rank; each dùng " +
				"với method = \"each\"; negative không dùng cho mẫu số, tỷ trọng, thứ hạng, ngày và câu trả lời bằng chữ.",
			"per goes with ratio and each; in with growth and decrease; among with rank; each with " +
				"method = \"each\"; negative goes with no denominator, share, place, day or answer in words.",
		},
		Example: Text{
			"among = 114 chỉ có nghĩa với method = \"rank\".",
			"among = 114 means something with method = \"rank\" only.",
		},
	},
	{
		Code: "B057", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Chỉ tiêu {measure}: per = {value} không lớn hơn 0.",
			"Measure {measure}: per = {value} is not above 0.",
		},
		Fix: Text{
			"Ghi per = 1, 100, 1000 hoặc 10000.",
			"Write per = 1, 100, 1000 or 10000.",
		},
		Explain: Text{
			"per là số nhân với thương: 100 cho phần trăm, 1000 cho phần nghìn, 10000 cho tỷ lệ trên một " +
				"vạn dân, 1 cho số bình quân.",
			"per is what the quotient is multiplied by: 100 for percent, 1000 for per mille, 10000 for a " +
				"rate per ten thousand, 1 for an average.",
		},
		Example: Text{
			"số bác sĩ trên một vạn dân: per = 10000.",
			"doctors for ten thousand people: per = 10000.",
		},
	},
	{
		Code: "B058", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Chỉ tiêu {measure}: thương có đơn vị tính «{unit}» phải ghi per.",
			"Measure {measure}: a quotient in “{unit}” has to say per.",
		},
		Fix: Text{
			"Thêm per = 1 nếu là số bình quân (ví dụ triệu đồng/người), per = 10000 nếu tính trên một " +
				"vạn dân; nếu là tỷ lệ phần trăm thì ghi unit = \"%\".",
			"Add per = 1 for an average (such as million đồng per person), per = 10000 for a rate per " +
				"ten thousand; for a percentage write unit = \"%\".",
		},
		Explain: Text{
			"method = \"ratio\" nhân thương với 100 nếu không ghi gì thêm; thu nhập bình quân tính như " +
				"vậy sẽ lớn gấp 100 lần.",
			"method = \"ratio\" multiplies by 100 unless told otherwise; an average income would come " +
				"out a hundred times too large.",
		},
		Example: Text{
			"thu nhập bình quân đầu người: unit = \"triệu đồng/người/năm\", per = 1.",
			"average income: unit = \"triệu đồng/người/năm\", per = 1.",
		},
	},
	{
		Code: "B059", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Chỉ tiêu {measure}: cách tính {method} cho kết quả bằng %, không bằng «{unit}».",
			"Measure {measure}: the method {method} gives percent, not “{unit}”.",
		},
		Fix: Text{
			"Ghi unit = \"%\"; nếu đích là mức tăng, giảm tính bằng «{unit}» thì thêm in = \"unit\".",
			"Write unit = \"%\"; where the target is a change in “{unit}” itself, add in = \"unit\".",
		},
		Explain: Text{
			"growth và decrease tính phần trăm so với năm trước; với in = \"unit\" thì lấy hiệu số.",
			"growth and decrease are in percent of the year before; with in = \"unit\" the difference is " +
				"taken.",
		},
		Example: Text{
			"giảm 0,5 điểm phần trăm tỷ lệ hộ nghèo: method = \"decrease\", in = \"unit\".",
			"half a point fewer poor households: method = \"decrease\", in = \"unit\".",
		},
	},
	{
		Code: "B060", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Chỉ tiêu {measure}: khoảng «{target}» có số âm với cách tính {method}.",
			"Measure {measure}: the range “{target}” with the method {method} has a negative end.",
		},
		Fix: Text{
			"Nếu chỉ tiêu là giảm 5 - 10% thì ghi method = \"decrease\", target = \"5..10\"; nếu là số tiền được âm " +
				"(lợi nhuận, số dư) thì ghi negative = true ở đầu vào của nó.",
			"For a fall of 5 to 10% write method = \"decrease\", target = \"5..10\"; for an amount that may be below " +
				"zero (a profit, a balance) write negative = true at its input.",
		},
		Explain: Text{
			"Trong một khoảng, số lớn hơn được coi là tốt hơn; với mức giảm ghi bằng số âm thì đánh giá " +
				"sẽ ngược.",
			"In a range the larger figure is the better one; a fall written with negative numbers would " +
				"be judged upside down.",
		},
		Example: Text{
			"\"giảm 5 - 10% số vụ\": method = \"decrease\", target = \"5..10\".",
			"\"a fall of 5 to 10%\": method = \"decrease\", target = \"5..10\".",
		},
	},
	{
		Code: "B061", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Chỉ tiêu {measure}: đích xếp hạng «{target}» chưa nói chiều nào là tốt hơn.",
			"Measure {measure}: the range of places “{target}” does not say which way is better.",
		},
		Fix: Text{
			"Thêm better = \"lower\" (thứ hạng nhỏ hơn là tốt hơn).",
			"Add better = \"lower\" (a smaller place is better).",
		},
		Explain: Text{
			"Xếp thứ 2 tốt hơn xếp thứ 5; với một khoảng thì phải nói rõ để không đánh giá ngược.",
			"Second place is better than fifth; a range has to say so, or it might be judged upside down.",
		},
		Example: Text{
			"\"xếp thứ 5 - 10\": target = \"5..10\", better = \"lower\".",
			"\"place 5 to 10\": target = \"5..10\", better = \"lower\".",
		},
	},
	{
		Code: "B062", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Chỉ tiêu {measure}: đích «{target}» không đi với cách tính {method}.",
			"Measure {measure}: the target “{target}” does not go with the method {method}.",
		},
		Fix: Text{
			"Hạn hoàn thành ghi method = \"date\", target = \"by 2022-06-30\". Thứ hạng thì số nhỏ là cao: «từ thứ 10 trở lên» " +
				"ghi \"<= 10\", «không thấp hơn năm trước» ghi \"<= previous\".",
			"A deadline is method = \"date\", target = \"by 2022-06-30\". Of places the small number is the high one: " +
				"“place 10 or better” is \"<= 10\", “not below last year's” is \"<= previous\".",
		},
		Explain: Text{
			"Cách tính date hỏi ngày hoàn thành và so với hạn; các cách tính khác cho một con số. Với rank, \">= 10\" sẽ cho " +
				"hạng 12 là đạt.",
			"The method date asks for the day and compares it with the deadline; the others give a " +
				"number. Of rank, \">= 10\" would call place 12 met.",
		},
		Example: Text{
			"\"xong trước 30/6\": method = \"date\", target = \"by 2022-06-30\".",
			"\"done by 30 June\": method = \"date\", target = \"by 2022-06-30\".",
		},
	},
	{
		Code: "B063", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Chỉ tiêu {measure}: chưa nói mỗi đơn vị phải đạt gì, hoặc nói hai lần.",
			"Measure {measure}: what each unit has to reach is not said, or said twice.",
		},
		Fix: Text{
			"Thêm each = \">= 1\" cho số liệu của mỗi đơn vị; hỏi có hay không (inputs.answer) thì không " +
				"ghi each.",
			"Add each = \">= 1\" for the figure of each unit; with inputs.answer (yes or no) leave each " +
				"out.",
		},
		Explain: Text{
			"method = \"each\" đếm số đơn vị đạt điều kiện của each; với câu hỏi có hay không thì trả " +
				"lời «Có» là đạt.",
			"method = \"each\" counts the units that satisfy each; of a yes or no question “Có” " +
				"satisfies.",
		},
		Example: Text{
			"\"mỗi tổ dân phố ít nhất 01 mô hình\": each = \">= 1\", target = \"= 100\".",
			"\"at least one in each\": each = \">= 1\", target = \"= 100\".",
		},
	},
	{
		Code: "B064", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Chỉ tiêu {measure}: tỷ lệ phần trăm của nhiều đơn vị không cộng được.",
			"Measure {measure}: percentages of several units cannot be added.",
		},
		Fix: Text{
			"Dùng method = \"ratio\" và hỏi tử số, mẫu số của từng đơn vị; hoặc để một đơn vị trong from.",
			"Use method = \"ratio\" and ask each unit for numerator and denominator; or leave one unit " +
				"in from.",
		},
		Explain: Text{
			"Tỷ lệ chung phải tính từ tổng tử số và tổng mẫu số, không bao giờ cộng hoặc lấy bình quân " +
				"các tỷ lệ.",
			"A rate of all is computed from the sums, never by adding or averaging rates.",
		},
		Example: Text{
			"tỷ lệ hộ nghèo của 10 phường: hỏi số hộ nghèo và tổng số hộ.",
			"the share of poor households of ten wards: ask for both counts.",
		},
	},
	{
		Code: "B065", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Chỉ tiêu {measure}: mục {input} lấy từ nghị quyết nhưng ghi chưa đủ hoặc ghi thừa.",
			"Measure {measure}: the input {input} comes from the plan but says too little or too much.",
		},
		Fix: Text{
			"Hằng số ghi const, label và source; số của chỉ tiêu khác chỉ ghi measure (và last_year); " +
				"không ghi kèm from, lines, same_as.",
			"A constant has const, label and source; another measure's figure has measure (and " +
				"last_year); neither has from, lines or same_as.",
		},
		Explain: Text{
			"Hằng số đi vào báo cáo nên phải nói là số gì, ở văn bản nào; số lấy sẵn thì không hỏi đơn " +
				"vị.",
			"A constant goes into the report, so it says what it is and which document states it; nobody " +
				"is asked for it.",
		},
		Example: Text{
			"inputs.denominator = { const = \"25\", label = \"Tổng chiều dài tuyến (km)\", unit = " +
				"\"km\", source = \"Đề án số 05\" }.",
			"inputs.denominator = { const = \"25\", label = \"length\", unit = \"km\", source = " +
				"\"project 05\" }.",
		},
	},
	{
		Code: "B066", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Chỉ tiêu {measure}: nội dung «{label}» nói năm {found}, trong khi cần số liệu năm {want}.",
			"Measure {measure}: “{label}” names {found}, but the figure of {want} is wanted.",
		},
		Fix: Text{
			"Sửa năm trong nội dung, hoặc viết nam và nam_truoc trong ngoặc nhọn để năm tự đổi theo nghị quyết.",
			"Mend the year, or write nam and nam_truoc in braces, which follow the resolution.",
		},
		Explain: Text{
			"Nghị quyết chép từ năm trước thường còn năm cũ trong nội dung hỏi; đơn vị sẽ gửi số của năm " +
				"cũ.",
			"A plan copied from last year often keeps the old year in its labels; units would send the " +
				"old figures.",
		},
		Example: Text{
			"năm 2022 trong nghị quyết năm 2023 chép từ năm trước.",
			"“năm 2022” in the plan of 2023, copied from last year's.",
		},
	},
	{
		Code: "B067", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Chỉ tiêu {measure}: đơn vị «{unit}» được giao chỉ tiêu nhưng không báo cáo chỉ tiêu này.",
			"Measure {measure}: the unit “{unit}” has a target but does not report the measure.",
		},
		Fix: Text{
			"Thêm đơn vị vào from, hoặc xóa khỏi assigned.",
			"Add the unit to from, or remove it from assigned.",
		},
		Explain: Text{
			"assigned giao đích riêng cho từng đơn vị có báo cáo.",
			"assigned gives targets to units that report.",
		},
		Example: Text{
			"from = [\"phuong\"], assigned có phuong-bac-son.",
			"from = [\"phuong\"], assigned with phuong-bac-son.",
		},
	},
	{
		Code: "B068", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Chỉ tiêu {measure}: các đích giao cho đơn vị cộng lại là {sum}, chưa bằng đích chung " +
				"{target}.",
			"Measure {measure}: the units' targets add up to {sum}, less than {target} for all.",
		},
		Fix: Text{
			"Kiểm tra lại số giao cho từng đơn vị và đích chung.",
			"Check the units' targets and the target of all.",
		},
		Explain: Text{
			"Nếu mọi đơn vị chỉ đạt đúng phần được giao thì đích chung vẫn không đạt.",
			"If every unit reached just its own target, the target of all would be missed.",
		},
		Example: Text{
			"giao 10 phường mỗi phường 300 lượt, đích chung 3.300 lượt.",
			"ten wards with 300 each, and 3,300 for all.",
		},
	},
	{
		Code: "B069", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Chỉ tiêu {measure}: cách tính {method} cho kết quả bằng %, không bằng «{unit}».",
			"Measure {measure}: the method {method} gives percent, not “{unit}”.",
		},
		Fix: Text{
			"Ghi unit = \"%\", hoặc dùng method = \"value\" hay \"sum\" nếu đích tính bằng «{unit}».",
			"Write unit = \"%\", or use method = \"value\" or \"sum\" where the target is in “{unit}”.",
		},
		Explain: Text{
			"plan, share, total_growth và each tính phần trăm.",
			"plan, share, total_growth and each compute percentages.",
		},
		Example: Text{
			"thu ngân sách so với dự toán: unit = \"%\".",
			"revenue against the budget: unit = \"%\".",
		},
	},
	{
		Code: "B070", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Chỉ tiêu {measure}: milestone không có kỳ «{period}».",
			"Measure {measure}: milestone has no period “{period}”.",
		},
		Fix: Text{"Dùng một trong các kỳ: {allowed}.", "Use one of the periods: {allowed}."},
		Explain: Text{
			"milestone ghi mức phải đạt khi hết một phần của năm; mức của cả năm là target.",
			"A milestone is what is to be reached by the end of a part of the year; the year's is the target.",
		},
		Example: Text{
			"milestone = { \"6-thang\" = \">= 45\" }.",
			"milestone = { \"6-thang\" = \">= 45\" }.",
		},
	},
	{
		Code: "B071", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Tiêu đề báo cáo không nói kỳ «{want}».",
			"The title of the report does not name its period, “{want}”.",
		},
		Fix: Text{
			"Sửa title trong [report] của co-quan.toml; viết {place} ở chỗ in tên kỳ cùng với năm.",
			"Mend title in [report] of co-quan.toml; write {place} where the period and its year are to stand.",
		},
		Explain: Text{
			"Tiêu đề được in đúng như đã viết. Tiêu đề của báo cáo năm in trên báo cáo 6 tháng làm người đọc hiểu " +
				"nhầm số liệu.",
			"The title is printed as written. A year's title over half a year's figures misleads its readers.",
		},
		Example: Text{
			"title = \"kết quả thực hiện Nghị quyết số 02-NQ/QU 6 tháng đầu năm 2022\".",
			"title = \"kết quả thực hiện Nghị quyết số 02-NQ/QU 6 tháng đầu năm 2022\".",
		},
	},
	{
		Code: "B072", Severity: Warning, Audience: Sender, Counted: AsTold,
		What: Text{
			"Tệp này là số liệu của kỳ khác («{found}»), không dùng cho báo cáo {want}{narrative}.",
			"This file is of another period (“{found}”) and does not count for the report of {want}{narrative}.",
		},
		Fix: Text{
			"Không cần làm gì nếu tệp gửi cho kỳ ấy; nếu không, yêu cầu đơn vị gửi số liệu {want}.",
			"Nothing needs doing where it was sent for that period; else ask the unit for the figures of {want}.",
		},
		Explain: Text{
			"Tệp của các kỳ nằm chung một thư mục nộp; mỗi báo cáo chỉ lấy tệp của kỳ mình.",
			"The files of all periods lie in one drop folder; each report takes those of its own.",
		},
		Example: Text{
			"biểu mẫu 6 tháng còn trong 1-nop-vao-day khi lập báo cáo năm.",
			"the half-year's form is still in 1-nop-vao-day when the year's report is made.",
		},
	},
	{
		Code: "B073", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Kết quả năm trước là của kỳ khác ({found}), không phải cùng kỳ của {want}.",
			"Last year's result is of another period ({found}), not the same as {want}.",
		},
		Fix: Text{
			"Chép tệp kết quả cùng kỳ của báo cáo năm trước vào thư mục nam-truoc.",
			"Copy the result of the same period of last year into nam-truoc.",
		},
		Explain: Text{
			"Số 6 tháng chỉ so được với 6 tháng của năm trước, không so với cả năm trước.",
			"Half a year compares with half of last year, not with all of it.",
		},
		Example: Text{
			"ket-qua.json của cả năm 2021 đổi tên thành ket-qua-6-thang.json.",
			"the ket-qua.json of all 2021 renamed ket-qua-6-thang.json.",
		},
	},
	{
		Code: "B074", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Tiêu đề là «{period}», không phải số liệu {want}; không số liệu nào dưới tiêu đề ấy được dùng.",
			"The title is “{period}”, which is not {want}; nothing under it counts.",
		},
		Fix: Text{
			"Yêu cầu đơn vị gửi số liệu {want}; nếu đã là số liệu ấy thì ghi kỳ vào tiêu đề, ví dụ «Thực hiện {want}».",
			"Ask for the figures of {want}; where they are those, put the period into the heading, such as “Thực " +
				"hiện {want}”.",
		},
		SenderFix: Text{
			"Gửi số liệu {want}; nếu đã là số liệu ấy thì ghi kỳ vào tiêu đề, ví dụ «Thực hiện {want}».",
			"Send the figures of {want}; where they are those, put the period into the heading, such as “Thực hiện " +
				"{want}”.",
		},
		Explain: Text{
			"Số liệu của tháng, quý, 6 tháng, cả năm khác nhau; báo cáo của kỳ nào chỉ lấy số của kỳ ấy.",
			"Figures of a month, a quarter, half a year and a year differ; a report takes those of its own period.",
		},
		Example: Text{
			"cột «Tháng 6» trong báo cáo 6 tháng.",
			"a column “Tháng 6” in the half-year's report.",
		},
	},
	{
		Code: "B075", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Tiêu đề là «{period}», không nói là số liệu {want} hay số liệu cả năm; số liệu dưới tiêu đề ấy không được " +
				"dùng.",
			"The title is “{period}” and does not tell {want} from the whole year; nothing under it counts.",
		},
		Fix: Text{
			"Hỏi lại đơn vị; nếu là số liệu của kỳ này thì ghi kỳ vào tiêu đề, ví dụ «Thực hiện {want}».",
			"Ask the unit; where they are of this period, put it into the heading, such as “Thực hiện {want}”.",
		},
		SenderFix: Text{
			"Ghi kỳ vào tiêu đề, ví dụ «Thực hiện {want}»; nếu là số cả năm thì gửi số {want}.",
			"Put the period into the heading, such as “Thực hiện {want}”; if they are the year's, send those of " +
				"{want}.",
		},
		Explain: Text{
			"Trong báo cáo một phần năm, chữ «Năm 2022» có thể là kế hoạch, ước cả năm hoặc số của kỳ.",
			"In a report of a part of the year, “Năm 2022” may be the plan, an estimate or the period's figure.",
		},
		Example: Text{
			"cột «Thực hiện năm 2022» trong báo cáo 6 tháng.",
			"a column “Thực hiện năm 2022” in the half-year's report.",
		},
	},
	{
		Code: "B076", Severity: Warning, Audience: Sender, SenderMends: true,
		What: Text{
			"Tệp ghi ngày {date}, ngoài thời gian báo cáo {want}; số liệu có thể chưa đủ kỳ hoặc của kỳ khác.",
			"The file is dated {date}, outside the time of reporting for {want}; its figures may be of another period.",
		},
		Fix: Text{
			"Hỏi lại đơn vị; nếu chỉ ghi nhầm ngày thì sửa ngày trong tệp, hoặc ghi [[silence]] kèm lý do trong " +
				"nghi-quyet.toml.",
			"Ask the unit; if only the date is wrong, mend it, or accept it with a [[silence]] and its reason in " +
				"nghi-quyet.toml.",
		},
		SenderFix: Text{
			"Kiểm tra ngày ghi trong tệp, và số liệu có phải của {want} không.",
			"Check the date in the file, and whether the figures are of {want}.",
		},
		Explain: Text{
			"Báo cáo một phần năm được lập từ tháng cuối của kỳ đến hết ba tháng sau đó.",
			"A report of a part of the year is made from its last month until three months later.",
		},
		Example: Text{
			"báo cáo 6 tháng năm 2022 ghi ngày 05/4/2022.",
			"a report of the first half of 2022 dated 05/4/2022.",
		},
	},
	{
		Code: "B077", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Phụ lục năm trước, không dùng: {why}",
			"Last year's annex, not used: {why}",
		},
		Fix: Text{
			"Sửa bản phụ lục đặt trong nam-truoc cho rõ là số thực hiện năm {year} của chỉ tiêu nào; hoặc ghi previous " +
				"cho chỉ tiêu trong nghi-quyet.toml.",
			"Make the copy in nam-truoc clear, as figures achieved in {year} and of which indicator; or state previous " +
				"for the measure in nghi-quyet.toml.",
		},
		Explain: Text{
			"Ngoài ket-qua.json, thư mục nam-truoc có thể có phụ lục năm trước do người khác lập (TT, Chỉ tiêu, ĐVT, Kế " +
				"hoạch, Thực hiện...). Nó được đọc như biểu của đơn vị: số nào chưa chắc thì không lấy.",
			"Beside ket-qua.json the folder nam-truoc may hold last year's annex of other making (TT, Chỉ tiêu, ĐVT, " +
				"Kế hoạch, Thực hiện...). It is read as a unit's table is: what is not certain is not taken.",
		},
		Example: Text{
			"cột «Ước thực hiện năm 2021»; hai cột đều có thể là số thực hiện.",
			"a column “Ước thực hiện năm 2021”; two columns that may both be the results.",
		},
	},
	{
		Code: "B078", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Phụ lục năm trước có {count} dòng không khớp chỉ tiêu nào năm nay, không dùng: {rows}.",
			"Rows of last year's annex that are no measure of this year, not used: {count} ({rows}).",
		},
		Fix: Text{
			"Nếu dòng nào là chỉ tiêu của năm nay thì sửa tên trong bản phụ lục đặt ở nam-truoc cho giống tên trong " +
				"nghi-quyet.toml, hoặc ghi previous cho chỉ tiêu ấy.",
			"Where a row is a measure of this year, call it in the copy in nam-truoc as nghi-quyet.toml does, or state " +
				"previous for the measure.",
		},
		Explain: Text{
			"Chỉ tiêu của năm trước có thể đã bỏ; số của dòng không rõ là chỉ tiêu nào thì không lấy.",
			"An indicator of last year may be gone; a row that is not clearly one of this year's gives nothing.",
		},
		Example: Text{
			"dòng «Số nhà tạm được xóa» trong phụ lục 2021, năm 2022 không còn chỉ tiêu này.",
			"a row of 2021's annex about an indicator that 2022 does not have.",
		},
	},
	{
		Code: "B079", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Số năm trước của chỉ tiêu {measure} «{name}» là {value}, nhưng trong «{other}» là {instead}; {used}.",
			"Last year's figure of {measure} “{name}” is {value}, but {instead} in “{other}”; {used}.",
		},
		Fix: Text{
			"Đối chiếu hai tệp, sửa tệp sai hoặc bỏ nó khỏi nam-truoc.",
			"Compare the two, mend the wrong one or take it out of nam-truoc.",
		},
		Explain: Text{
			"ket-qua.json được dùng khi có; hai phụ lục nói khác nhau thì không dùng số nào.",
			"ket-qua.json counts where it is there; of two annexes that differ neither does.",
		},
		Example: Text{
			"ket-qua.json ghi 82,76, phụ lục đã sửa tay ghi 84,2.",
			"ket-qua.json has 82.76, the annex was changed by hand to 84.2.",
		},
	},
	{
		Code: "B080", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Quyết định ở mục này chưa được dùng, vì mục có lỗi.",
			"The decision of this entry is not used, since the entry has a mistake.",
		},
		Fix: Text{
			"Sửa lỗi của mục; các quyết định khác vẫn có hiệu lực.",
			"Mend the entry; the other decisions hold all the same.",
		},
		Explain: Text{
			"Một lỗi trong quyet-dinh-so-lieu.toml chỉ làm mất hiệu lực của chính mục đó; báo cáo vẫn lập được, " +
				"nhưng chưa đầy " +
				"đủ cho đến khi sửa xong.",
			"A mistake in quyet-dinh-so-lieu.toml costs its own entry; the report is made, and is not complete until " +
				"it is " +
				"mended.",
		},
		Example: Text{
			"[[verdict]] ghi measure = \"99\" mà nghị quyết không có chỉ tiêu 99.",
			"[[verdict]] with measure = \"99\", which the resolution does not hold.",
		},
	},
	{
		Code: "B081", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Hạn nộp {date} không thuộc năm {year} hay năm sau.",
			"The due date {date} lies neither in {year} nor in the year after.",
		},
		Fix: Text{"Sửa due trong co-quan.toml.", "Mend due in co-quan.toml."},
		Explain: Text{
			"Hạn nộp in trong biểu mẫu và thư nhắc. Hạn của năm khác thường là còn sót từ năm trước.",
			"The due date is printed in forms and reminders. One of another year was usually left from last year.",
		},
		Example: Text{"due = 2022-12-15 cho nghị quyết năm 2023.", "due = 2022-12-15 for a resolution of 2023."},
	},
	{
		Code: "B084", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"{key} còn «...», chưa ai điền.",
			"{key} is still “...”: nobody has filled it in.",
		},
		Fix: Text{"Điền vào, hoặc bỏ dòng ấy nếu không dùng.", "Fill it in, or take the line out where it is not used."},
		Explain: Text{
			"Dấu «...» là chỗ chương trình để trống khi lập tệp; nếu không điền thì báo cáo in đúng ba dấu chấm ấy.",
			"“...” is what the program left open when it made the file; left so, the report prints the three dots.",
		},
		Example: Text{"issuer = \"...\" trong [office].", "issuer = \"...\" in [office]."},
	},
	{
		Code: "B085", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Còn {count} dòng «# HỎI:» chưa xem.",
			"There are {count} lines “# HỎI:” that nobody has looked at.",
		},
		Fix: Text{
			"Xem từng chỗ, sửa mục ngay phía dưới nếu cần, rồi xóa dòng «# HỎI:» ấy.",
			"Look at each place, mend the entry below where it needs it, and delete the line “# HỎI:”.",
		},
		Explain: Text{
			"baocao import ghi «# HỎI:» ở những chỗ văn bản nghị quyết không nói rõ. Chỗ chưa xem có thể làm sai đánh giá.",
			"baocao import writes “# HỎI:” where the resolution's text is not clear. What nobody looked at may be judged " +
				"wrongly.",
		},
		Example: Text{
			"# HỎI: «trong đó» là mức sàn hay mức trần (<= 20), và tính trên tổng nào?",
			"# HỎI: «trong đó» là mức sàn hay mức trần (<= 20), và tính trên tổng nào?",
		},
	},
	{
		Code: "B086", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Tiêu đề báo cáo nêu nghị quyết số {other}, còn nghi-quyet.toml là nghị quyết số {number}.",
			"The report's title names resolution {other}, nghi-quyet.toml is resolution {number}.",
		},
		Fix: Text{
			"Xem lại cả co-quan.toml (tiêu đề, tên cơ quan, nơi nhận, người ký), hoặc sửa number trong nghi-quyet.toml.",
			"Look over all of co-quan.toml (title, names, recipients, who signs), or mend number in nghi-quyet.toml.",
		},
		Explain: Text{
			"Tiêu đề của nghị quyết khác thường là co-quan.toml chép từ cơ quan khác hoặc từ năm trước: báo cáo sẽ mang lời của " +
				"nghị quyết ấy.",
			"A title of another resolution mostly means that co-quan.toml was copied from another office or from last " +
				"year: the report would carry its words.",
		},
		Example: Text{
			"title = \"kết quả thực hiện Nghị quyết số 02-NQ/QU...\" với nghị quyết số 08-NQ/ĐU.",
			"title = \"... Nghị quyết số 02-NQ/QU...\" for resolution 08-NQ/ĐU.",
		},
	},
	{
		Code: "B087", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"draft ghi «{value}», không rõ là dự thảo lần mấy.",
			"draft is “{value}”, which does not say which draft it is.",
		},
		Fix: Text{
			"Ghi draft = true (Dự thảo), draft = 2 (Dự thảo lần 2), hoặc draft = false khi đã là bản chính thức; " +
				"true và false không có ngoặc kép.",
			"Write draft = true (a draft), draft = 2 (the second one), or draft = false for the report itself; true " +
				"and false without quotes.",
		},
		Explain: Text{
			"Dấu «Dự thảo» hay «Dự thảo lần 2» in dưới số văn bản và ở đầu mọi trang sau.",
			"«Dự thảo» or «Dự thảo lần 2» is printed below the number and at the top of all other pages.",
		},
		Example: Text{"draft = \"hai\" thay cho draft = 2.", "draft = \"two\" for draft = 2."},
	},
	{
		Code: "B088", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Báo cáo theo {profile} không có «Kính gửi», nên danh sách to không được in.",
			"A report after {profile} has no «Kính gửi», so the list to is not printed.",
		},
		Fix: Text{
			"Ghi nơi nhận vào recipients, hoặc đổi profile thành nha-nuoc-nd30 nếu là văn bản của cơ quan nhà nước.",
			"Put them into recipients, or make profile nha-nuoc-nd30 for a document of a state body.",
		},
		Explain: Text{
			"Thể thức văn bản của Đảng chỉ dùng «Kính gửi» ở công văn; báo cáo ghi nơi nhận ở cuối. Báo cáo của cơ quan nhà " +
				"nước gửi cấp trên thì có «Kính gửi».",
			"In Party documents only letters have «Kính gửi»; a report names who receives it at its end. A report of a " +
				"state body that goes upwards has it.",
		},
		Example: Text{
			"to = [\"Thành ủy Hải Phòng\"] với profile = \"dang-hd36\".",
			"to = [\"Thành ủy Hải Phòng\"] with profile = \"dang-hd36\".",
		},
	},
	{
		Code: "B089", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Ký hiệu «{value}» không viết theo {profile}: phải là «{right}».",
			"The symbol “{value}” is not written as {profile} says: “{right}”.",
		},
		Fix: Text{"Sửa symbol thành \"{right}\", hoặc sửa profile.", "Make symbol \"{right}\", or mend profile."},
		Explain: Text{
			"Văn bản của Đảng ghi Số 07-BC/QU, của cơ quan nhà nước ghi Số: 07/BC-UBND. Dấu gạch nối và gạch chéo đổi chỗ " +
				"cho nhau là " +
				"lỗi thể thức mà người nhận thấy ngay.",
			"Party documents have Số 07-BC/QU, those of state bodies Số: 07/BC-UBND. Hyphen and slash the other way " +
				"round are a mistake of form that is seen at once.",
		},
		Example: Text{
			"symbol = \"BC/UBND\" với profile = \"nha-nuoc-nd30\".",
			"symbol = \"BC/UBND\" with profile = \"nha-nuoc-nd30\".",
		},
	},
	{
		Code: "B090", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Quyền ký «{value}» không viết theo {profile}: phải là «{right}».",
			"The authority “{value}” is not written as {profile} says: “{right}”.",
		},
		Fix: Text{"Sửa authority thành \"{right}\", hoặc sửa profile.", "Make authority \"{right}\", or mend profile."},
		Explain: Text{
			"Văn bản của Đảng ghi T/M, K/T, T/L với gạch chéo; của cơ quan nhà nước ghi TM., KT., TL. với dấu chấm.",
			"Party documents have T/M, K/T, T/L with a slash; those of state bodies TM., KT., TL. with a dot.",
		},
		Example: Text{
			"authority = \"TM. BAN CHẤP HÀNH\" với profile = \"dang-hd05\".",
			"authority = \"TM. BAN CHẤP HÀNH\" with profile = \"dang-hd05\".",
		},
	},
	{
		Code: "B091", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Văn bản liên tịch với {issuer}, nhưng [office] chưa có name: không rõ gọi hai cơ quan thế nào trong câu.",
			"A document together with {issuer}, and [office] has no name: sentences cannot tell who both bodies are.",
		},
		Fix: Text{
			"Ghi name bằng tên cả hai cơ quan, ví dụ name = \"Ban Tuyên giáo và Ban Dân vận Quận ủy\".",
			"Write name with both, such as name = \"Ban Tuyên giáo và Ban Dân vận Quận ủy\".",
		},
		Explain: Text{
			"Câu mở đầu và dòng kèm theo của phụ lục gọi tên cơ quan báo cáo; văn bản của hai cơ quan phải gọi đủ cả hai.",
			"The first sentence and the line under the annex's title name who reports; where two do, both have to be " +
				"named.",
		},
		Example: Text{
			"[office] có joint = { ... } mà không có name.",
			"[office] with joint = { ... } and without name.",
		},
	},
	{
		Code: "B092", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"number ghi «{value}», không phải là một số văn bản; báo cáo sẽ in «{printed}».",
			"number is “{value}”, which is no number of a document; the report would print “{printed}”.",
		},
		Fix: Text{
			"Chỉ ghi số: number = \"{right}\"; ký hiệu lấy từ symbol. Chưa vào sổ thì để trống.",
			"Write the number alone: number = \"{right}\"; the symbol comes from symbol. Leave it empty while there is none.",
		},
		Explain: Text{
			"Số và ký hiệu ghi riêng trong co-quan.toml, vì dấu giữa chúng theo thể thức: 07-BC/QU hay 07/BC-UBND.",
			"Number and symbol are written apart in co-quan.toml, since the form says what stands between them: " +
				"07-BC/QU or 07/BC-UBND.",
		},
		Example: Text{"number = \"07-BC/QU\".", "number = \"07-BC/QU\"."},
	},
}
