package diag

// Watching a folder.
var watchPhrases = []phrase{
	{"cmd.watch.short", "Theo dõi thư mục, lập lại báo cáo mỗi khi có tệp mới",
		"Watch the folder and make the report anew whenever a file comes"},
	{
		"cmd.watch.long",
		"Chờ tệp trong 1-nop-vao-day, tệp nghị quyết, tệp cơ quan và loi-van. Tệp nào chép xong thì lập lại báo cáo ngay, " +
			"mỗi thay đổi in một dòng. Dùng được với thư mục chia sẻ trên mạng. Dừng bằng Ctrl-C.",
		"Waits for files in 1-nop-vao-day, for the plan, the office file and loi-van. As soon as a file is whole the report " +
			"is made anew, with a line for each change. Works on network shares. Ctrl-C ends it.",
	},
	{"flag.every", "`KHOẢNG` giữa hai lần xem, như 1s hay 5s", "`INTERVAL` between two looks, as 1s or 5s"},
	{"watch.begun", "Đang theo dõi {dir}. Thả tệp vào {drop}; dừng bằng Ctrl-C.",
		"Watching {dir}. Drop files into {drop}; Ctrl-C ends it."},
	{"watch.ended", "Đã dừng theo dõi; báo cáo giữ như lần lập gần nhất.",
		"No longer watching; the report stands as it was made last."},
	{"watch.came", "{time}  Có tệp mới: {file}", "{time}  New file: {file}"},
	{"watch.came-from", "{time}  Có tệp mới: {file}: {unit}, {status}", "{time}  New file: {file}: {unit}, {status}"},
	{"watch.changed", "{time}  Tệp đã sửa: {file}", "{time}  Changed: {file}"},
	{"watch.changed-from", "{time}  Tệp đã sửa: {file}: {unit}, {status}", "{time}  Changed: {file}: {unit}, {status}"},
	{"watch.went", "{time}  Tệp không còn: {file}", "{time}  Gone: {file}"},
	{"watch.lost", "{time}  Không mở được {drop} (mất kết nối?). Vẫn chờ; báo cáo giữ nguyên.",
		"{time}  {drop} cannot be opened (connection lost?). Still waiting; the report stays as it is."},
	{"watch.back", "{time}  Đã mở lại được {drop}.", "{time}  {drop} can be opened again."},
	{"watch.complete", "{time}  Đã lập báo cáo: vượt {exceeded}, đạt {met}, không đạt {missed}. Báo cáo đầy đủ.",
		"{time}  Report made: exceeded {exceeded}, met {met}, missed {missed}. Report complete."},
	{"watch.left", "{time}  Đã lập báo cáo: vượt {exceeded}, đạt {met}, không đạt {missed}, chưa rõ {open}. Còn {left}.",
		"{time}  Report made: exceeded {exceeded}, met {met}, missed {missed}, open {open}. Left: {left}."},
	{"watch.failed", "{time}  Chưa lập lại được báo cáo; báo cáo cũ giữ nguyên, chương trình tự thử lại.",
		"{time}  The report could not be made; the old one stays, and this is tried again."},
}
