package diag

// Whose return it is, whether the form agrees with the plan, and what stands in
// its cells: B2xx and B3xx.
var submissionProblems = []Entry{
	{
		Code: "B200", Severity: Error, Audience: Sender,
		What: Text{
			"Không nhận ra tệp này của đơn vị nào: tên tệp, thư mục và tiêu đề đều không nêu tên đơn vị.",
			"No unit is recognised: file name, folders and titles name none.",
		},
		Fix: Text{
			"Đặt tệp vào thư mục mang tên đơn vị, hoặc thêm tên đơn vị vào tên tệp, rồi lập lại báo cáo.",
			"Put the file in a folder named after the unit, or add the unit's name to the file's name, and build " +
				"again.",
		},
		Explain: Text{
			"Chương trình nhận ra đơn vị qua mã trong biểu mẫu, thư mục, tên tệp và các dòng tiêu đề, so với " +
				"co-quan.toml.\n" +
				"Khi không dấu hiệu nào chỉ ra đơn vị thì không số liệu nào trong tệp được dùng.",
			"A unit is recognised by the form's marking, the folder, the file's name and the title lines, " +
				"compared with co-quan.toml.\n" +
				"Where no sign names a unit, nothing in the file counts.",
		},
		Example: Text{
			"«bieu 2.xlsx» không cho biết của ai; «Bắc Sơn - bieu 2.xlsx» thì rõ.",
			"“bieu 2.xlsx” does not say whose it is; “Bắc Sơn - bieu 2.xlsx” does.",
		},
	},
	{
		Code: "B201", Severity: Error, Audience: Sender,
		What: Text{"Các dấu hiệu chỉ những đơn vị khác nhau: {signs}.", "The signs name different units: {signs}."},
		Fix: Text{
			"Kiểm tra tệp thật sự của đơn vị nào, rồi sửa tên tệp, thư mục hoặc yêu cầu gửi lại đúng biểu mẫu " +
				"của đơn vị.",
			"Find out whose file it is, then mend the file's name or folder, or ask for the unit's own form.",
		},
		Explain: Text{
			"Thường gặp khi một đơn vị điền nhầm biểu mẫu của đơn vị khác, hoặc tệp nằm nhầm thư mục.\n" +
				"Không số liệu nào trong tệp được dùng cho đến khi các dấu hiệu khớp nhau.",
			"Usual when a unit filled another unit's form, or a file lies in the wrong folder.\n" +
				"Nothing in the file counts until the signs agree.",
		},
		Example: Text{
			"biểu mẫu của Phường Bắc Sơn nằm trong thư mục «Phường Nam Sơn».",
			"the form of Phường Bắc Sơn in the folder “Phường Nam Sơn”.",
		},
	},
	{
		Code: "B202", Severity: Error, Audience: Sender,
		What: Text{
			"Biểu mẫu ghi mã đơn vị «{id}», không có trong co-quan.toml.",
			"The form is marked for the unit “{id}”, which co-quan.toml does not have.",
		},
		Fix: Text{
			"Gửi lại cho đơn vị biểu mẫu mới, hoặc thêm đơn vị này vào co-quan.toml.",
			"Send the unit a new form, or add the unit to co-quan.toml.",
		},
		Explain: Text{
			"Biểu mẫu được lập cho một danh sách đơn vị khác với danh sách hiện nay.",
			"The form was made for another list of units.",
		},
		Example: Text{
			"đơn vị đã đổi mã từ «phong-kt» thành «kinh-te» sau khi gửi biểu mẫu đi.",
			"a unit's id was changed from “phong-kt” to “kinh-te” after the forms were sent.",
		},
	},
	{
		Code: "B210", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Biểu mẫu của năm {found}, không phải năm {want}; không số liệu nào trong tệp được dùng.",
			"The form is for {found}, not {want}; nothing in the file counts.",
		},
		Fix:       Text{"Yêu cầu đơn vị điền biểu mẫu của năm {want}.", "Ask the unit to fill the form for {want}."},
		SenderFix: Text{"Điền biểu mẫu của năm {want}.", "Fill the form for {want}."},
		Explain:   Text{"Mỗi biểu mẫu mang năm của nghị quyết.", "A form bears its resolution's year."},
		Example: Text{
			"đơn vị mở biểu mẫu năm 2021 còn lưu trong máy, điền rồi gửi.",
			"a unit filled last year's form that was still on its disk.",
		},
	},
	{
		Code: "B211", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Biểu mẫu của Nghị quyết số {found}, không phải Nghị quyết số {want}; không số liệu nào trong tệp " +
				"được dùng.",
			"The form is for resolution {found}, not {want}; nothing in the file counts.",
		},
		Fix: Text{
			"Yêu cầu đơn vị điền biểu mẫu của Nghị quyết số {want}.",
			"Ask the unit to fill the form for resolution {want}.",
		},
		SenderFix: Text{"Điền biểu mẫu của Nghị quyết số {want}.", "Fill the form for resolution {want}."},
		Explain:   Text{"Mỗi biểu mẫu mang số của nghị quyết.", "A form bears its resolution's number."},
		Example: Text{
			"biểu mẫu của Nghị quyết số 01-NQ/QU nằm trong thư mục của Nghị quyết số 02-NQ/QU.",
			"a form for 01-NQ/QU in the folder of 02-NQ/QU.",
		},
	},
	{
		Code: "B212", Severity: Warning, Audience: Sender,
		What: Text{
			"Đơn vị dùng mẫu cũ: nội dung báo cáo đã thay đổi sau khi lập biểu mẫu này.",
			"An old form: what is asked of the unit has changed since.",
		},
		Fix: Text{
			"Kiểm tra các ô còn thiếu; nếu cần, gửi cho đơn vị biểu mẫu mới.",
			"Look at what is missing; if needed send a new form.",
		},
		Explain: Text{
			"Những dòng có mã và nội dung vẫn khớp thì vẫn được dùng; dòng mới không có trong mẫu cũ được coi " +
				"là để trống.",
			"Rows whose id and label still agree count; new rows are blank.",
		},
		Example: Text{
			"thêm một chỉ tiêu vào nghi-quyet.toml sau khi đã gửi biểu mẫu.",
			"a measure was added to nghi-quyet.toml after the forms were sent.",
		},
	},
	{
		Code: "B213", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Nội dung của dòng là «{found}», trong khi mã dòng ứng với «{want}»; số ở dòng này là {value}, chưa được dùng.",
			"The row's label is “{found}” while its id stands for “{want}”; its figure, {value}, does not count.",
		},
		Fix: Text{
			"Khôi phục nội dung của dòng như trong biểu mẫu gốc, kiểm tra giá trị có đúng của nội dung đó " +
				"không.",
			"Restore the row's label as in the blank form, and check that the value belongs to it.",
		},
		Explain: Text{
			"Giá trị chỉ được dùng khi mã dòng, tên ô và nội dung cùng chỉ một chỉ tiêu.",
			"A value counts only when row id, defined name and label agree.",
		},
		Example: Text{
			"sắp xếp một phần bảng làm nội dung lệch khỏi mã dòng đang ẩn.",
			"sorting part of the table moved the labels away from the hidden ids.",
		},
	},
	{
		Code: "B214", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"«{label}» có hai dòng: dòng {first} ghi {a}, dòng {second} ghi {b}; chưa dùng số nào.",
			"“{label}” stands in two rows: row {first} says {a}, row {second} says {b}; neither counts.",
		},
		Fix: Text{"Xóa dòng thừa, chỉ giữ một dòng cho mỗi nội dung.", "Delete one of the rows."},
		Explain: Text{
			"Không thể biết dòng nào đúng nên không giá trị nào được dùng.",
			"Which row is right cannot be known, so neither counts.",
		},
		Example: Text{
			"đơn vị sao chép một dòng của biểu mẫu rồi chèn xuống dưới.",
			"a row of the form was copied and inserted below.",
		},
	},
	{
		Code: "B215", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Ô của «{label}» (đang ghi {found}) mất tên {name}, hoặc tên ấy chỉ sang ô khác.",
			"The cell of “{label}”, which says {found}, has lost its name {name}, or the name is elsewhere.",
		},
		Fix: Text{
			"Chép giá trị vào biểu mẫu gốc của đơn vị rồi gửi lại.",
			"Copy the value into the unit's blank form and send it again.",
		},
		Explain: Text{
			"Giá trị chỉ được dùng khi mã dòng, tên ô và nội dung cùng chỉ một chỉ tiêu.",
			"A value counts only when row id, defined name and label agree.",
		},
		Example: Text{
			"xóa dòng rồi gõ lại làm mất tên của ô.",
			"deleting a row and typing it again loses the cell's name.",
		},
	},
	{
		Code: "B216", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Biểu mẫu không còn dòng «{label}» (chỉ tiêu {number}).",
			"The form's row “{label}” (measure {number}) is gone.",
		},
		Fix: Text{
			"Điền lại nội dung này trên biểu mẫu gốc của đơn vị rồi gửi lại.",
			"Fill this row in the unit's blank form and send it again.",
		},
		Explain: Text{
			"Dòng đã bị xóa hoặc mã dòng ẩn ở cột A bị xóa.",
			"The row, or its hidden id in column A, was deleted.",
		},
		Example: Text{
			"đơn vị xóa những dòng mình không có số liệu; đúng ra cần chọn «Không phát sinh».",
			"a unit deletes the rows it has no figures for instead of choosing “Không phát sinh”.",
		},
	},
	{
		Code: "B217", Severity: Warning, Audience: Sender, SenderMends: true,
		What: Text{
			"Giá trị {value} ở dòng «{label}» không thuộc nội dung nào đơn vị phải báo cáo nên không được dùng.",
			"The value {value} in the row “{label}” answers nothing the unit is asked for; it is not used.",
		},
		Fix: Text{
			"Nếu giá trị này cần báo cáo, chép nó vào đúng dòng của biểu mẫu.",
			"If the value is to be reported, copy it to its row of the form.",
		},
		Explain: Text{
			"Dòng do đơn vị chèn thêm không tham gia tổng hợp.",
			"Rows that the unit inserted are not consolidated.",
		},
		Example: Text{"đơn vị chèn dòng «Cộng» dưới bảng.", "a row “Cộng” below the table."},
	},
	{
		Code: "B218", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Đơn vị tính ghi «{found}», trong khi «{label}» tính bằng «{want}».",
			"The unit of measurement is “{found}” while “{label}” is asked in “{want}”.",
		},
		Fix: Text{
			"Nếu «{found}» chỉ là cách ghi khác của «{want}» thì trả lời câu hỏi này; nếu khác thì " +
				"hỏi đơn vị giá trị tính bằng «{want}».",
			"If “{found}” is only another word for “{want}”, answer this question; else ask the " +
				"unit for the value in “{want}”.",
		},
		SenderFix: Text{
			"Ghi giá trị tính bằng «{want}» và sửa đơn vị tính cho đúng.",
			"Write the value in “{want}” and mend the unit.",
		},
		Explain: Text{
			"Chương trình chỉ đổi giữa các mức của cùng một đơn vị (nghìn, triệu, tỷ đồng; người, nghìn " +
				"người); đơn vị khác nhau thì phải hỏi lại.",
			"Only steps of one unit are converted (thousands, millions, billions of đồng); different units " +
				"have to be asked about.",
		},
		Example: Text{"«hộ» không đổi được sang «người».", "households cannot be turned into persons."},
	},
	{
		Code: "B219", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Biểu mẫu không còn bảng số liệu: không tìm thấy dòng tiêu đề «Mã dòng», «Nội dung cần báo cáo», " +
				"«Giá trị».",
			"The form's table is gone: its headings are not found.",
		},
		Fix: Text{
			"Chép số liệu vào biểu mẫu gốc của đơn vị rồi gửi lại.",
			"Copy the figures into the unit's blank form and send it again.",
		},
		Explain: Text{
			"Bảng được tìm bằng dòng tiêu đề; cột A (Mã dòng) bị ẩn nhưng không được xóa.",
			"The table is found by its headings; column A is hidden and must stay.",
		},
		Example: Text{"đơn vị xóa cột A vì tưởng là cột thừa.", "column A was deleted as superfluous."},
	},
	{
		Code: "B220", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Không tìm thấy bảng số liệu nào đọc được trong tệp; tệp có {seen}.",
			"No readable table of figures was found in the file; it has {seen}.",
		},
		Fix: Text{
			"Nếu tệp có số liệu thì chỉ chỗ của từng số bằng [[layout]] (row và column, hoặc cell) trong co-quan.toml, " +
				"xem các ô bằng lệnh baocao inspect TỆP --cells; hoặc yêu cầu đơn vị điền biểu mẫu, hay gửi bảng có " +
				"các cột TT, Chỉ tiêu, ĐVT, Thực hiện.",
			"If the file has figures, show where each stands by a [[layout]] (row and column, or cell) in " +
				"co-quan.toml (baocao inspect FILE --cells lists the cells); or ask the unit for its form, or for a " +
				"table headed TT, Chỉ tiêu, ĐVT, Thực hiện.",
		},
		PageFix: Text{
			"Nếu tệp có số liệu thì ghi từng số ở trang của chỉ tiêu, hoặc chỉ chỗ của nó bằng [[layout]] trong co-quan.toml; " +
				"hoặc yêu cầu đơn vị điền biểu mẫu, hay gửi bảng có các cột TT, Chỉ tiêu, ĐVT, Thực hiện.",
			"If the file has figures, type each on the page of its measure, or show where it stands by a [[layout]] in " +
				"co-quan.toml; or ask the unit for its form, or for a table headed TT, Chỉ tiêu, ĐVT, Thực hiện.",
		},
		SenderFix: Text{
			"Điền số liệu vào biểu mẫu của đơn vị, hoặc dùng bảng có các cột TT, Chỉ tiêu, ĐVT, Thực hiện.",
			"Use the unit's form, or a table headed TT, Chỉ tiêu, ĐVT, Thực hiện.",
		},
		Explain: Text{
			"Ngoài biểu mẫu, chương trình đọc được bảng có cột «Chỉ tiêu» hoặc «Nội dung» và cột «Thực hiện» " +
				"của năm báo cáo, miễn là tên các dòng giống với nội dung phải báo cáo.",
			"Besides forms, a table is read that has a column “Chỉ tiêu” or “Nội dung” and one of this year's " +
				"results, as far as its rows are named like what is asked for.",
		},
		Example: Text{
			"tệp chỉ có ảnh chụp, biểu đồ hoặc lời văn thì không có số liệu để đọc.",
			"a file of pictures or prose holds no figures to read.",
		},
	},
	{
		Code: "B221", Severity: Warning, Audience: Sender, SenderMends: true, Unplaced: true,
		What: Text{
			"Dòng «{number}», «{label}» có giá trị {value} nhưng không khớp nội dung nào đơn vị phải báo cáo " +
				"nên không được dùng.",
			"The row “{number}”, “{label}” holds {value} but matches nothing the unit is asked for; it is not " +
				"used.",
		},
		Fix: Text{
			"Ghi số chỉ tiêu và nội dung đúng như trong biểu mẫu của đơn vị.",
			"Write the measure's number and label as in the unit's form.",
		},
		Explain: Text{
			"Trong bảng tự lập, một dòng chỉ được dùng khi tên dòng khớp với nội dung phải báo cáo.",
			"In a unit's own table a row counts only when its label is that of something asked for.",
		},
		Example: Text{"dòng «Cộng», hoặc chỉ tiêu của đơn vị khác.", "a row “Cộng”, or another unit's indicator."},
	},
	{
		Code: "B222", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"«{label}» được ghi hai lần với hai giá trị: {first} ở ô {other} và {value} ở ô này; chưa dùng số nào.",
			"“{label}” is written twice with different values: {first} at {other} and {value} here; neither counts.",
		},
		Fix: Text{"Giữ lại một dòng cho mỗi nội dung.", "Keep one row for each label."},
		Explain: Text{
			"Không thể biết dòng nào đúng nên không giá trị nào được dùng.",
			"Which row is right cannot be known, so neither counts.",
		},
		Example: Text{"bảng của hai quý nằm trong cùng một tệp.", "tables of two quarters in one file."},
	},
	{
		Code: "B223", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Tệp có hai bảng số liệu của biểu mẫu, ở sheet «{first}» và «{second}»; không số liệu nào được " +
				"dùng.",
			"The file holds two tables of the form, on the sheets “{first}” and “{second}”; neither counts.",
		},
		Fix: Text{"Xóa sheet sao chép, chỉ giữ một sheet số liệu.", "Delete the copied sheet."},
		Explain: Text{
			"Khi sheet số liệu bị sao chép thì không biết bản nào đúng.",
			"When the sheet of figures is copied, which one is right cannot be known.",
		},
		Example: Text{"«Số liệu» và «Số liệu (2)».", "“Số liệu” and “Số liệu (2)”."},
	},
	{
		Code: "B224", Severity: Warning, Audience: Sender,
		What: Text{
			"Trong tệp này còn {count} chỗ nữa cùng loại vấn đề. Chỗ kế tiếp: {message}",
			"This file has {count} more problems of the same kind. The next: {message}",
		},
		Fix: Text{
			"Sửa một trăm chỗ đã nêu rồi lập lại báo cáo; nếu tệp không phải báo cáo của đơn vị thì bỏ ra khỏi thư " +
				"mục nộp.",
			"Mend the hundred that are named and build again; if the file is not the unit's return, take it out " +
				"of the drop folder.",
		},
		Explain: Text{
			"Mỗi loại vấn đề của một tệp được nêu tối đa 100 chỗ để danh sách còn đọc được.",
			"Of each kind a file is reported with at most 100 problems, so that the list can be read.",
		},
		Example: Text{
			"một bảng kê hàng nghìn dòng được nộp thay cho biểu mẫu.",
			"a register of thousands of rows handed in for a form.",
		},
	},
	{
		Code: "B225", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Tệp này được để ngoài theo quyết định của {by}, ngày {date}: không phải báo cáo của đơn vị nào.",
			"This file is left out as {by} decided on {date}: it is no unit's return.",
		},
		Fix: Text{
			"Nếu tệp đúng là của một đơn vị thì xóa mục [[sender]] của nó trong quyet-dinh-so-lieu.toml; nếu không thì " +
				"có thể chuyển tệp ra khỏi thư mục nộp.",
			"If the file is a unit's after all, delete its [[sender]] in quyet-dinh-so-lieu.toml; if not, it may be moved " +
				"out of the drop folder.",
		},
		Explain: Text{
			"Công văn, bản chụp nghị quyết hay tệp nháp nằm lẫn trong thư mục nộp được người phụ trách cho ra ngoài một " +
				"lần; tệp đổi nội dung thì được hỏi lại.",
			"A letter, a copy of the resolution or a draft in the drop folder is left out once by whoever is in charge; " +
				"once its content changes, it is asked about again.",
		},
		Example: Text{
			"«Công văn đôn đốc.docx» nằm cùng các báo cáo.",
			"“Công văn đôn đốc.docx” lies among the returns.",
		},
	},
	{
		Code: "B226", Severity: Warning, Audience: Sender, SenderMends: true,
		What: Text{
			"Dòng «{label}» có giá trị {value} nhưng đứng dưới «{block}», là số của đơn vị khác nên không được dùng.",
			"The row “{label}” holds {value} but stands under “{block}”, another unit's figures; it is not used.",
		},
		Fix: Text{
			"Không cần sửa nếu khối ấy đúng là của đơn vị khác; nếu là số của chính đơn vị thì sửa tiêu đề của khối.",
			"Nothing has to be mended where the block is another unit's; where the figures are the unit's own, mend its " +
				"title.",
		},
		Explain: Text{
			"Một bảng chia khối theo phường thì mỗi phường chỉ lấy khối của mình.",
			"Of a table in blocks for each ward, a ward's file counts with its own block only.",
		},
		Example: Text{
			"«II. Phường Nam Sơn» trong tệp của Phường Bắc Sơn.",
			"“II. Phường Nam Sơn” in the file of Phường Bắc Sơn.",
		},
	},
	{
		Code: "B227", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Tệp này đã thay đổi sau khi {by} xác định ngày {date} là {unit}; quyết định ấy không áp dụng cho nội dung mới.",
			"This file has changed since {by} said on {date} whose it is ({unit}); that is not applied to the new content.",
		},
		Fix: Text{
			"Xem tệp mới của ai; nếu chương trình còn hỏi thì trả lời lại, rồi xóa mục [[sender]] cũ trong " +
				"quyet-dinh-so-lieu.toml.",
			"See whose the new file is; answer again where it is asked, and delete the old [[sender]] in " +
				"quyet-dinh-so-lieu.toml.",
		},
		Explain: Text{
			"Câu trả lời về người gửi gắn với nội dung của tệp (sha256), không gắn với tên tệp.",
			"An answer about a sender holds for the file's content (sha256), not for its name.",
		},
		Example: Text{
			"«bieu.xlsx» của phường này được chép đè bằng «bieu.xlsx» của phường khác.",
			"“bieu.xlsx” of one ward was overwritten by that of another.",
		},
	},
	{
		Code: "B240", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Bảng có các nội dung phải báo cáo nhưng không tìm thấy cột kết quả thực hiện {want}; các cột " +
				"là {headings}.",
			"The table has what is asked for, but no column of results for {want}; its columns are {headings}.",
		},
		Fix: Text{
			"Đặt tên cột số liệu là «Thực hiện {named}», hoặc điền biểu mẫu của đơn vị, hoặc ghi cách đọc " +
				"bảng [[layout]] trong co-quan.toml.",
			"Head the column of figures “Thực hiện {named}”, use the unit's form, or describe the table by " +
				"a [[layout]] in co-quan.toml.",
		},
		SenderFix: Text{
			"Đặt tên cột số liệu là «Thực hiện {named}», hoặc điền biểu mẫu của đơn vị.",
			"Head the column of figures “Thực hiện {named}”, or fill the unit's form.",
		},
		Explain: Text{
			"Chương trình chỉ lấy số ở cột ghi rõ là kết quả thực hiện của năm báo cáo; cột kế hoạch, so sánh, " +
				"cùng kỳ và năm trước không được dùng.",
			"Figures are taken only from a column headed as this year's results; plans, comparisons and other " +
				"years do not count.",
		},
		Example: Text{
			"bảng chỉ có «Kế hoạch 2022» và «So sánh (%)».",
			"a table with “Kế hoạch 2022” and “So sánh (%)” only.",
		},
	},
	{
		Code: "B241", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Có nhiều cột có thể là kết quả thực hiện {want}: {columns}.",
			"Several columns may be the results of {want}: {columns}.",
		},
		Fix: Text{
			"Ghi rõ năm và nội dung ở tiêu đề của từng cột, hoặc chỉ rõ cột bằng [[layout]] trong co-quan.toml.",
			"Say in each heading what it is and of which year, or show the column by a [[layout]] in " +
				"co-quan.toml.",
		},
		SenderFix: Text{
			"Ghi rõ năm và nội dung ở tiêu đề của từng cột.",
			"Put the year and the content into each column's heading.",
		},
		Explain: Text{
			"Khi hai cột đều có thể là kết quả thì không cột nào được dùng.",
			"Where two columns may be the results, neither is used.",
		},
		Example: Text{
			"«Thực hiện» đứng hai lần vì hai nhóm năm phía trên không gộp ô.",
			"“Thực hiện” twice because the years above are not merged over their columns.",
		},
	},
	{
		Code: "B242", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Bảng ghi số ước thực hiện («{heading}»), trong khi báo cáo dùng số thực hiện.",
			"The table has estimates (“{heading}”) while the report is of results.",
		},
		Fix: Text{
			"Hỏi đơn vị số thực hiện; hoặc trả lời câu hỏi này để tạm lấy số ước, báo cáo sẽ ghi «ước» ở số ấy. Nếu " +
				"cả báo cáo dùng số ước thì đặt estimate = true trong co-quan.toml.",
			"Ask the unit for its results; or answer this question to take the estimates for now, and the report will " +
				"mark them. If all of this report is of estimates, set estimate = true in co-quan.toml.",
		},
		SenderFix: Text{"Ghi số thực hiện, không ghi số ước.", "Give the figures achieved, not estimates."},
		Explain: Text{
			"Số ước không tự lẫn vào số thực hiện: cơ quan quyết định lấy thì số ấy được ghi là «ước» ở mọi nơi, và " +
				"số chính thức gửi sau sẽ thay nó.",
			"Estimates are not mixed with results unasked: what the office takes is marked as an estimate " +
				"everywhere, and gives way to the result once that comes.",
		},
		Example: Text{
			"bảng gửi đầu tháng 12 ghi «Ước thực hiện năm 2022».",
			"a table of early December headed “Ước thực hiện năm 2022”.",
		},
	},
	{
		Code: "B243", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Dòng tiêu đề của bảng ghi năm {found}, không phải năm {want}.",
			"The lines over the table name {found}, not {want}.",
		},
		Fix: Text{
			"Kiểm tra bảng là số liệu của năm nào; ghi rõ «Thực hiện năm {want}» ở tiêu đề cột nếu đúng.",
			"Find out which year the table is of; head the column “Thực hiện năm {want}” if it is this one.",
		},
		Explain: Text{
			"Cột số liệu không ghi năm, mà tiêu đề phía trên lại nói năm khác, nên không số nào được dùng.",
			"The column names no year and the title above names another, so nothing is used.",
		},
		Example: Text{"đơn vị gửi lại bảng của năm trước.", "a unit sent last year's table again."},
	},
	{
		Code: "B244", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Dòng «{label}» có giá trị {value} nhưng chưa rõ là nội dung nào; có thể là: {candidates}.",
			"The row “{label}” holds {value}; it may answer: {candidates}.",
		},
		Fix: Text{
			"Ghi nội dung của dòng đúng như trong biểu mẫu của đơn vị; nếu năm nào đơn vị cũng gửi bảng này " +
				"thì chỉ rõ dòng bằng [[layout]] trong co-quan.toml.",
			"Write the row's label as in the unit's form; where the unit sends this table every year, show the " +
				"row by a [[layout]] in co-quan.toml.",
		},
		SenderFix: Text{
			"Ghi nội dung của dòng đúng như trong biểu mẫu của đơn vị.",
			"Write the row's label as in the unit's form.",
		},
		Explain: Text{
			"Tên dòng gần giống nhưng chưa đủ chắc chắn, nên giá trị chưa được dùng và coi như chưa nhận được.",
			"The label is like, but not surely, one that is asked for; the value is not used and counts as not " +
				"received.",
		},
		Example: Text{
			"«Số hộ cận nghèo» không phải «Số hộ nghèo».",
			"households near poverty are not poor households.",
		},
	},
	{
		Code: "B245", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Dòng của «{label}» đang bị ẩn nên giá trị không được dùng.",
			"The row of “{label}” is hidden, so its value is not used.",
		},
		Fix: Text{
			"Hiện dòng (bỏ lọc hoặc bỏ ẩn), kiểm tra giá trị rồi gửi lại.",
			"Show the row (remove the filter), check its value and send it again.",
		},
		Explain: Text{
			"Dòng ẩn thường là dòng cũ hoặc bị lọc đi; người gửi không nhìn thấy nó khi kiểm tra.",
			"Hidden rows are often old ones or filtered away; the sender does not see them.",
		},
		Example: Text{"bảng đang lọc theo một phòng nên các dòng khác bị ẩn.", "a table filtered by one office."},
	},
	{
		Code: "B246", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Dòng «{label}» ghi tỷ lệ {value}, trong khi cần hai số để tính ra tỷ lệ: {counts}.",
			"The row “{label}” gives the rate {value}, where the two counts behind it are asked for: {counts}.",
		},
		Fix: Text{
			"Hỏi đơn vị hai con số đó và ghi thành hai dòng, hoặc điền biểu mẫu.",
			"Ask the unit for the two counts and write them in two rows, or use the form.",
		},
		SenderFix: Text{
			"Ghi hai con số đó thành hai dòng, hoặc điền biểu mẫu.",
			"Give those two numbers in two rows, or fill the form.",
		},
		Explain: Text{
			"Tỷ lệ của nhiều đơn vị không cộng và không lấy trung bình được; chương trình tính từ tử số và mẫu " +
				"số.",
			"Rates of several units can be neither added nor averaged; they are worked out from the counts.",
		},
		Example: Text{
			"phường ghi «Tỷ lệ gia đình văn hóa 94%» mà không ghi số hộ.",
			"a ward writes “gia đình văn hóa 94%” without the households.",
		},
	},
	{
		Code: "B247", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Tiêu đề của bảng là «{period}», không phải số liệu cả năm {want}; không số liệu nào trong bảng " +
				"được dùng.",
			"The table is titled “{period}”, which is not the whole of {want}; nothing in it counts.",
		},
		Fix: Text{
			"Yêu cầu đơn vị gửi số liệu cả năm; nếu cột đã là cả năm thì ghi năm vào tiêu đề của cột, ví dụ " +
				"«Thực hiện năm {want}».",
			"Ask for the figures of the whole year; if the column holds them, put the year into its heading, " +
				"such as “Thực hiện năm {want}”.",
		},
		SenderFix: Text{
			"Gửi số liệu cả năm; nếu cột đã là cả năm thì ghi năm vào tiêu đề của cột, ví dụ «Thực hiện năm " +
				"{want}».",
			"Send the figures of the whole year; if the column holds them, put the year into its heading, such " +
				"as “Thực hiện năm {want}”.",
		},
		Explain: Text{
			"Số liệu của một phần năm không so được với mục tiêu cả năm.",
			"Figures of a part of the year cannot be set against the year's target.",
		},
		Example: Text{
			"bảng «Kết quả 9 tháng đầu năm 2022» gửi lại vào tháng 12.",
			"a table “Kết quả 9 tháng đầu năm 2022” sent again in December.",
		},
	},
	{
		Code: "B248", Severity: Warning, Audience: Sender, SenderMends: true,
		What: Text{
			"Tệp ghi ngày {date}, ngoài thời gian báo cáo của năm {want}; số liệu có thể chưa đủ năm hoặc của " +
				"năm khác.",
			"The file is dated {date}, outside the time of reporting for {want}; its figures may be of a part " +
				"of the year or of another.",
		},
		Fix: Text{
			"Hỏi lại đơn vị; nếu chỉ ghi nhầm ngày thì sửa ngày trong tệp, hoặc ghi [[silence]] kèm lý do " +
				"trong nghi-quyet.toml.",
			"Ask the unit; if only the date is wrong, mend it, or accept it with a [[silence]] and its reason " +
				"in nghi-quyet.toml.",
		},
		SenderFix: Text{
			"Kiểm tra ngày ghi trong tệp, và số liệu có phải của cả năm {want} không.",
			"Check the date in the file, and that the figures are of the whole of {want}.",
		},
		Explain: Text{
			"Báo cáo năm thường ghi ngày từ tháng 11; tháng bắt đầu đặt ở first_month, mục [checks] của " +
				"co-quan.toml.",
			"A year's report is dated from November on; the month is first_month under [checks] in " +
				"co-quan.toml.",
		},
		Example: Text{
			"tệp ghi «Kiến An, ngày 20 tháng 6 năm 2022».",
			"a file dated “Kiến An, ngày 20 tháng 6 năm 2022”.",
		},
	},
	{
		Code: "B249", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Cột {column} của «{label}» đang bị ẩn nên giá trị không được dùng.",
			"Column {column}, with the value of “{label}”, is hidden; the value is not used.",
		},
		Fix: Text{
			"Hiện cột, kiểm tra giá trị rồi gửi lại.",
			"Show the column, check its value and send it again.",
		},
		Explain: Text{
			"Người gửi không nhìn thấy cột ẩn khi kiểm tra bảng, nên số trong đó có thể là số cũ hoặc số nháp.",
			"Who sends a table does not see its hidden columns; what stands there may be old or a draft.",
		},
		Example: Text{
			"bảng mỗi phường một cột, các cột của phường khác và cả cột của đơn vị đang bị ẩn.",
			"a table with a column for each ward, in which the sender's own is hidden.",
		},
	},
	{
		Code: "B250", Severity: Error, Audience: Sender,
		What: Text{
			"Cách đọc bảng đã ghi cho «{label}» không còn khớp: dòng «{row}» có {count} lần.",
			"The layout for “{label}” no longer fits: the row “{row}” is there {count} times.",
		},
		Fix: Text{
			"Sửa row (và under nếu tên dòng lặp lại) của [[layout]] trong co-quan.toml theo bảng mới của đơn " +
				"vị.",
			"Mend row (and under, where the label repeats) of the [[layout]] in co-quan.toml.",
		},
		Explain: Text{
			"Mỗi [[layout]] chỉ đúng một dòng của bảng; đơn vị đổi tên dòng hoặc thêm dòng trùng tên thì phải " +
				"chỉ lại.",
			"A [[layout]] shows exactly one row; where the unit renames it or repeats it, show it again.",
		},
		Example: Text{
			"dòng «Ước tính năm 2022» có ở hai khối, cần thêm under.",
			"“Ước tính năm 2022” in two blocks needs under.",
		},
	},
	{
		Code: "B251", Severity: Error, Audience: Sender,
		What: Text{
			"Cách đọc bảng đã ghi cho «{label}» không còn khớp: có {count} cột mang tiêu đề «{column}».",
			"The layout for “{label}” no longer fits: {count} columns are headed “{column}”.",
		},
		Fix: Text{
			"Sửa column của [[layout]] trong co-quan.toml, ghi đủ các tầng tiêu đề từ trên xuống; hoặc ghi " +
				"cell.",
			"Mend column of the [[layout]] in co-quan.toml, with all levels of the heading from top to bottom; " +
				"or give cell.",
		},
		Explain: Text{"Tiêu đề được ghép từ trên xuống dưới.", "Headings are joined from top to bottom."},
		Example: Text{
			"column = \"Năm 2022 Thực hiện\" khi «Thực hiện» đứng dưới cả «Năm 2021» và «Năm 2022».",
			"column = \"Năm 2022 Thực hiện\" where “Thực hiện” stands under two years.",
		},
	},
	{
		Code: "B252", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Ô dành cho «{label}» theo cách đọc bảng đã ghi đang để trống.",
			"The cell that the layout gives for “{label}” is blank.",
		},
		Fix: Text{
			"Hỏi đơn vị số liệu này; nếu bảng đã đổi thì sửa [[layout]] trong co-quan.toml.",
			"Ask the unit for the figure; if the table has changed, mend the [[layout]] in co-quan.toml.",
		},
		SenderFix: Text{
			"Ghi số liệu này vào đúng chỗ của bảng, hoặc điền biểu mẫu của đơn vị.",
			"Put the figure in its place in the table, or fill the unit's form.",
		},
		Explain: Text{
			"Bảng có đúng dòng và cột đã ghi nhưng ô không có số.",
			"Row and column are there, but nothing stands in the cell.",
		},
		Example: Text{
			"đơn vị gửi bảng khi chưa chốt số liệu tháng 12.",
			"the table was sent before December's figures were in.",
		},
	},
	{
		Code: "B253", Severity: Warning, Audience: Sender,
		What: Text{
			"Đã ghi cách đọc bảng của đơn vị ở sheet «{sheet}», nhưng tệp này chỉ có: {sheets}.",
			"The unit's table was described on the sheet “{sheet}”; this file has only {sheets}.",
		},
		Fix: Text{
			"Nếu đơn vị đã đổi tên sheet thì sửa sheet của [[layout]] trong co-quan.toml; nếu là tệp khác của " +
				"đơn vị thì không cần làm gì.",
			"If the unit renamed the sheet, mend sheet of the [[layout]] in co-quan.toml; if this is another " +
				"file of the unit, nothing need be done.",
		},
		Explain: Text{
			"Tên sheet được so không phân biệt hoa thường, dấu và khoảng trắng.",
			"Names of sheets are compared without regard to case, accents and spaces.",
		},
		Example: Text{
			"«46.thatnghiep» năm nay thành «47.thatnghiep».",
			"“46.thatnghiep” is “47.thatnghiep” this year.",
		},
	},
	{
		Code: "B254", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Sheet «{sheet}» đang bị ẩn nên giá trị của «{label}» không được dùng.",
			"The sheet “{sheet}” is hidden, so the value of “{label}” is not used.",
		},
		Fix: Text{
			"Hiện sheet, kiểm tra giá trị rồi gửi lại.",
			"Show the sheet, check its values and send it again.",
		},
		Explain: Text{
			"Sheet ẩn thường là bản cũ hoặc bản nháp; người gửi không nhìn thấy khi kiểm tra, kể cả khi " +
				"[[layout]] trong co-quan.toml chỉ đến sheet ấy.",
			"A hidden sheet is often an old one or a draft which the sender does not see, even where a " +
				"[[layout]] in co-quan.toml shows it.",
		},
		Example: Text{
			"sheet số liệu năm trước được ẩn đi thay vì xóa.",
			"last year's sheet was hidden, not deleted.",
		},
	},
	{
		Code: "B255", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"«{title}» là kế hoạch hoặc chỉ tiêu giao, không phải kết quả thực hiện năm {want}.",
			"“{title}” is of a plan or of assigned targets, not of the results of {want}.",
		},
		Fix: Text{
			"Hỏi đơn vị số thực hiện; nếu cột đã là số thực hiện thì ghi «Thực hiện năm {want}» ở tiêu đề " +
				"của cột.",
			"Ask the unit for its results; if the column holds them, head it “Thực hiện năm {want}”.",
		},
		SenderFix: Text{
			"Gửi số thực hiện; nếu cột đã là số thực hiện thì ghi «Thực hiện năm {want}» ở tiêu đề của cột.",
			"Send the results; if the column holds them, head it “Thực hiện năm {want}”.",
		},
		Explain: Text{
			"Tiêu đề của bảng, hoặc của cột, nói đến kế hoạch mà không nói đến kết quả, nên không số nào dưới " +
				"đó được dùng. «Kết quả thực hiện kế hoạch» là kết quả.",
			"The title of the table, or the heading of the column, speaks of a plan and not of results, so " +
				"nothing under it is used. “Kết quả thực hiện kế hoạch” is of results.",
		},
		Example: Text{
			"bảng «CHỈ TIÊU KẾ HOẠCH GIAO NĂM 2022» có mỗi phường một cột.",
			"“CHỈ TIÊU KẾ HOẠCH GIAO NĂM 2022” with a column for each ward.",
		},
	},
	{
		Code: "B976", Severity: Warning, Audience: Sender, SenderMends: true,
		What: Text{
			"Có {count} lời ghi cạnh số liệu hoặc quanh bảng mà chương trình chưa hiểu hết; các số vẫn được dùng: {said}.",
			"Remarks beside figures or near a table that were not fully understood: {count}; the figures count all the same: " +
				"{said}.",
		},
		Fix: Text{
			"Đọc các lời ghi ấy; lời nào cho thấy số chưa chắc chắn hoặc không phải kết quả được hỏi thì hỏi lại đơn vị và " +
				"ghi quyết định, còn lại không cần làm gì.",
			"Read them; where one shows that a figure is uncertain or is not the result that is asked for, ask the unit and " +
				"decide; nothing is to be done about the others.",
		},
		SenderFix: Text{
			"Xem lại các lời ghi ấy: lời nào nói về số liệu thì ghi cho rõ (số ước, số của năm nào, còn thiếu những gì), lời " +
				"nào không cần thì bỏ.",
			"Look at them again: say plainly what one of them says of a figure (an estimate, another year's, what is missing), " +
				"and take away those that are not needed.",
		},
		Explain: Text{
			"Lời ghi có ý khiến số không dùng được (số ước, của năm khác, còn thiếu …) thì chương trình đã hỏi riêng. Những lời " +
				"còn lại mà chương trình không nhận ra ý thì kể ra một lần cho mỗi sheet để người đọc tự xét.",
			"What a remark says against its figure (an estimate, another year, something missing) is asked about by itself. What " +
				"is left and was not recognised is told once for each sheet, for a person to judge.",
		},
		Example: Text{
			"ô ghi chú bên cạnh số 16: «anh Ba nói vậy».",
			"the remark beside 16: “so says Ba”.",
		},
	},
	{
		Code: "B975", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Cột «{heading}», nhưng «{title}» cho biết đây là {as}; số ấy chưa được dùng.",
			"The column is headed “{heading}”, but “{title}” says that these are {as}; they do not count yet.",
		},
		Fix: Text{
			"Hỏi đơn vị bên nào đúng; nếu đúng là số thực hiện năm {want} thì xác nhận ở câu hỏi này.",
			"Ask the unit which of the two is right; if these are the results of {want}, confirm them.",
		},
		SenderFix: Text{
			"Sửa dòng hoặc tên ấy cho khớp với cột, hoặc gửi số thực hiện năm {want}.",
			"Mend that line or name so that it agrees with the column, or send the results of {want}.",
		},
		Explain: Text{
			"Tiêu đề, dòng ghi chú, tên sheet, tên tệp, dòng in ở đầu trang hay chỗ ký nói về cả bảng. Khi nói khác với tiêu " +
				"đề cột mà bảng không có cột nào khác như thế, không rõ bên nào đúng.",
			"A title, a note, the name of the sheet or the file, a line printed on the pages or beside who signs speaks of " +
				"the whole table. Where it says otherwise than the heading, and no other column is what it speaks of, " +
				"nothing tells which is right.",
		},
		Example: Text{
			"cột «Thực hiện năm 2022» trong sheet «LK 2020-2022».",
			"a column “Thực hiện năm 2022” on a sheet “LK 2020-2022”.",
		},
	},
	{
		Code: "B980", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Cột «{column}» đứng cạnh cột «{later}» là năm chưa đến, nên có thể cũng là kế hoạch, chưa phải kết quả năm {want}; " +
				"số ấy chưa được dùng.",
			"The column “{column}” stands beside “{later}”, a year to come, so it may be of a plan too and not of the " +
				"results of {want}; it does not count yet.",
		},
		Fix: Text{
			"Hỏi đơn vị; nếu cột đã là số thực hiện thì ghi «Thực hiện năm {want}» ở tiêu đề của cột.",
			"Ask the unit; if the column holds results, head it “Thực hiện năm {want}”.",
		},
		SenderFix: Text{
			"Ghi rõ ở tiêu đề của từng cột: «Thực hiện năm {want}», «Kế hoạch năm ...».",
			"Say in the heading of each column what it is: “Thực hiện năm {want}”, “Kế hoạch năm ...”.",
		},
		Explain: Text{
			"Các cột chỉ ghi năm là cùng một loại số. Năm chưa đến không thể có kết quả, nên không gì cho biết cột của năm " +
				"báo cáo là kết quả.",
			"Columns headed by years alone are of one kind. A year to come has no results, so nothing says that the year " +
				"of the report has.",
		},
		Example: Text{
			"cột «Năm 2022» giữa «Năm 2021» và «Năm 2023».",
			"“Năm 2022” between “Năm 2021” and “Năm 2023”.",
		},
	},
	{
		Code: "B270", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Ô có số {found} cho «{label}» nhưng định dạng «{format}» không hiển thị gì, nên chưa được dùng.",
			"The cell holds {found} for “{label}” but its format “{format}” shows nothing; it is not used.",
		},
		Fix: Text{
			"Đổi định dạng của ô để số hiện ra, hoặc xóa số nếu không báo cáo.",
			"Change the cell's format so that the number shows, or delete it.",
		},
		Explain: Text{
			"Số liệu là những gì người gửi nhìn thấy. Định dạng như «;;;» làm ô trông như để trống.",
			"A figure is what its sender sees. A format such as “;;;” makes a cell look blank.",
		},
		Example: Text{"125 với định dạng «;;;».", "125 in the format “;;;”."},
	},
	{
		Code: "B271", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"«{found}» cho «{label}» là chữ ẩn hoặc trùng màu nền, người xem không thấy, nên chưa được dùng.",
			"“{found}” for “{label}” is hidden, or in the colour of its ground: nobody sees it; it is not used.",
		},
		Fix: Text{
			"Đổi màu chữ để số hiện ra, hoặc xóa số nếu không báo cáo.",
			"Change the colour so that the number shows, or delete it.",
		},
		Explain: Text{
			"Số liệu là những gì người gửi nhìn thấy. Chỉ hỏi khi màu chữ và màu nền rõ ràng là một.",
			"A figure is what its sender sees. It is asked about only where both colours are clearly one.",
		},
		Example: Text{"1.310 viết bằng chữ trắng trên nền trắng.", "1.310 written in white on white."},
	},
	{
		Code: "B272", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"«{found}» cho «{label}» đã bị gạch ngang nên chưa được dùng.",
			"“{found}” for “{label}” is crossed out and is not used.",
		},
		Fix: Text{
			"Bỏ gạch ngang nếu số vẫn đúng, hoặc ghi số đúng vào ô.",
			"Take the line away if the figure holds, or write the right one.",
		},
		Explain: Text{
			"Chữ gạch ngang thường là phần đã bỏ. Cả ô hoặc tên chỉ tiêu bị gạch thì phải hỏi lại.",
			"What is crossed out is usually withdrawn: a crossed-out cell or label has to be asked about.",
		},
		Example: Text{"ô ghi 1.310 với kiểu chữ gạch ngang.", "1.310 in a font that is crossed out."},
	},
	{
		Code: "B273", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Ô lưu {found} cho «{label}» nhưng hiển thị «{shown}», là một điều khác.",
			"The cell holds {found} for “{label}” but shows “{shown}”, which is another thing.",
		},
		Fix: Text{"Đổi định dạng của ô để thấy đúng số.", "Change the cell's format so that it shows the number."},
		Explain: Text{
			"Định dạng có thể giấu dấu âm hoặc thay con số bằng chữ; khi đó không biết số nào là số báo cáo.",
			"A format can hide a minus sign or put words in the number's place; then it is not known which is meant.",
		},
		Example: Text{"-5 với định dạng «0;0» hiển thị 5.", "-5 in the format “0;0” shows 5."},
	},
	{
		Code: "B274", Severity: Error, Audience: Sender, SenderMends: true,
		Values: []string{"numbers"},
		What: Text{
			"Ô cho «{label}» có phần gạch ngang «{struck}» và phần còn lại «{rest}».",
			"The cell for “{label}” has “{struck}” crossed out, and “{rest}” beside it.",
		},
		Fix: Text{
			"Chỉ để lại con số đúng trong ô.",
			"Leave only the right number in the cell.",
		},
		Explain: Text{
			"Một ô có số đã gạch bên số khác có thể còn đang được sửa, nên không dùng số nào.",
			"A crossed-out number beside another may be work in progress; neither is used.",
		},
		Example: Text{"118 bị gạch ngang, sau đó là 125.", "118 crossed out, then 125."},
	},
	{
		Code: "B275", Severity: Error, Audience: Sender, SenderMends: true,
		Values: []string{"numbers"},
		What: Text{
			"«{found}» cho «{label}» có phần viết nâng lên hoặc hạ xuống «{raised}» không phải là chú thích.",
			"“{found}” for “{label}” has a raised or lowered part “{raised}” that is no note's mark.",
		},
		Fix: Text{
			"Ghi con số bình thường, giải thích ở cột Ghi chú.",
			"Write the number plainly; explanations go to Ghi chú.",
		},
		Explain: Text{
			"Chữ số nâng lên được coi là dấu chú thích; phần khác có thể là số mũ hoặc một phần của con số. Cả ô nâng " +
				"lên hay hạ xuống thì có thể chỉ là dấu chú thích của ô khác.",
			"A raised digit is taken for a note's mark; anything else may be a power or part of the number. A cell raised " +
				"or lowered as a whole may be nothing but the mark of a note.",
		},
		Example: Text{"«1,2 × 10» với số 3 nâng lên.", "“1,2 × 10” with a raised 3."},
	},
	{
		Code: "B276", Severity: Error, Audience: Sender, SenderMends: true,
		Values: []string{"computed"},
		What: Text{
			"Công thức {formula} cho «{label}» lưu kết quả {found} nhưng các ô của nó cho {computed}.",
			"The formula {formula} for “{label}” keeps the result {found}, but its cells come to {computed}.",
		},
		Fix: Text{
			"Mở tệp, tính lại (Ctrl+Alt+F9), kiểm tra rồi lưu và gửi lại.",
			"Open the file, calculate again (Ctrl+Alt+F9), check, save and send it again.",
		},
		Explain: Text{
			"Tệp giữ kết quả lần tính cuối. Tệp do phần mềm khác tạo hoặc để tính thủ công có thể giữ kết quả cũ.",
			"A file keeps the last result. One made by another program, or calculated by hand, may keep an old one.",
		},
		Example: Text{"=SUM(E3:E5) lưu 0 trong khi ba ô là 2, 1, 1.", "=SUM(E3:E5) keeps 0 over 2, 1, 1."},
	},
	{
		Code: "B277", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Công thức {formula} cho «{label}» bỏ qua các dòng đang ẩn, nên {found} có thể không phải là tổng.",
			"The formula {formula} for “{label}” leaves out rows that are hidden: {found} may be no total.",
		},
		Fix: Text{"Bỏ lọc, hiện các dòng ẩn rồi lưu và gửi lại.", "Take the filter away, show the rows, and send again."},
		Explain: Text{
			"SUBTOTAL và AGGREGATE chỉ tính những dòng đang hiện khi có bộ lọc.",
			"SUBTOTAL and AGGREGATE count only the rows that a filter shows.",
		},
		Example: Text{"=SUBTOTAL(9;E3:E20) khi dòng 7 đang bị lọc.", "=SUBTOTAL(9,E3:E20) while row 7 is filtered out."},
	},
	{
		Code: "B278", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"«{label}» lấy {found} từ một tệp khác ({formula}), nên chưa được dùng.",
			"“{label}” takes {found} from another workbook ({formula}) and is not used.",
		},
		Fix: Text{
			"Kiểm tra số rồi dán thành giá trị (Paste Values), lưu và gửi lại.",
			"Check the number, paste it as a value and send the file again.",
		},
		Explain: Text{
			"Giá trị lấy từ tệp khác là của lần mở cuối, có thể là tệp năm trước.",
			"What is taken from another file is as old as the last look at it, and may be of last year's file.",
		},
		Example: Text{"=[1]BC2021!$E$5.", "=[1]BC2021!$E$5."},
	},
	{
		Code: "B279", Severity: Warning, Audience: Sender, SenderMends: true,
		What: Text{
			"Ô hiển thị {shown} nhưng lưu {found}; số {found} được dùng, và mốc {bound} nằm giữa hai số.",
			"The cell shows {shown} but holds {found}, which is used; {bound} lies between the two.",
		},
		Fix: Text{"Kiểm tra con số chính xác.", "Check the exact figure."},
		Explain: Text{
			"Số hiển thị đã làm tròn sẽ được đánh giá khác số thật. Chương trình đánh giá theo số thật.",
			"The rounded number on display would be judged otherwise. The exact one is judged.",
		},
		Example: Text{"79,96 hiển thị 80 với mục tiêu từ 80 trở lên.", "79,96 shown as 80 with a target of at least 80."},
	},
	{
		Code: "B280", Severity: Warning, Audience: Sender, SenderMends: true,
		What: Text{
			"Phần «{raised}» viết nâng lên hoặc hạ xuống được coi là dấu chú thích; số được đọc là {read}.",
			"The raised or lowered “{raised}” is taken for a note's mark; the number was read as {read}.",
		},
		Fix: Text{"Kiểm tra giá trị đã đọc.", "Check the value read."},
		Explain: Text{
			"Chữ số nâng lên sau một con số là dấu chú thích, không thuộc con số.",
			"A raised digit after a number marks a note and is no part of the number.",
		},
		Example: Text{"125 với số 1 nâng lên là 125, không phải 1.251.", "125 with a raised 1 is 125, not 1.251."},
	},
	{
		Code: "B281", Severity: Warning, Audience: Sender, SenderMends: true,
		What: Text{
			"Định dạng của ô chia {found} cho {factor}; số hiển thị {shown} được dùng.",
			"The cell's format divides {found} by {factor}; the number shown, {shown}, is used.",
		},
		Fix: Text{"Kiểm tra giá trị đã đọc và đơn vị tính.", "Check the value read and its unit."},
		Explain: Text{
			"Dấu phẩy cuối định dạng (#,##0,,) làm ô hiển thị số đã chia; người gửi nhìn thấy số ấy.",
			"Commas at the end of a format (#,##0,,) show the number divided; that is what the sender sees.",
		},
		Example: Text{
			"10.500.000.000 hiển thị 10.500 bên cạnh «triệu đồng».",
			"10.500.000.000 shown as 10.500 beside “triệu đồng”.",
		},
	},
	{
		Code: "B282", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Tệp để tính thủ công hoặc chưa tính lại, nên kết quả {found} của {formula} cho «{label}» có thể đã cũ.",
			"The file is calculated by hand or not yet: the result {found} of {formula} for “{label}” may be old.",
		},
		Fix: Text{
			"Mở tệp, tính lại (Ctrl+Alt+F9), kiểm tra rồi lưu và gửi lại.",
			"Open the file, calculate again (Ctrl+Alt+F9), check, save and send it again.",
		},
		Explain: Text{
			"Công thức đơn giản được tính lại để so; công thức này không so được, mà tệp báo kết quả có thể chưa mới.",
			"Simple formulas are worked out and compared; this one cannot be, and the file says its result may be old.",
		},
		Example: Text{"=VLOOKUP(...) trong tệp để tính thủ công.", "=VLOOKUP(...) in a file calculated by hand."},
	},
	{
		Code: "B283", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Ô của «{label}» dùng {formula}, mỗi lần mở tệp có thể ra số khác; lần này là {found}.",
			"The cell of “{label}” is {formula}, which may give another number each time the file is opened; now {found}.",
		},
		Fix: Text{
			"Hỏi đơn vị con số chốt, rồi ghi số ấy thay cho công thức.",
			"Ask the unit for the final number, and write it in place of the formula.",
		},
		SenderFix: Text{"Ghi con số đã chốt thay cho công thức.", "Write the final number in place of the formula."},
		Explain: Text{
			"TODAY, NOW và RAND tính lại mỗi lần mở tệp, nên số trong báo cáo sẽ không khớp với tệp nữa.",
			"TODAY, NOW and RAND are calculated anew whenever the file is opened: the report would no longer agree with it.",
		},
		Example: Text{"=INT((TODAY()-44562)/7)", "=INT((TODAY()-44562)/7)"},
	},
	{
		Code: "B329", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Định dạng có điều kiện của ô có thể giấu hoặc đổi «{found}» của «{label}», nên chưa được dùng.",
			"A rule of conditional formatting may hide or change “{found}” for “{label}”; it is not used.",
		},
		Fix: Text{
			"Mở tệp xem ô hiển thị gì; bỏ định dạng có điều kiện (Clear Rules) rồi gửi lại.",
			"Look at what the cell shows, clear its rules and send the file again.",
		},
		Explain: Text{
			"Số liệu là những gì người gửi nhìn thấy. Điều kiện đơn giản được tính lại; điều kiện này thì không tính được.",
			"A figure is what its sender sees. Simple conditions are worked out; this one cannot be.",
		},
		Example: Text{
			"chữ trắng khi giá trị trùng với một ô khác trong cột.",
			"white letters for values that stand twice in the column.",
		},
	},
	{
		Code: "B330", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Sheet đặt không hiện số 0 nên số 0 của «{label}» trông như ô để trống và chưa được dùng.",
			"The sheet does not show zeros: the 0 for “{label}” looks like a blank cell and is not used.",
		},
		Fix: Text{
			"Cho hiện số 0 (File > Options > Advanced), hoặc xóa số 0 nếu chưa có số, rồi gửi lại.",
			"Have zeros shown (File > Options > Advanced), or delete the 0 if nothing is known yet, and send again.",
		},
		Explain: Text{
			"Khi tắt «Show a zero in cells that have zero value», người gửi thấy ô trống, không thấy số 0.",
			"Without “Show a zero in cells that have zero value” the sender sees a blank cell, not a zero.",
		},
		Example: Text{"công thức cho 0 trong sheet đã tắt hiện số 0.", "a formula that gives 0 in a sheet that hides zeros."},
	},
	{
		Code: "B331", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Ô cho «{label}» có phần «{unseen}» không nhìn thấy (trùng màu nền hoặc chữ ẩn) bên cạnh «{rest}».",
			"The cell for “{label}” has “{unseen}” in it that nobody sees, beside “{rest}”.",
		},
		Fix: Text{
			"Chỉ để lại con số đúng trong ô.",
			"Leave only the right number in the cell.",
		},
		Explain: Text{
			"Chữ số bị che trong ô có thể là một phần của con số hoặc là số cũ, nên không dùng số nào.",
			"Digits that are not seen may be part of the number, or an old one; nothing is used.",
		},
		Example: Text{"125 màu đen rồi đến 0 màu trắng.", "a black 125 and then a white 0."},
	},
	{
		Code: "B256", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Ô gộp {range} (giá trị {value}) nằm ngang nhiều dòng nội dung, nên chưa rõ là số của dòng nào.",
			"The merged cell {range} (value {value}) spans the rows of several labels; whose figure it is, is not clear.",
		},
		Fix: Text{
			"Hỏi đơn vị số của từng dòng; bỏ gộp ô và ghi mỗi dòng một số.",
			"Ask the unit for the figure of each row; unmerge the cell and write one figure in each row.",
		},
		SenderFix: Text{
			"Bỏ gộp ô và ghi mỗi dòng một số.",
			"Unmerge the cell and write one figure in each row.",
		},
		Explain: Text{
			"Một ô gộp qua nhiều dòng có thể là số của dòng đầu, của cả nhóm hay của mọi dòng, nên không dòng " +
				"nào được dùng số ấy.",
			"A cell merged over several rows may hold the figure of the first, of all together, or of each; so it " +
				"is used for none.",
		},
		Example: Text{
			"một ô 95 gộp bên cạnh hai dòng «Số hộ nghèo» và «Số hộ cận nghèo».",
			"one cell with 95 merged beside “Số hộ nghèo” and “Số hộ cận nghèo”.",
		},
	},
	{
		Code: "B257", Severity: Error, Audience: Sender, SenderMends: true,
		Values: []string{"numbers"},
		What: Text{
			"«{label}» ghi {value}, nhưng ghi chú nói: «{remark}».",
			"“{label}” holds {value}, but a remark says: “{remark}”.",
		},
		Fix: Text{
			"Hỏi đơn vị số đúng; khi số đã chắc chắn thì bỏ lời ghi chú ấy.",
			"Ask the unit for the right figure; once it stands, take the remark away.",
		},
		SenderFix: Text{
			"Ghi số đúng; khi số đã chắc chắn thì bỏ lời ghi chú ấy.",
			"Write the right figure; once it stands, take the remark away.",
		},
		Explain: Text{
			"Lời ghi chú nói số này chưa phải số cuối cùng, là số của năm khác, hoặc có số khác mới đúng; vì vậy " +
				"số chưa được dùng.",
			"The remark says that the figure is not final, is another year's, or that another one is right; so it " +
				"is not used.",
		},
		Example: Text{
			"cột Ghi chú ghi «Đính chính: số đúng là 1.903».",
			"the remarks say “Đính chính: số đúng là 1.903”.",
		},
	},
	{
		Code: "B258", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"«{label}» là {found} theo công thức {formula}, tính từ ô {cell} ở cột «{heading}», nên chưa được dùng.",
			"“{label}” is {found} by the formula {formula}, computed from {cell} in the column “{heading}”, and is not " +
				"used.",
		},
		Fix: Text{
			"Ghi con số thực hiện đã đếm được thay cho công thức rồi gửi lại; nếu công thức đúng, dán kết quả thành " +
				"giá trị (Paste Values).",
			"Write the figure that was counted in place of the formula and send the file again; if the formula is " +
				"right, paste its result as a value.",
		},
		Explain: Text{
			"Kết quả tính từ kế hoạch hoặc từ số năm trước của cùng dòng thường là số dự kiến hoặc số cộng dồn nhiều " +
				"năm, không phải số thực hiện trong năm.",
			"A result computed from the plan or from last year's figure of its row is mostly an expectation, or the sum " +
				"of several years.",
		},
		Example: Text{"Cột «Năm 2022» ghi =D4*1,05, D4 là số năm 2021.", "“2022” holds =D4*1.05; D4 is of 2021."},
	},
	{
		Code: "B259", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"«{title}» là ví dụ, hướng dẫn hoặc bản nháp; số liệu ở đó không được dùng.",
			"“{title}” is an example, a guide or a draft; its figures are not used.",
		},
		Fix: Text{
			"Hỏi đơn vị số liệu thật; nếu đã là số liệu thật thì sửa tiêu đề hoặc tên sheet.",
			"Ask the unit for its figures; if these are they, mend the title or the sheet's name.",
		},
		SenderFix: Text{
			"Gửi số liệu thật; nếu đã là số liệu thật thì sửa tiêu đề hoặc tên sheet.",
			"Send the real figures; if these are they, mend the title or the sheet's name.",
		},
		Explain: Text{
			"Số trong ví dụ chỉ để minh họa cách điền. Có bảng khác trong tệp thì bảng ấy được dùng, không hỏi lại.",
			"An example only shows how to fill a table in. Where the file has another table, that one is used and " +
				"nothing is asked.",
		},
		Example: Text{
			"sheet «Ví dụ» đứng trước sheet số liệu.",
			"a sheet “Ví dụ” before that of the figures.",
		},
	},
	{
		Code: "B263", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"«{label}» đứng dưới «{title}», nên có thể chỉ là một phần, hoặc là số của đối tượng hay cấp khác; số ấy " +
				"chưa được dùng.",
			"“{label}” stands under “{title}”, so it may be a part only, or of other people or another level; it does " +
				"not count yet.",
		},
		Fix: Text{
			"Hỏi đơn vị số ấy tính cho ai; nếu đúng là số cần báo cáo thì xác nhận.",
			"Ask the unit whom the figure counts; confirm it if it is the one asked for.",
		},
		SenderFix: Text{
			"Ghi số của toàn đơn vị ở một dòng riêng, không đứng dưới đề mục ấy.",
			"Write the figure of the whole unit in a row of its own, not under that title.",
		},
		Explain: Text{
			"Đề mục hoặc nhãn của dòng nói rõ số được tính cho ai: «Hộ tạm trú», «Ngoài địa bàn», «Ngân sách phường» " +
				"không phải là toàn bộ. Đề mục chỉ nêu lĩnh vực («Kinh tế», «Văn hóa - xã hội») thì không hỏi.",
			"A title or label may say whom the figure counts: temporary residents, those outside, a ward's budget. A " +
				"title that only names a field of work is not asked about.",
		},
		Example: Text{
			"dòng «Tổng số hộ gia đình» nằm dưới đề mục «II. Hộ tạm trú».",
			"a row “Tổng số hộ gia đình” under the title “II. Hộ tạm trú”.",
		},
	},
	{
		Code: "B287", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Tên sheet hoặc tên tệp «{name}» nêu một đối tượng hay một nơi, nên «{label}» có thể chỉ là số của đối " +
				"tượng hay nơi ấy; số ấy chưa được dùng.",
			"The sheet or the file is called “{name}”, after some people or a place, so “{label}” may be theirs alone; " +
				"it does not count yet.",
		},
		Fix: Text{
			"Hỏi đơn vị số ấy tính cho ai; nếu đúng là số cần báo cáo thì xác nhận.",
			"Ask the unit whom the figure counts; confirm it if it is the one asked for.",
		},
		SenderFix: Text{
			"Gửi số của toàn đơn vị, trong sheet và tệp có tên không gây nhầm.",
			"Send the figure of the whole unit, in a sheet and a file whose names say nothing else.",
		},
		Explain: Text{
			"Khi tiêu đề bảng không nói số liệu tính cho ai, tên sheet và tên tệp là dấu hiệu duy nhất: «Hộ cận nghèo», " +
				"«Khối mầm non», «Nữ» chỉ là một phần.",
			"Where the titles do not say whom the figures count, the names of sheet and file are all there is: the nearly " +
				"poor, kindergartens, women are a part only.",
		},
		Example: Text{
			"dòng «Tổng số hộ gia đình» trong tệp «ho can ngheo.xlsx».",
			"a row “Tổng số hộ gia đình” in the file “ho can ngheo.xlsx”.",
		},
	},
	{
		Code: "B288", Severity: Error, Audience: Sender, SenderMends: true,
		Values: []string{"value", "product"},
		What: Text{
			"Tiêu đề, tên cột hoặc ghi chú nói «{found}», nên «{label}» có thể là {value} hoặc {product} {unit}; số ấy chưa được " +
				"dùng.",
			"A title, heading or remark says “{found}”, so “{label}” may be {value} or {product} {unit}; it does not count yet.",
		},
		Fix: Text{
			"Hỏi đơn vị số đầy đủ, rồi chọn một trong hai số.",
			"Ask the unit for the full figure, then choose one of the two.",
		},
		SenderFix: Text{
			"Ghi số đầy đủ, không nhân, không chia, và bỏ «{found}».",
			"Write the full figure, neither multiplied nor divided, and leave “{found}” out.",
		},
		Explain: Text{
			"«(x10)», «(:10)», «(trăm)», «(10 hộ)» cho biết số trong bảng đã được chia bớt, nhưng cũng có thể là chữ còn " +
				"sót từ biểu khác hay số thứ tự. Đơn vị tính ghi đủ («nghìn hộ») thì được đổi, không hỏi.",
			"“(x10)”, “(:10)”, “(trăm)”, “(10 hộ)” tell that the figures were divided, but may as well be left from " +
				"another table. A unit written in full (thousands of households) is converted without asking.",
		},
		Example: Text{
			"«Thực hiện năm 2022 (x10)» trên dòng «Số lượt lao động được giải quyết việc làm».",
			"“Thực hiện năm 2022 (x10)” over a row of jobs found.",
		},
	},
	{
		Code: "B289", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Dòng số {number} có số liệu ({value}) mà không có tên chỉ tiêu; có thể các tên bị lệch một dòng so với số " +
				"liệu. Không số nào của bảng được dùng.",
			"Row number {number} has a figure ({value}) and no label; the labels may have slipped by a row. No figure " +
				"of the table is used.",
		},
		Fix: Text{
			"Xem lại cột tên chỉ tiêu; nếu các số đứng đúng dòng của mình thì xác nhận.",
			"Look at the column of labels; confirm the figures if they stand in their own rows.",
		},
		SenderFix: Text{
			"Đưa từng tên chỉ tiêu về đúng dòng, hoặc ghi tên cho dòng còn thiếu.",
			"Put each label in its row, or write the one that is missing.",
		},
		Explain: Text{
			"Khi chèn hoặc xóa một ô trong cột tên, các tên bên dưới trượt đi một dòng và mỗi tên đứng cạnh số của tên " +
				"khác.",
			"When a cell of the labels' column is inserted or deleted, the labels below slip by a row, each beside " +
				"another's figure.",
		},
		Example: Text{
			"dòng 2 có số 1.893 mà ô tên để trống, dòng 3 ghi tên của dòng 2.",
			"row 2 has 1,893 and no label, row 3 the label of row 2.",
		},
	},
	{
		Code: "B293", Severity: Warning, Audience: Sender, SenderMends: true,
		What: Text{
			"Ô «Ngày báo cáo» ghi «{found}», không phải một ngày; tệp được coi là không ghi ngày.",
			"The cell of the day says “{found}”, which is no day; the file counts as undated.",
		},
		Fix: Text{"Ghi ngày lập báo cáo, dạng 15/12/2022.", "Write the day of the report, like 15/12/2022."},
		Explain: Text{
			"Ngày cho biết bản nào gửi sau khi một đơn vị gửi nhiều lần.",
			"The day tells which of several returns of a unit came later.",
		},
		Example: Text{"«32/13/2022».", "“32/13/2022”."},
	},
	{
		Code: "B294", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Tiêu đề của biểu mẫu đã sửa thành năm {found}, trong khi biểu mẫu là của năm {want}; không số liệu nào trong " +
				"tệp được dùng.",
			"The title of the form was changed to {found}, while it is the form for {want}; nothing in the file counts.",
		},
		Fix: Text{
			"Hỏi đơn vị đã điền số liệu của năm nào; nếu đúng là năm {want} thì trả lời câu hỏi này.",
			"Ask the unit of which year its figures are; where they are of {want}, answer this question.",
		},
		SenderFix: Text{
			"Kiểm tra số liệu có phải của năm {want} không, sửa lại tiêu đề rồi gửi.",
			"See that the figures are of {want}, mend the title and send the form again.",
		},
		Explain: Text{
			"Tiêu đề và mã ẩn của một biểu mẫu phải nói cùng một năm.",
			"The title of a form and its hidden marking have to say the same year.",
		},
		Example: Text{
			"đơn vị mượn biểu mẫu năm 2022 để ghi lại số liệu năm 2021.",
			"a unit used the form for 2022 to write down the figures of 2021.",
		},
	},
	{
		Code: "B295", Severity: Error, Audience: Sender, SenderMends: true,
		Values: []string{"value"},
		What: Text{
			"Ô này có con số {value}, còn ô giá trị của «{label}» cùng dòng để trống; chưa rõ đó có phải số liệu không.",
			"The cell holds {value}, and the answer to “{label}” in its row is blank; it may be the figure or not.",
		},
		Fix: Text{
			"Chuyển con số sang ô giá trị nếu đó là số liệu; nếu không thì điền ô giá trị.",
			"Move the number to the cell of the answer if it is the figure; if not, fill that cell.",
		},
		Explain: Text{
			"Chỉ ô giá trị được đọc là số liệu; số gõ nhầm ô được hỏi lại, không đoán.",
			"Only the cell of the answer is read as a figure; one typed beside it is asked about and not guessed.",
		},
		Example: Text{"341 ở cột «Ghi chú», ô «Giá trị» để trống.", "341 among the remarks, and no value."},
	},
	{
		Code: "B296", Severity: Error, Audience: Sender, SenderMends: true,
		Values: []string{"number"},
		What: Text{
			"Ô ghi «{found}», có chữ lẫn trong các chữ số; «{label}» có thể là {number}.",
			"The cell says “{found}”, with a letter among its digits; “{label}” may be {number}.",
		},
		Fix:     Text{"Gõ lại con số.", "Type the number again."},
		Explain: Text{"Chữ O và số 0, chữ l và số 1 trông giống nhau.", "The letter O looks like 0, the letter l like 1."},
		Example: Text{"«34O» thay cho 340.", "“34O” for 340."},
	},
	{
		Code: "B298", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"«{label}» không có trong tệp; ở dòng «{row}» có cột {columns}, chưa rõ có phải số ấy không nên chưa được " +
				"dùng.",
			"The file does not have “{label}”; the row “{row}” has the column {columns}, which may be it or not, and is " +
				"not used.",
		},
		Fix: Text{
			"Hỏi đơn vị số ở cột ấy có đúng là số được giao không rồi chọn.",
			"Ask the unit whether that is the figure it was given, and choose.",
		},
		SenderFix: Text{
			"Ghi «{label}» thành một dòng riêng, hoặc đặt tên cột ấy là «{label}».",
			"Write “{label}” in a row of its own, or head that column “{label}”.",
		},
		Explain: Text{
			"Cột kế hoạch có thể là số cấp trên giao, số Hội đồng nhân dân giao hay số đơn vị tự đặt ra; so với số nào thì " +
				"tỷ lệ hoàn thành khác đi.",
			"A column of plans may hold what a higher level gave, what the council gave, or what the unit set itself; " +
				"each makes another percentage.",
		},
		Example: Text{
			"chỉ tiêu hỏi «Dự toán tỉnh giao», bảng có cột «Kế hoạch năm 2022».",
			"“Dự toán tỉnh giao” is asked for, and the table has a column “Kế hoạch năm 2022”.",
		},
	},
	{
		Code: "B297", Severity: Error, Audience: Sender, SenderMends: true,
		Values: []string{"number", "other"},
		What: Text{
			"«{label}» ghi {other} {unit}, có ba chữ số thập phân, trong khi các số khác cùng đơn vị tính trong biểu mẫu " +
				"đều là số nguyên; có thể là {number}, gõ dấu chấm phần nghìn trên máy dùng kiểu số tiếng Anh.",
			"“{label}” is {other} {unit}, with three decimals, while the form's other figures in this unit are whole; it " +
				"may be {number}, typed with a point between thousands on a machine that takes it for a decimal one.",
		},
		Fix: Text{"Hỏi đơn vị con số đúng rồi chọn.", "Ask the unit for the right figure and choose."},
		SenderFix: Text{
			"Gõ lại con số liền nhau, không có dấu ngăn phần nghìn; nếu đúng là số lẻ thì ghi lý do vào cột «Ghi chú».",
			"Type the number without separators; where it has decimals indeed, say why in the column “Ghi chú”.",
		},
		Explain: Text{
			"Cùng một lần gõ 673.706, máy đặt kiểu số Việt Nam hiểu là sáu trăm bảy mươi ba nghìn, máy kiểu Anh hiểu là " +
				"673,706.",
			"What is typed as 673.706 is six hundred and seventy-three thousand on a Vietnamese machine, and 673,706 on " +
				"an English one.",
		},
		Example: Text{"673,706 triệu đồng bên các dòng 12.604.850 và 140.230 triệu đồng.",
			"673,706 million beside rows of 12.604.850 and 140.230 million."},
	},
	{
		Code: "B290", Severity: Error, Audience: Sender, SenderMends: true,
		Values: []string{"value", "sum"},
		What: Text{
			"Số tổng của «{label}» là {value} {unit}, nhưng cộng {count} {kind} của bảng được {sum}; số ấy chưa được " +
				"dùng.",
			"The total of “{label}” is {value} {unit}, but the {count} {kind} of the table come to {sum}; it does not count " +
				"yet.",
		},
		Fix: Text{
			"Hỏi đơn vị số nào đúng: số tổng, hay số của một {kind}; rồi chọn.",
			"Ask the unit which is right, the total or the {kind}, and choose.",
		},
		SenderFix: Text{
			"Kiểm tra từng {kind} rồi sửa cho số tổng bằng số cộng.",
			"Look at the {kind} and mend them or the total, so that it is their sum.",
		},
		Explain: Text{
			"Thường do gõ đảo chữ số, do một dòng được sửa sau mà số tổng gõ tay thì không, hoặc công thức cộng sót. Chênh " +
				"lệch do làm tròn thì không hỏi; bảng ghi «Trong đó» chỉ liệt kê một phần thì chỉ hỏi khi phần lớn hơn tổng.",
			"Usually two digits changed places, a row was mended later, or a formula leaves one out. What " +
				"rounding makes is not asked about; of a list that is a part (“Trong đó”) only a sum above the total is.",
		},
		Example: Text{
			"ba phường 6.000, 7.000, 8.000 mà dòng «Tổng cộng» ghi 25.000.",
			"three wards of 6,000, 7,000 and 8,000 over a total of 25,000.",
		},
	},
	{
		Code: "B291", Severity: Error, Audience: Sender, SenderMends: true,
		Values: []string{"value", "sum"},
		What: Text{
			"Số cả năm của «{label}» ({value} {unit}) không gồm cột «{column}» ({left}); cộng đủ các cột được {sum}. " +
				"Số ấy chưa được dùng.",
			"The year's figure of “{label}” ({value} {unit}) leaves out the column “{column}” ({left}); all columns come to " +
				"{sum}. It does not count yet.",
		},
		Fix: Text{
			"Hỏi đơn vị rồi chọn một trong hai số.",
			"Ask the unit and choose one of the two.",
		},
		SenderFix: Text{
			"Sửa công thức hoặc số ở cột cả năm cho đủ các cột.",
			"Mend the formula or the figure of the year, so that it takes all columns.",
		},
		Explain: Text{
			"Công thức cộng ba trong bốn quý, hay mười một trong mười hai tháng, là lỗi thường gặp khi chèn cột hoặc khi " +
				"số quý cuối được điền sau.",
			"A formula that adds three of four quarters, or eleven of twelve months, is usual where a column was inserted or " +
				"the last one filled in later.",
		},
		Example: Text{
			"các quý 73, 101, 86, 92 mà cột «Cả năm» là =SUM(C4:E4), được 260.",
			"quarters of 73, 101, 86 and 92, and a year of =SUM(C4:E4), 260.",
		},
	},
	{
		Code: "B267", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"«{label}» là {value} {unit}, nhưng «{other}» (ô {cell}) ghi «{said}», {means}; con số chưa được dùng.",
			"“{label}” is {value} {unit}, but “{other}” (cell {cell}) says “{said}”, {means}; it is not used yet.",
		},
		Fix: Text{
			"Hỏi đơn vị: con số hay ô so sánh sai; rồi chọn.",
			"Ask the unit whether the figure or the cell beside it is wrong, and choose.",
		},
		SenderFix: Text{
			"Kiểm tra con số và ô so sánh rồi sửa ô sai.",
			"Look at the figure and the cell that it is set beside, and mend the wrong one.",
		},
		Explain: Text{
			"Cột TH/KH, tăng giảm, chênh lệch, tỷ trọng, đánh giá và dòng tỷ lệ cho biết con số phải là bao nhiêu. Con số " +
				"không khớp dù làm tròn cách nào thì thường là gõ đảo chữ số, hoặc sửa số mà quên sửa cột bên cạnh. Cột có " +
				"tiêu đề lạ thì không được dùng để đối chiếu.",
			"Columns of what was planned or grew, of differences, shares and verdicts, and rows of rates tell what a figure " +
				"has to be. One that cannot agree, however it is rounded, often has two digits exchanged, or was mended " +
				"without the cell beside it. A column of a heading that is not known is no measure.",
		},
		Example: Text{
			"kế hoạch 340, thực hiện 325, mà cột «TH/KH (%)» ghi 103,5.",
			"a plan of 340, a result of 325, and “TH/KH (%)” says 103.5.",
		},
	},
	{
		Code: "B268", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"«{label}» là {value} {unit}, nhưng tính theo bảng ({parts}) thì được {sum}; con số chưa được dùng.",
			"“{label}” is {value} {unit}, but by the table ({parts}) it comes to {sum}; it is not used yet.",
		},
		Fix: Text{
			"Hỏi đơn vị: con số hay một trong các số kia sai; rồi chọn.",
			"Ask the unit whether the figure or one of the others is wrong, and choose.",
		},
		SenderFix: Text{
			"Kiểm tra con số và các số cộng nên nó rồi sửa cho khớp.",
			"Look at the figure and at those that it is made of, and mend them so that they agree.",
		},
		Explain: Text{
			"Các loại cộng lại phải bằng tổng, phần «Trong đó» không lớn hơn tổng, đạt cộng không đạt bằng tổng, đầu kỳ cộng " +
				"tăng trừ giảm bằng cuối kỳ. «Trong đó» cộng lại nhỏ hơn tổng thì không hỏi.",
			"Kinds come to their total, a part of it to no more, those that did and those that did not to all, and what there " +
				"was with what came and went to what there is. Parts that come to less are not asked about.",
		},
		Example: Text{
			"3 trường đạt chuẩn, dưới đó mầm non 1, tiểu học 1, THCS 0.",
			"3 schools, and below them 1, 1 and 0 of the three kinds.",
		},
	},
	{
		Code: "B269", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Số tổng của «{label}» ({value} {unit}) cộng một danh sách chưa có số của {missing}; số ấy chưa được dùng.",
			"The total of “{label}” ({value} {unit}) is of a list without a figure of {missing}; it is not used yet.",
		},
		Fix: Text{
			"Hỏi đơn vị; nếu nơi ấy không phát sinh thì giữ con số.",
			"Ask the unit; keep the figure if there is nothing to count there.",
		},
		SenderFix: Text{
			"Điền số còn thiếu, hoặc ghi 0 nếu không phát sinh.",
			"Fill in what is missing, or write 0 if there is nothing to count.",
		},
		Explain: Text{
			"Danh sách có gần đủ các đơn vị mà thiếu một, hoặc để trống một ô trong cột, thì số tổng có thể thiếu theo.",
			"Where a list has nearly all places and lacks one, or leaves a cell of the column blank, its total may lack it.",
		},
		Example: Text{
			"bảng có 9 trong 10 phường mà số tổng được ghi cho toàn quận.",
			"a table of 9 of 10 wards whose total is given for the district.",
		},
	},
	{
		Code: "B992", Severity: Error, Audience: Sender, SenderMends: true,
		Values: []string{"left"},
		What: Text{
			"Số tổng của «{label}» ({value} {unit}) cộng cả dòng bị ẩn hoặc gạch bỏ: {rows}; không tính các dòng ấy thì được " +
				"{left}. Con số chưa được dùng.",
			"The total of “{label}” ({value} {unit}) adds up rows that are hidden or crossed out: {rows}; without them it is " +
				"{left}. It is not used yet.",
		},
		Fix: Text{
			"Hỏi đơn vị các dòng ấy còn tính không rồi chọn.",
			"Ask the unit whether those rows count, and choose.",
		},
		SenderFix: Text{
			"Xóa dòng không tính nữa và cộng lại, hoặc bỏ ẩn, bỏ gạch dòng còn tính.",
			"Delete the rows that no longer count and add up again, or show those that do.",
		},
		Explain: Text{
			"Người nhận không thấy dòng bị ẩn, và dòng gạch bỏ là dòng không tính nữa, trong khi số tổng vẫn gồm chúng.",
			"Who reads the sheet does not see a hidden row, and one that is crossed out counts no more; the total has both.",
		},
		Example: Text{
			"tổ 3 bị gạch nhưng dòng «Tổng cộng» vẫn gồm tổ 3.",
			"place 3 is crossed out, and the row of the total still has it.",
		},
	},
	{
		Code: "B993", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"«{label}» ghi {value} {unit}, nhưng danh sách bên dưới có {count} tên; con số chưa được dùng.",
			"“{label}” is {value} {unit}, but {count} names are listed below it; it is not used yet.",
		},
		Fix: Text{
			"Hỏi đơn vị con số hay danh sách là đúng rồi chọn.",
			"Ask the unit which of the two is right, and choose.",
		},
		SenderFix: Text{
			"Sửa con số hoặc ghi đủ danh sách.",
			"Mend the figure, or complete the list.",
		},
		Explain: Text{
			"Dưới con số là danh sách tên của những gì được đếm; số tên khác con số thì một trong hai chưa đúng.",
			"Names of what is counted stand below the figure; where there are more or fewer of them, one of the two is wrong.",
		},
		Example: Text{
			"ghi 2 trường mà bên dưới kể tên 3 trường.",
			"2 schools, and 3 of them named below.",
		},
	},
	{
		Code: "B994", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Dòng «{row}» ghi {value} ở cột «{heading}», có thể là «{label}», nhưng chưa chắc nên chưa được dùng.",
			"The row “{row}” says {value} in the column “{heading}”; it may be “{label}”, which is not sure, so it is not used.",
		},
		Fix: Text{
			"Hỏi đơn vị; nếu đúng thì dùng con số ấy.",
			"Ask the unit; use the figure if it is the one.",
		},
		SenderFix: Text{
			"Ghi «{label}» ở một dòng riêng.",
			"Write “{label}” in a row of its own.",
		},
		Explain: Text{
			"Bảng có cột tổng số bên cạnh cột số đạt; con số ở cột tổng số được giữ lại để hỏi, không tự lấy.",
			"The table has a column of the whole beside that of the part; its figure is asked about, not taken.",
		},
		Example: Text{
			"dòng «Tổ dân phố văn hóa»: «Tổng số» 13, «Số đạt» 12.",
			"13 in all and 12 recognised in one row.",
		},
	},
	{
		Code: "B285", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Dưới «{label}» ({value} {unit}) có dòng «{other}» ghi {said}: con số ở dòng trên có thể không phải là kết quả cuối " +
				"cùng; con số chưa được dùng.",
			"Below “{label}” ({value} {unit}) a row “{other}” says {said}: the figure above may not be the final result; it is " +
				"not used yet.",
		},
		Fix: Text{
			"Hỏi đơn vị con số cần báo cáo rồi chọn.",
			"Ask the unit which figure is to be reported, and choose.",
		},
		SenderFix: Text{
			"Ghi ở dòng trên con số cần báo cáo; phần trừ ra, chưa xác nhận hoặc của năm trước ghi ở «Ghi chú».",
			"Write the figure to be reported in the row above, and the rest of it in “Ghi chú”.",
		},
		Explain: Text{
			"Dòng con «Trừ», «Chưa được xác nhận», «Từ năm trước», «Đã thực hiện» cho thấy số ở dòng trên tính cả phần không " +
				"thuộc kết quả, hoặc là số kế hoạch.",
			"Rows such as “Trừ”, “Chưa được xác nhận”, “Từ năm trước” and “Đã thực hiện” show that the figure above counts " +
				"what is no result, or was planned.",
		},
		Example: Text{
			"352 lượt, dưới đó «Trừ: lượt trùng -27» và «Còn lại 325».",
			"352, and below it “Trừ: lượt trùng -27” and “Còn lại 325”.",
		},
	},
	{
		Code: "B286", Severity: Error, Audience: Sender, SenderMends: true,
		Values: []string{"value", "last"},
		What: Text{
			"Số cả năm của «{label}» ({value} {unit}) là tổng của {columns}, nhưng đây là số có tại một thời điểm, không cộng " +
				"dồn được; cột cuối ghi {last}. Con số chưa được dùng.",
			"The year's figure of “{label}” ({value} {unit}) is the sum of {columns}, but it is counted at one time and adds up " +
				"to nothing; the last column says {last}. It is not used yet.",
		},
		Fix: Text{
			"Hỏi đơn vị số cuối năm rồi chọn.",
			"Ask the unit for the end of the year, and choose.",
		},
		SenderFix: Text{
			"Ghi ở cột cả năm số có đến cuối năm.",
			"Write what there is at the end of the year in the year's column.",
		},
		Explain: Text{
			"Số hộ nghèo, dân số, số doanh nghiệp đang hoạt động của bốn quý không cộng thành số của năm.",
			"Poor households, inhabitants or firms of four quarters do not add up to those of the year.",
		},
		Example: Text{
			"hộ nghèo các quý 2, 2, 1, 1 mà cột «Cả năm» là 6.",
			"2, 2, 1 and 1 poor households in the quarters, and 6 in the year.",
		},
	},
	{
		Code: "B284", Severity: Error, Audience: Sender, SenderMends: true,
		Values: []string{"value"},
		What: Text{
			"Số cả năm của «{label}» ({value} {unit}) mới cộng {columns}, phần còn lại của năm chưa có số; số ấy " +
				"chưa được dùng.",
			"The year's figure of “{label}” ({value} {unit}) adds up {columns}, and the rest of the year has none; it does " +
				"not count yet.",
		},
		Fix: Text{
			"Hỏi đơn vị số của cả năm; nếu phần còn lại không phát sinh thì xác nhận.",
			"Ask the unit for the whole year; confirm the figure if nothing arose in the rest of it.",
		},
		SenderFix: Text{
			"Điền số của các quý, các tháng còn thiếu, hoặc ghi 0.",
			"Fill in the quarters or months that are missing, or write 0.",
		},
		Explain: Text{
			"Cột cả năm bằng tổng của những cột đã điền mà các cột ấy không đủ năm thì đó có thể là số chín tháng.",
			"Where the year's column is the sum of columns that are not all of the year, it may be that of nine months.",
		},
		Example: Text{
			"có cột Quý I, Quý II, Quý III và «Năm 2022» bằng tổng ba cột ấy.",
			"columns of three quarters, and “Năm 2022” is their sum.",
		},
	},
	{
		Code: "B264", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"«{title}» cho biết số liệu chưa phải số cuối cùng; số liệu trong bảng chưa được dùng.",
			"“{title}” says that the figures are not final; none in the table counts yet.",
		},
		Fix: Text{
			"Hỏi đơn vị số liệu chính thức; nếu số đã chắc chắn thì xác nhận.",
			"Ask the unit for the final figures; confirm these if they stand.",
		},
		SenderFix: Text{
			"Gửi số liệu chính thức, hoặc sửa tiêu đề nếu số đã chắc chắn.",
			"Send the final figures, or mend the title if these are they.",
		},
		Explain: Text{
			"Bản dự thảo, số liệu tạm thời, chưa thẩm định hay chưa chính thức còn có thể thay đổi. Có bảng khác trong " +
				"tệp thì bảng ấy được dùng, không hỏi lại.",
			"A draft, or figures that are provisional or not verified, may still change. Where the file has another " +
				"table, that one is used and nothing is asked.",
		},
		Example: Text{
			"trên bảng có dòng «DỰ THẢO» hoặc «Số liệu chưa chính thức».",
			"a line “DỰ THẢO” or “Số liệu chưa chính thức” over the table.",
		},
	},
	{
		Code: "B265", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"«{label}» ghi đúng 100, phần được tính là {part}: có thể đơn vị ghi tỷ lệ thay cho hai số đếm; cả hai " +
				"chưa được dùng.",
			"“{label}” is exactly 100, and the part of it is {part}: this may be a rate in place of two counts; neither " +
				"counts yet.",
		},
		Fix: Text{
			"Hỏi đơn vị hai số đếm; nếu đúng là 100 thì xác nhận.",
			"Ask the unit for the two counts; confirm them if there are 100 in all.",
		},
		SenderFix: Text{
			"Ghi số đếm của cả hai dòng (người, hộ, tổ chức...), không ghi tỷ lệ.",
			"Write the counts in both rows (people, households, organisations), no rate.",
		},
		Explain: Text{
			"Tỷ lệ được tính từ hai số đếm. Khi tổng số đúng bằng 100 mà số năm trước không gần 100 thì hai số ấy rất " +
				"giống một tỷ lệ và 100%.",
			"A rate is worked out from two counts. A total of exactly 100, where last year's was not about as many, " +
				"looks like a rate and its 100%.",
		},
		Example: Text{
			"«Số đảng viên hoàn thành tốt nhiệm vụ trở lên» ghi 83, «Số đảng viên được đánh giá, xếp loại» ghi 100.",
			"83 party members rated well of 100 rated.",
		},
	},
	{
		Code: "B266", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Cột «{heading}» đếm số lượt, số lần, trong khi cần số tính bằng «{unit}»; số liệu trong cột chưa được dùng.",
			"The column “{heading}” counts how often, where “{unit}” is asked for; its figures do not count yet.",
		},
		Fix: Text{
			"Hỏi đơn vị số cần báo cáo; nếu cột ấy đúng là số ấy thì xác nhận.",
			"Ask the unit for the figures asked for; confirm the column if it holds them.",
		},
		SenderFix: Text{
			"Thêm cột kết quả, tính bằng đơn vị đã yêu cầu.",
			"Add a column of results in the unit asked for.",
		},
		Explain: Text{
			"Một người có thể được tính nhiều lượt, nên số lượt không phải là số người. Chỉ tiêu tính bằng lượt thì " +
				"không hỏi.",
			"One person may count several times. What is asked for in times is not asked about.",
		},
		Example: Text{
			"cột «Số lượt thực hiện năm 2022» trên dòng «Số người tham gia bảo hiểm y tế».",
			"a column “Số lượt thực hiện năm 2022” over people with health insurance.",
		},
	},
	{
		Code: "B300", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{"«{found}» không phải là số.", "“{found}” is not a number."},
		Fix: Text{
			"Chỉ ghi số vào ô này, phần giải thích ghi ở cột Ghi chú.",
			"Write only the number here; explanations go to Ghi chú.",
		},
		Explain: Text{
			"Ô giá trị chỉ nhận một con số, hoặc «Không phát sinh», «Chưa có kết quả».",
			"A value cell takes one number, or one of the two answers offered.",
		},
		Example: Text{"«đã hoàn thành» không phải là số.", "“done” is no number."},
	},
	{
		Code: "B301", Severity: Warning, Audience: Sender, SenderMends: true,
		What: Text{
			"Số «{found}» được gõ dưới dạng chữ, đã đọc là {read}.",
			"The number “{found}” is stored as text and was read as {read}.",
		},
		Fix: Text{
			"Kiểm tra giá trị đã đọc; trong bảng tính nên gõ lại thành số.",
			"Check the value read; in a spreadsheet better type it as a number.",
		},
		Explain: Text{
			"Số dạng văn bản chỉ được dùng khi có đúng một cách đọc.",
			"A number stored as text counts only when there is one way to read it.",
		},
		Example: Text{"«1.300,4» chỉ có thể là 1.300,4.", "“1.300,4” can only be 1.300,4."},
	},
	{
		Code: "B302", Severity: Error, Audience: Sender, SenderMends: true,
		Values: []string{"number", "other"},
		What: Text{
			"«{found}» lưu dưới dạng văn bản và có hai cách đọc: dấu ngăn có thể là phần nghìn hoặc phần thập " +
				"phân.",
			"“{found}” is stored as text and can be read in two ways: the separator may be of thousands or of " +
				"decimals.",
		},
		Fix:     Text{"Gõ lại giá trị thành số (không phải văn bản) vào ô này.", "Type the value again as a number."},
		Explain: Text{"Chương trình không đoán dấu chấm, dấu phẩy.", "Separators are not guessed."},
		Example: Text{
			"«1.250» có thể là một nghìn hai trăm năm mươi, cũng có thể là 1,25.",
			"“1.250” may be one thousand two hundred and fifty, or 1,25.",
		},
	},
	{
		Code: "B303", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Ô chứa tỷ lệ {shown}, trong khi «{label}» cần giá trị tính bằng «{unit}».",
			"The cell holds the percentage {shown} while “{label}” is asked in “{unit}”.",
		},
		Fix: Text{"Ghi số lượng thật, không ghi tỷ lệ phần trăm.", "Write the quantity itself, not a percentage."},
		Explain: Text{
			"Tỷ lệ do chương trình tính từ tử số và mẫu số.",
			"Percentages are computed from the two counts.",
		},
		Example: Text{"cần số tổ chức đảng là 48, không phải 82,76%.", "48 organisations are asked for, not 82,76%."},
	},
	{
		Code: "B304", Severity: Warning, Audience: Sender, SenderMends: true,
		What: Text{
			"Ô định dạng phần trăm, được đọc là {shown}.",
			"The cell is formatted as a percentage and was read as {shown}.",
		},
		Fix: Text{"Kiểm tra giá trị đã đọc.", "Check the value read."},
		Explain: Text{
			"Ô định dạng phần trăm lưu 0,4587 và hiển thị 45,87%; giá trị được dùng là giá trị hiển thị.",
			"A cell formatted as a percentage stores 0,4587 and shows 45,87%; what it shows is used.",
		},
		Example: Text{
			"nếu ô hiển thị 0,46% trong khi phải là 46% thì sửa lại ô.",
			"where it shows 0,46% and 46% is meant, mend the cell.",
		},
	},
	{
		Code: "B305", Severity: Error, Audience: Sender, SenderMends: true,
		What:    Text{"Ô báo lỗi {found}.", "The cell holds the error {found}."},
		Fix:     Text{"Sửa công thức hoặc gõ thẳng giá trị vào ô.", "Mend the formula or type the value."},
		Explain: Text{"Công thức trong ô không tính được.", "The cell's formula has no result."},
		Example: Text{
			"#REF! vì dòng mà công thức lấy số đã bị xóa.",
			"#REF! because the row it refers to was deleted.",
		},
	},
	{
		Code: "B306", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Công thức {formula} không kèm kết quả trong tệp.",
			"The file holds no result for the formula {formula}.",
		},
		Fix: Text{
			"Mở tệp bằng Excel, lưu lại, hoặc gõ thẳng giá trị vào ô.",
			"Open and save the file in Excel, or type the value.",
		},
		Explain: Text{
			"Một số phần mềm ghi công thức mà không ghi kết quả; chương trình không tự tính thay.",
			"Some programs write formulas without results, which are not computed here.",
		},
		Example: Text{
			"tệp xuất từ phần mềm kế toán chưa từng mở bằng Excel.",
			"a file exported by accounting software and never opened in Excel.",
		},
	},
	{
		Code: "B307", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Ô chứa ngày tháng (lưu là {stored}), không phải số liệu.",
			"The cell holds a date (stored as {stored}), not a figure.",
		},
		Fix: Text{
			"Đổi định dạng ô về số rồi gõ lại giá trị.",
			"Set the cell's format to a number and type the value again.",
		},
		Explain: Text{"Excel có thể tự đổi số thành ngày.", "Excel may turn a number into a date."},
		Example: Text{"gõ 3/4 thì Excel hiểu là ngày 3 tháng 4.", "3/4 typed becomes the 3rd of April."},
	},
	{
		Code: "B308", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Giá trị {found} là số âm; kế hoạch không nhận số âm ở «{label}».",
			"The value {found} is negative; the plan takes none below zero for “{label}”.",
		},
		Fix: Text{
			"Hỏi lại đơn vị. Nếu số này âm được (lợi nhuận, chênh lệch thu chi, số dư) thì ghi negative = true ở đầu vào " +
				"này trong nghi-quyet.toml, ví dụ inputs.value = { label = \"...\", negative = true }.",
			"Ask the unit. Where this may be below zero (a profit, a balance) write negative = true at this input in " +
				"nghi-quyet.toml, as in inputs.value = { label = \"...\", negative = true }.",
		},
		SenderFix: Text{
			"Kiểm tra và ghi lại giá trị không âm; nếu đúng là âm (lỗ, bội chi) thì báo cơ quan tổng hợp.",
			"Check, and write a value of zero or more; where it is below zero indeed, as a loss is, tell the office.",
		},
		Explain: Text{
			"Biểu mẫu hỏi số lượng hoặc số tiền, không hỏi mức tăng giảm. Số tiền âm được (lãi hay lỗ) thì kế hoạch phải nói: " +
				"negative = true. Khi ấy «-3,2» và «(3,2)» là âm, còn «lỗ 3,2 tỷ» thì hỏi.",
			"Forms ask for quantities, not for changes. Of an amount that may be below zero (profit or loss) the plan says " +
				"so: negative = true. Then “-3,2” and “(3,2)” are below zero, and “lỗ 3,2 tỷ” is asked about.",
		},
		Example: Text{
			"thu ngân sách giảm thì vẫn ghi số thu thật, không ghi -12.",
			"if revenue fell, write the revenue itself, not -12.",
		},
	},
	{
		Code: "B309", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Giá trị {found} không phải số nguyên, trong khi «{label}» đếm theo «{unit}».",
			"The value {found} is not whole while “{label}” is counted in “{unit}”.",
		},
		Fix:     Text{"Ghi số nguyên.", "Write a whole number."},
		Explain: Text{"Số đếm không có phần lẻ.", "A count has no decimals."},
		Example: Text{
			"48,5 tổ chức đảng thường do ghi nhầm tỷ lệ.",
			"48,5 organisations is usually a percentage in the wrong cell.",
		},
	},
	{
		Code: "B310", Severity: Error, Audience: Sender, SenderMends: true,
		Nothing: true,
		What:    Text{"Dòng vừa có giá trị «{value}» vừa chọn «{said}».", "The row holds “{value}” and also “{said}”."},
		Fix:     Text{"Giữ một trong hai: xóa giá trị hoặc xóa lựa chọn.", "Keep one of the two."},
		Explain: Text{
			"Không phát sinh khác với bằng 0, và một dòng chỉ có một câu trả lời.",
			"A row has one answer; “nothing arose” is not zero.",
		},
		Example: Text{"ghi 12 và chọn «Không phát sinh» ở cùng một dòng.", "12 and “Không phát sinh” in one row."},
	},
	{
		Code: "B311", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Cột «Không phát sinh / Chưa có kết quả» ghi «{found}», không phải một trong hai lựa chọn.",
			"The column “Không phát sinh / Chưa có kết quả” holds “{found}”, which is neither.",
		},
		Fix: Text{
			"Chọn «Không phát sinh» hoặc «Chưa có kết quả» trong danh sách, hoặc xóa ô.",
			"Choose one from the list, or clear the cell.",
		},
		Explain: Text{"Cột này chỉ nhận hai lựa chọn có sẵn.", "The column takes the two offered answers only."},
		Example: Text{"đánh dấu «x» không cho biết là lựa chọn nào.", "an “x” does not say which one is meant."},
	},
	{
		Code: "B312", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Tình trạng «{found}» không có trong danh sách: {choices}.",
			"The status “{found}” is not among: {choices}.",
		},
		Fix: Text{"Chọn một mục trong danh sách của ô.", "Choose one from the cell's list."},
		Explain: Text{
			"Tình trạng phải chọn từ danh sách để văn phòng đánh giá thống nhất.",
			"A status is chosen from the list.",
		},
		Example: Text{
			"«cơ bản xong» cần chọn là «Đang thực hiện» hoặc «Hoàn thành».",
			"“nearly done” is either “Đang thực hiện” or “Hoàn thành”.",
		},
	},
	{
		Code: "B313", Severity: Error, Audience: Sender, SenderMends: true,
		Values: []string{"number"},
		What:   Text{"«{found}» là con số ước chừng, không phải kết quả chính xác.", "“{found}” is not exact."},
		Fix: Text{
			"Hỏi đơn vị con số chính xác; nếu đúng là {number} thì ghi {number}.",
			"Ask the unit for the exact figure; if it is {number}, write {number}.",
		},
		SenderFix: Text{"Ghi con số chính xác.", "Give the exact number."},
		Explain: Text{
			"Chương trình không tự bỏ các chữ «trên», «dưới», «khoảng», «trở lên».",
			"Words such as over, under, about and at least are not dropped.",
		},
		Example: Text{
			"«trên 4» có thể là 4,1 hoặc 4,9, đạt hay không đạt tùy con số thật.",
			"“over 4” may be 4,1 or 4,9; whether the target is met depends on it.",
		},
	},
	{
		Code: "B314", Severity: Error, Audience: Sender, SenderMends: true,
		Values: []string{"number", "other"},
		What: Text{
			"«{found}» là một khoảng, từ {number} đến {other}.",
			"“{found}” is a range, from {number} to {other}.",
		},
		Fix: Text{
			"Hỏi đơn vị con số thực hiện chính xác rồi ghi vào ô.",
			"Ask the unit for the exact figure and write it.",
		},
		SenderFix: Text{"Ghi con số thực hiện chính xác.", "Give the exact number achieved."},
		Explain: Text{
			"Kết quả phải là một con số; khoảng chỉ dùng cho chỉ tiêu giao.",
			"A result is one figure; ranges are for targets.",
		},
		Example: Text{"«61-62» không cho biết đã đạt 61 hay 62.", "“61-62” does not say whether it was 61 or 62."},
	},
	{
		Code: "B315", Severity: Error, Audience: Sender, SenderMends: true,
		Values: []string{"number", "numbers"},
		What: Text{
			"Ô ghi «{found}», không chỉ là một con số; «{label}» cần đúng một con số, không chắc là phần nào.",
			"The cell says “{found}”, which is more than a number; “{label}” takes one, and which part is not certain.",
		},
		Fix: Text{
			"Ghi một con số cho «{label}», phần còn lại ghi ở cột Ghi chú.",
			"Write one figure for “{label}”; the rest goes to the notes.",
		},
		Explain: Text{"Một ô chỉ trả lời một nội dung.", "A cell answers one thing."},
		Example: Text{
			"«0,7% (còn 4,33%)» gồm mức giảm và mức còn lại; «3/4 trường» gồm số đạt và tổng số.",
			"“0,7% (còn 4,33%)” is a change and a level; “3/4 trường” a part and a whole.",
		},
	},
	{
		Code: "B316", Severity: Error, Audience: Sender, SenderMends: true,
		Nothing: true,
		What: Text{
			"Ô ghi «{found}»: không rõ là bằng 0, không phát sinh hay chưa có kết quả.",
			"The cell holds “{found}”: zero, nothing arose, or no result yet?",
		},
		Fix: Text{
			"Ghi 0, «Không phát sinh» hoặc «Chưa có kết quả».",
			"Write 0, “Không phát sinh” or “Chưa có kết quả”.",
		},
		Explain: Text{
			"Bốn cách trả lời «không» khác nhau: bỏ trống là còn nợ, 0 là có làm mà bằng không, không phát " +
				"sinh, chưa có kết quả.",
			"There are four kinds of nothing: blank is owed, zero is a result, nothing arose, no result yet.",
		},
		Example: Text{"dấu «-» trong cột Thực hiện.", "a dash in the column Thực hiện."},
	},
	{
		Code: "B317", Severity: Warning, Audience: Sender, SenderMends: true,
		What: Text{"Đã đổi đơn vị tính: «{found}» thành «{read}».", "The unit was converted: “{found}” is “{read}”."},
		Fix:  Text{"Kiểm tra giá trị sau khi đổi.", "Check the value."},
		Explain: Text{
			"Bảng của đơn vị ghi theo đơn vị tính khác với nghị quyết nhưng cùng loại, nên đổi được chính xác.",
			"The unit's table is in another step of the same unit, so it can be converted exactly.",
		},
		Example: Text{"1,25 tỷ đồng là 1.250 triệu đồng.", "1,25 tỷ đồng is 1.250 triệu đồng."},
	},
	{
		Code: "B319", Severity: Warning, Audience: Sender, SenderMends: true,
		What: Text{
			"«{found}» có hai cách đọc; được đọc là {read} vì chỉ số này gần với kế hoạch hoặc năm trước.",
			"“{found}” can be read in two ways; it was read as {read}, the one near the plan or last year.",
		},
		Fix: Text{"Kiểm tra giá trị đã đọc; nên gõ lại thành số.", "Check the value read; better type it as a number."},
		Explain: Text{
			"Khi dấu ngăn có thể là phần nghìn hoặc phần thập phân, hai cách đọc lệch nhau 1.000 lần; chỉ một " +
				"cách hợp với chỉ tiêu giao.",
			"Where a separator may be of thousands or of decimals, the readings are 1.000 apart, and one of " +
				"them fits the target.",
		},
		Example: Text{
			"«1.086» doanh nghiệp với chỉ tiêu 1.000 - 1.200.",
			"“1.086” enterprises against a target of 1.000 to 1.200.",
		},
	},
	{
		Code: "B320", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Đoạn thuyết minh «{text}» chưa chọn loại nên không được dùng.",
			"The narrative “{text}” has no kind and is not used.",
		},
		Fix: Text{"Chọn loại ở cột «Loại» cho dòng này.", "Choose the kind in the column “Loại”."},
		Explain: Text{
			"Mỗi đoạn thuyết minh phải thuộc một loại: kết quả nổi bật; tồn tại, hạn chế; nguyên nhân; giải " +
				"pháp, kiến nghị.",
			"Each narrative has one kind: achievement, limitation, cause or solution.",
		},
		Example: Text{"một đoạn về khó khăn cần chọn «Tồn tại, hạn chế».", "a difficulty is “Tồn tại, hạn chế”."},
	},
	{
		Code: "B321", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Loại thuyết minh «{found}» không có trong danh sách nên đoạn «{text}» không được dùng.",
			"The kind “{found}” is not on the list; the narrative “{text}” is not used.",
		},
		Fix:     Text{"Chọn loại trong danh sách ở cột «Loại».", "Choose the kind from the list in “Loại”."},
		Explain: Text{"Loại phải là một trong bốn mục có sẵn.", "The kind is one of the four offered."},
		Example: Text{"«Khó khăn» cần chọn là «Tồn tại, hạn chế».", "“Khó khăn” is “Tồn tại, hạn chế”."},
	},
	{
		Code: "B322", Severity: Warning, Audience: Sender, SenderMends: true,
		What: Text{
			"Lĩnh vực «{found}» không có trong nghị quyết; đoạn thuyết minh được xếp vào phần chung.",
			"The field “{found}” is not in the resolution; the narrative goes to the general part.",
		},
		Fix: Text{"Chọn lĩnh vực trong danh sách ở cột «Lĩnh vực».", "Choose the field from the list in “Lĩnh vực”."},
		Explain: Text{
			"Lĩnh vực được so với danh sách trong nghi-quyet.toml.",
			"Fields are compared with the list in nghi-quyet.toml.",
		},
		Example: Text{"«Y tế» cần chọn là «Văn hóa - xã hội».", "“Y tế” belongs to “Văn hóa - xã hội”."},
	},
	{
		Code: "B523", Severity: Warning, Audience: Sender, SenderMends: true,
		What: Text{
			"Không có chỉ tiêu «{found}»; đoạn thuyết minh không được xếp vào chỉ tiêu nào.",
			"There is no indicator “{found}”; the narrative is put to none.",
		},
		Fix: Text{
			"Chọn chỉ tiêu trong danh sách ở cột «Chỉ tiêu», hoặc ghi số của chỉ tiêu.",
			"Choose the indicator from the list in “Chỉ tiêu”, or write its number.",
		},
		Explain: Text{
			"Nguyên nhân chỉ được tính cho chỉ tiêu mà nó nêu.",
			"A cause counts for the indicator that it names only.",
		},
		Example: Text{"«(31)» khi nghị quyết có 18 chỉ tiêu.", "“(31)” where the resolution has 18 indicators."},
	},
	{
		Code: "B326", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"«{label}» là số tiền ({found}) nhưng bảng không ghi đơn vị tính.",
			"“{label}” is money ({found}) and the table states no unit.",
		},
		Fix: Text{
			"Ghi đơn vị tính ở cột ĐVT hoặc dòng «Đơn vị tính: ...» trên bảng; nghị quyết tính bằng «{want}».",
			"State the unit in the column ĐVT or in a line “Đơn vị tính: ...” over the table; the plan counts in " +
				"“{want}”.",
		},
		Explain: Text{
			"Số tiền không ghi đơn vị có thể tính bằng đồng, triệu đồng hay tỷ đồng; chương trình không đoán. " +
				"Con số chưa được dùng.",
			"Money without a unit may be in đồng, millions or billions; it is not guessed and not used.",
		},
		Example: Text{
			"bảng thu ngân sách chỉ có «673706» mà không có cột ĐVT.",
			"a table of revenue that holds “673706” and no column ĐVT.",
		},
	},
	{
		Code: "B327", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Cùng một số của «{label}» có hai đơn vị tính: «{found}» và «{other}».",
			"One figure of “{label}” has two units of measurement: “{found}” and “{other}”.",
		},
		Fix: Text{
			"Ghi một đơn vị tính cho dòng này; nghị quyết tính bằng «{want}».",
			"State one unit for this row; the plan counts in “{want}”.",
		},
		Explain: Text{
			"Hai đơn vị tính khác mức cho hai kết quả lệch nhau hàng nghìn lần nên phải hỏi lại.",
			"Two steps of a unit give figures thousands of times apart, so it has to be asked.",
		},
		Example: Text{
			"cột ĐVT ghi «triệu đồng», cột Ghi chú ghi «đơn vị tính: tỷ đồng».",
			"the column ĐVT says “triệu đồng”, the remark says “đơn vị tính: tỷ đồng”.",
		},
	},
	{
		Code: "B328", Severity: Error, Audience: Sender, SenderMends: true,
		Values: []string{"number"},
		What: Text{
			"Ô «{found}» có số {number}, nhưng lời kèm theo làm chưa rõ đó có phải là kết quả của «{label}» không.",
			"The cell “{found}” holds {number}, but its words leave open whether that is the result of “{label}”.",
		},
		Fix: Text{
			"Chỉ ghi con số kết quả vào ô này, phần giải thích ghi ở cột Ghi chú.",
			"Write only the result here; explanations go to the notes.",
		},
		Explain: Text{
			"«tăng 21» là mức tăng, «352 (chưa chốt)» chưa phải số cuối cùng, «(352)» có thể là số âm.",
			"“tăng 21” is a change, “352 (chưa chốt)” is not final, “(352)” may be negative.",
		},
		Example: Text{"«tăng 21 lượt» trong cột Thực hiện.", "“tăng 21 lượt” in the column of results."},
	},
	{
		Code: "B323", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Chưa rõ «{title}» là mục nào của thuyết minh nên {count} đoạn không được dùng, bắt đầu từ «{text}».",
			"It is not clear what kind of narrative “{title}” is; {count} texts are not used, beginning with “{text}”.",
		},
		Fix: Text{
			"Đặt tên mục theo cách thường dùng: Kết quả nổi bật; Tồn tại, hạn chế; Nguyên nhân; Giải pháp, kiến nghị.",
			"Head it in the usual way: Kết quả nổi bật; Tồn tại, hạn chế; Nguyên nhân; Giải pháp, kiến nghị.",
		},
		Explain: Text{
			"Dòng này được trình bày như một đề mục. Đề mục không nhận ra được thì lời văn bên dưới không xếp vào mục " +
				"đứng trước, để hạn chế không bị in thành kết quả.",
			"The line is set as a title. What stands under a title that is not known is never taken for the block " +
				"before, so that no limitation is printed as an achievement.",
		},
		Example: Text{
			"«III. Mấy điều trăn trở» cần ghi là «III. Tồn tại, hạn chế».",
			"“III. Mấy điều trăn trở” is better headed “III. Tồn tại, hạn chế”.",
		},
	},
	{
		Code: "B324", Severity: Warning, Audience: Sender, SenderMends: true,
		What: Text{
			"Lời văn «{text}» không nằm dưới đề mục thuyết minh nào, hoặc viết như lời chú, nên không được dùng " +
				"({count} đoạn).",
			"The text “{text}” stands under no title of a narrative, or is written as a note, and is not used ({count} " +
				"texts).",
		},
		Fix: Text{
			"Nếu là thuyết minh thì ghi đề mục phía trên: Kết quả nổi bật; Tồn tại, hạn chế; Nguyên nhân; Giải pháp, " +
				"kiến nghị, và bỏ chữ «Lưu ý:», «Ghi chú:» ở đầu. Nếu không thì không cần làm gì.",
			"If it is narrative, put a title over it: Kết quả nổi bật; Tồn tại, hạn chế; Nguyên nhân; Giải pháp, kiến " +
				"nghị, and take off “Lưu ý:” or “Ghi chú:”. Otherwise nothing need be done.",
		},
		Explain: Text{
			"Chỉ lời văn dưới một đề mục nhận ra được mới vào báo cáo; lời chú («Lưu ý: ...») thì không.",
			"Only texts under a known title go into the report, and no notes (“Lưu ý: ...”).",
		},
		Example: Text{
			"một đoạn về khó khăn viết dưới bảng số liệu, không có đề mục.",
			"a difficulty written below the table without a title.",
		},
	},
	{
		Code: "B325", Severity: Warning, Audience: Sender, SenderMends: true,
		What: Text{
			"Có {count} đoạn thuyết minh nằm ở dòng, cột hoặc sheet ẩn nên không được dùng.",
			"{count} texts of the narrative stand in hidden rows, columns or sheets and are not used.",
		},
		Fix: Text{
			"Nếu cần đưa vào báo cáo thì hiện các dòng ấy rồi gửi lại; nếu không thì xóa đi.",
			"If they belong into the report, show them and send the file again; otherwise delete them.",
		},
		Explain: Text{
			"Phần ẩn thường là ghi chú nội bộ hoặc bản nháp; chương trình không in những gì người gửi không nhìn thấy.",
			"Hidden parts are often internal notes or drafts; what the sender does not see is not printed.",
		},
		Example: Text{"một dòng «nội bộ, chưa công bố» được ẩn đi.", "a line “internal” that was hidden."},
	},
	{
		Code: "B334", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Tệp không còn định dạng của ô: chưa rõ {found} là chính số đó, là tỷ lệ phần trăm hay là ngày.",
			"The file lacks the cell's format: it is not clear whether {found} is a number, a percentage or a date.",
		},
		Fix: Text{
			"Mở tệp bằng Excel, xem ô này, định dạng lại cho đúng rồi lưu thành tệp mới.",
			"Open the file in Excel, look at the cell, format it again and save it as a new file.",
		},
		Explain: Text{
			"Định dạng cho biết 0,45 là 45% hay 0,45. Thiếu định dạng thì không được đoán.",
			"The format tells whether 0.45 means 45% or 0.45. Without it nothing may be guessed.",
		},
		Example: Text{
			"tệp do phần mềm khác tạo, bảng định dạng bị thiếu.",
			"a file of other software whose table of formats is incomplete.",
		},
	},
	{
		Code: "B338", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Mục «{title}» gộp nhiều loại; chưa rõ {count} đoạn thuộc loại nào nên không được dùng, bắt đầu từ «{text}».",
			"“{title}” is the title of several kinds; it is not clear of which kind {count} texts are, beginning with " +
				"“{text}”; they are not used.",
		},
		Fix: Text{
			"Tách thành từng mục có đề mục riêng, ví dụ «Tồn tại, hạn chế» rồi «Nguyên nhân».",
			"Give each kind a title of its own, such as “Tồn tại, hạn chế”, then “Nguyên nhân”.",
		},
		Explain: Text{
			"Dưới một đề mục gộp, đoạn đầu được xếp vào loại nêu trước (trừ kết quả), đoạn mở đầu bằng «Do», «Đề nghị» " +
				"được xếp theo nghĩa của nó; các đoạn khác phải hỏi lại.",
			"Under such a title the first text is of the kind named first (but for achievements), and a text that " +
				"begins with “Do” or “Đề nghị” of the kind it says; others have to be asked about.",
		},
		Example: Text{
			"«Những tồn tại, hạn chế và nguyên nhân» với ba đoạn liền nhau.",
			"“Những tồn tại, hạn chế và nguyên nhân” over three texts.",
		},
	},
	{
		Code: "B339", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Tệp chỉ có lời văn, nhưng không có đề mục thuyết minh nào nhận ra được nên chưa dùng được đoạn nào.",
			"The file has only words, under no title of a narrative that is known; none of it is used.",
		},
		Fix: Text{
			"Ghi đề mục trên từng phần: Kết quả nổi bật; Tồn tại, hạn chế; Nguyên nhân; Giải pháp, kiến nghị.",
			"Put a title over each part: Kết quả nổi bật; Tồn tại, hạn chế; Nguyên nhân; Giải pháp, kiến nghị.",
		},
		Explain: Text{
			"Đề mục cho biết đoạn nào là kết quả, đoạn nào là hạn chế; chương trình không đoán.",
			"Titles tell achievements from limitations; that is never guessed.",
		},
		Example: Text{
			"báo cáo bằng lời viết liền một mạch, không chia mục.",
			"a report in words, written without any titles.",
		},
	},
	{
		Code: "B355", Severity: Error, Audience: Sender, SenderMends: true,
		Values: []string{"other"},
		What: Text{
			"«{label}» ghi {value}, nhưng cột «{heading}» ở ô {cell} ghi {other}; chưa dùng số nào.",
			"“{label}” holds {value}, but column “{heading}” at {cell} holds {other}; neither counts.",
		},
		Fix: Text{
			"Hỏi đơn vị số nào đúng rồi chọn.",
			"Ask the unit which of them is right and choose it.",
		},
		SenderFix: Text{
			"Chỉ giữ lại số đúng, hoặc ghi số đúng vào cả hai cột.",
			"Keep the right figure only, or write it in both columns.",
		},
		Explain: Text{
			"Cột ghi số thẩm định, rà soát hay điều chỉnh có thể thay số báo cáo; chỉ đơn vị biết số nào là số cuối cùng. " +
				"Hai cột ghi cùng một số thì không hỏi.",
			"Figures that were verified or corrected may stand for those reported; only the unit knows which are " +
				"final. Where both columns hold the same, nothing is asked.",
		},
		Example: Text{
			"«Thực hiện năm 2022» ghi 352, «Thẩm định» ghi 340.",
			"“Thực hiện năm 2022” holds 352, “Thẩm định” 340.",
		},
	},
	{
		Code: "B350", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{"«{found}» không phải là một ngày.", "“{found}” is not a day."},
		Fix: Text{
			"Ghi ngày hoàn thành theo dạng 15/6/{year}; chưa xong thì chọn «Chưa có kết quả».",
			"Write the day as 15/6/{year}; where it is not done yet choose “Chưa có kết quả”.",
		},
		Explain: Text{
			"Ô này hỏi ngày hoàn thành để so với thời hạn của nghị quyết.",
			"The cell asks for the day, which is compared with the deadline.",
		},
		Example: Text{"«cuối tháng 6» cần ghi là 30/6/2022.", "“end of June” is 30/6/2022."},
	},
}
