package diag

// Who owes what, reminders and receipts.
var remindPhrases = []phrase{
	{
		"matrix.legend",
		"Ai đã gửi gì (mỗi dấu là một số liệu phải báo cáo):\n" +
			"  x đã nhận, 0 không phát sinh, ? chưa có kết quả, ! có lỗi, - còn thiếu",
		"Who sent what (a sign for each figure owed):\n" +
			"  x received, 0 nothing arose, ? no result yet, ! faulty, - missing",
	},

	{"units.missing", "còn thiếu ({measure}) {label}", "missing ({measure}) {label}"},
	{"units.faulty", "cần sửa   ({measure}) {label}", "faulty  ({measure}) {label}"},

	{
		"remind.wrote",
		"Đã ghi thư nháp {path} gửi {unit}{to}: {attached}",
		"Wrote the draft {path} to {unit}{to}: {attached}",
	},
	{"remind.to", " ({address})", " ({address})"},
	{"remind.no-address", " (chưa có địa chỉ thư trong co-quan.toml)", " (no address in co-quan.toml)"},
	{
		"remind.stays",
		"Còn thư nhắc cũ trong {dir} chưa bỏ được: {error}. Đừng gửi thư ấy nếu đơn vị đã nộp.",
		"An old reminder in {dir} could not be removed: {error}. Do not send it where the unit has sent its figures.",
	},
	{
		"remind.removed",
		"Đã bỏ thư nháp {path}: không còn gì phải nhắc đơn vị.",
		"Removed the draft {path}: there is nothing left to remind the unit of.",
	},
	{
		"remind.office",
		"{unit} còn nợ {count} số liệu nhưng không có thư nhắc, vì chỗ vướng do cơ quan xử lý; xem lỗi bằng " +
			"lệnh check.",
		"{unit} owes {count} figures but gets no reminder, for what is wrong is the office's to mend; see what " +
			"check prints.",
	},
	{"remind.none", "Không có đơn vị nào phải nhắc.", "No unit has to be reminded."},
	{
		"remind.done",
		"{count} thư nháp. Mở từng thư bằng Outlook, kiểm tra người nhận rồi bấm Gửi.",
		"{count} drafts. Open each in Outlook, check the addressee and press Send.",
	},
	{
		"remind.address",
		"Địa chỉ thư «{address}» của {unit} trong co-quan.toml không đúng nên để trống người nhận.",
		"The address “{address}” of {unit} in co-quan.toml is no address; the addressee is left open.",
	},
	{
		"remind.too-large",
		"{file} quá lớn để gửi kèm thư; gửi cho đơn vị bằng cách khác.",
		"{file} is too large to be mailed; send it to the unit in another way.",
	},

	{"flag.remind", "soạn thư nhắc từng đơn vị còn nợ số liệu", "draft a reminder to each unit that still owes"},

	{
		"receipt.failed",
		"Không ghi được biên nhận {path}: {error}.",
		"The receipt {path} could not be written: {error}.",
	},
	{
		"receipt.damaged",
		"Không đọc được {path} nên để riêng thành «{aside}» và lập danh sách mới; ngày nhận các tệp trước đó " +
			"xem ở tệp ấy.",
		"{path} cannot be read; it was set aside as “{aside}” and a new list begun. When earlier files came is " +
			"in that one.",
	},

	{
		"problem.accepted",
		"Đã chấp nhận {count} cảnh báo theo nghi-quyet.toml.",
		"Warnings accepted in nghi-quyet.toml: {count}.",
	},
}
