package diag

// Who owes what, reminders and receipts.
var remindEntries = []Entry{
	say("matrix.legend", "Ai đã gửi gì (mỗi dấu là một số liệu phải báo cáo): x đã nhận, 0 không phát sinh, ? chưa có kết quả, ! có lỗi, - còn thiếu",
		"Who sent what (a sign for each figure owed): x received, 0 nothing arose, ? no result yet, ! faulty, - missing"),
	say("units.missing", "còn thiếu ({measure}) {label}", "missing ({measure}) {label}"),
	say("units.faulty", "cần sửa   ({measure}) {label}", "faulty  ({measure}) {label}"),
	say("problem.accepted", "Đã chấp nhận {count} cảnh báo theo nghi-quyet.toml.", "Warnings accepted in nghi-quyet.toml: {count}."),
}
