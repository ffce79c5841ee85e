package diag

// The program's voice: everything it says that is not a problem.
var voicePhrases = []phrase{
	{"cmd.help.use", "help [LỆNH]", "help [COMMAND]"},
	{"help.line", "LỆNH [THƯ MỤC]", "COMMAND [DIR]"},
	{"problem.error", "Lỗi", "Error"},
	{"problem.warning", "Cảnh báo", "Warning"},
	{"problem.fix", "Cách sửa", "Fix"},
	{"problem.see", "Xem thêm", "See also"},
	{
		"question.choose",
		"Trả lời: baocao answer {dir} {id} N, với N là:",
		"Answer: baocao answer {dir} {id} N, where N is:",
	},
	{
		"question.value",
		"Trả lời: baocao answer {dir} {id} GIÁ-TRỊ-ĐÚNG",
		"Answer: baocao answer {dir} {id} RIGHT-VALUE",
	},
	{
		"question.values",
		"Trả lời: baocao answer {dir} {id} \"SỐ; SỐ\", lần lượt cho {figures} (để trống số nào thì giữ nguyên số ấy)",
		"Answer: baocao answer {dir} {id} \"NUMBER; NUMBER\", in this order: {figures} (one left blank stays as it is)",
	},
	{
		"question.or-values",
		"hoặc ghi các số đúng dạng \"SỐ; SỐ\", lần lượt cho {figures}",
		"or the right numbers as \"NUMBER; NUMBER\", in this order: {figures}",
	},
	{
		"question.or-value",
		"hoặc ghi giá trị đúng thay cho N (=2 khi giá trị là 2)",
		"or the right value in place of N (=2 for the value 2)",
	},
	{
		"question.or-unit",
		"hoặc ghi mã của đơn vị khác (trong co-quan.toml) thay cho N",
		"or another unit's id (in co-quan.toml) in place of N",
	},
	{
		"question.input",
		"Trả lời: baocao answer {dir} {id} MÃ-SỐ-LIỆU",
		"Answer: baocao answer {dir} {id} INPUT",
	},
	{
		"question.unit",
		"Trả lời: baocao answer {dir} {id} MÃ-ĐƠN-VỊ (mã trong co-quan.toml)",
		"Answer: baocao answer {dir} {id} UNIT (its id in co-quan.toml)",
	},
	{"problem.none", "Không có lỗi nào.", "No problems."},
	{"problem.tally", "Có {errors} lỗi và {warnings} cảnh báo.", "Errors: {errors}; warnings: {warnings}."},
	{"problem.only-warnings", "Không có lỗi, có {warnings} cảnh báo.", "No errors; warnings: {warnings}."},
	{"problem.only-errors", "Có {errors} lỗi.", "Errors: {errors}."},

	{"place.line", "dòng {line}", "line {line}"},
	{"place.sheet", "sheet «{sheet}»", "sheet “{sheet}”"},
	{"place.table", "bảng {table}, dòng {row}, cột {column}", "table {table}, row {row}, column {column}"},
	{"place.paragraph", "đoạn văn {paragraph}", "paragraph {paragraph}"},
	{"place.page", "trang {page}", "page {page}"},
	{"place.cell", "ô {cell}", "cell {cell}"},

	{"read.progress", "Đang đọc tệp {done}/{total}", "Reading file {done} of {total}"},

	{
		"verdict.not-due",
		"Chưa đến kỳ đánh giá: {count} chỉ tiêu.",
		"Not due yet: {count} indicators.",
	},
	{
		"verdict.line",
		"Chỉ tiêu: {total}; vượt {exceeded}, đạt {met}, không đạt {missed}, chưa có số liệu {nodata}, chưa " +
			"đánh giá {unassessed}.",
		"Indicators: {total}; exceeded {exceeded}, met {met}, missed {missed}, no data {nodata}, not assessed " +
			"{unassessed}.",
	},

	{
		"units.line",
		"Đơn vị: {total}; đã gửi đủ {full}, còn nợ số liệu {owing}.",
		"Units: {total}; complete {full}, still owing {owing}.",
	},
	{
		"units.line-silent",
		"Đơn vị: {total}; đã gửi đủ {full}, còn nợ số liệu {owing}, chưa gửi thuyết minh {silent}.",
		"Units: {total}; complete {full}, still owing {owing}, narrative not sent {silent}.",
	},
	{"late.title", "Quá hạn nộp:", "Past the due date:"},
	{"late.owes", "  {unit}: hạn {due}, chưa gửi đủ, quá {days} ngày", "  {unit}: due {due}, not all sent, {days} days late"},
	{"late.came", "  {unit}: hạn {due}, gửi ngày {came}, muộn {days} ngày", "  {unit}: due {due}, sent {came}, {days} days late"},
	{"units.narrative", "  {unit}: chưa gửi thuyết minh", "  {unit}: narrative not sent"},
	{"units.owes", "  {unit}: còn thiếu {count} số liệu", "  {unit}: figures missing: {count}"},

	{"build.wrote", "Đã ghi {path}", "Wrote {path}"},
	{
		"build.instead",
		"{name} đang được mở ở chương trình khác nên giữ nguyên; bản mới ghi vào {path}",
		"{name} is open in another program and was left alone; the new one is {path}",
	},
	{
		"build.sent-back",
		"Đã ghi {count} bản sao có đánh dấu chỗ sai vào {dir}; gửi lại cho đơn vị để sửa.",
		"Wrote {count} copies with the problems marked to {dir}; send them back to be mended.",
	},

	{
		"correct.plain",
		"Không đánh dấu được ngay trong tệp {file} (thường vì tệp có mật khẩu) nên bản cần sửa chỉ chép lại số " +
			"liệu, không giữ hình thức của tệp.",
		"{file} could not be marked in place (most often it has a password); its copy holds the figures " +
			"without the looks.",
	},
	{
		"correct.failed",
		"Không lập được bản cần sửa của {file}: {error}.",
		"The copy of {file} to be mended could not be made: {error}.",
	},
	{
		"ledger.failed",
		"Không ghi được {path}, danh sách tệp do chương trình lập: {error}.",
		"{path}, the list of files that the program made, could not be written: {error}.",
	},
	{
		"correct.changed",
		"{file} đã thay đổi sau khi chương trình đọc nên chưa lập bản cần sửa; hãy lập lại báo cáo.",
		"{file} has changed since it was read, so no copy to be mended was made; build again.",
	},
	{
		"correct.worked-on",
		"{file} đã được sửa tiếp sau khi chương trình ghi nên giữ nguyên; nếu đã sửa xong thì chép tệp này vào " +
			"1-nop-vao-day.",
		"{file} has been worked on since it was written and is left alone; once it is mended, copy it into " +
			"1-nop-vao-day.",
	},

	{"build.complete", "Báo cáo đầy đủ: {dir}", "Report complete: {dir}"},
	{
		"build.enough",
		"Báo cáo đủ số liệu: {dir}. Còn {left}; chi tiết ở sheet «Cần xử lý» của {solieu}.",
		"All figures are in the report: {dir}. Left: {left}; see the sheet “Cần xử lý” of {solieu}.",
	},
	{
		"build.incomplete",
		"Báo cáo CHƯA ĐẦY ĐỦ: {dir}. Còn {left}; chi tiết ở sheet «Cần xử lý» và «Đôn đốc» của {solieu}.",
		"Report INCOMPLETE: {dir}. Left: {left}; see the sheets “Cần xử lý” and “Đôn đốc” of {solieu}.",
	},
	{"check.enough", "Báo cáo đủ số liệu; còn {left}.", "All figures are there. Left: {left}."},
	{"check.incomplete", "Báo cáo CHƯA ĐẦY ĐỦ; còn {left}.", "The report is INCOMPLETE. Left: {left}."},
	{"left.units", "{count} đơn vị nợ số liệu", "units owing figures: {count}"},
	{"left.silent", "{count} đơn vị chưa gửi thuyết minh", "units whose narrative has not come: {count}"},
	{"left.errors", "{count} lỗi phải sửa", "errors to mend: {count}"},
	{
		"left.no-data",
		"{count} chỉ tiêu chưa có số liệu (số {which})",
		"indicators without data: {count} (number {which})",
	},
	{
		"left.unassessed",
		"{count} chỉ tiêu chưa đánh giá được (số {which})",
		"indicators that cannot be judged yet: {count} (number {which})",
	},
	{
		"left.verdicts",
		"{count} chỉ tiêu chờ cơ quan đánh giá (số {which})",
		"indicators for the office to judge: {count} (number {which})",
	},
	{
		"left.estimates",
		"số ước của {count} đơn vị ({which})",
		"units with estimates in it: {count} ({which})",
	},
	{"left.places", "{count} chỗ phải viết (trang {which})", "places to write: {count} (page {which})"},
	{
		"left.wording",
		"{count} chỗ lời văn của cơ quan không dùng được ({which})",
		"places where the office's wording could not be used: {count} ({which})",
	},
	{"left.warnings", "{count} cảnh báo phải xem ({which})", "warnings to look at: {count} ({which})"},

	{"forms.wrote", "Đã ghi {count} biểu mẫu vào {dir}", "Wrote {count} forms to {dir}"},

	{"init.done", "Đã tạo thư mục làm việc {dir}", "Made the working folder {dir}"},
	{
		"init.example",
		"Trong đó là nghị quyết và cơ quan mẫu; hãy sửa nghi-quyet.toml và co-quan.toml theo cơ quan mình. Đã có " +
			"nghị quyết hoặc " +
			"thư mục năm trước thì xem: baocao import --help, baocao init --help",
		"It holds an example resolution and office; edit nghi-quyet.toml and co-quan.toml for yours. With a " +
			"resolution or last " +
			"year's folder at hand see: baocao import --help, baocao init --help",
	},
	{
		"init.next",
		"Bước tiếp theo: chạy baocao check {dir} cho đến khi hết lỗi của hai tệp .toml, rồi baocao forms {dir}; " +
			"gửi các biểu " +
			"mẫu trong {forms} cho đơn vị; thả tệp nhận về vào {drop}; sau đó chạy: baocao build {dir}",
		"Next: run baocao check {dir} until the two .toml files have no errors, then baocao forms {dir}; send the " +
			"forms in " +
			"{forms} to the units; drop what comes back into {drop}; then run: baocao build {dir}",
	},
	{
		"init.resumed",
		"Thư mục {dir} do một lần chạy trước tạo dở, nay đã tạo xong. Năm, chỉ tiêu, đơn vị trong đó theo lệnh của lần ấy, " +
			"không theo lệnh vừa chạy: hãy xem lại nghi-quyet.toml và co-quan.toml; nếu không đúng thì chạy lại " +
			"baocao init với tên thư mục khác.",
		"The folder {dir} that an earlier run had begun is finished now. Its year, targets and units are as that run was " +
			"told, not this one: check nghi-quyet.toml and co-quan.toml; if they are not right, run baocao init again " +
			"for another folder.",
	},
	{
		"init.units",
		"Đã ghi {count} đơn vị vào {file}. Tên gọi khác (aliases) còn để trống; tên cơ quan, nơi nhận: điền vào chỗ " +
			"«...», hoặc để baocao import điền những gì nghị quyết có ghi.",
		"Wrote {count} units to {file}. Other names (aliases) are empty; fill in “...” for the office and the " +
			"recipients, or let baocao import fill in what the resolution says.",
	},
	{
		"init.no-plan",
		"Bước tiếp theo: đưa nghị quyết vào (ghi {file}) bằng lệnh: baocao import NGHI-QUYET.docx {dir}; rồi " +
			"chạy: baocao forms " +
			"{dir}",
		"Next: bring the resolution in (it writes {file}) with: baocao import RESOLUTION.docx {dir}; then run: " +
			"baocao forms {dir}",
	},
	{"roster.no-name", "Bỏ qua dòng {row}: không có tên đơn vị.", "Row {row} left out: it names no unit."},
	{
		"roster.twice",
		"Bỏ qua dòng {row}: «{name}» đã có ở trên; nếu là đơn vị khác thì đặt tên cho khác nhau rồi làm lại.",
		"Row {row} left out: “{name}” stands above; if it is another unit, give it a name of its own and begin again.",
	},
	{
		"roster.alike",
		"Bỏ qua dòng {row}: «{name}» chỉ khác dấu với «{other}» ở trên; hãy đặt tên cho khác hẳn (ví dụ thêm tên xã cũ) rồi " +
			"làm lại.",
		"Row {row} left out: “{name}” differs from “{other}” above in accents only; give it another name and begin again.",
	},
	{
		"roster.no-number",
		"Bỏ qua dòng {row}: «{name}» không có số thứ tự như các đơn vị khác; nếu là đơn vị thì đánh số rồi làm lại.",
		"Row {row} left out: “{name}” has no number as the units have; if it is one, number it and begin again.",
	},
	{
		"roster.other-sheet",
		"Sheet «{sheet}» cũng có cột tên đơn vị nhưng không lấy: chỉ đọc sheet đầu tiên có danh sách.",
		"Sheet “{sheet}” has a column of units' names too; it is left out, only the first sheet with a list is read.",
	},
	{
		"roster.address",
		"Dòng {row}, {name}: «{address}» không phải địa chỉ thư, để trống.",
		"Row {row}, {name}: “{address}” is no mail address; left empty.",
	},
	{
		"fail.units",
		"Không đọc được danh sách đơn vị {file}.",
		"The list of units {file} cannot be read.",
	},
	{
		"fail.no-units",
		"Không thấy đơn vị nào trong {file}: cần một dòng tiêu đề có cột «Tên đơn vị»; có thể thêm cột «Nhóm» và " +
			"«Địa chỉ thư».",
		"No units found in {file}: a heading row with a column “Tên đơn vị” is needed; “Nhóm” and “Địa chỉ thư” " +
			"may stand " +
			"beside it.",
	},
	{
		"usage.from-units",
		"--units dùng cho thư mục mới hoàn toàn, không dùng cùng --from",
		"--units is for a folder from nothing and does not go with --from",
	},

	{"carry.changes", "Chuyển sang năm {year}, {count} chỗ:", "Moved on to {year}, {count} places:"},
	{"carry.change", "  {file}, dòng {line}: {before} → {after}", "  {file}, line {line}: {before} → {after}"},
	{
		"carry.taken-out",
		"  {file}, dòng {line}: {key} = {before} thôi không dùng (còn lại dưới dạng chú thích)",
		"  {file}, line {line}: {key} = {before} is not used any more (left as a comment)",
	},
	{"carry.look", "Phải xem lại:", "To be looked at:"},
	{
		"carry.resolution",
		"  nghi-quyet.toml: số «{number}» và ngày {date} là của nghị quyết năm trước",
		"  nghi-quyet.toml: number “{number}” and date {date} are of last year's resolution",
	},
	{
		"carry.report",
		"  co-quan.toml: tên báo cáo (title), số, ngày, hạn nộp (due), người ký",
		"  co-quan.toml: title of the report, number, date, due date, signer",
	},
	{
		"carry.kept",
		"  {file}, dòng {line}: giữ nguyên năm trong «{text}»",
		"  {file}, line {line}: the year stays in “{text}”",
	},
	{
		"carry.amendment",
		"  chỉ tiêu {measure}: có điều chỉnh từ {date}; nghị quyết mới đã tính đến thì ghi thẳng vào " +
			"target và basis, rồi xóa mục amendment",
		"  measure {measure}: amended from {date}; if the new resolution has it, write it into " +
			"target and basis and delete the amendment",
	},
	{
		"carry.constant",
		"  chỉ tiêu {measure}: hằng số {value} («{label}») là của năm trước",
		"  measure {measure}: the constant {value} (“{label}”) is of last year",
	},
	{
		"carry.silence",
		"  nghi-quyet.toml, dòng {line}: cảnh báo {code} đã được chấp nhận vì lý do của năm trước",
		"  nghi-quyet.toml, line {line}: warning {code} was accepted for a reason of last year",
	},
	{
		"carry.words",
		"  {file}: lời văn của năm trước",
		"  {file}: wording of last year",
	},
	{
		"carry.target",
		"  chỉ tiêu {measure} (dòng {line}): {name}: «{target}»",
		"  measure {measure} (line {line}): {name}: “{target}”",
	},
	{
		"carry.no-result",
		"  không có {file} của năm trước: chưa có số liệu năm trước để so sánh; lập báo cáo năm trước rồi chép " +
			"tệp ấy vào nam-truoc",
		"  last year has no {file}: nothing to compare with; build last year's report and copy the file into nam-truoc",
	},
	{
		"carry.bad-result",
		"  không đọc được {file} của năm trước nên không mang sang: {error}",
		"  last year's {file} cannot be read and was not taken along: {error}",
	},
	{
		"carry.other-result",
		"  {file} là kết quả của năm {found}, không phải năm {want}: không mang sang",
		"  {file} is the result of {found}, not of {want}: not taken along",
	},
	{
		"carry.incomplete",
		"  {file} của năm trước là báo cáo chưa đầy đủ: các chỉ tiêu chưa có số liệu sẽ không có số năm trước",
		"  last year's {file} is of an incomplete report: measures without data have no figure of last year",
	},

	{
		"mail.wrote",
		"Đã ghi thư nháp {path}. Mở bằng Outlook, kiểm tra người nhận rồi bấm Gửi.",
		"Wrote the draft {path}. Open it in Outlook, check the recipients, press Send.",
	},
	{"mail.incomplete", "Lưu ý: báo cáo trong thư này chưa đầy đủ.", "Note: the report in this draft is incomplete."},

	{"plan.target.may", "; có lẽ là {targets}", "; probably {targets}"},
	{"plan.near", "; gần nhất là «{word}»", "; the nearest is “{word}”"},

	{"enter", "Nhấn Enter để đóng cửa sổ này.", "Press Enter to close this window."},

	{"fail.usage", "{what}\nXem hướng dẫn: baocao --help", "{what}\nFor help: baocao --help"},
	{
		"fail.not-a-folder",
		"{dir} không phải là thư mục làm việc: không có tệp nghi-quyet.toml. Tạo mới bằng: baocao init {dir}",
		"{dir} is not a working folder: it has no nghi-quyet.toml. Make one with: baocao init {dir}",
	},
	{
		"fail.no-plan",
		"{dir} đã có co-quan.toml, chưa có nghi-quyet.toml. Đưa nghị quyết vào bằng lệnh: baocao import NGHI-QUYET.docx {dir}",
		"{dir} has its co-quan.toml and no nghi-quyet.toml yet. Bring the resolution in with: baocao import RESOLUTION.docx {dir}",
	},
	{
		"fail.plan",
		"Tệp nghị quyết hoặc tệp cơ quan có lỗi nên chưa làm được gì.",
		"The resolution or office file has errors; nothing was run.",
	},
	{
		"fail.exists",
		"{dir} đã có nội dung nên không ghi đè. Hãy chọn tên thư mục khác.",
		"{dir} is not empty and is not overwritten. Choose another folder.",
	},
	{
		"fail.no-example",
		"Không có mẫu «{name}», cũng không có thư mục làm việc nào tên như vậy. Mẫu hiện có: kien-an-2022, phuong-an-khang-2026",
		"There is no example and no working folder “{name}”. There are the examples kien-an-2022 and phuong-an-khang-2026",
	},
	{
		"fail.no-measure",
		"Không có chỉ tiêu «{id}» trong nghị quyết. Các mã: {ids}",
		"The resolution has no measure “{id}”. There are: {ids}",
	},
	{"fail.no-code", "Không có mã «{code}». Các mã: {codes}", "There is no code “{code}”. There are: {codes}"},
	{"fail.no-report", "Chưa có {path}. Hãy chạy: baocao build {dir}", "There is no {path}. Run: baocao build {dir}"},
	{
		"fail.held",
		"Chưa ghi được {path}. Nếu tệp đang mở, hãy đóng lại rồi chạy lần nữa. Báo cáo cũ được giữ nguyên.",
		"Could not write {path}. If the file is open, close it and run again. The previous report is unchanged.",
	},
	{
		"fail.write",
		"Chưa ghi được vào {path}: {error}. {cure}Những gì đã có trước được giữ nguyên.",
		"Cannot write to {path}: {error}. {cure}What was there before is unchanged.",
	},
	{"fail.path", "Không mở được {path}: {error}.", "Cannot open {path}: {error}."},
	{"fail.other", "Không thực hiện được: {error}", "Failed: {error}"},
	{
		"fail.interrupted",
		"Đã dừng theo yêu cầu; báo cáo cũ được giữ nguyên.",
		"Stopped on request; the previous report is unchanged.",
	},

	{"usage.unknown-command", "Không có lệnh «{name}».", "There is no command “{name}”."},
	{"usage.unknown-flag", "Không có tùy chọn «{name}».", "There is no option “{name}”."},
	{
		"usage.flag-value",
		"Tùy chọn «{name}» thiếu hoặc sai giá trị.",
		"The option “{name}” lacks its value or has a wrong one.",
	},
	{"usage.args", "Lệnh «{name}» viết như sau: {use}", "The command “{name}” is written: {use}"},
	{"usage.lang", "--lang chỉ nhận vi hoặc en, không nhận «{value}».", "--lang takes vi or en, not “{value}”."},

	{"inspect.file", "Tệp", "File"},
	{"inspect.format", "Định dạng", "Format"},
	{"inspect.unit", "Đơn vị", "Unit"},
	{"inspect.unit-unknown", "(chưa nhận ra)", "(not recognised)"},
	{"inspect.status", "Trạng thái", "Status"},
	{"inspect.dated", "Ngày ghi trong tệp", "Dated"},
	{"inspect.edition", "Tên tệp cho biết", "Its name says"},
	{"inspect.corrects", "Bản sửa của tệp có mã SHA-256", "Corrected copy of the file with SHA-256"},
	{
		"inspect.others",
		"Số liệu do đơn vị khác phụ trách, chỉ để đối chiếu: {count}",
		"Figures that other units own, for comparison only: {count}",
	},
	{
		"inspect.sheet",
		"Sheet «{name}»: {cells} ô có nội dung, đến ô {last}{hidden}",
		"Sheet “{name}”: {cells} cells, up to {last}{hidden}",
	},
	{"inspect.sheet-empty", "Sheet «{name}»: không có nội dung{hidden}", "Sheet “{name}”: nothing in it{hidden}"},
	{"inspect.merges", "Vùng ô gộp ({count}): {list}", "Merged ranges ({count}): {list}"},
	{"inspect.hidden-rows", "Dòng ẩn: {list}", "Hidden rows: {list}"},
	{"inspect.hidden-columns", "Cột ẩn: {list}", "Hidden columns: {list}"},
	{"inspect.boxes", "Hộp chữ, hình vẽ có chữ ({count}): {list}", "Text boxes and shapes with words ({count}): {list}"},
	{"inspect.column", ", cột «{heading}»", ", column “{heading}”"},
	{
		"inspect.no-layout",
		"{file}: không có số liệu nào lấy từ bảng riêng của đơn vị.",
		"{file}: no figure was found in a table of the unit's own.",
	},
	{"inspect.fonts", "Phông chữ (số ô)", "Fonts (cells)"},
	{"inspect.repairs", "Ô đã chuyển sang chữ Unicode: {count}", "Cells turned into Unicode: {count}"},
	{"inspect.more", "… còn {count} ô nữa (thêm --json để xem hết)", "… {count} more (--json lists them all)"},

	{"format.xlsx", "Excel 2007 trở lên (.xlsx, .xlsm, .xltx)", "Excel 2007 or later (.xlsx, .xlsm, .xltx)"},
	{"format.xls", "Excel 97-2003 hoặc 5.0/95 (.xls)", "Excel 97-2003 or 5.0/95 (.xls)"},
	{"format.xlsb", "Excel nhị phân (.xlsb)", "Excel binary (.xlsb)"},
	{"format.ods", "OpenDocument (.ods)", "OpenDocument (.ods)"},
	{"format.fods", "OpenDocument dạng XML (.fods)", "Flat OpenDocument (.fods)"},
	{"format.docx", "Word 2007 trở lên (.docx, .docm)", "Word 2007 or later (.docx, .docm)"},
	{"format.html", "Trang web có bảng (HTML, thường mang đuôi .xls)", "Web page with tables (HTML, often called .xls)"},
	{"format.xml", "XML Spreadsheet 2003 (.xml, .xls)", "XML Spreadsheet 2003 (.xml, .xls)"},
	{"format.csv", "Bảng dạng chữ (.csv, .tsv, .txt)", "Table as text (.csv, .tsv, .txt)"},

	{"inspect.hidden", ", đang ẩn", ", hidden"},
	{"inspect.observations", "Tôi đọc thế này ({count} số liệu):", "I read this as ({count} figures):"},
	{
		"layout.check",
		"Kiểm tra: đúng là số liệu này thì bỏ dấu # ở đầu các dòng của mục dưới đây.",
		"Check: take the # off the lines of the entry below if this is what it answers.",
	},
	{
		"layout.choose",
		"Chưa rõ: chọn đúng một mục dưới đây và bỏ dấu # ở đầu các dòng của mục ấy.",
		"Not clear: choose one of the entries below and take the # off its lines.",
	},
	{"blank.cells", "để trống {count} ô phải điền", "left {count} required cells blank"},
	{"blank.absent", "chưa gửi {count} số liệu phải báo cáo", "has not sent {count} figures that are asked for"},
	{"read.label", "dòng «{text}»", "row “{text}”"},
	{"read.stored", "trong ô lưu {text}", "stored {text}"},
	{"read.shown", "hiển thị «{text}»", "shown “{text}”"},
	{"read.unit", "đơn vị tính «{text}» (ô {cell})", "unit “{text}” (cell {cell})"},
	{"read.period", "kỳ «{text}» (ô {cell})", "period “{text}” (cell {cell})"},
	{"read.plan", "kế hoạch {text}", "plan {text}"},
	{"read.last", "năm trước {text}", "last year {text}"},
	{"inspect.remarks", "Thuyết minh đọc được: {count}", "Narrative: {count}"},

	{"answer.blank", "(để trống)", "(blank)"},
	{"answer.faulty", "(không dùng được)", "(unusable)"},
	{"answer.nil", "không phát sinh", "nothing arose"},
	{"answer.as-it-is", "đúng như đã ghi: ", "right as they are: "},
	{
		"answer.exchanged",
		"hai số ghi đổi chỗ cho nhau, đúng ra là: ",
		"the two stand in each other's place; they should be: ",
	},
	{"answer.pending", "chưa có kết quả", "no result yet"},

	{
		"explain.error",
		"Mức độ: Lỗi. Báo cáo chưa đầy đủ cho đến khi sửa xong; không bỏ qua được.",
		"Severity: Error. The report is incomplete until it is mended; it cannot be silenced.",
	},
	{
		"explain.warning",
		"Mức độ: Cảnh báo. Báo cáo vẫn đầy đủ; có thể chấp nhận bằng [[silence]] kèm lý do trong " +
			"nghi-quyet.toml.",
		"Severity: Warning. The report is complete all the same; it may be accepted with a [[silence]] and its " +
			"reason in nghi-quyet.toml.",
	},
	{"explain.message", "Thông báo: {text}", "Message: {text}"},
	{"explain.fix", "Cách sửa: {text}", "Fix: {text}"},
	{"explain.example", "Ví dụ:{text}", "Example:{text}"},
	{"explain.sender", "Việc của đơn vị gửi: {text}", "For the sender: {text}"},

	{"status.accepted", "đã nhận", "accepted"},
	{"status.faulty", "có ô không dùng được", "faulty"},
	{"status.partial", "còn thiếu", "partial"},
	{"status.nil", "không phát sinh", "nil"},
	{"status.unreadable", "không đọc được", "unreadable"},
	{"status.duplicate", "trùng tệp khác", "duplicate"},
	{"status.replaced", "đã có tệp khác thay", "replaced"},
	{"status.conflict", "mâu thuẫn với tệp khác", "conflict"},
	{"status.unknown", "chưa nhận ra đơn vị", "unit not recognised"},
	{"status.other-period", "số liệu của kỳ khác", "of another period"},

	{"help.usage", "Cách dùng:", "Usage:"},
	{"help.commands", "Các lệnh:", "Commands:"},
	{"help.flags", "Tùy chọn:", "Options:"},
	{"help.examples", "Ví dụ:", "Examples:"},
	{"help.more", "Xem kỹ một lệnh: baocao LỆNH --help", "More about a command: baocao COMMAND --help"},
	{
		"help.status",
		"Mã kết thúc: 0 đã ghi báo cáo; 1 thất bại; 2 gõ sai lệnh; 3 còn thiếu (check, hoặc build --strict)\n" +
			"hoặc có khác (diff, verify); 4 tệp nghị quyết hoặc cơ quan có lỗi; 130 bị dừng giữa chừng.",
		"Exit status: 0 report written; 1 failure; 2 usage; 3 incomplete (check, or build --strict)\n" +
			"or different (diff, verify); 4 the resolution or office file is invalid; 130 interrupted.",
	},

	{"flag.lang", "ngôn ngữ thông báo: `vi|en`", "language of messages: `vi|en`"},
	{"flag.json", "in kết quả dạng JSON", "print the answer as JSON"},
	{"flag.quiet", "chỉ in điều cần thiết", "print only what is needed"},
	{"flag.strict", "trả mã 3 khi báo cáo chưa đầy đủ", "exit with 3 when the report is incomplete"},
	{"flag.sources", "lập thêm bản lưu nội bộ có nguồn của từng số liệu (BaoCao-...-nguon.pdf)",
		"also make the office's own copy with the source of each figure (BaoCao-...-nguon.pdf)"},
	{"flag.by", "`TÊN` người làm, được ghi lại (mặc định: tên tài khoản)", "`NAME` of who does it, which is kept (default: the account's)"},
	{"flag.reason", "`LÝ-DO` ghi kèm số liệu", "`REASON` kept with a figure"},
	{"flag.undo", "lấy lại câu trả lời", "take the answer back"},
	{
		"usage.init",
		"Tạo thư mục {dir} từ đâu? Chọn một cách:\n" +
			"  baocao init {dir} --from THƯ-MỤC-NĂM-TRƯỚC     chuyển thư mục năm trước sang năm sau\n" +
			"  baocao init {dir} --units DON-VI.xlsx          từ danh sách đơn vị, rồi đưa nghị quyết vào\n" +
			"  baocao import NGHI-QUYET.docx {dir}            từ văn bản nghị quyết\n" +
			"  baocao init {dir} --from {example}          mẫu có sẵn, để dùng thử",
		"Make the folder {dir} from what? Choose one:\n" +
			"  baocao init {dir} --from LAST-YEARS-FOLDER     last year's folder, moved on a year\n" +
			"  baocao init {dir} --units UNITS.xlsx           a list of units; the resolution comes next\n" +
			"  baocao import RESOLUTION.docx {dir}            the text of the resolution\n" +
			"  baocao init {dir} --from {example}          the example, to try the program with",
	},
	{
		"flag.from",
		"`THƯ-MỤC` làm việc của năm trước, chuyển sang năm sau; hoặc mẫu có sẵn kien-an-2022, để dùng thử",
		"`FOLDER` of last year, moved on a year; or the example kien-an-2022, to try the program with",
	},
	{
		"flag.units",
		"`TỆP` danh sách đơn vị (.xlsx, .csv: Tên đơn vị, Nhóm, Địa chỉ thư) để ghi vào co-quan.toml",
		"`FILE` with the units (.xlsx, .csv: name, group, address) for co-quan.toml",
	},
	{"flag.dir", "thư mục làm việc có danh sách đơn vị", "working folder whose units and forms are meant"},
	{
		"flag.cells",
		"in mọi ô của tệp (TSV, hoặc JSON với --json)",
		"print every cell of the file (TSV, or JSON with --json)",
	},
	{
		"flag.layout",
		"in sẵn các [[layout]] để chép vào co-quan.toml",
		"print ready [[layout]] entries for co-quan.toml",
	},
	{"flag.help", "xem hướng dẫn", "show help"},
	{"flag.version", "xem phiên bản", "show the version"},

	{
		"cmd.root.short",
		"Tổng hợp, đánh giá chỉ tiêu nghị quyết và lập báo cáo cuối năm",
		"Consolidate, judge and report a resolution's indicators at year end",
	},
	{
		"cmd.init.short",
		"Tạo thư mục làm việc từ năm trước, từ danh sách đơn vị hoặc từ mẫu, kèm biểu mẫu trống",
		"Make a working folder from last year's, a list of units or the example, with blank forms",
	},
	{
		"cmd.import.short",
		"Lập bản thảo nghị quyết từ văn bản (.docx, .txt, .md) hoặc bảng chỉ tiêu (.xlsx)",
		"Draft a plan from a resolution's text (.docx, .txt, .md) or a table of targets (.xlsx)",
	},
	{
		"cmd.import.long",
		"Đọc TỆP và ghi nghi-quyet.toml, co-quan.toml vào THƯ MỤC (mặc định: thư mục đang đứng). Chỗ nào chưa chắc vẫn " +
			"được ghi, kèm một dòng «# HỎI:» ngay phía trên và được in ra màn hình. Nghị quyết đã có thì không bị " +
			"ghi đè.",
		"Reads FILE and writes nghi-quyet.toml and co-quan.toml into DIR (default: the current folder). What is not " +
			"certain is written all the same, with a line “# HỎI:” over it, and printed. A plan that is there is " +
			"never overwritten.",
	},
	{
		"import.done",
		"Đã ghi {plan}: {sections} phần, {indicators} chỉ tiêu, {measures} nội dung đánh giá, {questions} chỗ cần " +
			"xem " +
			"lại (các dòng «# HỎI:»).",
		"Wrote {plan}: {sections} sections, {indicators} indicators, {measures} measures, {questions} places to look " +
			"at (the lines “# HỎI:”).",
	},
	{
		"import.office",
		"Đã ghi {office}: xem lại tên cơ quan, nơi nhận và danh sách đơn vị.",
		"Wrote {office}: look over the office's name, the recipients and the units.",
	},
	{
		"import.office-kept",
		"co-quan.toml giữ nguyên {key} = «{written}», còn văn bản nghị quyết ghi «{says}»: xem lại co-quan.toml có phải của " +
			"cơ quan này không.",
		"co-quan.toml keeps {key} = “{written}”, the resolution's text has “{says}”: see whether the file is this office's.",
	},
	{
		"import.next",
		"Bước tiếp theo: trả lời từng dòng «# HỎI:» trong nghi-quyet.toml, điền chỗ «...» trong co-quan.toml, rồi " +
			"chạy: baocao forms {dir}",
		"Next: answer each line “# HỎI:” of nghi-quyet.toml, fill in “...” in co-quan.toml, then run: " +
			"baocao forms {dir}",
	},
	{
		"import.owners",
		"Đã ghi {file}: mở bằng Excel, chọn đơn vị báo cáo ở cột cuối, lưu lại, rồi chạy: baocao import {file} {dir}",
		"Wrote {file}: open it in Excel, choose who reports in the last column, save it, then run: " +
			"baocao import {file} {dir}",
	},
	{
		"owners.done",
		"Đã ghi đơn vị báo cáo của {count} nội dung đánh giá vào {plan}.",
		"Wrote who reports {count} measures into {plan}.",
	},
	{
		"owners.empty",
		"Còn {count} nội dung bảng không ghi đơn vị báo cáo (số {which}): from trong nghi-quyet.toml giữ nguyên.",
		"The table names nobody for {count} measures ({which}): their from in nghi-quyet.toml stays.",
	},
	{
		"fail.owners-break",
		"Chưa ghi gì: với phân công trong {file} thì nghi-quyet.toml có lỗi như trên. Sửa bảng phân công, hoặc sửa chỗ ấy trong " +
			"nghi-quyet.toml, rồi chạy lại.",
		"Nothing was written: with the owners of {file} nghi-quyet.toml has the errors above. Mend the table, or the place in " +
			"nghi-quyet.toml, and run it again.",
	},
	{
		"fail.has-plan",
		"Thư mục {dir} đã có nghi-quyet.toml nên không ghi đè. Hãy chọn thư mục khác.",
		"{dir} has a nghi-quyet.toml already, which is not overwritten. Choose another folder.",
	},
	{
		"fail.no-targets",
		"Không tìm thấy chỉ tiêu nào trong {file}. Tệp phải là văn bản nghị quyết có danh sách chỉ tiêu, hoặc " +
			"bảng có " +
			"các cột TT, Chỉ tiêu, ĐVT, Kế hoạch.",
		"No indicator was found in {file}. It has to be the text of a resolution with a list of indicators, or a " +
			"table " +
			"with the columns TT, Chỉ tiêu, ĐVT, Kế hoạch.",
	},
	{
		"cmd.forms.short",
		"Ghi lại biểu mẫu trống cho từng đơn vị vào thư mục mau",
		"Write the blank form of each unit to the folder mau",
	},
	{
		"cmd.check.short",
		"Đọc và đánh giá, in mọi lỗi, không ghi gì",
		"Read and judge, print every problem, write nothing",
	},
	{"cmd.answer.short", "Trả lời câu hỏi về số liệu chưa rõ", "Settle the questions about unclear figures"},
	{
		"cmd.answer.long",
		"Không ghi ID thì hỏi lần lượt mọi câu. CHOICE là số thứ tự của lựa chọn, là giá trị đúng (ghi =2 khi giá " +
			"trị là 2), là mã đơn vị gửi tệp, hoặc 0 khi dòng không phải nội dung nào. Câu trả lời được ghi vào " +
			"ghi-nho.toml hoặc quyet-dinh-so-lieu.toml.",
		"Without ID it asks all questions, one after another. CHOICE is a candidate's number, the right value (=2 " +
			"for the value 2), the sending unit's id, or 0 where the row answers nothing that is asked. Answers are " +
			"kept in ghi-nho.toml or quyet-dinh-so-lieu.toml.",
	},
	{
		"last-year.undated",
		"không chỗ nào (tiêu đề, tên sheet, tên tệp) ghi năm của {count} số.",
		"no heading, title, sheet or file name tells the year of its figures ({count}).",
	},
	{
		"last-year.unitless",
		"không ghi đơn vị tính, nên chưa rõ là tỷ lệ hay số lượng.",
		"no unit of measurement tells whether it is a rate or a count.",
	},
	{"last-year.nothing", "không có bảng nào có chỉ tiêu của năm nay.", "it has no table with a measure of this year."},
	{"last-year.result", "dùng số của báo cáo năm trước", "that of last year's report counts"},
	{"last-year.neither", "chưa dùng số nào", "neither counts"},
	{"answer.reason.estimate", "Tạm lấy số ước cho đến khi có số chính thức", "Estimates until the results come"},
	{"answer.estimate", "lấy làm số ước: {found}", "take as estimates: {found}"},
	{"answer.estimates", "lấy mọi số ước của đơn vị này", "take all estimates of this unit"},
	{"answer.reason", "Xác nhận khi kiểm tra số liệu của đơn vị", "Confirmed when the unit's figures were checked"},
	{"answer.none", "Không có câu hỏi nào đang chờ trả lời.", "No question is open."},
	{
		"answer.nobody",
		"Không có ai trả lời: không đọc được gì từ bàn phím, nên chưa ghi gì. Chạy lệnh này trong cửa sổ lệnh, hoặc " +
			"ghi ID và CHOICE ngay trong lệnh.",
		"Nobody answered: nothing could be read, so nothing was written. Run this in a console, or give ID and " +
			"CHOICE.",
	},
	{
		"answer.prompt.reading",
		"Chọn số (0: không phải nội dung nào; Enter: để sau; q: thôi):",
		"Choose a number (0: none of them; Enter: later; q: stop):",
	},
	{
		"answer.prompt.figure",
		"Chọn số hoặc ghi giá trị đúng (Enter: để sau; q: thôi):",
		"Choose a number or write the right value (Enter: later; q: stop):",
	},
	{"undo.stopped", "Đã dừng; câu trả lời trước đây vẫn giữ nguyên.", "Stopped; the answer stands as it did."},
	{"answer.stopped", "Đã dừng; câu trả lời vừa chọn chưa được ghi.", "Stopped; this answer was not kept."},
	{
		"answer.prompt.value",
		"Ghi giá trị đúng (Enter: để sau; q: thôi):",
		"Write the right value (Enter: later; q: stop):",
	},
	{
		"answer.prompt.figures",
		"Chọn số, hoặc ghi các số đúng cách nhau bằng dấu chấm phẩy, lần lượt cho {figures} (Enter: để sau; q: thôi):",
		"Choose a number, or write the right numbers with semicolons between, in this order: {figures} (Enter: " +
			"later; " +
			"q: stop):",
	},
	{
		"answer.prompt.values",
		"Ghi các số đúng cách nhau bằng dấu chấm phẩy, lần lượt cho {figures} (Enter: để sau; q: thôi):",
		"Write the right numbers with semicolons between, in this order: {figures} (Enter: later; q: stop):",
	},
	{
		"answer.prompt.choose",
		"Chọn số (Enter: để sau; q: thôi):",
		"Choose a number (Enter: later; q: stop):",
	},
	{
		"answer.prompt.sender",
		"Chọn số hoặc ghi mã đơn vị (Enter: để sau; q: thôi):",
		"Choose a number or write the unit's id (Enter: later; q: stop):",
	},
	{
		"answer.wrote",
		"Đã ghi câu trả lời {id} vào {file} ({count} mục). Lấy lại bằng --undo.",
		"Answer {id} was written to {file} ({count} entries). Take it back with --undo.",
	},
	{
		"answer.undone",
		"Đã lấy câu trả lời {id} khỏi {file} ({count} mục).",
		"Answer {id} was taken out of {file} ({count} entries).",
	},
	{"answer.change", "  {measure} {name}: {before} → {after}", "  {measure} {name}: {before} → {after}"},
	{"answer.no-change", "  Chưa chỉ tiêu nào thay đổi.", "  No measure changes."},
	{"answer.reported", "{verdict} ({reported}/{expected} đơn vị)", "{verdict} ({reported} of {expected} units)"},
	{"answer.open", "Còn {count} câu hỏi.", "Questions left: {count}."},
	{
		"answer.still",
		"  Câu hỏi {id} vẫn còn: câu trả lời chưa giải quyết được nguyên nhân.",
		"  Question {id} stands all the same: the answer does not settle its cause.",
	},
	{
		"fail.decided",
		"{file}, dòng {line} đã quyết định số này (câu trả lời {id}). Hãy lấy lại trước: baocao answer {dir} {id} " +
			"--undo. " +
			"Chưa ghi gì.",
		"{file}, line {line} decides this figure already (answer {id}). Take it back first: baocao answer {dir} {id} " +
			"--undo. Nothing was written.",
	},
	{
		"fail.decided-by-hand",
		"{file}, dòng {line} đã quyết định số này. Hãy sửa ngay ở dòng ấy; chưa ghi gì.",
		"{file}, line {line} decides this figure already. Change it there; nothing was written.",
	},
	{
		"fail.read-only",
		"{file} là tệp chỉ đọc nên chưa ghi gì. Bỏ thuộc tính chỉ đọc rồi làm lại.",
		"{file} is read-only, so nothing was written. Make it writable and try again.",
	},
	{
		"fail.edited",
		"{file} đã được ghi nhưng không đánh giá lại được thư mục. Ngay sau đó có người khác sửa {file} nên tệp được để " +
			"nguyên: thay đổi của lệnh này (mục có id = \"{id}\") có thể còn trong tệp. Hãy mở tệp xem lại mục ấy, rồi " +
			"chạy: baocao check {dir}",
		"{file} was written, but the folder could not be judged after that. Somebody has changed {file} since, so it " +
			"was left as it is: what this command changed (the entry with id = \"{id}\") may still stand there. Look at " +
			"that entry, then run: baocao check {dir}",
	},
	{
		"fail.not-taken-back",
		"{file} đã được ghi nhưng không đánh giá lại được thư mục, cũng không trả được tệp về như trước: {error}. Thay " +
			"đổi của lệnh này (mục có id = \"{id}\") còn trong tệp. Hãy mở tệp xem lại mục ấy, rồi chạy: " +
			"baocao check {dir}",
		"{file} was written, but the folder could not be judged after that, and the file could not be put back: " +
			"{error}. What this command changed (the entry with id = \"{id}\") still stands there. Look at that entry, " +
			"then run: baocao check {dir}",
	},
	{
		"fail.answered",
		"Câu hỏi {id} đã trả lời rồi ({file}, dòng {line}). Muốn trả lời lại thì lấy lại trước: baocao answer {dir} {id} --undo",
		"Question {id} has its answer ({file}, line {line}). To answer it anew take that back first: baocao answer {dir} {id} --undo",
	},
	{
		"fail.no-question",
		"Không có câu hỏi «{id}». Chạy baocao check để xem các câu hỏi đang chờ.",
		"There is no question “{id}”. Run baocao check to see those that are open.",
	},
	{
		"fail.not-toml",
		"{file}, dòng {line}: {error}. Sửa lỗi này trước; chưa ghi gì.",
		"{file}, line {line}: {error}. Mend this first; nothing was written.",
	},
	{
		"fail.own-shape",
		"Không thêm hoặc bớt được mục trong {file} mà giữ nguyên phần còn lại; hãy viết mỗi mục bằng [[...]]. Chưa " +
			"ghi gì.",
		"No entry can be added to or taken out of {file} without touching the rest; write each as [[...]]. " +
			"Nothing was written.",
	},
	{
		"fail.unclear",
		"Con số này đọc được theo hai cách; hãy ghi rõ, ví dụ 1250 hoặc 1,25. Chưa ghi gì.",
		"The number can be read in two ways; write 1250 or 1,25. Nothing was written.",
	},
	{
		"fail.no-choice",
		"Câu trả lời không phải số thứ tự của lựa chọn nào, cũng không dùng được cho câu hỏi này; chưa ghi gì.",
		"This is no candidate's number and no answer to the question; nothing was written.",
	},
	{
		"usage.undo",
		"--undo cần đúng một ID: baocao answer THƯ-MỤC ID --undo",
		"--undo takes one ID: baocao answer DIR ID --undo",
	},
	{
		"usage.by",
		"không biết ai trả lời; ghi --by \"Họ tên\"",
		"who answers is not known; give --by \"NAME\"",
	},
	{"cmd.build.short", "Lập báo cáo: PDF, phụ lục, sổ số liệu", "Build the report: PDF, annex, workbook of figures"},
	{
		"cmd.trace.short",
		"In cách tính một chỉ tiêu hoặc một phần của nó đến từng tệp, sheet, ô",
		"Print the arithmetic of one measure or indicator down to file, sheet and cell",
	},
	{"cmd.inspect.short", "Xem chương trình đọc được gì trong một tệp", "Show what the program sees in one file"},
	{"cmd.explain.short", "Giải thích một mã lỗi và cách sửa", "Explain a problem code and how to fix it"},
	{
		"cmd.mail.short",
		"Soạn thư nháp (.eml) kèm báo cáo và phụ lục",
		"Write a mail draft (.eml) with the report and annex attached",
	},
	{"cmd.version.short", "In phiên bản", "Print the version"},
	{"cmd.help.short", "Xem hướng dẫn của một lệnh", "Help about a command"},
}
