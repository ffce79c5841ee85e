package diag

// Who writes in a working folder, and which files belong together.
var folderPhrases = []phrase{
	{
		"fail.busy",
		"{owner} đang ghi vào thư mục này{machine} từ {since}. Chờ xong rồi làm lại.",
		"{owner} has been writing in this folder{machine} since {since}. Try again when it is done.",
	},
	{"fail.busy.somebody", "Một lần chạy khác", "Another run"},
	{"fail.busy.machine", " trên máy {machine}", " on {machine}"},
	{"fail.busy.now", "lúc này", "just now"},
	{
		"fail.lost",
		"Máy dừng quá lâu nên một lần chạy khác đã thay vào thư mục này; hãy làm lại.",
		"This run stood still for so long that another took its place in the folder; try again.",
	},
	{
		"fail.not-a-file",
		"Chỗ của {path} đang có thư mục, liên kết hoặc thứ khác không phải tệp. Chương trình không xóa; hãy chuyển đi " +
			"nơi khác rồi làm lại.",
		"In the place of {path} is a folder, a link or something else that is no file. It is not removed; move it " +
			"elsewhere and try again.",
	},
	{
		"fail.mixed",
		"Các tệp trong {dir} không thuộc cùng một báo cáo ({file} là của lần lập khác hoặc đã bị sửa) nên chưa soạn " +
			"thư. Đóng các tệp đang mở rồi chạy: baocao build {folder}",
		"The files in {dir} are not of one report ({file} is of another build, or was changed); no letter was " +
			"written. Close what is open and run: baocao build {folder}",
	},
	{
		"fail.mixed-sets",
		"Trong {dir} có hai báo cáo khác nhau nên chưa soạn thư. Đóng các tệp đang mở rồi chạy: baocao build {folder}",
		"In {dir} are two different reports; no letter was written. Close what is open and run: baocao build {folder}",
	},

	{
		"left.finished",
		"Lần chạy trước bị ngắt khi đang thay tệp trong {dir}; nay đã thay xong cả bộ.",
		"An earlier run was killed while it replaced the files in {dir}; the new set is complete now.",
	},
	{
		"left.undone",
		"Lần chạy trước bị ngắt khi đang thay tệp trong {dir}; nay đã đặt lại bộ cũ.",
		"An earlier run was killed while it replaced the files in {dir}; the previous set is back in place.",
	},
	{
		"left.kept",
		"Không xóa được {path}, phần còn lại của một lần chạy bị ngắt ({error}). Không ảnh hưởng đến báo cáo; ai có " +
			"quyền thì xóa giúp.",
		"{path}, left by a run that was killed, cannot be removed ({error}). The report is not affected; whoever has " +
			"the right may remove it.",
	},
	{
		"left.mixed",
		"Lần chạy trước bị ngắt khi đang thay tệp, nay chưa thay xong được ({path}: {error}): các tệp trong {dir} có thể " +
			"nửa mới nửa cũ. Đóng các tệp đang mở rồi lập lại báo cáo.",
		"An earlier run was killed while it replaced files, and this cannot be finished yet ({path}: {error}): the " +
			"files in {dir} may be half new, half old. Close what is open and build again.",
	},
	{
		"left.unsettled",
		"Lần chạy trước bị ngắt giữa chừng, nay chưa dọn được ({error}).",
		"An earlier run was killed half-way, and this could not be put in order ({error}).",
	},

	{
		"build.superseded",
		"Đã bỏ {path}: bản mới đã thay bản này.",
		"Removed {path}: the new one replaces it.",
	},
	{
		"build.kept",
		"{path} đã có người sửa hoặc ký số từ lần lập trước: bản đó được giữ tại {kept}, bản mới ở {path}.",
		"Somebody has worked on {path}, or signed it, since it was built: that one is kept as {kept}, the new one is {path}.",
	},
	{
		"build.kept-word",
		"{path} đã có người sửa từ lần lập trước: bản đó được giữ tại {kept}, bản mới ở {path}. Chỗ sửa nào chưa lấy " +
			"thì không có trong báo cáo; lấy bằng: baocao words {dir} --take \"{file}\"",
		"Somebody has written in {path} since it was built: that one is kept as {kept}, the new one is {path}. What " +
			"was written there and not taken is not in the report; take it with: baocao words {dir} --take \"{file}\"",
	},
	{
		"on-page.build.kept-word",
		"{path} đã có người sửa từ lần lập trước: bản đó được giữ tại {kept}, bản mới ở {path}. Chỗ sửa ấy không có trong báo cáo: " +
			"mở trang «Lời văn báo cáo» và chép vào đoạn của nó.",
		"Somebody has written in {path} since it was built: that one is kept as {kept}, the new one is {path}. What was written there " +
			"is not in the report: copy it into its paragraph on the page of the report's words.",
	},
	{
		"build.dropped",
		"Đã bỏ {path} của lần lập trước: lần này không lập bản đó.",
		"Removed {path} of an earlier run: this one does not make it.",
	},
	{
		"forms.other",
		"{path} không phải biểu mẫu vừa lập trong {dir}; chương trình giữ nguyên, nếu không cần thì xóa để khỏi gửi nhầm.",
		"{path} is none of the forms just made in {dir}; it was left alone. Remove it if nobody needs it.",
	},
	{
		"on-page.build.other-word",
		"{path} không thuộc báo cáo hiện nay và có thể có chỗ sửa chưa vào báo cáo: mở trang «Lời văn báo cáo» và chép vào đoạn của nó; " +
			"xong hoặc không cần thì xóa tệp để khỏi nhầm.",
		"{path} is not part of the present report and may have edits that are not in it: copy them into their paragraphs on the page of " +
			"the report's words; remove it once that is done or if nobody needs it.",
	},
	{
		"build.other-word",
		"{path} không thuộc báo cáo hiện nay và có thể có chỗ sửa chưa lấy: baocao words {dir} --take \"{file}\" lấy vào " +
			"báo cáo; đã lấy hoặc không cần thì xóa tệp để khỏi nhầm.",
		"{path} is not part of the present report and may have edits that were not taken: baocao words {dir} --take " +
			"\"{file}\" takes them; remove it once that is done or if nobody needs it.",
	},
	{
		"build.other",
		"{path} không thuộc báo cáo hiện nay trong {dir}; chương trình giữ nguyên, nếu không cần thì xóa để khỏi nhầm.",
		"{path} is not part of the present report in {dir}; it was left alone. Remove it if nobody needs it.",
	},

	{
		"mail.numbered",
		"Thư kèm {path}: đó là bản mới, vì lúc lập báo cáo {name} đang được mở.",
		"The letter carries {path}: that is the new one, for {name} was open when the report was built.",
	},
	{
		"mail.edited",
		"{name} đã có người sửa nên giữ nguyên; thư mới là {path}.",
		"{name} has been worked on and was left alone; the new letter is {path}.",
	},
	{"mail.removed", "Đã bỏ thư nháp cũ {path}.", "Removed the older draft {path}."},
	{
		"mail.older",
		"{path} là thư nháp cũ, chưa xóa được; đừng gửi thư đó.",
		"{path} is an older draft and could not be removed; do not send it.",
	},

	{
		"correct.protected",
		"{file} có mật khẩu nên không lập bản cần sửa (bản sao sẽ không còn mật khẩu); lỗi ghi trong biên nhận. Nếu " +
			"cơ quan cho phép, đặt protected_copies = true ở [mail] trong co-quan.toml.",
		"{file} has a password, so no copy to be mended was made (it would have none); the receipt lists the faults. " +
			"Where the office allows it, set protected_copies = true under [mail] in co-quan.toml.",
	},
}
