package diag

// Questions of a plan's draft, as they stand in it behind "# HỎI:".
var draftPhrases = []phrase{
	{"draft.about", "({number}) {question}", "({number}) {question}"},
	{
		"draft.ask.owners",
		"đơn vị nào báo cáo chỉ tiêu nào? Ở đây tạm ghi một đơn vị; điền phan-cong.xlsx rồi nộp trên trang làm việc (hoặc chạy " +
			"baocao import với tệp ấy), hoặc ghi mã đơn vị vào from.",
		"which unit reports what? One stands for all here; fill in phan-cong.xlsx and hand it in on the page (or run " +
			"baocao import with it), or write the units' ids into from.",
	},
	{
		"owners.unknown",
		"sheet «{sheet}», ô {cell}: chỉ tiêu {measure} ghi «{text}» nhưng co-quan.toml không có đơn vị hay nhóm ấy.",
		"sheet “{sheet}”, cell {cell}: measure {measure} names “{text}”, which is no unit or group of co-quan.toml.",
	},
	{
		"owners.other-name",
		"sheet «{sheet}», ô {cell}: chỉ tiêu {measure} trong nghi-quyet.toml không mang tên «{text}»; chưa phân công dòng này.",
		"sheet “{sheet}”, cell {cell}: measure {measure} of nghi-quyet.toml is not called “{text}”; the row is left out.",
	},
	{
		"owners.twice",
		"sheet «{sheet}», ô {cell}: chỉ tiêu {measure} có hai dòng ghi khác nhau (dòng kia: {text}); chưa phân công, hãy bỏ " +
			"một dòng.",
		"sheet “{sheet}”, cell {cell}: measure {measure} has two rows that differ (the other: {text}); neither counts, take " +
			"one out.",
	},
	{
		"owners.several",
		"sheet «{sheet}», ô {cell}: chỉ tiêu {measure} ghi «{text}», tên ấy có ở nhiều đơn vị trong co-quan.toml; hãy ghi " +
			"đủ tên hoặc mã.",
		"sheet “{sheet}”, cell {cell}: measure {measure} names “{text}”, which several units of co-quan.toml are called; " +
			"write the whole name or the id.",
	},
	{
		"owners.ditto",
		"sheet «{sheet}», ô {cell}: chỉ tiêu {measure} ghi «{text}» nhưng không rõ theo dòng nào; hãy ghi tên đơn vị.",
		"sheet “{sheet}”, cell {cell}: measure {measure} has “{text}”, and it is not clear as which row; write the unit.",
	},
	{
		"owners.no-measure",
		"sheet «{sheet}», ô {cell}: dòng «{text}» có đơn vị báo cáo nhưng số «{measure}» không phải chỉ tiêu nào của " +
			"nghi-quyet.toml; chưa phân công dòng này.",
		"sheet “{sheet}”, cell {cell}: the row “{text}” names who reports, but “{measure}” is no measure of " +
			"nghi-quyet.toml; the row is left out.",
	},
	{
		"owners.group",
		"sheet «{sheet}», ô {cell}: chỉ tiêu {measure} là một số chung mà «{text}» là cả nhóm; nếu mỗi đơn vị báo cáo phần của " +
			"mình thì đổi method = \"value\" thành \"sum\" ở chỉ tiêu ấy trong nghi-quyet.toml rồi nộp lại bảng phân công, nếu không thì chọn một " +
			"đơn vị.",
		"sheet “{sheet}”, cell {cell}: measure {measure} is one number and “{text}” is a group; if each reports its own part, " +
			"change method = \"value\" to \"sum\" there in nghi-quyet.toml and hand the table in again, else choose one unit.",
	},
	{
		"owners.no-place",
		"chỉ tiêu {measure}: mục này trong nghi-quyet.toml không có dòng from = [...] để ghi vào; hãy ghi đơn vị ở đó bằng tay.",
		"measure {measure}: its entry in nghi-quyet.toml has no line from = [...] to write to; write the units there by hand.",
	},
	{
		"owners.own-from",
		"chỉ tiêu {measure}: «{label}» có from riêng trong nghi-quyet.toml, giữ nguyên; xem lại đơn vị ở đó.",
		"measure {measure}: “{label}” has its own from in nghi-quyet.toml, which stays; look over the units there.",
	},
	{"draft.ask.year", "nghị quyết của năm nào? Văn bản không nói rõ.", "of which year is it? The text does not say."},
	{
		"draft.ask.head",
		"số, ký hiệu và ngày của nghị quyết? Văn bản không ghi đủ; chỗ thiếu tạm ghi số «...», ngày {date}.",
		"what are its number and date? The text does not say both; “...” and {date} stand for what is missing.",
	},
	{
		"draft.ask.statement",
		"không thấy con số nào; có phải chỉ tiêu đánh giá bằng lời không?",
		"no number was found; is it judged in words?",
	},
	{
		"draft.ask.unread",
		"phần «{text}» chưa thành mục tiêu; có cần đánh giá không?",
		"“{text}” became no target; is it to be judged?",
	},
	{
		"draft.ask.spelling",
		"«{text}» có phải là «{right}» không? Tên và mức đọc đúng như văn bản viết; nếu viết sai dấu thì sửa tên, mức ở đây.",
		"is “{text}” meant to be “{right}”? Name and target are read as the text has it; where its accents are wrong, mend them here.",
	},
	{
		"draft.ask.more",
		"«{text}» có hơn một con số; con số nào là mục tiêu?",
		"“{text}” holds more than one number; which is the target?",
	},
	{
		"draft.ask.name",
		"«{text}» là số gì? Văn bản chỉ cho biết «{name}»; sửa name và label.",
		"what is counted by “{text}”? The text says “{name}” only; mend name and label.",
	},
	{
		"draft.ask.part",
		"«trong đó» là mức sàn hay mức trần ({target}), và tính trên tổng nào?",
		"is this part a floor or a ceiling ({target}), and of which whole?",
	},
	{
		"draft.ask.ratio",
		"tử số «{numerator}», mẫu số «{denominator}» đã đúng chưa?",
		"are the numerator “{numerator}” and the denominator “{denominator}” right?",
	},
	{
		"draft.ask.share",
		"cho phép lệch bao nhiêu so với cơ cấu ({target})?",
		"how far may the structure differ ({target})?",
	},
	{
		"draft.ask.negative",
		"«{name}» có thể âm (lỗ, bội chi) không? Không thể thì bỏ negative = true.",
		"may “{name}” be below zero, as a loss is? If not, remove negative = true.",
	},
	{"draft.ask.unit", "đơn vị tính «{unit}» đã đúng chưa?", "is the unit of measurement “{unit}” right?"},
	{
		"draft.ask.number",
		"con số trong «{text}» hiểu được hai cách (hàng nghìn hay thập phân)?",
		"can the number in “{text}” be read in two ways (thousands or decimals)?",
	},
	{
		"draft.ask.range",
		"«{text}» vừa có khoảng vừa có từ so sánh; lấy cả khoảng hay chỉ một đầu?",
		"“{text}” has a range and a comparing word; the range, or one end of it?",
	},
	{
		"draft.ask.about",
		"«khoảng {text}» cho phép lệch bao nhiêu?",
		"how far from {text} may it be?",
	},
	{
		"draft.ask.direction-down",
		"con số không có từ so sánh; hiểu là càng thấp càng tốt ({target}) có đúng không?",
		"no comparing word; is less the better ({target})?",
	},
	{
		"draft.ask.deadline",
		"văn bản không ghi năm; hạn là {target} có đúng không?",
		"the text names no year; is the deadline {target}?",
	},
	{
		"draft.ask.plan",
		"đạt và vượt kế hoạch nào, do ai giao?",
		"which plan, set by whom?",
	},
	{
		"draft.ask.points",
		"«{text}»: giảm theo điểm phần trăm hay giảm theo tỷ lệ?",
		"“{text}”: a fall in points, or in percent?",
	},
	{
		"draft.ask.change",
		"«{text}»: mức thay đổi so với năm trước hay mức phải đạt?",
		"“{text}”: a change from last year, or a level?",
	},
	{
		"draft.ask.above",
		"«{text}»: vượt thêm chừng ấy hay đạt trên mức ấy?",
		"“{text}”: more by that much, or above that level?",
	},
	{
		"draft.ask.average",
		"số bình quân ({unit}): chia tổng nào cho tổng nào?",
		"an average ({unit}): which sum by which?",
	},
	{
		"draft.ask.fraction",
		"«{text}» lấy số bên trái làm mục tiêu; tổng có đổi không?",
		"the left number of “{text}” is taken for the target; does the whole change?",
	},
	{
		"draft.ask.owner",
		"co-quan.toml không có đơn vị «{unit}»; đơn vị nào báo cáo?",
		"co-quan.toml has no unit “{unit}”; which unit reports it?",
	},
	{
		"draft.ask.nobody",
		"bảng không ghi đơn vị báo cáo ở dòng này; đơn vị nào? Ở đây tạm ghi một đơn vị.",
		"the table names nobody in this row; which unit reports it? One stands for it here.",
	},
	{
		"draft.ask.owners-of",
		"nhiều đơn vị ({owners}): mỗi đơn vị báo cáo phần của mình, hay cùng một số?",
		"several units ({owners}): each its own part, or all one number?",
	},
}
