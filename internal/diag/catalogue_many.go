package diag

// Building many folders in one run.
var manyPhrases = []phrase{
	{
		"cmd.build.long",
		"Nhiều thư mục: ghi tên từng thư mục, hoặc ghi chúng vào một tệp, mỗi dòng một thư mục, rồi dùng --list. Các thư mục được " +
			"lập song song; thư mục nào hỏng thì báo riêng, các thư mục khác vẫn lập. Bị dừng giữa chừng thì chạy lại với --changed: " +
			"thư mục đã lập xong và không đổi thì bỏ qua.",
		"Several folders: name each, or write them into a file, a line each, and use --list. They are built side by side; what is " +
			"wrong with one is told of that one. After a stop, run again with --changed: what is done and unchanged is passed over.",
	},
	{"flag.list", "`TỆP` ghi các thư mục phải lập, mỗi dòng một thư mục", "`FILE` with the folders to build, a line each"},
	{"flag.changed", "bỏ qua thư mục không có gì đổi từ lần lập trước", "pass over folders from which nothing has changed"},
	{"flag.summary", "`TỆP` .xlsx, .json hoặc .txt ghi kết quả từng thư mục", "`FILE`, .xlsx, .json or .txt, for what became of each folder"},
	{
		"fail.shared",
		"Chỉ tiêu của {dir} nằm ở {files}, tệp mà các thư mục khác cùng dùng, nên chương trình không tự sửa. Muốn sửa cho mọi thư mục: " +
			"ghi from vào tệp ấy. Muốn riêng cho thư mục này: chép tất cả các mục [[section]] của tệp ấy vào nghi-quyet.toml của thư " +
			"mục (giữ [extends]), rồi nộp lại bảng phân công.",
		"The measures of {dir} stand in {files}, which other folders use too, so the program does not change them. For all folders, " +
			"write from into that file. For this one alone, copy all [[section]] entries of it into the folder's nghi-quyet.toml " +
			"(leave [extends]) and hand the table in again.",
	},
	{
		"fail.shared-taken",
		"{file} đã có mà không phải tệp dùng chung của năm {year}; chưa tạo gì. Đổi tên tệp ấy hoặc sửa [resolution] year trong đó, " +
			"rồi tạo lại.",
		"{file} is there and is not the shared file of {year}; nothing was made. Rename it, or mend [resolution] year in it, and try " +
			"again.",
	},
	{
		"fail.shared-far",
		"Tệp dùng chung {file} nằm ở ổ đĩa khác với thư mục mới, nghi-quyet.toml không chỉ tới được; chưa tạo gì. Hãy tạo thư mục mới " +
			"trên cùng ổ đĩa với tệp ấy.",
		"The shared file {file} is on another drive than the new folder, whose nghi-quyet.toml cannot name it; nothing was made. Make " +
			"the folder on the drive of that file.",
	},
	{
		"carry.shared",
		"  {file}: tệp dùng chung của năm mới, vừa tạo từ {old}; các thư mục khác đang dùng {old} khi chuyển năm sẽ dùng tệp này",
		"  {file}: the shared file of the new year, made of {old}; other folders that use {old} will use it when they move on",
	},
	{
		"carry.shared-there",
		"  {file}: tệp dùng chung của năm mới, đã có sẵn nên dùng nguyên",
		"  {file}: the shared file of the new year; it was there and is used as it is",
	},
	{
		"many.no-text",
		"{file} là bảng tính hoặc văn bản, không phải tệp chữ. Chép cột tên thư mục vào Notepad, mỗi dòng một thư mục, lưu thành tệp .txt (Encoding: " +
			"UTF-8) rồi ghi tên tệp ấy sau --list. Chưa lập thư mục nào.",
		"{file} is a workbook or a document, not a text. Copy the names of the folders into Notepad, a line each, save them as a .txt file " +
			"(UTF-8) and name it after --list. No folder was built.",
	},
	{
		"many.absent-line",
		"Không có thư mục {dir}, ghi ở dòng {line} của {file}. Sửa dòng ấy (hoặc nối lại ổ mạng), rồi chạy lại với --changed.",
		"There is no folder {dir}, named on line {line} of {file}. Mend that line, or connect the drive, and run again with --changed.",
	},
	{
		"many.absent",
		"Không có thư mục {dir}. Kiểm tra lại tên (hoặc nối lại ổ mạng), rồi chạy lại.",
		"There is no folder {dir}. Look at its name, or connect the drive, and run again.",
	},
	{
		"many.utf16",
		"{file} không phải chữ UTF-8 (tệp lưu bằng mã Unicode UTF-16 hoặc ANSI?); mở bằng Notepad, chọn Save As, ô Encoding chọn UTF-8 " +
			"rồi lưu lại. Chưa lập thư mục nào.",
		"{file} is no text in UTF-8 (saved as UTF-16 or ANSI?); open it in Notepad and save it as UTF-8. No folder was built.",
	},
	{"many.none", "{file} không ghi thư mục nào.", "{file} names no folder."},
	{"many.summary-kind", "--summary phải là tệp .xlsx, .json hoặc .txt, không phải {file}.",
		"--summary has to be an .xlsx, .json or .txt file, not {file}."},
	{
		"many.summary-inside",
		"Không ghi bảng tổng hợp vào {folder}: tệp ở đó được đọc làm số liệu, hoặc bị thay khi lập báo cáo. Chọn chỗ ngoài thư mục ấy, " +
			"ví dụ: --summary {file}",
		"The summary is not written into {folder}: what lies there is read as figures, or replaced when reports are built. Choose a " +
			"place outside, as in: --summary {file}",
	},
	{
		"many.summary-kept",
		"{file} đã có và không phải bảng tổng hợp do chương trình ghi (hoặc đã có người sửa) nên để nguyên; bảng tổng hợp ghi vào {path}.",
		"{file} is there and is no summary that this program wrote (or somebody edited it), so it stays; the summary is {path}.",
	},
	{"many.summary-older", "{path} là bảng tổng hợp của một lần chạy trước; đừng dùng nhầm, không cần nữa thì xóa.",
		"{path} is the summary of an earlier run; take care not to use it, and delete it once nobody needs it."},
	{"many.complete", "{number}/{total}  {dir}: báo cáo đầy đủ", "{number}/{total}  {dir}: report complete"},
	{"many.enough", "{number}/{total}  {dir}: đủ số liệu, còn {left}", "{number}/{total}  {dir}: all figures, left: {left}"},
	{"many.incomplete", "{number}/{total}  {dir}: CHƯA ĐẦY ĐỦ, còn {left}", "{number}/{total}  {dir}: INCOMPLETE, left: {left}"},
	{"many.unchanged", "{dir} (không đổi từ lần lập trước)", "{dir} (unchanged)"},
	{"many.frozen", "{dir} (đã chốt số liệu, giữ nguyên)", "{dir} (frozen, left as it is)"},
	{"many.failed", "{number}/{total}  {dir}: KHÔNG LẬP ĐƯỢC", "{number}/{total}  {dir}: NOT BUILT"},
	{
		"fail.mishap",
		"Chương trình gặp lỗi của chính nó. Chạy lại với BAOCAO_DEBUG=1, riêng cho thư mục này, rồi gửi kết quả cho người bảo trì.",
		"The program met an error of its own. Run it again with BAOCAO_DEBUG=1, for this folder alone, and send the result to the maintainers.",
	},
	{"many.note", "{dir}: {note}", "{dir}: {note}"},
	{"many.pace", "{done}/{total} thư mục, {rate} thư mục/giây, còn khoảng {left} (phút:giây)", "{done}/{total} folders, {rate} a second, about {left} left (minutes:seconds)"},
	{"many.pace-slow", "{done}/{total} thư mục, {rate} thư mục/phút, còn khoảng {left} (phút:giây)", "{done}/{total} folders, {rate} a minute, about {left} left (minutes:seconds)"},
	{"many.stopped", "Đã dừng ở {done}/{total} thư mục. Chạy lại lệnh này với --changed để lập tiếp.",
		"Stopped at {done} of {total} folders. Run this again with --changed to go on."},
	{"many.unbuilt", "Không lập được {dir}; lý do ở trên.", "Not built: {dir}; why stands above."},
	{"many.end", "{total} thư mục: {parts}.", "{total} folders: {parts}."},
	{"many.end.complete", "{count} đầy đủ", "{count} complete"},
	{"many.end.enough", "{count} đủ số liệu nhưng còn việc phải xem", "{count} with all figures and something left to look at"},
	{"many.end.incomplete", "{count} CHƯA ĐẦY ĐỦ", "{count} INCOMPLETE"},
	{"many.end.failed", "{count} KHÔNG LẬP ĐƯỢC", "{count} NOT BUILT"},
	{"many.end.not-reached", "{count} chưa lập tới", "{count} not reached"},
}
