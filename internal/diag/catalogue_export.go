package diag

var exportPhrases = []phrase{
	{"cmd.export.short", "Ghi bảng phẳng CSV để nạp vào phần mềm của cấp trên",
		"Write a flat CSV table for the systems that superiors prescribe"},
	{
		"cmd.export.long",
		"Ghi 2-bao-cao/ChiTieu-NĂM.csv: mỗi chỉ tiêu, mỗi phần của chỉ tiêu một dòng, với kế hoạch, thực hiện, đánh giá " +
			"như phụ lục. --units ghi 2-bao-cao/DauVao-NĂM.csv: mỗi số liệu của mỗi đơn vị một dòng, với tệp, sheet, ô; " +
			"dùng nội bộ. UTF-8 có dấu nhận biết, cột cách nhau bằng dấu phẩy, số dùng dấu chấm thập phân và không có dấu " +
			"phân cách nghìn. --decimal comma: số dùng dấu phẩy thập phân, cột cách nhau bằng dấu chấm phẩy. Chữ bắt đầu " +
			"bằng = + - @ có thêm dấu ' để không thành công thức.",
		"Writes 2-bao-cao/ChiTieu-YEAR.csv: a row for each measure with plan, figure and verdict as in the annex. " +
			"--units writes 2-bao-cao/DauVao-YEAR.csv: a row for each figure of each unit with file, sheet and cell; it " +
			"stays in the office. UTF-8 with its mark, fields parted by commas, numbers with a decimal point and without " +
			"marks of thousands. --decimal comma: numbers with a decimal comma, fields parted by semicolons. Text that " +
			"begins with = + - @ has a ' before it, so that it does not become a formula.",
	},
	{"flag.output", "`TỆP` .csv để ghi; - là in ra màn hình (mặc định: trong 2-bao-cao)",
		"the .csv `FILE` to write; - prints it (default: in 2-bao-cao)"},
	{"flag.export-units", "số liệu của từng đơn vị thay cho các chỉ tiêu (dùng nội bộ)",
		"the figures of each unit in place of the measures (for the office alone)"},
	{"flag.decimal", "dấu thập phân: `point` (82.76) hoặc comma (82,76; cột cách nhau bằng ;)",
		"decimal sign: `point` (82.76) or comma (82,76; fields parted by ;)"},
	{"usage.export.decimal", "--decimal là point hoặc comma, không phải «{value}»",
		"--decimal is point or comma, not “{value}”"},
	{"usage.export.json", "--output - và --json cùng in ra màn hình: chỉ dùng một",
		"--output - and --json both print: give one of them"},
	{"usage.export.name", "tệp để ghi phải có đuôi .csv: {file}", "the file to write has to end in .csv: {file}"},
	{"export.in-drop", "Không ghi {path}: trong {dir} chỉ có tệp của các đơn vị, bảng này sẽ bị đọc như số liệu gửi đến.",
		"{path} was not written: {dir} is for the units' files, and the table would be read as one of them."},
	{"export.printed", "bảng in ở trên", "the table above"},
	{"export.complete", "Báo cáo đầy đủ: {path}", "Report complete: {path}"},
	{"export.enough", "Báo cáo đủ số liệu: {path}. Còn {left}.", "All figures are in: {path}. Left: {left}."},
	{"export.incomplete", "Báo cáo CHƯA ĐẦY ĐỦ: {path}. Còn {left}.", "Report INCOMPLETE: {path}. Left: {left}."},
}
